"""Composition: counts, relations, framings, what is forbidden."""

from dataclasses import replace
from itertools import combinations

import pytest

from easel.engines.painter.paint import Region
from easel.engines.painter.plan import Relation, ScenePlan, Thing


def overlap(a: Region, b: Region) -> float:
    """The shared area as a share of the smaller box."""
    width = min(a.box[2], b.box[2]) - max(a.box[0], b.box[0])
    height = min(a.box[3], b.box[3]) - max(a.box[1], b.box[1])
    if width <= 0 or height <= 0:
        return 0.0
    areas = [(r.box[2] - r.box[0]) * (r.box[3] - r.box[1]) for r in (a, b)]
    return width * height / min(areas)


def middle(region: Region) -> tuple[float, float]:
    """The centre of a region's box."""
    left, top, right, bottom = region.box
    return (left + right) / 2, (top + bottom) / 2


def of(painting, index: int) -> list[Region]:
    """The regions of one thing of the plan."""
    return [r for r in painting.regions if r.thing == index]


@pytest.mark.parametrize("kind", ["cat", "penguin", "bird", "boat", "tree", "man", "sheep"])
@pytest.mark.parametrize("count", [1, 3, 7, 10])
def test_every_copy_can_be_counted(painted, kind, count):
    """As many regions as the plan asks for, all in the frame, none hidden by another."""
    painting = painted(ScenePlan(things=(Thing(kind=kind, words=kind, count=count),)), steps=4)

    assert count == len(painting.regions)
    assert list(range(count)) == [r.copy for r in painting.regions]
    assert all(r.box[2] - r.box[0] > 0.01 and r.box[3] - r.box[1] > 0.01 for r in painting.regions)
    assert all(overlap(a, b) < 0.45 for a, b in combinations(painting.regions, 2))


@pytest.mark.parametrize("size", ["96x768", "768x96", "128x128"])
def test_counts_hold_in_any_ratio(painted, size):
    """Narrow and wide frames show every copy too."""
    painting = painted(ScenePlan(things=(Thing(kind="cat", words="cat", count=4),)), size, steps=4)

    assert 4 == len(painting.regions)
    assert all(0 <= middle(r)[0] <= 1 and 0 <= middle(r)[1] <= 1 for r in painting.regions)
    assert all(overlap(a, b) < 0.45 for a, b in combinations(painting.regions, 2))


@pytest.mark.parametrize("seed", range(6))
def test_left_and_right(painted, pair, seed):
    """Sides are kept whatever the seed."""
    left = painted(pair("cat", "left_of", "dog"), seed=seed, steps=4)
    right = painted(pair("cat", "right_of", "house"), seed=seed, steps=4)

    assert middle(of(left, 0)[0])[0] < middle(of(left, 1)[0])[0]
    assert middle(of(right, 0)[0])[0] > middle(of(right, 1)[0])[0]


@pytest.mark.parametrize("seed", range(4))
def test_on_stands_on_top(painted, pair, seed):
    """What is on something has its base within it and rises over it."""
    painting = painted(pair("bird", "on", "elephant"), seed=seed, steps=4)
    rider, host = of(painting, 0)[0], of(painting, 1)[0]

    assert host.box[0] < middle(rider)[0] < host.box[2]
    assert host.box[1] < rider.box[3] < host.box[3]
    assert rider.box[1] < host.box[1] + 0.5 * (host.box[3] - host.box[1])


@pytest.mark.parametrize("mount", ["horse", "bicycle", "elephant"])
def test_riding_sits_on_the_mount(painted, pair, mount):
    """A rider's box overlaps its mount's and is higher."""
    painting = painted(pair("boy", "riding", mount), steps=4)
    rider, host = of(painting, 0)[0], of(painting, 1)[0]

    assert overlap(rider, host) > 0.2
    assert middle(rider)[1] < middle(host)[1]


def test_above_and_below(painted, pair):
    """Above is clear of the thing's top; below is under its base."""
    above = painted(pair("bird", "above", "house"), steps=4)
    below = painted(pair("cat", "below", "hot_air_balloon"), steps=4)

    assert of(above, 0)[0].box[3] <= of(above, 1)[0].box[1] + 0.02
    assert of(below, 0)[0].box[1] >= of(below, 1)[0].box[3] - 0.02


