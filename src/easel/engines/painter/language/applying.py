"""Applying changes: what each makes of a plan."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from easel.engines.painter.language.around import with_scenery
from easel.engines.painter.language.draft import MAX_COUNT
from easel.engines.painter.language.edits import (
    ALL,
    KIN,
    OTHER,
    SOMEBODY,
    SUBJECT,
    THEM,
    Add,
    Change,
    ChangeMood,
    Describe,
    Fewer,
    Keep,
    Letter,
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
from easel.engines.painter.language.kinds import ALIKE, HUMANS, MEN, PEOPLE, WOMEN
from easel.engines.painter.language.lexicon import lexicon
from easel.engines.painter.language.putting_on import bared, put_on
from easel.engines.painter.language.relettering import reletter
from easel.engines.painter.language.swapping import PLACING, swapped
from easel.engines.painter.language.telling import title
from easel.engines.painter.plan import Relation, ScenePlan, Thing, is_sheet


def apply_changes(plan: ScenePlan, changes: Iterable[Change]) -> ScenePlan:
    """The plan after all changes, in order. A change that fits nothing in the plan leaves it as it is."""
    first = plan
    for change in changes:
        change = _settled(plan, change)
        plan = _with_things(with_scenery(plan, change), change)
    if plan.base is None and (_who(plan), _around(plan)) != (_who(first), _around(first)):
        plan = replace(plan, base=first)
    return replace(plan, title=title(plan))


def _settled(plan: ScenePlan, change: Change) -> Change:
    """What is meant in view of the picture: what is wished for without a word of what it replaces may be there."""
    if isinstance(change, Replace) and change.kind in (SUBJECT, KIN):
        alone = replace(change.thing, relations=())
        alike = [thing.kind for thing in plan.things if _group(thing.kind) == _group(alone.kind)]
        if _is_there(plan, alone.kind) or (change.kind == KIN and not alike) or alone.kind == "window":
            # `make it three ducks`, `could the dress be blue`, `turn it into a night with snow outside the window`
            return Want((alone,), exact=change.exact)
        return replace(change, kind=alike[0]) if change.kind == KIN else change
    if isinstance(change, Add | Describe):
        return put_on(plan, change)
    if isinstance(change, Recolour) and change.kind == SUBJECT and (not plan.things or is_sheet(plan)):
        return ChangeMood(tint=change.colour)
    return change


def _group(kind: str) -> str | None:
    return lexicon().groups.get(kind)


def _who(plan: ScenePlan) -> list[tuple[object, ...]]:
    """What there is to be placed, and where; its colours, for the light may follow them."""
    return [
        (
            thing.kind,
            thing.count,
            thing.at,
            thing.colour,
            thing.traits,
            tuple((r.kind, plan.things[r.target].kind) for r in thing.relations),
        )
        for thing in plan.things
    ]


def _around(plan: ScenePlan) -> tuple[object, ...]:
    """What is around the things, and its light."""
    return plan.setting, plan.backdrops, plan.time, plan.weather, plan.season, plan.sky, plan.mood, plan.tint


def _with_things(plan: ScenePlan, change: Change) -> ScenePlan:
    match change:
        case Add():
            return _add(plan, change)
        case Remove(kinds, now, worn):
            return bared(_remove(plan, frozenset(kinds), now=now), worn)
        case Keep(kinds):
            kept = {plan.things[index].kind for kind in kinds for index in matching(plan, kind)}
            return _remove(plan, frozenset(thing.kind for thing in plan.things) - kept) if kept else plan
        case Fewer() | More() | Times():
            return _renumbered(plan, change)
        case Move():
            return _moved(plan, change)
        case Swap():
            return swapped(plan, change, [index for kind in change.kinds for index in matching(plan, kind)[:1]])
        case Want(things, exact):
            return _have(plan, things, exact=exact)
        case Letter():
            return reletter(plan, change)
        case Some(number, inner, side):
            return _with_some(plan, inner, number, side)
    return _with_each(plan, change)


def _with_some(plan: ScenePlan, change: Change, number: int, side: str) -> ScenePlan:
    """The plan in which `number` of several things part from the others, and change; the left ones are told first."""
    kind = change.anchors[0] if isinstance(change, Add) and change.anchors else getattr(change, "kind", SUBJECT)
    chosen = matching(plan, THEM if kind == SUBJECT else kind)
    chosen = sorted(chosen, key=lambda i: -plan.things[i].count, reverse=side == "right")
    index = next((i for i in chosen if plan.things[i].count >= number), None)
    if index is None:
        return _with_things(plan, _settled(plan, change))
    many, start = plan.things[index], len(plan.things)
    change = replace(change, anchors=(SUBJECT,)) if isinstance(change, Add) else replace(change, kind=many.kind)
    alone = replace(plan, things=(replace(many, count=number, relations=()),))
    changed = _with_things(alone, _settled(alone, change)).things
    rest = [replace(many, count=many.count - number)] if many.count > number else []
    # The left one, and all of them, stay where they are told; others are told behind the rest.
    first = index if side == "left" or not rest else start
    place = [first, *range(start + len(rest), start + len(rest) + len(changed))]
    parted = [
        replace(thing, relations=tuple(Relation(r.kind, place[r.target]) for r in thing.relations)) for thing in changed
    ]
    parted[0] = replace(parted[0], relations=(*many.relations, *parted[0].relations))
    there, behind = (parted[:1], rest) if first == index else (rest, parted[:1])
    things = [*plan.things[:index], *there, *plan.things[index + 1 :], *behind, *parted[1:]]
    return replace(plan, things=tuple(things))


#: People of whom nothing is said but sex and age.
_ANYBODY = frozenset({"man", "woman", "boy", "girl"})


def _is_there(plan: ScenePlan, kind: str) -> bool:
    """Whether there is something of a kind; a knight is no princess, but may be called a man."""
    if kind in PEOPLE - _ANYBODY:
        return any(thing.kind == kind for thing in plan.things)
    return any(not _of_other_sex(plan.things[index].kind, kind) for index in matching(plan, kind))


def _of_other_sex(kind: str, other: str | None) -> bool:
    return (kind in MEN and other in WOMEN) or (kind in WOMEN and other in MEN)


def _with_each(plan: ScenePlan, change: Change) -> ScenePlan:
    """The plan with what a change makes of every thing of a kind."""
    match change:
        case Replace(kind, thing, now):
            return _each(plan, kind, lambda old: _stand_in(old, thing), now=now)
        case Recolour():
            return _each(plan, change.kind, lambda thing: _painted(thing, change), now=change.now)
        case Describe():
            return _each(plan, change.kind, lambda thing: _described(thing, change))
    return plan


def _add(plan: ScenePlan, change: Add) -> ScenePlan:
    start = len(plan.things)
    things = [
        replace(thing, relations=tuple(Relation(r.kind, r.target + start) for r in thing.relations))
        for thing in change.things
    ]
    anchors = [index for anchor in change.anchors for index in matching(plan, anchor)[:1]]
    old = list(plan.things)
    if anchors and change.relation and change.anchor_acts:
        wearer = old[anchors[0]]
        before = [r.target for r in wearer.relations if r.kind == change.relation]
        if before and (change.instead or change.relation == "riding"):
            # Nobody rides two horses.
            return _each(plan, plan.things[before[0]].kind, lambda thing: _stand_in(thing, things[0]))
        old[anchors[0]] = replace(wearer, relations=(*wearer.relations, Relation(change.relation, start)))
    elif anchors and change.relation:
        ties = tuple(Relation(change.relation, anchor) for anchor in anchors)
        for index in range(min(change.together, len(things))):
            things[index] = replace(things[index], relations=(*things[index].relations, *ties))
    kinds = {thing.kind for thing in things}
    return replace(plan, things=(*old, *things), excluded=plan.excluded - kinds)


def _have(plan: ScenePlan, things: tuple[Thing, ...], *, exact: bool) -> ScenePlan:
    if any(not _is_there(plan, thing.kind) for thing in things):
        return _add(plan, Add(things))
    for thing in things:
        plan = _each(plan, thing.kind, lambda old, new=thing: _like(old, new, exact=exact))
    return plan


def _like(old: Thing, new: Thing, *, exact: bool) -> Thing:
    keys = tuple(trait.split(":", 1)[0] + ":" for trait in new.traits)
    kept = frozenset(trait for trait in old.traits if not (keys and trait.startswith(keys)))
    count = new.count if exact or new.count > 1 else old.count
    return replace(old, colour=new.colour or old.colour, traits=kept | new.traits, count=count)


def _renumbered(plan: ScenePlan, change: Fewer | More | Times) -> ScenePlan:
    match change:
        case Fewer(kind, by):
            return _fewer(plan, kind, by)
        case More(kind, by, new):
            if new is not None and not matching(plan, kind):
                return replace(plan, things=(*plan.things, new))
            return _each(plan, kind, lambda old: replace(old, count=min(old.count + by, MAX_COUNT)))
        case Times(kind, factor):
            return _each(plan, kind, lambda old: replace(old, count=_times(old.count, factor)))


def _times(count: int, factor: float) -> int:
    return min(max(1, int(count * factor + 0.5)), MAX_COUNT)


def _fewer(plan: ScenePlan, kind: str, by: int) -> ScenePlan:
    chosen = matching(plan, kind)
    if chosen and plan.things[chosen[0]].count <= by:
        return _remove(plan, frozenset({plan.things[chosen[0]].kind}))
    return _each(plan, kind, lambda old: replace(old, count=max(1, old.count - by)))


def _moved(plan: ScenePlan, change: Move) -> ScenePlan:
    """The plan with a thing elsewhere: what it was tied to before holds it no longer, nor does it hold that."""
    anchors = matching(plan, change.anchor)[:1] if change.anchor else []
    chosen = [index for index in matching(plan, change.kind) if index not in anchors]
    if chosen and change.relation and not anchors and change.new is not None:
        return _add(plan, Add((change.new,), change.relation, (change.kind,), anchor_acts=True))
    if not chosen and change.mover is not None and change.at is not None:
        return _add(plan, Add((change.mover,)))
    if not chosen and change.mover is not None and change.relation and anchors and change.anchor:
        return _add(plan, Add((change.mover,), change.relation, (change.anchor,)))
    if not chosen or (change.relation and not anchors):
        return plan
    ties = tuple(Relation(change.relation, anchor) for anchor in anchors) if change.relation else ()
    left = next((plan.things[index].at for index in chosen), None)
    things = []
    for index, thing in enumerate(plan.things):
        stays = [r for r in thing.relations if r.kind not in PLACING]
        if index in chosen:
            thing = replace(thing, relations=(*stays, *ties), at=change.at)
        elif index in anchors:
            loose = [r for r in thing.relations if r.kind not in PLACING or r.target not in chosen]
            thing = replace(thing, relations=tuple(loose))
        elif change.at is not None and thing.at == change.at and left is not None:
            # Whoever stood there makes room.
            thing = replace(thing, at=left)
        things.append(thing)
    return replace(plan, things=tuple(things))


def _remove(plan: ScenePlan, kinds: frozenset[str], now: str | None = None) -> ScenePlan:
    gone = {index for kind in sorted(kinds) for index in matching(plan, kind, now=now)}
    # Hats go with whoever wears them.
    gone |= {r.target for index in gone for r in plan.things[index].relations if r.kind == "wearing"}
    kept = [index for index in range(len(plan.things)) if index not in gone]
    place = {old: new for new, old in enumerate(kept)}
    things = tuple(
        replace(thing, relations=tuple(Relation(r.kind, place[r.target]) for r in thing.relations if r.target in place))
        for thing in (plan.things[index] for index in kept)
    )
    return replace(
        plan,
        things=things,
        setting=None if plan.setting in kinds else plan.setting,
        backdrops=tuple(name for name in plan.backdrops if name not in kinds),
        weather="clear" if plan.weather in kinds else plan.weather,
        sky={name: colour for name, colour in plan.sky.items() if name not in kinds},
        excluded=plan.excluded | (kinds - {thing.kind for thing in things}),
    )


def matching(plan: ScenePlan, kind: str | None, now: str | None = None) -> list[int]:
    """Indices of the things meant by a kind; a near relation, such as boy for man, stands in for a missing one.

    Of several, those that have the colour `now` are meant.
    """
    found = _of_kind(plan, kind)
    if kind == SUBJECT and now is not None:
        # `red is too loud`: whatever is red
        found = [*(i for i, thing in enumerate(plan.things) if thing.colour == now), *found][:1]
    coloured = [index for index in found if now is not None and plan.things[index].colour == now]
    return coloured or found


def _of_kind(plan: ScenePlan, kind: str | None) -> list[int]:
    if kind == ALL:
        return list(range(len(plan.things)))
    if kind == THEM:
        several = [index for index, thing in enumerate(plan.things) if thing.count > 1]
        living = [i for i, thing in enumerate(plan.things) if _group(thing.kind) in ("person", "animal")]
        return several or (living if len(living) > 1 else _of_kind(plan, ALL))
    if kind is not None and kind.startswith(OTHER):
        one = _of_kind(plan, kind.removeprefix(OTHER) or SUBJECT)
        return [index for index in range(len(plan.things)) if index not in one][:1]
    if kind == SUBJECT:
        # 盘子里有五个饺子: what is on the plate is meant.
        shown = [index for index, thing in enumerate(plan.things) if thing.kind != "plate"]
        return shown[:1] or [0] * bool(plan.things)
    if kind == SOMEBODY:
        people = [index for index, thing in enumerate(plan.things) if thing.kind in PEOPLE]
        animals = [index for index, thing in enumerate(plan.things) if lexicon().groups.get(thing.kind) == "animal"]
        return people[:1] or animals[:1] or [0] * bool(plan.things)
    found = [index for index, thing in enumerate(plan.things) if thing.kind == kind]
    found = found or [index for index, thing in enumerate(plan.things) if _is_called(thing, kind)][:1]
    for alike in ALIKE:
        if not found and kind in alike:
            found = [index for index, thing in enumerate(plan.things) if thing.kind in alike]
            found = sorted(found, key=lambda index: _of_other_sex(plan.things[index].kind, kind))[:1]
    return found


def _is_called(thing: Thing, kind: str | None) -> bool:
    """Whether the words for a thing end in the name of a kind, as a street lamp is a lamp; a bouquet is its flowers."""
    words, flowers = lexicon(), (thing.trait("flowers") or "").split(",")
    english, chinese = words.names.get(f"{words.groups.get(kind or '', '')}:{kind}", ("", ""))
    called = bool(english) and (thing.words.split()[-1:] == [english] or thing.words.endswith(chinese or " "))
    return called or kind in flowers


def _each(plan: ScenePlan, kind: str, change: Callable[[Thing], Thing], now: str | None = None) -> ScenePlan:
    chosen = frozenset(matching(plan, kind, now=now))
    if not chosen:
        return plan
    things = (change(thing) if index in chosen else thing for index, thing in enumerate(plan.things))
    return replace(plan, things=tuple(things))


def _stand_in(old: Thing, new: Thing) -> Thing:
    return replace(
        new, count=new.count if new.count > 1 else old.count, relations=old.relations, at=old.at, size=old.size
    )


def _painted(thing: Thing, change: Recolour) -> Thing:
    if not change.part and thing.kind in HUMANS:
        # `dress her in blue`
        change = replace(change, part="garment_colour")
    if change.part == "legs_colour" and thing.trait("legs") is None:
        # Trousers that are told alone are the garment.
        change = replace(change, part="garment_colour")
    if not change.part:
        # Under paint no grain is seen.
        return replace(thing, colour=change.colour, traits=thing.traits - {"material:wood"})
    kept = frozenset(trait for trait in thing.traits if not trait.startswith(f"{change.part}:"))
    return replace(thing, traits=kept | {f"{change.part}:{change.colour}"})


def _described(thing: Thing, change: Describe) -> Thing:
    keys = tuple(trait.split(":", 1)[0] + ":" for trait in change.traits)
    if "garment:" in keys:
        keys += ("garment_colour:",)
    if "material:" in keys:
        # Under paint no wood is seen.
        thing = replace(thing, colour=None)
    traits = frozenset(trait for trait in thing.traits if not trait.startswith(keys)) if keys else thing.traits
    size = thing.size * change.size if change.size is not None else thing.size
    return replace(thing, traits=traits | frozenset(change.traits), size=size, count=change.count or thing.count)
