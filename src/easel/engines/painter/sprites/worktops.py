"""What people work at: desks, stoves and boards before them, seen from the front, in the figure's frame.

The tops are where the hands are: those are drawn over what lies there, and under what stands before them.
"""

from collections.abc import Callable

import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Point, ball, rgb, shade, side, top

_WOOD = rgb("#a8713f")
_DARK = rgb("#26282e")
_STEEL = rgb("#b8c2cc")
#: Half the width of a table for one.
HALF = 0.36


def table(c: skia.Canvas, y: float, half: float = HALF, ink: tuple[float, float, float] = _WOOD) -> None:
    """A table whose top is at `y`; its legs stand at y = 0."""
    for x in (-half + 0.04, half - 0.04):
        b.rectangle(c, (x - 0.02, y + 0.03), 0.04, -y - 0.03, side(shade(ink, 0.85), 1.1))
    b.polygon(c, [(-half + 0.04, y - 0.035), (half - 0.04, y - 0.035), (half, y + 0.02), (-half, y + 0.02)],
              top(shade(ink, 1.2), 0.5))  # fmt: skip
    b.rectangle(c, (-half, y + 0.018), 2 * half, 0.042, side(ink, 0.8), round=0.006)


def on_table(
    draw: Callable[[skia.Canvas, float], None], half: float = HALF
) -> Callable[[skia.Canvas, Point, Point], None]:
    """A tool: a table under both hands, and what `draw` puts on it, whose top is at the y that it is told."""

    def tool(c: skia.Canvas, near: Point, far: Point) -> None:
        y = 0.5 * (near[1] + far[1]) + 0.028
        table(c, y, half)
        draw(c, y)

    return tool


def _sheet(c: skia.Canvas, y: float) -> None:
    """Rice paper with characters, a brush, ink."""
    b.polygon(c, [(-0.15, y - 0.032), (0.17, y - 0.032), (0.2, y + 0.018), (-0.18, y + 0.018)], rgb("#faf6ea"))
    for x, high in ((-0.1, 0.0), (-0.02, 0.004), (0.06, -0.002)):
        b.curve(c, [(x - 0.02, y - 0.016 + high), (x + 0.025, y - 0.018 + high)], _DARK, 0.007)
        b.curve(c, [(x + 0.002, y - 0.026), (x - 0.004, y - 0.008), (x - 0.018, y + 0.006)], _DARK, 0.006)
        b.curve(c, [(x + 0.002, y - 0.012), (x + 0.022, y + 0.006)], _DARK, 0.006)
    b.ellipse(c, (-0.27, y - 0.008), 0.045, 0.014, _DARK)
    b.ellipse(c, (-0.27, y - 0.012), 0.03, 0.008, rgb("#4a4e58"))


def calligraphy(c: skia.Canvas, near: Point, far: Point) -> None:
    """Paper, ink stone and the brush in the near hand."""
    on_table(_sheet)(c, near, far)
    x, y = near[0] + 0.0, near[1] - 0.01
    b.line(c, (x + 0.012, y - 0.15), (x - 0.012, y + 0.005), rgb("#b8863a"), 0.014)
    b.blob(c, [(x - 0.022, y + 0.0), (x - 0.002, y + 0.0), (x - 0.018, y + 0.034)], _DARK)


def writing(c: skia.Canvas, near: Point, far: Point) -> None:
    """An exercise book, a pencil in the near hand, and books beside it."""
    on_table(_exercise_book)(c, near, far)
    x, y = near[0] - 0.01, near[1]
    b.line(c, (x + 0.03, y - 0.08), (x - 0.012, y + 0.012), rgb("#f2b52e"), 0.012)


def _exercise_book(c: skia.Canvas, y: float) -> None:
    b.polygon(c, [(-0.1, y - 0.03), (0.1, y - 0.03), (0.13, y + 0.016), (-0.13, y + 0.016)], rgb("#faf8f0"))
    b.line(c, (0.0, y - 0.03), (0.0, y + 0.016), rgb("#b0b4bc"), 0.005)
    for k in range(3):
        for x in (-0.085, 0.015):
            b.line(c, (x, y - 0.018 + 0.011 * k), (x + 0.07, y - 0.018 + 0.011 * k), rgb("#8fa0c8"), 0.003)
    for k, ink in enumerate(("#3f7fb0", "#d8a33a", "#b8483c")):
        b.rectangle(c, (0.2, y - 0.005 - 0.03 * (k + 1)), 0.11, 0.028, side(rgb(ink)), round=0.004)


