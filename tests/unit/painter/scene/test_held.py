"""What is held can be told: in the frame, clear of faces, in hands and paws."""

import itertools

import numpy as np
import pytest
from tests.unit.painter.sprites.test_people import drawn

from easel.core.image import Size
from easel.engines.painter import brush
from easel.engines.painter.begin import begin
from easel.engines.painter.compose import compose
from easel.engines.painter.holding import overhang
from easel.engines.painter.language import apply_changes, instruct, read
from easel.engines.painter.paint import paint
from easel.engines.painter.places import setting_of
from easel.engines.painter.recompose import recompose
from easel.engines.painter.sprites import Look, get
from easel.engines.painter.things import Placed

SIZE = Size(256, 256)


def held(prompt: str, seed: int = 3, size: Size = SIZE) -> tuple[Placed, Placed]:
    """Who holds and what is held, the first two things of the words, as they stand in the picture."""
    items = compose(begin(read(prompt), size, seed=seed)[0])
    holder, thing = (next(item for item in items if item.index == index) for index in (0, 1))
    return holder, thing


def face_changes(prompt: str, top: float, bottom: float) -> float:
    """The share of the face, from `top` to `bottom` in heights of the holder, that what is held changes."""
    plan = read(prompt)
    holder, _ = held(prompt)
    pictures = [paint(plan, SIZE, seed=3, without=gone).pixels.astype(int) for gone in ((), ((1, 0),))]
    rows = slice(int(holder.y + top * holder.tall), int(holder.y + bottom * holder.tall))
    columns = slice(int(holder.x - 0.12 * holder.tall), int(holder.x + 0.12 * holder.tall))
    return float((np.abs(pictures[0] - pictures[1])[rows, columns].max(2) > 40).mean())


@pytest.mark.parametrize("animal", ["cat", "bear", "fox", "rabbit", "panda", "mouse"])
@pytest.mark.parametrize("thing", ["book", "drum", "flag", "rose", "umbrella", "guitar"])
def test_animals_look_at_us_over_what_they_hold(animal, thing):
    """Next to nothing of what is in an animal's paws is before its eyes and nose."""
    assert face_changes(f"a {animal} holding a {thing}", -0.76, -0.58) < 0.12


@pytest.mark.parametrize("animal", ["cat", "bear", "panda", "monkey"])
@pytest.mark.parametrize("thing", ["book", "drum", "gift", "heart"])
def test_animals_hold_things_before_the_belly(animal, thing):
    """It is below the chin, above the ground and no wider than they are."""
    holder, item = held(f"a {animal} holding a {thing}")

    assert holder.y - 0.47 * holder.tall < item.y - item.tall
    assert item.y < holder.y
    assert item.wide < 0.65 * holder.tall


def test_an_umbrella_shelters_an_animal_too():
    """It reaches over the ears and is as wide as the head."""
    holder, umbrella = held("a panda holding an umbrella")

    assert umbrella.y - umbrella.tall < holder.y - 1.1 * holder.tall
    assert umbrella.wide > 0.6 * holder.tall


@pytest.mark.parametrize("name", ["cat", "bear", "panda", "rabbit"])
def test_paws_come_up_to_hold_something(name):
    """A sitting animal's front legs are no longer before the belly, and a paw is on either side of it."""
    alphas = []
    for traits in ({"pose": "sitting"}, {"pose": "sitting", "hands": "hold"}):
        surface = brush.Surface(240, 240)
        with brush.placed(surface.canvas, (120, 220), scale=200):
            get(name).draw(surface.canvas, np.random.default_rng(1), Look(traits=traits))
        alphas.append(surface.rgba.astype(int))
    changed = np.abs(alphas[0] - alphas[1]).max(2) > 30
    paws = slice(220 - 60, 220 - 30)

    assert changed[paws, 60:90].mean() > 0.05
    assert changed[paws, 150:180].mean() > 0.05


def test_a_balloon_is_no_ball():
    """It is larger than a head, above the hand that has its string, and not on the ground."""
    for holder, balloon in (held("a girl holding a balloon"), held("a cat holding a balloon")):
        assert balloon.tall > 0.4 * holder.tall
        assert balloon.y < holder.y - 0.2 * holder.tall


@pytest.mark.parametrize("who", ["man", "soldier", "girl", "fox"])
@pytest.mark.parametrize("size", [SIZE, Size(192, 320)])
def test_a_flag_flies_in_the_frame_and_beside_the_head(who, size):
    """Whichever way the holder looks and wherever it stands, the cloth is in the picture."""
    for seed in range(6):
        holder, flag = held(f"a {who} holding a flag", seed, size)

        assert abs(overhang(flag, size.width)) < 0.04 * size.width
        assert abs(flag.x - holder.x) > 0.3 * holder.tall


