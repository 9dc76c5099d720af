"""Sentences as people write them: colours and numbers behind their nouns, second thoughts, places turned round."""

import pytest

from easel.engines.painter.language import apply_changes, instruct, read
from easel.engines.painter.plan import ScenePlan

RED, YELLOW, GREEN, BLUE = "#d8322c", "#f2c52e", "#3f9a4a", "#2f6fd0"
PINK, WHITE, BLACK, ORANGE, PURPLE = "#f29ab8", "#f5f4f0", "#26252b", "#ec8a2c", "#7d4bb8"


def colours(plan: ScenePlan) -> dict[str, str | None]:
    """The colour of each kind."""
    return {thing.kind: thing.colour for thing in plan.things}


def counts(plan: ScenePlan) -> dict[str, int]:
    """How many there are of each kind."""
    return {kind: sum(t.count for t in plan.things if t.kind == kind) for kind in {t.kind for t in plan.things}}


def relations(plan: ScenePlan) -> set[tuple[str, str, str]]:
    """All relations as (kind, relation, kind)."""
    return {(t.kind, r.kind, plan.things[r.target].kind) for t in plan.things for r in t.relations}


@pytest.mark.parametrize(
    ("prompt", "kind", "colour"),
    [
        ("a picture of an orange sofa", "sofa", ORANGE),
        ("a kitten with pitch black fur", "cat", BLACK),
        ("a cat whose fur is orange", "cat", ORANGE),
        ("someone painted the old truck pink", "truck", PINK),
        ("a bench, painted red, waits", "bench", RED),
        ("I'm looking for a bicycle, preferably a yellow one", "bicycle", YELLOW),
        ("snow-white horse", "horse", WHITE),
        ("a cup, white as snow", "tea_cup", WHITE),
        ("通体漆黑的狗", "dog", BLACK),
        ("门被漆成了红色", "door", RED),
        ("玫瑰花，颜色选蓝色", "rose", BLUE),
        ("有只鸟，羽毛是蓝色的", "bird", BLUE),
        ("紫色调的热气球，只有一个", "hot_air_balloon", PURPLE),
        ("白色的天鹅般的小船", "rowboat", WHITE),
    ],
)
def test_a_colour_behind_its_noun_is_its_own(prompt: str, kind: str, colour: str):
    """A colour that is said of a thing is its colour, wherever it stands, and makes no fruit or second thing."""
    assert {kind: colour} == colours(read(prompt))


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("The cup is white but the teapot beside it is red.", {"tea_cup": WHITE, "teapot": RED}),
        ("The sofa's green and the lamp's yellow", {"sofa": GREEN, "lamp": YELLOW}),
        ("I'd like the hat black and the umbrella pink", {"hat": BLACK, "umbrella": PINK}),
        ("the truck is orange while the house behind it is white", {"truck": ORANGE, "house": WHITE}),
    ],
)
def test_each_thing_keeps_its_own_colour(prompt: str, expected: dict[str, str]):
    """Two predicates in one sentence colour two things."""
    assert expected == colours(read(prompt))


