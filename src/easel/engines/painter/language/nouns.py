"""The things of a prompt as they come by, with what was said before each of them, and who is doing what."""

from dataclasses import replace
from itertools import pairwise

from easel.engines.painter.dishes import tops
from easel.engines.painter.language.costumes import disguise, put_on, wear_as_things
from easel.engines.painter.language.draft import MAX_COUNT, MAX_THINGS, SOME_SMALL, DraftThing
from easel.engines.painter.language.kinds import GROUNDS, HUMANS, LIVING, PEOPLE, WORN
from easel.engines.painter.language.lexicon import THING_ROLES
from easel.engines.painter.language.making import describe, give_colour, make
from easel.engines.painter.language.meaning import bearer, contains, dish_on, drawn_with, meant
from easel.engines.painter.language.pending import Pending, Reserved
from easel.engines.painter.language.tokens import Token

#: Traits that belong to the first living thing even when they are named before it.
ANYWHERE = frozenset({"facing", "gaze", "hair", "hair_colour", "glasses", "face"})
#: Nobody who was named longer ago than this acts.
MEMORY = 24
#: Where in the frame the words for a place put a thing.
PLACES = {
    "left": (0.25, 0.6), "right": (0.75, 0.6), "centre": (0.5, 0.55), "top": (0.5, 0.22), "bottom": (0.5, 0.8),
    "top_left": (0.22, 0.22), "top_right": (0.78, 0.22), "bottom_left": (0.22, 0.8), "bottom_right": (0.78, 0.8),
}  # fmt: skip

