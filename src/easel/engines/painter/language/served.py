"""What is on one plate together: `steak with vegetables on a plate`, `a plate with steak and vegetables`."""

from collections.abc import Sequence

from easel.engines.painter.dishes import is_topping, tops
from easel.engines.painter.language.draft import DraftThing


def on_one_plate(things: Sequence[DraftThing]) -> None:
    """Put what is named with food on the only plate there, too."""
    plates = [thing for thing in things if thing.kind == "plate" and thing.count == 1]
    if len(plates) != 1:
        return
    plate = plates[0]
    bound = {id(other) for thing in things for _, other in thing.relations}
    for number, thing in enumerate(things):
        if not is_topping(thing.kind):
            continue
        beside = [other for kind, other in thing.relations if kind == "beside"]
        goes_with = len(beside) == len(thing.relations) == 1 and _is_on(beside[0], plate)
        listed = number and things[0] is plate and _is_on(things[number - 1], plate)
        if goes_with or (listed and not thing.relations and id(thing) not in bound):
            thing.relations = [("on", plate)]


def herbs_on_food(things: Sequence[DraftThing]) -> None:
    """`a pizza, basil leaves`: herbs that are named with one dish are on it."""
    dishes = [thing for thing in things if thing.group == "food" and tops("icon:herb", thing.kind)]
    if len(dishes) != 1:
        return
    for herb in (thing for thing in things if thing.kind == "icon:herb" and not thing.relations):
        herb.relations = [("on", dishes[0])]


def _is_on(thing: DraftThing, plate: DraftThing) -> bool:
    return any(kind in ("on", "in") and other is plate for kind, other in thing.relations)
