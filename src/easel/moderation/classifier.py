"""An image classifier as a moderator: a local transformers model, in a process of its own.

The server never imports torch; a crash, a hang or an out-of-memory kill ends the process and not the server, and while
it is gone nothing is let through. The folder has to hold `config.json`, `preprocessor_config.json` and safetensors
weights: no pickle is opened and no code of the model's is run.
"""

import asyncio
import json
import math
import os
import time
from collections.abc import Mapping
from pathlib import Path

import structlog

from easel.core.child_process import ChildProcess
from easel.core.errors import ServerFull
from easel.core.frames import receive_frame, send_frame
from easel.core.image import Image
from easel.core.libraries import lacking
from easel.core.threads import pool

log = structlog.get_logger(__name__)

#: Importing torch and reading a model of some hundred MB from a slow disk.
START_TIMEOUT_S = 120.0
#: For one picture; a large vision transformer takes 2 s on one core.
ANSWER_TIMEOUT_S = 30.0
CLASSIFIER = "easel.moderation.image_model:ImageModel"
NEEDED = ("torch", "transformers")
#: What the process may know of the server's environment, which may hold keys.
PASSED_ON = ("PATH", "LD_LIBRARY_PATH", "CUDA_VISIBLE_DEVICES", "HOME", "TMPDIR", "OMP_NUM_THREADS")


class PictureClassifier:
    """Blocks pictures that the model gives one of `labels` (label: score from 0 to 1 from which it counts).

    Prompts all pass.
    """

    looks = True

    def __init__(self, folder: Path, *, labels: Mapping[str, float], classifier: str = CLASSIFIER):
        """`classifier` is the `module:class` that the process runs.

        Raises ValueError when the folder holds no such model, when the model has none of the labels, or when torch
        or transformers are missing.
        """
        known = labels_of(folder)
        self._labels = {label.lower(): threshold for label, threshold in labels.items()}
        if not self._labels.keys() & {label.lower() for label in known}:
            msg = f"EASEL_MODERATION_LABELS names none of the model's labels: {', '.join(known)}"
            raise ValueError(msg)
        if classifier == CLASSIFIER:
            check_packages()
        self._process = ClassifierProcess(classifier, folder)
        # One picture at a time: torch uses every core by itself.
        self._thread = pool(1, "classifier")

    async def start(self) -> None:
        """Load the model; raises OSError when it does not load."""
        await asyncio.get_running_loop().run_in_executor(self._thread, self._process.start)

    async def close(self) -> None:
        """Kill the process; what it was looking at is not let through."""
        self._thread.shutdown(wait=False, cancel_futures=True)
        self._process.close()
        await asyncio.to_thread(self._thread.shutdown)

    async def judge_prompt(self, prompt: str) -> tuple[str, ...]:
        """Nothing: the model reads no words."""
        del prompt
        return ()

    async def judge_picture(self, image: Image) -> tuple[str, ...]:
        """The labels that count and whose score is reached; raises ServerFull when the model cannot say."""
        try:
            scores = await asyncio.get_running_loop().run_in_executor(self._thread, self._process.scores, image)
        except (OSError, EOFError) as error:
            log.warning("picture classifier failed", why=type(error).__name__)
            msg = "The content check is not available right now: try again shortly."
            raise ServerFull(msg) from None
        return tuple(sorted(label for label, score in scores.items() if score >= self._labels.get(label.lower(), 2)))


class ClassifierProcess(ChildProcess):
    """The classifier; used by one thread."""

    def __init__(self, classifier: str, folder: Path):
        passed_on = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
        super().__init__(
            "easel.moderation.child", classifier, str(folder.absolute()),
            start_timeout_s=START_TIMEOUT_S, env={**passed_on, "HF_HUB_OFFLINE": "1"}, quiet=True,
        )  # fmt: skip

    def start(self) -> None:
        """Start the process and wait for the model; raises OSError."""
        try:
            super().start()
        except OSError:
            msg = "the model of EASEL_MODERATION_MODEL does not load"
            raise OSError(msg) from None

    def scores(self, image: Image) -> dict[str, float]:
        """The score of every label; raises OSError or EOFError, and has a new process for the next picture then."""
        if not self.running:
            self.start()
        header = {"width": image.width, "height": image.height, "channels": image.channels}
        try:
            channel = self.socket
            channel.settimeout(ANSWER_TIMEOUT_S)
            send_frame(channel, header, length=len(image.pixels), parts=(image.pixels,))
            answer, _ = receive_frame(channel, blob_max_bytes=0, deadline=time.monotonic() + ANSWER_TIMEOUT_S)
            if not all(math.isfinite(score) for score in answer["scores"].values()):
                # Not a number is below every threshold: it must not pass for harmless.
                msg = "a score that is no number"
                raise EOFError(msg)
        except (OSError, EOFError):
            self.stop()
            raise
        return answer["scores"]


def labels_of(folder: Path) -> tuple[str, ...]:
    """The labels of the model in a folder; raises ValueError unless it holds one with safetensors weights."""
    missing = [name for name in ("config.json", "preprocessor_config.json") if not (folder / name).is_file()]
    if not any(folder.glob("*.safetensors")):
        missing.append("*.safetensors")
    if missing:
        msg = f"EASEL_MODERATION_MODEL must be a folder with a transformers model; it has no {', '.join(missing)}"
        raise ValueError(msg)
    try:
        return tuple(json.loads((folder / "config.json").read_text(encoding="utf-8"))["id2label"].values())
    except (KeyError, AttributeError, TypeError, ValueError):
        msg = "EASEL_MODERATION_MODEL is no image classifier: its config.json names no labels (id2label)"
        raise ValueError(msg) from None


def check_packages() -> None:
    """Raise ValueError unless torch and transformers are installed; does not import them."""
    missing = lacking(NEEDED)
    if missing:
        msg = f"EASEL_MODERATION_MODEL needs {' and '.join(missing)}: pip install {' '.join(missing)}"
        raise ValueError(msg)
