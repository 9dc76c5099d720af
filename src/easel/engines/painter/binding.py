"""What relations tie to other things stands where its host does: in its hand, on its back, under its roof."""

from typing import TYPE_CHECKING

import numpy as np

from easel.engines.painter.bonds import ABREAST, BONDS, CYCLES, PLATE, SPANS
from easel.engines.painter.boughs import perched_tall
from easel.engines.painter.bunches import bunch
from easel.engines.painter.company import LIVING
from easel.engines.painter.holding import held_max, overhang
from easel.engines.painter.paws import grip_of, gripped
from easel.engines.painter.relations import Bond
from easel.engines.painter.things import Placed
from easel.engines.painter.toppings import is_topped, lay_toppings
from easel.engines.painter.variety import FIGURE

if TYPE_CHECKING:
    from easel.engines.painter.compose import Layout

#: How wide all that is on a plate is, in widths of it.
SERVED = 0.76
#: What of its size an animal keeps on a bed, beside which it is drawn too large.
ON_BED = 0.55
#: What of its size an animal keeps on a roof beside somebody who sits there.
BESIDE = 0.85
#: What a held thing keeps of its height at the least where the frame ends.
SHRUNK = 0.6
#: How far apart the first and the last flower of a bunch lean, in degrees.
FAN = 64.0


def place_bonds(layout: "Layout") -> None:
    """Place what relations tie to other things, hosts before their children."""
    waiting = [b for b in layout.order.bonds if b.child in layout.sprites and b.host in layout.sprites]
    while waiting:
        ready = [b for b in waiting if b.host in layout.copies] or waiting
        bond = ready[0]
        waiting.remove(bond)
        if bond.host not in layout.copies or bond.child in layout.copies:
            continue
        if is_topped(layout, bond):
            lay_toppings(layout, bond.host)
        else:
            _bind(layout, bond)


def held_in_frame(layout: "Layout", *, moves: bool) -> None:
    """Keep what is held in the frame: move its holder inwards, where that `moves`, and make smaller what is left."""
    if layout.plan.camera in FIGURE:
        return
    for bond in layout.order.bonds:
        root = layout.order.root_of(bond.host)
        free = moves and layout.plan.things[root].count == 1 and layout.plan.things[root].at is None
        for item in layout.copies.get(bond.child, ()) if bond.kind == "holding" else ():
            if free:
                shift(layout, root, -overhang(item, layout.scene.width))
            _shrink(item, abs(overhang(item, layout.scene.width)))


def _shrink(item: Placed, out: float) -> None:
    """Make a thing smaller about the point where it is held, so that `out` pixels less of it are out of the frame."""
    if out:
        across, down = grip_of(item)
        x, y = item.x + across, item.y + down
        item.tall *= max(SHRUNK, 1.0 - out / (abs(across) + 0.5 * item.wide + 1.0))
        gripped(item, x, y)


def shift(layout: "Layout", root: int, by: float) -> None:
    """Move a thing and what it carries sideways by so many pixels, no farther than the frame reaches."""
    unit = [item for index, copies in layout.copies.items() if layout.order.root_of(index) == root for item in copies]
    low = min(item.x - 0.5 * item.wide for item in unit)
    high = max(item.x + 0.5 * item.wide for item in unit)
    by = float(np.clip(by, min(0.0, -low), max(0.0, layout.scene.width - high)))
    for item in unit:
        item.x += by


