"""Edit instructions: what they ask for, and what they make of a plan."""

import pytest

from easel.engines.painter.language import apply_changes, asks_to_change, instruct, is_instruction, read
from easel.engines.painter.plan import ScenePlan

GIVEN = "a girl in a red dress holding a yellow balloon next to a dog on a beach, a car, sunny"


def edited(instruction: str, given: str = GIVEN) -> ScenePlan:
    """The plan after an instruction."""
    return apply_changes(read(given), instruct(instruction))


def kinds(plan: ScenePlan) -> list[str]:
    """The kinds of all things."""
    return [thing.kind for thing in plan.things]


@pytest.mark.parametrize(
    ("instruction", "field", "value"),
    [
        ("make it night", "time", "night"),
        ("把天空换成夜晚", "time", "night"),
        ("turn the day into night", "time", "night"),
        ("change the time to sunset", "time", "sunset"),
        ("make it snow", "weather", "snow"),
        ("换成下雨天", "weather", "rain"),
        ("make it autumn", "season", "autumn"),
        ("change the background to a desert", "setting", "desert"),
        ("把背景改成雪山", "backdrops", ("snow_mountains",)),
        ("replace the background with a futuristic city", "backdrops", ("future_city",)),
        ("remove the background", "setting", "plain"),
        ("改成水彩风格", "style", "watercolor"),
        ("turn it into a pixel art image", "style", "pixel_art"),
        ("make it look like a Van Gogh painting", "style", "impasto"),
        ("Turn this photo into a Studio Ghibli style illustration", "style", "anime"),
        ("convert to black and white", "mood", "monochrome"),
        ("make the image brighter", "mood", "bright"),
        ("make the sky pink", "tint", "#f29ab8"),
        ("add a rainbow", "sky", {"rainbow": None}),
    ],
)
def test_the_scene_changes_and_the_things_stay(instruction: str, field: str, value: object):
    """Background, hour, weather, season, style, mood and sky."""
    plan = edited(instruction)
    assert value == getattr(plan, field)
    assert kinds(read(GIVEN)) == kinds(plan)


@pytest.mark.parametrize(
    ("instruction", "expected"),
    [
        ("add a red balloon and a kite", ["girl", "balloon", "dog", "car", "balloon", "kite"]),
        ("加一只猫", ["girl", "balloon", "dog", "car", "cat"]),
        ("remove the car", ["girl", "balloon", "dog"]),
        ("去掉汽车", ["girl", "balloon", "dog"]),
        ("请把汽车去掉，再加两只小鸟", ["girl", "balloon", "dog", "bird"]),
        ("remove all people", ["balloon", "dog", "car"]),
        ("replace the dog with a cat", ["girl", "balloon", "cat", "car"]),
        ("把狗换成猫", ["girl", "balloon", "cat", "car"]),
        ("把它变成一只老虎", ["tiger", "balloon", "dog", "car"]),
    ],
)
def test_things_come_and_go(instruction: str, expected: list):
    """Adding, removing and replacing, several at once."""
    assert expected == kinds(edited(instruction))


def test_relations_survive_a_removal():
    """Indices of the relations follow the things that stay."""
    plan = edited("remove the dog")
    girl = plan.things[0]
    assert ["balloon"] == [plan.things[relation.target].kind for relation in girl.relations]


@pytest.mark.parametrize("instruction", ["turn the dress blue", "把裙子变成蓝色", "change the girl's dress to blue"])
def test_a_dress_changes_its_colour(instruction: str):
    """Clothes belong to whoever wears them."""
    girl = edited(instruction).things[0]
    assert ("dress", "#2f6fd0") == (girl.trait("garment"), girl.trait("garment_colour"))


@pytest.mark.parametrize(
    "instruction", ["make the car green", "把汽车改成绿色", "change the color of the car to green"]
)
def test_a_thing_changes_its_colour(instruction: str):
    """Colours go to the thing that was named."""
    assert "#3f9a4a" == edited(instruction).things[3].colour


@pytest.mark.parametrize(
    ("instruction", "index", "trait"),
    [
        ("make her smile", 0, "mood:smiling"),
        ("让女孩微笑", 0, "mood:smiling"),
        ("change the girl's hair to blonde", 0, "hair_colour:#e3b13a"),
        ("give the girl sunglasses", 0, "glasses:sunglasses"),
        ("给狗戴上墨镜", 2, "glasses:sunglasses"),
        ("add sunglasses to the girl", 0, "glasses:sunglasses"),
        ("make the girl wear a blue jacket", 0, "garment_colour:#2f6fd0"),
        ("change her outfit to a kimono", 0, "garment:kimono"),
        ("把裙子换成西装", 0, "garment:suit"),
    ],
)
def test_somebody_changes(instruction: str, index: int, trait: str):
    """Faces, hair and glasses."""
    assert trait in edited(instruction).things[index].traits


