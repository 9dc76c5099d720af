"""What people say around the picture: who asks, what for, who is like whom, and groups told one by one."""

import pytest

from easel.engines.painter.language import read
from easel.engines.painter.plan import ScenePlan

RED, WHITE, BLACK, PINK, YELLOW, ORANGE = "#d8322c", "#f5f4f0", "#26252b", "#f29ab8", "#f2c52e", "#ec8a2c"


def told(plan: ScenePlan) -> list[str]:
    """The things in short: `2 cat`, sorted."""
    return sorted(f"{thing.count} {thing.kind}" for thing in plan.things)


def colours(plan: ScenePlan) -> dict[str, str | None]:
    """The colour of each kind."""
    return {thing.kind: thing.colour for thing in plan.things}


def ties(plan: ScenePlan) -> set[tuple[str, str, str]]:
    """All relations by the kinds that they tie."""
    return {(t.kind, r.kind, plan.things[r.target].kind) for t in plan.things for r in t.relations}


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("a poster for my shop: a bicycle", ["1 bicycle"]),
        ("logo for a coffee shop, flat, a fox", ["1 fox"]),
        ("For the cover of our club's newsletter I'd like a tent", ["1 tent"]),
        ("a wallpaper for my phone with a tiny cabin", ["1 cabin"]),
        ("I run a flower shop and I'd love a picture of a basket", ["1 basket"]),
        ("my daughter keeps asking for one owl", ["1 owl"]),
        ("a card for my grandma, with one rose", ["1 rose"]),
        ("a children's drawing of our house", ["1 house"]),
        ("kids' cartoon: a giraffe", ["1 giraffe"]),
        ("我开了一家花店，想要一张海报，上面有一朵向日葵", ["1 sunflower"]),
        ("女儿非要一只小兔子，拗不过她", ["1 rabbit"]),
        ("老师让我们交一张恐龙的图", ["1 dinosaur"]),
        ("十朵玫瑰，花店海报", ["10 rose"]),
        ("coffee shop logo with a fox", ["1 fox"]),
        ("花店海报", ["1 rose"]),
        ("画一朵牡丹送给妈妈", ["1 peony"]),
        ("给儿子的房间做一张壁画，有一枚火箭", ["1 rocket"]),
    ],
)
def test_whoever_asks_and_what_for_is_not_in_the_picture(prompt: str, expected: list[str]):
    """Only what is asked for is painted, not the shop, the phone or the child that it is for."""
    assert expected == told(read(prompt))


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("a girl gives a rose to her grandma", ["1 girl", "1 old_woman", "1 rose"]),
        ("a man who waits for a bus", ["1 bus", "1 man"]),
        ("男孩给奶奶送花", ["1 boy", "1 flower", "1 old_woman"]),
    ],
)
def test_who_is_in_the_story_stays(prompt: str, expected: list[str]):
    """People who take part in what happens are painted, even behind `for`, `to` and 给."""
    assert expected == told(read(prompt))


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("two best friends: a bear and a rabbit", ["1 bear", "1 rabbit"]),
        ("My two pets, a dog and a turtle, on the sofa", ["1 dog", "1 sofa", "1 turtle"]),
        ("三个好朋友：小熊、小兔和小猪", ["1 bear", "1 pig", "1 rabbit"]),
        ("粉色的小猪和绿色的恐龙成了好朋友", ["1 dinosaur", "1 pig"]),
        ("a bear and a rabbit are best friends", ["1 bear", "1 rabbit"]),
        ("雪人一家五口整整齐齐", ["5 snowman"]),
        ("企鹅一家三口", ["3 penguin"]),
        ("a family of five ducks", ["5 duck"]),
        ("an owl family", ["3 owl"]),
        ("a fox and her cub", ["1 fox", "1 fox"]),
        ("five sheep, one of them is black", ["1 sheep", "4 sheep"]),
        ("four cats in a basket, two of them are white", ["1 basket", "2 cat", "2 cat"]),
        ("五只羊，其中一只是黑色的", ["1 sheep", "4 sheep"]),
    ],
)
def test_a_group_is_those_who_are_named(prompt: str, expected: list[str]):
    """Words for several at once add nobody to those who are named."""
    assert expected == told(read(prompt))


