"""What craftsmen work at and with, seen from the front, in the figure's frame: `near` is at the viewer's right."""

from itertools import pairwise

import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Colour, Point, ball, rgb, shade, side, top
from easel.engines.painter.sprites.worktops import on_table, table

_WOOD, _PINE, _STEEL, _IRON = rgb("#8a5a34"), rgb("#d3a76c"), rgb("#b8c2cc"), rgb("#3c4046")
_CLAY, _STONE, _HOT = rgb("#b3673f"), rgb("#d8d4cc"), rgb("#ffb347")


def hammer(c: skia.Canvas, at: Point, turn: float, long: float = 0.17) -> None:
    """A hammer in the hand at `at`, its head up where `turn` is 0."""
    with b.placed(c, at, turn=turn):
        b.line(c, (0, 0.05), (0, -long), _WOOD, 0.018)
        b.rectangle(c, (-0.055, -long - 0.03), 0.1, 0.045, side(_IRON, 1.4), round=0.008)


def sparks(c: skia.Canvas, at: Point, far: float, many: int = 12) -> None:
    """Glowing sparks around a point."""
    b.glow(c, at, 0.6 * far, rgb("#ffd070"), 0.8)
    for k in range(many):
        with b.placed(c, at, turn=360.0 * k / many + 11 * (k % 3)):
            reach = far * (0.5 + 0.17 * (k * 5 % 4))
            b.line(c, (0, -0.3 * reach), (0, -reach), rgb("#ffdf8a" if k % 2 else "#ff9a3c"), 0.005)


def sawing(c: skia.Canvas, near: Point, far: Point) -> None:
    """A plank on a bench, and the saw that goes through it."""
    y = far[1] + 0.03
    table(c, y)
    b.polygon(c, [(-0.44, y - 0.05), (0.44, y - 0.05), (0.46, y + 0.012), (-0.46, y + 0.012)], top(_PINE, 0.6))
    b.rectangle(c, (-0.46, y + 0.01), 0.92, 0.028, side(shade(_PINE, 0.8)))
    for k in range(3):
        b.curve(c, [(-0.42, y - 0.035 + 0.014 * k), (0.0, y - 0.03 + 0.013 * k), (0.42, y - 0.036 + 0.014 * k)],
                shade(_PINE, 0.75), 0.004, 0.7)  # fmt: skip
    for k in range(7):
        b.ellipse(c, (0.02 + 0.02 * k, y + 0.075 + 0.05 * (k % 3)), 0.009, 0.006, shade(_PINE, 1.15))
    x, level = near
    b.polygon(c, [(x - 0.01, level - 0.03), (x + 0.02, level + 0.03), (-0.09, y + 0.1), (-0.11, y + 0.075)],
              side(_STEEL, 1.2))  # fmt: skip
    b.circle(c, (x + 0.015, level - 0.005), 0.034, rgb("#c8422f"), width=0.02)


def _stump(c: skia.Canvas, x: float, y: float) -> None:
    b.blob(c, [(x - 0.13, y), (x + 0.13, y), (x + 0.16, -0.01), (x + 0.1, 0.005), (x - 0.1, 0.005), (x - 0.16, -0.01)],
           side(shade(_WOOD, 0.8), 1.2))  # fmt: skip
    b.ellipse(c, (x, y), 0.132, 0.026, shade(_PINE, 0.85))


def forging(c: skia.Canvas, near: Point, far: Point) -> None:
    """An anvil on its stump, glowing iron in tongs, sparks, and the raised hammer."""
    x, y = 0.02, far[1] + 0.07
    _stump(c, x, y + 0.17)
    b.blob(c, [(x - 0.26, y), (x - 0.1, y - 0.012), (x + 0.16, y - 0.012), (x + 0.17, y + 0.05), (x + 0.06, y + 0.08),
               (x + 0.05, y + 0.13), (x + 0.11, y + 0.17), (x - 0.11, y + 0.17), (x - 0.05, y + 0.13),
               (x - 0.07, y + 0.07), (x - 0.17, y + 0.05)], side(rgb("#5a6068"), 1.4))  # fmt: skip
    b.line(c, (x - 0.12, y - 0.008), (x + 0.15, y - 0.008), rgb("#c8d0d8"), 0.012)
    b.line(c, (far[0], far[1] + 0.01), (x - 0.02, y - 0.02), _IRON, 0.018)
    b.line(c, (x - 0.06, y - 0.026), (x + 0.1, y - 0.026), rgb("#ff7a24"), 0.026)
    b.line(c, (x - 0.02, y - 0.028), (x + 0.08, y - 0.028), rgb("#ffd27a"), 0.012)
    sparks(c, (x + 0.06, y - 0.04), 0.17)
    hammer(c, near, -14.0)


