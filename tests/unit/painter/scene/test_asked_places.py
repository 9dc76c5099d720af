"""Places that are often asked for: their names lead to them, and each shows what it is known by."""

import numpy as np
import pytest

from easel.core.image import Size
from easel.engines.painter.language import read
from easel.engines.painter.paint import begin, paint
from easel.engines.painter.places import setting_of
from easel.engines.painter.plan import ScenePlan, Thing

SIZE = Size(192, 192)
DAY = {"time": "day", "weather": "clear", "season": "summer"}


def picture(plan: ScenePlan, seed: int = 5) -> np.ndarray:
    """The plan's colours as floats in [0, 1]."""
    return paint(plan, SIZE, seed=seed).pixels[..., :3].astype(np.float32) / 255


@pytest.mark.parametrize(
    ("prompt", "setting"),
    [
        ("grand canyon at sunset", "canyon"),
        ("大峡谷日落", "canyon"),
        ("a girl by the swimming pool", "pool"),
        ("泳池边的一只狗", "pool"),
        ("漓江上的渔夫", "lake"),
        ("ha long bay with a ship", "sea"),
    ],
)
def test_a_name_leads_to_its_place(prompt: str, setting: str):
    """Nothing of the name is left over, and the picture is of that place."""
    plan = read(prompt)
    assert setting_of(plan) == setting
    assert not plan.unpainted


@pytest.mark.parametrize("prompt", ["桂林山水", "阳朔", "li river at dawn", "Guilin"])
def test_guilin_has_karst_over_still_water(prompt: str):
    """Its peaks rise over water, not over a meadow."""
    plan = read(prompt)
    assert plan.backdrops == ("karst",)
    assert setting_of(plan) == "lake"


def test_karst_peaks_are_steep():
    """Between two peaks the land comes down to the water within a few columns; mountains are one range."""
    gaps = []
    for backdrop in ("karst", "mountains"):
        plan = ScenePlan(setting="lake", backdrops=(backdrop,), excluded=frozenset({"tree"}), **DAY)
        scene, _ = begin(plan, SIZE, seed=2)
        bare = ScenePlan(setting="lake", excluded=frozenset({"tree", "backdrop"}), **DAY)
        land = np.abs(picture(plan, 2) - picture(bare, 2)).max(2)[: int(scene.ground_px)] > 0.08
        gaps.append(np.abs(np.diff(land.sum(0))).max())
    assert gaps[0] > gaps[1]


def test_a_canyon_is_of_red_layers():
    """Its far walls are red, and striped across more than the slopes of a mountain are."""
    ratios = []
    for plan in (ScenePlan(setting="canyon", **DAY), ScenePlan(setting="meadow", backdrops=("mountains",), **DAY)):
        scene, _ = begin(plan, SIZE, seed=5)
        level = int(scene.ground_px) + (0 if plan.setting == "canyon" else -40)
        walls = picture(plan)[level : level + 40]
        ratios.append(np.abs(np.diff(walls, axis=0)).mean() / np.abs(np.diff(walls, axis=1)).mean())
        if plan.setting == "canyon":
            assert (walls[..., 0] > walls[..., 2]).mean() > 0.8
    assert ratios[0] > ratios[1]


def test_a_pool_is_turquoise_and_lit_from_below_by_night():
    """The water has its own colour by day; by night it is lighter than the deck before it."""
    day, night = (picture(ScenePlan(setting="pool", time=time, weather="clear")) for time in ("day", "night"))
    water = day[118:150, 40:150].mean((0, 1))
    assert water[1] > water[0] + 0.2
    assert night[118:150, 40:150].mean() > 1.3 * night[165:].mean()


def test_who_swims_in_a_pool_is_in_its_water():
    """Somebody who swims is beyond the deck on which others stand."""
    feet = []
    for traits in (frozenset(), frozenset({"pose:swimming"})):
        plan = ScenePlan(setting="pool", things=(Thing(kind="woman", words="woman", traits=traits),), **DAY)
        (region,) = paint(plan, SIZE, seed=5).regions
        feet.append(region.box[3])
    assert feet[1] < 0.82 < feet[0]
