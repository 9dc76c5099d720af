"""Plants that scenery is dressed with, each drawn in a few variants that are shown many times.

Single plants that a prompt names are sprites; these are the masses: woods, bamboo, grass, fields of flowers.
"""

import math
from collections.abc import Callable

import numpy as np
import skia

from easel.engines.painter.brush import (
    Colour,
    blob,
    circle,
    curve,
    ellipse,
    jitter,
    linear,
    paint,
    polygon,
    radial,
    rgb,
    shade,
    side,
)  # fmt: skip
from easel.engines.painter.foliage import Bunches, pixels_per_unit

SNOW = rgb("f1f5fc")
#: Draws one plant in the sprites' frame: base at the origin, 1 tall, y upwards negative.
DrawPlant = Callable[[skia.Canvas, np.random.Generator, Colour, bool], None]


def conifer(c: skia.Canvas, rng: np.random.Generator, colour: Colour, snow: bool) -> None:
    """A spruce: whorls of drooping twigs, dark inside, lighter towards the tips and the light."""
    polygon(c, [(-0.02, 0), (0.02, 0), (0.006, -0.6), (-0.006, -0.6)], rgb("513b2b"))
    body = [
        (0.0, -0.99),
        (0.05, -0.8),
        (0.115, -0.5),
        (0.18, -0.1),
        (0.0, -0.06),
        (-0.18, -0.1),
        (-0.115, -0.5),
        (-0.05, -0.8),
    ]
    polygon(c, body, shade(colour, 0.42))
    # The larger it is shown, the more and the finer its twigs.
    fine = min(3.0, max(1.0, pixels_per_unit(c) / 330))
    whorls = 24
    tones = ((0.5, 0.022, 1.0), (0.68, 0.016, 0.97), (0.86, 0.014, 0.93), (1.14, 0.01, 0.85))
    for level, (tone, width, share) in enumerate(tones):
        path = skia.Path()
        for i in range(whorls):
            t = (i + 0.5 * (level % 2)) / whorls
            y, half = -0.09 - 0.88 * t, (0.235 * (1 - t) ** 0.9 + 0.012) * share
            for u, high, low in rng.uniform(-1, 1, (int(9 * fine), 3)).tolist():
                # The light comes from the upper left: the lightest twigs are fewer on the right.
                if level == 3 and u > 0.35 and high < 0.2:
                    continue
                droop = 0.055 * abs(u) + 0.004 + 0.016 * low
                rise = y - 0.01 + 0.014 * high
                path.moveTo(u * half * 0.4, rise)
                path.quadTo(u * half * 0.75, rise + 0.004, u * half, rise + 0.01 + droop)
        c.drawPath(path, paint(shade(colour, tone), width=width / fine**0.75))
    if snow:
        _snow_on_twigs(c, rng, whorls, fine)


def _snow_on_twigs(c: skia.Canvas, rng: np.random.Generator, whorls: int, fine: float) -> None:
    """Snow on the twigs, in the shade below and in the light above."""
    under, over = skia.Path(), skia.Path()
    for i in range(whorls):
        t = i / whorls
        y, half = -0.1 - 0.88 * t, 0.225 * (1 - t) ** 0.9 + 0.01
        for u, high in rng.uniform(-0.98, 0.98, (int(4 * fine), 2)).tolist():
            rise, droop = y - 0.008 + 0.012 * high, 0.05 * abs(u)
            for path, drop in ((under, 0.006), (over, 0.0)):
                path.moveTo(u * half * 0.62, rise + drop)
                path.quadTo(u * half * 0.82, rise + 0.2 * droop + drop, u * half, rise + droop + drop)
    c.drawPath(under, paint(rgb("b9c6de"), 0.9, width=0.014 / fine**0.6))
    c.drawPath(over, paint(SNOW, 0.95, width=0.011 / fine**0.6))


def broadleaf(c: skia.Canvas, rng: np.random.Generator, colour: Colour, snow: bool) -> None:
    """A round tree: a forked trunk and a crown of leaf clusters, dark below, light above."""
    bark = rgb("5c4330")
    trunk = "-.06,.004! -.036,-.045 -.027,-.2 -.018,-.5! .018,-.5! .027,-.2 .036,-.045 .06,.004! .02,-.008 -.02,-.006"
    blob(c, trunk, side(bark))
    _furrows(c, rng, bark)
    for s in (-1, 1):
        curve(c, [(0, -0.3), (s * 0.06, -0.45), (s * 0.15, -0.6)], shade(bark, 0.85), 0.022)
    _crown(c, rng, colour)
    if snow:
        _leaves(c, rng, rgb("f6f9ff"), 60, (0.0, -0.86), (0.24, 0.08), 0.022)


