"""Company: people in one picture stand together, couples hand in hand, and they sit on the ground where no seat is."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from easel.engines.painter.attending import bring_to_work
from easel.engines.painter.culture import is_eastern, speaks_chinese
from easel.engines.painter.leaning import lean
from easel.engines.painter.pairs import face_each_other
from easel.engines.painter.plan import Thing
from easel.engines.painter.things import Placed

if TYPE_CHECKING:
    from easel.engines.painter.compose import Layout

LIVING = frozenset({"person", "animal"})
#: People are drawn in a frame wider than they are: neighbours may share this part of the narrower one's.
CLOSE = 0.16
#: As many stand together; more are a crowd.
COMPANY_MAX = 8
#: From so many on, those whom one word names are of several ages.
CROWD = 5
#: How far apart the middles of two are who hold each other's hand, in heights of the shorter one.
HAND_IN_HAND = 0.43
#: How high those hands are.
HANGING_HANDS, DANCING_HANDS = 0.47, 0.74
#: The least share of the height of the one living thing among at most so many things, and of what that one is under.
LEAST, ABOUT_ONE, SHELTER = {"person": 0.54, "animal": 0.3}, 8, 0.6
#: Backdrops that are no view, before which one would be small.
NEAR_BY = frozenset({"forest", "bamboo", "path"})
GROWN = frozenset({"man", "woman", "old_man", "old_woman", "princess", "doctor", "chef", "soldier", "dancer"})
#: The pose of those who the words say hold hands.
HAND_TO_HAND = "hand_in_hand"
#: What hands are free in.
FREE_POSES = frozenset({None, "standing", "dancing", HAND_TO_HAND})
#: People in everyday clothes, the colours of those, and the skins of families.
PLAIN = frozenset({"man", "woman", "girl", "boy", "old_man", "old_woman", "baby"})
CLOTHES = ("#3b6fb5", "#c84b42", "#3f8f6a", "#e0a93a", "#7a5a9a", "#2f8f8f", "#d9d4ca", "#d97a54", "#8a5a3c", "#6f8fb0")
SKINS = ("f8dac3", "f3c9a8", "f3c9a8", "dfa677", "a86d45", "744527")
#: Games with one ball for all, as poses.
BALL_GAMES = ("football", "basketball")
SEATED = frozenset({"sitting", "kneeling"})


def gaps(layout: "Layout", indices: Sequence[int], widths: np.ndarray, usual: float) -> np.ndarray:
    """The space to the right of each thing of a row in pixels, the last one's 0: people keep close to each other."""
    found = np.full(len(indices), usual)
    found[-1] = 0.0
    people = [layout.sprites[i].group == "person" for i in indices]
    if layout.order.sides:
        return found
    if layout.total > COMPANY_MAX:
        # A crowd: here and there two together.
        return found * layout.rng.uniform(0.3, 1.7, len(found)) if usual else found
    for k in range(len(indices) - 1):
        if people[k] and people[k + 1]:
            found[k] = min(usual, -CLOSE * min(widths[k], widths[k + 1]))
    return found


def crowd_and_heroes(layout: "Layout", indices: list[int]) -> tuple[list[int], list[int]]:
    """Many plants, and the one or two of the living whom they would hide; both empty in all other cases."""
    counts = {i: layout.plan.things[i].count for i in indices}
    heroes = [i for i in indices if layout.sprites[i].group in LIVING]
    crowd = [i for i in indices if i not in heroes]
    many = sum(counts[i] for i in crowd) >= 4 and all(layout.sprites[i].group == "plant" for i in crowd)
    few = 0 < sum(counts[i] for i in heroes) <= 2
    return (crowd, heroes) if many and few and not layout.order.sides else ([], [])


def least_share(layout: "Layout", index: int) -> float:
    """The least share of the height that the one whom a picture is about has in it, or what shelters that one."""
    sprites, thing = layout.sprites, layout.plan.things[index]
    groups = {sprites[i].group for i in layout.roots}
    living = [i for i, sprite in sprites.items() if sprite.group in LIVING]
    wide = set(layout.plan.backdrops) - NEAR_BY
    rivals = wide or groups & {"building", "vehicle"} or layout.total > ABOUT_ONE
    if rivals or len(living) != 1 or thing.count > 1 or layout.plan.camera != "normal":
        return 0.0
    size = min(1.0, thing.size)
    if living == [index]:
        grown = min(1.0, 2.0 * sprites[index].height) if sprites[index].group == "person" else 1.0
        return LEAST[sprites[index].group] * size * grown
    shelters = any((bond.host, bond.child, bond.kind) == (index, living[0], "under") for bond in layout.order.bonds)
    return SHELTER * size if shelters else 0.0


