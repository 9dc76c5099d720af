"""Things that sail, fly and dive."""

from math import cos, pi, sin

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Colour, ball, linear, luminance, mix, rgb, shade, side, top
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.building_parts import WARM, WOOD
from easel.engines.painter.sprites.cars import glass
from easel.engines.painter.sprites.sprite import Draw, Look, Sprite

_SAIL = rgb("#fbf5e8")


def _boat(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    paint = look.colour or rgb("#c0392b")
    # The sails of a boat with a colour take some of it on, and those of a black one are dark.
    sail = _SAIL if look.colour is None else mix(_SAIL, paint, 0.25 + 0.5 * (luminance(paint) < 0.25))
    b.line(c, (0.02, -0.16), (0.02, -0.98), WOOD, 0.022)
    b.blob(
        c,
        ".05,-.97! .18,-.78 .34,-.48 .42,-.24! .2,-.225 .05,-.235!",
        linear((0.05, 0), (0.42, 0), (sail, shade(sail, 0.8))),
    )
    b.blob(
        c,
        "-.01,-.90! -.12,-.68 -.28,-.40 -.36,-.25! -.2,-.225 -.01,-.235!",
        linear((-0.36, 0), (0, 0), (mix(sail, paint, 0.15), mix(sail, paint, 0.5))),
    )
    seams = [((0.05, y), (0.05 + (0.97 + y) * 0.5, y + 0.02)) for y in (-0.8, -0.62, -0.44)]
    strokes(c, seams, shade(sail, 0.75), 0.005, 0.8)
    b.polygon(c, ".03,-1 .14,-.965 .03,-.93", rgb("#e8b93a"))
    b.blob(c, "-.50,-.215! -.2,-.19 .2,-.19 .56,-.235! .47,-.08 .36,-.005 .0,.01 -.32,.0 -.44,-.08", top(paint, 1.2))
    b.curve(c, "-.495,-.205 -.2,-.18 .2,-.18 .55,-.222", rgb("#fff6e6"), 0.022)
    b.curve(c, "-.46,-.12 .0,-.095 .49,-.13", shade(paint, 0.55), 0.01, 0.7)


def _ship(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A three-masted sailing ship."""
    hull = look.colour or rgb("#7a4a2b")
    for x, tall in ((-0.38, 0.80), (0.02, 1.0), (0.40, 0.84)):
        b.line(c, (x, -0.2), (x, -tall), shade(WOOD, 0.8), 0.016)
        for low, high, half in ((0.30, 0.50, 0.18), (0.53, 0.70, 0.15), (0.73, 0.86, 0.11)):
            low_y, high_y = -low * tall / 0.9, -high * tall / 0.9
            sail = [
                (x - half * 0.9, high_y),
                (x + half * 0.9, high_y),
                (x + half * 1.12 + 0.03, (low_y + high_y) / 2),
                (x + half, low_y),
                (x + 0.02, low_y - 0.02),
                (x - half, low_y),
                (x - half * 0.86, (low_y + high_y) / 2),
            ]
            b.blob(
                c,
                sail,
                linear((x - half, 0), (x + half * 1.2, 0), (_SAIL, shade(_SAIL, 0.96), shade(_SAIL, 0.7)), (0, 0.5, 1)),
            )
            b.line(c, (x - half, high_y), (x + half, high_y), WOOD, 0.009)
        b.polygon(c, [(x, -tall), (x + 0.09, -tall + 0.02), (x, -tall + 0.045)], rgb("#c0392b"))
    strokes(
        c,
        [((0.74, -0.34), (0.40, -0.82)), ((0.78, -0.36), (0.40, -0.6)), ((-0.56, -0.24), (-0.38, -0.78))],
        rgb("#5a4a3a"),
        0.005,
    )
    b.blob(c, ".50,-.28! .66,-.34 .78,-.37! .5,-.7!", _SAIL, 0.92)
    b.line(c, (0.52, -0.22), (0.84, -0.38), WOOD, 0.02)
    b.blob(
        c,
        "-.68,-.34! -.50,-.32 -.44,-.24! .0,-.215 .42,-.24! .66,-.27! .56,-.10 .44,.0! -.50,.0! -.62,-.14",
        top(hull, 1.1),
    )
    for y in (-0.17, -0.09):
        b.curve(c, [(-0.64, y - 0.02), (0.0, y + 0.02), (0.58, y)], shade(hull, 0.6), 0.008, 0.8)
    b.curve(c, "-.66,-.27 -.44,-.215 .0,-.19 .42,-.215 .64,-.25", rgb("#e3b64a"), 0.014)
    for k in range(6):
        b.rectangle(c, (-0.40 + k * 0.14, -0.15), 0.045, 0.045, WARM if look.lit else rgb("#2a1c12"), round=0.01)


def _airplane(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """An airliner, climbing a little."""
    paint = look.colour or rgb("#f1f3f6")
    accent = rgb("#2f6fb5") if look.colour is None else shade(paint, 0.6)
    metal = linear((0, -0.95), (0, -0.6), (shade(paint, 0.6), shade(paint, 0.85)))
    b.blob(c, ".26,-.62! .0,-.86 -.14,-.90! -.22,-.895! -.06,-.62!", metal)
    _engine(c, (0.07, -0.72), 0.1, paint)
    b.blob(c, "-.84,-.64! -1.08,-.97 -1.12,-1.0! -1.27,-1.0! -1.2,-.76 -1.14,-.60!", side(accent))
    hull = b.outline(
        "-1.28,-.60! -.95,-.665 -.4,-.69 .72,-.69 1.0,-.63 1.18,-.53 1.24,-.46! 1.08,-.375 .72,-.34 -.5,-.36 -.95,-.48"
    )
    b.fill(c, hull, linear((0, -0.69), (0, -0.34), (shade(paint, 1.15), paint, shade(paint, 0.58)), (0, 0.45, 1)))
    with b.clipped(c, hull):
        b.blob(c, "-1.3,-.54 -.6,-.47 .4,-.455 1.3,-.45! 1.3,-.40! .4,-.405 -.6,-.415 -1.3,-.47", accent, 0.85)
        b.curve(c, "-1.1,-.63 -.3,-.668 .7,-.668", WHITE, 0.022, 0.7)
    windows = skia.Path()
    for k in range(22):
        windows.addRoundRect(b.box(-0.78 + k * 0.07, -0.6, 0.034, 0.052), 0.016, 0.016)
    b.fill(c, windows, WARM if look.lit else rgb("#3f6f96"))
    for x in (-0.86, 0.82):
        b.rectangle(c, (x, -0.615), 0.05, 0.13, shade(paint, 0.8), round=0.015)
    glass(c, ".93,-.60! 1.02,-.585 1.11,-.525! .96,-.53!", look)
    b.blob(c, "-1.0,-.55! -1.24,-.40 -1.2,-.38! -1.08,-.385! -.72,-.50!", shade(paint, 0.68))
    _engine(c, (0.2, -0.27), 0.16, paint)
    wing = linear((0.5, -0.45), (-0.4, 0), (shade(paint, 1.0), shade(paint, 0.62)))
    b.blob(c, ".64,-.43! .34,-.26 -.20,.0! -.44,-.01! -.06,-.24 .12,-.45!", wing)
    b.line(c, (0.1, -0.2), (-0.36, -0.015), shade(paint, 0.6), 0.01, 0.7)
    b.polygon(c, "-.43,-.01 -.21,.0 -.42,-.115 -.52,-.12", side(accent))


def _engine(c: skia.Canvas, at: tuple[float, float], long: float, paint: Colour) -> None:
    """A jet engine, its mouth to the right."""
    x, y = at
    b.blob(
        c,
        [
            (x + long, y - 0.42 * long),
            (x - 0.6 * long, y - 0.3 * long),
            (x - 1.1 * long, y),
            (x - 0.6 * long, y + 0.3 * long),
            (x + long, y + 0.42 * long),
        ],
        top(shade(paint, 0.85), 1.2),
    )
    b.ellipse(c, (x + long, y), 0.16 * long, 0.42 * long, shade(paint, 0.6))
    b.ellipse(c, (x + 1.02 * long, y), 0.11 * long, 0.33 * long, rgb("#2c3038"))


def _balloon_envelope(c: skia.Canvas, inks: tuple, widths: tuple[float, ...]) -> None:
    shape = b.outline("0,-1 .26,-.955 .365,-.77 .34,-.58 .20,-.38 .085,-.27! 0,-.262", mirrored=True)
    with b.clipped(c, shape):
        for k, wide in enumerate(widths):
            gore = [
                (0.0, -1.02),
                (wide * 0.72, -0.95),
                (wide, -0.77),
                (wide * 0.93, -0.58),
                (wide * 0.55, -0.38),
                (wide * 0.23, -0.26),
                (0.0, -0.24),
            ]
            b.fill(c, b.outline(gore, mirrored=True), inks[k % len(inks)])
        b.fill(
            c, shape, b.radial((-0.12, -0.78), 0.56, ((1, 1, 1, 0.4), (1, 1, 1, 0.0), (0, 0, 0.1, 0.42)), (0, 0.42, 1))
        )


#: Two colours each, for balloons whose colour nobody named.
_ENVELOPES = tuple(
    (rgb(one), rgb(other))
    for one, other in (
        ("#d8412f", "#f6bf45"), ("#2f6fc4", "#f4f1e6"), ("#e07a2c", "#7a3d8c"), ("#2f9a8a", "#f6d24a"),
        ("#c43a6a", "#f8d8c8"), ("#d8412f", "#f4f1e6"),
    )
)  # fmt: skip


def _hot_air_balloon(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    paint, stripe = _ENVELOPES[int(rng.integers(len(_ENVELOPES)))]
    inks = (paint, stripe) if look.colour is None else (look.colour, mix(look.colour, WHITE, 0.55))
    if look.lit:
        b.glow(c, (0, -0.55), 0.55, WARM, 0.5)
    _balloon_envelope(c, inks, (0.375, 0.29, 0.2, 0.11, 0.04))
    b.curve(c, "-.34,-.60 .0,-.53 .34,-.60", shade(inks[1], 1.1), 0.03, 0.85)
    strokes(c, [((x, -0.27), (x * 0.85, -0.12)) for x in (-0.082, -0.03, 0.03, 0.082)], rgb("#5a4636"), 0.006)
    b.glow(c, (0, -0.235), 0.06, rgb("#ffb84a"), 0.9)
    b.polygon(c, "-.075,-.13 .075,-.13 .062,.0 -.062,.0", side(rgb("#9a6a3c")))
    strokes(
        c,
        [((-0.07, y), (0.07, y)) for y in (-0.1, -0.07, -0.04)]
        + [((x, -0.12), (x * 0.85, 0)) for x in (-0.04, 0, 0.04)],
        rgb("#6b4524"),
        0.005,
    )
    b.rectangle(c, (-0.082, -0.14), 0.164, 0.024, top(rgb("#7a4e2a")), round=0.01)


def _rocket(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    body = look.colour or rgb("#f0f1f4")
    fins = rgb("#d8382f") if look.colour is None else shade(body, 0.62)
    for text, ink in (
        ("0,-.20 .11,-.17 .10,-.08 .03,.0! 0,-.02", rgb("#ff7a1f")),
        ("0,-.20 .075,-.17 .06,-.1 0,-.02!", rgb("#ffc23a")),
        ("0,-.20 .04,-.17 .03,-.12 0,-.08!", rgb("#fff3c0")),
    ):
        b.blob(c, text, ink, mirrored=True)
    b.glow(c, (0, -0.12), 0.2, rgb("#ffb040"), 0.6)
    for sign in b.both_sides(c):
        b.blob(c, ".12,-.48! .22,-.38 .28,-.22 .27,-.1! .2,-.2 .1,-.24!", side(shade(fins, 1.1 if sign < 0 else 0.75)))
    b.blob(c, "0,-1! .10,-.86 .165,-.64 .16,-.40 .11,-.21! 0,-.20", side(body, 1.15), mirrored=True)
    shape = b.outline("0,-1! .10,-.86 .165,-.64 .16,-.40 .11,-.21! 0,-.20", mirrored=True)
    with b.clipped(c, shape):
        b.rectangle(c, (-0.2, -1), 0.4, 0.185, side(fins, 1.1))
        b.rectangle(c, (-0.2, -0.34), 0.4, 0.04, side(fins, 1.1))
    b.rectangle(c, (-0.1, -0.215), 0.2, 0.03, side(rgb("#4a4f59")), round=0.01)
    for y, r in ((-0.63, 0.066), (-0.45, 0.042)):
        b.circle(c, (0, y), r, rgb("#8a93a0"))
        b.circle(c, (0, y), r * 0.76, ball(rgb("#ffd27a") if look.lit else rgb("#4fa3d8"), 0.9))
    b.blob(c, "0,-.40 .028,-.36 .03,-.14! 0,-.12", side(shade(fins, 0.85)), mirrored=True)


def _ufo(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    hull = look.colour or rgb("#a9b4c4")
    beam = linear((0, -0.4), (0, 0), ((0.65, 1.0, 0.8, 0.65), (0.65, 1.0, 0.8, 0.05)))
    b.polygon(c, "-.22,-.42 .22,-.42 .58,.0 -.58,.0", beam)
    b.blob(
        c,
        "0,-1 .2,-.96 .33,-.82 .36,-.66! 0,-.6",
        b.radial((-0.1, -0.88), 0.5, ((0.95, 1, 1, 0.95), (0.5, 0.85, 0.9, 0.8), (0.15, 0.4, 0.5, 0.85)), (0, 0.5, 1)),
        mirrored=True,
    )
    b.ellipse(c, (0.0, -0.74), 0.1, 0.1, ball(rgb("#6fcf6a")))
    for x in (-0.04, 0.04):
        b.ellipse(c, (x, -0.76), 0.024, 0.036, rgb("#14201a"))
    b.ellipse(c, (0, -0.55), 0.9, 0.19, top(hull, 1.2))
    b.ellipse(c, (0, -0.62), 0.5, 0.1, top(shade(hull, 1.15), 1.0))
    b.ellipse(c, (0, -0.43), 0.36, 0.06, shade(hull, 0.5))
    for k in range(7):
        a = pi * (0.1 + 0.8 * k / 6)
        x, y = -cos(a) * 0.76, -0.55 + sin(a) * 0.12
        b.circle(c, (x, y), 0.042, ball(rgb(("#ffe066", "#ff6b6b", "#6be0ff")[k % 3])))
        b.glow(c, (x, y), 0.11, rgb("#fff2a8"), 0.5)


def _helicopter(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    paint = look.colour or rgb("#d8462f")
    b.blob(c, "-.30,-.62 -.8,-.66 -1.22,-.70! -1.24,-.62! -.8,-.52 -.28,-.36", top(paint))
    b.polygon(c, "-1.12,-.68 -1.34,-.94 -1.18,-.94 -1.0,-.68", side(shade(paint, 0.85)))
    b.ellipse(c, (-1.22, -0.66), 0.05, 0.22, rgb("#3a3d44"), 0.55)
    b.blob(c, "-.40,-.54 -.2,-.74 .16,-.78 .46,-.68 .66,-.46 .60,-.30 .34,-.20 -.12,-.20 -.34,-.30", ball(paint))
    glass(c, ".18,-.70! .42,-.63 .60,-.44! .50,-.40 .18,-.42!", look)
    glass(c, "-.12,-.68 .10,-.71 .10,-.44 -.14,-.44", look, smooth=False)
    b.curve(c, "-.36,-.36 .1,-.32 .62,-.36", mix(paint, WHITE, 0.85), 0.035)
    b.rectangle(c, (0.0, -0.88), 0.1, 0.12, side(rgb("#4a4e57")))
    b.rectangle(
        c,
        (-1.05, -0.92),
        2.2,
        0.035,
        linear((-1.05, 0), (1.15, 0), ((0.2, 0.2, 0.24, 0.3), (0.2, 0.2, 0.24, 1.0), (0.2, 0.2, 0.24, 0.3))),
        round=0.017,
    )
    b.circle(c, (0.05, -0.92), 0.05, ball(rgb("#5c616b")))
    b.line(c, (-0.42, -0.03), (0.56, -0.03), rgb("#3a3d44"), 0.04)
    for x in (-0.18, 0.3):
        b.line(c, (x, -0.22), (x + 0.03, -0.03), rgb("#3a3d44"), 0.028)


def _submarine(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    paint = look.colour or rgb("#f2c230")
    b.line(c, (0.16, -0.7), (0.16, -0.97), shade(paint, 0.6), 0.034)
    b.line(c, (0.16, -0.965), (0.28, -0.965), shade(paint, 0.6), 0.034)
    b.blob(c, "-.22,-.58! -.16,-.84! .28,-.84! .34,-.58!", side(shade(paint, 0.9)))
    for angle in (-0.5, 0.5):
        b.ellipse(c, (-1.06, -0.34 + angle * 0.28), 0.05, 0.13, ball(rgb("#b57a2f")))
    b.polygon(c, "-.7,-.34 -1.06,-.58 -1.02,-.1", side(shade(paint, 0.7)))
    b.blob(
        c,
        "-.94,-.34 -.7,-.56 -.2,-.66 .4,-.65 .84,-.52 1.0,-.33 .84,-.14 .4,-.03 -.2,-.02 -.7,-.14",
        linear((0, -0.66), (0, 0), (shade(paint, 1.35), paint, shade(paint, 0.55)), (0, 0.4, 1)),
    )
    for x, r in ((0.62, 0.115), (0.2, 0.1), (-0.18, 0.1), (-0.52, 0.085)):
        b.circle(c, (x, -0.36), r, shade(paint, 0.55))
        b.circle(c, (x, -0.36), r * 0.76, ball(WARM if look.lit else rgb("#7fc4e0")))
    strokes(c, [((x, -0.12), (x + 0.004, -0.12)) for x in np.linspace(-0.6, 0.8, 12)], shade(paint, 0.5), 0.022)
    if look.lit:
        b.glow(c, (0.98, -0.34), 0.3, rgb("#fff2b0"), 0.8)


def _sprite(name: str, draw: Draw, height: float, width: float, place: str, seat: tuple[float, float]) -> Sprite:
    return Sprite(
        name=name,
        draw=draw,
        height=height,
        width=width,
        place=place,
        group="vehicle",
        attach={"seat": seat, "top": (0.0, -0.95), "head": (0.0, -0.95), "hand": (width * 0.35, -0.3)},
    )


def _gondola(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A black gondola with its iron bow, red seats, and the gondolier at the stern with his oar."""
    hull, red = look.colour or rgb("#1f2024"), rgb("#a3262c")
    b.line(c, (-0.86, -0.62), (-1.3, -0.0), rgb("#8a6a44"), 0.03)
    b.limb(c, [(-0.98, -0.26), (-0.97, -0.5)], (0.1, 0.1), rgb("#23252c"))
    b.blob(c, "-1.07,-.46 -1.06,-.7 -.98,-.77 -.9,-.7 -.88,-.46", rgb("#f2f2f2"))
    for y in (-0.5, -0.57, -0.64, -0.71):
        b.line(c, (-1.06, y), (-0.89, y), rgb("#26407a"), 0.024)
    b.limb(c, [(-0.95, -0.68), (-0.84, -0.6), (-0.82, -0.66)], (0.06, 0.05, 0.04), rgb("#e2b48c"))
    b.circle(c, (-0.97, -0.84), 0.07, ball(rgb("#e2b48c")))
    b.blob(c, "-1.1,-.87 -.97,-.85 -.84,-.87 -.9,-.9 -.92,-.95 -1.02,-.95 -1.04,-.9", rgb("#ecd9a4"))
    b.line(c, (-1.04, -0.905), (-0.9, -0.905), red, 0.02)
    for x in (-0.2, 0.25):
        b.blob(c, [(x - 0.16, -0.2), (x - 0.16, -0.4), (x - 0.08, -0.43), (x + 0.1, -0.22)], top(red))
    b.blob(
        c,
        "-1.5,-.62! -1.32,-.34 -.9,-.2 .0,-.16 .9,-.22 1.3,-.4 1.42,-.66! "
        "1.46,-.36 1.2,-.08 .5,.0 -.6,.0 -1.2,-.1 -1.46,-.4",
        top(hull, 1.3),
    )
    b.curve(c, "-1.48,-.6 -1.3,-.33 -.9,-.2 .0,-.155 .9,-.215 1.3,-.4 1.41,-.63", rgb("#b8924a"), 0.022)
    b.blob(c, "1.37,-.5! 1.35,-.78 1.43,-.92 1.53,-.86 1.47,-.8 1.46,-.46!", rgb("#c8ccd2"))
    for y in (-0.56, -0.62, -0.68, -0.74):
        b.line(c, (1.42, y), (1.54, y - 0.01), rgb("#c8ccd2"), 0.022)


SPRITES = (
    _sprite("boat", _boat, 0.32, 1.1, "water", (-0.1, -0.2)),
    _sprite("ship", _ship, 0.42, 1.6, "water", (-0.1, -0.24)),
    _sprite("airplane", _airplane, 0.17, 2.6, "sky", (0.0, -0.66)),
    _sprite("hot_air_balloon", _hot_air_balloon, 0.34, 0.8, "sky", (0.0, -0.12)),
    _sprite("rocket", _rocket, 0.42, 0.62, "sky", (0.0, -0.6)),
    _sprite("ufo", _ufo, 0.22, 1.85, "sky", (0.0, -0.62)),
    _sprite("helicopter", _helicopter, 0.2, 2.75, "sky", (0.2, -0.45)),
    _sprite("submarine", _submarine, 0.24, 2.2, "water", (0.05, -0.84)),
    _sprite("gondola", _gondola, 0.16, 3.1, "water", (0.1, -0.3)),
)
