"""Deeds: what people do, read in both languages, seen in the pose and in the hands."""

import numpy as np
import pytest
from tests.unit.painter.sprites.test_people import drawn

from easel.core.image import Size
from easel.engines.painter import language
from easel.engines.painter.begin import begin
from easel.engines.painter.compose import compose
from easel.engines.painter.language.lexicon import lexicon
from easel.engines.painter.places import PLACES, setting_of
from easel.engines.painter.sprites.deeds import DEEDS
from easel.engines.painter.sprites.figure import BODIES, front_stance, hand_at
from easel.engines.painter.sprites.poses import AT_FACE, AT_WORK, KNOWN_POSES, STRIDES
from easel.engines.painter.things import climate_of


@pytest.mark.parametrize(
    ("prompt", "pose"),
    [
        ("a woman sweeping the yard", "sweeping"),
        ("小和尚扫落叶", "sweeping"),
        ("a girl is watering the flowers", "watering"),
        ("奶奶给花浇水", "watering"),
        ("孩子们在种树", "planting"),
        ("农民在收割麦子", "harvesting"),
        ("a girl picking apples", "picking"),
        ("a woman talking on the phone", "phoning"),
        ("低头玩手机的男孩", "texting"),
        ("摄影师在拍照", "photographing"),
        ("牧童吹笛子", "fluting"),
        ("a child blows soap bubbles", "bubbles"),
        ("孩子们打雪仗", "snowballing"),
        ("an old woman cutting paper", "paper_cutting"),
        ("一位老人在写书法", "calligraphy"),
        ("a girl writing in a notebook", "writing"),
        ("程序员在敲代码", "coding"),
        ("妈妈在做饭", "cooking"),
        ("一家人包饺子", "dumplings"),
        ("一位古装女子在弹古琴", "zither"),
        ("an old man practising tai chi", "tai_chi"),
        ("女孩在海边练瑜伽", "yoga"),
        ("a monk meditating", "meditating"),
        ("老人双手合十", "praying"),
        ("a girl deep in thought", "thinking"),
        ("攀岩的女孩", "climbing"),
        ("a woman skis down a mountain", "skiing"),
        ("冲浪的女孩", "surfing"),
        ("女孩在滑冰", "skating"),
        ("a boy watching the stars through a telescope", "stargazing"),
        ("爸爸推婴儿车", "pram"),
        ("老人在公园遛狗", "dog_walking"),
        ("两个女孩打羽毛球", "badminton"),
        ("boys playing football", "football"),
        ("女子射箭", "archery"),
        ("a boy brushing his teeth", "brushing_teeth"),
    ],
)
def test_deeds_are_read_in_both_languages(prompt, pose):
    """The deed is a pose of everybody who does it, and none of its words is told as unpainted."""
    plan = language.read(prompt)
    people = [thing for thing in plan.things if thing.kind != "flower"]

    assert () == plan.unpainted
    assert {pose} == {thing.trait("pose") for thing in people}


@pytest.mark.parametrize("name", sorted(DEEDS))
def test_what_deeds_name_is_known(name):
    """Their places and poses exist, both languages have words for them, and they look like no other way of standing."""
    deed = DEEDS[name]
    doing, standing = (drawn("woman", 160, {"pose": pose}) for pose in (name, "standing"))

    assert deed.home is None or deed.home in PLACES
    assert deed.pose in (STRIDES if deed.aside else KNOWN_POSES)
    assert any(f"pose:{name}" in entry.traits for entry in lexicon().forms.values())
    assert (np.abs(doing.astype(int) - standing).max(2) > 40).sum() > 250


@pytest.mark.parametrize(
    ("prompt", "setting"),
    [
        ("a man skiing", "snowfield"),
        ("爸爸炒菜", "kitchen"),
        ("小和尚扫地", "garden"),
        ("a girl typing on the beach", "beach"),
    ],
)
def test_a_deed_brings_its_place_where_nobody_says_otherwise(prompt, setting):
    """Who skis has snow around; words for a place come first."""
    assert setting == setting_of(language.read(prompt))


