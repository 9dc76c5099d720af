"""Work about the house, the yard and the mine, and pastimes, seen from the front, in the figure's frame."""

import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Point, ball, rgb, shade, side, top
from easel.engines.painter.sprites.handtools import pole
from easel.engines.painter.sprites.worktops import on_table, table

_WOOD, _STEEL, _DARK, _LEAF = rgb("#8a5a34"), rgb("#b8c2cc"), rgb("#26282e"), rgb("#4f8f3f")


def mop(c: skia.Canvas, near: Point, far: Point) -> None:
    """A wet mop, and a bucket of suds."""
    _, (x, y) = pole(c, near, far, low=-0.06)
    for k in range(9):
        b.curve(c, [(x, y - 0.02), (x - 0.05 + 0.013 * k, y + 0.02), (x - 0.11 + 0.026 * k, 0.0)],
                shade(rgb("#e8eef2"), 0.86 + 0.05 * (k % 3)), 0.018)  # fmt: skip
    b.ellipse(c, (x, 0.004), 0.16, 0.014, rgb("#bfe4f4"), 0.7)
    b.blob(c, [(0.26, -0.2), (0.44, -0.2), (0.42, 0.0), (0.28, 0.0)], side(rgb("#3f8fd0"), 1.1))
    for k in range(6):
        b.circle(c, (0.275 + 0.03 * k, -0.205 - 0.012 * (k % 2)), 0.022, ball(WHITE, 0.5))
    b.curve(c, [(0.26, -0.19), (0.35, -0.33), (0.44, -0.19)], _STEEL, 0.009)


def vacuum(c: skia.Canvas, near: Point, far: Point) -> None:
    """A vacuum cleaner on its wheels, its hose to the hands."""
    x = pole(c, near, far, low=-0.04, over=0.04)[1][0]
    b.rectangle(c, (x - 0.12, -0.035), 0.18, 0.035, side(_DARK, 1.4), round=0.012)
    b.curve(c, [(near[0], near[1]), (0.3, near[1] + 0.12), (0.44, -0.3), (0.36, -0.16)], _DARK, 0.026)
    b.blob(c, [(0.2, -0.03), (0.22, -0.15), (0.32, -0.19), (0.44, -0.15), (0.47, -0.03)], side(rgb("#d0483c"), 1.2))
    for at in (0.25, 0.42):
        b.circle(c, (at, -0.03), 0.032, ball(_DARK, 1.4))


def _suds(c: skia.Canvas, y: float) -> None:
    b.rectangle(c, (-0.4, y + 0.05), 0.8, -y - 0.05, side(rgb("#dfe3e0"), 0.6))
    for x in (-0.37, 0.01):
        b.rectangle(c, (x, y + 0.09), 0.36, -y - 0.15, side(rgb("#cbd3d0"), 0.5), round=0.008)
    b.rectangle(c, (-0.2, y - 0.03), 0.36, 0.06, side(_STEEL, 1.0), round=0.02)
    for k in range(9):
        b.circle(c, (-0.17 + 0.038 * k, y - 0.03 - 0.014 * (k % 3)), 0.026, ball(WHITE, 0.5))
    b.curve(c, [(0.2, y), (0.2, y - 0.16), (0.1, y - 0.17), (0.09, y - 0.11)], _STEEL, 0.02)
    for k in range(3):
        b.ellipse(c, (0.3, y - 0.008 - 0.016 * k), 0.07, 0.016, shade(WHITE, 0.98 - 0.05 * k))


def washing_up(c: skia.Canvas, near: Point, far: Point) -> None:
    """A sink full of suds, a plate in the hands, clean ones beside it."""
    on_table(_suds, 0.4)(c, near, far)
    x, y = far[0] + 0.06, min(near[1], far[1]) - 0.03
    b.circle(c, (x, y), 0.075, side(WHITE, 0.6))
    b.circle(c, (x, y), 0.05, shade(WHITE, 0.9), width=0.006)
    b.rectangle(c, (near[0] - 0.07, near[1] - 0.03), 0.07, 0.04, side(rgb("#f2c52e")), round=0.01)


