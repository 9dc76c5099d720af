"""Styles that a camera or a screen makes: grading, bloom, grain. No brush."""

import cv2
import numpy as np

from easel.engines.painter.noise import smoothstep
from easel.engines.painter.styles.hand import Hand
from easel.engines.painter.styles.smoothing import bloom, lifted
from easel.engines.painter.styles.tone import blur, contrast, dim, edges, grade, luminance, mix, saturate, screen

#: Colours of the cyberpunk scale from black to white: night blue, violet, magenta, cyan.
DUOTONE = np.stack(
    [
        np.interp(np.arange(256) / 255, (0.0, 0.3, 0.62, 1.0), channel).astype(np.float32)
        for channel in ((0.03, 0.22, 0.86, 0.3), (0.01, 0.03, 0.1, 0.88), (0.12, 0.42, 0.62, 1.0))
    ],
    axis=-1,
)


def plain(image: np.ndarray, hand: Hand) -> np.ndarray:
    """No style: only the glow that bright light has for every eye."""
    return bloom(image, hand, 0.22, 0.74, 10)


def photo(image: np.ndarray, hand: Hand) -> np.ndarray:
    """A camera: local contrast, soft highlights, a little falloff and grain."""
    clear = cv2.addWeighted(image, 1.22, hand.blur(image, 28), -0.22, 0)
    clear = cv2.addWeighted(clear, 1.55, hand.blur(clear, 1.1, least_px=0.6), -0.55, 0)
    clear = bloom(contrast(clear, 1.05, 0.46), hand, 0.3, 0.74, 11)
    clear = dim(clear, hand.vignette(0.26))
    clear += (hand.grain(1.2) * np.float32(0.011))[..., None]
    return grade(saturate(clear, 0.97), (0.0, 0.004, 0.012), (0.012, 0.004, -0.008))


def cinematic(image: np.ndarray, hand: Hand) -> np.ndarray:
    """A film still: teal shadows, amber lights, halation, falloff, and the bars of a wide format."""
    height, width = hand.full
    toned = contrast(saturate(image, 0.9), 1.16, 0.44)
    toned = grade(toned, (-0.035, 0.012, 0.05), (0.07, 0.02, -0.055))
    halation = np.array([1.3, 0.65, 0.364], np.float32)
    halo = hand.settle(lambda: blur(np.maximum(toned - 0.66, 0), hand.px(22)) * halation)
    toned = dim(screen(toned, hand.spread(halo)), hand.vignette(0.5))
    toned += (hand.grain(1.6) * np.float32(0.014))[..., None]
    # Less is cut from a picture that is high already.
    bar = (0.065 if width >= 1.2 * height else 0.04) * height
    y = np.arange(height)[hand.rows]
    toned[(y < round(bar)) | (y >= height - round(bar))] = 0.012
    return toned


def digital(image: np.ndarray, hand: Hand) -> np.ndarray:
    """Polished digital art: crisp, luminous and saturated, cool shadows against warm light."""
    crisp = cv2.addWeighted(image, 1.3, hand.blur(image, 18), -0.3, 0)
    crisp = cv2.addWeighted(crisp, 1.6, hand.blur(crisp, 1.2, least_px=0.6), -0.6, 0)
    crisp = saturate(contrast(crisp, 1.1), 1.2)
    crisp = grade(crisp, (-0.03, 0.0, 0.06), (0.05, 0.018, -0.025))
    return dim(bloom(crisp, hand, 0.55, 0.68, 12), hand.vignette(0.16))


def cyberpunk(image: np.ndarray, hand: Hand) -> np.ndarray:
    """Neon night: violet dark, magenta and cyan light, glowing edges, split colours and faint scan lines."""
    image = lifted(image, hand, 0.4)
    gray = luminance(image)
    dark = contrast(image, 1.16, 0.6) * np.float32(0.8)
    mood = mix(saturate(dark, 1.5), DUOTONE[np.clip(gray * 255, 0, 255).astype(np.uint8)], 0.44)
    # Soft enough that a city's thousand windows are no thousand glowing rings.
    strength = smoothstep(0.03, 0.19, edges(hand.blur(gray, 2.4, least_px=0.7), max(0.7, hand.px(2.4))))
    where = (hand.clouds(3, octaves=2) > 0.5).astype(np.uint8)
    glow = np.array([[0.08, 0.9, 1.0], [1.0, 0.12, 0.75]], np.float32)[where] * strength[..., None]
    mood = screen(mood, cv2.addWeighted(glow, 0.35, hand.blur(glow, 7), 0.75, 0))
    mood = bloom(mood, hand, 0.5, 0.62, 14)
    shift = max(1, round(hand.px(2.2)))
    mood[:, shift:, 0], mood[:, :-shift, 2] = mood[:, :-shift, 0].copy(), mood[:, shift:, 2].copy()
    pitch = max(2.0, hand.px(4))
    wave = np.sin(np.arange(hand.full[0], dtype=np.float32)[hand.rows, None] * np.float32(2 * np.pi / pitch))
    lines = np.where(wave > 0, np.float32(0.93), np.float32(1))
    return dim(mood, lines * hand.vignette(0.42))


def vintage(image: np.ndarray, hand: Hand) -> np.ndarray:
    """An old print: faded dyes, lifted blacks, a light leak, dust and a cream border."""
    faded = saturate(hand.blur(image, 0.8), 0.55)
    faded = grade(contrast(faded, 0.86, 0.56), (0.075, 0.035, 0.0), (0.04, -0.01, -0.12))
    faded = dim(faded, hand.vignette(0.34))
    x = np.linspace(0, 1, hand.full[1], dtype=np.float32)
    x = x[::-1] if hand.settle(lambda: bool(hand.rng.random() < 0.5)) else x
    leak = np.clip(x - 0.72, 0, 1)[None, :] * 1.4 * hand.clouds(2, octaves=2)
    faded = screen(faded, leak[..., None] * np.array([1.0, 0.42, 0.12], np.float32))
    faded += (hand.grain(1.7) * np.float32(0.026))[..., None]
    _scratch(faded, hand)
    return _cream_border(faded, hand)


def _scratch(image: np.ndarray, hand: Hand) -> None:
    height, width = hand.full
    luck = hand.settle(lambda: [(*hand.rng.random(3).tolist(), float(hand.rng.normal(0, 2))) for _ in range(26)])
    for x, y, far, slant in luck:
        left, top = x * width, y * height - hand.rows.start
        length, lean = hand.px(3 + 26 * far**3), hand.px(slant)
        start, end = (int(left * 8), int(top * 8)), (int((left + lean) * 8), int((top + length) * 8))
        cv2.line(image, start, end, (0.95, 0.91, 0.8), max(1, round(hand.px(0.9))), cv2.LINE_AA, shift=3)


def _cream_border(image: np.ndarray, hand: Hand) -> np.ndarray:
    mask = hand.blur((hand.border_distance() > 0.035).astype(np.float32), 7)
    ground = np.array([0.945, 0.915, 0.845], np.float32) + (hand.grain(2) * np.float32(0.006))[..., None]
    return mix(ground, image, smoothstep(0.35, 0.65, mask))
