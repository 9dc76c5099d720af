"""Arches of flowers that couples stand under."""

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import ball, jitter, rgb, shade, side
from easel.engines.painter.sprites.sprite import Look, Sprite

_WOOD, _LEAF = rgb("#c9b08a"), rgb("#5f8f52")
_BLOOMS = tuple(map(rgb, ("#fbf6f0", "#f6c9d2", "#e98fa6", "#fdf1dc")))
#: How far the posts stand from the middle, and how high the round of the arch begins.
_HALF, _SPRING = 0.4, -0.56


def _flower_arch(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """Two posts and a round of wood, leaves and blossoms thick over its top and down one side."""
    blooms = (look.colour, shade(look.colour, 1.2)) if look.colour else _BLOOMS
    turns = np.linspace(np.pi, 2 * np.pi, 40)
    round_ = [(_HALF * float(np.cos(t)), _SPRING + 0.4 * float(np.sin(t))) for t in turns]
    b.curve(c, [(-_HALF, 0.0), *round_, (_HALF, 0.0)], shade(_WOOD, 0.6), 0.05)
    b.curve(c, [(-_HALF - 0.008, 0.0), *round_, (_HALF - 0.008, 0.0)], side(_WOOD), 0.034)
    path = [*(((-_HALF, y)) for y in np.linspace(-0.12, _SPRING, 12)), *round_,
            *((_HALF, y) for y in np.linspace(_SPRING, -0.34, 6))]  # fmt: skip
    count = 150 if look.detail > 0.5 else 90
    picks = rng.integers(len(path), size=2 * count)
    for k, (dx, dy) in enumerate(rng.normal(0, 0.03, (2 * count, 2)).tolist()):
        x, y = path[picks[k]]
        if k < count:
            with b.placed(c, (x + 1.4 * dx, y + 1.4 * dy), turn=float(rng.uniform(0, 360))):
                b.ellipse(c, (0.0, 0.0), 0.042, 0.018, side(jitter(_LEAF, rng, 0.06)))
        elif k < 1.7 * count:
            bloom = jitter(blooms[int(rng.integers(len(blooms)))], rng, 0.03)
            size = float(rng.uniform(0.02, 0.036))
            b.circle(c, (x + dx, y + dy), size, ball(bloom, 0.7))
            b.circle(c, (x + dx, y + dy), 0.35 * size, shade(bloom, 0.82))


SPRITES = (
    Sprite(
        name="flower_arch", draw=_flower_arch, height=0.58, width=0.98, place="ground", group="building",
        attach={"top": (0.0, -0.97), "head": (0.0, -0.97), "hand": (0.0, -0.3), "seat": (0.0, -0.97)},
    ),
)  # fmt: skip
