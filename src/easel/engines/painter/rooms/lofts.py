"""Rooms of one kind of house: a Japanese room with mats and paper doors, a loft with bricks and factory windows."""

import numpy as np

from easel.engines.painter.brush import Colour, jitter, linear, mix, paint, placed, rgb, shade
from easel.engines.painter.rooms import furniture as f
from easel.engines.painter.rooms.homes import shows
from easel.engines.painter.rooms.room import DEPTH, Room
from easel.engines.painter.rooms.windows import back_window
from easel.engines.painter.scene import Scene
from easel.engines.painter.sprites import Look, get

STRAW, BORDER, TIMBER, PAPER = rgb("c3c08a"), rgb("3f5a48"), rgb("7a5434"), rgb("f6f0e0")
BRICKS = tuple(map(rgb, ("a65a44", "b5664c", "96503e", "ad6f58")))
STONES = tuple(map(rgb, ("7a6c5c", "6a5e50", "84766a", "72685c")))
STEEL = rgb("2f3236")
#: The height of Japanese doors, in metres.
DOOR = 2.15


def tatami(scene: Scene) -> None:
    """Mats on the floor, paper doors that open on the garden, a low table with cushions."""
    room = Room(scene)
    room.shell(rgb("e6dcc2"), STRAW, ceiling=rgb("c9b48c"), planks=False)
    _mats(room)
    gap = min(0.95, 0.42 * room.half)
    back_window(room, (-gap, gap), (0.06, DOOR), panes=(1, 1), frame=TIMBER)
    for side in (-1, 1):
        a, b = sorted((side * gap, side * room.half))
        number = max(1, round((b - a) / 0.9))
        for k in range(number):
            x0, x1 = (a + (b - a) * (k + j) / number for j in (0, 1))
            _paper_door(room, x0, x1)
    for y, high in ((DOOR, 0.14), (room.high - 0.16, 0.16)):
        room.box((-room.half, room.half), (y, y + high), (DEPTH - 0.08, DEPTH), TIMBER)
    for x in (-room.half + 0.06, room.half - 0.06):
        room.box((x - 0.06, x + 0.06), (0, room.high), (DEPTH - 0.12, DEPTH), TIMBER)
    if not shows(scene, "table"):
        f.rug(room, 0, 3.5, 0.95, 0.5, mix(BORDER, STRAW, 0.4))
        f.table(room, (-0.6, 0.6), (3.25, 3.75), high=0.34, colour=shade(TIMBER, 0.85))
    room.ambience(warm=0.6)


