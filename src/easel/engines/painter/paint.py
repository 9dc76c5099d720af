"""From a scene plan to pixels: the one entry of the painter's scenery and composition."""

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np

from easel.core.image import Size
from easel.engines.painter.light import Light
from easel.engines.painter.palette import palette_of
from easel.engines.painter.plan import ScenePlan
from easel.engines.painter.scene import Scene

# Each picture is painted by one of several processes: threads inside would only compete with the others.
cv2.setNumThreads(1)

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Region:
    """Where one copy of one thing of the plan is: `box` is left, top, right, bottom in [0, 1] of the frame."""

    thing: int
    copy: int
    kind: str
    box: Box


@dataclass(frozen=True, slots=True)
class Painting:
    """A painted picture: uint8 (height, width, 3), or 4 with straight alpha when it was asked to be transparent."""

    pixels: np.ndarray
    regions: tuple[Region, ...] = ()


def paint(
    plan: ScenePlan,
    size: Size,
    *,
    seed: int,
    steps: int = 28,
    guidance_scale: float = 2.5,
    quality: str = "standard",
    mood: str = "natural",
    transparent: bool = False,
    on_stage: Callable[[np.ndarray], None] | None = None,
) -> Painting:
    """Paint `plan`: the same plan, size, seed and settings always give the same bytes.

    `steps` is the level of finish (28 = full), `guidance_scale` in [1, 10] how closely to keep to the words, `quality`
    `standard` or `hd`, `mood` `natural` or `vivid`. `transparent` paints only the things, with their shadows.
    `on_stage` gets the unfinished picture, uint8 (height, width, 3), after the backdrop, the ground and the things.
    """
    rng = np.random.default_rng([seed & 0xFFFFFFFFFFFFFFFF, 1])
    palette = palette_of(plan, rng)
    light = Light(x=rng.uniform(0.2, 0.8), y=0.2, colour=palette.sun, ambient=palette.ambient, strength=0.7)
    scene = Scene(plan, size.width, size.height, seed, palette, light, 0.6)
    down = np.linspace(0, 1, 64, dtype=np.float32)[:, None, None]
    scene.lay(
        np.array(palette.zenith, np.float32) * (1 - down) + np.array(palette.horizon, np.float32) * down, 0, size.height
    )
    if on_stage:
        on_stage(scene.pixels[..., :3].copy())
    channels = 4 if transparent else 3
    return Painting(np.ascontiguousarray(scene.pixels[..., :channels]))
