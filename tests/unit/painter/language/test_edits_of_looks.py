"""Edits of how somebody or something looks, and of what is put where: the plan afterwards is what was asked for."""

import pytest

from easel.engines.painter.language import apply_changes, asks_to_change, instruct, read, undone
from easel.engines.painter.plan import ScenePlan

BLUE, TEAL, BLOND = "#2f6fd0", "#2fa8a0", "#e3b13a"


def edited(prompt: str, instruction: str) -> ScenePlan:
    """The plan of a prompt after an instruction, which the plan takes for one."""
    before = read(prompt)
    assert asks_to_change(instruction, before)
    return apply_changes(before, instruct(instruction))


@pytest.mark.parametrize(
    ("prompt", "instruction", "key", "value"),
    [
        ("a girl with long black hair", "make her hair short and blonde", "hair", "short"),
        ("a girl with long black hair", "make her hair short and blonde", "hair_colour", BLOND),
        ("portrait of a man", "add a beard and glasses", "beard", "full"),
        ("portrait of a man", "add a beard and glasses", "glasses", "glasses"),
        ("a woman in a red dress", "give her a blue one instead", "garment_colour", BLUE),
        ("a cake on a table", "add candles to the cake", "candles", "6"),
        ("a cake on a table", "put seven candles on the cake", "candles", "7"),
        ("a knight in front of a castle", "put a dragon in the sky behind him", "pose", "flying"),
    ],
)
def test_looks(prompt: str, instruction: str, key: str, value: str):
    """What is said of looks is had by whom it is said of."""
    assert value in {thing.trait(key) for thing in edited(prompt, instruction).things}


def test_look_vintage_and_teal():
    """`look` before a colour is what the thing is to be, with whatever else is said of it."""
    plan = edited("a red bicycle at a wall", "make the bicycle look vintage and turquoise")
    assert [thing.colour for thing in plan.things] == [TEAL]


def test_them_are_all():
    """What they are told to do, each of them does."""
    plan = edited("a man and a woman walking on the beach", "make them hold hands")
    assert {thing.trait("pose") for thing in plan.things} == {"hand_in_hand"}


def test_the_floor_is_the_rooms():
    """Whatever is put on the floor is put on the floor that is there."""
    plan = edited("a kitchen", "add a cat sleeping on the floor")
    assert (plan.setting, [thing.kind for thing in plan.things]) == ("kitchen", ["cat"])


def test_a_sky_over_a_card():
    """There is a sky where something of the sky is added, also to a card's plain ground."""
    plan = edited("春节贺卡，正中挂一盏红灯笼", "天上再放点烟花")
    assert (plan.setting, set(plan.sky)) == (None, {"fireworks"})


def test_written_on_the_board():
    """黑板上写 puts a board there where none was named, and says so to nobody as unpainted."""
    plan = edited("一位老师在教室", "黑板上写“你好”")
    assert [(thing.kind, thing.trait("text")) for thing in plan.things] == [("man", None), ("chalkboard", "你好")]
    assert not plan.lettering


def test_beside_what_is_there():
    """在咖啡旁边放 is no description of another picture."""
    plan = edited("一杯咖啡放在桌上", "在咖啡旁边放一本打开的书")
    assert [thing.kind for thing in plan.things] == ["coffee_cup", "icon:open-book"]


@pytest.mark.parametrize(
    ("prompt", "instruction"),
    [
        ('a coffee shop with a sign that says "OPEN"', 'change the sign to say "CLOSED"'),
        ("portrait of a man", "add a beard and glasses"),
    ],
)
def test_nothing_is_said_to_be_undone(prompt: str, instruction: str):
    """What was carried out is not told as unpainted."""
    assert undone(read(prompt), instruction) == ()


@pytest.mark.parametrize("prompt", ["a birthday cake with seven candles", "插着七支蜡烛的生日蛋糕"])
def test_as_many_candles(prompt: str):
    """A cake has as many candles as are named."""
    assert [thing.trait("candles") for thing in read(prompt).things] == ["7"]


@pytest.mark.parametrize("prompt", ["a dragon in the sky", "a knight, a dragon in the sky", "天空中一只鲸鱼"])
def test_in_the_sky(prompt: str):
    """Whoever is said to be in the sky flies."""
    assert read(prompt).things[-1].trait("pose") == "flying"


@pytest.mark.parametrize(
    ("prompt", "instruction", "colours"),
    [
        ("两只狗在草地上", "左边的狗换成白色的", ["#f5f4f0", None]),
        ("two cars on a road", "make the left car blue", [BLUE, None]),
        ("two cars on a road", "make the car on the right blue", [None, BLUE]),
        ("三只猫在沙发上", "把右边那只猫染成黑色", [None, "#26252b"]),
    ],
)
def test_the_one_on_a_side(prompt: str, instruction: str, colours: list[str | None]):
    """It alone changes; the left one is told first, as those are who stand there."""
    things = edited(prompt, instruction).things
    assert [thing.colour for thing in things if thing.kind in ("dog", "car", "cat")] == colours


def test_what_one_on_a_side_wears():
    """Only the left girl has the sweater."""
    things = edited("两个女孩在公园", "左边的女孩穿红色毛衣").things
    assert [(thing.count, thing.trait("garment")) for thing in things] == [(1, "sweater"), (1, None)]


@pytest.mark.parametrize(
    ("prompt", "instruction", "material"),
    [
        ("a red house by a lake", "swap the house for a wooden one", "wood"),
        ("a blue sofa in a room", "make the sofa a leather one", "leather"),
        ("一张红色的桌子", "桌子换成玻璃的", "glass"),
    ],
)
def test_of_another_material(prompt: str, instruction: str, material: str):
    """It is of the material's own colour."""
    things = edited(prompt, instruction).things
    assert [(thing.colour, thing.trait("material")) for thing in things] == [(None, material)]


def test_the_one_on_a_side_puts_something_on():
    """It is no description of another picture, and the other one stays as it is."""
    plan = edited("两只猫在沙发上", "右边的猫戴上眼镜")
    wearing = [[r.kind for r in thing.relations] for thing in plan.things if thing.kind == "cat"]
    assert wearing == [["on"], ["on", "wearing"]]


@pytest.mark.parametrize(
    ("instruction", "wearing"),
    [("左边的猫戴上眼镜", [True, False]), ("右边的猫戴上眼镜", [False, True]), ("给其中两只戴上帽子", [True])],
)
def test_whose_they_are(instruction: str, wearing: list[bool]):
    """What one of several puts on is tied to that one, also where all are meant."""
    things = edited("两只猫在沙发上", instruction).things
    worn = [[things[r.target].kind for r in thing.relations if r.kind == "wearing"] for thing in things]
    assert [bool(kinds) for thing, kinds in zip(things, worn, strict=True) if thing.kind == "cat"] == wearing
    assert {kind for kinds in worn for kind in kinds} <= {"hat", "icon:glasses"}
