"""Water: what stands above it mirrored with ripples, its own depth, the sun's path on it, surf on a shore."""

from collections.abc import Callable

import cv2
import numpy as np

from easel.engines.painter import lands, noise, woods
from easel.engines.painter.brush import WHITE, Colour, blob, ellipse, linear, mix, rgb
from easel.engines.painter.noise import smoothstep
from easel.engines.painter.palette import multiply, time_of
from easel.engines.painter.scene import Scene


def _depths(
    scene: Scene, first: int, last: int, height: int, width: int, band: slice = slice(None)
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(below, across, away) of the texels of a band of rows, `below` in units from the far shore down."""
    y = ((np.arange(height, dtype=np.float32) + 0.5) / height)[band]
    below = y[:, None] * np.float32((last - first) / scene.unit)
    away = np.float32(0.3) / np.maximum(below, 0.006)
    x = ((np.arange(width, dtype=np.float32) + 0.5) / width - 0.5)[None] * np.float32(scene.aspect)
    return np.repeat(below, width, 1), x * away / np.float32(0.3), np.repeat(away, width, 1)


def water(
    scene: Scene, *, top: float | None = None, bottom: float = 1.0, rough: float = 0.5, colour: Colour | None = None
) -> None:
    """Fill the rows from `top` to `bottom` (shares of the height) with water that mirrors what is above `top`.

    `rough` 0 is a mirror, 1 a choppy sea.
    """
    level = scene.horizon if top is None else top
    first, last = round(level * scene.height), round(bottom * scene.height)
    if last - first < 3 or first < 2:
        return
    height, width = scene.texture_size(last - first)
    above = _above(scene, first, last, width)
    if scene.plan.style == "line_art":
        # What is mirrored would be drawn a second time, in pieces.
        above[:] = above.mean(axis=(0, 1))
    colours = np.empty((height, width, 3), np.float32)
    step = max(16, noise.BAND // width)
    tone = rgb("1d5d78") if colour is None else colour
    # A few bands fit into memory, not all the fields of a large picture.
    for band in (slice(start, min(height, start + step)) for start in range(0, height, step)):
        depths = _depths(scene, first, last, height, width, band)
        np.clip(_waves(scene, above, depths, rough, tone), 0, 1, out=colours[band])
    scene.lay(colours, first, last)


def _waves(
    scene: Scene, above: np.ndarray, depths: tuple[np.ndarray, np.ndarray, np.ndarray], rough: float, colour: Colour
) -> np.ndarray:
    """The colours of some rows of water, `depths` as from `_depths`, that mirror what is `above`."""
    below, across, away = depths
    rng = scene.rng("water")
    swell = noise.sample(across * 1.2, away * 3.2, rng, roughness=0.7) - 0.5
    ripple = noise.sample(across * 4.5, away * 11, rng, roughness=1.1) - 0.5
    near = np.clip(below * 5, 0.12, 1)
    slope = (swell * 0.75 + ripple * 0.5) * np.float32(0.35 + 0.65 * rough)
    colours = _mirror(scene, above, below, slope * near)
    deep = np.array(colour, np.float32) * np.array(scene.palette.ambient, np.float32)
    seen = np.clip(0.24 + 0.16 * (1 - rough) + 0.5 * np.exp(-below * 3.6) - slope * 0.9 * near, 0.06, 0.92)
    if scene.plan.weather == "fog":
        deep += (np.array(scene.palette.haze, np.float32) - deep) * np.float32(0.6)
    colours = deep + (colours - deep) * seen[..., None]
    colours += (np.clip(slope - 0.07, 0, 1) * 1.1 * near)[..., None] * np.array(scene.palette.mid, np.float32)
    _glitter(scene, colours, below, across, away, rng)
    return colours


def _above(scene: Scene, first: int, last: int, width: int) -> np.ndarray:
    """What is above row `first`, upside down, float32 and `width` texels wide."""
    above = np.ascontiguousarray(scene.pixels[max(0, first - int((last - first) * 1.3) - 2) : first, :, :3])
    size = (width, max(2, round(above.shape[0] * width / scene.width)))
    above = cv2.resize(above, size, interpolation=cv2.INTER_AREA)[::-1]
    return above.astype(np.float32) / 255


def _mirror(scene: Scene, above: np.ndarray, below: np.ndarray, slope: np.ndarray) -> np.ndarray:
    """What is `above` as it is seen in the water, displaced by the water's slopes."""
    texel = scene.unit * above.shape[1] / scene.width
    y = below * np.float32(texel * 0.92) + slope * np.float32(0.2 * texel) * np.clip(0.25 + below * 2, 0, 1)
    x = np.arange(below.shape[1], dtype=np.float32)[None] + slope * np.float32(0.05 * texel)
    # Beyond the top of the picture is more of the same sky: a little of it again, stretched.
    y, top = np.abs(y), np.float32(above.shape[0] - 1)
    y = np.clip(np.minimum(y, top - np.float32(0.3) * (y - top)), 0, top)
    return cv2.remap(above, x.astype(np.float32), y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)


def _glitter(
    scene: Scene, colours: np.ndarray, below: np.ndarray, across: np.ndarray, away: np.ndarray, rng: np.random.Generator
) -> None:
    """The sparkling path that leads to the sun or the moon."""
    if scene.light.strength < 0.35:
        return
    spark = noise.sample(across * 9, away * 26, rng, roughness=1.2) * 0.55
    spark += noise.sample(across * 30 + 3, away * 70, rng, roughness=1.6) * 0.45
    seen = across / away * np.float32(0.3)
    middle = np.float32((scene.light.x - 0.5) * scene.aspect)
    path = np.exp(-(((seen - middle) / (0.035 + 0.22 * below)) ** 2))
    strong = 0.42 if time_of(scene.plan) == "day" else 0.85
    amount = path * (0.12 + smoothstep(0.5, 0.72, spark + 0.06 * path)) * np.float32(strong * scene.light.strength)
    colours += amount[..., None] * np.array(scene.light.colour, np.float32)


def surf(scene: Scene, level: float) -> None:
    """Foam where the waves run out on the sand around the row `level` (a share of the height)."""
    unit = scene.unit
    first, last = round(level * scene.height - 0.05 * unit), round(level * scene.height + 0.045 * unit)
    first, last = max(0, first), min(scene.height, last)
    if last - first < 2:
        return
    height, width = scene.texture_size(last - first)
    rng = scene.rng("surf")
    y = ((first + (np.arange(height, dtype=np.float32) + 0.5) * (last - first) / height) / unit)[:, None]
    x = ((np.arange(width, dtype=np.float32) + 0.5) / width * scene.aspect)[None]
    x, y = np.broadcast_arrays(x, y)
    foam = np.zeros((height, width), np.float32)
    for offset, width_, strong in ((0.012, 0.010, 0.95), (-0.016, 0.006, 0.6), (-0.034, 0.004, 0.4)):
        wave = noise.sample(x * 1.6, x * 0, rng, roughness=0.5) - 0.5
        line = np.float32(level * scene.height / unit + offset) + wave * 0.035
        lace = noise.sample(x * 16, y * 34, rng, roughness=1.3)
        band = np.exp(-(((y - line) / width_) ** 2)) + 0.5 * np.exp(-np.maximum(line - y, 0) / (width_ * 2.4)) * (
            y < line
        )
        foam = np.maximum(foam, band * strong * smoothstep(0.32, 0.6, lace))
    white = np.broadcast_to(np.array(scene.palette.ambient, np.float32) * 0.98, (height, width, 3))
    scene.lay(np.ascontiguousarray(white), first, last, alpha=np.clip(foam, 0, 1).astype(np.float32))


def rim(scene: Scene) -> None:
    """Round stones along the far shore, which a calm water mirrors."""
    rng, unit, x = scene.rng("rim"), scene.unit, -0.02 * scene.width
    while x < scene.width * 1.02:
        half = unit * rng.uniform(0.012, 0.034)
        tone = multiply(rgb(("8d8a82", "a39c90", "7a7c78")[int(rng.integers(3))]), scene.palette.ambient)
        if scene.snowy:
            tone = mix(tone, WHITE, 0.5)
        y = scene.ground_px + 0.2 * half
        ink = linear((0, y - 1.1 * half), (0, y), (mix(tone, WHITE, 0.22), mix(tone, (0.1, 0.1, 0.12), 0.4)))
        top = half * rng.uniform(0.6, 0.95)
        points = [(x - half, y), (x - 0.7 * half, y - 0.7 * top), (x, y - top), (x + 0.75 * half, y - 0.6 * top)]
        blob(scene.canvas, [*points, (x + half, y)], ink)
        x += half * rng.uniform(1.3, 2.1)


#: Half the width of a river in units: at the horizon, and what is added on the way to the frame's lower edge.
RIVER = (0.012, 0.3)


def river_middle(scene: Scene, t: np.ndarray | float) -> np.ndarray | float:
    """How far right of the frame's middle a river is, in units; `t` is 0 at the horizon and 1 at the lower edge."""
    rng = scene.rng("river course")
    phase, side = rng.uniform(0, 1), float(rng.choice([-1, 1]))
    return np.float32(side) * (0.34 * np.sin((1 - t) * 4.2 + phase) * (0.25 + t) * scene.aspect * 0.8)


def river(scene: Scene) -> None:
    """A river that winds from the horizon to the feet, laid over ground that is already there."""
    first, last = round(scene.ground_px), scene.height
    if last - first < 3:
        return
    height, width = scene.texture_size(last - first)
    below, across, away = _depths(scene, first, last, height, width)
    rng = scene.rng("river")
    t = below / np.maximum(below.max(), 1e-3)
    middle = river_middle(scene, t)
    x = across / away * np.float32(0.3)
    bank = noise.sample(x * 4, t * 9, rng, roughness=0.9) - 0.5
    edge = np.abs(x - middle) + bank * (0.05 * t + 0.006)
    half = RIVER[0] + RIVER[1] * t
    cover = smoothstep(1.0, 0.93, edge / half)
    soil = 1 - 0.5 * smoothstep(1.16, 1.0, edge / half) * (1 - cover)
    land = scene.pixels[first:last, :, :3].copy()
    del below, across, away, t, middle, x, bank, edge, half
    water(scene, rough=0.35)
    size = (scene.width, last - first)
    wet, shade_ = (cv2.resize(field.astype(np.float32), size) for field in (cover, soil))
    target = scene.pixels[first:last, :, :3]
    step = max(64, (1 << 20) // scene.width)
    for rows in (slice(top, top + step) for top in range(0, last - first, step)):
        dry, share = land[rows] * shade_[rows][..., None], wet[rows][..., None]
        target[rows] = dry + (target[rows] - dry) * share


def _streaks(scene: Scene, box: tuple[float, float, float, float], rng: np.random.Generator) -> None:
    """Falling water in a box of pixels: white threads, brighter at the lip, spray at the foot."""
    left, top, right, bottom = (round(v) for v in box)
    left, right, top, bottom = max(0, left), min(scene.width, right), max(0, top), min(scene.height, bottom)
    if right - left < 3 or bottom - top < 3:
        return
    height, width = max(2, (bottom - top) // 2), max(2, (right - left) // 2)
    u = np.linspace(0, 1, width, dtype=np.float32)[None].repeat(height, 0)
    v = np.linspace(0, 1, height, dtype=np.float32)[:, None].repeat(width, 1)
    wide = (right - left) / scene.unit
    # It leaps from a narrow lip and spreads as it falls.
    u = (u - 0.5) / (0.66 + 0.34 * np.sqrt(v)) + 0.5
    thread = noise.sample(u * wide * 46, v * 2.4, rng, roughness=1.2)
    sway = noise.sample(u * 3, v * 3, rng, roughness=0.6) - 0.5
    torn = noise.sample(u * wide * 30, v * 5, rng, roughness=1.0) - 0.5
    sway = sway * 0.1 + torn * 0.3
    edge = smoothstep(0.0, 0.16, u + sway) * smoothstep(1.0, 0.84, u + sway)
    alpha = np.clip(edge * (0.5 + 1.2 * (thread - 0.3)), 0, 0.97) * smoothstep(0.0, 0.02, v)
    foam = smoothstep(0.72, 1.0, v + sway * 0.2) * edge
    tone = np.clip(0.72 + 0.5 * (thread - 0.4) + 0.2 * foam, 0, 1)[..., None]
    colours = tone * np.array(scene.palette.ambient, np.float32) * np.array((0.93, 0.98, 1.0), np.float32)
    alpha = np.maximum(alpha, foam * 0.8)
    size = (right - left, bottom - top)
    alpha, colours = cv2.resize(alpha, size)[..., None], cv2.resize(colours, size) * 255
    target = scene.pixels[top:bottom, left:right, :3]
    target[...] = np.clip(target * (1 - alpha) + colours * alpha, 0, 255)


def _spray(scene: Scene, x: float, y: float, wide: float) -> None:
    mist = mix(scene.palette.haze, WHITE, 0.5)
    for k in range(9):
        at = (x + (k - 4) * wide * 0.2, y - (0.035 * (k % 3) - 0.01) * scene.unit)
        ellipse(scene.canvas, at, wide * 0.42, 0.045 * scene.unit, mist, 0.26, blur=0.022 * scene.unit)


def fall(scene: Scene) -> None:
    """A waterfall over dark cliffs into a pool."""
    rng = scene.rng("fall")
    foot = scene.ground_px + 0.02 * scene.unit
    top = max(0.05 * scene.height, foot - 0.56 * scene.unit)
    cliffs(scene, top, foot, rng)
    x, wide = scene.width * rng.uniform(0.4, 0.6), scene.unit * rng.uniform(0.13, 0.2)
    _streaks(scene, (x - wide / 2, top + 0.03 * scene.unit, x + wide / 2, foot + 0.01 * scene.unit), rng)
    thin = x + wide * rng.choice([-1.3, 1.3])
    _streaks(scene, (thin - wide * 0.16, top + 0.05 * scene.unit, thin + wide * 0.16, foot), rng)
    water(scene, top=foot / scene.height, rough=0.5, colour=(0.13, 0.42, 0.45))
    _boulders(scene, foot, (x - 0.7 * wide, x + 0.7 * wide), rng)
    _spray(scene, x, foot, wide)
    if scene.free("frame trees", 1.2) or "forest" in scene.plan.backdrops:
        woods.frame_trees(scene, tall=0.7)


def _boulders(scene: Scene, foot: float, gap: tuple[float, float], rng: np.random.Generator) -> None:
    """Mossy rocks along the row `foot`, none in the `gap` (left and right in pixels) where the water falls."""
    p, unit = scene.palette, scene.unit
    for k in range(scene.count(26)):
        x, size = rng.uniform(-0.02, 1.02) * scene.width, unit * rng.uniform(0.012, 0.04) * (0.6 + 0.5 * k / 26)
        if gap[0] < x < gap[1]:
            continue
        y = foot + (0.002 + 0.035 * k / 26) * unit
        angles = np.linspace(np.pi, 2 * np.pi, 7)
        rim = [(x + np.cos(a) * size * 1.4, y + np.sin(a) * size * rng.uniform(0.7, 1.05)) for a in angles]
        rim += [(x + 1.3 * size, y + 0.18 * size), (x - 1.3 * size, y + 0.18 * size)]
        top, low = rgb("8a9468") if rng.random() < 0.5 else rgb("8f8a82"), rgb("35363a")
        if scene.snowy:
            top = rgb("f1f5fb")
        tones = [mix(multiply(tone, p.ambient), p.haze, 0.12) for tone in (top, mix(top, low, 0.55), low)]
        blob(scene.canvas, rim, linear((0, y - size), (0, y + 0.2 * size), tones))


def cliffs(
    scene: Scene,
    top: float,
    foot: float,
    rng: np.random.Generator,
    drop: Callable[[np.ndarray], np.ndarray] | None = None,
) -> None:
    """Walls of rock between the rows `top` and `foot` (pixels); `drop` is how much lower, in units, the top is at x."""
    first, last = max(0, round(top - 0.1 * scene.unit)), round(foot)
    height, width = scene.texture_size(last - first)
    y = (first + (np.arange(height, dtype=np.float32) + 0.5) * (last - first) / height)[:, None] / scene.unit
    x = ((np.arange(width, dtype=np.float32) + 0.5) / width * scene.aspect)[None]
    x, y = np.broadcast_arrays(x, y)
    lip = (
        np.float32(top / scene.unit)
        + (noise.line(width, rng, features=6 * scene.aspect, roughness=0.9) - 0.5)[None] * 0.12
    )
    if drop is not None:
        lip = np.float32(top / scene.unit) + 0.3 * (lip - np.float32(top / scene.unit)) + drop(x[:1])
    bend = noise.sample(x * 2.4, y * 2.0, rng, roughness=0.5)
    block = noise.sample(x * 6 + bend * 1.2, y * 4.2 + bend, rng, roughness=0.5)
    ledge = noise.sample(x * 4, y * 9 + bend * 0.8, rng, roughness=0.9)
    fine = noise.sample(x * 22, y * 18, rng, roughness=1.4) - 0.5
    # Blocks between clefts, each lit on the sun's side and from above.
    bulge = bend * 0.55 + np.abs(block - 0.5) * 0.5 + ledge * 0.14 + fine * 0.02
    texel = height / (last - first) * scene.unit
    side = float(np.clip((0.5 - scene.light.x) * 2, -0.8, 0.8))
    slope = cv2.Sobel(bulge, cv2.CV_32F, 1, 0, scale=0.125) * side - cv2.Sobel(bulge, cv2.CV_32F, 0, 1, scale=0.125)
    light = 0.4 - np.tanh(slope * np.float32(-0.13 * texel)) * 0.36 + (bulge - 0.55) * 0.9 + fine * 0.25
    low, high = np.array(rgb("2c2d30"), np.float32), np.array(rgb("a0968a"), np.float32)
    colours = low + (high - low) * np.clip(light, 0, 1)[..., None]
    # Moss on the ledges near the top; snow on all of them.
    reach = 0.9 if scene.snowy else 0.22
    moss = smoothstep(0.5, 0.64, ledge) * smoothstep(reach, 0.0, y - lip)
    grown = rgb("eef2f9") if scene.snowy else rgb("a8742e") if scene.plan.season == "autumn" else rgb("5f8a3e")
    colours += (
        (np.array(grown, np.float32) - colours) * np.maximum(moss, smoothstep(0.03, 0.0, y - lip))[..., None] * 0.85
    )
    colours = colours * np.array(scene.palette.ambient, np.float32)
    colours += (np.array(scene.palette.haze, np.float32) - colours) * np.float32(0.16)
    cover = np.clip((y - lip) * scene.unit * height / (last - first) + 0.5, 0, 1)
    scene.lay(np.clip(colours, 0, 1), first, last, alpha=cover.astype(np.float32))


def far_fall(scene: Scene) -> None:
    """A waterfall in the distance, down a wooded slope."""
    rng = scene.rng("far fall")
    lands.mountains(scene, snow=0.1, tall=0.85)
    x, wide = scene.width * rng.uniform(0.35, 0.65), scene.unit * 0.05
    _streaks(scene, (x - wide / 2, scene.ground_px - 0.16 * scene.unit, x + wide / 2, scene.ground_px), rng)
    _spray(scene, x, scene.ground_px, wide)
