"""Figures of legend and of the stage: what makes heads theirs, what they have on their backs, and their names."""

import numpy as np
import pytest
from tests.unit.painter.sprites.test_people import drawn

from easel.engines.painter import language
from easel.engines.painter.sprites.backs import BACKS
from easel.engines.painter.sprites.guises import GUISES
from easel.engines.painter.sprites.person import is_garment

PLAIN = {"hair": "short", "hair_colour": "#2a1c14", "skin": "#f3c9a8", "garment": "suit"}


def changed(traits, *, kind="man", tall=160):
    """Where a figure with more traits differs from the plain one, as a mask of pixels."""
    held = {key: value for key, value in traits.items() if key in ("facing", "pose")}
    plain, more = (drawn(kind, tall, PLAIN | extra).astype(int) for extra in (held, traits))
    return np.abs(plain - more).max(-1) > 24


@pytest.mark.parametrize("facing", ["front", "left", "back"])
@pytest.mark.parametrize("name", ["alien", "clown", "elf", "monkey_king", "ninja"])
def test_heads_are_somebody_else_s_from_every_side(name, facing):
    """What covers more than the face is to be seen from behind and from the side, and nothing below the chest is."""
    found = changed({"guise": name, "facing": facing})

    assert found.sum() > 30
    assert not found[round(160 * 0.75) :].any()


@pytest.mark.parametrize("name", sorted(GUISES))
def test_portraits_show_them(name):
    """Head and shoulders of each look like nobody's else."""
    plain, other = (drawn("man_portrait", 160, PLAIN | more).astype(int) for more in ({}, {"guise": name}))

    assert (np.abs(plain - other).max(-1) > 24).sum() > 60


@pytest.mark.parametrize("facing", ["front", "left", "back"])
@pytest.mark.parametrize("name", sorted(BACKS))
def test_wings_and_cloaks_stand_out_on_both_sides(name, facing):
    """They reach beyond the body, and from before they are behind it: the chest is as it was."""
    found = changed({"back": name, "facing": facing})
    tall, middle = 160, 160

    assert found[:, : middle - 20].any() or facing == "left"
    assert found.sum() > 300
    if facing == "front":
        assert not found[round(0.5 * tall) : round(0.6 * tall), middle - 6 : middle + 6].any()


def test_wings_come_down_with_who_sits():
    """Somebody on a seat has them lower than somebody who stands."""
    stands, sits = (
        np.flatnonzero(changed({"back": "feathers", "pose": pose}).any(1))[0] for pose in ("standing", "sitting")
    )

    assert stands < sits


@pytest.mark.parametrize(
    ("names", "traits"),
    [
        (("a ninja", "一个忍者"), {"guise": "ninja", "calling": "ninja"}),
        (("a viking", "一个维京战士"), {"hat": "viking", "calling": "viking"}),
        (("a vampire", "一个吸血鬼"), {"guise": "vampire", "back": "cloak"}),
        (("a zombie", "一个僵尸"), {"guise": "zombie"}),
        (("an angel", "一位天使"), {"hat": "halo", "back": "feathers"}),
        (("a fairy", "一个花仙子"), {"back": "gauze", "calling": "fairy"}),
        (("an elf", "一个精灵"), {"guise": "elf"}),
        (("a clown", "一个小丑"), {"guise": "clown", "garment": "clown"}),
        (("an alien", "一个外星人"), {"guise": "alien"}),
        (("a pirate", "一个海盗"), {"guise": "pirate", "hat": "tricorne"}),
        (("a nurse", "一名护士"), {"garment": "nurse", "hat": "nurse"}),
        (("Guan Yu", "关公"), {"hat": "general", "calling": "guan_yu"}),
        (("the god of wealth", "财神爷"), {"hat": "official", "calling": "ingot"}),
        (("Nezha", "哪吒"), {"hat": "buns", "calling": "nezha"}),
        (("Sun Wukong", "孙悟空"), {"guise": "monkey_king", "calling": "monkey_king"}),
        (("a saxophone player", "一位萨克斯手"), {"calling": "saxophonist"}),
        (("a football player", "一名足球运动员"), {"pose": "football"}),
        (("a skateboarder", "一个滑板少年"), {"pose": "skateboarding"}),
    ],
)
def test_they_are_known_by_name_in_both_languages(names, traits):
    """Either name gives one figure with what it is known by, all of which is painted."""
    for name in names:
        plan = language.read(name)
        (thing,) = plan.things

        assert traits == {key: thing.trait(key) for key in traits}
        assert () == plan.unpainted
        assert is_garment(thing.trait("garment"))


def test_a_costume_gives_way_to_other_clothes():
    """What the words say of clothes comes first."""
    (thing,) = language.read("a ninja in a red coat").things

    assert "coat" == thing.trait("garment")


@pytest.mark.parametrize(
    ("prompt", "word"),
    [("a lego castle", "lego"), ("乐高城堡", "乐高"), ("street art of a tiger", "street art"), ("lofi girl", "lofi")],
)
def test_manners_that_are_not_painted_are_told(prompt, word):
    """They are among the words that the picture leaves out."""
    assert (word,) == language.read(prompt).unpainted


@pytest.mark.parametrize(
    ("prompt", "hat"),
    [
        ("a princess without a crown", "none"),
        ("没戴皇冠的公主", "none"),
        ("a wizard without a hat", "none"),
        ("a king without a crown", "none"),
        ("a princess without a hat", None),
    ],
)
def test_what_goes_without_saying_can_be_left_off(prompt, hat):
    """A crown or a hat that a figure has as a matter of course is gone where the words say so."""
    (thing,) = language.read(prompt).things

    assert hat == thing.trait("hat")


def test_a_princess_without_a_crown_has_none():
    """Her hair is where the tiara was."""
    with_it, without = (drawn("princess", 200, PLAIN | more).astype(int) for more in ({}, {"hat": "none"}))
    rows = np.flatnonzero((np.abs(with_it - without).max(-1) > 24).any(1))

    assert rows.size > 0
    assert rows[-1] < 0.4 * 200
