"""Those who lean on something stand close at it, their shoulder to it, as much aslant as that takes."""

from typing import TYPE_CHECKING

from easel.engines.painter.attending import FILLED, VEHICLE
from easel.engines.painter.things import Placed

if TYPE_CHECKING:
    from easel.engines.painter.compose import Layout

#: The trait of whoever leans, how far aslant in degrees, and how far from the thing's side the feet are, in heights.
LEANING, ASLANT, FEET = "leaning", 6.0, 0.17


def lean(layout: "Layout") -> None:
    """Bring everybody who leans to what is named for it."""
    for item in layout.placed():
        if item.sprite.group != "person" or item.thing.trait("pose") != LEANING:
            continue
        beside = [r.target for r in item.thing.relations if r.kind == "beside" and r.target in layout.copies]
        if beside:
            _at(layout, item, layout.copies[beside[0]][0])


def _at(layout: "Layout", item: Placed, host: Placed) -> None:
    """Beside the thing, within the frame; a vehicle is as large as it is to somebody at its door."""
    width = layout.scene.width
    if host.sprite.group == "vehicle":
        host.tall = min(max(host.tall, VEHICLE * item.tall), 0.72 * width / host.sprite.width)
    side = 1 if item.x >= host.x else -1
    reach, margin = 0.5 * FILLED * host.wide + FEET * item.tall, 0.2 * item.tall
    host.x = min(max(host.x, 0.5 * host.wide), width - 0.5 * host.wide)
    if not margin <= host.x + side * reach <= width - margin:
        host.x = min(max(host.x, margin - side * reach), width - margin - side * reach)
    item.x, item.y, item.turn = host.x + side * reach, host.y, -side * ASLANT
    item.flip, item.order = side < 0, max(item.order, host.order + 0.0005)
