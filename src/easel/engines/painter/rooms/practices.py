"""Where people are served, judged and examined: a laboratory, a barber's, a theatre for operations, a court, a
pharmacy, a nightclub."""

from math import cos, pi, sin

import numpy as np
import skia

from easel.engines.painter.brush import (
    WHITE,
    Colour,
    circle,
    curve,
    ellipse,
    linear,
    paint,
    polygon,
    rectangle,
    rgb,
    shade,
)
from easel.engines.painter.rooms import furniture as f
from easel.engines.painter.rooms.room import DEPTH, Room
from easel.engines.painter.rooms.services import ceiling_lights
from easel.engines.painter.rooms.windows import back_window
from easel.engines.painter.scene import Scene

STEEL, WALNUT, BRASS = rgb("c2c8ce"), rgb("6e452a"), rgb("c9a24a")
LIQUIDS = tuple(map(rgb, ("3fa6e0", "4fc07a", "e8685a", "f0b83a", "9a6ad0", "4ac8c0")))


def laboratory(scene: Scene) -> None:
    """A long white bench with flasks of many colours, shelves of bottles, a window, strips of light."""
    room, rng = Room(scene), scene.rng("laboratory")
    room.shell(rgb("e4ecef"), rgb("c2ccd0"), ceiling=rgb("f6f9fa"), planks=False)
    half, side = room.half, float(rng.choice([-1, 1]))
    ceiling_lights(room, (-0.5 * half, 0.5 * half))
    a, b = sorted((side * 0.12 * half, side * 0.9 * half))
    back_window(room, (a, b), (1.35, 2.6), panes=(2, 1), frame=rgb("f2f5f6"))
    z = DEPTH - 0.65
    room.box((-0.95 * half, 0.95 * half), (0, 0.86), (z + 0.05, DEPTH), rgb("dfe6e9"))
    for k in range(7):
        x = -0.95 * half + (k + 0.5) * 1.9 * half / 7
        curve(room.canvas, [room.at(x - 0.1, 0.68, z), room.at(x + 0.1, 0.68, z)], rgb("8a969c"), room.size(0.03, z))
    room.box((-0.97 * half, 0.97 * half), (0.86, 0.93), (z, DEPTH), rgb("5a666e"))
    for k in range(9):
        x = -0.86 * half + k * 1.72 * half / 8
        (_flask, _tubes, _beaker)[k % 3](room, x, 0.93, z + 0.3, LIQUIDS[int(rng.integers(6))])
    a, b = sorted((-side * 0.08 * half, -side * 0.92 * half))
    for y in (1.5, 1.95, 2.4):
        room.box((a, b), (y - 0.04, y), (DEPTH - 0.3, DEPTH), rgb("c9d2d6"))
        x = a + 0.1
        while x < b - 0.1:
            _bottle(room, x, y, LIQUIDS[int(rng.integers(6))], float(rng.uniform(0.18, 0.3)))
            x += 0.17
    room.ambience(warm=0.1, vignette=0.15)


def _flask(room: Room, x: float, y: float, z: float, ink: Colour) -> None:
    glass = [room.at(x + p, y + q, z) for p, q in ((-0.03, 0.34), (0.03, 0.34), (0.03, 0.22), (0.13, 0), (-0.13, 0),
                                                    (-0.03, 0.22))]  # fmt: skip
    polygon(room.canvas, glass, rgb("dff0f6"), 0.75)
    polygon(room.canvas, [room.at(x + p, y + q, z) for p, q in ((-0.07, 0.13), (0.07, 0.13), (0.13, 0), (-0.13, 0))],
            ink, 0.9)  # fmt: skip


def _beaker(room: Room, x: float, y: float, z: float, ink: Colour) -> None:
    for top, colour, alpha in ((0.26, rgb("dff0f6"), 0.75), (0.16, ink, 0.9)):
        left, high = room.at(x - 0.09, y + top, z)
        right, low = room.at(x + 0.09, y, z)
        rectangle(room.canvas, (left, high), right - left, low - high, colour, alpha, round=room.size(0.02, z))


