"""The hand that a style is painted with: its luck, its scale, its care, and the part of the picture before it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

import cv2
import numpy as np

from easel.engines.painter.styles import noise, tone

T = TypeVar("T")

#: Blurs up to this many units are made on the window itself; wider ones are settled in the sketch.
NEAR = 2.5


@dataclass(slots=True, kw_only=True)
class Hand:
    """What every style pass gets besides pixels.

    A style is painted twice: first as a small sketch of the whole picture, in which everything is settled that depends
    on the whole (luck, palettes, levels, wide blurs), then window by window at full size, where what was settled is
    taken up again in the same order. So windows have no seams, and a large picture needs no more memory than a window.

    `full` is the (height, width) of the whole picture at this scale, `rows` the part of it that is being painted.
    `unit_px` is one thousandth of the picture's mean side in pixels: lengths are given in units, so that a style
    looks the same at every resolution. `detail` is 1 for a normal finish; more means finer strokes and cells.
    """

    rng: np.random.Generator
    full: tuple[int, int]
    detail: float = 1.0
    #: For a sketch the size of the picture that it is for.
    goal: tuple[int, int] | None = None
    rows: slice = field(init=False)
    unit_px: float = field(init=False)
    _settled: list = field(default_factory=list)
    _taken: Iterator | None = None

    def __post_init__(self) -> None:
        self.rows = slice(0, self.full[0])
        self.unit_px = (self.full[0] * self.full[1]) ** 0.5 / 1000

    @property
    def sketching(self) -> bool:
        """Whether this is a sketch: as small as a picture may be that is abstracted."""
        return self.goal is not None

    def before(self, rows: slice) -> "Hand":
        """The hand that paints the window `rows` of the picture after this hand's sketch."""
        hand = Hand(rng=self.rng, full=self.goal, detail=self.detail, _taken=iter(self._settled))
        hand.rows = rows
        return hand

    def px(self, units: float) -> float:
        """A length in pixels."""
        return units * self.unit_px

    def settle(self, make: Callable[[], T]) -> T:
        """What `make` gives for the whole picture: made in the sketch, and the same in every window after it.

        Not to be changed by its user. Everything random is drawn in here.
        """
        if self._taken is not None:
            return next(self._taken)
        self._settled.append(make())
        return self._settled[-1]

    def spread(self, whole: np.ndarray, interpolation: int = cv2.INTER_LINEAR) -> np.ndarray:
        """The window's part of a map of the whole picture, enlarged or shrunk to this scale: a new array."""
        height, width = self.full
        if whole.shape[:2] == self.full:
            return whole[self.rows].copy()
        if self.rows == slice(0, height) and interpolation != cv2.INTER_NEAREST:
            return cv2.resize(whole.astype(np.float32, copy=False), (width, height), interpolation=interpolation)
        lines = _lines(whole, height, self.rows, interpolation)
        if whole.shape[1] == width:
            return lines
        return cv2.resize(lines, (width, lines.shape[0]), interpolation=interpolation)

    def blur(self, image: np.ndarray, units: float, *, least_px: float = 0.0) -> np.ndarray:
        """`image`, a map of the window, blurred by a Gaussian of so many units, and at least of `least_px`."""
        sigma_px = max(least_px, self.px(units))
        if units <= NEAR:
            return tone.blur(image, sigma_px)
        return self.spread(self.settle(lambda: tone.blur(image, sigma_px)))

    def clouds(self, cells: float, *, octaves: int = 4) -> np.ndarray:
        """Fractal noise in about [0, 1], mean 0.5, with `cells` of its largest bumps along the shorter side."""
        return self.spread(self.settle(lambda: noise.cloud_map(self.full, cells, self.rng, octaves)), cv2.INTER_CUBIC)

    def grain(self, units: float) -> np.ndarray:
        """Film or paper grain: mean 0, deviation 1, blobs of about so many units."""
        height, width = self.full
        size_px = self.px(units)
        small = (max(2, round(height / size_px)), max(2, round(width / size_px)))
        dots = self.spread(self.settle(lambda: self.rng.random(small, dtype=np.float32)), cv2.INTER_CUBIC)
        return (dots - np.float32(0.5)) * np.float32(1 / noise.grain_deviation(max(1.0, size_px)))

    def paper(self, scale: float = 1.0) -> np.ndarray:
        """Cold-pressed paper: mean about 0, deviation about 1; coarse pulp lit from the upper left, and fine tooth."""
        pulp = self.grain(4.5 * scale)
        relief = cv2.Sobel(pulp, cv2.CV_32F, 1, 0) + cv2.Sobel(pulp, cv2.CV_32F, 0, 1)
        relief *= np.float32(0.35 * scale * self.unit_px)
        return (relief + 0.5 * self.grain(1.3 * scale)) * np.float32(0.7)

    def weave(self, units: float) -> np.ndarray:
        """Painter's canvas: threads over and under, in [-1, 1], two threads to so many units (2.2 pixels at least)."""
        turn = np.float32(np.pi * 2 / max(2.2, self.px(units)))
        height, width = self.full
        x, y = (np.sin(np.arange(n, dtype=np.float32) * turn) for n in (width, height))
        return x[None, :] * y[self.rows, None]

    def warp(self, image: np.ndarray, units: float, cells: float) -> np.ndarray:
        """The window with trembling outlines: each pixel moved by up to about so many units."""
        height, width = image.shape[:2]
        dx, dy = ((self.clouds(cells, octaves=3) - 0.5) * np.float32(2.4 * self.px(units)) for _ in range(2))
        dx += np.arange(width, dtype=np.float32)[None, :]
        dy += np.arange(height, dtype=np.float32)[:, None]
        return cv2.remap(image, dx, dy, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)

    def border_distance(self) -> np.ndarray:
        """How far each pixel is from the picture's nearest side, as a share of the shorter side (0 to 0.5)."""
        return tone.border_distance(*self.full, self.rows)

    def vignette(self, amount: float) -> np.ndarray:
        """A factor: 1 in the picture's middle, about 1 - `amount` in its corners."""
        return tone.vignette(*self.full, amount, self.rows)

    def down(self, first: float = 0.0, last: float = 1.0) -> np.ndarray:
        """A column (rows, 1) that runs from `first` at the picture's top to `last` at its foot."""
        return np.linspace(first, last, self.full[0], dtype=np.float32)[self.rows, None]


