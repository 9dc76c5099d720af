"""Another time of day, weather or season over a finished picture: sky, light and what falls. Floats in [0, 1]."""

import cv2
import numpy as np

from easel.engines.painter.noise import smoothstep
from easel.engines.painter.references.areas import sky_area
from easel.engines.painter.styles.noise import clouds, grain
from easel.engines.painter.styles.tone import blur, contrast, grade, hex_colour, luminance, mix, saturate, screen

#: Zenith, middle and horizon of the sky, the light's colour (a factor), and how much of the old sky stays.
TIMES = {
    "day": ("#3f86d8", "#7fb6ee", "#d3e8f5", (1.08, 1.07, 1.04), 0.45),
    "sunrise": ("#5a7fc0", "#eab08e", "#ffdf9a", (1.08, 0.95, 0.8), 0.35),
    "sunset": ("#35437f", "#d4607a", "#ffa552", (1.05, 0.78, 0.62), 0.3),
    "golden_hour": ("#7f9cc6", "#f2c98a", "#ffe0a0", (1.14, 0.97, 0.68), 0.45),
    "dusk": ("#1c2450", "#5a4a8a", "#e08a8a", (0.58, 0.5, 0.74), 0.25),
    "night": ("#070c26", "#131f4c", "#2c4480", (0.34, 0.4, 0.62), 0.12),
}
CLOUDY = ("#8792a0", "#a3adb8", "#c6ccd2")
STORMY = ("#20262f", "#3a434f", "#66707a")


def at_time(picture: np.ndarray, time: str, *, seed: int) -> np.ndarray:
    """The scene at one of `plan.TIMES`."""
    zenith, middle, horizon, light, old = TIMES[time]
    rng = np.random.default_rng([seed & 0xFFFFFFFF, 21])
    sky = sky_area(picture)
    factor = np.array(light, np.float32)
    mean = float(luminance(picture).mean())
    if time == "day" and mean < 0.4:
        factor = factor * np.float32(min(2.2, 0.52 / max(mean, 0.12)))
    land = saturate(picture, 0.62 if time == "night" else 0.92) * factor
    if time in ("night", "dusk"):
        land = screen(land, _lit_windows(picture, sky) * (1.0 if time == "night" else 0.6))
    lit = mix(land, _sky_paint(picture, sky, (zenith, middle, horizon), old), sky)
    if time == "night":
        lit = _stars_and_moon(lit, sky, rng)
    elif time in ("sunset", "sunrise", "golden_hour"):
        lit = _low_sun(lit, sky, rng)
    return np.clip(lit, 0, 1)


def _sky_paint(picture: np.ndarray, sky: np.ndarray, colours: tuple[str, ...], old: float) -> np.ndarray:
    """A new gradient from the top to the lowest sky, with the old clouds' light and dark in it."""
    height = picture.shape[0]
    rows = np.flatnonzero(sky.mean(1) > 0.08)
    bottom = max(height * 0.2, float(rows[-1]) if len(rows) else height * 0.5)
    y = np.clip(np.arange(height, dtype=np.float32) / bottom, 0, 1)
    stops = np.stack([hex_colour(c) for c in colours])
    gradient = np.stack([np.interp(y, (0, 0.55, 1), stops[:, c]) for c in range(3)], -1).astype(np.float32)[:, None]
    gray = luminance(picture)
    inside = max(float(sky.sum()), 1.0)
    form = gray - float((gray * sky).sum()) / inside
    painted = gradient * (1 + 1.5 * old * form)[..., None] + (0.55 * old * np.maximum(form, 0))[..., None]
    return mix(painted, picture * gradient.mean() * 1.6, old * 0.25)


def _lit_windows(picture: np.ndarray, sky: np.ndarray) -> np.ndarray:
    """Light where small bright or pale patches lie in darker surroundings below the sky: windows, lamps."""
    gray = luminance(picture)
    reach = min(gray.shape) * 0.02
    small = np.clip(gray - blur(gray, reach) - 0.13, 0, 1) * 3.2
    glow = np.clip(small, 0, 1) * (1 - sky)
    warm = np.array([1.0, 0.78, 0.36], np.float32)
    return np.clip(glow[..., None] * 0.85 + blur(glow, reach)[..., None] * 0.6, 0, 1) * warm


