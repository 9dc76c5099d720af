"""Whole checks of a picture, and the table made of them."""

from bench.fidelity.checks import findings, missing, moved
from bench.fidelity.picture import Picture
from bench.fidelity.prompts import Case, Expected, Shown
from bench.fidelity.table import Score, page, table

from easel.engines.painter.plan import Relation, ScenePlan, Thing

CAT, DOG = Thing(kind="cat", words="cat"), Thing(kind="dog", words="dog")


def picture(*things: Thing, **plan: object) -> Picture:
    """A painting of some things on a meadow."""
    return Picture(ScenePlan(things=things, setting="meadow", **plan), seed=6)


def test_what_is_there_is_not_missed():
    """A faithful picture has no findings."""
    cat = Thing(kind="cat", words="cat", relations=(Relation("left_of", 1),))
    shown = Shown(things=(Expected("cat", count=1), Expected("dog")), relations=((0, "left_of", 1),))

    assert [] == list(missing(picture(cat, DOG), shown))


def test_a_thing_that_is_not_there_is_missed():
    """A cat alone is no dog."""
    assert ["dog is not to be seen nor planned"] == list(missing(picture(CAT), Shown(things=(Expected("dog"),))))


def test_a_thing_too_small_to_see_is_missed():
    """A planned thing of a few pixels does not count."""
    tiny = Thing(kind="cat", words="cat", size=0.03)

    assert ["cat is not to be seen"] == list(missing(picture(tiny, DOG), Shown(things=(Expected("cat"),))))


def test_a_wrong_number_is_found():
    """Three are not four, and not two."""
    three = picture(Thing(kind="penguin", words="penguins", count=3))

    assert [] == list(missing(three, Shown(things=(Expected("penguin", count=3),))))
    for count in (2, 4):
        shown = Shown(things=(Expected("penguin", count=count),))
        assert [f"3 penguin, not {count}"] == list(missing(three, shown))


def test_swapped_colours_are_found():
    """A red car and a blue bus are not a blue car and a red bus."""
    things = (Thing(kind="car", words="car", colour="#d8322c"), Thing(kind="bus", words="bus", colour="#2f6fd0"))
    right = Shown(things=(Expected("car", colour="red"), Expected("bus", colour="blue")))
    wrong = Shown(things=(Expected("car", colour="blue"), Expected("bus", colour="red")))

    assert [] == list(missing(picture(*things), right))
    assert ["car is not blue", "bus is not red"] == list(missing(picture(*things), wrong))


def test_a_swapped_relation_is_found():
    """A cat to the left is not to the right."""
    cat = Thing(kind="cat", words="cat", relations=(Relation("left_of", 1),))
    shown = Shown(things=(Expected("cat"), Expected("dog")), relations=((0, "right_of", 1),))

    assert ["cat is not right_of dog"] == list(missing(picture(cat, DOG), shown))


def test_what_should_be_gone_is_found():
    """A dog that an edit should have removed."""
    assert ["dog is still there"] == list(missing(picture(CAT, DOG), Shown(gone=("dog",))))


def test_a_style_that_was_not_understood_is_found():
    """A plain picture instead of a watercolour."""
    assert ["not in the style watercolor"] == list(missing(picture(CAT), Shown(style="watercolor")))


def test_a_moved_thing_is_found():
    """An edit that lays the picture out anew has moved the cat; one that knows the old plan has not."""
    case = Case("edits", "en", "a cat", Shown(things=(Expected("cat"),)), "add a dog", Shown())
    before = picture(CAT)

    assert ["the edit moved cat"] == list(moved(before, picture(CAT, DOG), case))
    assert [] == list(moved(before, picture(CAT, DOG, base=before.plan), case))


def test_an_instruction_that_is_not_understood_is_found():
    """Words that ask for nothing."""
    case = Case("edits", "en", "a cat", Shown(things=(Expected("cat"),)), "qwrt zxcv", Shown())

    assert ("the instruction was not understood",) == findings(case)


def test_the_table_counts():
    """One row for each category and one for all, by language; failures are listed."""
    passed = Case("colours", "en", "a red car", Shown())
    failed = Case("colours", "zh", "一辆红色的汽车", Shown())
    results = {passed: (), failed: ("car is not red",)}

    assert Score(1, 2) == Score.of(results.values())
    assert "| colours | 1/1 = 100.0% | 0/1 = 0.0% | 1/2 = 50.0% |" in table(results)
    assert "`一辆红色的汽车`: car is not red" in page(results, {})


def test_a_white_thing_in_a_storm_is_white_and_a_blue_one_is_not():
    """In the dark colours are named as an eye sees them that is used to it."""
    white, blue = (
        picture(Thing(kind="lighthouse", words="lighthouse", colour=colour), weather="storm")
        for colour in ("#f5f4f0", "#2f6fd0")
    )
    shown = Shown(things=(Expected("lighthouse", colour="white"),))

    assert [] == list(missing(white, shown))
    assert ["lighthouse is not white"] == list(missing(blue, shown))
