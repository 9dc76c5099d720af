"""People who do something, at the place where one does it, with its tools, at what it is done to."""

import numpy as np
import pytest

from easel.core.image import Size
from easel.engines.painter.begin import begin
from easel.engines.painter.compose import compose, layout_of
from easel.engines.painter.language import read
from easel.engines.painter.language.lexicon import inflected
from easel.engines.painter.paint import paint
from easel.engines.painter.places import setting_of
from easel.engines.painter.things import Placed


def placed(prompt: str, seed: int = 1) -> list[Placed]:
    """Everything that stands in the picture, props among it."""
    scene, _ = begin(read(prompt), Size(320, 320), seed=seed)
    return compose(scene)


def one(items: list[Placed], kind: str) -> Placed:
    """The only one of a kind."""
    (found,) = [item for item in items if item.thing.kind == kind]
    return found


@pytest.mark.parametrize(
    ("prompt", "pose", "setting"),
    [
        ("a carpenter sawing a plank in his workshop", "sawing", "workshop"),
        ("木匠在锯木头", "sawing", "workshop"),
        ("A blacksmith hammering hot iron on an anvil", "forging", "smithy"),
        ("铁匠在打铁", "forging", "smithy"),
        ("a mechanic repairing a motorcycle in a garage", "repairing", "garage"),
        ("爸爸在修自行车", "repairing", "garage"),
        ("a scientist looking through a microscope in a lab", "microscopy", "laboratory"),
        ("科学家在实验室做实验", "experimenting", "laboratory"),
        ("a barber cutting a man's hair in a barbershop", "hairdressing", "barbershop"),
        ("理发师给客人剪头发", "hairdressing", "barbershop"),
        ("surgeons operating on a patient in an operating room", "operating", "operating_room"),
        ("外科医生在做手术", "operating", "operating_room"),
        ("a judge banging a gavel in a courtroom", "judging", "courtroom"),
        ("法官在法庭上敲法槌", "judging", "courtroom"),
        ("a DJ playing music at a nightclub", "mixing_records", "nightclub"),
        ("打碟师在夜店打碟", "mixing_records", "nightclub"),
        ("a pharmacist behind the counter of a pharmacy", "selling", "pharmacy"),
        ("药剂师在药房里配药", "selling", "pharmacy"),
        ("a sailor at the helm of a ship", "steering", "deck"),
        ("船长在掌舵", "steering", "deck"),
        ("an old fisherman mending nets at the harbor", "net_mending", "harbour"),
        ("渔夫在码头补渔网", "net_mending", "harbour"),
        ("a woman pushing a shopping cart in a supermarket", "shopping", "supermarket"),
        ("妈妈在超市推着购物车", "shopping", "supermarket"),
        ("a woman waiting at the bus stop in the rain", "awaiting_bus", "street"),
        ("妈妈在厨房烤饼干", "baking", "kitchen"),
    ],
)
def test_a_trade_has_its_deed_its_tools_and_its_place(prompt: str, pose: str, setting: str):
    """All words are in the picture, and none of them as a second anvil or a loose microscope."""
    plan = read(prompt)
    doers = [thing for thing in plan.things if thing.trait("pose") == pose]

    assert ((), 1) == (plan.unpainted, len(doers))
    assert setting == setting_of(plan)
    assert {"man", "woman", "old_man", "doctor", "motorcycle", "bicycle"} >= {thing.kind for thing in plan.things}


def test_a_tool_of_another_colour_stays():
    """The deed's own hammer is not red."""
    kinds = [thing.kind for thing in read("a blacksmith forging iron beside a red vase").things]
    assert ["man", "vase"] == sorted(kinds)
    assert "vase" in [thing.kind for thing in read("a potter making pottery beside a blue vase").things]


@pytest.mark.parametrize(("prompt", "does"), [("a programmer", True), ("a programmer on the beach", False)])
def test_who_has_a_trade_is_at_it_only_at_home(prompt: str, does: bool):
    """There is no desk on a beach that nobody speaks of."""
    plan = read(prompt)
    scene, _ = begin(plan, Size(192, 192), seed=1)
    assert does == (layout_of(scene, plan).plan.things[0].trait("pose") == "coding")


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(
    ("prompt", "thing"), [("a mechanic repairing a motorcycle", "motorcycle"), ("消防员扑灭着火的房子", "house")]
)
def test_whoever_works_on_a_thing_is_beside_it_and_turned_to_it(prompt: str, thing: str, seed: int):
    """The hands reach it, and both are in the frame."""
    items = placed(prompt, seed)
    man, other = one(items, "man"), one(items, thing)
    gap = abs(man.x - other.x) - 0.5 * other.wide

    assert man.flip == (man.x > other.x)
    assert -0.1 * other.wide < gap < 0.7 * man.tall
    assert 0 < min(man.x - 0.2 * man.tall, other.x - 0.46 * other.wide)
    assert 320 > max(man.x + 0.2 * man.tall, other.x + 0.46 * other.wide)


def test_a_barber_stands_behind_the_chair():
    """The customer sits in it, and is there though nobody names one."""
    for prompt, customer in (("a barber cutting hair", "man"), ("女理发师给小女孩剪头发", "girl")):
        items = placed(prompt)
        chair = one(items, "barber_chair")
        seated = next(item for item in items if item.thing.trait("pose") == "sitting")
        barber = next(item for item in items if item.thing.trait("pose") == "hairdressing")

        assert customer == seated.thing.kind
        assert barber.order < chair.order < seated.order
        assert abs(barber.x - chair.x) < 0.1 * barber.tall > abs(seated.x - chair.x)


