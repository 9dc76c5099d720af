"""Walls behind what stands against them, floors that mean a room, and what is outside its window."""

import pytest

from easel.engines.painter.language import read


@pytest.mark.parametrize(
    ("prompt", "wall", "colour"),
    [
        ("a red bicycle leaning against a blue wall", "wall", "#2f6fd0"),
        ("一辆自行车靠在蓝色的墙边", "wall", "#2f6fd0"),
        ("a cat in front of a brick wall", "brick_wall", None),
        ("一辆自行车靠在红砖墙边", "brick_wall", None),
    ],
)
def test_a_wall_is_behind_what_stands_against_it(prompt: str, wall: str, colour: str | None) -> None:
    """The wall has the colour that is named, and nothing of it is told as not painted."""
    plan = read(prompt)
    assert (plan.setting, plan.tint, plan.unpainted) == (wall, colour, ())


def test_a_picture_on_a_wall_of_a_room_makes_no_wall() -> None:
    """Rooms have walls of their own."""
    assert read("a sofa against a blue wall in a living room").setting == "living_room"


@pytest.mark.parametrize(
    ("prompt", "setting"),
    [
        ("a kitten on a wooden floor", "living_room"),
        ("一只猫趴在木地板上", "living_room"),
        ("a dog on the tiled floor", "kitchen"),
        ("a man exercising on the floor of a gym", "gym"),
    ],
)
def test_a_floor_is_in_a_room(prompt: str, setting: str) -> None:
    """Nobody lies on floorboards in a meadow."""
    assert read(prompt).setting == setting


@pytest.mark.parametrize("prompt", ["极简风格的客厅，窗外是大海", "minimalist living room with an ocean view"])
def test_the_sea_is_outside_and_the_room_is_no_drawing(prompt: str) -> None:
    """A sparely furnished room is not painted flat, and its window looks on the sea."""
    plan = read(prompt)
    assert (plan.setting, plan.backdrops, plan.style) == ("living_room", ("islands",), "none")
