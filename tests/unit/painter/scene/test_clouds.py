"""Clouds: their outline, their light, that they are soft."""

import cv2
import numpy as np
import pytest

from easel.core.image import Size
from easel.engines.painter.begin import begin
from easel.engines.painter.clouds import ball, cumulus, lit
from easel.engines.painter.plan import ScenePlan
from easel.engines.painter.sky import puffs


def light_of(toward: tuple[float, float]) -> tuple[float, float]:
    """The mean light of the left and the right half of one round cloud."""
    bulge = np.zeros((120, 120), np.float32)
    ball(bulge, 60, 60, 40, 999)
    alpha, light = lit(bulge, 120, toward, np.random.default_rng(1))
    seen = np.where(alpha > 0.9, light, np.nan)
    return float(np.nanmean(seen[:, :60])), float(np.nanmean(seen[:, 60:]))


def test_the_sunny_side_is_bright():
    """Light from the left brightens the left half, light from the right the right one."""
    left, right = light_of((-1.0, 0.0)), light_of((1.0, 0.0))

    assert left[0] > left[1] + 0.1
    assert right[1] > right[0] + 0.1


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("size_px", [3, 40, 900])
def test_a_cloud_has_a_flat_base_and_room_around(seed, size_px):
    """Any size gives fields in [0, 1]; the cloud does not touch the upper edge of its sheet."""
    cloud, (wide, high) = cumulus(size_px, (0.3, -0.8), np.random.default_rng(seed))

    assert wide > 2 * size_px
    assert high > size_px
    for field in (cloud.alpha, cloud.light):
        assert field.min() >= 0
        assert field.max() <= 1
    if size_px > 9:
        assert cloud.alpha.max() > 0.9
        assert cloud.alpha[0].max() < 0.1
        assert cloud.alpha[-1].max() < 0.1


def test_clouds_are_soft():
    """Inside a cloud the light changes slowly from texel to texel."""
    cloud, _ = cumulus(300, (0.3, -0.8), np.random.default_rng(2))
    inside = cv2.erode((cloud.alpha > 0.97).astype(np.uint8), np.ones((9, 9), np.uint8)) > 0

    assert np.abs(np.gradient(cloud.light)[1][inside]).mean() < 0.02


def test_drawn_clouds_have_light_and_shade():
    """The clouds of a cartoon are lit above and shaded below, each over a fair part of them."""
    scene, _ = begin(ScenePlan(setting="meadow", style="cartoon", weather="cloudy"), Size(256, 256), seed=4)

    puffs(scene)

    clouds = scene.pixels[scene.pixels[..., 3] > 240][:, :3].astype(int)
    bright, shade = (np.array(colour) * 255 for colour in (scene.palette.cloud_lit, scene.palette.cloud_shade))
    shares = [float((np.abs(clouds - tone).max(1) < 14).mean()) for tone in (bright, shade)]
    assert shares[0] > 0.3
    assert shares[1] > 0.03
