"""What fills the frames of a laid-out picture: the plan of the rest of its prompt, made to suit them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from easel.engines.painter.language.layouts import MONTHS, PACKS, Asked
from easel.engines.painter.language.lettering import colour_of
from easel.engines.painter.language.marks import trade_in
from easel.engines.painter.language.partition import in_capitals
from easel.engines.painter.language.script import is_chinese
from easel.engines.painter.language.sheets import signs
from easel.engines.painter.plan import FRAMED, Layout, Lettering, ScenePlan, Thing
from easel.engines.painter.sprites import get

_TITLED = re.compile(
    r"\b(?:title|titled|called|named|headline|heading|entitled)\b|标题|名为|叫做?|题为|主题", re.IGNORECASE
)
#: Where what is done in a story is done.
WHERE = ((re.compile(r"\b(?:cook|bak|chef)\w*\b|做饭|烹饪|做菜|烤蛋糕|烘焙|下厨", re.IGNORECASE), "kitchen"),)

#: Scenes that are built in a manner of their own.
BLOCKS = frozenset({"room", "plot"})
_PANELS = frozenset({"comic", "manga", "storyboard", "turnaround"})
#: Kinds whose subject is their title where nothing else is.
_NAMED = frozenset(
    "carton pouch bottle tin jar menu ticket certificate app login landing shop_page dashboard infographic cycle steps"
    " comparison timeline mind_map flow_chart bar_chart line_chart"
    " pie_chart venn org_chart labelled floor_plan land_map"
    " treasure_map town_map metro_map calendar business_card".split()
)
_FLAT = frozenset({"flat_vector", "digital", "cinematic", "photo"})
#: Papers that packs are made of.
_KRAFT, KRAFT = re.compile(r"\bkraft\b|牛皮纸", re.IGNORECASE), "#c59b6d"


def framed(plan: ScenePlan, asked: Asked, prompt: str, parts: Iterator[ScenePlan]) -> ScenePlan:
    """The plan of the rest of a prompt as what fills its layout's frames."""
    layout = replace(asked.layout, parts=_recalled(tuple(parts), plan, asked.layout.kind))
    plan = _dressed(plan, layout.kind, dark=asked.dark)
    if layout.kind not in FRAMED:
        plan = _as_signs(plan, asked)
    elif plan.setting is None:
        place = next((place for pattern, place in WHERE if pattern.search(prompt)), None)
        plan = replace(plan, setting=place)
    if layout.kind not in FRAMED - BLOCKS:
        plan = _in_colour(replace(plan, tint=asked.colour or plan.tint), prompt)
    title = _title(plan, asked)
    cue = _TITLED.search(prompt) is not None and bool(plan.lettering)
    titled = (
        bool(title) or cue or (bool(plan.lettering) and layout.kind not in _PANELS and not _are_labels(plan, layout))
    )
    lettering = (*([Lettering(title)] if title else []), *plan.lettering)
    layout = replace(layout, titled=titled)
    seen = " ".join([*(text.text for text in lettering), *layout.labels, layout.words, *layout.forms]).lower()
    unpainted = tuple(words for words in plan.unpainted if words.lower() not in seen and not _JARGON.fullmatch(words))
    unpainted += tuple(
        thing.words for thing in plan.things[SHOWN.get(layout.kind, MOST) :] if thing.words != asked.subject
    )
    return replace(plan, prompt=prompt, layout=layout, lettering=lettering, unpainted=unpainted)


#: Words for those of whom was told before.
_PRONOUNS = frozenset({"he", "she", "it", "they", "him", "her", "他", "她", "它", "他们", "她们"})


def _recalled(parts: tuple[ScenePlan, ...], plan: ScenePlan, kind: str) -> tuple[ScenePlan, ...]:
    """The scenes of the parts with those for whom a pronoun stands: `panel 2: he eats breakfast`."""
    told = [thing for one in (plan, *parts) for thing in one.things if get(thing.kind).group in ("person", "animal")]
    hero = next((thing for thing in told if thing.words.lower() not in _PRONOUNS), None)
    if hero is None:
        return parts
    looks = frozenset(trait for trait in hero.traits if not trait.startswith("pose:"))
    hero = replace(hero, relations=(), traits=looks)
    return tuple(
        replace(
            part,
            things=tuple(
                replace(hero, traits=looks | thing.traits, relations=thing.relations)
                if thing.words.lower() in _PRONOUNS
                else thing
                for thing in part.things
            )
            or ((hero,) if kind in _PANELS else ()),
        )
        for part in parts
    )


