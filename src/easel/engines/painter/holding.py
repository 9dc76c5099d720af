"""What is held: in the hand of a person or in both arms; what animals hold is in `paws`."""

import math
from dataclasses import replace

from easel.engines.painter.paws import carried, gripped, is_ball
from easel.engines.painter.scene import Scene
from easel.engines.painter.sprites import Sprite
from easel.engines.painter.sprites.person import KINDS
from easel.engines.painter.sprites.poses import ASTRIDE
from easel.engines.painter.things import Placed, set_pose

#: The largest thing, food and flower in a hand, in heights of its holder, and what would else be as large as a child.
LARGEST, HELD_FOOD, HELD_PLANT = 0.55, 0.2, 0.48
HELD = {
    "fishing_rod": 0.75, "staff": 1.02, "bouquet": 0.3, "torch": 0.4,
    "paper_plane": 0.1, "balloon": 0.5, "candle": 0.24,
    "ball": 0.2, "cup": 0.15, "mug": 0.15, "coffee": 0.15, "tea": 0.15, "phone": 0.17, "book": 0.22, "violin": 0.4,
    "microphone": 0.2, "flashlight": 0.2, "camera": 0.18, "key": 0.16, "ring": 0.14, "bucket": 0.26, "watch": 0.16,
}  # fmt: skip


def held_max(sprite: Sprite) -> float:
    """The largest that a person holds such a thing, in heights of the person: near to life, and still to be seen."""
    name = sprite.name.removeprefix("icon:")
    if is_led(sprite):
        return LED_MAX
    usual = {"food": HELD_FOOD, "plant": HELD_PLANT}.get(sprite.group, LARGEST)
    return next((size for word, size in HELD.items() if word in name), usual)


def is_led(sprite: Sprite) -> bool:
    """Whether nobody lifts such a thing, and who has it walks beside it: horses and cows, bicycles and cars."""
    return sprite.name in LED or (sprite.group == "vehicle" and sprite.place == "ground" and sprite.height > 0.12)


def hold(scene: Scene, item: Placed, host: Placed, aside: float) -> None:
    """Give `item` to its host: the arguments are those of every bond."""
    item.flip, item.order = host.flip, host.order + 0.0008
    if host.sprite.group == "animal" and carried(item, host):
        return
    if item.thing.kind == "backpack" and host.thing.kind in KINDS:
        on_the_back(item, host)
        return
    if is_led(item.sprite) and host.sprite.group == "person" and item.thing.size >= 1.0:
        _lead(scene, item, host, aside)
        return
    x, y = _hand_of(host, item.thing.kind, aside)
    plays = host.thing.trait("pose") in PLAYING or (item.thing.kind, host.thing.trait("pose")) == ("guitar", "holding")
    if item.thing.kind in INSTRUMENTS and plays:
        INSTRUMENTS[item.thing.kind](item, host)
    elif item.sprite.group == "animal" or item.thing.kind == "baby":
        # In both arms: before the chest, below the face.
        set_pose(host, "holding", "working")
        item.tall = min(item.tall, 0.3 * host.tall, 0.42 * host.tall / item.sprite.width)
        item.x, item.y = host.x + 0.45 * (x - host.x), y + 0.07 * host.tall
    elif _lies_there(item, host):
        (_at_the_feet if is_ball(item.thing.kind) else _before_who_sits)(item, host)
    elif item.thing.kind == "umbrella" and host.sprite.group == "person":
        _over_head(item, host, x, y)
    elif item.thing.kind in BULKY and host.thing.kind in KINDS and not aside:
        _before_the_belly(item, host, x, y)
    else:
        _in_hand(item, host, x, y)
        if (
            not aside
            and item.thing.count == 1
            and host.thing.trait("facing") is None
            and host.thing.trait("pose") in CHANGES_HANDS
        ):
            _in_the_other_hand(scene, item, host)


def on_the_back(item: Placed, host: Placed) -> None:
    """A backpack, to be seen beside the shoulder, or behind who walks past."""
    side = -1.0 if host.flip else 1.0
    if host.thing.trait("pose") in STRIDES and host.thing.trait("facing") is None:
        side *= -1.0
    item.x, item.y = host.x + 0.14 * side * host.tall, host.y - 0.62 * host.tall + 0.5 * item.tall
    item.order = host.order - 0.0009


