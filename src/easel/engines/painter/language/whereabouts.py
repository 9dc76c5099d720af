"""Where those are who are beside somebody up there, and what water birds are while they fly."""

from collections.abc import Sequence

from easel.engines.painter.language.draft import DraftThing, Scenery

#: Boats that one or two sit in, and where these are.
SMALL_BOATS = frozenset({"sampan", "bamboo_raft", "rowboat", "icon:canoe", "gondola", "boat"})
WATERS = ("lake", "river", "sea", "pond")
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


def afloat(things: Sequence[DraftThing], scenery: Scenery) -> None:
    """一叶扁舟，渔翁: a small boat named beside one person who fishes is on the water, and whoever it is in it."""
    boats = [thing for thing in things if thing.kind in SMALL_BOATS and thing.count == 1]
    people = [thing for thing in things if thing.group == "person"]
    if len(boats) != 1 or len(people) > 1 or scenery.setting not in (None, *WATERS):
        return
    if len(people) == 1 and people[0].traits.get("pose") in (None, "fishing", "sitting") and not people[0].relations:
        if not boats[0].relations and people[0].count <= 2:
            people[0].relate("in", boats[0])
    if scenery.setting is None and not any(thing.relations for thing in boats):
        scenery.setting = "lake" if people else None


def on_the_wing(things: Sequence[DraftThing]) -> None:
    """`geese flying over the city`: they fly, with necks stretched out."""
    for thing in things:
        if thing.kind == "icon:bat" and not thing.relations:
            # Nobody sees one on the ground.
            thing.traits.setdefault("pose", "flying")
        if thing.traits.get("pose") == "flying" and thing.kind in ON_THE_WING:
            thing.kind, colour = ON_THE_WING[thing.kind]
            thing.colour = thing.colour or colour
