"""Finding the subject of a small picture: several ways of looking, of which the clearest answer is taken."""

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np

from easel.engines.painter.references.bust import Head, bust_of, head_of
from easel.engines.painter.references.conspicuous import nearness, parts_of, rare, surrounded, unlike_sides
from easel.engines.painter.references.cutting import around_part, grabbed, likely_part, whole_of
from easel.engines.painter.references.plain_ground import before_plain_ground
from easel.engines.painter.references.shape import likeness, marks_by_shape
from easel.engines.painter.styles.tone import blur

#: Shares of the picture that a subject has.
SHARES = (0.012, 0.85)
#: What is smaller than this share may be a part of something.
SMALL = 0.038
#: Of two equally clear answers the larger one counts for more, up to this share of the picture.
LARGE = 0.12
#: What somebody who looks at the viewer has below the head is told less clearly than what stands apart.
BUST_BONUS = 0.4
#: How clear an answer is whose ground is plain all around.
PLAIN_CLEAR = 0.95
#: Two answers that share so much of both are one.
ALIKE = 0.6
#: As much larger a whole may be than what was the clearest, and how clear it must be itself.
GREATER_PART, WHOLE_CLEAR = 1.7, 0.6
#: From this share of the height a head is somebody's who is seen from near.
NEAR_HEAD = 0.14


@dataclass(frozen=True, slots=True)
class Found:
    """A subject: uint8 (h, w) of 0 and 1, and how clearly it is told from what is around it, 0 to about 1."""

    area: np.ndarray
    clear: float


def find(small: np.ndarray, shape: np.ndarray | None = None) -> Found:
    """The subject of a small float RGB picture; `shape` is its silhouette where that is known.

    Where nothing stands out, the middle of the picture is the best guess there is, and nothing is clear.
    """
    lab = cv2.cvtColor(blur(small, 1.0), cv2.COLOR_RGB2LAB)
    closed, unlike = surrounded(lab), unlike_sides(lab) * rare(lab)
    head = head_of(small)
    answers = [
        (_worth(answer, shape), answer)
        for area, clear in _looked_for(small, lab, closed, unlike, head, shape)
        if SHARES[0] < area.mean() < SHARES[1]
        for answer in (Found(area, _clearness(lab, area, closed) if clear is None else clear),)
    ]
    if not answers:
        return Found(_middle(*small.shape[:2]), 0.0)
    best = max(answers, key=lambda known: known[0])[1]
    return best if shape is not None else _whole_of(best, [answer for _, answer in answers])


def _whole_of(part: Found, answers: list[Found]) -> Found:
    """The largest of the clear answers that an answer is the greater part of: the car with its wheels."""
    limit = GREATER_PART * part.area.sum()
    wholes = [
        one
        for one in answers
        if one.clear > WHOLE_CLEAR and one.area.sum() < limit and (one.area & part.area).sum() > 0.93 * part.area.sum()
    ]
    return max(wholes, key=lambda one: int(one.area.sum()), default=part)


def _looked_for(
    small: np.ndarray,
    lab: np.ndarray,
    closed: np.ndarray,
    unlike: np.ndarray,
    head: Head | None,
    shape: np.ndarray | None,
) -> Iterator[tuple[np.ndarray, float | None]]:
    """Areas that may be the subject, each with its clearness where the way of looking tells it."""
    plain, centred = before_plain_ground(small, lab), _from_the_middle(small, unlike)
    if plain is not None:
        whole, unshaded = plain
        # Where both ways agree, the one that knows nothing of the ground leaves a shadow on it out.
        yield centred | unshaded if _are_alike(whole, centred) else whole, PLAIN_CLEAR
        return
    if head is not None and head.tall > NEAR_HEAD * len(small):
        body = bust_of(small, head)
        body = body | centred if _has_body(centred, head) else body
        yield body, _clearness(lab, body, closed) + BUST_BONUS
        return
    yield centred, None
    for part in parts_of(closed, unlike):
        yield around_part(small, part), None
    if shape is not None:
        likely = unlike * nearness(*small.shape[:2], x=0.0, y=0.16, wide=0.9, tall=1.1)
        yield grabbed(small, marks_by_shape(likely, shape)), None


