"""What Greece and Rome built: a temple of columns under a gable, an arch for a triumph."""

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import Colour, linear, rgb, shade, side
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.building_parts import SNOW, WARM, bricks, building
from easel.engines.painter.sprites.sprite import Look

_MARBLE = rgb("#e3d8c2")


def _fluted(c: skia.Canvas, x: float, base: float, tall: float, wide: float, marble: Colour) -> None:
    """A Doric column: it narrows upwards, has flutes, and bears a cushion and a slab."""
    shaft = [(x - wide / 2, base), (x - 0.41 * wide, base - 0.9 * tall), (x + 0.41 * wide, base - 0.9 * tall),
             (x + wide / 2, base)]  # fmt: skip
    b.polygon(c, shaft, side(marble, 1.3))
    flutes = [((x + k * wide, base), (x + 0.82 * k * wide, base - 0.9 * tall)) for k in (-0.3, -0.1, 0.1, 0.3)]
    strokes(c, flutes, shade(marble, 0.66), 0.05 * wide, 0.8)
    head = base - 0.9 * tall
    b.polygon(c, [(x - 0.42 * wide, head), (x - 0.62 * wide, head - 0.05 * tall), (x + 0.62 * wide, head - 0.05 * tall),
                  (x + 0.42 * wide, head)], side(shade(marble, 0.94), 1.2))  # fmt: skip
    b.rectangle(c, (x - 0.66 * wide, base - tall), 1.32 * wide, 0.055 * tall, side(shade(marble, 1.06), 1.1))


