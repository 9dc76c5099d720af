"""What Chinese pictures are full of: the dragon, the hall of a palace, boats of the south, sky lanterns."""

from math import cos, pi, sin

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Colour, Point, ball, linear, mix, rgb, shade, side, top
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.building_parts import (
    GOLD,
    WARM,
    column,
    curved_roof,
    eaves,
    panes,
    window,
)
from easel.engines.painter.sprites.flames import BREATHING, breath
from easel.engines.painter.sprites.sprite import Look, Sprite

_BONE = rgb("#f1e4bf")
_VERMILION = rgb("#b3332a")
_MARBLE = rgb("#ddd6c8")


# ------------------------------------------------------------------------------------------------------------ dragon
def _spine(t: float) -> Point:
    """A point of the dragon's body: 0 is the end of the tail, 1 the neck."""
    wave = sin(2 * pi * 1.62 * t + 2.4)
    return -0.92 + 1.34 * t + 0.05 * cos(2 * pi * 1.62 * t), -0.44 + (0.1 + 0.12 * sin(pi * t)) * wave - 0.14 * t**3


def _girth(t: float) -> float:
    return 0.024 + 0.15 * sin(pi * min(0.92, 0.06 + 0.86 * t)) ** 0.8


def _across(t: float) -> tuple[Point, Point]:
    """The point at `t` and the unit vector across the body there, towards the back."""
    (x0, y0), (x1, y1) = _spine(t - 0.004), _spine(t + 0.004)
    reach = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
    return _spine(t), ((y1 - y0) / reach, -(x1 - x0) / reach)


def _along(t: float, share: float) -> Point:
    """A point at `share` of the half girth from the middle of the body: 1 is the back, -1 the belly."""
    (x, y), (nx, ny) = _across(t)
    half = 0.5 * _girth(t) * share
    return x + nx * half, y + ny * half


def _body(c: skia.Canvas, coat: Colour, detail: float) -> None:
    steps = np.linspace(0.0, 1.0, 44)
    fin = mix(coat, rgb("#d8452c"), 0.72)
    teeth = skia.Path()
    for t in np.linspace(0.04, 0.97, 40):
        one, tip, other = _along(t - 0.012, 0.8), _along(t - 0.016, 1.62), _along(t + 0.012, 0.8)
        teeth.addPoly([skia.Point(*one), skia.Point(*tip), skia.Point(*other)], True)
    b.fill(c, teeth, top(fin))
    b.limb(c, [_spine(t) for t in steps], [_girth(t) for t in steps], side(shade(coat, 0.92), 0.8))
    back = [_along(t, 0.3) for t in steps], [_girth(t) * 0.5 for t in steps]
    b.limb(c, *back, shade(coat, 1.16), 0.55)
    belly = [_along(t, -0.62) for t in steps[4:]], [_girth(t) * 0.36 for t in steps[4:]]
    b.limb(c, *belly, mix(coat, _BONE, 0.75), 0.95)
    plates = [(_along(t, -0.98), _along(t, -0.3)) for t in np.linspace(0.14, 0.99, 46)]
    strokes(c, plates, shade(coat, 0.55), 0.006, 0.6)
    if detail > 0.3:
        scales = []
        for k, t in enumerate(np.linspace(0.1, 0.98, 60)):
            for share in (0.0, 0.42, 0.78) if k % 2 else (0.2, 0.6):
                scales.append(
                    (_along(t - 0.006, share - 0.16), _along(t + 0.014, share), _along(t - 0.006, share + 0.16))
                )
        strokes(c, scales, shade(coat, 0.5), 0.006, 0.7)


def _leg(c: skia.Canvas, at: Point, turn: float, coat: Colour, size: float) -> None:
    """A bent leg with a claw of four toes, hanging from the body at `at`."""
    with b.placed(c, at, scale=size, turn=turn):
        b.limb(c, "0,0 .1,.16 -.02,.3", (0.14, 0.1, 0.06), side(shade(coat, 0.86)))
        for k, angle in enumerate((-40, 5, 45, 95)):
            a = angle * pi / 180
            x, y = -0.02 + 0.13 * sin(a), 0.3 + 0.13 * cos(a)
            b.limb(c, [(-0.02, 0.3), (x, y)], (0.05, 0.03), shade(coat, 0.9 + 0.06 * k))
            b.curve(c, [(x, y), (x + 0.03 * sin(a), y + 0.05), (x + 0.06 * sin(a - 0.8), y + 0.07)], _BONE, 0.022)
        flame = mix(coat, rgb("#e8622c"), 0.7)
        b.blob(c, "-.02,.04 -.2,-.02 -.13,.08! -.26,.1 -.1,.16! -.16,.24 .0,.2", flame, 0.95)


