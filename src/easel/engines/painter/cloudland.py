"""Settings among the clouds: the sea of clouds with its peaks, the rainbow bridge."""

from dataclasses import replace

import numpy as np
import skia

from easel.engines.painter import clouds, lands, noise
from easel.engines.painter.brush import WHITE, circle, ellipse, linear, mix, paint, polygon, radial
from easel.engines.painter.heavens import RAINBOW
from easel.engines.painter.noise import smoothstep
from easel.engines.painter.scene import Scene
from easel.engines.painter.sky import puff

#: Banks of clouds from the horizon to the feet.
BANKS = 11
#: How much wider than high the billows are.
FLAT = 2.1


def cloud_sea(scene: Scene) -> None:
    """Peaks that rise at several depths out of rolling clouds, lit by the low sun."""
    rng = scene.rng("cloud sea")
    snow = 0.8 if "snow_mountains" in scene.plan.backdrops or scene.snowy else 0.32
    air = mix(scene.palette.haze, scene.palette.cloud_shade, 0.55)
    usual = lands.Range(snow=snow, eye=0.8, air=air, wooded=False)
    ranges = {
        0: replace(usual, name="far peaks", near=9.0, high=15.0, far=26.0, tall=0.85, haze=0.85, veil=0.6, feet=0.6),
        2: replace(
            usual, name="peaks", near=5.5, high=9.0, far=13.0, tall=1.15, size=6.5, veil=0.34, feet=0.4, gaps=0.6
        ),
        5: replace(
            usual, name="crags", near=2.4, high=4.2, far=5.6, tall=1.0, size=3.2, haze=0.4, veil=0.1, feet=0.2, gaps=1.0
        ),
    }
    for bank in range(BANKS):
        if bank in ranges and scene.allows("mountains"):
            lands.peaks(scene, ranges[bank], bottom=min(1.0, scene.horizon + 0.3))
        _bank(scene, (bank + 0.5) / BANKS, rng)
    if scene.plan.things:
        _footing(scene, 0.9 * scene.height)


def valley_clouds(scene: Scene) -> None:
    """Clouds that fill the valleys below a summit."""
    rng = scene.rng("valley clouds")
    for near in (0.02, 0.1, 0.2, 0.32, 0.46):
        _bank(scene, near, rng)


def _bank(scene: Scene, near: float, rng: np.random.Generator) -> None:
    """One bank of billows across the picture; `near` 0 at the horizon, 1 at the feet."""
    unit = scene.unit
    depth = scene.height - scene.ground_px
    base = scene.ground_px + depth * (1.25 * near**1.5 + 0.05)
    size = unit * (0.035 + 0.2 * near**1.2)
    first, last = max(0, round(base - 1.15 * size)), min(scene.height, round(base + size + 0.2 * depth))
    if last - first < 3:
        return
    # The map is narrower than the picture: shown at full width its round heaps lie flat.
    height, width = scene.texture_size(last - first, texels=1.8e5)
    scale = height / (last - first)
    width = max(2, round(scene.width * scale / FLAT))
    bulge = np.zeros((height, width), np.float32)
    reach = size * scale
    number = max(4, round(width / reach * 1.1))
    for k in range(number + 1):
        x = (k + rng.uniform(-0.5, 0.5)) / number * width
        level = (base - first + rng.uniform(-0.1, 0.4) * size) * scale
        clouds.heap(bulge, x, level, reach * rng.uniform(0.55, 1.35), rng, flat=rng.uniform(0.35, 0.95))
    down = ((np.arange(height, dtype=np.float32) + 0.5) / scale + first - base)[:, None] / np.float32(size)
    np.maximum(bulge, smoothstep(-0.15, 0.5, down) * np.float32(0.3 * reach), out=bulge)
    side = float(np.clip((scene.light.x - 0.5) * 1.8, -0.8, 0.8))
    alpha, light = clouds.lit(bulge, 2.6 * reach, (side, -0.75), rng)
    alpha = np.maximum(alpha, smoothstep(0.05, 0.4, down))
    _lay_bank(scene, alpha, light, down, near, (first, last), rng)


def _lay_bank(
    scene: Scene,
    alpha: np.ndarray,
    light: np.ndarray,
    down: np.ndarray,
    near: float,
    rows: tuple[int, int],
    rng: np.random.Generator,
) -> None:
    """Colour a bank: golden where it faces the sun, violet in its hollows, pale in the distance."""
    p, width = scene.palette, light.shape[1]
    x = np.linspace(0, scene.aspect, width, dtype=np.float32)[None]
    sunny = np.exp(-(((x - np.float32(scene.light.x * scene.aspect)) / (0.22 + 0.3 * near)) ** 2))
    sunny = sunny * np.float32((1 - 0.75 * near) * scene.light.strength)
    drift = noise.sample(x / FLAT + down * 0, down * 0.5 + near * 9 + x * 0, rng, roughness=0.6)
    # A bank sinks into shade downwards, until the sunlit heads of the next one stand before it.
    sunk = 0.45 * smoothstep(-0.55, 0.55, down)
    light = light * (1 + 0.4 * near) - 0.2 * near - sunk + 0.3 * sunny + 0.3 * (drift - 0.5)
    light = np.clip(light, 0, 1)
    low = mix(mix(p.cloud_shade, p.zenith, 0.15 + 0.25 * near), p.haze, 0.45 * (1 - near))
    low, high = np.array(low, np.float32), np.array(mix(p.cloud_lit, WHITE, 0.25), np.float32)
    colours = low + (high - low) * light[..., None]
    far = np.array(mix(p.horizon, p.cloud_lit, 0.4), np.float32)
    colours += (far - colours) * np.float32(0.6 * (1 - near) ** 2)
    colours += (1 - colours) * (sunny * (0.15 + 0.35 * light))[..., None] * np.array(p.sun, np.float32)
    mist = smoothstep(0.1, 0.7, down) * smoothstep(0.35, 0.65, drift) * np.float32(0.5 * (1 - 0.6 * near))
    colours += (far - colours) * mist[..., None]
    scene.lay(np.clip(colours, 0, 1).astype(np.float32), *rows, alpha=alpha.astype(np.float32))


