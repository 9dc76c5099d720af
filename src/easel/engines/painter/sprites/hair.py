"""Human hair, in the frame of a head (see `faces`): what hangs behind the head, and what lies over it."""

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import Colour, linear, mix, rgb, shade
from easel.engines.painter.sprites import animal_parts as parts

COLOURS = (rgb("#2b1b13"), rgb("#171417"), rgb("#4b2e1b"), rgb("#7c4c25"), rgb("#c59a4e"))
GREY = rgb("#d9d8d6")
#: How far above the middle of the head a style rises, in half heads, where that is more than usual.
RISE = {"bun": 1.65, "updo": 1.72, "topknot": 1.55, "curly": 1.42, "spiky": 1.42}

#: Styles with hair that hangs behind the neck, and how far down it reaches.
_BEHIND = {"long": 2.5, "wavy": 2.4, "bob": 1.02, "bangs": 2.2, "braids": 0.8, "hime": 3.0, "updo": 2.7}
STYLES = (
    "short",
    "long",
    "wavy",
    "bob",
    "bangs",
    "ponytail",
    "bun",
    "curly",
    "bald",
    "braids",
    "buzz",
    "hime",
    "twintails",
    "topknot",
    "spiky",
    "tuft",
    "updo",
)

_CAPS = {
    "short": "-.84,.02! -.93,-.50 -.74,-.98 -.20,-1.22 .42,-1.17 .86,-.80 .93,-.34 .84,.02! .77,-.30! .60,-.60 .15,-.56"
    " -.25,-.70 -.62,-.46 -.76,-.26!",
    "buzz": "-.82,-.05! -.87,-.52 -.62,-.98 .0,-1.12 .62,-.98 .87,-.52 .82,-.05! .74,-.4 .5,-.72 0,-.8 -.5,-.72"
    " -.74,-.4",
    "spiky": "-.84,.02! -.96,-.4 -1.0,-.8! -.78,-.86 -.72,-1.22! -.4,-1.12 -.22,-1.42! .02,-1.18 .32,-1.38! .46,-1.1"
    " .82,-1.1! .82,-.78 1.02,-.6! .92,-.3 .84,.02! .76,-.32! .52,-.36! .42,-.62 .18,-.34! .02,-.66 -.26,-.36! -.4,-.64"
    " -.62,-.34! -.76,-.26!",
    "pulled": "-.80,-.02! -.88,-.50 -.66,-.98 .0,-1.15 .66,-.98 .88,-.50 .80,-.02! .74,-.36 .50,-.74 .05,-.86 -.4,-.78"
    " -.72,-.40",
}
_LOCK_LEFT = (
    "-.06,-1.17! -.5,-1.15 -.90,-.78 -1.01,-.1 -1.0,.6 -.95,1.15 -.80,1.5! -.76,.8 -.78,.15 -.70,-.28"
    " -.40,-.62 -.06,-.86!"
)
_LOCK_RIGHT = (
    "-.10,-1.17! .38,-1.17 .88,-.82 1.01,-.1 1.02,.6 .96,1.15 .82,1.5! .76,.8 .79,.15 .68,-.30 .34,-.60 -.04,-.86!"
)


_FRINGE = (
    "0,-1.19 .52,-1.10 .88,-.74 .95,-.2 .93,.55 .84,.9! .79,.3 .76,-.1! .70,-.22 .63,-.19! .50,-.27 .42,-.2! .28,-.28"
    " .19,-.21! .08,-.26 0,-.21!"
)


def _ink(hair: Colour) -> skia.Shader:
    return linear((-0.7, -1.1), (0.8, 1.2), (shade(hair, 1.45), hair, shade(hair, 0.62)), (0, 0.42, 1))


