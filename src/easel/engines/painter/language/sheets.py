"""Logos, icons, stickers, patterns: what would be sky, weather or land elsewhere is a sign on the sheet."""

from dataclasses import replace

from easel.engines.painter.language.lexicon import lexicon
from easel.engines.painter.language.script import is_chinese
from easel.engines.painter.plan import SHEETS, ScenePlan, Thing
from easel.engines.painter.sprites import get

#: What says of a mark which shape it has.
_SHAPES = frozenset({"圆形", "方形", "正方形", "circle", "square", "round"})
#: What stands for a thing of the sky, a weather or what rises behind: kind, number, English and Chinese words.
SIGNS = {
    "sun": ("emblem_sun", 1, "sun", "太阳"), "moon": ("emblem_moon", 1, "moon", "月亮"),
    "crescent": ("emblem_crescent", 1, "crescent moon", "月牙"), "stars": ("star", 3, "star", "星星"),
    "clouds": ("emblem_cloud", 1, "cloud", "云朵"), "rainbow": ("emblem_rainbow", 1, "rainbow", "彩虹"),
    "lightning": ("icon:high-voltage", 1, "lightning bolt", "闪电"), "meteors": ("icon:comet", 1, "comet", "彗星"),
    "earth": ("icon:globe-showing-americas", 1, "globe", "地球"),
    "planets": ("icon:ringed-planet", 1, "planet", "行星"),
    "rain": ("emblem_rain", 1, "rain cloud", "雨云"), "snow": ("icon:snowflake", 1, "snowflake", "雪花"),
    "cloudy": ("emblem_cloud", 1, "cloud", "云朵"), "storm": ("icon:high-voltage", 1, "lightning bolt", "闪电"),
    "mountains": ("emblem_mountain", 1, "mountain", "山"), "snow_mountains": ("emblem_mountain", 1, "mountain", "雪山"),
    "hills": ("emblem_mountain", 1, "hill", "山"),
}  # fmt: skip


def signs(plan: ScenePlan) -> ScenePlan:
    """The plan of a sheet with signs in the place of what only a landscape has; any other plan as it is.

    What has no sign, such as fog, stays in the plan and is not seen.
    """
    bare = plan.setting == "plain" and not plan.things and bool(plan.sky or plan.weather in SIGNS)
    if plan.setting not in SHEETS and not bare:
        return plan
    chinese = any(map(is_chinese, plan.prompt))
    wanted = [*plan.sky.items(), *((name, None) for name in (plan.weather, *plan.backdrops) if name)]
    made = {
        kind: Thing(kind=kind, words=local if chinese else word, count=count, colour=colour)
        for (kind, count, word, local), colour in ((SIGNS[name], colour) for name, colour in wanted if name in SIGNS)
        if all(thing.kind != kind for thing in plan.things)
    }
    marks = (*_of_fruit(plan), *made.values())
    return replace(
        plan,
        things=_coloured(tuple(mark for mark in marks if mark.words not in _SHAPES or len(marks) == 1)),
        setting="sheet" if bare else plan.setting,
        sky={name: colour for name, colour in plan.sky.items() if name not in SIGNS},
        weather=None if plan.weather in SIGNS else plan.weather,
        backdrops=tuple(name for name in plan.backdrops if name not in SIGNS),
        unpainted=tuple(words for words in plan.unpainted if not _is_plain(words)),
    )


#: What fruit is shown by where none is named.
FRUIT = (
    ("apple", "apple", "苹果"), ("banana", "banana", "香蕉"), ("orange", "orange", "橙子"),
    ("strawberry", "strawberry", "草莓"), ("watermelon", "watermelon", "西瓜"), ("icon:grapes", "grapes", "葡萄"),
)  # fmt: skip


def _of_fruit(plan: ScenePlan) -> tuple[Thing, ...]:
    """The plan's things; of a sheet, fruit is several kinds of it, or those that are named, and no bowl."""
    bowls = [
        thing for thing in plan.things if thing.kind == "fruit_bowl" and thing.words in ("fruit", "fruits", "水果")
    ]
    if not bowls:
        return plan.things
    others = tuple(thing for thing in plan.things if thing not in bowls)
    if any(get(thing.kind).group == "food" for thing in others):
        return others
    chinese = any(map(is_chinese, plan.prompt))
    return (*others, *(Thing(kind=kind, words=local if chinese else word) for kind, word, local in FRUIT))


def _is_plain(words: str) -> bool:
    """`on a white background` is what a sheet is."""
    entry = lexicon().forms.get(words)
    return entry is not None and entry.value("setting") == "plain"


def _coloured(things: tuple[Thing, ...]) -> tuple[Thing, ...]:
    """`a fox head, orange, white background`: of a mark, orange is the colour and not the fruit."""
    if [thing.words for thing in things[1:]] == ["orange"] and things[0].colour is None:
        return (replace(things[0], colour="#ec8a2c"),)
    return things
