"""A row of houses seen from across the street: what a shop stands in."""

import numpy as np
import skia

from easel.engines.painter import ground
from easel.engines.painter.brush import Colour, jitter, linear, mix, paint, polygon, rectangle, rgb, shade
from easel.engines.painter.culture import is_eastern
from easel.engines.painter.motifs import paper_lantern
from easel.engines.painter.palette import multiply
from easel.engines.painter.scene import Scene
from easel.engines.painter.town import swept_roof

#: Quiet, so that the shop is what one sees.
WALLS = tuple(map(rgb, ("cfc6b6", "bfb8ae", "d6cdbd", "b9b2a6", "c9bfb2")))
PLASTER = tuple(map(rgb, ("d9cfbc", "cdbfa6", "c3b59d")))
TIMBER, TILES, WARM = rgb("6a5040"), rgb("566068"), rgb("ffcf7a")
#: Rows, as shares of the height: the foot of the houses, the kerb.
FOOT, KERB = 0.835, 0.925


def frontage(scene: Scene) -> None:
    """Houses side by side, a pavement and the edge of the road before them."""
    rng, unit = scene.rng("frontage"), scene.unit
    eastern = is_eastern(scene.plan)
    _paving(scene)
    x = -rng.uniform(0.02, 0.2) * unit
    while x < scene.width:
        wide = rng.uniform(0.3, 0.42) * unit
        (_timber_house if eastern else _house)(scene, x, wide, rng)
        x += wide
    if eastern and scene.allows("lantern") and scene.free("lantern string", 1.1):
        _lanterns(scene)
    elif not eastern and scene.free("street lamp", 0.8):
        _lamp(scene, float(rng.choice([0.07, 0.93])) * scene.width)


def _seen(scene: Scene, colour: Colour) -> Colour:
    return mix(multiply(colour, scene.palette.ambient), scene.palette.haze, 0.14)


def _paving(scene: Scene) -> None:
    """Slabs from the houses to the kerb, then asphalt."""
    canvas, unit, low = scene.canvas, scene.unit, scene.height
    foot, kerb = FOOT * low, KERB * low
    slab, road = multiply(rgb("b4aca0"), scene.palette.ambient), multiply(rgb("5e5e66"), scene.palette.ambient)
    canvas.drawRect(
        skia.Rect.MakeLTRB(0, foot - 2, scene.width, kerb),
        paint(linear((0, foot), (0, kerb), (shade(slab, 0.8), slab))),
    )
    for row in range(1, 4):
        y = foot + (kerb - foot) * (row / 4) ** 1.3
        canvas.drawLine(0, y, scene.width, y, paint(shade(slab, 0.72), width=0.0016 * unit))
    middle = 0.5 * scene.width
    for k in range(-9, 10):
        near, far = middle + k * 0.16 * unit, middle + k * 0.11 * unit
        canvas.drawLine(far, foot, near, kerb, paint(shade(slab, 0.72), width=0.0016 * unit))
    rectangle(canvas, (0, kerb), scene.width, 0.012 * low, shade(slab, 1.15))
    rectangle(canvas, (0, kerb + 0.012 * low), scene.width, 0.008 * low, shade(slab, 0.55))
    canvas.drawRect(
        skia.Rect.MakeLTRB(0, kerb + 0.02 * low, scene.width, low),
        paint(linear((0, kerb), (0, low), (shade(road, 1.15), shade(road, 0.85)))),
    )
    ground.trodden(scene, top=FOOT)


def _pane(scene: Scene, x: float, y: float, wide: float, tall: float, rng: np.random.Generator, frame: Colour) -> None:
    """A window: a frame, glass with the sky in it or a lamp behind, two bars."""
    canvas, rim = scene.canvas, 0.006 * scene.unit
    lit = scene.palette.darkness > 0.3 and rng.random() < 0.6
    glass = jitter(WARM, rng, 0.04) if lit else mix(_seen(scene, rgb("55687a")), scene.palette.mid, 0.2)
    rectangle(canvas, (x - rim, y - rim), wide + 2 * rim, tall + 2 * rim, frame)
    rectangle(canvas, (x, y), wide, tall, linear((x, y), (x + wide, y + tall), (shade(glass, 1.2), shade(glass, 0.8))))
    rectangle(canvas, (x + 0.5 * wide - 0.4 * rim, y), 0.8 * rim, tall, frame)
    rectangle(canvas, (x, y + 0.42 * tall), wide, 0.7 * rim, frame)


