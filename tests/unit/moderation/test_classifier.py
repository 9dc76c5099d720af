"""The image classifier: its process, its faults, and a tiny real model where torch is installed."""

import asyncio
import importlib.util
import json
import os
import signal
import time
from pathlib import Path

import pytest

from easel.core.errors import ServerFull
from easel.core.image import Image
from easel.moderation import classifier as module
from easel.moderation.classifier import PictureClassifier

RED, BLACK, GREEN, BLUE = (
    Image(4, 4, 3, bytes(colour) * 16) for colour in ((255, 0, 0), (0, 0, 0), (0, 255, 0), (0, 0, 255))
)
HAVE_TORCH = all(importlib.util.find_spec(name) for name in ("torch", "transformers"))


@pytest.fixture
def folder(tmp_path) -> Path:
    """A folder that looks like a model with two labels."""
    (tmp_path / "config.json").write_text(json.dumps({"id2label": {"0": "normal", "1": "NSFW"}}))
    (tmp_path / "preprocessor_config.json").write_text("{}")
    (tmp_path / "model.safetensors").touch()
    return tmp_path


@pytest.fixture
def make(folder, monkeypatch):
    """Make a classifier over a stand-in for the model."""
    monkeypatch.setenv("PYTHONPATH", "")
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    monkeypatch.setenv("EASEL_BOOTSTRAP_KEY", "not for the process to see")

    def make(name: str = "Redness") -> PictureClassifier:
        return PictureClassifier(folder, labels={"nsfw": 0.5}, classifier=f"classifiers:{name}")

    return make


async def test_labels(make):
    """A label that counts blocks from its score on, whatever its case; prompts pass."""
    judge = make()
    await judge.start()
    verdicts = [await judge.judge_picture(image) for image in (RED, BLACK, RED)]
    await judge.close()

    assert [("NSFW",), (), ("NSFW",)] == verdicts
    assert () == await judge.judge_prompt("nsfw")


@pytest.mark.parametrize("image", [GREEN, BLUE], ids=["the process dies", "no number"])
async def test_failing_closed(image, make):
    """A picture that cannot be judged is refused; the next one gets a new process."""
    judge = make()
    await judge.start()
    with pytest.raises(ServerFull):
        await judge.judge_picture(image)
    after = await judge.judge_picture(RED)
    await judge.close()

    assert ("NSFW",) == after


async def test_process_was_killed(make):
    """A process that was killed between two pictures is replaced unnoticed."""
    judge = make()
    await judge.start()
    os.kill(judge._process.pid, signal.SIGKILL)
    judge._process._process.wait()
    verdict = await judge.judge_picture(RED)
    await judge.close()

    assert ("NSFW",) == verdict


async def test_hanging(make, monkeypatch):
    """A process that does not answer in time is refused and killed."""
    monkeypatch.setattr(module, "ANSWER_TIMEOUT_S", 0.2)
    judge = make("Slow")
    await judge.start()
    with pytest.raises(ServerFull):
        await judge.judge_picture(BLACK)
    pid = judge._process.pid
    await judge.close()

    assert pid is None


async def test_loop_is_free(make):
    """The event loop runs on while the model is at work."""
    judge = make("Slow")
    await judge.start()
    work = asyncio.create_task(judge.judge_picture(BLACK))
    late = 0.0
    while not work.done():
        began = time.monotonic()
        await asyncio.sleep(0.01)
        late = max(late, time.monotonic() - began)
    await judge.close()

    assert () == work.result()
    assert late < 0.5


async def test_close_while_at_work(make):
    """Closing ends what is under way, and it is not let through."""
    judge = make("Slow")
    await judge.start()
    work = asyncio.create_task(judge.judge_picture(BLACK))
    await asyncio.sleep(0.2)
    await judge.close()

    with pytest.raises(ServerFull):
        await work
    assert judge._process.pid is None


async def test_model_does_not_load(make):
    """A model that does not load stops the server from starting."""
    judge = make("Broken")
    with pytest.raises(OSError, match="EASEL_MODERATION_MODEL does not load"):
        await judge.start()
    await judge.close()


def test_labels_unknown(folder):
    """Labels that the model does not have would let everything through: an error that names the ones it has."""
    with pytest.raises(ValueError, match="normal, NSFW"):
        PictureClassifier(folder, labels={"porn": 0.5})


@pytest.mark.parametrize("name", ["config.json", "preprocessor_config.json", "model.safetensors"])
def test_folder_is_no_model(name, folder):
    """A folder without a file that it needs is told with the file; weights as pickle are none."""
    (folder / name).unlink()
    (folder / "pytorch_model.bin").touch()

    with pytest.raises(ValueError, match=name.replace("model.", r"\*.")):
        PictureClassifier(folder, labels={"nsfw": 0.5})


@pytest.mark.parametrize("config", ["{}", "[]", "{", '{"id2label": 1}'])
def test_model_without_labels(config, folder):
    """A model that is no classifier is told as such."""
    (folder / "config.json").write_text(config)

    with pytest.raises(ValueError, match="no image classifier"):
        PictureClassifier(folder, labels={"nsfw": 0.5})


def test_packages_missing(folder, monkeypatch):
    """Without torch and transformers the error says what to install."""
    monkeypatch.setattr(module, "NEEDED", ("torch_that_is_not_there", "json"))

    with pytest.raises(ValueError, match=r"pip install torch_that_is_not_there$"):
        PictureClassifier(folder, labels={"nsfw": 0.5})


@pytest.mark.skipif(not HAVE_TORCH, reason="needs a real model's libraries: pip install torch transformers torchvision")
async def test_real_model(tmp_path):
    """A tiny vision transformer with random weights loads from its folder and gives both labels scores."""
    from transformers import ViTConfig, ViTForImageClassification, ViTImageProcessor

    config = ViTConfig(
        hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=16, image_size=32, patch_size=16,
        id2label={0: "normal", 1: "nsfw"}, label2id={"normal": 0, "nsfw": 1},
    )  # fmt: skip
    ViTForImageClassification(config).save_pretrained(tmp_path)
    ViTImageProcessor(size={"height": 32, "width": 32}).save_pretrained(tmp_path)
    judge = PictureClassifier(tmp_path, labels={"normal": 0.0, "nsfw": 0.0})
    await judge.start()
    verdict = await judge.judge_picture(RED)
    await judge.close()

    assert ("normal", "nsfw") == verdict
