"""Surfaces of large things: hair and grain, and nothing of it from afar."""

import numpy as np
import pytest

from easel.engines.painter.brush import Surface
from easel.engines.painter.sprites import Look, get
from easel.engines.painter.surfaces import textured


def patch():
    """A half covered patch of one colour, premultiplied; its left third is empty."""
    rgba = np.full((300, 300, 4), (100, 60, 20, 128), np.uint8)
    rgba[:, :100] = 0
    return rgba


@pytest.mark.parametrize(("kind", "group"), [("cat", "animal"), ("house", "building")])
def test_large_things_have_a_grain_within_their_outline(kind, group):
    """Neighbouring pixels differ, the cover is what it was, and no colour is more than its cover."""
    rgba = patch()
    textured(rgba, kind, group, 1600, (0, 0, 300, 300))

    assert rgba[:, 100:, 0].std() > 1.5
    assert np.array_equal(rgba[..., 3], patch()[..., 3])
    assert (rgba[..., :3] <= rgba[..., 3:]).all()


@pytest.mark.parametrize(
    ("kind", "group", "tall"), [("cat", "animal", 300), ("house", "building", 300), ("car", "vehicle", 1600)]
)
def test_small_and_smooth_things_have_none(kind, group, tall):
    """From afar there is no hair, and lacquer has none from near."""
    rgba = patch()
    textured(rgba, kind, group, tall, (0, 0, 300, 300))

    assert np.array_equal(rgba, patch())


def test_roof_tiles_are_seen_one_by_one_when_the_roof_is_large():
    """Down a pagoda's slope of 1200 pixels row follows upon row of tiles; at 200 pixels there are none."""
    small, large = (_edges_down_the_roof(side) for side in (200, 1200))

    assert small <= 2
    assert large >= 4


def _edges_down_the_roof(side):
    """How often it gets darker and lighter again on the way down between two ribs of the lowest roof."""
    surface = Surface(side, side)
    surface.canvas.translate(side / 2, side)
    surface.canvas.scale(side, side)
    get("pagoda").draw(surface.canvas, np.random.default_rng(1), Look())
    column = surface.rgba[int(0.738 * side) : int(0.805 * side), int(0.505 * side), 1].astype(int)
    return int((np.diff((np.diff(column) < -4).astype(int)) == 1).sum())