def test_a_deed_comes_before_a_calling():
    """A farmer who harvests has a sickle in the hand and no hoe, whose iron would be over the head."""
    farmer = drawn("man", 160, {"calling": "farmer", "pose": "harvesting"})
    somebody = drawn("man", 160, {"pose": "harvesting"})

    assert np.array_equal(farmer, somebody)


@pytest.mark.parametrize("pose", sorted(AT_WORK | AT_FACE))
@pytest.mark.parametrize("build", ["woman", "child"])
def test_hands_are_where_their_tools_are_drawn(pose, build):
    """The arm ends in the point at which its tool is, for the grown and for children, and its bones reach so far."""
    body = BODIES[build]
    far, near = front_stance(body, pose, 0).arms
    longest = 1.35 * (body.hip_y - body.shoulder_y + 0.055)

    for arm, point in ((near, hand_at(body, pose)), (far, hand_at(body, pose, far=True))):
        hangs = point not in (arm[2],)
        assert not hangs or (AT_WORK.get(pose) or AT_FACE[pose])[arm is far] is None
        assert np.hypot(arm[2][0] - arm[0][0], arm[2][1] - arm[0][1]) < longest


def test_whoever_jumps_leaves_the_ground():
    """Nothing of somebody who jumps is where the feet of somebody who stands are."""
    feet = slice(int(160 * 1.14), int(160 * 1.2))
    standing, jumping = (drawn("girl", 160, {"pose": pose})[feet, :, 3] for pose in ("standing", "jumping"))

    assert (standing > 200).sum() > 40
    assert not (jumping > 200).any()


@pytest.mark.parametrize(
    "prompt",
    ["a woman with a glass of water", "a pencil drawing of a girl", "a boy and the waves", "a cook and a girl"],
)
def test_names_of_things_are_no_deeds(prompt):
    """Water, waves, drawings and cooks are what they are called, not what somebody does."""
    assert not {thing.trait("pose") for thing in language.read(prompt).things} & DEEDS.keys()


@pytest.mark.parametrize(
    ("prompt", "pose", "between"),
    [
        ("two old men playing chess in the park", "chess", "chess_table"),
        ("爷爷和孙子下象棋", "chess", "chess_table"),
        ("two women chatting and drinking tea", "taking_tea", "tea_table"),
        ("朋友打牌", "cards", "card_table"),
        ("两个男孩打乒乓球", "table_tennis", "tennis_table"),
        ("两个女孩打羽毛球", "badminton", None),
        ("a couple kissing", "kissing", None),
        ("妈妈拥抱孩子", "hugging", None),
    ],
)
def test_two_who_do_something_together_face_each_other(prompt, pose, between):
    """Both do it, turned to each other, in the frame, and what they do it at is between them."""
    scene, _ = begin(language.read(prompt), Size(256, 256), seed=3)
    items = compose(scene)
    people = sorted((item for item in items if item.sprite.group == "person"), key=lambda item: item.x)
    tables = [item for item in items if item.sprite.name == between]
    left, right = people[0], next(item for item in people[1:] if item.flip)

    assert {pose} == {item.thing.trait("pose") for item in people}
    assert not left.flip
    assert 0.0 < left.x < right.x < 256.0
    assert bool(tables) is (between is not None)
    assert all(left.x < table.x for table in tables)
    assert any(table.x < right.x for table in tables) or between is None


@pytest.mark.parametrize("prompt", ["two children holding hands", "两个小朋友手拉手"])
def test_hands_are_held(prompt):
    """Each of two has an arm that reaches for the same point between them, and no word is told as unpainted."""
    plan = language.read(prompt)
    scene, _ = begin(plan, Size(256, 256), seed=3)
    hands = []
    for item in compose(scene):
        x, y = map(float, (item.thing.trait("hand_to") or "9,9").split(","))
        hands.append((item.x + x * item.tall, item.y + y * item.tall))

    assert () == plan.unpainted
    assert 2 == len(hands)
    assert np.allclose(hands[0], hands[1], atol=2.0)


