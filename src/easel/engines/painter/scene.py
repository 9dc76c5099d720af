"""One picture in the making: its plan, its measures, its light and the surface that every part draws on."""

import zlib
from dataclasses import dataclass, field

import cv2
import numpy as np
import skia

from easel.engines.painter import noise
from easel.engines.painter.brush import Surface
from easel.engines.painter.contact import Contact
from easel.engines.painter.light import Light
from easel.engines.painter.palette import Palette, lies_under_snow
from easel.engines.painter.plan import ScenePlan
from easel.engines.painter.styles.tone import mix

#: Styles drawn with clean shapes and outlines: their clouds and their things are simpler.
FLAT_STYLES = frozenset(
    {
        "cartoon",
        "comic",
        "pixel_art",
        "flat_vector",
        "anime",
        "genki",
        "paper_cut",
        "jianzhi",
        "stained_glass",
        "line_art",
    }
)
#: Rows that are laid at once: few enough to stay in the processor's cache.
STRIP = 64


@dataclass(frozen=True, slots=True)
class Ground:
    """Where things stand: `near` and `far` are rows (shares of the height) at the feet and at the farthest.

    `kind` is `ground`, `water` (all of it), `shore` (water behind, land before), `room`, `table` or `air`. `scale` is
    how large things are here compared with their natural share of an open landscape.
    """

    kind: str
    near: float
    far: float
    scale: float = 1.0

    def level(self, depth: float) -> float:
        """The row at `depth`, 0 near to 1 far."""
        return self.near - (self.near - self.far) * depth


@dataclass(slots=True)
class Scene:
    """`width` and `height` in pixels; `horizon` as a share of the height from the top.

    `finish` is 1 for a finished picture, less for a blocking-in, more for extra refinement. `freedom` in [0, 1] is how
    much may be added that the words do not say.
    """

    plan: ScenePlan
    width: int
    height: int
    seed: int
    palette: Palette
    light: Light
    horizon: float
    ground: Ground
    finish: float = 1.0
    freedom: float = 0.7
    #: What flies, as left, top, right, bottom in pixels: drawn clouds keep clear of it.
    aloft: tuple[tuple[float, float, float, float], ...] = ()
    #: Where things stand among plants.
    contact: Contact = field(default_factory=Contact)
    #: Where it is, by the name of a place (`places.setting_of`).
    setting: str = ""
    layer: Surface = field(init=False)

    def __post_init__(self) -> None:
        self.layer = Surface(self.width, self.height)

    @property
    def canvas(self) -> skia.Canvas:
        """Where vector shapes are drawn, in pixels."""
        return self.layer.canvas

    @property
    def pixels(self) -> np.ndarray:
        """The picture so far: uint8 (height, width, 4), live."""
        return self.layer.rgba

    def finished(self) -> np.ndarray:
        """The picture, uint8 (height, width, 3). Its surface is given up: nothing can be drawn any more."""
        picture = cv2.cvtColor(self.pixels, cv2.COLOR_RGBA2RGB)
        self.layer = Surface(1, 1)
        return picture

    @property
    def unit(self) -> float:
        """The length in pixels that things are measured by: the height, but never much more than the width."""
        return float(min(self.height, 1.25 * self.width))

    @property
    def aspect(self) -> float:
        """Width in units: 1 for a square, 8 for a panorama."""
        return self.width / self.unit

    @property
    def ground_px(self) -> float:
        """The horizon's row."""
        return self.horizon * self.height

    @property
    def flat(self) -> bool:
        """Whether the style wants clean shapes."""
        return self.plan.style in FLAT_STYLES

    @property
    def snowy(self) -> bool:
        """Whether snow lies."""
        return lies_under_snow(self.plan) or self.setting in ("snowfield", "frozen_lake")

    def rng(self, name: str) -> np.random.Generator:
        """The random stream of one part: independent of what other parts draw."""
        return np.random.default_rng([self.seed & 0xFFFFFFFFFFFFFFFF, zlib.crc32(name.encode())])

    def allows(self, name: str) -> bool:
        """Whether neither the prompt nor the negative prompt forbids `name`."""
        return name not in self.plan.excluded

    def free(self, name: str, share: float = 1.0) -> bool:
        """Whether to add `name` unasked: never when forbidden, and rarely when the words are to be followed closely."""
        return self.allows(name) and float(self.rng("free " + name).random()) < self.freedom * share

    def count(self, usual: float) -> int:
        """How many strokes of something to draw, by the finish and the picture's shape."""
        return max(1, round(usual * min(2.0, 0.25 + 0.75 * self.finish) * max(1.0, self.aspect)))

    def texture_size(self, rows: float, *, texels: float = 4e6) -> tuple[int, int]:
        """(height, width) at which to compute a field for `rows` of the full width: at most `texels` in all."""
        shrink = max(1.0, (rows * self.width / texels) ** 0.5)
        return max(2, round(rows / shrink)), max(2, round(self.width / shrink))

    def lay(self, colours: np.ndarray, top: int, bottom: int, *, alpha: np.ndarray | None = None) -> None:
        """Lay a float32 (h, w, 3) field over the rows [top, bottom), enlarged as needed and dithered."""
        top, bottom = max(0, top), min(self.height, bottom)
        if bottom <= top:
            return
        rows = bottom - top
        target = self.pixels[top:bottom]
        grain = cv2.merge([np.tile(noise.grain()[:STRIP], (1, -(-self.width // 256)))[:, : self.width]] * 3)
        for start in range(0, rows, STRIP):
            stop = min(rows, start + STRIP)
            part = _strip(colours, rows, self.width, start, stop) * np.float32(255)
            if alpha is not None:
                below = cv2.cvtColor(target[start:stop], cv2.COLOR_RGBA2RGB).astype(np.float32)
                part = mix(below, part, _strip(alpha, rows, self.width, start, stop))
            # Rounds to nearest and clips.
            shown = cv2.add(part, grain[: stop - start], dtype=cv2.CV_8U)
            cv2.cvtColor(shown, cv2.COLOR_RGB2RGBA, dst=target[start:stop])


def _strip(field_: np.ndarray, height: int, width: int, start: int, stop: int) -> np.ndarray:
    """Rows [start, stop) of `field_` enlarged to (height, width)."""
    rows, columns = field_.shape[:2]
    if (rows, columns) == (height, width):
        return field_[start:stop]
    scale_x, scale_y = columns / width, rows / height
    # Pixel centres: the usual half-pixel shift of an enlargement, written as an affine map for this strip alone.
    matrix = np.array([[scale_x, 0, 0.5 * scale_x - 0.5], [0, scale_y, (start + 0.5) * scale_y - 0.5]], np.float64)
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return cv2.warpAffine(field_, matrix, (width, stop - start), flags=flags, borderMode=cv2.BORDER_REPLICATE)
