"""The manifest of a repository's folder: every file with its size and SHA-256, written once and compared ever after."""

import hashlib
import json
import os
import stat
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

NAME = "easel-manifest.json"
VERSION = 1
CHUNK_BYTES = 4 * 1024 * 1024


class RepositoryRefused(ValueError):
    """A repository of weights is missing, damaged or not safe to load; says which file, and what to do."""


@dataclass(frozen=True, slots=True)
class File:
    """One file: its size in bytes, and the SHA-256 of its content in hex."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """Where a repository came from, and its files by their path below the folder (with forward slashes)."""

    source: str
    files: Mapping[str, File]

    @classmethod
    def read(cls, folder: Path) -> "Manifest | None":
        """The folder's manifest, or None when it has none; raises RepositoryRefused when it cannot be read."""
        try:
            table = json.loads((folder / NAME).read_bytes())
            files = {str(name): File(int(each["size"]), str(each["sha256"])) for name, each in table["files"].items()}
            return cls(str(table["source"]), files) if table["version"] == VERSION else _unreadable(folder)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (ValueError, KeyError, TypeError, AttributeError):
            return _unreadable(folder)

    def write(self, folder: Path) -> None:
        """Put the manifest into the folder, in one step."""
        table = {
            "version": VERSION,
            "source": self.source,
            "files": {name: {"size": f.size, "sha256": f.sha256} for name, f in sorted(self.files.items())},
        }
        draft = folder / f"{NAME}.part"
        with draft.open("w", encoding="utf-8") as file:
            json.dump(table, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(folder / NAME)

    def unlike(self, folder: Path) -> str | None:
        """What the folder's names and sizes have other than the manifest says, in words; quick, reads no content."""
        found = {name: path.stat().st_size for name, path in walk(folder)}
        for name, file in sorted(self.files.items()):
            if name not in found:
                return f"{name} is missing"
            if found[name] != file.size:
                return f"{name} has {found[name]} bytes, its manifest says {file.size}"
        extra = sorted(found.keys() - self.files.keys())
        return f"{extra[0]} is not in its manifest" if extra else None

    def damaged(self, folder: Path) -> str | None:
        """The first file whose content is not what the manifest says, or None; reads everything, on several threads."""
        names = sorted(self.files, key=lambda name: -self.files[name].size)
        with ThreadPoolExecutor(min(8, os.cpu_count() or 1)) as threads:
            digests = threads.map(lambda name: sha256_of(folder / name), names)
            return next((n for n, digest in zip(names, digests, strict=True) if digest != self.files[n].sha256), None)


def walk(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every file below the folder but the manifest, by its relative path.

    Raises RepositoryRefused at a link that leads out of the folder and at what is no plain file.
    """
    home = folder.resolve()
    for parent, folders, files in os.walk(folder, onerror=_fail):
        for name in sorted((*folders, *files)):
            path = Path(parent, name)
            relative = path.relative_to(folder).as_posix()
            if path.is_symlink() and not path.resolve().is_relative_to(home):
                msg = f"{relative} is a link out of the folder: put the file itself in its place"
                raise RepositoryRefused(msg)
            if name in files and relative != NAME:
                if not stat.S_ISREG(path.stat().st_mode):
                    msg = f"{relative} is no plain file: remove it"
                    raise RepositoryRefused(msg)
                yield relative, path
            elif path.is_symlink() and name in folders:
                msg = f"{relative} is a link to a folder: put the folder itself in its place"
                raise RepositoryRefused(msg)


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file's content, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def safe_name(name: str) -> str:
    """A relative path as it is, or RepositoryRefused if it could lead out of the folder or is no plain name."""
    path = PurePosixPath(name)
    plain = name.isprintable() and "\\" not in name and ":" not in name and path.as_posix() == name
    if not plain or path.is_absolute() or not path.parts or ".." in path.parts or name == NAME:
        msg = f"{name[:200]!r} is no name for a file of weights: the repository is not to be trusted"
        raise RepositoryRefused(msg)
    return name


def _unreadable(folder: Path) -> None:
    msg = f"{folder / NAME} cannot be read: remove it and run `easel pull` again"
    raise RepositoryRefused(msg)


def _fail(error: OSError) -> None:
    raise error
