"""What animals, people and colours are called; for patterns."""

from easel.engines.painter.language.draft import group_of
from easel.engines.painter.language.lexicon import lexicon
from easel.engines.painter.language.script import is_chinese

#: The usual words for colours, without those that are things as often: `rose`, `salmon`.
COLOUR = (
    "(?:red|orange|yellow|green|blue|purple|pink|brown|black|white|gr[ae]y|gold(?:en)?|silver|teal|navy|turquoise"
    "|crimson|scarlet|beige|cream|violet|lilac|lavender|burgundy|maroon)"
)
CHINESE_COLOUR = "(?:[红橙黄绿蓝紫粉棕褐黑白灰金银]色?|米色)"


def names(*groups: str, chinese: bool) -> list[str]:
    """Every name of a single thing of these groups, in the singular, the longest first."""
    found = [
        name
        for name, entry in lexicon().forms.items()
        if is_chinese(name[0]) is chinese
        and entry.is_thing
        and len(entry.effects) == 1
        and group_of(entry.role, entry.effects[0].value) in groups
    ]
    return sorted(found, key=lambda name: (-len(name), name))
