"""The sky: its gradient, the sun's and moon's light in it, and clouds. Stars and other sky things: `heavens`."""

import cv2
import numpy as np
import skia

from easel.engines.painter import noise
from easel.engines.painter.brush import clipped, fill, mix, placed
from easel.engines.painter.clouds import Cloud, cumulus
from easel.engines.painter.noise import smoothstep
from easel.engines.painter.palette import time_of
from easel.engines.painter.scene import Scene
from easel.engines.painter.styles.tone import mix as blend

#: Share of the sky that clouds take, by weather; clear skies vary by seed.
COVER = {"cloudy": 0.62, "overcast": 0.95, "rain": 0.95, "storm": 1.0, "snow": 0.95, "fog": 0.5, "wind": 0.5}

WARP = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP


class SkyField:
    """The sky's soft fields at texture resolution, rows from the top of the picture down to a little below the horizon.

    `x`, `y` are in units from the picture's upper left corner; `up` is the height over the horizon, 1 at the top.
    """

    def __init__(self, scene: Scene):
        self.scene = scene
        self.rows_px = min(scene.height, int(scene.ground_px + 0.06 * scene.height) + 2)
        self.height, self.width = scene.texture_size(self.rows_px)
        k = self.rows_px / self.height / scene.unit
        #: Texels to the unit.
        self.texel = 1.0 / k
        self.x = ((np.arange(self.width, dtype=np.float32) + 0.5) * (scene.width / self.width / scene.unit))[None]
        self.y = ((np.arange(self.height, dtype=np.float32) + 0.5) * np.float32(k))[:, None]
        horizon = max(scene.ground_px / scene.unit, 1e-3)
        self.up = np.clip(1.0 - self.y / np.float32(horizon), -0.2, 1.0)
        self.sun = (scene.light.x * scene.width / scene.unit, scene.light.y * scene.height / scene.unit)
        self.distance = cv2.magnitude(
            np.repeat(self.x - np.float32(self.sun[0]), self.height, 0),
            np.repeat(self.y - np.float32(self.sun[1]), self.width, 1),
        )
        self.colours = self._gradient()

    def _gradient(self) -> np.ndarray:
        p = self.scene.palette
        stops = np.array([0.0, 0.16, 0.5, 1.0], np.float32)
        table = np.array([p.horizon, mix(p.horizon, p.mid, 0.6), p.mid, p.zenith], np.float32)
        up = np.clip(self.up[:, 0], 0, 1)
        rows = np.stack([np.interp(up, stops, table[:, i]) for i in range(3)], 1).astype(np.float32)
        return np.repeat(rows[:, None], self.width, 1)

    def glow(self) -> None:
        """Light around the sun: narrow and white by day, wide and warm when it is low."""
        scene = self.scene
        if scene.light.strength < 0.3 or (scene.palette.lit and not _sun_up(scene)):
            return
        low = time_of(scene.plan) != "day"
        d = self.distance
        wide = cv2.exp(d * np.float32(-3.4 if low else -5.0)) * np.float32(0.55 if low else 0.30)
        wide += cv2.exp(d * np.float32(-14.0)) * np.float32(0.55)
        screen(self.colours, wide, scene.palette.sun)

    def over(self, alpha: np.ndarray, light: np.ndarray, top: int = 0, left: int = 0) -> None:
        """Lay clouds over the sky from the texel (`top`, `left`): `light` is 0 in the shade, 1 in the sun."""
        step = max(16, noise.BAND // alpha.shape[1])
        for start in range(0, alpha.shape[0], step):
            band = slice(start, start + step)
            self._over_band(alpha[band], light[band], top + start, left)

    def _over_band(self, alpha: np.ndarray, light: np.ndarray, top: int, left: int) -> None:
        p = self.scene.palette
        rows, columns = slice(top, top + alpha.shape[0]), slice(left, left + alpha.shape[1])
        up = self.up[rows]
        light = light + np.float32(0.35 * self.scene.light.strength) * cv2.exp(self.distance[rows, columns] * -3.0)
        low, high = p.cloud_shade, p.cloud_lit
        np.clip(light, 0, 1, out=light)
        haze = mix(p.horizon, p.cloud_lit, 0.4)
        veil = np.clip(0.65 - up * 2.2, 0, 0.65)
        # Both the light and the haze mix two colours, so each channel is linear in the light, row by row.
        colours = cv2.merge(
            [light * ((high[i] - low[i]) * (1 - veil)) + (low[i] + (haze[i] - low[i]) * veil) for i in range(3)]
        )
        fade = np.clip(0.55 + 0.6 * up, 0.3, 1)
        target = self.colours[rows, columns]
        target[...] = blend(target, colours, alpha * fade)

    def stamp(self, cloud: Cloud, shown: tuple[int, int], at: tuple[float, float]) -> None:
        """Lay one cloud, enlarged to `shown` texels, the middle of its base at the point `at` in units."""
        left, top = round(at[0] * self.texel - shown[0] / 2), round(at[1] * self.texel - 0.9 * shown[1])
        first_x, first_y = max(0, -left), max(0, -top)
        last_x, last_y = min(shown[0], self.width - left), min(shown[1], self.height - top)
        if first_x >= last_x or first_y >= last_y:
            return
        alpha, light = (
            cv2.resize(f, shown, interpolation=cv2.INTER_CUBIC)[first_y:last_y, first_x:last_x]
            for f in (cloud.alpha, cloud.light)
        )
        self.over(np.clip(alpha, 0, 1), light, top + first_y, left + first_x)


def _sun_up(scene: Scene) -> bool:
    return time_of(scene.plan) != "night"


def screen(target: np.ndarray, amount: np.ndarray, colour: tuple[float, float, float]) -> None:
    """Add light of a colour to `target` in place without burning out."""
    for i in range(3):
        target[..., i] += (1.0 - target[..., i]) * np.clip(amount * np.float32(colour[i]), 0, 1)


def _cumulus(sky: SkyField, cover: float, rng: np.random.Generator) -> None:
    """Heaped fair-weather clouds, the far ones small and low over the horizon, the near ones large and high."""
    scene = sky.scene
    horizon = scene.ground_px / scene.unit
    number = max(3, round((5 + 13 * cover) * max(1.0, scene.aspect) ** 0.8))
    for k in range(number):
        near = ((k + rng.uniform(0, 1)) / number) ** 1.3
        size = (0.05 + 0.2 * near * rng.uniform(0.7, 1.15)) * min(1.0, 0.45 + horizon)
        x = rng.uniform(-0.06, 1.06) * scene.aspect
        base = horizon * (0.93 - 0.66 * near + rng.uniform(-0.05, 0.05))
        reach = (sky.sun[0] - x, sky.sun[1] - base + 0.5 * size)
        far = float(np.hypot(*reach)) + 1e-3
        # Much of a cloud's light comes from the whole sky above it.
        toward = (0.75 * reach[0] / far, 0.6 * reach[1] / far - 0.55)
        cloud, shown = cumulus(size * sky.texel, toward, rng, flat=rng.uniform(0.3, 0.9))
        sky.stamp(cloud, shown, (x, base))


def _strata(sky: SkyField, cover: float, rng: np.random.Generator) -> None:
    """A broken deck seen from below, in perspective: large overhead, crowding towards the horizon."""
    up = np.maximum(sky.up, 0.0)
    far = 1.0 / (up + np.float32(0.16))
    u = (sky.x - np.float32(0.5 * sky.scene.aspect)) * far * 1.15 + np.zeros_like(sky.y)
    v = far * 1.9 + np.zeros_like(sky.x)
    bend = noise.sample(u * 0.6, v * 0.6, rng, roughness=0.6) - 0.5
    u, v = u + bend * 1.1, v + bend * 0.7
    body = noise.sample(u, v, rng, roughness=0.8)
    body += (noise.sample(u * 4.1, v * 4.1, rng, roughness=1.1) - 0.5) * 0.2
    edge = np.float32(0.78 - 0.52 * cover)
    alpha = smoothstep(edge, edge + 0.24, body)
    soft = noise.blur(body, 0.012 * sky.height)
    move = np.array([[1, 0, 0], [0, 1, -0.03 * sky.height]], np.float32)
    del u, v, bend, far
    above = cv2.warpAffine(soft, move, (sky.width, sky.height), flags=WARP, borderMode=cv2.BORDER_REPLICATE)
    light = 0.5 + (soft - above) * 1.8 - (soft - edge) * 0.7 + 0.42 * cv2.exp(sky.distance * -2.2)
    sky.over(alpha * np.clip(0.25 + up * 5, 0, 1) * np.float32(0.95), light)


def _wisps(sky: SkyField, cover: float, rng: np.random.Generator) -> None:
    """High thin streaks, combed by the wind."""
    slant = rng.uniform(-0.5, 0.5)
    x, y = np.broadcast_arrays(sky.x, sky.y)
    u, v = x * 1.3 + y * slant, y * 7 + x * slant * 2
    bend = noise.sample(x * 1.6, y * 2.2, rng, roughness=0.6) - 0.5
    streak = noise.sample(u, v + bend * 1.1, rng, roughness=0.9)
    patch = noise.sample(x * 1.2, y * 1.6, rng, roughness=0.6)
    del u, v, bend
    alpha = smoothstep(0.45, 1.0, streak) * smoothstep(0.62 - 0.3 * cover, 0.9, patch) * np.float32(0.72)
    sky.over(alpha * np.clip(sky.up * 3, 0, 1), np.full_like(alpha, 0.85))


def clouds(sky: SkyField) -> None:
    """Clouds as the weather, the plan and the seed want them."""
    scene = sky.scene
    plan, rng = scene.plan, scene.rng("clouds")
    cover = COVER.get(plan.weather or "", rng.uniform(0.2, 0.55) if time_of(plan) != "night" else rng.uniform(0.0, 0.3))
    if "clouds" in plan.sky:
        cover = max(cover, 0.6)
    if plan.weather == "clear" and "clouds" not in plan.sky:
        cover = min(cover, 0.12)
    if not scene.allows("clouds") or cover <= 0.02:
        return
    if cover > 0.75 or plan.weather == "storm":
        kinds = [_strata, _strata] if cover > 0.9 else [_strata]
    elif time_of(plan) == "day":
        kinds = [_wisps, _cumulus] if rng.random() < 0.8 else [_wisps, _strata]
    else:
        kinds = [_wisps, _strata] if rng.random() < 0.7 else [_wisps, _cumulus]
    for kind in kinds:
        kind(sky, cover, rng)


def puffs(scene: Scene) -> None:
    """Clouds as a children's book draws them: heaped circles with a flat base, lit from above."""
    rng, unit = scene.rng("puffs"), scene.unit
    bare = scene.plan.weather == "clear" and "clouds" not in scene.plan.sky
    if bare or not scene.allows("clouds"):
        return
    number = scene.count(3 + 5 * COVER.get(scene.plan.weather or "", 0.35))
    night = scene.palette.darkness > 0.7
    for k in range(number):
        depth = (k + 0.5) / number
        size = unit * (0.035 + 0.065 * depth) * rng.uniform(0.8, 1.25) * (0.8 if night else 1.0)
        x = rng.uniform(-0.05, 1.05) * scene.width
        y = scene.ground_px * (0.86 - 0.72 * depth) * rng.uniform(0.85, 1.1)
        if not _covers(scene, x, y, size):
            _shaded_puff(scene, puff(x, y, size, rng), size, x, 0.4 if night else 0.97)


def _covers(scene: Scene, x: float, y: float, size: float) -> bool:
    """Whether a drawn cloud would lie behind something that flies, whose outline it would swallow."""
    return any(
        left < x + 2.6 * size and right > x - 2.6 * size and top < y + 0.4 * size and bottom > y - 1.6 * size
        for left, top, right, bottom in scene.aloft
    )


def _shaded_puff(scene: Scene, path: skia.Path, size: float, x: float, alpha: float) -> None:
    """A drawn cloud in three clear tones: each lighter one is the same shape, moved towards the light."""
    p, canvas = scene.palette, scene.canvas
    toward = 1.0 if scene.light.x * scene.width > x else -1.0
    canvas.saveLayerAlpha(path.getBounds(), round(alpha * 255))
    with clipped(canvas, path):
        fill(canvas, path, p.cloud_shade)
        for shift, share in ((0.18, 0.5), (0.44, 1.0)):
            with placed(canvas, (toward * shift * size, -0.75 * shift * size)):
                fill(canvas, path, mix(p.cloud_shade, p.cloud_lit, share))
    canvas.restore()


def puff(x: float, y: float, size: float, rng: np.random.Generator) -> skia.Path:
    """A drawn cloud: round heads over a flat base around (`x`, `y`), about 2.5 `size` to each side."""
    circles = []
    lobes = int(rng.integers(4, 7))
    for i in range(lobes):
        t = (i + 0.5) / lobes
        radius = size * (0.42 + 0.62 * np.sin(np.pi * t) * rng.uniform(0.75, 1.2))
        circles.append((x + (t - 0.5) * 4.4 * size, y - radius * 0.55, radius))
    path = skia.Path()
    path.addRoundRect(skia.Rect.MakeLTRB(x - 2.5 * size, y - 0.5 * size, x + 2.5 * size, y + 0.3 * size), size, size)
    for cx, cy, radius in circles:
        circle = skia.Path()
        circle.addCircle(float(cx), float(cy), float(radius))
        path = skia.Op(path, circle, skia.PathOp.kUnion_PathOp)
    return path


def paint_sky(scene: Scene) -> None:
    """Fill the picture from the top down to the horizon."""
    sky = SkyField(scene)
    sky.glow()
    if not scene.flat:
        clouds(sky)
    scene.lay(np.clip(sky.colours, 0, 1), 0, sky.rows_px)
    if sky.rows_px < scene.height:
        p = scene.palette
        below = np.array(p.haze, np.float32)[None, None].repeat(2, 0).repeat(2, 1)
        scene.lay(below, sky.rows_px, scene.height)
