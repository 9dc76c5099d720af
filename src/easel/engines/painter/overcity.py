"""A city seen from over its roofs: row before row of towers, down to the lower edge of the frame."""

import skia

from easel.engines.painter.brush import linear, mix, paint, rgb
from easel.engines.painter.city import Skyline, windows
from easel.engines.painter.scene import Scene

#: The rows from far to near: how far down to the lower edge their roofs are, and how large their towers.
ROWS = ((0.12, 0.9), (0.28, 1.25), (0.52, 1.7), (0.86, 2.4))


def over_city(scene: Scene) -> None:
    """Towers below the eye, before the skyline at the horizon; lit lines and traffic in a city of the future."""
    future = "future_city" in scene.plan.backdrops
    skyline = Skyline(scene, future=future, low=scene.ground_px, name="over city")
    p, reach = scene.palette, scene.height - scene.ground_px
    dark = rgb("1d2440") if skyline.lit else rgb("5a6c86")
    _street_haze(scene, scene.ground_px, 0.9)
    for number, (down, scale) in enumerate(ROWS):
        near = (number + 1) / len(ROWS)
        wall = mix(p.haze, dark, 0.4 + 0.5 * near)
        skyline.row(scene.ground_px + down * reach, scale, wall, windows(skyline.rng, skyline.lit, wall))
        if number + 1 < len(ROWS):
            _street_haze(scene, scene.ground_px + (down + 0.1) * reach, 0.5 * (1 - near))
    if future:
        skyline.traffic(scene.height, number=26, size=1.7)


def _street_haze(scene: Scene, top: float, strong: float) -> None:
    """The light of the streets between two rows, thinner the nearer they are."""
    haze, unit = scene.palette.haze, scene.unit
    fade = linear((0, top), (0, top + 0.16 * unit), ((*haze, 0.0), (*haze, strong)))
    scene.canvas.drawRect(skia.Rect.MakeLTRB(0, top, scene.width, scene.height), paint(fade))
