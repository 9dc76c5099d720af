"""What is told of a dish: its toppings, what it is served on, and tables that are a clause of their own."""

import pytest

from easel.engines.painter.language import read

TOPPED = [
    ("A bowl of ramen with egg, pork and green onions", "ramen", {"egg", "icon:cut-of-meat", "scallion"}),
    ("pancakes with maple syrup, blueberries and butter on a white plate", "pancakes",
     {"icon:honey-pot", "icon:blueberries", "icon:butter"}),
    ("hot chocolate with marshmallows", "coffee_cup", {"marshmallow"}),
    ("一碗牛肉面，撒着香菜", "bowlful", {"icon:herb"}),
    ("一碗燕麦粥，配蓝莓、草莓和坚果", "porridge", {"icon:blueberries", "strawberry", "icon:peanuts"}),
    ("草莓蛋糕，白色盘子，配草莓和薄荷叶", "torte", {"strawberry", "icon:herb"}),
]  # fmt: skip


@pytest.mark.parametrize(("prompt", "dish", "toppings"), TOPPED)
def test_toppings_are_on_their_dish(prompt: str, dish: str, toppings: set[str]) -> None:
    """All that is listed behind `with` is on the one dish, not beside it."""
    things = read(prompt).things
    index = next(i for i, thing in enumerate(things) if thing.kind == dish)
    on = {thing.kind for thing in things if any((r.kind, r.target) == ("on", index) for r in thing.relations)}
    assert (1, toppings) == (things[index].count, on)


@pytest.mark.parametrize("prompt", ["a cup of coffee with a croissant", "ramen with a cup of tea"])
def test_what_is_no_topping_stands_beside(prompt: str) -> None:
    """A croissant does not swim in the coffee."""
    assert [r.kind for thing in read(prompt).things for r in thing.relations] == ["beside"]


@pytest.mark.parametrize(
    ("prompt", "relation"),
    [
        ("pancakes with butter on a white plate", ("pancakes", "plate")),
        ("一碗拉面，木桌，俯视", ("ramen", "table")),
        ("A glass of juice, marble table", ("juice", "table")),
    ],
)
def test_a_dish_stands_on_what_is_named_for_it(prompt: str, relation: tuple[str, str]) -> None:
    """The plate and the table that is a clause of its own are under the dish, not under its topping."""
    things = read(prompt).things
    told = {(t.kind, things[r.target].kind) for t in things for r in t.relations if r.kind == "on"}
    assert relation in told or (relation[1] == "table" and read(prompt).setting == "table_top")


def test_nobody_stands_on_a_table_that_is_only_named() -> None:
    """Somebody who eats sits at the table."""
    assert not any(r.kind == "on" for thing in read("一个男人吃面条，木桌").things for r in thing.relations)


def test_a_burger_shows_its_fillings_itself() -> None:
    """Cheese and lettuce of a burger are no things beside it."""
    assert [t.kind for t in read("A burger with cheese, lettuce and tomato").things] == ["burger"]


def test_a_ball_of_yarn_is_one_thing() -> None:
    """The ball and what it is of are not two."""
    assert [thing.kind for thing in read("a kitten with a ball of blue yarn").things] == ["cat", "icon:yarn"]


def test_the_basket_of_a_bicycle_is_on_it() -> None:
    """Flowers in the basket ride along."""
    things = read("a red bicycle with flowers in the basket").things
    basket = next(thing for thing in things if thing.kind == "basket")
    assert [(r.kind, things[r.target].kind) for r in basket.relations] == [("on", "bicycle")]


def test_wood_of_a_desk_is_not_the_cups() -> None:
    """Only the desk is wooden."""
    assert [thing.trait("material") for thing in read("a cup of tea on a wooden desk").things] == [None]


def test_a_listed_bottle_does_not_hold_what_was_named_before() -> None:
    """Grapes, a bottle and cheese stand side by side; a vase full of flowers holds several."""
    listed = read("a still life with grapes, a wine bottle and cheese").things
    filled = read("一个装满鲜花的玻璃花瓶").things
    assert not any(r.kind == "in" for thing in listed for r in thing.relations)
    assert (5, "in") == (filled[0].count, filled[0].relations[0].kind)


@pytest.mark.parametrize(
    ("prompt", "dish", "flavour"),
    [("三块草莓松饼", "pancakes", "strawberry"), ("A mushroom pizza", "pizza", "mushroom")],
)
def test_the_fruit_of_a_cake_is_on_it(prompt: str, dish: str, flavour: str) -> None:
    """What stands before a dish without a word between lies on it, and the number is the dish's."""
    things = {thing.kind: thing for thing in read(prompt).things}
    assert (3 if "三" in prompt else 1, ["on"]) == (things[dish].count, [r.kind for r in things[flavour].relations])
