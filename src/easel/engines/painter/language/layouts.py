"""Pictures that are laid out: comics, packs, screens, diagrams, plans and maps.

`data/layouts.tsv` tells how each kind is called. It counts only where it is what the picture is to be: at the head of
a clause, not behind a preposition or a verb (`a woman reading a map`, 桌上放着名片). What names it is taken out of the
prompt, and the rest is read as the scene that its frames are filled with.
"""

import functools
import re
from dataclasses import dataclass, replace
from importlib import resources

from easel.engines.painter.language import floors
from easel.engines.painter.language.lettering import QUOTED
from easel.engines.painter.language.script import is_chinese
from easel.engines.painter.plan import FRAMED, Layout

NUMBERS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
    "一": 1, "二": 2, "两": 2, "双": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
    "十一": 11, "十二": 12,
}  # fmt: skip
_NUM = rf"(?:\d{{1,2}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
MONTHS = ("january february march april may june july august september october november december").split()
#: What stands before the name of the picture's kind in a clause where it is not the picture.
_ELSEWHERE = re.compile(
    r"\b(?:with|holding|holds?|reading|reads|looking|looks?|using|uses|at|on|in|from|behind|like|wearing|studying|carrying"
    r"|drinking|making|drawing|draws|writing|beside|near|under|over|and|by|who|whose|his|her|their|is|are|has|have"
    r"|hangs?|lies|next)\b"
    r"|[看拿读举指挂贴铺摊拍喝握捧着在上里旁用玩翻画研究]",
    re.IGNORECASE,
)
#: What may stand before it: who is asked, and the picture itself.
_ASKED = re.compile(
    r"^\s*(?:(?:please|can you|could you|i (?:want|need|would like)|i'd like|let's|help me)\s+)*"
    r"(?:(?:to )?(?:create|design|make|draw|generate|show|give|paint|produce|render|build|do|sketch|illustrate)"
    r"(?: me| us)?\s+)?(?:an? |the |some )?(?:(?:\w+ )?(?:image|picture|illustration|design|drawing|graphic|poster"
    r"|rendering|photo|mock ?up)s? (?:of|for|showing) (?:an? |the )?)?"
    r"|^\s*(?:请|帮我|给我|我要|我想要|想要|麻烦|需要)*(?:画|设计|生成|做|制作|创作|来|绘制)?(?:一|一[张幅份个款套页本组]|个)?",
    re.IGNORECASE,
)
_OF = (
    r"(?:\s+(?:design|illustration|poster|image|picture|layout|infographic|diagram|drawing|concept))*"
    r"(?:\s+(?:for|of|about|on|explaining|showing|depicting|featuring|comparing|that (?:shows|explains|compares)"
    r"|illustrating|where|in which)\b(?:\s+(?:an?|the|my|our|your)\b)?)?\s*"
)
#: Words of a design that ask for nothing to be seen by itself.
_TALK = re.compile(
    r"\b(?:with|and)\s+(?:clear |named |simple |small |cute |colou?rful |its )*(?:labels|captions|icons?|arrows|annotations|text"
    r"|speech bubbles|legends?|charts?|graphs?|cards|buttons|furniture|statistics|dimensions|measurements)\b"
    r"|\b(?:labels|annotated|layout|vector|white space|clean design|user[- ]friendly|top view|from above|top[- ]down(?: view)?"
    r"|editable|template|mock ?up|isometric view|light mode|light theme|high fidelity|figma|dribbble|behance)\b"
    r"|(?:带|有|配)?(?:文字)?(?:标签|标注|图标|箭头|对话框|对话气泡|气泡|家具|尺寸)(?:说明)?|浅色模式|俯视图?|样机|排版",
    re.IGNORECASE,
)
_DARK = re.compile(r"\b(?:in )?(?:dark|night) (?:mode|theme|ui)\b|(?:深色|暗色|夜间|黑暗)(?:模式|主题|风格|系)?", re.IGNORECASE)
_COUNTED = re.compile(
    rf"(?P<n>{_NUM})[- ]?(?:\w+[- ])?(?:panels?|steps?|stages?|phases?|screens?|parts?|photos?|pictures?|frames?|shots?|lines?|scenes?"
    rf"|sections?|milestones?|branches|circles|bars|slices|columns)\b"
    rf"|(?P<z>[一二两三四五六七八九十]+|\d+)(?:格|宫格|个步骤|步|张|个画面|个镜头|个阶段|条线|个分支|个部分|联|屏|个界面)",
    re.IGNORECASE,
)
_ITEM = r"[^,，、;；.。:：\n]{1,28}?"
_LIST = re.compile(
    r"(?:\b(?:labell?ed|labels|steps|stages|parts|phases|sections|categories|branches|milestones|stations|rooms|columns|tabs"
    r"|showing|including|namely|comparing)\b(?:\s+(?:are|of|for|with|like|as))?\s*:?\s*"
    r"|(?:标签|步骤|阶段|标注|包括|包含|分别是|分别为|分支|站点|依次是|依次为|部分)(?:有|是|为)?\s*[:：]?\s*|[:：]\s*)"
    rf"(?P<list>{_ITEM}(?:\s*[,，、;；]\s*(?:and )?{_ITEM})+(?:\s*(?:,? and|和|以及)\s*{_ITEM})?)(?=\s*(?:[.。;；\n]|$|,\s*(?:in|with|flat|minimal|dark)\b|，(?:扁平|简约|蓝|深|极简)))",
    re.IGNORECASE,
)
_VERSUS = re.compile(
    r"(?P<a>[\w' -]{2,24}?)\s+(?:vs\.?|versus)\s+(?P<b>[\w' -]{2,24}?)(?=$|[,.;]|\s+(?:infographic|comparison|chart))"
    r"|(?P<za>[\u4e00-\u9fff]{1,8}?)(?:vs|VS|对比|和|与)(?P<zb>[\u4e00-\u9fff]{1,8}?)(?:的)?(?=对比|$|[，。]|的区别)",
    re.IGNORECASE,
)
#: What one frame shows, told by its number, or as before and after.
_PARTS = (
    re.compile(rf"\b(?:panel|frame|scene|shot|page|picture)\s*(?:{_NUM}|one)\s*[:：,-]\s*(.+?)(?=[;.,]?\s*\b(?:panel|frame|scene|shot|page|picture)\s*{_NUM}\s*[:：,-]|$)", re.IGNORECASE | re.DOTALL),
    re.compile(r"第[一二三四五六七八九十\d]+(?:格|幕|镜|张|个画面|个镜头|页)(?:是|为)?[:：，,]?\s*(.+?)(?=[；;。，,]?\s*第[一二三四五六七八九十\d]+(?:格|幕|镜|张|个|页)|$)", re.DOTALL),
    re.compile(r"(?:\bbefore\b|\bafter\b|之?前|之?后|左边|右边)(?:是|为)?\s*[:：]\s*(.+?)(?=[,;，；.。]?\s*(?:\band\s+)?(?:\bafter\b|之?后|右边)(?:是|为)?\s*[:：]|$)", re.IGNORECASE | re.DOTALL),
)  # fmt: skip
#: What a collage is of, one after the other.
_ITEMS = re.compile(r"[^,，、:：]+(?:[,，、]\s*(?:and )?[^,，、]+){2,}$", re.IGNORECASE)
_BEFORE_NAMES = (re.compile(r"\bbefore\b", re.IGNORECASE), re.compile(r"\bafter\b", re.IGNORECASE))
#: A story's `a cat who learns to cook`, 学做饭: what is seen of it is who does it.
_LEARNS = re.compile(
    r"\b(?:(?:who|that|which)\s+)?(?:(?:is|are)\s+)?(?:learn(?:s|ing)?|tr(?:y|ies|ying)|want(?:s|ing)?|decid(?:es?|ing)|start(?:s|ing)?)"
    r"\s+(?:how\s+)?to\s+(\w+)",
    re.IGNORECASE,
)
_LEARNS_HANZI = re.compile(r"(?:正在)?(?:学习|学会|学着|学|想要|尝试|开始)(?=[做画唱跳弹游飞骑烤钓种写读])")
#: Goods by what is in them.
_PACKED = (
    (re.compile(r"\b(?:coffee|chips|crisps|snacks?|candy|rice|flour|(?:dog|cat|pet) food|nuts|granola|beans|cookies|jerky)\b|咖啡|薯片|零食|糖果|大米|猫粮|狗粮|宠物粮|坚果|饼干|瓜子", re.IGNORECASE), "pouch"),
    (re.compile(r"\b(?:wine|beer|shampoo|perfume|sauce|olive oil|whisky|sake|lotion|milk|body wash)\b|红酒|白酒|啤酒|洗发水|酱油|橄榄油|牛奶|沐浴露", re.IGNORECASE), "bottle"),
    (re.compile(r"\b(?:soda|cola|energy drink|sparkling|lemonade|drinks?)\b|汽水|可乐|饮料|气泡水", re.IGNORECASE), "tin"),
    (re.compile(r"\b(?:cream|jam|honey|candle)\b|面霜|果酱|蜂蜜|蜡烛", re.IGNORECASE), "jar"),
)  # fmt: skip
#: What an infographic or a diagram really is, by its other words.
_REALLY = (
    (re.compile(r"\bcycle\b|循环|生命周期|的一生", re.IGNORECASE), "cycle"),
    (re.compile(r"\b(?:steps?|how to|process|stages|recipe|instructions)\b|步骤|流程|怎么|如何|教程|阶段", re.IGNORECASE), "steps"),
    (re.compile(r"\b(?:vs\.?|versus|comparison|comparing|compare|difference)\b|对比|区别|比较", re.IGNORECASE), "comparison"),
    (re.compile(r"\b(?:time ?line|history of)\b|时间[轴线]|历史|发展史", re.IGNORECASE), "timeline"),
    (re.compile(r"\bflow\b", re.IGNORECASE), "flow_chart"),
)  # fmt: skip
_VAGUE = re.compile(
    r"^(?:(?:an?|the|my|our|new|simple|modern|minimal(?:ist)?|beautiful|colou?rful|small|cute|clean|sleek|professional|elegant"
    r"|creative|mobile|vintage|retro|luxury|online|full|detailed|big|educational|kids?'?|children'?s?|premium|fictional|realistic"
    r"|flat|fun|cool)\s+)+|\s+(?:app|application|website|web ?site|site|page|company|startup|business|platform)$"
    r"|^(?:一[张幅份个款套家]|关于|为|给|的|简约|极简|现代|可爱|漂亮|手机|移动端|产品)+|(?:的|app|APP|应用|网站|软件|小程序|公司|系统|设计|图)+$",
    re.IGNORECASE,
)
_GENERIC = re.compile(r"\s+(?:ui|ux|design|mock ?up|interface|screen)\b", re.IGNORECASE)
_SMALL_WORDS = frozenset("a an and the of for in on to with or by from".split())


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


