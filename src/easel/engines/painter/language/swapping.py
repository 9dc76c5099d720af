"""Two things of a picture that exchange their colours or their places."""

from collections.abc import Sequence
from dataclasses import replace

from easel.engines.painter.language.edits import Swap
from easel.engines.painter.plan import Relation, ScenePlan, Thing

#: Relations that say where a thing is.
PLACING = frozenset("left_of right_of above below on in under behind in_front_of between beside riding".split())
#: What a place is to the other of two that exchange theirs.
TURNED = {
    "left_of": "right_of", "right_of": "left_of", "above": "below", "below": "above", "behind": "in_front_of",
    "in_front_of": "behind", "under": "above",
}  # fmt: skip


def swapped(plan: ScenePlan, change: Swap, chosen: Sequence[int]) -> ScenePlan:
    """The plan with the two `chosen` things exchanged, or the first two that can be; else as it is."""
    coloured = [index for index, thing in enumerate(plan.things) if thing.colour or not change.colours]
    pair = list(dict.fromkeys(chosen))[:2] or coloured[:2]
    if len(pair) < 2:
        return plan
    first, second = pair
    one, other = plan.things[first], plan.things[second]
    things = list(plan.things)
    if change.colours:
        things[first], things[second] = replace(one, colour=other.colour), replace(other, colour=one.colour)
    else:
        things[first] = replace(one, at=other.at, relations=_exchanged(one, other, first, second))
        things[second] = replace(other, at=one.at, relations=_exchanged(other, one, second, first))
        if not _apart(one, other, first, second):
            # Nobody said who stands where.
            side = Relation("right_of", second)
            things[first] = replace(things[first], relations=(*things[first].relations, side))
    return replace(plan, things=tuple(things))


def _exchanged(thing: Thing, other: Thing, index: int, place: int) -> tuple[Relation, ...]:
    """The relations of `thing` where it stands as `other` did: what it holds and wears goes with it."""
    own = [r for r in thing.relations if r.kind not in PLACING]
    turned = [replace(r, kind=TURNED.get(r.kind, r.kind)) for r in thing.relations if r.target == place]
    turned = [r for r in turned if r.kind in PLACING]
    taken = [r for r in other.relations if r.kind in PLACING and r.target not in (index, place)]
    return (*own, *turned, *taken)


def _apart(one: Thing, other: Thing, first: int, second: int) -> bool:
    """Whether the plan says where the two are."""
    tied = any(r.kind in PLACING for thing in (one, other) for r in thing.relations)
    return tied or (one.at is not None and other.at is not None)
