"""In rooms doors are in the back wall and lamps hang from the ceiling."""

import pytest

from easel.core.image import Size
from easel.engines.painter.begin import begin
from easel.engines.painter.compose import compose
from easel.engines.painter.language import read

SIZE = Size(256, 256)


def _placed(prompt: str) -> dict:
    scene, _ = begin(read(prompt), SIZE, seed=3)
    return {kind: [item for item in compose(scene) if item.thing.kind == kind] for kind in
            {thing.kind for thing in read(prompt).things}}  # fmt: skip


@pytest.mark.parametrize(
    ("prompt", "kind", "number"),
    [
        ("a living room with a pendant lamp", "pendant_lamp", 1),
        ("三盏吊灯在餐桌上方", "pendant_lamp", 3),
        ("three pendant lamps over a dining table", "pendant_lamp", 3),
        ("a bedroom with a crystal chandelier", "chandelier", 1),
    ],
)
def test_lamps_hang_from_the_ceiling(prompt: str, kind: str, number: int) -> None:
    """Their cords begin at the upper edge, and they end over the middle."""
    lamps = _placed(prompt)[kind]
    assert number == len(lamps)
    assert all(abs(lamp.y - lamp.tall) < 2 for lamp in lamps)
    assert all(lamp.y < 0.45 * SIZE.height for lamp in lamps)
    assert number == len({round(lamp.x) for lamp in lamps})


@pytest.mark.parametrize("prompt", ["a dog and a door in a living room", "a bedroom with a wooden door"])
def test_a_door_is_in_the_back_wall(prompt: str) -> None:
    """It ends where the floor begins, beside the middle, and all else is before it."""
    placed = _placed(prompt)
    (door,) = placed["door"]
    assert door.y < 0.76 * SIZE.height
    assert abs(door.x - 0.5 * SIZE.width) > 0.2 * SIZE.width
    assert all(item.order > door.order for kind, items in placed.items() if kind != "door" for item in items)
