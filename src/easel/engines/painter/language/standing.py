"""Tables and plates that are a clause of their own, `…, wooden table`, 木桌上: what was named before stands on them."""

from collections.abc import Sequence

from easel.engines.painter.dishes import tops
from easel.engines.painter.language import grammar
from easel.engines.painter.language.draft import DraftThing, Scenery
from easel.engines.painter.language.lexicon import Effect, Entry
from easel.engines.painter.language.tokens import Token
from easel.engines.painter.sprites.deeds import DEEDS

#: What things are put on.
SURFACES = frozenset({"table", "plate"})
#: What stands on a table by itself.
PUT = frozenset({"food", "icon", "object", "plant"})
#: Animals that may lie on one beside other food.
SERVED = frozenset({"fish", "crab"})
AT = Token("在", Entry((Effect("at", ""),)))
WITH = Token("with", Entry((Effect("rel", "with"),)))
ON = Token("on", Entry((Effect("rel", "on"),)))


def on_surfaces(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with `on` before each table or plate that is a clause of its own behind small things alone."""
    found: list[Token] = []
    for index, token in enumerate(tokens):
        if _is_alone(tokens, index) and _only_small(tokens[:index]):
            start = len(found) - (index - grammar.phrase_before(tokens, index))
            found.insert(start, AT if grammar.role_at(tokens, index + 1) == "post" else ON)
        found.append(token)
    return found


def flavoured(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with 蓝莓蛋糕 and `mushroom pizza` told as a cake with blueberries, a pizza with mushrooms."""
    found: list[Token] = []
    for token in tokens:
        before = found[-1] if found else None
        if before is not None and before.chinese == token.chinese and tops(_kind(before), _kind(token)):
            found[-1:] = [token, WITH, before]
        else:
            found.append(token)
    return found


def _kind(token: Token) -> str:
    """The kind of the one thing that a token names and that is no colour; empty for all others."""
    things = token.entry.things() if token.entry is not None and token.role != "colour" else []
    if len(things) != 1:
        return ""
    return f"icon:{things[0].value}" if things[0].role == "icon" else things[0].value


def _is_alone(tokens: Sequence[Token], index: int) -> bool:
    entry = tokens[index].entry
    if entry is None or not grammar.is_noun(tokens[index]) or entry.things()[0].value not in SURFACES:
        return False
    start = grammar.phrase_before(tokens, index)
    told = {token.role for token in tokens[start:index]}
    opens = start > 0 and tokens[start - 1].text == ","
    ends = index + (2 if grammar.text_at(tokens, index + 1) in ("上", "上面") else 1)
    return opens and "num" not in told and grammar.role_at(tokens, ends) == "stop"


def _only_small(before: Sequence[Token]) -> bool:
    """Whether something was named, and nobody who would be beside a table rather than on it."""
    nouns = [token for token in before if grammar.is_noun(token)]
    kinds = [token.entry.things()[0] for token in nouns if token.entry is not None]
    return any(kind.role in PUT for kind in kinds) and all(kind.role in PUT or kind.value in SERVED for kind in kinds)


def on_bicycles(things: Sequence[DraftThing]) -> None:
    """`a bicycle with flowers in the basket`: one with something in it that is nobody's is on the bicycle."""
    bicycle = next((thing for thing in things if thing.kind == "bicycle"), None)
    held = {id(other) for thing in things for kind, other in thing.relations if kind in ("holding", "beside")}
    full = {id(other) for thing in things for kind, other in thing.relations if kind == "in"} - held
    for thing in things:
        if thing.kind == "basket" and bicycle is not None and not thing.relations and id(thing) in full:
            thing.count = 1
            thing.relate("on", bicycle)


def inside_restaurants(things: list[DraftThing], scenery: Scenery) -> list[DraftThing]:
    """`steak and wine, restaurant`: what is served there is inside; the things without the restaurant's house."""
    houses = [thing for thing in things if thing.traits.get("sells") == "meals" and not thing.relations]
    others = [thing for thing in things if thing not in houses]
    if not houses or scenery.setting is not None or not any(thing.group == "food" for thing in others):
        return things
    if any(other in houses for thing in things for _, other in thing.relations):
        return things
    scenery.setting = "cafe"
    return others


#: Where one is who is in a shop of what is sold there.
INSIDE = {
    "bread": "bakery", "haircuts": "barbershop", "flowers": "greenhouse", "meals": "cafe", "coffee": "cafe",
    "books": "library", "medicine": "pharmacy",
}  # fmt: skip


def inside_shops(things: list[DraftThing], scenery: Scenery) -> list[DraftThing]:
    """Whoever works in a shop is seen inside it; the things without the shop's house."""
    for thing in things:
        for kind, shop in thing.relations:
            room = INSIDE.get(shop.traits.get("sells", ""))
            if kind == "in" and room and scenery.setting is None and thing.traits.get("pose") in DEEDS:
                scenery.setting = room
                for other in things:
                    other.relations[:] = [tie for tie in other.relations if tie[1] is not shop]
                return [other for other in things if other is not shop]
    return things


#: As many trees as somebody is seen under who is `under trees`: of more, each would be small, and who is under them.
OVERHEAD = 2


def under_trees(things: Sequence[DraftThing]) -> None:
    """Let those who are under trees without a number have few and large ones; blossoms are those of one."""
    for thing in things:
        for kind, tree in thing.relations:
            if kind == "under" and thing.animate and tree.bare_plural and tree.group == "plant":
                tree.count = 1 if "blossom" in tree.words else OVERHEAD
