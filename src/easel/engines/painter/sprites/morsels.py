"""Bites of food as they lie on a dish: each is drawn at the origin, in a size of 1, seen a little from above."""

from collections.abc import Callable
from math import cos, pi, sin

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Colour, ball, jitter, mix, rgb, shade, side

#: The golden angle in radians: places that follow by it fill a circle evenly, in no rows.
GOLDEN = 2.39996


def in_circle(rng: np.random.Generator, number: int) -> list[b.Point]:
    """Places all over the unit circle, from the middle outwards."""
    turns = np.arange(number) * GOLDEN + rng.uniform(0, 2 * pi)
    reach = np.sqrt((np.arange(number) + 0.5) / number)
    return [(r * cos(a), r * sin(a)) for r, a in zip(reach.tolist(), turns.tolist(), strict=True)]


#: Draws one piece at the origin, in a size of 1.
Piece = Callable[[skia.Canvas, np.random.Generator, Colour], None]


def ring(c: skia.Canvas, rng: np.random.Generator, colour: Colour) -> None:
    """Cut across: onions, chillies."""
    b.ellipse(c, (0, 0), 0.5, 0.36, shade(colour, 0.62))
    b.ellipse(c, (0, -0.06), 0.48, 0.33, colour)
    b.ellipse(c, (0, -0.06), 0.27, 0.17, mix(colour, rgb("#f2f6cf"), 0.72))


def leaf(c: skia.Canvas, rng: np.random.Generator, colour: Colour) -> None:
    """A small leaf with its rib."""
    b.blob(c, "-.5,.05! -.2,-.28 .25,-.22 .52,.02! .2,.26 -.2,.28", ball(colour, 0.8))
    b.curve(c, "-.42,.04 .0,.0 .42,.02", shade(colour, 1.35), 0.05, 0.8)


def petal(c: skia.Canvas, rng: np.random.Generator, colour: Colour) -> None:
    """One petal."""
    b.blob(c, "-.48,.0 -.3,-.3 .1,-.34 .46,-.14 .5,.08 .2,.26 -.2,.3", ball(colour, 0.9))
    b.curve(c, "-.34,-.04 .0,-.16 .34,-.06", shade(colour, 1.3), 0.05, 0.55)


def shred(c: skia.Canvas, rng: np.random.Generator, colour: Colour) -> None:
    """Cut into a strip, as cheese is."""
    b.curve(c, "-.5,.1 -.1,-.1 .2,.06 .5,-.08", shade(colour, 0.8), 0.2)
    b.curve(c, "-.5,.06 -.1,-.14 .2,.02 .5,-.12", colour, 0.14)


def lump(c: skia.Canvas, rng: np.random.Generator, colour: Colour) -> None:
    """Of no certain shape: diced meat, nuts."""
    b.blob(c, "-.46,.08 -.3,-.3 .12,-.36 .46,-.06 .34,.28 -.16,.3", ball(colour, 1.0))


def puff(c: skia.Canvas, rng: np.random.Generator, colour: Colour) -> None:
    """A cushion, as marshmallows are."""
    b.rectangle(c, (-0.42, -0.3), 0.84, 0.7, side(shade(colour, 0.93), 0.5), round=0.2)
    b.ellipse(c, (0, -0.24), 0.42, 0.2, shade(colour, 1.06))


def blossom(c: skia.Canvas, rng: np.random.Generator, colour: Colour) -> None:
    """Five petals."""
    for k in range(5):
        a = 2 * pi * k / 5
        b.circle(c, (0.27 * cos(a), 0.27 * sin(a)), 0.23, ball(colour, 0.7))
    b.circle(c, (0, 0), 0.14, rgb("#f2c230"))


def berry(c: skia.Canvas, rng: np.random.Generator, colour: Colour) -> None:
    """Round, with its crown."""
    b.circle(c, (0, 0), 0.5, ball(colour, 1.1))
    b.circle(c, (0.04, -0.16), 0.13, shade(colour, 0.6), 0.8)


