"""Rooms: what stands at their walls, what their windows show, what tables are made of."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

from easel.core.image import Size
from easel.engines.painter.begin import begin
from easel.engines.painter.compose import compose
from easel.engines.painter.language import read
from easel.engines.painter.paint import paint
from easel.engines.painter.plan import ScenePlan, Thing

SIZE = Size(192, 192)


def window(*traits: str) -> ScenePlan:
    """A living room whose window is named, with a bench instead of the sofa."""
    things = (Thing(kind="window", words="window", traits=frozenset(traits)), Thing(kind="bench", words="bench"))
    return ScenePlan(setting="living_room", things=things)


def test_a_window_to_the_floor_shows_more_of_the_meadow():
    """Low in the far wall there is green where else the wall is."""
    green = []
    for plan in (window(), window("reach:floor")):
        pixels = paint(plan, SIZE, seed=3, without=((1, 0),)).pixels
        low = pixels[int(192 * 0.56) : int(192 * 0.66)].astype(int)
        green.append(int((low[..., 1] > low[..., 0] + 20).sum()))

    assert green[1] > 2 * green[0] + 50


def test_a_fireplace_stands_at_the_far_wall():
    """Its foot is higher in the picture than that of a chair."""
    things = tuple(Thing(kind=kind, words=kind) for kind in ("fireplace", "chair"))
    scene, _ = begin(ScenePlan(setting="living_room", things=things), SIZE, seed=2)
    feet = {item.thing.kind: item.y for item in compose(scene)}

    assert feet["fireplace"] < feet["chair"] - 0.05 * SIZE.height


def test_a_marble_table_is_pale_and_veined():
    """Where a wooden one is brown it has no colour, but it is not plain."""
    cup = Thing(kind="tea_cup", words="cup")
    found = []
    for traits in (frozenset(), frozenset({"material:marble"})):
        plan = ScenePlan(setting="table_top", things=(cup, Thing(kind="table", words="table", traits=traits)))
        found.append(paint(plan, SIZE, seed=2).pixels[175:].astype(int))
    colour = [float(np.ptp(pixels, axis=-1).mean()) for pixels in found]

    assert colour[1] < 0.5 * colour[0]
    assert found[1].std() > 2


@pytest.mark.parametrize("weather", ["rain", "snow", "fog"])
def test_the_weather_is_seen_through_the_window(weather):
    """Outside it rains, snows or is foggy; the far wall beside the window stays as it is."""
    plain = paint(ScenePlan(setting="cafe", weather="overcast"), SIZE, seed=3).pixels.astype(int)
    other = paint(ScenePlan(setting="cafe", weather=weather), SIZE, seed=3).pixels.astype(int)
    changed = np.abs(other - plain).max(2) > 6

    assert 0.01 < changed[: SIZE.height * 6 // 10].mean() < 0.5


def test_low_houses_under_fireworks():
    """Over a square the sky has room for what is asked for in it."""
    night = ScenePlan(setting="square", time="night")
    with_them = paint(replace(night, sky={"fireworks": None}), SIZE, seed=5).pixels.astype(int)
    without = paint(replace(night, sky={"fireworks": None}, excluded=frozenset({"fireworks"})), SIZE, seed=5).pixels

    assert (np.abs(with_them - without).max(2) > 20)[: SIZE.height // 3].mean() > 0.03


@pytest.mark.parametrize("setting", ["cafe", "library", "bedroom"])
def test_a_room_without_windows_has_none(setting: str):
    """Forbidding windows closes the wall where the room has one."""
    plan = ScenePlan(setting=setting, time="day")
    with_one, without = (
        paint(one, Size(160, 160), seed=4).pixels for one in (plan, replace(plan, excluded=frozenset({"window"})))
    )
    assert (cv2.absdiff(with_one, without).max(axis=2) > 12).mean() > 0.03


def test_the_text_on_the_board_is_written_on_that_of_the_classroom():
    """In place of scribbles, and nobody stands before it."""
    plan = read('a boy in a classroom, a blackboard that says "1+1=2"')
    told, scribbled = (paint(one, Size(256, 256), seed=1) for one in (plan, read("a boy in a classroom")))
    boy = next(region.box for region in told.regions if region.kind == "boy")
    changed = np.abs(told.pixels.astype(int) - scribbled.pixels.astype(int)).max(2)[70:130, 90:150] > 60

    assert ["boy"] == [region.kind for region in told.regions]
    assert boy[0] > 0.55
    assert changed.mean() > 0.05
