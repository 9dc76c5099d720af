"""Things on wheels, from the side, facing right."""

from math import cos, pi, sin

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Colour, Point, ball, linear, mix, rgb, shade, side, top
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.building_parts import WARM
from easel.engines.painter.sprites.sprite import Draw, Look, Sprite

_RUBBER = rgb("#1c1c20")
_STEEL = rgb("#c3c8d0")
_LAMP = rgb("#fff4c4")


def wheel(c: skia.Canvas, at: Point, radius: float, *, spokes: int = 5, rim: Colour = _STEEL) -> None:
    """A car's wheel."""
    x, y = at
    b.circle(c, at, radius, ball(_RUBBER, 0.8))
    b.circle(
        c,
        at,
        radius * 0.64,
        linear((x - radius, y - radius), (x + radius, y + radius), (WHITE, rim, shade(rim, 0.5)), (0, 0.45, 1)),
    )
    arms = [
        ((x, y), (x + cos(2 * pi * k / spokes) * radius * 0.58, y + sin(2 * pi * k / spokes) * radius * 0.58))
        for k in range(spokes)
    ]
    strokes(c, arms, shade(rim, 0.45), radius * 0.13)
    b.circle(c, at, radius * 0.17, ball(rim))


def glass(c: skia.Canvas, shape: str, look: Look, *, smooth: bool = True) -> None:
    """Window glass with the sky in it, or with light behind it."""
    path = b.outline(shape, smooth=smooth)
    box = path.getBounds()
    tones = (rgb("#ffe9b0"), rgb("#e0a860")) if look.lit else (rgb("#cfe6f2"), rgb("#5f87a3"))
    b.fill(
        c,
        path,
        linear((box.left(), box.top()), (box.right(), box.bottom()), (*tones, shade(tones[1], 0.65)), (0, 0.6, 1)),
    )
    with b.clipped(c, path):
        x, wide = box.left(), box.width()
        b.polygon(
            c,
            [
                (x + wide * 0.2, box.bottom()),
                (x + wide * 0.5, box.top()),
                (x + wide * 0.68, box.top()),
                (x + wide * 0.38, box.bottom()),
            ],
            WHITE,
            0.28,
        )


def _lights(c: skia.Canvas, front: Point, rear: Point, look: Look, size: float = 0.045) -> None:
    b.ellipse(c, front, size, size * 0.9, ball(_LAMP, 0.5))
    b.rectangle(c, (rear[0] - size * 0.5, rear[1] - size), size, size * 2, ball(rgb("#e0302a")), round=size * 0.4)
    if look.lit:
        b.glow(c, front, 0.34, rgb("#fff0b0"), 0.75)
        beam = linear((front[0], 0), (front[0] + 1.0, 0), ((1, 0.95, 0.7, 0.5), (1, 0.95, 0.7, 0.0)))
        b.polygon(c, [front, (front[0] + 1.0, front[1] - 0.08), (front[0] + 1.0, front[1] + 0.3)], beam)
        b.glow(c, rear, 0.2, rgb("#ff4030"), 0.6)


def _bodywork(c: skia.Canvas, shape: str, paint: Colour) -> None:
    """Painted metal: bright above, a dark waist, a reflection from the road."""
    path = b.outline(shape)
    box = path.getBounds()
    tones = (shade(paint, 1.45), paint, shade(paint, 0.62), shade(paint, 0.82))
    b.fill(c, path, linear((0, box.top()), (0, box.bottom()), tones, (0, 0.42, 0.86, 1)))


