"""Those at work beside what they work on: a mechanic at the motorcycle, a barber behind the customer's chair."""

from dataclasses import replace
from typing import TYPE_CHECKING

from easel.engines.painter.apart import STAYS
from easel.engines.painter.pairs import IDLE, idle, put_in
from easel.engines.painter.places import setting_of
from easel.engines.painter.plan import ScenePlan, Thing
from easel.engines.painter.sprites import get
from easel.engines.painter.sprites.callings import NARROWER, calling_of
from easel.engines.painter.sprites.deeds import DEEDS, Deed
from easel.engines.painter.sprites.person import KINDS
from easel.engines.painter.things import Placed

if TYPE_CHECKING:
    from easel.engines.painter.compose import Layout

#: What a customer sits on: how tall it is, and how far beside it the one who attends stands, in heights of that one.
SEATS = {"barber_chair": (0.66, 0.0), "dental_chair": (0.78, 0.0), "examination_stool": (0.27, 0.36)}
#: How far before the feet the hands are at work, in heights of the doer, by deed; 0.3 for all others.
REACH = {"hosing": 0.62}
#: The least height of a vehicle that somebody works on, in heights of that one.
VEHICLE = 0.56
#: The part of the frame's width that both take at most, and that of a thing's width within its silhouette.
ROOM, FILLED = 0.94, 0.92
#: What keeps somebody from work.
HELD = frozenset({"holding", "riding", "on", "in", "under"})
#: More than so many are at one table, where what is done takes more than this width, in heights.
SEVERAL, MUCH = 2, 0.65
#: How far from each other they stand who work together at one table, in their heights.
SHOULDER_TO_SHOULDER = 0.3


def at_their_trades(plan: ScenePlan) -> ScenePlan:
    """The plan with everybody at work who is where that is done and has nothing else to do."""
    setting = setting_of(plan)
    return replace(plan, things=tuple(_at_trade(plan, index, setting) for index in range(len(plan.things))))


def _at_trade(plan: ScenePlan, index: int, setting: str) -> Thing:
    thing = plan.things[index]
    calling, pose = calling_of(thing.kind, thing.trait("calling")), thing.trait("pose") or ""
    if thing.kind not in KINDS:
        return thing
    if narrower := _narrower(plan, thing, pose):
        return replace(thing, traits=thing.traits - {f"pose:{pose}"} | {f"pose:{narrower}"})
    tied = any(index == relation.target for other in plan.things for relation in other.relations)
    tied = tied or any(relation.kind in HELD for relation in thing.relations)
    busy = (pose or None) not in IDLE or thing.trait("facing") or tied
    if calling.deed is None or calling.home not in (None, setting) or busy:
        return thing
    return replace(thing, traits=thing.traits | {f"pose:{calling.deed}"})


def _narrower(plan: ScenePlan, thing: Thing, pose: str) -> str | None:
    """What a deed is that the words tell broadly, for this trade, or for people: nobody is fed with grain."""
    people = any(plan.things[r.target].kind in KINDS for r in thing.relations if r.kind == "looking_at")
    return "spoon_feeding" if pose == "feeding" and people else NARROWER.get((pose, thing.trait("calling") or ""))


def room_of(thing: Thing) -> float:
    """How wide what somebody does is, in heights, for each of several at one table; 0 for all others."""
    deed = DEEDS.get(thing.trait("pose") or "")
    if deed is None or thing.kind not in KINDS:
        return 0.0
    return max(SHOULDER_TO_SHOULDER, deed.wide / thing.count) if is_shared(deed, thing.count) else deed.wide


def is_shared(deed: Deed, doers: int) -> bool:
    """Whether so many are at one table: who has much around them has it only once or twice."""
    return deed.shared or (doers > SEVERAL and deed.wide > MUCH and not (deed.aside or deed.seats))


def bring_to_work(layout: "Layout") -> None:
    """Let all who work on something or somebody stand at it."""
    for item in layout.placed():
        deed = DEEDS.get(item.thing.trait("pose") or "")
        if deed is None or item.sprite.group != "person":
            continue
        if deed.works:
            _at_thing(layout, item)
    for name, deed in DEEDS.items():
        doers = [item for item in layout.placed() if item.thing.trait("pose") == name and item.sprite.group == "person"]
        if is_shared(deed, len(doers)):
            _at_one_table(doers)
        elif deed.seats and doers:
            _at_chair(layout, deed.seats, name, doers)


