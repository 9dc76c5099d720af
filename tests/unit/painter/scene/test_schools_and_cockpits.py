"""A school's sports ground, a frozen lake, a cockpit, a spaceship's bridge; groups in rooms; wheelchairs and arches."""

import numpy as np
import pytest

from easel.core.image import Size
from easel.engines.painter.begin import begin
from easel.engines.painter.compose import compose
from easel.engines.painter.language import read
from easel.engines.painter.paint import paint
from easel.engines.painter.plan import ScenePlan
from easel.engines.painter.things import Placed

SIZE = Size(256, 256)


def pixels(plan: ScenePlan, seed: int = 3) -> np.ndarray:
    """The picture as signed numbers."""
    return paint(plan, SIZE, seed=seed).pixels.astype(int)


def placed(prompt: str, seed: int = 1) -> list[Placed]:
    """All copies of a prompt's things, from far to near."""
    scene, _ = begin(read(prompt), SIZE, seed=seed)
    return compose(scene)


def test_a_track_is_red():
    """Red at the feet, and green in the field on the left of the bend."""
    picture = pixels(read("a school sports ground at noon"))
    red, green, blue = (picture[200:250, 60:200, k].mean() for k in range(3))
    assert red > 1.4 * green
    assert red > 1.6 * blue


def test_a_school_stands_behind():
    """It can be forbidden, as everything."""
    plan = read("a school sports ground at noon, clear sky")
    bare = read("a school sports ground at noon, clear sky", negative_prompt="buildings")
    assert np.abs(pixels(plan) - pixels(bare))[30:110].mean() > 8


def test_ice_is_blue_and_no_snow():
    """It is darker and bluer than snow, and does not mirror as water does."""
    ice, snow = (pixels(read(f"{place} at noon, clear sky"))[190:] for place in ("a frozen lake", "a snowfield"))
    assert ice.mean() < snow.mean() - 15
    assert (ice[..., 2] - ice[..., 0]).mean() > (snow[..., 2] - snow[..., 0]).mean() + 4


@pytest.mark.parametrize(("prompt", "night"), [("an airplane cockpit", "at night"), ("飞机驾驶舱", "夜晚")])
def test_the_sky_is_seen_from_a_cockpit(prompt: str, night: str):
    """Through the panes, not over the console."""
    change = np.abs(pixels(read(f"{prompt}, noon")) - pixels(read(f"{prompt}, {night}")))
    panes, console = change[50:120, 70:110].mean(), change[215:250].mean()
    assert panes > 3 * console


def test_stars_are_seen_from_a_bridge():
    """Its panes are dark where those of an airplane are bright, and its screens glow."""
    panes = np.s_[60:120, 140:180]
    assert pixels(read("the bridge of a spaceship"))[panes].mean() < 70
    assert pixels(read("an airplane cockpit at noon"))[panes].mean() > 120


@pytest.mark.parametrize(
    "prompt", ["seven people in an office", "ten children in a classroom", "an orchestra on a stage"]
)
def test_a_group_in_a_room_is_no_crowd_of_dolls(prompt: str):
    """Those in front hide legs of those behind, and all are tall."""
    people = [item for item in placed(prompt) if item.sprite.group == "person"]
    assert min(item.tall for item in people) > 0.24 * SIZE.height


def test_players_keep_their_instruments():
    """Nobody waves who has both hands full."""
    for seed in range(6):
        players = [
            item for item in placed("an orchestra on a stage", seed) if item.thing.trait("calling") == "violinist"
        ]
        assert len(players) == 4
        assert not any(item.thing.trait("pose") == "waving" for item in players)


def test_who_is_in_a_wheelchair_sits_in_it():
    """Over the seat, before the back."""
    chair, man = placed("an old man in a wheelchair in a park")
    assert (chair.thing.kind, man.thing.kind) == ("wheelchair", "old_man")
    assert man.thing.trait("pose") == "sitting"
    assert abs(man.x - chair.x) < 0.1 * chair.wide


def test_a_couple_stands_in_the_middle_of_its_arch():
    """Both within the posts."""
    items = {item.thing.kind: item for item in placed("a bride and a groom under a flower arch in a garden")}
    arch = items["flower_arch"]
    for kind in ("woman", "man"):
        assert abs(items[kind].x - arch.x) < 0.4 * arch.wide
        assert items[kind].tall > 0.5 * arch.tall


@pytest.mark.parametrize(
    ("prompt", "tucked"),
    [
        ("a girl asleep in bed under a quilt", "tucked:#6f93c4"),
        ("小男孩在床上睡觉，盖着红色的被子", "tucked:#d8322c"),
        ("an old man lying on the bed", None),
    ],
)  # fmt: skip
def test_who_sleeps_in_bed_is_under_the_quilt(prompt: str, tucked: str | None):
    """It has the bed's colour; who only lies on the bed has none over them."""
    sleeper = next(item for item in placed(prompt) if item.sprite.group == "person")
    assert (tucked in sleeper.thing.traits) if tucked else not sleeper.thing.trait("tucked")
    assert not read(prompt).unpainted


def test_a_quilt_hides_the_clothes():
    """What a sleeper wears is not to be seen."""
    girl, boy = (
        paint(read(f"a woman in a {colour} dress sleeping in bed"), SIZE, seed=1).pixels.astype(int)
        for colour in ("yellow", "green")
    )
    assert (np.abs(girl - boy).sum(axis=2) > 60).mean() < 0.012


@pytest.mark.parametrize(
    "prompt", ["a man leaning on a red car", "一个男人靠在一辆蓝色跑车上", "a boy leaning against a tree"]
)
def test_who_leans_is_close_and_aslant(prompt: str):
    """At the side of the thing, the head towards it, both within the frame."""
    for seed in range(4):
        who, thing = sorted(placed(prompt, seed), key=lambda item: item.sprite.group != "person")
        side = np.sign(who.x - thing.x)
        assert who.turn * side < 0
        assert abs(abs(who.x - thing.x) - 0.46 * thing.wide) < 0.2 * who.tall
        assert 0 < who.x < SIZE.width


def test_outlines_of_water_are_few():
    """A lake as line art mirrors nothing: most of it is bare paper."""
    plan = read("line art of a mountain lake", negative_prompt="trees")
    for seed in (1, 2, 3):
        picture = paint(plan, Size(384, 384), seed=seed).pixels[270:380]
        assert (picture.mean(axis=2) < 160).mean() < 0.006


def test_skaters_have_room_for_their_arms():
    """On ice, where no place is named, and not into each other."""
    one, other = sorted(placed("two people skating"), key=lambda item: item.x)
    assert other.x - one.x > 0.6 * min(one.tall, other.tall)
    assert begin(read("two people skating"), SIZE, seed=1)[0].setting == "frozen_lake"
