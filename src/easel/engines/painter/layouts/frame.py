"""Frames: the rectangles that a laid-out picture is divided into."""

from collections.abc import Sequence
from typing import NamedTuple


class Frame(NamedTuple):
    """An upright rectangle in pixels, by its upper left corner."""

    left: float
    top: float
    wide: float
    tall: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.wide

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.tall

    @property
    def centre(self) -> tuple[float, float]:
        """Its middle."""
        return self.left + self.wide / 2, self.top + self.tall / 2

    @property
    def short(self) -> float:
        """Its shorter side."""
        return min(self.wide, self.tall)

    def at(self, x: float, y: float) -> tuple[float, float]:
        """The point at shares of its width and height."""
        return self.left + x * self.wide, self.top + y * self.tall

    def inset(self, by: float, down: float | None = None) -> "Frame":
        """The frame without a margin of `by` pixels, `down` at the top and the bottom where that is another."""
        down = by if down is None else down
        return Frame(self.left + by, self.top + down, max(1.0, self.wide - 2 * by), max(1.0, self.tall - 2 * down))

    def part(self, left: float, top: float, right: float, bottom: float) -> "Frame":
        """The part between shares of its width and height."""
        x, y = self.at(left, top)
        return Frame(x, y, (right - left) * self.wide, (bottom - top) * self.tall)

    def rows(self, shares: int | Sequence[float], gap: float = 0.0) -> list["Frame"]:
        """Frames below each other: so many alike, or of heights in these shares."""
        return [Frame(self.left, start, self.wide, size) for start, size in _split(self.top, self.tall, shares, gap)]

    def columns(self, shares: int | Sequence[float], gap: float = 0.0) -> list["Frame"]:
        """Frames beside each other: so many alike, or of widths in these shares."""
        return [Frame(start, self.top, size, self.tall) for start, size in _split(self.left, self.wide, shares, gap)]

    def grid(self, columns: int, rows: int, gap: float = 0.0) -> list["Frame"]:
        """Frames in rows and columns, row by row."""
        return [cell for row in self.rows(rows, gap) for cell in row.columns(columns, gap)]

    def fitted(self, aspect: float, share: float = 1.0) -> "Frame":
        """The largest frame so many times as wide as high in its middle, shrunk to `share`."""
        wide = share * min(self.wide, self.tall * aspect)
        x, y = self.centre
        return Frame(x - wide / 2, y - wide / aspect / 2, wide, wide / aspect)


def _split(start: float, whole: float, shares: int | Sequence[float], gap: float) -> list[tuple[float, float]]:
    parts = [1.0] * shares if isinstance(shares, int) else list(shares)
    room, found = max(1.0, whole - gap * (len(parts) - 1)), []
    for part in parts:
        size = room * part / sum(parts)
        found.append((start, size))
        start += size + gap
    return found


def grid_for(count: int, aspect: float, cell: float = 1.0) -> tuple[int, int]:
    """Columns and rows for so many cells, each `cell` times as wide as high, in a frame of an aspect."""

    def size(columns: int) -> float:
        rows = -(-count // columns)
        return min(aspect / columns, cell / rows) - 0.02 * (columns * rows - count)

    columns = max(range(1, count + 1), key=size)
    return columns, -(-count // columns)
