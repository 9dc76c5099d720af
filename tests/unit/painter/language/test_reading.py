"""What single phrases mean: counts, bindings, traits, relations, scenery, negation."""

import pytest

from easel.engines.painter.language import read
from easel.engines.painter.plan import ScenePlan

RED, BLUE, WHITE, YELLOW, GREEN, BLACK = "#d8322c", "#2f6fd0", "#f5f4f0", "#f2c52e", "#3f9a4a", "#26252b"


def kinds(plan: ScenePlan) -> list[tuple[str, int, str | None]]:
    """Kind, count and colour of all things."""
    return [(thing.kind, thing.count, thing.colour) for thing in plan.things]


def ties(prompt: str) -> set[tuple[str, str, str]]:
    """All relations of a prompt as (kind, relation, kind)."""
    plan = read(prompt)
    return {(t.kind, r.kind, plan.things[r.target].kind) for t in plan.things for r in t.relations}


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("two dogs", [("dog", 2, None)]),
        ("3 cats", [("cat", 3, None)]),
        ("a dozen roses", [("rose", 12, None)]),
        ("a pair of swans", [("swan", 2, None)]),
        ("twenty one balloons", [("balloon", 21, None)]),
        ("five sheep and three mice", [("sheep", 5, None), ("mouse", 3, None)]),
        ("seven butterflies", [("butterfly", 7, None)]),
        ("wolves", [("wolf", 3, None)]),
        ("一只猫", [("cat", 1, None)]),
        ("两只狗", [("dog", 2, None)]),
        ("十二只鸟", [("bird", 12, None)]),
        ("3个苹果", [("apple", 3, None)]),
        ("二十一个气球", [("balloon", 21, None)]),
        ("一对鸳鸯", [("duck", 2, None)]),
        ("许多蝴蝶", [("butterfly", 8, None)]),
        ("九百九十九朵玫瑰", [("rose", 40, None)]),
    ],
)
def test_counts(prompt: str, expected: list):
    """Digits, words, pairs, dozens, plurals and Chinese numerals."""
    assert expected == kinds(read(prompt))


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("a red house and a blue car", [("house", 1, RED), ("car", 1, BLUE)]),
        ("红色的房子和蓝色的车", [("house", 1, RED), ("car", 1, BLUE)]),
        ("a white cat on a green sofa", [("cat", 1, WHITE), ("sofa", 1, GREEN)]),
        ("白猫黑狗", [("cat", 1, WHITE), ("dog", 1, BLACK)]),
        ("a house and a yellow tree", [("house", 1, None), ("tree", 1, YELLOW)]),
        ("three red apples and two green pears", [("apple", 3, RED), ("icon:pear", 2, GREEN)]),
        ("a car that is red", [("car", 1, RED)]),
        ("red and blue balloons", [("balloon", 2, RED), ("balloon", 2, BLUE)]),
        ("an orange cat", [("cat", 1, "#ec8a2c")]),
        ("an orange", [("orange", 1, None)]),
        ("a #12ab34 cube", [("cube", 1, "#12ab34")]),
        ("a black cat", [("cat", 1, BLACK)]),
        ("翠绿的竹子和粉红色的莲花", [("bamboo", 1, GREEN), ("lotus", 1, "#f29ab8")]),
    ],
)
def test_colours_bind_to_their_own_noun(prompt: str, expected: list):
    """A colour goes to the next noun and no further."""
    assert expected == kinds(read(prompt))


