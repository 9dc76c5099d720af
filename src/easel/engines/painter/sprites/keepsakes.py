"""A typewriter, a paper plane and a coat of arms."""

from math import cos, pi, sin

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Colour, ball, linear, mix, rgb, shade, side, top
from easel.engines.painter.sprites import birds, fowl, mythical, quadrupeds
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.building_parts import GOLD
from easel.engines.painter.sprites.icon import tint
from easel.engines.painter.sprites.sprite import Draw, Look, Sprite

_DARK, _STEEL, _SHEET = rgb("#22242a"), rgb("#c6ccd3"), rgb("#f6f1e4")
#: What a shield may bear.
_CHARGES = {s.name: s for family in (quadrupeds, birds, fowl, mythical) for s in family.SPRITES}
#: Keys in a row, from the back to the front: how many, how far they reach to either side, and where they are.
KEYS = ((10, 0.4, -0.255), (10, 0.43, -0.185), (9, 0.42, -0.115))


def _typewriter(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """Seen from the front: a sheet with lines of text, the roller with its knobs, the type basket and the keys."""
    body = look.colour or rgb("#2f6f73")
    b.polygon(c, "-.28,-.56 .28,-.56 .27,-1 -.27,-1", linear((0, -1), (0, -0.56), (_SHEET, shade(_SHEET, 0.86))))
    lines = [
        ((-0.21, y), (-0.21 + 0.42 * long, y))
        for y, long in zip(np.linspace(-0.94, -0.68, 6), rng.uniform(0.6, 1, 6), strict=True)
    ]
    strokes(c, lines, rgb("#5a564e"), 0.011, 0.8)
    b.rectangle(c, (-0.5, -0.655), 1.0, 0.115, top(rgb("#33343a"), 1.3), round=0.05)
    for sign in b.both_sides(c):
        b.rectangle(c, (0.48, -0.64), 0.075, 0.085, top(rgb("#15161a"), 1.4), round=0.02)
        if sign < 0:
            b.line(c, (0.45, -0.66), (0.6, -0.76), _STEEL, 0.022)
            b.circle(c, (0.605, -0.765), 0.026, ball(_STEEL))
    b.blob(c, "-.46,-.56! -.50,-.42 -.54,-.12 -.57,-.03! .57,-.03! .54,-.12 .50,-.42 .46,-.56!", side(body, 0.9))
    b.blob(c, "-.43,-.555! .43,-.555! .40,-.40 .0,-.36 -.40,-.40", top(shade(body, 1.18), 0.7))
    _basket(c)
    b.polygon(c, "-.47,-.31 .47,-.31 .53,-.045 -.53,-.045", shade(body, 0.5))
    for count, reach, y in KEYS:
        for x in np.linspace(-reach, reach, count):
            b.ellipse(c, (float(x), y + 0.014), 0.036, 0.028, shade(body, 0.25))
            b.ellipse(c, (float(x), y), 0.035, 0.027, ball(_STEEL))
            b.ellipse(c, (float(x), y - 0.002), 0.027, 0.02, _SHEET)
            b.line(c, (float(x) - 0.008, y), (float(x) + 0.008, y - 0.004), _DARK, 0.007)
    b.rectangle(c, (-0.25, -0.08), 0.5, 0.034, top(_STEEL, 1.1), round=0.015)
    b.rectangle(c, (-0.58, -0.045), 1.16, 0.045, side(shade(body, 0.6)), round=0.02)
    b.curve(c, "-.44,-.53 -.2,-.5 .2,-.5 .44,-.53", shade(body, 1.6), 0.008, 0.6)


def _basket(c: skia.Canvas) -> None:
    """The fan of type bars in its dark opening, between the ribbon's spools."""
    b.blob(c, "-.2,-.52! .2,-.52! .22,-.42 .0,-.375 -.22,-.42", _DARK)
    bars = [((0.2 * cos(a), -0.4 - 0.02 * sin(a)), (0.05 * cos(a), -0.51)) for a in np.linspace(0.1, pi - 0.1, 13)]
    strokes(c, bars, _STEEL, 0.008, 0.9)
    for x in (-0.32, 0.32):
        b.ellipse(c, (x, -0.475), 0.075, 0.042, ball(rgb("#3a3b42")))
        b.ellipse(c, (x, -0.48), 0.045, 0.024, rgb("#b23a3a"))


def _paper_plane(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A folded dart that flies to the right and a little up."""
    paper = look.colour or rgb("#f4f2ec")
    nose, far, left, keel, low = (0.95, -0.86), (-0.62, -0.98), (-0.98, -0.5), (-0.3, -0.52), (-0.42, -0.06)
    b.polygon(c, [nose, far, keel], linear(far, keel, (shade(paper, 0.96), shade(paper, 0.8))))
    b.polygon(c, [nose, keel, low], linear(nose, low, (shade(paper, 0.72), shade(paper, 0.54))))
    inner = (-0.12, -0.5)
    b.polygon(c, [nose, inner, low], shade(paper, 0.64))
    b.polygon(c, [nose, left, inner], linear(left, nose, (shade(paper, 0.9), shade(paper, 1.1))))
    ink = shade(paper, 0.5)
    strokes(c, [(nose, inner), (nose, keel), (nose, low)], ink, 0.012, 0.5)
    strokes(c, [(nose, left), (nose, far)], WHITE, 0.01, 0.7)


#: A heater shield about the axis, and the four fields of it.
SHIELD = "-.36,-.80! .0,-.77 .36,-.80! .37,-.50 .25,-.27 .0,-.10! -.25,-.27 -.37,-.50"


def _coat_of_arms(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A quartered shield under a crown, between laurels, over a scroll."""
    first = look.colour or rgb("#8f1f2c")
    second = rgb("#1f3f78") if look.colour is None else mix(look.colour, rgb("#f4ead0"), 0.72)
    charge = _CHARGES.get(look.traits.get("charge", ""))
    for _ in b.both_sides(c):
        _laurel(c, rng)
    shield = b.outline(SHIELD)
    b.fill(c, shield, second)
    with b.clipped(c, shield):
        for x, y in ((-0.5, -0.9), (0.0, -0.46)) if charge is None else ((-0.5, -0.9), (0.0, -0.9)):
            b.rectangle(c, (x, y), 0.5, 0.44 if charge is None else 0.9, first)
        b.rectangle(c, (-0.5, -0.9), 1.0, 0.9, linear((-0.4, -0.8), (0.4, -0.1), ((1, 1, 1, 0.22), (0, 0, 0.1, 0.3))))
        if charge is None:
            strokes(c, [((0, -0.9), (0, 0)), ((-0.5, -0.46), (0.5, -0.46))], GOLD, 0.016)
    if charge is not None:
        _bear(c, rng, charge)
    else:
        _fleur(c, (-0.18, -0.62))
        _fleur(c, (0.15, -0.32))
        for x, y in ((0.18, -0.62), (-0.15, -0.34)):
            _star(c, (x, y), 0.085)
    b.fill(c, b.outline(SHIELD), shade(GOLD, 0.7), width=0.042)
    b.fill(c, b.outline(SHIELD), shade(GOLD, 1.15), width=0.02)
    _crest(c, first)
    _scroll(c, first)


def _bear(c: skia.Canvas, rng: np.random.Generator, charge: Sprite) -> None:
    """The animal that the shield bears, in gold."""
    gold = skia.Paint()
    gold.setColorFilter(tint(shade(GOLD, 1.1)))
    size = min(0.5, 0.56 / charge.width)
    c.saveLayer(b.box(-0.5, -0.9, 1.0, 0.9), gold)
    with b.placed(c, (0.0, -0.5 + 0.5 * size), scale=size):
        charge.draw(c, rng, Look(traits={"pose": "walking"} if charge.group == "animal" else {}))
    c.restore()


def _laurel(c: skia.Canvas, rng: np.random.Generator) -> None:
    b.curve(c, ".12,-.08 .40,-.16 .53,-.44 .46,-.78", rgb("#3f5f34"), 0.014)
    for k in range(8):
        t = k / 7
        x, y = 0.2 + 0.33 * sin(pi * (0.16 + 0.5 * t)), -0.11 - 0.66 * t
        for turn in (-38, 42):
            with b.placed(c, (x, y), turn=turn - 20 * t + 12):
                b.blob(
                    c, "0,.02! -.04,-.06 0,-.15! .04,-.06", side(shade(rgb("#5f8a4a"), float(rng.uniform(0.8, 1.15))))
                )


def _fleur(c: skia.Canvas, at: tuple[float, float]) -> None:
    with b.placed(c, at, scale=0.105):
        b.blob(c, "0,-1! .3,-.5 .14,.1 0,.25! -.14,.1 -.3,-.5", ball(GOLD))
        for _ in b.both_sides(c):
            b.blob(c, ".08,.15! .28,-.5 .75,-.6 .85,-.15 .5,-.1 .55,-.35 .35,-.2", ball(GOLD))
        b.rectangle(c, (-0.45, 0.12), 0.9, 0.18, shade(GOLD, 0.8), round=0.05)
        b.blob(c, "-.15,.3! .15,.3! .3,.8 .0,.62 -.3,.8", ball(GOLD))


def _star(c: skia.Canvas, at: tuple[float, float], radius: float) -> None:
    spikes = [
        (at[0] + (radius if k % 2 == 0 else 0.42 * radius) * sin(k * pi / 5),
         at[1] - (radius if k % 2 == 0 else 0.42 * radius) * cos(k * pi / 5))
        for k in range(10)
    ]  # fmt: skip
    b.polygon(c, spikes, ball(GOLD))


def _crest(c: skia.Canvas, cap: Colour) -> None:
    """The crown over the shield."""
    b.blob(c, "-.15,-.84! -.18,-.93 -.08,-.96 .0,-.94 .08,-.96 .18,-.93 .15,-.84!", side(cap))
    points = [
        (-0.19, -0.82),
        (-0.23, -0.96),
        (-0.11, -0.89),
        (0.0, -0.985),
        (0.11, -0.89),
        (0.23, -0.96),
        (0.19, -0.82),
    ]
    b.polygon(c, points, side(GOLD, 1.1))
    b.rectangle(c, (-0.195, -0.855), 0.39, 0.045, side(shade(GOLD, 0.85), 1.1), round=0.012)
    for x, y in (points[1], points[3], points[5]):
        b.circle(c, (x, y), 0.024, ball(shade(GOLD, 1.15)))
    for x, ink in ((-0.11, "#3a7fc0"), (0.0, "#d23b46"), (0.11, "#3a7fc0")):
        b.circle(c, (x, -0.833), 0.015, ball(rgb(ink)))


def _scroll(c: skia.Canvas, ends: Colour) -> None:
    """The ribbon below, for a motto."""
    cloth = rgb("#f2e6c8")
    for _ in b.both_sides(c):
        b.polygon(c, ".30,-.125 .52,-.19 .46,-.115 .54,-.06 .32,-.01", side(shade(cloth, 0.72)))
    b.blob(
        c,
        "-.40,-.15! -.2,-.10 .0,-.085 .2,-.10 .40,-.15! .40,-.045! .2,.005 .0,.02 -.2,.005 -.40,-.045!",
        side(cloth, 0.7),
    )
    b.curve(c, "-.33,-.085 -.17,-.05 .0,-.035 .17,-.05 .33,-.085", shade(ends, 0.9), 0.012, 0.7)


def _sprite(
    name: str, draw: Draw, height: float, width: float, place: str, points: dict[str, tuple[float, float]]
) -> Sprite:
    return Sprite(name=name, draw=draw, height=height, width=width, place=place, attach=points)


SPRITES = (
    _sprite("typewriter", _typewriter, 0.26, 1.2, "surface", {"top": (0.0, -0.62), "hand": (0.0, -0.1)}),
    _sprite("paper_plane", _paper_plane, 0.11, 1.95, "sky", {"top": (0.0, -0.8), "hand": (-0.3, -0.2)}),
    _sprite("coat_of_arms", _coat_of_arms, 0.42, 1.1, "surface", {"top": (0.0, -0.96), "hand": (0.0, -0.4)}),
)
