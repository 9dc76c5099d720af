"""What a thing is made of or made like: `a marble statue of a lion`, `an avocado armchair`, 草莓形状的房子.

Such words name one thing by way of another. They are turned into a trait before the noun, so that the reader meets one
noun with adjectives: `marble lion`, `avocado-like armchair`.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from easel.engines.painter import icons
from easel.engines.painter.language import grammar
from easel.engines.painter.language.lexicon import Effect, Entry
from easel.engines.painter.language.tokens import Token

#: Colours that are a metal where something is cast in them.
METALS = {"#e3b13a": "gold", "#c3c9d2": "silver"}
#: What lends its colours to a piece of furniture, and what can be made like something else.
LENDERS = frozenset({"food", "plant"})
LENDING_ICONS = ("food-", "plant-")
BORROWERS = frozenset({"furniture", "building", "vehicle", "object"})
#: Things that hold, sell or serve the other rather than look like it: `flower basket`, `pizza box`, `fruit stand`.
HOLDERS = frozenset(
    {
        "shop",
        "basket",
        "bottle",
        "vase",
        "cube",
        "carton",
        "gift",
        "truck",
        "book",
        "barn",
        "table",
        "bookshelf",
        "flag",
        "bed",
    }
)
#: Things whose name is what others are made of: `a stone lion`.
MATTER = {"rock": "stone", "icon:brick": "brick", "icon:ice": "ice", "icon:wood": "wood"}
CONTAINERS = frozenset(
    {
        "vase",
        "basket",
        "cube",
        "carton",
        "fishbowl",
        "treasure_chest",
        "backpack",
        "bottle",
        "icon:jar",
        "icon:bucket",
        "barrel",
        "icon:shopping-cart",
    }
)
#: Endings of the kinds that are drunk.
DRINKS = ("milk", "mug", "glass", "glasses", "beverage", "straw", "drink", "cork", "sake", "mate", "honey-pot")
BOTTLE = Token("瓶子", Entry((Effect("object", "bottle"),)))
BASKET = Token("篮子", Entry((Effect("object", "basket"),)))
HOLDS = Entry((Effect("rel", "holds"),))
#: 一篮草莓: endings of measures that are a basket.
BASKETS = ("篮", "篮子", "筐", "篓", "箩")
#: What may stand between `shape of` and the noun.
SMALL = frozenset({"num", "the", "of", "skip", "size", "measure"})
#: … and between `a ball of` and what the ball is of.
BALLS = SMALL | {"colour", "trait"}
COMPARING = frozenset({"般", "一般", "似", "一样"})
#: How far a noun is looked for.
REACH = 6


def shaped(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with statues and likenesses told as traits of one noun."""
    return _containers(_compounds(_likenesses(_statues(list(tokens)))))


def like(token: Token) -> Token | None:
    """The trait of being made like the thing that a token names; None where it names none."""
    kind = _kind(token)
    return None if kind is None else Token(token.text, Entry((), frozenset({f"like:{kind}"})))


def _kind(token: Token) -> str | None:
    things = [] if token.entry is None else token.entry.things()
    if not things or things[0].role == "people":
        return None
    return f"icon:{things[0].value}" if things[0].role == "icon" else things[0].value


def _compares(tokens: Sequence[Token], index: int) -> bool:
    """Whether 般 or 似 stands here, and leads up to a noun."""
    return tokens[index].text in COMPARING and grammar.head_after(tokens, index) is not None


def _noun_after(tokens: Sequence[Token], index: int, between: frozenset[str] = SMALL) -> int | None:
    """The index of the noun that `between` leads up to from `index` on, or None."""
    for ahead in range(index, min(index + REACH, len(tokens))):
        if grammar.is_noun(tokens[ahead]) or (_lends(tokens[ahead]) and tokens[ahead].role == "colour"):
            return ahead
        if tokens[ahead].role not in between:
            return None
    return None


# ------------------------------------------------------------------------------------------------------------ statues


def _statues(tokens: list[Token]) -> list[Token]:
    while (at := next((i for i, token in enumerate(tokens) if token.role == "sculpture"), None)) is not None:
        tokens = _cast(tokens, at)
    return tokens


def _cast(tokens: list[Token], at: int) -> list[Token]:
    """The tokens without the statue at `at`: what it shows is made of what it is made of."""
    entry = tokens[at].entry
    assert entry is not None
    start = _adjectives_before(tokens, at)
    shown = at - 1 if start == at and at and grammar.is_noun(tokens[at - 1]) else None
    if shown is not None:
        first = _adjectives_before(tokens, shown)
        words = _made_of(tokens[first:shown], entry.effects[0].value, tokens[at].text)
        return [*tokens[:first], *words, tokens[shown], *tokens[at + 1 :]]
    words = _made_of(tokens[start:at], entry.effects[0].value, tokens[at].text)
    of = at + 1 < len(tokens) and tokens[at + 1].role == "of"
    noun = _noun_after(tokens, at + 2, SMALL | {"colour", "trait"}) if of else None
    if noun is not None:
        return [*tokens[:start], *tokens[at + 2 : noun], *words, *tokens[noun:]]
    somebody = Token(tokens[at].text, Entry((Effect("person", "man"),)))
    return [*tokens[:start], *words, somebody, *tokens[at + 1 :]]


def _adjectives_before(tokens: Sequence[Token], at: int) -> int:
    start = at
    while start and (
        tokens[start - 1].role in ("colour", "trait", "size", "skip")
        or (tokens[start - 1].role == "of" and tokens[start - 1].chinese)
    ):
        start -= 1
    return start


