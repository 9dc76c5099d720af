"""A subject looked for by its shape: the silhouette of the painter's drawing of its kind, slid over the picture."""

from collections.abc import Iterator

import cv2
import numpy as np

#: Heights at which a shape is tried, in shares of the picture's.
HEIGHTS = (0.12, 0.17, 0.24, 0.33, 0.45, 0.6, 0.8)
#: Of two equally good places the larger one counts for more: by this power of its area.
LARGER = 0.15
#: How far outlines of pictures may be from the drawing's, in pixels of the small picture.
REACH = 14


def marks_by_shape(likely: np.ndarray, shape: np.ndarray) -> np.ndarray:
    """GrabCut's marks (uint8) for where `shape`, float (h, w) in [0, 1], fits best on a map of likely pixels."""
    place = _best_place(likely - likely.mean(), shape)
    inside = place > 0.5
    outwards = cv2.distanceTransform((~inside).astype(np.uint8), cv2.DIST_L2, 5)
    inwards = cv2.distanceTransform(inside.astype(np.uint8), cv2.DIST_L2, 5)
    marks = np.where(inside, cv2.GC_PR_FGD, cv2.GC_PR_BGD).astype(np.uint8)
    marks[outwards > REACH] = cv2.GC_BGD
    marks[inwards > max(3.0, 0.6 * float(inwards.max()))] = cv2.GC_FGD
    return marks


def likeness(found: np.ndarray, shape: np.ndarray) -> float:
    """How much an area (uint8 of 0 and 1) has the shape, in [0, 1], facing either way."""
    if not found.any():
        return 0.0
    x, y, wide, tall = cv2.boundingRect(found)
    part = found[y : y + tall, x : x + wide].astype(np.float32)
    stretched = abs(np.log((wide / tall) / (shape.shape[1] / shape.shape[0])))
    overlaps = []
    for facing in (shape, shape[:, ::-1]):
        other = cv2.resize(facing, (wide, tall), interpolation=cv2.INTER_AREA)
        overlaps.append(float(np.minimum(other, part).sum() / np.maximum(other, part).sum()))
    return max(overlaps) * float(np.exp(-0.7 * stretched))


def _best_place(likely: np.ndarray, shape: np.ndarray) -> np.ndarray:
    """A map of `likely`'s size with the shape where the mean inside exceeds that of a ring around it most."""
    best, found = -np.inf, np.zeros_like(likely)
    for stamp in _stamps(shape, likely.shape):
        near = round(0.2 * max(stamp.shape))
        pad = max(3, near)
        body = cv2.copyMakeBorder(stamp, pad, pad, pad, pad, cv2.BORDER_CONSTANT)
        around = cv2.dilate(body, np.ones((2 * pad + 1, 2 * pad + 1), np.uint8))
        ring = np.clip(around - cv2.dilate(body, np.ones((3, 3), np.uint8)), 0, 1)
        kernel = body / body.sum() - ring / ring.sum()
        fits = cv2.filter2D(likely, -1, kernel.astype(np.float32), borderType=cv2.BORDER_REFLECT)
        row, column = np.unravel_index(int(fits.argmax()), fits.shape)
        score = float(fits[row, column]) * float(body.sum()) ** LARGER
        if score > best:
            best, found = score, _placed(body, int(row), int(column), likely.shape)
    return found


def _stamps(shape: np.ndarray, frame: tuple[int, ...]) -> Iterator[np.ndarray]:
    height, width = frame
    for share in HEIGHTS:
        tall = max(6, int(height * share))
        wide = max(6, int(tall * shape.shape[1] / shape.shape[0]))
        if wide <= 0.95 * width and tall <= 0.95 * height:
            for facing in (shape, shape[:, ::-1]):
                yield cv2.resize(facing, (wide, tall), interpolation=cv2.INTER_AREA)


def _placed(body: np.ndarray, row: int, column: int, frame: tuple[int, ...]) -> np.ndarray:
    """`body` with its middle at a place of an empty frame, as far as it lies within."""
    tall, wide = body.shape
    whole = np.zeros((frame[0] + 2 * tall, frame[1] + 2 * wide), np.float32)
    top, left = row - tall // 2 + tall, column - wide // 2 + wide
    whole[top : top + tall, left : left + wide] = body
    return whole[tall : tall + frame[0], wide : wide + frame[1]]
