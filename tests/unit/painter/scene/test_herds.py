"""Flocks, herds, crowds and fleets: a dozen or more, near and far, in no rows."""

import numpy as np
import pytest

from easel.core.image import Size
from easel.engines.painter import language
from easel.engines.painter.apart import hidden_shares
from easel.engines.painter.begin import begin
from easel.engines.painter.compose import layout_of
from easel.engines.painter.scattered import scattered

MANY = (
    "a flock of birds over a lake", "a school of fish", "a flock of sheep on a hill", "a fleet of boats on the sea",
    "a herd of elephants", "a swarm of bees around a flower", "a crowd of people in a square", "一群羊在草地上", "鱼群",
    "一群在天上飞的大雁", "人群",
)  # fmt: skip


def _laid_out(prompt: str, seed: int = 3):
    scene, _ = begin(language.read(prompt), Size(256, 256), seed=seed, finish=1.0, freedom=0.7)
    return layout_of(scene, scene.plan).laid_out()


@pytest.mark.parametrize("prompt", MANY)
def test_a_flock_is_a_dozen_or_more(prompt: str) -> None:
    """The far ones are little more than half as tall as the near ones, and no three share a row."""
    items = [item for item in _laid_out(prompt).placed() if item.thing.kind != "flower"]
    talls, rows = np.array([item.tall for item in items]), np.array([item.y for item in items])
    assert 11 <= len(items)
    assert talls.min() < 0.66 * talls.max()
    assert max(int((abs(rows - row) < 0.5).sum()) for row in rows) <= 3


@pytest.mark.parametrize("prompt", MANY[2:5])
@pytest.mark.parametrize("seed", range(3))
def test_of_a_herd_all_are_seen(prompt: str, seed: int) -> None:
    """Nobody is hidden behind others."""
    assert max(hidden_shares(_laid_out(prompt, seed))) < 0.75


def test_a_number_says_how_many_a_flock_is() -> None:
    """Five sheep are five, and 一群 is a herd of animals only."""
    assert [5] == [thing.count for thing in language.read("a flock of five sheep").things]
    assert 5 == sum(thing.count for thing in language.read("一群人").things)


def test_a_shepherd_is_not_among_his_sheep() -> None:
    """No sheep stands before him."""
    layout = _laid_out("a shepherd with a flock of sheep")
    shares = dict(zip([item.thing.kind for item in layout.placed()], hidden_shares(layout), strict=True))
    assert shares["man"] < 0.4


@pytest.mark.parametrize("prompt", ["hot air balloons over a valley", "five lanterns in the night sky"])
def test_what_flies_is_in_no_row(prompt: str) -> None:
    """From left to right they neither rise nor sink all the way, for some seeds at least, and are not level."""
    ways = set()
    for seed in range(6):
        items = sorted(_laid_out(prompt, seed).placed(), key=lambda item: item.x)
        steps = np.diff([item.y for item in items])
        assert np.ptp([item.y for item in items]) > 4
        ways.add(bool((steps > 0).all() or (steps < 0).all()))
    assert False in ways


def test_what_is_scattered_keeps_within_its_area() -> None:
    """And no two are upon each other where there is room."""
    places, apart = scattered(np.random.default_rng(1), [(10, 10)] * 12, [(0, 0, 100, 100)] * 12, lambda *_: 0.0)
    x, y = np.array(places).T
    assert 5 <= min(x.min(), y.min())
    assert max(x.max(), y.max()) <= 95
    gaps = np.maximum(abs(x[:, None] - x), abs(y[:, None] - y))[~np.eye(12, dtype=bool)]
    assert gaps.min() >= 10
    assert apart >= 1
