"""Abstract grounds: colours without any thing; and borders, with nothing in the middle."""

import numpy as np
import pytest

from easel.core.image import Size
from easel.engines.painter.language import read
from easel.engines.painter.paint import paint


def pixels(prompt: str, seed: int = 1) -> np.ndarray:
    """A small picture as floats."""
    return paint(read(prompt), Size.parse("256x160"), seed=seed).pixels.astype(np.float32)


@pytest.mark.parametrize(
    "prompt", ["abstract background", "phone wallpaper with abstract gradient waves", "抽象渐变壁纸"]
)
def test_no_landscape(prompt):
    """An abstract ground and nothing on it; told whole."""
    plan = read(prompt)

    assert ("abstract", (), ()) == (plan.setting, plan.things, plan.unpainted)


def test_the_colour_that_is_named():
    """A blue one is blue in the middle of its range, a red one red."""
    blue, red = (pixels(f"{colour} abstract background").mean((0, 1)) for colour in ("blue", "red"))

    assert blue[2] > blue[0] + 30
    assert red[0] > red[2] + 30


def test_every_seed_its_waves():
    """Dark to light, and another course with another seed."""
    first, second = (pixels("abstract waves", seed) for seed in (1, 2))

    assert np.ptp(first.mean(2)) > 120
    assert np.abs(first - second).mean() > 10


def test_a_border_leaves_the_middle_free():
    """A border of flowers is all round the edge and nowhere else."""
    changed = np.abs(pixels("white background, floral border") - pixels("white background")).max(2) > 25
    height, width = changed.shape
    inner = changed[height // 4 : -height // 4, width // 4 : -width // 4]

    assert not inner.any()
    edge = height // 6
    assert all(side.mean() > 0.2 for side in (changed[:edge], changed[-edge:], changed[:, :edge], changed[:, -edge:]))
