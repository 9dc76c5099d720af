"""Dishes and cakes as they are drawn: no two alike, inside their frame, the vessel in the colour that is asked for."""

from itertools import combinations

import numpy as np
import pytest

from easel.engines.painter.brush import Surface, placed, rgb
from easel.engines.painter.dishes import SERVED_IN
from easel.engines.painter.sprites import get
from easel.engines.painter.sprites.cakes import CAKES
from easel.engines.painter.sprites.recipes import RECIPES
from easel.engines.painter.sprites.sprite import Look

SIZE = 160


def drawn(kind: str, look: Look) -> np.ndarray:
    """The sprite as premultiplied RGBA, (160, 160, 4) uint8, 60 pixels tall with its foot 20 from below."""
    surface = Surface(SIZE, SIZE)
    with placed(surface.canvas, (SIZE / 2, SIZE - 20), scale=(60, 60)):
        get(kind).draw(surface.canvas, np.random.default_rng(1), look)
    return surface.rgba.copy()


@pytest.mark.parametrize(("kind", "trait", "names"), [("plated", "dish", RECIPES), ("cake_slice", "cake", CAKES)])
def test_no_two_look_alike(kind: str, trait: str, names: dict[str, object]):
    """One can tell every dish and every cake from the others."""
    pictures = {name: drawn(kind, Look(traits={trait: name})).astype(int) for name in names}
    for one, other in combinations(pictures, 2):
        assert np.abs(pictures[one] - pictures[other]).mean() > 0.4, (one, other)


@pytest.mark.parametrize("kind", [*SERVED_IN, "torte", "cake_slice"])
def test_they_stay_in_their_frame(kind: str):
    """As wide as the sprite says, and not below its foot by more than the shadow's edge."""
    alpha = drawn(kind, Look())[..., 3]
    rows, columns = np.nonzero(alpha > 40)
    assert columns.max() - columns.min() <= 60 * get(kind).width * 1.06
    assert rows.max() <= SIZE - 20 + 3


@pytest.mark.parametrize("kind", SERVED_IN)
def test_the_vessel_has_the_colour_that_is_asked_for(kind: str):
    """The food keeps its own."""
    blue, plain = drawn(kind, Look(colour=rgb("#2040e0"))), drawn(kind, Look())
    changed = np.abs(blue.astype(int) - plain).max(axis=2) > 40
    kept = (plain[..., 3] > 200) & ~changed
    assert changed.sum() > 300
    assert kept.sum() > 300
