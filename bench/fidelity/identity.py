"""What a thing is, told from its pixels: the nearest of many sprites, each painted alone.

The reference has another seed and size than the picture, and stands in the light of the same hour. What is compared
is the silhouette and, where it is not hidden, the pattern of light and dark inside it; its hue counts only where the
prompt gives it no colour.
"""

import zlib
from dataclasses import dataclass

import cv2
import numpy as np
from bench.fidelity.picture import SIZE, SOLID, Box, Copy, Picture, lab
from bench.fidelity.shared import shared

from easel.engines.painter.paint import paint
from easel.engines.painter.palette import lies_under_snow
from easel.engines.painter.plan import ScenePlan, Thing
from easel.engines.painter.sprites import SPRITES
from easel.engines.painter.sprites.sitters import SITTERS

#: Side of the pattern that is compared, in pixels.
SIDE = 32
#: How many other sprites compete with the right one.
RIVALS = 20
SEEDS = (101, 202, 303, 404, 505)
#: Strings and stalks thinner than this share of a silhouette's side are lost in a small picture of it.
THIN = 0.045
#: Kinds that are one drawing but for colour or a detail, and so no rivals of one another. People are told from other
#: things, not from each other: who it is follows from clothes, which prompts change.
ALIKE = (
    {"tea_cup", "coffee_cup"}, {"tree", "autumn_tree", "cherry_tree"}, {"rose", "flower", "peony"}, {"car", "taxi"},
    {name for name, sprite in SPRITES.items() if sprite.group == "person"},
)  # fmt: skip
#: A kind whose own pictures differ by more than this in a and b of Lab comes in any colour, as tents do.
OWN_HUE = 22.0
#: The weights of the pattern inside and of the hue against the silhouette.
INSIDE, HUE = 0.35, 0.004


@dataclass(frozen=True, slots=True)
class Pattern:
    """A silhouette, the part of it that is seen, and its light and dark there, all float32 (SIDE, SIDE).

    `hue` is the mean a and b of Lab.
    """

    shape: np.ndarray
    seen: np.ndarray
    shade: np.ndarray
    hue: np.ndarray

    def flipped(self) -> "Pattern":
        """The same facing the other way."""
        return Pattern(self.shape[:, ::-1], self.seen[:, ::-1], self.shade[:, ::-1], self.hue)


def pattern(area: np.ndarray, seen: np.ndarray, pixels: np.ndarray) -> Pattern:
    """The pattern of a silhouette, scaled into the square as a whole.

    `seen` is where `pixels`, uint8 RGB, show the thing; both maps are bool.
    """
    values = lab(pixels)
    light, hue = values[..., 0], values[seen][:, 1:].mean(0)
    shade = np.where(seen, (light - light[seen].mean()) / max(float(light[seen].std()), 1.5), 0.0)
    box = Box.of(area)
    side = max(box.width, box.height)
    x, y = (side - box.width) // 2, side - box.height
    square = np.zeros((side, side, 3), np.float32)
    parts = np.dstack([area, seen, shade])[box.top : box.bottom, box.left : box.right]
    square[y : y + box.height, x : x + box.width] = parts
    return Pattern(*np.moveaxis(cv2.resize(square, (SIDE, SIDE), interpolation=cv2.INTER_AREA), 2, 0), hue)


def core(area: np.ndarray) -> np.ndarray:
    """A silhouette without what is thin, such as a balloon's string; the whole where little else is left."""
    box = Box.of(area)
    reach = round(THIN * max(box.width, box.height)) | 1
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (max(3, reach), max(3, reach)))
    thick = cv2.morphologyEx(area.astype(np.uint8), cv2.MORPH_OPEN, kernel).astype(bool)
    return thick if thick.sum() > 0.8 * area.sum() else area


