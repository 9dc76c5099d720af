"""Whether a finished picture shows what its prompt asks for; each check gives its findings in words."""

import zlib
from collections.abc import Iterator

import numpy as np
from bench.fidelity import colours, identity, manner, places
from bench.fidelity.picture import CHANGED, Copy, Picture, difference
from bench.fidelity.prompts import Case, Expected, Shown
from bench.fidelity.relations import HOLDS, between
from bench.fidelity.scenery import shows_in_sky, shows_light

from easel.engines.painter import language
from easel.engines.painter.places import PLACES, setting_of
from easel.engines.painter.provided import provided
from easel.engines.painter.relations import worn_already
from easel.engines.painter.sprites import get

#: The least area of a thing that counts as seen, as a share of the frame: about 12 pixels square.
AREA_MIN = 0.001
#: The least share of its silhouette that is not hidden, for a thing to be there and for a copy to be counted.
SHARE_MIN, COUNTED_SHARE_MIN = 0.3, 0.5
#: Narrower kinds that are the wider one, too: an armchair is a chair.
IS_A = {
    "chair": {"armchair"}, "dragon": {"chinese_dragon"}, "train": {"bullet_train"},
    "ship": {"cruise_ship", "cargo_ship"},
    "boat": {"sampan", "dragon_boat", "rowboat", "canoe"},
    "car": {"muscle_car", "taxi"}, "house": {"cottage", "cabin"}, "lantern": {"sky_lantern"},
    "cabin": {"cottage"}, "dumpling": {"jiaozi"},
    # Drawn in the painter's own hand now.
    "icon:fishing-pole": {"fishing_rod"}, "icon:christmas-tree": {"christmas_tree"}, "icon:moon-cake": {"mooncake"},
    "tree": {"autumn_tree", "cherry_tree", "pine", "palm", "willow"}, "castle": {"palace"},
}  # fmt: skip
#: Things that may be the ground itself: the setting that shows them.
SURFACES = {"table": "table_top"}
#: Things that a room may have of its own, which are no sprites in it then; the index of such a one's copy.
FITTED, FITTING = frozenset({"window"}), -2
#: After an edit that is not about it, a thing's silhouette still covers this share of both.
STAYED_MIN = 0.6
#: In another place it comes this near to where it was, as a share of the frame.
ELSEWHERE_MAX = 0.25


def findings(case: Case) -> tuple[str, ...]:
    """What is wrong with the painter's picture of a case; nothing where it is faithful."""
    seed = zlib.crc32(case.prompt.encode()) & 0xFFFF
    plan = language.read(case.prompt)
    picture = Picture(plan, seed=seed)
    if case.instruction is None:
        return tuple(missing(picture, case.shown))
    changes = language.instruct(case.instruction)
    if not changes:
        return ("the instruction was not understood",)
    edited = Picture(language.apply_changes(plan, changes), seed=seed)
    before = [f"before the edit, {finding}" for finding in missing(picture, case.shown)]
    return (*before, *missing(edited, case.after or case.shown), *moved(picture, edited, case))


def missing(picture: Picture, shown: Shown) -> Iterator[str]:
    """What should be seen in the picture and is not."""
    groups = [_copies(picture, thing) for thing in shown.things]
    own = {picture.plan.things[index].kind for index in worn_already(picture.plan)}
    for thing, copies in zip(shown.things, groups, strict=True):
        if thing.kind not in own or copies:
            # A princess's crown is a part of her.
            yield from _thing(picture, thing, copies)
    for kind in shown.gone:
        if any(copy.kind == kind for copy in picture.copies):
            yield f"{kind} is still there"
    for first, name, second in shown.relations:
        if groups[first] and groups[second] and not _related(groups[first], name, groups[second], shown):
            yield f"{shown.things[first].kind} is not {name} {shown.things[second].kind}"
    yield from _scene(picture, dict(shown.scene))
    if shown.style is not None:
        if picture.plan.style == "none":
            yield f"not in the style {shown.style}"
        elif not manner.is_a(found := manner.nearest(picture.pixels, picture.unstyled.pixels), shown.style):
            yield f"looks like {found}, not {shown.style}"


def _copies(picture: Picture, thing: Expected) -> list[Copy]:
    found = [copy for copy in picture.copies if copy.kind == thing.kind]
    found = found or [copy for copy in picture.copies if copy.kind in IS_A.get(thing.kind, ())]
    if not found and thing.kind in FITTED and thing.kind in provided(picture.plan):
        # The room's own: where it is, the picture differs from the one of the same room without it.
        without = picture.otherwise(excluded=picture.plan.excluded | {thing.kind})
        area = difference(picture.bare, without.bare) > CHANGED
        hidden = np.any([copy.seen for copy in picture.copies], axis=0)
        return [Copy(index=FITTING, kind=thing.kind, area=area, seen=area & ~hidden)]
    if found or thing.kind not in SURFACES or setting_of(picture.plan) != SURFACES[thing.kind]:
        return found
    # The whole foreground is the thing.
    area = np.zeros(picture.pixels.shape[:2], bool)
    area[int(PLACES[SURFACES[thing.kind]].horizon * area.shape[0]) :] = True
    hidden = np.any([copy.seen for copy in picture.copies], axis=0)
    return [Copy(index=-1, kind=thing.kind, area=area, seen=area & ~hidden)]


