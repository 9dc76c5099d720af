"""The quilt over somebody who lies in bed, the head to the left."""

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Colour, mix, shade, top
from easel.engines.painter.sprites.animal_parts import strokes

#: From the chest to beyond the feet, along the figure that is as long as it is tall.
_CHEST, _END = -0.19, 0.53


@contextmanager
def above_quilt(c: skia.Canvas) -> Iterator[None]:
    """Draw head and shoulders only: the rest is under the quilt."""
    c.save()
    c.clipRect(b.box(-1.0, -1.0, 1.0 + _CHEST + 0.04, 2.0))
    try:
        yield
    finally:
        c.restore()


def quilt_over(c: skia.Canvas, middle: float, cloth: Colour) -> None:
    """Cloth that follows what is under it, higher over the chest and the toes, its edge turned down.

    `middle` is the row of the body's axis.
    """
    low, high = 0.07, 1.75 * middle
    shape = b.outline([
        (_CHEST, low), (_CHEST - 0.015, 0.4 * high), (_CHEST + 0.02, 0.96 * high), (-0.05, high), (0.16, 0.86 * high),
        (0.34, 0.74 * high), (0.44, 0.92 * high), (0.5, 0.8 * high), (_END, 0.3 * high), (_END + 0.015, low),
    ])  # fmt: skip
    b.fill(c, shape, top(cloth, 0.9))
    with b.clipped(c, shape):
        lines = [((x, high), (x + 0.02, low)) for x in np.arange(_CHEST + 0.08, _END, 0.12)]
        lines += [((_CHEST, y), (_END, y + 0.012)) for y in np.arange(0.75 * high, low, 0.07)]
        strokes(c, lines, shade(cloth, 0.7), 0.007, 0.6)
        b.ellipse(c, (0.2, 0.9 * high), 0.16, 0.03, WHITE, 0.14, blur=0.03)
    fold = b.outline([
        (_CHEST - 0.012, low), (_CHEST - 0.03, 0.4 * high), (_CHEST + 0.01, 0.99 * high), (_CHEST + 0.075, 1.02 * high),
        (_CHEST + 0.06, 0.4 * high), (_CHEST + 0.075, low),
    ])  # fmt: skip
    b.fill(c, fold, top(mix(cloth, WHITE, 0.72), 0.7))
