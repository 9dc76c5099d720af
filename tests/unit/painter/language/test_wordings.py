"""Set phrases are told in plain words before they are read."""

import pytest

from easel.engines.painter.language import read
from easel.engines.painter.language.wordings import reworded


@pytest.mark.parametrize(
    ("prompt", "wanted"),
    [
        ("小男孩在雪地里堆雪人", {"boy": 1, "snowman": 1}),
        ("孩子堆了两个雪人", {"snowman": 2}),
        ("一篮草莓", {"basket": 1, "strawberry": 5}),
        ("小女孩荡秋千", {"girl": 1, "swing": 1}),
    ],
)
def test_a_set_phrase_asks_for_what_it_means(prompt: str, wanted: dict[str, int]) -> None:
    """A heap of snow is one snowman, a basketful of fruit is in its basket."""
    found = {thing.kind: thing.count for thing in read(prompt).things}

    assert wanted.items() <= found.items()


@pytest.mark.parametrize("prompt", ["wedding couple on a beach", "一对新人在海边", "a bride and groom in a garden"])
def test_a_wedding_couple_is_dressed_for_it(prompt: str) -> None:
    """One of the two is a bride with a veil."""
    assert any(thing.trait("hat") == "veil" for thing in read(prompt).things)


def test_a_stone_under_a_thing_is_its_table() -> None:
    """Perfume on marble is not made of marble."""
    things = {thing.kind: thing for thing in read("product photo of perfume on white marble").things}

    assert things["perfume"].trait("material") is None
    assert things["table"].trait("material") == "marble"


@pytest.mark.parametrize("prompt", ["a red apple", "一只猫", "a marble statue", "on a wooden table"])
def test_other_words_stay_as_they_are(prompt: str) -> None:
    """Nothing else is reworded."""
    assert reworded(prompt) == prompt
