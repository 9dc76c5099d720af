"""Kite strings: who holds them, and when there is none."""

from dataclasses import replace

import numpy as np
import pytest

from easel.core.image import Size
from easel.engines.painter.begin import begin
from easel.engines.painter.compose import compose
from easel.engines.painter.kites import fliers
from easel.engines.painter.paint import paint
from easel.engines.painter.plan import ScenePlan, Thing

PLAN = ScenePlan(things=(Thing(kind="boy", words="boy", count=2), Thing(kind="kite", words="kite", count=2)))


@pytest.mark.parametrize("seed", range(4))
def test_each_kite_has_somebody_who_holds_it(seed):
    """Two kites in the air have two different holders."""
    scene, _ = begin(PLAN, Size(256, 256), seed=seed)

    pairs = fliers(compose(scene))

    assert {(1, 0), (1, 1)} == {(kite.index, kite.copy) for kite, _ in pairs}
    assert {(0, 0), (0, 1)} == {(holder.index, holder.copy) for _, holder in pairs}


def test_a_kite_that_nobody_flies_has_no_string():
    """Without a person there is no pair."""
    scene, _ = begin(replace(PLAN, things=PLAN.things[1:]), Size(256, 256), seed=1)

    assert [] == fliers(compose(scene))


def test_the_string_goes_with_its_holder():
    """A picture without the holder shows nothing between the kite and the ground."""
    plan = ScenePlan(things=(Thing(kind="boy", words="boy"), Thing(kind="kite", words="kite")))
    whole, neither = (paint(plan, Size(256, 256), seed=1, without=w).pixels for w in ((), ((0, 0), (1, 0))))
    alone = paint(plan, Size(256, 256), seed=1, without=((0, 0),)).pixels
    below = slice(int(256 * 0.35), int(256 * 0.5))

    assert np.array_equal(alone[below], neither[below])
    assert (whole[below] != neither[below]).any()
