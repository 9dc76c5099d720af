"""Bouquets: `a bouquet of red roses`, 一束郁金香, `a bunch of roses and lilies`. Flowers in a bunch grow nowhere.

The flowers become a trait of one noun, the bouquet; in a vase they are flowers, as many as fill it.
"""

from collections.abc import Sequence
from dataclasses import replace

from easel.engines.painter.language import grammar
from easel.engines.painter.language.lexicon import Effect, Entry
from easel.engines.painter.language.shapes import CONTAINERS
from easel.engines.painter.language.tokens import Token

#: Words for a bunch before its flowers, and the measure behind a number: 三束玫瑰.
BUNCHES = frozenset(
    {"a bouquet of", "bouquets of", "a bunch of", "bunch of", "一束", "一大束", "一小束", "束", "捧", "一捧"}
)
#: Kinds that are bound as they are; of the others one sees flowers.
FLOWERS = frozenset(
    {"rose", "tulip", "sunflower", "peony", "lavender", "flower", "wheat", "cotton", "rapeseed", "lotus"}
)
#: Icons that are flowers.
ICONS = frozenset({"hibiscus", "hyacinth", "white-flower", "blossom", "cherry-blossom", "rosette"})
BOUQUET = "bouquet"
#: How many flowers fill a vase.
VASEFUL = Token("five", Entry((Effect("num", "5"),)))
#: Of other things these are some, of flowers one bunch.
SOME, ONE = frozenset({"a bunch of", "bunch of"}), Token("a", Entry((Effect("num", "1"),)))
#: What may stand before the flowers of a bunch: `red and white`, `spring`, `rose and lily`.
BEFORE_FLOWERS = grammar.BEFORE_NOUNS | {"plant", "and", "season", "style", "mood"}
#: What may stand between the flowers that are enumerated.
LISTED = grammar.IN_PHRASE | {"and"}


def bunched(tokens: list[Token]) -> list[Token]:
    """The tokens with every bunch of flowers as one noun."""
    found: list[Token] = []
    index = 0
    while index < len(tokens):
        head = _flowers_of(tokens, index)
        if head is None:
            found.append(tokens[index])
            index += 1
            continue
        noun = tokens[index].role == "object"
        if _has_vase(tokens, index):
            found += [VASEFUL, *tokens[index + 1 + noun : head + 1]]
            index = head + 1
            continue
        end, kinds = _listed(tokens, head)
        petals = _petals(tokens, index + 1 + noun, end)
        found += [] if noun else [ONE if tokens[index].text in SOME else tokens[index]]
        # `spring flowers` are cut, wherever they are.
        told = [token for token in tokens[index + 1 + noun : head] if token.role != "season"]
        found += [token for token in told if not petals or token.role not in ("colour", "and")]
        found.append(_bouquet(tokens[head], kinds, petals))
        index = end
    return _compounds(found)


def flower_of(token: Token) -> str | None:
    """The kind of flower that a token names, or None."""
    things = token.entry.things() if token.entry is not None else []
    if len(things) != 1 or token.role == "setting":
        return None
    if things[0].role == "plant" and things[0].value in FLOWERS:
        return things[0].value
    return "flower" if things[0].role == "icon" and things[0].value in ICONS else None


def _flowers_of(tokens: Sequence[Token], index: int) -> int | None:
    """The index of the flowers that the bunch at `index` is of, or None where there is no bunch."""
    token = tokens[index]
    of = _is_bouquet(token) and grammar.role_at(tokens, index + 1) == "of" and not token.chinese
    if not of and token.text not in BUNCHES:
        return None
    for ahead in range(index + 1, min(index + grammar.REACH, len(tokens))):
        if flower_of(tokens[ahead]) is not None and not _before_flower(tokens, ahead):
            return ahead
        if tokens[ahead].role not in BEFORE_FLOWERS:
            return None
    return None


def _before_flower(tokens: Sequence[Token], index: int) -> bool:
    """Whether the flower at `index` only says of which colour the next one is: 薰衣草色的玫瑰."""
    return tokens[index].role == "colour" and index + 1 < len(tokens) and flower_of(tokens[index + 1]) is not None


def _is_bouquet(token: Token) -> bool:
    return token.role == "object" and token.entry is not None and token.entry.value("object") == BOUQUET


def _has_vase(tokens: Sequence[Token], index: int) -> bool:
    """Whether a vase is named in the same sentence."""
    start = next((i for i in range(index, 0, -1) if tokens[i - 1].stop == "."), 0)
    end = next((i for i in range(index, len(tokens)) if tokens[i].stop == "."), len(tokens))
    things = [thing for token in tokens[start:end] if token.entry is not None for thing in token.entry.things()]
    return any((f"icon:{t.value}" if t.role == "icon" else t.value) in CONTAINERS for t in things)


def _listed(tokens: Sequence[Token], head: int) -> tuple[int, list[str]]:
    """Where the enumeration of flowers from `head` on ends, and their kinds."""
    end, kinds = head + 1, [flower_of(tokens[head]) or "flower"]
    for index in range(head + 1, len(tokens)):
        kind = flower_of(tokens[index])
        if kind is not None:
            end, kinds = index + 1, [*kinds, kind]
        elif tokens[index].role not in LISTED and tokens[index].stop != ",":
            break
    return end, kinds


def _petals(tokens: Sequence[Token], start: int, end: int) -> list[tuple[str, str]]:
    """The flowers from `start` to `end` with their colours, where these are two or more: red and white roses."""
    found: list[tuple[str, str]] = []
    colours: list[str] = []
    for token in tokens[start:end]:
        kind = flower_of(token)
        if kind is not None:
            found += [(kind, colour) for colour in colours]
            colours = []
        elif token.role == "colour" and token.entry is not None:
            colours.append(token.entry.effects[0].value)
    return found if len({colour for _, colour in found}) > 1 else []


def _bouquet(head: Token, kinds: Sequence[str], petals: Sequence[tuple[str, str]] = ()) -> Token:
    """The noun that stands for the flowers that `head` names; `petals` are kinds, each with one of several colours."""
    traits = frozenset({"flowers:" + ",".join(dict.fromkeys(kinds))})
    if petals:
        kinds, colours = zip(*petals, strict=True)
        traits = frozenset({"flowers:" + ",".join(kinds), "petals:" + ",".join(colours)})
    own = head.entry.value("colour") if head.entry is not None and head.role != "colour" else None
    colour = (Effect("colour", own),) if own else ()
    text = "花束" if head.chinese else "bouquet"
    return Token(text, Entry((Effect("object", BOUQUET), *colour), traits, ("bouquet", "花束")))


def _compounds(tokens: list[Token]) -> list[Token]:
    """`a rose bouquet`, 玫瑰花束: the flowers before the noun are those it is of."""
    found: list[Token] = []
    for token in tokens:
        kind = flower_of(found[-1]) if found else None
        if kind is not None and _is_bouquet(token) and token.entry is not None and not token.entry.traits:
            made = _bouquet(found.pop(), [kind])
            token = replace(made, text=token.text)
        found.append(token)
    return found
