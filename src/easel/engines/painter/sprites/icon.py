"""Sprites made from vector icons: what no family of the painter's own draws."""

from functools import lru_cache

import numpy as np
import skia

from easel.engines.painter import icons
from easel.engines.painter.brush import BLACK, WHITE, box, linear, mix, paint
from easel.engines.painter.sprites.sprite import Colour, Look, Sprite

PREFIX = "icon:"
#: Icons float in a square with a margin; drawn this much larger they stand on the ground line.
_OVERSIZE = 1.08
#: Width and height of an icon document.
_UNITS = 32


@lru_cache(maxsize=128)
def _document(name: str) -> skia.SVGDOM:
    # The stream only points at the bytes: they have to outlive the parsing.
    data = icons.svg(name).encode()
    document = skia.SVGDOM.MakeFromStream(skia.MemoryStream(data))
    if document is None:
        raise KeyError(PREFIX + name)
    return document


def _tint(colour: Colour) -> skia.ColorFilter:
    """Keep each pixel's lightness and give it the hue of `colour`."""
    dark, light = mix(colour, BLACK, 0.55), mix(colour, WHITE, 0.55)
    weights = (0.35, 0.5, 0.15)
    rows: list[float] = []
    for low, high in zip(dark, light, strict=True):
        rows += [w * (high - low) for w in weights] + [0.0, low]
    return skia.ColorFilters.Matrix([*rows, 0, 0, 0, 1, 0])


def icon_sprite(name: str) -> Sprite:
    """The icon `name` as a sprite. Raises KeyError where the icon set has no such icon."""
    document = _document(name)

    def draw(canvas: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
        layer = skia.Paint()
        if look.colour is not None:
            layer.setColorFilter(_tint(look.colour))
        bounds = box(-0.5, -1.0, 1.0, 1.0)
        canvas.saveLayer(bounds, layer)
        canvas.save()
        canvas.translate(-0.5 * _OVERSIZE, -0.5 - 0.5 * _OVERSIZE)
        canvas.scale(_OVERSIZE / _UNITS, _OVERSIZE / _UNITS)
        document.render(canvas)
        canvas.restore()
        light = linear(
            (-0.3, -1), (0.3, 0), ((1, 0.98, 0.9, 0.16), (1, 1, 1, 0), (0.06, 0.05, 0.2, 0.26)), (0, 0.45, 1)
        )
        canvas.drawRect(bounds, paint(light, blend=skia.BlendMode.kSrcATop))
        canvas.restore()

    return Sprite(name=PREFIX + name, draw=draw, height=0.3, attach={"top": (0, -0.95), "hand": (0.35, -0.5)})
