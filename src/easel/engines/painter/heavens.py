"""What stands in the sky: sun, moon, stars, the Milky Way, aurora, rainbow, fireworks, planets, meteors, lightning."""

import math

import cv2
import numpy as np
import skia

from easel.engines.painter import noise
from easel.engines.painter.brush import WHITE, Colour, circle, curve, ellipse, jitter, mix, paint, radial, rgb, shade
from easel.engines.painter.motifs import lantern_swarm
from easel.engines.painter.noise import smoothstep
from easel.engines.painter.palette import time_of
from easel.engines.painter.scene import Scene

RAINBOW = tuple(map(rgb, ("e8403f", "f59a35", "f7df4c", "58c057", "38b8e8", "4a6ee0", "8a4fd0")))
PLUS = skia.BlendMode.kPlus
SCREEN = skia.BlendMode.kScreen


def _asked(scene: Scene, name: str) -> Colour | None:
    text = scene.plan.sky.get(name)
    return rgb(text) if text else None


def moon_name(scene: Scene) -> str | None:
    """`moon` or `crescent` where one hangs in this sky, asked for or fitting."""
    for name in ("moon", "crescent"):
        if name in scene.plan.sky and scene.allows(name):
            return name
    veiled = scene.plan.weather in ("overcast", "rain", "storm", "fog")
    if time_of(scene.plan) == "night" and not veiled and scene.allows("moon"):
        return "moon" if scene.free("moon", 0.55) and "aurora" not in scene.plan.sky else None
    return None


def moon_radius(scene: Scene) -> float:
    """In pixels; a coloured moon is a large one."""
    return scene.unit * (0.13 if _asked(scene, "moon") else 0.075 if "moon" in scene.plan.sky else 0.05)


def _light(scene: Scene, at: tuple[float, float], radius: float, colour: Colour, alpha: float) -> None:
    fade = radial(at, radius, ((*colour, alpha), (*colour, alpha * 0.35), (*colour, 0.0)), (0.0, 0.35, 1.0))
    circle(scene.canvas, at, radius, fade, blend=SCREEN)


def sun(scene: Scene) -> None:
    """The sun's disc and its glow."""
    at = (scene.light.x * scene.width, scene.light.y * scene.height)
    colour = _asked(scene, "sun") or scene.palette.sun
    low = time_of(scene.plan) != "day"
    radius = scene.unit * (0.052 if low else 0.036) * (1.25 if "sun" in scene.plan.sky else 1.0)
    _light(scene, at, radius * 6, colour, 0.5)
    _light(scene, at, radius * 2.4, mix(colour, WHITE, 0.3), 0.7)
    circle(scene.canvas, at, radius, mix(colour, (1.0, 0.99, 0.93), 0.75), blur=radius * 0.06)


#: The moons beside the first one of a strange sky: how far across and down from it in shares of the frame, how large
#: towards it, and their colour.
FURTHER = {"second_moon": (0.3, 0.1, 0.6, rgb("e8c9a8")), "third_moon": (0.16, 0.24, 0.38, rgb("c8d4ea"))}


def moons(scene: Scene) -> bool:
    """Paint the moon of this sky, and those beside it; False where there is none."""
    kind = moon_name(scene)
    if kind is None:
        return False
    moon(scene, kind)
    for name in sorted(scene.plan.sky.keys() & FURTHER.keys()):
        further_moon(scene, name, crescent=kind == "crescent")
    return True


def moon(scene: Scene, name: str) -> None:
    """A full moon with its seas, or a crescent."""
    at = (scene.light.x * scene.width, scene.light.y * scene.height)
    _moon(scene, at, moon_radius(scene), _asked(scene, name) or rgb("f7f0d6"), crescent=name == "crescent")


def further_moon(scene: Scene, name: str, *, crescent: bool) -> None:
    """A smaller moon towards the middle of the sky from the first one."""
    across, down, share, colour = FURTHER[name]
    way = 1 if scene.light.x < 0.5 else -1
    at = ((scene.light.x + way * across) * scene.width, (scene.light.y + down * scene.horizon) * scene.height)
    _moon(scene, at, share * moon_radius(scene), _asked(scene, name) or colour, crescent=crescent)


def _moon(scene: Scene, at: tuple[float, float], radius: float, colour: Colour, *, crescent: bool) -> None:
    _light(scene, at, radius * 5, colour, 0.42)
    _light(scene, at, radius * 1.9, colour, 0.5)
    side = max(8, int(2 * radius) + 2)
    y, x = np.mgrid[0:side, 0:side].astype(np.float32) / np.float32(side / 2) - 1
    rng = scene.rng("moon")
    seas = smoothstep(0.47, 0.62, noise.sample(x * 1.3 + 9, y * 1.3, rng, roughness=0.9))
    rough = noise.sample(x * 4, y * 4, rng, roughness=1.4) - 0.5
    edge = np.clip(1 - (x * x + y * y), 0, 1) ** 0.25
    tone = (0.80 + 0.24 * edge - 0.17 * seas + 0.16 * rough)[..., None] * np.array(colour, np.float32)
    _disc(scene, np.clip(tone, 0, 1), at, radius, crescent=crescent)