def nailing(c: skia.Canvas, near: Point, far: Point) -> None:
    """A board on a bench, a nail in the one hand, the hammer in the other."""
    y = far[1] + 0.03
    table(c, y)
    b.polygon(c, [(-0.24, y - 0.03), (0.26, y - 0.03), (0.28, y + 0.012), (-0.26, y + 0.012)], top(_PINE, 0.7))
    for x in (0.16, 0.2):
        b.line(c, (x, y - 0.02), (x, y - 0.05), _STEEL, 0.008)
    b.line(c, (far[0] + 0.03, far[1] - 0.05), (far[0] + 0.03, y - 0.005), _STEEL, 0.01)
    b.ellipse(c, (far[0] + 0.03, far[1] - 0.05), 0.014, 0.006, _STEEL)
    hammer(c, near, -22.0)


def pottery(c: skia.Canvas, near: Point, far: Point) -> None:
    """A turning wheel with the pot that both hands raise on it."""
    y = 0.5 * (near[1] + far[1]) + 0.1
    b.rectangle(c, (-0.06, y), 0.12, -y, side(_IRON, 1.2))
    b.blob(c, [(-0.3, y - 0.03), (0.3, y - 0.03), (0.24, y + 0.1), (-0.24, y + 0.1)], side(rgb("#8f9aa4")))
    b.ellipse(c, (0, y - 0.03), 0.3, 0.04, shade(_STEEL, 0.8))
    b.ellipse(c, (0, y - 0.035), 0.19, 0.026, side(rgb("#6a5a4e")))
    b.blob(c, [(-0.055, y - 0.21), (-0.06, y - 0.17), (-0.1, y - 0.1), (-0.075, y - 0.03), (0.075, y - 0.03),
               (0.1, y - 0.1), (0.06, y - 0.17), (0.055, y - 0.21)], side(_CLAY, 1.2))  # fmt: skip
    b.ellipse(c, (0, y - 0.21), 0.056, 0.013, shade(_CLAY, 0.5))
    for k in range(3):
        b.curve(c, [(-0.08, y - 0.06 - 0.035 * k), (0, y - 0.052 - 0.035 * k), (0.08, y - 0.06 - 0.035 * k)],
                shade(_CLAY, 0.8), 0.006, 0.6)  # fmt: skip
    for (x, level), sign in ((near, 1), (far, -1)):
        b.ellipse(c, (x - 0.016 * sign, level + 0.012), 0.024, 0.018, shade(_CLAY, 1.1), 0.8)


def _sewing_machine(c: skia.Canvas, y: float) -> None:
    cloth, body = rgb("#c8506a"), rgb("#2c3440")
    b.blob(c, [(-0.3, y - 0.02), (0.0, y - 0.03), (0.14, y - 0.012), (0.16, y + 0.02), (0.02, y + 0.2),
               (-0.2, y + 0.24), (-0.3, y + 0.1)], side(cloth, 1.1))  # fmt: skip
    for x in (-0.2, -0.1, 0.0):
        b.curve(c, [(x, y + 0.01), (x - 0.02, y + 0.1), (x + 0.01, y + 0.18)], shade(cloth, 0.7), 0.008, 0.6)
    b.rectangle(c, (-0.13, y - 0.03), 0.36, 0.036, side(shade(body, 1.4)), round=0.01)
    b.rectangle(c, (0.12, y - 0.19), 0.085, 0.17, side(body, 1.4), round=0.02)
    b.rectangle(c, (-0.12, y - 0.2), 0.32, 0.065, side(body, 1.4), round=0.03)
    b.rectangle(c, (-0.115, y - 0.16), 0.05, 0.07, side(body, 1.4), round=0.01)
    b.line(c, (-0.09, y - 0.1), (-0.09, y - 0.02), _STEEL, 0.009)
    b.circle(c, (0.225, y - 0.12), 0.045, ball(_STEEL, 1.1))
    b.line(c, (0.05, y - 0.2), (0.05, y - 0.24), _STEEL, 0.008)
    b.rectangle(c, (0.032, y - 0.25), 0.036, 0.04, side(rgb("#e8b23a")), round=0.006)
    b.curve(c, [(-0.05, y - 0.17), (0.03, y - 0.163), (0.12, y - 0.17)], rgb("#d8b45a"), 0.006)


def sewing(c: skia.Canvas, near: Point, far: Point) -> None:
    """A sewing machine on a table, and the cloth that runs under its needle."""
    on_table(_sewing_machine)(c, near, far)


