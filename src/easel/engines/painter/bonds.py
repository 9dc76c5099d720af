"""How a thing stands to the one that carries it: each function moves the child, and the host if it must make room.

Each takes the scene, the child, its host, and `aside` in (-0.5, 0.5): where on the host's width the child stands when
there are several.
"""

import math
from dataclasses import replace

import numpy as np

from easel.engines.painter.scene import Scene
from easel.engines.painter.sprites import Sprite
from easel.engines.painter.things import Placed


def _on(scene: Scene, item: Placed, host: Placed, aside: float) -> None:
    person = item.sprite.group == "person"
    if person and host.sprite.group == "person":
        _on_shoulders(scene, item, host)
        return
    living = person or item.sprite.group == "animal"
    seat = "seat" if living and "seat" in host.sprite.attach and host.sprite.group in SEATS else "top"
    x, y = host.attach(seat, (0.0, -0.96))
    sits = person and seat == "seat"
    if sits:
        set_pose(item, "sitting")
    lower = -item.sprite.attach.get("seat", (0.0, -0.27))[1] if sits else (0.06 if living else 0.02)
    item.x, item.y = x + aside * host.wide * 0.8, y + lower * item.tall
    item.rests = not living
    item.order = host.order + 0.0005
    _fit_above(scene, item, host)


#: The most that somebody on another's shoulders is tall, in heights of that one.
SHOULDERED = 0.62
#: Groups whose seat one sits on rather than stands on top.
SEATS = ("furniture", "vehicle", "animal", "object", "plant")


def set_pose(item: Placed, pose: str, instead: str | None = None) -> None:
    """Give a figure the pose that its relation asks for, or `instead` of it, unless the words gave it another."""
    if item.thing.trait("pose") in (None, "standing", pose) or pose == "riding":
        rest = frozenset(t for t in item.thing.traits if not t.startswith("pose:"))
        item.thing = replace(item.thing, traits=rest | {"pose:" + (instead or pose)})


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
        set_pose(item, "riding")
        # The hips of a standing figure, of which the seat is a given share, come to the mount's seat.
        lower = -item.sprite.attach.get("seat", (0.0, -0.27))[1] / 0.54
    item.x, item.y = x + aside * host.wide * 0.5, y + lower * item.tall
    item.flip = host.flip
    item.order = host.order + 0.0005
    item.wet = False
    _fit_above(scene, item, host)


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


def _in(scene: Scene, item: Placed, host: Placed, aside: float) -> None:
    if host.sprite.group in ("building", "plant"):
        # Nobody is seen through walls: at the door is as near as it gets.
        item.tall = min(item.tall, 0.42 * host.tall)
        item.x, item.y = host.x + aside * 0.8 * host.wide, host.y + 0.05 * scene.unit
        item.y = min(item.y, 0.98 * scene.height)
        item.order, item.floats = host.order + 0.001, host.floats
        return
    x, y = host.attach("seat" if host.sprite.group == "vehicle" else "top", (0.0, -0.7))
    boat = host.sprite.place == "water"
    sunk = (0.5 if boat else 0.34) if item.sprite.group == "person" else 0.25
    item.x, item.y = x + aside * host.wide * 0.7, y + sunk * item.tall
    # Legs would show under a hull that is lower than they are long.
    item.sunk = sunk if boat else 0.0
    # Passengers sit before the sails, and are cut off at the gunwale.
    item.order = host.order + (0.0005 if boat else -0.0005)
    _fit_above(scene, item, host)


def _under(scene: Scene, item: Placed, host: Placed, aside: float) -> None:
    if host.sprite.group in ("plant", "building"):
        # What it shelters is smaller than it is.
        item.tall = min(item.tall, 0.6 * host.tall)
        item.x, item.y = host.x + (aside * 0.9 + 0.16) * host.wide, host.y + 0.03 * scene.unit
        item.floats = False
    elif host.sprite.place == "sky" or host.floats:
        item.x, item.y = host.x + aside * host.wide, scene.ground.level(0.12) * scene.height
        item.floats = False
    else:
        _shelter(scene, item, host, aside)
    item.order = max(host.order, item.y / scene.height) + 0.0005


def _shelter(scene: Scene, item: Placed, host: Placed, aside: float) -> None:
    """An umbrella, a table, a bench: it stands over the thing."""
    item.x, item.y = host.x + aside * host.wide * 0.7, host.y
    item.floats = False
    if host.sprite.group == "furniture":
        # Nobody lifts a table: what is under it is small enough to be there.
        item.tall = min(item.tall, UNDER_FURNITURE * host.tall)
    elif "hand" in host.sprite.attach or item.tall > 0.8 * host.tall:
        host.y = min(host.y - 0.42 * item.tall, host.y)
        host.floats = True


#: The height that fits under a piece of furniture, in heights of that.
UNDER_FURNITURE = 0.75


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
    reach = 0.5 * item.wide + 0.02 * scene.width
    item.x = float(np.clip(host.x + aside * spread, reach, scene.width - reach))


def held_max(sprite: Sprite) -> float:
    """The largest that a person holds such a thing, in heights of the person: near to life, and still to be seen."""
    name = sprite.name.removeprefix("icon:")
    usual = HELD_FOOD if sprite.group == "food" else SPANS["holding"][1]
    return next((size for word, size in HELD.items() if word in name), usual)


