"""Reading an edit instruction: `make it night`, `把天空换成夜晚`, `add a red balloon`."""

from collections.abc import Iterator
from dataclasses import replace

from easel.engines.painter.language.clauses import Clause, clauses
from easel.engines.painter.language.draft import MAX_COUNT
from easel.engines.painter.language.edits import (
    SOMEBODY,
    SUBJECT,
    Add,
    Change,
    ChangeBackground,
    ChangeMood,
    ChangeSeason,
    ChangeSky,
    ChangeStyle,
    ChangeTime,
    ChangeWeather,
    Describe,
    Recolour,
    Remove,
    Replace,
    Want,
)
from easel.engines.painter.language.kinds import LIVING, WORN
from easel.engines.painter.language.prompt import forbidden_kinds, read
from easel.engines.painter.language.script import plain
from easel.engines.painter.language.ties import VERBS
from easel.engines.painter.language.tokens import tokens
from easel.engines.painter.plan import ScenePlan

BACKGROUND_WORDS = frozenset({"background", "背景", "backdrop", "场景", "scene", "setting"})


def instruct(text: str) -> tuple[Change, ...]:
    """The changes that an instruction asks for, in order; none where nothing was understood. Never raises."""
    return tuple(change for clause in clauses(text) for change in _changes(clause))


def _changes(clause: Clause) -> Iterator[Change]:
    match clause.verb:
        case "remove":
            yield from _removed(clause.old)
        case "add":
            yield from _added(clause)
        case "give":
            yield from _given(clause)
        case "change":
            yield from _changed(clause.old, clause.new)
        case "move":
            plan = read(clause.new)
            yield from _scenery(plan)
            if plan.things:
                yield Add(plan.things)
        case "want":
            plan = read(clause.new)
            if plan.things:
                yield Want(plan.things)
            elif colour := _colour(clause.new):
                yield Recolour(SUBJECT, colour)
            yield from _scenery(plan)
        case _:
            yield from _scenery(read(clause.new))


def _removed(what: str) -> Iterator[Change]:
    kinds = sorted(forbidden_kinds(what))
    traits = [token for token in tokens(what) if token.role in ("garment", "accessory", "glasses")]
    if not kinds and _background(what):
        yield ChangeBackground("plain")
    elif kinds or traits:
        yield Remove(tuple(kinds))


def _added(clause: Clause) -> Iterator[Change]:
    """`a hat on the cat`, `在桌子上` + `一个苹果`, `the dog on a skateboard`: what is known already is the anchor."""
    plan = read(clause.new)
    things = plan.things
    anchor = read(clause.old).things if clause.old else ()
    known = _definite(clause.new)
    first = things[0] if things else None
    wearer = next(
        (t for t in things if any(r.kind == "wearing" and things[r.target] is first for r in t.relations)), None
    )
    if anchor and things:
        place = next((t.entry.value("post") for t in tokens(clause.old) if t.entry and t.role == "post"), None)
        yield Add(things, place or "beside", anchor[0].kind)
    elif first is not None and wearer is not None and known:
        yield Add((replace(first, relations=()),), "wearing", wearer.kind, anchor_acts=True)
    elif first is not None and known and not first.relations and _dressed(clause.new):
        yield Describe(first.kind, tuple(sorted(first.traits)))
    elif first is not None and known and first.relations:
        tie = first.relations[0]
        other = things[tie.target]
        if plain(clause.new).startswith("the "):
            yield Add((replace(other, relations=()),), tie.kind, first.kind, anchor_acts=True)
        elif first.kind in WORN and tie.kind == "on":
            yield Add((replace(first, relations=()),), "wearing", other.kind, anchor_acts=True)
        else:
            yield Add((replace(first, relations=()),), tie.kind, other.kind)
    elif things:
        yield Add(things)
    yield from _scenery(plan)


def _dressed(words: str) -> bool:
    return any(token.role in ("garment", "accessory", "glasses") for token in tokens(words))


def _given(clause: Clause) -> Iterator[Change]:
    """`give the man a hat`, `给猫戴上帽子`: clothes and hair become traits, everything else is held or worn."""
    kind = _kind(clause.old)
    plan = read(f"{_WEARER} {clause.new}" if clause.new.isascii() else f"{_WEARER_CHINESE}{clause.new}")
    wearer = plan.things[0] if plan.things else None
    traits = sorted(wearer.traits) if wearer is not None else []
    if traits:
        yield Describe(kind, tuple(traits))
    for thing in plan.things[1:]:
        ties = [r.kind for r in wearer.relations if plan.things[r.target] is thing] if wearer is not None else []
        relation = "wearing" if thing.kind in WORN else next(iter(ties), "holding")
        yield Add((replace(thing, relations=()),), relation, kind, anchor_acts=True)


#: Somebody to put the new things on, so that the reader ties them.
_WEARER, _WEARER_CHINESE = "man with", "男人"