def _boot(c: skia.Canvas, y: float) -> None:
    b.blob(c, [(-0.06, y - 0.19), (0.03, y - 0.19), (0.03, y - 0.09), (0.12, y - 0.06), (0.14, y - 0.012),
               (-0.06, y - 0.012)], side(rgb("#8a4a2a"), 1.2))  # fmt: skip
    b.rectangle(c, (-0.065, y - 0.014), 0.21, 0.02, _IRON, round=0.005)
    b.rectangle(c, (-0.065, y + 0.004), 0.05, 0.016, _IRON)
    for k in range(3):
        b.line(c, (0.0, y - 0.16 + 0.03 * k), (0.04, y - 0.155 + 0.03 * k), rgb("#e8d8b0"), 0.007)
    for x, ink in ((-0.25, "#3f6a8a"), (0.26, "#c8862f")):
        b.rectangle(c, (x - 0.035, y - 0.055), 0.07, 0.06, side(rgb(ink)), round=0.01)


def cobbling(c: skia.Canvas, near: Point, far: Point) -> None:
    """A boot on a bench, and the hammer for its sole."""
    on_table(_boot)(c, near, far)
    hammer(c, (near[0], near[1] - 0.02), -30.0, 0.12)


def welding(c: skia.Canvas, near: Point, far: Point) -> None:
    """A torch whose flame throws sparks from the steel beam on a trestle."""
    y = near[1] + 0.1
    for x in (0.16, 0.44):
        b.line(c, (x, y + 0.03), (x - 0.05, -0.01), _IRON, 0.02)
        b.line(c, (x, y + 0.03), (x + 0.05, -0.01), _IRON, 0.02)
    b.rectangle(c, (0.06, y), 0.46, 0.05, side(rgb("#7a828c"), 1.3), round=0.006)
    b.rectangle(c, (0.06, y + 0.016), 0.46, 0.018, rgb("#565d66"))
    tip = (near[0] + 0.085, y - 0.012)
    b.line(c, (near[0] - 0.03, near[1] - 0.03), (near[0] + 0.04, near[1] + 0.04), _IRON, 0.024)
    b.line(c, (near[0] + 0.04, near[1] + 0.04), tip, rgb("#c9a24a"), 0.013)
    b.curve(c, [near, (near[0] - 0.1, near[1] + 0.26), (near[0] - 0.04, -0.02)], rgb("#26282e"), 0.014)
    sparks(c, tip, 0.2, 16)
    b.circle(c, tip, 0.022, rgb("#eaf6ff"))


def bricklaying(c: skia.Canvas, near: Point, far: Point) -> None:
    """A wall of bricks as high as the hands, a trowel, and the next brick."""
    y, red = near[1] + 0.06, rgb("#b5603f")
    b.rectangle(c, (-0.5, y), 1.0, -y, rgb("#cfc6ba"))
    for row in range(8):
        low = y + row * (-y / 8)
        for k in range(-1, 6):
            x = -0.5 + 0.2 * k + 0.1 * (row % 2)
            start, stop = max(-0.5, x + 0.008), min(0.5, x + 0.192)
            if stop > start and not (row == 0 and x > 0.12):
                b.rectangle(c, (start, low + 0.006), stop - start, -y / 8 - 0.012,
                            side(shade(red, 0.88 + 0.08 * ((row * 3 + k * 5) % 4)), 0.6))  # fmt: skip
    b.rectangle(c, (0.2, y - 0.01), 0.3, -y / 8, WHITE, 0.0)
    with b.placed(c, (far[0], far[1] - 0.01), turn=-6.0):
        b.rectangle(c, (-0.09, -0.03), 0.17, 0.062, side(red, 1.0))
    b.line(c, near, (near[0] + 0.035, near[1] - 0.035), _WOOD, 0.022)
    b.polygon(c, [(near[0] - 0.01, near[1] + 0.0), (near[0] - 0.13, near[1] + 0.035),
                  (near[0] - 0.04, near[1] + 0.055)], side(_STEEL, 1.2))  # fmt: skip


