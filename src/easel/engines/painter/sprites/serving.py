"""What those who serve, heal, judge and play for others work at, seen from the front, in the figure's frame."""

import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Point, ball, rgb, shade, side, top
from easel.engines.painter.sprites.worktops import on_table

_WOOD, _STEEL, _DARK = rgb("#8a5a34"), rgb("#b8c2cc"), rgb("#26282e")
_CRUST, _GREEN, _GLASS = rgb("#d09a52"), rgb("#5aa04a"), rgb("#d9eef4")


def _oven(c: skia.Canvas, near: Point, far: Point) -> float:
    """An oven whose window glows and a tray in both hands over it; the height of what is on that."""
    y = 0.5 * (near[1] + far[1]) + 0.03
    b.rectangle(c, (-0.33, y + 0.06), 0.66, -y - 0.06, side(rgb("#e4e7ea"), 0.9), round=0.012)
    b.rectangle(c, (-0.34, y + 0.045), 0.68, 0.03, side(shade(_STEEL, 0.75)), round=0.008)
    for k in range(4):
        b.circle(c, (-0.2 + 0.135 * k, y + 0.115), 0.02, ball(rgb("#4a4e58")))
    b.rectangle(c, (-0.26, y + 0.16), 0.52, 0.27, side(rgb("#34373e"), 1.2), round=0.016)
    b.rectangle(c, (-0.21, y + 0.2), 0.42, 0.19, top(rgb("#ff9a3c"), 1.2), round=0.01)
    for k in range(4):
        b.ellipse(c, (-0.15 + 0.1 * k, y + 0.33), 0.042, 0.03, ball(shade(_CRUST, 0.9)))
    b.line(c, (-0.2, y + 0.36), (0.2, y + 0.36), _DARK, 0.008)
    b.line(c, (-0.2, y + 0.155), (0.2, y + 0.155), _STEEL, 0.018)
    b.polygon(c, [(-0.19, y - 0.05), (0.19, y - 0.05), (0.24, y + 0.02), (-0.24, y + 0.02)], shade(_STEEL, 0.6))
    b.rectangle(c, (-0.24, y + 0.018), 0.48, 0.016, _DARK)
    return y


def _mitts(c: skia.Canvas, near: Point, far: Point) -> None:
    for x, level in (near, far):
        b.ellipse(c, (x * 1.22, level + 0.012), 0.036, 0.032, ball(rgb("#d8584a")))


def baking(c: skia.Canvas, near: Point, far: Point) -> None:
    """A tray of biscuits."""
    y = _oven(c, near, far)
    for row in (-0.034, -0.006):
        for k in range(5):
            x = (k - 2) * (0.072 + 0.12 * (row + 0.034))
            b.ellipse(c, (x, y + row), 0.032, 0.014, ball(_CRUST))
            for dx, dy in ((-0.012, -0.003), (0.01, 0.002), (0.0, -0.006)):
                b.circle(c, (x + dx, y + row + dy), 0.004, rgb("#4a2a18"))
    _mitts(c, near, far)


def baking_bread(c: skia.Canvas, near: Point, far: Point) -> None:
    """Loaves on the tray."""
    y = _oven(c, near, far)
    for x, level in ((-0.09, -0.035), (0.09, -0.035), (0.0, -0.012)):
        b.blob(c, [(x - 0.09, y + level), (x - 0.07, y + level - 0.06), (x + 0.07, y + level - 0.06),
                   (x + 0.09, y + level), (x, y + level + 0.014)], ball(_CRUST, 1.1))  # fmt: skip
        for dx in (-0.04, 0.0, 0.04):
            b.line(c, (x + dx - 0.012, y + level - 0.03), (x + dx + 0.012, y + level - 0.052), rgb("#f4dcae"), 0.009)
    _mitts(c, near, far)


