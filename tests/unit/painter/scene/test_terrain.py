"""Terrain: slopes, what the camera sees, mist at the feet."""

import cv2
import numpy as np
import pytest

from easel.core.image import Size
from easel.engines.painter import terrain
from easel.engines.painter.begin import begin
from easel.engines.painter.paint import paint
from easel.engines.painter.plan import ScenePlan
from easel.engines.painter.terrain import Land, look, paint_land, slumped


def flat(across: np.ndarray, away: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Land at the height 0.1 everywhere."""
    return np.full_like(across, 0.1)


def white(height: np.ndarray, steep: np.ndarray, across: np.ndarray, away: np.ndarray) -> np.ndarray:
    """White ground."""
    return np.ones((*height.shape, 3), np.float32)


def test_nothing_stands_steeper_than_it_may():
    """A spire slumps to a cone of the given slope, and nothing rises."""
    across, away = np.meshgrid(np.linspace(-2, 2, 200, dtype=np.float32), np.linspace(1, 5, 200, dtype=np.float32))
    spire = np.zeros_like(across)
    spire[90:110, 98:102] = 3.0
    low = slumped(spire, across, away, 1.0)

    assert low.max() < 0.5
    assert np.abs(np.gradient(low, axis=1)).max() <= 1.05 * (across[0, 1] - across[0, 0])
    assert low.min() >= 0


@pytest.mark.parametrize("size", ["64x64", "700x300", "48x512"])
def test_fields_of_a_view_agree_in_shape(size):
    """Every field of a view covers the same texels, none of them unseen or infinite."""
    scene, _ = begin(ScenePlan(setting="meadow"), Size.parse(size), seed=1)
    view = look(scene, Land(heights=flat, cover=white), np.random.default_rng(1))

    assert view is not None
    for field in (view.slope_x, view.slope_z, view.across, view.away, view.cover):
        assert view.height.shape == field.shape
        assert np.isfinite(field).all()


def test_mist_hides_what_is_low():
    """Land that lies below its mist leaves the picture as it was."""
    scene, _ = begin(ScenePlan(setting="meadow"), Size(64, 64), seed=1)
    paint_land(scene, Land(heights=flat, cover=white, feet=0.5), np.random.default_rng(1))

    assert 0 == scene.pixels[..., :3].max()


def test_bands_of_land_leave_no_seams(monkeypatch):
    """Mountains worked out in bands of rows are the mountains worked out at once."""
    plan, size = ScenePlan(setting="meadow", backdrops=("snow_mountains",)), Size(320, 320)

    whole = paint(plan, size, seed=3).pixels
    monkeypatch.setattr(terrain, "BAND_TEXELS", 1)
    banded = paint(plan, size, seed=3).pixels

    assert int(cv2.absdiff(whole, banded).max()) <= 1


def test_a_large_mountain_shows_finer_creases():
    """At four times the size, rock has detail that an enlarged small picture lacks."""
    plan = ScenePlan(setting="meadow", backdrops=("mountains",), weather="clear")
    large, small = (paint(plan, Size(side, side), seed=3).pixels for side in (2048, 512))
    enlarged = cv2.resize(small, (2048, 2048), interpolation=cv2.INTER_CUBIC)

    fine = [
        cv2.Laplacian(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), cv2.CV_32F)[900:1100].std()
        for picture in (large, enlarged)
    ]

    assert fine[0] > 2 * fine[1]
