"""How a thing stands to the one that carries it: each function moves the child, and the host if it must make room.

Each takes the scene, the child, its host, and `aside` in (-0.5, 0.5): where on the host's width the child stands when
there are several.
"""

from dataclasses import replace

import numpy as np

from easel.engines.painter.abed import IN_BED, lie_in_bed
from easel.engines.painter.holding import LARGEST, hold, on_the_back
from easel.engines.painter.scene import Scene
from easel.engines.painter.shelter import ARCHES, shelter, shelters_many
from easel.engines.painter.sprites.hats import span_of
from easel.engines.painter.sprites.person import KINDS
from easel.engines.painter.sprites.worn import SCARF
from easel.engines.painter.things import Placed, set_pose


def _on(scene: Scene, item: Placed, host: Placed, aside: float) -> None:
    if (item.thing.kind, host.sprite.name) == ("basket", "bicycle"):
        _before_the_bars(item, host)
        return
    if host.sprite.group == "building" and item.sprite.place == "surface":
        # What a stall sells is before it, not on its roof.
        _in_front_of(scene, item, host, aside)
        return
    person = item.sprite.group == "person"
    if person and host.sprite.group == "person":
        _on_shoulders(scene, item, host)
        return
    if host.sprite.group == "vehicle" and host.sprite.place == "water":
        _in(scene, item, host, aside)
        return
    if item.thing.kind in PERCHING:
        set_pose(item, "perched")
    if item.thing.kind in PERCHING and host.thing.kind in KINDS:
        _on_a_shoulder(scene, item, host)
    elif person and host.sprite.name == "bed" and item.thing.trait("pose") in IN_BED:
        lie_in_bed(item, host, aside, tucked=item.thing.trait("pose") == "sleeping")
    else:
        _on_top(scene, item, host, aside)


def _on_top(scene: Scene, item: Placed, host: Placed, aside: float) -> None:
    """On its seat, or on top of it."""
    person = item.sprite.group == "person"
    living = person or item.sprite.group == "animal"
    seat = "seat" if living and "seat" in host.sprite.attach and host.sprite.group in SEATS else "top"
    x, y = host.attach(seat, (0.0, -0.96))
    sits = person and seat == "seat"
    if sits:
        if item.thing.trait("pose") in LAP:
            # What is read or eaten sitting is in the lap.
            item.thing = replace(item.thing, traits=item.thing.traits - {f"pose:{item.thing.trait('pose')}"})
        set_pose(item, "sitting")
    lower = -item.sprite.attach.get("seat", (0.0, -0.27))[1] if sits else (0.06 if living else 0.02)
    if person and host.sprite.group == "building" and item.thing.trait("pose") == "sitting":
        # On the ridge, the legs before the roof.
        lower = -item.sprite.attach.get("seat", (0.0, -0.27))[1]
    lower = -item.sprite.attach["feet"][1] if "feet" in item.sprite.attach else lower
    item.x, item.y = x + aside * host.wide * 0.8, y + lower * item.tall
    item.rests = not living
    item.order = host.order + 0.0005
    _fit_above(scene, item, host)


#: What holds food without hiding any of it.
PLATE = "plate"
#: What one does as well sitting, with the same hands.
LAP = frozenset({"reading", "eating", "drinking", "holding"})
#: Birds that are drawn on the wing or on a perch of their own unless they sit on something.
PERCHING = frozenset({"bird", "parrot", "eagle"})
#: What one pedals or steers leaning forward, and how tall its rider is at the most, in heights of it.
CYCLES = {"bicycle": 1.7, "motorcycle": 1.5, "icon:motor-scooter": 1.4}
#: The most that somebody on another's shoulders is tall, in heights of that one.
SHOULDERED = 0.62
#: Groups whose seat one sits on rather than stands on top.
SEATS = ("furniture", "vehicle", "animal", "object", "plant")


