"""Seats of those who are attended to: a barber's chair, a dentist's, a stool; seen from the front."""

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import ball, rgb, shade, side, top
from easel.engines.painter.sprites.sprite import Look, Sprite

_STEEL = rgb("#b8c2cc")


def _foot(c: skia.Canvas, y: float, half: float) -> None:
    """A round foot and the post to the seat at `y`."""
    b.rectangle(c, (-0.06, y), 0.12, -y - 0.03, side(_STEEL, 1.2))
    b.ellipse(c, (0.0, -0.03), half, 0.035, side(shade(_STEEL, 0.8), 1.1))


def _barber_chair(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    leather = look.colour or rgb("#8f2f2c")
    _foot(c, -0.36, 0.26)
    b.rectangle(c, (-0.12, -1.0), 0.24, 0.16, side(shade(leather, 0.9)), round=0.05)
    b.rectangle(c, (-0.27, -0.88), 0.54, 0.52, side(leather, 0.9), round=0.06)
    for k in range(1, 4):
        b.line(c, (-0.2, -0.88 + 0.12 * k), (0.2, -0.88 + 0.12 * k), shade(leather, 0.7), 0.012)
    b.rectangle(c, (-0.3, -0.42), 0.6, 0.1, top(leather, 1.0), round=0.04)
    for sign in (-1, 1):
        x = sign * 0.33
        b.rectangle(c, (x - 0.05, -0.56), 0.1, 0.06, side(shade(leather, 0.85)), round=0.03)
        b.rectangle(c, (x - 0.02, -0.52), 0.04, 0.18, side(_STEEL, 1.2))
    b.rectangle(c, (-0.2, -0.12), 0.4, 0.05, side(_STEEL, 1.2), round=0.015)


def _dental_chair(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    pad = look.colour or rgb("#4f9ab0")
    b.curve(c, [(0.22, -0.2), (0.42, -0.5), (0.4, -0.9), (0.26, -0.98)], _STEEL, 0.026)
    b.ellipse(c, (0.22, -0.97), 0.11, 0.05, side(rgb("#f2f5f6"), 1.0))
    b.ellipse(c, (0.22, -0.955), 0.08, 0.026, rgb("#fff6c8"))
    _foot(c, -0.3, 0.26)
    b.rectangle(c, (-0.1, -0.94), 0.2, 0.15, ball(shade(pad, 0.95)), round=0.05)
    b.blob(c, [(-0.2, -0.78), (0.2, -0.78), (0.25, -0.34), (-0.25, -0.34)], side(pad, 0.9))
    b.rectangle(c, (-0.26, -0.36), 0.52, 0.09, top(pad, 1.0), round=0.04)
    b.line(c, (-0.25, -0.44), (-0.4, -0.44), _STEEL, 0.03)
    b.ellipse(c, (-0.44, -0.46), 0.1, 0.026, side(rgb("#e8eef0"), 1.0))
    for k in range(3):
        b.line(c, (-0.5 + 0.05 * k, -0.475), (-0.46 + 0.05 * k, -0.495), shade(_STEEL, 0.7), 0.01)


def _stool(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    for x in (-0.34, 0.34):
        b.line(c, (x * 0.7, -0.9), (x, -0.03), _STEEL, 0.07)
    b.line(c, (-0.3, -0.34), (0.3, -0.34), _STEEL, 0.05)
    b.ellipse(c, (0.0, -0.92), 0.46, 0.09, side(look.colour or rgb("#3f4a56"), 1.2))


SPRITES = (
    Sprite(
        name="barber_chair", draw=_barber_chair, height=0.34, width=0.8, place="ground", group="furniture",
        attach={"seat": (0.0, -0.42), "top": (0.0, -0.42)},
    ),
    Sprite(
        name="dental_chair", draw=_dental_chair, height=0.4, width=1.06, place="ground", group="furniture",
        attach={"seat": (0.0, -0.36), "top": (0.0, -0.36)},
    ),
    Sprite(
        name="examination_stool", draw=_stool, height=0.15, width=0.95, place="ground", group="furniture",
        attach={"seat": (0.0, -0.95), "top": (0.0, -0.98)},
    ),
)  # fmt: skip
