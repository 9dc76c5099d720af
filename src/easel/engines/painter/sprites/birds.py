"""Birds."""

from collections.abc import Sequence
from math import hypot

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Colour, ball, linear, mix, rgb, shade, side, top
from easel.engines.painter.sprites import animal_parts as parts
from easel.engines.painter.sprites.animal_clothes import dressed
from easel.engines.painter.sprites.sprite import Draw, Look, Sprite

_BEAK = rgb("#f0a12e")


def _feathers(
    c: skia.Canvas, lines: Sequence[Sequence[tuple[float, float]]], colour: Colour, width: float = 0.012
) -> None:
    parts.strokes(c, lines, shade(colour, 0.62), width, 0.55)


def _legs(c: skia.Canvas, xs: Sequence[float], y: float, ink: Colour, width: float = 0.03) -> None:
    for x in xs:
        b.line(c, (x, y), (x + 0.01, -0.02), ink, width)
        for toe in (-0.07, 0.03, 0.09):
            b.line(c, (x + 0.01, -0.02), (x + toe, -0.008), ink, width * 0.7)


def _feather(c: skia.Canvas, root: tuple[float, float], tip: tuple[float, float], wide: float, tone: Colour) -> None:
    """A quill feather, rounded at its tip, with its shaft."""
    (x0, y0), (x1, y1) = root, tip
    reach = hypot(x1 - x0, y1 - y0)
    nx, ny = (y0 - y1) / reach * wide, (x1 - x0) / reach * wide
    mid = (x0 + 0.75 * (x1 - x0), y0 + 0.75 * (y1 - y0))
    vane = [root, (mid[0] + nx, mid[1] + ny), tip, (mid[0] - nx, mid[1] - ny)]
    b.blob(c, vane, linear(root, tip, (shade(tone, 1.1), shade(tone, 0.75))))
    b.line(c, root, (x0 + 0.93 * (x1 - x0), y0 + 0.93 * (y1 - y0)), shade(tone, 0.6), 0.006, 0.7)


#: Roots and tips of a wing's feathers from the body outwards: those along the arm, and those of the hand.
_SECONDARIES = (
    ((0.04, -0.04), (0.10, 0.15)), ((0.12, -0.10), (0.20, 0.15)), ((0.20, -0.16), (0.30, 0.13)),
    ((0.28, -0.22), (0.40, 0.09)), ((0.34, -0.28), (0.49, 0.03)),
)  # fmt: skip
_PRIMARIES = (
    ((0.38, -0.31), (0.58, -0.04)), ((0.41, -0.34), (0.66, -0.12)), ((0.44, -0.37), (0.73, -0.2)),
    ((0.46, -0.39), (0.79, -0.28)), ((0.48, -0.40), (0.83, -0.36)), ((0.50, -0.42), (0.84, -0.45)),
)  # fmt: skip


def _wing(c: skia.Canvas, colour: Colour, *, sign: int, reach: float = 1.0) -> None:
    """A spread wing from the origin, up and outwards: two rows of quills under the coverts of the arm."""
    with b.placed(c, scale=(sign * reach, reach)):
        b.blob(c, ".0,-.02 .14,.06 .30,.02 .46,-.08 .62,-.24 .66,-.42 .46,-.42 .24,-.22", shade(colour, 0.7))
        for root, tip in (*_SECONDARIES, *_PRIMARIES):
            _feather(c, root, tip, 0.062, shade(colour, 0.78))
        for root, tip in _SECONDARIES + _PRIMARIES[:4]:
            near = (root[0] + 0.55 * (tip[0] - root[0]), root[1] + 0.55 * (tip[1] - root[1]))
            _feather(c, root, near, 0.06, colour)
        b.blob(
            c,
            "-.06,.08 .0,-.14 .16,-.32 .36,-.45 .54,-.47! .50,-.39 .36,-.29 .22,-.15 .12,-.03 .04,.10",
            linear((0, -0.45), (0.1, 0.1), (shade(colour, 1.3), shade(colour, 0.95))),
        )


