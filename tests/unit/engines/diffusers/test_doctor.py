"""What `easel doctor` says of open models: devices, weights that are here, the plan for them, and what is missing."""

import importlib.util
import json
from dataclasses import replace
from importlib.metadata import version

import pytest
from typer.testing import CliRunner

from easel.cli import open_models
from easel.cli.main import app
from easel.cli.models import makers
from easel.cli.settings import load_settings
from easel.engines.diffusers.devices import Device
from easel.engines.diffusers.plan import GB
from easel.engines.diffusers.repository import seal
from easel.engines.diffusers.source import Source
from easel.engines.diffusers.tensors import Tensors
from unit.engines.diffusers import repositories
from unit.engines.diffusers.repositories import SOURCE, pipeline, put, weights

CARD = repositories.CARD.replace(SOURCE, f"{SOURCE} + ink")
INSTALLED = all(importlib.util.find_spec(name) for name in ("torch", "diffusers", "transformers"))


@pytest.fixture
def doctor(tmp_path, monkeypatch):
    """Run `easel doctor` in a folder with a card, and weights for it with a LoRA; returns what it says."""
    monkeypatch.chdir(tmp_path)
    put(tmp_path, {"cards/mine.toml": CARD.encode(), "loras.toml": b'[ink]\nsource = "./ink"\nweight = 0.8\n'})
    monkeypatch.setenv("EASEL_MODELS_DIR", "cards")
    monkeypatch.setenv("EASEL_LORAS", "loras.toml")
    monkeypatch.setenv("EASEL_PORT", "0")
    folder = Source.parse(SOURCE).path(tmp_path / "data/weights")
    seal(put(folder, pipeline()), SOURCE)
    seal(put(tmp_path / "ink", {"ink.safetensors": weights(8)}))

    def run(*, status: int = 0) -> str:
        ended = CliRunner().invoke(app, ["doctor"])
        assert status == ended.exit_code, ended.output
        return ended.output

    return run


def test_weights(doctor):
    """Weights that are here are named with their size and place; those of other models with how to get them."""
    said = doctor()
    assert "ok  mine: weights of 0.0 GB in data/weights/someone--tiny/0123456789" in said
    assert "note  no open weights for black-forest-labs/flux.1-dev, black-forest-labs/flux.1-kontext-dev, " in said
    assert "`easel pull ID` gets them" in said
    assert "flux-kontext-pro" not in said


@pytest.mark.skipif(not INSTALLED, reason="needs torch, diffusers and transformers")
def test_devices_and_plans(doctor, monkeypatch):
    """With the libraries: the devices, and how the weights would be put on those that are used."""
    said = doctor()
    assert "ok  device cpu: " in said
    assert "ok  mine on cpu: float32, 8.0 GB" in said

    monkeypatch.setenv("EASEL_DIFFUSERS_DEVICES", "off")
    assert "mine on" not in doctor()
    monkeypatch.setenv("EASEL_DIFFUSERS_DEVICES", "cpu")
    monkeypatch.setenv("EASEL_DIFFUSERS_PRECISION", "bf16")
    assert "ok  mine on cpu: bfloat16, 4.0 GB" in doctor()
    monkeypatch.setenv("EASEL_DIFFUSERS_DEVICES", "cuda:77")
    assert "problem  EASEL_DIFFUSERS_DEVICES names cuda:77: there is no such device" in doctor(status=1)


@pytest.mark.skipif(not INSTALLED, reason="needs torch, diffusers and transformers")
def test_plans_for_other_devices(doctor, tmp_path, monkeypatch):
    """A small graphics card, a large one and an Apple chip: each with the plan that it would take for these weights, or
    with what it would need.
    """
    host = 64 * GB
    devices = (
        Device("cuda:0", "a small card", 8 * GB, int(7.5 * GB), host),
        Device("cuda:1", "a large card", 80 * GB, 79 * GB, host, fp8=True),
        Device("mps", "Apple arm64", 12 * GB, 8 * GB, host),
        Device("cpu", "a processor", 2 * host, host, host),
    )
    monkeypatch.setattr(open_models, "find_devices", lambda: devices)
    # A part of 5 thousand million parameters, of which the file's header alone is there.
    sizes = {"transformer": Tensors(5_000_000_000, 10_000_000_000), "vae": Tensors(84_000_000, 168_000_000)}
    whole = open_models.check
    monkeypatch.setattr(open_models, "check", lambda folder: replace(whole(folder), parts=sizes))
    monkeypatch.setenv("EASEL_DIFFUSERS_DEVICES", "cuda:0,cuda:1,mps,cpu")
    said = doctor()
    assert "ok  device cuda:1: a large card, 79.0 of 80.0 GB free, bf16, fp8" in said
    assert "ok  device mps: Apple arm64, 8.0 of 12.0 GB free, bf16" in said
    assert "ok  mine on cuda:0: bfloat16, int8 (transformer), tiled VAE, 7.3 GB" in said
    assert "ok  mine on cuda:1: bfloat16, 13.5 GB" in said
    assert "note  mine on mps: needs 11.5 GB of Apple arm64, which has 8.0 GB free" in said
    assert "ok  mine on cpu: float32, 26.9 GB" in said


def test_without_the_libraries(doctor, monkeypatch):
    """Without the libraries: what to install; nothing is wrong, and the weights are told all the same."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    said = doctor()
    assert "note  open models need torch, diffusers, transformers: pip install 'easel[diffusers]'" in said
    assert "device" not in said
    assert "mine: weights of" in said


def test_what_is_wrong(doctor, tmp_path):
    """Weights that have changed, and a LoRA that is not there, are problems with the command that mends them."""
    (tmp_path / "ink/ink.safetensors").unlink()
    assert "problem  mine: ink has changed: ink.safetensors is missing; remove the folder ink" in doctor(status=1)
    put(tmp_path, {"loras.toml": b"[wool]\nsource = './ink'\n"})
    assert "problem  mine: its card's routes.source: no LoRA is registered as 'ink' (EASEL_LORAS has: wool)" in doctor(
        status=1
    )
    put(tmp_path, {"loras.toml": b"[ink]\nfrom = './ink'\n"})
    assert "problem  loras.toml (EASEL_LORAS): ink: from is not known" in doctor(status=1)
    wrong = CARD.replace(SOURCE, "someone/tiny@main").encode()
    put(tmp_path, {"cards/mine.toml": wrong, "loras.toml": b"[ink]\nsource = './ink'\n"})
    assert "40 hex digits" in doctor(status=1)


@pytest.mark.skipif(not INSTALLED, reason="needs torch, diffusers and transformers")
def test_models_that_are_here(doctor, tmp_path):
    """`easel models` says who really makes the pictures: open weights where they are, else the painter."""

    def engines(model: str) -> list[str]:
        said = CliRunner().invoke(app, ["models", "--json"]).output
        return next(row["engines"] for row in json.loads(said) if row["id"] == model)

    painter = ["painter (text-to-scene, no neural network)"]
    more = '\n[[routes]]\nengine = "painter"\nstand_in = true\n'
    put(tmp_path, {"cards/mine.toml": (CARD + more).encode()})
    assert ["open weights on this machine"] == engines("mine")
    assert painter == engines("black-forest-labs/flux.1-dev")
    assert ["open weights on this machine", *painter] == makers(load_settings())
    (Source.parse(SOURCE).path(tmp_path / "data/weights") / "model_index.json").unlink()
    assert painter == engines("mine")
    assert painter == makers(load_settings())


def test_libraries_are_listed(doctor):
    """The versions of the libraries come first."""
    assert f"numpy {version('numpy')}" in doctor()