def _saloon(c: skia.Canvas, look: Look, paint: Colour, *, taxi: bool = False) -> None:
    for x in (-0.62, 0.62):
        b.ellipse(c, (x, -0.24), 0.26, 0.22, rgb("#141417"))
    _bodywork(c, "-.60,-.58! -.44,-.80 -.28,-.955 -.10,-.99 .16,-.985 .34,-.90 .56,-.58!", shade(paint, 0.94))
    glass(c, "-.50,-.58! -.36,-.80 -.24,-.90 -.04,-.92! -.04,-.58!", look)
    glass(c, ".02,-.58! .02,-.92! .16,-.91 .28,-.84 .46,-.58!", look)
    path = (
        "-1.0,-.22 -1.02,-.44 -.96,-.57 -.62,-.61 .0,-.61 .56,-.60 .84,-.54 .98,-.44 1.02,-.30 1.0,-.20!"
        " .88,-.18! .84,-.34 .72,-.46"
        " .58,-.47 .44,-.40 .36,-.18! -.36,-.18! -.40,-.36 -.52,-.46 -.66,-.47 -.80,-.38 -.86,-.20!"
    )
    _bodywork(c, path, paint)
    b.curve(c, "-.95,-.53 -.4,-.565 .4,-.56 .84,-.50", shade(paint, 1.7), 0.014, 0.7)
    for x in (-0.02, -0.54):
        b.line(c, (x, -0.57), (x + 0.02, -0.22), shade(paint, 0.55), 0.008)
    for x in (0.06, -0.46):
        b.rectangle(c, (x, -0.50), 0.09, 0.022, _STEEL, round=0.01)
    b.rectangle(c, (-0.34, -0.21), 0.68, 0.045, shade(paint, 0.4))
    b.rectangle(c, (0.90, -0.28), 0.13, 0.05, _STEEL, round=0.02)
    b.rectangle(c, (-1.04, -0.28), 0.13, 0.05, _STEEL, round=0.02)
    if taxi:
        b.rectangle(c, (-0.1, -1.0), 0.22, 0.075, ball(rgb("#fdf6dc"), 0.4), round=0.015)
        for row in range(2):
            path_ = skia.Path()
            for k in range(18):
                path_.addRect(b.box(-0.40 + 0.045 * k + 0.0225 * row, -0.40 + 0.0225 * row, 0.0225, 0.0225))
            b.fill(c, path_, rgb("#1a1a1c"))
    for x in (-0.62, 0.62):
        wheel(c, (x, -0.21), 0.205)
    _lights(c, (0.955, -0.42), (-1.0, -0.44), look)


