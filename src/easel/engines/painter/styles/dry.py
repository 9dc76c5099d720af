"""Dry line media on paper: pencil and charcoal."""

import cv2
import numpy as np

from easel.engines.painter.styles.hand import Hand
from easel.engines.painter.styles.noise import clouds, grain, paper
from easel.engines.painter.styles.smoothing import ink_lines
from easel.engines.painter.styles.tone import blur, border_distance, luminance, smoothstep


def pencil(image: np.ndarray, hand: Hand) -> np.ndarray:
    """Graphite: searching contours, cross-hatching in three directions that thickens with the dark, paper tooth."""
    shape = image.shape[:2]
    gray = _local_tone(luminance(image), hand, keep=0.6)
    tooth = paper(shape, hand.unit_px * 0.8, hand.rng)
    pitch = 6.5 / hand.detail
    shade = np.zeros(shape, np.float32)
    for angle, dark, strength in ((-0.82, 0.78, 0.3), (-0.5, 0.52, 0.34), (0.75, 0.3, 0.36)):
        hatch = _hatching(shape, hand, angle=angle, pitch=pitch)
        # The darker the place, the wider the strokes grow until they touch.
        fill = smoothstep(dark, dark - 0.5, gray)
        shade += strength * smoothstep(0.14, -0.14, hatch - fill) * (fill > 0)
    shade += 0.26 * smoothstep(0.75, 0.1, gray)
    lines = np.maximum(
        ink_lines(luminance(image), hand.px(1.3), threshold=0.01), 0.7 * ink_lines(gray, hand.px(2.8), threshold=0.012)
    )
    shade = np.maximum(shade * 0.92, lines * 0.85)
    shade *= np.clip(0.86 - 0.26 * tooth, 0, 1.1)
    away = border_distance(*shape) + (clouds(shape, 14, hand.rng) - 0.5) * np.float32(0.05)
    shade *= smoothstep(0.005, 0.05, away)
    sheet = np.array([0.972, 0.964, 0.94], np.float32)
    graphite = np.array([0.13, 0.135, 0.15], np.float32)
    return sheet * (1 + 0.008 * tooth)[..., None] - (sheet - graphite) * np.clip(shade, 0, 0.95)[..., None]


def _local_tone(gray: np.ndarray, hand: Hand, *, keep: float) -> np.ndarray:
    """Gray stretched over the paper's whole range; `keep` of the broad light, the rest is local contrast."""
    gray = keep * gray + (1 - keep) * (0.6 + 1.3 * (gray - blur(gray, hand.px(90))))
    low, high = (float(level) for level in np.percentile(gray[::8, ::8], (2, 92)))
    return np.clip((gray - low) / max(high - low, 1e-3), 0, 1)


def _hatching(shape: tuple[int, int], hand: Hand, *, angle: float, pitch: float) -> np.ndarray:
    """Wobbling parallel strokes as a distance field: 0 in the middle of a stroke, 1 between two."""
    height, width = shape
    across = np.float32(1 / max(2.4, hand.px(pitch)))
    x = np.arange(width, dtype=np.float32)[None, :] * np.float32(np.cos(angle + np.pi / 2)) * across
    y = np.arange(height, dtype=np.float32)[:, None] * np.float32(np.sin(angle + np.pi / 2)) * across
    phase = x + y + (clouds(shape, 7, hand.rng, octaves=3) - 0.5) * np.float32(5.0)
    lifted = (clouds(shape, 20, hand.rng, octaves=2) - 0.5) * np.float32(0.5)
    return np.abs(phase - np.floor(phase) - 0.5) * 2 + lifted


def charcoal(image: np.ndarray, hand: Hand) -> np.ndarray:
    """Charcoal on laid paper: deep smudged blacks, broken contours, lights lifted out with the eraser."""
    shape = image.shape[:2]
    gray = _local_tone(luminance(image), hand, keep=0.55)
    smudged = blur(gray, hand.px(4))
    tooth = 0.45 * paper(shape, hand.unit_px * 0.9, hand.rng) + 0.75 * grain(shape, hand.px(1.7), hand.rng)
    rub = _rubbing(shape, hand)
    tone = 0.35 * gray + 0.65 * smudged
    dark = np.clip(1 - tone, 0, 1) ** np.float32(0.85)
    dark = np.clip(dark * 1.05 - 0.06 + (rub - 0.5) * 0.2 * smoothstep(0.02, 0.5, dark), 0, 1)
    # Charcoal catches on the paper's hills: pressure decides how deep it reaches.
    caught = smoothstep(-0.55, 0.55, dark * 2.6 - 1.15 + 0.42 * tooth)
    lines = ink_lines(luminance(image), hand.px(2.6), threshold=0.011) * smoothstep(-1.6, 0.1, tooth)
    shade = np.clip(0.34 * dark + 0.66 * caught * dark**0.4, 0, 1)
    shade = np.maximum(shade, lines * 0.92)
    shade *= 1 - 0.75 * smoothstep(0.86, 1.0, gray)
    away = border_distance(*shape) + (rub - 0.5) * np.float32(0.05)
    shade *= smoothstep(-0.005, 0.055, away)
    sheet = np.array([0.915, 0.885, 0.83], np.float32) * (1 + 0.02 * tooth)[..., None]
    return sheet - (sheet - np.array([0.075, 0.07, 0.07], np.float32)) * np.clip(shade, 0, 0.97)[..., None]


def _rubbing(shape: tuple[int, int], hand: Hand) -> np.ndarray:
    """Slanted smears of the side of the stick, in about [0, 1]."""
    height, width = shape
    side = max(height, width)
    rows = max(16, round(side / max(1.0, hand.px(9))))
    streaks = cv2.resize(hand.rng.random((rows, 10), dtype=np.float32), (side, side), interpolation=cv2.INTER_CUBIC)
    turn = cv2.getRotationMatrix2D((side / 2, side / 2), 38, 1.5)
    return cv2.warpAffine(streaks, turn, (width, height), borderMode=cv2.BORDER_REFLECT)