def _lines(whole: np.ndarray, height: int, rows: slice, interpolation: int) -> np.ndarray:
    """Rows `rows` of `whole` enlarged to `height`; the width stays."""
    count = whole.shape[0]
    if count == height:
        return np.ascontiguousarray(whole[rows])
    y = np.arange(rows.start, rows.stop)
    if interpolation == cv2.INTER_NEAREST:
        return whole[np.minimum(y * count // height, count - 1)]
    place = (y + 0.5) * (count / height) - 0.5
    first = np.floor(place)
    part = (place - first).astype(np.float32)
    weights = _cubic(part) if interpolation == cv2.INTER_CUBIC else ((0, 1 - part), (1, part))
    lines = None
    for step, weight in weights:
        index = np.clip(first.astype(np.int64) + step, 0, count - 1)
        share = whole[index] * weight.reshape(-1, *(1,) * (whole.ndim - 1))
        lines = share if lines is None else np.add(lines, share, out=lines)
    return lines


def _cubic(part: np.ndarray) -> tuple[tuple[int, np.ndarray], ...]:
    """Steps and weights of the cubic convolution that OpenCV enlarges with (a = -0.75)."""
    a = np.float32(-0.75)
    before = part + 1
    far = ((a * before - 5 * a) * before + 8 * a) * before - 4 * a
    near = ((a + 2) * part - (a + 3)) * part * part + 1
    rest = 1 - part
    other = ((a + 2) * rest - (a + 3)) * rest * rest + 1
    return ((-1, far), (0, near), (1, other), (2, 1 - far - near - other))