def _sheen(c: skia.Canvas, rng: np.random.Generator, hair: Colour, shape: skia.Path, low: float) -> None:
    """Strands and a band of light over one mass of hair: the larger it is, the more strands and the finer."""
    strands = np.random.default_rng(int(rng.integers(2**32)))
    fine = float(np.clip(b.pixels_per_unit(c) / 90, 0.35, 6.0))
    count, width = round(21 * fine**0.75), 0.03 / fine**0.6
    tones = (
        (shade(hair, 0.5), 0.5, 1.0),
        (shade(mix(hair, rgb("#c9a070"), 0.18), 1.3), 0.42, 0.8),
        (shade(hair, 0.72), 0.4, 0.6),
    )
    with b.clipped(c, shape):
        for ink, alpha, thick in tones:
            x = np.linspace(-1.02, 1.02, count) + strands.uniform(-0.06, 0.06, count)
            stray = strands.uniform(-0.05, 0.05, (2, count))
            end = low - strands.uniform(0.0, 0.5, count) * (low + 0.45)
            lines = [
                ((u * 0.45, -1.2 + 0.1 * u * u), (u * 1.14 + p, -0.5), (u * 1.03 + q, v))
                for u, p, q, v in zip(x.tolist(), *stray.tolist(), end.tolist(), strict=True)
            ]
            parts.strokes(c, lines, ink, width * thick, alpha)
        light = shade(mix(hair, rgb("#ffffff"), 0.4), 1.1)
        for wide, alpha in ((0.2, 0.1), (0.11, 0.11), (0.05, 0.12)):
            b.curve(c, "-.74,-.6 -.38,-.89 .05,-.95 .46,-.88", light, wide, alpha)


def _mass(
    c: skia.Canvas, rng: np.random.Generator, hair: Colour, text: str, *, low: float = 0.4, mirrored: bool = False
) -> None:
    shape = b.outline(text, mirrored=mirrored)
    b.fill(c, shape, _ink(hair))
    _sheen(c, rng, hair, shape, low)


def _curls(c: skia.Canvas, rng: np.random.Generator, hair: Colour, front: bool) -> None:
    """A halo of curls in three tones; in front they leave the face free."""
    angles, rings = np.linspace(np.pi * 0.95, np.pi * 2.05, 19), (0.98, 0.86, 0.74) if front else (1.0, 1.1)
    far, turn = (grid.ravel() for grid in np.meshgrid(rings, angles))
    for k, factor in enumerate((0.8, 0.95, 1.1)):
        x = np.cos(turn) * far * 0.92 + rng.uniform(-0.05, 0.05, turn.size) - 0.03 * k
        y = np.sin(turn) * far * 1.05 - 0.16 + rng.uniform(-0.05, 0.05, turn.size) - 0.04 * k
        free = (y < -0.52) | (np.abs(x) > 0.72) if front else np.ones(turn.size, bool)
        path = skia.Path()
        for at_x, at_y in zip(x[free].tolist(), y[free].tolist(), strict=True):
            path.addCircle(at_x, at_y, 0.17 - 0.05 * k)
        b.fill(c, path, shade(hair, factor))


def _knot(c: skia.Canvas, style: str, hair: Colour) -> None:
    if style == "bun":
        b.circle(c, (0.04, -1.24), 0.34, b.ball(hair))
        for k in range(5):
            x = 0.04 + (k - 2) * 0.11
            b.curve(c, [(0.04, -1.0), (x * 1.5 - 0.02, -1.2), (x, -1.5)], shade(hair, 0.62), 0.018, 0.5)
        b.curve(c, "-.14,-1.32 -.02,-1.46 .16,-1.46", shade(mix(hair, rgb("#ffffff"), 0.3), 1.2), 0.05, 0.25)
    elif style == "topknot":
        b.ellipse(c, (0, -1.28), 0.2, 0.24, b.ball(hair))
        b.rectangle(c, (-0.16, -1.14), 0.32, 0.09, rgb("#b5342c"), round=0.03)
    elif style == "updo":
        for x in (-0.3, 0.3):
            b.ellipse(c, (x, -1.28), 0.24, 0.34, b.ball(hair))
            b.ellipse(c, (x, -1.26), 0.1, 0.18, shade(hair, 0.6))
        b.circle(c, (0, -1.32), 0.3, b.ball(shade(hair, 1.1)))
    elif style == "ponytail":
        b.blob(c, ".4,-1.0 .95,-1.1 1.35,-.5 1.3,.4 1.05,1.1! 1.05,.4 .95,-.2 .7,-.55", _ink(hair))
    elif style == "twintails":
        for _ in b.both_sides(c):
            b.blob(c, ".72,-.85 1.15,-.95 1.5,-.3 1.55,.7 1.3,1.7! 1.12,.9 1.05,.1 .8,-.35", _ink(hair))
            b.circle(c, (0.86, -0.72), 0.12, rgb("#d8423c"))


