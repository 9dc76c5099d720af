"""What people have in their hands who are seen from the side, looking right: sports, shopping, hoses, the beach."""

import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Point, ball, rgb, shade, side

_WOOD, _STEEL, _DARK, _SAND = rgb("#8a5a34"), rgb("#b8c2cc"), rgb("#26282e"), rgb("#e2c48c")
_RED, _BLUE = rgb("#d8342e"), rgb("#2f6fd0")


def hose(c: skia.Canvas, near: Point, far: Point) -> None:
    """A hose in both hands and the water that shoots from it."""
    tip = (near[0] + 0.1, near[1] - 0.05)
    for k, (up, wide) in enumerate(((0.0, 0.03), (0.03, 0.022), (-0.03, 0.022), (0.055, 0.014))):
        jet = [tip, (0.4, near[1] - 0.12 - up), (0.56, near[1] - 0.13 - 1.5 * up)]
        b.curve(c, jet, rgb("#bfe6f8" if k % 2 else "#8fcdf0"), wide, 0.85)
    for k in range(10):
        at = (0.38 + 0.019 * k, near[1] - 0.19 + 0.022 * (k * 7 % 9))
        b.circle(c, at, 0.007 + 0.002 * (k % 3), rgb("#dff4fc"), 0.9)
    b.curve(c, [(tip[0] - 0.06, tip[1] + 0.03), (far[0] - 0.1, far[1] + 0.1), (-0.12, -0.2), (-0.34, -0.02)],
            rgb("#d8a83a"), 0.03)  # fmt: skip
    b.limb(c, [(near[0] - 0.03, near[1] + 0.015), tip], (0.03, 0.022), side(_RED, 1.1))


def gloves(c: skia.Canvas, near: Point, far: Point) -> None:
    """Boxing gloves on both fists."""
    for (x, y), tone in ((far, shade(_RED, 0.75)), (near, _RED)):
        b.ellipse(c, (x + 0.015, y), 0.056, 0.05, ball(tone, 1.1))
        b.ellipse(c, (x + 0.0, y - 0.03), 0.026, 0.022, ball(shade(tone, 1.1)))
        b.rectangle(c, (x - 0.05, y - 0.026), 0.03, 0.054, WHITE, round=0.01)


def foil(c: skia.Canvas, near: Point, far: Point) -> None:
    """A foil that points ahead."""
    x, y = near
    b.line(c, (x, y), (x + 0.31, y - 0.05), _STEEL, 0.009)
    b.circle(c, (x + 0.31, y - 0.05), 0.009, _DARK)
    b.ellipse(c, (x + 0.014, y - 0.003), 0.014, 0.034, ball(_STEEL, 1.2))
    b.line(c, (x - 0.04, y + 0.008), (x, y), _DARK, 0.018)


def golf_club(c: skia.Canvas, near: Point, far: Point) -> None:
    """A club swung back over the shoulder, the ball on its tee ahead."""
    x, y = near
    b.line(c, (x, y), (x - 0.3, y - 0.16), shade(_STEEL, 0.8), 0.011)
    b.line(c, (x + 0.01, y + 0.004), (x - 0.07, y - 0.035), _DARK, 0.018)
    b.blob(c, [(x - 0.28, y - 0.16), (x - 0.34, y - 0.2), (x - 0.36, y - 0.15), (x - 0.31, y - 0.13)], side(_DARK, 1.3))
    b.line(c, (0.34, 0.005), (0.34, -0.02), rgb("#d8423c"), 0.01)
    b.circle(c, (0.34, -0.036), 0.022, ball(WHITE, 0.7))


