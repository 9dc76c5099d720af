"""Abstraction that keeps edges: Kuwahara filtering, guided enlargement, ink lines, bloom, directions."""

import math

import cv2
import numpy as np

from easel.engines.painter.styles.hand import Hand
from easel.engines.painter.styles.tone import blur, luminance


def working_size(shape: tuple[int, ...]) -> tuple[int, int]:
    """(width, height) to abstract a picture at: all of a small one, about 640 of 1024 and 1024 of 4096 pixels."""
    height, width = shape[:2]
    short = min(height, width)
    factor = min(1.0, (512 + short / 8) / short)
    return max(8, round(width * factor)), max(8, round(height * factor))


def guidance(small: np.ndarray, guide: np.ndarray, *, eps: float = 0.002) -> tuple[np.ndarray, np.ndarray]:
    """Slope and offset of `small` (h, w, 3) as a function of its luma `guide` (h, w), place by place.

    Both enlarged, slope * luma + offset has its edges on the edges of the large luma (He and Sun's fast guided filter).
    """
    box = (3, 3)
    mean_g = cv2.blur(guide, box)
    variance = cv2.blur(guide * guide, box) - mean_g * mean_g
    mean_s = cv2.blur(small, box)
    covariance = cv2.blur(small * guide[..., None], box) - mean_s * mean_g[..., None]
    slope = covariance / (variance + np.float32(eps))[..., None]
    offset = cv2.blur(mean_s - slope * mean_g[..., None], box)
    return cv2.blur(slope, box), offset


def guided_enlarge(small: np.ndarray, small_guide: np.ndarray, guide: np.ndarray, *, eps: float = 0.002) -> np.ndarray:
    """Enlarge `small` (h, w, 3) so that its edges fall on the edges of `guide`, the full-size luma (H, W)."""
    slope, offset = guidance(small, small_guide, eps=eps)
    size = guide.shape[::-1]
    enlarged = cv2.resize(slope, size, interpolation=cv2.INTER_LINEAR) * guide[..., None]
    return enlarged + cv2.resize(offset, size, interpolation=cv2.INTER_LINEAR)


def kuwahara(image: np.ndarray, radius_px: float, *, sharpness: float = 6.0) -> np.ndarray:
    """Eight-sector Kuwahara filter: every pixel takes after the calmest of its neighbourhoods."""
    sigma = max(0.6, radius_px * 0.42)
    gray = luminance(image)
    soft = cv2.GaussianBlur(image, (0, 0), sigma, borderType=cv2.BORDER_REPLICATE)
    mean = cv2.GaussianBlur(gray, (0, 0), sigma, borderType=cv2.BORDER_REPLICATE)
    square = cv2.GaussianBlur(gray * gray, (0, 0), sigma, borderType=cv2.BORDER_REPLICATE)
    deviation = np.sqrt(np.maximum(square - mean * mean, 0)) * 255
    share = 1 / (1 + np.float32(0.02) * deviation ** np.float32(sharpness))
    # The sectors are shifted looks at the same weighted mean, so it is weighted once and only moved about.
    reach = max(1, math.ceil(radius_px * 0.75))
    stack = cv2.copyMakeBorder(
        np.dstack([soft * share[..., None], share]), reach, reach, reach, reach, cv2.BORDER_REPLICATE
    )
    height, width = gray.shape
    total = np.zeros((height, width, 4), np.float32)
    for sector in range(8):
        angle = sector * math.pi / 4
        y = reach + round(math.sin(angle) * radius_px * 0.75)
        x = reach + round(math.cos(angle) * radius_px * 0.75)
        cv2.add(total, stack[y : y + height, x : x + width], dst=total)
    return total[..., :3] / total[..., 3:]


def simplify(image: np.ndarray, hand: Hand, radius: float) -> np.ndarray:
    """The window in broad patches of about `radius` units with sharp borders."""
    # The guide is the picture without its texture, or that would come back.
    guide = luminance(cv2.GaussianBlur(image, (0, 0), max(0.5, hand.px(0.8)), borderType=cv2.BORDER_REPLICATE))
    slope, offset = hand.settle(lambda: _patches(image, guide, hand, radius))
    patches = hand.spread(slope)
    cv2.multiply(patches, cv2.merge([guide, guide, guide]), dst=patches)
    return cv2.add(patches, hand.spread(offset), dst=patches)


