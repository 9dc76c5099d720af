"""Edit instructions as people put them: passives, pronouns, afterthoughts, and verbs that go on."""

import pytest

from easel.engines.painter.language import apply_changes, instruct, is_instruction, read
from easel.engines.painter.plan import ScenePlan

BLUE, GREEN, RED, YELLOW, WHITE = "#2f6fd0", "#3f9a4a", "#d8322c", "#f2c52e", "#f5f4f0"


def edited(prompt: str, instruction: str) -> ScenePlan:
    """The plan of a prompt after an instruction."""
    return apply_changes(read(prompt), instruct(instruction))


def told(plan: ScenePlan) -> list[str]:
    """The things in short: `2 cat #…`."""
    return [f"{thing.count} {thing.kind} {thing.colour or ''}".strip() for thing in plan.things]


def ties(plan: ScenePlan) -> set[tuple[str, str, str]]:
    """All relations by the kinds that they tie."""
    return {(t.kind, r.kind, plan.things[r.target].kind) for t in plan.things for r in t.relations}


@pytest.mark.parametrize(
    ("prompt", "instruction", "expected"),
    [
        ("a bench and a tree", "长椅不需要", ["1 tree"]),
        ("a bench and a tree", "the bench has to go", ["1 tree"]),
        ("a bench and a tree", "长椅别要了", ["1 tree"]),
        ("a cat on a sofa", "把沙发上的猫去掉", ["1 sofa"]),
        ("a cat on a sofa", "the sofa is ugly, take it away", ["1 cat"]),
        ("a man wearing a hat", "take the hat off the man", ["1 man"]),
        ("a red car and a blue house", "remove everything but the car", [f"1 car {RED}"]),
        ("a red car and a blue house", "只保留房子", [f"1 house {BLUE}"]),
        ("a red apple and a green apple", "remove the green apple", [f"1 apple {RED}"]),
        ("three apples on a table", "take one away", ["2 apple"]),
        ("two cats", "少画一只", ["1 cat"]),
        ("a man on a bench", "男人走开", ["1 bench"]),
        ("a snowman with a hat", "the snowman doesn't need a hat", ["1 snowman"]),
        ("five birds over a lake", "只留两只鸟", ["2 bird"]),
        ("five birds over a lake", "reduce the birds to three", ["3 bird"]),
        ("a cat", "去掉一只猫", []),
    ],
)
def test_things_go(prompt: str, instruction: str, expected: list[str]):
    """Only what is meant goes, however it is put."""
    assert expected == told(edited(prompt, instruction))


@pytest.mark.parametrize(
    ("prompt", "instruction", "expected"),
    [
        ("a bench", "a bicycle is missing, add one", ["1 bench", "1 bicycle"]),
        ("a cat", "add a dog, a bird and a tree", ["1 cat", "1 dog", "1 bird", "1 tree"]),
        ("a cat", "去掉猫，加一只狗、一棵树", ["1 dog", "1 tree"]),
        ("a cat", "a second cat, please", ["1 cat", "1 cat"]),
        ("a cat", "缺一只狗", ["1 cat", "1 dog"]),
        ("two cats", "变成三只", ["3 cat"]),
        ("two cats", "only one cat", ["1 cat"]),
        ("a cat", "two cats instead of one", ["2 cat"]),
    ],
)
def test_things_come(prompt: str, instruction: str, expected: list[str]):
    """What is missing comes; numbers are those that were asked for."""
    assert expected == told(edited(prompt, instruction))


@pytest.mark.parametrize(
    "instruction",
    [
        "let's have a dog there instead of the cat",
        "I don't like the cat, use a dog instead",
        "not a cat but a dog",
        "不要猫，要狗",
        "不是猫，是狗",
        "cat -> dog",
        "猫改狗",
        "the cat should be a dog",
    ],
)
def test_one_thing_takes_the_place_of_another(instruction: str):
    """The new thing stands where the old one stood."""
    assert {("dog", "on", "sofa")} == ties(edited("a cat on a sofa", instruction))


