"""What animals hold: before the belly, in one paw, over the head, between the teeth, on the back."""

import math
from dataclasses import replace

import numpy as np

from easel.engines.painter.sprites.sitters import SITTERS
from easel.engines.painter.things import Placed


def carried(item: Placed, host: Placed) -> bool:
    """Give an animal what it carries; False where only a hand could hold it."""
    if item.thing.kind == "backpack":
        _on_its_back(item, host)
    elif is_ball(item.thing.kind):
        _beside_it(item, host)
    elif item.thing.kind == "bamboo":
        _seat(host)
        _gnawed(item, host)
    elif _bitten(item, host):
        _seat(host, busy=BUSY)
        _in_mouth(item, host)
    elif _seat(host):
        _in_paws(item, host)
    elif item.thing.kind == "umbrella":
        _over_the_back(item, host)
    else:
        return _in_an_unusual_mouth(item, host)
    return True


def is_ball(kind: str) -> bool:
    """Whether a thing is round and rolls; a balloon does not."""
    return kind == "sphere" or ("ball" in kind and "balloon" not in kind)


def _bitten(item: Placed, host: Placed) -> bool:
    """Whether an animal without hands has its prey in its mouth."""
    return item.thing.kind in PREY and host.thing.kind not in HANDED


def _seat(host: Placed, busy: frozenset[str | None] = frozenset()) -> bool:
    """Let an animal sit and look at us, its paws free; False for one that cannot or does something else.

    `busy` are the poses in which it sits down: all in which it has its paws free where none are named.
    """
    kind, pose = host.thing.kind, host.thing.trait("pose")
    if host.thing.trait("facing") in ("back", "side", "left", "right"):
        return False
    if kind in SITTERS and pose in (busy or BUSY | {None, "standing", "sitting"}):
        kept = frozenset(trait for trait in host.thing.traits if not trait.startswith("pose:"))
        host.thing = replace(host.thing, traits=kept | {"pose:sitting"})
        return True
    return kind in UPRIGHT


def _in_paws(item: Placed, host: Placed) -> None:
    """Over the head, in the paw on the side where no tail is, or in both before the belly."""
    side, tall = (1.0 if host.flip else -1.0), host.tall
    grip_x, grip_y = item.sprite.attach.get("hand", (0.0, -0.12))
    item.order = host.order + 0.0008
    if item.thing.kind == "guitar":
        _raise_paws(host, "hold")
        item.tall, item.turn, item.flip = 0.74 * tall, -52.0 * side, host.flip
        lean = math.radians(item.turn)
        item.x, item.y = host.x + 0.02 * side * tall, host.y - 0.16 * tall
        item.x, item.y = item.x - 0.24 * item.tall * math.sin(lean), item.y + 0.08 * item.tall * math.cos(lean)
        return
    if item.thing.kind == "umbrella":
        _raise_paws(host, "raise")
        item.tall, item.turn = 1.15 * tall, -14.0 * side
        item.x, item.y = host.x + PAW[0] * side * tall, host.y + (PAW[1] + 0.08) * tall
        return
    hangs = grip_y < -0.8
    if not hangs and not _in_one_paw(item):
        _before_the_belly(item, host)
        return
    _raise_paws(host, "raise")
    item.flip = side < 0
    low, high = RAISED.get(item.thing.kind, RAISED.get(item.sprite.group, (0.3, 0.34)))
    item.tall = float(np.clip(item.tall, low * tall, high * tall))
    if not hangs:
        item.turn = side * (6.0 if abs(grip_x) > 0.2 else 24.0 if item.tall > 0.4 * tall else 12.0)
    gripped(item, host.x + PAW[0] * side * tall, host.y + (PAW[1] - (0.1 if hangs else 0.0)) * tall)


def grip_of(item: Placed) -> tuple[float, float]:
    """From the middle of a thing's base to the point where it is held, as it leans, in pixels."""
    grip_x, grip_y = GRIPS.get(item.thing.kind, item.sprite.attach.get("hand", (0.0, -0.12)))
    lean, across, down = math.radians(item.turn), (-grip_x if item.flip else grip_x) * item.tall, grip_y * item.tall
    return across * math.cos(lean) - down * math.sin(lean), across * math.sin(lean) + down * math.cos(lean)


def gripped(item: Placed, x: float, y: float) -> None:
    """Put a thing with the point where it is held to (`x`, `y`), in pixels."""
    across, down = grip_of(item)
    item.x, item.y = x - across, y - down


def _in_one_paw(item: Placed) -> bool:
    """Whether a thing has a handle or a stalk, or is no wider than a paw."""
    return item.sprite.group == "plant" or item.thing.kind in RAISED or (
        item.sprite.group != "animal" and item.sprite.width < SLENDER
    )  # fmt: skip


def _before_the_belly(item: Placed, host: Placed) -> None:
    """In both paws, below the chin and no wider than the lap."""
    _raise_paws(host, "hold")
    item.tall = float(np.clip(item.tall, 0.24 * host.tall, 0.36 * host.tall))
    item.tall = min(item.tall, 0.6 * host.tall / item.sprite.width)
    item.flip = host.flip
    item.x, item.y = host.x, host.y - 0.25 * host.tall + 0.5 * item.tall


