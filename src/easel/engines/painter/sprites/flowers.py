"""Single flowers and grasses on their stems."""

from collections.abc import Sequence

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import Colour, Point, ball, jitter, linear, radial, rgb, shade, side
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.sprite import Draw, Look, Sprite

STEM = rgb("#4f8a3a")


def _stem(c: skia.Canvas, rng: np.random.Generator, top_y: float, *, bend: float = 0.03, leafy: bool = True) -> None:
    lean = bend * float(rng.choice((-1, 1)))
    b.limb(c, [(lean, 0), (lean * 1.6, top_y * 0.45), (0, top_y)], (0.042, 0.036, 0.03), side(STEM), butt=True)
    if leafy:
        for text, tone in (
            ("-.0,-.18 .12,-.36 .33,-.44! .24,-.24 .06,-.12", 0.92),
            ("-.0,-.30 -.12,-.46 -.31,-.50! -.24,-.32 -.06,-.22", 1.1),
        ):
            b.blob(c, text, side(shade(STEM, tone), 0.9))
        b.curve(c, ".02,-.18 .16,-.32 .30,-.42", shade(STEM, 1.5), 0.008, 0.6)
        b.curve(c, "-.02,-.28 -.14,-.41 -.28,-.48", shade(STEM, 1.5), 0.008, 0.6)


def ring(
    c: skia.Canvas,
    rng: np.random.Generator,
    centre: Point,
    count: int,
    reach: float,
    wide: float,
    colour: Colour,
    *,
    start: float = 0.12,
    turn: float = 0.0,
    pointed: bool = False,
    squash: float = 1.0,
) -> None:
    """A ring of petals around a centre, each darker towards its root."""
    x, y = centre
    for k in range(count):
        angle = 360 * k / count + turn + rng.uniform(-4, 4)
        lit = 1.0 - 0.13 * np.cos(np.radians(angle - 135))
        tone = jitter(shade(colour, float(lit)), rng, 0.02)
        with b.placed(c, (x, y), scale=(1.0, squash)), b.placed(c, turn=angle):
            long = reach * rng.uniform(0.94, 1.04)
            ink = linear((0, 0), (long, 0), (shade(tone, 0.6), tone, shade(tone, 1.22)), (0, 0.5, 1))
            tip = f"{long:.3f},0" + ("!" if pointed else "")
            b.blob(
                c,
                f"{start * reach:.3f},0! {long * 0.5:.3f},{-wide:.3f} {long * 0.85:.3f},{-wide * 0.7:.3f} {tip} "
                f"{long * 0.85:.3f},{wide * 0.7:.3f} {long * 0.5:.3f},{wide:.3f}",
                ink,
            )


