"""Clothes of two pieces keep their own colours."""

import pytest

from easel.engines.painter.language import apply_changes, instruct, read

RED, BLUE, GREEN, BROWN = "#d8322c", "#2f6fd0", "#3f9a4a", "#85552f"


@pytest.mark.parametrize(
    ("prompt", "upper", "lower"),
    [
        ("a man in a green shirt and brown trousers", ("shirt", GREEN), ("jeans", BROWN)),
        ("a man in brown trousers and a green shirt", ("shirt", GREEN), ("jeans", BROWN)),
        ("the boy's shirt is red, his shorts are blue", ("shirt", RED), ("shorts", BLUE)),
        ("一个穿绿色衬衫和棕色裤子的男人", ("shirt", GREEN), ("jeans", BROWN)),
        ("a woman in a red skirt", ("skirt", RED), (None, None)),
    ],
)
def test_each_piece_has_its_colour(prompt: str, upper: tuple, lower: tuple) -> None:
    """In whatever order they are told; one alone is the garment."""
    plan = read(prompt)
    (thing,) = plan.things
    assert upper == (thing.trait("garment"), thing.trait("garment_colour"))
    assert lower == (thing.trait("legs"), thing.trait("legs_colour"))
    assert () == plan.unpainted


def test_clothes_joined_by_and_are_nobody_elses() -> None:
    """Whatever stands behind them: the shorts are the boy's, not the kite's."""
    boy, kite = read("a boy in a green shirt and blue shorts flies a kite").things
    assert ("boy", "shorts", BLUE) == (boy.kind, boy.trait("legs"), boy.trait("legs_colour"))
    assert ("kite", frozenset()) == (kite.kind, kite.traits)


@pytest.mark.parametrize(
    ("instruction", "trait"), [("make her skirt red", "legs_colour"), ("make her sweater red", "garment_colour")]
)
def test_an_edit_paints_the_piece_that_it_names(instruction: str, trait: str) -> None:
    """The other one stays as it is."""
    plan = apply_changes(read("a woman in a green sweater and a blue skirt"), instruct(instruction))
    (thing,) = plan.things
    assert {"garment_colour": GREEN, "legs_colour": BLUE} | {trait: RED} == {
        key: thing.trait(key) for key in ("garment_colour", "legs_colour")
    }


def test_both_pieces_are_told() -> None:
    """In the words that come back with the picture."""
    assert "in a green shirt and blue jeans" in read("a man in a green shirt and blue jeans").title
    assert "穿着绿色衬衫和蓝色牛仔裤的" in read("一个穿绿色衬衫和蓝色牛仔裤的男人").title


@pytest.mark.parametrize(
    ("prompt", "kind", "garment"),
    [
        ("a raccoon detective", "raccoon", "coat"),
        ("a raccoon in a trench coat, logo", "raccoon", "coat"),
        ("leopard in a leather jacket, emblem", "leopard", "jacket"),
        ("浣熊穿着风衣", "raccoon", "coat"),
    ],
)
def test_raccoons_and_leopards_wear_what_they_are_said_to(prompt: str, kind: str, garment: str) -> None:
    """They are drawn in clothes, and a hat; nobody else is there."""
    animal = read(prompt).things[0]
    assert {kind, "hat"} >= {thing.kind for thing in read(prompt).things}
    assert kind == animal.kind
    assert garment in (animal.trait("garment") or "")
