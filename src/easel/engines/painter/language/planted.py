"""Fields of flowers: `a field of roses`, `a meadow full of daisies` and `a rose field` are one field, of one flower."""

from dataclasses import replace

from easel.engines.painter.language import grammar
from easel.engines.painter.language.bouquets import FLOWERS, flower_of
from easel.engines.painter.language.draft import DraftThing, Scenery
from easel.engines.painter.language.lexicon import Effect, Entry
from easel.engines.painter.language.script import is_chinese
from easel.engines.painter.language.telling import INDOORS
from easel.engines.painter.language.tokens import Token

#: Grounds that may be full of flowers.
FIELDS = frozenset({"meadow", "farmland"})
#: Flowers that are cut.
CUT = FLOWERS - {"wheat", "cotton", "rapeseed", "lotus"}
#: What stands between such a ground and its flowers.
_FULL = grammar.BEFORE_NOUNS | {"of", "skip", "size"}
OF = frozenset({"of", "full of", "filled with", "covered in", "covered with"})
#: Words for plants of no name, and what they are indoors.
PLAIN_PLANTS, POTTED = frozenset({"plant", "plants", "green plants", "植物", "绿植", "绿色植物"}), "icon:potted-plant"
_FIELD = Entry((Effect("setting", "flower_field"),))


def planted(tokens: list[Token]) -> list[Token]:
    """The tokens with a field of flowers as the flower, once, and its field."""
    found = list(tokens)
    for index, token in enumerate(tokens):
        if token.chinese or token.entry is None or token.entry.value("setting") not in FIELDS:
            continue
        head = _flowers_behind(tokens, index)
        if head is None and index and _is_flower(tokens[index - 1]):
            head = index - 1
        if head is not None:
            found[index] = replace(token, entry=_FIELD)
            found[head] = replace(tokens[head], plural=False)
    return found


def cut_flowers(things: list[DraftThing], scenery: Scenery) -> None:
    """`an invitation with flowers`: where nothing grows, flowers that nobody counted are cut and bound."""
    if scenery.setting != "plain":
        return
    loose = [t for t in things if t.kind in CUT and not (t.relations or t.numbered) and _is_uncounted(t)]
    tied = {id(other) for thing in things for kind, other in thing.relations if kind != "beside"}
    for flower in (thing for thing in loose if id(thing) not in tied):
        if any(thing.kind == "bouquet" for thing in things):
            things.remove(flower)
            continue
        flower.traits["flowers"] = flower.kind
        flower.kind, flower.group, flower.count = "bouquet", "object", 1


def house_plants(things: list[DraftThing], scenery: Scenery) -> None:
    """`a desk with a laptop and plants`: plants of no name are in pots indoors; elsewhere the ground has its own."""
    plain = [thing for thing in things if thing.words in PLAIN_PLANTS]
    others = [thing for thing in things if thing not in plain]
    inside = scenery.setting in INDOORS or any(thing.group == "furniture" for thing in others)
    still = scenery.setting in (None, "table_top") and all(thing.group in ("food", "object") for thing in others)
    still = still and not scenery.backdrops
    if not (inside or still) or any(thing.kind == POTTED for thing in others):
        for thing in plain:
            things.remove(thing)
    for thing in plain:
        thing.count = min(thing.count, 2) if thing.bare_plural else thing.count


def _is_uncounted(thing: DraftThing) -> bool:
    return thing.bare_plural or is_chinese(thing.words[:1])


def _is_flower(token: Token) -> bool:
    return flower_of(token) not in (None, "sunflower")


def _flowers_behind(tokens: list[Token], index: int) -> int | None:
    """Where the flowers are that the ground at `index` is said to be full of."""
    if grammar.text_at(tokens, index + 1) not in OF and grammar.text_at(tokens, index + 2) not in OF:
        return None
    for ahead in range(index + 2, min(index + grammar.REACH, len(tokens))):
        if _is_flower(tokens[ahead]):
            return ahead
        if tokens[ahead].role not in _FULL and tokens[ahead].text not in OF:
            return None
    return None
