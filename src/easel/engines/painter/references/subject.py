"""The subject of a foreign picture: told from its background, cut out, removed."""

from dataclasses import dataclass

import cv2
import numpy as np

from easel.engines.painter.noise import smoothstep
from easel.engines.painter.references.filling import filled
from easel.engines.painter.references.finding import find
from easel.engines.painter.references.frame import to_bytes, to_float
from easel.engines.painter.styles.smoothing import guided_enlarge
from easel.engines.painter.styles.tone import blur, luminance

#: Longer side at which a picture is segmented.
SEGMENTED_SIDE = 208
#: Difference in Lab up to which a plain background is the same as around the subject, and how rough a plain one is.
SAME, PLAIN = 4.5, 1.0
#: From this clearness a subject is taken for what the words mean.
CLEAR = 0.66


def cut_out(pixels: np.ndarray) -> np.ndarray:
    """The subject alone: uint8 (h, w, 4) cropped to it, with a feathered edge; a picture's own alpha is kept."""
    if pixels.ndim == 3 and pixels.shape[2] == 4 and pixels[..., 3].min() < 250:
        return _cropped(pixels)
    rgb = np.ascontiguousarray(pixels[..., :3])
    alpha = subject_area(to_float(rgb))
    return _cropped(np.dstack([_without_fringe(rgb, alpha), to_bytes(alpha)]))


@dataclass(frozen=True, slots=True)
class Subject:
    """What stands out in a picture: alpha (H, W) in [0, 1], and how clearly, 0 to about 1."""

    area: np.ndarray
    clear: float

    @property
    def is_told(self) -> bool:
        """Whether it is clear enough to be taken for what the words mean."""
        return self.clear >= CLEAR


def subject_area(picture: np.ndarray, shape: np.ndarray | None = None) -> np.ndarray:
    """The area of `subject_of`, clear or not."""
    return subject_of(picture, shape).area


def subject_of(picture: np.ndarray, shape: np.ndarray | None = None) -> Subject:
    """What stands out in a float RGB picture; `shape`, float (h, w) in [0, 1], is its silhouette where it is known."""
    height, width = picture.shape[:2]
    factor = min(1.0, SEGMENTED_SIDE / max(height, width))
    size = (max(16, round(width * factor)), max(16, round(height * factor)))
    small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    found = find(small, shape)
    soft = blur(_seen_through(small, found.area).astype(np.float32), 0.8)
    if size == (width, height):
        return Subject(soft, found.clear)
    enlarged = guided_enlarge(
        np.dstack([soft] * 3), luminance(small), luminance(picture), eps=0.0008
    )[..., 0]  # fmt: skip
    limit = cv2.resize(cv2.dilate(soft, np.ones((5, 5), np.uint8)), (width, height), interpolation=cv2.INTER_LINEAR)
    return Subject(smoothstep(0.2, 0.8, np.minimum(enlarged, limit)), found.clear)


def _seen_through(small: np.ndarray, found: np.ndarray) -> np.ndarray:
    """What was found, without the plain background that is seen between its arms and legs."""
    lab = cv2.cvtColor(blur(small, 0.8), cv2.COLOR_RGB2LAB)
    hidden = cv2.dilate(found, np.ones((7, 7), np.uint8))
    around = hidden == 0
    if not around.any() or np.abs(lab - blur(lab, 4.0)).max(2)[around].mean() > PLAIN:
        return found
    behind = cv2.inpaint(to_bytes(small), hidden, 5, cv2.INPAINT_TELEA)
    unlike = np.linalg.norm(lab - cv2.cvtColor(to_float(behind), cv2.COLOR_RGB2LAB), axis=2)
    square = np.ones((3, 3), np.uint8)
    gaps = cv2.morphologyEx(((unlike < SAME) & (found > 0)).astype(np.uint8), cv2.MORPH_OPEN, square)
    # Up to the limbs, whose colours mix with it at the edge and whose shade falls on it.
    wider = cv2.dilate(gaps, square, iterations=3) & (unlike < 3 * SAME) & (found > 0)
    return found - wider.astype(np.uint8)


def _without_fringe(rgb: np.ndarray, alpha: np.ndarray) -> np.ndarray:
    """Colours of the half-covered edge taken from the inside, so that no old background shines through."""
    solid = (alpha > 0.92).astype(np.float32)
    weight = blur(solid, 2.5)
    inner = blur(to_float(rgb) * solid[..., None], 2.5) / np.maximum(weight, 1e-3)[..., None]
    edge = ((alpha < 0.92) & (weight > 0.02))[..., None]
    return np.where(edge, to_bytes(inner), rgb)


def _cropped(rgba: np.ndarray) -> np.ndarray:
    rows, columns = np.flatnonzero(rgba[..., 3].max(1) > 16), np.flatnonzero(rgba[..., 3].max(0) > 16)
    if not len(rows):
        return rgba
    return np.ascontiguousarray(rgba[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1])


def remove(picture: np.ndarray, area: np.ndarray) -> np.ndarray:
    """The picture with what is under `area` painted over from its surroundings."""
    height, width = picture.shape[:2]
    reach = max(2, round(max(height, width) * 0.012))
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
    hole = cv2.dilate((area > 0.12).astype(np.uint8), kernel)
    seam = np.clip(cv2.distanceTransform(hole, cv2.DIST_L2, 5) * np.float32(1 / reach), 0, 1)
    return picture + (filled(picture, hole.astype(bool)) - picture) * seam[..., None]
