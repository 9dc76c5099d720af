"""Land seen from straight above: crowns of a wood or a patchwork of fields, a road or a river winding through."""

import numpy as np
import skia

from easel.engines.painter.brush import Colour, ellipse, jitter, mix, paint, radial, rgb, shade
from easel.engines.painter.lands import GRASS, season_of
from easel.engines.painter.palette import multiply
from easel.engines.painter.scene import Scene
from easel.engines.painter.vegetation import leaf_colours

#: How many crowns there are in the height of the frame, and how many strips of fields.
CROWNS, STRIPS = 22, 7
CROPS = tuple(map(rgb, ("d9b65a", "8fb54a", "6f9c3c", "b8a05a", "a3c25c", "c98f4a")))
ASPHALT, EARTH, RIVER = rgb("5b5c62"), rgb("b99a6b"), rgb("2f7f8f")


def aerial(scene: Scene) -> None:
    """The wood or the fields over the whole frame, then what winds through them."""
    low, high = (multiply(tone, scene.palette.ambient) for tone in GRASS[season_of(scene)])
    scene.canvas.drawPaint(paint(shade(mix(low, high, 0.4), 0.8)))
    wooded = "forest" in scene.plan.backdrops or scene.plan.setting == "forest_floor"
    if not wooded:
        _fields(scene)
    course = _course(scene)
    spots = _crowns(scene, course, sparse=not wooded)
    if scene.plan.setting == "river":
        _ribbon(scene, course, 0.17, multiply(RIVER, scene.palette.ambient), lines=False)
    elif scene.plan.setting == "road" or "path" in scene.plan.backdrops:
        _ribbon(scene, course, 0.085, multiply(ASPHALT, scene.palette.ambient), lines=True)
    for x, y, radius, tone in spots:
        _crown(scene, x, y, radius, tone)


def _course(scene: Scene) -> list[tuple[float, float]]:
    """The middle line of what winds from the lower edge to the upper one, in pixels."""
    rng = scene.rng("course")
    side, phase = float(rng.choice([-1, 1])), float(rng.uniform(-0.5, 0.5))
    reach = 0.26 * min(scene.width, 1.4 * scene.height)
    steps = np.linspace(-0.05, 1.05, 60).tolist()
    return [
        (0.5 * scene.width + side * reach * float(np.sin(6.6 * t + phase)) * (0.75 + 0.4 * t), t * scene.height)
        for t in steps
    ]


def _ribbon(scene: Scene, course: list[tuple[float, float]], wide: float, tone: Colour, *, lines: bool) -> None:
    """A road with its lines, or a river, `wide` units broad, on a verge."""
    path = skia.Path()
    path.addPoly([skia.Point(*point) for point in course], False)
    width, verge = wide * scene.unit, multiply(EARTH, scene.palette.ambient)
    scene.canvas.drawPath(path, paint(shade(verge, 0.85), width=1.3 * width))
    scene.canvas.drawPath(path, paint(tone, width=width))
    white = multiply(rgb("f2ead2"), scene.palette.ambient)
    if not lines:
        scene.canvas.drawPath(path, paint(shade(tone, 1.3), 0.4, width=0.35 * width, blur=0.1 * width))
        return
    for first, second in zip(course[::2], course[1::2], strict=True):
        scene.canvas.drawLine(*first, *second, paint(white, 0.9, width=0.05 * width))


def _crowns(
    scene: Scene, course: list[tuple[float, float]], *, sparse: bool
) -> list[tuple[float, float, float, Colour]]:
    """Trees as x, y, radius and colour, none of them on the course; `sparse` leaves one in eight."""
    rng, size = scene.rng("crowns"), scene.height / CROWNS
    colours, line = leaf_colours(season_of(scene)), np.array(course)
    clear = (0.13 if scene.plan.setting == "river" else 0.07) * scene.unit
    spots = []
    for row in range(-1, CROWNS + 2):
        for column in range(-1, int(scene.width / size) + 2):
            x = (column + 0.5 * (row % 2) + float(rng.uniform(-0.3, 0.3))) * size
            y = (row + float(rng.uniform(-0.3, 0.3))) * size
            radius = size * float(rng.uniform(0.5, 0.85))
            tone = jitter(colours[int(rng.integers(len(colours)))], rng, 0.06)
            away = float(np.hypot(line[:, 0] - x, line[:, 1] - y).min())
            if away > clear + 0.55 * radius and not (sparse and rng.random() < 0.88):
                spots.append((x, y, radius, multiply(tone, scene.palette.ambient)))
    return spots


def _crown(scene: Scene, x: float, y: float, radius: float, tone: Colour) -> None:
    """One crown from above with the shadow that it throws."""
    aside = 0.35 * radius * (1 if scene.light.x < 0.5 else -1)
    ellipse(scene.canvas, (x + aside, y + 0.3 * radius), radius, radius, (0.03, 0.06, 0.05), 0.35)
    rng = np.random.default_rng(int(abs(x) * 31 + abs(y) * 17))
    for k in range(9):
        turn, reach = 0.7 * k + float(rng.uniform(0, 0.5)), 0.55 * radius * (k > 0)
        at = (x + reach * float(np.cos(turn)), y + reach * float(np.sin(turn)))
        lit = shade(tone, 0.9 + 0.25 * float(np.cos(turn + 0.8)) * (-1 if aside > 0 else 1))
        ink = radial((at[0] - 0.4 * aside, at[1] - 0.15 * radius), 0.7 * radius, (shade(lit, 1.2), shade(lit, 0.72)))
        ellipse(scene.canvas, at, 0.55 * radius, 0.5 * radius, ink)


def _fields(scene: Scene) -> None:
    """Fields side by side, each in the colour of its crop, its rows showing."""
    rng, y = scene.rng("fields"), -0.05 * scene.height
    while y < scene.height:
        tall, x = scene.height / STRIPS * float(rng.uniform(0.7, 1.4)), -0.1 * scene.width
        while x < scene.width:
            wide = scene.unit * float(rng.uniform(0.16, 0.4))
            crop = multiply(jitter(CROPS[int(rng.integers(len(CROPS)))], rng, 0.05), scene.palette.ambient)
            box = skia.Rect.MakeXYWH(x, y, wide * 0.97, tall * 0.95)
            scene.canvas.drawRect(box, paint(crop))
            gap, along = 0.012 * scene.unit, rng.random() < 0.5
            for k in range(1, int((tall if along else wide) / gap)):
                start = (x, y + k * gap) if along else (x + k * gap, y)
                end = (x + 0.97 * wide, start[1]) if along else (start[0], y + 0.95 * tall)
                if start[0] < x + 0.97 * wide and start[1] < y + 0.95 * tall:
                    scene.canvas.drawLine(*start, *end, paint(shade(crop, 0.82), 0.7, width=0.3 * gap))
            x += wide
        y += tall
