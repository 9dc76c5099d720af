"""Branches across the picture, and who is on them and on shoulders."""

import pytest

from easel.core.image import Size
from easel.engines.painter.begin import begin
from easel.engines.painter.compose import compose
from easel.engines.painter.language import read

SIZE = Size(256, 256)


def items(prompt, seed=3):
    """All that is placed for the words."""
    return compose(begin(read(prompt), SIZE, seed=seed)[0])


@pytest.mark.parametrize("size", [Size(256, 256), Size(192, 336), Size(448, 192)])
def test_a_branch_reaches_from_edge_to_edge(size):
    """Whatever the frame's shape, or as far as half the height allows."""
    bough = next(
        item for item in compose(begin(read("an owl on a branch"), size, seed=1)[0]) if item.thing.kind == "branch"
    )

    assert bough.wide > size.width or bough.tall == 0.45 * size.height


@pytest.mark.parametrize(
    "prompt",
    ["an owl perched on a branch", "两只麻雀站在树枝上", "三只小鸟停在梅花枝头", "a squirrel on a tree branch"],
)
def test_who_is_on_it_has_its_feet_there(prompt):
    """The feet are at the top of the branch, in the middle of the frame, and the animal is large."""
    found = items(prompt)
    bough = next(item for item in found if item.thing.kind == "branch")
    top = bough.attach("top", (0.0, -0.5))[1]

    for item in found:
        if item is not bough:
            assert abs(item.y - top) < 0.1 * item.tall + 2
            assert item.tall > 0.15 * SIZE.height
            assert item.order > bough.order


def test_birds_that_sit_somewhere_do_not_fly():
    """A bird on a branch has its wings folded; one in the sky has no pose."""
    assert "perched" in [item.thing.trait("pose") for item in items("a bird on a branch")]
    assert [None] == [item.thing.trait("pose") for item in items("a bird in the sky")]


def test_a_parrot_is_on_the_shoulder():
    """It is below the top of the head, beside the face, and smaller than half of who carries it."""
    found = {item.thing.kind: item for item in items("a parrot perched on a pirate's shoulder")}
    parrot, man = found["parrot"], found["man"]

    assert man.y - man.tall < parrot.y - 0.16 * parrot.tall < man.y - 0.7 * man.tall
    assert abs(parrot.x - man.x) > 0.1 * man.tall
    assert parrot.tall < 0.5 * man.tall
