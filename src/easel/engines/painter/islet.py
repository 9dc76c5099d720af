"""A small island: a mound of sand and grass with water all round it."""

import numpy as np

from easel.engines.painter import water
from easel.engines.painter.brush import WHITE, blob, curve, ellipse, jitter, linear, mix, rgb, shade
from easel.engines.painter.lands import GRASS, season_of
from easel.engines.painter.palette import multiply
from easel.engines.painter.scene import Scene

#: Where the island is, in shares of the width and of the height: half its width, its shore, its back and its crest.
HALF, SHORE, BACK, CREST = 0.42, 0.9, 0.76, 0.7


def islet(scene: Scene) -> None:
    """The sea, shallows of turquoise, a beach, and grass on the mound."""
    water.water(scene, rough=0.5)
    p, canvas, rng = scene.palette, scene.canvas, scene.rng("islet")
    w, h = scene.width, scene.height
    middle = 0.5 * (SHORE + BACK)
    shallow = multiply(rgb("4fc0c0"), p.ambient)
    for grown, alpha in ((1.3, 0.22), (1.17, 0.35)):
        deep = 0.5 * (SHORE - BACK) * grown * h
        ellipse(
            canvas, (0.5 * w, (middle + 0.015) * h), HALF * grown * w, deep, shallow, alpha, blur=0.012 * scene.unit
        )
    low, high = GRASS[season_of(scene)]
    sand = rgb("eef2f9") if scene.snowy else rgb("efd9a4")
    rim = _outline(rng, HALF, SHORE, BACK, w, h)
    blob(canvas, [(x, y + 0.008 * h) for x, y in rim], multiply(WHITE, p.ambient), 0.75)
    lit = multiply(sand, p.ambient)
    blob(canvas, rim, linear((0, BACK * h), (0, SHORE * h), (shade(lit, 1.04), lit, shade(lit, 0.84))))
    green = multiply(mix(low, high, 0.4), p.ambient)
    mound = _outline(rng, 0.8 * HALF, SHORE - 0.045, CREST, w, h)
    blob(canvas, mound, linear((0, CREST * h), (0, (SHORE - 0.04) * h), (shade(green, 1.2), green, shade(green, 0.66))))
    for _ in range(scene.count(240)):
        turn, reach = float(rng.uniform(0, 2 * np.pi)), 0.94 * float(rng.random()) ** 0.5
        x = (0.5 + 0.78 * HALF * reach * np.cos(turn)) * w
        y = (0.5 * (SHORE - 0.045 + CREST) + 0.46 * (SHORE - 0.045 - CREST) * reach * np.sin(turn)) * h
        tall = scene.unit * float(rng.uniform(0.006, 0.014))
        blade = [(x, y), (x + 0.2 * tall, y - 0.6 * tall), (x + float(rng.uniform(-0.5, 0.5)) * tall, y - tall)]
        curve(canvas, blade, jitter(shade(green, float(rng.uniform(0.75, 1.25))), rng, 0.04), 0.2 * tall, 0.8)


def _outline(
    rng: np.random.Generator, half: float, shore: float, back: float, width: int, height: int
) -> list[tuple[float, float]]:
    """A rounded shape that is a little uneven, from its shares of the frame."""
    points = []
    for turn in np.linspace(0, 2 * np.pi, 15)[:-1]:
        uneven = 1 + float(rng.uniform(-0.05, 0.05))
        x = 0.5 + half * uneven * float(np.cos(turn))
        y = 0.5 * (shore + back) + 0.5 * (shore - back) * uneven * float(np.sin(turn))
        points.append((x * width, y * height))
    return points
