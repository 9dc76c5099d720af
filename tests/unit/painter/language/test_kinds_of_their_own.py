"""Kinds of something common have their own drawings; whose room it is, and what burns far away, is not painted."""

import pytest

from easel.engines.painter.language import read


@pytest.mark.parametrize(
    ("prompt", "kind", "colour"),
    [
        ("a school bus in the rain", "bus", "#f2b81c"),
        ("一辆红色双层巴士", "double_decker", "#d8322c"),
        ("two fighter jets above the clouds", "fighter_jet", None),
        ("三架战斗机", "fighter_jet", None),
        ("an electric car charging at a station", "charging_post", None),
        ("孩子的房间里有上下铺", "bunk_bed", None),
        ("a gold watch", "wristwatch", "#d9b25c"),
        ("竹筏", "bamboo_raft", None),
        ("一只瓢虫在绿叶上", "leaf", None),
    ],
)
def test_kinds(prompt: str, kind: str, colour: str | None):
    """None of them is drawn as what it is merely like."""
    assert (kind, colour) in [(thing.kind, thing.colour) for thing in read(prompt).things]


@pytest.mark.parametrize("prompt", ["a child's bedroom", "a girl's bedroom with bunk beds", "the kids' playroom"])
def test_whose_room_it_is(prompt: str):
    """Nobody is in it who is not said to be."""
    assert not [thing for thing in read(prompt).things if thing.kind in ("boy", "girl")]


def test_a_girl_is_in_her_room():
    """Unless somebody is."""
    assert [thing.kind for thing in read("a girl in a girl's bedroom").things] == ["girl"]


@pytest.mark.parametrize(
    ("prompt", "word"),
    [("a knight in front of a burning village", "burning"), ("a girl in a glowing forest", "glowing")],
)
def test_a_burning_village_sets_nobody_on_fire(prompt: str, word: str):
    """What a place is said to be like is told; those who are there are not like it."""
    plan = read(prompt)
    assert plan.things[0].trait("state") is None
    assert word in plan.unpainted


def test_a_burning_house_burns():
    """A thing that is said to burn does."""
    assert read("a burning house").things[0].trait("state") == "burning"


@pytest.mark.parametrize("prompt", ["lions on the African savanna", "非洲大草原上的狮子"])
def test_the_savanna_is_no_meadow(prompt: str):
    """It is a place of its own, and the lions are of no people."""
    plan = read(prompt)
    assert (plan.setting, plan.unpainted) == ("savanna", ())


def test_school_buses_stop_outside():
    """The gate of a school is not in its classroom."""
    assert read("两辆校车停在学校门口").setting == "road"


@pytest.mark.parametrize(
    ("prompt", "kind", "state"),
    [
        ("a ladybug on a green leaf with dew drops", "leaf", "wet"),
        ("a cozy cabin in the woods with smoke from the chimney", "cabin", "smoke"),
        ("炊烟袅袅的小屋", "cottage", "smoke"),
    ],
)
def test_dew_and_smoke(prompt: str, kind: str, state: str):
    """They are drawn with the leaf and the house."""
    plan = read(prompt)
    assert next(thing for thing in plan.things if thing.kind == kind).trait("state") == state
    assert plan.unpainted == ()


def test_one_lies_on_a_hammock():
    """In it, one would be behind its cloth."""
    person, hammock = read("a woman sleeping in a hammock").things
    assert (hammock.kind, [(r.kind, r.target) for r in person.relations]) == ("hammock", [("on", 1)])
