"""Necks and what is around them: collars, lapels and necklines, seen from the front."""

import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Colour, linear, rgb, shade, side
from easel.engines.painter.sprites.faces import blush
from easel.engines.painter.sprites.figure import Body
from easel.engines.painter.sprites.person import Outfit


def collar(c: skia.Canvas, body: Body, outfit: Outfit, skin: Colour) -> None:
    """The neckline, seen from the front."""
    if (draw := COLLARS.get(outfit.collar)) is not None:
        draw(c, body, outfit, skin)


def _scoop(c: skia.Canvas, body: Body, outfit: Outfit, skin: Colour) -> None:
    y, n = body.shoulder_y, body.shoulder * 0.36
    low = [(-n * 1.1, y - 0.025), (n * 1.1, y - 0.025), (n * 0.9, y + 0.03), (0, y + 0.055), (-n * 0.9, y + 0.03)]
    b.blob(c, low, linear((0, y - 0.03), (0, y + 0.05), (blush(skin, 0.25), skin)))
    for sign in (-1, 1):
        b.curve(c, [(sign * n * 0.2, y + 0.004), (sign * n * 0.85, y - 0.006)], blush(skin, 0.6), 0.004, 0.4)


def _crew(c: skia.Canvas, body: Body, outfit: Outfit, skin: Colour) -> None:
    y, n = body.shoulder_y, body.shoulder * 0.36
    low = [(-n * 0.9, y - 0.025), (n * 0.9, y - 0.025), (n * 0.6, y), (0, y + 0.012), (-n * 0.6, y)]
    b.blob(c, low, blush(skin, 0.25))
    b.curve(c, [(-n * 0.95, y - 0.016), (0, y + 0.018), (n * 0.95, y - 0.016)], shade(outfit.colour, 0.7), 0.007)


def _cross(c: skia.Canvas, body: Body, outfit: Outfit, skin: Colour) -> None:
    y, n, trim = body.shoulder_y, body.shoulder * 0.36, outfit.trim
    deep = body.waist_y - 0.02
    b.polygon(c, [(-n * 0.9, y - 0.03), (n * 0.9, y - 0.03), (0, y + 0.06)], blush(skin, 0.15))
    b.polygon(c, [(n * 0.85, y - 0.03), (n * 1.4, y - 0.02), (-0.008, deep), (-0.045, deep)], shade(trim, 0.86))
    b.polygon(c, [(-n * 0.85, y - 0.03), (-n * 1.4, y - 0.02), (0.008, deep), (0.045, deep)], trim)


def _mandarin(c: skia.Canvas, body: Body, outfit: Outfit, skin: Colour) -> None:
    y, n = body.shoulder_y, body.shoulder * 0.36
    b.rectangle(c, (-n * 0.95, y - 0.04), n * 1.9, 0.034, side(outfit.colour), round=0.01)
    b.curve(c, [(0, y - 0.01), (n * 1.0, y + 0.03), (body.shoulder * 0.86, y + 0.08)], outfit.trim, 0.007)


def _shirt(c: skia.Canvas, body: Body, outfit: Outfit, skin: Colour) -> None:
    y, n, colour = body.shoulder_y, body.shoulder * 0.36, outfit.colour
    for sign in b.both_sides(c):
        wing = [(0, y + 0.02), (n * 0.9, y - 0.032), (n * 1.4, y - 0.01), (n * 0.8, y + 0.035)]
        b.polygon(c, wing, shade(colour, 1.3 if sign < 0 else 1.1))
    b.polygon(c, [(-n * 0.5, y - 0.02), (n * 0.5, y - 0.02), (0, y + 0.02)], blush(skin, 0.2))
    b.line(c, (0, y + 0.02), (0, body.hip_y), shade(colour, 0.62), 0.004)
    for k in range(5):
        b.circle(c, (0.009, y + 0.05 + k * 0.055), 0.0042, shade(colour, 1.45))


def _sailor(c: skia.Canvas, body: Body, outfit: Outfit, skin: Colour) -> None:
    y, n, trim = body.shoulder_y, body.shoulder * 0.36, outfit.trim
    for _ in b.both_sides(c):
        b.polygon(c, [(0, y + 0.1), (n * 0.7, y - 0.03), (n * 2.0, y - 0.004), (n * 2.1, y + 0.07)], rgb("#27345c"))
        b.curve(c, [(0.004, y + 0.085), (n * 1.1, y + 0.07), (n * 1.9, y + 0.055)], WHITE, 0.004, 0.9)
    b.polygon(c, [(-n * 0.55, y - 0.02), (n * 0.55, y - 0.02), (0, y + 0.07)], blush(skin, 0.2))
    for _ in b.both_sides(c):
        b.polygon(c, [(0, y + 0.085), (0.035, y + 0.07), (0.04, y + 0.12), (0.008, y + 0.1)], trim)
        b.polygon(c, [(0, y + 0.1), (0.03, y + 0.19), (0.01, y + 0.185)], shade(trim, 0.85))