def test_a_shirt_is_green_and_a_kite_red():
    """What is said of somebody's clothes does not reach the next thing."""
    boy, kite = read("The boy's shirt is green and his kite is red").things

    assert (GREEN, None, RED) == (boy.trait("garment_colour"), boy.colour, kite.colour)


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("three geese... no wait, make it four ducks", {"duck": 4}),
        ("three… no, four ducks", {"duck": 4}),
        ("two dogs, or rather three dogs", {"dog": 3}),
        ("not two but three bears", {"bear": 3}),
        ("画三只，不对，画四只鸭子", {"duck": 4}),
        ("a blue bird... no, just a red flower", {"flower": 1}),
        ("除了帐篷，还有一只熊", {"tent": 1, "bear": 1}),
        ("Actually, two cats", {"cat": 2}),
        ("two cats, no dogs", {"cat": 2}),
    ],
)
def test_second_thoughts_count(prompt: str, expected: dict[str, int]):
    """What was taken back is not painted; what is only denied stays denied."""
    assert expected == counts(read(prompt))


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("猫有三只", {"cat": 3}),
        ("苹果五个，香蕉一根", {"apple": 5, "banana": 1}),
        ("一群羊，正好六只", {"sheep": 6}),
        ("There were six of them: penguins", {"penguin": 6}),
        ("我养了两只猫和一只狗", {"cat": 2, "dog": 1}),
        ("两匹马，一匹站着，一匹躺着", {"horse": 2}),
        ("一对恋人般的仙鹤，两只都望向远方", {"crane": 2}),
    ],
)
def test_a_number_behind_its_noun_is_its_own(prompt: str, expected: dict[str, int]):
    """A number without a noun is that of the thing before, unless that has an exact one."""
    assert expected == counts(read(prompt))


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("A house with a tree to its left", ("tree", "left_of", "house")),
        ("屋顶上站着一只公鸡", ("chicken", "on", "house")),
        ("a bird on the roof", ("bird", "on", "house")),
        ("飞机从城堡上空飞过", ("airplane", "above", "castle")),
        ("热气球飘在房子的正上方", ("hot_air_balloon", "above", "house")),
        ("两棵树中间站着一个男孩", ("boy", "between", "tree")),
        ("flanked by two trees stands a house", ("house", "between", "tree")),
        ("the girl has a cat in her arms", ("girl", "holding", "cat")),
        ("a hat on a cat's head", ("cat", "wearing", "hat")),
        ("a vase full of tulips stands on the table", ("vase", "on", "table")),
        ("篮子里装着几个鸡蛋", ("egg", "in", "basket")),
        ("马背上坐着一个女孩", ("girl", "riding", "horse")),
        ("床头上方挂着一个钟", ("clock", "above", "bed")),
        ("和尚站在寺庙门前", ("monk", "in_front_of", "temple")),
    ],
)
def test_places_are_told_in_many_ways(prompt: str, expected: tuple[str, str, str]):
    """Which thing stands where, however the sentence turns it."""
    assert expected in relations(read(prompt))


def edited(prompt: str, instruction: str) -> ScenePlan:
    """The plan after an instruction."""
    return apply_changes(read(prompt), instruct(instruction))


@pytest.mark.parametrize(
    ("prompt", "instruction", "expected"),
    [
        ("a horse on a meadow", "can we have two horses?", {"horse": 2}),
        ("a tent on a meadow", "there should be a fox too", {"tent": 1, "fox": 1}),
        ("a boy and a kite", "lose the kite", {"boy": 1}),
        ("a dog and a cat", "take the cat out of the picture", {"dog": 1}),
        ("狗和气球", "气球不要了", {"dog": 1}),
        ("一个女孩", "给女孩一把伞", {"girl": 1, "umbrella": 1}),
        ("一只兔子在草地上", "再来一只兔子", {"rabbit": 2}),
    ],
)
def test_wishes_change_what_is_there(prompt: str, instruction: str, expected: dict[str, int]):
    """Wishes in other words than add and remove."""
    assert expected == counts(edited(prompt, instruction))


@pytest.mark.parametrize(
    ("prompt", "instruction", "expected"),
    [
        ("a red car", "I'd prefer it in blue", {"car": BLUE}),
        ("一辆红色的汽车", "我想要蓝色的车", {"car": BLUE}),
        ("一只白色的猫", "猫要黑色的", {"cat": BLACK}),
        ("一只白色的猫", "把它变成黑色", {"cat": BLACK}),
    ],
)
def test_wishes_recolour(prompt: str, instruction: str, expected: dict[str, str]):
    """A colour that is wished for becomes the thing's."""
    assert expected == colours(edited(prompt, instruction))


