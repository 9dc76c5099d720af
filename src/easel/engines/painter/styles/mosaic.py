"""Styles built from pieces: pixel art, low poly, stained glass."""

import cv2
import numpy as np

from easel.engines.painter.noise import smoothstep
from easel.engines.painter.styles.hand import Hand
from easel.engines.painter.styles.regions import nearest, palette
from easel.engines.painter.styles.smoothing import ink_lines
from easel.engines.painter.styles.tone import blur, contrast, dim, luminance, mix, saturate

#: Ordered dither thresholds in [-0.5, 0.5).
BAYER = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]], np.float32) / 16 - 0.5
CROSS = np.ones((3, 3), np.uint8)
#: How coarsely lightness, a and b (each in bytes) are told apart where panes are laid out.
STEPS = np.array([26, 11, 11], np.uint8)
#: Neighbouring panes up to this far apart in Lab become one, but none larger than so many mean panes.
ALIKE, LARGEST = 6.0, 2.5
#: From this difference in Lab (summed) two panes are of different things: the came between them is wide.
CONTOUR = 22.0


def pixel_art(image: np.ndarray, hand: Hand) -> np.ndarray:
    """A retro game screen: a coarse grid, 28 colours of the picture's own, ordered dither, dark outlines."""
    return hand.spread(hand.settle(lambda: _cells(image, hand)), cv2.INTER_NEAREST)


