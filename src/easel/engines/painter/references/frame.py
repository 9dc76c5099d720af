"""Pixels of reference pictures: fitting them to a frame, and between bytes and floats."""

import cv2
import numpy as np

from easel.core.image import Image, Size
from easel.engines.painter.styles.tone import mix


def array_of(image: Image) -> np.ndarray:
    """A core image as uint8 (H, W, channels), or (H, W) for a mask; no copy."""
    pixels = np.frombuffer(image.pixels, np.uint8)
    shape = (image.height, image.width) if image.channels == 1 else (image.height, image.width, image.channels)
    return pixels.reshape(shape)


def image_of(pixels: np.ndarray) -> Image:
    """A uint8 array as a core image."""
    channels = 1 if pixels.ndim == 2 else pixels.shape[2]
    return Image(pixels.shape[1], pixels.shape[0], channels, np.ascontiguousarray(pixels).tobytes())


def fit(pixels: np.ndarray, size: Size) -> np.ndarray:
    """The picture scaled until it covers `size`, and its middle cut out. Same size: the same pixels."""
    height, width = pixels.shape[:2]
    if (width, height) == (size.width, size.height):
        return pixels.copy()
    factor = max(size.width / width, size.height / height)
    scaled = (max(size.width, round(width * factor)), max(size.height, round(height * factor)))
    resized = cv2.resize(pixels, scaled, interpolation=cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC)
    left, top = (scaled[0] - size.width) // 2, (scaled[1] - size.height) // 2
    return np.ascontiguousarray(resized[top : top + size.height, left : left + size.width])


def opaque(pixels: np.ndarray) -> np.ndarray:
    """uint8 RGB of a gray, RGB or RGBA picture; transparent parts lie on white."""
    if pixels.ndim == 2:
        return cv2.cvtColor(pixels, cv2.COLOR_GRAY2RGB)
    if pixels.shape[2] == 3:
        return pixels
    alpha = pixels[..., 3:].astype(np.float32) * np.float32(1 / 255)
    return to_bytes(to_float(pixels[..., :3]) * alpha + (1 - alpha))


def to_float(pixels: np.ndarray) -> np.ndarray:
    """uint8 as float32 in [0, 1]."""
    return pixels.astype(np.float32) * np.float32(1 / 255)


def to_bytes(picture: np.ndarray) -> np.ndarray:
    """Floats in [0, 1], clipped, as uint8. `to_bytes(to_float(x))` is x."""
    return (np.clip(picture, 0, 1) * 255 + 0.5).astype(np.uint8)


def over(ground: np.ndarray, things: np.ndarray, *, opacity: float = 1.0) -> np.ndarray:
    """Float RGB `ground` with straight-alpha float RGBA `things` on it."""
    alpha = np.ascontiguousarray(things[..., 3]) * np.float32(opacity)
    return mix(ground, np.ascontiguousarray(things[..., :3]), alpha)
