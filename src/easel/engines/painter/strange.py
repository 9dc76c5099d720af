"""Settings that are no common ground: under water, caves, space, the moon."""

import cv2
import numpy as np
import skia

from easel.engines.painter import heavens, lands, noise
from easel.engines.painter.brush import (
    WHITE,
    Colour,
    blob,
    circle,
    curve,
    jitter,
    linear,
    mix,
    paint,
    polygon,
    radial,
    rgb,
    shade,
)  # fmt: skip
from easel.engines.painter.noise import smoothstep
from easel.engines.painter.scene import Scene


def underwater(scene: Scene) -> None:
    """Blue depths, shafts of light, a sandy floor with corals and weeds, bubbles."""
    rng, w, h, unit = scene.rng("underwater"), scene.width, scene.height, scene.unit
    bright = 0.45 if scene.palette.darkness > 0.5 else 1.0
    height, width = scene.texture_size(h, texels=3e5)
    y = ((np.arange(height, dtype=np.float32) + 0.5) / height)[:, None]
    x = ((np.arange(width, dtype=np.float32) + 0.5) / width * scene.aspect)[None]
    stops = np.array([rgb(c) for c in ("9fe6ee", "3fb4d6", "1878ac", "0c4a7c")], np.float32) * bright
    rows = np.stack([np.interp(y[:, 0], [0, 0.22, 0.6, 1], stops[:, i]) for i in range(3)], 1).astype(np.float32)
    colours = np.repeat(rows[:, None], width, 1)
    source = np.float32(scene.light.x * scene.aspect)
    angle = (x - source) / (y + 0.35)
    ray = noise.sample(angle * 5, angle * 0 + 3, rng, roughness=0.9)
    shafts = smoothstep(0.48, 0.85, ray) * np.exp(-y * 1.6) * np.exp(-((angle / 1.1) ** 2)) * 0.75 * bright
    colours += shafts[..., None] * np.array((0.75, 0.98, 0.95), np.float32)
    scene.lay(np.clip(colours, 0, 1), 0, h)
    _seabed(scene, rng, bright)
    for _ in range(scene.count(46)):
        at = (rng.uniform(0, w), rng.uniform(0.05, 0.9) * h)
        r = unit * rng.uniform(0.002, 0.011)
        circle(scene.canvas, at, r, (0.85, 0.97, 1.0), 0.22)
        circle(scene.canvas, at, r, (0.95, 1.0, 1.0), 0.6, width=max(0.6, 0.14 * r))
        circle(scene.canvas, (at[0] - 0.35 * r, at[1] - 0.35 * r), 0.2 * r, WHITE, 0.85)


def _seabed(scene: Scene, rng: np.random.Generator, bright: float) -> None:
    unit, w, h = scene.unit, scene.width, scene.height
    for layer in range(3):
        near = layer / 2
        level = h - unit * (0.2 - 0.075 * layer)
        points = [(-0.1 * w, h + 9)]
        for k in range(13):
            points.append((w * (k / 12 * 1.2 - 0.1), level + rng.uniform(-0.02, 0.02) * unit))
        points.append((1.1 * w, h + 9))
        tone = mix(rgb("1a5f90"), rgb("e2d3a2"), 0.18 + 0.5 * near)
        tone = tuple(c * bright for c in tone)
        blob(scene.canvas, points, linear((0, level), (0, h), (tone, shade(tone, 0.72))))
        for _ in range(scene.count(9)):
            x = rng.uniform(-0.02, 1.02) * w
            if layer == 2 and abs(x / w - 0.5) < 0.16:
                continue
            haze = 0.65 * (1 - near)
            draw = (_weed, _coral, _rock)[int(rng.choice(3, p=[0.45, 0.35, 0.2]))]
            draw(scene, x, level + 0.03 * unit, unit * rng.uniform(0.05, 0.13) * (0.7 + 0.6 * near), haze, rng)


def _deep(colour: Colour, haze: float) -> Colour:
    return mix(colour, rgb("1d74a6"), haze)


