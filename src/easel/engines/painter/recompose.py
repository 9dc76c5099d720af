"""Composition of an edited picture: what stays, stays in its place, and what is new finds room beside it."""

from dataclasses import replace

import numpy as np

from easel.engines.painter.apart import FILLED
from easel.engines.painter.binding import held_in_frame, place_bonds, shift
from easel.engines.painter.compose import Layout, layout_of
from easel.engines.painter.places import setting_of
from easel.engines.painter.plan import ScenePlan, Thing
from easel.engines.painter.relations import CARRIED, order_of
from easel.engines.painter.scene import Scene
from easel.engines.painter.sprites import get
from easel.engines.painter.things import Placed

#: How many places across the frame are tried for a new thing, and how many rows in the air.
COLUMNS, ROWS = 17, 5
#: A new thing that must cover more of the old ones than this is made smaller, down to this share of its height.
COVERED_MAX, SMALLEST = 0.3, 0.45
#: How much nearer or farther than usual it may stand where there is no room.
ROWS_TRIED = (0.0, -0.12, 0.16, 0.3)
#: The height of a new thing in those of one in a crowd: it is what the instruction is about.
PROMINENCE = 1.3


def recompose(scene: Scene, start: Scene) -> list[Placed]:
    """Every copy of the scene's things with its place, from the farthest to the nearest.

    `start` is the scene that the edits began with: what was in it stays where it stood there.
    """
    plan, base = scene.plan, start.plan
    elsewhere = setting_of(plan) != setting_of(base)
    if plan.camera != base.camera:
        before = layout_of(scene, replace(base, camera=plan.camera, setting=plan.setting, backdrops=plan.backdrops))
        elsewhere = False
    else:
        before = layout_of(start, base)
    before.laid_out()
    layout = layout_of(scene, plan)
    taken: dict[int, int] = {}
    for new, old in _partners(base, plan).items():
        copies = before.copies.get(old, [])[taken.get(old, 0) :]
        taken[old] = taken.get(old, 0) + plan.things[new].count
        if new not in layout.sprites or not copies or (elsewhere and new not in layout.roots):
            continue
        kept = [_kept(item, new, base.things[old], plan.things[new]) for item in copies][: plan.things[new].count]
        layout.copies[new] = [_resettled(layout, item) for item in kept] if elsewhere else kept
    _exchange(layout, base)
    for index in layout.roots:
        if index not in layout.copies and plan.things[index].at is not None:
            layout.place_at(index)
        else:
            _find_room(layout, index)
    place_bonds(layout)
    held_in_frame(layout, moves=False)
    return layout.items()


def _resettled(layout: Layout, item: Placed) -> Placed:
    """What stays in its place of the frame while the ground under it becomes another."""
    scene, layer = layout.scene, layout.layer(item.index)
    y = item.y
    if layer != "sky":
        depth = item.depth if not item.floats else layout.depth(item.index, 0, 1)
        y = scene.ground.level(depth) * scene.height
    return replace(item, y=y, order=y / scene.height, floats=layer == "sky", wet=layer == "water")


def _partners(base: ScenePlan, plan: ScenePlan) -> dict[int, int]:
    """For each thing that stays its index in `base`; a thing that stands in for another has that one's."""
    free = {index: thing.count for index, thing in enumerate(base.things)}
    found: dict[int, int] = {}

    def pair(new: int, old: int | None) -> None:
        if old is not None:
            found[new] = old
            free[old] -= plan.things[new].count

    for new, thing in enumerate(plan.things):
        # Some who part from several of their kind are among those who were there.
        alike = [i for i in free if base.things[i].kind == thing.kind]
        untouched = (i for i in alike if i not in found.values())
        pair(new, next(untouched, next((i for i in alike if free[i] >= thing.count), None)))
    for new, thing in enumerate(plan.things):
        if new not in found:
            place = get(thing.kind).place
            fitting = [i for i in free if get(base.things[i].kind).place == place and _borne_alike(base, i, plan, new)]
            untouched = (i for i in fitting if i not in found.values())
            parted = (i for i in fitting if free[i] == thing.count and _tied_alike(base.things[i], thing))
            pair(new, next(untouched, next(parted, None)))
    order, stay = order_of(base), set(found.values())
    exchanged = {new for pair in _exchanges(base, plan) for new in pair}
    bonds = {new: order.host_of(old) for new, old in found.items()}
    # What was on a thing that is gone cannot stay in the air, and what more copies are carried is placed anew.
    return {
        new: old
        for new, old in found.items()
        if (bonds[new] is None or (bonds[new].host in stay and base.things[old].count >= plan.things[new].count))
        and (new in exchanged or not _goes_elsewhere(base, old, plan, new, found))
    }


