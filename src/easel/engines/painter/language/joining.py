"""Clauses that belong together: verbs that go on, what was left unsaid, and what goes with what comes in its place."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from easel.engines.painter.language.clause import Clause
from easel.engines.painter.language.prompt import read_scene
from easel.engines.painter.language.referring import (
    colour_in,
    complains,
    is_bare,
    is_definite,
    is_place,
    name_in,
    named,
)
from easel.engines.painter.language.tokens import tokens
from easel.engines.painter.language.wishing import KIN

#: Verbs that go on in what follows them without a verb: `add a dog, a cat and a bird`.
_GOES_ON = frozenset({"add", "remove", "keep"})


#: Whoever does something in a clause.
_SPEAKER = re.compile(rf"^(?:he|she|it|they|we|i|you|who|that|this|my \w+|our \w+|the {KIN})\b|^[我你他她它这那]")


_DOING = re.compile(r"\b(?:should|would|could|can|will|wants?|loves?|likes?|needs?|has|had|does|did|was|were)\b")


def _only_names(words: str) -> bool:
    """Whether words name things and say nothing of them, unlike `turns out he's allergic`."""
    said = [token for token in tokens(words) if token.text not in ("too", "also", "as well", "也")]
    return bool(named(words)) and not any(token.role in ("be", "unknown") or token.text == "s" for token in said)


def _is_list(words: str) -> bool:
    """Whether words go on with what was named, and nobody does anything in them."""
    return _only_names(words) and _SPEAKER.search(words) is None and _DOING.search(words) is None


def carried_on(said: Sequence[Clause]) -> list[Clause]:
    """The clauses, each without a verb of its own with that of the one before."""
    found: list[Clause] = []
    for clause in said:
        before = found[-1] if found else None
        if before is not None and not clause.verb and before.verb in _GOES_ON and _is_list(clause.new):
            added = before.verb == "add"
            there = {thing.kind for thing in read_scene(before.new).things}
            if added and there.issuperset(named(clause.new)) and not _FURTHER.search(clause.new):
                # `an old couple - grandpa and grandma`
                continue
            if before.verb == "remove" and re.match(r"(?:an?|some) |[一两二三四五六][\u4e00-\u9fff]", clause.new):
                # `no cat: an owl`
                found.append(replace(clause, verb="want"))
                continue
            clause = Clause(before.verb, "" if added else clause.new, clause.new if added else "")
        found.append(clause)
    return found


def completed(said: Sequence[Clause]) -> list[Clause]:
    """The clauses, each that only gives a colour or a number joined to what came before: `画个热气球，红色的`."""
    found: list[Clause] = []
    for clause in said:
        before = found[-1] if found else None
        tail = _adjectives(clause.new) if not clause.verb and is_bare(clause.new) else []
        if before is not None and tail and not before.verb and named(before.new) and not colour_in(before.new):
            # `the dress, blue please`, `too many sheep, just four`
            found[-1] = Clause("change", before.new, clause.new)
            continue
        names = named(before.new) if before is not None and before.verb and before.new else ()
        if before is not None and tail and names:
            noun = next(thing.words for thing in read_scene(before.new).things if thing.kind == names[-1])
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
    """The clauses, two that are one wish made one: `不要猫，要狗`, `add another dog, so three in total`."""
    found: list[Clause] = []
    for clause in said:
        joined = next(filter(None, (rule(found[-1], clause) for rule in _RULES)), None) if found else None
        if joined is not None:
            found.pop()
        found.append(joined or clause)
    return found


def _total(before: Clause, clause: Clause) -> Clause | None:
    """`add another dog, so three in total`"""
    if clause.verb != "total" or before.verb not in ("add", "more", "want"):
        return None
    kinds, others = named(before.new), named(clause.old)
    if kinds and others and others[0] not in kinds:
        return None
    return replace(clause, old=clause.old or name_in(before))


def _placed(before: Clause, clause: Clause) -> Clause | None:
    """`in front of the lion, a zebra`"""
    there = not before.verb and not clause.verb and is_place(before.new) and _only_names(clause.new)
    return replace(clause, new=f"{clause.new} {before.new}") if there else None


def _there(before: Clause, clause: Clause) -> Clause | None:
    """`where the cat is, put an owl`"""
    comes = before.verb == "where" and clause.verb in ("add", "want", "use", "")
    return Clause("use", before.old, clause.new) if comes else None


def _said_again(before: Clause, clause: Clause) -> Clause | None:
    """放本书？就放本红色的书"""
    kinds = named(clause.new) if before.verb == clause.verb == "add" and not clause.old else ()
    again = len(kinds) == 1 and named(before.new) == kinds and not _FURTHER.search(clause.new)
    return clause if again else None


def _kept(before: Clause, clause: Clause) -> Clause | None:
    keeps = before.verb == clause.verb == "keep"
    return replace(before, old=f"{before.old}, {clause.old}") if keeps else None


def _exchanged(before: Clause, clause: Clause) -> Clause | None:
    """`no wine: replace it with coffee`, 不要猫，要狗, `a dog, not a cat`"""
    if before.verb == "remove" and clause.verb == "change" and set(named(clause.old)) & set(named(before.old)):
        # `remove the cat and make it night` is two wishes.
        return clause if named(clause.new) else None
    if _replaces(before, clause) and (clause.verb or _is_list(clause.new)):
        return Clause("use", before.old, clause.new)
    if before.verb in ("want", "") and _replaces(clause, before) and not is_definite(before.new):
        return Clause("use", clause.old, before.new)
    return None


_FURTHER = re.compile(r"\b(?:another|more|second|third)\b|[再另又]")
#: What makes two clauses one; the first that does counts.
_RULES: tuple[Callable[[Clause, Clause], Clause | None], ...] = (
    _total, _placed, _there, _said_again, _kept, _exchanged,
)  # fmt: skip


def _replaces(gone: Clause, come: Clause) -> bool:
    if not come.verb and complains(come.new):
        return False
    comes = come.verb in ("want", "use") or (come.verb == "change" and not come.old)
    comes = comes or (not come.verb and _only_names(come.new))
    kinds, others = named(gone.old), named(come.new)
    return gone.verb == "remove" and comes and bool(kinds) and bool(others) and not set(others) & set(kinds)
