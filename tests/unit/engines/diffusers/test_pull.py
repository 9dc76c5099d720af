"""Pulling from a Hub on loopback: only what is needed, gone on with after a cut, and nothing that arrived wrong."""

import asyncio
import errno
import importlib.util
import io
import os
import shutil
import socket
import warnings
from pathlib import Path

import pytest

from easel.engines.diffusers import pull as module
from easel.engines.diffusers.hub import Hub, HubFailed
from easel.engines.diffusers.manifest import RepositoryRefused
from easel.engines.diffusers.pull import CannotWrite, pull
from easel.engines.diffusers.repository import missing
from easel.engines.diffusers.source import Source
from unit.engines.diffusers.repositories import BESIDE, REVISION, SOURCE, FakeHub, pipeline, put, weights

TINY = Source.parse(SOURCE)
SHARD = "transformer/diffusion_pytorch_model-00001-of-00002.safetensors"
VAE = "vae/diffusion_pytorch_model.fp16.safetensors"
#: What the small pipeline needs: its VAE in half precision.
NEEDED = set(pipeline()) - {"vae/diffusion_pytorch_model.safetensors"}


class Tally:
    """Counts what a pull tells."""

    def __init__(self) -> None:
        self.files = self.size = self.done = 0

    def begin(self, files: int, size: int) -> None:
        """Take the sums."""
        self.files, self.size = files, size

    def advance(self, size: int) -> None:
        """Count."""
        self.done += size


@pytest.fixture
def fake() -> FakeHub:
    """A Hub with the small pipeline."""
    return FakeHub({**pipeline(), **BESIDE})


async def run(fake: FakeHub, folder: Path, *, source: Source = TINY, token: str | None = None, **more) -> Tally:
    """Pull from the Hub of a test; returns what was told."""
    tally = Tally()
    async with fake.open() as endpoint, Hub(endpoint, token=token, pause_s=0.001) as hub:
        await pull(hub, source, folder, tally, **more)
    return tally


def held(folder: Path) -> dict[str, bytes]:
    """The files in a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


async def test_only_what_is_needed(fake, tmp_path):
    """A pull brings the pipeline's own files, the smaller variant of its weights and the licence, and nothing else."""
    told = await run(fake, tmp_path)
    files = held(TINY.path(tmp_path))
    files.pop("easel-manifest.json")

    assert {name: fake.files[name] for name in NEEDED} == files
    assert missing(TINY, tmp_path) is None
    size = sum(len(data) for data in files.values())
    assert (len(NEEDED), size, size) == (told.files, told.size, told.done)
    assert [TINY.path(tmp_path)] == list(TINY.path(tmp_path).parent.iterdir())


async def test_again(fake, tmp_path):
    """A second pull asks the Hub for nothing, and finds a file that has changed since."""
    await run(fake, tmp_path)
    fake.asked.clear()
    await run(fake, tmp_path)
    assert [] == fake.asked

    path = TINY.path(tmp_path) / VAE
    path.write_bytes(path.read_bytes()[:-1] + b"!")
    with pytest.raises(RepositoryRefused, match=VAE):
        await run(fake, tmp_path)


async def test_goes_on_after_a_cut(fake, tmp_path):
    """A connection that is cut twice is taken up where it ended; the file is whole."""
    fake.cuts[SHARD] = [300, 200]
    told = await run(fake, tmp_path)

    assert [None, "bytes=300-", "bytes=500-"] == fake.of(SHARD)
    assert fake.files[SHARD] == (TINY.path(tmp_path) / SHARD).read_bytes()
    assert told.size == told.done


async def test_goes_on_in_another_run(fake, tmp_path):
    """A pull that was ended in the middle goes on with the bytes it has, and fetches no finished file again."""
    fake.cuts[SHARD] = [300] + [0] * 20
    with pytest.raises(HubFailed, match="Run it again later"):
        await run(fake, tmp_path)
    draft = TINY.path(tmp_path).with_name(f"{REVISION}.part")
    assert 300 == (draft / f"{SHARD}.part").stat().st_size
    assert not (draft / SHARD).exists()
    finished = set(held(draft)) & NEEDED
    assert "is not here" in missing(TINY, tmp_path)

    fake.cuts.clear()
    fake.asked.clear()
    told = await run(fake, tmp_path)

    assert ["bytes=300-"] == fake.of(SHARD)
    assert not [
        path for path, _, _ in fake.asked if path.partition(f"{REVISION}/")[2] in finished - {"model_index.json"}
    ]
    assert told.size == told.done
    assert missing(TINY, tmp_path) is None


async def test_stopped_by_the_operator(fake, tmp_path):
    """Ending a pull from outside leaves no half file under its own name; the next one goes on."""

    class Stop(Tally):
        def advance(self, size: int) -> None:
            super().advance(size)
            if self.done > 1000:
                task.cancel()

    async with fake.open() as endpoint, Hub(endpoint) as hub:
        task = asyncio.create_task(pull(hub, TINY, tmp_path, Stop()))
        with pytest.raises(asyncio.CancelledError):
            await task
    draft = TINY.path(tmp_path).with_name(f"{REVISION}.part")
    whole = {name: data for name, data in held(draft).items() if not name.endswith(".part")}
    assert {name: fake.files[name] for name in whole} == whole
    await run(fake, tmp_path)
    assert missing(TINY, tmp_path) is None


