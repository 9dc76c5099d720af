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


#: The one that stands on a side, and the clause without that.
_NO_PART = r"(?!side|corner|half|hand|arm|eye|leg|part|edge|of\b)"
_TO_DO = "(?:make|turn|change|paint|recolou?r|dye|give|let|dress)"
_SIDED = (
    (re.compile(rf"\bthe (?P<side>left|right)(?:most|[ -]hand)? {_NO_PART}(?=\w)"), "the "),
    (re.compile(rf"(?P<what>^{_TO_DO} the \w+) on the (?P<side>left|right) (?=\w)"), r"\g<what> "),
    (re.compile(rf"(?:^|(?<=[把将让给]))(?P<side>[左右])[边侧面]的?(?:那?一?[{UNITS}])?"
                r"(?=[^的在到]{1,5}(?:换|改|变|涂|染|刷|漆|戴|穿|披))"), ""),
)  # fmt: skip
_SIDES = {"左": "left", "右": "right"}


def side_of(piece: str) -> tuple[str, str] | None:
    """A clause about the one on a side, without the side, and `left` or `right`; None for all others."""
    for pattern, without in _SIDED:
        match = pattern.search(piece)
        if match is not None:
            told = pattern.sub(without, piece, count=1)
            wears = re.match("[^让给把将]{1,5}[戴穿披]", told)
            return f"让{told}" if wears else told, _SIDES.get(match["side"], match["side"])
    return None


def some_of(piece: str) -> tuple[str, int] | None:
    """A clause as if all were meant, and how many are; None where it does not speak of some of several."""
    for pattern, them in _SOME:
        match = pattern.search(piece)
        if match is not None:
            return piece[: match.start()] + them + piece[match.end() :], number_in(match[1]) or 0
    return None
