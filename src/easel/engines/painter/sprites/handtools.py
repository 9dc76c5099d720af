"""Tools in the hands of people at work, seen from the front, in the figure's frame: `near` is at the viewer's right."""

from collections.abc import Callable

import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Colour, Point, ball, rgb, shade, side

_WOOD = rgb("#8a5a34")
_STEEL = rgb("#b8c2cc")
_STRAW = rgb("#d8b45a")
_LEAF = rgb("#5a9a3f")
_DARK = rgb("#26282e")


def pole(c: skia.Canvas, near: Point, far: Point, low: float = -0.02, over: float = 0.16) -> tuple[Point, Point]:
    """A shaft through both hands, from above the near one to the height `low`; its ends, upper first."""
    slope = (far[0] - near[0]) / max(1e-6, far[1] - near[1])
    upper, lower = (near[0] - slope * over, near[1] - over), (far[0] + slope * (low - far[1]), low)
    b.line(c, upper, lower, _WOOD, 0.017)
    b.line(c, (upper[0] - 0.004, upper[1]), (lower[0] - 0.004, lower[1]), shade(_WOOD, 1.4), 0.004, 0.6)
    return upper, lower


def broom(c: skia.Canvas, near: Point, far: Point) -> None:
    """A broom of twigs on the ground, with a few leaves before it."""
    _, (x, y) = pole(c, near, far, low=-0.15)
    b.blob(c, [(x - 0.01, y - 0.03), (x + 0.025, y - 0.02), (x + 0.055, -0.005), (x - 0.03, 0.0), (x - 0.13, 0.005)],
           side(_STRAW, 1.1))  # fmt: skip
    for k in range(5):
        b.line(c, (x + 0.004, y), (x - 0.11 + 0.036 * k, -0.002), shade(_STRAW, 0.62), 0.005, 0.7)
    b.line(c, (x - 0.025, y + 0.02), (x + 0.03, y + 0.03), rgb("#a8453c"), 0.012)
    for dx, ink in ((-0.17, "#d8862f"), (-0.22, "#c8522f"), (-0.2, "#e0b23a")):
        b.ellipse(c, (x + dx, -0.004), 0.02, 0.008, rgb(ink))


def spade(c: skia.Canvas, near: Point, far: Point) -> None:
    """A spade in a heap of earth, and the young tree that is planted."""
    _, (x, y) = pole(c, near, far, low=-0.16)
    b.blob(c, [(x - 0.05, y), (x + 0.035, y + 0.01), (x + 0.03, y + 0.11), (x - 0.03, y + 0.15), (x - 0.07, y + 0.1)],
           side(_STEEL, 1.2))  # fmt: skip
    _sapling(c, (-0.36, 0.0))
    b.blob(c, "-.5,.01 -.44,-.04 -.34,-.06 -.22,-.05 -.12,-.03 -.06,.01", side(rgb("#7a5638"), 1.1))


def _sapling(c: skia.Canvas, at: Point) -> None:
    x, y = at
    b.curve(c, [(x, y), (x + 0.008, y - 0.16), (x - 0.004, y - 0.34)], _WOOD, 0.012)
    for dx, dy in ((-0.06, -0.2), (0.06, -0.24), (-0.05, -0.3), (0.05, -0.34), (0.0, -0.38), (-0.03, -0.4)):
        b.ellipse(c, (x + dx, y + dy), 0.042, 0.03, ball(_LEAF, 1.1))


def watering_can(c: skia.Canvas, near: Point, far: Point) -> None:
    """A can whose water falls on flowers."""
    x, y = near[0] + 0.03, near[1] + 0.04
    _flower_bed(c, 0.42)
    for k in range(5):
        b.curve(c, [(x + 0.16, y - 0.03 + 0.006 * k), (x + 0.2 + 0.012 * k, y + 0.02), (x + 0.2 + 0.022 * k, -0.14)],
                rgb("#bfe4f4"), 0.006, 0.85)  # fmt: skip
    with b.placed(c, (x, y), turn=12.0):
        b.curve(c, [(-0.05, -0.05), (-0.03, -0.11), (0.03, -0.1), (0.045, -0.05)], shade(_STEEL, 0.7), 0.012)
        b.polygon(c, [(0.04, -0.015), (0.14, -0.075), (0.15, -0.055), (0.05, 0.03)], side(rgb("#4f9a8a")))
        b.rectangle(c, (-0.065, -0.055), 0.125, 0.115, side(rgb("#4f9a8a"), 1.2), round=0.012)
        b.ellipse(c, (0.15, -0.066), 0.014, 0.024, shade(_STEEL, 0.8))


