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


_NEUTER = re.compile(r"\b(?:it|them)\b|它们?")

#: Some more, of what was named last.
MORE = re.compile(
    r"(?:one|two|three|four|five|six|\d) (?:more|others?)|another(?: one)?"
    r"|[一两二三四五六几\d][只个条张把朵棵座辆顶匹头位盏]"
)


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
    topic = ""
    for clause in said:
        if topic:
            noun = f"the {topic}" if topic.isascii() else topic
            pronoun = _PRONOUN if _is_alive(topic) else _NEUTER
            clause = replace(clause, old=pronoun.sub(noun, clause.old), new=pronoun.sub(noun, clause.new))
        if topic and clause.verb == "add" and MORE.fullmatch(clause.new):
            # `make the balloon green and add two more`
            clause = replace(clause, new=f"{clause.new} {topic}")
        wish = clause.verb in ("change", "want") and not clause.old
        if topic and wish and not read(clause.new).things and _plain(clause.new):
            clause = Clause("change", topic, clause.new)
        found.append(clause)
        topic = _words_for(clause) or topic
    return found


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
    said = {token.role for token in tokens(words) if token.text not in ("too", "also", "as well", "也")}
    return bool(named(words)) and not said & {"be", "unknown"}


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
    comes = come.verb in ("want", "use") or (come.verb == "change" and not come.old)
    comes = comes or (not come.verb and _only_names(come.new))
    return gone.verb == "remove" and comes and bool(named(gone.old)) and bool(named(come.new))