def baking_cake(c: skia.Canvas, near: Point, far: Point) -> None:
    """A cake with cream and cherries on the tray."""
    y = _oven(c, near, far)
    b.rectangle(c, (-0.12, y - 0.1), 0.24, 0.1, side(rgb("#e8b878"), 1.0), round=0.012)
    b.rectangle(c, (-0.12, y - 0.065), 0.24, 0.02, rgb("#f8ece0"))
    b.ellipse(c, (0.0, y - 0.1), 0.12, 0.03, side(rgb("#fbf2ea"), 0.5))
    for k in range(7):
        b.circle(c, (-0.105 + 0.035 * k, y - 0.085 + 0.012 * (1 - abs(k - 3) / 3)), 0.02, ball(rgb("#fbf2ea"), 0.5))
    for x in (-0.07, 0.0, 0.07):
        b.circle(c, (x, y - 0.122), 0.017, ball(rgb("#d0283a")))
    _mitts(c, near, far)


def espresso(c: skia.Canvas, near: Point, far: Point) -> None:
    """A counter with an espresso machine, cups on it, and the cup that fills."""
    on_table(_espresso_machine, 0.42)(c, near, far)


def _espresso_machine(c: skia.Canvas, y: float) -> None:
    b.rectangle(c, (-0.42, y + 0.05), 0.84, -y - 0.05, side(rgb("#6a4630"), 0.8))
    b.rectangle(c, (-0.19, y - 0.17), 0.3, 0.1, side(_STEEL, 1.2), round=0.016)
    b.rectangle(c, (-0.17, y - 0.08), 0.03, 0.08, side(shade(_STEEL, 0.8)))
    b.rectangle(c, (0.06, y - 0.08), 0.03, 0.08, side(shade(_STEEL, 0.8)))
    b.rectangle(c, (-0.19, y - 0.012), 0.3, 0.02, shade(_STEEL, 0.6))
    b.rectangle(c, (-0.07, y - 0.08), 0.06, 0.02, _DARK)
    b.line(c, (-0.04, y - 0.07), (0.04, y - 0.06), _DARK, 0.016)
    b.line(c, (-0.04, y - 0.06), (-0.04, y - 0.03), rgb("#5a3320"), 0.008)
    for k in range(4):
        b.rectangle(c, (-0.17 + 0.065 * k, y - 0.2), 0.045, 0.034, side(WHITE, 0.7), round=0.008)
    b.circle(c, (-0.14, y - 0.12), 0.02, WHITE)
    b.circle(c, (0.07, y - 0.12), 0.02, WHITE)
    for x in (-0.04, 0.24, 0.32):
        b.rectangle(c, (x - 0.026, y - 0.035), 0.052, 0.038, side(WHITE, 0.7), round=0.01)
    b.curve(c, [(0.24, y - 0.05), (0.252, y - 0.09), (0.236, y - 0.12)], WHITE, 0.008, 0.5)


def till(c: skia.Canvas, near: Point, far: Point) -> None:
    """A counter with a till, behind which one serves."""
    on_table(_till, 0.44)(c, near, far)


def _till(c: skia.Canvas, y: float) -> None:
    b.rectangle(c, (-0.44, y + 0.05), 0.88, -y - 0.05, side(rgb("#b98a58"), 0.7))
    for k in range(4):
        b.rectangle(c, (-0.41 + 0.21 * k, y + 0.09), 0.19, -y - 0.14, shade(rgb("#b98a58"), 0.86), round=0.006)
    b.polygon(c, [(0.16, y + 0.004), (0.38, y + 0.004), (0.36, y - 0.07), (0.18, y - 0.07)], side(rgb("#4a5058"), 1.2))
    b.rectangle(c, (0.19, y - 0.15), 0.16, 0.075, side(rgb("#3a3e46"), 1.2), round=0.008)
    b.rectangle(c, (0.205, y - 0.14), 0.13, 0.05, rgb("#8fe0b0"))
    b.rectangle(c, (-0.36, y - 0.1), 0.12, 0.105, side(rgb("#f0ead8"), 0.8), round=0.004)
    b.curve(c, [(-0.33, y - 0.1), (-0.3, y - 0.15), (-0.27, y - 0.1)], _WOOD, 0.008)


def flower_arranging(c: skia.Canvas, near: Point, far: Point) -> None:
    """A table with a vase and cut flowers, and the one that is put among the others."""
    on_table(_cut_flowers, 0.4)(c, near, far)
    _bloom(c, (near[0] + 0.005, near[1] - 0.1), (near[0] - 0.01, near[1] + 0.04), "#f2c52e")


