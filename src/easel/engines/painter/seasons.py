"""What tells the season where little grows: a bough that hangs into the picture, leaves that have fallen."""

from dataclasses import dataclass

import numpy as np
import skia

from easel.engines.painter.brush import Colour, curve, ellipse, mix, paint, polygon, rgb, shade
from easel.engines.painter.frontage import FOOT
from easel.engines.painter.palette import multiply
from easel.engines.painter.scene import Scene

BARK, SNOW = rgb("4a382c"), rgb("f2f6fc")
#: What a bough bears in tones from the shade to the light.
BEARS: dict[str, tuple[Colour, ...]] = {
    "spring": (rgb("e79ab8"), rgb("f6bfd2"), rgb("fde3ec")),
    "autumn": (rgb("9c2f1e"), rgb("cf4a22"), rgb("ec8a2e")),
}
FALLEN = tuple(map(rgb, ("b8401f", "d9702a", "e2a238", "8f5a2a")))
#: Settings whose ground, water and trees do not tell the season well enough.
BARE = frozenset(
    {
        "sea", "beach", "desert", "headland", "mountain_top", "cloud_sea", "rainbow_bridge", "volcano", "harbour",
        "venice", "water_town", "square", "courtyard", "market", "street", "coast_road", "pond", "lake", "waterfall",
        "night_sky", "canyon", "pool", "white_town", "amsterdam", "hutong",
    }
)  # fmt: skip
#: Settings that no leaves come to: no tree is near, a roof is over it, or snow lies in any season.
LEAFLESS = frozenset({"snowfield", "canyon", "station", "neon_street"})
#: Settings without a ground that leaves could lie on.
GROUNDLESS = frozenset({"sea", "cloud_sea", "rainbow_bridge"})
#: Waters that ice drifts on in winter.
WATERS = frozenset({"sea", "harbour", "lake", "pond"})


@dataclass(frozen=True, slots=True)
class Twig:
    """A piece of a bough in pixels: where it starts and ends, and how thick it is at its start."""

    start: tuple[float, float]
    end: tuple[float, float]
    thick: float


def _fork(
    twigs: list[Twig], at: tuple[float, float], angle: float, reach: float, thick: float, rng: np.random.Generator
) -> None:
    """Grow a twig and what springs from it, shorter and thinner at each fork."""
    end = (at[0] + float(np.cos(angle)) * reach, at[1] + float(np.sin(angle)) * reach)
    twigs.append(Twig(at, end, thick))
    if thick < 1.0 or len(twigs) > 90:
        return
    _fork(twigs, end, angle + rng.uniform(-0.25, 0.2), reach * rng.uniform(0.72, 0.88), 0.7 * thick, rng)
    side = float(rng.choice([-1, 1]))
    _fork(twigs, end, angle + side * rng.uniform(0.4, 0.85), reach * rng.uniform(0.5, 0.75), 0.5 * thick, rng)


def _bough(scene: Scene, rng: np.random.Generator) -> list[Twig]:
    """A bough out of the upper corner that is farther from the sun or the moon."""
    unit, left = scene.unit, scene.light.x > 0.5
    twigs: list[Twig] = []
    for _ in range(2):
        at = (-0.02 * unit if left else scene.width + 0.02 * unit, rng.uniform(-0.02, 0.16) * unit)
        lean = rng.uniform(0.05, 0.5)
        _fork(twigs, at, lean if left else np.pi - lean, 0.13 * unit, 0.012 * unit, rng)
    return twigs


def bough(scene: Scene, season: str) -> None:
    """A bough in an upper corner: in blossom, in red leaves, or bare with snow on it."""
    rng = scene.rng("bough")
    twigs = _bough(scene, rng)
    dark = multiply(BARK, scene.palette.ambient)
    for twig in twigs:
        curve(scene.canvas, [twig.start, twig.end], dark, max(0.6, twig.thick))
    if season == "winter":
        if scene.snowy:
            _snow_on(scene, twigs)
        return
    ends = np.array([twig.end for twig in twigs if twig.thick < 0.008 * scene.unit], np.float32)
    for tone, colour in enumerate(BEARS[season]):
        # The lighter the higher: the sun is above.
        lifted = ends + np.float32([0, (1 - tone) * 0.006 * scene.unit])
        _strew(scene, lifted, multiply(colour, scene.palette.ambient), season, rng)


def _snow_on(scene: Scene, twigs: list[Twig]) -> None:
    """Snow along the upper side of every twig."""
    white = multiply(SNOW, scene.palette.ambient)
    for twig in twigs:
        rise = 0.45 * twig.thick
        line = [(twig.start[0], twig.start[1] - rise), (twig.end[0], twig.end[1] - rise)]
        curve(scene.canvas, line, white, max(0.7, 0.5 * twig.thick + 0.0015 * scene.unit))


