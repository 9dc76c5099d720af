"""Tall, old and famous buildings: castles, towers, temples, bridges."""

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Colour, ball, linear, rgb, shade, side, top
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.building_parts import (
    GOLD,
    SNOW,
    WARM,
    WOOD,
    bricks,
    column,
    curved_roof,
    door,
    panes,
    window,
)  # fmt: skip
from easel.engines.painter.sprites.sprite import Draw, Look, Sprite

_STONE = rgb("#b9b0a6")
_VERMILION = rgb("#c0392b")
_TILE = rgb("#44555c")


def _merlons(
    c: skia.Canvas, x: float, y: float, width: float, count: int, size: float, colour: Colour, look: Look
) -> None:
    path, snow = skia.Path(), skia.Path()
    step = width / (2 * count - 1)
    for k in range(count):
        path.addRect(b.box(x + 2 * k * step, y - size, step, size * 1.1))
        snow.addRect(b.box(x + 2 * k * step, y - size * 1.15, step, size * 0.3))
    b.fill(c, path, side(colour, 0.9))
    if look.snow:
        b.fill(c, snow, SNOW)


def _spire(
    c: skia.Canvas, rng: np.random.Generator, x: float, width: float, height: float, roof: Colour, look: Look
) -> None:
    """A round castle tower with a pointed roof and a pennant."""
    walls = look.colour or _STONE
    b.rectangle(c, (x - width / 2, -height), width, height, side(walls, 1.15))
    bricks(c, rng, (x - width / 2, -height, width, height), walls, size=0.036, share=0.3)
    b.rectangle(c, (x - width * 0.58, -height - 0.012), width * 1.16, 0.036, side(shade(walls, 0.9), 1.1))
    cover = SNOW if look.snow else roof
    tip = -height - width * 1.55
    cone = linear(
        (x - width * 0.6, 0), (x + width * 0.6, 0), (shade(cover, 1.35), cover, shade(cover, 0.5)), (0, 0.4, 1)
    )
    b.polygon(c, [(x - width * 0.66, -height), (x, tip), (x + width * 0.66, -height)], cone)
    b.curve(
        c,
        [(x - width * 0.64, -height), (x, -height + width * 0.1), (x + width * 0.64, -height)],
        shade(cover, 0.6),
        0.012,
    )
    b.line(c, (x, tip), (x, tip - 0.055), rgb("#5a5048"), 0.006)
    b.polygon(c, [(x, tip - 0.055), (x + 0.055, tip - 0.042), (x, tip - 0.022)], rgb("#d8382f"))
    for k in range(2 if height > 0.5 else 1):
        y = -height + 0.07 + 0.15 * k
        b.rectangle(c, (x - 0.018, y), 0.036, 0.07, WARM if look.lit else rgb("#38363f"), round=0.018)
        if look.lit:
            b.glow(c, (x, y + 0.03), 0.07, WARM, 0.5)


