"""Rows: how many of them many things stand in, who stands in which, and how tall they are there."""

import math
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from easel.engines.painter.compose import Layout

#: A bank less deep than this share of the height has room for one row, of as many as that.
NARROW, FILE = 0.13, 11
#: From this share of the tallest one's height on, things are about as tall as it is.
ALIKE = 0.7


def rows_for(layout: "Layout", widths: list[float], room: float) -> int:
    """The number of rows for things of these widths, in pixels, where a row has `room` for them."""
    narrow = layout.ground.near - layout.ground.far < NARROW
    if len(widths) < (FILE if narrow else 5) or layout.ground.kind == "table":
        return 1
    crowd = sum(widths) * 1.12 / room
    return int(np.clip(math.ceil(math.sqrt(crowd)), 1, max(1, len(widths) // 3)))


def staggered(
    layout: "Layout", slots: list[tuple[int, int]], talls: dict[int, float], rows: int
) -> tuple[list[tuple[int, int]], dict[int, float]]:
    """The copies in the order of their rows, farthest first, and the heights of each thing in several rows."""
    low = _low(layout, talls, rows)
    if layout.order.sides or len(talls) == 1:
        return slots, low
    # The tall stand behind, where they hide nobody.
    tallest = max(talls, key=lambda i: talls[i])
    alone = sum(tall > ALIKE * talls[tallest] for tall in talls.values()) == 1
    return sorted(slots, key=lambda slot: -talls[slot[0]]), low | ({tallest: talls[tallest]} if alone else {})


def _low(layout: "Layout", talls: dict[int, float], rows: int) -> dict[int, float]:
    """The heights at which a row rises over the one before it by more than half, so that all can be counted."""
    step = (layout.ground.near - layout.ground.far) * layout.scene.height / (rows - 1)
    # What is about as tall as the tallest shrinks with it: a crowd is of one scale.
    tallest = max(talls.values())
    factor = min(1.0, step / tallest)
    return {i: factor * tall if tall > ALIKE * tallest else min(tall, step) for i, tall in talls.items()}
