"""Styles that a camera or a screen makes: grading, bloom, grain. No brush."""

import cv2
import numpy as np

from easel.engines.painter.styles.hand import Hand
from easel.engines.painter.styles.noise import clouds, grain
from easel.engines.painter.styles.tone import (
    bloom,
    blur,
    contrast,
    edges,
    grade,
    luminance,
    mix,
    saturate,
    screen,
    smoothstep,
    vignette,
)

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
    return bloom(image, 0.22, 0.74, hand.px(10))


def photo(image: np.ndarray, hand: Hand) -> np.ndarray:
    """A camera: local contrast, soft highlights, a little falloff and grain."""
    clear = image + (image - blur(image, hand.px(28))) * np.float32(0.22)
    clear = clear + (clear - blur(clear, max(0.6, hand.px(1.1)))) * np.float32(0.55)
    clear = bloom(contrast(clear, 1.05, 0.46), 0.3, 0.74, hand.px(11))
    clear *= vignette(*image.shape[:2], 0.26)[..., None]
    clear += (grain(image.shape[:2], hand.px(1.2), hand.rng) * np.float32(0.011))[..., None]
    return grade(saturate(clear, 0.97), (0.0, 0.004, 0.012), (0.012, 0.004, -0.008))


def cinematic(image: np.ndarray, hand: Hand) -> np.ndarray:
    """A film still: teal shadows, amber lights, halation, falloff, and the bars of a wide format."""
    toned = contrast(saturate(image, 0.9), 1.16, 0.44)
    toned = grade(toned, (-0.035, 0.012, 0.05), (0.07, 0.02, -0.055))
    halo = blur(np.maximum(toned - 0.66, 0), hand.px(22)) * np.array([1.0, 0.5, 0.28], np.float32)
    toned = screen(toned, halo * 1.3)
    toned *= vignette(*image.shape[:2], 0.5)[..., None]
    toned += (grain(image.shape[:2], hand.px(1.6), hand.rng) * np.float32(0.014))[..., None]
    bar = round(image.shape[0] * 0.065) if image.shape[1] >= image.shape[0] else round(image.shape[0] * 0.045)
    toned[:bar], toned[image.shape[0] - bar :] = 0.012, 0.012
    return toned


def digital(image: np.ndarray, hand: Hand) -> np.ndarray:
    """Polished digital art: crisp, luminous and saturated, cool shadows against warm light."""
    crisp = image + (image - blur(image, hand.px(18))) * np.float32(0.3)
    crisp = crisp + (crisp - blur(crisp, max(0.6, hand.px(1.2)))) * np.float32(0.6)
    crisp = saturate(contrast(crisp, 1.1), 1.2)
    crisp = grade(crisp, (-0.03, 0.0, 0.06), (0.05, 0.018, -0.025))
    crisp = bloom(crisp, 0.55, 0.68, hand.px(12))
    return crisp * vignette(*image.shape[:2], 0.16)[..., None]


def cyberpunk(image: np.ndarray, hand: Hand) -> np.ndarray:
    """Neon night: violet dark, magenta and cyan light, glowing edges, split colours and faint scan lines."""
    height, width = image.shape[:2]
    gray = luminance(image)
    dark = contrast(image, 1.18, 0.62) * np.float32(0.74)
    mood = mix(saturate(dark, 1.35), DUOTONE[np.clip(gray * 255, 0, 255).astype(np.uint8)], 0.52)
    strength = smoothstep(0.02, 0.14, edges(gray, max(0.7, hand.px(1.6))))
    where = (clouds((height, width), 3, hand.rng, octaves=2) > 0.5).astype(np.uint8)
    glow = np.array([[0.08, 0.9, 1.0], [1.0, 0.12, 0.75]], np.float32)[where] * strength[..., None]
    mood = screen(mood, glow * 0.35 + blur(glow, hand.px(7)) * 0.75)
    mood = bloom(mood, 0.5, 0.62, hand.px(14))
    shift = max(1, round(hand.px(2.2)))
    mood[:, shift:, 0], mood[:, :-shift, 2] = mood[:, :-shift, 0].copy(), mood[:, shift:, 2].copy()
    pitch = max(2.0, hand.px(4))
    wave = np.sin(np.arange(height, dtype=np.float32) * np.float32(2 * np.pi / pitch))
    lines = np.where(wave > 0, np.float32(0.93), np.float32(1))
    return mood * lines[:, None, None] * vignette(height, width, 0.42)[..., None]


def vintage(image: np.ndarray, hand: Hand) -> np.ndarray:
    """An old print: faded dyes, lifted blacks, a light leak, dust and a cream border."""
    height, width = image.shape[:2]
    faded = saturate(blur(image, hand.px(0.8)), 0.55)
    faded = grade(contrast(faded, 0.86, 0.56), (0.075, 0.035, 0.0), (0.04, -0.01, -0.12))
    faded *= vignette(height, width, 0.34)[..., None]
    side = hand.rng.random() < 0.5
    x = np.linspace(1, 0, width, dtype=np.float32) if side else np.linspace(0, 1, width, dtype=np.float32)
    leak = np.clip(x - 0.72, 0, 1)[None, :] * 1.4 * clouds((height, width), 2, hand.rng, octaves=2)
    faded = screen(faded, leak[..., None] * np.array([1.0, 0.42, 0.12], np.float32))
    faded += (grain((height, width), hand.px(1.7), hand.rng) * np.float32(0.026))[..., None]
    _scratch(faded, hand)
    return _cream_border(faded, hand)


def _scratch(image: np.ndarray, hand: Hand) -> None:
    height, width = image.shape[:2]
    cream = (0.95, 0.91, 0.8)
    for _ in range(26):
        x, y = hand.rng.random(2) * (width, height)
        length, lean = hand.px(3 + 26 * hand.rng.random() ** 3), hand.px(hand.rng.normal(0, 2))
        start, end = (int(x * 8), int(y * 8)), (int((x + lean) * 8), int((y + length) * 8))
        cv2.line(image, start, end, cream, max(1, round(hand.px(0.9))), cv2.LINE_AA, shift=3)


def _cream_border(image: np.ndarray, hand: Hand) -> np.ndarray:
    height, width = image.shape[:2]
    edge = round(min(height, width) * 0.035)
    mask = np.zeros((height, width), np.float32)
    mask[edge : height - edge, edge : width - edge] = 1
    mask = smoothstep(0.35, 0.65, blur(mask, hand.px(7)))
    ground = (
        np.array([0.945, 0.915, 0.845], np.float32) + (grain((height, width), hand.px(2), hand.rng) * 0.006)[..., None]
    )
    return mix(ground, image, mask)
