"""Who and what a word brings along: riders, couples, players, herds; and what is told because it is not there."""

import pytest

from easel.engines.painter.language import read
from easel.engines.painter.plan import ScenePlan


def people(plan: ScenePlan) -> list[tuple[str, int]]:
    """Kinds and numbers of all things."""
    return [(thing.kind, thing.count) for thing in plan.things]


@pytest.mark.parametrize(
    ("prompt", "mount", "riders"),
    [
        ("three cyclists racing on a mountain road", "bicycle", 3),
        ("一名自行车运动员在公路上", "bicycle", 1),
        ("a female cyclist on a coastal road", "bicycle", 1),
        ("a biker on a desert road", "motorcycle", 1),
        ("three people riding bicycles", "bicycle", 3),
    ],
)
def test_all_riders_ride(prompt: str, mount: str, riders: int):
    """Whoever is named after what is ridden has it, and of several nobody walks."""
    plan = read(prompt)
    index = next(i for i, thing in enumerate(plan.things) if thing.kind == mount)
    riding = [t for t in plan.things if any((r.kind, r.target) == ("riding", index) for r in t.relations)]
    assert sum(thing.count for thing in riding) == plan.things[index].count == riders


@pytest.mark.parametrize(
    ("prompt", "setting"),
    [
        ("a wedding in a garden", "garden"), ("a rustic beach wedding at sunset", "beach"),
        ("户外婚礼，草坪，鲜花拱门", "meadow"), ("海边婚礼", "beach"),
    ],
)  # fmt: skip
def test_a_wedding_is_a_couples(prompt: str, setting: str):
    """Bride and groom, and nothing told."""
    plan = read(prompt)
    assert {("woman", 1), ("man", 1)} <= set(people(plan))
    assert any("hat:veil" in thing.traits for thing in plan.things)
    assert plan.setting == setting
    assert not {"wedding", "婚礼"} & set(plan.unpainted)


@pytest.mark.parametrize("prompt", ["a bride and a groom at their wedding", "新郎和新娘站在花园里，婚礼，阳光明媚"])
def test_a_couple_that_is_named_is_no_second_one(prompt: str):
    """The word for the day adds nobody."""
    plan = read(prompt)
    assert sorted(people(plan)) == [("man", 1), ("woman", 1)]
    assert not {"wedding", "婚礼"} & set(plan.unpainted)


@pytest.mark.parametrize(
    "prompt",
    ["a wedding cake", "a wedding dress on a chair", "婚礼蛋糕", "flowers for a wedding", "婚礼伴手礼，粉色礼物盒"],
)
def test_things_of_a_wedding_are_no_couple(prompt: str):
    """Only the day itself is the couple's."""
    assert not any(thing.kind == "man" for thing in read(prompt).things)


@pytest.mark.parametrize(
    ("prompt", "number"),
    [
        ("an orchestra on a stage", 7), ("交响乐团在舞台上演出", 7), ("a conductor and an orchestra", 7),
        ("a live band playing on stage", 3), ("a family of five on a beach", 5), ("a family of six, smiling", 6),
        ("一家五口在公园里", 5),
    ],
)  # fmt: skip
def test_as_many_as_belong_to_it(prompt: str, number: int):
    """Players and families are told by one word."""
    assert sum(count for _, count in people(read(prompt))) == number


def test_one_before_its_herd():
    """The herd is of the same kind, and the one is before it."""
    one, herd = read("one sheep in front of the herd").things
    assert (one.kind, one.count, herd.kind) == ("sheep", 1, "sheep")
    assert herd.count > 5
    assert [(r.kind, r.target) for r in one.relations] == [("in_front_of", 1)]


@pytest.mark.parametrize("prompt", ["a red vintage convertible", "a retro coffee shop", "复古咖啡馆", "一台复古收音机"])
def test_old_things_are_no_old_photographs(prompt: str):
    """`vintage` tells of the thing; before a photograph it is a manner still."""
    assert read(prompt).style != "vintage"
    assert read("a vintage photo of a car").style == "vintage"


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [("a female firefighter", "woman"), ("女消防员", "woman"), ("a woman chef", "chef"), ("a firefighter", "man")],
)
def test_women_of_every_trade(prompt: str, kind: str):
    """Who is a man by trade alone is a woman where the words say so."""
    thing = read(prompt).things[0]
    assert thing.kind == kind
    assert "female" not in read(prompt).unpainted


def test_what_a_charge_holds_is_told():
    """A lion on the shield has nothing in its paws, and does nothing but stand there."""
    plan = read("a coat of arms with a lion holding a sword")
    assert [(thing.kind, thing.trait("charge")) for thing in plan.things] == [("coat_of_arms", "lion")]
    assert "sword" in plan.unpainted
    assert "running" in read("a coat of arms with a running horse").unpainted


@pytest.mark.parametrize(
    ("prompt", "setting"),
    [
        ("cockpit of an airplane, pilot's view, clouds", "cockpit"), ("飞机驾驶舱", "cockpit"),
        ("宇宙飞船驾驶舱", "spaceship_bridge"), ("学校操场，孩子们在跑步", "sports_ground"),
        ("a frozen lake, two people skating", "frozen_lake"), ("结冰的湖面", "frozen_lake"),
        ("农民在稻田里插秧，梯田，清晨", "terraces"),
    ],
)  # fmt: skip
def test_places_of_their_own(prompt: str, setting: str):
    """Each is where the words say, and its word is not told as unpainted."""
    plan = read(prompt)
    assert plan.setting == setting
    assert not {"cockpit", "驾驶舱", "操场", "梯田"} & set(plan.unpainted)
    assert not any(thing.kind == "airplane" for thing in plan.things) or "airplane" in prompt


@pytest.mark.parametrize(
    "prompt", ["a nurse pushing an old man in a wheelchair", "一名护士推着轮椅上的老人走在医院走廊"]
)
def test_who_is_pushed_sits(prompt: str):
    """The nurse is behind the chair, and the patient in it does not walk."""
    plan = read(prompt)
    nurse, patient = (next(t for t in plan.things if t.kind == kind) for kind in ("doctor", "old_man"))
    assert [r.kind for r in nurse.relations] == ["behind"]
    assert patient.trait("pose") in (None, "sitting")
    assert [r.kind for r in patient.relations] in (["in"], ["on"])


def test_a_guest_of_a_wedding_is_no_groom():
    """Who goes to one has a suit of the own, and no couple comes along."""
    (guest,) = read("He turned up to the wedding in a bright green suit, that crazy old man!").things
    assert guest.kind == "old_man"
    assert guest.trait("garment_colour")