def _house(scene: Scene, x: float, wide: float, rng: np.random.Generator) -> None:
    """A town house of three or four storeys with a door."""
    canvas, unit, foot = scene.canvas, scene.unit, FOOT * scene.height
    wall = _seen(scene, jitter(WALLS[int(rng.integers(len(WALLS)))], rng, 0.02))
    floor, storeys = 0.2 * unit, int(rng.integers(3, 5))
    top = foot - storeys * floor
    left = scene.light.x < 0.5
    tones = (shade(wall, 1.05), shade(wall, 0.84)) if left else (shade(wall, 0.84), shade(wall, 1.05))
    rectangle(canvas, (x, top), wide, foot - top, linear((x, 0), (x + wide, 0), tones))
    rectangle(canvas, (x - 0.008 * unit, top - 0.02 * unit), wide + 0.016 * unit, 0.03 * unit, shade(wall, 0.66))
    rectangle(canvas, (x, foot - 0.03 * unit), wide, 0.03 * unit, shade(wall, 0.62))
    columns, frame = (2 if wide < 0.36 * unit else 3), shade(wall, 1.14)
    step = wide / columns
    for storey in range(storeys):
        for k in range(columns):
            at, y = x + (k + 0.28) * step, foot - (storey + 0.82) * floor
            if storey == 0 and k == 0:
                door = _seen(scene, jitter(rgb("6a5648"), rng, 0.05))
                rectangle(canvas, (at - 0.01 * unit, y), 0.5 * step, foot - y, shade(door, 0.7))
                rectangle(canvas, (at, y + 0.01 * unit), 0.5 * step - 0.02 * unit, foot - y - 0.01 * unit, door)
            else:
                _pane(scene, at, y, 0.44 * step, 0.58 * floor, rng, frame)
    rectangle(canvas, (x, foot - floor - 0.006 * unit), wide, 0.012 * unit, shade(wall, 0.78))


def _timber_house(scene: Scene, x: float, wide: float, rng: np.random.Generator) -> None:
    """Two storeys of plaster and dark timber under swept roofs."""
    canvas, unit, foot = scene.canvas, scene.unit, FOOT * scene.height
    wall = _seen(scene, jitter(PLASTER[int(rng.integers(len(PLASTER)))], rng, 0.02))
    wood, tiles = _seen(scene, TIMBER), _seen(scene, rgb("e8edf4") if scene.snowy else TILES)
    floor = rng.uniform(0.22, 0.26) * unit
    top = foot - 2 * floor
    rectangle(canvas, (x, top), wide, foot - top, linear((0, top), (0, foot), (wall, shade(wall, 0.86))))
    for k in range(4):
        rectangle(canvas, (x + k * (wide - 0.014 * unit) / 3, top), 0.014 * unit, foot - top, wood)
    for storey in range(2):
        for k in range(3):
            at = x + (k + 0.22) * wide / 3
            tall = 0.46 * floor if storey else 0.62 * floor
            _pane(scene, at, foot - (storey + 0.78) * floor, 0.6 * wide / 3, tall, rng, wood)
        y = foot - (storey + 1) * floor
        swept_roof(canvas, x + wide / 2, y + 0.045 * unit, 0.58 * wide, 0.085 * unit, tiles, shade(tiles, 0.7))


def _lanterns(scene: Scene) -> None:
    """A string of paper lanterns over the street."""
    canvas, unit = scene.canvas, scene.unit
    number = max(4, round(7 * scene.aspect))
    high = FOOT * scene.height - 0.72 * unit

    def at(share: float) -> tuple[float, float]:
        return share * scene.width, high + 0.1 * unit * (1 - (2 * share - 1) ** 2)

    for k in range(40):
        canvas.drawLine(*at(k / 40), *at((k + 1) / 40), paint(_seen(scene, TIMBER), width=0.0025 * unit))
    for k in range(number):
        x, y = at((k + 0.5) / number)
        r = 0.02 * unit
        tone = rgb("ff6a3a") if scene.palette.lit else _seen(scene, rgb("e2452f"))
        paper_lantern(canvas, (x, y + 1.4 * r), r, tone, lit=scene.palette.lit)


def _lamp(scene: Scene, x: float) -> None:
    """A lamp post at the kerb."""
    canvas, unit, foot = scene.canvas, scene.unit, 0.93 * KERB * scene.height + 0.06 * scene.height
    iron = _seen(scene, rgb("34383e"))
    rectangle(canvas, (x - 0.006 * unit, foot - 0.5 * unit), 0.012 * unit, 0.5 * unit, iron)
    rectangle(canvas, (x - 0.014 * unit, foot - 0.02 * unit), 0.028 * unit, 0.02 * unit, iron)
    glass = WARM if scene.palette.lit else _seen(scene, rgb("e9e6da"))
    head = foot - 0.5 * unit
    corners = ((-0.016, 0.0), (0.016, 0.0), (0.024, -0.055), (-0.024, -0.055))
    polygon(canvas, [(x + across * unit, head + up * unit) for across, up in corners], glass)
    polygon(
        canvas,
        [(x - 0.03 * unit, head - 0.055 * unit), (x + 0.03 * unit, head - 0.055 * unit), (x, head - 0.08 * unit)],
        iron,
    )
    if scene.palette.lit:
        canvas.drawCircle(
            x, head - 0.03 * unit, 0.12 * unit, paint(WARM, 0.25, blur=0.04 * unit, blend=skia.BlendMode.kScreen)
        )
