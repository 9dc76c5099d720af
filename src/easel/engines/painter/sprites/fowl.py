"""Birds that are known by their feathers: swan, parrot, peacock."""

from math import cos, pi, sin

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import Colour, ball, rgb, shade, side, top
from easel.engines.painter.sprites import animal_parts as parts
from easel.engines.painter.sprites.birds import long_neck_aloft
from easel.engines.painter.sprites.sprite import Look, Sprite


def _swan(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """Swimming, its neck in an S, or on the wing with `pose:flying`."""
    coat = look.colour or rgb("#f8f7f3")
    if look.traits.get("pose") == "flying":
        long_neck_aloft(c, coat, coat, rgb("#f08a2a"))
        return
    b.blob(c, "-.52,-.12 -.72,-.34! -.50,-.36 -.2,-.44 .12,-.42 .38,-.32 .47,-.18 .38,-.04 .12,.0 -.28,.0", ball(coat))
    b.limb(
        c,
        ".33,-.20 .47,-.34 .47,-.52 .36,-.66 .33,-.80 .42,-.92 .50,-.93",
        (0.24, 0.17, 0.115, 0.1, 0.095, 0.1, 0.1),
        side(coat, 0.55),
    )
    b.ellipse(c, (0.50, -0.92), 0.085, 0.066, ball(coat, 0.6))
    b.blob(c, "-.66,-.42! -.46,-.56 -.12,-.56 .16,-.42 .20,-.26 .04,-.12 -.24,-.10 -.48,-.22", top(coat, 0.7))
    ends = [(-0.60, -0.37), (-0.55, -0.30), (-0.48, -0.22), (-0.38, -0.15)]
    quills = [((0.06 - 0.05 * k, -0.42 + 0.06 * k), (x + 0.2, y - 0.04), (x, y)) for k, (x, y) in enumerate(ends)]
    parts.strokes(c, quills, shade(coat, 0.68), 0.012, 0.6)
    b.blob(c, ".55,-.965! .66,-.92 .76,-.875! .70,-.855 .56,-.87!", top(rgb("#f08a2a")))
    b.blob(c, ".53,-.95! .59,-.965 .60,-.93 .56,-.875! .53,-.90", rgb("#2a2624"))
    parts.bead_eye(c, (0.50, -0.94), 0.016)


def _parrot(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A macaw on its perch, or with `pose:perched` on what somebody else drew."""
    coat = look.colour or rgb("#d8322c")
    bands = (rgb("#f4c53a"), rgb("#2f6fd0")) if look.colour is None else (shade(coat, 1.35), shade(coat, 0.62))
    for dx, tone in ((0.05, bands[1]), (0.0, shade(coat, 0.8)), (-0.05, coat)):
        b.blob(c, [(dx - 0.1, -0.34), (dx - 0.19, -0.02), (dx - 0.1, 0.0), (dx + 0.04, -0.3)], side(tone))
    if look.traits.get("pose") != "perched":
        b.limb(c, "-.36,-.19 .0,-.21 .37,-.18", (0.07, 0.08, 0.07), top(rgb("#7a5232")))
    b.blob(c, "-.17,-.30 -.21,-.58 -.10,-.84 .06,-.98 .24,-.95 .31,-.80 .27,-.54 .18,-.30 .02,-.20", ball(coat))
    shape = b.outline("-.20,-.22! -.25,-.54 -.12,-.70 .06,-.62 .10,-.46 .0,-.28 -.14,-.06!")
    b.fill(c, shape, side(shade(coat, 0.85)))
    with b.clipped(c, shape):
        b.blob(c, "-.34,-.52 -.1,-.46 .14,-.42 .10,.0 -.34,.0", side(bands[0]))
        b.blob(c, "-.34,-.38 -.12,-.34 .10,-.32 .10,.02 -.34,.02", side(bands[1]))
    quills = [((-0.02 + 0.03 * k, -0.46), (-0.12 + 0.06 * k, -0.22 - 0.03 * k)) for k in range(-3, 2)]
    parts.strokes(c, quills, shade(bands[1], 0.6), 0.01, 0.5)
    for x in (0.0, 0.1):
        b.curve(c, [(x, -0.24), (x + 0.02, -0.2), (x + 0.01, -0.16)], rgb("#4a4440"), 0.03)
    b.ellipse(c, (0.19, -0.83), 0.085, 0.08, rgb("#fbf6ec"))
    parts.bead_eye(c, (0.18, -0.845), 0.03)
    b.blob(c, ".25,-.92! .36,-.90 .42,-.80 .37,-.68! .33,-.76 .26,-.76!", side(rgb("#3a3634")))
    b.blob(c, ".25,-.92! .34,-.90 .38,-.84 .32,-.82 .26,-.80!", rgb("#5f5953"))


def _eyespot(c: skia.Canvas, at: tuple[float, float], turn: float, size: float, plume: Colour) -> None:
    with b.placed(c, at, scale=size, turn=turn):
        b.blob(c, "0,-1.2 .6,-.4 .5,.6 0,1.0 -.5,.6 -.6,-.4", shade(plume, 1.15))
        b.ellipse(c, (0, -0.1), 0.42, 0.6, rgb("#d9a23a"))
        b.ellipse(c, (0, -0.05), 0.3, 0.42, rgb("#2fb0b8"))
        b.ellipse(c, (0, 0.02), 0.18, 0.26, rgb("#1f2f7a"))


def _peacock(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """Its fan spread, seen from before."""
    coat = look.colour or rgb("#1f5fc0")
    plume = look.colour or rgb("#2a9a5c")
    for x in (-0.06, 0.06):
        b.line(c, (x, -0.2), (x, -0.02), rgb("#8a7a5c"), 0.026)
        b.line(c, (x - 0.05, -0.012), (x + 0.05, -0.012), rgb("#8a7a5c"), 0.02)
    fan = [(0.0, -0.12)] + [(0.8 * sin(a), -0.22 - 0.78 * cos(a)) for a in np.linspace(-1.5, 1.5, 25)]
    b.blob(c, fan, b.radial((0, -0.25), 0.8, (shade(plume, 0.5), shade(plume, 0.85), shade(plume, 1.1)), (0, 0.6, 1)))
    barbs = [
        ((0.12 * sin(a), -0.25 - 0.12 * cos(a)), (0.77 * sin(a), -0.22 - 0.75 * cos(a)))
        for a in np.linspace(-1.48, 1.48, 53)
    ]
    parts.strokes(c, barbs, shade(plume, 0.6), 0.007, 0.6)
    for reach, number, size in ((0.68, 13, 0.058), (0.52, 10, 0.05), (0.37, 7, 0.042)):
        for angle in np.linspace(-1.4, 1.4, number):
            at = (reach * sin(angle), -0.22 - reach * cos(angle))
            _eyespot(c, at, float(angle) * 180 / pi, size, plume)
    b.blob(c, "0,-.50 .09,-.46 .15,-.28 .12,-.14 0,-.10", ball(coat), mirrored=True)
    b.limb(c, "0,-.34 0,-.50 0,-.62", (0.16, 0.1, 0.09), side(shade(coat, 1.1)))
    for angle in (-0.7, -0.35, 0.0, 0.35, 0.7):
        tip = (0.14 * sin(angle), -0.67 - 0.14 * cos(angle))
        b.line(c, (0, -0.68), tip, shade(coat, 0.7), 0.008)
        b.circle(c, tip, 0.017, shade(coat, 1.4))
    b.ellipse(c, (0, -0.645), 0.06, 0.056, ball(shade(coat, 1.1)))
    b.blob(c, "-.022,-.645 .0,-.655 .022,-.645 .0,-.60!", top(rgb("#c9b27a")))
    for x in (-0.032, 0.032):
        b.ellipse(c, (x, -0.66), 0.02, 0.016, rgb("#f6f3ec"))
        parts.bead_eye(c, (x, -0.66), 0.011)


_POINTS = {"head": (0.0, -0.9), "top": (0.0, -0.9), "hand": (0.0, -0.3), "seat": (0.0, -0.45)}

SPRITES = (
    Sprite(name="swan", draw=_swan, height=0.17, width=1.5, place="water", group="animal",
           attach=_POINTS | {"head": (0.48, -0.96), "face": (0.5, -0.92)}),
    Sprite(name="parrot", draw=_parrot, height=0.2, width=0.84, group="animal",
           attach=_POINTS | {"head": (0.16, -0.95), "face": (0.18, -0.84), "hand": (0.0, -0.12), "feet": (0.0, -0.16)}),
    Sprite(name="peacock", draw=_peacock, height=0.26, width=1.6, group="animal",
           attach=_POINTS | {"head": (0.0, -0.7), "face": (0.0, -0.64)}),
)  # fmt: skip
