"""Things that one carries, holds, hangs up or plays."""

from math import cos, pi, sin

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, ball, linear, mix, rgb, shade, side, top
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.building_parts import GOLD
from easel.engines.painter.sprites.flowers import ring
from easel.engines.painter.sprites.hats import draw_hat
from easel.engines.painter.sprites.headgear import crown
from easel.engines.painter.sprites.sprite import Draw, Look, Sprite
from easel.engines.painter.sprites.umbrellas import draw_umbrella

_DARK = rgb("#26262c")
_STEEL = rgb("#c9d0d8")


def _balloon(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    skin = look.colour or rgb("#e0352f")
    b.curve(c, ".0,-.42 .035,-.30 -.03,-.16 .01,.0", rgb("#e9e4da"), 0.011)
    if "string" in look.traits:
        b.line(c, (0.01, 0.0), (0.0, float(look.traits["string"])), rgb("#e9e4da"), 0.011)
    b.polygon(c, "-.03,-.415 .03,-.415 .012,-.45 -.012,-.45", shade(skin, 0.7))
    b.blob(c, "0,-1 .17,-.95 .245,-.78 .20,-.60 .08,-.47 0,-.44", ball(skin, 1.0), mirrored=True)
    with b.placed(c, (-0.1, -0.84), turn=25):
        b.ellipse(c, (0, 0), 0.042, 0.085, WHITE, 0.6)


def _lantern(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A red paper lantern with a tassel."""
    paper = look.colour or rgb("#d8322c")
    b.glow(c, (0, -0.58), 0.6, rgb("#ffb45a"), 0.65 if look.lit else 0.25)
    b.line(c, (0, -1), (0, -0.88), rgb("#5a3a22"), 0.016)
    tassel = [((x * 0.6, -0.22), (x, -0.10), (x * 1.3, 0.0)) for x in np.linspace(-0.045, 0.045, 7)]
    strokes(c, tassel, rgb("#e0a63a"), 0.016)
    b.circle(c, (0, -0.22), 0.035, ball(GOLD))
    light = b.radial(
        (0, -0.58),
        0.46,
        (mix(paper, rgb("#fff0b0"), 0.75 if look.lit else 0.3), paper, shade(paper, 0.62)),
        (0, 0.55, 1),
    )
    b.blob(c, "0,-.87 .16,-.86 .36,-.74 .42,-.58 .36,-.42 .16,-.30 0,-.29", light, mirrored=True)
    ribs = [((x * 0.45, -0.86), (x * 1.5, -0.58), (x * 0.45, -0.30)) for x in (-0.27, -0.17, -0.06, 0.06, 0.17, 0.27)]
    strokes(c, ribs, shade(paper, 0.66), 0.009, 0.7)
    for y in (-0.90, -0.31):
        b.rectangle(c, (-0.17, y), 0.34, 0.055, side(GOLD, 1.1), round=0.015)


def _kite(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    cloth = look.colour or rgb("#e8453c")
    b.curve(c, ".0,-.36 .12,-.26 -.10,-.14 .08,.0", rgb("#e8dcc4"), 0.012)
    for x, y, turn, ink in (
        (0.075, -0.28, 20, "#f2b93a"),
        (-0.03, -0.17, -25, "#4a90d9"),
        (0.02, -0.07, 15, "#58b368"),
    ):
        with b.placed(c, (x, y), turn=turn):
            b.polygon(c, "-.06,-.03 .06,.03 .06,-.03 -.06,.03", rgb(ink))
    other = mix(cloth, rgb("#ffd24a"), 0.72) if look.colour is None else mix(cloth, WHITE, 0.6)
    for shape, ink in (
        ("0,-1 -.32,-.70 0,-.70", cloth),
        ("0,-1 .32,-.70 0,-.70", shade(other, 0.95)),
        ("0,-.36 -.32,-.70 0,-.70", other),
        ("0,-.36 .32,-.70 0,-.70", shade(cloth, 0.78)),
    ):
        b.polygon(c, shape, side(ink, 0.5))
    strokes(c, [((0, -1), (0, -0.36)), ((-0.32, -0.70), (0.32, -0.70))], rgb("#7a5a38"), 0.014)


def _candle(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    wax = look.colour or rgb("#f5ead2")
    b.glow(c, (0, -0.84), 0.5, rgb("#ffc85a"), 0.6)
    b.ellipse(c, (0, -0.035), 0.26, 0.04, ball(rgb("#b58a45")))
    b.rectangle(c, (-0.13, -0.66), 0.26, 0.62, side(wax, 0.9), round=0.02)
    b.blob(c, "-.13,-.66! -.10,-.52 -.07,-.60 -.03,-.45 .02,-.62 .06,-.56 .10,-.62 .13,-.66! .0,-.70", shade(wax, 1.1))
    b.ellipse(c, (0, -0.66), 0.13, 0.03, mix(wax, rgb("#ffcf7a"), 0.5))
    b.line(c, (0, -0.66), (0.005, -0.73), _DARK, 0.014)
    b.blob(
        c,
        "0,-1! .055,-.86 .06,-.77 0,-.70",
        b.radial((0, -0.76), 0.22, (WHITE, rgb("#ffe07a"), rgb("#ff8a1f"))),
        mirrored=True,
    )


def _vase(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    china = look.colour or rgb("#e9eff3")
    ink = rgb("#2f5fa0") if look.colour is None else mix(china, WHITE, 0.7)
    own = ((-0.17, -0.86, "#f2a0b8"), (0.16, -0.88, "#f4d36a"), (0.0, -0.78, "#e8787a"))
    for x, y, petals in own if look.traits.get("state") != "filled" else ():
        b.curve(c, [(x * 0.2, -0.5), (x * 0.6, -0.66), (x, y)], rgb("#5a8f42"), 0.018)
        b.blob(c, [(x * 0.5, -0.62), (x * 1.4, -0.66), (x * 1.7, -0.72), (x * 1.0, -0.70)], rgb("#6aa34a"))
        ring(c, rng, (x, y), 8, 0.125, 0.036, rgb(petals))
        b.circle(c, (x, y), 0.034, ball(rgb("#f2b93a")))
    shape = b.outline(
        "-.11,-.56! -.09,-.48 -.22,-.38 -.28,-.24 -.22,-.08 -.13,.0! .13,.0! .22,-.08 .28,-.24 .22,-.38"
        " .09,-.48 .11,-.56! .0,-.54"
    )
    b.fill(c, shape, side(china, 1.0))
    with b.clipped(c, shape):
        for y in (-0.39, -0.07):
            b.curve(c, [(-0.3, y), (0, y + 0.04), (0.3, y)], ink, 0.02)
        for x in (-0.14, 0.0, 0.14):
            ring(c, rng, (x, -0.22), 6, 0.062, 0.018, ink)


def _gift(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    paper = look.colour or rgb("#d8413a")
    ribbon = rgb("#f6d365") if b.luminance(paper) < 0.6 else rgb("#d8413a")
    b.rectangle(c, (-0.42, -0.60), 0.84, 0.60, side(paper, 0.9), round=0.02)
    b.rectangle(c, (-0.085, -0.60), 0.17, 0.60, side(ribbon, 0.8))
    b.rectangle(c, (-0.47, -0.74), 0.94, 0.19, side(shade(paper, 1.1), 0.9), round=0.025)
    b.rectangle(c, (-0.47, -0.565), 0.94, 0.03, shade(paper, 0.5), 0.35)
    b.rectangle(c, (-0.095, -0.74), 0.19, 0.19, side(shade(ribbon, 1.05), 0.8))
    for sign in b.both_sides(c):
        tone = 1.08 if sign < 0 else 0.86
        b.blob(c, ".0,-.75! .08,-.94 .26,-1.0 .34,-.88 .26,-.77", ball(shade(ribbon, tone), 1.0))
        b.blob(c, ".06,-.77 .13,-.88 .24,-.92 .27,-.86 .2,-.79", shade(ribbon, tone * 0.62))
    b.ellipse(c, (0, -0.79), 0.075, 0.065, ball(ribbon))


def _crown(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    with b.placed(c, (0, 0.74), scale=1.0):
        crown(c, look.colour or GOLD)


def _sword(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    grip = look.colour or rgb("#7a3a24")
    steel = tuple(map(rgb, ("#ffffff", "#dbe4ee", "#7f8c9c", "#c3ccd8")))
    if look.colour is not None:
        steel = tuple(mix(tone, look.colour, 0.75) for tone in steel)
    blade = linear((-0.045, 0), (0.045, 0), steel, (0, 0.48, 0.52, 1))
    b.polygon(c, "0,-1 .04,-.93 .036,-.29 -.036,-.29 -.04,-.93", blade)
    b.line(c, (0, -0.9), (0, -0.32), rgb("#8d99a8"), 0.006)
    b.blob(c, "0,-.32 .10,-.315 .17,-.35! .18,-.28 .10,-.25 0,-.255", side(GOLD, 1.0), mirrored=True)
    b.rectangle(c, (-0.022, -0.26), 0.044, 0.19, side(grip, 1.1))
    strokes(c, [((-0.022, y), (0.022, y - 0.018)) for y in np.arange(-0.23, -0.07, 0.03)], shade(grip, 0.5), 0.007)
    b.circle(c, (0, -0.04), 0.04, ball(GOLD))
    b.circle(c, (0, -0.04), 0.018, ball(rgb("#c22f3f")))


def _rock(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A boulder: facets, cracks, lichen, and grass at its foot."""
    stone = look.colour or rgb("#8f8d8a")
    outline_ = b.outline("-.86,.0! -.82,-.34 -.62,-.62! -.40,-.86 .02,-1.0! .44,-.84 .62,-.60! .82,-.36 .88,.0!")
    b.fill(c, outline_, top(stone, 1.2))
    with b.clipped(c, outline_):
        for text, tone in (
            ("-.86,-.30 -.62,-.62 -.40,-.88 .02,-1.02 -.08,-.60 -.44,-.40", 1.28),
            (".02,-1.02 .46,-.86 .64,-.60 .30,-.48 -.08,-.60", 1.12),
            ("-.90,.02 -.86,-.30 -.44,-.40 -.30,.02", 0.92),
            ("-.44,-.40 -.08,-.60 .30,-.48 .22,.02 -.30,.02", 0.8),
            (".30,-.48 .64,-.60 .92,-.30 .92,.02 .22,.02", 0.58),
        ):
            b.polygon(c, text, shade(stone, tone), 0.85)
        cracks = [((-0.08, -0.6), (-0.2, -0.3), (-0.1, -0.05)), ((0.3, -0.48), (0.42, -0.3), (0.36, -0.12))]
        strokes(c, [*cracks, ((-0.44, -0.4), (-0.5, -0.25), (-0.42, -0.1))], shade(stone, 0.45), 0.012, 0.7)
        for _ in range(60):
            x, y, r = rng.uniform(-0.85, 0.85), rng.uniform(-0.95, -0.02), rng.uniform(0.006, 0.022)
            b.ellipse(c, (x, y), r * 1.4, r, shade(stone, 1.35 if rng.random() < 0.5 else 0.55), 0.4)
        for _ in range(7):
            at = (rng.uniform(-0.7, 0.4), rng.uniform(-0.5, -0.04))
            b.ellipse(c, at, rng.uniform(0.05, 0.12), rng.uniform(0.025, 0.05), rgb("#6f8a4a"), 0.35)
    if look.snow:
        b.blob(c, "-.60,-.66 -.42,-.86 .02,-1.02 .50,-.80 .62,-.62 .3,-.72 .0,-.78 -.3,-.66", rgb("#f3f7fc"))


def _campfire(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    flame = look.colour or rgb("#ff7a1f")
    b.glow(c, (0, -0.4), 0.95, rgb("#ffab45"), 0.6)
    for a, z in (((-0.46, -0.04), (0.38, -0.2)), ((0.46, -0.04), (-0.38, -0.2)), ((-0.1, -0.03), (0.1, -0.22))):
        b.line(c, a, z, rgb("#4a2d1a"), 0.13)
        b.line(c, (a[0], a[1] - 0.02), (z[0], z[1] - 0.02), rgb("#7a4a2a"), 0.07)
        b.circle(c, a, 0.05, rgb("#c9935a"))
    for text, ink in (
        (
            "-.34,-.2 -.36,-.44 -.24,-.62! -.2,-.50 -.12,-.74 .02,-1! .04,-.74 .16,-.62 .2,-.78! .34,-.52"
            " .36,-.28 .2,-.13 -.18,-.13",
            flame,
        ),
        (
            "-.24,-.2 -.24,-.40 -.14,-.54! -.06,-.46 .0,-.76! .10,-.52 .17,-.56! .24,-.36 .18,-.17 -.12,-.15",
            mix(flame, rgb("#ffc531"), 0.7),
        ),
        ("-.12,-.2 -.12,-.34 .0,-.54! .08,-.38 .13,-.24 .05,-.16", rgb("#fff2b8")),
    ):
        b.blob(c, text, ink)
    for _ in range(8):
        b.circle(c, (float(rng.uniform(-0.3, 0.3)), float(-rng.uniform(0.6, 1.0))), 0.014, rgb("#ffd98a"))
    for k in range(7):
        a = pi * k / 6
        b.ellipse(c, (-cos(a) * 0.58, -0.05 + 0.04 * sin(a)), 0.1, 0.066, ball(rgb("#8a8782")))


def _treasure_chest(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    wood = look.colour or rgb("#8a5228")
    b.blob(c, "-.62,-.52! -.66,-.80 -.52,-.97 .52,-.97 .66,-.80 .62,-.52!", top(shade(wood, 0.9)))
    b.blob(c, "-.56,-.50! -.52,-.72 .52,-.72 .56,-.50!", rgb("#2a1608"))
    coins = skia.Path()
    for x, y in zip(
        np.linspace(-0.48, 0.48, 11), (0.0, 0.05, 0.09, 0.06, 0.12, 0.14, 0.11, 0.07, 0.1, 0.05, 0.0), strict=True
    ):
        b.circle(c, (float(x), -0.50 - y), 0.075, ball(rgb("#f4c53a"), 0.9))
        coins.addCircle(float(x), float(-0.50 - y), 0.045)
    b.fill(c, coins, rgb("#b8841c"), 0.7, width=0.01)
    for x, y, ink in ((-0.2, -0.64, "#d8324a"), (0.18, -0.66, "#3fa0e0"), (0.38, -0.58, "#4fbf6a")):
        b.polygon(c, [(x - 0.05, y), (x, y - 0.055), (x + 0.05, y), (x, y + 0.06)], ball(rgb(ink), 1.2))
    b.glow(c, (0, -0.62), 0.5, rgb("#ffe59a"), 0.5)
    b.rectangle(c, (-0.62, -0.50), 1.24, 0.5, side(wood, 1.0), round=0.02)
    strokes(c, [((-0.6, y), (0.6, y)) for y in (-0.34, -0.18)], shade(wood, 0.55), 0.014)
    for x in (-0.62, -0.05, 0.52):
        b.rectangle(c, (x, -0.50), 0.1, 0.5, side(rgb("#c9a03f"), 1.1))
    b.rectangle(c, (-0.64, -0.53), 1.28, 0.075, side(rgb("#d9b04a"), 1.0), round=0.02)
    b.rectangle(c, (-0.09, -0.50), 0.18, 0.2, ball(rgb("#e3bb55")), round=0.03)
    b.circle(c, (0, -0.42), 0.03, _DARK)


def _mirror(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    frame = look.colour or GOLD
    b.ellipse(
        c,
        (0, -0.5),
        0.37,
        0.5,
        linear((-0.4, -1), (0.4, 0), (shade(frame, 1.4), frame, shade(frame, 0.5)), (0, 0.5, 1)),
    )
    b.ellipse(c, (0, -0.5), 0.305, 0.435, shade(frame, 0.55))
    b.ellipse(
        c,
        (0, -0.5),
        0.295,
        0.425,
        linear(
            (-0.3, -0.9),
            (0.3, -0.1),
            (rgb("#e8f3f8"), rgb("#a9c7d6"), rgb("#dcebf2"), rgb("#8fb0c2")),
            (0, 0.45, 0.55, 1),
        ),
    )
    with b.clipped(c, skia.Path.Oval(b.box(-0.295, -0.925, 0.59, 0.85))):
        b.polygon(c, "-.3,-.35 .1,-1 .22,-1 -.3,-.14", WHITE, 0.35)
    for k in range(20):
        a = k * pi / 10
        b.circle(c, (0.337 * cos(a), -0.5 + 0.468 * sin(a)), 0.02, ball(shade(frame, 1.2)))


def _bottle(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    glass = look.colour or rgb("#3f7a52")
    b.blob(
        c,
        "-.055,-.97! -.055,-.70 -.13,-.58 -.15,-.46 -.15,-.04 -.11,.0 .11,.0 .15,-.04 .15,-.46 .13,-.58"
        " .055,-.70 .055,-.97!",
        side(glass, 1.3),
    )
    b.rectangle(c, (-0.148, -0.40), 0.296, 0.24, side(rgb("#f4ead2"), 0.6))
    strokes(c, [((-0.09, -0.32), (0.09, -0.32)), ((-0.06, -0.26), (0.06, -0.26))], rgb("#a8643a"), 0.02)
    b.rectangle(c, (-0.06, -1.0), 0.12, 0.085, side(rgb("#b5342c"), 1.0), round=0.015)
    b.curve(c, "-.035,-.90 -.035,-.70 -.105,-.56 -.115,-.44", WHITE, 0.016, 0.6)


def _perfume(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A faceted flacon with a golden collar and a glass stopper."""
    liquid = look.colour or rgb("#f0a8b8")
    glassy = linear(
        (-0.4, 0), (0.4, 0), (shade(liquid, 1.5), liquid, shade(liquid, 1.2), shade(liquid, 0.62)), (0, 0.3, 0.6, 1)
    )
    b.rectangle(c, (-0.38, -0.62), 0.76, 0.62, mix(liquid, WHITE, 0.72), round=0.07)
    b.rectangle(c, (-0.32, -0.48), 0.64, 0.42, glassy, round=0.05)
    b.polygon(c, "-.38,-.56 -.3,-.62 -.3,-.02 -.38,-.06", WHITE, 0.35)
    b.polygon(c, "-.2,-.58 -.1,-.58 -.2,-.04 -.27,-.04", WHITE, 0.5)
    b.rectangle(c, (-0.17, -0.38), 0.34, 0.2, rgb("#fbf6ee"), 0.92, round=0.01)
    strokes(c, [((-0.1, -0.31), (0.1, -0.31)), ((-0.07, -0.255), (0.07, -0.255))], rgb("#8a7350"), 0.014)
    b.rectangle(c, (-0.13, -0.72), 0.26, 0.11, side(GOLD, 1.3), round=0.02)
    b.blob(c, "-.15,-.72 -.2,-.86 -.1,-1.0 .1,-1.0 .2,-.86 .15,-.72", side(mix(liquid, WHITE, 0.6), 0.9))
    b.blob(c, "-.1,-.78 -.12,-.88 -.04,-.95 -.02,-.8", WHITE, 0.7)


def _key(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    metal = look.colour or GOLD
    b.rectangle(c, (-0.04, -0.62), 0.08, 0.62, side(metal, 1.2), round=0.02)
    for y, wide in ((-0.14, 0.16), (-0.045, 0.2), (-0.22, 0.12)):
        b.rectangle(c, (0.03, y - 0.03), wide, 0.055, top(shade(metal, 0.9)), round=0.01)
    for x, y in ((-0.12, -0.76), (0.12, -0.76), (0.0, -0.88)):
        b.circle(
            c,
            (x, y),
            0.105,
            linear((x - 0.1, y - 0.1), (x + 0.1, y + 0.1), (shade(metal, 1.4), shade(metal, 0.6))),
            width=0.055,
        )
    b.rectangle(c, (-0.07, -0.66), 0.14, 0.05, side(shade(metal, 0.85), 1.2), round=0.02)


def _flag(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    cloth = look.colour or rgb("#d8322c")
    b.rectangle(c, (-0.42, -0.97), 0.035, 0.97, side(rgb("#b9a27a"), 1.2))
    b.circle(c, (-0.402, -0.975), 0.028, ball(GOLD))
    shape = b.outline(
        "-.385,-.94! -.18,-.985 .02,-.92 .22,-.90 .44,-.95! .44,-.52! .22,-.47 .02,-.49 -.18,-.55 -.385,-.51!"
    )
    folds = linear(
        (-0.38, 0),
        (0.44, 0),
        (shade(cloth, 0.95), shade(cloth, 1.3), shade(cloth, 0.7), shade(cloth, 1.15), shade(cloth, 0.8)),
        (0, 0.22, 0.5, 0.75, 1),
    )
    b.fill(c, shape, folds)


def _fairy_lights(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A wire in three swags with small warm bulbs."""
    glow = look.colour or rgb("#ffcf6a")
    for k in range(3):
        left = -3.0 + 2.0 * k
        wire = [(left, -0.94), (left + 0.5, -0.42), (left + 1.0, -0.26), (left + 1.5, -0.42), (left + 2.0, -0.94)]
        b.curve(c, wire, rgb("#4a4238"), 0.022)
        for t in np.linspace(0.04, 0.96, 9):
            x, y = left + 2.0 * float(t), -0.94 + 0.68 * (1 - (2 * float(t) - 1) ** 2)
            b.glow(c, (x, y + 0.09), 0.3, glow, 0.8 if look.lit else 0.4)
            b.line(c, (x, y), (x, y + 0.04), rgb("#3a3a30"), 0.03)
            b.ellipse(c, (x, y + 0.095), 0.05, 0.07, ball(mix(glow, WHITE, 0.55 if look.lit else 0.3)))


def _floating_island(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """Meadow and bushes on a torn-off root of rock, a brook falling from its edge."""
    rock, grass = rgb("#8a7564"), look.colour or (rgb("#eef2f8") if look.snow else rgb("#6aa64a"))
    root = b.outline("-.98,-.74 -.9,-.58 -.72,-.55 -.66,-.38 -.5,-.36 -.42,-.2 -.26,-.2 -.14,.0 -.02,-.1 .12,-.14"
           " .2,-.3 .4,-.32 .5,-.5 .74,-.52 .9,-.6 .98,-.74")  # fmt: skip
    b.fill(c, root, linear((-0.9, -0.7), (0.6, -0.05), (shade(rock, 1.2), rock, shade(rock, 0.5))))
    with b.clipped(c, root):
        for k in range(60):
            x = -0.95 + 1.9 * (k + float(rng.random())) / 60
            y = float(rng.uniform(-0.72, -0.3))
            low, half = y + float(rng.uniform(0.12, 0.4)), float(rng.uniform(0.015, 0.05))
            nodes = [(x - half, y), (x + half, y + 0.03), (x * 0.96 + 0.3 * half, low), (x * 0.96 - half, low - 0.08)]
            b.polygon(c, nodes, shade(rock, float(rng.uniform(0.6, 1.25))), 0.5)
    b.blob(c, "-1.02,-.76 -.7,-.9 -.2,-.96 .3,-.95 .8,-.88 1.02,-.76 .86,-.66 .66,-.7 .5,-.62 .3,-.69 .06,-.61"
           " -.2,-.68 -.44,-.61 -.64,-.69 -.86,-.65", top(grass, 1.0))  # fmt: skip
    b.blob(c, "-.9,-.79 -.3,-.92 .4,-.9 .9,-.79 .4,-.74 -.4,-.75", shade(grass, 1.14), 0.7)
    water = linear((0, -0.78), (0, -0.1), ((0.92, 0.97, 1.0, 0.95), (0.85, 0.94, 1.0, 0.0)))
    b.blob(c, ".5,-.79 .6,-.79 .63,-.6 .64,-.12! .52,-.12! .52,-.6", water)
    for _ in range(22):
        x = float(rng.uniform(-0.9, 0.9))
        y, size = -0.77 - 0.1 * (1 - abs(x)) * float(rng.random()), float(rng.uniform(0.03, 0.065))
        b.circle(c, (x, y - size), size, ball(shade(mix(grass, rgb("#2f6a38"), 0.5), float(rng.uniform(0.8, 1.15)))))


def _sprite(
    name: str, draw: Draw, height: float, width: float, place: str = "surface", **attach: tuple[float, float]
) -> Sprite:
    points = {"top": (0.0, -0.95), "head": (0.0, -0.95), "hand": (0.0, -0.3), "seat": (0.0, -0.5)}
    return Sprite(name=name, draw=draw, height=height, width=width, place=place, group="object", attach=points | attach)


SPRITES = (
    _sprite("umbrella", draw_umbrella, 0.38, 0.9, "ground", hand=(0.0, -0.06)),
    _sprite("balloon", _balloon, 0.26, 0.52, "sky", hand=(0.0, -0.02)),
    _sprite("lantern", _lantern, 0.2, 0.9, "sky", hand=(0.0, -0.97)),
    _sprite("fairy_lights", _fairy_lights, 0.13, 6.1, "sky"),
    _sprite("floating_island", _floating_island, 0.44, 2.1, "sky", top=(0.0, -0.84), seat=(0.0, -0.84)),
    _sprite("kite", _kite, 0.22, 0.72, "sky", hand=(0.05, -0.02)),
    _sprite("candle", _candle, 0.16, 0.6),
    _sprite("vase", _vase, 0.24, 0.75),
    _sprite("gift", _gift, 0.15, 1.0),
    _sprite("hat", draw_hat, 0.1, 1.85),
    _sprite("crown", _crown, 0.12, 1.7),
    _sprite("sword", _sword, 0.3, 0.4, hand=(0.0, -0.16)),
    _sprite("rock", _rock, 0.1, 1.8, "ground"),
    _sprite("campfire", _campfire, 0.18, 1.4, "ground"),
    _sprite("treasure_chest", _treasure_chest, 0.16, 1.35, "ground"),
    _sprite("mirror", _mirror, 0.3, 0.8, "wall"),
    _sprite("bottle", _bottle, 0.17, 0.36),
    _sprite("perfume", _perfume, 0.15, 0.78),
    _sprite("key", _key, 0.12, 0.55),
    _sprite("flag", _flag, 0.34, 0.92, "ground", hand=(-0.4, -0.3)),
)
