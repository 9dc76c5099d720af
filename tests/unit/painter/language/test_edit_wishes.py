"""What people ask for in a chat about a picture, in as many ways as they say it.

Each table of edit_wishes.toml is one wish for one picture: whatever the words, the plan afterwards is what was wished
for, and the rest of the picture stays.
"""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from easel.engines.painter.language import apply_changes, instruct, read
from easel.engines.painter.plan import ScenePlan, Thing

RED, BLUE, YELLOW, BROWN, BLACK = "#d8322c", "#2f6fd0", "#f2c52e", "#85552f", "#26252b"
CAT, GIRL = "a cat and a dog next to a red car", "a girl in a red dress with a cat in the garden"
SHEEP = "three white sheep and a barn in a meadow"
PICTURES = {
    SHEEP: (SHEEP, "草地上有三只白羊和一座谷仓"),
    CAT: (CAT, "一只猫和一只狗在红色的汽车旁边"),
    GIRL: (GIRL, "花园里一个穿红色连衣裙的女孩和一只猫"),
}


def _has(plan: ScenePlan, kind: str, colour: str | None = None, count: int | None = None) -> bool:
    found = [thing for thing in plan.things if thing.kind == kind]
    total = sum(thing.count for thing in found)
    return total > 0 and count in (None, total) and (colour is None or any(t.colour == colour for t in found))


def _ties(plan: ScenePlan, kind: str) -> set[str]:
    """The ties between a thing and any other."""
    things = plan.things
    return {tie.kind for t in things for tie in t.relations if kind in (t.kind, things[tie.target].kind)}


def _girl(plan: ScenePlan, trait: str) -> str | None:
    return next((thing.trait(trait) for thing in plan.things if thing.kind == "girl"), None)


def _animals(plan: ScenePlan) -> bool:
    return _has(plan, "cat") and _has(plan, "dog")


def _company(plan: ScenePlan) -> bool:
    return _has(plan, "girl") and _has(plan, "cat")


def _sheep(plan: ScenePlan, count: int = 3) -> bool:
    """So many sheep, and the barn."""
    return _has(plan, "sheep", None, count) and _has(plan, "barn", None, 1)


def _sheep_of(plan: ScenePlan, colour: str) -> int:
    return sum(thing.count for thing in plan.things if (thing.kind, thing.colour) == ("sheep", colour))


def _barn(plan: ScenePlan) -> Thing:
    return next(thing for thing in plan.things if thing.kind == "barn")


def _is_left(plan: ScenePlan) -> bool:
    """The barn is in the left half, or left of the sheep."""
    at = _barn(plan).at
    ties = {(t.kind, tie.kind) for t in plan.things for tie in t.relations}
    return (at is not None and at[0] < 0.5) or bool(ties & {("barn", "left_of"), ("sheep", "right_of")})


WISHES: dict[str, tuple[str, Callable[[ScenePlan], bool]]] = {
    "remove": (CAT, lambda p: not _has(p, "cat") and _has(p, "dog") and _has(p, "car")),
    "recolour": (CAT, lambda p: _has(p, "car", BLUE) and _animals(p)),
    "replace": (CAT, lambda p: _has(p, "rabbit") and not _has(p, "cat") and _has(p, "dog") and _has(p, "car")),
    "add": (CAT, lambda p: _has(p, "balloon", RED, 1) and _animals(p) and _has(p, "car")),
    "night": (CAT, lambda p: p.time == "night" and _animals(p) and _has(p, "car")),
    "count": (CAT, lambda p: _has(p, "cat", None, 3) and _has(p, "dog") and _has(p, "car")),
    "style": (CAT, lambda p: p.style == "watercolor" and _animals(p) and _has(p, "car")),
    "beside": (CAT, lambda p: bool(_ties(p, "horse") & {"beside", "left_of", "right_of"}) and _animals(p)),
    "dressblue": (GIRL, lambda p: _girl(p, "garment_colour") == BLUE and _company(p)),
    "hat": (GIRL, lambda p: (_has(p, "hat") or _girl(p, "hat") is not None) and _company(p)),
    "hold": (GIRL, lambda p: _has(p, "balloon", YELLOW) and "holding" in _ties(p, "girl") and _company(p)),
    "snow": (GIRL, lambda p: (p.weather == "snow" or p.season == "winter") and _company(p)),
    "beach": (GIRL, lambda p: p.setting == "beach" and _company(p)),
    "smile": (GIRL, lambda p: _girl(p, "mood") == "smiling" and _company(p)),
    "sit": (GIRL, lambda p: _girl(p, "pose") == "sitting" and _company(p)),
    "fewer": (SHEEP, lambda p: _sheep(p, 2)),
    "more": (SHEEP, lambda p: _sheep(p, 5)),
    "onebrown": (SHEEP, lambda p: _sheep(p) and _sheep_of(p, BROWN) == 1),
    "allblack": (SHEEP, lambda p: _sheep(p) and _sheep_of(p, BLACK) == 3),
    "rain": (SHEEP, lambda p: _sheep(p) and p.weather == "rain"),
    "sunset": (SHEEP, lambda p: _sheep(p) and p.time in ("sunset", "golden_hour")),
    "bigger": (SHEEP, lambda p: _sheep(p) and _barn(p).size > 1),
    "left": (SHEEP, lambda p: _sheep(p) and _is_left(p)),
    "only": (SHEEP, lambda p: _has(p, "sheep", None, 3) and not _has(p, "barn")),
    "undo": (SHEEP, lambda p: _sheep(p) and p.setting == "meadow"),
    "two": (GIRL, lambda p: _girl(p, "garment_colour") == BLUE and not _has(p, "cat")),
}
SAID = tomllib.loads((Path(__file__).parent / "edit_wishes.toml").read_text("utf-8"))


@pytest.mark.parametrize("language", ["english", "chinese"])
@pytest.mark.parametrize("wish", WISHES)
def test_a_wish_is_carried_out_however_it_is_said(wish: str, language: str) -> None:
    """Lists those ways of saying it that are not understood."""
    picture, is_done = WISHES[wish]
    plan = read(PICTURES[picture][language == "chinese"])
    said = SAID[wish][language].strip().splitlines()
    assert [] == [words for words in said if not is_done(apply_changes(plan, instruct(words)))]