def _bust(c: skia.Canvas, x: float, y: float) -> None:
    """A head and shoulders of stone, half carved, on a block."""
    b.rectangle(c, (x - 0.12, y), 0.24, -y, side(shade(_STONE, 0.9), 1.0))
    b.blob(c, [(x - 0.13, y), (x - 0.12, y - 0.1), (x - 0.05, y - 0.14), (x - 0.045, y - 0.19), (x + 0.045, y - 0.19),
               (x + 0.05, y - 0.14), (x + 0.12, y - 0.1), (x + 0.13, y)], side(_STONE, 1.1))  # fmt: skip
    b.ellipse(c, (x, y - 0.25), 0.072, 0.092, ball(_STONE, 1.1))
    b.blob(c, [(x - 0.078, y - 0.26), (x - 0.06, y - 0.35), (x + 0.02, y - 0.365), (x + 0.082, y - 0.3),
               (x + 0.07, y - 0.25), (x + 0.02, y - 0.31), (x - 0.05, y - 0.3)], shade(_STONE, 0.86))  # fmt: skip
    for dx in (-0.028, 0.028):
        b.ellipse(c, (x + dx, y - 0.255), 0.013, 0.007, shade(_STONE, 0.68))
    b.curve(c, [(x, y - 0.25), (x - 0.008, y - 0.22), (x + 0.008, y - 0.218)], shade(_STONE, 0.72), 0.006)
    b.curve(c, [(x - 0.022, y - 0.193), (x, y - 0.188), (x + 0.022, y - 0.193)], shade(_STONE, 0.66), 0.007)


def sculpting(c: skia.Canvas, near: Point, far: Point) -> None:
    """A bust that comes out of its block, a chisel at it, a hammer over that."""
    _bust(c, 0.38, -0.5)
    b.line(c, (near[0] - 0.02, near[1] - 0.01), (near[0] + 0.09, near[1] + 0.01), _STEEL, 0.014)
    hammer(c, far, 66.0, 0.13)
    for k in range(6):
        b.ellipse(c, (0.24 + 0.05 * k, -0.01 - 0.012 * (k % 2)), 0.014, 0.008, shade(_STONE, 0.95))


def net_mending(c: skia.Canvas, near: Point, far: Point) -> None:
    """A net that falls from both hands to the ground, floats on its rim, a needle of twine."""
    y, twine = min(near[1], far[1]), rgb("#3f7f8a")
    hem = [(-0.42, -0.03), (-0.2, 0.0), (0.05, -0.02), (0.3, 0.0), (0.46, -0.03)]
    ends = [(-0.13, y), (-0.065, y + 0.02), (0.0, y + 0.03), (0.065, y + 0.02), (0.13, y)]
    shape = [(-0.13, y), (0.0, y + 0.025), (0.13, y), (0.3, 0.5 * y), *hem[::-1], (-0.28, 0.5 * y)]
    b.blob(c, shape, twine, 0.2)
    for k in range(13):
        t = k / 12
        x0, x1 = -0.13 + 0.26 * t, -0.42 + 0.88 * t
        for lean in (0.1, -0.1):
            b.curve(
                c,
                [(x0, y + 0.02), (x0 + 0.4 * (x1 - x0) + 0.4 * lean, 0.6 * y), (x1 + lean, -0.02)],
                twine,
                0.006,
                0.95,
            )
    for a, z in pairwise(hem):
        b.line(c, a, z, shade(twine, 0.7), 0.012)
    for x, level in hem:
        b.ellipse(c, (x, level - 0.005), 0.03, 0.02, ball(rgb("#e8862f")))
    b.line(c, ends[0], ends[-1], shade(twine, 0.7), 0.01)
    b.line(c, (near[0] - 0.01, near[1] + 0.01), (near[0] - 0.06, near[1] - 0.07), rgb("#e8d8a0"), 0.012)


def paint_roller(c: skia.Canvas, near: Point, far: Point) -> None:
    """A roller in the raised hand, a pail of paint in the other one."""
    x, y = near
    b.line(c, (x - 0.02, y + 0.06), (x + 0.02, y - 0.06), rgb("#d8423c"), 0.018)
    b.curve(c, [(x + 0.02, y - 0.06), (x + 0.03, y - 0.1), (x + 0.1, y - 0.1), (x + 0.1, y - 0.14)], _STEEL, 0.009)
    b.rectangle(c, (x + 0.0, y - 0.18), 0.19, 0.06, side(rgb("#5fb0d8"), 0.8), round=0.02)
    pail(c, (far[0] - 0.005, far[1] + 0.06), rgb("#5fb0d8"))


def fresh_paint(c: skia.Canvas, near: Point, far: Point) -> None:
    """A wall's white side, in part painted blue."""
    b.rectangle(c, (-0.55, -1.12), 1.1, 1.1, side(rgb("#f2efe8"), 0.2))
    b.blob(c, [(0.02, -1.12), (0.55, -1.12), (0.55, -0.2), (0.42, -0.22), (0.4, -0.5), (0.28, -0.48), (0.26, -0.7),
               (0.14, -0.66), (0.12, -0.9), (0.03, -0.88)], rgb("#8fcbe8"))  # fmt: skip


