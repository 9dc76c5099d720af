"""Seats of those who are attended to: a barber's chair, a dentist's, a stool, a wheelchair; seen from the front."""

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


def _wheelchair(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    cloth, rubber = look.colour or rgb("#34506e"), rgb("#2a2d32")
    for sign in (-1, 1):
        b.line(c, (0.27 * sign, -0.5), (0.27 * sign, -0.99), side(_STEEL, 1.2), 0.035)
        b.line(c, (0.27 * sign, -0.98), (0.36 * sign, -0.98), rubber, 0.05)
    b.rectangle(c, (-0.27, -0.92), 0.54, 0.46, side(cloth, 0.9), round=0.04)
    b.line(c, (-0.26, -0.16), (0.26, -0.4), shade(_STEEL, 0.7), 0.028)
    b.line(c, (0.26, -0.16), (-0.26, -0.4), shade(_STEEL, 0.8), 0.028)
    b.rectangle(c, (-0.3, -0.48), 0.6, 0.09, top(cloth, 1.0), round=0.03)
    for sign in (-1, 1):
        x = 0.4 * sign
        b.ellipse(c, (x, -0.3), 0.065, 0.3, rubber)
        b.ellipse(c, (x + 0.012 * sign, -0.3), 0.04, 0.25, side(shade(_STEEL, 0.9), 1.0))
        b.ellipse(c, (x + 0.02 * sign, -0.3), 0.022, 0.2, shade(rubber, 1.3))
        b.rectangle(c, (0.31 * sign - 0.05, -0.64), 0.1, 0.05, side(rubber, 1.2), round=0.025)
        b.line(c, (0.31 * sign, -0.6), (0.31 * sign, -0.42), side(_STEEL, 1.2), 0.03)
        b.line(c, (0.2 * sign, -0.4), (0.17 * sign, -0.1), side(_STEEL, 1.2), 0.03)
        b.rectangle(c, (0.14 * sign - 0.09, -0.1), 0.18, 0.04, side(rubber, 1.3), round=0.02)
        b.ellipse(c, (0.27 * sign, -0.06), 0.03, 0.06, rubber)


SPRITES = (
    Sprite(
        name="wheelchair", draw=_wheelchair, height=0.28, width=0.96, place="ground", group="furniture",
        attach={"seat": (0.0, -0.48), "top": (0.0, -0.48), "head": (0.0, -0.97), "hand": (0.0, -0.5)},
    ),
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
