"""What edits put on whoever is alone in the picture."""

import pytest

from easel.engines.painter.language import apply_changes, instruct, read


@pytest.mark.parametrize(
    ("prompt", "instruction", "kind"),
    [
        ("a dog on the grass", "give it sunglasses", "icon:sunglasses"),
        ("一只猫坐在沙发上", "再加一副墨镜", "icon:sunglasses"),
        ("a woman in a garden", "put a straw hat on her head", "hat"),
        ("一只猫坐在沙发上", "加一顶红帽子", "hat"),
        ("a cat", "add a crown", "crown"),
        ("一只白猫坐在窗边", "给它戴上红色蝴蝶结", "icon:ribbon"),
        ("a dog", "add a red bow tie", "icon:ribbon"),
    ],
)
def test_it_is_worn(prompt, instruction, kind):
    """Hats, crowns and glasses are on whoever is alone in the picture."""
    plan = apply_changes(read(prompt), instruct(instruction))
    worn = [plan.things[tie.target].kind for thing in plan.things for tie in thing.relations if tie.kind == "wearing"]
    assert worn == [kind]


@pytest.mark.parametrize(
    ("prompt", "instruction", "garment"),
    [
        ("a cat", "add a red cape", "robe"),
        ("a dog", "add a red raincoat", "raincoat"),
        ("a boy", "add a red coat", "coat"),
    ],
)
def test_clothes_are_worn_too(prompt, instruction, garment):
    """They lie nowhere, and have the colour that was asked for."""
    plan = apply_changes(read(prompt), instruct(instruction))
    (wearer,) = plan.things
    assert (wearer.trait("garment"), wearer.trait("garment_colour")) == (garment, "#d8322c")


def test_people_have_glasses_in_their_faces():
    """They are a trait of the person, as in a prompt."""
    plan = apply_changes(read("a man in a street"), instruct("add sunglasses"))
    assert [(thing.kind, thing.trait("glasses")) for thing in plan.things] == [("man", "sunglasses")]


@pytest.mark.parametrize(
    ("prompt", "instruction"),
    [
        ("a man and a dog", "add a hat"),
        ("a table", "add a hat"),
        ("a cat", "add a hat on the left"),
        ("a cat", "add two hats"),
    ],
)
def test_it_lies_there(prompt, instruction):
    """Where nobody is meant, or a place is named, it is a thing of its own."""
    plan = apply_changes(read(prompt), instruct(instruction))
    assert any(thing.kind == "hat" for thing in plan.things)
    assert not any(thing.relations for thing in plan.things)


def test_snow_outside_the_window_takes_nothing_from_the_room():
    """`turn it into a night scene with snow outside the window` leaves bed and lamp."""
    plan = apply_changes(
        read("A cozy bedroom with a bed and a lamp"),
        instruct("turn it into a night scene with snow outside the window"),
    )
    assert {"bed", "lamp"} <= {thing.kind for thing in plan.things}
    assert (plan.time, plan.weather) == ("night", "snow")
