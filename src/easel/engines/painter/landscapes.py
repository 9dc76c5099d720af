"""The open-air settings: ground, water and plants for each."""

import numpy as np

from easel.engines.painter import cloudland, famous, fences, ground, lands, motifs, noise, piers, water, woods
from easel.engines.painter.brush import rgb
from easel.engines.painter.lands import season_of
from easel.engines.painter.noise import smoothstep
from easel.engines.painter.scene import Scene

#: The row on which one stands over a cliff, a share of the height.
CLIFF_TOP = 0.64


def _dress(scene: Scene) -> None:
    """What grows on open ground: more of it, the freer the picture."""
    if scene.free("frame trees", 0.28) and scene.plan.camera in ("normal", "wide") and not scene.plan.backdrops:
        woods.frame_trees(scene, tall=0.8)
    if scene.finish > 0.3:
        woods.turf(scene)
    blooming = scene.plan.season == "spring" or scene.free("flowers", 0.75)
    if blooming and scene.allows("flower") and season_of(scene) in ("spring", "summer"):
        woods.flowers(scene)


def meadow(scene: Scene) -> None:
    """Grassland, or snow in winter."""
    ground.meadow(scene)
    if scene.free("tree") and "city" not in "".join(scene.plan.backdrops):
        woods.lone_trees(scene)
        woods.shrubs(scene)
    _dress(scene)


def lake(scene: Scene) -> None:
    """A calm lake with wooded shores; land at the feet where something stands on it."""
    if scene.free("tree", 1.2):
        woods.tree_line(scene, tall=0.06, number=95, depth=0.5)
    water.water(scene, rough=0.22)
    motifs.lotus_pads(scene)
    framed = scene.plan.camera in ("normal", "wide") and "karst" not in scene.plan.backdrops
    if framed and scene.free("frame trees", 1.0) and scene.allows("tree"):
        woods.frame_trees(scene, tall=0.62)


def bank(scene: Scene, level: float) -> None:
    """Grass or snow before the water, from the row `level` (a share of the height) downwards."""
    ground.meadow(scene, top=level)


def pond(scene: Scene) -> None:
    """A small still water in a garden: bushes and trees all round it, stones at its rim."""
    if scene.free("tree", 1.2):
        woods.tree_line(scene, tall=0.2, number=30, depth=0.6)
        woods.hedge(scene)
    water.rim(scene)
    water.water(scene, rough=0.1, colour=rgb("24564a"))
    motifs.lotus_pads(scene)


def river(scene: Scene) -> None:
    """A winding river through a meadow."""
    ground.meadow(scene)
    water.river(scene)
    if scene.free("tree"):
        woods.lone_trees(scene, number=7)
    if scene.finish > 0.3:
        woods.shrubs(scene)


def sea(scene: Scene) -> None:
    """Open water."""
    water.water(scene, rough={"storm": 1.0, "wind": 0.95}.get(scene.plan.weather or "", 0.6))


def beach(scene: Scene) -> None:
    """Sand, surf and palms."""
    shore = scene.horizon + 0.4 * (1 - scene.horizon)
    water.water(scene, bottom=min(1.0, shore + 0.02), rough=0.6, colour=(0.10, 0.52, 0.62))
    ground.sand(scene, top=shore)
    water.surf(scene, shore)
    if scene.free("palm", 1.15) or any(thing.kind == "palm" for thing in scene.plan.things):
        woods.palms(scene)


def desert(scene: Scene) -> None:
    """Dunes."""
    lands.dunes(scene)


def snowfield(scene: Scene) -> None:
    """Snow, with a dark wood far away."""
    if scene.free("tree"):
        woods.tree_line(scene, tall=0.08)
    ground.snow(scene)
    if scene.free("lone trees", 0.8) and scene.allows("tree"):
        woods.lone_trees(scene, number=7)


def flower_field(scene: Scene) -> None:
    """A field of many flowers."""
    ground.meadow(scene)
    woods.blossoms(scene)


def sunflower_field(scene: Scene) -> None:
    """A field of sunflowers."""
    ground.meadow(scene)
    woods.sunflowers(scene)


def farmland(scene: Scene) -> None:
    """Rows of crops, or standing grain."""
    kind = woods.field_of(scene.plan)
    (ground.meadow if kind in woods.ROWS else ground.farmland)(scene)
    if scene.free("tree"):
        woods.tree_line(scene, tall=0.05, number=22)
    if kind in woods.ROWS:
        woods.crop_rows(scene, kind)
    elif kind:
        woods.blossoms(scene)