def slice_of(rind: str, flesh: str, *, wedges: int = 0) -> Piece:
    """A round slice lying flat: `wedges` are those of a citrus fruit."""

    def piece(c: skia.Canvas, rng: np.random.Generator, colour: Colour) -> None:
        b.ellipse(c, (0, 0.05), 0.5, 0.36, shade(rgb(rind), 0.7))
        b.ellipse(c, (0, 0), 0.5, 0.36, rgb(rind))
        b.ellipse(c, (0, 0), 0.43, 0.3, mix(rgb(flesh), WHITE, 0.5 if wedges else 0.05))
        for k in range(wedges):
            a, step = 2 * pi * k / wedges, 0.7 * pi / wedges
            ends = [(0.38 * cos(a + s), 0.27 * sin(a + s)) for s in (-step, step)]
            b.polygon(c, [(0.03 * cos(a), 0.03 * sin(a)), *ends], rgb(flesh))

    return piece


def mushroom_slice(c: skia.Canvas, rng: np.random.Generator, colour: Colour) -> None:
    """Cut through cap and stalk."""
    b.blob(c, "-.5,-.02 -.36,-.34 .0,-.44 .36,-.34 .5,-.02! .14,.02! .14,.36 -.14,.36 -.14,.02!", shade(colour, 0.7))
    b.blob(c, "-.4,-.05 -.3,-.27 .0,-.35 .3,-.27 .4,-.05! .1,-.03! .1,.3 -.1,.3 -.1,-.03!", rgb("#f3e8d4"))


def cube(c: skia.Canvas, rng: np.random.Generator, colour: Colour) -> None:
    """Cut square, soft at its edges."""
    b.polygon(c, "-.46,-.12 .0,-.36 .46,-.12 .0,.12", shade(colour, 1.12))
    b.polygon(c, "-.46,-.12 .0,.12 .0,.5 -.46,.24", shade(colour, 0.92))
    b.polygon(c, ".46,-.12 .0,.12 .0,.5 .46,.24", shade(colour, 0.74))
    b.curve(c, "-.42,-.12 .0,.1 .42,-.12", shade(colour, 1.3), 0.04, 0.6)


def belly(c: skia.Canvas, rng: np.random.Generator, colour: Colour) -> None:
    """A cube of pork belly: skin, fat and meat in layers, glazed."""
    b.polygon(c, "-.5,-.14 .0,-.4 .5,-.14 .0,.12", shade(colour, 0.9))
    for k, tone in enumerate((0.62, 1.9, 0.8, 1.6, 0.7)):
        low, high = 0.075 * k, 0.075 * (k + 1)
        ink = shade(colour, tone)
        b.polygon(c, [(-0.5, -0.14 + low), (0, 0.12 + low), (0, 0.12 + high), (-0.5, -0.14 + high)], ink)
        b.polygon(c, [(0.5, -0.14 + low), (0, 0.12 + low), (0, 0.12 + high), (0.5, -0.14 + high)], shade(ink, 0.82))
    b.blob(c, "-.3,-.18 -.06,-.3 .14,-.24 -.08,-.14", shade(colour, 2.2), 0.55)


def slab(c: skia.Canvas, rng: np.random.Generator, colour: Colour) -> None:
    """A thin slice of meat or fish."""
    b.blob(c, "-.5,.06 -.34,-.2 .1,-.28 .5,-.06 .38,.2 -.1,.3", shade(colour, 0.62))
    b.blob(c, "-.5,.0 -.34,-.26 .1,-.34 .5,-.12 .38,.12 -.1,.22", ball(colour, 0.8))
    b.curve(c, "-.3,.02 .0,-.14 .34,-.1", shade(colour, 1.4), 0.06, 0.7)


