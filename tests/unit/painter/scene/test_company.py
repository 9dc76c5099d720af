"""People in company: together, hand in hand, at a table, on the ground."""

from itertools import pairwise

import numpy as np
import pytest

from easel.core.image import Size
from easel.engines.painter.begin import begin
from easel.engines.painter.company import gaps
from easel.engines.painter.compose import compose, layout_of
from easel.engines.painter.language import read
from easel.engines.painter.paint import paint
from easel.engines.painter.plan import Relation, ScenePlan, Thing

SIZE = Size(256, 256)
COUPLE = (Thing(kind="man", words="couple"), Thing(kind="woman", words="couple"))


def placed(*things, seed=1, **more):
    """The copies of a plan's things, without a picture."""
    scene, _ = begin(ScenePlan(setting="meadow", things=things, **more), SIZE, seed=seed)
    return compose(scene)


def only(items, kind):
    """The one copy of a kind."""
    (item,) = (item for item in items if item.thing.kind == kind)
    return item


@pytest.mark.parametrize("seed", range(4))
def test_people_stand_together(seed):
    """Neighbours of a few are no farther apart than a body is wide."""
    items = sorted(placed(Thing(kind="man", words="men", count=3), seed=seed), key=lambda item: item.x)
    apart = [(b.x - a.x) / min(a.tall, b.tall) for a, b in pairwise(items)]

    assert all(0.25 < distance < 0.55 for distance in apart)


def test_who_stands_in_front_is_not_smaller():
    """Six women before six men: wide skirts make the whole crowd smaller, not only their own row."""
    scene, _ = begin(read("热闹的集市，十二个人，傍晚"), Size(512, 288), seed=1)
    items = [item for item in compose(scene) if item.thing.kind in ("man", "woman")]

    near, far = (max(i.tall for i in items if i.thing.kind == kind) for kind in ("woman", "man"))
    assert max(i.y for i in items if i.thing.kind == "man") < min(i.y for i in items if i.thing.kind == "woman")
    assert near > far


def test_what_lies_under_a_tree_is_whole():
    """Mooncakes beside a rabbit do not reach over the edge of the picture."""
    for seed in range(4):
        scene, _ = begin(read("桂花树下的兔子和月饼"), SIZE, seed=seed)
        cakes = only(compose(scene), "mooncake")
        assert 0 <= cakes.x - cakes.wide / 2 + 1
        assert cakes.x + cakes.wide / 2 <= SIZE.width + 1


@pytest.mark.parametrize("pose", ["standing", "dancing"])
def test_couples_hold_hands(pose):
    """The hands that two named as a couple reach out are at one point of the picture."""
    items = placed(*(Thing(kind=t.kind, words=t.words, traits=frozenset({f"pose:{pose}"})) for t in COUPLE))
    hands = []
    for item in items:
        x, y = map(float, item.thing.trait("hand_to").split(","))
        hands.append((item.x + x * item.tall, item.y + y * item.tall))

    assert hands[0] == pytest.approx(hands[1], abs=1.0)


def test_strangers_do_not_hold_hands():
    """Two who are named apart keep their hands to themselves."""
    items = placed(Thing(kind="man", words="a man"), Thing(kind="woman", words="a woman"))

    assert [None, None] == [item.thing.trait("hand_to") for item in items]


def test_food_beside_somebody_stands_on_a_table():
    """A bowl beside a cook is at the height of a table that is nobody's, before the cook."""
    items = placed(Thing(kind="chef", words="chef"), Thing(kind="ramen", words="noodles"))
    chef, bowl, table = only(items, "chef"), only(items, "ramen"), only(items, "table")

    assert -1 == table.index
    assert chef.order < table.order < bowl.order
    assert chef.y - 0.6 * chef.tall < bowl.y < chef.y - 0.3 * chef.tall
    assert bowl.tall < 0.3 * chef.tall


def test_no_table_where_it_is_forbidden_or_the_words_say_where_things_are():
    """A negative prompt or a side keeps the table away."""
    things = (Thing(kind="chef", words="chef"), Thing(kind="ramen", words="noodles"))
    aside = (Thing(kind="chef", words="chef", relations=(Relation("left_of", 1),)), things[1])

    assert all(item.index >= 0 for item in placed(*things, excluded=frozenset({"table"})))
    assert all(item.index >= 0 for item in placed(*aside))


