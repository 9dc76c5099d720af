"""Build the list of ordinary Chinese words, by which the painter's reader finds where unknown words begin and end.

    pip download --no-deps --no-binary :all: jieba==0.42.1 && tar xzf jieba-0.42.1.tar.gz
    python tools/build_ordinary.py jieba-0.42.1/jieba/dict.txt

jieba's dictionary (MIT License) gives words, how often they occur and their part of speech. Kept are the common ones
that the lexicon has no reading for: a word that is made of the lexicon's own words (白马, 骑马) stays what those say.
"""

import sys
from pathlib import Path

from easel.engines.painter.language.lexicon import MAX_CHINESE_CHARS, Entry, lexicon
from easel.engines.painter.language.script import is_chinese, plain

TARGET = Path(__file__).parents[1] / "src/easel/engines/painter/language/data"
#: How often a word, and one of a single character, has to occur in jieba's corpus.
COMMON, VERY_COMMON = 100, 1000
#: Parts of speech: adverbs, conjunctions, pronouns, prepositions, particles and times are passed over; verbs and
#: adjectives are said of something; nouns are things.
PASSED_OVER, SAID, LEFT_OUT = tuple("dcrpuyotm"), tuple("vazilb"), ("q", "nr")
#: Characters that numbers are written with.
NUMERALS = frozenset("〇零一二两三四五六七八九十百千万亿几半双第")


def role_of(tag: str) -> str:
    """The role of a word with jieba's tag."""
    if tag.startswith(PASSED_OVER):
        return "skip"
    return "unpainted" if tag.startswith(SAID) else "unknown"


def main(dictionary: Path) -> None:
    """Write `ordinary.tsv`."""
    forms = lexicon().forms
    found: dict[str, list[str]] = {"skip": [], "unpainted": [], "unknown": []}
    for line in dictionary.read_text("utf-8").splitlines():
        word, times, tag = line.split(" ")
        role = role_of(tag)
        wanted = len(word) <= MAX_CHINESE_CHARS and all(map(is_chinese, word)) and word == plain(word)
        rare = int(times) < (COMMON if len(word) > 1 else VERY_COMMON)
        if not wanted or rare or word in forms or tag.startswith(LEFT_OUT) or _composed(word, forms):
            continue
        single = len(word) == 1 and (role == "unknown" or not _is_frequent(word))
        if single or (tag.startswith("m") and NUMERALS & set(word)):
            continue
        if role == "unknown" and (
            _is_place(word, forms) or any(char in forms and forms[char].is_thing for char in word)
        ):
            continue
        found[role].append(word)
    lines = [f"{role}\t{'|'.join(sorted(words))}" for role, words in found.items()]
    (TARGET / "ordinary.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    print({role: len(words) for role, words in found.items()})


def _is_frequent(char: str) -> bool:
    """Whether a character is one of the 3,755 of the first level of GB 2312."""
    try:
        return char.encode("gb2312")[0] < 0xD8
    except UnicodeEncodeError:
        return False


def _is_place(word: str, forms: dict[str, Entry]) -> bool:
    """Whether a noun ends in a place word (田里), which the reader has to find."""
    return word[-1] in forms and forms[word[-1]].role == "post"


def _composed(word: str, forms: dict[str, Entry]) -> bool:
    """Whether the lexicon's own words make up the whole."""
    ends = [True] + [False] * len(word)
    for end in range(1, len(word) + 1):
        ends[end] = any(ends[start] and word[start:end] in forms for start in range(end))
    return ends[-1]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
