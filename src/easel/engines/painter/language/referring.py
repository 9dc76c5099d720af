"""What the words of an instruction refer to: pronouns, what was named before, and verbs that go on."""

import functools
import re
from dataclasses import replace

from easel.engines.painter.language.clause import Clause
from easel.engines.painter.language.edits import OTHER, SOMEBODY, SUBJECT
from easel.engines.painter.language.grammar import is_noun
from easel.engines.painter.language.lexicon import lexicon
from easel.engines.painter.language.numbering import FEW, UNITS
from easel.engines.painter.language.prompt import read_scene
from easel.engines.painter.language.tokens import Token, tokens
from easel.engines.painter.plan import ScenePlan

#: Stand where an instruction says `it` or `her`, so that the reader ties things to them; by the kind that they are.
_STAND_INS = {"icon:dodo": SUBJECT, "icon:person-genie": SOMEBODY}
_ASIDE = re.compile(r"(?:to|on|at) (his|her|its|their) (left|right)(?: hand)?(?: side)?\b")
_AT_HAND = re.compile(r"(?:at|by) (?:his|her|its|their) (?:side|feet)\b")
_BODY = re.compile(r"\b(his|her|its|their) (?:head|back|shoulders?|lap|top)\b")
_IT = re.compile(r"\b(?:it|them|this)\b|[它这]们?")
_HER = re.compile(r"\b(?:he|she|him)\b|\bher\b(?! \w+)|\bher\b(?= (?:and|with|in|on)\b)|[他她]们?")
#: Pronouns that a noun of an earlier clause may stand for.
_PRONOUN = re.compile(r"\b(?:it|him|them)\b|\b(?:her|he|she)\b(?! \w+)|[它他她]们?")
#: Those of them that may stand for what does not live.
_NEUTER = re.compile(r"\b(?:it|them)\b|它们?")
#: What is said to be too much of something is to be less so.
TOO = re.compile(r"\btoo (\w+)|太(.{1,2}?)了?$")
#: What is said of things that are better gone.
DISLIKED = re.compile(
    r"\b(?:afraid|scared|frightened|terrified|tired|sick) of\b|\b(?:hates?|dislikes?|allergic to)\b"
    r"|\bstopped selling\b|\bsold out\b|\bno longer\b|\b(?:don|doesn|didn) t (?:like|want|sell|need)\b|\bwould melt\b"
    r"|不爱|不喜欢|讨厌|害怕|怕|吓人|挡|寒酸|土气|卖完|售罄|不卖|停产|碍眼|难看|抢镜|抢戏|过敏|不好看|不合适|不对|不够|撞了|太(?![好阳空])"
    r"|没意思|\b(?:boring|ugly|dull|wrong)\b|\bchanged (?:my|our|their|his|her) minds? about\b"
    r"|^(?:it|this|that|he|she|they)(?: s| is| looks?| feels?| seems?)? .*\bbit\b|有点(?!点)|有些(?!许)"
)
#: Where somebody is told to be.
PLACES = frozenset("left_of right_of above below on in under behind in_front_of between beside".split())
#: What words consist of that say nothing but a colour, a size or a number.
_BARE = frozenset({"colour", "size", "num", "measure", "of", "skip", "be", "the", "rel", "stop"})
#: Some more, of what was named last.
MORE = re.compile(
    rf"(?:one|two|three|four|five|six|\d) (?:more|others?)|another(?: one)?"
    rf"|an? (?:second|third|fourth|fifth)(?: one)?|[{FEW}几\d][{UNITS}]"
)


def complains(words: str) -> bool:
    """Whether something is said to be too much of something, or not to be liked, wanted or had any more."""
    return TOO.search(words) is not None or DISLIKED.search(words) is not None


def is_bare(words: str) -> bool:
    """Whether words say nothing but a colour, a size or a number."""
    said = {token.role for token in tokens(words)}
    return bool(said) and said <= _BARE


def _disliked(words: str) -> str:
    """What words say to be too much, or not liked, as they call it; empty where they say that of nothing."""
    match = DISLIKED.search(words) or TOO.search(words)
    if match is None:
        return ""
    things = [*read_scene(words[match.end() :]).things[:1], *read_scene(words[: match.start()]).things[:1]]
    return things[0].words if things else ""


def lives(kind: str) -> bool:
    """Whether a kind is a person or an animal."""
    return lexicon().groups.get(kind) in ("person", "animal") or kind in _STAND_INS


def stood_in(words: str) -> str:
    """The words with somebody or something in place of pronouns."""
    words = _ASIDE.sub(lambda m: f"to the {m[2]} of {_pronoun(m[1])}", words)
    words = _AT_HAND.sub("beside her", words)
    words = _BODY.sub(lambda m: _pronoun(m[1]), words)
    english = words.isascii()
    words = _IT.sub("the dodo" if english else "渡渡鸟", words)
    return _HER.sub("the genie" if english else "灯神", words)


def _pronoun(possessive: str) -> str:
    return "it" if possessive in ("its", "their") else "her"


def meant(kind: str) -> str:
    """The kind, or whoever a stand-in stands for."""
    return _STAND_INS.get(kind, kind)


def without_stand_ins(plan: ScenePlan) -> ScenePlan:
    """The plan without what stands in for pronouns, and without what is tied to it."""
    kept = [index for index, thing in enumerate(plan.things) if thing.kind == meant(thing.kind)]
    place = {old: new for new, old in enumerate(kept)}
    things = (plan.things[index] for index in kept)
    return replace(
        plan,
        things=tuple(
            replace(t, relations=tuple(replace(r, target=place[r.target]) for r in t.relations if r.target in place))
            for t in things
        ),
    )


#: Those who are there already, whoever they are.
PERSONAL = frozenset("he she him her his hers they them 他 她 他们 她们".split())


