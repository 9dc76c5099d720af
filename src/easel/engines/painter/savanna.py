"""The savanna: dry golden grass to the horizon, acacias far apart."""

import numpy as np

from easel.engines.painter import ground, noise, woods
from easel.engines.painter.brush import rgb
from easel.engines.painter.fields import times, vary
from easel.engines.painter.scene import Scene
from easel.engines.painter.stamps import Spot, Stamps

DRY = tuple(map(rgb, ("b8923f", "d9b85f", "a5863a")))
LEAVES = tuple(map(rgb, ("6a7f3a", "7a8a40")))


def savanna(scene: Scene) -> None:
    """Grass, a line of trees at the horizon, a few large ones at the sides."""

    def surfacing(across: np.ndarray, away: np.ndarray) -> np.ndarray:
        rng = scene.rng("savanna")
        broad = noise.sample(across * 0.5, away * 0.5, rng, roughness=0.6)
        tufts = noise.sample(across * 5, away * 4, rng, roughness=1.2) - 0.5
        near = np.clip(1.6 / away, 0.1, 1)
        colours = vary(rgb("a07a3a"), rgb("e0c074"), broad * 1.4 - 0.2 + tufts * near)
        return times(colours, 1 + tufts * 0.6 * near)

    ground.plain(scene, surfacing, wave=0.012)
    if scene.allows("tree"):
        _acacias(scene)
    woods.turf(scene, colours=DRY)


def _acacias(scene: Scene) -> None:
    rng = scene.rng("acacias")
    spots = [
        Spot(float(x) * scene.width, scene.ground_px + 0.012 * scene.unit, scene.unit * float(tall), 0.7)
        for x, tall in zip(rng.uniform(0, 1, scene.count(16)), rng.uniform(0.03, 0.07, 60), strict=False)
    ]
    for side in (-1, 1) if scene.free("lone trees", 0.8) else ():
        depth = float(rng.uniform(0.6, 0.85))
        x = (0.5 + side * rng.uniform(0.28, 0.46)) * scene.width
        y = scene.height - (scene.height - scene.ground_px) * depth
        if not scene.contact.hidden(x, y):
            spots.append(Spot(float(x), y, scene.unit * (0.16 + 0.5 * (1 - depth)), 0.4 * depth))
    Stamps(scene, woods.as_plant("acacia"), LEAVES, tall_px=0.36 * scene.unit, wide=0.85).stamp(spots)
