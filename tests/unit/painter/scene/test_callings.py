"""Callings: where somebody is at work, and what is in the hands."""

import numpy as np
import pytest
from tests.unit.painter.sprites.test_people import drawn

from easel.core.image import Size
from easel.engines.painter import language
from easel.engines.painter.begin import begin
from easel.engines.painter.compose import compose
from easel.engines.painter.places import PLACES, setting_of
from easel.engines.painter.sprites.callings import CALLINGS
from easel.engines.painter.sprites.poses import KNOWN_POSES


@pytest.mark.parametrize(
    ("prompt", "setting"),
    [
        ("a teacher", "classroom"),
        ("一位咖啡师", "cafe"),
        ("a chef making noodles", "kitchen"),
        ("小提琴手", "stage"),
        ("a firefighter", "street"),
        ("a teacher on the beach", "beach"),
        ("a chef in the rain", "meadow"),
        ("a waiter and an elephant", "meadow"),
        ("a teacher and a barista", "meadow"),
    ],
)
def test_people_are_at_work_where_nobody_says_otherwise(prompt, setting):
    """A calling brings its place; words about a place, the weather or what belongs elsewhere come first."""
    assert setting == setting_of(language.read(prompt))


@pytest.mark.parametrize("name", sorted(CALLINGS))
def test_what_callings_name_is_known(name):
    """Their places and poses exist, and a tool is to be seen in the hands of whoever is idle, and of nobody else."""
    calling = CALLINGS[name]
    idle, waving = ({"calling": name} | more for more in ({}, {"pose": "waving"}))

    assert calling.home is None or calling.home in PLACES
    assert calling.pose is None or calling.pose in KNOWN_POSES
    if calling.tool is not None:
        assert (drawn("man", 160, idle) != drawn("man", 160, {**idle, "calling": "office"})).any()
        with_it, without = (drawn("man", 160, {**waving, "calling": kind}) for kind in (name, "office"))
        assert calling.dress is not None or np.array_equal(with_it, without)


def test_a_swordsman_in_white_wears_a_robe_of_old():
    """What else would be a shirt and trousers is a hanfu in the colour that was asked for."""
    plan = language.read("白衣剑客")
    thing = plan.things[0]
    traits = dict(trait.split(":", 1) for trait in thing.traits)
    robe = drawn("man", 160, traits)
    low = robe[int(160 * 1.05) : int(160 * 1.15)]

    assert "swordsman" == thing.trait("calling")
    assert (low[..., 3] > 200).any(0).sum() > 40
    assert low[low[..., 3] > 200][:, :3].mean() > 150


def test_a_bride_at_the_groom_s_hand_leaves_the_bouquet():
    """Hands that are held carry nothing."""
    traits = {"garment": "gown", "hat": "veil", "calling": "bride", "hand_to": "0.2,-0.47"}

    assert np.array_equal(drawn("woman", 160, traits), drawn("woman", 160, traits | {"calling": "office"}))


def test_a_rider_has_no_tool_in_hand():
    """The trait changes nothing in somebody who does something else."""
    riders = (drawn("man", 120, {"pose": "riding"} | more) for more in ({}, {"calling": "singer"}))

    assert np.array_equal(*riders)


def test_who_is_attacked_faces_the_attacker():
    """Knight and dragon look at each other, whichever stands where, and the sword is out."""
    plan = language.read("a knight fighting a dragon")
    for seed in range(4):
        scene, _ = begin(plan, Size(192, 192), seed=seed)
        knight, dragon = sorted(compose(scene), key=lambda item: item.thing.kind != "knight")

        assert "fighting" == knight.thing.trait("pose")
        assert (dragon.x < knight.x) == knight.flip == (not dragon.flip)
    armed, unarmed = (
        drawn("knight", 160, {"pose": "fighting", "facing": "side"} | more) for more in ({}, {"calling": "office"})
    )
    assert (armed != unarmed).any()
