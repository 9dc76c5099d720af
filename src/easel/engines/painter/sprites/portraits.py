"""Head-and-shoulders portraits of people, in front view."""

from functools import partial

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Colour, linear, rgb, shade, side
from easel.engines.painter.sprites import hair as hairs
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.faces import Visage, blush, front_face
from easel.engines.painter.sprites.person import Person, person_of
from easel.engines.painter.sprites.sprite import Look, Sprite

#: Centre and half height of the head in the portrait's frame.
_HEAD_AT, _HEAD = (0.0, -0.63), 0.265
_SHOULDERS = {
    "woman": ".115,-.30 .20,-.275 .335,-.235 .405,-.14 .435,.0! 0,.0",
    "man": ".15,-.30 .25,-.275 .405,-.235 .475,-.13 .50,.0! 0,.0",
    "child": ".11,-.28 .18,-.255 .29,-.22 .345,-.13 .37,.0! 0,.0",
}


def _neck(c: skia.Canvas, face: Visage) -> None:
    wide = {"woman": 0.088, "man": 0.125, "child": 0.085}[face.jaw]
    ink = linear((0, -0.47), (0, -0.22), (blush(face.skin, 0.75), blush(face.skin, 0.3), face.skin), (0, 0.5, 1))
    neck = [(wide, -0.48), (wide * 0.98, -0.34), (wide * 1.5, -0.265), (wide * 2.2, -0.23), (0.1, -0.1), (0, -0.06)]
    shape = b.outline(neck, mirrored=True)
    b.fill(c, shape, ink)
    for _ in b.both_sides(c):
        b.curve(c, [(0.03, -0.19), (0.1, -0.215), (0.2, -0.235)], blush(face.skin, 0.5), 0.008, 0.6)
    with b.clipped(c, shape):
        b.glow(c, (0.08, -0.34), 0.16, blush(face.skin, 0.9), 0.4)


def _folds(c: skia.Canvas, colour: Colour) -> None:
    """Soft creases from the armpits and the neckline, and the round of the shoulders."""
    dark, light = shade(colour, 0.55), shade(colour, 1.4)
    for text, ink, wide, alpha in (
        (".31,-.2 .335,-.12 .315,.01", dark, 0.02, 0.5),
        ("-.31,-.2 -.335,-.12 -.315,.01", dark, 0.02, 0.45),
        (".29,-.15 .22,-.11 .17,-.12", dark, 0.014, 0.35),
        ("-.29,-.15 -.23,-.1 -.16,-.1", dark, 0.014, 0.3),
        (".1,-.08 .15,-.03 .16,.02", dark, 0.02, 0.3),
        ("-.07,-.06 -.12,-.02 -.13,.02", dark, 0.018, 0.25),
        ("-.24,-.235 -.35,-.2 -.4,-.12", light, 0.03, 0.35),
        ("-.26,-.11 -.2,-.07 -.14,-.07", light, 0.02, 0.3),
        (".24,-.115 .2,-.08 .14,-.085", light, 0.014, 0.22),
    ):
        b.curve(c, text, ink, wide, alpha, blur=0.5 * wide)
    b.glow(c, (0.46, -0.02), 0.2, dark, 0.4)


def _weave(c: skia.Canvas, colour: Colour) -> None:
    """The threads of the cloth, where the portrait is large enough to show them."""
    if b.pixels_per_unit(c) < 1100:
        return
    step = 7.0 / b.pixels_per_unit(c)
    rows = [((-0.55, y), (0.0, y + 0.03), (0.55, y)) for y in np.arange(-0.36, 0.02, step).tolist()]
    strokes(c, rows, shade(colour, 0.7), 0.22 * step, 0.3)
    threads = [((x, -0.36), (x + 0.01, -0.18), (x, 0.02)) for x in np.arange(-0.55, 0.55, step).tolist()]
    strokes(c, threads, shade(colour, 1.3), 0.18 * step, 0.22)


def _lapels(c: skia.Canvas, colour: Colour, tie: Colour) -> None:
    b.polygon(c, "0,.0 .19,-.20 .15,-.30 .10,-.31 0,-.2", shade(WHITE, 0.97), mirrored=True)
    b.polygon(c, "0,.0 .1,-.25 0,-.2", WHITE, mirrored=True)
    b.polygon(c, "-.036,-.22 .036,-.22 .026,-.165 .052,.0 -.052,.0 -.026,-.165", side(tie, 0.7))
    for sign in b.both_sides(c):
        b.polygon(c, ".005,-.205 .095,-.315 .135,-.30 .105,-.16", shade(WHITE, 0.93))
        b.polygon(
            c,
            ".055,.0 .115,-.295 .185,-.272 .225,-.15 .175,-.135 .205,-.105 .10,.0",
            shade(colour, 1.35 if sign < 0 else 1.1),
        )
        b.line(c, (0.165, -0.135), (0.215, -0.15), shade(colour, 0.55), 0.005)


def _collar(c: skia.Canvas, person: Person) -> None:
    colour, trim = person.outfit.colour, person.outfit.trim
    kind = person.outfit.collar
    if kind == "suit":
        _lapels(c, colour, trim)
    elif kind == "cross":
        b.polygon(c, ".20,-.275 .13,-.30 -.10,.0 -.02,.0", shade(trim, 0.9))
        b.polygon(c, "-.20,-.275 -.13,-.30 .10,.0 .02,.0", trim)
    elif kind == "mandarin":
        b.blob(c, "0,-.27! .10,-.315! .125,-.30! .13,-.27! .05,-.225 0,-.215", side(colour), mirrored=True)
        b.curve(c, ".0,-.225 .06,-.20 .2,-.12 .26,-.05", trim, 0.01)
    elif kind == "shirt":
        _shirt(c, colour)
    elif kind == "sailor":
        _sailor(c, trim)
    elif kind == "hood":
        _hood(c, colour)
    elif kind == "raincoat":
        _raincoat(c, colour)


