"""Sheets: the flat ground of logos, icons, stickers and patterns, on which things lie side by side without a floor."""

import math
from typing import TYPE_CHECKING

import numpy as np

from easel.engines.painter.brush import luminance, mix, rgb
from easel.engines.painter.scene import Scene

if TYPE_CHECKING:
    from easel.engines.painter.compose import Layout

#: Paper of a sheet whose colour nobody names, and under things that are pale themselves.
PAPER, DEEP = rgb("#fbf8f1"), rgb("#5f7f9e")
#: Share of its cell that a thing fills, and of the frame that the cells of a sheet fill.
FILLED, PRINTED = 0.8, 0.84
#: Cells of a pattern along the shorter side.
REPEATS = 4
#: Nothing on a sheet is larger than this share of the frame, so that a mark has air around it.
LARGEST = 0.62


def sheet(scene: Scene) -> None:
    """Paper of one colour."""
    pale = any(thing.colour and luminance(rgb(thing.colour)) > 0.85 for thing in scene.plan.things)
    tone = rgb(scene.plan.tint) if scene.plan.tint else DEEP if pale else PAPER
    if scene.plan.mood == "dark":
        tone = mix(tone, rgb("#1c1e28"), 0.85)
    scene.lay(np.full((8, 8, 3), tone, np.float32), 0, scene.height)


def place_on_sheet(layout: "Layout") -> None:
    """Every copy of the things in a cell of its own, all cells alike, the whole in the middle of the frame."""
    slots = [(index, copy) for index in layout.roots for copy in range(layout.plan.things[index].count)]
    scene = layout.scene
    if not slots:
        return
    width, height = PRINTED * scene.width, PRINTED * scene.height
    if scene.plan.lettering:
        height *= 0.7
    columns = _columns(len(slots), width / height)
    rows = -(-len(slots) // columns)
    cell = (width / columns, height / rows)
    for number, (index, copy) in enumerate(slots):
        row, column = divmod(number, columns)
        in_row = min(columns, len(slots) - row * columns)
        x = scene.width / 2 + (column - (in_row - 1) / 2) * cell[0]
        y = scene.height / 2 + (row - (rows - 1) / 2) * cell[1]
        tall = _tall(layout, index, cell)
        layout.add(index, copy, x, y + tall / 2, tall, floats=True)


def place_pattern(layout: "Layout") -> None:
    """The things in turn over the whole frame, every other row by half a cell aside."""
    scene, things = layout.scene, layout.roots
    side = min(scene.width, scene.height) / REPEATS
    rows, columns = math.ceil(scene.height / side), math.ceil(scene.width / side) + 1
    copies = dict.fromkeys(things, 0)
    for row in range(rows):
        for column in range(columns):
            index = things[(column + row * (len(things) // 2 + 1)) % len(things)]
            x, y = (column + (0.0 if row % 2 else 0.5)) * side, (row + 0.5) * side
            tall = _tall(layout, index, (side, side)) * float(layout.rng.uniform(0.9, 1.0))
            layout.add(index, copies[index], x, y + tall / 2, tall, floats=True)
            copies[index] += 1
    for index in things:
        for item in layout.copies[index]:
            item.turn, item.flip = float(layout.rng.uniform(-18, 18)), bool(layout.rng.random() < 0.5)


def _columns(count: int, aspect: float) -> int:
    """In how many columns cells are the largest squares."""
    return max(range(1, count + 1), key=lambda columns: (min(aspect / columns, 1 / -(-count // columns)), columns))


def _tall(layout: "Layout", index: int, cell: tuple[float, float]) -> float:
    """The height of a thing that fills its cell, in pixels; small ones are smaller, but not by much."""
    width = max(layout.sprites[index].width, 0.1)
    most = LARGEST * min(layout.scene.width, layout.scene.height)
    tall = min(FILLED * cell[1], FILLED * cell[0] / width, most, most / width)
    return tall * min(1.0, max(0.7, layout.plan.things[index].size))
