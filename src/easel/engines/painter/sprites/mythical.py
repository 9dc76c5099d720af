"""Dragon, phoenix and dinosaur, robot and snowman: creatures that nobody meets."""

from math import cos, pi, sin

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Colour, ball, linear, mix, rgb, shade, side, top
from easel.engines.painter.sprites import animal_parts as parts
from easel.engines.painter.sprites.deeds import at_work
from easel.engines.painter.sprites.flames import BREATHING, breath
from easel.engines.painter.sprites.sprite import Draw, Look, Sprite


def _bat_wing(c: skia.Canvas, colour: Colour) -> None:
    """A dragon's wing from the shoulder at the origin, up and back to the left."""
    membrane = linear((0, -0.1), (-0.5, -0.5), (shade(colour, 0.7), shade(mix(colour, rgb("#f2b45a"), 0.35), 1.15)))
    b.blob(
        c,
        ".05,.0! -.02,-.28 -.12,-.46! -.36,-.52 -.66,-.44! -.56,-.34 -.58,-.20! -.44,-.22 -.40,-.06! -.28,-.12"
        " -.22,.04! -.1,-.02",
        membrane,
    )
    for text in (
        ".02,-.02 -.06,-.28 -.12,-.46",
        "-.12,-.46 -.36,-.51 -.66,-.44",
        "-.12,-.46 -.34,-.38 -.58,-.20",
        "-.12,-.46 -.24,-.28 -.40,-.06",
        "-.12,-.46 -.14,-.2 -.22,.04",
    ):
        b.curve(c, text, shade(colour, 0.85), 0.022)
    b.polygon(c, "-.10,-.45 -.12,-.54 -.15,-.46", rgb("#efe2c0"))


def _spines(c: skia.Canvas, spine: str, count: int, size: float, ink: Colour) -> None:
    measure = skia.PathMeasure(b.outline(spine, closed=False), False)
    path = skia.Path()
    for k in range(count):
        t = (k + 0.5) / count
        at, along = measure.getPosTan(measure.getLength() * t)
        reach = size * (0.45 + 0.55 * sin(pi * min(1.0, 0.15 + 0.8 * t)))
        nx, ny = along.y(), -along.x()
        half = reach * 0.55
        path.addPoly(
            [
                skia.Point(at.x() - along.x() * half, at.y() - along.y() * half),
                skia.Point(at.x() + nx * reach - along.x() * half * 0.4, at.y() + ny * reach - along.y() * half * 0.4),
                skia.Point(at.x() + along.x() * half, at.y() + along.y() * half),
            ],
            True,
        )
    b.fill(c, path, ink)


def _dragon_head(c: skia.Canvas, coat: Colour) -> None:
    for text, tone in (
        ("-.10,-.12 -.22,-.26 -.36,-.30!  -.26,-.16 -.14,-.02", 0.75),
        ("-.04,-.13 -.12,-.30 -.26,-.38! -.18,-.2 -.06,-.04", 1.0),
    ):
        b.blob(c, text, side(shade(rgb("#efe2c0"), tone)))
    b.blob(c, "-.02,.10 .14,.10 .30,.14 .40,.11! .30,.19 .10,.2 -.06,.16", shade(coat, 0.72))
    b.blob(
        c, "-.16,.02 -.10,-.13 .06,-.16 .16,-.08 .30,-.09 .42,-.04 .44,.06! .30,.09 .14,.07 .0,.14 -.12,.12", ball(coat)
    )
    b.polygon(c, "-.15,.06 -.30,.10 -.18,.13", shade(coat, 0.8))
    teeth = [(0.40, 0.065), (0.385, 0.115), (0.36, 0.075), (0.33, 0.115), (0.30, 0.08), (0.26, 0.115), (0.22, 0.08)]
    b.polygon(c, teeth, WHITE)
    b.ellipse(c, (0.39, -0.03), 0.02, 0.014, shade(coat, 0.3))
    b.blob(c, ".0,-.05 .06,-.10 .14,-.05 .08,-.01", rgb("#ffd83a"))
    b.ellipse(c, (0.07, -0.055), 0.014, 0.038, (0.05, 0.03, 0.03))
    b.curve(c, "-.03,-.10 .06,-.12 .16,-.05", shade(coat, 0.45), 0.026)


