"""Instructions that put things in, give them to somebody, or move them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from easel.engines.painter.language.clause import Clause
from easel.engines.painter.language.clauses import DOES
from easel.engines.painter.language.edits import (
    SOMEBODY,
    SUBJECT,
    THEM,
    Add,
    Change,
    ChangeBackground,
    Describe,
    More,
    Move,
    Recolour,
)
from easel.engines.painter.language.hints import (
    colour_alone,
    is_uncounted,
    kind_in,
    known_in,
    number_in,
    speaks_of_clothes,
    speaks_of_sky,
    traits_in,
)
from easel.engines.painter.language.kinds import WORN
from easel.engines.painter.language.prompt import read_scene
from easel.engines.painter.language.referring import (
    MORE,
    PLACES,
    is_definite,
    is_place,
    lives,
    meant,
    named,
    stood_in,
    without_stand_ins,
)
from easel.engines.painter.language.scenes import scenery_of
from easel.engines.painter.language.script import plain
from easel.engines.painter.language.tokens import tokens
from easel.engines.painter.plan import Relation, ScenePlan, Thing

_TIED = PLACES | {"wearing"}
#: Where something is that is on the subject.
_UPON = frozenset({"上面", "顶上", "背上", "头上", "身上", "肩上", "肩膀上", "头顶", "在上面"})
#: What a thing that is added stands on is that of the place that is there.
_UNDERFOOT = re.compile(r"\bon (?:the|a) (?:floor|ground|rug|carpet|grass|street|road|wall)\b|[地面毯板][上里]")
#: Words for whoever is in the picture.
_SEVERAL = frozenset({"them", "they", "他们", "她们", "它们"})
_SOMEBODY = re.compile(r"\b(?:he|she|it|they|him|his|her|its|them|their|this)\b|[它他她人手头身]")


def added(clause: Clause) -> Iterator[Change]:
    """`a hat on the cat`, `在桌子上` + `一个苹果`, `the dog on a skateboard`: what is known already is the anchor."""
    words = stood_in(clause.new)
    plan = read_scene(words)
    looks = [trait for trait in traits_in(words)[0] if trait.split(":")[0] in ("beard", "face", "hair", "mood")]
    if looks and not any(lives(thing.kind) for thing in plan.things):
        # `add a beard`
        yield Describe(SOMEBODY, tuple(looks))
    if not clause.old and not plan.things and MORE.fullmatch(clause.new):
        yield More(SUBJECT, number_in(clause.new) or 1)
        return
    if clause.old:
        yield from _added_at(stood_in(clause.old), plan, clause)
    else:
        yield from _added_to(words, plan)
    in_sky = speaks_of_sky(f"{clause.old} {clause.new}") or "天上" in clause.old
    if plan.backdrops and not plan.setting:
        yield ChangeBackground(None, plan.backdrops, more=True)
        plan = replace(plan, backdrops=())
    stays = in_sky or (plan.things and _UNDERFOOT.search(words))
    yield from scenery_of(replace(plan, setting=None, backdrops=()) if stays else plan)


def _added_at(where: str, plan: ScenePlan, clause: Clause) -> Iterator[Change]:
    """`在桌子上` + `一个苹果`, `旁边` + `一盏灯`: beside what is named, or beside the subject."""
    things = without_stand_ins(plan).things
    if not things:
        return
    said = tokens(where)
    place = next((t.entry.value("post") for t in said if t.entry and t.role == "post"), None)
    anchors = tuple(meant(thing.kind) for thing in read_scene(where).things)
    if len(anchors) > 1 and place != "between":
        anchors = anchors[-1:]
    if anchors:
        yield Add(things, place or "beside", anchors)
    elif "头" in where and things[0].kind in WORN:
        yield Add(things, "wearing", (SOMEBODY,), anchor_acts=True)
    elif place in ("beside", "behind", "in_front_of", "above", "under") or where in _UPON:
        yield Add(things, place or "on", (SUBJECT,))
    else:
        yield Add(read_scene(f"{clause.old}{clause.new}").things or things)


def _added_to(words: str, plan: ScenePlan) -> Iterator[Change]:
    things = plan.things
    first = things[0] if things else None
    wearer = next(
        (t for t in things if any(r.kind == "wearing" and things[r.target] is first for r in t.relations)), None
    )
    known = is_definite(words) or is_uncounted(words, things)
    if first is None:
        return
    if wearer is not None and known:
        yield Add((replace(first, relations=()),), "wearing", (meant(wearer.kind),), anchor_acts=True)
    elif known and not first.relations and speaks_of_clothes(words) and first.traits:
        yield Describe(meant(first.kind), tuple(sorted(first.traits)))
    elif known and first.relations:
        yield from _added_with(words, things)
    else:
        yield from _added_alone(words, things)


def _added_alone(words: str, things: tuple[Thing, ...]) -> Iterator[Change]:
    """Things that are tied to nothing; what stands in for a pronoun is there already."""
    new = tuple(thing for thing in things if thing.kind == meant(thing.kind))
    owner = next((meant(thing.kind) for thing in things if thing.kind != meant(thing.kind)), None)
    if len(new) == len(things):
        yield Add(things)
    elif new and owner is not None:
        worn = speaks_of_clothes(words)
        alone = tuple(replace(thing, relations=()) for thing in new)
        yield Add(alone, "wearing" if worn else "beside", (owner,), anchor_acts=worn)


def _added_with(words: str, things: tuple[Thing, ...]) -> Iterator[Change]:
    """`a lamp next to the sofa`, `the dog on a skateboard`, `a tree between the car and the house`."""
    first = things[0]
    tie = first.relations[0]
    other = things[tie.target]
    if plain(words).startswith("the "):
        yield Add((replace(other, relations=()),), tie.kind, (meant(first.kind),), anchor_acts=True)
    elif first.kind in WORN and tie.kind == "on":
        yield Add((replace(first, relations=()),), "wearing", (meant(other.kind),), anchor_acts=True)
    else:
        yield from _added_by(
            things, known_in(words, things) or {r.target for r in first.relations if r.kind == tie.kind}
        )


def _added_by(things: tuple[Thing, ...], known: set[int]) -> Iterator[Change]:
    """`a man with an umbrella under the lamp`: what is new comes together, and to what is known already."""
    new = [index for index in range(len(things)) if index not in known]
    host = next((index for index in new if any(r.target in known for r in things[index].relations)), None)
    if host is None:
        yield Add(tuple(replace(things[index], relations=()) for index in new))
        return
    tie = next(r.kind for r in things[host].relations if r.target in known)
    anchors = tuple(meant(things[r.target].kind) for r in things[host].relations if r.target in known and r.kind == tie)
    hosts = [i for i in new if any(r.kind == tie and r.target in known for r in things[i].relations)]
    order = [*hosts, *(index for index in new if index not in hosts)]
    place = {old: index for index, old in enumerate(order)}
    together = tuple(
        replace(
            things[index],
            relations=tuple(Relation(r.kind, place[r.target]) for r in things[index].relations if r.target in place),
        )
        for index in order
    )
    yield Add(together, tie, anchors, together=len(hosts))


def placed(words: str) -> Iterator[Change]:
    """`street lamp to the right of the taxi`: the one comes there, or goes there, as the picture has it."""
    if is_place(words):
        yield from moved(Clause("move", "", words))
        return
    # In `the chest with a shark above it`, it is the chest.
    things = read_scene(words if words.startswith("the ") else stood_in(words)).things
    for thing in things:
        alone, tie = replace(thing, relations=()), next((r for r in thing.relations if r.kind in _TIED), None)
        other = replace(things[tie.target], relations=()) if tie is not None else thing
        if tie is None and thing.at is not None:
            known = thing.kind != meant(thing.kind)
            yield Move(meant(thing.kind), at=thing.at, mover=None if known else alone)
        if tie is None or thing.kind != meant(thing.kind):
            continue
        if tie.kind == "wearing" or (thing.kind in WORN and tie.kind == "on"):
            worn, wearer = (other, alone) if tie.kind == "wearing" else (alone, other)
            yield Add((worn,), "wearing", (meant(wearer.kind),), anchor_acts=True)
        else:
            fresh = other if other.kind == meant(other.kind) else None
            yield Move(thing.kind, tie.kind, meant(other.kind), new=fresh, mover=alone)


def moved(clause: Clause) -> Iterator[Change]:
    """`把猫放到沙发下面`, `put the cat under the table`, `move the scene to the desert`."""
    if speaks_of_clothes(clause.new) and (kind_in(clause.old) == SOMEBODY or lives(kind_in(clause.old))):
        # `put her in a blue dress`
        yield from given(Clause("give", clause.old, re.sub("^in ", "", clause.new)))
        return
    english, where = clause.new.isascii(), stood_in(clause.new)
    kind = next(iter(named(clause.old)), SUBJECT)
    old = clause.old if kind != SUBJECT else stood_in("it" if english else "它")
    there = where if english or where[1:2] in ("在", "到") else f"在{where}"
    plan, new = read_scene(f"{old} {there}" if english else f"{old}{there}"), read_scene(where)
    mover = next((thing for thing in plan.things if meant(thing.kind) == kind), None)
    tie = mover.relations[0] if mover is not None and mover.relations else None
    at = next((thing.at for thing in read_scene(f"{old} {where}" if english else f"{where}的{old}").things), None)
    if tie is not None and mover is not None:
        other, alone = replace(plan.things[tie.target], relations=()), replace(mover, relations=())
        fresh = other if other.kind == meant(other.kind) else None
        yield Move(kind, tie.kind, meant(other.kind), new=fresh, mover=alone if kind != SUBJECT else None)
    elif at is not None and not new.things:
        yield Move(kind, at=at)
    elif fresh := without_stand_ins(new).things:
        yield from _moved_to(kind, fresh[-1], clause.new)
    if mover is not None and mover.trait("pose"):
        yield Describe(kind, (f"pose:{mover.trait('pose')}",))
    yield from scenery_of(new)


def _moved_to(kind: str, anchor: Thing, where: str) -> Iterator[Change]:
    """`onto the table`, where the reader makes a place of the table, or ties nothing to it."""
    said = (token.entry for token in tokens(where) if token.entry is not None)
    place = next((entry.value("post") or entry.value("rel") for entry in said if entry.role in ("post", "rel")), None)
    alone = replace(anchor, relations=())
    yield Move(kind, place, anchor.kind, new=alone) if place in PLACES else Add((alone,))


def given(clause: Clause) -> Iterator[Change]:
    """`give the man a hat`, `给猫戴上帽子`: clothes and hair become traits, everything else is held or worn."""
    kind = THEM if clause.old in _SEVERAL else kind_in(clause.old)
    if kind == SOMEBODY and clause.old and not _SOMEBODY.search(clause.old):
        # `add a tree to the garden`
        yield from added(Clause("add", "", clause.new))
        return
    lifeless = next((thing for thing in read_scene(clause.old).things if not lives(thing.kind)), None)
    if lifeless is not None:
        yield from _given_to_lifeless(lifeless, clause)
        return
    if (colour := colour_alone(re.sub(r"^an? (.+) ones?$", r"\1", clause.new))) is not None:
        # `give her a blue one`
        yield Recolour(kind, colour)
        return
    new = re.sub(r"^be (?=\w+ing)", "", clause.new)
    plan = read_scene(f"{_wearer(new)} {new}" if new.isascii() else f"{_WEARER_CHINESE}{new}")
    wearer = plan.things[0] if plan.things else None
    traits = sorted(wearer.traits) if wearer is not None else []
    if traits:
        yield Describe(kind, tuple(traits))
    for thing in plan.things[1:]:
        ties = [r.kind for r in wearer.relations if plan.things[r.target] is thing] if wearer is not None else []
        relation = "wearing" if thing.kind in WORN else next(iter(ties), "holding")
        if relation in PLACES:
            yield Move(kind, relation, thing.kind, new=replace(thing, relations=()))
            continue
        alone = replace(thing, relations=())
        yield Add((alone,), relation, (kind,), anchor_acts=True, instead=clause.instead)


def _given_to_lifeless(owner: Thing, clause: Clause) -> Iterator[Change]:
    """`the table needs a vase`, `给房子加一扇门`: what stands on it or beside it."""
    if colour := colour_alone(clause.new):
        yield Recolour(owner.kind, colour)
        return
    plan = read_scene(clause.new)
    on = owner.kind in ("table", "cake", "bookshelf", "wardrobe", "dresser", "sofa", "bed", "chair", "bench", "piano")
    if plan.things:
        yield Add(plan.things, "on" if on else "beside", (owner.kind,))


#: Somebody to put the new things on, so that the reader ties them.
_WEARER_CHINESE = "男人"


def _wearer(words: str) -> str:
    """Somebody who does, or has, what the words say."""
    return "man" if re.match(DOES, words) else "man with"
