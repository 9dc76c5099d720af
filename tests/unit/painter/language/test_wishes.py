"""Edit instructions by what is wished for, in many words: numbers, what goes and comes, colours, clothes, places."""

import pytest

from easel.engines.painter.language import apply_changes, instruct, read
from easel.engines.painter.plan import ScenePlan

COLOURS = {"black": "#26252b", "white": "#f5f4f0", "blue": "#2f6fd0", "green": "#3f9a4a", "red": "#d8322c",
           "brown": "#85552f", "yellow": "#f2c52e", "orange": "#ec8a2c"}  # fmt: skip


def edited(prompt: str, instruction: str) -> ScenePlan:
    """The plan of a prompt after an instruction."""
    return apply_changes(read(prompt), instruct(instruction))


def numbers(plan: ScenePlan) -> dict[str, int]:
    """How many there are of each kind."""
    found: dict[str, int] = {}
    for thing in plan.things:
        found[thing.kind] = found.get(thing.kind, 0) + thing.count
    return found


def ties(plan: ScenePlan) -> set[str]:
    """All relations as `cat on sofa`."""
    return {f"{t.kind} {r.kind} {plan.things[r.target].kind}" for t in plan.things for r in t.relations}


@pytest.mark.parametrize(
    ("prompt", "instruction", "number"),
    [
        ("three ducks on a pond", "double the ducks", 6),
        ("three ducks on a pond", "twice as many", 6),
        ("six ducks on a pond", "halve the ducks", 3),
        ("三只鸭子在池塘里", "鸭子数量翻倍", 6),
        ("六只鸭子在池塘里", "鸭子减半", 3),
        ("五只鸭子", "太挤啦，减掉两只", 3),
        ("五只鸭子", "减到三只", 3),
        ("五只鸭子", "五只太多了，三只就够", 3),
        ("五只鸭子", "被我吃掉了三只，画剩下的", 2),
        ("一只鸭子", "再来两只，一共三只", 3),
        ("一只鸭子", "鸭子再多两只", 3),
        ("两只鸭子", "两只太少了，来五只吧", 5),
        ("两只鸭子", "变成三只鸭子，一家人嘛", 3),
        ("four ducks on a pond", "two of them flew away", 2),
        ("four ducks on a pond", "two ducks fewer", 2),
        ("two ducks on a pond", "add another duck, so three in total", 3),
        ("two ducks on a pond", "my sister's duck came along too, so make it three ducks", 3),
        ("seven ducks on a pond", "seven is too many for a logo, four ducks will do", 4),
        ("seven ducks on a pond", "too many ducks, just four please", 4),
        ("four ducks on a pond", "I said four but I meant six", 6),
        ("two ducks on a pond", "there should be five of them", 5),
    ],
)
def test_numbers(prompt: str, instruction: str, number: int):
    """As many as were there are doubled, halved, added to and taken from; a total is a total."""
    assert numbers(edited(prompt, instruction)) == {"duck": number}


@pytest.mark.parametrize(
    "instruction",
    [
        "ditch the cow",
        "lose the cow please, he only cares about the horse",
        "the cow should go. Just the horse.",
        "no cow, just the horse",
        "I'm not sure about the cow, please remove it",
        "could the cow be gone",
        "forget the cow",
        "I never asked for a cow",
        "my client hates cows, remove it",
        "我不想要牛了",
        "画面里不要有牛",
        "那头牛太抢戏，去掉",
        "牛画得不好，删了吧",
        "牛拿掉，马留着",
        "别画牛了，光画马",
        "只要马",
        "后来牛走了，画面里不要再有牛",
    ],
)
def test_what_goes(instruction: str):
    """What is to go goes, and reasons, praise of the rest and what stays take nothing else away."""
    assert numbers(edited("a cow and a horse in a meadow", instruction)) == {"horse": 1}


@pytest.mark.parametrize(
    "instruction",
    [
        "there should be a sword next to the chest",
        "Needs a sword next to the chest. Players should want it.",
        "a sword beside the chest would be nice",
        "can we have a sword next to it?",
        "you forgot the sword",
        "where's the sword?",
        "our sword should be in it too!!",
        "my daughter wants a sword next to it",
        "箱子旁边还得有把剑",
        "忘了画剑，补上",
        "怎么没有剑？加上",
        "剑也要在画里",
    ],
)
def test_what_comes(instruction: str):
    """What is missing, forgotten, asked for by others or said to belong there comes once."""
    assert numbers(edited("a treasure chest in a cave", instruction)) == {"treasure_chest": 1, "sword": 1}


