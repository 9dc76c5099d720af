"""Words that sound like a manner of drawing but say something of the place or the thing."""

import pytest

from easel.engines.painter.language import read
from easel.engines.painter.provided import provided


@pytest.mark.parametrize(
    ("prompt", "style"),
    [
        ("a headphone on a wooden table, minimal e-commerce photo", "photo"),
        ("a white minimalist church on a hill", "none"),
        ("minimalist logo of a mountain", "flat_vector"),
        ("logo of a mountain, minimalist", "flat_vector"),
        ("极简风格海报，一只鲸鱼", "flat_vector"),
        ("极简客厅", "none"),
        ("新中式书房，书架", "none"),
        ("Gothic cathedral interior with stained glass windows", "none"),
        ("a lion as a stained glass window", "stained_glass"),
    ],
)
def test_manners(prompt: str, style: str):
    """Design by little is flat where something is drawn flat; a church has its windows in any manner."""
    assert read(prompt).style == style


@pytest.mark.parametrize(
    ("prompt", "tint"),
    [
        ("headshot of a businesswoman, grey studio background", "#8f949b"),
        ("white sneakers, pastel blue background", "#7db8ea"),
        ("一瓶精华液，浅绿色背景", "#93cf8f"),
    ],
)
def test_grounds_of_one_colour(prompt: str, tint: str):
    """The ground is plain and of that colour."""
    plan = read(prompt)
    assert (plan.setting, plan.tint) == ("plain", tint)


@pytest.mark.parametrize(
    "prompt", ['comic panel: a superhero fighting a robot, speech bubble "POW!"', 'a man with a speech bubble "POW!"']
)
def test_speech_bubbles(prompt: str):
    """They have their text, and are over the head of who speaks."""
    plan = read(prompt)
    bubble = plan.things[-1]
    assert (bubble.kind, bubble.trait("text")) == ("icon:speech-balloon", "POW!")
    assert [(r.kind, r.target) for r in bubble.relations] == [("above", 0)]


@pytest.mark.parametrize("prompt", ["girl with a sword, cherry blossoms falling", "少女站在樱花飘落的街道"])
def test_blossoms_that_fall(prompt: str):
    """One tree and its petals, not a row of trees."""
    assert {"cherry_tree": 1} == {t.kind: t.count for t in read(prompt).things if t.kind == "cherry_tree"}
    assert "petals" in {thing.kind for thing in read(prompt).things}


def test_a_steamer_is_no_material():
    """Steamed buns are not of wood."""
    assert [(t.kind, t.trait("material")) for t in read("一盘小笼包，热气腾腾，木质蒸笼").things] == [
        ("dumpling", None)
    ]


@pytest.mark.parametrize("prompt", ["palm trees and a beach", "海滩，椰子树"])
def test_palms_of_a_beach(prompt: str):
    """Palms that nobody counted are those of the beach."""
    assert "palm" in provided(read(prompt))


@pytest.mark.parametrize("prompt", ["a palm tree on a beach", "three palm trees on a beach", "海滩上三棵椰子树"])
def test_counted_palms(prompt: str):
    """As many as are asked for stand there."""
    assert "palm" not in provided(read(prompt))


def test_a_floor_lamp_is_tall():
    """It is no desk lamp on the floor."""
    assert [thing.kind for thing in read("a sofa and a floor lamp").things] == ["sofa", "floor_lamp"]


@pytest.mark.parametrize(
    ("prompt", "kinds"),
    [
        ("a wine bottle and two glasses", ["bottle", "wine_glass"]),
        ("two glasses and a bottle of wine", ["wine_glass", "bottle"]),
        ("a smoothie in a glass jar", ["icon:cup-with-straw"]),
        ("抹茶拿铁，一杯，旁边一块蛋糕", ["coffee_cup", "cake_slice"]),
        ("a phoenix rising from flames", ["phoenix"]),
    ],
)
def test_what_is_meant(prompt: str, kinds: list[str]):
    """Glasses beside wine, drinks in their glasses, a slice of cake, a bird that is aflame anyway."""
    assert [thing.kind for thing in read(prompt).things] == kinds


