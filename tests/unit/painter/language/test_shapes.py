"""Statues, likenesses, containers, disguises, ages: words that name one thing by way of another."""

import pytest

from easel.engines.painter.language import read


def told(prompt: str) -> list[tuple[str, tuple[str, ...]]]:
    """Kind and traits of all things."""
    return [(thing.kind, tuple(sorted(thing.traits))) for thing in read(prompt).things]


def ties(prompt: str) -> set[tuple[str, str, str]]:
    """All relations as (kind, relation, kind)."""
    plan = read(prompt)
    return {(t.kind, r.kind, plan.things[r.target].kind) for t in plan.things for r in t.relations}


@pytest.mark.parametrize(
    ("prompt", "kind", "trait"),
    [
        ("avocado armchair", "armchair", "like:icon:avocado"),
        ("an armchair in the shape of an avocado", "armchair", "like:icon:avocado"),
        ("牛油果形状的扶手椅", "armchair", "like:icon:avocado"),
        ("a watermelon boat", "boat", "like:watermelon"),
        ("西瓜船", "boat", "like:watermelon"),
        ("a car made of cheese", "car", "like:icon:cheese-wedge"),
        ("a golden statue of a lion", "lion", "material:gold"),
        ("金色的狮子雕像", "lion", "material:gold"),
        ("a lion statue", "lion", "material:stone"),
        ("a marble statue of a man", "man", "material:marble"),
        ("a stone lion", "lion", "material:stone"),
        ("一把木椅子", "chair", "material:wood"),
        ("a house made of glass", "house", "material:glass"),
        ("a golden crown", "crown", "material:gold"),
        ("玻璃苹果", "apple", "material:glass"),
    ],
)
def test_what_a_thing_is_made_of_or_like(prompt: str, kind: str, trait: str):
    """One thing, with the material or the likeness as its trait, and nothing unpainted."""
    assert ([(kind, (trait,))], ()) == (told(prompt), read(prompt).unpainted)


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("a vase of flowers on a table", {("flower", "in", "vase"), ("vase", "on", "table")}),
        ("a cake with strawberries", {("strawberry", "on", "cake")}),
        ("a cat dressed as a king", {("cat", "wearing", "crown")}),
        ("a dog wearing sunglasses", {("dog", "wearing", "icon:sunglasses")}),
        ("a witch on a horse", {("woman", "riding", "horse")}),
        ("女孩在看书", {("girl", "holding", "book")}),
        ("a snowman with a carrot and a hat", {("snowman", "holding", "icon:carrot"), ("snowman", "wearing", "hat")}),
    ],
)
def test_who_stands_how_to_what(prompt: str, expected: set):
    """The relation is the one that a reader would draw."""
    assert expected == ties(prompt)


@pytest.mark.parametrize(
    ("prompt", "trait"),
    [
        ("a 25 year old teacher", "age:young"),
        ("a woman in her forties", "age:middle"),
        ("一个二十多岁的女性", "age:young"),
        ("45岁的男人", "age:middle"),
    ],
)
def test_ages_in_figures(prompt: str, trait: str):
    """Years are an age, not a number of people."""
    plan = read(prompt)
    assert (1, True) == (plan.things[0].count, trait in plan.things[0].traits)


@pytest.mark.parametrize(
    ("prompt", "field", "value"),
    [
        ("a night city", "time", "night"),
        ("autumn forest", "season", "autumn"),
        ("小桥流水", "setting", "water_town"),
        ("ins风卧室", "weather", None),
        ("white sneakers on a pink background", "tint", "#f29ab8"),
        ("粉色背景，香水", "setting", "plain"),
        ("a boy feeding pigeons in a square", "setting", "square"),
        ("a whale flying in the sky", "setting", "cloud_sea"),
    ],
)
def test_scenery_that_was_misread(prompt: str, field: str, value: object):
    """Seasons, hours and grounds that stand in compounds."""
    assert value == getattr(read(prompt), field)


def test_gaze():
    """Who looks at the sky looks up; who looks at the sea is seen from behind; two may look at each other."""
    up, away, mutual = (
        dict(trait.split(":") for trait in read(prompt).things[0].traits)
        for prompt in ("a girl looking at the moon", "a man watching the sea", "two cats looking at each other")
    )
    assert ("up", "distance", "back", "each_other") == (up["gaze"], away["gaze"], away["facing"], mutual["gaze"])


@pytest.mark.parametrize(
    ("prompt", "word"),
    [
        ("a living room with a wooden floor", "wooden"),
        ("a cat with wings", "wings"),
        ("a wolf howling", "howling"),
        ("一只在唱歌的猫", "唱歌"),
        ("a lone haunted velvet cushion", "velvet"),
        ("day and night, a street at night at noon", "noon"),
    ],
)
def test_what_no_drawing_shows_is_told(prompt: str, word: str):
    """The words are listed for the caller."""
    assert word in " ".join(read(prompt).unpainted)


@pytest.mark.parametrize(("prompt", "word"), [("a child dressed as a ghost", "ghost"), ("小狗打扮成机器人", "机器人")])
def test_a_disguise_without_clothes_is_told(prompt: str, word: str):
    """Who is a ghost or a robot wears nothing that another could put on."""
    plan = read(prompt)
    assert (1, True) == (len(plan.things), word in plan.unpainted)
