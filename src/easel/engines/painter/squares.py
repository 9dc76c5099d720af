"""Town squares: paving between houses, a fountain."""

import skia

from easel.engines.painter import ground
from easel.engines.painter.brush import ellipse, jitter, mix, paint, polygon, rgb, shade
from easel.engines.painter.scene import Scene
from easel.engines.painter.streets import WALLS, WARM, Street, finish


def square(scene: Scene) -> None:
    """A paved square with houses around it and a fountain."""
    made = Street(scene, half=13.0)
    ground.stone(scene)
    # Fireworks and rainbows are seen over low houses only.
    low = bool(scene.plan.sky)
    if not scene.plan.backdrops:
        _row(scene, made, storeys=(1, 1) if low else (3, 5))
    made.facades(storeys=(1, 2) if low else (3, 5), far=24.0)
    if scene.free("fountain", 0.9):
        fountain(scene, made, scene.rng("fountain").choice([-4.0, 4.0]), 13.0)
    finish(scene, made)


def _row(scene: Scene, made: Street, *, storeys: tuple[int, int]) -> None:
    """Houses that close the far side of a square, facing the viewer."""
    rng, x, z = scene.rng("row"), -made.half - 4, 24.0
    while x < made.half + 4:
        wide, floors = rng.uniform(3.0, 4.6), int(rng.integers(storeys[0], storeys[1] + 1))
        high = 3 + 2.7 * floors
        tone = made.seen(jitter(WALLS[int(rng.integers(len(WALLS)))], rng, 0.04), z * 0.5)
        made.panel([(x, 0, z), (x, high, z), (x + wide, high, z), (x + wide, 0, z)], tone)
        roof = made.seen(rgb("eef2f8") if scene.snowy else rgb("8a5444"), z * 0.5)
        made.panel(
            [
                (x - 0.2, high, z),
                (x + wide * 0.25, high + 1.6, z),
                (x + wide * 0.75, high + 1.6, z),
                (x + wide + 0.2, high, z),
            ],
            roof,
        )
        for storey in range(floors + 1):
            for k in range(3):
                a, y = x + wide * (k + 0.3) / 3, 0.9 + 2.7 * storey
                on = made.lit and rng.random() < 0.6
                made.panel(
                    [(a, y, z), (a, y + 1.5, z), (a + wide * 0.13, y + 1.5, z), (a + wide * 0.13, y, z)],
                    WARM if on else made.seen(rgb("5a6c7e"), z * 0.5),
                )
        x += wide


def fountain(scene: Scene, made: Street, x: float, z: float) -> None:
    """Two stone basins and jets of water, at a place in metres."""
    centre, k = made.at(x, 0, z), made.focal / z
    stone_, wet_ = made.seen(rgb("c6beb0"), 6), made.seen(rgb("9fc8dc"), 3)
    for y, wide, deep in ((0.0, 2.2, 0.42), (-1.3, 1.1, 0.2)):
        at = (centre[0], centre[1] + y * k)
        ellipse(scene.canvas, (at[0], at[1] + 0.3 * k), wide * k, deep * k, shade(stone_, 0.7))
        ellipse(scene.canvas, at, wide * k, deep * k, stone_)
        ellipse(scene.canvas, (at[0], at[1] - 0.05 * k), wide * 0.86 * k, deep * 0.8 * k, wet_)
        polygon(
            scene.canvas,
            [
                (at[0] - 0.2 * k, at[1]),
                (at[0] + 0.2 * k, at[1]),
                (at[0] + 0.13 * k, at[1] - 1.4 * k),
                (at[0] - 0.13 * k, at[1] - 1.4 * k),
            ],
            stone_,
        )
    for side in (-1, -0.5, 0.5, 1):
        path = skia.Path()
        path.moveTo(centre[0], centre[1] - 2.7 * k)
        path.quadTo(centre[0] + side * 0.7 * k, centre[1] - 3.6 * k, centre[0] + side * 1.3 * k, centre[1] - 0.1 * k)
        scene.canvas.drawPath(path, paint(mix(scene.palette.ambient, rgb("ffffff"), 0.5), 0.6, width=0.06 * k))
