"""How long jobs are expected to take."""

import pytest

from easel.core.image import Size
from easel.core.job import Job
from easel.models import load_cards
from easel.scheduling.forecast import Forecast, cost_of

CARD = load_cards().find("imagen-3")


def _cost(**wishes) -> float:
    return cost_of(Job(model=CARD.id, dialect="openai", prompt="a cat", **wishes), CARD)


def test_cost_is_pictures_times_pixels():
    """Three pictures cost three times one; a size that is not known yet counts as the default one."""
    assert pytest.approx(3 * 1.048576) == _cost(n=3, size=Size(1024, 1024))
    assert _cost(size=CARD.sizes.default) == _cost()
    assert _cost(size=Size(512, 512)) == _cost(size=Size(64, 64))


def test_learns_from_jobs():
    """The first job is believed, later ones move the mean; other costs are in proportion."""
    forecast = Forecast()
    forecast.learn("a", cost=2.0, seconds=4.0)
    first = forecast.seconds("a", cost=1.0)
    forecast.learn("a", cost=1.0, seconds=12.0)

    assert (2.0, 4.0, 8.0) == (first, forecast.seconds("a", cost=1.0), forecast.seconds("a", cost=2.0))


def test_unknown_models():
    """A model of which nothing is known is expected to be like the others; with no others it is expected to be fast."""
    forecast = Forecast()
    nothing = forecast.seconds("a", cost=1.0)
    forecast.learn("b", cost=1.0, seconds=2.0)
    forecast.learn("c", cost=1.0, seconds=4.0)

    assert (0.0, 3.0) == (nothing, forecast.seconds("a", cost=1.0))
