"""Styles: a finished scene repainted in a manner.

Each style is one function from a float32 RGB picture in [0, 1] and a Hand to another; results may leave [0, 1] a
little, `apply` clips. Lengths are in units of the picture's size, and strokes, cells and stamps are of a fixed number,
so the same style looks the same, and costs the same per pixel, whatever the picture shows.
"""

from collections.abc import Callable

import cv2
import numpy as np

from easel.engines.painter.styles import cut, drawn, dry, lens, mosaic, stroked, wet
from easel.engines.painter.styles.hand import Hand

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
    "paper_cut": cut.paper_cut,
    "medieval": cut.medieval,
    "genki": drawn.genki,
    "digital": lens.digital,
    "cyberpunk": lens.cyberpunk,
    "vintage": lens.vintage,
}

#: Longest side that a style is painted at: beyond it memory takes the time, and nobody sees a finer tooth.
STYLED_SIDE_MAX = 3072
#: Styles that are enlarged otherwise than smoothly.
CRISP = {"pixel_art": cv2.INTER_NEAREST}


def apply(image: np.ndarray, style: str, *, weight: float = 1.0, seed: int = 0, detail: float = 1.0) -> np.ndarray:
    """The picture in `style`: a new float32 array of the same shape in [0, 1].

    `image` is float32 (H, W, 3) in [0, 1], at least 16 pixels a side. `weight` in (0, 1] blends from the picture to
    the style. `detail` (about 0.5 to 2) makes strokes and cells finer. The same arguments give the same bytes.
    Raises KeyError for a name that is not in `plan.STYLES`.
    """
    image = np.clip(np.ascontiguousarray(image, np.float32), 0, 1)
    full_height, full_width = image.shape[:2]
    factor = min(1.0, STYLED_SIDE_MAX / max(full_height, full_width))
    source = image
    if factor < 1:
        size = (round(full_width * factor), round(full_height * factor))
        source = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
    height, width = source.shape[:2]
    hand = Hand(rng=np.random.default_rng(seed), unit_px=(height * width) ** 0.5 / 1000, detail=detail)
    styled = PASSES[style](source, hand)
    if factor < 1:
        styled = cv2.resize(styled, (full_width, full_height), interpolation=CRISP.get(style, cv2.INTER_CUBIC))
    styled = np.clip(styled, 0, 1, out=styled)
    # Vendors' usual weight is 0.8 and means "clearly this style", so the blend rises quickly.
    share = 1 - (1 - min(max(weight, 0.0), 1.0)) ** 2
    return styled if share == 1 else image + (styled - image) * np.float32(share)