def _disc(scene: Scene, tone: np.ndarray, at: tuple[float, float], radius: float, *, crescent: bool) -> None:
    side = tone.shape[0]
    rgba = np.dstack([tone * 255, np.full((side, side), 255)]).astype(np.uint8)
    image = skia.Image.fromarray(rgba, colorType=skia.kRGBA_8888_ColorType)
    path = skia.Path()
    path.addCircle(at[0], at[1], radius)
    if crescent:
        cut = skia.Path()
        cut.addCircle(at[0] - radius * 0.48, at[1] - radius * 0.18, radius * 0.94)
        path = skia.Op(path, cut, skia.PathOp.kDifference_PathOp)
    box = skia.Rect.MakeLTRB(at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius)
    scene.canvas.save()
    scene.canvas.clipPath(path, True)
    scene.canvas.drawImageRect(image, box, skia.SamplingOptions(skia.FilterMode.kLinear))
    scene.canvas.restore()


def stars(scene: Scene, *, density: float = 1.0, down_to: float | None = None) -> None:
    """Stars of three sizes, some with a glow; `down_to` is the lowest row in pixels."""
    if not scene.allows("stars"):
        return
    rng = scene.rng("stars")
    bottom = scene.ground_px if down_to is None else down_to
    number = scene.count(320 * density * max(0.4, bottom / scene.unit))
    x, y = rng.uniform(0, scene.width, number), rng.uniform(0, bottom, number) ** 1.0
    bright = rng.random(number) ** 3
    pixel = max(0.55, scene.unit / 900)
    tints = [(0.85, 0.9, 1.0), (1.0, 1.0, 1.0), (1.0, 0.93, 0.82)]
    for i in range(number):
        fade = 1 - 0.75 * max(0.0, y[i] / max(bottom, 1))
        tint = tints[i % 3]
        radius = pixel * (0.5 + 1.0 * bright[i])
        circle(scene.canvas, (x[i], y[i]), radius, tint, fade * (0.35 + 0.65 * bright[i]))
        if bright[i] > 0.72:
            _light(scene, (float(x[i]), float(y[i])), radius * 6, tint, 0.5 * fade)


def _soft(scene: Scene, amount: np.ndarray, colours: np.ndarray, bottom: int) -> None:
    """Add light over the rows down to `bottom`: amount (h, w) times colours (h, w, 3), by screen blending."""
    target = scene.pixels[:bottom, :, :3]
    light = cv2.resize(np.clip(colours * amount[..., None], 0, 1) * 255, (scene.width, bottom)).astype(np.uint8)
    cv2.subtract(255, cv2.multiply(255 - target, 255 - light, scale=1 / 255), dst=light)
    target[...] = light


def milky_way(scene: Scene) -> None:
    """A band of star dust across the sky, dark lanes in it."""
    bottom = max(2, int(scene.ground_px))
    height, width = scene.texture_size(bottom, texels=4e5)
    rng = scene.rng("milky way")
    y = (np.arange(height, dtype=np.float32) / height * bottom / scene.unit)[:, None]
    x = (np.arange(width, dtype=np.float32) / width * scene.aspect)[None]
    slope = rng.uniform(0.5, 1.1) * rng.choice([-1, 1])
    centre = rng.uniform(0.4, 0.6) * scene.aspect
    across = (x - centre) + (y - 0.35) * np.float32(slope)
    x, y = np.broadcast_arrays(x, y)
    wave = noise.sample(x * 2, y * 2, rng, roughness=0.8) - 0.5
    band = np.exp(-(((across + wave * 0.16) / 0.15) ** 2))
    lanes = smoothstep(0.42, 0.62, noise.sample(x * 4, y * 4, rng, roughness=1.2))
    core = np.exp(-(((across + wave * 0.2) / 0.05) ** 2))
    amount = band * (0.30 + 0.75 * lanes) * 0.55 + core * lanes * 0.3
    warm = np.array([1.0, 0.82, 0.78], np.float32) * core[..., None]
    cool = np.array([0.55, 0.62, 1.0], np.float32) * (1 - core[..., None])
    _soft(scene, amount.astype(np.float32), warm + cool, bottom)
    stars(scene, density=2.0)


