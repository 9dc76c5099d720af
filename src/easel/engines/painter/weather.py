"""Weather in the air before the scene: rain, snow, fog, wind-blown leaves."""

import cv2
import numpy as np
import skia

from easel.engines.painter import noise
from easel.engines.painter.brush import WHITE, Colour, blob, jitter, mix, paint, rgb
from easel.engines.painter.lands import season_of
from easel.engines.painter.motifs import fireflies
from easel.engines.painter.scene import Scene
from easel.engines.painter.seasons import LEAFLESS

AREA = cv2.INTER_AREA
#: What is so red by night is a lamp, a window or the moon.
LAMP_RED = 165


def rain(scene: Scene, *, heavy: bool = False) -> None:
    """Slanting streaks in three depths."""
    rng, unit = scene.rng("rain"), scene.unit
    lean = rng.uniform(0.12, 0.3) * rng.choice([-1, 1]) * (1.6 if heavy else 1.0)
    tone = mix(scene.palette.haze, WHITE, 0.6)
    for depth, (number, reach, width, alpha) in enumerate(
        ((420, 0.018, 0.0009, 0.22), (260, 0.036, 0.0013, 0.3), (90, 0.07, 0.002, 0.34))
    ):
        path = skia.Path()
        for _ in range(scene.count(number * (1.5 if heavy else 1.0))):
            x, y = rng.uniform(-0.1, 1.1) * scene.width, rng.uniform(-0.05, 1.0) * scene.height
            length = reach * unit * rng.uniform(0.6, 1.3)
            path.moveTo(x, y)
            path.lineTo(x + lean * length, y + length)
        scene.canvas.drawPath(path, paint(tone, alpha + 0.05 * depth, width=max(0.6, width * unit)))


def rings(scene: Scene) -> None:
    """Where drops fall on the ground and the water."""
    if scene.horizon >= 0.9 or scene.ground.kind == "air":
        return
    rng, unit, tone = scene.rng("rings"), scene.unit, mix(scene.palette.haze, WHITE, 0.6)
    path = skia.Path()
    for _ in range(scene.count(80)):
        near = rng.random()
        x, y = rng.uniform(0, scene.width), scene.ground_px + (0.1 + 0.88 * near) * (scene.height - scene.ground_px)
        r = unit * (0.002 + 0.008 * near)
        path.addOval(skia.Rect.MakeLTRB(x - 2.2 * r, y - 0.6 * r, x + 2.2 * r, y + 0.6 * r))
    scene.canvas.drawPath(path, paint(tone, 0.32, width=max(0.6, 0.001 * unit)))


def snowfall(scene: Scene) -> None:
    """Flakes in three depths, the near ones out of focus."""
    rng, unit = scene.rng("snowfall"), scene.unit
    for number, size, alpha, soft in ((620, 0.0018, 0.85, 0.0), (300, 0.0034, 0.9, 0.12), (60, 0.0085, 0.6, 0.4)):
        path = skia.Path()
        for _ in range(scene.count(number)):
            x, y = rng.uniform(0, scene.width), rng.uniform(0, scene.height)
            r = max(0.5, unit * size * rng.uniform(0.6, 1.4))
            path.addOval(skia.Rect.MakeLTRB(x - r, y - r, x + r, y + r))
        scene.canvas.drawPath(path, paint((0.97, 0.98, 1.0), alpha, blur=size * unit * soft))