def seated(layout: "Layout", index: int) -> Thing:
    """The thing; who sits without a seat does so on the ground."""
    thing = layout.plan.things[index]
    person = layout.sprites[index].group == "person" and thing.kind != "baby"
    around = any(r.kind == "beside" and layout.plan.things[r.target].kind == "campfire" for r in thing.relations)
    around = around or any(other.kind == "picnic_blanket" for other in layout.plan.things)
    if not person or layout.still_life() or not (thing.trait("pose") in SEATED or (around and _is_idle(thing))):
        return thing
    has_seat = any(bond.child == index and bond.kind in ("on", "in", "riding") for bond in layout.order.bonds)
    return thing if has_seat else _with(thing, "pose", "cross_legged")


def _is_idle(thing: Thing) -> bool:
    return thing.trait("pose") is None and thing.trait("facing") is None


def gathered(layout: "Layout") -> None:
    """What those who are there together do and wear: couples join hands, no two are in one colour."""
    for one, other in couples(layout):
        _join_hands(layout, one, other)
    face_each_other(layout)
    bring_to_work(layout)
    lean(layout)
    _share_ball(layout)
    _age(layout)
    _dress(layout)


def _share_ball(layout: "Layout") -> None:
    """Those who play ball together have one: the one in the middle has it, the others run."""
    for game in BALL_GAMES:
        players = [item for copies in layout.copies.values() for item in copies if item.thing.trait("pose") == game]
        players.sort(key=lambda item: item.x)
        for number, item in enumerate(players):
            if number != (len(players) - 1) // 2:
                item.thing = _with(item.thing, "pose", "running")


def _age(layout: "Layout") -> None:
    """Of many whom one word names some are old: each third of the men and of the women."""
    for index, copies in layout.copies.items():
        thing = layout.plan.things[index]
        crowd = sum(other.count for other in layout.plan.things if other.words == thing.words)
        if thing.kind in ("man", "woman") and crowd >= CROWD and thing.trait("age") is None:
            for item in copies[2::3]:
                item.thing = _with(item.thing, "age", "old")


def _dress(layout: "Layout") -> None:
    """Clothes whose colour nobody chose are of different colours; a family has one skin."""
    people = [
        item
        for i, copies in layout.copies.items()
        for item in copies
        if item.thing.kind in PLAIN and layout.plan.things[i].colour is None
    ]
    free = [item for item in people if not item.thing.trait("garment") and not item.thing.trait("garment_colour")]
    if len(people) < 2:
        return
    rng = layout.scene.rng("clothes")
    colours, skin = rng.permutation(CLOTHES), f"#{rng.choice(SKINS)}"
    for k, item in enumerate(free):
        item.thing = _with(item.thing, "garment_colour", str(colours[k % len(colours)]))
    at_home = is_eastern(layout.plan) or speaks_chinese(layout.plan)
    families = {item.thing.words for item in people if item.thing.kind in ("girl", "boy", "baby")}
    for item in people:
        together = item.thing.words in families and any(
            other.thing.words == item.thing.words and other.thing.kind in GROWN for other in people
        )
        if together and not (at_home or item.thing.trait("skin") or item.thing.trait("ethnicity")):
            item.thing = _with(item.thing, "skin", skin)


def couples(layout: "Layout") -> list[tuple[Placed, Placed]]:
    """The two who are named as a couple, one of whom is a bride, or who hold hands, from left to right; else none."""
    things = layout.plan.things
    holding = [item for item in layout.placed() if item.thing.trait("pose") == HAND_TO_HAND]
    if len(holding) == 2 and all(item.sprite.group == "person" for item in holding):
        one, other = sorted(holding, key=lambda item: item.x)
        return [(one, other)]
    grown = [i for i in layout.copies if things[i].kind in GROWN]
    if len(grown) != 2 or any(things[i].count != 1 or things[i].relations for i in grown):
        return []
    one, other = sorted((layout.copies[i][0] for i in grown), key=lambda item: item.x)
    married = any(item.thing.trait("hat") == "veil" for item in (one, other))
    paired = one.thing.words == other.thing.words and sum(thing.words == one.thing.words for thing in things) == 2
    free = all(item.thing.trait("pose") in FREE_POSES and not item.thing.trait("facing") for item in (one, other))
    held = {bond.host for bond in layout.order.bonds}
    return [(one, other)] if (married or paired) and free and not held & set(grown) else []


def _join_hands(layout: "Layout", one: Placed, other: Placed) -> None:
    level, middle, short = max(one.y, other.y), 0.5 * (one.x + other.x), min(one.tall, other.tall)
    dancing = all(item.thing.trait("pose") == "dancing" for item in (one, other))
    across, up = 0.5 * HAND_IN_HAND * short, (DANCING_HANDS if dancing else HANGING_HANDS) * short
    for item, side in ((one, 1), (other, -1)):
        item.x, item.y, item.flip = middle - side * across, level, False
        item.order = level / layout.scene.height
        item.thing = _with(item.thing, "hand_to", f"{side * across / item.tall:.3f},{-up / item.tall:.3f}")


def _with(thing: Thing, key: str, value: str) -> Thing:
    """The thing with one trait in place of those with its key."""
    kept = frozenset(trait for trait in thing.traits if not trait.startswith(key + ":"))
    return replace(thing, traits=kept | {f"{key}:{value}"})
