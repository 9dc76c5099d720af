"""Logos of trades: no blank sheet where nothing to be painted is named."""

import pytest

from easel.engines.painter.language.marks import every_trade
from easel.engines.painter.language.prompt import read
from easel.engines.painter.sprites import get


@pytest.mark.parametrize(
    ("prompt", "kinds"),
    [
        ("logo for a coffee brand, minimalist, white background", ["coffee_cup"]),
        ("a minimalist logo for a law firm", ["icon:balance-scale"]),
        ('logo of a bakery named "Sweet Home"', ["icon:croissant"]),
        ("a sushi restaurant logo", ["sushi"]),
        ('a badge logo for a craft brewery called "Iron Oak"', ["icon:beer-mug"]),
        ("一个茶叶品牌的标志", ["tea_cup"]),
        ("为一家火锅店设计logo，红色背景", ["hotpot"]),
        ("logo for a bicycle shop", ["bicycle"]),
        ("logo for a pottery studio", ["emblem_mark"]),
        ("company logo", ["emblem_mark"]),
        ("a logo of a fox for a coffee shop", ["fox"]),
        ("football club badge logo with a lion", ["lion"]),
        ("a logo with the letter K", []),
        ("a coffee shop", []),
    ],
)
def test_what_a_logo_shows(prompt, kinds):
    """A trade's sign where nothing else is named, plain shapes where no trade is known."""
    assert kinds == [thing.kind for thing in read(prompt).things]


def test_apps_have_icons():
    """An application's icon is a tile."""
    assert ("app_icon", "app_icon") == (read("icon for a music app").setting, read("健身app图标").setting)


@pytest.mark.parametrize(
    ("prompt", "colour", "tint"),
    [
        ("logo for a law firm, gold on navy", "gold", "navy"),
        ("logo for a hair salon in black and gold", "gold", "black"),
        ("为酒店设计的标志，金色配黑色", "gold", "black"),
        ("a yoga studio logo, green", "green", None),
        ("咖啡店logo，棕配米色", "brown", "beige"),
    ],
)
def test_the_first_colour_is_the_marks(prompt, colour, tint):
    """The second one is behind it, and metal is never the ground."""
    plan = read(prompt)
    named = read(f"a {colour} cup").things[0].colour

    assert named == plan.things[0].colour
    assert (read(f"logo of a cup, {tint} background").tint if tint else None) == plan.tint


def test_letters_of_a_logo():
    """A monogram is text, in the colour of the logo."""
    plan = read("以字母M为主的logo，红色和白色")

    assert [("M", read("a red cup").things[0].colour)] == [(text.text, text.colour) for text in plan.lettering]


def test_every_sign_can_be_drawn():
    """The table names no kind that does not exist."""
    assert all(get(trade.kind) for trade in every_trade())


@pytest.mark.parametrize("prompt", ["交通标志", "a stop sign on a road", "a bakery in Paris", "a law firm's office"])
def test_no_logo(prompt):
    """Without a logo nothing changes."""
    assert "sheet" != read(prompt).setting


@pytest.mark.parametrize(
    ("prompt", "kinds"),
    [
        ("website hero banner for a travel agency", ["airplane"]),
        ("flyer for a gym", ["dumbbell"]),
        ("为健身房设计的海报", ["dumbbell"]),
        ("poster for my coffee shop with a cat", ["cat"]),
        ("poster of a bakery", ["shop"]),
    ],
)
def test_what_is_printed_for_a_trade(prompt, kinds):
    """Its sign, unless something else is to be seen."""
    assert kinds == [thing.kind for thing in read(prompt).things]


@pytest.mark.parametrize(
    ("prompt", "kind", "tint"),
    [
        ("一张咖啡店新品海报，“春日樱花拿铁”，粉色", "coffee_cup", "#f29ab8"),
        ("奶茶店开业海报", "icon:bubble-tea", None),
        ("书店周年庆海报，“阅读让生活更美”", "book", None),
        ("健身房招聘海报", "dumbbell", None),
        ("a coffee shop poster", "coffee_cup", None),
        ("bakery grand opening flyer", "icon:croissant", None),
    ],
)
def test_whose_print_it_is(prompt: str, kind: str, tint: str | None):
    """A poster of a shop shows the shop's sign on a plain ground, not its room; a colour alone is the ground's."""
    plan = read(prompt)
    assert ([thing.kind for thing in plan.things], plan.setting) == ([kind], "plain")
    assert tint is None or plan.tint is not None


def test_a_poster_of_a_place_shows_the_place():
    """Who is in a coffee shop is not on its poster."""
    assert read("a woman in a coffee shop, poster style").setting == "cafe"