def _car(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    _saloon(c, look, look.colour or rgb("#d0342c"))


def _taxi(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    _saloon(c, look, look.colour or rgb("#f5bd1f"), taxi=True)


def _muscle_car(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    paint = look.colour or rgb("#c4262a")
    for x in (-0.86, 0.82):
        b.ellipse(c, (x, -0.30), 0.33, 0.28, rgb("#141417"))
    _bodywork(c, "-.98,-.68! -.62,-.86 -.40,-.965 -.16,-.985 .08,-.97 .40,-.70!", shade(paint, 0.9))
    glass(c, "-.62,-.70! -.44,-.86 -.34,-.915 -.14,-.93! -.14,-.70!", look)
    glass(c, "-.08,-.70! -.08,-.93! .06,-.915 .28,-.70!", look)
    body = (
        "-1.42,-.28 -1.44,-.50 -1.40,-.70 -1.28,-.745! -.86,-.73 -.2,-.735 .40,-.735 .92,-.69 1.34,-.60"
        " 1.45,-.48 1.44,-.30! 1.14,-.22!"
        " 1.10,-.42 .96,-.55 .80,-.57 .64,-.52 .54,-.38 .50,-.20! -.52,-.20! -.56,-.42 -.70,-.56 -.88,-.59"
        " -1.04,-.52 -1.15,-.36 -1.18,-.24!"
    )
    _bodywork(c, body, paint)
    b.polygon(c, "-1.43,-.47 -.5,-.50 .5,-.50 1.42,-.46 1.42,-.42 .5,-.455 -.5,-.455 -1.43,-.42", WHITE, 0.92)
    b.blob(c, ".48,-.735! .56,-.80 .82,-.78 .96,-.70!", top(shade(paint, 0.75)))
    b.curve(c, "-1.25,-.725 -.3,-.715 .5,-.715 1.25,-.60", shade(paint, 1.8), 0.014, 0.7)
    b.polygon(c, "-1.47,-.78 -1.22,-.775 -1.18,-.735 -1.42,-.735", top(shade(paint, 0.85)))
    for x in (-0.12, 0.42):
        b.curve(c, [(x - 0.02, -0.72), (x + 0.02, -0.4), (x - 0.04, -0.22)], shade(paint, 0.5), 0.008)
    b.rectangle(c, (-0.06, -0.62), 0.11, 0.024, _STEEL, round=0.01)
    b.rectangle(c, (-0.5, -0.22), 1.0, 0.05, shade(paint, 0.35))
    for x, wide in ((1.22, 0.24), (-1.46, 0.24)):
        b.rectangle(c, (x, -0.36), wide, 0.055, top(_STEEL), round=0.025)
    b.rectangle(c, (-0.4, -0.185), 0.62, 0.045, top(_STEEL, 1.2), round=0.02)
    for x, r in ((-0.86, 0.275), (0.82, 0.265)):
        wheel(c, (x, -r), r, rim=rgb("#d6dae0"))
    _lights(c, (1.38, -0.54), (-1.42, -0.60), look, 0.055)


def _bus(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    paint = look.colour or rgb("#d9432f")
    _bodywork(c, "-1.18,-.14! -1.2,-.5 -1.2,-.9 -1.12,-.99 1.04,-.99 1.17,-.92 1.21,-.5 1.21,-.14!", paint)
    b.rectangle(c, (-1.19, -0.45), 2.39, 0.07, mix(paint, WHITE, 0.86))
    for k in range(6):
        x = -1.08 + k * 0.335
        glass(c, f"{x},-.86 {x + 0.28},-.86 {x + 0.28},-.54 {x},-.54", look, smooth=False)
    glass(c, ".96,-.84! 1.13,-.86 1.18,-.70 1.19,-.50! .96,-.50!", look)
    b.line(c, (0.94, -0.9), (0.94, -0.15), shade(paint, 0.6), 0.012)
    b.rectangle(c, (-1.18, -0.17), 2.38, 0.06, shade(paint, 0.4))
    for x in (-0.72, 0.72):
        b.ellipse(c, (x, -0.2), 0.22, 0.2, rgb("#141417"))
        wheel(c, (x, -0.165), 0.165, spokes=8)
    _lights(c, (1.16, -0.26), (-1.18, -0.3), look, 0.04)


def _truck(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    paint = look.colour or rgb("#3572b8")
    b.rectangle(c, (-1.25, -0.26), 2.4, 0.09, rgb("#2a2c32"))
    b.rectangle(
        c,
        (-1.25, -0.99),
        1.62,
        0.76,
        linear((0, -1), (0, -0.2), (shade(paint, 1.3), paint, shade(paint, 0.66)), (0, 0.5, 1)),
        round=0.03,
    )
    strokes(c, [((x, -0.95), (x, -0.27)) for x in np.linspace(-1.15, 0.27, 12)], shade(paint, 0.7), 0.01, 0.6)
    b.rectangle(c, (-1.25, -0.99), 1.62, 0.05, shade(paint, 1.35), round=0.02)
    cab = mix(paint, WHITE, 0.12)
    _bodywork(c, ".43,-.20! .43,-.84 .50,-.88 .82,-.88 .94,-.80 1.06,-.54 1.24,-.48 1.26,-.20!", cab)
    glass(c, ".60,-.78! .78,-.79 .87,-.72 .97,-.52! .60,-.52!", look)
    b.line(c, (0.56, -0.82), (0.56, -0.24), shade(cab, 0.55), 0.009)
    b.rectangle(c, (0.62, -0.44), 0.09, 0.022, _STEEL, round=0.01)
    b.rectangle(c, (1.12, -0.28), 0.17, 0.06, _STEEL, round=0.02)
    for x in (-0.92, -0.52, 0.86):
        b.ellipse(c, (x, -0.21), 0.215, 0.2, rgb("#141417"))
        wheel(c, (x, -0.175), 0.175, spokes=8)
    _lights(c, (1.22, -0.38), (-1.24, -0.33), look, 0.04)


def _train(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A steam locomotive with a coach behind it."""
    paint = look.colour or rgb("#2f5f9e")
    b.rectangle(
        c,
        (-1.95, -0.75),
        1.15,
        0.56,
        linear((0, -0.75), (0, -0.2), (shade(paint, 1.3), paint, shade(paint, 0.6)), (0, 0.45, 1)),
        round=0.03,
    )
    b.rectangle(c, (-1.99, -0.80), 1.23, 0.08, top(rgb("#3a3d45")), round=0.03)
    for k in range(4):
        x = -1.86 + k * 0.26
        glass(c, f"{x},-.66 {x + 0.19},-.66 {x + 0.19},-.44 {x},-.44", look, smooth=False)
    b.rectangle(c, (-1.95, -0.36), 1.15, 0.04, rgb("#e9c46a"))
    b.rectangle(c, (-0.82, -0.26), 0.24, 0.06, rgb("#2a2c32"))
    b.rectangle(c, (-0.62, -0.86), 0.52, 0.62, side(paint, 0.9))
    b.rectangle(c, (-0.68, -0.92), 0.64, 0.08, top(rgb("#3a3d45")), round=0.03)
    glass(c, "-.52,-.78 -.20,-.78 -.20,-.54 -.52,-.54", look, smooth=False)
    b.rectangle(
        c,
        (-0.12, -0.66),
        0.98,
        0.38,
        linear((0, -0.66), (0, -0.28), (shade(paint, 1.5), paint, shade(paint, 0.45)), (0, 0.4, 1)),
        round=0.05,
    )
    for x in (0.08, 0.36, 0.64):
        b.rectangle(c, (x, -0.665), 0.032, 0.385, top(rgb("#e0b84f"), 1.2))
    b.blob(c, ".58,-.66! .60,-.82 .54,-.93! .84,-.93! .78,-.82 .80,-.66!", side(rgb("#33363d"), 1.2))
    b.ellipse(c, (0.24, -0.68), 0.1, 0.1, ball(rgb("#e0b84f")))
    b.rectangle(c, (0.83, -0.64), 0.07, 0.34, side(rgb("#33363d")), round=0.03)
    b.rectangle(c, (-0.62, -0.30), 1.56, 0.08, rgb("#2a2c32"))
    b.polygon(c, ".90,-.26 1.16,-.02 .86,-.02", side(rgb("#b5342c")))
    for k in range(4):
        b.glow(c, (0.62 - 0.2 * k, -0.97 - 0.045 * k), 0.08 + 0.035 * k, rgb("#f1eff2"), 0.75 - 0.12 * k)
    for x, r in ((-1.7, 0.13), (-1.05, 0.13), (-0.4, 0.2), (0.06, 0.2), (0.48, 0.14), (0.78, 0.14)):
        wheel(c, (x, -r), r, spokes=8, rim=rgb("#c65a3a"))
    b.line(c, (-0.4, -0.17), (0.06, -0.17), _STEEL, 0.03)
    _lights(c, (0.93, -0.56), (-1.94, -0.4), look, 0.045)


def _bullet_train(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A streamlined train of two coaches."""
    paint, stripe = look.colour or rgb("#f2f4f6"), rgb("#c8362f") if look.colour is None else shade(look.colour, 0.6)
    for x in (-2.75, -1.25, -0.8, 0.85, 1.7):
        b.rectangle(c, (x - 0.16, -0.16), 0.46, 0.1, rgb("#2c2f36"), round=0.03)
        for shift in (0.0, 0.17):
            b.circle(c, (x + shift, -0.075), 0.075, ball(rgb("#55595f"), 1.2))
            b.circle(c, (x + shift, -0.075), 0.03, _STEEL)
    body = b.outline("-3.0,-.86! .9,-.86 1.6,-.83 2.2,-.68 2.75,-.4 2.9,-.24 2.78,-.14! -3.0,-.14!")
    b.fill(c, body, linear((0, -0.86), (0, -0.14), (shade(paint, 1.2), paint, shade(paint, 0.6)), (0, 0.5, 1)))
    with b.clipped(c, body):
        b.rectangle(c, (-3.1, -0.4), 6.2, 0.075, stripe)
        b.rectangle(c, (-3.1, -0.2), 6.2, 0.08, rgb("#4a4e58"))
        b.line(c, (-1.02, -0.9), (-1.02, -0.1), rgb("#3a3d45"), 0.04)
        b.line(c, (1.05, -0.84), (1.05, -0.2), shade(paint, 0.72), 0.012)
    for k in range(13):
        x = -2.86 + k * 0.27 + (0.14 if k > 6 else 0.0)
        glass(c, f"{x},-.7 {x + 0.19},-.7 {x + 0.19},-.5 {x},-.5", look, smooth=False)
    glass(c, "1.86,-.74 2.12,-.66 2.38,-.54 2.1,-.54 1.9,-.58", look)
    _lights(c, (2.72, -0.3), (-2.97, -0.34), look, 0.045)
    b.curve(c, "-.9,-.86 -.6,-1.0 -.3,-1.0 -.45,-.86", rgb("#3a3d45"), 0.02)


def _spoked(c: skia.Canvas, at: Point, radius: float) -> None:
    b.circle(c, at, radius, rgb("#232327"), width=radius * 0.13)
    b.circle(c, at, radius * 0.9, _STEEL, width=radius * 0.05)
    turns = np.linspace(0, 2 * pi, 18, endpoint=False)
    strokes(
        c, [(at, (at[0] + cos(a) * radius * 0.9, at[1] + sin(a) * radius * 0.9)) for a in turns], rgb("#aab0b8"), 0.006
    )
    b.circle(c, at, radius * 0.09, _STEEL)


def _bicycle(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    paint = look.colour or rgb("#d8372f")
    for x in (-0.52, 0.52):
        _spoked(c, (x, -0.33), 0.32)
    frame = (
        ((-0.52, -0.33), (-0.06, -0.31)),
        ((-0.06, -0.31), (-0.20, -0.76)),
        ((-0.52, -0.33), (-0.17, -0.68)),
        ((-0.17, -0.68), (0.36, -0.74)),
        ((0.36, -0.74), (-0.06, -0.31)),
        ((0.52, -0.33), (0.34, -0.80)),
    )
    for a, z in frame:
        b.line(c, a, z, shade(paint, 0.72), 0.052)
        b.line(c, (a[0], a[1] - 0.008), (z[0], z[1] - 0.008), shade(paint, 1.1), 0.03)
    b.line(c, (0.34, -0.80), (0.31, -0.90), _STEEL, 0.026)
    b.curve(c, ".20,-.93 .31,-.92 .44,-.95 .46,-.87", rgb("#2b2b30"), 0.034)
    b.blob(c, "-.36,-.83 -.2,-.80 -.06,-.815 -.14,-.77 -.26,-.76", rgb("#2b2523"))
    b.circle(c, (-0.06, -0.31), 0.075, _STEEL, width=0.022)
    for dx, dy in ((0.1, 0.12), (-0.1, -0.12)):
        b.line(c, (-0.06, -0.31), (-0.06 + dx, -0.31 + dy), rgb("#55585f"), 0.024)
        b.line(c, (-0.11 + dx, -0.31 + dy), (-0.01 + dx, -0.31 + dy), rgb("#2b2b30"), 0.03)


def _motorcycle(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    paint = look.colour or rgb("#c22c2c")
    for x in (-0.58, 0.62):
        b.circle(c, (x, -0.3), 0.25, _RUBBER, width=0.11)
        b.circle(c, (x, -0.3), 0.18, _STEEL, width=0.035)
        strokes(
            c,
            [((x, -0.3), (x + cos(a) * 0.17, -0.3 + sin(a) * 0.17)) for a in np.linspace(0, 2 * pi, 9)],
            _STEEL,
            0.016,
        )
    b.blob(c, "-.94,-.40! -.90,-.58 -.66,-.68 -.40,-.60! -.36,-.52 -.60,-.54 -.80,-.48", side(paint))
    b.limb(c, "-.58,-.30 -.34,-.40 -.16,-.36", (0.07, 0.09, 0.1), top(shade(paint, 0.85)))
    b.line(c, (0.62, -0.3), (0.36, -0.86), _STEEL, 0.05)
    b.blob(c, "-.30,-.58! .16,-.58 .36,-.50 .30,-.20! .10,-.14 -.20,-.16 -.30,-.30", side(shade(paint, 0.8)))
    b.rectangle(c, (-0.2, -0.46), 0.42, 0.28, ball(rgb("#6f747c"), 1.2), round=0.06)
    rows_ = [((-0.16, y), (0.18, y)) for y in (-0.42, -0.37, -0.32, -0.27)]
    strokes(c, rows_, rgb("#34373d"), 0.016)
    b.curve(c, "-.1,-.18 -.5,-.16 -.92,-.24", linear((0, -0.26), (0, -0.12), (WHITE, rgb("#7c828a"))), 0.07)
    b.blob(c, "-.24,-.60 -.02,-.82 .30,-.84 .42,-.70 .28,-.52 -.08,-.50", ball(paint, 1.1))
    b.curve(c, "-.14,-.62 .04,-.72 .30,-.74", mix(paint, WHITE, 0.55), 0.02)
    b.blob(c, "-.80,-.68! -.62,-.66 -.34,-.70 -.14,-.66 -.20,-.56 -.52,-.55 -.76,-.60", top(rgb("#2a2629")))
    b.blob(c, ".38,-.60! .50,-.66 .68,-.64 .84,-.54 .90,-.38! .76,-.47 .60,-.50 .46,-.48", side(paint))
    b.circle(c, (0.45, -0.78), 0.085, ball(_LAMP, 0.6))
    b.curve(c, ".40,-.86 .30,-.94 .14,-.97", rgb("#2b2b30"), 0.04)
    b.line(c, (0.16, -0.97), (0.06, -0.93), rgb("#1a1a1c"), 0.06)
    if look.lit:
        b.glow(c, (0.48, -0.78), 0.34, _LAMP, 0.8)


def _carriage(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A fairy-tale coach."""
    paint = look.colour or rgb("#8a4bb0")
    gold = rgb("#e3b64a")
    roof = gold if look.colour is None else shade(paint, 0.85)
    b.curve(c, "-.62,-.34 -.2,-.20 .3,-.22 .66,-.36", shade(gold, 0.8), 0.045)
    b.blob(c, "-.50,-.46 -.46,-.74 -.24,-.88 .24,-.88 .46,-.74 .50,-.46 .30,-.26 -.30,-.26", ball(paint, 1.1))
    b.blob(c, "-.54,-.76! -.28,-.94 .0,-.97 .28,-.94 .54,-.76! .26,-.84 -.26,-.84", top(roof))
    b.circle(c, (0, -0.98), 0.035, ball(gold))
    for shape in ("-.36,-.72 -.16,-.76 -.16,-.54 -.38,-.54", ".16,-.76 .36,-.72 .38,-.54 .16,-.54"):
        glass(c, shape, look, smooth=False)
        b.polygon(c, shape, gold, width=0.018)
    b.polygon(c, "-.12,-.78 .12,-.78 .12,-.28 -.12,-.28", gold, width=0.018)
    b.rectangle(c, (-0.09, -0.74), 0.18, 0.2, WARM if look.lit else rgb("#a9cfe2"), round=0.03)
    for x, r in ((-0.56, 0.27), (0.60, 0.21)):
        spokes = shade(gold, 0.95) if look.colour is None else shade(paint, 1.1)
        b.circle(c, (x, -r), r, shade(gold, 0.85), width=0.045)
        strokes(c, [((x, -r), (x + cos(a) * r, -r + sin(a) * r)) for a in np.arange(10) * pi / 5], spokes, 0.024)
        b.circle(c, (x, -r), 0.055, ball(gold))


def _sprite(name: str, draw: Draw, height: float, width: float, seat: Point) -> Sprite:
    return Sprite(
        name=name,
        draw=draw,
        height=height,
        width=width,
        group="vehicle",
        attach={"seat": seat, "top": (0.0, -0.97), "head": (0.0, -0.97), "hand": (width * 0.4, -0.4)},
    )


SPRITES = (
    _sprite("car", _car, 0.19, 2.15, (0.0, -0.6)),
    _sprite("taxi", _taxi, 0.19, 2.15, (0.0, -0.6)),
    _sprite("muscle_car", _muscle_car, 0.17, 3.0, (-0.1, -0.7)),
    _sprite("bus", _bus, 0.26, 2.5, (0.6, -0.6)),
    _sprite("truck", _truck, 0.25, 2.65, (0.75, -0.6)),
    _sprite("train", _train, 0.24, 4.0, (-0.36, -0.6)),
    _sprite("bullet_train", _bullet_train, 0.2, 6.0, (-0.36, -0.8)),
    _sprite("bicycle", _bicycle, 0.2, 1.75, (-0.2, -0.82)),
    _sprite("motorcycle", _motorcycle, 0.2, 1.9, (-0.42, -0.68)),
    _sprite("carriage", _carriage, 0.3, 1.75, (0.0, -0.6)),
)
