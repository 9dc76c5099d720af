"""Animals of the sea, and frogs, turtles and snakes."""

from dataclasses import replace
from math import cos, pi, sin

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Colour, ball, linear, mix, rgb, shade, side, top
from easel.engines.painter.sprites import animal_parts as parts
from easel.engines.painter.sprites.sprite import Draw, Look, Sprite


def _under(colour: Colour, share: float = 0.8) -> Colour:
    return mix(colour, rgb("#fdf7ea"), share)


def _two_tone(y0: float, y1: float, back: Colour, belly: Colour, split: float = 0.55) -> skia.Shader:
    """Dark back, pale belly: how things of the sea are coloured."""
    return linear(
        (0, y0),
        (0, y1),
        (shade(back, 1.15), shade(back, 0.85), belly, shade(belly, 0.86)),
        (0, split - 0.12, split + 0.06, 1),
    )


def _fish(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    coat = look.colour or rgb("#f5832a")
    fin = linear((-0.9, 0), (0.2, 0), (shade(coat, 1.25), shade(coat, 0.75)))
    b.blob(c, "-.50,-.50 -.74,-.72 -1.0,-.86! -.90,-.52 -1.0,-.14! -.74,-.30", fin)
    b.blob(c, "-.34,-.74! -.2,-.98 .16,-.96! .40,-.72!", fin)
    b.blob(c, "-.10,-.20! -.20,-.02! .16,-.12 .2,-.22!", fin)
    body = b.outline(".88,-.50 .72,-.72 .34,-.84 -.10,-.78 -.54,-.52 -.10,-.22 .34,-.16 .72,-.28")
    b.fill(c, body, ball(coat, 0.9))
    with b.clipped(c, body):
        for x, wide in ((0.42, 0.11), (-0.06, 0.12), (-0.42, 0.07)):
            b.curve(c, [(x, -0.95), (x + 0.06, -0.5), (x, -0.05)], shade(coat, 0.25), wide + 0.05, 0.7)
            b.curve(c, [(x, -0.95), (x + 0.06, -0.5), (x, -0.05)], rgb("#fff9ee"), wide)
        b.ellipse(c, (0.1, -0.2), 0.7, 0.12, WHITE, 0.25)
        scales = [
            ((x - 0.045, y - 0.05), (x - 0.085, y), (x - 0.045, y + 0.05))
            for x in np.arange(-0.3, 0.4, 0.11)
            for y in np.arange(-0.75, -0.2, 0.11)
        ]
        parts.strokes(c, scales, shade(coat, 0.66), 0.008, 0.4)
    b.blob(c, ".14,-.46 -.08,-.54 -.24,-.44! -.14,-.36 -.20,-.28! .10,-.36", fin)
    b.circle(c, (0.62, -0.56), 0.095, WHITE)
    parts.bead_eye(c, (0.645, -0.555), 0.062)
    b.curve(c, ".86,-.46 .80,-.41 .73,-.41", shade(coat, 0.4), 0.022)


def _koi(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A koi from above, bending."""
    patch = look.colour or rgb("#e8502a")
    base = rgb("#fbf6ee")
    veil = linear((-0.9, -0.2), (0, -0.6), ((1, 0.97, 0.93, 0.5), (1, 0.95, 0.9, 0.95)))
    b.blob(c, "-.58,-.30 -.80,-.36 -1.1,-.62! -1.02,-.30 -1.12,-.02! -.82,-.12", veil)
    for text in (
        ".34,-.62 .26,-.86 .06,-1.0! .08,-.78 .16,-.62",
        ".42,-.30 .38,-.10 .2,.0! .18,-.18 .28,-.34",
        "-.22,-.52 -.34,-.70 -.46,-.74! -.40,-.52",
    ):
        b.blob(c, text, veil)
    body = b.outline(
        ".92,-.58 .82,-.70 .58,-.72 .2,-.64 -.2,-.50 -.54,-.36 -.62,-.28 -.50,-.22 -.14,-.26 .26,-.30 .62,-.38 .84,-.48"
    )
    b.fill(c, body, ball(base, 0.6))
    with b.clipped(c, body):
        for text in (
            ".92,-.62 .70,-.80 .52,-.62 .62,-.44 .84,-.46",
            ".42,-.76 .10,-.72 -.02,-.50 .16,-.36 .38,-.46 .34,-.60",
            "-.2,-.58 -.40,-.50 -.54,-.30 -.36,-.24 -.16,-.38",
        ):
            b.blob(c, text, patch, 0.96)
        scales = [
            (
                (x - 0.03, -0.62 + 0.27 * (0.9 - x) + k),
                (x - 0.06, -0.585 + 0.27 * (0.9 - x) + k),
                (x - 0.03, -0.55 + 0.27 * (0.9 - x) + k),
            )
            for x in np.arange(-0.5, 0.6, 0.08)
            for k in (-0.13, -0.06, 0.01, 0.08)
        ]
        parts.strokes(c, scales, rgb("#8a5a48"), 0.006, 0.28)
        b.curve(c, ".8,-.62 .3,-.56 -.2,-.42 -.6,-.28", WHITE, 0.04, 0.45)
    for x, y in ((0.78, -0.655), (0.80, -0.50)):
        parts.bead_eye(c, (x, y), 0.026)
    parts.strokes(
        c,
        [((0.90, -0.62), (1.0, -0.66), (1.0, -0.73)), ((0.91, -0.54), (1.02, -0.5), (1.03, -0.44))],
        rgb("#d8c0a8"),
        0.014,
    )


def _whale(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    coat = look.colour or rgb("#3f7fb5")
    b.blob(
        c,
        "-.74,-.42 -.96,-.62 -1.22,-.98! -.94,-.90 -.82,-.80! -.74,-.96 -.52,-1! -.58,-.70 -.56,-.46",
        side(shade(coat, 0.9)),
    )
    body = b.outline(
        "-.84,-.52! -.62,-.44 -.42,-.56 .0,-.72 .48,-.72 .86,-.54 .98,-.30 .88,-.08 .5,-.01 .0,-.02 -.42,-.14 -.70,-.34"
    )
    b.fill(c, body, ball(coat))
    with b.clipped(c, body):
        b.blob(c, "1.0,-.28 .6,-.20 .1,-.22 -.4,-.18 -.4,.1 1.0,.1", _under(coat, 0.82))
        grooves = [
            ((0.96 - 0.02 * k, -0.2 + 0.045 * k), (0.5, -0.14 + 0.04 * k), (0.0, -0.16 + 0.05 * k)) for k in range(5)
        ]
        parts.strokes(c, grooves, shade(coat, 0.85), 0.01, 0.7)
    b.curve(c, ".97,-.29 .74,-.26 .56,-.30", shade(coat, 0.4), 0.018)
    b.blob(c, ".24,-.16 .12,.0! -.10,.06! -.02,-.10", side(shade(coat, 0.82)))
    parts.bead_eye(c, (0.60, -0.38), 0.035)
    spray = [
        ((0.34, -0.73), (0.34, -0.92), (0.34 + dx, -0.98 + abs(dx) * 0.5)) for dx in (-0.22, -0.12, 0.0, 0.12, 0.22)
    ]
    if look.traits.get("at") != "depth":
        parts.strokes(c, spray, rgb("#d9f0fb"), 0.03, 0.9)


def _dolphin(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    coat = look.colour or rgb("#5b8fb5")
    b.blob(c, "-.72,-.30 -.90,-.28 -1.12,-.38! -1.04,-.20 -1.08,.0! -.90,-.08 -.66,-.2", side(shade(coat, 0.85)))
    b.blob(c, "-.10,-.76! -.22,-.98 -.40,-1.0! -.34,-.82 -.42,-.66!", side(shade(coat, 0.85)))
    body = b.outline(
        "1.12,-.44! .92,-.53 .80,-.62 .52,-.78 .08,-.82 -.36,-.68 -.74,-.34! -.76,-.24! -.36,-.38 .1,-.42"
        " .5,-.38 .80,-.36 .96,-.39"
    )
    b.fill(c, body, _two_tone(-0.82, -0.34, coat, _under(coat, 0.85), 0.66))
    b.blob(c, ".26,-.44 .14,-.2 -.04,-.12! .02,-.30 .06,-.46", side(shade(coat, 0.75)))
    b.curve(c, "1.11,-.43 .94,-.44 .80,-.48", shade(coat, 0.4), 0.014)
    parts.bead_eye(c, (0.72, -0.55), 0.026)
    b.curve(c, ".74,-.62 .3,-.76 -.1,-.74", WHITE, 0.03, 0.4)


def _shark(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    coat = look.colour or rgb("#6a7f92")
    b.blob(c, "-.82,-.46 -1.0,-.62 -1.2,-.96! -1.0,-.86 -.78,-.58!", side(shade(coat, 0.85)))
    b.blob(c, "-.82,-.44 -1.0,-.32 -1.14,-.12! -.94,-.22 -.76,-.38!", side(shade(coat, 0.75)))
    b.blob(c, ".16,-.66! .04,-.90 -.14,-1.0! -.14,-.82 -.22,-.64!", side(shade(coat, 0.85)))
    body = b.outline(
        "1.16,-.52! .82,-.66 .40,-.74 -.1,-.70 -.60,-.56 -.9,-.46! -.6,-.36 -.1,-.26 .40,-.24 .74,-.32 .92,-.42!"
    )
    b.fill(c, body, _two_tone(-0.74, -0.24, coat, _under(coat, 0.9), 0.6))
    b.blob(c, ".36,-.34 .20,-.10 .0,.0! .06,-.2 .08,-.34", side(shade(coat, 0.72)))
    parts.strokes(
        c, [((x, -0.56), (x - 0.03, -0.48), (x, -0.40)) for x in (0.34, 0.40, 0.46, 0.52)], shade(coat, 0.45), 0.014
    )
    b.polygon(c, ".98,-.43 .70,-.38 .80,-.33 .92,-.37", rgb("#5a2228"))
    teeth = [
        (0.95, -0.425),
        (0.92, -0.385),
        (0.89, -0.415),
        (0.86, -0.37),
        (0.83, -0.405),
        (0.80, -0.36),
        (0.77, -0.395),
        (0.74, -0.385),
    ]
    b.polygon(c, teeth, WHITE)
    parts.bead_eye(c, (0.82, -0.55), 0.03)


def _octopus(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    coat = look.colour or rgb("#d8618a")
    arms = (
        ".06,-.40 .30,-.34 .56,-.42 .62,-.58 .52,-.62",
        ".08,-.38 .34,-.22 .64,-.24 .74,-.38 .66,-.44",
        ".06,-.36 .26,-.10 .52,-.04 .66,-.12 .60,-.2",
        ".03,-.36 .10,-.12 .22,-.02 .36,-.03 .38,-.10",
    )
    for k, text in enumerate(arms):
        for sign in b.both_sides(c):
            tone = shade(coat, (0.72, 0.82, 0.92, 1.0)[k] * (1.05 if sign < 0 else 0.9))
            b.limb(c, text, (0.17, 0.14, 0.105, 0.07, 0.035), top(tone, 1.0))
            for x, y in b.points(text)[1:4]:
                b.circle(c, (x, y + 0.03), 0.018, shade(coat, 1.4), 0.8)
    b.blob(c, "0,-1 .26,-.94 .37,-.72 .30,-.50 .18,-.34 0,-.30", ball(coat), mirrored=True)
    for x, y, r in ((-0.14, -0.88, 0.05), (0.06, -0.92, 0.035), (-0.02, -0.80, 0.028), (0.2, -0.82, 0.03)):
        b.ellipse(c, (x, y), r, r * 0.8, shade(coat, 1.35), 0.55)
    for sign in b.both_sides(c):
        with b.placed(c, (0.125, -0.54), scale=(float(sign), 1.0)):
            b.circle(c, (0, 0), 0.088, WHITE)
            parts.eye(c, (0, 0.005), 0.06, rgb("#4a2a5a"))
        b.ellipse(c, (0.22, -0.44), 0.045, 0.025, rgb("#ff8a8a"), 0.6)
    b.curve(c, "-.06,-.42 .0,-.385 .06,-.42", shade(coat, 0.4), 0.018)


def _turtle(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    coat = look.colour or rgb("#5f9a4f")
    skin = mix(coat, rgb("#c8c070"), 0.35)
    for text, tone in (
        ("-.44,-.26 -.70,-.10 -.62,-.02 -.36,-.10", 0.9),
        (".30,-.26 .44,-.08 .34,.0 .14,-.08", 0.95),
        ("-.7,-.24 -.95,-.16! -.7,-.14", 0.85),
    ):
        b.blob(c, text, side(shade(skin, tone)))
    b.limb(c, ".5,-.30 .76,-.46 .86,-.58", (0.2, 0.17, 0.17), side(skin, 0.6))
    b.ellipse(c, (0.90, -0.64), 0.165, 0.14, ball(skin))
    shell = b.outline("-.82,-.24! -.68,-.62 -.34,-.90 .0,-.98 .34,-.88 .60,-.60 .70,-.24! .0,-.12")
    b.fill(c, shell, ball(shade(coat, 0.85)))
    with b.clipped(c, shell):
        hexes = []
        for x, y, r in (
            (-0.06, -0.62, 0.2),
            (-0.42, -0.52, 0.18),
            (0.3, -0.52, 0.18),
            (-0.24, -0.88, 0.15),
            (0.12, -0.88, 0.15),
            (-0.66, -0.36, 0.13),
            (0.54, -0.36, 0.13),
            (-0.08, -0.30, 0.14),
            (-0.34, -0.26, 0.1),
            (0.22, -0.28, 0.12),
        ):
            hexes = [(x + cos(k * pi / 3) * r * 0.88, y + sin(k * pi / 3) * r * 0.85) for k in range(6)]
            b.polygon(c, hexes, ball(shade(mix(coat, rgb("#c8b860"), 0.12), 1.05), 0.8))
    b.curve(c, "-.82,-.23 .0,-.11 .70,-.23", shade(mix(coat, rgb("#d8c878"), 0.5), 1.05), 0.07)
    parts.bead_eye(c, (0.95, -0.68), 0.034)
    b.curve(c, "1.04,-.60 .96,-.56 .88,-.57", shade(skin, 0.45), 0.015)


def _frog(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    coat = look.colour or rgb("#5fb344")
    for sign in b.both_sides(c):
        tone = 1.0 if sign < 0 else 0.82
        b.blob(c, ".22,-.34 .48,-.46 .60,-.30 .54,-.10 .34,-.04", ball(shade(coat, tone)))
        b.blob(c, ".30,-.04 .56,-.10 .70,-.02 .56,.0 .40,.0", top(shade(coat, tone * 0.9)))
    b.blob(c, "0,-.60 .28,-.54 .38,-.32 .34,-.10 .2,-.02 0,-.01", ball(coat), mirrored=True)
    b.blob(c, "0,-.46 .2,-.40 .25,-.22 .18,-.05 0,-.03", _under(coat, 0.72), mirrored=True)
    for sign in b.both_sides(c):
        b.limb(c, ".24,-.34 .24,-.16 .2,-.03", (0.12, 0.09, 0.075), side(shade(coat, 1.02 if sign < 0 else 0.85), 0.7))
        for toe in (0.13, 0.2, 0.27):
            b.ellipse(c, (toe, -0.015), 0.036, 0.024, shade(coat, 0.95))
        b.circle(c, (0.225, -0.86), 0.135, ball(coat))
    b.blob(c, "0,-.86 .24,-.82 .40,-.66 .36,-.50 .18,-.42 0,-.41", ball(coat), mirrored=True)
    for sign in b.both_sides(c):
        with b.placed(c, (0.225, -0.865), scale=(float(sign), 1.0)):
            parts.eye(c, (0, 0), 0.09, rgb("#e8b52a"))
        b.ellipse(c, (0.28, -0.56), 0.05, 0.03, rgb("#ff8a7a"), 0.5)
        b.ellipse(c, (0.03, -0.70), 0.01, 0.014, shade(coat, 0.4))
    b.curve(c, "-.27,-.60 -.14,-.52 .0,-.505 .14,-.52 .27,-.60", shade(coat, 0.35), 0.02)


def _snake(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    coat = look.colour or rgb("#6da043")
    for y, half, tone in ((-0.10, 0.62, 0.78), (-0.27, 0.50, 0.9), (-0.42, 0.37, 1.0)):
        b.ellipse(c, (0, y), half, 0.125, top(shade(coat, tone), 1.1))
        marks = [
            ((half * cos(a) * 0.98, y + 0.1 * sin(a)), (half * cos(a) * 0.98 + 0.02, y + 0.1 * sin(a) - 0.06))
            for a in np.linspace(0.3, pi - 0.3, 9)
        ]
        parts.strokes(c, marks, shade(coat, 0.55), 0.034, 0.8)
    b.limb(c, ".16,-.46 .26,-.58 .10,-.68 .0,-.76 .06,-.88", (0.17, 0.16, 0.14, 0.13, 0.14), side(coat, 1.0))
    b.curve(c, ".13,-.50 .2,-.58 .05,-.67 -.04,-.76", _under(coat, 0.6), 0.035, 0.8)
    b.blob(c, "-.05,-.96 .10,-1 .28,-.93 .38,-.85 .28,-.79 .06,-.80 -.06,-.87", ball(coat))
    parts.strokes(
        c,
        [((0.37, -0.85), (0.47, -0.84)), ((0.47, -0.84), (0.53, -0.87)), ((0.47, -0.84), (0.53, -0.81))],
        rgb("#d8322c"),
        0.014,
    )
    b.circle(c, (0.16, -0.925), 0.042, rgb("#f2d64a"))
    b.ellipse(c, (0.165, -0.925), 0.013, 0.036, (0.05, 0.04, 0.04))
    b.limb(c, "-.5,-.12 -.68,-.08 -.80,-.16", (0.1, 0.07, 0.02), top(shade(coat, 0.8)))


def _splash(c: skia.Canvas, wide: float) -> None:
    """Water that is thrown up where something has come out of it, `wide` to each side of the origin."""
    jets = [
        ((0.5 * k * wide, 0.0), (0.75 * k * wide, -0.3 + 0.12 * abs(k)), (1.1 * k * wide, -0.42 + 0.3 * abs(k)))
        for k in (-1.0, -0.75, -0.45, 0.45, 0.75, 1.0)
    ]
    parts.strokes(c, jets, rgb("#e4f4fb"), 0.04, 0.85)
    for x, y in (drop for _, _, drop in jets):
        b.circle(c, (1.12 * x, y - 0.06), 0.022, rgb("#f4fbff"), 0.9)
    for k in range(-3, 4):
        b.ellipse(c, (0.3 * k * wide, 0.0), 0.24 * wide, 0.055 - 0.008 * abs(k), rgb("#eef8fc"), 0.8)


def _leaping(draw: Draw, at: tuple[float, float], turn: float, scale: float, *, splash: float = 0.0) -> Draw:
    """The drawing; with `pose:jumping` it leaps from the water: `at`, turned and scaled so, over spray at `splash`."""

    def drawn(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
        if look.traits.get("pose") != "jumping" or look.traits.get("at") == "depth":
            draw(c, rng, look)
            return
        with b.clipped(c, b.outline("-3,-3! 3,-3! 3,0! -3,0!")), b.placed(c, at, scale=scale, turn=turn):
            # What comes out head first has not blown yet.
            draw(c, rng, replace(look, traits=look.traits | {"at": "depth"}))
        with b.placed(c, (splash, 0.0)):
            _splash(c, 0.45 * scale)

    return drawn


def _sprite(name: str, draw: Draw, height: float, width: float, place: str, head: tuple[float, float]) -> Sprite:
    return Sprite(
        name=name,
        draw=draw,
        height=height,
        width=width,
        place=place,
        group="animal",
        attach={"head": head, "top": (0.0, -0.85), "face": head, "seat": (0.0, -0.75), "hand": (0.2, -0.2)},
    )


SPRITES = (
    _sprite("fish", _fish, 0.13, 2.05, "water", (0.5, -0.7)),
    _sprite("koi", _koi, 0.15, 2.3, "water", (0.8, -0.6)),
    _sprite("whale", _leaping(_whale, (0.15, 0.02), -65.0, 1.2), 0.3, 2.5, "water", (0.6, -0.6)),
    _sprite("dolphin", _leaping(_dolphin, (0.1, -0.2), -28.0, 0.85, splash=-0.6), 0.22, 2.3, "water", (0.7, -0.65)),
    _sprite("shark", _leaping(_shark, (0.1, -0.06), -44.0, 0.95, splash=-0.2), 0.22, 2.45, "water", (0.8, -0.6)),
    _sprite("octopus", _octopus, 0.28, 1.6, "water", (0.0, -0.9)),
    _sprite("turtle", _turtle, 0.17, 2.1, "ground", (0.9, -0.7)),
    _sprite("frog", _frog, 0.15, 1.45, "ground", (0.0, -0.85)),
    _sprite("snake", _snake, 0.16, 1.65, "ground", (0.1, -0.9)),
)
