"""What a thing is, told from its pixels: the nearest of many sprites, each painted alone.

The reference has another seed and size than the picture, and stands in neutral light. What is compared is the
silhouette, and where the thing is not hidden the pattern of light and dark inside it; its hue counts only where the
prompt gives it no colour.
"""

import zlib
from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np

from bench.fidelity.picture import SIZE, SOLID, Box, Copy, Picture, lab
from easel.engines.painter.paint import paint
from easel.engines.painter.plan import ScenePlan, Thing
from easel.engines.painter.sprites import SPRITES

#: Side of the pattern that is compared, in pixels.
SIDE = 32
#: How many other sprites compete with the right one.
RIVALS = 20
SEEDS = (101, 202, 303)
#: A thing that is hidden further is known by its silhouette alone.
UNHIDDEN = 0.85
#: The weights of the pattern inside and of the hue against the silhouette.
INSIDE, HUE = 0.35, 0.004


@dataclass(frozen=True, slots=True)
class Pattern:
    """A silhouette and its light and dark, both float32 (SIDE, SIDE), and the mean a and b of Lab."""

    shape: np.ndarray
    shade: np.ndarray
    hue: np.ndarray

    def flipped(self) -> "Pattern":
        """The same facing the other way."""
        return Pattern(self.shape[:, ::-1], self.shade[:, ::-1], self.hue)


def pattern(area: np.ndarray, pixels: np.ndarray) -> Pattern:
    """The pattern of what `pixels`, uint8 RGB, show in a bool map, scaled into the square as a whole."""
    values = lab(pixels)
    light, hue = values[..., 0], values[area][:, 1:].mean(0)
    box = Box.of(area)
    side = max(box.width, box.height)
    shape, shade = np.zeros((side, side), np.float32), np.zeros((side, side), np.float32)
    x, y = (side - box.width) // 2, side - box.height
    cut = area[box.top : box.bottom, box.left : box.right]
    values = light[box.top : box.bottom, box.left : box.right]
    inside = values[cut]
    values = np.where(cut, (values - inside.mean()) / max(float(inside.std()), 1.5), 0.0)
    shape[y : y + box.height, x : x + box.width] = cut
    shade[y : y + box.height, x : x + box.width] = values
    shape, shade = (cv2.resize(part, (SIDE, SIDE), interpolation=cv2.INTER_AREA) for part in (shape, shade))
    return Pattern(shape, shade, hue)


def distance(one: Pattern, other: Pattern, *, inside: bool, hue: bool) -> float:
    """How unlike two patterns are, by their silhouettes, and by what is `inside` them and their `hue`; 0 for the same."""
    overlap = np.minimum(one.shape, other.shape)
    unlike = 1.0 - float(overlap.sum() / max(np.maximum(one.shape, other.shape).sum(), 1e-6))
    if inside:
        sizes = np.linalg.norm(one.shade) * np.linalg.norm(other.shade) + 1e-6
        unlike += INSIDE * (1.0 - float((one.shade * other.shade * overlap).sum() / sizes))
    return unlike + (HUE * float(np.linalg.norm(one.hue - other.hue)) if hue else 0.0)


@lru_cache(maxsize=4096)
def references(kind: str, traits: frozenset[str]) -> tuple[Pattern, ...]:
    """Patterns of a sprite painted alone, facing both ways."""
    patterns = []
    thing = Thing(kind=kind, words=kind, traits=traits)
    for seed in SEEDS:
        plan = ScenePlan(things=(thing,), setting="plain")
        layer = paint(plan, SIZE, seed=seed, transparent=True).pixels
        area = layer[..., 3] >= SOLID
        if area.any():
            seen = pattern(area, layer[..., :3])
            patterns += [seen, seen.flipped()]
    return tuple(patterns)


def rivals_of(kind: str) -> tuple[str, ...]:
    """RIVALS other kinds, always the same ones for a kind: half of its own group, as far as there are."""
    others = sorted(
        (name for name in SPRITES if name != kind and not name.endswith("_portrait")),
        key=lambda name: zlib.crc32(f"{kind} {name}".encode()),
    )
    group = SPRITES[kind].group if kind in SPRITES else ""
    near = [name for name in others if SPRITES[name].group == group][: RIVALS // 2]
    return tuple(near + [name for name in others if name not in near][: RIVALS - len(near)])


def nearest(picture: Picture, copy: Copy, *, kind: str, hue: bool = True) -> str:
    """Which of `kind` and its rivals the copy looks most like; `hue` says whether its hue counts."""
    inside = copy.share >= UNHIDDEN
    seen = pattern(copy.seen if inside else copy.area, picture.pixels)
    traits = picture.plan.things[copy.index].traits

    def unlike(name: str) -> float:
        known = references(name, traits)
        return min(distance(seen, one, inside=inside, hue=hue and inside) for one in known)

    return min((kind, *rivals_of(kind)), key=unlike)
