"""Bridges reach over their water and bear traffic; what stands before a tower hides its foot, not all of it."""

from itertools import pairwise

import pytest

from easel.core.image import Size
from easel.engines.painter.begin import begin
from easel.engines.painter.compose import compose
from easel.engines.painter.language import read
from easel.engines.painter.things import Placed

SIDE = 256


def placed(prompt: str, seed: int = 1) -> list[Placed]:
    """The things of a prompt as they are laid out in a square of 256 pixels."""
    scene, _ = begin(read(prompt), Size(SIDE, SIDE), seed=seed)
    return compose(scene)


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [
        ("tower bridge at dusk", "tower_bridge"),
        ("the golden gate bridge in the fog", "suspension_bridge"),
        ("跨海大桥", "suspension_bridge"),
    ],
)
def test_a_bridge_reaches_from_side_to_side(prompt: str, kind: str):
    """It is as wide as the picture."""
    (bridge,) = [item for item in placed(prompt) if item.thing.kind == kind]
    assert bridge.wide > 0.95 * SIDE


@pytest.mark.parametrize(
    ("prompt", "kind"), [("a red bus on tower bridge", "bus"), ("three cars on the golden gate bridge", "car")]
)
def test_traffic_is_small_on_a_bridge(prompt: str, kind: str):
    """Cars drive on the deck, between the towers."""
    items = placed(prompt)
    bridge = next(item for item in items if "bridge" in item.thing.kind)
    traffic = [item for item in items if item.thing.kind == kind]
    assert traffic
    assert all(item.tall < 0.2 * bridge.tall for item in traffic)


@pytest.mark.parametrize("prompt", ["a train crossing a bridge", "a train on a viaduct", "一列火车驶过高架桥"])
def test_trains_cross_viaducts(prompt: str):
    """A train is on top of arches, not beside a humped bridge."""
    plan = read(prompt)
    train, bridge = plan.things
    assert (bridge.kind, [(r.kind, r.target) for r in train.relations]) == ("viaduct", [("on", 1)])


def test_a_man_crosses_the_stone_bridge():
    """Only trains need a viaduct."""
    assert [thing.kind for thing in read("a man crossing a bridge").things] == ["man", "bridge"]


@pytest.mark.parametrize(
    "prompt", ["the Eiffel tower behind cherry trees", "five cherry trees in front of the Eiffel tower"]
)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_tower_rises_over_the_trees_before_it(prompt: str, seed: int):
    """It is more than twice as tall as they are, and they stand side by side in the frame."""
    items = placed(prompt, seed)
    tower = next(item for item in items if item.thing.kind == "eiffel_tower")
    trees = sorted((item for item in items if item.thing.kind == "cherry_tree"), key=lambda item: item.x)
    assert tower.tall > 0.3 * SIDE
    assert all(2 * tree.tall < tower.tall and tree.order > tower.order for tree in trees)
    steps = [right.x - left.x for left, right in pairwise(trees)]
    assert min(steps) > 0.08 * SIDE
    assert trees[0].x > 0
    assert trees[-1].x < SIDE


@pytest.mark.parametrize(
    "prompt",
    ["an underwater city with a whale", "a sunken ship on the sea bed, a shark", "a treasure chest underwater, fish"],
)
def test_what_sinks_is_on_the_bed_of_the_sea(prompt: str):
    """Cities, wrecks and chests stand on it; fish and whales swim over them."""
    items = placed(prompt)
    swimmers = [item for item in items if item.sprite.group == "animal"]
    others = [item for item in items if item not in swimmers]
    assert swimmers
    assert others
    assert all(item.y > 0.85 * SIDE for item in others)
    assert all(item.y < 0.8 * SIDE for item in swimmers)


def test_a_submarine_floats():
    """Not everything that is made sinks."""
    (boat,) = placed("a submarine underwater")
    assert boat.y < 0.85 * SIDE