def _dragon(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    with b.placed(c, (0.03, -0.01), scale=0.86):
        _winged_dragon(c, rng, look)


def _winged_dragon(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    coat = look.colour or rgb("#3a9a5c")
    belly = mix(coat, rgb("#f6e3a0"), 0.75)
    with b.placed(c, (0.16, -0.50), scale=(-0.86, 0.86), turn=-6):
        _bat_wing(c, shade(coat, 0.66))
    for joints in ("-.22,-.28 -.10,-.12 -.16,-.03", ".16,-.30 .24,-.14 .20,-.03"):
        b.limb(c, joints, (0.16, 0.1, 0.075), side(shade(coat, 0.66)))
    tail = "-.20,-.28 -.50,-.06 -.80,-.12 -.86,-.34 -.72,-.46"
    b.limb(c, tail, (0.28, 0.17, 0.12, 0.075, 0.03), top(coat))
    b.polygon(c, "-.70,-.40 -.74,-.60 -.62,-.50", shade(coat, 0.75))
    body = b.outline(
        "-.36,-.24 -.34,-.40 -.12,-.48 .12,-.48 .20,-.64 .22,-.84 .40,-.86 .44,-.66 .38,-.46 .32,-.26 .10,-.14"
        " -.18,-.12"
    )
    b.fill(c, body, ball(coat))
    with b.clipped(c, body):
        b.blob(c, ".40,-.86 .36,-.62 .28,-.44 .18,-.26 -.10,-.18 -.2,-.05 .5,-.05 .55,-.8", belly, 0.95)
        lines = [((0.28 + 0.02 * sin(k), -0.8 + k * 0.065), (0.46, -0.78 + k * 0.065)) for k in range(9)]
        parts.strokes(c, lines, shade(belly, 0.7), 0.01, 0.7)
        scales = [
            ((x, y), (x + 0.02, y + 0.025), (x + 0.045, y))
            for x, y in rng.uniform((-0.32, -0.44), (0.24, -0.2), (34, 2))
        ]
        parts.strokes(c, scales, shade(coat, 0.6), 0.008, 0.6)
    _spines(c, "-.34,-.38 -.12,-.48 .12,-.48 .20,-.66 .22,-.86", 8, 0.085, rgb("#e8b04a"))
    for joints, paw in (
        ("-.16,-.28 -.02,-.12 -.10,-.03", (-0.08, -0.02)),
        (".22,-.32 .34,-.16 .29,-.03", (0.32, -0.02)),
    ):
        b.limb(c, joints, (0.2, 0.12, 0.08), side(coat))
        b.ellipse(c, paw, 0.075, 0.03, ball(coat))
        for k in range(3):
            b.polygon(
                c,
                [
                    (paw[0] + 0.02 + 0.024 * k, paw[1] - 0.012),
                    (paw[0] + 0.065 + 0.02 * k, paw[1] + 0.018),
                    (paw[0] + 0.02 + 0.024 * k, paw[1] + 0.018),
                ],
                rgb("#efe2c0"),
            )
    with b.placed(c, (0.30, -0.86), scale=0.86):
        _dragon_head(c, coat)
        if look.traits.get("pose") == BREATHING:
            with b.placed(c, (0.36, 0.1), scale=0.62, turn=16):
                breath(c)
    with b.placed(c, (0.06, -0.46), scale=0.98):
        _bat_wing(c, coat)


def _phoenix(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    with b.placed(c, scale=0.78):
        _fire_bird(c, look)


def _fire_bird(c: skia.Canvas, look: Look) -> None:
    coat = look.colour or rgb("#e8482a")
    gold = mix(coat, rgb("#ffd24a"), 0.75) if look.colour is None else mix(coat, WHITE, 0.3)
    b.glow(c, (0, -0.55), 0.75, gold, 0.4)
    for k, text in enumerate(
        (
            "-.02,-.34 -.30,-.2 -.40,-.06 -.62,-.02",
            ".02,-.34 .26,-.18 .42,-.1 .60,.0",
            ".0,-.34 -.10,-.14 -.06,-.04 -.2,.0",
            ".0,-.34 .10,-.16 .12,-.06 .26,.0",
        )
    ):
        b.limb(c, text, (0.09, 0.075, 0.05, 0.015), linear((0, -0.34), (0, 0), (coat, gold)))
        x, y = b.points(text)[-2]
        b.ellipse(c, (x, y), 0.048, 0.058, ball(gold))
        b.ellipse(c, (x, y), 0.024, 0.03, rgb("#2f8fa0") if k % 2 else coat)
    for sign in b.both_sides(c):
        lit = 1.0 if sign < 0 else 0.85
        for ring, (reach, tone) in enumerate(((1.0, 0.85), (0.80, 1.05), (0.56, 1.2))):
            for j in range(7):
                angle = -78 + j * 15 + ring * 4
                long = 0.78 * reach * (1 - 0.055 * j)
                ink = linear((0, 0), (long, 0), (shade(coat, tone * lit), shade(gold, tone * lit)))
                with b.placed(c, (0.05, -0.54), turn=angle):
                    near, far = f"{long * 0.5:.3f}", f"{long * 0.9:.3f}"
                    b.blob(c, f"0,-.02 {near},-.05 {far},-.045 {long:.3f},0! {far},.035 {near},.045 0,.02", ink)
    b.blob(c, "0,-.78 .07,-.70 .10,-.54 .07,-.36 0,-.30", ball(coat), mirrored=True)
    b.limb(c, ".0,-.66 .03,-.78 .02,-.86", (0.11, 0.075, 0.085), side(coat))
    for text in (".0,-.90 -.06,-.97 -.04,-1.0", ".01,-.91 -.01,-.98 .03,-1.0", ".03,-.91 .06,-.97 .10,-.985"):
        b.curve(c, text, gold, 0.014)
        x, y = b.points(text)[-1]
        b.circle(c, (x, y), 0.016, gold)
    b.polygon(c, ".055,-.885 .135,-.855 .06,-.84", top(rgb("#f4b52e")))
    parts.bead_eye(c, (0.03, -0.875), 0.015)
    chest = [
        ((x, y), (x + 0.012, y + 0.018), (x + 0.024, y))
        for y in (-0.62, -0.55, -0.48, -0.41)
        for x in (-0.06, -0.025, 0.01, 0.04)
    ]
    parts.strokes(c, chest, gold, 0.008, 0.8)


def _tyrant_head(c: skia.Canvas, coat: Colour, belly: Colour) -> None:
    b.blob(c, ".16,-.92 .28,-1.0 .46,-.99 .62,-.92 .76,-.88 .80,-.79! .62,-.765 .40,-.74 .22,-.76", ball(coat))
    b.blob(c, ".30,-.765! .50,-.745 .74,-.755! .70,-.69 .50,-.66 .32,-.68", shade(belly, 0.92))
    b.polygon(
        c,
        [
            (0.78, -0.785),
            (0.765, -0.735),
            (0.735, -0.78),
            (0.70, -0.735),
            (0.665, -0.775),
            (0.63, -0.73),
            (0.595, -0.765),
            (0.56, -0.73),
            (0.53, -0.76),
        ],
        WHITE,
    )
    b.circle(c, (0.42, -0.90), 0.052, rgb("#ffd84a"))
    b.ellipse(c, (0.425, -0.90), 0.016, 0.042, (0.05, 0.04, 0.03))
    b.curve(c, ".34,-.945 .43,-.965 .51,-.93", shade(coat, 0.5), 0.026)
    b.ellipse(c, (0.745, -0.855), 0.018, 0.013, shade(coat, 0.3))


def _dinosaur(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A Tyrannosaurus, more friendly than it was."""
    coat = look.colour or rgb("#6f9e45")
    belly = mix(coat, rgb("#f7edc4"), 0.7)
    for joints in ("-.10,-.40 .06,-.24 -.04,-.10 .02,-.03",):
        b.limb(c, joints, (0.26, 0.16, 0.09, 0.08), side(shade(coat, 0.66)))
        b.ellipse(c, (0.05, -0.02), 0.1, 0.026, shade(coat, 0.66))
    b.limb(c, ".24,-.54 .34,-.48 .36,-.42", (0.07, 0.05, 0.04), side(shade(coat, 0.66)))
    body = b.outline(
        "-.92,-.22! -.62,-.40 -.34,-.54 -.06,-.64 .14,-.76 .22,-.94 .40,-.98 .44,-.72 .40,-.52 .26,-.34"
        " .02,-.24 -.30,-.26 -.60,-.26"
    )
    b.fill(c, body, ball(coat))
    with b.clipped(c, body):
        b.blob(c, ".44,-.72 .34,-.60 .16,-.40 -.10,-.33 -.5,-.3 -.9,-.22 -.4,-.1 .4,-.1 .6,-.5", belly, 0.95)
        for k, x in enumerate(np.arange(-0.72, 0.26, 0.12)):
            y = -0.40 - 0.36 * max(0.0, (x + 0.7)) * 0.9
            parts.stripe(
                c,
                (float(x), float(y - 0.12)),
                (float(x + 0.05), float(y + 0.10)),
                0.05,
                shade(coat, 0.68 + 0.04 * (k % 2)),
            )
    _tyrant_head(c, coat, belly)
    b.limb(c, ".28,-.52 .38,-.44 .45,-.47", (0.085, 0.06, 0.035), side(coat))
    for k in range(2):
        b.line(c, (0.45, -0.475 + 0.015 * k), (0.485, -0.49 + 0.035 * k), rgb("#efe2c0"), 0.014)
    b.limb(c, "-.14,-.42 .04,-.26 -.10,-.11 -.06,-.03", (0.34, 0.2, 0.1, 0.085), side(coat))
    b.ellipse(c, (-0.01, -0.022), 0.12, 0.03, ball(coat))
    for k in range(3):
        b.circle(c, (0.045 + 0.035 * k, -0.016), 0.016, rgb("#efe2c0"))


def _robot(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    metal = look.colour or rgb("#9fb3c8")
    dark = shade(metal, 0.45)
    for sign in b.both_sides(c):
        tone = 1.0 if sign < 0 else 0.84
        b.rectangle(c, (0.07, -0.27), 0.1, 0.22, side(shade(metal, 0.75 * tone)), round=0.03)
        b.blob(c, ".04,-.08 .12,-.10 .22,-.07 .24,.0! .03,.0!", ball(shade(metal, tone)))
        b.limb(c, ".27,-.56 .34,-.44 .32,-.32", (0.075, 0.065, 0.065), side(shade(metal, 0.7 * tone)))
        b.circle(c, (0.265, -0.57), 0.07, ball(shade(metal, tone)))
        b.circle(c, (0.32, -0.28), 0.055, ball(shade(metal, tone)))
        b.curve(c, ".285,-.26 .275,-.2 .31,-.19", dark, 0.026)
        b.curve(c, ".355,-.26 .365,-.2 .335,-.19", dark, 0.026)
    b.rectangle(c, (-0.055, -0.69), 0.11, 0.08, side(dark), round=0.02)
    b.rectangle(c, (-0.235, -0.645), 0.47, 0.39, side(metal, 1.1), round=0.075)
    b.rectangle(c, (-0.15, -0.57), 0.3, 0.17, rgb("#1d2733"), round=0.03)
    for k, ink in enumerate(("#4ade80", "#facc15", "#f87171")):
        b.circle(c, (-0.09 + 0.09 * k, -0.525), 0.026, ball(rgb(ink)))
        b.glow(c, (-0.09 + 0.09 * k, -0.525), 0.06, rgb(ink), 0.5)
    b.curve(c, "-.11,-.44 -.06,-.47 -.02,-.42 .03,-.47 .07,-.43 .11,-.44", rgb("#38e0ff"), 0.012)
    for x in (-0.2, 0.2):
        for y in (-0.61, -0.29):
            b.circle(c, (x, y), 0.014, dark)
    for sign in (-1, 1):
        b.rectangle(c, (sign * 0.225 - 0.025, -0.87), 0.05, 0.1, side(shade(metal, 0.7)), round=0.02)
    b.rectangle(c, (-0.21, -0.94), 0.42, 0.27, ball(metal, 1.0), round=0.085)
    b.rectangle(c, (-0.165, -0.895), 0.33, 0.17, rgb("#17202b"), round=0.06)
    for x in (-0.075, 0.075):
        b.glow(c, (x, -0.825), 0.085, rgb("#38e0ff"), 0.8)
        b.circle(c, (x, -0.825), 0.036, rgb("#8ff1ff"))
        b.circle(c, (x - 0.01, -0.838), 0.012, WHITE)
    b.curve(c, "-.04,-.76 .0,-.745 .04,-.76", rgb("#38e0ff"), 0.012)
    b.line(c, (0, -0.94), (0, -0.98), dark, 0.018)
    b.circle(c, (0, -0.985), 0.026, ball(rgb("#ff5a4a")))


def _busy_robot(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A robot with the tool of what it does."""
    _robot(c, rng, look)
    at_work(c, look.traits.get("pose"), (0.32, -0.26), (-0.32, -0.26))


def _snowman(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    scarf, snow = look.colour or rgb("#d0352f"), rgb("#f8fbff")
    twigs = [
        ((0.18, -0.52), (0.30, -0.60), (0.42, -0.70)),
        ((0.34, -0.64), (0.42, -0.63)),
        ((0.34, -0.64), (0.34, -0.73)),
    ]
    for _ in b.both_sides(c):
        parts.strokes(c, twigs, rgb("#5a3a22"), 0.018)
    for y, r in ((-0.235, 0.255), (-0.53, 0.195), (-0.765, 0.145)):
        b.circle(c, (0, y), r, b.radial((-r * 0.35, y - r * 0.4), r * 1.6, (WHITE, snow, rgb("#a9c0dd")), (0, 0.5, 1)))
    b.blob(c, "-.15,-.665 .0,-.63 .15,-.665 .16,-.62 .0,-.57 -.16,-.62", side(scarf))
    b.limb(c, ".07,-.61 .12,-.50 .10,-.40", (0.07, 0.075, 0.07), side(shade(scarf, 0.88)))
    parts.strokes(c, [((x, -0.385), (x, -0.36)) for x in (0.075, 0.095, 0.115, 0.135)], scarf, 0.01)
    for y in (-0.52, -0.44, -0.25):
        b.circle(c, (0, y), 0.02, ball(rgb("#26252b")))
    for x in (-0.05, 0.05):
        parts.bead_eye(c, (x, -0.80), 0.02)
        b.ellipse(c, (x * 1.9, -0.745), 0.026, 0.016, rgb("#f59a9a"), 0.5)
    b.polygon(c, "-.01,-.785 .15,-.75 .0,-.745", top(rgb("#f0842a")))
    for k in range(5):
        a = pi * (0.25 + 0.5 * k / 4)
        b.circle(c, (-cos(a) * 0.07, -0.745 + sin(a) * 0.055), 0.009, rgb("#26252b"))
    b.blob(c, "-.13,-.865 .0,-.835 .13,-.865 .13,-.89 .0,-.87 -.13,-.89", ball(rgb("#26252d")))
    b.polygon(c, "-.095,-.88 -.10,-1.0 .10,-1.0 .095,-.88", side(rgb("#2c2b34"), 1.3))
    b.rectangle(c, (-0.097, -0.915), 0.194, 0.032, side(scarf))


def _sprite(name: str, draw: Draw, height: float, width: float, **attach: tuple[float, float]) -> Sprite:
    points = {
        "head": (0.0, -0.92),
        "top": (0.0, -0.92),
        "face": (0.0, -0.8),
        "hand": (0.32, -0.24),
        "seat": (0.0, -0.5),
    }
    group = "person" if name == "robot" else "animal"
    place = "sky" if name == "phoenix" else "ground"
    return Sprite(name=name, draw=draw, height=height, width=width, group=group, place=place, attach=points | attach)


SPRITES = (
    _sprite("dragon", _dragon, 0.5, 1.6, head=(0.32, -0.83), face=(0.34, -0.74)),
    _sprite("phoenix", _phoenix, 0.42, 1.3),
    _sprite("dinosaur", _dinosaur, 0.46, 1.85, head=(0.4, -0.97), face=(0.45, -0.87), hand=(0.46, -0.48)),
    _sprite("robot", _busy_robot, 0.4, 0.85),
    _sprite("snowman", _snowman, 0.34, 0.95, hand=(0.42, -0.7)),
)
