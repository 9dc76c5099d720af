"""Things of stories and feasts: an open carton, a bowl with goldfish, pumpkins, a telephone box, an airship, an igloo,
a house in a tree, a mask of the Peking opera, a chessboard, the lion of the New Year's dance."""

from functools import partial
from math import cos, pi, sin

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Colour, ball, linear, mix, rgb, shade, side, top
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.plants import leaves
from easel.engines.painter.sprites.sprite import Draw, Look, Sprite

_GOLD = rgb("#e9bd4b")
_GLOW = rgb("#ffd978")


def _carton(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A box of cardboard, its flaps turned out, a strip of tape down its front."""
    card = look.colour or rgb("#c79a62")
    b.polygon(c, "-.62,-.74 .62,-.74 .56,-.58 -.56,-.58", shade(card, 0.5))
    b.polygon(c, "-.56,-.9 .56,-.9 .62,-.74 -.62,-.74", top(shade(card, 0.92)))
    b.polygon(
        c, "-.64,-.0 .64,-.0 .64,-.62 -.64,-.62", linear((-0.6, 0), (0.6, 0), (shade(card, 1.12), shade(card, 0.82)))
    )
    for _ in b.both_sides(c):
        b.polygon(c, ".64,-.62 .62,-.74 .82,-.58 .86,-.44", side(shade(card, 0.86)))
    b.polygon(c, "-.64,-.62 .64,-.62 .72,-.4 -.72,-.4", top(shade(card, 1.14)))
    b.line(c, (-0.72, -0.4), (0.72, -0.4), shade(card, 0.62), 0.014)
    b.polygon(c, "-.07,-.62 .07,-.62 .075,-.4 -.075,-.4", mix(card, rgb("#f0e2b8"), 0.7), 0.85)
    b.rectangle(c, (-0.06, -0.39), 0.12, 0.39, mix(card, rgb("#f0e2b8"), 0.55), 0.7)
    for x, y in ((0.36, -0.24), (0.5, -0.24)):
        b.polygon(c, [(x, y - 0.06), (x + 0.05, y), (x + 0.018, y), (x + 0.018, y + 0.1), (x - 0.018, y + 0.1),
                      (x - 0.018, y), (x - 0.05, y)], shade(card, 0.5), 0.8)  # fmt: skip
    rows = [((-0.62, y), (0.62, y)) for y in (-0.33, -0.22, -0.11)]
    strokes(c, rows, shade(card, 0.75), 0.005, 0.35)


def _goldfish(c: skia.Canvas, ink: Colour) -> None:
    b.blob(c, "-.1,.0 -.26,-.14 -.34,-.1! -.28,.02 -.36,.14! -.24,.12", side(shade(ink, 1.15)), 0.9)
    b.blob(c, "-.04,-.1 .05,-.17 .1,-.08", shade(ink, 0.85))
    b.blob(c, "-.14,.0 .0,-.11 .15,-.08 .22,.0 .15,.09 .0,.1", ball(ink, 1.2))
    b.circle(c, (0.14, -0.025), 0.026, WHITE)
    b.circle(c, (0.147, -0.025), 0.014, rgb("#16161a"))
    b.curve(c, ".06,-.07 .04,.0 .06,.06", shade(ink, 0.7), 0.012, 0.7)


def _fishbowl(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A round bowl of water with two goldfish, a plant and pebbles."""
    fish = look.colour or rgb("#f0762a")
    glass = b.outline("0,-.0 .34,-.02 .54,-.24 .57,-.5 .44,-.8 .34,-.92! 0,-.92", mirrored=True)
    b.fill(c, glass, (0.86, 0.95, 1.0), 0.35)
    with b.clipped(c, glass):
        water = linear((0, -0.76), (0, 0), ((0.66, 0.88, 0.97), (0.3, 0.64, 0.84), (0.2, 0.5, 0.72)), (0, 0.6, 1))
        b.rectangle(c, (-0.6, -0.74), 1.2, 0.76, water, 0.82)
        b.ellipse(c, (0, -0.74), 0.46, 0.045, (0.85, 0.96, 1.0), 0.8)
        for k in range(26):
            x, y = -0.42 + 0.034 * k, -0.045 - 0.03 * (k % 3)
            b.ellipse(c, (x, y), 0.038, 0.028, ball(rgb(("#e8e2d4", "#b9a88c", "#8fa3ad", "#d8c39a")[k % 4])))
        for x, tall in ((-0.3, 0.36), (-0.22, 0.5), (-0.36, 0.26), (0.32, 0.24)):
            b.curve(c, [(x, -0.06), (x + 0.05, -0.06 - tall / 2), (x - 0.02, -0.06 - tall)], rgb("#3f9a58"), 0.034)
    for at, size, turn in (((0.12, -0.46), 0.85, -6.0), ((-0.12, -0.27), -0.6, 5.0)):
        with b.placed(c, at, scale=(size, abs(size)), turn=turn):
            _goldfish(c, fish)
    for x, y, r in ((0.34, -0.52, 0.02), (0.37, -0.6, 0.014), (0.35, -0.68, 0.018)):
        b.circle(c, (x, y), r, WHITE, 0.9, width=0.008)
    b.fill(c, glass, shade((0.7, 0.85, 0.93), 0.9), 0.8, width=0.018)
    b.ellipse(c, (0, -0.92), 0.36, 0.045, (0.9, 0.97, 1.0), 0.95, width=0.03)
    b.curve(c, "-.46,-.3 -.5,-.52 -.38,-.76", WHITE, 0.04, 0.75)
    b.curve(c, ".47,-.26 .49,-.36 .48,-.44", WHITE, 0.024, 0.5)


def _pumpkin(c: skia.Canvas, rng: np.random.Generator, look: Look, *, carved: bool = False) -> None:
    """A ribbed pumpkin; carved, with a face that a candle lights from within."""
    ink = look.colour or rgb("#ea7d24")
    for x, wide in ((0.4, 0.26), (-0.4, 0.26), (0.26, 0.28), (-0.26, 0.28), (0.0, 0.27)):
        b.ellipse(c, (x, -0.38), wide, 0.385 - 0.08 * abs(x), ball(shade(ink, 1.0 - 0.12 * abs(x)), 1.0))
    for x in (-0.42, -0.15, 0.15, 0.42):
        b.curve(c, [(x * 0.5, -0.74), (x * 1.12, -0.38), (x * 0.6, -0.03)], shade(ink, 0.55), 0.022, 0.55)
    b.curve(c, "-.5,-.3 -.52,-.46 -.42,-.6", shade(ink, 1.5), 0.04, 0.5)
    b.limb(c, [(0.0, -0.72), (0.02, -0.86), (0.12, -0.96)], (0.15, 0.08, 0.1), side(rgb("#6f8a3a"), 1.2))
    b.curve(c, ".1,-.76 .26,-.86 .36,-.78 .34,-.7", rgb("#5f8a3a"), 0.02)
    if not carved:
        return
    if look.lit:
        b.glow(c, (0, -0.4), 0.56, _GLOW, 0.5)
    inside = linear((0, -0.6), (0, -0.1), (rgb("#ffb833"), rgb("#fff0a0")))
    mouth = "-.42,-.32! -.3,-.25 -.2,-.27! -.2,-.2! -.09,-.18! -.09,-.24! .09,-.24! .09,-.18! .2,-.2! .2,-.27! .3,-.25"
    mouth += " .42,-.32! .32,-.13 .12,-.07! .12,-.13! -.0,-.13! -.0,-.06! -.2,-.09 -.34,-.16"
    for shape in ("-.34,-.42 -.24,-.61 -.11,-.42", ".34,-.42 .24,-.61 .11,-.42", "-.06,-.33 0,-.42 .06,-.33"):
        b.polygon(c, shape, shade(ink, 0.32), width=0.05)
        b.polygon(c, shape, inside)
    b.blob(c, mouth, shade(ink, 0.32), width=0.05)
    b.blob(c, mouth, inside)


def _phone_booth(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A red telephone box: a domed roof, a lit sign, a door of small panes."""
    red = look.colour or rgb("#c8242c")
    b.rectangle(c, (-0.2, -0.035), 0.4, 0.035, side(shade(red, 0.5)))
    b.rectangle(c, (-0.18, -0.9), 0.36, 0.87, side(red, 1.0))
    b.blob(c, "0,-1.0 .1,-.985 .17,-.955 .185,-.93! 0,-.93", ball(red), mirrored=True)
    b.rectangle(c, (-0.195, -0.935), 0.39, 0.03, side(shade(red, 0.9)))
    b.rectangle(c, (-0.13, -0.895), 0.26, 0.045, _GLOW if look.lit else rgb("#f6f1e4"), round=0.006)
    strokes(c, [((-0.1 + k * 0.024, -0.872), (-0.088 + k * 0.024, -0.872)) for k in range(9)], rgb("#26262c"), 0.016)
    if look.lit:
        b.glow(c, (0.0, -0.5), 0.4, _GLOW, 0.35)
    pane = _GLOW if look.lit else rgb("#a9c6d4")
    b.rectangle(c, (-0.13, -0.825), 0.26, 0.71, shade(red, 0.55))
    for row in range(8):
        for x, wide in ((-0.122, 0.05), (-0.064, 0.128), (0.072, 0.05)):
            y = -0.815 + row * 0.086
            glass = linear((x, y), (x + wide, y + 0.08), (shade(pane, 1.15), shade(pane, 0.72)))
            b.rectangle(c, (x, y), wide, 0.076, glass)
    b.rectangle(c, (-0.05, -0.6), 0.09, 0.15, rgb("#26282e"), 0.55, round=0.01)
    b.rectangle(c, (0.13, -0.5), 0.012, 0.09, _GOLD, round=0.004)
    b.line(c, (-0.172, -0.9), (-0.172, -0.04), shade(red, 1.4), 0.008, 0.7)


def _airship(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A long hull with ribs and fins, a gondola with windows and propellers of brass under it."""
    ink = look.colour or rgb("#b98a52")
    dark = shade(ink, 0.5)
    for y in (-0.98, -0.5):
        b.blob(c, [(-0.9, -0.64), (-1.22, y), (-1.34, y), (-1.22, -0.64)], side(shade(ink, 0.7)))
    hull = b.outline("1.3,-.64 1.1,-.84 .6,-.97 .0,-1.0 -.7,-.9 -1.28,-.66 -1.28,-.6 -.7,-.37 .0,-.28 .6,-.31 1.1,-.44")
    b.fill(c, hull, linear((0, -1), (0, -0.28), (shade(ink, 1.4), ink, shade(ink, 0.5)), (0, 0.45, 1)))
    with b.clipped(c, hull):
        for x in (-0.95, -0.6, -0.2, 0.2, 0.6, 0.95):
            b.curve(c, [(x, -1.02), (x + 0.13 * (0.4 + x), -0.64), (x, -0.26)], dark, 0.022, 0.6)
        for y, bend in ((-0.84, -0.02), (-0.64, 0.0), (-0.46, 0.03)):
            b.curve(c, [(-1.3, -0.64), (0, y + bend), (1.3, -0.64)], shade(ink, 0.62), 0.01, 0.7)
    b.circle(c, (1.29, -0.64), 0.05, ball(_GOLD, 1.3))
    b.blob(c, "-1.0,-.64 -1.3,-.73! -1.42,-.66 -1.42,-.6 -1.3,-.54!", side(shade(ink, 0.8)))
    for x in (-0.3, 0.0, 0.3):
        b.line(c, (x, -0.32), (x * 0.9, -0.16), rgb("#4a3524"), 0.014)
    b.blob(c, "-.5,-.2! .44,-.2! .52,-.14 .4,-.0 -.36,-.0 -.5,-.08", side(rgb("#7a4a2a"), 1.2))
    b.line(c, (-0.5, -0.19), (0.46, -0.19), _GOLD, 0.022)
    for x in (-0.32, -0.14, 0.04, 0.22):
        b.circle(c, (x, -0.1), 0.046, ball(_GOLD))
        b.circle(c, (x, -0.1), 0.034, _GLOW if look.lit else rgb("#9cc3d4"))
    for x, y in ((-0.62, -0.12), (-0.72, -0.4)):
        b.line(c, (x + 0.14, y), (x, y), rgb("#4a3524"), 0.03)
        b.ellipse(c, (x, y), 0.018, 0.12, rgb("#d8c8a0"), 0.75)
        b.circle(c, (x, y), 0.028, ball(_GOLD))


def _igloo(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A dome of blocks of snow with its low tunnel."""
    snow = look.colour or rgb("#e6f1f8")
    dome = b.outline("-.82,.0! -.8,-.4 -.56,-.8 .0,-1.0 .56,-.8 .8,-.4 .82,.0!")
    b.fill(c, dome, b.radial((-0.3, -0.7), 1.4, (shade(snow, 1.1), snow, shade(snow, 0.66)), (0, 0.45, 1)))
    with b.clipped(c, dome):
        _courses(c, snow)
    b.blob(c, "-.02,.0! -.02,-.3 .12,-.5 .3,-.53 .5,-.48 .64,-.28 .64,.0!", side(shade(snow, 0.98)))
    b.curve(c, "-.02,.0 -.02,-.3 .12,-.5 .3,-.53 .5,-.48 .64,-.28 .64,.0", shade(snow, 0.7), 0.018)
    for turn in (35, 65, 90, 115, 145):
        x, y = cos(turn * pi / 180), sin(turn * pi / 180)
        b.line(c, (0.31 + 0.2 * x, -0.26 * y), (0.31 + 0.33 * x, -0.5 * y), shade(snow, 0.68), 0.012, 0.8)
    inside = linear((0, -0.36), (0, 0), (rgb("#a8641f"), _GLOW)) if look.lit else linear(
        (0, -0.36), (0, 0), (rgb("#1f3648"), rgb("#4f7288")))  # fmt: skip
    b.blob(c, ".1,.0! .1,-.22 .2,-.36 .31,-.38 .42,-.36 .52,-.22 .52,.0!", inside)


def _courses(c: skia.Canvas, snow: Colour) -> None:
    """Rings of blocks around a dome."""
    levels = (0.0, 0.2, 0.39, 0.56, 0.71, 0.84, 0.93)
    for k, low in enumerate(levels):
        half = 0.84 * (1 - low * low) ** 0.5
        b.curve(c, [(-half, -low), (0, -low + 0.05), (half, -low)], shade(snow, 0.68), 0.014, 0.8)
        for step in range(-4, 5):
            across = (step + 0.5 * (k % 2)) / 4.2
            if abs(across) < 1 and k + 1 < len(levels):
                x = half * sin(across * pi / 2)
                b.line(c, (x, -low + 0.04), (x * 0.93, -levels[k + 1] + 0.045), shade(snow, 0.7), 0.012, 0.7)


def _tree_house(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A cabin of planks on a platform in the fork of a great tree, a ladder up to it."""
    bark, plank = rgb("#6e4a2e"), look.colour or rgb("#b5793f")
    leaf = rgb("#4f8f3e")
    crown = ((-0.26, -0.78, 0.17), (0.26, -0.8, 0.17), (0.0, -0.86, 0.14), (-0.35, -0.64, 0.12), (0.36, -0.66, 0.11))
    leaves(c, rng, crown, shade(leaf, 0.8), size=0.022, count=130)
    b.limb(c, [(0.0, -0.05), (0.01, -0.25), (-0.02, -0.5)], (0.2, 0.13, 0.11), side(bark, 1.2))
    for _ in b.both_sides(c):
        b.limb(c, [(0.02, -0.3), (0.17, -0.46), (0.3, -0.68)], (0.08, 0.06, 0.03), side(bark, 1.1))
        b.blob(c, ".05,-.03 .12,-.015 .17,.0! .04,.0!", side(bark))
    _tree_cabin(c, plank, lit=look.lit)
    b.rectangle(c, (-0.3, -0.42), 0.6, 0.03, top(shade(plank, 0.8)))
    for x in (-0.29, -0.2, 0.2, 0.29):
        b.line(c, (x, -0.42), (x, -0.5), shade(plank, 0.7), 0.012)
    for left, right in ((-0.3, -0.19), (0.19, 0.3)):
        b.line(c, (left, -0.5), (right, -0.5), shade(plank, 0.85), 0.014)
    for x in (0.1, 0.17):
        b.line(c, (x + 0.04, 0.0), (x, -0.41), shade(plank, 1.1), 0.013)
    for k in range(8):
        y = -0.04 - 0.047 * k
        b.line(c, (0.142 + 0.1 * y, y), (0.212 + 0.1 * y, y), shade(plank, 0.9), 0.012)
    tufts = ((-0.3, -0.84, 0.1), (0.3, -0.86, 0.1), (0.0, -0.9, 0.09), (-0.15, -0.9, 0.09), (0.16, -0.9, 0.09))
    leaves(c, rng, tufts, leaf, size=0.02, count=90)


def _tree_cabin(c: skia.Canvas, plank: Colour, *, lit: bool) -> None:
    b.rectangle(c, (-0.2, -0.66), 0.4, 0.25, side(plank, 0.9))
    strokes(c, [((-0.2, y), (0.2, y)) for y in (-0.62, -0.58, -0.54, -0.5, -0.46)], shade(plank, 0.65), 0.006, 0.7)
    b.polygon(c, "-.26,-.65 0,-.83 .26,-.65", side(rgb("#8a4030"), 1.0))
    strokes(c, [((-0.2, -0.67), (0.2, -0.67)), ((-0.13, -0.72), (0.13, -0.72))], rgb("#5a2a20"), 0.008, 0.7)
    b.rectangle(c, (-0.14, -0.58), 0.11, 0.165, side(shade(plank, 0.55)), round=0.012)
    b.circle(c, (-0.05, -0.49), 0.009, _GOLD)
    pane = _GLOW if lit else rgb("#a9d0e4")
    b.rectangle(c, (0.03, -0.585), 0.11, 0.09, shade(plank, 0.5))
    b.rectangle(c, (0.04, -0.577), 0.09, 0.074, pane)
    b.line(c, (0.085, -0.577), (0.085, -0.503), shade(plank, 0.5), 0.008)
    b.line(c, (0.04, -0.54), (0.13, -0.54), shade(plank, 0.5), 0.008)
    if lit:
        b.glow(c, (0.085, -0.54), 0.12, _GLOW, 0.6)


def _opera_mask(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A painted face of the Peking opera: red and white fields, black around eyes and mouth, gold on the forehead."""
    ink, black = look.colour or rgb("#c8242c"), rgb("#17151a")
    face = b.outline("0,-1.0 .2,-.97 .36,-.8 .4,-.5 .34,-.22 .18,-.04 0,.0", mirrored=True)
    b.fill(c, face, b.radial((-0.12, -0.62), 0.75, (shade(ink, 1.15), ink, shade(ink, 0.6)), (0, 0.55, 1)))
    with b.clipped(c, face):
        b.blob(c, "0,-1.02 .16,-1.0 .13,-.8 .05,-.68 0,-.64", WHITE, mirrored=True)
        for sign in b.both_sides(c):
            b.blob(c, ".05,-.68 .16,-.8 .32,-.86 .44,-.8! .4,-.66 .24,-.66 .12,-.6", WHITE)
            b.blob(c, ".06,-.66 .18,-.76 .32,-.8 .42,-.76! .34,-.7 .2,-.66 .1,-.6", black)
            b.blob(c, ".07,-.55 .16,-.62 .29,-.6 .4,-.66! .34,-.5 .2,-.42 .09,-.46", black)
            b.blob(c, ".1,-.52 .19,-.57 .3,-.54! .2,-.48", WHITE)
            b.circle(c, (0.195, -0.525), 0.033, black)
            b.circle(c, (0.195 - 0.01 * sign, -0.535), 0.01, WHITE)
            b.blob(c, ".08,-.36 .2,-.36 .36,-.46! .34,-.26 .2,-.2 .1,-.24", WHITE)
            b.curve(c, ".12,-.3 .2,-.27 .28,-.32 .25,-.38 .2,-.35", black, 0.018)
            b.curve(c, ".03,-.6 .045,-.44 .08,-.36", black, 0.016)
        b.blob(c, "0,-.98 .05,-.9 .035,-.78 0,-.7", _GOLD, mirrored=True)
        b.circle(c, (0, -0.85), 0.03, ink)
        b.blob(c, "0,-.42 .05,-.38 .06,-.33 0,-.31", shade(ink, 0.75), mirrored=True)
        b.blob(c, "0,-.23 .12,-.25 .2,-.2! .12,-.12 0,-.1", black, mirrored=True)
        b.blob(c, "0,-.2 .1,-.21 .15,-.19! .08,-.15 0,-.145", rgb("#d8323a"), mirrored=True)
    b.fill(c, face, shade(ink, 0.4), 0.8, width=0.012)
    for _ in b.both_sides(c):
        b.circle(c, (0.41, -0.4), 0.035, ball(_GOLD, 1.2))
        for dx in (-0.018, 0.0, 0.018):
            b.curve(c, [(0.41, -0.37), (0.41 + dx, -0.25), (0.41 + dx * 1.6, -0.12)], rgb("#d8323a"), 0.016)


def _chessboard(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A board that one sees from a corner of the table, the men of both sides on it."""
    wood = look.colour or rgb("#8a5430")
    near, far, front, back = 0.98, 0.66, -0.12, -0.74

    def at(column: float, row: float) -> tuple[float, float]:
        share = row / 8
        depth = share * (1.35 - 0.35 * share)
        half = near + (far - near) * depth
        return half * (column / 4 - 1) * 0.93, front - 0.03 + (back - front) * 0.95 * depth

    b.polygon(c, [(-near, front), (near, front), (near, 0.0), (-near, 0.0)], side(shade(wood, 0.75)))
    b.polygon(c, [(-near, front), (near, front), (far, back), (-far, back)], top(wood))
    for row in range(8):
        for column in range(8):
            square = [at(column, row), at(column + 1, row), at(column + 1, row + 1), at(column, row + 1)]
            b.polygon(c, square, rgb("#f0dcb4") if (row + column) % 2 else shade(wood, 0.6))
    men = "rnbqkbnr"
    for row, tone in ((7, "#2e2622"), (6, "#2e2622"), (1, "#f6ead0"), (0, "#f6ead0")):
        for column in range(8):
            x, y = at(column + 0.5, row + 0.4)
            with b.placed(c, (x, y), scale=0.16 * (1.0 - 0.035 * row)):
                _man(c, men[column] if row in (0, 7) else "p", rgb(tone))


def _man(c: skia.Canvas, kind: str, ink: Colour) -> None:
    """One chessman on its foot, about one and a half tall at most."""
    tall = {"p": 0.9, "r": 1.0, "n": 1.15, "b": 1.25, "q": 1.45, "k": 1.55}[kind]
    b.ellipse(c, (0, 0), 0.36, 0.14, side(ink, 1.4))
    b.polygon(c, [(-0.28, -0.05), (-0.13, -0.75 * tall), (0.13, -0.75 * tall), (0.28, -0.05)], side(ink, 1.5))
    if kind == "n":
        b.blob(c, "-.2,-.6! -.24,-1.0 -.02,-1.2 .3,-.98 .28,-.84 .06,-.86 .18,-.6!", side(ink, 1.5))
    elif kind == "r":
        b.rectangle(c, (-0.22, -tall), 0.44, 0.3, side(ink, 1.5))
    else:
        b.circle(c, (0, -0.85 * tall), 0.2, ball(ink, 1.5))
    if kind == "k":
        b.line(c, (0, -tall), (0, -tall - 0.24), ink, 0.08)
        b.line(c, (-0.1, -tall - 0.13), (0.1, -tall - 0.13), ink, 0.08)


def _dancing_lion(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """The lion of the New Year: a great head with mirror and horn, a coat of fringes, two dancers' legs below it."""
    ink = look.colour or rgb("#d8322c")
    trousers = _GOLD
    for x, bend in ((-0.5, -0.05), (-0.32, 0.05), (0.2, -0.05), (0.42, 0.07)):
        b.limb(c, [(x, -0.42), (x + bend, -0.2), (x + bend * 0.4, -0.05)], (0.13, 0.12, 0.1), side(trousers))
        for y in (-0.26, -0.15):
            b.curve(c, [(x - 0.06, y), (x + bend * 0.6, y + 0.04), (x + 0.08, y)], shade(ink, 1.0), 0.035)
        b.blob(c, [(x - 0.08, 0.0), (x - 0.06, -0.07), (x + 0.08, -0.07), (x + 0.13, 0.0)], side(rgb("#2a2430")))
    coat = b.outline("-.72,-.3 -.78,-.52 -.6,-.7 -.2,-.74 .2,-.76 .4,-.5 .3,-.3 -.2,-.24")
    b.fill(c, coat, side(ink, 1.0))
    with b.clipped(c, coat):
        for row in range(6):
            y = -0.7 + 0.09 * row
            for k in range(22):
                x = -0.8 + 0.06 * k + 0.03 * (row % 2)
                b.blob(c, [(x - 0.035, y), (x + 0.035, y), (x + 0.02, y + 0.09), (x, y + 0.115), (x - 0.02, y + 0.09)],
                       side((ink, _GOLD, rgb("#f6efe0"))[row % 3], 0.8))  # fmt: skip
    b.limb(c, [(-0.74, -0.52), (-0.88, -0.7), (-0.8, -0.9)], (0.1, 0.1, 0.16), side(_GOLD))
    for dx in (-0.08, -0.03, 0.03, 0.08):
        b.line(c, (-0.8, -0.88), (-0.8 + dx, -0.98), WHITE, 0.035)
    with b.placed(c, (0.42, -0.56), scale=0.42):
        _lion_head(c, ink)


def _lion_head(c: skia.Canvas, ink: Colour) -> None:
    """About two tall around its own middle, the snout forwards and down."""
    for k in range(26):
        turn = k * 2 * pi / 26
        at = (0.86 * cos(turn), 0.86 * sin(turn))
        b.circle(c, at, 0.16, ball((WHITE, _GOLD)[k % 2], 0.6))
    b.circle(c, (0, 0), 0.84, ball(ink, 1.1))
    b.limb(c, [(0.0, -0.7), (0.05, -0.95), (-0.08, -1.08)], (0.26, 0.16, 0.06), side(_GOLD, 1.2))
    b.circle(c, (0, -0.52), 0.17, _GOLD)
    b.circle(c, (0, -0.52), 0.13, ball(rgb("#dfeaf2"), 1.4))
    for sign in b.both_sides(c):
        b.blob(c, ".6,-.6 .8,-.95 1.02,-.9 .95,-.6 .76,-.44", ball(_GOLD))
        b.ellipse(c, (0.36, -0.16), 0.32, 0.27, WHITE)
        b.ellipse(c, (0.36, -0.16), 0.26, 0.21, rgb("#2f8a5a"))
        b.circle(c, (0.36, -0.14), 0.19, WHITE)
        b.circle(c, (0.36, -0.12), 0.12, rgb("#14120f"))
        b.circle(c, (0.36 - 0.04 * sign, -0.17), 0.04, WHITE)
        b.curve(c, ".1,-.4 .38,-.52 .7,-.34", WHITE, 0.13)
        b.curve(c, ".5,.2 .66,.12 .74,.26 .62,.34", _GOLD, 0.07)
    b.blob(c, "0,.08 .22,.06 .3,.2 .14,.3 0,.3", ball(rgb("#2f8a5a")), mirrored=True)
    b.blob(c, "-.6,.4! 0,.26 .6,.4! .5,.76 0,.9 -.5,.76", rgb("#3a0f14"))
    b.blob(c, "0,.52 .26,.54 .24,.84 0,.92", rgb("#e8646a"), mirrored=True)
    b.curve(c, "-.62,.38 0,.24 .62,.38", WHITE, 0.13)
    for x in (-0.42, -0.2, 0.2, 0.42):
        b.rectangle(c, (x - 0.06, 0.36), 0.12, 0.12, WHITE, round=0.03)
    b.curve(c, "-.54,.74 0,.96 .54,.74", WHITE, 0.15)


def _sprite(
    name: str, draw: Draw, height: float, width: float, place: str, group: str, **attach: tuple[float, float]
) -> Sprite:
    points = {"top": (0.0, -0.97), "head": (0.0, -0.97), "hand": (0.0, -0.4), "seat": (0.0, -0.6)}
    return Sprite(name=name, draw=draw, height=height, width=width, place=place, group=group, attach=points | attach)


SPRITES = (
    _sprite("carton", _carton, 0.2, 1.6, "surface", "object", rim=(0.0, -0.6), top=(0.0, -0.74)),
    _sprite("fishbowl", _fishbowl, 0.2, 1.15, "surface", "object", rim=(0.0, -0.74)),
    _sprite("pumpkin", _pumpkin, 0.17, 1.28, "surface", "object"),
    _sprite("jack_o_lantern", partial(_pumpkin, carved=True), 0.2, 1.28, "surface", "object"),
    _sprite("phone_booth", _phone_booth, 0.56, 0.4, "ground", "object"),
    _sprite("airship", _airship, 0.3, 2.75, "sky", "vehicle", seat=(0.0, -0.2)),
    _sprite("igloo", _igloo, 0.34, 1.64, "ground", "building"),
    _sprite("tree_house", _tree_house, 0.74, 0.94, "ground", "building"),
    _sprite("opera_mask", _opera_mask, 0.3, 0.9, "surface", "object"),
    _sprite("chessboard", _chessboard, 0.16, 1.98, "surface", "object", top=(0.0, -0.5)),
    _sprite("dancing_lion", _dancing_lion, 0.44, 1.75, "ground", "animal"),
)