def _fit_above(scene: Scene, item: Placed, host: Placed) -> None:
    """What stands on top must stay in the frame: lower both, then shrink the upper one."""
    over = item.tall - item.y + 0.02 * scene.height
    if over <= 0:
        return
    drop = min(over, max(0.0, 0.97 * scene.height - host.y))
    host.y += drop
    item.y += drop
    over -= drop
    if over > 0:
        item.tall = max(0.35 * item.tall, item.tall - over)


def _riding(scene: Scene, item: Placed, host: Placed, aside: float) -> None:
    if host.sprite.group == "person":
        _on_shoulders(scene, item, host)
        return
    x, y = host.attach("seat", (0.0, -0.62))
    # A rider sits: the hips, not the feet, are at the seat.
    lower = 0.02
    if item.sprite.group == "person":
        if item.thing.trait("pose") == "delivering":
            item.thing = replace(item.thing, traits=item.thing.traits | {"back:delivery_box"})
        set_pose(item, "riding", "cycling" if host.sprite.name in CYCLES else None)
        # The hips of a standing figure, of which the seat is a given share, come to the mount's seat.
        lower = -item.sprite.attach.get("seat", (0.0, -0.27))[1] / 0.54
    item.x, item.y = x + aside * host.wide * 0.5, y + lower * item.tall
    item.flip = host.flip
    item.order = host.order + 0.0005
    item.wet = False
    _fit_above(scene, item, host)


def _on_a_shoulder(scene: Scene, item: Placed, host: Placed) -> None:
    """A bird beside the head of who carries it."""
    side = -1.0 if host.flip else 1.0
    item.tall = min(item.tall, 0.3 * host.tall)
    feet = -item.sprite.attach.get("feet", (0.0, -0.04))[1]
    item.x, item.y = host.x + 0.12 * side * host.tall, host.y + (feet * item.tall - 0.8 * host.tall)
    item.flip, item.order, item.wet = side > 0, host.order + 0.0005, False


def _on_shoulders(scene: Scene, item: Placed, host: Placed) -> None:
    """A child behind the head of the one who holds it by the legs."""
    set_pose(item, "sitting")
    set_pose(host, "shouldering")
    item.tall = min(item.tall, SHOULDERED * host.tall)
    over = 0.5 * item.tall + host.tall - 0.97 * scene.height
    if over > 0:
        host.tall, item.tall = (
            tall * 0.97 * scene.height / (0.97 * scene.height + over) for tall in (host.tall, item.tall)
        )
    item.x, item.y = (
        host.x,
        host.attach("face", (0.0, -0.9))[1] - item.sprite.attach.get("seat", (0.0, -0.27))[1] * item.tall,
    )
    item.order, item.wet = host.order - 0.0005, False
    _fit_above(scene, item, host)


def _before_the_bars(item: Placed, host: Placed) -> None:
    """A bicycle's basket hangs from its handlebars, over the front wheel."""
    item.tall = 0.36 * host.tall
    item.x = host.x + (-1 if host.flip else 1) * BARS[0] * host.tall
    item.y = host.y - BARS[1] * host.tall
    item.order = host.order + 0.0005


#: Where the foot of a bicycle's basket is before its middle and over the ground, in heights of it.
BARS = (0.62, 0.6)


#: How tall flowers in a vase are, in its heights, where their stems begin, and how far the outer ones lean.
CUT, NECK, LEANS = 0.72, 0.42, 74.0


def _in_vase(item: Placed, host: Placed, aside: float) -> None:
    """Flowers that spread from the neck of a vase, instead of those that it is drawn with."""
    host.thing = replace(host.thing, traits=host.thing.traits | {"state:filled"})
    item.tall = CUT * host.tall
    item.x, item.y, item.turn = host.x + 0.06 * aside * host.wide, host.y - NECK * host.tall, LEANS * aside
    # Those in the middle are before the outer ones.
    item.order = host.order - 0.0004 - 0.0004 * abs(aside)


