"""Pictures that start from other pictures: repainted, filled in, or with subjects brought in from elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import cv2
import numpy as np

from easel.core.image import Size
from easel.engines.painter import styles
from easel.engines.painter.noise import smoothstep
from easel.engines.painter.paint import Painting
from easel.engines.painter.plan import Relation, ScenePlan, Thing
from easel.engines.painter.references.colour import carry_palette
from easel.engines.painter.references.frame import fit, opaque, to_bytes, to_float
from easel.engines.painter.references.mask import paste
from easel.engines.painter.references.mood import in_mood
from easel.engines.painter.references.placing import Spot, place, spots
from easel.engines.painter.references.relight import at_time, in_season, in_weather
from easel.engines.painter.references.repaint import ANEW, STEP_IN, repaint
from easel.engines.painter.references.subject import cut_out, remove, subject_area
from easel.engines.painter.sprites import SPRITES, get
from easel.engines.painter.styles.tone import mix

#: Longer side at which pictures are repainted: two scenes and a style at 4K would take four times as long.
REPAINTED_SIDE_MAX = 2560
#: Longer side of the sketch that only tells where things will stand.
SKETCH_SIDE = 160
#: At which outlines of things are drawn.
SILHOUETTE = Size(192, 192)
#: Groups of things that a caller's subject can stand in for.
SUBJECT_GROUPS = ("person", "animal")


class Paint(Protocol):
    """The scene painter with a job's seed and finish already set."""

    def __call__(self, plan: ScenePlan, size: Size, *, transparent: bool = False) -> Painting:
        """Paint a plan; transparent paints only the things."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Studio:
    """What all pictures of this kind need: the plan, the frame and the scene painter."""

    plan: ScenePlan
    size: Size
    seed: int
    paint: Paint
    #: Where alone the picture is to be changed, float (H, W) of 0 and 1; None for everywhere.
    masked: np.ndarray | None = None

    def repainted(self, picture: np.ndarray, *, strength: float) -> np.ndarray:
        """Image to image; `picture` is uint8 RGB of the frame's size, and so is the result."""
        if strength <= 0:
            return picture.copy()
        factor = REPAINTED_SIDE_MAX / max(self.size.width, self.size.height)
        if factor < 1:
            smaller = replace(self, size=Size(round(self.size.width * factor), round(self.size.height * factor)))
            repainted = smaller.repainted(fit(picture, smaller.size), strength=strength)
            return cv2.resize(repainted, picture.shape[1::-1], interpolation=cv2.INTER_CUBIC)
        lit = to_bytes(mix(to_float(picture), self.relit(to_float(picture)), min(1.0, 1.5 * strength)))
        if not is_scene(self.plan):
            return repaint(lit, strength=strength, plan=self.plan, painted=lit, seed=self.seed)
        plain = replace(self.plan, style="none")
        painted = self.paint(plain, self.size).pixels if strength >= ANEW else lit
        steps_in = STEP_IN < strength < ANEW and plain.things
        things = self.paint(plain, self.size, transparent=True).pixels if steps_in else None
        return repaint(lit, strength=strength, plan=self.plan, painted=painted, things=things, seed=self.seed)

    def relit(self, picture: np.ndarray) -> np.ndarray:
        """A float RGB picture at the plan's time of day, in its weather, season and mood, where it names them."""
        if self.plan.season:
            picture = in_season(picture, self.plan.season, seed=self.seed)
        if self.plan.time:
            picture = at_time(picture, self.plan.time, seed=self.seed)
        if self.plan.weather:
            picture = in_weather(picture, self.plan.weather, seed=self.seed)
        return in_mood(picture, self.plan.mood)

    def filled(self, picture: np.ndarray, mask: np.ndarray) -> np.ndarray:
        """`picture` (uint8 RGB) with the mask's white part painted anew from the plan; the rest is kept to the byte."""
        area = fit(mask, self.size) >= 128
        if not area.any():
            return picture.copy()
        base = to_float(picture)
        plain = replace(self.plan, style="none")
        if plain.things:
            scene = self._with_things(_emptied(base, area), area)
        elif is_scene(plain):
            scene = carry_palette(to_float(self.paint(plain, self.size).pixels), base, weight=0.35)
        else:
            scene = remove(base, area.astype(np.float32))
        return paste(picture, self.styled(scene), mask)

    def _with_things(self, scene: np.ndarray, area: np.ndarray) -> np.ndarray:
        """The plan's things, as large as the bounding box of `area` allows, standing in it."""
        height, width = area.shape
        rows, columns = np.flatnonzero(area.any(1)), np.flatnonzero(area.any(0))
        high, wide = int(rows[-1] - rows[0]) + 1, int(columns[-1] - columns[0]) + 1
        cutout = self.alone(replace(self.plan, setting=None, backdrops=(), style="none"))
        tall = 0.94 * min(high, wide * cutout.shape[0] / cutout.shape[1])
        spot = Spot(float(columns.mean()) / width, (float(rows[-1]) - 0.03 * high) / height, tall / height)
        return place(scene, cutout, spot)

    def alone(self, plan: ScenePlan) -> np.ndarray:
        """A plan's things without ground or shadow, cropped to them: uint8 RGBA."""
        pixels = self.paint(plan, self.size, transparent=True).pixels.copy()
        # Their cast shadow is half transparent and fell on another ground: `place` gives them a new one.
        pixels[..., 3] = to_bytes(smoothstep(0.6, 0.95, to_float(pixels[..., 3])))
        return cut_out(pixels)

    def silhouette(self, kind: str) -> np.ndarray | None:
        """The outline of one thing as the painter draws it, float (h, w) in [0, 1]; None for what it does not draw."""
        if kind not in SPRITES:
            return None
        smaller = replace(self, size=SILHOUETTE)
        alone = smaller.alone(ScenePlan(things=(Thing(kind=kind, words=kind),), setting="plain"))
        return (alone[..., 3] > 127).astype(np.float32)

    def styled(self, picture: np.ndarray) -> np.ndarray:
        """A float RGB picture in the plan's style, or without one as it is; uint8."""
        pixels = to_bytes(picture)
        if self.plan.style == "none":
            return pixels
        return styles.apply(pixels, self.plan.style, weight=self.plan.style_weight, seed=self.seed)

    def with_subjects(self, pictures: Sequence[np.ndarray]) -> np.ndarray:
        """The plan's scene with the subjects of `pictures` where its people or animals would stand. uint8 RGB."""
        cutouts = [cut_out(picture) for picture in pictures]
        stand_ins = self._stand_ins(len(cutouts))
        places = self._places(stand_ins, len(cutouts))
        rest = replace(without(self.plan, stand_ins), style="none")
        scene = to_float(self.paint(rest, self.size).pixels)
        # Farther ones first, so that nearer ones stand before them.
        for spot, cutout in sorted(zip(places, cutouts, strict=True), key=lambda pair: pair[0].foot):
            scene = place(scene, cutout, spot)
        return self.styled(scene)

    def joined(self, picture: np.ndarray, pictures: Sequence[np.ndarray]) -> np.ndarray:
        """`picture` (uint8 RGB of the frame's size) with the subjects of further `pictures` standing in it."""
        scene = to_float(picture)
        cutouts = [cut_out(other) for other in pictures]
        for spot, cutout in zip(_beside(len(cutouts)), cutouts, strict=True):
            scene = place(scene, cutout, spot)
        return self.styled(scene)

    def on_background(self, picture: np.ndarray, background: np.ndarray) -> np.ndarray:
        """The subject of `picture` before another picture; uint8 RGB of the frame's size."""
        scene = to_float(fit(opaque(background), self.size))
        return self.styled(place(scene, cut_out(picture), spots(1)[0]))

    def _stand_ins(self, count: int) -> tuple[int, ...]:
        """Indices of the plan's things that `count` subjects replace: people and animals, in the prompt's order."""
        found: list[int] = []
        for index, thing in enumerate(self.plan.things):
            if sum(self.plan.things[i].count for i in found) < count and get(thing.kind).group in SUBJECT_GROUPS:
                found.append(index)
        return tuple(found)

    def _places(self, stand_ins: tuple[int, ...], count: int) -> tuple[Spot, ...]:
        """Where the stand-ins would have been painted, left to right; evenly spread where there are too few."""
        if not stand_ins:
            return spots(count)
        factor = SKETCH_SIDE / max(self.size.width, self.size.height)
        sketch = Size(max(16, round(self.size.width * factor)), max(16, round(self.size.height * factor)))
        regions = self.paint(replace(self.plan, style="none"), sketch).regions
        boxes = sorted(region.box for region in regions if region.thing in stand_ins)[:count]
        if len(boxes) < count:
            return spots(count)
        return tuple(
            Spot((left + right) / 2, min(0.99, bottom), max(0.3, bottom - top)) for left, top, right, bottom in boxes
        )


