"""Colour of reference pictures: palettes carried over, areas recoloured. Floats in [0, 1], RGB."""

import cv2
import numpy as np

from easel.engines.painter.styles.tone import mix

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
    return mix(picture, carried, weight)


def _thumb(picture: np.ndarray) -> np.ndarray:
    height, width = picture.shape[:2]
    factor = min(1.0, 256 / max(height, width))
    size = (max(1, round(width * factor)), max(1, round(height * factor)))
    return np.ascontiguousarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA))


def recolour(picture: np.ndarray, area: np.ndarray, colour: tuple[float, float, float]) -> np.ndarray:
    """The `area` (H, W in [0, 1]) of the picture in `colour` (RGB in [0, 1]); light, shade and texture stay."""
    rows, columns = np.flatnonzero(area.max(1) > 0), np.flatnonzero(area.max(0) > 0)
    result = picture.copy()
    if float(area.max()) < 0.05:
        return result
    box = (slice(int(rows[0]), int(rows[-1]) + 1), slice(int(columns[0]), int(columns[-1]) + 1))
    part, share = np.ascontiguousarray(picture[box]), np.ascontiguousarray(area[box])
    light, red_green, blue_yellow = cv2.split(cv2.cvtColor(part, cv2.COLOR_RGB2LAB))
    target = cv2.cvtColor(np.array([[colour]], np.float32), cv2.COLOR_RGB2LAB)[0, 0]
    total = float(share.sum())
    mean = [float((plane * share).sum()) / total for plane in (light, red_green, blue_yellow)]
    # The shading around the area's mean stays; the mean goes most of the way to the wanted lightness.
    level = mean[0] + (float(target[0]) - mean[0]) * 0.82
    shade = (light - np.float32(mean[0])) * np.float32(0.85 if 15 < level < 92 else 0.6)
    # Chroma follows the light: shadows and highlights of a coloured thing are less colourful than its middle.
    fullness = np.clip(1 - np.abs(shade) * np.float32(1 / 110), 0.35, 1)
    planes = [np.clip(shade + np.float32(level), 1, 99)]
    for old, middle, wanted in ((red_green, mean[1], target[1]), (blue_yellow, mean[2], target[2])):
        planes.append(fullness * wanted + (old - np.float32(middle)) * np.float32(0.18))
    repainted = np.clip(cv2.cvtColor(cv2.merge(planes), cv2.COLOR_LAB2RGB), 0, 1)
    result[box] = mix(part, repainted, share)
    return result


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