def _borne_alike(base: ScenePlan, old: int, plan: ScenePlan, new: int) -> bool:
    """Whether two things are borne in the same way, if at all: a hat that is worn stands for no book that was held."""
    before, now = order_of(base).host_of(old), order_of(plan).host_of(new)
    return before is None or now is None or before.kind == now.kind


def _tied_alike(one: Thing, other: Thing) -> bool:
    """Whether two things are where they are by the same kinds of relations."""
    return {r.kind for r in one.relations} == {r.kind for r in other.relations}


def _exchanges(base: ScenePlan, plan: ScenePlan) -> list[tuple[int, int]]:
    """Pairs of things, by index, of which the first stood left of the second in `base` and stands right of it now."""
    if [thing.kind for thing in base.things] != [thing.kind for thing in plan.things]:
        return []
    before, now = order_of(base), order_of(plan)
    return [(left, right) for left, right in before.sides if (right, left) in now.sides]


def _exchange(layout: Layout, base: ScenePlan) -> None:
    """Let those who exchange their sides exchange their places, with all that they carry."""
    for left, right in _exchanges(base, layout.plan):
        if left in layout.copies and right in layout.copies:
            ends = [float(np.mean([item.x for item in layout.copies[index]])) for index in (left, right)]
            shift(layout, left, ends[1] - ends[0])
            shift(layout, right, ends[0] - ends[1])


#: Relations that say where a thing is.
_PLACING = frozenset(CARRIED) - {"holding", "wearing"} | {"left_of", "right_of", "between", "beside"}


def _goes_elsewhere(base: ScenePlan, old: int, plan: ScenePlan, new: int, stay: dict[int, int]) -> bool:
    """Whether the plan puts a thing where the base did not. What stands in for another thing is that thing here."""
    before = {(r.kind, r.target) for r in base.things[old].relations if r.kind in _PLACING}
    now = {(r.kind, stay.get(r.target)) for r in plan.things[new].relations if r.kind in _PLACING}
    return plan.things[new].at != base.things[old].at or bool(now - before)


def _kept(item: Placed, index: int, before: Thing, now: Thing) -> Placed:
    """The same place for what a thing has become."""
    tall, sprite, pose = item.tall * now.size / before.size, item.sprite, item.thing.trait("pose")
    if now.kind != before.kind:
        sprite = get(now.kind)
        tall *= max(0.5, min(2.0, sprite.height / max(0.02, get(before.kind).height)))
    if (
        pose is not None
        and before.trait("pose") is None
        and now.trait("pose") is None
        and len(now.relations) >= len(before.relations)
    ):
        # A pose that the composition gave it: that of a rider, say.
        now = replace(now, traits=now.traits | {f"pose:{pose}"})
    stream = item.index if item.stream is None else item.stream
    return replace(item, index=index, thing=now, sprite=sprite, tall=tall, stream=stream)


def _find_room(layout: Layout, index: int) -> None:
    """Place a new thing, copy by copy, where it covers the least of what is there."""
    scene = layout.scene
    aloft = layout.layer(index) == "sky"
    placed = layout.copies.get(index, [])
    alike = (item for item in layout.placed() if item.thing.kind == layout.plan.things[index].kind)
    like = placed[0] if placed else next(alike, None)
    for copy in range(len(placed), layout.plan.things[index].count):
        # More of what is there are as large as that.
        tall = like.tall if like is not None else PROMINENCE * layout.tall(index)
        depth = 0.25 if aloft else layout.depth(index, 0, 1)
        levels = np.linspace(0.3, 0.8, ROWS) * scene.horizon if aloft else [scene.ground.level(depth)]
        best = (2.0, 0.5 * scene.width, scene.ground.near * scene.height, tall)
        # One more of what is there stands farther away rather than that it is a dwarf.
        for factor in (1.0, 0.8) if like is not None and not aloft else (1.0, 0.8, 0.62, SMALLEST):
            best = min(best, *_spots(layout, index, levels, factor * tall))
            if best[0] < COVERED_MAX:
                break
        if best[0] >= COVERED_MAX and not aloft:
            best, depth = _squeezed_in(layout, index, depth, tall)
        _, x, y, tall = best
        layout.add(index, copy, x, y, tall, depth=depth, floats=aloft)


