"""Clothes on a body, from the front, from behind and from the side."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import atan2, degrees

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import Colour, Point, ball, mix, rgb, shade, side
from easel.engines.painter.sprites import animal_parts as parts
from easel.engines.painter.sprites.faces import blush
from easel.engines.painter.sprites.figure import Body, Stance
from easel.engines.painter.sprites.person import Outfit


def _along(joints: Sequence[Point], share: float) -> list[Point]:
    """The first `share` of a chain of three joints."""
    (x0, y0), (x1, y1), (x2, y2) = joints
    if share <= 0.5:
        k = share * 2
        return [(x0, y0), (x0 + (x1 - x0) * k, y0 + (y1 - y0) * k)]
    k = share * 2 - 1
    return [(x0, y0), (x1, y1), (x1 + (x2 - x1) * k, y1 + (y2 - y1) * k)]


#: What is sewn on suits that come with gloves: a spacesuit's pack, the plates of armour.
GLOVED = frozenset({"pack", "plates", "lamellae"})


def arm(
    c: skia.Canvas,
    body: Body,
    outfit: Outfit,
    joints: Sequence[Point],
    skin: Colour,
    *,
    shadow: float = 1.0,
) -> None:
    """One arm with its hand and sleeve; `shadow` < 1 for the far one."""
    upper, middle, lower = body.arm
    flesh, cloth = (skin if shadow == 1 else blush(skin, 0.4)), shade(outfit.colour, shadow)
    wrist, elbow = joints[2], joints[1]
    _hand(c, elbow, wrist, lower, shade(outfit.colour, 0.8 * shadow) if outfit.extra in GLOVED else flesh)
    if outfit.sleeve < 0.95:
        b.limb(c, joints, (upper * 0.92, middle * 0.95, lower), side(flesh, 0.7))
    if outfit.sleeve > 0.02:
        covered = _along(joints, outfit.sleeve)
        if outfit.wide:
            widths = (upper * 1.25, middle * 1.9, lower * 3.6)[: len(covered)]
        else:
            widths = (upper * 1.12, middle * 1.15, lower * 1.3)[: len(covered)]
        b.limb(c, covered, widths, side(cloth, 0.8))
        if len(covered) > 2 and not outfit.wide:
            _creases(c, covered[1], covered[0], widths[1], cloth)
        if outfit.sleeve > 0.9:
            cuff = outfit.trim if outfit.wide or outfit.extra in ("fur", "stripes") else shade(cloth, 0.75)
            (x0, _), (x1, y1) = joints[1], joints[2]
            b.line(
                c,
                (x1 - (x1 - x0) * 0.06 - widths[-1] * 0.3, y1),
                (x1 - (x1 - x0) * 0.06 + widths[-1] * 0.3, y1),
                cuff,
                lower * 0.22,
                0.8,
            )


def _hand(c: skia.Canvas, elbow: Point, wrist: Point, wide: float, flesh: Colour) -> None:
    """A loose hand that goes on from the forearm: palm, four fingers of which one sees the gaps, and the thumb."""
    turn = degrees(atan2(wrist[0] - elbow[0], wrist[1] - elbow[1]))
    with b.placed(c, wrist, scale=(wide if wrist[0] > 0 else -wide, wide), turn=-turn):
        b.blob(c, "-.44,-.3 -.56,.35 -.52,1.0 -.34,1.62 .0,1.72 .3,1.5 .46,.9 .5,.3 .4,-.3", side(flesh, 0.6))
        b.blob(c, "-.4,.15 -.72,.5 -.78,.95 -.62,1.08! -.46,.8 -.3,.5", shade(flesh, 0.97))
        for x, start in ((-0.2, 1.0), (0.02, 0.95), (0.22, 1.0)):
            b.line(c, (x, start), (x - 0.04, 1.52), blush(flesh, 0.6), 0.06, 0.6)


def _creases(c: skia.Canvas, joint: Point, before: Point, wide: float, cloth: Colour, alpha: float = 0.4) -> None:
    """Cloth that bunches at a bent joint: short curves across it."""
    dx, dy = joint[0] - before[0], joint[1] - before[1]
    turn = degrees(atan2(dx, dy))
    with b.placed(c, joint, scale=wide, turn=-turn):
        for y, reach in ((-0.28, 0.36), (0.02, 0.44), (0.3, 0.32)):
            b.curve(c, [(-0.46, y - 0.08), (-0.1, y + 0.06), (reach - 0.1, y - 0.02)], shade(cloth, 0.68), 0.07, alpha)


def leg(
    c: skia.Canvas,
    body: Body,
    outfit: Outfit,
    joints: Sequence[Point],
    skin: Colour,
    *,
    shadow: float = 1.0,
    toe: float = 0.0,
) -> None:
    """One leg with its shoe; `toe` is how far the foot points to the right (side view) or outwards."""
    upper, middle, lower = body.leg
    flesh, cloth = (skin if shadow == 1 else blush(skin, 0.35)), shade(outfit.legs_colour, shadow)
    x, y = joints[-1]
    barefoot = outfit.extra in ("swim", "bare")
    shoe = flesh if barefoot else shade(outfit.shoes, shadow)
    long = lower * (0.75 + abs(toe))
    heel = x - lower * 0.55 if toe >= 0 else x + lower * 0.55
    tip = heel + (long + lower * 0.55) * (1 if toe >= 0 else -1)
    sole = [
        (heel, y + 0.035),
        (heel, y),
        (x, y - 0.012),
        ((x + tip) / 2, y + 0.004),
        (tip, y + 0.018),
        (tip, y + 0.035),
    ]
    if abs(toe) < 0.5:
        # Seen from before the toes: short, and a little turned out.
        out = lower * toe
        sole = [
            (x - lower * 0.5, y - 0.02),
            (x - lower * 0.68 + out, y + 0.02),
            (x - lower * 0.5 + out * 1.6, y + 0.036),
            (x + lower * 0.5 + out * 1.6, y + 0.036),
            (x + lower * 0.68 + out, y + 0.02),
            (x + lower * 0.5, y - 0.02),
        ]
    if outfit.legs != "trousers":
        (x1, y1), (x2, y2) = joints[1], joints[2]
        calf = (x1 + (x2 - x1) * 0.34, y1 + (y2 - y1) * 0.34)
        bare = [joints[0], joints[1], calf, joints[2]]
        b.limb(c, bare, (upper * 0.92, middle * 0.80, middle * 0.88, lower * 0.78), side(flesh, 0.7))
    b.blob(c, sole, b.top(shoe, 0.9))
    if outfit.legs == "trousers":
        b.limb(c, joints, (upper * 1.06, middle * 1.08, lower * 1.35), side(cloth, 0.85))
        (x0, y0), (x1, y1) = joints[0], joints[1]
        b.curve(
            c, [((x0 + x1) / 2, (y0 + y1) / 2), (x1, y1), ((x1 + x) / 2, (y1 + y) / 2)], shade(cloth, 0.72), 0.004, 0.45
        )
        _creases(c, (x1, y1), (x0, y0), middle, cloth, 0.2)
        _creases(c, (x, y - 0.02), (x1, y1), lower * 1.3, cloth, 0.3)
    elif outfit.legs == "shorts" and outfit.extra != "swim":
        b.limb(c, _along(joints, 0.46), (upper * 1.15, middle * 1.45), side(cloth, 0.8))


def is_skirted(body: Body, outfit: Outfit) -> bool:
    """Whether cloth hangs over the legs: a skirt, a gown, the tails of a coat."""
    return outfit.legs in ("skirt", "gown") or outfit.hem > body.hip_y + 0.06


def crossed_legs(c: skia.Canvas, body: Body, outfit: Outfit, legs: Callable[[], None]) -> None:
    """What one sees before the trunk of somebody who sits on the ground: the legs, or the cloth over them."""
    if outfit.legs not in ("skirt", "gown"):
        legs()
        return
    colour = outfit.legs_colour if outfit.extra == "two_piece" else outfit.colour
    knee = body.hip * 2.5
    mound = [(0.0, -0.17), (knee * 0.4, -0.165), (knee * 0.85, -0.11), (knee, -0.035), (knee * 0.8, 0.004), (0, 0.008)]
    shape = b.outline(mound, mirrored=True)
    b.fill(c, shape, side(colour, 1.0))
    with b.clipped(c, shape):
        folds = [((x * 0.2, -0.16), (x * 0.75, -0.1), (x, 0.0)) for x in np.linspace(-knee, knee, 9).tolist()]
        parts.strokes(c, folds, shade(colour, 0.62), 0.007, 0.5)


def _torso(body: Body, hem: float) -> list[Point]:
    s, w, h = body.shoulder, body.waist, body.hip
    y = body.shoulder_y
    return [
        (s * 0.36, y - 0.018),
        (s * 0.82, y + 0.004),
        (s * 1.0, y + 0.034),
        (s * 0.93, y + 0.095),
        (w * 1.06, (y + body.waist_y) / 2 + 0.04),
        (w, body.waist_y),
        (h * 0.98, body.hip_y - 0.01),
        (h * 1.0, hem - 0.014),
        (h * 0.95, hem - 0.001),
        (h * 0.7, hem + 0.003),
        (0.0, hem + 0.006),
    ]


def torso(c: skia.Canvas, body: Body, outfit: Outfit, *, back: bool, bust: bool) -> None:
    """The upper garment from neck to hip."""
    hem = body.hip_y + (0.045 if outfit.extra != "bare" else 0.02)
    shape = b.outline(_torso(body, hem), mirrored=True)
    b.fill(c, shape, side(outfit.colour, 0.95))
    with b.clipped(c, shape):
        dark = shade(outfit.colour, 0.62)
        w = body.waist
        for text in (
            [(w * 0.95, body.waist_y - 0.03), (w * 0.45, body.waist_y - 0.005), (w * 0.2, body.waist_y + 0.01)],
            [(-w * 0.95, body.waist_y + 0.005), (-w * 0.5, body.waist_y + 0.02)],
            [(body.shoulder * 0.8, body.shoulder_y + 0.09), (body.shoulder * 0.55, body.shoulder_y + 0.12)],
        ):
            b.curve(c, text, dark, 0.004, 0.5)
        if bust and not back:
            for sign in (-1, 1):
                b.glow(c, (sign * body.shoulder * 0.42, body.shoulder_y + 0.115), 0.04, shade(outfit.colour, 1.3), 0.22)
                b.glow(c, (sign * body.shoulder * 0.44, body.shoulder_y + 0.145), 0.036, dark, 0.22)
        _weave(c, body, outfit, hem)
    if not back:
        _front_piece(c, body, outfit)


def _weave(c: skia.Canvas, body: Body, outfit: Outfit, hem: float) -> None:
    """What the cloth of the torso is made of: knitting, camouflage, plates of steel."""
    dark = shade(outfit.colour, 0.62)
    if outfit.extra == "knit":
        for k in range(7):
            y = body.shoulder_y + 0.05 + k * 0.045
            b.line(c, (-0.2, y), (0.2, y), dark, 0.004, 0.25)
        b.line(c, (-0.2, hem - 0.008), (0.2, hem - 0.008), dark, 0.02, 0.5)
    elif outfit.extra == "camouflage":
        for k in range(22):
            x, y = ((k * 37) % 29 / 29 - 0.5) * 0.28, body.shoulder_y + (k * 53 % 31) / 31 * 0.34
            b.ellipse(c, (x, y), 0.026, 0.015, (shade(outfit.colour, 0.6), shade(outfit.colour, 1.35))[k % 2], 0.75)
    elif outfit.extra in ("plates", "lamellae"):
        (_plates if outfit.extra == "plates" else _lamellae)(c, body, outfit, hem)
    elif outfit.extra in ("stripes", "fur"):
        _bands(c, body, outfit, hem)
    elif outfit.extra == "vest":
        b.rectangle(c, (-body.hip, body.hip_y - 0.02), body.hip * 2, 0.2, side(rgb("#1c1d22")))


def _bands(c: skia.Canvas, body: Body, outfit: Outfit, hem: float) -> None:
    """Reflecting stripes around the chest, or white fur down the front."""
    if outfit.extra == "fur":
        b.line(c, (0, body.shoulder_y), (0, hem), shade(outfit.trim, 0.97), 0.04)
        return
    for y in (body.shoulder_y + 0.13, body.waist_y + 0.03):
        b.line(c, (-0.2, y), (0.2, y), outfit.trim, 0.024)
        b.line(c, (-0.2, y), (0.2, y), shade(rgb("#c8ccd0"), 1.0), 0.009)


def _front_piece(c: skia.Canvas, body: Body, outfit: Outfit) -> None:
    """What is sewn on the chest: a hoodie's pocket, the panel of a spacesuit."""
    if outfit.extra == "pocket":
        y = body.hip_y - 0.05
        b.polygon(
            c,
            [(-0.045, y - 0.035), (0.045, y - 0.035), (0.062, y + 0.05), (-0.062, y + 0.05)],
            shade(outfit.colour, 0.88),
        )
    elif outfit.extra == "pompoms":
        for y in (body.shoulder_y + 0.12, body.waist_y - 0.02, body.waist_y + 0.08):
            b.circle(c, (0.0, y), 0.024, ball(outfit.trim, 1.2))
    elif outfit.extra == "roundel":
        y = body.shoulder_y + 0.13
        b.circle(c, (0.0, y), 0.055, ball(outfit.trim, 0.8))
        b.circle(c, (0.0, y), 0.043, shade(outfit.colour, 0.8), width=0.006)
        b.curve(
            c,
            [(-0.025, y + 0.02), (-0.01, y - 0.025), (0.01, y + 0.02), (0.026, y - 0.02)],
            shade(outfit.colour, 0.8),
            0.009,
        )
    elif outfit.extra == "cape":
        y = body.shoulder_y + 0.1
        b.polygon(c, [(-0.05, y - 0.03), (0.05, y - 0.03), (0.065, y), (0.0, y + 0.07), (-0.065, y)], rgb("#f2c243"))
        b.polygon(c, [(-0.035, y - 0.018), (0.035, y - 0.018), (0.046, y), (0.0, y + 0.05), (-0.046, y)], outfit.trim)
    elif outfit.extra == "pack":
        y = body.shoulder_y + 0.09
        b.rectangle(c, (-0.06, y), 0.12, 0.075, side(rgb("#c9ced6")), round=0.012)
        for k, ink in enumerate(("#d8423c", "#3f8fd0", "#e8b93a")):
            b.circle(c, (-0.035 + k * 0.035, y + 0.022), 0.010, rgb(ink))
        b.rectangle(c, (-0.045, y + 0.042), 0.09, 0.018, rgb("#4a5566"), round=0.005)