def _lead(scene: Scene, item: Placed, host: Placed, aside: float) -> None:
    """Beside its holder, facing as one that follows: on the side where there is room, two on either side."""
    side = 1.0 if host.x < 0.5 * scene.width else -1.0
    set_pose(host, "holding")
    if host.thing.trait("pose") in STRIDES and host.thing.trait("facing") is None:
        side = 1.0 if host.flip else -1.0
    elif host.thing.trait("pose") in CHANGES_HANDS and not aside:
        host.flip = side < 0
    # The middle one of three is behind the one on the side where there is room.
    further = 1.0 if not aside and item.thing.count > 1 else 0.0
    side = math.copysign(1.0, aside) if aside else side
    item.flip, item.floats = side > 0, False
    item.x, item.y = host.x + side * (0.14 * host.tall + (0.45 + further) * item.wide), host.y - 0.01 * host.tall
    item.order = host.order - 0.0005


def _hand_of(host: Placed, kind: str, aside: float) -> tuple[float, float]:
    """Where the hand is in which a thing of that kind is held, in pixels, once its arm is where it should be."""
    hand = "hand2" if aside > 0 and "hand2" in host.sprite.attach else "hand"
    if host.sprite.group == "person":
        set_pose(host, "holding", "staff" if kind in STAVES and hand == "hand" and host.thing.kind in KINDS else None)
        if host.thing.trait("pose") in ("sitting", "cross_legged", *STRIDES, FOR.get(kind)):
            host.thing = replace(host.thing, traits=host.thing.traits | {"hands:hold"})
        if host.thing.trait("pose") in STRIDES and host.thing.trait("facing") is None:
            hand = "walking"
        elif host.thing.trait("pose") == "staff":
            hand = "staff"
    return host.attach(hand, host.sprite.attach.get("hand", (0.24, -0.45)))


def _in_hand(item: Placed, host: Placed, x: float, y: float) -> None:
    """In the hand at (`x`, `y`), leaning away from the face: a balloon, a tall bouquet."""
    item.flip = host.flip != (item.thing.kind in TURNED_ROUND)
    if item.thing.kind in STAVES and host.thing.trait("pose") in ASTRIDE:
        # Above the mount's head.
        y -= 0.2 * item.tall
    gripped(item, x, y)
    face_x, face_y = host.attach("face", (0.0, -0.86))
    reach = 0.5 * item.wide + 0.1 * host.tall
    if item.thing.kind in STAVES:
        item.turn = math.copysign(8.0, x - host.x)
    elif (
        item.thing.kind not in BENT_AWAY
        and abs(item.x - face_x) < reach
        and item.y - item.tall < face_y + 0.08 * host.tall
    ):
        item.turn = math.copysign(40.0 if host.tall < 2.2 * item.tall or item.thing.count > 2 else 26.0, x - host.x)
    gripped(item, x, y)


def _in_the_other_hand(scene: Scene, item: Placed, host: Placed) -> None:
    """What would leave the frame is in the hand on the other side, if there is more room."""
    out = overhang(item, scene.width)
    item.x, item.flip, item.turn = 2 * host.x - item.x, not item.flip, -item.turn
    host.flip = not host.flip
    if abs(overhang(item, scene.width)) >= abs(out):
        item.x, item.flip, item.turn = 2 * host.x - item.x, not item.flip, -item.turn
        host.flip = not host.flip


def overhang(item: Placed, width: float) -> float:
    """How far a thing reaches out of a frame of that width, in pixels: negative on the left, 0 where it does not."""
    lean = math.radians(item.turn)
    ends = [
        item.x + across * item.wide * math.cos(lean) + up * item.tall * math.sin(lean)
        for across in (-0.5, 0.5)
        for up in (0.0, 1.0)
    ]
    return min(0.0, min(ends)) or max(0.0, max(ends) - width)


