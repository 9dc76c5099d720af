"""The deck of a ship: planks under the feet, a rail before the sea, shrouds that rise at both sides."""

import numpy as np

from easel.engines.painter import landscapes
from easel.engines.painter.brush import Colour, curve, linear, mix, paint, polygon, rgb, shade
from easel.engines.painter.scene import Scene

TEAK, ROPE = rgb("a8794c"), rgb("3f3528")
#: Where the deck begins, and the top of its rail, as shares of the height.
EDGE, RAIL = 0.78, 0.62


def deck(scene: Scene) -> None:
    """Open water behind a rail, planks that run to it."""
    landscapes.sea(scene)
    width, height, canvas = scene.width, scene.height, scene.canvas
    rng, unit = scene.rng("deck"), scene.unit
    tone = mix(TEAK, scene.palette.haze, 0.12)
    _shrouds(scene)
    for x in np.linspace(0.02, 0.98, 11):
        _post(scene, float(x) * width, tone)
    for y, thick in ((RAIL, 0.024), (0.5 * (RAIL + EDGE), 0.012)):
        top, low = y * height, (y + thick) * height
        polygon(canvas, [(0, top), (width, top), (width, low), (0, low)],
                linear((0, top), (0, low), (shade(tone, 1.15), shade(tone, 0.6))))  # fmt: skip
    edge = EDGE * height
    polygon(canvas, [(0, edge), (width, edge), (width, height), (0, height)],
            linear((0, edge), (0, height), (shade(tone, 0.85), shade(tone, 1.12))))  # fmt: skip
    for k in range(-14, 15):
        near, far = 0.5 * width + 0.13 * k * unit, 0.5 * width + 0.075 * k * unit
        end = 0.5 * width + 0.13 * (k + 1) * unit, 0.5 * width + 0.075 * (k + 1) * unit
        plank = [(far, edge), (end[1], edge), (end[0], height), (near, height)]
        polygon(canvas, plank, shade(tone, float(rng.uniform(0.88, 1.14))), 0.45)
        canvas.drawLine(near, height, far, edge, paint(shade(tone, 0.45), width=max(0.7, 0.002 * unit)))
    polygon(canvas, [(0, edge), (width, edge), (width, edge + 0.02 * height), (0, edge + 0.02 * height)],
            shade(tone, 0.6))  # fmt: skip


def _post(scene: Scene, x: float, tone: Colour) -> None:
    """A turned post under the rail."""
    half = 0.011 * scene.unit
    top, low = RAIL * scene.height, EDGE * scene.height
    polygon(scene.canvas, [(x - half, top), (x + half, top), (x + 1.3 * half, low), (x - 1.3 * half, low)],
            linear((x - half, 0), (x + half, 0), (shade(tone, 1.2), shade(tone, 0.6))))  # fmt: skip


def _shrouds(scene: Scene) -> None:
    """Ropes from the rail to the masts outside the frame, rungs across them."""
    width, height, unit = scene.width, scene.height, scene.unit
    for side in (0, 1):
        feet = [(side * width + (1 - 2 * side) * (0.03 + 0.08 * k) * unit, RAIL * height) for k in range(4)]
        head = (side * width - (1 - 2 * side) * 0.05 * unit, -0.1 * height)
        for foot in feet:
            curve(scene.canvas, [foot, head], ROPE, 0.006 * unit)
        for k in range(1, 9):
            t = k / 9
            ends = [(x + (head[0] - x) * t, y + (head[1] - y) * t) for x, y in (feet[0], feet[-1])]
            curve(scene.canvas, ends, ROPE, 0.004 * unit)
