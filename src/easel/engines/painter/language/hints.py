"""What the words of an instruction name: colours, numbers, parts, and what they speak of."""

import re

from easel.engines.painter.language.draft import MAX_COUNT
from easel.engines.painter.language.edits import SOMEBODY
from easel.engines.painter.language.grammar import phrase_before
from easel.engines.painter.language.numbering import UNITS
from easel.engines.painter.language.referring import colour_in, meant, named, says_the
from easel.engines.painter.language.tokens import tokens
from easel.engines.painter.plan import Thing

BACKGROUND_WORDS = frozenset({"background", "背景", "backdrop", "场景", "scene", "setting"})


def is_exact(words: str) -> bool:
    """Whether a number is said, be it only one."""
    return re.search(rf"\b(?:one|1|single)\b|[只就]?[要有剩]?(?<![再多加])一[{UNITS}]", words) is not None


def number_in(words: str) -> int | None:
    """The number in some words, as far as the painter counts."""
    found = (int(t.entry.effects[0].value) for t in tokens(words) if t.entry is not None and t.role == "num")
    return next((min(number, MAX_COUNT) for number in found if number > 0), None)


def speaks_of_clothes(words: str) -> bool:
    """Whether the words name something to wear."""
    return any(token.role in ("garment", "accessory", "glasses") for token in tokens(words))


def speaks_of_colour(old: str) -> bool:
    """Whether the words speak of a colour: `the colour of the cat`, 猫的颜色."""
    return re.search(r"\bcolou?rs?\b|颜色", old) is not None


def colour_alone(new: str) -> str | None:
    """The colour where the words name nothing else: `orange` and 橙色的, but not `an orange`."""
    if speaks_of_colour(new):
        # `a red colour`
        return colour_in(new)
    said = [token for token in tokens(new) if token.role not in ("skip", "of", "be", "stop")]
    if said and all(token.entry is not None and token.role == "colour" for token in said):
        return said[0].entry.effects[0].value if said[0].entry is not None else None
    return None


def kind_in(words: str) -> str:
    """The kind of the thing that some words name; the picture's subject where they name none."""
    return next(iter(named(words)), SOMEBODY)


def traits_in(words: str) -> tuple[list[str], float | None]:
    """The traits and the factor of size in some words."""
    entries = [token.entry for token in tokens(words) if token.entry is not None]
    sizes = [float(entry.effects[0].value) for entry in entries if entry.role == "size"]
    traits = sorted({trait for entry in entries if entry.role == "trait" for trait in entry.traits})
    smaller = 0.75 if re.search(r"\bsmaller\b", words) else None
    return traits, sizes[0] if sizes else smaller


def part_in(words: str) -> str:
    """The part of a thing that some words name: garment, accessory, hair, or nothing."""
    roles = [token.role for token in tokens(words)]
    if "hairnoun" in roles:
        return "hair"
    if any(token.entry is not None and token.entry.value("part") == "roof" for token in tokens(words)):
        return "roof"
    return next((role for role in ("garment", "accessory") if role in roles), "")


def is_uncounted(words: str, things: tuple[Thing, ...]) -> bool:
    """Whether the Chinese words tie the first thing to one without a number: 一棵树在房子右边."""
    if words.isascii() or not things or not things[0].relations:
        return False
    said = tokens(words)
    other = things[things[0].relations[0].target].words
    at = next((index for index, token in enumerate(said) if token.text == other), 0)
    return at > 0 and said[at - 1].role not in ("num", "measure", "colour", "of")


def known_in(words: str, things: tuple[Thing, ...]) -> set[int]:
    """Indices of those things that the words speak of as known: `the lamp`, and what stands in for a pronoun."""
    said = tokens(words)
    known = {index for index, thing in enumerate(things) if thing.kind != meant(thing.kind)}
    for index, thing in enumerate(things):
        at = next((place for place, token in enumerate(said) if token.text == thing.words), None)
        start = phrase_before(said, at) if at is not None else 0
        if at is not None and any(map(says_the, said[max(0, start - 1) : at])):
            known.add(index)
    return known


def speaks_of_background(words: str) -> bool:
    """Whether the words speak of the background."""
    return any(word in words for word in BACKGROUND_WORDS)


def speaks_of_sky(words: str) -> bool:
    """Whether the words speak of the sky."""
    return any(token.role in ("skyword", "sky") for token in tokens(words))