def aurora(scene: Scene) -> None:
    """Curtains of green and violet light with vertical rays."""
    bottom = max(2, int(scene.ground_px))
    height, width = scene.texture_size(bottom, texels=5e5)
    rng = scene.rng("aurora")
    low = _asked(scene, "aurora") or rgb("2cf08c")
    y = (np.arange(height, dtype=np.float32) / height)[:, None]
    light = np.zeros((height, width, 3), np.float32)
    for k in range(4):
        base = 0.36 + 0.16 * k + (noise.line(width, rng, features=1.6 * scene.aspect, roughness=0.4) - 0.5) * 0.5
        rays = 0.35 + 0.9 * noise.line(width, rng, features=26 * scene.aspect, roughness=1.0)
        patches = smoothstep(0.28, 0.62, noise.line(width, rng, features=2.2 * scene.aspect, roughness=0.5))
        above = base[None] - y
        curtain = np.where(above > 0, np.exp(-above * 5.2), np.exp(above * 34.0)) * (rays * patches)[None]
        rise = np.clip(above * 3.2, 0, 1)[..., None]
        high = np.array(((0.42, 0.3, 0.95), (0.75, 0.25, 0.8))[k % 2], np.float32)
        light += (
            curtain[..., None] * (np.array(low, np.float32) * (1 - rise) + high * rise) * np.float32(0.8 - 0.12 * k)
        )
    _soft(scene, np.ones((height, width), np.float32), light, bottom)


def rainbow(scene: Scene) -> None:
    """A rainbow opposite the sun, fading towards the ground."""
    side = -1 if scene.light.x > 0.5 else 1
    radius = 0.62 * scene.unit * min(1.6, max(1.0, scene.aspect * 0.8))
    at = (scene.width * (0.5 + 0.16 * side), scene.ground_px + 0.12 * scene.unit)
    width = 0.011 * scene.unit
    canvas = scene.canvas
    canvas.saveLayer(None, None)
    for i, colour in enumerate(RAINBOW):
        circle(canvas, at, radius - i * width, colour, 0.5, width=width * 1.5, blur=width * 0.5)
    fade = skia.GradientShader.MakeLinear(
        [(0, at[1] - radius), (0, scene.ground_px)], [0xE0000000, 0xC0000000, 0x20000000], [0, 0.6, 1]
    )
    canvas.drawPaint(paint(fade, blend=skia.BlendMode.kDstIn))
    canvas.restore()


def fireworks(scene: Scene) -> None:
    """Bursts of trailing sparks."""
    rng = scene.rng("fireworks")
    for _ in range(scene.count(6)):
        at = (rng.uniform(0.08, 0.92) * scene.width, rng.uniform(0.12, 0.72) * scene.ground_px)
        radius = scene.unit * rng.uniform(0.08, 0.17)
        colour = rgb(("ff5a6a", "ffd35a", "6ad8ff", "c07aff", "7aff9a", "ff9a4a")[int(rng.integers(6))])
        _light(scene, at, radius * 1.5, colour, 0.35)
        rays = int(rng.integers(26, 40))
        for i in range(rays):
            angle = 2 * math.pi * i / rays + rng.uniform(-0.06, 0.06)
            reach = radius * rng.uniform(0.75, 1.05)
            end = (at[0] + math.cos(angle) * reach, at[1] + math.sin(angle) * reach + radius * 0.16)
            start = (at[0] + math.cos(angle) * reach * 0.25, at[1] + math.sin(angle) * reach * 0.25)
            middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2 - radius * 0.05)
            curve(scene.canvas, [start, middle, end], jitter(colour, rng, 0.1), scene.unit * 0.0024, 0.85, blend=PLUS)
            circle(scene.canvas, end, scene.unit * 0.0034, mix(colour, WHITE, 0.6), blend=PLUS)


def planets(scene: Scene) -> None:
    """A ringed giant and a smaller world."""
    rng = scene.rng("planets")
    side = rng.choice([-1, 1])
    for k, size in enumerate((0.13, 0.05)):
        at = (scene.width * (0.5 + side * (0.27, -0.3)[k]), scene.ground_px * (0.3, 0.2)[k] * rng.uniform(0.8, 1.2))
        radius = size * scene.unit
        colour = _asked(scene, "planets") or rgb(
            ("d8a26a", "7aa6d8", "c87a6a", "8ac0a8", "b08ad0")[int(rng.integers(5))]
        )
        planet(scene, at, radius, colour, ringed=k == 0, rng=rng)