def _in(scene: Scene, item: Placed, host: Placed, aside: float) -> None:
    if host.thing.kind == PLATE:
        _on(scene, item, host, aside)
        return
    if host.sprite.group in ("building", "plant"):
        # Nobody is seen through walls: at the door is as near as it gets.
        item.tall = min(item.tall, 0.42 * host.tall)
        item.x, item.y = host.x + aside * 0.8 * host.wide, host.y + 0.05 * scene.unit
        item.y = min(item.y, 0.98 * scene.height)
        item.order, item.floats = host.order + 0.001, host.floats
        return
    if host.sprite.name == "bed" and item.sprite.group == "person" and item.thing.trait("pose") in IN_BED:
        lie_in_bed(item, host, aside, tucked=True)
        return
    seats = host.thing.kind in CHAIRS and item.sprite.group in ("person", "animal")
    if seats or (host.sprite.name == "bed" and item.sprite.group == "person"):
        _on(scene, item, host, aside)
        if seats:
            _stand_out(item, host)
        return
    if host.thing.kind == "vase" and item.sprite.group == "plant":
        _in_vase(item, host, aside)
        return
    inside = next((name for name in ("rim", "seat" if host.sprite.group == "vehicle" else "top")
                   if name in host.sprite.attach), "top")  # fmt: skip
    x, y = host.attach(inside, (0.0, -0.7))
    if inside == "rim":
        host.thing = replace(host.thing, traits=host.thing.traits | {"state:filled"})
    open_topped = host.sprite.place == "water" or inside == "rim"
    if host.thing.kind in DECKED and item.sprite.group == "person":
        most = DECKED[host.thing.kind] * host.tall
        item.tall = min(max(item.tall, 0.75 * most), most)
        # One is at the bow, several are all along.
        x = host.x if aside else x
    sunk = _sunk(item, host, inside)
    item.x, item.y = x + aside * host.wide * 0.7, y + sunk * item.tall
    # Legs would show under a hull that is lower than they are long.
    item.sunk = sunk if open_topped else 0.0
    # Passengers sit before the sails, fruit before the handle, and both are cut off at the edge.
    item.order = host.order + (0.0005 if open_topped else -0.0005)
    _fit_above(scene, item, host)


def _stand_out(item: Placed, host: Placed) -> None:
    """An animal that sits is seen against a chair that the words give no colour."""
    if host.thing.colour is None and item.sprite.group == "animal":
        host.thing = replace(host.thing, colour=AGAINST_FUR)


#: What one sits in, and the colour of such a one under fur.
CHAIRS, AGAINST_FUR = frozenset({"armchair", "sofa", "chair", "wheelchair"}), "#3f7a78"


def _sunk(item: Placed, host: Placed, inside: str) -> float:
    """The share of its height by which a thing goes down into what it is in."""
    if host.thing.kind in ROWED:
        return 0.3
    if inside == "rim" or host.thing.kind in DECKED:
        return 0.12
    return (0.5 if host.sprite.place == "water" else 0.34) if item.sprite.group == "person" else 0.25


#: Boats so low that whoever stands in them is seen almost whole, and how tall that one is, in heights of the boat.
DECKED = {"sampan": 1.6, "bamboo_raft": 1.9, "rowboat": 2.5, "canoe": 3.0}
#: Where one sits low.
ROWED = frozenset({"rowboat", "canoe"})


def _under(scene: Scene, item: Placed, host: Placed, aside: float) -> None:
    if host.sprite.group in ("plant", "building"):
        # What it shelters is smaller than it is.
        item.tall = min(item.tall, (0.78 if host.thing.kind in ARCHES else 0.6) * host.tall)
        reach = min(0.5 * item.wide, 0.5 * scene.width)
        at = host.x + (aside * 0.9 + (0.0 if host.thing.kind in ARCHES else 0.16)) * host.wide
        item.x, item.y = float(np.clip(at, reach, scene.width - reach)), host.y + 0.03 * scene.unit
        item.floats = False
    elif host.sprite.place == "sky" or (host.floats and not shelters_many(host)):
        item.x, item.y = host.x + aside * host.wide, scene.ground.level(0.12) * scene.height
        item.floats = False
    else:
        shelter(scene, item, host, aside)
    item.order = max(host.order, item.y / scene.height) + 0.0005


