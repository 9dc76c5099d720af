"""The artifact store beyond the contract: what it touches, and how it fails."""

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncGenerator, Sequence

import pytest

from easel.core.errors import Forbidden, ServiceError, UrlExpired
from easel.core.ports import Encoded
from easel.storage import artifacts
from easel.storage.artifacts import ArtifactStore, open_objects
from easel.storage.bucket import Bucket
from easel.storage.folder import Folder
from easel.storage.signed_url import Signer, split_url
from easel.testing import FrozenClock

PNG = Encoded(b"picture", "image/png")


class Counting:
    """Objects in a dictionary that count what is asked of them, two names a batch, and can break."""

    def __init__(self):
        self.kept: dict[str, bytes] = {}
        self.gets = 0
        self.batches = 0
        self.broken = False
        self.free: int | None = None

    def free_bytes(self) -> int | None:
        """As set; a broken disk does not tell."""
        if self.broken:
            raise OSError(5, "Input/output error: /srv/pictures")
        return self.free

    async def put(self, name: str, data: bytes, *, media_type: str) -> None:
        """Keep."""
        if self.broken:
            raise OSError(28, "No space left on device: /srv/pictures")
        self.kept[name] = data

    async def get(self, name: str) -> bytes:
        """Read and count."""
        self.gets += 1
        if self.broken:
            raise OSError(5, "Input/output error: /srv/pictures")
        return self.kept[name]

    async def names(self) -> AsyncGenerator[Sequence[str], None]:
        """List and count."""
        names = sorted(self.kept)
        for start in range(0, len(names), 2):
            self.batches += 1
            yield names[start : start + 2]

    async def delete(self, names: Sequence[str]) -> int:
        """Delete."""
        return sum(self.kept.pop(name, None) is not None for name in names)


@pytest.fixture
def clock():
    """A clock that stands still."""
    return FrozenClock()


@pytest.fixture
def signer(clock):
    """A signer on that clock."""
    return Signer({"1": b"k" * 32}, "1", clock=clock)


@pytest.fixture
def objects(monkeypatch):
    """Objects that count."""
    counting = Counting()
    monkeypatch.setattr(artifacts, "open_objects", lambda _url: counting)
    return counting


@pytest.fixture
def store(objects, signer):
    """A store on the counting objects."""
    return ArtifactStore("counting:///", signer=signer)


async def test_storage_untouched_by_bad_urls(store, objects, clock):
    """Wrong and expired URLs are refused before storage is asked."""
    stored = await store.put(PNG, lifetime_s=60)
    artifact, query = split_url(stored.path)
    with pytest.raises(Forbidden):
        await store.get(artifact, query | {"signature": "x"})
    clock.tick(60)
    with pytest.raises(UrlExpired):
        await store.get(artifact, query)
    assert 0 == objects.gets


async def test_sweep_stops_early(store, objects, clock):
    """The sweep lists no further than the first picture that still lives."""
    for lifetime_s in (60, 60, *[3600] * 20):
        await store.put(PNG, lifetime_s=lifetime_s)
    clock.tick(60)
    assert 2 == await store.sweep()
    assert 2 == objects.batches


async def test_sweep_leaves_foreign_files(store, objects):
    """The sweep deletes nothing that this store did not name."""
    foreign = {"00000000.png", "README", "0" * 40, "0" * 40 + ".html", "0" * 41 + ".png", "." + "0" * 40 + ".png"}
    objects.kept.update(dict.fromkeys(foreign, b""))
    assert 0 == await store.sweep(now=2**32)
    assert foreign == set(objects.kept)


async def test_sweep_takes_half_written_files(store, objects, clock):
    """What a crash left half written goes when its picture would have gone."""
    objects.kept[f"{int(clock.now) + 60:08x}" + "0" * 32 + ".png.part"] = b""
    assert 0 == await store.sweep()
    clock.tick(60)
    assert 1 == await store.sweep()