_OTHER_ONE = re.compile(rf"(?:the )?other(?: (?:one|ones|two|guy))?|(?:是)?另外?[那一]?[{UNITS}]")


@functools.lru_cache(maxsize=256)
def named(words: str) -> tuple[str, ...]:
    """The kinds that some words are about: not what those only stand on, hold or belong to, nor whom pronouns mean."""
    if words in PERSONAL:
        return ()
    if _OTHER_ONE.fullmatch(words):
        return (OTHER,)
    plan = read_scene(words)
    said = tokens(words)
    nouns = [token for token in said if is_noun(token)]
    owned = any(
        here.role == "of" and here.chinese and is_noun(before) and is_noun(after)
        for before, here, after in zip(said, said[1:], said[2:], strict=False)
    )
    if owned and len(nouns) == 2 and len(plan.things) == 2 and not any(thing.relations for thing in plan.things):
        # 女孩的帽子
        return (plan.things[-1].kind,)
    borne = {relation.target for thing in plan.things for relation in thing.relations}
    return tuple(dict.fromkeys(thing.kind for index, thing in enumerate(plan.things) if index not in borne))


def is_place(words: str) -> bool:
    """Whether words say where something is before they name any other thing: `on the piano`, 在桌子上."""
    for token in tokens(words):
        if is_noun(token):
            return False
        if token.role == "at" or (token.entry is not None and token.entry.value("rel") in PLACES):
            return bool(read_scene(words).things)
    return False


def is_definite(words: str) -> bool:
    """Whether the words speak of something that is known: `the`."""
    return any(says_the(token) for token in tokens(words))


def says_the(token: Token) -> bool:
    """Whether a word says that what follows is known: `the`, `on top of the`."""
    return token.role == "the" or token.text.endswith(" the")


def name_in(clause: Clause) -> str:
    """The noun that a clause names last, as it called it."""
    words = clause.new if clause.verb in ("add", "want", "use") or not clause.old else clause.old
    kinds = named(words)
    return next((thing.words for thing in read_scene(words).things if thing.kind in kinds), "")


def _is_disliked_colour(clause: Clause) -> bool:
    words = clause.new
    return not clause.verb and complains(words) and colour_in(words) is not None and not read_scene(words).things


#: Complaints about how many there are.
_AMOUNT = re.compile(r"太少|不够|太多|少了|\btoo (?:few|many)\b|\bnot enough\b")


def referring(said: list[Clause]) -> list[Clause]:
    """The clauses with what was named before in place of pronouns: `the sofa is ugly, take it away`."""
    found: list[Clause] = []
    topic = disliked = hue = ""
    for clause in _explained(said):
        if hue and clause.verb == "change" and clause.old in ("", "it", "them", "它"):
            # `white is boring, make it black`
            clause = replace(clause, old=hue)
        hue = clause.new if _is_disliked_colour(clause) else ""
        if found and clause.verb == "add" and _AMOUNT.search(found[-1].new) and MORE.fullmatch(clause.new):
            # 两只太少了，来五只吧
            clause = Clause("count", topic, clause.new)
        if topic:
            clause = _about(clause, topic, disliked)
        found.append(clause)
        if not clause.verb and not disliked and (disliked := _disliked(clause.new)):
            topic = disliked
            continue
        latest = name_in(clause)
        if latest and not (topic and not clause.verb and _is_alive(latest) and (disliked or not _is_alive(topic))):
            # `the tree is in the way, our pastor says, make it a lamp`: who says so is not what it is about.
            topic = latest
    return found


def _explained(said: list[Clause]) -> list[Clause]:
    """The clauses, what one says to be meant put into the one before: `make her brown - the chicken I mean`."""
    found: list[Clause] = []
    explained = False
    for clause in said:
        before = found[-1] if found else None
        if explained and clause.verb == "remove":
            continue
        explained = clause.verb == "mean" and before is not None and not named(before.old) and bool(before.new)
        if explained and before is not None:
            found[-1] = Clause("change", clause.old, before.new)
        else:
            found.append(clause)
    return found


def _about(clause: Clause, topic: str, disliked: str) -> Clause:
    """A clause with the topic in place of its pronouns, or as what it changes where it names nothing."""
    noun = f"the {topic}" if topic.isascii() else topic
    pronoun = _PRONOUN if _is_alive(topic) else _NEUTER
    clause = replace(clause, old=pronoun.sub(noun, clause.old), new=pronoun.sub(noun, clause.new))
    if clause.verb in ("add", "more") and MORE.fullmatch(clause.new):
        # `make the balloon green and add two more`
        clause = replace(clause, new=f"{clause.new} {topic}")
    if clause.verb in ("remove", "move", "count", "total", "times", "fewer") and not clause.old:
        return replace(clause, old=topic)
    if clause.verb == "want" and not clause.new:
        return replace(clause, new=topic)
    if clause.old or clause.verb not in ("change", "want"):
        return clause
    things = read_scene(clause.new).things
    if (clause.verb == "change" and disliked and things) or (not things and _plain(clause.new)):
        return Clause("change", topic, clause.new)
    return clause


def _is_alive(topic: str) -> bool:
    """Whether a noun names somebody, whom `she` and 他 may mean."""
    return any(lives(thing.kind) for thing in read_scene(topic).things)


def _plain(words: str) -> bool:
    """Whether words say nothing of the whole picture: they are a colour, a size or a number."""
    said = [token.role for token in tokens(words)]
    return any(role in ("colour", "size") for role in said) and not any(role in ("style", "setting") for role in said)


def colour_in(words: str) -> str | None:
    """The first colour in some words, `#rrggbb`, or None."""
    return next((t.entry.effects[0].value for t in tokens(words) if t.entry is not None and t.role == "colour"), None)
