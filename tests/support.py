"""What several suites ask of a picture."""

import io

from PIL import Image


def opened(data: bytes) -> Image.Image:
    """A picture, decoded; raises when it is none."""
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def is_painted(data: bytes) -> bool:
    """Is there something to see: many colours, not a flat area?"""
    colours = opened(data).convert("RGB").resize((64, 64)).getcolors(64 * 64)
    return len(colours) > 100
