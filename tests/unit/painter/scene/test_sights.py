"""Landmarks stand where they are at home, unless the words put them elsewhere."""

import numpy as np
import pytest

from easel.core.image import Size
from easel.engines.painter import plan as plans
from easel.engines.painter.begin import begin
from easel.engines.painter.compose import compose
from easel.engines.painter.language.prompt import read
from easel.engines.painter.paint import paint
from easel.engines.painter.places import PLACES, backdrops_for, setting_of
from easel.engines.painter.sights import SIGHTS
from easel.engines.painter.sprites import SPRITES


def test_sights_are_sprites_at_places_that_are_painted():
    """The table names only what there is."""
    assert set(SIGHTS) <= set(SPRITES)
    assert {sight.setting for sight in SIGHTS.values()} - {None} <= set(PLACES)
    assert {name for sight in SIGHTS.values() for name in sight.backdrops} <= set(plans.BACKDROPS)


@pytest.mark.parametrize(
    ("prompt", "setting"),
    [
        ("the pyramids of giza", "desert"),
        ("sydney opera house", "harbour"),
        ("statue of liberty", "headland"),
        ("christ the redeemer", "mountain_top"),
        ("big ben and the thames", "harbour"),
        ("a pyramid on a beach", "beach"),
        ("terracotta army", "clay_pit"),
        ("一个女孩在看兵马俑", "clay_pit"),
        ("a terracotta warrior in a garden", "garden"),
    ],
)
def test_a_landmark_is_at_home(prompt: str, setting: str):
    """The words' own place goes first."""
    assert setting == setting_of(read(prompt))


def test_mountains_rise_behind_the_potala():
    """What is usual behind a landmark is there before what is usual in the place."""
    plan = read("布达拉宫")
    assert ("snow_mountains",) == backdrops_for(PLACES[setting_of(plan)], plan)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_who_is_before_the_opera_house_stands_on_the_bank(seed: int):
    """The house is in the water, the people are not."""
    scene, _ = begin(read("a couple in front of the sydney opera house"), Size(256, 256), seed=seed)
    items = {item.sprite.name: item for item in compose(scene)}
    assert items["opera_house"].wet
    feet = np.array([items["man"].y, items["woman"].y]) / scene.height
    assert (feet > scene.ground.far - 0.01).all()
    assert items["opera_house"].y < items["man"].y


def test_the_clay_army_stands_in_ranks():
    """Who is asked for is one of many: at the level of the ranks there is an edge every few pixels, and few above."""
    pixels = paint(read("兵马俑"), Size(256, 256), seed=1).pixels.mean(2)
    edges = np.abs(np.diff(pixels, axis=1)) > 12
    assert edges[92:150].mean() > max(0.12, 2 * edges[30:64].mean())


def test_the_pearl_tower_stands_across_the_river():
    """Its foot is at the horizon and it is mirrored in the water; nothing makes a near bank for it."""
    scene, _ = begin(read("上海外滩夜景"), Size(256, 256), seed=2)
    tower = compose(scene)[0]
    assert tower.sprite.name == "pearl_tower"
    assert scene.ground.far < 0.85
    assert abs(tower.y - scene.ground_px) < 0.03 * scene.height
    plan = read("the bund in shanghai at noon")
    shown, without = (paint(plan, Size(256, 256), seed=2, without=left).pixels.astype(int) for left in ((), ((0, 0),)))
    change = np.abs(shown - without).max(2) > 20
    assert change[: int(scene.ground_px)].mean() > 0.01
    assert change[int(scene.ground_px) + 5 :].mean() > 0.01


def test_who_is_before_the_pearl_tower_stands_on_the_quay():
    """The tower stays over there, whatever the words tie to it, and takes nothing from who is in front."""
    scene, _ = begin(read("一个女孩站在外滩，背后是东方明珠，夜景"), Size(256, 256), seed=3)
    girl, tower = sorted(compose(scene), key=lambda item: item.sprite.name)
    assert girl.y > 0.85 * scene.height > tower.y
    assert girl.tall > 0.35 * scene.height
