"""Small animals: mouse, squirrel, monkey, and insects."""

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, ball, linear, mix, rgb, shade, side
from easel.engines.painter.sprites import animal_parts as parts
from easel.engines.painter.sprites.animal_clothes import dressed
from easel.engines.painter.sprites.sprite import Draw, Look, Sprite


def _mouse(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    coat = look.colour or rgb("#a3a0a6")
    b.curve(c, ".2,-.06 .5,-.02 .58,-.18 .46,-.28 .54,-.40", mix(parts.PINK, coat, 0.2), 0.034)
    b.blob(c, "0,-.56 .18,-.48 .27,-.26 .24,-.06 .12,.0 0,.0", side(coat), mirrored=True)
    b.blob(c, "0,-.42 .11,-.36 .15,-.2 .1,-.05 0,-.03", parts.belly(coat), mirrored=True)
    for sign in b.both_sides(c):
        tone = shade(coat, 1.0 if sign < 0 else 0.85)
        b.circle(c, (0.25, -0.84), 0.17, ball(tone, 0.7))
        b.circle(c, (0.25, -0.83), 0.11, mix(parts.PINK, coat, 0.2))
        b.ellipse(c, (0.12, -0.02), 0.085, 0.032, parts.PINK)
        b.limb(c, ".16,-.40 .15,-.30 .07,-.28", (0.09, 0.075, 0.055), side(tone, 0.6))
    b.blob(c, "0,-.88 .15,-.84 .23,-.68 .18,-.54 .08,-.46 0,-.45", ball(coat), mirrored=True)
    for _ in b.both_sides(c):
        parts.bead_eye(c, (0.095, -0.68), 0.042)
        b.ellipse(c, (0.14, -0.59), 0.035, 0.02, rgb("#f08578"), 0.45)
    b.ellipse(c, (0, -0.545), 0.035, 0.028, ball(rgb("#e8787a")))
    parts.happy_mouth(c, (0, -0.495), 0.04, shade(coat, 0.4))
    parts.whiskers(c, (0, -0.54), 0.24, shade(coat, 0.6))


def _squirrel(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    coat = look.colour or rgb("#b5652f")
    b.blob(
        c,
        ".10,-.04 .40,-.04 .54,-.28 .46,-.54 .58,-.74 .54,-.94 .36,-1.0 .22,-.88 .26,-.74! .34,-.80 .36,-.70"
        " .24,-.48 .22,-.26",
        side(coat),
    )
    parts.strokes(
        c,
        [
            ((0.3, -0.14), (0.44, -0.4), (0.38, -0.6)),
            ((0.36, -0.12), (0.5, -0.34), (0.44, -0.56)),
            ((0.46, -0.74), (0.46, -0.9), (0.36, -0.94)),
        ],
        shade(coat, 1.45),
        0.02,
        0.5,
    )
    b.blob(c, "0,-.56 .15,-.48 .23,-.26 .20,-.05 .1,.0 0,.0", side(coat), mirrored=True)
    b.blob(c, "0,-.48 .09,-.42 .13,-.22 .08,-.05 0,-.04", parts.belly(coat), mirrored=True)
    for sign in b.both_sides(c):
        tone = shade(coat, 1.05 if sign < 0 else 0.86)
        b.ellipse(c, (0.15, -0.1), 0.1, 0.1, ball(tone))
        b.ellipse(c, (0.13, -0.022), 0.095, 0.03, ball(shade(coat, 0.8)))
        b.blob(c, ".06,-.84! .13,-1.0! .20,-.78!", tone)
        b.blob(c, ".09,-.83 .13,-.94 .17,-.79", mix(parts.PINK, coat, 0.4))
    b.blob(c, "0,-.88 .13,-.85 .21,-.70 .20,-.58 .1,-.50 0,-.485", ball(coat), mirrored=True)
    b.ellipse(c, (0, -0.55), 0.1, 0.06, parts.belly(coat))
    for sign in b.both_sides(c):
        with b.placed(c, (0.1, -0.68), scale=(float(sign), 1.0)):
            parts.eye(c, (0, 0), 0.042, rgb("#38200f"))
        b.limb(c, ".17,-.42 .16,-.32 .06,-.31", (0.09, 0.075, 0.06), side(shade(coat, 0.92), 0.6))
    parts.triangle_nose(c, (0, -0.585), 0.026, parts.DARK)
    parts.happy_mouth(c, (0, -0.535), 0.04, shade(coat, 0.35))
    b.blob(c, "0,-.37 .06,-.34 .05,-.25 0,-.2!", ball(rgb("#c98a45")), mirrored=True)
    b.blob(c, "0,-.40 .05,-.39 .075,-.345 0,-.33", ball(rgb("#6b4324")), mirrored=True)


def _monkey(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    coat = look.colour or rgb("#8a5a36")
    face = mix(coat, rgb("#f6d3ac"), 0.8)
    b.curve(c, ".16,-.06 .42,-.06 .50,-.26 .42,-.44 .50,-.52", shade(coat, 0.8), 0.055)
    b.blob(c, "0,-.56 .15,-.52 .22,-.28 .20,-.06 .1,.0 0,.0", side(coat), mirrored=True)
    b.blob(c, "0,-.46 .1,-.42 .14,-.24 .09,-.08 0,-.07", face, mirrored=True)
    for sign in b.both_sides(c):
        tone = shade(coat, 1.03 if sign < 0 else 0.82)
        b.limb(c, ".12,-.12 .30,-.20 .26,-.04", (0.14, 0.12, 0.09), side(tone, 0.7))
        b.ellipse(c, (0.29, -0.025), 0.095, 0.032, face)
        b.limb(c, ".16,-.48 .30,-.34 .20,-.20", (0.1, 0.085, 0.075), side(tone, 0.7))
        b.circle(c, (0.17, -0.18), 0.042, face)
        b.circle(c, (0.28, -0.76), 0.095, ball(tone))
        b.circle(c, (0.285, -0.755), 0.056, mix(face, parts.PINK, 0.35))
    b.blob(c, "0,-1.0 .16,-.97 .27,-.82 .25,-.64 .15,-.53 0,-.51", ball(coat), mirrored=True)
    b.blob(c, "0,-.84 .08,-.89 .19,-.84 .20,-.72 .17,-.58 .08,-.52 0,-.51", ball(face, 0.5), mirrored=True)
    for sign in b.both_sides(c):
        with b.placed(c, (0.085, -0.76), scale=(float(sign), 1.0)):
            parts.eye(c, (0, 0), 0.042, rgb("#4a2c18"))
        b.ellipse(c, (0.02, -0.665), 0.01, 0.013, shade(coat, 0.4))
        b.ellipse(c, (0.14, -0.65), 0.035, 0.022, rgb("#f08578"), 0.4)
    b.curve(c, "-.09,-.62 -.04,-.58 .0,-.57 .04,-.58 .09,-.62", shade(coat, 0.35), 0.015)


def _butterfly(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    wing = look.colour or rgb("#f08a24")
    rim = rgb("#2a1d1a")
    for sign in b.both_sides(c):
        lit = 1.0 if sign < 0 else 0.86
        for text, tone in (
            (".03,-.46 .22,-.42 .46,-.44 .58,-.28 .48,-.08 .30,-.02 .12,-.2", 0.86),
            (".03,-.52 .16,-.80 .44,-1.0 .72,-.96 .74,-.72 .56,-.48 .26,-.43", 1.05),
        ):
            shape = b.outline(text)
            b.fill(c, shape, rim)
            box = shape.getBounds()
            with b.placed(c, (box.centerX(), box.centerY()), scale=0.86), b.placed(c, (-box.centerX(), -box.centerY())):
                b.fill(
                    c,
                    shape,
                    b.radial(
                        (0.05, -0.5),
                        0.72,
                        (shade(wing, tone * 1.3 * lit), shade(wing, tone * lit), shade(wing, tone * 0.6 * lit)),
                        (0, 0.5, 1),
                    ),
                )
        veins = [((0.04, -0.5), (0.3, -0.7), e) for e in ((0.44, -0.94), (0.6, -0.88), (0.66, -0.72), (0.54, -0.54))]
        veins += [((0.04, -0.47), (0.25, -0.35), e) for e in ((0.5, -0.34), (0.46, -0.16), (0.3, -0.1))]
        parts.strokes(c, veins, rim, 0.013, 0.8)
        for x, y, r in (
            (0.66, -0.86, 0.026),
            (0.68, -0.76, 0.02),
            (0.56, -0.93, 0.02),
            (0.5, -0.16, 0.024),
            (0.54, -0.28, 0.018),
        ):
            b.circle(c, (x, y), r, WHITE, 0.9)
        b.curve(c, ".01,-.70 .08,-.88 .17,-.95", rim, 0.014)
        b.circle(c, (0.17, -0.95), 0.018, rim)
    b.limb(c, "0,-.24 0,-.5 0,-.66", (0.04, 0.075, 0.06), side(rim, 1.0))
    b.circle(c, (0, -0.70), 0.042, ball(rim))


def _gauze(alpha: float = 0.6) -> skia.Shader:
    return linear(
        (-0.5, -1),
        (0.5, 0),
        ((0.95, 0.98, 1, alpha + 0.2), (0.7, 0.85, 0.95, alpha), (0.85, 0.9, 1, alpha + 0.1)),
        (0, 0.5, 1),
    )


def _bee(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    coat = look.colour or rgb("#f7bd2a")
    dark = rgb("#2a2018")
    for text in ("-.06,-.60 -.34,-.96 -.10,-1.0 .08,-.70", ".0,-.62 .10,-.98 .38,-.94 .16,-.62"):
        b.blob(c, text, _gauze(0.55))
        b.blob(c, text, rgb("#8fa9bc"), 0.8, width=0.012)
    b.polygon(c, "-.56,-.36 -.72,-.30 -.54,-.28", dark)
    body = b.outline("-.60,-.32 -.42,-.60 -.06,-.66 .24,-.58 .30,-.34 .14,-.12 -.2,-.06 -.48,-.14")
    b.fill(c, body, ball(coat))
    with b.clipped(c, body):
        for x in (-0.44, -0.20, 0.04):
            b.curve(c, [(x, -0.7), (x - 0.05, -0.36), (x + 0.02, 0.0)], dark, 0.11)
    b.circle(c, (0.38, -0.40), 0.215, ball(coat, 0.9))
    with b.placed(c, (0.44, -0.44)):
        parts.eye(c, (0, 0), 0.07, rgb("#4a2a18"))
    b.curve(c, ".40,-.29 .47,-.25 .54,-.29", dark, 0.018)
    b.ellipse(c, (0.34, -0.31), 0.045, 0.026, rgb("#f07a5a"), 0.6)
    for text in (".36,-.60 .36,-.76 .46,-.82", ".46,-.58 .52,-.70 .62,-.72"):
        b.curve(c, text, dark, 0.022)
        x, y = b.points(text)[-1]
        b.circle(c, (x, y), 0.028, dark)


def _dragonfly(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    coat = look.colour or rgb("#2f9aa8")
    for _ in b.both_sides(c):
        for text in (
            ".03,-.72 .3,-.90 .72,-.98 .92,-.90 .80,-.80 .4,-.70",
            ".03,-.66 .3,-.64 .66,-.54 .82,-.42 .66,-.40 .3,-.54",
        ):
            b.blob(c, text, _gauze(0.55))
            b.blob(c, text, mix(coat, WHITE, 0.4), 0.7, width=0.01)
        parts.strokes(
            c,
            [((0.04, -0.72), (0.4, -0.86), (0.86, -0.9)), ((0.04, -0.66), (0.4, -0.58), (0.74, -0.43))],
            shade(coat, 0.8),
            0.008,
            0.7,
        )
    b.limb(c, "0,-.62 0,-.4 0,-.02", (0.075, 0.06, 0.036), side(coat, 1.2))
    parts.strokes(c, [((-0.03, y), (0.03, y)) for y in np.linspace(-0.5, -0.08, 8)], shade(coat, 0.45), 0.012)
    b.ellipse(c, (0, -0.70), 0.07, 0.11, ball(coat))
    for x in (-0.05, 0.05):
        b.circle(c, (x, -0.85), 0.06, ball(shade(coat, 0.7)))
        b.circle(c, (x - 0.015, -0.87), 0.015, WHITE, 0.8)


def _firefly(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A beetle whose tail glows."""
    light = look.colour or rgb("#e8f26a")
    b.glow(c, (0.02, -0.3), 0.62, light, 0.75)
    for sign in b.both_sides(c):
        b.blob(c, ".04,-.62 .34,-.86 .46,-.72 .3,-.52 .06,-.46", _gauze(0.5 if sign < 0 else 0.7))
    b.ellipse(c, (0.0, -0.66), 0.1, 0.09, ball(rgb("#c8452c")))
    b.ellipse(c, (0.0, -0.47), 0.12, 0.17, ball(rgb("#33291f")))
    b.ellipse(c, (0.0, -0.26), 0.125, 0.15, ball(mix(light, WHITE, 0.35), 0.5))
    for x in (-0.06, 0.06):
        b.curve(c, [(x * 0.5, -0.74), (x, -0.84), (x * 2.2, -0.88)], rgb("#33291f"), 0.018)


def _sprite(
    name: str, draw: Draw, height: float, width: float, place: str = "ground", head: tuple[float, float] = (0.0, -0.92)
) -> Sprite:
    return Sprite(
        name=name,
        draw=draw,
        height=height,
        width=width,
        place=place,
        group="animal",
        attach={
            "head": head,
            "top": (0.0, -0.92),
            "face": (head[0], head[1] + 0.2),
            "hand": (0.1, -0.3),
            "seat": (0.0, -0.5),
        },
    )


SPRITES = (
    _sprite("mouse", dressed("mouse", _mouse), 0.14, 1.2),
    _sprite("squirrel", dressed("squirrel", _squirrel), 0.19, 1.2),
    _sprite("monkey", dressed("monkey", _monkey), 0.26, 1.1),
    _sprite("butterfly", _butterfly, 0.12, 1.55, "sky"),
    _sprite("firefly", _firefly, 0.1, 1.1, "sky"),
    _sprite("bee", _bee, 0.1, 1.45, "sky", (0.4, -0.6)),
    _sprite("dragonfly", _dragonfly, 0.12, 1.9, "sky"),
)