def fog(scene: Scene, name: str = "fog", *, thick: float = 1.0) -> None:
    """Fog that hides the horizon and thins towards the feet and, less, the zenith; `name` is its random stream."""
    height, width = scene.texture_size(scene.height, texels=1.5e5)
    rng = scene.rng(name)
    y = ((np.arange(height, dtype=np.float32) + 0.5) / height)[:, None]
    bank = noise.field(height, width, rng, across=2.6 * scene.aspect, down=5.5, roughness=0.7)
    level = np.float32(min(scene.horizon, 0.7))
    reach = np.where(y < level, np.float32(0.36), np.float32(0.22))
    lying = np.exp(-(((y - level) / reach) ** 2)) * 0.78 + 0.2
    # In the dark less of it hides everything: what is near stays as a shape.
    thick *= 1 - 0.42 * scene.palette.darkness
    alpha = np.clip(lying * (0.72 + 0.62 * bank), 0, 0.96) * np.float32(thick)
    haze = np.broadcast_to(np.array(mix(scene.palette.haze, WHITE, 0.2), np.float32), (height, width, 3))
    halos = _halos(scene) if scene.palette.darkness > 0.7 else None
    scene.lay(np.ascontiguousarray(haze), 0, scene.height, alpha=alpha)
    if halos is not None:
        seen = np.ascontiguousarray(scene.pixels[..., :3])
        scene.pixels[..., :3] = cv2.add(seen, cv2.subtract(halos, cv2.multiply(seen, halos, scale=1 / 255)))


def _halos(scene: Scene) -> np.ndarray:
    """The light of lamps and windows by night as fog spreads it, as bytes."""
    small = cv2.resize(scene.pixels[..., :3], (max(2, scene.width // 8), max(2, scene.height // 8)), interpolation=AREA)
    lamps = small * (small[..., :1] > LAMP_RED) * np.array((1.0, 0.86, 0.62), np.float32)
    wide = cv2.GaussianBlur(lamps, (0, 0), max(0.5, 0.02 * scene.unit / 8))
    return cv2.resize(
        cv2.convertScaleAbs(wide, alpha=0.75), (scene.width, scene.height), interpolation=cv2.INTER_LINEAR
    )


def _drifting(scene: Scene, name: str, tones: tuple[Colour, ...], number: float) -> None:
    rng, unit = scene.rng(name), scene.unit
    for _ in range(scene.count(number)):
        x, y = rng.uniform(0, scene.width), rng.uniform(0.05, 0.95) * scene.height
        r = unit * rng.uniform(0.004, 0.010)
        a = rng.uniform(0, 6.28)
        ca, sa = np.cos(a) * r, np.sin(a) * r
        tone = jitter(tones[int(rng.integers(len(tones)))], rng, 0.05)
        blob(
            scene.canvas,
            [(x - ca, y - sa), (x - 0.45 * sa, y + 0.45 * ca), (x + ca, y + sa), (x + 0.45 * sa, y - 0.45 * ca)],
            tone,
            0.9,
        )


def leaves(scene: Scene) -> None:
    """Leaves or petals in the wind."""
    season = season_of(scene)
    tones = {"autumn": ("d8762b", "c8452c", "e0a83a"), "spring": ("f6bcd0", "fbdbe6")}.get(season, ("8ab04a", "a8c860"))
    _drifting(scene, "leaves", tuple(map(rgb, tones)), 34)


def paint_weather(scene: Scene) -> None:
    """What the weather puts before the scene, and what flies about in it."""
    fireflies(scene)
    weather = scene.plan.weather
    if weather == "snow" and scene.allows("snow"):
        snowfall(scene)
    elif weather in ("rain", "storm") and scene.allows("rain"):
        rain(scene, heavy=weather == "storm")
    elif weather == "fog" and scene.allows("fog"):
        fog(scene, "near fog", thick=0.3)
    elif weather == "wind" or (_near_trees(scene) and scene.free("leaves", 0.8)):
        leaves(scene)


def paint_weather_behind(scene: Scene) -> None:
    """What of the weather is behind the things: rings of drops on the ground, and most of the fog."""
    if scene.plan.weather in ("rain", "storm") and scene.allows("rain"):
        rings(scene)
    if scene.plan.weather == "fog" and scene.allows("fog"):
        fog(scene, thick=1.0 if scene.plan.things else 0.85)


def _near_trees(scene: Scene) -> bool:
    """Whether leaves or petals may drift by in their season."""
    return scene.plan.season in ("autumn", "spring") and scene.setting not in LEAFLESS
