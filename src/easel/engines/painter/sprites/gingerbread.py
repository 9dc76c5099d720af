"""A house of gingerbread: icing along the roof, gumdrops, candy canes."""

from math import pi, sin

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Colour, Point, ball, linear, rgb, shade, side, top
from easel.engines.painter.sprites.sprite import Look, Sprite

_BREAD, _ROOF, _ICING = rgb("#b9743a"), rgb("#8a4a22"), rgb("#fdf8f2")
SWEETS = ("#e2404a", "#3fa75a", "#f2c234", "#4a8fd8", "#d858a8", "#f08a34")


def _gingerbread_house(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    bread = look.colour or _BREAD
    b.rectangle(c, (0.2, -0.94), 0.15, 0.3, side(shade(bread, 0.9)))
    b.blob(c, ".17,-.90! .17,-.95 .275,-.975 .38,-.95 .38,-.90! .345,-.87 .31,-.91 .27,-.85 .235,-.90 .2,-.88", _ICING)
    b.polygon(c, "-.42,0 -.42,-.44 .0,-.84 .42,-.44 .42,0", side(bread, 0.7))
    crumbs = rng.uniform((-0.4, -0.5), (0.4, -0.02), (50, 2))
    for x, y in crumbs.tolist():
        b.circle(c, (x, y), 0.006, shade(bread, 0.8))
    _roof(c)
    _door(c)
    for x in (-0.27, 0.27):
        _window(c, (x, -0.27), look)
    b.circle(c, (0, -0.62), 0.075, _ICING)
    b.circle(c, (0, -0.62), 0.058, ball(rgb("#e2404a")))
    _swirl(c, (0, -0.62), 0.055, WHITE)
    for sign in b.both_sides(c):
        _cane(c, 0.5, sign)
    b.blob(c, "-.66,.0! -.6,-.06 -.4,-.045 -.2,-.06 .0,-.04 .2,-.06 .42,-.045 .6,-.06 .66,.0!", top(_ICING, 0.4))
    for k, x in enumerate(np.linspace(-0.36, 0.36, 7).tolist()):
        if abs(x) > 0.13:
            _gumdrop(c, (x, -0.03), 0.042, rgb(SWEETS[k % len(SWEETS)]))


def _roof(c: skia.Canvas) -> None:
    """Two slopes with rows of sweets, icing hanging over their edges."""
    for sign in b.both_sides(c):
        slope = [(0.0, -0.97), (0.58, -0.43), (0.53, -0.335), (0.0, -0.84)]
        b.polygon(c, slope, linear((0, -0.97), (0.58, -0.4), (_ROOF, shade(_ROOF, 0.8 if sign > 0 else 1.15))))
        edge = [(0.0, -0.83)]
        for k in range(1, 20):
            t = k / 20
            drop = 0.018 + 0.032 * abs(sin(4.5 * pi * t))
            edge.append((0.55 * t, -0.835 + 0.5 * t + drop))
        edge += [(0.56, -0.32), (0.535, -0.365), (0.0, -0.875)]
        b.polygon(c, edge, side(_ICING, 0.5))
        for k in range(5):
            t = 0.12 + 0.19 * k
            _gumdrop(c, (0.57 * t + 0.005, -0.905 + 0.52 * t), 0.036, rgb(SWEETS[(k + (sign > 0) * 2) % len(SWEETS)]))
    b.circle(c, (0, -0.945), 0.055, ball(rgb("#e2404a")))


def _door(c: skia.Canvas) -> None:
    b.blob(c, "-.12,.0! -.12,-.24 -.07,-.33 .0,-.35 .07,-.33 .12,-.24 .12,.0!", _ICING)
    b.blob(c, "-.095,.0! -.095,-.23 -.055,-.305 .0,-.32 .055,-.305 .095,-.23 .095,.0!", side(rgb("#6a3517")))
    b.circle(c, (0.055, -0.14), 0.016, ball(rgb("#f2c234")))
    for y, ink in ((-0.24, "#e2404a"), (-0.165, "#3fa75a"), (-0.09, "#f2c234")):
        b.circle(c, (-0.015, y), 0.02, ball(rgb(ink)))


def _window(c: skia.Canvas, at: Point, look: Look) -> None:
    x, y = at
    b.rectangle(c, (x - 0.085, y - 0.085), 0.17, 0.17, _ICING, round=0.02)
    b.rectangle(c, (x - 0.062, y - 0.062), 0.124, 0.124, rgb("#ffd977") if look.lit else rgb("#f3b95a"))
    b.line(c, (x, y - 0.062), (x, y + 0.062), _ICING, 0.018)
    b.line(c, (x - 0.062, y), (x + 0.062, y), _ICING, 0.018)
    b.blob(
        c,
        [(x - 0.1, y + 0.085), (x, y + 0.07), (x + 0.1, y + 0.085), (x + 0.05, y + 0.115), (x - 0.05, y + 0.115)],
        _ICING,
    )


def _swirl(c: skia.Canvas, at: Point, radius: float, ink: Colour) -> None:
    turns = np.linspace(0, 3.2 * pi, 26)
    points = [
        (at[0] + radius * t / turns[-1] * float(np.cos(t)), at[1] + radius * t / turns[-1] * float(np.sin(t)))
        for t in turns
    ]
    b.curve(c, points, ink, 0.22 * radius)


def _gumdrop(c: skia.Canvas, at: Point, size: float, ink: Colour) -> None:
    x, y = at
    shape = [
        (x - size, y + 0.6 * size),
        (x - 0.8 * size, y - 0.5 * size),
        (x, y - size),
        (x + 0.8 * size, y - 0.5 * size),
        (x + size, y + 0.6 * size),
    ]
    b.blob(c, shape, ball(ink, 1.1))
    b.circle(c, (x - 0.3 * size, y - 0.35 * size), 0.2 * size, WHITE, 0.6)


def _cane(c: skia.Canvas, x: float, sign: int) -> None:
    """A striped stick with a crook, leaning on the house."""
    stick = b.outline(
        [(x, -0.01), (x, -0.36), (x + 0.015, -0.43), (x + 0.07, -0.46), (x + 0.12, -0.42), (x + 0.125, -0.37)],
        closed=False,
    )
    c.drawPath(stick, b.paint(_ICING, width=0.052))
    dashes = b.paint(rgb("#d8313c"), width=0.052)
    dashes.setStrokeCap(skia.Paint.kButt_Cap)
    dashes.setPathEffect(skia.DashPathEffect.Make([0.035, 0.04], 0.02 * sign))
    c.drawPath(stick, dashes)


SPRITES = (
    Sprite(
        name="gingerbread_house", draw=_gingerbread_house, height=0.36, width=1.3, group="building",
        attach={"top": (0.0, -0.95)},
    ),
)  # fmt: skip
