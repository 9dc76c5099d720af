"""Cities that something flies over fill the ground; swarms and festivals are many."""

import pytest

from easel.core.image import Size
from easel.engines.painter.language.prompt import read
from easel.engines.painter.paint import paint
from easel.engines.painter.places import setting_of


@pytest.mark.parametrize(
    "prompt",
    ["a dragon flying over a city at night", "A futuristic city with flying cars and glass skyscrapers",
     "未来城市，飞行汽车"],
)  # fmt: skip
def test_a_city_under_what_flies_is_seen_from_above(prompt):
    """Neither a meadow nor a street of shops lies below."""
    assert setting_of(read(prompt)) == "over_city"


@pytest.mark.parametrize("prompt", ["a cat in a city", "a bus in a futuristic city"])
def test_who_stands_in_a_city_is_not_seen_from_above(prompt):
    """They need a ground to stand on."""
    assert setting_of(read(prompt)) != "over_city"


@pytest.mark.parametrize(
    ("prompt", "kind", "least"),
    [("A hot air balloon festival over the desert", "hot_air_balloon", 5), ("a sailboat race on the sea", "boat", 4),
     ("森林里萤火虫飞舞", "firefly", 5), ("fireflies in a forest", "firefly", 5), ("一只萤火虫", "firefly", 1)],
)  # fmt: skip
def test_swarms_and_festivals_are_many(prompt, kind, least):
    """What comes in numbers does, and one that is counted is one."""
    counts = [thing.count for thing in read(prompt).things if thing.kind == kind]

    assert len(counts) == 1
    assert counts[0] == 1 if least == 1 else counts[0] >= least


def test_the_buildings_of_a_city_are_its_own():
    """No cottage stands before the towers."""
    painting = paint(read("未来城市，飞行汽车，白色建筑"), Size(128, 128), seed=1, steps=4)

    assert ["car"] == [region.kind for region in painting.regions]
