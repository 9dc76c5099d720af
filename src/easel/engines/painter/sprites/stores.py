"""What things are kept in: wardrobes, chests of drawers, barrels."""

from collections.abc import Sequence

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import Colour, Point, ball, linear, rgb, shade, side, top
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.sprite import Draw, Look, Sprite

BRASS = rgb("#c9a14a")


def _panel(c: skia.Canvas, at: Point, wide: float, high: float, wood: Colour) -> None:
    """A door or a drawer with a bevelled field; `at` is its upper left corner."""
    x, y = at
    inset = 0.16 * min(wide, high)
    field = linear((x, y), (x, y + high), (shade(wood, 0.9), shade(wood, 1.12)))
    layers = (
        (0.0, shade(wood, 0.45)), (0.008, side(shade(wood, 0.98), 1.05)), (inset, shade(wood, 0.68)),
        (inset + 0.007, field),
    )  # fmt: skip
    for inward, ink in layers:
        b.rectangle(c, (x + inward, y + inward), wide - 2 * inward, high - 2 * inward, ink, round=0.008)


def _wardrobe(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    wood = look.colour or rgb("#9a6a42")
    for x in (-0.27, 0.21):
        b.rectangle(c, (x, -0.06), 0.06, 0.06, shade(wood, 0.5))
    b.rectangle(c, (-0.3, -0.96), 0.6, 0.91, side(wood, 1.1))
    for x in (-0.28, 0.005):
        _panel(c, (x, -0.91), 0.275, 0.62, wood)
        _panel(c, (x, -0.27), 0.275, 0.17, wood)
        b.circle(c, (x + 0.1375, -0.185), 0.014, ball(BRASS))
    for x in (-0.03, 0.03):
        b.rectangle(c, (x - 0.007, -0.64), 0.014, 0.09, ball(BRASS), round=0.006)
    b.rectangle(c, (-0.335, -1.0), 0.67, 0.055, top(shade(wood, 1.15)), round=0.012)


def _dresser(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    wood = look.colour or rgb("#a9774a")
    for x in (-0.74, 0.66):
        b.polygon(c, [(x, -0.14), (x + 0.08, -0.14), (x + 0.06, 0), (x + 0.02, 0)], shade(wood, 0.5))
    b.rectangle(c, (-0.78, -0.94), 1.56, 0.82, side(wood, 1.1))
    for row in range(3):
        for x in (-0.74, 0.01):
            y = -0.88 + 0.25 * row
            _panel(c, (x, y), 0.73, 0.23, wood)
            b.rectangle(c, (x + 0.295, y + 0.105), 0.14, 0.024, ball(BRASS), round=0.01)
    b.rectangle(c, (-0.84, -1.0), 1.68, 0.075, top(shade(wood, 1.15)), round=0.015)


def _hoop(c: skia.Canvas, y: float, half: float) -> None:
    iron = rgb("#4b4a4c")
    bend = 0.045
    points: Sequence[Point] = [(-half, y), (0, y + bend), (half, y)]
    b.curve(c, points, iron, 0.055)
    b.curve(c, [(-half, y - 0.012), (0, y + bend - 0.012), (half, y - 0.012)], shade(iron, 1.9), 0.01, 0.6)


def _barrel(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    wood = look.colour or rgb("#a26b3a")
    shape = b.outline(
        "-.31,-.96 -.38,-.75 -.41,-.5 -.38,-.22 -.31,-.02! 0,.02 .31,-.02! .38,-.22 .41,-.5 .38,-.75 .31,-.96!"
    )
    b.fill(c, shape, side(wood, 1.25))
    with b.clipped(c, shape):
        for k in range(-4, 5):
            x = 0.075 * k
            strokes(c, [((0.8 * x, -0.97), (1.12 * x, -0.5), (0.8 * x, 0.02))], shade(wood, 0.55), 0.01, 0.9)
        grain = rng.uniform((-0.38, -0.92), (0.38, -0.06), (40, 2))
        strokes(c, [((x, y), (x + 0.004, y + 0.07)) for x, y in grain.tolist()], shade(wood, 0.75), 0.006, 0.6)
        for y, half in ((-0.88, 0.35), (-0.7, 0.41), (-0.29, 0.41), (-0.1, 0.36)):
            _hoop(c, y, half)
    b.ellipse(c, (0, -0.96), 0.31, 0.045, shade(wood, 0.62))
    b.ellipse(c, (0, -0.955), 0.27, 0.035, top(shade(wood, 1.15)))


def _sprite(name: str, draw: Draw, height: float, width: float, group: str = "furniture") -> Sprite:
    points = {"top": (0.0, -0.97), "seat": (0.0, -0.97), "head": (0.0, -0.97), "hand": (0.0, -0.5)}
    return Sprite(name=name, draw=draw, height=height, width=width, place="ground", group=group, attach=points)


SPRITES = (
    _sprite("wardrobe", _wardrobe, 0.54, 0.68),
    _sprite("dresser", _dresser, 0.26, 1.7),
    _sprite("barrel", _barrel, 0.24, 0.84, "object"),
)
