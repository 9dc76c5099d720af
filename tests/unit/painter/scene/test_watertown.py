"""Water towns: white walls over water that mirrors them, and what the words forbid is not there."""

import pytest

from easel.core.image import Size
from easel.engines.painter.begin import begin
from easel.engines.painter.paint import paint
from easel.engines.painter.plan import ScenePlan, Thing

TOWN = ScenePlan(setting="water_town", time="day", weather="clear")


@pytest.mark.parametrize("seed", range(3))
def test_walls_are_white_over_dark_roofs_and_mirrored(seed):
    """Light walls and black roofs stand on the far bank, and the walls are seen again in the water."""
    scene, _ = begin(TOWN, Size(256, 256), seed=seed)
    grey, row = paint(TOWN, Size(256, 256), seed=seed).pixels.mean(axis=2), int(scene.ground_px)

    assert (grey[row - 40 : row - 5] > 190).mean() > 0.2
    assert (grey[row - 80 : row] < 75).mean() > 0.04
    assert (grey[row + 5 : row + 40] > 190).mean() > 0.05


def test_what_is_forbidden_is_not_there(painted):
    """Without its bridge and its boat the picture is another one."""
    whole = painted(TOWN, "256x256", guidance_scale=10).pixels
    bare = painted(
        ScenePlan(setting="water_town", time="day", weather="clear", excluded=frozenset({"bridge", "sampan"})),
        "256x256",
        guidance_scale=10,
    ).pixels

    assert 0.02 < (whole != bare).any(axis=2).mean() < 0.6


def test_somebody_stands_on_the_quay(painted):
    """Who is named stands on stone before the water, not in it."""
    plan = ScenePlan(setting="water_town", things=(Thing(kind="girl", words="girl"),))

    assert painted(plan, steps=4).regions[0].box[3] > 0.85
