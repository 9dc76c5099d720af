"""Petals: nobody sets them in a row, they lie all over the table or the ground."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from easel.engines.painter.compose import Layout

STREWN = frozenset({"petals"})
#: How wide they lie, as a share of the frame's width, and how far before the nearest of the things.
WIDE, BEFORE = 0.82, 0.05


def strewn(layout: "Layout", indices: list[int]) -> list[int]:
    """Those of the things that lie all over the place."""
    return [index for index in indices if layout.plan.things[index].kind in STREWN]


def strew(layout: "Layout", indices: list[int]) -> None:
    """Lay them over the width of the frame, around what stands there."""
    scene = layout.scene
    for index in indices:
        for copy in range(layout.plan.things[index].count):
            tall = WIDE * scene.width / layout.sprites[index].width
            level = min(0.985, layout.ground.level(0.05) + BEFORE * copy) * scene.height
            item = layout.add(index, copy, 0.5 * scene.width, level + 0.3 * tall, tall, floats=True)
            item.order = (level - 0.5 * tall) / scene.height
