"""Motifs with rules of their own: caravans, fairy lights, umbrellas over their holders, land that floats in the air."""

import numpy as np
import pytest

from easel.core.image import Size
from easel.engines.painter.brush import Surface
from easel.engines.painter.language import read
from easel.engines.painter.paint import paint
from easel.engines.painter.sprites import Look, get

SIZE = Size(256, 256)


@pytest.mark.parametrize(
    ("words", "count"),
    [("沙漠里的骆驼队", 4), ("骆驼队，三只骆驼", 3), ("a camel caravan in the desert", 4), ("two camels", 2)],
)
def test_camels_are_counted_once(words, count):
    """A caravan has four camels, unless the words behind it number them: then those are the same camels."""
    assert [("camel", count)] == [(thing.kind, thing.count) for thing in read(words).things]


@pytest.mark.parametrize("words", ["a bedroom at night, a bed, fairy lights", "夜晚的卧室，一张床，串灯"])
def test_fairy_lights_are_small_lamps_over_the_room(words):
    """They are a thing, hung in the upper half, and many separate spots of the picture become bright with them."""
    plan = read(words)
    number = next(i for i, thing in enumerate(plan.things) if thing.kind == "fairy_lights")
    lit = paint(plan, SIZE, seed=2)
    dark = paint(plan, SIZE, seed=2, without=((number, 0),))
    region = next(region for region in lit.regions if region.kind == "fairy_lights")
    brighter = (lit.pixels.astype(int) - dark.pixels).max(2) > 60

    assert region.box[3] < 0.5
    assert brighter[: int(region.box[3] * 256) + 8].sum() > 0.9 * brighter.sum() > 30


@pytest.mark.parametrize("seed", range(1, 5))
def test_an_umbrella_is_over_the_head_and_beside_the_face(seed):
    """Its canopy reaches above its holder, and nothing of it is before the middle of the face."""
    plan = read("a girl holding a red umbrella in a park")
    held = paint(plan, SIZE, seed=seed)
    bare = paint(plan, SIZE, seed=seed, without=((1, 0),))
    (left, top, right, bottom), umbrella = (region.box for region in sorted(held.regions, key=lambda r: r.thing))
    face = np.s_[
        int(256 * (top + 0.1 * (bottom - top))) : int(256 * (top + 0.17 * (bottom - top))),
        int(128 * (left + right)) - 3 : int(128 * (left + right)) + 4,
    ]

    assert umbrella[1] < top
    assert umbrella[0] < (left + right) / 2 < umbrella[2]
    assert (held.pixels[face].astype(int) - bare.pixels[face].astype(int)).__abs__().max() < 60


@pytest.mark.parametrize(
    "words", ["a floating island with a castle", "A castle on a floating island in the sky", "漂浮岛上有一座城堡"]
)
def test_what_a_floating_island_is_with_stands_on_it(words):
    """Its castle is on the island, above the clouds, however the words put it."""
    plan = read(words)
    island = next(i for i, thing in enumerate(plan.things) if thing.kind == "floating_island")
    castle = plan.things[1 - island]
    boxes = {region.kind: region.box for region in paint(plan, SIZE, seed=1, steps=4).regions}

    assert [("on", island)] == [(r.kind, r.target) for r in castle.relations]
    assert boxes["castle"][1] < boxes["floating_island"][1] < boxes["castle"][3] < boxes["floating_island"][3]


def test_a_whale_blows_only_at_the_surface():
    """Over its back there is nothing when it is under water."""
    looks = (Look(), Look(traits={"at": "depth"}))
    blown = []
    for look in looks:
        surface = Surface(300, 120)
        surface.canvas.translate(150, 115)
        surface.canvas.scale(100, 100)
        get("whale").draw(surface.canvas, np.random.default_rng(1), look)
        blown.append(surface.rgba[12:36, 165:210, 3].any())

    assert blown == [True, False]


@pytest.mark.parametrize("words", ["a whale in the clouds", "一艘帆船在云海上"])
def test_what_swims_floats_over_a_sea_of_clouds(words):
    """Nothing lies on clouds: a whale or a ship there is in the air above them."""
    (region,) = paint(read(words), SIZE, seed=3, steps=4).regions

    assert region.box[3] < 0.62
