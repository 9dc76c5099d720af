"""What tells a harbour by itself: a wooden jetty that runs out from one bank, boats moored along it."""

from collections.abc import Callable

import skia

from easel.engines.painter.brush import Colour, linear, mix, paint, polygon, rgb, shade
from easel.engines.painter.palette import multiply
from easel.engines.painter.scene import Scene
from easel.engines.painter.sprites import get
from easel.engines.painter.watertown import stand

WOOD = rgb("7d6248")
#: Its far end and its near end: how far in from the frame's edge and below the horizon, half its width, in units.
FAR, NEAR = (0.36, 0.1, 0.014), (-0.03, 0.36, 0.07)
POSTS = 7


def jetty(scene: Scene) -> None:
    """A jetty on one side, and two boats unless the plan brings its own."""
    rng, unit, canvas = scene.rng("jetty"), scene.unit, scene.canvas
    left = bool(rng.integers(2))
    tone = mix(multiply(rgb("e6ebf2") if scene.snowy else WOOD, scene.palette.ambient), scene.palette.haze, 0.12)
    dark = mix(multiply(shade(WOOD, 0.6), scene.palette.ambient), scene.palette.haze, 0.12)

    def at(t: float, across: float) -> tuple[float, float]:
        """A point of the deck: `t` 0 at its far end, 1 at the bank; `across` -1 to 1."""
        # Equal steps on the deck are seen shorter, the farther they are.
        near = t / (t + (1 - t) * NEAR[2] / FAR[2])
        inward, below, half = ((1 - near) * far + near * close for far, close in zip(FAR, NEAR, strict=True))
        x = inward * unit + across * half * unit
        return (x if left else scene.width - x), scene.ground_px + below * unit

    if not any(get(thing.kind).place == "water" for thing in scene.plan.things) and scene.allows("boat"):
        for t, kind in ((0.42, "boat"), (0.85, "sampan")):
            x, y = at(t, 2.6)
            stand(scene, kind, x, y, (0.14 if kind == "boat" else 0.06) * (0.6 + t), depth=0.3 * (1 - t), wet=True)
    _posts(scene, at, dark)
    # No ice drifts over it.
    for k in range(24):
        (x, y), half = at(k / 23, 0), (0.03 + 0.07 * k / 23) * unit
        scene.contact.grown.append((x, y + 0.8 * half, 1.6 * half, 1.5 * half, 1.5 * half))
    far, near = [at(0.0, side) for side in (-1, 1)], [at(1.0, side) for side in (1, -1)]
    thick = [(x, y + 0.014 * unit) for x, y in near]
    polygon(canvas, [*far, *thick], dark)
    ink = linear((0, far[0][1]), (0, near[0][1]), (mix(tone, scene.palette.haze, 0.3), tone))
    polygon(canvas, [*far, *near], ink)
    gaps = skia.Path()
    for k in range(1, 34):
        gaps.moveTo(*at(k / 34, -1))
        gaps.lineTo(*at(k / 34, 1))
    canvas.drawPath(gaps, paint(shade(tone, 0.66), 0.7, width=max(0.5, 0.0016 * unit)))


def _posts(scene: Scene, at: Callable[[float, float], tuple[float, float]], dark: Colour) -> None:
    """Piles along both sides, from the water to above the deck."""
    for k in range(POSTS):
        t = k / (POSTS - 1)
        grown = 0.2 + 0.8 * t
        for side in (-1.05, 1.05):
            x, y = at(t, side)
            half, up, down = (share * grown * scene.unit for share in (0.008, 0.045, 0.05))
            scene.canvas.drawRect(skia.Rect.MakeLTRB(x - half, y - up, x + half, y + down), paint(dark))
            mirrored = skia.Rect.MakeLTRB(x - half, y + down, x + half, y + down + 0.8 * up)
            scene.canvas.drawRect(mirrored, paint(dark, 0.3))
