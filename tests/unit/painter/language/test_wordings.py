"""Set phrases are told in plain words before they are read."""

import pytest

from easel.engines.painter.language import read
from easel.engines.painter.language.wordings import reworded


@pytest.mark.parametrize(
    ("prompt", "wanted"),
    [
        ("小男孩在雪地里堆雪人", {"boy": 1, "snowman": 1}),
        ("孩子堆了两个雪人", {"snowman": 2}),
        ("一篮草莓", {"basket": 1, "strawberry": 5}),
        ("小女孩荡秋千", {"girl": 1, "swing": 1}),
        ("骑兵冲锋，旌旗飘扬", {"knight": 3, "horse": 3, "flag": 3}),
        ("a cavalry charge", {"knight": 3, "horse": 3}),
        ("a girl on horseback on the beach", {"girl": 1, "horse": 1}),
        ("three knights on horseback", {"knight": 3, "horse": 3}),
        ("a rider on a white horse", {"man": 1, "horse": 1}),
        ("a yoga class at sunrise", {"man": 2, "woman": 2}),
        ("a perfume bottle surrounded by rose petals", {"perfume": 1, "petals": 1}),
        ("口红，周围有花瓣", {"lipstick": 1, "petals": 1}),
        ("圣诞老人坐着雪橇", {"sleigh": 1}),
        ("a sleigh pulled by two reindeer", {"sleigh": 1, "deer": 2}),
        ("女巫在熬魔药", {"woman": 1, "cauldron": 1}),
        ("a wizard brewing a potion in a cauldron", {"wizard": 1, "cauldron": 1}),
        ("children's bedtime story illustration: a bear in a bed", {"bear": 1, "bed": 1}),
        ("a leather wallet, watch and sunglasses on dark wood", {"wristwatch": 1}),
        ("a red car in front of a diner", {"car": 1, "shop": 1}),
        ("一个女孩牵着一只小狗", {"girl": 1, "dog": 1}),
        ("a mouse chef baking bread", {"mouse": 1, "bread": 1}),
        ("小熊厨师在做蛋糕", {"bear": 1, "cake": 1}),
        ("机器人服务员端着披萨", {"robot": 1, "pizza": 1}),
        ("关羽骑着赤兔马，手持青龙偃月刀", {"horse": 1}),
        ("抽象几何图案，壁纸", {"triangle": 1, "cube": 1, "sphere": 1}),
        ("abstract geometric background in blue and orange", {"triangle": 3, "cube": 3, "sphere": 3}),
        ("御剑飞行的少年", {"boy": 1, "sword": 1}),
        ("外卖小哥骑着电动车", {"man": 1, "motorcycle": 1}),
        ("a bowl of rice with chopsticks", {"icon:chopsticks": 1}),
    ],
)
def test_a_set_phrase_asks_for_what_it_means(prompt: str, wanted: dict[str, int]) -> None:
    """A heap of snow is one snowman, a basketful of fruit is in its basket."""
    found = {thing.kind: thing.count for thing in read(prompt).things}

    assert wanted.items() <= found.items()


