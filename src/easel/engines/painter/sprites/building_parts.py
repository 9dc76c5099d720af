"""Parts that buildings share: windows, doors, roofs, bricks, and the snow and light on them."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Colour, Point, linear, rgb, shade, side
from easel.engines.painter.foliage import pixels_per_unit
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.sprite import Draw, Look, Sprite

#: Half the width of a roof in pixels from which its tiles are seen one by one.
TILES_SEEN_PX = 150.0
WARM = rgb("#ffd27a")
GLASS = rgb("#9cc3dc")
SNOW = rgb("#f3f7fc")
WOOD = rgb("#7a5030")
GOLD = rgb("#d9aa3c")


def panes(lit: bool, corner: Point, width: float, height: float) -> skia.Shader:
    """The ink of window glass: lamplight behind it, or the sky in it."""
    x, y = corner
    if lit:
        return linear((x, y), (x, y + height), (rgb("#fff0b8"), WARM, rgb("#f2a548")), (0, 0.5, 1))
    return linear((x, y), (x + width, y + height), (shade(GLASS, 1.35), GLASS, shade(GLASS, 0.62)), (0, 0.45, 1))


def window(
    c: skia.Canvas,
    corner: Point,
    width: float,
    height: float,
    look: Look,
    *,
    frame: Colour = WHITE,
    bars: tuple[int, int] = (2, 2),
    arched: bool = False,
) -> None:
    """A framed window; `bars` are the panes across and down."""
    x, y = corner
    rim = min(width, height) * 0.1
    round_ = width / 2 if arched else rim * 0.4
    b.rectangle(c, (x - rim, y - rim), width + 2 * rim, height + 2 * rim, side(frame, 0.5), round=round_ + rim)
    b.rectangle(c, corner, width, height, panes(look.lit, corner, width, height), round=round_)
    if not look.lit:
        b.polygon(
            c,
            [
                (x + width * 0.1, y + height * 0.7),
                (x + width * 0.5, y + height * 0.1),
                (x + width * 0.7, y + height * 0.1),
                (x + width * 0.3, y + height * 0.7),
            ],
            WHITE,
            0.25,
        )
    lines = [((x + width * k / bars[0], y), (x + width * k / bars[0], y + height)) for k in range(1, bars[0])]
    lines += [((x, y + height * k / bars[1]), (x + width, y + height * k / bars[1])) for k in range(1, bars[1])]
    strokes(c, lines, frame, rim * 0.7)
    if look.lit:
        b.glow(c, (x + width / 2, y + height / 2), max(width, height) * 1.2, WARM, 0.45)


def door(
    c: skia.Canvas, corner: Point, width: float, height: float, colour: Colour = WOOD, *, arched: bool = False
) -> None:
    """A door with panels and a knob; its lower edge is at corner.y + height."""
    x, y = corner
    frame = shade(colour, 0.6)
    round_ = width * 0.5 if arched else 0.0
    shape = skia.Path()
    shape.addRoundRect(
        b.box(x - width * 0.08, y - width * 0.08, width * 1.16, height + width * 0.08 + round_), round_, round_
    )
    with b.clipped(c, skia.Path.Rect(b.box(x - width, y - width, width * 3, height + width))):
        b.fill(c, shape, frame)
        b.rectangle(c, corner, width, height + round_, side(colour, 0.8), round=round_)
    lines = [((x + width * k, y + height * 0.12), (x + width * k, y + height)) for k in (0.28, 0.5, 0.72)]
    strokes(c, lines, shade(colour, 0.7), width * 0.03, 0.8)
    b.circle(c, (x + width * 0.84, y + height * 0.55), width * 0.06, GOLD)


def rows(
    c: skia.Canvas, area: tuple[float, float, float, float], count: int, ink: Colour, width: float, alpha: float = 0.5
) -> None:
    """Level lines over an area (x, y, width, height): boards or courses."""
    x, y, wide, tall = area
    strokes(
        c, [((x, y + tall * k / count), (x + wide, y + tall * k / count)) for k in range(1, count)], ink, width, alpha
    )


def bricks(
    c: skia.Canvas,
    rng: np.random.Generator,
    area: tuple[float, float, float, float],
    colour: Colour,
    *,
    size: float,
    share: float = 0.3,
) -> None:
    """Some stones of a wall, a little lighter or darker than the rest, as two paths."""
    x, y, wide, tall = area
    for tone in (0.8, 1.16):
        path = skia.Path()
        for row in range(int(tall / (size * 0.5))):
            for column in range(int(wide / size)):
                if rng.random() < share / 2:
                    at_x = x + (column + 0.5 * (row % 2)) * size
                    if at_x + size <= x + wide:
                        path.addRect(b.box(at_x, y + row * size * 0.5, size * 0.92, size * 0.44))
        b.fill(c, path, shade(colour, tone), 0.6)


def gable(c: skia.Canvas, points: Sequence[Point], colour: Colour, look: Look, *, tiles: int = 6) -> None:
    """A roof seen from the front: a slope given by (eave left, ridge left, ridge right, eave right)."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = points
    asked = look.traits.get("roof_colour")
    cover = SNOW if look.snow else rgb(asked) if asked else colour
    b.polygon(c, points, linear((x0, y1), (x3, y0), (shade(cover, 1.2), cover, shade(cover, 0.66)), (0, 0.45, 1)))
    lines = []
    for k in range(1, tiles):
        t = k / tiles
        lines.append(((x1 + (x0 - x1) * t, y1 + (y0 - y1) * t), (x2 + (x3 - x2) * t, y2 + (y3 - y2) * t)))
    strokes(c, lines, shade(cover, 0.7), 0.006, 0.25 if look.snow else 0.7)
    if not look.snow and 0.5 * (x3 - x0) * pixels_per_unit(c) > TILES_SEEN_PX:
        _joints(c, [((x1, y1), (x2, y2)), *lines, ((x0, y0), (x3, y3))], cover)
    b.line(c, (x0, y0), (x3, y3), shade(cover, 0.9 if look.snow else 0.55), 0.022)
    if look.snow:
        drips = [(x0 + (x3 - x0) * t, y0 + (0.012 if k % 2 else 0.034)) for k, t in enumerate(np.linspace(0, 1, 11))]
        b.blob(c, [(x0, y0 - 0.02), *drips, (x3, y3 - 0.02)], SNOW)


