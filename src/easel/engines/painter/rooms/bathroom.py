"""A bathroom: a tub with feet, a basin under a mirror, towels, tiles to the height of the shoulders."""

import skia

from easel.engines.painter.brush import (
    WHITE,
    Colour,
    circle,
    curve,
    ellipse,
    linear,
    mix,
    paint,
    polygon,
    rectangle,
    rgb,
    shade,
)
from easel.engines.painter.rooms import furniture as f
from easel.engines.painter.rooms.room import DEPTH, Room
from easel.engines.painter.rooms.windows import back_window
from easel.engines.painter.scene import Scene

WALLS = tuple(map(rgb, ("dfe9ea", "e8e2d6", "d5e3dc", "ead9d2")))
TILES = tuple(map(rgb, ("f4f7f7", "bcdcdf", "c9dcc8", "f0e4d8")))
ENAMEL, BRASS, STEEL = rgb("fbfbf8"), rgb("c8a05a"), rgb("c6cdd2")
#: How high the tiles go, in metres, and how large one is.
TILED, TILE = 1.45, 0.18


def bathroom(scene: Scene) -> None:
    """The tub at one side under the window, the basin at the other."""
    room, rng = Room(scene), scene.rng("bathroom")
    room.shell(WALLS[int(rng.integers(len(WALLS)))], rgb("c9d2d4"), planks=False)
    side, half = float(rng.choice([-1, 1])), room.half
    _tiles(room, TILES[int(rng.integers(len(TILES)))])
    a, b = sorted((-side * 0.1 * half, -side * 0.84 * half))
    back_window(room, (a, b), (1.55, 2.65), panes=(2, 1), frame=rgb("f4f1ea"))
    _basin(room, side * 0.55 * half)
    _towels(room, side, TILES[int(rng.integers(1, len(TILES)))])
    f.rug(room, side * 0.2 * half, 3.5, 0.62, 0.4, rgb("8fb4bc"))
    f.plant(room, -side * (half - 0.22), 4.95, high=1.0, pot=rgb("eceae4"))
    _tub(room, -side * 0.46 * half, 4.3)
    room.ambience(warm=0.45, vignette=0.22, dark=0.85)


def _tiles(room: Room, tone: Colour) -> None:
    """Tiles on the lower part of the walls, a darker border over them."""
    half = room.half
    room.panel([(-half, 0, DEPTH), (half, 0, DEPTH), (half, TILED, DEPTH), (-half, TILED, DEPTH)], tone)
    joint = paint(shade(tone, 0.8), 0.8, width=max(0.5, room.size(0.008, DEPTH)))
    rows, columns = int(TILED / TILE), int(2 * half / TILE)
    for row in range(rows + 1):
        room.canvas.drawLine(*room.at(-half, row * TILE, DEPTH), *room.at(half, row * TILE, DEPTH), joint)
    for column in range(columns + 1):
        x = -half + column * TILE
        room.canvas.drawLine(*room.at(x, 0, DEPTH), *room.at(x, TILED, DEPTH), joint)
    for side in (-half, half):
        wall = [(side, 0, 0.6), (side, TILED, 0.6), (side, TILED, DEPTH), (side, 0, DEPTH)]
        room.panel(wall, shade(tone, 0.88))
        for row in range(rows + 1):
            room.canvas.drawLine(*room.at(side, row * TILE, 0.8), *room.at(side, row * TILE, DEPTH), joint)
        z = DEPTH
        while z > 0.9:
            room.canvas.drawLine(*room.at(side, 0, z), *room.at(side, TILED, z), joint)
            z -= TILE
        room.panel([(side, TILED, 0.6), (side, TILED + 0.08, 0.6), (side, TILED + 0.08, DEPTH), (side, TILED, DEPTH)],
                   shade(tone, 0.66))  # fmt: skip
    room.panel([(-half, TILED, DEPTH), (half, TILED, DEPTH), (half, TILED + 0.08, DEPTH), (-half, TILED + 0.08, DEPTH)],
               shade(tone, 0.72))  # fmt: skip


