"""A frozen lake: dark clear ice with cracks and blown snow, snowy banks far off."""

import numpy as np

from easel.engines.painter import ground, noise, woods
from easel.engines.painter.brush import curve, mix, rgb
from easel.engines.painter.fields import SNOW, over, vary
from easel.engines.painter.noise import smoothstep
from easel.engines.painter.scene import Scene

DEEP, PALE = rgb("5f8fb0"), rgb("b9d6e6")


def frozen_lake(scene: Scene) -> None:
    """Ice to the far bank, where a dark wood stands in the snow."""
    if scene.free("tree", 1.2):
        woods.tree_line(scene, tall=0.07, number=80, depth=0.5)
    ground.snow(scene)
    low, high = mix(DEEP, scene.palette.mid, 0.25), mix(PALE, scene.palette.horizon, 0.25)
    rng = scene.rng("ice")

    def surfacing(across: np.ndarray, away: np.ndarray) -> np.ndarray:
        broad = noise.sample(across * 0.8, away * 1.1, rng, roughness=0.7)
        blown = noise.sample(across * 0.5 + away * 0.4, away * 2.2, rng, roughness=0.8)
        grain = noise.sample(across * 30, away * 18, rng, roughness=1.4) - 0.5
        sheen = np.clip(away / 5.0, 0, 1) * 0.45
        colours = vary(low, high, broad * 0.9 + sheen + grain * 0.06)
        return over(colours, SNOW, smoothstep(0.56, 0.7, blown) * 0.85)

    ground.plain(scene, surfacing, top=scene.horizon + 0.045 * (1 - scene.horizon), haze=0.5)
    if scene.finish > 0.3:
        _cracks(scene)


def _cracks(scene: Scene) -> None:
    """White lines that fork, flat on the ice."""
    rng, level = scene.rng("cracks"), scene.horizon * scene.height
    depth = scene.height - level

    def at(x: float, z: float) -> tuple[float, float]:
        return scene.width * (0.5 + x / z), level + depth * (0.06 + 0.9 / z)

    for _ in range(7):
        x, z = rng.uniform(-1.6, 1.6), rng.uniform(1.1, 4.5)
        turn = rng.uniform(0, 2 * np.pi)
        for fork in (0.0, rng.choice([-1, 1]) * rng.uniform(0.4, 0.8)):
            points, heading, px, pz = [at(x, z)], turn + fork, x, z
            for _ in range(7):
                heading += rng.normal(0, 0.16)
                px, pz = px + 0.16 * np.cos(heading), max(0.95, pz + 0.16 * np.sin(heading))
                points.append(at(px, pz))
            curve(scene.canvas, points, rgb("f2f9ff"), 0.0036 * scene.unit / z**0.5, 0.5)
