"""The lands that backdrops and settings are made of: mountains, hills, islands, dunes, plains, the moon."""

from dataclasses import dataclass

import numpy as np

from easel.engines.painter import noise
from easel.engines.painter.brush import Colour, rgb
from easel.engines.painter.fields import over, snowed, vary
from easel.engines.painter.noise import smoothstep
from easel.engines.painter.scene import Scene
from easel.engines.painter.terrain import Land, paint_land, slumped

#: Leaves and grass through the year: two greens that patches mix.
GRASS: dict[str, tuple[Colour, Colour]] = {
    "spring": (rgb("74b03e"), rgb("a8cf58")),
    "summer": (rgb("5d9a3a"), rgb("94b848")),
    "autumn": (rgb("a08a3c"), rgb("c4a048")),
    "winter": (rgb("e8eff8"), rgb("f6f9fd")),
}
#: A summit's rock from its dark to its light, and what grows on it.
GREY_ROCK, MOSS = (rgb("54504e"), rgb("a49a8e")), rgb("7a8a48")


def season_of(scene: Scene) -> str:
    """Winter where snow lies, else the plan's season, or one that the seed picks among the green ones."""
    if scene.snowy:
        return "winter"
    if scene.plan.season:
        return scene.plan.season
    return "spring" if scene.rng("season").random() < 0.4 else "summer"


def _ridged(
    across: np.ndarray, away: np.ndarray, rng: np.random.Generator, size: float, octaves: int = 5
) -> np.ndarray:
    """Mountain-like heights in [0, 1]: sharp crests, each octave rougher where the land is already high."""
    total = np.zeros_like(across)
    weight = np.ones_like(across)
    u, v = across / np.float32(size), away / np.float32(size)
    bend = (noise.sample(u * 0.9, v * 0.9, rng, roughness=0.6) - 0.5) * 0.9
    u, v = u + bend, v + bend * 0.7
    amplitude, reach = 1.0, 0.0
    for _ in range(octaves):
        n = noise.sample(u, v, rng, roughness=0.2)
        crest = 1.0 - np.abs(2.0 * n - 1.0) * 1.6
        crest = np.maximum(crest, -0.2) * weight
        total += crest * np.float32(amplitude)
        reach += amplitude
        weight = np.clip(crest * 1.6, 0.25, 1.0)
        u, v, amplitude = u * 2.1 + 3.7, v * 2.1 + 1.3, amplitude * 0.4
    return np.clip(total / np.float32(reach), 0, 1)


def mountains(scene: Scene, *, snow: float = 0.35, tall: float = 1.0) -> None:
    """A range with wooded feet; `snow` is how far down the snow comes, `tall` 1 reaches about 0.35 units up."""
    peaks(scene, Range(snow=snow, tall=tall), bottom=min(1.0, scene.horizon + 0.03))


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """A mountain range: `name` is its random stream, `near` to `high` where it rises and `far` where it ends.

    `snow` is how far down the snow comes; `feet` is the height below which mist hides it.
    """

    name: str = "mountains"
    snow: float = 0.35
    tall: float = 1.0
    near: float = 3.0
    high: float = 10.0
    far: float = 15.0
    #: The width of one mountain.
    size: float = 7.5
    eye: float = 0.22
    haze: float = 0.62
    veil: float = 0.14
    feet: float | None = None
    #: How much of the range is missing, 0 to 1: what is left are single peaks.
    gaps: float = 0.0
    air: Colour | None = None
    wooded: bool = True


