"""Things off the ground: in the air, apart from each other and clear of what stands below, or afloat on a river."""

import math
from typing import TYPE_CHECKING

from easel.engines.painter.relations import left_to_right
from easel.engines.painter.things import Placed, set_pose
from easel.engines.painter.water import RIVER, river_middle

if TYPE_CHECKING:
    from easel.engines.painter.compose import Layout

LIVING = frozenset({"person", "animal"})
#: How far from upright those are who float in space, in degrees.
LEANING = (12.0, 26.0)


def place_aloft(layout: "Layout", indices: list[int]) -> None:
    """Scatter flying things in the open air, apart from each other."""
    scene = layout.scene
    slots = [(i, k) for i in left_to_right(indices, layout.order) for k in range(layout.plan.things[i].count)]
    if not slots:
        return
    air = layout.ground.kind == "air"
    top, bottom = (0.06, 0.94) if air else (0.05, max(0.3, min(scene.horizon, 0.72) - 0.04))
    columns = min(len(slots), max(1, math.ceil(math.sqrt(len(slots) * scene.width / (scene.height * (bottom - top))))))
    rows = -(-len(slots) // columns)
    columns = -(-len(slots) // rows)
    cell_w, cell_h = scene.width / columns, (bottom - top) * scene.height / rows
    for n, (index, copy) in enumerate(slots):
        sprite = layout.sprites[index]
        tall = layout.tall(index) * (1.0 if layout.layer(index) == sprite.place else 0.92)
        tall = min(tall, 0.92 * cell_h, 0.88 * cell_w / max(sprite.width, 0.1))
        away, near = 0.0, 1.0
        if sprite.group == "person":
            # Arms are raised over the head there.
            tall = min(tall, 0.6 * scene.height)
            near = 0.4
        elif len(slots) > 2:
            away = layout.rng.uniform(0.0, 0.42)
            tall *= 1.0 - away
        row, column = divmod(n, columns)
        in_row = min(columns, len(slots) - row * columns)
        free_x = max(0.0, scene.width / in_row - tall * sprite.width) * 0.42 * near
        free_y = max(0.0, cell_h - tall) * 0.44
        middle = scene.width * (column + 0.5) / in_row, top * scene.height + cell_h * (row + 0.5) + tall / 2
        x, y = _clear_of_ground(layout, middle, (free_x, free_y), tall, tall * sprite.width)
        item = layout.add(index, copy, x, y, tall, depth=0.25 + 0.5 * away, floats=True)
        if air and sprite.group in LIVING:
            _weightless(layout, item)


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

    def covered(place: tuple[float, float]) -> float:
        overlap = 0.0
        for other in (item for item in layout.placed() if not item.floats):
            left, top, right, bottom = other.box_px()
            across = min(right, place[0] + wide / 2) - max(left, place[0] - wide / 2)
            down = min(bottom, place[1]) - max(top - 0.1 * tall, place[1] - tall)
            overlap += max(0.0, across) * max(0.0, down)
        return overlap

    tries = [tuple(m + layout.rng.uniform(-f, f) for m, f in zip(middle, free, strict=True)) for _ in range(7)]
    return min(tries, key=covered)


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
