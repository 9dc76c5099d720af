"""A hotpot: two broths in one pan on its burner, with what is cooked in them."""

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import Colour, ball, linear, mix, rgb, shade, side
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.meals import steam
from easel.engines.painter.sprites.sprite import Look, Sprite

#: The middle of the broth, and its half width and height.
BROTH, REACH = (0.0, -0.56), (0.72, 0.2)
CHILLI, BONE = rgb("#b8341f"), rgb("#f0dfb4")


def _pan(c: skia.Canvas, metal: Colour) -> None:
    b.rectangle(c, (-0.5, -0.14), 1.0, 0.13, side(rgb("#2c2f35"), 1.0), round=0.03)
    b.circle(c, (0.3, -0.075), 0.04, ball(rgb("#8a9098")))
    for k in range(7):
        x = (k - 3) * 0.11
        b.blob(c, [(x - 0.03, -0.14), (x, -0.22), (x + 0.03, -0.14)], rgb("#4f8fe8"), 0.85)
    for sign in b.both_sides(c):
        grip = [(0.74, -0.5), (0.93, -0.52), (0.97, -0.42), (0.9, -0.36), (0.74, -0.38)]
        b.curve(c, grip, shade(metal, 0.75 if sign > 0 else 1.0), 0.05)
    b.blob(c, "-.8,-.56! -.76,-.34 -.6,-.2 0,-.165 .6,-.2 .76,-.34 .8,-.56!", side(metal, 1.2))
    b.curve(c, "-.7,-.36 -.5,-.26 -.2,-.225", shade(metal, 1.5), 0.03, 0.5)
    b.ellipse(c, BROTH, 0.81, 0.25, side(shade(metal, 1.15), 1.3))
    b.ellipse(c, BROTH, 0.76, 0.225, shade(metal, 0.55))


def _broths(c: skia.Canvas, rng: np.random.Generator) -> None:
    oval = skia.Path().addOval(b.box(-REACH[0], BROTH[1] - REACH[1], 2 * REACH[0], 2 * REACH[1]))
    with b.clipped(c, oval):
        b.rectangle(c, (-0.8, -0.9), 1.6, 0.7, linear((-0.7, -0.7), (0.1, -0.4), (shade(CHILLI, 1.2), CHILLI)))
        cream = linear((0, -0.7), (0.7, -0.4), (shade(BONE, 1.05), BONE, shade(BONE, 0.85)))
        b.blob(c, ".1,-.8! 1,-.8! 1,-.3! -.1,-.3! -.14,-.42 .12,-.52 .16,-.64", cream)
        for x, y, r in rng.uniform((-0.66, -0.72, 0.015), (-0.1, -0.4, 0.045), (26, 3)).tolist():
            b.ellipse(c, (x, y), r, r * 0.42, rgb("#f07a2c"), 0.55)
        for x, y, r in rng.uniform((0.15, -0.7, 0.012), (0.62, -0.42, 0.03), (14, 3)).tolist():
            b.ellipse(c, (x, y), r, r * 0.42, rgb("#fffaf0"), 0.6)
    wall = "-.14,-.365 -.13,-.44 .1,-.5 .15,-.6 .12,-.755"
    b.curve(c, wall, rgb("#6f757d"), 0.05)
    b.curve(c, wall, rgb("#c9ced4"), 0.026)


def _cooked(c: skia.Canvas, rng: np.random.Generator) -> None:
    """Chillies, meat and mushrooms on one side; greens, tofu and prawns on the other."""
    for x, y, turn in (
        (-0.55, -0.6, 20),
        (-0.36, -0.68, -30),
        (-0.28, -0.47, 50),
        (-0.5, -0.45, -15),
        (-0.2, -0.62, 5),
    ):
        with b.placed(c, (x, y), turn=turn):
            b.limb(c, [(-0.07, 0), (0, 0.012), (0.075, -0.008)], (0.035, 0.04, 0.012), ball(rgb("#d8281f"), 1.0))
            b.line(c, (-0.075, 0), (-0.1, -0.012), rgb("#4a7a34"), 0.016)
    for x, y in ((-0.42, -0.57), (-0.3, -0.6), (-0.36, -0.5)):
        rim = [(-0.09, 0.0), (-0.03, -0.045), (0.09, -0.02), (0.07, 0.03), (-0.04, 0.035)]
        b.blob(c, [(x + u, y + v) for u, v in rim], rgb("#d98a78"))
        b.curve(c, [(x - 0.06, y - 0.005), (x, y - 0.02), (x + 0.06, y)], rgb("#f7ddd0"), 0.014, 0.9)
    for x, y in ((0.3, -0.62), (0.42, -0.66), (0.36, -0.54)):
        b.rectangle(c, (x - 0.055, y - 0.04), 0.11, 0.075, side(rgb("#fdf8ea"), 0.5), round=0.012)
    greens = []
    for x in np.linspace(0.46, 0.64, 9).tolist():
        at = x + float(rng.uniform(-0.02, 0.02))
        greens.append(((at, -0.46), (at + 0.02, -0.55), (at - 0.03, -0.6)))
    strokes(c, greens, rgb("#4f8f3f"), 0.035)
    strokes(c, greens, rgb("#8fc46a"), 0.014)
    for x, y in ((0.2, -0.47), (0.5, -0.56)):
        b.curve(
            c, [(x - 0.06, y), (x - 0.02, y - 0.05), (x + 0.05, y - 0.035), (x + 0.06, y + 0.02)], rgb("#f08a5c"), 0.045
        )
        b.curve(c, [(x - 0.06, y), (x - 0.02, y - 0.05), (x + 0.05, y - 0.035)], rgb("#ffd8c2"), 0.014)
    for x, y in ((-0.58, -0.53), (0.28, -0.48)):
        b.ellipse(c, (x, y), 0.07, 0.04, ball(rgb("#8a6242"), 1.0))
        b.line(c, (x - 0.03, y - 0.005), (x + 0.03, y - 0.01), rgb("#f2e2c8"), 0.011)


def _hotpot(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    metal = look.colour or mix(rgb("#b9bfc6"), rgb("#caa46a"), 0.15)
    _pan(c, metal)
    _broths(c, rng)
    _cooked(c, rng)
    for k in range(2):
        b.line(c, (0.28 + 0.05 * k, -0.6), (0.78 + 0.06 * k, -0.9), shade(rgb("#8a5a34"), 1.1 - 0.15 * k), 0.024)
    steam(c, -0.06, -0.66, 0.3, count=5, spread=0.24)


SPRITES = (
    Sprite(
        name="hotpot", draw=_hotpot, height=0.22, width=1.95, place="surface", group="food",
        attach={"top": (0.0, -0.62), "hand": (0.8, -0.45), "seat": (0.0, -0.6)},
    ),
)  # fmt: skip
