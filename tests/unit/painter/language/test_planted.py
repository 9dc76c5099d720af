"""Fields of flowers are fields, not a row of five."""

from itertools import combinations

import numpy as np
import pytest

from easel.core.image import Size
from easel.engines.painter.language import read
from easel.engines.painter.paint import paint
from easel.engines.painter.plan import ScenePlan, Thing
from easel.engines.painter.provided import provided
from easel.engines.painter.woods import ROWS, field_of


@pytest.mark.parametrize(
    ("prompt", "kind", "colour"),
    [
        ("a field of roses at sunset", "rose", None),
        ("a rose field", "rose", None),
        ("a field of red tulips", "tulip", "#d8322c"),
        ("fields of lavender", "lavender", None),
        ("a meadow full of daisies", "flower", None),
    ],
)
def test_a_field_of_one_flower(prompt: str, kind: str, colour: str | None):
    """The field is of the flower, which is named once; its colour is the flower's."""
    plan = read(prompt)
    assert plan.setting == "flower_field"
    assert [(thing.kind, thing.count, thing.colour) for thing in plan.things] == [(kind, 1, colour)]


@pytest.mark.parametrize(
    "prompt", ["five roses in a meadow", "a meadow with a rose", "a girl holding a rose in a field"]
)
def test_flowers_in_a_meadow(prompt: str):
    """Flowers that are only there, or are counted or held, are no field."""
    assert read(prompt).setting == "meadow"


@pytest.mark.parametrize(
    ("prompt", "crop", "colour"),
    [
        ("a vineyard in Tuscany at sunset", "grapevine", None),
        ("茶园里的采茶姑娘", "tea_bush", None),
        ("a cornfield under a stormy sky", "corn_stalk", None),
        ("an apple orchard in autumn", "fruit_tree", None),
        ("橘园", "fruit_tree", "#f08a1c"),
    ],
)
def test_crops_in_rows(prompt: str, crop: str, colour: str | None):
    """The field is of that crop, which is the ground's and no plant that stands on it."""
    plan = read(prompt)
    assert plan.setting == "farmland"
    assert [thing.colour for thing in plan.things if thing.kind == crop] == [colour]
    assert field_of(plan) == crop
    assert crop in provided(plan)
    assert not [word for word in plan.unpainted if word.lower() in prompt.lower() and word != "tuscany"]


def test_rows_of_crops_are_seen():
    """Tea, vines, maize and fruit trees are four different fields."""
    seen = []
    for kind in ROWS:
        plan = ScenePlan(setting="farmland", time="day", weather="clear", things=(Thing(kind=kind, words=kind),))
        seen.append(paint(plan, Size(160, 160), seed=3).pixels[90:].astype(int))
    for one, other in combinations(seen, 2):
        assert np.abs(one - other).mean() > 8


@pytest.mark.parametrize(
    ("prompt", "pots"),
    [
        ("a desk setup with a laptop, coffee, plants", True),
        ("办公桌上有电脑和绿植", True),
        ("a living room with plants", True),
        ("a cat among plants", False),
        ("lush plants in a jungle", False),
        ("a robot watering plants on Mars", False),
    ],
)
def test_plants_of_no_name_are_in_pots_indoors(prompt: str, pots: bool):
    """On desks and in rooms; outdoors the ground has its own."""
    assert pots == any(thing.kind == "icon:potted-plant" for thing in read(prompt).things)
