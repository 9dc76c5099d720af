"""What lies in a pastry shop's window, and sushi."""

from functools import partial
from math import cos, pi, sin

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Colour, ball, mix, rgb, shade, side, top
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.sprite import Look, on_table

_SPRINKLES = tuple(map(rgb, ("#fdf3d6", "#f4c52e", "#4fa3e0", "#7bc86a", "#f28a3a", "#a86ad8")))


def _sprinkle(c: skia.Canvas, at: tuple[float, float], rng: np.random.Generator) -> None:
    a = rng.uniform(0, pi)
    dx, dy = 0.022 * cos(a), 0.022 * sin(a)
    tone = _SPRINKLES[int(rng.integers(len(_SPRINKLES)))]
    b.line(c, (at[0] - dx, at[1] - dy), (at[0] + dx, at[1] + dy), tone, 0.016)


def _cupcake(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    cream = look.colour or rgb("#f6a6c4")
    paper = rgb("#5aa9d6") if look.colour is None else shade(cream, 0.62)
    shape = b.outline("-.36,-.44! .36,-.44! .27,-.02 .0,.0 -.27,-.02", closed=True)
    b.fill(c, shape, side(paper))
    with b.clipped(c, shape):
        pleats = [((0.06 * k, -0.46), (0.046 * k, 0.02)) for k in range(-6, 7)]
        strokes(c, pleats, shade(paper, 1.4), 0.018, 0.7)
    for wide, low in ((0.43, -0.40), (0.33, -0.56), (0.21, -0.71)):
        bulge = [(-wide, low - 0.05), (-0.6 * wide, low - 0.19), (0.6 * wide, low - 0.21), (wide, low - 0.07)]
        b.blob(c, [*bulge, (0.62 * wide, low + 0.05), (-0.5 * wide, low + 0.06)], ball(cream, 0.9))
        b.curve(
            c,
            [(-0.7 * wide, low + 0.0), (0.1 * wide, low - 0.01), (0.8 * wide, low - 0.12)],
            shade(cream, 0.78),
            0.016,
            0.7,
        )
    for _ in range(18):
        y = rng.uniform(-0.82, -0.42)
        _sprinkle(c, (rng.uniform(-0.75, 0.75) * (0.46 + 0.42 * (y + 0.42)), y), rng)
    b.circle(c, (0.0, -0.91), 0.085, ball(rgb("#d0243a"), 1.1))
    b.circle(c, (-0.03, -0.94), 0.02, WHITE, 0.8)


def _wavy(radius: float, depth: float, waves: int, phase: float) -> list[tuple[float, float]]:
    turns = np.linspace(0, 2 * pi, 4 * waves, endpoint=False)
    reach = [radius + depth * sin(waves * a + phase) for a in turns]
    return [(r * cos(a), -0.5 + 0.92 * r * sin(a)) for r, a in zip(reach, turns, strict=True)]


def _doughnut(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    icing, dough = look.colour or rgb("#f08ab0"), rgb("#d99a52")
    ring = skia.Path()
    ring.addOval(b.box(-0.54, -1.0, 1.08, 1.0))
    ring.addOval(b.box(-0.15, -0.63, 0.3, 0.26))
    ring.setFillType(skia.PathFillType.kEvenOdd)
    b.fill(c, ring, ball(dough, 0.9))
    with b.clipped(c, ring):
        cover = b.outline(_wavy(0.47, 0.022, 11, float(rng.uniform(0, 6))))
        b.fill(c, cover, shade(icing, 0.6), 0.5)
        with b.placed(c, (0.0, -0.012)):
            b.fill(c, cover, ball(icing, 0.8))
        b.ellipse(c, (0, -0.5), 0.185, 0.165, shade(dough, 0.72))
        b.curve(c, "-.36,-.64 -.24,-.82 -.02,-.90", mix(icing, WHITE, 0.7), 0.035, 0.8)
    for _ in range(38):
        a, r = rng.uniform(0, 2 * pi), rng.uniform(0.24, 0.41)
        _sprinkle(c, (r * cos(a), -0.5 + 0.92 * r * sin(a)), rng)


def _nigiri(c: skia.Canvas, x: float, fish: Colour) -> None:
    with b.placed(c, (x, -0.24)):
        b.blob(c, "-.24,-.02 -.25,-.18 -.1,-.26 .12,-.26 .25,-.18 .24,-.02 .1,.02 -.1,.02", ball(rgb("#f7f4ea"), 0.6))
        grains = [
            ((-0.2 + 0.05 * k, -0.06 - 0.04 * (k % 3)), (-0.18 + 0.05 * k, -0.07 - 0.04 * (k % 3))) for k in range(9)
        ]
        strokes(c, grains, rgb("#d8d2c0"), 0.014)
        b.blob(c, "-.30,-.14 -.27,-.34 -.08,-.46 .14,-.45 .29,-.32 .31,-.12 .12,-.2 -.1,-.2", top(fish, 1.0))
        veins = [((-0.2 + 0.11 * k, -0.2), (-0.16 + 0.11 * k, -0.3), (-0.08 + 0.1 * k, -0.42)) for k in range(4)]
        strokes(c, veins, mix(fish, WHITE, 0.65), 0.018, 0.9)


def _sushi(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """Two pieces with salmon and tuna and a roll between them, on a wooden board."""
    fish = look.colour or rgb("#f4854a")
    wood = rgb("#c08a52")
    for x in (-0.6, 0.6):
        b.rectangle(c, (x - 0.09, -0.14), 0.18, 0.14, side(shade(wood, 0.7)))
    b.rectangle(c, (-0.9, -0.25), 1.8, 0.14, top(wood, 1.1), round=0.03)
    _nigiri(c, -0.52, fish)
    _nigiri(c, 0.54, look.colour or rgb("#d23c44"))
    b.rectangle(c, (-0.19, -0.62), 0.38, 0.42, side(rgb("#22302a")), round=0.06)
    b.ellipse(c, (0, -0.62), 0.19, 0.09, rgb("#22302a"))
    b.ellipse(c, (0, -0.625), 0.155, 0.07, rgb("#f7f4ea"))
    b.ellipse(c, (0, -0.625), 0.07, 0.034, ball(fish, 0.8))
    b.ellipse(c, (0.055, -0.63), 0.026, 0.016, rgb("#6fae4a"))
    b.blob(c, ".86,-.25! .84,-.36 .74,-.38 .70,-.25!", ball(rgb("#9ac45a")))
    for k in (-1, 1):
        b.line(c, (-0.84, -0.285 - 0.02 * k), (-0.1 + 0.05 * k, -0.98 + 0.03 * k), rgb("#8a2f24"), 0.026)


_sprite = partial(on_table, top=(0.0, -0.95), hand=(0.0, -0.2))

SPRITES = (
    _sprite("cupcake", _cupcake, 0.15, 0.9),
    _sprite("doughnut", _doughnut, 0.14, 1.1),
    _sprite("sushi", _sushi, 0.15, 1.85),
)
