"""One leaf from near, dew on it."""

from math import pi, sin

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, linear, rgb, shade, side
from easel.engines.painter.sprites.sprite import Look, Sprite


def _leaf(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A broad leaf that bends down to the right, its veins, drops of dew where it is wet."""
    green = look.colour or rgb("#4f9a3a")
    b.limb(c, [(-1.3, 0.0), (-1.12, -0.2), (-0.95, -0.34)], (0.05, 0.05, 0.06), side(shade(green, 0.75)))
    face = b.outline("-1.0,-.32! -.86,-.7 -.3,-.96 .4,-.9 .95,-.62 1.3,-.2! .8,-.08 .2,-.02 -.5,-.06 -.9,-.2")
    b.fill(c, face, linear((-0.6, -0.9), (0.5, 0.0), (shade(green, 1.35), green, shade(green, 0.6))))
    with b.clipped(c, face):
        rib = [(-1.0, -0.32), (-0.3, -0.5), (0.5, -0.46), (1.3, -0.2)]
        for t in np.linspace(0.06, 0.9, 9).tolist():
            x, y = -1.0 + 2.3 * t, -0.32 - 0.2 * sin(pi * min(1.0, 1.1 * t))
            for way in (-1, 1):
                vein = [(x, y), (x + 0.18, y + 0.22 * way), (x + 0.42, y + 0.42 * way)]
                b.curve(c, vein, shade(green, 1.55), 0.014, 0.7)
                b.curve(c, [(px + 0.02, py + 0.02) for px, py in vein], shade(green, 0.7), 0.012, 0.5)
        b.curve(c, rib, shade(green, 1.7), 0.035)
    if look.traits.get("state") == "wet":
        for x, y, size in ((-0.55, -0.42, 0.07), (-0.1, -0.26, 0.055), (0.3, -0.66, 0.065), (0.68, -0.34, 0.075),
                           (0.1, -0.78, 0.04), (0.95, -0.22, 0.045), (-0.3, -0.7, 0.05)):  # fmt: skip
            b.ellipse(c, (x + 0.02, y + 0.03), size, 0.8 * size, shade(green, 0.45), 0.6)
            drop = b.radial((x - 0.3 * size, y - 0.3 * size), 1.5 * size, ((1, 1, 1, 0.95), (0.8, 0.95, 0.9, 0.35)))
            b.ellipse(c, (x, y), size, 0.85 * size, drop)
            b.circle(c, (x - 0.3 * size, y - 0.35 * size), 0.2 * size, WHITE)


SPRITES = (
    Sprite(name="leaf", draw=_leaf, height=0.24, width=2.6, group="plant", attach={"top": (0.1, -0.6)}),
)  # fmt: skip
