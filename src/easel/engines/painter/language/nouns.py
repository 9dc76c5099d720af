"""The things of a prompt as they come by, with what was said before each of them, and who is doing what."""

from dataclasses import dataclass, field

from easel.engines.painter.language.draft import (
    MAX_COUNT,
    SMALL_GROUPS,
    SOME,
    SOME_SMALL,
    DraftThing,
    group_of,
)
from easel.engines.painter.language.lexicon import THING_ROLES
from easel.engines.painter.language.shapes import CONTAINERS, METALS
from easel.engines.painter.language.tokens import Token

HUMANS = frozenset({"man", "woman", "girl", "boy", "baby", "old_man", "old_woman", "princess", "dancer"})
PEOPLE = HUMANS | {"astronaut", "wizard", "knight", "soldier", "doctor", "chef", "monk"}
WORN = frozenset({"hat", "crown", "backpack"})
#: Colours before a person that say who it is rather than what it wears.
COMPLEXIONS = {"#26252b": "african", "#f5f4f0": "european"}
#: Traits of living things only, and of things that are not alive only.
LIVING = frozenset({"mood", "hair", "hair_colour", "beard", "ethnicity", "gender", "eye_colour", "gaze", "facing"})
#: Traits that belong to the first living thing even when they are named before it.
ANYWHERE = frozenset({"facing", "gaze", "hair", "hair_colour", "glasses"})
#: What an animal wears for the word for a part of people's clothes.
WORN_BY_ANIMALS = {
    "scarf": "icon:scarf", "tie": "icon:ribbon", "headphones": "icon:headphone", "necklace": "icon:prayer-beads",
    "flower_crown": "icon:cherry-blossom", "helmet": "icon:rescue-workers-helmet", "glasses": "icon:glasses",
    "sunglasses": "icon:sunglasses",
}  # fmt: skip
#: Whoever is on these rides them.
RIDDEN = frozenset({"icon:broom", "bicycle", "motorcycle", "horse", "unicorn", "camel", "icon:motor-scooter"})
#: What people read when they look at it.
READ = frozenset({"book", "icon:newspaper", "icon:open-book", "icon:scroll", "icon:rolled-up-newspaper"})
#: What bears its toppings, and what is laid on it.
TOPPED = frozenset(
    "cake pizza ice_cream icon:shortcake icon:cupcake icon:birthday-cake icon:pancakes icon:waffle icon:pie "
    "icon:custard icon:doughnut icon:shaved-ice".split()
)
TOPPINGS = frozenset({"candle", "strawberry", "apple", "orange", "mushroom", "egg", "star", "heart", "rose", "flower"})
#: The hat by which somebody is known.
COSTUMES = {
    "wizard": "wizard", "chef": "chef", "princess": "crown", "soldier": "cap", "knight": "cap", "doctor": "cap",
    "icon:santa-claus": "santa", "icon:artist": "cap", "icon:ninja": "cap",
}  # fmt: skip
#: Groups of which a golden or silver one is of gold or silver.
CAST = frozenset({"object", "furniture", "building"})
#: Roles whose plural is one thing.
PAIRED = frozenset({"accessory", "garment", "glasses"})
MAX_THINGS = 24
#: Nobody who was named longer ago than this acts.
MEMORY = 24
#: Where in the frame the words for a place put a thing.
PLACES = {
    "left": (0.25, 0.6), "right": (0.75, 0.6), "centre": (0.5, 0.55), "top": (0.5, 0.22), "bottom": (0.5, 0.8),
    "top_left": (0.22, 0.22), "top_right": (0.78, 0.22), "bottom_left": (0.22, 0.8), "bottom_right": (0.78, 0.8),
}  # fmt: skip