def _hood(c: skia.Canvas, body: Body, outfit: Outfit, skin: Colour) -> None:
    y, n = body.shoulder_y, body.shoulder * 0.36
    rim = [(-n * 1.5, y - 0.012), (-n * 0.7, y + 0.022), (0, y + 0.034), (n * 0.7, y + 0.022), (n * 1.5, y - 0.012)]
    b.curve(c, rim, shade(outfit.colour, 0.82), 0.03)
    for x in (-0.016, 0.016):
        b.line(c, (x, y + 0.04), (x * 1.3, y + 0.11), WHITE, 0.006)


def _raincoat(c: skia.Canvas, body: Body, outfit: Outfit, skin: Colour) -> None:
    """Closed up to the chin, the hood thrown back, poppers down the front."""
    y, n, colour = body.shoulder_y, body.shoulder * 0.36, outfit.colour
    rim = [(-n * 1.9, y - 0.004), (-n * 1.1, y + 0.02), (0, y + 0.03), (n * 1.1, y + 0.02), (n * 1.9, y - 0.004)]
    b.curve(c, rim, shade(colour, 0.84), 0.034)
    b.rectangle(c, (-n * 0.95, y - 0.035), n * 1.9, 0.04, side(shade(colour, 0.94)), round=0.012)
    low = outfit.hem - 0.012
    b.line(c, (0.012, y), (0.012, low), shade(colour, 0.68), 0.004)
    for k in range(5):
        b.circle(c, (0.0, y + 0.045 + k * 0.075), 0.0075, shade(colour, 0.6))
    for sign in (-1, 1):
        x = sign * body.hip * 0.55
        b.line(c, (x - 0.03, body.hip_y + 0.0), (x + 0.03, body.hip_y + 0.0), shade(colour, 0.66), 0.01)


def _lapels(c: skia.Canvas, body: Body, outfit: Outfit, skin: Colour) -> None:
    y, colour = body.shoulder_y, outfit.colour
    n, deep = body.shoulder * 0.36, body.shoulder_y + (body.waist_y - body.shoulder_y) * 0.82
    b.polygon(c, [(-n, y - 0.03), (n, y - 0.03), (0, deep)], WHITE)
    # The throat, down to the knot of the tie.
    b.polygon(c, [(-n * 0.74, y - 0.034), (n * 0.74, y - 0.034), (0, y - 0.002)], blush(skin, 0.25))
    b.polygon(
        c,
        [
            (-0.013, y - 0.006),
            (0.013, y - 0.006),
            (0.009, y + 0.014),
            (0.019, deep - 0.05),
            (0, deep - 0.02),
            (-0.019, deep - 0.05),
            (-0.009, y + 0.014),
        ],
        side(outfit.trim, 0.6),
    )
    for sign in b.both_sides(c):
        b.polygon(
            c,
            [(n * 0.8, y - 0.034), (n * 1.35, y - 0.02), (n * 1.75, y + 0.05), (n * 1.3, y + 0.062), (0, deep + 0.01)],
            shade(colour, 1.38 if sign < 0 else 1.14),
        )
        b.polygon(c, [(0.002, y), (n * 0.75, y - 0.036), (n, y - 0.022), (n * 0.7, y + 0.026)], shade(WHITE, 0.94))
    low = outfit.hem if outfit.hem > body.hip_y else body.hip_y + 0.04
    b.line(c, (0, deep), (0, low), shade(colour, 0.5), 0.005)
    for k in range(2):
        b.circle(c, (0.012, deep + 0.03 + k * 0.055), 0.006, shade(colour, 0.4))
    if b.luminance(colour) < 0.4:
        b.rectangle(c, (body.shoulder * 0.42, y + 0.085), 0.034, 0.010, WHITE)


COLLARS = {
    "scoop": _scoop, "crew": _crew, "suit": _lapels, "cross": _cross, "mandarin": _mandarin, "shirt": _shirt,
    "sailor": _sailor, "hood": _hood, "raincoat": _raincoat,
}  # fmt: skip


def neck(c: skia.Canvas, body: Body, skin: Colour, wide: float) -> None:
    """The neck and the shadow of the chin on it."""
    top_y, low = body.head_y + body.head * 0.6, body.shoulder_y + 0.012
    ink = linear((0, top_y), (0, low), (blush(skin, 0.7), blush(skin, 0.25)))
    b.polygon(
        c,
        [
            (-wide, top_y),
            (wide, top_y),
            (wide * 1.08, low - 0.02),
            (wide * 1.7, low),
            (-wide * 1.7, low),
            (-wide * 1.08, low - 0.02),
        ],
        ink,
    )