def _thing(picture: Picture, thing: Expected, copies: list[Copy]) -> Iterator[str]:
    area = picture.pixels.shape[0] * picture.pixels.shape[1]
    seen = [c for c in copies if c.seen.sum() >= AREA_MIN * area and c.share >= SHARE_MIN]
    if not seen:
        yield f"{thing.kind} is not to be seen" + ("" if copies else " nor planned")
        return
    if thing.count is not None:
        counted = sum(copy.share >= COUNTED_SHARE_MIN for copy in seen)
        if counted != thing.count or len(copies) != thing.count:
            yield f"{counted} {thing.kind}, not {thing.count}"
    hue = thing.colour is None and thing.wears is None and picture.plan.style == "none"
    if seen[0].index == FITTING:
        return
    if seen[0].index < 0:
        taken_for = places.nearest(picture, setting=SURFACES[thing.kind])
        right = taken_for == SURFACES[thing.kind]
    else:
        taken_for = identity.nearest(picture, seen[0], kind=seen[0].kind, hue=hue)
        right = taken_for == seen[0].kind
    if not right:
        yield f"{thing.kind} looks like {taken_for}"
    plant = get(thing.kind).group == "plant"
    for copy in seen:
        if thing.colour and not any(
            colours.is_coloured(v, copy.seen, thing.colour, plant=plant) for v in _lab(picture)
        ):
            yield f"{thing.kind} is not {thing.colour}"
            return
        if thing.wears and not any(colours.is_worn(lab, copy.seen, thing.wears) for lab in _lab(picture)):
            yield f"{thing.kind} wears nothing {thing.wears}"
            return


def _lab(picture: Picture) -> tuple[np.ndarray, ...]:
    """The colours as they are and, in the dark, as an eye sees them that is used to it."""
    return (picture.lab,) if picture.hour not in ("dusk", "night") else (picture.lab, picture.adapted)


def _related(first: list[Copy], name: str, second: list[Copy], shown: Shown) -> bool:
    if name == "between":
        kinds = {shown.things[b].kind for _, kind, b in shown.relations if kind == "between"}
        ends = [copy for copy in second if copy.kind in kinds]
        # Two kinds at the ends stand in two relations; each is on one side then.
        return between(first[0], ends) if len(kinds) == 1 else _aside(first[0], second[0])
    return any(HOLDS[name](a, b) for a in first for b in second)


def _aside(middle: Copy, end: Copy) -> bool:
    return HOLDS["left_of"](middle, end) or HOLDS["left_of"](end, middle)


def _scene(picture: Picture, scene: dict[str, str]) -> Iterator[str]:
    for field, value in scene.items():
        if field == "setting":
            found = places.nearest(picture, setting=value)
            if found != value:
                yield f"the place looks like {found}, not {value}"
        elif field == "sky":
            if not shows_in_sky(picture, value):
                yield f"no {value} in the sky"
        elif not shows_light(picture, field, value):
            yield f"no {value} to be seen"


def moved(before: Picture, after: Picture, case: Case) -> Iterator[str]:
    """Things that an edit should have left in place and did not."""
    asked = case.after or case.shown
    elsewhere = "setting" in dict(asked.scene)
    resettled = {who for who, _, _ in _tied(asked) - _tied(case.shown)}
    # Of two that stand differently to each other now, either may have moved, or both, as when they exchange places.
    pairs = {frozenset((a, b)) for a, _, b in _tied(case.shown)}
    resettled |= {end for a, _, b in _tied(asked) - _tied(case.shown) if frozenset((a, b)) in pairs for end in (a, b)}
    # What was on a thing that is gone comes down.
    resettled |= {who for who, _, other in _tied(case.shown) if other in asked.gone}
    # Another number of them makes room for all.
    counts = {thing.kind: thing.count for thing in case.shown.things}
    resettled |= {thing.kind for thing in asked.things if thing.count not in (None, counts.get(thing.kind, 1))}
    for kind in sorted({thing.kind for thing in case.shown.things} - set(asked.gone) - resettled):
        old, new = (next((c for c in p.copies if c.kind == kind), None) for p in (before, after))
        if old is None or new is None:
            continue
        if elsewhere:
            # Another place has another ground to stand on, and another scale.
            stayed = np.hypot(*np.subtract(old.centre, new.centre)) < ELSEWHERE_MAX * old.area.shape[0]
        else:
            stayed = (old.area & new.area).sum() >= STAYED_MIN * (old.area | new.area).sum()
        if not stayed:
            yield f"the edit moved {kind}"


def _tied(shown: Shown) -> set[tuple[str, str, str]]:
    """The relations by the kinds that they tie: whoever is in a new one after an edit was to move."""
    return {(shown.things[a].kind, name, shown.things[b].kind) for a, name, b in shown.relations}