def _mane(c: skia.Canvas, coat: Colour) -> None:
    for k, tone in enumerate((0.75, 1.0, 1.2)):
        hair = shade(mix(coat, rgb("#e0502a"), 0.78), tone)
        for j in range(4):
            high = -0.16 + 0.1 * j + 0.03 * k
            long = 0.46 - 0.05 * k - 0.03 * j
            b.blob(
                c,
                [
                    (-0.02, high - 0.05),
                    (-0.5 * long, high - 0.09),
                    (-long, high + 0.02 + 0.05 * j),
                    (-0.55 * long, high),
                    (-0.02, high + 0.06),
                ],
                hair,
            )  # fmt: skip


def _head(c: skia.Canvas, coat: Colour) -> None:
    """The head in profile, about one unit long, the neck behind it at the origin."""
    _mane(c, coat)
    for tone, shift in ((0.72, -0.05), (1.0, 0.0)):
        horn = side(shade(_BONE, tone))
        b.limb(c, [(0.02 + shift, -0.2), (-0.14 + shift, -0.38), (-0.34 + shift, -0.44), (-0.5 + shift, -0.58)],
               (0.08, 0.06, 0.045, 0.012), horn)  # fmt: skip
        b.limb(c, [(-0.16 + shift, -0.38), (-0.14 + shift, -0.54), (-0.2 + shift, -0.64)], (0.045, 0.03, 0.01), horn)
    b.blob(c, ".06,.16 .3,.2 .56,.26 .68,.18! .6,.3 .4,.36 .14,.32 -.04,.24", shade(coat, 0.72))
    b.blob(c, ".2,.12 .42,.13 .64,.16! .5,.23 .28,.22", rgb("#8a2420"))
    b.curve(c, ".26,.19 .44,.2 .58,.15", rgb("#e8646a"), 0.04)
    b.blob(
        c,
        "-.1,.06 -.06,-.16 .1,-.26 .24,-.2 .36,-.1 .5,-.12 .62,-.2 .76,-.14 .8,.0 .72,.1 .54,.12 .36,.1 .2,.2 .02,.24",
        ball(coat, 0.9),
    )
    for x, low in ((0.7, 0.2), (0.58, 0.18), (0.46, 0.16), (0.36, 0.15)):
        b.polygon(c, [(x - 0.025, 0.09), (x + 0.025, 0.09), (x, low)], WHITE)
    b.blob(c, ".6,-.16 .68,-.26 .78,-.2 .76,-.12", shade(coat, 1.1))
    b.ellipse(c, (0.72, -0.1), 0.03, 0.02, shade(coat, 0.25))
    b.ellipse(c, (0.2, -0.1), 0.1, 0.085, WHITE)
    b.ellipse(c, (0.22, -0.09), 0.052, 0.058, rgb("#d88a1c"))
    b.circle(c, (0.225, -0.088), 0.03, (0.04, 0.03, 0.03))
    b.circle(c, (0.205, -0.11), 0.014, WHITE)
    b.blob(c, ".06,-.16 .18,-.26 .34,-.2 .38,-.14 .24,-.19 .1,-.14", mix(coat, rgb("#d8452c"), 0.8))
    b.blob(c, "-.04,.0 -.2,-.1 -.26,-.02! -.18,.04 -.24,.12! -.08,.12", shade(coat, 0.86))
    for text in ("-.04,.22 -.02,.4 -.14,.52 -.1,.34", ".12,.3 .14,.48 .02,.6 .02,.42", ".3,.32 .34,.5 .22,.6 .2,.44"):
        b.blob(c, text, mix(coat, _BONE, 0.7))
    for text in (".72,-.04 .96,.04 1.02,.26 .9,.42 1.06,.5", ".68,.02 .88,.16 .82,.36 .94,.46"):
        b.curve(c, text, mix(coat, _BONE, 0.55), 0.028)


