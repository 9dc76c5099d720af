"""Misspelt names: mended where one slip leads to one name, and left alone where they are words of their own."""

import pytest

from easel.engines.painter.language import read
from easel.engines.painter.language.spelling import corrected


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("umbrela", "umbrella"), ("pengiun", "penguin"), ("buterfly", "butterfly"), ("girafes", "giraffes"),
        ("moutain", "mountain"), ("yelow", "yellow"), ("elefant", "elephant"), ("stawberry", "strawberry"),
    ],
)  # fmt: skip
def test_one_slip_is_mended(word: str, meant: str) -> None:
    """A letter too few, two swapped, plurals, and slips that everybody makes."""
    assert meant == corrected(word)


@pytest.mark.parametrize("word", ["stable", "hearth", "neighbour", "scarlett", "zorby", "cat", "portra", "vase2"])
def test_other_words_are_left_alone(word: str) -> None:
    """English words that look like a thing's name, first names, nonsense, short words and what is no word."""
    assert corrected(word) is None


def test_a_misspelt_prompt_is_painted() -> None:
    """Number and colour come with the mended words."""
    (thing,) = read("two yelow butterflys").things
    assert ("butterfly", 2, "#f2c52e") == (thing.kind, thing.count, thing.colour)
