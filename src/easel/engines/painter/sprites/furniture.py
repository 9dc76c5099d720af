"""What stands in rooms, gardens and streets."""

from functools import partial
from math import cos, pi, sin

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Colour, Point, ball, linear, mix, rgb, shade, side, top
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.building_parts import GOLD, SNOW, panes
from easel.engines.painter.sprites.building_parts import window as draw_window
from easel.engines.painter.sprites.plants import leaves
from easel.engines.painter.sprites.sprite import Draw, Look, Sprite

_WOOD = rgb("#a06a3c")
_IRON = rgb("#2f333b")


def _grain(c: skia.Canvas, x: float, y: float, width: float, height: float, colour: Colour) -> None:
    lines = [
        ((x, y + height * k), (x + width * 0.5, y + height * (k + 0.14)), (x + width, y + height * k))
        for k in (0.25, 0.5, 0.75)
    ]
    strokes(c, lines, shade(colour, 0.72), height * 0.05, 0.5)


def _table(c: skia.Canvas, rng: np.random.Generator, look: Look, *, half: float = 0.98) -> None:
    """A table, `half` of its width wide in its heights."""
    wood = look.colour or _WOOD
    for x in (0.36 - half, half - 0.44):
        b.rectangle(c, (x, -0.85), 0.08, 0.74, side(shade(wood, 0.6)))
    b.rectangle(c, (0.18 - half, -0.86), 2 * half - 0.36, 0.16, side(shade(wood, 0.82)))
    for x in (0.12 - half, half - 0.22):
        b.polygon(c, [(x, -0.84), (x + 0.1, -0.84), (x + 0.085, 0), (x + 0.02, 0)], side(wood, 1.1))
    b.polygon(
        c,
        [(0.16 - half, -1), (half - 0.16, -1), (half, -0.88), (-half, -0.88)],
        linear((-0.9 * half, -1), (0.9 * half, -0.88), (shade(wood, 1.4), wood, shade(wood, 0.85)), (0, 0.6, 1)),
    )
    _planks(c, rng, half, wood)
    b.rectangle(c, (-half, -0.885), 2 * half, 0.05, side(shade(wood, 0.88), 0.9), round=0.015)


def _planks(c: skia.Canvas, rng: np.random.Generator, half: float, wood: Colour) -> None:
    """The grain of a table's top, which shows in large pictures, and of its edge."""
    lines = []
    for y in np.linspace(-0.985, -0.895, 6):
        reach = (half - 0.16) + 0.16 * (y + 1) / 0.12
        for start in np.arange(-reach, reach - 0.2, 0.42):
            x = float(start + rng.uniform(0.0, 0.2))
            lines.append(((x, y), (x + 0.11, y + float(rng.uniform(-0.004, 0.004))), (min(x + 0.24, reach), y)))
    strokes(c, lines, shade(wood, 0.72), 0.004, 0.5)


