"""What is fixed to a room: doors are in its back wall, lamps hang from its ceiling."""

from dataclasses import replace
from typing import TYPE_CHECKING

from easel.engines.painter.plan import ScenePlan
from easel.engines.painter.relations import Order

if TYPE_CHECKING:
    from easel.engines.painter.compose import Layout

DOORS, HANGING = frozenset({"door"}), frozenset({"pendant_lamp", "chandelier"})
#: A door's height, and how far above where things stand farthest the back wall ends: shares of the frame's height.
DOOR, WALL = 0.44, 0.012
#: Where doors are in the wall, as shares of the width, beside its window; in a bedroom the bed is on the right.
PLACES = (0.82, 0.16, 0.5)
LEFT = frozenset({"bedroom"})
#: How far down a lamp hangs: one, and each of several; over how much of the width these do.
DROP, DROPS, SPREAD = 0.34, 0.26, 0.7


def fixed(layout: "Layout", indices: list[int]) -> list[int]:
    """Those of the things that are fixed to the room; none where nothing is seen of it, or where sides are named."""
    things = layout.plan.things
    if not layout.scene.light.indoors or layout.order.sides:
        return []
    hung = [i for i in indices if things[i].kind in HANGING]
    doors = [i for i in indices if things[i].kind in DOORS and layout.ground.kind == "room"]
    return hung + (doors if len(layout.roots) > len(doors) or layout.plan.setting else [])


def unhung(plan: ScenePlan, order: Order) -> Order:
    """The order without ties of lamps to what they hang over."""
    hung = {index for index, thing in enumerate(plan.things) if thing.kind in HANGING}
    return replace(order, bonds=[bond for bond in order.bonds if bond.child not in hung])


def fix(layout: "Layout", indices: list[int]) -> None:
    """Put every copy of the things where it belongs."""
    for index in indices:
        for copy in range(layout.plan.things[index].count):
            (_hang if layout.plan.things[index].kind in HANGING else _in_wall)(layout, index, copy)


def _hang(layout: "Layout", index: int, copy: int) -> None:
    """Lamps hang side by side, high enough over all else."""
    scene, thing = layout.scene, layout.plan.things[index]
    tall = (DROP if thing.count == 1 else DROPS) * scene.unit * min(1.2, thing.size)
    x = scene.width * (0.5 + SPREAD * ((copy + 0.5) / thing.count - 0.5))
    item = layout.add(index, copy, x, tall, tall, depth=0.3, floats=True)
    item.order = 0.0


def _in_wall(layout: "Layout", index: int, copy: int) -> None:
    scene = layout.scene
    places = (PLACES[1], PLACES[0], PLACES[2]) if scene.setting in LEFT else PLACES
    x, low = places[copy % len(places)] * scene.width, (layout.ground.far - WALL) * scene.height
    item = layout.add(index, copy, x, low, DOOR * scene.height, depth=0.6, floats=True)
    item.order = 0.01