def baseball_bat(c: skia.Canvas, near: Point, far: Point) -> None:
    """A bat that is swung, the ball that comes."""
    x, y = near
    b.limb(
        c,
        [(x - 0.02, y + 0.03), (x + 0.02, y - 0.1), (x + 0.08, y - 0.3)],
        (0.02, 0.03, 0.048),
        side(rgb("#c99a5e"), 1.1),
    )
    b.circle(c, (0.5, y + 0.02), 0.03, ball(WHITE, 0.7))
    for sign in (-1, 1):
        b.curve(c, [(0.5 + sign * 0.012, y - 0.006), (0.5 + sign * 0.022, y + 0.02), (0.5 + sign * 0.012, y + 0.046)],
                _RED, 0.005)  # fmt: skip


def microphone(c: skia.Canvas, near: Point, far: Point) -> None:
    """A microphone that is held out to somebody."""
    x, y = near
    b.limb(c, [(x - 0.02, y + 0.02), (x + 0.06, y - 0.06)], (0.02, 0.026), side(_DARK, 1.3))
    b.rectangle(c, (x + 0.026, y - 0.062), 0.05, 0.036, side(_RED), round=0.006)
    b.circle(c, (x + 0.078, y - 0.082), 0.03, ball(rgb("#5a6068"), 1.4))


def trolley(c: skia.Canvas, near: Point, far: Point) -> None:
    """A shopping trolley full of goods at the hands."""
    x, y = near[0] + 0.06, near[1] + 0.03
    for at in (x + 0.04, x + 0.22):
        b.circle(c, (at, -0.028), 0.028, _DARK)
    b.line(c, (x + 0.02, -0.07), (x + 0.24, -0.07), shade(_STEEL, 0.8), 0.014)
    b.line(c, (x + 0.02, -0.07), (x - 0.02, y), shade(_STEEL, 0.8), 0.014)
    b.line(c, (near[0] - 0.02, near[1]), (x - 0.01, y + 0.01), _RED, 0.022)
    for dx, dy, r, ink in ((0.05, -0.02, 0.05, "#3f9a4a"), (0.13, -0.03, 0.055, "#e8a83c"),
                           (0.21, -0.01, 0.045, "#d8423c"), (0.09, -0.06, 0.03, "#f4f0e6")):  # fmt: skip
        b.circle(c, (x + dx, y + dy), r, ball(rgb(ink)))
    b.limb(c, [(x + 0.19, y + 0.02), (x + 0.24, y - 0.12)], (0.03, 0.026), side(rgb("#d8a05a")))
    basket = [(x - 0.02, y), (x + 0.29, y + 0.02), (x + 0.26, y + 0.2), (x + 0.03, y + 0.22)]
    b.polygon(c, basket, rgb("#e4eaee"), 0.45)
    for k in range(7):
        t = k / 6
        b.line(c, (x - 0.02 + 0.31 * t, y + 0.02 * t), (x + 0.03 + 0.23 * t, y + 0.22 - 0.02 * t), _STEEL, 0.006)
    for k in range(4):
        t = k / 3
        b.line(c, (x - 0.02 + 0.05 * t, y + 0.22 * t), (x + 0.29 - 0.03 * t, y + 0.02 + 0.18 * t), _STEEL, 0.008)


