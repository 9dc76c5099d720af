"""Stand-ins for the model that the classifier process runs: they need neither torch nor a real model."""

import os
import time
from pathlib import Path

from easel.core.image import Image


class Redness:
    """Scores how red the first pixel is. A first pixel that is green kills the process, a blue one makes no number."""

    def __init__(self, folder: Path):
        assert folder.is_absolute()
        assert not [name for name in os.environ if name.startswith("EASEL_")]

    def scores(self, image: Image) -> dict[str, float]:
        """The labels `NSFW` and `normal`."""
        red, green, blue = image.pixels[:3]
        if green == 255:
            os._exit(9)
        score = float("nan") if blue == 255 else red / 255
        return {"NSFW": score, "normal": 1 - score}


class Slow(Redness):
    """Takes a second for each picture."""

    def scores(self, image: Image) -> dict[str, float]:
        """As red as it is, but late."""
        time.sleep(1)
        return super().scores(image)


class Broken:
    """Does not load."""

    def __init__(self, folder: Path):
        raise OSError(folder)
