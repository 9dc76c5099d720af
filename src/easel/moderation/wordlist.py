"""A word list as a moderator: cheap, offline, and blind to everything that is not written down in it."""

import itertools
import re
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path
from typing import NamedTuple

from easel.core.image import Image
from easel.moderation.spelling import plain, readings

ALLOWED = "allowed"
REPLACE = "!replace"
CATEGORY = re.compile(r"\[([a-z][a-z0-9-]*)\]")
CHOICE = re.compile(r"\(([^()]*)\)")
#: What the plain spelling leaves of the letters that English words are made of, and digits.
LATIN = re.compile(r"[a-z0-9]")
#: A space between two words of which the second begins as the first one ends.
SAME_LETTERS = re.compile(r"([a-z]) (?=\1)")
END = ""


class Entry(NamedTuple):
    """A word or phrase, and the category of the policy that it breaks."""

    category: str
    text: str


class WordList:
    """Blocks prompts that hold an entry, in any of its readings. Pictures all pass."""

    looks = False

    def __init__(self, entries: Iterable[Entry]):
        self._bounded, self._unbounded = Patterns(bounded=True), Patterns(bounded=False)
        for entry in entries:
            self._bounded.add(entry)
            self._unbounded.add(entry)
        self._bounded.compile()
        self._unbounded.compile()

    @classmethod
    def load(cls, path: Path | None = None) -> "WordList":
        """Easel's own list and the operator's, or the operator's alone if its first line is `!replace`.

        Raises OSError when the file cannot be read, and ValueError with the line that is no entry.
        """
        own = resources.files("easel.moderation").joinpath("words.txt").read_text(encoding="utf-8")
        if path is None:
            return cls(parse(own))
        try:
            text = path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            msg = f"{path.name} is not UTF-8 text"
            raise ValueError(msg) from None
        first, _, rest = text.partition("\n")
        if first.strip() == REPLACE:
            return cls(parse(rest, first_line=2, name=path.name))
        return cls((*parse(own), *parse(text, name=path.name)))

    async def start(self) -> None:
        """Nothing to start."""

    async def close(self) -> None:
        """Nothing to close."""

    async def judge_prompt(self, prompt: str) -> tuple[str, ...]:
        """The categories of the entries in a prompt, in alphabetical order."""
        texts, spelled = readings(prompt)
        found = {category for text in texts for category in self._bounded.categories(text)}
        found |= {category for text in spelled for category in self._unbounded.categories(text)}
        return tuple(sorted(found - {ALLOWED}))

    async def judge_picture(self, image: Image) -> tuple[str, ...]:
        """Nothing: words say nothing of pictures."""
        del image
        return ()


class Patterns:
    """The entries as two regular expressions, each a trie: Latin words within their borders, all else anywhere.

    Without `bounded` the borders of words do not count. Where entries begin alike the longest is found.
    """

    def __init__(self, *, bounded: bool):
        self._bounded = bounded
        self._latin: dict = {}
        self._other: dict = {}
        self._compiled: list[tuple[re.Pattern, list[str]]] = []

    def add(self, entry: Entry) -> None:
        """Take an entry in; the last category that it is listed under counts, so that lists may correct others."""
        # `kiddie erotica` without its space has a run of e, which no pattern may share out: that would take the square.
        for text in dict.fromkeys((entry.text, SAME_LETTERS.sub(r"\1", entry.text))):
            self._add(text, entry.category)

    def _add(self, phrase: str, category: str) -> None:
        text = phrase.rstrip("*")
        node = self._latin if LATIN.match(text) else self._other
        for token in _tokens(text):
            node = node.setdefault(token, {})
        border = self._bounded and LATIN.match(text[-1]) and not phrase.endswith("*")
        node[END] = (category, "s*+(?![a-z])" if border else "")

    def compile(self) -> None:
        """Make the regular expressions, once all entries are in."""
        if not self._bounded:
            # A run of one letter is tried from its start only: from each of its letters it would take the square.
            self._latin = {f"(?<!{token[0]}){token}": child for token, child in self._latin.items()}
        for trie, before in ((self._latin, "(?<![a-z])" if self._bounded else ""), (self._other, "")):
            if trie:
                categories: list[str] = []
                self._compiled.append((re.compile(before + _regex(trie, categories)), categories))

    def categories(self, text: str) -> Iterator[str]:
        """The category of every entry in a text."""
        for pattern, categories in self._compiled:
            for match in pattern.finditer(text):
                yield categories[match.lastindex - 1]


def _tokens(text: str) -> Iterator[str]:
    """A Latin letter may be repeated; where the list has it twice, the text must have it twice: niger, the country."""
    for character, run in itertools.groupby(text):
        many = len([*run])
        if character == " ":
            # Any word of a phrase may be in the plural.
            yield "s? ?"
        elif LATIN.match(character):
            yield character * many + character + "*+"
        else:
            yield from itertools.repeat(re.escape(character), many)


def _regex(trie: dict, categories: list[str]) -> str:
    """The trie's regular expression; the empty group at the end of each entry tells which one it was."""
    branches = [token + _regex(child, categories) for token, child in trie.items() if token != END]
    if END in trie:
        category, border = trie[END]
        categories.append(category)
        branches.append(f"{border}()")
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def parse(text: str, *, first_line: int = 1, name: str = "words.txt") -> Iterator[Entry]:
    """The entries of a word list, in the plain spelling, with every choice made; raises ValueError."""
    category = None
    for number, line in enumerate(text.splitlines(), first_line):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if heading := CATEGORY.fullmatch(line):
            category = heading[1]
            continue
        problem = _problem(line, category)
        if problem:
            msg = f"{name}, line {number}: {problem}"
            raise ValueError(msg)
        for choice in _choices(line):
            yield Entry(category, " ".join(plain(choice).split()))


def _problem(line: str, category: str | None) -> str | None:
    if category is None:
        return "no [category] before the first entry"
    rest = CHOICE.sub("", line)
    if any(mark in rest for mark in "()|[]!"):
        return "brackets and bars only as in (a|b)"
    if any(not plain(choice).strip(" *") for choice in _choices(line)):
        return "an entry without a letter"
    if any("*" in choice.rstrip("*") for choice in _choices(line)):
        return "a * only at the end"
    return None


def _choices(line: str) -> Iterator[str]:
    """`a (b|c)` as `a b` and `a c`."""
    parts = [part.split("|") if index % 2 else [part] for index, part in enumerate(CHOICE.split(line))]
    yield from map("".join, itertools.product(*parts))