@pytest.mark.parametrize("prompt", ["three surgeons operating", "妈妈和女儿在厨房烤饼干"])
def test_several_are_at_one_table(prompt: str):
    """One of them has it, the others stand at its ends."""
    people = [item for item in placed(prompt) if item.sprite.group == "person"]
    deeds = [item.thing.trait("pose") for item in people]

    assert 1 == len(deeds) - deeds.count("clasping")
    xs = sorted(item.x for item in people)
    assert np.diff(xs).max() < 0.4 * max(item.tall for item in people)


@pytest.mark.parametrize(
    ("prompt", "doer"),
    [
        ("妈妈给宝宝喂饭", "woman"),
        ("奶奶给孙子讲故事", "old_woman"),
        ("男人向女人求婚", "man"),
        ("小女孩在喂鸽子", "girl"),
    ],
)
def test_a_deed_is_that_of_whoever_does_it(prompt: str, doer: str):
    """Not of the one for whom it is done."""
    assert [doer] == [thing.kind for thing in read(prompt).things if thing.trait("pose")]


def test_a_baby_is_fed_with_a_spoon_and_pigeons_with_grain():
    """The word is the same."""
    for prompt, pose in (("a woman feeding a baby", "spoon_feeding"), ("a woman feeding ducks", "feeding")):
        assert pose in [item.thing.trait("pose") for item in placed(prompt)]


def test_who_asks_for_a_hand_kneels_alone():
    """The other one stands and looks."""
    items = placed("a man proposing to a woman")
    man, woman = one(items, "man"), one(items, "woman")

    assert ("proposing", "standing") == (man.thing.trait("pose"), woman.thing.trait("pose"))
    assert man.flip == (man.x > woman.x) == (not woman.flip)


def test_who_is_in_bed_lies_there():
    """And not behind its head."""
    items = placed("an old man in a bed")
    man, bed = one(items, "old_man"), one(items, "bed")

    assert "lying" == man.thing.trait("pose")
    assert man.order > bed.order
    assert abs(man.x - bed.x) + 0.5 * man.tall < 0.5 * bed.wide


def test_who_delivers_by_motorcycle_has_a_box_on_the_back():
    """It is not lost with the pose."""
    rider = one(placed("a courier on a scooter delivering food"), "man")
    assert ("cycling", "delivery_box") == (rider.thing.trait("pose"), rider.thing.trait("back"))


def test_a_class_is_not_before_the_board():
    """Whoever writes on it stands beside them."""
    items = placed("a teacher writing on the blackboard in front of students")
    teacher = next(item for item in items if item.thing.trait("pose") == "teaching")
    assert all(abs(teacher.x - item.x) > 0.3 * teacher.tall for item in items if item is not teacher)


def test_goods_are_on_the_podium():
    """Where nothing else is said of them."""
    for prompt in ("white sneakers product photo on a pink podium", "a perfume bottle, a pink podium, product photo"):
        things = read(prompt).things
        (goods,) = [thing for thing in things if thing.kind != "podium"]
        assert [("on", "podium")] == [(tie.kind, things[tie.target].kind) for tie in goods.relations]


@pytest.mark.parametrize(
    ("prompt", "setting"),
    [
        ("a workshop", "workshop"), ("陶艺工作室", "workshop"), ("a garage", "garage"), ("修车厂", "garage"),
        ("a smithy", "smithy"), ("铁匠铺", "smithy"), ("a laboratory", "laboratory"), ("实验室", "laboratory"),
        ("an operating room", "operating_room"), ("手术室", "operating_room"), ("a courtroom", "courtroom"),
        ("法庭", "courtroom"), ("a nightclub", "nightclub"), ("夜店", "nightclub"), ("inside a bakery", "bakery"),
        ("面包店里", "bakery"), ("inside a barbershop", "barbershop"), ("理发店里", "barbershop"),
        ("inside a pharmacy", "pharmacy"), ("药店里", "pharmacy"), ("the deck of a ship", "deck"), ("甲板上", "deck"),
    ],
)  # fmt: skip
def test_places_of_work(prompt: str, setting: str):
    """Each looks like no office."""
    plan = read(prompt)
    assert (setting, ()) == (plan.setting, plan.things)
    pictures = [paint(read(text), Size(96, 96), seed=3).pixels.astype(int) for text in (prompt, "an office")]
    assert np.abs(pictures[0] - pictures[1]).mean() > 20


def test_verbs_are_inflected():
    """As they are written."""
    assert ["bake", "bakes", "baking"] == inflected("bake")
    assert ["trim", "trims", "trimming"] == inflected("trim")
    assert ["wash", "washes", "washing"] == inflected("wash")
    assert ["blow dry", "blows dry", "blowing dry"] == inflected("blow dry")
    assert ["repair", "repairs", "repairing"] == inflected("repair")


def test_flowers_for_a_teacher_are_in_the_pupil_s_hands():
    """And not as large as both beside them, in a meadow."""
    plan = read("教师节贺卡，老师和学生，康乃馨")
    teacher, pupil, flowers = plan.things

    assert ("classroom", "bouquet") == (setting_of(plan), flowers.kind)
    assert () == teacher.relations
    assert [("holding", 2)] == [(tie.kind, tie.target) for tie in pupil.relations]
