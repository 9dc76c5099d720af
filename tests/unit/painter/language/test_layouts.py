"""Which prompts ask for a laid-out picture, which only speak of one, and what is read of it."""

import pytest

from easel.engines.painter.language import apply_changes, instruct, read
from easel.engines.painter.language.layouts import kinds
from easel.engines.painter.layouts import KINDS
from easel.engines.painter.plan import FRAMED


@pytest.mark.parametrize(
    ("kind", "prompt"),
    [
        ("comic", "4-panel comic about a cat who learns to cook"),
        ("comic", "四格漫画：一只猫学做饭"),
        ("comic", "漫画：三格，第一格：猫看见鱼；第二格：猫吃鱼；第三格：猫睡觉"),
        ("manga", "manga page of a samurai in a bamboo forest"),
        ("storyboard", "Storyboard of a boy who finds a dog, 6 frames"),
        ("storyboard", "分镜图，一个忍者在屋顶上"),
        ("collage", "photo collage of a beach, a sailboat and a sunset"),
        ("before_after", "before and after of a garden"),
        ("before_after", "装修前后对比图，客厅"),
        ("triptych", "三联画：梅花、竹子、菊花"),
        ("turnaround", "character turnaround of a knight"),
        ("turnaround", "角色三视图，一个穿汉服的女孩"),
        ("mood_board", "mood board for a summer wedding"),
        ("carton", "product packaging design for green tea, minimal"),
        ("carton", "绿茶包装设计，极简"),
        ("pouch", "coffee packaging design, kraft"),
        ("tin", "soda can design, yellow"),
        ("bottle", "wine label with a moon"),
        ("shirt", "Design a T-shirt print with a fox"),
        ("mug", "white mug mockup with a mountain logo"),
        ("business_card", 'business card for a coffee shop "Bean & Co"'),
        ("magazine", "magazine cover with a woman in a red dress"),
        ("menu", "奶茶店菜单设计"),
        ("ticket", "concert ticket design"),
        ("stamp", "vintage postage stamp with a bird"),
        ("calendar", "calendar page for March with cherry blossoms"),
        ("certificate", "certificate of achievement"),
        ("app", "mobile app UI mockup of a weather app, dark mode"),
        ("app", "手机app界面设计，健身app，深色模式"),
        ("login", "login page UI for a travel app"),
        ("landing", "咖啡店官网首页设计"),
        ("shop_page", "e-commerce website design for sneakers"),
        ("dashboard", "sales analytics dashboard UI"),
        ("infographic", "Infographic about bees"),
        ("cycle", "Infographic about the water cycle with labels"),
        ("cycle", "水循环示意图"),
        ("steps", "5 steps infographic: how to make coffee"),
        ("comparison", "comparison infographic cats vs dogs"),
        ("timeline", "世界历史时间轴"),
        ("mind_map", "思维导图：时间管理"),
        ("flow_chart", "Flow chart of software development"),
        ("pie_chart", "pie chart of a monthly budget"),
        ("labelled", "labelled diagram of a sunflower"),
        ("floor_plan", "floor plan of a two-bedroom apartment"),
        ("floor_plan", "三室两厅户型图，带阳台"),
        ("land_map", "A fantasy map of an island kingdom"),
        ("treasure_map", "treasure map with a pirate ship"),
        ("town_map", "illustrated city map of a seaside town"),
        ("metro_map", "地铁线路图"),
        ("room", "isometric illustration of a small office"),
        ("plot", "等距插画，小型咖啡店"),
    ],
)
def test_a_picture_that_is_laid_out(kind: str, prompt: str):
    """Each in the way in which users ask for it."""
    layout = read(prompt).layout
    assert (layout and layout.kind) == kind


@pytest.mark.parametrize(
    "prompt",
    [
        "a woman reading a map",
        "a man holding a phone",
        "a girl drinking from a mug",
        "a comic style portrait of a man",
        "a boy reading a comic book in bed",
        "An old sailor studying a treasure map by candlelight",
        "A teacher in front of a whiteboard with a flow chart",
        "a woman taking a photo of the menu",
        "a man in a T-shirt",
        "a cat next to a calendar",
        "a storyboard artist at work",
        "a car dashboard at night, neon",
        "manga style girl with blue hair",
        "comic book style superhero over the city",
        "a businessman handing over his business card",
        "a delivery man with a package",
        "hero image for our bakery's landing page: a fresh loaf of bread",
        "an isometric castle",
        "a poster for a jazz concert",
        "她在看地图",
        "桌上放着一张名片",
        "一个男孩在看漫画",
        "墙上挂着日历",
        "他拿着证书微笑",
        "篮子里坐着一只小猫，萌宠日历用",
        "三只红色条漫狗",
    ],
)
def test_a_scene_that_only_has_one_in_it(prompt: str):
    """What is held, read, hung up, or what the picture is for, lays nothing out."""
    assert read(prompt).layout is None


