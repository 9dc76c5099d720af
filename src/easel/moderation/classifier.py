"""An image classifier as a moderator: a local transformers model, in a process of its own.

The server never imports torch; a crash, a hang or an out-of-memory kill ends the process and not the server, and while
it is gone nothing is let through. The folder has to hold `config.json`, `preprocessor_config.json` and safetensors
weights: no pickle is opened and no code of the model's is run.
"""

import asyncio
import contextlib
import importlib.util
import json
import math
import os
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import structlog

from easel.core.errors import ServerFull
from easel.core.frames import receive_frame, send_frame
from easel.core.image import Image
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
        self._process.stop()
        await asyncio.to_thread(self._thread.shutdown)
        # Once more, for a process that was just being started.
        self._process.stop()

    async def judge_prompt(self, prompt: str) -> tuple[str, ...]:
        """Nothing: the model reads no words."""
        del prompt
        return ()

    async def judge_picture(self, image: Image) -> tuple[str, ...]:
        """The labels that count and whose score is reached; raises ServerFull when the model cannot say."""
        try:
            scores = await asyncio.get_running_loop().run_in_executor(self._thread, self._process.scores, image)
        except (OSError, EOFError, AttributeError) as error:
            log.warning("picture classifier failed", why=type(error).__name__)
            msg = "The content check is not available right now: try again shortly."
            raise ServerFull(msg) from None
        return tuple(sorted(label for label, score in scores.items() if score >= self._labels.get(label.lower(), 2)))


class ClassifierProcess:
    """The process and the socket to it. Blocking; used by one thread."""

    def __init__(self, classifier: str, folder: Path):
        self._classifier = classifier
        self._folder = folder
        self._process: subprocess.Popen | None = None
        self._channel: socket.socket | None = None

    @property
    def pid(self) -> int | None:
        """The process id, or None while there is no process."""
        return self._process.pid if self._process else None

    def start(self) -> None:
        """Start the process and wait for the model; raises OSError."""
        channel, theirs = socket.socketpair()
        self._channel = channel
        passed_on = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "easel.moderation.child", self._classifier, str(self._folder.absolute())],
                stdin=theirs,
                stdout=subprocess.DEVNULL,
                env={**passed_on, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "HF_HUB_OFFLINE": "1"},
                start_new_session=True,
            )
        try:
            receive_frame(channel, blob_max_bytes=0, deadline=time.monotonic() + START_TIMEOUT_S)
        except (OSError, EOFError):
            self.stop()
            msg = "the model of EASEL_MODERATION_MODEL does not load"
            raise OSError(msg) from None

    def stop(self) -> None:
        """Kill the process; harmless when it has already gone."""
        channel, self._channel = self._channel, None
        process, self._process = self._process, None
        if channel is not None:
            # Wakes a thread that waits for this process; closing alone would leave it waiting.
            with contextlib.suppress(OSError):
                channel.shutdown(socket.SHUT_RDWR)
            channel.close()
        if process is not None:
            process.kill()
            process.wait()

    def scores(self, image: Image) -> dict[str, float]:
        """The score of every label; raises OSError or EOFError, and has a new process for the next picture then."""
        if self._process is None or self._process.poll() is not None:
            self.stop()
            self.start()
        channel = self._channel
        header = {"width": image.width, "height": image.height, "channels": image.channels}
        try:
            channel.settimeout(ANSWER_TIMEOUT_S)
            send_frame(channel, header, length=len(image.pixels), parts=(image.pixels,))
            answer, _ = receive_frame(channel, blob_max_bytes=0, deadline=time.monotonic() + ANSWER_TIMEOUT_S)
            if not all(math.isfinite(score) for score in answer["scores"].values()):
                # Not a number is below every threshold: it must not pass for harmless.
                msg = "a score that is no number"
                raise EOFError(msg)
        except (OSError, EOFError, AttributeError):
            # An AttributeError: the server is closing, and has closed the socket under this thread.
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
    missing = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        msg = f"EASEL_MODERATION_MODEL needs {' and '.join(missing)}: pip install {' '.join(missing)}"
        raise ValueError(msg)