def test_people_gather_behind_the_table_that_is_named():
    """A table among people is before them and as wide as they stand."""
    items = placed(Thing(kind="man", words="men", count=4), Thing(kind="table", words="table"))
    table = only(items, "table")
    men = [item for item in items if item is not table]
    left, _, right, _ = table.box_px()

    assert 1 == table.index
    assert all(left < man.x < right and man.order < table.order for man in men)


def test_who_sits_without_a_seat_sits_on_the_ground():
    """Hands and head come down with the body; on a chair less so."""
    sits = frozenset({"pose:sitting"})
    ground = only(placed(Thing(kind="boy", words="boy", traits=sits)), "boy")
    chair = only(
        placed(
            Thing(kind="boy", words="boy", traits=sits, relations=(Relation("on", 1),)),
            Thing(kind="chair", words="chair"),
        ),
        "boy",
    )
    heights = [(boy.y - boy.attach("face", (0, 0))[1]) / boy.tall for boy in (ground, chair)]

    assert "cross_legged" == ground.thing.trait("pose")
    assert "sitting" == chair.thing.trait("pose")
    assert heights[0] < heights[1] < 0.75


def test_a_ball_is_played_with_at_the_feet():
    """It is small, and lies on the ground beside who runs."""
    boy = Thing(kind="boy", words="boy", traits=frozenset({"pose:playing"}), relations=(Relation("holding", 1),))
    items = placed(boy, Thing(kind="icon:soccer-ball", words="football"))
    ball, player = only(items, "icon:soccer-ball"), only(items, "boy")

    assert ball.tall <= 0.2 * player.tall
    assert abs(ball.y - player.y) < 0.05 * player.tall


def test_nobody_is_dressed_as_the_neighbour():
    """Clothes that the words leave open have different colours."""
    items = placed(Thing(kind="woman", words="women", count=4))

    assert 4 == len({item.thing.trait("garment_colour") for item in items})


def test_a_meal_of_several_is_on_the_table():
    """What one of a family eats is before all of them; what one person eats alone is in the hand."""
    eats = Thing(kind="girl", words="family", traits=frozenset({"pose:eating"}), relations=(Relation("holding", 1),))
    pot = Thing(kind="hotpot", words="hotpot")
    shared = placed(eats, pot, Thing(kind="man", words="family"))
    alone = placed(eats, pot)

    assert only(shared, "hotpot").rests
    assert any(item.index < 0 for item in shared)
    assert all(item.index >= 0 for item in alone)


@pytest.mark.parametrize("seed", range(4))
def test_an_umbrella_is_over_the_head(seed):
    """Its canopy is above the face, in the frame, and not much wider than the shoulders are high."""
    woman = Thing(kind="woman", words="woman", relations=(Relation("holding", 1),))
    items = placed(woman, Thing(kind="umbrella", words="umbrella"), seed=seed)
    umbrella, holder = only(items, "umbrella"), only(items, "woman")

    assert "holding" == holder.thing.trait("pose")
    assert umbrella.y - 0.55 * umbrella.tall < holder.attach("face", (0, 0))[1]
    assert umbrella.tall < 0.85 * holder.tall
    assert umbrella.y - umbrella.tall > 0.02 * SIZE.height


@pytest.mark.parametrize(("count", "spread"), [(3, 0.0), (12, 0.5)])
def test_a_crowd_is_no_company(count, spread):
    """A few overlap evenly; more than that stand at uneven distances, none of them on another."""
    plan = ScenePlan(setting="meadow", things=(Thing(kind="man", words="men", count=count),))
    scene, _ = begin(plan, SIZE, seed=1)
    found = gaps(layout_of(scene, plan), [0] * count, np.full(count, 40.0), 20.0)[:-1]

    assert (found.max() - found.min()) / 20 >= spread
    assert (found < 0).all() if count == 3 else (found > 0).all()


def test_friends_sit_around_a_campfire():
    """Who is beside a fire and does nothing else sits on the ground."""
    man = Thing(kind="man", words="friends", count=2, relations=(Relation("beside", 1),))
    items = placed(man, Thing(kind="campfire", words="campfire"))

    assert {"cross_legged"} == {item.thing.trait("pose") for item in items if item.thing.kind == "man"}