def laptop(c: skia.Canvas, near: Point, far: Point) -> None:
    """The back of a laptop, behind which the hands are."""
    on_table(_laptop)(c, near, far)


def _laptop(c: skia.Canvas, y: float) -> None:
    b.polygon(c, [(-0.15, y - 0.004), (0.15, y - 0.004), (0.155, y + 0.01), (-0.155, y + 0.01)], shade(_STEEL, 0.7))
    b.rectangle(c, (-0.14, y - 0.15), 0.28, 0.152, side(_STEEL, 1.1), round=0.014)
    b.circle(c, (0.0, y - 0.078), 0.016, WHITE, 0.9)
    _cup(c, (0.25, y - 0.005))


def _cup(c: skia.Canvas, at: Point) -> None:
    x, y = at
    b.curve(c, [(x + 0.025, y - 0.045), (x + 0.05, y - 0.03), (x + 0.022, y - 0.012)], shade(WHITE, 0.85), 0.008)
    b.blob(c, [(x - 0.03, y - 0.06), (x + 0.03, y - 0.06), (x + 0.022, y), (x - 0.022, y)], side(WHITE, 0.7))
    b.ellipse(c, (x, y - 0.06), 0.028, 0.008, rgb("#7a4a28"))


def _steam(c: skia.Canvas, x: float, y: float) -> None:
    for dx in (-0.05, 0.0, 0.05):
        b.curve(c, [(x + dx, y), (x + dx + 0.015, y - 0.05), (x + dx - 0.012, y - 0.1), (x + dx + 0.01, y - 0.15)],
                WHITE, 0.011, 0.38)  # fmt: skip


def wok(c: skia.Canvas, near: Point, far: Point) -> None:
    """A stove with a wok in which vegetables fly, its handle and the ladle in the hands."""
    y = 0.5 * (near[1] + far[1]) + 0.05
    b.rectangle(c, (-0.3, y), 0.6, -y, side(rgb("#d8dbe0"), 0.9), round=0.012)
    b.rectangle(c, (-0.31, y - 0.012), 0.62, 0.028, side(shade(_STEEL, 0.7)), round=0.008)
    b.rectangle(c, (-0.22, y + 0.12), 0.44, -0.75 * (y + 0.12), side(rgb("#3a3e46"), 1.2), round=0.014)
    for k in range(4):
        b.circle(c, (-0.18 + 0.12 * k, y + 0.065), 0.02, ball(rgb("#4a4e58")))
    for k in range(5):
        b.ellipse(c, (-0.06 + 0.03 * k, y - 0.012), 0.012, 0.02, rgb("#4f9aff"), 0.8)
    b.line(c, (-0.12, y - 0.05), (far[0], far[1] + 0.012), _DARK, 0.022)
    for x, dy, ink in ((-0.07, -0.07, "#5aa83f"), (-0.03, -0.085, "#e0702f"), (0.01, -0.075, "#f2c52e"),
                       (0.05, -0.085, "#5aa83f"), (0.08, -0.07, "#d8423c"), (0.0, -0.13, "#e0702f"),
                       (0.05, -0.16, "#5aa83f"), (-0.04, -0.17, "#d8423c")):  # fmt: skip
        b.ellipse(c, (x, y + dy), 0.022, 0.014, ball(rgb(ink)))
    b.blob(c, [(-0.14, y - 0.068), (0.14, y - 0.068), (0.1, y - 0.015), (0.0, y), (-0.1, y - 0.015)], side(_DARK, 1.5))
    b.line(c, (near[0] + 0.006, near[1] - 0.02), (0.05, y - 0.075), shade(_STEEL, 0.75), 0.014)
    _steam(c, 0.02, y - 0.16)


