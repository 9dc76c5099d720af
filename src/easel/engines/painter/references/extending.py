"""A picture with more around it: what is at its rim goes on outwards. Pictures are uint8 RGB."""

import cv2
import numpy as np

from easel.core.image import Size
from easel.engines.painter.references.frame import to_bytes, to_float
from easel.engines.painter.styles.tone import blur, mix

#: How much of the frame's width and height the picture has where its proportions are the frame's.
ZOOMED = 0.76


def extended(pixels: np.ndarray, size: Size) -> np.ndarray:
    """The whole picture in a frame of `size`: mirrored outwards, the less clear the further out."""
    height, width = pixels.shape[:2]
    factor = min(size.width / width, size.height / height)
    spare = max(size.width / width, size.height / height) / factor
    # Other proportions leave room at two sides; the same ones leave none.
    factor *= 1.0 if spare > 1 / ZOOMED else ZOOMED * spare
    inner = (min(size.width, round(width * factor)), min(size.height, round(height * factor)))
    small = to_float(cv2.resize(pixels, inner, interpolation=cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC))
    top, left = (size.height - inner[1]) // 2, (size.width - inner[0]) // 2
    sides = (top, size.height - inner[1] - top, left, size.width - inner[0] - left)
    wide = cv2.copyMakeBorder(small, *sides, cv2.BORDER_REFLECT_101)
    outside = np.ones((size.height, size.width), np.uint8)
    outside[top : top + inner[1], left : left + inner[0]] = 0
    short = min(size.width, size.height)
    away = np.clip(cv2.distanceTransform(outside, cv2.DIST_L2, 5) / (0.13 * short), 0, 1)
    return to_bytes(mix(wide, blur(wide, 0.012 * short), away))
