"""Halls: the nave of a church, the departures of an airport."""

from itertools import pairwise

import numpy as np
import skia

from easel.engines.painter import things
from easel.engines.painter.brush import BLACK, WHITE, Colour, curve, linear, mix, paint, rectangle, rgb, shade
from easel.engines.painter.plan import Thing
from easel.engines.painter.rooms.room import DEPTH, Room
from easel.engines.painter.rooms.services import LAMPS
from easel.engines.painter.scene import Scene
from easel.engines.painter.sprites import get

GLASSES = tuple(map(rgb, ("c8392f", "2f5fa8", "e8b83a", "3f8a5a", "7a4a9a", "e07a3a", "4aa8c8")))
STONE, PEW, GOLD = rgb("cdbfa6"), rgb("6e4428"), rgb("d8aa4e")


def church(scene: Scene) -> None:
    """A nave: pews at both sides of a red carpet, arches on pillars, an altar under a window of coloured glass."""
    room = Room(scene)
    room.shell(STONE, rgb("b8a88e"), ceiling=rgb("b5a68c"), planks=False)
    _vault(room)
    _apse(room)
    for side in (-1, 1):
        _arcade(room, side)
    room.panel([(-0.34, 0.004, 0.5), (0.34, 0.004, 0.5), (0.34, 0.004, 4.6), (-0.34, 0.004, 4.6)],
               linear((0, room.at(0, 0, 4.6)[1]), (0, scene.height), (rgb("7c1f24"), rgb("b5333a"))))  # fmt: skip
    for z in (3.9, 3.3, 2.7, 2.1, 1.55):
        for side in (-1, 1):
            _pew(room, side, z)
    _beams(room)
    room.ambience(warm=0.75, vignette=0.45)


def _vault(room: Room) -> None:
    """Ribs that cross under the ceiling, one bay after the other."""
    half, high = room.half, room.high
    for z in (1.3, 2.2, 3.1, 4.0, 4.9):
        for ends in (((-half, z), (half, z)), ((-half, z), (half, z + 0.9)), ((half, z), (-half, z + 0.9))):
            (x0, z0), (x1, z1) = ends
            points = []
            for t in np.linspace(0, 1, 13).tolist():
                lift = 0.62 * (1 - (2 * t - 1) ** 2)
                points.append(room.at(x0 + (x1 - x0) * t, high - 0.62 + lift, z0 + (z1 - z0) * t))
            curve(room.canvas, points, shade(STONE, 0.68), room.size(0.055, z))
            curve(room.canvas, points, shade(STONE, 1.04), room.size(0.03, z))


def _lancet(room: Room, x: float, y: tuple[float, float], half: float, rng: np.random.Generator) -> None:
    """A tall pointed window of small coloured panes in lead, in the far wall."""
    left, low = room.at(x - half, y[0], DEPTH)
    right, top = room.at(x + half, y[1], DEPTH)
    rise = 1.1 * (right - left)
    shape = skia.Path()
    shape.moveTo(left, low)
    shape.lineTo(left, top + rise)
    shape.quadTo(left, top + 0.35 * rise, 0.5 * (left + right), top)
    shape.quadTo(right, top + 0.35 * rise, right, top + rise)
    shape.lineTo(right, low)
    shape.close()
    canvas, columns = room.canvas, 4
    canvas.drawPath(shape, paint(shade(STONE, 0.72), width=room.size(0.14, DEPTH)))
    canvas.save()
    canvas.clipPath(shape, True)
    size = (right - left) / columns
    dim = 0.42 if room.night else 1.1
    for row in range(int((low - top) / size) + 1):
        for column in range(columns):
            tone = mix(shade(GLASSES[int(rng.integers(len(GLASSES)))], dim), WHITE, 0.0 if room.night else 0.16)
            a, b = left + column * size, top + row * size
            rectangle(canvas, (a, b), size + 0.5, size + 0.5, tone)
            canvas.drawLine(a, b, a + size, b + size, paint(BLACK, 0.5, width=0.1 * size))
    for column in range(columns + 1):
        a = left + column * size
        canvas.drawLine(a, top, a, low, paint(rgb("2a2420"), width=0.16 * size))
    canvas.restore()
    canvas.drawPath(shape, paint(rgb("3a322a"), width=room.size(0.03, DEPTH)))
    if not room.night:
        glow = paint((1.0, 0.9, 0.7), 0.3, blur=room.size(0.2, DEPTH), blend=skia.BlendMode.kScreen)
        canvas.drawPath(shape, glow)


