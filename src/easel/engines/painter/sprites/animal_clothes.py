"""Clothes on animals: a torso and sleeves over one that sits before us, a coat over the trunk of one seen from aside.

The outfits are those of people. `fit` is where an animal's body, arms and head are in its own frame.
"""

from copy import deepcopy
from dataclasses import dataclass

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Colour, Point, ball, linear, mix, rgb, shade, side, top
from easel.engines.painter.sprites import animal_parts as parts
from easel.engines.painter.sprites.person import Outfit, is_garment, outfit_of
from easel.engines.painter.sprites.sprite import Draw, Look


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """`body` is half an outline; `neck` and `hem` are where a top begins and ends, `arm` the right arm from the
    shoulder to the paw with its width, `haunch` and `foot` the right ones (x, y, half width, half height).
    `head` is the middle of the head and the radius of what goes around it.
    """

    body: str
    neck: float
    hem: float
    arm: tuple[Point, ...]
    wide: float
    haunch: tuple[float, float, float, float] | None = None
    foot: tuple[float, float, float, float] | None = None
    head: tuple[float, float, float] = (0.0, -0.69, 0.42)


#: Animals that sit upright by nature.
FITS = {
    "squirrel": Fit(body="0,-.56 .15,-.48 .23,-.26 .20,-.05 .1,.0 0,.0", neck=-0.49, hem=-0.12,
                    arm=((0.17, -0.42), (0.16, -0.32), (0.06, -0.31)), wide=0.09, head=(0.0, -0.72, 0.32)),
    "mouse": Fit(body="0,-.56 .18,-.48 .27,-.26 .24,-.06 .12,.0 0,.0", neck=-0.46, hem=-0.1,
                 arm=((0.16, -0.40), (0.15, -0.30), (0.07, -0.28)), wide=0.09, head=(0.0, -0.7, 0.42)),
    "monkey": Fit(body="0,-.56 .15,-.52 .22,-.28 .20,-.06 .1,.0 0,.0", neck=-0.51, hem=-0.1,
                  arm=((0.16, -0.48), (0.30, -0.34), (0.20, -0.20)), wide=0.1, head=(0.0, -0.75, 0.38)),
    "koala": Fit(body="0,-.54 .18,-.48 .29,-.28 .27,-.06 .14,.0 0,.0", neck=-0.48, hem=-0.12,
                 arm=((0.20, -0.44), (0.27, -0.32), (0.12, -0.25)), wide=0.13, head=(0.0, -0.74, 0.5)),
    "penguin": Fit(body="0,-.60 .2,-.58 .30,-.42 .33,-.30 .30,-.14 .16,-.03 0,-.01", neck=-0.57, hem=-0.1,
                   arm=((0.25, -0.54), (0.35, -0.42), (0.40, -0.30)), wide=0.11, head=(0.0, -0.78, 0.36)),
    "owl": Fit(body="0,-.52 .3,-.54 .38,-.46 .36,-.2 .2,-.03 0,.0", neck=-0.53, hem=-0.1,
               arm=((0.30, -0.50), (0.37, -0.36), (0.34, -0.22)), wide=0.12, head=(0.0, -0.74, 0.44)),
}  # fmt: skip
#: What is all one piece down to the feet.
_SUITS = frozenset({"pack", "plates", "fur"})
_GLASS = rgb("#cfe6f5")


def clothes_of(rng: np.random.Generator, look: Look) -> Outfit | None:
    """What the traits say that an animal wears; None where that is nothing."""
    garment = look.traits.get("garment", "")
    if not is_garment(garment):
        return None
    # The animal's colour is not that of its clothes.
    bare = Look(traits={key: look.traits[key] for key in ("garment_colour", "legs_colour") if key in look.traits})
    # The coat's hairs lie as they do without clothes.
    return outfit_of(garment, deepcopy(rng), bare, swim_top=True)


def dress(c: skia.Canvas, outfit: Outfit, fit: Fit, *, lifted: tuple[int, ...] = ()) -> None:
    """The clothes over a body seen from the front, its arms but those `lifted` (-1 left, 1 right) hanging."""
    colour, skirted = outfit.colour, outfit.legs in ("skirt", "gown")
    with b.placed(c, scale=(1.06, 1.0)):
        body = b.outline(fit.body, mirrored=True)
        with b.clipped(c, body):
            low = 0.02 if _is_suit(outfit) or skirted else fit.hem
            b.rectangle(c, (-1, fit.neck), 2, low - fit.neck, side(colour, 0.9))
            _pattern(c, outfit, fit)
    if _is_suit(outfit):
        _below(c, fit, colour)
    if skirted:
        _skirt(c, outfit, fit)
    for sign in (-1, 1):
        if sign not in lifted:
            sleeve(c, outfit, [(sign * x, y) for x, y in fit.arm], fit.wide, sign)
    _front(c, outfit, fit)


def _is_suit(outfit: Outfit) -> bool:
    return outfit.extra in _SUITS


