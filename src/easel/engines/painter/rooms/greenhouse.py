"""A greenhouse: walls and a pitched roof of glass, plants on benches along a gravel path."""

import numpy as np
import skia

from easel.engines.painter.brush import WHITE, Colour, linear, mix, paint, placed, rgb, shade
from easel.engines.painter.palette import multiply
from easel.engines.painter.rooms.room import DEPTH, NEAR, Room
from easel.engines.painter.rooms.windows import outside
from easel.engines.painter.scene import Scene
from easel.engines.painter.vegetation import FLOWER_COLOURS, bush, flower, palm

#: How high the low wall, the eaves and the benches are, in metres.
WALL, EAVES, BENCH = 0.5, 2.1, 0.62
FRAME, BRICK, POT = rgb("e9efe9"), rgb("a0654c"), rgb("b8694a")
LEAVES = tuple(map(rgb, ("4d8a48", "5f9c4a", "3f7a4c", "7aa84e")))


def greenhouse(scene: Scene) -> None:
    """Glass all round, a brick foot, benches of pots at both sides, beds behind them."""
    room = Room(scene)
    world = outside(scene, scene.width, scene.height)
    scene.canvas.drawImageRect(world, skia.Rect.MakeWH(scene.width, scene.height), skia.SamplingOptions())
    pale = mix(scene.palette.haze, rgb("dfeee2"), 0.5)
    scene.canvas.drawRect(skia.Rect.MakeWH(scene.width, scene.height), paint(pale, 0.1 if room.night else 0.32))
    room.floor(rgb("b3a48c"), planks=False)
    _glazing(room)
    for side in (-1, 1):
        for z in (4.9, 4.2, 3.5, 2.8, 2.15):
            _bench(room, side, z)
    room.ambience(warm=0.4, vignette=0.25)


def _lit(room: Room, colour: Colour) -> Colour:
    return multiply(colour, room.scene.palette.ambient)


def _glazing(room: Room) -> None:
    """The brick foot and the white frames of walls, roof and gable."""
    half, ridge = room.half, max(room.high, EAVES + 0.9)
    brick, frame = _lit(room, BRICK), _lit(room, FRAME)
    for side in (-1, 1):
        x = side * half
        room.panel([(x, 0, NEAR), (x, WALL, NEAR), (x, WALL, DEPTH), (x, 0, DEPTH)], shade(brick, 0.85))
        for z in np.linspace(NEAR, DEPTH, 7).tolist():
            _bar(room, (x, WALL, z), (x, EAVES, z), frame, 0.05)
            _bar(room, (x, EAVES, z), (0, ridge, z), frame, 0.05)
        for x0, y0 in ((x, WALL), (x, 0.5 * (WALL + EAVES)), (x, EAVES), (0.5 * x, 0.5 * (EAVES + ridge)), (0, ridge)):
            _bar(room, (x0, y0, NEAR), (x0, y0, DEPTH), frame, 0.045)
    room.panel([(-half, 0, DEPTH), (-half, WALL, DEPTH), (half, WALL, DEPTH), (half, 0, DEPTH)], brick)
    for x in np.linspace(-half, half, 9).tolist():
        roof = EAVES + (ridge - EAVES) * (1 - abs(x) / half)
        _bar(room, (x, WALL, DEPTH), (x, roof, DEPTH), frame, 0.04)
    for y in (WALL, 0.5 * (WALL + EAVES), EAVES):
        _bar(room, (-half, y, DEPTH), (half, y, DEPTH), frame, 0.045)


def _bar(
    room: Room, start: tuple[float, float, float], end: tuple[float, float, float], colour: Colour, wide: float
) -> None:
    """A glazing bar `wide` metres thick between two points of the room."""
    width = room.size(wide, 0.5 * (start[2] + end[2]))
    (x0, y0), (x1, y1) = room.at(*start), room.at(*end)
    room.canvas.drawLine(x0, y0, x1, y1, paint(shade(colour, 0.72), width=width))
    room.canvas.drawLine(x0, y0 - 0.2 * width, x1, y1 - 0.2 * width, paint(colour, width=0.55 * width))


def _bench(room: Room, side: int, z: float) -> None:
    """A stretch of bench with its pots, taller plants behind them and some on the floor below."""
    rng = room.scene.rng(f"bench {side} {z}")
    wall, edge = side * room.half, side * (room.half - 0.62)
    for k in range(2):
        _plant(room, rng, (wall - side * (0.12 + 0.16 * k), BENCH, z + 0.2 - 0.25 * k), float(rng.uniform(0.6, 1.0)))
    a, b = sorted((wall, edge))
    room.shadow((a, b), (z - 0.3, z + 0.3))
    room.box((a, b), (BENCH - 0.06, BENCH), (z - 0.3, z + 0.32), _lit(room, rgb("a9825a")))
    leg = edge + side * 0.05
    room.box((min(leg, edge), max(leg, edge)), (0, BENCH - 0.06), (z - 0.28, z - 0.22), _lit(room, rgb("8a6846")))
    for k in range(2):
        _plant(room, rng, (edge + side * (0.14 + 0.2 * k), BENCH, z - 0.18 + 0.24 * k), float(rng.uniform(0.28, 0.46)))


def _plant(room: Room, rng: np.random.Generator, at: tuple[float, float, float], high: float) -> None:
    """One plant in its pot, `high` metres with it."""
    tall = room.size(high, at[2])
    x, y = room.at(*at)
    leaf = _lit(room, LEAVES[int(rng.integers(len(LEAVES)))])
    kind = float(rng.random())
    draw, colour = (bush, leaf) if kind < 0.4 else (palm, leaf) if high > 0.55 else (flower, _lit(room, _bloom(rng)))
    with placed(room.canvas, (x, y - 0.26 * tall), scale=0.76 * tall):
        draw(room.canvas, rng, colour, False)
    wide, pot = 0.15 * tall, _lit(room, POT)
    rim = [(x - wide, y - 0.3 * tall), (x + wide, y - 0.3 * tall), (x + 0.7 * wide, y), (x - 0.7 * wide, y)]
    ink = linear((x - wide, 0), (x + wide, 0), (shade(pot, 1.2), shade(pot, 0.7)))
    room.canvas.drawPath(skia.Path.Polygon(rim, True), paint(ink))


def _bloom(rng: np.random.Generator) -> Colour:
    return mix(FLOWER_COLOURS[int(rng.integers(len(FLOWER_COLOURS)))], WHITE, 0.1)
