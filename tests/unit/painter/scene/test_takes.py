"""What the words leave open: four takes of one plan, people in empty streets, guidance from free to strict."""

import itertools

import numpy as np
import pytest

from easel.core.image import Size
from easel.engines.painter.begin import begin
from easel.engines.painter.culture import is_eastern
from easel.engines.painter.paint import paint
from easel.engines.painter.passers import passers
from easel.engines.painter.places import setting_of
from easel.engines.painter.plan import Relation, ScenePlan, Thing
from easel.engines.painter.takes import taken

SIZE = Size(160, 160)
TEMPLE = ScenePlan(things=(Thing(kind="temple", words="temple"),), backdrops=("mountains",), weather="fog")
CITY = ScenePlan(backdrops=("future_city",))
COTTAGE = ScenePlan(things=(Thing(kind="cottage", words="cottage"),))


def shop(sells: str, **more: object) -> ScenePlan:
    """A plan of one shop."""
    return ScenePlan(things=(Thing(kind="shop", words="shop", traits=frozenset({f"sells:{sells}"})),), **more)


@pytest.mark.parametrize("plan", [TEMPLE, CITY, COTTAGE])
def test_four_seeds_have_four_surroundings_or_hours(plan):
    """No two of four neighbouring seeds agree in place, time and eye level."""
    filled = [taken(plan, seed, 1.0) for seed in range(40, 44)]

    assert len({(setting_of(one), one.time) for one in filled}) == 4


@pytest.mark.parametrize("plan", [TEMPLE, CITY])
def test_four_pictures_are_far_apart(plan):
    """The four pictures of one job are as unlike as pictures of different prompts."""
    small = [paint(plan, SIZE, seed=seed).pixels[::8, ::8].astype(int) for seed in range(40, 44)]

    assert min(np.abs(one - other).mean() for one, other in itertools.combinations(small, 2)) > 18


def test_what_the_words_say_stays():
    """A named place, hour, weather or colour is the same in every take."""
    said = ScenePlan(things=COTTAGE.things, setting="beach", time="night")
    red = ScenePlan(things=(Thing(kind="cottage", words="cottage", colour="#d8322c"),), setting="meadow")

    assert all(taken(said, seed, 1.0) == said for seed in range(4))
    assert {taken(red, seed, 1.0).time for seed in range(4)} == {None}


def test_an_edit_keeps_the_take():
    """With a tree added to it, the picture of a cottage keeps its place and hour."""
    added = ScenePlan(things=(*COTTAGE.things, Thing(kind="tree", words="tree")), base=COTTAGE)
    before, after = (taken(plan, 41, 1.0) for plan in (COTTAGE, added))

    assert (setting_of(before), before.time) == (setting_of(after), after.time)


def test_the_strictest_guidance_shows_nothing_but_the_words():
    """Guidance 10 stands the thing before a plain ground; at each lower value there is more around it."""
    shown = [paint(COTTAGE, SIZE, seed=9, guidance_scale=scale) for scale in (1, 4, 7, 10)]
    edges = [np.abs(np.diff(one.pixels[:40].astype(int), axis=1)).mean() for one in shown]

    assert setting_of(taken(COTTAGE, 9, 0.0)) == "plain"
    assert edges[3] < min(edges[:3])
    assert len({one.pixels.tobytes() for one in shown}) == 4


def test_a_shop_stands_in_a_row_of_houses():
    """A shop by itself, or on a street, is seen from across the street; a market keeps its lane for other shops."""
    assert setting_of(shop("books")) == "frontage"
    assert setting_of(shop("books", setting="street")) == "frontage"
    assert setting_of(ScenePlan(setting="street", things=(Thing(kind="car", words="car"),))) == "street"


def test_empty_streets_have_passers_by():
    """People walk where nobody was named; none where somebody was, or where people are unwanted."""
    street = begin(ScenePlan(setting="street"), SIZE, seed=1)[0]
    named = begin(ScenePlan(setting="street", things=(Thing(kind="man", words="man"),)), SIZE, seed=1)[0]
    unwanted = begin(ScenePlan(setting="street", excluded=frozenset({"people"})), SIZE, seed=1)[0]

    assert len(passers(street, "street")) >= 4
    assert passers(named, "street") == passers(unwanted, "street") == passers(street, "meadow") == []


def test_historic_dress_brings_its_garden():
    """A girl in hanfu is in a garden, not on a road, and the scene counts as East Asian."""
    plan = ScenePlan(things=(Thing(kind="girl", words="girl", traits=frozenset({"garment:hanfu"})),))

    assert setting_of(plan) == "garden"
    assert is_eastern(plan)
    assert not is_eastern(COTTAGE)


def test_the_great_wall_spans_the_picture():
    """It is a part of the land: it rises at the horizon from side to side, and no wood hides it."""
    plan = ScenePlan(things=(Thing(kind="great_wall", words="wall"),), backdrops=("forest",), season="autumn")
    box = paint(plan, SIZE, seed=2).regions[0].box

    assert box[2] - box[0] > 0.9


def test_what_lies_under_a_table_leaves_the_table_whole():
    """Only a table with nothing but things on it is seen from near."""
    gift = [Thing(kind="gift", words="gift", relations=(Relation(kind, 1),)) for kind in ("on", "under")]
    table = Thing(kind="table", words="table")

    assert [setting_of(ScenePlan(things=(one, table))) for one in gift] == ["table_top", "living_room"]


def test_held_food_is_of_a_hand_s_size():
    """A pizza in a chef's hand is no larger than his chest."""
    chef = Thing(kind="chef", words="chef", relations=(Relation("holding", 1),))
    boxes = [
        region.box
        for region in paint(ScenePlan(things=(chef, Thing(kind="pizza", words="pizza"))), SIZE, seed=1).regions
    ]

    assert boxes[1][3] - boxes[1][1] < 0.3 * (boxes[0][3] - boxes[0][1])


def test_whoever_is_on_the_great_wall_stands_on_a_tower():
    """The feet of a panda on the wall are within the wall's height, not in the air above it."""
    panda = Thing(kind="panda", words="panda", relations=(Relation("on", 1),))
    wall = Thing(kind="great_wall", words="wall")
    (_, _, _, feet), (_, top, _, foot) = (r.box for r in paint(ScenePlan(things=(panda, wall)), SIZE, seed=3).regions)

    assert top + 0.2 * (foot - top) < feet < foot
