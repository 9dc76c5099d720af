"""Hats, crowns and helmets, in the frame of a head (see `faces`)."""

from collections.abc import Callable

import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Colour, ball, linear, rgb, shade, side, top
from easel.engines.painter.sprites import national

_GOLD = rgb("#e9bd4b")
STRAW = rgb("#e6c77f")


def _wizard(c: skia.Canvas, colour: Colour) -> None:
    b.blob(c, "-.78,-.62! -.5,-1.4 -.12,-2.3 .42,-2.75! .30,-2.2 .5,-1.4 .78,-.62!", side(colour))
    b.blob(c, "0,-.92 .8,-.86 1.45,-.55 .8,-.5 0,-.52", top(shade(colour, 0.9)), mirrored=True)
    b.curve(c, "-.70,-.82 0,-.70 .70,-.82", _GOLD, 0.13)
    for x, y, r in ((-0.15, -1.3, 0.12), (0.2, -1.75, 0.09), (0.25, -1.1, 0.08)):
        b.polygon(
            c,
            [
                (x, y - r),
                (x + r * 0.3, y - r * 0.3),
                (x + r, y),
                (x + r * 0.3, y + r * 0.3),
                (x, y + r),
                (x - r * 0.3, y + r * 0.3),
                (x - r, y),
                (x - r * 0.3, y - r * 0.3),
            ],
            _GOLD,
        )


def _crown(c: skia.Canvas, colour: Colour) -> None:
    crown(c, _GOLD)


def crown(c: skia.Canvas, metal: Colour) -> None:
    """A king's crown of that metal or colour, with jewels."""
    b.polygon(c, "-.66,-.78 -.74,-1.45 -.40,-1.12 0,-1.62 .40,-1.12 .74,-1.45 .66,-.78", side(metal, 1.2))
    b.polygon(c, "-.66,-.92 -.71,-1.32 -.40,-1.02 0,-1.46 .40,-1.02 .71,-1.32 .66,-.92", shade(metal, 1.3), width=0.022)
    b.rectangle(c, (-0.67, -0.92), 1.34, 0.18, side(shade(metal, 0.85)), round=0.04)
    for y in (-0.9, -0.76):
        b.line(c, (-0.63, y), (0.63, y), shade(metal, 1.35), 0.016)
    for x, ink in ((-0.4, "#c22f3f"), (0, "#2f6fc2"), (0.4, "#c22f3f")):
        b.circle(c, (x, -0.83), 0.075, ball(rgb(ink)))
    for x, y in ((-0.74, -1.47), (0, -1.64), (0.74, -1.47)):
        b.circle(c, (x, y), 0.085, ball(metal))


def _tiara(c: skia.Canvas, colour: Colour) -> None:
    b.polygon(
        c, "-.52,-.86 -.42,-1.14 -.28,-1.02 0,-1.42 .28,-1.02 .42,-1.14 .52,-.86 .3,-.92 0,-.95 -.3,-.92", side(_GOLD)
    )
    b.circle(c, (0, -1.08), 0.09, ball(rgb("#d8437c")))
    for x in (-0.3, 0.3):
        b.circle(c, (x, -0.98), 0.05, ball(rgb("#9fd8ef")))


def _toque(c: skia.Canvas, colour: Colour) -> None:
    for x, y, r in ((-0.48, -1.42, 0.44), (0.48, -1.42, 0.44), (0, -1.62, 0.52)):
        b.circle(c, (x, y), r, ball(WHITE, 0.5))
    b.blob(c, "-.74,-.68! -.72,-1.3! .72,-1.3! .74,-.68! 0,-.58", side(WHITE, 0.6))
    for x in (-0.4, -0.1, 0.2, 0.46):
        b.line(c, (x, -0.74), (x * 1.1, -1.24), shade(WHITE, 0.78), 0.03, 0.7)


def _helmet(c: skia.Canvas, colour: Colour) -> None:
    """An astronaut's: a shell around the head and a visor that one sees through."""
    b.circle(c, (0, 0.02), 1.42, shade(WHITE, 0.86), width=0.24)
    shine = b.linear((-1, -1), (1, 1), ((0.7, 0.85, 1, 0.42), (0.6, 0.8, 1, 0.06), (0.2, 0.3, 0.5, 0.34)), (0, 0.5, 1))
    b.circle(c, (0, 0.02), 1.32, shine)
    b.curve(c, "-1.0,-.2 -.86,-.66 -.5,-.98", WHITE, 0.13, 0.75)
    b.circle(c, (0, 0.02), 1.50, b.linear((-1.4, -1.4), (1.4, 1.4), (WHITE, shade(WHITE, 0.55))), width=0.14)


