"""What makes a head somebody else's: a ninja's hood, a clown's paint, pointed ears, the fur of the Monkey King.

Drawn over face and hair in the head's frame (see `faces`), before hats.
"""

from collections.abc import Callable

import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Colour, ball, linear, mix, rgb, shade, side
from easel.engines.painter.sprites.faces import blush

#: Draws one guise over skin of a colour; `facing` is front, side or back.
Guise = Callable[[skia.Canvas, Colour, str], None]
_BLACK = rgb("#24262f")
_GOLD = rgb("#e9bd4b")
_RED = rgb("#c8322c")


def _ninja(c: skia.Canvas, skin: Colour, facing: str) -> None:
    """A hood that leaves the eyes free, its knot behind, a plate of steel on the forehead."""
    if facing == "back":
        b.blob(c, "0,-1.26 .6,-1.16 .96,-.6 .98,.1 .8,.8 .5,1.3 0,1.36", ball(_BLACK, 1.3), mirrored=True)
        b.limb(c, [(0.0, -0.3), (0.3, 0.2), (0.36, 0.9)], (0.16, 0.2, 0.1), side(shade(_BLACK, 1.5)))
        return
    hood = b.outline("0,-1.26 .6,-1.16 .94,-.6 .96,.1 .82,.76 .5,1.24 0,1.34", mirrored=True)
    slit = "-.8,-.18 -.4,-.3 .4,-.3 .8,-.18! .78,.26! .4,.36 0,.42 -.4,.36 -.78,.26!"
    if facing == "side":
        hood = b.outline("-.05,-1.24 .42,-1.14 .76,-.74 .78,-.3! .76,.3! .8,.66 .6,1.2 0,1.26 -.72,.9 -.95,.1 -.8,-.8")
        slit = ".2,-.24 .76,-.28! .9,.1 .8,.34! .3,.32 .16,.06"
    cloth = skia.Op(hood, b.outline(slit), skia.PathOp.kDifference_PathOp)
    b.fill(c, cloth, ball(_BLACK, 1.3))
    with b.clipped(c, cloth):
        for y in (0.62, 0.84, 1.04):
            b.curve(c, [(-0.8, y - 0.14), (0, y + 0.04), (0.8, y - 0.14)], shade(_BLACK, 1.9), 0.035, 0.6)
    if facing == "front":
        b.rectangle(c, (-0.9, -0.66), 1.8, 0.3, shade(_BLACK, 0.6))
        b.rectangle(c, (-0.46, -0.68), 0.92, 0.32, side(rgb("#b8c2cc"), 1.3), round=0.06)
        for x in (-0.38, 0.38):
            b.circle(c, (x, -0.52), 0.035, rgb("#5a636d"))


def _clown(c: skia.Canvas, skin: Colour, facing: str) -> None:
    """White paint around mouth and eyes, a red ball for a nose, and a ruff."""
    for k in range(9):
        x = (k - 4) / 4
        b.ellipse(c, (x * 0.95, 1.36 - 0.16 * x * x), 0.2, 0.27, ball(WHITE if k % 2 else rgb("#f2c52e"), 0.8))
    if facing == "back":
        return
    if facing == "side":
        b.ellipse(c, (0.6, 0.56), 0.2, 0.22, WHITE, 0.95)
        b.circle(c, (0.88, 0.25), 0.19, ball(_RED, 1.2))
        return
    for sign in (-1, 1):
        b.blob(c, [(sign * 0.35, -0.62), (sign * 0.52, -0.12), (sign * 0.35, -0.24), (sign * 0.18, -0.12)],
               rgb("#3f7fd0"))  # fmt: skip
        b.circle(c, (sign * 0.56, 0.42), 0.14, _RED, 0.75)
    b.blob(c, "0,.44 .3,.4 .58,.5 .5,.8 .26,.96 0,.98", WHITE, mirrored=True)
    b.blob(c, "-.44,.56! -.2,.64 0,.66 .2,.64 .44,.56! .3,.8 0,.88 -.3,.8", _RED)
    b.curve(c, "-.38,.6 0,.74 .38,.6", shade(_RED, 0.45), 0.04)
    b.circle(c, (0, 0.3), 0.21, ball(_RED, 1.3))
    b.circle(c, (-0.07, 0.22), 0.05, WHITE, 0.8)


