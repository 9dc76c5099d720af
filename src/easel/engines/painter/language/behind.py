"""Colours that stand behind what they are said of: `the cup is white`, `a woman in red`."""

from easel.engines.painter.language import grammar
from easel.engines.painter.language.reading import Reading

#: How something came to its colour: `a boat painted red beside …`.
WORKED = frozenset({"painted", "coloured", "colored", "dyed", "tinted", "sprayed", "glazed", "varnished"})
#: What may follow a colour that stands behind its noun.
BEHIND = frozenset({"skip", "of", "colour", "measure", "tone", "unpainted", "trait"})


def stands_behind(reading: Reading, index: int) -> bool:
    """Whether the last colour is the last word before `index` that says anything, and no noun's adjective."""
    between = reading.tokens[reading.coloured_at + 1 : index]
    return reading.coloured_at >= 0 and all(token.role in BEHIND for token in between)


def colour_behind(reading: Reading, index: int) -> None:
    """`painted the old truck pink`, `the cup is white but the pot …`: a colour behind what it is said of."""
    if not reading.nouns.pending.colours or not reading.nouns.mentions or not stands_behind(reading, index):
        return
    token, before = reading.tokens[index], reading.tokens[reading.coloured_at - 1] if reading.coloured_at else None
    one = token.role == "num" and token.text in ("one", "1")
    behind_noun = before is not None and not before.chinese and (grammar.is_noun(before) or before.text == "s")
    if grammar.before_noun(reading.tokens, reading.coloured_at):
        return
    worked = before is not None and before.text in WORKED
    if not (reading.after_be or one or worked or (behind_noun and token.role in ("the", "and", "rel"))):
        return
    words, colour = reading.nouns.pending.words[:1], reading.nouns.pending.colour() or ""
    if reading.after_be and reading.predicate:
        say_of_part(reading, colour)
    elif not reading.nouns.paint(reading.nouns.mentions[-1], colour):
        reading.nouns.lost += words
    reading.after_be = False


def say_of_part(reading: Reading, colour: str) -> None:
    """`her hair is blue`, 天空是粉色的: the colour belongs to the part that was named."""
    actor = reading.nouns.actor()
    if reading.predicate == "sky":
        reading.scenery.tint = colour
    elif reading.predicate == "ground":
        reading.scenery.put("setting", "plain", None)
        reading.scenery.tint = colour
    elif reading.predicate == "roof_colour":
        reading.nouns.roof(colour)
    elif actor is not None:
        actor.traits[reading.predicate] = colour


def dress_in_colour(reading: Reading) -> None:
    """`a woman in red`: a colour without a noun after in or wearing is what she wears."""
    if reading.ties.open is not None and reading.ties.open.kind in ("in", "wearing") and reading.ties.open.subjects:
        subject = reading.ties.open.subjects[-1]
        dressed = subject.group == "person" and not subject.kind.startswith("icon:")
        if dressed and reading.nouns.pending.colours:
            subject.traits["garment_colour"] = reading.nouns.pending.colour() or ""
            reading.ties.open = None
