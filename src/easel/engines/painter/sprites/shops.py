"""Shops, known by what they sell: goods in the window, a sign, the timber front of an East Asian eatery."""

from dataclasses import dataclass

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import Colour, ball, jitter, mix, rgb, shade, side, top
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.building_parts import (
    GOLD,
    SNOW,
    WARM,
    WOOD,
    bricks,
    curved_roof,
    door,
    panes,
    window,
)
from easel.engines.painter.sprites.icon import icon_sprite
from easel.engines.painter.sprites.sprite import Look, Sprite

_RED = rgb("#c8372c")
_INK = rgb("#f8e9c4")


@dataclass(frozen=True, slots=True)
class Trade:
    """What a shop sells: the awning's colour, the icon on its sign, and the icons of its goods.

    `outside` goods stand before the shop. An `eastern` one has a timber front with lanterns and a curtain.
    """

    awning: Colour
    sign: str
    goods: tuple[str, ...]
    outside: tuple[str, ...] = ()
    eastern: bool = False


def _trade(awning: str, sign: str, goods: str, outside: str = "", *, eastern: bool = False) -> Trade:
    return Trade(rgb(awning), sign, tuple(goods.split()), tuple(outside.split()), eastern)


#: By the value of the trait `sells`.
TRADES = {
    "noodles": _trade("#b23a2c", "steaming-bowl", "steaming-bowl steaming-bowl pot-of-food", eastern=True),
    "dishes": _trade("#b23a2c", "pot-of-food", "pot-of-food steaming-bowl dumpling", eastern=True),
    "sushi": _trade("#2f4f86", "sushi", "sushi fried-shrimp sushi", eastern=True),
    "tea": _trade("#4f7a48", "teacup-without-handle", "teapot teacup-without-handle teapot", eastern=True),
    "meals": _trade("#7a3344", "fork-and-knife-with-plate", "spaghetti pizza wine-glass"),
    "flowers": _trade("#5f9a66", "tulip", "bouquet rose hibiscus sunflower", "sunflower potted-plant tulip rose"),
    "books": _trade("#3f6a8a", "books", "books open-book books notebook"),
    "bread": _trade("#c98a3c", "croissant", "bread croissant baguette-bread pretzel"),
    "fruit": _trade(
        "#4f9a48", "red-apple", "red-apple grapes tangerine banana", "watermelon tangerine red-apple grapes"
    ),
    "sweets": _trade("#e07aa0", "soft-ice-cream", "cupcake lollipop doughnut shortcake"),
    "coffee": _trade("#6f4a34", "hot-beverage", "croissant hot-beverage shortcake", "potted-plant potted-plant"),
    "clothes": _trade("#4a4a58", "dress", "dress t-shirt jeans dress"),
    "toys": _trade("#e0a63a", "teddy-bear", "teddy-bear kite wrapped-gift teddy-bear"),
    "jewels": _trade("#3a3f6a", "gem-stone", "ring gem-stone ring"),
    "fish": _trade("#3f8aa0", "fish", "fish shrimp crab fish"),
    "meat": _trade("#a8403a", "cut-of-meat", "cut-of-meat bacon poultry-leg"),
    "music": _trade("#5a3f7a", "musical-note", "guitar optical-disk violin"),
    "haircuts": _trade("#3f6fb0", "barber-pole", "scissors mirror scissors", "barber-pole"),
    "pets": _trade("#e08a4a", "paw-prints", "dog-face cat-face hamster tropical-fish"),
    "remedies": _trade("#4a9a7a", "pill", "pill herb pill", ""),
    "antiques": _trade("#7a5a34", "amphora", "amphora mantelpiece-clock candle"),
}


def _icon(c: skia.Canvas, rng: np.random.Generator, look: Look, name: str, at: b.Point, tall: float) -> None:
    """An icon standing at `at`."""
    with b.placed(c, at, scale=tall):
        icon_sprite(name).draw(c, rng, Look(lit=look.lit, detail=look.detail))


def _letters(c: skia.Canvas, rng: np.random.Generator, at: b.Point, size: float, count: int, *, down: bool) -> None:
    """Strokes that look like writing, in `count` cells of `size` from `at` on."""
    lines = []
    for k in range(count):
        x, y = at[0] + (0 if down else k * 1.25 * size), at[1] + (k * 1.25 * size if down else 0)
        for level in (0.15, 0.5, 0.85):
            if rng.random() < 0.8:
                lines.append(((x + 0.1 * size, y + level * size), (x + 0.9 * size, y + level * size)))
        for across in rng.uniform(0.2, 0.8, 2):
            lines.append(((x + across * size, y), (x + across * size, y + size)))
    strokes(c, lines, _INK, 0.13 * size)