def _bloom(c: skia.Canvas, head: Point, foot: Point, ink: str) -> None:
    b.line(c, head, foot, _GREEN, 0.008)
    for k in range(5):
        with b.placed(c, head, turn=72.0 * k):
            b.ellipse(c, (0, -0.018), 0.014, 0.019, ball(rgb(ink)))
    b.circle(c, head, 0.01, rgb("#f6e08a"))


def _cut_flowers(c: skia.Canvas, y: float) -> None:
    for x, up, ink in ((-0.09, 0.25, "#e0526a"), (-0.03, 0.28, "#f4f0f6"), (0.03, 0.26, "#e88ab0"),
                       (-0.06, 0.2, "#f2a03a"), (0.0, 0.21, "#d8423c"), (0.05, 0.19, "#b58ad8")):  # fmt: skip
        _bloom(c, (x, y - up), (0.3 * x, y - 0.09), ink)
    for x in (-0.1, 0.07):
        b.ellipse(c, (x, y - 0.15), 0.034, 0.014, _GREEN)
    b.blob(c, [(-0.045, y - 0.12), (0.045, y - 0.12), (0.06, y - 0.04), (0.03, y + 0.008), (-0.03, y + 0.008),
               (-0.06, y - 0.04)], side(rgb("#7fb0d0"), 1.1))  # fmt: skip
    for k, ink in enumerate(("#e0526a", "#f2c52e", "#e88ab0")):
        _bloom(c, (0.34 - 0.02 * k, y - 0.03 - 0.012 * k), (0.19, y + 0.0), ink)
    b.rectangle(c, (-0.36, y - 0.025), 0.15, 0.03, side(rgb("#e8d8b8")), round=0.01)
    b.line(c, (-0.36, y - 0.01), (-0.21, y - 0.01), rgb("#c8506a"), 0.008)


def _flask(c: skia.Canvas, x: float, y: float, ink: str) -> None:
    b.polygon(c, [(x - 0.014, y - 0.13), (x + 0.014, y - 0.13), (x + 0.014, y - 0.085), (x + 0.055, y), (x - 0.055, y),
                  (x - 0.014, y - 0.085)], _GLASS, 0.9)  # fmt: skip
    b.polygon(c, [(x - 0.032, y - 0.05), (x + 0.032, y - 0.05), (x + 0.052, y - 0.004), (x - 0.052, y - 0.004)],
              side(rgb(ink)))  # fmt: skip
    b.line(c, (x - 0.02, y - 0.13), (x + 0.02, y - 0.13), shade(_GLASS, 0.8), 0.006)


def _bench_of_flasks(c: skia.Canvas, y: float) -> None:
    b.rectangle(c, (-0.42, y + 0.05), 0.84, -y - 0.05, side(rgb("#dfe5e8"), 0.6))
    for k in range(3):
        b.rectangle(c, (-0.39 + 0.27 * k, y + 0.09), 0.24, -y - 0.16, side(rgb("#cdd6da"), 0.5), round=0.006)
    for x, ink in ((-0.33, "#3fa6e0"), (-0.2, "#e8685a"), (0.33, "#4fc07a")):
        _flask(c, x, y, ink)
    b.rectangle(c, (0.12, y - 0.05), 0.14, 0.05, side(rgb("#b98a56")), round=0.004)
    for k, ink in enumerate(("#f0b83a", "#9a6ad0", "#4ac8c0")):
        b.line(c, (0.145 + 0.045 * k, y - 0.02), (0.145 + 0.045 * k, y - 0.12), _GLASS, 0.026)
        b.line(c, (0.145 + 0.045 * k, y - 0.02), (0.145 + 0.045 * k, y - 0.08), rgb(ink), 0.022)


def experiment(c: skia.Canvas, near: Point, far: Point) -> None:
    """A bench of flasks, a test tube in one hand and what bubbles in the other."""
    on_table(_bench_of_flasks, 0.42)(c, (near[0], -0.55), (far[0], -0.55))
    x, y = near
    b.line(c, (x + 0.01, y + 0.04), (x - 0.005, y - 0.1), _GLASS, 0.032)
    b.line(c, (x + 0.01, y + 0.04), (x + 0.003, y - 0.03), rgb("#9a6ad0"), 0.026)
    _flask(c, far[0], far[1] + 0.05, "#3fd07a")
    for k in range(4):
        b.circle(c, (far[0] + 0.014 * (k % 2), far[1] - 0.1 - 0.03 * k), 0.008 + 0.002 * k, rgb("#9af0b8"), 0.8)


