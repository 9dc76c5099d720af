"""The local folder: no links, whole files, nothing else touched."""

import asyncio
import os
import stat

import pytest

from easel.storage.folder import LARGE_BYTES, Folder


@pytest.fixture
def folder(tmp_path):
    """A folder of objects."""
    return Folder(tmp_path / "pictures")


async def names(folder: Folder) -> list[str]:
    """All names."""
    return [name async for batch in folder.names() for name in batch]


async def test_whole_and_private(folder, tmp_path):
    """A file lies there under its name alone, readable by the server's user only."""
    await folder.put("a.png", b"data", media_type="image/png")
    assert ["a.png"] == await names(folder)
    assert 0o600 == stat.S_IMODE((tmp_path / "pictures" / "a.png").stat().st_mode)
    assert b"data" == await folder.get("a.png")


async def test_link_to_a_secret(folder, tmp_path):
    """A symbolic link is not followed: there is nothing to read."""
    (tmp_path / "secret").write_bytes(b"secret")
    (tmp_path / "pictures" / "a.png").symlink_to(tmp_path / "secret")
    with pytest.raises(FileNotFoundError):
        await folder.get("a.png")


async def test_delete_a_link(folder, tmp_path):
    """Deleting a symbolic link leaves what it leads to."""
    (tmp_path / "secret").write_bytes(b"secret")
    (tmp_path / "pictures" / "a.png").symlink_to(tmp_path / "secret")
    assert 1 == await folder.delete(["a.png"])
    assert b"secret" == (tmp_path / "secret").read_bytes()


async def test_write_through_a_link(folder, tmp_path):
    """A symbolic link in the way of a new file is not written through."""
    (tmp_path / "secret").write_bytes(b"secret")
    (tmp_path / "pictures" / "a.png.part").symlink_to(tmp_path / "secret")
    with pytest.raises(OSError, match="exists"):
        await folder.put("a.png", b"data", media_type="image/png")
    assert b"secret" == (tmp_path / "secret").read_bytes()


async def test_not_a_file(folder, tmp_path):
    """Folders and pipes are no pictures, and reading a pipe does not wait for a writer."""
    (tmp_path / "pictures" / "a.png").mkdir()
    os.mkfifo(tmp_path / "pictures" / "b.png")
    for name in ("a.png", "b.png"):
        with pytest.raises(FileNotFoundError):
            await folder.get(name)
    assert 0 == await folder.delete(["a.png"])


async def test_failed_write_leaves_nothing(folder, tmp_path, monkeypatch):
    """When the disk is full, no half file stays."""

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        await folder.put("a.png", b"data", media_type="image/png")
    assert [] == await names(folder)


@pytest.mark.skipif(not hasattr(os, "posix_fadvise"), reason="the system has no posix_fadvise")
async def test_large_files_leave_memory(folder, monkeypatch):
    """Only a large file leaves the system's memory, and only once it is on the disk."""
    calls = []
    monkeypatch.setattr(os, "fsync", lambda _descriptor: calls.append("flushed"))
    monkeypatch.setattr(os, "posix_fadvise", lambda *_arguments: calls.append("forgotten"))
    await folder.put("small.png", b"data", media_type="image/png")
    # The file, then its folder.
    assert ["flushed", "flushed"] == calls
    calls.clear()
    await folder.put("large.png", bytes(LARGE_BYTES), media_type="image/png")
    assert ["flushed", "forgotten", "flushed"] == calls


async def test_sorted(folder):
    """Names come in ascending order."""
    for name in ("b", "c", "a"):
        await folder.put(name, b"", media_type="image/png")
    assert ["a", "b", "c"] == await names(folder)


async def test_many_at_once(folder):
    """Files that come together are all there, whole, once their callers hear of it."""
    files = {f"{number}.png": bytes([number]) * 1000 for number in range(100)}
    await asyncio.gather(*(folder.put(name, data, media_type="image/png") for name, data in files.items()))

    assert sorted(files) == await names(folder)
    assert files == {name: await folder.get(name) for name in files}


async def test_one_of_many_fails(folder, tmp_path):
    """The others do not hear of it, and it leaves nothing behind."""
    (tmp_path / "pictures" / "b.png").mkdir()
    put = (folder.put(name, b"data", media_type="image/png") for name in ("a.png", "b.png", "c.png"))
    outcomes = await asyncio.gather(*put, return_exceptions=True)

    assert [None, IsADirectoryError, None] == [outcome and type(outcome) for outcome in outcomes]
    assert ["a.png", "b.png", "c.png"] == await names(folder)