@pytest.mark.parametrize(
    ("instruction", "field", "expected"),
    [
        ("could it be snowing?", "weather", "snow"),
        ("能不能下点雪", "weather", "snow"),
        ("来点雾", "weather", "fog"),
        ("now let the sun go down", "time", "sunset"),
        ("太阳落山的时候会怎样", "time", "sunset"),
        ("把马挪到沙漠里", "setting", "desert"),
    ],
)
def test_wishes_change_the_scene(instruction: str, field: str, expected: str):
    """Weather, hour and place that are wished for."""
    assert expected == getattr(edited("a horse on a meadow", instruction), field)


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("the bus my son drew was yellow", ["1 bus #f2c52e"]),
        ("小朋友画的太阳花", ["1 sunflower"]),
        ("a green apple beside a red one", ["1 apple #3f9a4a", "1 apple #d8322c"]),
        ("two balloons, one red and the other blue", ["1 balloon #d8322c", "1 balloon #2f6fd0"]),
        ("一黑一白两只猫", ["1 cat #26252b", "1 cat #f5f4f0"]),
        ("both the car and the house are red", ["1 car #d8322c", "1 house #d8322c"]),
        ("车和房子都是红色的", ["1 car #d8322c", "1 house #d8322c"]),
        ("The shepherd guards his sheep", ["1 man", "1 sheep"]),
        ("四条腿的桌子", ["1 table"]),
        ("a chair of deep blue velvet", ["1 chair #1c2f66"]),
        ("he wore a green coat and his bicycle was red", ["1 man", "1 bicycle #d8322c"]),
        ("她手里拿着三个气球", ["1 woman", "3 balloon"]),
        ("帮我画个小雪人呗", ["1 snowman"]),
        ("the umbrella she carried was bright yellow", ["1 umbrella #f2c52e"]),
        ("a bicycle, preferably a yellow one", ["1 bicycle #f2c52e"]),
        ("vintage typewriter? no - a teapot", ["1 teapot"]),
        ("some kind of dragon", ["1 dragon"]),
        ("想要一个蛋糕的图片，要真实一点", ["1 cake"]),
        ("a robot rendered as a low poly model", ["1 robot"]),
    ],
)
def test_turns_of_phrase(prompt: str, expected: list[str]):
    """Makers, `one`, `both`, pronouns and legs: what is in the picture, how many, and in which colour."""
    found = [f"{thing.count} {thing.kind} {thing.colour or ''}".strip() for thing in read(prompt).things]
    assert expected == found


@pytest.mark.parametrize(
    ("prompt", "tie"),
    [
        ("a cat held by a girl", ("girl", "holding", "cat")),
        ("一只猫被一个女孩抱着", ("girl", "holding", "cat")),
        ("a horse ridden by a knight", ("knight", "riding", "horse")),
        ("大象背上骑着一只猴子", ("monkey", "riding", "elephant")),
        ("A woman sits in front of the fireplace... I mean in front of a piano", ("woman", "in_front_of", "piano")),
        ("The wizard has a cat on his shoulder", ("cat", "on", "wizard")),
        ("猫的右边放着一个足球", ("icon:soccer-ball", "right_of", "cat")),
        ("一只鹦鹉站在海盗的肩膀上", ("parrot", "on", "man")),
        ("a boy with blue trousers and a red cap", ("boy", "wearing", "hat")),
        ("a snowman whose hat is red", ("snowman", "wearing", "hat")),
        ("黄帽子的小男孩", ("boy", "wearing", "hat")),
        ("沙发是蓝色的，上面有一只白猫", ("cat", "on", "sofa")),
        ("红砖房子前种着一棵绿树", ("tree", "in_front_of", "house")),
    ],
)
def test_who_does_what_in_a_roundabout_way(prompt: str, tie: tuple[str, str, str]):
    """Passives, second thoughts and shoulders."""
    plan = read(prompt)
    assert [tie] == [(t.kind, r.kind, plan.things[r.target].kind) for t in plan.things for r in t.relations]


@pytest.mark.parametrize("prompt", ["dog left, cat right", "left: a dog, right: a cat"])
def test_sides_without_a_preposition(prompt: str):
    """A side beside a noun is a place in the frame."""
    dog, cat = read(prompt).things
    assert dog.at is not None
    assert cat.at is not None
    assert dog.at[0] < cat.at[0]


def test_a_style_is_no_wind():
    """风 behind the name of a style is no weather."""
    plan = read("素描风的马")
    assert ("pencil", None) == (plan.style, plan.weather)