def laid_out(prompt: str) -> Asked | None:
    """What a prompt asks for that is no single scene; None where it asks for a scene."""
    found = _named(prompt)
    if found is None:
        return _isometric(prompt)
    kind, start, end = found
    words = prompt[start:end]
    before, after = prompt[:start], prompt[end:]
    dark = _DARK.search(prompt) is not None
    head = re.split(r"[,，.。;；:：!！\n]", before)[-1]
    subject = _subject(head, after) or (_GENERIC.sub("", words) if kind == "dashboard" else "")
    kind = _really(kind, prompt)
    parts = _parts(prompt, kind)
    labels = () if parts else _labels(f"{before}{after}", kind)
    rest = _without(before, after, head)
    count = _count(prompt, kind)
    layout = Layout(kind=kind, words=words.strip(), count=count, labels=labels)
    if kind == "floor_plan":
        layout = replace(layout, **floors.rooms(prompt))
        rest = floors.without(rest)
    stands = _signs(subject, rest) if kind not in FRAMED else None
    if stands is not None:
        rest = rest.replace(stands[0], " ")
    for pattern in (*_PARTS, _ITEMS) if parts else ():
        rest = pattern.sub(" ", rest)
    if labels and kind not in FRAMED:
        rest = _LIST.sub(" ", rest)
    return Asked(_told(rest), layout, subject, stands[1] if stands else (), dark, tuple(parts))