def washtub(c: skia.Canvas, near: Point, far: Point) -> None:
    """A tub of suds with a washboard, and what is rubbed on it."""
    y = 0.5 * (near[1] + far[1]) + 0.06
    b.polygon(c, [(-0.09, y - 0.1), (0.09, y - 0.1), (0.11, y + 0.08), (-0.11, y + 0.08)], side(rgb("#c99a5e")))
    for k in range(5):
        b.line(c, (-0.075, y - 0.07 + 0.026 * k), (0.075, y - 0.07 + 0.026 * k), shade(rgb("#c99a5e"), 0.7), 0.008)
    b.blob(c, [(-0.11, y - 0.04), (0.0, y - 0.07), (0.11, y - 0.04), (0.13, y + 0.06), (-0.13, y + 0.06)],
           side(rgb("#4f8fd0")))  # fmt: skip
    b.blob(c, [(-0.3, y + 0.02), (0.3, y + 0.02), (0.25, y + 0.26), (-0.25, y + 0.26)], side(rgb("#a9764a"), 1.1))
    for dy in (0.07, 0.2):
        b.line(c, (-0.29 + 0.2 * dy, y + dy), (0.29 - 0.2 * dy, y + dy), shade(_STEEL, 0.8), 0.014)
    for k in range(13):
        b.circle(c, (-0.27 + 0.045 * k, y + 0.015 - 0.014 * (k % 3)), 0.03, ball(WHITE, 0.5))
    for x in (-0.18, 0.18):
        b.line(c, (x, y + 0.25), (x * 1.1, 0.0), _WOOD, 0.03)


def iron(c: skia.Canvas, near: Point, far: Point) -> None:
    """A shirt on an ironing board, the iron over it with its steam."""
    y = far[1] + 0.03
    for x in (-0.22, 0.22):
        b.line(c, (x, y + 0.02), (-x, -0.005), _STEEL, 0.016)
    b.blob(c, [(-0.46, y - 0.01), (-0.36, y - 0.045), (0.4, y - 0.045), (0.42, y + 0.025), (-0.36, y + 0.03)],
           top(rgb("#7fb0d0"), 0.6))  # fmt: skip
    b.polygon(c, [(-0.2, y - 0.035), (0.24, y - 0.035), (0.26, y + 0.12), (-0.22, y + 0.12)], side(rgb("#f4f0e6"), 0.8))
    b.line(c, (0.02, y - 0.03), (0.02, y + 0.12), shade(WHITE, 0.8), 0.006)
    for k in range(3):
        b.circle(c, (0.02, y + 0.0 + 0.045 * k), 0.007, shade(WHITE, 0.7))
    x = near[0]
    b.blob(c, [(x - 0.15, y - 0.012), (x - 0.08, y - 0.06), (x + 0.05, y - 0.06), (x + 0.06, y - 0.012)],
           side(rgb("#d0483c"), 1.1))  # fmt: skip
    b.rectangle(c, (x - 0.155, y - 0.018), 0.22, 0.014, _STEEL)
    b.curve(c, [(x - 0.07, y - 0.06), (x - 0.05, y - 0.1), (x + 0.03, y - 0.1), (x + 0.04, y - 0.06)], _DARK, 0.018)
    for dx in (-0.16, -0.2):
        b.curve(c, [(x + dx, y - 0.03), (x + dx + 0.012, y - 0.08), (x + dx - 0.012, y - 0.12)], WHITE, 0.01, 0.55)


