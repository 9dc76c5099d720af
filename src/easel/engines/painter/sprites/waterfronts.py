"""What stands in a bay: the opera house of shells, and a bridge that hangs from its cables."""

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import Colour, Point, linear, rgb, shade, side
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.building_parts import (
    SNOW,
    WARM,
    building,
)
from easel.engines.painter.sprites.sprite import Look

#: The shells of a hall, far before near: where each rises, where its mouth stands, and its tip.
_SHELLS = (
    ((-0.12, -0.17), (-0.5, -0.17), (-0.64, -0.56)),
    ((0.26, -0.17), (0.64, -0.17), (0.78, -0.5)),
    ((-0.04, -0.17), (0.4, -0.17), (0.53, -0.76)),
    ((-0.4, -0.17), (0.12, -0.17), (0.25, -1.0)),
)


def _opera_house(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """White shells, one out of the other, on a terrace over the water."""
    tiles = look.colour or rgb("#f1ece0")
    b.polygon(c, "-1.16,-.1 -1.02,-.19 1.0,-.19 1.12,-.1", side(shade(rgb("#b8957f"), 0.95), 0.7))
    with b.placed(c, (-0.34, -0.05), scale=0.74):
        for root, mouth, tip in _SHELLS:
            _shell(c, root, mouth, tip, shade(tiles, 0.88), look)
    with b.placed(c, (0.24, 0.0)):
        for root, mouth, tip in _SHELLS:
            _shell(c, root, mouth, tip, tiles, look)
    with b.placed(c, (-0.92, -0.1), scale=0.36):
        _shell(c, (0.3, -0.17), (-0.2, -0.17), (-0.42, -0.9), shade(tiles, 0.95), look)
    stone = rgb("#b8957f")
    b.rectangle(c, (-1.16, -0.17), 2.3, 0.1, side(stone, 0.7))
    b.rectangle(c, (-1.16, -0.18), 2.3, 0.018, SNOW if look.snow else shade(stone, 1.2))
    lamps = [((x, -0.125), (x + 0.05, -0.125)) for x in np.arange(-1.08, 1.08, 0.09)]
    strokes(c, lamps, WARM if look.lit else rgb("#5c4a44"), 0.026)
    b.rectangle(c, (-1.2, -0.075), 2.4, 0.075, side(shade(stone, 0.72), 0.7))
    posts = [((x, -0.07), (x, 0.0)) for x in np.arange(-1.17, 1.18, 0.06)]
    strokes(c, posts, shade(stone, 0.52), 0.008)
    if look.lit:
        b.glow(c, (0.2, -0.3), 0.8, WARM, 0.25)


def _shell(c: skia.Canvas, root: Point, mouth: Point, tip: Point, tiles: Colour, look: Look) -> None:
    """A slice of a sphere that leans forward from its root over its mouth, which is glazed."""
    (rx, ry), (mx, my), (tx, ty) = root, mouth, tip
    inward = mx + 0.3 * (rx - mx)
    glass = skia.Path()
    glass.moveTo(tx, ty)
    glass.quadTo(mx + 0.4 * (tx - mx), my + 0.62 * (ty - my), mx + 0.55 * (tx - mx), my)
    glass.lineTo(inward, my)
    glass.close()
    b.fill(
        c, glass, linear((tx, ty), (tx, my), (rgb("#c9843c"), WARM) if look.lit else (rgb("#3d3a44"), rgb("#6f6a70")))
    )
    shell = skia.Path()
    shell.moveTo(rx, ry)
    shell.cubicTo(rx + 0.02 * (mx - rx), ry + 0.5 * (ty - ry), rx + 0.42 * (tx - rx), ty - 0.02 * (ty - ry), tx, ty)
    shell.cubicTo(mx + 0.2 * (tx - mx), my + 0.72 * (ty - my), mx - 0.16 * (mx - rx), my + 0.4 * (ty - my), mx, my)
    shell.close()
    facing = 1.0 if tx > rx else 0.72
    light = linear((rx, ty), (tx, my), (shade(tiles, 1.15 * facing), tiles, shade(tiles, 0.66 * facing)), (0, 0.45, 1))
    b.fill(c, shell, light)
    with b.clipped(c, shell):
        ribs = [((mx, my), (mx + (x - mx) * 0.5, my + (y - my) * 0.62), (x, y)) for x, y in _arc(root, tip)]
        strokes(c, ribs, shade(tiles, 0.78), 0.005, 0.7)
        if look.snow:
            b.curve(c, [root, *_arc(root, tip), tip], SNOW, 0.05)
    rim = [tip, (mx + 0.2 * (tx - mx), my + 0.66 * (ty - my)), (mx - 0.06 * (mx - rx), my + 0.3 * (ty - my)), mouth]
    b.curve(c, rim, shade(tiles, 1.1), 0.012)


def _arc(root: Point, tip: Point) -> list[Point]:
    """Points of a shell's back between its root and its tip."""
    (rx, ry), (tx, ty) = root, tip
    return [(rx + (tx - rx) * (1 - np.cos(t)), ry + (ty - ry) * np.sin(t) * 1.04) for t in np.linspace(0.2, 1.45, 8)]


_TOWERS, _DECK = (-0.76, 0.76), -0.3


def _suspension_bridge(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A bridge like that of the Golden Gate: two stepped towers, cables between them, and the deck that hangs there."""
    paint = look.colour or rgb("#c0452e")
    for x in _TOWERS:
        b.rectangle(c, (x - 0.11, -0.07), 0.22, 0.07, side(rgb("#a59c8f")), round=0.02)
    _cables(c, shade(paint, 0.62), -0.018)
    for x in _TOWERS:
        _pylon(c, x, paint, look)
    under = [((x, _DECK + 0.02), (x + 0.05, _DECK + 0.075)) for x in np.arange(-1.4, 1.36, 0.05)]
    under += [((x, _DECK + 0.075), (x + 0.05, _DECK + 0.02)) for x in np.arange(-1.4, 1.36, 0.05)]
    strokes(c, under, shade(paint, 0.7), 0.008)
    b.rectangle(c, (-1.4, _DECK - 0.012), 2.8, 0.036, side(paint, 0.5))
    b.rectangle(c, (-1.4, _DECK + 0.068), 2.8, 0.014, shade(paint, 0.62))
    b.rectangle(c, (-1.4, _DECK - 0.02), 2.8, 0.012, SNOW if look.snow else shade(paint, 1.3))
    _cables(c, paint, 0.0)
    if look.lit:
        for x in np.arange(-1.34, 1.36, 0.1):
            b.circle(c, (float(x), _DECK - 0.035), 0.009, rgb("#ffe6a8"))
            b.glow(c, (float(x), _DECK - 0.03), 0.06, WARM, 0.6)


def _cables(c: skia.Canvas, paint: Colour, shift: float) -> None:
    """The main cable over both towers and the ropes that bear the deck; `shift` moves the far side of the bridge."""
    left, right = _TOWERS
    across = np.linspace(left, right, 33)
    middle = [(float(x), -0.95 + 0.6 * (1 - (x / right) ** 2) + shift) for x in across]
    ropes = [((x, y), (x, _DECK + shift)) for x, y in middle[1:-1]]
    for sign in (-1, 1):
        outer = [(sign * float(x), -0.95 + 0.66 * ((x - right) / (1.4 - right)) ** 0.86 + shift)
                 for x in np.linspace(right, 1.4, 13)]  # fmt: skip
        ropes += [((x, y), (x, _DECK + shift)) for x, y in outer[1:] if y < _DECK]
        b.curve(c, outer, paint, 0.018)
    strokes(c, ropes, shade(paint, 0.85), 0.005, 0.9)
    b.curve(c, middle, paint, 0.018)


def _pylon(c: skia.Canvas, x: float, paint: Colour, look: Look) -> None:
    """Two legs that grow slimmer in steps, with cross beams."""
    for sign, tone in ((1, 0.74), (-1, 1.06)):
        for wide, low, high in ((0.056, -0.06, -0.52), (0.046, -0.5, -0.76), (0.037, -0.74, -1.0)):
            b.rectangle(c, (x + sign * 0.06 - wide / 2, high), wide, low - high, side(shade(paint, tone), 1.1))
    for y in (-0.96, -0.79, -0.6, -0.42):
        b.rectangle(c, (x - 0.06, y), 0.12, 0.05, side(shade(paint, 0.92), 0.8))
        b.rectangle(c, (x - 0.06, y + 0.05), 0.12, 0.008, shade(paint, 0.5))
    braces = [((x - 0.05, -0.26), (x + 0.05, -0.08)), ((x + 0.05, -0.26), (x - 0.05, -0.08))]
    strokes(c, braces, shade(paint, 0.8), 0.016)
    if look.snow:
        b.rectangle(c, (x - 0.08, -1.0), 0.16, 0.014, SNOW)
    if look.lit:
        b.glow(c, (x, -0.99), 0.09, rgb("#ff5a3a"), 0.9)


SPRITES = (
    building("opera_house", _opera_house, 0.36, 2.4, top=(0.49, -0.95), place="water"),
    building("suspension_bridge", _suspension_bridge, 0.34, 2.8, top=(0.0, -0.34), place="water"),
)
