"""Rooms that one goes to for something: gym, hospital ward, supermarket."""

import numpy as np
import skia

from easel.engines.painter.brush import (
    WHITE,
    Colour,
    circle,
    curve,
    ellipse,
    jitter,
    linear,
    mix,
    paint,
    rectangle,
    rgb,
    shade,
)
from easel.engines.painter.rooms import furniture as f
from easel.engines.painter.rooms.room import DEPTH, Room
from easel.engines.painter.rooms.windows import back_window
from easel.engines.painter.scene import Scene

#: How far strips of light under the ceiling leave the night in a room.
LAMPS = 0.78
STEEL, RUBBER, IRON = rgb("c2c8ce"), rgb("3a3e44"), rgb("2b2e33")
PLATES = tuple(map(rgb, ("d8423a", "2f6fb4", "e8b83a", "3f9a5a")))
PACKS = tuple(map(rgb, ("e0483c", "f0b23a", "3f9a5a", "2f7fc0", "f4f0e6", "8a4a9a", "f07a3a", "4ab8c8")))


def ceiling_lights(room: Room, xs: tuple[float, ...], *, wide: float = 0.16) -> None:
    """Strips of light under the ceiling that run to the back."""
    y = room.high - 0.02
    for x in xs:
        for z in (1.5, 2.7, 3.9):
            strip = [(x - wide, y, z), (x + wide, y, z), (x + wide, y, z + 0.9), (x - wide, y, z + 0.9)]
            room.panel(strip, rgb("fdfdf4"), 0.5, blur=room.size(0.08, z), blend=skia.BlendMode.kScreen)
            room.panel(strip, rgb("fcfcf2"))


def gym(scene: Scene) -> None:
    """A mirror over a rack of dumbbells, treadmills at one side, a bench with a barbell at the other."""
    room, rng = Room(scene), scene.rng("gym")
    room.shell(rgb("aeb6bd"), rgb("50555c"), ceiling=rgb("6a7078"), planks=False)
    half, side = room.half, float(rng.choice([-1, 1]))
    ceiling_lights(room, (-0.55 * half, 0.55 * half))
    accent = PLATES[int(rng.integers(len(PLATES)))]
    room.panel([(-half, 2.55, DEPTH), (half, 2.55, DEPTH), (half, 2.8, DEPTH), (-half, 2.8, DEPTH)], accent)
    _mirror(room)
    _dumbbells(room, (-0.62 * half, 0.62 * half), rng)
    for z in (3.9, 2.6):
        _treadmill(room, side * 0.72 * half, z)
    _barbell(room, -side * 0.52 * half, 3.6, accent)
    for k, x in enumerate((0.9, 0.62)):
        _ball(room, -side * x * half, 4.9 - 0.5 * k, 0.28 + 0.05 * k, PLATES[(k + 1) % 4])
    room.ambience(warm=0.2, vignette=0.3, dark=LAMPS)


def _mirror(room: Room) -> None:
    """The mirrors of the far wall, joints between them, the room's light in them."""
    half = 0.86 * room.half
    left, top = room.at(-half, 2.45, DEPTH)
    right, low = room.at(half, 0.35, DEPTH)
    glass = linear((left, top), (right, low), (rgb("9fb0bb"), rgb("d5e0e6"), rgb("8b9aa4"), rgb("b9c6cd")))
    rectangle(room.canvas, (left, top), right - left, low - top, glass)
    floor = linear((0, low - 0.4 * (low - top)), (0, low), ((*rgb("50555c"), 0.0), (*rgb("50555c"), 0.7)))
    rectangle(room.canvas, (left, top), right - left, low - top, floor)
    for k in range(1, 4):
        x = left + (right - left) * k / 4
        curve(room.canvas, [(x, top), (x, low)], rgb("7c8891"), room.size(0.012, DEPTH))
    room.canvas.drawRect(skia.Rect.MakeLTRB(left, top, right, low), paint(rgb("e8ecef"), width=room.size(0.035, DEPTH)))


