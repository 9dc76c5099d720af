"""Seeded noise: clouds of value noise and film grain, at any size."""

from functools import lru_cache

import cv2
import numpy as np

#: A cloud map has at most this many samples along the shorter side.
SAMPLES_MAX = 1024


def value_noise(shape: tuple[int, int], cells: float, rng: np.random.Generator) -> np.ndarray:
    """Smooth noise in about [0, 1] with `cells` bumps along the shorter side."""
    height, width = shape
    short = min(height, width)
    rows = max(2, round(cells * height / short) + 1)
    columns = max(2, round(cells * width / short) + 1)
    grid = rng.random((rows, columns), dtype=np.float32)
    # The outer cells are cut off: bicubic enlargement repeats the border there.
    return cv2.resize(grid, (width, height), interpolation=cv2.INTER_CUBIC)


def cloud_map(shape: tuple[int, int], cells: float, rng: np.random.Generator, octaves: int) -> np.ndarray:
    """Fractal noise for a picture of this shape, in as few samples as hold it; to be enlarged smoothly.

    About [0, 1], mean 0.5: `octaves` layers, each twice as fine and half as strong.
    """
    height, width = shape
    factor = min(SAMPLES_MAX, max(8.0, cells * 2 ** (octaves - 1) * 4)) / min(height, width)
    small = (max(8, round(height * factor)), max(8, round(width * factor)))
    total, weight, gain = np.zeros(small, np.float32), 0.0, 1.0
    for octave in range(octaves):
        total += gain * value_noise(small, cells * 2**octave, rng)
        weight += gain
        gain *= 0.5
    total *= 1 / weight
    return total


def clouds(shape: tuple[int, int], cells: float, rng: np.random.Generator, *, octaves: int = 4) -> np.ndarray:
    """Fractal noise in about [0, 1], mean 0.5, with `cells` of its largest bumps along the shorter side."""
    return cv2.resize(cloud_map(shape, cells, rng, octaves), shape[::-1], interpolation=cv2.INTER_CUBIC)


def grain(shape: tuple[int, int], size_px: float, rng: np.random.Generator) -> np.ndarray:
    """Film or paper grain: mean 0, deviation 1, blobs of about `size_px`."""
    height, width = shape
    factor = max(1.0, size_px)
    dots = rng.random((max(2, round(height / factor)), max(2, round(width / factor))), dtype=np.float32)
    field = cv2.resize(dots, (width, height), interpolation=cv2.INTER_CUBIC)
    return (field - np.float32(0.5)) * np.float32(1 / grain_deviation(factor))


@lru_cache(maxsize=64)
def grain_deviation(factor: float) -> float:
    """The deviation of random numbers in [0, 1] after their bicubic enlargement by `factor` (at least 1)."""
    dots = np.random.default_rng(0).random((128, 128), dtype=np.float32)
    side = min(1024, round(128 * factor))
    return float(cv2.resize(dots, (side, side), interpolation=cv2.INTER_CUBIC).std())


def speckles(count: int, rng: np.random.Generator) -> list[tuple[float, float, float]]:
    """Spatter: `count` dots (x, y, radius), places in shares of the picture, radii in shares; most are tiny."""
    places = rng.random((count, 2))
    return [(x, y, 0.25 + size**3) for (x, y), size in zip(places.tolist(), rng.random(count).tolist(), strict=True)]
