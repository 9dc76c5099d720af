"""What burns has flames around it, whatever it is; what has a fire of its own gets no second one."""

import numpy as np
import pytest
from tests.unit.painter.sprites.test_people import drawn

from easel.core.image import Size
from easel.engines.painter.afire import set_afire
from easel.engines.painter.language import read
from easel.engines.painter.paint import paint

TALL = 160


@pytest.mark.parametrize("kind", ["house", "phoenix", "tree", "book"])
@pytest.mark.parametrize("within", [True, False])
def test_flames_rise_over_what_burns(kind: str, within: bool) -> None:
    """There is yellow and red above its outline; before it only where it burns inside."""
    before = drawn(kind, TALL, {})
    after = before.copy()
    set_afire(after, TALL, np.random.default_rng(1), within=within)
    added = (before[..., 3] == 0) & (after[..., 3] > 200)
    assert added.sum() > 200
    red, _, blue = after[added][:, :3].mean(axis=0)
    assert red > 1.5 * blue
    solid = before[..., 3] == 255
    assert within == bool((before[solid] != after[solid]).any())


@pytest.mark.parametrize("prompt", ["a house on fire", "a burning house", "一座着火的房子", "a house in flames"])
def test_a_house_on_fire_burns(prompt: str) -> None:
    """No campfire stands beside it, and nothing is left unpainted."""
    plan = read(prompt)
    assert [("house", "burning")] == [(thing.kind, thing.trait("state")) for thing in plan.things]
    assert () == plan.unpainted


def test_a_burning_candle_is_a_candle() -> None:
    """It has its flame already."""
    assert read("a burning candle").things[0].trait("state") is None


def test_fire_gives_light_by_night() -> None:
    """The flames of a burning house are brighter than anything of one that does not burn."""
    pictures = [
        paint(read(said), Size(128, 128), seed=1).pixels for said in ("a house at night", "a burning house at night")
    ]
    reds = [int((p[..., 0] > 200).sum()) for p in pictures]
    assert reds[1] > reds[0] + 150
