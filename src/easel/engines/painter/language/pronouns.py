"""Pronouns that a place is said of: `… a balloon. It floats above the church`, 让他站右边."""

from collections.abc import Sequence

from easel.engines.painter.language.grammar import is_noun, role_at, text_at
from easel.engines.painter.language.lexicon import Effect, Entry
from easel.engines.painter.language.tokens import Token

#: People come before animals.
ALIVE = ("person", "animal")
#: What each pronoun may stand for, by role; None for whatever is no person.
MEANT: dict[str, tuple[str, ...] | None] = {
    "it": None, "they": None, "its": None, "它": None,
    "he": ALIVE, "she": ALIVE, "他": ALIVE, "她": ALIVE,
}  # fmt: skip
#: What stands between a pronoun and a place.
BETWEEN = frozenset({"skip", "trait", "unknown", "unpainted", "be", "size"})
#: Words that a clause may open with.
OPENING = frozenset({"and", "but", "so", "now", "then", "here", "there", "still", "because"})
PLACING = frozenset({"rel", "place", "turn"})
SIDES = frozenset({"左边", "右边", "左侧", "右侧", "左", "右", "左面", "右面"})
THE = Token("the", Entry((Effect("the", ""),)))


def named_again(tokens: list[Token]) -> list[Token]:
    """The tokens with such a pronoun replaced by the noun it stands for."""
    found: list[Token] = []
    for index, token in enumerate(tokens):
        noun = _stands_for(found, token) if token.text in MEANT and _placed(tokens, index) else None
        found += [THE, noun] if noun is not None else [token]
    return found


def _placed(tokens: Sequence[Token], index: int) -> bool:
    """Whether a place is said of the pronoun at `index`, which is its clause's subject."""
    ahead = index + 1
    while role_at(tokens, ahead) in BETWEEN and ahead < len(tokens):
        ahead += 1
    if tokens[index].chinese:
        return text_at(tokens, ahead) in SIDES
    before = index - 1
    while before >= 0 and text_at(tokens, before) in OPENING:
        before -= 1
    return role_at(tokens, before) == "stop" and role_at(tokens, ahead) in PLACING


def _stands_for(before: Sequence[Token], pronoun: Token) -> Token | None:
    """The first noun of the sentence before that the pronoun may stand for, or else the last one of all."""
    roles = MEANT[pronoun.text]
    start = max((i for i in range(len(before) - 1) if before[i].stop == "."), default=-1) + 1
    named = [t for t in before if is_noun(t)]
    nouns = [t for t in named if t.role not in ("person", "people")]
    if roles is not None:
        nouns = next((found for role in roles if (found := [t for t in named if t.role == role])), [])
    recent = [t for t in before[start:] if t in nouns]
    if pronoun.text == "they":
        return next((t for t in reversed(nouns) if t.plural), None)
    return recent[0] if recent else nouns[-1] if nouns else None
