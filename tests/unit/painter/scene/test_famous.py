"""Lands that everybody knows by their shape and colour."""

import numpy as np
import pytest

from easel.core.image import Size
from easel.engines.painter.begin import begin
from easel.engines.painter.language import read
from easel.engines.painter.paint import paint
from easel.engines.painter.plan import ScenePlan

SIZE = Size(256, 256)


def colours(plan, seed=1):
    """The finished picture as floats in [0, 1]."""
    return paint(plan, SIZE, seed=seed).pixels.astype(np.float32) / 255


@pytest.mark.parametrize(
    ("words", "setting"),
    [
        ("Venice canal with a gondola", "venice"),
        ("威尼斯", "venice"),
        ("江南烟雨", "water_town"),
        ("a koi pond in a garden", "pond"),
        ("a red car on a road by the sea", "coast_road"),
        ("沿海公路", "coast_road"),
        ("元阳梯田", "terraces"),
        ("a rocket landing on Mars", "mars"),
        ("长城雪景", "snowfield"),
    ],
)
def test_well_known_places_are_themselves(words, setting):
    """Names of places lead to their own settings."""
    assert setting == read(words).setting


def test_fuji_is_a_lone_cone_white_at_its_top():
    """Above the horizon there is one peak, and its top is white."""
    plan = ScenePlan(setting="meadow", backdrops=("fuji",), time="day", weather="clear", excluded=frozenset({"tree"}))
    bare = ScenePlan(setting="meadow", time="day", weather="clear", excluded=frozenset({"tree", "backdrop"}))
    scene, _ = begin(plan, SIZE, seed=1)
    changed = np.abs(colours(plan) - colours(bare)).max(2)[: int(scene.ground_px) - 4] > 0.06
    rows = np.flatnonzero(changed.sum(1) > 3)
    wide = changed[rows].sum(1)
    top = colours(plan)[rows[0] + 3 : rows[0] + 9][changed[rows[0] + 3 : rows[0] + 9]]

    assert wide[-1] > 4 * wide[8]
    assert top.mean() > 0.68


@pytest.mark.parametrize("seed", range(3))
def test_mars_is_red_under_a_pale_brown_sky(seed):
    """Neither the sky nor the ground is green or blue there."""
    picture = colours(ScenePlan(setting="mars", time="day"), seed)

    assert (picture[..., 0] > picture[..., 2] + 0.05).mean() > 0.95


def test_the_sea_is_on_one_side_of_a_coast_road():
    """To the left of the road there is grass, to the right water."""
    plan = ScenePlan(setting="coast_road", time="day", weather="clear", season="summer")
    lower = colours(plan)[190:]
    left, right = lower[:, :40].mean((0, 1)), lower[:, -12:].mean((0, 1))

    assert left[1] > left[2] + 0.1
    assert right[2] > right[0]


def test_flooded_terraces_mirror_the_sky():
    """Water between the dams is as blue as the sky, rice is green."""
    picture = colours(ScenePlan(setting="terraces", time="day", weather="clear", season="spring"))[150:]
    blue = (picture[..., 2] > picture[..., 0] + 0.08).mean()
    green = (picture[..., 1] > picture[..., 2] + 0.08).mean()

    assert blue > 0.1
    assert green > 0.1


def test_a_volcano_throws_out_fire_unless_it_may_not():
    """Over the crater there is fire; without smoke there is none."""
    plan = ScenePlan(setting="volcano", time="night")
    quiet = ScenePlan(setting="volcano", time="night", excluded=frozenset({"smoke"}))
    fire, none = ((colours(p)[..., 0] > colours(p)[..., 2] + 0.4)[:100].mean() for p in (plan, quiet))

    assert fire > none + 0.01


def test_a_villa_by_a_pool_is_behind_the_pool():
    """It rises over the hedge on the other side, and nobody has to walk around it to the water."""
    painting = paint(read("现代别墅外观，泳池，黄昏"), Size(256, 256), seed=1)
    (villa,) = painting.regions

    assert "villa" == villa.kind
    assert villa.box[3] < 0.5
    assert villa.box[2] - villa.box[0] > 0.5
