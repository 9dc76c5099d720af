"""Dishes by name, each in its own recipe's colours, on a plate, in a bowl, a pan or a pot, seen a little from above."""

from collections.abc import Callable
from math import cos, pi, sin

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import Colour, ball, jitter, mix, rgb, shade, side
from easel.engines.painter.sprites.meals import steam
from easel.engines.painter.sprites.morsels import grain, in_circle, strand
from easel.engines.painter.sprites.recipes import INGREDIENTS, RECIPES, Ingredient, Recipe
from easel.engines.painter.sprites.sprite import Look, on_table

#: The middle of the food, and its half width and half depth: the same in every vessel, so that toppings find it.
LEVEL, HALF, DEEP = -0.5, 0.84, 0.3
#: From so many pieces on an ingredient is strewn rather than laid.
MANY = 12
#: Ingredients from this size on are mixed with each other, but for what others lie on, and what crowns the dish.
LARGE, CROWN = 0.15, 3
BEDS = frozenset({strand, grain})

Vessel = Callable[[skia.Canvas, Colour | None], None]


def _plate(c: skia.Canvas, china: Colour | None) -> None:
    china = china or rgb("#f6f3ec")
    b.ellipse(c, (0, LEVEL + 0.09), 1.22, 0.44, shade(china, 0.68))
    b.ellipse(c, (0, LEVEL + 0.05), 1.22, 0.44, side(china, 0.4))
    b.ellipse(c, (0, LEVEL + 0.05), 0.95, 0.335, side(shade(china, 0.88), 0.4))
    b.ellipse(c, (0, LEVEL + 0.06), 0.92, 0.315, side(shade(china, 0.97), 0.3))


def _bowl(c: skia.Canvas, china: Colour | None) -> None:
    china = china or rgb("#e4e8ea")
    b.blob(c, "-1.0,-.5! -.9,-.2 -.56,-.05 -.34,-.01 .34,-.01 .56,-.05 .9,-.2 1.0,-.5!", side(china, 1.1))
    b.polygon(c, "-.36,-.05 .36,-.05 .33,.0 -.33,.0", side(shade(china, 0.8), 1.1))
    b.ellipse(c, (0, LEVEL), 1.0, 0.375, side(shade(china, 1.08), 0.5))
    b.ellipse(c, (0, LEVEL + 0.015), 0.93, 0.335, side(shade(china, 0.62), 0.5))


def _pan(c: skia.Canvas, metal: Colour | None) -> None:
    """Cast iron with two grips."""
    metal = metal or rgb("#3a3f47")
    for way in (-1, 1):
        b.curve(c, [(0.94 * way, -0.52), (1.26 * way, -0.6), (1.28 * way, -0.42), (0.96 * way, -0.36)],
                shade(metal, 0.8 if way > 0 else 1.1), 0.085)  # fmt: skip
    b.blob(c, "-1.0,-.5! -.94,-.24 -.7,-.1 .0,-.05 .7,-.1 .94,-.24 1.0,-.5!", side(metal, 1.3))
    b.ellipse(c, (0, LEVEL), 1.0, 0.375, side(shade(metal, 1.25), 1.0))
    b.ellipse(c, (0, LEVEL + 0.015), 0.93, 0.335, shade(metal, 0.5))


def _pot(c: skia.Canvas, clay: Colour | None) -> None:
    """Earthenware with two ears."""
    clay = clay or rgb("#8a5a3a")
    for way in (-1, 1):
        b.limb(c, [(0.9 * way, -0.36), (1.12 * way, -0.4), (1.16 * way, -0.3)], (0.14, 0.13, 0.08), side(clay, 0.9))
    b.blob(c, "-.98,-.5! -1.0,-.26 -.8,-.06 -.5,.0 .5,.0 .8,-.06 1.0,-.26 .98,-.5!", side(clay, 1.2))
    b.curve(c, "-.98,-.3 -.6,-.14 .0,-.1 .6,-.14 .98,-.3", shade(clay, 0.7), 0.03, 0.7)
    b.ellipse(c, (0, LEVEL), 1.0, 0.375, side(shade(clay, 1.2), 0.8))
    b.ellipse(c, (0, LEVEL + 0.015), 0.93, 0.335, shade(clay, 0.5))


def _spots(rng: np.random.Generator, number: int, around: tuple[float, float, float]) -> list[tuple[float, float]]:
    """Places in the unit circle, within `around` (x, y, reach): even, but in no rows; the farthest first."""
    x0, y0, reach = around
    return sorted(((x0 + reach * x, y0 + reach * y) for x, y in in_circle(rng, number)), key=lambda spot: spot[1])


#: One piece to be drawn: its ingredient, its place in the unit circle, and which of its kind it is.
Laid = tuple[Ingredient, tuple[float, float], int]


def _lay(c: skia.Canvas, rng: np.random.Generator, pieces: list[Laid], mound: float) -> None:
    """Pieces at places of the unit circle, heaped to `mound` in the middle."""
    for what, (x, y), k in pieces:
        lift = mound * max(0.0, 1.0 - x * x - y * y)
        size = what.size * HALF * float(rng.uniform(0.88, 1.12))
        turn = float(rng.uniform(-35, 35)) if what.size < 0.8 else 0.0
        with b.placed(c, (x * HALF, LEVEL + y * DEEP - lift - 0.2 * size), scale=(size, 0.84 * size), turn=turn):
            what.piece(c, rng, jitter(rgb(what.colours[k % len(what.colours)]), rng, 0.025))