def test_holding_is_at_the_hand(painted, pair):
    """What is held is beside the holder's body and smaller."""
    painting = painted(pair("woman", "holding", "flower"), steps=4)
    holder, held = of(painting, 0)[0], of(painting, 1)[0]

    assert overlap(held, holder) > 0.1
    assert held.box[3] - held.box[1] < holder.box[3] - holder.box[1]


@pytest.mark.parametrize("pet", ["cat", "dog", "rabbit"])
def test_a_pet_in_the_arms_leaves_the_face_free(painted, pair, pet):
    """An animal that is held is small, before the body and below the face."""
    for seed in range(3):
        painting = painted(pair("girl", "holding", pet), seed=seed, steps=4)
        holder, held = of(painting, 0)[0], of(painting, 1)[0]
        tall = holder.box[3] - holder.box[1]

        assert held.box[3] - held.box[1] <= 0.31 * tall
        assert held.box[1] > holder.box[1] + 0.15 * tall
        assert holder.box[0] < middle(held)[0] < holder.box[2]


@pytest.mark.parametrize("kind", ["apple", "ramen", "bottle"])
def test_a_still_life_fills_the_frame(painted, kind):
    """One small thing is the picture: large, and around the middle."""
    region = painted(ScenePlan(things=(Thing(kind=kind, words=kind),)), steps=4).regions[0]

    assert max(region.box[2] - region.box[0], region.box[3] - region.box[1]) > 0.35
    assert 0.4 < middle(region)[1] < 0.68


@pytest.mark.parametrize("seed", range(3))
def test_what_is_flown_over_stands(painted, seed):
    """A dragon flies over a castle, and the castle stands on the ground."""
    castle = Thing(kind="castle", words="castle")
    flier = Thing(
        kind="dragon", words="dragon", traits=frozenset({"pose:flying"}), relations=(Relation("above", target=1),)
    )
    over, alone = (painted(ScenePlan(things=t, setting="meadow"), seed=seed) for t in ((flier, castle), (castle,)))

    feet = [max(region.box[3] for region in of(p, i)) for p, i in ((over, 1), (alone, 0))]
    assert abs(feet[0] - feet[1]) < 0.12
    assert max(region.box[3] for region in of(over, 0)) < feet[0]


def test_between_stands_in_the_middle(painted):
    """Between two things is right of one and left of the other."""
    things = (
        Thing(kind="cat", words="cat", relations=(Relation("between", 1), Relation("between", 2))),
        Thing(kind="tree", words="tree"),
        Thing(kind="house", words="house"),
    )
    for seed in range(4):
        painting = painted(ScenePlan(things=things), seed=seed, steps=4)
        xs = [middle(of(painting, i)[0])[0] for i in range(3)]

        assert min(xs[1], xs[2]) < xs[0] < max(xs[1], xs[2])


def test_front_and_behind(painted, pair):
    """What is in front has its base lower in the picture; both stay visible."""
    front = painted(pair("cat", "in_front_of", "house"), steps=4)
    behind = painted(pair("tree", "behind", "cat"), steps=4)

    assert of(front, 0)[0].box[3] > of(front, 1)[0].box[3]
    assert of(behind, 0)[0].box[3] < of(behind, 1)[0].box[3]


def test_circular_relations_still_paint(painted):
    """Two things on each other are a riddle, not an error."""
    things = (
        Thing(kind="cat", words="cat", relations=(Relation("on", 1),)),
        Thing(kind="dog", words="dog", relations=(Relation("on", 0), Relation("left_of", 0), Relation("on", 9))),
    )

    assert 2 == len(painted(ScenePlan(things=things), steps=4).regions)


