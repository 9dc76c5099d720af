"""Abstract grounds: colours that flow into one another in broad waves, and nothing else."""

import colorsys

import numpy as np

from easel.engines.painter import noise
from easel.engines.painter.brush import WHITE, Colour, mix, rgb, shade
from easel.engines.painter.scene import Scene

#: Colours from one side to the other, where the words name none.
RANGES = tuple(
    tuple(map(rgb, colours.split()))
    for colours in (
        "1b1f5e 4c3fb1 b04fc9 f58aa0 ffd3a1",
        "06283d 0f6f8f 3fc1b0 b8f0c9 fff6d6",
        "3a0d3f 9b1d5a e8505b f9a65a ffe9a8",
        "10203f 2f5fb3 6fa8f0 c9e3ff ffffff",
    )
)
#: Texels of the ground: nothing in it is fine but the rims of the waves.
TEXELS = 6e5


def abstract(scene: Scene) -> None:
    """Waves of one range of colours, each with a pale rim and a shadow below."""
    rng = scene.rng("abstract")
    height, width = scene.texture_size(scene.height, texels=TEXELS)
    y = ((np.arange(height, dtype=np.float32) + 0.5) / height)[:, None]
    x = ((np.arange(width, dtype=np.float32) + 0.5) / width * scene.aspect)[None]
    x, y = np.broadcast_arrays(x, y)
    bend = noise.sample(x * 0.7, y * 0.7, rng, roughness=0.4) - np.float32(0.5)
    slant = np.float32(rng.uniform(-0.5, 0.5))
    flow = y + slant * (x / scene.aspect - 0.5) + 0.6 * bend
    flow += 0.09 * np.sin((x / scene.aspect * rng.uniform(0.8, 1.4) + rng.random() + bend) * np.float32(2 * np.pi))
    colours = _ramp(np.clip(flow, 0, 1), _colours(scene, rng))
    # One wave for each whole number: from its rim on it falls into the next one's shadow.
    wave = (flow * 5) % 1
    light = 1 + 0.16 * np.exp(-wave / 0.06) - 0.2 * noise.smoothstep(0.55, 1.0, wave)
    scene.lay(np.clip(colours * light.astype(np.float32)[..., None], 0, 1), 0, scene.height)


def _colours(scene: Scene, rng: np.random.Generator) -> tuple[Colour, ...]:
    """From dark to light: those of the plan's tint and its neighbours, or one of RANGES."""
    if scene.plan.tint is None:
        return RANGES[int(rng.integers(len(RANGES)))]
    tone = rgb(scene.plan.tint)
    before, after = (_turned(tone, by) for by in (-0.09, 0.09))
    return (
        shade(before, 0.35),
        shade(before, 0.75),
        tone,
        mix(after, WHITE, 0.3),
        mix(after, WHITE, 0.7),
    )


def _turned(colour: Colour, by: float) -> Colour:
    """A colour whose hue is turned by so much of the circle."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*colour)
    return colorsys.hls_to_rgb((hue + by) % 1, lightness, saturation)


def _ramp(place: np.ndarray, colours: tuple[Colour, ...]) -> np.ndarray:
    """The colours at places in [0, 1], from the first to the last, as (H, W, 3)."""
    stops = np.linspace(0, 1, len(colours))
    return np.stack([np.interp(place, stops, [colour[k] for colour in colours]) for k in range(3)], -1).astype(
        np.float32
    )
