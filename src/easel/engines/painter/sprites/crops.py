"""What is grown in rows: tea, grapes on their wires, maize, fruit trees."""

from math import cos, sin

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import ball, jitter, rgb, shade, side
from easel.engines.painter.sprites.sprite import Draw, Look, Sprite
from easel.engines.painter.vegetation import bush


def _tea(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A clipped round bush with its young leaves on top."""
    green = look.colour or rgb("#4f8f3a")
    with b.placed(c, (0, -0.12), scale=(1.15, 0.88)):
        bush(c, rng, green, look.snow)
    for _ in range(26):
        x, y = float(rng.uniform(-0.6, 0.6)), float(rng.uniform(-0.86, -0.55))
        if abs(x) < 0.75 + 0.9 * (y + 0.86):
            tone = jitter(rgb("#a8d05a"), rng, 0.04)
            for turn in (-35, 25):
                with b.placed(c, (x, y), turn=turn, scale=0.11):
                    b.blob(c, ".0,.0! .3,-.5 .0,-1.0! -.3,-.5", tone)


def _vine(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A vine on its post, leaves along the wires, grapes below them."""
    grape = look.colour or rgb(("#5a2a6a", "#8fae3a")[int(rng.integers(2))])
    b.limb(c, [(-0.02, 0.0), (0.03, -0.3), (-0.04, -0.6)], (0.09, 0.06, 0.05), side(rgb("#5f4a34")))
    b.line(c, (0.14, 0.0), (0.14, -0.96), rgb("#8a7a64"), 0.035)
    for y in (-0.6, -0.86):
        b.line(c, (-0.62, y), (0.62, y), rgb("#a39a8c"), 0.012)
    leaf = rgb("#eef3f8") if look.snow else rgb("#5f9a3a")
    for _ in range(46):
        x, y = float(rng.uniform(-0.6, 0.6)), float(rng.uniform(-0.98, -0.5))
        tone, size = jitter(shade(leaf, float(rng.uniform(0.7, 1.2))), rng, 0.03), float(rng.uniform(0.07, 0.12))
        rim = [(x + size * k * cos(a), y + size * k * sin(a)) for a, k in
               zip(np.linspace(0, 6.0, 9), (1, 0.6, 1, 0.6, 1, 0.6, 1, 0.6, 1), strict=True)]  # fmt: skip
        b.blob(c, rim, tone)
    # Grapes are not left on the vine until it snows.
    for x in () if look.snow else (-0.42, -0.12, 0.3):
        for row, many in enumerate((3, 3, 2, 1)):
            for k in range(many):
                at = (x + 0.055 * (k - (many - 1) / 2), -0.5 + 0.055 * row)
                b.circle(c, at, 0.036, ball(jitter(grape, rng, 0.04), 1.0))


def _maize(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A tall stalk with hanging leaves and an ear."""
    green = look.colour or rgb("#6a9a3a")
    b.limb(c, [(0.0, 0.0), (0.01, -0.5), (0.0, -0.9)], (0.05, 0.04, 0.02), side(green))
    for k in range(8):
        y, way = -0.14 - 0.095 * k, 1 if k % 2 else -1
        reach = 0.3 + float(rng.uniform(-0.05, 0.05))
        tip = (way * reach, y - 0.02 + float(rng.uniform(-0.02, 0.1)))
        spine = [(0, y), (way * 0.5 * reach, y - 0.17), tip]
        b.limb(c, spine, (0.05, 0.05, 0.006), shade(green, float(rng.uniform(0.75, 1.2))))
    b.blob(c, ".02,-.4 .09,-.46 .13,-.62 .09,-.7 .03,-.6", side(rgb("#9bbf52")))
    b.blob(c, ".05,-.5 .1,-.56 .12,-.66 .08,-.68 .05,-.6", ball(rgb("#f2c83a")))
    b.curve(c, ".1,-.68 .14,-.74 .18,-.72", rgb("#a8643a"), 0.015)
    for dx in (-0.07, -0.03, 0.02, 0.07):
        b.line(c, (0, -0.88), (dx, -1.0), rgb("#d9b45a"), 0.014)


def _fruit_tree(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A low round tree with its fruit."""
    fruit, leaf = look.colour or rgb("#d8322c"), rgb("#eef3f8") if look.snow else rgb("#4f8f3f")
    b.limb(c, [(0.0, 0.0), (0.02, -0.2), (0.0, -0.46)], (0.12, 0.08, 0.07), side(rgb("#6f5238")))
    for x, y, r in (
        (-0.24, -0.5, 0.24),
        (0.25, -0.5, 0.24),
        (0.0, -0.42, 0.26),
        (-0.13, -0.74, 0.24),
        (0.15, -0.74, 0.23),
    ):
        b.circle(c, (x, y), r, ball(jitter(leaf, rng, 0.03), 1.1))
    for _ in range(60):
        a, far = float(rng.uniform(0, 6.28)), float(rng.uniform(0, 0.42)) ** 0.8
        at = (far * cos(a), -0.6 + 0.36 * sin(a) * far / 0.42)
        b.circle(c, at, 0.032, jitter(shade(leaf, float(rng.uniform(0.8, 1.35))), rng, 0.03), 0.9)
    for _ in range(17):
        a, far = float(rng.uniform(0, 6.28)), float(rng.uniform(0.05, 0.4))
        b.circle(c, (far * cos(a), -0.58 + 0.9 * far * sin(a)), 0.045, ball(fruit, 1.1))


def _sprite(name: str, draw: Draw, height: float, width: float) -> Sprite:
    return Sprite(name=name, draw=draw, height=height, width=width, group="plant", attach={"top": (0.0, -0.95)})


SPRITES = (
    _sprite("tea_bush", _tea, 0.16, 1.95),
    _sprite("grapevine", _vine, 0.26, 1.3),
    _sprite("corn_stalk", _maize, 0.34, 0.6),
    _sprite("fruit_tree", _fruit_tree, 0.36, 0.98),
)
