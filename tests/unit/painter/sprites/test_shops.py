"""Shops show what they sell."""

import itertools

import numpy as np
import pytest

from easel.engines.painter import icons
from easel.engines.painter.brush import Surface, placed
from easel.engines.painter.sprites import Look, get
from easel.engines.painter.sprites.shops import TRADES


def drawn(kind: str, **traits: str) -> np.ndarray:
    """A sprite on a surface of its own, 120 pixels tall: RGBA."""
    surface = Surface(240, 140)
    with placed(surface.canvas, (120, 130), scale=120):
        get(kind).draw(surface.canvas, np.random.default_rng(1), Look(traits=traits))
    return surface.rgba.astype(int)


@pytest.mark.parametrize("sells", sorted(TRADES))
def test_signs_and_goods_are_icons_of_the_set(sells):
    """Every trade's sign and goods can be drawn."""
    trade = TRADES[sells]

    assert {icons.info(name).name for name in (trade.sign, *trade.goods, *trade.outside)}


def test_no_two_trades_look_alike():
    """Shops differ from each other, and from one of no trade, by more than a detail."""
    shops = [drawn("shop", sells=sells) for sells in ("noodles", "flowers", "books", "bread", "coffee")] + [
        drawn("shop")
    ]

    assert min(np.abs(one - other).mean() for one, other in itertools.combinations(shops, 2)) > 2


def test_an_eatery_has_red_lanterns():
    """A noodle shop has more red than a bookshop has."""
    red = [
        int(((p[..., 0] > 150) & (p[..., 1] < 90) & (p[..., 2] < 90)).sum())
        for p in (drawn("shop", sells="noodles"), drawn("shop", sells="books"))
    ]

    assert red[0] > 5 * max(red[1], 40)


@pytest.mark.parametrize("kind", ["icon:running-shoe", "icon:mans-shoe", "icon:high-heeled-shoe", "icon:thong-sandal"])
def test_a_pair_is_two(kind):
    """A pair covers more of the ground than one shoe at its scale would."""
    one, pair = (int((drawn(kind, **traits)[..., 3] > 128).sum()) for traits in ({}, {"pair": "yes"}))

    assert pair > 1.05 * 0.64 * one


def test_a_shoe_stands_on_its_sole():
    """The sports shoe of the icon set, drawn on its toes there, is wider than high here."""
    rows, columns = np.nonzero(drawn("icon:running-shoe")[..., 3] > 128)

    assert np.ptp(columns) > 1.4 * np.ptp(rows)
