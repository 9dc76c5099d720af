"""What is repeated into the distance: lotus leaves over a pond, lanterns rising into the night, fireflies."""

import numpy as np
import skia

from easel.engines.painter.brush import Colour, blob, ellipse, jitter, mix, paint, radial, rectangle, rgb, shade
from easel.engines.painter.palette import multiply
from easel.engines.painter.scene import Scene

#: Leaves on a pond, lanterns in the sky and fireflies over the ground.
LEAVES, LANTERNS, FIREFLIES = 70, 46, 60


def lotus_pads(scene: Scene) -> None:
    """Lotus leaves and buds on the water, small and close far away, to both sides of the open middle."""
    if not any(thing.kind == "lotus" for thing in scene.plan.things) or not scene.free("lotus pads", 1.2):
        return
    rng, canvas, p = scene.rng("lotus pads"), scene.canvas, scene.palette
    spots = []
    for _ in range(scene.count(LEAVES)):
        near = rng.random() ** 1.3
        side = float(rng.choice([-1, 1]))
        x = 0.5 + side * (0.12 + 0.42 * rng.random() ** 0.8)
        spots.append((near, x))
    for near, x in sorted(spots):
        y = scene.ground_px + (0.05 + 0.9 * near) * (scene.height - scene.ground_px)
        half = scene.unit * (0.012 + 0.06 * near) * rng.uniform(0.7, 1.2)
        green = jitter(multiply(rgb("4f8f5a"), p.ambient), rng, 0.04)
        green = mix(green, p.haze, 0.45 * (1 - near))
        at = (x * scene.width, y)
        ellipse(canvas, (at[0], at[1] + 0.06 * half), half, 0.3 * half, shade(green, 0.5), 0.6)
        ellipse(canvas, at, half, 0.28 * half, green)
        ellipse(canvas, (at[0] - 0.15 * half, at[1] - 0.04 * half), 0.7 * half, 0.17 * half, shade(green, 1.16), 0.7)
        if rng.random() < 0.3:
            _bud(scene, at, half, rng, near)


def _bud(scene: Scene, at: tuple[float, float], half: float, rng: np.random.Generator, near: float) -> None:
    pink = mix(multiply(rgb("f0a0bc"), scene.palette.ambient), scene.palette.haze, 0.4 * (1 - near))
    x, y = at[0] + rng.uniform(-0.4, 0.4) * half, at[1] - 0.1 * half
    for lean, tone in ((-0.28, 0.84), (0.28, 0.92), (0.0, 1.08)):
        tip = (x + lean * half, y - (0.62 - abs(lean)) * half)
        left, right = ((x + (lean + wide) * half, y - 0.3 * half) for wide in (-0.14, 0.14))
        blob(scene.canvas, [(x, y), left, tip, right], shade(pink, tone))


def lantern_swarm(scene: Scene) -> None:
    """Far sky lanterns by night, smaller and dimmer the higher they have risen."""
    night = scene.palette.lit and any(thing.kind == "sky_lantern" for thing in scene.plan.things)
    if not night or not scene.free("lanterns", 1.2):
        return
    rng, canvas = scene.rng("lanterns"), scene.canvas
    drift = float(rng.choice([-1, 1]))
    for k in range(scene.count(LANTERNS)):
        high = ((k + rng.random()) / LANTERNS) ** 0.8
        x = scene.width * (0.5 + drift * (0.34 * (high - 0.4)) + rng.normal(0, 0.2))
        y = scene.ground_px * (0.92 - 0.88 * high) + rng.normal(0, 0.02) * scene.height
        tall = scene.unit * (0.03 - 0.022 * high) * rng.uniform(0.7, 1.25)
        glow = skia.BlendMode.kScreen
        canvas.drawCircle(x, y - 0.5 * tall, 1.6 * tall, paint(rgb("ff9a3c"), 0.3, blur=0.8 * tall, blend=glow))
        half = 0.32 * tall
        sides = [(x - 0.8 * half, y), (x - half, y - 0.6 * tall), (x, y - tall)]
        blob(canvas, [*sides, (x + half, y - 0.6 * tall), (x + 0.8 * half, y)], rgb("f6a24a"), 0.95)
        ellipse(canvas, (x, y - 0.12 * tall), 0.7 * half, 0.2 * tall, rgb("ffe9a8"), 0.9)


def fireflies(scene: Scene) -> None:
    """Small lights in the dusk over the ground and between the trees, where nobody counted them."""
    if not any(thing.kind == "firefly" and thing.count > 2 for thing in scene.plan.things):
        return
    rng, canvas, glow = scene.rng("fireflies"), scene.canvas, skia.BlendMode.kScreen
    bright = 0.45 + 0.55 * min(1.0, 1.6 * scene.palette.darkness)
    for _ in range(scene.count(FIREFLIES)):
        near = float(rng.random()) ** 1.6
        x = scene.width * float(rng.random())
        y = scene.height * float(np.clip(rng.normal(0.62, 0.17), 0.22, 0.97))
        radius = scene.unit * (0.0016 + 0.0045 * near)
        canvas.drawCircle(x, y, 6 * radius, paint(rgb("d8f05a"), 0.5 * bright, blur=3 * radius, blend=glow))
        canvas.drawCircle(x, y, radius, paint(rgb("f6ffc0"), bright))


def paper_lantern(canvas: skia.Canvas, at: tuple[float, float], radius: float, red: Colour, *, lit: bool) -> None:
    """A round paper lantern with its ribs, brighter in the middle when it is `lit`."""
    heart = mix(red, rgb("ffd27a"), 0.75 if lit else 0.3)
    ellipse(canvas, at, radius, 0.9 * radius, radial(at, radius, (heart, red)))
    for share in (0.0, 0.45, 0.8):
        ellipse(canvas, at, (share + 0.01) * radius, 0.88 * radius, shade(red, 0.72), 0.5, width=0.06 * radius)
    for level in (-0.92, 0.92):
        corner = (at[0] - 0.32 * radius, at[1] + (level - 0.1) * radius)
        rectangle(canvas, corner, 0.64 * radius, 0.2 * radius, rgb("d9a63c"))
