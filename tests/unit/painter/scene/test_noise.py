"""Noise: range, determinism, no warnings at odd sizes."""

import numpy as np
import pytest

from easel.engines.painter import noise


@pytest.mark.parametrize("roughness", [0.0, 0.5, 1.0, 2.0])
def test_fields_are_centred(roughness):
    """Fields lie around a half and mostly within [0, 1]."""
    field = noise.field(256, 256, np.random.default_rng(1), across=9, down=9, roughness=roughness)

    assert 0.5 == pytest.approx(float(field.mean()), abs=0.1)
    assert ((field >= 0) & (field <= 1)).mean() > 0.97


def test_fields_repeat_with_their_stream():
    """The same stream gives the same field."""
    first, second = (noise.field(40, 50, np.random.default_rng(4)) for _ in range(2))

    assert np.array_equal(first, second)


def test_far_coordinates_wrap():
    """Coordinates far beyond the tile still vary."""
    u = np.linspace(5000, 5010, 64, dtype=np.float32)[None].repeat(8, 0)

    assert noise.sample(u, u, np.random.default_rng(1)).std() > 0.02


def test_wide_blur_keeps_the_mean():
    """A wide blur on a smaller copy loses no light."""
    field = np.random.default_rng(2).random((128, 96), dtype=np.float32)

    assert float(field.mean()) == pytest.approx(float(noise.blur(field, 20).mean()), abs=0.02)
