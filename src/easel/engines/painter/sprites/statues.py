"""Colossal statues: Liberty with her torch, a seated Buddha, the Redeemer over the bay."""

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import Colour, ball, rgb, shade, side, top
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.building_parts import (
    GOLD,
    SNOW,
    bricks,
    building,
    door,
)
from easel.engines.painter.sprites.sprite import Look

_GRANITE = rgb("#c2b6a2")


# --------------------------------------------------------------------------------------------------------- Liberty
def _liberty(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """Copper gone green, on a pedestal of granite: a crown of rays, a tablet, and the torch held high."""
    copper = look.colour or rgb("#74a896")
    _pedestal(c, rng, look)
    with b.placed(c, (0, -0.4)):
        b.limb(c, "-.055,-.36 -.105,-.46 -.115,-.54", [0.05, 0.036, 0.026], side(shade(copper, 1.05)))
        robe = b.outline(
            "-.095,.0! -.1,-.12 -.085,-.26 -.075,-.36 -.035,-.405 .035,-.405 .075,-.37 .09,-.26 .1,-.12 .1,.0!"
        )
        b.fill(c, robe, side(copper, 1.25))
        with b.clipped(c, robe):
            folds = [((x * 0.5, -0.4), (x * 1.25 + 0.02, -0.18), (x * 1.05, 0.0)) for x in np.linspace(-0.1, 0.1, 11)]
            strokes(c, folds, shade(copper, 0.62), 0.007)
            strokes(c, [((x - 0.008, a), (m - 0.008, y), (z - 0.008, w)) for (x, a), (m, y), (z, w) in folds[:6]],
                    shade(copper, 1.25), 0.004)  # fmt: skip
            b.curve(c, "-.08,-.36 .0,-.26 .1,-.2", shade(copper, 0.55), 0.012)
            b.curve(c, "-.075,-.34 .0,-.245 .1,-.18", shade(copper, 1.2), 0.008)
        b.limb(c, "-.05,-.375 -.09,-.43", [0.056, 0.044], shade(copper, 1.1))
        b.limb(c, "-.102,-.455 -.117,-.535", [0.032, 0.022], shade(copper, 1.12))
        _torch(c, copper, look)
        b.limb(c, "-.07,.0 .02,.0", [0.02, 0.02], shade(copper, 0.6))
        b.polygon(c, ".055,-.335 .125,-.355 .135,-.22 .07,-.205", side(shade(copper, 0.95)))
        b.polygon(c, ".055,-.335 .07,-.205 .062,-.2 .046,-.328", shade(copper, 0.5))
        b.limb(c, ".07,-.36 .1,-.28 .075,-.235", [0.05, 0.04, 0.026], shade(copper, 0.8))
        _crowned_head(c, copper)
        if look.snow:
            b.blob(c, "-.075,-.375 -.03,-.41 .03,-.41 .08,-.375 .0,-.385", SNOW)


def _pedestal(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    b.polygon(c, "-.21,.0 -.17,-.09 .17,-.09 .21,.0", side(shade(_GRANITE, 0.86)))
    bricks(c, rng, (-0.17, -0.09, 0.34, 0.09), _GRANITE, size=0.035, share=0.5)
    b.polygon(c, "-.13,-.09 -.105,-.36 .105,-.36 .13,-.09", side(_GRANITE, 1.1))
    bricks(c, rng, (-0.105, -0.2, 0.21, 0.1), _GRANITE, size=0.03, share=0.5)
    b.rectangle(c, (-0.075, -0.325), 0.15, 0.1, shade(_GRANITE, 0.55))
    for x in np.linspace(-0.075, 0.075, 5):
        b.rectangle(c, (float(x) - 0.009, -0.325), 0.018, 0.1, side(shade(_GRANITE, 1.05)))
    for y, half in ((-0.365, 0.118), (-0.345, 0.112), (-0.225, 0.122), (-0.105, 0.14)):
        b.rectangle(c, (-half, y), 2 * half, 0.02, side(shade(_GRANITE, 1.08)))
    b.rectangle(c, (-0.1, -0.402), 0.2, 0.038, side(_GRANITE))
    door(c, (-0.02, -0.07), 0.04, 0.07, rgb("#4a4038"))
    if look.snow:
        b.rectangle(c, (-0.17, -0.097), 0.34, 0.016, SNOW, round=0.008)


def _torch(c: skia.Canvas, copper: Colour, look: Look) -> None:
    """Held in the raised hand; its flame is gilded, and shines by night."""
    b.polygon(c, "-.126,-.53 -.132,-.555 -.1,-.555 -.108,-.53", side(shade(copper, 0.9)))
    b.rectangle(c, (-0.138, -0.562), 0.044, 0.01, shade(copper, 0.7))
    if look.lit:
        b.glow(c, (-0.116, -0.58), 0.16, rgb("#ffd070"), 0.9)
    b.blob(c, "-.13,-.56 -.134,-.575 -.117,-.605! -.1,-.578 -.103,-.56", ball(rgb("#ffe08a") if look.lit else GOLD))


def _crowned_head(c: skia.Canvas, copper: Colour) -> None:
    rays = [((0.03 * np.cos(a), -0.452 + 0.03 * np.sin(a)), (0.083 * np.cos(a), -0.455 + 0.075 * np.sin(a)))
            for a in np.radians(np.linspace(-168, -12, 7))]  # fmt: skip
    for root, tip in rays:
        b.limb(c, [root, tip], [0.012, 0.002], shade(copper, 0.9))
    b.limb(c, "0,-.395 0,-.42", [0.034, 0.03], shade(copper, 0.72))
    b.blob(c, "-.037,-.45 -.03,-.41 .0,-.4 .036,-.41 .04,-.45 .03,-.48 -.03,-.48", side(shade(copper, 0.8)))
    b.ellipse(c, (-0.003, -0.442), 0.027, 0.036, side(shade(copper, 1.08), 1.1))
    b.blob(c, "-.034,-.455! -.03,-.478 .0,-.487 .03,-.478 .034,-.455! .0,-.468", side(copper))
    b.line(c, (-0.033, -0.462), (0.033, -0.462), shade(copper, 1.2), 0.006)
    strokes(c, [((-0.017, -0.447), (-0.008, -0.447)), ((0.006, -0.447), (0.014, -0.447)),
                ((-0.007, -0.42), (0.005, -0.42))], shade(copper, 0.42), 0.004)  # fmt: skip
    b.line(c, (-0.002, -0.445), (0.001, -0.432), shade(copper, 0.7), 0.004)


# ---------------------------------------------------------------------------------------------------------- Buddha
def _buddha(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A great Buddha who sits on a lotus with his hands in his lap, hewn out of stone."""
    stone = look.colour or rgb("#b39a78")
    _lotus_seat(c, stone)
    b.blob(
        c, "-.46,-.2 -.43,-.28 -.3,-.33 .0,-.35 .3,-.33 .43,-.28 .46,-.2 .36,-.14 .0,-.12 -.36,-.14", side(stone, 1.2)
    )
    for sign in (-1, 1):
        folds = [((sign * 0.42, -0.24 + 0.025 * k), (sign * 0.24, -0.2 + 0.02 * k), (sign * 0.06, -0.16 + 0.012 * k))
                 for k in range(-1, 3)]  # fmt: skip
        strokes(c, folds, shade(stone, 0.64), 0.008)
    body = b.outline(
        "-.2,-.26! -.235,-.4 -.27,-.56 -.22,-.635 -.08,-.665 .08,-.665 .22,-.635 .27,-.56 .235,-.4 .2,-.26!"
    )
    b.fill(c, body, side(shade(stone, 1.02), 1.25))
    with b.clipped(c, body):
        b.blob(c, "-.07,-.67 .12,-.67 .05,-.47 -.12,-.33 -.12,-.5", shade(stone, 1.2))
        robe = [((-0.24 + 0.05 * k, -0.64), (-0.2 + 0.06 * k, -0.45), (0.0 + 0.06 * k, -0.27)) for k in range(-2, 1)]
        robe += [((0.1 + 0.04 * k, -0.66), (0.08 + 0.05 * k, -0.48), (-0.08 + 0.07 * k, -0.26)) for k in range(6)]
        strokes(c, robe, shade(stone, 0.62), 0.009)
    for sign in (-1, 1):
        b.limb(c, [(sign * 0.235, -0.58), (sign * 0.285, -0.42), (sign * 0.23, -0.3), (sign * 0.07, -0.26)],
               [0.12, 0.12, 0.1, 0.07], side(shade(stone, 1.0 if sign < 0 else 0.72), 1.1))  # fmt: skip
        sleeve = [((sign * 0.24, -0.5 + 0.06 * k), (sign * 0.29, -0.47 + 0.06 * k), (sign * 0.325, -0.48 + 0.06 * k))
                  for k in range(3)]  # fmt: skip
        strokes(c, sleeve, shade(stone, 0.58), 0.008)
    b.blob(c, "-.12,-.25 -.05,-.285 .05,-.285 .12,-.25 .06,-.215 -.06,-.215", top(shade(stone, 1.14)))
    strokes(c, [((-0.06, -0.25), (0.05, -0.26)), ((-0.04, -0.235), (0.06, -0.24))], shade(stone, 0.62), 0.006)
    _buddha_head(c, stone)
    if look.snow:
        for shape in ("-.29,-.58 -.22,-.655 -.11,-.67 -.2,-.61", ".29,-.58 .22,-.655 .11,-.67 .2,-.61",
                      "-.46,-.25 -.38,-.315 -.3,-.325 -.38,-.27", ".46,-.25 .38,-.315 .3,-.325 .38,-.27",
                      "-.08,-.965 .0,-1.01 .08,-.965 .0,-.975"):  # fmt: skip
            b.blob(c, shape, SNOW)


def _lotus_seat(c: skia.Canvas, stone: Colour) -> None:
    b.rectangle(c, (-0.42, -0.16), 0.84, 0.13, side(shade(stone, 0.5)))
    b.rectangle(c, (-0.42, -0.045), 0.84, 0.045, side(shade(stone, 0.82)))
    for k, x in enumerate(np.linspace(-0.42, 0.42, 9).tolist()):
        light = shade(stone, float(np.interp(x, (-0.45, -0.1, 0.45), (1.08, 1.0, 0.6))))
        petal = [(-0.06, -0.12), (-0.045, -0.06), (0.0, -0.035), (0.045, -0.06), (0.06, -0.12), (0.0, -0.175)]
        b.blob(c, [(x + dx, y) for dx, y in petal], top(shade(light, 1.0 if k % 2 else 0.88)))


def _buddha_head(c: skia.Canvas, stone: Colour) -> None:
    """Curls with their knot, long ears, lowered eyes and a faint smile."""
    b.limb(c, "0,-.64 0,-.71", [0.12, 0.11], side(shade(stone, 0.75)))
    hair = shade(stone, 0.5)
    b.ellipse(c, (0, -0.94), 0.062, 0.055, ball(hair))
    b.blob(c, "-.118,-.8 -.115,-.88 -.07,-.945 .0,-.96 .07,-.945 .115,-.88 .118,-.8", side(hair))
    for sign in (-1, 1):
        b.blob(c, [(sign * 0.105, -0.85), (sign * 0.135, -0.85), (sign * 0.13, -0.74), (sign * 0.11, -0.7)],
               side(shade(stone, 1.0 if sign < 0 else 0.66)))  # fmt: skip
    b.blob(c, "-.108,-.83 -.1,-.87 .0,-.89 .1,-.87 .108,-.83 .1,-.755 .055,-.69 .0,-.675 -.055,-.69 -.1,-.755",
           side(shade(stone, 1.1), 1.15))  # fmt: skip
    curls = [
        (x, y) for y in (-0.9, -0.92, -0.94) for x in np.linspace(-0.085, 0.085, 9) if abs(x) < 0.1 + (y + 0.9) * 0.9
    ]
    for x, y in curls:
        b.circle(c, (float(x), y + 4.0 * float(x) ** 2), 0.01, ball(shade(stone, 0.6)))
    ink = shade(stone, 0.34)
    for sign in (-1, 1):
        b.curve(c, [(sign * 0.02, -0.822), (sign * 0.05, -0.84), (sign * 0.085, -0.825)], ink, 0.006)
        b.curve(c, [(sign * 0.025, -0.795), (sign * 0.05, -0.786), (sign * 0.08, -0.8)], ink, 0.008)
    b.curve(c, "-.006,-.82 -.012,-.77 -.018,-.757 .0,-.75 .018,-.757", shade(stone, 0.55), 0.007)
    b.curve(c, "-.036,-.727 .0,-.719 .036,-.727", ink, 0.008)
    b.curve(c, "-.02,-.707 .0,-.703 .02,-.707", shade(stone, 0.72), 0.005)
    b.circle(c, (0, -0.842), 0.008, ball(GOLD))


# -------------------------------------------------------------------------------------------------------- Redeemer
def _redeemer(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """Christ over Rio: soapstone, the arms spread wide, on a square pedestal."""
    stone = look.colour or rgb("#d8d4c8")
    b.polygon(c, "-.14,.0 -.12,-.05 .12,-.05 .14,.0", side(shade(stone, 0.66)))
    b.polygon(c, "-.105,-.05 -.09,-.2 .09,-.2 .105,-.05", side(shade(stone, 0.76)))
    bricks(c, rng, (-0.1, -0.19, 0.2, 0.14), shade(stone, 0.76), size=0.04, share=0.4)
    for sign in (-1, 1):
        tone = shade(stone, 1.04 if sign < 0 else 0.84)
        b.polygon(c, [(sign * 0.04, -0.8), (sign * 0.2, -0.785), (sign * 0.4, -0.775), (sign * 0.4, -0.735),
                      (sign * 0.36, -0.66), (sign * 0.2, -0.655), (sign * 0.06, -0.6)], top(tone, 1.1))  # fmt: skip
        folds = [((sign * x, -0.775), (sign * (x + 0.01), -0.67)) for x in (0.14, 0.2, 0.26, 0.31, 0.35)]
        strokes(c, folds, shade(tone, 0.72), 0.007)
        b.polygon(
            c, [(sign * 0.395, -0.772), (sign * 0.43, -0.768), (sign * 0.43, -0.745), (sign * 0.395, -0.74)], tone
        )
        b.blob(c, [(sign * 0.425, -0.768), (sign * 0.46, -0.785), (sign * 0.495, -0.768), (sign * 0.47, -0.75),
                   (sign * 0.43, -0.745)], shade(tone, 1.05))  # fmt: skip
    robe = b.outline(
        "-.095,-.2! -.085,-.45 -.08,-.62 -.09,-.77 -.04,-.815 .04,-.815 .09,-.77 .08,-.62 .085,-.45 .095,-.2!"
    )
    b.fill(c, robe, side(stone, 1.25))
    with b.clipped(c, robe):
        folds = [((x * 0.6, -0.8), (x * 1.1, -0.5), (x, -0.2)) for x in np.linspace(-0.085, 0.085, 8)]
        strokes(c, folds, shade(stone, 0.64), 0.008)
        b.curve(c, "-.09,-.6 .0,-.5 .09,-.56", shade(stone, 0.55), 0.014)
        b.curve(c, "-.09,-.62 .0,-.52 .09,-.58", shade(stone, 1.15), 0.01)
    hair = shade(stone, 0.66)
    b.blob(c, "-.055,-.83 -.052,-.95 .0,-1.0 .052,-.95 .055,-.83 .03,-.8 -.03,-.8", side(hair))
    b.blob(c, "-.036,-.94 .0,-.97 .036,-.94 .034,-.87 .0,-.825 -.034,-.87", side(shade(stone, 1.06), 1.2))
    b.blob(c, "-.03,-.868 .0,-.858 .03,-.868 .02,-.825 .0,-.815 -.02,-.825", shade(hair, 0.95))
    strokes(c, [((-0.022, -0.91), (-0.01, -0.91)), ((0.01, -0.91), (0.022, -0.91)), ((0, -0.905), (0.003, -0.885))],
            shade(stone, 0.42), 0.005)  # fmt: skip
    if look.snow:
        for sign in (-1, 1):
            b.blob(c, [(sign * 0.06, -0.81), (sign * 0.25, -0.8), (sign * 0.43, -0.785), (sign * 0.25, -0.77)], SNOW)


SPRITES = (
    building("statue_of_liberty", _liberty, 0.52, 0.44, hand=(-0.116, -0.95)),
    building("buddha", _buddha, 0.46, 0.94, hand=(0.0, -0.27)),
    building("redeemer", _redeemer, 0.48, 1.0, hand=(-0.46, -0.76)),
)