#: What is shown as a block of it, cut out of the world, and the form of that: rooms, then what is built.
_ISO = re.compile(r"\bisometric\b(?: (?:illustration|view|art|drawing|render(?:ing)?|3d render|scene|diorama|design))*(?: of)?|等距(?:视角|插画|图|风格)*的?|等轴测(?:图)?的?|2\.5[dD](?:风格|插画)*的?", re.IGNORECASE)
_BUILT = tuple(
    (re.compile(rf"(?:\b(?:an? |the )?(?:(?:small|tiny|cozy|cosy|modern|cute|little|home) )*(?:{english})\b)|(?:一[个间座家栋])?的?(?:小型?|温馨的?|现代)?(?:{chinese})", re.IGNORECASE), kind, form)
    for english, chinese, kind, form in (
        ("office building|skyscraper|tower|apartment building", "办公楼|大楼|高楼|摩天楼", "plot", "tower"),
        ("office|workspace|work space|study room|study", "办公室|书房|工作室", "room", "office"),
        ("bedroom", "卧室", "room", "bedroom"), ("living room|lounge|apartment", "客厅|公寓", "room", "living_room"),
        ("kitchen", "厨房", "room", "kitchen"), ("bathroom", "浴室|卫生间", "room", "bathroom"),
        ("classroom", "教室", "room", "classroom"), ("library", "图书馆", "room", "library"),
        ("café interior|cafe interior|coffee shop interior", "咖啡店内景", "room", "cafe"),
        ("shop interior|store interior|supermarket|grocery store", "超市|商店内部", "room", "shop"),
        ("coffee shop|café|cafe|restaurant|bakery", "咖啡[店馆厅]|餐厅|面包店", "plot", "cafe"),
        ("shop|store|boutique|bookstore", "商店|小店|书店|便利店", "plot", "shop"),
        ("house|cottage|home|villa|cabin", "房子|小屋|住宅|别墅|木屋", "plot", "house"),
        ("city|city block|downtown|cityscape", "城市|街区", "plot", "city"), ("village|town", "村庄|小镇|村子", "plot", "village"),
        ("room", "房间", "room", "living_room"),
    )
)  # fmt: skip


