"""Some of several things: `one of the cats`, `two of them`, 其中一只."""

import re

from easel.engines.painter.language.hints import number_in
from easel.engines.painter.language.numbering import UNITS

_ENGLISH = "one|two|three|four|five"
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
            return piece[: match.start()] + them + piece[match.end() :], number_in(match[1]) or 0
    return None