async def test_without_ranges(fake, tmp_path):
    """A mirror that knows no ranges is asked for the whole file again."""
    fake.ranges = False
    fake.cuts[SHARD] = [300]
    told = await run(fake, tmp_path)
    assert fake.files[SHARD] == (TINY.path(tmp_path) / SHARD).read_bytes()
    assert told.size == told.done


@pytest.mark.parametrize("name", [SHARD, "transformer/config.json", "model_index.json"])
async def test_one_flipped_byte(fake, tmp_path, name):
    """A file that arrives with one changed bit never gets its name; the next pull, from a sound mirror, works."""
    data = bytearray(fake.files[name])
    data[-2] ^= 1
    fake.sent[name] = bytes(data)
    with pytest.raises(HubFailed, match=f"{name} of someone/tiny arrived with another content"):
        await run(fake, tmp_path)
    assert not [each for each in tmp_path.rglob("*") if each.is_file() and each.read_bytes() == bytes(data)]

    fake.sent.clear()
    await run(fake, tmp_path)
    assert missing(TINY, tmp_path) is None


async def test_a_damaged_beginning(fake, tmp_path):
    """What an earlier try left, if it is not the file's beginning, is thrown away and told."""
    part = TINY.path(tmp_path).with_name(f"{REVISION}.part") / f"{SHARD}.part"
    put(part.parent, {part.name: b"x" * 300})
    with pytest.raises(HubFailed, match="another content"):
        await run(fake, tmp_path)
    put(part.parent, {part.name: b"x" * 5000})
    await run(fake, tmp_path)
    assert missing(TINY, tmp_path) is None


@pytest.mark.parametrize("more", [b"", b"more"])
async def test_a_longer_file(fake, tmp_path, more):
    """A file that does not end is cut at its listed size, and refused for its content."""
    fake.sent[SHARD] = b"x" * len(fake.files[SHARD]) + more
    with pytest.raises(HubFailed, match="another content"):
        await run(fake, tmp_path)


async def test_the_token_stays_at_home(fake, tmp_path):
    """The endpoint gets the token; the host that it redirects to for large files does not."""
    fake.token = "secret-of-a-test"
    await run(fake, tmp_path, token="secret-of-a-test")
    keys = {path.startswith("/far/"): set() for path, _, _ in fake.asked}
    for path, _, key in fake.asked:
        keys[path.startswith("/far/")].add(key)
    assert {False: {"Bearer secret-of-a-test"}, True: {None}} == keys


@pytest.mark.parametrize(
    ("statuses", "problem"),
    [([401], "EASEL_HUB_TOKEN"), ([403], "accept the licence"), ([404], "has no"), ([503] * 3, "answered 503")],
)
async def test_refusals(fake, tmp_path, statuses, problem):
    """What the Hub refuses is told with what to do."""
    fake.statuses = list(statuses)
    with pytest.raises(HubFailed, match=problem):
        await run(fake, tmp_path)


async def test_a_passing_failure(fake, tmp_path):
    """A mirror that is busy for a moment is asked again."""
    fake.statuses = [503, 429]
    await run(fake, tmp_path)
    assert missing(TINY, tmp_path) is None


