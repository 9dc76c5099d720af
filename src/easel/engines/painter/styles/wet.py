"""Water media: watercolor, ink wash, gouache."""

import cv2
import numpy as np

from easel.engines.painter.styles.hand import Hand
from easel.engines.painter.styles.noise import clouds, paper, speckles, warp
from easel.engines.painter.styles.smoothing import simplify
from easel.engines.painter.styles.tone import (
    blur,
    border_distance,
    contrast,
    edges,
    luminance,
    mix,
    saturate,
    smoothstep,
)

SHEET = np.array([0.985, 0.972, 0.945], np.float32)
RICE_PAPER = np.array([0.955, 0.935, 0.88], np.float32)
SEAL_RED = np.array([0.72, 0.13, 0.1], np.float32)


def watercolor(image: np.ndarray, hand: Hand) -> np.ndarray:
    """Transparent washes: trembling outlines, pools with dark rims, granulation, white paper at the ragged border."""
    shape = image.shape[:2]
    loose = warp(contrast(image, 1.12, 0.42), hand.px(5), 16, hand.rng)
    washes = _fine_touches(simplify(loose, hand, 6 / hand.detail), loose, hand, 0.55)
    wet = clouds(shape, 4, hand.rng, octaves=4)
    washes = _tone_steps(washes, wet, hand)
    # Wet in wet: washes run into each other in places, but never over a clear contour.
    calm = 1 - smoothstep(0.02, 0.1, blur(edges(luminance(washes), hand.px(3)), hand.px(9)))
    washes = mix(washes, blur(washes, hand.px(11)), smoothstep(0.5, 0.74, wet) * calm)
    density = 1 - np.clip(saturate(washes, 1.42), 0, 1)
    gray = luminance(density)
    # Pigment wanders to the rim of a drying pool: only the darker side of an edge gets a line.
    rim = np.clip(gray - blur(gray, hand.px(4.5)), 0, 0.2) * 1.5
    granulation = clouds(shape, 90, hand.rng, octaves=3) - 0.5
    tooth = paper(shape, hand.unit_px, hand.rng)
    density *= (0.76 + 0.36 * (wet - 0.25) + 0.3 * granulation + 2.2 * rim - 0.045 * tooth)[..., None]
    painted = np.clip(1 - density * 0.95, 0, 1)
    painted = _spatter(painted, hand)
    sheet = SHEET * (1 + 0.014 * tooth)[..., None]
    return sheet * (1 - (1 - painted) * _ragged_border(painted, hand)[..., None])


def _fine_touches(broad: np.ndarray, image: np.ndarray, hand: Hand, amount: float) -> np.ndarray:
    """The last touches with a small brush: eyes, bars and outlines that the broad patches swallowed."""
    lost = blur(image, hand.px(1.2)) - blur(broad, hand.px(1.2))
    # Soft threshold: faint texture stays out, clear marks come back.
    kept = np.sign(lost) * np.maximum(np.abs(lost) - np.float32(0.05), 0)
    return broad + kept * np.float32(amount)


def _tone_steps(washes: np.ndarray, wet: np.ndarray, hand: Hand) -> np.ndarray:
    """Layered glazes: luma falls in about six soft steps whose limits wander."""
    gray = luminance(washes)
    steps = np.floor(gray * 6 + (wet - 0.5) * 0.8 + 0.5) * np.float32(1 / 6)
    steps = blur(steps, hand.px(2))
    return washes * (0.6 + 0.4 * steps / (gray + 0.04))[..., None]


def _spatter(painted: np.ndarray, hand: Hand) -> np.ndarray:
    drops = speckles(painted.shape[:2], 26, hand.px(7), hand.rng) * np.float32(0.4)
    height, width = painted.shape[:2]
    colour = painted[int(hand.rng.uniform(0.2, 0.8) * height), int(hand.rng.uniform(0.2, 0.8) * width)]
    return mix(painted, colour * 0.8, drops)


def _ragged_border(painted: np.ndarray, hand: Hand) -> np.ndarray:
    """How much paint is on the sheet: 0 in the unpainted margin, over 1 in the dark line where the wash ends."""
    shape = painted.shape[:2]
    away = border_distance(*shape) + (clouds(shape, 7, hand.rng, octaves=5) - 0.5) * np.float32(0.06)
    rim = np.exp(-(((away - 0.034) * np.float32(1 / 0.006)) ** 2))
    return smoothstep(0.02, 0.03, away) * (1 + 0.4 * rim)


