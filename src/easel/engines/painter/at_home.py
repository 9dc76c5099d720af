"""Where a deed is done, somebody is at work and people are at a meal, when nobody says."""

from collections.abc import Callable

from easel.engines.painter.plan import ScenePlan
from easel.engines.painter.sprites import get
from easel.engines.painter.sprites.callings import calling_of
from easel.engines.painter.sprites.deeds import DEEDS

#: What is made and eaten at home.
MEALS = frozenset({"dumpling", "jiaozi", "hotpot", "ramen"})
#: What there is in rooms, and the homes of deeds that are done in other rooms as well.
INDOORS = frozenset({"person", "food", "object", "furniture"})
ANYWHERE = frozenset({"shop", "living_room", "hospital", "workshop"})

#: Where vehicles are, too.
WITH_VEHICLES = frozenset({"garage", "street"})


def home_of(plan: ScenePlan, is_open: Callable[[str], bool]) -> str | None:
    """Where a deed is done, somebody of one calling is at work or people are at a meal; None where others are, too."""
    if plan.backdrops:
        return None
    deeds = [DEEDS.get(thing.trait("pose") or "") for thing in plan.things]
    trades = {calling_of(thing.kind, thing.trait("calling")).home for thing in plan.things} - {None}
    homes = {deed.home for deed in deeds if deed} - {None}
    # What is done in any shop or room is done where one works.
    homes = trades if trades and homes <= ANYWHERE else homes
    there = INDOORS | {"vehicle"} if homes <= WITH_VEHICLES else INDOORS
    movable = all(get(thing.kind).group in there for thing in plan.things)
    if not homes and any(thing.kind in MEALS for thing in plan.things):
        homes = {"kitchen"}
    movable = movable and any(get(thing.kind).group == "person" for thing in plan.things)
    if plan.season or plan.weather or plan.sky:
        # What is told of the sky is seen out of doors.
        homes = {home for home in homes if is_open(home)}
    return homes.pop() if len(homes) == 1 and movable else None


def outdoors_of(plan: ScenePlan) -> str | None:
    """The water of who is in a boat or has a fish's tail, the park of swings, picnics, benches; None for all others."""
    if any(thing.trait("garment") == "mermaid" for thing in plan.things):
        return "sea" if any(thing.kind == "rock" for thing in plan.things) else "underwater"
    if any(thing.kind == "surfboard" for thing in plan.things):
        return "sea"
    if any(thing.kind in ("swing", "picnic_blanket") for thing in plan.things):
        return "park"
    for thing in plan.things:
        for relation in thing.relations:
            below = get(plan.things[min(relation.target, len(plan.things) - 1)].kind)
            if relation.kind in ("on", "in", "riding") and below.group == "vehicle" and below.place == "water":
                return "lake"
            if relation.kind == "on" and below.name == "bench":
                return "park"
    return None
