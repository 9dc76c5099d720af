"""Selective colour: a black and white picture keeps the colours that its words ask for, such as one red umbrella's."""

import cv2
import numpy as np

from easel.engines.painter import things
from easel.engines.painter.brush import rgb
from easel.engines.painter.plan import Thing
from easel.engines.painter.scene import Scene
from easel.engines.painter.styles.tone import LUMA

#: From this difference between the strongest and the weakest channel on, a colour is none of the greys.
CHROMATIC = 0.2
#: How far a pixel's hue may be from the one asked for, of OpenCV's 180, and how much of it a pixel must have.
HUES, SATURATION = 16, 60


def accents(thing: Thing) -> list[tuple[float, float, float]]:
    """The colours that are asked for of a thing and its parts; blacks, whites and greys are not among them."""
    told = [thing.colour, *(t.partition(":")[2] for t in thing.traits if t.partition(":")[0].endswith("_colour"))]
    colours = (rgb(colour) for colour in told if colour and colour.startswith("#"))
    return [colour for colour in colours if max(colour) - min(colour) > CHROMATIC]


class Accents:
    """Draws things of a scene and remembers where those show a colour that was asked for."""

    def __init__(self, scene: Scene):
        self._scene = scene
        self.mask = np.zeros(scene.pixels.shape[:2], bool)

    def draw(self, item: things.Placed) -> None:
        """Draw one thing; it hides the colours behind it."""
        before = self._scene.pixels.copy()
        things.draw(self._scene, item)
        changed = (self._scene.pixels != before).any(-1)
        self.mask &= ~changed
        for colour in accents(item.thing):
            self.mask |= changed & _is_like(self._scene.pixels, colour)

    def drained(self, picture: np.ndarray) -> np.ndarray:
        """The picture, uint8 RGB, in greys but for the colours that were asked for."""
        grey = cv2.transform(picture, np.tile(np.float32(LUMA), (3, 1)))
        kept = cv2.GaussianBlur(self.mask.astype(np.float32), (0, 0), 0.7)[..., None]
        return np.clip(grey + (picture.astype(np.float32) - grey) * kept + 0.5, 0, 255).astype(np.uint8)


def _is_like(pixels: np.ndarray, colour: tuple[float, float, float]) -> np.ndarray:
    """Which pixels, uint8 RGB or RGBA, are of about the hue of a colour."""
    hsv = cv2.cvtColor(pixels[..., :3], cv2.COLOR_RGB2HSV)
    hue = int(cv2.cvtColor(np.uint8([[np.multiply(colour, 255)]]), cv2.COLOR_RGB2HSV)[0, 0, 0])
    away = np.abs(hsv[..., 0].astype(np.int16) - hue)
    return (np.minimum(away, 180 - away) <= HUES) & (hsv[..., 1] >= SATURATION)
