"""Who does something has what it takes: from near with the hands in the picture, in chairs, as robots and animals."""

import numpy as np
import pytest
from tests.unit.painter.sprites.test_people import drawn

from easel.core.image import Size
from easel.engines.painter.begin import begin
from easel.engines.painter.compose import compose
from easel.engines.painter.language import read

SIZE = Size(256, 256)


def items(prompt, seed=3):
    """All that is placed for the words, by kind."""
    return {item.thing.kind: item for item in compose(begin(read(prompt), SIZE, seed=seed)[0])}


@pytest.mark.parametrize(
    "prompt", ["close-up of a man holding a cup of coffee", "close-up of an old man playing the violin"]
)
def test_who_is_busy_is_seen_with_the_hands(prompt):
    """A close-up of somebody who does something is no head and shoulders, and the whole face is in the frame."""
    person = next(item for item in items(prompt).values() if item.sprite.group == "person")

    assert not person.sprite.name.endswith("_portrait")
    assert person.y - person.tall > -0.05 * SIZE.height


def test_what_lies_before_somebody_seen_from_near_is_below_the_chest():
    """The table's top and the cup are in the lower third, the face in the upper one."""
    found = items("close-up of a barista pouring latte art in a cozy cafe")
    cup, person = found["coffee_cup"], next(item for item in found.values() if item.sprite.group == "person")

    assert cup.y > 0.75 * SIZE.height
    assert person.attach("face", (0.0, -0.9))[1] < 0.4 * SIZE.height


def test_readers_have_books():
    """Who reads holds a book, unless it is a newspaper or there is to be none."""
    assert "book" in items("a woman reading by the fireplace")
    assert "book" not in items("a man reading a newspaper")


@pytest.mark.parametrize("prompt", ["a man reading in an armchair", "a man reading a book on a chair"])
def test_who_reads_in_a_chair_sits(prompt):
    """The reader sits and the book is before the chest."""
    found = items(prompt)

    assert found["man"].thing.trait("pose") == "sitting"
    assert found["book"].order > found["man"].order


def test_an_animal_in_a_chair_is_before_it():
    """It is not hidden by the back, and the chair is of another colour."""
    found = items("a fox in an armchair")

    assert found["fox"].order > found["armchair"].order
    assert found["armchair"].thing.colour is not None
    assert items("a fox in a red armchair")["armchair"].thing.colour == "#d8322c"


@pytest.mark.parametrize("kind", ["robot", "cat", "bear", "rabbit"])
@pytest.mark.parametrize("pose", ["watering", "cooking", "typing", "fishing"])
def test_robots_and_animals_have_the_tools_of_what_they_do(kind, pose):
    """There is more in the picture than of one that sits with nothing."""
    idle, busy = (drawn(kind, 160, look).astype(int) for look in ({"pose": "sitting"}, {"pose": pose}))

    assert (np.abs(idle - busy).max(-1) > 24).sum() > 120


@pytest.mark.parametrize("words", ["孙悟空手持金箍棒", "the monkey king holding a golden cudgel"])
def test_the_monkey_king_has_his_staff(words):
    """It is red, upright in the hand and taller than a sword."""
    found = items(words)
    staff, man = found["staff"], found["man"]

    assert staff.thing.colour == "#c8322c"
    assert staff.tall > 0.8 * man.tall


def test_who_sits_on_a_roof_has_the_legs_before_it():
    """The feet are below the ridge, the head is over it."""
    found = items("a boy sitting on the roof of a house")
    boy, ridge = found["boy"], found["house"].attach("top", (0.0, -0.95))[1]

    assert boy.y - boy.tall < ridge < boy.y - 0.15 * boy.tall


@pytest.mark.parametrize("words", ["新娘手捧鲜花", "女孩捧着一束鲜花"])
def test_fresh_flowers_in_the_hands_are_a_bunch(words):
    """It is a bouquet, no taller than a third of who holds it."""
    found = list(items(words).values())
    bunch = next(item for item in found if item.thing.kind == "bouquet")

    assert bunch.tall <= max(item.tall for item in found) / 3