def sleeve(c: skia.Canvas, outfit: Outfit, arm: list[Point], wide: float, sign: int) -> None:
    """One sleeve along an arm of three joints: to the paw, or short."""
    tone = shade(outfit.colour, 1.06 if sign < 0 else 0.88)
    if outfit.sleeve < 0.05:
        return
    (x1, y1), (x2, y2) = arm[1], arm[2]
    end = 0.62 if outfit.sleeve > 0.9 else 0.0
    last = (x1 + (x2 - x1) * end, y1 + (y2 - y1) * end)
    joints = [arm[0], arm[1], last] if end else [arm[0], _middle(arm[0], arm[1], 0.7)]
    grown = 1.5 if outfit.wide else 1.16
    widths = (1.1 * wide, 1.16 * wide, grown * wide)[: len(joints)]
    b.limb(c, joints, widths, side(tone, 0.8))
    x, y = joints[-1]
    half = 0.5 * grown * wide
    b.line(c, (x - half, y), (x + half, y), outfit.trim if outfit.wide else shade(tone, 0.7), 0.02, 0.9)


def _middle(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _pattern(c: skia.Canvas, outfit: Outfit, fit: Fit) -> None:
    """Knitting, plates, the shade of the chin, the belt and the hem."""
    dark = shade(outfit.colour, 0.66)
    span = fit.hem - fit.neck
    if outfit.extra in ("knit", "plates"):
        for k in range(1, 6):
            y = fit.neck + span * k / 6
            b.curve(c, [(-0.5, y), (0, y + 0.02), (0.5, y)], dark, 0.01, 0.5)
    if outfit.extra == "stripes":
        for share in (0.4, 0.72):
            b.line(c, (-0.5, fit.neck + share * span), (0.5, fit.neck + share * span), outfit.trim, 0.035)
    if outfit.belt or outfit.extra in ("ribbon", "obi", "sash"):
        ink = outfit.trim if outfit.extra in ("sash", "obi") else shade(outfit.colour, 0.5)
        b.curve(
            c, [(-0.5, fit.neck + 0.7 * span), (0, fit.neck + 0.76 * span), (0.5, fit.neck + 0.7 * span)], ink, 0.05
        )
    b.curve(c, [(-0.5, fit.hem - 0.012), (0, fit.hem), (0.5, fit.hem - 0.012)], dark, 0.02, 0.7)
    b.ellipse(c, (0, fit.neck), 0.2, 0.06, shade(outfit.colour, 0.45), 0.4, blur=0.02)


def _below(c: skia.Canvas, fit: Fit, colour: Colour) -> None:
    """The legs and boots of a suit of one piece."""
    for sign in (-1, 1):
        if fit.haunch:
            x, y, wide, tall = fit.haunch
            b.ellipse(c, (sign * x, y), wide * 1.08, tall * 1.05, ball(shade(colour, 0.97), 0.7))
        if fit.foot:
            x, y, wide, tall = fit.foot
            b.ellipse(c, (sign * x, y), wide * 1.06, tall * 1.2, ball(shade(colour, 0.78), 0.7))


def _skirt(c: skia.Canvas, outfit: Outfit, fit: Fit) -> None:
    """A skirt over the haunches, wider below."""
    waist = fit.neck + 0.52 * (fit.hem - fit.neck)
    low = -0.005 if outfit.legs == "gown" else -0.06
    wide = min(0.46, 0.2 + 0.1 * outfit.flare)
    nodes = [
        (0.0, waist),
        (0.19, waist),
        (0.5 * (0.2 + wide), 0.5 * (waist + low)),
        (wide, low),
        (0.5 * wide, low + 0.02),
    ]
    shape = b.outline([*nodes, (0.0, low + 0.01)], mirrored=True)
    colour = outfit.legs_colour if outfit.extra == "two_piece" else outfit.colour
    b.fill(c, shape, side(colour, 1.0))
    with b.clipped(c, shape):
        folds = [
            ((0.3 * x, waist), (0.8 * x, 0.5 * (waist + low)), (x, low)) for x in np.linspace(-wide, wide, 9).tolist()
        ]
        parts.strokes(c, folds, shade(colour, 0.62), 0.012, 0.5)
        b.curve(c, [(-wide, low - 0.02), (0, low), (wide, low - 0.02)], outfit.trim, 0.022, 0.8)


def _front(c: skia.Canvas, outfit: Outfit, fit: Fit) -> None:
    """What one sees on the chest: lapels and a tie, crossed collars, buttons, a hood, a panel."""
    y, low, colour = fit.neck, fit.hem, outfit.colour
    deep = y + 0.62 * (low - y)
    if outfit.extra == "pack":
        b.rectangle(c, (-0.09, y + 0.1), 0.18, 0.11, side(rgb("#c9ced6")), round=0.02)
        for k, ink in enumerate(("#d8423c", "#3f8fd0", "#e8b93a")):
            b.circle(c, (-0.05 + 0.05 * k, y + 0.14), 0.016, rgb(ink))
        b.ellipse(c, (0, y + 0.03), 0.2, 0.045, side(rgb("#b4bcc6")))
        return
    if outfit.collar == "suit":
        b.polygon(c, [(-0.1, y), (0.1, y), (0, deep)], WHITE)
        tie = [(0, y + 0.02), (0.02, y + 0.02), (0.032, deep - 0.07), (0, deep - 0.02)]
        b.fill(c, b.outline(tie, smooth=False, mirrored=True), side(outfit.trim, 0.7))
        for sign in b.both_sides(c):
            lapel = [(0.085, y - 0.01), (0.16, y + 0.02), (0.15, y + 0.12), (0.0, deep + 0.02)]
            b.polygon(c, lapel, shade(colour, 1.5 if sign < 0 else 1.25))
        b.circle(c, (0.0, deep + 0.06), 0.016, shade(colour, 1.9))
        return
    if outfit.collar == "cross":
        b.polygon(c, [(0.08, y), (0.15, y), (-0.04, deep + 0.08), (-0.1, deep + 0.08)], shade(outfit.trim, 0.86))
        b.polygon(c, [(-0.08, y), (-0.15, y), (0.04, deep + 0.08), (0.1, deep + 0.08)], outfit.trim)
        return
    _closed_front(c, outfit, fit)


def _closed_front(c: skia.Canvas, outfit: Outfit, fit: Fit) -> None:
    y, low, colour = fit.neck, fit.hem, outfit.colour
    if outfit.collar in ("shirt", "raincoat", "mandarin") or outfit.extra == "fur":
        ink = outfit.trim if outfit.extra == "fur" else shade(colour, 0.6)
        b.line(c, (0, y + 0.04), (0, low), ink, 0.045 if outfit.extra == "fur" else 0.012)
        for k in range(3):
            b.circle(c, (0.0 if outfit.collar == "raincoat" else 0.024, y + 0.1 + 0.09 * k), 0.014, shade(colour, 1.5))
        for sign in b.both_sides(c):
            wing = [(0, y + 0.06), (0.13, y - 0.02), (0.17, y + 0.03), (0.09, y + 0.09)]
            b.polygon(c, wing, shade(colour, 1.3 if sign < 0 else 1.08))
    elif outfit.collar in ("hood", "crew", "closed"):
        thick = 0.06 if outfit.collar == "hood" else 0.035
        b.curve(c, [(-0.17, y), (0, y + 0.05), (0.17, y)], shade(colour, 0.8), thick)
    if outfit.collar == "hood":
        for x in (-0.04, 0.04):
            b.line(c, (x, y + 0.06), (x * 1.3, y + 0.19), WHITE, 0.014)
    if outfit.extra == "pocket":
        b.blob(
            c, [(-0.09, low - 0.12), (0.09, low - 0.12), (0.13, low - 0.03), (-0.13, low - 0.03)], shade(colour, 0.84)
        )


def helmet(c: skia.Canvas, outfit: Outfit, at: tuple[float, float, float]) -> None:
    """The glass around the head that goes with a spacesuit; nothing with any other outfit."""
    if outfit.extra != "pack":
        return
    x, y, radius = at
    tones = ((1, 1, 1, 0.34), (*_GLASS, 0.06), (*_GLASS, 0.3))
    glass = linear((x - radius, y - radius), (x + radius, y + radius), tones, (0, 0.5, 1))
    b.circle(c, (x, y), radius, glass)
    b.circle(c, (x, y), radius, rgb("#eef2f6"), 0.95, width=0.035)
    b.curve(c, [(x - 0.74 * radius, y - 0.2 * radius), (x - 0.55 * radius, y - 0.6 * radius),
                (x - 0.15 * radius, y - 0.8 * radius)], WHITE, 0.03, 0.75)  # fmt: skip


def coat_aside(c: skia.Canvas, outfit: Outfit, trunk: str, ends: tuple[float, float], legs: list[list[Point]],
               wide: float) -> None:  # fmt: skip
    """The clothes of who is seen from aside: over the trunk between `ends` (x of rump and collar), to the knees."""
    colour = outfit.colour
    for k, joints in enumerate(legs):
        thigh = [joints[0], joints[1]]
        b.limb(c, thigh, (1.12 * wide, 0.9 * wide), side(shade(colour, 1.0 if k else 0.94), 0.7))
    shape = b.outline(trunk)
    back, collar = ends
    with b.placed(c, (0, -0.012), scale=(1.0, 1.03)), b.clipped(c, shape):
        b.polygon(c, [(back, -1.1), (collar - 0.1, -1.1), (collar + 0.08, -0.3), (back, -0.3)], top(colour, 0.9))
        b.line(c, (collar - 0.08, -1.05), (collar + 0.1, -0.3), shade(colour, 0.7), 0.05)
        b.line(c, (back + 0.01, -0.8), (back + 0.01, -0.3), shade(colour, 0.65), 0.03)
        b.curve(c, [(back, -0.46), (0, -0.45), (collar, -0.44)], mix(outfit.trim, colour, 0.3), 0.025, 0.9)


def dressed(name: str, draw: Draw) -> Draw:
    """The drawing of one of FITS in what its traits say that it wears."""
    fit = FITS[name]

    def clothed(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
        draw(c, rng, look)
        outfit = clothes_of(rng, look)
        if outfit is not None:
            dress(c, outfit, fit)
            helmet(c, outfit, fit.head)

    return clothed
