"""Small towns behind a scene: villages, Chinese towns, castle towns, roofs in rows."""

import numpy as np
import skia

from easel.engines.painter.brush import (
    Colour,
    ellipse,
    jitter,
    linear,
    mix,
    paint,
    polygon,
    rectangle,
    rgb,
    shade,
)  # fmt: skip
from easel.engines.painter.palette import multiply
from easel.engines.painter.scene import Scene

WARM = rgb("ffc766")


def _seen(scene: Scene, colour: Colour, depth: float) -> Colour:
    """A wall's colour in the scene's light at a depth of 0 to 1."""
    return mix(multiply(colour, scene.palette.ambient), scene.palette.haze, 0.7 * depth)


def _window(scene: Scene, x: float, y: float, width: float, height: float, depth: float) -> None:
    if scene.palette.lit or scene.palette.darkness > 0.3:
        rectangle(scene.canvas, (x - width, y - height), 3 * width, 3 * height, WARM, 0.22, blur=width)
        rectangle(scene.canvas, (x, y), width, height, mix(WARM, scene.palette.haze, 0.4 * depth))
    else:
        rectangle(scene.canvas, (x, y), width, height, _seen(scene, rgb("4a5a6e"), depth))


def cottage(scene: Scene, x: float, base: float, tall: float, depth: float, rng: np.random.Generator) -> None:
    """A gabled house, its base at (x, base), `tall` pixels high."""
    wall = jitter(rgb(("f0e4cc", "e6d2b4", "d8c0a8", "f2efe6", "cfa98a")[int(rng.integers(5))]), rng, 0.03)
    roof = (
        rgb("eef2f8")
        if scene.snowy
        else jitter(rgb(("a8503a", "8a4434", "6f5648", "7a3f3f")[int(rng.integers(4))]), rng, 0.04)
    )
    wide = tall * rng.uniform(0.95, 1.5)
    eaves = base - tall * 0.52
    lit = _seen(scene, wall, depth)
    ink = linear((x - wide / 2, 0), (x + wide / 2, 0), (shade(lit, 1.06), shade(lit, 0.8)))
    rectangle(scene.canvas, (x - wide / 2, eaves), wide, base - eaves, ink)
    over = wide * 0.07
    tone = _seen(scene, roof, depth)
    ridge = wide * rng.choice([0.0, 0.3])
    points = [
        (x - wide / 2 - over, eaves),
        (x - ridge, base - tall),
        (x + ridge + 0.5, base - tall),
        (x + wide / 2 + over, eaves),
    ]
    polygon(scene.canvas, points, linear((0, base - tall), (0, eaves), (shade(tone, 1.15), shade(tone, 0.82))))
    for k in range(2):
        _window(scene, x + (k - 0.72) * wide * 0.45, base - tall * 0.38, wide * 0.14, tall * 0.17, depth)


def village(scene: Scene) -> None:
    """Cottages on the slopes near the horizon, a steeple among them."""
    rng = scene.rng("village")
    number = scene.count(13)
    # On a shore the houses stand in one row: what is nearer is water.
    slope = 0.0 if scene.ground.kind in ("water", "shore") else 1.0
    spots = sorted((rng.uniform(0.3, 1.0), rng.uniform(0.02, 0.98)) for _ in range(number))
    for k, (nearness, x) in enumerate(spots):
        depth = 1 - nearness * 0.75
        base = scene.ground_px + scene.unit * slope * (0.012 + 0.09 * nearness)
        tall = scene.unit * (0.05 + 0.09 * nearness)
        if k == number // 2:
            _steeple(scene, x * scene.width, base, tall * 2.3, depth)
        cottage(scene, x * scene.width, base, tall, depth, rng)


def _steeple(scene: Scene, x: float, base: float, tall: float, depth: float) -> None:
    wall, roof = _seen(scene, rgb("e8e0d0"), depth), _seen(scene, rgb("5a5f6e"), depth)
    wide = tall * 0.2
    rectangle(scene.canvas, (x - wide / 2, base - tall * 0.6), wide, tall * 0.6, wall)
    polygon(
        scene.canvas,
        [(x - wide * 0.62, base - tall * 0.6), (x, base - tall), (x + wide * 0.62, base - tall * 0.6)],
        roof,
    )
    _window(scene, x - wide * 0.15, base - tall * 0.52, wide * 0.3, tall * 0.08, depth)