def _dumplings(c: skia.Canvas, y: float) -> None:
    """Wrappers, dumplings in rows on a board, a bowl of filling, a rolling pin."""
    b.ellipse(c, (0.02, y - 0.004), 0.16, 0.024, side(rgb("#d8b482"), 0.6))
    for row, many in ((-0.016, 4), (0.0, 5), (0.014, 4)):
        for k in range(many):
            x = 0.02 + (k - 0.5 * (many - 1)) * 0.055
            b.blob(c, [(x - 0.024, y + row), (x, y + row - 0.022), (x + 0.024, y + row), (x, y + row + 0.007)],
                   ball(rgb("#faf2e2"), 0.7))  # fmt: skip
    b.blob(c, [(-0.31, y - 0.05), (-0.17, y - 0.05), (-0.2, y + 0.01), (-0.28, y + 0.01)], side(rgb("#7fa6c8")))
    b.ellipse(c, (-0.24, y - 0.05), 0.068, 0.016, ball(rgb("#7aa04a")))
    b.limb(c, [(0.21, y + 0.004), (0.33, y - 0.014)], (0.026, 0.026), side(rgb("#c89a5a")))


def dumplings(c: skia.Canvas, near: Point, far: Point) -> None:
    """A board of dumplings, and one in the hands."""
    on_table(_dumplings)(c, near, far)
    x, y = 0.5 * (near[0] + far[0]), min(near[1], far[1]) - 0.05
    b.blob(c, [(x - 0.034, y), (x, y - 0.034), (x + 0.034, y), (x, y + 0.012)], ball(rgb("#faf2e2"), 0.8))


def _dish(c: skia.Canvas, y: float) -> None:
    b.ellipse(c, (0.0, y - 0.002), 0.14, 0.02, WHITE)
    b.ellipse(c, (0.0, y - 0.008), 0.1, 0.014, side(rgb("#d8863a")))
    for x, ink in ((-0.24, "#e8a83c"), (0.25, "#7fa6c8")):
        b.blob(c, [(x - 0.05, y - 0.055), (x + 0.05, y - 0.055), (x + 0.028, y + 0.006), (x - 0.028, y + 0.006)],
               side(rgb(ink)))  # fmt: skip
        b.ellipse(c, (x, y - 0.055), 0.048, 0.012, rgb("#f6f0e4"))
    _steam(c, 0.0, y - 0.03)


def meal(c: skia.Canvas, near: Point, far: Point) -> None:
    """A dish and two bowls, chopsticks in the near hand."""
    on_table(_dish)(c, near, far)
    for dy in (0.0, 0.014):
        b.line(
            c, (near[0] + 0.05, near[1] - 0.07 + dy), (near[0] - 0.07, near[1] + 0.02 + 0.4 * dy), rgb("#7a4a28"), 0.007
        )


def zither(c: skia.Canvas, near: Point, far: Point) -> None:
    """A long zither on a low stand over the lap, the hands on its strings."""
    y = 0.5 * (near[1] + far[1]) + 0.022
    lacquer = rgb("#6a2f1c")
    for x in (-0.34, 0.34):
        b.polygon(
            c, [(x - 0.035, y + 0.03), (x + 0.035, y + 0.03), (x + 0.05, 0.0), (x - 0.05, 0.0)], side(rgb("#4a2a1a"))
        )
    b.blob(
        c,
        [
            (-0.47, y - 0.035),
            (-0.2, y - 0.045),
            (0.2, y - 0.045),
            (0.46, y - 0.035),
            (0.48, y + 0.0),
            (0.2, y + 0.01),
            (-0.2, y + 0.01),
            (-0.5, y + 0.004),
        ],
        top(shade(lacquer, 1.35), 0.8),
    )
    b.blob(
        c,
        [
            (-0.5, y + 0.0),
            (-0.2, y + 0.008),
            (0.2, y + 0.008),
            (0.48, y - 0.002),
            (0.47, y + 0.035),
            (0.0, y + 0.045),
            (-0.49, y + 0.04),
        ],
        side(lacquer, 0.9),
    )
    for k in range(5):
        b.line(c, (-0.46, y - 0.026 + 0.007 * k), (0.45, y - 0.03 + 0.007 * k), rgb("#f2e2b8"), 0.0025, 0.85)
    for k in range(9):
        b.polygon(c, [(-0.3 + 0.07 * k, y - 0.034 + 0.003 * k), (-0.29 + 0.07 * k, y - 0.05 + 0.003 * k),
                      (-0.28 + 0.07 * k, y - 0.034 + 0.003 * k)], rgb("#f4ead2"))  # fmt: skip
    b.ellipse(c, (-0.42, y + 0.02), 0.03, 0.007, rgb("#d8b45a"), 0.9)


