"""A picture with more around it: what is at its rim goes on outwards. Pictures are uint8 RGB."""

import cv2
import numpy as np

from easel.core.image import Size
from easel.engines.painter.references.filling import filled
from easel.engines.painter.references.frame import to_bytes, to_float
from easel.engines.painter.references.subject import subject_of

#: How much of the frame's width and height the picture has where its proportions are the frame's.
ZOOMED = 0.76
#: From this share of a side on a subject is cut off by it.
CUT = 0.1


def extended(pixels: np.ndarray, size: Size) -> np.ndarray:
    """The whole picture in a frame of `size`; its ground goes on outwards, what it is of does not."""
    height, width = pixels.shape[:2]
    factor = min(size.width / width, size.height / height)
    spare = max(size.width / width, size.height / height) / factor
    # Other proportions leave room at two sides; the same ones leave none.
    factor *= 1.0 if spare > 1 / ZOOMED else ZOOMED * spare
    inner = (min(size.width, round(width * factor)), min(size.height, round(height * factor)))
    small = to_float(cv2.resize(pixels, inner, interpolation=cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC))
    found = subject_of(small)
    area = found.area > 0.2 if found.is_told else np.zeros(small.shape[:2], bool)
    # Who is cut off by the frame stays so: nothing goes on beyond.
    top = _before(size.height - inner[1], cut=(_is_cut(area[0]), _is_cut(area[-1])))
    left = _before(size.width - inner[0], cut=(_is_cut(area[:, 0]), _is_cut(area[:, -1])))
    sides = (top, size.height - inner[1] - top, left, size.width - inner[0] - left)
    wide = cv2.copyMakeBorder(small, *sides, cv2.BORDER_REPLICATE)
    outside, subject = np.ones((2, size.height, size.width), bool)
    outside[top : top + inner[1], left : left + inner[0]] = False
    subject[:] = False
    subject[top : top + inner[1], left : left + inner[0]] = area
    return to_bytes(filled(wide, outside, subject))


def _is_cut(rim: np.ndarray) -> bool:
    return float(rim.mean()) > CUT


def _before(room: int, *, cut: tuple[bool, bool]) -> int:
    """How much of the room goes above a picture, or left of it, whose subject is cut off there or at the other end."""
    return {(True, False): 0, (False, True): room}.get(cut, room // 2)
