"""Brush strokes: a fixed number of stamps from a small atlas, turned along the picture's contours."""

from dataclasses import dataclass

import cv2
import numpy as np
import skia

from easel.engines.painter.layer import surface_of
from easel.engines.painter.styles.hand import Hand
from easel.engines.painter.styles.noise import clouds
from easel.engines.painter.styles.smoothing import directions
from easel.engines.painter.styles.tone import blur, dim, luminance

#: Stamp shapes: rows of the atlas are different bristles, columns bend left, straight and right.
SHAPES, BENDS = 4, 3
#: Mean brightness of the bristles inside a stamp; stroke colours are divided by it.
BRISTLE_MEAN = 0.9
#: Distance of neighbouring strokes, as a share of the side of a square of a stroke's area.
STEP = 0.72
#: Longest side that strokes are painted at; larger pictures enlarge the painting (the relief stays full size).
PAINTED_SIDE_MAX = 3072


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One pass of strokes. Lengths are in units; `share` of the places, those painted worst so far, get a stroke."""

    width: float
    length: float
    share: float = 1.0
    alpha: float = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Touch:
    """How the strokes are laid: colour scatter, angle scatter in radians, and how far the stamps may be bent."""

    colour: float = 0.035
    angle: float = 0.14
    bend: float = 0.0
    chalk: bool = False


def flow(image: np.ndarray) -> np.ndarray:
    """Stroke angles that follow the contours, where there are any; a small (h, w, 2) map of cosine and sine of 2a."""
    angle, sure = directions(luminance(image))
    # Far from contours strokes calm down to the mean direction around, never to noise.
    field = np.dstack([np.cos(2 * angle), np.sin(2 * angle)]) * (0.05 + sure)[..., None]
    field = field + 0.6 * blur(field, 12) + np.array([0.03, 0.02], np.float32)
    return field.astype(np.float32)


def swirls(image: np.ndarray, hand: Hand) -> np.ndarray:
    """Van Gogh's field: contours where they are strong, rolling whirls everywhere else."""
    angle, sure = directions(luminance(image))
    height, width = angle.shape
    roll = blur(clouds((height, width), 3.5, hand.rng, octaves=2), 5)
    dy, dx = np.gradient(roll)
    vx, vy = dy * 40, -dx * 40
    y, x = np.mgrid[0:height, 0:width].astype(np.float32) / min(height, width)
    for _ in range(6):
        cx, cy = hand.rng.uniform(0.05, 0.95) * width / min(height, width), hand.rng.uniform(0.05, 0.5)
        radius = hand.rng.uniform(0.08, 0.19)
        distance = np.hypot(x - cx, y - cy) + 1e-3
        pull = np.exp(-((distance / radius) ** 2)) * 2.6 / distance
        vx, vy = vx - (y - cy) * pull, vy + (x - cx) * pull
    whirl = np.arctan2(vy, vx)
    sure = np.clip(sure * 1.2 - 0.12, 0, 1)
    cosine = np.cos(2 * angle) * sure + np.cos(2 * whirl) * (1 - sure) * 0.9
    sine = np.sin(2 * angle) * sure + np.sin(2 * whirl) * (1 - sure) * 0.9
    return np.dstack([cosine, sine]).astype(np.float32)


def paint_strokes(
    image: np.ndarray, hand: Hand, layers: tuple[Layer, ...], *, field: np.ndarray, touch: Touch, ground: np.ndarray
) -> np.ndarray:
    """The sketch `image` repainted in strokes over `ground`, layer by layer from broad to fine: uint8 RGB.

    The painting has the size that the sketch is for, up to PAINTED_SIDE_MAX.
    """
    height, width = hand.goal or hand.full
    factor = min(1.0, PAINTED_SIDE_MAX / max(height, width))
    height, width = round(height * factor), round(width * factor)
    ground = (np.clip(ground, 0, 1) * 255 + 0.5).astype(np.uint8)
    buffer = cv2.cvtColor(cv2.resize(ground, (width, height), interpolation=cv2.INTER_LINEAR), cv2.COLOR_RGB2RGBA)
    canvas = surface_of(buffer).getCanvas()
    for number, layer in enumerate(layers):
        shown = cv2.resize(buffer, image.shape[1::-1], interpolation=cv2.INTER_AREA)[..., :3] if number else None
        _paint_layer(canvas, (height, width), image, hand, layer, field=field, touch=touch, shown=shown)
    return cv2.cvtColor(buffer, cv2.COLOR_RGBA2RGB)


