"""Islands that things stand on have water all round, greenhouses are rooms of glass with plants."""

import numpy as np
import pytest

from easel.core.image import Size
from easel.engines.painter.language.prompt import read
from easel.engines.painter.paint import paint
from easel.engines.painter.places import setting_of

SIZE = Size(200, 200)


@pytest.mark.parametrize("prompt", ["a tiny island with a lighthouse", "大海中的小岛，岛上有一座小木屋"])
def test_what_is_on_an_island_stands_within_its_shores(prompt):
    """Everything is between the shores, and there is water at both sides and before it."""
    plan = read(prompt + ", noon")
    painting = paint(plan, SIZE, seed=4)
    corners = np.concatenate([painting.pixels[-14:, :24].reshape(-1, 3), painting.pixels[-14:, -24:].reshape(-1, 3)])

    assert setting_of(plan) == "islet"
    assert all(region.box[0] > 0.05 and region.box[2] < 0.95 for region in painting.regions)
    assert corners[:, 2].mean() > corners[:, 0].mean() + 15


def test_islands_alone_are_seen_from_the_sea():
    """Nothing stands on them, so they lie at the horizon."""
    assert setting_of(read("islands in the sea")) == "sea"


@pytest.mark.parametrize("prompt", ["a cat in a greenhouse", "玻璃花房里的猫"])
def test_a_greenhouse_is_a_room_with_plants(prompt):
    """The sides are greener than the path between them."""
    plan = read(prompt)
    pixels = paint(plan, SIZE, seed=4).pixels.astype(int)
    green = pixels[..., 1] - np.maximum(pixels[..., 0], pixels[..., 2])

    assert plan.setting == "greenhouse"
    assert (green[70:150, :50] > 12).mean() > 0.15
    assert (green[70:150, :50] > 12).mean() > 2 * (green[150:, 70:130] > 12).mean()


@pytest.mark.parametrize("prompt", ["a castle on a cliff overlooking the ocean", "海边悬崖上的灯塔"])
def test_a_cliff_falls_to_the_sea(prompt):
    """What is on it stands well over the lower edge, rock below it and the sea at the other side."""
    plan = read(prompt + ", noon, clear sky")
    painting = paint(plan, SIZE, seed=4)
    box = painting.regions[0].box
    rock, sea = painting.pixels[-30:, -60:].astype(float), painting.pixels[-30:, :30].astype(float)

    assert box[3] < 0.75
    assert box[0] > 0.3
    assert sea[..., 2].mean() - sea[..., 0].mean() > rock[..., 2].mean() - rock[..., 0].mean() + 20