@pytest.mark.parametrize(
    ("prompt", "traits"),
    [
        ("a man in a black suit", {"garment:suit", f"garment_colour:{BLACK}"}),
        ("man wearing a white t-shirt", {"garment:t_shirt", f"garment_colour:{WHITE}"}),
        ("穿着白色衬衫的男人", {"garment:shirt", f"garment_colour:{WHITE}"}),
        ("穿红T恤的男人", {"garment:t_shirt", f"garment_colour:{RED}"}),
        ("a smiling man with short hair", {"mood:smiling", "hair:short"}),
        ("a man with red hair and a beard", {"hair_colour:#b5482a", "beard:full"}),
        ("a man with blue eyes", {f"eye_colour:{BLUE}"}),
        ("a man in red", {f"garment_colour:{RED}"}),
        ("戴着墨镜的男人", {"glasses:sunglasses"}),
        ("男人微笑着站着", {"mood:smiling", "pose:standing"}),
        ("man seen from behind", {"facing:back"}),
    ],
)
def test_traits_of_a_person(prompt: str, traits: set):
    """Clothes with their colour, hair, face, pose and side."""
    (man,) = read(prompt).things
    assert ("man", None) == (man.kind, man.colour)
    assert traits == man.traits


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("a cat to the left of a dog", {("cat", "left_of", "dog")}),
        ("一只猫在狗的左边", {("cat", "left_of", "dog")}),
        ("a cat sitting on a chair", {("cat", "on", "chair")}),
        ("椅子上的猫", {("cat", "on", "chair")}),
        ("坐在椅子上的猫", {("cat", "on", "chair")}),
        ("桌子上有一只猫和两个苹果", {("cat", "on", "table"), ("apple", "on", "table")}),
        ("On a bench there is an apple", {("apple", "on", "bench")}),
        ("a dog under a tree", {("dog", "under", "tree")}),
        ("树下的狗", {("dog", "under", "tree")}),
        ("a boy behind a fence", {("boy", "behind", "fence")}),
        ("a knight in front of a castle", {("knight", "in_front_of", "castle")}),
        ("a ball between a cat and a dog", {("sphere", "between", "cat"), ("sphere", "between", "dog")}),
        ("猫和狗之间有一个球", {("sphere", "between", "cat"), ("sphere", "between", "dog")}),
        ("an astronaut riding a horse", {("astronaut", "riding", "horse")}),
        ("骑着马的男孩", {("boy", "riding", "horse")}),
        ("男孩骑着白色的马", {("boy", "riding", "horse")}),
        ("骑着白色的马的男孩", {("boy", "riding", "horse")}),
        ("a cat wearing a wizard hat", {("cat", "wearing", "hat")}),
        ("戴着皇冠的狮子", {("lion", "wearing", "crown")}),
        ("a girl with an umbrella", {("girl", "holding", "umbrella")}),
        ("a boy with a dog", {("boy", "beside", "dog")}),
        ("女孩抱着兔子", {("girl", "holding", "rabbit")}),
        ("a woman looking at a clock", {("woman", "looking_at", "clock")}),
        ("a red ball on a blue cube beside a tree", {("sphere", "on", "cube"), ("cube", "beside", "tree")}),
        ("a girl riding a horse and holding a flag", {("girl", "riding", "horse"), ("girl", "holding", "flag")}),
        ("a cat and a dog on a table", {("cat", "on", "table"), ("dog", "on", "table")}),
        ("猫、狗和兔子在床上", {("cat", "on", "bed"), ("dog", "on", "bed"), ("rabbit", "on", "bed")}),
        ("一个男人站在红色跑车旁边", {("man", "beside", "muscle_car")}),
        ("a bear eating an apple", {("bear", "holding", "apple")}),
        ("a cat on the beach", set()),
        ("a cat under the moon", set()),
    ],
)
def test_relations(prompt: str, expected: set):
    """Who stands how to whom, in the word order of either language."""
    assert expected == ties(prompt)


@pytest.mark.parametrize("prompt", ["three apples on a wooden table", "木桌上的三个苹果"])
def test_small_things_on_a_table_are_a_still_life(prompt: str):
    """The table becomes the ground of the picture."""
    plan = read(prompt)
    assert ([("apple", 3, None)], "table_top") == (kinds(plan), plan.setting)


def test_places_in_the_frame():
    """Words for left and right without a second thing place the thing itself."""
    cat, dog = read("左边一只猫，右边一只狗").things
    assert (True, True) == (cat.at[0] < 0.5, dog.at[0] > 0.5)
    assert cat.at == read("a cat on the left").things[0].at


def test_two_poses_in_one_sentence_stay_apart():
    """Each animal keeps its own pose and size."""
    cat, dog = read("a tiny sleeping cat and a huge dog running").things
    assert ("sleeping", 0.5, "running", 1.7) == (cat.trait("pose"), cat.size, dog.trait("pose"), dog.size)


def test_the_same_noun_again_is_the_same_thing():
    """A noun with `the` does not put a second one into the picture."""
    plan = read("a girl and a dog. The girl is smiling. The dog is black.")
    assert [("girl", 1, None), ("dog", 1, BLACK)] == kinds(plan)
    assert "smiling" == plan.things[0].trait("mood")


