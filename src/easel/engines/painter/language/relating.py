"""Words that say where things are, and who does what with them."""

from easel.engines.painter.language import adjectives, behind, grammar
from easel.engines.painter.language.reading import Reading
from easel.engines.painter.language.tokens import Token


def rel(reading: Reading, index: int, token: Token) -> None:
    """A verb or an English preposition: it ties two nouns."""
    assert token.entry is not None
    behind.dress_in_colour(reading)
    behind.colour_behind(reading, index)
    reading.nouns.clear_adjectives()
    reading.ties.relation(index, token)
    if token.entry.traits and reading.ties.open is not None:
        _act(reading, index, dict(trait.split(":", 1) for trait in token.entry.traits))


def at(reading: Reading, index: int, token: Token) -> None:
    """A Chinese 在: the place follows."""
    reading.ties.at(index)
    reading.nouns.clear_adjectives()


def post(reading: Reading, index: int, token: Token) -> None:
    """A Chinese place word behind a noun."""
    reading.ties.place_word(index, token)


def turn(reading: Reading, index: int, token: Token) -> None:
    """`to its left`, `beside it`: a place that points back to what was named before."""
    behind.colour_behind(reading, index)
    reading.ties.turn(index, token)


def place(reading: Reading, index: int, token: Token) -> None:
    """A place in the frame, such as `on the left`."""
    assert token.entry is not None
    where = token.entry.effects[0].value
    reading.ties.open = None
    ends = grammar.role_at(reading.tokens, index + 1) == "stop"
    if reading.nouns.in_segment() and (ends or not token.chinese):
        reading.nouns.put(where)
    else:
        reading.nouns.pending.place = where


def _act(reading: Reading, index: int, traits: dict[str, str]) -> None:
    """Give a verb's pose to whoever does it; without anybody it may be an adjective, as in `playing children`."""
    assert reading.ties.open is not None
    if reading.ties.open.head is not None:
        reading.nouns.reserve(reading.ties.open.head).traits |= traits
    elif reading.ties.open.subjects:
        for owner in reading.nouns.owners(traits):
            owner.traits.setdefault("pose", traits["pose"])
    else:
        adjectives.give(reading, index, traits)
        reading.ties.open = None


def order(reading: Reading, index: int, token: Token) -> None:
    """`from left to right: …`: everything in this sentence stands in a row, in the order in which it is named."""
    assert token.entry is not None
    reading.nouns.line_up(token.entry.effects[0].value)