def pail(c: skia.Canvas, at: Point, ink: Colour) -> None:
    """A pail whose rim is at `at`, full of something of that colour."""
    x, y = at
    b.curve(c, [(x - 0.06, y), (x, y - 0.07), (x + 0.06, y)], _STEEL, 0.008)
    b.blob(c, [(x - 0.066, y), (x + 0.066, y), (x + 0.05, y + 0.12), (x - 0.05, y + 0.12)], side(_STEEL, 1.1))
    b.ellipse(c, (x, y), 0.064, 0.016, ink)


def ladder(c: skia.Canvas, near: Point, far: Point) -> None:
    """A stepladder under the feet."""
    for x, foot in ((-0.09, -0.17), (0.09, 0.17)):
        b.line(c, (x, -0.42), (foot, 0.3), _STEEL, 0.026)
    for k in range(5):
        y, half = -0.3 + 0.14 * k, 0.1 + 0.018 * k
        b.line(c, (-half, y), (half, y), shade(_STEEL, 0.8), 0.026)


def bulb(c: skia.Canvas, near: Point, far: Point) -> None:
    """A bulb that is screwed into a lamp over the head."""
    x, y = near[0], near[1] - 0.06
    b.line(c, (x, y - 0.12), (x, y - 0.4), _IRON, 0.008)
    b.blob(c, [(x - 0.03, y - 0.12), (x + 0.03, y - 0.12), (x + 0.11, y - 0.02), (x - 0.11, y - 0.02)],
           side(rgb("#2f6a5a"), 1.2))  # fmt: skip
    b.glow(c, (x, y), 0.16, rgb("#ffe9a0"), 0.8)
    b.circle(c, (x, y + 0.005), 0.036, rgb("#fff6cf"))


def spanner(c: skia.Canvas, near: Point, far: Point) -> None:
    """A spanner in the hand that reaches ahead, a box of tools on the ground behind, seen from the side."""
    with b.placed(c, (near[0] + 0.01, near[1]), turn=58.0):
        b.line(c, (0, 0.05), (0, -0.12), _STEEL, 0.018)
        b.circle(c, (0, -0.14), 0.026, _STEEL, width=0.017)
    b.rectangle(c, (-0.44, -0.13), 0.2, 0.13, side(rgb("#d0382e"), 1.1), round=0.01)
    b.rectangle(c, (-0.44, -0.095), 0.2, 0.012, shade(rgb("#d0382e"), 0.6))
    b.curve(c, [(-0.39, -0.13), (-0.38, -0.18), (-0.3, -0.18), (-0.29, -0.13)], _IRON, 0.014)


def pipework(c: skia.Canvas, near: Point, far: Point) -> None:
    """A basin with its tap, and the pipe below it at which a spanner turns."""
    x, y, white = 0.36, -0.62, rgb("#f2f5f6")
    b.curve(c, [(x + 0.08, y), (x + 0.08, y - 0.12), (x - 0.02, y - 0.14), (x - 0.03, y - 0.07)], _STEEL, 0.022)
    b.blob(c, [(x - 0.2, y - 0.01), (x + 0.18, y - 0.01), (x + 0.13, y + 0.12), (x - 0.14, y + 0.12)],
           side(white, 0.9))  # fmt: skip
    b.ellipse(c, (x - 0.01, y - 0.008), 0.19, 0.026, shade(white, 0.82))
    b.curve(c, [(x - 0.01, y + 0.12), (x - 0.01, y + 0.3), (x + 0.06, y + 0.36), (x + 0.1, y + 0.3),
                (x + 0.12, y + 0.24), (x + 0.18, y + 0.24)], shade(_STEEL, 0.75), 0.036)  # fmt: skip
    for dy in (0.17, 0.26):
        b.line(c, (x - 0.04, y + dy), (x + 0.02, y + dy), rgb("#c9a24a"), 0.03)
    for k in range(3):
        b.ellipse(c, (x + 0.02, -0.2 + 0.06 * k), 0.01, 0.016, rgb("#6fb8e8"))
    b.ellipse(c, (x + 0.02, 0.0), 0.11, 0.016, rgb("#8fcbe8"), 0.8)
    with b.placed(c, near, turn=66.0):
        b.line(c, (0, 0.05), (0, -0.13), rgb("#d0382e"), 0.02)
        b.circle(c, (0, -0.155), 0.028, _STEEL, width=0.018)