def _flower_bed(c: skia.Canvas, x: float) -> None:
    for k, ink in enumerate(("#e0526a", "#f2c52e", "#e88ab0", "#f4f0f6", "#d8423c")):
        at, up = x + (k - 2) * 0.045, 0.16 + 0.03 * (k % 2)
        b.curve(c, [(at, 0.0), (at + 0.006, -0.5 * up), (at, -up)], _LEAF, 0.01)
        b.ellipse(c, (at + 0.018, -0.06), 0.024, 0.01, _LEAF)
        b.ellipse(c, (at - 0.018, -0.09), 0.024, 0.01, shade(_LEAF, 0.8))
        b.circle(c, (at, -up), 0.026, ball(rgb(ink)))
        b.circle(c, (at, -up), 0.009, rgb("#f2d24a"))


def sickle(c: skia.Canvas, near: Point, far: Point) -> None:
    """A sickle, and an armful of ripe ears."""
    x, y = far[0] - 0.015, far[1]
    for k in range(9):
        tip = (x - 0.1 + 0.03 * k, y - 0.23 + 0.006 * abs(k - 4))
        b.line(c, (x - 0.02 + 0.006 * k, y + 0.16), tip, shade(_STRAW, 0.85 + 0.05 * (k % 3)), 0.008)
        b.ellipse(c, tip, 0.011, 0.034, ball(_STRAW))
    b.line(c, (x - 0.035, y + 0.01), (x + 0.04, y + 0.01), shade(_STRAW, 0.55), 0.016)
    x, y = near
    b.line(c, (x - 0.01, y + 0.035), (x + 0.012, y - 0.05), _WOOD, 0.018)
    b.curve(c, [(x + 0.012, y - 0.05), (x + 0.1, y - 0.11), (x + 0.155, y - 0.04), (x + 0.13, y + 0.03)], _STEEL, 0.014)


def rice_seedlings(c: skia.Canvas, near: Point, far: Point) -> None:
    """Seedlings in the hand, and a row of them in the wet field."""
    for x, y, size in ((near[0], near[1] + 0.04, 1.0), (far[0], far[1] + 0.02, 1.3),
                       *((-0.42 + 0.17 * k, 0.01, 1.0) for k in range(6))):  # fmt: skip
        for k in range(5):
            b.curve(c, [(x, y), (x + 0.008 * (k - 2), y - 0.07 * size), (x + 0.024 * (k - 2), y - 0.13 * size)],
                    shade(rgb("#7ac04a"), 0.85 + 0.08 * k), 0.008)  # fmt: skip


def basket_of(fruit: Colour) -> Callable[[skia.Canvas, Point, Point], None]:
    """A fruit in the raised hand, and a basket of them over the other arm."""

    def tool(c: skia.Canvas, near: Point, far: Point) -> None:
        x, y = far[0] - 0.01, far[1] + 0.03
        b.curve(c, [(x - 0.085, y + 0.02), (x, y - 0.06), (x + 0.085, y + 0.02)], _WOOD, 0.013)
        for dx, dy in ((-0.055, 0.0), (0.0, -0.015), (0.055, 0.0), (-0.028, -0.02), (0.03, -0.022)):
            b.circle(c, (x + dx, y + dy + 0.015), 0.032, ball(fruit))
        b.blob(c, [(x - 0.1, y + 0.02), (x + 0.1, y + 0.02), (x + 0.07, y + 0.12), (x - 0.07, y + 0.12)],
               side(rgb("#b8864a"), 1.2))  # fmt: skip
        for k in range(3):
            b.line(c, (x - 0.09 + 0.008 * k, y + 0.04 + 0.025 * k), (x + 0.09 - 0.008 * k, y + 0.04 + 0.025 * k),
                   shade(rgb("#b8864a"), 0.65), 0.006, 0.7)  # fmt: skip
        b.circle(c, (near[0], near[1] - 0.035), 0.036, ball(fruit, 1.2))
        b.curve(c, [(near[0], near[1] - 0.065), (near[0] + 0.006, near[1] - 0.09)], _WOOD, 0.006)
        b.ellipse(c, (near[0] + 0.022, near[1] - 0.088), 0.018, 0.009, _LEAF)

    return tool


