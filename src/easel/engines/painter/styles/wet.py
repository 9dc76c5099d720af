"""Water media: watercolor, ink wash, gouache."""

import cv2
import numpy as np

from easel.engines.painter.noise import smoothstep
from easel.engines.painter.styles import noise
from easel.engines.painter.styles.hand import Hand
from easel.engines.painter.styles.smoothing import lifted, simplify
from easel.engines.painter.styles.tone import blur, contrast, dim, edges, luminance, mix, saturate

SHEET = np.array([0.985, 0.972, 0.945], np.float32)
RICE_PAPER = np.array([0.955, 0.935, 0.88], np.float32)
SEAL_RED = np.array([0.72, 0.13, 0.1], np.float32)


def watercolor(image: np.ndarray, hand: Hand) -> np.ndarray:
    """Transparent washes: trembling outlines, pools with dark rims, granulation, white paper at the ragged border."""
    loose = hand.warp(contrast(lifted(image, hand, 0.56), 1.1, 0.42), 5, 16)
    washes = _fine_touches(simplify(loose, hand, 6 / hand.detail), loose, hand, 0.55)
    wet = hand.clouds(4)
    washes = _tone_steps(washes, wet, hand)
    # Wet in wet: washes run into each other in places, but never over a clear contour.
    calm = hand.settle(lambda: _calm(washes, hand))
    washes = mix(washes, hand.blur(washes, 11), smoothstep(0.5, 0.74, wet) * hand.spread(calm))
    density = 1 - np.clip(saturate(washes, 1.42), 0, 1)
    gray = luminance(density)
    # Pigment wanders to the rim of a drying pool: only the darker side of an edge gets a line.
    rim = np.clip(gray - hand.blur(gray, 4.5), 0, 0.2) * 1.5
    granulation = hand.clouds(90, octaves=3) - 0.5
    tooth = hand.paper()
    density = dim(density, 0.76 + 0.36 * (wet - 0.25) + 0.3 * granulation + 2.2 * rim - 0.045 * tooth)
    painted = np.clip(1 - density * np.float32(0.95), 0, 1)
    painted = _spatter(painted, hand)
    cover = dim(1 - painted, _ragged_border(hand))
    sheet = cv2.merge([part * (1 + 0.014 * tooth) for part in SHEET])
    return cv2.subtract(sheet, cv2.multiply(sheet, cover))


def _calm(washes: np.ndarray, hand: Hand) -> np.ndarray:
    """1 where no contour is near."""
    contours = edges(blur(luminance(washes), hand.px(3)), hand.px(3))
    return 1 - smoothstep(0.02, 0.1, blur(contours, hand.px(9)))


def _fine_touches(broad: np.ndarray, image: np.ndarray, hand: Hand, amount: float) -> np.ndarray:
    """The last touches with a small brush: eyes, bars and outlines that the broad patches swallowed."""
    lost = hand.blur(cv2.subtract(image, broad), 1.2)
    # Soft threshold: faint texture stays out, clear marks come back.
    kept = cv2.subtract(lost, np.clip(lost, -0.05, 0.05))
    return cv2.addWeighted(broad, 1, kept, amount, 0)


def _tone_steps(washes: np.ndarray, wet: np.ndarray, hand: Hand) -> np.ndarray:
    """Layered glazes: luma falls in about six soft steps whose limits wander."""
    gray = luminance(washes)
    steps = np.floor(gray * 6 + (wet - 0.5) * 0.8 + 0.5) * np.float32(1 / 6)
    return dim(washes, 0.6 + 0.4 * hand.blur(steps, 2) / (gray + 0.04))


def _spatter(painted: np.ndarray, hand: Hand) -> np.ndarray:
    height, width = hand.full
    dots, colour = hand.settle(lambda: (noise.speckles(26, hand.rng), _anywhere(painted, hand.rng)))
    drops = np.zeros(painted.shape[:2], np.uint8)
    for x, y, radius in dots:
        at = (int(x * width * 16), int((y * height - hand.rows.start) * 16))
        cv2.circle(drops, at, max(8, int(hand.px(7) * radius * 16)), 255, -1, cv2.LINE_AA, shift=4)
    return mix(painted, colour * np.float32(0.8), hand.blur(drops.astype(np.float32) * np.float32(0.4 / 255), 0.42))


