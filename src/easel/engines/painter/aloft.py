"""Things off the ground: in the air, apart from each other and clear of what stands below, or afloat on a river."""

import math
from typing import TYPE_CHECKING

from easel.engines.painter.relations import left_to_right
from easel.engines.painter.scattered import scattered
from easel.engines.painter.things import Placed, set_pose
from easel.engines.painter.water import RIVER, river_middle

if TYPE_CHECKING:
    from easel.engines.painter.compose import Layout

LIVING = frozenset({"person", "animal"})
#: How far from upright those are who float in space, in degrees.
LEANING = (12.0, 26.0)
#: More than so many are in no order; more than so many are a flock, of which some are far away.
FEW, FLOCK = 2, 7
#: How far away those of some are at the most, and those of a flock.
AWAY, FARTHEST = 0.42, 0.6
#: What flies among plants as well as over them, and down to which share of the height.
INSECTS = frozenset({"bee", "butterfly", "firefly", "dragonfly", "ladybug"})
OVER_GROUND = 0.84
#: Down to where one swims over what stands on the bed of the sea.
OVER_SEABED = 0.7
#: How bad it is to hide what stands below, whole.
HIDES = 2.0


def place_aloft(layout: "Layout", indices: list[int]) -> None:
    """Place flying things in the open air, apart from each other: one or two in the middle, more as chance has it."""
    slots = [(i, k) for i in left_to_right(indices, layout.order) for k in range(layout.plan.things[i].count)]
    if not slots:
        return
    cells = _Cells(layout, len(slots), low=all(layout.plan.things[i].kind in INSECTS for i in indices))
    talls, away = _heights(layout, slots, cells)
    places = _middles(layout, slots, talls, cells)
    for (index, copy), tall, far, (x, y) in zip(slots, talls, away, places, strict=True):
        item = layout.add(index, copy, x, y, tall, depth=0.25 + 0.5 * far, floats=True)
        if layout.ground.kind == "air" and item.sprite.group in LIVING:
            _weightless(layout, item)