def _cells(image: np.ndarray, hand: Hand) -> np.ndarray:
    height, width = image.shape[:2]
    cells = 132 * hand.detail
    columns = max(8, round(width * cells / min(height, width)))
    rows = max(8, round(height * cells / min(height, width)))
    if rows >= height or columns >= width:
        rows, columns = max(8, height // 2), max(8, width // 2)
    bright = np.clip(saturate(contrast(image, 1.1, 0.46), 1.3), 0, 1)
    small = cv2.resize(bright, (columns, rows), interpolation=cv2.INTER_AREA)
    # A mean of a thin dark line is grey; half of the darkest neighbour keeps eyes and outlines.
    gray = luminance(small)
    local = gray - cv2.blur(gray, (5, 5))
    small = np.clip(small * (1 + 1.1 * np.clip(local, -0.3, 0.12))[..., None], 0, 1)
    colours = palette(small, 28)
    dither = np.tile(BAYER, (rows // 4 + 1, columns // 4 + 1))[:rows, :columns, None] * np.float32(0.055)
    picked = colours[nearest(np.clip(small + dither, 0, 1), colours)]
    line = smoothstep(0.10, 0.2, cv2.erode(gray, np.ones((3, 3), np.uint8)) * -1 + gray) * smoothstep(0.5, 0.2, gray)
    return mix(picked, picked * 0.55, line).astype(np.float32)


def low_poly(image: np.ndarray, hand: Hand) -> np.ndarray:
    """Facets: a Delaunay mesh, dense where the picture has edges, each facet one colour under its own light."""
    soft, facets, colours = hand.settle(lambda: _facets(image, hand))
    canvas = (np.clip(hand.spread(soft), 0, 1) * 255).astype(np.uint8)
    height, width = hand.full
    corners = facets * np.array([width, height]) - np.array([0, hand.rows.start])
    here = (corners[..., 1].max(1) > -2) & (corners[..., 1].min(1) < canvas.shape[0] + 2)
    corners = np.round(corners[here] * 16).astype(np.int32)
    for corner, colour in zip(corners, (colours[here] * 255 + 0.5).tolist(), strict=True):
        cv2.fillConvexPoly(canvas, corner, colour, cv2.LINE_AA, shift=4)
    return canvas.astype(np.float32) * np.float32(1 / 255)


def _facets(image: np.ndarray, hand: Hand) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The softened picture, and the facets' corners (T, 3, 2), in shares of its sides, and colours (T, 3)."""
    height, width = image.shape[:2]
    factor = min(1.0, 640 / min(height, width))
    size = (round(width * factor), round(height * factor))
    small = cv2.resize(np.clip(saturate(contrast(image, 1.06, 0.46), 1.2), 0, 1), size, interpolation=cv2.INTER_AREA)
    facets = _triangles(_mesh_points(small, round(4200 * hand.detail), hand.rng), size)
    centres = facets.mean(1)
    # The colour of a facet: three points near its corners and its middle.
    spots = np.concatenate([centres[:, None], facets * 0.6 + centres[:, None] * 0.4], 1)
    soft = blur(small, 1.0)
    columns = np.clip(spots[..., 0].astype(int), 0, size[0] - 1)
    rows = np.clip(spots[..., 1].astype(int), 0, size[1] - 1)
    colours = np.median(soft[rows, columns], axis=1)
    tilt = hand.rng.normal(0, 1, len(facets)) * 0.035
    return soft, facets / np.array(size), np.clip(colours * (1 + tilt[:, None]), 0, 1)


def _mesh_points(small: np.ndarray, count: int, rng: np.random.Generator) -> np.ndarray:
    """Mesh corners, one for each cell of a grid: on the cell's strongest edge where it has one, else anywhere.

    One for each cell keeps them apart, so that facets are no splinters; calm cells mostly stay empty.
    """
    height, width = small.shape[:2]
    lab = cv2.cvtColor(blur(small, 1.0), cv2.COLOR_RGB2LAB)
    edge = sum(
        cv2.magnitude(cv2.Sobel(plane, cv2.CV_32F, 1, 0), cv2.Sobel(plane, cv2.CV_32F, 0, 1))
        for plane in cv2.split(lab)
    )
    cell = max(3, round((width * height / count) ** 0.5))
    rows, columns = height // cell, width // cell
    tiles = edge[: rows * cell, : columns * cell].reshape(rows, cell, columns, cell).swapaxes(1, 2)
    tiles = tiles.reshape(rows * columns, cell * cell)
    best, peak = tiles.argmax(1), tiles.max(1)
    strong = peak > np.maximum(9.0, np.percentile(peak, 45))
    anywhere = rng.integers(0, cell * cell, len(best))
    inner = np.where(strong, best, anywhere)
    keep = strong | (rng.random(len(best)) < 0.13)
    y = (np.arange(rows * columns) // columns) * cell + inner // cell
    x = (np.arange(rows * columns) % columns) * cell + inner % cell
    return np.stack([x, y], -1)[keep] + 0.5 + rng.uniform(-0.2, 0.2, (int(keep.sum()), 2))


def _triangles(points: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    """(T, 3, 2) Delaunay triangles of the points and the picture's corners."""
    width, height = size
    margin = 4 * max(width, height)
    mesh = cv2.Subdiv2D((-margin, -margin, 2 * margin + width, 2 * margin + height))
    corners = np.array([[-9, -9], [width + 9, -9], [-9, height + 9], [width + 9, height + 9]], np.float64)
    mesh.insert(np.concatenate([corners, points]).astype(np.float32).tolist())
    facets = mesh.getTriangleList().reshape(-1, 3, 2)
    inside = (np.abs(facets - [width / 2, height / 2]) < [width / 2 + 12, height / 2 + 12]).all((1, 2))
    return facets[inside]


def stained_glass(image: np.ndarray, hand: Hand) -> np.ndarray:
    """A leaded window: panes that follow the shapes, details painted on the glass, bubbles, raised lead cames."""
    panes, away = hand.settle(lambda: _glazing(image, hand))
    distance = hand.spread(away, cv2.INTER_CUBIC)
    gray = luminance(image)
    # What is too small for a pane of its own is painted on the glass in dark enamel: faces, bars, veins.
    painted = ink_lines(gray, hand, 1.6, threshold=0.03)
    detail = gray - hand.blur(gray, 25)
    waves = hand.clouds(9, octaves=3) - 0.5
    light = 1 + 0.75 * detail + 0.3 * waves + 0.016 * hand.grain(2.4)
    light *= 1 - 0.8 * painted
    # Glass is brightest in the middle of a pane: the came shades its rim.
    light *= 0.76 + 0.36 * smoothstep(0, 12, distance)
    lit = dim(hand.spread(panes), light)
    lit = cv2.add(lit, hand.spread(hand.settle(lambda: blur(np.maximum(lit - 0.55, 0), hand.px(16)) * 0.4)))
    came = smoothstep(3.5, 2.4, distance)
    lead = 0.07 + 0.15 * np.sqrt(np.clip(1 - (distance / 3.0) ** 2, 0, 1))
    return mix(lit, cv2.merge([0.95 * lead, lead, 1.08 * lead]), came)


def _glazing(image: np.ndarray, hand: Hand) -> tuple[np.ndarray, np.ndarray]:
    """Small maps of the glass's colour and of the distance to the nearest came, in units."""
    height, width = image.shape[:2]
    factor = min(1.0, 420 / min(height, width))
    size = (max(16, round(width * factor)), max(16, round(height * factor)))
    small = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
    labels, means = _joined(_panes(small, round(420 * hand.detail), hand.rng), small)
    glass = saturate(contrast(means[None], 1.16, 0.42), 1.75)[0]
    glass = np.clip(glass * (1 + hand.rng.normal(0, 0.06, (len(glass), 1))) + 0.03, 0, 1).astype(np.float32)
    # Distance to the nearest came, on the small map: smooth enough to enlarge into clean lead lines.
    step = sum(cv2.morphologyEx(plane, cv2.MORPH_GRADIENT, CROSS) for plane in cv2.split(_lab(means)[labels]))
    values = labels.astype(np.float32)
    border = cv2.dilate(values, CROSS) != cv2.erode(values, CROSS)
    contour = cv2.distanceTransform((~(border & (step > CONTOUR))).astype(np.uint8), cv2.DIST_L2, 5)
    seam = cv2.distanceTransform((~border).astype(np.uint8), cv2.DIST_L2, 5)
    # Within a thing the cames are half as wide as around it.
    distance = np.minimum(contour, seam + 0.7)
    return glass[labels], blur(distance, 0.8) * np.float32(1000 / (size[0] * size[1]) ** 0.5)


def _lab(colours: np.ndarray) -> np.ndarray:
    return cv2.cvtColor(colours[None].astype(np.float32), cv2.COLOR_RGB2LAB)[0]


def _panes(small: np.ndarray, count: int, rng: np.random.Generator) -> np.ndarray:
    """Labels (h, w) int32 of about `count` panes whose borders lie on the picture's contours (seeded watershed)."""
    height, width = small.shape[:2]
    # In few even colours the flood spreads in rounds, and panes are compact but for the contours.
    lab = cv2.cvtColor(cv2.convertScaleAbs(blur(small, 1.0), alpha=255), cv2.COLOR_RGB2LAB)
    even = cv2.medianBlur(lab // STEPS * STEPS, 7)
    step = max(5.0, (width * height / count) ** 0.5)
    x, y = np.meshgrid(np.arange(step / 2, width, step), np.arange(step / 2, height, step))
    x = np.clip(x.ravel() + rng.uniform(-0.36, 0.36, x.size) * step, 1, width - 2).astype(int)
    y = np.clip(y.ravel() + rng.uniform(-0.36, 0.36, y.size) * step, 1, height - 2).astype(int)
    markers = np.zeros((height, width), np.int32)
    markers[y, x] = np.arange(1, len(x) + 1)
    cv2.watershed(even, markers)
    # Watershed leaves its border unlabelled (-1): give it to a neighbour.
    labels = markers.astype(np.float32)
    filled = cv2.dilate(labels, CROSS)
    labels = np.where(labels > 0, labels, np.maximum(filled, 1))
    return labels.astype(np.int32)


def _joined(labels: np.ndarray, small: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The panes with like neighbours made one, up to LARGEST mean panes, and their colours (K, 3)."""
    count = int(labels.max()) + 1
    means, areas = _means(labels, small, count)
    beside = [(labels[:, :-1], labels[:, 1:]), (labels[:-1], labels[1:])]
    codes = np.concatenate([(np.minimum(a, b) * count + np.maximum(a, b))[a != b] for a, b in beside])
    pairs = np.stack(np.divmod(np.unique(codes), count), -1)
    lab = _lab(means)
    unlike = np.linalg.norm(lab[pairs[:, 0]] - lab[pairs[:, 1]], axis=1)
    limit, owner = LARGEST * areas[areas > 0].mean(), np.arange(count)
    for index in np.argsort(unlike, kind="stable"):
        if unlike[index] > ALIKE:
            break
        one, other = sorted(int(owner[pane]) for pane in pairs[index])
        if one != other and areas[one] + areas[other] < limit:
            owner[owner == other] = one
            areas[one] += areas[other]
    kept = np.unique(owner)
    labels = np.searchsorted(kept, owner)[labels]
    return labels, _means(labels, small, len(kept))[0]


def _means(labels: np.ndarray, small: np.ndarray, count: int) -> tuple[np.ndarray, np.ndarray]:
    """The mean colour (K, 3) and the area in pixels of each of `count` panes."""
    flat = labels.ravel()
    areas = np.bincount(flat, minlength=count).astype(float)
    sums = np.stack([np.bincount(flat, part.ravel(), count) for part in cv2.split(small)], -1)
    return (sums / np.maximum(areas, 1)[:, None]).astype(np.float32), areas