@pytest.mark.parametrize(
    ("prompt", "instruction", "expected"),
    [
        ("a red car and a house", "make the car yellow and the house green", [f"1 car {YELLOW}", f"1 house {GREEN}"]),
        ("a red apple and a green apple", "turn the green apple yellow", [f"1 apple {RED}", f"1 apple {YELLOW}"]),
        ("a cat", "change the color of the cat to white", [f"1 cat {WHITE}"]),
        ("a cat", "the cat needs to be white", [f"1 cat {WHITE}"]),
        ("a house", "房子涂红", [f"1 house {RED}"]),
        ("a boat on a lake", "the boat in yellow please", [f"1 boat {YELLOW}"]),
        ("a boat on a lake", "希望船是黄色的", [f"1 boat {YELLOW}"]),
    ],
)  # fmt: skip
def test_colours_change(prompt: str, instruction: str, expected: list[str]):
    """The thing that is named gets the colour, and no other does."""
    assert expected == told(edited(prompt, instruction))


@pytest.mark.parametrize(
    ("prompt", "instruction", "tie"),
    [
        ("a cat", "put a red hat on it", ("cat", "wearing", "hat")),
        ("a cat", "the cat should wear a hat", ("cat", "wearing", "hat")),
        ("a man on a bench", "add a hat to the man", ("man", "wearing", "hat")),
        ("a man on a bench", "男人怀里抱一只猫", ("man", "holding", "cat")),
        ("a cat", "put a bird on its head", ("bird", "on", "cat")),
        ("a girl in a park", "she needs an umbrella", ("girl", "holding", "umbrella")),
        ("a girl in a park", "she should hold a balloon", ("girl", "holding", "balloon")),
        ("a girl in a park", "draw a dog to her left", ("dog", "left_of", "girl")),
        ("a girl in a park", "在她左边加一只狗", ("dog", "left_of", "girl")),
        ("a girl in a park", "画一只狗在她旁边", ("dog", "beside", "girl")),
        ("a girl in a park", "place a bench behind her", ("bench", "behind", "girl")),
        ("a house", "加一棵树在房子右边", ("tree", "right_of", "house")),
        ("a house", "房子前面停一辆红色的车", ("car", "in_front_of", "house")),
        ("a car and a house", "add a tree between the car and the house", ("tree", "between", "house")),
        ("a dog and a table", "put the dog under the table", ("dog", "under", "table")),
        ("a dog and a table", "把狗放到桌子下面", ("dog", "under", "table")),
        ("a boat on a lake", "让船上坐着一个男孩", ("boy", "on", "boat")),
        ("a boat on a lake", "have a bird fly over the boat", ("bird", "above", "boat")),
    ],
)
def test_new_things_are_tied_to_what_is_there(prompt: str, instruction: str, tie: tuple[str, str, str]):
    """Pronouns and nouns mean what is in the picture; nothing of it is painted twice."""
    plan = edited(prompt, instruction)
    kinds = [thing.kind for thing in plan.things]
    assert tie in ties(plan)
    assert sorted(set(kinds)) == sorted(kinds)


@pytest.mark.parametrize("instruction", ["move the dog to the left", "把狗移到左边"])
def test_a_thing_moves_within_the_frame(instruction: str):
    """A side of the picture is a place for what is there."""
    dog = edited("a dog and a ball", instruction).things[0]
    assert dog.at is not None
    assert dog.at[0] < 0.5


@pytest.mark.parametrize(
    "instruction", ["天上再画个彩虹", "天上来点烟花！", "add a rainbow in the sky", "房子后面加一座山"]
)
def test_what_is_added_leaves_the_place_alone(instruction: str):
    """Things of the sky and mountains behind are no other place."""
    assert "park" == edited("a house in a park", instruction).setting


@pytest.mark.parametrize(
    ("instruction", "grows"), [("the cat is too small", True), ("猫太大了", False), ("画大一点", True)]
)
def test_a_complaint_is_a_wish_for_the_opposite(instruction: str, grows: bool):
    """Too small becomes larger."""
    assert grows == (edited("a cat", instruction).things[0].size > 1)


