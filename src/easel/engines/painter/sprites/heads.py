"""Heads of four-legged animals from the side, facing right.

Each is drawn in a frame of its own: the origin in the middle of the skull, x along the face, about one unit long.
"""

from dataclasses import dataclass
from math import cos, pi, sin

import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Colour, Point, ball, mix, rgb, shade, top
from easel.engines.painter.sprites import animal_parts as parts

_HORN = rgb("#e6dcc2")
_ANTLER = rgb("#7a5838")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Outline, ear and features of one head; `muzzle` is a paler patch, `jaw` the line of the mouth."""

    outline: str
    ear: str
    eye: Point = (0.16, -0.12)
    eye_size: float = 0.075
    nose: Point | None = None
    nostril: Point | None = None
    muzzle: str | None = None
    muzzle_colour: Colour | None = None
    jaw: str | None = None
    inner_ear: str | None = None
    nose_size: Point = (0.085, 0.07)
    nose_colour: Colour = parts.DARK
    #: The colour of an eye with a slit for a pupil; a dark bead without one.
    iris: Colour | None = None
    whiskers: bool = False


HEADS = {
    "dog": Head(
        outline="-.45,.0 -.36,-.40 .0,-.50 .22,-.37 .34,-.17 .70,-.13 .86,.02 .79,.22 .46,.31 .1,.42 -.3,.38",
        ear="-.30,-.40 -.5,-.26 -.58,.12 -.42,.44 -.22,.38 -.10,-.02 -.14,-.3", nose=(0.83, -0.03),
        muzzle=".36,-.14 .70,-.13 .85,.02 .79,.22 .46,.31 .2,.36 .34,.1", jaw=".80,.14 .62,.20 .42,.16",
    ),
    "wolf": Head(
        outline="-.55,.2 -.45,-.32 -.08,-.50 .2,-.37 .38,-.15 .86,-.08 .97,.06 .88,.20 .5,.28 .18,.42 -.15,.58! -.3,.44"
        " -.5,.5!", ear="-.36,-.36 -.34,-.98! -.02,-.50 -.1,-.3", inner_ear="-.26,-.42 -.29,-.80! -.1,-.48",
        nose=(0.93, -0.01), muzzle=".42,-.02 .86,.04 .95,.1 .88,.2 .5,.28 .18,.42 -.1,.56! .1,.2",
        jaw=".88,.14 .66,.16 .44,.10", eye_size=0.062,
    ),
    "fox": Head(
        outline="-.5,.2 -.42,-.28 -.08,-.44 .18,-.33 .38,-.12 .84,.02 .96,.11 .84,.19 .46,.24 .14,.38 -.2,.54! -.3,.4",
        ear="-.36,-.30 -.34,-1! .0,-.44 -.1,-.28", inner_ear="-.28,-.4 -.30,-.84! -.1,-.46", nose=(0.92, 0.08),
        muzzle=".2,.02 .5,.07 .84,.12 .84,.19 .46,.24 .14,.38 -.2,.54! -.1,.24", jaw=".84,.16 .66,.15 .48,.10",
        eye=(0.18, -0.10), eye_size=0.062,
    ),
    "cat": Head(
        outline="-.46,0 -.4,-.34 -.12,-.48 .18,-.43 .36,-.22 .42,-.05 .51,.05 .52,.16 .43,.27 .24,.36 -.06,.42 -.36,.3",
        ear="-.36,-.24 -.40,-.82! .04,-.44 -.1,-.26", inner_ear="-.27,-.36 -.33,-.68! -.05,-.42", nose=(0.5, 0.02),
        nose_size=(0.045, 0.036), nose_colour=rgb("#e0857f"), iris=rgb("#3f9a52"), whiskers=True, eye=(0.2, -0.1),
        muzzle=".2,.12 .34,.02 .5,.0 .54,.14 .44,.3 .24,.36 .12,.27", jaw=".5,.1 .45,.17 .33,.16", eye_size=0.1,
    ),
    "bear": Head(
        outline="-.5,.0 -.41,-.40 -.02,-.52 .28,-.36 .44,-.13 .72,-.10 .84,.06 .76,.26 .4,.34 .05,.46 -.35,.42",
        ear="-.42,-.30 -.46,-.56 -.26,-.66 -.10,-.48 -.2,-.3", nose=(0.80, -0.01), eye=(0.26, -0.16), eye_size=0.055,
        muzzle=".42,-.11 .72,-.10 .84,.06 .76,.26 .45,.33 .36,.1", jaw=".76,.16 .6,.2 .42,.16",
    ),
    "lion": Head(
        outline="-.42,.0 -.34,-.36 -.04,-.47 .26,-.37 .42,-.14 .62,-.10 .70,.06 .64,.28 .35,.36 .05,.42 -.3,.36",
        ear="-.36,-.26 -.40,-.50 -.22,-.60 -.06,-.44 -.14,-.28", nose=(0.66, -0.03), eye=(0.22, -0.13), eye_size=0.06,
        muzzle=".38,.0 .6,-.02 .70,.08 .64,.28 .35,.36 .2,.28", jaw=".64,.14 .5,.2 .36,.16",
    ),
    "horse": Head(
        outline="-.36,-.1 -.22,-.34 .15,-.33 .60,-.21 .96,-.17 1.1,.0 1.03,.19 .80,.21 .48,.19 .22,.38"
        " -.1,.42 -.34,.25",
        ear="-.30,-.28 -.44,-.66! -.08,-.40 -.12,-.28", eye=(0.17, -0.13), eye_size=0.062, nostril=(1.0, -0.02),
        muzzle=".82,-.19 .96,-.17 1.1,.0 1.03,.19 .80,.21 .86,.0", jaw="1.02,.13 .92,.12 .82,.13",
    ),
    "deer": Head(
        outline="-.34,-.05 -.22,-.34 .10,-.37 .38,-.22 .78,-.10 .92,.04 .84,.18 .5,.22 .16,.36 -.16,.36",
        ear="-.26,-.22 -.62,-.50 -.84,-.46! -.60,-.24 -.32,-.06", inner_ear="-.36,-.22 -.6,-.40 -.72,-.42 -.5,-.24",
        eye=(0.16, -0.12), eye_size=0.085, nose=(0.88, 0.02), muzzle=".7,.06 .9,.08 .84,.18 .5,.22 .4,.2",
    ),
    "cow": Head(
        outline="-.38,-.1 -.25,-.36 .1,-.37 .55,-.27 .92,-.27 1.06,.0 .96,.26 .7,.29 .32,.30 .0,.38 -.3,.3",
        ear="-.26,-.26 -.5,-.46 -.74,-.42 -.66,-.2 -.36,-.08", inner_ear="-.34,-.24 -.5,-.36 -.62,-.34 -.5,-.2",
        eye=(0.18, -0.13), eye_size=0.06, nostril=(0.96, -0.1), jaw="1.0,.16 .86,.17 .74,.14",
        muzzle=".74,-.28 .92,-.27 1.06,.0 .96,.26 .72,.29 .68,.0", muzzle_colour=rgb("#eab3a8"),
    ),
    "sheep": Head(
        outline="-.3,-.1 -.15,-.34 .2,-.32 .64,-.17 .84,.01 .77,.19 .5,.25 .1,.34 -.2,.28",
        ear="-.16,-.2 -.46,-.26 -.66,-.02! -.42,.08 -.18,.02", eye=(0.22, -0.13), eye_size=0.062,
        nostril=(0.75, 0.0), jaw=".76,.13 .64,.14 .54,.12",
    ),
    "pig": Head(
        outline="-.45,.0 -.38,-.38 .0,-.47 .3,-.36 .48,-.2 .74,-.2! .77,.16! .5,.24 .2,.38 -.25,.42",
        ear="-.22,-.36 -.12,-.70! .14,-.50 .28,-.16! .0,-.24", eye=(0.24, -0.13), eye_size=0.055,
        jaw=".62,.2 .48,.19 .38,.12",
    ),
    "giraffe": Head(
        outline="-.34,-.05 -.22,-.34 .10,-.36 .40,-.22 .82,-.12 .98,.04 .90,.2 .5,.24 .16,.34 -.16,.34",
        ear="-.28,-.14 -.56,-.32 -.78,-.22! -.56,-.06 -.30,.0", eye=(0.2, -0.13), eye_size=0.085, nostril=(0.88, 0.0),
        muzzle=".74,-.14 .9,-.06 .98,.04 .9,.2 .66,.23 .66,.05", jaw=".9,.13 .76,.14 .62,.1",
    ),
    "camel": Head(
        outline="-.34,.0 -.24,-.32 .10,-.37 .40,-.25 .78,-.22 .98,-.06 .98,.14 .8,.22 .5,.21 .16,.32 -.16,.34",
        ear="-.22,-.26 -.36,-.54 -.16,-.48 -.06,-.30", eye=(0.16, -0.15), eye_size=0.065, nostril=(0.88, -0.08),
        jaw=".96,.08 .82,.11 .7,.08",
    ),
}  # fmt: skip
HEADS["zebra"] = HEADS["horse"]
HEADS["tiger"] = HEADS["leopard"] = HEADS["lion"]


def _antlers(c: skia.Canvas, coat: Colour) -> None:
    for tone, shift in ((shade(_ANTLER, 0.7), 0.14), (_ANTLER, 0.0)):
        for text, width in (
            ("-.08,-.3 -.30,-.62 -.26,-.98 .0,-1.28", 0.085), ("-.27,-.64 -.02,-.74 .14,-.92", 0.06),
            ("-.28,-.92 -.48,-1.05 -.52,-1.22", 0.055), ("-.2,-1.08 .05,-1.04 .2,-1.12", 0.045),
        ):  # fmt: skip
            with b.placed(c, (shift, 0)):
                b.curve(c, text, tone, width)


def _horns(c: skia.Canvas, coat: Colour) -> None:
    b.blob(c, "-.12,-.32 -.26,-.58 -.12,-.82! -.10,-.58 .05,-.36", ball(_HORN))


def _ossicones(c: skia.Canvas, coat: Colour) -> None:
    for x in (-0.2, -0.06):
        b.line(c, (x, -0.3), (x - 0.06, -0.62), shade(coat, 0.85), 0.08)
        b.circle(c, (x - 0.06, -0.66), 0.07, rgb("#4a2f1c"))


def _wool_cap(c: skia.Canvas, coat: Colour) -> None:
    for x, y, r in ((-0.3, -0.1, 0.2), (-0.22, -0.3, 0.2), (0.0, -0.38, 0.17), (-0.36, 0.14, 0.18)):
        b.circle(c, (x, y), r, ball(coat, 0.5))


def _snout(c: skia.Canvas, coat: Colour) -> None:
    b.ellipse(c, (0.76, -0.02), 0.085, 0.2, ball(shade(coat, 0.9), 0.5))
    for y in (-0.09, 0.03):
        b.ellipse(c, (0.78, y), 0.022, 0.042, shade(coat, 0.5))


def _mane(c: skia.Canvas, coat: Colour) -> None:
    mane = mix(coat, rgb("#6e3510"), 0.75)
    rays = ((0.86, 0.72), (0.72, 0.95), (0.56, 1.2))
    for ring, (far, factor) in enumerate(rays):
        nodes = []
        for i in range(30):
            angle = 2 * pi * (i / 30 + ring * 0.02)
            turn = cos(angle), sin(angle)
            reach = far * (1.0 if i % 2 else 0.85) * (1.12 if turn[1] > 0 else 0.9)
            nodes.append((turn[0] * reach - 0.14, turn[1] * reach + 0.08))
        b.blob(c, nodes, ball(shade(mane, factor), 0.6))


def _stripes(c: skia.Canvas, ink: Colour, lines: tuple[tuple[Point, Point], ...]) -> None:
    for start, end in lines:
        parts.stripe(c, start, end, 0.09, ink)


def _marks(c: skia.Canvas, name: str, coat: Colour) -> None:
    if name == "zebra":
        lines = (((0.0, -0.4), (-0.02, 0.1)), ((0.34, -0.32), (0.2, 0.1)), ((0.52, -0.28), (0.42, 0.1)))
        _stripes(c, rgb("#23211f"), (*lines, ((0.68, -0.24), (0.6, 0.1)), ((-0.3, 0.2), (0.05, 0.16)),
                                     ((-0.15, 0.42), (0.15, 0.24))))  # fmt: skip
    elif name == "tiger":
        lines = (((-0.02, -0.5), (0.08, -0.26)), ((-0.2, -0.46), (-0.02, -0.24)), ((-0.36, 0.0), (-0.06, 0.02)))
        _stripes(c, rgb("#2a1a12"), (*lines, ((-0.36, 0.2), (-0.04, 0.14)), ((-0.2, 0.4), (0.06, 0.26))))
    elif name == "leopard":
        for x, y in (
            (-0.02, -0.4),
            (0.14, -0.36),
            (-0.2, -0.3),
            (0.0, -0.24),
            (-0.3, -0.08),
            (-0.14, 0.1),
            (-0.3, 0.18),
        ):
            b.circle(c, (x, y), 0.045, rgb("#3a2414"))
    elif name == "cat":
        lines = (((-0.02, -0.5), (0.06, -0.3)), ((-0.18, -0.46), (-0.04, -0.28)), ((-0.45, 0.02), (-0.16, 0.04)))
        _stripes(c, parts.marking(coat), (*lines, ((-0.4, 0.2), (-0.12, 0.16))))


_BEFORE = {"deer": _antlers, "cow": _horns, "giraffe": _ossicones, "lion": _mane}
_AFTER = {"sheep": _wool_cap, "pig": _snout}


def draw_head(c: skia.Canvas, name: str, coat: Colour, wool: Colour | None = None, *, asleep: bool = False) -> None:
    """One of HEADS in its own frame, eye closed if `asleep`; `wool` is a sheep's fleece or a unicorn's coat."""
    head = HEADS[name]
    far = shade(coat, 0.72)
    with b.placed(c, (0.1, -0.02)):
        b.blob(c, head.ear, far)
    if name in _BEFORE:
        _BEFORE[name](c, coat)
    shape = b.outline(head.outline)
    b.fill(c, shape, ball(coat, 0.8))
    with b.clipped(c, shape):
        _marks(c, name, coat)
        if head.muzzle:
            dark_end = name in ("horse", "zebra")
            end = mix(coat, parts.PINK, 0.4) if wool else shade(coat, 0.45)
            tone = head.muzzle_colour or (end if dark_end else parts.belly(coat))
            b.blob(c, head.muzzle, tone, 0.8)
    if name in _AFTER:
        _AFTER[name](c, wool or coat)
    b.blob(c, head.ear, ball(shade(coat, 0.7 if name == "dog" else 0.95), 0.7))
    if head.inner_ear:
        b.blob(c, head.inner_ear, mix(parts.PINK, coat, 0.35))
    if head.jaw:
        b.curve(c, head.jaw, shade(coat, 0.35), 0.028, 0.8)
    if head.nostril:
        b.ellipse(c, head.nostril, 0.045, 0.06, shade(coat, 0.2), 0.85)
    if head.nose:
        (x, y), (wide, tall) = head.nose, head.nose_size
        b.ellipse(c, head.nose, wide, tall, head.nose_colour)
        b.ellipse(c, (x - 0.24 * wide, y - 0.43 * tall), 0.35 * wide, 0.26 * tall, WHITE, 0.6)
    _eye(c, head, coat, asleep=asleep)
    if head.whiskers:
        lines = [((0.38, y), (0.54, y + 0.5 * d), (0.72, y + d)) for y, d in ((0.12, -0.06), (0.16, 0.04), (0.2, 0.13))]
        parts.strokes(c, lines, WHITE, 0.012, 0.85)


def _eye(c: skia.Canvas, head: Head, coat: Colour, *, asleep: bool) -> None:
    """The eye, and the brow over one that is a bead."""
    if head.iris and not asleep:
        # Seen from the side the eye is narrow.
        with b.placed(c, head.eye, scale=(0.72, 1.0)):
            parts.eye(c, (0.0, 0.0), head.eye_size, head.iris, slit=True)
        return
    x, y = head.eye
    if asleep:
        lid = [(x - head.eye_size, y), (x, y + head.eye_size * 0.6), (x + head.eye_size, y)]
        b.curve(c, lid, shade(coat, 0.25), 0.035)
    else:
        parts.bead_eye(c, head.eye, head.eye_size)
    b.curve(c, [(x - 0.1, y - 0.08), (x, y - 0.13), (x + 0.1, y - 0.07)], shade(coat, 0.45), 0.028, 0.7)


def draw_elephant_head(c: skia.Canvas, coat: Colour) -> None:
    """The elephant's head with trunk, tusk and the near ear."""
    with b.placed(c, (0.16, -0.03)):
        b.blob(c, "-.2,-.4 .1,-.52 .2,-.2 .0,.1", shade(coat, 0.6))
    trunk = "-.42,.1 -.36,-.36 -.04,-.52 .28,-.40 .44,-.12 .52,.25 .54,.70 .60,1.08 .74,1.22 .66,1.34 .50,1.28 .38,1.0"
    b.blob(c, trunk + " .32,.66 .22,.40 -.1,.42", top(coat, 0.9))
    for i in range(7):
        y = 0.36 + i * 0.11
        b.curve(c, [(0.33 + i * 0.015, y), (0.42 + i * 0.015, y + 0.03), (0.5 + i * 0.012, y)], shade(coat, 0.6), 0.014)
    b.blob(c, ".22,.32 .30,.56 .46,.72 .72,.72! .52,.60 .40,.28", ball(rgb("#f6efdc"), 0.6))
    b.blob(c, "-.05,-.44 -.40,-.62 -.72,-.48 -.82,-.05 -.66,.42 -.42,.66 -.26,.42 -.06,.2 .02,-.12", ball(coat, 1.1))
    b.blob(c, "-.1,-.34 -.38,-.48 -.62,-.36 -.70,-.02 -.56,.36 -.42,.5 -.26,.2", mix(coat, parts.PINK, 0.25), 0.45)
    parts.bead_eye(c, (0.2, -0.12), 0.05)
    b.curve(c, ".1,-.2 .2,-.24 .3,-.17", shade(coat, 0.5), 0.03)