def distance(one: Pattern, other: Pattern, *, hue: bool) -> float:
    """How unlike two patterns are, in shape, shade and, where `hue` says so, hue; 0 for the same."""
    overlap = np.minimum(one.shape, other.shape)
    unlike = 1.0 - float(overlap.sum() / max(np.maximum(one.shape, other.shape).sum(), 1e-6))
    both = np.sqrt(np.minimum(one.seen, other.seen))
    first, second = one.shade * both, other.shade * both
    unlike += INSIDE * (1.0 - float((first * second).sum() / (np.linalg.norm(first) * np.linalg.norm(second) + 1e-6)))
    return unlike + (HUE * float(np.linalg.norm(one.hue - other.hue)) if hue else 0.0)


@shared
def references(
    kind: str, traits: frozenset[str], colour: str | None, setting: str, time: str, camera: str
) -> tuple[Pattern, ...]:
    """Patterns of a sprite painted alone, facing both ways; `camera` tells a portrait from a whole figure."""
    patterns = []
    thing = Thing(kind=kind, words=kind, traits=traits, colour=colour)
    for seed in SEEDS:
        plan = ScenePlan(things=(thing,), setting=setting, time=time, camera=camera)
        layer = paint(plan, SIZE, seed=seed, transparent=True).pixels
        area = layer[..., 3] >= SOLID
        if area.any():
            for shape in (area, core(area)):
                seen = pattern(shape, shape, layer[..., :3])
                patterns += [seen, seen.flipped()]
    return tuple(patterns)


def rivals_of(kind: str) -> tuple[str, ...]:
    """RIVALS other kinds, always the same ones for a kind: half of its own group, as far as there are."""
    same = {kind}.union(*(group for group in ALIKE if kind in group))
    others = sorted(
        (name for name in SPRITES if name not in same and not name.endswith("_portrait")),
        key=lambda name: zlib.crc32(f"{kind} {name}".encode()),
    )
    group = SPRITES[kind].group if kind in SPRITES else ""
    near = [name for name in others if SPRITES[name].group == group][: RIVALS // 2]
    return tuple(near + [name for name in others if name not in near][: RIVALS - len(near)])


def nearest(picture: Picture, copy: Copy, *, kind: str, hue: bool = True) -> str:
    """Which of `kind` and its rivals the copy looks most like; `hue` says whether its hue counts."""
    thick = core(copy.area)
    shown = [pattern(copy.area, copy.seen, picture.pixels)]
    if (thick & copy.seen).any():
        shown.append(pattern(thick, copy.seen & thick, picture.pixels))
    thing = picture.plan.things[copy.index]
    # Snow lies on roofs and crowns, an evening reddens what it falls on, and windows and lamps are lit by night.
    setting = "snowfield" if lies_under_snow(picture.plan) else "plain" if picture.hour == "day" else "meadow"

    person = SPRITES[kind].group == "person" if kind in SPRITES else False
    camera = picture.plan.camera if person else "normal"
    # Whoever rides is drawn so.
    tied = {relation.kind for relation in thing.relations}
    rides = {"pose:riding"} if "riding" in tied else set()
    # A bear sits down to have its paws free for what it holds.
    sits = "holding" in tied and kind in SITTERS and thing.trait("pose") is None

    def known_as(name: str) -> tuple[Pattern, ...]:
        # Rivals take the pose, too, and are what they usually are otherwise.
        traits = frozenset(trait for trait in thing.traits if name == kind or trait.startswith("pose:"))
        colour = thing.colour if name == kind else None
        known = references(name, traits | rides, colour, setting, picture.hour, camera)
        if sits:
            known += references(name, traits | {"pose:sitting"}, colour, setting, picture.hour, camera)
        return known

    hue = hue and _has_own_hue(known_as(kind))

    def unlike(name: str) -> float:
        known = known_as(name)
        return min(distance(one, other, hue=hue) for one in shown for other in known)

    return min((kind, *rivals_of(kind)), key=unlike)


def _has_own_hue(known: tuple[Pattern, ...]) -> bool:
    """Whether all pictures of a kind have nearly one hue."""
    hues = np.array([one.hue for one in known])
    return bool((hues.max(0) - hues.min(0)).max() < OWN_HUE)
