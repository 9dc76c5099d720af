"""Soft clouds from heaped spheres: one cumulus, or a whole bank, lit from the sun's side.

A cloud is a map of how far it bulges towards the viewer. What makes it look like vapour and not like plaster is that
only its broad forms are shaded; the fine ones show in its outline alone.
"""

from dataclasses import dataclass

import cv2
import numpy as np

from easel.engines.painter import noise
from easel.engines.painter.noise import smoothstep

#: Distances towards the sun, in units, at which a cloud's own shadow is looked for, each with its weight.
SHADOW = ((0.03, 0.3), (0.07, 0.4), (0.14, 0.3))
#: A single cloud is worked out on at most this many columns: it is soft, so enlarging shows nothing.
COLUMNS = 420


@dataclass(frozen=True, slots=True)
class Cloud:
    """`alpha` is its cover in [0, 1], `light` 0 in the shade to 1 in the sun."""

    alpha: np.ndarray
    light: np.ndarray


def ball(bulge: np.ndarray, x: float, y: float, radius: float, floor: float) -> None:
    """Raise the map to a sphere, cut off below the row `floor`; everything in pixels of the map."""
    height, width = bulge.shape
    left, right = max(0, int(x - radius)), min(width, int(x + radius) + 2)
    top, bottom = max(0, int(y - radius)), min(height, int(min(y + radius, floor)) + 2)
    if left >= right or top >= bottom:
        return
    dx = (np.arange(left, right, dtype=np.float32) - np.float32(x))[None]
    dy = (np.arange(top, bottom, dtype=np.float32) - np.float32(y))[:, None]
    sphere = np.sqrt(np.maximum(np.float32(radius * radius) - dx * dx - dy * dy, 0))
    np.maximum(bulge[top:bottom, left:right], sphere, out=bulge[top:bottom, left:right])


def heap(bulge: np.ndarray, x: float, base: float, size: float, rng: np.random.Generator, *, flat: float = 0.5) -> None:
    """Pile spheres `size` pixels to each side of `x` onto the row `base`; `flat` is how little it towers, 0 to 1."""
    towers = rng.uniform(-0.5, 0.5, 3)
    tops = rng.uniform(0.55, 1.0, 3) * (1.15 - 0.75 * flat)
    for k in range(46):
        across = rng.uniform(-1, 1) * (1 - 0.25 * rng.random())
        roof = max(0.1, float((tops * np.exp(-(((across - towers) / 0.34) ** 2))).max())) * (1 - across**4)
        level = roof * (rng.random() ** 0.7 if k % 2 else 1.0)
        radius = size * (0.11 + 0.17 * roof * rng.uniform(0.5, 1.1)) * (1 - 0.42 * abs(across))
        ball(bulge, x + across * size, base - max(0.0, level * size * 0.72 - 0.5 * radius), radius, base)


def lit(
    bulge: np.ndarray, unit: float, toward: tuple[float, float], rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """(alpha, light) of a bulge map with `unit` pixels to the unit; `toward` is the direction of the sun."""
    height, width = bulge.shape
    y, x = np.mgrid[0:height, 0:width].astype(np.float32) * np.float32(1 / unit)
    curl = np.float32(0.034 * unit)
    fine = noise.sample(x * 20, y * 20, rng, roughness=0.9)
    warp_x = x * unit + (noise.sample(x * 8, y * 8, rng, roughness=1.0) - 0.5) * curl + (fine - 0.5) * (0.3 * curl)
    warp_y = y * unit + (noise.sample(x * 8, y * 8, rng, roughness=1.0) - 0.5) * curl - (fine - 0.5) * (0.2 * curl)
    form = cv2.GaussianBlur(bulge * np.float32(1 / unit), (0, 0), max(0.5, 0.006 * unit))
    form = cv2.remap(form, warp_x, warp_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    alpha = smoothstep(0.002, 0.055, form - np.abs(fine - 0.5) * np.float32(0.03))
    light = np.full(form.shape, 0.5, np.float32)
    for sigma, weight in ((0.012, 0.16), (0.035, 0.34)):
        soft = noise.blur(form, sigma * unit)
        slope_x = cv2.Sobel(soft, cv2.CV_32F, 1, 0, scale=0.125 * unit)
        slope_y = cv2.Sobel(soft, cv2.CV_32F, 0, 1, scale=0.125 * unit)
        light -= np.tanh((slope_x * np.float32(toward[0]) + slope_y * np.float32(toward[1])) * 0.9) * np.float32(weight)
    light -= _shaded(form, unit, toward) * np.float32(0.55)
    # Thin vapour lets the sun through: edges are bright.
    light += np.float32(0.34) * (1 - smoothstep(0.0, 0.07, form))
    return alpha, np.clip(light + 0.1, 0, 1)


def _shaded(form: np.ndarray, unit: float, toward: tuple[float, float]) -> np.ndarray:
    """How much of the cloud between a place and the sun stands higher, in [0, 1]."""
    height, width = form.shape
    total = np.zeros_like(form)
    for distance, weight in SHADOW:
        move = np.array([[1, 0, toward[0] * distance * unit], [0, 1, toward[1] * distance * unit]], np.float32)
        there = cv2.warpAffine(form, move, (width, height), flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP)
        total += np.clip((there - form) * 6 + 0.25 * (there > 0.02), 0, 1) * np.float32(weight)
    return noise.blur(total, 0.02 * unit)


def cumulus(
    size_px: float, toward: tuple[float, float], rng: np.random.Generator, *, flat: float = 0.5
) -> tuple[Cloud, tuple[int, int]]:
    """A single cloud that reaches `size_px` to each side: its fields, and the (width, height) in pixels to show it at.

    Its base is at nine tenths of that height.
    """
    wide, high = int(2.7 * size_px) + 4, int(1.45 * size_px) + 4
    shrink = max(1.0, wide / COLUMNS)
    width, height = max(8, int(wide / shrink)), max(6, int(high / shrink))
    bulge = np.zeros((height, width), np.float32)
    base, size = 0.9 * height, size_px / shrink
    heap(bulge, 0.5 * width, base, size, rng, flat=flat)
    # Noise and light are measured by the cloud, so that a far one is only a small near one.
    alpha, light = lit(bulge, 3.0 * size, toward, rng)
    rise = np.clip((base - np.arange(height, dtype=np.float32)) / (0.8 * size), 0, 1)[:, None]
    light = np.clip(light * (0.55 + 0.6 * rise) + 0.08 * rise, 0, 1)
    return Cloud(alpha, light), (wide, high)
