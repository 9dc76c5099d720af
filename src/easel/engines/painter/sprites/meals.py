"""Cooked food, and what one drinks from."""

from functools import partial
from math import cos, pi, sin

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Colour, ball, linear, mix, rgb, shade, side, top
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.sprite import Look, on_table


def steam(c: skia.Canvas, x: float, y: float, tall: float, *, count: int = 3, spread: float = 0.14) -> None:
    """Wisps of steam rising from (x, y)."""
    for k in range(count):
        dx = (k - (count - 1) / 2) * spread
        nodes = [
            (x + dx, y),
            (x + dx + 0.22 * tall, y - tall * 0.33),
            (x + dx - 0.12 * tall, y - tall * 0.66),
            (x + dx + 0.1 * tall, y - tall),
        ]
        b.curve(
            c, nodes, linear((0, y), (0, y - tall), ((1, 1, 1, 0.75), (1, 1, 1, 0.0))), 0.045 * (1 + tall), blur=0.012
        )


def _pizza_slice(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A slice, melting."""
    cheese = look.colour or rgb("#f8c84e")
    b.blob(c, "-.50,-.84 -.2,-.99 .2,-.99 .50,-.84 .47,-.72 .2,-.82 -.2,-.82 -.47,-.72", top(rgb("#c9853c"), 1.0))
    b.blob(
        c,
        "-.46,-.76! -.2,-.86 .2,-.86 .46,-.76! .30,-.48 .24,-.40 .20,-.46 .12,-.2 .09,-.10 .05,-.16 .0,-.01!"
        " -.08,-.2 -.14,-.28 -.18,-.24 -.24,-.38",
        top(cheese, 0.8),
    )
    if "topped" not in look.traits:
        _salami_and_basil(c, cheese)


def _salami_and_basil(c: skia.Canvas, cheese: Colour) -> None:
    """What is on a pizza where nobody says."""
    for x, y, r in (
        (-0.2, -0.70, 0.1),
        (0.17, -0.66, 0.105),
        (-0.03, -0.45, 0.095),
        (0.02, -0.78, 0.06),
        (0.03, -0.24, 0.055),
    ):
        b.circle(c, (x, y + 0.012), r * 1.03, shade(cheese, 0.66))
        b.circle(c, (x, y), r, ball(rgb("#c63b2a"), 0.9))
        for k in range(4):
            b.circle(c, (x + cos(k * 1.8) * r * 0.5, y + sin(k * 1.8) * r * 0.5), r * 0.1, rgb("#e8785a"))
    for x, y, turn in ((-0.08, -0.61, 30), (0.28, -0.76, -40), (0.1, -0.52, 70), (-0.32, -0.74, -10)):
        with b.placed(c, (x, y), turn=turn):
            b.blob(c, "-.06,0! .0,-.03 .06,0! .0,.03", side(rgb("#4f8f3a")))


def _burger(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    bun = look.colour or rgb("#d98f3e")
    b.blob(c, "-.58,-.20! .58,-.20! .56,-.06 .40,.0 -.40,.0 -.56,-.06", top(bun, 0.9))
    b.rectangle(c, (-0.62, -0.37), 1.24, 0.19, top(rgb("#6b3a22"), 1.1), round=0.085)
    b.polygon(c, "-.60,-.40 .60,-.40 .44,-.26 .30,-.37 .06,-.24 -.14,-.37 -.36,-.25", top(rgb("#fbc02d"), 0.6))
    b.rectangle(c, (-0.58, -0.47), 1.16, 0.085, top(rgb("#dc3b30"), 0.9), round=0.04)
    wave = [(x, -0.50 + (0.05 if k % 2 else -0.02)) for k, x in enumerate(np.linspace(-0.66, 0.66, 15))]
    b.blob(c, [(-0.64, -0.55), *wave, (0.64, -0.55)], top(rgb("#6fb53f"), 0.9))
    b.blob(c, "-.62,-.54! -.60,-.76 -.36,-.95 .0,-1.0 .36,-.95 .60,-.76 .62,-.54! .0,-.50", ball(bun, 1.0))
    seeds = [
        (-0.34, -0.80),
        (-0.14, -0.90),
        (0.08, -0.84),
        (0.3, -0.86),
        (0.2, -0.93),
        (-0.22, -0.72),
        (0.42, -0.72),
        (-0.02, -0.72),
    ]
    for x, y in seeds:
        b.ellipse(c, (x, y), 0.034, 0.021, ball(rgb("#fff0cc"), 0.6))


def bowl(c: skia.Canvas, colour: Colour, rim_y: float, half: float) -> None:
    """A round bowl with its rim at `rim_y`, open at the top, `half` as wide as it is."""
    b.blob(
        c,
        [
            (-half, rim_y),
            (-half * 0.92, rim_y * 0.55),
            (-half * 0.55, -0.09),
            (0, -0.06),
            (half * 0.55, -0.09),
            (half * 0.92, rim_y * 0.55),
            (half, rim_y),
        ],
        side(colour, 1.1),
    )
    b.polygon(
        c,
        [(-half * 0.42, -0.1), (half * 0.42, -0.1), (half * 0.38, 0.0), (-half * 0.38, 0.0)],
        side(shade(colour, 0.85), 1.1),
    )
    b.ellipse(c, (0, rim_y), half, half * 0.2, side(shade(colour, 1.1), 0.6))


def _ramen(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    china = look.colour or rgb("#c23a2f")
    bowl(c, china, -0.52, 0.74)
    band = [
        ((x, -0.34 + 0.06 * abs(x)), (x + 0.05, -0.34 + 0.06 * abs(x)), (x + 0.05, -0.29))
        for x in np.arange(-0.55, 0.55, 0.1)
    ]
    strokes(c, band, mix(china, rgb("#ffe9b0"), 0.85), 0.018)
    b.ellipse(c, (0, -0.515), 0.68, 0.112, ball(rgb("#c9742c"), 0.7))
    noodles = []
    for _ in range(26):
        x, y = rng.uniform(-0.5, 0.45), rng.uniform(-0.56, -0.47)
        noodles.append(((x, y), (x + 0.1, y + rng.uniform(-0.07, 0.05)), (x + 0.22, y + rng.uniform(-0.02, 0.03))))
    strokes(c, noodles, rgb("#d9a94a"), 0.032)
    strokes(c, noodles, rgb("#f9dd8c"), 0.02)
    if "topped" not in look.traits:
        _usual_toppings(c, rng)
    for y0, y1 in ((-0.60, -0.90), (-0.55, -0.82)):
        b.line(c, (0.0, y0 + 0.06), (0.78, y1), rgb("#8a5630"), 0.034)
        b.line(c, (0.0, y0 + 0.05), (0.78, y1 - 0.01), rgb("#c98c52"), 0.014)
    steam(c, -0.1, -0.66, 0.32)


def _usual_toppings(c: skia.Canvas, rng: np.random.Generator) -> None:
    """What is on ramen where nobody says: seaweed, two halves of an egg, a slice of pork and spring onions."""
    b.polygon(c, ".34,-.60 .60,-.72 .66,-.48 .42,-.46", rgb("#1f3328"))
    for x in (-0.3, -0.08):
        b.ellipse(c, (x, -0.55), 0.115, 0.075, ball(rgb("#fffaf0"), 0.4))
        b.ellipse(c, (x, -0.552), 0.06, 0.04, ball(rgb("#f59a23")))
    b.ellipse(c, (0.18, -0.55), 0.15, 0.062, ball(rgb("#d9987a"), 0.7))
    b.curve(c, ".06,-.55 .16,-.58 .28,-.55", rgb("#a85a40"), 0.016)
    onions = skia.Path()
    for x, y in rng.uniform((-0.45, -0.58), (0.35, -0.46), (18, 2)).tolist():
        onions.addCircle(x, y, 0.018)
    b.fill(c, onions, rgb("#5fae45"))


def _dumpling(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """Three of them in a bamboo steamer."""
    dough = look.colour or rgb("#f8efdf")
    for x, y in ((-0.36, -0.40), (0.36, -0.40), (0.0, -0.46)):
        b.blob(
            c,
            [
                (x - 0.30, y + 0.02),
                (x - 0.26, y - 0.16),
                (x - 0.08, y - 0.30),
                (x, y - 0.37),
                (x + 0.08, y - 0.30),
                (x + 0.26, y - 0.16),
                (x + 0.30, y + 0.02),
                (x, y + 0.12),
            ],
            ball(dough, 0.7),
        )
        pleats = [
            ((x, y - 0.35), (x + 0.16 * sin(a), y - 0.24), (x + 0.28 * sin(a), y - 0.06 - 0.05 * cos(a)))
            for a in np.linspace(-1.4, 1.4, 9)
        ]
        strokes(c, pleats, shade(dough, 0.68), 0.013, 0.7)
        b.ellipse(c, (x, y - 0.335), 0.045, 0.026, shade(dough, 0.82))
    cane = rgb("#d2a05c")
    b.rectangle(c, (-0.84, -0.40), 1.68, 0.38, side(cane, 1.0), round=0.03)
    b.rectangle(c, (-0.86, -0.42), 1.72, 0.075, side(shade(cane, 1.12), 0.9), round=0.03)
    b.rectangle(c, (-0.86, -0.08), 1.72, 0.08, side(shade(cane, 0.85), 0.9), round=0.03)
    strokes(c, [((x, -0.34), (x, -0.09)) for x in np.linspace(-0.78, 0.78, 27)], shade(cane, 0.66), 0.01, 0.7)
    steam(c, 0.0, -0.86, 0.22)


def _cup(c: skia.Canvas, colour: Colour, drink: Colour) -> None:
    b.ellipse(c, (0, -0.05), 0.62, 0.07, ball(shade(colour, 0.95), 0.7))
    b.ellipse(c, (0, -0.065), 0.42, 0.04, shade(colour, 0.8), 0.7)
    b.curve(c, ".34,-.56 .56,-.58 .56,-.34 .28,-.26", shade(colour, 0.76), 0.07)
    b.blob(c, "-.42,-.66! -.40,-.40 -.28,-.16 -.16,-.08 .16,-.08 .28,-.16 .40,-.40 .42,-.66!", side(colour, 0.95))
    b.ellipse(c, (0, -0.66), 0.42, 0.085, side(shade(colour, 1.08), 0.6))
    b.ellipse(c, (0, -0.65), 0.36, 0.062, ball(drink, 0.9))
    b.curve(c, "-.34,-.52 -.31,-.36 -.24,-.22", WHITE, 0.03, 0.45)


def _coffee_cup(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    _cup(c, look.colour or rgb("#f4efe6"), rgb("#6b3f22"))
    b.blob(c, "0,-.615 .08,-.665 .12,-.69 .04,-.69 0,-.675", rgb("#f0d9b4"), 0.95, mirrored=True)
    steam(c, 0.0, -0.72, 0.28)


def _tea_cup(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    china = look.colour or rgb("#eef3f4")
    _cup(c, china, rgb("#b9792e"))
    ink = rgb("#3f74a8") if look.colour is None else mix(china, WHITE, 0.75)
    for x in (-0.22, 0.0, 0.22):
        for k in range(5):
            a = 2 * pi * k / 5
            b.circle(c, (x + cos(a) * 0.042, -0.36 + sin(a) * 0.042), 0.03, ink)
        b.circle(c, (x, -0.36), 0.02, rgb("#f2c14e"))
    b.curve(c, "-.40,-.585 .0,-.51 .40,-.585", ink, 0.02)
    steam(c, 0.0, -0.72, 0.28)


def _teapot(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    clay = look.colour or rgb("#a35a3c")
    b.curve(c, "-.40,-.62 -.76,-.66 -.80,-.30 -.44,-.20", shade(clay, 0.8), 0.085)
    b.blob(c, ".38,-.36! .60,-.46 .72,-.70 .90,-.78! .86,-.66 .78,-.44 .62,-.20 .38,-.14!", side(shade(clay, 0.9)))
    b.blob(
        c,
        "-.30,-.72 -.52,-.52 -.56,-.28 -.40,-.06 .0,-.02 .40,-.06 .56,-.28 .52,-.52 .30,-.72 .0,-.76",
        ball(clay, 1.1),
    )
    b.blob(c, "-.30,-.71 -.2,-.84 .0,-.88 .2,-.84 .30,-.71 .0,-.67", ball(shade(clay, 0.95)))
    b.circle(c, (0, -0.92), 0.075, ball(clay))
    b.rectangle(c, (-0.3, -0.035), 0.6, 0.035, side(shade(clay, 0.6)), round=0.015)
    gold = mix(clay, rgb("#ffe2a8"), 0.7)
    b.curve(c, "-.48,-.50 .0,-.42 .48,-.50", gold, 0.018, 0.8)
    for x in (-0.2, 0.06, 0.26):
        b.blob(c, [(x, -0.18), (x + 0.05, -0.28), (x + 0.12, -0.32), (x + 0.06, -0.22)], gold, 0.75)
    steam(c, 0.86, -0.80, 0.18, count=1)


def _wine_glass(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    wine = look.colour or rgb("#8f1d3a")
    shine = linear(
        (-0.25, 0),
        (0.25, 0),
        ((1, 1, 1, 0.75), (0.85, 0.92, 0.97, 0.3), (1, 1, 1, 0.15), (0.8, 0.88, 0.94, 0.6)),
        (0, 0.25, 0.7, 1),
    )
    b.ellipse(c, (0, -0.025), 0.2, 0.025, shine)
    b.ellipse(c, (0, -0.025), 0.2, 0.025, rgb("#b8cad6"), 0.9, width=0.008)
    b.blob(c, "0,-.43 .03,-.40 .014,-.3 .014,-.1 .05,-.03 0,-.025", rgb("#9fb2bf"), 0.75, mirrored=True)
    b.line(c, (-0.005, -0.38), (-0.005, -0.08), WHITE, 0.008, 0.9)
    bowl = b.outline("-.19,-.98! -.235,-.80 -.225,-.62 -.13,-.46 .0,-.41 .13,-.46 .225,-.62 .235,-.80 .19,-.98!")
    b.fill(c, bowl, WHITE, 0.22)
    with b.clipped(c, bowl):
        b.rectangle(c, (-0.3, -0.75), 0.6, 0.36, side(wine, 1.1))
        b.ellipse(c, (0, -0.75), 0.232, 0.036, shade(wine, 1.4))
    b.fill(c, bowl, shine, 0.75)
    b.fill(c, bowl, rgb("#93a9b8"), 0.9, width=0.01)
    b.curve(c, "-.18,-.92 -.2,-.78 -.18,-.62", WHITE, 0.022, 0.75)


def plate(c: skia.Canvas, half: float) -> None:
    """A white plate seen a little from above, its middle at the foot."""
    for wide, high, y, tone in (
        (half, 0.13, -0.12, 0.82),
        (half, 0.13, -0.14, 1.0),
        (0.72 * half, 0.085, -0.135, 0.93),
    ):
        b.ellipse(c, (0, y), wide, high, side(shade(WHITE, tone), 0.35))


def _pancakes(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A stack on a plate, butter melting on it, syrup running down."""
    crust = look.colour or rgb("#d9974a")
    plate(c, 0.92)
    for k in range(5):
        y, shift = -0.2 - 0.11 * k, float(rng.uniform(-0.035, 0.035))
        half = 0.62 - 0.015 * k
        b.ellipse(c, (shift, y), half, 0.155, shade(mix(crust, rgb("#f6dca6"), 0.65), 0.95))
        b.ellipse(c, (shift, y - 0.055), half, 0.155, side(shade(crust, 0.9 + 0.05 * (k % 2)), 0.8))
    b.ellipse(c, (0, -0.705), 0.5, 0.115, shade(crust, 1.12))
    if "topped" not in look.traits:
        butter_and_syrup(c)
    steam(c, 0.0, -0.84, 0.16, count=2)


def butter_and_syrup(c: skia.Canvas) -> None:
    """What pancakes are served with where nobody says, with a few berries beside them."""
    syrup = rgb("#8a3f10")
    b.blob(c, "-.42,-.70 -.2,-.79 .1,-.8 .4,-.72 .5,-.62 .47,-.4 .41,-.33 .37,-.42 .36,-.58 .2,-.6 .16,-.34 .1,-.26"
           " .05,-.36 .04,-.57 -.2,-.58 -.28,-.42 -.34,-.38 -.38,-.48", syrup, 0.86)  # fmt: skip
    b.curve(c, "-.3,-.71 .0,-.76 .3,-.7", rgb("#e8a050"), 0.022, 0.8)
    b.polygon(c, "-.14,-.78 .05,-.82 .17,-.76 -.02,-.71", rgb("#fff0a8"))
    b.polygon(c, "-.14,-.78 -.02,-.71 -.02,-.64 -.14,-.71", rgb("#f0d468"))
    b.polygon(c, ".17,-.76 -.02,-.71 -.02,-.64 .17,-.69", rgb("#e2c050"))
    for x, y in ((0.58, -0.14), (0.7, -0.17), (-0.66, -0.16)):
        b.circle(c, (x, y), 0.062, ball(rgb("#3f4f9a"), 1.0))
    for x, y in ((-0.56, -0.12), (0.46, -0.08)):
        b.blob(c, [(x, y - 0.1), (x + 0.075, y - 0.05), (x, y + 0.06), (x - 0.075, y - 0.05)], ball(rgb("#d8343f")))


def _juice(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A tall glass of juice with a straw and a slice of orange on the rim."""
    juice = look.colour or rgb(look.traits.get("content", "#f59a22"))
    b.line(c, (0.02, -0.2), (0.2, -1.0), rgb("#e8503f"), 0.035)
    glass = b.outline("-.23,-.84! -.19,.0! .19,.0! .23,-.84!")
    b.fill(c, glass, WHITE, 0.28)
    with b.clipped(c, glass):
        b.rectangle(c, (-0.3, -0.74), 0.6, 0.71, side(juice, 1.0))
        b.ellipse(c, (0, -0.74), 0.225, 0.04, shade(juice, 1.25))
        for x, y in ((-0.1, -0.69), (0.06, -0.62)):
            b.rectangle(c, (x, y), 0.11, 0.1, WHITE, 0.3, round=0.02)
    b.ellipse(c, (0, -0.84), 0.23, 0.035, WHITE, 0.8, width=0.012)
    b.rectangle(c, (-0.17, -0.78), 0.045, 0.7, WHITE, 0.42, round=0.02)
    b.fill(c, glass, rgb("#c5d5df"), 0.8, width=0.01)
    b.circle(c, (-0.2, -0.87), 0.125, rgb("#f08a1c"))
    b.circle(c, (-0.2, -0.87), 0.105, rgb("#ffe0a0"))
    for k in range(8):
        a = k * pi / 4
        wedge = [(-0.2, -0.87), (-0.2 + 0.095 * cos(a), -0.87 + 0.095 * sin(a)),
                 (-0.2 + 0.095 * cos(a + 0.62), -0.87 + 0.095 * sin(a + 0.62))]  # fmt: skip
        b.polygon(c, wedge, rgb("#fba83c"))


_sprite = partial(on_table, head=(0.0, -0.9))

SPRITES = (
    _sprite("pizza_slice", _pizza_slice, 0.17, 1.1),
    _sprite("burger", _burger, 0.15, 1.35),
    _sprite("ramen", _ramen, 0.18, 1.65),
    _sprite("dumpling", _dumpling, 0.14, 1.8),
    _sprite("tea_cup", _tea_cup, 0.13, 1.3),
    _sprite("coffee_cup", _coffee_cup, 0.13, 1.3, board=(-0.38, -0.58, 0.38, -0.2)),
    _sprite("teapot", _teapot, 0.16, 1.85),
    _sprite("pancakes", _pancakes, 0.17, 1.85),
    _sprite("juice", _juice, 0.2, 0.6),
    _sprite("wine_glass", _wine_glass, 0.2, 0.52),
)
