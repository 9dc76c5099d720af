"""Reading an edit instruction: `make it night`, `把天空换成夜晚`, `add a red balloon`."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from easel.engines.painter.language.clause import Clause
from easel.engines.painter.language.clauses import clauses
from easel.engines.painter.language.edits import (
    ALL,
    KIN,
    OTHER,
    SOMEBODY,
    SUBJECT,
    THEM,
    Add,
    Change,
    ChangeBackground,
    ChangeMood,
    ChangeStyle,
    Describe,
    Fewer,
    Keep,
    More,
    Move,
    Recolour,
    Remove,
    Replace,
    Some,
    Swap,
    Times,
    Want,
)
from easel.engines.painter.language.hints import (
    colour_alone,
    is_exact,
    number_in,
    part_in,
    speaks_of_background,
    speaks_of_clothes,
    speaks_of_colour,
    speaks_of_sky,
    traits_in,
)
from easel.engines.painter.language.joining import carried_on, completed, merged
from easel.engines.painter.language.kinds import LIVING
from easel.engines.painter.language.lexicon import lexicon
from easel.engines.painter.language.numbering import FACTORS
from easel.engines.painter.language.prompt import forbidden_kinds, read_scene
from easel.engines.painter.language.putting import added, given, moved, placed
from easel.engines.painter.language.referring import (
    PERSONAL,
    TOO,
    colour_in,
    complains,
    is_bare,
    is_definite,
    is_place,
    lives,
    named,
    referring,
    stood_in,
    without_stand_ins,
)
from easel.engines.painter.language.relettering import relettered
from easel.engines.painter.language.retouching import retouching, settled, with_retouching
from easel.engines.painter.language.scenes import scenery_of
from easel.engines.painter.language.ties import VERBS
from easel.engines.painter.language.tokens import tokens
from easel.engines.painter.plan import ScenePlan, Thing
from easel.engines.painter.sprites.person import LOWER

#: The size that is wished for where one is said to be too much.
_LESS = {"small": 1.3, "tiny": 1.3, "little": 1.3, "小": 1.3, "big": 0.75, "large": 0.75, "huge": 0.75, "大": 0.75}


def instruct(text: str) -> tuple[Change, ...]:
    """The changes that an instruction asks for, in order; none where nothing was understood. Never raises."""
    return tuple(change for _, changes in changes_of_each(text) for change in changes)


def changes_of_each(text: str) -> list[tuple[Clause, tuple[Change, ...]]]:
    """The clauses of an instruction, each with the changes that it asks for."""
    letters = relettered(text)
    said = merged(carried_on(completed(referring(list(clauses(letters.rest))))))
    found = settled([(clause, with_retouching(clause, tuple(_some_of(clause)))) for clause in said])
    if letters.changes:
        found = [(Clause("letter", "", text), letters.changes), *found]
    if any(changes for _, changes in found):
        return _told_apart(found)
    # Nothing but things was named: they are what is wished for.
    named_only = ((c, read_scene(c.new).things if not c.verb and not complains(c.new) else ()) for c in said)
    return [(clause, (Want(things),) if things else ()) for clause, things in named_only]


def _some_of(clause: Clause) -> Iterator[Change]:
    """The changes of a clause, as it may be to some of several things."""
    for change in _changes(clause):
        if clause.some and isinstance(change, Replace) and number_in(clause.new) is None:
            # `two of them with dogs`
            change = replace(change, thing=replace(change.thing, count=1))
        parts = clause.some and isinstance(change, Recolour | Replace | Describe | Move | Add)
        yield Some(clause.some, change, clause.side) if parts else change


def _told_apart(found: list[tuple[Clause, tuple[Change, ...]]]) -> list[tuple[Clause, tuple[Change, ...]]]:
    """The same, with `the other one` as the one that is not named beside it."""
    kinds = (getattr(change, "kind", OTHER) for _, changes in found for change in changes)
    one = next((kind for kind in kinds if not kind.startswith(OTHER)), "")
    return [
        (clause, tuple(replace(c, kind=OTHER + one) if getattr(c, "kind", "") == OTHER else c for c in changes))
        for clause, changes in found
    ]


def _changes(clause: Clause) -> Iterator[Change]:
    read_clause = _READERS.get(clause.verb)
    if read_clause is not None:
        yield from read_clause(clause)
        return
    if not complains(clause.new):
        yield from placed(clause.new)
    plan = without_stand_ins(read_scene(stood_in(clause.new)))
    counted = not is_definite(clause.new) or number_in(clause.new) is not None
    named_so = [thing for thing in plan.things if thing.colour or (thing.count > 1 and counted)]
    asked = tuple(replace(thing, relations=()) for thing in named_so if not _is_clothing(thing))
    if (asked or (plan.things and is_exact(clause.new))) and not complains(clause.new):
        yield Want(asked or plan.things, is_exact(clause.new))
    yield from _sized(clause.new)
    colour = colour_in(clause.new)
    if colour and part_in(clause.new) == "garment" and not any(map(lives, (thing.kind for thing in plan.things))):
        # `the coat in green`
        yield from _part_changes("", clause.new, "garment", colour)
        return
    if is_bare(clause.new) and not complains(clause.new):
        # `Purple one please.`
        if colour:
            yield Recolour(ALL if _EVERY.search(clause.new) else SUBJECT, colour)
        elif number_in(clause.new) and not traits_in(clause.new)[1]:
            yield Describe(SUBJECT, count=number_in(clause.new))
    elif not complains(clause.new):
        yield from scenery_of(plan)


def _is_clothing(thing: Thing) -> bool:
    """Whether a thing is a picture of clothes that somebody is more likely to wear."""
    return thing.kind.startswith("icon:") and part_in(thing.words) == "garment"


def _more(clause: Clause) -> Iterator[Change]:
    kind = next(iter((*named(clause.new), *named(clause.old))), SUBJECT)
    thing = next((thing for thing in read_scene(clause.new).things if thing.kind == kind), None)
    yield More(kind, number_in(clause.new) or 1, replace(thing, relations=()) if thing is not None else None)


def _meant(clause: Clause) -> Iterator[Change]:
    """`I mean the red one`, where no pronoun stands for it."""
    yield from _changes(Clause("", "", clause.old))


def _mounted(clause: Clause) -> Iterator[Change]:
    """背上骑个小男孩, 骑一只恐龙: who lives and has no host yet rides the subject, or is ridden by it."""
    things = read_scene(clause.new).things
    anchor = next(iter(named(clause.old)), SUBJECT)
    if clause.old and things:
        yield Add(things, "riding", (anchor,))
    elif things and lexicon().groups.get(things[0].kind) == "person":
        yield Add(things, "riding", (SUBJECT,))
    elif things:
        yield Add(things, "riding", (SUBJECT,), anchor_acts=True)


def _wanted(clause: Clause) -> Iterator[Change]:
    ties = list(placed(clause.new))
    plan = without_stand_ins(read_scene(stood_in(clause.new)))
    if ties or not (plan.things or colour_in(clause.new) or number_in(clause.new)):
        yield from _changes(Clause("", "", clause.new))
        return
    if plan.things:
        yield Want(plan.things, is_exact(clause.new))
    elif colour := colour_in(clause.new):
        yield Recolour(SUBJECT, colour)
    elif number := number_in(clause.new):
        yield Describe(SUBJECT, count=number)
    yield from scenery_of(plan)


def _sized(words: str) -> Iterator[Change]:
    """`the cat is too small`, `画大一点`: another size of what is named, or of the subject."""
    complaint = TOO.search(words)
    wish = re.search(r"(大|小)(?:一点|一些|点|些)|\b(bigger|larger|smaller)\b", words)
    factor = _LESS.get(complaint[1] or complaint[2]) if complaint is not None else None
    if factor is None and wish is not None:
        factor = 1.3 if (wish[1] or wish[2]) in ("大", "bigger", "larger") else 0.75
    if factor is not None:
        yield Describe(next(iter(named(words)), SUBJECT), size=factor)


def _removed(clause: Clause) -> Iterator[Change]:
    what = re.sub(r"(.+?) (?:from|off|out of) (?:the|his|her|its|my) .+", r"\1", clause.old)
    shown = named(what)
    kinds = {*forbidden_kinds(what)} - ({thing.kind for thing in read_scene(what).things} - set(shown)) | set(shown)
    worn = tuple(dict.fromkeys(token.role for token in tokens(what) if token.role in ("accessory", "glasses")))
    if not kinds and not worn and speaks_of_background(what):
        yield ChangeBackground("plain")
    elif not kinds and not worn and read_scene(what).style != "none":
        yield ChangeStyle("none")
    elif kinds or worn:
        yield Remove(tuple(sorted(kinds)), colour_in(what), worn)


def _kept(clause: Clause) -> Iterator[Change]:
    kinds = named(clause.old)
    if kinds:
        yield Keep(kinds)
    if number_in(clause.old) is not None:
        yield Describe(kinds[0] if kinds else SUBJECT, count=number_in(clause.old))


def _swapped(clause: Clause) -> Iterator[Change]:
    kinds = tuple(dict.fromkeys(thing.kind for thing in read_scene(clause.old).things))
    yield Swap(kinds[:2] if len(kinds) > 1 else (), colours="colo" in clause.new or clause.new == "颜色")


def _corrected(clause: Clause) -> Iterator[Change]:
    """`I meant a chef`: for whatever is of that sort, or beside what is there."""
    plan = without_stand_ins(read_scene(stood_in(clause.new)))
    if not plan.things:
        yield from _changes(Clause("", "", clause.new))
        return
    first = replace(plan.things[0], relations=())
    yield Replace(KIN, first, exact=is_exact(clause.new))
    yield from scenery_of(plan)


def _times(clause: Clause) -> Iterator[Change]:
    yield Times(next(iter(named(clause.old)), SUBJECT), FACTORS[clause.new])


def _counted(clause: Clause) -> Iterator[Change]:
    yield Describe(next(iter(named(clause.old)), SUBJECT), count=number_in(clause.new))


def _only(clause: Clause) -> Iterator[Change]:
    """`just the perfume`, 只要一只: nothing else, or no more of them."""
    if number_in(clause.old) is not None:
        yield Describe(next(iter(named(clause.old)), SUBJECT), count=number_in(clause.old))
    elif kinds := named(clause.old):
        yield Keep(kinds)
    else:
        yield from _changes(Clause("", "", clause.old))


def _fewer(clause: Clause) -> Iterator[Change]:
    yield Fewer(next(iter(named(clause.old)), SUBJECT), number_in(clause.new) or 1)


def _used(clause: Clause) -> Iterator[Change]:
    """`a dog instead of the cat`."""
    plan = without_stand_ins(read_scene(stood_in(clause.new)))
    old = named(clause.old)
    if old and plan.things and all(thing.kind != old[0] for thing in plan.things):
        # `he rides a unicorn, not a horse`: the unicorn comes for the horse, he is there already.
        group = lexicon().groups.get(old[0])
        new = next((thing for thing in plan.things if lexicon().groups.get(thing.kind) == group), plan.things[0])
        yield Replace(old[0], replace(new, relations=()), colour_in(clause.old))
    elif plan.things and (clause.old or any(thing.count > 1 for thing in plan.things)):
        yield Want(plan.things, is_exact(clause.new))
    elif plan.things:
        yield Replace(SUBJECT, plan.things[0], exact=is_exact(clause.new))
    elif colour := colour_in(clause.new):
        yield Recolour(next(iter(named(clause.new)), SUBJECT), colour, now=colour_in(clause.old))
    yield from scenery_of(plan)


def _changed(clause: Clause) -> Iterator[Change]:
    old, new = clause.old, clause.new
    plan = read_scene(new)
    colour = colour_alone(new) or (colour_in(new) if speaks_of_colour(old) else None)
    part = part_in(old) or ("roof" if part_in(new) == "roof" else "")
    known = named(old)
    verb = next((token.entry.value("rel") for token in tokens(new)[:1] if token.entry is not None), None)
    if speaks_of_background(old):
        yield from _background_changes(plan, colour_in(new))
    elif verb in VERBS:
        yield from given(replace(clause, verb="give", instead=True))
    elif old and is_place(new):
        yield from moved(Clause("move", old, new))
    elif part or (speaks_of_clothes(new) and (not known or old in _PRONOUNS)):
        yield from _part_changes(old, new, part or "garment", colour_in(new))
    elif speaks_of_sky(old):
        yield from scenery_of(read_scene(f"{new} sky" if new.isascii() else f"{new}天空"))
    elif known:
        for kind in known:
            yield from _thing_changes(kind, clause, plan, colour)
    elif read_scene(old).setting or read_scene(old).backdrops:
        yield from scenery_of(plan)
    elif (
        (colour or colour_in(new))
        and (colour or not plan.things)
        and (old in _PRONOUNS or colour_in(old) or _EVERY.search(old))
    ):
        every = THEM if old in _PLURAL else ALL
        meant = every if _EVERY.search(f"{old} {new}") else SOMEBODY if old in PERSONAL else SUBJECT
        yield Recolour(meant, colour or colour_in(new) or "", now=colour_in(old))
        yield from scenery_of(replace(plan, things=()))
    else:
        yield from _whole_changes(new, plan, colour_in(new), SOMEBODY if old in PERSONAL else SUBJECT)


#: `paint both green`
_EVERY = re.compile(r"\b(?:both|all|each|everything)\b|[都全俩]|两[个只辆样]")
_PLURAL = frozenset({"them", "they", "它们", "他们", "她们"})
_PRONOUNS = PERSONAL | {"", "它", "它们", "it", "this", "that"}


def _background_changes(plan: ScenePlan, colour: str | None) -> Iterator[Change]:
    if plan.setting or plan.backdrops:
        yield ChangeBackground(plan.setting, plan.backdrops)
    elif colour:
        yield ChangeBackground("plain")
    if plan.things:
        yield Add(plan.things)
    if colour and not plan.things and plan.setting in (None, "plain"):
        yield ChangeMood(tint=colour)
    yield from scenery_of(replace(plan, setting=None, backdrops=()))


def _part_changes(old: str, new: str, part: str, colour: str | None) -> Iterator[Change]:
    whoever = SUBJECT if part == "roof" else SOMEBODY
    owners = () if old in PERSONAL else read_scene(old).things
    owner = next((thing.kind for thing in owners if not thing.kind.startswith("icon:")), whoever)
    clothes = next((t.entry for t in tokens(new) if t.entry is not None and t.role == part), None)
    if clothes is not None:
        yield Describe(owner, (f"{part}:{clothes.effects[0].value}",))
    if colour:
        lower = any(t.entry is not None and t.entry.value("garment") in LOWER for t in tokens(old))
        yield Recolour(owner, colour, "legs_colour" if lower else f"{part}_colour")
    if part == "hair" and new.isascii():
        # `short and blonde`
        new = " ".join(f"{word} hair" for word in re.split(r"\W+(?:and\W+)?", new) if word != "hair")
    traits = [trait for trait in traits_in(new)[0] if trait.startswith(part)]
    if traits:
        yield Describe(owner, tuple(traits))


def _thing_changes(kind: str, clause: Clause, plan: ScenePlan, colour: str | None) -> Iterator[Change]:
    new, now = clause.new, colour_in(clause.old)
    traits, size = traits_in(new)
    if plan.things and colour is None:
        first = plan.things[0]
        if first.kind == kind and (first.colour or first.count > 1):
            yield Want((replace(first, relations=()),)) if now is None else Recolour(kind, first.colour or now, now=now)
        else:
            yield Replace(kind, first, now)
            # 换成独角兽站在城堡前面
            yield from placed(new)
        yield from scenery_of(plan)
        return
    colour = colour or colour_in(new)
    count = number_in(new)
    if colour:
        yield Recolour(kind, colour, now=now if now != colour else None)
    if traits or size or count:
        yield Describe(kind, tuple(traits), size, count)
    if not (colour or traits or size or count):
        yield from scenery_of(plan)


def _whole_changes(new: str, plan: ScenePlan, colour: str | None, whom: str) -> Iterator[Change]:
    changes = list(scenery_of(plan))
    traits, size = traits_in(new)
    if plan.things and plan.style == "none":
        yield Replace(whom, plan.things[0], exact=is_exact(new))
    elif not changes and (traits or size or number_in(new)):
        living = any(trait.split(":")[0] in LIVING for trait in traits)
        yield Describe(SOMEBODY if living else SUBJECT, tuple(traits), size, number_in(new))
    elif not changes and colour:
        yield ChangeMood(tint=colour)
    yield from changes


#: What reads the clauses of each verb.
_READERS: dict[str, Callable[[Clause], Iterator[Change]]] = {
    "remove": _removed, "keep": _kept, "fewer": _fewer, "use": _used, "add": added, "give": given,
    "change": _changed, "more": _more, "move": moved, "want": _wanted, "swap": _swapped,
    "times": _times, "count": _counted, "total": _counted, "only": _only, "mount": _mounted,
    "mean": _meant, "meant": _corrected, "retouch": lambda clause: iter(retouching(clause.new)),
    "stay": lambda _: iter(()), "where": lambda _: iter(()),
}  # fmt: skip
