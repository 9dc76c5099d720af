"""Pictures of one prompt differ, things stand where they can, and fewer steps leave more open."""

import itertools

import numpy as np
import pytest

from easel.core.image import Size
from easel.engines.painter.begin import begin
from easel.engines.painter.paint import paint
from easel.engines.painter.plan import Relation, ScenePlan, Thing
from easel.engines.painter.unfinished import unfinished
from easel.engines.painter.water import RIVER, river_middle

SIZE = Size(160, 160)
CAT = Thing(kind="cat", words="cat")


def boxes(plan, seed=1):
    """The boxes of the things, by their place in the plan."""
    return {region.thing: region.box for region in paint(plan, SIZE, seed=seed).regions}


def test_four_seeds_four_compositions():
    """No two of four seeds have the cat at one place in one size."""
    found = [np.array(boxes(ScenePlan(setting="meadow", things=(CAT,)), seed)[0]) for seed in range(4)]
    nearest = min(np.abs(one - other).max() for one, other in itertools.combinations(found, 2))

    assert nearest > 0.03


def test_seeds_differ_in_eye_level():
    """The horizon is high in some pictures and low in others."""
    levels = [begin(ScenePlan(setting="meadow", things=(CAT,)), SIZE, seed=seed)[0].horizon for seed in range(12)]

    assert max(levels) - min(levels) > 0.08


def test_a_family_before_its_house_stands_side_by_side():
    """Three who stand before one house hide neither each other nor all of it."""
    house = Thing(kind="house", words="house")
    family = [
        Thing(kind=kind, words=kind, relations=(Relation("in_front_of", 0),)) for kind in ("man", "woman", "girl")
    ]
    found = boxes(ScenePlan(setting="meadow", things=(house, *family)))
    middles = sorted((found[i][0] + found[i][2]) / 2 for i in (1, 2, 3))

    assert min(np.diff(middles)) > 0.08
    assert all(found[i][1] > found[0][1] for i in (1, 2, 3))


@pytest.mark.parametrize("seed", range(4))
def test_a_boat_on_a_river_is_on_the_water(seed):
    """The middle of the boat's keel is between the banks."""
    plan = ScenePlan(setting="river", things=(Thing(kind="sampan", words="sampan"),))
    scene, _ = begin(plan, SIZE, seed=seed)
    left, _, right, bottom = boxes(plan, seed)[0]
    t = (bottom - scene.horizon) / (1 - scene.horizon)
    middle = 0.5 + float(river_middle(scene, t)) * scene.unit / SIZE.width
    half = (RIVER[0] + RIVER[1] * t) * scene.unit / SIZE.width

    assert abs((left + right) / 2 - middle) < half


def test_it_does_not_snow_in_a_room():
    """A room in winter is the same with and without flakes outside."""
    plan = ScenePlan(setting="living_room", season="winter")
    snowing = paint(ScenePlan(setting="living_room", season="winter", weather="snow"), SIZE, seed=3).pixels
    still = paint(plan, SIZE, seed=3).pixels
    white = [int((pixels[100:].min(-1) > 240).sum()) for pixels in (snowing, still)]

    assert white[0] <= white[1] + 8


def test_fewer_steps_leave_more_open():
    """A picture of three steps is farther from the finished one than that of twelve."""
    plan = ScenePlan(setting="lake", things=(CAT,))
    full = paint(plan, SIZE, seed=2).pixels.astype(int)
    away = [np.abs(paint(plan, SIZE, seed=2, steps=steps).pixels.astype(int) - full).mean() for steps in (3, 12, 24)]

    assert away == sorted(away, reverse=True)
    assert away[0] > 8


def test_a_finished_picture_is_left_alone():
    """From three quarters of the steps on nothing is taken back."""
    pixels = np.random.default_rng(1).integers(0, 255, (64, 64, 3), np.uint8)

    assert unfinished(pixels, 0.75) is pixels
