"""`easel pull` as it is typed, against a Hub on loopback: what can be named, and what is said."""

import asyncio

import pytest
from typer.testing import CliRunner

from easel.cli.main import app
from easel.engines.diffusers.repository import missing
from easel.engines.diffusers.source import Source
from unit.engines.diffusers.repositories import BESIDE, CARD, REVISION, SOURCE, FakeHub, pipeline, put

TINY = Source.parse(SOURCE)
#: What the small pipeline needs: its VAE in half precision.
NEEDED = set(pipeline()) - {"vae/diffusion_pytorch_model.safetensors"}


@pytest.fixture
def fake() -> FakeHub:
    """A Hub with the small pipeline."""
    return FakeHub({**pipeline(), **BESIDE})


@pytest.fixture
def easel(fake, tmp_path, monkeypatch):
    """Run a command against the Hub of a test; returns what it printed."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EASEL_MODELS_DIR", str(tmp_path / "cards"))
    put(tmp_path / "cards", {"mine.toml": CARD.encode()})
    put(tmp_path, {"loras.toml": f'[ink]\nsource = "{SOURCE}"\nfile = "flux1-tiny.safetensors"\n'.encode()})
    monkeypatch.setenv("EASEL_LORAS", str(tmp_path / "loras.toml"))

    async def run(*arguments: str, status: int = 0) -> str:
        async with fake.open() as endpoint:
            monkeypatch.setenv("EASEL_HUB_ENDPOINT", endpoint)
            ended = await asyncio.to_thread(CliRunner().invoke, app, [*arguments])
        assert status == ended.exit_code, ended.output
        return " ".join(ended.output.split())

    return run


@pytest.mark.parametrize("what", ["mine", SOURCE])
async def test_command(easel, tmp_path, what):
    """`easel pull` takes a model's id or a repository at a commit, and says what is there now."""
    said = await easel("pull", what)
    assert f"{len(NEEDED)} files, 0.0 GB" in said
    assert f"{SOURCE} is ready: FluxPipeline (transformer 0.0 GB, " in said
    assert missing(TINY, tmp_path / "data/weights") is None
    assert "is ready" in await easel("pull", what)


async def test_command_help(easel):
    """Who has never heard of Easel learns what he can name, where it goes, and what to set."""
    said = await easel("pull", "--help")
    for word in (
        "easel models",
        "LoRA",
        "commit",
        "folder",
        "EASEL_WEIGHTS_DIR",
        "EASEL_HUB_ENDPOINT",
        "EASEL_HUB_TOKEN",
    ):
        assert word in said


async def test_command_on_a_disk_that_takes_no_more(easel, tmp_path, monkeypatch):
    """One sentence, no traceback, and the status of a failure."""
    (tmp_path / "taken").write_bytes(b"")
    monkeypatch.setenv("EASEL_WEIGHTS_DIR", str(tmp_path / "taken"))
    assert "taken cannot be written: Not a directory" in await easel("pull", "mine", status=1)


async def test_command_lora(easel, fake, tmp_path):
    """`easel pull` takes a LoRA's alias."""
    del fake.files["model_index.json"]
    assert "is ready: LoRA" in await easel("pull", "ink")
    assert (TINY.path(tmp_path / "data/weights") / "flux1-tiny.safetensors").exists()


async def test_command_folder(easel, tmp_path):
    """`easel pull` checks a folder of one's own, and finds what changed in it later."""
    put(tmp_path / "own", pipeline())
    assert "is ready: FluxPipeline" in await easel("pull", "./own")
    assert "is ready: FluxPipeline" in await easel("pull", "./own")
    (tmp_path / "own/vae/config.json").write_text("{}")
    assert "own has changed: vae/config.json has 2 bytes" in await easel("pull", "./own", status=1)


async def test_command_without_a_commit(easel):
    """A repository without a commit is not pulled: the newest commit is told."""
    said = await easel("pull", "someone/tiny", status=1)
    assert f"The newest: easel pull someone/tiny@{REVISION}" in said


@pytest.mark.parametrize(
    ("what", "problem"),
    [
        ("nothing", "The model `nothing` does not exist."),
        ("image-01-live", "No open weights are known for image-01-live"),
        ("someone/tiny@main", "40 hex digits"),
        (f"{SOURCE} + wool", "no LoRA is registered as 'wool' (EASEL_LORAS has: ink)"),
    ],
)
async def test_command_refuses(easel, what, problem):
    """What cannot be pulled is told in one sentence."""
    assert problem in await easel("pull", what, status=1)
