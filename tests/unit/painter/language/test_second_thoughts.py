"""What people say who chat about a picture: some of several, the other one, what was meant, what is told as if."""

import pytest
from tests.unit.painter.language.test_edit_phrasings import edited, ties, told

BLACK, WHITE, RED, BLUE = "#26252b", "#f5f4f0", "#d8322c", "#2f6fd0"


@pytest.mark.parametrize(
    ("prompt", "instruction", "expected"),
    [
        ("two cats on a sofa", "make one of them black", ["1 cat", "1 sofa", f"1 cat {BLACK}"]),
        ("two cats on a sofa", "replace one of the cats with a dog", ["1 cat", "1 sofa", "1 dog"]),
        ("五只猫", "把其中两只换成白色", ["3 cat", f"2 cat {WHITE}"]),
        ("两只猫", "其中一只改成黑色", ["1 cat", f"1 cat {BLACK}"]),
        ("a cat", "make one of the cats black", [f"1 cat {BLACK}"]),
        ("three birds on a fence", "one of them flew off", ["2 bird", "1 fence"]),
    ],
)
def test_some_of_several_change(prompt: str, instruction: str, expected: list[str]):
    """As many as are named part from the others and change; the others stay as they are."""
    assert told(edited(prompt, instruction)) == expected


def test_some_of_several_stay_where_they_were():
    """Who parts from the others is tied as they are, and has for itself what it is given."""
    assert ties(edited("two cats on a sofa", "give one of them a hat")) == {
        ("cat", "on", "sofa"),
        ("cat", "wearing", "hat"),
    }


@pytest.mark.parametrize(
    ("prompt", "instruction", "expected"),
    [
        ("a red car and a blue truck", "no, the other one should be red. Make the car blue.",
         [f"1 car {BLUE}", f"1 truck {RED}"]),
        ("a cat and a dog", "remove the other one", ["1 cat"]),
        ("一只猫和一只狗", "把另一只换成黑色", ["1 cat", f"1 dog {BLACK}"]),
        ("a cat and a dog", "make the cat white and the other one black", [f"1 cat {WHITE}", f"1 dog {BLACK}"]),
    ],
)  # fmt: skip
def test_the_other_one(prompt: str, instruction: str, expected: list[str]):
    """The other one is what is not named beside it, or not the subject."""
    assert told(edited(prompt, instruction)) == expected


@pytest.mark.parametrize(
    ("prompt", "instruction", "expected"),
    [
        ("A doctor in a classroom", "nah, I meant a chef", ["1 chef"]),
        ("a table and a cat", "I said a dog", ["1 table", "1 dog"]),
        ("a table", "I asked for a dog", ["1 table", "1 dog"]),
        ("a car", "I wanted a red car", [f"1 car {RED}"]),
        ("一个男孩骑着自行车", "不对，应该是女孩骑", ["1 girl", "1 bicycle"]),
        ("一辆公交车", "不要公交车，我要一辆白色的卡车", [f"1 truck {WHITE}"]),
        ("a man in a kitchen", "make it a woman", ["1 woman"]),
    ],
)
def test_what_was_meant(prompt: str, instruction: str, expected: list[str]):
    """What was meant all the time comes for what is of its sort, and beside the rest where nothing is."""
    assert told(edited(prompt, instruction)) == expected


@pytest.mark.parametrize(
    ("prompt", "instruction", "expected"),
    [
        ("a knight riding a horse", "what if he rode a dragon?", ["1 knight", "1 dragon"]),
        ("a cat", "what if there was a dog?", ["1 cat", "1 dog"]),
        ("a cat", "I wish it wore a hat", ["1 cat", "1 hat"]),
        ("two sheep", "add a third one and a dog to watch over them", ["3 sheep", "1 dog"]),
        ("three green apples", "I need them all red and one more", [f"4 apple {RED}"]),
        ("three birds on a fence", "make them all blue", [f"3 bird {BLUE}", "1 fence"]),
        ("海底有一条鲸鱼", "鲸鱼太孤单了，给它找只海豚做伴", ["1 whale", "1 dolphin"]),
        ("一位老爷爷在公园", "能不能让老奶奶也一起来？", ["1 old_man", "1 old_woman"]),
        ("a dog in a park", "center it", ["1 dog"]),
    ],
)
def test_wishes_told_as_if(prompt: str, instruction: str, expected: list[str]):
    """What is told as if it were so is wished for; who is lonely gets company; they all are those who are several."""
    assert told(edited(prompt, instruction)) == expected


def test_two_are_put_in_one_breath():
    """Each goes to its own side, though nothing stands between the wishes."""
    plan = edited("书桌上放着一本书和一盏台灯", "书放右边台灯放左边")
    places = {thing.kind: thing.at for thing in plan.things}
    assert places["lamp"] is not None
    assert places["book"] is not None
    assert places["lamp"] < places["book"]


@pytest.mark.parametrize(
    ("instruction", "mood", "camera", "at"),
    [
        ("less dark", "bright", "normal", None),
        ("不要太暗", "bright", "normal", None),
        ("zoom out", "neutral", "wide", None),
        ("zoom in on the dog", "neutral", "close_up", None),
        ("镜头拉近一点", "neutral", "close_up", None),
        ("in the middle", "neutral", "normal", 0.5),
        ("往右挪一点", "neutral", "normal", 0.75),
    ],
)
def test_short_wishes(instruction: str, mood: str, camera: str, at: float | None):
    """A word or two about light, framing or place say what is meant in plain words."""
    plan = edited("a dog in a park", instruction)
    place = plan.things[0].at
    assert (mood, camera, at) == (plan.mood, plan.camera, place and place[0])


@pytest.mark.parametrize("instruction", ["make it smaller", "make the dog less big", "smaller please"])
def test_smaller(instruction: str):
    """What is to be smaller, or less big, is three quarters as large."""
    assert edited("a dog in a park", instruction).things[0].size == pytest.approx(0.75)


def test_painted_wood_has_no_grain():
    """A wooden chair that is painted white is white all over."""
    assert not edited("一把木椅子", "把椅子刷成白色").things[0].traits


def test_a_style_is_taken_back():
    """Who wants no oil painting any more gets the picture without a style."""
    assert edited("a ship at sea, oil painting", "不要油画了").style == "none"
