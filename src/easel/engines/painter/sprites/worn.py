"""What people wear on and around the head besides hats: scarves, ties, headphones, masks, necklaces, wreaths.

Drawn in the head's frame: origin in its middle, the chin at y = 1, the throat below it.
"""

from collections.abc import Callable

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Colour, ball, mix, rgb, shade, side
from easel.engines.painter.sprites.sprite import Look, Sprite

#: Draws one accessory in its colour; `facing` is front, side or back.
Worn = Callable[[skia.Canvas, Colour, str], None]


def _scarf(c: skia.Canvas, colour: Colour, facing: str) -> None:
    shift = 0.05 if facing == "side" else 0.0
    with b.placed(c, (shift, 0)):
        if facing != "back":
            b.blob(c, ".18,1.2 .62,1.25 .58,2.5! .40,2.58 .22,2.5! .12,1.8", side(shade(colour, 0.82)))
            for x in (0.28, 0.40, 0.52):
                b.line(c, (x, 2.5), (x, 2.68), shade(colour, 0.9), 0.05)
        b.blob(c, "0,.82 .55,.86 .86,1.08 .80,1.42 .35,1.58 0,1.62", ball(colour, 0.8), mirrored=True)
        for y in (1.08, 1.32):
            b.curve(c, [(-0.7, y), (0, y + 0.14), (0.7, y)], shade(colour, 0.72), 0.05, 0.7)


def _tie(c: skia.Canvas, colour: Colour, facing: str) -> None:
    if facing == "back":
        return
    with b.placed(c, (0.3 if facing == "side" else 0.0, 0)):
        b.blob(c, "-.15,1.22! .15,1.22! .09,1.46! -.09,1.46!", shade(colour, 1.1))
        b.blob(c, "-.09,1.46! .09,1.46! .21,2.7! .0,2.95! -.21,2.7!", side(colour))


def _headphones(c: skia.Canvas, colour: Colour, facing: str) -> None:
    if facing == "side":
        b.curve(c, [(-0.05, -0.1), (-0.2, -1.25), (0.25, -1.2)], shade(colour, 0.8), 0.13)
        b.ellipse(c, (-0.08, 0.02), 0.3, 0.4, ball(colour, 0.9))
        b.ellipse(c, (-0.08, 0.02), 0.16, 0.24, shade(colour, 0.6))
        return
    b.curve(c, [(-0.88, 0.0), (-0.8, -1.15), (0.0, -1.38), (0.8, -1.15), (0.88, 0.0)], shade(colour, 0.85), 0.14)
    for sign in (-1, 1):
        b.ellipse(c, (sign * 0.9, 0.06), 0.2, 0.4, ball(colour, 0.9))


def _mask(c: skia.Canvas, colour: Colour, facing: str) -> None:
    if facing == "back":
        return
    if facing == "side":
        b.blob(c, ".42,.12 .82,.18 .9,.5 .7,.92 .42,.98 .2,.6", ball(colour, 0.6))
        b.curve(c, [(0.3, 0.3), (-0.1, 0.05)], shade(colour, 0.8), 0.04)
        return
    b.blob(c, "0,.16 .42,.2 .68,.34 .6,.74 .3,1.02 0,1.06", ball(colour, 0.6), mirrored=True)
    for y in (0.42, 0.62, 0.82):
        b.curve(c, [(-0.45, y), (0, y + 0.05), (0.45, y)], shade(colour, 0.8), 0.025, 0.6)
    for sign in (-1, 1):
        b.line(c, (sign * 0.62, 0.34), (sign * 0.84, 0.1), shade(colour, 0.8), 0.04)


def _necklace(c: skia.Canvas, colour: Colour, facing: str) -> None:
    if facing == "back":
        return
    width = 0.34 if facing == "side" else 0.56
    for step in range(13):
        x = (step - 6) / 6
        b.circle(c, (x * width, 1.62 - 0.42 * x * x), 0.075, ball(colour, 1.0))
    b.circle(c, (0, 1.78), 0.13, ball(mix(colour, rgb("#3f8fd0"), 0.5), 1.1))


def _wreath(c: skia.Canvas, colour: Colour, facing: str) -> None:
    b.curve(c, [(-0.86, -0.55), (0, -0.82), (0.86, -0.55)], rgb("#4f8a46"), 0.14)
    petals = (colour, WHITE, mix(colour, rgb("#f2c52e"), 0.6))
    for step in range(7):
        x = (step - 3) / 3.4
        y = -0.82 + 0.3 * x * x
        for turn in range(5):
            with b.placed(c, (x, y), turn=72.0 * turn):
                b.ellipse(c, (0, -0.11), 0.075, 0.1, petals[step % 3])
        b.circle(c, (x, y), 0.06, rgb("#f2c52e"))


def _earrings(c: skia.Canvas, colour: Colour, facing: str) -> None:
    if facing == "back":
        return
    for x in (-0.1,) if facing == "side" else (-0.86, 0.86):
        b.line(c, (x, 0.24), (x, 0.42), rgb("#d9a93a"), 0.03)
        b.circle(c, (x, 0.5), 0.1, ball(colour, 1.1))


#: For each value of the trait `accessory`: how it is drawn, and its colour where none was asked for.
WORN: dict[str, tuple[Worn, Colour]] = {
    "scarf": (_scarf, rgb("#c8413a")),
    "tie": (_tie, rgb("#8a1f2c")),
    "headphones": (_headphones, rgb("#33363d")),
    "mask": (_mask, rgb("#eef2f5")),
    "necklace": (_necklace, rgb("#f1ece2")),
    "earrings": (_earrings, rgb("#f6f0e4")),
    "flower_crown": (_wreath, rgb("#e8789a")),
}


def _for_animals(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """The scarf by itself, its ring as high as the frame's upper third."""
    with b.placed(c, (0.0, -1.42), scale=(0.62, 0.53)):
        _scarf(c, look.colour or WORN["scarf"][1], "front")


#: A scarf by itself, as an animal has it around its neck.
SCARF = Sprite(name="scarf", draw=_for_animals, height=0.2, width=1.1, place="surface")