def _weed(scene: Scene, x: float, y: float, tall: float, haze: float, rng: np.random.Generator) -> None:
    for _ in range(6):
        lean, tone = rng.uniform(-0.35, 0.35), _deep(jitter(rgb("3f9a5a"), rng, 0.1), haze)
        x0, high = x + rng.uniform(-0.2, 0.2) * tall, tall * rng.uniform(0.8, 1.7)
        sway = rng.uniform(0.08, 0.16) * tall
        points = [
            (x0 + lean * high * t * t + sway * np.sin(5 * t + lean * 9), y - high * t) for t in np.linspace(0, 1, 7)
        ]
        curve(scene.canvas, points, tone, 0.07 * tall)


def _coral(scene: Scene, x: float, y: float, tall: float, haze: float, rng: np.random.Generator) -> None:
    tone = _deep(rgb(("e8604f", "f08a5a", "e678a8", "b070d0", "f0c04a")[int(rng.integers(5))]), haze)

    def branch(at: tuple[float, float], angle: float, reach: float, width: float) -> None:
        end = (at[0] + np.sin(angle) * reach, at[1] - np.cos(angle) * reach)
        curve(scene.canvas, [at, end], shade(tone, rng.uniform(0.85, 1.15)), width)
        if reach > 0.14 * tall:
            for turn in (-0.5, 0.45):
                branch(end, angle + turn + rng.uniform(-0.2, 0.2), reach * 0.68, width * 0.74)

    for angle in (-0.5, 0.0, 0.5):
        branch((x, y), angle, 0.42 * tall, 0.085 * tall)


def _rock(scene: Scene, x: float, y: float, tall: float, haze: float, rng: np.random.Generator) -> None:
    points = []
    for k in range(9):
        a = np.pi * k / 8
        r = tall * rng.uniform(0.55, 0.8)
        points.append((x - np.cos(a) * r * 1.3, y - np.sin(a) * r * 0.8))
    tone = _deep(rgb("6f7c84"), haze)
    blob(scene.canvas, points, linear((0, y - 0.7 * tall), (0, y), (shade(tone, 1.2), shade(tone, 0.6))))


def space(scene: Scene) -> None:
    """Deep space: nebulae, stars, a planet."""
    rng, w, h, unit = scene.rng("space"), scene.width, scene.height, scene.unit
    height, width = scene.texture_size(h, texels=6e5)
    y = ((np.arange(height, dtype=np.float32) + 0.5) / height * h / unit)[:, None]
    x = ((np.arange(width, dtype=np.float32) + 0.5) / width * scene.aspect)[None]
    x, y = np.broadcast_arrays(x, y)
    colours = np.full((height, width, 3), (0.016, 0.02, 0.055), np.float32)
    tones = [rgb(c) for c in ("5a2ea8", "1f6fb8", "c23a8a", "1aa09a", "d0703a")]
    tint = scene.plan.tint
    for k, pick in enumerate(rng.permutation(len(tones))[:3]):
        bend = noise.sample(x * 1.1, y * 1.1, rng, roughness=0.5) - 0.5
        cloud = noise.sample(x * 1.1 + bend * 1.5, y * 1.1 + bend * 1.2, rng, roughness=0.9)
        wisp = noise.sample(x * 5 + bend * 2, y * 5, rng, roughness=1.2)
        amount = smoothstep(0.46, 0.82, cloud) * (0.45 + 0.8 * (wisp - 0.2)) * (0.85 - 0.2 * k)
        tone = rgb(tint) if tint and k == 0 else tones[int(pick)]
        colours += amount[..., None] * np.array(tone, np.float32)
    scene.lay(np.clip(colours, 0, 1), 0, h)
    heavens.stars(scene, density=2.0, down_to=float(h))
    if "earth" in scene.plan.sky:
        _earth(scene, (w * rng.choice([0.24, 0.76]), h * rng.uniform(0.26, 0.36)), unit * rng.uniform(0.19, 0.24), rng)
    elif scene.free("planet", 1.2) or "planets" in scene.plan.sky:
        side, asked = rng.choice([-1, 1]), "planets" in scene.plan.sky
        # Where nothing else is, the planet is what the picture is of.
        alone = asked and not scene.plan.things
        at = (
            w * (0.5 + (0.08 if alone else 0.26 if asked else 0.36) * side),
            h * rng.uniform(0.16, 0.3) + 0.2 * h * alone,
        )
        own = scene.plan.sky.get("planets")
        tone = rgb(own or ("d8a26a", "6aa0d8", "c87a6a", "7ab8a0", "a98ad8")[int(rng.integers(5))])
        size = unit * rng.uniform(0.1, 0.17) * (1.35 if alone else 0.8 if asked else 1.0)
        heavens.planet(scene, at, size, tone, ringed=asked or bool(rng.random() < 0.5), rng=rng)
        far = (w * (0.5 - 0.38 * side), h * rng.uniform(0.6, 0.85))
        heavens.planet(scene, far, unit * rng.uniform(0.03, 0.05), rgb("b8c4d8"), ringed=False, rng=rng)
    if "meteors" in scene.plan.sky:
        heavens.meteors(scene)


