"""Whom a prompt speaks to: `Look, children!` has no children in it, and a question gets its answer.

`What do we find under the bed? A dinosaur.` and 谁躲在沙发后面？一只小狗 say who is there.
"""

from collections.abc import Sequence

from easel.engines.painter.language.grammar import is_noun, role_at, text_at
from easel.engines.painter.language.lexicon import Effect, Entry
from easel.engines.painter.language.tokens import Token

#: Those whom somebody speaks to.
LISTENERS = frozenset(
    "children kids child kid boys girls students class everybody everyone mom mum dad mommy daddy honey folks "
    "孩子们 小朋友们 小朋友 同学们 宝贝 宝宝 妈妈 爸爸 老师 大家 亲们".split()
) | {"boys and girls", "ladies and gentlemen", "my friend", "my friends"}
CALLING = frozenset({"?", "!", "？", "！"})
ASKING = frozenset({"what", "who", "what s", "who s", "guess", "谁", "什么", "啥", "猜猜", "猜"})
QUESTION = frozenset({"?", "？"})
#: Parts `under the roof` from `birds`, which are no kind of roof together.
THERE = Token("there", Entry((Effect("skip", ""),)))
#: Those that may follow a question, before its answer.
HESITATING = frozenset({"skip", "stop", "be", "unknown", "and"})


def answered(tokens: list[Token]) -> list[Token]:
    """The tokens without those who are spoken to, each question's answer in the question's own sentence."""
    return _answers(_without_listeners(tokens))


def _without_listeners(tokens: list[Token]) -> list[Token]:
    kept: list[Token] = []
    for index, token in enumerate(tokens):
        if _listens(tokens, index):
            kept.pop()
        else:
            kept.append(token)
    return kept


def _listens(tokens: Sequence[Token], index: int) -> bool:
    apart = role_at(tokens, index - 1) == "stop" and index > 0 and text_at(tokens, index - 1) not in (":", "：")
    return apart and tokens[index].text in LISTENERS and text_at(tokens, index + 1) in CALLING


def _answers(tokens: list[Token]) -> list[Token]:
    """`what is under the bed? oh. a dinosaur`: no stop parts the place from who is there."""
    start = 0
    for index, token in enumerate(tokens):
        if token.role != "stop":
            continue
        if token.text in QUESTION and _asks_where(tokens[start:index]):
            answer = index + 1
            while answer < len(tokens) and tokens[answer].role in HESITATING:
                answer += 1
            if role_at(tokens, answer) in ("num", "the", "size", "colour") or (
                answer < len(tokens) and is_noun(tokens[answer])
            ):
                return [*tokens[:index], THERE, *tokens[answer:]]
        start = index + 1
    return tokens


def _asks_where(clause: Sequence[Token]) -> bool:
    """Whether a clause asks who or what is at a place that it names."""
    asked = any(token.text in ASKING for token in clause)
    place = any(token.role in ("rel", "post") for token in clause)
    return asked and place and any(is_noun(token) or token.role == "part" for token in clause)
