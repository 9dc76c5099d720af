"""Logos, icons, stickers and patterns: they stand on a sheet, and the sky is a sign there."""

import pytest

from easel.engines.painter.language import read
from easel.engines.painter.language.sheets import SIGNS
from easel.engines.painter.plan import BACKDROPS, SKY_THINGS, WEATHERS
from easel.engines.painter.sprites import get


@pytest.mark.parametrize(
    ("prompt", "setting", "kinds"),
    [
        ("Logo for a coffee brand, crescent moon and coffee bean", "sheet", ["icon:beans", "emblem_crescent"]),
        ("icon set: sun, cloud, rain", "sheet", ["emblem_sun", "emblem_cloud", "emblem_rain"]),
        ("sticker of a happy octopus, white border", "sheet", ["octopus"]),
        ("一枚山水主题的logo，圆形，扁平风格", "sheet", ["emblem_mountain"]),
        ("Seamless pattern of lemons and cherries on a white background", "pattern", ["icon:cherries", "icon:lemon"]),
        ("无缝花纹，樱花和仙鹤，深蓝色背景", "pattern", ["cherry_tree", "crane"]),
        ("可爱的云朵表情包，微笑", "sheet", ["emblem_cloud"]),
        ("a cat under a crescent moon", None, ["cat"]),
    ],
)
def test_designs_are_on_a_sheet(prompt, setting, kinds):
    """Their suns, clouds and mountains are things; elsewhere they stay in the sky and at the horizon."""
    plan = read(prompt)
    assert plan.setting == setting
    assert sorted(kinds) == sorted(thing.kind for thing in plan.things)
    assert setting is None or not (plan.sky or plan.weather or plan.backdrops)


def test_every_sign_can_be_drawn():
    """Each stands for something of the plan's words, and is a sprite or an icon."""
    assert set(SIGNS) <= {*SKY_THINGS, *WEATHERS, *BACKDROPS}
    for kind, count, *_ in SIGNS.values():
        assert get(kind).draw
        assert count >= 1


def test_orange_is_the_colour_of_a_mark():
    """`a fox head, orange` is one orange fox."""
    plan = read("Flat vector logo of a fox head, orange, white background")
    assert [(thing.kind, thing.colour) for thing in plan.things] == [("fox", "#ec8a2c")]


def test_empty_space_is_no_landscape():
    """大量留白 asks for a plain ground."""
    assert read("一张极简海报，一只红色气球，大量留白").setting == "plain"