def _furrows(c: skia.Canvas, rng: np.random.Generator, bark: Colour) -> None:
    """The cracks of a trunk's bark, where they are large enough to be seen."""
    number = int(min(90, (pixels_per_unit(c) - 200) / 14))
    for tone, shift in ((0.55, 0.0), (1.25, 0.003)):
        path = skia.Path()
        for across, up in rng.uniform(-1, 1, (max(0, number), 2)).tolist():
            y = -0.24 + 0.23 * up
            x = across * (0.03 + 0.012 * y) + shift
            path.moveTo(x, y)
            path.quadTo(x + 0.004 * up, y - 0.02, x - 0.002, y - 0.05)
        c.drawPath(path, paint(shade(bark, tone), 0.6, width=0.0035))


def _crown(c: skia.Canvas, rng: np.random.Generator, colour: Colour) -> None:
    """Leaf masses from the dark inside to the light upper left, each of many small leaves."""
    lumps = []
    for _ in range(9):
        angle, reach = rng.uniform(0, 2 * math.pi), math.sqrt(rng.random()) * 0.9
        lumps.append((math.cos(angle) * 0.2 * reach, -0.66 + math.sin(angle) * 0.19 * reach, rng.uniform(0.11, 0.165)))
    for x, y, size in lumps:
        circle(c, (x, y), size * 0.92, shade(colour, 0.5))
    for level in range(5):
        t = level / 4
        for x, y, size in sorted(lumps, key=lambda lump: lump[1], reverse=True):
            at = (x - 0.28 * size * t, y - 0.42 * size * t)
            spread = size * (1.1 - 0.4 * t)
            # Each mass in two tones: leaves turn differently to the light.
            for turn in (0.94, 1.08):
                tone = jitter(shade(colour, (0.5 + 0.62 * t) * turn), rng, 0.03)
                _leaves(c, rng, tone, 27, at, (spread * 1.1, spread), 0.0145 - 0.0035 * t)


def _leaves(
    c: skia.Canvas,
    rng: np.random.Generator,
    colour: Colour,
    number: int,
    at: tuple[float, float],
    spread: tuple[float, float],
    size: float,
) -> None:
    """Small leaves of one tone, strewn over an ellipse, as one path."""
    path, bunches = skia.Path(), Bunches(c, size)
    angles = rng.uniform(0, 2 * math.pi, number)
    reaches = np.sqrt(rng.random(number))
    sizes = 1.25 * size * rng.uniform(0.7, 1.3, number)
    xs, ys = at[0] + np.cos(angles) * reaches * spread[0], at[1] + np.sin(angles) * reaches * spread[1]
    for x, y, r in zip(xs.tolist(), ys.tolist(), sizes.tolist(), strict=True):
        bunches.add(path, x, y, r)
    c.drawPath(path, paint(colour))


def bamboo(c: skia.Canvas, rng: np.random.Generator, colour: Colour, snow: bool) -> None:
    """One culm with its nodes and sprays of narrow leaves near the top."""
    lean = rng.uniform(-0.03, 0.03)
    half = 0.011
    joints = 12
    for i in range(joints):
        a, b = i / joints, (i + 1) / joints
        x0, x1 = lean * a * a, lean * b * b
        tone = shade(colour, 0.85 + 0.3 * a)
        ink = linear((x0 - half, 0), (x0 + half, 0), (shade(tone, 0.7), shade(tone, 1.3), shade(tone, 0.6)))
        polygon(c, [(x0 - half, -a), (x0 + half, -a), (x1 + half * 0.9, -b), (x1 - half * 0.9, -b)], ink)
        curve(c, [(x0 - half * 1.25, -a), (x0 + half * 1.25, -a)], shade(tone, 0.55), 0.004)
    # One path for each of three tones: a culm has about a hundred leaves.
    sprays = [skia.Path() for _ in range(3)]
    for _ in range(26):
        y = -rng.uniform(0.35, 1.0)
        x = lean * y * y
        direction = rng.choice([-1, 1])
        tip = (x + direction * rng.uniform(0.03, 0.11), y + rng.uniform(-0.02, 0.03))
        for k in range(4):
            end = (tip[0] + direction * rng.uniform(0.02, 0.06), tip[1] + 0.012 + 0.02 * k)
            middle = ((tip[0] + end[0]) / 2, (tip[1] + end[1]) / 2)
            leaf = sprays[int(rng.integers(3))]
            leaf.moveTo(*tip)
            leaf.quadTo(middle[0], middle[1] - 0.014, *end)
            leaf.quadTo(middle[0], middle[1] + 0.014, *tip)
    for leaf, tone in zip(sprays, (0.72, 1.0, 1.28), strict=True):
        c.drawPath(leaf, paint(jitter(shade(colour, tone), rng, 0.03), 0.92))
    if snow:
        # It lies on the upper sides of the leaves.
        c.save()
        c.translate(0, -0.006)
        for leaf in sprays[:2]:
            c.drawPath(leaf, paint(SNOW, 0.85))
        c.restore()


