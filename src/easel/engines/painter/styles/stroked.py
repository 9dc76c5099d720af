"""Styles of visible strokes: oil, impasto, pastel."""

import cv2
import numpy as np

from easel.engines.painter.noise import smoothstep
from easel.engines.painter.styles.brush import Layer, Touch, flow, paint_strokes, relief, swirls
from easel.engines.painter.styles.hand import Hand
from easel.engines.painter.styles.smoothing import ink_lines
from easel.engines.painter.styles.tone import blur, contrast, dim, grade, luminance, mix, saturate

#: The toned paper under pastel.
PASTEL_PAPER = np.array([0.72, 0.66, 0.58], np.float32)
OIL = (
    Layer(width=30, length=78),
    Layer(width=15, length=44, share=0.5),
    Layer(width=7.5, length=24, share=0.34),
    Layer(width=3.6, length=12, share=0.14),
)
IMPASTO = (
    Layer(width=24, length=92),
    Layer(width=13, length=58, share=0.75),
    Layer(width=8, length=34, share=0.32),
    Layer(width=4.5, length=15, share=0.16),
)
PASTEL = (
    Layer(width=36, length=90, alpha=0.8),
    Layer(width=17, length=48, share=0.6, alpha=0.85),
    Layer(width=8, length=26, share=0.32, alpha=0.9),
    Layer(width=4.5, length=13, share=0.14, alpha=0.95),
)


def oil(image: np.ndarray, hand: Hand) -> np.ndarray:
    """Oil on canvas: blended strokes from broad to fine, a gentle relief, the weave, a warm varnish."""

    def strokes() -> np.ndarray:
        rich = np.clip(saturate(contrast(image, 1.06, 0.46), 1.22), 0, 1)
        under = blur(rich, hand.px(9))
        return paint_strokes(rich, hand, OIL, field=flow(rich), touch=Touch(bend=0.8), ground=under)

    painted = relief(_shown(hand.settle(strokes), hand), hand, depth=0.8, gloss=0.08, radius=9)
    painted = grade(dim(painted, 1 + 0.022 * hand.weave(3.4)), (0.012, 0.002, -0.008), (0.012, 0.004, -0.028))
    return dim(painted, hand.vignette(0.16))


def impasto(image: np.ndarray, hand: Hand) -> np.ndarray:
    """After Van Gogh: thick rolling strokes, dark blue contours, strong complementary colour, raking light."""
    rich = np.clip(saturate(contrast(image, 1.1, 0.48), 1.42), 0, 1)
    lines = ink_lines(luminance(rich), hand, 3.2, threshold=0.016) * 0.62
    rich = mix(rich, np.array([0.05, 0.09, 0.24], np.float32), lines)

    def strokes() -> np.ndarray:
        touch = Touch(colour=0.062, angle=0.1, bend=1.6)
        return paint_strokes(rich, hand, IMPASTO, field=swirls(rich, hand), touch=touch, ground=blur(rich, hand.px(8)))

    painted = relief(_shown(hand.settle(strokes), hand), hand, depth=1.9, gloss=0.14, radius=8)
    return saturate(painted, 1.1)


def pastel(image: np.ndarray, hand: Hand) -> np.ndarray:
    """Soft pastel: chalk on warm toned paper whose tooth shows through every stroke."""

    def strokes() -> np.ndarray:
        soft = np.clip(saturate(contrast(image, 0.98, 0.5), 1.36) + np.float32(0.03), 0, 1)
        ground = np.full_like(image, PASTEL_PAPER)
        touch = Touch(colour=0.026, angle=0.16, bend=0.6, chalk=True)
        return paint_strokes(soft, hand, PASTEL, field=flow(soft), touch=touch, ground=ground)

    painted = _shown(hand.settle(strokes), hand)
    tooth = hand.paper(1.1)
    bare = smoothstep(0.5, 1.9, tooth + (hand.clouds(6) - 0.5) * 1.6) * 0.3
    painted = dim(mix(painted, PASTEL_PAPER, bare), 1 + 0.035 * tooth)
    return saturate(painted, 1.15) + np.float32(0.02)


def _shown(strokes: np.ndarray, hand: Hand) -> np.ndarray:
    """The window's part of the painting, as floats."""
    return hand.spread(strokes, cv2.INTER_CUBIC).astype(np.float32) * np.float32(1 / 255)
