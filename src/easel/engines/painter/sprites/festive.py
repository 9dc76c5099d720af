"""What feasts are known by: the Christmas tree, mooncakes, a plate of dumplings."""

from functools import partial
from math import cos, pi, sin

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Colour, Point, ball, mix, rgb, shade, side
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.meals import steam
from easel.engines.painter.sprites.sprite import Look, Sprite, on_table

_GOLD = rgb("#f2c243")
_BAUBLES = (rgb("#d8322c"), _GOLD, rgb("#3f7fd0"), rgb("#c9468a"), rgb("#e8e4da"))
#: Tiers of a fir from below: the rim's y, half its width, and the tip's y.
_TIERS = ((-0.13, 0.37, -0.52), (-0.34, 0.30, -0.69), (-0.53, 0.225, -0.83), (-0.69, 0.145, -0.93))


def _tier(c: skia.Canvas, rng: np.random.Generator, tier: tuple[float, float, float], green: Colour) -> None:
    """One skirt of boughs with needles that hang over its rim."""
    low, half, tip = tier
    rim = []
    for k in range(13):
        x = half * (1 - k / 6)
        rim.append((x, low + 0.03 * (1 - abs(x) / half) + (0.022 if k % 2 else -0.012)))
    b.polygon(c, [(0.0, tip), *rim], side(green, 1.0))
    needles = []
    for _ in range(90):
        share, across = rng.uniform(0.08, 1.0), rng.uniform(-0.95, 0.95)
        x, y = across * half * share, tip + (low - tip) * share
        needles.append(((x, y), (x + 0.05 * across + rng.uniform(-0.01, 0.01), y + 0.04)))
    strokes(c, needles[::2], shade(green, 0.66), 0.007, 0.8)
    strokes(c, needles[1::2], shade(green, 1.35), 0.006, 0.8)


def _garland(half: float, low: float) -> list[Point]:
    return [
        (-half * 0.9, low - 0.08),
        (-half * 0.2, low - 0.025),
        (half * 0.35, low - 0.035),
        (half * 0.78, low - 0.11),
    ]