def _lamellae(c: skia.Canvas, body: Body, outfit: Outfit, hem: float) -> None:
    """Rows of lacquered plates laced with silk, and square guards on the shoulders."""
    iron, wide = rgb("#2b2a30"), 1.25 * body.shoulder
    for k in range(9):
        y = body.shoulder_y + 0.06 + k * (hem - body.shoulder_y - 0.06) / 9
        b.line(c, (-wide, y), (wide, y), iron, 0.009, 0.9)
        for n in range(-8, 9):
            b.line(c, (0.022 * n, y + 0.006), (0.022 * n + 0.004, y + 0.028), shade(outfit.colour, 1.7), 0.004, 0.8)
    b.circle(c, (0, body.shoulder_y + 0.1), 0.024, ball(outfit.trim, 1.1))
    for sign in (-1, 1):
        x, y = sign * body.shoulder * 1.02, body.shoulder_y + 0.005
        b.rectangle(c, (x - 0.05, y), 0.1, 0.14, side(shade(outfit.colour, 0.9), 1.1), round=0.012)
        for k in range(4):
            b.line(c, (x - 0.05, y + 0.03 + 0.032 * k), (x + 0.05, y + 0.03 + 0.032 * k), iron, 0.008)
        b.rectangle(c, (x - 0.054, y - 0.008), 0.108, 0.016, outfit.trim, round=0.006)


