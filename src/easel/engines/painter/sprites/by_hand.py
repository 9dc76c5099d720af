"""What people move by hand: rowing boats, canoes and rickshaws."""

from math import cos, pi, sin

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import Colour, ball, linear, mix, rgb, shade, side, top
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.building_parts import WARM
from easel.engines.painter.sprites.sprite import Look, Sprite

_PLANK, _OAR, _BRASS = rgb("#8a5a34"), rgb("#c99a62"), rgb("#d9a63c")


def _rowboat(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """An open boat of planks, its bow to the right, two thwarts and a pair of oars in it."""
    paint = look.colour or _PLANK
    inside = _PLANK if look.colour is None else rgb("#a97a4c")
    hollow = "-1.3,-.66! -.7,-.6 .2,-.62 .9,-.74 1.38,-1.0! 1.0,-.5 .4,-.34 -.5,-.3 -1.22,-.36!"
    b.blob(c, hollow, linear((0, -0.9), (0, -0.3), (shade(inside, 0.8), shade(inside, 0.42))))
    for x, wide in ((-0.85, 0.2), (-0.1, 0.2), (0.6, 0.16)):
        b.polygon(
            c,
            [(x - wide / 2, -0.6), (x + wide / 2, -0.61), (x + wide / 2 + 0.03, -0.36), (x - wide / 2 - 0.05, -0.36)],
            linear((0, -0.6), (0, -0.36), (shade(inside, 1.25), shade(inside, 0.85))),
        )
    hull = b.outline("-1.3,-.66! -1.22,-.38! -.5,-.32 .4,-.37 1.0,-.56 1.38,-1.0! 1.3,-.4 .98,-.02 .3,.0 -1.05,.0!")
    b.fill(c, hull, linear((0, -0.7), (0, 0), (shade(paint, 1.2), paint, shade(paint, 0.5)), (0, 0.4, 1)))
    with b.clipped(c, hull):
        for drop in (0.13, 0.25):
            strake = [(-1.3, -0.4 + drop), (-0.5, -0.33 + drop), (0.4, -0.38 + drop), (1.0, -0.57 + drop)]
            b.curve(c, [*strake, (1.4, -0.98 + 1.4 * drop)], shade(paint, 0.55), 0.02, 0.8)
        b.polygon(c, "-1.34,-.7 -1.22,-.38 -1.05,.02 -1.34,.02", shade(paint, 0.6), 0.7)
    b.curve(c, "-1.3,-.66 -.7,-.6 .2,-.62 .9,-.74 1.38,-1.0", shade(inside, 1.1), 0.04)
    b.curve(c, "-1.23,-.385 -.5,-.325 .4,-.375 1.0,-.565 1.38,-.99", shade(inside, 1.4), 0.055)
    _oar(c, (0.95, -0.72), (-0.95, -0.28), (-1.55, -0.1))


def _oar(c: skia.Canvas, grip: tuple[float, float], neck: tuple[float, float], tip: tuple[float, float]) -> None:
    """An oar from its grip to the tip of its blade, which starts at the neck."""
    b.line(c, grip, neck, shade(_OAR, 0.85), 0.035)
    b.limb(c, [neck, tip], (0.04, 0.13), side(_OAR, 1.0))


def _canoe(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A slim boat whose two ends rise alike, a paddle across it."""
    paint = look.colour or rgb("#c0502c")
    inside = rgb("#b98a56")
    b.blob(c, "-1.9,-.95! -1.1,-.62 .0,-.56 1.1,-.62 1.9,-.95! 1.1,-.42 .0,-.36 -1.1,-.42", shade(inside, 0.55))
    for x in (-0.9, 0.85):
        b.polygon(c, [(x - 0.09, -0.58), (x + 0.09, -0.58), (x + 0.11, -0.4), (x - 0.11, -0.4)], top(inside))
    hull = "-1.9,-.95! -1.1,-.44 .0,-.38 1.1,-.44 1.9,-.95! 1.86,-.4 1.5,-.03 .6,.0 -.6,.0 -1.5,-.03 -1.86,-.4"
    b.blob(c, hull, linear((0, -0.7), (0, 0), (shade(paint, 1.25), paint, shade(paint, 0.5)), (0, 0.45, 1)))
    b.curve(c, "-1.88,-.94 -1.1,-.62 .0,-.56 1.1,-.62 1.88,-.94", shade(inside, 1.1), 0.035)
    b.curve(c, "-1.88,-.92 -1.1,-.44 .0,-.38 1.1,-.44 1.88,-.92", mix(paint, rgb("#fff2dc"), 0.55), 0.055)
    b.curve(c, "-1.76,-.4 -.8,-.17 .8,-.17 1.76,-.4", shade(paint, 0.6), 0.03, 0.6)
    b.line(c, (-0.55, -0.72), (0.6, -0.34), shade(_OAR, 0.8), 0.045)
    for tip in ((-0.92, -0.84), (0.98, -0.22)):
        near = (0.6 * tip[0], -0.53 + 0.6 * (tip[1] + 0.53))
        b.limb(c, [near, tip], (0.05, 0.16), side(_OAR))


def _wheel(c: skia.Canvas, at: tuple[float, float], radius: float, rim: Colour) -> None:
    """A large wheel of wire spokes."""
    spokes = [
        (at, (at[0] + radius * cos(turn), at[1] + radius * sin(turn))) for turn in np.linspace(0, 2 * pi, 17)[:-1]
    ]
    strokes(c, spokes, rgb("#b9bec6"), 0.009)
    b.circle(c, at, radius, rim, width=0.042)
    b.circle(c, at, radius - 0.028, rgb("#8d8f96"), 0.8, width=0.01)
    b.circle(c, at, 0.055, ball(_BRASS))


def _rickshaw(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A chair under a folding hood between two large wheels, its shafts to the right."""
    body, hood = look.colour or rgb("#7a2a24"), rgb("#26282c")
    _wheel(c, (0.08, -0.34), 0.33, rgb("#3a3c42"))
    b.curve(c, ".06,-.4 .5,-.4 .9,-.3 1.28,-.33", shade(_PLANK, 0.7), 0.034)
    hull = b.outline("-.56,-.62! -.5,-.98 -.2,-1.0 .14,-.92 .2,-.86! -.06,-.64 -.16,-.5!")
    b.fill(c, hull, linear((-0.5, 0), (0.2, 0), (shade(hood, 1.7), hood)))
    with b.clipped(c, hull):
        ribs = [((-0.3, -0.5), (x, y)) for x, y in ((-0.56, -0.8), (-0.38, -1.0), (-0.1, -1.0), (0.2, -0.9))]
        strokes(c, ribs, shade(hood, 2.6), 0.016)
    b.blob(c, "-.46,-.44! -.5,-.72 -.42,-.82 -.3,-.78 -.22,-.5 .14,-.5 .18,-.4!", side(rgb("#b8342c"), 1.0))
    b.blob(c, "-.52,-.5! -.36,-.46 .1,-.46! .24,-.56! .32,-.54! .2,-.3! -.4,-.26! -.5,-.36", top(body, 1.1))
    b.curve(c, "-.46,-.43 -.3,-.4 .14,-.41", _BRASS, 0.016)
    b.line(c, (0.2, -0.32), (0.46, -0.3), shade(body, 0.7), 0.04)
    b.curve(c, "-.2,-.3 .4,-.32 .86,-.22 1.24,-.26", _PLANK, 0.04)
    b.line(c, (1.26, -0.33), (1.24, -0.26), shade(_PLANK, 0.8), 0.03)
    _wheel(c, (-0.06, -0.34), 0.34, rgb("#1f2024"))
    b.rectangle(c, (0.16, -0.66), 0.07, 0.1, WARM if look.lit else rgb("#e8dfc4"), round=0.02)
    b.line(c, (0.195, -0.67), (0.195, -0.5), rgb("#3a3c42"), 0.012)
    if look.lit:
        b.glow(c, (0.195, -0.61), 0.22, WARM, 0.7)


SPRITES = (
    Sprite(
        name="rowboat", draw=_rowboat, height=0.14, width=2.95, place="water", group="vehicle",
        attach={"seat": (-0.1, -0.45), "top": (0.0, -0.6), "head": (0.0, -0.6), "hand": (0.95, -0.5)},
    ),
    Sprite(
        name="canoe", draw=_canoe, height=0.11, width=3.85, place="water", group="vehicle",
        attach={"seat": (-0.1, -0.45), "top": (0.0, -0.56), "head": (0.0, -0.56), "hand": (1.3, -0.5)},
    ),
    Sprite(
        name="rickshaw", draw=_rickshaw, height=0.34, width=2.56, place="ground", group="vehicle",
        attach={"seat": (-0.14, -0.5), "top": (-0.2, -0.98), "head": (-0.2, -0.98), "hand": (1.2, -0.3)},
    ),
)  # fmt: skip
