"""Where things are made and mended: a workshop, a garage, a smithy, a bakery."""

import numpy as np

from easel.engines.painter.brush import WHITE, Colour, circle, curve, ellipse, jitter, linear, polygon, rgb, shade
from easel.engines.painter.rooms import furniture as f
from easel.engines.painter.rooms.lofts import bricks
from easel.engines.painter.rooms.room import DEPTH, Room
from easel.engines.painter.rooms.services import ceiling_lights
from easel.engines.painter.rooms.windows import back_window
from easel.engines.painter.scene import Scene

STEEL, IRON, OAK, PINE = rgb("b4bcc4"), rgb("34373c"), rgb("8a5f3a"), rgb("c49a66")
HANDLES = tuple(map(rgb, ("d8482e", "e8b23a", "2f6fb4", "3a3e44", "b8864a")))
SOOT = tuple(map(rgb, ("5a4a44", "64504a", "4e423e", "6a5850")))
CRUSTS = tuple(map(rgb, ("c8863c", "b8722c", "d89a4e", "a8642a", "e0b06a")))


def workshop(scene: Scene) -> None:
    """A bench with a vice under a wall of tools, boards that lean in a corner, shavings on the floor."""
    room, rng = Room(scene), scene.rng("workshop")
    room.shell(rgb("cdb694"), rgb("a5845c"), ceiling=rgb("b09872"))
    half, side = room.half, float(rng.choice([-1, 1]))
    a, b = sorted((-side * 0.3 * half, -side * 0.9 * half))
    back_window(room, (a, b), (1.25, 2.6), panes=(3, 2), frame=OAK)
    tool_wall(room, sorted((-side * 0.2 * half, side * 0.94 * half)), rng)
    _workbench(room, (-0.92 * half, 0.92 * half))
    for k in range(4):
        foot, head = side * (half - 0.12 - 0.16 * k), side * (half - 0.05 - 0.1 * k)
        board = [(foot - 0.06, 0, 4.0), (foot + 0.06, 0, 4.0), (head + 0.06, 2.1 - 0.2 * k, 4.6),
                 (head - 0.06, 2.1 - 0.2 * k, 4.6)]  # fmt: skip
        room.panel(board, jitter(PINE, rng, 0.05))
    for _ in range(30):
        x, z = rng.uniform(-0.9, 0.9) * half, rng.uniform(1.6, 4.2)
        centre = room.at(x, 0, z)
        ellipse(room.canvas, centre, room.size(0.05, z), room.size(0.018, z), shade(PINE, rng.uniform(0.9, 1.25)))
    f.pendant(room, -0.3 * half, 3.6)
    f.pendant(room, 0.4 * half, 3.6)
    room.ambience(warm=0.6)


def tool_wall(room: Room, x: list[float], rng: np.random.Generator) -> None:
    """A board on the far wall with spanners, hammers, saws and drivers in rows."""
    z, (low, high) = DEPTH - 0.03, (1.28, 2.62)
    room.panel([(x[0], low, z), (x[1], low, z), (x[1], high, z), (x[0], high, z)], rgb("7c6a52"))
    draw = (_spanner, _hammer, _driver, _saw)
    number = max(3, int((x[1] - x[0]) / 0.3))
    for row in range(2):
        for k in range(number):
            at = x[0] + (k + 0.5) * (x[1] - x[0]) / number
            draw[int(rng.integers(len(draw)))](room, at, high - 0.16 - 0.62 * row, z, HANDLES[int(rng.integers(5))])


def _spanner(room: Room, x: float, y: float, z: float, ink: Colour) -> None:
    for end in (y, y - 0.34):
        circle(room.canvas, room.at(x, end, z), room.size(0.05, z), STEEL, width=room.size(0.035, z))
    curve(room.canvas, [room.at(x, y - 0.05, z), room.at(x, y - 0.29, z)], STEEL, room.size(0.045, z))


def _hammer(room: Room, x: float, y: float, z: float, ink: Colour) -> None:
    curve(room.canvas, [room.at(x, y, z), room.at(x, y - 0.4, z)], OAK, room.size(0.035, z))
    curve(room.canvas, [room.at(x - 0.09, y, z), room.at(x + 0.08, y, z)], IRON, room.size(0.07, z))