def _stars_and_moon(picture: np.ndarray, sky: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    height, width = picture.shape[:2]
    short = min(height, width)
    field = np.zeros((height, width), np.float32)
    for x, y, size in zip(rng.random(260) * width, rng.random(260) ** 1.4 * height, rng.random(260) ** 4, strict=True):
        radius = max(6, round((0.0007 + 0.0016 * size) * short * 16))
        cv2.circle(field, (int(x * 16), int(y * 16)), radius, float(0.45 + 0.55 * size), -1, cv2.LINE_AA, shift=4)
    lit = screen(picture, (field * sky)[..., None] * np.array([0.95, 0.97, 1.0], np.float32))
    rows, columns = np.nonzero(sky[:: max(1, short // 64), :: max(1, short // 64)] > 0.95)
    if len(rows) < 60:
        return lit
    step = max(1, short // 64)
    inner = (columns * step > width * 0.12) & (columns * step < width * 0.88)
    high = inner & (rows < np.percentile(rows, 45))
    if not high.any():
        return lit
    pick = int(rng.integers(high.sum()))
    x, y, radius = columns[high][pick] * step, rows[high][pick] * step + short * 0.05, short * 0.042
    moon = np.zeros((height, width), np.float32)
    cv2.circle(moon, (int(x * 16), int(y * 16)), int(radius * 16), 1.0, -1, cv2.LINE_AA, shift=4)
    moon *= sky
    halo = blur(moon, radius * 1.6) * sky
    face = 0.92 - 0.16 * smoothstep(0.45, 0.7, clouds((height, width), short / radius / 3, rng))
    pale = np.array([1.0, 0.98, 0.88], np.float32)
    lit = screen(lit, halo[..., None] * np.array([0.55, 0.62, 0.8], np.float32))
    return mix(lit, face[..., None] * pale, moon)


def _low_sun(picture: np.ndarray, sky: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """A sun low over the horizon, and its warm light over everything near it."""
    height, width = picture.shape[:2]
    rows = np.flatnonzero(sky.mean(1) > 0.3)
    y = (float(rows[-1]) if len(rows) else height * 0.4) * 0.88
    x = width * rng.uniform(0.22, 0.78)
    dx = (np.arange(width, dtype=np.float32) - x)[None, :] / min(height, width)
    dy = (np.arange(height, dtype=np.float32) - y)[:, None] / min(height, width)
    away = np.sqrt(dx * dx + dy * dy)
    glow = np.exp(-away / 0.16) * 0.85 * (0.35 + 0.65 * sky) + np.exp(-away / 0.5) * 0.2
    lit = screen(picture, glow[..., None] * np.array([1.0, 0.74, 0.38], np.float32))
    disc = smoothstep(0.048, 0.042, away) * sky
    return mix(lit, np.array([1.0, 0.95, 0.76], np.float32), disc)


def in_weather(picture: np.ndarray, weather: str, *, seed: int) -> np.ndarray:
    """The scene in one of `plan.WEATHERS`."""
    rng = np.random.default_rng([seed & 0xFFFFFFFF, 22])
    return np.clip(WEATHERS[weather](picture, rng), 0, 1)


def _clear(picture: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    sky = sky_area(picture)
    lit = saturate(contrast(picture, 1.08, 0.45), 1.18) + np.float32(0.02)
    blue = _sky_paint(picture, sky, ("#3f86d8", "#7fb6ee", "#d3e8f5"), 0.3)
    return mix(lit, blue, sky * 0.85)


def _cloudy(picture: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    return _cloud_cover(picture, rng, colours=("#6f93bf", "#a4bdd6", "#d5e0ea"), cover=0.55, dim=0.95)


def _overcast(picture: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    return _cloud_cover(picture, rng, colours=CLOUDY, cover=0.95, dim=0.84)


def _cloud_cover(
    picture: np.ndarray, rng: np.random.Generator, *, colours: tuple[str, ...], cover: float, dim: float
) -> np.ndarray:
    sky = sky_area(picture)
    dull = saturate(contrast(picture, 0.9, 0.48), 1 - 0.4 * cover) * np.float32(dim)
    # Brightness follows the scene's own: overcast at night is no gray day.
    level = np.float32(np.clip(float(luminance(picture).mean()) * 1.9, 0.25, 1.0))
    paint = _sky_paint(picture, sky, colours, 0.15) * level
    mass = clouds(picture.shape[:2], 4, rng, octaves=5)
    mass = smoothstep(0.5 - 0.4 * cover, 0.68, mass)
    shade = 0.78 + 0.34 * clouds(picture.shape[:2], 9, rng, octaves=4)
    grays = np.array([0.84, 0.86, 0.89], np.float32) if cover < 0.8 else np.array([0.72, 0.75, 0.79], np.float32)
    paint = mix(paint, (shade * level)[..., None] * grays, mass * 0.8)
    return mix(dull, paint, sky)


def _rain(picture: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    wet = grade(_overcast(picture, rng), (-0.02, 0.0, 0.03), (-0.03, 0.0, 0.03)) * np.float32(0.88)
    wet = mix(wet, blur(wet, min(wet.shape[:2]) * 0.002), 0.6)
    return _streaks(wet, rng, amount=0.32)


def _storm(picture: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    dark = _cloud_cover(picture, rng, colours=STORMY, cover=1.0, dim=0.55)
    sky = sky_area(picture)
    dark = mix(dark, dark * np.array([0.42, 0.45, 0.54], np.float32), sky)
    dark = grade(dark, (-0.01, 0.0, 0.04), (-0.03, 0.0, 0.05))
    return _streaks(_lightning(dark, sky, rng), rng, amount=0.4)


def _lightning(picture: np.ndarray, sky: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    height, width = picture.shape[:2]
    rows = np.flatnonzero(sky.mean(1) > 0.2)
    end = float(rows[-1]) if len(rows) else height * 0.5
    steps = 22
    x = width * rng.uniform(0.2, 0.8) + np.cumsum(rng.normal(0, width * 0.016, steps))
    bolt = np.stack([x, np.linspace(0, end, steps)], -1)
    field = np.zeros((height, width), np.float32)
    stroke = max(1, round(min(height, width) * 0.003))
    cv2.polylines(field, [np.round(bolt * 8).astype(np.int32)], False, 1.0, stroke, cv2.LINE_AA, shift=3)
    for start in (6, 12):
        fork = bolt[start] + np.cumsum(rng.normal(0.008, 0.012, (7, 2)) * (width, height * 0.8), axis=0)
        fork = np.concatenate([bolt[start : start + 1], fork])
        cv2.polylines(
            field, [np.round(fork * 8).astype(np.int32)], False, 0.6, max(1, stroke // 2), cv2.LINE_AA, shift=3
        )
    field *= sky
    glow = blur(field, min(height, width) * 0.012) * 2.2 + blur(field, min(height, width) * 0.06) * 3.0
    return screen(picture, (np.clip(field + glow, 0, 1))[..., None] * np.array([0.88, 0.9, 1.0], np.float32))


def _streaks(picture: np.ndarray, rng: np.random.Generator, *, amount: float) -> np.ndarray:
    """Falling rain: short slanted lines in three distances."""
    height, width = picture.shape[:2]
    short, rain = min(height, width), np.zeros((height, width), np.float32)
    lean = rng.uniform(0.08, 0.2)
    for count, length, strength in ((420, 0.03, 0.4), (240, 0.06, 0.65), (90, 0.11, 1.0)):
        starts = rng.random((count, 2)) * (width * 1.2, height * 1.2) - (0, height * 0.1)
        ends = starts + np.array([-lean, 1.0]) * short * length * rng.uniform(0.7, 1.3, (count, 1))
        lines = np.round(np.stack([starts, ends], 1) * 8).astype(np.int32)
        thick = max(1, round(short * 0.0011 * (1 + strength)))
        cv2.polylines(rain, list(lines), False, strength, thick, cv2.LINE_AA, shift=3)
    rain = blur(rain, short * 0.0006)
    return mix(picture, np.array([0.86, 0.9, 0.96], np.float32), rain * amount)


def _snow(picture: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    height, width = picture.shape[:2]
    sky = sky_area(picture)
    cold = _cloud_cover(picture, rng, colours=("#8fa3ba", "#b9c6d4", "#dfe6ee"), cover=0.8, dim=0.97)
    cold = grade(saturate(cold, 0.75), (-0.02, 0.0, 0.03), (0.0, 0.01, 0.04))
    cover = lying_snow(picture, sky, rng)
    level = np.float32(np.clip(float(luminance(picture).mean()) * 1.9, 0.3, 1.0))
    white = (0.8 + 0.2 * luminance(picture))[..., None] * np.array([0.93, 0.96, 1.0], np.float32) * level
    cold = mix(cold, white, cover)
    return mix(cold, np.ones(3, np.float32), _flakes((height, width), rng))


def lying_snow(picture: np.ndarray, sky: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Where snow lies: on the ground and on every edge that faces up."""
    height, width = picture.shape[:2]
    gray = blur(luminance(picture), min(height, width) * 0.003)
    top = np.clip(cv2.Sobel(gray + 0.6 * sky, cv2.CV_32F, 0, 1, ksize=3) * -min(height, width) / 160, 0, 1)
    ledge = blur(top, min(height, width) * 0.0045) * 1.5
    hsv = cv2.cvtColor(picture, cv2.COLOR_RGB2HSV)
    # Grass and sand: yellow to green hues with some colour, in the lower half.
    natural = smoothstep(28, 50, hsv[..., 0]) * smoothstep(175, 150, hsv[..., 0]) * smoothstep(0.08, 0.2, hsv[..., 1])
    y = np.linspace(0, 1, height, dtype=np.float32)[:, None]
    ground = natural * smoothstep(0.35, 0.6, y) * (0.55 + 0.9 * clouds((height, width), 7, rng, octaves=4))
    return np.clip(np.maximum(ledge, ground), 0, 0.94) * (1 - sky)


def _flakes(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    height, width = shape
    short, field = min(shape), np.zeros(shape, np.float32)
    for count, radius, strength in ((420, 0.0014, 0.7), (200, 0.0028, 0.85), (50, 0.006, 0.75)):
        layer = np.zeros(shape, np.float32)
        for x, y, size in zip(rng.random(count), rng.random(count), rng.uniform(0.6, 1.4, count), strict=True):
            at = (int(x * width * 16), int(y * height * 16))
            cv2.circle(layer, at, max(8, round(short * radius * size * 16)), strength, -1, cv2.LINE_AA, shift=4)
        np.maximum(field, blur(layer, short * radius * 0.35), out=field)
    return field


def _fog(picture: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    height, width = picture.shape[:2]
    y = np.linspace(0, 1, height, dtype=np.float32)[:, None]
    # The lower in the picture, the nearer: fog is thickest around the horizon.
    depth = smoothstep(1.1, 0.45, y) * (0.75 + 0.25 * smoothstep(0.0, 0.4, y))
    thick = np.clip(depth * (0.62 + 0.5 * clouds((height, width), 3, rng, octaves=4)), 0, 0.93)
    level = np.float32(np.clip(float(luminance(picture).mean()) * 1.7, 0.2, 1.0))
    veil = np.array([0.84, 0.87, 0.9], np.float32) * level
    return mix(saturate(blur(picture, min(height, width) * 0.001), 0.75), veil, thick)


def _wind(picture: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Torn clouds, and leaves in the air."""
    blown = _cloud_cover(picture, rng, colours=("#5d8cc4", "#93b6da", "#d0dfeb"), cover=0.4, dim=1.0)
    height, width = blown.shape[:2]
    short = min(height, width)
    colours = (hex_colour("#c98a2e"), hex_colour("#8a9a3a"), hex_colour("#b5532c"))
    canvas = np.ascontiguousarray(blown)
    for number in range(36):
        x, y = rng.random(2) * (width, height)
        size = short * rng.uniform(0.004, 0.011)
        axes = (round(size * 16), round(size * 6))
        at, turn = (int(x * 16), int(y * 16)), float(rng.uniform(-40, 40))
        cv2.ellipse(canvas, at, axes, turn, 0, 360, colours[number % 3].tolist(), -1, cv2.LINE_AA, shift=4)
    return canvas


WEATHERS = {
    "clear": _clear,
    "cloudy": _cloudy,
    "overcast": _overcast,
    "rain": _rain,
    "snow": _snow,
    "fog": _fog,
    "storm": _storm,
    "wind": _wind,
}


def in_season(picture: np.ndarray, season: str, *, seed: int) -> np.ndarray:
    """The scene in one of `plan.SEASONS`: its greens turned, or under snow."""
    rng = np.random.default_rng([seed & 0xFFFFFFFF, 23])
    if season == "winter":
        sky = sky_area(picture)
        cold = grade(saturate(picture, 0.68), (-0.02, 0.0, 0.03), (0.0, 0.01, 0.03))
        white = (0.8 + 0.2 * luminance(picture))[..., None] * np.array([0.93, 0.96, 1.0], np.float32)
        return np.clip(mix(cold, white, lying_snow(picture, sky, rng)), 0, 1)
    hue, strength, warmth = {"autumn": (32.0, 1.2, 0.03), "spring": (96.0, 1.15, 0.0), "summer": (112.0, 1.18, 0.01)}[
        season
    ]
    hsv = cv2.cvtColor(picture, cv2.COLOR_RGB2HSV)
    green = smoothstep(48, 66, hsv[..., 0]) * smoothstep(175, 150, hsv[..., 0]) * smoothstep(0.06, 0.16, hsv[..., 1])
    spread = (clouds(picture.shape[:2], 14, rng, octaves=4) - 0.5) * (46 if season == "autumn" else 14)
    turned = hsv.copy()
    turned[..., 0] = np.clip(hue + spread, 4, 170)
    turned[..., 1] = np.clip(hsv[..., 1] * strength, 0, 1)
    turned[..., 2] = np.clip(hsv[..., 2] * (1.12 if season == "autumn" else 1.04), 0, 1)
    repainted = mix(picture, cv2.cvtColor(turned, cv2.COLOR_HSV2RGB), green)
    repainted = grade(repainted, (warmth, 0.0, -warmth), (warmth, 0.0, -warmth))
    if season == "spring":
        blossoms = smoothstep(1.9, 2.5, grain(picture.shape[:2], min(picture.shape[:2]) * 0.006, rng)) * green
        repainted = mix(repainted, np.array([1.0, 0.78, 0.86], np.float32), blossoms * 0.85)
    return np.clip(repainted, 0, 1)
