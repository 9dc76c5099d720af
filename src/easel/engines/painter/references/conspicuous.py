"""What stands out in a small picture: unlike its sides, rare, surrounded. Maps are float (h, w)."""

import cv2
import numpy as np

from easel.engines.painter.styles.tone import blur

#: Levels at which each plane of Lab is cut for what is surrounded.
LEVELS = 14
#: Shares of the strongest signal at which parts are cut out of the map, and most parts that are tried.
CUTS, PARTS_MAX = (0.55, 0.35), 4
#: Shares of the picture that a part may have.
PART_SHARES = (0.004, 0.6)


def unlike_sides(lab: np.ndarray) -> np.ndarray:
    """How unlike each pixel is what lies at both sides at its height, 0 to about 60: sky and walls run through."""
    height, width = lab.shape[:2]
    reach = max(1, height // 24)
    # Only the outermost columns: what is a little further in may be a part of the subject.
    edge, step = max(2, width // 16), max(1, width // 64)
    columns = [*range(1, edge, step), *range(width - edge, width - 1, step)]
    nearest = np.full((height, width), 60.0, np.float32)
    for shift in range(-2, 3):
        rows = np.clip(np.arange(height) + shift * reach, 0, height - 1)
        for column in columns:
            difference = lab - lab[rows, column][:, None]
            np.minimum(nearest, np.sqrt(np.einsum("ijk,ijk->ij", difference, difference)), out=nearest)
    return blur(nearest + 2, 1.6)


def rare(lab: np.ndarray) -> np.ndarray:
    """How unlike each pixel's colour is those of the whole picture, about 0.3 to 1.4 (Cheng et al., 2011)."""
    pixels = lab.reshape(-1, 3)
    cv2.setRNGSeed(3)
    stop = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 10, 0.5)
    sample = np.ascontiguousarray(pixels[::7])
    _, labels, colours = cv2.kmeans(sample, min(12, len(sample)), None, stop, 1, cv2.KMEANS_PP_CENTERS)
    shares = np.bincount(labels.ravel(), minlength=len(colours)) / len(sample)
    contrast = np.linalg.norm(colours[:, None] - colours, axis=2) @ shares
    near = np.exp(-np.linalg.norm(pixels[:, None] - colours, axis=2) / 6)
    told = (near @ contrast) / np.maximum(near.sum(1), 1e-6)
    return ((0.3 + told / max(float(told.max()), 1e-6)) / 0.9).reshape(lab.shape[:2]).astype(np.float32)


def surrounded(lab: np.ndarray) -> np.ndarray:
    """In how many threshold images each pixel is closed in by the other side, 0 to 1 (Zhang and Sclaroff, 2013).

    What reaches the frame, but for the middle of its lower side, is surrounded by nothing.
    """
    height, width = lab.shape[:2]
    total = np.zeros((height, width), np.float32)
    for plane in cv2.split(lab):
        low, high = (float(v) for v in np.percentile(plane, (1, 99)))
        if high - low < 4:
            continue
        for level in np.linspace(low, high, LEVELS + 2)[1:-1]:
            for part in (plane > level, plane <= level):
                _, labels = cv2.connectedComponents(part.astype(np.uint8), connectivity=4)
                total += np.float32(high - low) * ~_reaches_frame(labels)[labels]
    return blur(total / max(float(total.max()), 1e-6), 1.5)


def _reaches_frame(labels: np.ndarray) -> np.ndarray:
    corner = max(2, labels.shape[1] // 8)
    frame = (labels[0], labels[:, 0], labels[:, -1], labels[-1, :corner], labels[-1, -corner:])
    reaches = np.zeros(int(labels.max()) + 1, bool)
    reaches[np.concatenate(frame)] = True
    reaches[0] = True
    return reaches


def nearness(height: int, width: int, *, x: float, y: float, wide: float, tall: float) -> np.ndarray:
    """A hill of height 1 around (x, y), all in [-1, 1] of the frame."""
    across = np.linspace(-1, 1, width, dtype=np.float32)[None, :]
    down = np.linspace(-1, 1, height, dtype=np.float32)[:, None]
    return np.exp(-(((across - x) / wide) ** 2) - ((down - y) / tall) ** 2)


def parts_of(closed: np.ndarray, unlike: np.ndarray) -> list[np.ndarray]:
    """The parts, uint8 of 0 and 1, that stand out most, larger ones first; at most PARTS_MAX."""
    height, width = closed.shape
    likely = 0.6 * closed / max(float(closed.max()), 1e-6) + 0.4 * np.clip(unlike / 60, 0, 1)
    likely = likely * (0.5 + 0.5 * nearness(height, width, x=0.0, y=0.16, wide=0.9, tall=1.1))
    found: list[np.ndarray] = []
    for cut in CUTS:
        over = (likely > cut * np.percentile(likely, 99.5)).astype(np.uint8)
        _, labels, stats, _ = cv2.connectedComponentsWithStats(over)
        for number in 1 + np.argsort(-stats[1:, cv2.CC_STAT_AREA])[:3]:
            part = (labels == number).astype(np.uint8)
            fits = PART_SHARES[0] < part.mean() < PART_SHARES[1]
            if fits and not any((part & other).sum() > 0.8 * (part | other).sum() for other in found):
                found.append(part)
    return found[:PARTS_MAX]
