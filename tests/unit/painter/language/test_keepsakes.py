"""Typewriters, paper planes, coats of arms, gingerbread houses, tattoo designs: each is what it is called."""

import pytest

from easel.engines.painter.language import read


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [
        ("a vintage typewriter on a desk", "typewriter"),
        ("复古打字机", "typewriter"),
        ("a paper plane flying over a city", "paper_plane"),
        ("一只纸飞机飞过天空", "paper_plane"),
        ("a gingerbread house in the snow", "gingerbread_house"),
        ("a candy cottage in the forest", "gingerbread_house"),
        ("糖果屋", "gingerbread_house"),
        ("the coat of arms of a noble house", "coat_of_arms"),
    ],
)
def test_each_is_what_it_is_called(prompt: str, kind: str) -> None:
    """Nothing else is painted in its place."""
    assert kind in [thing.kind for thing in read(prompt).things]


@pytest.mark.parametrize(
    "prompt", ["a family coat of arms with a lion", "a lion crest", "heraldic crest featuring a lion", "狮子纹章"]
)
def test_a_coat_of_arms_bears_its_animal(prompt: str) -> None:
    """No lion stands beside it."""
    (arms,) = read(prompt).things
    assert ("coat_of_arms", "lion") == (arms.kind, arms.trait("charge"))


def test_who_holds_a_coat_of_arms_is_not_on_it() -> None:
    """A lion that holds it stays a lion."""
    assert {"lion", "coat_of_arms"} == {thing.kind for thing in read("a lion holding a coat of arms").things}


@pytest.mark.parametrize("prompt", ["tattoo design of a wolf", "狼的纹身图案"])
def test_a_tattoo_design_is_a_drawing_on_a_sheet(prompt: str) -> None:
    """Not a wolf in a meadow."""
    plan = read(prompt)
    assert ("sheet", "pencil", ["wolf"]) == (plan.setting, plan.style, [thing.kind for thing in plan.things])