def _footing(scene: Scene, level: float) -> None:
    """Soft near clouds for things to stand on."""
    rng, p = scene.rng("cloud bank"), scene.palette
    for _ in range(scene.count(46)):
        x, y = rng.uniform(-0.05, 1.05) * scene.width, level + rng.uniform(-0.02, 0.14) * scene.unit
        r = scene.unit * rng.uniform(0.03, 0.085)
        tone = mix(p.cloud_shade, p.cloud_lit, rng.uniform(0.55, 1.0))
        fade = radial((x - 0.2 * r, y - 0.4 * r), 1.3 * r, ((*tone, 0.9), (*tone, 0.75), (*tone, 0.0)), (0, 0.55, 1))
        ellipse(scene.canvas, (x, y), 1.6 * r, r, fade)


def rainbow_bridge(scene: Scene) -> None:
    """A glowing rainbow as a bridge across the sky, both its ends in heaped clouds."""
    rng, unit = scene.rng("bridge"), scene.unit
    w, h = scene.width, scene.height
    top = scene.ground.near * h
    half = min(0.47 * w, 0.8 * unit)
    rise = min(0.42 * unit, 0.9 * (h - top))
    # A flat circle through the crown and both ends.
    radius = (half * half + rise * rise) / (2 * rise)
    at = (w * 0.5, top + radius)
    scene.canvas.save()
    scene.canvas.clipRect(skia.Rect.MakeLTRB(0, 0, w, top + rise - 0.03 * unit))
    _arch(scene, at, radius, 0.155 * unit)
    scene.canvas.restore()
    for side in (-1, 1):
        for k in range(5):
            # The first two hide where the arch ends.
            out, level = ((-0.03, -0.02), (-0.14, -0.01))[k] if k < 2 else rng.uniform((-0.1, 0.0), (0.14, 0.1))
            size = unit * (0.066 if k < 2 else rng.uniform(0.045, 0.07))
            _heaped(scene, w * 0.5 + side * (half + out * unit), top + rise + level * unit, size, rng)
    for k in range(round(5 * scene.aspect) + 1):
        x = (k + rng.uniform(-0.2, 0.2)) / max(1, round(5 * scene.aspect)) * w
        _heaped(scene, x, h + rng.uniform(0.0, 0.04) * unit, unit * rng.uniform(0.04, 0.06), rng)
    if scene.free("sparkles", 1.1):
        _sparkles(scene, at, radius, rng)


def _arch(scene: Scene, at: tuple[float, float], radius: float, thick: float) -> None:
    """The rainbow's ring from `radius` inwards, one colour flowing into the next, with a glow around it."""
    p, canvas = scene.palette, scene.canvas
    lit = [
        tuple(a * (0.45 + 0.55 * b) for a, b in zip(mix(tone, WHITE, 0.16), p.ambient, strict=True)) for tone in RAINBOW
    ]
    middle = radius - 0.5 * thick
    for wide, alpha in ((1.7, 0.16), (1.3, 0.24)):
        circle(canvas, at, middle, WHITE, alpha, width=wide * thick, blur=0.18 * thick)
    inner = (radius - thick) / radius
    share = [(i + 0.5) / len(lit) for i in range(len(lit))]
    tones = [(*tone, 1.0) for tone in reversed(lit)]
    stops = [inner + (1 - inner) * s for s in share]
    circle(canvas, at, middle, radial(at, radius, tones, stops), width=thick)
    # Light lies on the crown, as on something one can walk on.
    circle(canvas, at, radius - 0.07 * thick, WHITE, 0.55, width=0.09 * thick, blur=0.03 * thick)
    circle(canvas, at, radius - 0.97 * thick, WHITE, 0.3, width=0.05 * thick)


def _heaped(scene: Scene, x: float, y: float, size: float, rng: np.random.Generator) -> None:
    """One cloud at the foot of the bridge: round heads over a flat base, drawn as a single shape."""
    p = scene.palette
    path = puff(x, y, size, rng)
    box = path.getBounds()
    under = mix(p.cloud_shade, p.cloud_lit, 0.25)
    tones = (WHITE, mix(under, WHITE, 0.75), under)
    scene.canvas.drawPath(path, paint(linear((0, box.top()), (0, box.bottom()), tones)))


def _sparkles(scene: Scene, at: tuple[float, float], radius: float, rng: np.random.Generator) -> None:
    for _ in range(scene.count(16)):
        x = rng.uniform(0.04, 0.96) * scene.width
        y = rng.uniform(0.08, 0.9) * scene.ground.near * scene.height
        r = scene.unit * rng.uniform(0.005, 0.012)
        points = []
        for k in range(8):
            reach = r if k % 2 == 0 else r * 0.22
            points.append((x + np.sin(k * np.pi / 4) * reach, y - np.cos(k * np.pi / 4) * reach))
        polygon(scene.canvas, points, (1.0, 0.98, 0.82), rng.uniform(0.5, 0.95))