def peaks(scene: Scene, range_: Range, *, bottom: float) -> None:
    """Paint one mountain range down to `bottom` (a share of the height)."""
    rng, shape_rng = scene.rng(range_.name), scene.rng(range_.name + " heights")
    rock, rock_lit = (rgb("544c50"), rgb("a0948a")) if rng.random() < 0.5 else (rgb("4a525e"), rgb("949ca4"))
    gap_rng = scene.rng(range_.name + " gaps")
    wood = _season_wood(scene)
    reach = np.float32(range_.tall * range_.high / 10)
    # The highest peak stands across from the sun, which so stays in sight beside it.
    peak = rng.uniform(0.02, 0.3) * scene.aspect * (1 if scene.light.x < 0.5 else -1)

    def heights(across: np.ndarray, away: np.ndarray, _: np.random.Generator) -> np.ndarray:
        seen = across / away
        middle = np.exp(-(((seen - np.float32(peak)) / 0.3) ** 2)) * 0.55 + 0.62
        body = _ridged(across, away, shape_rng, range_.size) ** 1.15
        rise = smoothstep(range_.near, range_.high, away) * smoothstep(
            range_.far, 0.5 * (range_.high + range_.far), away
        )
        if range_.gaps:
            stands = noise.sample(seen * 2.6 + 7, seen * 0, gap_rng, roughness=0.2)
            rise = rise * smoothstep(0.3 * range_.gaps, 0.3 * range_.gaps + 0.35, stands)
        height = body * middle * rise * reach * np.float32(5.4) + noise.sample(across, away, shape_rng) * 0.1 * rise
        height = slumped(height.astype(np.float32), across, away, 1.4)
        # Ribs and gullies, the deeper the higher they are.
        ribs = _ridged(across, away, shape_rng, 0.2 * range_.size, octaves=3) - 0.45
        return height + ribs * np.clip(height, 0, 1.2 * reach) * np.float32(0.3)

    def cover(height: np.ndarray, steep: np.ndarray, across: np.ndarray, away: np.ndarray) -> np.ndarray:
        scale = np.float32(1 / reach)
        rough = noise.sample(across * 2.2 * scale, (height * 2.4 + away) * 1.5 * scale, rng, roughness=1.3)
        strata = noise.sample(across * 0.7 * scale, height * 7 * scale + rough * 0.7, rng, roughness=0.7)
        top = height / (reach * np.float32(3.3)) + (rough - 0.5) * 0.22
        colours = vary(rock, rock_lit, rough * 0.9 + strata * 0.5 - 0.2)
        if range_.wooded:
            trees = 0.4 if scene.snowy else 0.95
            colours = over(colours, wood, smoothstep(0.42, 0.2, top + steep * 0.05) * trees)
        if scene.snowy:
            colours = snowed(colours, 0.7 * steep, rough, 0.8)
        line = 0.86 - 0.75 * range_.snow
        white = smoothstep(line - 0.05, line + 0.07, top - np.clip(steep - 0.75, 0, 2) * 0.42)
        return over(colours, (0.89, 0.92, 0.96), white)

    haze = range_.haze if scene.plan.weather != "fog" else 0.95
    land = Land(
        heights=heights, cover=cover, near=range_.near, far=range_.far, eye=range_.eye, haze=haze, relief=1.2,
        grain=0.05, bump=0.3, feet=range_.feet, air=range_.air, veil=range_.veil,
    )  # fmt: skip
    paint_land(scene, land, rng, bottom=bottom)


def _season_wood(scene: Scene) -> Colour:
    return {"autumn": rgb("8a5a2c"), "winter": rgb("5a6a6a"), "spring": rgb("4f7a3e")}.get(
        season_of(scene), rgb("3f6a3c")
    )


def hills(scene: Scene, *, tall: float = 1.0) -> None:
    """Rounded green hills, woods in their folds."""
    rng = scene.rng("hills")
    low, high = GRASS[season_of(scene)]
    shape_rng = scene.rng("hill heights")

    def heights(across: np.ndarray, away: np.ndarray, _: np.random.Generator) -> np.ndarray:
        body = noise.sample(across / 3.0, away / 3.0, shape_rng, roughness=0.0)
        fine = noise.sample(across * 1.6, away * 1.6, shape_rng, roughness=0.4) - 0.5
        rise = smoothstep(2.2, 8.0, away)
        return (np.clip(body - 0.22, 0, 1) * 2.6 * rise * np.float32(tall) + fine * 0.08 * rise).astype(np.float32)

    wood = _season_wood(scene)

    def cover(height: np.ndarray, steep: np.ndarray, across: np.ndarray, away: np.ndarray) -> np.ndarray:
        patch = noise.sample(across * 0.9, away * 0.9, rng, roughness=0.8)
        colours = vary(low, high, patch * 1.4 - 0.2)
        woods = noise.sample(across * 1.3, away * 1.3, rng, roughness=1.2)
        tufts = noise.sample(across * 9, away * 5, rng, roughness=1.6)
        return over(colours, wood, smoothstep(0.54, 0.62, woods + (tufts - 0.5) * 0.35) * 0.85)

    land = Land(heights=heights, cover=cover, near=2.2, far=16.0, eye=0.2, haze=0.7, relief=0.8)
    paint_land(scene, land, rng, bottom=min(1.0, scene.horizon + 0.03))