def grass(c: skia.Canvas, rng: np.random.Generator, colour: Colour, snow: bool) -> None:
    """A tuft of curved blades."""
    for i in range(26):
        x = rng.normal(0, 0.22)
        bend = rng.uniform(-0.35, 0.35)
        tall = rng.uniform(0.45, 1.0)
        tone = jitter(shade(colour, 0.6 + 0.6 * i / 26), rng, 0.03)
        w = 0.028
        blob(
            c,
            [
                (x - w, 0),
                (x + bend * 0.3 - w * 0.6, -tall * 0.55),
                (x + bend, -tall),
                (x + bend * 0.3 + w * 0.6, -tall * 0.5),
                (x + w, 0),
            ],
            tone,
        )


def bush(c: skia.Canvas, rng: np.random.Generator, colour: Colour, snow: bool) -> None:
    """A low rounded shrub that sits on the ground."""
    lumps = [(x, -rng.uniform(0.2, 0.42) * (1.1 - abs(x)), rng.uniform(0.26, 0.36)) for x in (-0.46, 0.46, -0.2, 0.22)]
    lumps.append((rng.uniform(-0.08, 0.08), -0.5, 0.34))
    for x, y, size in lumps:
        blob(
            c,
            [(x - size, y), (x, y - size), (x + size, y), (x + 0.9 * size, 0), (x - 0.9 * size, 0)],
            shade(colour, 0.46),
        )
    for level in range(4):
        t = level / 3
        tone = jitter(shade(colour, 0.56 + 0.56 * t), rng, 0.03)
        for x, y, size in lumps:
            at = (x - 0.2 * size * t, min(y - 0.34 * size * t, -0.3 * size))
            _leaves(c, rng, tone, 16, at, (size * (1.1 - 0.35 * t), size * (0.95 - 0.35 * t)), 0.06 - 0.012 * t)
    if snow:
        for x, y, size in lumps:
            for tone, low in ((0.84, 0.1), (1.0, 0.0)):
                at = (x, y - (0.62 - low) * size)
                _leaves(c, rng, shade(rgb("f4f7fd"), tone), 12, at, (0.75 * size, 0.3 * size), 0.075)


def palm(c: skia.Canvas, rng: np.random.Generator, colour: Colour, snow: bool) -> None:
    """A leaning coconut palm."""
    lean = rng.uniform(0.06, 0.2)
    spine = [(0.0, 0.0), (lean * 0.25, -0.3), (lean * 0.65, -0.58), (lean, -0.8)]
    curve(c, spine, rgb("6e543a"), 0.036)
    curve(c, [(x - 0.007, y) for x, y in spine], rgb("a5835c"), 0.011)
    rings = skia.Path()
    for t in np.linspace(0.02, 0.98, 26).tolist():
        x, y = lean * t**1.4, -0.8 * t
        rings.moveTo(x - 0.017, y)
        rings.quadTo(x, y + 0.007, x + 0.017, y)
    c.drawPath(rings, paint(rgb("4c3826"), 0.6, width=0.004))
    crown = (lean, -0.8)
    # The drooping fronds behind, the risen ones before them, in the light.
    for tone, spread, rise in ((0.62, 13, -0.2), (0.86, 11, 0.1), (1.12, 9, 0.34)):
        for angle in np.linspace(-0.5, math.pi + 0.5, spread).tolist():
            _frond(c, rng, crown, angle + rng.uniform(-0.12, 0.12), rise, shade(colour, tone), snow)
    for dx in (-0.022, 0.012, 0.036):
        circle(c, (lean + dx, -0.775), 0.021, side(rgb("7a5a34")))


