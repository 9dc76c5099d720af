"""What the ancients left: pyramids, an arena, a ring of stones, heads on an island; and two colossi of the present."""

from itertools import pairwise

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import Colour, Point, linear, mix, rgb, shade, side, top
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.building_parts import (
    SNOW,
    building,
)
from easel.engines.painter.sprites.sprite import Look

_SAND = rgb("#d3ab6b")
_DARK = rgb("#3a332d")


# -------------------------------------------------------------------------------------------------------- pyramids
def _pyramid(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A pyramid in courses of stone, one side in the light and one in the shade."""
    stone = look.colour or _SAND
    apex, left, edge, right = (0.0, -1.0), (-0.8, -0.012), (0.34, 0.0), (0.8, -0.02)
    for corners, tone in (((left, apex, edge), 1.12), ((edge, apex, right), 0.56)):
        face = b.outline(corners, smooth=False)
        b.fill(c, face, linear((0, -1), (0, 0), (shade(stone, tone * 1.08), shade(stone, tone * 0.94))))
        with b.clipped(c, face):
            _courses(c, rng, corners, shade(stone, tone), look)
    b.polygon(c, [apex, (-0.105, -0.873), (0.0, -0.885), (0.044, -0.87)], shade(stone, 1.3), 0.8)
    b.line(c, apex, edge, shade(stone, 1.3), 0.006, 0.7)
    _sand(c, rng, stone, look)


def _sand(c: skia.Canvas, rng: np.random.Generator, stone: Colour, look: Look) -> None:
    """What the wind has heaped up against the foot, and stones that have fallen there."""
    drift = SNOW if look.snow else mix(stone, rgb("#d9a866"), 0.5)
    rubble = rng.uniform((-0.76, 0.3), (0.74, 1.0), (46, 2))
    for x, k in rubble.tolist():
        size, base = 0.014 * k, -0.006 - 0.02 * k
        block = [(x - size, base), (x - 0.6 * size, base - size), (x + 0.7 * size, base - 0.9 * size), (x + size, base)]
        b.polygon(c, block, shade(stone, 0.9 if x < 0.34 else 0.5))
    fade = linear(
        (0, -0.07), (0, 0.03), ((*drift, 0.0), (*shade(drift, 0.86), 0.85), (*shade(drift, 0.8), 0.0)), (0, 0.6, 1)
    )
    b.blob(c, "-.82,.0 -.7,-.03 -.4,-.05 -.1,-.03 .2,-.055 .45,-.03 .7,-.045 .82,.0 .5,.028 .0,.03 -.5,.028", fade)


def _courses(
    c: skia.Canvas, rng: np.random.Generator, corners: tuple[Point, Point, Point], stone: Colour, look: Look
) -> None:
    """Rows of blocks between the two lower corners and the apex, which is the second."""
    (x0, y0), (ax, ay), (x1, y1) = corners
    rows = 34
    dark, light, snow = skia.Path(), skia.Path(), skia.Path()
    for row in range(rows):
        t = row / rows
        u0, v0 = x0 + (ax - x0) * t, y0 + (ay - y0) * t
        u1, v1 = x1 + (ax - x1) * t, y1 + (ay - y1) * t
        dark.moveTo(u0, v0)
        dark.lineTo(u1, v1)
        snow.moveTo(u0, v0 - 0.006)
        snow.lineTo(u1, v1 - 0.006)
        for s in rng.uniform(0, 1, 3 + int(26 * (1 - t))).tolist():
            x, y = u0 + (u1 - u0) * s, v0 + (v1 - v0) * s
            if rng.random() < 0.5:
                dark.moveTo(x, y)
                dark.lineTo(x, y - 1 / rows)
            else:
                light.moveTo(x, y - 0.5 / rows)
                light.lineTo(x + 0.024, y - 0.5 / rows)
    b.fill(c, dark, shade(stone, 0.68), 0.75, width=0.005)
    b.fill(c, light, shade(stone, 1.25), 0.5, width=0.016)
    if look.snow:
        b.fill(c, snow, SNOW, 0.9, width=0.009)


# ------------------------------------------------------------------------------------------------------- Colosseum
_STOREY = 0.27


def _colosseum(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """The arena in Rome: storeys of arches round an oval, the outer wall broken off at the right."""
    stone = look.colour or rgb("#cfb38a")
    # The broken inner ring shows over the low part of the front.
    for storey in (0, 1, 2):
        _ring(c, stone, (0.2, 1.5), storey, 0.9, look)
    for storey in (0, 1, 2, 3):
        _ring(c, stone, (-1.56, 0.32 - 0.07 * max(0, storey - 1)), storey, 1.0, look)
    for storey in (0, 1):
        _ring(c, shade(stone, 0.96), (0.3, 1.56), storey, 1.0, look)
    torn = [_on_oval(turn, storey, 1.0) for turn, storey in ((0.24, 2), (0.17, 3), (0.16, 4), (0.25, 4), (0.47, 2))]
    b.polygon(c, torn, side(shade(stone, 0.82), 0.7))
    for k in range(18):
        turn = -1.4 + 2.8 * k / 17
        x, y = _on_oval(turn, 0, 1.0)
        b.rectangle(c, (x - 0.02, y - 0.012), 0.03 + 0.02 * float(rng.random()), 0.014, shade(stone, 0.8))


def _on_oval(turn: float, storey: float, size: float) -> Point:
    """The point of the front wall `turn` radians from its middle, at the foot of a storey."""
    return 0.95 * size * float(np.sin(turn)), 0.1 * float(np.cos(turn)) - 0.1 - _STOREY * 0.9 * storey * (
        0.82 + 0.18 * float(np.cos(turn))
    )


def _ring(c: skia.Canvas, stone: Colour, turns: tuple[float, float], storey: int, size: float, look: Look) -> None:
    """One storey of the outer wall between two turns: arches with half columns, or small windows in the highest."""
    line = np.linspace(*turns, 24)
    foot, head = [_on_oval(t, storey, size) for t in line], [_on_oval(t, storey + 1, size) for t in line]
    light = linear((-0.95, 0), (0.95, 0), tuple(shade(stone, k) for k in (0.92, 1.16, 0.95, 0.55)), (0, 0.28, 0.6, 1))
    b.polygon(c, [*foot, *head[::-1]], light)
    dark = skia.Path()
    count = max(1, int((turns[1] - turns[0]) / 0.125))
    edges = np.linspace(turns[0], turns[1], count + 1)
    for left, right in pairwise(edges):
        (x0, y0), (x1, _) = (
            _on_oval((left * 3 + right) / 4, storey, size),
            _on_oval((left + right * 3) / 4, storey, size),
        )
        tall = y0 - _on_oval(left, storey + 1, size)[1]
        if storey == 3:
            dark.addRect(b.box((x0 + x1) / 2 - 0.2 * (x1 - x0), y0 - 0.6 * tall, 0.4 * (x1 - x0), 0.24 * tall))
            continue
        shape = skia.Path()
        shape.addRoundRect(b.box(x0, y0 - 0.76 * tall, x1 - x0, 0.66 * tall), 0.5 * (x1 - x0), 0.5 * (x1 - x0))
        shape.addRect(b.box(x0, y0 - 0.4 * tall, x1 - x0, 0.36 * tall))
        dark.addPath(shape)
    dark.setFillType(skia.PathFillType.kWinding)
    b.fill(c, dark, rgb("#f0a850") if look.lit else shade(stone, 0.3))
    columns = [(_on_oval(t, storey + 0.05, size), _on_oval(t, storey + 0.88, size)) for t in edges]
    strokes(c, columns, shade(stone, 1.05), 0.012)
    for share, tone, thick in ((1.0, 1.16, 0.02), (0.93, 0.7, 0.008)):
        b.curve(c, [_on_oval(t, storey + share, size) for t in line[::3]] + [_on_oval(turns[1], storey + share, size)],
                SNOW if look.snow and share == 1.0 else shade(stone, tone), thick)  # fmt: skip


# ------------------------------------------------------------------------------------------------------ Stonehenge
#: Stones that stand (middle, foot, width, height) and lintels (left, right, height over the ground), far before near.
_FAR_STONES = ((-0.82, -0.14, 0.14, 0.4), (-0.5, -0.16, 0.14, 0.44), (-0.2, -0.17, 0.14, 0.43),
               (0.14, -0.17, 0.14, 0.44), (0.46, -0.16, 0.14, 0.42), (0.8, -0.14, 0.13, 0.38))  # fmt: skip
_FAR_LINTELS = ((-0.58, -0.12, -0.6), (0.06, 0.54, -0.6))
_GREAT_STONES = (
    (-0.6, -0.07, 0.2, 0.7),
    (-0.24, -0.07, 0.19, 0.72),
    (0.28, -0.07, 0.2, 0.74),
    (0.64, -0.06, 0.2, 0.71),
)
_GREAT_LINTELS = ((-0.74, -0.11, -0.76), (0.14, 0.78, -0.78))
_NEAR_STONES = ((-1.12, -0.02, 0.2, 0.5), (0.02, -0.01, 0.17, 0.34), (1.1, -0.02, 0.21, 0.46))


def _stonehenge(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """The ring of standing stones in Wiltshire, two and two under lintels, some fallen."""
    stone = look.colour or rgb("#a39f93")
    for stones, lintels, tone in (
        (_FAR_STONES, _FAR_LINTELS, 0.84), (_GREAT_STONES, _GREAT_LINTELS, 1.0), (_NEAR_STONES, (), 1.04),
    ):  # fmt: skip
        for x, foot, wide, tall in stones:
            _boulder(c, rng, (x - wide / 2, foot - tall, wide, tall), shade(stone, tone), look, upright=True)
        for left, right, y in lintels:
            _boulder(c, rng, (left, y - 0.12, right - left, 0.13), shade(stone, tone * 1.04), look, upright=False)
    for x, wide in ((-0.78, 0.34), (0.56, 0.3)):
        _boulder(c, rng, (x - wide / 2, -0.12, wide, 0.13), shade(stone, 0.96), look, upright=False)


def _boulder(
    c: skia.Canvas, rng: np.random.Generator, area: tuple[float, float, float, float], stone: Colour, look: Look,
    *, upright: bool,
) -> None:  # fmt: skip
    """A rough block (x, y, width, height), weathered, with lichen; snow lies on its top."""
    x, y, wide, tall = area
    bend = rng.uniform(-0.07, 0.07, 8) * min(wide, tall)
    lean = (0.06 * wide, 0.08 * wide) if upright else (0.0, 0.0)
    rim = [
        (x + lean[0] + bend[0], y + abs(bend[1])),
        (x + wide * 0.5, y + 0.4 * bend[2]),
        (x + wide - lean[1] + bend[3], y + abs(bend[4])),
        (x + wide + bend[5], y + tall * 0.55),
        (x + wide + 0.02, y + tall),
        (x + wide * 0.5, y + tall + 0.008),
        (x - 0.01, y + tall),
        (x + bend[6], y + tall * 0.5),
    ]
    shape = b.outline(rim)
    b.fill(c, shape, side(stone, 1.25))
    with b.clipped(c, shape):
        b.fill(c, shape, linear((0, y), (0, y + tall), ((1, 1, 1, 0.14), (1, 1, 1, 0), (0, 0, 0, 0.28)), (0, 0.3, 1)))
        spots = rng.uniform((x, y, 0.3), (x + wide, y + tall, 1.0), (26, 3))
        for k, (u, v, size) in enumerate(spots.tolist()):
            ink = (rgb("#6c6a60"), rgb("#c8c4b2"), rgb("#8f9464"))[k % 3]
            b.ellipse(c, (u, v), 0.02 * size, 0.012 * size, mix(stone, ink, 0.6), 0.55)
        cracks = [((u, v), (u + 0.01, v + 0.05 * size)) for u, v, size in spots[:7].tolist()]
        strokes(c, cracks, shade(stone, 0.55), 0.005, 0.7)
        if look.snow:
            b.rectangle(c, (x - 0.05, y - 0.05), wide + 0.1, 0.085, SNOW, round=0.03)


# ----------------------------------------------------------------------------------------------------------- moai
def _moai(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A head of Easter Island: a long face under a heavy brow, thin lips, long ears, arms along the body."""
    stone = look.colour or rgb("#8d877c")
    b.rectangle(c, (-0.27, -0.07), 0.54, 0.07, top(shade(stone, 0.82)), round=0.02)
    body = b.outline("-.24,-.05! -.245,-.3 -.2,-.42 -.12,-.46 .12,-.46 .2,-.42 .245,-.3 .24,-.05!")
    b.fill(c, body, side(shade(stone, 0.9), 1.2))
    for sign in (-1, 1):
        b.curve(c, [(sign * 0.17, -0.38), (sign * 0.165, -0.2), (sign * 0.06, -0.1)], shade(stone, 0.6), 0.012)
    for sign, tone in ((-1, 1.0), (1, 0.62)):
        b.blob(c, [(sign * 0.15, -0.78), (sign * 0.205, -0.76), (sign * 0.2, -0.52), (sign * 0.15, -0.5)],
               side(shade(stone, tone)))  # fmt: skip
    head = b.outline("-.11,-.975 -.145,-.88 -.165,-.8 -.155,-.6 -.135,-.45 -.09,-.385 .0,-.37 .09,-.385 "
                     ".135,-.45 .155,-.6 .165,-.8 .145,-.88 .11,-.975 .0,-1.0")  # fmt: skip
    b.fill(c, head, side(stone, 1.15))
    with b.clipped(c, head):
        _face(c, stone)
        pits = rng.uniform((-0.17, -1.0, 0.3), (0.17, -0.38, 1.0), (60, 3))
        for k, (x, y, size) in enumerate(pits.tolist()):
            b.ellipse(c, (x, y), 0.009 * size, 0.006 * size, shade(stone, 0.66 if k % 2 else 1.25), 0.5)
        if look.snow:
            b.blob(c, "-.2,-1.05 .2,-1.05 .17,-.955 .05,-.97 -.06,-.95 -.17,-.965", SNOW)
    if look.snow:
        b.blob(c, "-.24,-.4 -.15,-.47 -.1,-.44 -.16,-.4", SNOW)
        b.blob(c, ".24,-.4 .15,-.47 .1,-.44 .16,-.4", SNOW)


def _face(c: skia.Canvas, stone: Colour) -> None:
    """Brow, eye sockets in its shadow, the long nose, pressed lips and the chin."""
    for sign in (-1, 1):
        b.blob(c, [(sign * 0.025, -0.795), (sign * 0.135, -0.79), (sign * 0.13, -0.735), (sign * 0.08, -0.715),
                   (sign * 0.03, -0.735)], shade(stone, 0.38))  # fmt: skip
        b.blob(c, [(sign * 0.04, -0.715), (sign * 0.13, -0.73), (sign * 0.12, -0.6), (sign * 0.07, -0.57)],
               shade(stone, 1.12 if sign < 0 else 0.8), 0.6)  # fmt: skip
    brow = "-.17,-.8 -.13,-.845 -.05,-.84 .0,-.825 .05,-.84 .13,-.845 .17,-.8 .1,-.785 .03,-.765 -.03,-.765 -.1,-.785"
    b.blob(c, brow, top(shade(stone, 1.06), 1.2))
    b.polygon(c, ".012,-.78 .075,-.565 .02,-.55 .0,-.6", shade(stone, 0.5))
    b.polygon(c, "-.026,-.79 .02,-.79 .042,-.57 .0,-.548 -.058,-.57", side(shade(stone, 1.12), 1.1))
    for sign in (-1, 1):
        b.curve(c, [(sign * 0.02, -0.557), (sign * 0.042, -0.566), (sign * 0.05, -0.585)], shade(stone, 0.45), 0.008)
    b.blob(c, "-.085,-.49 .0,-.515 .085,-.49 .0,-.484", shade(stone, 1.15))
    b.blob(c, "-.085,-.488 .0,-.48 .085,-.488 .0,-.462", shade(stone, 0.72))
    b.curve(c, "-.09,-.488 .0,-.486 .09,-.488", shade(stone, 0.32), 0.009)
    b.curve(c, "-.05,-.44 .0,-.448 .05,-.44", shade(stone, 0.6), 0.007, 0.7)


SPRITES = (
    building("pyramid", _pyramid, 0.46, 1.6),
    building("colosseum", _colosseum, 0.4, 1.95),
    building("stonehenge", _stonehenge, 0.34, 2.5),
    building("moai", _moai, 0.42, 0.56),
)