def clothesline(c: skia.Canvas, near: Point, far: Point) -> None:
    """A line between two posts, shirts, trousers and a sheet on it, both hands at it."""
    y = 0.5 * (near[1] + far[1]) - 0.02
    for x in (-0.54, 0.54):
        b.line(c, (x, y - 0.04), (x, 0.0), _WOOD, 0.024)
    b.curve(c, [(-0.54, y - 0.02), (0.0, y + 0.005), (0.54, y - 0.02)], rgb("#f2eee2"), 0.009)
    for x, wide, long, ink in ((-0.4, 0.2, 0.26, "#e0607a"), (0.42, 0.17, 0.36, "#4f8fd0"),
                               (0.21, 0.17, 0.24, "#f2c94a"), (-0.21, 0.14, 0.2, "#f6f4ee")):  # fmt: skip
        cloth = rgb(ink)
        b.blob(c, [(x - wide / 2, y), (x + wide / 2, y), (x + wide / 2 - 0.01, y + long), (x, y + long - 0.012),
                   (x - wide / 2 + 0.01, y + long)], side(cloth, 0.9))  # fmt: skip
        if wide > 0.16:
            for sign in (-1, 1):
                b.limb(c, [(x + sign * 0.4 * wide, y + 0.03), (x + sign * 0.62 * wide, y + 0.12)], (0.05, 0.05),
                       side(shade(cloth, 0.9)))  # fmt: skip
        for sign in (-1, 1):
            b.line(c, (x + sign * 0.36 * wide, y - 0.018), (x + sign * 0.36 * wide, y + 0.014), rgb("#c99a5e"), 0.011)