def microscope(c: skia.Canvas, near: Point, far: Point) -> None:
    """A bench with flasks and a microscope that one looks into, a hand at its wheel."""
    on_table(_bench_of_flasks, 0.42)(c, near, far)
    y, ink = 0.5 * (near[1] + far[1]) + 0.03, rgb("#eef1f3")
    b.rectangle(c, (-0.085, y - 0.025), 0.17, 0.03, side(rgb("#3f4650"), 1.3), round=0.01)
    b.curve(c, [(0.055, y - 0.03), (0.085, y - 0.12), (0.05, y - 0.22), (0.0, y - 0.25)], ink, 0.036)
    b.rectangle(c, (-0.07, y - 0.085), 0.12, 0.016, side(rgb("#3f4650"), 1.3))
    b.limb(c, [(-0.012, y - 0.32), (-0.005, y - 0.16)], (0.05, 0.056), side(ink, 1.1))
    b.limb(c, [(-0.004, y - 0.16), (-0.002, y - 0.1)], (0.034, 0.024), side(_STEEL, 1.3))
    b.limb(c, [(-0.014, y - 0.35), (-0.012, y - 0.32)], (0.034, 0.034), _DARK)
    b.circle(c, (0.075, y - 0.1), 0.024, ball(rgb("#3f4650"), 1.3))


def operating(c: skia.Canvas, near: Point, far: Point) -> None:
    """Somebody who lies under green sheets on the operating table; a scalpel, and tools on a tray."""
    y, sheet = 0.5 * (near[1] + far[1]) + 0.08, rgb("#5fae9f")
    b.rectangle(c, (-0.06, y + 0.06), 0.12, -y - 0.06, side(shade(_STEEL, 0.8), 1.1))
    b.rectangle(c, (-0.2, -0.03), 0.4, 0.03, side(shade(_STEEL, 0.6)), round=0.01)
    b.rectangle(c, (-0.53, y + 0.02), 1.06, 0.05, side(_STEEL), round=0.012)
    b.ellipse(c, (-0.43, y - 0.035), 0.09, 0.035, WHITE)
    b.ellipse(c, (-0.41, y - 0.06), 0.065, 0.055, ball(rgb("#eebf9c")))
    b.blob(c, [(-0.49, y - 0.05), (-0.47, y - 0.11), (-0.4, y - 0.125), (-0.35, y - 0.1), (-0.4, y - 0.09),
               (-0.45, y - 0.06)], rgb("#8fd0c4"))  # fmt: skip
    b.curve(c, [(-0.4, y - 0.065), (-0.385, y - 0.062), (-0.37, y - 0.065)], rgb("#7a4a34"), 0.006)
    b.blob(c, [(-0.35, y - 0.05), (-0.25, y - 0.11), (-0.05, y - 0.12), (0.2, y - 0.1), (0.46, y - 0.13),
               (0.52, y - 0.03), (0.53, y + 0.16), (0.3, y + 0.12), (0.0, y + 0.17), (-0.25, y + 0.12),
               (-0.36, y + 0.15)], side(sheet, 0.9))  # fmt: skip
    for x in (-0.2, 0.1, 0.35):
        b.curve(c, [(x, y - 0.06), (x + 0.02, y + 0.04), (x - 0.01, y + 0.12)], shade(sheet, 0.75), 0.008, 0.6)
    b.rectangle(c, (-0.07, y - 0.1), 0.14, 0.05, rgb("#eebf9c"), round=0.02)
    b.line(c, (near[0] - 0.005, near[1]), (near[0] - 0.06, near[1] + 0.06), _STEEL, 0.011)
    b.line(c, (far[0] + 0.005, far[1]), (far[0] + 0.06, far[1] + 0.05), _STEEL, 0.011)
    for x, level in (near, far):
        b.ellipse(c, (x, level + 0.004), 0.03, 0.026, ball(rgb("#a9d8e8"), 0.8))


