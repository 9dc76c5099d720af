"""Product shots, posters and icons: no landscape behind what is photographed in a studio or laid out as a design."""

import pytest

from easel.engines.painter.language import read
from easel.engines.painter.places import setting_of

BLACK, WHITE, GOLD, PINK, BLUE = "#26252b", "#f5f4f0", "#e3b13a", "#f29ab8", "#2f6fd0"


@pytest.mark.parametrize(
    ("prompt", "tint"),
    [
        ("perfume bottle on a black reflective surface, commercial photography", BLACK),
        ("a cat on a black background", BLACK),
        ("a red mug on a plain white background", WHITE),
        ("白底图，一双黑色皮鞋", WHITE),
        ("运动鞋，蓝色渐变背景，产品摄影", BLUE),
        ("香水放在黑色镜面上", BLACK),
    ],
)
def test_a_surface_or_background_has_its_colour(prompt, tint):
    """A glossy surface in a colour, and white and black backgrounds, are grounds of that colour."""
    plan = read(prompt)

    assert ("plain", tint) == (plan.setting, plan.tint)


@pytest.mark.parametrize(
    "prompt",
    [
        "luxury perfume bottle with roses, product photography",
        "电商主图，一双运动鞋",
        "portrait of a man in a suit, studio lighting",
        'a flyer with the text "YARD SALE"',
        "国潮风格，一只醒狮，红金配色",
        'wedding invitation card, watercolor flowers, text "Anna & Tom"',
        "energy drink can, advertising photography",
        "smartwatch on a white podium, e-commerce",
        'Christmas sale banner, gift boxes, text "SALE"',
    ],
)
def test_goods_and_designs_stand_before_a_plain_ground(prompt):
    """What is for sale, taken in a studio or printed is in no meadow."""
    assert "plain" == setting_of(read(prompt))


@pytest.mark.parametrize(
    "prompt",
    ["a poster of a lion in the savanna", "product photography of a tent in a forest", "a poster of a sunset"],
)
def test_a_named_place_stays(prompt):
    """A poster or product shot that says where it is is there."""
    assert "plain" != setting_of(read(prompt))


def test_goods_stand_on_the_table_that_is_named_with_them():
    """A marble countertop is what a product stands on."""
    plan = read("a blue mug, marble countertop, product photography")

    assert "table_top" == setting_of(plan)
    assert any(relation.kind == "on" for thing in plan.things for relation in thing.relations)


@pytest.mark.parametrize("prompt", ['Sale poster, text "SALE", black and gold', '促销海报，文字"大促"，黑金配色'])
def test_a_palette_is_ground_and_letters(prompt):
    """The first of a design's two colours is its ground, the second its letters'."""
    plan = read(prompt)

    assert BLACK == plan.tint
    assert [GOLD] == [text.colour for text in plan.lettering]


def test_a_palette_of_no_design_is_left_alone():
    """Black and gold may be an animal's."""
    assert read("a dragon, black and gold").tint is None


@pytest.mark.parametrize(
    ("prompt", "tint"),
    [
        ("app icon of a lotus, pink gradient", PINK),
        ("相机应用图标，蓝色渐变", BLUE),
        ("flat icon, camera app icon", None),
    ],
)
def test_app_icons_are_tiles(prompt, tint):
    """An app's icon is a tile in the colour of its background."""
    plan = read(prompt)

    assert ("app_icon", tint) == (plan.setting, plan.tint)


def test_drops_of_water_are_no_things_of_their_own():
    """Droplets on a bottle stand nowhere beside it; that they are not painted is told."""
    plan = read("a bottle with water droplets")

    assert ["bottle"] == [thing.kind for thing in plan.things]
    assert "water droplets" in plan.unpainted


def test_a_flat_lay_is_seen_on_a_table_from_above():
    """Goods lie there, in no living room."""
    plan = read("flat lay of a leather wallet, watch and sunglasses on dark wood, overhead shot")

    assert ("table_top", "birds_eye") == (setting_of(plan), plan.camera)


def test_a_speech_bubble_is_one():
    """The mark of a chat's icon is no ball."""
    assert ["icon:speech-balloon"] == [thing.kind for thing in read("chat app icon, speech bubble").things]


@pytest.mark.parametrize("prompt", ["line art of a cat", "coloring page of a unicorn for kids", "线稿，一只猫"])
def test_line_drawings_are_on_white_paper(prompt):
    """Nothing is behind what is drawn in lines, where no place is named."""
    plan = read(prompt)

    assert ("line_art", "plain", "#ffffff") == (plan.style, plan.setting, plan.tint)
    assert "forest_floor" == read(f"{prompt} in a forest").setting or not prompt.isascii()


@pytest.mark.parametrize("prompt", ["wedding invitation with floral border", "婚礼请柬，花卉边框"])
def test_borders(prompt):
    """Blooms and leaves go round the frame; the rest of a card stands on its ground in the middle."""
    plan = read(prompt)
    around = [thing.kind for thing in plan.things if thing.trait("place") == "border"]

    assert (["icon:hibiscus", "icon:herb"], "plain", ()) == (around, plan.setting, plan.unpainted)
    assert {"rose", "icon:ring"} <= {thing.kind for thing in plan.things}
