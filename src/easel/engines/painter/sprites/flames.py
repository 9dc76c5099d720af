"""Fire out of the mouth of a dragon."""

import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import linear, rgb

#: The pose of those who breathe fire.
BREATHING = "breathing_fire"


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
