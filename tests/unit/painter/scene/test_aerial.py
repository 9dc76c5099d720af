"""Woods and fields seen from above fill the frame, and what winds through them winds."""

import pytest

from easel.core.image import Size
from easel.engines.painter.language.prompt import read
from easel.engines.painter.paint import paint
from easel.engines.painter.places import setting_of

SIZE = Size(160, 160)


@pytest.mark.parametrize(
    "prompt",
    ["Aerial view of a winding road through an autumn forest", "航拍，蜿蜒的河流穿过森林", "drone shot of farmland"],
)
def test_land_from_above_has_no_sky(prompt):
    """The upper edge shows the same land as the middle."""
    plan = read(prompt)
    pixels = paint(plan, SIZE, seed=3).pixels.astype(float)

    assert setting_of(plan) == "aerial"
    assert abs(pixels[:30].mean() - pixels[60:90].mean()) < 30


def test_a_river_from_above_winds():
    """The water is in a different part of the width at different rows."""
    pixels = paint(read("aerial view of a river through a forest, noon"), SIZE, seed=3).pixels.astype(int)
    blue = pixels[..., 2] > pixels[..., 0] + 30
    middles = [blue[row : row + 8].nonzero()[1].mean() for row in (8, 50, 90, 130)]

    assert max(middles) - min(middles) > 25


def test_who_stands_on_the_ground_is_seen_from_the_side():
    """A cow from straight above would be a spot."""
    assert setting_of(read("bird's eye view of a cow on farmland")) != "aerial"
