"""Footing: the row on which a thing of a row of things stands, and how large it is there."""

from typing import TYPE_CHECKING

from easel.engines.painter.rows import table_rows
from easel.engines.painter.sprites.deeds import is_afloat

if TYPE_CHECKING:
    from easel.engines.painter.compose import Layout

#: How far from the horizon to the shore's edge one swims, and what one looks like there of the size before it.
OFFSHORE, SMALLER = 0.6, 0.72


def footing(layout: "Layout", index: int, depth: float, tall: float, tallest: float) -> tuple[float, float]:
    """The row of the feet and the height, in pixels, of a thing that is `tall` pixels high at `depth`."""
    scene, ground = layout.scene, layout.ground
    level = ground.level(depth) * scene.height
    if ground.kind == "shore" and (layout.layer(index) == "water" or is_afloat(layout.plan.things[index])):
        # Beyond the waterline.
        return (scene.horizon + OFFSHORE * (ground.far - scene.horizon)) * scene.height, SMALLER * tall
    if layout.still_life() and table_rows(layout) == 1:
        # The small stand before the tall, all of them around the middle.
        edge = max(scene.horizon + 0.13, ground.level(0.5)) * scene.height
        level = max(0.55 * scene.height + 0.5 * tallest, edge)
        level += min(0.12 * (tallest - tall), 0.05 * scene.height)
        level += layout.rng.uniform(0.0, 0.035) * scene.height
    return level, tall
