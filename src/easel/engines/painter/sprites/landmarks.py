"""Tall, old and famous buildings of the West: castle, lighthouse, the tower in Paris, windmill, bridge."""

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Colour, ball, linear, rgb, shade, side, top
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.building_parts import (
    SNOW,
    WARM,
    WOOD,
    bricks,
    building,
    door,
    panes,
    window,
)
from easel.engines.painter.sprites.sprite import Look

_STONE = rgb("#b9b0a6")
_VERMILION = rgb("#c0392b")
_TILE = rgb("#44555c")


def merlons(
    c: skia.Canvas, x: float, y: float, width: float, count: int, size: float, colour: Colour, look: Look
) -> None:
    """Battlements along the top of a wall; snow lies on them where the look asks for it."""
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
    merlons(c, -0.46, -0.355, 0.92, 14, 0.042, shade(walls, 1.02), look)
    b.rectangle(c, (-0.16, -0.44), 0.32, 0.44, side(shade(walls, 1.04), 0.9))
    bricks(c, rng, (-0.16, -0.44, 0.32, 0.44), walls, size=0.05, share=0.5)
    merlons(c, -0.17, -0.435, 0.34, 6, 0.042, walls, look)
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


def _eiffel_tower(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
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
    path = skia.Path(
        b.outline(
            deck
            + " 1.6,.0! .98,.0! .90,-.22 .66,-.34 .46,-.22 .42,.0! .36,.0! .28,-.34 .0,-.50 -.28,-.34 -.36,.0! -.42,.0!"
            " -.46,-.22 -.66,-.34 -.90,-.22 -.98,.0! -1.6,.0!"
        )
    )
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


def _viaduct(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A row of tall arches that carries a railway over a valley."""
    stone = look.colour or rgb("#a8977f")
    wall = skia.Path()
    wall.addRect(skia.Rect.MakeLTRB(-2.1, -0.96, 2.1, 0.0))
    arches = skia.Path()
    for k in range(7):
        x = -1.8 + 0.6 * k
        arches.moveTo(x - 0.2, 0.0)
        arches.lineTo(x - 0.2, -0.56)
        arches.arcTo(skia.Rect.MakeLTRB(x - 0.2, -0.78, x + 0.2, -0.34), 180, 180, False)
        arches.lineTo(x + 0.2, 0.0)
        arches.close()
    path = skia.Op(wall, arches, skia.PathOp.kDifference_PathOp)
    b.fill(c, path, top(stone, 0.9))
    with b.clipped(c, path):
        bricks(c, rng, (-2.1, -0.96, 4.2, 0.96), stone, size=0.085, share=0.5)
        for k in range(7):
            # The inner side of each arch, in shade.
            b.rectangle(c, (-1.6 + 0.6 * k, -0.6), 0.045, 0.6, shade(stone, 0.55))
    b.fill(c, arches, shade(stone, 0.62), width=0.026)
    for k in range(8):
        b.rectangle(c, (-2.13 + 0.6 * k, -0.62), 0.06, 0.035, side(shade(stone, 1.1)))
    b.rectangle(c, (-2.14, -0.9), 4.28, 0.04, shade(stone, 0.7))
    b.rectangle(c, (-2.14, -1.0), 4.28, 0.08, SNOW if look.snow else side(shade(stone, 1.12)))


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


SPRITES = (
    building("castle", _castle, 0.52, 1.12),
    building("lighthouse", _lighthouse, 0.5, 0.6),
    building("eiffel_tower", _eiffel_tower, 0.62, 0.6),
    building("windmill", _windmill, 0.48, 0.8),
    building("skyscraper", _skyscraper, 0.66, 0.4),
    building("bridge", _bridge, 0.24, 3.25),
    building("viaduct", _viaduct, 0.26, 4.25, top=(0.0, -0.99)),
    building("ferris_wheel", _ferris_wheel, 0.54, 0.95),
)
