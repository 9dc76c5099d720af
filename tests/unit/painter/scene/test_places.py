"""What places are known by: snow lies across the view, harbours have jetties, courtyards a round gate."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

from easel.core.image import Size
from easel.engines.painter import ground
from easel.engines.painter.begin import begin
from easel.engines.painter.language import read
from easel.engines.painter.paint import paint
from easel.engines.painter.places import setting_of
from easel.engines.painter.plan import ScenePlan

DAY = {"time": "day", "weather": "clear"}


def picture(plan: ScenePlan, *, side: int = 192, seed: int = 7) -> np.ndarray:
    """The plan's pixels, uint8 RGB."""
    return paint(plan, Size(side, side), seed=seed).pixels[..., :3]


def changed(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Where two pictures differ visibly."""
    return cv2.absdiff(one, other).max(axis=2) > 12


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_drifts_of_snow_lie_across_the_view(seed: int):
    """A snowfield's light and dark change from row to row more than from column to column: no lanes to the horizon."""
    scene, _ = begin(ScenePlan(setting="snowfield", season="winter", **DAY), Size(256, 256), seed=seed)
    ground.snow(scene)
    snow = cv2.GaussianBlur(cv2.cvtColor(scene.pixels[180:240, :, :3], cv2.COLOR_RGB2GRAY), (0, 0), 2).astype(float)
    assert np.abs(np.diff(snow, axis=0)).mean() > 1.2 * np.abs(np.diff(snow, axis=1)).mean()


def test_a_large_ground_is_the_small_one_in_more_bands():
    """Ground worked out in many bands of rows has no seams: enlarged detail is no other land."""
    plan = ScenePlan(setting="park", season="summer", **DAY)
    small, large = (picture(plan, side=side) for side in (192, 768))
    away = cv2.absdiff(cv2.resize(large, (192, 192), interpolation=cv2.INTER_AREA), small)
    assert away[150:].mean() < 14


def test_a_road_under_snow_shows_where_wheels_run():
    """There is dark asphalt in the tracks between snow at the sides and in the middle."""
    row = picture(ScenePlan(setting="road", season="winter", **DAY)).astype(int).sum(axis=2)[175] // 3
    dark = cv2.threshold(row.astype(np.uint8), 150, 1, cv2.THRESH_BINARY_INV)[1].ravel()
    assert np.count_nonzero(np.diff(dark.astype(int)) == 1) >= 2


@pytest.mark.parametrize("season", ["autumn", "winter"])
def test_a_fence_tells_a_garden_where_nothing_blooms(season: str):
    """Forbidding the fence changes a band of the picture from side to side."""
    plan = ScenePlan(setting="garden", season=season, **DAY)
    area = changed(picture(plan), picture(replace(plan, excluded=frozenset({"fence"}))))
    assert area.any(axis=0).mean() > 0.6


def test_a_harbour_in_fog_shows_its_jetty():
    """Near the bank the jetty is plainly darker than the fog."""
    plan = ScenePlan(setting="harbour", time="day", weather="fog")
    bare = replace(plan, excluded=frozenset({"jetty"}))
    assert changed(picture(plan), picture(bare)).mean() > 0.015


@pytest.mark.parametrize("prompt", ["院子里有一只猫", "a cat in a courtyard"])
def test_a_courtyard_is_no_square(prompt: str):
    """It has a place of its own, with no tall houses against the sky."""
    plan = read(prompt)
    assert setting_of(plan) == "courtyard"
    sky = picture(ScenePlan(setting="courtyard", **DAY))[:20].astype(int)
    assert (sky[..., 2] > sky[..., 0]).mean() > 0.8


@pytest.mark.parametrize(
    ("prompt", "season"),
    [("children building a snowman", "winter"), ("孩子们在堆雪人", "winter"), ("a snowman on a table", None)],
)
def test_a_snowman_stands_in_the_snow(prompt: str, season: str | None):
    """Who builds one in the open has winter around, without saying so, and one is built."""
    plan = read(prompt)
    assert plan.season == season
    assert [thing.count for thing in plan.things if thing.kind == "snowman"] == [1]


@pytest.mark.parametrize(
    ("prompt", "setting"),
    [("three penguins on the snow", "snowfield"), ("a castle on a mountain peak", "mountain_top")],
)
def test_what_one_stands_on_is_the_place(prompt: str, setting: str):
    """Words for the ground under the feet are words for a place."""
    assert setting_of(read(prompt)) == setting


def test_a_moon_without_stars_has_none():
    """Forbidden stars are missing from the black sky over the moon, too."""
    plan = ScenePlan(setting="moon_surface", excluded=frozenset({"earth"}))
    bare = replace(plan, excluded=plan.excluded | {"stars"})
    assert picture(plan)[:60].max() > 150 > 60 > picture(bare)[:60].max()


def test_a_street_lamp_stands_in_a_street():
    """It is furniture of a street, not of a living room."""
    assert setting_of(read("a lonely street lamp at dusk")) == "street"


def test_fog_by_night_leaves_shapes():
    """The trees around a foggy pond are told from its sky by night."""
    foggy = picture(ScenePlan(setting="pond", time="night", weather="fog"), seed=11).astype(float).sum(axis=2)
    assert foggy[30:60].std() > 14


def test_water_that_reaches_farther_than_the_sky_shows_no_upright_stripes():
    """Below the mirrored picture there is more of its sky, not its first row drawn out."""
    pond = picture(ScenePlan(setting="pond", time="night", weather="fog"), seed=11).astype(float).sum(axis=2)[140:]
    across, down = np.abs(np.diff(pond, axis=1)).mean(), np.abs(np.diff(pond, axis=0)).mean()
    assert across < 2.2 * down
