"""Bunches of flowers are one thing, in hand, on a table or in paper; in a vase they are flowers."""

from dataclasses import replace

import pytest
from tests.unit.painter.sprites.test_sprites import drawn

from easel.engines.painter.brush import rgb
from easel.engines.painter.language import apply_changes, instruct, read
from easel.engines.painter.places import setting_of
from easel.engines.painter.sprites import Look

RED, PINK = "#d8322c", "#f29ab8"


@pytest.mark.parametrize(
    ("prompt", "flowers", "count", "colour"),
    [
        ("a bouquet of red roses", "rose", 1, RED),
        ("一束红玫瑰", "rose", 1, RED),
        ("a bunch of tulips", "tulip", 1, None),
        ("a rose bouquet", "rose", 1, None),
        ("向日葵花束", "sunflower", 1, None),
        ("two bouquets of lavender", "lavender", 2, None),
        ("三束郁金香", "tulip", 3, None),
        ("a bouquet of pink peonies", "peony", 1, PINK),
        ("a bouquet of roses, tulips and lilies", "rose,tulip,flower", 1, None),
        ("a beautiful bouquet of spring flowers", "flower", 1, None),
    ],
)
def test_a_bunch_of_flowers_is_a_bouquet(prompt: str, flowers: str, count: int, colour: str | None) -> None:
    """Nothing else is there, and no flower grows in a meadow."""
    plan = read(prompt)
    assert [("bouquet", count, colour)] == [(thing.kind, thing.count, thing.colour) for thing in plan.things]
    assert flowers == plan.things[0].trait("flowers")
    assert "meadow" != setting_of(plan)


@pytest.mark.parametrize("prompt", ["a woman holding a bouquet of tulips", "一位女士捧着一束郁金香"])
def test_a_bouquet_is_held(prompt: str) -> None:
    """It is one thing in the hands."""
    woman, bouquet = read(prompt).things
    assert ("woman", "bouquet") == (woman.kind, bouquet.kind)
    assert ["holding"] == [relation.kind for relation in woman.relations]


@pytest.mark.parametrize("prompt", ["a bouquet of wild flowers in a vase", "花瓶里插着一束百合"])
def test_a_bunch_in_a_vase_is_flowers_on_a_table(prompt: str) -> None:
    """As many as fill it."""
    plan = read(prompt)
    assert {"flower": 5, "vase": 1} == {thing.kind: thing.count for thing in plan.things}
    assert "table_top" == setting_of(plan)


@pytest.mark.parametrize("prompt", ["a bunch of bananas", "a bunch of balloons", "一束光"])
def test_no_other_bunch_is_a_bouquet(prompt: str) -> None:
    """Only flowers are bound."""
    assert "bouquet" not in [thing.kind for thing in read(prompt).things]


@pytest.mark.parametrize("told", ["make the roses white", "把玫瑰换成白色"])
def test_the_flowers_of_a_bouquet_are_recoloured(told: str) -> None:
    """An edit that speaks of the roses means the bouquet."""
    plan = read("a bouquet of red roses")
    (bouquet,) = apply_changes(plan, instruct(told)).things
    assert ("bouquet", "#f5f4f0") == (bouquet.kind, bouquet.colour)


def test_a_bouquet_of_several_colours() -> None:
    """Each flower has its colour, and another colour for all of them takes the place of these."""
    plan = read("a bouquet of red roses and white lilies")
    assert [(t.kind, t.colour, t.trait("flowers"), t.trait("petals")) for t in plan.things] == [
        ("bouquet", None, "rose,flower", "#d8322c,#f5f4f0")
    ]
    look = Look(traits={"flowers": "rose,flower", "petals": "#d8322c,#f5f4f0"})
    several, blue = (drawn("bouquet", 200, each)[0] for each in (look, replace(look, colour=rgb("#2f6fd0"))))
    assert (several[..., 2].astype(int) > 200).sum() > 500
    assert ((blue[..., 0].astype(int) - blue[..., 2]) > 60).mean() < 0.05