@dataclass(slots=True)
class Pending:
    """What was said before the noun that it belongs to."""

    colours: list[str] = field(default_factory=list)
    #: How the colours were called.
    words: list[str] = field(default_factory=list)
    count: int | None = None
    #: The number says only about how many: `a flock of`, 几只.
    vague: bool = False
    size: float = 1.0
    place: str | None = None
    #: `the` was said: the noun may be one that was named before.
    definite: bool = False

    def colour(self) -> str | None:
        """Take the first colour; the others stay behind as words."""
        taken = self.colours[0] if self.colours else None
        self.colours, self.words = [], self.words[1:]
        return taken

    def take_all(self, used: int) -> None:
        """Leave behind only the words of the colours that were not used."""
        self.colours, self.words = [], self.words[used:]


@dataclass(slots=True)
class Reserved:
    """What was said of a noun that comes some words later, such as 坐在椅子上的 before 猫."""

    traits: dict[str, str] = field(default_factory=dict)
    count: int | None = None
    #: It is dressed up with this hat.
    hat: str | None = None


class Nouns:
    """All things so far."""

    def __init__(self) -> None:
        self.things: list[DraftThing] = []
        #: The things in the order in which they were spoken of, some more than once.
        self.mentions: list[DraftThing] = []
        self.pending = Pending()
        self.reserved: dict[int, Reserved] = {}
        #: Role of the last noun, thing or scenery.
        self.last = ""
        #: Somebody in this segment sits, stands, flies, …
        self.posed = False
        #: `and` was said since the last noun.
        self.after_and = False
        #: … and the next noun acts together with the last.
        self._joining = False
        self._segment = self._sentence = 0
        #: What something else stands on, holds or looks at, by id().
        self._targets: set[int] = set()
        self._coordinated: list[DraftThing] = []
        #: Traits that were named before anybody they could belong to.
        self.unclaimed: dict[str, str] = {}
        self._orphans: list[tuple[Token, dict[str, str], str | None]] = []
        #: What things are in, by id() of the thing: a vase of flowers stands on the table, not the flowers.
        self._contained: dict[int, DraftThing] = {}
        #: Words for what was understood and cannot be shown.
        self.lost: list[str] = []

    # Making things

    def add(self, token: Token, reserved: Reserved | None) -> list[DraftThing]:
        """The things of a noun, with everything that was said before it. A noun said again is the same thing."""
        assert token.entry is not None
        pending, self.pending = self.pending, Pending()
        used = 1
        reserved = reserved or Reserved()
        count = pending.count if pending.count is not None else reserved.count
        again = self._again(token, count, pending)
        if again is not None:
            made = [again]
        else:
            made = self._made(token, count, pending)[: MAX_THINGS - len(self.things)]
            self.things += made
            used = max(used, len({thing.colour for thing in made}))
        self.lost += pending.words[used:]
        for thing in made:
            thing.numbered = thing.numbered or (count is not None and not pending.vague)
            self._describe(thing, dict(t.split(":", 1) for t in sorted(token.entry.traits)) | reserved.traits)
            thing.at = PLACES[pending.place] if pending.place else thing.at
            if reserved.hat is not None:
                self._put_on(thing, reserved.hat, token.text)
        self.mentions += made
        self._coordinated = self._coordinated + made if self._joining else made
        self._joining = self.after_and = False
        self.last = "thing"
        return made

    def _made(self, token: Token, count: int | None, pending: Pending) -> list[DraftThing]:
        assert token.entry is not None
        kinds = [effect for effect in token.entry.effects if effect.role in THING_ROLES]
        if kinds[0].role == "people":
            return self._people(token, kinds[0].value, count)
        made = []
        for effect in kinds:
            kind = f"icon:{effect.value}" if effect.role == "icon" else effect.value
            group = group_of(effect.role, effect.value)
            # Shoes and gloves come as the pair that the picture shows.
            bare = token.plural and count in (None, 1) and token.role not in PAIRED
            count = int(token.entry.value("count") or 0) or None if count is None else count
            number = (SOME_SMALL if group in SMALL_GROUPS else SOME) if bare else (count or 1)
            number = 1 if len(kinds) > 1 else 2 * len(pending.colours) if bare and pending.colours[1:] else number
            own = token.entry.value("colour") if token.role != "colour" else None
            shares = self._shares(min(number, MAX_COUNT), pending.colours or ([own] if own else []))
            for colour, share in shares:
                thing = DraftThing(kind, group, token.text, count=share, size=pending.size, bare_plural=bare)
                self._colour(thing, colour)
                made.append(thing)
        return made

    @staticmethod
    def _shares(count: int, colours: list[str]) -> list[tuple[str | None, int]]:
        """`red and blue balloons` are some of each; one thing of two colours has the first."""
        if len(colours) < 2 or count < len(colours):
            return [(colours[0] if colours else None, count)]
        each, rest = divmod(count, len(colours))
        return [(colour, each + (number < rest)) for number, colour in enumerate(colours)]

    @staticmethod
    def _people(token: Token, who: str, count: int | None) -> list[DraftThing]:
        number = min(count or 4, MAX_COUNT)
        first, second = ("boy", "girl") if who == "children" else ("man", "woman")
        shares = ((first, (number + 1) // 2), (second, number // 2))
        return [DraftThing(kind, "person", token.text, count=share) for kind, share in shares if share]

    def _again(self, token: Token, count: int | None, pending: Pending) -> DraftThing | None:
        assert token.entry is not None
        if count is not None or pending.place or self._joining or token.plural:
            return None
        if pending.colours and not pending.definite:
            return None
        if token.entry.value("generic") is not None:
            people = [thing for thing in self.things if thing.kind in PEOPLE]
            return people[-1] if people else None
        kinds = [effect for effect in token.entry.effects if effect.role in THING_ROLES]
        if len(kinds) > 1:
            return None
        kind = f"icon:{kinds[0].value}" if kinds[0].role == "icon" else kinds[0].value
        same = [thing for thing in reversed(self.things) if thing.kind == kind]
        return next((thing for thing in same if not pending.colours or thing.colour == pending.colours[0]), None)

    def paint(self, thing: DraftThing, colour: str) -> bool:
        """Give a thing that was named before a colour; False where it has one, or wears one, already."""
        if thing.colour is not None or "garment_colour" in thing.traits:
            return False
        if thing.kind in HUMANS:
            thing.traits["garment_colour"] = colour
        else:
            self._colour(thing, colour)
        return True

    def number_behind(self) -> None:
        """苹果五个, 一群羊，正好六只: a number without a noun of its own is that of the thing named last."""
        count, latest = self.pending.count, self.mentions[-1] if self.mentions else None
        if count is not None and latest is not None and not latest.numbered and latest.kind not in ("man", "woman"):
            latest.count = min(count, MAX_COUNT)
            latest.numbered, latest.bare_plural = True, False

    @staticmethod
    def _colour(thing: DraftThing, colour: str | None) -> None:
        if colour is None:
            return
        if thing.kind not in HUMANS:
            thing.colour = colour
            if colour in METALS and thing.group in CAST:
                thing.traits.setdefault("material", METALS[colour])
        elif colour in COMPLEXIONS:
            thing.traits["ethnicity"] = COMPLEXIONS[colour]
        else:
            thing.traits["garment_colour"] = colour

    @staticmethod
    def _describe(thing: DraftThing, traits: dict[str, str]) -> None:
        for key, value in traits.items():
            if key not in LIVING or thing.animate:
                thing.traits[key] = value
        if not thing.animate and thing.traits.get("age") == "old":
            thing.traits["age"] = "ancient"
        if thing.kind in ("man", "woman") and thing.traits.get("age") == "old":
            thing.kind = f"old_{thing.kind}"
            del thing.traits["age"]

    def plant_field(self, token: Token, colour: str) -> None:
        """The flowers of a field whose colour was given."""
        self.things.append(DraftThing("flower", "plant", token.text, count=SOME_SMALL, colour=colour))

    def roof(self, colour: str) -> None:
        """Give the last building a roof of this colour."""
        for thing in reversed(self.things):
            if thing.group == "building":
                thing.traits["roof_colour"] = colour
                return

    def orphan(self, token: Token, traits: dict[str, str], colour: str | None) -> None:
        """Clothes that nobody wears yet."""
        self._orphans.append((token, traits, colour))

    def reserve(self, head: int) -> Reserved:
        """What is kept for the noun at token `head`."""
        return self.reserved.setdefault(head, Reserved())

    # Who does what

    def in_segment(self) -> bool:
        """Whether a thing was named since the last comma or `and`."""
        return len(self.mentions) > self._segment

    def subjects(self) -> list[DraftThing]:
        """What a preposition here speaks of: the last noun with those joined to it."""
        spoken_of = self.mentions[self._sentence :][-1:]
        if self._coordinated and self._coordinated[-1] in self.mentions[self._sentence :]:
            spoken_of = self._coordinated
        return [self._contained.get(id(thing), thing) for thing in spoken_of]

    def actor(self) -> DraftThing | None:
        """Whoever can act, nearest first: in this segment, then in the sentence, then in the prompt."""
        for start in (self._segment, self._sentence, len(self.mentions) - MEMORY):
            living = [thing for thing in self.mentions[max(start, len(self.mentions) - MEMORY, 0) :] if thing.animate]
            free = [thing for thing in living if id(thing) not in self._targets]
            if free or living:
                return (free or living)[-1]
        return None

    def actor_in_sentence(self) -> DraftThing | None:
        """Whoever acts; without anybody, the sentence's first thing."""
        return self.actor() or next(iter(self.mentions[self._sentence :]), None)

    def owners(self, traits: dict[str, str]) -> list[DraftThing]:
        """Whose traits these are when they stand behind the noun; notes that somebody has a pose."""
        self.posed = self.posed or "pose" in traits
        last = self.mentions[-1] if self.mentions[self._sentence :] else None
        lifeless = last is not None and self.in_segment() and not self._acts()
        if LIVING & traits.keys() or ("pose" in traits and not lifeless):
            actor = self.actor()
            together = actor in self._coordinated and all(thing.animate for thing in self._coordinated)
            return list(self._coordinated) if together else [actor] if actor is not None else []
        return [last] if last is not None else []

    def _acts(self) -> bool:
        return any(thing.animate for thing in self.mentions[self._segment :])

    def relate(self, subject: DraftThing, kind: str, target: DraftThing) -> None:
        """Tie two things; `with`, `in` and `wearing` become what they mean for these two."""
        if kind == "holds":
            self._contained[id(target)] = subject
            subject, kind, target = target, "in", subject
        elif kind == "as" or (kind == "wearing" and target.group == "person"):
            self._disguise(subject, target)
            return
        elif kind == "looking_at" and target.kind in READ and subject.group == "person":
            subject.traits.setdefault("pose", "reading")
            kind = "holding"
        elif kind == "on" and subject.kind in WORN and target.animate:
            subject, kind, target = target, "wearing", subject
        elif kind == "with":
            if self._drawn_with(subject, target):
                return
            subject, kind, target = self._accompanied(subject, target)
        elif kind == "in" and target.kind in WORN and subject.animate:
            kind = "wearing"
        elif kind == "on" and target.kind in RIDDEN and subject.group == "person":
            kind = "riding"
        subject.relate(kind, target)
        self._targets.add(id(target))

    def _drawn_with(self, subject: DraftThing, target: DraftThing) -> bool:
        """Whether the drawing of a thing shows what it is said to have: doors of houses, a cake's candles."""
        if (subject.kind, target.kind) == ("cake", "candle") and target in self.things:
            self.things.remove(target)
            return True
        return subject.group == "building" and target.kind in ("door", "window", "flag")

    def _accompanied(self, subject: DraftThing, target: DraftThing) -> tuple[DraftThing, str, DraftThing]:
        """What `with` means: a dog with a hat wears it, a man with a bag carries it, a vase with tulips holds them."""
        if subject.kind in CONTAINERS and target.group in ("plant", "food", "object"):
            self._contained[id(target)] = subject
            return target, "in", subject
        if subject.animate and target.kind in WORN:
            return subject, "wearing", target
        if subject.animate and target.group in ("food", "object"):
            return subject, "holding", target
        topping = target.kind in TOPPINGS or (target.kind.startswith("icon:") and target.group in ("food", "plant"))
        return (target, "on", subject) if subject.kind in TOPPED and topping else (subject, "beside", target)

    def _disguise(self, subject: DraftThing, target: DraftThing) -> None:
        """`dressed as a king`: people put on the clothes, animals the hat; whoever is meant is no second figure."""
        if target.group != "person" or not subject.animate or target is subject:
            return
        place = self.things.index(target)
        hat = target.traits.get("hat") or COSTUMES.get(target.kind)
        if subject.group == "person":
            subject.traits |= {key: value for key, value in target.traits.items() if key in ("garment", "hat")}
            if hat and hat != "none":
                subject.traits.setdefault("hat", hat)
            self.things.pop(place)
        elif hat is None:
            self.things.pop(place)
            self.lost.append(target.words)
        else:
            self.things.pop(place)
            self._put_on(subject, hat, target.words)

    def _wear_as_things(self, animal: DraftThing) -> None:
        """Scarves and glasses are part of people's drawings; animals put on the things themselves."""
        if len(self.things) >= MAX_THINGS:
            return
        for key in ("accessory", "glasses"):
            kind = WORN_BY_ANIMALS.get(animal.traits.get(key, ""))
            if kind is not None:
                del animal.traits[key]
                colour = animal.traits.pop(f"{key}_colour", None)
                worn = DraftThing(kind, "object", kind.removeprefix("icon:"), count=animal.count, colour=colour)
                self.things.append(worn)
                animal.relate("wearing", worn)

    def _put_on(self, wearer: DraftThing, hat: str, words: str) -> None:
        traits = {} if hat in ("crown", "cap", "top") else {"hat": hat}
        self.things.append(DraftThing("crown" if hat == "crown" else "hat", "object", words, traits=traits))
        wearer.relate("wearing", self.things[-1])

    # Boundaries

    def join(self) -> None:
        """`and`: the next noun is joined to the last one, unless that is already what another one stands on."""
        self.after_and = True
        self._joining = bool(self._coordinated) and not any(id(thing) in self._targets for thing in self._coordinated)
        self._segment = len(self.mentions)
        self.posed = False

    def stop(self, *, sentence: bool) -> None:
        """A comma, or the end of a sentence."""
        self.lost += self.pending.words
        self.pending = Pending(place=self.pending.place)
        self._segment = len(self.mentions)
        self._sentence = len(self.mentions) if sentence else self._sentence
        self._joining = self.after_and = self.posed = False
        self._coordinated = [] if sentence else self._coordinated
        self.last = ""

    def clear_adjectives(self) -> None:
        """Colours and sizes reach no further than this."""
        self.lost += self.pending.words
        self.pending.take_all(0)
        self.pending.words = []
        self.pending.size = 1.0

    def settle(self, *, framed: bool) -> None:
        """The end of the prompt: unworn clothes find a wearer or are things; a framed `men` is one man."""
        for token, traits, colour in self._orphans:
            wearer = next((thing for thing in self.things if thing.group == "person"), None)
            if wearer is not None:
                wearer.traits = traits | wearer.traits
            else:
                self.pending = Pending(colours=[colour] if colour else [])
                self.add(token, None)
        for thing in [thing for thing in self.things if thing.group == "animal"]:
            self._wear_as_things(thing)
        for thing in [thing for thing in self.things if thing.animate][:1]:
            thing.traits = {k: v for k, v in self.unclaimed.items() if k in ANYWHERE} | thing.traits
        for thing in self.things:
            if thing.traits.get("pose") == "flying":
                # 从树顶上飞过: whoever flies is over it, not on it.
                thing.relations = [("above" if kind == "on" else kind, other) for kind, other in thing.relations]
            if framed and thing.bare_plural and thing.kind in PEOPLE:
                thing.count = 1


def everybody() -> tuple[str, ...]:
    """The kinds of people, in order."""
    return tuple(sorted(PEOPLE))
