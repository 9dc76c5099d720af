"""Festivals: a day that is named is shown by what it is known by."""

import pytest

from easel.engines.painter.language import read
from easel.engines.painter.language.festivals import FESTIVALS
from easel.engines.painter.plan import BACKDROPS, SEASONS, SETTINGS, SKY_THINGS, TIMES
from easel.engines.painter.provided import provided
from easel.engines.painter.sprites import get


def kinds(prompt: str, **fields: str) -> dict[str, int]:
    """How many there are of each kind."""
    return {thing.kind: thing.count for thing in read(prompt, **fields).things}


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [
        ("春节海报", "lantern"),
        ("Happy Chinese New Year", "lantern"),
        ("闹元宵", "lantern"),
        ("端午安康", "dragon_boat"),
        ("中秋节", "mooncake"),
        ("圣诞节贺卡", "christmas_tree"),
        ("Merry Christmas card", "christmas_tree"),
        ("万圣节", "jack_o_lantern"),
        ("Happy Halloween poster", "jack_o_lantern"),
        ("情人节快乐", "heart"),
        ("happy easter", "egg"),
        ("生日派对", "cake"),
        ("birthday party", "balloon"),
        ("母亲节贺卡", "bouquet"),
        ("Diwali", "icon:diya-lamp"),
    ],
)
def test_a_day_alone(prompt: str, kind: str):
    """A greeting card shows what the day is known by, and does not say that it can't paint it."""
    plan = read(prompt)

    assert kind in {thing.kind for thing in plan.things}
    assert not plan.unpainted


def test_fireworks_over_a_chinese_street():
    """The Spring Festival is a night with lanterns and fireworks in an old street."""
    plan = read("春节")

    assert ("street", ("chinese_town",), "night") == (plan.setting, plan.backdrops, plan.time)
    assert "fireworks" in plan.sky


def test_the_words_go_before_the_day():
    """A place, an hour and many things that are named stay as they are; indoors there is no snow to stand in."""
    room = read("a cozy Christmas living room in the morning")
    market = read("a girl, a boy and a dog at a Christmas market")

    assert ("living_room", "sunrise") == (room.setting, room.time)
    assert ("market", 4) == (market.setting, len(market.things))


def test_what_is_forbidden_stays_away():
    """Neither the prompt nor the negative prompt lets in what it forbids."""
    assert "christmas_tree" not in kinds("Merry Christmas", negative_prompt="christmas tree")
    assert {"cat": 1} == kinds("no christmas decorations, a cat")


@pytest.mark.parametrize(
    ("prompt", "kind"), [("a birthday hat", "hat"), ("新年礼物", "gift"), ("a Halloween candle", "candle")]
)
def test_a_thing_made_for_a_day(prompt: str, kind: str):
    """A day before a thing only tells what kind of thing it is."""
    assert {kind: 1} == kinds(prompt)


def test_every_festival_can_be_painted():
    """The table names only what the painter has."""
    for festival in FESTIVALS.values():
        assert all(get(kind).height > 0 and count > 0 for kind, count, *_ in festival.things)
        assert {festival.setting} <= {None, *SETTINGS}
        assert {festival.time} <= {None, *TIMES}
        assert {festival.season} <= {None, *SEASONS}
        assert set(festival.backdrops) <= set(BACKDROPS)
        assert set(festival.sky) <= set(SKY_THINGS)


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [
        ("春节促销海报，标题“年货节”", "lantern"),
        ('Christmas sale banner with text "SALE"', "gift"),
        ("wedding invitation", "rose"),
    ],
)
def test_prints_are_in_the_days_colours(prompt, kind):
    """A ground and letters of the day's own, unless the prompt names them."""
    plan, named = read(prompt), read(f"{prompt}, blue background")

    assert kind in {thing.kind for thing in plan.things}
    assert plan.tint not in (None, named.tint)
    assert all(text.colour for text in plan.lettering)


@pytest.mark.parametrize(
    "prompt", ["古城街道，挂着红灯笼", "a Chinatown street with red lanterns", "元宵节的街上，红灯笼"]
)
def test_lanterns_in_a_street_hang_in_rows(prompt):
    """Nobody counted them: the street has strings of them, and no single one hangs before it."""
    plan = read(prompt)

    assert [(thing.kind, thing.trait("strung")) for thing in plan.things] == [("lantern", "yes")]
    assert "lantern" in provided(plan)


@pytest.mark.parametrize("prompt", ["一盏红灯笼挂在街上", "three red lanterns in a street", "一只手里的红灯笼"])
def test_counted_lanterns_are_as_many(prompt):
    """A number, or another place, keeps them things of their own."""
    assert "lantern" not in provided(read(prompt))


def test_a_lane_has_its_strings_of_lanterns_alone():
    """A street of courtyard houses has them, too, and no three more of the festival's."""
    assert "lantern" in provided(read("一家人在四合院前，春节，烟花"))