@pytest.mark.parametrize(
    ("prompt", "wanted"),
    [
        ("ufo x4, hovering", {"ufo": 4}),
        ("苹果×5", {"apple": 5}),
        ("red apples x 2, roses x3", {"apple": 2, "rose": 3}),
        ("橘猫看腻了，我要一只灰猫", {"cat": 1}),
        ("tired of red cars; give me a blue one", {"car": 1}),
        ("白马非马？不管，给我来一匹棕色的马", {"horse": 1}),
        ("趁国王不在，猴子戴着王冠", {"monkey": 1, "crown": 1}),
        ("an astronaut riding a giraffe home", {"astronaut": 1, "giraffe": 1}),
        ("a boy walks home", {"boy": 1}),
        ("riding past a home", {"house": 1}),
        ("reading nook, a blue armchair", {"bookshelf": 1, "armchair": 1}),
        ("宝塔上空烟花满天", {"pagoda": 1}),
        ("heart = green, star = purple", {"heart": 1, "star": 1}),
        ("512x512 cat", {"cat": 1}),
        ("4x perfume, evenly spaced", {"perfume": 4}),
        ("a black cat watches from the windowsill", {"cat": 1}),
        ("an owl watches the mouse", {"owl": 1, "mouse": 1}),
        ("the raccoon watches the moon", {"raccoon": 1}),
        ("双胞胎浣熊", {"raccoon": 2}),
        ("a boy flies a red kite", {"boy": 1, "kite": 1}),
        ("a fox skates happily", {"fox": 1}),
        ("the horse races on the beach", {"horse": 1}),
        ("the model trains on the shelf", {"train": 3, "bookshelf": 1}),
        ("a brown dog walking in the rain", {"dog": 1}),
        ("女孩正在堆沙子", {"girl": 1}),
        ("an old lighthouse keeper waves to a ship", {"old_man": 1, "ship": 1}),
        ("园丁在黄色小屋前给玫瑰浇水", {"man": 1, "cottage": 1, "rose": 1}),
        ("a knight shields a princess", {"knight": 1, "princess": 1}),
        ("a bedroom with a blue bed, a wooden desk with a computer", {"bed": 1, "table": 1, "computer": 1}),
        ("求画三胞胎小猪", {"pig": 3}),
        ("哥仨儿都是厨师", {"chef": 3}),
        ("五口之家", {"man": 1, "woman": 1, "boy": 2, "girl": 1}),
        ("The girl would not let go of her green balloon.", {"girl": 1, "balloon": 1}),
        ("我女儿非说兔子是紫色的", {"rabbit": 1}),
        ("a monk sitting on a bench, and no one else around", {"monk": 1, "bench": 1}),
        ("沙滩上只有一个女孩，没有其他人", {"girl": 1}),
        ("a chef proudly presents a pink cake", {"chef": 1, "cake": 1}),
        ("书是绿的，台灯是黄的，千万别弄反", {"book": 1, "lamp": 1}),
    ],
)
def test_nothing_else_is_counted(prompt: str, wanted: dict[str, int]) -> None:
    """Numbers behind, what somebody has seen enough of, who is away, ways home: just what is asked for is there."""
    assert wanted == {thing.kind: thing.count for thing in read(prompt).things}


@pytest.mark.parametrize(
    ("prompt", "tie"),
    [
        ("书架上方的墙上挂着钟", ("clock", "above", "bookshelf")),
        ("猴子把王冠戴在了自己头上", ("monkey", "wearing", "crown")),
        ("an old man fishing from a boat", ("old_man", "on", "boat")),
        ("江上一艘乌篷船，船上一位老人", ("old_man", "on", "sampan")),
        ("河边有一棵柳树，树下坐着一只猫", ("cat", "under", "willow")),
    ],
)
def test_who_is_where_is_told_in_many_ways(prompt: str, tie: tuple[str, str, str]) -> None:
    """On a wall above, on its own head, from a boat; a plain word for what was named more closely."""
    things = read(prompt).things
    assert [tie] == [(t.kind, r.kind, things[r.target].kind) for t in things for r in t.relations]


@pytest.mark.parametrize("prompt", ["wedding couple on a beach", "一对新人在海边", "a bride and groom in a garden"])
def test_a_wedding_couple_is_dressed_for_it(prompt: str) -> None:
    """One of the two is a bride with a veil."""
    assert any(thing.trait("hat") == "veil" for thing in read(prompt).things)


def test_a_stone_under_a_thing_is_its_table() -> None:
    """Perfume on marble is not made of marble."""
    things = {thing.kind: thing for thing in read("product photo of perfume on white marble").things}

    assert things["perfume"].trait("material") is None
    assert things["table"].trait("material") == "marble"


@pytest.mark.parametrize("prompt", ["a red apple", "一只猫", "a marble statue", "on a wooden table"])
def test_other_words_stay_as_they_are(prompt: str) -> None:
    """Nothing else is reworded."""
    assert reworded(prompt) == prompt


@pytest.mark.parametrize(
    ("prompt", "setting", "time"),
    [
        ("凌晨三点的办公室", "office", "night"),
        ("an office at 3 am", "office", "night"),
        ("an old man, behind him a stormy sea", "sea", None),
        ("a harbour, 6 a.m.", "harbour", "sunrise"),
        ("Warm light pools on the floor of a library", "library", None),
        ("氛围感拉满的公园长椅", "park", None),
    ],
)
def test_hours_are_times_and_light_is_no_swimming_pool(prompt: str, setting: str, time: str | None) -> None:
    """The clock's hours tell the time of day; verbs and set phrases are no places."""
    plan = read(prompt)
    assert (setting, time) == (plan.setting, plan.time)


def test_an_animals_mother_is_an_animal() -> None:
    """And her child another one."""
    assert ["elephant", "elephant"] == [thing.kind for thing in read("大象妈妈带着小象过河").things]
    assert ["hedgehog", "hedgehog"] == [thing.kind for thing in read("刺猬妈妈带着小刺猬").things]