def _apse(room: Room) -> None:
    """Three windows, and under them steps, an altar with candles and a cross."""
    rng, top = room.scene.rng("church glass"), 0.93 * room.high
    for x, share in ((-0.56 * room.half, 0.84), (0.56 * room.half, 0.84), (0.0, 1.0)):
        _lancet(room, x, (1.25, share * top), 0.13 * room.half + 0.06, rng)
    for k in range(3):
        wide = 0.95 - 0.12 * k
        room.box((-wide, wide), (0.09 * k, 0.09 * (k + 1)), (4.55 + 0.14 * k, DEPTH), shade(STONE, 1.02))
    room.box((-0.46, 0.46), (0.27, 0.78), (4.9, 5.1), rgb("d8cdb8"))
    room.box((-0.5, 0.5), (0.76, 0.82), (4.86, 5.12), rgb("f4efe4"))
    room.panel([(-0.5, 0.56, 4.85), (0.5, 0.56, 4.85), (0.5, 0.82, 4.85), (-0.5, 0.82, 4.85)], rgb("f8f4ea"))
    for x in (-0.36, -0.24, 0.24, 0.36):
        base, flame = room.at(x, 0.82, 4.95), room.at(x, 1.05, 4.95)
        curve(room.canvas, [base, flame], rgb("f6ecd2"), room.size(0.03, 4.95))
        room.lamp_light((x, 1.08, 4.95), 0.3, alpha=0.6)
    for ends, wide in ((((0.0, 0.82), (0.0, 1.34)), 0.05), (((-0.15, 1.18), (0.15, 1.18)), 0.05)):
        points = [room.at(x, y, 4.95) for x, y in ends]
        curve(room.canvas, points, shade(GOLD, 0.6), room.size(wide + 0.02, 4.95))
        curve(room.canvas, points, GOLD, room.size(wide, 4.95))


def _arcade(room: Room, side: int) -> None:
    """Pillars along one wall, pointed arches from each to the next, dim aisles behind them."""
    wall, spring, high = side * (room.half - 0.02), 1.75, 2.75
    bounds = (0.9, 1.9, 2.9, 3.9, 4.9)
    for z0, z1 in pairwise(bounds):
        a, b, middle = z0 + 0.13, z1 - 0.13, 0.5 * (z0 + z1)
        arch = [(wall, 0.0, a), (wall, spring, a), (wall, 0.55 * spring + 0.45 * high + 0.2, a + 0.12),
                (wall, high, middle), (wall, 0.55 * spring + 0.45 * high + 0.2, b - 0.12), (wall, spring, b),
                (wall, 0.0, b)]  # fmt: skip
        top, low = room.at(wall, high, middle)[1], room.at(wall, 0, middle)[1]
        room.panel(arch, linear((0, top), (0, low), (rgb("4a3f34"), rgb("6e604e"))))
        path = skia.Path.Polygon([room.at(*p) for p in arch], False)
        room.canvas.drawPath(path, paint(shade(STONE, 1.06), width=room.size(0.07, middle)))
    for z in bounds:
        room.panel([(wall, 0, z - 0.12), (wall, spring, z - 0.12), (wall, spring, z + 0.12), (wall, 0, z + 0.12)],
                   shade(STONE, 0.96))  # fmt: skip
        for y in (0.0, spring - 0.1):
            room.panel([(wall, y, z - 0.17), (wall, y + 0.12, z - 0.17), (wall, y + 0.12, z + 0.17),
                        (wall, y, z + 0.17)], shade(STONE, 1.1))  # fmt: skip


def _pew(room: Room, side: int, z: float) -> None:
    """One bench, seen from behind."""
    a, b = sorted((side * 0.5, side * (room.half - 0.28)))
    if b - a < 0.2:
        return
    room.shadow((a, b), (z, z + 0.4), 0.3)
    room.box((a, b), (0.36, 0.4), (z + 0.04, z + 0.4), PEW)
    room.box((a, b), (0.1, 0.84), (z, z + 0.05), PEW)
    room.box((a - 0.01, b + 0.01), (0.82, 0.87), (z - 0.02, z + 0.07), shade(PEW, 1.25))
    for end in (a, b - 0.06):
        room.box((end, end + 0.06), (0, 0.9), (z - 0.02, z + 0.4), shade(PEW, 0.85))


def _beams(room: Room) -> None:
    """Coloured light that falls from the windows onto the carpet."""
    if room.night or room.scene.light.strength < 0.2:
        return
    shift = 0.4 if room.scene.light.x < 0.5 else -0.4
    for x, tone in (
        (-0.45 * room.half, (1.0, 0.82, 0.5)),
        (0.0, (1.0, 0.92, 0.72)),
        (0.45 * room.half, (0.7, 0.85, 1.0)),
    ):
        beam = [
            (x - 0.1, 2.7, DEPTH),
            (x + 0.1, 2.7, DEPTH),
            (x + 0.5 + 2 * shift, 0, 2.2),
            (x - 0.2 + 2 * shift, 0, 2.2),
        ]
        room.panel(beam, tone, 0.13, blur=room.size(0.12, 3), blend=skia.BlendMode.kScreen)


