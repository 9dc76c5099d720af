"""Fields are of what they are called after, paths lead through them, and garden ponds have water."""

import numpy as np
import pytest

from easel.core.image import Size
from easel.engines.painter.begin import begin
from easel.engines.painter.compose import compose
from easel.engines.painter.language.prompt import read
from easel.engines.painter.paint import paint

SIZE = Size(160, 160)


def _ground(prompt: str) -> np.ndarray:
    """The mean colour of the lower third, red, green and blue in [0, 255]."""
    pixels = paint(read(prompt), SIZE, seed=5).pixels
    return pixels[110:].reshape(-1, 3).mean(axis=0)


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [("canola field at noon", "rapeseed"), ("油菜花田", "rapeseed"), ("棉花田", "cotton"), ("麦田", "wheat"),
     ("金色的稻田", "rice_plant")],
)  # fmt: skip
def test_a_field_is_of_its_plant(prompt, kind):
    """The plan holds the plant, and none of it stands alone before the field."""
    plan = read(prompt)

    assert [kind] == [thing.kind for thing in plan.things]
    assert not compose(begin(plan, SIZE, seed=5)[0])


def test_fields_have_the_colour_of_what_grows_there():
    """Rape is yellow, a poppy field red, ripe rice more yellow than green rice."""
    rape, poppies = _ground("canola field, daytime"), _ground("poppy field, daytime")
    ripe, green = _ground("金色的稻田，白天"), _ground("稻田，白天")

    assert rape[1] > 1.4 * rape[2]
    assert rape[0] > 1.2 * rape[2]
    assert poppies[0] > 1.15 * poppies[1]
    assert ripe[0] - ripe[1] > green[0] - green[1] + 20


@pytest.mark.parametrize("prompt", ["油菜花田，一条小路", "a dirt road through a field of sunflowers"])
def test_a_path_leads_through_the_field(prompt):
    """The field stays the place, and the path is no word that was not painted."""
    plan = read(prompt)

    assert plan.setting in ("flower_field", "sunflower_field")
    assert ("path",) == plan.backdrops
    assert not plan.unpainted


@pytest.mark.parametrize("prompt", ["a Japanese garden with a koi pond and a red bridge", "园林，池塘，锦鲤，小桥"])
def test_a_bridge_in_a_garden_spans_its_pond(prompt):
    """The pond is the place; the bridge reaches from side to side, and the koi swim."""
    plan = read(prompt)
    items = compose(begin(plan, SIZE, seed=5)[0])
    bridge = next(item for item in items if item.thing.kind == "bridge")

    assert plan.setting == "pond"
    assert bridge.wide > SIZE.width
    assert all(item.wet for item in items)


@pytest.mark.parametrize("prompt", ["a man rowing a boat on a lake", "一个男人在湖上划小船"])
def test_who_rows_sits_in_a_boat_without_a_sail(prompt):
    """It is a rowing boat, and he is in it."""
    man, boat = sorted(read(prompt).things, key=lambda thing: thing.kind != "man")

    assert ("man", "rowboat") == (man.kind, boat.kind)
    assert man.relations[0].kind in ("in", "on")
