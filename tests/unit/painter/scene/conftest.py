"""Plans and a shorthand for painting them small."""

from collections.abc import Callable

import pytest

from easel.core.image import Size
from easel.engines.painter.paint import Painting, paint
from easel.engines.painter.plan import Relation, ScenePlan, Thing


@pytest.fixture
def painted() -> Callable[..., Painting]:
    """Paint a plan, 128 pixels square and with seed 1 unless told otherwise."""

    def painted(plan: ScenePlan, size: str = "128x128", seed: int = 1, **options: object) -> Painting:
        return paint(plan, Size.parse(size), seed=seed, **options)

    return painted


@pytest.fixture
def pair() -> Callable[..., ScenePlan]:
    """A plan of two things, the first in a relation to the second."""

    def pair(first: str, relation: str, second: str, **more: object) -> ScenePlan:
        things = (
            Thing(kind=first, words=first, relations=(Relation(relation, 1),)),
            Thing(kind=second, words=second),
        )
        return ScenePlan(things=things, **more)

    return pair
