"""Pictures for the finishing tests."""

import io

import numpy as np
from PIL import Image as PillowImage

from easel.core.image import Image
from easel.core.job import Job
from easel.core.result import Painted
from easel.finishing.metadata import read_metadata


def image(pixels: np.ndarray) -> Image:
    """An array of height, width and channels as an Image."""
    height, width, channels = pixels.shape
    return Image(width, height, channels, np.ascontiguousarray(pixels).tobytes())


def array(of: Image) -> np.ndarray:
    """An Image as an array of height, width and channels."""
    return np.frombuffer(of.pixels, np.uint8).reshape(of.height, of.width, of.channels)


def flat(width: int, height: int, *colour: int) -> Image:
    """A picture of one colour."""
    return image(np.full((height, width, len(colour)), colour, np.uint8))


def noise(width: int, height: int, channels: int = 3, *, seed: int = 0) -> Image:
    """Random pixels."""
    return image(np.random.default_rng(seed).integers(0, 256, (height, width, channels), dtype=np.uint8))


def photo(width: int, height: int, channels: int = 3) -> Image:
    """Smooth colours with a little grain, as in a photo."""
    small = PillowImage.fromarray(array(noise(24, 24, channels)))
    smooth = np.asarray(small.resize((width, height), PillowImage.Resampling.BICUBIC), np.int16)
    grain = np.random.default_rng(1).integers(-6, 7, (height, width, 1), dtype=np.int16)
    return image(np.clip(smooth + grain, 0, 255).astype(np.uint8).reshape(height, width, channels))


def decoded(data: bytes) -> np.ndarray:
    """A file's pixels as Pillow reads them."""
    with PillowImage.open(io.BytesIO(data)) as opened:
        opened.load()
        pixels = np.asarray(opened)
    return pixels if pixels.ndim == 3 else pixels[..., np.newaxis]


def job(**settings: object) -> Job:
    """A job with a prompt and whatever else is given."""
    return Job(**{"model": "image-01", "dialect": "minimax", "prompt": "a cat", **settings})


def painted(of: Image, **settings: object) -> Painted:
    """A painted picture of the painter."""
    defaults = {"index": 2, "seed": 41, "prompt": "a cat, painted", "details": {"engine": "painter"}}
    return Painted(image=of, **{**defaults, **settings})


def aigc_of(data: bytes) -> dict[str, str] | None:
    """The AIGC label of a file; None where it has none."""
    metadata = read_metadata(data)
    return dict(metadata.aigc) or None if metadata is not None else None
