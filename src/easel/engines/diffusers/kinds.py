"""The kinds of file that a repository of weights may hold, told by their names and found by their content."""

import json
import re
from pathlib import Path, PurePosixPath
from typing import Any

from easel.engines.diffusers.manifest import RepositoryRefused

#: Formats that can hold Python objects or code, or that torch or another runtime executes.
UNSAFE = frozenset(
    ".bin .pt .pth .ckpt .pkl .pickle .pt2 .py .pyc .pyd .so .dll .dylib .npy .npz .joblib .h5 .keras .zip .whl "
    ".sh".split()
)
TEXTS = frozenset((".txt", ".md", ".jinja"))
#: Names without a suffix that tells their kind; all of them are texts.
PAPERS = re.compile(r"(LICEN[CS]E|NOTICE|README)\b.*|\.gitattributes|\.gitignore", re.IGNORECASE)
PICTURES = {".png": b"\x89PNG", ".jpg": b"\xff\xd8", ".jpeg": b"\xff\xd8", ".webp": b"RIFF", ".gif": b"GIF8"}
#: A SentencePiece model is a protocol-buffer message that begins with its first piece.
SENTENCEPIECE = b"\x0a"
#: Keys by which a configuration makes a library import code from the repository or from elsewhere.
CODE_KEYS = frozenset(("auto_map", "custom_pipeline", "custom_pipelines", "trust_remote_code"))
CONFIG_MAX_BYTES = 64 * 1024 * 1024


def check_name(name: str) -> None:
    """Refuse, by its name alone, a file that no pipeline of safetensors weights needs; raises RepositoryRefused."""
    suffix = PurePosixPath(name).suffix.lower()
    if suffix in UNSAFE:
        msg = f"{name} can run code when it is loaded: only safetensors weights are used; remove it, or pull again"
        raise RepositoryRefused(msg)
    known = suffix in {".safetensors", ".json", ".model", *TEXTS, *PICTURES}
    if not known and not PAPERS.fullmatch(PurePosixPath(name).name):
        msg = f"{name} is no file that a pipeline needs: remove it"
        raise RepositoryRefused(msg)


def check_content(name: str, path: Path) -> None:
    """Refuse a file that is not what its name says, safetensors apart; raises RepositoryRefused."""
    suffix = path.suffix.lower()
    if suffix == ".safetensors":
        return
    if path.stat().st_size > CONFIG_MAX_BYTES:
        msg = f"{name} is larger than {CONFIG_MAX_BYTES} bytes: no file of its kind is"
        raise RepositoryRefused(msg)
    data = path.read_bytes()
    if suffix == ".json":
        check_json(name, data)
    elif suffix == ".model":
        _demand(data.startswith(SENTENCEPIECE), name, "a SentencePiece model")
    elif suffix in PICTURES:
        _demand(data.startswith(PICTURES[suffix]), name, "a picture")
    else:
        _demand(_is_text(data), name, "text")


def check_json(name: str, data: bytes) -> None:
    """Refuse a configuration that is no JSON, or that asks for code of its own; raises RepositoryRefused."""
    waiting = [read_json(name, data)]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            asked = CODE_KEYS & value.keys()
            if asked:
                msg = f"{name} asks for code of its own ({min(asked)}): no code of a repository is ever run"
                raise RepositoryRefused(msg)
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)


def read_json(name: str, data: bytes) -> Any:
    """Read JSON; raises RepositoryRefused that names the file."""
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        msg = f"{name} is no JSON: remove it and pull again"
        raise RepositoryRefused(msg) from None


def _is_text(data: bytes) -> bool:
    try:
        return "\0" not in data.decode("utf-8")
    except UnicodeDecodeError:
        return False


def _demand(good: bool, name: str, kind: str) -> None:
    if not good:
        msg = f"{name} is not {kind}, whatever its name says: remove it and pull again"
        raise RepositoryRefused(msg)
