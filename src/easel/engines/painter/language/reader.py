"""The reader: goes through a prompt's tokens once, builds things and scenery, and ties words to the right noun."""

from collections.abc import Callable
from dataclasses import dataclass, field

from easel.engines.painter.language import grammar
from easel.engines.painter.language.draft import DraftThing, Scenery
from easel.engines.painter.language.lexicon import THING_ROLES
from easel.engines.painter.language.nouns import HUMANS, PLACES, Nouns, Pending, everybody
from easel.engines.painter.language.tokens import Token

SCENERY_ROLES = ("setting", "backdrop", "time", "weather", "season", "sky", "style", "camera", "mood")
CLOTHES_ROLES = ("garment", "accessory", "glasses")
#: Verbs: their subject is whoever can act, not whatever noun came last.
VERBS = frozenset({"holding", "riding", "wearing", "looking_at"})
#: Words of negation reach no further than these.
NEGATION_ENDS = frozenset({"rel", "post", "at", "be", "of", "style", "camera", "num"})


@dataclass(slots=True)
class Tie:
    """A relation on its way: `subjects` wait for the object, or `targets` for the subject at token `head`."""

    kind: str
    subjects: list[DraftThing] = field(default_factory=list)
    targets: list[DraftThing] = field(default_factory=list)
    head: int | None = None