def _paint_layer(
    canvas: skia.Canvas, size: tuple[int, int], image: np.ndarray, hand: Hand, layer: Layer, *, field: np.ndarray,
    touch: Touch, shown: np.ndarray | None,
) -> None:  # fmt: skip
    """One layer on a canvas of `size` (height, width), after the smaller `image`."""
    rng = hand.rng
    height, width = size
    share = image.shape[0] / height
    stroke_px = max(2.5, layer.width * (height * width) ** 0.5 / 1000 / hand.detail)
    reference = blur(image, stroke_px * share * 0.2)
    x, y = _places(height, width, stroke_px * (layer.length / layer.width) ** 0.5 * STEP, rng)
    if layer.share < 1 and shown is not None:
        x, y = _worst(x, y, share, reference, shown, layer.share, stroke_px)
    colours = _look(reference, x * share, y * share)
    scatter = rng.normal(0, touch.colour, (len(x), 1)) + rng.normal(0, touch.colour * 0.6, (len(x), 3))
    colours = np.clip((colours + scatter) / BRISTLE_MEAN, 0, 1)
    angle, turn = _angles(field, x / width, y / height)
    angle = angle + rng.normal(0, touch.angle, len(x)) + np.pi * (rng.random(len(x)) < 0.5)
    bend = np.clip(np.round(turn * touch.bend + rng.normal(0, 0.25, len(x))), -1, 1).astype(int) + 1
    _stamp(canvas, (x, y, angle), colours, layer, stroke_px=stroke_px, touch=touch, bend=bend, rng=rng)


