"""Styles of cut paper: layered sheets in many colours, and jianzhi, the one red sheet of Chinese windows."""

import cv2
import numpy as np

from easel.engines.painter.noise import smoothstep
from easel.engines.painter.styles.hand import Hand
from easel.engines.painter.styles.regions import flatten
from easel.engines.painter.styles.smoothing import ink_lines, simplify
from easel.engines.painter.styles.tone import contrast, dim, hex_colour, luminance, mix, saturate

#: The paper of jianzhi, and the window paper that it is glued to.
RED, WINDOW = "#c4151c", "#f6eedd"


def paper_cut(image: np.ndarray, hand: Hand) -> np.ndarray:
    """Layered paper: each tone a sheet with its own texture, dark sheets in front, a shadow under every cut edge."""
    bright = np.clip(saturate(contrast(image, 1.05, 0.45), 1.3), 0, 1)
    regions = flatten(bright, hand, 12, radius=4, smooth=2.6 / hand.detail)
    count = len(regions.colours)
    sheets = regions.painted(np.clip(saturate(regions.colours[None], 1.16)[0] * 0.92 + 0.06, 0, 1))
    lift = (1 - regions.labels.astype(np.float32) / max(1, count - 1)) * np.float32(1)
    lift = hand.blur(lift, 0.5, least_px=0.5)
    shadow = np.zeros_like(lift)
    for distance, soft, strength in ((3, 2.5, 1.1), (11, 9, 0.9)):
        cast = _moved(lift, hand.px(distance * 0.6), hand.px(distance))
        shadow += strength * np.maximum(hand.blur(cast, soft) - lift, 0)
    rim = np.clip(lift - _moved(lift, hand.px(1.3), hand.px(1.6)), 0, 0.25)
    # Eyes and bars are smaller than a sheet can be cut: they are slits into the shade behind.
    slits = ink_lines(luminance(image), hand, 2.0, threshold=0.05)
    lit = dim(sheets, (1 + 0.035 * hand.paper(1.1) - np.clip(shadow, 0, 0.5)) * (1 - 0.6 * slits))
    return lit + (rim * 0.6)[..., None]


def _moved(field: np.ndarray, right_px: float, down_px: float) -> np.ndarray:
    move = np.array([[1, 0, right_px], [0, 1, down_px]], np.float32)
    return cv2.warpAffine(field, move, field.shape[::-1], borderMode=cv2.BORDER_REPLICATE)


def jianzhi(image: np.ndarray, hand: Hand) -> np.ndarray:
    """Chinese paper cut: one red sheet on window paper, contours cut through, crescents in the broad parts, a frame."""
    bar, inside = _frame(hand)
    red = np.maximum(_sheet(image, hand) * inside, bar)
    fibre = hand.paper()
    under = hand.blur(_moved(red, hand.px(2.0), hand.px(3.2)), 2.0)
    ground = cv2.merge([float(part) * (1 + 0.012 * fibre) * (1 - 0.3 * under) for part in hex_colour(WINDOW)])
    sheet = cv2.merge([float(part) * (1 + 0.03 * fibre) for part in hex_colour(RED)])
    return mix(ground, sheet, red)


def _sheet(image: np.ndarray, hand: Hand) -> np.ndarray:
    """1 where the red sheet is left: in what is darker than its surroundings, on the contours of what is lighter."""
    broad = simplify(image, hand, 7 / hand.detail)
    gray = luminance(broad)
    # Strong colours stand out from a pale ground whatever their lightness.
    gray = gray - 0.3 * (broad.max(2) - broad.min(2))
    tone = 0.5 * gray + 0.5 * (0.6 + 1.3 * (gray - hand.blur(gray, 80)))
    level = hand.settle(lambda: _level(tone))
    # First parted, then softened: a shallow slope of light gets a clean cut, too.
    left = hand.blur((hand.blur(tone, 1.6, least_px=0.6) < level).astype(np.float32), 0.8, least_px=0.5)
    # Broad red parts are opened with rows of crescents, as scissors do it.
    broad = smoothstep(0.9, 0.97, hand.blur(left, 11))
    left = left * (1 - broad * _crescents(hand, 26 / hand.detail))
    soft = hand.blur(luminance(image), 0.8)
    # A red part is cut along its clear contours; a pale thing on a pale ground is all outline.
    lines = ink_lines(soft, hand, 2.4, threshold=0.008)
    cut, outline = smoothstep(0.75, 0.98, lines), smoothstep(0.25, 0.6, lines)
    return left * (1 - cut) + (1 - left) * outline


def _level(tone: np.ndarray) -> float:
    """What parts dark from light best (Otsu's method), but never so that less than a fifth is red."""
    bytes_ = cv2.convertScaleAbs(np.clip(tone, 0, 1), alpha=255)
    best = cv2.threshold(bytes_, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)[0] / 255
    low, high = np.percentile(tone[::4, ::4], (20, 55))
    return float(np.clip(best, low, high))


def _crescents(hand: Hand, units: float) -> np.ndarray:
    """A quincunx of crescents, 1 inside; each is a dot that another dot bites into."""
    height, width = hand.full
    step = np.float32(2 * np.pi / (max(6.0, hand.px(units)) * 2**0.5))

    def dots(right: float, down: float) -> np.ndarray:
        x = np.cos(np.arange(width, dtype=np.float32) * step - np.float32(right))
        y = np.cos(np.arange(height, dtype=np.float32)[hand.rows] * step - np.float32(down))
        return x[None, :] * y[:, None]

    return smoothstep(0.34, 0.42, dots(0, 0)) * smoothstep(0.42, 0.34, dots(0.25, 0.62))


def _frame(hand: Hand) -> tuple[np.ndarray, np.ndarray]:
    """The sheet's border, a bar with a row of teeth on its inner side, and all that lies within it."""
    height, width = hand.full
    short = min(height, width)
    away = hand.border_distance()
    x = np.arange(width, dtype=np.float32)[None, :] / short
    y = np.arange(height, dtype=np.float32)[hand.rows, None] / short
    aside = np.minimum(x, width / short - x) <= np.minimum(y, height / short - y)
    along = np.where(aside, y, x)
    teeth = 0.034 + 0.02 * np.abs(np.sin(along * np.float32(np.pi * 26)))
    soft = 0.6 / short
    outer = smoothstep(0.018 - soft, 0.018 + soft, away)
    return outer * smoothstep(soft, -soft, away - teeth), outer
