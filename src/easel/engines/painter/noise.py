"""Smooth random fields: clouds, rock, grass, ripples. Values around 0.5, nearly all in [0, 1], float32.

One tileable field per roughness is synthesised once by filtering white noise in the frequency domain, which has no
interpolation lattice. Every scene then samples its own offset, angle and scale of it: cheap at any resolution.
"""

from functools import lru_cache

import cv2
import numpy as np

#: Side of the tile in samples, and the lowest frequency in it: features per tile side at scale 1.
TILE = 512
LOWEST = 4.0
#: Samples looked up at once: few enough for their coordinates to stay in the processor's cache.
BAND = 1 << 16


@lru_cache(maxsize=24)
def tile(roughness: float = 1.0) -> np.ndarray:
    """The tileable field of one roughness: 0 rolls like hills, 1 is broken like clouds, 2 nearly dust."""
    rng = np.random.default_rng(int(roughness * 1000) + 17)
    spectrum = np.fft.rfft2(rng.standard_normal((TILE, TILE)))
    fy = np.fft.fftfreq(TILE)[:, None] * TILE
    fx = np.fft.rfftfreq(TILE)[None] * TILE
    frequency = np.maximum(np.hypot(fx, fy), 1e-6)
    slope = 3.4 - 1.9 * roughness if roughness < 1 else 2.0 - 0.5 * roughness
    gain = np.where(frequency < LOWEST * 0.75, 0.0, frequency**-slope)
    field = np.fft.irfft2(spectrum * gain, s=(TILE, TILE))
    field = (field / field.std() * 0.18 + 0.5).astype(np.float32)
    field.setflags(write=False)
    return field


@lru_cache(maxsize=1)
def grain() -> np.ndarray:
    """A tile of independent noise in [-0.5, 0.5], for dither and paper."""
    field = np.random.default_rng(5).random((256, 256), dtype=np.float32) - 0.5
    field.setflags(write=False)
    return field


def sample(u: np.ndarray, v: np.ndarray, rng: np.random.Generator, *, roughness: float = 1.0) -> np.ndarray:
    """The field at feature coordinates (u, v), arrays of one shape; one unit is about one feature."""
    ox, oy = rng.random(2)
    if rng.integers(2):
        u, v = v, u
    found = np.empty(u.shape, np.float32)
    step = max(1, BAND // u.shape[1])
    for band in (slice(top, top + step) for top in range(0, u.shape[0], step)):
        # Wrapped by hand: remap takes no coordinates beyond 16 bits.
        map_x, map_y = _wrapped(u[band], ox), _wrapped(v[band], oy)
        cv2.remap(tile(roughness), map_x, map_y, cv2.INTER_LINEAR, dst=found[band], borderMode=cv2.BORDER_WRAP)
    return found


def _wrapped(u: np.ndarray, offset: float) -> np.ndarray:
    turns = np.multiply(u, np.float32(1 / LOWEST), dtype=np.float32)
    turns += np.float32(offset)
    turns -= np.floor(turns)
    turns *= np.float32(TILE)
    return turns


def field(
    height: int,
    width: int,
    rng: np.random.Generator,
    *,
    across: float = 4.0,
    down: float = 4.0,
    roughness: float = 1.0,
) -> np.ndarray:
    """A (height, width) field with about `across` features over its width and `down` over its height."""
    u = np.linspace(0, across, width, dtype=np.float32)[None].repeat(height, 0)
    v = np.linspace(0, down, height, dtype=np.float32)[:, None].repeat(width, 1)
    return sample(u, v, rng, roughness=roughness)


def line(length: int, rng: np.random.Generator, *, features: float = 4.0, roughness: float = 1.0) -> np.ndarray:
    """A one-dimensional field of `length` samples with about `features` features."""
    u = np.linspace(0, features, length, dtype=np.float32)[None]
    return sample(u, np.zeros_like(u), rng, roughness=roughness)[0]


def smoothstep(low: float, high: float, x: np.ndarray) -> np.ndarray:
    """0 below `low`, 1 above `high`, smooth between; `low` may be the larger for a falling step."""
    t = np.clip((x - low) * np.float32(1.0 / (high - low)), 0.0, 1.0)
    rest = 3.0 - 2.0 * t
    t *= t
    t *= rest
    return t


def blur(field_: np.ndarray, sigma_px: float) -> np.ndarray:
    """Gaussian blur; wide ones are done on a smaller copy, which the eye cannot tell apart."""
    if sigma_px < 0.3:
        return field_
    height, width = field_.shape[:2]
    shrink = int(max(1, sigma_px // 4))
    if shrink == 1 or min(height, width) < shrink * 4:
        return cv2.GaussianBlur(field_, (0, 0), sigma_px, borderType=cv2.BORDER_REPLICATE)
    small = cv2.resize(field_, (width // shrink, height // shrink), interpolation=cv2.INTER_AREA)
    small = cv2.GaussianBlur(small, (0, 0), sigma_px / shrink, borderType=cv2.BORDER_REPLICATE)
    return cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR)