def _before_the_belly(item: Placed, host: Placed, x: float, y: float) -> None:
    """In both arms, upright, below the chin; before who walks."""
    set_pose(host, "holding", "carrying")
    face, head = (host.attach(name, (0.0, -0.9))[1] for name in ("face", "head"))
    chin = face + 1.6 * (face - head)
    item.tall = min(item.tall, ARMFUL * max(1.0, item.thing.size) * host.tall)
    item.x, item.y = host.x, max(y + 0.5 * item.tall, chin + item.tall)
    if item.thing.kind == "sign":
        # Its post is what the hands hold.
        item.y += 0.2 * item.tall
    if host.thing.trait("pose") in STRIDES and host.thing.trait("facing") is None:
        item.x, item.order = x + (-0.4 if host.flip else 0.4) * item.wide, host.order - 0.0005


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
    item.tall = min(item.tall, BALL * max(1.0, item.thing.size) * host.tall)
    host.thing = replace(host.thing, traits=host.thing.traits - {"pose:playing"} | {"pose:running"})
    item.x, item.y = host.x + (-0.26 if host.flip else 0.26) * host.tall, host.y + 0.02 * host.tall
    item.floats, item.order = False, host.order + 0.0008


def _lies_there(item: Placed, host: Placed) -> bool:
    """Whether somebody plays with a thing, a ball or several blocks, that is not in the hands."""
    blocks = item.thing.kind == "cube" and item.thing.count > 1 and host.thing.kind in KINDS
    return blocks or (is_ball(item.thing.kind) and host.thing.trait("pose") == "playing")


def _before_who_sits(item: Placed, host: Placed) -> None:
    """Blocks lie in a row before who sits on the floor with them."""
    rest = host.thing.traits - {"pose:playing", "pose:holding"}
    host.thing = replace(host.thing, traits=rest | {"pose:cross_legged"})
    item.tall = 0.15 * host.tall
    item.x = host.x + (item.copy - (item.thing.count - 1) / 2) * 1.2 * item.wide
    item.y, item.floats, item.order = host.y + (0.06 + 0.03 * (item.copy % 2)) * host.tall, False, host.order + 0.0008


def _over_head(item: Placed, host: Placed, x: float, y: float) -> None:
    """An umbrella in the hand at (`x`, `y`): its shaft leans past the face, its canopy is over the head."""
    # A robot's hands hang beside it, and its head is as wide as its shoulders.
    armed = host.thing.kind in KINDS
    item.tall = (0.78 if armed else 1.3) * host.tall
    beside = math.copysign((0.1 if armed else 0.2) * host.tall, x - host.x)
    item.turn = math.degrees(math.atan2(host.x + beside - x, 0.5 * host.tall))
    lean = math.radians(item.turn)
    item.x, item.y = x - 0.1 * item.tall * math.sin(lean), y + 0.1 * item.tall * math.cos(lean)


#: Animals that are led, and the largest that such a one, or a vehicle, is in heights of who has it.
LED, LED_MAX = frozenset({"horse", "unicorn", "zebra", "deer", "cow", "camel", "elephant", "giraffe"}), 1.25
#: What is carried before the belly in both arms, and what is held upright at arm's length.
BULKY = frozenset({"drum", "gift", "heart", "star", "book", "camera", "crown", "cube", "sphere", "vase",
                   "treasure_chest", "computer", "hat", "mirror", "rock", "carton", "fishbowl", "pumpkin",
                   "jack_o_lantern", "watermelon", "cake", "pizza", "sign", "icon:trophy"})  # fmt: skip
#: The height of an armful that is no larger than usual, in heights of who carries it.
ARMFUL = 0.42
#: The height of a ball at the feet, in heights of who plays with it.
BALL = 0.26
STAVES = frozenset({"flag", "staff"})
#: What is drawn so that it bends away from its holder, and the deeds whose own tool somebody holds already.
BENT_AWAY = frozenset({"fishing_rod"})
FOR = {"fishing_rod": "fishing", "icon:broom": "sweeping", "phone": "texting", "camera": "photographing"}
#: What is drawn leaning the other way than it is held.
TURNED_ROUND = frozenset({"icon:broom"})
#: Poses in which either hand may have it.
CHANGES_HANDS = frozenset({None, "standing", "holding", "staff"})
#: What the words say of who plays an instrument, and the pose in which that is done.
PLAYING, STRUMMING = frozenset({"playing", "playing_music", "singing"}), "strumming"
PLAYS = frozenset("pose:" + pose for pose in PLAYING)
#: Poses that are seen from the side, the hand before the chest.
STRIDES = frozenset({"walking", "running"})
#: Instruments that are played with the body in a pose of its own.
INSTRUMENTS = {"guitar": _strum, "icon:violin": _under_the_chin, "icon:microphone": _before_the_mouth}