def _shares(recipe: Recipe) -> list[tuple[float, float, float]]:
    """Where each ingredient lies in the unit circle, as (x, y, reach): all over, or apart from the others."""
    if not recipe.apart:
        return [(0.0, 0.0, 0.9 if number > MANY else 0.72) for _, number in recipe.laid]
    (_, base), *others = recipe.laid
    # A single piece that comes last crowns the dish; the others lie around.
    crown = [(0.0, 0.0, 0.0)] if others[-1][1] == 1 else []
    around = len(others) - len(crown)
    turns = [2 * pi * k / around - 0.6 * pi for k in range(around)]
    return [(0.0, 0.0, 0.9 if base > MANY else 0.7), *((0.52 * cos(a), 0.5 * sin(a), 0.36) for a in turns), *crown]


def _bed(c: skia.Canvas, recipe: Recipe) -> None:
    """What shows between the pieces of a heap: more of them, in the shade."""
    name, number = recipe.laid[0]
    if number <= MANY:
        return
    tone, high = shade(rgb(INGREDIENTS[name].colours[0]), 0.72), recipe.mound * HALF
    across, deep = 0.86 * HALF, 0.86 * DEEP
    dome = [(-across, LEVEL), (-0.7 * across, LEVEL - 0.5 * high - 0.5 * deep), (0, LEVEL - high - 0.55 * deep),
            (0.7 * across, LEVEL - 0.5 * high - 0.5 * deep), (across, LEVEL), (0.7 * across, LEVEL + 0.5 * deep),
            (0, LEVEL + 0.72 * deep), (-0.7 * across, LEVEL + 0.5 * deep)]  # fmt: skip
    b.blob(c, dome, ball(tone, 0.7))


def _food(c: skia.Canvas, rng: np.random.Generator, recipe: Recipe, *, flat: bool) -> None:
    """The food of a recipe; what is on top of it only where nobody names another."""
    if recipe.sauce is None:
        _bed(c, recipe)
    else:
        reach = 0.93 if flat else 1.08
        sauce = rgb(recipe.sauce)
        b.ellipse(c, (0, LEVEL + 0.02), reach * HALF, reach * DEEP, ball(sauce, 0.55))
        b.ellipse(c, (-0.2 * HALF, LEVEL - 0.4 * DEEP), 0.42 * HALF, 0.2 * DEEP, mix(sauce, (1.0, 1.0, 0.9), 0.4), 0.5)
    mixed: list[Laid] = []
    for (name, number), share in zip(recipe.laid, _shares(recipe), strict=True):
        what = INGREDIENTS[name]
        pieces = [(what, spot, k) for k, spot in enumerate(_spots(rng, number, share))]
        if what.size >= LARGE and what.piece not in BEDS and number > CROWN and not recipe.apart:
            mixed = sorted(mixed + pieces, key=lambda piece: piece[1][1])
            continue
        _lay(c, rng, mixed, recipe.mound * HALF)
        _lay(c, rng, pieces, recipe.mound * HALF)
        mixed = []
    _lay(c, rng, mixed, recipe.mound * HALF)
    if recipe.hot:
        steam(c, 0.0, LEVEL - 0.16 - recipe.mound * HALF, 0.26)


def _in(vessel: Vessel, *, flat: bool = False) -> Callable[[skia.Canvas, np.random.Generator, Look], None]:
    def draw(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
        vessel(c, look.colour)
        _food(c, rng, RECIPES[look.traits.get("dish", "stir_fry")], flat=flat)

    return draw


def _rice_bowl(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A bowl for one."""
    china = look.colour or rgb("#e8eef2")
    b.blob(c, "-.66,-.5! -.6,-.2 -.34,-.05 -.26,-.02 .26,-.02 .34,-.05 .6,-.2 .66,-.5!", side(china, 1.1))
    b.polygon(c, "-.27,-.06 .27,-.06 .25,.0 -.25,.0", side(shade(china, 0.8), 1.1))
    b.curve(c, "-.63,-.36 -.3,-.24 .0,-.22 .3,-.24 .63,-.36", rgb("#3f6fae"), 0.035, 0.8)
    b.ellipse(c, (0, LEVEL), 0.66, 0.25, side(shade(china, 1.08), 0.5))
    b.ellipse(c, (0, LEVEL + 0.01), 0.6, 0.22, side(shade(china, 0.62), 0.5))
    with b.placed(c, (0, -0.19), scale=(0.72, 0.62)):
        _food(c, rng, RECIPES[look.traits.get("dish", "rice")], flat=False)


_AT = {"top": (0.0, LEVEL - 0.1), "hand": (0.0, -0.3)}

SPRITES = (
    on_table("plated", _in(_plate, flat=True), 0.15, 2.44, **_AT),
    on_table("bowlful", _in(_bowl), 0.17, 2.0, **_AT),
    on_table("rice_bowl", _rice_bowl, 0.15, 1.36, **_AT),
    on_table("panful", _in(_pan), 0.16, 2.56, **_AT),
    on_table("potful", _in(_pot), 0.18, 2.3, **_AT),
)
