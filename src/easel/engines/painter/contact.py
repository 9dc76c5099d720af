"""Where things stand among plants: what grows before their feet, and what would stand in their way."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import numpy as np

#: Ground cover up to this share of a thing's height grows before its feet; what is taller stays behind it.
COVER_MAX = 0.2


@dataclass(frozen=True, slots=True)
class Foot:
    """Where a thing stands, in pixels: the middle of its base, half its width, its height."""

    x: float
    y: float
    half: float
    tall: float


@dataclass(slots=True)
class Contact:
    """The feet of the picture's things, the plants that stand so far, and what is drawn later, before the things."""

    feet: tuple[Foot, ...] = ()
    #: Plants that stand: base x, base y, height, half the width at the base and at the top, all in pixels.
    grown: list[tuple[float, float, float, float, float]] = field(default_factory=list)
    _later: list[tuple[float, Callable[[], None]]] = field(default_factory=list)

    def hidden(self, x: float, y: float) -> bool:
        """Whether the ground at (`x`, `y`) is behind a plant that stands nearer."""
        if not self.grown:
            return False
        base_x, base_y, tall, low, high = np.array(self.grown, np.float32).T
        up = (base_y - y) / tall
        reach = low + (high - low) * up
        return bool(((up > 0) & (up < 1) & (np.abs(base_x - x) < reach)).any())

    def in_the_way(self, x: float, y: float, tall: float, half: float) -> bool:
        """Whether a plant would stand nearer than a thing and before it."""
        return any(_before(foot, x, y, tall, half) for foot in self.feet)

    def before_feet(self, x: float, y: float, tall: float) -> bool:
        """Whether ground cover of this height grows before some thing's feet and hides little of it."""
        return any(_before(foot, x, y, tall, 0.0) and tall <= COVER_MAX * foot.tall for foot in self.feet)

    def later(self, y: float, draw: Callable[[], None]) -> None:
        """Keep something at the row `y` for when what is farther has been drawn."""
        self._later.append((y, draw))

    def built_over(self) -> None:
        """Forget what grows: the ground is built over."""
        self.grown.clear()
        self._later.clear()

    def catch_up(self, y: float) -> None:
        """Draw what was kept that is farther than the row `y`."""
        due = sorted((kept for kept in self._later if kept[0] < y), key=lambda kept: kept[0])
        self._later = [kept for kept in self._later if kept[0] >= y]
        for _, draw in due:
            draw()


def feet_of(boxes: Iterable[tuple[float, float, float, float]]) -> tuple[Foot, ...]:
    """The feet of things in boxes of left, top, right and bottom in pixels."""
    return tuple(
        Foot((left + right) / 2, bottom, (right - left) / 2, bottom - top) for left, top, right, bottom in boxes
    )


def _before(foot: Foot, x: float, y: float, tall: float, half: float) -> bool:
    return y > foot.y and y - tall < foot.y and abs(x - foot.x) < foot.half + half