def moon_surface(scene: Scene) -> None:
    """Grey dust under a black sky, the Earth above the horizon."""
    rng, w, h = scene.rng("moon surface"), scene.width, scene.height
    scene.canvas.drawPaint(paint(linear((0, 0), (0, h * scene.horizon), (rgb("04050c"), rgb("0c1020")))))
    heavens.stars(scene, density=1.6)
    if scene.allows("earth"):
        _earth(scene, (w * rng.choice([0.26, 0.72]), scene.ground_px * 0.42), 0.1 * scene.unit, rng)
    lands.moonscape(scene)


def _earth(scene: Scene, at: tuple[float, float], radius: float, rng: np.random.Generator) -> None:
    side = max(8, int(2 * radius) + 2)
    y, x = np.mgrid[0:side, 0:side].astype(np.float32) / np.float32(side / 2) - 1
    land = smoothstep(0.5, 0.56, noise.sample(x * 1.6, y * 1.6, rng, roughness=0.8))
    cloud = smoothstep(0.5, 0.72, noise.sample(x * 1.8, y * 3.4, rng, roughness=1.0))
    colours = np.array(rgb("1f5fb0"), np.float32) + land[..., None] * (
        np.array(rgb("5f9050"), np.float32) - np.array(rgb("1f5fb0"), np.float32)
    )
    colours += (1 - colours) * (cloud * 0.9)[..., None]
    light = np.clip(0.15 + 1.1 * (0.6 - 0.6 * x - 0.35 * y) * np.sqrt(np.clip(1 - x * x - y * y, 0, 1)), 0, 1.15)
    rgba = np.dstack([np.clip(colours * light[..., None], 0, 1) * 255, np.full((side, side), 255)]).astype(np.uint8)
    fade = radial(at, radius * 1.5, ((0.45, 0.7, 1.0, 0.45), (0.45, 0.7, 1.0, 0.35), (0.3, 0.6, 1.0, 0.0)), (0, 0.6, 1))
    circle(scene.canvas, at, radius * 1.5, fade)
    path = skia.Path()
    path.addCircle(*at, radius)
    box = skia.Rect.MakeLTRB(at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius)
    scene.canvas.save()
    scene.canvas.clipPath(path, True)
    scene.canvas.drawImageRect(
        skia.Image.fromarray(rgba, skia.kRGBA_8888_ColorType), box, skia.SamplingOptions(skia.FilterMode.kLinear)
    )
    scene.canvas.restore()