def phone(c: skia.Canvas, near: Point, far: Point) -> None:
    """A telephone at the ear."""
    with b.placed(c, (near[0] + 0.006, near[1] - 0.045), turn=14.0):
        b.rectangle(c, (-0.018, -0.06), 0.036, 0.12, side(_DARK, 1.4), round=0.008)


def selfie(c: skia.Canvas, near: Point, far: Point) -> None:
    """A telephone held out, its back to the viewer's side."""
    with b.placed(c, (near[0] + 0.005, near[1] - 0.04), turn=-16.0):
        b.rectangle(c, (-0.03, -0.06), 0.06, 0.12, side(rgb("#d8dce2"), 1.2), round=0.01)
        b.rectangle(c, (-0.022, -0.052), 0.02, 0.028, _DARK, round=0.005)


def texting(c: skia.Canvas, near: Point, far: Point) -> None:
    """A telephone in both hands."""
    x, y = 0.5 * (near[0] + far[0]), min(near[1], far[1]) - 0.03
    b.rectangle(c, (x - 0.034, y - 0.055), 0.068, 0.12, side(_DARK, 1.4), round=0.01)
    b.rectangle(c, (x - 0.008, y - 0.048), 0.016, 0.006, rgb("#5a6068"), round=0.003)


def camera(c: skia.Canvas, near: Point, far: Point) -> None:
    """A camera before the face, between both hands."""
    x, y = 0.5 * (near[0] + far[0]), min(near[1], far[1]) - 0.012
    b.rectangle(c, (x - 0.024, y - 0.058), 0.048, 0.022, rgb("#2b2d33"), round=0.005)
    b.rectangle(c, (x - 0.07, y - 0.042), 0.14, 0.085, side(rgb("#2b2d33"), 1.2), round=0.012)
    b.rectangle(c, (x - 0.07, y - 0.042), 0.14, 0.022, side(_STEEL), round=0.008)
    b.circle(c, (x, y + 0.004), 0.036, rgb("#15161a"))
    b.circle(c, (x, y + 0.004), 0.026, ball(rgb("#3f5a78"), 1.5))
    b.circle(c, (x - 0.008, y - 0.006), 0.006, WHITE, 0.8)


def flute(c: skia.Canvas, near: Point, far: Point) -> None:
    """A bamboo flute held to the right, its mouth hole at the lips."""
    slope = (near[1] - far[1]) / max(1e-6, near[0] - far[0])
    start, end = (far[0] - 0.09, far[1] - 0.09 * slope - 0.02), (near[0] + 0.09, near[1] + 0.09 * slope - 0.02)
    b.line(c, start, end, rgb("#b88a3f"), 0.02)
    b.line(c, (start[0], start[1] - 0.005), (end[0], end[1] - 0.005), rgb("#e8c878"), 0.005)
    for k in range(6):
        at = 0.35 + 0.1 * k
        b.circle(c, (start[0] + at * (end[0] - start[0]), start[1] + at * (end[1] - start[1])), 0.005, _DARK)
    b.line(c, end, (end[0], end[1] + 0.09), rgb("#c8322f"), 0.008)


