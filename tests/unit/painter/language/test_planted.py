"""Fields of flowers are fields, not a row of five."""

import pytest

from easel.engines.painter.language import read


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