def test_who_pours_makes_no_weather():
    """Pouring coffee is no rain."""
    plan = read("a bearded barista pouring latte art")
    assert (plan.weather, [thing.kind for thing in plan.things]) == (None, ["man", "coffee_cup"])


def test_herbs_are_on_the_dish():
    """Basil that is only named is on the pizza."""
    plan = read("margherita pizza on a wooden table, basil leaves")
    herb = next(thing for thing in plan.things if thing.kind == "icon:herb")
    assert [(r.kind, plan.things[r.target].kind) for r in herb.relations] == [("on", "pizza")]


def test_nothing_but_flowers_is_put_into_a_bottle():
    """Grapes are beside the wine, a rose is in the bottle."""
    grapes, rose = read("a wine bottle with grapes"), read("a bottle with a rose")
    assert {r.kind for thing in grapes.things for r in thing.relations} == {"beside"}
    assert {r.kind for thing in rose.things for r in thing.relations} == {"in"}


@pytest.mark.parametrize(
    ("prompt", "kinds"),
    [
        ('wedding invitation with flowers, text "Anna & Tom"', ["bouquet", "icon:ring"]),
        ("教师节海报，标题“老师您好”，黑板，鲜花", ["chalkboard", "bouquet"]),
        ("a red rose on a white background", ["rose"]),
        ("three roses on a white background", ["rose"]),
        ("a garden with roses", ["rose"]),
    ],
)
def test_cut_flowers(prompt: str, kinds: list[str]):
    """Nothing grows on a card: flowers that nobody counted are a bunch there."""
    assert [thing.kind for thing in read(prompt).things] == kinds


@pytest.mark.parametrize(
    ("prompt", "kinds", "material"),
    [
        ("a polar bear on melting ice", ["bear"], None),
        ("a tiger walking through tall grass", ["tiger"], None),
        ("a geisha on a bridge in autumn, red maple leaves", ["woman", "bridge"], None),
        ("a maple leaf", ["icon:maple-leaf"], None),
    ],
)
def test_grounds_and_seasons_are_no_things(prompt: str, kinds: list[str], material: str | None):
    """Ice that one stands on, grass that one walks through and leaves of autumn are around the things."""
    things = read(prompt).things
    assert [thing.kind for thing in things] == kinds
    assert {thing.trait("material") for thing in things} == {material}


def test_what_a_market_sells_is_on_its_stalls():
    """Neither flowers nor vegetables stand in its lane."""
    assert {"flower", "icon:leafy-green"} <= provided(read("a farmers market with vegetables and flowers"))
    assert "flower" not in provided(read("a market with three flowers"))


def test_one_pumpkin_is_enough():
    """What is named for a day stands for what that day brings."""
    assert [thing.kind for thing in read("Halloween sticker, cute ghost with a pumpkin").things] == ["ghost", "pumpkin"]


@pytest.mark.parametrize(
    ("prompt", "trait"),
    [
        ("an elf archer", "guise:elf"),
        ("精灵弓箭手", "guise:elf"),
        ("a dwarf warrior", "beard:long"),
        ("a gnome", "beard:long"),
    ],
)
def test_folk_of_tales_are_people(prompt: str, trait: str):
    """They stand on their feet, as people do, rather than be an icon."""
    assert trait in read(prompt).things[0].traits


@pytest.mark.parametrize("prompt", ["日式卧室", "日式房间里的一只猫", "a cat in a Japanese room"])
def test_japanese_rooms(prompt):
    """A room in the Japanese manner has mats."""
    assert "tatami" == read(prompt).setting


def test_minimalist_backgrounds_are_plain():
    """Where it says what is behind, it is no manner that goes without saying."""
    assert "plain" == read("a mug, minimalist background").setting
