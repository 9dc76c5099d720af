"""Fire: a tongue of it, a burning thing's many, and what comes out of the mouth of a dragon."""

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import linear, rgb

#: The pose of those who breathe fire.
BREATHING = "breathing_fire"
#: Tongues of flame from the outside in: the shape, and its colours from the foot to the tip.
TONGUES = (
    ("0,.02 -.30,-.06 -.36,-.34 -.22,-.52 -.27,-.72! -.09,-.58 -.02,-1! .10,-.70 .20,-.80! .20,-.54 .36,-.34 .28,-.06",
     ("#ff8a1e", "#f0481c", "#c8241c")),
    ("0,.02 -.22,-.05 -.25,-.27 -.13,-.40 -.12,-.54! .01,-.44 .05,-.76! .13,-.46 .23,-.30 .20,-.06",
     ("#ffd23c", "#ffa628", "#f9701c")),
    ("0,.01 -.12,-.05 -.13,-.18 -.04,-.28 .01,-.46! .09,-.26 .12,-.14 .10,-.04",
     ("#fffbe0", "#fff0a0", "#ffd23c")),
)  # fmt: skip


def flame(c: skia.Canvas, rng: np.random.Generator) -> None:
    """One tongue of fire on the origin, one unit tall, never quite the same."""
    with b.placed(c, scale=(float(rng.choice((-1, 1)) * rng.uniform(0.85, 1.1)), float(rng.uniform(0.9, 1.05)))):
        for shape, inks in TONGUES:
            b.blob(c, shape, linear((0, 0), (0, -0.9), tuple(map(rgb, inks))))


def breath(c: skia.Canvas) -> None:
    """A plume of fire from the mouth at the origin to the right, one unit long."""
    b.glow(c, (0.55, 0.03), 0.55, rgb("#ff9a2a"), 0.5)
    plume = (
        "0,-.02! .24,-.09 .42,-.2 .50,-.16 .62,-.29 .72,-.2 .92,-.3! .88,-.14 1.04,-.1! .94,.02 1.06,.12! .86,.14"
        " .88,.30! .70,.2 .58,.28 .48,.15 .38,.18 .22,.08 .0,.03!"
    )
    b.blob(c, plume, linear((0, 0), (1.05, 0), (rgb("#ffb42e"), rgb("#f2601c"), rgb("#d9301c"))))
    b.blob(
        c,
        ".0,-.015! .26,-.06 .46,-.13 .60,-.17 .76,-.12! .70,-.04 .86,.0! .70,.06 .72,.15! .52,.13 .40,.1 .22,.05"
        " .0,.02!",
        linear((0, 0), (0.86, 0), (rgb("#fff2b0"), rgb("#ffd23c"), rgb("#ff9426"))),
    )
    b.blob(c, ".0,-.01! .2,-.03 .40,-.06 .56,-.02! .42,.05 .2,.03 .0,.015!", rgb("#fffbe6"), 0.9)
