"""Pictures before a plain ground, such as product shots: whatever differs from the ground is the subject."""

import cv2
import numpy as np

from easel.engines.painter.references.cutting import grabbed

#: How far 80% of the rim may be from a smooth surface, in Lab, where a ground is plain.
ROUGH = 2.5
#: Deviations, in those of the rim, from which a pixel is the ground's, perhaps the subject's, surely the subject's.
LEVELS = (1.2, 3.0, 8.0)
#: A shadow is darker than the ground, and has its colour.
SHADOW = 0.35
#: A difference in colour that no shadow makes.
COLOURED = 5.0
#: Bites that highlights and shadows take out of it, in pixels of the small picture.
BITE = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (15, 15))


def before_plain_ground(small: np.ndarray, lab: np.ndarray) -> tuple[np.ndarray, np.ndarray] | None:
    """The subject of a small float RGB picture, and what of it is surely no shadow: uint8 of 0 and 1.

    None where the ground is not plain.
    """
    surface, rough = _ground(lab)
    if rough > ROUGH:
        return None
    light, *colour = cv2.split(lab - surface)
    away = 1.5 * np.hypot(*colour) + np.where(light < 0, SHADOW, 1.0) * np.abs(light)
    ground, perhaps, surely = (level * max(1.0, rough) for level in LEVELS)
    marks = np.full(away.shape, cv2.GC_PR_BGD, np.uint8)
    marks[away > perhaps] = cv2.GC_PR_FGD
    marks[away > surely] = cv2.GC_FGD
    marks[away < ground] = cv2.GC_BGD
    found = _without_bites(grabbed(small, marks))
    unshaded = (np.hypot(*colour) > COLOURED) | (light > 0)
    return found, found & unshaded.astype(np.uint8)


def _without_bites(found: np.ndarray) -> np.ndarray:
    """Each part closed by itself: what stands side by side stays apart."""
    count, labels = cv2.connectedComponents(found)
    parts = [cv2.morphologyEx((labels == part).astype(np.uint8), cv2.MORPH_CLOSE, BITE) for part in range(1, count)]
    return np.maximum.reduce(parts) if parts else found


def _ground(lab: np.ndarray) -> tuple[np.ndarray, float]:
    """A smooth surface through the frame's rim, and how far most of the rim is from it."""
    height, width = lab.shape[:2]
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j].astype(np.float32)
    terms = np.stack([np.ones_like(x), x, y, x * x, y * y, x * y, x * x * y, y * y * x, (x * y) ** 2], -1)
    rim = np.ones((height, width), bool)
    reach = max(3, height // 20)
    rim[reach:-reach, reach:-reach] = False
    known, wanted = terms[rim], lab[rim]
    kept = np.ones(len(known), bool)
    for _ in range(3):
        factors, *_ = np.linalg.lstsq(known[kept], wanted[kept], rcond=None)
        away = np.linalg.norm(known @ factors - wanted, axis=1)
        kept = away < max(3.0, 2.5 * float(np.median(away)))
    return terms @ factors, float(np.percentile(away, 80))
