"""Chains of instructions, and what of an instruction changes nothing."""

import pytest
from tests.unit.painter.language.test_edit_phrasings import told

from easel.engines.painter.language import asks_to_change, carried_out, read, telling, undone

BLACK = "#26252b"
CAT_AND_DOG = ["1 cat", "1 dog"]


@pytest.mark.parametrize(
    ("instructions", "expected"),
    [
        (["remove the cat", "undo that"], CAT_AND_DOG),
        (["make the cat black", "remove the dog", "undo"], [f"1 cat {BLACK}", "1 dog"]),
        (["make the cat black", "remove the dog", "start over"], CAT_AND_DOG),
        (["remove the cat", "hmm, undo that and add a tree"], ["1 cat", "1 dog", "1 tree"]),
        (["把猫去掉", "撤销"], CAT_AND_DOG),
        (["把猫变成黑色", "还是刚才的好"], CAT_AND_DOG),
        (["把猫变成黑色", "去掉狗", "回到最初的样子"], CAT_AND_DOG),
        (["undo that"], CAT_AND_DOG),
    ],
)
def test_what_was_done_is_taken_back(instructions: list[str], expected: list[str]):
    """One instruction back, or all; what is said behind it is done."""
    assert told(carried_out(read("a cat and a dog"), instructions)) == expected


@pytest.mark.parametrize(
    ("instructions", "expected"),
    [
        (["remove the cat", "no, the other one"], ["1 cat"]),
        (["make the cat black", "oops, I meant the dog"], ["1 cat", f"1 dog {BLACK}"]),
        (["把猫变成黑色", "不是，是另一只"], ["1 cat", f"1 dog {BLACK}"]),
        (["把猫变成黑色", "我说的是那只狗"], ["1 cat", f"1 dog {BLACK}"]),
    ],
)
def test_the_last_instruction_was_meant_for_another(instructions: list[str], expected: list[str]):
    """It is done again, to what was meant, and not to what it was done to."""
    assert told(carried_out(read("a cat and a dog"), instructions)) == expected


@pytest.mark.parametrize("text", ["now paint a ship on the sea", "draw me a dragon in space"])
def test_another_picture_is_no_change(text: str):
    """Who wants something painted that has nothing to do with what is there describes another picture."""
    assert not asks_to_change(text, read("a cat and a dog"))


@pytest.mark.parametrize("text", ["undo that", "撤销", "no, the other one", "my boss loves it, add a ball"])
def test_words_about_what_was_done_are_instructions(text: str):
    """They tell of a change of the picture and describe no other."""
    assert asks_to_change(text, read("a cat and a dog"))


@pytest.mark.parametrize(
    ("instruction", "expected"),
    [
        ("add a tree", ()),
        ("make it fluffier and add a tree", ("fluffier",)),
        ("remove the horse", ("remove the horse",)),
        ("add a tree with a jetpack", ("jetpack",)),
        ("leave the dog alone, add a tree", ()),
        ("把马去掉", ("把马去掉",)),
    ],
)
def test_what_changes_nothing_is_known(instruction: str, expected: tuple[str, ...]):
    """The words that were not understood, are not painted, or speak of what is not there."""
    assert undone(read("a cat and a dog"), instruction) == expected


def test_what_changes_nothing_is_told():
    """In the language of the prompt, and not at all where there is nothing to tell."""
    assert "fluffier" in telling(("fluffier",), "a cat")
    assert telling(("马",), "一只猫") == "（未画出：马）"
    assert telling((), "a cat") == ""