def _plates(c: skia.Canvas, body: Body, outfit: Outfit, hem: float) -> None:
    light, dark = shade(outfit.colour, 1.5), shade(outfit.colour, 0.5)
    b.line(c, (0, body.shoulder_y), (0, body.waist_y + 0.02), light, 0.008)
    for k in range(4):
        y = body.waist_y - 0.02 + k * 0.035
        b.curve(c, [(-0.15, y - 0.008), (0, y + 0.012), (0.15, y - 0.008)], dark, 0.005, 0.7)
    for sign in (-1, 1):
        b.ellipse(c, (sign * body.shoulder * 0.9, body.shoulder_y + 0.035), 0.055, 0.045, ball(outfit.colour, 1.2))


def skirt(c: skia.Canvas, body: Body, outfit: Outfit, rng: np.random.Generator, *, drop: float = 0.0) -> None:
    """A skirt, a gown, or the tails of a coat, from the waist to the hem; `drop` is how far a seat lowers the body."""
    top_y = body.waist_y if outfit.legs in ("skirt", "gown") else body.hip_y - 0.03
    hem = min(outfit.hem, -drop - 0.012) if drop else outfit.hem
    if drop and outfit.legs == "skirt":
        hem = max(hem, body.hip_y + 0.1)
    wide = body.hip * outfit.flare
    x0 = body.waist if outfit.legs in ("skirt", "gown") else body.hip
    hip = max(body.hip * 1.04, min(wide, body.hip * 1.04 + (wide - body.hip) * 0.35))
    middle = body.hip_y + (hem - body.hip_y) * 0.12
    right = [(x0, top_y), (hip, middle), (wide * 0.93, (middle + hem) / 2 + 0.02), (wide, hem - 0.008)]
    ripples = []
    count = 7
    for k in range(count + 1):
        x = wide * (1 - 2 * k / count)
        ripples.append((x * 0.99, hem + (0.012 if k % 2 else -0.003) * (1 if outfit.flare > 1.3 else 0.3)))
    left = [(-x, y) for x, y in reversed(right)]
    shape = b.outline([*right, *ripples[1:-1], *left])
    colour = outfit.legs_colour if outfit.extra == "two_piece" else outfit.colour
    b.fill(c, shape, side(colour, 1.0), 0.92 if outfit.extra == "tulle" else 1.0)
    with b.clipped(c, shape):
        _pleats(c, rng, colour, (x0, top_y), (hip, middle), (wide, hem))
        if outfit.extra in ("ribbon", "obi", "sash", "fur", "stripes") or outfit.collar == "mandarin":
            b.curve(c, [(wide, hem - 0.014), (0, hem - 0.002), (-wide, hem - 0.014)], outfit.trim, 0.016, 0.9)
    if outfit.extra == "slit":
        b.polygon(
            c,
            [(hip * 0.45, hem + 0.006), (hip * 0.62, (middle + hem) / 2), (wide * 0.86, hem + 0.006)],
            shade(colour, 0.45),
        )


