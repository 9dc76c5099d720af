"""What is photographed for sale: earbuds in their case, a lipstick, a jar of cream, a bottle with a dropper, a can,
a flask, a dumbbell, the podium that such things are shown on."""

from functools import partial

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Colour, ball, linear, mix, rgb, shade, side, top
from easel.engines.painter.sprites.sprite import Look, on_table

_GOLD, _BLACK = rgb("#d9b25c"), rgb("#23222a")


def _metal(ink: Colour, left: float, right: float) -> skia.Shader:
    """Polished all round: a bright stripe left of the middle, a dim one at the right rim."""
    tones = (shade(ink, 0.6), shade(ink, 1.5), ink, shade(ink, 0.55), shade(ink, 0.9))
    return linear((left, 0), (right, 0), tones, (0, 0.28, 0.55, 0.88, 1))


def _cylinder(c: skia.Canvas, half: float, foot: float, head: float, ink: Colour, *, flat: float = 0.14) -> None:
    """A standing cylinder between two heights, its top seen a little from above."""
    body = f"{-half},{head} {half},{head} {half},{foot - flat * half}"
    path = b.outline(body + f" {-half},{foot - flat * half}", smooth=False)
    b.ellipse(c, (0, foot - flat * half), half, flat * half, _metal(ink, -half, half))
    b.fill(c, path, _metal(ink, -half, half))
    b.ellipse(c, (0, head), half, flat * half, linear((0, head - flat * half), (0, head + flat * half),
                                                      (shade(ink, 0.9), shade(ink, 1.25))))  # fmt: skip


