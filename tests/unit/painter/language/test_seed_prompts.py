"""The prompts of the seed documents, word for word."""

import pytest

from easel.engines.painter.language import read
from easel.engines.painter.plan import ScenePlan, Thing

VENICE = (
    "men Dressing in white t shirt, full-body stand front view image :25, outdoor, Venice beach sign, full-body image, "
    "Los Angeles, Fashion photography of 90s, documentary, Film grain, photorealistic"
)
VENICE_SHORT = (
    "A man in a white t-shirt, full-body, standing front view, outdoors, with the Venice Beach sign in the background, "
    "Los Angeles. Fashion photography in 90s documentary style, film grain, photorealistic."
)
RETRO = (
    "Retro game style, man in old school suit, upper body, true detective, detailed character, nigh sky, crimson moon "
    "silhouette, american muscle car parked on dark street in background, complex background in style of Bill "
    "Sienkiewicz and Dave McKean and Carne Griffiths, extremely detailed, mysterious, grim, provocative, thrilling, "
    "dynamic, action-packed, fallout style, vintage, game theme, masterpiece, high contrast, stark. vivid colors, "
    "16-bit, pixelated, textured, distressed"
)


def only(plan: ScenePlan, kind: str) -> Thing:
    """The one thing of a kind."""
    (found,) = [thing for thing in plan.things if thing.kind == kind]
    return found


@pytest.mark.parametrize("prompt", [VENICE, VENICE_SHORT])
def test_the_man_at_venice_beach_wears_a_white_t_shirt(prompt: str):
    """MiniMax: one man, his shirt white, on the beach, whole, as a photograph."""
    plan = read(prompt)
    man = only(plan, "man")
    assert (1, "t_shirt", "#f5f4f0") == (man.count, man.trait("garment"), man.trait("garment_colour"))
    assert ("beach", "full_body", "photo") == (plan.setting, plan.camera, plan.style)
    assert () == plan.unpainted


def test_the_girl_stands_before_the_library_window():
    """MiniMax: the window belongs to the library and the girl turns her back to look out."""
    plan = read("女孩在图书馆的窗户前，看向远方")
    girl = only(plan, "girl")
    assert "library" == plan.setting
    assert [("in_front_of", "window")] == [(r.kind, plan.things[r.target].kind) for r in girl.relations]
    assert ("back", "distance") == (girl.trait("facing"), girl.trait("gaze"))


def test_the_retro_man_has_a_suit_a_crimson_moon_and_a_muscle_car():
    """Modelverse: of twenty words of jargon only the styles and moods beside the chosen one are left unpainted."""
    plan = read(RETRO)
    assert ["man", "muscle_car"] == [thing.kind for thing in plan.things]
    assert "suit" == only(plan, "man").trait("garment")
    assert {"moon": "#a8152b"} == plan.sky
    assert ("street", "night", "pixel_art", "half_body") == (plan.setting, plan.time, plan.style, plan.camera)
    others = ("bill sienkiewicz", "dave mckean", "carne griffiths", "vintage", "distressed")
    moods = ("grim", "high contrast", "stark", "vivid colors")
    assert set(others + moods) == set(plan.unpainted)


@pytest.mark.parametrize(
    ("prompt", "setting"),
    [
        ("一只可爱的橙色小猫坐在彩虹桥上,卡通风格,明亮的色彩,高质量,详细", "rainbow_bridge"),
        ("一只可爱的橙色小猫坐在窗台上,阳光透过窗户洒在它身上,温暖的光线,高清摄影", "window_sill"),
        ("an orange kitten sitting on the window sill, warm sunlight", "window_sill"),
        ("a cute orange kitten sitting on a rainbow bridge, cartoon style", "rainbow_bridge"),
    ],
)
def test_the_orange_kitten_sits_where_it_is_put(prompt: str, setting: str):
    """Gemini chat: one orange kitten, sitting."""
    plan = read(prompt)
    kitten = only(plan, "cat")
    assert (1, "#ec8a2c", "sitting", "young") == (
        kitten.count, kitten.colour, kitten.trait("pose"), kitten.trait("age"),
    )  # fmt: skip
    assert setting == plan.setting
    assert () == plan.unpainted


def test_the_sea_of_clouds_lies_below_mountains_at_sunrise():
    """Gemini chat: a landscape without things."""
    plan = read("日出时分的山脉景色,金色阳光,云海翻腾,宽阔视角,风景摄影,8K高清")
    assert ((), "cloud_sea", ("mountains",)) == (plan.things, plan.setting, plan.backdrops)
    assert ("sunrise", "wide", "photo", "warm") == (plan.time, plan.camera, plan.style, plan.mood)
    assert () == plan.unpainted


def test_van_gogh_paints_the_sunflowers():
    """Gemini chat: the artist goes before the medium."""
    plan = read("油画风格的向日葵花田,梵高风格,厚重笔触,明亮色彩,艺术masterpiece")
    assert ("sunflower_field", "impasto", ()) == (plan.setting, plan.style, plan.unpainted)


def test_the_portrait_of_an_asian_woman():
    """Gemini chat: traits of a person, in both languages."""
    woman = only(read("一位美丽的亚洲女性,长发飘逸,微笑,专业摄影,柔和光线,高清,细节丰富"), "woman")
    assert {"ethnicity:asian", "hair:long", "mood:smiling"} == woman.traits
    plan = read("a beautiful Asian woman portrait, long flowing hair, smiling, professional photography, soft light")
    assert {"ethnicity:asian", "hair:long", "mood:smiling"} == only(plan, "woman").traits
    assert "portrait" == plan.camera


def test_the_futuristic_skyline():
    """ModelMax: a city of the future at sunset."""
    plan = read("A futuristic city skyline at sunset, digital art")
    assert ((), ("future_city",), "sunset", "digital") == (plan.things, plan.backdrops, plan.time, plan.style)


def test_the_mountain_lake():
    """ModelMax: a lake before mountains in watercolour."""
    plan = read("A watercolor painting of a mountain lake")
    assert ("lake", ("mountains",), "watercolor") == (plan.setting, plan.backdrops, plan.style)
    assert "A watercolor painting of a lake, mountains in the background." == plan.title