@pytest.mark.parametrize("prompt", ["女孩在游泳", "a man swimming in the sea", "a boy swimming at the beach"])
def test_swimmers_are_in_the_water(prompt):
    """They are out on the water, in bathing clothes, and nothing of them is below its surface."""
    plan = language.read(prompt)
    scene, _ = begin(plan, Size(256, 256), seed=3)
    swimmer = compose(scene)[0]
    thing = plan.things[0]
    body = drawn(thing.kind, 160, {"pose": "swimming"})

    assert swimmer.wet
    assert scene.ground.kind == "water" or swimmer.y < scene.ground.far * 256
    assert not (body[round(160 * 1.28) :, :, 3] > 40).any()


def test_a_child_rides_on_the_shoulders():
    """The child's hips are at the height of the head that is before them, and both are in the frame."""
    scene, _ = begin(language.read("孩子骑在爸爸肩膀上"), Size(256, 256), seed=3)
    child, father = sorted(compose(scene), key=lambda item: item.order)

    assert ("boy", "man") == (child.thing.kind, father.thing.kind)
    assert abs(child.attach("seat", (0.0, 0.0))[1] - father.attach("face", (0.0, 0.0))[1]) < 0.05 * father.tall
    assert "shouldering" == father.thing.trait("pose")
    assert child.y - child.tall > 0.0


def test_clothes_follow_the_weather_where_the_words_say_nothing():
    """Coats in the snow and shorts on a beach; arms are covered there and bare here, and words for clothes stay."""
    cold, mild, hot = (drawn("boy", 160, {"climate": name}, 2) for name in ("cold", "mild", "hot"))
    chosen = {"garment": "t_shirt", "garment_colour": "#d8322c"}

    assert (np.abs(cold.astype(int) - mild)[..., :3].max(2) > 40).sum() > 2000
    assert (np.abs(hot.astype(int) - mild)[..., :3].max(2) > 40).sum() > 500
    assert np.array_equal(drawn("boy", 160, chosen), drawn("boy", 160, {**chosen, "climate": "cold"}))


@pytest.mark.parametrize(
    ("prompt", "climate"),
    [("a boy in the snow", "cold"), ("冬天的女孩", "cold"), ("孩子们打雪仗", "cold"), ("a man on the beach", "hot"),
     ("a woman in a kitchen in winter", None), ("公园里的女孩", None)],
)  # fmt: skip
def test_the_scene_tells_for_what_weather_people_dress(prompt, climate):
    """Snow is cold out of doors only, beaches are hot."""
    scene, _ = begin(language.read(prompt), Size(128, 128), seed=3)

    assert climate == climate_of(scene)


@pytest.mark.parametrize("prompt", ["一群人", "五个人在公园里", "six people"])
def test_people_are_of_both_sexes_and_several_ages(prompt):
    """Nobody said that all of them are men, or young."""
    scene, _ = begin(language.read(prompt), Size(256, 256), seed=3)
    people = [item.thing for item in compose(scene) if item.sprite.group == "person"]

    assert {"man", "woman"} == {thing.kind for thing in people}
    assert {"old", None} == {thing.trait("age") for thing in people}


@pytest.mark.parametrize("prompt", ["a witch on a broom", "女巫骑着扫帚", "a witch riding a broomstick over a castle"])
def test_a_witch_on_her_broom_is_in_the_air(prompt):
    """She rides it and flies; there is no second broom, and no word is left over."""
    plan = language.read(prompt)
    scene, _ = begin(plan, Size(192, 192), seed=3)
    witch = next(item for item in compose(scene) if item.thing.kind == "woman")

    assert "broom_riding" == witch.thing.trait("pose")
    assert not any("broom" in thing.kind for thing in plan.things)
    assert () == plan.unpainted
    assert witch.floats or witch.y < scene.horizon * scene.height


def test_a_raised_ball_and_its_basket_stay_in_the_frame_of_the_figure():
    """Who throws is smaller than who stands, so that the basket is no higher than others' heads."""
    rows = np.flatnonzero((drawn("man", 160, {"pose": "basketball"})[..., 3] > 100).any(1))

    assert 1.2 * 160 - rows[0] < 1.1 * 160