def _pleats(c: skia.Canvas, rng: np.random.Generator, colour: Colour, waist_at: Point, hip: Point, hem: Point) -> None:
    """Folds of a skirt that begin as nothing at the waist and open towards the hem, dark beside light."""
    count = 11
    dark, light = skia.Path(), skia.Path()
    for k in range(count):
        t = (k + 0.5) / count * 2 - 1 + float(rng.uniform(-0.05, 0.05))
        top = (t * waist_at[0] * 0.92, waist_at[1] + float(rng.uniform(0.01, 0.05)))
        wide = hem[0] * float(rng.uniform(0.06, 0.12))
        x, y = t * hem[0] * 0.99, hem[1] + 0.03
        for path, left, right in ((dark, -0.5, 0.5), (light, -0.85, -0.35)):
            path.moveTo(*top)
            path.quadTo(t * hip[0] + left * 0.4 * wide, hip[1] + 0.05, x + left * wide, y)
            path.lineTo(x + right * wide, y)
            path.quadTo(t * hip[0] + right * 0.4 * wide, hip[1] + 0.05, *top)
    b.fill(c, dark, shade(colour, 0.6), 0.3)
    b.fill(c, light, shade(colour, 1.4), 0.26)


def lap(c: skia.Canvas, body: Body, outfit: Outfit, stance: Stance) -> None:
    """A skirt or gown over the thighs and shins of somebody seated, from the side."""
    colour = outfit.legs_colour if outfit.extra == "two_piece" else outfit.colour
    share = 0.93 if outfit.legs == "gown" else 0.62
    draped = _along(stance.legs[1], share)
    widths = (body.hip * 1.7, body.leg[0] * 1.5, body.leg[0] * (1.5 if share > 0.9 else 1.1))
    b.limb(c, draped, widths, b.top(colour, 0.9))
    (x0, y0), (x1, y1) = draped[0], draped[1]
    for k in (-0.02, 0.015):
        b.curve(
            c, [(x0, y0 + k), ((x0 + x1) / 2, (y0 + y1) / 2 + k - 0.006), (x1, y1 + k)], shade(colour, 0.68), 0.005, 0.6
        )


