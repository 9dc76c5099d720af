"""Image to image: from a caller's picture to a new painting that only remembers its light and its colours."""

import numpy as np

from easel.engines.painter import styles
from easel.engines.painter.noise import smoothstep
from easel.engines.painter.plan import ScenePlan
from easel.engines.painter.references.colour import carry_palette
from easel.engines.painter.references.frame import over, to_bytes, to_float
from easel.engines.painter.references.placing import in_light_of
from easel.engines.painter.styles.hand import Hand
from easel.engines.painter.styles.smoothing import simplify
from easel.engines.painter.styles.tone import blur, luminance, mix

#: Strengths above which a plan's things stand in the picture, and from which all of it is painted anew.
STEP_IN, ANEW = 0.4, 0.6


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

    `strength` 0 gives exactly the picture's pixels. The more of it, the more the style takes hold; from STEP_IN on the
    plan's `things` (uint8 RGBA on transparent ground) stand in the picture, and from ANEW on the new scene `painted`
    (without style) stands for it, guided by its palette and its broad light and dark. The two are never seen through
    each other.
    """
    if strength <= 0:
        return picture.copy()
    # A NumPy float64 would make doubles of whole pictures.
    strength = float(strength)
    base = to_float(picture)
    scene = base
    if strength >= ANEW:
        scene = _guided(to_float(painted), base)
    elif things is not None and strength > STEP_IN:
        scene = over(base, in_light_of(to_float(things), base))
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
