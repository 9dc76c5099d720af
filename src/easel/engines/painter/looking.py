"""Who looks at what: lookers turn towards it, lift or lower their heads, and face each other where they are told to."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from easel.engines.painter.things import Placed

if TYPE_CHECKING:
    from easel.engines.painter.compose import Layout

#: A target's middle that is this much higher or lower than the looker's eyes, in heights of the looker, turns the head.
HIGHER, LOWER = 0.35, 0.75
#: What is drawn, and by whom.
DRAWN, TEAM = frozenset({"sleigh", "carriage"}), frozenset({"deer", "horse", "donkey", "cow"})
#: Living things whose drawings have a side view and eyes.
LOOKERS = ("person", "animal")


def look_at(lookers: Iterable[Placed], targets: list[Placed]) -> None:
    """Turn every looker towards the nearest of the targets."""
    for item in lookers:
        aim = min((target for target in targets if target is not item), key=lambda t: abs(t.x - item.x), default=None)
        if aim is None:
            continue
        # Drawings in profile look right unless flipped.
        item.flip = aim.x < item.x
        if item.thing.trait("pose") == "fighting" and aim.sprite.group in LOOKERS:
            # Nobody turns the back to who attacks.
            aim.flip = not item.flip
        if item.sprite.group not in LOOKERS:
            continue
        eyes = item.y - 0.86 * item.tall
        middle = aim.y - 0.5 * aim.tall
        tilt = "up" if middle < eyes - HIGHER * item.tall else "down" if middle > eyes + LOWER * item.tall else "aside"
        _turn(item, tilt)


def look_at_each_other(copies: list[Placed]) -> None:
    """Pairs, from left to right, face to face."""
    ordered = sorted(copies, key=lambda item: item.x)
    for one, other in zip(ordered[::2], ordered[1::2], strict=False):
        one.flip, other.flip = False, True
        for item in (one, other):
            _turn(item, "aside")


def face_along(layout: "Layout") -> None:
    """Let whoever draws a sleigh or a carriage be before it, and both look the same way."""
    drawn = [item for i in layout.roots if layout.plan.things[i].kind in DRAWN for item in layout.copies.get(i, ())]
    team = [item for i in layout.roots if layout.plan.things[i].kind in TEAM for item in layout.copies.get(i, ())]
    if len(drawn) != 1 or not team:
        return
    (cart,) = drawn
    ahead = sum(item.x for item in team) / len(team) < cart.x
    for item in (cart, *team):
        item.flip = ahead


def _turn(item: Placed, gaze: str) -> None:
    """Give a looker its side view and its gaze, unless the words say how it is seen."""
    thing = item.thing
    said = {"gaze:" + gaze} if thing.trait("gaze") in (None, "each_other") else set()
    kept = frozenset(trait for trait in thing.traits if not (said and trait.startswith("gaze:")))
    if thing.trait("facing") is None and not item.sprite.name.endswith("_portrait"):
        said.add("facing:side")
    item.thing = replace(thing, traits=kept | said)
