"""Toppings on their dish: small, each at a place of its own in the dish's open top, whatever their natural size."""

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from easel.engines.painter.dishes import DISHES, FORMS, tops
from easel.engines.painter.relations import Bond
from easel.engines.painter.sprites import Sprite, get
from easel.engines.painter.sprites.toppings import SERVED
from easel.engines.painter.things import Placed

if TYPE_CHECKING:
    from easel.engines.painter.compose import Layout

#: The width of one topping in half-widths of the opening: alone, and the least of many.
WIDE, LEAST = 1.0, 0.34
#: How high a topping is at the most, in half-widths of the opening.
HIGH = 0.75
#: What lies all over the dish, wider than it stands high, and what runs over its edge.
ALL_OVER = frozenset(
    "olive_rings scallion_rings leaves cheese_shreds chili_rings corn_kernels nut_pieces chocolate_chips petals "
    "candies".split()
)
RUNNING = "syrup"


def is_topped(layout: "Layout", bond: Bond) -> bool:
    """Whether the bond puts a topping on its dish."""
    child, host = layout.plan.things[bond.child], layout.plan.things[bond.host]
    # Candles stand on a cake as tall as they are.
    return bond.kind in ("on", "in") and child.kind != "candle" and tops(child.kind, host.kind)


def lay_toppings(layout: "Layout", host: int) -> None:
    """Place all that is to be on the dishes of one kind, which stand already: each dish gets its share."""
    bonds = [b for b in layout.order.bonds if b.host == host and b.child in layout.sprites and is_topped(layout, b)]
    slots = [(b.child, copy) for b in bonds for copy in range(layout.plan.things[b.child].count)]
    dishes = layout.copies[host]
    for number, dish in enumerate(dishes):
        dish.thing = replace(dish.thing, traits=dish.thing.traits | {"topped:yes"})
        _lay(layout, dish, slots[number :: len(dishes)])


def _lay(layout: "Layout", dish: Placed, slots: list[tuple[int, int]]) -> None:
    spread = [slot for slot in slots if _form(layout, slot[0]) in ALL_OVER]
    pieces = [slot for slot in slots if slot not in spread and _form(layout, slot[0]) != RUNNING]
    running = [slot for slot in slots if _form(layout, slot[0]) == RUNNING]
    for slot in running:
        _put(layout, dish, slot, (0.0, 0.0), 2.0)
    for number, slot in enumerate(spread):
        shift = (number - (len(spread) - 1) / 2) * 0.7 / len(spread)
        _put(layout, dish, slot, (shift, -0.3), 1.7 / len(spread) ** 0.5)
    wide = max(LEAST, WIDE / max(1, len(pieces)) ** 0.45)
    for slot, spot in zip(pieces, _spots(len(pieces)), strict=True):
        _put(layout, dish, slot, spot, wide)


def _spots(number: int) -> list[tuple[float, float]]:
    """Places in the unit circle for so many pieces, the farthest first."""
    if number == 1:
        return [(0.0, 0.0)]
    reach, start = (0.5, math.pi) if number == 2 else (0.62, -0.5 * math.pi)
    turns = (start + 2 * math.pi * k / number for k in range(number))
    return sorted(((reach * math.cos(a), 0.8 * reach * math.sin(a)) for a in turns), key=lambda spot: spot[1])


def _form(layout: "Layout", index: int) -> str:
    return FORMS.get(layout.plan.things[index].kind, "")


def _sprite(layout: "Layout", index: int) -> Sprite:
    form = _form(layout, index)
    return SERVED.get(form) or get(form or layout.plan.things[index].kind)


def _put(layout: "Layout", dish: Placed, slot: tuple[int, int], spot: tuple[float, float], wide: float) -> None:
    """One topping at a spot of the unit circle that the dish's opening is; `wide` in half-widths of the opening."""
    index, copy = slot
    x, y, half, deep = DISHES[dish.thing.kind]
    sprite = _sprite(layout, index)
    tall = min(wide * half / sprite.width, HIGH * half) * dish.tall
    item = layout.add(index, copy, dish.x, dish.y, tall, depth=dish.depth)
    item.sprite, item.floats, item.wet = sprite, True, False
    across = (-x if dish.flip else x) + spot[0] * half
    # Flat things lie around the spot, tall ones stand on it.
    sinks = min(0.5 * tall, 0.5 * deep * dish.tall) if _form(layout, index) else 0.1 * tall
    item.x, item.y = dish.x + across * dish.tall, dish.y + (y + spot[1] * deep) * dish.tall + sinks
    # What runs over the edge lies under everything.
    item.order = dish.order + (0.0001 if _form(layout, index) == RUNNING else 0.0002 + 0.0002 * (spot[1] + 1))