def _emptied(base: np.ndarray, area: np.ndarray) -> np.ndarray:
    """`base` without what stands out in `area`; walls, ground and what reaches beyond it go on behind the new thing."""
    rows, columns = np.flatnonzero(area.any(1)), np.flatnonzero(area.any(0))
    grown = [round(0.15 * len(axis)) + 1 for axis in (rows, columns)]
    window = tuple(
        slice(max(0, int(axis[0]) - more), int(axis[-1]) + 1 + more)
        for axis, more in zip((rows, columns), grown, strict=True)
    )
    if min(base[window].shape[:2]) < 16:
        return base
    _, parts, stats, _ = cv2.connectedComponentsWithStats((subject_area(base[window]) > 0.5).astype(np.uint8))
    within = np.bincount(parts[area[window]], minlength=len(stats)) >= 0.9 * stats[:, cv2.CC_STAT_AREA]
    within[0] = False
    gone = np.zeros(area.shape, np.float32)
    gone[window] = within[parts]
    return remove(base, gone) if gone.any() else base


def _beside(count: int) -> tuple[Spot, ...]:
    """Places for newcomers: at the sides, in front, leaving the middle to who is already there."""
    if count == 1:
        return (Spot(0.76, 0.96, 0.44),)
    return tuple(Spot(0.14 + 0.72 * i / (count - 1), 0.96, min(0.44, 1.2 / count)) for i in range(count))


def is_scene(plan: ScenePlan) -> bool:
    """Whether a plan names something to see, and not only a light, a weather or a style."""
    return bool(plan.things or plan.setting or plan.backdrops)


def without(plan: ScenePlan, indices: tuple[int, ...]) -> ScenePlan:
    """The plan without some of its things; relations to them fall away, the others point where they did."""
    kept = [index for index in range(len(plan.things)) if index not in indices]
    new = {old: number for number, old in enumerate(kept)}
    things = []
    for index in kept:
        thing = plan.things[index]
        relations = tuple(Relation(r.kind, new[r.target]) for r in thing.relations if r.target in new)
        things.append(replace(thing, relations=relations))
    return replace(plan, things=tuple(things))