@pytest.mark.parametrize(
    ("prompt", "instruction", "expected"),
    [
        ("my yellow kite", "hmm, I think red suits the kite better", [f"1 kite {RED}"]),
        ("a red car", "blue would look nicer on the car", [f"1 car {BLUE}"]),
        ("a red car", "the car would look better in green", [f"1 car {GREEN}"]),
        ("一只黑猫", "我觉得白色更适合这只猫", [f"1 cat {WHITE}"]),
        ("一只黑猫", "猫还是白色的好看", [f"1 cat {WHITE}"]),
        ("a red apple and a blue umbrella", "swap their colours", [f"1 apple {BLUE}", f"1 umbrella {RED}"]),
        ("一个红苹果和一把蓝雨伞", "把苹果和雨伞的颜色对调", [f"1 apple {BLUE}", f"1 umbrella {RED}"]),
        ("五个气球", "多了，留三个就够", ["3 balloon"]),
        ("five balloons", "three balloons would do", ["3 balloon"]),
        ("three birds on a fence", "one of them flew off", ["2 bird", "1 fence"]),
        ("a boy and a cat", "the cat ran away", ["1 boy"]),
        ("一个男孩和一只猫", "猫跑掉了", ["1 boy"]),
        ("a girl and a cat", "take the cat out and bring a dog in instead", ["1 girl", "1 dog"]),
        ("a red balloon", "make the balloon green and add two more", [f"3 balloon {GREEN}"]),
        ("a castle", "would you mind adding a dragon?", ["1 castle", "1 dragon"]),
        ("a castle", "如果可以的话，麻烦你帮我把城堡变成白色的", [f"1 castle {WHITE}"]),
    ],
)  # fmt: skip
def test_wishes_may_be_polite_and_roundabout(prompt: str, instruction: str, expected: list[str]):
    """What suits a thing better, what is enough and what has gone say what is to be done."""
    assert expected == told(edited(prompt, instruction))


@pytest.mark.parametrize(
    ("prompt", "instruction", "expected"),
    [
        ("a cat left of a dog", "swap their places", ("cat", "right_of", "dog")),
        ("a cat left of a dog", "have the cat and the dog trade places", ("cat", "right_of", "dog")),
        ("一头奶牛站在农田里", "哈哈哈让飞碟悬在它头顶上", ("ufo", "above", "cow")),
        ("一只猫和一张沙发", "让猫趴在沙发上", ("cat", "on", "sofa")),
        ("a man in a hat on a bench", "he should be standing next to the bench", ("man", "beside", "bench")),
    ],
)
def test_things_go_where_they_are_told_to_be(prompt: str, instruction: str, expected: tuple[str, str, str]):
    """Places are exchanged, and verbs of being somewhere move what is there, or bring what is not."""
    plan = edited(prompt, instruction)
    assert expected in ties(plan)
    assert len(plan.things) == len({thing.kind for thing in plan.things})


def test_sides_of_the_frame_are_exchanged():
    """The two vehicles stand where the other one stood."""
    plan = edited("左边一辆出租车，右边一辆公交车", "两辆车换个位置")
    where = {thing.kind: thing.at for thing in plan.things}
    before = {thing.kind: thing.at for thing in read("左边一辆出租车，右边一辆公交车").things}
    assert where == {"taxi": before["bus"], "bus": before["taxi"]}


def test_somebody_may_be_sent_to_another_place():
    """让他走在沙滩上 changes the ground that he walks on."""
    plan = edited("凯旋的骑士走过一片草原", "让他走在沙滩上吧")
    assert plan.setting == "beach"
    assert plan.things[0].trait("pose") == "walking"


@pytest.mark.parametrize(
    "instruction",
    [
        "hmm, I think red suits the kite better",
        "love it! now make it night",
        "nice, but could you make it winter",
        "Same picture but in winter",
        "would you mind removing the dog",
        "the balloon flew away",
        "能不能下点雪",
        "感觉少了点什么，加一棵树吧",
        "旁边再摆一个花瓶吧",
        "两辆车换个位置",
        "整体再暗一点",
    ],
)
def test_polite_wishes_are_instructions(instruction: str):
    """A wish about a given picture is one however it is wrapped."""
    assert is_instruction(instruction)


@pytest.mark.parametrize(
    "prompt",
    [
        "a cat under a table",
        "could you draw a castle for my son",
        "请给我画一把吉他",
        "make me a poster of a fox",
        "夜晚的街道",
    ],
)
def test_descriptions_are_no_instructions(prompt: str):
    """Asking for a picture is not asking for a change."""
    assert not is_instruction(prompt)


