"""What one reading of a prompt knows so far: the things, the scenery, and what the last words were about."""

from easel.engines.painter.language.draft import Scenery
from easel.engines.painter.language.kinds import everybody
from easel.engines.painter.language.lexicon import THING_ROLES
from easel.engines.painter.language.nouns import Nouns
from easel.engines.painter.language.ties import Ties
from easel.engines.painter.language.tokens import Token

#: Unknown words are reported this far.
LONGEST_WORD = 40


class Reading:
    """The state of one reading. At its end `nouns`, `scenery`, `excluded` and `unknown` hold what the prompt says."""

    def __init__(self, tokens: list[Token], *, forbidding: bool):
        self.tokens = tokens
        #: Everything is negated: the text is a negative prompt.
        self.forbidding = forbidding
        self.nouns = Nouns()
        self.scenery = Scenery()
        self.excluded: dict[str, None] = {}
        self.unknown: dict[str, None] = {}
        #: Every trait that was named, with the words for it: `pose:singing` by `singing`.
        self.said: list[tuple[str, str]] = []
        #: Words for places, times, weather, styles and the like, in order.
        self.places: list[Token] = []
        #: Parts that were named, by the word for each.
        self.parts: dict[str, str] = {}
        self.ties = Ties(tokens, self.nouns)
        #: A word of negation holds; it has reached something already.
        self.negating, self.negated = forbidding, False
        #: `is` was said since the last new thing.
        self.after_be = False
        #: Where the last colour stood.
        self.coloured_at = -1
        #: The part that `is red` would speak of: a trait's key, `sky`, or empty for the whole thing.
        self.predicate = ""
        #: What follows is text to be written on something, up to the next stop.
        self.captioned = False
        #: The mark of lettering that waits for what it is to be written on.
        self.text = ""

    def report(self, words: str) -> None:
        """Take words into the list of what is not painted."""
        self.unknown[words[:LONGEST_WORD]] = None

    def exclude(self, token: Token) -> None:
        """Keep out of the picture what a word behind a negation names."""
        assert token.entry is not None
        for effect in token.entry.effects:
            if effect.role in ("people", "generic"):
                self.excluded |= dict.fromkeys(everybody())
            elif effect.role in THING_ROLES:
                self.excluded[f"icon:{effect.value}" if effect.role == "icon" else effect.value] = None
            elif effect.role in ("setting", "backdrop", "sky", "weather"):
                self.excluded[effect.value] = None
        self.negated = True