def _elf(c: skia.Canvas, skin: Colour, facing: str) -> None:
    """Long pointed ears."""
    if facing == "side":
        b.blob(c, "-.02,.2 -.14,-.2 -.62,-.72! -.36,.0 -.16,.26", side(shade(skin, 0.95)))
        return
    for sign in b.both_sides(c):
        b.blob(c, ".74,.26 .76,-.16 1.0,-.4 1.5,-.72! 1.28,-.2 .96,.2", side(shade(skin, 0.96 if sign < 0 else 0.84)))
        if facing == "front":
            b.curve(c, ".84,.1 1.0,-.16 1.34,-.56", blush(skin, 0.7), 0.045, 0.7)


def _vampire(c: skia.Canvas, skin: Colour, facing: str) -> None:
    """Fangs, shadows around the eyes, hair combed back to a peak."""
    if facing != "front":
        return
    for _ in b.both_sides(c):
        b.ellipse(c, (0.35, 0.24), 0.22, 0.07, rgb("#7a4a68"), 0.45, blur=0.04)
        b.polygon(c, ".07,.66 .16,.65 .12,.82", WHITE)
    b.blob(c, "-.14,.9! 0,.98 .14,.9! 0,.93", blush(skin, 0.5), 0.3)
    b.polygon(c, "-.34,-.78 .34,-.78 0,-.44", rgb("#17141a"))
    b.polygon(c, ".16,.67 .2,.66 .19,.9 .17,.92", rgb("#b01f28"), 0.9)


def _zombie(c: skia.Canvas, skin: Colour, facing: str) -> None:
    """Sunken eyes, a scar with its stitches, a gash."""
    if facing != "front":
        return
    for sign in (-1, 1):
        b.ellipse(c, (sign * 0.35, 0.08), 0.28, 0.26, rgb("#3a2f3f"), 0.4, blur=0.06)
        b.ellipse(c, (sign * 0.35, 0.06), 0.16, 0.13, rgb("#eef0c8"))
        b.circle(c, (sign * 0.35 + 0.03, 0.08), 0.05, rgb("#7a2a20"))
    b.curve(c, ".12,-.72 .3,-.56 .56,-.5", rgb("#6a2430"), 0.045)
    for x, y in ((0.2, -0.66), (0.33, -0.56), (0.46, -0.53)):
        b.line(c, (x - 0.02, y - 0.09), (x + 0.02, y + 0.09), rgb("#2a2028"), 0.03)
    b.blob(c, "-.3,.62! 0,.57 .3,.62! .22,.74 0,.78 -.22,.74", rgb("#33161c"))
    for x in (-0.16, -0.02, 0.13):
        b.rectangle(c, (x, 0.59), 0.07, 0.08, rgb("#e4dcae"))
    b.blob(c, "-.2,.74 -.12,.76 -.13,.98 -.18,.98", rgb("#8a1f28"), 0.85)
    b.ellipse(c, (-0.5, 0.5), 0.14, 0.07, rgb("#6a2430"), 0.7)