def test_an_edit_puts_a_flag_where_it_is_seen():
    """Who stays where it is takes it into the hand on the side where there is room."""
    for seed in range(6):
        plan = read("a knight holding a sword")
        edited = apply_changes(plan, instruct("give him a flag instead of the sword"))
        start = begin(plan, SIZE, seed=seed)[0]
        before = next(item for item in compose(start) if item.thing.kind == "knight")
        items = recompose(begin(edited, SIZE, seed=seed)[0], begin(plan, SIZE, seed=seed)[0])
        knight, flag = (next(item for item in items if item.thing.kind == kind) for kind in ("knight", "flag"))

        assert knight.x == before.x
        assert abs(overhang(flag, SIZE.width)) < 0.1 * SIZE.width


@pytest.mark.parametrize("thing", ["drum", "gift", "pumpkin", "heart"])
def test_an_armful_is_upright_below_the_chin(thing):
    """Drums, presents and the like are carried in both arms before the belly."""
    holder, item = held(f"a girl holding a {thing}")

    assert item.turn == 0.0
    assert item.x == holder.x
    assert item.y - item.tall > holder.attach("face", (0.0, 0.0))[1] + 0.08 * holder.tall
    assert item.tall < 0.45 * holder.tall


def test_a_walking_drummer_has_the_drum_in_front():
    """男孩抱着鼓走: seen from the side, the drum is before the chest, on the side to which the boy walks."""
    boy, drum = held("男孩抱着比他还大的鼓，走得摇摇晃晃")
    ahead = -1.0 if boy.flip else 1.0

    assert ahead * (drum.x - boy.x) > 0.2 * boy.tall
    assert drum.tall > 0.45 * boy.tall


def test_a_flag_is_in_an_outstretched_hand():
    """The arm of who holds a flag reaches further out than that of who holds a cup."""
    reach = [
        np.flatnonzero((drawn("man", 160, {"pose": pose})[..., 3] > 100).any(0))[-1] for pose in ("staff", "holding")
    ]

    assert reach[0] > reach[1] + 8


@pytest.mark.parametrize(
    ("prompt", "count"), [("a girl holding five balloons", 5), ("a bear holding ten balloons", 10)]
)
def test_a_bunch_of_balloons_can_be_counted(prompt, count):
    """No balloon has its middle nearer to another one's than six tenths of its width, nor before the face."""
    items = compose(begin(read(prompt), SIZE, seed=3)[0])
    holder = next(item for item in items if item.index == 0)
    middles = []
    for item in (item for item in items if item.index == 1):
        lean, up = np.radians(item.turn), 0.7 * item.tall
        middles.append((item.x + up * np.sin(lean), item.y - up * np.cos(lean)))
    apart = np.linalg.norm(np.subtract(middles, np.array(middles)[:, None]), axis=2) + 1e9 * np.eye(len(middles))
    face = holder.attach("face", (0.0, -0.7))

    assert len(middles) == count
    assert apart.min() > 0.6 * 0.49 * next(item.tall for item in items if item.index == 1)
    assert np.linalg.norm(np.subtract(middles, face), axis=1).min() > 0.12 * holder.tall


def test_a_rod_is_held_once_and_clear_of_the_head():
    """Who fishes with a rod that the words name has that one, in the frame, and no second one of the deed."""
    angler, rod = held("an old man fishing with a fishing rod by the lake")
    plain = drawn("old_man", 160, {"pose": "fishing", "hands": "hold"})
    doubled = drawn("old_man", 160, {"pose": "fishing"})

    assert angler.thing.trait("hands") == "hold"
    assert rod.y - rod.tall > 0.0
    assert rod.turn == 0.0
    assert (plain[..., 3] > 100).sum() < (doubled[..., 3] > 100).sum()


@pytest.mark.parametrize(("prompt", "count"), [("一个渔夫在乌篷船上", 1), ("三个人坐在乌篷船上", 3)])
def test_all_who_are_in_a_low_boat_are_seen_whole_and_over_its_hull(prompt, count):
    """Nothing but the feet is behind its side, and nobody stands beside it."""
    items = compose(begin(read(prompt), SIZE, seed=3)[0])
    boat = next(item for item in items if item.thing.kind == "sampan")
    people = [item for item in items if item.sprite.group == "person"]

    assert len(people) == count
    assert max(item.sunk for item in people) < 0.15
    assert max(abs(item.x - boat.x) for item in people) < 0.45 * boat.wide


def test_fireflies_shine_by_night():
    """Their tails are brighter than anything around them but the moon."""
    plan = read("fireflies over a meadow at night")
    fly = next(item for item in compose(begin(plan, SIZE, seed=3)[0]) if item.thing.kind == "firefly")
    pixels = paint(plan, SIZE, seed=3).pixels
    tail = pixels[int(fly.y - 0.5 * fly.tall) : int(fly.y) + 1, int(fly.x) - 3 : int(fly.x) + 4]

    assert tail[..., 1].max() > 190
    assert tail[..., 1].max() > 2.0 * np.median(pixels[..., 1])


def test_a_fishing_rod_is_no_fish():
    """Alone it is not shown under water, where fish are."""
    assert setting_of(read("a fishing rod")) != "underwater"


def test_bamboo_reaches_the_mouth_and_leaves_the_eyes_free():
    """A panda looks at us over what it eats."""
    assert face_changes("a panda eating bamboo", -0.8, -0.62) < 0.05
    assert face_changes("a panda eating bamboo", -0.62, -0.5) > 0.05