def test_a_guitar_that_is_played_lies_across_the_body():
    """It leans far over, before the belly, and the hands are at it."""
    girl = Thing(kind="girl", words="girl", traits=frozenset({"pose:playing"}), relations=(Relation("holding", 1),))
    items = placed(girl, Thing(kind="guitar", words="guitar"))
    guitar, player = only(items, "guitar"), only(items, "girl")

    assert "strumming" == player.thing.trait("pose")
    assert 30 < abs(guitar.turn) < 80
    assert abs(guitar.x - player.x) < 0.2 * player.tall


def test_a_cup_on_a_table_is_no_larger_than_in_the_hand():
    """Small things keep to the size of hands wherever they stand."""
    items = placed(Thing(kind="man", words="man"), Thing(kind="coffee_cup", words="coffee"))

    assert only(items, "coffee_cup").tall <= 0.16 * only(items, "man").tall


@pytest.mark.parametrize(
    ("words", "least"),
    [
        ("a girl in a school uniform, cherry blossoms", 0.42),
        ("a girl in a coat standing in an autumn street", 0.42),
        ("a hedgehog in the forest", 0.26),
    ],
)
@pytest.mark.parametrize("seed", [1, 2])
def test_whom_a_picture_is_about_is_large(words, least, seed):
    """A girl has over two fifths of the height, an animal more than a quarter."""
    painting = paint(read(words), Size(192, 192), seed=seed, steps=4)
    box = next(region.box for region in painting.regions if region.kind in ("girl", "hedgehog"))

    assert box[3] - box[1] > least


def test_what_shelters_an_animal_is_as_large_as_that_takes():
    """A fox reads under a big mushroom, not under a small one."""
    painting = paint(read("a fox under a big mushroom"), Size(192, 192), seed=1, steps=4)
    boxes = {region.kind: region.box for region in painting.regions}

    assert boxes["mushroom"][3] - boxes["mushroom"][1] > 0.5
    assert boxes["fox"][3] - boxes["fox"][1] > 0.2


@pytest.mark.parametrize("seed", range(4))
def test_a_sleigh_faces_its_team(seed):
    """Reindeer are before it and look where it goes."""
    plan = read("a sleigh pulled by two reindeer")
    scene, _ = begin(plan, Size(128, 128), seed=seed)
    items = compose(scene)
    sleigh = next(item for item in items if item.thing.kind == "sleigh")
    team = [item for item in items if item.thing.kind == "deer"]

    assert all(item.flip == sleigh.flip == (item.x < sleigh.x) for item in team)


@pytest.mark.parametrize(
    "words", ["剑，飞行的少年，云海", "a sword, a boy flying over the clouds", "a book, a girl swimming in the sea"]
)
def test_nobody_in_the_air_or_the_water_has_a_table(words):
    """What is named beside somebody up there is laid nowhere, and the picture is painted all the same."""
    painting = paint(read(words), Size(128, 128), seed=1, steps=4)

    assert {"boy", "girl"} & {region.kind for region in painting.regions}


@pytest.mark.parametrize("prompt", ["children playing football", "four men playing basketball"])
def test_players_share_one_ball(prompt: str) -> None:
    """One of them has it, the others run."""
    scene, _ = begin(read(prompt), Size(256, 256), seed=2)
    poses = [item.thing.trait("pose") for item in compose(scene)]
    assert 1 == sum(pose in ("football", "basketball") for pose in poses)
    assert 3 == poses.count("running")


@pytest.mark.parametrize(("prompt", "number"), [("two hedgehogs under an umbrella", 2), ("三只猫在伞下", 3)])
def test_several_under_an_umbrella_are_side_by_side(prompt: str, number: int) -> None:
    """All are as tall, none is upon another, and its canopy reaches over all of them."""
    scene, _ = begin(read(prompt), SIZE, seed=2)
    items = compose(scene)
    umbrella = next(item for item in items if item.thing.kind == "umbrella")
    under = sorted((item for item in items if item is not umbrella), key=lambda item: item.x)
    assert number == len(under)
    assert max(item.tall for item in under) == pytest.approx(min(item.tall for item in under))
    assert all(right.x - left.x > 0.8 * left.wide for left, right in pairwise(under))
    assert all(abs(item.x - umbrella.x) < 0.5 * umbrella.wide for item in under)
    assert umbrella.y - umbrella.tall >= 0
