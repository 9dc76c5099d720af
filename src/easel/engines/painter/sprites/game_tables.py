"""Tables with what two or more have between them: a board, tea, cards, the net of table tennis."""

from collections.abc import Callable

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, ball, rgb, shade, side, top
from easel.engines.painter.sprites.sprite import Look, Sprite

_WOOD = rgb("#8a5a34")
_STONE = rgb("#a8a49c")
_DARK = rgb("#26282e")


def _on_a_foot(c: skia.Canvas, ink: tuple[float, float, float], half: float = 0.62) -> None:
    """A round table on one foot, its top at y = -.8."""
    b.blob(c, "-.14,-.74! .14,-.74! .11,-.4 .22,-.06 .26,0! -.26,0! -.22,-.06 -.11,-.4", side(shade(ink, 0.9), 1.2))
    b.ellipse(c, (0.0, -0.76), half, 0.11, shade(ink, 0.7))
    b.ellipse(c, (0.0, -0.8), half, 0.11, top(shade(ink, 1.15), 0.4))


def _chess(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A board on a table of stone, with the men of both sides."""
    _on_a_foot(c, look.colour or _STONE)
    b.polygon(c, "-.36,-.86 .36,-.86 .42,-.74 -.42,-.74", rgb("#e8c98a"))
    for k in range(5):
        x = -0.33 + 0.165 * k
        b.line(c, (x, -0.86), (x * 1.16, -0.74), shade(_WOOD, 0.7), 0.008)
    for y in (-0.83, -0.8, -0.77):
        b.line(c, (-0.38, y), (0.38, y), shade(_WOOD, 0.7), 0.008)
    for x, y, ink in (
        (-0.32, -0.84, "#c8322f"), (-0.3, -0.79, "#c8322f"), (-0.16, -0.82, "#c8322f"), (-0.2, -0.77, "#c8322f"),
        (0.32, -0.84, "#26282e"), (0.31, -0.78, "#26282e"), (0.14, -0.81, "#26282e"), (0.2, -0.77, "#26282e"),
        (0.0, -0.84, "#c8322f"), (0.02, -0.78, "#26282e"),
    ):  # fmt: skip
        b.ellipse(c, (x, y), 0.05, 0.03, shade(rgb(ink), 0.6))
        b.ellipse(c, (x, y - 0.025), 0.05, 0.03, ball(rgb(ink), 1.1))


def _tea(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A teapot and cups on a wooden table."""
    _on_a_foot(c, look.colour or _WOOD)
    clay = rgb("#8a4a30")
    b.curve(c, "-.14,-.98 -.25,-.96 -.2,-.86", clay, 0.03)
    b.blob(c, ".12,-.9! .24,-1.0 .28,-.99 .16,-.84!", side(clay))
    b.blob(c, "-.15,-.92 -.1,-1.0 .1,-1.0 .15,-.92 .1,-.82 -.1,-.82", ball(clay, 1.2))
    b.ellipse(c, (0.0, -1.0), 0.08, 0.025, shade(clay, 1.2))
    b.circle(c, (0.0, -1.03), 0.025, clay)
    for x in (-0.42, 0.42):
        b.blob(c, [(x - 0.075, -0.92), (x + 0.075, -0.92), (x + 0.045, -0.8), (x - 0.045, -0.8)], side(WHITE, 0.7))
        b.ellipse(c, (x, -0.92), 0.073, 0.022, rgb("#b8863a"))
        for dx in (-0.03, 0.03):
            b.curve(c, [(x + dx, -0.96), (x + dx + 0.03, -1.03), (x + dx - 0.02, -1.1)], WHITE, 0.016, 0.45)


def _cards(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """Cards, two hands of them and those that lie open, on green cloth."""
    _on_a_foot(c, look.colour or _WOOD)
    b.ellipse(c, (0.0, -0.805), 0.54, 0.088, rgb("#2f7a4f"))
    for x, y in ((-0.36, -0.82), (-0.3, -0.81), (-0.24, -0.82), (0.24, -0.82), (0.3, -0.81), (0.36, -0.82), (0.0, -0.8),
                 (-0.07, -0.84), (0.08, -0.77)):  # fmt: skip
        b.polygon(
            c, [(x - 0.035, y - 0.03), (x + 0.035, y - 0.03), (x + 0.045, y + 0.03), (x - 0.045, y + 0.03)], WHITE
        )
        b.circle(c, (x, y), 0.014, rgb("#d02a2a") if x <= 0 else _DARK)


def _tennis(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A table for table tennis with its net."""
    for x in (-1.15, -0.95, 0.95, 1.15):
        b.line(c, (x, -0.78), (x, 0.0), _DARK, 0.05)
    b.polygon(c, "-1.3,-.9 1.3,-.9 1.42,-.76 -1.42,-.76", top(look.colour or rgb("#2f6aa8"), 0.5))
    b.polygon(c, "-1.42,-.76 1.42,-.76 1.42,-.7 -1.42,-.7", shade(look.colour or rgb("#2f6aa8"), 0.6))
    b.line(c, (-1.38, -0.775), (1.38, -0.775), WHITE, 0.016)
    b.line(c, (-1.36, -0.83), (1.36, -0.83), WHITE, 0.012)
    b.polygon(c, "-.02,-1.03 .05,-.9 .05,-.74 -.02,-.88", WHITE, 0.7)


def _sprite(name: str, draw: Callable[[skia.Canvas, np.random.Generator, Look], None], width: float) -> Sprite:
    return Sprite(name=name, draw=draw, height=0.24, width=width, group="furniture", attach={"top": (0.0, -0.82)})


SPRITES = (
    _sprite("chess_table", _chess, 1.3),
    _sprite("tea_table", _tea, 1.3),
    _sprite("card_table", _cards, 1.3),
    _sprite("tennis_table", _tennis, 2.9),
)
