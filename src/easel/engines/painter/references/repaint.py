"""Image to image: a continuous way from a caller's picture to a new painting that only remembers it."""

import numpy as np

from easel.engines.painter import styles
from easel.engines.painter.noise import smoothstep
from easel.engines.painter.plan import ScenePlan
from easel.engines.painter.references.colour import carry_palette
from easel.engines.painter.references.frame import over, to_bytes, to_float
from easel.engines.painter.references.placing import in_light_of
from easel.engines.painter.styles.hand import Hand
from easel.engines.painter.styles.noise import clouds
from easel.engines.painter.styles.smoothing import simplify
from easel.engines.painter.styles.tone import blur, luminance, mix


def repaint(
    picture: np.ndarray,
    *,
    strength: float,
    plan: ScenePlan,
    painted: np.ndarray,
    things: np.ndarray | None = None,
    seed: int = 0,
) -> np.ndarray:
    """`picture` repainted as `plan` asks: uint8 (H, W, 3), like `picture` and `painted`.

    `strength` 0 gives exactly the picture's pixels. The more of it, the more the style takes hold, then the plan's
    `things` (uint8 RGBA on transparent ground) step into the picture, then the new scene `painted` (without style)
    replaces it patch by patch. At 1 only its composition of light and dark and its palette guide the painting.
    """
    if strength <= 0:
        return picture.copy()
    # A NumPy float64 would make doubles of whole pictures.
    strength = float(strength)
    base = to_float(picture)
    scene = base
    if strength > 0.25:
        tuned = carry_palette(base, to_float(painted), weight=0.5 * float(smoothstep(0.25, 0.95, np.float32(strength))))
        scene = _replaced(tuned, _guided(to_float(painted), base), strength, seed)
    if things is not None and strength > 0.4:
        placed = to_float(things)
        scene = over(scene, in_light_of(placed, scene), opacity=float(smoothstep(0.4, 0.65, np.float32(strength))))
    scene = np.clip(scene, 0, 1)
    scene = _in_style(scene, plan, strength, seed)
    # Near zero the whole change fades in, so that there is no step from the exact copy to the first brush mark.
    return to_bytes(mix(base, scene, min(1.0, strength / 0.3)))


def _in_style(scene: np.ndarray, plan: ScenePlan, strength: float, seed: int) -> np.ndarray:
    if plan.style != "none":
        weight = plan.style_weight * min(1.0, strength * 1.6)
        return to_float(styles.apply(to_bytes(scene), plan.style, weight=max(weight, 0.01), seed=seed))
    hand = Hand(rng=np.random.default_rng(seed), full=scene.shape[:2])
    # Without a style, repainting is seen as a lighter hand: small forms are summed up, large ones stay.
    simple = np.clip(simplify(scene, hand, 1.5 + 4 * strength), 0, 1)
    return mix(scene, simple, 0.75 * float(smoothstep(0.95, 0.5, np.float32(strength))))


def _guided(painted: np.ndarray, base: np.ndarray) -> np.ndarray:
    """The new scene with the old one's palette and its broad light and dark."""
    guided = carry_palette(painted, base, weight=0.42)
    reach = min(base.shape[:2]) * 0.09
    light = blur(luminance(base), reach) - blur(luminance(guided), reach)
    return np.clip(guided + 0.34 * light[..., None], 0, 1)


def _replaced(base: np.ndarray, new: np.ndarray, strength: float, seed: int) -> np.ndarray:
    """The new scene through the old one: first as a tint, then in growing patches with soft borders."""
    rng = np.random.default_rng([seed & 0xFFFFFFFF, 31])
    height, width = base.shape[:2]
    reach = min(height, width) * 0.06
    tint = 0.5 * float(smoothstep(0.3, 0.8, np.float32(strength)))
    tinted = base + (blur(new, reach) - blur(base, reach)) * np.float32(tint)
    # Patches begin at the borders: the middle, where a picture's subject is, is the last to go.
    x = np.linspace(-1, 1, width, dtype=np.float32)[None, :]
    y = np.linspace(-1, 1, height, dtype=np.float32)[:, None]
    order = 0.5 * clouds((height, width), 3, rng, octaves=4) + 0.5 * np.clip(1 - 0.75 * np.hypot(x, y), 0, 1)
    reached = (strength - 0.62) / 0.38 * 1.35
    share = smoothstep(reached + 1e-3, reached - 0.12, order) if reached > 0 else np.zeros_like(order)
    return mix(tinted, new, share)
