"""The picture's own text, as of a poster: laid over the finished picture where it covers least of what is in it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import skia

from easel.engines.painter.brush import Colour, luminance, mix, paint, rgb
from easel.engines.painter.language.script import is_chinese
from easel.engines.painter.layer import image_of
from easel.engines.painter.lettering.typeset import Typeset, typeset
from easel.engines.painter.lettering.written import DARK, LIGHT
from easel.engines.painter.plan import Lettering, ScenePlan
from easel.engines.painter.sprites.sprite import Box

#: Styles whose text is written with a brush, and those in which it stands in a column.
BRUSHED = frozenset({"ink_wash", "gongbi", "jianzhi", "ukiyo_e"})
UPRIGHT = frozenset({"ink_wash", "gongbi", "ukiyo_e"})
#: Share of the frame's width that a line may fill, and the greatest heights of the first and of later lettering.
WIDEST, TALLEST, TALLEST_NEXT = 0.84, 0.2, 0.085
#: Distance of the text from the edge of the frame, in shares of the shorter side.
MARGIN = 0.06
#: The same within a border, and how much narrower lines are there.
BORDERED, NARROWER = 0.15, 0.18
#: Sizes that are tried, the largest first, and the share of a text's box that may hide what is there.
SCALES, HIDDEN = (1.0, 0.75, 0.55, 0.4), 0.06
#: Grounds of marks and single things.
MARKED = frozenset({"plain", "sheet", "app_icon"})
#: Longest text of ideographs that a column takes.
LONGEST_COLUMN = 16


@dataclass(frozen=True, slots=True)
class _Spot:
    """A text and where its upper left corner is, in pixels."""

    made: Typeset
    left: float
    top: float

    @property
    def box(self) -> Box:
        return self.left, self.top, self.left + self.made.wide, self.top + self.made.tall


def lettered(pixels: np.ndarray, plan: ScenePlan, things: Sequence[Box]) -> np.ndarray:
    """The finished picture, uint8 (height, width, 3 or 4), with the plan's lettering; `pixels` stays as it is.

    `things` are the boxes of what is in it, left, top, right, bottom in [0, 1] of the frame.
    """
    height, width = pixels.shape[:2]
    scale = (width, height, width, height)
    taken = [tuple(side * size for side, size in zip(box, scale, strict=True)) for box in things]
    for number, lettering in enumerate(plan.lettering):
        spot = _spot(lettering, plan, (width, height), taken, first=number == 0)
        if spot is not None:
            pixels = _laid(pixels, spot, lettering, plan)
            taken.append(spot.box)
    return pixels


def _spot(
    lettering: Lettering, plan: ScenePlan, size: tuple[int, int], taken: Sequence[Box], *, first: bool
) -> _Spot | None:
    """Where a text covers least; smaller than it could be where it would else hide what the picture shows."""
    spots: list[_Spot] = []
    for scale in SCALES if taken else SCALES[:1]:
        for spot in _spots(lettering, plan, size, taken, scale=scale, first=first):
            if _covered(spot.box, taken) <= HIDDEN * spot.made.wide * spot.made.tall:
                return spot
            spots.append(spot)
    return min(spots, key=lambda spot: _covered(spot.box, taken), default=None)


def _spots(
    lettering: Lettering, plan: ScenePlan, size: tuple[int, int], taken: Sequence[Box], *, scale: float, first: bool
) -> list[_Spot]:
    """The places for a text of one size, those that suit it best first."""
    width, height = size
    inside = [thing for thing in plan.things if thing.trait("place") is None]
    bordered = len(inside) < len(plan.things)
    margin = (BORDERED if bordered else MARGIN) * min(size)
    face = "brush" if plan.style in BRUSHED or lettering.brush else "plain"
    text = lettering.text
    chinese = sum(map(is_chinese, text)) > len(text) / 2 and len(text) <= LONGEST_COLUMN
    if chinese and plan.style in UPRIGHT and lettering.at is None:
        made = typeset(text, face, 0.24 * width, 0.62 * height, upright=True)
        if made is None:
            return []
        made = typeset(text, face, made.wide * min(1.0, 0.11 * height / made.em), 0.62 * height, upright=True) or made
        return [_Spot(made, left, margin) for left in (margin, width - margin - made.wide)]
    alone = not inside and plan.setting in MARKED
    tall = (0.5 if alone else TALLEST if first else TALLEST_NEXT) * height
    made = typeset(text, face, (WIDEST - NARROWER * bordered) * scale * width, tall * scale)
    if made is None:
        return []
    edge = margin if bordered else margin * scale
    rows = {"top": edge, "bottom": height - edge - made.tall, "centre": (height - made.tall) / 2}
    if lettering.at is not None:
        ys = [rows[lettering.at]]
    elif alone and first:
        ys = [rows["centre"]]
    else:
        # A mark has its name below it.
        ys = [rows[row] for row in (("bottom", "top") if plan.setting in MARKED else ("top", "bottom"))]
        below = [box[3] + 0.02 * height for box in taken[-1:]] if not first else []
        ys += [y for y in below if y + made.tall < height - margin]
    return [_Spot(made, (width - made.wide) / 2, y) for y in ys]


def _covered(box: Box, taken: Sequence[Box]) -> float:
    """How many pixels of what is there a box would cover."""
    total = 0.0
    for other in taken:
        across = min(box[2], other[2]) - max(box[0], other[0])
        down = min(box[3], other[3]) - max(box[1], other[1])
        total += max(0.0, across) * max(0.0, down)
    return total


def _laid(pixels: np.ndarray, spot: _Spot, lettering: Lettering, plan: ScenePlan) -> np.ndarray:
    """The picture with one text on it: its ink, and a soft shade of the opposite lightness behind."""
    height, width = pixels.shape[:2]
    left, top, right, bottom = (int(edge) for edge in spot.box)
    ground = pixels[max(0, top) : max(bottom, top + 1), max(0, left) : max(right, left + 1), :3]
    light, ink = _ink(ground, lettering, plan)
    clear = pixels.shape[2] == 4
    sheet = np.zeros((height, width, 4), np.uint8)
    surface = skia.Surface(sheet, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)
    canvas = surface.getCanvas()
    if not clear:
        canvas.drawImage(image_of(np.dstack([pixels, np.full((height, width), 255, np.uint8)])), 0, 0)
        shade = DARK if light else LIGHT
        em = spot.made.em
        for blur, strength in ((0.22 * em, 0.5), (0.05 * em, 0.6)):
            spot.made.draw(canvas, spot.left, spot.top + 0.015 * em, paint(shade, strength, blur=blur))
    spot.made.draw(canvas, spot.left, spot.top, paint(ink))
    surface.flushAndSubmit()
    if not clear:
        return np.ascontiguousarray(sheet[..., :3])
    cover = sheet[..., 3:].astype(np.float32) / 255
    out = pixels.copy()
    out[..., :3] = pixels[..., :3] * (1 - cover) + np.float32(255) * np.array(ink, np.float32) * cover
    out[..., 3] = np.maximum(pixels[..., 3], sheet[..., 3])
    return out


def _ink(ground: np.ndarray, lettering: Lettering, plan: ScenePlan) -> tuple[bool, Colour]:
    """Whether the text is lighter than what is behind it, and its colour."""
    red, green, blue = np.median(ground.reshape(-1, 3), axis=0) / 255
    behind = luminance((red, green, blue))
    if lettering.colour is not None:
        ink = rgb(lettering.colour)
        return luminance(ink) > behind, ink
    light = behind < 0.52
    if plan.style == "jianzhi":
        return light, rgb("#b3221f")
    return light, mix(LIGHT if light else DARK, (red, green, blue), 0.06)
