"""Pairs: two who do something with each other face each other, as near as that takes, with its table between them."""

from dataclasses import replace
from typing import TYPE_CHECKING

from easel.engines.painter.plan import Thing
from easel.engines.painter.sprites import get
from easel.engines.painter.sprites.deeds import DEEDS, Deed
from easel.engines.painter.things import Placed

if TYPE_CHECKING:
    from easel.engines.painter.compose import Layout

#: How far one of them reaches beyond the own feet, in heights.
ARM = 0.28
#: Poses of those who can take part in what another one does.
IDLE = frozenset({None, "standing", "waving"})
#: The height of a table between two, in heights of the shorter one.
TABLE = 0.42


def face_each_other(layout: "Layout") -> None:
    """Bring those together, from left to right, who do what takes two; one alone has the table before them."""
    for name, deed in DEEDS.items():
        if not deed.meets:
            continue
        doers = [item for item in layout.placed() if item.thing.trait("pose") == name]
        doers = [item for item in doers if item.sprite.group == "person"]
        if deed.alone and doers:
            _turn_to(layout, deed, name, doers)
            continue
        doers = [item for item in doers if item.thing.trait("facing") is None]
        if len(doers) == 1:
            doers += _partner(layout, doers[0], name)
        doers.sort(key=lambda item: item.x)
        for one, other in zip(doers[::2], doers[1::2], strict=False):
            _meet(layout, deed, one, other)
        if len(doers) == 1 and deed.between:
            who, ahead = doers[0], 0.5 * deed.meets * doers[0].tall
            who.flip = who.x > 0.5 * layout.scene.width
            _stand_between(layout, deed.between, who, who.x - ahead if who.flip else who.x + ahead)


def _partner(layout: "Layout", doer: Placed, name: str) -> list[Placed]:
    """Who is there besides, if that is one person with nothing else to do: both do it."""
    others = [item for item in idle(layout) if item is not doer]
    if len(others) != 1 or sum(item.sprite.group == "person" for item in layout.placed()) != 2:
        return []
    other = others[0]
    put_in(other, name)
    return [other]


def idle(layout: "Layout") -> list[Placed]:
    """The people who do nothing in particular."""
    people = [item for item in layout.placed() if item.sprite.group == "person"]
    return [item for item in people if item.thing.trait("pose") in IDLE]


def put_in(item: Placed, pose: str, *traits: str) -> None:
    """Give somebody a pose, and other traits, in place of the own pose and facing."""
    kept = frozenset(trait for trait in item.thing.traits if not trait.startswith(("pose:", "facing:")))
    item.thing = replace(item.thing, traits=kept | {f"pose:{pose}", *traits})


def _turn_to(layout: "Layout", deed: Deed, name: str, doers: list[Placed]) -> None:
    """The first of them does it to another, who stands and looks on: the next of them, or somebody idle."""
    doer, *others = sorted(doers, key=lambda item: (item.index, item.copy))
    others = others or [item for item in idle(layout) if item is not doer]
    put_in(doer, name)
    if others:
        put_in(others[0], "standing", "facing:side")
        left, right = sorted((doer, others[0]), key=lambda item: item.x)
        _meet(layout, deed, left, right)


def _meet(layout: "Layout", deed: Deed, one: Placed, other: Placed) -> None:
    """Both on one level, in the middle of where they were, turned to each other."""
    wide, level = layout.scene.width, max(one.y, other.y)
    # Half of what both take, in heights: all of it must be in the frame.
    reach = 0.5 * deed.meets * min(one.tall, other.tall) + ARM * max(one.tall, other.tall)
    fit = min(1.0, 0.5 * wide / reach)
    one.tall, other.tall = fit * one.tall, fit * other.tall
    apart, edge = 0.5 * deed.meets * min(one.tall, other.tall), fit * reach
    middle = min(max(0.5 * (one.x + other.x), edge), max(edge, wide - edge))
    for item, side in ((one, -1), (other, 1)):
        item.x, item.y, item.flip = middle + side * apart, level, side > 0
        item.order = level / layout.scene.height
    if deed.between:
        _stand_between(layout, deed.between, one if one.tall < other.tall else other, middle)


def _stand_between(layout: "Layout", name: str, who: Placed, x: float) -> None:
    layout.props.append(
        Placed(
            index=-1,
            copy=len(layout.props),
            thing=Thing(kind=name, words=""),
            sprite=get(name),
            x=x,
            y=who.y + 0.01 * who.tall,
            tall=TABLE * who.tall,
            depth=who.depth,
            order=who.order + 0.0009,
        )
    )
