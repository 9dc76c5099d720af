"""Styles of visible strokes: oil, impasto, pastel."""

import numpy as np

from easel.engines.painter.styles.brush import Layer, Touch, flow, paint_strokes, relief, swirls
from easel.engines.painter.styles.hand import Hand
from easel.engines.painter.styles.noise import clouds, paper, weave
from easel.engines.painter.styles.smoothing import ink_lines
from easel.engines.painter.styles.tone import blur, contrast, grade, luminance, mix, saturate, smoothstep, vignette

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
    Layer(width=4.5, length=13, share=0.1, alpha=0.95),
)


def oil(image: np.ndarray, hand: Hand) -> np.ndarray:
    """Oil on canvas: blended strokes from broad to fine, a gentle relief, the weave, a warm varnish."""
    rich = np.clip(saturate(contrast(image, 1.06, 0.46), 1.22), 0, 1)
    painted = paint_strokes(rich, hand, OIL, field=flow(rich), touch=Touch(bend=0.8), ground=blur(rich, hand.px(9)))
    painted = relief(painted, hand, depth=1.5, gloss=0.16, radius=9)
    painted *= (1 + 0.022 * weave(image.shape[:2], max(2.2, hand.px(3.4))))[..., None]
    painted = grade(painted, (0.012, 0.002, -0.008), (0.012, 0.004, -0.028))
    return painted * vignette(*image.shape[:2], 0.16)[..., None]


def impasto(image: np.ndarray, hand: Hand) -> np.ndarray:
    """After Van Gogh: thick rolling strokes, dark blue contours, strong complementary colour, raking light."""
    rich = np.clip(saturate(contrast(image, 1.1, 0.48), 1.42), 0, 1)
    lines = ink_lines(luminance(rich), hand.px(3.2), threshold=0.016) * 0.62
    rich = mix(rich, np.array([0.05, 0.09, 0.24], np.float32), lines)
    touch = Touch(colour=0.062, angle=0.1, bend=1.6)
    painted = paint_strokes(rich, hand, IMPASTO, field=swirls(rich, hand), touch=touch, ground=blur(rich, hand.px(8)))
    painted = relief(painted, hand, depth=3.4, gloss=0.28, radius=8)
    return saturate(painted, 1.1)


def pastel(image: np.ndarray, hand: Hand) -> np.ndarray:
    """Soft pastel: chalk on warm toned paper whose tooth shows through every stroke."""
    shape = image.shape[:2]
    soft = np.clip(saturate(contrast(image, 0.98, 0.5), 1.36) + np.float32(0.03), 0, 1)
    ground = np.empty_like(image)
    ground[:] = np.array([0.72, 0.66, 0.58], np.float32)
    touch = Touch(colour=0.04, angle=0.22, bend=0.6, chalk=True)
    painted = paint_strokes(soft, hand, PASTEL, field=flow(soft), touch=touch, ground=ground)
    tooth = paper(shape, hand.unit_px * 1.1, hand.rng)
    bare = smoothstep(0.5, 1.9, tooth + (clouds(shape, 6, hand.rng) - 0.5) * 1.6) * 0.3
    painted = mix(painted, ground, bare)
    return saturate(painted * (1 + 0.035 * tooth)[..., None], 1.15) + np.float32(0.02)
