"""Windows: the world outside, painted small, seen through panes; curtains, sills, and the light that falls in."""

from collections.abc import Sequence
from dataclasses import replace

import skia

from easel.engines.painter import backdrops, city, ground, heavens, lands, sky, water, weather
from easel.engines.painter.brush import BLACK, WHITE, Colour, linear, mix, paint, rgb, shade
from easel.engines.painter.rooms.room import DEPTH, Room
from easel.engines.painter.scene import Ground, Scene

LINEAR = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)
#: Rooms whose windows look on a town where the plan names nothing behind them.
IN_TOWN = frozenset({"cafe", "office", "shop"})
#: Weathers that are seen through a window.
FALLING = frozenset({"rain", "storm", "snow", "fog"})
#: Those that leave drops on the panes.
WET = frozenset({"rain", "storm"})


def outside(scene: Scene, width: float, height: float) -> skia.Image:
    """What is seen through a window of this shape, painted at no more than 512 pixels."""
    shrink = max(1.0, max(width, height) / 512)
    w, h = max(8, round(width / shrink)), max(8, round(height / shrink))
    light = replace(scene.light, x=0.72, y=0.2, indoors=False)
    small = Scene(
        scene.plan, w, h, scene.seed + 1, scene.palette, light, 0.66, Ground("ground", 0.9, 0.7), scene.finish
    )
    sky.paint_sky(small)
    heavens.paint_heavens(small)
    _land_outside(small, scene.plan.backdrops or (("city",) if scene.setting in IN_TOWN else ()))
    if scene.plan.weather in FALLING:
        weather.paint_weather(small)
    if scene.plan.weather in WET:
        _drops(small)
    return skia.Image.fromarray(small.pixels.copy(), skia.kRGBA_8888_ColorType)


def _land_outside(small: Scene, names: Sequence[str]) -> None:
    """What lies under the sky: the sea, a town, mountains, a wood, or hills with a meadow."""
    if "islands" in names:
        water.water(small, top=0.56, rough=0.7)
        return
    if set(names) & {"city", "future_city"}:
        city.Skyline(small, future="future_city" in names, low=small.height * 0.95).paint()
        return
    if set(names) & {"mountains", "snow_mountains"}:
        lands.mountains(small, snow=0.5)
    else:
        lands.hills(small)
    if set(names) & {"forest", "bamboo"}:
        backdrops.paint_backdrops(small, tuple(names), on_ground=False)
        backdrops.paint_backdrops(small, tuple(names), on_ground=True)
    ground.meadow(small)


def _drops(small: Scene) -> None:
    """Rain on the pane: drops, and the trails of those that run down."""
    rng, canvas, unit = small.rng("drops"), small.canvas, small.unit
    for _ in range(150):
        x, y = rng.uniform(0, small.width), rng.uniform(0, small.height)
        r = unit * float(rng.uniform(0.004, 0.013))
        if r > 0.0105 * unit:
            canvas.drawLine(x, y - r * float(rng.uniform(8, 26)), x, y, paint(WHITE, 0.22, width=0.8 * r))
        canvas.drawOval(skia.Rect.MakeLTRB(x - r, y - 1.2 * r, x + r, y + 1.2 * r), paint(BLACK, 0.22))
        canvas.drawOval(skia.Rect.MakeLTRB(x - 0.9 * r, y - r, x + 0.8 * r, y + 0.9 * r), paint(WHITE, 0.42))
        canvas.drawCircle(x - 0.3 * r, y - 0.4 * r, 0.3 * r, paint(WHITE, 0.9))