def road(scene: Scene) -> None:
    """A country road, or one through sand before dunes."""
    dry = "dunes" in scene.plan.backdrops
    (ground.sand if dry else ground.meadow)(scene)
    ground.road(scene)
    if scene.free("tree") and not dry:
        woods.lone_trees(scene, number=6)


def coast_road(scene: Scene) -> None:
    """A road along the sea, which lies beyond its right shoulder."""
    water.water(scene, rough=0.55)
    edge = scene.rng("coast")

    def land(across: np.ndarray, away: np.ndarray) -> np.ndarray:
        ragged = noise.sample(away * 2.2, across * 0, edge, roughness=0.9) - 0.5
        return smoothstep(0.06, 0.0, across - np.float32(0.62) - ragged * 0.3)

    ground.meadow(scene, cover=land)
    ground.road(scene)


def forest_floor(scene: Scene) -> None:
    """Inside a wood."""
    ground.earth(scene)
    if scene.plan.setting == "road":
        ground.path(scene)
    woods.forest(scene, opening=0.34)
    if scene.finish > 0.3 and season_of(scene) != "winter":
        woods.turf(scene, number=170)
        woods.shrubs(scene, number=12)


def bamboo_grove(scene: Scene) -> None:
    """Inside a bamboo grove."""
    ground.earth(scene)
    woods.bamboo_grove(scene)
    if scene.finish > 0.3:
        woods.turf(scene, number=160)


def garden(scene: Scene) -> None:
    """Lawn, hedges, trees and flower beds."""
    woods.tree_line(scene, tall=0.16, number=26)
    ground.meadow(scene)
    if season_of(scene) in ("autumn", "winter") and scene.allows("fence"):
        # No flower beds tell then that it is a garden.
        fences.picket_fence(scene)
    woods.shrubs(scene, number=26)
    woods.lone_trees(scene, number=4)
    if season_of(scene) in ("spring", "summer") and scene.allows("flower"):
        woods.flowers(scene, number=170)
    woods.turf(scene, number=240)


def park(scene: Scene) -> None:
    """Lawn and large trees, a path between them."""
    woods.tree_line(scene, tall=0.17, number=24)
    ground.meadow(scene)
    if scene.finish > 0.3:
        woods.turf(scene, number=200)
    ground.path(scene)
    woods.lone_trees(scene, number=9)
    woods.shrubs(scene, number=8)


def mountain_top(scene: Scene) -> None:
    """A rocky summit over a range, clouds in the valleys between."""
    cloudland.valley_clouds(scene)
    lands.summit(scene)


def harbour(scene: Scene) -> None:
    """Sheltered water before a town, a quay at the feet when something stands there."""
    if scene.free("tree", 1.2):
        woods.tree_line(scene, tall=0.036, number=150)
    water.water(scene, rough=0.35)
    if scene.setting == "harbour" and scene.free("jetty", 1.3) and scene.plan.camera in ("normal", "wide"):
        piers.jetty(scene)


def headland(scene: Scene) -> None:
    """A cliff that rises from the open sea at one side of the frame and falls sheer into it."""
    sea(scene)
    rng, left = scene.rng("headland"), headland_side(scene.seed) < 0

    def drop(x: np.ndarray) -> np.ndarray:
        inland = x / np.float32(scene.aspect) if left else 1 - x / np.float32(scene.aspect)
        return smoothstep(0.64, 0.72, inland) * np.float32(0.5) + smoothstep(0.7, 0.82, inland) * np.float32(0.3)

    water.cliffs(scene, CLIFF_TOP * scene.height, scene.height, rng, drop)


def headland_side(seed: int) -> int:
    """The side of the frame on which a headland is: -1 left, 1 right."""
    return -1 if seed % 2 else 1


def waterfall(scene: Scene) -> None:
    """A fall over dark rock into a pool."""
    water.fall(scene)


def volcano(scene: Scene) -> None:
    """A burning mountain over a dark plain."""
    across = lands.volcano(scene)
    if scene.allows("smoke"):
        famous.eruption(scene, across)
    ground.ashes(scene)


def night_sky(scene: Scene) -> None:
    """Little but the sky: a dark line of hills and trees."""
    lands.hills(scene, tall=0.35)
    ground.meadow(scene)
    if scene.free("tree"):
        woods.tree_line(scene, tall=0.07, number=30, depth=0.5)