def _above(scene: Scene, item: Placed, host: Placed, aside: float) -> None:
    gap = 0.05 * scene.unit
    # Both must fit over each other: what is too much for the frame is taken from both.
    room, wanted = host.y - 0.03 * scene.height, host.tall + gap + item.tall
    if wanted > room:
        host.tall, item.tall = host.tall * room / wanted, item.tall * room / wanted
    item.x = host.x + aside * max(host.wide, 1.3 * item.wide)
    item.y = host.y - host.tall - gap * min(1.0, room / wanted)
    item.order = host.order + 0.0005


def _below(scene: Scene, item: Placed, host: Placed, aside: float) -> None:
    if not host.floats:
        host.y = min(host.y, 0.5 * scene.height + 0.3 * host.tall)
        host.floats = True
    item.x = host.x + aside * max(host.wide, 1.3 * item.wide)
    item.y = max(scene.ground.level(0.15) * scene.height, host.y + item.tall * 1.05)
    item.y = min(item.y, 0.985 * scene.height)
    item.tall = min(item.tall, max(6.0, item.y - host.y - 4))
    item.floats = scene.ground.kind == "air"


def _behind(scene: Scene, item: Placed, host: Placed, aside: float) -> None:
    side = 1 if host.x < scene.width / 2 else -1
    depth = min(0.9, host.depth + 0.22)
    item.depth = depth
    item.tall = min(item.tall, 0.5 * scene.width / max(item.sprite.width, 0.1))
    item.x = host.x + side * (0.36 * host.wide + 0.22 * item.wide) + aside * item.wide * 1.1
    # Most of it must be in the frame, even if less of it then looks out behind the other.
    item.x = min(max(item.x, 0.42 * item.wide), scene.width - 0.42 * item.wide)
    item.y = min(host.y - 0.02 * scene.unit, scene.ground.level(depth) * scene.height)
    item.order, item.floats = host.order - 0.001, host.floats


def _in_front_of(scene: Scene, item: Placed, host: Placed, aside: float) -> None:
    side = 1 if host.x < scene.width / 2 else -1
    item.depth = max(0.0, host.depth - 0.25)
    item.x = host.x + side * 0.22 * host.wide + aside * item.wide * 1.15
    item.y = min(0.97 * scene.height, max(host.y + 0.07 * scene.unit, scene.ground.level(item.depth) * scene.height))
    item.order, item.floats = max(host.order + 0.001, item.y / scene.height), host.floats


def _before_it(scene: Scene, item: Placed, host: Placed, aside: float, share: int) -> None:
    """Several before one thing: across its width, no closer than they are wide; people keep together."""
    people = item.sprite.group == "person"
    spread = 0.95 * item.wide * share if people else max(host.wide, 1.25 * item.wide * share)
    # The row as a whole stays in the frame: at its edge two of it would be one.
    reach = 0.5 * item.wide + 0.02 * scene.width
    spread = min(spread, max(0.0, scene.width - 2 * reach) * share / (share - 1))
    half = 0.5 * spread * (share - 1) / share
    item.x = float(np.clip(host.x, reach + half, scene.width - reach - half)) + aside * spread


#: What is worn below the face rather than on it or on the head.
AROUND_THE_NECK = ("scarf", "ribbon", "necktie", "beads")


def _wearing(scene: Scene, item: Placed, host: Placed, aside: float) -> None:
    if item.thing.kind == "backpack":
        on_the_back(item, host)
        return
    if item.thing.kind == "hat" and item.thing.trait("hat") and host.sprite.group in ("animal", "person"):
        _on_the_head(item, host)
        return
    if "scarf" in item.thing.kind and host.sprite.group == "animal":
        _round_the_neck(item, host)
        return
    if host.sprite.group == "food":
        # It has no face: where one would be.
        item.tall = min(0.72 * host.wide / item.sprite.width, 0.6 * host.tall)
        item.x, item.y, item.order = host.x, host.y - 0.4 * host.tall + 0.5 * item.tall, host.order + 0.0009
        return
    low = any(word in item.thing.kind for word in ("glass", "mask", "goggle", *AROUND_THE_NECK))
    x, y = host.attach("face" if low else "head", (0.0, -0.92))
    if any(word in item.thing.kind for word in AROUND_THE_NECK):
        # A sitting animal's head is large: its neck is lower than a person's, and thicker.
        animal = host.sprite.group == "animal"
        y += (0.35 if animal else 0.21) * host.tall
        item.tall *= 1.3 if animal else 1.0
    item.x, item.y = x, y + item.tall * (0.5 if low else 0.3)
    item.flip = host.flip
    item.order = host.order + 0.0009


