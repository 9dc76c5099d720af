"""What a coat of arms bears: `a family crest with a lion`, 狮子纹章. The animal is on the shield, in its gold."""

from easel.engines.painter.language.draft import DraftThing

ARMS = "coat_of_arms"


def charged(things: list[DraftThing]) -> list[DraftThing]:
    """The things without the animal that a coat of arms bears; who holds or rides something bears nothing."""
    arms = next((thing for thing in things if thing.kind == ARMS), None)
    if arms is None:
        return things
    busy = {"holding", "riding", "wearing"}
    idle = [t for t in things if t.group == "animal" and not any(kind in busy for kind, _ in t.relations)]
    if not idle:
        return things
    arms.traits["charge"] = idle[0].kind
    return [thing for thing in things if thing is not idle[0]]
