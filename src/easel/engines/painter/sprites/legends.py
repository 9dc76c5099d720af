"""What figures of legend, of the stage and of adventure have in their hands, in the figure's frame, from the front."""

from math import cos, pi, sin

import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Point, ball, rgb, shade, side

_WOOD = rgb("#8a5a34")
_STEEL = rgb("#b8c2cc")
_GOLD = rgb("#e9bd4b")
_RED = rgb("#c8322c")


def _pole(c: skia.Canvas, near: Point, top: float, ink: tuple[float, float, float], wide: float) -> float:
    """A pole upright in the near hand; where it is across the picture."""
    x = near[0] + 0.005
    b.rectangle(c, (x - wide / 2, top), wide, -0.01 - top, side(ink, 1.1), round=wide / 2)
    return x


def guan_dao(c: skia.Canvas, near: Point, far: Point) -> None:
    """The crescent blade on its long pole, with a dragon's mouth of gold and a red tassel."""
    x = _pole(c, near, -0.86, rgb("#6a2a22"), 0.018)
    blade = [(x - 0.012, -0.82), (x - 0.03, -0.9), (x - 0.02, -1.0), (x + 0.03, -1.1), (x + 0.03, -1.03),
             (x + 0.09, -1.0), (x + 0.085, -0.9), (x + 0.02, -0.82)]  # fmt: skip
    b.blob(c, blade, side(_STEEL, 1.4))
    b.curve(c, [(x + 0.035, -1.06), (x + 0.08, -0.97), (x + 0.07, -0.89), (x + 0.02, -0.84)], WHITE, 0.006, 0.8)
    b.circle(c, (x, -0.81), 0.022, ball(_GOLD, 1.2))
    for dx in (-0.02, -0.005, 0.012, 0.026):
        b.curve(c, [(x, -0.79), (x + dx, -0.75), (x + dx * 1.3, -0.69)], _RED, 0.011)


def golden_staff(c: skia.Canvas, near: Point, far: Point) -> None:
    """The Monkey King's staff: red, its ends of gold."""
    x = _pole(c, near, -1.02, rgb("#a3242a"), 0.024)
    for low in (-0.1, -1.02):
        b.rectangle(c, (x - 0.016, low), 0.032, 0.1, side(_GOLD, 1.3), round=0.008)
        for y in (low + 0.03, low + 0.07):
            b.line(c, (x - 0.015, y), (x + 0.015, y), shade(_GOLD, 0.6), 0.004)


def fire_spear(c: skia.Canvas, near: Point, far: Point) -> None:
    """A spear with a flame for a tassel, a ring of gold over the shoulder, and wheels of wind and fire underfoot."""
    b.ellipse(c, (0.0, -0.5), 0.2, 0.15, shade(_GOLD, 0.6), width=0.026)
    b.ellipse(c, (0.0, -0.503), 0.2, 0.15, _GOLD, width=0.016)
    for x in (-0.075, 0.075):
        for k in range(12):
            turn = k * pi / 6
            tip = (x + 0.1 * cos(turn), -0.02 + 0.1 * sin(turn))
            root = [(x + 0.06 * cos(turn + d), -0.02 + 0.06 * sin(turn + d)) for d in (-0.25, 0.25)]
            b.polygon(c, [root[0], tip, root[1]], rgb("#f0822a" if k % 2 else "#e8452a"), 0.95)
        b.circle(c, (x, -0.02), 0.062, rgb("#f6c83a"))
        b.circle(c, (x, -0.02), 0.062, shade(_GOLD, 0.55), width=0.014)
        for k in range(4):
            b.line(c, (x - 0.05 * cos(k * pi / 4), -0.02 - 0.05 * sin(k * pi / 4)),
                   (x + 0.05 * cos(k * pi / 4), -0.02 + 0.05 * sin(k * pi / 4)), shade(_GOLD, 0.6), 0.008)  # fmt: skip
    x = _pole(c, near, -0.92, rgb("#7a3424"), 0.022)
    b.blob(
        c,
        [(x, -1.08), (x + 0.035, -0.98), (x + 0.012, -0.92), (x - 0.012, -0.92), (x - 0.035, -0.98)],
        side(_STEEL, 1.3),
    )
    b.blob(c, [(x - 0.01, -0.92), (x + 0.06, -0.87), (x + 0.035, -0.84), (x + 0.08, -0.79), (x, -0.85)], rgb("#f0822a"))
    b.blob(c, [(x, -0.92), (x + 0.035, -0.87), (x + 0.05, -0.81), (x, -0.86)], rgb("#f6c83a"))


