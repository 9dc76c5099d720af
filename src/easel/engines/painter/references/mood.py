"""Another mood for a finished picture, by grading alone. Floats in [0, 1], RGB."""

from collections.abc import Callable

import cv2
import numpy as np

from easel.engines.painter.styles.tone import contrast, grade, luminance, mix, saturate, vignette


def in_mood(picture: np.ndarray, mood: str) -> np.ndarray:
    """The picture in one of `plan.MOODS`."""
    return np.clip(MOODS[mood](picture), 0, 1)


def tinted(picture: np.ndarray, colour: np.ndarray) -> np.ndarray:
    """The picture leaning to `colour` (RGB in [0, 1]); light and dark stay."""
    lab = cv2.cvtColor(picture, cv2.COLOR_RGB2LAB)
    target = cv2.cvtColor(colour.astype(np.float32)[None, None], cv2.COLOR_RGB2LAB)[0, 0]
    lab[..., 1:] = lab[..., 1:] * np.float32(0.4) + target[1:] * np.float32(0.6)
    return np.clip(cv2.cvtColor(lab, cv2.COLOR_LAB2RGB), 0, 1)


def _monochrome(picture: np.ndarray) -> np.ndarray:
    return contrast(cv2.cvtColor(luminance(picture), cv2.COLOR_GRAY2RGB), 1.1)


def _dark(picture: np.ndarray) -> np.ndarray:
    return contrast(picture, 1.05, 0.6) * np.float32(0.6) * vignette(*picture.shape[:2], 0.5)[..., None]


def _mysterious(picture: np.ndarray) -> np.ndarray:
    dim = grade(saturate(picture, 0.7), (-0.03, 0.0, 0.07), (-0.06, 0.0, 0.06)) * np.float32(0.72)
    return dim * vignette(*picture.shape[:2], 0.6)[..., None]


def _pastel(picture: np.ndarray) -> np.ndarray:
    return mix(saturate(picture, 0.75), np.array([1.0, 0.97, 0.98], np.float32), 0.34)


#: A grading for every mood of `plan.MOODS`.
MOODS: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "neutral": np.copy,
    "warm": lambda picture: grade(picture, (0.03, 0.005, -0.03), (0.07, 0.02, -0.08)),
    "cold": lambda picture: grade(picture, (-0.03, 0.0, 0.05), (-0.07, 0.0, 0.06)),
    "dark": _dark,
    "bright": lambda picture: np.power(np.clip(picture, 0, 1), np.float32(0.72)) * np.float32(1.04),
    "pastel": _pastel,
    "vivid": lambda picture: saturate(contrast(picture, 1.08), 1.4),
    "muted": lambda picture: saturate(contrast(picture, 0.9, 0.55), 0.55),
    "monochrome": _monochrome,
    "mysterious": _mysterious,
}