def _visor(c: skia.Canvas, colour: Colour) -> None:
    steel = rgb("#b4bdc9")
    b.blob(c, "-.10,-1.3 -.5,-1.9 -1.2,-1.8 -1.5,-1.1! -1.0,-1.4 -.4,-1.1", ball(rgb("#b5342c")))
    b.blob(c, "0,-1.28 .62,-1.14 .98,-.58 1.0,.3 .84,.92 .34,1.22 0,1.28", side(steel, 1.2), mirrored=True)
    b.blob(c, "0,-.22 .5,-.24 .84,-.12 .8,.10 .4,.06 0,.08", rgb("#15171c"), mirrored=True)
    b.line(c, (0, -1.26), (0, -0.24), shade(steel, 1.3), 0.09)
    for x in (-0.3, -0.1, 0.1, 0.3):
        b.line(c, (x, 0.42), (x * 0.9, 0.82), rgb("#23262c"), 0.06)
    b.curve(c, "-.86,.12 -.4,.26 0,.28 .4,.26 .86,.12", shade(steel, 0.6), 0.05)


def _kabuto(c: skia.Canvas, colour: Colour) -> None:
    """A samurai's helmet: a ribbed bowl, a laced guard down the neck, a gilded crest of two horns."""
    iron, silk = rgb("#2c2b31"), rgb("#7c2230")
    for _ in b.both_sides(c):
        b.blob(c, ".7,-.7! 1.16,-.4 1.36,.5! .98,.62! .86,.0", side(silk))
        for k in range(3):
            b.curve(c, [(0.8 + 0.03 * k, -0.3 + 0.3 * k), (1.22 + 0.05 * k, -0.2 + 0.28 * k)], shade(iron, 0.8), 0.06)
    b.blob(c, "0,-1.46 .5,-1.4 .92,-.98 1.0,-.44! .5,-.56 0,-.6", ball(iron, 1.4), mirrored=True)
    for x in (-0.6, -0.3, 0.0, 0.3, 0.6):
        b.curve(c, [(0.5 * x, -1.42), (x, -1.0), (1.2 * x, -0.58)], shade(iron, 2.0), 0.03)
    b.blob(c, "-1.06,-.5! 0,-.76 1.06,-.5! .9,-.34 0,-.54 -.9,-.34", top(shade(iron, 1.3)))
    for sign in b.both_sides(c):
        b.blob(
            c,
            ".06,-.72! .34,-1.0 .62,-1.5 .6,-2.05! .42,-1.5 .2,-1.1 0,-.96!",
            side(shade(_GOLD, 1.0 if sign < 0 else 0.85)),
        )
    b.circle(c, (0, -0.84), 0.17, ball(_GOLD))


def _steel_helmet(c: skia.Canvas, colour: Colour) -> None:
    b.blob(c, "0,-1.34 .62,-1.22 .98,-.74 1.04,-.20! .6,-.34 0,-.40", ball(shade(colour, 0.9)), mirrored=True)
    b.curve(c, "-.8,-.25 -.72,.5 -.3,.98", rgb("#2b2a22"), 0.05)
    b.curve(c, ".8,-.25 .72,.5 .3,.98", rgb("#2b2a22"), 0.05)


def _straw(c: skia.Canvas, colour: Colour) -> None:
    straw_hat(c, STRAW)


def straw_hat(c: skia.Canvas, straw: Colour) -> None:
    """A broad hat of straw of that colour with a ribbon."""
    b.ellipse(c, (0, -0.66), 1.6, 0.34, ball(straw, 0.8))
    b.blob(c, "-.74,-.66! -.70,-1.2 -.4,-1.42 .4,-1.42 .70,-1.2 .74,-.66! 0,-.56", side(straw))
    b.curve(c, "-.74,-.76 0,-.62 .74,-.76", rgb("#b5342c") if straw == STRAW else shade(straw, 0.5), 0.15)


def _cowboy(c: skia.Canvas, colour: Colour) -> None:
    cowboy_hat(c, rgb("#9a6a3c"))


