"""Black and white pictures with one colour, a kitchen's own cabinets, bouquets of two colours, several moons."""

import numpy as np
import pytest

from easel.core.image import Size
from easel.engines.painter.language import read
from easel.engines.painter.paint import paint
from easel.engines.painter.provided import provided


def painted(prompt: str) -> np.ndarray:
    """The picture as signed numbers."""
    return paint(read(prompt), Size(192, 192), seed=3).pixels.astype(int)


def coloured(picture: np.ndarray) -> np.ndarray:
    """Which pixels are no greys."""
    return np.ptp(picture, axis=-1) > 60


@pytest.mark.parametrize(
    "prompt", ["black and white photo of a street, only the umbrella is red", "黑白照片，一把红色的雨伞"]
)
def test_one_colour_stays(prompt: str):
    """Some of the picture is red, and all the rest of it grey."""
    picture = painted(prompt)
    found = coloured(picture)
    assert 0.005 < found.mean() < 0.3
    assert (picture[found][:, 0] > picture[found][:, 2]).all()


def test_black_and_white_without_a_colour():
    """Where no colour is asked for there is none."""
    assert not coloured(painted("black and white photo of a street with an umbrella")).any()


def test_a_hidden_colour_does_not_show():
    """What stands before the colour is grey."""
    alone = coloured(painted("black and white photo, a red ball")).sum()
    behind = coloured(painted("black and white photo, a red ball behind a rock")).sum()
    assert behind < alone


def test_a_bouquet_of_two_colours():
    """Both colours are seen in it."""
    picture = painted("a bouquet of red and white roses")[20:150]
    red, green, _ = np.moveaxis(picture, -1, 0)
    assert ((red - green) > 90).mean() > 0.05
    one = painted("a bouquet of red roses")[20:150]
    assert (one.min(-1) > 205).sum() < (picture.min(-1) > 205).sum()


def test_a_kitchen_has_its_cabinets():
    """They are the room's own, in the colour that is asked for, and no furniture before it."""
    assert "wardrobe" in provided(read("modern kitchen with white cabinets"))
    white, blue = (painted(f"modern kitchen with {colour} cabinets") for colour in ("white", "blue"))
    low = np.s_[110:140, 40:150]
    assert white[low].mean() > blue[low].mean() + 30


def test_as_many_moons():
    """A second moon lights up another part of the sky."""
    one, two = painted("a moon over a desert at night"), painted("two moons over a desert at night")
    assert (np.abs(one - two).max(-1) > 60).sum() > 40