def bubbles(c: skia.Canvas, near: Point, far: Point) -> None:
    """A wand at the lips and soap bubbles that rise from it."""
    x, y = near[0] - 0.01, near[1] - 0.07
    b.line(c, (near[0], near[1] + 0.02), (x, y), rgb("#e0526a"), 0.01)
    b.circle(c, (x, y - 0.02), 0.022, rgb("#e0526a"), width=0.007)
    for dx, dy, r in ((0.09, -0.03, 0.032), (0.17, 0.03, 0.045), (0.2, -0.1, 0.06), (0.31, -0.02, 0.05),
                      (0.1, -0.15, 0.026), (0.33, -0.17, 0.036), (0.25, 0.13, 0.03), (-0.2, -0.2, 0.034)):  # fmt: skip
        _bubble(c, (x + dx, y + dy), r)


def _bubble(c: skia.Canvas, at: Point, r: float) -> None:
    b.circle(c, at, r, rgb("#cfeaf6"), 0.38)
    b.circle(c, at, r * 0.96, rgb("#f6c8e6"), width=0.12 * r)
    b.circle(c, at, r, rgb("#8fd0ee"), width=0.1 * r)
    b.circle(c, (at[0] - 0.36 * r, at[1] - 0.4 * r), 0.2 * r, WHITE, 0.95)


def snowball(c: skia.Canvas, near: Point, far: Point) -> None:
    """One in the raised hand, others in the air."""
    for x, y, r in ((near[0], near[1] - 0.035, 0.042), (near[0] + 0.2, near[1] - 0.06, 0.036),
                    (near[0] + 0.29, near[1] + 0.14, 0.032)):  # fmt: skip
        b.circle(c, (x, y), r, ball(rgb("#eef3fa"), 0.8))


def knitting(c: skia.Canvas, near: Point, far: Point) -> None:
    """Two needles, what hangs from them, and a ball of yarn."""
    y, yarn = min(near[1], far[1]), rgb("#c8524a")
    b.polygon(c, [(-0.075, y - 0.01), (0.075, y - 0.01), (0.07, y + 0.13), (-0.07, y + 0.13)], side(yarn))
    for k in range(5):
        b.line(c, (-0.07, y + 0.012 + 0.025 * k), (0.07, y + 0.012 + 0.025 * k), shade(yarn, 0.72), 0.006, 0.7)
    b.line(c, (near[0] + 0.03, near[1] + 0.02), (-0.06, y - 0.06), rgb("#e8d8b0"), 0.009)
    b.line(c, (far[0] - 0.03, far[1] + 0.02), (0.06, y - 0.06), rgb("#e8d8b0"), 0.009)
    b.curve(c, [(0.06, y + 0.1), (0.2, -0.1), (0.27, -0.05)], yarn, 0.007)
    b.circle(c, (0.29, -0.055), 0.055, ball(yarn, 1.2))


def paper_cutting(c: skia.Canvas, near: Point, far: Point) -> None:
    """Red paper with a pattern, and scissors."""
    x, y, red = far[0] + 0.06, min(near[1], far[1]) - 0.05, rgb("#d02a2a")
    with b.placed(c, (x, y), turn=-8.0):
        b.circle(c, (0, 0), 0.085, side(red, 0.7))
        for k in range(8):
            with b.placed(c, (0, 0), turn=45.0 * k):
                b.ellipse(c, (0, -0.056), 0.012, 0.02, rgb("#f6d8c8"))
        b.circle(c, (0, 0), 0.022, rgb("#f6d8c8"))
    for turn in (-62.0, -40.0):
        with b.placed(c, (near[0] - 0.005, near[1] - 0.02), turn=turn):
            b.polygon(c, [(-0.006, 0.0), (0.006, 0.0), (0.0, -0.11)], _STEEL)
            b.circle(c, (0, 0.022), 0.018, rgb("#b83a32"), width=0.008)


def barbell(c: skia.Canvas, near: Point, far: Point) -> None:
    """A bar with plates, over the head or wherever the hands are."""
    y = 0.5 * (near[1] + far[1]) - 0.015
    b.line(c, (-0.45, y), (0.45, y), _STEEL, 0.016)
    for sign in (-1, 1):
        for at, half in ((0.33, 0.1), (0.37, 0.085), (0.405, 0.06)):
            b.rectangle(c, (sign * at - 0.016, y - half), 0.032, 2 * half, side(_DARK, 1.4), round=0.01)


