"""Sprites made from vector icons: what no family of the painter's own draws."""

from functools import lru_cache

import numpy as np
import skia

from easel.engines.painter import icons
from easel.engines.painter.brush import BLACK, WHITE, box, linear, mix, paint, placed
from easel.engines.painter.sprites.sprite import Colour, Look, Sprite

PREFIX = "icon:"
#: Icons float in a square with a margin; drawn this much larger they stand on the ground line.
_OVERSIZE = 1.08
#: Icons that show one of what comes in pairs.
SINGLES = frozenset(
    "hiking-boot running-shoe mans-shoe high-heeled-shoe womans-boot womans-sandal flat-shoe thong-sandal".split()
)
#: Where the two of a pair stand: the one behind, the one before. What lies side by side is seen from above.
BESIDE, ABREAST = ((-0.1, -0.17), (0.09, 0.0)), ((-0.24, 0.0), (0.24, 0.0))
#: Width and height of an icon document.
_UNITS = 32
#: Beginning of the icon's group → natural height, group and place of the sprite. The first that fits counts.
_NATURES: tuple[tuple[str, tuple[float, str, str]], ...] = (
    ("food-", (0.15, "food", "surface")),
    ("drink", (0.16, "food", "surface")),
    ("dishware", (0.14, "object", "surface")),
    ("animal-bug", (0.1, "animal", "ground")),
    ("animal-bird", (0.18, "animal", "ground")),
    ("animal-marine", (0.2, "animal", "water")),
    ("animal-reptile", (0.24, "animal", "ground")),
    ("animal-amphibian", (0.14, "animal", "ground")),
    ("animal-mammal", (0.28, "animal", "ground")),
    ("transport-ground", (0.26, "vehicle", "ground")),
    ("transport-water", (0.3, "vehicle", "water")),
    ("transport-air", (0.24, "vehicle", "sky")),
    ("place-building", (0.44, "building", "ground")),
    ("place-religious", (0.44, "building", "ground")),
    ("plant-flower", (0.22, "plant", "ground")),
    ("clothing", (0.2, "object", "surface")),
    ("tool", (0.18, "object", "surface")),
    ("office", (0.13, "object", "surface")),
    ("writing", (0.14, "object", "surface")),
    ("book-paper", (0.12, "object", "surface")),
    ("phone", (0.14, "object", "surface")),
    ("computer", (0.17, "object", "surface")),
    ("money", (0.12, "object", "surface")),
    ("mail", (0.12, "object", "surface")),
    ("time", (0.13, "object", "surface")),
    ("game", (0.2, "object", "surface")),
    ("science", (0.18, "object", "surface")),
    ("medical", (0.14, "object", "surface")),
    ("award-medal", (0.16, "object", "surface")),
)


@lru_cache(maxsize=128)
def _document(name: str) -> skia.SVGDOM:
    # The stream only points at the bytes: they have to outlive the parsing.
    data = icons.svg(name).encode()
    document = skia.SVGDOM.MakeFromStream(skia.MemoryStream(data))
    if document is None:
        raise KeyError(PREFIX + name)
    return document


def tint(colour: Colour) -> skia.ColorFilter:
    """Keep each pixel's lightness and give it the hue of `colour`."""
    dark, light = mix(colour, BLACK, 0.5), mix(colour, WHITE, 0.32)
    weights = (0.35, 0.5, 0.15)
    rows: list[float] = []
    for low, high in zip(dark, light, strict=True):
        rows += [w * (high - low) for w in weights] + [0.0, low]
    return skia.ColorFilters.Matrix([*rows, 0, 0, 0, 1, 0])


def icon_sprite(name: str) -> Sprite:
    """The icon `name` as a sprite. Raises KeyError where the icon set has no such icon."""
    document = _document(name)

    def draw(canvas: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
        if name in SINGLES and look.traits.get("pair"):
            # One behind the other, both smaller, so that the two fill the frame of one.
            for at in ABREAST if name == "thong-sandal" else BESIDE:
                with placed(canvas, at, scale=0.8):
                    draw_one(canvas, look)
        else:
            draw_one(canvas, look)

    def draw_one(canvas: skia.Canvas, look: Look) -> None:
        layer = skia.Paint()
        if look.colour is not None:
            layer.setColorFilter(tint(look.colour))
        bounds = box(-0.5, -1.0, 1.0, 1.0)
        canvas.saveLayer(bounds, layer)
        canvas.save()
        if name == "running-shoe":
            # Drawn on its toes, across its square; here it stands on its sole, as long as the square is wide.
            canvas.translate(0, 0.316)
            canvas.rotate(-41, 0, -0.5)
            canvas.translate(0, -0.12)
            canvas.scale(0.76, 0.76)
        canvas.translate(-0.5 * _OVERSIZE, -0.5 - 0.5 * _OVERSIZE)
        canvas.scale(_OVERSIZE / _UNITS, _OVERSIZE / _UNITS)
        document.render(canvas)
        canvas.restore()
        light = linear(
            (-0.3, -1), (0.3, 0), ((1, 0.98, 0.9, 0.16), (1, 1, 1, 0), (0.06, 0.05, 0.2, 0.26)), (0, 0.45, 1)
        )
        canvas.drawRect(bounds, paint(light, blend=skia.BlendMode.kSrcATop))
        canvas.restore()

    height, group, place = _nature(name)
    attach = {"top": (0, -0.95), "hand": (0.35, -0.5)}
    return Sprite(name=PREFIX + name, draw=draw, height=height, group=group, place=place, attach=attach)


def _nature(name: str) -> tuple[float, str, str]:
    """Natural height, group and place of an icon's sprite."""
    family = icons.info(name).group
    return next((nature for start, nature in _NATURES if family.startswith(start)), (0.3, "object", "ground"))
