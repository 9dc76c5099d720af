"""Shared results: what one process of a run has painted for comparison, the others read from a file.

References are most of the bench's work, and both processes need the same ones.
"""

import os
import pickle
from collections.abc import Callable, Hashable
from functools import lru_cache, wraps
from hashlib import sha256
from pathlib import Path
from typing import Any

#: The folder of this run, private to it; None computes everything in this process.
_folder: Path | None = None


def share_in(folder: Path | None) -> None:
    """Share results through files in `folder` from now on."""
    global _folder
    _folder = folder


def shared(function: Callable[..., Any]) -> Callable[..., Any]:
    """`function`, computed once for each of its (hashable, positional) arguments in all processes of a run."""

    @lru_cache(maxsize=4096)
    @wraps(function)
    def known(*key: Hashable) -> Any:
        if _folder is None:
            return function(*key)
        name = sha256(repr((function.__module__, function.__name__, _sorted(key))).encode()).hexdigest()
        path = _folder / name
        if path.exists():
            return pickle.loads(path.read_bytes())
        result = function(*key)
        draft = _folder / f"{name}.{os.getpid()}"
        draft.write_bytes(pickle.dumps(result))
        draft.replace(path)
        return result

    return known


def _sorted(value: object) -> object:
    """The value in one order: sets differ from process to process."""
    if isinstance(value, frozenset):
        return sorted(map(repr, value))
    return [_sorted(part) for part in value] if isinstance(value, tuple) else value
