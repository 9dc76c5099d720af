"""Flat colour regions with smooth, vector-like outlines at every resolution."""

from dataclasses import dataclass

import cv2
import numpy as np

from easel.engines.painter.noise import smoothstep
from easel.engines.painter.styles.hand import Hand
from easel.engines.painter.styles.smoothing import kuwahara, working_size
from easel.engines.painter.styles.tone import blur


@dataclass(frozen=True, slots=True)
class Regions:
    """`labels` (H, W) uint8 points into `colours` (K, 3), which go from dark to light."""

    labels: np.ndarray
    colours: np.ndarray

    def painted(self, colours: np.ndarray | None = None) -> np.ndarray:
        """The flat picture, in these colours or in (K, 3) others."""
        return (self.colours if colours is None else colours).astype(np.float32)[self.labels]


def palette(image: np.ndarray, count: int) -> np.ndarray:
    """The `count` colours that tell a picture best (k-means in Lab), as RGB from dark to light."""
    height, width = image.shape[:2]
    factor = min(1.0, 96 / min(height, width))
    size = (max(4, round(width * factor)), max(4, round(height * factor)))
    # Nearest pixels, not means: a small red boat stays red.
    small = cv2.resize(image, size, interpolation=cv2.INTER_NEAREST)
    samples = cv2.cvtColor(small, cv2.COLOR_RGB2LAB).reshape(-1, 3)
    samples[:, 1:] *= 1.6
    cv2.setRNGSeed(7)
    stop = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 12, 0.5)
    count = min(count, len(samples))
    _, _, centres = cv2.kmeans(samples, count, None, stop, 1, cv2.KMEANS_PP_CENTERS)
    centres[:, 1:] /= 1.6
    centres = centres[np.argsort(centres[:, 0], kind="stable")]
    return np.clip(cv2.cvtColor(centres[None], cv2.COLOR_LAB2RGB)[0], 0, 1)


def nearest(image: np.ndarray, colours: np.ndarray) -> np.ndarray:
    """Index of the nearest of `colours` for each pixel, judged in Lab (through a 32-level table)."""
    axis = (np.arange(32, dtype=np.float32) + 0.5) / 32
    cube = np.stack(np.meshgrid(axis, axis, axis, indexing="ij"), -1).reshape(1, -1, 3)
    cube_lab = cv2.cvtColor(cube, cv2.COLOR_RGB2LAB)[0]
    lab = cv2.cvtColor(np.ascontiguousarray(colours, np.float32)[None], cv2.COLOR_RGB2LAB)[0]
    table = ((cube_lab[:, None] - lab[None]) ** 2).sum(-1).argmin(-1).astype(np.uint8)
    cells = np.clip(image * 32, 0, 31).astype(np.int32)
    return table[(cells[..., 0] << 10) | (cells[..., 1] << 5) | cells[..., 2]]


def flatten(image: np.ndarray, hand: Hand, count: int, *, radius: float = 4.0, smooth: float = 2.2) -> Regions:
    """Reduce the window to `count` colours in regions whose outlines are rounded to about `smooth` units."""
    colours, shares = hand.settle(lambda: _shares(image, hand, count, radius=radius, smooth=smooth))
    best = hand.spread(shares[0])
    labels = np.zeros(best.shape, np.uint8)
    for index, share in enumerate(shares[1:], start=1):
        here = hand.spread(share)
        labels[here > best] = index
        np.maximum(best, here, out=best)
    return Regions(labels, colours)


def _shares(
    image: np.ndarray, hand: Hand, count: int, *, radius: float, smooth: float
) -> tuple[np.ndarray, list[np.ndarray]]:
    """The colours, and for each a map of how much of the surroundings has it."""
    size = image.shape[1::-1] if hand.sketching else working_size(image.shape)
    scale = size[0] / image.shape[1]
    small = kuwahara(cv2.resize(image, size, interpolation=cv2.INTER_AREA), max(1.0, hand.px(radius) * scale))
    colours = palette(small, count)
    rough = nearest(small, colours)
    soft = max(0.5, hand.px(smooth) * scale)
    return colours, [blur((rough == index).astype(np.float32), soft) for index in range(len(colours))]


def outlines(regions: Regions, width_px: float) -> np.ndarray:
    """Where two clearly different regions meet, as a soft line map in [0, 1] of about `width_px`."""
    lab = cv2.cvtColor(regions.colours.astype(np.float32)[None], cv2.COLOR_RGB2LAB)[0]
    kernel = np.ones((3, 3), np.uint8)
    step = np.zeros(regions.labels.shape, np.float32)
    for channel in range(3):
        # Lab fits into bytes (0 to 100, -127 to 127), where dilation is fastest.
        plane = (lab[:, channel] + (0 if channel == 0 else 128)).astype(np.uint8)[regions.labels]
        step += cv2.morphologyEx(plane, cv2.MORPH_GRADIENT, kernel)
    # A sky that steps from blue to lighter blue gets no line.
    soft = blur(smoothstep(14, 34, step), max(0.5, width_px * 0.5))
    return np.clip(soft * np.float32(max(1.0, width_px * 0.9)), 0, 1)