def scissors(c: skia.Canvas, near: Point, far: Point) -> None:
    """Scissors in one hand, a comb in the other."""
    for turn in (-58.0, -34.0):
        with b.placed(c, (near[0] - 0.005, near[1] - 0.01), turn=turn):
            b.polygon(c, [(-0.007, 0.0), (0.007, 0.0), (0.0, -0.12)], _STEEL)
            b.circle(c, (0, 0.024), 0.018, _DARK, width=0.009)
    with b.placed(c, (far[0] + 0.02, far[1] - 0.02), turn=30.0):
        b.rectangle(c, (-0.012, -0.07), 0.014, 0.12, rgb("#b8863a"), round=0.004)
        for k in range(7):
            b.line(c, (0.0, -0.062 + 0.016 * k), (0.022, -0.062 + 0.016 * k), rgb("#b8863a"), 0.006)


def probe(c: skia.Canvas, near: Point, far: Point) -> None:
    """A dentist's mirror and probe in gloved hands."""
    b.line(c, (near[0] + 0.01, near[1] - 0.03), (near[0] - 0.07, near[1] + 0.05), _STEEL, 0.01)
    b.circle(c, (near[0] - 0.08, near[1] + 0.056), 0.018, ball(rgb("#dfe9ee"), 1.4))
    b.line(c, (far[0] - 0.01, far[1] - 0.03), (far[0] + 0.07, far[1] + 0.05), _STEEL, 0.01)
    for x, y in (near, far):
        b.ellipse(c, (x, y + 0.004), 0.03, 0.026, ball(rgb("#a9d8e8"), 0.8))


def chest_piece(c: skia.Canvas, near: Point, far: Point) -> None:
    """A stethoscope from the neck to the hand that listens with it."""
    b.curve(c, [(-0.045, -0.83), (-0.06, -0.72), (0.0, -0.66), (0.05, -0.72), (0.045, -0.83)], rgb("#2f3a44"), 0.009)
    b.curve(c, [(0.0, -0.66), (0.1, -0.6), (near[0] - 0.01, near[1] + 0.02)], rgb("#2f3a44"), 0.009)
    b.circle(c, (near[0] + 0.012, near[1] + 0.004), 0.024, ball(_STEEL, 1.3))


def baton(c: skia.Canvas, near: Point, far: Point) -> None:
    """A baton in the raised hand, a stand with the score before the conductor."""
    b.line(c, (near[0] - 0.01, near[1] + 0.02), (near[0] + 0.06, near[1] - 0.16), rgb("#f6f2e6"), 0.01)
    b.circle(c, (near[0] - 0.006, near[1] + 0.016), 0.015, _WOOD)
    b.line(c, (-0.3, -0.42), (-0.3, -0.02), _DARK, 0.014)
    for foot in (-0.38, -0.22):
        b.line(c, (-0.3, -0.08), (foot, -0.005), _DARK, 0.012)
    b.polygon(c, [(-0.43, -0.44), (-0.17, -0.44), (-0.19, -0.58), (-0.41, -0.58)], side(_DARK, 1.4))
    for x in (-0.395, -0.295):
        b.polygon(c, [(x, -0.57), (x + 0.09, -0.57), (x + 0.095, -0.45), (x - 0.005, -0.45)], rgb("#faf8f0"))
        for k in range(4):
            b.line(c, (x + 0.01, -0.55 + 0.024 * k), (x + 0.08, -0.55 + 0.024 * k), _DARK, 0.003)


def turntables(c: skia.Canvas, near: Point, far: Point) -> None:
    """A desk with two records that turn and the mixer between them, lit from below."""
    y = 0.5 * (near[1] + far[1]) + 0.03
    b.rectangle(c, (-0.48, y + 0.03), 0.96, -y - 0.03, side(rgb("#1c1a26"), 1.4))
    for k in range(6):
        b.rectangle(c, (-0.44 + 0.15 * k, y + 0.12), 0.12, 0.02 + 0.05 * ((k * 7) % 4), rgb(
            ("#ff3ea8", "#3ec8ff", "#8a4aff")[k % 3]), 0.95)  # fmt: skip
    b.polygon(
        c, [(-0.44, y - 0.06), (0.44, y - 0.06), (0.49, y + 0.035), (-0.49, y + 0.035)], side(rgb("#34323f"), 1.2)
    )
    for x in (-0.28, 0.28):
        b.ellipse(c, (x, y - 0.014), 0.15, 0.038, _DARK)
        b.ellipse(c, (x, y - 0.014), 0.11, 0.027, rgb("#3a3844"))
        b.ellipse(c, (x, y - 0.014), 0.045, 0.012, rgb("#ff3ea8" if x < 0 else "#3ec8ff"))
        b.line(c, (x + 0.13, y - 0.045), (x + 0.07, y - 0.004), _STEEL, 0.009)
    for k in range(3):
        for row in range(2):
            b.circle(c, (-0.05 + 0.05 * k, y - 0.036 + 0.03 * row), 0.012, ball(rgb("#c8ccd4")))


