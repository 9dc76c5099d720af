"""Rock that water has shaped: the domes of karst over a river, a canyon of many-coloured layers under its rim."""

import numpy as np

from easel.engines.painter import lands, noise
from easel.engines.painter.brush import Colour, rgb
from easel.engines.painter.fields import over, snowed, vary
from easel.engines.painter.lands import season_of
from easel.engines.painter.noise import smoothstep
from easel.engines.painter.scene import Scene
from easel.engines.painter.terrain import Land, paint_land

#: Karst peaks: how many, and how far away the nearest and the farthest are.
PEAKS, NEAREST, FARTHEST = 60, 3.8, 15.0
WOODS: dict[str, tuple[Colour, Colour]] = {
    "spring": (rgb("3f7448"), rgb("86b064")),
    "summer": (rgb("2f6440"), rgb("6f9e58")),
    "autumn": (rgb("5c6a3c"), rgb("b08a48")),
    "winter": (rgb("4c6058"), rgb("8a9a8e")),
}
#: The layers of a canyon's walls from the river up to the rim.
LAYERS = tuple(map(rgb, ("8a5446", "ac6046", "c27450", "d8986c", "c47450", "e0ac7e", "cc8058", "e6c09a", "d48e62")))
#: How far down the river is from the eye, and how many steps lead to it.
DEEP, STEPS = 1.5, 5


def karst(scene: Scene) -> None:
    """Steep wooded domes, one behind the other, each paler than the one before, mist about the feet of the far ones."""
    rng = scene.rng("karst")
    t = np.sort(rng.random(PEAKS))
    away0 = NEAREST * (FARTHEST / NEAREST) ** t
    # A gap in the middle, where the river comes from; nearer peaks stand at the sides.
    side = np.where(rng.random(PEAKS) < 0.5, -1.0, 1.0)
    seen = side * (rng.uniform(0.0, 0.6, PEAKS) + 0.2 * (1 - t)) * scene.aspect
    across0, tall = seen * away0, (0.6 + 0.95 * rng.random(PEAKS) ** 1.3) * (0.66 + 0.13 * away0)
    half = tall * rng.uniform(0.3, 0.52, PEAKS)
    shape_rng = scene.rng("karst heights")

    def heights(across: np.ndarray, away: np.ndarray, _: np.random.Generator) -> np.ndarray:
        bend = noise.sample(across * 1.3, away * 1.3, shape_rng, roughness=0.6) - 0.5
        total = np.zeros_like(across)
        for x, z, high, wide in zip(across0, away0, tall, half, strict=True):
            d = np.hypot(across - np.float32(x), (away - np.float32(z)) * 1.4) / np.float32(wide)
            np.maximum(total, np.float32(high) * np.exp(-((d * (1 + 0.5 * bend)) ** 2.6)), out=total)
        ribs = np.abs(noise.sample(across * 3.2, away * 3.2, shape_rng, roughness=0.7) - 0.5)
        return (total * (1 + 0.12 * bend) - ribs * np.minimum(total, 0.5) * 0.5).astype(np.float32)

    low, high = WOODS[season_of(scene)]

    def cover(height: np.ndarray, steep: np.ndarray, across: np.ndarray, away: np.ndarray) -> np.ndarray:
        rough = noise.sample(across * 7, away * 7 + height * 5, rng, roughness=1.4)
        colours = vary(low, high, rough * 1.3 - 0.15)
        bare = smoothstep(2.6, 4.2, steep + (rough - 0.5) * 2.4)
        colours = over(colours, rgb("a8a69c"), bare * 0.75)
        return snowed(colours, 0.3 * steep, rough, 0.85) if scene.snowy else colours

    land = Land(
        heights=heights, cover=cover, near=2.6, far=17.0, eye=0.2, haze=0.86, relief=0.7, bump=0.12, veil=0.06,
        feet=0.06 if scene.plan.weather in ("fog", "rain") else 0.02,
    )  # fmt: skip
    paint_land(scene, land, rng, bottom=min(1.0, scene.horizon + 0.02))


def canyon(scene: Scene) -> None:
    """Layered walls and buttes in the light, a river far below, seen from a rock at the rim."""
    _gorge(scene)
    lands.summit(scene, rock=(rgb("8e5438"), rgb("e2ac7c")), moss=rgb("8a7a48"), eye=0.68)


def _gorge(scene: Scene) -> None:
    rng, shape_rng = scene.rng("canyon"), scene.rng("canyon heights")
    phase = shape_rng.uniform(0, 6.28)

    def heights(across: np.ndarray, away: np.ndarray, _: np.random.Generator) -> np.ndarray:
        course = 0.9 * np.sin(away * 0.55 + phase) + 0.35 * np.sin(away * 1.3 + 2 * phase)
        bend = noise.sample(across / 1.8, away / 1.8, shape_rng, roughness=0.35) - 0.5
        fine = noise.sample(across * 1.6, away * 1.6, shape_rng, roughness=0.5) - 0.5
        # How far from the river, in flights of the walls' steps.
        far = np.abs(across - course.astype(np.float32)) / (0.55 + 0.22 * away) + bend * 1.9 + fine * 0.3
        # The near wall falls away under the rim.
        level = np.clip(far * 0.85 - 0.06, 0, 1) * smoothstep(1.9, 3.6, away) * STEPS
        part = level - np.floor(level)
        stepped = (np.floor(level) + 0.35 * part + 0.65 * smoothstep(0.55, 0.85, part)) / STEPS
        butte = smoothstep(0.6, 0.66, noise.sample(across / 3.4, away / 3.4, shape_rng, roughness=0.15))
        rise = np.float32(DEEP * 0.98) * stepped * (1 + 0.3 * butte * smoothstep(7, 9, away))
        return (rise + 0.02 * fine * (stepped > 0.02)).astype(np.float32)

    def cover(height: np.ndarray, steep: np.ndarray, across: np.ndarray, away: np.ndarray) -> np.ndarray:
        rough = noise.sample(across * 5, away * 5, rng, roughness=1.2)
        warp = noise.sample(across * 0.5, away * 0.5, rng, roughness=0.2) - 0.5
        up = np.clip(height / np.float32(DEEP) + 0.06 * warp + 0.02 * (rough - 0.5), 0, 0.999) * (3 * len(LAYERS))
        index = np.floor(up).astype(np.int32)
        tones = np.array([LAYERS[(5 * k) % len(LAYERS)] for k in range(3 * len(LAYERS))], np.float32)
        colours = (
            tones[index]
            + (tones[np.minimum(index + 1, len(tones) - 1)] - tones[index])
            * smoothstep(0.6, 1.0, up - index)[..., None]
        )
        colours = colours * (0.86 + 0.3 * rough)[..., None]
        # Scree on the ledges, scrub on the rim, the river.
        colours = over(colours.astype(np.float32), rgb("d0a070"), smoothstep(0.9, 0.35, steep) * 0.5)
        scrub = smoothstep(0.94, 0.97, height / np.float32(DEEP)) * smoothstep(0.46, 0.56, rough)
        colours = over(colours, rgb("6e7a48"), scrub * 0.8)
        if scene.snowy:
            colours = snowed(colours, 0.8 * steep, rough, 0.9)
        return over(colours, rgb("4f8a8e"), smoothstep(0.03, 0.012, height))

    land = Land(
        heights=heights, cover=cover, near=1.6, far=17.0, eye=DEEP, haze=0.72, slices=420, relief=1.1, bump=0.2,
        veil=0.08, grain=0.05,
    )  # fmt: skip
    paint_land(scene, land, rng)
