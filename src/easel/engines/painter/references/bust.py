"""Heads and shoulders: people who are cut off by the frame, found by the skin of their faces."""

from dataclasses import dataclass

import cv2
import numpy as np

from easel.engines.painter.references.cutting import grabbed
from easel.engines.painter.references.frame import to_bytes

#: Share of skin from which it is no face but wood, sand or fur.
SKIN_MAX = 0.4
#: Shares of the picture that a face has.
FACE_SHARES = (0.006, 0.3)
#: What hangs on to a face and is taken off, and gaps that are closed, such as eyes, in pixels of the small picture.
STRIPE, GAP = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (5, 5)), np.ones((7, 7), np.uint8)


@dataclass(frozen=True, slots=True)
class Head:
    """A face's middle and size, in pixels of the small picture."""

    x: float
    y: float
    wide: float
    tall: float

    def ellipse(self, shape: tuple[int, ...], *, share: float = 1.0) -> np.ndarray:
        """The face, or `share` of its width and height, as a uint8 map of 0 and 1."""
        area = np.zeros(shape[:2], np.uint8)
        axes = (max(1, round(self.wide / 2 * share)), max(1, round(self.tall / 2 * share)))
        return cv2.ellipse(area, (round(self.x), round(self.y)), axes, 0, 0, 360, 1, -1)


def head_of(small: np.ndarray) -> Head | None:
    """The largest face-like patch of skin in the upper part of a small float RGB picture."""
    height, width = small.shape[:2]
    skin = is_skin(small)
    if skin.mean() > SKIN_MAX:
        return None
    skin = cv2.morphologyEx(cv2.morphologyEx(skin, cv2.MORPH_OPEN, STRIPE), cv2.MORPH_CLOSE, GAP)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(skin)
    heads = []
    for number in range(1, len(stats)):
        area = stats[number, cv2.CC_STAT_AREA]
        if not FACE_SHARES[0] < area / skin.size < FACE_SHARES[1]:
            continue
        head = _as_ellipse(_without_appendages((labels == number).astype(np.uint8)))
        upright = 0.75 < head.tall / head.wide < 2.6 and area > 0.6 * head.wide * head.tall
        if upright and head.y < 0.52 * height and abs(head.x / width - 0.5) < 0.3:
            heads.append((area, head))
    return max(heads, key=lambda known: known[0])[1] if heads else None


def _without_appendages(patch: np.ndarray) -> np.ndarray:
    """A patch of skin without what is much thinner than it: ears, straps, stripes of a flag behind."""
    radius = round(0.55 * float(cv2.distanceTransform(patch, cv2.DIST_L2, 5).max()))
    circle = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * radius + 1, 2 * radius + 1))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(cv2.morphologyEx(patch, cv2.MORPH_OPEN, circle))
    return labels == 1 + int(stats[1:, cv2.CC_STAT_AREA].argmax())


def _as_ellipse(patch: np.ndarray) -> Head:
    """The upright ellipse with a patch's moments, its lower part left out where a neck hangs on."""
    rows, columns = np.nonzero(patch)
    wide, tall = 4 * float(columns.std()) + 1, 4 * float(rows.std()) + 1
    neck = max(0.0, tall - 1.5 * wide)
    return Head(float(columns.mean()), float(rows.mean()) - neck / 2, wide, tall - neck)


def is_skin(picture: np.ndarray) -> np.ndarray:
    """Where a float RGB picture has the colours of skin: uint8 of 0 and 1."""
    light, red, blue = cv2.split(cv2.cvtColor(to_bytes(picture), cv2.COLOR_RGB2YCrCb))
    return ((red > 134) & (red < 174) & (blue > 78) & (blue < 126) & (light > 50)).astype(np.uint8)


def bust_of(small: np.ndarray, head: Head) -> np.ndarray:
    """Head, hair or hat, and what is below the head down to the frame: uint8 of 0 and 1."""
    height, width = small.shape[:2]
    marks = np.full((height, width), cv2.GC_BGD, np.uint8)

    def ellipse(down: float, across: float, tall: float, mark: int) -> None:
        middle = (round(head.x), round(head.y + down * head.tall))
        cv2.ellipse(marks, middle, (round(across * head.wide), round(tall * head.tall)), 0, 0, 360, mark, -1)

    def box(across: float, top: float, bottom: float, mark: int) -> None:
        left, right = round(head.x - across * head.wide), round(head.x + across * head.wide)
        cv2.rectangle(marks, (left, round(head.y + top * head.tall)), (right, round(bottom)), mark, -1)

    ellipse(3.4, 3.0, 2.6, cv2.GC_PR_BGD)
    box(3.0, 1.6, height, cv2.GC_PR_BGD)
    ellipse(-0.2, 1.0, 1.15, cv2.GC_PR_BGD)
    ellipse(3.0, 1.7, 2.3, cv2.GC_PR_FGD)
    ellipse(-0.15, 0.68, 0.8, cv2.GC_PR_FGD)
    ellipse(0.0, 0.4, 0.4, cv2.GC_FGD)
    box(0.35, 0.0, min(height - 1, head.y + 3.2 * head.tall), cv2.GC_FGD)
    return grabbed(small, marks, rounds=5)