def _frond(
    c: skia.Canvas,
    rng: np.random.Generator,
    crown: tuple[float, float],
    angle: float,
    rise: float,
    colour: Colour,
    snow: bool,
) -> None:
    """One palm leaf: a rib that arches over, snow on it in winter, with narrow leaflets hanging from it."""
    reach = rng.uniform(0.24, 0.34)
    out, up = math.cos(angle) * reach, max(0.0, math.sin(angle)) * 0.3 * reach + rise * 0.2
    bend = (crown[0] + 0.55 * out, crown[1] - up - 0.07)
    end = (crown[0] + out, crown[1] - up + 0.2 * abs(math.cos(angle)) + 0.05)
    path, rib = skia.Path(), [crown]
    for t in np.linspace(0.08, 1, 22).tolist():
        a, b = (1 - t) ** 2, 2 * t * (1 - t)
        x = a * crown[0] + b * bend[0] + t * t * end[0]
        y = a * crown[1] + b * bend[1] + t * t * end[1]
        rib.append((x, y))
        hang = 0.1 * math.sin(math.pi * min(1.0, 0.12 + 0.86 * t)) ** 0.7 + 0.012
        for aside in (-0.24, 0.24):
            tip = (x + hang * (aside + 0.35 * math.copysign(1, out) * t), y + hang * 0.85)
            path.moveTo(x - 0.006, y)
            path.lineTo(*tip)
            path.lineTo(x + 0.006, y)
    c.drawPath(path, paint(jitter(colour, rng, 0.03)))
    curve(c, rib, SNOW if snow else shade(colour, 1.2), 0.022 if snow else 0.006)


def flower(c: skia.Canvas, rng: np.random.Generator, colour: Colour, snow: bool) -> None:
    """A meadow flower: a stem, two leaves, a ring of petals."""
    green = rgb("4f8a36")
    curve(c, [(0, 0), (0.03, -0.4), (0, -0.8)], green, 0.035)
    blob(c, [(0.01, -0.2), (0.14, -0.36), (0.24, -0.36), (0.12, -0.24)], shade(green, 1.2))
    blob(c, [(0.0, -0.12), (-0.14, -0.28), (-0.22, -0.26), (-0.1, -0.14)], shade(green, 0.85))
    petals = int(rng.integers(6, 10))
    for k in range(petals):
        a = 2 * math.pi * k / petals
        at = (math.cos(a) * 0.12, -0.82 + math.sin(a) * 0.1)
        ellipse(c, at, 0.085, 0.07, shade(colour, 0.85 + 0.3 * (math.sin(a) < 0.1)))
    circle(c, (0, -0.82), 0.065, rgb("f2c23a"))
    if snow:
        _cap(c, (0, -0.9), 0.15)


def spike(c: skia.Canvas, rng: np.random.Generator, colour: Colour, snow: bool) -> None:
    """A flower of many small blossoms along its stems: lavender, sage, lupin."""
    green = rgb("6a8a5a")
    for k in range(5):
        lean = (k - 2) * 0.1 + rng.uniform(-0.03, 0.03)
        high = -rng.uniform(0.78, 1.0)
        curve(c, [(0, 0), (0.35 * lean, 0.5 * high), (lean, high)], green, 0.018)
        for step in range(11):
            t = 0.52 + 0.48 * step / 10
            at = (lean * t**1.3, high * t)
            size = 0.042 * (1.25 - 0.75 * step / 10)
            tone = jitter(shade(colour, 0.78 + 0.04 * step), rng, 0.04)
            ellipse(c, (at[0] - 0.018, at[1]), size, size * 0.8, shade(tone, 1.12))
            ellipse(c, (at[0] + 0.018, at[1] + 0.01), size, size * 0.8, shade(tone, 0.86))
        if snow:
            _cap(c, (lean, high), 0.05)


def cup(c: skia.Canvas, rng: np.random.Generator, colour: Colour, snow: bool) -> None:
    """A tulip: an upright cup over long leaves."""
    green = rgb("4f9040")
    curve(c, [(0, 0), (0.02, -0.4), (0, -0.74)], green, 0.034)
    blob(c, [(0.0, 0), (0.14, -0.24), (0.2, -0.5), (0.08, -0.26)], shade(green, 1.1))
    blob(c, [(0.0, 0), (-0.12, -0.2), (-0.2, -0.42), (-0.07, -0.24)], shade(green, 0.85))
    tone = jitter(colour, rng, 0.03)
    blob(c, [(-0.11, -0.78), (-0.12, -0.93), (-0.06, -1.0), (0, -0.9), (0.06, -1.0), (0.12, -0.93), (0.11, -0.78),
             (0, -0.7)], shade(tone, 0.82))  # fmt: skip
    blob(c, [(-0.075, -0.75), (-0.07, -0.9), (0, -1.0), (0.07, -0.9), (0.075, -0.75), (0, -0.7)], side(tone))
    if snow:
        _cap(c, (0, -0.97), 0.1)