async def test_keep(objects, signer, clock):
    """An operator can keep pictures whose URLs have expired."""
    store = ArtifactStore("counting:///", signer=signer, keep=True)
    stored = await store.put(PNG, lifetime_s=60)
    clock.tick(3600)
    assert 0 == await store.sweep()
    assert [stored.artifact] == list(objects.kept)
    with pytest.raises(UrlExpired):
        await store.get(*split_url(stored.path))


async def test_broken_storage(store, objects):
    """A broken disk is the server's fault, told without its paths."""
    stored = await store.put(PNG, lifetime_s=60)
    objects.broken = True
    with pytest.raises(ServiceError, match=r"^The picture could not be stored\.$"):
        await store.put(PNG, lifetime_s=60)
    with pytest.raises(ServiceError, match=r"^The picture could not be read\.$"):
        await store.get(*split_url(stored.path))


@pytest.mark.parametrize(
    ("free", "broken", "room"), [(None, False, True), (99, False, False), (100, False, True), (0, True, True)]
)
def test_room(free, broken, room, objects, signer):
    """There is room while the disk has as much left as was asked for; what nobody knows is no reason to refuse."""
    objects.free, objects.broken = free, broken

    assert room is ArtifactStore("counting:///", signer=signer, min_free_bytes=100).has_room


def test_room_is_looked_up_again(objects, signer, monkeypatch):
    """A disk that was full is believed to be so for a second, not for ever."""
    now = [0.0]
    monkeypatch.setattr(artifacts.time, "monotonic", lambda: now[0])
    store, seen = ArtifactStore("counting:///", signer=signer, min_free_bytes=100), []
    for free, now[0] in ((99, 10.0), (100, 10.9), (100, 11.1)):
        objects.free = free
        seen.append(store.has_room)

    assert [False, False, True] == seen


def test_room_in_a_folder(tmp_path, signer):
    """A folder has what is free on its disk."""
    url = tmp_path.as_uri()

    assert ArtifactStore(url, signer=signer, min_free_bytes=1).has_room
    assert not ArtifactStore(url, signer=signer, min_free_bytes=2**62).has_room


def test_sweeping_processes(tmp_path, signer):
    """Processes that sweep one folder at the same time delete every expired picture exactly once."""
    url = (tmp_path / "pictures").as_uri()
    store = ArtifactStore(url, signer=signer)
    for _ in range(50):
        asyncio.run(store.put(PNG, lifetime_s=60))
    code = (
        "import asyncio, sys\nfrom easel.storage.artifacts import ArtifactStore\n"
        "from easel.storage.signed_url import Signer\n"
        "store = ArtifactStore(sys.argv[1], signer=Signer({'1': b'k' * 32}, '1'))\n"
        "print('ready', flush=True); sys.stdin.readline(); print(asyncio.run(store.sweep(now=2**32)))"
    )
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    children = [subprocess.Popen([sys.executable, "-c", code, url], **pipes) for _ in range(3)]
    for child in children:
        assert "ready\n" == child.stdout.readline()
    for child in children:
        child.stdin.write("\n")
        child.stdin.flush()
    assert 50 == sum(int(child.communicate(timeout=30)[0]) for child in children)
    assert [] == os.listdir(tmp_path / "pictures")


def test_urls(tmp_path):
    """Each kind of URL opens its kind of storage."""
    assert Folder is type(open_objects((tmp_path / "with space").as_uri()))
    assert (tmp_path / "with space").is_dir()
    for url in ("memory:///", "s3://bucket/prefix", "gs://bucket/prefix"):
        assert Bucket is type(open_objects(url))


@pytest.mark.parametrize("url", ["", "pictures", "ftp://host/x", "az://no-account-set/x"])
def test_bad_urls(url, monkeypatch):
    """A storage URL of another kind, or without its account, is refused at the start."""
    monkeypatch.delenv("AZURE_STORAGE_ACCOUNT_NAME", raising=False)
    with pytest.raises(ValueError, match="cannot keep pictures at"):
        open_objects(url)
