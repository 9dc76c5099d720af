"""Sentences that speak with somebody: what is denied, who is spoken to, questions with answers, friends, pronouns."""

import pytest
from tests.unit.painter.language.test_everyday_sentences import (
    BLACK,
    BLUE,
    PINK,
    WHITE,
    YELLOW,
    colours,
    counts,
    relations,
)

from easel.engines.painter.language import read

BROWN = "#85552f"


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("the fox isn't orange, it's blue", {"fox": BLUE}),
        ("The car isn't red, it's yellow", {"car": YELLOW}),
        ("the cat is not black but white", {"cat": WHITE}),
        ("这只狐狸不是橙色的，是蓝色的", {"fox": BLUE}),
        ("狐狸不是橙色，而是蓝色", {"fox": BLUE}),
    ],
)
def test_a_denied_colour_gives_way(prompt: str, expected: dict[str, str]):
    """What is said to be not of one colour but of another has the other."""
    assert colours(read(prompt)) == expected


@pytest.mark.parametrize("prompt", ["count with me, kids! five frogs", "五只青蛙，小朋友们！", "five frogs, children!"])
def test_those_who_are_spoken_to_are_not_painted(prompt: str):
    """Children who only listen are not in the picture."""
    assert counts(read(prompt)) == {"frog": 5}


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("And what do we find under the bed, children? Oh. A dinosaur.", ("dinosaur", "under", "bed")),
        ("what is hiding behind the sofa? A cat!", ("cat", "behind", "sofa")),
        ("谁躲在沙发后面？一只小狗", ("dog", "behind", "sofa")),
        ("what is on top of the roof? birds!", ("bird", "on", "house")),
        ("There is a balloon. It floats above the church.", ("balloon", "above", "church")),
        ("It is a rabbit. It sits on the left of a fox", ("rabbit", "left_of", "fox")),
        ("Our cat? He is under the table", ("cat", "under", "table")),
        ("小男孩双手捧着一颗从天上摘下来的星星", ("boy", "holding", "star")),
        ("a knight on a horse with a lance", ("knight", "holding", "sword")),
        ("一篮草莓", ("strawberry", "in", "basket")),
        ("一筐苹果", ("apple", "in", "basket")),
    ],
)
def test_who_is_where(prompt: str, expected: tuple[str, str, str]):
    """A question's answer, a pronoun, whoever rides and what lies in a basket stand where the words put them."""
    assert expected in relations(read(prompt))


def test_a_second_thought_about_a_side():
    """A pronoun takes the side that is told last, and leaves the other free."""
    things = {thing.kind: thing.at for thing in read("巫师站左边有点挤，还是让他站右边，左边留给猫头鹰").things}
    assert things["wizard"] is not None
    assert things["owl"] is not None
    assert things["owl"][0] < 0.5 < things["wizard"][0]


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("a cat and its best friend is a mouse", {"cat": 1, "mouse": 1}),
        ("a dragon's best friend, a little mouse", {"dragon": 1, "mouse": 1}),
        ("狐狸和它的好朋友小兔子", {"fox": 1, "rabbit": 1}),
        ("小狐狸和它最好的朋友，一只小熊", {"fox": 1, "bear": 1}),
        ("three cats? no, hold on, four cats", {"cat": 4}),
        ("eight candles? no, hang on, she's turning nine. Nine candles it is", {"candle": 9}),
    ],
)
def test_nobody_else_is_painted(prompt: str, expected: dict[str, int]):
    """Friends who are told of, and numbers that are taken back, bring nobody else."""
    assert counts(read(prompt)) == expected


def test_a_long_list_of_drinks_ends():
    """Bottle after bottle is read without running out of stack."""
    assert set(counts(read("一瓶水" * 1200))) == {"bottle"}


def test_the_best_friend_keeps_a_colour_of_its_own():
    """The denied colour and the friend's colour do not meet."""
    told = colours(read("In my book the fox isn't orange, it's blue, and its best friend is a pink rabbit."))
    assert (told["fox"], told["rabbit"]) == (BLUE, PINK)


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("They say the luckiest cat is a black cat. Mine is! Draw a black cat.", {"cat": BLACK}),
        ("my cat is a black cat and it sleeps", {"cat": BLACK}),
        ("这只猫是一只黑猫", {"cat": BLACK}),
        ("本来想要绿色的书包，想想还是棕色耐脏，就画一个棕色双肩包吧", {"backpack": BROWN}),
        ("originally I wanted a green bag, but make it brown", {"backpack": BROWN}),
        ("I was going to ask for a red bag but a blue bag is nicer", {"backpack": BLUE}),
        ("本来想画只猫，后来觉得还是狗可爱", {"dog": None}),
        ("A white unicorn at the edge of the wood that would bow first", {"unicorn": WHITE}),
    ],
)
def test_one_of_a_kind_told_twice_is_one(prompt: str, expected: dict[str, str | None]):
    """What is told again, or gave way to another wish, makes no second thing; verbs behind `would` make none."""
    plan = read(prompt)
    assert colours(plan) == expected
    assert sum(counts(plan).values()) == 1


@pytest.mark.parametrize("prompt", ["white bicycle, lots of empty space for text", "a bicycle, copy space on the left"])
def test_space_for_words_is_no_outer_space(prompt: str):
    """Space that a layout needs is neither a place nor a number."""
    plan = read(prompt)
    assert (plan.setting, counts(plan)) == (None, {"bicycle": 1})


def test_a_place_that_is_corrected_keeps_who_is_there():
    """Only where somebody is was taken back."""
    assert ("owl", "on", "treasure_chest") in relations(
        read("owl perched on a stack... no, just on one old treasure chest")
    )
