"""What is held: in the hand of a person, in both arms, between an animal's teeth."""

import math
from dataclasses import replace

import numpy as np

from easel.engines.painter.scene import Scene
from easel.engines.painter.sprites import Sprite
from easel.engines.painter.sprites.sitters import SITTERS
from easel.engines.painter.things import Placed, set_pose

#: The largest thing, food and flower in a hand, in heights of its holder, and what would else be as large as a child.
LARGEST, HELD_FOOD, HELD_PLANT = 0.55, 0.2, 0.48
HELD = {
    "ball": 0.2, "cup": 0.15, "mug": 0.15, "coffee": 0.15, "tea": 0.15, "phone": 0.17, "book": 0.22, "violin": 0.4,
    "microphone": 0.2, "camera": 0.18, "key": 0.16, "ring": 0.14, "bucket": 0.26, "watch": 0.16,
}  # fmt: skip


def held_max(sprite: Sprite) -> float:
    """The largest that a person holds such a thing, in heights of the person: near to life, and still to be seen."""
    name = sprite.name.removeprefix("icon:")
    usual = {"food": HELD_FOOD, "plant": HELD_PLANT}.get(sprite.group, LARGEST)
    return next((size for word, size in HELD.items() if word in name), usual)


def hold(scene: Scene, item: Placed, host: Placed, aside: float) -> None:
    """Give `item` to its host: the arguments are those of every bond."""
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
    plays = host.thing.trait("pose") in PLAYING or (item.thing.kind, host.thing.trait("pose")) == ("guitar", "holding")
    if item.thing.kind in INSTRUMENTS and plays:
        INSTRUMENTS[item.thing.kind](item, host)
        item.order = host.order + 0.0008
        return
    if host.sprite.group == "animal" and _carried(item, host):
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
        item.turn = math.copysign(40.0 if host.tall < 2.2 * item.tall or item.thing.count > 2 else 26.0, x - host.x)


def _carried(item: Placed, host: Placed) -> bool:
    """Give an animal what it carries; False where it has paws to hold it in."""
    if item.thing.kind == "backpack":
        _on_its_back(item, host)
        return True
    return _between_teeth(item, host)


def _on_its_back(item: Placed, host: Placed) -> None:
    """A backpack: on the back of who is seen from aside, over a shoulder of who sits before us."""
    x, y = host.attach("seat", (0.0, -0.54))
    item.tall, lower, order = 0.36 * host.tall, 0.06, 0.0008
    if host.sprite.attach.get("seat", (1.0, 0.0))[0] == 0.0:
        x, lower, order = host.x + (-0.26 if host.flip else 0.26) * host.tall, 0.3, -0.0008
    item.x, item.y = x, y + lower * host.tall
    item.order = host.order + order


def _between_teeth(item: Placed, host: Placed) -> bool:
    """Give an animal what it eats or carries into its mouth; False where it has paws to hold it in."""
    if host.thing.trait("pose") in BUSY and host.thing.kind in SITTERS:
        # Seen from before, as its face is where the drawing says.
        kept = frozenset(trait for trait in host.thing.traits if not trait.startswith("pose:"))
        host.thing = replace(host.thing, traits=kept | {"pose:sitting"})
    if item.sprite.place == "ground" and item.sprite.group in ("object", "furniture") and item.sprite.height > LIFTED:
        return False
    if item.thing.kind == "bamboo":
        _gnawed(item, host)
    elif "ball" in item.thing.kind or item.thing.kind == "sphere":
        side = -1.0 if host.flip else 1.0
        item.tall = min(item.tall, 0.34 * host.tall)
        item.x, item.y, item.order = host.x + side * 0.5 * host.tall, host.y + 0.04 * host.tall, host.order + 0.0008
    elif host.thing.kind not in HANDED and (item.sprite.group != "animal" or item.thing.kind in PREY):
        _in_mouth(item, host)
    else:
        return False
    return True


