"""Dishes by name: each has its recipe, comes in its own vessel or the one that is named, and cakes are cut."""

import pytest

from easel.engines.painter.dishes import SERVED_IN
from easel.engines.painter.language import read
from easel.engines.painter.language.lexicon import lexicon
from easel.engines.painter.sprites.cakes import CAKES
from easel.engines.painter.sprites.recipes import INGREDIENTS, RECIPES

RED, BLUE, BLACK = "#d8322c", "#2f6fd0", "#26252b"


def test_every_dish_that_is_known_by_name_has_its_recipe():
    """And every recipe and cake is known by a name; no ingredient is missing, none is for nothing."""
    traits = {trait for entry in lexicon().forms.values() for trait in entry.traits}
    dishes = {trait.removeprefix("dish:") for trait in traits if trait.startswith("dish:")}
    cakes = {trait.removeprefix("cake:") for trait in traits if trait.startswith("cake:")}
    assert (dishes, cakes) == (set(RECIPES), set(CAKES))
    assert {name for recipe in RECIPES.values() for name, _ in recipe.laid} == set(INGREDIENTS)


@pytest.mark.parametrize(
    ("prompt", "kind", "dish", "colour"),
    [
        ("mapo tofu", "bowlful", "mapo_tofu", None),
        ("一盘红烧肉", "plated", "braised_pork", None),
        ("红烧肉，白瓷碗", "bowlful", "braised_pork", "#f5f4f0"),
        ("砂锅里的红烧肉", "potful", "braised_pork", None),
        ("一锅炖牛肉", "panful", "stew", None),
        ("a bowl of fried rice", "bowlful", "fried_rice", None),
        ("a blue plate with fried rice", "plated", "fried_rice", BLUE),
        ("fried rice in a black bowl", "bowlful", "fried_rice", BLACK),
        ("a pan of paella", "panful", "paella", None),
        ("beef stew in a pot", "potful", "stew", None),
    ],
)
def test_a_dish_has_the_vessel_that_is_named(prompt: str, kind: str, dish: str, colour: str | None):
    """The vessel is no second thing, and nothing of it is lost."""
    plan = read(prompt)
    (thing,) = plan.things
    assert (thing.kind, thing.trait("dish"), thing.colour, thing.count) == (kind, dish, colour, 1)
    assert plan.unpainted == ()


def test_two_bowls_are_two():
    """A number counts the vessels."""
    (thing,) = read("two bowls of curry").things
    assert (thing.kind, thing.count) == ("bowlful", 2)


def test_two_dishes_of_one_kind_are_two_dishes():
    """Curry and stir fried beef both come in bowls; neither is the other."""
    dishes = [thing.trait("dish") for thing in read("green curry with mapo tofu").things]
    assert dishes == ["green_curry", "mapo_tofu"]


def test_what_is_only_beside_a_plate_keeps_its_own():
    """The steak lies on the plate; the salad stands beside it."""
    assert {"steak", "plated"} <= {thing.kind for thing in read("steak on a plate with salad").things}


@pytest.mark.parametrize(
    ("prompt", "kind", "cake", "count"),
    [
        ("a cheesecake", "torte", "cheesecake", 1),
        ("a slice of strawberry cheesecake", "cake_slice", "strawberry_cheesecake", 1),
        ("two slices of chocolate cake", "cake_slice", "chocolate_cake", 2),
        ("一块提拉米苏", "cake_slice", "tiramisu", 1),
        ("抹茶蛋糕", "torte", "matcha_cake", 1),
        ("a slice of apple pie", "cake_slice", "apple_pie", 1),
    ],
)
def test_a_cake_is_whole_or_a_slice(prompt: str, kind: str, cake: str, count: int):
    """As the words say."""
    (thing,) = read(prompt).things
    assert (thing.kind, thing.trait("cake"), thing.count) == (kind, cake, count)


def test_a_birthday_cake_keeps_its_tiers():
    """Only cakes of a certain kind are of one tier."""
    assert [thing.kind for thing in read("a birthday cake").things] == ["cake"]


@pytest.mark.parametrize("prompt", ["noodles with chili oil", "hot and sour soup with sesame and chilli oil"])
def test_chili_oil_is_no_oil_painting(prompt: str):
    """Oil that is eaten is no style."""
    assert read(prompt).style == "none"


@pytest.mark.parametrize("prompt", ["a lighthouse, oil", "a portrait of a woman in oils"])
def test_oil_is_a_style(prompt: str):
    """A picture in oil is."""
    assert read(prompt).style == "oil"


def test_steam_over_a_dish_is_painted():
    """It is told of the dish, which steams."""
    assert read("a bowl of beef noodles, steam rising").unpainted == ()


@pytest.mark.parametrize("kind", SERVED_IN)
def test_toppings_lie_on_dishes(kind: str):
    """What is named with a dish lies on it, whatever it is served in."""
    prompt = {
        "plated": "fried rice with a fried egg",
        "bowlful": "salad with shrimp and avocado",
        "panful": "paella with lemon",
        "potful": "beef stew with herbs",
        "rice_bowl": "a bowl of rice with egg",
    }
    things = read(prompt[kind]).things
    assert things[0].kind == kind
    assert all(("on", 0) in [(r.kind, r.target) for r in thing.relations] for thing in things[1:])


@pytest.mark.parametrize(("prompt", "strewn"), [("一碗热气腾腾的牛肉面，葱花", True), ("北京烤鸭，大葱", False)])
def test_spring_onions_are_strewn_over_noodles(prompt: str, strewn: bool):
    """A roast duck has them beside it."""
    (scallion,) = [thing for thing in read(prompt).things if thing.kind == "scallion"]
    assert strewn == ([r.kind for r in scallion.relations] == ["on"])
