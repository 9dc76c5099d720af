"""Lettering: which words of a prompt or an instruction are to be read in the picture, and on what."""

import pytest

from easel.engines.painter.language import apply_changes, instruct, read, rewrite
from easel.engines.painter.plan import Lettering


def titles(plan):
    """The picture's own texts."""
    return [text.text for text in plan.lettering]


def written(plan):
    """What is written on which thing."""
    return [(thing.kind, thing.trait("text")) for thing in plan.things if thing.trait("text")]


@pytest.mark.parametrize(
    ("prompt", "texts"),
    [
        ('Minimalist poster of a mountain at sunset with the text "EXPLORE"', ["EXPLORE"]),
        ('Movie poster, astronaut on mars, title "LAST ORBIT" at the bottom', ["LAST ORBIT"]),
        ('Logo for a coffee brand called "Moonbean", minimal', ["Moonbean"]),
        ('a book cover, a dark forest, titled "The Hollow" by "A. Crane"', ["The Hollow", "A. Crane"]),
        ("a poster of a lake that says COME HOME", ["COME HOME"]),
        ('Poster of a lighthouse by the sea with the text "SEA YOU"', ["SEA YOU"]),
        ('A bus on a street, with the title "CITY TOUR"', ["CITY TOUR"]),
        ("Travel poster of a beach. Title: Endless Summer. Subtitle: since 1987", ["Endless Summer", "since 1987"]),
        ('国潮风格的海报，写着"中秋快乐"，圆月', ["中秋快乐"]),
        ('海边日落海报，标题是"夏日漫游"，下方小字"2026.07.01"', ["夏日漫游", "2026.07.01"]),
        ("水墨画，一叶扁舟，题字“独钓寒江雪”", ["独钓寒江雪"]),
        ("餐厅菜单封面，标题：春日菜单，樱花背景", ["春日菜单"]),
    ],
)
def test_a_picture_has_its_own_text(prompt, texts):
    """What posters, covers and logos say is their lettering, neither painted as things nor told as missing."""
    plan = read(prompt)
    assert titles(plan) == texts
    assert not written(plan)
    assert not {*texts} & {*plan.unpainted}


@pytest.mark.parametrize(
    ("prompt", "kind", "text"),
    [
        ('Birthday cake with candles and "Happy Birthday Anna" written on it', "cake", "Happy Birthday Anna"),
        ('A cat holding a sign that says "HELP"', "sign", "HELP"),
        ("a protest sign saying save the bees", "sign", "save the bees"),
        ('A neon sign that reads "OPEN" in a dark alley', "neon_sign", "OPEN"),
        ("A woman wearing a t-shirt that says LOVE in a park", "woman", "LOVE"),
        ('A storefront named "Luna Bakery" on a rainy street', "shop", "Luna Bakery"),
        ('A red mug with the text "BEST DAD" in white letters on a table', "coffee_cup", "BEST DAD"),
        ("一块写着“欢迎光临”的木牌，立在花园里", "sign", "欢迎光临"),
        ('一位女孩举着写有"我爱你"的牌子', "sign", "我爱你"),
        ("一个写着“生日快乐”的蛋糕", "cake", "生日快乐"),
        ('Birthday card with a cake with "Hi Bo" written on it', "cake", "Hi Bo"),
        ('Poster of a cat with a sign that says "VOTE"', "sign", "VOTE"),
        ("木牌上写着欢迎回家，旁边有一只狗", "sign", "欢迎回家"),
    ],
)
def test_a_thing_has_text_on_it(prompt, kind, text):
    """Signs, cakes, cups, shops and shirts bear the text that is said to be on them."""
    plan = read(prompt)
    assert written(plan) == [(kind, text)]
    assert not plan.lettering


@pytest.mark.parametrize(
    "prompt",
    [
        "A boy saying goodbye to his dog", "小男孩在书桌前写着作业", 'A girl reading "Harry Potter" in bed',
        'A dog named "Luna" in a park', "“床前明月光”的意境", "a woman writing a letter", 'a "small" red car',
    ],
)  # fmt: skip
def test_not_all_that_is_said_or_quoted_is_lettering(prompt):
    """Speech, homework, names, titles of what is read and lines of verse are not written into the picture."""
    plan = read(prompt)
    assert not plan.lettering
    assert not written(plan)


@pytest.mark.parametrize(
    ("prompt", "lettering"),
    [
        ('a card, a rabbit, the words "Happy Easter" in gold script at the top', ("Happy Easter", "#e3b13a", "top")),
        ('poster for Paris, text "PARIS" in bold red letters', ("PARIS", "#d8322c", None)),
        ('Card with a snowman and the words "Stay warm" in red', ("Stay warm", "#d8322c", None)),
        ('a cat meme, bottom text "NOPE" in white', ("NOPE", "#f5f4f0", "bottom")),
        ('烟花，金色大字"再创辉煌"', ("再创辉煌", "#e3b13a", None)),
        ('一张贺卡，画面下方写着"感恩有你"', ("感恩有你", None, "bottom")),
    ],
)
def test_lettering_has_its_colour_and_place(prompt, lettering):
    """The colour and the place that are said of a text are its own, and colour nothing else."""
    plan = read(prompt)
    assert plan.lettering == (Lettering(*lettering),)
    assert all(thing.colour != lettering[1] for thing in plan.things)