def _gnawed(item: Placed, host: Placed) -> None:
    """A stalk of bamboo from the lap to the mouth of who eats it."""
    item.thing = replace(item.thing, traits=item.thing.traits | {"state:cut"})
    x, y = host.attach("face", (0.0, -0.7))
    side = -1.0 if host.flip else 1.0
    item.tall, item.turn = 0.74 * host.tall, -38.0 * side
    item.x, item.y, item.order = x + side * 0.3 * host.tall, y + 0.56 * host.tall, host.order + 0.0008


def _in_mouth(item: Placed, host: Placed) -> None:
    """What an animal without hands has is between its teeth."""
    x, y = host.attach("face", (0.0, -0.7))
    item.tall = float(np.clip(item.tall, 0.24 * host.tall, 0.42 * host.tall / max(item.sprite.width, 0.7)))
    lower = 0.3 if "book" in item.thing.kind else 0.15
    item.x, item.y = x, y + lower * host.tall + 0.5 * item.tall
    item.order = host.order + 0.0008


def _strum(item: Placed, host: Placed) -> None:
    """A guitar across the body, its neck in one hand, the other one on the strings."""
    host.thing = replace(host.thing, traits=host.thing.traits - PLAYS - {"pose:holding"} | {"pose:" + STRUMMING})
    (x, y), (x1, y1) = host.attach("strings", (0.0, -0.56)), host.attach("neck", (0.17, -0.72))
    item.tall, far = 0.56 * host.tall, math.hypot(x1 - x, y1 - y)
    along = ((x1 - x) / far, (y1 - y) / far)
    item.x, item.y = x - 0.2 * item.tall * along[0], y - 0.2 * item.tall * along[1] + 0.02 * host.tall
    item.turn = math.degrees(math.atan2(along[0], -along[1]))


def _under_the_chin(item: Placed, host: Placed) -> None:
    """A violin between the chin and the raised hand."""
    host.thing = replace(host.thing, traits=host.thing.traits - PLAYS | {"pose:fiddling"})
    x, y = host.attach("face", (0.0, -0.86))
    side = -1.0 if host.flip else 1.0
    item.tall, item.turn = 0.3 * host.tall, 62.0 * side
    item.x, item.y = x + 0.02 * side * host.tall, y + 0.15 * host.tall


def _before_the_mouth(item: Placed, host: Placed) -> None:
    """A microphone in the hand of who sings."""
    host.thing = replace(host.thing, traits=host.thing.traits - PLAYS | {"pose:singing"})
    x, y = host.attach("mouth", (0.06, -0.75))
    item.tall = 0.15 * host.tall
    item.x, item.y = x, y + 0.4 * item.tall


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


#: What is by nature taller than this, as a piano is, no animal has in its mouth.
LIFTED = 0.25
#: Animals that another one has in its mouth.
PREY = frozenset({"fish", "koi", "mouse", "icon:shrimp", "icon:bug"})
#: What an animal does with a thing that it has.
BUSY = frozenset({"reading", "eating", "drinking", "playing", "holding"})
#: Animals that hold things in their paws.
HANDED = frozenset({"monkey", "squirrel", "panda", "koala", "mouse", "bear", "icon:otter", "icon:hamster",
                    "icon:raccoon", "icon:gorilla", "icon:teddy-bear"})  # fmt: skip
#: What the words say of who plays an instrument, and the pose in which that is done.
PLAYING, STRUMMING = frozenset({"playing", "playing_music", "singing"}), "strumming"
PLAYS = frozenset("pose:" + pose for pose in PLAYING)
#: Poses that are seen from the side, the hand before the chest.
STRIDES = frozenset({"walking", "running"})
#: Instruments that are played with the body in a pose of its own.
INSTRUMENTS = {"guitar": _strum, "icon:violin": _under_the_chin, "icon:microphone": _before_the_mouth}
