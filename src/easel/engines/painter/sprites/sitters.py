"""Furry animals that sit and look at you: cat, dog, fox, wolf, rabbit, bear, panda and their like, in front view."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Colour, ball, mix, rgb, shade, side
from easel.engines.painter.sprites import animal_parts as parts
from easel.engines.painter.sprites import coats
from easel.engines.painter.sprites.animal_clothes import Fit, clothes_of, dress, helmet, sleeve
from easel.engines.painter.sprites.deeds import DEEDS, at_work
from easel.engines.painter.sprites.person import Outfit
from easel.engines.painter.sprites.sprite import Look

_GREEN = rgb("#4c8a3e")
HEAD = {
    "cat": "0,-.93 .15,-.90 .262,-.80 .30,-.68 .325,-.60! .235,-.52 .12,-.47 0,-.455",
    "round": "0,-.965 .155,-.93 .265,-.82 .285,-.67 .23,-.54 .12,-.475 0,-.46",
    "fox": "0,-.90 .14,-.875 .25,-.77 .345,-.60! .20,-.555 .085,-.455 0,-.435",
    "dog": "0,-.97 .13,-.935 .22,-.83 .235,-.68 .195,-.55 .11,-.47 0,-.455",
    "rabbit": "0,-.79 .11,-.755 .185,-.66 .205,-.54 .16,-.445 .08,-.405 0,-.40",
}
BODY = {
    "slim": "0,-.60 .13,-.55 .20,-.40 .245,-.20 .235,-.05 .13,0 0,0",
    "stout": "0,-.62 .20,-.56 .31,-.38 .345,-.20 .30,-.05 .16,0 0,0",
    "small": "0,-.50 .12,-.45 .20,-.30 .235,-.16 .20,-.03 .1,0 0,0",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitter:
    """How one kind of sitting animal is built; texts name the outlines and part drawings below."""

    coat: Colour
    head: str = "cat"
    body: str = "slim"
    ears: str = "pointed"
    eyes: Colour = _GREEN
    eye_at: tuple[float, float] = (0.118, -0.695)
    eye_size: float = 0.056
    slit: bool = False
    nose_at: float = -0.615
    nose_width: float = 0.03
    nose: Colour = parts.PINK
    muzzle: tuple[float, float] = (0.105, 0.072)
    tail: str | None = None
    tail_tip: bool = False
    extremities: Colour | None = None
    whiskered: bool = False
    marks: Callable[[skia.Canvas, Colour], None] | None = None
    body_marks: Callable[[skia.Canvas, Colour], None] | None = None

    @property
    def stout(self) -> float:
        """How wide it is, as a factor of a slim one."""
        return 1.35 if self.body == "stout" else 1.0

    def limbs(self, coat: Colour) -> Colour:
        """The colour of its legs and haunches."""
        return self.extremities if self.body == "stout" and self.extremities else coat


SITTERS = {
    "cat": Sitter(coat=rgb("#ec9036"), slit=True, tail="curl", tail_tip=True, whiskered=True, marks=coats.tabby,
        body_marks=coats.tabby_body,),
    "dog": Sitter(
        coat=rgb("#c98f4e"), head="dog", ears="floppy", eyes=rgb("#5a3418"), eye_at=(0.098, -0.715), eye_size=0.043,
        nose_at=-0.61, nose_width=0.05, nose=parts.DARK, muzzle=(0.125, 0.095), tail="curl",
    ),
    "fox": Sitter(
        coat=rgb("#dd6b28"), head="fox", ears="tall", eyes=rgb("#b0701c"), eye_at=(0.112, -0.69), eye_size=0.042,
        nose_at=-0.49, nose_width=0.034, nose=parts.DARK, muzzle=(0.07, 0.05), tail="brush", tail_tip=True,
        extremities=rgb("#3a241c"), marks=coats.mask,
    ),
    "wolf": Sitter(
        coat=rgb("#7f8791"), head="fox", ears="tall", eyes=rgb("#d9a632"), eye_at=(0.112, -0.69), eye_size=0.04,
        nose_at=-0.50, nose_width=0.042, nose=parts.DARK, muzzle=(0.085, 0.06), tail="brush", marks=coats.mask,
    ),
    "rabbit": Sitter(
        coat=rgb("#efe6da"), head="rabbit", body="small", ears="long", eyes=rgb("#6b3325"), eye_at=(0.098, -0.59),
        eye_size=0.043, nose_at=-0.525, nose_width=0.022, muzzle=(0.07, 0.05), tail="puff", whiskered=True,
    ),
    "bear": Sitter(
        coat=rgb("#7d5230"), head="round", body="stout", ears="round", eyes=rgb("#38200f"), eye_at=(0.105, -0.735),
        eye_size=0.034, nose_at=-0.645, nose_width=0.05, nose=parts.DARK, muzzle=(0.125, 0.098), marks=coats.spectacles,
    ),
    "panda": Sitter(
        coat=rgb("#f6f3ee"), head="round", body="stout", ears="round", eyes=rgb("#3a2a22"), eye_at=(0.108, -0.71),
        eye_size=0.034, nose_at=-0.625, nose_width=0.042, nose=parts.DARK, muzzle=(0.1, 0.075),
        extremities=rgb("#222125"), marks=coats.panda,
    ),
    "tiger": Sitter(
        coat=rgb("#e8872a"), head="round", body="stout", ears="round", eyes=rgb("#c9962a"), eye_at=(0.115, -0.715),
        eye_size=0.045, nose_at=-0.61, nose_width=0.046, muzzle=(0.125, 0.09), tail="curl", tail_tip=True,
        whiskered=True, marks=coats.tiger, body_marks=coats.tiger_body,
    ),
    "leopard": Sitter(
        coat=rgb("#e3ac52"), head="round", body="stout", ears="round", eyes=rgb("#7f9a3a"), eye_at=(0.112, -0.715),
        eye_size=0.045, nose_at=-0.61, nose_width=0.044, muzzle=(0.12, 0.085), tail="curl", tail_tip=True,
        whiskered=True, marks=coats.leopard, body_marks=coats.leopard_body,
    ),
    "raccoon": Sitter(
        coat=rgb("#8d8b88"), head="fox", body="slim", ears="round", eyes=rgb("#3a2a1c"), eye_at=(0.12, -0.685),
        eye_size=0.042, nose_at=-0.505, nose_width=0.036, nose=parts.DARK, muzzle=(0.075, 0.055), tail="ringed",
        extremities=rgb("#2e2c30"), marks=coats.bandit,
    ),
    "lion": Sitter(
        coat=rgb("#dca24c"), head="round", body="stout", ears="mane", eyes=rgb("#a8701e"), eye_at=(0.11, -0.715),
        eye_size=0.042, nose_at=-0.61, nose_width=0.048, nose=rgb("#6b3f30"), muzzle=(0.12, 0.09), tail="curl",
        whiskered=True,
    ),
}  # fmt: skip


#: Which front legs are lifted, for what the trait `hands` says: those on the left (-1) and on the right.
LIFTED = {"hold": (-1, 1), "raise": (-1,)}


def _tail(c: skia.Canvas, kind: str, coat: Colour, tip: Colour | None) -> None:
    if kind == "curl":
        b.limb(c, ".14,-.07 .32,-.045 .43,-.13 .43,-.28 .375,-.38", (0.11, 0.10, 0.09, 0.08, 0.065), side(coat, 0.9))
        if tip:
            b.limb(c, ".43,-.25 .40,-.345 .365,-.395", (0.07, 0.074, 0.06), tip)
    elif kind == "ringed":
        joints = b.points(".12,-.05 .28,-.03 .40,-.12 .45,-.27 .42,-.42")
        b.limb(c, joints, (0.1, 0.13, 0.15, 0.14, 0.05), side(coat, 0.9))
        for x, y, turn in ((0.27, -0.035, 10), (0.385, -0.115, -45), (0.445, -0.25, -85), (0.43, -0.385, -105)):
            with b.placed(c, (x, y), turn=turn):
                b.ellipse(c, (0, 0), 0.026, 0.068, rgb("#2e2c30"))
    elif kind == "brush":
        b.blob(c, ".1,-.02 .28,-.015 .44,-.13 .475,-.33 .40,-.50! .33,-.36 .29,-.2 .16,-.14", side(coat, 0.9))
        if tip:
            b.blob(c, ".40,-.50! .35,-.405 .38,-.37! .41,-.4! .44,-.36! .472,-.34 .462,-.42", tip)
    else:
        for x, y in ((0.215, -0.13), (0.25, -0.1), (0.23, -0.07)):
            b.circle(c, (x, y), 0.062, ball(mix(coat, WHITE, 0.5), 0.4))


def _ears(c: skia.Canvas, kind: str, coat: Colour, dark: Colour | None, *, away: bool = False) -> None:
    """The ears; of those turned `away` one sees the back, as dark as the coat."""
    inner = shade(coat, 0.78) if away else mix(parts.PINK, coat, 0.25)
    if kind == "mane":
        _mane(c, coat)
    for sign in b.both_sides(c):
        lit = shade(coat, 1.04 if sign < 0 else 0.86)
        if kind == "pointed":
            b.blob(c, ".05,-.86! .15,-.955 .262,-1! .295,-.88 .292,-.68!", ball(lit, 0.6))
            b.blob(c, ".125,-.865 .175,-.92 .243,-.955! .258,-.86 .245,-.77", inner)
            b.blob(
                c,
                ".125,-.86! .17,-.90! .175,-.86! .205,-.86! .2,-.80 .15,-.80",
                inner if away else parts.belly(coat),
                0.8,
            )
        elif kind == "tall":
            b.blob(c, ".045,-.84! .13,-.96 .225,-1! .265,-.88 .27,-.72!", ball(lit, 0.6))
            b.blob(c, ".115,-.85 .16,-.92 .213,-.955! .228,-.86 .2,-.78", dark or inner)
        elif kind == "long":
            b.blob(c, ".03,-.70! .045,-.88 .09,-1 .145,-.985 .165,-.87 .13,-.68!", ball(lit, 0.6))
            b.blob(c, ".075,-.74 .082,-.87 .105,-.95 .128,-.90 .115,-.74", inner)
        elif kind in ("round", "mane"):
            b.circle(c, (0.215, -0.90), 0.098, ball(dark or lit, 0.7))
            b.circle(c, (0.205, -0.885), 0.056, shade(dark, 1.4) if dark else mix(coat, inner, 0.55))


def _mane_of(coat: Colour) -> Colour:
    return mix(coat, rgb("#7a3d14"), 0.72)


def _mane(c: skia.Canvas, coat: Colour) -> None:
    mane = _mane_of(coat)
    for ring, (count, radius, factor) in enumerate(((17, 0.40, 0.72), (15, 0.35, 0.95), (13, 0.30, 1.15))):
        nodes = []
        for i in range(count * 2):
            angle = np.pi * (i + ring) / count
            far = radius * (1.0 if i % 2 else 0.84)
            nodes.append((np.sin(angle) * far * 0.98, -0.66 - np.cos(angle) * far * (0.82 if np.cos(angle) > 0 else 1)))
        b.blob(c, nodes, ball(shade(mane, factor), 0.7))


def _floppy_ears(c: skia.Canvas, coat: Colour) -> None:
    for sign in b.both_sides(c):
        ink = shade(mix(coat, rgb("#5a3216"), 0.4), 1.05 if sign < 0 else 0.85)
        b.blob(c, ".10,-.915 .2,-.93 .29,-.84 .325,-.68 .29,-.53 .225,-.50 .19,-.60 .185,-.75", ball(ink, 0.8))


def _body(c: skia.Canvas, kind: Sitter, coat: Colour) -> None:
    b.blob(c, BODY[kind.body], side(coat, 0.95), mirrored=True)
    if kind.body_marks:
        with b.clipped(c, b.outline(BODY[kind.body], mirrored=True)):
            kind.body_marks(c, coat)


def _trunk(c: skia.Canvas, rng: np.random.Generator, kind: Sitter, coat: Colour, look: Look) -> None:
    """Body, haunches, chest and front legs."""
    limbs, stout = kind.limbs(coat), kind.stout
    drop = 0.6 if kind.body == "small" else 1.0
    _body(c, kind, coat)
    for sign in (-1, 1):
        b.ellipse(c, (sign * 0.185 * stout, -0.115), 0.095 * stout, 0.115, ball(shade(limbs, 0.97), 0.7))
    chest = parts.belly(coat) if limbs is coat else coat
    b.blob(c, "0,-.54 .09,-.48 .125,-.36 .10,-.24! .06,-.28! .04,-.16! 0,-.20", chest, 0.95, mirrored=True)
    if look.detail > 0.5:
        parts.fur(c, rng, (0, -0.40, 0.09, 0.1), shade(chest, 0.8), count=22, length=0.032)
        parts.fur(c, rng, (0, -0.27, 0.2 * stout, 0.2), shade(coat, 0.7), count=26, length=0.028)
    paw = limbs if kind.extremities else parts.belly(coat)
    lifted = LIFTED.get(look.traits.get("hands", ""), ())
    for sign in b.both_sides(c):
        x = 0.085 * stout
        limb = shade(kind.extremities or coat, 1.04 if sign < 0 else 0.92)
        b.ellipse(c, (0.195 * stout, -0.03), 0.095 * stout, 0.034, ball(paw, 0.6))
        if sign in lifted:
            continue
        joints = [(x * 1.25, -0.44 * drop), (x * 1.1, -0.25 * drop), (x, -0.06)]
        b.limb(c, joints, (0.12 * stout, 0.105 * stout, 0.092 * stout), side(limb, 0.7))
        b.ellipse(c, (x, -0.034), 0.064 * stout, 0.036, ball(paw, 0.5))
        for k in (-1, 1):
            b.line(c, (x + k * 0.02, -0.035), (x + k * 0.022, -0.008), shade(paw, 0.6), 0.007, 0.8)


def _arms(c: skia.Canvas, kind: Sitter, coat: Colour, hands: str, outfit: Outfit | None) -> None:
    """The front legs that are lifted to hold something, and those of who has its arms before the belly anyway."""
    hugs = kind.extremities and kind.body == "stout"
    wide = 1.0 if kind.body == "stout" else 0.74
    for sign in (-1, 1):
        if sign in LIFTED.get(hands, ()):
            hand = (sign * (0.27 if hands == "raise" else 0.235), -0.31 if hands == "raise" else -0.23)
            arm = [(sign * 0.2 * wide, -0.48), (sign * (0.1 + 0.21 * wide), -0.36), hand]
            tone = shade(kind.extremities or coat, 1.02 if sign < 0 else 0.9)
            b.limb(c, arm, (0.13 * wide, 0.15 * wide, 0.12 * wide), side(tone, 0.8))
            if outfit is not None:
                sleeve(c, outfit, arm, 0.14 * wide, sign)
            b.circle(c, hand, 0.08 * wide, ball(kind.extremities or parts.belly(coat), 0.6))
        elif hugs and outfit is None:
            arm = [(sign * 0.17, -0.50), (sign * 0.29, -0.38), (sign * 0.23, -0.25), (sign * 0.10, -0.235)]
            b.limb(c, arm, (0.12, 0.15, 0.14, 0.11), ball(kind.extremities, 0.8))


def _face(c: skia.Canvas, rng: np.random.Generator, kind: Sitter, coat: Colour, look: Look) -> None:
    b.blob(c, HEAD[kind.head], ball(coat, 0.85), mirrored=True)
    if look.detail > 0.5:
        parts.fur(c, rng, (0, -0.72, 0.2, 0.16), shade(coat, 0.74), count=26, length=0.022)
    if kind.marks:
        with b.clipped(c, b.outline(HEAD[kind.head], mirrored=True)):
            kind.marks(c, coat)
    pale = parts.belly(coat)
    wide, tall = kind.muzzle
    y = kind.nose_at
    if kind.ears == "floppy":
        b.blob(c, "0,-.93 .035,-.88 .03,-.74 .075,-.66 0,-.60", pale, 0.85, mirrored=True)
    for sign in (-1, 1):
        b.ellipse(c, (sign * wide * 0.45, y + tall * 0.55), wide * 0.62, tall * 0.8, ball(pale, 0.35))
    b.ellipse(c, (0, y + tall * 1.1), wide * 0.5, tall * 0.6, pale)
    for sign in b.both_sides(c):
        with b.placed(c, kind.eye_at, scale=(float(sign), 1.0)):
            if look.traits.get("pose") == "sleeping":
                parts.closed_eye(c, (0, 0), kind.eye_size * 1.2, coat)
            else:
                gaze = parts.GAZES.get(look.traits.get("gaze", ""), (0.0, 0.0))
                parts.eye(c, (0, 0), kind.eye_size, kind.eyes, slit=kind.slit, gaze=(gaze[0] * sign, gaze[1]))
        if kind.ears not in ("tall", "mane"):
            b.ellipse(c, (kind.eye_at[0] + 0.075, y + 0.005), 0.036, 0.02, rgb("#f08578"), 0.38)
    smiling = look.traits.get("mood") == "smiling"
    if smiling:
        b.ellipse(c, (0, y + tall * 1.25), wide * 0.22, tall * 0.38, rgb("#b8433f"))
    parts.happy_mouth(c, (0, y + tall * 0.95), wide * 0.52, rgb("#4a2a22"))
    parts.triangle_nose(c, (0, y), kind.nose_width, kind.nose)
    if kind.whiskered:
        parts.whiskers(c, (0, y + tall * 0.6), 0.27, WHITE if b.luminance(coat) < 0.85 else shade(coat, 0.6))


def draw_sitter(c: skia.Canvas, rng: np.random.Generator, look: Look, name: str) -> None:
    """One of SITTERS in front view; `mood:smiling` opens the mouth, `facing:back` turns it away."""
    kind = SITTERS[name]
    coat = look.colour or kind.coat
    tip = (parts.belly(coat) if kind.tail == "brush" else parts.marking(coat)) if kind.tail_tip else None
    if look.traits.get("facing") == "back":
        _from_behind(c, rng, kind, coat, tip)
        return
    if kind.tail:
        _tail(c, kind.tail, coat, tip)
    _trunk(c, rng, kind, coat, look)
    pose = look.traits.get("pose")
    hands = look.traits.get("hands", "hold" if pose in DEEDS else "")
    outfit, fit = clothes_of(rng, look), _fit_of(kind)
    if outfit is not None:
        dress(c, outfit, fit, lifted=LIFTED.get(hands, ()))
    _arms(c, kind, coat, hands, outfit)
    draw_sitter_head(c, rng, look, name)
    if outfit is not None:
        helmet(c, outfit, fit.head)
    at_work(c, pose, (0.235, -0.25), (-0.235, -0.25))


def _fit_of(kind: Sitter) -> Fit:
    """Where the clothes of an animal that sits are."""
    stout = kind.stout
    drop = 0.6 if kind.body == "small" else 1.0
    x, neck = 0.085 * stout, {"small": -0.45}.get(kind.body, -0.52)
    return Fit(
        body=BODY[kind.body], neck=neck, hem=-0.12 * drop,
        arm=((x * 1.25, -0.44 * drop), (x * 1.1, -0.25 * drop), (x, -0.06)), wide=0.12 * stout,
        haunch=(0.185 * stout, -0.115, 0.095 * stout, 0.115), foot=(0.195 * stout, -0.03, 0.095 * stout, 0.034),
        head=(0.0, -0.64 if kind.ears == "long" else -0.69, 0.42),
    )  # fmt: skip


def draw_sitter_head(c: skia.Canvas, rng: np.random.Generator, look: Look, name: str) -> None:
    """The head of one of SITTERS where it is when it sits; `pose:sleeping` closes the eyes."""
    kind = SITTERS[name]
    coat = look.colour or kind.coat
    if kind.ears != "floppy":
        _ears(c, kind.ears, coat, kind.extremities)
    b.ellipse(c, (0, -0.485), 0.15, 0.05, shade(coat, 0.45), 0.35)
    _face(c, rng, kind, coat, look)
    if kind.ears == "floppy":
        _floppy_ears(c, coat)


def _from_behind(c: skia.Canvas, rng: np.random.Generator, kind: Sitter, coat: Colour, tip: Colour | None) -> None:
    """The animal as it looks into the distance: haunches, back, ears, and the tail in front of all."""
    limbs, stout = kind.limbs(coat), kind.stout
    for sign in (-1, 1):
        b.ellipse(c, (sign * 0.2 * stout, -0.025), 0.085 * stout, 0.032, ball(shade(limbs, 0.85), 0.5))
    _body(c, kind, coat)
    for sign in (-1, 1):
        b.ellipse(c, (sign * 0.165 * stout, -0.12), 0.115 * stout, 0.12, ball(shade(limbs, 0.95), 0.6))
    parts.fur(c, rng, (0, -0.32, 0.17 * stout, 0.2), shade(coat, 0.7), count=40, length=0.03)
    ears = kind.ears if kind.ears != "floppy" else ""
    black = kind.extremities if kind.ears == "round" else None
    _ears(c, ears, coat, black, away=True)
    b.ellipse(c, (0, -0.485), 0.16, 0.05, shade(coat, 0.45), 0.3)
    shape = b.outline(HEAD[kind.head], mirrored=True)
    b.fill(c, shape, ball(_mane_of(coat) if kind.ears == "mane" else coat, 0.85))
    with b.clipped(c, shape):
        for x in (-0.08, 0.0, 0.08):
            if kind.body_marks:
                parts.stripe(c, (x, -0.97), (x * 0.8, -0.74), 0.036, parts.marking(coat))
    parts.fur(c, rng, (0, -0.70, 0.2, 0.18), shade(coat, 0.72), count=40, length=0.026)
    if kind.ears == "floppy":
        _floppy_ears(c, coat)
    if kind.tail:
        _tail(c, kind.tail, coat, tip)
