"""Before a wall: plaster or bricks over the whole frame, and the pavement or the floor at its foot."""

import numpy as np
import skia

from easel.engines.painter import noise
from easel.engines.painter.brush import BLACK, Colour, jitter, linear, mix, paint, radial, rgb, shade
from easel.engines.painter.palette import multiply
from easel.engines.painter.scene import Scene
from easel.engines.painter.sprites import get

PLASTERS = tuple(map(rgb, ("e6d9c2", "d8c4a8", "c9d2cf", "e2cdb8")))
BRICK, PAVING, BOARDS = rgb("a9553f"), rgb("a8a299"), rgb("9a6a42")
#: Length and height of a brick with its joint, in units.
COURSE = (0.098, 0.034)


def wall(scene: Scene) -> None:
    """A plastered wall in the colour that the words give it."""
    rng = scene.rng("wall")
    tone = rgb(scene.plan.tint) if scene.plan.tint else PLASTERS[int(rng.integers(len(PLASTERS)))]
    _plaster(scene, tone)
    _foot(scene)


def brick_wall(scene: Scene) -> None:
    """A wall of bricks, red where the words give no colour."""
    tone = rgb(scene.plan.tint) if scene.plan.tint else BRICK
    _plaster(scene, mix(shade(tone, 0.9), rgb("cfc6ba"), 0.62))
    rng, (long, high) = scene.rng("bricks"), (side * scene.unit for side in COURSE)
    lit = multiply(tone, scene.light.ambient)
    for row in range(int(scene.ground_px / high) + 1):
        top = scene.ground_px - (row + 1) * high
        x = -long * (0.5 if row % 2 else 0.0) - 0.02 * long
        while x < scene.width:
            ink = jitter(shade(lit, float(rng.uniform(0.84, 1.1))), rng, 0.015)
            brick = skia.Rect.MakeXYWH(x, top, 0.94 * long, 0.86 * high)
            scene.canvas.drawRect(brick, paint(linear((0, top), (0, top + high), (shade(ink, 1.08), shade(ink, 0.88)))))
            x += long
    _light(scene)
    _foot(scene)


def _plaster(scene: Scene, tone: Colour) -> None:
    """Plaster from the top of the frame to the foot of the wall, a little uneven."""
    rows = round(scene.ground_px)
    height, width = scene.texture_size(rows, texels=3e5)
    rng = scene.rng("plaster")
    y = np.linspace(0, 1, height, dtype=np.float32)[:, None]
    x = np.linspace(-0.5, 0.5, width, dtype=np.float32)[None] * np.float32(scene.aspect)
    u, v = x + np.zeros_like(y), y + np.zeros_like(x)
    stains = noise.sample(u * 3, v * 3, rng, roughness=0.8) - 0.5
    grain = noise.sample(u * 60, v * 60, rng, roughness=1.2) - 0.5
    light = 1.0 + 0.16 * stains + 0.07 * grain - 0.1 * y
    colours = np.array(multiply(tone, scene.light.ambient), np.float32) * light[..., None]
    scene.lay(np.clip(colours, 0, 1).astype(np.float32), 0, rows)
    _light(scene)


def _light(scene: Scene) -> None:
    """Light from above on one side."""
    reach = 0.9 * max(scene.width, scene.height)
    glow = radial((scene.light.x * scene.width, 0.1 * scene.height), reach, ((1.0, 0.95, 0.82, 0.3), (1, 1, 1, 0.0)))
    scene.canvas.drawRect(
        skia.Rect.MakeWH(scene.width, scene.ground_px), paint(glow, 0.35 + 0.5 * scene.light.strength)
    )


def _foot(scene: Scene) -> None:
    """What is at the foot of the wall: boards where there is furniture, slabs of stone otherwise."""
    indoors = any(get(thing.kind).group == "furniture" for thing in scene.plan.things)
    tone = multiply(BOARDS if indoors else PAVING, scene.light.ambient)
    canvas, w, h, top = scene.canvas, scene.width, scene.height, scene.ground_px
    canvas.drawRect(
        skia.Rect.MakeLTRB(0, top, w, h), paint(linear((0, top), (0, h), (shade(tone, 0.86), shade(tone, 1.06))))
    )
    seam = paint(shade(tone, 0.6), 0.55, width=max(0.7, 0.002 * scene.unit))
    number = round(14 * scene.aspect)
    for k in range(-number, 2 * number):
        x = (k / number - 0.5) * w
        canvas.drawLine(w / 2 + x, top, w / 2 + 2.2 * x, h, seam)
    for share in () if indoors else (0.18, 0.46, 0.9):
        canvas.drawLine(0, top + share * (h - top), w, top + share * (h - top), seam)
    if indoors:
        canvas.drawRect(
            skia.Rect.MakeLTRB(0, top - 0.03 * h, w, top), paint(multiply(rgb("f1ece2"), scene.light.ambient))
        )
    canvas.drawRect(
        skia.Rect.MakeLTRB(0, top - 0.004 * h, w, top + 0.02 * h), paint(BLACK, 0.22, blur=0.006 * scene.unit)
    )
