"""What a relation means for the two things that it ties: `on` a horse is riding it, `in` a hat is wearing it."""

from collections.abc import Iterable, Sequence

from easel.engines.painter.dishes import DISHES, shows
from easel.engines.painter.language.draft import DraftThing
from easel.engines.painter.language.kinds import READ, RIDDEN, WORN
from easel.engines.painter.language.shapes import CONTAINERS

#: What one has one's hands on only in a fight.
MONSTERS = frozenset(
    {"icon:alien-monster", "icon:ogre", "icon:goblin", "icon:troll", "dragon", "dinosaur", "icon:t-rex"}
)
#: What nobody holds.
HEAVY = frozenset("table long_table sofa bed bookshelf wardrobe dresser fireplace bench window door piano".split())
#: What is pulled or pushed rather than held.
PULLED = frozenset(
    {
        "car",
        "taxi",
        "truck",
        "bus",
        "train",
        "carriage",
        "sleigh",
        "ship",
        "cruise_ship",
        "cargo_ship",
        "airplane",
        "bullet_train",
        "muscle_car",
    }
)


BRIDGES = frozenset({"bridge", "viaduct", "tower_bridge", "suspension_bridge"})
RAIL = frozenset({"train", "bullet_train"})


def _borne(subject: DraftThing, kind: str, target: DraftThing) -> str:
    """How the target bears the subject: a humped bridge of stone bears no train, and one lies on a hammock."""
    if kind == "across":
        # Over a bridge, but past a temple.
        kind = "on" if target.kind in BRIDGES else "beside"
    if kind == "on" and subject.kind in RAIL and target.kind == "bridge":
        target.kind = "viaduct"
    return "on" if kind == "in" and target.kind == "hammock" else kind


def meant(subject: DraftThing, kind: str, target: DraftThing) -> tuple[DraftThing, str, DraftThing]:
    """Subject, relation and target as these two can stand to each other."""
    person = subject.group == "person"
    if kind == "looking_at" and target.kind in READ and person:
        subject.traits.setdefault("pose", "reading")
        return subject, "holding", target
    kind = _plainly(subject, _borne(subject, kind, target))
    if kind == "on" and subject.kind in WORN and target.animate:
        return target, "wearing", subject
    if kind == "in" and target.kind in WORN and subject.animate and "pose" not in subject.traits:
        return subject, "wearing", target
    if kind in ("holding", "wearing") and (target.group == "building" or target.kind in PULLED | HEAVY):
        # A horse that pulls a cart stands beside it.
        return subject, "beside", target
    if kind == "holding" and person and target.group == "person" and target.kind != "baby":
        # Nobody carries who can walk: they go hand in hand.
        for one in (subject, target):
            one.traits.setdefault("pose", "hand_in_hand")
        return subject, "beside", target
    if kind == "holding" and person and target.kind in MONSTERS:
        subject.traits.setdefault("pose", "fighting")
        return subject, "looking_at", target
    if kind == "on" and target.kind in RIDDEN and person:
        return subject, "riding", target
    return subject, kind, target


def _plainly(subject: DraftThing, kind: str) -> str:
    """Whoever teaches at the board stands beside it, before the class, not between both."""
    return "beside" if kind == "in_front_of" and subject.traits.get("pose") == "teaching" else kind


def bearer(things: Iterable[DraftThing], subject: DraftThing, target: DraftThing) -> DraftThing:
    """Who has the target: of `a knight on a horse with a flag` it is the rider."""
    if target.group not in ("object", "food") or target.kind in WORN:
        return subject
    return next((t for t in things if any(r == ("riding", subject) for r in t.relations)), subject)


def dish_on(thing: DraftThing, things: Sequence[DraftThing]) -> DraftThing:
    """The dish that was served on a plate; what is no plate, or has none on it, is meant itself."""
    served = (other for other in reversed(things) if thing.kind == "plate" and other.kind in DISHES)
    return next(served, thing)


def contains(kind: str, group: str) -> bool:
    """Whether what is said to be with a thing is in it: bottles have flowers in them, but no grapes or cheese."""
    return kind in CONTAINERS and group in (("plant",) if kind == "bottle" else ("plant", "food", "object"))


def drawn_with(things: list[DraftThing], subject: DraftThing, target: DraftThing) -> bool:
    """Whether the drawing of a thing shows what it is said to have: doors of houses, a cake's candles.

    What is shown so is taken out of the `things`.
    """
    if shows(subject.kind, target.kind) and target in things:
        things.remove(target)
        if target.kind == "candle" and target.numbered:
            subject.traits["candles"] = str(target.count)
        return True
    return subject.group == "building" and target.kind in ("door", "window", "flag")
