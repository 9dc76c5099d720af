"""Relations between things, sorted out: who carries whom, and who stands on which side of whom."""

from dataclasses import dataclass, field

from easel.engines.painter.plan import ScenePlan, Thing
from easel.engines.painter.sprites import get

#: Relations in which one thing's place follows from another's: name → whether the *target* is the one that follows.
CARRIED = {
    "on": False, "in": False, "under": False, "riding": False, "above": False, "below": False, "behind": False,
    "in_front_of": False, "holding": True, "wearing": True,
}  # fmt: skip


@dataclass(slots=True)
class Bond:
    """`child` is placed by way of `host`; `kind` is the relation's name."""

    child: int
    host: int
    kind: str


@dataclass(slots=True)
class Order:
    """The independent things from left to right as far as the plan says, and the bonds of all others."""

    bonds: list[Bond] = field(default_factory=list)
    #: (left, right): the first stands left of the second.
    sides: list[tuple[int, int]] = field(default_factory=list)
    #: (one, other): they stand next to each other.
    near: list[tuple[int, int]] = field(default_factory=list)
    #: (looker, target).
    looks: list[tuple[int, int]] = field(default_factory=list)

    def host_of(self, index: int) -> Bond | None:
        """The bond that places the thing, if it has one."""
        return next((bond for bond in self.bonds if bond.child == index), None)

    def root_of(self, index: int) -> int:
        """The independent thing that carries this one in the end."""
        bond = self.host_of(index)
        while bond is not None:
            index = bond.host
            bond = self.host_of(index)
        return index


def order_of(plan: ScenePlan) -> Order:
    """Read the plan's relations. What would tie a thing to itself, or to two hosts, is left out."""
    order = Order()
    count = len(plan.things)
    for index, thing in enumerate(plan.things):
        between = [r.target for r in thing.relations if r.kind == "between" and 0 <= r.target < count]
        if between:
            first, last = between[0], between[-1]
            if first == last:
                last = next((i for i in range(count) if i not in (index, first)), first)
            order.sides += [(first, index), (index, last)] if first != last else [(first, index)]
        for relation in thing.relations:
            if 0 <= relation.target < count and relation.target != index:
                if relation.kind == "behind" and _towers_over(thing, plan.things[relation.target]):
                    _add(order, relation.target, "in_front_of", index)
                else:
                    _add(order, index, relation.kind, relation.target)
    return order


def _towers_over(thing: Thing, others: Thing) -> bool:
    """Whether a thing is a building and the others are several plants: these stand before it, not it behind them."""
    return get(thing.kind).group == "building" and get(others.kind).group == "plant" and others.count > 1


def _add(order: Order, index: int, kind: str, target: int) -> None:
    if kind == "left_of":
        order.sides.append((index, target))
    elif kind == "right_of":
        order.sides.append((target, index))
    elif kind == "beside":
        order.near.append((index, target))
    elif kind == "looking_at":
        order.looks.append((index, target))
        order.near.append((index, target))
    elif kind in CARRIED:
        child, host = (target, index) if CARRIED[kind] else (index, target)
        if order.host_of(child) is None and order.root_of(host) != child:
            order.bonds.append(Bond(child, host, kind))


def left_to_right(roots: list[int], order: Order) -> list[int]:
    """The independent things sorted so that every side that the plan gives holds; ties keep their given order."""
    after: dict[int, set[int]] = {root: set() for root in roots}
    for left, right in order.sides:
        a, b = order.root_of(left), order.root_of(right)
        if a != b and a in after and b in after:
            after[b].add(a)
    done: list[int] = []
    rest = list(roots)
    while rest:
        ready = next((r for r in rest if not (after[r] - set(done))), rest[0])
        # Things that stand beside each other follow at once.
        rest.remove(ready)
        done.append(ready)
        for one, other in order.near:
            pair = {order.root_of(one), order.root_of(other)}
            mate = next(iter(pair - {ready}), None)
            if ready in pair and mate in rest and not (after[mate] - set(done)):
                rest.remove(mate)
                done.append(mate)
    return done


def amid(plan: ScenePlan, slots: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Slots (thing, copy) from left to right, so that what is between several of one kind has half on either side."""
    for index in dict.fromkeys(thing for thing, _ in slots):
        ends = {relation.target for relation in plan.things[index].relations if relation.kind == "between"}
        group = [slot for slot in slots if slot[0] in ends]
        if len(ends) == 1 and len(group) > 1:
            own, others = [s for s in slots if s[0] == index], [s for s in slots if s[0] != index]
            middle = others.index(group[len(group) // 2])
            slots = others[:middle] + own + others[middle:]
    return slots


#: Figures that come with a hat of their own: what need not be put on them again.
HATS = {
    "wizard": {"hat"}, "chef": {"hat"}, "soldier": {"hat"}, "princess": {"crown"}, "knight": {"hat"},
}  # fmt: skip


def worn_already(plan: ScenePlan) -> set[int]:
    """Hats of figures that wear theirs anyway."""
    return {
        relation.target
        for thing in plan.things
        for relation in thing.relations
        if relation.kind == "wearing"
        and HATS.get(thing.kind) is not None
        and 0 <= relation.target < len(plan.things)
        and plan.things[relation.target].kind in HATS[thing.kind]
    }