def _has_body(area: np.ndarray, head: Head) -> bool:
    """Whether an area has most of the head and of what is right below it."""
    face = head.ellipse(area.shape) > 0
    left, right = max(0, round(head.x - 0.9 * head.wide)), round(head.x + 0.9 * head.wide)
    chest = area[round(head.y + 0.9 * head.tall) : round(head.y + 2.2 * head.tall), left:right]
    return bool(area[face].mean() > 0.8 and chest.size and chest.mean() > 0.6)


def _are_alike(area: np.ndarray, other: np.ndarray) -> bool:
    return bool((area & other).sum() > ALIKE * (area | other).sum())


def _from_the_middle(small: np.ndarray, unlike: np.ndarray) -> np.ndarray:
    """Looked for in the middle, then where it was found, then as a whole."""
    height, width = small.shape[:2]
    found = likely_part(small, unlike * nearness(height, width, x=0.0, y=0.16, wide=0.62, tall=0.8))
    box = cv2.boundingRect(found)
    x, y = ((box[k] + box[k + 2] / 2) / side * 2 - 1 for k, side in enumerate((width, height)))
    wide, tall = (max(0.3, 1.3 * box[k + 2] / side) for k, side in enumerate((width, height)))
    found = likely_part(small, unlike * nearness(height, width, x=x, y=y, wide=wide, tall=tall))
    return whole_of(small, found)


def _worth(answer: Found, shape: np.ndarray | None) -> float:
    large = min(1.0, float(answer.area.mean()) / LARGE) ** 0.25
    return min(1.0, answer.clear) * large * (1.0 if shape is None else 0.1 + likeness(answer.area, shape))


def _clearness(lab: np.ndarray, area: np.ndarray, closed: np.ndarray) -> float:
    """Other colours than around it, an outline on edges, hardly any of it at the frame, in one lump, closed in."""
    reach = max(3, round(0.35 * float(np.sqrt(area.sum())))) | 1
    ring = cv2.dilate(area, np.ones((reach, reach), np.uint8)) - cv2.dilate(area, np.ones((3, 3), np.uint8))
    if not ring.any() or not area.any():
        return 0.0
    unlike = 1 - float(np.minimum(_colours(lab, area), _colours(lab, ring)).sum())
    hull = cv2.convexHull(np.argwhere(area)[:, ::-1].astype(np.int32))
    lump = min(1.0, float(area.sum()) / max(1.0, cv2.contourArea(hull)) + 0.2)
    cut_off = min(1.0, float(area[0].mean() + area[:, 0].mean() + area[:, -1].mean()))
    inside = float(closed[area > 0].mean() - closed[ring > 0].mean())
    small = min(1.0, float(area.mean()) / SMALL)
    return unlike * _on_edges(lab, area, ring) * lump * (1 - 0.6 * cut_off) * (0.7 + inside) * small


def _on_edges(lab: np.ndarray, area: np.ndarray, ring: np.ndarray) -> float:
    """The share of the outline within the frame where the picture changes more than it does around."""
    steps = np.dstack([cv2.Sobel(lab, cv2.CV_32F, 1, 0), cv2.Sobel(lab, cv2.CV_32F, 0, 1)])
    step = cv2.dilate(np.linalg.norm(steps, axis=2), np.ones((3, 3), np.uint8))
    line = cv2.morphologyEx(area, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8))
    line[:2], line[-2:], line[:, :2], line[:, -2:] = 0, 0, 0, 0
    return float((step[line > 0] > np.median(step[ring > 0]) + 6).mean()) if line.any() else 0.0


def _colours(lab: np.ndarray, area: np.ndarray) -> np.ndarray:
    """The shares of 16 x 16 x 16 colours in an area, each spread a little over its neighbours."""
    cells = np.clip(np.floor((lab[area > 0] - (0, -60, -60)) / 9), 0, 15).astype(int)
    shares = np.bincount(cells @ (256, 16, 1), minlength=4096).astype(np.float32).reshape(16, 16, 16)
    for axis in range(3):
        shares = shares + 0.5 * (np.roll(shares, 1, axis) + np.roll(shares, -1, axis))
    return shares / shares.sum()


def _middle(height: int, width: int) -> np.ndarray:
    middle = np.zeros((height, width), np.uint8)
    return cv2.ellipse(middle, (width // 2, round(height * 0.54)), (width // 3, round(height * 0.42)), 0, 0, 360, 1, -1)
