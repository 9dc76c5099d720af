"""Tables and plates that are a clause of their own, `…, wooden table`: what was named before stands on them."""

from collections.abc import Sequence

from easel.engines.painter.language import grammar
from easel.engines.painter.language.draft import DraftThing
from easel.engines.painter.language.lexicon import Effect, Entry
from easel.engines.painter.language.tokens import Token

#: What things are put on.
SURFACES = frozenset({"table", "plate"})
#: What stands on a table by itself.
PUT = frozenset({"food", "icon", "object", "plant"})
ON = Token("on", Entry((Effect("rel", "on"),)))


def on_surfaces(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with `on` before each table or plate that is a clause of its own behind small things alone."""
    found: list[Token] = []
    for index, token in enumerate(tokens):
        if _is_alone(tokens, index) and _only_small(tokens[:index]):
            start = len(found) - (index - grammar.phrase_before(tokens, index))
            found.insert(start, ON)
        found.append(token)
    return found


def _is_alone(tokens: Sequence[Token], index: int) -> bool:
    entry = tokens[index].entry
    if entry is None or not grammar.is_noun(tokens[index]) or entry.things()[0].value not in SURFACES:
        return False
    start = grammar.phrase_before(tokens, index)
    told = {token.role for token in tokens[start:index]}
    opens = start > 0 and tokens[start - 1].text == ","
    return opens and "num" not in told and grammar.role_at(tokens, index + 1) == "stop"


def _only_small(before: Sequence[Token]) -> bool:
    """Whether something was named, and nobody who would be beside a table rather than on it."""
    nouns = [token for token in before if grammar.is_noun(token)]
    return bool(nouns) and all(token.role in PUT for token in nouns)


def on_bicycles(things: Sequence[DraftThing]) -> None:
    """`a bicycle with flowers in the basket`: one with something in it that is nobody's is on the bicycle."""
    bicycle = next((thing for thing in things if thing.kind == "bicycle"), None)
    held = {id(other) for thing in things for kind, other in thing.relations if kind in ("holding", "beside")}
    full = {id(other) for thing in things for kind, other in thing.relations if kind == "in"} - held
    for thing in things:
        if thing.kind == "basket" and bicycle is not None and not thing.relations and id(thing) in full:
            thing.count = 1
            thing.relate("on", bicycle)
