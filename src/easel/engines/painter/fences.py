"""Fences around gardens: pickets on two rails, snow on them in winter."""

import numpy as np
import skia

from easel.engines.painter.brush import mix, paint, rgb
from easel.engines.painter.lands import season_of
from easel.engines.painter.palette import multiply
from easel.engines.painter.scene import Scene

#: Height of the fence, its distance below the horizon, and how far its pickets are apart, in units.
TALL, BELOW, APART = 0.085, 0.075, 0.021


def picket_fence(scene: Scene) -> None:
    """A low fence across the far end of a garden, with a gap for the gate."""
    unit, canvas, p = scene.unit, scene.canvas, scene.palette
    rng = scene.rng("fence")
    base, tall = scene.ground_px + BELOW * unit, TALL * unit
    gate, gap = rng.uniform(0.25, 0.75) * scene.width, 0.07 * unit
    wood = mix(multiply(rgb(("f2efe6", "b59468")[int(rng.integers(2))]), p.ambient), p.haze, 0.18)
    pickets, shade, snow = skia.Path(), skia.Path(), skia.Path()
    half = 0.34 * APART * unit
    for x in np.arange(-0.5 * APART * unit, scene.width + APART * unit, APART * unit).tolist():
        if abs(x - gate) < gap:
            continue
        top = base - tall * float(rng.uniform(0.96, 1.04))
        tip = top - 0.9 * half
        points = [(x - half, base), (x - half, top), (x, tip), (x + half, top), (x + half, base)]
        pickets.addPoly([skia.Point(*point) for point in points], True)
        shade.addRect(skia.Rect.MakeLTRB(x + 0.4 * half, top, x + half, base))
        snow.addOval(skia.Rect.MakeLTRB(x - 1.25 * half, tip - 0.7 * half, x + 1.25 * half, top + 0.7 * half))
    rails = skia.Path()
    for share in (0.3, 0.72):
        for left, right in ((0, gate - gap), (gate + gap, scene.width)):
            rails.addRect(skia.Rect.MakeLTRB(left, base - (share + 0.07) * tall, right, base - share * tall))
    foot = skia.Rect.MakeLTRB(0, base - 0.012 * unit, scene.width, base + 0.012 * unit)
    canvas.drawRect(foot, paint(multiply(rgb("2c3a30"), p.ambient), 0.22, blur=0.006 * unit))
    canvas.drawPath(rails, paint(mix(wood, (0.1, 0.1, 0.14), 0.2)))
    canvas.drawPath(pickets, paint(wood))
    canvas.drawPath(shade, paint((0.1, 0.1, 0.16), 0.22))
    if season_of(scene) == "winter":
        canvas.drawPath(snow, paint(mix(multiply(rgb("f4f7fd"), p.ambient), p.haze, 0.1)))
