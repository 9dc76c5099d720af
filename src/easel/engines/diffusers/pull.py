"""Pulling weights: the files of one commit that a pipeline needs, checked before anything may load them."""

import asyncio
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from easel.engines.diffusers.hub import Hub, HubFailed, HubFile
from easel.engines.diffusers.manifest import Manifest, walk
from easel.engines.diffusers.repository import Repository, check, open_repository, read_index, seal
from easel.engines.diffusers.selection import INDEX, needed
from easel.engines.diffusers.source import Source

#: Files on their way at once.
AT_ONCE = 4
#: What a download leaves free on the disk.
SPARE_BYTES = 1024**3


class CannotWrite(OSError):
    """The folder of weights takes no more; says why, and what to do."""


class Progress(Protocol):
    """Is told how a pull goes."""

    def begin(self, files: int, size: int) -> None:
        """So many files of so many bytes together are needed."""

    def advance(self, size: int) -> None:
        """So many more bytes are here; less than nothing takes back."""


async def pull(hub: Hub, source: Source, weights: Path, progress: Progress, *, file: str = "") -> Repository:
    """Bring a source's repository into the folder of weights; one that is there already is only checked.

    A local folder is checked and gets its manifest. `file` is the one wanted of a repository without a pipeline; all
    of its safetensors files otherwise. What an earlier try has left is gone on with.
    Raises HubFailed, RepositoryRefused, CannotWrite or OSError.
    """
    folder = source.path(weights)
    if source.folder is not None and Manifest.read(folder) is None:
        return await asyncio.to_thread(seal, folder)
    if source.folder is not None or folder.exists():
        return await asyncio.to_thread(open_repository, source, weights)
    draft = folder.with_name(f"{folder.name}.part")
    with _writing(weights):
        draft.mkdir(parents=True, exist_ok=True)
        listed = {each.name: each for each in await hub.files(source.repository, source.revision)}
        wanted = await _wanted(hub, source, listed, draft, file)
        progress.begin(len(wanted), sum(each.size for each in wanted))
        await _bring(hub, source, wanted, draft, progress)
        await asyncio.to_thread(seal, draft, source.base)
        draft.rename(folder)
    return check(folder)


@contextmanager
def _writing(weights: Path) -> Iterator[None]:
    """Tell in words what the disk says; what the Hub says passes."""
    try:
        yield
    except HubFailed:
        raise
    except OSError as error:
        msg = (
            f"{weights} cannot be written: {error.strerror or error}. Make room there, see that the folder is yours, "
            "or set EASEL_WEIGHTS_DIR to another; then the same command goes on from here"
        )
        raise CannotWrite(msg) from error


async def _wanted(hub: Hub, source: Source, listed: dict[str, HubFile], draft: Path, file: str) -> list[HubFile]:
    if INDEX in listed:
        index = draft / INDEX
        await hub.download(source.repository, source.revision, listed[INDEX], index, lambda _: None)
        _, parts = read_index(index.read_bytes())
        return [listed[name] for name in sorted(needed(parts, listed))]
    names = [name for name in listed if name.endswith(".safetensors") and "/" not in name]
    chosen = [file] if file else names
    if not chosen or any(name not in names for name in chosen):
        there = ", ".join(sorted(names)) or "none"
        msg = f"{source.base} has no {INDEX} and no {file or 'safetensors file'} (safetensors files: {there})"
        raise HubFailed(msg)
    return [listed[name] for name in sorted(chosen)]


async def _bring(hub: Hub, source: Source, wanted: list[HubFile], draft: Path, progress: Progress) -> None:
    names = {each.name for each in wanted}
    for name, path in walk(draft):
        # What an earlier version of Easel may have wanted.
        if name.removesuffix(".part") not in names:
            path.unlink()
    absent = []
    for each in wanted:
        path = draft / each.name
        if path.exists() and await asyncio.to_thread(each.fits, path):
            progress.advance(each.size)
        else:
            path.unlink(missing_ok=True)
            absent.append(each)
    _make_sure_of_room(draft, absent)
    gate = asyncio.Semaphore(AT_ONCE)

    async def bring(each: HubFile) -> None:
        async with gate:
            await hub.download(source.repository, source.revision, each, draft / each.name, progress.advance)

    tasks = [asyncio.create_task(bring(each)) for each in absent]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _make_sure_of_room(draft: Path, absent: Iterable[HubFile]) -> None:
    parts = ((each.size, draft / f"{each.name}.part") for each in absent)
    missing = sum(size - (part.stat().st_size if part.exists() else 0) for size, part in parts)
    free = shutil.disk_usage(draft).free
    if missing and missing + SPARE_BYTES > free:
        msg = (
            f"{missing / 1e9:.1f} GB are to come, and the disk of {draft.parent} has {free / 1e9:.1f} GB free, of "
            f"which {SPARE_BYTES / 1e9:.1f} GB stay free: make room, or set EASEL_WEIGHTS_DIR"
        )
        raise HubFailed(msg)
