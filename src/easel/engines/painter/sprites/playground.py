"""A swing, and a surfboard on its wave."""

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import rgb, shade, side, top
from easel.engines.painter.sprites.ridden import foam, surfboard
from easel.engines.painter.sprites.sprite import Look, Sprite


def _swing(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A wooden frame with one seat on two ropes."""
    wood, rope = look.colour or rgb("#9a6236"), rgb("#c9a878")
    for foot in (0.54, 0.36):
        for sign in b.both_sides(c):
            b.limb(c, [(0.46, -0.97), (foot, 0.0)], (0.035, 0.045), side(shade(wood, 0.85 if sign < 0 else 0.7)))
    b.rectangle(c, (-0.52, -1.0), 1.04, 0.055, top(wood, 1.1), round=0.02)
    for x in (-0.17, 0.17):
        b.line(c, (x, -0.96), (x, -0.27), shade(rope, 0.7), 0.018)
        b.line(c, (x, -0.96), (x, -0.27), rope, 0.011)
    b.rectangle(c, (-0.2, -0.28), 0.4, 0.03, top(shade(wood, 1.15)), round=0.008)


def _surfboard(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A surfboard before the crest of a wave."""
    with b.placed(c, (0.0, -0.14), scale=1.7):
        surfboard(c, (0.0, 0.0), (0.0, 0.0))
        foam(c, (0.0, 0.0), (0.0, 0.0))


SPRITES = (
    Sprite(name="swing", draw=_swing, height=0.62, width=1.15, group="object",
           attach={"seat": (0.0, -0.27), "top": (0.0, -0.27), "hand": (0.0, -0.5), "head": (0.0, -0.97)}),
    Sprite(name="surfboard", draw=_surfboard, height=0.2, width=2.0, place="water", group="object",
           attach={"top": (0.06, -0.16), "hand": (0.0, -0.2)}),
)  # fmt: skip
