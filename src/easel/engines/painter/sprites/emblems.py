"""What the sky and the land look like as signs: on logos, stickers and icons, where there is no sky."""

from math import cos, pi, sin

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Colour, mix, rgb, shade, top
from easel.engines.painter.sprites.sprite import Draw, Look, Sprite

_SUN, _MOON, _CLOUD, _RAIN = rgb("#f6b73c"), rgb("#f4cf6a"), rgb("#8fb6dd"), rgb("#3f86d0")
_ROCK, _WAVE = rgb("#5b7186"), rgb("#2f86c0")
_INKS = tuple(map(rgb, ("#2f6fdb", "#e4572e", "#1f9e89", "#7a4fd0", "#d9922b")))
_BOW = tuple(map(rgb, ("#e0493e", "#ee8a2c", "#f2c93a", "#4ea95a", "#3f7fd0", "#7b55b8")))


def _sun(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    ink = look.colour or _SUN
    for k in range(12):
        a = k * pi / 6
        start, end = (0.34 * cos(a), -0.5 + 0.34 * sin(a)), (0.47 * cos(a), -0.5 + 0.47 * sin(a))
        b.line(c, start, end, shade(ink, 0.94), 0.06)
    b.circle(c, (0.0, -0.5), 0.27, top(ink, 0.5))


def _moon(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    ink = look.colour or _MOON
    b.circle(c, (0.0, -0.5), 0.48, top(ink, 0.4))
    for x, y, radius in ((-0.15, -0.62, 0.1), (0.18, -0.42, 0.13), (-0.1, -0.28, 0.07), (0.2, -0.72, 0.06)):
        b.circle(c, (x, y), radius, shade(ink, 0.88))


def _crescent(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    disc, bite = skia.Path(), skia.Path()
    disc.addCircle(0.0, -0.5, 0.48)
    bite.addCircle(0.22, -0.6, 0.4)
    b.fill(c, skia.Op(disc, bite, skia.PathOp.kDifference_PathOp), top(look.colour or _MOON, 0.4))


def _puffs(c: skia.Canvas, ink: Colour, low: float) -> None:
    """A cloud with a flat base at `low`."""
    for x, y, radius in ((-0.3, -0.2, 0.2), (-0.08, -0.32, 0.28), (0.24, -0.24, 0.22)):
        b.circle(c, (x, low + y), radius, ink)
    b.rectangle(c, (-0.5, low - 0.24), 0.96, 0.24, ink, round=0.12)


def _cloud(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    _puffs(c, look.colour or _CLOUD, -0.2)


def _rain(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    _puffs(c, mix(look.colour or _CLOUD, rgb("#5f6f86"), 0.35), -0.36)
    for k, x in enumerate((-0.3, -0.08, 0.14, 0.34)):
        y = -0.24 if k % 2 else -0.28
        b.line(c, (x, y), (x - 0.07, y + 0.2), _RAIN, 0.055)


def _rainbow(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    for k, ink in enumerate(_BOW):
        radius = 0.9 - 0.095 * k
        path = skia.Path()
        path.addArc(skia.Rect.MakeLTRB(-radius, -radius - 0.05, radius, radius - 0.05), 180, 180)
        c.drawPath(path, b.paint(ink, width=0.1))


def _mountain(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    rock = look.colour or _ROCK
    b.polygon(c, [(0.02, -0.62), (0.7, 0.0), (-0.3, 0.0)], top(shade(rock, 0.82), 0.3))
    b.polygon(c, [(-0.2, -0.96), (0.38, 0.0), (-0.7, 0.0)], top(rock, 0.3))
    snow = [(-0.2, -0.96), (-0.05, -0.71), (-0.13, -0.64), (-0.2, -0.72), (-0.28, -0.63), (-0.35, -0.72)]
    b.polygon(c, snow, WHITE)


def _wave(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    ink = look.colour or _WAVE
    for k in range(3):
        y = -0.72 + 0.27 * k
        crest = [(x, y + (0.09 if n % 2 else -0.09)) for n, x in enumerate(np.linspace(-0.8, 0.8, 9).tolist())]
        b.curve(c, crest, shade(ink, 1.15 - 0.15 * k), 0.13)


def _mark(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A mark of plain shapes, one of four: petals, rings that meet, steps, a hexagon of three faces."""
    ink = look.colour or _INKS[int(rng.integers(len(_INKS)))]
    (_petals, _rings, _steps, _faces)[int(rng.integers(4))](c, ink)


def _petals(c: skia.Canvas, ink: Colour) -> None:
    for k in range(6):
        with b.placed(c, (0.0, -0.5), turn=60 * k):
            path = skia.Path()
            path.moveTo(0.0, -0.06)
            path.quadTo(0.24, -0.28, 0.0, -0.48)
            path.quadTo(-0.24, -0.28, 0.0, -0.06)
            b.fill(c, path, shade(ink, 0.85 + 0.09 * (k % 3)))


def _rings(c: skia.Canvas, ink: Colour) -> None:
    for k in range(3):
        a = -pi / 2 + k * 2 * pi / 3
        path = skia.Path()
        path.addCircle(0.21 * cos(a), -0.46 + 0.21 * sin(a), 0.24)
        c.drawPath(path, b.paint(shade(ink, 0.8 + 0.2 * k), width=0.085))


def _steps(c: skia.Canvas, ink: Colour) -> None:
    for k in range(3):
        tall = 0.36 + 0.26 * k
        b.rectangle(c, (-0.45 + 0.32 * k, -0.06 - tall), 0.24, tall, shade(ink, 1.25 - 0.18 * k), round=0.06)


def _faces(c: skia.Canvas, ink: Colour) -> None:
    corners = [(0.46 * sin(k * pi / 3), -0.5 - 0.46 * cos(k * pi / 3)) for k in range(6)]
    for k, light in enumerate((1.25, 0.75, 1.0)):
        b.polygon(c, [(0.0, -0.5), *(corners[(2 * k - 1 + n) % 6] for n in range(3))], shade(ink, light))


def _sprite(name: str, draw: Draw, width: float) -> Sprite:
    return Sprite(name=name, draw=draw, height=0.3, width=width, place="sky", attach={"top": (0.0, -1.0)})


SPRITES = (
    _sprite("emblem_sun", _sun, 1.0),
    _sprite("emblem_moon", _moon, 1.0),
    _sprite("emblem_crescent", _crescent, 1.0),
    _sprite("emblem_cloud", _cloud, 1.1),
    _sprite("emblem_rain", _rain, 1.1),
    _sprite("emblem_rainbow", _rainbow, 2.0),
    _sprite("emblem_mountain", _mountain, 1.5),
    _sprite("emblem_wave", _wave, 1.8),
    _sprite("emblem_mark", _mark, 1.0),
)