def test_all_of_a_list_are_where_the_group_is():
    """What is said of the group is true of everybody in the list behind the colon."""
    found = ties(read("three animals in a boat: a cat, a dog and a penguin"))
    assert {("cat", "in", "boat"), ("dog", "in", "boat"), ("penguin", "in", "boat")} == found


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("The umbrella she opened was as red as ripe cherries", {"umbrella": RED}),
        ("a cat, black as night", {"cat": BLACK}),
        ("a horse as white as snow", {"horse": WHITE}),
        ("像樱桃一样红的雨伞", {"umbrella": RED}),
        ("一匹像雪一样白的马", {"horse": WHITE}),
    ],
)
def test_what_is_only_compared_with_is_not_painted(prompt: str, expected: dict[str, str]):
    """`as red as cherries` is a colour and no cherries."""
    assert expected == colours(read(prompt))


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("礼物，粉色礼物盒外加一支白色蜡烛", {"gift": PINK, "candle": WHITE}),
        ("the truck is white, the tent next to it orange", {"truck": WHITE, "tent": ORANGE}),
        ("Why is the cow purple and the pig orange?", {"cow": "#7d4bb8", "pig": ORANGE}),
        ("car, glossy orange paint, dramatic", {"car": ORANGE}),
        ("tulip = red, vase = black", {"tulip": RED, "vase": BLACK}),
        ("a kite for her. She loves pink.", {"kite": None}),
        ("一只小熊，背景是粉色的", {"bear": None}),
        ("苹果和雨伞都是红色的", {"apple": RED, "umbrella": RED}),
    ],
)
def test_a_colour_finds_what_it_is_said_of(prompt: str, expected: dict[str, str | None]):
    """Colours belong to what they are said of, and what somebody only likes colours nothing."""
    assert expected == colours(read(prompt))


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("三只小猪盖房子的故事，先把三只小猪画出来", "3 pig"),
        ("小明买了五个橙子，请把这五个橙子画出来", "5 orange"),
        ("四把雨伞，就画这四把伞吧", "4 umbrella"),
        ("seven ducks in a pond, and all seven ducks are asleep", "7 duck"),
        ("rating icon: 4 stars in a row, nothing more", "4 star"),
        ("Lunch: 1 pizza, 2 bottles of water", "2 bottle"),
        ("两瓶水和一个面包", "2 bottle"),
        ("好久没吃冰淇淋了，画一个", "1 ice_cream"),
        ("别画黑狗，画一只白狗就行", "1 dog"),
    ],
)
def test_each_is_counted_once(prompt: str, expected: str):
    """What is named again with its number is the same, and numbers stay with their nouns."""
    plan = read(prompt)
    kind = expected.split()[1]
    assert [expected] == [line for line in told(plan) if line.endswith(f" {kind}")]


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("a door, a gate, and a cat sits between them", {("cat", "between", "door"), ("cat", "between", "gate")}),
        ("a tree on each side of the house", {("house", "between", "tree")}),
        ("房子两边各有一棵树", {("house", "between", "tree")}),
        ("海龟爬到棕榈树下乘凉", {("turtle", "under", "palm")}),
        ("谁把恐龙放到床上去了！", {("dinosaur", "on", "bed")}),
        ("一只猫跳上桌子", {("cat", "on", "table")}),
        ("热气球在下面慢慢飘，飞机在它上方掠过", {("airplane", "above", "hot_air_balloon")}),
        ("A man on a horse. His dog waits beside him.", {("man", "riding", "horse"), ("dog", "beside", "man")}),
        ("从左到右依次是：苹果、香蕉、西瓜", {("apple", "left_of", "banana"), ("banana", "left_of", "watermelon")}),
        ("left to right: a dog, a cat and a bird", {("dog", "left_of", "cat"), ("cat", "left_of", "bird")}),
        ("a rabbit sitting in a hat", {("rabbit", "in", "hat")}),
        ("a man in a hat on a bench", {("man", "wearing", "hat"), ("man", "on", "bench")}),
        ("a woman reads a book under an umbrella", {("woman", "holding", "book"), ("woman", "under", "umbrella")}),
        ("小木屋，窗户里有光，门口有个雪人", {("snowman", "in_front_of", "cabin")}),
        ("奶奶坐在椅子上，一只猫趴在她脚边", {("old_woman", "on", "chair"), ("cat", "beside", "old_woman")}),
    ],
)  # fmt: skip
def test_places_are_those_of_the_words(prompt: str, expected: set[tuple[str, str, str]]):
    """Pronouns, verbs of motion, rows and both sides say who is where."""
    assert expected == ties(read(prompt))


@pytest.mark.parametrize("prompt", ["请把台灯放右边，书放左边", "书在左，台灯在右", "left: a book, right: a lamp"])
def test_sides_of_the_frame_may_stand_behind_their_noun(prompt: str):
    """A side that ends a clause is that of the thing named in it."""
    where = {thing.kind: thing.at[0] for thing in read(prompt).things if thing.at is not None}
    assert where["book"] < where["lamp"]


@pytest.mark.parametrize(
    ("prompt", "who"),
    [("a boy and his dog, both wearing yellow raincoats", "boy"), ("男孩和女孩都穿着黄色的雨衣", "girl")],
)
def test_both_wear_what_is_said_of_both(prompt: str, who: str):
    """Everybody who was named together wears it."""
    wearers = [thing.kind for thing in read(prompt).things if thing.trait("garment_colour") == YELLOW]
    assert len(wearers) == 2
    assert who in wearers


def test_doctors_and_monks_wear_the_colour_that_they_are_in():
    """`in white` is what somebody wears, whatever the trade."""
    plan = read("A doctor in white shaking hands with an orange robot")
    assert {"doctor": WHITE, "robot": None} == {t.kind: t.trait("garment_colour") for t in plan.things}
