"""The visible label 「AI生成」, drawn into a picture's lower right corner.

GB 45438-2025 asks for text in a corner or at an edge, at least 5 % of the shorter side high and legible. Here
even the lowest glyphs, the capitals, reach 5 %. A dark translucent plate makes the white text legible on anything.
"""

import math
from functools import lru_cache
from importlib import resources
from io import BytesIO

import numpy as np
from PIL import Image as PillowImage
from PIL import ImageDraw, ImageFont

from easel.core.image import Image

TEXT = "AI生成"
#: The least height of the text as a share of the picture's shorter side.
MIN_HEIGHT = 0.05
#: Height of the font's capitals in em.
_CAPITAL_EM = 0.733
#: Below this em size, in pixels, the strokes of 生 run together.
_LEGIBLE_PX = 12
#: White on this plate over a white picture has a contrast of 5.7:1 (WCAG asks for 4.5:1).
_PLATE_OPACITY = 0.6
_PADDING_EM = 0.3
_MARGIN_EM = 0.4
#: What text, padding and margin need of the picture, in em.
_WIDTH_EM, _HEIGHT_EM = 4.5, 2.3

_FONT = (resources.files(__package__) / "label.ttf").read_bytes()


def draw(image: Image) -> Image:
    """The same picture with the label; `image` itself stays as it is. Transparent pixels under it become visible."""
    em = _em(image.width, image.height)
    light, cover = _stamp(em)
    margin = round(_MARGIN_EM * em)
    bottom, right = max(image.height - margin, 1), max(image.width - margin, 1)
    top, left = max(bottom - light.shape[0], 0), max(right - light.shape[1], 0)
    light, cover = light[top - bottom :, left - right :], cover[top - bottom :, left - right :]
    pixels = np.frombuffer(image.pixels, np.uint8).reshape(image.height, image.width, image.channels).copy()
    _blend(pixels[top:bottom, left:right], light, cover)
    return Image(image.width, image.height, image.channels, memoryview(pixels).cast("B"))


def _em(width: int, height: int) -> int:
    """The font size in pixels: what the rule asks for, legible where the picture is small, never too wide for it."""
    wanted = math.ceil(MIN_HEIGHT * min(width, height) / _CAPITAL_EM)
    fitting = int(min(width / _WIDTH_EM, height / _HEIGHT_EM))
    return max(1, min(max(wanted, _LEGIBLE_PX), fitting))


@lru_cache(maxsize=8)
def _stamp(em: int) -> tuple[np.ndarray, np.ndarray]:
    """The label at one size: how much white it adds and how much it covers, both in [0, 1], per pixel."""
    font = ImageFont.truetype(BytesIO(_FONT), em, layout_engine=ImageFont.Layout.BASIC)
    left, top, right, bottom = (int(edge) for edge in font.getbbox(TEXT))
    sheet = PillowImage.new("L", (right - left, bottom - top))
    ImageDraw.Draw(sheet).text((-left, -top), TEXT, fill=255, font=font)
    text = np.pad(np.asarray(sheet, np.float32) / 255, max(1, round(_PADDING_EM * em)))[..., np.newaxis]
    cover = text + _PLATE_OPACITY * _plate(text.shape[0], text.shape[1], em / 4) * (1 - text)
    return text, cover


def _plate(height: int, width: int, radius: float) -> np.ndarray:
    """A filled rectangle with round corners: each pixel's coverage in [0, 1], from its distance to the edge."""
    y = np.abs(np.arange(height, dtype=np.float32) + 0.5 - height / 2) - height / 2 + radius
    x = np.abs(np.arange(width, dtype=np.float32) + 0.5 - width / 2) - width / 2 + radius
    outside = np.hypot(np.maximum(y, 0)[:, np.newaxis], np.maximum(x, 0)[np.newaxis])
    return np.clip(radius + 0.5 - outside, 0, 1)[..., np.newaxis]


def _blend(region: np.ndarray, light: np.ndarray, cover: np.ndarray) -> None:
    """Lay the stamp over `region` in place: the "over" operator, for straight alpha where the picture has one."""
    has_alpha = region.shape[2] in (2, 4)
    below = region[..., -1:].astype(np.float32) / 255 if has_alpha else np.float32(1)
    colour = region[..., :-1] if has_alpha else region
    alpha = cover + below * (1 - cover)
    blended = (255 * light + colour * below * (1 - cover)) / np.maximum(alpha, 1e-6)
    colour[...] = np.rint(blended)
    if has_alpha:
        region[..., -1:] = np.rint(255 * alpha)