def _tub(room: Room, x: float, z: float) -> None:
    """A white tub on curved feet, water and foam in it, a tap at its end."""
    half, rim, low = 0.86, 0.68, 0.14
    room.shadow((x - half, x + half), (z - 0.3, z + 0.35), 0.35)
    for sign in (-1, 1):
        bend = ((0.52, low + 0.1), (0.66, 0.12), (0.58, 0.0))
        curve(room.canvas, [room.at(x + sign * a, y, z - 0.2) for a, y in bend], BRASS, room.size(0.07, z))
    tap = [
        room.at(x + 0.78, rim, z + 0.25),
        room.at(x + 0.78, rim + 0.3, z + 0.25),
        room.at(x + 0.56, rim + 0.26, z + 0.25),
    ]
    curve(room.canvas, tap, BRASS, room.size(0.05, z))
    centre, wide, deep = room.at(x, rim, z), room.size(half, z), room.size(0.19, z)
    body = skia.Path()
    left, right, foot = centre[0] - wide, centre[0] + wide, room.at(x, low, z - 0.2)[1]
    body.moveTo(left, centre[1])
    body.cubicTo(left + 0.04 * wide, foot, left + 0.3 * wide, foot, centre[0], foot)
    body.cubicTo(right - 0.3 * wide, foot, right - 0.04 * wide, foot, right, centre[1])
    body.close()
    room.canvas.drawPath(
        body, paint(linear((0, centre[1]), (0, foot), (ENAMEL, shade(ENAMEL, 0.96), shade(ENAMEL, 0.72))))
    )
    ellipse(room.canvas, centre, 1.03 * wide, deep, shade(ENAMEL, 0.98))
    ellipse(room.canvas, centre, 0.94 * wide, 0.8 * deep, rgb("8fc4d0"))
    rng = room.scene.rng("foam")
    for _ in range(46):
        u, v = rng.uniform(-0.8, 0.8), rng.uniform(-0.5, 0.3)
        if u * u + v * v < 0.66:
            at = (centre[0] + u * wide, centre[1] + v * deep)
            circle(
                room.canvas,
                at,
                room.size(rng.uniform(0.03, 0.075), z),
                mix(WHITE, rgb("cfe6ee"), rng.uniform(0, 0.6)),
                0.9,
            )
    front = skia.Path()
    front.addArc(
        skia.Rect.MakeLTRB(left - 0.03 * wide, centre[1] - deep, right + 0.03 * wide, centre[1] + deep), 0, 180
    )
    room.canvas.drawPath(front, paint(ENAMEL, width=room.size(0.05, z)))


def _basin(room: Room, x: float) -> None:
    """A basin on a cabinet, its tap, a round mirror with a lamp at each side."""
    z = DEPTH - 0.5
    room.shadow((x - 0.5, x + 0.5), (z, DEPTH), 0.3)
    room.box((x - 0.48, x + 0.48), (0.0, 0.78), (z, DEPTH), rgb("a97b52"))
    for a in (x - 0.44, x + 0.02):
        left, top = room.at(a, 0.7, z - 0.01)
        right, low = room.at(a + 0.42, 0.08, z - 0.01)
        door = paint(shade(rgb("a97b52"), 0.7), width=max(0.7, room.size(0.014, z)))
        room.canvas.drawRect(skia.Rect.MakeLTRB(left, top, right, low), door)
    for knob in (x - 0.06, x + 0.06):
        circle(room.canvas, room.at(knob, 0.46, z - 0.02), room.size(0.022, z), BRASS)
    room.box((x - 0.52, x + 0.52), (0.78, 0.84), (z - 0.03, DEPTH), ENAMEL)
    bowl = [room.at(x - 0.3, 0.97, z), room.at(x + 0.3, 0.97, z), room.at(x + 0.2, 0.84, z), room.at(x - 0.2, 0.84, z)]
    polygon(room.canvas, bowl, linear(bowl[0], bowl[3], (WHITE, shade(ENAMEL, 0.8))))
    curve(room.canvas, [room.at(x, 0.84, z + 0.3), room.at(x, 1.2, z + 0.3), room.at(x, 1.16, z + 0.1)], STEEL,
          room.size(0.035, z))  # fmt: skip
    at, radius = room.at(x, 1.95, DEPTH - 0.02), room.size(0.46, DEPTH)
    circle(room.canvas, at, 1.07 * radius, BRASS)
    glass = linear((at[0] - radius, at[1] - radius), (at[0] + radius, at[1] + radius),
                   (rgb("c4d4da"), rgb("eef4f6"), rgb("a9bcc4")))  # fmt: skip
    circle(room.canvas, at, radius, glass)
    for sign in (-1, 1):
        lamp = (x + sign * 0.68, 2.0, DEPTH - 0.05)
        room.lamp_light(lamp, 0.6, alpha=0.5 if room.night else 0.18)
        circle(room.canvas, room.at(*lamp), room.size(0.075, DEPTH), rgb("fff6e0"))


def _towels(room: Room, side: float, tone: Colour) -> None:
    """Two towels over a rail on the side wall."""
    wall = side * (room.half - 0.03)
    curve(room.canvas, [room.at(wall, 1.3, 3.5), room.at(wall, 1.3, 4.5)], STEEL, room.size(0.03, 4))
    for k, z in enumerate((3.58, 4.05)):
        cloth = mix(tone, rgb("5f9aa8"), 0.35 * k)
        fold = [(wall, 1.32, z), (wall, 1.32, z + 0.36), (wall, 0.62, z + 0.36), (wall, 0.62, z)]
        top, low = room.at(wall, 1.32, z)[1], room.at(wall, 0.62, z)[1]
        room.panel(fold, linear((0, top), (0, low), (shade(cloth, 1.05), shade(cloth, 0.82))))
        left = min(room.at(wall, 0.7, z)[0], room.at(wall, 0.7, z + 0.36)[0])
        wide = abs(room.at(wall, 0.7, z)[0] - room.at(wall, 0.7, z + 0.36)[0])
        rectangle(room.canvas, (left, room.at(wall, 0.76, z)[1]), wide, room.size(0.05, z), shade(cloth, 0.7))