def rooftops(scene: Scene) -> None:
    """Row behind row of roofs; on land they fill the ground, and a near one is there to stand on."""
    rng, unit = scene.rng("rooftops"), scene.unit
    over_land = scene.ground.kind == "ground"
    deep = min(0.3 * unit, 0.8 * scene.height - scene.ground_px) if over_land else 0.05 * unit
    rows = 6 if over_land else 4
    for row in range(rows):
        near = row / (rows - 1)
        base = scene.ground_px + 0.02 * unit + deep * near**1.4
        x = rng.uniform(-0.08, -0.02) * scene.width
        while x < scene.width * 1.08:
            tall = unit * (0.11 + 0.13 * near * over_land) * rng.uniform(0.8, 1.3)
            cottage(scene, x, base + rng.uniform(0, 0.012) * unit, tall, 0.92 - 0.75 * near, rng)
            x += tall * rng.uniform(0.9, 1.2)
        if over_land:
            # The alleys between the rows lie in the shade.
            shadow = _seen(scene, rgb("4a4048"), 0.85 - 0.6 * near)
            edges = ((*shadow, 0.0), (*shadow, 0.95))
            box = skia.Rect.MakeLTRB(0, base - 0.03 * unit, scene.width, scene.height)
            scene.canvas.drawRect(box, paint(linear((0, base - 0.03 * unit), (0, base + 0.02 * unit), edges)))
    if over_land:
        scene.contact.built_over()
        _tiles(scene, max(0.78 * scene.height, scene.ground_px + 0.06 * unit), rng)


def _tiles(scene: Scene, top: float, rng: np.random.Generator) -> None:
    """The near roof: its ridge at the row `top`, rows of tiles that grow towards the viewer."""
    canvas, unit = scene.canvas, scene.unit
    tone = _seen(scene, rgb("eef2f8") if scene.snowy else rgb("a2523c"), 0.0)
    canvas.drawRect(skia.Rect.MakeLTRB(0, top, scene.width, scene.height), paint(shade(tone, 0.6)))
    y, size, odd = top, 0.03 * unit, 0
    while y < scene.height:
        count = int(scene.width / size) + 3
        for k in range(count):
            x = (k - 0.5 - 0.5 * odd) * size + (scene.width % size) / 2
            colour = jitter(shade(tone, rng.uniform(0.86, 1.1)), rng, 0.018)
            ink = linear((0, y), (0, y + size), (shade(colour, 0.72), shade(colour, 1.12)))
            rectangle(canvas, (x, y - 0.3 * size), 0.97 * size, 1.25 * size, ink, round=0.42 * size)
        y, size, odd = y + 0.62 * size, size * 1.07, 1 - odd
    ridge = linear((0, top - 0.02 * unit), (0, top + 0.012 * unit), (shade(tone, 1.2), shade(tone, 0.7)))
    step = 0.07 * unit
    for k in range(int(scene.width / step) + 2):
        rectangle(canvas, ((k - 0.5) * step, top - 0.02 * unit), 1.06 * step, 0.032 * unit, ridge, round=0.012 * unit)


def swept_roof(canvas: skia.Canvas, x: float, y: float, half: float, rise: float, tone: Colour, edge: Colour) -> None:
    """A Chinese roof: concave slopes, upturned eaves."""
    path = skia.Path()
    path.moveTo(x - half, y - rise * 0.18)
    path.cubicTo(x - half * 0.72, y + rise * 0.05, x - half * 0.42, y - rise * 0.45, x - half * 0.3, y - rise)
    path.lineTo(x + half * 0.3, y - rise)
    path.cubicTo(x + half * 0.42, y - rise * 0.45, x + half * 0.72, y + rise * 0.05, x + half, y - rise * 0.18)
    path.cubicTo(x + half * 0.6, y + rise * 0.16, x - half * 0.6, y + rise * 0.16, x - half, y - rise * 0.18)
    path.close()
    canvas.drawPath(path, paint(linear((0, y - rise), (0, y), (shade(tone, 1.2), shade(tone, 0.75)))))
    canvas.drawPath(path, paint(edge, 0.8, width=max(0.7, rise * 0.06)))


def _hall(scene: Scene, x: float, base: float, tall: float, depth: float, storeys: int) -> None:
    canvas = scene.canvas
    wall, post = _seen(scene, rgb("c9a27a"), depth), _seen(scene, rgb("9a3327"), depth)
    roof, edge = _seen(scene, rgb("4d5a63"), depth), _seen(scene, rgb("d0b070"), depth)
    step = tall / storeys
    for k in range(storeys):
        shrink = 1 - 0.17 * k
        y = base - k * step
        half = tall * (0.52 if storeys == 1 else 0.28) * shrink
        rectangle(canvas, (x - half * 0.78, y - step * 0.58), half * 1.56, step * 0.58, wall)
        for column in range(4):
            px = x - half * 0.75 + half * 1.5 * column / 3
            rectangle(canvas, (px - half * 0.035, y - step * 0.58), half * 0.07, step * 0.58, post)
            if column < 3:
                _window(scene, px + half * 0.14, y - step * 0.42, half * 0.2, step * 0.26, depth)
        swept_roof(canvas, x, y - step * 0.52, half * 1.25, step * 0.42, roof, edge)