def planet(
    scene: Scene, at: tuple[float, float], radius: float, colour: Colour, *, ringed: bool, rng: np.random.Generator
) -> None:
    """A banded globe lit from the light's side, its ring in front of and behind it."""
    canvas = scene.canvas
    ring = [(1.95, 0.16), (1.7, 0.1), (1.52, 0.07)] if ringed else []
    tilt = float(rng.uniform(-24, -10))
    path = skia.Path()
    path.addCircle(at[0], at[1], radius)
    _light(scene, at, radius * 1.6, colour, 0.3)
    for half in (0, 1):
        canvas.save()
        canvas.translate(at[0], at[1])
        canvas.rotate(tilt)
        if half:
            canvas.clipRect(skia.Rect.MakeLTRB(-3 * radius, 0, 3 * radius, 3 * radius))
        for reach, width in ring:
            ellipse(
                canvas,
                (0, 0),
                reach * radius,
                reach * radius * 0.3,
                mix(colour, WHITE, 0.45),
                0.75,
                width=width * radius,
            )
        canvas.restore()
        if half:
            continue
        canvas.save()
        canvas.clipPath(path, True)
        canvas.drawPaint(paint(colour))
        canvas.translate(at[0], at[1])
        canvas.rotate(tilt)
        for i in range(9):
            y = (i / 4.5 - 1) * radius
            tone = shade(colour, rng.uniform(0.75, 1.25))
            ellipse(canvas, (0, y), radius * 1.3, radius * rng.uniform(0.06, 0.14), tone, 0.7)
        canvas.resetMatrix()
        lit = (at[0] - radius * 0.45, at[1] - radius * 0.4)
        dark = radial(lit, radius * 1.75, ((0, 0, 0.03, 0.0), (0, 0, 0.05, 0.25), (0, 0, 0.06, 0.9)), (0.3, 0.6, 1.0))
        canvas.drawPaint(paint(dark))
        canvas.restore()


def meteors(scene: Scene) -> None:
    """Shooting stars, all from one side."""
    rng = scene.rng("meteors")
    side = rng.choice([-1, 1])
    for _ in range(scene.count(5)):
        head = (rng.uniform(0.1, 0.9) * scene.width, rng.uniform(0.08, 0.65) * scene.ground_px)
        length = scene.unit * rng.uniform(0.1, 0.22)
        tail = (head[0] + side * length * 0.85, head[1] - length * 0.5)
        ink = skia.GradientShader.MakeLinear([head, tail], [0xF0FFFFFF, 0x00B0C8FF])
        curve(scene.canvas, [head, tail], ink, scene.unit * 0.0035)
        _light(scene, head, scene.unit * 0.014, (0.9, 0.95, 1.0), 0.9)


def lightning(scene: Scene) -> None:
    """One forked bolt from the clouds to the horizon."""
    rng = scene.rng("lightning")
    across = rng.uniform(0.2, 0.8)
    if scene.plan.setting in ("street", "market", "bamboo_grove", "forest_floor"):
        # Between the houses or the trees only the middle of the sky is seen.
        across = 0.5 + 0.2 * (across - 0.5)
    _bolt(scene, rng, (across * scene.width, 0.0), scene.ground_px, scene.unit * 0.005)


def _bolt(scene: Scene, rng: np.random.Generator, at: tuple[float, float], bottom: float, width: float) -> None:
    points = [at]
    x, y = at
    while y < bottom:
        x += rng.normal(0, 0.035) * scene.unit
        y += rng.uniform(0.02, 0.06) * scene.unit
        points.append((x, min(y, bottom)))
        if width > 0.003 * scene.unit and rng.random() < 0.3:
            _bolt(scene, rng, (x, y), y + 0.3 * (bottom - y) * rng.uniform(0.5, 1.2), width * 0.5)
    path = skia.Path.Polygon(points, False)
    for wide, alpha, tone in ((9.0, 0.16, rgb("8aa8ff")), (3.5, 0.35, rgb("b8ccff")), (1.0, 1.0, WHITE)):
        scene.canvas.drawPath(path, paint(tone, alpha, width=width * wide, blur=width * (wide - 1) * 0.5, blend=SCREEN))


def paint_heavens(scene: Scene) -> None:
    """Everything that belongs in this sky, from the far to the near."""
    plan = scene.plan
    wanted = {name for name in plan.sky if scene.allows(name)}
    night = scene.palette.darkness > 0.55 and plan.weather not in ("overcast", "storm", "rain", "fog")
    if (night or "stars" in wanted or "milky_way" in wanted) and scene.allows("stars"):
        stars(scene, density=1.0 if time_of(plan) == "night" or "stars" in wanted else 0.3)
    if "earth" in wanted:
        wanted.add("planets")
    for name, draw in (("milky_way", milky_way), ("aurora", aurora), ("planets", planets), ("meteors", meteors)):
        if name in wanted:
            draw(scene)
    if not moons(scene) and scene.light.strength > 0.4 and time_of(plan) != "night" and scene.allows("sun"):
        sun(scene)
    lantern_swarm(scene)
    if "rainbow" in wanted:
        rainbow(scene)
    if "fireworks" in wanted:
        fireworks(scene)
    if ("lightning" in wanted or plan.weather == "storm") and scene.allows("lightning"):
        lightning(scene)