def test_a_festival_that_is_wished_is_seen():
    """A card that says 中秋快乐 has mooncakes, as one for the festival has."""
    assert "mooncake" in [thing.kind for thing in read("贺卡，写着“中秋快乐”").things]


@pytest.mark.parametrize(
    ("prompt", "instruction", "after"),
    [
        ("A red car on a street", 'add the title "SALE" at the top', (["SALE"], [])),
        ('A sign that says "OPEN"', 'make the sign say "CLOSED"', ([], [("sign", "CLOSED")])),
        ('A sign that says "OPEN"', 'change "OPEN" to "CLOSED"', ([], [("sign", "CLOSED")])),
        ("A birthday cake", 'write "Hooray" on the cake', ([], [("cake", "Hooray")])),
        ("一块写着“开业”的牌子", "把“开业”改成“歇业”", ([], [("sign", "歇业")])),
        ("海边日落海报，标题是“夏日漫游”", "把标题改成“秋日漫游”", (["秋日漫游"], [])),
        ("海边日落海报，标题是“夏日漫游”", "去掉文字", ([], [])),
        ('A sign that says "OPEN"', "remove the text", ([], [])),
        ("一只猫坐在草地上", "在画面上方写上“早安”两个字", (["早安"], [])),
    ],
)
def test_lettering_is_edited(prompt, instruction, after):
    """Texts are added, replaced and taken away, on the picture and on its things; all else stays."""
    before = read(prompt)
    plan = apply_changes(before, instruct(instruction))
    assert (titles(plan), written(plan)) == after
    assert [(thing.kind, thing.count) for thing in plan.things] == [(t.kind, t.count) for t in before.things]


def test_text_changes_its_colour_and_the_rest_is_done_too():
    """`make the text red and add a bird` does both."""
    plan = apply_changes(read('Poster of a mountain, text "EXPLORE"'), instruct("make the text red and add a bird"))
    assert plan.lettering == (Lettering("EXPLORE", "#d8322c"),)
    assert [thing.kind for thing in plan.things] == ["bird"]


@pytest.mark.parametrize(
    "prompt", ['A sign that says "OPEN"', "一块写着“开业”的牌子", 'a poster of a cat, text "MEOW"']
)
def test_what_is_told_again_is_read_again(prompt):
    """A plan's title and its longer prompt say its lettering so that the reader finds it in them."""
    plan = read(prompt)
    for told in (plan.title, rewrite(plan)):
        again = read(told)
        assert (titles(again), written(again)) == (titles(plan), written(plan))


@pytest.mark.parametrize(
    "prompt", ["毛笔书法“厚德载物”", "一幅书法作品“厚德载物”", 'Chinese calligraphy of "厚德载物"']
)
def test_calligraphy_is_written_with_a_brush(prompt):
    """Where nothing else is told of, it is on bare paper."""
    plan = read(prompt)
    assert plan.lettering == (Lettering("厚德载物", brush=True),)
    assert (plan.things, plan.setting) == ((), "plain")


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [
        ('A white t-shirt with the text "NY" on a hanger', "icon:t-shirt"),
        ("复古咖啡馆招牌，写着“NY”", "sign"),
        ("春节贺卡，红灯笼，写着“NY”", None),
        ("开学季海报，文字：NY，书包", None),
        ('A license plate that reads "NY" on a red car', "car"),
        ("白色T恤上印着“NY”两个字，一个男孩穿着", "boy"),
    ],
)
def test_a_comma_parts_text_from_what_is_not_there_to_be_read(prompt, kind):
    """A sign has the text of the clause behind it; a lantern has not, and clothes have it whoever wears them."""
    plan = read(prompt)
    assert (titles(plan), written(plan)) == (([], [(kind, "NY")]) if kind else (["NY"], []))


def test_a_shop_has_its_name_and_nothing_is_told_as_missing():
    """`named` is said of the text, and of nothing that is to be painted."""
    assert read('A storefront named "Luna Bakery" on a rainy street').unpainted == ()


def test_old_shanghai_keeps_its_years_under_neon():
    """A neon sign is a thing of the street; it makes no other age."""
    plan = read("老上海街头，黄包车，霓虹灯招牌，旗袍女子")
    assert plan.style == "vintage"
    assert {"rickshaw", "neon_sign", "woman"} == {thing.kind for thing in plan.things}
