"""Words between a noun and what is said of it: colours, numbers and ties reach over them."""

import pytest

from easel.engines.painter.language import read
from easel.engines.painter.language.lexicon import lexicon

RED = "#d8322c"
#: What has a colour of its own, or names another thing together with the noun.
APART = frozenset(
    {"paper cut", "papercut", "paper cutting", "剪纸", "剪纸风格", "剪纸艺术", "剪纸窗花", "下雨天", "leaves fall"}
    | {"leaves are falling", "leaves have turned", "leaves are turning"}
)


@pytest.mark.parametrize("role", ["style", "mood", "time", "weather", "season", "camera", "festival", "backdrop"])
def test_a_word_for_the_scene_within_a_noun_phrase_leaves_colour_and_number_to_the_noun(role: str) -> None:
    """`three red cartoon dogs`, 三只红色卡通狗: for every such word that the painter knows."""
    words = [word for word, entry in lexicon().forms.items() if entry.role == role and not entry.is_thing]
    wrong = []
    for word in words:
        chinese = not word.isascii()
        plan = read(f"三只红色{word}狗" if chinese else f"three red {word} dogs")
        dogs = [(thing.count, thing.colour) for thing in plan.things if thing.kind == "dog"]
        if dogs != [(3, RED)] and word not in APART:
            wrong.append(word)
    assert words
    assert not wrong


@pytest.mark.parametrize(
    ("prompt", "kind", "count", "colour"),
    [
        ("a red corduroy sofa", "sofa", 1, RED),
        ("a red zorby corduroy sofa", "sofa", 1, RED),
        ("three zorby chairs", "chair", 3, None),
        ("红色灯芯绒沙发", "sofa", 1, RED),
        ("一把红色的藤编椅子", "chair", 1, RED),
        ("红红的一个苹果", "apple", 1, RED),
        ("红色的一辆车", "car", 1, RED),
        ("一只曼基康猫", "cat", 1, None),
        ("两只马尔济斯犬", "dog", 2, None),
        ("a {red} car", "car", 1, RED),
        ("[a red car]", "car", 1, RED),
        ("the car is red okay", "car", 1, RED),
        ("车得是红的哈", "car", 1, RED),
        ("water bottle (orange)", "bottle", 1, "#ec8a2c"),
        ("product picture for a red teapot", "teapot", 1, RED),
    ],
)
def test_unknown_words_and_marks_keep_nothing_from_the_noun(prompt: str, kind: str, count: int, colour: str) -> None:
    """Materials and breeds that nobody listed, the braces of templates, particles and bracketed colours."""
    found = [(thing.kind, thing.count, thing.colour) for thing in read(prompt).things]
    assert [(kind, count, colour)] == found


@pytest.mark.parametrize("prompt", ["a girl holding a pink cartoon pig", "a girl holding an anime pig"])
def test_a_tie_reaches_over_a_style(prompt: str) -> None:
    """Who holds something holds it in whatever manner it is drawn."""
    assert [("holding", 1)] == [(relation.kind, relation.target) for relation in read(prompt).things[0].relations]


@pytest.mark.parametrize("prompt", ["a smiling anime girl", "a laughing cartoon girl"])
def test_a_trait_reaches_over_a_style(prompt: str) -> None:
    """How somebody looks is said before the style as well."""
    assert "smiling" in str(read(prompt).things[0].traits)
