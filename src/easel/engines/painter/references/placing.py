"""Putting what was cut out of one picture into another: size, light and shadow."""

from dataclasses import dataclass

import cv2
import numpy as np

from easel.engines.painter.references.frame import over, to_float
from easel.engines.painter.styles.tone import blur, luminance


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a cut-out stands: the middle and the lower end of its foot, and its height; shares of the frame."""

    x: float
    foot: float
    height: float


@dataclass(frozen=True, slots=True)
class Box:
    """A subject's place in shares of the frame."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def of(cls, area: np.ndarray) -> "Box":
        """The bounding box of an (H, W) map; the middle of the frame when it is empty."""
        rows, columns = np.flatnonzero(area.max(1) > 0.5), np.flatnonzero(area.max(0) > 0.5)
        if not len(rows):
            return cls(0.35, 0.35, 0.65, 0.85)
        height, width = area.shape
        return cls(
            float(columns[0]) / width,
            float(rows[0]) / height,
            float(columns[-1] + 1) / width,
            float(rows[-1] + 1) / height,
        )

    @property
    def x(self) -> float:
        """The middle."""
        return (self.left + self.right) / 2

    @property
    def spot(self) -> Spot:
        """Where something of the same height would stand."""
        return Spot(self.x, self.bottom, self.bottom - self.top)


def in_light_of(things: np.ndarray, scene: np.ndarray) -> np.ndarray:
    """Float RGBA `things` with their colours moved a little towards the light of the float RGB `scene`."""
    if not (things[..., 3] > 0.5).any():
        return things
    around = cv2.resize(np.ascontiguousarray(scene), (64, 64), interpolation=cv2.INTER_AREA)
    cast = around.reshape(-1, 3).mean(0)
    cast = np.clip(cast / max(float(cast.mean()), 0.05), 0.5, 1.6)
    level = float(np.clip(luminance(around).mean() / 0.5, 0.45, 1.2))
    lit = np.clip(things[..., :3] * (0.72 + 0.28 * level) * (0.75 + 0.25 * cast), 0, 1)
    return np.dstack([lit, things[..., 3]])


def spots(count: int) -> tuple[Spot, ...]:
    """Places for `count` subjects in a frame whose plan names none: side by side, smaller the more there are."""
    if count == 1:
        return (Spot(0.5, 0.95, 0.66),)
    height = 0.6 if count == 2 else max(0.28, 1.35 / (count + 0.5))
    step = 0.84 / count
    # Every other one stands a little further back, as people do.
    return tuple(Spot(0.08 + step * (i + 0.5), 0.95 - 0.035 * (i % 2), height) for i in range(count))


def place(scene: np.ndarray, cutout: np.ndarray, spot: Spot, *, shadow: bool = True) -> np.ndarray:
    """Float RGB `scene` with the uint8 RGBA `cutout` standing at `spot`, shrunk where it would not fit."""
    height, width = scene.shape[:2]
    tall = spot.height * height
    wide = tall * cutout.shape[1] / cutout.shape[0]
    # A bust or a half figure was cut by its own frame: it rises from ours, and touches no ground.
    bust = float((cutout[-1, :, 3] > 128).mean()) > 0.4
    if wide > width * 0.92:
        tall, wide = tall * width * 0.92 / wide, width * 0.92
    size = (max(2, round(wide)), max(2, round(tall)))
    thing = _scaled(cutout, size)
    layer = np.zeros((height, width, 4), np.float32)
    left = round(spot.x * width - size[0] / 2)
    top = height - size[1] + 1 if bust else round(spot.foot * height) - size[1]
    x0, y0, x1, y1 = max(0, left), max(0, top), min(width, left + size[0]), min(height, top + size[1])
    if x0 >= x1 or y0 >= y1:
        return scene.copy()
    layer[y0:y1, x0:x1] = thing[y0 - top : y1 - top, x0 - left : x1 - left]
    ground = scene * (1 - _contact_shadow(layer[..., 3]))[..., None] if shadow and not bust else scene
    return over(ground, in_light_of(layer, scene))


def _scaled(cutout: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    """Float RGBA at `size`, resized with its colours multiplied by alpha, so that the edge takes no dark rim."""
    pixels = to_float(cutout)
    pixels[..., :3] *= pixels[..., 3:]
    shrinks = size[0] < cutout.shape[1]
    pixels = np.clip(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_CUBIC), 0, 1)
    pixels[..., :3] /= np.maximum(pixels[..., 3:], 1e-3)
    return np.clip(pixels, 0, 1)


def _contact_shadow(alpha: np.ndarray) -> np.ndarray:
    """A soft ellipse where a thing meets the ground."""
    rows, columns = np.flatnonzero(alpha.max(1) > 0.3), np.flatnonzero(alpha.max(0) > 0.3)
    shadow = np.zeros_like(alpha)
    if not len(rows):
        return shadow
    tall = rows[-1] - rows[0] + 1
    foot = np.flatnonzero(alpha[max(0, rows[-1] - tall // 12) : rows[-1] + 1].max(0) > 0.3)
    middle, half = int(foot.mean()), max(2, round((foot[-1] - foot[0] + 1) * 0.55 + len(columns) * 0.06))
    flat = max(2, round(half * 0.2))
    cv2.ellipse(shadow, (middle, int(rows[-1]) - flat // 3), (half, flat), 0, 0, 360, 0.5, -1, cv2.LINE_AA)
    return blur(shadow, max(1.0, flat * 0.45))
