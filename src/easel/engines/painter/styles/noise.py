"""Seeded noise fields: clouds of value noise, paper, canvas weave and film grain."""

import cv2
import numpy as np

from easel.engines.painter.styles.tone import blur


def value_noise(shape: tuple[int, int], cells: float, rng: np.random.Generator) -> np.ndarray:
    """Smooth noise in about [0, 1] with `cells` bumps along the shorter side."""
    height, width = shape
    short = min(height, width)
    rows = max(2, round(cells * height / short) + 1)
    columns = max(2, round(cells * width / short) + 1)
    grid = rng.random((rows, columns), dtype=np.float32)
    # The outer cells are cut off: bicubic enlargement repeats the border there.
    return cv2.resize(grid, (width, height), interpolation=cv2.INTER_CUBIC)


def clouds(shape: tuple[int, int], cells: float, rng: np.random.Generator, *, octaves: int = 4) -> np.ndarray:
    """Fractal noise in about [0, 1], mean 0.5: `octaves` layers, each twice as fine and half as strong."""
    height, width = shape
    # Coarse layers cost the same at 4K: they are summed small and enlarged once.
    limit = max(8.0, cells * 2 ** (octaves - 1) * 4)
    factor = min(1.0, limit / min(height, width))
    small = (max(8, round(height * factor)), max(8, round(width * factor)))
    total, weight, gain = np.zeros(small, np.float32), 0.0, 1.0
    for octave in range(octaves):
        total += gain * value_noise(small, cells * 2**octave, rng)
        weight += gain
        gain *= 0.5
    total *= 1 / weight
    return total if small == shape else cv2.resize(total, (width, height), interpolation=cv2.INTER_CUBIC)


def grain(shape: tuple[int, int], size_px: float, rng: np.random.Generator) -> np.ndarray:
    """Film or paper grain: mean 0, deviation 1, blobs of about `size_px`."""
    height, width = shape
    factor = max(1.0, size_px)
    small = (max(2, round(height / factor)), max(2, round(width / factor)))
    field = rng.random(small, dtype=np.float32)
    if small != shape:
        field = cv2.resize(field, (width, height), interpolation=cv2.INTER_CUBIC)
    mean, deviation = cv2.meanStdDev(field)
    return (field - np.float32(mean[0, 0])) * np.float32(1 / max(deviation[0, 0], 1e-6))


def paper(shape: tuple[int, int], unit_px: float, rng: np.random.Generator) -> np.ndarray:
    """Cold-pressed paper: mean about 0, deviation about 1; coarse pulp lit from the upper left, and fine tooth."""
    pulp = grain(shape, 4.5 * unit_px, rng)
    relief = cv2.Sobel(pulp, cv2.CV_32F, 1, 0) + cv2.Sobel(pulp, cv2.CV_32F, 0, 1)
    relief *= np.float32(0.35 * unit_px)
    return (relief + 0.5 * grain(shape, 1.3 * unit_px, rng)) * np.float32(0.7)


def weave(shape: tuple[int, int], pitch_px: float) -> np.ndarray:
    """Painter's canvas: threads over and under, in [-1, 1]."""
    height, width = shape
    x = np.sin(np.arange(width, dtype=np.float32) * np.float32(np.pi * 2 / pitch_px))
    y = np.sin(np.arange(height, dtype=np.float32) * np.float32(np.pi * 2 / pitch_px))
    return x[None, :] * y[:, None]


def warp(image: np.ndarray, amount_px: float, cells: float, rng: np.random.Generator) -> np.ndarray:
    """The picture with trembling outlines: each pixel moved by up to about `amount_px`."""
    height, width = image.shape[:2]
    dx = (clouds((height, width), cells, rng, octaves=3) - 0.5) * np.float32(2.4 * amount_px)
    dy = (clouds((height, width), cells, rng, octaves=3) - 0.5) * np.float32(2.4 * amount_px)
    dx += np.arange(width, dtype=np.float32)[None, :]
    dy += np.arange(height, dtype=np.float32)[:, None]
    return cv2.remap(image, dx, dy, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)


def speckles(shape: tuple[int, int], count: int, radius_px: float, rng: np.random.Generator) -> np.ndarray:
    """Spatter: an (H, W) map in [0, 1] of `count` small soft dots, most of them tiny."""
    height, width = shape
    field = np.zeros(shape, np.uint8)
    radii = radius_px * (0.25 + rng.random(count) ** 3)
    for x, y, radius in zip(rng.random(count) * width, rng.random(count) * height, radii, strict=True):
        cv2.circle(field, (int(x * 16), int(y * 16)), max(8, int(radius * 16)), 255, -1, cv2.LINE_AA, shift=4)
    return blur(field.astype(np.float32) * np.float32(1 / 255), radius_px * 0.06)
