"""The parts of a laid-out picture: what single frames show, and what the parts of a diagram are called."""

import re

from easel.engines.painter.language.lettering import QUOTED
from easel.engines.painter.plan import FRAMED

NUMBERS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
    "一": 1, "二": 2, "两": 2, "双": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
    "十一": 11, "十二": 12,
}  # fmt: skip
NUM = rf"(?:\d{{1,2}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
#: How many parts are asked for.
COUNTED = re.compile(
    rf"(?P<n>{NUM})[- ]?(?:\w+[- ])?(?:panels?|steps?|stages?|phases?|screens?|parts?|photos?"
    rf"|pictures?|frames?|shots?|lines?|scenes?"
    rf"|sections?|milestones?|branches|circles|bars|slices|columns)\b"
    rf"|(?P<z>[一二两三四五六七八九十]+|\d+)(?:格|宫格|个步骤|步|张|个画面|个镜头|个阶段|条线|个分支|个部分|联|屏|个界面)",
    re.IGNORECASE,
)
#: Most parts that have names.
MOST = 12
_ITEM = r"[^,，、;；.。:：\n]{1,28}?"
_LIST = re.compile(
    r"(?:\b(?:labell?ed|labels|steps|stages|parts|phases|sections|categories|branches|milestones"
    r"|stations|rooms|columns|tabs"
    r"|showing|including|namely|comparing)\b(?:\s+(?:are|of|for|with|like|as))?\s*:?\s*"
    r"|(?:标签|步骤|阶段|标注|包括|包含|分别是|分别为|分支|站点|依次是|依次为|部分)(?:有|是|为)?\s*[:：]?\s*|[:：]\s*)"
    rf"(?P<list>{_ITEM}(?:\s*[,，、;；]\s*(?:and )?{_ITEM})+(?:\s*(?:,? and|和"
    rf"|以及)\s*{_ITEM})?)(?=\s*(?:[.。;；\n]|$|,\s*(?:in|with|flat|minimal|dark)\b|，(?:扁平|简约|蓝|深"
    rf"|极简)))",
    re.IGNORECASE,
)
_VERSUS = re.compile(
    r"(?P<a>[\w' -]{2,24}?)\s+(?:vs\.?|versus)\s+(?P<b>[\w' -]{2,24}?)(?=$|[,.;]|\s+(?:infographic|comparison|chart))"
    r"|(?P<za>[\u4e00-\u9fff]{1,8}?)(?:vs|VS|对比|和|与)(?P<zb>[\u4e00-\u9fff]{1,8}?)(?:的)?(?=对比|$|[，。]|的区别)",
    re.IGNORECASE,
)
#: What one frame shows, told by its number, or as before and after.
_PARTS = (
    re.compile(
        rf"\b(?:panel|frame|scene|shot|page|picture)\s*(?:{NUM}"
        rf"|one)\s*[:：,-]\s*(.+?)(?=[;.,]?\s*\b(?:panel|frame|scene|shot|page"
        rf"|picture)\s*{NUM}\s*[:：,-]|$)", re.IGNORECASE | re.DOTALL),
    re.compile(
        r"第[一二三四五六七八九十\d]+(?:格|幕|镜|张|个画面|个镜头|页)(?:是"
        r"|为)?[:：，,]?\s*(.+?)(?=[；;。，,]?\s*第[一二三四五六七八九十\d]+(?:格|幕|镜|张|个|页)|$)", re.DOTALL),
    re.compile(
        r"(?:\bbefore\b|\bafter\b|之?前|之?后|左边|右边)(?:是"
        r"|为)?\s*[:：]\s*(.+?)(?=[,;，；.。]?\s*(?:\band\s+)?(?:\bafter\b|之?后|右边)(?:是|为)?\s*[:：]|$)",
        re.IGNORECASE | re.DOTALL),
)  # fmt: skip
#: What a collage is of, one after the other.
_ITEMS = re.compile(r"[^,，、:：]+(?:[,，、]\s*(?:and )?[^,，、]+){2,}$", re.IGNORECASE)
_BEFORE_NAMES = (re.compile(r"\bbefore\b", re.IGNORECASE), re.compile(r"\bafter\b", re.IGNORECASE))
_SMALL_WORDS = frozenset("a an and the of for in on to with or by from".split())


def parts_of(prompt: str, kind: str) -> list[str]:
    """What single frames are told to show."""
    if kind not in FRAMED:
        return []
    for pattern in _PARTS[: 3 if kind == "before_after" else 2]:
        found = [match.strip(" ,，;；.。") for match in pattern.findall(prompt)]
        if len(found) > 1:
            return found
    if kind in ("collage", "mood_board", "triptych"):
        match = re.search(r"\b(?:of|with)\s+([^.;\n]+)$|[:：]\s*([^。；\n]+)$", prompt, re.IGNORECASE)
        items = re.split(r"\s*[,，、]\s*(?:and\s+)?|\s+and\s+|和", (match[1] or match[2]) if match else "")
        items = [item for item in items if item]
        return items if len(items) > 2 and all(0 < len(item) < 40 for item in items) else []
    return []


def labels_of(text: str, kind: str) -> tuple[str, ...]:
    """The names of a diagram's parts."""
    if kind == "before_after":
        if hanzi := re.search(r"([\u4e00-\u9fff]{0,2})前后", text):
            return f"{hanzi[1]}前", f"{hanzi[1]}后"
        return tuple(match[0].capitalize() for pattern in _BEFORE_NAMES if (match := pattern.search(text)))
    if kind in FRAMED or QUOTED.search(text):
        return ()
    if kind in ("comparison", "venn") and (match := _VERSUS.search(text)):
        return tuple(in_capitals(name.strip()) for name in match.groups() if name)
    match = _LIST.search(text)
    if match is None:
        return ()
    items = re.split(r"\s*[,，、;；]\s*(?:and\s+)?|\s+and\s+|和|以及", match["list"])
    named = [item.strip() for item in items if item.strip() and not COUNTED.search(item)]
    return tuple(map(in_capitals, named))[:MOST] if len(named) > 1 else ()


def without_parts(rest: str) -> str:
    """The prompt without what single frames are told to show."""
    for pattern in (*_PARTS, _ITEMS):
        rest = pattern.sub(" ", rest)
    return rest


def in_capitals(words: str) -> str:
    """As headlines are written."""
    said = words.split()
    return " ".join(
        word if (number and word in _SMALL_WORDS) or word[:1].isupper() else word[:1].upper() + word[1:]
        for number, word in enumerate(said)
    )