def _look(field: np.ndarray, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """What a map shows at these pixels."""
    rows, columns = field.shape[:2]
    return field[np.clip(y.astype(int), 0, rows - 1), np.clip(x.astype(int), 0, columns - 1)]


def _places(height: int, width: int, step_px: float, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    rows, columns = max(2, round(height / step_px)), max(2, round(width / step_px))
    x, y = np.meshgrid((np.arange(columns) + 0.5) / columns * width, (np.arange(rows) + 0.5) / rows * height)
    x = x.ravel() + rng.uniform(-0.6, 0.6, x.size) * step_px
    y = y.ravel() + rng.uniform(-0.6, 0.6, y.size) * step_px
    order = rng.permutation(x.size)
    return x[order], y[order]


def _worst(
    x: np.ndarray, y: np.ndarray, scale: float, reference: np.ndarray, shown: np.ndarray, share: float, stroke_px: float
) -> tuple[np.ndarray, np.ndarray]:
    """The `share` of the places where what is shown differs most from the reference; order is kept.

    `scale` is the reference's size, in its pixels to the place's.
    """
    error = cv2.transform(cv2.absdiff(reference, shown * np.float32(1 / 255)), np.ones((1, 3), np.float32))
    found = _look(blur(error, stroke_px * scale * 0.3), x * scale, y * scale)
    count = max(1, round(len(x) * share))
    chosen = np.sort(np.argpartition(-found, count - 1)[:count])
    return x[chosen], y[chosen]


def _angles(field: np.ndarray, u: np.ndarray, v: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Angle at (u, v) in [0, 1], and how sharply the field turns there (signed)."""
    height, width = field.shape[:2]

    def angle_at(du: np.ndarray | float, dv: np.ndarray | float) -> np.ndarray:
        pair = _look(field, (u + du) * width, (v + dv) * height)
        return 0.5 * np.arctan2(pair[:, 1], pair[:, 0])

    angle = angle_at(0.0, 0.0)
    ahead = angle_at(np.cos(angle) * 0.02, np.sin(angle) * 0.02)
    turn = (ahead - angle + np.pi / 2) % np.pi - np.pi / 2
    return angle, turn * 3


def _stamp(
    canvas: skia.Canvas, where: tuple[np.ndarray, ...], colours: np.ndarray, layer: Layer, *, stroke_px: float,
    touch: Touch, bend: np.ndarray, rng: np.random.Generator,
) -> None:  # fmt: skip
    x, y, angle = where
    length_px = max(stroke_px * 1.2, stroke_px * layer.length / layer.width)
    atlas, cell = _atlas(length_px, stroke_px, chalk=touch.chalk, rng=rng)
    scale = rng.uniform(0.8, 1.2, len(x))
    shape = rng.integers(0, SHAPES, len(x))
    cosine, sine = np.cos(angle) * scale, np.sin(angle) * scale
    half_w, half_h = cell[0] / 2, cell[1] / 2
    left, top = x - cosine * half_w + sine * half_h, y - sine * half_w - cosine * half_h
    turns = [skia.RSXform(*values) for values in zip(*(a.tolist() for a in (cosine, sine, left, top)), strict=True)]
    cells = [skia.Rect.MakeXYWH(b * cell[0], s * cell[1], *cell) for s in range(SHAPES) for b in range(BENDS)]
    rects = [cells[index] for index in (shape * BENDS + bend).tolist()]
    parts = (colours * 255 + 0.5).astype(np.int64)
    packed = (round(layer.alpha * 255) << 24) | (parts[:, 0] << 16) | (parts[:, 1] << 8) | parts[:, 2]
    canvas.drawAtlas(
        atlas, turns, rects, packed.tolist(), skia.BlendMode.kModulate, skia.SamplingOptions(skia.FilterMode.kLinear)
    )


def _atlas(
    length_px: float, stroke_px: float, *, chalk: bool, rng: np.random.Generator
) -> tuple[skia.Image, tuple[int, int]]:
    """The stamps of one layer at their own size, and the size of a cell."""
    cell = (max(4, round(length_px)), max(4, round(stroke_px * 1.35)))
    rows = [np.hstack([_bristles(cell, bend, chalk=chalk, rng=rng) for bend in (-1, 0, 1)]) for _ in range(SHAPES)]
    sheet = np.ascontiguousarray(np.vstack(rows))
    return skia.Image.fromarray(sheet, colorType=skia.kRGBA_8888_ColorType), cell


def _bristles(cell: tuple[int, int], bend: int, *, chalk: bool, rng: np.random.Generator) -> np.ndarray:
    """One stamp: straight-alpha RGBA; gray bristles, ragged ends, an edge that thins out."""
    width, height = cell
    hairs = 24
    u = np.linspace(-1, 1, width, dtype=np.float32)[None, :]
    v = np.linspace(-1, 1, height, dtype=np.float32)[:, None] * 1.12
    v = v - bend * 0.42 * (u * u - 0.4)
    hair = np.clip((v * 0.5 + 0.5) * (hairs - 1), 0, hairs - 1).astype(int)
    start, end = rng.uniform(0.0, 0.3, hairs), rng.uniform(0.0, 0.42, hairs)
    tone = np.convolve(rng.normal(0, 1, hairs + 2), [0.25, 0.5, 0.25], "valid") * 0.13
    ends = np.minimum((u + 1 - start[hair]) / 0.16, (1 - u - end[hair]) / 0.2)
    sides = (0.82 - np.abs(v)) / 0.2
    alpha = np.clip(np.minimum(ends, sides), 0, 1)
    if chalk:
        alpha *= np.clip(rng.normal(0.88, 0.3, alpha.shape), 0, 1)
    gray = np.clip(BRISTLE_MEAN + tone[hair] * np.ones_like(u), 0.6, 1.0)
    plane = (gray * 255).astype(np.uint8)
    return np.dstack([plane, plane, plane, (alpha * 255).astype(np.uint8)])


def relief(painted: np.ndarray, hand: Hand, *, depth: float, gloss: float, radius: float) -> np.ndarray:
    """Light from the upper left over the paint: what differs from its surroundings stands up from the canvas."""
    gray = luminance(painted)
    height_map = hand.blur(gray - hand.blur(gray, radius), 0.95, least_px=0.5)
    slope = cv2.Sobel(height_map, cv2.CV_32F, 1, 0) + cv2.Sobel(height_map, cv2.CV_32F, 0, 1)
    slope = np.clip(slope * np.float32(depth * max(0.25, hand.unit_px)), -0.5, 0.5)
    shine = np.clip(-slope - 0.12, 0, 1) * np.float32(gloss)
    return cv2.add(dim(painted, 1 - 0.55 * slope), cv2.merge([shine, shine, shine]))
