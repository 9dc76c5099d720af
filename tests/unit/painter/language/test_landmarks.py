"""Landmarks by name: each is itself, in both languages, and no stand-in of another kind."""

import pytest

from easel.engines.painter.language.prompt import read


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [
        ("taj mahal at dawn", "taj_mahal"),
        ("泰姬陵", "taj_mahal"),
        ("big ben and the thames", "clock_tower"),
        ("伦敦大本钟", "clock_tower"),
        ("statue of liberty", "statue_of_liberty"),
        ("自由女神像", "statue_of_liberty"),
        ("golden gate bridge in fog", "suspension_bridge"),
        ("金门大桥", "suspension_bridge"),
        ("东方明珠塔", "pearl_tower"),
        ("布达拉宫", "potala"),
        ("the leaning tower of pisa", "leaning_tower"),
        ("比萨斜塔", "leaning_tower"),
        ("a colosseum", "colosseum"),
        ("古罗马斗兽场", "colosseum"),
        ("sydney opera house", "opera_house"),
        ("悉尼歌剧院", "opera_house"),
        ("stonehenge", "stonehenge"),
        ("巨石阵", "stonehenge"),
        ("christ the redeemer", "redeemer"),
        ("乐山大佛", "buddha"),
        ("a giant buddha statue", "buddha"),
        ("天安门", "gate_tower"),
        ("天坛", "temple_of_heaven"),
        ("埃菲尔铁塔", "eiffel_tower"),
        ("the eiffel tower at night", "eiffel_tower"),
        ("金字塔", "pyramid"),
        ("the parthenon", "greek_temple"),
        ("帕特农神庙", "greek_temple"),
        ("arc de triomphe", "triumphal_arch"),
        ("凯旋门", "triumphal_arch"),
    ],
)
def test_a_landmark_is_itself(prompt: str, kind: str):
    """One thing of that kind is read, and all words are understood."""
    plan = read(prompt)
    assert [kind] == [thing.kind for thing in plan.things]
    assert () == plan.unpainted


@pytest.mark.parametrize("prompt", ["a tower", "a tall tower on a hill", "a medieval tower", "一座塔楼", "石头塔"])
def test_a_plain_tower_is_of_stone(prompt: str):
    """Only by its name is a tower the one in Paris."""
    assert ["tower"] == [thing.kind for thing in read(prompt).things]


def test_pyramids_are_several():
    """`the pyramids of giza` are more than one; the place says nothing else."""
    plan = read("the pyramids of giza")
    assert [("pyramid", 3)] == [(thing.kind, thing.count) for thing in plan.things]
    assert () == plan.unpainted


def test_easter_island_is_no_festival():
    """Neither eggs nor a rabbit lie before the stone heads."""
    assert ["moai"] == [thing.kind for thing in read("moai easter island").things]
    assert ["moai"] == [thing.kind for thing in read("复活节岛").things]


def test_who_is_before_the_gate_is_before_the_gate():
    """天安门前 is 天安门 and 前, not 天安 and 门前."""
    plan = read("天安门前的一家人")
    gate = next(i for i, thing in enumerate(plan.things) if thing.kind == "gate_tower")
    others = [thing for thing in plan.things if thing.kind != "gate_tower"]
    assert 3 == len(others)
    assert all([("in_front_of", gate)] == [(r.kind, r.target) for r in thing.relations] for thing in others)


@pytest.mark.parametrize(
    ("prompt", "kind", "words"),
    [
        ("the cn tower at night", "pearl_tower", "cn tower"),
        ("郑王庙", "temple", "郑王庙"),
        ("london bridge", "bridge", "london bridge"),
        ("two cats before the kremlin", "castle", "kremlin"),
    ],
)
def test_a_stand_in_is_told(prompt: str, kind: str, words: str):
    """What has no drawing of its own is shown by one of its sort, and named among what is not painted."""
    plan = read(prompt)
    assert kind in [thing.kind for thing in plan.things]
    assert (words,) == plan.unpainted


def test_a_place_that_nothing_stands_for_is_told():
    """Nothing is painted for it, and its words are named."""
    assert " ".join(read("mount rushmore").unpainted) == "mount rushmore"


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [
        ("Tower Bridge in London", "tower_bridge"),
        ("勃兰登堡门", "brandenburg_gate"),
        ("the Sagrada Familia", "sagrada_familia"),
        ("圣瓦西里大教堂", "st_basils"),
        ("吴哥窟", "angkor_wat"),
        ("小蛮腰", "canton_tower"),
        ("哈利法塔", "burj_khalifa"),
        ("Taipei 101", "taipei_101"),
        ("马丘比丘", "machu_picchu"),
        ("hot air balloons over cappadocia", "fairy_chimneys"),
        ("海底城市", "domed_city"),
    ],
)
def test_sights_that_people_travel_to(prompt: str, kind: str):
    """Each has a drawing of its own, and nothing is told as unpainted."""
    plan = read(prompt)
    assert kind in [thing.kind for thing in plan.things]
    assert plan.unpainted == ()
