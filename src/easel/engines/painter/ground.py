"""Flat ground in perspective, from the horizon to the feet: grass, snow, sand, stone, earth, fields, roads."""

from collections.abc import Callable

import cv2
import numpy as np
import skia

from easel.engines.painter import noise
from easel.engines.painter.brush import Colour, linear, mix, paint, rgb
from easel.engines.painter.fields import SNOW, over, times, vary
from easel.engines.painter.lands import GRASS, season_of
from easel.engines.painter.noise import smoothstep
from easel.engines.painter.palette import multiply
from easel.engines.painter.scene import Scene

#: (across, away) in units of the eye's height to colours (…, 3). It is called for one band of rows after the other, and
#: has to draw the same luck each time.
Surfacing = Callable[[np.ndarray, np.ndarray], np.ndarray]
#: Texels whose colours are worked out at once.
BAND_TEXELS = 100_000


def plain(
    scene: Scene,
    surfacing: Surfacing,
    *,
    top: float | None = None,
    wave: float = 0.0,
    haze: float = 0.65,
    cover: Surfacing | None = None,
) -> None:
    """Cover everything below `top` (a share of the height; the horizon by default) with a surface in perspective.

    `wave` in units makes the far edge roll; `haze` is how far the distance takes on the air's colour. `cover` is how
    much of the surface there is at a place, 0 to 1; without it, it is everywhere.
    """
    level = scene.horizon if top is None else top
    edge_px = level * scene.height
    first = max(0, int(edge_px - wave * scene.unit) - 1)
    rows = scene.height - first
    if rows < 2:
        return
    height, width = scene.texture_size(rows)
    y = first + (np.arange(height, dtype=np.float32) + 0.5) * np.float32(rows / height)
    rng = scene.rng("ground edge")
    roll = (noise.line(width, rng, features=2.2 * scene.aspect, roughness=0.2) - 0.5) * np.float32(
        2 * wave * scene.unit
    )
    x = ((np.arange(width, dtype=np.float32) + 0.5) / width - 0.5)[None] * np.float32(scene.aspect)
    picture, alpha = np.empty((height, width, 3), np.float32), np.empty((height, width), np.float32)
    step = max(16, BAND_TEXELS // width)
    # A few bands fit into memory, not all the fields of a large picture.
    for band in (slice(start, start + step) for start in range(0, height, step)):
        below = (y[band, None] - edge_px - roll[None]) / np.float32(scene.unit)
        away = 0.3 / np.maximum(below + 0.012, 0.008)
        across = x * away / np.float32(0.3)
        colours = lit(scene, surfacing(across, away), x, below, haze)
        np.clip(colours, 0, 1, out=picture[band])
        shown = np.clip(below * np.float32(scene.unit * height / rows) + 0.5, 0, 1)
        alpha[band] = shown if cover is None else shown * cover(across, away)
    scene.lay(picture, first, scene.height, alpha=alpha)


def lit(scene: Scene, colours: np.ndarray, x: np.ndarray, below: np.ndarray, haze: float) -> np.ndarray:
    """Ground colours in the scene's light: ambient, a sheen towards the sun, and the haze of the distance."""
    p = scene.palette
    depth = np.maximum(below, 0)
    sheen = np.exp(-(((x - np.float32((scene.light.x - 0.5) * scene.aspect)) / 0.4) ** 2)) * np.exp(-depth * 4)
    veil = np.clip(haze * np.exp(-depth * 11), 0, 0.92)
    if scene.plan.weather == "fog":
        veil = np.clip(0.9 * np.exp(-depth * 4), 0, 0.92)
    # A little darker towards the feet leads the eye into the picture.
    seen = 1.06 - 0.24 * np.clip(depth / 0.45, 0, 1)
    clear = (1 - veil) * seen
    veil *= seen
    sheen *= clear * np.float32(0.16 * scene.light.strength)
    gain = cv2.merge([np.float32(ambient) * clear for ambient in p.ambient])
    lift = cv2.merge([np.float32(s) * sheen + np.float32(h) * veil for s, h in zip(p.sun, p.haze, strict=True)])
    cv2.multiply(colours, gain, dst=gain)
    return cv2.add(gain, lift, dst=gain)


def meadow(scene: Scene, *, top: float | None = None, cover: Surfacing | None = None) -> None:
    """Grass in patches of two greens; under snow where it lies. `cover` as for `plain`."""
    if season_of(scene) == "winter":
        snow(scene, top=top, cover=cover)
        return
    low, high = GRASS[season_of(scene)]

    def surfacing(across: np.ndarray, away: np.ndarray) -> np.ndarray:
        rng = scene.rng("meadow")
        broad = noise.sample(across * 0.5, away * 0.5, rng, roughness=0.6)
        tufts = noise.sample(across * 5, away * 4, rng, roughness=1.2)
        blades = noise.sample(across * 26, away * 15, rng, roughness=1.7) - 0.5
        near = np.clip(1.6 / away, 0.1, 1)
        tone = broad * 1.5 - 0.25 + (tufts - 0.5) * 0.9 * near
        colours = vary(mix(low, (0.1, 0.2, 0.05), 0.12), high, tone)
        return times(colours, 1 + (blades * 0.5 + (tufts - 0.5) * 0.5) * near)

    plain(scene, surfacing, top=top, wave=0.0 if cover else 0.016, cover=cover)


def snow(scene: Scene, *, top: float | None = None, cover: Surfacing | None = None) -> None:
    """Drifts of snow across the view, blue behind their crests, with wind ripples and a glitter near the feet."""
    towards = np.float32(0.5 if scene.light.x < 0.5 else -0.5)

    def surfacing(across: np.ndarray, away: np.ndarray) -> np.ndarray:
        rng = scene.rng("snow ground")
        near = np.clip(1.6 / away, 0, 1)
        # Lengthwise the eye sees the ground foreshortened: what is as long as broad there would stand as a streak.
        bend = noise.sample(across * 0.5, away * 1.4, rng, roughness=0.2)
        drift = noise.sample(across * 0.55 + bend * towards, away * 2.9 + bend, rng, roughness=0.1)
        crest = np.sin(away * 34 + across * 5 * towards + bend * 34) * np.clip(1.3 / away - 0.35, 0, 1)
        sparkle = noise.sample(across * 40, away * 50, rng, roughness=2.0) - 0.5
        # Far away drifts crowd into an even white.
        tone = 0.66 + (drift - 0.47) * 2.6 * np.clip(2.2 / away, 0.15, 1) + crest * 0.1
        colours = vary(rgb("a9c2e8"), rgb("fcfdff"), tone)
        return times(colours, 1 + (0.08 + sparkle * 0.07 + smoothstep(0.38, 0.5, sparkle) * 0.4) * near)

    plain(scene, surfacing, top=top, wave=0.02, cover=cover)


def trodden(scene: Scene, *, top: float | None = None) -> None:
    """Snow over what is already painted, worn thin where people walk and wheels run; none where no snow lies."""
    if not scene.snowy:
        return

    def cover(across: np.ndarray, away: np.ndarray) -> np.ndarray:
        rng = scene.rng("trodden")
        worn = noise.sample(across * 1.1, away * 1.2, rng, roughness=0.7)
        return np.clip(1.5 - 1.3 * worn, 0.45, 1).astype(np.float32)

    snow(scene, top=top, cover=cover)


def sand(scene: Scene, *, top: float | None = None) -> None:
    """A sandy beach, darker and wet towards the water."""
    wet = 0.0 if top is None else 1.0

    def surfacing(across: np.ndarray, away: np.ndarray) -> np.ndarray:
        rng = scene.rng("sand")
        broad = noise.sample(across * 0.8, away * 0.8, rng, roughness=0.6)
        ripple = noise.sample(across * 2.0, away * 7, rng, roughness=0.9)
        grain = noise.sample(across * 40, away * 30, rng, roughness=2.0) - 0.5
        tone = broad * 0.9 + (ripple - 0.5) * 0.55 + 0.1
        colours = times(vary(rgb("d6b884"), rgb("f6e6bf"), tone), 1 + grain * 0.12)
        shore = smoothstep(5.0, 14.0, away) * wet
        if scene.snowy:
            # The waves wash it off near the water.
            colours = over(colours, SNOW, (0.45 + 1.1 * broad) * (1 - shore))
        return over(colours, rgb("b89a72"), shore * 0.7)

    plain(scene, surfacing, top=top, haze=0.25 if wet else 0.65)


def earth(scene: Scene) -> None:
    """A forest floor: leaf litter, moss and shade."""
    autumn = season_of(scene) == "autumn"
    if season_of(scene) == "winter":
        snow(scene)
        return

    def surfacing(across: np.ndarray, away: np.ndarray) -> np.ndarray:
        rng = scene.rng("earth")
        moss = noise.sample(across * 0.9, away * 0.9, rng, roughness=0.8)
        litter = noise.sample(across * 12, away * 7, rng, roughness=1.6)
        low, high = (rgb("6a4424"), rgb("b8742f")) if autumn else (rgb("4a3f28"), rgb("7a6a42"))
        colours = vary(low, high, litter * 1.5 - 0.25)
        green = rgb("8a8a3a") if autumn else rgb("5a7d34")
        return over(colours, green, smoothstep(0.4, 0.62, moss) * (0.6 + 0.5 * (litter - 0.5)))

    plain(scene, surfacing, wave=0.012)


def stone(scene: Scene, *, top: float | None = None, colour: Colour | None = None, slab: float = 0.85) -> None:
    """Paving of slabs that are `slab` of the eye's height wide."""
    base = colour or rgb("a59c8e")

    def surfacing(across: np.ndarray, away: np.ndarray) -> np.ndarray:
        rng = scene.rng("stone")
        step = np.float32(slab)
        row = np.floor(away / step)
        u = across / step + 0.5 * np.mod(row, 2)
        tone = np.mod(np.sin((np.floor(u) * 12.9 + row * 78.2).astype(np.float32)) * 437.5, 1.0)
        joint = np.maximum(np.abs(np.mod(u, 1) - 0.5), np.abs(np.mod(away / step, 1) - 0.5))
        near = np.clip(3.2 / away, 0, 1)
        seam = smoothstep(0.465, 0.49, joint) * near
        grain = noise.sample(across * 4, away * 4, rng, roughness=1.4) - 0.5
        light = 0.86 + (tone - 0.5) * 0.16 * near + grain * 0.22
        light = (light * (1 - 0.42 * seam)).astype(np.float32, copy=False)
        return cv2.merge([np.float32(part) * light for part in base])

    plain(scene, surfacing, top=top, haze=0.5)
    trodden(scene, top=top)


def wet(scene: Scene, top: float) -> None:
    """Let the ground below the row `top` (pixels) mirror what is above, smeared downwards: rain on paving."""
    first = round(top)
    rows = scene.height - first
    if rows < 4 or first < 4:
        return
    above = scene.pixels[max(0, first - rows) : first, :, :3][::-1]
    small = cv2.resize(above, (max(2, scene.width // 2), max(2, rows // 8)), interpolation=cv2.INTER_AREA)
    small = cv2.GaussianBlur(small, (0, 0), 1.6)
    mirror = cv2.resize(small, (scene.width, rows), interpolation=cv2.INTER_LINEAR)
    target = scene.pixels[first:, :, :3]
    share = 0.46 if scene.palette.darkness > 0.3 else 0.32
    target[...] = cv2.addWeighted(np.ascontiguousarray(target), 1 - share, mirror, share, 0)


def farmland(scene: Scene) -> None:
    """Furrows and crops running to the vanishing point."""
    crop = {"autumn": rgb("d6a93c"), "winter": rgb("e6ebf2")}.get(season_of(scene), rgb("7fae3e"))
    winter = season_of(scene) == "winter"
    # Snow fills the furrows, too: only their shadows are left.
    second, earth = (rgb("d5e0ee"), rgb("c2ccda")) if winter else (mix(crop, rgb("c8b040"), 0.5), rgb("6f4c2e"))

    def surfacing(across: np.ndarray, away: np.ndarray) -> np.ndarray:
        rng = scene.rng("farmland")
        lean = rng.uniform(-0.6, 0.6)
        row = across + away * np.float32(lean * 0.2)
        ridge = np.cos(row * np.float32(2 * np.pi / 0.42))
        field_ = smoothstep(-0.02, 0.02, np.sin(away * 0.5 + row * 0.12))
        leaf = noise.sample(across * 14, away * 6, rng, roughness=1.5) - 0.5
        near = np.clip(6.0 / away, 0, 1)
        colours = vary(crop, second, field_)
        furrow = smoothstep(0.05, -0.65, ridge + leaf * 0.8) * near * 0.85
        colours = times(colours, 1 + leaf * 0.5 * near + ridge * 0.12 * near)
        return over(colours, earth, furrow)

    plain(scene, surfacing, wave=0.012)


def road(scene: Scene, *, wide: float = 1.0) -> None:
    """A road to the vanishing point over ground that is already there, with its lines; shining when it rains."""
    canvas, w, h = scene.canvas, scene.width, scene.height
    horizon, unit = scene.ground_px + 0.02 * scene.unit, scene.unit
    rng = scene.rng("road")
    centre = w * 0.5 + rng.uniform(-0.12, 0.12) * unit
    p = scene.palette
    reach = (h - horizon) / unit

    def at(side: float, depth: float) -> tuple[float, float]:
        """A point `side` half-widths from the middle, `depth` 0 at the horizon and 1 at the feet."""
        bend = 0.10 * unit * (1 - depth) ** 2 * depth * 4 * bends
        return centre + bend + side * wide * unit * reach * 0.85 * (0.012 + 0.988 * depth), horizon + (
            h - horizon
        ) * depth

    bends = float(rng.choice([-1, 1]))
    steps = [i / 24 for i in range(25)]
    edge = [at(-1, d) for d in steps] + [at(1, d) for d in reversed(steps)]
    far, near = mix(multiply(rgb("6c6c74"), p.ambient), p.haze, 0.55), multiply(rgb("4c4c56"), p.ambient)
    if scene.plan.weather == "fog":
        near = mix(near, p.haze, 0.4)
    ink = skia.GradientShader.MakeLinear([(0, horizon), (0, h)], [paint(c).getColor() for c in (far, near)])
    canvas.drawPath(skia.Path.Polygon(edge, True), paint(ink))
    if scene.plan.weather in ("rain", "storm"):
        # Wet asphalt is dark at one's feet and mirrors the sky farther away.
        canvas.drawPath(skia.Path.Polygon(edge, True), paint((0.05, 0.05, 0.08), 0.3))
        sheen = linear((0, horizon), (0, h), ((*p.horizon, 0.75), (*p.horizon, 0.3), (*p.horizon, 0.12)), (0, 0.35, 1))
        canvas.drawPath(skia.Path.Polygon(edge, True), paint(sheen))
    if scene.snowy:
        _ruts(scene, at, steps)
        return
    line = multiply(rgb("f4ecd0"), p.ambient)
    for side in (-0.9, 0.9):
        strip = [at(side - 0.02, d) for d in steps] + [at(side + 0.02, d) for d in reversed(steps)]
        canvas.drawPath(skia.Path.Polygon(strip, True), paint(line, 0.75))
    dashes = 11
    for i in range(dashes):
        a, b = (i / dashes) ** 2.0, ((i + 0.55) / dashes) ** 2.0
        strip = [at(-0.022, a), at(-0.022, b), at(0.022, b), at(0.022, a)]
        canvas.drawPath(skia.Path.Polygon(strip, True), paint(line, 0.85))


#: Snow on a road in half widths from its middle, and how much of it lies: driven bare where the wheels run.
SNOW_ON_ROAD = ((-1.0, 1.0, 0.22), (-1.06, -0.74, 0.95), (0.74, 1.06, 0.95), (-0.17, 0.17, 0.85), (-0.5, -0.38, 0.4),
                (0.38, 0.5, 0.4))  # fmt: skip


def _ruts(scene: Scene, at: Callable[[float, float], tuple[float, float]], steps: list[float]) -> None:
    """Snow on a road, with the tracks of wheels worn into it; `at` gives the points of the road."""
    rng, white = scene.rng("ruts"), mix(multiply(SNOW, scene.palette.ambient), scene.palette.haze, 0.1)
    for left, right, alpha in SNOW_ON_ROAD:
        ragged = rng.normal(0, 0.018, (2, len(steps))).tolist()
        strip = [at(left + off, d) for d, off in zip(steps, ragged[0], strict=True)]
        strip += [at(right + off, d) for d, off in zip(reversed(steps), ragged[1], strict=True)]
        scene.canvas.drawPath(skia.Path.Polygon(strip, True), paint(white, alpha, blur=0.004 * scene.unit))


def path(scene: Scene) -> None:
    """A winding gravel path, worn into the grass, from the feet into the distance."""
    rng = scene.rng("path")
    side, phase = np.float32(rng.choice([-1, 1])), np.float32(rng.uniform(0.2, 0.9))
    luck, winter = rng.bit_generator.state, season_of(scene) == "winter"
    low, high = (rgb("c2c8d2"), rgb("e4e8ee")) if winter else (rgb("a98f68"), rgb("dcc9a0"))

    def off(across: np.ndarray, away: np.ndarray) -> np.ndarray:
        """The distance from the path's middle line in half widths, 1 at its ragged edge."""
        bend = side * (0.75 * np.sin(away * 0.95 + phase) * np.clip(away * 0.6 - 0.2, 0, 1.6) - 0.25)
        ragged = noise.sample(across * 5, away * 3, scene.rng("path edge"), roughness=1.2) - 0.5
        return np.abs(across - bend) / np.float32(0.42) + ragged * 0.4

    def surfacing(across: np.ndarray, away: np.ndarray) -> np.ndarray:
        rng.bit_generator.state = luck
        stones = noise.sample(across * 26, away * 20, rng, roughness=1.7) - 0.5
        worn = noise.sample(across * 2.4, away * 1.4, rng, roughness=0.8)
        middle = np.clip(1 - off(across, away), 0, 1)
        colours = vary(low, high, 0.25 + 0.5 * worn + 0.35 * middle)
        return times(colours, 1 + stones * np.clip(2.4 / away, 0.15, 0.8))

    def cover(across: np.ndarray, away: np.ndarray) -> np.ndarray:
        return smoothstep(1.06, 0.9, off(across, away)) * smoothstep(12.0, 5.0, away)

    plain(scene, surfacing, wave=0.016, cover=cover)


def ashes(scene: Scene) -> None:
    """Cooled lava: black rock, embers in its cracks."""

    def surfacing(across: np.ndarray, away: np.ndarray) -> np.ndarray:
        rng = scene.rng("ashes")
        rough = noise.sample(across * 3, away * 2, rng, roughness=1.2)
        crack = np.abs(noise.sample(across * 1.6, away * 1.3, rng, roughness=0.8) - 0.5)
        colours = vary(rgb("1c1819"), rgb("5a4c48"), rough)
        ember = smoothstep(0.016, 0.004, crack) * np.clip(2.5 / away, 0.2, 1)
        return over(colours, rgb("ff6a20"), ember)

    plain(scene, surfacing)
    trodden(scene)
