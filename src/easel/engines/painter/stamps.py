"""Plants in masses: a few drawings of one kind, shown many times in the scene's light and air.

Small plants are stamped from pixels. Those that are taller than the stamp are drawn from their shapes: that is sharp at
any size, and quicker too, for most of a plant's frame is empty.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

import cv2
import numpy as np
import skia

from easel.engines.painter.brush import Colour, Surface, mix, paint, placed, rgb
from easel.engines.painter.layer import image_of
from easel.engines.painter.scene import Scene
from easel.engines.painter.vegetation import DrawPlant, bamboo, broadleaf, bush, conifer, palm

LINEAR = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)
#: Tallest stamp in pixels.
STAMP_MAX_PX = 900
#: Plants reach this far around their frame of 1 by 1: to the sides, above and below the base.
ROOM = skia.Rect.MakeLTRB(-1.2, -1.2, 1.2, 0.2)
#: Shapes are recorded at this height in pixels: their detail is for it.
RECORDED_PX = 1600

#: Half the width of standing plants at their base and at their top, as shares of their height.
REACHES: dict[DrawPlant, tuple[float, float]] = {
    bamboo: (0.02, 0.02),
    broadleaf: (0.05, 0.3),
    bush: (0.75, 0.4),
    conifer: (0.24, 0.02),
    palm: (0.04, 0.1),
}


@dataclass(frozen=True, slots=True)
class Spot:
    """One plant: `x`, `y` its base and `tall` its height in pixels, `depth` 0 near to 1 far."""

    x: float
    y: float
    tall: float
    depth: float = 0.0


@dataclass(frozen=True, slots=True)
class Stamp:
    """Pixels of a plant without the empty ones around; `left`, `top` is their corner as seen from the base."""

    image: skia.Image
    left: int
    top: int


class Stamps:
    """A few drawings of one kind of plant, two or `each` of every colour.

    `tall_px` is the height up to which plants are stamped, `wide` their reach to each side as a share of their height.
    """

    def __init__(
        self,
        scene: Scene,
        draw: DrawPlant,
        colours: Iterable[Colour],
        *,
        tall_px: float,
        wide: float = 0.6,
        each: int = 2,
    ):
        self.scene = scene
        self.draw = draw
        self.tall = int(min(max(tall_px, 8), STAMP_MAX_PX)) + 1
        self.half = int(self.tall * wide) + 2
        self.rng = scene.rng(f"stamps {draw.__name__}")
        self.looks = [(colour, self.rng.integers(1 << 62)) for colour in colours for _ in range(each)]
        self.stamps: dict[int, Stamp] = {}
        self.shapes: dict[tuple[int, int], skia.Picture] = {}
        # Plants are drawn lit from the left.
        self.side = -1.0 if scene.light.x > 0.5 else 1.0

    def shadows(self, spots: list[Spot]) -> None:
        """The shade at the feet of plants, drawn out away from the sun."""
        light, canvas = self.scene.light, self.scene.canvas
        ink = mix(rgb("101c10"), self.scene.palette.haze, 0.1)
        for spot in spots:
            away = math.copysign(
                min(1.0, 0.4 + abs(spot.x / self.scene.width - light.x)), spot.x - light.x * self.scene.width
            )
            half, low = 0.26 * spot.tall, 0.036 * spot.tall
            x = spot.x + 0.16 * spot.tall * away * light.strength
            made = paint(ink, (0.18 + 0.24 * light.strength) * (1 - 0.7 * spot.depth), blur=max(0.5, 0.3 * low))
            canvas.drawOval(skia.Rect.MakeLTRB(x - half, spot.y - low, x + half, spot.y + low), made)

    def stamp(self, spots: list[Spot], *, haze: float = 0.75, shaded: bool = False, cover: bool = False) -> None:
        """Show the plants from far to near, in the scene's light; `shaded` ones throw a shadow.

        `cover` is low growth: it hides behind the plants that stand already, and grows before the feet of things.
        Other plants leave out the places where they would stand before a thing.
        """
        contact = self.scene.contact
        if cover:
            spots = [spot for spot in spots if not contact.hidden(spot.x, spot.y)]
        else:
            spots = [spot for spot in spots if not contact.in_the_way(spot.x, spot.y, spot.tall, self._trunk(spot))]
        if shaded:
            self.shadows(spots)
        p = self.scene.palette
        ambient = tuple(min(1.0, c) for c in p.ambient)
        airs: dict[int, skia.ColorFilter] = {}
        for spot in sorted(spots, key=lambda s: s.y):
            step = round(spot.depth * 8)
            if step not in airs:
                airs[step] = _air(ambient, p.haze, min(0.9, haze * step / 8))
            look = int(self.rng.integers(len(self.looks)))
            if cover and contact.before_feet(spot.x, spot.y, spot.tall):
                contact.later(spot.y, partial(self._show, spot, look, step, airs[step]))
            else:
                self._show(spot, look, step, airs[step])
        if not cover:
            contact.grown += [self._outline(spot) for spot in spots]

    def _show(self, spot: Spot, look: int, step: int, air: skia.ColorFilter) -> None:
        canvas = self.scene.canvas
        if spot.tall <= self.tall:
            stamp, k = self._stamp(look), spot.tall / self.tall
            size = (stamp.image.width() * k, stamp.image.height() * k)
            frame = skia.Rect.MakeXYWH(spot.x + stamp.left * k, spot.y + stamp.top * k, *size)
            canvas.drawImageRect(stamp.image, frame, LINEAR, skia.Paint(ColorFilter=air))
            return
        if (look, step) not in self.shapes:
            self.shapes[look, step] = self._shape(look, air)
        with placed(canvas, (spot.x, spot.y), scale=(self.side * spot.tall / RECORDED_PX, spot.tall / RECORDED_PX)):
            canvas.drawPicture(self.shapes[look, step])

    def _trunk(self, spot: Spot) -> float:
        return REACHES.get(self.draw, (0.5, 0.5))[0] * spot.tall

    def _outline(self, spot: Spot) -> tuple[float, float, float, float, float]:
        low, high = REACHES.get(self.draw, (0.5, 0.5))
        return spot.x, spot.y, spot.tall, low * spot.tall, high * spot.tall

    def _stamp(self, look: int) -> Stamp:
        if look not in self.stamps:
            surface = Surface(2 * self.half, int(self.tall * 1.12) + 2)
            base = int(self.tall * 1.06)
            with placed(surface.canvas, (self.half, base), scale=(self.side * self.tall, float(self.tall))):
                self._draw(surface.canvas, look)
            left, top, width, height = cv2.boundingRect(np.ascontiguousarray(surface.rgba[..., 3]))
            width, height = max(1, width), max(1, height)
            pixels = np.ascontiguousarray(surface.rgba[top : top + height, left : left + width])
            self.stamps[look] = Stamp(image_of(pixels), left - self.half, top - base)
        return self.stamps[look]

    def _shape(self, look: int, air: skia.ColorFilter) -> skia.Picture:
        recorder = skia.PictureRecorder()
        scale = skia.Matrix.Scale(RECORDED_PX, RECORDED_PX)
        canvas = recorder.beginRecording(scale.mapRect(ROOM))
        canvas.concat(scale)
        self._draw(_InAir(canvas, air), look)
        return recorder.finishRecordingAsPicture()

    def _draw(self, canvas: "skia.Canvas | _InAir", look: int) -> None:
        colour, seed = self.looks[look]
        self.draw(canvas, np.random.default_rng(seed), colour, self.scene.snowy)


class _InAir:
    """A canvas on which everything that is drawn is seen through one light and air."""

    def __init__(self, canvas: skia.Canvas, air: skia.ColorFilter):
        self._canvas, self._air = canvas, air

    def __getattr__(self, name: str) -> object:
        method = getattr(self._canvas, name)
        if not name.startswith("draw"):
            return method

        def draw(*arguments: object) -> None:
            arguments[-1].setColorFilter(self._air)  # the paint
            method(*arguments)

        return draw


def _air(ambient: Colour, haze: Colour, veil: float) -> skia.ColorFilter:
    """Shows colours in the ambient light, behind `veil` of haze."""
    rows = []
    for k in range(3):
        rows += [0.0] * 5
        rows[-5 + k] = ambient[k] * (1 - veil)
        # The haze comes in by way of alpha, so that it stays within the plant's outline.
        rows[-2] = haze[k] * veil
    return skia.ColorFilters.Matrix([*rows, 0.0, 0.0, 0.0, 1.0, 0.0])
