"""Gongbi: Chinese painting in colour on silk, with fine even outlines."""

import numpy as np

from easel.engines.painter.noise import smoothstep
from easel.engines.painter.styles.hand import Hand
from easel.engines.painter.styles.smoothing import ink_lines, lifted, long_lines, simplify
from easel.engines.painter.styles.tone import contrast, dim, luminance, mix, saturate
from easel.engines.painter.styles.wet import seal

SILK = np.array([0.93, 0.862, 0.72], np.float32)
INK = np.array([0.2, 0.13, 0.09], np.float32)
#: Lines shorter than so many units are specks.
SHORT = 26.0


def gongbi(image: np.ndarray, hand: Hand) -> np.ndarray:
    """Thin mineral colours in soft steps on warm silk, which shows through where it is light; a red seal."""
    picture = lifted(image, hand, 0.56)
    broad = simplify(picture, hand, 3 / hand.detail)
    gray = luminance(broad)
    steps = hand.blur(np.floor(gray * 9 + 0.5) * np.float32(1 / 9), 2)
    flat = dim(broad, 0.45 + 0.55 * (steps + 0.03) / (gray + 0.03))
    flat = np.clip(saturate(contrast(flat, 0.84, 0.6), 0.94) + np.float32(0.02), 0, 1)
    cloud = hand.clouds(3, octaves=4)
    weave = hand.paper()
    sheet = dim(np.broadcast_to(SILK, flat.shape).copy(), 1 + 0.016 * weave + 0.1 * (cloud - 0.5))
    # Colour lies on the silk like a glaze; what is nearly white is bare silk.
    bare = smoothstep(0.7, 0.98, gray) * (0.5 + 0.3 * cloud)
    painted = mix(flat * (0.28 + 0.72 * sheet), sheet * np.float32(1.04), bare)
    line = smoothstep(0.2, 0.85, ink_lines(luminance(hand.blur(picture, 0.7)), hand, 1.3, threshold=0.026))
    painted = mix(painted, INK, 0.62 * long_lines(line, hand, SHORT))
    away = hand.border_distance()
    painted = mix(painted, sheet * np.float32(0.9), 0.45 * smoothstep(0.07, 0.0, away))
    return seal(np.ascontiguousarray(painted, np.float32), hand)