def _raise_paws(host: Placed, how: str) -> None:
    host.thing = replace(host.thing, traits=host.thing.traits | {f"hands:{how}"})


def _on_its_back(item: Placed, host: Placed) -> None:
    """A backpack: on the back of who is seen from aside, over a shoulder of who sits before us."""
    x, y = host.attach("seat", (0.0, -0.54))
    item.tall, lower, order = 0.36 * host.tall, 0.06, 0.0008
    if host.sprite.attach.get("seat", (1.0, 0.0))[0] == 0.0:
        x, lower, order = host.x + (-0.26 if host.flip else 0.26) * host.tall, 0.3, -0.0008
    item.x, item.y = x, y + lower * host.tall
    item.order = host.order + order


def _beside_it(item: Placed, host: Placed) -> None:
    """A ball lies beside the paws."""
    side = -1.0 if host.flip else 1.0
    item.tall = min(item.tall, 0.34 * host.tall)
    item.x, item.y, item.order = host.x + side * 0.5 * host.tall, host.y + 0.04 * host.tall, host.order + 0.0008


def _gnawed(item: Placed, host: Placed) -> None:
    """A stalk of bamboo from the lap to the mouth of who eats it."""
    item.thing = replace(item.thing, traits=item.thing.traits | {"state:cut"})
    side = -1.0 if host.flip else 1.0
    # Its leaves are at the mouth, and below the eyes.
    item.tall, item.turn = 0.66 * host.tall, -42.0 * side
    item.x, item.y, item.order = host.x + 0.4 * side * host.tall, host.y - 0.12 * host.tall, host.order + 0.0008


def _in_an_unusual_mouth(item: Placed, host: Placed) -> bool:
    """Into the mouth of who has no paws, unless it is too heavy for that; False where there are hands."""
    heavy = item.sprite.group in ("object", "furniture") and item.sprite.height > LIFTED
    if (item.sprite.place == "ground" and heavy) or host.thing.kind in HANDED or item.sprite.group == "animal":
        return False
    _in_mouth(item, host)
    return True


def _over_the_back(item: Placed, host: Placed) -> None:
    """An umbrella behind who has no paws for it, its canopy over the head and the back."""
    side = -1.0 if host.flip else 1.0
    item.tall, item.turn = max(1.7 * host.tall, 1.05 * host.wide / item.sprite.width), 6.0 * side
    item.x, item.y, item.order = host.x + 0.06 * side * host.wide, host.y - 0.08 * host.tall, host.order - 0.0008


def _in_mouth(item: Placed, host: Placed) -> None:
    """What an animal without hands has is between its teeth; what has a stalk or a string is before the head."""
    x, y = host.attach("face", (0.0, -0.7))
    item.order = host.order + 0.0008
    if item.sprite.group == "plant" or item.thing.kind in STALKED:
        side, (low, high) = (-1.0 if host.flip else 1.0), RAISED.get(item.thing.kind, RAISED["plant"])
        item.tall = float(np.clip(item.tall, 0.7 * low * host.tall, 0.9 * high * host.tall))
        item.turn, item.flip = 0.0 if item.thing.kind == "lantern" else 34.0 * side, side < 0
        gripped(item, x + 0.12 * side * host.tall, y + 0.14 * host.tall)
        return
    item.tall = float(np.clip(item.tall, 0.24 * host.tall, 0.42 * host.tall / max(item.sprite.width, 0.7)))
    lower = 0.3 if "book" in item.thing.kind else 0.15
    item.x, item.y = x, y + lower * host.tall + 0.5 * item.tall


#: Where things are held that are drawn without a hand in mind.
GRIPS = {"icon:broom": (0.22, -0.72)}
#: What is by nature taller than this, as a piano is, no animal has in its mouth.
LIFTED = 0.25
#: Animals that another one has in its mouth.
PREY = frozenset({"fish", "koi", "mouse", "icon:shrimp", "icon:bug"})
#: What an animal does with a thing that it has.
BUSY = frozenset({"reading", "eating", "drinking", "playing", "holding"})
#: Animals that hold things in their paws, and those that sit upright and look at us by nature.
HANDED = frozenset({"monkey", "squirrel", "panda", "koala", "mouse", "bear", "icon:otter", "icon:hamster",
                    "raccoon", "icon:gorilla", "icon:teddy-bear"})  # fmt: skip
UPRIGHT = frozenset({"monkey", "squirrel", "koala", "mouse", "frog", "owl", "penguin", "icon:teddy-bear"})
#: A raised paw, in heights of the animal from the middle of its base.
PAW = (0.27, -0.31)
#: What is held in one paw, and what is not wider than this: the least and the greatest height in the animal's.
RAISED = {
    "flag": (0.6, 0.7), "sword": (0.5, 0.6), "balloon": (0.5, 0.6), "kite": (0.45, 0.5), "lantern": (0.3, 0.36),
    "plant": (0.5, 0.6), "icon:broom": (0.5, 0.55), "fishing_rod": (0.7, 0.8),
}  # fmt: skip
SLENDER = 0.65
#: What is held by its end: a stick, a string, a loop.
STALKED = frozenset({"flag", "balloon", "kite", "lantern"})
