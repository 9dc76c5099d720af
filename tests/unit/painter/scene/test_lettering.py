"""Lettering on pixels: it is there, within the frame, apart from what is around it, and on its thing."""

import numpy as np
import pytest

from easel.core.image import Size
from easel.engines.painter.language import read
from easel.engines.painter.lettering.typeset import drawable, typeset
from easel.engines.painter.paint import paint
from easel.engines.painter.plan import STYLES

SIZE = Size(384, 384)


def changed(prompt, without, size=SIZE):
    """Both pictures and where they differ: with a text and without it."""
    there, bare = paint(read(prompt), size, seed=5), paint(read(without), size, seed=5)
    return there, bare, np.abs(there.pixels.astype(int) - bare.pixels).max(2) > 40


@pytest.mark.parametrize("size", [SIZE, Size(512, 256), Size(256, 512)], ids=str)
@pytest.mark.parametrize("text", ["EXPLORE", "秋", "A Very Long Title That Needs Several Lines Of Text", "新的一天"])
def test_a_title_is_within_the_frame(text, size):
    """Whatever its length and the frame's shape, the text keeps clear of the edges and is no speck."""
    _, _, where = changed(f'poster of a lake, text "{text}"', "poster of a lake", size)
    rows, columns = np.flatnonzero(where.any(1)), np.flatnonzero(where.any(0))

    assert rows[0] > 4
    assert rows[-1] < size.height - 5
    assert columns[0] > 4
    assert columns[-1] < size.width - 5
    assert where.sum() > 0.004 * where.size


@pytest.mark.parametrize("style", [style for style in STYLES if style not in ("ink_wash", "gongbi", "ukiyo_e")])
def test_a_title_is_told_from_what_is_behind_it(style):
    """In every style the strokes differ in lightness from the picture that they cover, by 60 of 255 in the median."""
    plan = read('poster of a lake at sunset, text "HELLO"')
    there = paint(plan.__class__(**{**_fields(plan), "style": style}), SIZE, seed=5)
    bare = paint(plan.__class__(**{**_fields(plan), "style": style, "lettering": ()}), SIZE, seed=5)
    light = np.array([0.3, 0.59, 0.11])
    difference = np.abs((there.pixels - bare.pixels.astype(float)) @ light)
    strokes = difference > 40

    assert strokes.sum() > 1500
    assert np.median(difference[strokes]) > 60


def _fields(plan):
    return {name: getattr(plan, name) for name in plan.__slots__}


def test_a_title_keeps_off_what_stands_below_it():
    """With a tower that reaches the top, the text is at the bottom, and the other way round for a cat."""
    tower, _, _ = changed('poster, the Eiffel tower, text "PARIS"', "poster, the Eiffel tower")
    _, _, over = changed('poster of a cat, text "MEOW"', "poster of a cat")
    box = next(region.box for region in paint(read("poster of a cat"), SIZE, seed=5).regions)

    assert np.flatnonzero(over.any(1))[-1] < box[1] * SIZE.height + 6
    assert tower.pixels.shape == (384, 384, 3)


@pytest.mark.parametrize(
    ("prompt", "without", "kind"),
    [
        ('a sign in a meadow that says "OPEN"', "a sign in a meadow", "sign"),
        ('a birthday cake that says "Hi"', "a birthday cake", "cake"),
        ('a mug with the text "DAD"', "a mug", "coffee_cup"),
        ('a storefront named "Luna"', "a storefront", "shop"),
        ('a bus with the text "CITY TOUR" on a street', "a bus on a street", "bus"),
        ('a red balloon that says "JOY"', "a red balloon", "balloon"),
    ],
)
def test_text_on_a_thing_is_on_it(prompt, without, kind):
    """All that differs from the same picture without the text lies within the thing's box."""
    there, _, where = changed(prompt, without)
    left, top, right, bottom = next(region.box for region in there.regions if region.kind == kind)
    rows, columns = np.flatnonzero(where.any(1)) / 384, np.flatnonzero(where.any(0)) / 384

    assert where.sum() > 40
    assert top - 0.01 <= rows[0]
    assert rows[-1] <= bottom + 0.01
    assert left - 0.01 <= columns[0]
    assert columns[-1] <= right + 0.01


def test_neon_shines_at_night():
    """The letters of a neon sign are brighter than the plate, and its light spreads beyond them."""
    plan = read('a neon sign that says "OPEN" on a street at night')
    painting = paint(plan, SIZE, seed=5)
    left, top, right, bottom = next(region.box for region in painting.regions if region.kind == "neon_sign")
    cut = painting.pixels[int(top * 384) : int(bottom * 384), int(left * 384) : int(right * 384)].max(2)

    assert (cut > 225).mean() > 0.05
    assert (cut > 90).mean() > 2 * (cut > 225).mean()


def test_lines_are_broken_between_words_only():
    """Long text stands in several lines of whole words; Chinese is broken anywhere but before a full stop."""
    made = typeset("one two three four five six", "plain", 100, 100)
    chinese = typeset("春眠不觉晓，处处闻啼鸟。", "plain", 100, 100)

    assert " ".join(made.lines) == "one two three four five six"
    assert 2 <= len(made.lines) <= 5
    assert "".join(chinese.lines) == "春眠不觉晓，处处闻啼鸟。"
    assert all(line[0] not in "，。" for line in chinese.lines)


def test_what_no_face_has_is_left_out():
    """Emoji are not drawn as empty boxes; text of nothing else is no lettering."""
    assert drawable("HI 😀 there") == "HI there"
    assert typeset("😀😀", "plain", 100, 100) is None
    assert typeset("笠", "brush", 100, 100) is not None