def stick(c: skia.Canvas, rng: np.random.Generator, colour: Colour) -> None:
    """Long and straight: a bean, a chip, a strip of meat."""
    b.limb(c, [(-0.5, 0.05), (0.0, -0.02), (0.5, -0.06)], (0.1, 0.11, 0.09), side(shade(colour, 0.8), 0.8))
    b.limb(c, [(-0.47, 0.02), (0.0, -0.05), (0.47, -0.09)], (0.07, 0.08, 0.06), colour)
    b.curve(c, "-.36,.0 .0,-.08 .36,-.11", shade(colour, 1.45), 0.03, 0.7)


def spear(c: skia.Canvas, rng: np.random.Generator, colour: Colour) -> None:
    """Asparagus."""
    stick(c, rng, colour)
    b.blob(c, ".3,-.02 .42,-.18 .68,-.14 .5,.02", ball(shade(colour, 0.8), 0.9))


def floret(c: skia.Canvas, rng: np.random.Generator, colour: Colour) -> None:
    """Broccoli or cauliflower."""
    b.limb(c, [(0.0, 0.42), (0.0, 0.0)], (0.13, 0.17), side(mix(colour, rgb("#e6efb8"), 0.55)))
    for x, y, r in (
        (-0.28, -0.02, 0.24),
        (0.28, -0.02, 0.24),
        (0.0, -0.2, 0.29),
        (-0.12, 0.0, 0.2),
        (0.14, -0.04, 0.2),
    ):
        b.circle(c, (x, y), r, ball(jitter(colour, rng, 0.04), 1.1))


def shrimp(c: skia.Canvas, rng: np.random.Generator, colour: Colour) -> None:
    """Curled, with its bands."""
    ring_of = [(0.36 * cos(a), 0.3 * sin(a)) for a in np.linspace(-0.4, 3.9, 9)]
    b.limb(c, ring_of, tuple(np.linspace(0.09, 0.2, 9).tolist()), side(colour, 0.8))
    for x, y in ring_of[2:8]:
        b.line(c, (0.72 * x, 0.72 * y), (1.4 * x, 1.4 * y), mix(colour, WHITE, 0.55), 0.05)
    b.polygon(c, "-.34,-.26 -.1,-.42 -.04,-.28 -.2,-.16", shade(colour, 0.86))


def ball_of(c: skia.Canvas, rng: np.random.Generator, colour: Colour) -> None:
    """Round and shiny: meatballs, tomatoes."""
    b.circle(c, (0, 0.02), 0.46, ball(colour, 1.1))
    b.ellipse(c, (-0.14, -0.2), 0.13, 0.08, shade(colour, 1.7), 0.7)


def curd(c: skia.Canvas, rng: np.random.Generator, colour: Colour) -> None:
    """A soft fold, as of scrambled egg."""
    b.blob(c, "-.5,.1 -.44,-.22 -.1,-.36 .3,-.3 .52,-.02 .4,.24 .0,.2 -.26,.32", ball(colour, 0.7))
    b.curve(c, "-.3,-.02 -.04,-.18 .26,-.1", shade(colour, 1.25), 0.08, 0.8)
    b.curve(c, "-.2,.16 .06,.04 .34,.08", shade(colour, 0.8), 0.05, 0.7)


def grain(c: skia.Canvas, rng: np.random.Generator, colour: Colour) -> None:
    """One of rice."""
    b.ellipse(c, (0, 0), 0.5, 0.2, shade(colour, 0.86))
    b.ellipse(c, (-0.02, -0.05), 0.44, 0.15, shade(colour, 1.06))


def strand(c: skia.Canvas, rng: np.random.Generator, colour: Colour) -> None:
    """A loop of noodle."""
    bend = float(rng.uniform(-0.5, 0.5))
    loop = [(-0.9, 0.1), (-0.3, -0.2 + bend), (0.3, 0.14 - bend), (0.9, -0.06)]
    b.curve(c, loop, shade(colour, 0.74), 0.17)
    b.curve(c, [(x, y - 0.025) for x, y in loop], colour, 0.11)


