"""GrabCut and what is done with its answers. Maps of 0 and 1 are uint8 (h, w); pictures are small, float RGB."""

import cv2
import numpy as np

from easel.engines.painter.references.frame import to_bytes

#: Sizes of gaps that are closed, and of the square that takes specks away, in pixels of the small picture.
CLOSED = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (7, 7))
SPECK = np.ones((3, 3), np.uint8)


def grabbed(small: np.ndarray, marks: np.ndarray, *, rounds: int = 3) -> np.ndarray:
    """GrabCut's answer to its marks, in one piece and without holes; empty where the marks leave it no choice."""
    likely_in = (marks == cv2.GC_FGD) | (marks == cv2.GC_PR_FGD)
    if not likely_in.any() or likely_in.all():
        return np.zeros(marks.shape, np.uint8)
    # GrabCut draws its mixture models from OpenCV's global generator.
    cv2.setRNGSeed(11)
    marks, models = marks.copy(), (np.zeros((1, 65)), np.zeros((1, 65)))
    cv2.grabCut(to_bytes(small), marks, None, *models, rounds, cv2.GC_INIT_WITH_MASK)
    found = ((marks == cv2.GC_FGD) | (marks == cv2.GC_PR_FGD)).astype(np.uint8)
    found = main_parts(cv2.morphologyEx(found, cv2.MORPH_OPEN, SPECK))
    return without_holes(cv2.morphologyEx(found, cv2.MORPH_CLOSE, CLOSED))


def likely_part(small: np.ndarray, likely: np.ndarray) -> np.ndarray:
    """What GrabCut makes of how likely each pixel belongs to the subject, a map from 0 to about 60."""
    height, width = small.shape[:2]
    marks = np.full((height, width), cv2.GC_PR_BGD, np.uint8)
    limit, _ = cv2.threshold(to_bytes(likely / 60), 0, 255, cv2.THRESH_OTSU)
    limit = max(3.0, limit * 60 / 255)
    marks[likely > limit * 0.75] = cv2.GC_PR_FGD
    marks[likely > min(limit * 1.5, float(np.percentile(likely, 97)))] = cv2.GC_FGD
    marks[cv2.dilate(likely, np.ones((9, 9), np.uint8)) < limit * 0.3] = cv2.GC_BGD
    return grabbed(small, _within_rim(marks))


def whole_of(small: np.ndarray, found: np.ndarray) -> np.ndarray:
    """What was found, with what around it has its colours."""
    marks = np.where(found > 0, cv2.GC_PR_FGD, cv2.GC_PR_BGD).astype(np.uint8)
    marks[cv2.erode(found, np.ones((5, 5), np.uint8)) > 0] = cv2.GC_FGD
    marks[cv2.dilate(found, np.ones((41, 41), np.uint8)) == 0] = cv2.GC_BGD
    return grabbed(small, _within_rim(marks))


def around_part(small: np.ndarray, part: np.ndarray) -> np.ndarray:
    """What a part that stands out belongs to: GrabCut within a quarter of its size around it."""
    x, y, wide, tall = cv2.boundingRect(part)
    more = max(4, round(0.25 * max(wide, tall)))
    marks = np.full(part.shape, cv2.GC_BGD, np.uint8)
    marks[max(0, y - more) : y + tall + more, max(0, x - more) : x + wide + more] = cv2.GC_PR_BGD
    marks[part > 0] = cv2.GC_PR_FGD
    core = max(3, round(0.12 * min(wide, tall))) | 1
    marks[cv2.erode(part, np.ones((core, core), np.uint8)) > 0] = cv2.GC_FGD
    return grabbed(small, marks, rounds=2)


def main_parts(found: np.ndarray, *, least: float = 0.34) -> np.ndarray:
    """The largest connected part of a map of 0 and 1, and those at least `least` times as large."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(found)
    if count < 2:
        return found
    areas = stats[1:, cv2.CC_STAT_AREA]
    kept = np.concatenate([[False], areas >= areas.max() * least])
    return kept[labels].astype(np.uint8)


def _within_rim(marks: np.ndarray) -> np.ndarray:
    """The marks with the frame's rim, but for its lower side, outside."""
    rim = max(1, round(min(marks.shape) * 0.02))
    marks[:rim], marks[:, :rim], marks[:, -rim:] = cv2.GC_BGD, cv2.GC_BGD, cv2.GC_BGD
    return marks


def without_holes(found: np.ndarray) -> np.ndarray:
    """A map of 0 and 1 with what it encloses."""
    outlines, _ = cv2.findContours(found, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    return cv2.drawContours(found, outlines, -1, 1, -1)
