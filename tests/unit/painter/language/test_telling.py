"""Titles and rewritten prompts."""

import pytest

from easel.engines.painter.language import read, rewrite
from easel.engines.painter.plan import ScenePlan

PROMPTS = [
    "a red house and a blue car",
    "a girl in a red dress holding a yellow balloon, sunset",
    "an astronaut riding a horse on the moon, oil painting",
    "three tiny black cats sleeping on a blue sofa in a living room",
    "a knight riding a white horse in front of a castle, storm",
    "an old man sitting on a bench under a tree reading a book",
    "a ball between a cat and a dog",
    "a smiling young asian woman with long hair and blue eyes, portrait",
    "a cat on the left and a dog on the right",
    "a crimson moon above a lake, mountains, pixel art",
    "a corgi wearing sunglasses on the beach, watercolor",
    "a city of the future at night, neon",
    "a man seen from behind",
    "a white house with a blue roof on a hill",
    "",
    "一只可爱的橙色小猫坐在彩虹桥上,卡通风格",
    "女孩在图书馆的窗户前，看向远方",
    "穿红裙子的女孩抱着一只白猫",
    "桌子上有一只猫和两个苹果",
    "骑着白色的马的男孩，水墨画，雪",
    "猫和狗之间有一个球",
    "一个穿着白色衬衫的男人站在红色跑车旁边",
    "左边一只猫，右边一只狗",
    "日出时分的山脉景色,金色阳光,云海翻腾",
    "戴着墨镜的熊猫在竹林里吃竹子",
]


def essence(plan: ScenePlan) -> tuple:
    """Everything of a plan that a rewriting has to keep."""
    things = sorted(
        (
            t.kind,
            t.count,
            t.colour or "",
            t.size,
            t.at or (),
            sorted(t.traits),
            sorted((r.kind, plan.things[r.target].kind) for r in t.relations),
        )
        for t in plan.things
    )
    return things, plan.setting, plan.backdrops, plan.sky, plan.style, plan.season


@pytest.mark.parametrize("prompt", PROMPTS)
def test_a_rewritten_prompt_means_the_same(prompt: str):
    """Reading the rewriting gives the same things in the same scene, and no word is unknown."""
    plan = read(prompt)
    again = read(rewrite(plan))
    assert essence(plan) == essence(again)
    assert () == again.unpainted


@pytest.mark.parametrize("prompt", PROMPTS)
def test_a_rewriting_fills_the_gaps(prompt: str):
    """Hour and mood are always there afterwards, and what the prompt said of them stays."""
    plan, again = read(prompt), read(rewrite(read(prompt)))
    assert None is not again.time
    assert plan.time in (None, again.time)
    assert plan.weather in (None, again.weather)
    assert plan.mood in ("neutral", again.mood)
    assert len(rewrite(plan)) > len(plan.title)


@pytest.mark.parametrize(
    ("prompt", "title"),
    [
        ("a red house and a blue car", "A red house and a blue car."),
        ("two dogs and a unicorn", "Two dogs and a unicorn."),
        ("a girl in a red dress holding a yellow balloon", "A girl in a red dress holding a yellow balloon."),
        ("3 mice and five knives of cheese", None),
        (
            "watercolor of a lighthouse by the sea at dusk",
            "A watercolor painting of a lighthouse on the open sea, at dusk.",
        ),
        ("红色的房子和蓝色的车", "一栋红色的房子，一辆蓝色的车。"),
        ("三只小狗在草地上奔跑", "草地上，三只小狗跑着。"),
        ("一位美丽的亚洲女性，水彩", "一幅水彩画：一位亚洲女性。"),
        ("", "An open landscape."),
    ],
)
def test_titles(prompt: str, title: str | None):
    """One sentence in the prompt's language with numbers, articles and measure words."""
    assert title in (None, read(prompt).title)


def test_the_title_leaves_out_what_is_not_painted():
    """The title tells what is painted, not what was asked for."""
    assert "zorblax" not in read("a zorblax and a cat").title
    assert "car" not in read("a cat and a car", negative_prompt="car").title