def _bind(layout: "Layout", bond: Bond) -> None:
    hosts = list(layout.copies[bond.host])
    count = layout.plan.things[bond.child].count
    before, total = _siblings(layout, bond)
    for copy in range(count):
        host = hosts[(before + copy) % len(hosts)]
        share = -(-total // len(hosts))
        slot = (before + copy) // len(hosts)
        # Several on one host spread over its width.
        aside = (slot - (share - 1) / 2) / max(share, 1)
        _bound(layout, bond, copy, host, aside, share)


def _siblings(layout: "Layout", bond: Bond) -> tuple[int, int]:
    """Copies that are bound to the same host in the same way: those of things before this one, and all."""
    alike = [b.child for b in layout.order.bonds if (b.host, b.kind) == (bond.host, bond.kind)]
    alike = [child for child in dict.fromkeys(alike) if child in layout.sprites]
    counts = {child: layout.plan.things[child].count for child in alike}
    return sum(counts[child] for child in alike[: alike.index(bond.child)]), sum(counts.values())


#: The most that several plants before a building are of its height: they hide its foot.
HEDGE = 0.42
#: Bridges for traffic, and the most that what is on them is of their height.
ROAD_BRIDGES, ON_BRIDGE = frozenset({"tower_bridge", "suspension_bridge"}), 0.16


def _bound(layout: "Layout", bond: Bond, copy: int, host: Placed, aside: float, share: int) -> None:
    how = BONDS[bond.kind]
    item = layout.add(bond.child, copy, host.x, host.y, _child_tall(layout, bond, host, share), depth=host.depth)
    item.floats, item.wet = True, False
    beside = _beside(layout, bond)
    bunched = bond.kind == "holding" and share > 2 and item.thing.kind == "balloon"
    how(layout.scene, item, host, 0.0 if bunched else aside)
    if beside is not None and item.sprite.group in LIVING and host.sprite.group == "building":
        item.x = beside.x + np.sign(item.x - beside.x) * (0.35 * beside.wide + 0.4 * item.wide)
    if bunched:
        bunch(item, host, round(aside * share + (share - 1) / 2), share)
    elif bond.kind == "holding" and share > 2:
        # Several in one hand fan out.
        item.turn += (FAN if item.sprite.group == "plant" else 120.0) * aside
    if share > 1 and bond.kind in ABREAST:
        ABREAST[bond.kind](layout.scene, item, host, aside, share)


def _beside(layout: "Layout", bond: Bond) -> Placed | None:
    """Who is on the same host already and has this one beside it."""
    partners = [other for pair in layout.order.near if bond.child in pair for other in pair if other != bond.child]
    there = {b.child for b in layout.order.bonds if (b.host, b.kind) == (bond.host, bond.kind)}
    return next((layout.copies[other][0] for other in partners if other in there and other in layout.copies), None)


def _ratio(layout: "Layout", child: int, host: int) -> float:
    """The natural height of one thing in that of another."""
    sizes = [layout.sprites[i].height * layout.plan.things[i].size for i in (child, host)]
    return sizes[0] / max(sizes[1], 0.02)


def _child_tall(layout: "Layout", bond: Bond, host: Placed, share: int) -> float:
    """The child's height: its own, within what its host can carry."""
    sprite, own = layout.sprites[bond.child], layout.sprites[bond.host]
    # Both at the host's scale: what the two would be side by side.
    ratio = _ratio(layout, bond.child, bond.host)
    if own.name == "branch" and sprite.group in LIVING:
        return perched_tall(host.tall, sprite, share)
    small = own.name == "bed" and sprite.group == "animal"
    tall = host.tall * ratio * (ON_BED if small else 1.0)
    if own.name == PLATE and bond.kind in ("on", "in"):
        return min(SERVED * host.wide / (max(sprite.width, 0.6) * share), 0.46 * layout.scene.height)
    low, high = SPANS[bond.kind]
    if bond.kind == "holding" and own.group == "person":
        high = held_max(sprite)
    if own.group == "building" and sprite.group in LIVING:
        high = min(high, 0.68)
    if own.group == "building" and sprite.group == "plant" and share > 1 and bond.kind == "in_front_of":
        high = HEDGE
    if bond.kind == "on" and own.name in ROAD_BRIDGES:
        low, high = 0.0, ON_BRIDGE
    if bond.kind == "riding" and own.name in CYCLES:
        high = CYCLES[own.name]
    tall = float(np.clip(tall, low * host.tall, high * host.tall))
    beside = _beside(layout, bond)
    if beside is not None and own.group == "building":
        kept = BESIDE if sprite.group == "animal" else 1.0
        tall = min(tall, kept * beside.tall * ratio / _ratio(layout, beside.index, bond.host))
    if bond.kind in ("on", "in", "riding"):
        tall = min(tall, 1.25 * host.wide / (max(sprite.width, 0.2) * share)) if bond.kind != "riding" else tall
    return layout.within(tall, sprite)