def _strew(scene: Scene, ends: np.ndarray, colour: Colour, season: str, rng: np.random.Generator) -> None:
    """Leaves or blossoms of one tone around the ends of the twigs."""
    path, unit, each = skia.Path(), scene.unit, 5
    form = _leaf() if season == "autumn" else _blossom()
    at = np.repeat(ends, each, axis=0) + rng.normal(0, 0.026 * unit, (each * len(ends), 2))
    turns, sizes = rng.uniform(0, 6.28, len(at)), unit * rng.uniform(0.009, 0.015, len(at))
    cosines, sines = (np.cos(turns) * sizes).tolist(), (np.sin(turns) * sizes).tolist()
    for (x, y), c, s in zip(at.tolist(), cosines, sines, strict=True):
        path.addPath(form, skia.Matrix.MakeAll(c, -s, x, s, c, y, 0, 0, 1))
    scene.canvas.drawPath(path, paint(colour, 0.95))


def _leaf() -> skia.Path:
    """A maple's leaf in a circle of 1: five pointed lobes."""
    angles, reach = np.pi * np.arange(10) / 5, np.where(np.arange(10) % 2, 1.0, 0.45)
    points = zip((np.cos(angles) * reach).tolist(), (np.sin(angles) * reach).tolist(), strict=True)
    return skia.Path.Polygon([skia.Point(*point) for point in points], True)


def _blossom() -> skia.Path:
    """A blossom of five petals in a circle of 1."""
    path = skia.Path()
    for angle in (2 * np.pi * np.arange(5) / 5).tolist():
        path.addCircle(0.5 * float(np.cos(angle)), 0.5 * float(np.sin(angle)), 0.45)
    return path


def fallen(scene: Scene) -> None:
    """Leaves on the ground or on the water, larger and wider apart towards the feet."""
    rng, p = scene.rng("fallen"), scene.palette
    # Houses that fill the view stand above the horizon's row, too: leaves lie from their feet on.
    top = FOOT * scene.height if scene.setting == "frontage" else scene.ground_px
    rows = scene.height - top
    many = scene.count(round(70 * min(1.0, 2.5 * rows / scene.height)))
    for colour in FALLEN:
        near = rng.random(many) ** 1.5
        for t, x, turn in zip(near, rng.uniform(0, 1, near.size), rng.uniform(-1, 1, near.size), strict=True):
            half = scene.unit * (0.003 + 0.011 * t)
            at = (float(x) * scene.width, top + (0.06 + 0.94 * float(t)) * rows)
            if scene.contact.hidden(*at):
                continue
            tone = mix(multiply(shade(colour, 1 + 0.15 * float(turn)), p.ambient), p.haze, 0.5 * (1 - float(t)) ** 2)
            ellipse(scene.canvas, at, half, half * (0.35 + 0.2 * abs(float(turn))), tone, 0.9)


def floes(scene: Scene) -> None:
    """Ice with snow on it that drifts on the water, crowded far away and apart near the feet."""
    rng, p = scene.rng("floes"), scene.palette
    rows, unit = scene.height - scene.ground_px, scene.unit
    top, side = mix(multiply(SNOW, p.ambient), p.horizon, 0.1), multiply(rgb("8fb4c8"), p.ambient)
    for t in sorted(rng.random(scene.count(38)) ** 1.8):
        half = unit * (0.012 + 0.085 * float(t)) * rng.uniform(0.6, 1.3)
        at = (rng.uniform(-0.05, 1.05) * scene.width, scene.ground_px + (0.03 + 0.8 * float(t)) * rows)
        if any(scene.contact.hidden(at[0] + side_ * half, at[1]) for side_ in (-1, 0, 1)):
            continue
        angles = np.linspace(0, 2 * np.pi, 9, endpoint=False) + rng.uniform(-0.2, 0.2, 9)
        far = rng.uniform(0.7, 1.05, 9)
        flat = 0.12 + 0.14 * float(t)
        rim = [
            (at[0] + half * k * float(np.cos(a)), at[1] + flat * half * k * float(np.sin(a)))
            for a, k in zip(angles.tolist(), far.tolist(), strict=True)
        ]
        polygon(scene.canvas, [(x, y + 0.07 * half) for x, y in rim], side, 0.95)
        polygon(scene.canvas, rim, mix(top, p.haze, 0.5 * (1 - float(t)) ** 3), 0.95)


def paint_season(scene: Scene) -> None:
    """Fallen leaves in autumn, and a bough where the setting shows no season: behind the things."""
    season, setting = scene.plan.season, scene.setting
    if season == "autumn" and setting not in LEAFLESS | GROUNDLESS and not scene.snowy and scene.allows("leaves"):
        fallen(scene)
    if season == "winter" and setting in WATERS:
        floes(scene)
    open_sky = scene.plan.camera in ("normal", "wide", "full_body") and scene.plan.weather != "fog"
    if season in ("spring", "autumn", "winter") and setting in BARE and open_sky and scene.free("bough", 3.0):
        if scene.allows("tree") and scene.allows("leaves"):
            bough(scene, season)
