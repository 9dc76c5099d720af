"""What edits do to the finished pixels of one of the painter's own pictures: it knows where its things are."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

import numpy as np

from easel.engines.painter.language import matching
from easel.engines.painter.language.edits import SUBJECT
from easel.engines.painter.paint import Painting
from easel.engines.painter.plan import Retouch, ScenePlan
from easel.engines.painter.references.areas import area_of
from easel.engines.painter.references.frame import to_bytes, to_float
from easel.engines.painter.references.locating import PLACES_BY_NAME
from easel.engines.painter.references.retouch import GEOMETRIC, retouched
from easel.engines.painter.references.subject import Unfound

#: From this difference on, of 255, a pixel belongs to what is drawn there, and not to the shadow that it throws.
DRAWN = 96
Copies = Collection[tuple[int, int]]


@dataclass(slots=True)
class Afterwards:
    """A finished picture, uint8 RGB or RGBA, and how its plan's things are painted alone, without some copies."""

    pixels: np.ndarray
    plan: ScenePlan
    paint_things: Callable[[Copies], Painting]

    def retouched(self) -> tuple[np.ndarray, tuple[str, ...]]:
        """The picture after all that the plan's edits do to it, and the names of what could not be done."""
        undone: list[str] = []
        picture = to_float(self.pixels)
        kinds = {kind for one in self.plan.retouched for kind in (SUBJECT, *one.kinds)}
        areas = {kind: area for kind in sorted(kinds) if (area := self._area(kind)) is not None}

        def find(kind: str) -> np.ndarray:
            if kind not in areas or float(areas[kind].max()) < 0.5:
                raise Unfound
            return areas[kind]

        for one in self.plan.retouched:
            try:
                layers = _changed(picture, areas, one, find)
            except Unfound:
                undone.append(one.name)
            else:
                picture, areas = layers
        return to_bytes(picture), tuple(undone)

    def _area(self, kind: str) -> np.ndarray | None:
        """Where the things of a kind are to be seen, (H, W) in [0, 1]; all things are the subject."""
        if kind in PLACES_BY_NAME:
            return area_of(to_float(self.pixels[..., :3]), kind)
        chosen = range(len(self.plan.things)) if kind == SUBJECT else matching(self.plan, kind)
        shown = self.paint_things(())
        copies = {(region.thing, region.copy) for region in shown.regions if region.thing in chosen}
        if not copies:
            return None
        rest = self.paint_things(copies).pixels
        unlike = np.abs(shown.pixels.astype(np.int16) - rest).max(2)
        return (unlike > DRAWN).astype(np.float32)


def _changed(
    picture: np.ndarray, areas: dict[str, np.ndarray], one: Retouch, find: Callable[[str], np.ndarray]
) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    """The picture and the areas of its things after one retouch: what moves takes them along."""
    colours = retouched(np.ascontiguousarray(picture[..., :3]), one, find)
    if one.name not in GEOMETRIC:
        return np.dstack([colours, picture[..., 3:]]), areas

    def moved(area: np.ndarray) -> np.ndarray:
        return retouched(np.dstack([area] * 3), one, find)[..., 0]

    return np.dstack([colours, *map(moved, np.moveaxis(picture[..., 3:], 2, 0))]), {
        k: moved(a) for k, a in areas.items()
    }
