"""The light of the hour in a room: a low sun's through the window, or lamps by night."""

import skia

from easel.engines.painter.brush import WHITE, Colour, mix, paint, radial
from easel.engines.painter.palette import dim, saturate, time_of
from easel.engines.painter.scene import Scene

#: How far lamplight alone is left, by the hour.
LAMPLIGHT = {"dusk": 0.75, "night": 1.0}


def hour_light(scene: Scene, *, warm: float = 0.5, dark: float = 1.0) -> None:
    """Give all that is drawn so far the light of the plan's hour; by day it stays.

    `warm` 1 is candles, 0 is neon; `dark` is how far the lamps leave the night in the room, 0 to 1.
    """
    time = time_of(scene.plan)
    if time in LAMPLIGHT:
        _lamps(scene, mix((0.72, 0.70, 0.82), (1.0, 0.84, 0.62), warm), dark * LAMPLIGHT[time])
    elif time != "day":
        _low_sun(scene)


def _lamps(scene: Scene, lamp: Colour, share: float) -> None:
    """A pool of lamplight in the middle, and blue darkness around it."""
    far = mix(dim(lamp, 0.3), (0.16, 0.18, 0.34), 0.5)
    pool = [(*mix(WHITE, tone, share), 1.0) for tone in (lamp, dim(lamp, 0.62), far)]
    light = radial((scene.width / 2, 0.5 * scene.height), 0.75 * max(scene.width, scene.height), pool, (0, 0.5, 1))
    scene.canvas.drawPaint(paint(light, blend=skia.BlendMode.kModulate))


def _low_sun(scene: Scene) -> None:
    """Everything takes on the colour of an early or late sun, most of all towards the side that it shines from."""
    p, reach = scene.palette, 0.75 * max(scene.width, scene.height)
    scene.canvas.drawPaint(paint(saturate(p.ambient, 1.4), blend=skia.BlendMode.kModulate))
    at = (scene.light.x * scene.width, 0.25 * scene.height)
    glow = radial(at, reach, ((*p.horizon, 0.42), (*p.horizon, 0.0)))
    scene.canvas.drawPaint(paint(glow, blend=skia.BlendMode.kSoftLight))