class _Cells:
    """The open air, shared out among `number` things."""

    def __init__(self, layout: "Layout", number: int, *, low: bool):
        scene = layout.scene
        air = layout.ground.kind == "air"
        self.top, bottom = (0.06, 0.94) if air else (0.05, max(0.3, min(scene.horizon, 0.72) - 0.04))
        if air and any(not item.floats for item in layout.placed()):
            bottom = OVER_SEABED
        if low and number > FEW and layout.ground.kind == "ground":
            bottom = max(bottom, OVER_GROUND)
        high = bottom - self.top
        columns = min(number, max(1, math.ceil(math.sqrt(number * scene.width / (scene.height * high)))))
        self.rows = -(-number // columns)
        self.columns = -(-number // self.rows)
        self.width, self.height = scene.width / self.columns, high * scene.height / self.rows
        self.area = (0.0, self.top * scene.height, float(scene.width), bottom * scene.height)


def _heights(layout: "Layout", slots: list[tuple[int, int]], cells: _Cells) -> tuple[list[float], list[float]]:
    """How tall each is in pixels, and how far away, 0 to 1."""
    talls, away = [], []
    farthest = FARTHEST if len(slots) > FLOCK else AWAY
    for index, _ in slots:
        sprite = layout.sprites[index]
        tall = layout.tall(index) * (1.0 if layout.layer(index) == sprite.place else 0.92)
        tall = min(tall, 0.92 * cells.height, 0.88 * cells.width / max(sprite.width, 0.1))
        if sprite.group == "person":
            # Arms are raised over the head there.
            tall = min(tall, 0.6 * layout.scene.height)
        far = layout.rng.uniform(0.0, farthest) if len(slots) > FEW and sprite.group != "person" else 0.0
        talls.append(tall * (1.0 - far))
        away.append(far)
    return talls, away


def _middles(
    layout: "Layout", slots: list[tuple[int, int]], talls: list[float], cells: _Cells
) -> list[tuple[float, float]]:
    """The middle of the base of each, clear of what stands below and in the order that the words give."""
    sizes = [(tall * layout.sprites[i].width, tall) for (i, _), tall in zip(slots, talls, strict=True)]
    people = any(layout.sprites[i].group == "person" for i, _ in slots)
    if len(slots) > FEW and not layout.order.sides and not people:
        standing = [item.box_px() for item in layout.placed() if not item.floats]

        def hidden(x: float, y: float, number: int) -> float:
            wide, tall = sizes[number]
            return HIDES * _covered(standing, (x, y + tall / 2), tall, wide) / (wide * tall)

        middles, _ = scattered(layout.rng, sizes, [cells.area] * len(sizes), hidden)
        return [(x, y + tall / 2) for (x, y), tall in zip(middles, talls, strict=True)]
    near = 0.4 if people else 1.0
    return [_in_cell(layout, (n, len(slots)), size, cells, near) for n, size in enumerate(sizes)]


def _in_cell(
    layout: "Layout", slot: tuple[int, int], size: tuple[float, float], cells: _Cells, near: float
) -> tuple[float, float]:
    """The middle of the base of number `slot[0]` of `slot[1]`, each of which has its part of the air."""
    scene, (wide, tall), (number, total) = layout.scene, size, slot
    row, column = divmod(number, cells.columns)
    in_row = min(cells.columns, total - row * cells.columns)
    free_x = max(0.0, scene.width / in_row - wide) * 0.42 * near
    free_y = max(0.0, cells.height - tall) * 0.44
    middle = (
        scene.width * (column + 0.5) / in_row,
        cells.top * scene.height + cells.height * (row + 0.5) + tall / 2,
    )
    return _clear_of_ground(layout, middle, (free_x, free_y), tall, wide)


def _weightless(layout: "Layout", item: Placed) -> None:
    """Nobody stands or sits on anything in space: they hang there at an angle, animals with their legs spread."""
    item.turn = float(layout.rng.choice([-1, 1]) * layout.rng.uniform(*LEANING))
    # About the middle: it stays where it is in the frame.
    lean = math.radians(item.turn)
    item.x -= 0.5 * item.tall * math.sin(lean)
    item.y -= 0.5 * item.tall * (1 - math.cos(lean))
    if item.sprite.group == "animal":
        set_pose(item, "flying")


def _clear_of_ground(
    layout: "Layout", middle: tuple[float, float], free: tuple[float, float], tall: float, wide: float
) -> tuple[float, float]:
    """A place in the air around `middle` where as little as may be is in front of what stands on the ground."""

    standing = [item.box_px() for item in layout.placed() if not item.floats]
    tries = [tuple(m + layout.rng.uniform(-f, f) for m, f in zip(middle, free, strict=True)) for _ in range(7)]
    return min(tries, key=lambda place: _covered(standing, place, tall, wide))


def _covered(
    standing: list[tuple[float, float, float, float]], place: tuple[float, float], tall: float, wide: float
) -> float:
    """How many pixels of what stands below something in the air is before whose base has its middle at `place`."""
    overlap = 0.0
    for left, top, right, bottom in standing:
        across = min(right, place[0] + wide / 2) - max(left, place[0] - wide / 2)
        down = min(bottom, place[1]) - max(top - 0.1 * tall, place[1] - tall)
        overlap += max(0.0, across) * max(0.0, down)
    return overlap


def set_afloat(layout: "Layout") -> None:
    """Move what sails or swims from a river's banks onto its water."""
    scene = layout.scene
    reach = scene.height - scene.ground_px
    for copies in layout.copies.values():
        swimmers = [item for item in copies if item.sprite.place == "water"]
        for number, item in enumerate(swimmers):
            t = min(0.96, 0.5 + 0.4 * (number + 1) / (len(swimmers) + 1))
            half = (RIVER[0] + RIVER[1] * t) * scene.unit
            item.tall = min(item.tall, 1.5 * half / item.sprite.width)
            item.x = 0.5 * scene.width + float(river_middle(scene, t)) * scene.unit
            item.x = min(max(item.x, 0.5 * item.wide), scene.width - 0.5 * item.wide)
            item.y = scene.ground_px + t * reach
            item.depth, item.order, item.wet = 1 - t, item.y / scene.height, True