def _alien(c: skia.Canvas, skin: Colour, facing: str) -> None:
    """A great smooth head with black almond eyes."""
    if facing == "side":
        b.blob(c, "-.1,-1.5 .5,-1.4 .86,-.8 .8,.0 .66,.66 .4,.96 .1,.8 -.5,.4 -.95,-.3 -.8,-1.1", ball(skin))
        b.blob(c, ".3,-.3 .6,-.42 .76,-.2 .66,.14 .44,.1", rgb("#14161c"))
        b.circle(c, (0.56, -0.24), 0.06, WHITE, 0.9)
        return
    head = b.outline("0,-1.56 .6,-1.44 1.04,-.86 1.02,-.2 .7,.44 .3,.9 0,.98", mirrored=True)
    b.fill(c, head, b.radial((-0.3, -0.6), 1.9, (shade(skin, 1.25), skin, shade(skin, 0.6)), (0, 0.5, 1)))
    if facing == "back":
        return
    for sign in b.both_sides(c):
        with b.placed(c, (0.46, -0.06), turn=-28.0):
            b.ellipse(c, (0, 0), 0.4, 0.24, shade(skin, 0.7), blur=0.03)
            b.ellipse(c, (0, 0), 0.36, 0.21, ball(rgb("#14161c"), 1.6))
        b.ellipse(c, (0.46 - 0.12 * sign, -0.16), 0.08, 0.06, WHITE, 0.9)
        b.ellipse(c, (0.06, 0.4), 0.022, 0.04, shade(skin, 0.45))
    b.curve(c, "-.18,.64 0,.7 .18,.64", shade(skin, 0.4), 0.035)
    b.glow(c, (-0.34, -1.0), 0.4, shade(skin, 1.6), 0.4)


def _orc(c: skia.Canvas, skin: Colour, facing: str) -> None:
    """A heavy brow, small eyes, a broad jaw with two tusks, pointed ears."""
    for sign in b.both_sides(c):
        b.blob(c, ".78,.1! .96,-.2 1.42,-.34! 1.16,.12 .84,.36!", side(shade(skin, 0.9 if sign < 0 else 0.78)))
    if facing == "back":
        return
    if facing == "side":
        b.polygon(c, ".5,.62 .62,.28 .7,.64", rgb("#f0e6c8"))
        return
    b.blob(c, "0,.34 .5,.36 .88,.3! .84,.86 .5,1.2 0,1.26", ball(shade(skin, 1.02), 0.9), mirrored=True)
    b.blob(c, "0,.12 .16,.2 .26,.42 .12,.5 0,.46", ball(shade(skin, 0.9)), mirrored=True)
    b.blob(c, "0,-.2 .3,-.3 .8,-.34! .82,-.14 .4,-.06 0,.02", ball(shade(skin, 0.8)), mirrored=True)
    b.blob(c, "-.46,.74! 0,.66 .46,.74! .3,.9 0,.92 -.3,.9", rgb("#2a1a16"))
    for sign in b.both_sides(c):
        b.ellipse(c, (0.36, 0.04), 0.13, 0.08, rgb("#f2d24a"))
        b.circle(c, (0.36 - 0.02 * sign, 0.04), 0.05, rgb("#1a120c"))
        b.blob(c, ".26,.86! .42,.86! .44,.62 .38,.38! .28,.6", side(rgb("#f0e6c8"), 1.1))
        b.circle(c, (0.09, 0.4), 0.045, shade(skin, 0.4))


def _pirate(c: skia.Canvas, skin: Colour, facing: str) -> None:
    """A patch over one eye, a ring in the ear."""
    if facing == "front":
        b.curve(c, "-.8,.16 -.1,-.2 .7,-.66", _BLACK, 0.05)
        b.blob(c, "-.6,-.14 -.1,-.16 -.12,.12 -.34,.3 -.56,.14", side(_BLACK, 1.2))
        b.circle(c, (0.84, 0.34), 0.1, _GOLD, width=0.045)


