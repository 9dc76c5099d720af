"""A warrior of the clay army: armour, scarf, a knot of hair, and a face of his own."""

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import Colour, ball, jitter, rgb, shade, side
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.sprite import Look, Sprite

CLAY = rgb("#b3805c")
#: The traces of paint that two thousand years have left on scarf and armour.
_PAINT = tuple(map(rgb, ("#8f5d4a", "#7d7a64", "#86705c", "#9a6a52")))


def _legs(c: skia.Canvas, clay: Colour) -> None:
    b.rectangle(c, (-0.15, -0.016), 0.3, 0.016, side(shade(clay, 0.8)))
    for sign in (-1, 1):
        tone = shade(clay, 0.98 if sign < 0 else 0.82)
        b.limb(
            c, [(sign * 0.055, -0.24), (sign * 0.06, -0.13), (sign * 0.058, -0.035)], (0.088, 0.08, 0.062), side(tone)
        )
        b.blob(c, [(sign * 0.025, -0.045), (sign * 0.085, -0.045), (sign * 0.115, -0.022), (sign * 0.1, -0.012),
                   (sign * 0.03, -0.012)], ball(shade(tone, 0.9)))  # fmt: skip
        b.line(c, (sign * 0.025, -0.1), (sign * 0.095, -0.1), shade(tone, 0.6), 0.009)


def _robe(c: skia.Canvas, clay: Colour) -> None:
    """The skirt of the robe, its hem above the knees."""
    skirt = b.outline("-.11,-.50! -.135,-.36 -.155,-.21! -.08,-.195 .0,-.205 .08,-.195 .155,-.21! .135,-.36 .11,-.50!")
    b.fill(c, skirt, side(shade(clay, 0.96), 1.2))
    with b.clipped(c, skirt):
        folds = [
            ((x * 0.7, -0.46), (x * 1.05, -0.3), (x * 1.15, -0.19)) for x in (-0.11, -0.06, -0.015, 0.035, 0.085, 0.12)
        ]
        strokes(c, folds, shade(clay, 0.62), 0.009, 0.8)
        strokes(c, [((-0.16, -0.225), (0.0, -0.215), (0.16, -0.225))], shade(clay, 0.66), 0.006)


def _armour(c: skia.Canvas, clay: Colour, plates: Colour) -> None:
    """A coat of riveted plates over chest and belly."""
    coat = b.outline(
        "-.10,-.80 -.135,-.74 -.125,-.60 -.128,-.47 -.10,-.40 .0,-.37 .10,-.40 .128,-.47 .125,-.60 .135,-.74 .10,-.80"
    )
    b.fill(c, coat, side(plates, 1.25))
    with b.clipped(c, coat):
        rows = [((-0.15, y), (0.0, y + 0.022), (0.15, y)) for y in np.arange(-0.755, -0.38, 0.056).tolist()]
        columns = [((x, -0.8), (x * 1.02, -0.37)) for x in (-0.096, -0.058, -0.02, 0.02, 0.058, 0.096)]
        strokes(c, [*rows, *columns], shade(plates, 0.52), 0.0065)
        strokes(c, [((x0, y0 + 0.008), (x1, y1 + 0.008), (x2, y2 + 0.008)) for (x0, y0), (x1, y1), (x2, y2) in rows],
                shade(plates, 1.22), 0.005, 0.8)  # fmt: skip
        rivets = [((x, y + 0.03), (x, y + 0.031)) for _, (_, y), _ in rows for x in (-0.077, -0.039, 0.0, 0.039, 0.077)]
        strokes(c, rivets, shade(plates, 1.35), 0.0085)


def _arms(c: skia.Canvas, clay: Colour, plates: Colour, *, armed: bool) -> None:
    """The arm at the left holds what was a spear once; the other hangs or is bent as well."""
    for sign in (-1, 1):
        tone = shade(clay, 1.02 if sign < 0 else 0.84)
        bent = sign < 0 or armed
        way = (
            [(sign * 0.135, -0.745), (sign * 0.185, -0.60), (sign * 0.145, -0.505)] if bent
            else [(sign * 0.135, -0.745), (sign * 0.17, -0.60), (sign * 0.165, -0.46)]
        )  # fmt: skip
        b.limb(c, way, (0.085, 0.085, 0.066), side(tone, 1.1))
        strokes(c, [((way[1][0] - 0.035, way[1][1] + 0.01), (way[1][0] + 0.03, way[1][1] - 0.01)),
                    ((way[1][0] - 0.03, way[1][1] + 0.04), (way[1][0] + 0.035, way[1][1] + 0.02))], shade(tone, 0.62),
                0.006)  # fmt: skip
        x, y = way[-1]
        b.ellipse(c, (x - sign * 0.008, y + 0.018), 0.026, 0.032, ball(shade(tone, 1.05)))
        if bent:
            b.circle(c, (x - sign * 0.008, y + 0.018), 0.009, shade(clay, 0.35))
        pad = [(sign * 0.075, -0.795), (sign * 0.15, -0.785), (sign * 0.19, -0.71), (sign * 0.185, -0.64),
               (sign * 0.12, -0.66), (sign * 0.095, -0.73)]  # fmt: skip
        shape = b.outline(pad)
        b.fill(c, shape, side(shade(plates, 1.08 if sign < 0 else 0.86), 1.2))
        with b.clipped(c, shape):
            lines = [((sign * 0.06, y0), (sign * 0.21, y0 + 0.03)) for y0 in (-0.76, -0.725, -0.69)]
            strokes(c, lines, shade(plates, 0.52), 0.0065)