def gavel(c: skia.Canvas, near: Point, far: Point) -> None:
    """A judge's high desk, papers on it, the gavel over its block."""
    y, walnut = far[1] + 0.03, rgb("#6e452a")
    b.rectangle(c, (-0.46, y + 0.02), 0.92, -y - 0.02, side(walnut, 0.8))
    for x in (-0.42, -0.12, 0.18):
        b.rectangle(c, (x, y + 0.08), 0.25, -y - 0.14, side(shade(walnut, 1.25), 0.7), round=0.006)
    b.rectangle(c, (-0.49, y - 0.015), 0.98, 0.045, side(shade(walnut, 1.3)), round=0.008)
    b.polygon(c, [(-0.3, y - 0.035), (-0.1, y - 0.035), (-0.09, y - 0.01), (-0.32, y - 0.01)], rgb("#faf6ea"))
    b.ellipse(c, (0.27, y - 0.018), 0.07, 0.018, side(shade(walnut, 1.5)))
    with b.placed(c, near, turn=48.0):
        b.line(c, (0, 0.06), (0, -0.14), shade(walnut, 1.5), 0.016)
        b.rectangle(c, (-0.07, -0.19), 0.14, 0.07, side(shade(walnut, 1.3), 1.2), round=0.014)
        for x in (-0.05, 0.038):
            b.rectangle(c, (x, -0.192), 0.012, 0.074, rgb("#d8b45a"))


def helm(c: skia.Canvas, near: Point, far: Point) -> None:
    """A ship's wheel on its post, both hands at its spokes."""
    x, y, r = 0.0, 0.5 * (near[1] + far[1]) + 0.04, 0.19
    b.polygon(c, [(-0.05, y), (0.05, y), (0.09, 0.0), (-0.09, 0.0)], side(shade(_WOOD, 0.8), 1.1))
    for k in range(8):
        with b.placed(c, (x, y), turn=45.0 * k):
            b.limb(c, [(0, -0.03), (0, -r), (0, -r - 0.08)], (0.016, 0.016, 0.024), side(_WOOD, 1.2))
    b.circle(c, (x, y), r, shade(_WOOD, 1.15), width=0.036)
    b.circle(c, (x, y), r, rgb("#d8b45a"), width=0.006)
    b.circle(c, (x, y), 0.045, ball(rgb("#c9a24a"), 1.2))


def parcel(c: skia.Canvas, near: Point, far: Point) -> None:
    """A carton with tape and a label in both arms."""
    y, card = 0.5 * (near[1] + far[1]) + 0.01, rgb("#c99a62")
    b.rectangle(c, (-0.17, y - 0.21), 0.34, 0.24, side(card, 0.8), round=0.006)
    b.rectangle(c, (-0.025, y - 0.21), 0.05, 0.24, shade(card, 1.25))
    b.rectangle(c, (0.05, y - 0.08), 0.1, 0.07, WHITE)
    for k in range(3):
        b.line(c, (0.06, y - 0.065 + 0.018 * k), (0.13, y - 0.065 + 0.018 * k), _DARK, 0.004)


def letters(c: skia.Canvas, near: Point, far: Point) -> None:
    """A letter that is handed over, a bag of others at the hip."""
    b.curve(c, [(0.09, -0.81), (0.0, -0.64), (-0.13, -0.5)], _WOOD, 0.018)
    b.rectangle(c, (-0.24, -0.52), 0.2, 0.17, side(_WOOD, 1.1), round=0.02)
    for k in range(3):
        b.rectangle(c, (-0.21 + 0.05 * k, -0.55 - 0.01 * k), 0.09, 0.07, shade(WHITE, 0.98 - 0.06 * k))
    b.rectangle(c, (-0.245, -0.5), 0.21, 0.08, side(shade(_WOOD, 1.15)), round=0.02)
    with b.placed(c, (near[0] + 0.02, near[1] - 0.02), turn=-8.0):
        b.rectangle(c, (-0.07, -0.045), 0.14, 0.09, WHITE, round=0.004)
        b.curve(c, [(-0.07, -0.045), (0.0, 0.01), (0.07, -0.045)], shade(WHITE, 0.75), 0.005)
        b.circle(c, (0, 0.004), 0.013, rgb("#d0342e"))


