"""Flowers in a vase spread from its neck, and it has no others."""

import pytest
from tests.unit.painter.sprites.test_people import drawn

from easel.core.image import Size
from easel.engines.painter.begin import begin
from easel.engines.painter.compose import compose
from easel.engines.painter.language import read


@pytest.mark.parametrize("prompt", ["three roses in a vase", "sunflowers in a vase", "花瓶里插着一束百合"])
def test_flowers_spread_from_the_neck(prompt: str) -> None:
    """Their stems begin in it, and lean to both sides in the order of their places."""
    scene, _ = begin(read(prompt), Size(256, 256), seed=1)
    items = compose(scene)
    vase = next(item for item in items if item.thing.kind == "vase")
    flowers = sorted((item for item in items if item is not vase), key=lambda item: item.x)
    assert "table_top" == scene.setting
    assert "filled" == vase.thing.trait("state")
    assert all(vase.y - vase.tall < item.y < vase.y - 0.3 * vase.tall for item in flowers)
    turns = [item.turn for item in flowers]
    assert sorted(turns) == turns
    assert turns[0] < -15
    assert turns[-1] > 15


def test_a_filled_vase_has_no_flowers_of_its_own() -> None:
    """Above its neck it is empty."""
    own, filled = (drawn("vase", 160, traits)[..., 3] > 0 for traits in ({}, {"state": "filled"}))
    assert filled.sum() < own.sum()
    assert not (filled & ~own).any()