def shears(c: skia.Canvas, near: Point, far: Point) -> None:
    """Garden shears at a bush of roses."""
    b.blob(c, [(0.16, 0.0), (0.14, -0.24), (0.24, -0.44), (0.4, -0.46), (0.52, -0.32), (0.53, -0.02)],
           ball(_LEAF, 0.9))  # fmt: skip
    for k in range(14):
        b.ellipse(c, (0.18 + 0.1 * (k % 4), -0.06 - 0.11 * (k // 4)), 0.036, 0.024, shade(_LEAF, 0.85 + 0.12 * (k % 3)))
    for x, y in ((0.22, -0.3), (0.34, -0.4), (0.45, -0.3), (0.3, -0.2), (0.42, -0.14), (0.2, -0.1)):
        b.circle(c, (x, y), 0.034, ball(rgb("#d8384a")))
        b.curve(c, [(x - 0.016, y), (x, y - 0.016), (x + 0.014, y + 0.006)], rgb("#8f1f30"), 0.006)
    meet = (near[0] + 0.03, near[1] + 0.03)
    for hand, tip in ((near, (near[0] + 0.11, near[1] + 0.1)), (far, (near[0] + 0.14, near[1] + 0.05))):
        b.line(c, hand, meet, rgb("#d8783a"), 0.018)
        b.line(c, meet, tip, _STEEL, 0.017)


def feed(c: skia.Canvas, near: Point, far: Point) -> None:
    """A bowl of grain in one hand, grain that falls from the other."""
    x, y = far
    b.blob(c, [(x - 0.08, y - 0.02), (x + 0.08, y - 0.02), (x + 0.045, y + 0.045), (x - 0.045, y + 0.045)],
           side(rgb("#a9764a"), 1.1))  # fmt: skip
    b.ellipse(c, (x, y - 0.022), 0.078, 0.02, rgb("#e8c86a"))
    for k in range(16):
        fall = 0.02 + 0.026 * k
        b.ellipse(c, (near[0] + 0.02 + 0.014 * (k % 3) + 0.1 * fall, near[1] + fall), 0.008, 0.006, rgb("#e0b040"))
    for k in range(7):
        b.ellipse(c, (near[0] - 0.02 + 0.03 * k, -0.004 - 0.01 * (k % 2)), 0.01, 0.006, rgb("#e0b040"))


def spoon(c: skia.Canvas, near: Point, far: Point) -> None:
    """A spoon held out, a bowl of porridge in the other hand."""
    x, y = far
    b.blob(c, [(x - 0.075, y - 0.03), (x + 0.075, y - 0.03), (x + 0.045, y + 0.04), (x - 0.045, y + 0.04)],
           side(rgb("#7fb0d0"), 1.1))  # fmt: skip
    b.ellipse(c, (x, y - 0.03), 0.073, 0.018, rgb("#f4e6c4"))
    b.line(c, (near[0] - 0.02, near[1] - 0.01), (near[0] + 0.09, near[1] + 0.03), _STEEL, 0.012)
    b.ellipse(c, (near[0] + 0.11, near[1] + 0.034), 0.028, 0.018, rgb("#f4e6c4"))


def pickaxe(c: skia.Canvas, near: Point, far: Point) -> None:
    """A pickaxe over the shoulder, and the rock with ore and crystals that it strikes."""
    b.blob(c, [(0.1, 0.0), (0.14, -0.16), (0.26, -0.3), (0.42, -0.26), (0.52, -0.1), (0.54, 0.0)],
           side(rgb("#6a655f"), 1.3))  # fmt: skip
    for x, y, ink in (
        (0.24, -0.14, "#f0c24a"),
        (0.36, -0.2, "#8fe0f0"),
        (0.42, -0.08, "#f0c24a"),
        (0.3, -0.05, "#c8a0f0"),
    ):
        b.polygon(c, [(x - 0.03, y), (x, y - 0.045), (x + 0.03, y), (x, y + 0.03)], side(rgb(ink), 1.2))
    x, y = near
    b.line(c, (x - 0.05, y + 0.14), (x + 0.04, y - 0.19), _WOOD, 0.02)
    b.curve(c, [(x - 0.12, y - 0.12), (x + 0.04, y - 0.22), (x + 0.2, y - 0.15)], _STEEL, 0.03)


def crook(c: skia.Canvas, near: Point, far: Point) -> None:
    """A shepherd's crook."""
    x = near[0]
    b.line(c, (x + 0.01, 0.0), (x, -0.92), _WOOD, 0.018)
    b.curve(c, [(x, -0.92), (x - 0.005, -1.02), (x + 0.05, -1.06), (x + 0.1, -1.02), (x + 0.085, -0.96)], _WOOD, 0.018)


def binoculars(c: skia.Canvas, near: Point, far: Point) -> None:
    """Field glasses before the eyes."""
    x, y = 0.5 * (near[0] + far[0]), min(near[1], far[1]) - 0.03
    b.rectangle(c, (x - 0.02, y - 0.03), 0.04, 0.03, _DARK)
    for sign in (-1, 1):
        b.circle(c, (x + sign * 0.04, y - 0.012), 0.04, ball(_DARK, 1.4))
        b.circle(c, (x + sign * 0.04, y - 0.012), 0.027, ball(rgb("#5f7fb0"), 1.5))
        b.circle(c, (x + sign * 0.04 - 0.009, y - 0.022), 0.006, WHITE, 0.9)


def gamepad(c: skia.Canvas, near: Point, far: Point) -> None:
    """A game controller in both hands."""
    x, y = 0.5 * (near[0] + far[0]), 0.5 * (near[1] + far[1]) - 0.01
    b.blob(c, [(x - 0.1, y + 0.04), (x - 0.09, y - 0.03), (x, y - 0.025), (x + 0.09, y - 0.03), (x + 0.1, y + 0.04),
               (x + 0.05, y + 0.012), (x - 0.05, y + 0.012)], side(_DARK, 1.5))  # fmt: skip
    b.line(c, (x - 0.065, y - 0.006), (x - 0.035, y - 0.006), rgb("#c8ccd4"), 0.009)
    b.line(c, (x - 0.05, y - 0.021), (x - 0.05, y + 0.009), rgb("#c8ccd4"), 0.009)
    for dx, dy, ink in ((0.04, -0.006, "#4fb0f0"), (0.065, -0.006, "#e0526a"), (0.0525, -0.019, "#4fc07a")):
        b.circle(c, (x + dx, y + dy), 0.008, rgb(ink))


def juggling(c: skia.Canvas, near: Point, far: Point) -> None:
    """Five balls in an arc from hand to hand."""
    for k, ink in enumerate(("#d8423c", "#f2c52e", "#3f9a4a", "#2f6fd0", "#b04ac0")):
        t = k / 4
        x, y = far[0] + (near[0] - far[0]) * t, far[1] - 0.04 - 0.62 * 4 * t * (1 - t)
        b.circle(c, (x, y), 0.042, ball(rgb(ink)))


def bus_stop(c: skia.Canvas, near: Point, far: Point) -> None:
    """The sign of a bus stop beside who waits."""
    b.line(c, (0.3, 0.0), (0.3, -1.02), shade(_STEEL, 0.7), 0.02)
    b.rectangle(c, (0.17, -1.08), 0.26, 0.26, side(rgb("#2f6fb4"), 0.7), round=0.02)
    b.rectangle(c, (0.215, -1.03), 0.17, 0.12, WHITE, round=0.02)
    for x in (0.24, 0.305):
        b.rectangle(c, (x - 0.006, -1.015), 0.058, 0.05, rgb("#2f6fb4"), round=0.006)
    for x in (0.25, 0.35):
        b.circle(c, (x, -0.9), 0.02, WHITE)
    b.rectangle(c, (0.24, -0.78), 0.12, 0.2, WHITE, round=0.006)
    for k in range(5):
        b.line(c, (0.255, -0.75 + 0.034 * k), (0.345, -0.75 + 0.034 * k), rgb("#6a7684"), 0.006)


def trumpet(c: skia.Canvas, near: Point, far: Point) -> None:
    """A trumpet at the lips, seen from the front: its bell is before the mouth's side."""
    brass = rgb("#e0ac3a")
    b.line(c, (0.0, -0.862), (near[0] + 0.06, near[1] - 0.02), brass, 0.02)
    b.curve(c, [(near[0] - 0.1, near[1] + 0.0), (near[0] - 0.12, near[1] + 0.045), (near[0] - 0.02, near[1] + 0.05),
                (near[0] + 0.05, near[1] + 0.01)], brass, 0.016)  # fmt: skip
    for k in range(3):
        x = near[0] - 0.08 + 0.03 * k
        b.line(c, (x, near[1] + 0.01), (x, near[1] - 0.05), shade(brass, 0.8), 0.014)
    b.blob(c, [(near[0] + 0.04, near[1] - 0.035), (near[0] + 0.14, near[1] - 0.09), (near[0] + 0.17, near[1] + 0.04),
               (near[0] + 0.05, near[1] + 0.005)], side(brass, 1.2))  # fmt: skip
    b.ellipse(c, (near[0] + 0.155, near[1] - 0.025), 0.03, 0.068, shade(brass, 0.6))


def _screen(c: skia.Canvas, x: float, y: float, wide: float, high: float) -> None:
    """A screen of code on its foot, its left edge at `x`, on a top at `y`."""
    b.rectangle(c, (x + 0.5 * wide - 0.02, y - 0.05), 0.04, 0.05, _DARK)
    b.rectangle(c, (x, y - high - 0.04), wide, high, side(_DARK, 1.3), round=0.012)
    b.rectangle(c, (x + 0.015, y - high - 0.025), wide - 0.03, high - 0.03, rgb("#1f2a44"))
    for k in range(5):
        start, long = 0.03 + 0.02 * (k * 3 % 4), (0.3 + 0.13 * (k * 5 % 4)) * wide
        level = y - high - 0.002 + (high - 0.05) * k / 5
        ink = ("#7fd0ff", "#f0a0c8", "#a0f0b8", "#f0e08a", "#7fd0ff")[k]
        b.line(c, (x + start, level), (x + start + long, level), rgb(ink), 0.011)


def desk_computer(c: skia.Canvas, near: Point, far: Point) -> None:
    """A desk with three screens full of code around the one who types."""
    y = 0.5 * (near[1] + far[1]) + 0.028
    table(c, y, 0.46)
    for x in (-0.45, 0.17):
        _screen(c, x, y, 0.28, 0.2)
    b.rectangle(c, (-0.13, y - 0.014), 0.26, 0.022, side(rgb("#d8dce2")), round=0.006)
    _screen(c, -0.1, y + 0.03, 0.2, 0.1)
