"""Drawn and inked styles: cartoon, anime, comic, genki."""

import cv2
import numpy as np

from easel.engines.painter.noise import smoothstep
from easel.engines.painter.styles.frames import band
from easel.engines.painter.styles.hand import Hand
from easel.engines.painter.styles.regions import flatten, outlines
from easel.engines.painter.styles.smoothing import bloom, ink_lines, long_lines, simplify
from easel.engines.painter.styles.tone import contrast, dim, grade, hex_colour, luminance, mix, saturate, screen

INK = np.array([0.07, 0.055, 0.09], np.float32)
#: Lines shorter than so many units are specks.
SHORT = 22.0


def _cel(image: np.ndarray, hand: Hand, *, radius: float, steps: int, strength: float) -> np.ndarray:
    """Cel shading: broad patches whose luma falls in clear steps; hue stays."""
    broad = np.clip(simplify(image, hand, radius / hand.detail), 0, 1)
    fine = hand.blur(image, 1.0)
    clear = smoothstep(0.05, 0.16, np.abs(luminance(fine) - luminance(broad)))
    broad = mix(broad, fine, clear)
    gray = luminance(broad)
    level = gray * steps
    base = np.floor(level)
    stepped = (base + smoothstep(0.4, 0.6, level - base)) * np.float32(1 / steps)
    return dim(broad, 1 - strength + strength * (stepped + 0.03) / (gray + 0.03))


def cartoon(image: np.ndarray, hand: Hand) -> np.ndarray:
    """Western cartoon: bold outlines, clear flat shading, candy colours."""
    flat = _cel(image, hand, radius=5, steps=6, strength=0.75)
    flat = np.clip(saturate(contrast(flat, 1.04, 0.4), 1.34) + np.float32(0.03), 0, 1)
    gray = luminance(hand.blur(image, 0.7))
    bold = ink_lines(gray, hand, 3.4, threshold=0.022)
    fine = ink_lines(gray, hand, 1.4, threshold=0.03)
    lines = long_lines(smoothstep(0.15, 0.75, np.maximum(bold, fine)), hand, SHORT)
    return mix(flat, flat * np.float32(0.12) + INK * np.float32(0.6), lines)


def anime(image: np.ndarray, hand: Hand) -> np.ndarray:
    """Anime background and cel: clean thin coloured lines, airy light from above, clear blue shadows, soft bloom."""
    flat = _cel(image, hand, radius=4, steps=5, strength=0.42)
    flat = contrast(saturate(flat, 1.26), 0.95, 0.42) + np.float32(0.035)
    flat = grade(flat, (-0.012, 0.0, 0.075), (0.03, 0.022, -0.004))
    lines = smoothstep(0.2, 0.85, ink_lines(luminance(image), hand, 1.25, threshold=0.02))
    lines = long_lines(lines, hand, SHORT)
    flat = mix(flat, flat * np.float32(0.28) + np.array([0.06, 0.02, 0.06], np.float32), lines * 0.9)
    width = hand.full[1]
    y, x = hand.down(1, 0), np.linspace(0, 1, width, dtype=np.float32)[None, :]
    luck = hand.settle(lambda: hand.rng.random((1, 24), dtype=np.float32))
    ray = smoothstep(0.35, 0.95, cv2.resize(luck, (2 * width, 1), interpolation=cv2.INTER_CUBIC))[0]
    # Slanted shafts: one row of noise, sheared down the picture.
    column = ((x + 0.55 * y) / 1.55 * (2 * width - 1)).astype(np.int32)
    shafts = ray[column] * y * y * 0.16
    flat = screen(flat, shafts[..., None] * np.array([1.0, 0.97, 0.86], np.float32))
    return bloom(flat, hand, 0.3, 0.72, 16)


def comic(image: np.ndarray, hand: Hand) -> np.ndarray:
    """Printed comic page: heavy black ink, spotted blacks, halftone dots, a white gutter and a panel frame."""
    flat = _cel(image, hand, radius=6, steps=4, strength=0.85)
    flat = np.clip(saturate(contrast(flat, 1.12, 0.42), 1.45) + np.float32(0.04), 0, 1)
    gray = luminance(hand.blur(image, 0.8))
    fill = np.clip(0.78 - 1.15 * luminance(flat), 0, 0.62)
    screened = smoothstep(-0.12, 0.12, fill - _halftone(hand, 7.5 / hand.detail))
    flat = dim(flat, 1 - 0.36 * screened)
    lines = np.maximum(ink_lines(gray, hand, 3.6, threshold=0.02), ink_lines(gray, hand, 1.6, threshold=0.028))
    spotted = smoothstep(0.13, 0.07, hand.blur(gray, 1.5))
    ink = np.maximum(long_lines(smoothstep(0.12, 0.5, lines), hand, SHORT), spotted)
    page = mix(flat, np.full(3, 0.03, np.float32), ink)
    for strip in band(hand, 0.0235, 0.03):
        page[strip] = 0.03
    for strip in band(hand, 0.0, 0.0235):
        page[strip] = hex_colour("#fbf9f2")
    return page