@pytest.mark.parametrize("words", ["a grandmother knitting with a cat on her lap", "老奶奶坐在椅子上，腿上趴着一只猫"])
def test_who_is_on_a_lap_is_held(words):
    """Nobody has a cat on the head."""
    plan = read(words)
    holder = next(thing for thing in plan.things if thing.kind == "old_woman")
    assert [plan.things[tie.target].kind for tie in holder.relations if tie.kind == "holding"] == ["cat"]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("two samurai fighting under cherry blossoms", 1), ("a girl under palm trees", 2),
        ("a girl under three palm trees", 3), ("a girl beside palm trees", 5),
    ],
)  # fmt: skip
def test_trees_overhead_are_few(words, count):
    """Who is under trees without a number is under two, or under the blossoms of one, and large enough to be seen."""
    assert [thing.count for thing in read(words).things if thing.kind in ("cherry_tree", "palm")] == [count]


@pytest.mark.parametrize(
    ("prompt", "unwanted"),
    [
        ("fantasy novel cover, a crown", "book"),
        ("book cover for a mystery novel, a train", "book"),
        ("wedding invitation card, flowers", "icon:envelope"),
        ("小红书笔记封面，煎蛋和吐司", "icon:pen"),
        ("站台上，一个女孩在等车", "car"),
        ("护肤品套装，面霜", "icon:necktie"),
        ("a mouse chef baking bread", "chef"),
        ("外卖海报，一个汉堡", "icon:takeout-box"),
        ("a flower with white petals", "petals"),
        ("children's bedtime story illustration: a bear in a bed", "boy"),
        ("手绘美食插画，一笼小笼包", "icon:shallow-pan-of-food"),
        ("篮球运动员扣篮，体育馆", "icon:stadium"),
        ("an old wizard brewing a potion in a cauldron", "bottle"),
    ],
)
def test_what_a_phrase_only_speaks_of_is_no_thing(prompt: str, unwanted: str) -> None:
    """The cover of a novel has no book on it, and a flower's own petals lie nowhere."""
    assert unwanted not in {thing.kind for thing in read(prompt).things}


@pytest.mark.parametrize(
    "prompt", ["学生在教室里举手回答问题", "a boy raising his hand", "a girl with her hand raised"]
)
def test_a_raised_hand_is_up(prompt: str) -> None:
    """It is nothing that somebody holds."""
    (pupil,) = read(prompt).things

    assert ("waving", ()) == (pupil.trait("pose"), pupil.relations)


@pytest.mark.parametrize(
    "prompt", ["一叶扁舟，渔翁垂钓", "水墨山水，远山，一叶扁舟，渔翁垂钓", "an old fisherman, a rowboat"]
)
def test_a_fisher_named_with_a_boat_is_in_it_on_water(prompt: str) -> None:
    """The boat lies in no meadow."""
    plan = read(prompt)
    boat = next(index for index, thing in enumerate(plan.things) if thing.kind in ("sampan", "rowboat"))

    assert "lake" == plan.setting
    assert any(relation.target == boat for thing in plan.things for relation in thing.relations)


def test_a_gentle_smile_keeps_the_mouth_closed() -> None:
    """Unlike a laugh."""
    moods = [read(f"a woman with a {smile}").things[0].trait("mood") for smile in ("gentle smile", "big smile")]

    assert ["gentle", "smiling"] == moods


@pytest.mark.parametrize(
    ("prompt", "colour"), [("古风美女，白衣飘飘", "#f5f4f0"), ("红衣女侠站在雪山上", "#d8322c"), ("古风少年", None)]
)
def test_dress_of_old_times_is_a_robe(prompt: str, colour: str | None) -> None:
    """Not a shirt and trousers in the colour."""
    (figure,) = read(prompt).things

    assert ("hanfu", colour) == (figure.trait("garment"), figure.trait("garment_colour"))


@pytest.mark.parametrize("prompt", ["elven archer in a forest, bow and arrow", "女侠，长剑，竹林"])
def test_a_weapon_named_behind_somebody_is_in_the_hand(prompt: str) -> None:
    """It lies on no table."""
    archer, weapon = read(prompt).things

    assert [("holding", 1)] == [(relation.kind, relation.target) for relation in archer.relations]
    assert not weapon.relations


def test_a_weapon_that_lies_somewhere_is_left_there() -> None:
    """The sword is on the table."""
    knight = read("a knight, a sword on a table").things[0]

    assert () == knight.relations


def test_bats_fly() -> None:
    """However they are named."""
    assert "flying" == read("万圣节，蝙蝠").things[0].trait("pose")