@pytest.mark.parametrize("prompt", ["一双鞋", "鞋子", "a pair of shoes", "red high heels", "sneakers"])
def test_shoes_come_in_pairs(prompt: str):
    """Shoes are one thing that shows the two of them."""
    (shoes,) = read(prompt).things

    assert (shoes.count, shoes.trait("pair")) == (1, "yes")


@pytest.mark.parametrize("prompt", ["一只鞋", "a shoe"])
def test_one_shoe_is_one(prompt: str):
    """Who asks for one shoe gets one."""
    assert read(prompt).things[0].trait("pair") is None


@pytest.mark.parametrize("prompt", ["古风少女", "an ancient Chinese girl", "穿汉服的少女"])
def test_a_girl_of_old_wears_hanfu(prompt: str):
    """The dress belongs to the words for the time."""
    assert read(prompt).things[0].trait("garment") == "hanfu"


@pytest.mark.parametrize(
    ("prompt", "sells"),
    [("一家拉面店", "noodles"), ("a ramen shop at night", "noodles"), ("花店", "flowers"), ("a bakery", "bread"),
     ("街角的咖啡店", "coffee"), ("书店门口的书报亭", "books"), ("a shop", None)],
)  # fmt: skip
def test_shops_are_known_by_what_they_sell(prompt: str, sells: str | None):
    """The words for a shop say what is in its window."""
    assert read(prompt).things[0].trait("sells") == sells


def test_a_bride_is_no_princess():
    """She wears white and a veil."""
    bride = next(thing for thing in read("新郎和新娘站在花园里").things if thing.kind == "woman")

    assert (bride.trait("garment_colour"), bride.trait("hat")) == ("#f7f3ec", "veil")


def test_porcelain_cups_are_cups():
    """一壶茶 is a pot, 青花瓷茶杯 are cups and no vases."""
    assert counts(read("一壶茶和两个青花瓷茶杯")) == {"teapot": 1, "tea_cup": 2}


@pytest.mark.parametrize(
    ("prompt", "tie"),
    [
        ("a steam train crossing a bridge", ("train", "on", "viaduct")),
        ("an old man walks across a stone bridge", ("old_man", "on", "bridge")),
        ("火车驶过大桥", ("train", "on", "viaduct")),
        ("小孩走过石桥", ("boy", "on", "bridge")),
        ("a ship passing a lighthouse", ("ship", "beside", "lighthouse")),
        ("骑士经过一座教堂", ("knight", "beside", "church")),
        ("一条龙飞过城堡", ("chinese_dragon", "above", "castle")),
    ],
)
def test_who_crosses_or_passes(prompt: str, tie: tuple[str, str, str]):
    """Over a bridge, past a church, above what is flown over."""
    assert {tie} == relations(read(prompt))


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("a picture for a maths worksheet - 2 buses and 3 bicycles", {"bus": 2, "bicycle": 3}),
        ("Boo, says the owl, peeking out from behind a tree", {"owl": 1, "tree": 1}),
        ("龙凤呈祥", {"chinese_dragon": 1, "phoenix": 1}),
        ("松鹤延年图", {"pine": 1, "crane": 1}),
        ("万马奔腾", {"horse": 8}),
    ],
)
def test_what_else_is_named(prompt: str, expected: dict[str, int]):
    """Worksheets, speakers and idioms that name things."""
    assert expected == counts(read(prompt))


@pytest.mark.parametrize(
    "prompt", ["left side: dog, right side: snowman", "左边：狗，右边：雪人", "left half a dog, right half a snowman"]
)
def test_sides_before_their_things(prompt: str):
    """A side of the picture may stand before what is there."""
    assert {"dog": True, "snowman": False} == {t.kind: t.at is not None and t.at[0] < 0.5 for t in read(prompt).things}


@pytest.mark.parametrize(
    ("prompt", "instruction", "number"),
    [
        ("四只小鸭子在河里", "再添两只", 6),
        ("a cat on a sofa", "add two more", 3),
        ("two dogs", "could you add one more please", 3),
        ("三只羊", "再来一只", 4),
    ],
)
def test_more_of_what_is_there(prompt: str, instruction: str, number: int):
    """More of them, without a word for what they are."""
    edited = apply_changes(read(prompt), instruct(instruction))

    assert number == edited.things[0].count


