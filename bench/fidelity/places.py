"""Where a scene is, told from its pixels: the nearest of many settings, each painted with another seed.

Places make room for what is in them: a lake with somebody beside it has a shore. So all of them are painted for
somebody, for a boat or for nobody, as the picture is, and then without whoever it is.
"""

import zlib

import cv2
import numpy as np
from bench.fidelity.picture import SIZE, Picture, lab
from bench.fidelity.shared import shared

from easel.engines.painter.paint import paint
from easel.engines.painter.plan import SETTINGS, ScenePlan, Thing
from easel.engines.painter.sprites import get

#: How many other settings compete with the right one.
RIVALS = 20
SEEDS = (101, 202, 303, 404, 505, 606)
#: Settings that are one place under several names, and so no rivals of one another.
ALIKE = (
    {"lake", "river", "harbour"}, {"meadow", "park", "garden", "farmland"}, {"space", "night_sky"},
    {"street", "square", "market", "neon_street", "hutong"}, {"flower_field", "garden", "meadow"}, {"meadow", "road"},
    {"living_room", "studio", "plain"}, {"sea", "beach", "lake", "harbour"}, {"park", "playground"},
)  # fmt: skip
#: Rows into which a picture is cut: sky, far, middle and near ground.
BANDS = 6
Light = tuple[tuple[str, str], ...]


def description(pixels: np.ndarray) -> np.ndarray:
    """What a place looks like: the colours of a coarse grid, and each band's spread and directions of edges."""
    values = lab(pixels)
    coarse = cv2.resize(values, (8, 12), interpolation=cv2.INTER_AREA).ravel() / 40
    light = values[..., 0]
    x, y = cv2.Sobel(light, cv2.CV_32F, 1, 0), cv2.Sobel(light, cv2.CV_32F, 0, 1)
    force, turn = np.hypot(x, y), (np.degrees(np.arctan2(y, x)) % 180 / 22.5).astype(int).clip(0, 7)
    bands = []
    for rows in np.array_split(np.arange(light.shape[0]), BANDS):
        edges = np.bincount(turn[rows].ravel(), weights=force[rows].ravel(), minlength=8) / force[rows].size
        bands += [values[rows].std((0, 1)) / 12, np.sqrt(edges) * 0.8]
    return np.concatenate([coarse, *bands])


@shared
def _references(
    setting: str, backdrops: tuple[str, ...], sky: tuple[str, ...], light: Light, occupant: str | None
) -> tuple[np.ndarray, ...]:
    things = (Thing(kind=occupant, words=occupant),) if occupant is not None else ()
    plan = ScenePlan(setting=setting, backdrops=backdrops, sky=dict.fromkeys(sky), things=things, **dict(light))
    bare = frozenset({(0, 0)})
    painted = [paint(plan, SIZE, seed=seed, steps=14, without=bare).pixels for seed in SEEDS]
    # A room may have its window on either side, and a coast its cliffs.
    return tuple(description(pixels) for one in painted for pixels in (one, np.ascontiguousarray(one[:, ::-1])))


def occupant_of(plan: ScenePlan) -> str | None:
    """Who stands for the things of a plan: somebody on the ground, a boat on the water, food on a table, or nobody."""
    kept = {get(thing.kind).place for thing in plan.things}
    return "woman" if "ground" in kept else "boat" if "water" in kept else "apple" if "surface" in kept else None


def rivals_of(setting: str) -> tuple[str, ...]:
    """RIVALS other settings, always the same ones for a setting."""
    same = {setting}.union(*(group for group in ALIKE if setting in group))
    others = sorted(set(SETTINGS) - same, key=lambda name: zlib.crc32(f"{setting} {name}".encode()))
    return tuple(others[:RIVALS])


def nearest(picture: Picture, *, setting: str, rivals: int = RIVALS) -> str:
    """Which of `setting` and its first `rivals` the picture's surroundings look most like, all in the same light."""
    seen, same = description(picture.bare), tuple(sorted(picture.light.items()))
    sky, occupant = tuple(sorted(picture.plan.sky)), occupant_of(picture.plan)

    def unlike(name: str) -> float:
        known = _references(name, picture.plan.backdrops, sky, same, occupant)
        return min(float(np.linalg.norm(seen - one)) for one in known)

    return min((setting, *rivals_of(setting)[:rivals]), key=unlike)