def _christmas_tree(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A fir in a pot with baubles, garlands, lights and a star."""
    green = look.colour or rgb("#2f7a45")
    b.rectangle(c, (-0.035, -0.16), 0.07, 0.1, side(rgb("#6b4428")))
    b.polygon(c, "-.11,-.10 .11,-.10 .085,.0 -.085,.0", side(rgb("#b8322c"), 1.1))
    b.rectangle(c, (-0.12, -0.115), 0.24, 0.03, side(rgb("#d8423c")), round=0.008)
    for tier in _TIERS:
        _tier(c, rng, tier, green)
    for low, half, _ in _TIERS[:3]:
        b.curve(c, _garland(half, low), _GOLD, 0.011)
    for row, (low, half, _) in enumerate(_TIERS):
        number = 5 - row
        for k in range(number):
            x = half * (-0.72 + 1.44 * k / max(1, number - 1)) if number > 1 else 0.02
            at = (x, low - 0.055 - 0.05 * ((k + row) % 2))
            b.circle(c, at, 0.026, ball(_BAUBLES[(2 * k + row) % 5], 1.1))
            b.circle(c, (at[0] - 0.008, at[1] - 0.009), 0.007, WHITE, 0.8)
    for k in range(16):
        low, half, tip = _TIERS[k % 4]
        share = 0.3 + 0.6 * rng.random()
        at = (half * share * rng.uniform(-0.8, 0.8), tip + (low - tip) * share)
        if look.lit:
            b.glow(c, at, 0.035, rgb("#ffe9a8"), 0.8)
        b.circle(c, at, 0.007, rgb("#fff3c4"))
    if look.snow:
        for low, half, _ in _TIERS:
            b.blob(c, [(-half * 0.9, low - 0.02), (-half * 0.5, low - 0.07), (-half * 0.2, low - 0.01)], WHITE, 0.9)
            b.blob(c, [(half * 0.3, low - 0.01), (half * 0.6, low - 0.06), (half * 0.92, low - 0.02)], WHITE, 0.9)
    star = [
        (r * sin(k * pi / 5), -0.945 - r * cos(k * pi / 5)) for k in range(10) for r in [0.06 if k % 2 == 0 else 0.025]
    ]
    b.glow(c, (0.0, -0.945), 0.12, _GOLD, 0.5)
    b.polygon(c, star, ball(_GOLD, 0.8))


def _cake(c: skia.Canvas, at: Point, wide: float, crust: Colour) -> None:
    """One mooncake that lies flat: its scalloped wall, and the stamped face seen from a little above."""
    x, y = at
    high, flat = 0.3 * wide, 0.3 * wide
    wall = skia.Path()
    wall.addRect(b.box(x - wide / 2, y - high - flat / 2, wide, high))
    wall.addOval(b.box(x - wide / 2, y - flat, wide, flat))
    b.fill(c, wall, side(shade(crust, 0.8), 1.1))
    for k in range(9):
        turn = pi * (k + 0.5) / 9
        across = x - 0.5 * wide * cos(turn)
        foot = y - 0.5 * flat + 0.5 * flat * sin(turn)
        b.line(c, (across, foot - high * 0.92), (across, foot - 0.02 * wide), shade(crust, 0.5), 0.012 * wide, 0.7)
    face = (x, y - high - flat / 2)
    b.ellipse(c, face, wide / 2, flat / 2, ball(shade(crust, 1.12), 0.6))
    ink = shade(crust, 0.62)
    b.ellipse(c, face, 0.42 * wide, 0.42 * flat, ink, width=0.014 * wide)
    for k in range(8):
        turn = k * pi / 4
        petal = (face[0] + 0.26 * wide * cos(turn), face[1] + 0.26 * flat * sin(turn))
        b.ellipse(c, petal, 0.085 * wide, 0.07 * flat, ink, width=0.012 * wide)
    b.ellipse(c, face, 0.1 * wide, 0.1 * flat, ink, width=0.014 * wide)


def _mooncakes(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """Three mooncakes on a plate."""
    crust = look.colour or rgb("#d08a3c")
    _plate(c, 0.98)
    for at in ((-0.4, -0.2), (0.42, -0.2), (0.0, -0.46)):
        _cake(c, (at[0], at[1]), 0.78, crust)


def _plate(c: skia.Canvas, half: float) -> None:
    b.ellipse(c, (0.0, -0.10), half, 0.1, shade(rgb("#e9edf1"), 0.8))
    b.ellipse(c, (0.0, -0.15), half, 0.13, ball(rgb("#f7f8fa"), 0.5))
    b.ellipse(c, (0.0, -0.15), half * 0.9, 0.105, rgb("#5f8fc4"), width=0.012)


def _jiaozi(c: skia.Canvas, at: Point, wide: float, dough: Colour) -> None:
    """One crescent with its pleated edge."""
    with b.placed(c, at, scale=wide):
        b.blob(c, "-.5,-.02 -.42,-.24 -.2,-.42 0,-.47 .2,-.42 .42,-.24 .5,-.02 .3,.1 0,.13 -.3,.1", ball(dough, 0.7))
        b.curve(c, "-.5,-.03 -.38,-.22 -.18,-.33 0,-.36 .18,-.33 .38,-.22 .5,-.03", shade(dough, 0.74), 0.03)
        pleats = [
            ((0.36 * cos(a), -0.02 - 0.33 * sin(a)), (0.45 * cos(a), -0.03 - 0.44 * sin(a)))
            for a in np.linspace(0.35, pi - 0.35, 9)
        ]
        strokes(c, pleats, shade(dough, 0.7), 0.025, 0.8)


def _dumplings(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A heap of jiaozi on a plate, steaming."""
    dough = look.colour or rgb("#f6ecd6")
    _plate(c, 0.98)
    for row, count, y in ((0, 4, -0.2), (1, 3, -0.4), (2, 2, -0.6)):
        for k in range(count):
            x = 0.42 * (k - (count - 1) / 2)
            _jiaozi(c, (x, y), 0.5, mix(dough, WHITE, 0.06 * ((k + row) % 2)))
    steam(c, 0.0, -0.84, 0.16)


_sprite = partial(on_table, hand=(0.0, -0.15))

SPRITES = (
    Sprite(name="christmas_tree", draw=_christmas_tree, height=0.52, width=0.78, group="plant",
           attach={"top": (0.0, -0.95), "head": (0.0, -0.95), "hand": (0.0, -0.1)}),
    _sprite("mooncake", _mooncakes, 0.12, 2.0),
    _sprite("jiaozi", _dumplings, 0.13, 2.0),
)  # fmt: skip
