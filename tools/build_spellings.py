"""Build the list of English words that look like misspelt names of things, and are words of their own.

    apt-get download wamerican wbritish && for each in w*_*.deb; do dpkg-deb -x $each words; done
    python tools/build_spellings.py words/usr/share/dict/american-english words/usr/share/dict/british-english

The words are those of SCOWL (2020.12.07 in Debian's packages), whose licence is beside the list.
"""

import re
import sys
from pathlib import Path

from easel.engines.painter.language.lexicon import lexicon
from easel.engines.painter.language.spelling import SHORTEST, near, shortened

TARGET = Path(__file__).parents[1] / "src/easel/engines/painter/language/data/not_misspelt.txt"
#: First names that the word list lacks.
NAMES = frozenset(
    "scarlett skylar hailey hadley maeve sienna margot londyn aiden asher connor kaiden adriel xander ronan".split()
)


def main(*lists: Path) -> None:
    """Write `not_misspelt.txt`."""
    known, names = lexicon(), shortened(lexicon())
    said = {word.lower() for words in lists for word in words.read_text("utf-8").split()} | NAMES
    found = (word for word in said if re.fullmatch(rf"[a-z]{{{SHORTEST},}}", word) and known.english(word) is None)
    TARGET.write_text("\n".join(sorted(word for word in found if near(word, names))) + "\n", "utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
