"""What is usual before what is wished for: `why are all whales blue? I want a pink one`, 谁说玫瑰都是红的？来朵蓝的.

What is only said to be usual, or to be too much of, is not painted; it tells what the wish is about.
"""

from collections.abc import Sequence
from dataclasses import replace

from easel.engines.painter.language.grammar import REACH, is_noun, role_at, text_at
from easel.engines.painter.language.lexicon import Entry
from easel.engines.painter.language.tokens import Token

#: Words that a clause about what is usual begins with.
USUAL = (
    ("why", "are"), ("why", "is"), ("why", "do"), ("why", "does"), ("who", "says"), ("who", "said"), ("everyone",),
    ("everybody",), ("not", "another"), ("no", "more"), ("tired", "of"), ("sick", "of"), ("enough", "of"),
    ("fed", "up"), ("bored", "of"), ("谁说",), ("谁", "说"), ("凭", "什么"), ("凭什么",), ("为", "什么"),
    ("为什么",), ("别人家的",), ("别人家",), ("人家的",), ("大家都",), ("谁规定",),
)  # fmt: skip
#: Their first words, to pass over all others quickly.
_FIRST = frozenset(said[0] for said in USUAL)
#: Chinese words that such a clause ends with.
TOO_OFTEN = frozenset({"看腻了", "看够了", "看烦了", "太多了", "太常见了", "烂大街了", "谁都有"})
#: What follows a colour that has no noun of its own.
BARE_ENDS = frozenset({"stop", "of", "skip", "num", "rel"})


def without_usual(tokens: list[Token]) -> list[Token]:
    """The tokens without what is usual, where a colour is wished for behind it."""
    for start in range(len(tokens)):
        opens = _begins(tokens, start)
        if not opens and role_at(tokens, start - 1) != "stop":
            continue
        end = next((i for i in range(start, len(tokens)) if tokens[i].role == "stop"), len(tokens))
        if opens or text_at(tokens, end - 1) in TOO_OFTEN:
            rest = _without(tokens, start, end)
            if rest is not None:
                return rest
    return tokens


def _without(tokens: list[Token], start: int, end: int) -> list[Token] | None:
    """The tokens without the clause from `start` to `end`, its noun behind the colour wished for; None without one."""
    noun = next((token for token in tokens[start:end] if is_noun(token) and not _is_anyone(token)), None)
    wish = next((i for i in range(end, min(end + REACH, len(tokens))) if tokens[i].role == "colour"), None)
    if noun is None or wish is None:
        return None
    before, after = tokens[:start], tokens[end:]
    if any(is_noun(token) and token.entry == noun.entry for token in after):
        return [*before, *after]
    behind = _behind(tokens, wish)
    if behind is None:
        return None
    return [*before, *tokens[end:behind], replace(noun, entry=_plain(noun), plural=False), *tokens[behind:]]


def _begins(tokens: Sequence[Token], start: int) -> bool:
    return tokens[start].text in _FIRST and any(
        all(text_at(tokens, start + i) == word for i, word in enumerate(said)) for said in USUAL
    )


def _plain(noun: Token) -> Entry | None:
    """What a noun asks for without its own colour: 白天鹅 is a swan."""
    entry = noun.entry
    assert entry is not None
    return replace(entry, effects=tuple(effect for effect in entry.effects if effect.role != "colour"))


def _is_anyone(token: Token) -> bool:
    return token.text in ("人", "people")


def _behind(tokens: Sequence[Token], colour: int) -> int | None:
    """Where the noun of a colour without one is missing, or None where it has one."""
    behind = colour + 1
    while role_at(tokens, behind) == "of" or text_at(tokens, behind) in ("one", "ones"):
        behind += 1
    return behind if role_at(tokens, behind) in BARE_ENDS else None
