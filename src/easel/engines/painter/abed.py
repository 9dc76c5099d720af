"""Who is in bed lies there, the head on the pillows, under the quilt."""

from dataclasses import replace

from easel.engines.painter.things import Placed, set_pose

#: Poses of those who lie in bed, how long they are in its widths, and where its top is, in its heights.
IN_BED, LONG, MATTRESS = frozenset({None, "standing", "lying", "sleeping"}), 0.8, 0.44
#: Who is not as long as a bed, and how much of it that one takes.
SHORT, SHORTER = frozenset({"girl", "boy", "baby"}), 0.75


#: The colour of a bed's quilt, where the words give it none.
QUILT = "#6f93c4"


def lie_in_bed(item: Placed, host: Placed, aside: float, *, tucked: bool) -> None:
    """Lay somebody along a bed, under its quilt if `tucked`; `aside` is as for every bond."""
    set_pose(item, "lying")
    if tucked:
        item.thing = replace(item.thing, traits=item.thing.traits | {f"tucked:{host.thing.colour or QUILT}"})
    room = LONG * host.wide
    item.tall, item.flip = room * (SHORTER if item.thing.kind in SHORT else 1.0), host.flip
    item.x = host.x + (0.5 if host.flip else -0.5) * (room - item.tall)
    item.y = host.y - (MATTRESS - 0.5 * aside) * host.tall
    item.rests, item.order = True, host.order + 0.0005 + 0.0002 * aside