def _spots(layout: Layout, index: int, levels: list[float], tall: float) -> list[tuple[float, float, float, float]]:
    """Places for a thing: how bad each is (0 is free room), x and y of its base, and its height."""
    scene = layout.scene
    wide = tall * layout.sprites[index].width
    others = layout.placed()
    spots = []
    for x in np.linspace(0.5 * wide, max(0.5 * wide, scene.width - 0.5 * wide), COLUMNS):
        for level in levels:
            y = level * scene.height
            if layout.layer(index) == "sky":
                y = max(y + 0.5 * tall, 1.05 * tall)
            box = (x - wide / 2, y - tall, x + wide / 2, y)
            covered = sum(_shared(box, item.box_px()) for item in others) / (wide * tall)
            wrong = _wrong_side(layout, index, float(x))
            lean = 0.05 * abs(x / scene.width - 0.5)
            spots.append((covered + wrong + lean, float(x), float(y), tall))
    return spots


def _squeezed_in(
    layout: Layout, index: int, depth: float, tall: float
) -> tuple[tuple[float, float, float, float], float]:
    """The least bad place in a full picture, as `_spots` tells it, and its depth: nearer or farther than the others.

    What counts is the share of the new thing that others hide, and that of each other which it hides.
    """
    scene, wide = layout.scene, layout.sprites[index].width
    found = []
    for step, away in enumerate(ROWS_TRIED):
        there = float(np.clip(depth + away, 0.0, 0.85))
        y = scene.ground.level(there) * scene.height
        for factor in (1.0, 0.8, 0.62):
            high = factor * tall * (1.0 - away)
            reach = 0.5 * wide * high
            for x in np.linspace(reach, max(reach, scene.width - reach), 2 * COLUMNS):
                bad = _hides(layout, float(x), y, wide * high, high) + _wrong_side(layout, index, float(x))
                found.append(((bad + 0.04 * step + 0.2 * (1.0 - factor), float(x), float(y), high), there))
    return min(found)


def _hides(layout: Layout, x: float, y: float, wide: float, high: float) -> float:
    """How much a thing at (`x`, `y`) would hide of others and they of it, each as a share of what is hidden."""
    own, hidden, hides = _core(x, y, wide, high), 0.0, 0.0
    for item in layout.placed():
        other = _core(item.x, item.y, item.wide, item.tall)
        shared = _shared(own, other)
        if item.order * layout.scene.height > y:
            hidden += shared / max(1.0, (own[2] - own[0]) * high)
        else:
            hides = max(hides, shared / max(1.0, (other[2] - other[0]) * item.tall))
    return min(1.0, hidden) + hides


def _core(x: float, y: float, wide: float, high: float) -> tuple[float, float, float, float]:
    """The box that a silhouette fills at most heights."""
    return (x - 0.5 * FILLED * wide, y - high, x + 0.5 * FILLED * wide, y)


def _shared(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """The area in which two boxes overlap."""
    wide, high = min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1])
    return max(0.0, wide) * max(0.0, high)


def _wrong_side(layout: Layout, index: int, x: float) -> float:
    """1 for each thing that the plan wants on the other side of `x`, and something for distance from a neighbour."""
    wrong = 0.0
    for left, right in layout.order.sides:
        if index == left and right in layout.copies:
            wrong += x >= layout.copies[right][0].x
        if index == right and left in layout.copies:
            wrong += x <= layout.copies[left][0].x
    for one, other in layout.order.near:
        mate = other if index == one else one if index == other else None
        if mate in layout.copies:
            wrong += 0.3 * abs(x - layout.copies[mate][0].x) / layout.scene.width
    return wrong