def _shop(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    trade = TRADES.get(look.traits.get("sells", ""))
    if trade is not None and trade.eastern:
        _eatery(c, rng, look, trade)
    else:
        _storefront(c, rng, look, trade)


def _storefront(c: skia.Canvas, rng: np.random.Generator, look: Look, trade: Trade | None) -> None:
    """A house with a shop window, an awning and a name board."""
    awning = look.colour or (trade.awning if trade else rgb("#c94a3f"))
    wall = mix(awning, rgb("#f2e6d2"), 0.8 if look.colour is None else 0.35)
    b.rectangle(c, (-0.5, -0.96), 1.0, 0.96, side(wall, 0.7))
    bricks(c, rng, (-0.5, -0.9, 1.0, 0.3), mix(awning, rgb("#e8d6ba"), 0.75), size=0.07, share=0.7)
    b.rectangle(c, (-0.53, -1.0), 1.06, 0.07, top(SNOW if look.snow else shade(awning, 0.8)), round=0.01)
    for x in (-0.38, -0.08, 0.22):
        window(c, (x, -0.88), 0.16, 0.18, look)
    b.rectangle(c, (-0.46, -0.40), 0.58, 0.32, panes(look.lit, (-0.46, -0.40), 0.58, 0.32))
    _window_display(c, rng, look, trade)
    frame = [((-0.17, -0.40), (-0.17, -0.08)), ((-0.46, -0.40), (0.12, -0.40)), ((-0.46, -0.08), (0.12, -0.08))]
    strokes(c, frame, shade(awning, 0.55), 0.02)
    door(c, (0.19, -0.42), 0.22, 0.42, shade(awning, 0.62))
    b.rectangle(c, (0.225, -0.37), 0.15, 0.2, panes(look.lit, (0.225, -0.37), 0.15, 0.2))
    b.rectangle(c, (-0.48, -0.66), 0.96, 0.1, side(shade(awning, 0.7)), round=0.015)
    if "text" not in look.traits:
        strokes(c, [((x, -0.61), (x + 0.05, -0.61)) for x in (-0.26, -0.16, -0.04, 0.06, 0.17)], _INK, 0.026)
    for k in range(10):
        x = -0.52 + k * 0.104
        tone = awning if k % 2 == 0 else rgb("#fbf5ea")
        b.polygon(c, [(x + 0.02, -0.56), (x + 0.11, -0.56), (x + 0.104, -0.44), (x, -0.44)], top(tone, 0.7))
        b.circle(c, (x + 0.052, -0.44), 0.052, shade(tone, 0.86))
    if trade is not None:
        _hanging_sign(c, rng, look, trade)
        _outside(c, rng, look, trade)
    if look.lit:
        b.glow(c, (-0.17, -0.22), 0.42, WARM, 0.4)


def _window_display(c: skia.Canvas, rng: np.random.Generator, look: Look, trade: Trade | None) -> None:
    """The goods behind the glass: two shelves of them."""
    if trade is None:
        for k, ink in enumerate(("#e8a33a", "#d8553f", "#6f9f4a", "#c9873f", "#efd9a0")):
            b.ellipse(c, (-0.40 + k * 0.11, -0.13), 0.045, 0.035, ball(rgb(ink)))
        return
    b.rectangle(c, (-0.46, -0.252), 0.58, 0.014, WOOD)
    b.rectangle(c, (-0.46, -0.095), 0.58, 0.018, WOOD)
    for row, level in enumerate((-0.25, -0.095)):
        for k in range(4):
            name = trade.goods[(k + 2 * row) % len(trade.goods)]
            _icon(c, rng, look, name, (-0.388 + 0.147 * k, level), 0.128)


def _hanging_sign(c: skia.Canvas, rng: np.random.Generator, look: Look, trade: Trade) -> None:
    """A round board on a bracket at the corner, with a picture of what is sold."""
    b.line(c, (0.34, -0.80), (0.53, -0.80), rgb("#3a3430"), 0.014)
    b.circle(c, (0.46, -0.69), 0.1, rgb("#3a3430"))
    b.circle(c, (0.46, -0.69), 0.088, ball(rgb("#fbf3e0"), 0.4))
    _icon(c, rng, look, trade.sign, (0.46, -0.627), 0.125)


def _outside(c: skia.Canvas, rng: np.random.Generator, look: Look, trade: Trade) -> None:
    """Crates and buckets with goods on the pavement."""
    for k, name in enumerate(trade.outside):
        x = -0.43 + 0.15 * k
        _icon(c, rng, look, name, (x, -0.045), 0.15)
        _icon(c, rng, look, name, (x + 0.05, -0.05), 0.12)
        b.rectangle(c, (x - 0.065, -0.065), 0.14, 0.075, side(jitter(rgb("#a8773f"), rng, 0.03)), round=0.008)


def _eatery(c: skia.Canvas, rng: np.random.Generator, look: Look, trade: Trade) -> None:
    """A timber front under a tiled roof: curtain over the door, counter with bowls, lanterns and upright signs."""
    cloth, wood = look.colour or trade.awning, rgb("#6a4630")
    b.rectangle(c, (-0.5, -0.92), 1.0, 0.92, side(rgb("#e6d3b0"), 0.7))
    for x in (-0.5, -0.17, 0.16, 0.46):
        b.rectangle(c, (x, -0.92), 0.04, 0.92, side(wood))
    for x in (-0.4, -0.07, 0.26):
        window(c, (x, -0.86), 0.16, 0.16, look, frame=shade(wood, 0.8), bars=(4, 3))
    curved_roof(c, 0.0, -0.93, 0.62, 0.12, rgb("#4d5a63"), look)
    # The open front, lit from within.
    inside = (rgb("#ffdf9a"), rgb("#c98a4a")) if look.lit else (rgb("#8a6a4a"), rgb("#4a3626"))
    b.rectangle(c, (-0.45, -0.48), 0.91, 0.46, b.linear((0, -0.48), (0, -0.02), inside))
    b.rectangle(c, (-0.45, -0.19), 0.56, 0.19, side(shade(wood, 1.15)))
    b.rectangle(c, (-0.47, -0.215), 0.6, 0.035, top(shade(wood, 1.45)))
    for k, name in enumerate(trade.goods):
        _icon(c, rng, look, name, (-0.36 + 0.19 * k, -0.213), 0.115)
    for x in (0.2, 0.33):
        b.rectangle(c, (x, -0.33), 0.012, 0.33, wood)
    b.rectangle(c, (0.2, -0.15), 0.26, 0.012, wood)
    curved_roof(c, 0.0, -0.55, 0.6, 0.1, rgb("#4d5a63"), look)
    for k in range(5):
        x = -0.45 + 0.184 * k
        b.polygon(c, [(x, -0.5), (x + 0.172, -0.5), (x + 0.166, -0.33), (x + 0.006, -0.33)], top(cloth, 0.6))
        _letters(c, rng, (x + 0.05, -0.455), 0.075, 1, down=True)
    b.rectangle(c, (-0.3, -0.66), 0.5, 0.12, side(shade(cloth, 0.75)), round=0.012)
    for y in (-0.66, -0.55):
        b.rectangle(c, (-0.3, y), 0.5, 0.01, GOLD)
    _letters(c, rng, (-0.2, -0.637), 0.075, 3, down=False)
    _icon(c, rng, look, trade.sign, (0.13, -0.55), 0.1)
    for x in (-0.545, -0.44, 0.36, 0.47):
        _lantern(c, (x, -0.5), 0.055, look)
    b.rectangle(c, (0.52, -0.86), 0.1, 0.34, side(_RED), round=0.01)
    _letters(c, rng, (0.535, -0.835), 0.07, 3, down=True)
    if look.lit:
        b.glow(c, (-0.05, -0.25), 0.5, WARM, 0.35)


def _lantern(c: skia.Canvas, at: b.Point, radius: float, look: Look) -> None:
    """A round red lantern hanging with its top at `at`."""
    x, y = at[0], at[1] + 1.25 * radius
    if look.lit:
        b.glow(c, (x, y), 3.2 * radius, rgb("#ff8a4a"), 0.5)
    b.line(c, (x, y - 1.9 * radius), (x, y), rgb("#3a2a20"), 0.12 * radius)
    b.ellipse(c, (x, y), radius, 1.1 * radius, ball(rgb("#ff6a3a") if look.lit else _RED))
    for share in (-0.45, 0.0, 0.45):
        b.ellipse(c, (x + share * 0.02 * radius, y), abs(share) * radius + 0.02, 1.08 * radius, GOLD, 0.4, width=0.006)
    for level in (-1.15, 1.0):
        b.rectangle(c, (x - 0.4 * radius, y + level * radius), 0.8 * radius, 0.2 * radius, GOLD)
    b.line(c, (x, y + 1.15 * radius), (x, y + 1.75 * radius), GOLD, 0.12 * radius)


SPRITES = (
    Sprite(
        name="shop", draw=_shop, height=0.4, width=1.15, group="building", board=(-0.48, -0.66, 0.48, -0.56),
        attach={"top": (0.0, -0.95), "head": (0.0, -0.95), "seat": (0.0, -0.9), "hand": (0.483, -0.4)},
    ),
)  # fmt: skip
