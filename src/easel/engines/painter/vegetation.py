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
    whorls = 24
    for level, (tone, width, share) in enumerate(((0.55, 0.022, 1.0), (0.82, 0.016, 0.95), (1.12, 0.011, 0.85))):
        path = skia.Path()
        for i in range(whorls):
            t = (i + 0.5 * (level % 2)) / whorls
            y, half = -0.09 - 0.88 * t, (0.235 * (1 - t) ** 0.9 + 0.012) * share
            for u in rng.uniform(-1, 1, 11):
                # The light comes from the upper left: the lightest twigs are fewer on the right.
                if level == 2 and u > 0.35 and rng.random() < 0.6:
                    continue
                droop = 0.055 * abs(u) + rng.uniform(-0.012, 0.02)
                path.moveTo(u * half * 0.35, y - 0.01)
                path.quadTo(u * half * 0.7, y - 0.006, u * half, y + droop)
        c.drawPath(path, paint(shade(colour, tone), width=width))
    if snow:
        _snow_on_twigs(c, rng, whorls)


def _snow_on_twigs(c: skia.Canvas, rng: np.random.Generator, whorls: int) -> None:
    path = skia.Path()
    for i in range(0, whorls, 2):
        t = i / whorls
        y, half = -0.1 - 0.88 * t, 0.22 * (1 - t) ** 0.9 + 0.01
        for u in rng.uniform(-0.95, 0.95, 5):
            path.moveTo(u * half * 0.6, y - 0.012)
            path.quadTo(u * half * 0.8, y - 0.012, u * half, y + 0.04 * abs(u))
    c.drawPath(path, paint(rgb("eef3fb"), 0.92, width=0.02))


def broadleaf(c: skia.Canvas, rng: np.random.Generator, colour: Colour, snow: bool) -> None:
    """A round tree: a forked trunk and a crown of leaf clusters, dark below, light above."""
    bark = rgb("5c4330")
    polygon(c, [(-0.035, 0), (0.035, 0), (0.018, -0.5), (-0.018, -0.5)], side(bark))
    for s in (-1, 1):
        curve(c, [(0, -0.3), (s * 0.06, -0.45), (s * 0.15, -0.6)], shade(bark, 0.85), 0.022)
    _crown(c, rng, colour)
    if snow:
        _leaves(c, rng, rgb("f6f9ff"), 60, (0.0, -0.86), (0.24, 0.08), 0.022)


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
                _leaves(c, rng, tone, 34, at, (spread * 1.1, spread), 0.0135 - 0.0035 * t)


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
    path = skia.Path()
    angles = rng.uniform(0, 2 * math.pi, number)
    reaches = np.sqrt(rng.random(number))
    sizes = size * rng.uniform(0.7, 1.3, number)
    for x, y, r in zip(
        at[0] + np.cos(angles) * reaches * spread[0], at[1] + np.sin(angles) * reaches * spread[1], sizes, strict=True
    ):
        path.addOval(skia.Rect.MakeLTRB(x - 1.25 * r, y - r, x + 1.25 * r, y + r))
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
    """A low rounded shrub."""
    for i in range(38):
        t = i / 38
        angle, reach = rng.uniform(math.pi, 2 * math.pi), math.sqrt(rng.random()) * (1 - 0.25 * t)
        x, y = math.cos(angle) * reach * 0.72, math.sin(angle) * reach * 0.72 - 0.1
        circle(c, (x, y), rng.uniform(0.1, 0.2) * (1.2 - 0.5 * t), jitter(shade(colour, 0.5 + 0.65 * t), rng, 0.03))
    if snow:
        for _ in range(14):
            x = rng.uniform(-0.5, 0.5)
            circle(c, (x, -0.7 + abs(x) * 0.6), rng.uniform(0.08, 0.16), rgb("f4f7fd"))


def palm(c: skia.Canvas, rng: np.random.Generator, colour: Colour, snow: bool) -> None:
    """A leaning coconut palm."""
    lean = rng.uniform(0.06, 0.2)
    spine = [(0.0, 0.0), (lean * 0.25, -0.3), (lean * 0.65, -0.58), (lean, -0.8)]
    curve(c, spine, rgb("7a5c40"), 0.038)
    curve(c, [(x - 0.008, y) for x, y in spine], rgb("a5835c"), 0.012)
    for k in range(11):
        angle = math.pi * (k / 10) * 1.15 - 0.24 + rng.uniform(-0.08, 0.08)
        reach = rng.uniform(0.24, 0.33)
        end = (lean + math.cos(angle) * reach, -0.8 - math.sin(angle) * reach * 0.55 + 0.1)
        mid = (lean + math.cos(angle) * reach * 0.5, -0.8 - math.sin(angle) * reach * 0.6 - 0.05)
        tone = shade(colour, rng.uniform(0.65, 1.2))
        curve(c, [(lean, -0.8), mid, end], tone, 0.014)
        for t in np.linspace(0.15, 1, 12):
            a, b = (1 - t) ** 2, 2 * t * (1 - t)
            x = a * lean + b * mid[0] + t * t * end[0]
            y = a * -0.8 + b * mid[1] + t * t * end[1]
            drop = 0.075 * math.sin(math.pi * min(1.0, t + 0.12)) + 0.02
            curve(c, [(x, y), (x + math.cos(angle) * 0.03, y + drop)], jitter(tone, rng, 0.03), 0.009)
    for dx in (-0.02, 0.015, 0.04):
        circle(c, (lean + dx, -0.775), 0.02, rgb("6a4a2c"))


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


def sunflower(c: skia.Canvas, rng: np.random.Generator, colour: Colour, snow: bool) -> None:
    """A sunflower turned a little aside."""
    green = rgb("5a8f34")
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


FLOWER_COLOURS = tuple(map(rgb, ("f06a9a", "ffffff", "b48fe8", "f2d04a", "e8533f", "6fa0f0")))


def leaf_colours(season: str) -> tuple[Colour, ...]:
    """The crowns of a wood in a season."""
    return {
        "spring": (rgb("7fb548"), rgb("9cc85a"), rgb("6ea83e")),
        "autumn": (rgb("d9762b"), rgb("c8452c"), rgb("e0a83a"), rgb("8a7a34")),
        "winter": (rgb("6a6a62"), rgb("7a7468")),
    }.get(season, (rgb("4f8a3a"), rgb("3f7a3c"), rgb("6a9a3e")))
