"""Houses and other small buildings."""

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Colour, ball, linear, mix, rgb, shade, side, top
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.building_parts import (
    GOLD,
    SNOW,
    WARM,
    WOOD,
    bricks,
    door,
    gable,
    panes,
    rows,
    window,
)
from easel.engines.painter.sprites.plants import leaves
from easel.engines.painter.sprites.sprite import Draw, Look, Sprite

_STONE = rgb("#9a938a")


def _smoke(c: skia.Canvas, x: float, y: float, *, thick: bool) -> None:
    """A wisp where a fire is lit, or a plume that rises high."""
    for k in range(9 if thick else 4):
        if thick:
            b.glow(c, (x + 0.012 * k**1.3, y + 0.01 - 0.05 * k), 0.05 + 0.014 * k, rgb("#dcd9df"), 0.8 - 0.075 * k)
        else:
            b.glow(c, (x + 0.03 * k, y - 0.045 * k), 0.035 + 0.016 * k, rgb("#e8e6ea"), 0.4 - 0.07 * k)


def _chimney(c: skia.Canvas, x: float, y: float, look: Look, height: float = 0.2) -> None:
    b.rectangle(c, (x, y), 0.1, height, side(rgb("#9a5a48"), 1.1))
    rows(c, (x, y, 0.1, height), 6, rgb("#6b3a2e"), 0.004)
    b.rectangle(c, (x - 0.012, y - 0.02), 0.124, 0.032, SNOW if look.snow else rgb("#7a4638"))
    asked = look.traits.get("state") == "smoke"
    if asked or look.lit:
        _smoke(c, x + 0.05, y - 0.06, thick=asked)


def _roof_for(look: Look) -> Colour:
    """Painted houses have a quiet roof, so that the paint is what one sees."""
    if look.colour is None:
        return rgb("#a8492f")
    return rgb("#5c4a46") if b.luminance(look.colour) > 0.2 else rgb("#353234")