def blackboard(c: skia.Canvas, near: Point, far: Point) -> None:
    """A board beside the one who writes on it."""
    for x in (0.1, 0.5):
        b.line(c, (x, -0.5), (x, 0.0), _WOOD, 0.02)
    b.rectangle(c, (0.02, -1.0), 0.54, 0.56, side(_WOOD), round=0.008)
    b.rectangle(c, (0.045, -0.975), 0.49, 0.51, rgb("#2f5a48"))
    for y, end in ((-0.9, 0.4), (-0.62, 0.46), (-0.54, 0.34)):
        b.curve(c, [(0.1, y), (0.5 * (0.1 + end), y - 0.008), (end, y)], rgb("#e8f0e6"), 0.012, 0.9)
    for k, dx in enumerate((0.12, 0.2, 0.28, 0.36)):
        b.curve(c, [(dx, -0.79), (dx + 0.03, -0.82 + 0.02 * (k % 2)), (dx + 0.045, -0.77)], rgb("#e8f0e6"), 0.012, 0.9)


def chalk(c: skia.Canvas, near: Point, far: Point) -> None:
    """A piece of chalk at the board."""
    b.line(c, (near[0] + 0.005, near[1] - 0.01), (near[0] + 0.04, near[1] - 0.04), WHITE, 0.014)


def whistle(c: skia.Canvas, near: Point, far: Point) -> None:
    """White gloves that stop and wave on, a whistle at the lips."""
    for (x, y), turn in ((near, 0.0), (far, 0.0)):
        with b.placed(c, (x, y - 0.015), turn=turn):
            for k in range(4):
                b.line(c, (-0.02 + 0.0135 * k, 0.0), (-0.024 + 0.016 * k, -0.055), WHITE, 0.013)
            b.ellipse(c, (0, 0.004), 0.03, 0.034, ball(WHITE, 0.5))
    b.rectangle(c, (-0.012, -0.872), 0.05, 0.018, rgb("#d8b45a"), round=0.008)


def shelving(c: skia.Canvas, near: Point, far: Point) -> None:
    """A book in the raised hand, a pile of others in the arm."""
    with b.placed(c, (near[0] + 0.01, near[1] - 0.03), turn=8.0):
        b.rectangle(c, (-0.03, -0.1), 0.06, 0.17, side(rgb("#a8453c"), 1.0), round=0.006)
        b.line(c, (-0.02, -0.06), (0.02, -0.06), rgb("#e8d8a0"), 0.008)
    for k, ink in enumerate(("#3f6a9a", "#4f8a5a", "#c9963a")):
        b.rectangle(
            c, (far[0] - 0.05 + 0.006 * k, far[1] - 0.035 * k - 0.005), 0.16, 0.034, side(rgb(ink)), round=0.004
        )
        b.rectangle(c, (far[0] + 0.09 + 0.006 * k, far[1] - 0.035 * k + 0.001), 0.02, 0.022, WHITE)


def bookcase(c: skia.Canvas, near: Point, far: Point) -> None:
    """Shelves of books beside who fills them."""
    b.rectangle(c, (0.17, -1.08), 0.38, 1.08, side(_WOOD, 0.8))
    for row in range(4):
        y = -1.03 + 0.26 * row
        b.rectangle(c, (0.2, y), 0.32, 0.22, shade(_WOOD, 0.5))
        for k in range(8 if row else 5):
            tall = 0.14 + 0.03 * ((k * 5 + row) % 3)
            ink = ("#a8453c", "#3f6a9a", "#4f8a5a", "#c9963a", "#7a5a9a", "#d8ccb0")[(k * 7 + row * 3) % 6]
            b.rectangle(c, (0.205 + 0.039 * k + (0.1 if not row else 0), y + 0.22 - tall), 0.034, tall, side(rgb(ink)))