def ink_wash(image: np.ndarray, hand: Hand) -> np.ndarray:
    """Sumi-e: black ink in five waters on rice paper, much left blank, a red seal; only strong reds keep colour."""
    shape = image.shape[:2]
    loose = simplify(warp(image, hand.px(4), 14, hand.rng), hand, 6 / hand.detail)
    gray = luminance(loose)
    wash = clouds(shape, 3.5, hand.rng, octaves=5)
    # Ink tells things from their surroundings: broad brightness fades, what is darker than around it stays.
    gray = 0.45 * gray + 0.55 * (0.62 + gray - blur(gray, hand.px(150)))
    low, high = (float(level) for level in np.percentile(gray[::8, ::8], (1.5, 80)))
    tone = np.clip((gray - low) / max(high - low, 1e-3), 0, 1) ** np.float32(0.75) + 0.2 * (wash - 0.42)
    steps = blur(np.floor(tone * 5 + 0.5 + (clouds(shape, 24, hand.rng) - 0.5) * 0.9) * np.float32(0.2), hand.px(2))
    tone = 0.3 * tone + 0.7 * steps
    tone += (1 - tone) * smoothstep(0.5, 0.95, wash) * 0.5
    # Contours in dry, broken brush lines.
    contour = smoothstep(0.03, 0.22, edges(gray, hand.px(2.2))) * (0.25 + 0.75 * smoothstep(0.62, 0.4, wash))
    tooth = paper(shape, hand.unit_px, hand.rng)
    contour *= smoothstep(-1.4, 0.4, tooth)
    tone = np.clip(tone - 0.62 * contour, 0.04, 1)
    away = border_distance(*shape) + (wash - 0.5) * np.float32(0.09)
    tone = 1 - (1 - tone) * smoothstep(0.0, 0.1, away)
    sheet = RICE_PAPER * (1 + 0.018 * tooth)[..., None]
    ink = np.array([0.10, 0.105, 0.12], np.float32)
    painted = sheet * (ink + (1 - ink) * tone[..., None])
    red = np.clip((loose[..., 0] - np.maximum(loose[..., 1], loose[..., 2])) * 2.4 - 0.45, 0, 0.75)
    painted = mix(painted, SEAL_RED * (0.5 + 0.5 * tone[..., None]), red)
    return seal(painted, hand)


def seal(image: np.ndarray, hand: Hand, *, corner: tuple[float, float] = (0.9, 0.88)) -> np.ndarray:
    """A carved red seal around `corner` (shares of width and height), drawn into `image`, which is returned."""
    height, width = image.shape[:2]
    side = max(8, round(min(height, width) * 0.055))
    top = min(height - side, max(0, round(corner[1] * height - side / 2)))
    left = min(width - side, max(0, round(corner[0] * width - side / 2)))
    stamp = np.zeros((64, 64), np.uint8)
    cv2.rectangle(stamp, (3, 3), (60, 60), 255, -1)
    # A made-up character in seal script: a roof, a frame and a stroke through.
    for start, end in (
        ((14, 16), (50, 16)), ((14, 30), (50, 30)), ((14, 30), (14, 50)), ((50, 30), (50, 50)), ((14, 50), (50, 50)),
        ((32, 9), (32, 50)), ((23, 40), (41, 40)),
    ):  # fmt: skip
        cv2.line(stamp, start, end, 0, 4, cv2.LINE_AA)
    stamp = cv2.resize(stamp, (side, side), interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    stamp *= smoothstep(-2.0, -0.6, paper((side, side), hand.unit_px, hand.rng)) * 0.92
    patch = image[top : top + side, left : left + side]
    image[top : top + side, left : left + side] = mix(patch, SEAL_RED, stamp)
    return image


def gouache(image: np.ndarray, hand: Hand) -> np.ndarray:
    """Opaque matte paint: chalky flat patches, soft tonal steps, dry-brush streaks, a paper edge."""
    shape = image.shape[:2]
    trembling = warp(image, hand.px(3), 18, hand.rng)
    loose = _fine_touches(simplify(trembling, hand, 8 / hand.detail), trembling, hand, 0.7)
    gray = luminance(loose)
    steps = blur(np.floor(gray * 9 + 0.5) * np.float32(1 / 9), hand.px(1.4))
    flat = loose * (0.35 + 0.65 * (steps + 0.03) / (gray + 0.03))[..., None]
    flat = contrast(saturate(flat, 1.28), 0.9, 0.55) + np.float32(0.03)
    # Dry brush: streaks that are long one way, different in light and dark paint.
    streak = cv2.resize(
        hand.rng.random((max(8, round(shape[0] / max(1.0, hand.px(2.2)))), 48), dtype=np.float32),
        shape[::-1],
        interpolation=cv2.INTER_CUBIC,
    )
    streak = warp(streak, hand.px(14), 5, hand.rng) - 0.5
    tooth = paper(shape, hand.unit_px, hand.rng)
    rim = gray - blur(gray, hand.px(3))
    flat *= (1 + 0.11 * streak + 0.02 * tooth + 0.5 * np.clip(rim, -0.12, 0.12))[..., None]
    away = border_distance(*shape) + streak * 0.012 + (clouds(shape, 9, hand.rng) - 0.5) * np.float32(0.012)
    sheet = np.array([0.96, 0.945, 0.91], np.float32) * (1 + 0.012 * tooth)[..., None]
    return mix(sheet, flat, smoothstep(0.02, 0.026, away))