@pytest.mark.parametrize("instruction", ["can we lose the fireplace?", "could I drop the fireplace"])
def test_questions_in_the_first_person_ask(instruction: str):
    """`can we` and `could I` only wrap a wish."""
    kinds = [thing.kind for thing in edited("a living room with an armchair and a fireplace", instruction).things]
    assert ["armchair"] == kinds


@pytest.mark.parametrize(
    ("prompt", "instruction", "expected"),
    [
        ("a wizard and his cat", "hmm, lose the cat, turns out he's allergic", ["wizard"]),
        ("小女孩手里拿着一个气球", "气球不要了，让她拿把红雨伞", ["girl", "umbrella"]),
        ("老爷爷坐在长椅上", "让小孙女也来陪他", ["old_man", "bench", "girl"]),
        ("an old man on a bench", "have his granddaughter join him", ["old_man", "bench", "girl"]),
    ],
)
def test_reasons_and_company(prompt: str, instruction: str, expected: list[str]):
    """Reasons change nothing, a pronoun means somebody, and company comes beside whoever is there."""
    assert expected == [thing.kind for thing in edited(prompt, instruction).things]


def test_take_one_out():
    """One of the subject fewer."""
    assert edited("five sunflowers in a vase", "take one out please, it's wilting").things[0].count == 4


@pytest.mark.parametrize(
    ("prompt", "instruction", "expected"),
    [
        ("a lion and a snake under a tree", "My daughter is afraid of snakes. Can it go?", {"lion": 1, "tree": 1}),
        ("桌上摆着寿司和拉面", "我不爱吃拉面，把它去了", {"sushi": 1}),
        ("教堂旁边种着一棵树", "树挡光，我们牧师不喜欢，换成一盏路灯行不", {"church": 1, "street_lamp": 1}),
        ("五只鸭子", "theres to many ducks, can u take one away", {"duck": 4}),
        ("两个灯笼", "过年嘛，再多挂两个灯笼", {"lantern": 4}),
        ("two dogs by a door", "one more dog please", {"dog": 3, "door": 1}),
        ("a knight on a horse", "he rides a unicorn, not a horse", {"knight": 1, "unicorn": 1}),
        ("watermelon and ice cream", "The ice cream would melt. Trade it for a burger", {"watermelon": 1, "burger": 1}),
        ("a white sofa", "my grandma should be sitting on the sofa", {"sofa": 1, "old_woman": 1}),
        ("城堡上空飞着一条西方龙", "这个龙太凶了，换成独角兽", {"castle": 1, "unicorn": 1}),
        ("three foxes in the snow", "My text says four foxes. Could you match it?", {"fox": 4}),
        (
            "a doctor beside a bed",
            "add a baby on the bed please, it's for the ward",
            {"doctor": 1, "bed": 1, "baby": 1},
        ),
    ],
)
def test_wishes_of_a_chat(prompt: str, instruction: str, expected: dict[str, int]):
    """Reasons and dislikes tell what is meant, and change nothing themselves."""
    assert expected == {thing.kind: thing.count for thing in edited(prompt, instruction).things}


@pytest.mark.parametrize(
    ("prompt", "instruction", "kind", "colour"),
    [
        ("一架直升机", "不要直升机了，画一个热气球，红色的", "hot_air_balloon", "#d8322c"),
        ("一只紫色的章鱼", "算了算了，还是橙色的章鱼好看", "octopus", "#ec8a2c"),
        ("one red backpack", "We've sold out of red. Purple one please.", "backpack", "#7d4bb8"),
    ],
)
def test_afterthoughts_of_colour(prompt: str, instruction: str, kind: str, colour: str):
    """A colour behind a comma belongs to what was just asked for, or to the subject."""
    assert (kind, colour) in [(thing.kind, thing.colour) for thing in edited(prompt, instruction).things]


@pytest.mark.parametrize("instruction", ["swap those two around would you", "它俩站反了，调过来"])
def test_the_two_change_places(instruction: str):
    """Without names the two things of the picture are meant."""
    piano, guitar = edited("on the left a piano, on the right a guitar", instruction).things
    assert piano.at is not None
    assert guitar.at is not None
    assert piano.at[0] > guitar.at[0]