def _dumbbells(room: Room, x: tuple[float, float], rng: np.random.Generator) -> None:
    """Two shelves of dumbbells, the heavy ones below."""
    z = DEPTH - 0.55
    room.shadow(x, (z, z + 0.4))
    for level, size in ((0.32, 0.075), (0.72, 0.055)):
        room.box(x, (level - 0.05, level), (z, z + 0.4), IRON)
        step = 4.4 * size
        number = int((x[1] - x[0] - 0.1) / step)
        for k in range(number):
            at = x[0] + 0.05 + (k + 0.5) * (x[1] - x[0] - 0.1) / number
            bar = [room.at(at - 1.2 * size, level + size, z), room.at(at + 1.2 * size, level + size, z)]
            curve(room.canvas, bar, STEEL, room.size(0.5 * size, z))
            tone = shade(RUBBER, rng.uniform(0.9, 1.3))
            for end in (-1.2, 1.2):
                centre = room.at(at + end * size, level + size, z)
                ellipse(room.canvas, centre, room.size(0.6 * size, z), room.size(size, z), tone)
    for post in (x[0], x[1] - 0.06):
        room.box((post, post + 0.06), (0, 0.85), (z + 0.02, z + 0.4), IRON)


def _treadmill(room: Room, x: float, z: float) -> None:
    """A belt that comes towards the viewer, its handles and its screen at the far end."""
    room.shadow((x - 0.36, x + 0.36), (z - 0.1, z + 1.2))
    room.box((x - 0.36, x + 0.36), (0.0, 0.16), (z, z + 1.2), rgb("4a5058"))
    room.panel([(x - 0.26, 0.165, z), (x + 0.26, 0.165, z), (x + 0.26, 0.165, z + 1.15), (x - 0.26, 0.165, z + 1.15)],
               rgb("1d1f23"))  # fmt: skip
    for post in (x - 0.36, x + 0.3):
        room.box((post, post + 0.06), (0.16, 1.15), (z + 1.05, z + 1.12), STEEL)
        start, end = room.at(post + 0.03, 0.98, z + 0.55), room.at(post + 0.03, 1.05, z + 1.08)
        curve(room.canvas, [start, end], IRON, room.size(0.05, z + 0.8))
    room.box((x - 0.38, x + 0.38), (1.08, 1.34), (z + 1.04, z + 1.1), rgb("2e3238"))
    left, top = room.at(x - 0.2, 1.3, z + 1.03)
    right, low = room.at(x + 0.2, 1.13, z + 1.03)
    rectangle(room.canvas, (left, top), right - left, low - top,
              linear((left, top), (right, low), (rgb("6fd0f0"), rgb("2f6fb4"))))  # fmt: skip


def _barbell(room: Room, x: float, z: float, accent: Colour) -> None:
    """A padded bench under a barbell on its uprights."""
    room.shadow((x - 0.3, x + 0.3), (z - 0.7, z + 0.6))
    for post in (x - 0.42, x + 0.36):
        room.box((post, post + 0.06), (0, 1.15), (z + 0.5, z + 0.56), STEEL)
    room.box((x - 0.16, x + 0.16), (0.4, 0.5), (z - 0.7, z + 0.6), accent)
    for leg in (z - 0.6, z + 0.45):
        room.box((x - 0.1, x + 0.1), (0, 0.4), (leg, leg + 0.08), IRON)
    bar = [room.at(x - 0.95, 1.1, z + 0.5), room.at(x + 0.95, 1.1, z + 0.5)]
    curve(room.canvas, bar, STEEL, room.size(0.035, z + 0.5))
    for sign in (-1, 1):
        for k, tall in enumerate((0.26, 0.21, 0.15)):
            centre = room.at(x + sign * (0.66 + 0.09 * k), 1.1, z + 0.5)
            ellipse(room.canvas, centre, room.size(0.045, z + 0.5), room.size(tall, z + 0.5),
                    IRON if k != 1 else accent)  # fmt: skip


def _ball(room: Room, x: float, z: float, radius: float, colour: Colour) -> None:
    """A large ball to sit on."""
    room.shadow((x - radius, x + radius), (z - 0.1, z + 0.2), 0.3)
    centre, size = room.at(x, radius, z), room.size(radius, z)
    circle(room.canvas, centre, size, colour)
    circle(room.canvas, (centre[0] - 0.3 * size, centre[1] - 0.35 * size), 0.42 * size, WHITE, 0.3, blur=0.3 * size)