def _tubes(room: Room, x: float, y: float, z: float, ink: Colour) -> None:
    room.box((x - 0.17, x + 0.17), (y, y + 0.09), (z, z + 0.1), rgb("b98a56"))
    for k in range(4):
        at = x - 0.12 + 0.08 * k
        ends = [room.at(at, y + 0.06, z), room.at(at, y + 0.3, z)]
        curve(room.canvas, ends, rgb("dff0f6"), room.size(0.05, z), 0.9)
        curve(room.canvas, [room.at(at, y + 0.06, z), room.at(at, y + 0.18, z)], LIQUIDS[k], room.size(0.045, z))


def _bottle(room: Room, x: float, y: float, ink: Colour, tall: float) -> None:
    z = DEPTH - 0.2
    left, top = room.at(x - 0.055, y + 0.75 * tall, z)
    right, low = room.at(x + 0.055, y, z)
    rectangle(room.canvas, (left, top), right - left, low - top,
              linear((left, 0), (right, 0), (shade(ink, 1.2), shade(ink, 0.7))), round=room.size(0.02, z))  # fmt: skip
    curve(room.canvas, [room.at(x, y + 0.78 * tall, z), room.at(x, y + tall, z)], rgb("f0f2f2"), room.size(0.05, z))
    rectangle(room.canvas, (left, top + 0.35 * (low - top)), right - left, 0.35 * (low - top), WHITE, 0.85)


def barbershop(scene: Scene) -> None:
    """Mirrors with bulbs around them over a shelf of bottles, a striped pole, a chequered floor."""
    room, rng = Room(scene), scene.rng("barbershop")
    room.shell(rgb("3f5a5c"), rgb("8a8c8a"), ceiling=rgb("d8d2c4"), planks=False)
    half, side = room.half, float(rng.choice([-1, 1]))
    z = DEPTH - 0.02
    room.panel([(-half, 0, z), (half, 0, z), (half, 1.0, z), (-half, 1.0, z)], WALNUT)
    for middle in (-0.5 * half, 0.5 * half):
        wide = min(0.62, 0.36 * half)
        _mirror(room, (middle - wide, middle + wide))
    room.box((-0.95 * half, 0.95 * half), (0.9, 0.98), (DEPTH - 0.45, DEPTH), rgb("e8e2d6"))
    for k in range(14):
        x = -0.88 * half + k * 1.76 * half / 13
        tall, ink = float(rng.uniform(0.14, 0.26)), LIQUIDS[int(rng.integers(6))]
        room.box((x - 0.04, x + 0.04), (0.98, 0.98 + tall), (DEPTH - 0.3, DEPTH - 0.24), ink)
    _pole(room, side * (half - 0.28), 3.6)
    f.pendant(room, -0.45 * half, 3.4)
    f.pendant(room, 0.45 * half, 3.4)
    room.ambience(warm=0.5)


def _mirror(room: Room, x: tuple[float, float]) -> None:
    z = DEPTH - 0.04
    room.box((x[0] - 0.1, x[1] + 0.1), (1.12, 2.5), (z, DEPTH), rgb("8a5a34"))
    left, top = room.at(x[0], 2.4, z)
    right, low = room.at(x[1], 1.22, z)
    glass = linear((left, top), (right, low), (rgb("bccfd6"), rgb("e6f0f2"), rgb("a4b8c0"), rgb("cddbe0")))
    rectangle(room.canvas, (left, top), right - left, low - top, glass)
    for k in range(6):
        for edge in (x[0] - 0.05, x[1] + 0.05):
            bulb = room.at(edge, 1.25 + 0.225 * k, z - 0.03)
            circle(room.canvas, bulb, room.size(0.09, z), rgb("ffdf9a"), 0.35, blur=room.size(0.04, z))
            circle(room.canvas, bulb, room.size(0.045, z), rgb("fff4d2"))


def _pole(room: Room, x: float, z: float) -> None:
    """A pole of red, white and blue stripes that wind around it."""
    wide, (low, high) = 0.11, (1.2, 2.1)
    left, top = room.at(x - wide, high, z)
    right, bottom = room.at(x + wide, low, z)
    room.canvas.save()
    room.canvas.clipRect(skia.Rect.MakeLTRB(left, top, right, bottom))
    room.canvas.drawRect(skia.Rect.MakeLTRB(left, top, right, bottom), paint(rgb("f6f4f0")))
    step = (bottom - top) / 5
    for k in range(-1, 7):
        for shift, ink in ((0.0, rgb("d0342e")), (0.5, rgb("2f5aa8"))):
            y = top + (k + shift) * step
            polygon(room.canvas, [(left, y + 0.4 * step), (right, y - 0.3 * step), (right, y - 0.05 * step),
                                  (left, y + 0.65 * step)], ink)  # fmt: skip
    room.canvas.restore()
    for y in (high, low):
        room.box((x - 0.14, x + 0.14), (y - 0.05, y + 0.05), (z, z + 0.2), STEEL)


