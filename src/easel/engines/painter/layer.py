"""A transparent sheet to draw on before it is laid on the picture: premultiplied, shared by Skia and NumPy."""

import numpy as np
import skia


class Layer:
    """`canvas` draws into `rgba`, uint8 (height, width, 4), colours premultiplied by alpha."""

    def __init__(self, width: int, height: int):
        self._rgba = np.zeros((height, width, 4), np.uint8)
        self._surface = surface_of(self._rgba)
        self.canvas: skia.Canvas = self._surface.getCanvas()

    @property
    def rgba(self) -> np.ndarray:
        """The live pixels."""
        self._surface.flushAndSubmit()
        return self._rgba


def surface_of(rgba: np.ndarray) -> skia.Surface:
    """A surface that draws into these premultiplied pixels."""
    # Skia takes a bare buffer for straight alpha, which turns half-clear white into white.
    return skia.Surface(rgba, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)


def image_of(rgba: np.ndarray) -> skia.Image:
    """A copy of premultiplied pixels for drawing."""
    return skia.Image.fromarray(rgba, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)
