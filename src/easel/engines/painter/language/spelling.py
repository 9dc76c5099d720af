"""Misspelt names of things: `umbrela` is an umbrella, `pengiun` a penguin. English only.

A word is mended when nothing knows it, one slip of the keyboard (a letter too many, too few, another, or two swapped)
leads to the name of a thing, a colour or a piece of scenery, and it is no other English word: those that come near a
name (`stable`, `hearth`) are listed in `data/not_misspelt.txt` by tools/build_spellings.py.
"""

import functools
import re
from importlib import resources

from easel.engines.painter.language.lexicon import Lexicon, lexicon

#: Shorter words are too near to each other.
SHORTEST = 5
#: What is mended besides things, by role.
MENDED = frozenset("colour setting backdrop time weather season sky style garment accessory people".split())
#: Slips that are more than one letter, but everybody's.
COMMON = {
    "elefant": "elephant", "elephent": "elephant", "dinasour": "dinosaur", "dinosour": "dinosaur",
    "dinasaur": "dinosaur", "dinosuar": "dinosaur", "bycicle": "bicycle", "bycycle": "bicycle", "bicicle": "bicycle",
    "kangeroo": "kangaroo", "hipopotamus": "hippopotamus", "rinoceros": "rhinoceros", "caterpiller": "caterpillar",
    "ballon": "balloon", "baloon": "balloon", "blu": "blue", "purpel": "purple", "oragne": "orange", "pnk": "pink",
    "wite": "white", "blak": "black", "grean": "green", "yelow": "yellow", "yello": "yellow", "brwon": "brown",
    "teh": "the", "wiht": "with", "adn": "and", "nigth": "night", "brige": "bridge", "vally": "valley",
}  # fmt: skip


def corrected(word: str) -> str | None:
    """The word that an unknown one (lower case, letters only) was to be, or None."""
    if word in COMMON:
        return COMMON[word]
    if len(word) < SHORTEST or not word.isalpha() or word in _others():
        return None
    for stem, ending in ((word, ""), (word[:-1], "s")):
        if word.endswith(ending) and len(stem) >= SHORTEST and stem not in _others():
            found = near(stem, _names())
            if len(found) == 1:
                return found.pop() + ending
    return None


def near(word: str, names: dict[str, set[str]]) -> set[str]:
    """The names that one slip makes this word of, by `shortened`; the first letter is seldom wrong."""
    found = set().union(*(names.get(part, ()) for part in _parts(word)))
    return {name for name in found if name[0] == word[0] and _is_one_slip(word, name)}


def shortened(words: Lexicon) -> dict[str, set[str]]:
    """The names that may be misspelt, by themselves and by each form that lacks one letter.

    Two words that are one slip apart have such a form in common (W. Garbe's symmetric deletes).
    """
    found: dict[str, set[str]] = {}
    for name, entry in words.forms.items():
        if re.fullmatch(rf"[a-z]{{{SHORTEST},}}", name) and (entry.is_thing or entry.role in MENDED):
            for part in _parts(name):
                found.setdefault(part, set()).add(name)
    return found


def _parts(word: str) -> set[str]:
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def _is_one_slip(word: str, name: str) -> bool:
    if len(word) != len(name):
        short, long = sorted((word, name), key=len)
        return len(long) - len(short) == 1 and short in _parts(long)
    wrong = [i for i, (a, b) in enumerate(zip(word, name, strict=True)) if a != b]
    swapped = (
        len(wrong) == 2
        and wrong[1] == wrong[0] + 1
        and word[wrong[0] : wrong[1] + 1] == name[wrong[1]] + name[wrong[0]]
    )
    return len(wrong) == 1 or swapped


@functools.cache
def _names() -> dict[str, set[str]]:
    return shortened(lexicon())


@functools.cache
def _others() -> frozenset[str]:
    text = resources.files(__package__).joinpath("data", "not_misspelt.txt").read_text("utf-8")
    return frozenset(text.split())