#: Traits that tell dishes and cakes of one kind apart.
RECIPES = ("dish:", "cake:")
#: Plain words for several kinds, and the kinds that they may mean where one was named before.
PLAIN = frozenset({"船", "小船", "boat", "树", "大树", "tree", "屋子", "房子", "house"})
NARROWER = {
    "boat": frozenset({"sampan", "gondola", "dragon_boat", "ship", "cruise_ship", "cargo_ship", "rowboat", "canoe"}),
    "tree": frozenset({"willow", "pine", "cherry_tree", "autumn_tree", "plum_blossom", "palm"}),
    "house": frozenset({"cabin", "cottage", "courtyard_house"}),
}


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
        #: Where the row leads that this sentence names; empty without one.
        self._row = ""
        #: What something else stands on, holds or looks at, by id().
        self._targets: set[int] = set()
        self._coordinated: list[DraftThing] = []
        #: What was named one after the other with nothing but commas between, before an `and`.
        self._enumerated: list[DraftThing] = []
        self._listing = False
        #: `both` or 都 was said: what follows is said of everybody who was named together.
        self.together = False
        #: Traits that were named before anybody they could belong to.
        self.unclaimed: dict[str, str] = {}
        self._orphans: list[tuple[Token, dict[str, str], str | None, int | None]] = []
        #: What things are in, by id() of the thing: a vase of flowers stands on the table, not the flowers.
        self._contained: dict[int, DraftThing] = {}
        #: Who wears or holds things, by id() of the thing: a man in a hat on a bench is on it himself.
        self._bearers: dict[int, DraftThing] = {}
        #: Words for what was understood and cannot be shown.
        self.lost: list[str] = []

    # Making things

    def add(self, token: Token, reserved: Reserved | None, *, said_to_be: bool = False) -> list[DraftThing]:
        """The things of a noun, with everything that was said before it. A noun said again is the same thing.

        `said_to_be`: it stands behind `is`.
        """
        assert token.entry is not None
        pending, self.pending = self.pending, Pending()
        used = 1
        reserved = reserved or Reserved()
        count = pending.count if pending.count is not None else reserved.count
        own = token.entry.value("colour") if token.role != "colour" else None
        # 黑猫 says its colour itself.
        colour = next(iter(pending.colours), own)
        made = self._pair_again(token, count, pending) or self._same_again(token, count, colour, said_to_be=said_to_be)
        made = made or self._again(token, count, pending)
        for thing in made:
            thing.count = thing.count if count is None else min(count, MAX_COUNT)
            if thing.colour is None:
                give_colour(thing, colour)
        if not made:
            made = make(token, count, pending)[: MAX_THINGS - len(self.things)]
            self.things += made
            used = max(used, len({thing.colour for thing in made}))
        self.lost += pending.words[used:]
        if token.entry.value("instead") is not None:
            # What is painted is only of the sort that was named.
            self.lost.append(token.text)
        for thing in made:
            thing.numbered = thing.numbered or (count is not None and not pending.vague)
            describe(thing, dict(t.split(":", 1) for t in sorted(token.entry.traits)) | reserved.traits)
            thing.at = PLACES[pending.place] if pending.place else thing.at
            if reserved.hat is not None:
                put_on(self.things, thing, reserved.hat, token.text)
        self.mentions += made
        self._coordinated = self._coordinated + made if self._joining else made
        self._enumerated = self._enumerated + made if self._listing or self._joining else list(made)
        self._listing = False
        self._joining = self.after_and = False
        self.last = "thing"
        return made

    def _pair_again(self, token: Token, count: int | None, pending: Pending) -> list[DraftThing]:
        """爷爷穿蓝褂子，奶奶穿红袄，老两口…: a word for two means those who were named; empty where they were not."""
        assert token.entry is not None
        kinds = [effect.value for effect in token.entry.things()]
        if len(kinds) < 2 or count is not None or pending.colours:
            return []
        named = [next((t for t in reversed(self.things) if t.kind == kind and t.count == 1), None) for kind in kinds]
        return [thing for thing in named if thing is not None] if all(named) else []

    def _again(self, token: Token, count: int | None, pending: Pending) -> list[DraftThing]:
        """The one of that kind that was named and is meant again; empty where another one is meant."""
        assert token.entry is not None
        counted = count is not None
        again = not self.in_segment() and not self._joining and not self._listing
        if counted and not pending.definite and (self.in_segment() if token.chinese else not again or count < 2):
            return []
        if pending.place or ((self._joining or token.plural) and not (counted and (pending.definite or again))):
            return []
        if token.entry.value("generic") is not None:
            people = [thing for thing in self.things if thing.kind in PEOPLE]
            return people[-1:] if not pending.colours else []
        kinds = [effect for effect in token.entry.effects if effect.role in THING_ROLES]
        if len(kinds) != 1:
            return []
        kind = f"icon:{kinds[0].value}" if kinds[0].role == "icon" else kinds[0].value
        # 江上一艘乌篷船，船上…: the plain word for what was named more closely, a clause before.
        wide = token.text in PLAIN and not counted and not self._joining and (again or token.chinese)
        alike = {kind} | (NARROWER.get(kind, frozenset()) if wide else frozenset())
        same = [thing for thing in reversed(self.things) if thing.kind in alike]
        if counted:
            same = [thing for thing in same if self._is_counted_by(thing, count, definite=pending.definite)]
        named = {trait for trait in token.entry.traits if trait.startswith(RECIPES)}
        same = [t for t in same if not named or named <= {f"{key}:{value}" for key, value in t.traits.items()}]
        if pending.colours and not pending.definite:
            same = [thing for thing in same if self._is_bare(thing)]
        return [t for t in same if not pending.colours or t.colour in (pending.colours[0], None)][:1]

    def _same_again(self, token: Token, count: int | None, colour: str | None, *, said_to_be: bool) -> list[DraftThing]:
        """`the luckiest cat is a black cat. Draw a black cat!`: one of a kind that is told once more is the same."""
        assert token.entry is not None
        kinds = [effect.value for effect in token.entry.effects if effect.role in THING_ROLES]
        if count != 1:
            return []
        spoken = self.mentions[self._sentence :]
        if said_to_be and [thing.kind for thing in spoken[-1:]] == kinds and spoken[-1].count == 1:
            return spoken[-1:]
        alike = [thing for thing in self.things if [thing.kind] == kinds and thing.count == 1]
        return [] if spoken or colour is None else [thing for thing in alike if thing.colour == colour][:1]

    @staticmethod
    def _is_counted_by(thing: DraftThing, count: int | None, *, definite: bool) -> bool:
        """骆驼队，三只骆驼: of what was named without a number, the number comes behind; 这三只骆驼 are the same.

        So are those of whom nothing was said but that there are as many: 三羊开泰，三只绵羊.
        """
        bare = not (thing.relations or thing.traits or thing.at)
        if definite:
            return thing.count == count or bare
        return bare and (not thing.numbered or thing.count == count)

    def _is_bare(self, thing: DraftThing) -> bool:
        """伴手礼，粉色礼物盒: what nothing was said of may be told more closely."""
        several = (thing.numbered and thing.count > 1) or thing.bare_plural
        said = several or thing.colour or thing.traits or thing.relations
        return not said and id(thing) not in self._targets and thing.group != "person"

    def paint(self, thing: DraftThing, colour: str) -> bool:
        """Give a thing that was named before a colour; False where it has one, or wears one, already."""
        if thing.colour is not None or "garment_colour" in thing.traits:
            return False
        if thing.kind in HUMANS:
            thing.traits["garment_colour"] = colour
        else:
            give_colour(thing, colour)
        return True

    def number_behind(self) -> None:
        """苹果五个, 一群羊，正好六只: a number without a noun of its own is that of the thing named last."""
        count, latest = self.pending.count, self.mentions[-1] if self.mentions else None
        if count is not None and latest is not None and not latest.numbered and latest.kind not in ("man", "woman"):
            latest.count = min(count, MAX_COUNT)
            latest.numbered, latest.bare_plural = True, False

    def line_up(self, towards: str) -> None:
        """What this sentence names stands in a row from one side `towards` the other, `left` or `right`."""
        self._row = towards

    def _end_row(self) -> None:
        row = list(dict.fromkeys(self.mentions[self._sentence :]))
        if len(row) < 2:
            return
        for left, right in pairwise(row if self._row == "right" else row[::-1]):
            left.relate("left_of", right)
        self._row = ""

    def put(self, place: str) -> None:
        """Put the thing that was named last at a place of the frame."""
        self.mentions[-1].at = PLACES[place]

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
        self._orphans.append((token, traits, colour, self.pending.count))

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

    def placed(self) -> list[DraftThing]:
        """What a place is said of here: the last noun, or whoever wears or holds it."""
        return [self._bearers.get(id(thing), thing) for thing in self.subjects()]

    def actor(self) -> DraftThing | None:
        """Whoever can act, nearest first: in this segment, then in the sentence, then in the prompt."""
        for start in (self._segment, self._sentence, len(self.mentions) - MEMORY):
            living = [thing for thing in self.mentions[max(start, len(self.mentions) - MEMORY, 0) :] if thing.animate]
            free = [thing for thing in living if id(thing) not in self._targets]
            if free or living:
                return (free or living)[-1]
        return None

    def actors(self) -> list[DraftThing]:
        """Whoever acts: one, or everybody who was named together where the words say so."""
        actor = self.actor()
        if self.together and self._coordinated and all(thing.animate for thing in self._coordinated):
            return list(self._coordinated)
        return [actor] if actor is not None else []

    def clothes_of_last(self) -> dict[str, str]:
        """The traits of whoever wears the last clothes, or of the clothes where nobody does."""
        return self._orphans[-1][1] if self._orphans else next((actor.traits for actor in self.actors()), {})

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
        if kind == "flanking":
            # A tree on each side of a house: two at least, and the house is between them.
            subject.count = max(2, subject.count)
            subject, kind, target = target, "between", subject
        elif kind == "holds":
            self._contained[id(target)] = subject
            subject, kind, target = target, "in", subject
        elif kind == "as" or (kind == "wearing" and target.group == "person"):
            lost = disguise(self.things, subject, target)
            self.lost += [lost] if lost is not None else []
            return
        elif kind == "with":
            if drawn_with(self.things, subject, target):
                return
            subject, kind, target = self._accompanied(bearer(self.things, subject, target), target)
        else:
            subject, kind, target = meant(subject, kind, target)
        if kind in ("wearing", "holding") and subject.animate and target.group in ("object", "food"):
            self._bearers[id(target)] = subject
        subject.relate(kind, target)
        self._targets.add(id(target))

    def one_more(self, thing: DraftThing) -> DraftThing:
        """Another thing just like this one, for the next who has one."""
        thing.count = 1
        self.things.append(replace(thing, traits=dict(thing.traits), relations=[]))
        return self.things[-1]

    def _accompanied(self, subject: DraftThing, target: DraftThing) -> tuple[DraftThing, str, DraftThing]:
        """What `with` means: a dog with a hat wears it, a man with a bag carries it, a vase with tulips holds them."""
        if contains(subject.kind, target.group):
            self._contained[id(target)] = subject
            if target.group == "plant" and not target.numbered:
                target.count = max(target.count, SOME_SMALL)
            return target, "in", subject
        if subject.kind in GROUNDS:
            return target, "on", subject
        if subject.animate and target.kind in WORN:
            return subject, "wearing", target
        if subject.animate and (target.group in ("food", "object")):
            return subject, "holding", target
        dish = dish_on(subject, self.things)
        if tops(target.kind, dish.kind):
            self._bearers[id(target)] = dish
            # Its plural is that of what is on it: one plate of waffles.
            dish.count = 1 if dish.bare_plural else dish.count
            return target, "on", dish
        served = target.group in ("food", "object") and subject.kind in ("plate", "table")
        return (target, "on", subject) if served else (subject, "beside", target)

    # Boundaries

    def join(self) -> None:
        """`and`: the next noun is joined to the last one, unless that is already what another one stands on."""
        self.after_and = True
        if len(self._enumerated) > len(self._coordinated) and not self._targets & set(map(id, self._enumerated)):
            # `a cat, a dog and a bird in a boat`
            self._coordinated = list(self._enumerated)
        self._joining = bool(self._coordinated) and not any(id(thing) in self._targets for thing in self._coordinated)
        self._segment = len(self.mentions)
        self.posed = False

    def stop(self, *, sentence: bool, listing: bool = False) -> None:
        """A comma, or the end of a sentence; `listing`: the comma stands right behind a noun."""
        self._listing, self.together = listing and not sentence, False
        self.lost += self.pending.words
        self.pending = Pending(place=self.pending.place)
        if sentence and self._row:
            self._end_row()
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
        for token, traits, colour, count in self._orphans:
            wearer = next((thing for thing in self.things if thing.group == "person"), None)
            if wearer is not None:
                wearer.traits = traits | wearer.traits
            elif token.entry is not None and token.entry.is_thing:
                self.pending = Pending(colours=[colour] if colour else [])
                # Two shoes are the pair that the picture shows.
                self.pending.count = 1 if count == 1 else None
                for thing in self.add(token, None):
                    thing.traits |= {key: text for key, text in traits.items() if key == "text"}
        for thing in [thing for thing in self.things if thing.group == "animal"]:
            wear_as_things(self.things, thing)
        for thing in [thing for thing in self.things if thing.animate][:1]:
            thing.traits = {k: v for k, v in self.unclaimed.items() if k in ANYWHERE} | thing.traits
        for thing in self.things:
            if thing.traits.get("pose") == "flying":
                # 从树顶上飞过: whoever flies is over it, not on it.
                thing.relations = [("above" if kind == "on" else kind, other) for kind, other in thing.relations]
            if framed and thing.bare_plural and thing.kind in PEOPLE:
                thing.count = 1
