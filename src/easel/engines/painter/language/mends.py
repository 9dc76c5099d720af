"""Second thoughts: `three geese… no wait, make it four ducks` asks for the ducks, 画三只，不对，四只鸭子 for four."""

from collections.abc import Sequence
from dataclasses import replace

from easel.engines.painter.language import grammar
from easel.engines.painter.language.tokens import Token

#: Markers that are ordinary words unless a stop stands before them.
WEAK = frozenset(
    {"no", "wait", "better", "sorry", "actually", "rather", "不", "make it", "改成", "改画", "换成", "还是"}
)
#: What goes with a noun that is taken back.
WITH_NOUN = grammar.BEFORE_NOUNS | {"the", "mend", "stop", "be"}
#: What may stand between a marker and what is meant instead.
BEFORE_MEANT = frozenset({"stop", "be", "the", "mend", "and", "rel", "at"}) | grammar.BEFORE_NOUNS
PLACING = frozenset({"rel", "at"})
#: A question is taken back as a whole: `a cat and a dog? No, two dogs`.
ASKING = frozenset({"?", "？"})
ONLY = frozenset({"just", "only", "只", "就", "只要", "只有"})

#: Words that tell of a wish that somebody had, and words that turn to the one that is meant.
ONCE_WISHED = (
    ("本来",), ("原本",), ("原来", "想"), ("一开始", "想"), ("起初", "想"), ("originally",), ("at", "first"),
    ("i", "was", "going", "to"), ("i", "was", "gonna"), ("i", "almost"), ("i", "wanted"), ("we", "wanted"),
    ("i", "thought", "about"), ("i", "thought", "of"),
)  # fmt: skip
BUT = frozenset(
    "but however though instead then 但 但是 可 可是 不过 后来 想想 想想还是 还是 还是画 还是要 还是来 结果 现在 "
    "最后 又 就".split()
)


def without_first_wishes(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without a wish that gave way to another: `I wanted a red bag, but …`, 本来想要猫，后来…."""
    for start in range(len(tokens)):
        begins = start == 0 or tokens[start - 1].role == "stop" or tokens[start - 1].text == "and"
        if begins and _wished_once(tokens, start):
            turn = next((i for i in range(start + 1, len(tokens)) if _turns(tokens, i)), None)
            noun = next((t for t in tokens[start:turn] if grammar.is_noun(t)), None)
            if turn is not None and noun is not None:
                return [*tokens[:start], *_instead_of(noun, tokens[turn + 1 :])]
    return list(tokens)


def _wished_once(tokens: Sequence[Token], start: int) -> bool:
    return any(all(grammar.text_at(tokens, start + i) == word for i, word in enumerate(said)) for said in ONCE_WISHED)


def _turns(tokens: Sequence[Token], index: int) -> bool:
    """Whether another wish begins here: right behind a stop, or anywhere with `but`."""
    token = tokens[index]
    return token.text in BUT and (tokens[index - 1].role in ("stop", "skip") or token.text == "but")


def _instead_of(noun: Token, rest: Sequence[Token]) -> list[Token]:
    """What is wished for now; where only a colour is told, it is that of the noun of the first wish."""
    if any(grammar.is_noun(token) for token in rest):
        return list(rest)
    colour = next((i for i, token in enumerate(rest) if token.role == "colour"), None)
    assert noun.entry is not None
    if any(token.text in ("a", "an", "one") for token in rest):
        # `not red cars, but a blue one`
        noun = replace(noun, plural=False)
    return [*rest, noun] if colour is None else [*rest[: colour + 1], noun, *rest[colour + 1 :]]


def mended(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without what was taken back."""
    kept: list[Token] = []
    index = 0
    while index < len(tokens):
        meant = _instead(tokens, index)
        if meant is not None:
            index = meant
            continue
        if _takes_back(tokens, index):
            noun = _meant(tokens, index + 1)
            if noun is not None and not any(t.role in ("num", "colour") or grammar.is_noun(t) for t in kept):
                # What is taken back was not understood in the first place.
                index += 1
                continue
            if noun is not None:
                said = tokens[index + 1 : noun]
                # `on a pile… no, just on a chest` says where, and not who.
                placed = next((i for i in range(len(kept) - 1, -1, -1) if kept[i].role in PLACING), None)
                if (
                    placed is not None
                    and any(t.role in PLACING for t in said)
                    and any(map(grammar.is_noun, kept[:placed]))
                ):
                    del kept[placed:]
                else:
                    only = any(t.text in ONLY for t in said)
                    _take_back(kept, everything=only, joined=bool(index) and tokens[index - 1].text in ASKING)
                index += 1
                if kept and kept[-1].role in PLACING and tokens[index].role in PLACING:
                    # `in front of the fireplace… I mean in front of a piano`
                    kept.pop()
                continue
        if tokens[index].role != "mend":
            kept.append(tokens[index])
        index += 1
    return kept


def _instead(tokens: Sequence[Token], index: int) -> int | None:
    """Where to read on: behind the `but` of `not two but three`, behind 除了 where 还有 follows; None elsewhere."""
    if tokens[index].role != "no":
        return None
    for ahead in range(index + 1, min(index + grammar.REACH, len(tokens))):
        if tokens[index].text == "除了" and tokens[ahead].text in ("还有", "还", "也"):
            return index + 1
        if tokens[ahead].text in ("but", "而是", "而"):
            return ahead + 1
        if (
            tokens[index].text != "除了"
            and tokens[ahead].role not in grammar.BEFORE_NOUNS
            and not (grammar.is_noun(tokens[ahead]))
        ):
            return None
    return None


def _takes_back(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    after_stop = index > 0 and tokens[index - 1].role in ("stop", "mend")
    if token.role == "no" or token.text == "不":
        # `no, four ducks` and `no just a bird`, but not `no ducks`.
        following = tokens[index + 1] if index + 1 < len(tokens) else token
        corrects = following.role == "stop" or following.text in ONLY | {"a", "an", "the"}
        return after_stop and token.text in WEAK and corrects
    return token.role == "mend" and (after_stop or token.text not in WEAK)


def _meant(tokens: Sequence[Token], index: int) -> int | None:
    """The index of the noun that is meant instead."""
    for ahead in range(index, min(index + grammar.REACH, len(tokens))):
        if grammar.is_noun(tokens[ahead]):
            return ahead
        if tokens[ahead].role not in BEFORE_MEANT:
            return None
    return None


def _take_back(kept: list[Token], *, everything: bool, joined: bool) -> None:
    """Drop the last noun with its adjectives, or a number that has no noun yet.

    `everything`: all nouns before, too; `joined`: those that are joined to it by `and`.
    """
    while kept and kept[-1].role in ("stop", "mend", "skip"):
        kept.pop()
    if kept and not grammar.is_noun(kept[-1]) and kept[-1].role not in ("num", "measure", "colour"):
        last = next((i for i in range(len(kept) - 1, -1, -1) if grammar.is_noun(kept[i])), None)
        del kept[len(kept) if last is None else last + 1 :]
    while kept:
        if grammar.is_noun(kept[-1]):
            kept.pop()
        while kept and kept[-1].role in WITH_NOUN:
            kept.pop()
        if joined and len(kept) > 1 and kept[-1].role == "and":
            kept.pop()
            continue
        if not everything or not (kept and grammar.is_noun(kept[-1])):
            return
