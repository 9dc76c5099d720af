"""Edits: the changes that an instruction asks for, and what each makes of a plan."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from easel.engines.painter.language.kinds import PEOPLE
from easel.engines.painter.language.telling import title
from easel.engines.painter.plan import Relation, ScenePlan, Thing

#: Stand for a kind: whatever the picture is of, and whoever is in it.
SUBJECT, SOMEBODY = "subject", "somebody"


@dataclass(frozen=True, slots=True)
class Add:
    """Put things in. Relations among `things` count from the first of them.

    `relation` ties the first to `anchor`, the kind of a thing that is there already; `anchor_acts` ties the anchor to
    the first, as with what somebody wears or holds.
    """

    things: tuple[Thing, ...]
    relation: str | None = None
    anchor: str | None = None
    anchor_acts: bool = False


@dataclass(frozen=True, slots=True)
class Remove:
    """Take away all things of these kinds, and scenery of these names."""

    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Replace:
    """Put `thing` where the things of `kind` are."""

    kind: str
    thing: Thing


@dataclass(frozen=True, slots=True)
class Want:
    """Have these things in the picture: those that are there become as many and of that colour, others are added."""

    things: tuple[Thing, ...]


@dataclass(frozen=True, slots=True)
class Recolour:
    """Paint things of `kind` in a colour. `part` is empty for the whole thing, or a trait such as `garment_colour`."""

    kind: str
    colour: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Describe:
    """Give things of `kind` traits (`key:value`), another size or another number."""

    kind: str
    traits: tuple[str, ...] = ()
    size: float | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True)
class ChangeBackground:
    """Another place; what rises behind it changes too."""

    setting: str | None
    backdrops: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeTime:
    """Another hour."""

    time: str


@dataclass(frozen=True, slots=True)
class ChangeWeather:
    """Another weather."""

    weather: str


@dataclass(frozen=True, slots=True)
class ChangeSeason:
    """Another season."""

    season: str


@dataclass(frozen=True, slots=True)
class ChangeSky:
    """Things that appear in the sky, each with its colour or None."""

    things: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class ChangeStyle:
    """Another style."""

    style: str


@dataclass(frozen=True, slots=True)
class ChangeMood:
    """Another mood, framing or dominant colour; None leaves one as it is."""

    mood: str | None = None
    camera: str | None = None
    tint: str | None = None


Change = (
    Add | Remove | Replace | Recolour | Describe | ChangeBackground | ChangeTime | ChangeWeather | ChangeSeason
    | ChangeSky | ChangeStyle | ChangeMood
)  # fmt: skip


def apply_changes(plan: ScenePlan, changes: Iterable[Change]) -> ScenePlan:
    """The plan after all changes, in order. A change that fits nothing in the plan leaves it as it is."""
    first = plan
    for change in changes:
        plan = _with_things(_with_scenery(plan, change), change)
    if plan.base is None and _who(plan) != _who(first):
        plan = replace(plan, base=first)
    return replace(plan, title=title(plan))


def _who(plan: ScenePlan) -> list[tuple[str, int]]:
    """What there is to be placed."""
    return [(thing.kind, thing.count) for thing in plan.things]


def _with_things(plan: ScenePlan, change: Change) -> ScenePlan:
    match change:
        case Add():
            return _add(plan, change)
        case Remove(kinds):
            return _remove(plan, frozenset(kinds))
        case Replace(kind, thing):
            return _each(plan, kind, lambda old: _stand_in(old, thing))
        case Want(things):
            return _have(plan, things)
        case Recolour():
            return _each(plan, change.kind, lambda thing: _painted(thing, change))
        case Describe():
            return _each(plan, change.kind, lambda thing: _described(thing, change))
    return plan


def _with_scenery(plan: ScenePlan, change: Change) -> ScenePlan:
    match change:
        case ChangeBackground(setting, backdrops):
            return replace(plan, setting=setting, backdrops=backdrops, excluded=plan.excluded - {setting, *backdrops})
        case ChangeTime(time):
            return replace(plan, time=time, sky=_sky_at(plan, time))
        case ChangeWeather(weather):
            return replace(plan, weather=weather)
        case ChangeSeason(season):
            return replace(plan, season=season)
        case ChangeSky(things):
            return replace(plan, sky={**plan.sky, **dict(things)}, excluded=plan.excluded - dict(things).keys())
        case ChangeStyle(style):
            return replace(plan, style=style)
        case ChangeMood(mood, camera, tint):
            return replace(plan, mood=mood or plan.mood, camera=camera or plan.camera, tint=tint or plan.tint)
    return plan


def _sky_at(plan: ScenePlan, time: str) -> dict[str, str | None]:
    """The sky without what that hour rules out."""
    gone = {"sun", "rainbow"} if time == "night" else {"moon", "crescent", "stars", "milky_way", "aurora"}
    return {name: colour for name, colour in plan.sky.items() if name not in gone}


def _add(plan: ScenePlan, change: Add) -> ScenePlan:
    start = len(plan.things)
    things = [
        replace(thing, relations=tuple(Relation(r.kind, r.target + start) for r in thing.relations))
        for thing in change.things
    ]
    anchors = _matching(plan, change.anchor) if change.anchor else []
    old = list(plan.things)
    if anchors and change.relation and change.anchor_acts:
        wearer = old[anchors[0]]
        old[anchors[0]] = replace(wearer, relations=(*wearer.relations, Relation(change.relation, start)))
    elif anchors and change.relation:
        things[0] = replace(things[0], relations=(*things[0].relations, Relation(change.relation, anchors[0])))
    kinds = {thing.kind for thing in things}
    return replace(plan, things=(*old, *things), excluded=plan.excluded - kinds)


def _have(plan: ScenePlan, things: tuple[Thing, ...]) -> ScenePlan:
    if any(not _matching(plan, thing.kind) for thing in things):
        return _add(plan, Add(things))
    for thing in things:
        plan = _each(plan, thing.kind, lambda old, new=thing: _like(old, new))
    return plan


def _like(old: Thing, new: Thing) -> Thing:
    keys = tuple(trait.split(":", 1)[0] + ":" for trait in new.traits)
    kept = frozenset(trait for trait in old.traits if not (keys and trait.startswith(keys)))
    count = new.count if new.count > 1 else old.count
    return replace(old, colour=new.colour or old.colour, traits=kept | new.traits, count=count)


def _remove(plan: ScenePlan, kinds: frozenset[str]) -> ScenePlan:
    gone = {index for kind in sorted(kinds) for index in _matching(plan, kind)}
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
        excluded=plan.excluded | kinds,
    )


def _matching(plan: ScenePlan, kind: str | None) -> list[int]:
    """Indices of the things meant by a kind; a near relation, such as boy for man, stands in for a missing one."""
    if kind == SUBJECT:
        return [0] if plan.things else []
    if kind == SOMEBODY:
        people = [index for index, thing in enumerate(plan.things) if thing.kind in PEOPLE]
        return people[:1] or [0] * bool(plan.things)
    found = [index for index, thing in enumerate(plan.things) if thing.kind == kind]
    for alike in _ALIKE:
        if not found and kind in alike:
            found = [index for index, thing in enumerate(plan.things) if thing.kind in alike][:1]
    return found


#: Kinds that people name for one another.
_ALIKE = (
    PEOPLE,
    frozenset({"car", "muscle_car", "taxi", "truck", "bus"}),
    frozenset({"house", "cabin", "cottage", "barn", "shop"}),
    frozenset({"tree", "pine", "autumn_tree", "cherry_tree", "palm", "willow"}),
    frozenset({"flower", "rose", "tulip", "peony", "sunflower", "lotus"}),
    frozenset({"boat", "ship"}),
)  # fmt: skip


def _each(plan: ScenePlan, kind: str, change: Callable[[Thing], Thing]) -> ScenePlan:
    chosen = frozenset(_matching(plan, kind))
    if not chosen:
        return plan
    things = (change(thing) if index in chosen else thing for index, thing in enumerate(plan.things))
    return replace(plan, things=tuple(things))


def _stand_in(old: Thing, new: Thing) -> Thing:
    return replace(
        new, count=new.count if new.count > 1 else old.count, relations=old.relations, at=old.at, size=old.size
    )


def _painted(thing: Thing, change: Recolour) -> Thing:
    if not change.part:
        return replace(thing, colour=change.colour)
    kept = frozenset(trait for trait in thing.traits if not trait.startswith(f"{change.part}:"))
    return replace(thing, traits=kept | {f"{change.part}:{change.colour}"})


def _described(thing: Thing, change: Describe) -> Thing:
    keys = tuple(trait.split(":", 1)[0] + ":" for trait in change.traits)
    if "garment:" in keys:
        keys += ("garment_colour:",)
    traits = frozenset(trait for trait in thing.traits if not trait.startswith(keys)) if keys else thing.traits
    size = thing.size * change.size if change.size is not None else thing.size
    return replace(thing, traits=traits | frozenset(change.traits), size=size, count=change.count or thing.count)
