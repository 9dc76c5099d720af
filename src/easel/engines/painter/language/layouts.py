"""Pictures that are laid out: comics, packs, screens, diagrams, plans and maps.

`data/layouts.tsv` tells how each kind is called. It counts only where it is what the picture is to be: at the head of
a clause, not behind a preposition or a verb (`a woman reading a map`, 桌上放着名片). What names it is taken out of the
prompt, and the rest is read as the scene that its frames are filled with.
"""

import functools
import re
from dataclasses import dataclass, replace
from importlib import resources
from itertools import islice

from easel.engines.painter.language import floors
from easel.engines.painter.language.called import COLOUR
from easel.engines.painter.language.lettering import colour_of
from easel.engines.painter.language.partition import COUNTED, NUM, NUMBERS, labels_of, parts_of, without_parts
from easel.engines.painter.language.script import is_chinese
from easel.engines.painter.plan import FRAMED, Layout

#: So many places where a kind is named are looked at.
MOST_NAMED = 20
MONTHS = ("january february march april may june july august september october november december").split()
#: What stands before the name of the picture's kind in a clause where it is not the picture.
_ELSEWHERE = re.compile(
    r"\b(?:with|for|of|we|we're|i'm|he|she|they|holding|holds?|reading|reads|looking|looks?"
    r"|using|uses|at|on|in|from|behind|like|wearing|studying|carrying"
    r"|drinking|making|drawing|draws|writing|beside|near|under|over|and|by|who|whose|his|her|their|is|are|has|have"
    r"|hangs?|lies|next)\b"
    # `three red infographic dogs`, 三只红色条漫狗 are dogs.
    r"|[只匹头][^的]|[看拿读举指挂贴铺摊拍喝握捧着在上里旁用玩翻画研究]",
    re.IGNORECASE,
)
#: What follows where it is only what the picture is for, or somebody's work.
_PURPOSE = re.compile(
    r"用|要|配图|插图|封面|里|上的?(?!面)|'s\b|\s+(?:artist|designer|maker|collector|machine|factory)s?\b",
    re.IGNORECASE,
)
_ARTWORK = re.compile(r"\s+(?:artwork|art|illustration|background|photo|picture|cover)\b|背景", re.IGNORECASE)
_GOODS = frozenset(
    "carton pouch bottle tin jar shirt mug tote book business_card magazine menu ticket postcard stamp calendar"
    " certificate".split()
)
#: What may stand before it: who is asked, and the picture itself.
_ASKED = re.compile(
    r"^\s*(?:请|帮我|给我|我要|我想要|想要|麻烦|需要)+(?:画|设计|生成|做|制作|创作|来|绘制)*(?:一[张幅份个款套页本组]|一|个)?"
    r"|^\s*(?:画|设计|生成|做|制作|创作|来|绘制)+(?:一[张幅份个款套页本组]|一|个)|^\s*一[张幅份个款套页本组]"
    r"|^\s*(?:(?:please|can you|could you|i (?:want|need|would like)|i'd like|let's|help me)\s+)*"
    r"(?:(?:to )?(?:create|design|make|draw|generate|show|give|paint|produce|render|build|do|sketch|illustrate)"
    r"(?: me| us)?\s+)?(?:an? |the |some )?(?:(?:\w+ )?(?:image|picture|illustration|design|drawing|graphic|poster"
    r"|rendering|photo|mock ?up|wireframe|prototype|screenshot)s? (?:of|showing) (?:an? |the )?)?",
    re.IGNORECASE,
)
_OF = (
    r"(?:\s+(?:design|illustration|poster|image|picture|layout|infographic|diagram|drawing|concept))*"
    r"(?:\s+(?:for|of|about|on|explaining|showing|depicting|featuring|comparing|that (?:shows|explains|compares)"
    r"|illustrating|where|in which)\b(?:\s+(?:an?|the|my|our|your)\b)?)?\s*"
)
#: For whom it is: no part of it.
_AUDIENCE = re.compile(
    r"\s*\bfor (?:kids|children|beginners|students|toddlers|adults|seniors|a presentation|social media|instagram"
    r"|(?:my|our|a|the) (?:class|school|blog|classroom|team))\b",
    re.IGNORECASE,
)
#: A clause that is nothing but colours.
_SHADE = rf"(?:(?:light|dark|deep|pale|pastel|soft|navy|sky|royal|mint|bright) )?{COLOUR}"
_SHADE_HANZI = "[浅深淡亮]?[红橙黄绿蓝紫粉棕黑白灰金银青]色?"
_COLOURS = re.compile(
    rf"(?:in )?{_SHADE}(?:(?: and | & |/){_SHADE})?(?: colou?r (?:scheme|palette|theme)"
    rf"| colou?rs?| palette| theme| tones?)?"
    rf"|(?:用|以)?{_SHADE_HANZI}(?:[和与]?{_SHADE_HANZI})?的?(?:色?系|配色|主题|色?调|为主|风格)?",
    re.IGNORECASE,
)
#: Words of a design that ask for nothing to be seen by itself.
_TALK = re.compile(
    r"\b(?:with|and)\s+(?:clear |named |simple |small |cute |colou?rful |its )*(?:labels"
    r"|captions|icons?|arrows|annotations|text"
    r"|speech bubbles|legends?|charts?|graphs?|cards|buttons|furniture|statistics|dimensions|measurements)\b"
    r"|\b(?:labels?|annotated|layout|vector|white space|clean design|user[- ]friendly|top view"
    r"|from above|top[- ]down(?: view)?"
    r"|editable|template|mock ?up|isometric view|light mode|light theme|high fidelity|figma|dribbble|behance)\b"
    r"|(?:带|有|配)?(?:文字)?(?:标签|标注|图标|箭头|对话框|对话气泡|气泡|家具|尺寸)(?:说明)?|浅色模式|俯视图?|样机|排版",
    re.IGNORECASE,
)
_PRINTED = re.compile(r"(?:上面|正面)?(?:印着|印有|画着|画有|图案是|图案为)")
_DARK = re.compile(
    r"\b(?:in )?(?:dark|night) (?:mode|theme|ui)\b|(?:深色|暗色|夜间|黑暗)(?:模式|主题|风格|系)?", re.IGNORECASE
)
#: A story's `a cat who learns to cook`, 学做饭: what is seen of it is who does it.
_LEARNS = re.compile(
    r"\b(?:(?:who|that|which)\s+)?(?:(?:is|are)\s+)?(?:learn(?:s|ing)?|tr(?:y|ies|ying)|want(?:s"
    r"|ing)?|decid(?:es?|ing)|start(?:s|ing)?)"
    r"\s+(?:how\s+)?to\s+(\w+)",
    re.IGNORECASE,
)
_LEARNS_HANZI = re.compile(r"(?:正在)?(?:学习|学会|学着|学|想要|尝试|开始)(?=[做画唱跳弹游飞骑烤钓种写读])")
#: What bears the things that are named, and a sign of what is in it only where nothing is.
PACKS = frozenset("carton pouch bottle tin jar shirt mug tote business_card ticket".split())
#: Goods by what is in them.
_PACKED = (
    (re.compile(
        r"\b(?:coffee|chips|crisps|snacks?|candy|rice|flour|(?:dog|cat|pet) food|nuts|granola|beans"
        r"|cookies|jerky)\b|咖啡|薯片|零食|糖果|大米|猫粮|狗粮|宠物粮|坚果|饼干|瓜子", re.IGNORECASE), "pouch"),
    (re.compile(
        r"\b(?:wine|beer|shampoo|perfume|sauce|olive oil|whisky|sake|lotion|milk|body wash)\b|红酒|白酒"
        r"|啤酒|洗发水|酱油|橄榄油|牛奶|沐浴露", re.IGNORECASE), "bottle"),
    (re.compile(r"\b(?:soda|cola|energy drink|sparkling|lemonade|drinks?)\b|汽水|可乐|饮料|气泡水",
        re.IGNORECASE), "tin"),
    (re.compile(r"\b(?:cream|jam|honey|candle)\b|面霜|果酱|蜂蜜|蜡烛", re.IGNORECASE), "jar"),
)  # fmt: skip
#: What an infographic or a diagram really is, by its other words.
_REALLY = (
    (re.compile(r"\bcycle\b|循环|生命周期|的一生", re.IGNORECASE), "cycle"),
    (re.compile(r"\b(?:steps?|how to|process|stages|recipe|instructions)\b|步骤|流程|怎么|如何|教程|阶段",
        re.IGNORECASE), "steps"),
    (re.compile(r"\b(?:vs\.?|versus|comparison|comparing|compare|difference)\b|对比|区别|比较",
        re.IGNORECASE), "comparison"),
    (re.compile(r"\b(?:time ?line|history of)\b|时间[轴线]|历史|发展史", re.IGNORECASE), "timeline"),
    (re.compile(r"\bflow\b", re.IGNORECASE), "flow_chart"),
)  # fmt: skip
_VAGUE = re.compile(
    r"^(?:(?:an?|the|my|our|new|simple|modern|minimal(?:ist)?|beautiful|colou?rful|small|cute"
    r"|clean|sleek|professional|elegant"
    r"|creative|mobile|vintage|retro|luxury|online|full|detailed|big|educational|kids?'?"
    r"|children'?s?|premium|fictional|realistic"
    r"|flat|fun|cool)\s+)+|\s+(?:app|application|website|web ?site|site|page|company|startup|business|platform)$"
    r"|^(?:一[张幅份个款套家]|关于|为|给|的|简约|极简|现代|可爱|漂亮|手机|移动端|产品)+|(?:的|app|APP|应用|网站|软件|小程序|公司|系统|设计|图)+$",
    re.IGNORECASE,
)
#: Kinds whose name says of what: `sales dashboard`, 奶茶店菜单.
_BY_NAME = frozenset({"dashboard", "menu", "ticket", "town_map", "bottle", "tin", "jar", "pouch"})
_GENERIC = re.compile(
    r"\s*\b(?:ui|ux|design|mock ?up|interface|screen|template|card|menu|tickets?|labels?|packaging"
    r"|bottle|can|jar|bag|pouch)\b|菜单|门票|票券?|设计|模板|界面",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A prompt without what it says of a layout, that layout, and the kinds that stand for its subject."""

    rest: str
    layout: Layout
    subject: str = ""
    signs: tuple[str, ...] = ()
    dark: bool = False
    #: What single frames are told to show.
    parts: tuple[str, ...] = ()
    #: The colour of the whole, `#rrggbb`.
    colour: str | None = None


def laid_out(prompt: str) -> Asked | None:
    """What a prompt asks for that is no single scene; None where it asks for a scene."""
    found = _named(prompt)
    if found is None:
        return None
    kind, start, end = found
    words = prompt[start:end]
    before, after = prompt[:start], _AUDIENCE.sub("", prompt[end:])
    head = re.split(r"[,，.。;；:：!！\n]", before)[-1]
    kind = _really(kind, prompt)
    parts = parts_of(prompt, kind)
    labels = (
        ()
        if parts and kind != "before_after"
        else labels_of(prompt if kind == "before_after" else f"{before}{after}", kind)
    )
    subject = _subject(head, after, listed=bool(labels))
    if not subject and kind in _BY_NAME:
        subject = _GENERIC.sub("", words).strip()
    rest = _without(before, after, head)
    count = _count(prompt, kind)
    layout = Layout(kind=kind, words=words.strip(), count=count, labels=labels)
    if kind == "floor_plan":
        layout = replace(layout, **floors.rooms(prompt))
        rest = floors.without(rest)
    stands = _signs(subject, rest) if kind not in FRAMED else None
    if stands is not None and (kind not in PACKS or _is_phrase(stands[0])):
        rest = rest.replace(stands[0], " ")
    if parts:
        rest = without_parts(rest)
    # What is compared is to be seen; other parts have names alone: `Order, Ship, Done`.
    for label in labels if kind not in FRAMED | {"comparison", "venn"} else ():
        rest = re.sub(
            rf"(?:[,，、]\s*|\band\s+|\b|和){re.escape(label)}(?![\w])" if label.isascii() else re.escape(label),
            " ",
            rest,
            flags=re.IGNORECASE,
        )
    rest, colour = _coloured(told(rest)) if kind not in FRAMED else (told(rest), None)
    return Asked(rest, layout, subject, stands[1] if stands else (), is_dark(prompt), tuple(parts), colour)


def _is_phrase(words: str) -> bool:
    """Whether a subject is more than one thing that could be pictured: `dog food`, not `bees`."""
    return " " in words.strip() or is_chinese(words[:1])


def _named(prompt: str) -> tuple[str, int, int] | None:
    """The first kind that a prompt is a picture of, and where it is named."""
    found: list[tuple[int, int, int, str]] = []
    for row, (kind, pattern) in enumerate(kinds()):
        for match in islice(pattern.finditer(prompt), MOST_NAMED):
            if _is_whole(prompt, match.start(), match.end(), kind):
                found.append((match.start(), row, match.end(), kind))
                break
    if not found:
        return None
    start, _, end, kind = min(found)
    return kind, start, end


def _is_whole(prompt: str, start: int, end: int, kind: str) -> bool:
    """Whether what stands there is the picture, and not something in it or what it is for."""
    if _PURPOSE.match(prompt[end:]) or (kind in _GOODS and _ARTWORK.match(prompt[end:])):
        return False
    *earlier, clause = re.split(r"[,，.。;；:：!！\n\"“”]", prompt[:start])
    if kind in _GOODS and any(part.strip() for part in earlier):
        # What is printed on goods is told first where it is what is to be painted.
        return False
    lead = _lead(clause)
    return len(lead.split()) <= 6 and len(lead) <= 60 and _ELSEWHERE.search(lead) is None


def _lead(clause: str) -> str:
    """A clause without who is asked for what."""
    asked = _ASKED.match(clause)
    return clause[asked.end() :] if asked is not None else clause


@functools.cache
def kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The kinds of `data/layouts.tsv` and how they are called, in the order in which they are looked for."""
    rows = []
    for line in resources.files(__package__).joinpath("data", "layouts.tsv").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        kind, english, chinese = line.split("\t")
        pattern = rf"\b(?:{english})(?![\w-])|(?:{chinese})".replace("NUM", NUM)
        rows.append((kind, re.compile(pattern, re.IGNORECASE)))
    return tuple(rows)


def _really(kind: str, prompt: str) -> str:
    """A narrower kind, by what else is said."""
    rules = _PACKED if kind == "carton" else _REALLY if kind in ("infographic", "labelled") else ()
    return next((narrower for pattern, narrower in rules if pattern.search(prompt)), kind)


def _subject(head: str, after: str, *, listed: bool) -> str:
    """What it is about: behind its name, or before that. `listed`: behind a colon are its parts."""
    match = re.match(
        r"(?:\s+(?:design|illustration|poster|image|layout|infographic|diagram))*\s*[:,]?\s+(?P<h>how to [^,.;:!?\n]+)"
        r"|(?:\s+(?:design|illustration|poster|image|layout|infographic|diagram))*\s+(?:for|of|about"
        r"|on|explaining|showing|comparing"
        r"|that (?:shows|explains))\s+(?P<x>[^,.;:!?\n\"“]+?)(?=\s+(?:with|in|using|featuring"
        r"|showing|that|labell?ed|called|named|titled)\b|[,.;:!?\n\"“]|$)"
        r"|\s*:\s*(?P<c>[^,.;:!?\n\"“]+?)(?=[,.;!?\n]|$)"
        r"|\s*[:：，,]?\s*(?P<z>[\u4e00-\u9fffA-Za-z]{1,14}?)(?:的)?(?=[，。,；]|$)",
        after,
        re.IGNORECASE,
    )
    chinese = any(map(is_chinese, head + after))
    said = (match["h"] or match["x"] or (not listed and match["c"]) or "") if match else ""
    lead = COUNTED.sub("", _lead(head)).strip()
    if not said and lead:
        said = lead
    if not said and chinese and match:
        said = match["z"] or ""
    while said and (shorter := _VAGUE.sub("", said.strip())) != said:
        said = shorter
    said = said.strip()
    return "" if _COLOURS.fullmatch(said) or _VAGUE.sub("", f"{said} x") == "x" else said


def _signs(subject: str, rest: str) -> tuple[str, tuple[str, ...]] | None:
    """The words of a subject that pictures stand for, the longest that are known, and these."""
    for text in (subject, rest):
        found = [(match[0], kinds) for names, kinds in _topics() if (match := names.search(text))]
        if found:
            return max(found, key=lambda one: len(one[0]))
    return None


@functools.cache
def _topics() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    rows = []
    for line in resources.files(__package__).joinpath("data", "topics.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            kinds, english, chinese = line.split("\t")
            rows.append((re.compile(rf"\b(?:{english})\b|(?:{chinese})", re.IGNORECASE), tuple(kinds.split())))
    return tuple(rows)


def _count(prompt: str, kind: str) -> int | None:
    if kind == "calendar":
        months = [number for number, name in enumerate(MONTHS, 1) if re.search(rf"\b{name}\b", prompt, re.IGNORECASE)]
        hanzi = re.search(r"(\d{1,2}|十[一二]|[一二三四五六七八九十])月", prompt)
        return months[0] if months else min(max(_number(hanzi[1]), 1), 12) if hanzi else None
    if kind == "triptych" and re.search(r"\bdiptych\b|[双二]联画", prompt, re.IGNORECASE):
        return 2
    match = COUNTED.search(prompt)
    return _number(match["n"] or match["z"]) if match else None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS.get(word.lower(), 1)


def _without(before: str, after: str, head: str) -> str:
    """The prompt without the name of its kind, and without what only leads to it or from it."""
    lead = before[: len(before) - len(head)]
    said = _lead(head)
    behind = re.sub(rf"^{_OF}", "", after, count=1, flags=re.IGNORECASE)
    behind = re.sub(r"^\s*(?:设计|效果图|插画)?\s*[:：，,]\s*", "，" if is_chinese(after[:1] or " ") else ", ", behind)
    return f"{lead} {said.strip()}, {behind}".strip(" ,，")


def _coloured(rest: str) -> tuple[str, str | None]:
    """The rest of a prompt without a clause that is nothing but colours, and the first of them that is not white."""
    clauses = re.split(r"\s*[,，]\s*", rest)
    colours = [colour for clause in clauses if _COLOURS.fullmatch(clause.strip()) for colour in _hues(clause)]
    kept = [clause for clause in clauses if not _COLOURS.fullmatch(clause.strip())]
    lively = [colour for colour in colours if colour != "#ffffff"]
    return ", ".join(kept), next(iter((*lively, *colours)), None)


def _hues(clause: str) -> list[str]:
    words = re.split(r"\s+and\s+|\s*[&/和与]\s*|(?<=色)", clause)
    return [colour for word in words if (colour := colour_of(word)) is not None]


def is_dark(prompt: str) -> bool:
    """Whether it is asked for in a dark mode."""
    return _DARK.search(prompt) is not None


def told(rest: str) -> str:
    """The rest of the prompt as a scene is told."""
    rest = _PRINTED.sub("，", _TALK.sub(" ", _DARK.sub(" ", rest)))
    rest = COUNTED.sub(
        lambda found: "" if re.search(r"panel|step|stage|screen|part|frame|section|格|步|阶段", found[0]) else found[0],
        rest,
    )
    rest = _LEARNS.sub(lambda found: f" {_ing(found[1])}", _LEARNS_HANZI.sub("", rest))
    return re.sub(r"(?:[,，]\s*){2,}", ", ", rest).strip(" ,，的:：")


def _ing(verb: str) -> str:
    verb = verb.lower()
    return f"{verb[:-1] if verb.endswith('e') and not verb.endswith('ee') else verb}ing"