def _changed(old: str, new: str) -> Iterator[Change]:
    plan = read(new)
    colour = _colour(new)
    part = _part(old)
    known = read(old)
    verb = next((token.entry.value("rel") for token in tokens(new)[:1] if token.entry is not None), None)
    if _background(old):
        yield from _background_changes(plan, colour)
    elif verb in VERBS:
        yield from _given(Clause("give", old, new))
    elif part or (_dressed(new) and not known.things):
        yield from _part_changes(old, new, part or "garment", colour)
    elif _is_sky(old):
        yield from _scenery(read(f"{new} sky" if new.isascii() else f"{new}天空"))
    elif known.things:
        yield from _thing_changes(known.things[0].kind, new, plan, colour)
    elif known.setting or known.backdrops:
        yield from _scenery(plan)
    elif colour and not plan.things and old in ("它", "他", "她", "it", "them"):
        yield Recolour(SUBJECT, colour)
        yield from _scenery(plan)
    else:
        yield from _whole_changes(new, plan, colour)


def _background_changes(plan: ScenePlan, colour: str | None) -> Iterator[Change]:
    if plan.setting or plan.backdrops:
        yield ChangeBackground(plan.setting, plan.backdrops)
    elif colour:
        yield ChangeBackground("plain")
    if plan.things:
        yield Add(plan.things)
    if colour and not plan.things and plan.setting in (None, "plain"):
        yield ChangeMood(tint=colour)
    yield from _scenery(replace(plan, setting=None, backdrops=()))


def _part_changes(old: str, new: str, part: str, colour: str | None) -> Iterator[Change]:
    owner = next((thing.kind for thing in read(old).things if not thing.kind.startswith("icon:")), SOMEBODY)
    clothes = next((t.entry for t in tokens(new) if t.entry is not None and t.role == part), None)
    if clothes is not None:
        yield Describe(owner, (f"{part}:{clothes.effects[0].value}",))
    if colour:
        yield Recolour(owner, colour, f"{part}_colour")
    traits = [trait for trait in _traits(new)[0] if trait.startswith(part)]
    if traits:
        yield Describe(owner, tuple(traits))


def _thing_changes(kind: str, new: str, plan: ScenePlan, colour: str | None) -> Iterator[Change]:
    traits, size = _traits(new)
    if plan.things:
        yield Replace(kind, plan.things[0])
        yield from _scenery(plan)
        return
    count = next((int(t.entry.effects[0].value) for t in tokens(new) if t.entry and t.role == "num"), None)
    if colour:
        yield Recolour(kind, colour)
    if traits or size or count:
        yield Describe(kind, tuple(traits), size, count and min(count, MAX_COUNT))
    if not (colour or traits or size or count):
        yield from _scenery(plan)


def _whole_changes(new: str, plan: ScenePlan, colour: str | None) -> Iterator[Change]:
    changes = list(_scenery(plan))
    traits, size = _traits(new)
    if plan.things and plan.style == "none":
        yield Replace(SUBJECT, plan.things[0])
    elif not changes and (traits or size):
        living = any(trait.split(":")[0] in LIVING for trait in traits)
        yield Describe(SOMEBODY if living else SUBJECT, tuple(traits), size)
    elif not changes and colour:
        yield ChangeMood(tint=colour)
    yield from changes


def _scenery(plan: ScenePlan) -> Iterator[Change]:
    """The changes that make a scene like that of `plan`, its things left out."""
    if plan.setting or plan.backdrops:
        yield ChangeBackground(plan.setting, plan.backdrops)
    if plan.time:
        yield ChangeTime(plan.time)
    if plan.weather:
        yield ChangeWeather(plan.weather)
    if plan.season:
        yield ChangeSeason(plan.season)
    if plan.sky:
        yield ChangeSky(tuple(plan.sky.items()))
    if plan.style != "none":
        yield ChangeStyle(plan.style)
    mood = plan.mood if plan.mood != "neutral" else None
    camera = plan.camera if plan.camera != "normal" else None
    if mood or camera or plan.tint:
        yield ChangeMood(mood, camera, plan.tint)
    if plan.excluded:
        yield Remove(tuple(sorted(plan.excluded)))


def _kind(words: str) -> str:
    """The kind of the thing that some words name; the picture's subject where they name none."""
    things = read(words).things
    return things[0].kind if things else SOMEBODY


def _colour(words: str) -> str | None:
    return next((t.entry.effects[0].value for t in tokens(words) if t.entry is not None and t.role == "colour"), None)


def _traits(words: str) -> tuple[list[str], float | None]:
    """The traits and the factor of size in some words."""
    entries = [token.entry for token in tokens(words) if token.entry is not None]
    sizes = [float(entry.effects[0].value) for entry in entries if entry.role == "size"]
    traits = sorted({trait for entry in entries if entry.role == "trait" for trait in entry.traits})
    return traits, sizes[0] if sizes else None


def _part(words: str) -> str:
    """The part of a thing that some words name: garment, accessory, hair, or nothing."""
    roles = [token.role for token in tokens(words)]
    if "hairnoun" in roles:
        return "hair"
    return next((role for role in ("garment", "accessory") if role in roles), "")


def _definite(words: str) -> bool:
    return any(token.role == "the" for token in tokens(words))


def _background(words: str) -> bool:
    return any(word in words for word in BACKGROUND_WORDS)


def _is_sky(words: str) -> bool:
    return any(token.role in ("skyword", "sky") for token in tokens(words))