@pytest.mark.parametrize(
    ("prompt", "kind", "colour"),
    [
        ("Why are all cartoon whales blue? I want a pink whale.", "whale", PINK),
        ("Who says dogs are brown? Mine is purple", "dog", PURPLE),
        ("Ugh, not another yellow owl... make mine blue", "owl", BLUE),
        ("I'm tired of red roses, give me blue ones", "rose", BLUE),
        ("谁说玫瑰都是红的？给我来一朵蓝的！", "rose", BLUE),
        ("为什么猫总是黑的？画只白的吧", "cat", WHITE),
        ("别人家的雪人都是白色的，我要一个绿色的", "snowman", GREEN),
    ],
)
def test_what_is_usual_is_not_painted(prompt: str, kind: str, colour: str):
    """A rhetorical question tells what a wish is about, not what is painted."""
    assert {kind: colour} == colours(read(prompt))


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("爷爷穿蓝褂子，奶奶穿红棉袄，老两口笑呵呵地晒太阳", {"old_man": 1, "old_woman": 1}),
        ("A man and a woman; the couple is dancing", {"man": 1, "woman": 1}),
        ("三羊开泰贺卡，三只绵羊要胖乎乎的", {"sheep": 3}),
        ("三只猫在睡觉，三只猫在跑", {"cat": 6}),
        ("我家楼下天天蹲着四只猫，能画出来吗？", {"cat": 4}),
    ],
)
def test_those_who_are_named_again(prompt: str, expected: dict[str, int]):
    """A couple, or as many as before, are those who were named."""
    assert expected == counts(read(prompt))


def test_her_red_one_is_a_coat():
    """Behind a possessive `one` stands for the clothes that were named."""
    plan = read("The old man in his green coat, the old woman in her red one")
    assert [("old_man", GREEN), ("old_woman", RED)] == [(t.kind, t.trait("garment_colour")) for t in plan.things]


@pytest.mark.parametrize("prompt", ["老虎头上停了只蝴蝶，它一动也不敢动", "老虎的头上停着一只蝴蝶"])
def test_a_head_is_a_place(prompt: str):
    """What sits on somebody's head is on him."""
    assert ("butterfly", "on", "tiger") in relations(read(prompt))


def test_up_in_the_sky_is_no_place_above_the_clouds():
    """Kites in the sky leave the ground where it is."""
    assert read("天上飞着三只风筝").setting is None


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("改成老鹰和蛇对峙行不行", {"eagle": 1, "snake": 1}),
        ("别人家猫抓老鼠，我家猫整天守在厨房里等开饭", {"cat": 1, "mouse": 1}),
        ("三只懵懂的小猫", {"cat": 3}),
        ("一头牛天天站在马路边发呆", {"cow": 1}),
        ("予独爱莲之出淤泥而不染", {"lotus": 1}),
        ("花费心思画一只狐狸", {"fox": 1}),
    ],
)
def test_ordinary_words_part_the_things(prompt: str, expected: dict[str, int]):
    """A word of one character counts beside ordinary words, and not within them."""
    assert expected == counts(read(prompt))


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("I ordered two eggs, they brought five. Draw the five eggs.", {"egg": 5}),
        ("Is that worth three hats? Three hats, then.", {"hat": 3}),
        ("鹤鸣于九皋，声闻于天。一只仙鹤", {"crane": 1}),
        ("本来要紫色花瓶，想想还是白花瓶吧", {"vase": 1}),
    ],
)
def test_the_last_number_counts(prompt: str, expected: dict[str, int]):
    """What is said again with its number, or put right, is not there twice."""
    assert expected == counts(read(prompt))


def test_a_place_that_says_what_kind_gives_way():
    """`my school recital` names a school, `on a stage` says where it is; a pond in a garden is a pond."""
    assert read("my school recital: a girl on a big stage").setting == "stage"
    assert read("a koi pond in a garden").setting == "pond"


def test_as_black_as_coal_is_black():
    """What a colour is compared with is not painted."""
    assert {"cat": BLACK} == colours(read("怀里的猫黑得像炭"))