def _halftone(hand: Hand, units: float) -> np.ndarray:
    """A 45-degree dot screen of so many units: 0 in a dot's middle, about 0.7 between four dots."""
    height, width = hand.full
    step = np.float32(2 * np.pi / (max(3.0, hand.px(units)) * 2**0.5))
    x, y = (np.cos(np.arange(n, dtype=np.float32) * step) for n in (width, height))
    # cos(x + y) + cos(x - y) = 2 cos x cos y: the turned screen is separable.
    return 0.5 - 0.5 * x[None, :] * y[hand.rows, None]


def line_art(image: np.ndarray, hand: Hand) -> np.ndarray:
    """Black outlines on white paper, nothing filled: as in a colouring book."""
    broad = np.clip(simplify(image, hand, 4.0), 0, 1)
    fine, bold = luminance(hand.blur(image, 0.9)), luminance(hand.blur(broad, 0.8))
    # Grass and bark are rough, eyes and stripes are clear: only what is clear has a line within a shape.
    clear = smoothstep(0.25, 0.8, ink_lines(fine, hand, 1.8, threshold=0.026))
    shapes = smoothstep(0.25, 0.8, ink_lines(bold, hand, 3.0, threshold=0.018))
    edges = outlines(flatten(broad, hand, 14, radius=5, smooth=1.6), hand.px(2.0))
    lines = np.maximum(long_lines(shapes, hand, 2 * SHORT), long_lines(clear, hand, 0.6 * SHORT))
    lines = np.maximum(lines, long_lines(edges, hand, 3 * SHORT))
    return mix(np.ones_like(image), np.full(3, 0.08, np.float32), lines)


def genki(image: np.ndarray, hand: Hand) -> np.ndarray:
    """Genki: high-key candy light, white-rimmed outlines, sun rays, sparkles, hearts and confetti."""
    flat = _cel(image, hand, radius=5, steps=5, strength=0.5)
    flat = np.clip(flat, 0, 1) ** np.float32(0.78)
    flat = grade(saturate(flat, 1.42), (0.06, 0.0, 0.05), (0.035, 0.012, -0.02))
    gray = luminance(hand.blur(image, 0.8))
    lines = long_lines(smoothstep(0.15, 0.75, ink_lines(gray, hand, 2.4, threshold=0.034)), hand, SHORT)
    rim = np.clip(hand.blur(lines, 5) * 1.6, 0, 0.5)
    flat = screen(flat, rim[..., None] * np.array([1.0, 0.96, 0.9], np.float32))
    flat = mix(flat, np.array([0.42, 0.14, 0.2], np.float32), lines * 0.88)
    flat = screen(flat, _sun_rays(hand)[..., None] * np.array([1.0, 0.93, 0.62], np.float32))
    flat = bloom(flat, hand, 0.22, 0.78, 14)
    return _confetti(np.clip(flat, 0, 1), hand)


def _sun_rays(hand: Hand) -> np.ndarray:
    height, width = hand.full
    left = hand.settle(lambda: bool(hand.rng.random() < 0.5))
    x = (np.linspace(0, 1, width, dtype=np.float32) - np.float32(-0.05 if left else 1.05))[None, :]
    x = x * np.float32(width / height)
    y = hand.down() + np.float32(0.08)
    beams = smoothstep(-0.1, 0.25, np.sin(np.arctan2(y, x) * np.float32(30)))
    return beams * np.clip(1.05 - np.hypot(x, y), 0, 1) * 0.3


def _confetti(image: np.ndarray, hand: Hand) -> np.ndarray:
    """Sparkles, hearts and dots near the sides, where they do not cover the subject."""
    height, width = hand.full
    canvas = image.copy()
    for x, y, size, number, colour in hand.settle(lambda: _thrown(hand.rng)):
        points = (_sparkle, _heart, _dot)[number](min(height, width) * size)
        points = points + np.array([x * width, y * height - hand.rows.start])
        cv2.fillPoly(canvas, [np.round(points * 16).astype(np.int32)], colour, cv2.LINE_AA, shift=4)
    return cv2.addWeighted(image, 0.12, canvas, 0.88, 0)


def _thrown(rng: np.random.Generator) -> list[tuple]:
    """Place, size, shape and colour of each piece; lengths in shares."""
    colours = ((1, 1, 1), (1, 0.93, 0.45), (1, 0.6, 0.74), (0.55, 0.9, 0.95), (0.8, 0.72, 1.0))
    pieces = []
    for number in range(34):
        along, depth = rng.random(), abs(rng.normal(0, 0.09)) + 0.02
        x, y = ((along, depth), (depth, along), (1 - depth, along))[number % 3]
        size = 0.007 + 0.019 * rng.random() ** 2
        colour = colours[int(rng.integers(len(colours)))]
        pieces.append((x, y, size, int(rng.choice(3, p=(0.55, 0.25, 0.2))), colour))
    return pieces


def _sparkle(radius: float) -> np.ndarray:
    t = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    return np.stack([np.cos(t) ** 3, np.sin(t) ** 3 * 1.25], -1) * radius * 1.5


def _heart(radius: float) -> np.ndarray:
    t = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    y = -(13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t))
    return np.stack([16 * np.sin(t) ** 3, y], -1) * radius / 16


def _dot(radius: float) -> np.ndarray:
    t = np.linspace(0, 2 * np.pi, 24, endpoint=False)
    return np.stack([np.cos(t), np.sin(t)], -1) * radius * 0.5