def _holding(scene: Scene, item: Placed, host: Placed, aside: float) -> None:
    hand = "hand2" if aside > 0 and "hand2" in host.sprite.attach else "hand"
    x, y = host.attach(hand, (0.24, -0.45))
    grip_x, grip_y = item.sprite.attach.get("hand", (0.0, -0.12))
    if host.sprite.group == "person":
        set_pose(host, "holding")
        if host.thing.trait("pose") in ("sitting", "cross_legged", *STRIDES):
            host.thing = replace(host.thing, traits=host.thing.traits | {"hands:hold"})
        if host.thing.trait("pose") in STRIDES and host.thing.trait("facing") is None:
            x, y = host.attach("walking", (x, y))
    item.flip = host.flip
    if item.thing.kind == "guitar" and host.thing.trait("pose") in PLAYING:
        _strum(item, host)
        return
    if item.sprite.group == "animal" or item.thing.kind == "baby":
        # In both arms: before the chest, below the face.
        set_pose(host, "holding", "working")
        item.tall = min(item.tall, 0.3 * host.tall, 0.42 * host.tall / item.sprite.width)
        item.x, item.y = host.x + 0.45 * (x - host.x), y + 0.07 * host.tall
        item.order = host.order + 0.0008
        return
    if "ball" in item.thing.kind and host.thing.trait("pose") == "playing":
        _at_the_feet(item, host)
        return
    item.x = x - (-grip_x if item.flip else grip_x) * item.tall
    item.y = y - grip_y * item.tall
    item.order = host.order + 0.0008
    if item.thing.kind == "umbrella" and host.sprite.group == "person":
        _over_head(item, host, x, y)
        return
    face_x, face_y = host.attach("face", (0.0, -0.86))
    reach = 0.5 * item.wide + 0.1 * host.tall
    if abs(item.x - face_x) < reach and item.y - item.tall < face_y + 0.08 * host.tall:
        # Held away from the face: a balloon, an umbrella, a tall bouquet.
        item.turn = math.copysign(26.0, x - host.x)


def _strum(item: Placed, host: Placed) -> None:
    """A guitar across the body, its neck in one hand, the other one on the strings."""
    host.thing = replace(host.thing, traits=host.thing.traits - PLAYS | {"pose:" + STRUMMING})
    (x, y), (x1, y1) = host.attach("strings", (0.0, -0.56)), host.attach("neck", (0.17, -0.72))
    item.tall, far = 0.5 * host.tall, math.hypot(x1 - x, y1 - y)
    along = ((x1 - x) / far, (y1 - y) / far)
    item.x, item.y = x - 0.2 * item.tall * along[0], y - 0.2 * item.tall * along[1] + 0.02 * host.tall
    item.turn = math.degrees(math.atan2(along[0], -along[1]))


def _at_the_feet(item: Placed, host: Placed) -> None:
    """A ball that somebody plays with lies before the running feet."""
    host.thing = replace(host.thing, traits=host.thing.traits - {"pose:playing"} | {"pose:running"})
    item.x, item.y = host.x + (-0.26 if host.flip else 0.26) * host.tall, host.y + 0.02 * host.tall
    item.floats, item.order = False, host.order + 0.0008


def _over_head(item: Placed, host: Placed, x: float, y: float) -> None:
    """An umbrella in the hand at (`x`, `y`): its shaft leans past the face, its canopy is over the head."""
    item.tall = 0.78 * host.tall
    beside = math.copysign(0.1 * host.tall, x - host.x)
    item.turn = math.degrees(math.atan2(host.x + beside - x, 0.5 * host.tall))
    lean = math.radians(item.turn)
    item.x, item.y = x - 0.1 * item.tall * math.sin(lean), y + 0.1 * item.tall * math.cos(lean)


#: What the words say of who plays an instrument, and the pose in which that is done.
PLAYING, STRUMMING = frozenset({"playing", "playing_music"}), "strumming"
PLAYS = frozenset("pose:" + pose for pose in PLAYING)
#: Poses that are seen from the side, the hand before the chest.
STRIDES = frozenset({"walking", "running"})
#: What is worn below the face rather than on it or on the head.
AROUND_THE_NECK = ("scarf", "ribbon", "necktie", "beads")


def _wearing(scene: Scene, item: Placed, host: Placed, aside: float) -> None:
    if item.thing.kind == "backpack":
        # On the back, which is to be seen beside the shoulder.
        item.x = host.x + (-0.14 if host.flip else 0.14) * host.tall
        item.y = host.y - 0.62 * host.tall + 0.5 * item.tall
        item.order = host.order - 0.0009
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


#: The largest food in a hand, in heights of its holder, and what else would be as large as a child.
HELD_FOOD = 0.2
HELD = {
    "ball": 0.2, "cup": 0.15, "mug": 0.15, "coffee": 0.15, "tea": 0.15, "phone": 0.17, "book": 0.22, "violin": 0.4,
    "microphone": 0.2, "camera": 0.18, "key": 0.16, "watch": 0.16,
}  # fmt: skip
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
    "in_front_of": _in_front_of, "holding": _holding, "wearing": _wearing,
}  # fmt: skip
#: The child's height in heights of its host: least and most.
SPANS = {
    "on": (0.2, 2.2), "in": (0.25, 1.1), "under": (0.2, 1.6), "riding": (0.55, 1.2), "above": (0.25, 1.6),
    "below": (0.25, 1.6), "behind": (0.4, 1.8), "in_front_of": (0.2, 1.1), "holding": (0.16, 0.55),
    "wearing": (0.12, 0.28),
}  # fmt: skip