def curved_roof(c: skia.Canvas, centre: float, y: float, half: float, tall: float, colour: Colour, look: Look) -> None:
    """A Chinese roof: a concave slope with upturned eaves and tile ribs; `y` is the height of the eaves."""
    cover = SNOW if look.snow else colour
    with b.placed(c, (centre, y)):
        right = [
            (half * 0.42, -tall),
            (half * 0.55, -tall * 0.58),
            (half * 0.78, -tall * 0.18),
            (half * 1.0, -tall * 0.16),
        ]
        tips = [(half * 1.0, -tall * 0.16), (half * 0.8, tall * 0.08), (half * 0.4, tall * 0.12)]
        outline = [*right, *tips, *[(-px, py) for px, py in reversed(tips)], *[(-px, py) for px, py in reversed(right)]]
        shape = b.outline(outline)
        b.fill(
            c,
            shape,
            linear((-half, -tall), (half, tall * 0.3), (shade(cover, 1.3), cover, shade(cover, 0.6)), (0, 0.45, 1)),
        )
        ribs = [
            ((half * k * 0.42, -tall), (half * k * 0.56, -tall * 0.4), (half * k * 0.9, tall * 0.1))
            for k in np.linspace(-0.95, 0.95, 13)
        ]
        with b.clipped(c, shape):
            strokes(c, ribs, shade(cover, 0.66), half * 0.016, 0.3 if look.snow else 0.7)
            if not look.snow and half * pixels_per_unit(c) > TILES_SEEN_PX:
                _courses(c, half, tall, cover)
        for _ in b.both_sides(c):
            b.curve(
                c,
                [
                    (half * 0.42, -tall),
                    (half * 0.56, -tall * 0.56),
                    (half * 0.79, -tall * 0.16),
                    (half * 1.02, -tall * 0.22),
                ],
                shade(cover, 1.15 if not look.snow else 1.0),
                half * 0.035,
            )
        b.line(c, (-half * 0.44, -tall), (half * 0.44, -tall), shade(colour, 0.8), half * 0.055)


def _joints(c: skia.Canvas, rows: Sequence[tuple[Point, Point]], colour: Colour) -> None:
    """The joints between the shingles of each row, set off from those above."""
    path, number = skia.Path(), 22
    for row, ((left, right), (low_left, low_right)) in enumerate(pairwise(rows)):
        for k in range(number):
            t = (k + 0.5 + 0.5 * (row % 2)) / (number + 0.5)
            path.moveTo(left[0] + (right[0] - left[0]) * t, left[1])
            path.lineTo(low_left[0] + (low_right[0] - low_left[0]) * t, low_left[1])
    b.fill(c, path, shade(colour, 0.72), 0.55, width=0.004)


def _courses(c: skia.Canvas, half: float, tall: float, colour: Colour) -> None:
    """Rows of round tiles that overlap from the ridge to the eaves."""
    for row in range(9):
        t = (row + 0.5) / 9
        y, reach, across = -tall + 1.12 * tall * t, half * (0.42 + 0.6 * t**1.5), 26
        path = skia.Path()
        step = 2 * reach / across
        for k in range(across):
            x = -reach + k * step
            path.moveTo(x, y)
            path.quadTo(x + 0.5 * step, y + 0.05 * tall, x + step, y)
        b.fill(c, path, shade(colour, 0.6), 0.55, width=half * 0.006)


def column(c: skia.Canvas, x: float, y: float, height: float, width: float, colour: Colour) -> None:
    """A round column standing at y."""
    b.rectangle(c, (x - width / 2, y - height), width, height, side(colour, 1.2))
    b.rectangle(c, (x - width * 0.75, y - width * 0.6), width * 1.5, width * 0.6, side(shade(colour, 0.75)))


def eaves(c: skia.Canvas, y: float, half: float, *, tall: float = 0.05) -> None:
    """The painted beams under a Chinese roof: green and blue with gold."""
    b.rectangle(c, (-half, y), 2 * half, tall, side(rgb("#2a6f66"), 0.7))
    marks = [((x, y + 0.5 * tall), (x + 0.04, y + 0.5 * tall)) for x in np.linspace(-half + 0.03, half - 0.07, 17)]
    strokes(c, marks[::2], GOLD, 0.32 * tall)
    strokes(c, marks[1::2], rgb("#2f4f9a"), 0.44 * tall)


def building(
    name: str,
    draw: Draw,
    height: float,
    width: float,
    *,
    top: Point = (0.0, -0.95),
    hand: Point | None = None,
    place: str = "ground",
) -> Sprite:
    """The sprite of a building or a monument; sizes, points and `place` as in `Sprite`."""
    return Sprite(
        name=name,
        draw=draw,
        height=height,
        width=width,
        place=place,
        group="building",
        attach={"top": top, "head": (0.0, -0.95), "seat": (0.0, -0.6), "hand": hand or (0.3 * width, -0.4)},
    )
