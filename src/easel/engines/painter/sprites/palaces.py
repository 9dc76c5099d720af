"""Palaces and halls that everybody knows by their outline: Agra, Lhasa, Beijing."""

from itertools import pairwise

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import Colour, ball, linear, mix, rgb, shade, side, top
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.building_parts import (
    GOLD,
    SNOW,
    WARM,
    bricks,
    building,
    column,
    curved_roof,
    eaves,
)
from easel.engines.painter.sprites.sprite import Look

_MARBLE = rgb("#efe8de")
_VERMILION = rgb("#b5382a")
_GLAZED = rgb("#d9982c")
_DARK = rgb("#3d3a44")


def _frame(c: skia.Canvas, area: tuple[float, float, float, float], ink: Colour) -> None:
    """The edge of a panel (x, y, width, height)."""
    b.fill(c, skia.Path.Rect(b.box(*area)), ink, width=0.008)


# ------------------------------------------------------------------------------------------------------- Taj Mahal
def _niche(c: skia.Canvas, x: float, base: float, wide: float, tall: float, ink: b.Ink) -> None:
    """A pointed arch that stands at `base`."""
    half = wide / 2
    path = skia.Path()
    path.moveTo(x - half, base)
    path.lineTo(x - half, base - 0.62 * tall)
    path.quadTo(x - half, base - 0.84 * tall, x, base - tall)
    path.quadTo(x + half, base - 0.84 * tall, x + half, base - 0.62 * tall)
    path.lineTo(x + half, base)
    path.close()
    b.fill(c, path, ink)


def _onion(c: skia.Canvas, x: float, base: float, half: float, tall: float, marble: Colour, look: Look) -> None:
    """A dome that swells over its drum and ends in a golden finial; snow lies on its shoulders."""
    with b.placed(c, (x, base), scale=(half, tall)):
        b.rectangle(c, (-0.86, -0.16), 1.72, 0.2, side(shade(marble, 0.92), 1.1))
        dome = "-.84,-.14! -1.0,-.34 -.9,-.58 -.5,-.8 -.14,-.92 .0,-1.0!"
        outline = b.outline(dome, mirrored=True)
        light = b.radial((-0.38, -0.6), 1.25, (shade(marble, 1.22), marble, shade(marble, 0.6)), (0, 0.42, 1))
        b.fill(c, outline, light)
        with b.clipped(c, outline):
            if look.snow:
                b.blob(c, "-1,-.62 -.5,-.66 .0,-.58 .5,-.68 1,-.6 .6,-1.1 -.6,-1.1", SNOW)
            b.curve(c, "-1,-.2 .0,-.15 1,-.2", shade(marble, 0.74), 0.03)
        b.line(c, (0, -0.98), (0, -1.14), GOLD, 0.035)
        b.ellipse(c, (0, -1.04), 0.06, 0.035, GOLD)


def _minaret(c: skia.Canvas, x: float, base: float, tall: float, marble: Colour, look: Look) -> None:
    """A slender tower with three balconies and a small dome."""
    wide = 0.058 * tall / 0.76
    b.polygon(c, [(x - wide / 2, base), (x - wide * 0.36, base - 0.86 * tall), (x + wide * 0.36, base - 0.86 * tall),
                  (x + wide / 2, base)], side(marble, 1.25))  # fmt: skip
    for k in (0.3, 0.58, 0.86):
        b.rectangle(c, (x - wide * 0.72, base - k * tall - 0.012), wide * 1.44, 0.016, side(shade(marble, 0.95), 1.2))
        b.line(c, (x - wide * 0.5, base - k * tall + 0.01), (x + wide * 0.5, base - k * tall + 0.01),
               shade(marble, 0.6), 0.006)  # fmt: skip
    strokes(c, [((x + k * wide, base - 0.87 * tall), (x + k * wide, base - 0.94 * tall)) for k in (-0.32, 0, 0.32)],
            shade(marble, 0.86), 0.008)  # fmt: skip
    _onion(c, x, base - 0.925 * tall, wide * 0.55, 0.07 * tall, marble, look)


