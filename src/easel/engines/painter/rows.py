"""Rows: how many of them many things stand in, who stands in which, and how tall they are there."""

import math
from typing import TYPE_CHECKING

import numpy as np

from easel.engines.painter import landscapes
from easel.engines.painter.scene import Scene
from easel.engines.painter.takes import take_of

if TYPE_CHECKING:
    from easel.engines.painter.compose import Layout

#: The part of the width that things stand on in most places.
WHOLE = (0.03, 0.97)
#: That beside what is written on the board of a classroom.
BESIDE_BOARD = (0.58, 0.98)
#: A bank less deep than this share of the height has room for one row, of as many as that.
NARROW, FILE = 0.13, 11
#: More than so many on a table are in two rows; and more than so many seen from above, or before a plain ground.
ON_TABLE, SEEN_ABOVE, ON_PLAIN = 5, 3, 3
#: Shares of the picture's height: the tallest of a few things on a table, one alone before a plain ground.
STILL_LIFE, SOLE = 0.48, 0.58
#: From this share of the tallest one's height on, things are about as tall as it is.
ALIKE = 0.7


def span_of(scene: Scene) -> tuple[float, float]:
    """The part of the width on which things may stand."""
    if scene.setting == "headland":
        return (0.03, 0.62) if landscapes.headland_side(scene.seed) < 0 else (0.38, 0.97)
    if scene.setting == "classroom" and any(thing.kind == "chalkboard" for thing in scene.plan.things):
        return BESIDE_BOARD
    return (0.2, 0.8) if scene.setting == "islet" else WHOLE


#: How much taller than the step to the row before them people in rooms are.
GROUP_PHOTO = 1.75


def rows_for(layout: "Layout", widths: list[float], room: float) -> int:
    """The number of rows for things of these widths, in pixels, where a row has `room` for them."""
    if layout.still_life():
        return table_rows(layout)
    narrow = layout.ground.near - layout.ground.far < NARROW
    if len(widths) < (FILE if narrow else 5) or layout.ground.kind == "table":
        return 1
    crowd = sum(widths) * 1.12 / room
    return int(np.clip(math.ceil(math.sqrt(crowd)), 1, max(1, len(widths) // 3)))


def table_rows(layout: "Layout") -> int:
    """The number of rows of a still life: many things, or some that are seen from above, stand in two."""
    if layout.scene.setting == "plain":
        return 2 if layout.total > ON_PLAIN else 1
    if layout.scene.setting != "table_top":
        return 1
    return 2 if layout.total > (SEEN_ABOVE if layout.plan.camera == "birds_eye" else ON_TABLE) else 1


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
    if layout.scene.light.indoors and all(layout.sprites[i].group == "person" for i in talls):
        # A floor is short: as in a photograph of a group, those in front hide the others' legs.
        step *= GROUP_PHOTO
    # What is about as tall as the tallest shrinks with it: a crowd is of one scale.
    tallest = max(talls.values())
    factor = min(1.0, step / tallest)
    return {i: factor * tall if tall > ALIKE * tallest else min(tall, step) for i, tall in talls.items()}


def start_of(layout: "Layout", block: float, number: int, row: int) -> float:
    """The left end of a row: alone, a thing likes a third of the frame; a crowd stands in the middle."""
    width = layout.scene.width
    if number == 1 and layout.ground.kind in ("ground", "water", "shore") and layout.plan.camera in ("normal", "wide"):
        # Rather across from the sun, which would else shine through a head.
        thirds = [0.33, 0.48, 0.66] if layout.scene.light.x > 0.5 else [0.67, 0.52, 0.34]
        centre = width * (thirds[take_of(layout.scene.seed).third] + layout.rng.uniform(-0.03, 0.03))
    else:
        loose = layout.rng.uniform(-0.04, 0.04) + 0.03 * (row % 2) * layout.rng.choice([-1, 1])
        centre = width * (0.5 + (0.0 if layout.ground.kind == "ledge" else loose))
    left, right = layout.span[0] * width, layout.span[1] * width
    if layout.span != WHOLE:
        centre = (left + right) / 2
    return float(np.clip(centre - block / 2, left, max(left, right - block)))


def table_share(layout: "Layout", index: int) -> float:
    """The share of the height that a thing gets where all of them together are to fill the middle of the frame."""
    things, plain, rows = layout.plan.things, layout.scene.setting == "plain", table_rows(layout)
    natural = {i: max(0.1, layout.sprites[i].height) for i in layout.roots}
    tallest = max(natural.values())
    if plain:
        # Goods are shown, not measured: a bottle is not lost among roses.
        natural = {i: tallest**0.65 * high**0.35 for i, high in natural.items()}
    wide = sum(natural[i] * things[i].size * layout.sprites[i].width * things[i].count for i in layout.roots)
    high = SOLE if plain and layout.total == 1 else STILL_LIFE if rows == 1 else STILL_LIFE / 1.25
    return natural[index] * things[index].size * min(high / tallest, 0.86 * rows * layout.scene.aspect / wide)
