"""Things of tales and feasts: a sleigh with its sack, a witch's cauldron, a throne."""

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import Colour, ball, linear, mix, rgb, shade, side, top
from easel.engines.painter.sprites.sprite import Look, Sprite

_GOLD, _IRON = rgb("#e0b04a"), rgb("#33353c")
_PARCELS = tuple(map(rgb, ("#3f8f5a", "#e8c04a", "#4a78b8", "#d86a8a")))


def _parcel(c: skia.Canvas, x: float, y: float, wide: float, ink: Colour) -> None:
    b.rectangle(c, (x, y - wide), wide, wide, side(ink), round=0.01)
    b.rectangle(c, (x + 0.42 * wide, y - wide), 0.16 * wide, wide, shade(ink, 1.6))
    for turn in (-28, 28):
        with b.placed(c, (x + wide / 2, y - wide), turn=turn):
            b.ellipse(c, (0, -0.16 * wide), 0.1 * wide, 0.18 * wide, shade(ink, 1.6))


def _sleigh(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A red sleigh with golden runners that curl up in front, a sack and parcels behind the seat; it drives right."""
    red = look.colour or rgb("#c3202e")
    b.blob(c, "-.92,-.5 -1.02,-.74 -.94,-.92 -.74,-1 -.5,-.94 -.36,-.76 -.4,-.5", ball(rgb("#9a6a3c")))
    b.curve(c, "-.86,-.8 -.7,-.7 -.5,-.8", rgb("#6a4526"), 0.03, 0.7)
    for k, (x, y, wide) in enumerate(((-0.5, -0.66, 0.24), (-0.34, -0.62, 0.2), (-0.62, -0.88, 0.17))):
        _parcel(c, x, y, wide, _PARCELS[k])
    hull = (
        "-1.2,-.86! -1.0,-.36 -.78,-.2 .5,-.2! .86,-.26 1.04,-.46 1.06,-.72 .96,-.82! .88,-.72 .8,-.56 .5,-.5! .34,-.52"
    )
    hull += " -.1,-.52! -.14,-.62 -.22,-.66! -.62,-.6 -.94,-.66"
    b.blob(c, hull, linear((0, -0.8), (0, -0.2), (shade(red, 1.25), red, shade(red, 0.6)), (0, 0.45, 1)))
    b.curve(c, "-1.18,-.85 -1.02,-.7 -.62,-.6 -.22,-.66 -.12,-.54 .34,-.52 .62,-.52 .82,-.58 .96,-.81", _GOLD, 0.045)
    b.curve(c, "-.84,-.34 -.5,-.3 .3,-.3 .7,-.34", _GOLD, 0.022, 0.9)
    for x in (-0.5, 0.0, 0.5):
        b.circle(c, (x, -0.4), 0.035, _GOLD)
    for x in (-0.66, 0.1, 0.62):
        b.limb(c, [(x, -0.21), (x + 0.05, -0.05)], (0.05, 0.04), side(_GOLD))
    runner = "-1.1,-.05! -.6,-.03 .8,-.03 1.12,-.1 1.24,-.28 1.18,-.42 1.08,-.4 1.1,-.32"
    b.curve(c, runner, shade(_GOLD, 0.72), 0.07)
    b.curve(c, runner, _GOLD, 0.038)
    if look.snow:
        b.curve(c, "-.9,-.94 -.72,-.99 -.54,-.93", rgb("#f4f8fc"), 0.06, 0.9)


def _bubble(c: skia.Canvas, x: float, y: float, radius: float, ink: Colour) -> None:
    b.circle(c, (x, y), radius, ball(shade(ink, 1.2)))
    b.circle(c, (x - 0.3 * radius, y - 0.3 * radius), 0.28 * radius, shade(ink, 2.0), 0.9)


def _cauldron(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A round iron pot on three feet over embers, a brew that bubbles and steams in it."""
    brew = look.colour or rgb("#62c93a")
    for k in range(5):
        b.glow(c, (-0.12 + 0.07 * k, -0.9 - 0.035 * k), 0.26 - 0.02 * k, shade(brew, 1.2), 0.2)
    for x, turn in ((-0.3, 9), (0.3, -9), (0.0, 0)):
        with b.placed(c, (x, -0.045), turn=turn):
            b.rectangle(c, (-0.26, -0.035), 0.52, 0.07, side(rgb("#5a3a24")), round=0.03)
    for x in (-0.2, -0.02, 0.16):
        b.glow(c, (x, -0.09), 0.2, rgb("#ff8a2a"), 0.75)
    for sign in b.both_sides(c):
        b.limb(c, [(0.3, -0.2), (0.4, -0.02)], (0.1, 0.07), side(shade(_IRON, 0.8)))
        b.circle(c, (0.56, -0.5), 0.085, shade(_IRON, 1.2 if sign < 0 else 0.9), width=0.04)
    body = b.outline("0,-.1 -.3,-.14 -.5,-.32 -.53,-.5 -.44,-.7 -.4,-.74! 0,-.74", mirrored=True)
    b.fill(c, body, ball(_IRON, 1.3))
    b.glow(c, (0, -0.14), 0.34, rgb("#ff7a20"), 0.35)
    b.curve(c, "-.4,-.28 -.46,-.46 -.4,-.6", shade(_IRON, 2.2), 0.04, 0.5)
    b.ellipse(c, (0, -0.76), 0.47, 0.105, top(shade(_IRON, 1.25)))
    b.ellipse(c, (0, -0.765), 0.4, 0.078, shade(_IRON, 0.4))
    b.ellipse(c, (0, -0.75), 0.385, 0.062, linear((0, -0.81), (0, -0.69), (shade(brew, 0.75), shade(brew, 1.3))))
    for x, y, radius in ((-0.2, -0.77, 0.06), (-0.04, -0.8, 0.085), (0.14, -0.77, 0.055), (0.25, -0.74, 0.036),
                         (-0.3, -0.74, 0.03), (0.05, -0.92, 0.03), (-0.13, -0.95, 0.022)):  # fmt: skip
        _bubble(c, x, y, radius, brew)
    if look.lit:
        b.glow(c, (0, -0.74), 0.6, brew, 0.4)


def _throne(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A high-backed golden chair with a red cushion, a crest over it, on one step."""
    frame = look.colour or _GOLD
    velvet = rgb("#9c1f2e") if look.colour is None else mix(shade(frame, 0.6), rgb("#9c1f2e"), 0.5)
    b.rectangle(c, (-0.36, -0.05), 0.72, 0.05, side(shade(frame, 0.55)))
    b.rectangle(c, (-0.32, -0.08), 0.64, 0.035, top(shade(frame, 0.75)))
    back = "0,-.97! -.06,-.93 -.13,-.9 -.2,-.88 -.235,-.8! -.235,-.08! 0,-.08"
    b.blob(c, back, side(shade(frame, 0.8), 1.2), mirrored=True)
    b.blob(c, "0,-.84 -.12,-.82 -.17,-.76 -.175,-.44! 0,-.44", ball(velvet, 0.9), mirrored=True)
    for y in (-0.74, -0.64, -0.54):
        for x in (-0.09, 0.0, 0.09):
            b.circle(c, (x, y), 0.011, shade(velvet, 0.55))
    for _ in b.both_sides(c):
        b.rectangle(c, (0.2, -0.9), 0.05, 0.82, side(frame, 1.3), round=0.01)
        b.circle(c, (0.225, -0.92), 0.038, ball(shade(frame, 1.1), 1.3))
        b.limb(c, [(0.26, -0.4), (0.3, -0.08)], (0.055, 0.07), side(frame, 1.2))
        b.rectangle(c, (0.2, -0.45), 0.14, 0.05, top(shade(frame, 1.1)), round=0.02)
        b.circle(c, (0.325, -0.425), 0.036, ball(frame, 1.3))
    b.rectangle(c, (-0.25, -0.27), 0.5, 0.19, linear((0, -0.27), (0, -0.08), (shade(frame, 0.9), shade(frame, 0.5))))
    b.rectangle(c, (-0.21, -0.22), 0.42, 0.1, shade(frame, 0.55), round=0.02)
    b.blob(c, "0,-.25! -.25,-.25! -.27,-.3 -.24,-.35 -.1,-.36 0,-.36", top(velvet, 1.1), mirrored=True)
    b.polygon(c, "-.08,-.93 -.1,-1 -.04,-.965 0,-1.01 .04,-.965 .1,-1 .08,-.93", ball(shade(frame, 1.15), 1.2))
    b.circle(c, (0, -0.94), 0.022, ball(rgb("#d8304a"), 1.3))


SPRITES = (
    Sprite(
        name="sleigh", draw=_sleigh, height=0.26, width=2.4, place="ground", group="vehicle",
        attach={"seat": (0.06, -0.46), "top": (0.06, -0.5), "hand": (0.9, -0.5)},
    ),
    Sprite(
        name="cauldron", draw=_cauldron, height=0.3, width=1.3, place="ground", group="object",
        attach={"top": (0.0, -0.74), "rim": (0.0, -0.74), "hand": (0.0, -0.74)},
    ),
    Sprite(
        name="throne", draw=_throne, height=0.56, width=0.72, place="ground", group="furniture",
        attach={"seat": (0.0, -0.35), "top": (0.0, -0.35), "head": (0.0, -0.98)},
    ),
)  # fmt: skip
