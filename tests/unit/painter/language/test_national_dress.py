"""The dress of peoples: by name, by who wears it, and unlike each other."""

from itertools import combinations

import numpy as np
import pytest
from tests.unit.painter.sprites.test_people import drawn

from easel.engines.painter.language import read
from easel.engines.painter.sprites.national import GARMENTS, HEADGEAR


@pytest.mark.parametrize(
    ("prompt", "kind", "garment", "hat"),
    [
        ("苗族姑娘，银饰", "woman", "miao", "silver_crown"),
        ("一位藏族老人", "old_man", "chuba", None),
        ("藏族男子骑马在雪山下", "man", "chuba", "fur_hat"),
        ("a Mongolian herder with a horse", "man", "deel", "pointed"),
        ("新疆姑娘跳舞", "woman", "atlas", "doppa"),
        ("傣族姑娘在竹林里", "woman", "sarong", None),
        ("a woman in a red sari", "woman", "sari", None),
        ("a woman wearing a hanbok", "woman", "hanbok", None),
        ("a man in a kilt", "man", "kilt", None),
        ("a girl in a dirndl", "girl", "dirndl", None),
    ],
)
def test_who_wears_what(prompt: str, kind: str, garment: str, hat: str | None):
    """The person is one, and is dressed so; nothing of it is told as unpainted."""
    plan = read(prompt)
    person = next(thing for thing in plan.things if thing.kind == kind)
    assert (person.count, person.trait("garment"), person.trait("hat")) == (1, garment, hat)
    assert plan.unpainted == ()


def test_garments_and_hats_are_unlike_each_other():
    """One can tell them apart."""
    for trait, names in (("garment", GARMENTS), ("hat", HEADGEAR)):
        pictures = {name: drawn("woman", 160, {trait: name}).astype(int) for name in names}
        for one, other in combinations(pictures, 2):
            assert (np.abs(pictures[one] - pictures[other]).max(axis=2) > 40).sum() > 60, (one, other)
