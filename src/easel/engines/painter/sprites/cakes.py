"""Cakes of one tier, whole or a slice of them, each in its own layers."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from math import cos, pi, sin

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Point, ball, jitter, linear, mix, rgb, shade, side
from easel.engines.painter.sprites.meals import plate
from easel.engines.painter.sprites.sprite import Look, on_table


@dataclass(frozen=True, slots=True)
class Cake:
    """Colours of the layers from the top down, of the coat, and what lies on top."""

    layers: tuple[str, ...]
    coat: str
    topped: str


_CREAM, _BISCUIT = "#fff6e6", "#c98f4f"
CAKES: Mapping[str, Cake] = {
    "cheesecake": Cake(("#f6e2ac", "#f8e9bd", "#f6e2ac", _BISCUIT), "#f2d898", "plain"),
    "strawberry_cheesecake": Cake(("#d8324a", "#f8e9bd", "#f8e9bd", "#f8e9bd", _BISCUIT), "#f6e2ac", "strawberries"),
    "blueberry_cheesecake": Cake(("#4a3a8a", "#f8e9bd", "#f8e9bd", "#f8e9bd", _BISCUIT), "#f6e2ac", "blueberries"),
    "strawberry_cake": Cake((_CREAM, "#f2d494", "#f6a6b4", _CREAM, "#f2d494"), _CREAM, "strawberries"),
    "fruit_cake": Cake((_CREAM, "#f2d494", _CREAM, "#f2d494"), _CREAM, "fruit"),
    "chocolate_cake": Cake(("#4a2413", "#6a3a20", "#8a5434", "#6a3a20", "#8a5434", "#6a3a20"), "#4a2413", "dots"),
    "black_forest": Cake((_CREAM, "#4a2413", _CREAM, "#4a2413", "#8a1c2c", "#4a2413"), _CREAM, "cherries"),
    "red_velvet": Cake((_CREAM, "#a8202c", _CREAM, "#a8202c", _CREAM, "#a8202c"), _CREAM, "crumbs"),
    "carrot_cake": Cake((_CREAM, "#b8742c", _CREAM, "#b8742c"), _CREAM, "nuts"),
    "matcha_cake": Cake(("#7fa04a", "#a9c27a", _CREAM, "#a9c27a", _CREAM, "#a9c27a"), "#8fae5a", "dust"),
    "lemon_cake": Cake(("#fdf3b0", "#f6dc6a", _CREAM, "#f6dc6a"), "#fdf3b0", "lemons"),
    "mousse_cake": Cake(("#f6a6c4", "#f8c4d6", "#f6a6c4", _BISCUIT), "#f6b4cc", "berries"),
    "sponge_cake": Cake(("#d99a4a", "#f6dc94", "#f6dc94"), "#d9a054", "dust"),
    "mille_crepe": Cake(("#f6dc94", _CREAM) * 7, "#f2d48a", "dust"),
    "tiramisu": Cake(("#5a331c", _CREAM, "#a8703c", _CREAM, "#a8703c"), "#f6ead0", "cocoa"),
    "coffee_cake": Cake(("#8a5a34", "#c99a6a", "#8a5a34", "#c99a6a"), "#a87444", "nuts"),
    "apple_pie": Cake(("#d9a054", "#e8b85a", "#f0cf7a", "#d9a054"), "#c98a3c", "lattice"),
    "cherry_pie": Cake(("#d9a054", "#b8202c", "#c8303a", "#d9a054"), "#c98a3c", "lattice"),
    "pumpkin_pie": Cake(("#d9782c", "#e08a3c", "#d9782c", "#c98a3c"), "#c98a3c", "swirl"),
}
#: Cakes whose cream lets the layers show at the side, by what lies on top.
NAKED = frozenset({"crumbs", "cherries", "nuts", "fruit"})
USUAL = CAKES["strawberry_cake"]


def _berry(c: skia.Canvas, at: Point, size: float, colour: str, *, leaf: bool = False) -> None:
    x, y = at
    b.blob(c, [(x - 0.5 * size, y - 0.55 * size), (x, y - 0.75 * size), (x + 0.5 * size, y - 0.55 * size),
               (x + 0.3 * size, y), (x, y + 0.2 * size), (x - 0.3 * size, y)], ball(rgb(colour), 1.1))  # fmt: skip
    b.ellipse(c, (x - 0.15 * size, y - 0.45 * size), 0.12 * size, 0.08 * size, WHITE, 0.6)
    if leaf:
        b.blob(c, [(x - 0.35 * size, y - 0.7 * size), (x, y - 0.95 * size), (x + 0.35 * size, y - 0.7 * size)],
               rgb("#4f9f3a"))  # fmt: skip


def _swirl(c: skia.Canvas, at: Point, size: float, colour: str) -> None:
    x, y = at
    for wide, low in ((0.5, 0.0), (0.36, 0.26), (0.2, 0.5)):
        b.ellipse(c, (x, y - low * size), wide * size, 0.24 * size, ball(rgb(colour), 0.5))


def _garnish(c: skia.Canvas, rng: np.random.Generator, cake: Cake, at: Point, size: float, number: int) -> None:
    """One of the things that stand around the top; `number` counts them."""
    x, y = at
    match cake.topped:
        case "strawberries":
            _berry(c, at, size, "#d8283c", leaf=True)
        case "blueberries":
            for dx in (-0.3, 0.3, 0.0):
                b.circle(c, (x + dx * size, y - 0.2 * size), 0.3 * size, ball(rgb("#3f4f9a"), 1.1))
        case "berries":
            _berry(c, at, 0.85 * size, ("#c8283c", "#5a2a6a")[number % 2])
        case "fruit":
            _berry(c, at, 0.9 * size, ("#d8283c", "#f2a02c", "#8fb84a", "#5a2a6a")[number % 4])
        case "cherries":
            _swirl(c, at, size, _CREAM)
            b.circle(c, (x, y - 0.72 * size), 0.26 * size, ball(rgb("#b8142c"), 1.2))
        case "lemons":
            b.ellipse(c, (x, y - 0.2 * size), 0.5 * size, 0.36 * size, rgb("#f2c21a"))
            b.ellipse(c, (x, y - 0.23 * size), 0.4 * size, 0.27 * size, rgb("#fdf0a0"))
        case "dots" | "swirl":
            _swirl(c, at, size, cake.layers[-1] if cake.topped == "dots" else _CREAM)
        case "nuts":
            b.blob(c, [(x - 0.4 * size, y), (x - 0.1 * size, y - 0.4 * size), (x + 0.4 * size, y - 0.1 * size)],
                   ball(rgb("#b8803c"), 1.0))  # fmt: skip


def _strewn(c: skia.Canvas, rng: np.random.Generator, cake: Cake, face: skia.Path) -> None:
    """What lies all over the top."""
    tone = {"crumbs": "#a8202c", "dust": cake.layers[0], "cocoa": "#4a2413"}.get(cake.topped)
    box = face.getBounds()
    with b.clipped(c, face):
        if cake.topped == "lattice":
            for k in np.linspace(-1, 2, 14):
                for way in (-1, 1):
                    x = box.left() + k * box.width()
                    ends = ((x, box.top()), (x + way * 0.7 * box.width(), box.bottom()))
                    b.line(c, *ends, shade(rgb(cake.coat), 0.7), 0.06)
                    b.line(c, *ends, shade(rgb(cake.coat), 1.25), 0.035)
        if tone is None:
            return
        spots = rng.uniform((box.left(), box.top()), (box.right(), box.bottom()), (90, 2))
        for x, y in spots.tolist():
            b.ellipse(c, (x, y), 0.014, 0.008, jitter(shade(rgb(tone), 0.8), rng, 0.05), 0.8)


def _torte(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A whole one on a plate."""
    cake = CAKES.get(look.traits.get("cake", ""), USUAL)
    coat = look.colour or rgb(cake.coat)
    with b.placed(c, (0, -0.02), scale=(1.25, 1.25)):
        plate(c, 0.88)
    b.blob(c, "-.82,-.56! -.82,-.2 -.58,-.08 .0,-.03 .58,-.08 .82,-.2 .82,-.56!", side(coat, 0.9))
    if cake.topped in NAKED:
        _through_the_cream(c, cake)
    elif cake.topped in ("plain", "lattice", "dust", "swirl"):
        low = "-.82,-.27 -.58,-.13 .0,-.08 .58,-.13 .82,-.27"
        b.curve(c, low, shade(rgb(cake.layers[-1]), 0.85), 0.09)
    face = skia.Path()
    face.addOval(b.box(-0.82, -0.82, 1.64, 0.5))
    b.fill(
        c, face, linear((-0.8, -0.8), (0.8, -0.4), (shade(rgb(cake.layers[0]), 1.12), shade(rgb(cake.layers[0]), 0.9)))
    )
    _strewn(c, rng, cake, face)
    b.fill(c, face, shade(coat, 1.15), 0.8, width=0.03)
    turns = np.arange(10) * 2 * pi / 10 - 0.5 * pi
    spots = [(0.64 * cos(a), -0.55 + 0.17 * sin(a)) for a in turns]
    if "topped" not in look.traits:
        for k, spot in enumerate(sorted(spots, key=lambda at: at[1])):
            _garnish(c, rng, cake, spot, 0.17, k)


