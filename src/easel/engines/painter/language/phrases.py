"""The words for telling: names of kinds, traits, colours and scenery, in both languages."""

import functools
from importlib import resources

from easel.engines.painter.language.draft import group_of
from easel.engines.painter.language.lexicon import IRREGULAR, THING_ROLES, lexicon, singulars
from easel.engines.painter.language.tokens import Token, tokens
from easel.engines.painter.plan import Thing

ENGLISH, CHINESE = 0, 1
NUMBERS = (
    ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    ("", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"),
)
PLURALS = {singular: plural for plural, singular in IRREGULAR.items() if plural != "octopi"}
UNCHANGING = frozenset({"fish", "sheep", "deer", "ramen", "bread", "koi", "bamboo", "dumplings"})
SIZES = ((0.5, "tiny", "微小的"), (0.75, "small", "小小的"), (1.3, "big", "大大的"), (1.7, "huge", "巨大的"))


def _rows(table: str) -> list[list[str]]:
    text = resources.files(__package__).joinpath("data", f"{table}.tsv").read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


@functools.cache
def _told() -> dict[str, tuple[str, str]]:
    return {effect: (english, chinese) for effect, english, chinese in _rows("telling")}


@functools.cache
def _measures() -> dict[str, str]:
    return {kind: measure for measure, kinds in _rows("measures") for kind in kinds.split(" ")}


def scenery(role: str, value: str, language: int) -> str:
    """The phrase for one piece of scenery or a relation; empty where there is none."""
    return _told().get(f"{role}:{value}", ("", ""))[language]


def colour(value: str, language: int) -> str:
    """The name of a colour, or its `#rrggbb` where it has none."""
    return lexicon().names.get(f"colour:{value}", (value, value))[language]


def trait(key: str, value: str, language: int) -> str:
    """The word for a trait, or an empty text."""
    if f"{key}:{value}" in _told():
        return _told()[f"{key}:{value}"][language]
    names = lexicon().names
    return names.get(f"+{key}:{value}", names.get(f"{key}:{value}", ("", "")))[language]


def is_told_in(words: str, language: int) -> bool:
    """Whether words are in the language."""
    return words.isascii() == (language == ENGLISH)


def noun(thing: Thing, language: int) -> tuple[str, frozenset[str]]:
    """The thing's noun in the singular and the traits that the noun says already.

    The prompt's own word is kept where it names this kind and no other.
    """
    found = tokens(thing.words)
    entry = found[0].entry if len(found) == 1 else None
    kinds = [f"{e.role}:{e.value}" for e in entry.effects if e.role in THING_ROLES] if entry is not None else []
    words = _singular(found[0]) if kinds == [_effect(thing.kind)] and is_told_in(thing.words, language) else None
    if words is not None and entry is not None:
        own_colour = entry.value("colour") if entry.role != "colour" else None
        return words, entry.traits | ({f"colour:{own_colour}"} if own_colour else set())
    names = lexicon().names.get(_effect(thing.kind))
    return (names[language] if names else thing.kind.removeprefix("icon:").replace("_", " ")), frozenset()


def _singular(token: Token) -> str | None:
    """The form of the lexicon that a token was found by."""
    if not token.plural:
        return token.text
    return next((form for form in singulars(token.text) if lexicon().forms.get(form) == token.entry), None)


def _effect(kind: str) -> str:
    return kind if kind.startswith("icon:") else f"{lexicon().groups.get(kind, 'object')}:{kind}"


def plural(word: str) -> str:
    """The plural of an English noun."""
    start, _, head = word.rpartition(" ")
    if head in UNCHANGING or (head.endswith("s") and not head.endswith(("ss", "us", "is"))):
        return word
    if head in PLURALS:
        head = PLURALS[head]
    elif head.endswith(("s", "x", "ch", "sh")):
        head += "es"
    elif head.endswith("y") and head[-2:-1] not in "aeiou":
        head = head[:-1] + "ies"
    else:
        head += "s"
    return f"{start} {head}".strip()


def counted(count: int, phrase: str) -> str:
    """An English noun phrase with its number; one gets `a` or `an`."""
    if phrase.endswith("s") and not phrase.endswith(("ss", "us", "is")) and count == 1:
        return phrase
    if count == 1:
        vowel = phrase[:1] in "aeiou" and not phrase.startswith(("uni", "ufo", "uk", "eu", "one"))
        return f"{'an' if vowel else 'a'} {phrase}"
    return f"{NUMBERS[ENGLISH][count] if count < len(NUMBERS[ENGLISH]) else count} {phrase}"


def measured(count: int, kind: str) -> str:
    """A Chinese number with the measure word of the kind."""
    number = NUMBERS[CHINESE][count] if count < len(NUMBERS[CHINESE]) else str(count)
    group = group_of("icon", kind.removeprefix("icon:")) if kind.startswith("icon:") else lexicon().groups.get(kind, "")
    return number + _measures().get(kind, _measures().get(group, "个"))


def size(value: float, language: int) -> str:
    """The word nearest to a size; empty for an ordinary one."""
    nearest = min((abs(value - 1.0), ""), *((abs(value - s), (en, zh)[language]) for s, en, zh in SIZES))
    return nearest[1]