def _side_locks(c: skia.Canvas, hair: Colour) -> None:
    """Two thin locks beside the face, under what holds the rest up."""
    for _ in b.both_sides(c):
        b.blob(c, ".70,-.42 .86,-.2 .93,.5 .86,1.35! .80,.6 .77,.0", _ink(hair))
    _pins(c)


def _pins(c: skia.Canvas) -> None:
    """What holds put-up hair: a gold pin with beads that hang down, and a blossom."""
    gold, petal = rgb("#e0b04a"), rgb("#f2a9b8")
    b.line(c, (-0.62, -1.3), (0.66, -1.12), gold, 0.05)
    b.circle(c, (0.68, -1.12), 0.08, b.ball(gold))
    for k in range(4):
        b.circle(c, (0.7, -0.98 + 0.11 * k), 0.042, b.ball(rgb("#f7efe2") if k % 2 else petal))
    for turn in range(5):
        with b.placed(c, (-0.5, -0.92), turn=72.0 * turn):
            b.ellipse(c, (0, -0.11), 0.085, 0.11, b.ball(petal, 0.7))
    b.circle(c, (-0.5, -0.92), 0.06, gold)


def _plaits(c: skia.Canvas, hair: Colour) -> None:
    """Two plaits before the shoulders: strands that cross to and fro, and a tie."""
    for _ in b.both_sides(c):
        for k in range(9):
            y, wide = 0.68 + k * 0.165, 0.17 - k * 0.007
            with b.placed(c, (0.94 + 0.012 * k + (0.05 if k % 2 else -0.05), y), turn=38.0 if k % 2 else -38.0):
                b.ellipse(c, (0, 0), wide * 0.72, 0.15, b.ball(shade(hair, 1.0 if k % 2 else 0.86), 0.9))
                b.curve(c, [(-wide * 0.2, -0.11), (0.0, 0.0), (-wide * 0.2, 0.11)], shade(hair, 0.55), 0.016, 0.6)
        b.rectangle(c, (0.98, 2.08), 0.14, 0.09, rgb("#d8423c"), round=0.03)
        b.blob(c, "1.0,2.16! 1.1,2.16! 1.16,2.4 1.04,2.5 .95,2.38", _ink(hair))


def behind(c: skia.Canvas, rng: np.random.Generator, style: str, hair: Colour) -> None:
    """The hair behind head and neck, for a head seen from the front."""
    if style in _BEHIND:
        low = _BEHIND[style]
        wave = 0.09 if style == "wavy" else 0.0
        nodes = [
            (0.0, -1.16),
            (0.62, -1.06),
            (1.0, -0.5),
            (1.06 + wave, 0.25),
            (1.08 - wave, low * 0.45),
            (1.1 + wave, low * 0.7),
            (0.98, low * 0.92),
            (0.55, low),
            (0.0, low * 0.96),
        ]
        b.fill(c, b.outline(nodes, mirrored=True), linear((-1, 0), (1.1, 0.4), (shade(hair, 0.95), shade(hair, 0.5))))
    if style == "curly":
        _curls(c, rng, shade(hair, 0.75), front=False)
    if style in ("bun", "topknot", "ponytail", "twintails", "updo"):
        _knot(c, style, hair)


def _bare(c: skia.Canvas, style: str, hair: Colour) -> None:
    """The shine of a bald head, and a baby's one curl."""
    b.ellipse(c, (-0.28, -0.76), 0.26, 0.13, rgb("#ffffff"), 0.28, blur=0.07)
    if style == "tuft":
        for text in ("-.05,-1.02 -.16,-1.2 .04,-1.3 .16,-1.16", ".05,-1.02 .2,-1.12 .3,-1.02"):
            b.curve(c, text, hair, 0.085)


#: A lock before the shoulder: half of what hangs down.
_TRESS = ".70,.5! .98,.55 1.09,1.1 1.1,1.7 .98,2.3 .8,2.62! .73,2.2 .68,1.6 .72,1.0"


