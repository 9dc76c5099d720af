"""Shelter: what stands over others, an umbrella, a table, a street's lamp, and who is under it."""

from dataclasses import replace

from easel.engines.painter.scene import Scene
from easel.engines.painter.things import Placed

#: How far over the ground the foot of an umbrella is then, in its heights.
LIFTED = 0.12
#: The height that fits under a piece of furniture, in heights of that.
UNDER_FURNITURE = 0.75
#: The trait of an umbrella that was lifted for several.
MANY = "shelters:many"
#: What one stands under in the middle.
ARCHES = frozenset({"flower_arch"})


def shelters_many(host: Placed) -> bool:
    """Whether it is an umbrella that several stand under."""
    return MANY in host.thing.traits


def shelter(scene: Scene, item: Placed, host: Placed, aside: float) -> None:
    """An umbrella, a table, a bench: it stands over the thing."""
    item.x, item.y = host.x + aside * host.wide * 0.7, host.y
    item.floats = False
    if host.sprite.name == "street_lamp":
        # In its light, beside its post.
        item.tall = min(item.tall, 0.62 * host.tall)
        item.x = host.x + 0.5 * item.wide + 0.03 * host.tall
    elif host.sprite.group == "furniture":
        # Nobody lifts a table: what is under it is small enough to be there.
        item.tall = min(item.tall, UNDER_FURNITURE * host.tall)
    elif host.thing.kind == "umbrella":
        (_side_by_side if item.thing.count > 1 else _under_canopy)(scene, item, host, aside)
    elif "hand" in host.sprite.attach or item.tall > 0.8 * host.tall:
        host.y = min(host.y - 0.42 * item.tall, host.y)
        host.floats = True


def _under_canopy(scene: Scene, item: Placed, host: Placed, aside: float) -> None:
    """An umbrella that nobody holds: its shaft is behind who stands under it, its canopy over the head."""
    item.tall = min(item.tall, 0.66 * scene.height, 1.1 * host.tall)
    host.tall = max(item.tall, item.wide)
    host.x, host.y = (
        item.x + (0.16 if item.x < 0.5 * scene.width else -0.16) * item.wide,
        item.y - item.tall + 0.6 * host.tall,
    )
    host.floats, host.order = True, item.y / scene.height - 0.0005


def _side_by_side(scene: Scene, item: Placed, host: Placed, aside: float) -> None:
    """Several under one umbrella: its shaft is between them, and its canopy reaches over all."""
    number = item.thing.count
    span = number * item.sprite.width
    ratio = max(1.3, 1.04 * span / host.sprite.width)
    if shelters_many(host):
        # It was lifted for the first of them, whose size is that of all.
        item.tall, ground = host.tall / ratio, host.y + LIFTED * host.tall
    else:
        ground = host.y
        item.tall = min(item.tall, 0.8 * scene.width / span, 0.95 * ground / ((1 + LIFTED) * ratio))
        half = 0.55 * span * item.tall
        host.x, host.tall = min(max(host.x, half), scene.width - half), ratio * item.tall
        host.y, host.floats, host.order = ground - LIFTED * host.tall, True, ground / scene.height - 0.0005
        host.thing = replace(host.thing, traits=host.thing.traits | {MANY})
    item.x, item.y = host.x + 0.9 * aside * span * item.tall, ground