#: How many of the things that are named have a place on pages of a kind.
SHOWN = {
    "floor_plan": 0, "metro_map": 0, "certificate": 1, "login": 1, "business_card": 1, "labelled": 1, "ticket": 2,
    "turnaround": 1, "comparison": 4, "venn": 3,
}  # fmt: skip
MOST = 6


def _in_colour(plan: ScenePlan, prompt: str) -> ScenePlan:
    """The plan with the colour that is named of the whole: `a white mug`, `in blue and white`."""
    if plan.tint is not None:
        return plan
    named = [(words, colour_of(words)) for words in plan.unpainted]
    colours = [colour for _, colour in named if colour]
    tint = next((colour for colour in colours if colour != "#ffffff"), next(iter(colours), None))
    if tint is None and _KRAFT.search(prompt):
        tint = KRAFT
    kept = tuple(
        words for words, colour in named if not colour and not (tint == KRAFT and words in ("kraft", "paper", "牛皮纸"))
    )
    return replace(plan, tint=tint, unpainted=kept) if tint else plan


#: Words of these trades that ask for nothing by themselves.
_JARGON = re.compile(
    r"apps?|ui|ux|mode|mobile|design|labels?|page|website|screen|vector|interface|template|steps?"
    r"|business|online|product|style"
    r"|shop|store|web|for|about|how|what|map|plan|chart|diagram|panels?|views?|front|side|back|flat|theme|home|clean|data|charts"
    r"|labell?ed|wireframe|fictional|imaginary|fantasy"
    r"|模式|界面|设计|页面|手机|产品|品牌|图|款|正面|侧面|背面|示意|简洁|风",
    re.IGNORECASE,
)


def _are_labels(plan: ScenePlan, layout: Layout) -> bool:
    """Whether several quoted texts are parts' names rather than a title and its lines."""
    diagrams = ("infographic", "cycle", "steps", "comparison", "timeline", "mind_map", "flow_chart", "bar_chart",
                "line_chart", "pie_chart", "venn", "labelled", "before_after", "org_chart")  # fmt: skip
    return layout.kind in diagrams and len(plan.lettering) > 1


def _title(plan: ScenePlan, asked: Asked) -> str:
    """The subject as a title, where no other is given."""
    layout = asked.layout
    if layout.kind not in _NAMED or (plan.lettering and not _are_labels(plan, layout)):
        return ""
    if layout.kind == "calendar":
        return _month(layout.count, chinese=any(map(is_chinese, plan.prompt)))
    subject = asked.subject
    if not subject or len(subject.split()) > 5 or len(subject) > (40 if subject.isascii() else 12):
        return ""
    return in_capitals(subject)


def _month(number: int | None, *, chinese: bool) -> str:
    if number is None:
        return ""
    return f"{number}月" if chinese else MONTHS[number - 1].title()


def _dressed(plan: ScenePlan, kind: str, *, dark: bool) -> ScenePlan:
    """The plan in the style that its kind of picture usually has."""
    style, mood = plan.style, plan.mood
    if kind not in FRAMED - BLOCKS and style in _FLAT:
        style = "none"
    if kind in ("comic", "manga") and style == "none":
        style = "comic"
    if kind == "manga" and mood == "neutral":
        mood = "monochrome"
    if kind == "storyboard" and style == "none":
        style = "pencil"
    return replace(plan, style=style, mood="dark" if dark else mood)


def _as_signs(plan: ScenePlan, asked: Asked) -> ScenePlan:
    """The plan with pictures of its subject in the place of scenery: the topic's, those that are named, the trade's."""
    setting = plan.setting
    if asked.layout.kind in ("land_map", "treasure_map"):
        # It has mountains, woods and a coast of its own.
        return plan
    plan = replace(signs(replace(plan, setting="sheet")), setting=setting)
    if asked.signs and plan.things and asked.layout.kind in PACKS:
        return plan
    if asked.signs:
        named = {thing.kind for thing in plan.things}
        kinds = asked.signs[:1] if asked.layout.kind in PACKS else asked.signs
        more = tuple(Thing(kind=kind, words=asked.subject) for kind in kinds if kind not in named)
        return replace(plan, things=(*plan.things, *more))
    if not plan.things and (trade := trade_in(asked.subject or plan.prompt)) is not None:
        return replace(plan, things=(Thing(kind=trade.kind, words=asked.subject),))
    return plan
