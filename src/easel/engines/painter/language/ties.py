"""Relations on their way: from the word that names one to the two nouns that it ties."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from easel.engines.painter.dishes import goes_with
from easel.engines.painter.language import grammar
from easel.engines.painter.language.draft import DraftThing
from easel.engines.painter.language.kinds import WORN
from easel.engines.painter.language.meaning import dish_on
from easel.engines.painter.language.nouns import Nouns
from easel.engines.painter.language.tokens import Token

#: 中间 of several is between them; after these the noun is one that was named before.
MIDDLE = frozenset({"中间", "当中", "之中"})
PRONOUNS = frozenset({"它", "他", "她", "其", "它们", "他们", "她们"})
#: Before whose door something is.
DOORS = frozenset({"门口", "门前", "屋前", "房前"})
PERSONAL = frozenset({"他", "她", "他们", "她们"})
#: How somebody is who is at a place: beside that one is nearer than beside the place.
AT_PLACES = frozenset({"on", "in", "under", "riding", "beside"})
#: Verbs: their subject is whoever can act, not whatever noun came last.
VERBS = frozenset({"holding", "riding", "wearing", "looking_at", "as"})


def _personal(things: list[DraftThing]) -> list[DraftThing]:
    """Those of the things that `him` and 她 may mean: people, or else animals, or else any."""
    people = [thing for thing in things if thing.group == "person"]
    return people or [thing for thing in things if thing.animate] or things


@dataclass(slots=True)
class Tie:
    """A relation on its way: `subjects` wait for the object, or `targets` for the subject at token `head`."""

    kind: str
    subjects: list[DraftThing] = field(default_factory=list)
    targets: list[DraftThing] = field(default_factory=list)
    head: int | None = None


class Ties:
    """All relations of one prompt that still lack a noun."""

    def __init__(self, tokens: Sequence[Token], nouns: Nouns):
        self._tokens = tokens
        self._nouns = nouns
        #: Waits for the object that comes next.
        self.open: Tie | None = None
        #: Wait for a subject: `on the table there is …`.
        self._located: list[Tie] = []
        #: Those of them that earlier clauses left.
        self._stale: list[Tie] = []
        #: The tie that was made last in this segment.
        self._settled: Tie | None = None
        #: A dish whose toppings are being told, one after the other with commas between.
        self._served: Tie | None = None
        #: A Chinese 在 that waits for its place word.
        self._frame: Tie | None = None
        #: The things named last, the latest at the end.
        self._named: list[DraftThing] = []

    def dressed(self, wearer: DraftThing) -> None:
        """Somebody has clothes on: what is joined to them is worn, too."""
        self._settled = Tie("wearing", [wearer])

    def take(self) -> Tie | None:
        """The open tie, which is open no longer."""
        tie, self.open = self.open, None
        return tie

    def noun(self, index: int, made: list[DraftThing], *, joined: bool) -> None:
        """A noun has come by at token `index`: tie what waited for it. `joined`: it stands behind an `and`."""
        self._named = [thing for thing in self._named if thing not in made][-3:] + made
        if self._frame is not None:
            self._frame.targets += made
        if joined and self._located and self._located[-1].kind == "between" and len(self._located[-1].targets) == 1:
            # `between the sofa and the bookshelf stands …`
            self._located[-1].targets += made
            return
        if joined and self.open is None:
            self._alike(made)
        self._serve(made, joined=joined)
        tie = self.take()
        if tie is not None and tie.head != index and not tie.subjects:
            tie.targets = made
            self._located.append(tie)
            return
        if tie is not None and tie.head != index:
            self._relate(tie.subjects, tie.kind, made)
            self._settled = tie
            self.open = tie if tie.kind == "between" else None
        for waiting in [t for t in self._located if t.head in (None, index)]:
            self._located.remove(waiting)
            if waiting.kind == "with" and self._is_listed(index, made) and waiting.head is None:
                # `a still life with grapes, a bottle and …` lists them; nothing has the grapes.
                continue
            self._settled = waiting
            self._relate(made, waiting.kind, waiting.targets)

    def _is_listed(self, index: int, made: list[DraftThing]) -> bool:
        """Whether lifeless things are named behind a comma, in English."""
        opens = grammar.role_at(self._tokens, grammar.phrase_before(self._tokens, index) - 1) == "stop"
        return opens and not self._tokens[index].chinese and not any(thing.animate for thing in made)

    def _serve(self, made: list[DraftThing], *, joined: bool) -> None:
        """`ramen with egg, pork and …`: what may lie on a dish goes on with the list of what does."""
        told, self._served = self._served or (self._settled if joined else None), None
        if told is None or told.kind != "with" or self.open is not None:
            return
        dishes = [dish_on(subject, self._nouns.things) for subject in told.subjects]
        if all(goes_with(thing.kind, dish.kind) for thing in made for dish in dishes):
            self._relate(told.subjects, "with", made)
            self._settled = told

    def _relate(self, subjects: list[DraftThing], kind: str, targets: list[DraftThing]) -> None:
        shared = kind in ("wearing", "holding", "in") and len(subjects) > 1 and self._nouns.together
        for number, subject in enumerate(subjects):
            for target in targets:
                own = self._nouns.one_more(target) if shared and number and target.kind in WORN else target
                self._nouns.relate(subject, kind, own)

    def _alike(self, made: list[DraftThing]) -> None:
        """`on the table are a cat and a dog`, `holding a book and a pen`: what is joined is tied in the same way."""
        tie = self._settled
        if tie is None:
            return
        if not tie.targets:
            # `in a suit and a hat`
            self._relate(tie.subjects, "wearing", [thing for thing in made if thing.kind in WORN])
            return
        self._relate(made, tie.kind, tie.targets)
        if tie.kind in ("holding", "wearing", "with"):
            self._relate(tie.subjects, tie.kind, [thing for thing in made if thing.group in ("object", "food")])

    def relation(self, index: int, token: Token) -> None:
        """A verb, or an English preposition."""
        assert token.entry is not None
        kind = token.entry.effects[0].value
        located = token.chinese and index > 0 and self._tokens[index - 1].role == "post" and bool(self._located)
        if located and (kind == "holding" or kind not in VERBS):
            # 床上方挂着钟, 灯塔之间驶过船: the place word says how.
            self.open = None
        elif kind == "riding" and located:
            # 大象背上骑着猴子: whoever comes next rides.
            self._located[-1].kind, self.open = kind, None
        elif kind in VERBS:
            head = None
            if token.chinese and not self._nouns.in_segment():
                head = grammar.head_of_clause(self._tokens, index)
            self.open = Tie(kind, self._nouns.actors() if head is None else [], head=head)
        elif self._nouns.last == "sky":
            self.open = None
        else:
            here = self._nouns.subjects() if kind in ("with", "holds") else self._nouns.placed()
            self.open = Tie(kind, self._posing(index) or here)

    def _posing(self, index: int) -> list[DraftThing]:
        """`sitting` right before a preposition: who sits is its subject, whatever noun came last."""
        said = self._tokens[index - 1].entry if index else None
        posed = said is not None and any(trait.startswith("pose:") for trait in said.traits)
        return self._nouns.owners({"pose": ""}) if posed else []

    def at(self, index: int) -> None:
        """A Chinese 在: what follows, up to a place word, is where somebody is."""
        here = self._nouns.in_segment()
        head = None if here else grammar.head_of_clause(self._tokens, index)
        actor = self._nouns.actor_in_sentence()
        subjects = self._posing(index) or (self._nouns.subjects() if here else [actor] if actor is not None else [])
        self._frame = Tie("", [] if head is not None else subjects, head=head)

    def place_word(self, index: int, token: Token) -> None:
        """A Chinese place word behind a noun (桌子上), or 左边 and 右边 by themselves."""
        assert token.entry is not None
        kind = token.entry.effects[0].value
        self._fresh()
        frame, self._frame = self._frame, None
        back = index - 1
        while back >= 0 and self._tokens[back].role == "of":
            back -= 1
        named = (frame.targets if frame is not None else []) or self._named
        if kind == "in" and token.text in MIDDLE and sum(thing.count for thing in named[-2:]) > 1:
            kind = "between" if named[-1].count > 1 or self._tokens[back].role != "of" else kind
        if back >= 0 and self._tokens[back].text in PRONOUNS and self._nouns.mentions:
            # 飞机在它上方: whoever is there is not meant by the pronoun.
            here = frame.subjects if frame is not None else []
            others = [thing for thing in self._nouns.mentions if thing not in here]
            if self._tokens[back].text in PERSONAL:
                others = _personal(others)
            self._locate(index, Tie(kind, targets=others[-1:]), frame if others else None)
            return
        bare = back < 0 or self._tokens[back].role == "stop"
        if bare and len(token.text) > 1 and kind not in ("left_of", "right_of") and self._nouns.mentions:
            # 沙发是蓝色的，上面有一只白猫
            self._locate(index, Tie(kind, targets=self._before(token)), None)
            return
        if back < 0 or not grammar.is_noun(self._tokens[back]) or not named:
            self._sided(index, back, kind)
            return
        self._locate(index, Tie(kind, targets=self._ends(named) if kind == "between" else named[-1:]), frame)

    def _before(self, token: Token) -> list[DraftThing]:
        """What a bare place word refers to: the thing named last, the house whose door is meant, or who is there.

        男孩坐在屋顶上，身边有一只猫: the cat is beside the boy.
        """
        mentions = self._nouns.mentions
        houses = [thing for thing in mentions if thing.group == "building"]
        if houses and token.text in DOORS:
            return houses[-1:]
        beside = token.entry is not None and token.entry.effects[0].value == "beside"
        there = [
            thing for thing in mentions
            if thing.animate and any(kind in AT_PLACES and place is mentions[-1] for kind, place in thing.relations)
        ]  # fmt: skip
        return there[-1:] if beside and there and not mentions[-1].animate else mentions[-1:]

    def _sided(self, index: int, back: int, kind: str) -> None:
        """左边是猫, 壁炉在左: a side of the frame, for the noun ahead or for the one that was put there."""
        if kind not in ("left_of", "right_of"):
            return
        side = kind.removesuffix("_of")
        if grammar.role_at(self._tokens, index + 1) in ("stop", "skip") and self._nouns.in_segment():
            self._nouns.put(side)
        elif grammar.role_at(self._tokens, back) in ("stop", "and", "at"):
            self._nouns.pending.place = side

    @staticmethod
    def _ends(named: list[DraftThing]) -> list[DraftThing]:
        """What something is between: several of a kind, or the last two."""
        return named[-1:] if named[-1].count > 1 else named[-2:]

    def turn(self, index: int, token: Token) -> None:
        """`with a tree to its left`, `beside it a vase`: what was named before is what the other thing refers to."""
        assert token.entry is not None
        kind, mentions = token.entry.effects[0].value, self._nouns.mentions
        self.open = None
        here = self._nouns.in_segment() and grammar.head_of_noun_phrase(self._tokens, index) is None
        if kind == "between":
            self._between(here)
            return
        others = [thing for thing in mentions if thing is not mentions[-1]]
        if token.text.endswith(("him", "her")):
            others = _personal(others)
        if here and others:
            for thing, partner in ((mentions[-1], others[-1]), (others[-1], mentions[-1])):
                thing.relations = [(name, target) for name, target in thing.relations if target is not partner]
            for thing in mentions:
                # `a boy on a roof with a cat beside him`: the roof has no cat.
                thing.relations = [tie for tie in thing.relations if tie != ("beside", mentions[-1])]
            self._relate([mentions[-1]], kind, others[-1:])
        elif mentions:
            meant = _personal(mentions) if token.text.endswith(("him", "her")) else mentions
            self._located.append(Tie(kind, targets=meant[-1:]))

    def _between(self, here: bool) -> None:
        """`a cat sits between them`: between the last two, or several of a kind."""
        mentions = list(dict.fromkeys(self._nouns.mentions))
        subjects = mentions[-1:] if here else []
        ends = [thing for thing in mentions if thing not in subjects]
        if ends and here:
            self._relate(subjects, "between", self._ends(ends))
        elif ends:
            self._located.append(Tie("between", targets=self._ends(ends)))

    def _fresh(self) -> None:
        """A new place word: what an earlier clause left waiting for a noun waits no longer."""
        self._located = [tie for tie in self._located if tie not in self._stale]

    def _locate(self, index: int, tie: Tie, frame: Tie | None) -> None:
        """Tie what is at a place to whoever is there, or keep it for the noun that follows."""
        actor = self._nouns.actor()
        nested = grammar.head_after(self._tokens, index) if self._followed_by_of(index) else None
        if frame is None and actor is not None and actor not in tie.targets and self._nouns.posed:
            self._relate([actor], tie.kind, tie.targets)
        elif frame is None or not frame.subjects:
            tie.head = frame.head if frame is not None else None
            self._located.append(tie)
        elif nested is not None:
            tie.head = nested
            self._located.append(tie)
            self._frame = Tie("", frame.subjects, head=frame.head)
        else:
            self._relate(frame.subjects, tie.kind, tie.targets)

    def _followed_by_of(self, index: int) -> bool:
        return index + 1 < len(self._tokens) and self._tokens[index + 1].role == "of"

    def stop(self, *, sentence: bool, listing: bool) -> None:
        """A comma, or the end of a sentence; `listing`: the comma stands right behind a noun."""
        told = self._settled if listing and not sentence else None
        self._served = told if told is not None and told.kind == "with" else None
        self.open = self._frame = self._settled = None
        self._stale = list(self._located)
        if sentence:
            self._located = []
