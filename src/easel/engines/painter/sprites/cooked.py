"""What comes from the oven, the grill and the pan: a whole pizza, steak, a roast, fried eggs, fish, waffles."""

from functools import partial
from math import cos, pi, sin

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import Colour, Point, ball, jitter, linear, mix, rgb, shade, side, top
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.meals import butter_and_syrup, plate, steam
from easel.engines.painter.sprites.morsels import in_circle
from easel.engines.painter.sprites.sprite import Look, on_table

_SEAR, _HERB, _LEMON = rgb("#3a1e12"), rgb("#4f8f3a"), rgb("#f6d94a")


def _on(rng: np.random.Generator, middle: Point, across: float, deep: float, number: int) -> list[Point]:
    """Places all over an ellipse, the farthest first."""
    spots = ((middle[0] + across * x, middle[1] + deep * y) for x, y in in_circle(rng, number))
    return sorted(spots, key=lambda spot: spot[1])


def _pizza(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """Whole, on a round board, cut into eight."""
    cheese = look.colour or rgb("#f6c650")
    b.ellipse(c, (0, -0.36), 0.98, 0.34, shade(rgb("#9a6a3c"), 0.7))
    b.ellipse(c, (0, -0.4), 0.98, 0.34, top(rgb("#b98450"), 0.7))
    b.ellipse(c, (0, -0.46), 0.88, 0.36, shade(rgb("#a9642a"), 0.8))
    b.ellipse(c, (0, -0.52), 0.88, 0.37, ball(rgb("#d9954a"), 0.9))
    for a in np.linspace(0, 2 * pi, 26)[:-1]:
        b.ellipse(
            c, (0.82 * cos(a), -0.53 + 0.335 * sin(a)), 0.045, 0.02, rgb("#8f4f1e"), float(rng.uniform(0.1, 0.55))
        )
    b.ellipse(c, (0, -0.54), 0.755, 0.3, rgb("#b8361f"))
    b.ellipse(c, (0, -0.55), 0.725, 0.282, ball(cheese, 0.55))
    for x, y in _on(rng, (0, -0.55), 0.66, 0.25, 26):
        b.ellipse(c, (x, y), 0.08, 0.03, jitter(mix(cheese, rgb("#fff0b4"), 0.5), rng, 0.03), 0.7)
    if "topped" not in look.traits:
        _salami(c, rng)
    cuts = [
        ((0.73 * cos(a), -0.55 + 0.285 * sin(a)), (-0.73 * cos(a), -0.55 - 0.285 * sin(a)))
        for a in np.arange(4) * pi / 4 + 0.3
    ]
    strokes(c, cuts, shade(cheese, 0.62), 0.012, 0.8)


def _salami(c: skia.Canvas, rng: np.random.Generator) -> None:
    for x, y in _on(rng, (0, -0.56), 0.6, 0.22, 13):
        b.ellipse(c, (x, y + 0.012), 0.115, 0.056, rgb("#8f2f1c"))
        b.ellipse(c, (x, y), 0.11, 0.053, ball(rgb("#cf4630"), 0.9))
        for k in range(3):
            b.circle(c, (x + 0.06 * cos(k * 2.1), y + 0.026 * sin(k * 2.1)), 0.011, rgb("#eb8a6a"))
    for x, y in _on(rng, (0.04, -0.55), 0.5, 0.18, 7):
        with b.placed(c, (x, y), turn=float(rng.uniform(-70, 70)), scale=(1.0, 0.7)):
            b.blob(c, "-.085,.0! .0,-.05 .085,.0! .0,.05", side(_HERB))
            b.line(c, (-0.06, 0), (0.06, 0), shade(_HERB, 1.5), 0.007)


def _steak(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A thick grilled cut with a rim of fat, the marks of the grill, a sprig and butter."""
    meat = look.colour or rgb("#7a4128")
    edge = "-.92,-.36! -.86,-.66 -.5,-.86 -.02,-.84 .42,-.93 .82,-.78 .95,-.42! .9,-.14 .5,-.02 .1,-.08 -.34,.0 -.8,-.1"
    upper = (
        "-.92,-.42! -.86,-.7 -.5,-.9 -.02,-.87 .42,-.96 .82,-.81 .95,-.5! .84,-.3 .46,-.24 .1,-.28 -.34,-.2 -.76,-.27"
    )
    b.blob(c, edge, linear((0, -0.5), (0, 0), (shade(meat, 0.8), rgb("#a34b3c"), shade(meat, 0.5)), (0, 0.55, 1)))
    b.blob(c, upper, rgb("#d8b07a"))
    face = b.outline(
        "-.86,-.43! -.8,-.68 -.5,-.86 -.02,-.82 .42,-.91 .78,-.77 .88,-.5! .78,-.34 .44,-.29 .1,-.33 -.34,-.25 -.7,-.31"
    )
    b.fill(c, face, ball(meat, 0.9))
    with b.clipped(c, face):
        marks = [((x, -0.98), (x + 0.42, -0.16)) for x in np.linspace(-1.15, 0.75, 8)]
        strokes(c, marks, _SEAR, 0.06, 0.75)
        strokes(
            c,
            [((x - 0.02, -0.98), (x + 0.4, -0.16)) for x, _ in ((m[0][0], 0) for m in marks)],
            shade(meat, 1.4),
            0.012,
            0.5,
        )
    b.polygon(c, "-.08,-.76 .14,-.79 .24,-.7 .0,-.66", rgb("#fff0a8"))
    b.polygon(c, "-.08,-.76 .0,-.66 .0,-.6 -.08,-.7", rgb("#eed06a"))
    b.polygon(c, ".24,-.7 .0,-.66 .0,-.6 .24,-.64", rgb("#e0bf55"))
    _sprig(c, (-0.44, -0.52), -24)
    steam(c, 0.1, -0.86, 0.14, count=2)


def _sprig(c: skia.Canvas, at: Point, turn: float) -> None:
    with b.placed(c, at, turn=turn):
        b.curve(c, "-.3,.04 .0,.0 .34,-.03", shade(_HERB, 0.7), 0.016)
        for x in np.linspace(-0.24, 0.3, 9):
            for way in (-1, 1):
                b.line(c, (float(x), 0.0), (float(x) + 0.05, 0.085 * way), shade(_HERB, 1.0 + 0.15 * way), 0.022)


def _roast_chicken(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A whole bird on a bed of leaves, its legs crossed at the end, glazed."""
    skin = look.colour or rgb("#c8772c")
    plate(c, 0.98)
    for x in np.linspace(-0.78, 0.78, 11):
        with b.placed(c, (float(x), -0.15), turn=float(55 * x + rng.uniform(-12, 12))):
            b.blob(c, "-.15,.05! -.17,-.1 .0,-.2! .17,-.1 .15,.05!", side(jitter(rgb("#6fae4a"), rng, 0.05)))
    b.blob(c, "-.74,-.2! -.78,-.52 -.5,-.84 -.08,-.94 .34,-.84 .62,-.56 .66,-.22! .3,-.08 -.4,-.08", ball(skin, 1.1))
    b.blob(c, "-.6,-.36! -.5,-.62 -.24,-.7 -.06,-.56 -.1,-.34 -.34,-.24", ball(shade(skin, 0.84), 0.9))
    for y, far, tone in ((-0.36, 0.98, 0.86), (-0.27, 0.92, 1.04)):
        b.blob(
            c,
            [(0.02, y - 0.12), (0.26, y - 0.26), (0.5, y - 0.2), (far - 0.16, y - 0.03), (far - 0.14, y + 0.06),
             (0.5, y + 0.12), (0.16, y + 0.12)],
            ball(shade(skin, tone), 1.0),
        )  # fmt: skip
        b.limb(c, [(far - 0.2, y + 0.01), (far, y + 0.01)], (0.07, 0.06), rgb("#efe0c4"))
        for dy in (-0.035, 0.04):
            b.circle(c, (far + 0.01, y + 0.01 + dy), 0.05, ball(rgb("#f4e8d2"), 0.7))
    b.curve(c, "-.46,-.78 -.16,-.88 .18,-.8", shade(skin, 1.6), 0.05, 0.5, blur=0.02)
    b.curve(c, "-.46,-.53 -.32,-.62 -.2,-.6", shade(skin, 1.5), 0.03, 0.45, blur=0.012)
    for x, y in _on(rng, (-0.1, -0.6), 0.5, 0.22, 22):
        b.circle(c, (x, y), 0.012, shade(skin, 0.55), 0.6)
    for x, y in ((-0.72, -0.08), (0.02, -0.05)):
        _lemon(c, (x, y), 0.14)
    steam(c, -0.1, -0.96, 0.14, count=2)


def _lemon(c: skia.Canvas, at: Point, size: float) -> None:
    x, y = at
    b.ellipse(c, (x, y), size, 0.62 * size, ball(_LEMON, 0.7))
    b.ellipse(c, (x, y - 0.02 * size), 0.84 * size, 0.5 * size, rgb("#fff6c4"))
    for a in np.arange(7) * 2 * pi / 7:
        b.ellipse(c, (x + 0.46 * size * cos(a), y + 0.27 * size * sin(a)), 0.24 * size, 0.13 * size, rgb("#f8e27a"))


def _fried_egg(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """Sunny side up: set white with a brown lace, the yolk standing in it."""
    white = (
        "-.9,-.34 -.78,-.62 -.42,-.66 -.2,-.82 .22,-.8 .5,-.66 .84,-.62 "
        ".95,-.32 .68,-.12 .34,-.14 .04,.0 -.34,-.06 -.62,-.08"
    )
    b.blob(c, white, rgb("#c9853a"))
    with b.placed(c, (0, -0.42), scale=(0.95, 0.93)), b.placed(c, (0, 0.4)):
        b.blob(c, white, ball(rgb("#fdfbf5"), 0.5))
    b.ellipse(c, (0.02, -0.42), 0.42, 0.25, shade(rgb("#f2ede0"), 0.92), 0.8)
    yolk = look.colour or rgb("#f7a81e")
    b.blob(c, "-.34,-.46 -.27,-.66 .02,-.76 .31,-.66 .38,-.46 .22,-.3 -.18,-.3", ball(yolk, 1.0))
    b.ellipse(c, (-0.1, -0.6), 0.09, 0.045, rgb("#fff3cf"), 0.85)
    for x, y in rng.uniform((-0.6, -0.6), (0.65, -0.15), (14, 2)).tolist():
        b.circle(c, (x, y), 0.011, rgb("#4a3a2c"), 0.7)


def _grilled_fish(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A whole fish on a long plate with the marks of the grill, lemon and herbs."""
    skin = look.colour or rgb("#b9803c")
    b.ellipse(c, (0, -0.24), 1.22, 0.24, shade(rgb("#dfe4ea"), 0.8))
    b.ellipse(c, (0, -0.29), 1.22, 0.25, ball(rgb("#f6f7f9"), 0.5))
    b.ellipse(c, (0, -0.29), 1.02, 0.19, shade(rgb("#eef0f3"), 0.95))
    b.polygon(c, ".72,-.5 1.12,-.86 1.02,-.5 1.14,-.2 .72,-.42", side(shade(skin, 0.75)))
    b.blob(c, "-.3,-.74! .0,-.96 .36,-.86 .42,-.72!", side(shade(skin, 0.7)))
    body = b.outline("-.98,-.46! -.84,-.66 -.5,-.78 .0,-.78 .46,-.66 .8,-.5 .8,-.42 .46,-.3 .0,-.2 -.5,-.2 -.84,-.3")
    b.fill(
        c, body, linear((0, -0.8), (0, -0.2), (shade(skin, 0.7), skin, mix(skin, rgb("#f4dcae"), 0.6)), (0, 0.45, 1))
    )
    with b.clipped(c, body):
        strokes(c, [((x, -0.86), (x + 0.24, -0.14)) for x in np.linspace(-0.55, 0.6, 7)], _SEAR, 0.05, 0.78)
        b.blob(c, "-1.0,-.5 -.8,-.86 -.66,-.8 -.56,-.5 -.66,-.2 -.8,-.1", side(shade(skin, 0.82)))
    b.curve(c, "-.66,-.74 -.55,-.5 -.66,-.24", shade(skin, 0.5), 0.018)
    b.circle(c, (-0.8, -0.53), 0.05, rgb("#f6f0df"))
    b.circle(c, (-0.8, -0.53), 0.026, _SEAR)
    b.line(c, (-0.97, -0.44), (-0.86, -0.42), _SEAR, 0.016)
    for x in (-0.3, 0.02, 0.34):
        _lemon(c, (x, -0.14), 0.15)
    _sprig(c, (0.7, -0.16), 8)


def _waffles(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """Three round ones in a pile on a plate, with butter and syrup."""
    crust = look.colour or rgb("#d99a46")
    plate(c, 0.98)
    for k in range(3):
        y, shift = -0.2 - 0.17 * k, float(rng.uniform(-0.04, 0.04))
        b.ellipse(c, (shift, y), 0.72, 0.185, shade(crust, 0.62))
        for x in np.linspace(-0.66, 0.66, 12):
            b.line(
                c,
                (shift + float(x), y + 0.02),
                (shift + float(x), y + 0.165 * (1 - (x / 0.72) ** 2) ** 0.5 - 0.01),
                shade(crust, 0.82),
                0.055,
            )
        face = skia.Path()
        face.addOval(skia.Rect.MakeLTRB(shift - 0.72, y - 0.27, shift + 0.72, y + 0.1))
        b.fill(c, face, side(crust, 0.7))
        with b.clipped(c, face):
            _grid(c, (shift, y - 0.085), crust)
        b.fill(c, face, shade(crust, 1.15), width=0.035)
    if "topped" not in look.traits:
        with b.placed(c, (0, 0.03), scale=(1.12, 1.0)):
            butter_and_syrup(c)
    steam(c, 0.0, -0.86, 0.12, count=2)


def _grid(c: skia.Canvas, middle: Point, crust: Colour) -> None:
    """Square hollows, seen aslant."""
    x0, y0 = middle
    for i in range(-4, 5):
        for j in range(-4, 5):
            x, y = x0 + 0.13 * (i - j), y0 + 0.034 * (i + j)
            b.polygon(c, [(x - 0.095, y), (x, y - 0.026), (x + 0.095, y), (x, y + 0.026)], shade(crust, 0.66))
            b.polygon(
                c, [(x - 0.06, y + 0.006), (x, y - 0.01), (x + 0.06, y + 0.006), (x, y + 0.022)], shade(crust, 0.86)
            )


_sprite = partial(on_table, top=(0.0, -0.85), head=(0.0, -0.9), hand=(0.0, -0.3))

SPRITES = (
    _sprite("pizza", _pizza, 0.15, 2.0),
    _sprite("steak", _steak, 0.13, 1.95),
    _sprite("roast_chicken", _roast_chicken, 0.17, 2.05),
    _sprite("fried_egg", _fried_egg, 0.1, 1.9),
    _sprite("grilled_fish", _grilled_fish, 0.14, 2.45),
    _sprite("waffles", _waffles, 0.16, 2.0),
)