async def test_unreachable(tmp_path):
    """A Hub that is not there is named with its setting."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        endpoint = f"http://127.0.0.1:{taken.getsockname()[1]}"
        async with Hub(endpoint, pause_s=0.001) as hub:
            with pytest.raises(HubFailed, match="EASEL_HUB_ENDPOINT"):
                await pull(hub, TINY, tmp_path, Tally())


async def test_another_commit(fake, tmp_path):
    """A mirror that lists another commit than the pinned one is not believed."""
    fake.commit = "f" * 40
    with pytest.raises(HubFailed, match="another commit"):
        await run(fake, tmp_path)


async def test_no_room(fake, tmp_path, monkeypatch):
    """A disk that is too small is told before the first byte of weights."""
    disk = shutil.disk_usage(tmp_path)._replace(free=module.SPARE_BYTES + 1000)
    monkeypatch.setattr(module.shutil, "disk_usage", lambda _: disk)
    with pytest.raises(HubFailed, match="EASEL_WEIGHTS_DIR"):
        await run(fake, tmp_path)
    assert [] == fake.of(SHARD)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EROFS], ids=os.strerror)
async def test_a_disk_that_takes_no_more(fake, tmp_path, monkeypatch, number):
    """What the disk says is told in words with what to do; once it takes more, the pull goes on."""

    class Full(io.BytesIO):
        def write(self, data):
            raise OSError(number, os.strerror(number))

    whole = Path.open
    monkeypatch.setattr(
        Path, "open", lambda path, mode="r", **more: Full() if mode in ("ab", "wb") else whole(path, mode, **more)
    )
    with pytest.raises(CannotWrite, match=f"cannot be written: {os.strerror(number)}.* EASEL_WEIGHTS_DIR"):
        await run(fake, tmp_path)
    monkeypatch.undo()
    await run(fake, tmp_path)
    assert missing(TINY, tmp_path) is None


async def test_no_folder(fake, tmp_path):
    """A file where the folder of weights has to be is told."""
    (tmp_path / "weights").write_bytes(b"")
    with pytest.raises(CannotWrite, match="weights cannot be written: Not a directory"):
        await run(fake, tmp_path / "weights")


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        ({"pipeline.py": b"print()"}, r"code of its own \(pipeline\.py\)"),
        ({"transformer/model.py": b"print()"}, "code of its own"),
        ({"../../evil.json": b"{}"}, "not to be trusted"),
        ({"/etc/evil.json": b"{}"}, "not to be trusted"),
        ({"vae/config.json": b'{"auto_map": {}}'}, "asks for code"),
        ({"tokenizer/spiece.model": b"\x80\x04N."}, "not a SentencePiece model"),
        ({"text_encoder/model.safetensors": b"\x80\x04N." * 9}, "no safetensors file"),
    ],
)
async def test_unsafe_repositories(fake, tmp_path, files, problem):
    """A repository with code, pickles or names that lead out of it is refused, and is not there afterwards."""
    fake.files.update(files)
    with pytest.raises(RepositoryRefused, match=problem):
        await run(fake, tmp_path)
    assert "is not here" in missing(TINY, tmp_path)


async def test_without_safetensors(fake, tmp_path):
    """A model whose weights are there as pickles only is refused before any weights come."""
    del fake.files["text_encoder/model.safetensors"]
    with pytest.raises(RepositoryRefused, match="text_encoder has no safetensors weights"):
        await run(fake, tmp_path)
    assert [] == fake.of(SHARD)


async def test_lora(tmp_path):
    """Of a LoRA's repository the named file comes, or all that are safetensors."""
    files = {"ink.safetensors": weights(8), "line.safetensors": weights(9), "train.bin": b"x", "README.md": b"\n"}
    fake = FakeHub(files)
    await run(fake, tmp_path / "one", file="ink.safetensors")
    await run(fake, tmp_path / "all")

    assert {"ink.safetensors", "easel-manifest.json"} == set(held(TINY.path(tmp_path / "one")))
    assert {"ink.safetensors", "line.safetensors", "easel-manifest.json"} == set(held(TINY.path(tmp_path / "all")))
    with pytest.raises(HubFailed, match=r"wool\.safetensors"):
        await run(fake, tmp_path / "none", file="wool.safetensors")


@pytest.mark.skipif(importlib.util.find_spec("huggingface_hub") is None, reason="needs huggingface_hub")
async def test_the_fake_speaks_as_the_hub(fake, tmp_path):
    """The Hub's own client understands the Hub of these tests: same routes, same sizes and hashes."""
    import huggingface_hub

    async with fake.open() as endpoint:
        client = huggingface_hub.HfApi(endpoint=endpoint, token=False)
        info = await asyncio.to_thread(client.model_info, "someone/tiny", revision=REVISION, files_metadata=True)
        async with Hub(endpoint) as hub:
            listed = await hub.files("someone/tiny", REVISION)
            newest = await hub.newest("someone/tiny")
    assert info.sha == newest
    assert {each.rfilename: (each.size, each.lfs.sha256 if each.lfs else each.blob_id) for each in info.siblings} == {
        each.name: (each.size, each.sha256 or each.git_id) for each in listed
    }


async def test_a_real_pipeline_in_half_precision(published, tmp_path):
    """Published plain and as fp16 in shards, a pipeline of a real class is pulled as fp16 and loads as that."""
    plain = published("sdxl")
    import diffusers
    import torch

    from easel.engines.diffusers.options import Options
    from easel.engines.diffusers.residents import Residents

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        whole = diffusers.StableDiffusionXLPipeline.from_pretrained(plain, use_safetensors=True)
        kept = {name: each.clone() for name, each in whole.unet.state_dict().items()}
        whole.to(torch.float16).save_pretrained(tmp_path / "half", variant="fp16", max_shard_size="100KB")
    files = {**held(plain), **held(tmp_path / "half")}
    files.pop("easel-manifest.json")

    await run(FakeHub(files), tmp_path)
    names = set(held(TINY.path(tmp_path)))
    assert [] == [name for name in names if name.endswith(".safetensors") and ".fp16" not in name]
    assert 1 < len([name for name in names if name.startswith("unet/") and name.endswith(".safetensors")])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        loaded = Residents("cpu", Options(weights_dir=str(tmp_path))).get(SOURCE)
    # Of one pipeline's parts, those of the class for a prompt alone.
    unet = loaded.pipeline(loaded.family.text).unet
    assert all(torch.equal(kept[name].half().float(), each) for name, each in unet.state_dict().items())
