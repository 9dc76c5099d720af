"""Two things and their two colours, in as many ways as people say it: each keeps its own."""

import pytest

from easel.engines.painter.language import read

RED, BLUE = "#d8322c", "#2f6fd0"
ENGLISH = (
    "There is a {a}. It is red. Next to it stands a {b}. That one is blue.",
    "A {a} and a {b}: the first is red, the second blue.",
    "The {a} should be red and the {b} should be blue.",
    "I want a {a} and a {b}. The {a} is red. The {b}, on the other hand, is blue.",
    "Please draw a {b} in blue; beside it, a {a} in red.",
    "{b} (blue), {a} (red)",
    "a {a} painted red beside a {b} painted blue",
    "one red {a}, one blue {b}, nothing else",
    "a red {a} with, to its left, a blue {b}",
    "Imagine a red {a}. Behind it, a blue {b}.",
    "red {a} + blue {b}",
    "red {a} & blue {b}",
    "red {a} / blue {b}",
    "a red coloured {a} and a {b} of blue colour",
    "a {a} that's red next to a {b} that's blue",
    "a {a}, red in colour, and a {b}, blue in colour",
    "Paint me a {a}: red. And a {b}: blue.",
    "a {a} as red as a rose and a {b} as blue as the sky",
    "both a red {a} and a blue {b}",
    "a red {a} alongside its friend, a blue {b}",
    "neither green nor yellow: the {a} is red and the {b} is blue",
    "colour the {a} red and the {b} blue",
    "a {a} (in red) and a {b} (in blue)",
    "The {a}'s colour is red; the {b}'s colour is blue.",
    "make it a red {a} and a blue {b}, both in full view",
    "Scene: red {a}. Extra: blue {b}.",
    "1. a red {a} 2. a blue {b}",
    "a red {a} meets a blue {b} for the first time",
    "My red {a} met your blue {b} yesterday",
    "What if a red {a} and a blue {b} were best friends?",
    "The blue {b} belongs to the red {a}.",
    "a blue {b}, and in front of it a red {a}",
    "Not a green {a} but a red one, together with a blue {b}",
    "a large red {a}; a tiny blue {b}",
    "red is the {a}, blue is the {b}",
    "Two things only: a red {a} and a blue {b}.",
    "a red {a} standing guard while a blue {b} sleeps",
    "- red {a}\n- blue {b}",
)
CHINESE = (
    "有一只{a}，它是红色的。旁边有一只{b}，是蓝色的。",
    "{a}是红的，{b}是蓝的",
    "红色的是{a}，蓝色的是{b}",
    "画一只{a}和一只{b}，{a}要红色，{b}要蓝色",
    "一只{a}（红色）和一只{b}（蓝色）",
    "红{a}和蓝{b}",
    "红色{a}＋蓝色{b}",
    "一只红色的{a}，旁边是一只蓝色的{b}",
    "{a}涂成红色，{b}涂成蓝色",
    "左边红色{a}，右边蓝色{b}",
    "一红一蓝，{a}是红的，{b}是蓝的",
    "我要一只{a}，红色的；还要一只{b}，蓝色的",
    "把{a}画成红色，{b}画成蓝色",
    "{a}红色，{b}蓝色",
    "一只浑身通红的{a}和一只蓝蓝的{b}",
    "前面是红色的{a}，后面是蓝色的{b}",
    "只要两样：红色的{a}、蓝色的{b}",
    "红色的{a}遇见了蓝色的{b}",
    "蓝色{b}的旁边站着红色{a}",
    "红色的那只是{a}，蓝色的那只是{b}",
    "一只{a}，颜色是红色，一只{b}，颜色是蓝色",
    "不是绿色的{a}，是红色的{a}，还有一只蓝色的{b}",
    "{a}：红色；{b}：蓝色",
    "1、红色{a} 2、蓝色{b}",
    "假如红色的{a}和蓝色的{b}是好朋友",
)
PAIRS = (("cat", "dog"), ("car", "house"), ("balloon", "chair"))
CHINESE_PAIRS = (("cat", "猫", "dog", "狗"), ("rabbit", "兔子", "bear", "熊"))


@pytest.mark.parametrize("said", ENGLISH)
def test_two_colours_in_english(said: str) -> None:
    """Nothing is mixed up, added or counted."""
    for first, second in PAIRS:
        things = read(said.format(a=first, b=second)).things
        assert sorted([(first, 1, RED), (second, 1, BLUE)]) == sorted((t.kind, t.count, t.colour) for t in things)


@pytest.mark.parametrize("said", CHINESE)
def test_two_colours_in_chinese(said: str) -> None:
    """Nothing is mixed up, added or counted."""
    for first, first_name, second, second_name in CHINESE_PAIRS:
        things = read(said.format(a=first_name, b=second_name)).things
        assert sorted([(first, 1, RED), (second, 1, BLUE)]) == sorted((t.kind, t.count, t.colour) for t in things)
