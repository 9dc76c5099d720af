"""What stands on the African plain: the flat-topped acacia, the baobab, the hole that all drink from."""

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import jitter, linear, rgb, shade, side
from easel.engines.painter.sprites.sprite import Draw, Look, Sprite


def _acacia(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """Forked stems under crowns as flat as tables."""
    green, bark = look.colour or rgb("#6a7f3a"), rgb("#5f4a36")
    lean = float(rng.uniform(-0.06, 0.06))
    b.limb(c, [(0.0, 0.0), (lean, -0.24), (lean, -0.4)], (0.075, 0.055, 0.05), side(bark))
    tables = ((-0.34, -0.72, 0.34), (0.36, -0.76, 0.36), (lean, -0.9, 0.46), (-0.12, -0.8, 0.3))
    for x, y, _ in tables:
        b.limb(c, [(lean, -0.38), (0.5 * (x + lean), 0.5 * (y - 0.42)), (x, y)], (0.045, 0.032, 0.016), side(bark))
    for x, y, half in tables:
        b.blob(c, [(x - half, y), (x - 0.8 * half, y - 0.07), (x, y - 0.11), (x + 0.8 * half, y - 0.07), (x + half, y),
                   (x + 0.4 * half, y + 0.025), (x - 0.4 * half, y + 0.025)], shade(green, 0.62))  # fmt: skip
        for dx, dy in rng.uniform((-1, -0.1), (1, 0.01), (26, 2)).tolist():
            size = float(rng.uniform(0.03, 0.06))
            tone = jitter(shade(green, 1.25 - 4 * (dy + 0.1)), rng, 0.03)
            b.ellipse(c, (x + dx * 0.9 * half, y + dy * (1 - 0.6 * abs(dx))), size, 0.5 * size, tone)


def _baobab(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A trunk like a barrel, bare arms that end in tufts."""
    bark = look.colour or rgb("#a08468")
    for x, y in ((-0.5, -0.82), (-0.26, -0.95), (0.02, -0.98), (0.3, -0.93), (0.52, -0.8)):
        b.limb(c, [(0.35 * x, -0.56), (0.7 * x, -0.72), (x, y + 0.04)], (0.15, 0.08, 0.03), side(shade(bark, 0.92)))
        for dx in (-0.12, 0.1):
            b.limb(c, [(0.8 * x, 0.9 * y), (x + dx, y - 0.01)], (0.035, 0.012), shade(bark, 0.85))
    b.blob(c, "-.34,.0! -.24,-.1 -.25,-.36 -.22,-.56 -.1,-.66 .1,-.66 .22,-.56 .25,-.36 .24,-.1 .34,.0!",
           linear((-0.25, 0), (0.25, 0), (shade(bark, 1.2), bark, shade(bark, 0.55)), (0, 0.4, 1)))  # fmt: skip
    for x in (-0.14, -0.02, 0.1):
        b.curve(c, [(x * 1.3, -0.02), (x, -0.3), (x * 0.9, -0.58)], shade(bark, 0.7), 0.012, 0.6)
    for x, y in rng.uniform((-0.56, -1.0), (0.58, -0.8), (60, 2)).tolist():
        if y < -0.97 + 0.5 * abs(x):
            b.circle(c, (x, y), float(rng.uniform(0.02, 0.045)), jitter(rgb("#7a8f3f"), rng, 0.04))


def _waterhole(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A flat pool in trodden mud, the sky in it."""
    b.blob(c, "-3.2,-.42 -2.2,-.86 -.4,-.96 1.6,-.92 3.0,-.6 3.2,-.3 1.8,-.06 -.6,.0 -2.4,-.1", rgb("#a8804f"))
    water = "-2.8,-.44 -1.9,-.78 -.3,-.86 1.4,-.82 2.6,-.56 2.7,-.34 1.5,-.16 -.5,-.1 -2.1,-.2"
    b.blob(c, water, linear((0, -0.9), (0, -0.1), (rgb("#cfe4f0"), rgb("#7fb0cc"), rgb("#4f88ac"))))
    for x, y, wide in rng.uniform((-1.8, -0.7, 0.2), (1.8, -0.25, 0.7), (9, 3)).tolist():
        b.line(c, (x - wide, y), (x + wide, y), rgb("#e6f4fa"), 0.014, 0.6)


def _sprite(name: str, draw: Draw, height: float, width: float, *, group: str = "plant") -> Sprite:
    attach = {"top": (0.0, -0.9), "hand": (0.0, -0.5)}
    return Sprite(name=name, draw=draw, height=height, width=width, group=group, attach=attach)


SPRITES = (
    _sprite("acacia", _acacia, 0.46, 1.5),
    _sprite("baobab", _baobab, 0.5, 1.2),
    _sprite("waterhole", _waterhole, 0.09, 6.4, group="object"),
)