def tresses(c: skia.Canvas, rng: np.random.Generator, style: str, hair: Colour) -> None:
    """Long hair that falls before the shoulders, for a head seen from the front; nothing in any other style."""
    if style not in ("long", "wavy"):
        return
    for _ in b.both_sides(c):
        _mass(c, rng, hair, _TRESS, low=2.5)


def over(c: skia.Canvas, rng: np.random.Generator, style: str, hair: Colour) -> None:
    """The hair over the forehead and beside the face, for a head seen from the front."""
    if style in ("long", "wavy", "bob"):
        cut = style == "bob"
        for text in (_LOCK_LEFT, _LOCK_RIGHT):
            _mass(c, rng, hair, text.replace("1.5!", "1.0").replace("1.15", ".95") if cut else text, low=1.2)
    elif style in ("bangs", "hime", "braids", "twintails"):
        _mass(c, rng, hair, _FRINGE, low=0.5, mirrored=True)
        if style == "braids":
            _plaits(c, hair)
    elif style == "curly":
        _curls(c, rng, hair, front=True)
    elif style in ("tuft", "bald"):
        _bare(c, style, hair)
    elif style in ("ponytail", "bun", "topknot", "updo"):
        _mass(c, rng, hair, _CAPS["pulled"])
        if style == "updo":
            _side_locks(c, hair)
    else:
        _mass(c, rng, hair, _CAPS.get(style, _CAPS["short"]))


def from_back(c: skia.Canvas, rng: np.random.Generator, style: str, hair: Colour, skin: Colour) -> None:
    """The whole head seen from behind."""
    for sign in b.both_sides(c):
        b.ellipse(c, (0.84, 0.04), 0.09, 0.18, shade(skin, 0.9 if sign < 0 else 0.75))
    b.ellipse(c, (0, 0.12), 0.74, 0.84, shade(skin, 0.85))
    if style in _BEHIND:
        low = _BEHIND[style] * 1.05
        nodes = [
            (0.0, -1.18),
            (0.62, -1.08),
            (0.98, -0.5),
            (1.0, 0.2),
            (0.98, low * 0.5),
            (0.84, low * 0.84),
            (0.6, low * 0.97),
            (0.3, low),
            (0.0, low * 1.06),
        ]
        shape = b.outline(nodes, mirrored=True)
        b.fill(c, shape, _ink(hair))
        _sheen(c, rng, hair, shape, low)
    elif style == "curly":
        _curls(c, rng, shade(hair, 0.8), front=False)
        b.ellipse(c, (0, -0.2), 0.92, 0.95, b.ball(hair))
    elif style not in ("bald", "tuft"):
        _mass(c, rng, hair, "0,-1.18 .6,-1.06 .90,-.55 .88,.1 .70,.58 .3,.72 0,.74", low=0.7, mirrored=True)
        _knot(c, style, hair)


def from_side(c: skia.Canvas, rng: np.random.Generator, style: str, hair: Colour) -> None:
    """The hair of a head in profile that looks to the right."""
    if style in ("bald", "tuft"):
        return
    low = _BEHIND.get(style, 0.0)
    if style in ("bun", "topknot", "updo"):
        b.circle(c, (-0.62, -0.95) if style != "updo" else (-0.3, -1.2), 0.34, b.ball(hair))
    elif style in ("ponytail", "twintails"):
        b.blob(c, "-.6,-.7 -1.1,-.8 -1.45,-.1 -1.35,.9 -1.15,1.3! -1.05,.6 -.85,.0", _ink(hair))
    if low:
        mass = [
            (0.62, -0.62),
            (0.3, -1.12),
            (-0.35, -1.15),
            (-0.92, -0.6),
            (-1.02, 0.2),
            (-1.05, low * 0.7),
            (-0.7, low),
            (-0.25, low * 0.9),
            (-0.1, 0.7),
            (0.02, 0.1),
            (0.12, -0.4),
        ]
        shape = b.outline(mass)
        b.fill(c, shape, _ink(hair))
        _sheen(c, rng, hair, shape, low)
    else:
        _mass(
            c,
            rng,
            hair,
            ".68,-.58! .45,-1.08 -.2,-1.2 -.82,-.75 -.95,-.1 -.72,.42 -.42,.5 -.28,.12! -.2,-.2 .02,-.28! .1,.0!"
            " .2,-.36 .42,-.5",
        )
