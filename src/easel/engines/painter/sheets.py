"""Sheets: the flat ground of logos, icons, stickers and patterns, on which things lie side by side without a floor."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import skia

from easel.engines.painter.brush import linear, luminance, mix, paint, rgb, shade
from easel.engines.painter.plan import SHEETS
from easel.engines.painter.scene import Scene

if TYPE_CHECKING:
    from easel.engines.painter.compose import Layout

#: Paper of a sheet whose colour nobody names, and under things that are pale themselves.
PAPER, DEEP = rgb("#fbf8f1"), rgb("#5f7f9e")
#: A border's distance from the frame's edge, and one bloom of it, in shorter sides.
EDGE, BLOOM = 0.055, 0.08
#: Under what is drawn in lines: the paper becomes white anyway, and neither pale nor dark things may vanish before it.
UNDER_LINES = rgb("#667d98")
#: Share of its cell that a thing fills, and of the frame that the cells of a sheet fill.
FILLED, PRINTED = 0.8, 0.84
#: An icon's tile: its share of the shorter side, its corners' radius in sides, its colours; and what is around it.
TILE, CORNER = 0.78, 0.225
TILES = tuple(map(rgb, ("#2f7de0", "#f2703d", "#7a55d6", "#2aa889")))
SCREEN = rgb("#eef0f3")
#: Signs of the sky.
OVERHEAD = frozenset({"emblem_sun", "emblem_moon", "emblem_crescent"})
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
    if scene.plan.style == "line_art":
        tone = UNDER_LINES
    scene.lay(np.full((8, 8, 3), tone, np.float32), 0, scene.height)


def app_icon(scene: Scene) -> None:
    """A tile with round corners, its colour paler at the top, on a screen of pale grey."""
    scene.canvas.drawPaint(paint(SCREEN))
    side = _tile_side(scene)
    left, top = (scene.width - side) / 2, (scene.height - side) / 2
    tone = rgb(scene.plan.tint) if scene.plan.tint else TILES[scene.seed % len(TILES)]
    if scene.plan.mood == "dark":
        tone = mix(tone, rgb("#1c1e28"), 0.6)
    tile = skia.Rect.MakeXYWH(left, top, side, side)
    under = tile.makeOffset(0, 0.025 * side)
    round_px = CORNER * side
    scene.canvas.drawRoundRect(under, round_px, round_px, paint(shade(tone, 0.4), 0.35, blur=0.03 * side))
    ink = linear((left, top), (left + 0.3 * side, top + side), (shade(tone, 1.35), tone, shade(tone, 0.72)))
    scene.canvas.drawRoundRect(tile, round_px, round_px, paint(ink))


def _tile_side(scene: Scene) -> float:
    return TILE * min(scene.width, scene.height)


def is_design(layout: "Layout") -> bool:
    """Whether the things are laid out as a design: on a sheet, or off the ground before a plain one."""
    plan = layout.plan
    if any(thing.relations or thing.at for thing in plan.things):
        return False
    return plan.setting in SHEETS or (
        layout.scene.setting == "plain" and any(layout.layer(index) == "sky" for index in layout.roots)
    )


def place_on_sheet(layout: "Layout") -> None:
    """Every copy of the things in a cell of its own, all cells alike, the whole in the middle of the frame."""
    slots = [(index, copy) for index in layout.roots for copy in range(layout.plan.things[index].count)]
    scene = layout.scene
    if not slots:
        return
    if len(slots) == 2 and (view := _view(layout)) is not None:
        _place_view(layout, *view)
        return
    width, height = (PRINTED * side for side in (scene.width, scene.height))
    if scene.setting == "app_icon":
        width = height = PRINTED * _tile_side(scene)
    if scene.plan.lettering:
        height *= 0.7
    columns = _columns(len(slots), width / height, max(layout.sprites[i].width for i in layout.roots))
    rows = -(-len(slots) // columns)
    cell = (width / columns, height / rows)
    for number, (index, copy) in enumerate(slots):
        row, column = divmod(number, columns)
        in_row = min(columns, len(slots) - row * columns)
        x = scene.width / 2 + (column - (in_row - 1) / 2) * cell[0]
        y = scene.height / 2 + (row - (rows - 1) / 2) * cell[1]
        tall = _tall(layout, index, cell)
        layout.add(index, copy, x, y + tall / 2, tall, floats=True)


def _view(layout: "Layout") -> tuple[int, int] | None:
    """The mountain of a mark and the sign of the sky with it; None where the two are something else."""
    kinds = {layout.plan.things[index].kind: index for index in layout.roots}
    signs = [index for kind, index in kinds.items() if kind in OVERHEAD]
    return (kinds["emblem_mountain"], signs[0]) if "emblem_mountain" in kinds and len(signs) == 1 else None


def _place_view(layout: "Layout", mountain: int, sign: int) -> None:
    """The sign rises from behind the mountain's shoulder."""
    scene = layout.scene
    side = 0.62 * (_tile_side(scene) if scene.setting == "app_icon" else PRINTED * min(scene.width, scene.height))
    tall = side / max(layout.sprites[mountain].width, 0.1)
    foot = scene.height / 2 + 0.42 * side
    above = layout.add(
        sign, 0, scene.width / 2 + 0.2 * side, foot - 0.68 * tall + 0.24 * side, 0.48 * side, floats=True
    )
    below = layout.add(mountain, 0, scene.width / 2, foot, tall, floats=True)
    above.flip = below.flip = False
    above.order = below.order - 0.01


def place_border(layout: "Layout", around: Sequence[int]) -> None:
    """The things in turn all the way round the frame, close together."""
    if not around:
        return
    scene, rng = layout.scene, layout.rng
    short = min(scene.width, scene.height)
    width, height = scene.width - 2 * EDGE * short, scene.height - 2 * EDGE * short
    count = round(2 * (width + height) / (BLOOM * short))
    for place in range(count):
        along = place * 2 * (width + height) / count
        index, tall = around[place % len(around)], 1.3 * BLOOM * short * float(rng.uniform(0.85, 1.2))
        x, y = _on_rectangle(along, width, height)
        item = layout.add(index, place // len(around), x + EDGE * short, y + EDGE * short + tall / 2, tall, floats=True)
        item.turn = float(rng.uniform(-50, 50))


def _on_rectangle(along: float, width: float, height: float) -> tuple[float, float]:
    """The point so far along a rectangle's edge, clockwise from its upper left corner."""
    if along < width:
        return along, 0.0
    if along < width + height:
        return width, along - width
    if along < 2 * width + height:
        return 2 * width + height - along, height
    return 0.0, 2 * (width + height) - along


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


def _columns(count: int, aspect: float, wide: float) -> int:
    """In how many columns things that are so many times as wide as high are the largest."""
    share = aspect / wide
    return max(range(1, count + 1), key=lambda columns: (min(share / columns, 1 / -(-count // columns)), columns))


def _tall(layout: "Layout", index: int, cell: tuple[float, float]) -> float:
    """The height of a thing that fills its cell, in pixels; small ones are smaller, but not by much."""
    width = max(layout.sprites[index].width, 0.1)
    scene = layout.scene
    whole = _tile_side(scene) if scene.setting == "app_icon" else min(scene.width, scene.height)
    most = (PRINTED if scene.setting == "plain" else LARGEST) * whole
    tall = min(FILLED * cell[1], FILLED * cell[0] / width, most, most / width)
    return tall * min(1.0, max(0.7, layout.plan.things[index].size))
