"""Those whom one word names do the same: of `three people riding bicycles` nobody walks."""

from itertools import pairwise

from easel.engines.painter.language.draft import DraftThing

#: What all of them do or are at, rather than one of them.
SHARED = frozenset({"riding", "on", "in", "under"})


def all_do_so(things: list[DraftThing]) -> None:
    """Give the relations of the last one of a group of people to the others of the same words."""
    for one, other in reversed(list(pairwise(things))):
        if one.group == other.group == "person" and one.words == other.words and not one.relations:
            for kind, target in other.relations:
                if kind in SHARED:
                    one.relate(kind, target)