def _at_thing(layout: "Layout", doer: Placed) -> None:
    """Beside what it is done to, or the largest thing there is, turned to it, both within the frame."""
    wide = layout.scene.width
    looked_at = {target for looker, target in layout.order.looks if looker == doer.index}
    things = [item for item in layout.placed() if item.sprite.group not in ("person", "animal", "plant", "food")]
    things = [item for item in layout.placed() if item.index in looked_at] or things
    if not things:
        return
    thing = max(things, key=lambda item: item.tall * item.wide)
    if thing.sprite.group == "vehicle":
        thing.tall = max(thing.tall, VEHICLE * doer.tall)
    reach = REACH.get(doer.thing.trait("pose") or "", 0.3)
    both = FILLED * thing.wide + (reach + 0.3) * doer.tall
    fit = min(1.0, ROOM * wide / both)
    thing.tall, doer.tall, both = fit * thing.tall, fit * doer.tall, fit * both
    side = -1 if thing.x > 0.5 * wide else 1
    middle = min(max(0.5 * (thing.x + doer.x), 0.5 * both), wide - 0.5 * both)
    thing.x = middle - side * (0.5 * both - 0.5 * FILLED * thing.wide)
    doer.x = thing.x + side * (0.5 * FILLED * thing.wide + reach * doer.tall)
    doer.y, doer.flip = thing.y + 0.01 * layout.scene.unit, side > 0
    thing.floats, doer.order = False, max(doer.y / layout.scene.height, thing.order + 0.0005)


def _at_chair(layout: "Layout", seat: str, deed: str, doers: list[Placed]) -> None:
    """The first of them behind the chair, or beside it, of another; nobody named is anybody."""
    doer, *others = sorted(doers, key=lambda item: (item.index, item.copy))
    others += [item for item in idle(layout) if item is not doer]
    tall, aside = SEATS[seat]
    who = others[0] if others else _somebody(layout, doer)
    put_in(doer, deed, STAYS)
    put_in(who, "sitting", "facing:front", STAYS)
    x = min(max(doer.x, (0.3 + aside) * doer.tall), layout.scene.width - (0.3 + aside) * doer.tall)
    side = -1 if x > 0.5 * layout.scene.width else 1
    who.tall = min(who.tall, 1.04 * doer.tall)
    who.x, who.y = x, doer.y + 0.03 * doer.tall
    who.order = max(doer.order + 0.002, who.y / layout.scene.height)
    doer.x, doer.flip = x + side * aside * doer.tall, side > 0
    chair = Placed(
        index=-1, copy=len(layout.props), thing=Thing(kind=seat, words=""), sprite=get(seat), x=x, y=who.y,
        tall=tall * doer.tall, depth=who.depth, order=who.order - 0.0005,
    )  # fmt: skip
    layout.props.append(chair)


def _somebody(layout: "Layout", doer: Placed) -> Placed:
    """A customer whom the words do not name."""
    who = Placed(
        index=-1, copy=len(layout.props), thing=Thing(kind="man", words=""), sprite=get("man"), x=doer.x, y=doer.y,
        tall=doer.tall, depth=doer.depth, order=doer.order,
    )  # fmt: skip
    layout.props.append(who)
    return who


def _at_one_table(doers: list[Placed]) -> None:
    """One in the middle has the table; the others stand behind its ends."""
    doers = sorted(doers, key=lambda item: item.x)
    if len(doers) < 2:
        return
    grown = [item for item in doers if item.tall > 0.9 * max(other.tall for other in doers)]
    middle = grown[len(grown) // 2]
    doers.remove(middle)
    for k, item in enumerate(doers):
        put_in(item, "clasping", STAYS)
        side = -1 if k < len(doers) / 2 else 1
        steps = 1 + (k if side < 0 else k - (len(doers) + 1) // 2)
        item.x = middle.x + side * steps * SHOULDER_TO_SHOULDER * middle.tall
        item.y, item.order = middle.y - 0.02 * middle.tall, middle.order - 0.001 * steps