def _driver(room: Room, x: float, y: float, z: float, ink: Colour) -> None:
    curve(room.canvas, [room.at(x, y, z), room.at(x, y - 0.13, z)], ink, room.size(0.07, z))
    curve(room.canvas, [room.at(x, y - 0.15, z), room.at(x, y - 0.38, z)], STEEL, room.size(0.025, z))


def _saw(room: Room, x: float, y: float, z: float, ink: Colour) -> None:
    blade = [room.at(x - 0.08, y - 0.08, z), room.at(x + 0.08, y - 0.08, z), room.at(x + 0.03, y - 0.46, z),
             room.at(x - 0.02, y - 0.46, z)]  # fmt: skip
    polygon(room.canvas, blade, STEEL)
    circle(room.canvas, room.at(x, y - 0.02, z), room.size(0.055, z), ink, width=room.size(0.035, z))


def _workbench(room: Room, x: tuple[float, float]) -> None:
    """A heavy bench along the far wall with drawers, a vice, glue pots and a plane on it."""
    z = (DEPTH - 0.7, DEPTH - 0.05)
    room.shadow(x, z)
    room.box(x, (0.0, 0.8), (z[0] + 0.06, z[1]), shade(OAK, 0.8))
    for k in range(5):
        a = x[0] + (x[1] - x[0]) * (k + 0.08) / 5
        b = x[0] + (x[1] - x[0]) * (k + 0.92) / 5
        for low in (0.1, 0.44):
            room.panel([(a, low, z[0]), (b, low, z[0]), (b, low + 0.27, z[0]), (a, low + 0.27, z[0])], OAK)
            circle(room.canvas, room.at(0.5 * (a + b), low + 0.14, z[0]), room.size(0.025, z[0]), IRON)
    room.box(x, (0.8, 0.88), z, PINE)
    at = x[0] + 0.35
    room.box((at - 0.13, at + 0.13), (0.88, 1.04), (z[0] + 0.05, z[0] + 0.25), rgb("3f6a8a"))
    room.box((at - 0.17, at + 0.17), (1.04, 1.1), (z[0] + 0.05, z[0] + 0.25), STEEL)
    for k, ink in enumerate(("c8482e", "3f7a5a", "e0b04a")):
        can = x[1] - 0.3 - 0.2 * k
        room.box((can - 0.07, can + 0.07), (0.88, 1.06), (z[0] + 0.2, z[0] + 0.3), rgb(ink))


def garage(scene: Scene) -> None:
    """A roller door, a wall of tools over a red chest of drawers, a stack of tyres, an oil drum."""
    room, rng = Room(scene), scene.rng("garage")
    room.shell(rgb("b8bcbc"), rgb("8c8e90"), ceiling=rgb("9a9c9e"), planks=False)
    half, side = room.half, float(rng.choice([-1, 1]))
    ceiling_lights(room, (-0.5 * half, 0.5 * half), wide=0.09)
    a, b = sorted((-side * 0.95 * half, side * 0.12 * half))
    z = DEPTH - 0.02
    for k in range(11):
        low = 0.235 * k
        room.panel([(a, low, z), (b, low, z), (b, low + 0.225, z), (a, low + 0.225, z)],
                   linear(room.at(0, low + 0.22, z), room.at(0, low, z), (rgb("dfe2e2"), rgb("b2b8ba"))))  # fmt: skip
    room.box((a - 0.06, b + 0.06), (2.6, 2.78), (DEPTH - 0.15, DEPTH), rgb("6a7076"))
    tool_wall(room, sorted((side * 0.2 * half, side * 0.95 * half)), rng)
    _chest(room, side * 0.57 * half, rng)
    for k in range(4):
        _tyre(room, -side * (half - 0.42), 0.2 * k, 4.1)
    room.shadow((side * (half - 0.6), side * (half - 0.1)), (3.3, 3.7)) if side > 0 else None
    drum = side * (half - 0.36)
    room.box((drum - 0.22, drum + 0.22), (0.0, 0.82), (3.3, 3.65), rgb("2f6a9a"))
    for y in (0.25, 0.52):
        room.box((drum - 0.225, drum + 0.225), (y, y + 0.04), (3.29, 3.65), rgb("24527a"))
    for _ in range(4):
        x, at = rng.uniform(-0.7, 0.7) * half, rng.uniform(1.8, 3.4)
        ellipse(room.canvas, room.at(x, 0, at), room.size(0.2, at), room.size(0.05, at), rgb("3a3a3c"), 0.25)
    room.ambience(warm=0.2)


