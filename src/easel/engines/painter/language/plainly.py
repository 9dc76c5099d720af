"""Short wishes put plainly: `less dark` is brighter, `zoom out` is a wide shot, 往右挪一点 goes to the right."""

import re

_ABOUT = r"(?:一?[点些]|一下)?"
_SO = r"(?:less|not (?:so|as|that|too))"
#: What a clause is, as a whole or in part, and what it says in plain words.
_PLAINLY = (
    (re.compile(rf"\b{_SO} (?:dark|gloomy)\b"), "brighter"),
    (re.compile(rf"\b{_SO} bright\b"), "darker"),
    (re.compile(rf"\b{_SO} (?:big|large|huge)\b"), "small"),
    (re.compile(rf"\b{_SO} (?:small|tiny|little)\b"), "big"),
    (re.compile(r"(?:别|不要|没)(?:这么|那么|太)[暗黑]"), "亮一点"),
    (re.compile(r"(?:别|不要|没)(?:这么|那么|太)亮"), "暗一点"),
    (re.compile(r"^zoom out(?: .*)?$|^(?:from )?(?:farther|further) away$"), "wide shot"),
    (re.compile(r"^zoom in(?: .*)?$|^(?:get |come |move )?closer$"), "close-up"),
    (re.compile(rf"^(?:把?镜头)?(?:拉|推|走)?近{_ABOUT}$"), "特写"),
    (re.compile(rf"^(?:把?镜头)?(?:拉|推)远{_ABOUT}$"), "远景"),
    (re.compile(r"^(?:in|to|into) the (?P<where>middle|center|centre)$"), r"put it in the \g<where>"),
    (re.compile(r"^(?:on|to) the (?P<where>left|right)$"), r"put it on the \g<where>"),
    (
        re.compile(rf"^(?P<what>.*?)(?:往|向|朝)(?P<where>[左右])边?(?:挪|移|靠|放|站|走)动?{_ABOUT}$"),
        r"\g<what>放到\g<where>边",
    ),
)  # fmt: skip


def plainly(piece: str) -> str:
    """A clause in plain words."""
    for pattern, words in _PLAINLY:
        piece = pattern.sub(words, piece)
    return piece
