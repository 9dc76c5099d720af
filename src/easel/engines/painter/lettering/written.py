"""Text on a thing: on its board, or on the largest even part of its outside."""

import functools
import math

import cv2
import numpy as np
import skia

from easel.engines.painter.brush import Colour, luminance, paint, placed, rgb
from easel.engines.painter.layer import surface_of
from easel.engines.painter.lettering.typeset import Typeset, typeset
from easel.engines.painter.sprites.sprite import Box, Look, Sprite

#: Dark and light inks.
DARK, LIGHT = rgb("#241e26"), rgb("#fdf8ee")
#: Share of a board's sides that the text may fill.
FILLED = 0.84
#: Cells of the grid in which a place is looked for, and how unlike its cells may be in lightness, of 255.
_CELLS, _EVEN = 40, 20.0
#: Where somebody's clothes are written on: half the width of the chest, and how far from face to hips it reaches.
_CHEST, _CHEST_FROM, _CHEST_TO = 0.105, 0.4, 0.74
#: What glows at night.
GLOWING, _TUBE = frozenset({"neon_sign"}), rgb("#ff4fa0")


def write_on(
    rgba: np.ndarray, base: tuple[float, float], tall: float, sprite: Sprite, look: Look, *, turn: float
) -> None:
    """Write `look`'s text on a thing drawn in `rgba`, premultiplied (height, width, 4), in place.

    `base` is the middle of its foot and `tall` its height in pixels, `turn` how far it leans in degrees. Nothing is
    written where there is no room for letters of 3 pixels.
    """
    text = look.traits["text"]
    box = sprite.board or (_chest(sprite) if sprite.group == "person" else None)
    if box is not None:
        area = (box[0] * tall, box[1] * tall, box[2] * tall, box[3] * tall)
    else:
        found = _place(rgba, text)
        if found is None:
            return
        area = (found[0] - base[0], found[1] - base[1], found[2] - base[0], found[3] - base[1])
        turn = 0.0
    wide, high = FILLED * (area[2] - area[0]), FILLED * (area[3] - area[1])
    made = typeset(text, "plain", wide, high)
    if made is None or made.em < 3:
        return
    left, top = (area[0] + area[2] - made.wide) / 2, (area[1] + area[3] - made.tall) / 2
    ink = _ink(rgba, base, area, sprite, look)
    canvas = surface_of(rgba).getCanvas()
    with placed(canvas, base, turn=turn):
        _draw(canvas, made, (left, top), ink, glowing=sprite.name in GLOWING and look.lit)


def _chest(sprite: Sprite) -> Box:
    """The chest of a standing person."""
    face, hips = (sprite.attach.get(name, (0.0, usual))[1] for name, usual in (("face", -0.9), ("hips", -0.48)))
    return -_CHEST, face + _CHEST_FROM * (hips - face), _CHEST, face + _CHEST_TO * (hips - face)


def _draw(canvas: skia.Canvas, made: Typeset, at: tuple[float, float], ink: Colour, *, glowing: bool) -> None:
    if glowing:
        made.draw(canvas, *at, paint(ink, 0.9, blur=0.16 * made.em))
        ink = tuple(0.4 * part + 0.6 for part in ink)  # type: ignore[assignment]
    made.draw(canvas, *at, paint(ink))


def _ink(rgba: np.ndarray, base: tuple[float, float], area: Box, sprite: Sprite, look: Look) -> Colour:
    """The colour that was asked for, or dark on light and light on dark."""
    if "text_colour" in look.traits:
        return rgb(look.traits["text_colour"])
    if sprite.name in GLOWING:
        return look.colour or _TUBE
    x0, x1 = (int(max(0, base[0] + side)) for side in (area[0], area[2]))
    y0, y1 = (int(max(0, base[1] + side)) for side in (area[1], area[3]))
    ground = rgba[y0 : max(y1, y0 + 1), x0 : max(x1, x0 + 1), :3]
    if not ground.size:
        return DARK
    red, green, blue = np.median(ground.reshape(-1, 3), axis=0) / 255
    return DARK if luminance((red, green, blue)) > 0.45 else LIGHT


def _place(rgba: np.ndarray, text: str) -> Box | None:
    """The upright rectangle of the drawing in which the text is largest, on cells as even as may be; in pixels."""
    ys, xs = np.nonzero(rgba[..., 3] > 200)
    if not len(xs):
        return None
    left, right, top, bottom = xs.min(), xs.max() + 1, ys.min(), ys.max() + 1
    cut = rgba[top:bottom, left:right]
    step = max(cut.shape[:2]) / _CELLS
    size = (max(2, round(cut.shape[1] / step)), max(2, round(cut.shape[0] / step)))
    small = cv2.resize(cut, size, interpolation=cv2.INTER_AREA)
    solid = small[..., 3] > 235
    grey = cv2.cvtColor(small[..., :3], cv2.COLOR_RGB2GRAY).astype(np.float32)
    best, cells = 0.0, None
    for upper in range(size[1]):
        for lower in range(upper + 2, size[1] + 1):
            run = _longest_run(solid[upper:lower].all(axis=0))
            if run is None:
                break
            part = grey[upper:lower, run[0] : run[1]]
            worth = _em(text, run[1] - run[0], lower - upper) * math.exp(-((float(part.std()) / _EVEN) ** 2))
            if worth > best:
                best, cells = worth, (run[0], upper, run[1], lower)
    if cells is None:
        return None
    across, down = cut.shape[1] / size[0], cut.shape[0] / size[1]
    return left + cells[0] * across, top + cells[1] * down, left + cells[2] * across, top + cells[3] * down


def _longest_run(row: np.ndarray) -> tuple[int, int] | None:
    """The longest run of true cells of a row, as start and end."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], row.astype(np.int8), [0]))))
    if not len(edges):
        return None
    starts, ends = edges[::2], edges[1::2]
    longest = int(np.argmax(ends - starts))
    return int(starts[longest]), int(ends[longest])


@functools.lru_cache(maxsize=4096)
def _em(text: str, wide: int, tall: int) -> float:
    made = typeset(text, "plain", float(wide), float(tall))
    return made.em if made is not None else 0.0