def hospital(scene: Scene) -> None:
    """A ward: a bed with rails and a drip, a monitor, a curtain on a rail, a green cross."""
    room, rng = Room(scene), scene.rng("hospital")
    room.shell(rgb("e6eef0"), rgb("b9c6c8"), ceiling=rgb("f6f8f8"), planks=False)
    half, side = room.half, float(rng.choice([-1, 1]))
    mint = rgb("8fc8bc")
    room.panel([(-half, 0.75, DEPTH), (half, 0.75, DEPTH), (half, 0.95, DEPTH), (-half, 0.95, DEPTH)], mint)
    for wall in (-half, half):
        room.panel([(wall, 0.75, 0.6), (wall, 0.95, 0.6), (wall, 0.95, DEPTH), (wall, 0.75, DEPTH)], shade(mint, 0.88))
    ceiling_lights(room, (0.0,), wide=0.34)
    a, b = sorted((-side * 0.12 * half, -side * 0.86 * half))
    back_window(room, (a, b), (1.05, 2.55), panes=(2, 1), frame=rgb("e9eef0"))
    _cross(room, side * 0.52 * half, 2.35)
    _monitor(room, side * 0.92 * half, 4.7)
    _ward_curtain(room, side)
    _ward_bed(room, side * 0.5 * half, (3.3, 5.1))
    _drip(room, side * 0.12 * half, 4.7)
    f.plant(room, -side * (half - 0.25), 4.7, high=0.9, pot=rgb("eef0ee"))
    room.ambience(warm=0.15, vignette=0.18, dark=LAMPS)


def _cross(room: Room, x: float, y: float) -> None:
    arm, green = 0.2, rgb("2f9a6a")
    for half in ((arm, 0.07), (0.07, arm)):
        room.panel([(x - half[0], y - half[1], DEPTH), (x + half[0], y - half[1], DEPTH),
                    (x + half[0], y + half[1], DEPTH), (x - half[0], y + half[1], DEPTH)], green)  # fmt: skip


def _ward_bed(room: Room, x: float, z: tuple[float, float]) -> None:
    """A white bed on wheels, its head raised against the far wall, rails at its sides."""
    half = 0.5
    room.shadow((x - half, x + half), z, 0.3)
    room.box((x - half, x + half), (0.45, 1.15), (z[1] - 0.06, z[1]), rgb("dfe6ea"))
    room.box((x - half, x + half), (0.36, 0.46), z, STEEL)
    room.box((x - half + 0.03, x + half - 0.03), (0.46, 0.6), (z[0] + 0.05, z[1] - 0.1), rgb("fbfcfc"))
    head = [(x - 0.42, 0.6, z[1] - 0.75), (x + 0.42, 0.6, z[1] - 0.75), (x + 0.42, 0.95, z[1] - 0.12),
            (x - 0.42, 0.95, z[1] - 0.12)]  # fmt: skip
    room.panel(head, rgb("f4f7f8"))
    left, top = room.at(x - 0.3, 1.0, z[1] - 0.3)
    right, low = room.at(x + 0.3, 0.76, z[1] - 0.3)
    rectangle(room.canvas, (left, top), right - left, low - top,
              linear((0, top), (0, low), (WHITE, rgb("d5dee2"))), round=room.size(0.07, z[1]))  # fmt: skip
    room.box((x - half, x + half), (0.44, 0.64), (z[0], z[1] - 0.85), rgb("a8d0d8"))
    for rail in (x - half - 0.02, x + half):
        for y in (0.72, 0.86):
            ends = [room.at(rail, y, z[0] + 0.25), room.at(rail, y, z[0] + 1.15)]
            curve(room.canvas, ends, STEEL, room.size(0.035, z[0] + 0.6))
        for at in (z[0] + 0.25, z[0] + 1.15):
            curve(room.canvas, [room.at(rail, 0.45, at), room.at(rail, 0.86, at)], STEEL, room.size(0.03, at))
    for wheel in (x - half + 0.08, x + half - 0.08):
        centre = room.at(wheel, 0.09, z[0] + 0.1)
        curve(room.canvas, [room.at(wheel, 0.36, z[0] + 0.1), centre], STEEL, room.size(0.04, z[0]))
        circle(room.canvas, centre, room.size(0.08, z[0]), IRON)