def _flower(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    petals = look.colour or rgb(str(rng.choice(("#ee5f94", "#8a68dc", "#f4f1ec", "#f0863a", "#e5484d", "#5f93e8"))))
    _stem(c, rng, -0.74)
    ring(c, rng, (0, -0.75), 8, 0.25, 0.075, shade(petals, 0.85), turn=20)
    ring(c, rng, (0, -0.75), 8, 0.235, 0.072, petals)
    b.circle(c, (0, -0.75), 0.075, ball(rgb("#f5c231")))
    _seeds(c, (0, -0.75), 0.062, rgb("#b8791c"), 26)


def _seeds(c: skia.Canvas, centre: Point, radius: float, colour: Colour, count: int) -> None:
    path = skia.Path()
    for k in range(count):
        far, angle = radius * np.sqrt(k / count), k * 2.39996
        path.addCircle(float(centre[0] + far * np.cos(angle)), float(centre[1] + far * np.sin(angle)), radius * 0.062)
    b.fill(c, path, colour, 0.85)


def _sunflower(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    petals = look.colour or rgb("#f8bb1c")
    _stem(c, rng, -0.72)
    centre = (0.0, -0.72)
    ring(c, rng, centre, 19, 0.28, 0.046, shade(petals, 0.78), turn=9, pointed=True, start=0.3)
    ring(c, rng, centre, 19, 0.262, 0.046, petals, pointed=True, start=0.3)
    b.circle(
        c, centre, 0.135, radial((-0.03, -0.76), 0.18, (rgb("#8a5a26"), rgb("#4d2d14"), rgb("#2c180b")), (0, 0.6, 1))
    )
    _seeds(c, centre, 0.125, rgb("#c98f3c"), 90)
    b.circle(c, centre, 0.055, rgb("#3b220f"), 0.6)


def _rose(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    petals = look.colour or rgb("#cf2440")
    _stem(c, rng, -0.66)
    for text in ("0,-.60 -.14,-.60 -.2,-.70! -.08,-.66", "0,-.60 .14,-.60 .2,-.70! .08,-.66"):
        b.blob(c, text, shade(STEM, 0.9))
    for text, tone in (
        ("0,-.58 -.15,-.62 -.25,-.76 -.21,-.90 -.06,-.86", 0.74),
        ("0,-.58 .15,-.62 .25,-.76 .21,-.90 .06,-.86", 0.62),
        ("-.16,-.92 -.04,-1.0 .12,-.98 .19,-.86 .0,-.76", 0.68),
        ("0,-.585 -.16,-.66 -.20,-.84! -.04,-.74 .05,-.64", 0.95),
        ("0,-.585 .16,-.66 .20,-.84! .04,-.74 -.05,-.64", 0.84),
        ("-.13,-.83 -.10,-.93 .02,-.955 .13,-.90 .12,-.80 .0,-.72", 0.9),
        ("-.13,-.85 -.11,-.74 .0,-.685 .11,-.75 .13,-.85 .0,-.80", 1.08),
        ("-.08,-.86 -.05,-.925 .04,-.93 .085,-.87 .03,-.81 -.04,-.81", 0.72),
        ("-.055,-.865 .0,-.90 .055,-.87 .03,-.825 -.02,-.825", 0.5),
    ):
        b.blob(c, text, ball(shade(petals, tone), 0.75))
    for text in (
        "-.13,-.85 -.05,-.80 .05,-.805 .13,-.85",
        "-.20,-.84 -.10,-.76 .0,-.70",
        ".20,-.84 .12,-.77 .03,-.70",
        "-.05,-.87 .0,-.845 .04,-.86",
    ):
        b.curve(c, text, shade(petals, 1.45), 0.009, 0.55)


def _tulip(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    petals = look.colour or rgb("#e5445c")
    b.limb(c, ".01,.0 .02,-.3 .0,-.64", (0.04, 0.036, 0.034), side(STEM), butt=True)
    b.blob(c, ".02,.0! .15,-.2 .20,-.46 .15,-.62! .08,-.36", side(shade(STEM, 0.95)))
    b.blob(c, "-.02,.0! -.14,-.16 -.22,-.38 -.20,-.52! -.10,-.30", side(shade(STEM, 1.1)))
    for text, tone in (
        ("-.04,-.62 -.17,-.70 -.19,-.86 -.15,-1! -.02,-.86 .0,-.66", 0.86),
        (".04,-.62 .17,-.70 .19,-.86 .15,-1! .02,-.86 .0,-.66", 0.7),
        ("0,-.605 -.13,-.66 -.15,-.80 -.08,-.93 .0,-.985! .08,-.93 .15,-.80 .13,-.66", 1.0),
    ):
        b.blob(c, text, ball(shade(petals, tone), 0.85))
    strokes(
        c,
        [((0, -0.64), (x, -0.80), (x * 0.6, -0.94)) for x in (-0.07, -0.025, 0.025, 0.07)],
        shade(petals, 1.4),
        0.006,
        0.4,
    )


def _lotus(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    petals = look.colour or rgb("#f29ab8")
    for x, wide, tone in ((-0.42, 0.5, 0.85), (0.46, 0.46, 0.72), (0.0, 0.72, 1.0)):
        b.ellipse(c, (x, -0.1), wide, 0.1, ball(shade(rgb("#4f9463"), tone), 0.8))
    veins = [((0, -0.1), (0.7 * np.cos(a), -0.1 + 0.09 * np.sin(a))) for a in np.linspace(0, 6.28, 15)]
    strokes(c, veins, rgb("#8fc79a"), 0.007, 0.5)
    shape = "0,-.16 -.13,-.36 -.13,-.66 0,-.98! .13,-.66 .13,-.36"
    for angles, tone, tall in (
        ((-58, 58, -36, 36), 0.78, 0.86),
        ((-15, 15, 0), 0.9, 1.0),
        ((-66, 66), 1.0, 0.74),
        ((-40, 40), 1.05, 0.80),
        ((-18, 18), 1.1, 0.76),
        ((0,), 1.16, 0.72),
    ):
        for angle in angles:
            tone_here = shade(petals, tone * (1.05 if angle < 0 else 0.94))
            ink = linear(
                (0, -0.95), (0, -0.15), (shade(tone_here, 0.9), shade(tone_here, 1.22), rgb("#fff3dc")), (0, 0.5, 1)
            )
            with b.placed(c, (0, -0.14), turn=angle, scale=(1.0, tall)), b.placed(c, (0, 0.15)):
                b.blob(c, shape, ink)
                b.curve(c, "0,-.3 .0,-.6 0,-.9", shade(tone_here, 0.75), 0.006, 0.4)
    b.ellipse(c, (0, -0.22), 0.2, 0.05, rgb("#f7d98a"), 0.55)


def _peony(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    petals = look.colour or rgb("#ea6f9c")
    _stem(c, rng, -0.66)
    centre = (0.0, -0.70)
    for count, reach, wide, tone, turn in (
        (11, 0.30, 0.12, 0.66, 0),
        (10, 0.26, 0.11, 0.82, 16),
        (9, 0.215, 0.1, 0.95, 5),
        (8, 0.165, 0.085, 1.08, 22),
        (6, 0.11, 0.06, 0.9, 40),
        (5, 0.07, 0.04, 1.2, 10),
    ):
        ring(
            c,
            rng,
            (centre[0], centre[1] - (0.30 - reach) * 0.12),
            count,
            reach,
            wide,
            shade(petals, tone),
            turn=turn,
            squash=0.9,
        )


def _lavender(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    petals = look.colour or rgb("#8a68c8")
    tones = [skia.Path() for _ in range(3)]
    stems = []
    for k, x in enumerate(np.linspace(-0.2, 0.2, 7)):
        tip_x, tip_y = x * 1.7 + rng.uniform(-0.03, 0.03), -rng.uniform(0.78, 1.0) + abs(x) * 0.4
        stems.append(((x * 0.3, 0), (x * 0.8, tip_y * 0.5), (tip_x, tip_y)))
        for j in range(9):
            t = 0.55 + 0.45 * j / 8
            cx = (1 - t) ** 2 * x * 0.3 + 2 * t * (1 - t) * x * 0.8 + t * t * tip_x
            cy = 2 * t * (1 - t) * tip_y * 0.5 + t * t * tip_y
            for side_step in (-0.026, 0.0, 0.026):
                reach = 0.022 * (1.2 - t * 0.5)
                px, py = float(cx + side_step + rng.uniform(-0.006, 0.006)), float(cy + rng.uniform(-0.012, 0.012))
                tones[(k + j + (side_step > 0)) % 3].addOval(
                    skia.Rect(px - reach, py - reach * 1.2, px + reach, py + reach * 1.2)
                )
    strokes(c, stems, shade(STEM, 1.05), 0.014)
    for path, tone in zip(tones, (0.68, 0.95, 1.3), strict=True):
        b.fill(c, path, shade(petals, tone))


def _rapeseed(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """Branching stalks, a cluster of small four-petalled blossoms and buds on each."""
    petals = look.colour or rgb("#f4cc1e")
    for lean, high in ((-0.2, 0.74), (0.2, 0.8), (-0.07, 0.88), (0.05, 0.97)):
        top_x = lean + rng.uniform(-0.02, 0.02)
        b.curve(c, [(0, 0), (0.35 * lean, -0.5 * high), (top_x, -high)], shade(STEM, 1.1), 0.02)
        b.blob(c, [(0.3 * lean, -0.2), (lean, -0.34), (0.4 * lean, -0.36)], shade(STEM, 0.95))
        for k in range(13):
            turn, reach = 2.4 * k, 0.025 * k**0.55
            at = (top_x + reach * 1.25 * float(np.cos(turn)), -high + reach * float(np.sin(turn)) - 0.004 * k + 0.03)
            tone = jitter(shade(petals, 0.82 + 0.4 * (at[1] < -high)), rng, 0.03)
            b.ellipse(c, at, 0.036, 0.026, tone)
            b.ellipse(c, at, 0.022, 0.034, shade(tone, 1.08))


def _cotton(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A bush of brown twigs with open bolls of white wool."""
    wool, twig = look.colour or rgb("#fbfaf5"), rgb("#7a5a3c")
    for lean, high in ((-0.24, 0.6), (0.26, 0.66), (-0.14, 0.86), (0.13, 0.9)):
        b.curve(c, [(0, 0), (0.3 * lean, -0.5 * high), (lean, -high + 0.08)], twig, 0.02)
        b.blob(c, [(0.5 * lean, -0.5 * high), (1.3 * lean, -0.42 * high), (0.9 * lean, -0.3 * high)], shade(STEM, 0.9))
        for x, y in ((-0.06, 0.0), (0.06, 0.0), (0.0, -0.06), (0.0, 0.04)):
            tone = jitter(shade(wool, 0.93 if y > 0 else 1.0), rng, 0.015)
            b.circle(c, (lean + x, -high + 0.04 + y), 0.065, ball(tone, 0.5))
        husk = [(lean - 0.07, -high + 0.13), (lean, -high + 0.09), (lean + 0.07, -high + 0.13), (lean, -high + 0.17)]
        b.blob(c, husk, shade(twig, 0.9))


def grain(c: skia.Canvas, rng: np.random.Generator, straw: Colour, ears: Colour, *, nods: float) -> None:
    """Stalks of a grass with ears; `nods` is how far a heavy ear hangs over."""
    for k in range(5):
        lean = (k - 2) * 0.09 + rng.uniform(-0.04, 0.04)
        high = rng.uniform(0.72, 0.95)
        way = 1.0 if lean > 0 else -1.0
        b.curve(c, [(0.3 * lean, 0), (0.6 * lean, -0.45 * high), (lean, -0.8 * high)], shade(straw, 0.9), 0.018)
        b.curve(c, [(0.4 * lean, -0.1), (0.9 * lean + 0.08 * way, -0.4), (lean + 0.2 * way, -0.42)], straw, 0.016)
        for step in range(7):
            t = step / 6
            at = (lean + way * nods * t**1.6, -high * (0.74 + (0.26 - 0.3 * nods) * t) + 0.4 * nods * t**3)
            tone = jitter(shade(ears, 0.82 + 0.06 * step), rng, 0.03)
            for aside in (-0.018, 0.018):
                b.ellipse(c, (at[0] + aside, at[1]), 0.02, 0.032, tone)
            if nods < 0.1:
                b.line(c, at, (at[0] + 0.05 * way, at[1] - 0.11), shade(ears, 1.15), 0.006, 0.8)


def _wheat(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    ears = look.colour or rgb("#dfae45")
    grain(c, rng, shade(ears, 0.85), ears, nods=0.04)


def _rice(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """Green rice, or ripe where it has the colour for it."""
    ears = look.colour or rgb("#8fbf4a")
    grain(c, rng, shade(ears, 0.8), ears, nods=0.2)


def _sprite(name: str, draw: Draw, height: float, width: float = 0.65, place: str = "ground") -> Sprite:
    return Sprite(
        name=name,
        draw=draw,
        height=height,
        width=width,
        place=place,
        group="plant",
        attach={"top": (0.0, -0.95), "face": (0.0, -0.74), "hand": (0.0, -0.3)},
    )


def _dandelion(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A ball of seeds on its stalk; some of them have let go and drift to one side."""
    seed, hub = look.colour or rgb("#f7f6f0"), (0.0, -0.76)
    b.limb(c, [(0.03, 0), (0.035, -0.4), hub], (0.026, 0.022, 0.02), side(STEM), butt=True)
    for turn in (-62, -24, 18, 58):
        with b.placed(c, (0.03, -0.01), turn=turn):
            b.blob(
                c, "-.02,.0! -.05,-.12 -.02,-.2 -.05,-.26 .0,-.36! .04,-.26 .02,-.2 .05,-.12 .02,.0!", side(STEM, 0.9)
            )
    b.circle(c, hub, 0.225, radial(hub, 0.225, ((*seed, 0.75), (*seed, 0.4), (*seed, 0.12)), (0, 0.6, 1)))
    for k in range(46):
        angle, reach = 2.4 * k, 0.215 * float(np.sqrt((k + 1) / 46))
        _seed(c, hub, (hub[0] + reach * float(np.cos(angle)), hub[1] + reach * float(np.sin(angle))), seed)
    b.circle(c, hub, 0.045, ball(rgb("#8a6f45")))
    for x, y in ((0.3, -0.86), (0.37, -0.68), (0.44, -0.93), (0.27, -0.58)):
        _seed(c, (x - 0.055, y + 0.075), (x, y), seed)


def _seed(c: skia.Canvas, root: Point, tuft: Point, white: Colour) -> None:
    """One seed: a thread from its root to a tuft of hairs."""
    b.line(c, root, tuft, shade(white, 0.86), 0.005, 0.75)
    along = np.arctan2(tuft[1] - root[1], tuft[0] - root[0])
    for lean in (-1.1, -0.55, 0.0, 0.55, 1.1):
        tip = (tuft[0] + 0.04 * float(np.cos(along + lean)), tuft[1] + 0.04 * float(np.sin(along + lean)))
        b.line(c, tuft, tip, white, 0.007, 0.95)


SPRITES: Sequence[Sprite] = (
    _sprite("dandelion", _dandelion, 0.24, 0.95),
    _sprite("flower", _flower, 0.24),
    _sprite("sunflower", _sunflower, 0.3),
    _sprite("rose", _rose, 0.26),
    _sprite("tulip", _tulip, 0.24, 0.5),
    _sprite("lotus", _lotus, 0.18, 1.6, "water"),
    _sprite("peony", _peony, 0.26, 0.75),
    _sprite("lavender", _lavender, 0.22, 0.85),
    _sprite("rapeseed", _rapeseed, 0.24, 0.6),
    _sprite("cotton", _cotton, 0.24, 0.72),
    _sprite("wheat", _wheat, 0.26, 0.7),
    _sprite("rice_plant", _rice, 0.24, 0.8),
)
