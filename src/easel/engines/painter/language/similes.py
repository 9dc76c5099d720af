"""Similes: `as red as ripe cherries`, `black as night`, 像樱桃一样红: what is only compared with is not painted."""

from collections.abc import Sequence

from easel.engines.painter.language.grammar import IN_PHRASE, is_noun, left_out, role_at, text_at
from easel.engines.painter.language.tokens import Token

#: English words that compare, behind what is compared.
AS = frozenset({"as", "like"})
#: Chinese words that open a comparison, and those that close it.
LIKE = frozenset({"像", "如", "跟", "和", "宛如", "犹如", "好像", "如同", "好似", "仿佛", "似"})
ALIKE = frozenset({"一样", "一般", "般", "似的", "那样", "那么", "这么", "一样的"})
#: What can be compared.
QUALITIES = frozenset({"colour", "size", "trait"})


def without_similes(tokens: list[Token]) -> list[Token]:
    """The tokens without what something is only as red, as big or as calm as."""
    return left_out(tokens, lambda at, _: _chinese(tokens, at) if tokens[at].chinese else _english(tokens, at))


def _english(tokens: Sequence[Token], index: int) -> int | None:
    """Where `as ripe cherries` at `index` ends, or None."""
    if tokens[index].text not in AS or role_at(tokens, index - 1) not in QUALITIES:
        return None
    said = text_at(tokens, index - 2) in ("as", "was", "is", "s")
    if tokens[index].text == "like" and not (said or _bare(tokens, index)):
        return None
    return _phrase_end(tokens, index + 1)


def _bare(tokens: Sequence[Token], index: int) -> bool:
    """Whether a colour stands behind its noun: `a rose red like blood`."""
    return tokens[index - 1].role == "colour" and index > 1 and is_noun(tokens[index - 2])


def _phrase_end(tokens: Sequence[Token], start: int) -> int | None:
    """Behind the noun, place or unknown word that a phrase from `start` on leads up to, or None."""
    for index in range(start, len(tokens)):
        role = tokens[index].role
        if is_noun(tokens[index]) or role in ("sky", "time", "weather", "unknown", "skyword", "season", "setting"):
            follows = role_at(tokens, index + 1)
            return index + 1 if follows in ("stop", "and", "rel", "be", "skip", "of") else None
        if role not in IN_PHRASE:
            return index if index > start and role == "stop" else None
    return len(tokens) if start < len(tokens) else None


def _chinese(tokens: Sequence[Token], index: int) -> int | None:
    """Where 像樱桃一样 or 得像樱桃 at `index` ends, or None."""
    if tokens[index].text not in LIKE or index + 1 >= len(tokens):
        return None
    behind = role_at(tokens, index - 1) in QUALITIES or (
        text_at(tokens, index - 1) == "得" and role_at(tokens, index - 2) in QUALITIES
    )
    for ahead in range(index + 1, min(index + 7, len(tokens))):
        if tokens[ahead].text in ALIKE:
            return ahead + 1 if role_at(tokens, ahead + 1) in QUALITIES else None
        if tokens[ahead].role == "stop":
            return ahead if behind else None
    return None