def cowboy_hat(c: skia.Canvas, felt: Colour) -> None:
    """A hat of felt of that colour, its brim turned up at the sides."""
    b.blob(
        c, "-.66,-.66! -.66,-1.1 -.50,-1.42 -.2,-1.46 .0,-1.36 .2,-1.46 .50,-1.42 .66,-1.1 .66,-.66! 0,-.56", ball(felt)
    )
    b.blob(c, "0,-.72 .6,-.74 1.1,-.9 1.55,-1.18! 1.36,-.72 .8,-.5 0,-.44", top(shade(felt, 1.05)), mirrored=True)
    b.curve(c, "-.66,-.80 0,-.70 .66,-.80", rgb("#3a2416"), 0.12)


def _cap(c: skia.Canvas, colour: Colour) -> None:
    b.blob(c, "-.90,-.46! -.86,-1.0 -.4,-1.32 .4,-1.32 .86,-1.0 .90,-.46! 0,-.56", ball(colour))
    b.blob(c, "-.72,-.56! 0,-.68 .72,-.56! .90,-.28 0,-.36 -.90,-.28", top(shade(colour, 0.8)))


def _top_hat(c: skia.Canvas, colour: Colour) -> None:
    top_hat(c, rgb("#26242c"))


def top_hat(c: skia.Canvas, ink: Colour) -> None:
    """A tall silk hat of that colour with a band."""
    b.polygon(c, "-.72,-.74 -.80,-2.1 .80,-2.1 .72,-.74", side(ink, 1.2))
    b.ellipse(c, (0, -0.72), 1.2, 0.22, ball(ink))
    b.rectangle(c, (-0.73, -1.02), 1.46, 0.24, side(rgb("#a32834")))


def _beanie(c: skia.Canvas, colour: Colour) -> None:
    beanie(c, rgb("#c8433f"))


def beanie(c: skia.Canvas, ink: Colour) -> None:
    """A knitted cap of that colour with a white bobble."""
    b.circle(c, (0, -1.46), 0.26, ball(WHITE, 0.6))
    b.blob(c, "-.90,-.46! -.88,-1.0 -.4,-1.38 .4,-1.38 .88,-1.0 .90,-.46!", ball(ink))
    b.rectangle(c, (-0.94, -0.72), 1.88, 0.32, side(shade(ink, 0.85)), round=0.12)


def _santa(c: skia.Canvas, colour: Colour) -> None:
    santa_hat(c, rgb("#cc2f33"))


def santa_hat(c: skia.Canvas, cloth: Colour) -> None:
    """A pointed cap of that colour with a bobble and a rim of white fur."""
    b.blob(c, "-.86,-.6! -.6,-1.3 .1,-1.75 .9,-1.5 1.25,-.7! .9,-.95 .86,-.6!", ball(cloth))
    b.circle(c, (1.25, -0.62), 0.24, ball(WHITE, 0.6))
    b.rectangle(c, (-0.98, -0.78), 1.96, 0.36, side(WHITE, 0.6), round=0.18)


def _fire_helmet(c: skia.Canvas, colour: Colour) -> None:
    """A firefighter's: a ridged shell with a broad brim and a badge."""
    red = rgb("#c8322f")
    b.blob(c, "0,-.66 .7,-.7 1.3,-.42 1.1,-.3 .6,-.42 0,-.46", top(shade(red, 0.85)), mirrored=True)
    b.blob(c, "0,-1.42 .52,-1.32 .86,-.9 .9,-.5! 0,-.62", ball(red), mirrored=True)
    b.curve(c, "0,-1.44 .02,-1.0 0,-.66", shade(red, 0.7), 0.09)
    b.polygon(c, "-.24,-1.16 .24,-1.16 .2,-.72 0,-.6 -.2,-.72", side(_GOLD))


def _viking(c: skia.Canvas, colour: Colour) -> None:
    """A cap of iron with a guard for the nose and two horns."""
    iron, bone = rgb("#9aa2ac"), rgb("#efe3c6")
    for _ in b.both_sides(c):
        b.blob(c, ".62,-.86! .94,-.72! 1.34,-1.0 1.46,-1.5 1.3,-1.96! 1.24,-1.5 1.02,-1.26 .7,-1.16", side(bone, 1.1))
    b.blob(c, "0,-1.4 .5,-1.32 .86,-.94 .93,-.46! .5,-.56 0,-.58", ball(iron, 1.2), mirrored=True)
    b.curve(c, "-.91,-.5 0,-.66 .91,-.5", side(rgb("#b98a3c")), 0.16)
    b.limb(c, [(0, -1.38), (0, -0.7), (0, 0.1)], (0.16, 0.16, 0.1), side(rgb("#b98a3c")))


