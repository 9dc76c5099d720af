"""The markings of animals that sit and look at you: on the head, and on the body."""

import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Colour, mix, rgb, shade
from easel.engines.painter.sprites import animal_parts as parts


def tabby(c: skia.Canvas, coat: Colour) -> None:
    """Stripes on the brow and the cheeks of a cat."""
    dark = parts.marking(coat)
    for x, y0, y1 in ((0, -0.935, -0.80), (-0.065, -0.925, -0.825), (0.065, -0.925, -0.825)):
        parts.stripe(c, (x, y0), (x * 0.8, y1), 0.034, dark)
    for sign in (-1, 1):
        for y, reach in ((-0.685, 0.195), (-0.625, 0.205)):
            parts.stripe(c, (sign * 0.295, y), (sign * reach, y - 0.012), 0.026, dark)


def tabby_body(c: skia.Canvas, coat: Colour) -> None:
    """… and on its sides."""
    for sign in (-1, 1):
        for y, reach in ((-0.42, 0.12), (-0.33, 0.14), (-0.24, 0.16)):
            parts.stripe(c, (sign * 0.25, y), (sign * reach, y + 0.03), 0.04, parts.marking(coat))


def tiger(c: skia.Canvas, coat: Colour) -> None:
    """A tiger's stripes, white over the eyes."""
    dark = rgb("#2a1a12")
    for x, y0, y1, w in ((0, -0.97, -0.82, 0.04), (-0.08, -0.96, -0.84, 0.034), (0.08, -0.96, -0.84, 0.034)):
        parts.stripe(c, (x, y0), (x * 0.7, y1), w, dark)
    for sign in (-1, 1):
        for y, reach in ((-0.76, 0.2), (-0.69, 0.205), (-0.62, 0.19), (-0.56, 0.16)):
            parts.stripe(c, (sign * 0.285, y), (sign * reach, y + 0.008), 0.034, dark)
        b.ellipse(c, (sign * 0.118, -0.79), 0.05, 0.022, WHITE, 0.85)


def tiger_body(c: skia.Canvas, coat: Colour) -> None:
    """… and on its sides."""
    for sign in (-1, 1):
        for y, reach in ((-0.44, 0.13), (-0.36, 0.15), (-0.28, 0.17), (-0.20, 0.19)):
            parts.stripe(c, (sign * 0.34, y), (sign * reach, y + 0.03), 0.046, rgb("#2a1a12"))


def mask(c: skia.Canvas, coat: Colour) -> None:
    """White cheeks that run up beside the nose, as foxes and wolves have."""
    pale = parts.belly(coat)
    b.blob(c, ".0,-.60 .06,-.66 .12,-.60 .31,-.60! .2,-.545 .085,-.455 0,-.445", pale, mirrored=True)


def panda(c: skia.Canvas, coat: Colour) -> None:
    """Black around the eyes, aslant."""
    for _ in b.both_sides(c):
        with b.placed(c, (0.118, -0.695), turn=28):
            b.ellipse(c, (0, 0), 0.07, 0.092, rgb("#1c1b1e"))


def spectacles(c: skia.Canvas, coat: Colour) -> None:
    """Paler fur over the eyes."""
    for sign in (-1, 1):
        b.ellipse(c, (sign * 0.1, -0.78), 0.05, 0.025, shade(coat, 1.3), 0.6)


_ROSETTE = rgb("#3a2414")


def leopard(c: skia.Canvas, coat: Colour) -> None:
    """Spots on the brow and the cheeks."""
    for x, y, size in ((0.0, -0.9, 0.03), (0.07, -0.88, 0.026), (0.14, -0.85, 0.024), (0.04, -0.83, 0.022),
                       (0.22, -0.76, 0.022), (0.235, -0.69, 0.02), (0.21, -0.62, 0.018)):  # fmt: skip
        for sign in (-1, 1):
            b.ellipse(c, (sign * x, y), size, 0.8 * size, _ROSETTE)


def leopard_body(c: skia.Canvas, coat: Colour) -> None:
    """Rosettes on the sides."""
    for x, y in ((0.2, -0.47), (0.26, -0.39), (0.19, -0.35), (0.3, -0.3), (0.23, -0.25), (0.31, -0.2), (0.26, -0.13)):
        for sign in (-1, 1):
            b.circle(c, (sign * x, y), 0.03, _ROSETTE)
            b.circle(c, (sign * x, y), 0.013, shade(coat, 0.8))


def bandit(c: skia.Canvas, coat: Colour) -> None:
    """A raccoon's black mask around the eyes, white above and below it."""
    for _ in b.both_sides(c):
        b.blob(c, ".02,-.80 .12,-.80 .25,-.74 .30,-.62! .2,-.70 .08,-.73", WHITE)
        b.blob(c, ".025,-.70 .07,-.76 .16,-.755 .25,-.69 .285,-.60! .18,-.605 .08,-.63", rgb("#26252a"))
        b.blob(c, ".07,-.60 .17,-.59 .27,-.585! .2,-.51 .09,-.47", mix(coat, WHITE, 0.75))
    b.blob(c, "-.03,-.92 .03,-.92 .02,-.70 -.02,-.70", shade(coat, 0.5))