def half_egg(c: skia.Canvas, rng: np.random.Generator, colour: Colour) -> None:
    """Boiled, cut along."""
    b.ellipse(c, (0, 0.05), 0.5, 0.36, rgb("#d9d2c2"))
    b.ellipse(c, (0, 0), 0.5, 0.35, ball(rgb("#fffaf0"), 0.4))
    b.ellipse(c, (0.02, -0.01), 0.27, 0.19, ball(colour, 0.8))


def yolk_up(c: skia.Canvas, rng: np.random.Generator, colour: Colour) -> None:
    """A fried egg."""
    b.blob(c, "-.6,.04 -.46,-.26 -.1,-.2 .18,-.34 .58,-.12 .5,.2 .12,.26 -.2,.36", ball(rgb("#fffaf0"), 0.4))
    b.ellipse(c, (0.02, -0.02), 0.23, 0.18, ball(colour, 1.0))
    b.ellipse(c, (-0.05, -0.09), 0.06, 0.035, WHITE, 0.9)


def fillet(c: skia.Canvas, rng: np.random.Generator, colour: Colour) -> None:
    """A piece of fish with its flakes, seared on top."""
    b.blob(c, "-.62,.1 -.5,-.2 .1,-.32 .62,-.14! .6,.14 .1,.34 -.5,.3", side(shade(colour, 0.72), 0.7))
    b.blob(c, "-.62,.0 -.5,-.26 .1,-.38 .62,-.2! .5,.02 .06,.16 -.5,.14", ball(colour, 0.8))
    for x in (-0.36, -0.14, 0.08, 0.3):
        b.curve(c, [(x, -0.3), (x + 0.09, -0.08), (x + 0.02, 0.14)], mix(colour, WHITE, 0.5), 0.04, 0.8)


def parcel(c: skia.Canvas, rng: np.random.Generator, colour: Colour) -> None:
    """A roll: spring rolls, sausages, rolls of rice."""
    b.limb(c, [(-0.5, 0.04), (0.0, -0.02), (0.5, -0.06)], (0.18, 0.2, 0.18), side(shade(colour, 0.86), 0.7))
    b.limb(c, [(-0.48, -0.04), (0.0, -0.1), (0.46, -0.13)], (0.1, 0.12, 0.1), shade(colour, 1.1))
    b.ellipse(c, (0.52, -0.06), 0.09, 0.17, shade(colour, 0.66))


def shellfish(c: skia.Canvas, rng: np.random.Generator, colour: Colour) -> None:
    """A crayfish with claws and tail."""
    for way in (-1, 1):
        b.curve(c, [(0.16, 0.06 * way), (0.42, 0.26 * way), (0.6, 0.14 * way)], shade(colour, 0.8), 0.07)
        b.blob(c, [(0.5, 0.14 * way), (0.66, 0.26 * way), (0.82, 0.1 * way), (0.68, 0.06 * way)], side(colour, 0.8))
    b.limb(c, [(-0.5, 0.0), (-0.1, -0.02), (0.3, 0.0)], (0.13, 0.2, 0.14), ball(colour, 1.0))
    for x in (-0.42, -0.28, -0.14):
        b.curve(c, [(x, -0.15), (x + 0.05, 0.0), (x, 0.15)], shade(colour, 0.6), 0.035)
    b.blob(c, "-.48,.0 -.7,-.18 -.76,.0 -.7,.18", side(shade(colour, 0.9), 0.8))


def cut_leaf(c: skia.Canvas, rng: np.random.Generator, colour: Colour) -> None:
    """A large leaf with a pale rib: cabbage, pak choi, lettuce."""
    b.blob(c, "-.54,.1 -.3,-.3 .2,-.38 .56,-.08 .36,.26 -.16,.34", ball(colour, 0.9))
    b.limb(c, [(-0.56, 0.12), (0.0, 0.0), (0.34, -0.1)], (0.1, 0.06, 0.02), mix(colour, rgb("#f4f8dc"), 0.72))


def speck(c: skia.Canvas, rng: np.random.Generator, colour: Colour) -> None:
    """A seed or a chopped herb."""
    b.ellipse(c, (0, 0), 0.4, 0.26, colour)