def _nurse(c: skia.Canvas, colour: Colour) -> None:
    """A folded white cap with a red cross."""
    b.blob(c, "-.66,-.82! -.8,-1.3 0,-1.46 .8,-1.3 .66,-.82! 0,-.96", side(WHITE, 0.6))
    b.curve(c, "-.68,-.92 0,-1.06 .68,-.92", rgb("#7fb4cc"), 0.07)
    for wide, tall in ((0.3, 0.1), (0.1, 0.3)):
        b.rectangle(c, (-wide / 2, -1.2 - tall / 2), wide, tall, rgb("#d0302c"))


def _tricorne(c: skia.Canvas, colour: Colour) -> None:
    """A pirate's hat: the brim turned up, edged with gold, a skull on it."""
    ink = rgb("#211d22")
    b.blob(c, "-1.3,-.66! -.9,-1.3 -.4,-1.66 0,-1.74 .4,-1.66 .9,-1.3 1.3,-.66! .6,-.6 0,-.5 -.6,-.6", side(ink, 1.4))
    b.curve(c, "-1.3,-.66 -.9,-1.3 -.4,-1.66 0,-1.74 .4,-1.66 .9,-1.3 1.3,-.66", _GOLD, 0.07)
    b.blob(c, "0,-1.4 .22,-1.32 .24,-1.1 .13,-1.0 .1,-.88 0,-.86", WHITE, mirrored=True)
    for x in (-0.09, 0.09):
        b.circle(c, (x, -1.14), 0.06, ink)
        b.line(c, (x * 4.2, -0.84), (-x * 3.4, -1.0), WHITE, 0.05)


def _official(c: skia.Canvas, colour: Colour) -> None:
    """An official's black hat with two long wings, edged with gold."""
    ink = rgb("#1e1b20")
    for _ in b.both_sides(c):
        b.blob(c, ".6,-1.1 1.3,-1.22 1.9,-1.16 1.96,-1.02 1.3,-.98 .6,-.94", side(ink, 1.4))
        b.curve(c, ".7,-1.1 1.3,-1.2 1.88,-1.13", _GOLD, 0.04)
    b.blob(c, "0,-1.92 .42,-1.86 .6,-1.5 .62,-1.2 .88,-1.1 .9,-.56! 0,-.66", side(ink, 1.5), mirrored=True)
    b.curve(c, "-.86,-.64 0,-.76 .86,-.64", _GOLD, 0.13)
    b.curve(c, "-.6,-1.2 0,-1.3 .6,-1.2", _GOLD, 0.05)
    b.circle(c, (0, -0.98), 0.15, ball(rgb("#d0302c"), 1.2))
    b.circle(c, (0, -0.98), 0.19, _GOLD, width=0.06)


def _general(c: skia.Canvas, colour: Colour) -> None:
    """The green cap of a general of old, with a band of gold and a red ball."""
    green = rgb("#2f7a4c")
    b.blob(c, "0,-1.8 .4,-1.74 .74,-1.4 .92,-.9 .94,-.5! .5,-.62 0,-.64", ball(green), mirrored=True)
    for _ in b.both_sides(c):
        b.limb(c, [(0.86, -0.7), (1.08, -0.1), (1.02, 0.7)], (0.2, 0.22, 0.1), side(shade(green, 0.85)))
    b.curve(c, "-.92,-.58 0,-.74 .92,-.58", _GOLD, 0.17)
    b.curve(c, "-.7,-1.4 0,-1.16 .7,-1.4", shade(green, 0.6), 0.05)
    b.circle(c, (0, -0.96), 0.16, _GOLD)
    b.circle(c, (0, -1.82), 0.19, ball(rgb("#d0302c"), 1.2))


def _party(c: skia.Canvas, colour: Colour) -> None:
    """A paper cone with stripes and a pompom."""
    cone = b.outline("-.62,-.72! 0,-2.1! .62,-.72! 0,-.6", smooth=True)
    b.fill(c, cone, side(colour))
    with b.clipped(c, cone):
        for y, ink in ((-0.9, "#f6d54a"), (-1.3, "#4fb6e0"), (-1.7, "#f6d54a")):
            b.curve(c, [(-0.7, y), (0, y + 0.12), (0.7, y)], rgb(ink), 0.13)
    b.circle(c, (0, -2.1), 0.2, ball(rgb("#fbf3e2")))


