"""How many there are, in as many ways as people say it: so many, and nothing else."""

import tomllib
from pathlib import Path

import pytest

from easel.engines.painter.language import read

SAID = tomllib.loads((Path(__file__).parent / "counting.toml").read_text("utf-8"))
#: One, several, and the kind that is painted.
NOUNS = {
    "english": (("cat", "cats", "cat"), ("duck", "ducks", "duck"), ("balloon", "balloons", "balloon")),
    "chinese": (("猫", "猫", "cat"), ("鸭子", "鸭子", "duck")),
}


@pytest.mark.parametrize("language", NOUNS)
@pytest.mark.parametrize("number", SAID)
def test_a_number_is_read_however_it_is_told(number: str, language: str) -> None:
    """Lists those ways of telling it that are read otherwise."""
    wrong = []
    for said in SAID[number][language].strip().splitlines():
        for one, several, kind in NOUNS[language]:
            prompt = said.format(s=one, x=several)
            things = read(prompt).things
            if {thing.kind for thing in things} != {kind} or sum(thing.count for thing in things) != int(number):
                wrong.append(prompt)
    assert [] == wrong