def _made_of(adjectives: Sequence[Token], usual: str, said: str) -> list[Token]:
    """Adjectives with the material that they name, or with the usual one."""
    found: list[Token] = []
    material = ""
    for token in (token for token in adjectives if token.role != "of"):
        assert token.entry is not None
        metal = METALS.get(token.entry.value("colour") or "")
        if any(trait.startswith("material:") for trait in token.entry.traits):
            material = token.text
        if metal:
            material = token.text
            token = Token(token.text, Entry((), frozenset({f"material:{metal}"})))
        found.append(token)
    return found if material else [*found, Token(said, Entry((), frozenset({f"material:{usual}"})))]


# --------------------------------------------------------------------------------------------------------- likenesses


def _likenesses(tokens: list[Token]) -> list[Token]:
    """`a chair shaped like a banana`, `a car made of cheese`, 香蕉形状的椅子."""
    found: list[Token] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if _compares(tokens, index) and found and grammar.is_noun(found[-1]):
            # 天鹅般的小船 is a boat, not a swan.
            found.pop()
        if token.role == "shape":
            # 形状的 stands between the two, behind what lends and before what borrows.
            lender = found.pop() if token.chinese and found and grammar.is_noun(found[-1]) else None
            if lender is not None:
                found.append(like(lender) or lender)
                index += 1 + (index + 1 < len(tokens) and tokens[index + 1].role == "of")
                continue
            noun = _noun_after(tokens, index + 1) if not token.chinese else None
            owner = next((i for i in range(len(found) - 1, -1, -1) if grammar.is_noun(found[i])), None)
            trait = like(tokens[noun]) if noun is not None else None
            if trait is not None and owner is not None and noun is not None:
                found.insert(owner, trait)
                index = noun + 1
                continue
        found.append(token)
        index += 1
    return found


# --------------------------------------------------------------------------------------------------------- containers


def _containers(tokens: list[Token]) -> list[Token]:
    """`a vase of flowers`, 一篮草莓: the flowers are in the vase. 两瓶水 and `a bottle of wine` are bottles."""
    found: list[Token] = []
    index = 0
    while index < len(tokens):
        token, index = tokens[index], index + 1
        before = found[-1] if found else None
        if before is not None and before.role in ("num", "measure") and token.chinese:
            if before.text.endswith("瓶") and _is_drink(token):
                found.append(BOTTLE)
                continue
            if before.text.endswith(BASKETS) and grammar.is_noun(token):
                found += [BASKET, Token("装", HOLDS), replace(token, plural=True)]
                continue
        kind = _kind(before) if before is not None else None
        if token.role == "of" and not token.chinese and kind == "sphere" and _noun_after(tokens, index, BALLS):
            # A ball of yarn is yarn.
            found.pop()
            continue
        if token.role == "of" and not token.chinese and kind in CONTAINERS:
            noun = _noun_after(tokens, index, SMALL | {"colour", "trait"})
            if noun is not None and kind == "bottle":
                index = _bottled(found, tokens, index, noun)
                continue
            token = Token(token.text, HOLDS) if noun is not None else token
        elif kind == "basket" and token.chinese and grammar.is_noun(token) and _is_measured(found):
            # 一筐苹果
            found.append(Token("装", HOLDS))
            token = replace(token, plural=True)
        found.append(token)
    return found


def _is_measured(before: Sequence[Token]) -> bool:
    """Whether the noun at the end is one of a number, not the one of a room or a shop."""
    return grammar.role_at(before, len(before) - 2) in ("num", "measure")


def _bottled(found: list[Token], tokens: Sequence[Token], index: int, noun: int) -> int:
    """Where to read on behind `a bottle of`: one of wine is a bottle, one of perfume is what perfume looks like."""
    if _is_drink(tokens[noun]):
        return noun + 1
    found.pop()
    return index


def _is_drink(token: Token) -> bool:
    """Whether a token names something that comes in bottles and shows none of its own."""
    things = [] if token.entry is None else token.entry.things()
    return token.text == "水" or any(thing.role == "food" or thing.value.endswith(DRINKS) for thing in things)


# ---------------------------------------------------------------------------------------------------------- compounds


def _compounds(tokens: list[Token]) -> list[Token]:
    """`avocado armchair`, 西瓜船: food and plants that stand right before a piece of furniture lend it their looks."""
    found = list(tokens)
    for index, (token, following) in enumerate(pairwise(tokens)):
        material = MATTER.get(_kind(token) or "")
        if material and not token.plural and grammar.is_noun(following):
            found[index] = Token(token.text, Entry((), frozenset({f"material:{material}"})))
        elif _qualifies(token, following):
            found[index] = like(token) or token
    return found


def _qualifies(token: Token, following: Token) -> bool:
    if token.plural or token.chinese != following.chinese or token.entry is None:
        return False
    if "colour" in (token.role, following.role):
        # `an orange sofa` is one of that colour.
        return False
    return _lends(token) and _borrows(following)


def _lends(token: Token) -> bool:
    things = [] if token.entry is None else token.entry.things()
    if len(things) != 1:
        return False
    thing = things[0]
    return thing.role in LENDERS or (thing.role == "icon" and icons.info(thing.value).group.startswith(LENDING_ICONS))


def _borrows(token: Token) -> bool:
    things = [] if token.entry is None else token.entry.things()
    return len(things) == 1 and things[0].role in BORROWERS and things[0].value not in HOLDERS