def waist(c: skia.Canvas, body: Body, outfit: Outfit, *, back: bool) -> None:
    """Belt, sash or obi."""
    y, w = body.waist_y, body.waist * 1.03
    if outfit.extra == "obi":
        obi = mix(outfit.trim, rgb("#e0a63a"), 0.6)
        b.rectangle(c, (-w * 1.06, y - 0.05), w * 2.12, 0.085, side(obi), round=0.008)
        b.rectangle(c, (-w * 1.06, y - 0.013), w * 2.12, 0.013, rgb("#a8323a"))
        if back:
            b.rectangle(c, (-0.06, y - 0.08), 0.12, 0.13, side(shade(obi, 0.95)), round=0.02)
    elif outfit.extra in ("ribbon", "sash"):
        ink = outfit.trim if outfit.extra == "sash" else mix(outfit.colour, rgb("#c8464f"), 0.75)
        b.rectangle(c, (-w * 1.03, y - 0.02), w * 2.06, 0.045, side(ink), round=0.006)
        for dx, end in ((-0.006, -0.03), (0.012, 0.025)):
            b.limb(c, [(dx, y + 0.02), (dx + end * 0.5, y + 0.14), (end, y + 0.27)], (0.016, 0.018, 0.012), side(ink))
    elif outfit.belt:
        b.curve(c, [(-w, y - 0.004), (0, y + 0.008), (w, y - 0.004)], shade(outfit.colour, 0.5), 0.018)
        if outfit.legs == "trousers" and not back:
            b.rectangle(c, (-0.012, y - 0.005), 0.024, 0.022, rgb("#d8b45a"), round=0.004)


def dressed_legs(
    c: skia.Canvas, body: Body, outfit: Outfit, stance: Stance, skin: Colour, *, side_view: bool, astride: bool = False
) -> None:
    """Both legs, the far one darker; of a rider `astride` a mount one sees only the near one."""
    for k, joints in enumerate(stance.legs):
        if astride and k == 0:
            continue
        toe = 0.9 if side_view else (-0.35, 0.35)[k]
        leg(c, body, outfit, joints, skin, shadow=0.8 if (side_view and k == 0) else 1.0, toe=toe)


def replace_colour(outfit: Outfit, colour: Colour) -> Outfit:
    """The same outfit in another colour."""
    return replace(outfit, colour=colour)


def side_body(body: Body) -> Body:
    """The body as wide as it looks from the side."""
    return replace(body, waist=body.waist * 0.8, hip=body.hip * 0.85)