def _buns(c: skia.Canvas, colour: Colour) -> None:
    """Two knots of hair on top, tied with red ribbons."""
    for _ in b.both_sides(c):
        b.circle(c, (0.6, -1.22), 0.36, ball(rgb("#1f1a1c"), 1.5))
        b.curve(c, ".34,-1.0 .56,-.92 .82,-1.0", rgb("#d0302c"), 0.13)
        b.curve(c, ".82,-1.0 1.06,-.8 1.04,-.4", rgb("#d0302c"), 0.09)


def _halo(c: skia.Canvas, colour: Colour) -> None:
    """A ring of light over the head."""
    b.glow(c, (0, -1.62), 0.9, rgb("#fff0b0"), 0.5)
    b.ellipse(c, (0, -1.62), 0.72, 0.2, shade(_GOLD, 0.9), width=0.13)
    b.ellipse(c, (0, -1.64), 0.72, 0.2, rgb("#fff3c0"), width=0.06)


#: How far above the middle of the head a hat reaches, in half heads, where that is more than hair does.
RISE = {"wizard": 2.78, "toque": 2.16, "chef": 2.16, "top": 2.15, "top_hat": 2.15, "visor": 1.95, "kabuto": 2.05,
        "santa": 1.8, "viking": 1.96, "tricorne": 1.78, "official": 1.94, "general": 2.0, "halo": 1.9, "buns": 1.6,
        "party": 2.3, **national.RISE}  # fmt: skip


def _veil(c: skia.Canvas, colour: Colour) -> None:
    """A bride's: a wreath of white flowers, and tulle that falls over the shoulders."""
    tulle = linear((0, -1.2), (0, 3.2), ((1, 1, 1, 0.75), (1, 1, 1, 0.3)))
    b.blob(c, "0,-1.3 .55,-1.2 .98,-.6 1.1,.6 1.5,3.2! 1.02,3.0 .86,1.0 .8,-.2 .5,-.84 0,-.98", tulle, mirrored=True)
    for x, y in ((-0.62, -0.86), (-0.36, -1.02), (-0.1, -1.09), (0.16, -1.08), (0.42, -0.99), (0.66, -0.82)):
        b.circle(c, (x, y), 0.15, ball(rgb("#fbf4f2"), 0.5))
        b.circle(c, (x, y), 0.05, rgb("#f0c8a0"))


def _hard_hat(c: skia.Canvas, colour: Colour) -> None:
    """A builder's yellow helmet with a ridge and a short brim."""
    yellow = rgb("#f2b90f")
    b.blob(c, "0,-1.4 .5,-1.32 .86,-.94 .92,-.5! 0,-.6", ball(yellow), mirrored=True)
    b.limb(c, [(0.0, -1.42), (0.0, -0.66)], (0.2, 0.24), side(shade(yellow, 1.1)))
    b.blob(c, "0,-.66 .7,-.64 1.06,-.48 .9,-.36 0,-.46", top(shade(yellow, 0.9)), mirrored=True)


def _welder(c: skia.Canvas, colour: Colour) -> None:
    """A welder's shield with its dark window, down over the face."""
    b.blob(c, "0,-1.28 .56,-1.2 .88,-.8 .9,-.1 .7,.7 .34,1.12 0,1.18", side(rgb("#3a3e46"), 1.2), mirrored=True)
    b.rectangle(c, (-0.52, -0.4), 1.04, 0.46, rgb("#16181c"), round=0.06)
    b.polygon(c, [(-0.4, -0.34), (-0.1, -0.34), (-0.26, 0.0), (-0.46, 0.0)], rgb("#4a6a8a"), 0.6)


HEADGEAR: dict[str, Callable[[skia.Canvas, Colour], None]] = {
    "wizard": _wizard,
    "crown": _crown,
    "tiara": _tiara,
    "toque": _toque,
    "chef": _toque,
    "helmet": _helmet,
    "visor": _visor,
    "kabuto": _kabuto,
    "helmet_green": _steel_helmet,
    "straw": _straw,
    "sun": _straw,
    "cap": _cap,
    "top": _top_hat,
    "top_hat": _top_hat,
    "beanie": _beanie,
    "winter": _beanie,
    "santa": _santa,
    "hat": _straw,
    "cowboy": _cowboy,
    "veil": _veil,
    "fire": _fire_helmet,
    "hard": _hard_hat,
    "welder": _welder,
    "viking": _viking,
    "nurse": _nurse,
    "tricorne": _tricorne,
    "official": _official,
    "general": _general,
    "buns": _buns,
    "halo": _halo,
    "party": _party,
    **national.HEADGEAR,
}