def _on_the_head(item: Placed, host: Placed) -> None:
    """A hat as large as the head, its brim on the brow."""
    x, y = host.attach("head", (0.0, -0.9))
    half = HALF_HEAD * host.tall
    if host.thing.kind in KINDS:
        # From the crown to the middle of the face, and the hair about it.
        half = 1.6 * max(host.attach("face", (0.0, -0.84))[1] - y, 0.03 * host.tall)
    item.tall, item.flip = half * span_of(item.thing.trait("hat") or ""), host.flip
    item.x, item.y, item.order = x, y + 0.2 * half, host.order + 0.0009


#: Half the height of an animal's head, in heights of the animal.
HALF_HEAD = 0.2


def _round_the_neck(item: Placed, host: Placed) -> None:
    """An animal's scarf lies around its neck, below the muzzle."""
    item.sprite = SCARF
    x, y = host.attach("face", (0.0, -0.7))
    item.tall, item.flip = 0.46 * host.tall, host.flip
    item.x, item.y, item.order = x, y + (0.2 * host.tall + item.tall), host.order + 0.0009


#: How much of itself the host may hide of the next one behind it, and the least of its height that one keeps.
OVERLAP, SMALLEST = 0.48, 0.35
#: The most of the frame's width that a host takes which more than two are behind.
ROOMY = 0.5
#: From one to the next, in widths.
STEP = 1.04


def _behind_it(scene: Scene, item: Placed, host: Placed, aside: float, share: int) -> None:
    """Several behind the host look out on both its sides, as many on each as there is room, all of one size."""
    if share > 2:
        # The host makes room for a crowd.
        factor = min(1.0, ROOMY * scene.width / host.wide)
        host.tall, item.tall = factor * host.tall, factor * item.tall
    left, _, right, _ = host.box_px()
    least = 0.08 * scene.width
    rooms = (max(left, least), max(scene.width - right, least))
    many = min(max(round(share * rooms[0] / sum(rooms)), 0), share)
    sides = [(room, count) for room, count in zip(rooms, (many, share - many), strict=True) if count]
    narrow = min(room / (STEP * count - OVERLAP) for room, count in sides)
    item.tall = max(SMALLEST * item.tall, min(item.tall, narrow / max(item.sprite.width, 0.1)))
    slot = round(aside * share + (share - 1) / 2)
    place = many - 1 - slot if slot < many else slot - many
    away = (0.5 - OVERLAP + STEP * place) * item.wide
    item.x = left - away if slot < many else right + away


#: How several are placed that are bound to one host in the same way.
ABREAST = {"in_front_of": _before_it, "behind": _behind_it}
#: How each bond places its child.
BONDS = {
    "on": _on, "in": _in, "under": _under, "riding": _riding, "above": _above, "below": _below, "behind": _behind,
    "in_front_of": _in_front_of, "holding": hold, "wearing": _wearing,
}  # fmt: skip
#: The child's height in heights of its host: least and most.
SPANS = {
    "on": (0.2, 2.2), "in": (0.25, 1.1), "under": (0.2, 1.6), "riding": (0.55, 1.2), "above": (0.25, 1.6),
    "below": (0.25, 1.6), "behind": (0.4, 1.8), "in_front_of": (0.2, 1.1), "holding": (0.16, LARGEST),
    "wearing": (0.12, 0.28),
}  # fmt: skip