def sandcastle(c: skia.Canvas, near: Point, far: Point) -> None:
    """A castle of sand before who kneels at it, a spade in the hand, a pail behind."""
    x = 0.37
    b.rectangle(c, (x - 0.13, -0.16), 0.27, 0.17, side(_SAND, 0.8))
    for at, tall in ((x - 0.13, 0.24), (x + 0.0, 0.32), (x + 0.13, 0.22)):
        b.rectangle(c, (at - 0.05, -tall), 0.1, tall + 0.01, side(shade(_SAND, 1.05), 0.9))
        for k in range(3):
            b.rectangle(c, (at - 0.05 + 0.036 * k, -tall - 0.022), 0.026, 0.026, shade(_SAND, 1.02))
    b.rectangle(c, (x - 0.025, -0.08), 0.05, 0.09, shade(_SAND, 0.6), round=0.02)
    b.line(c, (x, -0.33), (x, -0.42), _WOOD, 0.008)
    b.polygon(c, [(x, -0.42), (x + 0.07, -0.395), (x, -0.37)], _RED)
    b.blob(c, [(x - 0.2, 0.01), (x - 0.1, -0.03), (x + 0.12, -0.03), (x + 0.2, 0.01)], shade(_SAND, 0.95))
    b.line(c, (near[0] - 0.02, near[1] - 0.03), (near[0] + 0.04, near[1] + 0.05), _BLUE, 0.016)
    b.blob(c, [(near[0] + 0.02, near[1] + 0.04), (near[0] + 0.06, near[1] + 0.03), (near[0] + 0.08, near[1] + 0.1),
               (near[0] + 0.05, near[1] + 0.11)], _BLUE)  # fmt: skip
    b.blob(c, [(-0.4, -0.14), (-0.27, -0.14), (-0.29, 0.0), (-0.38, 0.0)], side(_RED, 1.1))
    b.curve(c, [(-0.4, -0.14), (-0.335, -0.22), (-0.27, -0.14)], shade(WHITE, 0.9), 0.009)


def ring_box(c: skia.Canvas, near: Point, far: Point) -> None:
    """A small open box with a ring, held up."""
    x, y = near[0] + 0.03, near[1] - 0.02
    b.rectangle(c, (x - 0.045, y - 0.012), 0.09, 0.04, side(rgb("#7a1f34"), 1.1), round=0.008)
    b.polygon(c, [(x - 0.045, y - 0.012), (x + 0.045, y - 0.012), (x + 0.07, y - 0.06), (x - 0.02, y - 0.06)],
              shade(rgb("#7a1f34"), 1.3))  # fmt: skip
    b.circle(c, (x + 0.005, y - 0.022), 0.018, rgb("#e8c04a"), width=0.007)
    b.polygon(c, [(x + 0.005, y - 0.04), (x + 0.022, y - 0.056), (x + 0.005, y - 0.074), (x - 0.012, y - 0.056)],
              rgb("#dff4fc"))  # fmt: skip
    b.glow(c, (x + 0.005, y - 0.056), 0.05, WHITE, 0.7)


def snowboard(c: skia.Canvas, near: Point, far: Point) -> None:
    """A snowboard under both feet."""
    b.curve(c, [(-0.34, -0.05), (-0.26, 0.004), (0.0, 0.012), (0.26, 0.004), (0.34, -0.05)], rgb("#2f6fd0"), 0.028)
    b.curve(c, [(-0.2, 0.012), (0.0, 0.016), (0.2, 0.012)], rgb("#f2c52e"), 0.008)


def wheelbarrow(c: skia.Canvas, near: Point, far: Point) -> None:
    """A wheelbarrow with earth at the hands."""
    x, y, paint = near[0] + 0.0, near[1] + 0.08, rgb("#3f8a5a")
    b.circle(c, (x + 0.24, -0.07), 0.07, _DARK)
    b.circle(c, (x + 0.24, -0.07), 0.035, _STEEL)
    b.line(c, (near[0] - 0.03, near[1]), (x + 0.24, -0.07), _WOOD, 0.02)
    b.line(c, (x + 0.06, y + 0.14), (x + 0.02, -0.01), shade(_STEEL, 0.7), 0.016)
    b.blob(c, [(x + 0.0, y), (x + 0.1, y - 0.1), (x + 0.2, y - 0.11), (x + 0.28, y)], side(rgb("#7a5638"), 1.1))
    b.polygon(c, [(x - 0.03, y - 0.02), (x + 0.32, y - 0.04), (x + 0.23, y + 0.16), (x + 0.05, y + 0.16)],
              side(paint, 1.1))  # fmt: skip
    b.line(c, (x - 0.03, y - 0.02), (x + 0.32, y - 0.04), shade(paint, 0.6), 0.014)