def _taj_mahal(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """The white tomb at Agra on its terrace, between four minarets."""
    marble = look.colour or _MARBLE
    shadow = WARM if look.lit else shade(marble, 0.5)
    for x in (-0.62, 0.62):
        _minaret(c, x, -0.1, 0.64, shade(marble, 0.93), look)
    for x in (-0.2, 0.2):
        _kiosk(c, x, -0.585, 0.085, 0.15, marble, look)
    b.rectangle(c, (-0.16, -0.66), 0.32, 0.1, side(shade(marble, 0.94), 1.2))
    _onion(c, 0.0, -0.62, 0.195, 0.34, marble, look)
    for sign in (-1, 1):
        wall = shade(marble, 1.02 if sign < 0 else 0.8)
        b.polygon(c, [(sign * 0.3, -0.1), (sign * 0.3, -0.56), (sign * 0.42, -0.54), (sign * 0.42, -0.1)],
                  shade(wall, 0.88))  # fmt: skip
        for y in (-0.1, -0.325):
            _niche(c, sign * 0.36, y, 0.07, 0.18, shade(shadow, 0.95))
    _tomb_front(c, marble, shadow)
    if look.snow:
        b.rectangle(c, (-0.31, -0.578), 0.62, 0.02, SNOW, round=0.01)
    _tomb_terrace(c, marble, look)
    for x in (-0.84, 0.84):
        _minaret(c, x, -0.08, 0.76, marble, look)
    if look.lit:
        b.glow(c, (0, -0.4), 0.55, WARM, 0.3)


def _tomb_front(c: skia.Canvas, marble: Colour, shadow: Colour) -> None:
    """The great arch in its panel, and two storeys of niches at each side."""
    b.rectangle(c, (-0.31, -0.57), 0.62, 0.47, side(marble, 0.7))
    for x in (-0.225, 0.225):
        for y in (-0.1, -0.325):
            _frame(c, (x - 0.064, y - 0.215, 0.128, 0.21), shade(marble, 0.84))
            _niche(c, x, y, 0.1, 0.19, linear((0, y - 0.19), (0, y), (shade(shadow, 0.8), shade(shadow, 1.15))))
    b.rectangle(c, (-0.145, -0.615), 0.29, 0.515, side(shade(marble, 1.05), 0.7))
    _frame(c, (-0.122, -0.59, 0.244, 0.49), rgb("#a8978e"))
    _niche(c, 0.0, -0.1, 0.2, 0.44, linear((0, -0.54), (0, -0.1), (shade(shadow, 0.72), shade(shadow, 1.2))))
    _niche(c, 0.0, -0.1, 0.1, 0.2, WARM if shadow == WARM else _DARK)
    for x in (-0.145, 0.145, -0.31, 0.31):
        b.line(c, (x, -0.1), (x, -0.635), shade(marble, 0.9), 0.012)
        b.circle(c, (x, -0.645), 0.013, ball(marble))


def _kiosk(c: skia.Canvas, x: float, base: float, half: float, tall: float, marble: Colour, look: Look) -> None:
    """An open pavilion on the roof, under a dome of its own."""
    strokes(c, [((x + k * half, base + 0.02), (x + k * half, base - 0.42 * tall)) for k in (-0.8, -0.3, 0.3, 0.8)],
            shade(marble, 0.85), 0.014)  # fmt: skip
    b.rectangle(c, (x - 1.1 * half, base - 0.46 * tall), 2.2 * half, 0.014, side(marble))
    _onion(c, x, base - 0.44 * tall, half * 0.9, 0.55 * tall, marble, look)


def _tomb_terrace(c: skia.Canvas, marble: Colour, look: Look) -> None:
    b.rectangle(c, (-0.93, -0.105), 1.86, 0.105, top(shade(marble, 0.94), 0.7))
    for k in range(26):
        x = -0.9 + 1.8 * (k + 0.5) / 26
        if abs(x) > 0.1:
            _niche(c, x, -0.008, 0.045, 0.066, shade(marble, 0.68))
    b.rectangle(c, (-0.94, -0.115), 1.88, 0.018, SNOW if look.snow else shade(marble, 1.1))
    steps = [((-0.09, y), (0.09, y)) for y in np.linspace(-0.09, -0.01, 6)]
    strokes(c, steps, shade(marble, 0.66), 0.005)


# ---------------------------------------------------------------------------------------------------------- Potala
def _storeys(
    c: skia.Canvas, area: tuple[float, float, float, float], wall: Colour, rows: int, columns: int, look: Look
) -> None:
    """A wall of Lhasa, wider below than above, with rows of windows in dark trapezoid frames."""
    x, y, wide, tall = area
    lean = 0.06 * tall
    corners = [(x - lean, y + tall), (x, y), (x + wide, y), (x + wide + lean, y + tall)]
    b.polygon(c, corners, side(wall, 0.75))
    frames, glass = skia.Path(), skia.Path()
    high, step = tall / rows, wide / columns
    for row in range(rows):
        for k in range(columns):
            at, level = x + (k + 0.5) * step, y + (row + 0.5) * high
            half = min(0.3 * step, 0.34 * high)
            frames.addPoly([skia.Point(at - half, level - half), skia.Point(at + half, level - half),
                            skia.Point(at + 1.25 * half, level + half), skia.Point(at - 1.25 * half, level + half)],
                           True)  # fmt: skip
            glass.addRect(b.box(at - 0.55 * half, level - 0.5 * half, 1.1 * half, 1.3 * half))
    b.fill(c, frames, rgb("#3a2622"))
    b.fill(c, glass, WARM if look.lit else rgb("#7d8896"))
    b.rectangle(c, (x - 0.012, y - 0.022), wide + 0.024, 0.03, side(rgb("#7a2c24")))
    b.rectangle(c, (x - 0.016, y - 0.03), wide + 0.032, 0.012, SNOW if look.snow else shade(wall, 1.15))


def _potala(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """The palace over Lhasa: white wings on a hill, the red hall in their middle, gilded roofs, stairs in zigzag."""
    white, red = look.colour or rgb("#f0ebe2"), rgb("#8c2f27")
    hill = SNOW if look.snow else rgb("#8a7c62")
    b.blob(c, "-1.1,.0! -1.05,-.14 -.95,-.27 -.5,-.34 .4,-.36 .93,-.28 1.03,-.14 1.1,.0!", top(hill, 0.9))
    rocks = rng.uniform((-0.9, -0.26, 0.02), (0.9, -0.02, 0.05), (26, 3))
    for x, y, size in rocks.tolist():
        if y > -0.24 + 0.1 * abs(x):
            rim = [(x - size, y), (x - 0.4 * size, y - 0.5 * size), (x + 0.6 * size, y - 0.4 * size), (x + size, y)]
            b.blob(c, rim, side(shade(hill, 0.92), 0.8))
    _storeys(c, (-0.9, -0.5, 0.34, 0.26), shade(white, 0.97), 3, 5, look)
    _storeys(c, (0.5, -0.5, 0.4, 0.24), shade(white, 0.9), 3, 6, look)
    _storeys(c, (-0.66, -0.64, 0.36, 0.44), white, 6, 6, look)
    _storeys(c, (0.26, -0.62, 0.34, 0.4), shade(white, 0.95), 5, 6, look)
    _storeys(c, (-0.4, -0.5, 0.78, 0.34), white, 4, 12, look)
    _storeys(c, (-0.28, -0.85, 0.56, 0.42), red, 6, 9, look)
    for x, half in ((-0.16, 0.11), (0.14, 0.13), (-0.02, 0.09)):
        b.rectangle(c, (x - 0.6 * half, -0.9), 1.2 * half, 0.045, side(rgb("#a8432f")))
        curved_roof(c, x, -0.895, half, 0.07, rgb("#e0a92f"), look)
        b.line(c, (x, -0.965), (x, -1.0), GOLD, 0.011)
    _zigzag(c, white)
    if look.lit:
        b.glow(c, (0, -0.55), 0.7, WARM, 0.3)


def _zigzag(c: skia.Canvas, white: Colour) -> None:
    """The stairs up the hill, each flight behind a white wall of its own, and the wall at its foot."""
    wall = shade(white, 0.93)
    for x0, y0, x1, y1 in ((0.1, -0.235, -0.34, -0.155), (0.0, -0.205, 0.5, -0.13), (0.44, -0.145, -0.16, -0.05)):
        flight = [(x0, y0), (x1, y1), (x1, y1 + 0.045), (x0, y0 + 0.045)]
        b.polygon(c, flight, side(wall, 0.6))
        treads = [((x0 + (x1 - x0) * t, y0 + (y1 - y0) * t), (x0 + (x1 - x0) * t, y0 + (y1 - y0) * t - 0.018))
                  for t in np.linspace(0.04, 0.96, 22)]  # fmt: skip
        strokes(c, treads, shade(wall, 0.72), 0.007)
        b.line(c, (x0, y0), (x1, y1), rgb("#7a2c24"), 0.008)
    b.rectangle(c, (-0.8, -0.055), 1.6, 0.055, side(wall, 0.6))
    b.rectangle(c, (-0.81, -0.064), 1.62, 0.014, rgb("#7a2c24"))


# ---------------------------------------------------------------------------------------------------------- Beijing
def _gate_tower(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """The gate before the palace in Beijing: a red wall with five arches, and on it a hall with two golden roofs."""
    paint = look.colour or _VERMILION
    # As of all gates, little else than the roofs is to be seen.
    tiles = _GLAZED if look.colour is None else mix(_GLAZED, look.colour, 0.6)
    b.polygon(c, "-1.14,.0 -1.1,-.36 1.1,-.36 1.14,.0", side(paint, 0.6))
    bricks(c, rng, (-1.08, -0.33, 2.16, 0.24), paint, size=0.06, share=0.12)
    b.rectangle(c, (-1.15, -0.07), 2.3, 0.07, side(_MARBLE, 0.6))
    for x, wide, tall in (
        (0.0, 0.2, 0.25),
        (-0.36, 0.15, 0.2),
        (0.36, 0.15, 0.2),
        (-0.68, 0.12, 0.17),
        (0.68, 0.12, 0.17),
    ):
        _gateway(c, x, wide, tall, look)
    _balustrade(c, look)
    b.rectangle(c, (-0.84, -0.58), 1.68, 0.19, side(shade(paint, 0.62)))
    screens = [((x, -0.565), (x, -0.41)) for x in np.linspace(-0.8, 0.8, 60)]
    strokes(c, screens, WARM if look.lit else rgb("#c98f3a"), 0.006, 0.9)
    for x in np.linspace(-0.86, 0.86, 10):
        column(c, float(x), -0.39, 0.2, 0.036, paint)
    for x in (-0.58, -0.2, 0.2, 0.58):
        b.ellipse(c, (x, -0.505), 0.044, 0.038, ball(rgb("#ff5a38") if look.lit else rgb("#d8382c")))
        if look.lit:
            b.glow(c, (x, -0.5), 0.15, WARM, 0.6)
    eaves(c, -0.61, 0.92, tall=0.036)
    curved_roof(c, 0.0, -0.61, 1.12, 0.12, tiles, look)
    b.rectangle(c, (-0.66, -0.755), 1.32, 0.06, side(shade(paint, 0.8)))
    eaves(c, -0.77, 0.72, tall=0.036)
    curved_roof(c, 0.0, -0.775, 0.93, 0.185, tiles, look)
    for sign in (-1, 1):
        b.curve(c, [(sign * 0.4, -0.96), (sign * 0.405, -0.985), (sign * 0.385, -1.0)], shade(_GLAZED, 0.8), 0.025)
    if look.lit:
        b.glow(c, (0, -0.48), 0.8, WARM, 0.35)


def _gateway(c: skia.Canvas, x: float, wide: float, tall: float, look: Look) -> None:
    """A tunnel through the wall with red gates at its end, edged in marble."""
    shape = skia.Path()
    shape.addRoundRect(b.box(x - wide / 2, -tall, wide, tall + wide), wide / 2, wide / 2)
    with b.clipped(c, skia.Path.Rect(b.box(x - wide, -1, 2 * wide, 1))):
        b.fill(c, shape, shade(_MARBLE, 0.86), width=0.022)
        dark = rgb("#8a5a2c") if look.lit else rgb("#4a1c16")
        b.fill(c, shape, linear((0, -tall), (0, 0), (shade(dark, 0.45), dark)))


def _balustrade(c: skia.Canvas, look: Look) -> None:
    b.rectangle(c, (-1.12, -0.385), 2.24, 0.026, side(rgb("#d2a23c")))
    b.rectangle(c, (-1.1, -0.43), 2.2, 0.045, side(shade(_MARBLE, 0.95), 0.5))
    posts = [((x, -0.388), (x, -0.445)) for x in np.linspace(-1.08, 1.08, 33)]
    strokes(c, posts, shade(_MARBLE, 1.05), 0.016)
    strokes(c, [((a[0] + 0.03, -0.41), (a[0] + 0.04, -0.41)) for a, _ in posts[:-1]], shade(_MARBLE, 0.66), 0.018)
    if look.snow:
        b.rectangle(c, (-1.1, -0.444), 2.2, 0.014, SNOW)


def _temple_of_heaven(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """The round hall for good harvests: three blue roofs, one above the other, on three terraces of marble."""
    paint, tiles = _VERMILION, look.colour or rgb("#2c5488")
    for half, y in ((0.66, 0.0), (0.57, -0.085), (0.48, -0.17)):
        b.rectangle(c, (-half, y - 0.075), 2 * half, 0.075, side(shade(_MARBLE, 0.96), 1.0))
        rail = [((x, y - 0.07), (x, y - 0.115)) for x in half * np.sin(np.linspace(-1.5, 1.5, 25))]
        b.rectangle(c, (-half, y - 0.1), 2 * half, 0.03, side(shade(_MARBLE, 0.88), 1.0), 0.95)
        strokes(c, rail, _MARBLE, 0.012)
        b.line(c, (-half, y - 0.072), (half, y - 0.072), shade(_MARBLE, 0.66), 0.006)
        if look.snow:
            b.rectangle(c, (-half, y - 0.112), 2 * half, 0.014, SNOW)
    b.polygon(c, "-.075,-.25 .075,-.25 .13,.0 -.13,.0", linear((0, -0.25), (0, 0), (shade(_MARBLE, 1.06), _MARBLE)))
    treads = [((-0.075 - 0.055 * t, -0.25 + 0.25 * t), (0.075 + 0.055 * t, -0.25 + 0.25 * t))
              for t in np.linspace(0.05, 0.95, 13)]  # fmt: skip
    strokes(c, treads, shade(_MARBLE, 0.7), 0.006)
    for base, half, drum, reach, roof in (
        (-0.25, 0.31, 0.15, 0.43, 0.13),
        (-0.5, 0.24, 0.07, 0.35, 0.12),
        (-0.67, 0.175, 0.065, 0.28, 0.22),
    ):
        _round_storey(c, base, half, drum, paint, look)
        _round_roof(c, base - drum + 0.005, reach, half if roof > 0.2 else half * 0.78, roof, tiles, look)
    b.circle(c, (0, -0.962), 0.032, ball(GOLD))
    b.rectangle(c, (-0.03, -0.94), 0.06, 0.025, side(GOLD))
    b.polygon(c, "-.012,-.98 .0,-1.0 .012,-.98", GOLD)
    b.rectangle(c, (-0.028, -0.735), 0.056, 0.06, side(rgb("#1f3f7a")))
    _frame(c, (-0.028, -0.735, 0.056, 0.06), GOLD)
    if look.lit:
        b.glow(c, (0, -0.45), 0.5, WARM, 0.35)


def _round_storey(c: skia.Canvas, base: float, half: float, tall: float, paint: Colour, look: Look) -> None:
    """A round wall of red columns and lattice; the columns draw together towards its edges."""
    b.rectangle(c, (-half, base - tall), 2 * half, tall, side(shade(paint, 0.7), 1.3))
    at = half * np.sin(np.linspace(-1.45, 1.45, 13))
    ink = WARM if look.lit else rgb("#c98f3a")
    for left, right in pairwise(at):
        wide = (right - left) * 0.56
        b.rectangle(c, ((left + right - wide) / 2, base - 0.82 * tall), wide, 0.66 * tall, shade(ink, 0.9))
    strokes(
        c, [((-half, base - k * tall), (half, base - k * tall)) for k in (0.28, 0.5, 0.7)], shade(paint, 0.6), 0.006
    )
    strokes(c, [((x, base), (x, base - tall)) for x in at], paint, 0.014)
    b.rectangle(c, (-half - 0.01, base - tall - 0.012), 2 * half + 0.02, 0.03, side(rgb("#2a6f66"), 1.2))
    strokes(c, [((x, base - tall), (x + 0.014, base - tall)) for x in at], GOLD, 0.012)


def _round_roof(c: skia.Canvas, y: float, reach: float, neck: float, tall: float, tiles: Colour, look: Look) -> None:
    """A cone that flares to its eaves, glazed, its ribs running together above."""
    cover = SNOW if look.snow else tiles
    tip = 0.03 if tall > 0.2 else neck
    with b.placed(c, (0, y)):
        edge = skia.Path()
        edge.moveTo(-tip, -tall)
        edge.quadTo(-0.42 * reach - 0.3 * tip, -0.3 * tall, -reach, 0)
        edge.quadTo(0, 0.05, reach, 0)
        edge.quadTo(0.42 * reach + 0.3 * tip, -0.3 * tall, tip, -tall)
        edge.close()
        light = linear(
            (-reach, 0), (reach, 0), (shade(cover, 1.25), shade(cover, 1.12), shade(cover, 0.5)), (0, 0.35, 1)
        )
        b.fill(c, edge, light)
        with b.clipped(c, edge):
            turns = np.sin(np.linspace(-1.5, 1.5, 33))
            ribs = [((tip * k, -tall), ((0.42 * reach + 0.3 * tip) * k, -0.3 * tall), (reach * k, 0.03)) for k in turns]
            strokes(c, ribs, shade(cover, 0.66), 0.005, 0.35 if look.snow else 0.8)
        b.curve(c, [(-reach, 0), (0, 0.026), (reach, 0)], shade(tiles, 0.55), 0.014)
        b.curve(c, [(-reach, -0.006), (0, 0.016), (reach, -0.006)], SNOW if look.snow else GOLD, 0.007)


SPRITES = (
    building("taj_mahal", _taj_mahal, 0.46, 1.9),
    building("potala", _potala, 0.44, 2.2),
    building("gate_tower", _gate_tower, 0.4, 2.3),
    building("temple_of_heaven", _temple_of_heaven, 0.48, 1.34),
)
