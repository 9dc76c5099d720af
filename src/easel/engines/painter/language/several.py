"""Some of several things: `one of the cats`, `two of them`, 其中一只."""

import re

from easel.engines.painter.language.numbering import UNITS

_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5}
_ENGLISH = "|".join(word for word in _NUMBERS if word.isascii())
_CHINESE = f"([一两二三四五])[{UNITS}]"
#: What says that some are meant, and what stands for them where they are not named beside it.
_SOME = (
    (re.compile(rf"\b({_ENGLISH}) of (?:the|those|these) (?=\w)"), "the "),
    (re.compile(rf"\b({_ENGLISH}) of (?:them|those|these)\b"), "it"),
    (re.compile(rf"其中的?{_CHINESE}(?:的?(?=[换改变要应戴穿拿涂染刷漆])|$)"), "它"),
    (re.compile(rf"其中的?{_CHINESE}的?"), ""),
    (re.compile(rf"(?<=[把将让]){_CHINESE}(?=[^的]+?[换改变涂染刷漆])"), ""),
)


def some_of(piece: str) -> tuple[str, int] | None:
    """A clause as if all were meant, and how many are; None where it does not speak of some of several."""
    for pattern, them in _SOME:
        match = pattern.search(piece)
        if match is not None:
            return piece[: match.start()] + them + piece[match.end() :], _NUMBERS[match[1]]
    return None
