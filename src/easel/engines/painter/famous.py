"""Lands that everybody knows by their shape: Mount Fuji, rice terraces, the red planet, a burning mountain."""

import numpy as np
import skia

from easel.engines.painter import lands, noise
from easel.engines.painter.brush import Colour, blob, circle, curve, linear, mix, paint, radial, rgb, shade
from easel.engines.painter.fields import over, vary
from easel.engines.painter.lands import season_of
from easel.engines.painter.noise import smoothstep
from easel.engines.painter.palette import multiply
from easel.engines.painter.scene import Scene
from easel.engines.painter.terrain import Land, paint_land

#: Where Mount Fuji's and the volcano's tops are: how far away, and how high over the plain.
FUJI, CRATER = (11.0, 4.5), (9.0, 3.3)


def fuji(scene: Scene) -> None:
    """A lone wide cone, white from its flat top downwards, over low hills."""
    rng, shape_rng = scene.rng("fuji"), scene.rng("fuji heights")
    away0, high = FUJI
    x0 = np.float32(rng.uniform(0.02, 0.2) * scene.aspect * away0 * (1 if scene.light.x < 0.5 else -1))
    line = 0.4 if scene.snowy else 0.56

    def heights(across: np.ndarray, away: np.ndarray, _: np.random.Generator) -> np.ndarray:
        d = np.hypot(across - x0, (away - np.float32(away0)) * 1.2)
        angle = np.arctan2(across - x0, away - np.float32(away0))
        gully = noise.sample(np.cos(angle) * 5, np.sin(angle) * 5 + d * 0.2, shape_rng, roughness=0.7) - 0.5
        cone = np.float32(high * 1.16) * np.exp(-((d / 3.1) ** 0.92)) + gully * 0.42 * np.exp(-(((d - 2.1) / 1.9) ** 2))
        cone = np.minimum(cone, np.float32(high) + gully * 0.3)
        hills = noise.sample(across / 2.0, away / 2.0, shape_rng, roughness=0.3) * 0.5 * smoothstep(3.5, 6.5, away)
        return np.maximum(cone, hills * smoothstep(11.0, 7.0, away)).astype(np.float32)

    wood = {"autumn": rgb("8a5a34"), "winter": rgb("66727a")}.get(season_of(scene), rgb("4c6e54"))

    def cover(height: np.ndarray, steep: np.ndarray, across: np.ndarray, away: np.ndarray) -> np.ndarray:
        angle = np.arctan2(across - x0, away - np.float32(away0))
        streak = noise.sample(np.cos(angle) * 13, np.sin(angle) * 13, rng, roughness=0.9)
        rough = noise.sample(across * 3, away * 3 + height, rng, roughness=1.3)
        colours = vary(rgb("4a5878"), rgb("7484a4"), rough + streak * 0.3)
        colours = over(colours, wood, smoothstep(1.5, 0.5, height + rough * 0.5) * 0.9)
        top = height / np.float32(high) + (streak - 0.5) * 0.46 + (rough - 0.5) * 0.1
        return over(colours, (0.95, 0.96, 0.99), smoothstep(line - 0.03, line + 0.04, top))

    land = Land(heights=heights, cover=cover, near=3.5, far=16.0, eye=0.25, haze=0.5, relief=0.75, veil=0.12, bump=0.1)
    paint_land(scene, land, rng, bottom=min(1.0, scene.horizon + 0.03))


def terraces(scene: Scene) -> None:
    """Paddies in steps along the slopes of a valley: water that mirrors the sky, or rice, between low dams."""
    rng = scene.rng("terraces")
    step = np.float32(0.062)

    def slope(across: np.ndarray, away: np.ndarray) -> np.ndarray:
        broad = noise.sample(across / 2.1, away / 2.1, scene.rng("terrace heights"), roughness=0.25)
        valley = np.abs(across / np.maximum(away, 1.0)) * 0.55 * smoothstep(1.0, 5.0, away)
        return broad * 1.5 * smoothstep(0.6, 4.0, away) + valley + 0.05 * (away - 1)

    def heights(across: np.ndarray, away: np.ndarray, _: np.random.Generator) -> np.ndarray:
        level = slope(across, away) / step
        part = level - np.floor(level)
        return ((np.floor(level) + smoothstep(0.78, 0.98, part)) * step).astype(np.float32)

    crop = {"autumn": rgb("d8a93a"), "winter": rgb("dfe6ee")}.get(season_of(scene), rgb("86b23e"))
    banks = (rgb("8d8f98"), rgb("e4eaf2")) if scene.snowy else (rgb("54452c"), rgb("6f8a3a"))
    sky = np.array(mix(scene.palette.mid, scene.palette.horizon, 0.6), np.float32)
    # Paint is seen in the ambient light: what mirrors the sky shall not be dimmed by it twice.
    mirror = np.clip(1.5 * sky / np.maximum(np.array(scene.palette.ambient, np.float32), 0.3), 0, 2.0)

    def cover(height: np.ndarray, steep: np.ndarray, across: np.ndarray, away: np.ndarray) -> np.ndarray:
        level = slope(across, away) / step
        part = level - np.floor(level)
        leaf = noise.sample(across * 12, away * 12, rng, roughness=1.5) - 0.5
        field_ = np.mod(np.sin(np.floor(level) * 12.9898) * 43758.5453, 1.0)
        patch = noise.sample(across * 0.8, away * 0.8, rng, roughness=0.2)
        flooded = smoothstep(0.42, 0.46, field_ * 0.6 + patch * 0.55)[..., None] * (0.9 + 0.3 * leaf[..., None])
        rice = vary(shade(crop, 0.8), shade(crop, 1.15), 0.5 + leaf * 0.8)
        paddies = rice + (mirror - rice) * flooded * np.float32(0.92)
        dam = smoothstep(0.66, 0.74, part) * (1 - 0.4 * smoothstep(0.85, 1.0, part))
        bank = vary(*banks, 0.45 + leaf)
        return paddies + (bank - paddies) * dam[..., None]

    land = Land(
        heights=heights, cover=cover, near=0.9, far=12.0, eye=0.62, haze=0.6, slices=420, relief=0.5, grain=0.03
    )
    paint_land(scene, land, rng)