def _head(c: skia.Canvas, rng: np.random.Generator, clay: Colour) -> None:
    """The face, with or without a moustache; the knot is at one side of the crown."""
    wide, tilt = rng.uniform(0.92, 1.12), float(rng.choice([-1.0, 1.0]))
    with b.placed(c, (0.0, -0.885), scale=(float(wide), 1.0)):
        hair = shade(clay, 0.66)
        for sign in (-1, 1):
            b.ellipse(c, (sign * 0.066, 0.004), 0.012, 0.026, shade(clay, 0.92 if sign < 0 else 0.76))
        b.circle(c, (tilt * 0.026, -0.096), 0.026, ball(hair))
        b.blob(c, ".0,-.09 .045,-.08 .069,-.035 .066,.01 .0,.02", side(hair), mirrored=True)
        b.blob(c, "0,-.062 .045,-.055 .06,-.02 .058,.03 .035,.075 0,.088", side(shade(clay, 1.06), 1.1), mirrored=True)
        strokes(c, [((-0.05, -0.075), (0.0, -0.09), (0.04, -0.078)), ((-0.06, -0.05), (0.0, -0.07), (0.06, -0.05))],
                shade(hair, 0.7), 0.005)  # fmt: skip
        ink = shade(clay, 0.36)
        for sign in (-1, 1):
            b.curve(c, [(sign * 0.012, -0.018), (sign * 0.028, -0.026), (sign * 0.046, -0.016)], ink, 0.006)
            b.ellipse(c, (sign * 0.027, -0.003), 0.012, 0.0055, ink)
        b.curve(c, ".0,-.02 -.006,.016 -.012,.026 .0,.031 .012,.026", shade(clay, 0.6), 0.006)
        b.curve(c, "-.016,.052 .0,.055 .016,.052", ink, 0.006)
        if rng.random() < 0.6:
            for sign in (-1, 1):
                b.curve(c, [(sign * 0.003, 0.041), (sign * 0.02, 0.04), (sign * 0.034, 0.049)], ink, 0.006)
        if rng.random() < 0.3:
            b.blob(c, "0,.066 .011,.07 .008,.094 0,.102", ink, mirrored=True)


def _warrior(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """One warrior from the front; no two seeds have the same face, paint and armour."""
    clay = look.colour or jitter(CLAY, rng, 0.03)
    plates = shade(clay, 0.84) if look.colour else b.mix(clay, _PAINT[int(rng.integers(len(_PAINT)))], 0.55)
    armoured, armed = rng.random() < 0.75, rng.random() < 0.35
    _legs(c, clay)
    _robe(c, clay)
    if armoured:
        _armour(c, clay, plates)
    else:
        _tunic(c, clay)
    _arms(c, clay, plates if armoured else clay, armed=armed)
    b.limb(c, "0,-.79 0,-.83", (0.07, 0.062), side(shade(clay, 0.8)))
    b.blob(c, "0,-.845 .05,-.84 .085,-.805 .06,-.785 0,-.765", side(shade(plates, 1.12), 1.1), mirrored=True)
    strokes(c, [((-0.06, -0.82), (0.0, -0.79), (0.06, -0.815)), ((-0.03, -0.80), (0.01, -0.775), (0.03, -0.78))],
            shade(plates, 0.6), 0.006)  # fmt: skip
    _head(c, rng, clay)


def _tunic(c: skia.Canvas, clay: Colour) -> None:
    """A robe without armour: crossed over the chest, belted."""
    body = b.outline("-.10,-.80 -.135,-.74 -.12,-.60 -.115,-.48 .115,-.48 .12,-.60 .135,-.74 .10,-.80")
    b.fill(c, body, side(clay, 1.25))
    with b.clipped(c, body):
        strokes(c, [((0.06, -0.8), (0.02, -0.66), (-0.11, -0.54)), ((0.08, -0.79), (0.045, -0.64), (-0.09, -0.51)),
                    ((-0.07, -0.8), (-0.02, -0.73), (0.02, -0.7)), ((0.11, -0.7), (0.08, -0.6), (0.09, -0.5))],
                shade(clay, 0.6), 0.008)  # fmt: skip
    b.rectangle(c, (-0.118, -0.505), 0.236, 0.03, side(shade(clay, 0.66)), round=0.008)


SPRITES = (
    Sprite(name="clay_warrior", draw=_warrior, height=0.46, width=0.42, group="person",
           attach={"head": (0.0, -0.97), "top": (0.0, -0.99), "face": (0.0, -0.88), "hand": (0.165, -0.45),
                   "hand2": (-0.15, -0.49), "seat": (0.0, -0.42), "hips": (0.0, -0.42)}),
)  # fmt: skip