def chinese_town(scene: Scene) -> None:
    """Halls and a pagoda with swept roofs, red lanterns by night."""
    rng = scene.rng("chinese town")
    pagoda = rng.uniform(0.2, 0.8)
    for layer in range(3):
        near = layer / 2
        base = scene.ground_px + scene.unit * (0.005 + 0.035 * near)
        x = rng.uniform(-0.06, 0.0) * scene.width
        if layer == 1:
            _hall(scene, pagoda * scene.width, base, scene.unit * 0.36, 0.45, 5)
        while x < scene.width * 1.06:
            tall = scene.unit * (0.085 + 0.05 * near) * rng.uniform(0.8, 1.3)
            _hall(scene, x, base + 0.015 * scene.unit, tall, 0.85 - 0.6 * near, 1 + int(rng.random() < 0.25))
            x += tall * rng.uniform(1.05, 1.4)
    for _ in range(scene.count(12)):
        x, y = rng.uniform(0, scene.width), scene.ground_px - scene.unit * rng.uniform(0.0, 0.05)
        if scene.palette.lit:
            ellipse(
                scene.canvas, (x, y), scene.unit * 0.02, scene.unit * 0.02, rgb("ff7a3c"), 0.35, blur=scene.unit * 0.008
            )
        ellipse(scene.canvas, (x, y), scene.unit * 0.006, scene.unit * 0.0068, rgb("e0402c"))


def castle_town(scene: Scene) -> None:
    """A castle on a hill, roofs around its foot."""
    rng = scene.rng("castle town")
    at = rng.uniform(0.3, 0.7) * scene.width
    base, unit, canvas = scene.ground_px + 0.01 * scene.unit, scene.unit, scene.canvas
    hill = _seen(scene, rgb("6a8a4a") if not scene.snowy else rgb("dfe7f1"), 0.5)
    half = 0.42 * unit
    path = skia.Path()
    path.moveTo(at - half, base + 0.02 * unit)
    path.cubicTo(at - half * 0.5, base - 0.02 * unit, at - half * 0.4, base - 0.15 * unit, at, base - 0.15 * unit)
    path.cubicTo(
        at + half * 0.4, base - 0.15 * unit, at + half * 0.5, base - 0.02 * unit, at + half, base + 0.02 * unit
    )
    path.close()
    canvas.drawPath(path, paint(hill))
    stone, roof = _seen(scene, rgb("d8cdbb"), 0.4), _seen(scene, rgb("5a6488"), 0.4)
    foot = base - 0.13 * unit
    rectangle(
        canvas,
        (at - 0.15 * unit, foot - 0.08 * unit),
        0.3 * unit,
        0.09 * unit,
        linear((at - 0.15 * unit, 0), (at + 0.15 * unit, 0), (shade(stone, 1.05), shade(stone, 0.75))),
    )
    for dx, high, wide in (
        (-0.15, 0.17, 0.045),
        (-0.07, 0.22, 0.05),
        (0.0, 0.30, 0.06),
        (0.08, 0.2, 0.05),
        (0.15, 0.16, 0.045),
    ):
        x = at + dx * unit
        ink = linear((x - wide * unit / 2, 0), (x + wide * unit / 2, 0), (shade(stone, 1.1), shade(stone, 0.72)))
        rectangle(canvas, (x - wide * unit / 2, foot - high * unit), wide * unit, high * unit, ink)
        polygon(
            canvas,
            [
                (x - wide * 0.66 * unit, foot - high * unit),
                (x, foot - (high + 0.1) * unit),
                (x + wide * 0.66 * unit, foot - high * unit),
            ],
            linear((x - wide * unit, 0), (x + wide * unit, 0), (shade(roof, 1.25), shade(roof, 0.75))),
        )
        _window(scene, x - 0.006 * unit, foot - high * 0.8 * unit, 0.012 * unit, 0.022 * unit, 0.3)
    for _ in range(scene.count(14)):
        x = rng.uniform(-0.02, 1.02) * scene.width
        cottage(scene, x, base + 0.02 * unit * rng.random(), unit * rng.uniform(0.04, 0.065), 0.4, rng)