def _mats(room: Room) -> None:
    """Mats twice as long as wide, laid across and along in turn, their edges bound with cloth."""
    wide, half = 0.9, room.half
    columns = int(half / wide) + 1
    for row in range(6):
        for k in range(-columns, columns):
            x0, x1 = (max(-half, min(half, wide * (k + j))) for j in (0, 1))
            z0, z1 = 0.5 + 0.9 * row, min(DEPTH, 1.4 + 0.9 * row)
            if x1 - x0 < 0.05 or z0 >= DEPTH:
                continue
            room.panel(
                [(x0, 0, z0), (x1, 0, z0), (x1, 0, z1), (x0, 0, z1)], shade(STRAW, 1.06 if (k + row) % 2 else 0.95)
            )
            if (k + row // 2) % 2:
                for edge in (x0, x1):
                    inner = edge + (0.05 if edge == x0 else -0.05)
                    room.panel([(edge, 0, z0), (inner, 0, z0), (inner, 0, z1), (edge, 0, z1)], BORDER, 0.85)
            room.canvas.drawLine(*room.at(x0, 0, z1), *room.at(x1, 0, z1), paint(shade(STRAW, 0.6), width=1.0))


def _paper_door(room: Room, x0: float, x1: float) -> None:
    """White paper on a lattice, a board below; it glows where there is light behind."""
    z, lit = DEPTH - 0.02, rgb("fbe6b4") if room.night else PAPER
    top, low = room.at(0, DOOR, z)[1], room.at(0, 0.4, z)[1]
    room.panel([(x0, 0.05, z), (x1, 0.05, z), (x1, DOOR, z), (x0, DOOR, z)], shade(TIMBER, 1.05))
    room.panel([(x0 + 0.05, 0.42, z), (x1 - 0.05, 0.42, z), (x1 - 0.05, DOOR - 0.05, z), (x0 + 0.05, DOOR - 0.05, z)],
               linear((0, top), (0, low), (lit, shade(lit, 0.93))))  # fmt: skip
    bar = paint(shade(TIMBER, 0.9), width=room.size(0.018, z))
    for k in range(1, 4):
        x = x0 + 0.05 + (x1 - x0 - 0.1) * k / 4
        room.canvas.drawLine(*room.at(x, 0.42, z), *room.at(x, DOOR - 0.05, z), bar)
    for k in range(1, 7):
        y = 0.42 + (DOOR - 0.47) * k / 7
        room.canvas.drawLine(*room.at(x0 + 0.05, y, z), *room.at(x1 - 0.05, y, z), bar)


def loft(scene: Scene) -> None:
    """Bare bricks, factory windows, pipes under the ceiling, a leather sofa."""
    room, rng = Room(scene), scene.rng("loft")
    room.shell(rgb("b09a8a"), rgb("8d7a68"), ceiling=rgb("6e6c6a"))
    bricks(room, rng)
    side = float(rng.choice([-1, 1]))
    wide = min(1.15, 0.42 * room.half)
    for middle in (-room.half / 2, room.half / 2):
        back_window(room, (middle - wide, middle + wide), (0.75, 2.75), panes=(4, 4), frame=STEEL)
    for x, tone in ((-0.2, rgb("9a9c9e")), (0.15, rgb("b06a3c"))):
        room.box((x * room.half, x * room.half + 0.14), (room.high - 0.32, room.high - 0.18), (0.9, DEPTH), tone)
    f.rug(room, 0, 3.1, min(1.5, 0.75 * room.half), 0.7, rgb("7a6a5a"))
    if not shows(scene, "sofa", "bed", "bench", "armchair"):
        f.sofa(room, (side * 0.3 - 1.0, side * 0.3 + 1.0), 4.1, rgb("7d4a2c"))
    for x in (-0.6, 0.6):
        f.pendant(room, x, 3.4, drop=0.9, tone=STEEL)
    f.plant(room, -side * (room.half - 0.35), 3.7)
    room.ambience(warm=0.6)


def cellar(scene: Scene) -> None:
    """Walls of old stone under low beams, barrels along both sides, lamps."""
    room, rng = Room(scene), scene.rng("cellar")
    room.shell(rgb("6e6256"), rgb("5a4c40"), ceiling=rgb("4a4038"), planks=False)
    bricks(room, rng, STONES, course=0.3, long=0.62)
    for z in (4.6, 3.6, 2.6, 1.8):
        room.box((-room.half, room.half), (room.high - 0.22, room.high), (z, z + 0.2), shade(TIMBER, 0.7))
    for z in (4.7, 3.9, 3.1, 2.4):
        for side in (-1, 1):
            x = side * (room.half - 0.5)
            room.shadow((x - 0.45, x + 0.45), (z - 0.2, z + 0.3))
            with placed(room.canvas, room.at(x, 0, z), scale=room.size(1.15, z)):
                get("barrel").draw(room.canvas, rng, Look(colour=jitter(rgb("8a5a32"), rng, 0.04)))
    for x in (-0.5, 0.5):
        f.pendant(room, x, 3.6, drop=0.5, tone=STEEL)
    room.ambience(warm=0.9, vignette=0.55, dark=0.8)


def bricks(
    room: Room,
    rng: np.random.Generator,
    tones: tuple[Colour, ...] = BRICKS,
    *,
    course: float = 0.16,
    long: float = 0.42,
) -> None:
    """Courses of bricks, so high and long in metres, over the back wall and the two side walls."""
    half, mortar = room.half, rgb("c8b8a8")
    for row in range(int(room.high / course) + 1):
        y0, y1 = row * course + 0.012, min(room.high, (row + 1) * course)
        shift = long / 2 * (row % 2)
        at = -half - shift
        while at < half:
            x0, x1 = max(-half, at + 0.012), min(half, at + long)
            if x1 > x0:
                room.panel([(x0, y0, DEPTH), (x1, y0, DEPTH), (x1, y1, DEPTH), (x0, y1, DEPTH)], _brick(rng, tones))
            at += long
        for side in (-1, 1):
            z = 0.6 - shift
            while z < DEPTH:
                z0, z1 = max(0.4, z + 0.012), min(DEPTH, z + long)
                x = side * half
                ink = shade(_brick(rng, tones), 0.84 if side < 0 else 0.72)
                room.panel([(x, y0, z0), (x, y0, z1), (x, y1, z1), (x, y1, z0)], ink)
                z += long
    room.panel([(-half, 0, DEPTH), (half, 0, DEPTH), (half, 0.03, DEPTH), (-half, 0.03, DEPTH)], shade(mortar, 0.7))


def _brick(rng: np.random.Generator, tones: tuple[Colour, ...]) -> Colour:
    return jitter(tones[int(rng.integers(len(tones)))], rng, 0.04)
