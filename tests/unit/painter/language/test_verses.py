"""Verses, idioms and tales: what many know by heart is read as the scene that it tells."""

from collections import Counter

import pytest

from easel.engines.painter.language import read
from easel.engines.painter.language.script import plain
from easel.engines.painter.language.verses import retold, verses


def kinds(prompt: str) -> dict[str, int]:
    """How many there are of each kind."""
    return {thing.kind: thing.count for thing in read(prompt).things}


def test_the_table_is_large():
    """What pupils learn is there: verses, idioms and tales in Chinese, rhymes and tales in English."""
    rows = verses().verses
    english = [verse for verse in rows if verse.scene.isascii()]

    assert 60 <= len(english)
    assert 330 <= len(rows) - len(english)


@pytest.mark.parametrize("verse", verses().verses, ids=lambda verse: (*verse.forms, *verse.titles)[0])
def test_each_scene_can_be_painted(verse):
    """The plain words of each row ask for nothing that the painter does not know, and for something."""
    plan = read(verse.scene)

    assert () == plan.unpainted
    assert plan.things or plan.setting or plan.backdrops


@pytest.mark.parametrize("verse", verses().verses, ids=lambda verse: (*verse.forms, *verse.titles)[0])
def test_each_form_is_told_as_its_scene(verse):
    """Each run of lines and each title alone gives the plan of its row's plain words."""
    scene = read(verse.scene)

    for form in (*verse.forms, *verse.titles):
        plan = read(form)
        assert scene.things == plan.things, form
        assert (scene.setting, scene.time, scene.sky, ()) == (plan.setting, plan.time, plan.sky, plan.unpainted), form


def test_each_form_is_unique():
    """No line leads to two scenes."""
    forms = Counter(plain(form) for verse in verses().verses for form in (*verse.forms, *verse.titles))

    assert [] == [form for form, count in forms.items() if count > 1]


@pytest.mark.parametrize(
    ("prompt", "things"),
    [
        ("床前明月光，疑是地上霜", {"man": 1, "bed": 1, "window": 1}),
        ("孤舟蓑笠翁，独钓寒江雪", {"old_man": 1, "sampan": 1}),
        ("采菊东篱下，悠然见南山", {"man": 1, "fence": 1, "flower": 1}),
        ("停车坐爱枫林晚", {"autumn_tree": 1, "carriage": 1, "man": 1, "cabin": 1}),
        ("大漠孤烟直", {"camel": 5, "campfire": 1}),
        ("两个黄鹂鸣翠柳，一行白鹭上青天", {"bird": 2, "willow": 1, "crane": 5}),
        ("牧童骑黄牛", {"boy": 1, "cow": 1}),
        ("小荷才露尖尖角", {"lotus": 1, "dragonfly": 1}),
        ("一骑红尘妃子笑", {"soldier": 1, "horse": 1, "woman": 1}),
        ("忙趁东风放纸鸢", {"kite": 1, "willow": 1}),
        ("予独爱莲之出淤泥而不染", {"lotus": 1}),
        ("忽如一夜春风来，千树万树梨花开", {"cherry_tree": 8}),
        ("守株待兔", {"rabbit": 1, "man": 1, "tree": 1}),
        ("狐假虎威", {"fox": 1, "tiger": 1}),
        ("愚公移山", {"old_man": 1, "icon:pick": 1}),
        ("刻舟求剑", {"sword": 1, "sampan": 1, "man": 1}),
        ("鹤立鸡群", {"crane": 1, "chicken": 5}),
        ("嫦娥奔月", {"woman": 1, "rabbit": 1}),
        ("后羿射日", {"icon:bow-and-arrow": 1, "sphere": 9}),
        ("精卫填海", {"bird": 1, "rock": 1}),
        ("西游记师徒四人", {"monkey": 1, "pig": 1, "monk": 1, "horse": 1}),
        ("龟兔赛跑", {"turtle": 1, "rabbit": 1}),
        ("The cow jumped over the moon", {"cow": 1, "cat": 1, "icon:violin": 1}),
        ("The owl and the pussycat went to sea", {"owl": 1, "cat": 1, "boat": 1}),
        ("Humpty Dumpty sat on a wall", {"egg": 1}),
        ("the fable of the fox and the crow", {"fox": 1, "bird": 1, "tree": 1}),
        ("The three little pigs, watercolor", {"pig": 3, "wolf": 1}),
    ],
)
def test_what_must_be_there(prompt: str, things: dict[str, int]):
    """Well-known lines and tales show who and what they are about."""
    seen = kinds(prompt)

    assert things == {kind: seen.get(kind) for kind in things}


