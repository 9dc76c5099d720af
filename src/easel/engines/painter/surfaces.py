"""What surfaces show when they are large: the hair of animals, the grain of walls. From afar there is nothing of it."""

from collections.abc import Callable
from functools import lru_cache

import cv2
import numpy as np
import skia

from easel.engines.painter.brush import BLACK, WHITE, Surface, paint
from easel.engines.painter.layer import image_of, surface_of
from easel.engines.painter.noise import smoothstep

#: Animals with hair that lies down along them.
FURRY = frozenset(
    "cat dog fox wolf bear panda lion tiger rabbit horse deer cow squirrel monkey mouse camel goat koala hedgehog "
    "donkey giraffe leopard raccoon otter kangaroo unicorn".split()
)
#: The height in pixels from which a surface is seen, and at which all of it is.
SEEN_PX = (420.0, 1500.0)
#: Side of a tile in pixels, hairs in it, and how long one is.
TILE, HAIRS, HAIR_PX = 512, 4200, 46.0
#: The heights in pixels of a thing on which a tile is as large as it was drawn.
HAIR_AT, WALL_AT = 2300.0, 1800.0
NEAREST = skia.SamplingOptions(skia.FilterMode.kNearest)


def textured(rgba: np.ndarray, kind: str, group: str, tall: float, box: tuple[float, float, float, float]) -> None:
    """Add hair or grain to a premultiplied uint8 patch, in place, for a thing that is `tall` pixels high.

    `box` is where it is in the patch, in pixels: left, top, right, bottom.
    """
    share = float(smoothstep(*SEEN_PX, np.float32(tall)))
    if not share:
        return
    if kind in FURRY:
        drawn, scale, strong = _hair, tall / HAIR_AT, 0.75
    elif group == "building":
        drawn, scale, strong = _grain, tall / WALL_AT, 0.8
    else:
        return
    side = round(TILE * min(2.0, max(0.3, scale)))
    tile = _sized(drawn, side)
    canvas = surface_of(rgba).getCanvas()
    canvas.clipRect(skia.Rect.MakeLTRB(*box))
    laid = skia.Paint(Alphaf=strong * share, BlendMode=skia.BlendMode.kSrcATop)
    left, top, right, bottom = (int(value) for value in box)
    # Tile by tile: the paint would take a shader of pixels over by way of a PNG file.
    for y in range(top, bottom + 1, side):
        for x in range(left, right + 1, side):
            canvas.drawImage(tile, x, y, NEAREST, laid)


@lru_cache(maxsize=2)
def _sized(drawn: Callable[[], np.ndarray], side: int) -> skia.Image:
    way = cv2.INTER_AREA if side < TILE else cv2.INTER_LINEAR
    return image_of(np.ascontiguousarray(cv2.resize(drawn(), (side, side), interpolation=way)))


@lru_cache(maxsize=1)
def _hair() -> np.ndarray:
    """Light and dark hairs that hang down a little slanted; the tile goes on at every side."""
    rng, surface = np.random.default_rng(5), Surface(TILE, TILE)
    for ink, alpha in ((BLACK, 0.13), (WHITE, 0.13), (BLACK, 0.08), (WHITE, 0.1)):
        path = skia.Path()
        hairs = rng.uniform((0, 0, -0.35, 0.5), (TILE, TILE, 0.35, 1.2), (HAIRS // 4, 4))
        for x, y, lean, long in hairs.tolist():
            dx, dy = lean * HAIR_PX * long, HAIR_PX * long
            for left in (x - TILE, x, x + TILE):
                for high in (y - TILE, y):
                    path.moveTo(left, high)
                    path.quadTo(left + 0.2 * dx, high + 0.5 * dy, left + dx, high + dy)
        surface.canvas.drawPath(path, paint(ink, alpha, width=2.4))
    return surface.rgba


@lru_cache(maxsize=1)
def _grain() -> np.ndarray:
    """Rough plaster or weathered stone: broad stains and fine pits, light and dark; the tile goes on at every side."""
    rng = np.random.default_rng(6)
    away = np.hypot(*np.meshgrid(np.fft.fftfreq(TILE), np.fft.rfftfreq(TILE), indexing="ij")) * TILE
    field = sum(_periodic(rng, away, slope) * weight for slope, weight in ((1.5, 0.6), (0.35, 1.0)))
    field = np.clip(field / 2.6, -1, 1)
    alpha = (np.abs(field) * 0.2 * 255).astype(np.uint8)
    # Premultiplied: where it is light, as much white as there is cover.
    tone = np.where(field > 0, alpha, 0).astype(np.uint8)
    return np.dstack([tone, tone, tone, alpha])


def _periodic(rng: np.random.Generator, away: np.ndarray, slope: float) -> np.ndarray:
    """Noise of standard deviation 1 whose waves fall off with their number to the power of `slope`."""
    waves = np.fft.rfft2(rng.normal(size=(TILE, TILE))) / np.maximum(away, 1.0) ** slope
    waves[0, 0] = 0
    field = np.fft.irfft2(waves, (TILE, TILE))
    return field / field.std()
