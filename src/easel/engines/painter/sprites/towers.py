"""Towers that stand alone: a keep of stone, a clock tower, one that leans, one with spheres for television."""

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import Colour, ball, linear, rgb, shade, side
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.building_parts import (
    GOLD,
    SNOW,
    WARM,
    bricks,
    building,
    door,
    panes,
)
from easel.engines.painter.sprites.landmarks import merlons
from easel.engines.painter.sprites.sprite import Look

_STONE = rgb("#b3a795")
_DARK = rgb("#37343a")


def _slit(c: skia.Canvas, x: float, y: float, look: Look) -> None:
    """A narrow window of a keep, round above."""
    b.rectangle(c, (x - 0.022, y - 0.008), 0.044, 0.094, rgb("#8b8070"), round=0.022)
    b.rectangle(c, (x - 0.013, y), 0.026, 0.08, WARM if look.lit else _DARK, round=0.013)
    if look.lit:
        b.glow(c, (x, y + 0.04), 0.09, WARM, 0.5)


def _tower(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A round tower of a castle, its crown on corbels, a pointed roof set back behind the battlements."""
    walls = look.colour or _STONE
    cover = SNOW if look.snow else rgb(look.traits.get("roof_colour", "#7d4a3a"))
    b.polygon(c, "-.125,-.80 .0,-1.0 .125,-.80", linear(
        (-0.12, 0), (0.12, 0), (shade(cover, 1.3), cover, shade(cover, 0.5)), (0, 0.4, 1)))  # fmt: skip
    shaft = b.outline("-.2,.0! -.165,-.09! -.15,-.5! -.145,-.7! .145,-.7! .15,-.5! .165,-.09! .2,.0!", smooth=False)
    b.fill(c, shaft, side(walls, 1.2))
    with b.clipped(c, shaft):
        bricks(c, rng, (-0.2, -0.7, 0.4, 0.7), walls, size=0.052, share=0.6)
        b.rectangle(c, (-0.2, -0.095), 0.4, 0.018, side(shade(walls, 1.15)))
    b.polygon(c, "-.145,-.66 -.185,-.72 .185,-.72 .145,-.66", side(shade(walls, 0.72), 1.1))
    strokes(c, [((x * 0.8, -0.665), (x, -0.715)) for x in np.linspace(-0.17, 0.17, 11)], shade(walls, 1.05), 0.016)
    b.rectangle(c, (-0.19, -0.80), 0.38, 0.085, side(walls, 1.2))
    bricks(c, rng, (-0.19, -0.80, 0.38, 0.085), walls, size=0.045, share=0.5)
    merlons(c, -0.195, -0.795, 0.39, 7, 0.04, shade(walls, 1.04), look)
    door(c, (-0.042, -0.14), 0.084, 0.14, rgb("#4a3020"), arched=True)
    for x, y in ((0.0, -0.6), (-0.07, -0.42), (0.06, -0.3)):
        _slit(c, x, y, look)


_LIMESTONE = rgb("#c9ab72")


def _clock_tower(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """The tower over the Thames: ribbed limestone, four dials in gold, a steep roof of iron."""
    walls = look.colour or _LIMESTONE
    b.rectangle(c, (-0.112, -0.56), 0.224, 0.56, side(walls, 1.05))
    b.rectangle(c, (-0.128, -0.05), 0.256, 0.05, side(shade(walls, 0.9), 1.05))
    bays = [((x, -0.525), (x, -0.06)) for x in (-0.04, 0.04)]
    strokes(c, bays, shade(walls, 1.25), 0.012)
    lancets = [((x, y), (x, y + 0.055)) for x in (-0.066, -0.013, 0.013, 0.066) for y in np.arange(-0.51, -0.1, 0.085)]
    strokes(c, lancets, WARM if look.lit else shade(walls, 0.42), 0.011)
    levels = [((-0.11, y), (0.11, y)) for y in np.arange(-0.525, -0.05, 0.085)]
    strokes(c, levels, shade(walls, 0.72), 0.009)
    for sign in (-1, 1):
        b.rectangle(c, (sign * 0.107 - 0.015, -0.56), 0.03, 0.56, side(shade(walls, 1.02 if sign < 0 else 0.74)))
    with b.placed(c, (0, 0.055)):
        b.polygon(c, "-.112,-.60 -.135,-.63 .135,-.63 .112,-.60", side(shade(walls, 0.8)))
        b.rectangle(c, (-0.13, -0.765), 0.26, 0.137, side(walls, 1.05))
        _dial(c, walls, look)
        b.rectangle(c, (-0.142, -0.785), 0.284, 0.024, side(shade(walls, 1.1)))
        b.rectangle(c, (-0.112, -0.83), 0.224, 0.05, side(shade(walls, 0.9)))
        strokes(c, [((x, -0.822), (x, -0.79)) for x in np.linspace(-0.088, 0.088, 8)],
                WARM if look.lit else _DARK, 0.013)  # fmt: skip
    _iron_roof(c, look)


def _dial(c: skia.Canvas, walls: Colour, look: Look) -> None:
    """The clock: a white face in a square of gold, at ten past ten."""
    b.rectangle(c, (-0.073, -0.768), 0.146, 0.14, side(shade(GOLD, 0.85)))
    b.rectangle(c, (-0.066, -0.761), 0.132, 0.126, side(shade(walls, 0.8)))
    if look.lit:
        b.glow(c, (0, -0.697), 0.2, WARM, 0.7)
    b.circle(c, (0, -0.697), 0.061, _DARK)
    b.circle(c, (0, -0.697), 0.055, rgb("#fff4cf") if look.lit else rgb("#f4f0e4"))
    turns = np.arange(12) * np.pi / 6
    marks = [((0.05 * np.cos(a), -0.697 + 0.05 * np.sin(a)), (0.042 * np.cos(a), -0.697 + 0.042 * np.sin(a)))
             for a in turns]  # fmt: skip
    strokes(c, marks, _DARK, 0.005)
    strokes(c, [((0, -0.697), (-0.026, -0.713)), ((0, -0.697), (0.036, -0.72))], rgb("#1d2438"), 0.007)


def _iron_roof(c: skia.Canvas, look: Look) -> None:
    """Two slopes with dormers, a lantern of gold between them, and the spire."""
    cover = SNOW if look.snow else rgb("#4d5560")
    b.polygon(c, "-.125,-.772 -.06,-.872 .06,-.872 .125,-.772", side(cover, 1.1))
    strokes(c, [((x, -0.777), (x * 0.48, -0.866)) for x in np.linspace(-0.11, 0.11, 9)], shade(cover, 0.7), 0.004)
    for x, y in ((-0.068, -0.79), (0.0, -0.79), (0.068, -0.79), (-0.035, -0.828), (0.035, -0.828)):
        b.polygon(c, [(x - 0.014, y), (x, y - 0.026), (x + 0.014, y)], GOLD)
    b.rectangle(c, (-0.054, -0.902), 0.108, 0.032, side(GOLD))
    strokes(c, [((x, -0.896), (x, -0.878)) for x in np.linspace(-0.04, 0.04, 6)], WARM if look.lit else _DARK, 0.01)
    b.polygon(c, "-.062,-.90 .0,-.99 .062,-.90", side(cover, 1.1))
    b.line(c, (0, -0.98), (0, -1.0), GOLD, 0.007)
    for sign in (-1, 1):
        b.polygon(c, [(sign * 0.14, -0.73), (sign * 0.127, -0.81), (sign * 0.112, -0.73)], side(shade(cover, 0.9)))


def _leaning_tower(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """The bell tower of Pisa: eight round storeys of marble arcades, out of the plumb."""
    marble = look.colour or rgb("#e9e2d3")
    b.ellipse(c, (0.0, -0.012), 0.23, 0.03, shade(marble, 0.62))
    with b.placed(c, (0, -0.01), turn=4.2):
        b.rectangle(c, (-0.168, -0.165), 0.336, 0.175, side(marble, 1.25))
        for k in range(7):
            _arch(c, -0.165 + 0.33 * (k + 0.5) / 7, -0.01, 0.13, 0.04, shade(marble, 0.8))
        door(c, (-0.024, -0.085), 0.048, 0.085, rgb("#5a3a24"), arched=True)
        for k in range(6):
            _gallery(c, -0.165 - 0.112 * k, 0.174 - 0.0015 * k, marble, look)
        b.rectangle(c, (-0.178, -0.855), 0.356, 0.022, side(shade(marble, 1.05)))
        b.rectangle(c, (-0.128, -0.95), 0.256, 0.1, side(shade(marble, 0.98), 1.25))
        for x in (-0.085, 0.0, 0.085):
            _arch(c, x, -0.855, 0.075, 0.042, WARM if look.lit else _DARK)
            if not look.lit:
                b.blob(c, [(x - 0.013, -0.868), (x - 0.008, -0.893), (x + 0.008, -0.893), (x + 0.013, -0.868)], GOLD)
        b.rectangle(c, (-0.136, -0.968), 0.272, 0.02, side(SNOW if look.snow else shade(marble, 1.08)))
        b.line(c, (0.02, -0.965), (0.02, -1.0), rgb("#5a5048"), 0.005)


def _arch(c: skia.Canvas, x: float, base: float, tall: float, wide: float, ink: b.Ink) -> None:
    """An opening, round above, that stands at `base`."""
    shape = skia.Path()
    shape.addRoundRect(b.box(x - wide / 2, base - tall, wide, tall + wide), wide / 2, wide / 2)
    with b.clipped(c, skia.Path.Rect(b.box(x - wide, base - 2 * tall, 2 * wide, 2 * tall))):
        b.fill(c, shape, ink)


def _gallery(c: skia.Canvas, base: float, half: float, marble: Colour, look: Look) -> None:
    """One storey of columns around the wall; they draw together towards the edges of the round."""
    wall = linear((-half, 0), (half, 0), tuple(shade(marble, k) for k in (0.7, 0.62, 0.36)), (0, 0.4, 1))
    if look.lit:
        wall = linear((-half, 0), (half, 0), (rgb("#c9853c"), rgb("#ffcf80"), rgb("#9a5c2a")), (0, 0.45, 1))
    b.rectangle(c, (-half + 0.006, base - 0.112), 2 * half - 0.012, 0.112, wall)
    turns = np.linspace(-0.46 * np.pi, 0.46 * np.pi, 14)
    for left, right in zip(np.sin(turns)[:-1] * half, np.sin(turns)[1:] * half, strict=True):
        middle, wide = (left + right) / 2, right - left
        tone = shade(marble, float(np.interp(middle / half, (-1, -0.2, 1), (1.15, 1.08, 0.66))))
        b.curve(c, [(left, base - 0.062), (middle, base - 0.062 - 0.62 * wide), (right, base - 0.062)], tone, 0.009)
        b.line(c, (left, base - 0.008), (left, base - 0.062), tone, 0.007)
    b.line(c, (half * 0.992, base - 0.008), (half * 0.992, base - 0.062), shade(marble, 0.62), 0.007)
    b.rectangle(c, (-half - 0.008, base - 0.014), 2 * half + 0.016, 0.018, side(SNOW if look.snow else marble, 1.3))


def _pearl_tower(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """Shanghai's television tower: three shafts on slanting legs, and spheres threaded on them."""
    ink, concrete = look.colour or rgb("#b8415f"), rgb("#c3c6cc")
    for x, tone in ((-0.165, 1.05), (0.165, 0.72), (0.03, 0.9)):
        b.limb(c, [(x, 0.0), (x * 0.15, -0.27)], [0.026, 0.02], shade(concrete, tone), butt=True)
    b.polygon(c, "-.15,.0 -.12,-.05 .12,-.05 .15,.0", side(shade(concrete, 0.95)))
    b.rectangle(c, (-0.11, -0.04), 0.22, 0.03, panes(look.lit, (-0.1, -0.04), 0.2, 0.03))
    for x, tone in ((0.0, 0.62), (-0.027, 1.1), (0.027, 0.84)):
        b.rectangle(c, (x - 0.013, -0.62), 0.026, 0.6, side(shade(concrete, tone), 1.1))
    rings = [((-0.04, y), (0.04, y)) for y in np.arange(-0.56, -0.34, 0.045)]
    strokes(c, rings, shade(ink, 1.05), 0.014)
    b.rectangle(c, (-0.014, -0.80), 0.028, 0.2, side(shade(concrete, 0.95), 1.2))
    b.polygon(c, "-.009,-.79 -.002,-1 .002,-1 .009,-.79", side(shade(ink, 0.75)))
    for y in (-0.86, -0.92):
        b.rectangle(c, (-0.011, y), 0.022, 0.012, shade(concrete, 1.1))
    for at, size in ((-0.255, 0.098), (-0.605, 0.066), (-0.75, 0.026)):
        _pearl(c, rng, at, size, ink, look)
    for x in (-0.105, 0.105):
        b.circle(c, (x, -0.075), 0.024, ball(ink))
    if look.snow:
        b.blob(c, "-.055,-.335 .0,-.36 .055,-.335 .0,-.325", SNOW)


def _pearl(c: skia.Canvas, rng: np.random.Generator, at: float, size: float, ink: Colour, look: Look) -> None:
    """A sphere of facets with a band of windows about it; by night its lamps burn."""
    if look.lit:
        b.glow(c, (0, at), 2.3 * size, shade(ink, 1.4), 0.75)
    b.circle(c, (0, at), size, ball(shade(ink, 1.25) if look.lit else ink, 1.1))
    globe = skia.Path()
    globe.addCircle(0, at, size)
    with b.clipped(c, globe):
        rims = [
            ((-size, at + k * size), (0, at + k * size * 1.12), (size, at + k * size)) for k in (-0.6, -0.3, 0.3, 0.6)
        ]
        rims += [((k * size * 0.4, at - size), (k * size * 1.5, at), (k * size * 0.4, at + size))
                 for k in (-0.75, -0.4, 0, 0.4, 0.75)]  # fmt: skip
        strokes(c, rims, shade(ink, 0.62), 0.03 * size, 0.8)
        b.rectangle(c, (-size, at - 0.14 * size), 2 * size, 0.28 * size, side(rgb("#e8edf4"), 1.2))
        lamps = [((x, at), (x + 0.04 * size, at)) for x in np.linspace(-0.9, 0.86, 13) * size]
        strokes(c, lamps, WARM if look.lit else rgb("#4f6f8f"), 0.12 * size)
        if look.lit:
            spots = rng.uniform(-0.8, 0.8, (40, 2)) * size
            for x, y in spots.tolist():
                b.circle(c, (x, at + y), 0.035 * size, rgb("#ffe6f0"))
    b.ellipse(c, (-0.36 * size, at - 0.5 * size), 0.26 * size, 0.16 * size, b.WHITE, 0.35)


SPRITES = (
    building("tower", _tower, 0.47, 0.42),
    building("clock_tower", _clock_tower, 0.49, 0.3),
    building("leaning_tower", _leaning_tower, 0.47, 0.46),
    building("pearl_tower", _pearl_tower, 0.56, 0.36),
)
