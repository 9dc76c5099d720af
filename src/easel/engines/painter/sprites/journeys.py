"""Buildings and rocks that people travel to see, each known by its outline."""

from math import cos, pi, sin

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import Colour, ball, jitter, linear, mix, rgb, shade, side, top
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.building_parts import GOLD, SNOW, WARM, building, column
from easel.engines.painter.sprites.sprite import Look

_DARK = rgb("#2f2c33")


def _lancet(c: skia.Canvas, x: float, foot: float, wide: float, tall: float, ink: Colour) -> None:
    """A pointed opening."""
    half, shoulder = wide / 2, foot - 0.6 * tall
    b.blob(c, [(x - half, foot), (x - half, shoulder), (x, foot - tall), (x + half, shoulder), (x + half, foot)], ink)


def _pane(look: Look, wall: Colour) -> Colour:
    return WARM if look.lit else shade(wall, 0.36)


# ------------------------------------------------------------------------------------------------------------- bridges
def _gothic_tower(c: skia.Canvas, x: float, stone: Colour, look: Look) -> None:
    """One of the two towers over the Thames: four turrets, a steep roof."""
    b.rectangle(c, (x - 0.15, -0.2), 0.3, 0.2, side(shade(stone, 0.8), 1.1))
    b.rectangle(c, (x - 0.125, -0.74), 0.25, 0.56, side(stone, 1.1))
    b.blob(c, [(x - 0.07, -0.2), (x - 0.07, -0.3), (x, -0.38), (x + 0.07, -0.3), (x + 0.07, -0.2)], shade(stone, 0.35))
    for y in (-0.44, -0.58, -0.7):
        for dx in (-0.05, 0.0, 0.05):
            _lancet(c, x + dx, y, 0.028, 0.075, _pane(look, stone))
    strokes(c, [((x - 0.125, y), (x + 0.125, y)) for y in (-0.4, -0.53, -0.66)], shade(stone, 0.7), 0.012)
    roof = SNOW if look.snow else rgb("#5f6c7a")
    b.polygon(c, [(x - 0.1, -0.74), (x - 0.03, -0.9), (x + 0.03, -0.9), (x + 0.1, -0.74)], side(roof, 1.0))
    b.line(c, (x, -0.88), (x, -0.96), GOLD, 0.01)
    for dx in (-0.125, 0.125):
        b.rectangle(c, (x + dx - 0.028, -0.8), 0.056, 0.62, side(shade(stone, 1.05), 1.2))
        b.polygon(c, [(x + dx - 0.034, -0.8), (x + dx, -0.92), (x + dx + 0.034, -0.8)], side(roof, 1.0))


