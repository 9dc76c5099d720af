"""Leaves as they are seen, a dot when small and pointed leaves when large; and the feet of trunks."""

import math
from functools import lru_cache

import numpy as np
import skia

from easel.engines.painter.brush import Ink, blob

#: From which radius in pixels a bunch has so many leaves.
LEAVES = ((3.5, 5), (8.0, 8), (16.0, 18), (32.0, 40))
#: Bunches of each number of leaves.
VARIANTS = 7


def pixels_per_unit(canvas: skia.Canvas) -> float:
    """How many pixels one unit of the canvas is."""
    return canvas.getTotalMatrix().mapRadius(1.0)


def foot(canvas: skia.Canvas, x: float, width: float, ink: Ink) -> None:
    """Where a trunk of this width goes into the ground: its roots spread to both sides."""
    half, rise = 0.5 * width, 0.8 * width
    left = [(x - 2.1 * half, 0.012), (x - 1.35 * half, -0.2 * rise), (x - 0.9 * half, -rise)]
    right = [(2 * x - at, y) for at, y in reversed(left)]
    middle = [(x + 0.8 * half, 0.006), (x + 0.2 * half, 0.016), (x - 0.7 * half, 0.004)]
    blob(canvas, [*left, *right, *middle], ink)


class Bunches:
    """Adds leaves to a path, in a detail that suits a canvas."""

    def __init__(self, canvas: skia.Canvas, size: float):
        radius = size * pixels_per_unit(canvas)
        self._number = max((number for least, number in LEAVES if radius >= least), default=0)

    def add(self, path: skia.Path, x: float, y: float, radius: float, flat: float = 0.8) -> None:
        """A bunch around (`x`, `y`); `flat` is its height by its width."""
        if not self._number:
            path.addOval(skia.Rect.MakeLTRB(x - radius, y - radius * flat, x + radius, y + radius * flat))
            return
        # Which bunch: by where it is, so that no other random choice is moved.
        variant = int((abs(x) * 7919 + abs(y) * 104729) * 64) % VARIANTS
        frame = skia.Matrix.MakeAll(radius, 0, x, 0, radius * flat, y, 0, 0, 1)
        path.addPath(_bunch(self._number, variant), frame)


@lru_cache(maxsize=64)
def _bunch(number: int, variant: int) -> skia.Path:
    """`number` leaves strewn over the unit circle, hanging outwards."""
    rng = np.random.default_rng([number, variant])
    path = skia.Path()
    long = 3.3 / math.sqrt(number)
    for k in range(number):
        angle = 2 * math.pi * k * 0.618034 + rng.uniform(-0.4, 0.4)
        reach = math.sqrt((k + 0.5) / number) * 1.02
        turn = angle + rng.uniform(-0.9, 0.9)
        x, y = math.cos(angle) * reach, math.sin(angle) * reach
        dx, dy = math.cos(turn) * long / 2, math.sin(turn) * long / 2
        wide = rng.uniform(0.42, 0.58)
        path.moveTo(x - dx, y - dy)
        path.quadTo(x - dy * wide * 2, y + dx * wide * 2, x + dx, y + dy)
        path.quadTo(x + dy * wide * 2, y - dx * wide * 2, x - dx, y - dy)
        path.close()
    return path