def _drip(room: Room, x: float, z: float) -> None:
    """A bag on a stand, its tube hanging down."""
    curve(room.canvas, [room.at(x, 0.02, z), room.at(x, 1.95, z)], STEEL, room.size(0.03, z))
    for foot in (-0.2, 0.2):
        curve(room.canvas, [room.at(x, 0.12, z), room.at(x + foot, 0.02, z - 0.1)], STEEL, room.size(0.03, z))
    curve(room.canvas, [room.at(x - 0.14, 1.9, z), room.at(x, 1.96, z), room.at(x + 0.14, 1.9, z)], STEEL,
          room.size(0.025, z))  # fmt: skip
    left, top = room.at(x + 0.06, 1.88, z)
    right, low = room.at(x + 0.24, 1.56, z)
    bag = linear((0, top), (0, low), (rgb("f0f6f8"), rgb("c4dfe8"), rgb("a6d0de")))
    rectangle(room.canvas, (left, top), right - left, low - top, bag, 0.95, round=room.size(0.04, z))
    tube = [room.at(x + 0.15, 1.56, z), room.at(x + 0.18, 1.2, z), room.at(x + 0.32, 0.9, z)]
    curve(room.canvas, tube, rgb("b8d4de"), room.size(0.014, z))


def _monitor(room: Room, x: float, z: float) -> None:
    """A screen over a cabinet, with the line of a heart that beats."""
    room.box((x - 0.22, x + 0.22), (0, 0.8), (z, z + 0.4), rgb("eef1f2"))
    room.box((x - 0.24, x + 0.24), (0.95, 1.35), (z + 0.15, z + 0.22), rgb("39424a"))
    left, top = room.at(x - 0.2, 1.31, z + 0.14)
    right, low = room.at(x + 0.2, 0.99, z + 0.14)
    rectangle(room.canvas, (left, top), right - left, low - top, rgb("0f1c22"))
    middle, high = 0.5 * (top + low), low - top
    beat = ((0, 0), (0.3, 0), (0.36, -0.12), (0.42, 0), (0.48, 0.1), (0.54, -0.38), (0.6, 0.22), (0.66, 0), (1, 0))
    points = [(left + (right - left) * t, middle + high * y) for t, y in beat]
    room.canvas.drawPath(skia.Path.Polygon(points, False), paint(rgb("5af0a0"), width=max(0.7, room.size(0.016, z))))


def _ward_curtain(room: Room, side: float) -> None:
    """A curtain beside the bed, pushed back along its rail."""
    y, tone, rng = 2.5, rgb("9fcfd6"), room.scene.rng("ward curtain")
    x = side * room.half * 0.96
    curve(room.canvas, [room.at(x, y, 1.6), room.at(x, y, 5.0)], STEEL, room.size(0.03, 3))
    for k in range(9):
        z = 3.5 + 0.09 * k
        fold = [(x, 0.35, z), (x, y, z), (x - side * 0.12, y, z + 0.1), (x - side * 0.12, 0.35, z + 0.1)]
        room.panel(fold, shade(tone, rng.uniform(0.82, 1.12)))


def supermarket(scene: Scene) -> None:
    """An aisle between shelves of packs, cold cabinets at its end, bright strips of light, signs that hang down."""
    room, rng = Room(scene), scene.rng("supermarket")
    room.shell(rgb("e9ebe6"), rgb("d9dad4"), ceiling=rgb("f2f4f2"), planks=False)
    half = room.half
    ceiling_lights(room, (-0.5 * half, 0.0, 0.5 * half), wide=0.1)
    _cold_cabinets(room, rng)
    for side in (-1, 1):
        _packs(room, side, rng)
    for k, x in enumerate((-0.5 * half, 0.5 * half)):
        tone = PACKS[(0, 2)[k]]
        z, wide = 3.6, 0.42
        for at in (x - 0.8 * wide, x + 0.8 * wide):
            curve(room.canvas, [room.at(at, room.high, z), room.at(at, 2.72, z)], STEEL, room.size(0.012, z))
        room.box((x - wide, x + wide), (2.42, 2.72), (z, z + 0.04), tone)
        for row, share in ((2.62, 0.62), (2.52, 0.4)):
            ends = [room.at(x - share * wide, row, z - 0.01), room.at(x + share * wide, row, z - 0.01)]
            curve(room.canvas, ends, rgb("fbf8ee"), room.size(0.035, z))
    room.ambience(warm=0.25, vignette=0.16, dark=LAMPS)


