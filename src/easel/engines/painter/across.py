"""What is a part of the land rather than a thing in it: a wall over the hills, a tower on a river's far bank."""

from dataclasses import replace
from typing import TYPE_CHECKING

from easel.engines.painter.places import CITIES, setting_of
from easel.engines.painter.plan import ScenePlan, Thing
from easel.engines.painter.relations import Order
from easel.engines.painter.sights import sight_of
from easel.engines.painter.sprites import get

if TYPE_CHECKING:
    from easel.engines.painter.compose import Layout

#: What runs over the land at the horizon.
LANDFORMS = frozenset({"great_wall", "viaduct"})
#: Bridges from bank to bank, and the waters that they span.
SPANNED = {
    "bridge": ("lake", "pond"),
    "tower_bridge": ("lake", "harbour"),
    "suspension_bridge": ("lake", "harbour", "sea"),
}
#: What stands among the towers of a city on the far bank.
AMONG_TOWERS = frozenset({"pearl_tower", "canton_tower"})


def is_across(plan: ScenePlan, thing: Thing) -> bool:
    """Whether the thing is on the far bank: at a city's river or a pool, unless the words put it in the frame."""
    if thing.at is None and plan.setting == "pool" and get(thing.kind).group == "building":
        return True
    if thing.kind not in AMONG_TOWERS or thing.at is not None or setting_of(plan) != "harbour":
        return False
    return bool(CITIES & set(plan.backdrops or sight_of([thing.kind]).backdrops))


def is_land(plan: ScenePlan, thing: Thing) -> bool:
    """Whether the thing is painted with the land, before the water and what stands near."""
    return thing.kind in LANDFORMS or is_across(plan, thing)


def is_span(plan: ScenePlan, thing: Thing) -> bool:
    """Whether the thing is a bridge from bank to bank over still water, unless the words put it somewhere."""
    return thing.at is None and setting_of(plan) in SPANNED.get(thing.kind, ())


def untied(plan: ScenePlan, order: Order) -> Order:
    """The order without ties to what is on the far bank: who is before it stands on the near one."""
    far = {index for index, thing in enumerate(plan.things) if is_across(plan, thing)}
    return replace(order, bonds=[bond for bond in order.bonds if not far & {bond.child, bond.host}])


def place_land(layout: "Layout", index: int) -> None:
    """What is a part of the land rises at the horizon: a wall over the whole width, a tower on the far bank."""
    scene, size = layout.scene, layout.plan.things[index].size
    if layout.plan.things[index].kind in LANDFORMS:
        tall = min(1.3 * scene.width / layout.sprites[index].width, 1.06 * scene.ground_px) * size
        layout.add(index, 0, 0.5 * scene.width, scene.ground_px + 0.05 * scene.unit, tall, depth=0.55, floats=True)
        return
    tall = min(0.5 * size * scene.unit, 0.94 * scene.ground_px)
    x = scene.width * (0.5 + float(layout.rng.choice([-1, 1])) * layout.rng.uniform(0.08, 0.2))
    layout.add(index, 0, x, scene.ground_px + 0.012 * scene.unit, tall, depth=0.42, floats=True)


def place_span(layout: "Layout", index: int) -> None:
    """A bridge over a lake or a pond reaches from side to side, a part of the water before it."""
    scene = layout.scene
    tall = min(1.06 * scene.width / layout.sprites[index].width, 0.5 * scene.height)
    far = 0.42 if len(layout.roots) == 1 else 0.24
    level = scene.ground_px + far * (scene.ground.near * scene.height - scene.ground_px)
    for copy in range(layout.plan.things[index].count):
        y = level + 0.25 * copy * (scene.ground.near * scene.height - level)
        layout.add(index, copy, 0.5 * scene.width, y, tall, depth=0.4 - 0.1 * copy)