@pytest.mark.parametrize(
    ("prompt", "field", "value"),
    [
        ("a dog on the beach", "setting", "beach"),
        ("fog over a lake", "weather", "fog"),
        ("雨夜的街道", "weather", "rain"),
        ("雨夜的街道", "time", "night"),
        ("月夜", "sky", {"moon": None}),
        ("a moonlit night", "time", "night"),
        ("a man, office background", "setting", "office"),
        ("黄山", "backdrops", ("mountains",)),
        ("a forest in autumn", "season", "autumn"),
        ("a ghost", "time", "night"),
        ("两个骷髅在跳舞", "time", "night"),
        ("a ghost on a sunny day", "time", "day"),
        ("a skeleton in a library", "time", None),
        ("极光下的小木屋", "sky", {"aurora": None}),
        ("a crimson moon", "sky", {"moon": "#a8152b"}),
        ("close-up of a rose", "camera", "close_up"),
        ("鸟瞰城市", "camera", "birds_eye"),
        ("a city in the style of Van Gogh", "style", "impasto"),
        ("studio ghibli cottage", "style", "anime"),
        ("portrait by Bill Sienkiewicz", "style", "comic"),
        ("水墨画竹林", "style", "ink_wash"),
        ("国风插画，一只仙鹤", "style", "gongbi"),
        ("gongbi painting of a peacock", "style", "gongbi"),
        ("8-bit hero", "style", "pixel_art"),
        ("窗花，一只公鸡", "style", "jianzhi"),
        ("a red paper cut of a dragon", "style", "jianzhi"),
        ("risograph print of a fox", "style", "comic"),
        ("国潮插画，一只仙鹤", "style", "flat_vector"),
        ("十字绣的小猫", "style", "pixel_art"),
        ("a pond after Seurat", "style", "pastel"),
        ("black and white photo of a train", "mood", "monochrome"),
        ("a pink sky", "tint", "#f29ab8"),
        ("蓝色调的房间", "tint", BLUE),
    ],
)
def test_scenery(prompt: str, field: str, value: object):
    """Place, hour, weather, sky, style and framing."""
    assert value == getattr(read(prompt), field)


@pytest.mark.parametrize(
    ("prompt", "negative"),
    [
        ("a street without cars", ""),
        ("a street, no cars", ""),
        ("街道，没有汽车", ""),
        ("街道，不要汽车", ""),
        ("a street with a car", "car, blurry, low quality"),
        ("街道上的汽车", "汽车，模糊"),
    ],
)
def test_what_is_excluded_is_not_painted(prompt: str, negative: str):
    """`no X`, 没有X and the negative prompt forbid a thing."""
    plan = read(prompt, negative_prompt=negative)
    assert ([], {"car"}, "street") == (kinds(plan), set(plan.excluded), plan.setting)


def test_no_people_excludes_every_kind_of_person():
    """A word for people in general forbids all of them."""
    assert {"man", "woman", "girl", "boy", "soldier"} <= read("a park, no people").excluded
    assert read("无人的街道").excluded == read("a park, no people").excluded


def test_style_argument_goes_before_the_prompt():
    """The four MiniMax names, names of styles, and OpenAI's two."""
    assert ["comic", "genki", "medieval", "watercolor"] == [
        read("油画，一只猫", style=name).style for name in ("漫画", "元气", "中世纪", "水彩")
    ]
    assert "low_poly" == read("a cat", style="low_poly").style
    assert ("none", "vivid") == (read("a cat", style="vivid").style, read("a cat", style="vivid").mood)
    assert 0.8 == read("a cat", style="漫画", style_weight=0.8).style_weight


def test_weights_and_flags_are_no_words():
    """Prompt syntax of other tools is read over."""
    plan = read("((a (red:1.3) house)), (masterpiece:1.2), <lora:detail:0.8>, f/1.8, 85mm --ar 16:9 --v 6")
    assert ([("house", 1, RED)], ()) == (kinds(plan), plan.unpainted)


@pytest.mark.parametrize(
    ("prompt", "unpainted"),
    [
        ("a cat and a zorblax", ("zorblax",)),
        ("masterpiece, best quality, ultra-detailed, 8k, of the in on", ()),
        ("查济的日落", ("查济",)),
        ("高清，细节丰富，一只非常可爱的猫", ()),
        ("the beautifully glimmering cat", ("glimmering",)),
    ],
)
def test_only_unknown_nouns_are_unpainted(prompt: str, unpainted: tuple):
    """Function words and jargon never are."""
    assert unpainted == read(prompt).unpainted


def test_traditional_characters_are_read():
    """Traditional and simplified script mean the same."""
    assert kinds(read("一隻貓騎著馬")) == kinds(read("一只猫骑着马"))


def test_full_width_letters_and_accents_are_read():
    """Width and accents make no difference."""
    assert "cafe" == read("ＣＡＦＥ").setting == read("café").setting
