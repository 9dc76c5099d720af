"""Tone and colour of float32 RGB pictures in [0, 1]: the small operations that every style is made of."""

import cv2
import numpy as np

#: Rec. 601 luma, as `cv2.COLOR_RGB2GRAY` uses it.
LUMA = np.array([0.299, 0.587, 0.114], np.float32)
ALL = slice(None)


def luminance(image: np.ndarray) -> np.ndarray:
    """The (H, W) luma of an (H, W, 3) picture."""
    return cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)


def blur(image: np.ndarray, sigma_px: float) -> np.ndarray:
    """A Gaussian blur whose cost does not grow with its radius: wide ones are made on a smaller picture."""
    if sigma_px < 0.2:
        return image.copy()
    height, width = image.shape[:2]
    factor = 1
    while sigma_px / factor > 2.4 and min(height, width) // (factor * 2) >= 8:
        factor *= 2
    if factor == 1:
        return cv2.GaussianBlur(image, (0, 0), sigma_px, borderType=cv2.BORDER_REPLICATE)
    # Whole blocks of pixels, so that a window of a picture is blurred as the picture is.
    down, right = -height % factor, -width % factor
    if down or right:
        image = cv2.copyMakeBorder(image, 0, down, 0, right, cv2.BORDER_REPLICATE)
    size = (image.shape[1], image.shape[0])
    small = cv2.resize(image, (size[0] // factor, size[1] // factor), interpolation=cv2.INTER_AREA)
    small = cv2.GaussianBlur(small, (0, 0), sigma_px / factor, borderType=cv2.BORDER_REPLICATE)
    wide = cv2.resize(small, size, interpolation=cv2.INTER_LINEAR)
    return np.ascontiguousarray(wide[:height, :width]) if down or right else wide


def saturate(image: np.ndarray, factor: float) -> np.ndarray:
    """Colours `factor` times as strong around their own luma; not clipped."""
    matrix = np.zeros((3, 4), np.float32)
    matrix[:, :3] = np.eye(3) * factor + (1 - factor) * LUMA
    return cv2.transform(image, matrix)


def contrast(image: np.ndarray, factor: float, pivot: float = 0.5) -> np.ndarray:
    """Values `factor` times as far from `pivot`; not clipped."""
    return image * np.float32(factor) + np.float32(pivot * (1 - factor))


def dim(image: np.ndarray, factor: np.ndarray) -> np.ndarray:
    """An (H, W, 3) picture times an (H, W) map."""
    # OpenCV, for NumPy is four times slower where the innermost axis, three channels, is broadcast.
    return cv2.multiply(image, cv2.merge([factor, factor, factor]))


def mix(base: np.ndarray, top: np.ndarray, alpha: np.ndarray | float) -> np.ndarray:
    """`top` over `base`; `top` may be one colour, `alpha` is a number or an (H, W) map."""
    colour = top.ndim == 1 and top.size == 3
    mixed = cv2.subtract((*(float(part) for part in top), 0.0), base) if colour else cv2.subtract(top, base)
    if not isinstance(alpha, np.ndarray):
        mixed *= np.float32(alpha)
    elif mixed.ndim == 3:
        cv2.multiply(mixed, cv2.merge([alpha, alpha, alpha]), dst=mixed)
    else:
        mixed *= alpha
    return cv2.add(mixed, base, dst=mixed)


def grade(image: np.ndarray, shadows: tuple[float, ...], lights: tuple[float, ...]) -> np.ndarray:
    """Split toning: `shadows` is added where the picture is dark, `lights` where it is bright."""
    # A pixel's luma is linear in its colour, so the whole grade is one 3 by 4 matrix.
    low, high = np.array(shadows, np.float32), np.array(lights, np.float32)
    matrix = np.hstack([np.eye(3, dtype=np.float32) + np.outer(high - low, LUMA), low[:, None]])
    return cv2.transform(image, matrix.astype(np.float32))


def screen(image: np.ndarray, light: np.ndarray) -> np.ndarray:
    """Add `light` as a second projector would: never beyond white. Both (H, W, 3)."""
    lit, more = np.clip(image, 0, 1), np.clip(light, 0, 1)
    both = cv2.multiply(lit, more)
    return cv2.subtract(cv2.add(lit, more, dst=lit), both, dst=lit)


def edges(soft: np.ndarray, sigma_px: float) -> np.ndarray:
    """Gradient strength of an (H, W) map that was blurred by `sigma_px`, per blur radius: the same at every size."""
    dx = cv2.Sobel(soft, cv2.CV_32F, 1, 0, ksize=3)
    dy = cv2.Sobel(soft, cv2.CV_32F, 0, 1, ksize=3)
    return cv2.magnitude(dx, dy) * np.float32(max(sigma_px, 0.5) / 4)


def border_distance(height: int, width: int, rows: slice = ALL) -> np.ndarray:
    """How far each pixel of `rows` is from the nearest side, as a share of the shorter side (0 to 0.5)."""
    short = min(height, width)
    x = (np.minimum(np.arange(width), np.arange(width)[::-1]) + 0.5).astype(np.float32) / short
    y = (np.minimum(np.arange(height), np.arange(height)[::-1]) + 0.5).astype(np.float32) / short
    return np.minimum(x[None, :], y[rows, None])


def vignette(height: int, width: int, amount: float, rows: slice = ALL) -> np.ndarray:
    """A factor for each pixel of `rows`: 1 in the picture's middle, about 1 - `amount` in its corners."""
    x = np.linspace(-1, 1, width, dtype=np.float32)[None, :]
    y = np.linspace(-1, 1, height, dtype=np.float32)[rows, None]
    return 1 - amount * np.clip((x * x + y * y - 0.35) * 0.62, 0, 1)


def hex_colour(text: str) -> np.ndarray:
    """`#rrggbb` as three floats."""
    return np.array([int(text[i : i + 2], 16) for i in (1, 3, 5)], np.float32) / 255
