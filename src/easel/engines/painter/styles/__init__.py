"""Styles: a finished scene repainted in a manner.

Each style is one function from a float32 RGB picture in [0, 1] and a Hand to another; results may leave [0, 1] a
little, `apply` clips. Lengths are in units of the picture's size, and strokes, cells and stamps are of a fixed number,
so the same style looks the same, and costs the same per pixel, whatever the picture shows. Large pictures are painted
window by window after a sketch: `hand.py` tells how.
"""

import math
from collections.abc import Callable

import cv2
import numpy as np

from easel.engines.painter.styles import cut, drawn, dry, lens, mosaic, paper, silk, stroked, wet
from easel.engines.painter.styles.hand import Hand
from easel.engines.painter.styles.smoothing import working_size
from easel.engines.painter.styles.tone import mix

#: The style pass behind every name of `plan.STYLES`.
PASSES: dict[str, Callable[[np.ndarray, Hand], np.ndarray]] = {
    "none": lens.plain,
    "photo": lens.photo,
    "cinematic": lens.cinematic,
    "watercolor": wet.watercolor,
    "oil": stroked.oil,
    "impasto": stroked.impasto,
    "ink_wash": wet.ink_wash,
    "gouache": wet.gouache,
    "pencil": dry.pencil,
    "charcoal": dry.charcoal,
    "pastel": stroked.pastel,
    "cartoon": drawn.cartoon,
    "anime": drawn.anime,
    "comic": drawn.comic,
    "flat_vector": cut.flat_vector,
    "pixel_art": mosaic.pixel_art,
    "low_poly": mosaic.low_poly,
    "ukiyo_e": cut.ukiyo_e,
    "stained_glass": mosaic.stained_glass,
    "paper_cut": paper.paper_cut,
    "jianzhi": paper.jianzhi,
    "medieval": cut.medieval,
    "genki": drawn.genki,
    "gongbi": silk.gongbi,
    "line_art": drawn.line_art,
    "digital": lens.digital,
    "cyberpunk": lens.cyberpunk,
    "vintage": lens.vintage,
}

#: Pixels of a window, without its surroundings: enough for the cost of these to be small, few enough for the memory.
WINDOW_PX = 1_100_000
#: What a window sees of its surroundings, in units: no pass moves or blurs pixels farther without settling it.
MARGIN = 15.0
#: Windows begin at whole blocks of rows, so that blurs on a smaller copy fall alike in all of them.
BLOCK = 32


def apply(
    picture: np.ndarray,
    style: str,
    *,
    weight: float = 1.0,
    seed: int = 0,
    detail: float = 1.0,
    window_px: int = WINDOW_PX,
) -> np.ndarray:
    """The picture in `style`: a new array like `picture`, uint8 (H, W, 3), at least 16 pixels a side.

    `weight` in (0, 1] blends from the picture to the style. `detail` (about 0.5 to 2) makes strokes and cells finer.
    The same arguments give the same bytes; `window_px` (pixels painted at once) is no matter of looks.
    Raises KeyError for a name that is not in `plan.STYLES`.
    """
    paint = PASSES[style]
    height, width = picture.shape[:2]
    size = working_size(picture.shape)
    hand = Hand(rng=np.random.default_rng(seed), full=size[::-1], goal=(height, width), detail=detail)
    sketch = paint(_floats(cv2.resize(picture, size, interpolation=cv2.INTER_AREA)), hand)
    # Vendors' usual weight is 0.8 and means "clearly this style", so the blend rises quickly.
    share = 1 - (1 - min(max(weight, 0.0), 1.0)) ** 2
    if hand.full == hand.goal:
        return _bytes(sketch, picture, share)
    del sketch
    result = np.empty((height, width, 3), np.uint8)
    for seen, rows in _windows(hand.goal, window_px):
        window = picture[seen]
        styled = _bytes(paint(_floats(window), hand.before(seen)), window, share)
        result[rows] = styled[rows.start - seen.start : rows.stop - seen.start]
    return result


def _windows(full: tuple[int, int], window_px: int) -> list[tuple[slice, slice]]:
    """What is seen for each window, and the part of that which it paints; both as rows of the picture."""
    height, width = full
    margin = math.ceil(MARGIN * (height * width) ** 0.5 / 1000 / BLOCK) * BLOCK
    step = max(1, round(window_px / width / BLOCK)) * BLOCK
    starts = range(0, height, step)
    return [
        (slice(max(0, start - margin), min(height, start + step + margin)), slice(start, min(height, start + step)))
        for start in starts
    ]


def _floats(pixels: np.ndarray) -> np.ndarray:
    return pixels.astype(np.float32) * np.float32(1 / 255)


def _bytes(styled: np.ndarray, picture: np.ndarray, share: float) -> np.ndarray:
    """`styled`, blended with the picture and clipped, as bytes."""
    if share < 1:
        styled = mix(_floats(picture), np.clip(styled, 0, 1), share)
    # Rounds to nearest and clips.
    return cv2.convertScaleAbs(np.maximum(styled, 0), alpha=255)
