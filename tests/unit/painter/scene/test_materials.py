"""What things are made of, where they look and what they wear, on the finished pixels."""

import numpy as np
import pytest

from easel.core.image import Size
from easel.engines.painter.language import read
from easel.engines.painter.materials import OWN_COLOURS, PATTERNS, RAMPS
from easel.engines.painter.paint import paint
from easel.engines.painter.plan import Relation, ScenePlan, Thing

RED = "#d8322c"


def region(kind: str, *traits: str, colour: str | None = None) -> np.ndarray:
    """The pixels of a thing alone on a transparent ground, (n, 3) uint8."""
    thing = Thing(kind=kind, words=kind, colour=colour, traits=frozenset(traits))
    pixels = paint(ScenePlan(setting="plain", things=(thing,)), Size.parse("160x160"), seed=3, transparent=True).pixels
    return pixels[pixels[..., 3] > 150][:, :3]


@pytest.mark.parametrize("material", sorted(RAMPS.keys() | OWN_COLOURS))
def test_every_material_is_seen(material: str):
    """A car of it differs from a car."""
    plain, made = (region("car", *traits).mean(axis=0) for traits in ((), (f"material:{material}",)))
    spread = abs(region("car").std() - region("car", f"material:{material}").std())
    assert np.abs(plain - made).max() + spread > 4


def test_gold_is_yellow_and_metal_is_grey():
    """The mean colours of a golden and of a metal apple."""
    gold, metal = (region("apple", f"material:{name}").mean(axis=0) for name in ("gold", "metal"))
    assert gold[0] > gold[2] + 60
    assert np.ptp(metal) < 40


def test_a_stained_chair_keeps_its_colour():
    """Red wood is redder than wood."""
    wood, stained = (region("chair", "material:wood", colour=c).mean(axis=0) for c in (None, RED))
    assert stained[0] - stained[1] > wood[0] - wood[1] + 15


def test_glass_can_be_seen_through():
    """Glass covers less of what is behind it than the thing does."""
    sizes = []
    for traits in (frozenset(), frozenset({"material:glass"})):
        thing = Thing(kind="apple", words="apple", traits=traits)
        plan = ScenePlan(setting="plain", things=(thing,))
        sizes.append(int(paint(plan, Size.parse("128x128"), seed=3, transparent=True).pixels[..., 3].sum()))
    assert sizes[1] < 0.95 * sizes[0]


def test_a_house_of_stone_has_windows_of_glass():
    """By night its lit panes are as warm as those of any house, and its walls are not the same."""
    plain, made = (
        paint(ScenePlan(setting="plain", time="night", things=(thing,)), Size(160, 160), seed=3).pixels.astype(int)
        for thing in (
            Thing(kind="house", words="house", traits=frozenset(traits)) for traits in ((), ("material:stone",))
        )
    )
    panes = (plain[..., 0] > 240) & (plain[..., 0] - plain[..., 2] > 90)
    assert panes.sum() > 300
    assert np.abs(plain - made)[panes].mean() < 8 < np.abs(plain - made)[~panes].max()


@pytest.mark.parametrize("pattern", PATTERNS)
def test_patterns_vary_a_plain_colour(pattern: str):
    """A good part of a patterned umbrella differs from a plain one, and a good part does not."""
    patterned, plain = (region("umbrella", *t, colour=RED).astype(int) for t in ((f"pattern:{pattern}",), ()))
    assert 0.04 < (np.abs(patterned - plain).max(axis=1) > 40).mean() < 0.9


def test_an_avocado_armchair_is_green():
    """Its colours are the avocado's."""
    red, green, blue = region("armchair", "like:icon:avocado").mean(axis=0)
    assert green > red
    assert green > blue + 25


def test_lookers_turn_to_what_they_look_at(pair):
    """The picture differs from one of the same two who do not look at each other."""
    looking = paint(pair("man", "looking_at", "cat"), Size.parse("128x128"), seed=2).pixels.astype(int)
    beside = paint(pair("man", "beside", "cat"), Size.parse("128x128"), seed=2).pixels.astype(int)
    assert np.abs(looking - beside).max() > 40


def test_eyes_of_a_portrait_follow_the_other():
    """In a portrait the head stays and the eyes move."""
    woman = Thing(kind="woman", words="woman")
    gazing = Thing(kind="woman", words="woman", traits=frozenset({"gaze:aside"}))
    one, other = (
        paint(ScenePlan(things=(thing,), camera="portrait"), Size.parse("256x256"), seed=2).pixels.astype(int)
        for thing in (woman, gazing)
    )
    changed = np.abs(one - other).max(axis=2) > 24
    assert 0 < changed.mean() < 0.02


@pytest.mark.parametrize("accessory", ["scarf", "tie", "headphones", "mask", "necklace", "flower_crown", "helmet"])
def test_accessories_are_worn(accessory: str):
    """People wear what the words put on them."""
    without, with_it = region("man"), region("man", f"accessory:{accessory}")
    assert len(without) != len(with_it) or np.abs(without.astype(int) - with_it).max() > 40


def test_roofs_have_their_colour():
    """A house with a red roof is redder than the same house."""
    plain, roofed = (
        region("house", *traits, colour="#2f6fd0").mean(axis=0) for traits in ((), (f"roof_colour:{RED}",))
    )
    assert roofed[0] > plain[0] + 10


def test_relation_and_material_in_one_prompt():
    """From words to pixels: a golden cat beside a glass table."""
    plan = read("a golden statue of a cat beside a glass table")
    assert Relation("beside", 1) in plan.things[0].relations
    assert (128, 128, 3) == paint(plan, Size.parse("128x128"), seed=1).pixels.shape


def test_old_cars_rust_old_walls_do_not():
    """Age makes a white car brown in patches, a white house only stained; a tree stays green."""
    rust = [
        (pixels[:, 0].astype(int) - pixels[:, 2] > 45).mean()
        for pixels in (region(kind, "age:ancient", colour="#f4f4f2") for kind in ("car", "skyscraper"))
    ]

    assert rust[0] > 0.02 > rust[1]
    assert np.array_equal(region("tree"), region("tree", "age:ancient"))


def test_a_wooden_bed_has_no_wooden_sheets():
    """What is drawn of wood already stays as it is drawn."""
    assert np.array_equal(region("bed"), region("bed", "material:wood"))
