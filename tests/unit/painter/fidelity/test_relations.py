"""Relations from silhouettes: each holds where it should and fails where things stand otherwise."""

import numpy as np
import pytest
from bench.fidelity.picture import Copy
from bench.fidelity.relations import HOLDS, between


def block(left: int, top: int, right: int, bottom: int, hidden: np.ndarray | None = None) -> Copy:
    """A rectangular thing in a frame of 100 x 100; `hidden` is what stands before it."""
    area = np.zeros((100, 100), bool)
    area[top:bottom, left:right] = True
    return Copy(index=0, kind="cube", area=area, seen=area if hidden is None else area & ~hidden)


BIG = block(40, 40, 80, 90)


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("left_of", block(5, 60, 25, 90), block(85, 60, 99, 90)),
        ("right_of", block(85, 60, 99, 90), block(5, 60, 25, 90)),
        ("above", block(50, 5, 70, 25), block(50, 70, 70, 95)),
        ("below", block(50, 91, 70, 99), block(50, 5, 70, 25)),
        ("on", block(50, 20, 70, 41), block(50, 5, 70, 25)),
        ("on", block(50, 20, 70, 41), block(5, 60, 25, 90)),
        ("under", block(50, 70, 70, 95), block(50, 5, 70, 25)),
        ("under", block(50, 70, 70, 95), block(2, 70, 20, 95)),
        ("in", block(50, 45, 70, 70), block(5, 45, 25, 70)),
        ("riding", block(50, 15, 70, 60), block(50, 5, 70, 30)),
        ("holding", block(20, 20, 42, 90), block(2, 20, 20, 90)),
        ("wearing", block(40, 38, 80, 99), block(40, 2, 80, 38)),
    ],
)
def test_relations_fail_on_a_wrong_picture(name: str, right: Copy, wrong: Copy):
    """The relation to the big block holds for the one and not for the other."""
    assert HOLDS[name](right, BIG)
    assert not HOLDS[name](wrong, BIG)


def test_behind_is_told_from_who_hides_whom():
    """The hidden one is behind, the hiding one in front; the other way round is wrong."""
    front = block(30, 50, 60, 95)
    back = block(40, 40, 80, 90, hidden=front.area)

    assert HOLDS["behind"](back, front)
    assert HOLDS["in_front_of"](front, back)
    assert not HOLDS["behind"](front, back)
    assert not HOLDS["in_front_of"](back, front)


def test_behind_without_overlap_is_told_from_the_feet():
    """Who stands higher up the ground is farther away."""
    assert HOLDS["behind"](block(50, 30, 60, 60), block(62, 40, 90, 95))
    assert not HOLDS["behind"](block(62, 40, 90, 95), block(50, 30, 60, 60))


def test_between_needs_one_on_each_side():
    """Two on the same side are not enough."""
    left, right, farther = block(2, 60, 15, 90), block(70, 60, 85, 90), block(87, 60, 99, 90)
    middle = block(35, 60, 50, 90)

    assert between(middle, [left, right])
    assert not between(middle, [right, farther])