def skipping_rope(c: skia.Canvas, near: Point, far: Point) -> None:
    """A rope in both hands that swings around the feet."""
    b.curve(c, [(near[0], near[1]), (0.46, -0.45), (0.3, 0.05), (0.0, 0.11), (-0.3, 0.05), (-0.46, -0.45), far],
            rgb("#d8423c"), 0.011)  # fmt: skip
    for x, y in (near, far):
        b.line(c, (x, y - 0.03), (x, y + 0.035), rgb("#f2c52e"), 0.02)


def fan(c: skia.Canvas, near: Point, far: Point) -> None:
    """A round fan of silk with a branch on it."""
    with b.placed(c, (near[0] + 0.01, near[1]), turn=16.0):
        b.line(c, (0, 0.06), (0, -0.07), _WOOD, 0.014)
        b.circle(c, (0, -0.155), 0.1, side(rgb("#f6eedd"), 0.5))
        b.circle(c, (0, -0.155), 0.1, rgb("#b8863a"), width=0.01)
        b.curve(c, [(-0.06, -0.1), (0.0, -0.14), (0.05, -0.2)], _WOOD, 0.006)
        for dx, dy in ((-0.03, -0.13), (0.012, -0.165), (0.04, -0.185), (0.0, -0.12)):
            b.circle(c, (dx, dy), 0.014, rgb("#e0607a"))
        b.line(c, (0, 0.06), (0, 0.13), rgb("#c8322f"), 0.008)


def brush_teeth(c: skia.Canvas, near: Point, far: Point) -> None:
    """A toothbrush at the mouth, with foam."""
    b.line(c, (near[0] + 0.01, near[1]), (near[0] - 0.09, near[1] - 0.035), rgb("#4fa3d8"), 0.012)
    for dx in (-0.1, -0.085, -0.07):
        b.circle(c, (near[0] + dx, near[1] - 0.025), 0.012, WHITE, 0.95)


def comb(c: skia.Canvas, near: Point, far: Point) -> None:
    """A comb in the hair."""
    with b.placed(c, (near[0] - 0.012, near[1]), turn=20.0):
        b.rectangle(c, (-0.014, -0.06), 0.016, 0.12, side(rgb("#b8863a")), round=0.005)
        for k in range(8):
            b.line(c, (-0.014, -0.05 + 0.014 * k), (-0.034, -0.05 + 0.014 * k), rgb("#8a5a2a"), 0.005)


def tears(c: skia.Canvas, near: Point, far: Point) -> None:
    """Drops that fall from under the hands."""
    for x, y in ((near[0] + 0.012, near[1] + 0.05), (far[0] - 0.012, far[1] + 0.05), (near[0] + 0.004, near[1] + 0.1)):
        b.blob(c, [(x, y - 0.022), (x + 0.011, y), (x, y + 0.012), (x - 0.011, y)], rgb("#8fcdf0"), 0.95)


def firecrackers(c: skia.Canvas, near: Point, far: Point) -> None:
    """A string of red crackers that burns from below."""
    x, y = near[0] + 0.02, near[1]
    b.line(c, (x, y - 0.02), (x, y + 0.3), rgb("#7a3a20"), 0.006)
    for k in range(9):
        for dx in (-0.022, 0.022):
            b.limb(c, [(x, y + 0.03 * k), (x + dx, y + 0.03 * k + 0.022)], (0.02, 0.02), side(rgb("#d8282a")))
    b.glow(c, (x, y + 0.31), 0.12, rgb("#ffd86a"), 0.9)
    for k in range(8):
        with b.placed(c, (x, y + 0.31), turn=45.0 * k + 10):
            b.line(c, (0, -0.02), (0, -0.055 - 0.02 * (k % 2)), rgb("#ffe9a0"), 0.008)