def islands(scene: Scene) -> None:
    """Wooded islands rising from the water at the horizon."""
    rng = scene.rng("islands")
    shape_rng = scene.rng("island heights")
    wood = _season_wood(scene)

    def heights(across: np.ndarray, away: np.ndarray, _: np.random.Generator) -> np.ndarray:
        place = noise.sample(across / 4.2, away / 4.2, shape_rng, roughness=0.0)
        body = _ridged(across, away, shape_rng, 2.6)
        height = np.maximum((place - 0.56) * 5.5, 0) * (0.5 + body) * smoothstep(4, 6, away)
        ribs = _ridged(across, away, shape_rng, 1.0, octaves=3) - 0.45
        return slumped(height.astype(np.float32), across, away, 1.15) * (1 + np.float32(0.35) * ribs) - 0.02

    def cover(height: np.ndarray, steep: np.ndarray, across: np.ndarray, away: np.ndarray) -> np.ndarray:
        rough = noise.sample(across * 6, away * 6 + height * 3, rng, roughness=1.5)
        colours = vary(wood, rgb("7a9a52"), rough * 1.2 - 0.1)
        colours = over(colours, rgb("8a7c70"), smoothstep(0.9, 1.7, steep + (rough - 0.5) * 0.6))
        colours = over(colours, rgb("e0cfa4"), smoothstep(0.1, 0.03, height))
        return snowed(colours, 0.7 * steep, rough) if scene.snowy else colours

    land = Land(heights=heights, cover=cover, near=4.0, far=14.0, eye=0.25, haze=0.62, relief=1.0, bump=0.2, veil=0.1)
    paint_land(scene, land, rng, bottom=min(1.0, scene.horizon + 0.012))


def dunes(scene: Scene, *, bottom: float = 1.0) -> None:
    """Sand dunes with sharp crests and wind ripples, from the feet to the horizon."""
    rng = scene.rng("dunes")
    shape_rng = scene.rng("dune heights")
    sand, lit = (rgb("c98f52"), rgb("efc988")) if rng.random() < 0.6 else (rgb("c07a48"), rgb("eab27a"))

    def heights(across: np.ndarray, away: np.ndarray, _: np.random.Generator) -> np.ndarray:
        bend = noise.sample(across / 3.0, away / 3.0, shape_rng, roughness=0.0) - 0.5
        wave = noise.sample(across / 5.0 + bend * 1.2, away / 2.6 + bend * 1.4, shape_rng, roughness=0.0)
        crest = 1.0 - np.abs(2.0 * wave - 1.0) * 1.25
        return (
            np.clip(crest, 0, 1) ** 1.3 * np.float32(0.62) * smoothstep(1.0, 5.0, away) * smoothstep(15.0, 8.0, away)
        ).astype(np.float32)

    def cover(height: np.ndarray, steep: np.ndarray, across: np.ndarray, away: np.ndarray) -> np.ndarray:
        bend = noise.sample(across * 1.5, away * 1.5, rng, roughness=0.6)
        ripple = np.sin(away * 24 + bend * 26 + across * 4) * np.clip(2.6 / away - 0.25, 0, 1)
        grain = noise.sample(across * 30, away * 30, rng, roughness=1.8) - 0.5
        colours = vary(sand, lit, 0.55 + 0.16 * ripple + 0.2 * grain + (bend - 0.5) * 0.5)
        # The wind keeps some ripples bare.
        return snowed(colours, steep, bend + 0.25 * ripple, 0.86) if scene.snowy else colours

    land = Land(
        heights=heights, cover=cover, near=0.9, far=14.0, eye=0.42, haze=0.6, slices=340, relief=1.35, grain=0.03
    )
    paint_land(scene, land, rng, bottom=bottom)


def moonscape(
    scene: Scene, *, dust: tuple[Colour, Colour] = (rgb("6e6e76"), rgb("d0ccc4")), air: Colour | None = None
) -> None:
    """Dust with craters; `air` is the colour that the distance takes on where there is an air."""
    rng = scene.rng("craters")
    shape_rng = scene.rng("moon heights")
    reach = 8.0
    number = 70
    cx, cz = rng.uniform(-0.5, 0.5, number) * scene.aspect * reach, rng.uniform(1.0, reach, number)
    radii = rng.uniform(0.06, 0.5, number) ** 1.5 + 0.05

    def heights(across: np.ndarray, away: np.ndarray, _: np.random.Generator) -> np.ndarray:
        total = noise.sample(across / 2, away / 2, shape_rng, roughness=0.8) * 0.16
        rim = _ridged(across, away, shape_rng, 3.0) * 1.3 * smoothstep(5.0, 8.0, away)
        total += slumped(rim.astype(np.float32), across, away, 0.7)
        for x, z, radius in zip(cx, cz, radii, strict=True):
            aside, beyond = across - np.float32(x), away - np.float32(z)
            # Most of the land is far from this crater.
            near = np.nonzero((np.abs(aside) < 1.7 * radius) & (np.abs(beyond) < 1.7 * radius))
            d = np.hypot(aside[near], beyond[near]) / np.float32(radius)
            total[near] += np.where(
                d < 1.7, (np.exp(-(((d - 1) / 0.2) ** 2)) * 0.14 - np.exp(-((d * 1.25) ** 4)) * 0.2) * radius, 0
            )
        return total.astype(np.float32)

    def cover(height: np.ndarray, steep: np.ndarray, across: np.ndarray, away: np.ndarray) -> np.ndarray:
        grain = noise.sample(across * 14, away * 14, rng, roughness=1.7)
        return vary(*dust, grain * 0.9 + 0.05)

    haze = 0.12 if air is None else 0.6
    land = Land(heights=heights, cover=cover, near=1.0, far=9.0, eye=0.4, haze=haze, slices=340, relief=1.2, air=air)
    paint_land(scene, land, rng)