def operating_room(scene: Scene) -> None:
    """Green walls, a great lamp with many lights on its arm, screens, a cabinet, bright and bare."""
    room, rng = Room(scene), scene.rng("operating room")
    room.shell(rgb("b9d8d2"), rgb("9cb8b4"), ceiling=rgb("e6f0ee"), planks=False)
    half, side = room.half, float(rng.choice([-1, 1]))
    z = DEPTH - 0.03
    room.panel([(-half, 0.1, z), (half, 0.1, z), (half, 1.2, z), (-half, 1.2, z)], rgb("a2c8c0"))
    for k in range(9):
        x = -half + k * half / 4
        curve(room.canvas, [room.at(x, 0.1, z), room.at(x, 2.7, z)], rgb("93bcb4"), room.size(0.012, z))
    _screens(room, side * 0.62 * half)
    cabinet = -side * 0.66 * half
    room.box((cabinet - 0.5, cabinet + 0.5), (0, 2.0), (DEPTH - 0.4, DEPTH), rgb("eef3f3"))
    for shelf in range(4):
        y = 0.95 + 0.26 * shelf
        room.panel([(cabinet - 0.44, y, DEPTH - 0.41), (cabinet + 0.44, y, DEPTH - 0.41),
                    (cabinet + 0.44, y + 0.21, DEPTH - 0.41), (cabinet - 0.44, y + 0.21, DEPTH - 0.41)],
                   rgb("c4dfe4"))  # fmt: skip
        for k in range(6):
            x = cabinet - 0.36 + 0.145 * k
            tall = float(rng.uniform(0.08, 0.17))
            room.panel([(x - 0.04, y, DEPTH - 0.42), (x + 0.04, y, DEPTH - 0.42), (x + 0.04, y + tall, DEPTH - 0.42),
                        (x - 0.04, y + tall, DEPTH - 0.42)], LIQUIDS[int(rng.integers(6))], 0.8)  # fmt: skip
    for at in (-0.34 * half, 0.34 * half):
        _great_lamp(room, at, 3.1)
    room.ambience(warm=0.05, vignette=0.22)


def _screens(room: Room, x: float) -> None:
    z = DEPTH - 0.3
    room.box((x - 0.03, x + 0.03), (0, 1.3), (z, z + 0.06), STEEL)
    for y, ink in ((1.25, "5af0a0"), (1.75, "6fd0ff")):
        room.box((x - 0.34, x + 0.34), (y, y + 0.44), (z - 0.05, z), rgb("39424a"))
        left, top = room.at(x - 0.3, y + 0.4, z - 0.06)
        right, low = room.at(x + 0.3, y + 0.04, z - 0.06)
        rectangle(room.canvas, (left, top), right - left, low - top, rgb("0f1c22"))
        points = [(left + (right - left) * t, 0.5 * (top + low) + (low - top) * v)
                  for t, v in ((0, 0), (0.3, 0), (0.38, -0.3), (0.46, 0.28), (0.52, 0), (0.74, 0), (0.8, -0.2),
                               (0.86, 0), (1, 0))]  # fmt: skip
        room.canvas.drawPath(skia.Path.Polygon(points, False), paint(rgb(ink), width=max(0.7, room.size(0.02, z))))


def _great_lamp(room: Room, x: float, z: float) -> None:
    """A dish of lights that hangs on an arm."""
    y = room.high - 0.5
    curve(room.canvas, [room.at(x, room.high, z), room.at(x + 0.1, y + 0.2, z), room.at(x, y, z)], STEEL,
          room.size(0.05, z))  # fmt: skip
    centre = room.at(x, y, z)
    wide, high = room.size(0.5, z), room.size(0.17, z)
    ellipse(room.canvas, (centre[0], centre[1] - 0.3 * high), wide, high, rgb("dfe6e8"))
    ellipse(room.canvas, centre, 0.94 * wide, 0.85 * high, rgb("f4f8f8"))
    for k in range(7):
        turn = 2 * pi * k / 6
        far = 0.0 if k == 6 else 0.62
        bulb = (centre[0] + far * wide * cos(turn), centre[1] + far * high * sin(turn))
        ellipse(room.canvas, bulb, 0.2 * wide, 0.22 * high, rgb("fffbe6"))
    room.lamp_light((x, y - 0.2, z), 1.5, rgb("fffdf0"), 0.45)