def _chinese_dragon(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    coat = look.colour or rgb("#d99a26")
    for t in (0.36, 0.78):
        _leg(c, _along(t, -0.5), -34, shade(coat, 0.72), 0.56)
    _body(c, coat, look.detail)
    for t, turn in ((0.3, 14), (0.7, 22)):
        _leg(c, _along(t, -0.35), turn, coat, 0.62)
    tail = mix(coat, rgb("#e0502a"), 0.75)
    x, y = _spine(0.0)
    for text in ("0,0 -.1,-.1 -.24,-.14 -.13,-.02", "0,0 -.14,.0 -.26,.08 -.1,.06", "0,0 -.06,-.14 -.12,-.26 -.0,-.12"):
        with b.placed(c, (x, y), scale=0.62):
            b.blob(c, text, tail)
    x, y = _spine(1.0)
    with b.placed(c, (x - 0.02, y - 0.04), scale=0.46, turn=-8):
        _head(c, coat)
        if look.traits.get("pose") == BREATHING:
            with b.placed(c, (0.64, 0.16), scale=1.3, turn=14):
                breath(c)


# -------------------------------------------------------------------------------------------------------- buildings
def _terrace(c: skia.Canvas, half: float, y: float, tall: float) -> None:
    """One step of a marble terrace with its balustrade."""
    b.rectangle(c, (-half, y - tall), 2 * half, tall, linear((0, y - tall), (0, y), (_MARBLE, shade(_MARBLE, 0.74))))
    posts = [((x, y - tall), (x, y - tall - 0.034)) for x in np.linspace(-half, half, int(half * 34))]
    strokes(c, posts, shade(_MARBLE, 1.04), 0.01)
    b.line(c, (-half, y - tall - 0.034), (half, y - tall - 0.034), shade(_MARBLE, 1.08), 0.012)


def _hall_roof(c: skia.Canvas, y: float, half: float, tall: float, look: Look) -> None:
    curved_roof(c, 0.0, y, half, tall, rgb("#d9982c"), look)
    beasts = [((s * half * (0.86 + 0.04 * k), y - tall * 0.2), (s * half * (0.86 + 0.04 * k), y - tall * 0.34))
              for s in (-1, 1) for k in range(3)]  # fmt: skip
    strokes(c, beasts, shade(rgb("#d9982c"), 0.62), 0.012)


def _palace(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A great hall with two golden roofs and red columns, on a marble terrace."""
    paint = look.colour or _VERMILION
    for half, y, tall in ((1.32, 0.0, 0.085), (1.2, -0.085, 0.08), (1.1, -0.165, 0.075)):
        _terrace(c, half, y, tall)
    b.polygon(c, "-.16,-.24 .16,-.24 .26,.0 -.26,.0", linear((0, -0.24), (0, 0), (shade(_MARBLE, 1.05), _MARBLE)))
    steps = np.linspace(0.1, 0.9, 9)
    treads = [((-0.16 - 0.1 * t, -0.24 + 0.24 * t), (0.16 + 0.1 * t, -0.24 + 0.24 * t)) for t in steps]
    strokes(c, treads, shade(_MARBLE, 0.72), 0.007, 0.8)
    b.rectangle(c, (-0.86, -0.53), 1.72, 0.29, side(shade(paint, 0.62)))
    for k in range(9):
        x = -0.72 + 0.18 * k
        ink = panes(look.lit, (x - 0.06, -0.49), 0.12, 0.25) if look.lit else rgb("#8a3a22")
        b.rectangle(c, (x - 0.06, -0.49), 0.12, 0.25, ink)
        grid = [((x - 0.06 + 0.03 * j, -0.49), (x - 0.06 + 0.03 * j, -0.34)) for j in range(5)]
        grid += [((x - 0.06, -0.49 + 0.03 * j), (x + 0.06, -0.49 + 0.03 * j)) for j in range(6)]
        strokes(c, grid, GOLD if not look.lit else shade(paint, 0.7), 0.005, 0.8)
    for x in np.linspace(-0.82, 0.82, 10):
        column(c, float(x), -0.24, 0.31, 0.042, paint)
    eaves(c, -0.56, 0.9)
    _hall_roof(c, -0.57, 1.14, 0.13, look)
    b.rectangle(c, (-0.68, -0.735), 1.36, 0.06, side(shade(paint, 0.8)))
    eaves(c, -0.75, 0.72)
    _hall_roof(c, -0.76, 0.96, 0.23, look)
    b.rectangle(c, (-0.075, -0.745), 0.15, 0.085, rgb("#1f3f7a"), round=0.008)
    strokes(c, [((-0.03, -0.72), (-0.03, -0.685)), ((0.03, -0.72), (0.03, -0.685))], GOLD, 0.026)
    if look.lit:
        b.glow(c, (0, -0.4), 0.9, WARM, 0.4)


def _courtyard_house(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A house of the Chinese kind: white walls, grey tiles, a red gate under a roof of its own, lanterns beside it."""
    walls, tiles = look.colour or rgb("#efe9dd"), rgb("#59636b")
    b.rectangle(c, (-1.0, -0.56), 2.0, 0.56, side(walls, 0.6))
    b.rectangle(c, (-1.0, -0.1), 2.0, 0.1, side(rgb("#8f8d8a")))
    for x in (-0.86, -0.56, 0.36, 0.66):
        window(c, (x, -0.42), 0.2, 0.2, look, frame=rgb("#6a3a2c"), bars=(4, 4))
    curved_roof(c, 0.0, -0.55, 1.12, 0.26, tiles, look)
    b.rectangle(c, (-0.3, -0.66), 0.6, 0.66, side(shade(walls, 0.94), 0.6))
    curved_roof(c, 0.0, -0.67, 0.46, 0.28, tiles, look)
    b.rectangle(c, (-0.19, -0.46), 0.38, 0.46, side(rgb("#7d2a22")))
    for sign in (-1, 1):
        b.rectangle(c, (-0.17 + 0.085 * (1 + sign), -0.44), 0.165, 0.44, side(_VERMILION, 0.8))
        for x, y in ((0.05, -0.34), (0.05, -0.26), (0.12, -0.34), (0.12, -0.26)):
            b.circle(c, (sign * x, y), 0.013, GOLD)
        b.circle(c, (sign * 0.03, -0.2), 0.022, GOLD, width=0.008)
        column(c, sign * 0.25, 0.0, 0.6, 0.05, _VERMILION)
        if look.lit:
            b.glow(c, (sign * 0.37, -0.46), 0.2, rgb("#ff8a4a"), 0.6)
        b.ellipse(c, (sign * 0.37, -0.46), 0.062, 0.07, ball(rgb("#ff6a3a") if look.lit else rgb("#d8382c")))
        b.rectangle(c, (sign * 0.37 - 0.03, -0.545), 0.06, 0.018, GOLD)
        b.rectangle(c, (sign * 0.37 - 0.03, -0.398), 0.06, 0.018, GOLD)
    b.rectangle(c, (-0.15, -0.57), 0.3, 0.09, side(rgb("#26344f")))
    b.rectangle(c, (-0.34, -0.03), 0.68, 0.03, top(_MARBLE))


# ------------------------------------------------------------------------------------------------------------- boats
def _sampan(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A slender boat with an arched awning of black mats, and an oar at the stern."""
    wood = look.colour or rgb("#6a4a30")
    b.line(c, (-0.95, -0.72), (-1.42, -0.02), rgb("#8a6a44"), 0.035)
    b.blob(c, "-1.4,-.42! -1.0,-.24 .0,-.17 1.0,-.24 1.44,-.46! 1.2,-.1 .7,.0 -.7,.0 -1.2,-.1", top(wood, 1.2))
    b.curve(c, "-1.38,-.41 -1.0,-.235 .0,-.165 1.0,-.235 1.42,-.45", shade(wood, 1.5), 0.035)
    hood = b.outline("-.62,-.2! -.62,-.62 -.42,-.86 .1,-.9 .5,-.84 .66,-.6 .66,-.2!")
    b.fill(c, hood, linear((-0.4, -0.9), (0.3, -0.2), (rgb("#5c5750"), rgb("#3a3733"), rgb("#24221f"))))
    with b.clipped(c, hood):
        ribs = [((x, -0.18), (x - 0.04, -0.6), (x, -0.95)) for x in np.linspace(-0.62, 0.66, 9)]
        strokes(c, ribs, rgb("#8a7a5c"), 0.02, 0.8)
        weave = [((-0.7, y), (0.7, y)) for y in np.linspace(-0.86, -0.26, 9)]
        strokes(c, weave, rgb("#1c1a18"), 0.01, 0.6)
        b.blob(c, ".4,-.18 .4,-.6 .5,-.74 .62,-.6 .62,-.18", rgb("#191614"))
    if look.lit:
        b.circle(c, (0.52, -0.52), 0.06, WARM)
        b.glow(c, (0.52, -0.5), 0.3, WARM, 0.8)


def _bamboo_raft(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """Poles tied side by side, curled up at the bow; a pole to punt with, a basket and a lamp."""
    cane = look.colour or rgb("#b9a45a")
    for k in range(6):
        y = -0.3 + 0.055 * k
        bend = [(-1.5 + 0.02 * k, y), (-0.6, y + 0.03), (0.8, y + 0.03), (1.3, y - 0.06), (1.62, y - 0.3)]
        tone = shade(cane, 1.1 - 0.09 * k)
        b.curve(c, bend, shade(tone, 0.62), 0.085)
        b.curve(c, [(x, yy - 0.012) for x, yy in bend], tone, 0.06)
        knots = [((x, y + 0.0), (x, y + 0.05)) for x in np.linspace(-1.3, 1.0, 9) + 0.05 * (k % 2)]
        strokes(c, knots, shade(tone, 0.6), 0.014)
    for x in (-1.1, -0.1, 0.9):
        b.line(c, (x, -0.35), (x + 0.03, 0.04), rgb("#6a4a2c"), 0.035)
    b.line(c, (-0.86, -0.95), (-1.36, 0.05), rgb("#a8924a"), 0.035)
    b.blob(c, "-.5,-.5! -.16,-.5! -.22,-.22 -.44,-.22", side(rgb("#a8783c"), 1.0))
    b.ellipse(c, (-0.33, -0.5), 0.17, 0.05, rgb("#5f4020"))
    b.line(c, (0.62, -0.28), (0.62, -0.66), rgb("#6a4a2c"), 0.025)
    b.circle(c, (0.62, -0.62), 0.075, ball(WARM if look.lit else rgb("#d9503a")))
    if look.lit:
        b.glow(c, (0.62, -0.62), 0.3, WARM, 0.8)


def _dragon_boat(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A racing boat with a dragon's head and tail, a drummer, and six who paddle."""
    coat = look.colour or rgb("#c8362a")
    shirt = rgb("#f2c23a")
    for k in range(6):
        x = -1.02 + 0.36 * k
        tone = shade(shirt, 0.92 + 0.05 * (k % 2))
        b.blob(
            c, [(x - 0.1, -0.24), (x - 0.09, -0.46), (x + 0.06, -0.55), (x + 0.14, -0.44), (x + 0.1, -0.24)], side(tone)
        )
        b.circle(c, (x + 0.1, -0.63), 0.075, ball(rgb("#e0a878")))
        b.blob(c, [(x + 0.02, -0.64), (x + 0.06, -0.71), (x + 0.15, -0.7), (x + 0.13, -0.65)], rgb("#2a201c"))
        b.limb(c, [(x + 0.06, -0.47), (x + 0.2, -0.4), (x + 0.27, -0.34)], (0.06, 0.05, 0.04), rgb("#e0a878"))
        b.line(c, (x + 0.22, -0.52), (x + 0.34, -0.02), rgb("#8a5a30"), 0.026)
        b.limb(c, [(x + 0.32, -0.1), (x + 0.36, 0.02)], (0.05, 0.07), rgb("#b07a44"))
    b.rectangle(c, (1.16, -0.52), 0.2, 0.22, side(rgb("#b02a24")), round=0.03)
    b.ellipse(c, (1.26, -0.52), 0.1, 0.03, rgb("#f4e6c6"))
    b.blob(c, "-1.72,-.5! -1.3,-.26 .0,-.22 1.3,-.26 1.62,-.44! 1.5,-.12 1.1,.0 -1.1,.0 -1.5,-.1", top(coat, 1.1))
    b.curve(c, "-1.7,-.48 -1.3,-.25 .0,-.21 1.3,-.25 1.6,-.42", GOLD, 0.035)
    scales = [((x, -0.15), (x + 0.05, -0.07), (x + 0.1, -0.15)) for x in np.linspace(-1.3, 1.2, 26)]
    strokes(c, scales, shade(GOLD, 1.1), 0.014, 0.9)
    b.blob(c, "-1.7,-.46 -1.9,-.7 -1.84,-.92! -1.74,-.76 -1.62,-.9! -1.62,-.66 -1.5,-.4", shade(coat, 0.9))
    b.limb(c, "1.5,-.3 1.66,-.46 1.68,-.62", (0.26, 0.22, 0.2), side(coat))
    with b.placed(c, (1.64, -0.7), scale=0.48):
        _head(c, mix(coat, rgb("#f0b03a"), 0.25))


# ---------------------------------------------------------------------------------------------------------- lanterns
def _sky_lantern(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A paper lantern carried by the flame below it."""
    paper = look.colour or rgb("#f2a04a")
    b.glow(c, (0, -0.5), 0.62, rgb("#ff9a3c"), 0.6 if look.lit else 0.25)
    shape = b.outline("-.28,-.04! -.36,-.5 -.32,-.86 -.16,-.99 .16,-.99 .32,-.86 .36,-.5 .28,-.04!")
    hot = (mix(paper, rgb("#fff2c0"), 0.85), mix(paper, rgb("#ffcf6a"), 0.5), paper, shade(paper, 0.72))
    b.fill(c, shape, b.radial((0, -0.12), 0.95, hot, (0, 0.3, 0.66, 1)))
    with b.clipped(c, shape):
        seams = [((x, 0.0), (x * 1.5, -0.5), (x * 0.8, -1.0)) for x in (-0.16, 0.0, 0.16)]
        strokes(c, seams, shade(paper, 0.66), 0.012, 0.5)
    b.ellipse(c, (0, -0.045), 0.28, 0.035, shade(paper, 0.5))
    b.ellipse(c, (0, -0.05), 0.1, 0.04, rgb("#fff6d0"))


SPRITES = (
    Sprite(
        name="chinese_dragon", draw=_chinese_dragon, height=0.46, width=1.95, place="sky", group="animal",
        attach={"seat": (0.1, -0.6), "head": (0.5, -0.95), "top": (0.0, -0.7), "face": (0.6, -0.75)},
    ),
    Sprite(
        name="palace", draw=_palace, height=0.4, width=2.65, group="building",
        attach={"top": (0.0, -0.98), "head": (0.0, -0.98), "seat": (0.0, -0.6), "hand": (0.8, -0.3)},
    ),
    Sprite(
        name="courtyard_house", draw=_courtyard_house, height=0.34, width=2.2, group="building",
        attach={"top": (0.0, -0.93), "head": (0.0, -0.95), "seat": (0.0, -0.9), "hand": (0.6, -0.4)},
    ),
    Sprite(
        name="sampan", draw=_sampan, height=0.13, width=2.9, place="water", group="vehicle",
        attach={"seat": (0.95, -0.3), "top": (0.0, -0.85)},
    ),
    Sprite(
        name="bamboo_raft", draw=_bamboo_raft, height=0.11, width=3.3, place="water", group="vehicle",
        attach={"seat": (0.15, -0.2), "top": (0.0, -0.25)},
    ),
    Sprite(
        name="dragon_boat", draw=_dragon_boat, height=0.24, width=3.9, place="water", group="vehicle",
        attach={"seat": (-0.4, -0.3), "top": (0.0, -0.4)},
    ),
    Sprite(
        name="sky_lantern", draw=_sky_lantern, height=0.14, width=0.75, place="sky",
        attach={"top": (0.0, -0.98), "hand": (0.0, -0.02)},
    ),
)  # fmt: skip