def _monkey_king(c: skia.Canvas, skin: Colour, facing: str) -> None:
    """Golden fur around a heart of bare skin, and the fillet with its two long pheasant feathers."""
    fur, bare = rgb("#c8893a"), rgb("#f2cfa8")
    for _ in b.both_sides(c):
        b.curve(c, ".3,-1.2 .7,-2.3 1.5,-2.75 2.2,-2.35", rgb("#8a3a26"), 0.12)
        b.curve(c, ".3,-1.2 .7,-2.3 1.5,-2.75 2.2,-2.35", rgb("#e0a33c"), 0.045)
    if facing == "side":
        b.blob(c, "-.1,-1.2 .5,-1.05 .74,-.6 .4,-.4 .3,.4 .5,.9 .1,1.1 -.6,.9 -.98,.2 -.86,-.7", ball(fur))
    elif facing == "back":
        b.blob(c, "0,-1.24 .6,-1.1 1.0,-.5 1.08,.2 .7,.9 0,1.1", ball(fur), mirrored=True)
    else:
        _monkey_face(c, fur, bare)
    b.curve(c, "-.88,-.62 -.4,-.8 0,-.76 .4,-.8 .88,-.62", shade(_GOLD, 0.6), 0.2)
    b.curve(c, "-.88,-.64 -.4,-.82 0,-.78 .4,-.82 .88,-.64", _GOLD, 0.14)
    if facing == "front":
        b.curve(c, "-.2,-.94 -.12,-.72 0,-.84 .12,-.72 .2,-.94", _GOLD, 0.09)
        b.circle(c, (0, -0.98), 0.12, ball(_RED, 1.2))


def _monkey_face(c: skia.Canvas, fur: Colour, bare: Colour) -> None:
    for _ in b.both_sides(c):
        b.ellipse(c, (1.02, -0.02), 0.3, 0.36, ball(fur))
        b.ellipse(c, (1.02, 0.0), 0.17, 0.22, mix(bare, rgb("#d88a6a"), 0.5))
    rim = [(0.0, -1.24), (0.5, -1.12), (0.86, -0.7), (1.0, -0.1), (1.1, 0.42), (0.8, 0.6), (0.86, 0.86), (0.5, 0.92),
           (0.4, 1.14), (0.0, 1.1)]  # fmt: skip
    b.blob(c, rim, ball(fur, 1.1), mirrored=True)
    for x, y, dx, dy in ((0.9, 0.3, 0.22, 0.12), (0.8, 0.62, 0.2, 0.16), (0.5, 0.92, 0.1, 0.2), (0.2, 1.02, 0.02, 0.2)):
        for sign in (-1, 1):
            b.line(c, (sign * x, y), (sign * (x + dx), y + dy), shade(fur, 1.25), 0.06)
    heart = "0,-.4 .3,-.62 .66,-.44 .74,-.06 .56,.26 .6,.56 .42,.84 0,.96"
    b.blob(c, heart, linear((0, -0.5), (0, 0.9), (bare, mix(bare, rgb("#e09a72"), 0.5))), mirrored=True)
    for sign in b.both_sides(c):
        b.ellipse(c, (0.33, -0.06), 0.22, 0.17, _RED, 0.35, blur=0.04)
        b.ellipse(c, (0.33, -0.04), 0.17, 0.13, rgb("#fbeeb8"))
        b.circle(c, (0.31, -0.04), 0.1, rgb("#8a4a12"))
        b.circle(c, (0.31, -0.04), 0.055, rgb("#14100c"))
        b.circle(c, (0.31 - 0.04 * sign, -0.08), 0.03, WHITE)
        b.curve(c, ".12,-.24 .34,-.34 .58,-.3", shade(fur, 0.5), 0.06)
        b.circle(c, (0.07, 0.32), 0.04, rgb("#7a3a26"))
    b.ellipse(c, (0, 0.6), 0.44, 0.28, shade(bare, 1.06))
    b.curve(c, "-.3,.56 -.12,.68 0,.66 .12,.68 .3,.56", rgb("#8a3a30"), 0.05)
    b.curve(c, "0,.38 0,.64", shade(bare, 0.7), 0.03)


GUISES: dict[str, Guise] = {
    "ninja": _ninja,
    "clown": _clown,
    "elf": _elf,
    "vampire": _vampire,
    "zombie": _zombie,
    "alien": _alien,
    "orc": _orc,
    "pirate": _pirate,
    "monkey_king": _monkey_king,
}
