"""What is put on food, as it lies there: slices, rings, leaves and shreds; and the plate under it."""

from collections.abc import Sequence

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import ball, jitter, rgb, shade, side
from easel.engines.painter.sprites.morsels import (
    Piece,
    berry,
    blossom,
    in_circle,
    leaf,
    lump,
    mushroom_slice,
    petal,
    puff,
    ring,
    shred,
    slice_of,
)
from easel.engines.painter.sprites.sprite import Draw, Look, Sprite


def _spread(width: float, number: int, size: float, rng: np.random.Generator) -> list[tuple[float, float]]:
    """Middles of pieces of this size all over an ellipse, `width` by 1, on the ground line, the farthest first."""
    across, deep = 0.5 * (width - 0.8 * size), 0.5 * (1.0 - 0.8 * size)
    spots = ((across * x, -0.5 + deep * y) for x, y in in_circle(rng, number))
    return sorted(spots, key=lambda spot: spot[1])


def _scattered(colours: Sequence[str], piece: Piece, *, width: float, number: int, size: float) -> Draw:
    """Many small pieces all over the place."""
    inks = tuple(map(rgb, colours))

    def draw(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
        for k, spot in enumerate(_spread(width, number, size, rng)):
            colour = look.colour or inks[k % len(inks)]
            with b.placed(c, spot, scale=size * float(rng.uniform(0.85, 1.15)), turn=float(rng.uniform(-60, 60))):
                piece(c, rng, jitter(colour, rng, 0.03))

    return draw


def _egg_half(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    b.blob(c, "-.78,-.42 -.5,-.06 .1,.0 .66,-.16 .8,-.52 .4,-.94 -.3,-.94", ball(rgb("#fffaf0"), 0.45))
    b.ellipse(c, (0.04, -0.52), 0.42, 0.29, shade(rgb("#f59a23"), 0.85))
    b.ellipse(c, (0.02, -0.54), 0.4, 0.27, ball(rgb("#f9a826"), 0.7))


def _meat_slices(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    meat = look.colour or rgb("#c98a6e")
    for x, y in ((-0.42, -0.56), (0.0, -0.48), (0.42, -0.42)):
        b.ellipse(c, (x, y + 0.08), 0.52, 0.36, shade(meat, 0.55))
        b.ellipse(c, (x, y), 0.52, 0.36, ball(meat, 0.8))
        b.curve(c, [(x - 0.3, y + 0.02), (x - 0.02, y - 0.14), (x + 0.28, y - 0.02)], rgb("#f3d8c2"), 0.07, 0.9)
        b.curve(c, [(x - 0.2, y + 0.16), (x + 0.06, y + 0.04), (x + 0.26, y + 0.12)], shade(meat, 0.7), 0.05, 0.8)


def _butter_pat(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    b.ellipse(c, (0.02, -0.16), 0.78, 0.2, rgb("#ffe9a0"), 0.75)
    b.polygon(c, "-.6,-.64 .16,-.86 .64,-.62 -.12,-.38", rgb("#fff3b4"))
    b.polygon(c, "-.6,-.64 -.12,-.38 -.12,-.08 -.6,-.32", rgb("#f0d468"))
    b.polygon(c, ".64,-.62 -.12,-.38 -.12,-.08 .64,-.3", rgb("#e4c455"))


def _syrup(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """Syrup that runs down over the edge: as wide as the dish, hanging below its ground line."""
    syrup = look.colour or rgb("#9a4a12")
    drops = [(-0.98, -0.4), (-0.8, 0.5), (-0.66, -0.1), (-0.44, -0.02), (-0.3, 1.3), (-0.14, 0.1), (0.1, 0.06),
             (0.26, 0.9), (0.4, 0.02), (0.6, -0.06), (0.78, 1.1), (0.9, -0.2), (0.96, -0.6), (0.5, -0.98),
             (-0.5, -0.98)]  # fmt: skip
    b.blob(c, drops, syrup, 0.86)
    b.curve(c, "-.66,-.66 -.1,-.86 .5,-.72", shade(syrup, 1.9), 0.07, 0.8)


def _cream(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A swirl from the nozzle."""
    cream = look.colour or rgb("#fff6e6")
    for wide, low in ((0.6, -0.04), (0.46, -0.3), (0.3, -0.54)):
        b.blob(c, [(-wide, low - 0.1), (-0.5 * wide, low - 0.32), (0.6 * wide, low - 0.34), (wide, low - 0.14),
                   (0.5 * wide, low + 0.04), (-0.5 * wide, low + 0.04)], ball(cream, 0.5))  # fmt: skip
        b.curve(c, [(-0.7 * wide, low - 0.05), (0.1, low - 0.06), (0.8 * wide, low - 0.18)], shade(cream, 0.86), 0.03)
    b.blob(c, "-.16,-.78 -.1,-.9 .06,-1.0! .14,-.84 .1,-.76", ball(cream, 0.5))


def _scallion(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A bunch of spring onions, tied."""
    for k in range(5):
        x = -0.16 + 0.08 * k
        b.curve(c, [(x * 0.6, -0.06), (x * 0.5, -0.4), (x * 2.4, -0.96)], rgb("#3f8f3a"), 0.075)
        b.curve(c, [(x * 0.6, -0.06), (x * 0.5, -0.42)], rgb("#eef4dc"), 0.08)
        b.curve(c, [(x * 0.6, -0.06), (x * 0.7, 0.0)], rgb("#d9cfae"), 0.02)
    b.line(c, (-0.12, -0.36), (0.12, -0.36), rgb("#c0392b"), 0.05)


def _plate(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A plate on the table, seen a little from above."""
    china = look.colour or rgb("#f6f3ec")
    for half, deep, y, tone in ((2.6, 0.48, -0.46, 0.72), (2.6, 0.48, -0.52, 1.0), (1.95, 0.32, -0.5, 0.9)):
        b.ellipse(c, (0, y), half, deep, side(shade(china, tone), 0.4))
    b.ellipse(c, (0, -0.48), 1.9, 0.3, side(shade(china, 0.97), 0.3))


def _sprite(
    name: str, draw: Draw, width: float, *, height: float = 0.05, group: str = "food", **points: tuple[float, float]
) -> Sprite:
    attach = {"top": (0.0, -0.9), "hand": (0.0, -0.4), **points}
    return Sprite(name=name, draw=draw, height=height, width=width, place="surface", group=group, attach=attach)


_GREENS = ("#4f9f3a", "#6fb84a", "#8fcb62", "#3f8f3a")
_HERBS = ("#3f8f3f", "#57a84a", "#2f7a36")

SPRITES = (
    _sprite("plate", _plate, 5.2, height=0.045, group="object", top=(0.0, -0.42)),
    _sprite("scallion", _scallion, 0.8, height=0.16),
    _sprite("petals", _scattered(("#d8323f", "#c22436", "#e65a64"), petal, width=5.0, number=17, size=0.52), 5.4),
    _sprite("marshmallow", _scattered(("#fffaf4", "#ffe3e8", "#fff6ee"), puff, width=1.5, number=4, size=0.62), 1.9,
            height=0.06),
    _sprite("whipped_cream", _cream, 1.3, height=0.08),
)  # fmt: skip
#: How food looks on a dish where that is not how it is drawn by itself, by name; never a thing of a plan.
SERVED = {sprite.name: sprite for sprite in (
    _sprite("egg_half", _egg_half, 1.7),
    _sprite("meat_slices", _meat_slices, 1.9),
    _sprite("onion_rings", _scattered(("#e9d9ea", "#d9b8dc"), ring, width=2.2, number=8, size=0.5), 2.4),
    _sprite("olive_rings", _scattered(("#3a2f3a", "#6f8a3a"), ring, width=4.0, number=12, size=0.5), 4.3),
    _sprite("scallion_rings", _scattered(_GREENS, ring, width=4.2, number=18, size=0.36), 4.5),
    _sprite("leaves", _scattered(_HERBS, leaf, width=3.8, number=9, size=0.7), 4.1),
    _sprite("blossoms", _scattered(("#e86a92", "#f2c14e", "#8f6ad8"), blossom, width=2.2, number=5, size=0.6), 2.5),
    _sprite("berries", _scattered(("#3f4f9a", "#34448a"), berry, width=1.3, number=5, size=0.5), 1.7),
    _sprite("butter_pat", _butter_pat, 1.4),
    _sprite("syrup", _syrup, 2.0),
    _sprite("candies", _scattered(("#e8506a", "#4fa3e0", "#7bc86a"), lump, width=3.8, number=12, size=0.44), 4.1),
    _sprite("cheese_shreds", _scattered(("#f9cf5a", "#f6b93b"), shred, width=4.0, number=22, size=0.6), 4.3),
    _sprite("chili_rings", _scattered(("#d8322c", "#c0281f"), ring, width=4.0, number=12, size=0.42), 4.3),
    _sprite("corn_kernels", _scattered(("#f8d23c", "#f2bf2a"), lump, width=3.8, number=18, size=0.32), 4.1),
    _sprite("nut_pieces", _scattered(("#c98f4f", "#b3763c", "#e0b478"), lump, width=3.8, number=15, size=0.38), 4.1),
    _sprite("chocolate_chips", _scattered(("#5a331c", "#432410"), lump, width=3.8, number=16, size=0.36), 4.1),
    _sprite("lemon_slice", _scattered(("#f2c21a",), slice_of("#f2c21a", "#f9e25a", wedges=8), width=0.9, number=2,
                                      size=0.95), 1.6),
    _sprite("tomato_slice", _scattered(("#d8322c",), slice_of("#c92a22", "#ee5a48"), width=1.2, number=2, size=0.9),
            1.9),
    _sprite("carrot_slices", _scattered(("#f08a24",), slice_of("#d96f14", "#f79a3a"), width=1.8, number=5, size=0.6),
            2.2),
    _sprite("mushroom_slices", _scattered(("#a87850", "#946540"), mushroom_slice, width=1.7, number=4, size=0.74),
            2.2),
)}  # fmt: skip
