"""Objects in a local folder. Symbolic links in it are never followed, and files appear whole or not at all."""

import asyncio
import errno
import os
import stat
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from easel.core.failpoint import failpoint

#: Ends the name of a file that is not whole yet.
PART = ".part"
#: What `open` says of a symbolic link, a folder and a socket.
_NO_FILE = frozenset({errno.ELOOP, errno.EISDIR, errno.ENXIO})


class Folder:
    """Implements Objects. Each call works below the folder's own descriptor, on a worker thread."""

    def __init__(self, path: Path):
        """Makes the folder when it is missing."""
        path.mkdir(parents=True, exist_ok=True)
        self._path = path

    async def put(self, name: str, data: bytes, *, media_type: str) -> None:
        """Write, flush to the disk, then rename: after a crash there is the whole file or none."""
        del media_type
        await asyncio.to_thread(self._put, name, data)

    async def get(self, name: str) -> bytes:
        """The file's bytes; raises FileNotFoundError, also where there is a link, a folder or a device."""
        return await asyncio.to_thread(self._get, name)

    async def names(self) -> AsyncGenerator[Sequence[str], None]:
        """The names of everything in the folder, sorted, as one batch."""
        yield sorted(await asyncio.to_thread(os.listdir, self._path))

    async def delete(self, names: Sequence[str]) -> int:
        """Delete files; a link itself, never what it leads to."""
        return await asyncio.to_thread(self._delete, names)

    @contextmanager
    def _root(self) -> Iterator[int]:
        descriptor = os.open(self._path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            yield descriptor
        finally:
            os.close(descriptor)

    def _put(self, name: str, data: bytes) -> None:
        with self._root() as root:
            try:
                with open(name + PART, "xb", opener=_opener(root)) as file:
                    middle = len(data) // 2
                    file.write(memoryview(data)[:middle])
                    failpoint("picture-half-written")
                    file.write(memoryview(data)[middle:])
                    file.flush()
                    os.fsync(file.fileno())
                failpoint("picture-written")
                os.rename(name + PART, name, src_dir_fd=root, dst_dir_fd=root)
            except OSError:
                with suppress(OSError):
                    os.unlink(name + PART, dir_fd=root)
                raise
            os.fsync(root)

    def _get(self, name: str) -> bytes:
        try:
            with self._root() as root, open(name, "rb", opener=_opener(root)) as file:
                if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                    raise FileNotFoundError(name)
                return file.read()
        except OSError as error:
            if error.errno in _NO_FILE:
                raise FileNotFoundError(name) from None
            raise

    def _delete(self, names: Sequence[str]) -> int:
        deleted = 0
        with self._root() as root:
            for name in names:
                with suppress(FileNotFoundError, IsADirectoryError):
                    os.unlink(name, dir_fd=root)
                    failpoint("sweep-inside")
                    deleted += 1
        return deleted


def _opener(root: int) -> Callable[[str, int], Any]:
    """Opens below `root`: no links, no waiting for the other end of a pipe, readable by the server's user only."""
    extra = os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    return lambda name, flags: os.open(name, flags | extra, 0o600, dir_fd=root)