def courtroom(scene: Scene) -> None:
    """Panels of dark wood between pilasters, the scales of justice over the high bench, flags at its sides."""
    room = Room(scene)
    room.shell(rgb("8a5f3e"), rgb("7a5a3c"), ceiling=rgb("d8c8a8"))
    half, z = room.half, DEPTH - 0.03
    for k in range(6):
        a, b = (-half + 2 * half * (k + s) / 6 for s in (0.12, 0.88))
        for low, high in ((0.2, 1.1), (1.25, 2.75)):
            room.panel([(a, low, z), (b, low, z), (b, high, z), (a, high, z)], shade(WALNUT, 1.15))
            a1, b1 = a + 0.06, b - 0.06
            room.panel([(a1, low + 0.06, z), (b1, low + 0.06, z), (b1, high - 0.06, z), (a1, high - 0.06, z)],
                       shade(WALNUT, 1.4))  # fmt: skip
    for x in (-0.34 * half, 0.34 * half):
        room.box((x - 0.09, x + 0.09), (0, room.high), (DEPTH - 0.14, DEPTH), rgb("b99a6a"))
    circle(room.canvas, room.at(0, 2.45, z), room.size(0.34, z), BRASS)
    circle(room.canvas, room.at(0, 2.45, z), room.size(0.3, z), rgb("3a2a1c"))
    beam = [room.at(-0.2, 2.58, z), room.at(0.2, 2.58, z)]
    curve(room.canvas, beam, BRASS, room.size(0.03, z))
    curve(room.canvas, [room.at(0, 2.64, z), room.at(0, 2.26, z)], BRASS, room.size(0.03, z))
    for x in (-0.2, 0.2):
        for edge in (-0.07, 0.07):
            curve(room.canvas, [room.at(x, 2.58, z), room.at(x + edge, 2.4, z)], BRASS, room.size(0.01, z))
        curve(room.canvas, [room.at(x - 0.08, 2.4, z), room.at(x, 2.36, z), room.at(x + 0.08, 2.4, z)], BRASS,
              room.size(0.03, z))  # fmt: skip
    room.box((-0.62 * half, 0.62 * half), (0, 1.05), (DEPTH - 0.7, DEPTH - 0.1), shade(WALNUT, 1.1))
    room.box((-0.66 * half, 0.66 * half), (1.05, 1.12), (DEPTH - 0.75, DEPTH - 0.05), shade(WALNUT, 1.4))
    for side, ink in ((-1, "b5342c"), (1, "2f4f8a")):
        x = side * 0.78 * half
        curve(room.canvas, [room.at(x, 0, DEPTH - 0.4), room.at(x, 2.3, DEPTH - 0.4)], BRASS, room.size(0.035, 5))
        cloth = [room.at(x + p, q, DEPTH - 0.4) for p, q in ((0, 2.2), (0.22, 2.0), (0.28, 1.2), (0.06, 0.9), (0, 1.0))]
        polygon(room.canvas, cloth, rgb(ink))
    room.ambience(warm=0.5)


def pharmacy(scene: Scene) -> None:
    """White shelves full of boxes and bottles along three walls, a green cross."""
    room, rng = Room(scene), scene.rng("pharmacy")
    room.shell(rgb("eef4f0"), rgb("cfd8d4"), ceiling=rgb("fafcfa"), planks=False)
    half = room.half
    ceiling_lights(room, (-0.5 * half, 0.5 * half), wide=0.12)
    for row in range(5):
        y = 0.25 + 0.45 * row
        for a, b in ((-0.95 * half, -0.3), (0.3, 0.95 * half)):
            room.box((a, b), (y - 0.05, y), (DEPTH - 0.35, DEPTH), rgb("dfe8e4"))
            _boxes(room, (a + 0.04, b - 0.04), y, rng)
    room.box((-0.3, 0.3), (0, 2.3), (DEPTH - 0.2, DEPTH), rgb("2f9a6a"))
    for p, q in ((0.2, 0.07), (0.07, 0.2)):
        z = DEPTH - 0.21
        room.panel([(-p, 1.9 - q, z), (p, 1.9 - q, z), (p, 1.9 + q, z), (-p, 1.9 + q, z)], WHITE)
    room.ambience(warm=0.1, vignette=0.15)


