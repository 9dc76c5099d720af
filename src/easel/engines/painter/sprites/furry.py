"""Small round animals: koala, hedgehog."""

from math import cos, sin

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import ball, mix, rgb, shade, side
from easel.engines.painter.sprites import animal_parts as parts
from easel.engines.painter.sprites.animal_clothes import dressed
from easel.engines.painter.sprites.sprite import Look, Sprite


def _koala(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    coat = look.colour or rgb("#9a9ea6")
    pale = parts.belly(coat)
    b.blob(c, "0,-.54 .18,-.48 .29,-.28 .27,-.06 .14,.0 0,.0", side(coat), mirrored=True)
    b.blob(c, "0,-.46 .12,-.40 .17,-.22 .12,-.05 0,-.03", pale, mirrored=True)
    for sign in b.both_sides(c):
        tone = shade(coat, 1.02 if sign < 0 else 0.86)
        b.ellipse(c, (0.22, -0.09), 0.13, 0.1, ball(tone))
        b.ellipse(c, (0.21, -0.03), 0.09, 0.035, shade(coat, 0.55))
        b.limb(c, ".20,-.44 .27,-.32 .12,-.25", (0.13, 0.12, 0.09), side(tone, 0.7))
        for k in range(3):
            b.line(c, (0.085, -0.23 - 0.025 * k), (0.115, -0.23 - 0.025 * k), parts.DARK, 0.012)
        b.circle(c, (0.31, -0.84), 0.155, ball(tone))
        b.circle(c, (0.32, -0.83), 0.095, mix(pale, parts.PINK, 0.25))
        parts.fur(c, rng, (0.31, -0.84, 0.08, 0.06), pale, count=24, length=0.05, alpha=0.8)
    b.blob(c, "0,-1.0 .15,-.97 .285,-.80 .285,-.62 .16,-.49 0,-.47", ball(coat), mirrored=True)
    b.ellipse(c, (0, -0.53), 0.14, 0.06, pale)
    for sign in (-1, 1):
        parts.bead_eye(c, (sign * 0.135, -0.735), 0.04)
        b.ellipse(c, (sign * 0.2, -0.62), 0.045, 0.028, rgb("#f08a86"), 0.4)
    b.blob(c, "0,-.77 .05,-.75 .075,-.65 .055,-.565 0,-.55", ball(rgb("#34323a"), 1.2), mirrored=True)
    b.ellipse(c, (-0.02, -0.71), 0.014, 0.035, (1.0, 1.0, 1.0), 0.4)
    parts.happy_mouth(c, (0, -0.515), 0.045, shade(coat, 0.35))


def _hedgehog(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    coat = look.colour or rgb("#7a5a42")
    face = rgb("#f0d9b5") if look.colour is None else mix(coat, rgb("#fff2dc"), 0.72)
    for x in (-0.36, -0.12, 0.2, 0.38):
        b.ellipse(c, (x, -0.03), 0.085, 0.035, ball(shade(face, 0.72)))
    for reach, tone in ((1.0, 0.62), (0.9, 0.85), (0.8, 1.05)):
        quills = []
        for angle in np.linspace(-1.72, 1.2, 22):
            lean = angle + rng.uniform(-0.05, 0.05)
            quills.append((-0.1 + 0.56 * reach * sin(lean), -0.34 - 0.56 * reach * cos(lean)))
            quills.append((-0.1 + 0.68 * reach * sin(lean + 0.02), -0.34 - 0.66 * reach * cos(lean + 0.02)))
        b.polygon(c, [(0.22, -0.06), (-0.5, -0.06), *quills], shade(coat, tone))
    centres = [(rng.uniform(-0.55, 0.2), rng.uniform(-0.8, -0.14)) for _ in range(70)]
    spines = [((x, y), (x - 0.05 + 0.06 * x, y - 0.08)) for x, y in centres if (x + 0.1) ** 2 + (y + 0.34) ** 2 < 0.2]
    parts.strokes(c, spines, mix(coat, rgb("#f6e6c8"), 0.6), 0.016, 0.8)
    b.blob(c, ".10,-.62 .32,-.60 .48,-.44 .64,-.30 .62,-.20 .44,-.08 .16,-.04 .02,-.20", ball(face, 0.7))
    b.ellipse(c, (0.2, -0.57), 0.075, 0.085, ball(shade(face, 0.8)))
    b.ellipse(c, (0.2, -0.56), 0.042, 0.05, mix(parts.PINK, face, 0.3))
    b.circle(c, (0.64, -0.27), 0.052, ball(parts.DARK))
    b.circle(c, (0.625, -0.288), 0.015, (1.0, 1.0, 1.0), 0.8)
    parts.bead_eye(c, (0.42, -0.38), 0.045)
    b.ellipse(c, (0.4, -0.25), 0.05, 0.03, rgb("#f08578"), 0.4)
    b.curve(c, ".48,-.17 .54,-.15 .60,-.19", shade(face, 0.4), 0.014)


_POINTS = {"head": (0.0, -0.9), "top": (0.0, -0.9), "face": (0.0, -0.7), "hand": (0.2, -0.28), "seat": (0.0, -0.5)}

SPRITES = (
    Sprite(name="koala", draw=dressed("koala", _koala), height=0.22, width=0.95, group="animal", attach=_POINTS),
    Sprite(name="hedgehog", draw=_hedgehog, height=0.13, width=1.42, group="animal",
           attach=_POINTS | {"face": (0.42, -0.36), "hand": (0.5, -0.14)}),
)  # fmt: skip
