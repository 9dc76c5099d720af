"""A battle robot, tall as a house: armoured legs, broad shoulders, a gun for a hand, a crested helmet."""

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import ball, linear, rgb, shade, side, top
from easel.engines.painter.sprites.sprite import Look, Sprite

_JOINT, _GLOW, _GOLD = rgb("#31363f"), rgb("#59e3ff"), rgb("#e8b93a")
_WARNING = rgb("#c8372f")


def mech(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """The machine from the front, one unit tall."""
    steel = look.colour or rgb("#8b98a8")
    for sign in b.both_sides(c):
        tone = 1.0 if sign < 0 else 0.84
        _leg(c, shade(steel, tone), shade(_WARNING, tone))
    _arm(c, steel)
    with b.placed(c, (0.0, 0.0), scale=(-1.0, 1.0)):
        _gun(c, shade(steel, 0.86))
    b.polygon(c, "-.11,-.47 .11,-.47 .14,-.40 .06,-.35 -.06,-.35 -.14,-.40", side(_JOINT))
    b.blob(c, "0,-.76 .17,-.77! .26,-.70! .22,-.56! .12,-.45! 0,-.44", side(steel, 1.1), mirrored=True)
    b.polygon(c, "-.16,-.72 -.03,-.69 -.03,-.58 -.13,-.60", side(_WARNING))
    b.polygon(c, ".16,-.72 .03,-.69 .03,-.58 .13,-.60", side(shade(_WARNING, 0.86)))
    b.glow(c, (0, -0.53), 0.09, _GLOW, 0.8)
    b.polygon(c, "-.035,-.56 .035,-.56 .025,-.49 -.025,-.49", _GLOW)
    for sign in b.both_sides(c):
        tone = 1.0 if sign < 0 else 0.84
        b.blob(c, ".2,-.8! .37,-.82! .45,-.7! .42,-.57! .26,-.6!", ball(shade(steel, 1.05 * tone), 1.1))
        b.polygon(c, ".25,-.64 .42,-.61 .42,-.57 .26,-.6", shade(_GOLD, tone))
        b.polygon(c, ".13,-.8 .19,-.93 .23,-.92 .2,-.78", side(shade(_JOINT, 1.3 * tone)))
    _head(c, steel)


def _leg(c: skia.Canvas, steel: b.Colour, accent: b.Colour) -> None:
    b.limb(c, [(0.09, -0.4), (0.14, -0.24), (0.15, -0.05)], (0.09, 0.08, 0.07), side(_JOINT))
    b.blob(c, ".03,-.41! .19,-.42! .23,-.29! .19,-.24! .07,-.25!", side(steel, 1.1))
    b.blob(c, ".08,-.2! .23,-.2! .26,-.06! .06,-.06!", side(steel, 1.1))
    b.polygon(c, ".09,-.27 .21,-.27 .19,-.18 .15,-.15 .11,-.18", side(accent))
    b.blob(c, ".03,-.06! .26,-.07! .31,0! .0,0!", top(shade(steel, 0.85)))
    b.line(c, (0.155, -0.13), (0.155, -0.07), shade(steel, 0.55), 0.012)


def _arm(c: skia.Canvas, steel: b.Colour) -> None:
    b.limb(c, [(0.36, -0.66), (0.41, -0.5), (0.38, -0.36)], (0.08, 0.07, 0.06), side(_JOINT))
    b.blob(c, ".31,-.53! .46,-.54! .47,-.36! .33,-.35!", side(steel, 1.1))
    b.blob(c, ".33,-.36 .45,-.36 .46,-.28 .41,-.24 .35,-.26 .32,-.3", ball(_JOINT, 1.4))
    for x in (0.345, 0.385, 0.425):
        b.line(c, (x, -0.31), (x, -0.255), shade(_JOINT, 2.2), 0.012)


def _gun(c: skia.Canvas, steel: b.Colour) -> None:
    b.limb(c, [(0.36, -0.66), (0.42, -0.5), (0.4, -0.4)], (0.08, 0.07, 0.06), side(_JOINT))
    b.blob(c, ".31,-.52! .48,-.53! .5,-.32! .33,-.31!", side(steel, 1.1))
    for x in (0.37, 0.45):
        b.rectangle(
            c, (x - 0.03, -0.33), 0.06, 0.17, linear((x - 0.03, 0), (x + 0.03, 0), (shade(_JOINT, 1.8), _JOINT))
        )
        b.ellipse(c, (x, -0.16), 0.03, 0.012, rgb("#ff9a4a"))
    b.glow(c, (0.41, -0.16), 0.09, rgb("#ff8a3a"), 0.5)


def _head(c: skia.Canvas, steel: b.Colour) -> None:
    b.rectangle(c, (-0.05, -0.81), 0.1, 0.07, _JOINT)
    b.blob(c, "0,-.95 .08,-.94! .1,-.85! .07,-.79! 0,-.77", side(shade(steel, 1.1), 1.1), mirrored=True)
    b.polygon(c, "-.085,-.885 .085,-.885 .075,-.85 -.075,-.85", rgb("#12161c"))
    for x in (-0.04, 0.04):
        b.glow(c, (x, -0.868), 0.05, _GLOW, 0.9)
        b.rectangle(c, (x - 0.024, -0.878), 0.048, 0.018, _GLOW)
    b.polygon(c, "-.03,-.83 .03,-.83 .02,-.785 -.02,-.785", shade(steel, 0.6))
    for sign in (-1, 1):
        b.polygon(c, [(0, -0.9), (sign * 0.03, -0.915), (sign * 0.13, -1.0), (sign * 0.03, -0.935)], _GOLD)
    b.polygon(c, "-.02,-.95 0,-.98 .02,-.95 0,-.91", _WARNING)


SPRITES = (
    Sprite(
        name="mech", draw=mech, height=0.62, width=1.02, place="ground", group="person",
        attach={"top": (0.0, -0.98), "head": (0.0, -0.95), "hand": (0.39, -0.28), "face": (0.0, -0.86),
                "seat": (0.0, -0.75)},
    ),
)  # fmt: skip
