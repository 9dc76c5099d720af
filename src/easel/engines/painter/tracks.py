"""Railway tracks: what trains in open country stand on, from one side of the picture to the other."""

from collections.abc import Iterable

import numpy as np
import skia

from easel.engines.painter import noise
from easel.engines.painter.brush import Colour, linear, mix, paint, rgb, shade
from easel.engines.painter.palette import multiply
from easel.engines.painter.scene import Scene
from easel.engines.painter.things import Placed

#: The trains, and whether a wire hangs over their track.
TRAINS = {"train": False, "bullet_train": True}
#: In heights of a train: where the bed begins over its wheels and ends under them, its shoulder, the far rail, the
#: wire, and how far the posts stand from each other.
BED_TOP, BED_LOW, SHOULDER, FAR_RAIL, WIRE, APART = -0.075, 0.2, 0.085, -0.035, 1.13, 2.6
GRAVEL, GRASSY, STEEL, POST = rgb("8d867c"), rgb("6f7150"), rgb("c9cdd0"), rgb("5d646c")


def on_tracks(scene: Scene, items: Iterable[Placed]) -> list[Placed]:
    """The trains that stand on ground where no track is yet."""
    if scene.ground.kind != "ground" or scene.setting == "station":
        return []
    return [item for item in items if item.thing.kind in TRAINS and not (item.floats or item.wet or item.rests)]


def bed_of(scene: Scene, item: Placed) -> tuple[float, float, float, float]:
    """The part of the picture that the track under a train takes: left, top, right and bottom in pixels."""
    return 0.0, item.y - item.tall, float(scene.width), item.y + BED_LOW * item.tall


def lay_track(scene: Scene, item: Placed) -> None:
    """The track under one train: its bed of gravel, sleepers, rails, and the wire where there is one."""
    tall, wired = item.tall, TRAINS[item.thing.kind]
    _bed(scene, item)
    _sleepers(scene, item, wood=not wired)
    for level, thick in ((FAR_RAIL, 0.016), (0.0, 0.028)):
        y = item.y + level * tall
        _line(scene, y + 0.5 * thick * tall, _seen(scene, item, shade(POST, 0.6)), thick * tall)
        _line(scene, y - 0.2 * thick * tall, _seen(scene, item, STEEL), 0.45 * thick * tall)
    if wired:
        _wire(scene, item)


def _seen(scene: Scene, item: Placed, colour: Colour) -> Colour:
    """A colour in the scene's light and air, as far away as the train is."""
    lit = multiply(colour, tuple(min(1.0, c * scene.light.gain) for c in scene.light.ambient))
    fog = 0.45 if scene.plan.weather == "fog" else 0.0
    return mix(lit, scene.palette.haze, min(0.8, 0.5 * item.depth**2 + fog))


def _line(scene: Scene, y: float, ink: Colour, thick: float) -> None:
    scene.canvas.drawRect(skia.Rect.MakeLTRB(0, y - thick / 2, scene.width, y + thick / 2), paint(ink))


def _bed(scene: Scene, item: Placed) -> None:
    """Stones with their light and shade, their lower edge ragged and grown over."""
    tall, rng = item.tall, scene.rng(f"track {item.index} {item.copy}")
    top, low = item.y + BED_TOP * tall, item.y + BED_LOW * tall
    first, last = max(0, int(top)), min(scene.height, int(low + 0.06 * tall) + 1)
    if last - first < 2:
        return
    y = np.arange(first, last, dtype=np.float32)[:, None]
    x = np.arange(scene.width, dtype=np.float32)[None]
    stones = noise.sample(x / (0.02 * tall) + 0 * y, y / (0.014 * tall) + 0 * x, rng, roughness=1.4) - 0.5
    ragged = noise.sample(x / (0.09 * tall), 0 * x, rng, roughness=1.0)[0] - 0.5
    gravel = GRAVEL if not scene.snowy else mix(GRAVEL, rgb("eef2f8"), 0.6)
    slope = np.clip((y - item.y - SHOULDER * tall) / (0.12 * tall), 0, 1)
    tone = np.array(_seen(scene, item, gravel), np.float32) * (0.96 + 0.62 * stones - 0.26 * slope)[..., None]
    grown = np.array(_seen(scene, item, GRASSY), np.float32)
    share = (np.clip((y - low + 0.07 * tall) / (0.1 * tall) + ragged, 0, 1) * (0.0 if scene.snowy else 0.7))[..., None]
    colours = tone + (grown - tone) * share
    edge = np.clip((low + 0.05 * tall * (ragged + 0.4) - y) / (0.03 * tall), 0, 1)
    above = np.clip((y - top - 0.012 * tall * ragged) / (0.014 * tall), 0, 1)
    scene.lay(
        np.clip(colours, 0, 1).astype(np.float32), first, last, alpha=(edge * above).astype(np.float32)[..., None]
    )


def _sleepers(scene: Scene, item: Placed, *, wood: bool) -> None:
    """The ends of the sleepers between and before the rails."""
    tall, tone = item.tall, _seen(scene, item, rgb("6b4f38") if wood else rgb("aaa69e"))
    step, wide = 0.2 * tall, 0.095 * tall
    top, low = item.y + BED_TOP * 0.72 * tall, item.y + 0.075 * tall
    ink = linear((0, top), (0, low), (shade(tone, 0.7), tone, shade(tone, 0.6)), (0, 0.85, 1))
    for x in np.arange(item.x % step - step, scene.width + step, step).tolist():
        scene.canvas.drawRect(skia.Rect.MakeLTRB(x, top, x + wide, low), paint(ink))


def _wire(scene: Scene, item: Placed) -> None:
    """Posts at equal distances, and the wires that sag between them."""
    tall, dark = item.tall, _seen(scene, item, POST)
    high, step = item.y - WIRE * tall, APART * tall
    start = (item.x - 0.45 * step) % step - step
    for x in np.arange(start, scene.width + step, step).tolist():
        post = skia.Rect.MakeLTRB(x - 0.02 * tall, high - 0.16 * tall, x + 0.02 * tall, item.y + BED_TOP * tall)
        scene.canvas.drawRect(
            post, paint(linear((post.left(), 0), (post.right(), 0), (shade(dark, 1.3), shade(dark, 0.7))))
        )
        for y0, y1 in ((0.0, -0.1), (-0.14, -0.1)):
            scene.canvas.drawLine(
                x, high + y0 * tall, x + 0.3 * tall, high + y1 * tall, paint(dark, width=0.018 * tall)
            )
        wires = skia.Path()
        wires.moveTo(x + 0.3 * tall, high)
        wires.lineTo(x + 0.3 * tall + step, high)
        wires.moveTo(x + 0.3 * tall, high - 0.1 * tall)
        wires.quadTo(x + 0.3 * tall + 0.5 * step, high + 0.06 * tall, x + 0.3 * tall + step, high - 0.1 * tall)
        scene.canvas.drawPath(wires, paint(dark, 0.85, width=max(0.7, 0.011 * tall)))
