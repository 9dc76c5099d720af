"""Where those are who are beside somebody up there, and what water birds are while they fly."""

from collections.abc import Sequence

from easel.engines.painter.language.draft import DraftThing

#: Birds that are known standing only, what they are on the wing and their colour there.
ON_THE_WING = {"icon:goose": ("duck", "#8c7f70")}


def up_there(things: Sequence[DraftThing]) -> None:
    """男孩坐在屋顶上，身边有一只猫: who is beside somebody on a building is on it, too."""
    for thing in things:
        for place in [place for kind, other in thing.relations if kind == "beside" for place in _under(other)]:
            if thing.animate:
                thing.relations.insert(0, ("on", place))


def _under(thing: DraftThing) -> list[DraftThing]:
    """The buildings that somebody is on."""
    on = [place for kind, place in thing.relations if kind == "on" and place.group == "building"]
    return on if thing.animate else []


def on_the_wing(things: Sequence[DraftThing]) -> None:
    """`geese flying over the city`: they fly, with necks stretched out."""
    for thing in things:
        if thing.traits.get("pose") == "flying" and thing.kind in ON_THE_WING:
            thing.kind, colour = ON_THE_WING[thing.kind]
            thing.colour = thing.colour or colour