def _house(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    walls = look.colour or rgb("#ecdcc0")
    _chimney(c, 0.24, -0.93, look, 0.3)
    b.rectangle(c, (-0.5, -0.53), 1.0, 0.53, side(walls, 0.75))
    rows(c, (-0.5, -0.53, 1.0, 0.53), 9, shade(walls, 0.66), 0.005, 0.4)
    b.rectangle(c, (-0.5, -0.05), 1.0, 0.05, side(_STONE))
    b.rectangle(c, (-0.5, -0.53), 1.0, 0.07, linear((0, -0.53), (0, -0.45), ((0, 0, 0.05, 0.4), (0, 0, 0.05, 0))))
    gable(c, [(-0.60, -0.50), (-0.34, -0.90), (0.34, -0.90), (0.60, -0.50)], _roof_for(look), look, tiles=8)
    b.polygon(c, "-.16,-.58 .0,-.84 .16,-.58", side(walls, 0.7))
    window(c, (-0.055, -0.71), 0.11, 0.11, look)
    for sign in (-1, 1):
        b.line(c, (0, -0.86), (sign * 0.19, -0.56), SNOW if look.snow else shade(_roof_for(look), 0.8), 0.034)
    door(c, (-0.09, -0.32), 0.18, 0.32, rgb("#6b4128") if b.luminance(walls) > 0.3 else rgb("#b98a4e"))
    b.rectangle(c, (-0.13, -0.015), 0.26, 0.03, _STONE)
    for x in (-0.40, 0.20):
        window(c, (x, -0.39), 0.2, 0.2, look)
        b.rectangle(c, (x - 0.02, -0.155), 0.24, 0.034, WOOD)
        leaves(
            c,
            rng,
            ((x + 0.04, -0.165, 0.03), (x + 0.1, -0.17, 0.03), (x + 0.16, -0.165, 0.03)),
            rgb("#5a9640"),
            size=0.014,
            count=10,
        )
        for k in range(4):
            b.circle(c, (x + 0.03 + 0.045 * k, -0.18), 0.012, rgb(("#ee5f7a", "#f5c43a")[k % 2]))


def _cabin(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    logs = look.colour or rgb("#8a5c36")
    _chimney(c, -0.36, -0.90, look, 0.35)
    for k in range(8):
        y = -0.50 + k * 0.0625
        b.rectangle(c, (-0.50, y), 1.0, 0.0635, top(shade(logs, 0.95 + 0.1 * (k % 2)), 1.1), round=0.028)
        for x in (-0.52, 0.52):
            b.circle(c, (x, y + 0.031), 0.032, ball(mix(logs, rgb("#e8c48a"), 0.45)))
            b.circle(c, (x, y + 0.031), 0.014, shade(logs, 0.6), width=0.005)
    b.rectangle(c, (-0.5, -0.5), 1.0, 0.08, linear((0, -0.5), (0, -0.42), ((0, 0, 0.05, 0.45), (0, 0, 0.05, 0))))
    gable(c, [(-0.66, -0.46), (-0.40, -0.86), (0.40, -0.86), (0.66, -0.46)], rgb("#5a4034"), look, tiles=7)
    door(c, (-0.1, -0.34), 0.2, 0.34, shade(logs, 0.62))
    for x in (-0.40, 0.2):
        window(c, (x, -0.36), 0.2, 0.18, look, frame=shade(logs, 0.5))
    b.rectangle(c, (-0.56, -0.03), 1.12, 0.034, top(shade(logs, 0.8)))
    if look.snow:
        for x, wide in ((-0.45, 0.16), (0.42, 0.2), (0.15, 0.1)):
            b.blob(
                c,
                [(x - 1.2 * wide, 0.006), (x - 0.5 * wide, -0.035), (x + 0.4 * wide, -0.03), (x + 1.2 * wide, 0.006)],
                SNOW,
            )


def _cottage(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """Thatched, with roses round the door."""
    walls = look.colour or rgb("#f3e8d2")
    _chimney(c, 0.26, -0.98, look, 0.25)
    b.rectangle(c, (-0.48, -0.44), 0.96, 0.44, side(walls, 0.7))
    b.polygon(c, "-.30,-.42 -.26,-.60 .26,-.60 .30,-.42", side(shade(walls, 0.9), 0.7))
    bricks(c, rng, (-0.48, -0.12, 0.96, 0.12), _STONE, size=0.07, share=1.4)
    for x in (-0.48, -0.16, 0.14, 0.45):
        b.rectangle(c, (x, -0.44), 0.028, 0.44, side(rgb("#6b4a30")))
    straw = rgb("#c9a05a")
    cover = SNOW if look.snow else straw
    shape = b.outline("0,-.95 .28,-.93 .44,-.82 .60,-.44 .57,-.37 .30,-.40 .24,-.52 .12,-.56 0,-.56", mirrored=True)
    b.fill(c, shape, top(cover, 0.9))
    with b.clipped(c, shape):
        reeds = [((x * 0.55, -0.96), (x * 0.9, -0.66), (x, -0.34)) for x in rng.uniform(-0.62, 0.62, 70)]
        strokes(c, reeds, shade(cover, 0.7), 0.007, 0.2 if look.snow else 0.6)
        b.curve(c, "-.5,-.80 -.2,-.865 .2,-.865 .5,-.80", shade(cover, 0.6), 0.02, 0.7)
    window(c, (-0.11, -0.52), 0.22, 0.15, look, frame=rgb("#6b4a30"))
    door(c, (-0.095, -0.32), 0.19, 0.32, rgb("#3f7a78"), arched=True)
    for x in (-0.42, 0.21):
        window(c, (x, -0.33), 0.19, 0.17, look, frame=rgb("#6b4a30"))
    leaves(
        c,
        rng,
        (
            (-0.13, -0.24, 0.05),
            (-0.14, -0.12, 0.05),
            (0.14, -0.28, 0.05),
            (0.15, -0.12, 0.06),
            (-0.46, -0.05, 0.09),
            (0.44, -0.05, 0.1),
            (-0.32, -0.03, 0.07),
        ),
        rgb("#5f9a46"),
        size=0.016,
        count=26,
    )
    for _ in range(16):
        x = float(rng.choice((-0.14, 0.15, -0.46, 0.44, -0.32)) + rng.uniform(-0.04, 0.04))
        b.circle(
            c,
            (x, float(-rng.uniform(0.03, 0.2 if abs(x) > 0.25 else 0.3) * (0.5 if abs(x) > 0.25 else 1))),
            0.014,
            rgb("#ee5f8a"),
        )


def _barn(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    walls = look.colour or rgb("#b23a30")
    b.polygon(c, "-.48,.0 -.48,-.52 -.34,-.82 .0,-.97 .34,-.82 .48,-.52 .48,.0", side(walls, 0.8))
    shape = b.outline("-.48,.0 -.48,-.52 -.34,-.82 .0,-.97 .34,-.82 .48,-.52 .48,.0", smooth=False)
    with b.clipped(c, shape):
        strokes(c, [((x, 0), (x, -1)) for x in np.linspace(-0.44, 0.44, 14)], shade(walls, 0.66), 0.005, 0.6)
    roof = SNOW if look.snow else rgb("#5d5a5e")
    path = b.outline("-.54,-.49 -.38,-.84 .0,-1.0 .38,-.84 .54,-.49", closed=False, smooth=False)
    b.fill(c, path, shade(roof, 0.9), width=0.055)
    b.fill(c, path, shade(roof, 1.2), 0.5, width=0.02)
    b.rectangle(c, (-0.2, -0.38), 0.4, 0.38, side(shade(walls, 0.78)))
    for a, z in (
        ((-0.2, -0.38), (0.0, 0.0)),
        ((0.0, -0.38), (-0.2, 0.0)),
        ((0.0, -0.38), (0.2, 0.0)),
        ((0.2, -0.38), (0.0, 0.0)),
    ):
        b.line(c, a, z, WHITE, 0.018)
    strokes(
        c,
        [((-0.2, 0), (-0.2, -0.38)), ((0, 0), (0, -0.38)), ((0.2, 0), (0.2, -0.38)), ((-0.2, -0.38), (0.2, -0.38))],
        WHITE,
        0.024,
    )
    window(c, (-0.08, -0.70), 0.16, 0.14, look)
    for x in (-0.40, 0.28):
        window(c, (x, -0.34), 0.12, 0.14, look)


def _church(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    walls, slate = look.colour or rgb("#efe8dc"), rgb("#56606e")
    b.rectangle(c, (-0.10, -0.36), 0.48, 0.36, side(walls, 0.8))
    gable(c, [(-0.12, -0.34), (-0.08, -0.56), (0.36, -0.56), (0.43, -0.34)], slate, look)
    for x in (0.06, 0.17, 0.28):
        window(c, (x, -0.27), 0.055, 0.17, look, arched=True, bars=(1, 3), frame=shade(walls, 0.75))
    b.rectangle(c, (-0.36, -0.62), 0.28, 0.62, side(walls, 0.9))
    roof = SNOW if look.snow else slate
    b.polygon(
        c,
        "-.40,-.61 -.22,-.93 -.04,-.61",
        linear((-0.4, 0), (0, 0), (shade(roof, 1.25), roof, shade(roof, 0.6)), (0, 0.45, 1)),
    )
    b.line(c, (-0.22, -0.92), (-0.22, -1.0), GOLD, 0.014)
    b.line(c, (-0.25, -0.97), (-0.19, -0.97), GOLD, 0.014)
    b.circle(c, (-0.22, -0.52), 0.05, panes(look.lit, (-0.27, -0.57), 0.1, 0.1))
    b.circle(c, (-0.22, -0.52), 0.05, shade(walls, 0.7), width=0.012)
    window(c, (-0.255, -0.41), 0.07, 0.13, look, arched=True, bars=(1, 2), frame=shade(walls, 0.75))
    door(c, (-0.285, -0.2), 0.13, 0.2, WOOD, arched=True)


def _tent(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    cloth = look.colour or rgb("#e5832f")
    b.polygon(c, "-.10,-1 .62,-.78 .98,.0 .28,.0", linear((0, -1), (0.9, 0), (shade(cloth, 0.95), shade(cloth, 0.55))))
    b.polygon(c, "-.78,.0 -.10,-1 .28,.0", linear((-0.6, -0.6), (0.3, 0), (shade(cloth, 1.25), cloth)))
    inside = (rgb("#fff0b8"), rgb("#f2a548")) if look.lit else (shade(cloth, 0.4), shade(cloth, 0.2))
    b.polygon(c, "-.42,.0 -.10,-.80 .08,.0", linear((0, -0.8), (0, 0), inside))
    b.polygon(c, "-.52,.0 -.11,-.86 -.10,-.80 -.36,.0", shade(cloth, 1.4))
    b.polygon(c, ".16,.0 -.09,-.86 -.10,-.80 .04,.0", shade(cloth, 0.85))
    for a, z in (((-0.72, -0.1), (-0.98, 0)), ((0.95, -0.08), (1.04, 0))):
        b.line(c, a, z, rgb("#d8cbb0"), 0.012)
    b.curve(c, "-.10,-.99 .26,-.885 .62,-.775", shade(cloth, 1.4), 0.016)
    if look.snow:
        b.blob(c, "-.10,-1.0 .3,-.88 .62,-.79 .56,-.68 .3,-.76 .0,-.86 -.16,-.84", SNOW)
    if look.lit:
        b.glow(c, (-0.1, -0.3), 0.6, WARM, 0.4)


def _sprite(name: str, draw: Draw, height: float, width: float, *, top: tuple[float, float] = (0.0, -0.95)) -> Sprite:
    return Sprite(
        name=name,
        draw=draw,
        height=height,
        width=width,
        group="building",
        attach={"top": top, "head": (0.0, -0.95), "seat": (0.0, -0.9), "hand": (0.42 * width, -0.4)},
    )


SPRITES = (
    _sprite("house", _house, 0.36, 1.25),
    _sprite("cabin", _cabin, 0.34, 1.35),
    _sprite("cottage", _cottage, 0.36, 1.25),
    _sprite("barn", _barn, 0.38, 1.15),
    # On the nave: the tower is too narrow to stand on.
    _sprite("church", _church, 0.48, 0.88, top=(0.1, -0.54)),
    _sprite("tent", _tent, 0.22, 2.05),
)
