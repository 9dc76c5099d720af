"""What something is not: `the fox isn't orange, it's blue`, 狐狸不是橙色的，是蓝色的."""

from collections.abc import Sequence

from easel.engines.painter.language.grammar import REACH, left_out, role_at, text_at
from easel.engines.painter.language.tokens import Token

#: What `not` is told by: `isn't` comes as two words.
DENYING = frozenset({"isn", "aren", "wasn", "weren", "not", "不", "不是", "并不", "并非", "可不"})
#: What may stand between `not` and a colour, and between the stop and the colour that is meant.
SMALL = frozenset({"skip", "be", "the", "num", "and", "no"})


def without_denials(tokens: list[Token]) -> list[Token]:
    """The tokens without a colour that is denied, where another one is told behind it."""
    return left_out(tokens, lambda index, _: _denied(tokens, index))


def _denied(tokens: Sequence[Token], index: int) -> int | None:
    """Where the clause of a denied colour ends; None where none is denied at `index`."""
    if text_at(tokens, index) not in DENYING:
        return None
    colour = _after(tokens, index + 1)
    if role_at(tokens, colour) != "colour":
        return None
    end = colour + 1
    while role_at(tokens, end) == "of" or text_at(tokens, end) in ("at all", "anymore"):
        end += 1
    if end >= len(tokens) or tokens[end].role != "stop":
        return None
    meant = _after(tokens, end + 1)
    said = any(tokens[i].role == "be" or text_at(tokens, i) in ("but", "而是") for i in range(end, meant))
    return end + 1 if said and role_at(tokens, meant) == "colour" else None


def _after(tokens: Sequence[Token], start: int) -> int:
    """The index of the first word from `start` on that says something."""
    index = start
    while index < min(start + REACH, len(tokens)) and tokens[index].role in SMALL:
        index += 1
    return index
