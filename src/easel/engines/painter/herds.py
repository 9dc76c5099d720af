"""Herds: many of the living, or of boats, spread over the depth of the place as chance has it, the far ones small."""

from typing import TYPE_CHECKING

import numpy as np

from easel.engines.painter.scattered import scattered

if TYPE_CHECKING:
    from easel.engines.painter.compose import Layout

#: From so many on, those of one name are a herd, a crowd or a fleet.
MANY = 9
GROUPS, KINDS = frozenset({"person", "animal", "vehicle"}), frozenset({"gravestone"})
#: A bank less deep than this share of the height has room for a row only.
DEEP = 0.13
#: How tall the farthest is, of the nearest.
FAR = 0.45
#: What all of them shrink by, until none is upon another.
SMALLER = tuple(0.86**step for step in range(9))
#: How much of a neighbour's height, and of its width, may be hidden before it is upon another.
OPEN_HIGH, OPEN_WIDE = 0.34, 0.8
#: Up to so many can be counted. Of more, neighbours may come as near as this share of what keeps them apart.
COUNTED, HERDED, CROWDED = 12, 0.85, 0.62
#: How bad it is to stand before who is there already, or behind.
MEETING = 1.5


def herds(layout: "Layout", indices: list[int]) -> list[int]:
    """Those of the things of a row that are a herd; none in rooms, between houses, or where sides are named."""
    ground = layout.ground
    narrow = ground.kind not in ("ground", "water", "shore") or ground.near - ground.far < DEEP
    if narrow or layout.order.sides or layout.in_lane or layout.scene.light.indoors:
        return []
    things = layout.plan.things
    spread = [i for i in indices if layout.sprites[i].group in GROUPS or things[i].kind in KINDS]
    herd = [i for i in spread if layout.order.host_of(i) is None]
    busy = {i for bond in layout.order.bonds for i in (bond.child, bond.host)}
    herd = [i for i in herd if i not in busy]
    named = {words: sum(things[i].count for i in herd if things[i].words == words) for words in _words(layout, herd)}
    return [i for i in herd if named[things[i].words] >= MANY]


def _words(layout: "Layout", indices: list[int]) -> set[str]:
    return {layout.plan.things[i].words for i in indices}


def place_herd(layout: "Layout", indices: list[int]) -> None:
    """Spread the copies of the things over the ground, around those who stand there already."""
    if not indices:
        return
    scene, ground, rng = layout.scene, layout.ground, layout.rng
    slots = [(i, k) for i in indices for k in range(layout.plan.things[i].count)]
    rng.shuffle(slots)
    near, far = ground.level(0.0) * scene.height, ground.level(0.9) * scene.height
    left, right = layout.span[0] * scene.width, layout.span[1] * scene.width
    # An even spread over what is seen of the ground.
    shares = (np.arange(len(slots)) + rng.uniform(0.2, 0.8, len(slots))) / len(slots)
    levels = far + (near - far) * shares
    talls = np.array([layout.tall(i) for i, _ in slots]) * (FAR + (1 - FAR) * shares)
    wides = talls * [max(0.28, layout.sprites[i].width) for i, _ in slots]
    rows = [(left, level - 1.0, right, level + 1.0) for level in levels]
    standing = [item.box_px() for item in layout.placed() if not item.floats]

    def meets(factor: float, x: float, number: int) -> float:
        half, low = 0.5 * OPEN_WIDE * factor * wides[number], levels[number]
        beside = [box for box in standing if box[0] - half < x < box[2] + half]
        return MEETING * any(low > box[1] and low - factor * talls[number] < box[3] for box in beside)

    crowd = len(slots) > COUNTED
    close = (CROWDED if layout.sprites[indices[0]].group == "person" else HERDED) if crowd else 1.0
    for factor in SMALLER:
        sizes = np.column_stack([OPEN_WIDE * factor * wides, 2 * OPEN_HIGH * factor * talls])
        places, apart = scattered(rng, sizes, rows, lambda x, _, number, factor=factor: meets(factor, x, number))
        if apart >= close:
            break
    for n, (index, copy) in enumerate(slots):
        layout.add(index, copy, places[n][0], levels[n], factor * talls[n], depth=float(0.85 * (1 - shares[n])))