def test_the_subject_is_the_title_and_what_is_quoted_before_it():
    """No word is written that the prompt does not have."""
    titles = {
        prompt: [text.text for text in read(prompt).lettering]
        for prompt in (
            "Infographic about the water cycle with labels",
            "product packaging design for green tea",
            'wine label "Château Lune"',
            "mobile app UI mockup of a weather app",
            "T-shirt design with a fox",
            "soda can design, yellow",
            "请帮我设计一个旅游app的首页界面",
            "后台管理系统界面设计，蓝色",
            "奇幻大陆地图，标题“艾尔大陆”",
        )
    }
    assert list(titles.values()) == [
        ["Water Cycle"],
        ["Green Tea"],
        ["Château Lune"],
        ["Weather"],
        [],
        ["Soda"],
        ["旅游"],
        ["后台管理系统"],
        ["艾尔大陆"],
    ]


def test_parts_are_named_in_order():
    """Lists behind a colon or a word for parts are labels; what is compared is both named and seen."""
    assert read("pie chart of a budget: Rent, Food, Travel, Savings").layout.labels == (
        "Rent", "Food", "Travel", "Savings",
    )  # fmt: skip
    assert read("水循环示意图，标注：蒸发、凝结、降水").layout.labels == ("蒸发", "凝结", "降水")
    compared = read("comparison infographic cats vs dogs")
    assert compared.layout.labels == ("Cats", "Dogs")
    assert [thing.kind for thing in compared.things] == ["cat", "dog"]
    assert read("flow chart: Start, Order, Ship, Done").things == ()


def test_panels_are_scenes_of_their_own():
    """What is told of each panel is read by itself, in the order in which it is told."""
    plan = read("四格漫画，小狗，第一格：小狗在教室；第二格：小狗在公园；第三格：小狗在床上睡觉")
    assert [part.setting for part in plan.layout.parts[:2]] == ["classroom", "park"]
    assert len(plan.layout.parts) == 3
    assert read("comic with 6 panels about a robot").layout.count == 6


def test_a_pronoun_in_a_panel_is_whom_the_story_is_about():
    """As they were called before."""
    plan = read("comic with 2 panels: panel 1: a red fox in the snow; panel 2: he sleeps; panel 3: in a cave")
    assert [thing.kind for part in plan.layout.parts for thing in part.things] == ["fox", "fox", "fox"]
    assert plan.layout.parts[1].things[0].trait("pose") == "sleeping"


def test_what_is_quoted_in_a_comic_is_said():
    """Without a word for it; and it is no title."""
    plan = read("四格漫画：一个女孩和一只猫，“早上好！”“喵”")
    assert [text.text for text in plan.lettering] == ["早上好！", "喵"]
    assert not plan.layout.titled


@pytest.mark.parametrize(
    ("prompt", "rooms"),
    [
        ("floor plan of a two-bedroom apartment", {"bedroom": 2, "living_room": 1, "kitchen": 1, "bathroom": 1}),
        ("三室两厅户型图，带阳台", {"bedroom": 3, "living_room": 1, "dining_room": 1, "balcony": 1}),
        ("floor plan of a house with 3 bedrooms, 2 bathrooms and a garage", {"bedroom": 3, "bathroom": 2, "garage": 1}),
        ("office floor plan with a meeting room", {"office": 1, "meeting_room": 1}),
    ],
)
def test_rooms_of_a_plan(prompt: str, rooms: dict[str, int]):
    """As many as are asked for, and what every home has."""
    forms = read(prompt).layout.forms
    assert {kind: forms.count(kind) for kind in rooms} == rooms


def test_a_colour_is_the_whole_things():
    """`a white mug`, `make it blue`: the pack, not what is pictured on it."""
    plan = read("blue mug mockup with a red fox")
    assert (plan.tint is not None, plan.unpainted) == (True, ())
    before = read("product packaging design for green tea")
    after = apply_changes(before, instruct("make it blue"))
    assert (after.tint is not None, after.things) == (True, before.things)


def test_a_title_is_changed():
    """The subject's name makes room for another."""
    after = apply_changes(read("fantasy map of an island kingdom"), instruct('change the title to "Avalon"'))
    assert [text.text for text in after.lettering] == ["Avalon"]


@pytest.mark.parametrize("words", ["add a treasure map", "put a wall calendar on the wall", "加一张名片"])
def test_in_an_edit_it_is_a_thing(words: str):
    """What would be a picture of its own is one more thing in the picture that there is."""
    before = read("a cat in a living room")
    after = apply_changes(before, instruct(words))
    assert (len(after.things), after.layout) == (2, None)


def test_what_has_no_place_on_the_page_is_told():
    """A floor plan shows no dragon."""
    assert "dragon" in read("floor plan of a two-bedroom apartment with a dragon").unpainted


def test_it_is_told_what_it_is():
    """In the prompt's own words, before what is in it."""
    assert read("4-panel comic about a cat").title.startswith("4-panel comic: ")
    assert read("四格漫画：一只猫").title.startswith("四格漫画：")


def test_every_kind_is_named_in_the_table_or_made_of_one():
    """Kinds of which no prompt can be are dead."""
    narrower = {"room", "plot"}
    assert set(KINDS) - narrower == {kind for kind, _ in kinds()}
    assert set(KINDS) >= FRAMED