def _lipstick(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A black case with a golden ring and tube, the stick cut slantwise; its cap stands beside it."""
    red = look.colour or rgb("#c4152f")
    with b.placed(c, (0.3, 0.0)):
        _cylinder(c, 0.125, 0.0, -0.5, _BLACK)
        b.rectangle(c, (-0.125, -0.075), 0.25, 0.035, _metal(_GOLD, -0.125, 0.125))
    with b.placed(c, (-0.12, 0.0)):
        _cylinder(c, 0.15, 0.0, -0.36, _BLACK)
        _cylinder(c, 0.13, -0.34, -0.58, _GOLD)
        stick = b.outline("-.1,-.58! .1,-.58! .1,-.82 .085,-.93 .02,-.99 -.05,-.95 -.1,-.84", smooth=True)
        b.fill(c, stick, linear((-0.1, 0), (0.1, 0), (shade(red, 0.72), shade(red, 1.2), red, shade(red, 0.6)),
                                (0, 0.3, 0.6, 1)))  # fmt: skip
        b.blob(c, "-.095,-.83 -.05,-.94 .02,-.985 .08,-.93 .06,-.86 -.02,-.8", shade(red, 1.22), 0.9)
        b.curve(c, "-.06,-.62 -.065,-.72 -.06,-.78", WHITE, 0.014, 0.5)


def _bud(c: skia.Canvas, shell: Colour, sign: int) -> None:
    """One earbud: a round head with its dark mesh, the stem below."""
    with b.placed(c, (0, 0), scale=(sign, 1)):
        b.limb(c, [(0.07, -0.16), (0.085, 0.12)], (0.085, 0.07), side(shell, 0.8))
        b.ellipse(c, (0.086, 0.145), 0.032, 0.018, shade(shell, 0.55))
        b.blob(c, "-.1,-.24 -.02,-.33 .1,-.3 .15,-.2 .1,-.09 -.02,-.08 -.1,-.14", ball(shell, 0.9))
        b.blob(c, "-.1,-.24 -.15,-.22 -.165,-.17 -.13,-.12 -.08,-.13", ball(shade(shell, 0.9)))
        b.ellipse(c, (-0.142, -0.175), 0.022, 0.05, shade(shell, 0.35))
        b.ellipse(c, (0.05, -0.21), 0.03, 0.045, shade(shell, 0.45), 0.9)


def _earbuds(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A pair of wireless earbuds that rise from their open case, its lid behind them."""
    shell = look.colour or rgb("#f4f4f6")
    lid = b.outline("0,-.52 -.3,-.52! -.46,-.58 -.5,-.74 -.42,-.92 -.28,-.98 0,-.98", mirrored=True)
    b.fill(c, lid, linear((0, -0.98), (0, -0.52), (shade(shell, 1.02), shade(shell, 0.72))))
    b.blob(c, "0,-.58 -.32,-.58 -.42,-.68 -.38,-.84 -.26,-.9 0,-.9", shade(shell, 0.62), mirrored=True)
    for sign in (-1, 1):
        with b.placed(c, (0.21 * sign, -0.54), scale=1.05):
            _bud(c, shell, -sign)
    case = b.outline("0,0 -.34,0 -.52,-.08 -.57,-.26 -.55,-.42 -.5,-.46! 0,-.46", mirrored=True)
    b.fill(c, case, linear((-0.5, -0.46), (0.35, 0), (shade(shell, 1.06), shell, shade(shell, 0.7)), (0, 0.45, 1)))
    b.curve(c, "-.5,-.46 0,-.45 .5,-.46", shade(shell, 0.5), 0.014, 0.8)
    b.curve(c, "-.47,-.36 -.5,-.24 -.44,-.11", WHITE, 0.03, 0.6)
    b.circle(c, (0, -0.27), 0.018, rgb("#45d07a"))


def _cream_jar(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A squat jar of milky glass with a golden lid and a label."""
    glass = look.colour or rgb("#f3dfe0")
    jar = b.outline("0,0 -.5,0 -.66,-.06 -.7,-.2 -.7,-.44 -.64,-.56 -.5,-.6! 0,-.6", mirrored=True)
    b.fill(c, jar, linear((-0.7, 0), (0.7, 0), (shade(glass, 0.82), shade(glass, 1.12), glass, shade(glass, 0.7)),
                          (0, 0.25, 0.6, 1)))  # fmt: skip
    b.ellipse(c, (0, -0.04), 0.52, 0.05, shade(glass, 0.72), 0.5)
    b.rectangle(c, (-0.6, -0.92), 1.2, 0.33, _metal(_GOLD, -0.6, 0.6), round=0.04)
    b.ellipse(c, (0, -0.92), 0.58, 0.08, linear((0, -1.0), (0, -0.84), (shade(_GOLD, 0.95), shade(_GOLD, 1.4))))
    b.line(c, (-0.58, -0.62), (0.58, -0.62), shade(_GOLD, 0.45), 0.014, 0.7)
    b.rectangle(c, (-0.28, -0.44), 0.56, 0.26, mix(glass, WHITE, 0.75), 0.9, round=0.02)
    b.line(c, (-0.16, -0.35), (0.16, -0.35), shade(_GOLD, 0.7), 0.024)
    b.line(c, (-0.1, -0.27), (0.1, -0.27), shade(glass, 0.6), 0.014)
    b.curve(c, "-.6,-.5 -.62,-.3 -.58,-.14", WHITE, 0.04, 0.55)


def _serum(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A small bottle of amber glass with a rubber dropper and a white label."""
    glass = look.colour or rgb("#8a4a1e")
    body = b.outline("0,0 -.18,0 -.23,-.03 -.24,-.1 -.24,-.5 -.2,-.58 -.1,-.62 -.09,-.66! 0,-.66", mirrored=True)
    b.fill(c, body, linear((-0.24, 0), (0.24, 0), (shade(glass, 0.6), shade(glass, 1.5), glass, shade(glass, 0.5)),
                           (0, 0.25, 0.6, 1)))  # fmt: skip
    b.rectangle(c, (-0.235, -0.44), 0.47, 0.3, linear((-0.24, 0), (0.24, 0), (rgb("#d8d2c6"), WHITE, rgb("#c9c2b4"))))
    b.line(c, (-0.12, -0.35), (0.12, -0.35), shade(glass, 0.7), 0.02)
    b.line(c, (-0.08, -0.28), (0.08, -0.28), rgb("#8f887c"), 0.012)
    b.line(c, (-0.1, -0.23), (0.1, -0.23), rgb("#8f887c"), 0.01)
    b.rectangle(c, (-0.12, -0.77), 0.24, 0.12, _metal(_GOLD, -0.12, 0.12), round=0.012)
    b.blob(c, "0,-1 -.05,-.99 -.075,-.92 -.08,-.77! 0,-.77", side(_BLACK, 1.2), mirrored=True)
    b.curve(c, "-.19,-.5 -.205,-.3 -.195,-.08", WHITE, 0.018, 0.5)


def _can(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A slim drinks can: a printed body between necks of bare metal, drops of cold water on it."""
    ink, bare = look.colour or rgb("#1f5fc4"), rgb("#c9ced4")
    b.blob(c, "0,0 -.2,0 -.22,-.03 -.26,-.09! -.26,-.86! -.21,-.94 -.205,-.97! 0,-.97", _metal(bare, -0.26, 0.26),
           mirrored=True)  # fmt: skip
    b.rectangle(c, (-0.26, -0.87), 0.52, 0.79, _metal(ink, -0.26, 0.26))
    b.ellipse(c, (0, -0.965), 0.205, 0.034, linear((-0.2, -1), (0.2, -0.93), (shade(bare, 1.2), shade(bare, 0.7))))
    b.ellipse(c, (0.02, -0.965), 0.07, 0.012, shade(bare, 0.5))
    with b.clipped(c, b.outline("-.26,-.87 .26,-.87 .26,-.08 -.26,-.08", smooth=False)):
        wave = "-.3,-.3 -.05,-.42 .1,-.3 .3,-.46! .3,-.24! .08,-.12 -.08,-.24 -.3,-.1!"
        b.blob(c, wave, mix(ink, WHITE, 0.82), 0.92)
    b.polygon(c, ".05,-.82 -.13,-.55 -.01,-.55 -.06,-.38 .14,-.64 .02,-.64", mix(ink, WHITE, 0.88), 0.96)
    drops = "-.19,-.7 -.15,-.48 .19,-.74 .17,-.52 -.2,-.2 .12,-.16 .2,-.32 -.1,-.78"
    for (x, y), size in zip(b.points(drops), (14, 11, 12, 15, 12, 10, 11, 9), strict=True):
        b.ellipse(c, (x, y), 0.001 * size, 0.0013 * size, ball(mix(ink, WHITE, 0.6), 1.2), 0.9)
    b.curve(c, "-.2,-.82 -.205,-.5 -.2,-.14", WHITE, 0.026, 0.4)


def _flask(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """An insulated flask: a coat of matte paint over steel, a lid with a loop."""
    ink, steel = look.colour or rgb("#3f7f78"), rgb("#b9bec4")
    b.blob(c, "0,0 -.14,0 -.175,-.02 -.18,-.06! -.18,-.66! -.175,-.72 -.13,-.77! 0,-.77", _metal(ink, -0.18, 0.18),
           mirrored=True)  # fmt: skip
    b.rectangle(c, (-0.18, -0.055), 0.36, 0.03, _metal(steel, -0.18, 0.18))
    b.rectangle(c, (-0.125, -0.8), 0.25, 0.04, _metal(steel, -0.125, 0.125))
    b.rectangle(c, (-0.14, -0.94), 0.28, 0.145, _metal(shade(ink, 0.5), -0.14, 0.14), round=0.025)
    b.curve(c, "-.08,-.93 -.06,-.995 .06,-.995 .08,-.93", shade(ink, 0.4), 0.03)
    b.rectangle(c, (-0.05, -0.46), 0.1, 0.025, mix(ink, WHITE, 0.75), 0.9, round=0.01)
    b.curve(c, "-.14,-.66 -.145,-.4 -.14,-.1", WHITE, 0.02, 0.4)


def _dumbbell(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A bar of steel between two pairs of discs."""
    disc, steel = look.colour or rgb("#34363e"), rgb("#c3c8ce")
    b.rectangle(c, (-1.0, -0.56), 2.0, 0.12, top(steel, 1.2), round=0.05)
    for k in range(9):
        b.line(c, (-0.28 + 0.07 * k, -0.55), (-0.28 + 0.07 * k, -0.45), shade(steel, 0.6), 0.014)
    for _ in b.both_sides(c):
        b.rectangle(c, (0.42, -1.0), 0.22, 1.0, linear((0, -1), (0, 0), (shade(disc, 1.5), disc, shade(disc, 0.6))),
                    round=0.08)  # fmt: skip
        b.rectangle(c, (0.66, -0.84), 0.18, 0.68, linear((0, -0.84), (0, -0.16), (shade(disc, 1.4), shade(disc, 0.6))),
                    round=0.07)  # fmt: skip
        b.rectangle(c, (0.46, -0.94), 0.04, 0.4, WHITE, 0.25, round=0.02)


def _podium(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """Two round steps, as goods and winners are shown on."""
    ink = look.colour or rgb("#efe6dc")
    _step(c, 1.5, 0.0, -0.42, ink)
    _step(c, 1.1, -0.42, -0.82, shade(ink, 1.04))


def _step(c: skia.Canvas, half: float, foot: float, head: float, ink: Colour) -> None:
    flat = 0.1 * half
    foot += 0.45 * flat
    tones = (shade(ink, 0.8), shade(ink, 1.08), ink, shade(ink, 0.72))
    body = linear((-half, 0), (half, 0), tones, (0, 0.3, 0.6, 1))
    b.ellipse(c, (0, foot - flat), half, flat, body)
    b.rectangle(c, (-half, head), 2 * half, foot - flat - head, body)
    b.ellipse(c, (0, head), half, flat, top(shade(ink, 1.1), 0.5))


def _wristwatch(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A watch that stands on its strap: a polished case, hands at ten past ten."""
    metal = look.colour or rgb("#c9ccd2")
    strap = shade(metal, 0.9) if look.colour else rgb("#5a3826")
    for way in (-1, 1):
        b.polygon(c, [(-0.17, -0.5 + 0.2 * way), (0.17, -0.5 + 0.2 * way), (0.13, -0.5 + 0.5 * way),
                      (-0.13, -0.5 + 0.5 * way)], side(strap, 1.2))  # fmt: skip
        links = [((-0.15, -0.5 + y * way), (0.15, -0.5 + y * way)) for y in (0.36, 0.42, 0.48)]
        for start, end in links:
            b.line(c, start, end, shade(strap, 0.7), 0.008)
        for x in (-0.15, 0.15):
            b.limb(
                c,
                [(x, -0.5 + 0.22 * way), (x * 0.95, -0.5 + 0.33 * way)],
                (0.06, 0.045),
                _metal(metal, x - 0.03, x + 0.03),
            )
    b.rectangle(c, (0.29, -0.53), 0.06, 0.06, _metal(metal, 0.29, 0.35), round=0.012)
    b.circle(c, (0, -0.5), 0.31, _metal(metal, -0.31, 0.31))
    b.circle(c, (0, -0.5), 0.28, shade(metal, 0.5))
    b.circle(c, (0, -0.5), 0.255, b.radial((-0.08, -0.6), 0.4, (rgb("#33405c"), rgb("#141a28"))))
    for k in range(60):
        a, long = k * np.pi / 30, 0.035 if k % 5 == 0 else 0.012
        rim, inner = 0.24, 0.24 - long
        b.line(c, (rim * np.cos(a), -0.5 + rim * np.sin(a)), (inner * np.cos(a), -0.5 + inner * np.sin(a)),
               rgb("#e8e2cf"), 0.012 if k % 5 == 0 else 0.005)  # fmt: skip
    b.circle(c, (0, -0.39), 0.06, rgb("#1d2638"))
    b.circle(c, (0, -0.39), 0.06, rgb("#8f97a8"), width=0.006)
    for end, wide in (((-0.11, -0.575), 0.022), ((0.15, -0.6), 0.016)):
        b.line(c, (0, -0.5), end, rgb("#f2ead4"), wide)
    b.line(c, (-0.03, -0.545), (0.06, -0.33), rgb("#d8503c"), 0.007)
    b.circle(c, (0, -0.5), 0.017, rgb("#f2ead4"))
    b.blob(c, "-.2,-.56 -.12,-.7 .04,-.74 -.06,-.62 -.16,-.48", WHITE, 0.16)


def _olives(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A few green and dark ones with leaves."""
    for x, y, turn in ((-0.55, -0.3, -150), (0.5, -0.5, -20)):
        with b.placed(c, (x, y), turn=turn):
            b.blob(c, ".0,.0! .2,-.1 .5,-.06 .7,.0! .5,.07 .2,.1", side(rgb("#7f9450"), 0.8))
    spots = ((-0.38, -0.55), (0.05, -0.72), (0.44, -0.52), (-0.62, -0.26), (-0.14, -0.32), (0.28, -0.28), (0.68, -0.24))
    for k, (x, y) in enumerate(spots):
        skin = look.colour or rgb(("#7f9a3a", "#4a3a44", "#93a84a")[k % 3])
        b.ellipse(c, (x, y), 0.24, 0.2, ball(skin, 1.0))
        b.ellipse(c, (x - 0.07, y - 0.08), 0.06, 0.035, WHITE, 0.5)


_sprite = partial(on_table, group="object", top=(0.0, -0.97))

SPRITES = (
    _sprite("lipstick", _lipstick, 0.16, 0.72),
    _sprite("earbuds", _earbuds, 0.15, 1.16),
    _sprite("cream_jar", _cream_jar, 0.13, 1.42),
    _sprite("serum", _serum, 0.18, 0.5),
    _sprite("wristwatch", _wristwatch, 0.2, 0.72),
    _sprite("olives", _olives, 0.08, 1.9, group="food"),
    _sprite("can", _can, 0.16, 0.54),
    _sprite("flask", _flask, 0.2, 0.37),
    _sprite("dumbbell", _dumbbell, 0.12, 2.0),
    _sprite("podium", _podium, 0.16, 3.0, top=(0.0, -0.8)),
)
