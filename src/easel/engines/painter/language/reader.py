"""The reader: goes through a prompt's tokens once and hands each to what reads words of its role."""

from collections.abc import Callable

from easel.engines.painter.language import adjectives, naming, parts, relating, small_words, surroundings
from easel.engines.painter.language.heraldry import charged
from easel.engines.painter.language.lexicon import THING_ROLES
from easel.engines.painter.language.reading import Reading
from easel.engines.painter.language.said import Said
from easel.engines.painter.language.surroundings import SCENERY_ROLES
from easel.engines.painter.language.tokens import Token

#: Words of negation reach no further than these.
NEGATION_ENDS = frozenset({"rel", "post", "at", "be", "of", "style", "camera", "num"})
#: What reads the words of each role, given the token and its index. Words of all other roles say nothing themselves.
HANDLERS: dict[str, Callable[[Reading, int, Token], None]] = {
    "colour": adjectives.colour, "num": adjectives.num, "size": adjectives.size, "trait": adjectives.trait,
    "hairnoun": parts.hairnoun, "part": parts.part,
    "skyword": surroundings.skyword, "tone": surroundings.tone, "ground": surroundings.ground,
    "rel": relating.rel, "post": relating.post, "at": relating.at, "turn": relating.turn, "place": relating.place,
    "order": relating.order,
    "and": small_words.join, "the": small_words.the, "be": small_words.be, "no": small_words.negate,
    "nobody": small_words.nobody, "caption": small_words.caption, "lettering": small_words.lettering,
    "together": small_words.together,
    "stop": small_words.stop,
    "unknown": small_words.unknown, "unpainted": small_words.unpainted,
    **dict.fromkeys(SCENERY_ROLES, surroundings.scene),
    **dict.fromkeys(naming.CLOTHES, naming.clothes),
    **dict.fromkeys(THING_ROLES, naming.thing),
}  # fmt: skip


def read_tokens(tokens: list[Token], *, forbidding: bool = False) -> Reading:
    """What the tokens of a prompt say. `forbidding`: they are a negative prompt's."""
    reading = Reading(tokens, forbidding=forbidding)
    for index, token in enumerate(tokens):
        if reading.captioned and token.role not in ("stop", "lettering"):
            reading.report(token.text)
            continue
        if reading.negated and not forbidding and token.role in NEGATION_ENDS:
            reading.negating = reading.negated = False
        handler = HANDLERS.get(token.role)
        if handler is not None:
            handler(reading, index, token)
    small_words.stop(reading, len(tokens), Token(".", stop="."))
    reading.nouns.clear_adjectives()
    reading.nouns.settle(framed=reading.scenery.camera in ("portrait", "half_body", "full_body", "close_up"))
    reading.nouns.things, uncharged = charged(reading.nouns.things)
    told = Said(reading.said, reading.parts, reading.places)
    for words in [*told.unseen(reading.nouns.things, reading.scenery), *uncharged, *reading.nouns.lost]:
        reading.report(words)
    return reading
