"""What animals and people are called, as patterns made of the lexicon: no list of them is kept by hand."""

import re

from easel.engines.painter.language.draft import group_of
from easel.engines.painter.language.lexicon import lexicon
from easel.engines.painter.language.script import is_chinese


def called(*groups: str, chinese: bool) -> str:
    """A regular expression of every name of a single thing of these groups, in the singular, the longest first."""
    names = [
        name
        for name, entry in lexicon().forms.items()
        if is_chinese(name[0]) is chinese
        and entry.is_thing
        and len(entry.effects) == 1
        and group_of(entry.role, entry.effects[0].value) in groups
    ]
    return f"(?:{'|'.join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))})"