@pytest.mark.parametrize("thing", ["gift", "camera", "crown"])
def test_both_arms_are_around_an_armful(thing):
    """They reach further out than all but the widest of it."""
    columns = np.flatnonzero((drawn("man", 160, {"pose": "carrying"})[..., 3] > 100).any(0))
    holder, item = held(f"a man holding a {thing}")

    assert holder.thing.trait("pose") == "carrying"
    assert item.wide < 1.4 * (columns[-1] - columns[0]) / 160 * holder.tall


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("prompt", ["a man leading a horse", "牧童牵着一头牛", "父亲推着自行车"])
def test_who_leads_something_walks_beside_it(prompt, seed):
    """Horses, cows and bicycles are on the ground in their own size, in the frame, with their heads to who has them."""
    holder, led = held(prompt, seed)
    least = 0.5 if led.sprite.group == "animal" else 0.3

    assert led.tall > least * holder.tall
    assert abs(led.y - holder.y) < 0.05 * holder.tall
    assert led.flip == (led.x > holder.x)
    assert 0.4 * led.wide < abs(led.x - holder.x) < 0.8 * led.wide
    assert abs(overhang(led, SIZE.width)) < 0.05 * SIZE.width


def test_two_who_are_led_are_on_either_side():
    """Neither of two cows hides the other one."""
    items = compose(begin(read("an old man leading two cows"), SIZE, seed=3)[0])
    man = next(item for item in items if item.index == 0)

    assert sorted(item.x > man.x for item in items if item.index == 1) == [False, True]


@pytest.mark.parametrize("prompt", ["背着书包的小男孩", "a hiker carrying a backpack"])
def test_a_backpack_is_on_the_back(prompt):
    """It is behind its bearer and looks out beside the shoulder."""
    pack, bearer = sorted(held(prompt), key=lambda item: item.thing.kind != "backpack")

    assert pack.order < bearer.order
    assert 0.1 * bearer.tall < abs(pack.x - bearer.x) < 0.2 * bearer.tall


@pytest.mark.parametrize("prompt", ["江上一叶扁舟，渔夫撑船", "渔夫撑着小船"])
def test_who_punts_a_boat_is_on_it(prompt):
    """He does not hold it in his hand."""
    plan = read(prompt)
    man = next(thing for thing in plan.things if thing.kind == "man")

    assert [relation.kind for relation in man.relations] == ["on"]


@pytest.mark.parametrize("prompt", ["a running dog with a balloon", "a fox walking with a lantern"])
def test_a_walking_animal_has_it_before_its_head(prompt):
    """It is on the side to which the animal goes, by its string or loop, and not before its trunk."""
    animal, item = held(prompt)
    ahead = -1.0 if animal.flip else 1.0

    assert ahead * (item.x - animal.x) > 0.3 * animal.tall


@pytest.mark.parametrize("part", ["head", "face"])
def test_who_sits_by_nature_has_its_head_in_front_when_it_runs(part):
    """A hat goes with the head of a running dog."""
    points = get("dog").attach

    assert points[f"{part}:running"][0] > 0.3
    assert points[part][0] == 0.0


def test_a_rider_holds_a_flag_in_front_of_the_face():
    """The staff is in the hand that a rider stretches out, clear of the face."""
    items = compose(begin(read("a girl on a horse holding a flag"), SIZE, seed=3)[0])
    rider, flag = (next(item for item in items if item.thing.kind == kind) for kind in ("girl", "flag"))
    ahead = -1.0 if rider.flip else 1.0

    assert ahead * (flag.x - rider.x) > 0.3 * rider.tall


@pytest.mark.parametrize("words", ["a hedgehog holding an umbrella", "a snail with an umbrella", "一只鸭子打着黄伞"])
def test_the_umbrella_of_who_has_no_paws_is_over_it(words):
    """Its canopy is above the animal and as wide as that."""
    regions = {region.kind: region.box for region in paint(read(words), Size(256, 256), seed=3).regions}
    umbrella, animal = regions.pop("umbrella"), next(iter(regions.values()))

    assert umbrella[1] < animal[1]
    assert umbrella[0] < (animal[0] + animal[2]) / 2 < umbrella[2]
    assert umbrella[2] - umbrella[0] > 0.9 * (animal[2] - animal[0])


@pytest.mark.parametrize("words", ["a toddler playing with wooden blocks on a carpet", "小男孩在地毯上玩积木"])
def test_blocks_lie_before_who_plays_with_them(words):
    """Three of them, small, at the feet, apart from each other."""
    regions = paint(read(words), Size(256, 256), seed=3).regions
    blocks = sorted(region.box for region in regions if region.kind == "cube")
    child = next(region.box for region in regions if region.kind in ("boy", "baby", "girl"))

    assert len(blocks) == 3
    assert all(block[3] > child[3] - 0.02 and block[3] - block[1] < 0.3 * (child[3] - child[1]) for block in blocks)
    assert all(left[2] < right[0] + 0.02 for left, right in itertools.pairwise(blocks))
