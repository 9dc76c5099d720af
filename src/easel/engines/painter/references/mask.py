"""Masks: where a picture may be repainted. 255 (white) is repainted, 0 is kept."""

import cv2
import numpy as np

from easel.core.image import Size
from easel.engines.painter.noise import smoothstep
from easel.engines.painter.references.frame import fit


def paste(kept: np.ndarray, painted: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """`painted` inside the mask, `kept` outside, byte for byte; the seam is feathered inwards only.

    All are uint8; `kept` and `painted` have the same shape, `mask` is (H, W) of any size and is fitted like a picture.
    """
    height, width = kept.shape[:2]
    inside = fit(mask, Size(width, height)) >= 128
    if inside.all():
        return painted.copy()
    distance = cv2.distanceTransform(inside.astype(np.uint8), cv2.DIST_L2, 5)
    feather_px = max(1.0, min(0.008 * min(height, width), float(distance.max()) * 0.5))
    alpha = smoothstep(0.0, feather_px, distance)[..., None]
    blended = kept + (painted.astype(np.float32) - kept) * alpha
    return np.where(inside[..., None], (blended + 0.5).astype(np.uint8), kept)
