"""The clauses of an edit instruction: which verb, what it is done to, and what it leads to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from easel.engines.painter.language.script import plain
from easel.engines.painter.language.tokens import tokens

MAX_CHARS = 2000
#: What is wished for behind these is to be in the picture.
_WISH = re.compile(
    r"^(?:i want|i d like|i would like|i d prefer|i would prefer|i prefer|i d rather have|i would rather have"
    r"|i wish for|(?:can|could|may) (?:we|i) (?:have|see|get)|let s have|how about|what about|we need"
    r"|我?想要|我要|我希望要|最好要|希望有|想看到)\s*(?:(?:it|them|that) (?:in|as|to be) )?(?P<new>.+)"
)
_POLITE = re.compile(
    r"^(?:(?:what if|maybe|perhaps|is it possible to|would it be possible to|let us|i think|i wish|能不能|能否"
    r"|可不可以|可以|是否可以|麻烦你|希望|我希望|我想)(?=\W|[^a-z])|"
    r"please|could you|can you|would you|i want you to|i d like you to|i want|i d like|i would like"
    r"|then|and|also|now|just|kindly|next"
    r"|请你|请|麻烦|帮我|帮忙|然后|再|并且|并|同时|另外|接着|现在|(?:给|在)?(?:图片|画面|图)[中里上]?(?=[加添放去删]))\s*"
)
_ENDS = re.compile(
    r"[,，。;；!！?？\n、]|\.(?:\s|$)|\b(?:and )?then\b|然后|并且|同时|接着"
    r"|\s+and\s+(?=(?:add|put|place|remove|delete|erase|replace|change|turn|make|give|swap|convert|set|paint)\b)"
)
_TO = "|".join(
    "换成 换为 换上 换 改成 改为 改 变成 变为 变得 变 替换成 替换为 更换成 更换为 染成 涂成 调成 调整为 转换成 "
    "转换为 转成 转为 画成 设置为 设为 做成".split()
)
_AWAY = "|".join("去掉 删除 删掉 移除 去除 拿掉 擦除 擦掉 消除 移走 抹掉 清除 拿走".split())
_IN = "|".join("添加上 添加 增加 加上 加入 加 画上 放上 放入 放 插入 补上 添上 添".split())
#: Verb and pattern, the first that matches counts. `old` is what is there, `new` what is to be.
_PATTERNS = tuple(
    (verb, re.compile(pattern))
    for verb, pattern in (
        (
            "remove",
            r"(?:remove|delete|erase|take (?:away|out|off)|get rid of|eliminate|hide|no more|without|lose|drop|ditch"
            r"|scrap|i (?:don t|do not) (?:want|need|like)|we don t need) (?P<old>.+?)(?: any ?more| away)?",
        ),
        ("remove", r"take (?P<old>.+?) (?:out|away|off)(?: of .+)?"),
        ("remove", r"(?P<old>.+?)(?:不要了|不见了|没有了|没了)"),
        ("move", r"(?:把|将|让)?(?P<old>.+?)(?:挪到|搬到|移到|放到|带到|站到|移动到|换到|改到)(?P<new>.+)"),
        (
            "remove",
            r"(?P<old>.+?) (?:has to go|must go|should go|can go|should disappear|should not be there"
            r"|should vanish|should be removed|needs to go)(?: away)?",
        ),
        ("remove", rf"(?:{_AWAY}|不要|不想要|不需要|别要)(?P<old>.+)"),
        ("remove", r"(?:让|把)(?P<old>.+?)(?:消失|不见|走开|离开)[掉了吧]?"),
        ("add", r"(?:could|can|should|may|might) there (?:also )?be (?P<new>.+)"),
        ("add", r"there (?:should|must|could|can|has to|might|ought to) (?:also )?be (?P<new>.+)"),
        ("add", r"there to be (?P<new>.+)"),
        ("add", r"(?:another|one more|some more) (?P<new>.+)"),
        ("add", r"(?:再来|再画|多来|来|多画|再有|加个)(?:点|些|一些|一点)?(?P<new>.+)"),
        ("remove", rf"(?:把|将)?(?P<old>.+?)(?:都|全部|全)?(?:{_AWAY})[掉了]?"),
        ("change", r"(?:replace|swap|exchange|substitute) (?P<old>.+?) (?:with|by|for) (?P<new>.+)"),
        (
            "change",
            r"(?:change|turn|transform|convert|switch|alter|edit|set|render) (?P<old>.*?) ?"
            r"\b(?:to|into|in|as) (?P<new>.+)",
        ),
        ("change", r"(?P<old>.+?) (?:should be|should become|must be|to be|to become) (?P<new>.+)"),
        ("change", rf"(?:把|将|让|使|给)?(?P<old>.*?)(?:都|全部|全)?(?:{_TO})(?P<new>.+)"),
        ("give", r"(?:give|dress) (?P<old>(?:the|an?|his|her|my|their) \w+|him|her|it|them) (?P<new>.+)"),
        ("give", r"(?:把|给|让)(?P<old>.+?)(?P<new>(?:戴|穿|披|拿|抱|骑|系|撑|举).+)"),
        ("give", rf"给(?P<old>.+?)(?:{_IN})(?P<new>.+)"),
        ("give", r"(?:给|送)(?P<old>.+?)(?P<new>[一两二三四五几][把个顶只条束朵杯本支根张件副双盏块些点].+)"),
        ("add", r"(?:add|put|place|insert|draw|include|introduce|attach) (?P<new>.+)"),
        ("add", rf"(?P<old>.*?)(?:{_IN})(?P<new>.+)"),
        (
            "make",
            r"(?:make|turn|let|have|paint|colou?r|recolou?r|dye|restyle|repaint|set|edit|adjust|zoom) (?P<new>.+)",
        ),
        ("make", r"(?:让|使|把|将|给)(?P<new>.+)"),
        ("change", r"(?P<old>.{1,8}?)(?:应该是|最好是|应该|要|得是)(?P<new>.+)"),
    )
)  # fmt: skip
#: English verbs that also open descriptions are no instruction by themselves.
_OPENING = re.compile(
    r"(?:add|put|insert|include|remove|delete|erase|take (?:away|out|off)|get rid of|eliminate|replace|swap|change|turn"
    r"|transform|convert|switch|make|recolou?r|colou?r the|dye|dress|restyle|repaint|give|edit|adjust|set the|alter"
    r"|let (?:it|the|there)|place an?|(?:the|his|her|its) .{1,30} (?:should|must|to) be(?:come)?)\b"
    rf"|把|将.{{1,20}}(?:{_TO}|{_AWAY})|(?:{_AWAY}|不要)|.{{0,12}}(?:加|添)(?:一|个|上|入|些|点|两|三|几|[0-9])"
    r"|(?:换|改|变)(?:成|为|上|个|一)|增加|添加|让(?!我)|(?:使|给).{1,16}(?:变|戴|穿|加|换|披|拿|添|更|有)"
    rf"|.{{1,12}}(?:换成|改成|变成|改为|换为|变为|替换|染成|涂成|调成|调整|{_AWAY})"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """`verb` is add, remove, change, give, make, or empty for a clause without one; `old` and `new` may be empty."""

    verb: str
    old: str = ""
    new: str = ""


def clauses(text: str) -> Iterator[Clause]:
    """The clauses of an instruction, in order."""
    for said in _ENDS.split(plain(text[:MAX_CHARS])):
        piece = _courteous(said)
        wish = _WISH.match(re.sub(r"\s+", " ", said.strip()))
        clause = _clause(piece) if piece else None
        if clause is not None and not clause.verb and wish is not None:
            clause = Clause("want", "", wish["new"])
        if clause is not None:
            yield clause


def _courteous(piece: str) -> str:
    before = None
    while before != piece:
        before, piece = piece, _POLITE.sub("", piece.strip())
    return re.sub(r"\s+", " ", piece)


def _clause(piece: str) -> Clause:
    for verb, pattern in _PATTERNS:
        match = pattern.fullmatch(piece)
        if match is not None:
            found = match.groupdict()
            clause = Clause(verb, found.get("old") or "", found.get("new") or "")
            return _split(clause.new) if verb == "make" else clause
    return Clause("", "", piece)


def _split(rest: str) -> Clause:
    """`the dress blue`: the first noun is what is there, and what follows is to be."""
    said = tokens(rest)
    for index, token in enumerate(said):
        entry = token.entry
        noun = entry is not None and (entry.is_thing or token.role in _NOUN_ROLES) and token.role != "colour"
        if (noun or token.text in WHOLE) and index + 1 < len(said):
            cut = rest.find(token.text) + len(token.text)
            return Clause("change", rest[:cut], rest[cut:].strip())
    return Clause("change", "", rest)


_NOUN_ROLES = frozenset({"skyword", "garment", "accessory", "hairnoun", "part", "sky", "setting", "backdrop"})
#: Words for the whole picture.
WHOLE = frozenset(
    "it her him them image picture photo scene this everything style painting background "
    "图片 图像 画 画面 照片 整体 风格 它 她 他 背景 场景".split()
)


def is_instruction(text: str) -> bool:
    """Whether a text asks for a change of a given picture rather than describes a picture."""
    first = next((piece for piece in map(_courteous, _ENDS.split(plain(text[:MAX_CHARS]))) if piece), "")
    return _OPENING.match(first) is not None
