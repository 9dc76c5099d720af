"""Fruit, bread and sweets."""

from functools import partial
from math import cos, pi, sin

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, ball, linear, mix, rgb, shade, side, top
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.sprite import Look, on_table

_LEAF = rgb("#5f9f3a")
_STALK = rgb("#6b4526")
_CREAM = rgb("#fff6e6")


def _shine(c: skia.Canvas, x: float, y: float, wide: float, tall: float, turn: float = -30) -> None:
    with b.placed(c, (x, y), turn=turn):
        b.ellipse(c, (0, 0), wide, tall, WHITE, 0.5)


def _apple(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    skin = look.colour or rgb("#d4322b")
    shape = b.outline("0,-.74 .20,-.83 .40,-.74 .47,-.50 .40,-.22 .20,-.02 .0,-.05", mirrored=True)
    b.fill(c, shape, ball(skin, 1.05))
    with b.clipped(c, shape):
        streaks = [((x * 0.3, -0.72), (x * 1.1, -0.45), (x * 0.8, -0.12)) for x in np.linspace(-0.4, 0.4, 15)]
        strokes(c, streaks, mix(skin, rgb("#f8d060"), 0.5), 0.012, 0.25)
        b.ellipse(c, (0, -0.76), 0.15, 0.055, shade(skin, 0.4), 0.6)
    b.limb(c, ".0,-.72 .02,-.84 .07,-.96", (0.03, 0.034, 0.045), side(_STALK))
    b.blob(c, ".03,-.84! .14,-.98 .34,-.96! .26,-.84 .14,-.81", side(_LEAF))
    b.curve(c, ".06,-.85 .2,-.91 .32,-.95", shade(_LEAF, 1.5), 0.01)
    _shine(c, -0.24, -0.60, 0.055, 0.12, 25)


def _orange(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    skin = look.colour or rgb("#f5902a")
    b.circle(c, (0, -0.45), 0.45, ball(skin, 1.0))
    pores = skia.Path()
    for k in range(60):
        far, a = 0.42 * np.sqrt(k / 60), k * 2.4
        pores.addCircle(float(far * cos(a)), float(-0.45 + far * sin(a)), 0.007)
    b.fill(c, pores, shade(skin, 0.66), 0.5)
    b.ellipse(c, (0, -0.86), 0.04, 0.02, rgb("#4f7a34"))
    b.blob(c, ".02,-.87! .14,-.99 .36,-.96! .28,-.84 .14,-.82", side(_LEAF))
    b.curve(c, ".05,-.88 .2,-.91 .34,-.95", shade(_LEAF, 1.5), 0.01)
    _shine(c, -0.2, -0.64, 0.1, 0.055)


def _banana(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    skin = look.colour or rgb("#f7d23e")
    for turn, tone in ((13, 0.8), (0, 1.0)):
        with b.placed(c, (0, -0.02 if turn else 0), turn=turn):
            b.blob(
                c,
                "-.62,-.82! -.52,-.86! -.44,-.56 -.2,-.34 .14,-.30 .50,-.46! .62,-.44! .60,-.34 .40,-.10 .06,.0"
                " -.32,-.10 -.56,-.40",
                top(shade(skin, tone), 1.0),
            )
            b.curve(c, "-.54,-.74 -.48,-.44 -.24,-.2 .10,-.14 .44,-.26 .56,-.38", shade(skin, tone * 0.7), 0.018, 0.7)
            b.polygon(c, "-.64,-.84 -.55,-.98 -.49,-.96 -.51,-.84", side(rgb("#8a6a2a")))
            b.ellipse(c, (0.60, -0.42), 0.034, 0.045, rgb("#4a3520"))


def _watermelon(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    flesh = look.colour or rgb("#ee4a50")
    with b.placed(c, (0, -0.02)):
        for radius, ink in ((0.98, rgb("#2f7a3c")), (0.90, rgb("#d8efb8")), (0.83, flesh)):
            path = skia.Path()
            path.addArc(b.box(-radius, -0.96 - radius, 2 * radius, 2 * radius), 0, 180)
            path.close()
            b.fill(c, path, linear((-0.9, -0.9), (0.9, 0), (shade(ink, 1.12), ink, shade(ink, 0.74)), (0, 0.45, 1)))
        seeds = skia.Path()
        for ring, count in ((0.62, 7), (0.36, 4)):
            for k in range(count):
                a = pi * (0.14 + 0.72 * k / (count - 1))
                seeds.addOval(b.box(cos(a) * ring - 0.022, -0.96 + sin(a) * ring - 0.036, 0.044, 0.075))
        b.fill(c, seeds, rgb("#2a1a18"))
        b.rectangle(c, (-0.83, -0.975), 1.66, 0.03, shade(flesh, 1.35), round=0.015)


def _strawberry(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    skin = look.colour or rgb("#e2303a")
    shape = b.outline("0,-.78 .22,-.80 .42,-.66 .40,-.40 .22,-.14 0,.0", mirrored=True)
    b.fill(c, shape, ball(skin, 1.05))
    seeds = skia.Path()
    with b.clipped(c, shape):
        for row in range(6):
            for k in range(-3, 4):
                x, y = k * 0.14 + (row % 2) * 0.07, -0.68 + row * 0.12
                seeds.addOval(b.box(x - 0.014, y - 0.022, 0.028, 0.044))
        b.fill(c, seeds, rgb("#fbe08a"))
    for angle in (-75, -40, -12, 14, 42, 76):
        with b.placed(c, (0, -0.80), turn=angle):
            b.blob(c, "0,-.02 -.07,.08 .0,.26! .07,.08", side(shade(_LEAF, 1.0 - abs(angle) / 400)))
    b.limb(c, ".0,-.80 .02,-.90 .07,-.98", (0.04, 0.034, 0.04), side(_LEAF))
    _shine(c, -0.24, -0.58, 0.045, 0.085, 25)


#: As many candles find room side by side on a cake.
MOST_CANDLES = 12
_CANDLES = ("#5fa8e8", "#f0a53a", "#6fc46a", "#e8688a")


def _cake(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    icing = look.colour or rgb("#f4aebf")
    b.ellipse(c, (0, -0.045), 0.66, 0.055, ball(rgb("#e9e7ee"), 0.8))
    b.rectangle(c, (-0.56, -0.40), 1.12, 0.36, side(mix(icing, rgb("#fff0dc"), 0.45), 0.8), round=0.03)
    b.rectangle(c, (-0.56, -0.23), 1.12, 0.035, rgb("#c9854a"), 0.75)
    drip = (
        "-.58,-.42! -.56,-.30 -.49,-.25 -.42,-.32 -.34,-.33 -.26,-.22 -.18,-.32 -.08,-.34 .0,-.24 .08,-.34"
        " .18,-.32 .26,-.21 .34,-.33 .42,-.32 .50,-.25 .56,-.30 .58,-.42! .3,-.46 -.3,-.46"
    )
    b.blob(c, drip, top(icing, 0.9))
    b.rectangle(c, (-0.36, -0.64), 0.72, 0.22, side(mix(icing, rgb("#fff0dc"), 0.45), 0.8), round=0.03)
    b.blob(
        c,
        "-.38,-.66! -.36,-.55 -.29,-.52 -.22,-.58 -.14,-.51 -.06,-.58 .02,-.51 .10,-.58 .18,-.51 .26,-.57"
        " .33,-.52 .38,-.58 .38,-.66! .2,-.70 -.2,-.70",
        top(icing, 0.9),
    )
    for x in (-0.48, -0.24, 0.0, 0.24, 0.48):
        b.circle(c, (x, -0.455), 0.05, ball(_CREAM, 0.5))
        b.circle(c, (x, -0.50), 0.034, ball(rgb("#d8323f")))
    candles = min(int(look.traits.get("candles", 3)), MOST_CANDLES)
    for k in range(candles):
        x, ink = 0.6 * ((k + 0.5) / candles - 0.5), _CANDLES[k % len(_CANDLES)]
        b.rectangle(c, (x - 0.018, -0.88), 0.036, 0.2, side(rgb(ink)))
        strokes(c, [((x - 0.018, -0.70 - k * 0.05), (x + 0.018, -0.72 - k * 0.05)) for k in range(4)], WHITE, 0.009)
        b.glow(c, (x, -0.935), 0.1, rgb("#ffc85a"), 0.8)
        b.blob(c, [(x, -0.99), (x + 0.022, -0.93), (x, -0.895), (x - 0.022, -0.93)], top(rgb("#ffb02e")))
        b.ellipse(c, (x, -0.92), 0.009, 0.018, rgb("#fff4c8"))


def _bread(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    crust = look.colour or rgb("#c98a42")
    shape = b.outline(
        "-.92,-.30 -.86,-.66 -.60,-.92 -.2,-.99 .3,-.98 .70,-.84 .92,-.54 .94,-.24 .80,-.04 .3,.0 -.4,.0 -.80,-.06"
    )
    b.fill(c, shape, ball(crust, 1.0))
    with b.clipped(c, shape):
        for x in (-0.56, -0.18, 0.2, 0.58):
            b.blob(
                c,
                [(x - 0.10, -0.46), (x - 0.02, -0.74), (x + 0.12, -0.92), (x + 0.10, -0.70), (x + 0.0, -0.44)],
                top(rgb("#f6deae"), 0.7),
            )
            b.curve(c, [(x - 0.11, -0.44), (x - 0.03, -0.74), (x + 0.12, -0.94)], shade(crust, 0.6), 0.02, 0.8)
        specks = skia.Path()
        for px, py in rng.uniform((-0.85, -0.9), (0.85, -0.1), (60, 2)).tolist():
            specks.addCircle(px, py, 0.009)
        b.fill(c, specks, rgb("#fdf0d2"), 0.7)


def _ice_cream(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    scoop = look.colour or rgb("#f7a8b8")
    b.polygon(c, "-.20,-.50 .20,-.50 .0,.0", side(rgb("#dca05a"), 1.0))
    cone = b.outline("-.20,-.50 .20,-.50 .0,.0", smooth=False)
    with b.clipped(c, cone):
        grid = [((x, -0.52), (x + 0.28, 0.02)) for x in np.arange(-0.5, 0.3, 0.075)] + [
            ((x, -0.52), (x - 0.28, 0.02)) for x in np.arange(-0.2, 0.55, 0.075)
        ]
        strokes(c, grid, rgb("#a8692e"), 0.012, 0.8)
    b.circle(c, (-0.09, -0.62), 0.17, ball(rgb("#f6e3b8"), 0.9))
    b.circle(c, (0.10, -0.61), 0.165, ball(rgb("#8a5a3c"), 0.9))
    b.blob(
        c,
        "-.22,-.72 -.2,-.88 .0,-.97 .2,-.88 .22,-.72 .17,-.66 .10,-.70 .03,-.65 -.06,-.70 -.14,-.655",
        ball(scoop, 0.9),
    )
    b.blob(c, "-.22,-.50 -.14,-.45 -.05,-.49 .04,-.44 .12,-.49 .21,-.50 .1,-.55 -.1,-.55", ball(rgb("#f6e3b8"), 0.6))
    for k in range(10):
        x, y = float(rng.uniform(-0.15, 0.15)), float(rng.uniform(-0.9, -0.74))
        b.line(c, (x, y), (x + 0.02, y + 0.012), rgb(("#ffe45a", "#6bd0ff", "#7fdc7a")[k % 3]), 0.012)
    b.circle(c, (0.02, -0.975), 0.042, ball(rgb("#d8243a")))


def _egg(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    shell = look.colour or rgb("#f2dcc0")
    b.blob(c, "0,-1 .20,-.92 .35,-.62 .37,-.34 .24,-.06 0,.0", ball(shell, 0.9), mirrored=True)
    _shine(c, -0.13, -0.68, 0.055, 0.12, 20)


def _fruit_bowl(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    bowl = look.colour or rgb("#5f8fb5")
    for draw, x, y, size, turn in (
        (_banana, 0.26, -0.44, 0.62, -24),
        (_apple, -0.42, -0.36, 0.46, -10),
        (_orange, 0.06, -0.40, 0.44, 0),
        (_apple, 0.45, -0.34, 0.42, 14),
        (_strawberry, -0.12, -0.36, 0.28, 160),
    ):
        with b.placed(c, (x, y), scale=size, turn=turn):
            draw(c, rng, Look(colour=rgb("#7fb53a")) if draw is _apple and x > 0 else Look())
    for k in range(9):
        b.circle(c, (-0.62 + 0.075 * (k % 4), -0.46 - 0.07 * (k // 4) - 0.03 * (k % 2)), 0.06, ball(rgb("#6a4a8f")))
    b.blob(c, "-.78,-.46! -.4,-.38 .4,-.38 .78,-.46! .66,-.16 .36,-.03 -.36,-.03 -.66,-.16", side(bowl, 1.0))
    b.curve(c, "-.77,-.45 -.4,-.37 .4,-.37 .77,-.45", shade(bowl, 1.4), 0.035)
    b.curve(c, "-.64,-.22 -.3,-.12 .3,-.12 .64,-.22", mix(bowl, WHITE, 0.7), 0.02)
    b.rectangle(c, (-0.26, -0.05), 0.52, 0.05, side(shade(bowl, 0.8)), round=0.015)


_sprite = partial(on_table, top=(0.0, -0.92), head=(0.0, -0.92))

SPRITES = (
    _sprite("apple", _apple, 0.13),
    _sprite("orange", _orange, 0.12, 0.95),
    _sprite("banana", _banana, 0.12, 1.5),
    _sprite("watermelon", _watermelon, 0.14, 2.0),
    _sprite("strawberry", _strawberry, 0.11, 0.95),
    _sprite("cake", _cake, 0.22, 1.35, board=(-0.6, -0.42, 0.6, -0.05)),
    _sprite("bread", _bread, 0.11, 1.95),
    _sprite("ice_cream", _ice_cream, 0.2, 0.6),
    _sprite("egg", _egg, 0.1, 0.8),
    _sprite("fruit_bowl", _fruit_bowl, 0.2, 1.65),
)