def _chest(room: Room, x: float, rng: np.random.Generator) -> None:
    z, red = DEPTH - 0.55, rgb("c8382e")
    room.shadow((x - 0.5, x + 0.5), (z, DEPTH))
    room.box((x - 0.5, x + 0.5), (0.08, 0.95), (z, DEPTH - 0.05), red)
    for k in range(5):
        low = 0.13 + 0.16 * k
        ends = ((x - 0.46, low), (x + 0.46, low), (x + 0.46, low + 0.13), (x - 0.46, low + 0.13))
        room.panel([(p, q, z - 0.01) for p, q in ends], shade(red, 1.15))
        curve(room.canvas, [room.at(x - 0.3, low + 0.1, z), room.at(x + 0.3, low + 0.1, z)], STEEL, room.size(0.025, z))
    room.box((x - 0.3, x - 0.02), (0.95, 1.1), (z + 0.1, z + 0.3), rgb("e8b23a"))
    room.box((x + 0.12, x + 0.26), (0.95, 1.17), (z + 0.1, z + 0.25), rgb("3a3e44"))


def _tyre(room: Room, x: float, y: float, z: float) -> None:
    centre = room.at(x, y + 0.1, z)
    wide, high = room.size(0.34, z), room.size(0.1, z)
    room.box((x - 0.34, x + 0.34), (y + 0.02, y + 0.18), (z, z + 0.4), rgb("2a2c30"))
    ellipse(room.canvas, (centre[0], centre[1] - 0.8 * high), wide, 0.8 * high, rgb("34363a"))
    ellipse(room.canvas, (centre[0], centre[1] - 0.85 * high), 0.55 * wide, 0.4 * high, rgb("17181a"))


def smithy(scene: Scene) -> None:
    """Sooty stone, a hearth with a glowing fire under its hood, tongs and horseshoes on the wall."""
    room, rng = Room(scene), scene.rng("smithy")
    room.shell(rgb("6a5a50"), rgb("5c5048"), ceiling=rgb("3e342e"), planks=False)
    bricks(room, rng, SOOT, course=0.28, long=0.58)
    half, side = room.half, float(rng.choice([-1, 1]))
    for z in (4.7, 3.6, 2.5):
        room.box((-half, half), (room.high - 0.2, room.high), (z, z + 0.2), rgb("4a3424"))
    x, z = side * 0.52 * half, DEPTH - 0.9
    room.box((x - 0.75, x + 0.75), (0.0, 0.75), (z, DEPTH), rgb("574a44"))
    room.panel([(x - 0.62, 0.76, z), (x + 0.62, 0.76, z), (x + 0.62, 0.76, DEPTH), (x - 0.62, 0.76, DEPTH)],
               rgb("2a2220"))  # fmt: skip
    for _ in range(26):
        coal = room.at(x + rng.uniform(-0.5, 0.5), 0.78 + rng.uniform(0, 0.08), z + rng.uniform(0.1, 0.7))
        ink = rgb(("ffb03a", "ff7a24", "e8481a", "5a3026")[int(rng.integers(4))])
        ellipse(room.canvas, coal, room.size(0.06, z), room.size(0.04, z), ink)
    for dx, tall in ((-0.3, 0.34), (-0.08, 0.55), (0.12, 0.46), (0.3, 0.3)):
        flame = [room.at(x + dx - 0.1, 0.78, z + 0.3), room.at(x + dx + 0.1, 0.78, z + 0.3),
                 room.at(x + dx + 0.02, 0.78 + tall, z + 0.3)]  # fmt: skip
        polygon(room.canvas, flame, rgb("ffb53c"), 0.85, blur=room.size(0.03, z))
    hood = [(x - 0.8, 1.5, z), (x + 0.8, 1.5, z), (x + 0.35, room.high, z + 0.3), (x - 0.35, room.high, z + 0.3)]
    room.panel(hood, linear(room.at(x - 0.8, 2, z), room.at(x + 0.8, 2, z), (rgb("4e4640"), rgb("2c2724"))))
    for k in range(5):
        at = -side * (0.12 + 0.18 * k) * half
        nail = room.at(at, 2.2, DEPTH - 0.05)
        if k % 2:
            ring = [(nail[0] - room.size(0.09, 5), nail[1] + room.size(0.22, 5)), (nail[0], nail[1]),
                    (nail[0] + room.size(0.09, 5), nail[1] + room.size(0.22, 5))]  # fmt: skip
            curve(room.canvas, ring, STEEL, room.size(0.045, 5))
        else:
            for turn in (-0.05, 0.05):
                curve(room.canvas, [nail, room.at(at + turn, 1.55, DEPTH - 0.05)], IRON, room.size(0.035, 5))
    barrel = -side * (half - 0.45)
    room.box((barrel - 0.27, barrel + 0.27), (0, 0.75), (3.9, 4.4), rgb("6a4a2e"))
    for y in (0.12, 0.58):
        room.box((barrel - 0.275, barrel + 0.275), (y, y + 0.05), (3.89, 4.4), IRON)
    room.lamp_light((x, 1.0, z), 2.6, rgb("ff9a3c"), 0.55)
    room.ambience(warm=0.9, vignette=0.5, dark=0.8)


