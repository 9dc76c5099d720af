"""Objects in a local folder. Symbolic links in it are never followed, and files appear whole or not at all.

Files that come while all writers are at work are written together, and the folder is flushed once for all of them.
There are several writers because a disk that is asked to flush several files at once does so in one go.
"""

import asyncio
import errno
import os
import shutil
import stat
from collections import deque
from collections.abc import AsyncGenerator, Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

from easel.core.failpoint import failpoint
from easel.core.one_core import keep_here

#: Ends the name of a file that is not whole yet.
PART = ".part"
#: Threads that write at the same time.
WRITERS = 4
#: Files that are written together at most: the first of them waits for the last.
MOST_TOGETHER = 32
#: From this size on, a file that is on the disk is not kept in the system's memory as well.
LARGE_BYTES = 256 * 1024
#: What `open` says of a symbolic link, a folder and a socket.
_NO_FILE = frozenset({errno.ELOOP, errno.EISDIR, errno.ENXIO})


class File(NamedTuple):
    """One file to be written, and who waits for it."""

    name: str
    data: bytes
    written: asyncio.Future[None]


class Folder:
    """Implements Objects. Each call works below the folder's own descriptor, on a worker thread."""

    def __init__(self, path: Path):
        """Makes the folder when it is missing."""
        path.mkdir(parents=True, exist_ok=True)
        self._path = path
        self._threads = ThreadPoolExecutor(WRITERS, thread_name_prefix="pictures", initializer=keep_here)
        #: Guards the two below: no file may come just when the last writer finds that none waits.
        self._lock = Lock()
        self._waiting: deque[File] = deque()
        self._writing = 0

    async def put(self, name: str, data: bytes, *, media_type: str) -> None:
        """Write, flush to the disk, then rename: after a crash there is the whole file or none."""
        del media_type
        loop = asyncio.get_running_loop()
        file = File(name, data, loop.create_future())
        with self._lock:
            self._waiting.append(file)
            another = self._writing < WRITERS
            self._writing += another
        if another:
            self._threads.submit(self._write_waiting)
        await file.written

    def probe(self, name: str) -> None:
        """Write an empty file as above, and delete it."""
        (error,) = self._put_all([(name, b"")])
        if error is not None:
            raise error
        self._delete([name])

    async def get(self, name: str) -> bytes:
        """The file's bytes; raises FileNotFoundError, also where there is a link, a folder or a device."""
        return await asyncio.to_thread(self._get, name)

    def free_bytes(self) -> int | None:
        """What is free on the disk for this process' user."""
        return shutil.disk_usage(self._path).free

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

    def _write_waiting(self) -> None:
        """Write what waits, and what has come meanwhile, until there is nothing left."""
        while files := self._taken():
            try:
                errors = self._put_all([(file.name, file.data) for file in files])
            except Exception as error:  # noqa: BLE001 (whatever it is, it is for those who wait)
                errors = [error] * len(files)
            _tell(files, errors)

    def _taken(self) -> list[File]:
        """The files of the next round; without any, this writer has ended."""
        with self._lock:
            files = [self._waiting.popleft() for _ in range(min(len(self._waiting), MOST_TOGETHER))]
            self._writing -= not files
            return files

    def _put_all(self, files: Sequence[tuple[str, bytes]]) -> list[OSError | None]:
        """Put these files into the folder, and say what went wrong with each."""
        try:
            with self._root() as root:
                drafts = [_attempt(_draft, root, name, data) for name, data in files]
                errors = [
                    error or _attempt(_finish, root, name, draft, len(data))[1]
                    for (name, data), (draft, error) in zip(files, drafts, strict=True)
                ]
                os.fsync(root)
                return errors
        except OSError as error:
            return [error] * len(files)

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


def _tell(files: Sequence[File], errors: Sequence[Exception | None]) -> None:
    """Wake those who wait: one call for each event loop."""
    loops: dict[asyncio.AbstractEventLoop, list[tuple[asyncio.Future, Exception | None]]] = {}
    for file, error in zip(files, errors, strict=True):
        loops.setdefault(file.written.get_loop(), []).append((file.written, error))
    for loop, told in loops.items():
        # A loop that has ended has nobody who waits.
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(_set, told)


def _set(told: Iterable[tuple[asyncio.Future, Exception | None]]) -> None:
    for written, error in told:
        if written.done():
            # Cancelled: the file lies there until it expires.
            continue
        if error is None:
            written.set_result(None)
        else:
            written.set_exception(error)


def _attempt(step: Callable, root: int, name: str, *arguments: Any) -> tuple[Any, OSError | None]:
    """What a step gives, or its error; a file that has failed leaves no draft behind."""
    try:
        return step(root, name, *arguments), None
    except OSError as error:
        with suppress(OSError):
            os.unlink(name + PART, dir_fd=root)
        return None, error


def _draft(root: int, name: str, data: bytes) -> int:
    """Write a file under a name that tells that it is not whole, and hand out its descriptor."""
    descriptor = _opener(root)(name + PART, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
    failpoint("picture-begun")
    try:
        # Without a buffer in between; only a large file, or a full disk, needs more than one turn.
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


def _finish(root: int, name: str, draft: int, size: int) -> None:
    """Wait until the draft is on the disk, and give it its name."""
    try:
        os.fsync(draft)
        if size >= LARGE_BYTES:
            _forget(draft)
    finally:
        os.close(draft)
    failpoint("picture-written")
    os.rename(name + PART, name, src_dir_fd=root, dst_dir_fd=root)


def _forget(descriptor: int) -> None:
    """Let the system use the memory of a written file for the next one: new memory costs more than the writing."""
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)


def _opener(root: int) -> Callable[[str, int], Any]:
    """Opens below `root`: no links, no waiting for the other end of a pipe, readable by the server's user only."""
    extra = os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    return lambda name, flags: os.open(name, flags | extra, 0o600, dir_fd=root)