@pytest.mark.parametrize(
    "instruction",
    [
        "an owl would be better than the cat",
        "I'd rather have an owl than a cat",
        "no cat: an owl",
        "where the cat is, put an owl",
        "no cat: replace it with an owl",
        "用猫头鹰代替猫",
        "不要猫，画猫头鹰",
        "猫太普通，改画猫头鹰",
    ],
)
def test_what_comes_in_its_place(instruction: str):
    """The new thing stands where the old one stood."""
    assert ties(edited("a cat on a sofa", instruction)) == {"owl on sofa"}


@pytest.mark.parametrize(
    ("instruction", "colour"),
    [
        ("make his horse black instead", "black"),
        ("could the horse be black?", "black"),
        ("oops, I meant a black horse", "black"),
        ("white is boring, make it black, the horse I mean", "black"),
        ("the horse, black please", "black"),
        ("respray the horse black", "black"),
        ("马的颜色不对，应该是黑色", "black"),
        ("把他的马喷成黑的", "black"),
        ("白的不好看，换黑的", "black"),
        ("改成黑色，我说的是马", "black"),
    ],
)
def test_colours(instruction: str, colour: str):
    """The thing that is meant gets the colour and stays whose it was, whatever else is said."""
    plan = edited("a knight riding a white horse", instruction)
    assert [thing.colour for thing in plan.things if thing.kind == "horse"] == [COLOURS[colour]]
    assert ties(plan) == {"knight riding horse"}


@pytest.mark.parametrize(
    "instruction",
    [
        "Could her coat be blue instead? Blue is her favourite.",
        "I'd like to see her in blue",
        "put her in a blue coat",
        "the coat, blue please",
        "her coat in blue",
        "给她换件蓝外套",
        "外套蓝的吧",
    ],
)
def test_clothes(instruction: str):
    """Clothes are somebody's who is there, whether they are named as hers or not."""
    plan = edited("a girl in a red coat and a dog", instruction)
    assert numbers(plan) == {"girl": 1, "dog": 1}
    assert plan.things[0].trait("garment_colour") == COLOURS["blue"]


@pytest.mark.parametrize(
    ("prompt", "instruction", "tie"),
    [
        ("a gray cat next to a piano", "get the cat to sit on the piano, not beside it", "cat on piano"),
        ("a gray cat next to a piano", "the cat should be on the piano", "cat on piano"),
        ("a gray cat next to a piano", "put it on the piano", "cat on piano"),
        ("a gray cat next to a piano", "not beside the piano, on it", "cat on piano"),
        ("猫躲在桌子下", "把猫抱到桌子上", "cat on table"),
        ("猫躲在桌子下", "猫不在桌子下，在桌子上", "cat on table"),
        ("桥上一头熊", "熊跑到桥底下去了", "bear under bridge"),
        ("a taxi", "street lamp to the right of the taxi, please", "street_lamp right_of taxi"),
        ("a lion", "in front of the lion, a zebra", "zebra in_front_of lion"),
        ("a street lamp", "add a man with a ball under the lamp", "man under street_lamp"),
        ("大象站在河边", "背上骑个小男孩", "boy riding elephant"),
        ("狮子", "头上加顶皇冠", "lion wearing crown"),
        ("一头猪骑自行车", "让猪改骑摩托车", "pig riding motorcycle"),
        ("a girl holding a balloon", "have her hold a kite instead", "girl holding kite"),
        ("a pig riding a bicycle", "let it ride a motorcycle instead", "pig riding motorcycle"),
    ],
)
def test_places(prompt: str, instruction: str, tie: str):
    """What is put somewhere is there, and no longer where it was."""
    placing = {words for words in ties(edited(prompt, instruction)) if not words.startswith("man holding")}
    assert placing == {tie}


@pytest.mark.parametrize(
    "instruction",
    ["swap them round, owl should be on the left", "other way round please", "owl on the left, fox on the right",
     "左右对调", "两样左右换一下", "左右反了"],
)  # fmt: skip
def test_sides_are_exchanged(instruction: str):
    """Who stood on the left stands on the right now."""
    before = read("fox on the left, owl on the right")
    after = apply_changes(before, instruct(instruction))
    assert [thing.at for thing in after.things] == [thing.at for thing in before.things[::-1]]
    assert before.things[0].at != before.things[1].at


def test_all_things_get_the_colour():
    """`both` and 都 are all there is."""
    for instruction in ("make them both green", "都改成绿色"):
        colours = {thing.colour for thing in edited("a yellow taxi and a blue bus", instruction).things}
        assert colours == {COLOURS["green"]}
