"""Ships of steel: a freighter under its containers, a white liner with its decks and funnels."""

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Colour, linear, mix, rgb, shade, side, top
from easel.engines.painter.sprites.building_parts import WARM
from easel.engines.painter.sprites.sprite import Draw, Look, Sprite

_BOXES = tuple(map(rgb, ("#c8462f", "#2f6fa8", "#e0a83a", "#4a8f5a", "#8d98a3", "#a8552f", "#3f8f9a")))
_KEEL, _GLASS = rgb("#8f2f2a"), rgb("#5f86a0")


def _hull(c: skia.Canvas, shape: str, paint: Colour, level: float) -> None:
    """The sides, red below the waterline, a white line above it."""
    path = b.outline(shape, smooth=False)
    b.fill(c, path, top(paint, 1.0))
    with b.clipped(c, path):
        b.rectangle(c, (-1.6, -0.07), 3.2, 0.07, _KEEL)
        b.rectangle(c, (-1.6, -0.085), 3.2, 0.015, mix(paint, WHITE, 0.8))
        b.rectangle(c, (-1.6, level), 3.2, 0.03, shade(paint, 1.3))


def _panes(c: skia.Canvas, x: tuple[float, float], y: float, count: int, size: float, look: Look) -> None:
    tone = WARM if look.lit else _GLASS
    for k in range(count):
        at = x[0] + (x[1] - x[0]) * (k + 0.5) / count
        b.rectangle(c, (at - 0.5 * size, y), size, size * 1.1, tone, round=0.2 * size)


def _freighter(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    paint = look.colour or rgb("#2f4a68")
    for column in range(7):
        for row in range(int(rng.integers(2, 5))):
            tone = _BOXES[int(rng.integers(len(_BOXES)))]
            x, y = -0.66 + 0.25 * column, -0.43 - 0.115 * row
            b.rectangle(c, (x, y), 0.235, 0.11, side(tone, 0.8))
            for rib in range(1, 7):
                b.line(c, (x + 0.0336 * rib, y + 0.012), (x + 0.0336 * rib, y + 0.098), shade(tone, 0.72), 0.006)
    house = linear((-1.12, 0), (-0.76, 0), (shade(rgb("#f1efe8"), 0.86), rgb("#f6f4ee"), shade(rgb("#f1efe8"), 0.9)))
    b.rectangle(c, (-0.92, -0.99), 0.11, 0.14, side(rgb("#c8462f"), 1.0))
    b.rectangle(c, (-1.12, -0.82), 0.36, 0.5, house)
    b.rectangle(c, (-1.17, -0.87), 0.46, 0.08, house)
    b.rectangle(c, (-1.15, -0.855), 0.42, 0.045, WARM if look.lit else _GLASS)
    for y in (-0.72, -0.61, -0.5):
        _panes(c, (-1.1, -0.78), y, 5, 0.038, look)
    _hull(c, "-1.28,-.36! -1.2,-.33! 1.0,-.33! 1.36,-.46! 1.24,-.12! 1.14,.0! -1.14,.0! -1.26,-.14!", paint, -0.33)
    b.line(c, (1.1, -0.36), (1.1, -0.62), rgb("#d8d4c8"), 0.02)
    b.circle(c, (1.16, -0.27), 0.03, rgb("#20262d"))


def _liner(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    paint, white = look.colour or rgb("#26364a"), rgb("#f7f5ef")
    stripe = look.colour or rgb("#c8462f")
    for x in (-0.42, 0.02, 0.42):
        b.polygon(c, [(x - 0.1, -0.68), (x + 0.08, -0.68), (x + 0.04, -0.98), (x - 0.13, -0.98)], side(stripe, 1.0))
        b.polygon(c, [(x - 0.122, -0.93), (x + 0.047, -0.93), (x + 0.04, -0.98), (x - 0.13, -0.98)], rgb("#1f242a"))
    for k, (left, right) in enumerate(((-1.16, 1.0), (-1.06, 0.88), (-0.92, 0.76), (-0.76, 0.62))):
        y = -0.44 - 0.085 * k
        ink = linear((0, y), (0, y + 0.09), (white, shade(white, 0.82)))
        b.rectangle(c, (left, y), right - left, 0.09, ink, round=0.012)
        _panes(c, (left + 0.06, right - 0.06), y + 0.024, round(12 * (right - left)), 0.036, look)
        b.line(c, (left, y), (right, y), shade(white, 0.75), 0.008)
    b.line(c, (0.74, -0.69), (0.74, -0.92), rgb("#d8d4c8"), 0.018)
    _hull(c, "-1.34,-.38! -1.22,-.35! 1.02,-.35! 1.4,-.46! 1.28,-.14! 1.14,.0! -1.1,.0! -1.28,-.14!", paint, -0.35)
    for k in range(22):
        b.circle(c, (-1.1 + 0.1 * k, -0.23), 0.016, WARM if look.lit else mix(paint, WHITE, 0.55))


def _ship(name: str, draw: Draw) -> Sprite:
    return Sprite(
        name=name, draw=draw, height=0.36, width=2.8, place="water", group="vehicle",
        attach={"seat": (0.6, -0.36), "top": (0.0, -0.95), "head": (0.0, -0.95), "hand": (0.98, -0.3)},
    )  # fmt: skip


SPRITES = (_ship("cargo_ship", _freighter), _ship("cruise_ship", _liner))
