"""The subject of a foreign picture: told from its background, cut out, removed."""

from dataclasses import dataclass

import cv2
import numpy as np

from easel.engines.painter.noise import smoothstep
from easel.engines.painter.references.bust import head_of
from easel.engines.painter.references.cutting import whole_of
from easel.engines.painter.references.filling import filled
from easel.engines.painter.references.finding import NEAR_HEAD, find
from easel.engines.painter.references.frame import to_bytes, to_float
from easel.engines.painter.styles.smoothing import guided_enlarge
from easel.engines.painter.styles.tone import blur, luminance

#: Longer side at which a picture is segmented.
SEGMENTED_SIDE = 208
#: Difference in Lab up to which a plain background is the same as around the subject, and how rough a plain one is.
SAME, PLAIN = 4.5, 1.0
#: As many times as large as what was found may be what belongs to it.
GROWN_MAX = 1.5
#: From this clearness a subject is taken for what the words mean.
CLEAR = 0.66


class Unfound(Exception):
    """What the words mean is not told in the picture."""


def cut_out(pixels: np.ndarray) -> np.ndarray:
    """The subject alone: uint8 (h, w, 4) cropped to it, with a feathered edge; a picture's own alpha is kept."""
    if pixels.ndim == 3 and pixels.shape[2] == 4 and pixels[..., 3].min() < 250:
        return _cropped(pixels)
    rgb = np.ascontiguousarray(pixels[..., :3])
    subject = subject_of(to_float(rgb))
    return cut_along(np.dstack([rgb, to_bytes(subject.area if subject.is_told else _vignette(rgb))]), cropped=True)


def _vignette(rgb: np.ndarray) -> np.ndarray:
    """Where no subject is told apart, an oval with a soft rim, as around old portraits: nothing of it is cut off."""
    height, width = rgb.shape[:2]
    across, down = (np.linspace(-1, 1, side, dtype=np.float32) for side in (width, height))
    return smoothstep(0.98, 0.8, np.hypot(across[None, :], down[:, None]))


def cut_along(pixels: np.ndarray, *, cropped: bool = False) -> np.ndarray:
    """A uint8 RGBA picture whose alpha is an area of it, without the colours of what was around it."""
    rgb, alpha = np.ascontiguousarray(pixels[..., :3]), to_float(pixels[..., 3])
    cut = np.dstack([_without_fringe(rgb, alpha), pixels[..., 3]])
    return _cropped(cut) if cropped else cut


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
    small = _small(picture)
    found = find(small, shape)
    soft = blur(_seen_through(small, found.area).astype(np.float32), 0.8)
    if small.shape == picture.shape:
        return Subject(soft, found.clear)
    enlarged = guided_enlarge(
        np.dstack([soft] * 3), luminance(small), luminance(picture), eps=0.0008
    )[..., 0]  # fmt: skip
    limit = cv2.resize(cv2.dilate(soft, np.ones((5, 5), np.uint8)), (width, height), interpolation=cv2.INTER_LINEAR)
    return Subject(smoothstep(0.2, 0.8, np.minimum(enlarged, limit)), found.clear)


def whole(picture: np.ndarray, area: np.ndarray) -> np.ndarray:
    """What was found in a float RGB picture with all that has its colours right beside it, such as a tail."""
    height, width = picture.shape[:2]
    small = _small(picture)
    found = (cv2.resize(area, small.shape[1::-1], interpolation=cv2.INTER_AREA) > 0.5).astype(np.uint8)
    if not found.any():
        return area
    grown = whole_of(small, found)
    if grown.sum() > GROWN_MAX * found.sum():
        return area
    grown = cv2.resize(grown.astype(np.float32), (width, height), interpolation=cv2.INTER_LINEAR)
    return np.maximum(area, smoothstep(0.3, 0.7, grown))


@dataclass(frozen=True, slots=True)
class HeadPlace:
    """A head in shares of the frame: the middle across, the upper end of the face, and its height."""

    x: float
    top: float
    tall: float


def head_in(picture: np.ndarray) -> HeadPlace | None:
    """The head of whoever looks out of a float RGB picture from near; None where nobody does."""
    small = _small(picture)
    head = head_of(small)
    height, width = small.shape[:2]
    if head is None or head.tall < NEAR_HEAD * height:
        return None
    return HeadPlace(head.x / width, (head.y - head.tall / 2) / height, head.tall / height)


def _small(picture: np.ndarray) -> np.ndarray:
    height, width = picture.shape[:2]
    factor = min(1.0, SEGMENTED_SIDE / max(height, width))
    size = (max(16, round(width * factor)), max(16, round(height * factor)))
    return cv2.resize(picture, size, interpolation=cv2.INTER_AREA)


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
