"""Keeping apart: nobody stands half hidden behind somebody else whom the words do not put there."""

from typing import TYPE_CHECKING

import numpy as np

from easel.engines.painter.things import Placed

if TYPE_CHECKING:
    from easel.engines.painter.compose import Layout

#: The part of its frame's width that a thing fills: its silhouette is narrower at most heights.
FILLED = 0.78
#: Above this share somebody is hidden, and moves until others hide no more than the second.
HIDDEN_MAX, HIDDEN_WELL = 0.36, 0.22
#: How many places across the frame are tried, and how often somebody is moved.
COLUMNS, ROUNDS = 25, 8
#: What a move over the whole frame must gain: the sum of what is hidden above HIDDEN_WELL.
WORTH = 0.2
#: … and the shortest move.
GAIN_MIN = 0.02
#: The trait of those who are where somebody else needs them.
STAYS = "stays:put"
#: Among more than these somebody is always behind somebody.
CROWD = 24


def keep_apart(layout: "Layout") -> None:
    """Move what is hidden by others sideways, together with what it carries, to the nearest place where it is seen.

    What the plan puts at a place or on a side stays, and so do those who hold each other's hand.
    """
    stand = _Stand(layout)
    if not 1 < len(stand.items) <= CROWD:
        return
    for _ in range(ROUNDS):
        hidden = stand.hidden()
        if hidden.max() <= HIDDEN_MAX or not stand.part(int(hidden.argmax())):
            return


def hidden_shares(layout: "Layout") -> list[float]:
    """For each copy the share of it, 0 to 1, that nearer things hide which it neither carries nor is carried by."""
    return [float(share) for share in _Stand(layout).hidden()]


class _Stand:
    """Where everything stands, as arrays with one entry for each copy, in pixels."""

    def __init__(self, layout: "Layout"):
        self.layout, self.items = layout, layout.placed()
        self.group = self._groups()
        self.half = np.array([0.5 * FILLED * item.wide for item in self.items])
        self.x = np.array([item.x for item in self.items])
        bottom = np.array([item.y for item in self.items])
        top = bottom - [item.tall for item in self.items]
        order = np.array([item.order for item in self.items])
        down = np.minimum(bottom[:, None], bottom) - np.maximum(top[:, None], top)
        nearer = (order[:, None] > order) & (self.group[:, None] != self.group)
        #: How much of each copy's height each nearer one covers: one row for each that covers.
        self.down = np.where(nearer, np.maximum(0.0, down), 0.0) / np.maximum(1.0, bottom - top)

    def _groups(self) -> np.ndarray:
        """A number for those that move together: a root with everything that is bound to it."""
        roots = {i: copies for i, copies in self.layout.copies.items() if self.layout.order.host_of(i) is None}
        numbers = {id(item): n for n, item in enumerate(item for copies in roots.values() for item in copies)}
        return np.array([numbers.get(id(self._root(item, roots)), -1) for item in self.items], dtype=int)

    def _root(self, item: Placed, roots: dict[int, list[Placed]]) -> Placed:
        """The independent thing that carries this one: the nearest of several."""
        hosts = roots.get(self.layout.order.root_of(item.index), [])
        return item if item.index in roots else min(hosts, key=lambda host: abs(host.x - item.x), default=item)

    def hidden(self, moved: np.ndarray | float = 0.0) -> np.ndarray:
        """The share of each copy that others hide, once `moved` is added to where they are."""
        x = self.x + moved
        across = np.minimum((x + self.half)[:, None], x + self.half) - np.maximum(
            (x - self.half)[:, None], x - self.half
        )
        covered = np.maximum(0.0, across) * self.down / np.maximum(1.0, 2 * self.half)
        return np.minimum(1.0, covered.sum(0))

    def part(self, hidden: int) -> bool:
        """Move the copy `hidden`, or one that hides it, by what gains most; False where nothing is worth it."""
        before = self._excess(0.0)
        covers = np.flatnonzero(self.down[:, hidden] * (abs(self.x - self.x[hidden]) < self.half + self.half[hidden]))
        best, moved = before - GAIN_MIN, None
        for group in dict.fromkeys(self.group[[hidden, *covers]]):
            mine = self.group == group
            for shift in self._shifts(mine):
                cost = self._excess(shift * mine) + WORTH * abs(shift) / self.layout.scene.width
                if cost < best:
                    best, moved = cost, shift * mine
        if moved is None:
            return False
        self.x = self.x + moved
        for item, x in zip(self.items, self.x, strict=True):
            item.x = float(x)
        return True

    def _excess(self, moved: np.ndarray | float) -> float:
        return float(np.maximum(0.0, self.hidden(moved) - HIDDEN_WELL).sum())

    def _shifts(self, mine: np.ndarray) -> np.ndarray:
        """How far a group can go; empty for one that must stay."""
        layout = self.layout
        sided = {index for pair in layout.order.sides for index in pair}
        unit = [item for item, own in zip(self.items, mine, strict=True) if own]
        held = any(i.thing.trait("hand_to") or STAYS in i.thing.traits for i in unit)
        if held or any(layout.plan.things[i.index].at or i.index in sided for i in unit):
            return np.empty(0)
        low = layout.span[0] * layout.scene.width - min(item.x - 0.5 * item.wide for item in unit)
        high = layout.span[1] * layout.scene.width - max(item.x + 0.5 * item.wide for item in unit)
        return np.linspace(low, high, COLUMNS) if low < high else np.empty(0)
