"""The signing secret: made on the first start, kept in a file that only the server's user can read."""

import contextlib
import os
import secrets
from pathlib import Path

from easel.storage.signed_url import MIN_SECRET_BYTES


def load_or_create_secret(path: Path) -> bytes:
    """The file's content without surrounding white space; a new random secret if there is no file.

    Processes that start at once agree on one secret: the file appears whole, and only once. Raises ValueError
    when an existing secret is shorter than 32 bytes.
    """
    if not path.exists():
        _create(path)
    secret = path.read_bytes().strip()
    if len(secret) < MIN_SECRET_BYTES:
        msg = f"{path.name} must hold at least {MIN_SECRET_BYTES} bytes; delete it to have a new secret made"
        raise ValueError(msg)
    return secret


def _create(path: Path) -> None:
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with open(descriptor, "wb") as file:
            file.write(secrets.token_hex(32).encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())
        # A link, unlike a rename, never replaces the secret that another process was first to make.
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)
    finally:
        draft.unlink()