def airport(scene: Scene) -> None:
    """Departures: a wall of glass with an airplane before it, rows of seats, a board of flights."""
    room = Room(scene)
    room.shell(rgb("d8dde0"), rgb("b4b8ba"), ceiling=rgb("eceff0"), planks=False)
    _apron(room)
    _board(room)
    half = room.half
    for x in (-0.55 * half, 0.55 * half):
        for z in (1.4, 2.5, 3.6):
            strip = [(x - 0.12, room.high - 0.02, z), (x + 0.12, room.high - 0.02, z),
                     (x + 0.12, room.high - 0.02, z + 0.8), (x - 0.12, room.high - 0.02, z + 0.8)]  # fmt: skip
            room.panel(strip, rgb("fdfdf6"))
    room.panel([(-half, 0.002, 1.0), (half, 0.002, 1.0), (half, 0.002, DEPTH), (-half, 0.002, DEPTH)],
               linear((0, room.at(0, 0, DEPTH)[1]), (0, room.at(0, 0, 1.6)[1]),
                      ((*scene.palette.horizon, 0.45), (*scene.palette.horizon, 0.0))))  # fmt: skip
    for side in (-1, 1):
        for z in (4.5, 3.5, 2.6):
            _seats(room, side, z)
    room.ambience(warm=0.2, vignette=0.2, dark=LAMPS)


def _apron(room: Room) -> None:
    """What is seen through the wall of glass: sky, the far edge of the field, a runway, an airplane at its gate."""
    scene, canvas, p = room.scene, room.canvas, room.scene.palette
    left, top = room.at(-0.96 * room.half, 0.9 * room.high, DEPTH)
    right, low = room.at(0.96 * room.half, 0.34, DEPTH)
    box, level = skia.Rect.MakeLTRB(left, top, right, low), low - 0.3 * (low - top)
    canvas.save()
    canvas.clipRect(box, True)
    canvas.drawRect(box, paint(linear((0, top), (0, level), (p.zenith, p.mid, p.horizon), (0, 0.5, 1))))
    field, tarmac = (mix(tone, p.haze, 0.35) for tone in (rgb("6f8a58"), rgb("8a8d90")))
    rectangle(canvas, (left, level - 0.02 * (low - top)), right - left, low - level, field)
    rectangle(canvas, (left, level + 0.08 * (low - top)), right - left, low - level, tarmac)
    if scene.allows("airplane") and all(thing.kind != "airplane" for thing in scene.plan.things):
        plane = get("airplane")
        tall = 0.34 * (low - top)
        things.draw(scene, things.Placed(
            index=-2, copy=1, thing=Thing(kind="airplane", words=""), sprite=plane, x=left + 0.56 * (right - left),
            y=low - 0.1 * (low - top), tall=tall, depth=0.25, floats=True,
        ))  # fmt: skip
    canvas.drawRect(box, paint(WHITE, 0.06))
    canvas.restore()
    frame = paint(rgb("7d868c"), width=room.size(0.045, DEPTH))
    for k in range(6):
        x = left + (right - left) * k / 5
        canvas.drawLine(x, top, x, low, frame)
    for y in (top, top + 0.32 * (low - top), low):
        canvas.drawLine(left, y, right, y, frame)


def _board(room: Room) -> None:
    """A dark board that hangs over the seats: lines of times and places."""
    rng, z, half = room.scene.rng("board"), 4.2, 0.75
    y0, y1 = 2.35, 2.95
    room.box((-half, half), (y0, y1), (z, z + 0.08), rgb("1f262c"))
    for row in range(5):
        y = y1 - 0.1 - 0.1 * row
        x = -half + 0.08
        for reach in (0.2, rng.uniform(0.4, 0.62), 0.18):
            tone: Colour = rgb("ffd24a") if row % 2 else rgb("e8f0f4")
            curve(room.canvas, [room.at(x, y, z - 0.01), room.at(x + reach, y, z - 0.01)], tone, room.size(0.04, z))
            x += 0.28 if reach == 0.2 else 0.76


def _seats(room: Room, side: int, z: float) -> None:
    """A row of linked seats that faces the glass."""
    a, b = sorted((side * 0.42, side * (room.half - 0.12)))
    number = max(1, int((b - a) / 0.42))
    wide = (b - a) / number
    room.shadow((a, b), (z, z + 0.45), 0.25)
    room.box((a, b), (0.3, 0.35), (z + 0.2, z + 0.26), rgb("8d969c"))
    for k in range(number):
        x = a + k * wide
        tone = rgb("3a6a9a")
        room.box((x + 0.02, x + wide - 0.02), (0.38, 0.44), (z + 0.02, z + 0.42), tone)
        room.box((x + 0.02, x + wide - 0.02), (0.42, 0.86), (z, z + 0.05), tone)
    for leg in (a + 0.05, b - 0.1):
        room.box((leg, leg + 0.05), (0, 0.32), (z + 0.2, z + 0.26), rgb("9aa2a8"))