def _boxes(room: Room, x: tuple[float, float], y: float, rng: np.random.Generator) -> None:
    """Boxes of medicine, each white with a band of its colour."""
    at, z = x[0], DEPTH - 0.36
    while at < x[1] - 0.12:
        wide, tall = float(rng.uniform(0.08, 0.15)), float(rng.uniform(0.14, 0.3))
        ink = LIQUIDS[int(rng.integers(6))]
        room.panel([(at, y, z), (at + wide, y, z), (at + wide, y + tall, z), (at, y + tall, z)], rgb("f8faf8"))
        room.panel([(at, y + 0.1 * tall, z), (at + wide, y + 0.1 * tall, z), (at + wide, y + 0.5 * tall, z),
                    (at, y + 0.5 * tall, z)], ink)  # fmt: skip
        at += wide + 0.02


def nightclub(scene: Scene) -> None:
    """Beams of coloured light in the dark, a mirror ball, loudspeakers, a floor of glowing tiles."""
    room, rng = Room(scene), scene.rng("nightclub")
    room.shell(rgb("241a3a"), rgb("2a2040"), ceiling=rgb("120c20"), planks=False)
    half = room.half
    inks = tuple(map(rgb, ("ff3ea8", "3ec8ff", "8a4aff", "ffd23e", "3effa8")))
    step = half / 3
    for row in range(8):
        for k in range(6):
            if (row + k) % 2:
                x, z = -half + k * step, 1.0 + 0.52 * row
                room.panel([(x, 0, z), (x + step, 0, z), (x + step, 0, z + 0.52), (x, 0, z + 0.52)],
                           inks[int(rng.integers(5))], 0.42)  # fmt: skip
    for side in (-1, 1):
        x = side * 0.78 * half
        room.box((x - 0.34, x + 0.34), (0, 1.9), (DEPTH - 0.6, DEPTH), rgb("17141f"))
        for y, wide in ((0.55, 0.26), (1.2, 0.2), (1.65, 0.1)):
            circle(room.canvas, room.at(x, y, DEPTH - 0.61), room.size(wide, DEPTH), rgb("3a3648"))
            circle(room.canvas, room.at(x, y, DEPTH - 0.61), room.size(0.55 * wide, DEPTH), rgb("0d0b14"))
    for k in range(7):
        x = -0.9 * half + 0.3 * half * k
        foot = x + float(rng.uniform(-1.2, 1.2))
        beam = [room.at(x - 0.04, room.high, 3.6), room.at(x + 0.04, room.high, 3.6), room.at(foot + 0.42, 0, 3.6),
                room.at(foot - 0.42, 0, 3.6)]  # fmt: skip
        polygon(room.canvas, beam, inks[k % 5], 0.3, blend=skia.BlendMode.kScreen, blur=room.size(0.05, 3.6))
    _mirror_ball(room, rng)
    room.ambience(warm=0.2, vignette=0.4, dark=0.9)


def _mirror_ball(room: Room, rng: np.random.Generator) -> None:
    centre, size = room.at(0, room.high - 0.55, 3.2), room.size(0.27, 3.2)
    curve(room.canvas, [room.at(0, room.high, 3.2), centre], STEEL, room.size(0.02, 3.2))
    circle(room.canvas, centre, size, rgb("8a90a8"))
    for row in range(-3, 4):
        y = size * row / 3.6
        reach = (size**2 - y**2) ** 0.5
        for k in range(-3, 4):
            x = reach * sin(k * pi / 7.5)
            tile = 0.2 * size * max(0.35, cos(k * pi / 7.5))
            tone = shade(rgb("c8d2e8"), float(rng.uniform(0.55, 1.35)))
            rectangle(room.canvas, (centre[0] + x - tile / 2, centre[1] + y - 0.1 * size), tile, 0.2 * size, tone)
    circle(room.canvas, centre, 2.2 * size, WHITE, 0.12, blur=size, blend=skia.BlendMode.kScreen)