def volcano(scene: Scene) -> float:
    """A cone with a glowing crater, lava streams and smoke-dark slopes. Returns how far across its crater is."""
    rng = scene.rng("volcano")
    x0 = rng.uniform(-0.12, 0.12) * 9.0

    def heights(across: np.ndarray, away: np.ndarray, _: np.random.Generator) -> np.ndarray:
        d = np.hypot(across - np.float32(x0), (away - 9.0) * 1.1)
        angle = np.arctan2(across - np.float32(x0), away - 9.0)
        gully = noise.sample(angle * 2.6, d * 0.3, rng, roughness=0.8) - 0.5
        cone = 4.3 * np.exp(-d / 2.3) + gully * 0.65 * np.exp(-(((d - 2.2) / 2) ** 2))
        cone = np.minimum(cone, 3.35 + gully * 0.4)
        return (cone + 0.12 * _ridged(across, away, rng, 2.0) * smoothstep(2, 5, away)).astype(np.float32)

    def cover(height: np.ndarray, steep: np.ndarray, across: np.ndarray, away: np.ndarray) -> np.ndarray:
        angle = np.arctan2(across - np.float32(x0), away - 9.0)
        rough = noise.sample(across * 2.5, away * 2.5 + height, rng, roughness=1.4)
        colours = vary(rgb("2c2426"), rgb("6a5650"), rough)
        colours = over(colours, rgb("4a5a34"), smoothstep(0.55, 0.2, height + rough * 0.3) * 0.8)
        if scene.snowy:
            colours = snowed(colours, 0.6 * steep, rough, 0.85)
        stream = noise.sample(angle * 4 + rough * 0.4, height * 0.12, rng, roughness=0.4)
        lava = smoothstep(0.7, 0.78, stream + height * 0.06) * smoothstep(0.8, 2.2, height)
        return over(over(colours, rgb("ff5a1c"), lava), rgb("ffd070"), smoothstep(3.05, 3.4, height) * 0.9)

    land = Land(heights=heights, cover=cover, near=2.5, far=15.0, eye=0.25, haze=0.5, relief=0.8)
    paint_land(scene, land, rng, bottom=min(1.0, scene.horizon + 0.03))
    return x0


def summit(
    scene: Scene,
    *,
    rock: tuple[Colour, Colour] = GREY_ROCK,
    moss: Colour = MOSS,
    eye: float = 0.34,
) -> None:
    """The rocky top of a mountain `eye` units under the eye, higher at one side; `moss` is what grows on it."""
    rng = scene.rng("summit")
    shape_rng = scene.rng("summit heights")
    side = np.float32(rng.choice([-1, 1]))

    def heights(across: np.ndarray, away: np.ndarray, _: np.random.Generator) -> np.ndarray:
        rough = _ridged(across, away, shape_rng, 1.1)
        return (
            rough * 0.3 * smoothstep(0.8, 1.6, away) + across * side * 0.06 - smoothstep(1.6, 2.6, away) * 1.5
        ).astype(np.float32)

    def cover(height: np.ndarray, steep: np.ndarray, across: np.ndarray, away: np.ndarray) -> np.ndarray:
        rough = noise.sample(across * 4, away * 4, rng, roughness=1.4)
        colours = vary(*rock, rough * 1.2 - 0.1)
        if scene.snowy:
            return snowed(colours, 0.7 * steep, rough)
        top = rgb("a8642e") if scene.plan.season == "autumn" else moss
        return over(colours, top, smoothstep(0.52, 0.7, rough - steep * 0.12) * 0.85)

    land = Land(heights=heights, cover=cover, near=0.8, far=3.0, eye=eye, haze=0.1, relief=0.7, bump=0.25)
    paint_land(scene, land, rng)
