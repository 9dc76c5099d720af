"""Lamps that hang from a ceiling: the drawing's top is where the cord begins."""

from math import cos, pi, sin

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import ball, mix, rgb, shade, side
from easel.engines.painter.sprites.building_parts import GOLD
from easel.engines.painter.sprites.sprite import Draw, Look, Sprite

_WARM = rgb("#ffe1a0")


def _pendant_lamp(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A dome on a cord, its bulb lighting the inside."""
    metal = look.colour or rgb("#33564f")
    b.rectangle(c, (-0.07, -1.0), 0.14, 0.03, side(shade(metal, 0.8)), round=0.01)
    b.line(c, (0, -0.98), (0, -0.34), rgb("#2a2a2e"), 0.014)
    b.glow(c, (0, -0.06), 0.46, _WARM, 0.7 if look.lit else 0.45)
    b.rectangle(c, (-0.045, -0.37), 0.09, 0.07, side(GOLD, 1.1), round=0.015)
    b.blob(c, "-.06,-.32! .06,-.32! .2,-.26 .32,-.13 .35,.0! -.35,.0! -.32,-.13 -.2,-.26", side(metal, 1.1))
    b.ellipse(c, (0, -0.005), 0.35, 0.04, mix(metal, _WARM, 0.75))
    b.circle(c, (0, -0.005), 0.06, ball(rgb("#fff6d8"), 0.4))
    b.curve(c, "-.27,-.06 -.22,-.17 -.12,-.25", shade(metal, 1.7), 0.018, 0.6)


def _chandelier(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """Arms of brass with candles in a ring, strings of crystal below."""
    brass = look.colour or GOLD
    b.line(c, (0, -1.0), (0, -0.6), shade(brass, 0.8), 0.018)
    b.glow(c, (0, -0.42), 0.7, _WARM, 0.6 if look.lit else 0.35)
    b.blob(c, ".0,-.66 .05,-.58 .03,-.48 .09,-.36 .05,-.22 .0,-.16", ball(brass, 1.1), mirrored=True)
    for turn in (0.15, 0.5, 0.85):
        for _ in b.both_sides(c):
            x = 0.56 * cos(0.5 * pi * (1 - turn))
            y = -0.36 + 0.07 * sin(pi * turn)
            b.curve(c, [(0, -0.34), (0.5 * x, -0.2), (x, y + 0.03)], shade(brass, 0.8 + 0.3 * turn), 0.022)
            b.ellipse(c, (x, y), 0.055, 0.016, ball(brass))
            b.rectangle(c, (x - 0.017, y - 0.1), 0.034, 0.1, rgb("#f7eed8"))
            b.blob(c, [(x, y - 0.17), (x + 0.016, y - 0.125), (x, y - 0.1), (x - 0.016, y - 0.125)], rgb("#ffc44a"))
            b.circle(c, (x, y + 0.06), 0.02, ball(rgb("#dfeef6"), 1.2))
            b.circle(c, (x, y + 0.1), 0.013, ball(rgb("#dfeef6"), 1.2))
    for k, (x, low) in enumerate(((-0.12, 0.09), (-0.06, 0.04), (0.0, 0.0), (0.06, 0.04), (0.12, 0.09))):
        for step in range(4):
            b.circle(c, (x, -0.2 - low + 0.05 * step), 0.016 + 0.004 * (k == 2), ball(rgb("#e6f2f8"), 1.3))


def _sprite(name: str, draw: Draw, width: float) -> Sprite:
    return Sprite(
        name=name, draw=draw, height=0.34, width=width, place="wall", group="furniture", attach={"top": (0, -1)}
    )


SPRITES = (_sprite("pendant_lamp", _pendant_lamp, 0.72), _sprite("chandelier", _chandelier, 1.2))
