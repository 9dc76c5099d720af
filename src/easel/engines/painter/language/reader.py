"""The reader: goes through a prompt's tokens once, builds things and scenery, and ties words to the right noun."""

from collections.abc import Callable
from dataclasses import replace

from easel.engines.painter.language import grammar
from easel.engines.painter.language.draft import Scenery
from easel.engines.painter.language.lexicon import THING_ROLES, Effect, Entry
from easel.engines.painter.language.nouns import (
    COSTUMES,
    HUMANS,
    PLACES,
    Nouns,
    Pending,
    everybody,
)
from easel.engines.painter.language.said import Said, takes_colour
from easel.engines.painter.language.ties import Tie, Ties
from easel.engines.painter.language.tokens import Token

SCENERY_ROLES = ("setting", "backdrop", "time", "weather", "season", "sky", "style", "camera", "mood")
CLOTHES_ROLES = ("garment", "accessory", "glasses")
#: What a roof belongs to where no building was named.
HOUSE = Token("house", Entry((Effect("building", "house"),)))
#: Unknown words are reported this far.
LONGEST_WORD = 40
#: First names of the rows for about how many.
VAGUE = frozenset({"a few", "several", "many"})
#: What may follow a colour that stands behind its noun.
BEHIND = frozenset({"skip", "of", "colour", "measure", "tone"})
#: Words of negation reach no further than these.
NEGATION_ENDS = frozenset({"rel", "post", "at", "be", "of", "style", "camera", "num"})


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
        #: Every trait that was named, with the words for it: `pose:singing` by `singing`.
        self._said: list[tuple[str, str]] = []
        #: Words for places, times, weather, styles and the like, in order.
        self._places: list[Token] = []
        #: Parts that were named, by the word for each.
        self._parts: dict[str, str] = {}
        self.ties = Ties(tokens, self.nouns)
        self._negating, self._negated = forbidding, False
        self._after_be = False
        #: Where the last colour stood.
        self._coloured_at = -1
        #: The part that `is red` would speak of: a trait's key, `sky`, or empty for the whole thing.
        self._predicate = ""
        #: What follows is text to be written on something, up to the next stop.
        self._captioned = False
        handlers: dict[str, Callable[[int, Token], None]] = {
            "colour": self._colour, "num": self._num, "measure": self._measure, "size": self._size, "rel": self._rel,
            "post": self._post, "at": self._at, "and": self._and, "no": self._no, "nobody": self._nobody,
            "be": self._be, "place": self._place, "tone": self._tone, "skyword": self._skyword,
            "hairnoun": self._hairnoun, "part": self._part, "trait": self._trait, "unknown": self._unknown,
            "ground": self._ground, "turn": self._turn,
            "unpainted": self._unpainted, "hold": self._unpainted,
            "stop": self._stop, "the": self._the, "caption": self._caption,
        }  # fmt: skip
        handlers |= dict.fromkeys(SCENERY_ROLES, self._scene)
        handlers |= dict.fromkeys(CLOTHES_ROLES, self._clothes)
        self._handlers = handlers | dict.fromkeys(THING_ROLES, self._thing)

    def read(self) -> "Reader":
        """Go through all tokens."""
        for index, token in enumerate(self.tokens):
            if self._captioned and token.role != "stop":
                self._report(token.text)
                continue
            if self._negated and not self._forbidding and token.role in NEGATION_ENDS:
                self._negating = self._negated = False
            handler = self._handlers.get(token.role)
            if handler is not None:
                handler(index, token)
        self._stop(len(self.tokens), Token(".", stop="."))
        self.nouns.clear_adjectives()
        self.nouns.settle(framed=self.scenery.camera in ("portrait", "half_body", "full_body", "close_up"))
        told = Said(self._said, self._parts, self._places)
        for words in [*told.unseen(self.nouns.things, self.scenery), *self.nouns.lost]:
            self._report(words)
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
        self.ties.noun(index, made, joined=joined)
        if len(self.nouns.things) > before:
            self._after_be = False
            self._predicate = ""

    def _modifies_noun(self, index: int, token: Token) -> bool:
        """Whether an English noun only qualifies the next one, as in `cat burglar`; what it adds is not painted."""
        following = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        if following is None or following.chinese or token.chinese or token.plural or token.role == "colour":
            return False
        if not grammar.is_noun(following) or following.entry is None or following.entry.value("generic") is not None:
            return False
        if following.text.split(" ")[0].endswith("ing"):
            return False
        self._disguised_before(index, token)
        return True

    def _disguised_before(self, index: int, token: Token) -> None:
        """`a samurai cat` wears the hat; anything else that only qualifies a noun is named as not painted."""
        assert token.entry is not None
        hat = dict(trait.split(":", 1) for trait in token.entry.traits).get("hat")
        hat = hat or COSTUMES.get(token.entry.effects[0].value)
        following = self.tokens[index + 1].entry
        if hat is not None and following is not None and following.role == "animal":
            self.nouns.reserve(index + 1).hat = hat
        elif following is None or token.entry.effects[0] != following.effects[0]:
            self._report(token.text)

    def _scene(self, index: int, token: Token) -> None:
        assert token.entry is not None
        if self._negating:
            self._exclude(token)
            return
        words, colour = self.nouns.pending.words[:1], self.nouns.pending.colour()
        self._look_at_scenery(token)
        if words and colour and not takes_colour(token, colour):
            self._report(words[0])
        self._places.append(token)
        for effect in token.entry.effects:
            if effect.role in SCENERY_ROLES:
                self.scenery.put(effect.role, effect.value, colour)
            elif effect.role in THING_ROLES:
                self.nouns.add(token, None)
        if token.entry.value("setting") == "flower_field" and colour:
            self.nouns.plant_field(token, colour)
        if self.ties.open is not None and self.ties.open.kind != "wearing":
            self.ties.open = None
        self.nouns.last = token.role
        self.nouns.pending = Pending()

    def _look_at_scenery(self, token: Token) -> None:
        """`looking at the moon` lifts the eyes; `watching the sea` turns the back to the viewer."""
        tie = self.ties.open
        if tie is None or tie.kind != "looking_at":
            return
        for looker in tie.subjects:
            if token.role in ("sky", "skyword", "time"):
                looker.traits.setdefault("gaze", "up")
            elif token.role in ("setting", "backdrop"):
                looker.traits.setdefault("facing", "back")
                looker.traits.setdefault("gaze", "distance")

    def _report(self, words: str) -> None:
        """Take words into the list of what is not painted."""
        self.unknown[words[:LONGEST_WORD]] = None

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
        if self.ties.open is not None and self.ties.open.kind not in ("in", "wearing", "with"):
            self.ties.noun(index, self.nouns.add(token, None), joined=False)
            return
        tie = self.ties.take()
        head = tie.head if tie is not None else None
        if head is None and not (tie is not None and tie.subjects):
            head = grammar.modified(self.tokens, index)
        colour = self.nouns.pending.colour()
        traits = {token.role: token.entry.effects[0].value}
        self._said.append((f"{token.role}:{token.entry.effects[0].value}", token.text))
        if colour and token.role != "glasses":
            traits[f"{token.role}_colour"] = colour
        self._predicate = f"{token.role}_colour"
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
        self._predicate = "hair_colour"
        self.ties.open = None

    def _part(self, index: int, token: Token) -> None:
        assert token.entry is not None
        if index and self.tokens[index - 1].role == "skip":
            # `pink from trunk to tail`
            self._colour_behind(index)
        part, words = token.entry.effects[0].value, self.nouns.pending.words[:1]
        colour = self.nouns.pending.colour()
        tie = self.ties.take()
        if not self._negating:
            self._parts[token.text] = part
            if words and (part not in ("eyes", "roof") or not self.nouns.things):
                self._report(words[0])
        if self._negating:
            self._negated = True
        elif part == "roof" and self._on_a_roof(index, tie):
            self._stand_on_roof(index, token, tie)
        elif part == "body" and tie is not None:
            self._put_in_hand(token, tie)
        elif part in ("eyes", "skin", "roof"):
            self._colour_part(index, part, colour, words)

    def _colour_part(self, index: int, part: str, colour: str | None, words: list[str]) -> None:
        """`with green eyes`, `with black fur`, 红屋顶."""
        if part == "eyes":
            self._predicate = "eye_colour"
            if colour:
                self._give(index, {"eye_colour": colour})
        elif part == "roof" and colour:
            self.nouns.roof(colour)
        elif part == "skin" and self.nouns.mentions and self.nouns.mentions[-1].group != "person":
            # An animal is of the colour of its fur.
            self._predicate = ""
            if colour and self.nouns.paint(self.nouns.mentions[-1], colour):
                self.unknown.pop(words[0], None)

    def _put_in_hand(self, token: Token, tie: Tie) -> None:
        """`with a rose in her hand`: what is there is held."""
        holder = self.nouns.actor()
        if tie.kind not in ("in", "on") or not token.text.startswith(("hand", "arm")) or holder is None:
            return
        for held in tie.subjects:
            if held is not holder:
                holder.relations = [(kind, thing) for kind, thing in holder.relations if thing is not held]
                self.nouns.relate(holder, "holding", held)

    def _stand_on_roof(self, index: int, token: Token, tie: Tie | None) -> None:
        """屋顶上站着公鸡, `a bird on the roof`: the roof of the last building, or of a house."""
        # A place word behind it finds a noun here.
        self.tokens[index] = replace(HOUSE, text=token.text)
        building = next((thing for thing in reversed(self.nouns.things) if thing.group == "building"), None)
        self.ties.open = tie
        if building is None:
            self._parts.pop(token.text)
            self._thing(index, HOUSE)
        elif tie is not None:
            self.ties.noun(index, [building], joined=False)

    def _on_a_roof(self, index: int, tie: Tie | None) -> bool:
        """Whether something stands on a roof rather than has one."""
        following = self.tokens[index + 1].role if index + 1 < len(self.tokens) else ""
        return following == "post" or (tie is not None and tie.kind in ("on", "above", "over"))

    # Adjectives

    def _colour(self, index: int, token: Token) -> None:
        assert token.entry is not None
        said_of = index > 0 and self.tokens[index - 1].role == "be"
        if index > 1 and self.tokens[index - 1].text == "s" and grammar.is_noun(self.tokens[index - 2]):
            # `the sofa's green and …`, not `the boy's green hat`.
            self._after_be = self._after_be or not grammar.before_noun(self.tokens, index)
        if token.entry.is_thing and not said_of and not grammar.before_noun(self.tokens, index):
            self._thing(index, token)
        else:
            self._coloured_at = index
            self.nouns.pending.colours.append(token.entry.effects[0].value)
            self.nouns.pending.words.append(token.text)

    def _size(self, index: int, token: Token) -> None:
        assert token.entry is not None
        if grammar.head_after(self.tokens, index) is not None:
            self.nouns.pending.size = float(token.entry.effects[0].value)
        elif self._after_be and self.nouns.mentions:
            self.nouns.mentions[-1].size = float(token.entry.effects[0].value)

    def _num(self, index: int, token: Token) -> None:
        assert token.entry is not None
        if token.entry.traits:
            self._trait(index, token)
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
        self._colour_behind(index)
        self.nouns.clear_adjectives()
        pending.count, pending.vague = number, token.entry.names[0] in VAGUE

    def _measure(self, index: int, token: Token) -> None:
        """Measure words only part a number from its noun."""

    def _trait(self, index: int, token: Token) -> None:
        assert token.entry is not None
        if self._negating:
            self._negated = True
            return
        following = next((t for t in self.tokens[index + 1 :] if t.role not in ("of", "skip")), None)
        if following is not None and following.role == "part" and following.entry is not None:
            if following.entry.effects[0].value in ("building", "roof"):
                # `a wooden floor`: what the part is like is not what the things are like.
                self._report(token.text)
                return
        self._said += [(trait, token.text) for trait in sorted(token.entry.traits)]
        self._give(index, dict(trait.split(":", 1) for trait in token.entry.traits))

    def _give(self, index: int, traits: dict[str, str]) -> None:
        """Give traits to the noun ahead, to whoever acts, or to the last thing."""
        head = grammar.modified(self.tokens, index)
        if head is not None:
            self.nouns.reserve(head).traits |= traits
            return
        self._dress_in_colour()
        owners = self.nouns.owners(traits)
        if not owners:
            self.nouns.unclaimed |= traits
        for owner in owners:
            for key, value in traits.items():
                owner.traits.setdefault(key, value)

    def _tone(self, index: int, token: Token) -> None:
        if token.chinese and grammar.head_after(self.tokens, index) is not None:
            # 紫色调的热气球
            return
        self.scenery.tint = self.nouns.pending.colour() or self.scenery.tint

    def _skyword(self, index: int, token: Token) -> None:
        colour = self.nouns.pending.colour()
        self._look_at_scenery(token)
        if self._negating:
            self._negated = True
        elif colour in ("#2f6fd0", "#7db8ea"):
            self.scenery.put("weather", "clear", None)
        elif colour == "#26252b":
            self.scenery.put("time", "night", None)
        elif colour:
            self.scenery.tint = colour
        self.ties.open = None
        self._predicate = "sky"
        self.nouns.last = "sky"

    # Relations

    def _rel(self, index: int, token: Token) -> None:
        assert token.entry is not None
        self._dress_in_colour()
        self._colour_behind(index)
        self.nouns.clear_adjectives()
        self.ties.relation(index, token)
        if token.entry.traits:
            self._act(index, dict(trait.split(":", 1) for trait in token.entry.traits))

    def _at(self, index: int, token: Token) -> None:
        self.ties.at(index)
        self.nouns.clear_adjectives()

    def _post(self, index: int, token: Token) -> None:
        self.ties.place_word(index, token)

    def _act(self, index: int, traits: dict[str, str]) -> None:
        """Give a verb's pose to whoever does it; without anybody it may be an adjective, as in `playing children`."""
        assert self.ties.open is not None
        if self.ties.open.head is not None:
            self.nouns.reserve(self.ties.open.head).traits |= traits
        elif self.ties.open.subjects:
            for owner in self.nouns.owners(traits):
                owner.traits.setdefault("pose", traits["pose"])
        else:
            self._give(index, traits)
            self.ties.open = None

    def _place(self, index: int, token: Token) -> None:
        assert token.entry is not None
        place = token.entry.effects[0].value
        self.ties.open = None
        if self.nouns.in_segment() and not token.chinese:
            self.nouns.mentions[-1].at = PLACES[place]
        else:
            self.nouns.pending.place = place

    # Small words

    def _turn(self, index: int, token: Token) -> None:
        self._colour_behind(index)
        self.ties.turn(index, token)

    def _and(self, index: int, token: Token) -> None:
        self._colour_behind(index)
        self.nouns.join()

    def _caption(self, index: int, token: Token) -> None:
        self._captioned = True

    def _the(self, index: int, token: Token) -> None:
        self._colour_behind(index)
        self.nouns.clear_adjectives()
        self.nouns.pending.definite = True

    def _be(self, index: int, token: Token) -> None:
        self._after_be = True

    def _no(self, index: int, token: Token) -> None:
        self._negating, self._negated = True, False

    def _nobody(self, index: int, token: Token) -> None:
        self.excluded |= dict.fromkeys(everybody())

    def _ground(self, index: int, token: Token) -> None:
        """`on a pink background`: a plain ground in that colour."""
        colour = self.nouns.pending.colour()
        if colour and not self._negating:
            self.scenery.put("setting", "plain", None)
            self.scenery.tint = colour
            self.ties.open = None

    def _unpainted(self, index: int, token: Token) -> None:
        if self._negating:
            self._negated = True
        else:
            self._report(token.text)

    def _unknown(self, index: int, token: Token) -> None:
        if not self._negating:
            self._report(token.text)
            self.nouns.clear_adjectives()
        self._negated = self._negating
        self.nouns.pending = Pending()

    def _stop(self, index: int, token: Token) -> None:
        self._dress_in_colour()
        words, colour = self.nouns.pending.words[:1], self.nouns.pending.colour()
        alone = index >= 2 and self.tokens[index - 2].role in ("stop", "be")
        latest = self.nouns.mentions[-1] if self.nouns.mentions else None
        if colour and self._after_be and self._predicate:
            self._say_of_part(colour)
        elif colour and latest is not None and (self._after_be or alone or self._stands_behind(index)):
            self.nouns.lost += [] if self.nouns.paint(latest, colour) else words
        elif colour and alone and self.scenery.tint is None:
            # `…, blue, …`: a colour for itself is that of the whole picture.
            self.scenery.tint = colour
        elif colour:
            self.nouns.lost += words
        self.nouns.number_behind()
        counting_on = token.text == ":" and not self.nouns.in_segment()
        count = self.nouns.pending.count if counting_on else None
        self.ties.stop(sentence=token.stop == ".")
        self._predicate = ""
        self._negating, self._negated = self._forbidding, False
        self._after_be = self._captioned = False
        self.nouns.stop(sentence=token.stop == ".")
        # `six of them: penguins`
        self.nouns.pending.count = count

    def _stands_behind(self, index: int) -> bool:
        """Whether the last colour is the last word before `index` that says anything, and no noun's adjective."""
        between = self.tokens[self._coloured_at + 1 : index]
        return self._coloured_at >= 0 and all(token.role in BEHIND for token in between)

    def _colour_behind(self, index: int) -> None:
        """`painted the old truck pink`, `the cup is white but the pot …`: a colour behind what it is said of."""
        if not self.nouns.pending.colours or not self.nouns.mentions or not self._stands_behind(index):
            return
        token, before = self.tokens[index], self.tokens[self._coloured_at - 1] if self._coloured_at else None
        one = token.role == "num" and token.text in ("one", "1")
        behind_noun = before is not None and not before.chinese and (grammar.is_noun(before) or before.text == "s")
        if grammar.before_noun(self.tokens, self._coloured_at):
            return
        if not (self._after_be or one or (behind_noun and token.role in ("the", "and"))):
            return
        words, colour = self.nouns.pending.words[:1], self.nouns.pending.colour() or ""
        if self._after_be and self._predicate:
            self._say_of_part(colour)
        elif not self.nouns.paint(self.nouns.mentions[-1], colour):
            self.nouns.lost += words
        self._after_be = False

    def _say_of_part(self, colour: str) -> None:
        """`her hair is blue`, 天空是粉色的: the colour belongs to the part that was named."""
        actor = self.nouns.actor()
        if self._predicate == "sky":
            self.scenery.tint = colour
        elif actor is not None:
            actor.traits[self._predicate] = colour

    def _dress_in_colour(self) -> None:
        """`a woman in red`: a colour without a noun after in or wearing is what she wears."""
        if self.ties.open is not None and self.ties.open.kind in ("in", "wearing") and self.ties.open.subjects:
            subject = self.ties.open.subjects[-1]
            if subject.kind in HUMANS and self.nouns.pending.colours:
                subject.traits["garment_colour"] = self.nouns.pending.colour() or ""
                self.ties.open = None
