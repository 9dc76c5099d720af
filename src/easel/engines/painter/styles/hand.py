"""The hand that a style is painted with: its luck, its scale and its care."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """What every style pass gets besides the picture.

    `unit_px` is one thousandth of the picture's mean side in pixels: lengths are given in units, so that a style
    looks the same at every resolution. `detail` is 1 for a normal finish; more means finer strokes and cells.
    """

    rng: np.random.Generator
    unit_px: float
    detail: float = 1.0

    def px(self, units: float) -> float:
        """A length in pixels."""
        return units * self.unit_px