STALK = rgb("5a8f34")


def ripe_sunflower(c: skia.Canvas, rng: np.random.Generator, colour: Colour, snow: bool) -> None:
    """A sunflower in autumn, its stem and leaves withered."""
    sunflower(c, rng, shade(colour, 0.9), snow, green=rgb("9a8238"))


def sunflower(c: skia.Canvas, rng: np.random.Generator, colour: Colour, snow: bool, *, green: Colour = STALK) -> None:
    """A sunflower turned a little aside."""
    curve(c, [(0, 0), (0.015, -0.4), (0, -0.78)], shade(green, 0.85), 0.032)
    for s, y in ((-1, -0.26), (1, -0.4), (-1, -0.52)):
        blob(
            c,
            [(0, y), (s * 0.12, y - 0.1), (s * 0.26, y - 0.06), (s * 0.14, y + 0.02)],
            jitter(shade(green, 1.0 + 0.15 * s), rng, 0.03),
        )
    cx, cy, squash = rng.uniform(-0.03, 0.03), -0.79, rng.uniform(0.82, 1.0)
    for ring, (reach, number, tone) in enumerate(((0.205, 20, shade(colour, 0.82)), (0.18, 18, colour))):
        for k in range(number):
            a = 2 * math.pi * (k + 0.5 * ring) / number + rng.uniform(-0.06, 0.06)
            r = reach * rng.uniform(0.9, 1.06)
            ca, sa = math.cos(a), math.sin(a)
            tip = (cx + ca * r, cy + sa * r * squash)
            left = (cx + ca * r * 0.62 - sa * 0.034, cy + (sa * r * 0.62 + ca * 0.034) * squash)
            right = (cx + ca * r * 0.62 + sa * 0.034, cy + (sa * r * 0.62 - ca * 0.034) * squash)
            base = (cx + ca * 0.06, cy + sa * 0.06 * squash)
            polygon(c, [base, left, tip, right], jitter(tone, rng, 0.05))
    disc = radial((cx - 0.02, cy - 0.02), 0.12, (rgb("8a5a26"), rgb("5a3414"), rgb("341c0c")), (0, 0.55, 1))
    ellipse(c, (cx, cy), 0.102, 0.102 * squash, disc)
    for _ in range(26):
        a, r = rng.uniform(0, 2 * math.pi), 0.09 * math.sqrt(rng.random())
        circle(c, (cx + math.cos(a) * r, cy + math.sin(a) * r * squash), 0.006, rgb("c08a3c"), 0.7)
    if snow:
        _cap(c, (cx, cy - 0.15 * squash), 0.17)
        for s, y in ((-1, -0.33), (1, -0.48)):
            _cap(c, (0.14 * s, y - 0.02), 0.09)


def _cap(c: skia.Canvas, at: tuple[float, float], half: float) -> None:
    """A small heap of snow, `half` to each side."""
    x, y = at
    rim = [(x - half, y + 0.12 * half), (x - 0.6 * half, y - 0.42 * half), (x, y - 0.6 * half)]
    blob(c, [*rim, (x + 0.6 * half, y - 0.42 * half), (x + half, y + 0.12 * half), (x, y + 0.3 * half)], SNOW)


FLOWER_COLOURS = tuple(map(rgb, ("f06a9a", "ffffff", "b48fe8", "f2d04a", "e8533f", "6fa0f0")))


def leaf_colours(season: str) -> tuple[Colour, ...]:
    """The crowns of a wood in a season."""
    return {
        "spring": (rgb("7fb548"), rgb("9cc85a"), rgb("6ea83e")),
        "autumn": (rgb("d9762b"), rgb("c8452c"), rgb("e0a83a"), rgb("8a7a34")),
        "winter": (rgb("6a6a62"), rgb("7a7468")),
    }.get(season, (rgb("4f8a3a"), rgb("3f7a3c"), rgb("6a9a3e")))
