"""Human faces, from the front and from the side.

The frame of a head: origin in its middle, the chin at y = 1, the crown at y = -1 (hair rises above it).
"""

from dataclasses import dataclass

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Colour, mix, rgb, shade
from easel.engines.painter.sprites import close_up
from easel.engines.painter.sprites.animal_parts import strokes

SKINS = {
    "pale": rgb("#f8dac3"),
    "light": rgb("#f3c9a8"),
    "tan": rgb("#dfa677"),
    "brown": rgb("#a86d45"),
    "dark": rgb("#744527"),
}
_ORIGINS = {
    "asian": "light",
    "chinese": "light",
    "japanese": "pale",
    "korean": "pale",
    "african": "dark",
    "black": "dark",
    "latin": "tan",
    "indian": "tan",
    "latino": "tan",
    "hispanic": "tan",
    "arab": "tan",
    "european": "light",
    "white": "pale",
    "caucasian": "light",
}

_JAW = {
    "woman": "0,-1.08 .42,-.99 .73,-.62 .80,-.12 .755,.30 .575,.68 .28,.935 0,1.0",
    "man": "0,-1.08 .44,-.99 .75,-.62 .80,-.10 .765,.34 .635,.72 .36,.985 .12,1.035 0,1.035",
    "child": "0,-1.08 .48,-.99 .81,-.60 .88,-.05 .82,.42 .58,.76 .26,.93 0,.96",
}
_PROFILE = (
    "-.05,-1 .38,-.92 .64,-.62 .71,-.30 .68,-.10 .74,.08 .90,.26! .84,.33 .70,.36 .755,.47! .70,.53 .735,.62! .66,.70"
    " .67,.86 .52,1.0 .25,.88 -.05,.72 -.45,.62 -.75,.20 -.78,-.35 -.50,-.85"
)


