"""What is in the air: birds on the wing, leaps out of the water, those who float in space."""

import numpy as np
import pytest
from tests.unit.painter.sprites.test_people import drawn

from easel.core.image import Size
from easel.engines.painter import language
from easel.engines.painter.begin import begin
from easel.engines.painter.compose import compose


def _composed(prompt: str) -> dict:
    scene, _ = begin(language.read(prompt), Size(256, 256), seed=3, finish=1.0, freedom=0.7)
    return {item.thing.kind: item for item in compose(scene)}


@pytest.mark.parametrize("kind", ["duck", "swan"])
def test_water_birds_spread_their_wings_to_fly(kind: str) -> None:
    """From wing tip to tail they are wider than they swim."""
    swims, flies = (np.flatnonzero(drawn(kind, 160, traits)[..., 3].any(axis=0)) for traits in ({}, {"pose": "flying"}))
    assert np.ptp(flies) > 1.05 * np.ptp(swims)


@pytest.mark.parametrize("kind", ["whale", "dolphin", "shark"])
def test_sea_animals_leap_head_first(kind: str) -> None:
    """They rise higher than they swim, with white water below."""
    swims, leaps = (drawn(kind, 160, traits) for traits in ({}, {"pose": "jumping"}))
    tops = [int(np.flatnonzero((picture[..., 3] > 128).any(axis=1))[0]) for picture in (swims, leaps)]
    assert tops[1] <= tops[0] + 8
    assert (leaps != swims).any()
    low = leaps[np.flatnonzero(leaps[..., 3].any(axis=1))[-6:]]
    assert (low[..., :3].min(axis=-1) > 190).any()


@pytest.mark.parametrize("kind", ["dragon", "chinese_dragon"])
def test_dragons_that_breathe_fire_have_it_before_their_mouths(kind: str) -> None:
    """There is more of yellow and red, and all of it on the side of the head."""
    mute, fiery = (drawn(kind, 160, traits)[..., 3] > 0 for traits in ({}, {"pose": "breathing_fire"}))
    _, columns = np.nonzero(fiery & ~mute)
    assert columns.size > 400
    assert columns.min() > 160


def test_nobody_stands_upright_in_space() -> None:
    """They lean to one side, and animals do not sit on nothing."""
    placed = _composed("an astronaut floating in space with a cat")
    assert all(10 < abs(placed[kind].turn) < 30 for kind in ("astronaut", "cat"))
    assert "flying" == placed["cat"].thing.trait("pose")


def test_a_cat_beside_a_boy_on_a_roof_is_smaller_and_near() -> None:
    """It sits on the same roof, and is not as tall as he is."""
    placed = _composed("一个小男孩坐在屋顶上看星星，身边有一只黑猫")
    boy, cat, house = (placed[kind] for kind in ("boy", "cat", "house"))
    assert cat.tall < 0.75 * boy.tall
    assert abs(cat.x - boy.x) < 0.5 * (boy.wide + cat.wide)
    assert cat.y < house.y - 0.5 * house.tall