def _chair(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    wood = look.colour or _WOOD
    for x in (-0.24, 0.2):
        b.polygon(c, [(x, -0.46), (x + 0.05, -0.46), (x + 0.045, -0.06), (x + 0.01, -0.06)], side(shade(wood, 0.6)))
        b.polygon(c, [(x - 0.02, -0.5), (x + 0.06, -0.5), (x + 0.07, -0.99), (x - 0.01, -0.99)], side(wood, 1.0))
    for y in (-0.96, -0.80, -0.66):
        b.blob(
            c,
            [(-0.22, y + 0.02), (0, y - 0.02), (0.25, y + 0.02), (0.25, y + 0.085), (0, y + 0.05), (-0.22, y + 0.085)],
            top(shade(wood, 1.05)),
        )
    b.polygon(c, "-.28,-.52 .28,-.52 .34,-.42 -.34,-.42", top(shade(wood, 1.2), 0.8))
    b.rectangle(c, (-0.34, -0.43), 0.68, 0.055, side(shade(wood, 0.85)), round=0.01)
    for x in (-0.33, 0.26):
        b.polygon(c, [(x, -0.40), (x + 0.07, -0.40), (x + 0.058, 0), (x + 0.012, 0)], side(wood, 1.1))
    b.rectangle(c, (-0.28, -0.17), 0.56, 0.03, side(shade(wood, 0.8)))


def _sofa(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    cloth = look.colour or rgb("#5f8a8f")
    for x in (-0.95, 0.85):
        b.polygon(c, [(x, -0.12), (x + 0.1, -0.12), (x + 0.075, 0), (x + 0.025, 0)], rgb("#4a3222"))
    b.rectangle(c, (-0.92, -0.98), 1.84, 0.8, top(shade(cloth, 0.92)), round=0.16)
    for x in (-0.76, 0.01):
        b.rectangle(c, (x, -0.86), 0.75, 0.42, ball(cloth, 0.7), round=0.09)
        b.rectangle(c, (x, -0.48), 0.75, 0.22, top(shade(cloth, 1.12), 0.9), round=0.07)
    b.rectangle(c, (-0.95, -0.29), 1.9, 0.19, top(shade(cloth, 0.82)), round=0.04)
    for x in (-1.1, 0.82):
        b.rectangle(c, (x, -0.66), 0.28, 0.57, ball(shade(cloth, 1.02), 0.9), round=0.12)
    for x, turn, ink in ((-0.55, -10, mix(cloth, rgb("#f6e3b0"), 0.75)), (0.54, 12, mix(cloth, rgb("#e8825a"), 0.75))):
        with b.placed(c, (x, -0.60), turn=turn):
            b.blob(c, "-.15,-.15! .0,-.12 .15,-.15! .12,.0 .15,.15! .0,.12 -.15,.15! -.12,.0", ball(ink, 0.8))


def _armchair(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    cloth = look.colour or rgb("#b5694a")
    for x in (-0.40, 0.30):
        b.polygon(c, [(x, -0.12), (x + 0.1, -0.12), (x + 0.075, 0), (x + 0.025, 0)], rgb("#4a3222"))
    b.blob(c, "0,-1.0 .24,-.96 .36,-.80 .40,-.58 .44,-.30 .40,-.14! 0,-.14!", ball(cloth, 0.8), mirrored=True)
    b.blob(c, "0,-.93 .20,-.90 .29,-.76 .31,-.56 .30,-.42 0,-.40!", ball(shade(cloth, 1.1), 0.8), mirrored=True)
    for x in (-0.15, 0.0, 0.15):
        b.curve(c, [(x * 0.8, -0.87), (x, -0.68), (x * 0.95, -0.47)], shade(cloth, 0.86), 0.012, 0.8)
    b.rectangle(c, (-0.33, -0.45), 0.66, 0.19, top(shade(cloth, 1.14), 0.9), round=0.08)
    b.rectangle(c, (-0.38, -0.28), 0.76, 0.18, top(shade(cloth, 0.84)), round=0.05)
    for x in (-0.5, 0.27):
        b.rectangle(c, (x, -0.58), 0.23, 0.48, ball(shade(cloth, 1.02), 0.9), round=0.11)


def _bed(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    quilt = look.colour or rgb("#6f93c4")
    wood = rgb("#8a5a36")
    b.blob(c, "-1.22,.0! -1.22,-.86! -1.15,-.98 -1.05,-.98 -.98,-.86! -.98,.0!", side(wood))
    b.blob(c, "1.02,.0! 1.02,-.50! 1.08,-.60 1.16,-.60 1.22,-.50! 1.22,.0!", side(wood))
    b.rectangle(c, (-1.1, -0.28), 2.2, 0.18, side(shade(wood, 0.85)))
    b.rectangle(c, (-1.04, -0.46), 2.1, 0.22, top(rgb("#f5f1ea"), 0.7), round=0.05)
    for x, y in ((-0.72, -0.58), (-0.62, -0.52)):
        b.ellipse(c, (x, y), 0.29, 0.13, ball(rgb("#fbf8f3"), 0.6))
    shape = b.outline("-.42,-.50 -.1,-.56 .5,-.555 .96,-.53 1.06,-.44 1.06,-.14! .6,-.11 .1,-.15 -.40,-.12! -.46,-.3")
    b.fill(c, shape, top(quilt, 0.9))
    with b.clipped(c, shape):
        lines = [((x, -0.6), (x + 0.04, -0.1)) for x in np.arange(-0.3, 1.1, 0.24)] + [
            ((-0.5, y), (1.1, y + 0.02)) for y in (-0.42, -0.28)
        ]
        strokes(c, lines, shade(quilt, 0.7), 0.014, 0.6)
    b.blob(c, "-.46,-.50 -.2,-.56 -.16,-.46 -.2,-.14! -.44,-.12! -.48,-.3", top(mix(quilt, WHITE, 0.72), 0.7))


def _lamp(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    shade_colour = look.colour or rgb("#f3dfb4")
    b.glow(c, (0, -0.72), 0.62, rgb("#ffdf9a"), 0.55 if look.lit else 0.28)
    b.ellipse(c, (0, -0.035), 0.2, 0.035, ball(rgb("#8a6238")))
    b.blob(c, "0,-.56 .03,-.52 .05,-.40 .13,-.26 .11,-.12 .05,-.06 0,-.05", ball(rgb("#a87a48"), 1.1), mirrored=True)
    b.line(c, (0, -0.56), (0, -0.64), GOLD, 0.03)
    cover = linear(
        (0, -1),
        (0, -0.6),
        (shade(shade_colour, 1.08), mix(shade_colour, rgb("#ffe7a0"), 0.35), shade(shade_colour, 0.82)),
        (0, 0.6, 1),
    )
    b.blob(c, "-.2,-.99! .2,-.99! .38,-.60! .0,-.575 -.38,-.60!", cover)
    strokes(
        c, [((x * 0.53, -0.98), (x, -0.59)) for x in np.linspace(-0.32, 0.32, 8)], shade(shade_colour, 0.72), 0.006, 0.4
    )
    b.curve(c, "-.37,-.605 .0,-.58 .37,-.605", shade(shade_colour, 0.7), 0.014)


def _floor_lamp(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """The shade of a lamp on a thin pole as tall as somebody."""
    cloth = look.colour or rgb("#f3dfb4")
    b.glow(c, (0, -0.87), 0.26, rgb("#ffdf9a"), 0.55 if look.lit else 0.25)
    b.ellipse(c, (0, -0.012), 0.1, 0.014, ball(rgb("#4a3a2c")))
    b.line(c, (0, -0.02), (0, -0.8), side(rgb("#6a5238")), 0.014)
    b.blob(
        c,
        "-.09,-.99! .09,-.99! .15,-.78! .0,-.77 -.15,-.78!",
        linear(
            (0, -1), (0, -0.78), (shade(cloth, 1.08), mix(cloth, rgb("#ffe7a0"), 0.35), shade(cloth, 0.82)), (0, 0.6, 1)
        ),
    )
    b.curve(c, "-.148,-.782 .0,-.772 .148,-.782", shade(cloth, 0.7), 0.006)


def _street_lamp(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    iron = look.colour or _IRON
    b.blob(c, "-.075,.0! -.065,-.05 -.03,-.09 -.022,-.16! .022,-.16! .03,-.09 .065,-.05 .075,.0!", side(iron, 1.2))
    b.rectangle(c, (-0.015, -0.80), 0.03, 0.66, side(iron, 1.5))
    for y in (-0.30, -0.78):
        b.rectangle(c, (-0.026, y), 0.052, 0.022, side(iron, 1.3), round=0.008)
    b.line(c, (-0.075, -0.745), (0.075, -0.745), iron, 0.014)
    b.polygon(
        c,
        "-.045,-.80 .045,-.80 .072,-.93 -.072,-.93",
        panes(True, (-0.07, -0.93), 0.14, 0.13) if look.lit else rgb("#efe2b8"),
    )
    strokes(
        c,
        [
            ((-0.045, -0.80), (-0.072, -0.93)),
            ((0.045, -0.80), (0.072, -0.93)),
            ((0, -0.80), (0, -0.93)),
            ((-0.05, -0.80), (0.05, -0.80)),
        ],
        iron,
        0.009,
    )
    b.polygon(c, "-.088,-.925 .0,-.985 .088,-.925", side(SNOW if look.snow else iron, 1.2))
    b.circle(c, (0, -0.985), 0.013, iron)
    b.glow(c, (0, -0.865), 0.30 if look.lit else 0.12, rgb("#ffe2a0"), 0.85 if look.lit else 0.35)


_SPINES = ("#a8392f", "#2f5d8a", "#3f7a4a", "#d2a03c", "#6b3f6f", "#1f6f72", "#c9653a", "#e3d6ba", "#4a4a58", "#8a2f4a")


def _books(c: skia.Canvas, rng: np.random.Generator, x: float, width: float, base: float, tall: float) -> None:
    groups: dict[str, skia.Path] = {ink: skia.Path() for ink in _SPINES}
    bands, end = [], x + width
    while x < end - 0.02:
        wide = min(float(rng.uniform(0.026, 0.05)), end - x)
        high = tall * float(rng.uniform(0.68, 0.97))
        groups[str(rng.choice(_SPINES))].addRect(b.box(x, base - high, wide - 0.003, high))
        bands.append(((x + 0.006, base - high * 0.8), (x + wide - 0.009, base - high * 0.8)))
        x += wide
    for ink, path in groups.items():
        b.fill(c, path, side(rgb(ink), 0.4))
    strokes(c, bands, rgb("#f3e2b0"), 0.006, 0.8)


def _bookshelf(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    wood = look.colour or rgb("#7d5030")
    b.rectangle(c, (-0.36, -0.98), 0.72, 0.98, shade(wood, 0.45))
    for k in range(5):
        base = -0.055 - 0.186 * k
        _books(c, rng, -0.32, 0.64, base, 0.15)
        b.rectangle(
            c,
            (-0.32, base - 0.166),
            0.64,
            0.05,
            linear((0, base - 0.166), (0, base - 0.11), ((0, 0, 0, 0.55), (0, 0, 0, 0.0))),
        )
        b.rectangle(c, (-0.34, base), 0.68, 0.024, top(shade(wood, 1.1)))
    for x in (-0.37, 0.325):
        b.rectangle(c, (x, -0.98), 0.045, 0.98, side(wood, 1.1))
    b.rectangle(c, (-0.40, -1.0), 0.8, 0.045, top(shade(wood, 1.1)), round=0.01)
    b.rectangle(c, (-0.38, -0.03), 0.76, 0.03, side(shade(wood, 0.8)))


def _clock(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    frame = look.colour or rgb("#9a5f34")
    b.circle(
        c, (0, -0.5), 0.5, linear((-0.4, -0.9), (0.4, -0.1), (shade(frame, 1.4), frame, shade(frame, 0.5)), (0, 0.5, 1))
    )
    b.circle(c, (0, -0.5), 0.415, shade(frame, 0.5))
    b.circle(c, (0, -0.5), 0.40, b.radial((-0.1, -0.62), 0.6, (WHITE, rgb("#fbf6ea"), rgb("#d8cdb8")), (0, 0.6, 1)))
    ticks = [
        ((0.31 * sin(a), -0.5 - 0.31 * cos(a)), (0.36 * sin(a), -0.5 - 0.36 * cos(a))) for a in np.arange(12) * pi / 6
    ]
    strokes(c, ticks, rgb("#2b2622"), 0.024)
    hour, minute = -58 * pi / 180, 60 * pi / 180
    b.line(c, (0, -0.5), (0.19 * sin(hour), -0.5 - 0.19 * cos(hour)), rgb("#2b2622"), 0.036)
    b.line(c, (0, -0.5), (0.29 * sin(minute), -0.5 - 0.29 * cos(minute)), rgb("#2b2622"), 0.024)
    b.line(c, (0.0, -0.44), (0.02, -0.80), rgb("#c8322f"), 0.009)
    b.circle(c, (0, -0.5), 0.028, ball(GOLD))


def _window(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    frame = look.colour or rgb("#f5f0e6")
    draw_window(c, (-0.33, -0.90), 0.66, 0.80, look, frame=frame, bars=(2, 3))
    b.rectangle(c, (-0.46, -0.07), 0.92, 0.07, top(shade(frame, 0.95)), round=0.01)


def _door(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    paint = look.colour or rgb("#8a4f2c")
    b.rectangle(c, (-0.27, -1.0), 0.54, 1.0, side(shade(paint, 0.6)))
    b.rectangle(c, (-0.22, -0.95), 0.44, 0.95, side(paint, 0.9))
    for x in (-0.17, 0.03):
        for y, tall in ((-0.88, 0.36), (-0.44, 0.36)):
            b.rectangle(c, (x, y), 0.14, tall, shade(paint, 0.62), round=0.008)
            b.rectangle(c, (x + 0.012, y + 0.012), 0.128, tall - 0.012, side(shade(paint, 0.92), 0.7), round=0.006)
    b.circle(c, (0.175, -0.47), 0.024, ball(GOLD))


def _fence(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    paint = look.colour or rgb("#f4f1ea")
    for y in (-0.68, -0.34):
        b.rectangle(c, (-1.5, y), 3.0, 0.12, top(shade(paint, 0.84)))
    for k in range(11):
        x = -1.45 + k * 0.285
        b.polygon(c, [(x, 0), (x, -0.84), (x + 0.085, -1.0), (x + 0.17, -0.84), (x + 0.17, 0)], side(paint, 0.8))
        if look.snow:
            b.polygon(c, [(x - 0.01, -0.82), (x + 0.085, -1.03), (x + 0.18, -0.82), (x + 0.085, -0.88)], SNOW)


def _bench(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    wood = look.colour or rgb("#9a6236")
    for x in (-0.9, 0.82):
        b.curve(c, [(x, 0), (x + 0.02, -0.44), (x - 0.02, -0.98)], _IRON, 0.07)
        b.curve(c, [(x + 0.14, 0), (x + 0.12, -0.40), (x - 0.02, -0.46)], _IRON, 0.06)
        b.curve(c, [(x - 0.02, -0.66), (x + 0.16, -0.68), (x + 0.15, -0.46)], _IRON, 0.045)
    for k in range(4):
        b.rectangle(c, (-1.05, -0.99 + k * 0.125), 2.1, 0.09, top(shade(wood, 1.05 - 0.05 * k)), round=0.025)
        _grain(c, -1.0, -0.99 + k * 0.125, 2.0, 0.09, wood)
    b.polygon(c, "-1.06,-.50 1.06,-.50 1.12,-.40 -1.12,-.40", top(shade(wood, 1.15)))
    strokes(c, [((-1.1, -0.465), (1.1, -0.465)), ((-1.1, -0.43), (1.1, -0.43))], shade(wood, 0.55), 0.012)
    b.rectangle(c, (-1.12, -0.41), 2.24, 0.055, top(shade(wood, 0.8)), round=0.015)
    if look.snow:
        b.blob(c, "-1.08,-.50 -.5,-.57 .3,-.55 1.08,-.50 1.0,-.46 -1.0,-.46", SNOW)


def _basket(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A woven basket with greenery, and apples unless it is filled with something else."""
    cane = look.colour or rgb("#c08a4a")
    b.curve(c, "-.56,-.50 -.48,-.86 .0,-.98 .48,-.86 .56,-.50", shade(cane, 0.7), 0.07)
    b.curve(c, "-.56,-.50 -.48,-.86 .0,-.98 .48,-.86 .56,-.50", shade(cane, 1.15), 0.03)
    leaves(c, rng, ((-0.3, -0.54, 0.14), (0.3, -0.54, 0.14), (0.0, -0.58, 0.14)), rgb("#5f9a46"), size=0.035, count=24)
    for x, y, ink in (
        (-0.34, -0.56, "#d8352c"),
        (0.02, -0.60, "#e8b93a"),
        (0.34, -0.56, "#d8352c"),
        (-0.15, -0.54, "#8fbf45"),
        (0.18, -0.53, "#d8352c"),
    ):
        if look.traits.get("state") != "filled":
            b.circle(c, (x, y), 0.12, ball(rgb(ink)))
    shape = b.outline("-.64,-.50! .64,-.50! .52,-.06 .44,.0 -.44,.0 -.52,-.06")
    b.fill(c, shape, side(cane, 1.0))
    with b.clipped(c, shape):
        weave = []
        for row in range(7):
            y = -0.47 + row * 0.075
            weave += [
                ((x + 0.05 * (row % 2), y), (x + 0.05 + 0.05 * (row % 2), y + 0.028), (x + 0.09 + 0.05 * (row % 2), y))
                for x in np.arange(-0.7, 0.7, 0.1)
            ]
        strokes(c, weave, shade(cane, 0.6), 0.018, 0.8)
    b.rectangle(c, (-0.68, -0.54), 1.36, 0.085, side(shade(cane, 1.05), 1.0), round=0.04)


def _fireplace(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A stone fireplace with its mantel, a fire burning in it."""
    stone = look.colour or rgb("#b9aa9a")
    b.rectangle(c, (-0.56, -0.9), 1.12, 0.9, side(stone, 0.8))
    for row in range(7):
        for k in range(5):
            x = -0.55 + 0.23 * k + 0.11 * (row % 2)
            if x + 0.2 < 0.56:
                b.rectangle(
                    c, (x, -0.88 + 0.126 * row), 0.2, 0.11, shade(stone, float(rng.uniform(0.84, 1.1))), round=0.02
                )
    b.rectangle(c, (-0.36, -0.62), 0.72, 0.62, rgb("#241a16"), round=0.1)
    b.glow(c, (0, -0.2), 0.5, rgb("#ff9a3c"), 0.75)
    for x, wide, tall in ((-0.14, 0.14, 0.26), (0.12, 0.15, 0.3), (0.0, 0.17, 0.42)):
        for k, ink in enumerate(("#ff6a1f", "#ffae34", "#fff0b0")):
            w, t = wide * (1 - 0.28 * k), tall * (1 - 0.3 * k)
            b.blob(
                c,
                [
                    (x - w, -0.1),
                    (x - 0.7 * w, -0.1 - 0.5 * t),
                    (x, -0.1 - t),
                    (x + 0.7 * w, -0.1 - 0.45 * t),
                    (x + w, -0.1),
                ],
                rgb(ink),
            )
    for y, tilt in ((-0.05, 0.02), (-0.1, -0.03)):
        b.line(c, (-0.27, y + tilt), (0.27, y - tilt), rgb("#5c3a22"), 0.075)
    b.rectangle(c, (-0.68, -1.0), 1.36, 0.12, top(rgb("#7a5030")), round=0.02)
    b.rectangle(c, (-0.64, -0.05), 1.28, 0.05, shade(stone, 0.8))


def _bunk_bed(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """Two beds, one over the other, and the ladder."""
    wood, quilt = rgb("#c99a5f"), look.colour or rgb("#5f93c4")
    for x in (-0.72, 0.72):
        b.rectangle(c, (x - 0.035, -1.0), 0.07, 1.0, side(wood, 1.0), round=0.02)
    for y, tone in ((-0.2, quilt), (-0.66, mix(quilt, rgb("#f2b84a"), 0.75))):
        b.rectangle(c, (-0.72, y), 1.44, 0.08, top(wood, 0.9))
        b.rectangle(c, (-0.68, y - 0.09), 1.36, 0.1, top(rgb("#f5f1ea"), 0.6), round=0.03)
        b.ellipse(c, (-0.52, y - 0.12), 0.15, 0.055, ball(rgb("#fbf8f3"), 0.5))
        b.blob(c, [(-0.36, y - 0.12), (0.1, y - 0.14), (0.6, y - 0.12), (0.69, y - 0.06), (0.69, y + 0.02),
                   (-0.36, y + 0.02)], top(tone, 0.9))  # fmt: skip
    b.rectangle(c, (-0.72, -0.88), 1.0, 0.035, top(wood))
    strokes(c, [((x, -0.86), (x, -0.68)) for x in np.linspace(-0.6, 0.2, 6)], wood, 0.02)
    for x in (0.36, 0.56):
        b.line(c, (x, 0.0), (x, -0.92), shade(wood, 0.8), 0.035)
    strokes(c, [((0.36, y), (0.56, y)) for y in np.linspace(-0.12, -0.82, 6)], shade(wood, 1.1), 0.03)
    for x in (-0.72, 0.72):
        b.circle(c, (x, -1.0), 0.04, ball(GOLD))


def _sprite(
    name: str, draw: Draw, height: float, width: float, place: str = "ground", group: str = "furniture", **attach: Point
) -> Sprite:
    points = {"top": (0.0, -0.97), "seat": (0.0, -0.48), "head": (0.0, -0.97), "hand": (0.0, -0.5)}
    return Sprite(name=name, draw=draw, height=height, width=width, place=place, group=group, attach=points | attach)


SPRITES = (
    _sprite("table", _table, 0.24, 2.0, seat=(0.0, -0.94), top=(0.0, -0.94)),
    _sprite("long_table", partial(_table, half=1.9), 0.24, 3.9, seat=(0.0, -0.94), top=(0.0, -0.94)),
    _sprite("chair", _chair, 0.32, 0.72, top=(0.0, -0.47)),
    _sprite("sofa", _sofa, 0.26, 2.25, top=(0.0, -0.46)),
    _sprite("armchair", _armchair, 0.34, 1.06, top=(0.0, -0.45)),
    _sprite("bed", _bed, 0.24, 2.5, seat=(0.3, -0.54), top=(0.3, -0.54)),
    _sprite(
        "bunk_bed", _bunk_bed, 0.42, 1.52, top=(0.0, -0.95), seat=(0.0, -0.6), head=(0.0, -0.95), hand=(0.608, -0.4)
    ),
    _sprite("lamp", _lamp, 0.24, 0.8, "surface"),
    _sprite("floor_lamp", _floor_lamp, 0.46, 0.34),
    _sprite("fireplace", _fireplace, 0.34, 1.36, top=(0.0, -1.0)),
    _sprite("street_lamp", _street_lamp, 0.56, 0.3),
    _sprite("bookshelf", _bookshelf, 0.52, 0.82),
    _sprite("clock", _clock, 0.2, 1.0, "wall"),
    _sprite("window", _window, 0.36, 0.95, "wall"),
    _sprite("door", _door, 0.5, 0.56, "wall"),
    _sprite("fence", _fence, 0.13, 3.1),
    _sprite("bench", _bench, 0.19, 2.3, top=(0.0, -0.48)),
    _sprite("basket", _basket, 0.16, 1.4, "surface", "object", rim=(0.0, -0.5)),
)