def _patches(image: np.ndarray, guide: np.ndarray, hand: Hand, radius: float) -> tuple[np.ndarray, np.ndarray]:
    size = image.shape[1::-1] if hand.sketching else working_size(image.shape)
    small = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
    small = kuwahara(small, max(1.0, hand.px(radius) * size[0] / image.shape[1]))
    return guidance(small, cv2.resize(guide, size, interpolation=cv2.INTER_AREA))


def ink_lines(gray: np.ndarray, hand: Hand, units: float, *, threshold: float = 0.012) -> np.ndarray:
    """Contour lines of about so many units as an ink map in [0, 1]: an extended difference of Gaussians."""
    near, wide, broad = (hand.blur(gray, units * k, least_px=0.55 * k) for k in (1.0, 1.6, 4.0))
    difference = wide - near
    # Dark places have small differences: the line strength follows the relative step.
    difference /= broad * np.float32(0.75) + np.float32(0.25)
    return np.clip((difference - np.float32(threshold)) * np.float32(0.5 / threshold), 0, 1)


def long_lines(ink: np.ndarray, hand: Hand, units: float) -> np.ndarray:
    """The ink map without specks: nobody draws a line shorter than so many units, as rough rock and far water make.

    Lines that the window cuts stay, so that windows have no seams.
    """
    _, labels, stats, _ = cv2.connectedComponentsWithStats((ink > 0.25).astype(np.uint8), connectivity=8)
    _, top, width, height = (stats[:, k] for k in range(4))
    long = np.hypot(width, height) >= hand.px(units)
    cut = (top == 0) | (top + height == len(ink))
    keep = (long | cut).astype(np.float32)
    keep[0] = 0.0
    kept = cv2.dilate(keep[labels], np.ones((3, 3), np.uint8))
    return ink * kept


def bloom(image: np.ndarray, hand: Hand, amount: float, threshold: float, units: float) -> np.ndarray:
    """Light that spills so many units from what is brighter than `threshold`; not clipped."""

    def spilled() -> np.ndarray:
        bright = np.maximum(image - np.float32(threshold), 0)
        return (blur(bright, hand.px(units)) + blur(bright, hand.px(3 * units))) * np.float32(amount)

    return cv2.add(image, hand.spread(hand.settle(spilled)))


def directions(gray: np.ndarray, *, side: int = 256) -> tuple[np.ndarray, np.ndarray]:
    """Angle along the contours in radians, and how sure it is in [0, 1], as small maps of about `side` pixels."""
    height, width = gray.shape
    factor = min(1.0, side / min(height, width))
    size = (max(8, round(width * factor)), max(8, round(height * factor)))
    small = blur(cv2.resize(gray, size, interpolation=cv2.INTER_AREA), 1.0)
    dx, dy = cv2.Sobel(small, cv2.CV_32F, 1, 0), cv2.Sobel(small, cv2.CV_32F, 0, 1)
    xx, yy, xy = (blur(product, 3.0) for product in (dx * dx, dy * dy, dx * dy))
    angle = 0.5 * np.arctan2(2 * xy, xx - yy) + np.float32(np.pi / 2)
    strength = np.sqrt(np.sqrt((xx - yy) ** 2 + 4 * xy * xy))
    return angle, np.clip(strength / (np.percentile(strength, 85) + 1e-6), 0, 1)


def lifted(image: np.ndarray, hand: Hand, middle: float) -> np.ndarray:
    """A dark picture lightened until its mean luma is about `middle`: the paper is never far below thin paint."""
    power = hand.settle(lambda: _power(float(luminance(image).mean()), middle))
    return image if power == 1.0 else cv2.pow(np.clip(image, 0, 1), power)


def _power(mean: float, middle: float) -> float:
    return float(np.clip(np.log(middle) / np.log(min(max(mean, 0.02), 0.98)), 0.5, 1.0))