@dataclass(frozen=True, slots=True)
class Features:
    """What tells one face from another, each as a factor of the usual: sizes, and how far apart the eyes are."""

    width: float = 1.0
    eyes: float = 1.0
    apart: float = 1.0
    brows: float = 1.0
    nose: float = 1.0
    mouth: float = 1.0

    @classmethod
    def of(cls, rng: np.random.Generator) -> "Features":
        """A face of its own."""
        low, high = (0.94, 0.88, 0.95, 0.7, 0.85, 0.86), (1.04, 1.08, 1.06, 1.05, 1.25, 1.06)
        return cls(*map(float, rng.uniform(low, high)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Visage:
    """What a face is like. `jaw` is woman, man or child."""

    skin: Colour
    hair: Colour
    jaw: str = "woman"
    iris: Colour = (0.29, 0.19, 0.12)
    old: bool = False
    #: smiling, calm, sad, angry or surprised; anything else is a gentle smile.
    mood: str = ""
    beard: str | None = None
    glasses: str | None = None
    #: Where the eyes look: shares of an eye's half width and half height, to the right and down.
    gaze: tuple[float, float] = (0.0, 0.0)
    #: Long lashes and red lips.
    lashes: bool = True
    freckles: bool = False
    #: The eyes are closed.
    asleep: bool = False
    features: Features = Features()

    @property
    def gentle(self) -> bool:
        """Soft features: women and children."""
        return self.jaw != "man"


def skin_of(rng: np.random.Generator, origin: str | None, *, fair: bool = False) -> Colour:
    """A skin colour, of an origin where one is named; else a `fair` one or any."""
    usual = ("pale", "light", "light", "tan", "tan", "brown")[int(rng.integers(3 if fair else 6))]
    name = _ORIGINS.get(origin or "") or usual
    return SKINS[name]


def blush(skin: Colour, amount: float) -> Colour:
    """Skin in shadow: it turns redder and deeper, not grey. `amount` in [0, 1]."""
    return mix(skin, (skin[0] * 0.58, skin[1] * 0.38, skin[2] * 0.34), amount)


def _eye(c: skia.Canvas, face: Visage, sign: int, detail: bool) -> None:
    """One eye in its own frame, two units wide, the outer corner to the right; `sign` keeps the lights on the left."""
    if face.asleep:
        b.blob(c, "-1,.16! -.55,-.30 .05,-.46 .62,-.26 1.05,.06! .60,.36 .0,.48 -.6,.40", blush(face.skin, 0.35))
        b.curve(c, "-1.0,.14 -.5,.40 .05,.48 .6,.38 1.08,.06", mix(face.hair, rgb("#1c1210"), 0.7), 0.13)
        return
    shape = b.outline("-1,.16! -.55,-.40 .05,-.60 .62,-.36 1.05,-.06! .60,.36 .0,.48 -.6,.40")
    b.fill(c, shape, b.linear((0, -0.6), (0, 0.5), (shade(WHITE, 0.78), WHITE, shade(WHITE, 0.95)), (0, 0.45, 1)))
    with b.clipped(c, shape):
        size = 0.58 if face.jaw == "child" else 0.53
        iris = b.radial((0, 0.25), size * 1.2, (shade(face.iris, 1.9), face.iris, shade(face.iris, 0.45)), (0, 0.5, 1))
        at = (0.34 * face.gaze[0] * sign, -0.04 + 0.3 * face.gaze[1])
        b.circle(c, at, size, iris)
        close_up.fibres(c, at, size, face.iris)
        b.circle(c, at, size * 0.48, (0.03, 0.02, 0.03))
        b.ellipse(c, (0, -0.62), 1.0, 0.3, (0.1, 0.06, 0.08), 0.35)
    b.circle(c, (-0.2 * sign, -0.24), 0.17, WHITE, 0.95)
    b.circle(c, (0.2 * sign, 0.18), 0.08, WHITE, 0.5)
    ink = mix(face.hair if b.luminance(face.hair) < 0.45 else rgb("#5a3d2a"), rgb("#1c1210"), 0.65)
    if face.lashes:
        b.blob(c, "-1.02,.2! -.55,-.46 .05,-.72 .66,-.52 1.28,-.38! 1.02,.0 .62,-.30 .05,-.52 -.55,-.34", ink)
    else:
        b.blob(c, "-1.02,.2! -.55,-.44 .05,-.66 .62,-.44 1.1,-.02! .60,-.30 .05,-.50 -.55,-.32", ink)
    if face.lashes:
        close_up.lashes(c, ink)
    if detail:
        b.curve(c, "-.85,-.34 -.1,-.92 .95,-.56", blush(face.skin, 0.8), 0.055, 0.65)
        b.curve(c, "-.5,.46 .1,.56 .8,.28", blush(face.skin, 0.8), 0.055, 0.7)


def _brow(c: skia.Canvas, face: Visage) -> None:
    ink = mix(face.hair, rgb("#2a1a12"), 0.35) if not face.old else mix(face.hair, rgb("#777777"), 0.3)
    turn, lift = {"angry": (-16, 0.05), "sad": (13, -0.02), "surprised": (-3, -0.1)}.get(face.mood, (0, 0.0))
    with b.placed(c, (0.34 * face.features.apart, -0.25 + lift), turn=turn, scale=(1.0, face.features.brows)):
        shape = "-.19,.005 -.01,-.065 .18,-.025 .22,.015! .16,-.005 -.02,-.02 -.18,.045"
        if not face.gentle:
            shape = "-.21,.025 -.02,-.065 .19,-.015 .24,.05! .16,.035 -.02,.005 -.20,.09"
        b.blob(c, shape, ink, 0.3 if face.old else 0.45 if face.jaw == "child" else 0.65)
        if face.jaw != "child":
            close_up.brow_hairs(c, ink, face.old)


def _nose(c: skia.Canvas, face: Visage) -> None:
    """Bridge, tip and nostrils, lit from the left."""
    dark, wide = blush(face.skin, 0.9), face.features.nose * (1.15 if face.jaw == "man" else 0.95)
    with b.placed(c, (0, 0.36), scale=(wide, 1.0)):
        if face.jaw != "child":
            b.blob(c, ".03,-.5 .075,-.3 .085,-.12 .16,.03 .1,.075 .05,-.06", blush(face.skin, 0.75), 0.2, blur=0.03)
            b.blob(c, "-.01,-.42 .02,-.2 .0,-.04 -.05,-.05 -.04,-.25", shade(face.skin, 1.35), 0.22, blur=0.035)
        b.glow(c, (0.06, -0.02), 0.2, blush(face.skin, 0.6), 0.4)
        b.glow(c, (-0.03, -0.07), 0.11, shade(face.skin, 1.35), 0.55)
        for _ in b.both_sides(c):
            b.blob(c, ".035,.055 .06,.03 .095,.045 .085,.075 .05,.08", dark, 0.75)
        b.curve(c, "-.14,.0 -.135,.06 -.09,.085", dark, 0.018, 0.4)
        b.curve(c, ".14,.0 .135,.06 .09,.085", dark, 0.018, 0.5)
        b.curve(c, "-.05,.085 .0,.1 .05,.085", dark, 0.02, 0.4)


def _grin(c: skia.Canvas, lips: Colour) -> None:
    """A laughing mouth with the upper teeth."""
    mouth = b.outline("-.29,-.10! -.14,-.035 0,-.02 .14,-.035 .29,-.10! .21,.09 0,.165 -.21,.09")
    b.fill(c, mouth, shade(mix(lips, rgb("#3a0f14"), 0.7), 0.8))
    with b.clipped(c, mouth):
        b.blob(c, "-.27,-.14! .27,-.14! .21,.025 0,.065 -.21,.025", rgb("#fdfaf4"))
        b.ellipse(c, (0, 0.16), 0.12, 0.06, rgb("#d8646a"))
    b.fill(c, mouth, lips, width=0.034)


def _gape(c: skia.Canvas, lips: Colour) -> None:
    """A mouth rounded by surprise."""
    b.ellipse(c, (0, 0.03), 0.105, 0.135, shade(mix(lips, rgb("#3a0f14"), 0.7), 0.8))
    b.ellipse(c, (0, 0.03), 0.105, 0.135, lips, width=0.036)


def _mouth(c: skia.Canvas, face: Visage) -> None:
    natural = mix(blush(face.skin, 0.5), rgb("#c9525a"), 0.6 if face.lashes else 0.34)
    wide = face.features.mouth * (1.0 if face.jaw == "man" else 0.9)
    lift = {"sad": 0.07, "angry": 0.05, "calm": -0.03}.get(face.mood, -0.07)
    with b.placed(c, (0, 0.655), scale=(wide, 1.0)):
        if face.mood in ("smiling", "surprised"):
            (_grin if face.mood == "smiling" else _gape)(c, natural)
            return
        corner, inner = 0.275, 0.012
        upper = [
            (-corner, lift),
            (-0.11, -0.055),
            (-0.03, -0.075),
            (0, -0.058),
            (0.03, -0.075),
            (0.11, -0.055),
            (corner, lift),
            (0.1, inner),
            (0, inner + 0.012),
            (-0.1, inner),
        ]
        lower = [
            (-corner * 0.92, lift + 0.004),
            (-0.1, inner),
            (0, inner + 0.012),
            (0.1, inner),
            (corner * 0.92, lift + 0.004),
            (0.13, 0.09),
            (0, 0.118),
            (-0.13, 0.09),
        ]
        b.blob(c, lower, shade(natural, 1.1))
        b.blob(c, upper, shade(natural, 0.92))
        close_up.lip_lines(c, natural, lift)
        b.ellipse(c, (-0.03, 0.068), 0.06, 0.016, WHITE, 0.2 if face.lashes else 0.1)
        b.glow(c, (0, -0.13), 0.06, blush(face.skin, 0.8), 0.3)
        for _ in b.both_sides(c):
            b.glow(c, (0.3, lift), 0.06, blush(face.skin, 0.9), 0.35)
        b.curve(
            c,
            [(-corner, lift), (-0.1, inner), (0, inner + 0.012), (0.1, inner), (corner, lift)],
            shade(natural, 0.5),
            0.018,
            0.9,
        )
        b.ellipse(c, (0.01, 0.165), 0.11, 0.022, blush(face.skin, 0.7), 0.35)


def _age(c: skia.Canvas, face: Visage) -> None:
    """Wrinkles: fine lines with soft shadows along the deeper ones, hollow cheeks."""
    ink = blush(face.skin, 0.75)
    for _ in b.both_sides(c):
        b.blob(c, ".17,.38 .30,.5 .36,.66 .29,.62 .22,.5", ink, 0.2, blur=0.02)
        close_up.wrinkle(c, ".18,.40 .25,.46 .31,.55 .33,.64", ink, 0.018, 0.6)
        b.blob(c, ".2,.2 .34,.24 .48,.18 .44,.27 .32,.31 .22,.27", ink, 0.15, blur=0.02)
        close_up.wrinkle(c, ".2,.21 .28,.26 .38,.265 .47,.21", ink, 0.014, 0.45)
        for text in (".57,.0 .64,-.02 .69,-.06", ".58,.05 .66,.06 .72,.05", ".57,.1 .64,.13 .68,.17"):
            close_up.wrinkle(c, text, ink, 0.013, 0.5)
        b.glow(c, (0.56, 0.52), 0.18, blush(face.skin, 0.9), 0.25)
    for y, wide in ((-0.58, 0.26), (-0.5, 0.36), (-0.41, 0.3)):
        text = f"{-wide},{y + 0.02:.3f} {-wide / 2},{y - 0.005:.3f} {wide / 2},{y + 0.005:.3f} {wide},{y + 0.02:.3f}"
        close_up.wrinkle(c, text, ink, 0.014, 0.4)
    for text in ("-.04,-.32 -.05,-.26 -.045,-.2", ".05,-.31 .047,-.26 .04,-.22"):
        close_up.wrinkle(c, text, ink, 0.013, 0.45)


_BEARDS = {
    "long": ".80,.15! .74,.62 .56,1.2 .28,1.75 0,1.95 -.28,1.75 -.56,1.2 -.74,.62 -.80,.15! -.6,.42 -.32,.53 0,.49"
    " .32,.53 .6,.42",
    "full": ".81,.1! .79,.5 .56,.92 .24,1.1 0,1.12 -.24,1.1 -.56,.92 -.79,.5 -.81,.1! -.62,.44 -.34,.55 0,.5 .34,.55"
    " .62,.44",
    "stubble": ".8,.2! .7,.66 .32,.98 0,1.01 -.32,.98 -.7,.66 -.8,.2! -.5,.5 0,.5 .5,.5",
    "moustache": "",
}


def _beard(c: skia.Canvas, face: Visage) -> None:
    kind = face.beard if face.beard in _BEARDS else "full"
    if kind == "stubble":
        b.blob(c, _BEARDS[kind], face.hair, 0.18)
        return
    if kind == "moustache":
        b.blob(c, "0,.45 .12,.43 .3,.5 .5,.66! .3,.63 .12,.6 0,.58", b.top(face.hair), mirrored=True)
        return
    ink = b.linear((-0.6, 0.2), (0.6, 1.2), (shade(face.hair, 1.3), face.hair, shade(face.hair, 0.7)), (0, 0.5, 1))
    shape = b.outline(_BEARDS[kind])
    b.fill(c, shape, ink)
    low = 1.95 if kind == "long" else 1.14
    _whiskers(c, face, low, -0.8, 0.8)
    b.blob(c, "0,.50 .14,.48 .34,.60 .30,.64 .12,.585 0,.60", ink, mirrored=True)
    for _ in b.both_sides(c):
        hairs = [((0.02, y), (0.16, y + 0.01), (0.33, y + 0.09)) for y in (0.51, 0.535, 0.56, 0.58)]
        strokes(c, hairs, shade(face.hair, 0.66), 0.012, 0.4)


def _whiskers(c: skia.Canvas, face: Visage, low: float, left: float, right: float) -> None:
    """The hairs of a beard that reaches down to `low`, over its edge too, so that it is no plate."""
    fine = float(np.clip(b.pixels_per_unit(c) / 90, 0.4, 5.0))
    count = round(34 * fine**0.75)
    rng = np.random.default_rng(count)
    for ink, alpha in ((shade(face.hair, 0.6), 0.4), (shade(face.hair, 1.3), 0.5)):
        x = rng.uniform(left, right, count)
        top = 0.3 + 0.26 * (1 - (x / right) ** 2) + rng.uniform(0.0, 0.5, count) * (low - 0.6)
        bottom = np.minimum(top + rng.uniform(0.18, 0.4, count), low * np.sqrt(np.maximum(0.1, 1 - (x / 0.98) ** 2)))
        lines = [
            ((u, v), (u * 0.98, (v + w) / 2), (u * 0.9, w))
            for u, v, w in zip(x.tolist(), top.tolist(), bottom.tolist(), strict=True)
            if w > v
        ]
        strokes(c, lines, ink, 0.022 / fine**0.6, alpha)


def _glasses(c: skia.Canvas, kind: str) -> None:
    for _ in b.both_sides(c):
        if kind == "sunglasses":
            b.rectangle(c, (0.09, -0.12), 0.5, 0.36, b.top(rgb("#17171c"), 1.2), round=0.14)
            b.line(c, (0.16, -0.05), (0.28, -0.05), WHITE, 0.03, 0.4)
        else:
            b.circle(c, (0.34, 0.05), 0.25, rgb("#2a2628"), width=0.035)
        b.line(c, (0.58, 0.0), (0.8, -0.06), rgb("#2a2628"), 0.035)
    b.curve(c, "-.1,.02 0,-.03 .1,.02", rgb("#2a2628"), 0.035)


def front_face(c: skia.Canvas, face: Visage, *, detail: bool = True) -> None:
    """The face and ears, seen from the front, without hair."""
    with b.placed(c, scale=(face.features.width, 1.0)):
        _shape(c, face)
        size, height = {"child": (0.2, 0.25), "woman": (0.18, 0.195), "man": (0.165, 0.15)}[face.jaw]
        k = face.features.eyes
        for sign in b.both_sides(c):
            with b.placed(c, (0.345 * face.features.apart, 0.05), scale=(size * k, height * k)):
                _eye(c, face, sign, detail)
            _brow(c, face)
        _nose(c, face)
        if face.beard:
            _beard(c, face)
        _mouth(c, face)
        if face.old:
            _age(c, face)
        if face.glasses:
            _glasses(c, face.glasses)


def _shape(c: skia.Canvas, face: Visage) -> None:
    """Ears and head, modelled by light from the upper left."""
    skin = face.skin
    for sign in b.both_sides(c):
        b.blob(c, ".74,-.12 .86,-.16 .90,.02 .84,.22 .74,.24", shade(skin, 0.92 if sign < 0 else 0.78))
        b.curve(c, ".79,-.06 .845,-.05 .84,.08 .8,.14", blush(skin, 0.7), 0.022, 0.5)
    shape = b.outline(_JAW[face.jaw], mirrored=True)
    b.fill(c, shape, b.radial((-0.25, -0.2), 1.5, (shade(skin, 1.12), skin, blush(skin, 0.5)), (0, 0.5, 1)))
    with b.clipped(c, shape):
        b.ellipse(c, (0, -0.86), 0.95, 0.46, blush(skin, 0.8), 0.35, blur=0.12)
        b.glow(c, (0.9, 0.35), 0.7, blush(skin, 1), 0.45)
        b.glow(c, (0.72, 0.75), 0.5, blush(skin, 1), 0.35)
        b.glow(c, (-0.22, -0.52), 0.42, shade(skin, 1.3), 0.22)
        cheeks = mix(skin, rgb("#e8605a"), 0.55)
        for sign in (-1, 1):
            b.glow(c, (sign * 0.47, 0.38), 0.3, cheeks, 0.36 if face.gentle else 0.18)
            b.glow(c, (sign * 0.33, 0.02), 0.27, blush(skin, 0.8), 0.3)
            b.glow(c, (sign * 0.17, -0.08), 0.14, blush(skin, 0.8), 0.22)
            b.glow(c, (sign * 0.42 - 0.04, 0.22), 0.16, shade(skin, 1.3), 0.2)
        close_up.pores(c, skin, old=face.old)
        if face.freckles:
            close_up.freckles(c, skin)
        if face.jaw == "man" and not face.beard and not face.old:
            b.glow(c, (0.0, 0.86), 0.5, mix(skin, face.hair, 0.4), 0.16)


def side_face(c: skia.Canvas, face: Visage) -> None:
    """The face in profile, looking right, without hair."""
    skin = face.skin
    shape = b.outline(_PROFILE)
    b.fill(c, shape, b.linear((0.8, -0.8), (-0.6, 0.8), (shade(skin, 1.12), skin, shade(skin, 0.74)), (0, 0.45, 1)))
    b.glow(c, (0.4, 0.36), 0.24, mix(skin, rgb("#e8605a"), 0.55), 0.45 if face.gentle else 0.2)
    ink = mix(face.hair, rgb("#1c1210"), 0.6)
    b.blob(c, ".38,.06 .50,-.05 .65,-.04! .62,.10 .5,.13", WHITE)
    b.ellipse(c, (0.58, 0.03), 0.06, 0.085, face.iris)
    b.ellipse(c, (0.59, 0.03), 0.03, 0.05, (0.03, 0.02, 0.03))
    b.curve(c, ".34,.02 .48,-.07 .67,-.05", ink, 0.055)
    b.curve(c, ".36,-.24 .52,-.31 .68,-.25", mix(face.hair, rgb("#2a1a12"), 0.3), 0.055, 0.9)
    b.blob(c, ".70,.47 .755,.47! .72,.53 .735,.62! .66,.64 .52,.53!", mix(shade(skin, 0.75), rgb("#c4454c"), 0.5))
    b.blob(c, "-.18,-.1 -.06,-.2 .04,-.08 .0,.16 -.12,.22", shade(skin, 0.86))
    if face.beard and face.beard not in ("stubble", "moustache"):
        tip = 1.7 if face.beard == "long" else 1.15
        b.blob(
            c,
            [(0.72, 0.6), (0.72, 0.85), (0.6, tip), (0.3, 1.0), (-0.1, 0.7), (-0.05, 0.2), (0.2, 0.6)],
            b.side(face.hair),
        )
