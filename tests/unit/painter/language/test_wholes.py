"""Who sits on a part of something sits on it, and the part is no thing of its own."""

import pytest

from easel.engines.painter.language import read


@pytest.mark.parametrize(
    ("prompt", "host"),
    [
        ("a cat on the bonnet of the car", "car"),
        ("On the roof of the cottage sits a cat", "cottage"),
        ("a cat sitting on a piano's keys", "piano"),
        ("a cat on the arm of an old red sofa", "sofa"),
        ("a cat on the middle shelf of the bookshelf", "bookshelf"),
        ("钢琴盖上蜷着一只猫", "piano"),
        ("一只猫趴在汽车的引擎盖上", "car"),
        ("自行车车筐里有一只猫", "bicycle"),
        ("床尾趴着一只猫", "bed"),
    ],
)
def test_a_part_is_its_whole(prompt: str, host: str) -> None:
    """Two things, and the cat is on the other."""
    things = read(prompt).things
    assert sorted(["cat", host]) == sorted(thing.kind for thing in things)
    cat = next(thing for thing in things if thing.kind == "cat")
    assert [("on", host)] == [(tie.kind, things[tie.target].kind) for tie in cat.relations]


@pytest.mark.parametrize(("prompt", "tie"), [("床底下趴着一只猫", "under"), ("a cat at the foot of a tree", "under")])
def test_what_is_under_stays_under(prompt: str, tie: str) -> None:
    """Not every part is above."""
    assert [tie] == [each.kind for thing in read(prompt).things for each in thing.relations]
