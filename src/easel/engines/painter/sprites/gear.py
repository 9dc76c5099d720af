"""Instruments, machines, books, fishing rods, and plain shapes."""

from math import cos, pi, sin

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Colour, ball, linear, mix, rgb, shade, side, top
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.sprite import Draw, Look, Sprite

_DARK = rgb("#24242a")
_STEEL = rgb("#c9d0d8")


def _book(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """An open book; `state:closed` shuts it, and so does a colour, which only the cover can show."""
    cover = look.colour or rgb("#a83a34")
    if look.traits.get("state") == "closed" or (look.colour and look.traits.get("state") != "open"):
        b.polygon(c, "-.62,-.30 .50,-.30 .62,-.06 -.50,-.06", shade(cover, 0.6))
        b.rectangle(c, (-0.6, -0.62), 1.2, 0.56, side(rgb("#f6efdf"), 0.6), round=0.03)
        b.rectangle(c, (-0.64, -0.98), 1.26, 0.86, ball(cover, 0.8), round=0.04)
        b.rectangle(c, (-0.64, -0.98), 0.13, 0.86, shade(cover, 0.7), round=0.03)
        strokes(c, [((-0.3, -0.70), (0.4, -0.70)), ((-0.2, -0.56), (0.3, -0.56))], rgb("#f0cf7a"), 0.05)
        return
    b.blob(c, "0,.0! -.1,-.05 -1.02,-.06! -1.06,-.82! -.2,-.80 0,-.74!", shade(cover, 0.9))
    b.blob(c, "0,.0! .1,-.05 1.02,-.06! 1.06,-.82! .2,-.80 0,-.74!", shade(cover, 0.7))
    page = rgb("#fbf6ea")
    for sign in b.both_sides(c):
        for k in range(3):
            b.blob(
                c,
                f"0,{-0.04 - 0.02 * k}! .12,{-0.12 - 0.02 * k} .5,{-0.17 - 0.02 * k} {0.99 - 0.02 * k},-.10!"
                f" {0.99 - 0.02 * k},{-0.86 - 0.01 * k}!"
                f" .5,{-0.96 - 0.01 * k} .12,{-0.90 - 0.01 * k} 0,{-0.80 - 0.01 * k}!",
                linear((0, 0), (1, 0), (shade(page, 0.66), page, shade(page, 0.9 if sign < 0 else 0.82)), (0, 0.25, 1)),
            )
        lines = [((0.18, -0.80 + k * 0.085), (0.5, -0.865 + k * 0.085), (0.86, -0.80 + k * 0.085)) for k in range(8)]
        strokes(c, lines, rgb("#8a8072"), 0.014, 0.75)
    b.polygon(c, ".06,-.86 .13,-.88 .13,-.02 .095,-.06 .06,-.02", rgb("#d8453c"))


def _piano(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A grand piano, lid up."""
    lacquer = look.colour or rgb("#25242b")
    b.blob(c, "-.86,-.56! -.80,-.98! -.3,-.99 .12,-.84 .40,-.78 .84,-.70! .90,-.56!", side(shade(lacquer, 1.15), 1.2))
    b.blob(c, "-.80,-.58! -.74,-.92! -.3,-.93 .10,-.79 .40,-.73 .78,-.66! .82,-.58!", side(rgb("#a8742f"), 1.0))
    strokes(
        c,
        [((x, -0.58), (x + 0.06, -0.86 + max(0.0, x + 0.3) * 0.2)) for x in np.arange(-0.7, 0.7, 0.07)],
        rgb("#f0d48a"),
        0.006,
        0.8,
    )
    b.line(c, (0.52, -0.56), (0.40, -0.79), shade(lacquer, 1.3), 0.018)
    for x in (-0.74, 0.06, 0.74):
        b.polygon(c, [(x - 0.05, -0.32), (x + 0.05, -0.32), (x + 0.03, -0.02), (x - 0.03, -0.02)], side(lacquer, 1.4))
        b.circle(c, (x, -0.02), 0.026, rgb("#c9a04a"))
    b.blob(
        c,
        "-.94,-.58! .92,-.58! .96,-.46 .90,-.31! -.94,-.31!",
        linear((0, -0.6), (0, -0.3), (mix(lacquer, WHITE, 0.35), lacquer, shade(lacquer, 0.6)), (0, 0.3, 1)),
    )
    b.rectangle(c, (-0.92, -0.44), 1.0, 0.075, top(rgb("#fbf8f0"), 0.5))
    strokes(c, [((x, -0.44), (x, -0.366)) for x in np.linspace(-0.88, 0.04, 23)], rgb("#8a8680"), 0.006)
    blacks = skia.Path()
    for k in range(22):
        if k % 7 not in (2, 6):
            blacks.addRect(b.box(-0.895 + 0.0435 * (k + 0.72), -0.44, 0.022, 0.045))
    b.fill(c, blacks, rgb("#17171b"))
    b.curve(c, "-.90,-.56 .0,-.565 .88,-.56", WHITE, 0.014, 0.4)


def _guitar(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    wood = look.colour or rgb("#d08a3f")
    b.polygon(c, "-.028,-.56 .028,-.56 .022,-.90 -.022,-.90", side(rgb("#5a3622")))
    b.polygon(c, "-.034,-.88 .034,-.88 .042,-1 -.042,-1", side(rgb("#4a2c1a"), 1.0))
    for sign in (-1, 1):
        for y in (-0.97, -0.94, -0.91):
            b.circle(c, (sign * 0.052, y), 0.011, rgb("#e8e2d4"))
    shape = b.outline(
        "0,-.60 .10,-.60 .155,-.54 .145,-.45 .12,-.385 .15,-.31 .215,-.2 .20,-.08 .11,.0 0,.005", mirrored=True
    )
    b.fill(c, shape, shade(wood, 0.55))
    with b.placed(c, (0, -0.02), scale=0.94):
        b.fill(c, shape, ball(wood, 1.0))
    b.circle(c, (0, -0.40), 0.07, rgb("#2a170c"))
    b.circle(c, (0, -0.40), 0.076, rgb("#f2dcae"), width=0.01)
    b.rectangle(c, (-0.075, -0.165), 0.15, 0.032, side(rgb("#4a2c1a")), round=0.01)
    strokes(
        c,
        [((x, -0.15), (x * 0.8, -0.95)) for x in (-0.018, -0.011, -0.004, 0.004, 0.011, 0.018)],
        rgb("#f1ece0"),
        0.003,
    )
    strokes(c, [((-0.024, y), (0.024, y)) for y in np.linspace(-0.86, -0.58, 8)], rgb("#d8cdb8"), 0.005)


def _drum(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    shell = look.colour or rgb("#c8322f")
    b.blob(c, "-.56,-.66! -.55,-.1! -.3,-.01 .3,-.01 .55,-.1! .56,-.66!", side(shell, 1.1))
    zig = [((-0.54 + k * 0.18, -0.58), (-0.45 + k * 0.18, -0.09)) for k in range(6)] + [
        ((-0.45 + k * 0.18, -0.09), (-0.36 + k * 0.18, -0.58)) for k in range(6)
    ]
    strokes(c, zig, rgb("#f6ead0"), 0.016)
    for y in (-0.1, -0.62):
        b.curve(c, [(-0.56, y - 0.03), (-0.3, y + 0.05), (0.3, y + 0.05), (0.56, y - 0.03)], rgb("#d9b04a"), 0.05)
    b.ellipse(c, (0, -0.66), 0.565, 0.13, rgb("#d9b04a"))
    b.ellipse(c, (0, -0.67), 0.53, 0.115, ball(rgb("#fbf4e4"), 0.5))
    for a, z in (((-0.05, -0.70), (0.52, -0.98)), ((0.1, -0.72), (-0.44, -0.98))):
        b.line(c, a, z, rgb("#c98f52"), 0.032)
        b.circle(c, a, 0.036, ball(rgb("#b57a40")))


def _wallpaper(look: Look, *codes: str) -> tuple[Colour, ...]:
    """What a screen shows; of a thing with a colour it has that colour, too."""
    tones = tuple(map(rgb, codes))
    return tones if look.colour is None else tuple(mix(tone, look.colour, 0.85) for tone in tones)


def _computer(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A laptop."""
    case = look.colour or rgb("#b9c0ca")
    b.rectangle(c, (-0.66, -1.0), 1.32, 0.86, side(shade(case, 0.8)), round=0.045)
    b.rectangle(c, (-0.625, -0.965), 1.25, 0.78, _DARK, round=0.02)
    b.rectangle(
        c,
        (-0.595, -0.935),
        1.19,
        0.70,
        linear((-0.6, -0.9), (0.6, -0.2), _wallpaper(look, "#3f6fd0", "#6a4fc0", "#d0609a"), (0, 0.55, 1)),
    )
    for k, (wide, ink) in enumerate(
        ((0.4, "#ffd27a"), (0.6, "#9fe0c0"), (0.5, "#f2f4ff"), (0.7, "#a9c8ff"), (0.34, "#ffb0b0"))
    ):
        b.rectangle(c, (-0.52, -0.86 + k * 0.11), wide, 0.036, rgb(ink), 0.9, round=0.018)
    b.polygon(c, "-.595,-.935 .0,-.935 -.45,-.235 -.595,-.235", WHITE, 0.09)
    b.polygon(
        c, "-.68,-.145 .68,-.145 .88,-.02 -.88,-.02", linear((0, -0.15), (0, 0), (shade(case, 0.85), shade(case, 1.15)))
    )
    b.rectangle(c, (-0.88, -0.028), 1.76, 0.028, side(shade(case, 0.7)), round=0.012)
    keys = skia.Path()
    for row in range(4):
        y, half = -0.132 + row * 0.02, 0.56 + row * 0.03
        for k in range(14):
            keys.addRect(b.box(-half + k * half / 7, y, half / 7 - 0.012, 0.014))
    b.fill(c, keys, rgb("#34363e"))
    b.polygon(c, "-.15,-.048 .15,-.048 .16,-.028 -.16,-.028", shade(case, 0.75))


def _phone(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    case = look.colour or rgb("#2c2f38")
    b.rectangle(c, (-0.25, -1.0), 0.5, 1.0, side(case, 1.3), round=0.07)
    b.rectangle(
        c,
        (-0.225, -0.975),
        0.45,
        0.95,
        linear((-0.2, -1), (0.2, 0), _wallpaper(look, "#5fb0e8", "#7a6fd8", "#f0889a"), (0, 0.5, 1)),
        round=0.052,
    )
    b.rectangle(c, (-0.07, -0.955), 0.14, 0.03, _DARK, round=0.015)
    for k in range(12):
        x, y = -0.165 + (k % 4) * 0.088, -0.62 + (k // 4) * 0.115
        ink = ("#ff6b6b", "#ffd166", "#6fd08c", "#4fa8f0", "#b48cf2", "#f78fb3")[k % 6]
        b.rectangle(c, (x, y), 0.066, 0.066, ball(rgb(ink), 0.6), round=0.018)
    b.rectangle(c, (-0.185, -0.14), 0.37, 0.09, WHITE, 0.35, round=0.03)
    b.rectangle(c, (-0.16, -0.86), 0.24, 0.05, WHITE, 0.9, round=0.02)
    b.polygon(c, "-.225,-.92 .05,-.975 -.1,-.03 -.225,-.03", WHITE, 0.1)


def _camera(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    body = look.colour or rgb("#34353d")
    b.blob(c, "-.22,-.76! -.16,-.96 .16,-.96 .22,-.76!", side(shade(body, 0.9)))
    for x, wide in ((-0.56, 0.2), (0.34, 0.24)):
        b.rectangle(c, (x, -0.86), wide, 0.12, side(_STEEL, 1.0), round=0.03)
    b.rectangle(c, (-0.72, -0.79), 1.44, 0.77, side(_STEEL, 0.8), round=0.09)
    b.rectangle(c, (-0.72, -0.63), 1.44, 0.5, side(body, 0.9))
    for radius, ink in (
        (0.34, rgb("#d6dbe2")),
        (0.305, rgb("#1d1e23")),
        (0.255, rgb("#3a3c45")),
        (0.215, rgb("#101218")),
    ):
        b.circle(c, (0.0, -0.39), radius, ball(ink, 0.9))
    b.circle(
        c,
        (0.0, -0.39),
        0.17,
        b.radial((-0.05, -0.45), 0.24, (rgb("#a98fe8"), rgb("#3f4f9f"), rgb("#0d1024")), (0, 0.5, 1)),
    )
    b.ellipse(c, (-0.07, -0.47), 0.05, 0.034, WHITE, 0.85)
    b.circle(c, (0.06, -0.33), 0.022, WHITE, 0.5)
    b.rectangle(c, (0.44, -0.75), 0.19, 0.085, rgb("#bfe0f2"), round=0.02)
    b.circle(c, (-0.5, -0.70), 0.036, ball(rgb("#d8342c")))


def _backpack(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    cloth = look.colour or rgb("#d8693a")
    b.curve(c, "-.12,-.90 -.1,-1.0 .1,-1.0 .12,-.90", shade(cloth, 0.5), 0.04)
    for sign in b.both_sides(c):
        b.blob(c, ".33,-.42 .45,-.38 .46,-.12 .34,-.06", ball(shade(cloth, 0.9 if sign < 0 else 0.7)))
    b.blob(c, "0,-.95 .22,-.93 .34,-.74 .385,-.36 .37,-.06 .26,.0 0,.0", ball(cloth, 1.0), mirrored=True)
    b.blob(c, "0,-.82 .22,-.80 .30,-.66 .32,-.54! .0,-.49", top(shade(cloth, 1.05), 0.7), mirrored=True)
    b.curve(c, "-.32,-.545 .0,-.49 .32,-.545", shade(cloth, 0.55), 0.02)
    b.rectangle(c, (-0.26, -0.42), 0.52, 0.35, ball(shade(cloth, 0.92), 0.9), round=0.07)
    b.line(c, (-0.2, -0.335), (0.2, -0.335), shade(cloth, 0.5), 0.016)
    for x in (-0.17, 0.12):
        b.rectangle(c, (x, -0.72), 0.05, 0.3, side(rgb("#6b4528")), round=0.01)
        b.rectangle(c, (x - 0.01, -0.50), 0.07, 0.06, side(rgb("#e3bb55")), round=0.012)


def _fishing_rod(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A rod with a reel that bends over to the right, and the float on its line."""
    wood = look.colour or rgb("#8a5a30")
    b.curve(c, ".4,-.93 .425,-.6 .42,-.28", rgb("#f2f0ea"), 0.011)
    b.limb(c, "-.38,-.06 -.16,-.48 .1,-.8 .4,-.95", (0.05, 0.04, 0.03, 0.016), side(wood, 1.2))
    b.limb(c, "-.44,.0! -.35,-.115", (0.062, 0.058), side(rgb("#d8b07a"), 1.1))
    b.limb(c, "-.35,-.115 -.31,-.19", (0.05, 0.05), rgb("#2c2f38"))
    b.circle(c, (-0.255, -0.15), 0.062, ball(_STEEL, 1.0))
    b.circle(c, (-0.255, -0.15), 0.028, rgb("#5a626e"))
    b.ellipse(c, (0.42, -0.235), 0.034, 0.055, ball(WHITE, 0.5))
    b.ellipse(c, (0.42, -0.258), 0.034, 0.034, ball(rgb("#e0352f"), 0.8))


def _star_points(outer: float, inner: float) -> list[tuple[float, float]]:
    return [
        (sin(k * pi / 5) * (inner if k % 2 else outer), -0.475 - cos(k * pi / 5) * (inner if k % 2 else outer))
        for k in range(10)
    ]


def _star(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    ink = look.colour or rgb("#f8c52e")
    if look.lit:
        b.glow(c, (0, -0.475), 0.75, ink, 0.5)
    nodes = _star_points(0.52, 0.225)
    for k in range(10):
        facet = [(0.0, -0.475), nodes[k], nodes[(k + 1) % 10]]
        lit = 1.0 + 0.3 * sin((k - 5.5) * pi / 5) + (0.1 if k % 2 else -0.08)
        b.polygon(c, facet, shade(ink, lit))
    b.polygon(c, nodes, shade(ink, 1.3), 0.5, width=0.016)


def _heart(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    ink = look.colour or rgb("#e2364a")
    b.blob(
        c,
        "0,-.76! .12,-.93 .30,-.98 .47,-.86 .51,-.64 .40,-.38 .18,-.14 0,.0!",
        b.radial((-0.2, -0.75), 0.95, (shade(ink, 1.45), ink, shade(ink, 0.55)), (0, 0.45, 1)),
        mirrored=True,
    )
    with b.placed(c, (-0.27, -0.80), turn=-35):
        b.ellipse(c, (0, 0), 0.12, 0.06, WHITE, 0.6)


def _sphere(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    ink = look.colour or rgb("#3f7fd0")
    b.circle(
        c,
        (0, -0.5),
        0.5,
        b.radial(
            (-0.17, -0.7),
            0.82,
            (shade(ink, 1.7), shade(ink, 1.1), ink, shade(ink, 0.45), shade(ink, 0.6)),
            (0, 0.2, 0.45, 0.88, 1),
        ),
    )
    b.ellipse(c, (-0.18, -0.74), 0.1, 0.07, WHITE, 0.7)


def _cube(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    ink = look.colour or rgb("#3fa060")
    b.polygon(
        c, "-.46,-.72 .0,-.52 .0,.0 -.46,-.21", linear((-0.46, -0.7), (0, 0), (shade(ink, 1.1), shade(ink, 0.88)))
    )
    b.polygon(c, ".0,-.52 .46,-.72 .46,-.21 .0,.0", linear((0, -0.5), (0.46, 0), (shade(ink, 0.72), shade(ink, 0.48))))
    b.polygon(
        c,
        ".0,-1 .46,-.79 .46,-.72 .0,-.52 -.46,-.72 -.46,-.79",
        linear((-0.4, -1), (0.4, -0.5), (shade(ink, 1.5), shade(ink, 1.22))),
    )
    for end in ((-0.46, -0.72), (0.46, -0.72), (0.0, 0.0)):
        b.line(c, (0, -0.52), end, shade(ink, 1.6), 0.008, 0.6)


def _triangle(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A pyramid, as a painter shows a triangle."""
    ink = look.colour or rgb("#e0a02f")
    b.polygon(c, "-.56,-.08 .04,-1 .16,.0", linear((-0.5, -0.5), (0.16, 0), (shade(ink, 1.3), ink)))
    b.polygon(c, ".04,-1 .56,-.16 .16,.0", linear((0.04, -0.9), (0.5, 0), (shade(ink, 0.8), shade(ink, 0.52))))
    b.line(c, (0.04, -0.99), (0.16, -0.01), shade(ink, 1.5), 0.008, 0.6)


def _sprite(
    name: str, draw: Draw, height: float, width: float, place: str = "surface", **attach: tuple[float, float]
) -> Sprite:
    points = {"top": (0.0, -0.95), "head": (0.0, -0.95), "hand": (0.0, -0.3), "seat": (0.0, -0.5)}
    return Sprite(name=name, draw=draw, height=height, width=width, place=place, group="object", attach=points | attach)


def _staff(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A fighter's staff with golden ends."""
    b.rectangle(c, (-0.017, -1.0), 0.034, 1.0, side(look.colour or rgb("#7a4a28"), 1.2), round=0.012)
    for y in (-1.0, -0.14):
        b.rectangle(c, (-0.022, y), 0.044, 0.14, side(rgb("#e8b93a"), 1.3), round=0.012)
        b.line(c, (-0.022, y + 0.07), (0.022, y + 0.07), rgb("#a8741c"), 0.008)


SPRITES = (
    _sprite("staff", _staff, 0.5, 0.06, "ground", hand=(0.0, -0.45)),
    _sprite("book", _book, 0.08, 2.15),
    _sprite("piano", _piano, 0.3, 1.95, "ground", top=(0.0, -0.6)),
    _sprite("guitar", _guitar, 0.34, 0.48),
    _sprite("drum", _drum, 0.2, 1.2, "ground"),
    _sprite("computer", _computer, 0.18, 1.8),
    _sprite("fishing_rod", _fishing_rod, 0.38, 0.95, hand=(-0.38, -0.07)),
    _sprite("phone", _phone, 0.15, 0.55),
    _sprite("camera", _camera, 0.14, 1.5),
    _sprite("backpack", _backpack, 0.2, 0.98, "ground"),
    _sprite("star", _star, 0.2, 1.05, "sky"),
    _sprite("heart", _heart, 0.22, 1.05, "sky"),
    _sprite("sphere", _sphere, 0.22, 1.0, "ground"),
    _sprite("cube", _cube, 0.22, 0.95, "ground", top=(0.0, -0.76)),
    _sprite("triangle", _triangle, 0.22, 1.15, "ground"),
)
