"""What is a part of the land rather than a thing in it: a wall over the hills, a tower on a river's far bank."""

from dataclasses import replace

from easel.engines.painter.places import CITIES, setting_of
from easel.engines.painter.plan import ScenePlan, Thing
from easel.engines.painter.relations import Order
from easel.engines.painter.sights import sight_of

#: What runs over the land at the horizon.
LANDFORMS = frozenset({"great_wall"})
#: What stands among the towers of a city on the far bank.
AMONG_TOWERS = frozenset({"pearl_tower"})


def is_across(plan: ScenePlan, thing: Thing) -> bool:
    """Whether the thing is on the far bank: at a city's river, unless the words put it somewhere in the frame."""
    if thing.kind not in AMONG_TOWERS or thing.at is not None or setting_of(plan) != "harbour":
        return False
    return bool(CITIES & set(plan.backdrops or sight_of([thing.kind]).backdrops))


def is_land(plan: ScenePlan, thing: Thing) -> bool:
    """Whether the thing is painted with the land, before the water and what stands near."""
    return thing.kind in LANDFORMS or is_across(plan, thing)


def is_span(plan: ScenePlan, thing: Thing) -> bool:
    """Whether the thing is a bridge from bank to bank over still water, unless the words put it somewhere."""
    return thing.kind == "bridge" and thing.at is None and setting_of(plan) in ("lake", "pond")


def untied(plan: ScenePlan, order: Order) -> Order:
    """The order without ties to what is on the far bank: who is before it stands on the near one."""
    far = {index for index, thing in enumerate(plan.things) if is_across(plan, thing)}
    return replace(order, bonds=[bond for bond in order.bonds if not far & {bond.child, bond.host}])
