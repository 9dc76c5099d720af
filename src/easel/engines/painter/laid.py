"""Tables for what nobody can have left on the ground: food and other small things beside people stand on one."""

from dataclasses import replace
from typing import TYPE_CHECKING

from easel.engines.painter.holding import held_max
from easel.engines.painter.plan import Thing
from easel.engines.painter.sprites import get
from easel.engines.painter.sprites.poses import DESK
from easel.engines.painter.things import Placed, set_pose
from easel.engines.painter.variety import FIGURE

if TYPE_CHECKING:
    from easel.engines.painter.compose import Layout

#: More than this is a heap.
FEW = 8
#: Heights in those of the people behind it: the table, and the least and the most of what is on it.
TABLE, SMALLEST, LARGEST = 0.46, 0.09, 0.26
#: How far before the people's feet the table stands, in their heights.
BEFORE = 0.05
#: Where the top of a table is before somebody seen from near, as a share of the picture's height.
NEAR_TOP = 0.84
#: Both hands are busy at a table.
BUSY = "working"
#: Who sits at a table does so on a chair.
SITS = frozenset({"sitting", "kneeling"})


def for_table(layout: "Layout", indices: list[int]) -> list[int]:
    """Those of a row that belong on a table which nobody mentioned; none where there are no people to stand at it."""
    plan, sprites = layout.plan, layout.sprites
    # Who flies or swims stands at no table.
    people = [i for i in layout.roots if sprites[i].group == "person" and (i in layout.copies or i in indices)]
    small = [i for i in indices if sprites[i].group == "food" or sprites[i].place == "surface"]
    if any(thing.kind == "christmas_tree" for thing in plan.things):
        # They lie under the tree.
        small = [i for i in small if plan.things[i].kind != "gift"]
    named = any(sprite.group == "furniture" and i not in small for i, sprite in sprites.items())
    if named and table_of(layout, indices) is None:
        return []
    crowd = sum(plan.things[i].count for i in small) > FEW or sum(plan.things[i].count for i in people) > FEW
    if not people or crowd or layout.ground.kind not in ("ground", "room", "shore"):
        return []
    shared = _shared(layout, people)
    tied = {i for side in layout.order.sides for i in side} | {i for pair in layout.order.near for i in pair}
    bound = {i for bond in layout.order.bonds for i in (bond.child, bond.host)}
    if not layout.scene.allows("table"):
        return []
    return [*shared, *(i for i in small if i not in tied | bound)]


def _shared(layout: "Layout", people: list[int]) -> list[int]:
    """Food that one of several eats or cooks is for all of them, and leaves that one's hand."""
    plan, order = layout.plan, layout.order
    if sum(plan.things[i].count for i in people) < 2 or not layout.scene.allows("table"):
        return []
    meals = [
        bond
        for bond in order.bonds
        if bond.kind == "holding"
        and bond.child in layout.sprites
        and layout.sprites[bond.child].group == "food"
        and plan.things[bond.host].trait("pose") in ("eating", "cooking")
    ]
    order.bonds[:] = [bond for bond in order.bonds if bond not in meals]
    return [bond.child for bond in meals]


def table_of(layout: "Layout", indices: list[int]) -> int | None:
    """The one table of a row at which people are to stand; None where the words say where it is, or who is where."""
    named = [i for i in indices if layout.plan.things[i].kind == "table" and layout.plan.things[i].count == 1]
    people = [i for i in indices if layout.sprites[i].group == "person"]
    if len(named) != 1 or not people or layout.order.sides or layout.ground.kind not in ("ground", "room", "shore"):
        return None
    placed = any(bond.child == named[0] for bond in layout.order.bonds)
    return None if placed else named[0]


def lay(layout: "Layout", small: list[int], named: int | None) -> None:
    """Stand a table before the people, whom the layout has placed, and the small things on it side by side."""
    plan = layout.plan
    people = [item for i, copies in layout.copies.items() if layout.sprites[i].group == "person" for item in copies]
    tall = max(item.tall for item in people)
    table = _table(layout, people, named)
    slots = [(i, copy) for i in small for copy in range(plan.things[i].count)]
    sits = [plan.things[item.index].trait("pose") in SITS for item in people]
    # One thing among several people is between two of them, and hides no child.
    middle = table.x + (0.5 * _apart(people) if len(slots) == 1 and len(people) % 2 and len(people) > 1 else 0.0)
    if len(slots) == 1 and all(sits):
        # Who sits has the face where it would stand.
        middle += 0.24 * tall
    level, room = table.attach("top", (0.0, -0.94))[1], 0.84 * table.wide / max(1, len(slots))
    for k, (index, copy) in enumerate(slots):
        wide = layout.sprites[index].width
        share = layout.sprites[index].height * plan.things[index].size / 0.52
        high = min(tall * min(max(share, SMALLEST), held_max(layout.sprites[index]), LARGEST), room / max(wide, 0.1))
        x = middle + (k - (len(slots) - 1) / 2) * min(room, 1.25 * high * wide + 0.06 * tall)
        item = layout.add(index, copy, x, level + 0.03 * table.tall, high, depth=table.depth, floats=True)
        item.order, item.rests = table.order + 0.0005 + 0.0001 * k, True
    for item, seated in zip(people, sits, strict=True):
        told = plan.things[item.index]
        if seated:
            kept = frozenset(trait for trait in item.thing.traits if not trait.startswith("pose:"))
            item.thing = replace(item.thing, traits=kept | {"pose:" + DESK})
        if not told.trait("facing"):
            item.thing = told if told.trait("pose") is None else item.thing
            set_pose(item, BUSY)


def _apart(people: list[Placed]) -> float:
    """How far neighbours stand from each other."""
    return (max(item.x for item in people) - min(item.x for item in people)) / (len(people) - 1)


def _table(layout: "Layout", people: list[Placed], named: int | None) -> Placed:
    """The table before these people: the plan's `named` one, or one that is nobody's."""
    height, tall = layout.scene.height, max(item.tall for item in people)
    left, right = min(item.x for item in people), max(item.x for item in people)
    sprite, foot = get("long_table" if right - left > 0.5 * tall else "table"), max(item.y for item in people)
    foot += BEFORE * tall
    high = max(TABLE * tall, (right - left) / (0.8 * sprite.width))
    if named is None:
        table = Placed(
            index=-1, copy=0, thing=Thing(kind=sprite.name, words=""), sprite=sprite, x=0.0, y=foot, tall=high,
            depth=min(item.depth for item in people), order=foot / height,
        )  # fmt: skip
        layout.props.append(table)
    else:
        layout.sprites[named] = sprite
        table = layout.add(named, 0, 0.0, foot, high, depth=min(item.depth for item in people))
    table.x = 0.5 * (left + right)
    if layout.plan.camera in FIGURE:
        # Only its top is in the picture, below the chest.
        table.y = NEAR_TOP * height + 0.94 * table.tall
        return table
    over = max(0.0, foot - 0.985 * height)
    for item in (table, *people):
        item.y -= over
    return table
