"""Ghost and skeleton: who is about on the night of Halloween, and means no harm."""

from dataclasses import dataclass
from math import cos, hypot, sin

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Colour, Point, ball, linear, mix, rgb, shade, side
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.sprite import Look, Sprite

_DARK = rgb("#241f2e")
_SHEET = (
    "-.06,-.985 .09,-.985 .20,-.93 .27,-.80 .30,-.64 .385,-.655 .45,-.60 .43,-.53 .335,-.48 .345,-.36 .385,-.235"
    " .43,-.13! .36,-.175 .30,-.115! .245,-.165 .19,-.085! .13,-.15 .065,-.10! .0,-.165 -.06,-.115! -.125,-.18"
    " -.19,-.14! -.255,-.21 -.335,-.20! -.30,-.32 -.30,-.44 -.33,-.50 -.42,-.545 -.45,-.62 -.395,-.68 -.31,-.66"
    " -.275,-.80 -.185,-.94"
)


def _ghost(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A sheet that floats over the ground, thinner towards its hem, and shines a little."""
    sheet = look.colour or rgb("#eef1fb")
    shine = mix(sheet, rgb("#bcd4ff"), 0.5)
    b.glow(c, (0, -0.58), 0.68, shine, 0.6 if look.lit else 0.34)
    outline = b.outline(_SHEET)
    light, middle, low = shade(sheet, 1.12), sheet, mix(shade(sheet, 0.84), rgb("#93a3d6"), 0.3)
    b.fill(c, outline, linear((0, -0.98), (0, -0.1), ((*light, 0.97), (*middle, 0.93), (*low, 0.62)), (0, 0.5, 1)))
    with b.clipped(c, outline):
        b.ellipse(c, (-0.13, -0.80), 0.15, 0.16, WHITE, 0.35, blur=0.05)
        dim = mix(shade(sheet, 0.7), rgb("#7f8fd0"), 0.35)
        b.blob(c, ".30,-1.0 .16,-.86 .19,-.6 .15,-.4 .24,-.08 .5,-.06 .5,-1.0", dim, 0.28, blur=0.035)
        fold = shade(low, 0.86)
        for text in ("-.20,-.46 -.23,-.32 -.20,-.17", "-.05,-.40 -.07,-.27 -.05,-.14", ".10,-.44 .11,-.29 .15,-.13",
                     ".24,-.48 .25,-.32 .32,-.15"):  # fmt: skip
            b.curve(c, text, fold, 0.026, 0.32, blur=0.008)
        for text in ("-.31,-.49 -.25,-.55 -.235,-.63", ".335,-.47 .265,-.52 .25,-.61"):
            b.curve(c, text, fold, 0.018, 0.5, blur=0.005)
    if look.traits.get("facing") != "back":
        _ghost_face(c, look.traits.get("mood", ""), sheet)


def _ghost_face(c: skia.Canvas, mood: str, sheet: Colour) -> None:
    for sign in (-1, 1):
        b.ellipse(c, (sign * 0.092 + 0.02, -0.755), 0.042, 0.064, _DARK)
        b.ellipse(c, (sign * 0.092 + 0.006, -0.782), 0.014, 0.019, WHITE, 0.95)
        b.circle(c, (sign * 0.092 + 0.034, -0.728), 0.008, WHITE, 0.7)
        b.ellipse(c, (sign * 0.168 + 0.02, -0.672), 0.036, 0.022, rgb("#f29bb0"), 0.55)
    if mood in ("sad", "crying", "angry"):
        b.curve(c, "-.025,-.62 .02,-.645 .065,-.62", _DARK, 0.014)
    elif mood in ("smiling", "happy"):
        b.blob(c, "-.05,-.672! .02,-.655 .09,-.672! .07,-.61 .02,-.588 -.03,-.61", _DARK)
        b.ellipse(c, (0.02, -0.608), 0.03, 0.016, rgb("#e0708a"))
    else:
        b.ellipse(c, (0.02, -0.635), 0.028, 0.036, _DARK)


@dataclass(frozen=True, slots=True)
class _Stance:
    """Elbow and hand, knee and heel of the limbs at the right, then at the left, all where they are drawn."""

    arms: tuple[tuple[Point, Point], tuple[Point, Point]]
    legs: tuple[tuple[Point, Point], tuple[Point, Point]]
    #: How far everything above the hips comes down.
    drop: float = 0.0


_HANGING: tuple[Point, Point] = ((0.185, -0.50), (0.205, -0.365))
_HANGING_LEFT: tuple[Point, Point] = ((-0.185, -0.50), (-0.205, -0.365))
_UPRIGHT: tuple[tuple[Point, Point], tuple[Point, Point]] = (
    ((0.075, -0.185), (0.07, -0.035)), ((-0.075, -0.185), (-0.07, -0.035)),
)  # fmt: skip
_STANCES = {
    "standing": _Stance((_HANGING, _HANGING_LEFT), _UPRIGHT),
    "waving": _Stance((((0.235, -0.60), (0.255, -0.765)), _HANGING_LEFT), _UPRIGHT),
    "holding": _Stance((((0.185, -0.51), (0.255, -0.43)), _HANGING_LEFT), _UPRIGHT),
    "dancing": _Stance(
        (((0.25, -0.645), (0.26, -0.80)), ((-0.23, -0.53), (-0.27, -0.39))),
        (((0.15, -0.205), (0.09, -0.075)), ((-0.075, -0.185), (-0.06, -0.035))),
    ),
    "walking": _Stance(
        (((0.17, -0.50), (0.235, -0.39)), ((-0.195, -0.505), (-0.165, -0.375))),
        (((0.105, -0.195), (0.13, -0.05)), ((-0.06, -0.18), (-0.115, -0.045))),
    ),
    "sitting": _Stance(
        (((0.19, -0.51), (0.13, -0.37)), ((-0.19, -0.51), (-0.13, -0.37))),
        (((0.10, -0.195), (0.10, -0.035)), ((-0.10, -0.195), (-0.10, -0.035))),
        drop=0.125,
    ),
}  # fmt: skip
_LIKE = {"running": "walking", "playing": "dancing", "jumping": "dancing", "reading": "holding", "cheering": "waving"}


def _bone(c: skia.Canvas, start: Point, end: Point, width: float, ink: Colour) -> None:
    """A shaft that is thicker at its ends, with the two knobs of a joint at each."""
    (x0, y0), (x1, y1) = start, end
    reach = hypot(x1 - x0, y1 - y0) + 1e-9
    nx, ny = -(y1 - y0) / reach * width * 0.5, (x1 - x0) / reach * width * 0.5
    b.limb(c, [start, ((x0 + x1) / 2, (y0 + y1) / 2), end], (width, width * 0.72, width), side(ink, 0.8))
    for x, y in (start, end):
        for sign in (-1, 1):
            b.circle(c, (x + sign * nx, y + sign * ny), width * 0.62, ball(ink, 0.7))


def _hand(c: skia.Canvas, elbow: Point, wrist: Point, ink: Colour) -> None:
    """Four fingers and a thumb that go on where the forearm points."""
    (x0, y0), (x, y) = elbow, wrist
    reach = hypot(x - x0, y - y0) + 1e-9
    ux, uy = (x - x0) / reach, (y - y0) / reach
    fingers = []
    for spread in (-0.62, -0.25, 0.1, 0.45, 0.95):
        long = 0.07 - 0.022 * abs(spread)
        turned = ux * cos(spread * 0.7) - uy * sin(spread * 0.7), ux * sin(spread * 0.7) + uy * cos(spread * 0.7)
        fingers.append(((x, y), (x + turned[0] * long, y + turned[1] * long)))
    strokes(c, fingers, shade(ink, 0.94), 0.014)
    b.circle(c, (x + ux * 0.012, y + uy * 0.012), 0.02, ball(ink, 0.6))


def _arm(c: skia.Canvas, shoulder: Point, joints: tuple[Point, Point], ink: Colour) -> None:
    elbow, wrist = joints
    _bone(c, shoulder, elbow, 0.026, ink)
    across = -(wrist[1] - elbow[1]), wrist[0] - elbow[0]
    long = hypot(*across) + 1e-9
    for sign in (-1, 1):
        by = sign * 0.011 / long
        near, far = (
            (elbow[0] + across[0] * by, elbow[1] + across[1] * by),
            (wrist[0] + across[0] * by, wrist[1] + across[1] * by),
        )
        b.line(c, near, far, shade(ink, 0.98 - 0.06 * sign), 0.013)
    _hand(c, elbow, wrist, ink)


def _leg(c: skia.Canvas, hip: Point, joints: tuple[Point, Point], ink: Colour) -> None:
    knee, heel = joints
    outward = 1 if heel[0] > 0 else -1
    b.limb(c, [heel, (heel[0] + outward * 0.045, heel[1] + 0.017), (heel[0] + outward * 0.085, heel[1] + 0.022)],
           (0.03, 0.03, 0.022), side(ink, 0.7))  # fmt: skip
    _bone(c, knee, heel, 0.026, ink)
    _bone(c, hip, knee, 0.032, ink)
    b.circle(c, knee, 0.022, ball(shade(ink, 1.03), 0.6))


def _ribs(c: skia.Canvas, ink: Colour) -> None:
    """The cage: the far ribs dark behind the spine, the near ones curving from it to the breastbone."""
    b.blob(c, "0,-.665 .085,-.645 .125,-.55 .10,-.445 .05,-.43 0,-.45", shade(ink, 0.22), 0.5, mirrored=True)
    for k in range(13):
        b.rectangle(c, (-0.016, -0.7285 + k * 0.0285), 0.032, 0.022, side(shade(ink, 0.9), 0.8), round=0.008)
    for k in range(5):
        y, half = -0.645 + 0.045 * k, (0.095, 0.116, 0.124, 0.118, 0.098)[k]
        for sign in (-1, 1):
            rib = [(sign * 0.012, y), (sign * half * 0.75, y - 0.006), (sign * half, y + 0.028),
                   (sign * half * 0.62, y + 0.052), (sign * 0.02, y + 0.04)]  # fmt: skip
            b.curve(c, rib, shade(ink, 1.0 if sign < 0 else 0.88), 0.0175)
    b.limb(c, "0,-.635 0,-.54 0,-.455", (0.032, 0.024, 0.014), side(ink, 0.7))
    for sign in (-1, 1):
        b.curve(c, [(0, -0.645), (sign * 0.07, -0.665), (sign * 0.14, -0.645)], shade(ink, 1.02), 0.02)


def _pelvis(c: skia.Canvas, ink: Colour) -> None:
    for sign in b.both_sides(c):
        tone = shade(ink, 1.0 if sign < 0 else 0.88)
        b.blob(c, "0,-.37 .05,-.40 .105,-.395 .115,-.345 .075,-.31 .05,-.275 .015,-.285 0,-.315", ball(tone, 0.7))
        b.ellipse(c, (0.05, -0.325), 0.02, 0.016, shade(ink, 0.3), 0.85)


def _skull(c: skia.Canvas, ink: Colour, mood: str, *, back: bool) -> None:
    """A large friendly skull, its middle at the origin, about half a unit across in all."""
    b.blob(c, "0,.10 .08,.085 .095,.04 .10,.0 .0,.0", ball(shade(ink, 0.93), 0.8), mirrored=True)
    b.blob(
        c,
        "0,-.155 .055,-.148 .112,-.108 .143,-.045 .143,.005 .12,.045 .09,.06 .07,.075 0,.08",
        ball(ink, 0.7),
        mirrored=True,
    )
    if back:
        return
    for sign in (-1, 1):
        b.ellipse(c, (sign * 0.058, -0.01), 0.043, 0.05, ball(_DARK, 0.5))
        b.circle(c, (sign * 0.058 - 0.012, -0.026), 0.011, WHITE, 0.9)
        b.ellipse(c, (sign * 0.105, 0.05), 0.024, 0.014, rgb("#f0a08c"), 0.45)
    b.blob(c, "0,.025 .011,.042 .014,.056 0,.05", _DARK, mirrored=True)
    bow = {"sad": -0.014, "angry": -0.01}.get(mood, 0.016)
    smile = [(-0.068, 0.083 - bow * 0.6), (0.0, 0.083 + bow * 0.5), (0.068, 0.083 - bow * 0.6)]
    b.curve(c, smile, _DARK, 0.008)
    teeth = []
    for k in range(-3, 4):
        x = k * 0.018
        y = 0.083 + bow * 0.5 - bow * 1.1 * (x / 0.068) ** 2
        teeth.append(((x, y - 0.013), (x, y + 0.013)))
    strokes(c, teeth, _DARK, 0.005, 0.85)


def _skeleton(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """All the bones that one sees from the front, in a few poses."""
    ink = look.colour or rgb("#f1ead8")
    pose = look.traits.get("pose", "standing")
    stance = _STANCES.get(_LIKE.get(pose, pose), _STANCES["standing"])
    hip_y = -0.325 + stance.drop
    for sign, joints in zip((1, -1), stance.legs, strict=True):
        _leg(c, (sign * 0.062, hip_y), joints, ink)
    with b.placed(c, (0.0, stance.drop)):
        _ribs(c, ink)
        _pelvis(c, ink)
        with b.placed(c, (0.0, -0.832), turn=8.0 if pose == "dancing" else 0.0):
            _skull(c, ink, look.traits.get("mood", ""), back=look.traits.get("facing") == "back")
        for sign, arm in zip((1, -1), stance.arms, strict=True):
            _arm(c, (sign * 0.143, -0.64), arm, ink)


SPRITES = (
    Sprite(name="ghost", draw=_ghost, height=0.36, width=0.92, group="person",
           attach={"head": (0.02, -0.94), "top": (0.0, -0.96), "face": (0.02, -0.72), "hand": (0.42, -0.58),
                   "hand2": (-0.42, -0.6), "seat": (0.0, -0.2), "hips": (0.0, -0.3)}),
    Sprite(name="skeleton", draw=_skeleton, height=0.46, width=0.56, group="person", drops={"sitting": 0.125},
           attach={"head": (0.0, -0.95), "top": (0.0, -0.97), "face": (0.0, -0.83), "hand": (0.265, -0.42),
                   "hand2": (-0.2, -0.34), "seat": (0.0, -0.2), "hips": (0.0, -0.33)}),
)  # fmt: skip
