"""Passers-by: of all distances, in clothes of different colours."""

import pytest

from easel.core.image import Size
from easel.engines.painter.begin import begin
from easel.engines.painter.passers import passers
from easel.engines.painter.plan import ScenePlan


@pytest.mark.parametrize("setting", ["market", "square"])
def test_some_are_near(setting):
    """One or two come close to the viewer, beside the middle; most are farther off."""
    scene, _ = begin(ScenePlan(setting=setting), Size(256, 256), seed=3)
    found = passers(scene, setting)
    near = [item for item in found if item.tall > 0.5 * max(other.tall for other in found)]

    assert found
    assert max(item.tall for item in found) > 1.8 * sorted(item.tall for item in found)[len(found) // 2]
    assert all(abs(item.x / scene.width - 0.5) > 0.08 for item in near[-2:])


def test_no_two_wear_one_colour():
    """Six on a street have six colours."""
    scene, _ = begin(ScenePlan(setting="street"), Size(256, 256), seed=3)
    colours = [item.thing.trait("garment_colour") for item in passers(scene, "street")]

    assert len(colours) == len(set(colours)) > 3