@pytest.mark.parametrize("instruction", ["put a hat on the dog", "给狗戴上帽子"])
def test_a_hat_is_put_on(instruction: str):
    """Something worn is tied to its wearer."""
    plan = edited(instruction)
    assert ("wearing", "hat") in [(r.kind, plan.things[r.target].kind) for r in plan.things[2].relations]


def test_something_is_put_beside_something():
    """An anchor that is there already is not painted twice."""
    plan = edited("add a cat next to the dog")
    assert ["girl", "balloon", "dog", "car", "cat"] == kinds(plan)
    assert [("beside", 2)] == [(relation.kind, relation.target) for relation in plan.things[4].relations]


def test_a_known_thing_is_put_on_a_new_one():
    """`the dog` is there; only the skateboard is new."""
    plan = edited("put the dog on a skateboard")
    assert ["girl", "balloon", "dog", "car", "icon:skateboard"] == kinds(plan)
    assert ("on", 4) in [(relation.kind, relation.target) for relation in plan.things[2].relations]


def test_a_landmark_as_background_is_added_behind():
    """A thing as background replaces nobody."""
    assert ["girl", "balloon", "dog", "car", "eiffel_tower"] == kinds(edited("将背景替换为埃菲尔铁塔"))


@pytest.mark.parametrize("instruction", ["the dog should be black", "I want the dog to be black", "把狗变成黑色"])
def test_a_wish_is_an_instruction(instruction: str):
    """Wishes change colours as verbs do."""
    assert is_instruction(instruction)
    assert "#26252b" == edited(instruction).things[2].colour


def test_a_number_changes():
    """A number alone is how many there are to be."""
    assert 2 == edited("把狗变成两只").things[2].count


def test_size_changes():
    """Bigger means bigger than before."""
    assert 1.3 == edited("make the dog bigger").things[2].size


def test_the_title_follows_the_changes():
    """A changed plan tells itself anew."""
    assert "cat" in edited("replace the dog with a cat").title


@pytest.mark.parametrize(
    "text",
    ["make it night", "add a cat", "Please remove the car.", "把狗换成猫", "加一只猫", "去掉汽车",
     "改成水彩风格", "让女孩微笑", "change the sky", "背景换成海滩", "在桌子上加一个苹果",
     "could you turn the dress blue?", 'write "Happy 30th" on the cake', "在蛋糕上写上“生日快乐”", "crop it to the dog",
     "rotate it by 90 degrees", "把图片裁剪一下", "blur the background"],
)  # fmt: skip
def test_instructions_are_recognised(text: str):
    """A verb of change opens an instruction."""
    assert is_instruction(text)


@pytest.mark.parametrize(
    "text",
    ["a girl in a garden", "一只可爱的小猫", "the cat sits on a chair", "night, rain", "",
     "女孩在图书馆的窗户前，看向远方", "colourful market", "一个人在公园里加油", "a man making bread",
     "老师在黑板上写着字", "crop circles in a field", "blurred lights in the rain", "a writer at the desk"],
)  # fmt: skip
def test_descriptions_are_no_instructions(text: str):
    """A description has none."""
    assert not is_instruction(text)


@pytest.mark.parametrize("text", ["", "hello", "把", "make", "change to", "remove", "加", "\0", "换成", "add " * 500])
def test_senseless_instructions_change_nothing_but_the_title(text: str):
    """Nothing is raised, and nothing is put in."""
    assert kinds(read(GIVEN)) == kinds(edited(text))


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        ("a dog on a sofa", "the sofa is ugly, take it away"),
        ("a dog on a sofa", "on second thought, a cat instead"),
        ("a dog on a sofa", "could it be snowing?"),
        ("a red balloon over a lake", "darker. night."),
        ("a red balloon over a lake", "Fireworks over it!"),
        ("a woman in a park", "I'd like to see her in green"),
        ("一座塔", "塔改风车"),
        ("桌上的茶壶和杯子", "茶壶要黑的，杯子不用动"),
        ("一只橘猫", "天黑下来吧，再挂个月亮陪陪它"),
    ],
)
def test_what_speaks_of_the_picture_asks_to_change_it(shown: str, text: str):
    """Where a picture's plan is known, words about what is in it, or about light alone, are an edit of it."""
    assert asks_to_change(text, read(shown))


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        ("a dog on a sofa", "a girl in a garden with a cat"),
        ("a dog on a sofa", "a purple bottle and a candle on a table"),
        ("a dog on a sofa", "a dog and a cat"),
        ("一座塔", "女孩在图书馆的窗户前，看向远方，手里拿着书"),
        ("一座塔", "一只可爱的小猫"),
        ("一座塔", ""),
    ],
)
def test_what_describes_another_picture_does_not(shown: str, text: str):
    """A description of other things is painted as such, whatever picture came with it."""
    assert not asks_to_change(text, read(shown))