def ingot(c: skia.Canvas, near: Point, far: Point) -> None:
    """A great ingot of gold before the chest."""
    x, y = 0.5 * (near[0] + far[0]), min(near[1], far[1]) - 0.03
    b.glow(c, (x, y), 0.2, rgb("#ffe9a0"), 0.6)
    b.ellipse(c, (x, y - 0.03), 0.06, 0.045, ball(_GOLD, 1.2))
    hull = [(x - 0.13, y - 0.075), (x - 0.07, y - 0.022), (x, y - 0.008), (x + 0.07, y - 0.022), (x + 0.13, y - 0.075),
            (x + 0.105, y + 0.02), (x + 0.05, y + 0.05), (x - 0.05, y + 0.05), (x - 0.105, y + 0.02)]  # fmt: skip
    b.blob(c, hull, ball(_GOLD, 1.2))
    b.curve(c, hull[:5], shade(_GOLD, 1.35), 0.008)
    b.curve(c, [(x - 0.08, y + 0.018), (x, y + 0.032), (x + 0.08, y + 0.018)], shade(_GOLD, 0.6), 0.006, 0.7)


def saxophone(c: skia.Canvas, near: Point, far: Point) -> None:
    """From the mouth down to the bell at the hip."""
    brass = rgb("#d8a53a")
    b.curve(c, [(0.01, -0.875), (0.05, -0.885), (0.085, -0.86)], rgb("#26282e"), 0.017)
    b.limb(c, [(0.08, -0.865), (0.07, -0.66), (0.05, -0.46)], (0.022, 0.04, 0.052), side(brass, 1.3))
    b.curve(c, [(0.05, -0.47), (0.075, -0.395), (0.15, -0.4), (0.165, -0.48)], shade(brass, 0.75), 0.062)
    b.curve(c, [(0.048, -0.47), (0.073, -0.4), (0.148, -0.405), (0.163, -0.48)], brass, 0.048)
    b.blob(c, [(0.135, -0.47), (0.19, -0.465), (0.245, -0.58), (0.12, -0.6)], side(brass, 1.3))
    b.ellipse(c, (0.182, -0.592), 0.064, 0.02, shade(brass, 0.4))
    b.ellipse(c, (0.182, -0.592), 0.064, 0.02, shade(brass, 1.3), width=0.007)
    for k in range(6):
        b.circle(c, (0.078 - 0.005 * k, -0.8 + 0.055 * k), 0.0125, ball(shade(brass, 1.3), 1.2))


def wand(c: skia.Canvas, near: Point, far: Point) -> None:
    """A wand with a star that leaves a trail of sparks."""
    tip = (near[0] + 0.07, near[1] - 0.17)
    b.line(c, (near[0] - 0.01, near[1] + 0.03), tip, _GOLD, 0.01)
    b.glow(c, tip, 0.11, rgb("#fff0b0"), 0.8)
    star = [
        (tip[0] + r * sin(k * pi / 5), tip[1] - r * cos(k * pi / 5)) for k in range(10) for r in [(0.042, 0.017)[k % 2]]
    ]
    b.polygon(c, star, ball(rgb("#ffe27a"), 0.7))
    for dx, dy, r in (
        (0.06, 0.03, 0.008),
        (0.1, 0.09, 0.006),
        (0.09, 0.16, 0.008),
        (0.13, 0.2, 0.005),
        (-0.05, -0.03, 0.006),
    ):
        b.circle(c, (tip[0] + dx, tip[1] + dy), r, rgb("#fff3c4"))


def cutlass(c: skia.Canvas, near: Point, far: Point) -> None:
    """A short broad blade that bends, with a basket of brass."""
    with b.placed(c, near, turn=28.0):
        b.blob(c, [(-0.012, -0.04), (-0.02, -0.2), (0.03, -0.4), (0.055, -0.32), (0.03, -0.16), (0.016, -0.04)],
               side(_STEEL, 1.3))  # fmt: skip
        b.rectangle(c, (-0.011, -0.03), 0.022, 0.085, side(_WOOD), round=0.008)
        b.curve(c, [(-0.03, -0.035), (0.04, -0.035), (0.055, 0.02), (0.012, 0.05)], _GOLD, 0.011)


def war_axe(c: skia.Canvas, near: Point, far: Point) -> None:
    """A bearded axe in one hand, a round shield of painted wood on the other arm."""
    x, y = near[0], near[1]
    with b.placed(c, near, turn=10.0):
        b.rectangle(c, (-0.011, -0.3), 0.022, 0.42, side(_WOOD), round=0.008)
        b.blob(c, "-.012,-.3 .05,-.31 .115,-.345! .13,-.26 .115,-.17! .05,-.235 -.012,-.24", side(_STEEL, 1.4))
        b.curve(c, ".113,-.34 .128,-.26 .113,-.175", WHITE, 0.006, 0.8)
    x, y = far[0] - 0.02, far[1] - 0.03
    b.circle(c, (x, y), 0.155, ball(_RED, 1.0))
    for k in range(0, 4, 2):
        wedge = [(x, y)] + [
            (x + 0.15 * cos(pi * (k + s / 4) / 2), y + 0.15 * sin(pi * (k + s / 4) / 2)) for s in range(5)
        ]
        b.polygon(c, wedge, rgb("#e8dcc0"))
    b.circle(c, (x, y), 0.15, side(shade(_STEEL, 0.7)), width=0.016)
    b.circle(c, (x, y), 0.042, ball(_STEEL, 1.4))