def cave(scene: Scene) -> None:
    """A rock chamber with a mouth of light, dripstone, and a glimmer of crystals."""
    rng, h, unit = scene.rng("cave"), scene.height, scene.unit
    height, width = scene.texture_size(h)
    y = ((np.arange(height, dtype=np.float32) + 0.5) / height * h / unit)[:, None]
    x = ((np.arange(width, dtype=np.float32) + 0.5) / width * scene.aspect)[None]
    x, y = np.broadcast_arrays(x, y)
    cx, cy = np.float32(scene.aspect * rng.uniform(0.42, 0.58)), np.float32(0.4 * h / unit)
    distance = cv2.magnitude((x - cx) * np.float32(1.1), (y - cy) * np.float32(0.95))
    angle = np.arctan2(y - cy, x - cx)
    # Rock rings around the mouth, drawn out along the viewing direction.
    rough = noise.sample(
        np.cos(angle) * 1.6 + 5, np.sin(angle) * 1.6 + np.log(distance + 0.05) * 1.3, rng, roughness=0.9
    )
    fine = noise.sample(x * 6, y * 6, rng, roughness=1.2)
    light = np.exp(-np.maximum(distance - 0.15, 0) * 2.9) * 0.95 + 0.07
    relief = 0.55 + (rough - 0.5) * 1.5 + (fine - 0.5) * 0.5
    stone = np.array(rgb("a08470"), np.float32)
    colours = stone * (np.clip(relief, 0.1, 1.3) * light)[..., None]
    colours += np.clip(light - 0.3, 0, 1)[..., None] * np.array(scene.palette.sun, np.float32) * 0.28
    mouth = smoothstep(0.23, 0.19, distance + (rough - 0.5) * 0.22)
    sky_ = np.array(mix(scene.palette.horizon, WHITE, 0.4), np.float32)
    colours += (sky_ - colours) * mouth[..., None]
    floor = smoothstep(0.0, 0.12, y - np.float32(scene.ground_px / unit))
    ground_ = (
        np.array(rgb("84705e"), np.float32) * (0.4 + 0.8 * (fine - 0.2))[..., None] * (light * 1.25 + 0.05)[..., None]
    )
    colours += (ground_ - colours) * floor[..., None]
    scene.lay(np.clip(colours, 0, 1).astype(np.float32), 0, h)
    _dripstone(scene, rng)
    _crystals(scene, rng)


def _dripstone(scene: Scene, rng: np.random.Generator) -> None:
    for _ in range(scene.count(22)):
        x = rng.uniform(0, scene.width)
        middle = abs(x / scene.width - 0.5)
        reach = scene.unit * rng.uniform(0.05, 0.2) * (0.5 + 1.4 * middle)
        half = reach * rng.uniform(0.1, 0.2)
        tone = shade(rgb("3a2e28"), rng.uniform(0.6, 1.2) * (1.5 - 1.6 * middle))
        points = [
            (x - half, -5),
            (x - half * 0.5, reach * 0.4),
            (x, reach),
            (x + half * 0.5, reach * 0.4),
            (x + half, -5),
        ]
        ink = linear(
            (x - half, 0),
            (x + half, 0),
            (shade(tone, 1.5 if x < scene.width / 2 else 0.7), tone, shade(tone, 0.7 if x < scene.width / 2 else 1.5)),
        )
        blob(scene.canvas, points, ink)


def _crystals(scene: Scene, rng: np.random.Generator) -> None:
    tone = rgb(("58e0ff", "b07aff", "6affb8")[int(rng.integers(3))])
    for _ in range(scene.count(6)):
        x = scene.width * (0.5 + rng.choice([-1, 1]) * rng.uniform(0.28, 0.5))
        y = scene.ground_px + rng.uniform(0.06, 0.28) * scene.unit
        tall = scene.unit * rng.uniform(0.04, 0.09)
        fade = radial((x, y - tall * 0.5), tall * 2.2, ((*tone, 0.5), (*tone, 0.0)))
        circle(scene.canvas, (x, y - tall * 0.5), tall * 2.2, fade, blend=skia.BlendMode.kScreen)
        for lean in (-0.45, 0.4, -0.1):
            tip = (x + lean * tall, y - tall * rng.uniform(0.8, 1.2))
            wide = 0.13 * tall
            left, right = (x + lean * 0.2 * tall - wide, y), (x + lean * 0.2 * tall + wide, y)
            middle = (x + lean * 0.2 * tall, y)
            polygon(scene.canvas, [left, (tip[0] - wide * 0.7, tip[1] + wide * 2), tip, middle], mix(tone, WHITE, 0.45))
            polygon(scene.canvas, [middle, tip, (tip[0] + wide * 0.7, tip[1] + wide * 2), right], shade(tone, 0.62))