class Reader:
    """Reads one prompt. After `read`, `nouns`, `scenery`, `excluded` and `unknown` hold what it says."""

    def __init__(self, tokens: list[Token], *, forbidding: bool = False):
        self.tokens = tokens
        #: Everything is negated: the text is a negative prompt.
        self._forbidding = forbidding
        self.nouns = Nouns()
        self.scenery = Scenery()
        self.excluded: dict[str, None] = {}
        self.unknown: dict[str, None] = {}
        self._open: Tie | None = None
        self._located: list[Tie] = []
        #: The tie that was made last in this segment.
        self._settled: Tie | None = None
        self._frame: Tie | None = None
        #: The things named last, the latest at the end.
        self._named: list[DraftThing] = []
        self._negating, self._negated = forbidding, False
        self._after_be = False
        #: What follows is text to be written on something, up to the next stop.
        self._captioned = False
        handlers: dict[str, Callable[[int, Token], None]] = {
            "colour": self._colour, "num": self._num, "measure": self._measure, "size": self._size, "rel": self._rel,
            "post": self._post, "at": self._at, "and": self._and, "no": self._no, "nobody": self._nobody,
            "be": self._be, "place": self._place, "tone": self._tone, "skyword": self._skyword,
            "hairnoun": self._hairnoun, "part": self._part, "trait": self._trait, "unknown": self._unknown,
            "stop": self._stop, "the": self._the, "caption": self._caption,
        }  # fmt: skip
        handlers |= dict.fromkeys(SCENERY_ROLES, self._scene)
        handlers |= dict.fromkeys(CLOTHES_ROLES, self._clothes)
        self._handlers = handlers | dict.fromkeys(THING_ROLES, self._thing)

    def read(self) -> "Reader":
        """Go through all tokens."""
        for index, token in enumerate(self.tokens):
            if self._captioned and token.role != "stop":
                continue
            if self._negated and not self._forbidding and token.role in NEGATION_ENDS:
                self._negating = self._negated = False
            handler = self._handlers.get(token.role)
            if handler is not None:
                handler(index, token)
        self._stop(len(self.tokens), Token(".", stop="."))
        self.nouns.settle(framed=self.scenery.camera in ("portrait", "half_body", "full_body", "close_up"))
        return self

    # Nouns

    def _thing(self, index: int, token: Token) -> None:
        assert token.entry is not None
        if self._negating:
            self._exclude(token)
            return
        if self._modifies_noun(index, token):
            return
        before, joined = len(self.nouns.things), self.nouns.after_and
        made = self.nouns.add(token, self.nouns.reserved.pop(index, None))
        for effect in token.entry.effects:
            if effect.role in SCENERY_ROLES:
                self.scenery.put(effect.role, effect.value, None)
        self._named = [thing for thing in self._named if thing not in made][-3:] + made
        if self._frame is not None:
            self._frame.targets += made
        if joined and self._open is None:
            self._tie_alike(made)
        self._tie(made, index)
        if len(self.nouns.things) > before:
            self._after_be = False

    def _modifies_noun(self, index: int, token: Token) -> bool:
        """Whether an English noun only qualifies the next one, as in `robot bartender` and `avocado armchair`."""
        following = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        if following is None or following.chinese or token.chinese or token.plural or token.role == "colour":
            return False
        assert token.entry is not None
        return grammar.is_noun(following) and following.entry is not None and following.entry.value("generic") is None

    def _tie(self, made: list[DraftThing], index: int) -> None:
        if self._open is not None:
            tie, self._open = self._open, None
            if tie.head == index:
                self._named = made
            elif tie.subjects:
                for subject in tie.subjects:
                    for target in made:
                        self.nouns.relate(subject, tie.kind, target)
                self._settled = tie
                if tie.kind == "between":
                    self._open = tie
            else:
                tie.targets = made
                self._located.append(tie)
                return
        for tie in [t for t in self._located if t.head in (None, index)]:
            self._located.remove(tie)
            self._settled = tie
            for subject in made:
                for target in tie.targets:
                    self.nouns.relate(subject, tie.kind, target)

    def _tie_alike(self, made: list[DraftThing]) -> None:
        """`on the table are a cat and a dog`, `holding a book and a pen`: what is joined is tied in the same way."""
        if self._settled is None:
            return
        for thing in made:
            for target in self._settled.targets:
                self.nouns.relate(thing, self._settled.kind, target)
            if self._settled.kind in ("holding", "wearing") and thing.group in ("object", "food"):
                for subject in self._settled.subjects:
                    self.nouns.relate(subject, self._settled.kind, thing)

    def _scene(self, index: int, token: Token) -> None:
        assert token.entry is not None
        if self._negating:
            self._exclude(token)
            return
        colour = self.nouns.pending.colour()
        for effect in token.entry.effects:
            if effect.role in SCENERY_ROLES:
                self.scenery.put(effect.role, effect.value, colour)
            elif effect.role in THING_ROLES:
                self.nouns.add(token, None)
        if token.entry.value("setting") == "flower_field" and colour:
            self.nouns.plant_field(token, colour)
        if self._open is not None and self._open.kind != "wearing":
            self._open = None
        self.nouns.last = token.role
        self.nouns.pending = Pending()

    def _exclude(self, token: Token) -> None:
        assert token.entry is not None
        for effect in token.entry.effects:
            if effect.role in ("people", "generic"):
                self.excluded |= dict.fromkeys(everybody())
            elif effect.role in THING_ROLES:
                self.excluded[f"icon:{effect.value}" if effect.role == "icon" else effect.value] = None
            elif effect.role in ("setting", "backdrop", "sky", "weather"):
                self.excluded[effect.value] = None
        self._negated = True

    def _clothes(self, index: int, token: Token) -> None:
        assert token.entry is not None
        if self._negating:
            self._negated = True
            return
        if self._open is not None and self._open.kind not in ("in", "wearing", "with"):
            self._tie(self.nouns.add(token, None), index)
            return
        tie, self._open = self._open, None
        head = tie.head if tie is not None else None
        if head is None and not (tie is not None and tie.subjects):
            head = grammar.modified(self.tokens, index)
        colour = self.nouns.pending.colour()
        traits = {token.role: token.entry.effects[0].value}
        if colour and token.role != "glasses":
            traits[f"{token.role}_colour"] = colour
        traits |= dict(trait.split(":", 1) for trait in token.entry.traits)
        wearer = self.nouns.actor()
        if head is not None:
            self.nouns.reserve(head).traits |= traits
        elif wearer is not None:
            wearer.traits |= traits
        else:
            self.nouns.orphan(token, traits, colour)

    def _hairnoun(self, index: int, token: Token) -> None:
        colour = self.nouns.pending.colour()
        if colour:
            self._give(index, {"hair_colour": colour})
        self._open = None

    def _part(self, index: int, token: Token) -> None:
        assert token.entry is not None
        part, colour = token.entry.effects[0].value, self.nouns.pending.colour()
        tie, self._open = self._open, None
        if self._negating:
            self._negated = True
        elif part == "eyes" and colour:
            self._give(index, {"eye_colour": colour})
        elif part == "roof" and colour:
            self.nouns.roof(colour)
        elif part == "body" and tie is not None and tie.kind in ("in", "on") and "hand" in token.text:
            holder = self.nouns.actor()
            for held in tie.subjects:
                if holder is not None and held is not holder:
                    self.nouns.relate(holder, "holding", held)

    # Adjectives

    def _colour(self, index: int, token: Token) -> None:
        assert token.entry is not None
        if token.entry.is_thing and not grammar.before_noun(self.tokens, index):
            self._thing(index, token)
        else:
            self.nouns.pending.colours.append(token.entry.effects[0].value)

    def _size(self, index: int, token: Token) -> None:
        assert token.entry is not None
        if grammar.head_after(self.tokens, index) is not None:
            self.nouns.pending.size = float(token.entry.effects[0].value)
        elif self._after_be and self.nouns.mentions:
            self.nouns.mentions[-1].size = float(token.entry.effects[0].value)

    def _num(self, index: int, token: Token) -> None:
        assert token.entry is not None
        number = int(token.entry.effects[0].value)
        pending = self.nouns.pending
        if index and self.tokens[index - 1].role == "num" and pending.count and pending.count % 10 == 0 and number < 10:
            number += pending.count
        ahead = index + 1
        while ahead < len(self.tokens) and self.tokens[ahead].role in ("measure", "skip"):
            ahead += 1
        if token.chinese and ahead < len(self.tokens) and self.tokens[ahead].role in ("rel", "at", "trait"):
            head = grammar.head_of_clause(self.tokens, ahead)
            if head is not None:
                self.nouns.reserve(head).count = number
                return
        self.nouns.clear_adjectives()
        pending.count = number

    def _measure(self, index: int, token: Token) -> None:
        """Measure words only part a number from its noun."""

    def _trait(self, index: int, token: Token) -> None:
        assert token.entry is not None
        if self._negating:
            self._negated = True
            return
        self._give(index, dict(trait.split(":", 1) for trait in token.entry.traits))

    def _give(self, index: int, traits: dict[str, str]) -> None:
        """Give traits to the noun ahead, to whoever acts, or to the last thing."""
        head = grammar.modified(self.tokens, index)
        if head is not None:
            self.nouns.reserve(head).traits |= traits
            return
        self._dress_in_colour()
        for owner in self.nouns.owners(traits):
            for key, value in traits.items():
                owner.traits.setdefault(key, value)

    def _tone(self, index: int, token: Token) -> None:
        self.scenery.tint = self.nouns.pending.colour() or self.scenery.tint

    def _skyword(self, index: int, token: Token) -> None:
        colour = self.nouns.pending.colour()
        if self._negating:
            self._negated = True
        elif colour in ("#2f6fd0", "#7db8ea"):
            self.scenery.put("weather", "clear", None)
        elif colour == "#26252b":
            self.scenery.put("time", "night", None)
        elif colour:
            self.scenery.tint = colour
        self._open = None
        self.nouns.last = "sky"

    # Relations

    def _rel(self, index: int, token: Token) -> None:
        assert token.entry is not None
        kind = token.entry.effects[0].value
        self._dress_in_colour()
        self.nouns.clear_adjectives()
        if kind in VERBS:
            head = None
            if token.chinese and not self.nouns.in_segment():
                head = grammar.head_of_clause(self.tokens, index)
            actor = self.nouns.actor() if head is None else None
            self._open = Tie(kind, [actor] if actor is not None else [], head=head)
            if token.entry.traits:
                self._act(index, dict(trait.split(":", 1) for trait in token.entry.traits))
        elif self.nouns.last == "sky":
            self._open = None
        else:
            self._open = Tie(kind, self._posing(index) or self.nouns.subjects())

    def _act(self, index: int, traits: dict[str, str]) -> None:
        """Give a verb's pose to whoever does it; without anybody it may be an adjective, as in `playing children`."""
        assert self._open is not None
        if self._open.head is not None:
            self.nouns.reserve(self._open.head).traits |= traits
        elif self._open.subjects:
            for owner in self.nouns.owners(traits):
                owner.traits.setdefault("pose", traits["pose"])
        else:
            self._give(index, traits)
            self._open = None

    def _posing(self, index: int) -> list[DraftThing]:
        """`sitting` right before a preposition: who sits is its subject, whatever noun came last."""
        said = self.tokens[index - 1].entry if index else None
        posed = said is not None and any(trait.startswith("pose:") for trait in said.traits)
        return self.nouns.owners({"pose": ""}) if posed else []

    def _at(self, index: int, token: Token) -> None:
        actor = self.nouns.actor_in_sentence()
        head = grammar.head_of_clause(self.tokens, index) if not self.nouns.in_segment() else None
        here = self._posing(index) or (self.nouns.subjects() if self.nouns.in_segment() else [actor])
        subjects = [] if head is not None else here
        self._frame = Tie("", [s for s in subjects if s is not None], head=head)
        self.nouns.clear_adjectives()

    def _post(self, index: int, token: Token) -> None:
        assert token.entry is not None
        kind = token.entry.effects[0].value
        frame, self._frame = self._frame, None
        back = index - 1
        while back >= 0 and self.tokens[back].role == "of":
            back -= 1
        if back < 0 or not grammar.is_noun(self.tokens[back]):
            if kind in ("left_of", "right_of") and (back < 0 or self.tokens[back].role in ("stop", "and", "at")):
                self.nouns.pending.place = kind.removesuffix("_of")
            return
        objects = (frame.targets if frame is not None else []) or self._named
        objects = objects[-2:] if kind == "between" else objects[-1:]
        if (
            frame is not None
            and frame.subjects
            and index + 1 < len(self.tokens)
            and self.tokens[index + 1].role == "of"
        ):
            nested = grammar.head_after(self.tokens, index)
            if nested is not None:
                self._located.append(Tie(kind, targets=objects, head=nested))
                self._frame = Tie("", frame.subjects, head=frame.head)
                return
        if frame is not None and frame.subjects:
            for subject in frame.subjects:
                for target in objects:
                    self.nouns.relate(subject, kind, target)
            return
        actor = self.nouns.actor_before(objects)
        if frame is None and actor is not None and self.nouns.posed:
            self.nouns.relate(actor, kind, objects[-1])
        else:
            self._located.append(Tie(kind, targets=objects, head=frame.head if frame is not None else None))

    def _place(self, index: int, token: Token) -> None:
        assert token.entry is not None
        place = token.entry.effects[0].value
        self._open = None
        if self.nouns.in_segment() and not token.chinese:
            self.nouns.mentions[-1].at = PLACES[place]
        else:
            self.nouns.pending.place = place

    # Small words

    def _and(self, index: int, token: Token) -> None:
        self.nouns.join()

    def _caption(self, index: int, token: Token) -> None:
        self._captioned = True

    def _the(self, index: int, token: Token) -> None:
        self.nouns.clear_adjectives()
        self.nouns.pending.definite = True

    def _be(self, index: int, token: Token) -> None:
        self._after_be = True

    def _no(self, index: int, token: Token) -> None:
        self._negating, self._negated = True, False

    def _nobody(self, index: int, token: Token) -> None:
        self.excluded |= dict.fromkeys(everybody())

    def _unknown(self, index: int, token: Token) -> None:
        if not self._negating:
            self.unknown[token.text] = None
            self.nouns.pending.colours.clear()
        self._negated = self._negating
        self.nouns.pending = Pending()

    def _stop(self, index: int, token: Token) -> None:
        self._dress_in_colour()
        colour = self.nouns.pending.colour()
        alone = index >= 2 and self.tokens[index - 2].role in ("stop", "be")
        latest = self.nouns.mentions[-1] if self.nouns.mentions else None
        if colour and latest is not None and (self._after_be or alone) and latest.colour is None:
            latest.colour = colour
        self._open = self._frame = self._settled = None
        if token.stop == ".":
            self._located = []
        self._negating, self._negated = self._forbidding, False
        self._after_be = self._captioned = False
        self.nouns.stop(sentence=token.stop == ".")

    def _dress_in_colour(self) -> None:
        """`a woman in red`: a colour without a noun after in or wearing is what she wears."""
        if self._open is not None and self._open.kind in ("in", "wearing") and self._open.subjects:
            subject = self._open.subjects[-1]
            if subject.kind in HUMANS and self.nouns.pending.colours:
                subject.traits["garment_colour"] = self.nouns.pending.colour() or ""
                self._open = None