def mars(scene: Scene) -> None:
    """Red dust and rocks under a butterscotch sky with a small pale sun."""
    rng, w, h, unit = scene.rng("mars"), scene.width, scene.height, scene.unit
    night = scene.palette.darkness > 0.5
    tones = ("3a2530", "6e4038", "a8694a") if night else ("a8714c", "d8a274", "f0cfa4")
    scene.canvas.drawPaint(paint(linear((0, 0), (0, scene.ground_px), tuple(map(rgb, tones)), (0, 0.6, 1))))
    if night:
        from_above = scene.light.ambient
        circle(scene.canvas, (0.7 * w, 0.2 * h), 0.012 * unit, mix(rgb("d8cfc4"), from_above, 0.3))
    else:
        at = (scene.light.x * w, 0.5 * scene.ground_px)
        halo = radial(
            at, 0.3 * unit, ((0.95, 0.95, 1.0, 0.75), (0.9, 0.9, 1.0, 0.22), (0.9, 0.85, 0.8, 0.0)), (0, 0.2, 1)
        )
        circle(scene.canvas, at, 0.3 * unit, halo)
        circle(scene.canvas, at, 0.022 * unit, rgb("fdfaf4"))
    lands.moonscape(scene, dust=(rgb("7a3a22"), rgb("d8834e")), air=rgb(tones[2]))
    _stones(scene, rng)


def _stones(scene: Scene, rng: np.random.Generator) -> None:
    """Rocks strewn over the dust, each with its light and its shadow."""
    reach = scene.height - scene.ground_px
    sun = -1.0 if scene.light.x < 0.5 else 1.0
    spots = sorted(rng.random((scene.count(90), 3)).tolist())
    for near, across, size in spots:
        y = scene.ground_px + (0.1 + 0.9 * near**1.6) * reach
        half = scene.unit * (0.003 + 0.024 * near**1.6) * (0.4 + size)
        if scene.contact.in_the_way(across * scene.width, y, half, half):
            continue
        x, tone = across * scene.width, multiply(rgb("8a4a30"), scene.palette.ambient)
        scene.canvas.drawOval(
            skia.Rect.MakeLTRB(
                x - 1.5 * half - sun * half, y - 0.2 * half, x + 1.1 * half - sun * half, y + 0.25 * half
            ),
            paint(rgb("2a1008"), 0.45, blur=max(0.4, 0.1 * half)),
        )
        top = half * (0.45 + 0.4 * size)
        rim = [(x - half, y), (x - 0.86 * half, y - 0.7 * top), (x - 0.3 * half, y - 1.05 * top)]
        lit, dark = shade(tone, 1.25), shade(tone, 0.55)
        ink = linear((x - half * -sun, y), (x + half * -sun, y), (lit, tone, dark))
        blob(
            scene.canvas, [*rim, (x + 0.45 * half, y - 0.85 * top), (x + 0.9 * half, y - 0.4 * top), (x + half, y)], ink
        )


def eruption(scene: Scene, across: float) -> None:
    """Fire out of the crater, and over it smoke that the fire lights from below; `across` is the volcano's place."""
    rng, unit = scene.rng("eruption"), scene.unit
    away, high = CRATER
    x, y = scene.width / 2 + across / away * unit, scene.ground_px - (high - 0.25) / away * unit
    drift = float(rng.choice([-1, 1])) * 0.5
    ash = mix(rgb("3a3436"), scene.palette.haze, 0.25)
    for k in range(46):
        t = (k + rng.random()) / 46
        size = unit * (0.025 + 0.13 * t) * rng.uniform(0.8, 1.2)
        at = (x + unit * (drift * 0.34 * t**1.6 + rng.normal(0, 0.025 + 0.06 * t)), y - unit * 0.5 * t**0.8)
        tone = mix(shade(ash, rng.uniform(0.75, 1.35)), rgb("ff7a2c"), 0.62 * (1 - t) ** 2)
        circle(scene.canvas, at, size, tone, 0.5, blur=0.22 * size)
        lit: Colour = mix(tone, scene.palette.cloud_lit, 0.2)
        circle(scene.canvas, (at[0] - 0.2 * size, at[1] - 0.25 * size), 0.6 * size, lit, 0.3, blur=0.2 * size)
    glow = radial((x, y), 0.3 * unit, ((1.0, 0.55, 0.2, 0.75), (1.0, 0.35, 0.1, 0.0)))
    circle(scene.canvas, (x, y), 0.3 * unit, glow, blend=skia.BlendMode.kScreen)
    for _ in range(scene.count(60)):
        lean, power = rng.normal(0, 0.05), rng.uniform(0.06, 0.19)
        peak = (x + lean * unit, y - power * unit)
        fall = rng.uniform(0.2, 1.0)
        end = (x + (1 + fall) * lean * unit, y - power * unit * (1 - fall * fall))
        tone = rgb(("ffd76a", "ff9a3c", "ff5a1e")[int(rng.integers(3))])
        curve(scene.canvas, [(x + 0.1 * lean * unit, y), peak, end], tone, 0.0028 * unit)