def butterfly_net(c: skia.Canvas, near: Point, far: Point) -> None:
    """A net held up, and a butterfly before it."""
    x, y = near
    b.line(c, (x - 0.035, y + 0.12), (x + 0.06, y - 0.2), _WOOD, 0.013)
    b.blob(c, [(x + 0.0, y - 0.23), (x + 0.14, y - 0.21), (x + 0.2, y - 0.03), (x + 0.15, y - 0.02)], WHITE, 0.55)
    b.curve(
        c,
        [(x - 0.01, y - 0.23), (x + 0.07, y - 0.26), (x + 0.15, y - 0.21), (x + 0.06, y - 0.19), (x - 0.01, y - 0.23)],
        _WOOD,
        0.01,
    )
    for sign in (-1, 1):
        b.ellipse(c, (0.4 + sign * 0.024, -0.95), 0.024, 0.032, ball(rgb("#f0a030")))
    b.line(c, (0.4, -0.98), (0.4, -0.92), _DARK, 0.008)


def raised_axe(c: skia.Canvas, near: Point, far: Point) -> None:
    """An axe, and the wood that it splits."""
    b.rectangle(c, (0.2, -0.14), 0.17, 0.14, side(rgb("#9a6a3c"), 1.3), round=0.02)
    b.ellipse(c, (0.285, -0.14), 0.085, 0.03, rgb("#d8b07a"))
    for dx, turn in ((0.0, -30.0), (-0.06, 24.0)):
        with b.placed(c, (-0.3 + dx, -0.03), turn=turn):
            b.rectangle(c, (-0.08, -0.04), 0.16, 0.06, side(rgb("#b8864a"), 1.2), round=0.01)
    x, y = near
    b.line(c, (x - 0.05, y + 0.13), (x + 0.04, y - 0.2), _WOOD, 0.017)
    b.blob(
        c, [(x + 0.03, y - 0.21), (x + 0.14, y - 0.25), (x + 0.15, y - 0.12), (x + 0.04, y - 0.16)], side(_STEEL, 1.3)
    )


def erhu(c: skia.Canvas, near: Point, far: Point) -> None:
    """A fiddle of two strings that stands on the hip: the far hand on its neck, the bow in the near one."""
    x, foot = far[0] - 0.012, near[1] + 0.05
    b.line(c, (x + 0.01, foot), (x - 0.01, far[1] - 0.26), rgb("#5a2a1a"), 0.016)
    for level in (-0.2, -0.16):
        b.line(c, (x - 0.008, far[1] + level), (x - 0.06, far[1] + level - 0.01), rgb("#5a2a1a"), 0.012)
    b.rectangle(c, (x - 0.05, foot - 0.04), 0.12, 0.09, side(rgb("#7a3a22"), 1.2), round=0.014)
    b.ellipse(c, (x + 0.01, foot + 0.005), 0.034, 0.034, rgb("#d8c8a0"))
    for dx in (-0.004, 0.004):
        b.line(c, (x + dx + 0.01, foot - 0.02), (x + dx - 0.006, far[1] - 0.2), WHITE, 0.003, 0.9)
    b.line(c, (near[0] + 0.02, near[1] - 0.02), (x - 0.14, foot - 0.07), rgb("#8a5a34"), 0.009)
    b.line(c, (near[0] + 0.02, near[1] - 0.008), (x - 0.14, foot - 0.062), WHITE, 0.004, 0.9)


def basketball(c: skia.Canvas, near: Point, far: Point) -> None:
    """A basketball on the raised hand."""
    x, y = near[0] + 0.02, near[1] - 0.07
    b.circle(c, (x, y), 0.066, ball(rgb("#d9772b"), 0.9))
    for line in ([(x - 0.066, y), (x + 0.066, y)], [(x, y - 0.066), (x, y + 0.066)],
                 [(x - 0.045, y - 0.048), (x - 0.018, y), (x - 0.045, y + 0.048)],
                 [(x + 0.045, y - 0.048), (x + 0.018, y), (x + 0.045, y + 0.048)]):  # fmt: skip
        b.curve(c, line, _DARK, 0.006)