def _bird(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A songbird: flying, or perched with `pose:sitting` or `pose:standing`."""
    coat = look.colour or rgb("#3f7fc4")
    perched = look.traits.get("pose") in ("sitting", "standing", "perched")
    pale = mix(coat, rgb("#fff3e0"), 0.72)
    if perched:
        _legs(c, (-0.06, 0.08), -0.2, rgb("#8a5a3a"))
        b.blob(c, "-.28,-.30 -.62,-.08! -.52,-.02! -.16,-.18", side(shade(coat, 0.7)))
        b.blob(
            c, "-.34,-.36 -.22,-.60 .0,-.78 .16,-.93 .36,-.92 .44,-.76 .40,-.52 .24,-.24 .0,-.14 -.22,-.20", ball(coat)
        )
        b.blob(c, ".42,-.66 .40,-.46 .24,-.22 .02,-.15 .08,-.38 .28,-.58", pale)
        b.blob(c, "-.38,-.30! -.24,-.56 .0,-.62 .14,-.48 .0,-.28 -.2,-.22", ball(shade(coat, 0.76)))
        _feathers(c, [((-0.3, -0.3), (-0.1, -0.36)), ((-0.24, -0.26), (-0.02, -0.32))], coat, 0.014)
        b.polygon(c, ".42,-.82 .60,-.76 .43,-.71", top(_BEAK))
        parts.bead_eye(c, (0.30, -0.80), 0.042)
        return
    with b.placed(c, (-0.02, -0.56)):
        _wing(c, shade(coat, 0.7), sign=1, reach=0.72)
    b.blob(c, "-.40,-.42 -.78,-.50! -.72,-.40! -.80,-.32! -.36,-.32", side(shade(coat, 0.75)))
    b.blob(c, "-.44,-.40 -.20,-.53 .12,-.60 .28,-.66 .44,-.58 .44,-.46 .24,-.32 -.08,-.26 -.34,-.32", top(coat))
    b.blob(c, ".44,-.48 .24,-.33 -.08,-.26 -.30,-.31 .0,-.38 .28,-.48", pale)
    b.polygon(c, ".44,-.56 .62,-.50 .44,-.46", top(_BEAK))
    parts.bead_eye(c, (0.34, -0.545), 0.032)
    with b.placed(c, (0.04, -0.48)):
        _wing(c, coat, sign=-1, reach=0.9)


def _crane(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """The red-crowned crane; it flies unless it is told to stand."""
    coat, black = look.colour or rgb("#f6f5f1"), rgb("#2a2a2f")
    if look.traits.get("pose") in ("standing", "sitting", "walking"):
        for x in (-0.02, 0.05):
            b.curve(c, [(x, -0.42), (x + 0.02, -0.22), (x - 0.01, -0.01)], rgb("#4a4540"), 0.014)
            b.line(c, (x - 0.01, -0.008), (x + 0.05, -0.005), rgb("#4a4540"), 0.011)
        b.blob(c, "-.18,-.46 -.34,-.34 -.37,-.2! -.26,-.26 -.14,-.34", side(black))
        b.blob(c, "-.24,-.44 -.12,-.58 .06,-.60 .17,-.52 .12,-.42 .0,-.36 -.15,-.36", ball(coat, 0.8))
        b.limb(c, ".12,-.50 .21,-.60 .17,-.74 .15,-.84 .21,-.92", (0.09, 0.052, 0.04, 0.038, 0.05), side(coat, 0.7))
        b.limb(c, ".19,-.62 .165,-.74 .155,-.85", (0.03, 0.032, 0.026), black)
        b.ellipse(c, (0.225, -0.93), 0.038, 0.034, coat)
        b.blob(c, ".195,-.95 .225,-.975 .255,-.945 .225,-.94", rgb("#d0342c"))
        b.polygon(c, ".255,-.935 .37,-.905 .255,-.91", rgb("#5c5a4a"))
        parts.bead_eye(c, (0.235, -0.93), 0.009)
        return
    with b.placed(c, (0, 0.14)):
        _flying_crane(c, coat, black)


def _flying_crane(c: skia.Canvas, coat: Colour, black: Colour) -> None:
    for sign, tone, up in ((1, 0.8, 0.9), (-1, 1.0, 1.0)):
        with b.placed(c, (0.0, -0.46), scale=(sign, up)):
            b.blob(
                c,
                "-.10,.05 -.02,-.12 .16,-.34 .44,-.48 .82,-.52! .70,-.40 .62,-.28 .44,-.14 .22,-.0",
                side(shade(coat, tone), 0.5),
            )
            b.blob(c, ".42,-.30 .60,-.42 .84,-.52! .74,-.38! .70,-.32! .62,-.25! .54,-.18! .44,-.12 .34,-.14", black)
    b.curve(c, "-.20,-.42 -.45,-.38 -.72,-.36", rgb("#4a4540"), 0.02)
    b.blob(c, "-.30,-.42 -.08,-.50 .14,-.50 .26,-.46 .14,-.38 -.12,-.35", top(coat, 0.8))
    b.limb(c, ".16,-.46 .34,-.50 .52,-.56 .64,-.58", (0.08, 0.046, 0.036, 0.04), top(coat, 0.7))
    b.limb(c, ".34,-.49 .46,-.53 .58,-.565", (0.03, 0.03, 0.02), black)
    b.ellipse(c, (0.66, -0.585), 0.042, 0.032, coat)
    b.blob(c, ".63,-.61 .66,-.625 .69,-.605 .66,-.60", rgb("#d0342c"))
    b.polygon(c, ".695,-.60 .84,-.585 .695,-.57", rgb("#5c5a4a"))
    parts.bead_eye(c, (0.672, -0.588), 0.009)


def long_neck_aloft(c: skia.Canvas, coat: Colour, neck: Colour, beak: Colour) -> None:
    """A goose, a duck or a swan on the wing: its neck is stretched out, and its feet are under its tail."""
    with b.placed(c, (0.02, -0.46)):
        _wing(c, shade(coat, 0.7), sign=1, reach=0.72)
    b.polygon(c, "-.46,-.34 -.74,-.29 -.72,-.25 -.40,-.28", shade(beak, 0.8))
    b.blob(c, "-.40,-.42 -.66,-.44! -.60,-.37! -.66,-.31! -.36,-.30", side(shade(coat, 0.75)))
    b.limb(c, ".24,-.42 .46,-.47 .66,-.50", (0.17, 0.085, 0.075), side(neck))
    b.blob(c, "-.44,-.40 -.20,-.49 .12,-.52 .36,-.47 .36,-.38 .14,-.29 -.12,-.26 -.34,-.31", top(coat))
    b.blob(c, ".30,-.39 .10,-.30 -.12,-.265 -.32,-.31 -.02,-.35", mix(coat, WHITE, 0.6))
    b.ellipse(c, (0.70, -0.51), 0.075, 0.06, ball(neck, 0.6))
    b.blob(c, ".75,-.54! .80,-.53 .88,-.49! .80,-.47 .75,-.48!", top(beak))
    parts.bead_eye(c, (0.715, -0.525), 0.016)
    with b.placed(c, (0.04, -0.42)):
        _wing(c, coat, sign=-1, reach=0.9)


def _duck(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    coat = look.colour or rgb("#f6d34a")
    if look.traits.get("pose") == "flying":
        long_neck_aloft(c, coat, shade(coat, 0.8), rgb("#ee8a2a"))
        return
    b.blob(
        c,
        "-.55,-.36 -.68,-.56! -.48,-.50 -.2,-.54 .10,-.52 .34,-.44 .42,-.26 .28,-.06 .0,.0 -.32,-.04 -.50,-.18",
        ball(coat),
    )
    b.ellipse(c, (0.27, -0.70), 0.235, 0.235, ball(coat))
    b.limb(c, ".22,-.36 .26,-.56", (0.34, 0.26), side(coat, 0.5))
    b.blob(c, "-.42,-.32 -.2,-.42 .08,-.38 .14,-.24 -.02,-.12 -.26,-.14", ball(shade(coat, 0.88)))
    _feathers(c, [((-0.3, -0.2), (-0.05, -0.2)), ((-0.34, -0.26), (-0.02, -0.27))], coat, 0.014)
    b.blob(c, ".46,-.74 .58,-.72 .72,-.66 .70,-.60 .54,-.60 .46,-.63", top(rgb("#ee8a2a")))
    b.curve(c, ".48,-.66 .6,-.655 .70,-.64", rgb("#9c4f12"), 0.012)
    parts.bead_eye(c, (0.35, -0.77), 0.04)
    b.ellipse(c, (0.38, -0.64), 0.05, 0.03, rgb("#f07a4a"), 0.4)


def _chicken(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    coat = look.colour or rgb("#d98a48")
    _legs(c, (-0.06, 0.08), -0.24, rgb("#e0952e"), 0.032)
    for k, text in enumerate(
        (
            "-.28,-.42 -.62,-.66 -.60,-.90! -.38,-.78 -.18,-.52",
            "-.28,-.40 -.66,-.50 -.72,-.70! -.46,-.68 -.2,-.5",
            "-.26,-.40 -.52,-.78 -.44,-.98! -.26,-.78 -.12,-.5",
        )
    ):
        b.blob(c, text, side(shade(mix(coat, rgb("#2e3a38"), 0.6), 0.8 + 0.2 * k)))
    b.blob(
        c, "-.42,-.44 -.22,-.60 .02,-.60 .16,-.84 .32,-.90 .40,-.78 .40,-.52 .30,-.28 .04,-.18 -.26,-.24", ball(coat)
    )
    b.blob(c, "-.30,-.42 -.1,-.50 .12,-.44 .10,-.30 -.10,-.24 -.26,-.30", ball(shade(coat, 0.78)))
    b.blob(c, ".14,-.86! .12,-.98 .20,-.94! .24,-1.0 .30,-.95! .36,-.99 .40,-.88!", ball(rgb("#d8322c")))
    b.polygon(c, ".40,-.80 .53,-.75 .40,-.71", top(_BEAK))
    b.ellipse(c, (0.41, -0.66), 0.035, 0.06, ball(rgb("#d8322c")))
    parts.bead_eye(c, (0.32, -0.79), 0.028)


def _owl(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    coat = look.colour or rgb("#8f6844")
    b.blob(c, "0,-.90 .16,-.92 .34,-1! .36,-.78 .38,-.5 .34,-.2 .2,-.03 0,.0", side(coat), mirrored=True)
    pale = mix(coat, rgb("#f5e6c8"), 0.65)
    b.blob(c, "0,-.52 .2,-.46 .24,-.26 .15,-.08 0,-.05", pale, mirrored=True)
    marks = [
        ((x - 0.025, y), (x, y + 0.03), (x + 0.025, y))
        for y in (-0.42, -0.32, -0.22, -0.13)
        for x in (-0.12, -0.04, 0.04, 0.12)
    ]
    parts.strokes(c, marks, shade(coat, 0.7), 0.014, 0.8)
    for sign in b.both_sides(c):
        b.blob(c, ".26,-.56 .40,-.42 .40,-.2 .26,-.06! .24,-.3", ball(shade(coat, 0.8 if sign < 0 else 0.66)))
        b.circle(c, (0.15, -0.71), 0.165, ball(pale, 0.5))
        with b.placed(c, (0.14, -0.71), scale=(float(sign), 1.0)):
            parts.eye(c, (0, 0), 0.095, rgb("#f2a91f"))
        for toe in (0.07, 0.12, 0.17):
            b.ellipse(c, (toe, -0.015), 0.022, 0.026, _BEAK)
    b.blob(c, "0,-.68! .05,-.64 0,-.54! -.05,-.64", top(_BEAK))


def _eagle(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    coat = look.colour or rgb("#5a3d28")
    if look.traits.get("pose") in ("perched", "sitting", "standing"):
        _perched_eagle(c, coat)
        return
    b.blob(c, "-.02,-.30 .16,-.04! .06,-.06 .0,.0! -.06,-.06 -.16,-.04! .02,-.30", side(rgb("#f2eee4")))
    for sign in (-1, 1):
        with b.placed(c, (sign * 0.06, -0.46), scale=(1.0, 1.15)):
            _wing(c, shade(coat, 1.0 if sign < 0 else 0.8), sign=sign, reach=1.08)
    b.blob(c, "0,-.72 .12,-.62 .15,-.45 .09,-.24 0,-.16", ball(coat), mirrored=True)
    b.blob(c, "0,-.86 .09,-.83 .11,-.72 .13,-.60! .05,-.64 0,-.60", ball(rgb("#f6f3ec"), 0.7), mirrored=True)
    b.blob(c, "-.03,-.75 .03,-.75 .035,-.70 .0,-.62! -.035,-.70", top(rgb("#f0b32e")))
    for x in (-0.05, 0.05):
        parts.bead_eye(c, (x, -0.765), 0.016)


def _perched_eagle(c: skia.Canvas, coat: Colour) -> None:
    """Upright, the wings folded, looking to the right."""
    b.blob(c, "-.08,-.3 .1,-.3 .06,.0! -.03,.04! -.14,.0!", side(rgb("#f2eee4")))
    for x in (-0.08, 0.08):
        b.limb(c, [(x, -0.2), (x, -0.06)], (0.12, 0.07), side(shade(coat, 0.8)))
        for toe in (-0.045, 0.0, 0.045):
            b.ellipse(c, (x + toe, -0.02), 0.024, 0.03, top(rgb("#f0b32e")))
    b.blob(c, "0,-.76 .15,-.68 .23,-.46 .18,-.2 .08,-.12 0,-.1", ball(coat), mirrored=True)
    for sign in b.both_sides(c):
        b.blob(c, ".12,-.68 .25,-.56 .30,-.34 .22,-.04! .15,-.2 .1,-.4", side(shade(coat, 0.9 if sign < 0 else 0.7)))
        quills = [((0.2, -0.5 + 0.08 * k), (0.24, -0.36 + 0.08 * k), (0.21, -0.2 + 0.05 * k)) for k in range(4)]
        _feathers(c, quills, coat)
    b.blob(c, "-.14,-.66! -.15,-.86 -.04,-.98 .1,-.97 .17,-.86 .15,-.68! .06,-.6! 0,-.66 -.07,-.59!",
           ball(rgb("#f6f3ec"), 0.7))  # fmt: skip
    b.blob(c, ".12,-.9 .24,-.9 .29,-.8 .25,-.72! .2,-.79 .13,-.79", top(rgb("#f0b32e")))
    b.line(c, (0.02, -0.905), (0.12, -0.885), shade(coat, 0.7), 0.022)
    parts.bead_eye(c, (0.075, -0.865), 0.022)


def _penguin(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    coat = look.colour or rgb("#2b3140")
    for x in (-0.12, 0.12):
        b.ellipse(c, (x, -0.025), 0.12, 0.04, ball(_BEAK))
    for sign in b.both_sides(c):
        b.blob(c, ".24,-.60 .36,-.46 .42,-.24! .30,-.28 .24,-.38", side(shade(coat, 0.95 if sign < 0 else 0.7)))
    b.blob(c, "0,-1 .16,-.97 .24,-.84 .26,-.66 .33,-.40 .30,-.14 .16,-.03 0,-.01", ball(coat), mirrored=True)
    b.blob(c, "0,-.62 .14,-.60 .235,-.40 .215,-.16 .1,-.05 0,-.04", ball(rgb("#fbf8f2"), 0.45), mirrored=True)
    b.blob(c, "0,-.84 .04,-.88 .14,-.90 .20,-.78 .14,-.62 0,-.57", ball(rgb("#fbf8f2"), 0.4), mirrored=True)
    b.ellipse(c, (0, -0.60), 0.11, 0.05, rgb("#f4c04a"), 0.55)
    b.blob(c, "-.06,-.745 .0,-.775 .06,-.745 .0,-.68!", top(_BEAK))
    for sign in (-1, 1):
        parts.bead_eye(c, (sign * 0.095, -0.795), 0.03)
        b.ellipse(c, (sign * 0.15, -0.72), 0.03, 0.018, rgb("#f29a8a"), 0.5)


def _sprite(
    name: str, draw: Draw, height: float, width: float, place: str = "ground", **attach: tuple[float, float]
) -> Sprite:
    points = {"head": (0.0, -0.9), "top": (0.0, -0.9), "face": (0.0, -0.75), "hand": (0.0, -0.3), "seat": (0.0, -0.5)}
    return Sprite(name=name, draw=draw, height=height, width=width, place=place, group="animal", attach=points | attach)


SPRITES = (
    _sprite("bird", _bird, 0.11, 1.6, "sky", head=(0.34, -0.6), face=(0.52, -0.68)),
    _sprite("crane", _crane, 0.24, 1.75, "sky", head=(0.2, -0.95)),
    _sprite("duck", _duck, 0.13, 1.45, head=(0.27, -0.92)),
    _sprite("chicken", _chicken, 0.16, 1.45, head=(0.3, -0.92)),
    _sprite("owl", dressed("owl", _owl), 0.2, 0.85),
    _sprite("eagle", _eagle, 0.2, 2.0, "sky"),
    _sprite("penguin", dressed("penguin", _penguin), 0.22, 0.9),
)
