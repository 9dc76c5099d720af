"""A bough that reaches across the picture, on which birds, squirrels and cats are seen from near."""

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Colour, mix, rgb, shade, top
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.greenery import leafage
from easel.engines.painter.sprites.sprite import Look, Sprite

#: The bough from the trunk outwards, and its full widths.
_BOUGH = "-2.0,-.40 -1.2,-.44 -.4,-.46 .4,-.46 1.0,-.50 1.5,-.62 1.9,-.80"
_WIDTHS = (0.3, 0.24, 0.2, 0.17, 0.12, 0.075, 0.03)
#: Twigs that leave it: those that hang, and those that rise beside where somebody sits.
_TWIGS = (
    "-1.3,-.36 -1.0,-.20 -.86,-.02", "-.2,-.42 .1,-.24 .3,-.16", "1.0,-.48 1.3,-.36 1.52,-.34",
    "-1.5,-.50 -1.36,-.72 -1.3,-.98", "1.1,-.54 1.2,-.78 1.36,-.94", "1.5,-.62 1.7,-.60 1.86,-.52",
)  # fmt: skip


def _branch(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """Leaves in the season's green, or with `state:blooming` blossoms in its colour; snow lies on it in winter."""
    bark, bare = rgb("#6a4a34"), look.snow or look.traits.get("season") == "winter"
    for twig in _TWIGS:
        b.limb(c, twig, (0.07, 0.045, 0.015), top(shade(bark, 0.9)))
    b.limb(c, _BOUGH, _WIDTHS, top(bark, 1.2), butt=True)
    ridges = [((x, y), (x + 0.2, y - 0.012), (x + 0.42, y - 0.008)) for x, y in _along(rng, 40)]
    strokes(c, ridges, shade(bark, 0.6), 0.012, 0.6)
    b.circle(c, (-0.86, -0.43), 0.045, shade(bark, 0.5))
    if look.snow:
        b.limb(c, "-2.0,-.52 -1.2,-.54 -.4,-.55 .4,-.54 1.0,-.55 1.5,-.65", (0.09, 0.1, 0.09, 0.08, 0.06, 0.02), WHITE)
    if look.traits.get("state") == "blooming":
        _blossoms(c, rng, look.colour or rgb("#f4b6c8"))
    elif not bare:
        _leaves(c, rng, leafage(look, "#5a9a3c", rng))


def _along(rng: np.random.Generator, count: int) -> list[tuple[float, float]]:
    """Points on the bark between the trunk and the thin end."""
    x = rng.uniform(-1.9, 0.7, count)
    return [(u, -0.44 + v) for u, v in zip(x.tolist(), rng.uniform(-0.07, 0.08, count).tolist(), strict=True)]


def _tips(rng: np.random.Generator, each: int) -> list[tuple[float, float]]:
    """Points along the twigs, more towards their ends."""
    found = []
    for twig in _TWIGS:
        nodes = b.points(twig)
        for t in rng.uniform(0.35, 1.98, each).tolist():
            (x0, y0), (x1, y1) = nodes[int(t)], nodes[int(t) + 1]
            found.append((x0 + (x1 - x0) * (t % 1), y0 + (y1 - y0) * (t % 1)))
    return found


def _leaves(c: skia.Canvas, rng: np.random.Generator, green: Colour) -> None:
    for x, y in _tips(rng, 8):
        tone, turn = shade(green, float(rng.uniform(0.75, 1.25))), float(rng.uniform(-150, 150))
        with b.placed(c, (x, y), scale=float(rng.uniform(0.16, 0.24)), turn=turn):
            b.blob(c, "0,0! .26,-.3 .2,-.75 0,-1.0! -.2,-.75 -.26,-.3", tone)
            b.line(c, (0, -0.05), (0, -0.9), shade(tone, 0.7), 0.04)


def _blossoms(c: skia.Canvas, rng: np.random.Generator, petal: Colour) -> None:
    for x, y in [*_tips(rng, 11), *((u, v - 0.06) for u, v in _along(rng, 24) if abs(u) > 0.75)]:
        tone = mix(petal, WHITE, float(rng.uniform(0.0, 0.4)))
        with b.placed(c, (x, y), scale=float(rng.uniform(0.06, 0.1)), turn=float(rng.uniform(0, 72))):
            for turn in range(5):
                with b.placed(c, turn=72.0 * turn):
                    b.ellipse(c, (0, -0.55), 0.4, 0.5, tone)
            b.circle(c, (0, 0), 0.28, shade(petal, 0.72))
            b.circle(c, (0, 0), 0.13, rgb("#f6d54a"))


SPRITES = (Sprite(name="branch", draw=_branch, height=0.16, width=3.6, group="plant", attach={"top": (0.0, -0.53)}),)