def _sailor(c: skia.Canvas, trim: Colour) -> None:
    for _ in b.both_sides(c):
        b.polygon(c, ".0,.0 .13,-.3 .33,-.225 .36,-.03 .2,.0", rgb("#27345c"))
        b.curve(c, ".02,-.03 .18,-.03 .34,-.06", WHITE, 0.008)
        b.polygon(c, "0,-.05 .09,-.1 .1,.0 .02,.0", trim)


def _hood(c: skia.Canvas, colour: Colour) -> None:
    rim = ".0,-.17! .10,-.25 .13,-.33 .20,-.31 .24,-.24 .12,-.13 .0,-.10!"
    b.blob(c, rim, side(shade(colour, 0.85)), mirrored=True)
    for x in (-0.06, 0.06):
        b.line(c, (x, -0.15), (x * 1.1, -0.05), shade(WHITE, 0.95), 0.009)


def _raincoat(c: skia.Canvas, colour: Colour) -> None:
    """The hood thrown back around the neck, the collar closed, poppers."""
    b.blob(c, "0,-.15! .12,-.16 .26,-.235 .22,-.33 .13,-.36 .11,-.27! 0,-.22", side(shade(colour, 0.84)), mirrored=True)
    b.blob(c, "0,-.22! .1,-.27 .13,-.33! .15,-.25 .09,-.15 0,-.125!", side(shade(colour, 1.02)), mirrored=True)
    b.line(c, (0.016, -0.2), (0.016, 0), shade(colour, 0.66), 0.007)
    for y in (-0.16, -0.085, -0.01):
        b.circle(c, (0, y), 0.013, shade(colour, 0.6))


def _shirt(c: skia.Canvas, colour: Colour) -> None:
    for sign in b.both_sides(c):
        b.polygon(c, ".0,-.19 .10,-.31 .15,-.285 .10,-.165", shade(colour, 1.25 if sign < 0 else 1.0))
    b.line(c, (0, -0.18), (0, 0), shade(colour, 0.65), 0.006)
    for y in (-0.13, -0.05):
        b.circle(c, (0.012, y), 0.009, shade(colour, 1.5))


def draw_portrait(c: skia.Canvas, rng: np.random.Generator, look: Look, kind: str) -> None:
    """Head and shoulders of a person; traits as for the whole figure."""
    person = person_of(kind, rng, look)
    fit = min(1.0, 1 / (_HEAD * person.rise - _HEAD_AT[1]))
    with b.placed(c, scale=fit), b.clipped(c, skia.Path.Rect(b.box(-1, -2, 2, 2))):
        _bust(c, rng, person, detail=look.detail > 0.4)


def _bust(c: skia.Canvas, rng: np.random.Generator, person: Person, *, detail: bool) -> None:
    face = person.face
    with b.placed(c, _HEAD_AT, scale=_HEAD):
        if not person.covered:
            hairs.behind(c, rng, person.style, face.hair)
    bust = b.outline(_SHOULDERS[face.jaw], mirrored=True)
    b.fill(c, bust, side(person.outfit.colour, 0.9))
    with b.clipped(c, bust):
        _folds(c, person.outfit.colour)
        _weave(c, person.outfit.colour)
    _neck(c, face) if person.outfit.collar != "closed" else None
    _scoop(c, person, bust)
    _collar(c, person)
    with b.placed(c, _HEAD_AT, scale=_HEAD):
        if not person.covered:
            hairs.tresses(c, rng, person.style, face.hair)
        front_face(c, face, detail=detail)
        if not person.covered:
            hairs.over(c, rng, person.style, face.hair)
        if person.headgear:
            person.headgear(c, person.outfit.colour)
        for worn in person.worn:
            worn(c, "front")


def _scoop(c: skia.Canvas, person: Person, bust: skia.Path) -> None:
    """The cloth below the neckline, over the base of the neck."""
    deep = {"scoop": -0.10, "cross": -0.09, "suit": -0.1, "crew": -0.165, "hood": -0.14, "raincoat": -0.21}.get(
        person.outfit.collar, -0.2
    )
    cloth = [(0.13, -0.33), (0.17, -0.29), (0.105, (deep - 0.26) / 2 + 0.02), (0.0, deep)]
    with b.clipped(c, bust):
        path = b.outline(
            [(-0.6, -0.36), *[(-x, y) for x, y in cloth], *cloth[::-1][1:], (0.6, -0.36), (0.6, 0.1), (-0.6, 0.1)]
        )
        b.fill(c, path, side(person.outfit.colour, 0.9))
        _folds(c, person.outfit.colour)
        with b.clipped(c, path):
            _weave(c, person.outfit.colour)
        if person.outfit.collar in ("scoop", "crew"):
            hem = [(-x, y) for x, y in cloth[1:]] + cloth[::-1][1:-1]
            b.curve(c, hem, shade(person.outfit.colour, 0.72), 0.014)


def portrait_of(kind: str) -> Sprite:
    """The portrait sprite that goes with the person `kind`."""
    return Sprite(
        name=f"{kind}_portrait",
        draw=partial(draw_portrait, kind=kind),
        height=0.86,
        width=1.0,
        group="person",
        attach={"face": _HEAD_AT, "head": (0.0, -0.88), "top": (0.0, -0.97), "hand": (0.3, -0.1)},
    )
