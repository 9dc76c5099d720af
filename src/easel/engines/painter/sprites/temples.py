"""Buildings of the East: pagoda, temple, gate, pavilion, torii, and the Great Wall."""

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import Colour, Point, ball, linear, mix, rgb, shade, side, top
from easel.engines.painter.foliage import Bunches
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.building_parts import (
    GOLD,
    SNOW,
    WARM,
    bricks,
    building,
    column,
    curved_roof,
    panes,
)
from easel.engines.painter.sprites.landmarks import merlons
from easel.engines.painter.sprites.sprite import Look

_STONE = rgb("#b9b0a6")
_VERMILION = rgb("#c0392b")
_TILE = rgb("#44555c")


def _pagoda(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    paint = look.colour or rgb("#a93428")
    b.rectangle(c, (-0.34, -0.05), 0.68, 0.05, side(_STONE))
    for k in range(5):
        y, half = -0.05 - 0.165 * k, 0.235 - 0.033 * k
        b.rectangle(c, (-half, y - 0.15), half * 2, 0.15, side(paint, 0.95))
        for j in range(4):
            x = -half + half * 2 * (j + 0.5) / 4
            wide = half * 0.3
            b.rectangle(
                c,
                (x - wide / 2, y - 0.115),
                wide,
                0.085,
                panes(look.lit, (x, y - 0.115), wide, 0.085) if look.lit else rgb("#f0dcae"),
            )
            strokes(
                c,
                [((x, y - 0.115), (x, y - 0.03)), ((x - wide / 2, y - 0.07), (x + wide / 2, y - 0.07))],
                shade(paint, 0.7),
                0.005,
            )
        strokes(
            c,
            [
                ((-half - 0.03, y - 0.018), (half + 0.03, y - 0.018)),
                ((-half - 0.03, y - 0.034), (half + 0.03, y - 0.034)),
            ],
            shade(paint, 1.2),
            0.007,
        )
        curved_roof(c, 0.0, y - 0.138, half * 1.62, 0.075 - 0.004 * k, _TILE, look)
        if look.lit:
            b.glow(c, (0, y - 0.07), half * 1.1, WARM, 0.35)
    b.polygon(c, [(-0.03, -0.895), (-0.012, -0.93), (0.012, -0.93), (0.03, -0.895)], side(GOLD))
    b.line(c, (0, -0.89), (0, -1.0), GOLD, 0.012)
    for k in range(3):
        b.ellipse(c, (0, -0.945 - 0.016 * k), 0.022 - 0.005 * k, 0.008, GOLD)


def _temple(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    paint = look.colour or _VERMILION
    for k in range(3):
        b.rectangle(
            c,
            (-0.86 + 0.06 * k, -0.05 * (k + 1)),
            1.72 - 0.12 * k,
            0.05,
            side(shade(rgb("#d4cabb"), 0.9 + 0.06 * k), 0.6),
        )
    b.rectangle(c, (-0.62, -0.46), 1.24, 0.31, side(shade(paint, 0.72)))
    for k in range(5):
        x = -0.46 + 0.23 * k
        b.rectangle(
            c, (x - 0.085, -0.42), 0.17, 0.26, panes(look.lit, (x, -0.42), 0.17, 0.26) if look.lit else rgb("#7a4a2a")
        )
        grid = [((x - 0.085 + 0.0425 * j, -0.42), (x - 0.085 + 0.0425 * j, -0.16)) for j in range(5)]
        grid += [((x - 0.085, -0.42 + 0.065 * j), (x + 0.085, -0.42 + 0.065 * j)) for j in range(4)]
        strokes(c, grid, shade(paint, 0.9), 0.009)
    for x in np.linspace(-0.64, 0.64, 6):
        column(c, float(x), -0.15, 0.34, 0.05, paint)
    b.rectangle(c, (-0.70, -0.50), 1.4, 0.05, side(rgb("#2f6f6a")))
    strokes(c, [((x, -0.475), (x + 0.05, -0.475)) for x in np.linspace(-0.66, 0.6, 12)], GOLD, 0.014)
    curved_roof(c, 0.0, -0.50, 0.98, 0.16, _TILE, look)
    b.rectangle(c, (-0.42, -0.72), 0.84, 0.1, side(shade(paint, 0.85)))
    curved_roof(c, 0.0, -0.72, 0.74, 0.22, _TILE, look)
    b.rectangle(c, (-0.1, -0.60), 0.2, 0.075, rgb("#20405a"), round=0.008)
    strokes(c, [((-0.05, -0.562), (-0.01, -0.562)), ((0.02, -0.562), (0.06, -0.562))], GOLD, 0.03)
    if look.lit:
        b.glow(c, (0, -0.3), 0.6, WARM, 0.4)


def _tile(look: Look) -> Colour:
    """The roofs of what has a colour are tinted with it: little else of a gate or a pavilion is to be seen."""
    return _TILE if look.colour is None else mix(_TILE, look.colour, 0.6)


def _gate(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A paifang: a Chinese gateway with three roofs."""
    paint = look.colour or _VERMILION
    for x, tall in ((-0.72, 0.60), (0.72, 0.60), (-0.30, 0.74), (0.30, 0.74)):
        b.rectangle(c, (x - 0.07, -0.09), 0.14, 0.09, side(_STONE), round=0.015)
        column(c, x, -0.08, tall - 0.08, 0.066, paint)
    for x, wide, y in ((-0.51, 0.5, -0.52), (0.51, 0.5, -0.52), (0.0, 0.68, -0.66)):
        b.rectangle(c, (x - wide / 2, y), wide, 0.1, side(rgb("#2b6c78")), round=0.01)
        strokes(
            c,
            [
                ((x - wide * 0.4 + j * wide * 0.16, y + 0.05), (x - wide * 0.34 + j * wide * 0.16, y + 0.05))
                for j in range(6)
            ],
            GOLD,
            0.022,
        )
        b.rectangle(c, (x - wide / 2, y - 0.05), wide, 0.045, side(paint))
        curved_roof(c, x, y - 0.045, wide * 0.66, 0.13, _tile(look), look)
    b.rectangle(c, (-0.15, -0.70), 0.3, 0.12, rgb("#1f3f63"), round=0.01)
    strokes(
        c,
        [((-0.09, -0.64), (-0.04, -0.64)), ((-0.01, -0.64), (0.03, -0.64)), ((0.06, -0.64), (0.1, -0.64))],
        GOLD,
        0.042,
    )
    if look.lit:
        for x in (-0.15, 0.15):
            b.ellipse(c, (x, -0.45), 0.05, 0.06, ball(rgb("#f0543a")))
            b.glow(c, (x, -0.45), 0.2, WARM, 0.6)


def _pavilion(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    paint = look.colour or _VERMILION
    b.rectangle(c, (-0.62, -0.07), 1.24, 0.07, side(rgb("#cfc6b8"), 0.6))
    b.rectangle(c, (-0.55, -0.11), 1.1, 0.045, side(rgb("#dcd4c6"), 0.6))
    for x, tone in ((-0.22, 0.7), (0.22, 0.7), (-0.46, 1.0), (0.46, 1.0)):
        column(c, x, -0.11, 0.42, 0.045, shade(paint, tone))
    for y in (-0.24, -0.16):
        b.line(c, (-0.46, y), (0.46, y), shade(paint, 0.9), 0.016)
    strokes(c, [((x, -0.24), (x, -0.13)) for x in np.linspace(-0.44, 0.44, 15)], shade(paint, 0.8), 0.009)
    b.rectangle(c, (-0.50, -0.56), 1.0, 0.06, side(rgb("#2f6f6a")))
    strokes(c, [((x, -0.53), (x + 0.04, -0.53)) for x in np.linspace(-0.46, 0.42, 9)], GOLD, 0.014)
    curved_roof(c, 0.0, -0.56, 0.76, 0.2, _tile(look), look)
    cover = SNOW if look.snow else _tile(look)
    b.blob(c, "0,-.93 .05,-.90 .13,-.80 .34,-.735 0,-.73", side(cover, 1.1), mirrored=True)
    b.circle(c, (0, -0.945), 0.042, ball(GOLD))
    if look.lit:
        b.glow(c, (0, -0.36), 0.5, WARM, 0.45)


_AUTUMN = tuple(map(rgb, ("#c4552c", "#d8902f", "#b8a03a", "#9a3f2a")))
#: The Great Wall from the nearest to the farthest: the middle of its walk, and how tall it is there.
_WALL = (
    (-1.62, -0.06, 0.27), (-1.2, -0.2, 0.235), (-0.72, -0.34, 0.19), (-0.3, -0.27, 0.155), (0.12, -0.4, 0.125),
    (0.5, -0.6, 0.1), (0.76, -0.57, 0.08), (0.96, -0.68, 0.062), (1.1, -0.83, 0.048), (1.24, -0.86, 0.036),
)  # fmt: skip


def _ridge(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """The hills that the wall climbs, wooded, paler behind."""
    autumn = look.traits.get("season") == "autumn"
    green = SNOW if look.snow else rgb("#a8843f") if autumn else rgb("#6f8450")
    for line, tone in (
        ("-1.65,.0! -1.65,-.16! -.9,-.4 -.2,-.5 .5,-.64 .95,-.74 1.18,-.9 1.36,-.86 1.65,-.7! 1.65,.0!", 1.12),
        ("-1.65,.0! -1.4,-.12 -.75,-.3 -.3,-.2 .3,-.32 .7,-.42 1.1,-.3 1.65,.0!", 0.86),
    ):
        shape = b.outline(line)
        tones = [(*shade(green, tone * k), alpha) for k, alpha in ((1.2, 1), (1.0, 1), (0.8, 1), (0.7, 0))]
        b.fill(c, shape, linear((0, -0.9), (0, 0), tones, (0, 0.5, 0.95, 1)))
        with b.clipped(c, shape):
            _woods(c, rng, green if look.snow or not autumn else None, tone)


def _woods(c: skia.Canvas, rng: np.random.Generator, green: Colour | None, tone: float) -> None:
    """The crowns of trees on a slope, dark below and light above; in autumn colours where `green` is None."""
    colours = _AUTUMN if green is None else (shade(green, 0.8), green, shade(green, 0.94))
    bunches = Bunches(c, 0.02)
    spots = rng.uniform((-1.64, -0.9, 0.7), (1.64, -0.01, 1.3), (620, 3))
    for x, y, k in spots[np.argsort(spots[:, 1])].tolist():
        size, leaf = (0.017 + 0.02 * (1 + y)) * k, shade(colours[int(97 * k) % len(colours)], 0.9 * tone)
        for low, light in ((0.35, 0.62), (0.0, 1.0), (-0.3, 1.16)):
            path = skia.Path()
            bunches.add(path, x - 0.3 * low * size, y + low * size, size * (0.75 + 0.25 * abs(low)), 0.75)
            b.fill(c, path, shade(leaf, light))


def _great_wall(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """The wall on its ridge, winding away from the viewer, with watch towers."""
    bounds = b.box(-1.64, -1.3, 3.28, 1.3)
    c.saveLayer(bounds, None)
    _wall(c, rng, look)
    # Both ends of the ridge are lost in the landscape.
    clear, solid = (0.0, 0.0, 0.0, 0.0), (0.0, 0.0, 0.0, 1.0)
    ends = linear((-1.65, 0), (1.65, 0), (clear, solid, solid, clear), (0, 0.05, 0.96, 1))
    c.drawRect(bounds, b.paint(ends, blend=skia.BlendMode.kDstIn))
    c.restore()


def _wall(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    stone = look.colour or rgb("#b3a489")
    _ridge(c, rng, look)
    walk = b.outline([(x, y) for x, y, _ in _WALL], closed=False)
    foot = b.outline([(x, y + tall) for x, y, tall in _WALL], closed=False)
    near, far = skia.PathMeasure(walk, False), skia.PathMeasure(foot, False)
    shares = np.linspace(0, 1, 90)
    upper = [near.getPosTan(near.getLength() * t)[0] for t in shares]
    lower = [far.getPosTan(far.getLength() * t)[0] for t in shares]
    edge = [(p.x(), p.y()) for p in upper]
    b.polygon(c, [*edge, *[(p.x(), p.y()) for p in reversed(lower)]], side(shade(stone, 0.82), 0.8))
    courses = [
        [(p.x() + (q.x() - p.x()) * k, p.y() + (q.y() - p.y()) * k) for p, q in zip(upper, lower, strict=True)]
        for k in (0.25, 0.45, 0.65, 0.85)
    ]
    for line in courses:
        b.curve(c, line, shade(stone, 0.62), 0.005, 0.7)
    depth = [max(0.012, 0.4 * (q.y() - p.y())) for p, q in zip(upper, lower, strict=True)]
    b.limb(
        c,
        [(x, y - 0.4 * d) for (x, y), d in zip(edge, depth, strict=True)],
        depth,
        SNOW if look.snow else shade(stone, 1.16),
    )
    teeth = skia.Path()
    for k in range(2, 88):
        (x, y), size = edge[k], depth[k]
        if k % 2:
            teeth.addRect(b.box(x - 0.012 - 0.08 * size, y - 0.5 * size, 0.02 + 0.16 * size, 0.6 * size))
            teeth.addRect(b.box(x - 0.01, y - 1.25 * size, 0.014 + 0.12 * size, 0.45 * size))
    b.fill(c, teeth, shade(stone, 0.98))
    for x, y, tall in (_WALL[8], _WALL[5], _WALL[2]):
        _watch_tower(c, rng, (x, y + 0.5 * tall), 1.75 * tall, stone, look)


def _watch_tower(c: skia.Canvas, rng: np.random.Generator, at: Point, tall: float, stone: Colour, look: Look) -> None:
    """A square tower on the wall, its foot at `at`."""
    x, y = at
    half = 0.36 * tall
    b.polygon(
        c, [(x - 1.06 * half, y), (x - half, y - tall), (x + half, y - tall), (x + 1.06 * half, y)], side(stone, 1.0)
    )
    bricks(c, rng, (x - half, y - tall, 2 * half, tall), stone, size=0.16 * tall, share=0.5)
    b.rectangle(c, (x - 1.12 * half, y - tall), 2.24 * half, 0.07 * tall, shade(stone, 1.12))
    merlons(c, x - 1.1 * half, y - tall, 2.2 * half, 6, 0.12 * tall, shade(stone, 1.08), look)
    for k in (-1, 0, 1):
        ink = WARM if look.lit else rgb("#3d352c")
        b.rectangle(
            c, (x + 0.55 * k * half - 0.13 * half, y - 0.7 * tall), 0.26 * half, 0.28 * tall, ink, round=0.13 * half
        )


def _torii(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    paint = look.colour or rgb("#d9472b")
    for sign in b.both_sides(c):
        tone = shade(paint, 1.0 if sign < 0 else 0.85)
        b.polygon(c, ".44,.0 .36,.0 .33,-.82 .39,-.82", side(tone, 1.1))
        b.rectangle(c, (0.345, -0.08), 0.11, 0.08, rgb("#2b2523"), round=0.01)
    b.rectangle(c, (-0.50, -0.66), 1.0, 0.065, top(paint))
    b.rectangle(c, (-0.045, -0.82), 0.09, 0.18, side(shade(paint, 0.8)))
    b.blob(c, "0,-.86 .35,-.875 .58,-.93! .57,-.84! .35,-.805 0,-.795", top(paint), mirrored=True)
    b.blob(
        c, "0,-.915 .35,-.93 .63,-1! .61,-.925! .35,-.87 0,-.855", SNOW if look.snow else rgb("#2b2523"), mirrored=True
    )


SPRITES = (
    building("pagoda", _pagoda, 0.52, 0.8),
    building("temple", _temple, 0.38, 2.05),
    building("gate", _gate, 0.4, 1.75),
    building("pavilion", _pavilion, 0.38, 1.55),
    # On the nearest tower.
    building("great_wall", _great_wall, 0.46, 3.25, top=(-0.72, -0.56)),
    building("torii", _torii, 0.42, 1.3),
)