@pytest.mark.parametrize(
    ("prompt", "setting", "time", "sky"),
    [
        ("床前明月光", "bedroom", "night", ["moon"]),
        ("大漠孤烟直，长河落日圆", "desert", "sunset", []),
        ("海上生明月，天涯共此时", "sea", "night", ["moon"]),
        ("月落乌啼霜满天", "river", "night", ["crescent"]),
        ("飞流直下三千尺", "waterfall", None, []),
        ("稻花香里说丰年，听取蛙声一片", "farmland", "night", ["moon"]),
        ("Two roads diverged in a yellow wood", "road", None, []),
    ],
)
def test_where_and_when(prompt: str, setting: str, time: str | None, sky: list[str]):
    """A verse has its place, its hour and its moon."""
    plan = read(prompt)

    assert (setting, time, sky) == (plan.setting, plan.time, list(plan.sky))


@pytest.mark.parametrize(
    ("prompt", "same"),
    [
        ("採菊東籬下，悠然見南山", "采菊东篱下，悠然见南山"),
        ("孤舟蓑笠翁獨釣寒江雪", "孤舟蓑笠翁，独钓寒江雪"),
        ("床前明月光\n疑是地上霜。\n举头望明月，\n低头思故乡。", "床前明月光"),
        ("李白《静夜思》：床前明月光，疑是地上霜", "床前明月光"),
        ("成语故事《守株待兔》", "守株待兔"),
        ("寓言《狐狸和乌鸦》", "狐狸和乌鸦"),
        ("“落霞与孤鹜齐飞，秋水共长天一色”的意境", "落霞与孤鹜齐飞"),
        ('the fable "The Tortoise and the Hare"', "the tortoise and the hare"),
        ("HEY, DIDDLE, DIDDLE! The cat and the fiddle", "hey diddle diddle"),
    ],
)
def test_said_otherwise(prompt: str, same: str):
    """Traditional characters, other stops, poets' names and the word fable change nothing."""
    plan, other = read(prompt), read(same)

    assert (other.things, other.setting, other.time, ()) == (plan.things, plan.setting, plan.time, plan.unpainted)


def test_the_rest_of_the_prompt_stays():
    """Style, weather and other things beside a verse are painted, too."""
    plan = read("水墨风格，采菊东篱下，悠然见南山，一只白猫，下着雪")

    assert ("ink_wash", "snow") == (plan.style, plan.weather)
    assert {"man", "flower", "cat"} <= {thing.kind for thing in plan.things}


def test_what_the_prompt_names_itself_is_there_once():
    """Who teaches an idiom and asks for its fox and tiger gets one of each."""
    seen = kinds("讲成语“狐假虎威”要用的图，狐狸和老虎都得画出来")

    assert (1, 1) == (seen["fox"], seen["tiger"])


@pytest.mark.parametrize(
    "prompt",
    [
        "海报上写着“床前明月光”",
        "墙上挂着床前明月光的书法",
        "不要画蛇添足",
        "万马奔腾的草原",
        "红色的狐狸和乌鸦",
        "床前有一束光",
        "一张床，明月，霜",
        "a white fox and the crow behind it",
        "three little pigs sleeping in a bed",
        "the lion and the mouse are wearing hats",
        "a cow on the moon",
        "",
    ],
)
def test_what_merely_resembles_a_verse(prompt: str):
    """Lines that are to be written or not wanted, descriptions and ordinary sentences are read as they are."""
    assert prompt == retold(prompt)


def test_what_a_verse_adds_is_told():
    """The title says what was painted, and what is not known is still reported."""
    plan = read("守株待兔，旁边一个量子色动力学模型")

    assert "兔" in plan.title
    assert plan.unpainted