def bakery(scene: Scene) -> None:
    """A brick oven that glows, shelves of loaves, sacks of flour."""
    room, rng = Room(scene), scene.rng("bakery")
    room.shell(rgb("efe0c8"), rgb("b98e62"), ceiling=rgb("f4ead8"), planks=False)
    half, side = room.half, float(rng.choice([-1, 1]))
    x, z = side * 0.5 * half, DEPTH - 0.6
    room.box((x - 0.85, x + 0.85), (0, 2.3), (z, DEPTH), rgb("b5664c"))
    for row in range(14):
        y = 0.16 * row
        curve(room.canvas, [room.at(x - 0.85, y, z), room.at(x + 0.85, y, z)], rgb("d8c4b0"), room.size(0.014, z))
        for k in range(5):
            at = x - 0.85 + 0.36 * k + 0.18 * (row % 2)
            ends = [room.at(at, y, z), room.at(at, y + 0.16, z)]
            curve(room.canvas, ends, rgb("d8c4b0"), room.size(0.012, z))
    mouth = [(-0.45, 0.85), (-0.45, 1.25), (-0.25, 1.5), (0.25, 1.5), (0.45, 1.25), (0.45, 0.85)]
    room.panel([(x + 1.15 * p, 1.0 + 1.15 * (q - 1.0), z - 0.01) for p, q in mouth], rgb("6a3a2a"))
    room.panel([(x + p, q, z - 0.02) for p, q in mouth],
               linear(room.at(x, 1.5, z), room.at(x, 0.85, z), (rgb("5a1e10"), rgb("ff9a3c"))))  # fmt: skip
    room.lamp_light((x, 1.1, z), 1.2, rgb("ffb060"), 0.4)
    a, b = sorted((-side * 0.1 * half, -side * 0.95 * half))
    for row in range(4):
        y = 0.5 + 0.5 * row
        room.box((a, b), (y - 0.05, y), (DEPTH - 0.4, DEPTH), OAK)
        at = a + 0.14
        while at < b - 0.12:
            wide = rng.uniform(0.1, 0.17)
            centre = room.at(at + 0.5 * wide, y + 0.07, DEPTH - 0.3)
            ellipse(room.canvas, centre, room.size(0.6 * wide, 5), room.size(0.085, 5), CRUSTS[int(rng.integers(5))])
            curve(room.canvas, [(centre[0] - room.size(0.3 * wide, 5), centre[1] - room.size(0.03, 5)),
                                (centre[0] + room.size(0.3 * wide, 5), centre[1] - room.size(0.05, 5))],
                  rgb("f4dcb0"), room.size(0.014, 5))  # fmt: skip
            at += 1.35 * wide
    for k in range(2):
        sack = -side * (half - 0.4 - 0.5 * k)
        base = room.at(sack, 0, 3.9 + 0.3 * k)
        ellipse(room.canvas, (base[0], base[1] - room.size(0.3, 4)), room.size(0.26, 4), room.size(0.32, 4),
                linear((base[0] - room.size(0.26, 4), 0), (base[0] + room.size(0.26, 4), 0),
                       (rgb("f2e8d2"), rgb("c8b490"))))  # fmt: skip
        ellipse(room.canvas, (base[0], base[1] - room.size(0.6, 4)), room.size(0.12, 4), room.size(0.07, 4), WHITE)
    f.pendant(room, 0, 3.6)
    room.ambience(warm=0.7)
