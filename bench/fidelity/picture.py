"""A finished picture, and where in its pixels each thing really is.

A thing's own layer (the painting with nothing else and no surroundings) gives its silhouette. It counts as seen where
its layer lies on top of the other things and where the finished picture differs from the same picture without things.
"""

from dataclasses import dataclass, replace
from functools import cached_property

import cv2
import numpy as np

from easel.core.image import Size
from easel.engines.painter.paint import Painting, begin, paint
from easel.engines.painter.palette import time_of
from easel.engines.painter.places import setting_of
from easel.engines.painter.plan import ScenePlan

SIZE = Size(384, 384)
#: Alpha of a thing; the shadows in a layer stay below.
SOLID = 175
#: Difference in Lab from which a pixel has visibly changed; 2.3 is just noticeable.
CHANGED = 5.0

Key = tuple[int, int]


def lab(pixels: np.ndarray) -> np.ndarray:
    """CIE Lab, float32: L in [0, 100], a and b in about [-100, 100]."""
    return cv2.cvtColor(pixels[..., :3].astype(np.float32) / np.float32(255), cv2.COLOR_RGB2LAB)


def difference(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """The distance in Lab of each pixel."""
    return np.linalg.norm(lab(one) - lab(other), axis=2)


@dataclass(frozen=True, slots=True)
class Box:
    """The bounds of an area, in pixels; right and bottom are exclusive."""

    left: int
    top: int
    right: int
    bottom: int

    @classmethod
    def of(cls, area: np.ndarray) -> "Box":
        """The bounds of a bool map that has at least one pixel set."""
        rows, columns = np.flatnonzero(area.any(1)), np.flatnonzero(area.any(0))
        return cls(int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)

    @property
    def width(self) -> int:
        """In pixels."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """In pixels."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One copy of a thing: bool maps of its whole silhouette and of the part that is seen."""

    index: int
    kind: str
    area: np.ndarray
    seen: np.ndarray

    @property
    def share(self) -> float:
        """How much of the silhouette is seen, in [0, 1]."""
        return float(self.seen.sum()) / max(1, int(self.area.sum()))

    @property
    def box(self) -> Box:
        """The bounds of the silhouette."""
        return Box.of(self.area)

    @property
    def centre(self) -> tuple[float, float]:
        """The silhouette's centroid in pixels."""
        rows, columns = np.nonzero(self.area)
        return float(columns.mean()), float(rows.mean())


class Picture:
    """A plan's painting with one seed, at the bench's size."""

    def __init__(self, plan: ScenePlan, *, seed: int):
        self.plan, self.seed = plan, seed
        painting = paint(plan, SIZE, seed=seed)
        self.pixels = painting.pixels
        self._keys = tuple((region.thing, region.copy) for region in painting.regions)

    def otherwise(self, **changes: object) -> "Picture":
        """The same picture of a plan that differs in some fields."""
        return Picture(replace(self.plan, **changes), seed=self.seed)

    @cached_property
    def unstyled(self) -> "Picture":
        """The same scene without its style; a style may choose the place, and that stays."""
        return Picture(self._unstyled, seed=self.seed)

    @property
    def _unstyled(self) -> ScenePlan:
        # A title lies over the finished picture: it is no part of any thing's outline.
        plain = replace(self.plan, style="none", lettering=())
        place = setting_of(self.plan)
        return plain if setting_of(plain) == place else replace(plain, setting=place)

    @cached_property
    def light(self) -> dict[str, str]:
        """The time, weather and season that are painted: the seed's choice where the words leave the time open."""
        scene, _ = begin(self.plan, SIZE, seed=self.seed, freedom=1.0)
        asked = {"weather": self.plan.weather, "season": self.plan.season}
        return {"time": time_of(scene.plan)} | {name: value for name, value in asked.items() if value}

    @property
    def hour(self) -> str:
        """The time of day by its light: storms are like dusk."""
        return "dusk" if self.plan.weather == "storm" else self.light["time"]

    @cached_property
    def lab(self) -> np.ndarray:
        """The finished pixels in Lab."""
        return lab(self.pixels)

    @cached_property
    def adapted(self) -> np.ndarray:
        """The same as an eye sees them that is used to the dark: a white card in the scene's light would be white."""
        light = begin(self.plan, SIZE, seed=self.seed, freedom=1.0)[0].light
        card = np.clip([part * light.gain for part in light.ambient], 0.5, 1.0)
        return lab(np.clip(self.pixels[..., :3] / card, 0, 255).astype(np.uint8))

    @cached_property
    def bare(self) -> np.ndarray:
        """The same picture without its things."""
        return paint(self.plan, SIZE, seed=self.seed, without=frozenset(self._keys)).pixels

    @cached_property
    def copies(self) -> tuple[Copy, ...]:
        """Every copy of every thing that has a silhouette in the frame."""
        if not self._keys:
            return ()
        changed = difference(self.pixels, self.bare) > CHANGED
        together = self._layer(frozenset())
        copies = []
        for key in self._keys:
            alone = self._layer(frozenset(self._keys) - {key})
            area = alone[..., 3] >= SOLID
            if not area.any():
                continue
            others = self._layer(frozenset({key}))
            on_top = np.abs(together.astype(np.int16) - others).max(2) > 3
            kind = self.plan.things[key[0]].kind
            copies.append(Copy(index=key[0], kind=kind, area=area, seen=area & on_top & changed))
        return tuple(copies)

    def _layer(self, without: frozenset[Key]) -> np.ndarray:
        """The things alone, RGBA: unstyled, because styles move outlines."""
        layer: Painting = paint(self._unstyled, SIZE, seed=self.seed, transparent=True, without=without)
        return layer.pixels
