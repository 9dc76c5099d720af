"""What a coat of arms bears: `a family crest with a lion`, 狮子纹章. The animal is on the shield, in its gold."""

from easel.engines.painter.language.draft import DraftThing

ARMS = "coat_of_arms"


def _is_apart(kind: str, target: DraftThing) -> bool:
    """Whether somebody who rides, or holds the arms, is beside them."""
    return kind == "riding" or (kind in ("holding", "wearing") and target.kind == ARMS)


def charged(things: list[DraftThing]) -> tuple[list[DraftThing], list[str]]:
    """The things without the animal that a coat of arms bears, and the words of what that one holds or wears.

    The charge stands as it always does and has nothing in its paws. Who rides something, or holds the arms, is
    not on them.
    """
    arms = next((thing for thing in things if thing.kind == ARMS), None)
    riders = [
        t for t in things if t.group == "animal" and not any(_is_apart(kind, target) for kind, target in t.relations)
    ]
    if arms is None or not riders:
        return things, []
    charge = riders[0]
    arms.traits["charge"] = charge.kind
    held = [target for kind, target in charge.relations if kind in ("holding", "wearing")]
    arms.relations = [(kind, target) for kind, target in arms.relations if target is not charge]
    gone = [charge, *held]
    return [thing for thing in things if all(thing is not other for other in gone)], [thing.words for thing in held]