def easel(c: skia.Canvas, near: Point, far: Point) -> None:
    """A canvas on an easel at the brush in the near hand, and a palette in the far one."""
    x = near[0] + 0.17
    for foot in (-0.13, 0.16):
        b.line(c, (x, -0.98), (x + foot, -0.01), rgb("#8a5a34"), 0.018)
    b.rectangle(c, (x - 0.14, -0.9), 0.3, 0.4, side(rgb("#d8cfc0")), round=0.004)
    b.rectangle(c, (x - 0.125, -0.885), 0.27, 0.37, rgb("#bfe0f0"))
    b.blob(c, [(x - 0.125, -0.66), (x - 0.03, -0.76), (x + 0.04, -0.68), (x + 0.145, -0.73), (x + 0.145, -0.515),
               (x - 0.125, -0.515)], rgb("#5f9a5a"))  # fmt: skip
    b.circle(c, (x + 0.08, -0.82), 0.03, rgb("#f4b03a"))
    b.rectangle(c, (x - 0.15, -0.5), 0.32, 0.028, side(rgb("#8a5a34")))
    with b.placed(c, (far[0] + 0.01, far[1] - 0.01), turn=-14.0, scale=0.11):
        b.blob(c, "-1,.1 -.6,-.6 .2,-.75 .9,-.35 1,.25 .5,.5 .3,.25 -.1,.3 -.2,.65 -.7,.6", side(rgb("#c99a5e")))
        for dx, dy, ink in ((-0.6, -0.2, "#d8423c"), (-0.15, -0.45, "#f2c52e"), (0.35, -0.42, "#3f9a4a"),
                            (0.7, -0.05, "#2f6fd0")):  # fmt: skip
            b.ellipse(c, (dx, dy), 0.17, 0.13, ball(rgb(ink)))
    tip = (near[0] + 0.05, near[1] - 0.1)
    b.line(c, (near[0] - 0.015, near[1] + 0.05), tip, rgb("#8a5a34"), 0.009)
    b.line(c, tip, (tip[0] + 0.008, tip[1] - 0.025), rgb("#2f6fd0"), 0.014)


def drum(c: skia.Canvas, near: Point, far: Point) -> None:
    """A large red drum on a stand before the body, a stick in each hand."""
    y, red = max(near[1], far[1]) + 0.1, rgb("#c8322f")
    for x in (-0.17, 0.17):
        b.line(c, (x, y + 0.2), (-0.8 * x, -0.01), rgb("#7a4a28"), 0.024)
    b.blob(
        c,
        [(-0.21, y), (-0.25, y + 0.12), (-0.2, y + 0.25), (0.2, y + 0.25), (0.25, y + 0.12), (0.21, y)],
        side(red, 1.2),
    )
    b.ellipse(c, (0.0, y), 0.215, 0.045, rgb("#d8a83a"))
    b.ellipse(c, (0.0, y - 0.003), 0.195, 0.037, ball(rgb("#f6ead2"), 0.6))
    for k in range(7):
        x = -0.21 + 0.07 * k
        b.circle(c, (x, y + 0.03 + 0.018 * (1 - (x / 0.21) ** 2)), 0.009, rgb("#f0c95a"))
    for (x, level), end in ((near, 0.08), (far, -0.08)):
        b.line(c, (x * 1.1, level - 0.02), (end, y - 0.02), rgb("#d8a86a"), 0.016)
        b.circle(c, (end, y - 0.02), 0.018, red)