def _greek_temple(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """Eight columns on three steps, a frieze, and a gable with figures in it."""
    marble = look.colour or _MARBLE
    for half, y in ((0.86, 0.0), (0.82, -0.045), (0.78, -0.09)):
        b.rectangle(c, (-half, y - 0.047), 2 * half, 0.048, side(shade(marble, 0.94), 0.7))
        b.line(c, (-half, y - 0.046), (half, y - 0.046), SNOW if look.snow else shade(marble, 1.2), 0.009)
    hall = (rgb("#7a4a24"), WARM) if look.lit else (shade(marble, 0.3), shade(marble, 0.46))
    b.rectangle(c, (-0.7, -0.62), 1.4, 0.485, linear((0, -0.62), (0, -0.14), hall))
    for x in np.linspace(-0.52, 0.52, 6):
        _fluted(c, float(x), -0.14, 0.45, 0.07, shade(marble, 0.6))
    b.rectangle(c, (-0.1, -0.45), 0.2, 0.31, rgb("#5a2f18") if look.lit else shade(marble, 0.2))
    for x in np.linspace(-0.7, 0.7, 8):
        _fluted(c, float(x), -0.137, 0.49, 0.092, marble)
    _entablature(c, rng, marble, look)


def _entablature(c: skia.Canvas, rng: np.random.Generator, marble: Colour, look: Look) -> None:
    """The beam with its frieze, and the gable."""
    b.rectangle(c, (-0.76, -0.69), 1.52, 0.066, side(marble, 0.8))
    b.rectangle(c, (-0.76, -0.755), 1.52, 0.066, side(shade(marble, 0.86), 0.8))
    for x in np.linspace(-0.72, 0.72, 15):
        b.rectangle(c, (float(x) - 0.02, -0.752), 0.04, 0.06, side(shade(marble, 1.08)))
        strokes(c, [((x + k, -0.748), (x + k, -0.696)) for k in (-0.007, 0.007)], shade(marble, 0.6), 0.005)
    b.rectangle(c, (-0.8, -0.775), 1.6, 0.024, side(shade(marble, 1.1), 0.8))
    b.polygon(c, "-.82,-.772 .0,-1.0 .82,-.772", side(shade(marble, 1.04), 0.8))
    b.polygon(
        c, "-.64,-.785 .0,-.962 .64,-.785", linear((0, -0.96), (0, -0.78), (shade(marble, 0.6), shade(marble, 0.78)))
    )
    for x in np.linspace(-0.42, 0.42, 9):
        tall = 0.13 * (1 - abs(float(x)) / 0.6) * rng.uniform(0.8, 1.0)
        figure = shade(marble, 1.06)
        b.blob(c, [(x - 0.026, -0.786), (x - 0.018, -0.786 - 0.75 * tall), (x + 0.018, -0.786 - 0.75 * tall),
                   (x + 0.026, -0.786)], side(figure))  # fmt: skip
        b.circle(c, (float(x), -0.786 - 0.86 * tall), 0.016, figure)
    rim = SNOW if look.snow else shade(marble, 1.15)
    b.curve(c, "-.82,-.776! .0,-1.0! .82,-.776!", rim, 0.022)


def _triumphal_arch(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """One high arch between two broad piers with reliefs, an attic above, as in Paris."""
    stone = look.colour or rgb("#d8ccb4")
    wall = skia.Path.Rect(b.box(-0.5, -0.98, 1.0, 0.98))
    gap = skia.Path()
    gap.addRoundRect(b.box(-0.165, -0.62, 0.33, 0.9), 0.165, 0.165)
    through = skia.Path()
    through.addRoundRect(b.box(-0.145, -0.575, 0.25, 0.9), 0.125, 0.125)
    front, vault = (skia.Op(*pair, skia.PathOp.kDifference_PathOp) for pair in ((wall, gap), (gap, through)))
    inside = (rgb("#a8682c"), WARM) if look.lit else (shade(stone, 0.42), shade(stone, 0.66))
    with b.clipped(c, wall):
        # One side of the passage and its vault are seen through the arch.
        b.fill(c, vault, linear((0, -0.62), (0, 0), inside))
    b.fill(c, front, side(stone, 0.9))
    with b.clipped(c, front):
        bricks(c, rng, (-0.5, -0.98, 1.0, 0.98), stone, size=0.075, share=0.25)
        b.fill(c, gap, shade(stone, 1.15), width=0.04)
    for x in (-0.335, 0.335):
        b.rectangle(c, (x - 0.11, -0.34), 0.22, 0.24, shade(stone, 0.74))
        _relief(c, rng, x, stone)
        b.rectangle(c, (x - 0.1, -0.6), 0.2, 0.15, shade(stone, 0.82))
        strokes(
            c,
            [((x - 0.08 + 0.03 * k, -0.47), (x - 0.075 + 0.03 * k, -0.57)) for k in range(6)],
            shade(stone, 1.1),
            0.012,
        )
        b.rectangle(c, (x - 0.175, -0.06), 0.35, 0.06, side(shade(stone, 0.86), 0.8))
    for y, tall, over in ((-0.73, 0.03, 0.03), (-0.81, 0.022, 0.02), (-0.985, 0.028, 0.035)):
        b.rectangle(c, (-0.5 - over, y), 1.0 + 2 * over, tall, side(SNOW if look.snow else shade(stone, 1.1), 0.7))
    strokes(c, [((x, -0.77), (x + 0.02, -0.765)) for x in np.linspace(-0.47, 0.45, 24)], shade(stone, 0.62), 0.022)
    for x in np.linspace(-0.43, 0.43, 10):
        b.circle(c, (float(x), -0.89), 0.032, shade(stone, 0.74))
        b.circle(c, (float(x), -0.89), 0.02, side(shade(stone, 1.08)))
    if look.lit:
        b.glow(c, (0, -0.35), 0.5, WARM, 0.35)


def _relief(c: skia.Canvas, rng: np.random.Generator, x: float, stone: Colour) -> None:
    """Figures carved on a pier."""
    for k, dx in enumerate((-0.065, -0.02, 0.025, 0.07)):
        tall = 0.13 + 0.03 * float(rng.random())
        tone = shade(stone, 1.08 - 0.05 * k)
        b.blob(c, [(x + dx - 0.026, -0.105), (x + dx - 0.02, -0.1 - tall), (x + dx + 0.02, -0.1 - tall),
                   (x + dx + 0.026, -0.105)], side(tone))  # fmt: skip
        b.circle(c, (x + dx, -0.12 - tall), 0.018, tone)


SPRITES = (
    building("greek_temple", _greek_temple, 0.4, 1.74),
    building("triumphal_arch", _triumphal_arch, 0.46, 1.08),
)
