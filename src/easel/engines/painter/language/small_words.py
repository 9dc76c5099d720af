"""Small words: articles, `and`, `is`, `no`, stops, and words that nothing is painted for."""

from easel.engines.painter.dishes import is_topping
from easel.engines.painter.language import behind, grammar
from easel.engines.painter.language.kinds import READ_FROM, bears, everybody
from easel.engines.painter.language.pending import Pending
from easel.engines.painter.language.reading import Reading
from easel.engines.painter.language.script import NOWHERE
from easel.engines.painter.language.tokens import Token


def join(reading: Reading, index: int, token: Token) -> None:
    """`and`: the next noun is joined to the last."""
    behind.colour_behind(reading, index)
    reading.nouns.join()


def together(reading: Reading, index: int, token: Token) -> None:
    """`both`, 都: what follows is said of each that was named."""
    reading.nouns.together = True


def caption(reading: Reading, index: int, token: Token) -> None:
    """What follows is to be written, not painted; but `boo, says the fox` tells of a fox."""
    spoken = reading.tokens[index + 1 : index + 4]
    if (
        index > 0
        and token.text in ("says", "said")
        and len(spoken) > 1
        and spoken[0].role == "the"
        and grammar.is_noun(spoken[1])
    ):
        return
    reading.captioned = True


def lettering(reading: Reading, index: int, token: Token) -> None:
    """A text to be read in the picture: on what stands before it, or on the next thing, if that is written on."""
    reading.captioned = False
    if reading.negating or token.text in NOWHERE:
        return
    before = index - 1
    while grammar.role_at(reading.tokens, before) in ("skip", "post", "the", "be", "rel", "trait", "colour"):
        before -= 1
    role = grammar.role_at(reading.tokens, before)
    named = [thing for thing in reading.nouns.mentions if not is_topping(thing.kind)]
    named = [thing for thing in named if thing.kind in READ_FROM][-1:] or named[-1:]
    if role in ("garment", "accessory"):
        reading.nouns.clothes_of_last()["text"] = token.text
    elif named and (bears(named[0], token.text) if role != "stop" else named[0].kind in READ_FROM):
        named[0].traits["text"] = token.text
    else:
        reading.text = token.text


def the(reading: Reading, index: int, token: Token) -> None:
    """`the`: the next noun may be one that was named before."""
    behind.colour_behind(reading, index)
    reading.nouns.clear_adjectives()
    reading.nouns.pending.definite = True


def be(reading: Reading, index: int, token: Token) -> None:
    """`is`: what follows is said of the last noun."""
    behind.colour_behind(reading, index)
    reading.after_be = True


def negate(reading: Reading, index: int, token: Token) -> None:
    """`no`, `without`: what follows is not to be in the picture."""
    reading.negating, reading.negated = True, False


def nobody(reading: Reading, index: int, token: Token) -> None:
    """Nobody is to be in the picture."""
    reading.excluded |= dict.fromkeys(everybody())


def unpainted(reading: Reading, index: int, token: Token) -> None:
    """A word that is understood and never painted."""
    if reading.negating:
        reading.negated = True
        return
    if token.text.endswith("ing") and reading.coloured_at == index - 1:
        # `a doctor in white shaking hands`
        behind.dress_in_colour(reading)
    reading.report(token.text)
    following = reading.tokens[index + 1] if index + 1 < len(reading.tokens) else token
    if following.role == "of" and following.chinese:
        # 四条腿的桌子: the number was that of the legs.
        reading.nouns.pending.count = None


def unknown(reading: Reading, index: int, token: Token) -> None:
    """A word that is not in the lexicon."""
    if not reading.negating:
        reading.report(token.text)
        if grammar.says_more(reading.tokens, index):
            return
        behind.dress_in_colour(reading)
        behind.colour_behind(reading, index)
        reading.nouns.clear_adjectives()
    reading.negated = reading.negating
    said_of = token.chinese and grammar.role_at(reading.tokens, index + 1) == "of"
    # 三只懵懂的小猫: the number waits for its noun.
    reading.nouns.pending = Pending(count=reading.nouns.pending.count if said_of else None)


#: `she loves purple` colours nothing.
LIKING = frozenset(
    {"loves", "love", "likes", "like", "adores", "favourite", "favorite", "喜欢", "最喜欢", "爱", "最爱"}
)


def _is_liked(reading: Reading) -> bool:
    """Whether somebody only likes the last colour."""
    return reading.coloured_at > 0 and reading.tokens[reading.coloured_at - 1].text in LIKING


def stop(reading: Reading, index: int, token: Token) -> None:
    """A comma, or the end of a sentence: colours find what they are said of, and little reaches further."""
    behind.dress_in_colour(reading)
    words, colour = reading.nouns.pending.words[:1], reading.nouns.pending.colour()
    alone = index >= 2 and reading.tokens[index - 2].role in ("stop", "be")
    latest = reading.nouns.mentions[-1] if reading.nouns.mentions else None
    if colour and reading.predicate and (reading.after_be or reading.predicate == "ground"):
        behind.say_of_part(reading, colour)
    elif colour and _is_liked(reading):
        reading.nouns.lost += words
    elif colour and latest is not None and (reading.after_be or alone or behind.stands_behind(reading, index)):
        reading.nouns.lost += [] if reading.nouns.paint(latest, colour) else words
    elif colour and alone and reading.scenery.tint is None:
        # `…, blue, …`: a colour for itself is that of the whole picture.
        reading.scenery.tint = colour
    elif colour:
        reading.nouns.lost += words
    reading.nouns.number_behind()
    counting_on = token.text == ":" and not reading.nouns.in_segment()
    count = reading.nouns.pending.count if counting_on else None
    listing = index > 0 and index < len(reading.tokens) and grammar.is_noun(reading.tokens[index - 1])
    reading.ties.stop(sentence=token.stop == ".", listing=listing)
    reading.text = ""
    reading.predicate = ""
    reading.negating, reading.negated = reading.forbidding, False
    reading.after_be = reading.captioned = False
    reading.nouns.stop(sentence=token.stop == ".", listing=listing)
    # `six of them: penguins`
    reading.nouns.pending.count = count