def _anywhere(painted: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """A colour of the picture's inner part."""
    row, column = ((0.2 + 0.6 * rng.random(2)) * painted.shape[:2]).astype(int)
    return painted[row, column].copy()


def _ragged_border(hand: Hand) -> np.ndarray:
    """How much paint is on the sheet: 0 in the unpainted margin, over 1 in the dark line where the wash ends."""
    away = hand.border_distance() + (hand.clouds(7, octaves=5) - 0.5) * np.float32(0.06)
    rim = np.exp(-(((away - 0.034) * np.float32(1 / 0.006)) ** 2))
    return smoothstep(0.02, 0.03, away) * (1 + 0.4 * rim)


def ink_wash(image: np.ndarray, hand: Hand) -> np.ndarray:
    """Sumi-e: contours and thin washes of black ink on rice paper, much left blank, a breath of colour, a red seal."""
    loose = simplify(hand.warp(lifted(image, hand, 0.5), 3, 14), hand, 4 / hand.detail)
    gray = luminance(loose)
    wash = hand.clouds(3.5, octaves=5)
    # Ink tells things from their surroundings: broad brightness fades, what is darker than around it stays.
    gray = 0.6 * gray + 0.4 * (0.62 + gray - hand.blur(gray, 110))
    low, high = hand.settle(lambda: [float(level) for level in np.percentile(gray[::4, ::4], (1.0, 74))])
    tone = np.clip((gray - low) / max(high - low, 1e-3), 0, 1) ** np.float32(0.62)
    steps = np.floor(tone * 5 + 0.5 + (wash - 0.5) * 0.8) * np.float32(0.2)
    tone = 0.62 * tone + 0.38 * hand.blur(steps, 2) + 0.12 * (wash - 0.42)
    tone += (1 - tone) * smoothstep(0.5, 0.95, wash) * 0.4
    # Contours in dry, broken brush lines: also where two colours of one lightness meet.
    line = np.maximum.reduce([edges(hand.blur(part, 1.4), hand.px(1.4)) for part in cv2.split(loose)])
    contour = smoothstep(0.05, 0.26, line) * (0.45 + 0.55 * smoothstep(0.62, 0.4, wash))
    tooth = hand.paper()
    contour *= smoothstep(-1.4, 0.4, tooth)
    tone = np.clip(tone - 0.62 * contour, 0.04, 1)
    away = hand.border_distance() + (wash - 0.5) * np.float32(0.09)
    tone = 1 - (1 - tone) * smoothstep(0.0, 0.1, away)
    sheet = 1 + 0.018 * tooth
    ink = (0.10, 0.105, 0.12)
    painted = cv2.merge([float(part) * sheet * (k + (1 - k) * tone) for part, k in zip(RICE_PAPER, ink, strict=True)])
    painted += (loose - luminance(loose)[..., None]) * (0.24 * tone)[..., None]
    # Red things keep their red; a red sky does not.
    red = loose[..., 0] - np.maximum(loose[..., 1], loose[..., 2])
    red = np.clip((red - np.maximum(hand.blur(red, 110) - 0.08, 0)) * 2.4 - 0.45, 0, 0.75)
    painted = mix(painted, SEAL_RED * (0.5 + 0.5 * tone[..., None]), red)
    return seal(painted, hand)


def seal(image: np.ndarray, hand: Hand, *, corner: tuple[float, float] = (0.9, 0.88)) -> np.ndarray:
    """A carved red seal around `corner` (shares of width and height), drawn into `image`, which is returned."""
    height, width = hand.full
    side = max(8, round(min(height, width) * 0.055))
    top = min(height - side, max(0, round(corner[1] * height - side / 2)))
    left = min(width - side, max(0, round(corner[0] * width - side / 2)))
    worn = hand.settle(lambda: hand.rng.random((24, 24), dtype=np.float32))
    first, last = max(top, hand.rows.start), min(top + side, hand.rows.stop)
    if first >= last:
        return image
    stamp = cv2.resize(_carved(), (side, side), interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    worn = cv2.resize(worn, (side, side), interpolation=cv2.INTER_CUBIC)
    stamp = (stamp * smoothstep(-0.1, 0.25, worn) * np.float32(0.92))[first - top : last - top]
    patch = image[first - hand.rows.start : last - hand.rows.start, left : left + side]
    patch[...] = mix(patch, SEAL_RED, stamp)
    return image


def _carved() -> np.ndarray:
    """The seal's face: a made-up character in seal script, a roof, a frame and a stroke through."""
    stamp = np.zeros((64, 64), np.uint8)
    cv2.rectangle(stamp, (3, 3), (60, 60), 255, -1)
    for start, end in (
        ((14, 16), (50, 16)), ((14, 30), (50, 30)), ((14, 30), (14, 50)), ((50, 30), (50, 50)), ((14, 50), (50, 50)),
        ((32, 9), (32, 50)), ((23, 40), (41, 40)),
    ):  # fmt: skip
        cv2.line(stamp, start, end, 0, 4, cv2.LINE_AA)
    return stamp


def gouache(image: np.ndarray, hand: Hand) -> np.ndarray:
    """Opaque matte paint: chalky flat patches, soft tonal steps, dry-brush streaks, a paper edge."""
    trembling = hand.warp(lifted(image, hand, 0.5), 3, 18)
    loose = _fine_touches(simplify(trembling, hand, 9 / hand.detail), trembling, hand, 0.7)
    gray = luminance(loose)
    steps = hand.blur(np.floor(gray * 7 + 0.5) * np.float32(1 / 7), 1.2)
    flat = dim(loose, 0.4 + 0.6 * (steps + 0.03) / (gray + 0.03))
    # White in every mixture: nothing is quite dark, and pale colours keep their strength.
    flat = contrast(saturate(flat, 1.36), 0.9, 0.6) + np.float32(0.03)
    # Dry brush: streaks that are long one way, different in light and dark paint.
    rows = max(8, round(hand.full[0] / max(1.0, hand.px(2.2))))
    streak = hand.spread(hand.settle(lambda: hand.rng.random((rows, 48), dtype=np.float32)), cv2.INTER_CUBIC)
    streak = hand.warp(streak, 14, 5) - 0.5
    tooth = hand.paper()
    rim = gray - hand.blur(gray, 3)
    flat = dim(flat, 1 + 0.14 * streak + 0.02 * tooth + 0.6 * np.clip(rim, -0.12, 0.12))
    away = hand.border_distance() + streak * 0.012 + (hand.clouds(9) - 0.5) * np.float32(0.012)
    sheet = cv2.merge([part * (1 + 0.012 * tooth) for part in (0.96, 0.945, 0.91)])
    return mix(sheet, flat, smoothstep(0.02, 0.026, away))
