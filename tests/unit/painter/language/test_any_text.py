"""Any text at all makes a plan, soon."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from easel.core.image import Size
from easel.engines.painter.language import apply_changes, instruct, is_instruction, read, rewrite
from easel.engines.painter.language.lexicon import lexicon
from easel.engines.painter.paint import paint
from easel.engines.painter.plan import RELATIONS

ODD = [
    "", " ", "\0\0\0", "....,,,;;;", "😀🐱🚗" * 50, "مرحبا بالعالم قطة", "\u202eabc\u202c", "-" * 5000, "(((((((:1.2)",
    "a" * 65536, "猫" * 65536, "a cat on " * 3000, "在" * 3000, "的" * 3000, "no " * 3000, "<lora:" * 500, "\ud800",
    "and and of of the", "一" * 100, "九千九百九十九万只猫", "99999999999999999999 cats",
    "0 cats", "ﷺ", "ß" * 99, "e\u0301" * 99,
]  # fmt: skip
WORDS = st.sampled_from(sorted(lexicon().forms))


def whole(text: str) -> None:
    """Everything that language does with a text; relations point at things that are there."""
    styled = read(text, negative_prompt=text[:200], style=text[:20])
    for plan in (styled, read(text), apply_changes(styled, instruct(text))):
        assert plan.title
        for thing in plan.things:
            assert 1 <= thing.count <= 40
            for relation in thing.relations:
                assert relation.kind in RELATIONS
                assert 0 <= relation.target < len(plan.things)
    rewrite(read(text))
    is_instruction(text)


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_texts(text: str):
    """Control characters, emoji, other scripts, half a surrogate, 64 KB."""
    whole(text)


@pytest.mark.parametrize("text", ["", "👩‍👩‍👧‍👦🐉", "مرحبا بالعالم قطة", "\ud800\0cat", "猫" * 65536, "a" * 65536])
def test_odd_texts_are_painted(text: str):
    """Whatever the text, there is an opaque picture of the size that was asked for."""
    assert (96, 96, 3) == paint(read(text), Size.parse("96x96"), seed=1).pixels.shape


@settings(max_examples=100, deadline=None, database=None)
@given(st.text(max_size=200))
def test_random_texts(text: str):
    """Whatever Unicode holds."""
    whole(text)


@settings(max_examples=150, deadline=None, database=None)
@given(st.lists(WORDS, max_size=14), st.sampled_from([" ", ", ", ""]))
def test_random_words(words: list[str], joint: str):
    """Known words in senseless order."""
    whole(joint.join(words))


@pytest.mark.parametrize(
    "sentence",
    ["a smiling girl in a red dress holding two balloons beside a big dog, ", "穿着红色裙子的女孩抱着一只白猫，"],
)
def test_long_prompts_are_no_more_work_than_their_length(sentence: str):
    """Of four times the words there is about four times the work; it takes 11 to 23 ms for 1,500 characters."""
    short, long = (calls((sentence * 400)[:length]) for length in (750, 3000))

    assert long < 6 * short


def calls(prompt: str) -> int:
    """How many functions are called while a prompt is read, those of C among them."""
    count = 0

    def counted(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    read(prompt)
    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        read(prompt)
    finally:
        sys.setprofile(before)
    return count
