"""The folder of database, pictures and secret: making it, and what keeps it from being used."""

import os
from pathlib import Path

DATABASE = "easel.sqlite"
PICTURES = "pictures"
#: What whoever runs Easel can do about it.
ADVICE = "choose another with --data-dir (EASEL_DATA_DIR)"


def make(folder: Path) -> None:
    """Make the folder if it is missing; raises OSError, which says what to do, when it cannot be used."""
    try:
        # The database holds prompts of waiting tasks and the secrets of webhooks: no other user's to read.
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        problem = f"cannot be made ({error.strerror})"
    else:
        problem = fault(folder)
    if problem:
        msg = f"the data folder {folder.absolute()} {problem}: {ADVICE}"
        raise OSError(msg)


def fault(folder: Path) -> str | None:
    """What keeps the folder from being used, as words that follow its name; None for nothing.

    Of one that is missing, whether it could be made.
    """
    folder = folder.absolute()
    parent = next(path for path in (folder, *folder.parents) if path.exists())
    if not (parent.is_dir() and os.access(parent, os.W_OK | os.X_OK)):
        return "is not writable"
    held = [folder / name for name in (DATABASE, PICTURES)]
    closed = [path.name for path in held if path.exists() and not os.access(path, os.W_OK)]
    return f"holds {closed[0]}, which this user may not write" if closed else None