def back_window(
    room: Room, x: tuple[float, float], y: tuple[float, float], *, arched: bool = False,
    panes: tuple[int, int] = (2, 2), frame: Colour | None = None, curtains: Colour | None = None,
) -> None:  # fmt: skip
    """A window in the back wall, from (x0, y0) to (x1, y1) in metres."""
    if not room.scene.allows("window"):
        return
    left, top = room.at(x[0], y[1], DEPTH)
    right, bottom = room.at(x[1], y[0], DEPTH)
    canvas, bar = room.canvas, room.size(0.05, DEPTH)
    wood = frame or rgb("f1ebe0")
    shape = skia.Path()
    if arched:
        rise = (right - left) * 0.45
        shape.moveTo(left, bottom)
        shape.lineTo(left, top + rise)
        shape.cubicTo(left, top - rise * 0.12, right, top - rise * 0.12, right, top + rise)
        shape.lineTo(right, bottom)
        shape.close()
    else:
        shape.addRect(skia.Rect.MakeLTRB(left, top, right, bottom))
    canvas.save()
    canvas.clipPath(shape, True)
    canvas.drawImageRect(
        outside(room.scene, right - left, bottom - top), skia.Rect.MakeLTRB(left, top, right, bottom), LINEAR
    )
    if not room.night:
        canvas.drawPaint(paint(mix((1.0, 0.97, 0.86), room.scene.palette.sun, 0.4), 0.16))
    for k in range(1, panes[0]):
        at = left + (right - left) * k / panes[0]
        canvas.drawLine(at, top, at, bottom, paint(shade(wood, 0.82), width=bar * 0.7))
    for k in range(1, panes[1]):
        at = top + (bottom - top) * k / panes[1]
        canvas.drawLine(left, at, right, at, paint(shade(wood, 0.82), width=bar * 0.7))
    canvas.restore()
    canvas.drawPath(shape, paint(shade(wood, 0.72), width=bar * 1.9))
    canvas.drawPath(shape, paint(wood, width=bar * 1.2))
    room.box((x[0] - 0.1, x[1] + 0.1), (y[0] - 0.08, y[0]), (DEPTH - 0.16, DEPTH), shade(wood, 0.95))
    if curtains:
        _curtains(room, x, y, curtains)
    if not room.night:
        _falling_light(room, x, y)


def _curtains(room: Room, x: tuple[float, float], y: tuple[float, float], tone: Colour) -> None:
    canvas = room.canvas
    top, low = y[1] + 0.16, 0.04
    folds, wide = 6, max(0.34, 0.3 * (x[1] - x[0]))
    for side, edge in ((-1, x[0]), (1, x[1])):
        for k in range(folds):
            # Drawn open: most of the curtain is beside the panes.
            a, b = (edge + side * (0.62 - at / folds) * wide for at in (k, k + 1))
            ends = sorted((a, b))
            left, head = room.at(ends[0], top, DEPTH - 0.1)
            right, foot = room.at(ends[1], low, DEPTH - 0.1)
            ink = linear((left, 0), (right, 0), (shade(tone, 0.78), shade(tone, 1.14), shade(tone, 0.82)))
            canvas.drawRect(skia.Rect.MakeLTRB(left, head, right + 0.5, foot), paint(ink, 0.96))
    start, end = room.at(x[0] - 0.8 * wide, top, DEPTH - 0.1), room.at(x[1] + 0.8 * wide, top, DEPTH - 0.1)
    canvas.drawLine(*start, *end, paint(rgb("5a4636"), width=room.size(0.04, DEPTH)))


def _falling_light(room: Room, x: tuple[float, float], y: tuple[float, float]) -> None:
    """Sunbeams into the room and the bright patches that they leave on the floor."""
    scene = room.scene
    if scene.light.strength < 0.3:
        return
    tone = mix(scene.palette.sun, (1.0, 0.92, 0.72), 0.5)
    shift = 0.55 * (1 if scene.light.x < 0.5 else -1)
    middle = (x[0] + x[1]) / 2
    for k in (0, 1):
        a = x[0] + (x[1] - x[0]) * (0.04 + 0.5 * k)
        b = a + (x[1] - x[0]) * 0.42
        patch = [(a + shift, 0, 3.6), (b + shift, 0, 3.6), (b + 1.9 * shift, 0, 2.3), (a + 1.9 * shift, 0, 2.3)]
        room.panel(patch, tone, 0.34, blur=room.size(0.03, 3), blend=skia.BlendMode.kScreen)
        beam = [(a, y[1], DEPTH), (b, y[1], DEPTH), (b + 1.9 * shift, 0, 2.3), (a + 1.9 * shift, 0, 2.3)]
        room.panel(beam, tone, 0.085, blur=room.size(0.10, 3), blend=skia.BlendMode.kScreen)
    room.lamp_light((middle, (y[0] + y[1]) / 2, DEPTH), (x[1] - x[0]) * 1.25, tone, 0.22)
    rng = scene.rng("motes")
    for _ in range(scene.count(40)):
        at = room.at(rng.uniform(x[0], x[1]) + shift, rng.uniform(0.3, y[1]), rng.uniform(2.4, 4.8))
        room.canvas.drawCircle(
            *at, scene.unit * rng.uniform(0.0007, 0.0018), paint((1.0, 0.96, 0.82), rng.uniform(0.15, 0.55))
        )
