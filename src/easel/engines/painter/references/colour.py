"""Colour of reference pictures: palettes carried over, areas recoloured. Floats in [0, 1], RGB."""

import cv2
import numpy as np

#: (L, a, b) deviations below this are treated as flat: a nearly uniform picture has no contrast to carry over.
LEAST_DEVIATION = 2.0


def carry_palette(picture: np.ndarray, example: np.ndarray, *, weight: float = 1.0) -> np.ndarray:
    """`picture` with the mean and spread of `example`'s colours (Reinhard et al. 2001, in CIE Lab).

    `weight` in [0, 1] blends continuously. Spreads change by at most a factor of 1.8, or flat skies turn to noise.
    """
    lab, other = cv2.cvtColor(picture, cv2.COLOR_RGB2LAB), cv2.cvtColor(_thumb(example), cv2.COLOR_RGB2LAB)
    mean, deviation = (v.ravel().astype(np.float32) for v in cv2.meanStdDev(lab))
    wanted_mean, wanted_deviation = (v.ravel().astype(np.float32) for v in cv2.meanStdDev(other))
    gain = np.maximum(wanted_deviation, LEAST_DEVIATION) / np.maximum(deviation, LEAST_DEVIATION)
    gain = np.clip(gain, 1 / 1.8, 1.8)
    carried = np.clip(cv2.cvtColor((lab - mean) * gain + wanted_mean, cv2.COLOR_LAB2RGB), 0, 1)
    return picture + (carried - picture) * np.float32(weight)


def _thumb(picture: np.ndarray) -> np.ndarray:
    height, width = picture.shape[:2]
    factor = min(1.0, 256 / max(height, width))
    size = (max(1, round(width * factor)), max(1, round(height * factor)))
    return np.ascontiguousarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA))


def recolour(picture: np.ndarray, area: np.ndarray, colour: tuple[float, float, float]) -> np.ndarray:
    """The `area` (H, W in [0, 1]) of the picture in `colour` (RGB in [0, 1]); light, shade and texture stay."""
    if float(area.max()) < 0.05:
        return picture.copy()
    lab = cv2.cvtColor(picture, cv2.COLOR_RGB2LAB)
    target = cv2.cvtColor(np.array([[colour]], np.float32), cv2.COLOR_RGB2LAB)[0, 0]
    weight = area / area.sum()
    mean = (lab * weight[..., None]).sum((0, 1))
    # The shading around the area's mean stays; the mean goes most of the way to the wanted lightness.
    light = mean[0] + (target[0] - mean[0]) * 0.82
    shade = (lab[..., 0] - mean[0]) * (0.85 if 15 < light < 92 else 0.6)
    new = np.empty_like(lab)
    new[..., 0] = np.clip(light + shade, 1, 99)
    # Chroma follows the light: shadows and highlights of a coloured thing are less colourful than its middle.
    fullness = np.clip(1 - np.abs(shade) / 110, 0.35, 1)
    own = (lab[..., 1:] - mean[1:]) * 0.18
    new[..., 1:] = target[1:] * fullness[..., None] + own
    repainted = np.clip(cv2.cvtColor(new, cv2.COLOR_LAB2RGB), 0, 1)
    return picture + (repainted - picture) * area[..., None]


def similar(picture: np.ndarray, colour: tuple[float, float, float]) -> np.ndarray:
    """How like `colour` each pixel is, in [0, 1], judged mostly by hue: light and shaded parts of a red car are red."""
    lab = cv2.cvtColor(picture, cv2.COLOR_RGB2LAB)
    target = cv2.cvtColor(np.array([[colour]], np.float32), cv2.COLOR_RGB2LAB)[0, 0]
    chroma, wanted = np.hypot(lab[..., 1], lab[..., 2]), float(np.hypot(target[1], target[2]))
    if wanted < 14:
        distance = np.abs(lab[..., 0] - target[0]) / 34 + chroma / 22
    else:
        turn = np.arctan2(lab[..., 2], lab[..., 1]) - np.arctan2(target[2], target[1])
        hue = np.abs((turn + np.pi) % (2 * np.pi) - np.pi)
        faint = np.clip(1 - chroma / min(wanted * 0.5, 26), 0, 1)
        distance = hue / 0.42 + faint * 1.6 + np.maximum(np.abs(lab[..., 0] - target[0]) - 38, 0) / 40
    return np.clip(1.6 - distance, 0, 1).astype(np.float32)
