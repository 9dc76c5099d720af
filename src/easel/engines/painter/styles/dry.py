"""Dry line media on paper: pencil and charcoal."""

import cv2
import numpy as np

from easel.engines.painter.noise import smoothstep
from easel.engines.painter.styles.hand import Hand
from easel.engines.painter.styles.smoothing import ink_lines
from easel.engines.painter.styles.tone import luminance


def pencil(image: np.ndarray, hand: Hand) -> np.ndarray:
    """Graphite: searching contours, cross-hatching in three directions that thickens with the dark, paper tooth."""
    gray = _local_tone(luminance(image), hand, keep=0.6)
    tooth = hand.paper(0.8)
    pitch = 6.5 / hand.detail
    shade = np.zeros_like(gray)
    for angle, dark, strength in ((-0.82, 0.78, 0.3), (-0.5, 0.52, 0.34), (0.75, 0.3, 0.36)):
        hatch = _hatching(hand, angle=angle, pitch=pitch)
        # The darker the place, the wider the strokes grow until they touch.
        fill = smoothstep(dark, dark - 0.5, gray)
        shade += strength * smoothstep(0.14, -0.14, hatch - fill) * (fill > 0)
    shade += 0.26 * smoothstep(0.75, 0.1, gray)
    lines = np.maximum(
        ink_lines(luminance(image), hand, 1.3, threshold=0.01), 0.7 * ink_lines(gray, hand, 2.8, threshold=0.012)
    )
    shade = np.maximum(shade * 0.92, lines * 0.85)
    shade *= np.clip(0.86 - 0.26 * tooth, 0, 1.1)
    away = hand.border_distance() + (hand.clouds(14) - 0.5) * np.float32(0.05)
    shade *= smoothstep(0.005, 0.05, away)
    shade = np.clip(shade, 0, 0.95)
    lit = 1 + 0.008 * tooth
    sheet, graphite = (0.972, 0.964, 0.94), (0.13, 0.135, 0.15)
    return cv2.merge([white * lit - (white - black) * shade for white, black in zip(sheet, graphite, strict=True)])


def _local_tone(gray: np.ndarray, hand: Hand, *, keep: float) -> np.ndarray:
    """Gray stretched over the paper's whole range; `keep` of the broad light, the rest is local contrast."""
    gray = keep * gray + (1 - keep) * (0.6 + 1.3 * (gray - hand.blur(gray, 90)))
    low, high = hand.settle(lambda: [float(level) for level in np.percentile(gray[::4, ::4], (2, 92))])
    return np.clip((gray - low) / max(high - low, 1e-3), 0, 1)


def _hatching(hand: Hand, *, angle: float, pitch: float) -> np.ndarray:
    """Wobbling parallel strokes as a distance field: 0 in the middle of a stroke, 1 between two."""
    height, width = hand.full
    across = np.float32(1 / max(2.4, hand.px(pitch)))
    x = np.arange(width, dtype=np.float32)[None, :] * np.float32(np.cos(angle + np.pi / 2)) * across
    y = np.arange(height, dtype=np.float32)[hand.rows, None] * np.float32(np.sin(angle + np.pi / 2)) * across
    phase = x + y + (hand.clouds(7, octaves=3) - 0.5) * np.float32(5.0)
    lifted = (hand.clouds(20, octaves=2) - 0.5) * np.float32(0.5)
    return np.abs(phase - np.floor(phase) - 0.5) * 2 + lifted


def charcoal(image: np.ndarray, hand: Hand) -> np.ndarray:
    """Charcoal on laid paper: deep smudged blacks, broken contours, lights lifted out with the eraser."""
    gray = _local_tone(luminance(image), hand, keep=0.55)
    smudged = hand.blur(gray, 4)
    tooth = 0.45 * hand.paper(0.9) + 0.75 * hand.grain(1.7)
    rub = _rubbing(hand)
    tone = 0.35 * gray + 0.65 * smudged
    dark = np.clip(1 - tone, 0, 1) ** np.float32(0.85)
    dark = np.clip(dark * 1.05 - 0.06 + (rub - 0.5) * 0.2 * smoothstep(0.02, 0.5, dark), 0, 1)
    # Charcoal catches on the paper's hills: pressure decides how deep it reaches.
    caught = smoothstep(-0.55, 0.55, dark * 2.6 - 1.15 + 0.42 * tooth)
    lines = ink_lines(luminance(image), hand, 2.6, threshold=0.011) * smoothstep(-1.6, 0.1, tooth)
    shade = np.clip(0.34 * dark + 0.66 * caught * dark ** np.float32(0.4), 0, 1)
    shade = np.maximum(shade, lines * 0.92)
    shade *= 1 - 0.75 * smoothstep(0.86, 1.0, gray)
    away = hand.border_distance() + (rub - 0.5) * np.float32(0.05)
    shade = np.clip(shade * smoothstep(-0.005, 0.055, away), 0, 0.97)
    lit = 1 + 0.02 * tooth
    sheet, coal = (0.915, 0.885, 0.83), (0.075, 0.07, 0.07)
    return cv2.merge([white * lit - (white * lit - black) * shade for white, black in zip(sheet, coal, strict=True)])


def _rubbing(hand: Hand) -> np.ndarray:
    """Slanted smears of the side of the stick, in about [0, 1]."""
    height, width = hand.full
    side = 512
    rows = max(16, round(max(height, width) / max(1.0, hand.px(9))))
    streaks = hand.settle(lambda: hand.rng.random((rows, 10), dtype=np.float32))
    sheet = cv2.resize(streaks, (side, side), interpolation=cv2.INTER_CUBIC)
    turn = cv2.getRotationMatrix2D((side / 2, side / 2), 38, 1.5)
    smears = cv2.warpAffine(sheet, turn, (side, side), borderMode=cv2.BORDER_REFLECT)
    short = min(side, round(side * height / max(height, width))), min(side, round(side * width / max(height, width)))
    return hand.spread(smears[: max(2, short[0]), : max(2, short[1])], cv2.INTER_CUBIC)
