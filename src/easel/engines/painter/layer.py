"""Pixels that Skia and NumPy share: uint8 (height, width, 4), colours premultiplied by alpha."""

import numpy as np
import skia


def surface_of(rgba: np.ndarray) -> skia.Surface:
    """A surface that draws into these premultiplied pixels."""
    # Skia takes a bare buffer for straight alpha, which turns half-clear white into white.
    return skia.Surface(rgba, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)


def image_of(rgba: np.ndarray) -> skia.Image:
    """A copy of premultiplied pixels for drawing."""
    return skia.Image.fromarray(rgba, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)