def _castle(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    walls = look.colour or _STONE
    roof = rgb("#4a6da6") if look.colour is None or walls[2] < walls[0] else rgb("#a4483a")
    for x, width, height in ((-0.13, 0.12, 0.66), (0.14, 0.11, 0.60), (0.0, 0.17, 0.68)):
        _spire(c, rng, x, width, height, roof, look)
    b.rectangle(c, (-0.46, -0.36), 0.92, 0.36, side(walls, 0.85))
    bricks(c, rng, (-0.46, -0.36, 0.92, 0.36), walls, size=0.05, share=0.5)
    _merlons(c, -0.46, -0.355, 0.92, 14, 0.042, shade(walls, 1.02), look)
    b.rectangle(c, (-0.16, -0.44), 0.32, 0.44, side(shade(walls, 1.04), 0.9))
    bricks(c, rng, (-0.16, -0.44, 0.32, 0.44), walls, size=0.05, share=0.5)
    _merlons(c, -0.17, -0.435, 0.34, 6, 0.042, walls, look)
    for x in (-0.44, 0.44):
        _spire(c, rng, x, 0.155, 0.50, roof, look)
    for x in (-0.29, 0.29):
        _spire(c, rng, x, 0.095, 0.44, roof, look)
    door(c, (-0.085, -0.2), 0.17, 0.2, rgb("#4a3020"), arched=True)
    for x in (-0.10, 0.10):
        b.rectangle(c, (x - 0.016, -0.36), 0.032, 0.065, panes(look.lit, (x, -0.36), 0.03, 0.06), round=0.016)
    b.polygon(c, "-.04,-.40 .04,-.40 .04,-.26 .0,-.23 -.04,-.26", side(rgb("#b8323a")))


def _lighthouse(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    paint = look.colour or rgb("#cf3a30")
    b.blob(c, "-.26,.0! -.22,-.05 -.1,-.075 .12,-.07 .24,-.04 .27,.0!", ball(rgb("#857c74")))
    for k in range(7):
        y0, y1 = -0.04 - 0.108 * k, -0.04 - 0.108 * (k + 1)
        w0, w1 = 0.148 - 0.0105 * k, 0.148 - 0.0105 * (k + 1)
        b.polygon(c, [(-w0, y0), (w0, y0), (w1, y1), (-w1, y1)], side(paint if k % 2 == 0 else rgb("#faf6ee"), 1.15))
    b.rectangle(c, (-0.105, -0.818), 0.21, 0.022, rgb("#33363d"))
    strokes(
        c,
        [((x, -0.815), (x, -0.85)) for x in np.linspace(-0.1, 0.1, 9)] + [((-0.1, -0.85), (0.1, -0.85))],
        rgb("#33363d"),
        0.005,
    )
    b.rectangle(c, (-0.056, -0.905), 0.112, 0.088, panes(True, (-0.056, -0.905), 0.112, 0.088))
    strokes(c, [((x, -0.905), (x, -0.817)) for x in (-0.056, -0.02, 0.02, 0.056)], rgb("#33363d"), 0.007)
    b.polygon(c, "-.082,-.90 .0,-.985 .082,-.90", side(SNOW if look.snow else shade(paint, 0.85)))
    b.circle(c, (0, -0.985), 0.014, rgb("#33363d"))
    door(c, (-0.036, -0.135), 0.072, 0.1, rgb("#4a3a30"), arched=True)
    for y in (-0.30, -0.52):
        b.rectangle(c, (-0.02, y), 0.04, 0.06, WARM if look.lit else rgb("#3f5568"), round=0.018)
    if look.lit:
        for sign in (-1, 1):
            beam = linear((0, 0), (sign * 0.9, 0), ((1, 0.94, 0.7, 0.75), (1, 0.94, 0.7, 0.0)))
            b.polygon(c, [(sign * 0.04, -0.875), (sign * 0.9, -0.97), (sign * 0.9, -0.74), (sign * 0.04, -0.85)], beam)
    b.glow(c, (0, -0.862), 0.16, rgb("#fff0b0"), 0.8 if look.lit else 0.45)


def _pagoda(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    paint = look.colour or rgb("#a93428")
    b.rectangle(c, (-0.34, -0.05), 0.68, 0.05, side(_STONE))
    for k in range(5):
        y, half = -0.05 - 0.165 * k, 0.235 - 0.033 * k
        b.rectangle(c, (-half, y - 0.15), half * 2, 0.15, side(paint, 0.95))
        for j in range(4):
            x = -half + half * 2 * (j + 0.5) / 4
            wide = half * 0.3
            b.rectangle(
                c,
                (x - wide / 2, y - 0.115),
                wide,
                0.085,
                panes(look.lit, (x, y - 0.115), wide, 0.085) if look.lit else rgb("#f0dcae"),
            )
            strokes(
                c,
                [((x, y - 0.115), (x, y - 0.03)), ((x - wide / 2, y - 0.07), (x + wide / 2, y - 0.07))],
                shade(paint, 0.7),
                0.005,
            )
        strokes(
            c,
            [
                ((-half - 0.03, y - 0.018), (half + 0.03, y - 0.018)),
                ((-half - 0.03, y - 0.034), (half + 0.03, y - 0.034)),
            ],
            shade(paint, 1.2),
            0.007,
        )
        curved_roof(c, 0.0, y - 0.138, half * 1.62, 0.075 - 0.004 * k, _TILE, look)
        if look.lit:
            b.glow(c, (0, y - 0.07), half * 1.1, WARM, 0.35)
    b.line(c, (0, -0.94), (0, -1.0), GOLD, 0.012)
    for k in range(3):
        b.ellipse(c, (0, -0.945 - 0.016 * k), 0.022 - 0.005 * k, 0.008, GOLD)


def _temple(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    paint = look.colour or _VERMILION
    for k in range(3):
        b.rectangle(
            c,
            (-0.86 + 0.06 * k, -0.05 * (k + 1)),
            1.72 - 0.12 * k,
            0.05,
            side(shade(rgb("#d4cabb"), 0.9 + 0.06 * k), 0.6),
        )
    b.rectangle(c, (-0.62, -0.46), 1.24, 0.31, side(shade(paint, 0.72)))
    for k in range(5):
        x = -0.46 + 0.23 * k
        b.rectangle(
            c, (x - 0.085, -0.42), 0.17, 0.26, panes(look.lit, (x, -0.42), 0.17, 0.26) if look.lit else rgb("#7a4a2a")
        )
        grid = [((x - 0.085 + 0.0425 * j, -0.42), (x - 0.085 + 0.0425 * j, -0.16)) for j in range(5)]
        grid += [((x - 0.085, -0.42 + 0.065 * j), (x + 0.085, -0.42 + 0.065 * j)) for j in range(4)]
        strokes(c, grid, shade(paint, 0.9), 0.009)
    for x in np.linspace(-0.64, 0.64, 6):
        column(c, float(x), -0.15, 0.34, 0.05, paint)
    b.rectangle(c, (-0.70, -0.50), 1.4, 0.05, side(rgb("#2f6f6a")))
    strokes(c, [((x, -0.475), (x + 0.05, -0.475)) for x in np.linspace(-0.66, 0.6, 12)], GOLD, 0.014)
    curved_roof(c, 0.0, -0.50, 0.98, 0.16, _TILE, look)
    b.rectangle(c, (-0.42, -0.72), 0.84, 0.1, side(shade(paint, 0.85)))
    curved_roof(c, 0.0, -0.72, 0.74, 0.22, _TILE, look)
    b.rectangle(c, (-0.1, -0.60), 0.2, 0.075, rgb("#20405a"), round=0.008)
    strokes(c, [((-0.05, -0.562), (-0.01, -0.562)), ((0.02, -0.562), (0.06, -0.562))], GOLD, 0.03)
    if look.lit:
        b.glow(c, (0, -0.3), 0.6, WARM, 0.4)


def _tower(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A lattice tower with two platforms, as in Paris."""
    iron = look.colour or rgb("#7c6250")
    for sign in b.both_sides(c):
        tone = shade(iron, 1.12 if sign < 0 else 0.78)
        b.blob(c, ".27,.0! .18,-.16 .10,-.40 .045,-.66 .012,-.94! .0,-.94! .0,-.66! .035,-.40 .09,-.16 .155,.0!", tone)
        cross = []
        for k in range(13):
            y0, y1 = -k * 0.07, -(k + 1) * 0.07
            out0, out1 = 0.27 * np.exp(y0 * 2.6), 0.27 * np.exp(y1 * 2.6)
            in0, in1 = max(0.0, 0.155 * np.exp(y0 * 3.4) - 0.01), max(0.0, 0.155 * np.exp(y1 * 3.4) - 0.01)
            cross += [((in0, y0), (out1, y1)), ((out0, y0), (in1, y1))]
        strokes(c, cross, shade(iron, 0.5), 0.005, 0.8)
    b.curve(c, "-.15,-.02 -.09,-.13 .0,-.165 .09,-.13 .15,-.02", shade(iron, 0.85), 0.016)
    for y, half in ((-0.20, 0.18), (-0.42, 0.105), (-0.88, 0.028)):
        b.rectangle(c, (-half, y - 0.026), half * 2, 0.03, side(shade(iron, 0.95), 1.1))
    b.line(c, (0, -0.93), (0, -1.0), shade(iron, 0.8), 0.008)
    if look.lit:
        for _ in range(46):
            y = float(-rng.uniform(0, 0.95))
            b.circle(c, (float(rng.uniform(-1, 1) * 0.26 * np.exp(y * 2.6)), y), 0.006, rgb("#ffe9a0"))
        b.glow(c, (0, -0.4), 0.42, rgb("#ffb84a"), 0.4)


def _windmill(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    walls = look.colour or rgb("#efe5d3")
    b.blob(c, "-.19,.0! -.16,-.3 -.115,-.60! .115,-.60! .16,-.3 .19,.0!", side(walls, 1.05))
    bricks(c, rng, (-0.15, -0.28, 0.3, 0.28), walls, size=0.05, share=0.4)
    b.rectangle(c, (-0.21, -0.27), 0.42, 0.022, WOOD)
    b.blob(c, "0,-.74 .09,-.70 .15,-.59! 0,-.57", side(SNOW if look.snow else rgb("#8f4a36")), mirrored=True)
    door(c, (-0.045, -0.14), 0.09, 0.14, WOOD, arched=True)
    for x, y in ((-0.02, -0.42), (-0.07, -0.24), (0.04, -0.24)):
        window(c, (x, y), 0.045, 0.055, look)
    for k in range(4):
        with b.placed(c, (0, -0.63), turn=28 + 90 * k):
            b.rectangle(c, (0.03, -0.005), 0.31, 0.1, b.side(rgb("#f8f2e4"), 0.6), 0.94)
            grid = [((x, -0.005), (x, 0.095)) for x in np.linspace(0.03, 0.34, 8)] + [
                ((0.03, y), (0.34, y)) for y in (0.03, 0.065, 0.095)
            ]
            strokes(c, grid, rgb("#8a6848"), 0.005)
            b.line(c, (0, 0), (0.35, 0), rgb("#6b4a30"), 0.017)
    b.circle(c, (0, -0.63), 0.026, ball(rgb("#6b4a30")))


def _skyscraper(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    glass = look.colour or rgb("#5f86ad")
    for x, width, height in ((-0.16, 0.32, 0.78), (-0.12, 0.24, 0.89), (-0.07, 0.14, 0.955)):
        b.rectangle(c, (x, -height), width, height, side(glass, 1.1))
        b.rectangle(c, (x - 0.004, -height - 0.006), width + 0.008, 0.014, shade(glass, 1.35))
    b.line(c, (0, -0.95), (0, -1.0), shade(glass, 0.5), 0.008)
    dark, bright = skia.Path(), skia.Path()
    for row in range(38):
        y = -0.93 + row * 0.0245
        half = 0.065 if y < -0.87 else 0.112 if y < -0.76 else 0.152
        count = int(half * 2 / 0.028)
        for k in range(count):
            x = -half + k * 2 * half / count
            (bright if rng.random() < (0.55 if look.lit else 0.16) else dark).addRect(
                b.box(x + 0.003, y, 2 * half / count - 0.006, 0.015)
            )
    b.fill(c, dark, shade(glass, 0.55), 0.85)
    b.fill(c, bright, rgb("#ffdf94") if look.lit else shade(glass, 1.6), 0.95)
    b.polygon(c, "-.15,-.78 -.02,-.78 -.15,-.45", WHITE, 0.16)
    b.rectangle(c, (-0.045, -0.05), 0.09, 0.05, panes(look.lit, (-0.04, -0.05), 0.09, 0.05))


def _bridge(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """An arched stone bridge."""
    stone = look.colour or rgb("#a89c8c")
    deck = "-1.6,-.34 -1.1,-.52 -.5,-.74 .0,-.82 .5,-.74 1.1,-.52 1.6,-.34"
    path = skia.Path(b.outline(deck + " 1.6,.0! .98,.0! .90,-.22 .66,-.34 .46,-.22 .42,.0! .36,.0! .28,-.34 .0,-.50 -.28,-.34 -.36,.0! -.42,.0!"
                               " -.46,-.22 -.66,-.34 -.90,-.22 -.98,.0! -1.6,.0!"))  # fmt: skip
    b.fill(c, path, top(stone, 0.9))
    with b.clipped(c, path):
        bricks(c, rng, (-1.6, -0.85, 3.2, 0.85), stone, size=0.11, share=0.55)
    for arch in (
        "-.36,.0 -.28,-.34 .0,-.50 .28,-.34 .36,.0",
        "-.98,.0 -.90,-.22 -.66,-.34 -.46,-.22 -.42,.0",
        ".98,.0 .90,-.22 .66,-.34 .46,-.22 .42,.0",
    ):
        b.curve(c, arch, shade(stone, 0.66), 0.035)
    for k in range(15):
        x = -1.54 + k * 0.22
        y = -0.82 + 0.19 * x * x if abs(x) < 1.1 else -0.34 - 0.36 * (1.6 - abs(x))
        b.rectangle(c, (x - 0.03, y - 0.17), 0.06, 0.2, side(stone))
    rail = "-1.6,-.48 -1.1,-.66 -.5,-.88 .0,-.96 .5,-.88 1.1,-.66 1.6,-.48"
    b.curve(c, rail, SNOW if look.snow else shade(stone, 1.18), 0.055)
    b.curve(c, deck, shade(stone, 0.75), 0.035)


def _gate(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A paifang: a Chinese gateway with three roofs."""
    paint = look.colour or _VERMILION
    for x, tall in ((-0.72, 0.60), (0.72, 0.60), (-0.30, 0.74), (0.30, 0.74)):
        b.rectangle(c, (x - 0.07, -0.09), 0.14, 0.09, side(_STONE), round=0.015)
        column(c, x, -0.08, tall - 0.08, 0.066, paint)
    for x, wide, y in ((-0.51, 0.5, -0.52), (0.51, 0.5, -0.52), (0.0, 0.68, -0.66)):
        b.rectangle(c, (x - wide / 2, y), wide, 0.1, side(rgb("#2b6c78")), round=0.01)
        strokes(
            c,
            [
                ((x - wide * 0.4 + j * wide * 0.16, y + 0.05), (x - wide * 0.34 + j * wide * 0.16, y + 0.05))
                for j in range(6)
            ],
            GOLD,
            0.022,
        )
        b.rectangle(c, (x - wide / 2, y - 0.05), wide, 0.045, side(paint))
        curved_roof(c, x, y - 0.045, wide * 0.66, 0.13, _TILE, look)
    b.rectangle(c, (-0.15, -0.70), 0.3, 0.12, rgb("#1f3f63"), round=0.01)
    strokes(
        c,
        [((-0.09, -0.64), (-0.04, -0.64)), ((-0.01, -0.64), (0.03, -0.64)), ((0.06, -0.64), (0.1, -0.64))],
        GOLD,
        0.042,
    )
    if look.lit:
        for x in (-0.15, 0.15):
            b.ellipse(c, (x, -0.45), 0.05, 0.06, ball(rgb("#f0543a")))
            b.glow(c, (x, -0.45), 0.2, WARM, 0.6)


def _pavilion(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    paint = look.colour or _VERMILION
    b.rectangle(c, (-0.62, -0.07), 1.24, 0.07, side(rgb("#cfc6b8"), 0.6))
    b.rectangle(c, (-0.55, -0.11), 1.1, 0.045, side(rgb("#dcd4c6"), 0.6))
    for x, tone in ((-0.22, 0.7), (0.22, 0.7), (-0.46, 1.0), (0.46, 1.0)):
        column(c, x, -0.11, 0.42, 0.045, shade(paint, tone))
    for y in (-0.24, -0.16):
        b.line(c, (-0.46, y), (0.46, y), shade(paint, 0.9), 0.016)
    strokes(c, [((x, -0.24), (x, -0.13)) for x in np.linspace(-0.44, 0.44, 15)], shade(paint, 0.8), 0.009)
    b.rectangle(c, (-0.50, -0.56), 1.0, 0.06, side(rgb("#2f6f6a")))
    strokes(c, [((x, -0.53), (x + 0.04, -0.53)) for x in np.linspace(-0.46, 0.42, 9)], GOLD, 0.014)
    curved_roof(c, 0.0, -0.56, 0.76, 0.2, _TILE, look)
    cover = SNOW if look.snow else _TILE
    b.blob(c, "0,-.93 .05,-.90 .13,-.80 .34,-.735 0,-.73", side(cover, 1.1), mirrored=True)
    b.circle(c, (0, -0.945), 0.042, ball(GOLD))
    if look.lit:
        b.glow(c, (0, -0.36), 0.5, WARM, 0.45)


def _great_wall(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    stone = look.colour or rgb("#b3a489")
    wall = "-1.6,-.18 -1.1,-.30 -.6,-.26 -.25,-.38 .25,-.40 .7,-.30 1.15,-.42 1.6,-.34"
    shape = b.outline(wall + " 1.6,.0! -1.6,.0!")
    b.fill(c, shape, top(stone, 0.9))
    with b.clipped(c, shape):
        bricks(c, rng, (-1.6, -0.45, 3.2, 0.45), stone, size=0.09, share=0.6)
    measure = skia.PathMeasure(b.outline(wall, closed=False), False)
    teeth = skia.Path()
    for k in range(32):
        p = measure.getPosTan(measure.getLength() * (k + 0.3) / 32)[0]
        teeth.addRect(b.box(p.x(), p.y() - 0.07, 0.058, 0.085))
    b.fill(c, teeth, SNOW if look.snow else shade(stone, 1.1))
    for x, width, y, tall in ((0.0, 0.62, -0.36, 0.52), (1.18, 0.34, -0.40, 0.3), (-1.12, 0.32, -0.28, 0.3)):
        b.rectangle(c, (x - width / 2, y - tall), width, tall + 0.3, side(stone, 1.0))
        bricks(c, rng, (x - width / 2, y - tall, width, tall + 0.3), stone, size=0.075, share=0.5)
        _merlons(c, x - width * 0.54, y - tall, width * 1.08, 7, 0.07, shade(stone, 1.08), look)
        for k in range(3):
            at = x - width * 0.36 + width * 0.28 * k
            b.rectangle(
                c,
                (at, y - tall * 0.66),
                width * 0.14,
                tall * 0.3,
                WARM if look.lit else rgb("#3d352c"),
                round=width * 0.07,
            )


def _torii(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    paint = look.colour or rgb("#d9472b")
    for sign in b.both_sides(c):
        tone = shade(paint, 1.0 if sign < 0 else 0.85)
        b.polygon(c, ".44,.0 .36,.0 .33,-.82 .39,-.82", side(tone, 1.1))
        b.rectangle(c, (0.345, -0.08), 0.11, 0.08, rgb("#2b2523"), round=0.01)
    b.rectangle(c, (-0.50, -0.66), 1.0, 0.065, top(paint))
    b.rectangle(c, (-0.045, -0.82), 0.09, 0.18, side(shade(paint, 0.8)))
    b.blob(c, "0,-.86 .35,-.875 .58,-.93! .57,-.84! .35,-.805 0,-.795", top(paint), mirrored=True)
    b.blob(
        c, "0,-.915 .35,-.93 .63,-1! .61,-.925! .35,-.87 0,-.855", SNOW if look.snow else rgb("#2b2523"), mirrored=True
    )


def _ferris_wheel(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    frame = look.colour or rgb("#d5dbe6")
    centre, radius = (0.0, -0.54), 0.40
    for sign in (-1, 1):
        b.line(c, centre, (sign * 0.26, 0), shade(frame, 0.8 if sign < 0 else 0.6), 0.034)
    b.rectangle(c, (-0.34, -0.03), 0.68, 0.03, shade(frame, 0.6))
    turns = np.arange(12) * np.pi / 6 + 0.15
    rims = [(centre[0] + np.cos(a) * radius, centre[1] + np.sin(a) * radius) for a in turns]
    strokes(c, [(centre, p) for p in rims], shade(frame, 0.85), 0.008)
    zigzag = [
        ((centre[0] + (p[0] - centre[0]) * 0.84, centre[1] + (p[1] - centre[1]) * 0.84), q)
        for p, q in zip(rims, rims[1:] + rims[:1], strict=True)
    ]
    strokes(c, zigzag, shade(frame, 0.75), 0.006)
    b.circle(c, centre, radius, frame, width=0.02)
    b.circle(c, centre, radius * 0.84, shade(frame, 0.9), width=0.012)
    inks = ("#e5484d", "#f5a83a", "#f2d64a", "#58b368", "#4a90d9", "#a46bd0")
    for k, (x, y) in enumerate(rims):
        ink = rgb(inks[k % 6])
        b.line(c, (x, y), (x, y + 0.03), shade(frame, 0.6), 0.01)
        b.rectangle(c, (x - 0.042, y + 0.022), 0.084, 0.07, ball(ink, 0.9), round=0.024)
        b.rectangle(c, (x - 0.03, y + 0.035), 0.06, 0.026, WARM if look.lit else rgb("#d6ecf8"), round=0.008)
        if look.lit:
            b.glow(c, (x, y + 0.04), 0.09, ink, 0.6)
    b.circle(c, centre, 0.042, ball(rgb("#e8b93a")))


def _sprite(name: str, draw: Draw, height: float, width: float) -> Sprite:
    return Sprite(name=name, draw=draw, height=height, width=width, group="building",
                  attach={"top": (0.0, -0.95), "head": (0.0, -0.95), "seat": (0.0, -0.6), "hand": (0.3, -0.4)})  # fmt: skip


SPRITES = (
    _sprite("castle", _castle, 0.52, 1.12), _sprite("lighthouse", _lighthouse, 0.5, 0.6), _sprite("pagoda", _pagoda, 0.52, 0.8),
    _sprite("temple", _temple, 0.38, 2.05), _sprite("tower", _tower, 0.62, 0.6), _sprite("windmill", _windmill, 0.48, 0.8),
    _sprite("skyscraper", _skyscraper, 0.66, 0.4), _sprite("bridge", _bridge, 0.24, 3.25), _sprite("gate", _gate, 0.4, 1.75),
    _sprite("pavilion", _pavilion, 0.38, 1.55), _sprite("great_wall", _great_wall, 0.34, 3.25),
    _sprite("torii", _torii, 0.42, 1.3), _sprite("ferris_wheel", _ferris_wheel, 0.54, 0.95),
)  # fmt: skip