def test_wanted_place_is_kept(painted):
    """A thing with a wanted centre is painted there."""
    things = (Thing(kind="cat", words="cat", at=(0.25, 0.7)), Thing(kind="dog", words="dog", at=(0.75, 0.3)))
    painting = painted(ScenePlan(things=things), steps=4)

    assert (0.25, 0.7) == pytest.approx(middle(of(painting, 0)[0]), abs=0.08)
    assert (0.75, 0.3) == pytest.approx(middle(of(painting, 1)[0]), abs=0.08)


def test_size_words_are_seen(painted):
    """Huge is larger than tiny."""
    tiny, huge = (
        painted(ScenePlan(things=(Thing(kind="cat", words="cat", size=size), Thing(kind="dog", words="dog"))), steps=4)
        for size in (0.5, 1.7)
    )

    assert of(huge, 0)[0].box[3] - of(huge, 0)[0].box[1] > 1.3 * (of(tiny, 0)[0].box[3] - of(tiny, 0)[0].box[1])


def test_a_cat_is_smaller_than_a_house(painted):
    """Sizes make sense next to each other."""
    things = (Thing(kind="cat", words="cat"), Thing(kind="house", words="house"))
    painting = painted(ScenePlan(things=things), steps=4)
    cat, house = of(painting, 0)[0], of(painting, 1)[0]

    assert cat.box[3] - cat.box[1] < 0.7 * (house.box[3] - house.box[1])


def test_excluded_never_appears(painted):
    """An excluded thing is not painted, an excluded setting not chosen."""
    plan = ScenePlan(
        things=(Thing(kind="cat", words="cat"), Thing(kind="dog", words="dog")),
        setting="beach",
        excluded=frozenset({"dog", "beach"}),
    )

    assert {"cat"} == {r.kind for r in painted(plan, steps=4).regions}


@pytest.mark.parametrize("word", ["tree", "flower", "clouds", "sun", "grass"])
def test_excluded_scenery_is_left_out(painted, word):
    """What scenery would add of itself is left out when it is forbidden."""
    plan = ScenePlan(setting="garden", time="day")

    assert painted(plan).pixels.tobytes() != painted(replace(plan, excluded=frozenset({word}))).pixels.tobytes()


def test_close_guidance_adds_nothing(painted):
    """With a high guidance scale the free extras are gone: the same plan is painted barer."""
    plan = ScenePlan(setting="meadow")
    free, strict = painted(plan, guidance_scale=1), painted(plan, guidance_scale=8)

    assert free.pixels.tobytes() != strict.pixels.tobytes()


def test_portrait_fills_the_frame(painted):
    """A portrait is much larger than a wide view of the same person."""
    woman = (Thing(kind="woman", words="woman"),)
    portrait, wide = (painted(ScenePlan(things=woman, camera=c), steps=4).regions[0] for c in ("portrait", "wide"))

    assert portrait.box[2] - portrait.box[0] > 2 * (wide.box[2] - wide.box[0])


@pytest.mark.parametrize(("host", "child", "count"), [("cow", "sheep", 4), ("lion", "zebra", 2), ("dog", "duck", 5)])
def test_several_behind_one_look_out_on_both_sides(painted, host, child, count):
    """Much of each is beside the one in front, and all are of one size."""
    things = (
        Thing(kind=host, words=host),
        Thing(kind=child, words=child, count=count, relations=(Relation("behind", 0),)),
    )
    for seed in range(3):
        painting = painted(ScenePlan(things=things), seed=seed, steps=4)
        front, behind = of(painting, 0)[0], of(painting, 1)
        assert len(behind) == count
        assert all(overlap(region, front) < 0.6 for region in behind)
        heights = [region.box[3] - region.box[1] for region in behind]
        assert max(heights) < 1.1 * min(heights)


def test_clothes_that_are_told_of_are_in_a_close_up(painted):
    """The shoulders are in the frame, which a face alone would fill."""
    woman = Thing(kind="woman", words="woman")
    dressed = replace(woman, traits=frozenset({"garment:jacket"}))
    faces = [painted(ScenePlan(things=(one,), camera="close_up"), steps=4).regions[0].box for one in (woman, dressed)]

    assert faces[0][1] > faces[1][1] or faces[0][3] - faces[0][1] > faces[1][3] - faces[1][1]
