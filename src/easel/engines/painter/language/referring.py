"""What the words of an instruction refer to: pronouns, what was named before, and verbs that go on."""

import re
from collections.abc import Sequence
from dataclasses import replace

from easel.engines.painter.language.clauses import Clause
from easel.engines.painter.language.edits import SOMEBODY, SUBJECT
from easel.engines.painter.language.grammar import is_noun
from easel.engines.painter.language.lexicon import lexicon
from easel.engines.painter.language.prompt import read
from easel.engines.painter.language.tokens import tokens

#: Stand where an instruction says `it` or `her`, so that the reader ties things to them; by the kind that they are.
_STAND_INS = {"icon:dodo": SUBJECT, "icon:person-genie": SOMEBODY}
_ASIDE = re.compile(r"(?:to|on|at) (his|her|its|their) (left|right)(?: hand)?(?: side)?\b")
_AT_HAND = re.compile(r"(?:at|by) (?:his|her|its|their) (?:side|feet)\b")
_BODY = re.compile(r"\b(his|her|its|their) (?:head|back|shoulders?|lap|top)\b")
_IT = re.compile(r"\b(?:it|them|this)\b|[它这]们?")
_HER = re.compile(r"\b(?:him|he|she|her)\b(?! \w+)|\b(?:him|her)\b(?= (?:and|with|in|on)\b)|[他她]们?")
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
    r"|不爱|不喜欢|讨厌|害怕|怕|吓人|挡|寒酸|土气|卖完|售罄|不卖|停产|碍眼|难看|抢镜|过敏|太(?![好阳空])"
)
#: What words consist of that say nothing but a colour, a size or a number.
_BARE = frozenset({"colour", "size", "num", "measure", "of", "skip", "be", "the", "rel", "stop"})
#: Some more, of what was named last.
MORE = re.compile(
    r"(?:one|two|three|four|five|six|\d) (?:more|others?)|another(?: one)?"
    r"|[一两二三四五六几\d][只个条张把朵棵座辆顶匹头位盏]"
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
    things = [*read(words[match.end() :]).things[:1], *read(words[: match.start()]).things[:1]]
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


def named(words: str) -> tuple[str, ...]:
    """The kinds that some words are about: not what those only stand on, hold or belong to."""
    plan = read(words)
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


def _words_for(clause: Clause) -> str:
    """The noun that a clause names last, as it called it."""
    words = clause.new if clause.verb in ("add", "want", "use") or not clause.old else clause.old
    kinds = named(words)
    return next((thing.words for thing in read(words).things if thing.kind in kinds), "")


def referring(said: list[Clause]) -> list[Clause]:
    """The clauses with what was named before in place of pronouns: `the sofa is ugly, take it away`."""
    found: list[Clause] = []
    topic = disliked = ""
    for clause in said:
        if topic:
            clause = _about(clause, topic, disliked)
        found.append(clause)
        if not clause.verb and not disliked and (disliked := _disliked(clause.new)):
            topic = disliked
            continue
        latest = _words_for(clause)
        if latest and not (topic and not clause.verb and _is_alive(latest) and (disliked or not _is_alive(topic))):
            # `the tree is in the way, our pastor says, make it a lamp`: who says so is not what it is about.
            topic = latest
    return found


def _about(clause: Clause, topic: str, disliked: str) -> Clause:
    """A clause with the topic in place of its pronouns, or as what it changes where it names nothing."""
    noun = f"the {topic}" if topic.isascii() else topic
    pronoun = _PRONOUN if _is_alive(topic) else _NEUTER
    clause = replace(clause, old=pronoun.sub(noun, clause.old), new=pronoun.sub(noun, clause.new))
    if clause.verb == "add" and MORE.fullmatch(clause.new):
        # `make the balloon green and add two more`
        clause = replace(clause, new=f"{clause.new} {topic}")
    if clause.old or clause.verb not in ("change", "want"):
        return clause
    things = read(clause.new).things
    if (clause.verb == "change" and disliked and things) or (not things and _plain(clause.new)):
        return Clause("change", topic, clause.new)
    return clause


def _is_alive(topic: str) -> bool:
    """Whether a noun names somebody, whom `she` and 他 may mean."""
    return any(lives(thing.kind) for thing in read(topic).things)


def _plain(words: str) -> bool:
    """Whether words say nothing of the whole picture: they are a colour, a size or a number."""
    said = [token.role for token in tokens(words)]
    return any(role in ("colour", "size") for role in said) and not any(role in ("style", "setting") for role in said)


#: Verbs that go on in what follows them without a verb: `add a dog, a cat and a bird`.
_GOES_ON = frozenset({"add", "remove", "keep"})


def _only_names(words: str) -> bool:
    """Whether words name things and say nothing of them, unlike `turns out he's allergic`."""
    said = [token for token in tokens(words) if token.text not in ("too", "also", "as well", "也")]
    return bool(named(words)) and not any(token.role in ("be", "unknown") or token.text == "s" for token in said)


def carried_on(said: Sequence[Clause]) -> list[Clause]:
    """The clauses, each without a verb of its own with that of the one before."""
    found: list[Clause] = []
    for clause in said:
        before = found[-1] if found else None
        if before is not None and not clause.verb and before.verb in _GOES_ON and _only_names(clause.new):
            added = before.verb == "add"
            clause = Clause(before.verb, "" if added else clause.new, clause.new if added else "")
        found.append(clause)
    return found


def completed(said: Sequence[Clause]) -> list[Clause]:
    """The clauses, each that only gives a colour or a number joined to what came before: `画个热气球，红色的`."""
    found: list[Clause] = []
    for clause in said:
        before = found[-1] if found else None
        tail = _adjectives(clause.new) if not clause.verb and is_bare(clause.new) else []
        names = named(before.new) if before is not None and before.verb and before.new else ()
        if before is not None and tail and names:
            noun = next(thing.words for thing in read(before.new).things if thing.kind == names[-1])
            if noun in before.new:
                space = " " if noun.isascii() else ""
                found[-1] = replace(before, new=before.new.replace(noun, space.join([*tail, noun]), 1))
                continue
        found.append(clause)
    return found


def _adjectives(words: str) -> list[str]:
    """The colours, sizes and numbers in words, but for `a` and `one`."""
    return [
        token.text
        for token in tokens(words)
        if token.role in ("colour", "size", "measure") or (token.role == "num" and token.text not in ("a", "an", "one"))
    ]


def merged(said: Sequence[Clause]) -> list[Clause]:
    """The clauses, two that name what goes and what comes in its place made one: `不要猫，要狗`."""
    found: list[Clause] = []
    for clause in said:
        before = found[-1] if found else None
        if before is not None and before.verb == "keep" and clause.verb == "keep":
            found[-1] = replace(before, old=f"{before.old}, {clause.old}")
            continue
        if before is not None and _replaces(before, clause):
            found[-1] = Clause("use", before.old, clause.new)
            continue
        if before is not None and _replaces(clause, before) and before.verb in ("want", ""):
            found[-1] = Clause("use", clause.old, before.new)
            continue
        found.append(clause)
    return found


def _replaces(gone: Clause, come: Clause) -> bool:
    if not come.verb and complains(come.new):
        return False
    comes = come.verb in ("want", "use") or (come.verb == "change" and not come.old)
    comes = comes or (not come.verb and _only_names(come.new))
    return gone.verb == "remove" and comes and bool(named(gone.old)) and bool(named(come.new))
