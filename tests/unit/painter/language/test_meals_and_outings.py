"""Cooked food is cooked, a pizza is whole, a picnic is on a blanket in the park, a graveyard has many stones."""

import pytest

from easel.engines.painter.language import read
from easel.engines.painter.places import setting_of


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [
        ("a grilled steak on a plate", "steak"),
        ("牛排", "steak"),
        ("raw meat", "icon:cut-of-meat"),
        ("a roast chicken", "roast_chicken"),
        ("北京烤鸭", "roast_chicken"),
        ("a pizza", "pizza"),
        ("a slice of pizza", "pizza_slice"),
        ("a fried egg", "fried_egg"),
        ("grilled fish with lemon", "grilled_fish"),
        ("waffles", "waffles"),
    ],
)
def test_a_dish_is_what_it_is_called(prompt: str, kind: str) -> None:
    """Neither raw nor a pan."""
    assert kind == read(prompt).things[0].kind


@pytest.mark.parametrize("prompt", ["a picnic", "a family having a picnic", "一家人野餐"])
def test_a_picnic_is_on_a_blanket_in_the_park(prompt: str) -> None:
    """There is no table."""
    plan = read(prompt)
    kinds = [thing.kind for thing in plan.things]
    assert "picnic_blanket" in kinds
    assert "table" not in kinds
    assert "park" == setting_of(plan)


@pytest.mark.parametrize("prompt", ["a graveyard at night", "a ghost in a graveyard", "墓地"])
def test_a_graveyard_has_many_stones(prompt: str) -> None:
    """A gravestone is one."""
    counts = {thing.kind: thing.count for thing in read(prompt).things}
    assert counts["gravestone"] >= 12
    assert 1 == read("a gravestone").things[0].count


@pytest.mark.parametrize("prompt", ["synthwave sunset", "a retrowave car on a road", "蒸汽波风格的棕榈树", "outrun"])
def test_synthwave_is_a_plain_of_neon_lines(prompt: str) -> None:
    """Unless another place is named, a road's end excepted."""
    assert "neon_grid" == read(prompt).setting
    assert "beach" == read("synthwave beach").setting