def _through_the_cream(c: skia.Canvas, cake: Cake) -> None:
    for k, layer in enumerate(cake.layers[1:]):
        y = -0.46 + 0.3 * k / max(1, len(cake.layers) - 2)
        bend = [(-0.8, y), (-0.58, y + 0.13), (0.0, y + 0.18), (0.58, y + 0.13), (0.8, y)]
        b.curve(c, bend, rgb(layer), 0.3 / len(cake.layers), 0.8)


def _slice(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A slice on a plate, its point to the left, its layers towards the viewer."""
    cake = CAKES.get(look.traits.get("cake", ""), USUAL)
    coat = look.colour or rgb(cake.coat)
    with b.placed(c, (0, 0.02), scale=(1.3, 1.2)):
        plate(c, 0.88)
    tip, edge = (-0.84, -0.5), (0.78, -0.62)
    low_tip, low_edge = (-0.84, -0.1), (0.78, -0.16)
    for k in range(len(cake.layers)):
        above, below = k / len(cake.layers), (k + 1) / len(cake.layers)
        strip = [
            (tip[0], tip[1] + above * (low_tip[1] - tip[1])), (edge[0], edge[1] + above * (low_edge[1] - edge[1])),
            (edge[0], edge[1] + below * (low_edge[1] - edge[1])), (tip[0], tip[1] + below * (low_tip[1] - tip[1])),
        ]  # fmt: skip
        tone = rgb(cake.layers[k])
        b.polygon(c, strip, linear(tip, edge, (shade(tone, 1.08), shade(tone, 0.82))))
    _crumb(c, rng, cake)
    b.blob(c, [(0.7, -0.625), (0.8, -0.62), (0.82, -0.4), (0.8, -0.15), (0.7, -0.155)], shade(coat, 0.86))
    face = b.outline("-.84,-.5! .36,-.86! .64,-.79 .78,-.62!")
    b.fill(c, face, linear(tip, edge, (shade(rgb(cake.layers[0]), 1.14), shade(rgb(cake.layers[0]), 0.95))))
    _strewn(c, rng, cake, face)
    if "topped" not in look.traits:
        for k, spot in enumerate(((0.36, -0.74), (0.02, -0.64))):
            _garnish(c, rng, cake, spot, 0.26 - 0.05 * k, k)


def _crumb(c: skia.Canvas, rng: np.random.Generator, cake: Cake) -> None:
    """The pores of the cut side."""
    for x, y in rng.uniform((-0.78, -0.46), (0.68, -0.16), (60, 2)).tolist():
        b.ellipse(c, (x, y), 0.014, 0.008, mix(rgb(cake.layers[-1]), rgb("#3a2010"), 0.3), 0.3)


_sprite = partial(on_table, top=(0.0, -0.7), head=(0.0, -0.8), hand=(0.0, -0.2))

SPRITES = (
    _sprite("torte", _torte, 0.19, 2.2),
    _sprite("cake_slice", _slice, 0.16, 2.3),
)
