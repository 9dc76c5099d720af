"""A bunch of balloons: in rings around the hand that has all the strings."""

import math
from dataclasses import replace

from easel.engines.painter.paws import grip_of
from easel.engines.painter.things import Placed

#: How many balloons the innermost ring has; each further one has this many more.
INNER, MORE = 2, 2
#: Between which angles from the upright they spread, in degrees, away from the head.
LEANS = (6.0, 84.0)
#: A balloon's height in heights of who holds it: of a few, and of many.
FEW, MANY, LARGER = 0.4, 0.3, 1.3
#: How much longer the strings of each ring are, in heights of a balloon.
FURTHER = 0.52


def bunch(item: Placed, host: Placed, slot: int, total: int) -> None:
    """Put the balloon number `slot` of `total`, which is at the hand already, to its place above it."""
    across, down = grip_of(item)
    x, y = item.x + across, item.y + down
    ring, first, room = 0, 0, INNER
    while slot >= first + room:
        ring, first, room = ring + 1, first + room, room + MORE
    beside = min(room, total - first)
    low, high = LEANS
    lean = math.radians(low + (high - low) * (slot - first + 0.5) / beside)
    side = math.copysign(1.0, x - host.x)
    # Beside an animal, which has no arms to lift them, they are larger.
    item.tall = (FEW if total <= INNER + 1 else MANY) * host.tall * (LARGER if host.sprite.group == "animal" else 1.0)
    item.turn = side * math.degrees(lean)
    far = FURTHER * ring * item.tall
    item.x, item.y = x + side * far * math.sin(lean), y - far * math.cos(lean)
    if ring:
        item.thing = replace(item.thing, traits=item.thing.traits | {f"string:{FURTHER * ring}"})