def _isometric(prompt: str) -> Asked | None:
    """A room or a building that is asked for as one sees blocks from a corner."""
    view = _ISO.search(prompt)
    if view is None:
        return None
    for built, kind, form in _BUILT:
        if match := built.search(prompt):
            spans = sorted([view.span(), match.span()])
            rest = f"{prompt[: spans[0][0]]} {prompt[spans[0][1] : spans[1][0]]} {prompt[spans[1][1] :]}"
            words = " ".join([view[0].strip(), match[0].strip()]) if prompt.isascii() else view[0] + match[0]
            return Asked(_told(rest), Layout(kind=kind, words=words, forms=(form,)), dark=_DARK.search(prompt) is not None)
    return None


def _named(prompt: str) -> tuple[str, int, int] | None:
    """The first kind that a prompt is a picture of, and where it is named."""
    found: list[tuple[int, int, int, str]] = []
    for row, (kind, pattern) in enumerate(_kinds()):
        for match in pattern.finditer(prompt):
            if _is_whole(prompt, match.start()):
                found.append((match.start(), row, match.end(), kind))
                break
    if not found:
        return None
    start, _, end, kind = min(found)
    return kind, start, end


def _is_whole(prompt: str, start: int) -> bool:
    """Whether what begins there is the picture, and not something in it."""
    clause = re.split(r"[,，.。;；:：!！\n\"“”]", prompt[:start])[-1]
    lead = clause[_ASKED.match(clause).end() :] if _ASKED.match(clause) else clause  # type: ignore[union-attr]
    return len(lead.split()) <= 6 and len(lead) <= 60 and _ELSEWHERE.search(lead) is None


@functools.cache
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = []
    for line in resources.files(__package__).joinpath("data", "layouts.tsv").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        kind, english, chinese = line.split("\t")
        pattern = rf"\b(?:{english})(?![\w-])|(?:{chinese})".replace("NUM", _NUM)
        rows.append((kind, re.compile(pattern, re.IGNORECASE)))
    return tuple(rows)


def _really(kind: str, prompt: str) -> str:
    """A narrower kind, by what else is said."""
    rules = _PACKED if kind == "carton" else _REALLY if kind in ("infographic", "labelled") else ()
    return next((narrower for pattern, narrower in rules if pattern.search(prompt)), kind)


def _subject(head: str, after: str) -> str:
    """What it is about: behind its name, or before that."""
    match = re.match(
        r"(?:\s+(?:design|illustration|poster|image|layout|infographic|diagram))*\s*[:,]?\s+(?P<h>how to [^,.;:!?\n]+)"
        r"|(?:\s+(?:design|illustration|poster|image|layout|infographic|diagram))*\s+(?:for|of|about|on|explaining|showing|comparing"
        r"|that (?:shows|explains))\s+(?P<x>[^,.;:!?\n\"“]+?)(?=\s+(?:with|in|using|featuring|showing|that|labell?ed|called|named|titled)\b|[,.;:!?\n\"“]|$)"
        r"|\s*[:：，,]?\s*(?P<z>[\u4e00-\u9fffA-Za-z]{1,14}?)(?:的)?(?=[，。,；]|$)",
        after,
        re.IGNORECASE,
    )
    chinese = any(map(is_chinese, head + after))
    said = (match["h"] or match["x"] or "") if match else ""
    lead = head[_ASKED.match(head).end() :] if _ASKED.match(head) else head  # type: ignore[union-attr]
    lead = _COUNTED.sub("", lead).strip()
    if not said and lead:
        said = lead
    if not said and chinese and match:
        said = match["z"] or ""
    while said and (shorter := _VAGUE.sub("", said.strip())) != said:
        said = shorter
    return said.strip()


