"""Colour fields, float32 (h, w, 3), made of single-channel ones (h, w).

By way of OpenCV, for NumPy is several times slower where the innermost axis, three channels, is broadcast.
"""

import cv2
import numpy as np

from easel.engines.painter.brush import Colour, rgb
from easel.engines.painter.noise import smoothstep
from easel.engines.painter.styles.tone import dim, mix

SNOW = rgb("eef2f9")
#: Land that lies flat gets two thirds of the sun's light, and snow on it is white all the same.
LAID_SNOW = tuple(1.28 * part for part in SNOW)


def vary(a: Colour, b: Colour, t: np.ndarray) -> np.ndarray:
    """Colours from `a` where t is 0 or less to `b` where it is 1 or more."""
    t = np.clip(t, 0, 1).astype(np.float32, copy=False)
    return cv2.merge([np.float32(high - low) * t + np.float32(low) for low, high in zip(a, b, strict=True)])


def over(colours: np.ndarray, colour: Colour, t: np.ndarray) -> np.ndarray:
    """`colour` over a field: none of it where t is 0 or less, nothing else where it is 1 or more."""
    return mix(colours, np.array(colour, np.float32), np.clip(t, 0, 1).astype(np.float32, copy=False))


def snowed(colours: np.ndarray, steep: np.ndarray, luck: np.ndarray, share: float = 0.92) -> np.ndarray:
    """A field under snow: up to `share` of it on flat land, none on walls; `luck` in [0, 1] breaks its edge."""
    lies = smoothstep(1.25, 0.5, steep + (luck - np.float32(0.5)) * np.float32(1.3))
    return over(colours, LAID_SNOW, lies * np.float32(share))


def times(colours: np.ndarray, factor: np.ndarray) -> np.ndarray:
    """A field so many times as bright, place by place."""
    return dim(colours, factor.astype(np.float32, copy=False))