def _tower_bridge(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """The bascule bridge in London: two Gothic towers, walkways between them, blue chains to the banks."""
    stone, blue = look.colour or rgb("#c9b48e"), rgb("#4f86b8")
    for way in (-1, 1):
        chain = [(way * 0.5, -0.62), (way * 0.8, -0.3), (way * 1.12, -0.26)]
        b.curve(c, chain, shade(blue, 0.8), 0.035)
        b.curve(c, chain, shade(blue, 1.3), 0.012)
        hang = [((way * x, -0.6 + 0.95 * (x - 0.5)), (way * x, -0.2)) for x in (0.58, 0.66, 0.74)]
        strokes(c, hang, blue, 0.01)
        b.rectangle(c, (way * 1.16 - 0.06, -0.4), 0.12, 0.4, side(stone, 1.1))
        b.polygon(c, [(way * 1.16 - 0.07, -0.4), (way * 1.16, -0.5), (way * 1.16 + 0.07, -0.4)], rgb("#5f6c7a"))
    b.rectangle(c, (-1.22, -0.22), 2.44, 0.05, top(blue, 0.9))
    strokes(c, [((x, -0.245), (x, -0.2)) for x in np.linspace(-1.2, 1.2, 60)], shade(blue, 1.35), 0.007)
    for y in (-0.64, -0.56):
        b.rectangle(c, (-0.3, y), 0.6, 0.03, top(rgb("#dfe8ee"), 0.8))
    rails = [((x, -0.61), (x + 0.05, -0.56)) for x in np.linspace(-0.28, 0.24, 11)]
    strokes(c, rails, blue, 0.009)
    for x in (-0.42, 0.42):
        _gothic_tower(c, x, stone, look)


# ------------------------------------------------------------------------------------------------- gates and churches
def _brandenburg_gate(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """Six pairs of columns in Berlin, four horses over them."""
    stone = look.colour or rgb("#d3bf98")
    b.rectangle(c, (-1.0, -0.08), 2.0, 0.08, side(shade(stone, 0.84), 0.9))
    b.rectangle(c, (-0.92, -0.6), 1.84, 0.52, shade(stone, 0.42))
    for x in np.linspace(-0.86, 0.86, 6):
        b.rectangle(c, (float(x) - 0.05, -0.62), 0.14, 0.54, shade(stone, 0.66))
        column(c, float(x), -0.08, 0.54, 0.1, stone)
    b.rectangle(c, (-0.98, -0.72), 1.96, 0.12, top(stone, 0.8))
    strokes(c, [((x, -0.655), (x, -0.615)) for x in np.linspace(-0.94, 0.94, 40)], shade(stone, 0.7), 0.012)
    b.rectangle(c, (-0.62, -0.83), 1.24, 0.12, top(shade(stone, 1.04), 0.8))
    b.rectangle(c, (-0.34, -0.86), 0.68, 0.04, side(shade(stone, 0.9)))
    bronze = rgb("#5f8f7a")
    for x in (-0.24, -0.08, 0.08, 0.24):
        b.blob(c, [(x - 0.07, -0.87), (x - 0.06, -0.93), (x - 0.02, -0.96), (x + 0.0, -0.91), (x + 0.05, -0.9),
                   (x + 0.06, -0.87)], side(bronze))  # fmt: skip
    b.blob(c, "-.03,-.87 -.04,-.96 .0,-1.0 .04,-.96 .03,-.87", side(shade(bronze, 0.8)))


def _sagrada_spire(c: skia.Canvas, x: float, high: float, half: float, stone: Colour, look: Look) -> None:
    # It ends at the ground, not below it.
    body = [(x - half, -0.04), (x - 0.94 * half, -0.5 * high), (x - 0.6 * half, -0.8 * high), (x, -0.97 * high),
            (x + 0.6 * half, -0.8 * high), (x + 0.94 * half, -0.5 * high), (x + half, -0.04)]  # fmt: skip
    path = b.outline(body)
    b.fill(c, path, side(stone, 1.2))
    with b.clipped(c, path):
        slits = [((x + k * 0.3 * half, -y * high), (x + k * 0.3 * half, -(y + 0.045) * high))
                 for k in (-2, -1, 0, 1, 2) for y in np.arange(0.3, 0.9, 0.075)]  # fmt: skip
        strokes(c, slits, _pane(look, stone), 0.16 * half)
    b.circle(c, (x, -0.97 * high), 0.3 * half, ball(rgb("#e0b83c"), 1.0))
    b.line(c, (x, -0.97 * high), (x, -high), GOLD, 0.12 * half)


def _sagrada_familia(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """The basilica in Barcelona: tall spires like sand that ran through a hand, a deep porch between them."""
    stone = look.colour or rgb("#c4a67c")
    for x, high, half in ((0.0, 1.0, 0.13), (-0.2, 0.86, 0.1), (0.22, 0.84, 0.1), (-0.5, 0.7, 0.1), (0.52, 0.68, 0.1)):
        _sagrada_spire(c, x, high, half, shade(stone, 0.86), look)
    for x, high in ((-0.36, 0.82), (-0.12, 0.9), (0.12, 0.9), (0.36, 0.82)):
        _sagrada_spire(c, x, high, 0.1, stone, look)
    b.blob(c, "-.56,.0! -.54,-.24! -.3,-.4 .0,-.52! .3,-.4 .54,-.24! .56,.0!", side(shade(stone, 0.95), 1.0))
    for x, wide, tall in ((-0.33, 0.17, 0.26), (0.0, 0.24, 0.36), (0.33, 0.17, 0.26)):
        _lancet(c, x, 0.0, wide, tall, shade(stone, 0.3))
        _lancet(c, x, 0.0, 0.6 * wide, 0.7 * tall, _pane(look, stone))
    for x, y in rng.uniform((-0.5, -0.4), (0.5, -0.03), (60, 2)).tolist():
        b.circle(c, (x, y), 0.014, shade(stone, float(rng.choice([0.7, 1.2]))), 0.7)


_ONIONS = (
    ("#3f7f4a", "#e8d27a"), ("#c0392b", "#f4efe2"), ("#3f6fae", "#f4efe2"), ("#e0a83c", "#4f8f5a"),
    ("#7a4f9a", "#e8c87a"),
)  # fmt: skip


def _onion(c: skia.Canvas, x: float, y: float, size: float, inks: tuple[str, str]) -> None:
    """A dome that swells over its drum and ends in a point, in stripes that wind about it."""
    shape = [(x - 0.36 * size, y), (x - 0.56 * size, y - 0.34 * size), (x - 0.3 * size, y - 0.72 * size),
             (x, y - 1.12 * size), (x + 0.3 * size, y - 0.72 * size), (x + 0.56 * size, y - 0.34 * size),
             (x + 0.36 * size, y)]  # fmt: skip
    path = b.outline(shape)
    b.fill(c, path, ball(rgb(inks[0]), 1.0))
    with b.clipped(c, path):
        bands = [
            ((x - 0.8 * size, y - k * size), (x + 0.8 * size, y - (k + 0.4) * size)) for k in np.arange(-0.4, 1.2, 0.24)
        ]
        strokes(c, bands, rgb(inks[1]), 0.09 * size)
    b.line(c, (x, y - 1.05 * size), (x, y - 1.4 * size), GOLD, 0.06 * size)
    b.line(c, (x - 0.1 * size, y - 1.28 * size), (x + 0.1 * size, y - 1.28 * size), GOLD, 0.05 * size)


def _st_basils(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """The cathedral on Red Square: brick towers under domes of every colour around a tented roof."""
    brick, trim = look.colour or rgb("#b8503c"), rgb("#f0e6d4")
    b.polygon(c, "-.16,-.55 .0,-.9 .16,-.55", side(shade(brick, 0.9), 1.1))
    strokes(c, [((x, -0.56), (0, -0.88)) for x in np.linspace(-0.15, 0.15, 5)], trim, 0.009)
    _onion(c, 0.0, -0.86, 0.085, ("#e0b03c", "#f4dc8a"))
    b.rectangle(c, (-0.16, -0.56), 0.32, 0.4, side(brick, 1.1))
    towers = ((-0.52, 0.5, 0.2), (0.54, 0.48, 0.2), (-0.3, 0.58, 0.22), (0.32, 0.56, 0.22), (0.0, 0.4, 0.2))
    for k, (x, high, wide) in enumerate(towers):
        b.rectangle(c, (x - wide / 2, -high), wide, high, side(brick, 1.2))
        strokes(c, [((x - wide / 2, -y), (x + wide / 2, -y)) for y in np.linspace(0.16, high - 0.02, 4)], trim, 0.016)
        for dx in (-0.25, 0.25):
            _lancet(c, x + dx * wide, -high + 0.12, 0.2 * wide, 0.09, _pane(look, brick))
        _onion(c, x, -high, 0.8 * wide, _ONIONS[k])
    b.rectangle(c, (-0.68, -0.16), 1.36, 0.16, side(shade(brick, 0.92), 1.0))
    for x in np.linspace(-0.58, 0.58, 9):
        _lancet(c, float(x), 0.0, 0.07, 0.12, shade(brick, 0.45))
        b.curve(c, [(float(x) - 0.05, -0.08), (float(x), -0.14), (float(x) + 0.05, -0.08)], trim, 0.012)
    b.rectangle(c, (-0.7, -0.18), 1.4, 0.025, side(trim))


# ------------------------------------------------------------------------------------------------------------- temples
def _lotus_tower(c: skia.Canvas, x: float, foot: float, high: float, stone: Colour) -> None:
    """A tower of Angkor, a bud in courses."""
    steps = 7
    for k in range(steps):
        t = k / steps
        half = 0.2 * high * (1.0 - 0.08 * k - 0.9 * max(0.0, t - 0.6) ** 1.2)
        y = foot - high * t
        over, course = y - 1.25 * high / steps, side(shade(stone, 0.9 + 0.2 * (k % 2)), 1.2)
        b.blob(c, [(x - half, y), (x - 0.92 * half, over), (x + 0.92 * half, over), (x + half, y)], course)
        strokes(c, [((x + d * half, y - 0.1 * high / steps), (x + d * half, y - 0.8 * high / steps))
                    for d in (-0.6, -0.2, 0.2, 0.6)], shade(stone, 0.5), 0.008)  # fmt: skip
    b.blob(c, [(x - 0.05 * high, foot - high), (x, foot - 1.12 * high), (x + 0.05 * high, foot - high)], side(stone))


def _angkor_wat(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """Five towers like buds over long galleries."""
    stone = look.colour or rgb("#8f8272")
    for x, high in ((-0.52, 0.36), (0.52, 0.36), (-0.28, 0.42), (0.28, 0.42), (0.0, 0.56)):
        _lotus_tower(c, x, -0.36, high, shade(stone, 0.95))
    for y, half, tone in ((-0.38, 0.66, 0.9), (-0.2, 1.04, 1.0)):
        b.rectangle(c, (-half, y), 2 * half, 0.2, side(shade(stone, tone), 1.0))
        b.polygon(c, [(-half, y), (-half + 0.03, y - 0.06), (half - 0.03, y - 0.06), (half, y)],
                  top(SNOW if look.snow else shade(stone, 0.75), 0.9))  # fmt: skip
        for x in np.linspace(-half + 0.05, half - 0.05, round(26 * half)):
            b.rectangle(c, (float(x) - 0.014, y + 0.05), 0.028, 0.12, _pane(look, stone))
    for x in (-0.72, 0.0, 0.72):
        b.polygon(c, [(x - 0.12, 0.0), (x - 0.1, -0.24), (x, -0.36), (x + 0.1, -0.24), (x + 0.12, 0.0)],
                  side(shade(stone, 1.1), 1.1))  # fmt: skip
        b.rectangle(c, (x - 0.035, -0.16), 0.07, 0.16, shade(stone, 0.3))


# -------------------------------------------------------------------------------------------------------- skyscrapers
def _canton_tower(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A waist of crossed steel over Guangzhou: two ellipses, one turned against the other, tied by columns."""
    steel = look.colour or rgb("#c3ccd8")
    lit = rgb("#ff7ab8") if look.lit else shade(steel, 1.1)

    def half(t: float) -> float:
        return 0.05 + 0.075 * (1.55 * (t - 0.62)) ** 2 * 2

    spine = [(half(t), -0.8 * t) for t in np.linspace(0, 1, 13)]
    b.blob(c, [*spine, *((-x, y) for x, y in reversed(spine))], shade(steel, 0.55), 0.75)
    for twist in np.linspace(0, 2 * pi, 16)[:-1]:
        for way in (-1, 1):
            line = [(half(t) * sin(twist + way * 1.6 * t), -0.8 * t) for t in np.linspace(0, 1, 9)]
            b.curve(c, line, mix(lit, rgb("#6fb4ff"), 0.5 + 0.5 * way * sin(twist)) if look.lit else lit, 0.007)
    for t in np.linspace(0.02, 1, 26):
        b.ellipse(c, (0, -0.8 * t), half(float(t)), 0.014, shade(steel, 0.9), 0.7, width=0.006)
    b.ellipse(c, (0, -0.8), half(1.0), 0.02, side(steel))
    b.polygon(c, "-.016,-.8 -.006,-1.0 .006,-1.0 .016,-.8", side(rgb("#d9534f") if not look.lit else lit))


def _burj_khalifa(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """Bundled tubes that step back, one after the other, to a needle."""
    glass = look.colour or rgb("#9fb4c8")
    steps = ((0.17, 0.26), (0.14, 0.38), (0.115, 0.5), (0.09, 0.62), (0.066, 0.74), (0.042, 0.84), (0.02, 0.92))
    for k, (half, high) in enumerate(steps):
        for way in (-1, 1):
            x = 0.0 if way < 0 else -half
            wide, tall = half, high - (0.05 if way == (-1) ** k else 0.0)
            b.rectangle(c, (x, -tall), wide, tall, side(shade(glass, 1.05 if way > 0 else 0.85), 1.2), round=0.012)
    lines = [((-half, -y), (half, -y)) for half, high in steps for y in np.arange(0.02, high - 0.06, 0.022)]
    strokes(c, lines, shade(glass, 0.7), 0.004, 0.5)
    if look.lit:
        spots = rng.uniform((-0.15, 0.01), (0.15, 0.8), (240, 2))
        for x, y in spots.tolist():
            if abs(x) < 0.17 * (1 - y) - 0.004:
                b.rectangle(c, (x, -y), 0.008, 0.008, WARM)
    b.polygon(c, "-.012,-.9 .0,-1.0 .012,-.9", side(shade(glass, 1.2)))


def _taipei_101(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """Eight flaring sections like bamboo, on a base that narrows."""
    glass = look.colour or rgb("#5f9a8f")
    b.polygon(c, "-.17,.0 -.12,-.3 .12,-.3 .17,.0", side(glass, 1.1))
    for k in range(8):
        y = -0.3 - 0.066 * k
        b.polygon(c, [(-0.095, y), (-0.12, y - 0.062), (0.12, y - 0.062), (0.095, y)], side(shade(glass, 1.05), 1.1))
        b.rectangle(c, (-0.123, y - 0.066), 0.246, 0.01, side(rgb("#d9c48a")))
        panes = [((x, y - 0.05), (x, y - 0.012)) for x in np.linspace(-0.08, 0.08, 9)]
        strokes(c, panes, WARM if look.lit else shade(glass, 0.6), 0.007)
    b.polygon(c, "-.07,-.83 -.05,-.9 .05,-.9 .07,-.83", side(glass))
    b.polygon(c, "-.02,-.9 -.006,-1.0 .006,-1.0 .02,-.9", side(rgb("#c9ccd0")))


# --------------------------------------------------------------------------------------------------------------- rocks
def _machu_picchu(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """The sugar loaf behind the ruins: terraces in steps, roofless houses of stone."""
    rock = rgb("#5f7a5a")
    b.blob(
        c, "-.9,-.1! -.62,-.4 -.44,-.36 -.2,-.5 .02,-.92 .14,-1.0 .26,-.9 .46,-.5 .62,-.44 .96,-.1!", side(rock, 1.3)
    )
    b.blob(c, ".14,-1.0 .2,-.7 .12,-.4 .3,-.2 .6,-.3 .46,-.5 .26,-.9", shade(rock, 0.66), 0.7)
    b.blob(c, "-.62,-.4 -.5,-.3 -.56,-.14 -.3,-.16 -.2,-.34 -.32,-.42", shade(rock, 0.72), 0.6)
    for x, y in rng.uniform((-0.5, -0.75), (0.55, -0.25), (70, 2)).tolist():
        if abs(x - 0.14) < 0.55 * (1 + y) + 0.1:
            b.circle(c, (x, y), 0.02, shade(rock, float(rng.uniform(0.75, 1.3))), 0.5)
    for k in range(8):
        y, half = -0.3 + 0.038 * k, 0.55 + 0.065 * k
        b.blob(c, [(-half, y + 0.05), (-0.6 * half, y), (0.6 * half, y - 0.01), (half, y + 0.05)],
               top(SNOW if look.snow else jitter(rgb("#8fb45a"), rng, 0.03), 0.6))  # fmt: skip
        b.curve(c, [(-half, y + 0.05), (-0.5 * half, y + 0.035), (0.5 * half, y + 0.03), (half, y + 0.05)],
                rgb("#a39a88"), 0.018)  # fmt: skip
    stone = look.colour or rgb("#b5ab98")
    for x, y, size in sorted(
        (float(x), float(y), float(s)) for x, y, s in rng.uniform((-0.62, -0.26, 0.05), (0.62, -0.06, 0.085), (26, 3))
    ):
        b.rectangle(c, (x - size, y - 0.5 * size), 1.6 * size, 0.6 * size, side(stone, 1.0))
        b.polygon(c, [(x - size, y - 0.5 * size), (x - 0.2 * size, y - 1.15 * size), (x + 0.6 * size, y - 0.5 * size)],
                  shade(stone, 0.86))  # fmt: skip
        b.rectangle(c, (x - 0.35 * size, y - 0.35 * size), 0.25 * size, 0.42 * size, shade(stone, 0.35))


def _chimney(c: skia.Canvas, rng: np.random.Generator, at: tuple[float, float], high: float, stone: Colour) -> None:
    """A cone of tuff under its cap, with windows that somebody cut."""
    x, y = at
    half = 0.22 * high
    b.blob(c, [(x - 1.25 * half, y), (x - 0.8 * half, y - 0.4 * high), (x - 0.42 * half, y - 0.82 * high),
               (x + 0.42 * half, y - 0.82 * high), (x + 0.8 * half, y - 0.4 * high), (x + 1.25 * half, y)],
           side(stone, 1.2))  # fmt: skip
    for t in (0.2, 0.36, 0.52):
        span = (1.1 - 0.9 * t) * half
        b.curve(
            c,
            [(x - span, y - t * high), (x, y - (t - 0.02) * high), (x + span, y - t * high)],
            shade(stone, 0.84),
            0.012,
        )
    b.blob(c, [(x - 0.62 * half, y - 0.8 * high), (x - 0.44 * half, y - 0.93 * high), (x, y - high),
               (x + 0.44 * half, y - 0.93 * high), (x + 0.62 * half, y - 0.8 * high), (x, y - 0.77 * high)],
           side(shade(rgb("#8a6f5a"), 1.0), 1.2))  # fmt: skip
    for _ in range(3):
        px, py = x + float(rng.uniform(-0.45, 0.45)) * half, y - float(rng.uniform(0.12, 0.6)) * high
        _lancet(c, px, py, 0.1 * high, 0.1 * high, rgb("#4a3a30"))


def _fairy_chimneys(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """The valley of Cappadocia: a crowd of cones, the tallest behind."""
    stone = look.colour or rgb("#e0c29c")
    b.blob(c, "-1.4,-.02 -1.1,-.16 -.5,-.2 .2,-.14 .8,-.2 1.2,-.12 1.4,-.02 .0,.02", side(shade(stone, 0.86), 0.7))
    spots = [(-0.62, -0.08, 0.8), (0.1, -0.1, 0.9), (0.72, -0.08, 0.72), (-0.25, -0.06, 0.62), (0.45, -0.04, 0.55),
             (-1.0, -0.03, 0.52), (1.08, -0.03, 0.5), (-0.5, 0.0, 0.4), (0.2, 0.0, 0.38),
             (0.85, 0.0, 0.32)]  # fmt: skip
    for x, y, high in spots:
        _chimney(c, rng, (x + float(rng.uniform(-0.06, 0.06)), y), high * float(rng.uniform(0.92, 1.08)),
                 jitter(stone, rng, 0.03))  # fmt: skip
    for x, y in rng.uniform((-1.3, -0.02), (1.3, 0.0), (16, 2)).tolist():
        b.ellipse(c, (x, y), 0.05, 0.03, ball(rgb("#8a8f4a"), 0.9))


# ------------------------------------------------------------------------------------------------------ under the sea
def _dome(c: skia.Canvas, rng: np.random.Generator, at: tuple[float, float], half: float) -> None:
    """Towers under a hemisphere of glass on a rim of metal."""
    x, y = at
    turns = np.linspace(pi, 2 * pi, 9)
    shell = b.outline([(x + half * cos(a), y + half * sin(a)) for a in turns])
    b.fill(c, shell, linear((x, y - half), (x, y), ((0.75, 0.95, 1.0, 0.35), (0.3, 0.65, 0.8, 0.55))))
    with b.clipped(c, shell):
        for k, dx in enumerate(np.linspace(-0.66, 0.66, 7)):
            high = half * (0.82 - 0.62 * abs(dx)) * float(rng.uniform(0.8, 1.05))
            wide, left = 0.16 * half, x + dx * half - 0.08 * half
            tone = shade(rgb(("#8fb4c8", "#a8c4d4", "#7fa4bc")[k % 3]), 0.9)
            b.rectangle(c, (left, y - high), wide, high, side(tone, 1.1))
            if k % 2:
                spire = [(left, y - high), (left + wide / 2, y - high - 0.14 * half), (left + wide, y - high)]
                b.polygon(c, spire, tone)
            levels = np.arange(y - 0.94 * high, y - 0.06 * half, 0.09 * half)
            panes = [((left + wide * t, v), (left + wide * t, v + 0.03 * half)) for t in (0.3, 0.7) for v in levels]
            strokes(c, panes, WARM, 0.03 * half)
    for t in (-0.6, 0.0, 0.6):
        rib = [(x + t * half, y), (x + 0.75 * t * half, y - 0.6 * half), (x + 0.2 * t * half, y - 0.97 * half)]
        b.curve(c, rib, rgb("#dff4fa"), 0.018 * half, 0.6)
    gleam = [(x + 0.84 * half * cos(a), y + 0.84 * half * sin(a)) for a in np.linspace(1.15 * pi, 1.42 * pi, 4)]
    b.curve(c, gleam, b.WHITE, 0.05 * half, 0.6)
    b.fill(c, shell, rgb("#c4e6f0"), 0.8, width=0.03 * half)
    rim = side(rgb("#5f7f8f"), 1.1)
    b.rectangle(c, (x - 1.08 * half, y - 0.03 * half), 2.16 * half, 0.12 * half, rim, round=0.05 * half)


def _domed_city(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A city on the sea bed: three domes with tunnels between them."""
    b.blob(c, "-1.3,.0! -1.1,-.14 -.5,-.18 .4,-.17 1.05,-.13 1.3,.0!", side(rgb("#4f6f6a"), 0.9))
    for x in (-0.62, 0.62):
        b.line(c, (0.0, -0.1), (x, -0.1), rgb("#3f5f70"), 0.1)
        b.line(c, (0.0, -0.115), (x, -0.115), rgb("#9fd0dc"), 0.045)
    for at, half in (((-0.78, -0.08), 0.4), ((0.8, -0.08), 0.36), ((0.0, -0.06), 0.72)):
        _dome(c, rng, at, half)


SPRITES = (
    building("domed_city", _domed_city, 0.46, 2.5),
    building("tower_bridge", _tower_bridge, 0.36, 2.5, top=(0.0, -0.24), place="water"),
    building("brandenburg_gate", _brandenburg_gate, 0.4, 2.04),
    building("sagrada_familia", _sagrada_familia, 0.56, 1.2),
    building("st_basils", _st_basils, 0.54, 1.42),
    building("angkor_wat", _angkor_wat, 0.4, 2.12),
    building("canton_tower", _canton_tower, 0.6, 0.42),
    building("burj_khalifa", _burj_khalifa, 0.64, 0.38),
    building("taipei_101", _taipei_101, 0.58, 0.38),
    building("machu_picchu", _machu_picchu, 0.5, 1.94),
    building("fairy_chimneys", _fairy_chimneys, 0.4, 2.8),
)