def _signs(subject: str, rest: str) -> tuple[str, tuple[str, ...]] | None:
    """The words of a subject that pictures stand for, and these."""
    for names, kinds in _topics():
        for text in (subject, rest):
            if match := names.search(text):
                return match[0], kinds
    return None


@functools.cache
def _topics() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    rows = []
    for line in resources.files(__package__).joinpath("data", "topics.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            kinds, english, chinese = line.split("\t")
            rows.append((re.compile(rf"\b(?:{english})\b|(?:{chinese})", re.IGNORECASE), tuple(kinds.split())))
    return tuple(rows)


def _parts(prompt: str, kind: str) -> list[str]:
    """What single frames are told to show."""
    if kind not in FRAMED:
        return []
    for pattern in _PARTS[: 3 if kind == "before_after" else 2]:
        found = [match.strip(" ,，;；.。") for match in pattern.findall(prompt)]
        if len(found) > 1:
            return found
    if kind in ("collage", "mood_board"):
        match = re.search(r"\b(?:of|with)\s+([^.;\n]+)$|[:：]\s*([^。；\n]+)$", prompt, re.IGNORECASE)
        items = re.split(r"\s*[,，、]\s*(?:and\s+)?|\s+and\s+|和", (match[1] or match[2]) if match else "")
        items = [item for item in items if item]
        return items if len(items) > 2 and all(0 < len(item) < 40 for item in items) else []
    return []


def _labels(text: str, kind: str) -> tuple[str, ...]:
    """The names of a diagram's parts."""
    if kind == "before_after":
        return tuple(match[0] for pattern in _BEFORE_NAMES if (match := pattern.search(text)))
    if kind in FRAMED or QUOTED.search(text):
        return ()
    if kind in ("comparison", "venn") and (match := _VERSUS.search(text)):
        return tuple(in_capitals(name.strip()) for name in match.groups() if name)
    match = _LIST.search(text)
    if match is None:
        return ()
    items = re.split(r"\s*[,，、;；]\s*(?:and\s+)?|\s+and\s+|和|以及", match["list"])
    return tuple(in_capitals(item.strip()) for item in items if item.strip())[:12]


def _count(prompt: str, kind: str) -> int | None:
    if kind == "calendar":
        months = [number for number, name in enumerate(MONTHS, 1) if re.search(rf"\b{name}\b", prompt, re.IGNORECASE)]
        hanzi = re.search(r"(\d{1,2}|十[一二]|[一二三四五六七八九十])月", prompt)
        return months[0] if months else min(max(_number(hanzi[1]), 1), 12) if hanzi else None
    if kind == "triptych" and re.search(r"\bdiptych\b|[双二]联画", prompt, re.IGNORECASE):
        return 2
    match = _COUNTED.search(prompt)
    return _number(match["n"] or match["z"]) if match else None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS.get(word.lower(), 1)


def _without(before: str, after: str, head: str) -> str:
    """The prompt without the name of its kind, and without what only leads to it or from it."""
    lead = before[: len(before) - len(head)]
    said = head[_ASKED.match(head).end() :] if _ASKED.match(head) else head  # type: ignore[union-attr]
    behind = re.sub(rf"^{_OF}", "", after, count=1, flags=re.IGNORECASE)
    behind = re.sub(r"^\s*(?:设计|效果图|插画)?\s*[:：，,]\s*", "，" if is_chinese(after[:1] or " ") else ", ", behind)
    return f"{lead} {said.strip()}, {behind}".strip(" ,，")


def _told(rest: str) -> str:
    """The rest of the prompt as a scene is told."""
    rest = _TALK.sub(" ", _DARK.sub(" ", rest))
    rest = _COUNTED.sub(lambda found: "" if re.search(r"panel|step|stage|screen|part|frame|section|格|步|阶段", found[0]) else found[0], rest)
    rest = _LEARNS.sub(lambda found: f" {_ing(found[1])}", _LEARNS_HANZI.sub("", rest))
    return re.sub(r"(?:[,，]\s*){2,}", ", ", rest).strip(" ,，的:：")


def _ing(verb: str) -> str:
    verb = verb.lower()
    return f"{verb[:-1] if verb.endswith('e') and not verb.endswith('ee') else verb}ing"


def in_capitals(words: str) -> str:
    """As headlines are written."""
    said = words.split()
    return " ".join(
        word if (number and word in _SMALL_WORDS) or word[:1].isupper() else word[:1].upper() + word[1:]
        for number, word in enumerate(said)
    )