def _cold_cabinets(room: Room, rng: np.random.Generator) -> None:
    """Glass doors, bottles in blue light behind them."""
    half, z = 0.8 * room.half, DEPTH - 0.1
    room.box((-half, half), (0.0, 2.3), (z, DEPTH), rgb("c9d0d4"))
    left, top = room.at(-half + 0.08, 2.05, z - 0.01)
    right, low = room.at(half - 0.08, 0.25, z - 0.01)
    rectangle(room.canvas, (left, top), right - left, low - top,
              linear((0, top), (0, low), (rgb("f2fcff"), rgb("bfe4f2"))))  # fmt: skip
    for row in range(5):
        y = 0.28 + 0.36 * row
        x = -half + 0.14
        while x < half - 0.16:
            tone = jitter(PACKS[int(rng.integers(len(PACKS)))], rng, 0.06)
            tall = rng.uniform(0.2, 0.29)
            room.panel([(x, y, z - 0.02), (x + 0.075, y, z - 0.02), (x + 0.075, y + 0.7 * tall, z - 0.02),
                        (x + 0.052, y + tall, z - 0.02), (x + 0.024, y + tall, z - 0.02),
                        (x, y + 0.7 * tall, z - 0.02)], mix(tone, WHITE, 0.12))  # fmt: skip
            x += 0.1
        room.panel([(-half + 0.08, y - 0.03, z - 0.03), (half - 0.08, y - 0.03, z - 0.03),
                    (half - 0.08, y, z - 0.03), (-half + 0.08, y, z - 0.03)], rgb("dfe7ea"))  # fmt: skip
    for k in range(5):
        x = -half + 0.08 + (2 * half - 0.16) * k / 4
        curve(room.canvas, [room.at(x, 0.25, z - 0.04), room.at(x, 2.05, z - 0.04)], rgb("8d979d"),
              room.size(0.04, DEPTH))  # fmt: skip


def _packs(room: Room, side: int, rng: np.random.Generator) -> None:
    """Shelves along one side: rows of the same pack, a price under each."""
    face, rows = side * (room.half - 0.5), 5
    room.panel([(face, 0, 0.7), (face, 2.15, 0.7), (face, 2.15, DEPTH - 0.4), (face, 0, DEPTH - 0.4)], rgb("c3c6c2"))
    for row in range(rows):
        y = 0.14 + 0.41 * row
        z = 0.75
        while z < DEPTH - 0.62:
            tone = shade(jitter(PACKS[int(rng.integers(len(PACKS)))], rng, 0.05), 0.78 + 0.2 * z / DEPTH)
            wide, tall = rng.uniform(0.09, 0.16), rng.uniform(0.2, 0.33)
            for _ in range(int(rng.integers(2, 5))):
                if z > DEPTH - 0.6:
                    break
                end = z + 0.9 * wide
                room.panel([(face, y, z), (face, y + tall, z), (face, y + tall, end), (face, y, end)], tone)
                band = [(face, y + 0.3 * tall, z), (face, y + 0.6 * tall, z), (face, y + 0.6 * tall, end),
                        (face, y + 0.3 * tall, end)]  # fmt: skip
                room.panel(band, mix(tone, rgb("fbf8ee"), 0.6))
                z += wide
            tag = [(face, y - 0.05, z - wide), (face, y - 0.005, z - wide), (face, y - 0.005, z), (face, y - 0.05, z)]
            room.panel(tag, rgb("fbe36a"))
        room.panel([(face, y - 0.06, 0.7), (face, y - 0.005, 0.7), (face, y - 0.005, DEPTH - 0.4),
                    (face, y - 0.06, DEPTH - 0.4)], rgb("d8433a"), 0.55)  # fmt: skip
