"""Words that say what a thing is like: colours, sizes, numbers and traits."""

from collections.abc import Sequence

from easel.engines.painter.language import behind, grammar, naming
from easel.engines.painter.language.lexicon import Entry
from easel.engines.painter.language.reading import Reading
from easel.engines.painter.language.tokens import Token

#: First names of the rows for about how many.
VAGUE = frozenset({"a few", "several", "a group of", "a flock of", "many"})
#: The pose of those who hold hands, and those in which one does so as well.
HAND_IN_HAND = "hand_in_hand"
ON_FOOT = frozenset({"walking", "standing"})


def colour(reading: Reading, index: int, token: Token) -> None:
    """A colour: it waits for its noun, unless the word is the thing itself, as `orange` may be."""
    assert token.entry is not None
    said_of = index > 0 and reading.tokens[index - 1].role == "be"
    if index > 1 and reading.tokens[index - 1].text == "s" and grammar.is_noun(reading.tokens[index - 2]):
        # `the sofa's green and …`, not `the boy's green hat`.
        reading.after_be = reading.after_be or not grammar.before_noun(reading.tokens, index)
    said_of = said_of or _said_behind(reading.tokens, index) or _in_brackets(reading.tokens, index)
    if token.entry.is_thing and not said_of and not grammar.before_noun(reading.tokens, index):
        naming.thing(reading, index, token)
    else:
        reading.coloured_at = index
        reading.nouns.pending.colours.append(token.entry.effects[0].value)
        reading.nouns.pending.words.append(token.text)


def _in_brackets(tokens: Sequence[Token], index: int) -> bool:
    """`water bottle (orange)`"""
    return grammar.text_at(tokens, index - 1) == "(" and grammar.text_at(tokens, index + 1) == ")"


#: What is of a colour where a thing is: `glossy orange paint`.
SURFACES = frozenset({"paint", "paintwork", "finish", "livery", "bodywork", "coat", "colour", "color", "tones", "tone"})


def _said_behind(tokens: Sequence[Token], index: int) -> bool:
    """`… is white and the tent next to it orange`, `orange paint`: a colour, not the fruit of that name."""
    if tokens[index].chinese or tokens[index].plural:
        return False
    if grammar.text_at(tokens, index + 1) in SURFACES:
        return True
    before = tokens[index - 1] if index else None
    behind_noun = before is not None and (grammar.is_noun(before) or before.role == "turn")
    return behind_noun and grammar.role_at(tokens, index + 1) in ("stop", "and")


def size(reading: Reading, index: int, token: Token) -> None:
    """A size, for the noun ahead or, behind `is`, for the last thing."""
    assert token.entry is not None
    if grammar.head_after(reading.tokens, index) is not None:
        reading.nouns.pending.size = float(token.entry.effects[0].value)
    elif reading.after_be and reading.nouns.mentions:
        reading.nouns.mentions[-1].size = float(token.entry.effects[0].value)


def num(reading: Reading, index: int, token: Token) -> None:
    """A number, for the noun ahead."""
    assert token.entry is not None
    if token.entry.traits:
        trait(reading, index, token)
    number = _number(reading, index, token.entry)
    pending = reading.nouns.pending
    if index and reading.tokens[index - 1].role == "num" and pending.count and pending.count % 10 == 0 and number < 10:
        number += pending.count
    ahead = index + 1
    while ahead < len(reading.tokens) and reading.tokens[ahead].role in ("measure", "skip"):
        ahead += 1
    if token.chinese and ahead < len(reading.tokens) and reading.tokens[ahead].role in ("rel", "at", "trait"):
        head = grammar.head_of_clause(reading.tokens, ahead)
        if head is not None:
            reading.nouns.reserve(head).count = number
            return
    behind.colour_behind(reading, index)
    described = token.chinese and index > 1 and reading.tokens[index - 1].role == "of"
    if not (described and reading.tokens[index - 2].role in ("colour", "size")):
        # 雪白的一只兔子 is a white rabbit.
        reading.nouns.clear_adjectives()
    pending.count, pending.vague = number, token.entry.names[0] in VAGUE


def _number(reading: Reading, index: int, entry: Entry) -> int:
    """The number that a word says: 一群 is a herd where it is said of animals."""
    herd = entry.value("animals")
    if herd is not None:
        tokens = reading.tokens
        head = grammar.head_after(tokens, index)
        head = grammar.head_of_clause(tokens, index) if head is None else head
        if head is not None and tokens[head].role == "animal":
            return int(herd)
    return int(entry.effects[0].value)


def trait(reading: Reading, index: int, token: Token) -> None:
    """A trait: how somebody looks, feels or stands, or what a thing is made of."""
    assert token.entry is not None
    if reading.negating:
        reading.negated = True
        return
    following = next((t for t in reading.tokens[index + 1 :] if t.role not in ("of", "skip")), None)
    if following is not None and following.role == "part" and following.entry is not None:
        if following.entry.effects[0].value in ("building", "roof"):
            # `a wooden floor`: what the part is like is not what the things are like.
            reading.report(token.text)
            return
    if _is_of_place(token, following):
        return
    if _is_state_of_place(reading.tokens, index):
        # `before a burning village`: nobody burns there, and no house does.
        if not token.entry.is_shown_by_all:
            reading.report(token.text)
        return
    reading.said += [(named, token.text) for named in sorted(token.entry.traits)]
    give(reading, index, dict(named.split(":", 1) for named in token.entry.traits))


def _is_of_place(token: Token, following: Token | None) -> bool:
    """Whether a place is of wood or stone, `a cup on a wooden desk`, `on a wooden pier`: who is there is not."""
    assert token.entry is not None
    place = following is not None and following.entry is not None and not following.entry.is_thing
    place = place and following.entry.value("setting") is not None
    return place and all(named.startswith("material:") for named in token.entry.traits)


def _is_state_of_place(tokens: Sequence[Token], index: int) -> bool:
    """Whether an English place is said to burn, glow or be old, right behind its article or preposition."""
    entry, place = tokens[index].entry, tokens[index + 1 : index + 2]
    assert entry is not None
    if tokens[index].chinese or not place or place[0].role not in ("setting", "backdrop"):
        return False
    behind_article = grammar.role_at(tokens, index - 1) in ("num", "the", "rel", "at")
    return behind_article and all(named.startswith(("state:", "age:")) for named in entry.traits)


def give(reading: Reading, index: int, traits: dict[str, str]) -> None:
    """Give traits to the noun ahead, to whoever acts, or to the last thing."""
    head = grammar.modified(reading.tokens, index)
    if head is not None:
        reading.nouns.reserve(head).traits |= traits
        return
    behind.dress_in_colour(reading)
    owners = reading.nouns.owners(traits)
    if not owners:
        reading.nouns.unclaimed |= traits
    for owner in owners:
        if traits.get("pose") == HAND_IN_HAND and owner.traits.get("pose") in ON_FOOT:
            # `a couple walking on the beach, holding hands`
            del owner.traits["pose"]
        for key, value in traits.items():
            owner.traits.setdefault(key, value)
