"""What somebody is called is nothing in the picture."""

import pytest

from easel.engines.painter.language import read
from easel.engines.painter.language.given_names import nameless


@pytest.mark.parametrize(
    ("prompt", "kinds"),
    [
        ('a dog named "Biscuit"', ["dog"]),
        ("a dog named Biscuit in the snow", ["dog"]),
        ("a cat called Pumpkin on a sofa", ["cat", "sofa"]),
        ("a dog named Biscuit. Biscuit is running", ["dog"]),
        ("一只名叫“饼干”的小狗", ["dog"]),
        ("一只名叫布丁的猫在草地上", ["cat"]),
        ("a horse named thunder", ["horse"]),
    ],
)
def test_a_given_name_is_no_thing(prompt: str, kinds: list[str]) -> None:
    """Neither a cookie nor a pumpkin is painted, and nobody twice."""
    plan = read(prompt)
    assert kinds == [thing.kind for thing in plan.things]
    assert [1] * len(kinds) == [thing.count for thing in plan.things]


@pytest.mark.parametrize(
    "prompt",
    ["a so called expert", "a bird calls from a tree", "他叫了一声", "a cat and a pumpkin", 'a cafe named "Luna"'],
)
def test_without_a_name_nothing_is_left_out(prompt: str) -> None:
    """The prompt stays as it is."""
    assert prompt == nameless(prompt)
