"""Furniture that rooms are dressed with, built of boxes in their space."""

import numpy as np
import skia

from easel.engines.painter.brush import (
    WHITE,
    Colour,
    blob,
    ellipse,
    jitter,
    linear,
    mix,
    paint,
    placed,
    rectangle,
    rgb,
    shade,
)  # fmt: skip
from easel.engines.painter.rooms.room import DEPTH, Room
from easel.engines.painter.vegetation import bush

WOOD = rgb("8a5f3c")
DARK_WOOD = rgb("5b3a25")
Span = tuple[float, float]


def table(room: Room, x: Span, z: Span, *, high: float = 0.74, colour: Colour = WOOD) -> None:
    """A table on four legs."""
    room.shadow(x, z)
    leg = 0.06
    for at in (z[1] - leg, z[0]):
        for side in (x[0] + 0.04, x[1] - 0.04 - leg):
            room.box((side, side + leg), (0, high), (at, at + leg), shade(colour, 0.82))
    room.box(x, (high, high + 0.05), z, colour)


def chair(room: Room, x: float, z: float, *, colour: Colour = WOOD, back: bool = True) -> None:
    """A chair seen from behind or from the front."""
    half = 0.21
    room.shadow((x - half, x + half), (z, z + 0.42), 0.25)
    for at in (z + 0.38, z):
        for side in (x - half, x + half - 0.04):
            room.box((side, side + 0.04), (0, 0.45), (at, at + 0.04), shade(colour, 0.75))
    room.box((x - half, x + half), (0.43, 0.48), (z, z + 0.42), colour)
    at = z + 0.4 if back else z
    for k in range(3):
        side = x - half + k * (half - 0.02)
        room.box((side, side + 0.04), (0.48, 0.92), (at, at + 0.03), shade(colour, 0.85))
    room.box((x - half, x + half), (0.86, 0.94), (at, at + 0.04), colour)


def sofa(room: Room, x: Span, z: float, colour: Colour) -> None:
    """A sofa that faces the viewer."""
    room.shadow((x[0] - 0.05, x[1] + 0.05), (z, z + 0.9), 0.4)
    room.box(x, (0.3, 0.92), (z + 0.66, z + 0.9), shade(colour, 0.92))
    room.box(x, (0.1, 0.42), (z, z + 0.7), colour)
    cushions = max(2, round((x[1] - x[0]) / 0.75))
    wide = (x[1] - x[0] - 0.36) / cushions
    for k in range(cushions):
        a = x[0] + 0.18 + k * wide
        _cushion(room, (a + 0.01, a + wide - 0.01), (0.42, 0.56), z + 0.02, shade(colour, 1.12))
        _cushion(room, (a + 0.02, a + wide - 0.02), (0.54, 0.96), z + 0.6, shade(colour, 1.04))
    for side in (x[0], x[1] - 0.2):
        room.box((side, side + 0.2), (0.08, 0.64), (z - 0.02, z + 0.85), shade(colour, 0.95))


def _cushion(room: Room, x: Span, y: Span, z: float, colour: Colour) -> None:
    left, top = room.at(x[0], y[1], z)
    right, bottom = room.at(x[1], y[0], z)
    ink = linear((0, top), (0, bottom), (shade(colour, 1.1), shade(colour, 0.82)))
    rectangle(room.canvas, (left, top), right - left, bottom - top, ink, round=room.size(0.05, z))


def bed(room: Room, x: Span, z: Span, cover: Colour) -> None:
    """A bed with its head at the back wall."""
    room.shadow((x[0] - 0.06, x[1] + 0.06), (z[0], z[1]), 0.42)
    room.box((x[0] - 0.05, x[1] + 0.05), (0.2, 1.15), (z[1] - 0.08, z[1]), DARK_WOOD)
    room.box(x, (0.12, 0.34), z, shade(WOOD, 0.9))
    room.box((x[0] + 0.02, x[1] - 0.02), (0.34, 0.52), (z[0] + 0.02, z[1] - 0.1), rgb("f4efe6"))
    half = (x[1] - x[0]) / 2
    for k in range(2):
        a = x[0] + 0.08 + k * half
        _cushion(room, (a, a + half - 0.16), (0.52, 0.78), z[1] - 0.4, rgb("fbf8f2"))
    fold = z[0] + 0.66 * (z[1] - z[0])
    room.box((x[0] - 0.03, x[1] + 0.03), (0.24, 0.56), (z[0] - 0.02, fold), cover)
    room.panel(
        [
            (x[0] - 0.03, 0.565, fold - 0.3),
            (x[1] + 0.03, 0.565, fold - 0.3),
            (x[1] + 0.03, 0.565, fold),
            (x[0] - 0.03, 0.565, fold),
        ],
        mix(cover, WHITE, 0.55),
    )


def shelf(
    room: Room, x: Span, *, high: float = 2.2, rows: int = 5, z: float = DEPTH, colour: Colour = DARK_WOOD
) -> None:
    """A bookcase against the back wall, full of books."""
    rng = room.scene.rng(f"shelf {x[0]:.2f}")
    deep = 0.3
    room.shadow(x, (z - deep, z))
    room.panel(
        [(x[0], 0, z - 0.02), (x[1], 0, z - 0.02), (x[1], high, z - 0.02), (x[0], high, z - 0.02)], shade(colour, 0.5)
    )
    step = high / rows
    for row in range(rows):
        room.books((x[0] + 0.05, x[1] - 0.05), row * step + 0.03, z - deep * 0.7, step * 0.86, rng)
        room.box(x, (row * step - 0.02, row * step + 0.025), (z - deep, z), colour)
    room.box(x, (high - 0.03, high + 0.03), (z - deep, z), colour)
    for side in (x[0], x[1] - 0.05):
        room.box((side, side + 0.05), (0, high), (z - deep, z), colour)


def side_shelves(room: Room, side: int, *, high: float, rows: int = 6, near: float = 1.35) -> None:
    """Bookcases along a whole side wall, running to the back."""
    rng = room.scene.rng(f"side shelves {side}")
    wall = side * (room.half - 0.02)
    face = side * (room.half - 0.32)
    room.panel([(face, 0, near * 0.6), (face, high, near * 0.6), (face, high, DEPTH), (face, 0, DEPTH)], rgb("2e1c12"))
    step = high / rows
    for row in range(rows):
        z = near * 0.62
        while z < DEPTH - 0.03:
            wide = rng.uniform(0.03, 0.075)
            tall = step * rng.uniform(0.6, 0.84)
            tone = shade(jitter(_BOOKS[int(rng.integers(len(_BOOKS)))], rng, 0.04), 0.62 + 0.3 * z / DEPTH)
            y = row * step + 0.04
            room.panel(
                [(face, y, z), (face, y + tall, z), (face, y + tall, z + wide * 0.9), (face, y, z + wide * 0.9)], tone
            )
            band = y + tall * rng.uniform(0.6, 0.85)
            room.panel(
                [
                    (face, band, z),
                    (face, band + 0.02, z),
                    (face, band + 0.02, z + wide * 0.9),
                    (face, band, z + wide * 0.9),
                ],
                mix(tone, rgb("e8c878"), 0.55),
            )
            z += wide * (1.0 if rng.random() < 0.94 else 2.2)
    for row in range(rows + 1):
        y = row * step
        room.panel(
            [(face, y, near * 0.6), (face, y + 0.045, near * 0.6), (face, y + 0.045, DEPTH), (face, y, DEPTH)],
            rgb("7a5030"),
        )
    for k in range(5):
        z = near * 0.62 + (DEPTH - near * 0.62) * k / 4
        room.panel(
            [(face, 0, z - 0.03), (face, high, z - 0.03), (face, high, z + 0.03), (face, 0, z + 0.03)], rgb("6a4429")
        )
    room.panel(
        [(face, high, near * 0.6), (wall, high, near * 0.6), (wall, high, DEPTH), (face, high, DEPTH)], rgb("8a5d38")
    )


_BOOKS = tuple(
    map(rgb, ("9a3f36", "3f638a", "4f8060", "c99a42", "75508a", "a3703f", "dccbab", "38536a", "b4564e", "d8ccb0"))
)


def rug(room: Room, x: float, z: float, half: float, deep: float, colour: Colour) -> None:
    """An oval rug with a border."""
    for grow, tone in (
        (1.0, shade(colour, 0.8)),
        (0.9, mix(colour, WHITE, 0.55)),
        (0.84, colour),
        (0.5, shade(colour, 1.15)),
    ):
        points = []
        for k in range(28):
            a = 2 * np.pi * k / 28
            points.append(room.at(x + np.cos(a) * half * grow, 0.005, z + np.sin(a) * deep * grow))
        blob(room.canvas, points, tone)


def picture(room: Room, x: Span, y: Span, tone: Colour, *, z: float = DEPTH) -> None:
    """A framed painting of hills or of nothing but colours."""
    rng = room.scene.rng(f"picture {x[0]:.2f}")
    left, top = room.at(x[0], y[1], z)
    right, bottom = room.at(x[1], y[0], z)
    edge = room.size(0.045, z)
    rectangle(
        room.canvas, (left + edge * 0.4, top + edge * 0.6), right - left, bottom - top, (0, 0, 0), 0.25, blur=edge * 0.5
    )
    rectangle(
        room.canvas,
        (left, top),
        right - left,
        bottom - top,
        linear((left, top), (right, bottom), (rgb("b98d4e"), rgb("6d4a26"))),
    )
    room.canvas.save()
    inner = skia.Rect.MakeLTRB(left + edge, top + edge, right - edge, bottom - edge)
    room.canvas.clipRect(inner, True)
    room.canvas.drawRect(
        inner, paint(linear((0, top), (0, bottom), (mix(tone, WHITE, 0.65), mix(tone, rgb("f2d9a8"), 0.5))))
    )
    for k in range(4):
        level = top + (bottom - top) * (0.45 + 0.15 * k)
        points = [
            (left + (right - left) * t, level + rng.uniform(-0.1, 0.1) * (bottom - top))
            for t in np.linspace(-0.1, 1.1, 6)
        ]
        blob(
            room.canvas,
            [*points, (right, bottom + 9), (left, bottom + 9)],
            shade(mix(tone, rgb("5a7a5a"), 0.2 * k), 1.1 - 0.2 * k),
        )
    room.canvas.restore()


def lamp(room: Room, x: float, z: float, *, high: float = 1.5, foot: float = 0.0, lit: bool = True) -> None:
    """A lamp on the floor, or on what is `foot` metres high."""
    room.shadow((x - 0.15, x + 0.15), (z, z + 0.2), 0.25)
    room.box((x - 0.012, x + 0.012), (foot, high - 0.25), (z, z + 0.02), rgb("4a4038"))
    top = [
        room.at(x - 0.11, high, z),
        room.at(x + 0.11, high, z),
        room.at(x + 0.2, high - 0.28, z),
        room.at(x - 0.2, high - 0.28, z),
    ]
    tone = rgb("ffe2a8") if lit else rgb("e6dcc6")
    room.canvas.drawPath(
        skia.Path.Polygon(top, True), paint(linear((0, top[0][1]), (0, top[2][1]), (shade(tone, 0.9), tone)))
    )
    if lit:
        room.lamp_light((x, high - 0.15, z), 1.5, alpha=0.42)


def pendant(room: Room, x: float, z: float, *, drop: float = 0.9, tone: Colour = (0.25, 0.22, 0.2)) -> None:
    """A lamp that hangs from the ceiling."""
    y = room.high - drop
    top, low = room.at(x, room.high, z), room.at(x, y, z)
    room.canvas.drawLine(*top, *low, paint(rgb("2e2a28"), width=room.size(0.012, z)))
    points = [(-0.06, 0.0), (0.06, 0.0), (0.2, -0.2), (-0.2, -0.2)]
    room.canvas.drawPath(skia.Path.Polygon([room.at(x + a, y + b, z) for a, b in points], True), paint(tone))
    bulb = room.at(x, y - 0.2, z)
    ellipse(room.canvas, bulb, room.size(0.12, z), room.size(0.05, z), rgb("fff0c4"))
    room.lamp_light((x, y - 0.25, z), 1.1, alpha=0.38)


def plant(room: Room, x: float, z: float, *, high: float = 0.9, pot: Colour = (0.72, 0.42, 0.3)) -> None:
    """A pot plant."""
    rng = room.scene.rng(f"pot plant {x:.2f}")
    room.shadow((x - 0.2, x + 0.2), (z, z + 0.25), 0.3)
    tall = room.size(high, z)
    base = room.at(x, 0, z)
    with placed(room.canvas, (base[0], base[1] - tall * 0.32), scale=tall * 0.62):
        bush(room.canvas, rng, rgb("4d8a48"), False)
    wide = tall * 0.17
    points = [
        (base[0] - wide, base[1] - tall * 0.36),
        (base[0] + wide, base[1] - tall * 0.36),
        (base[0] + wide * 0.72, base[1]),
        (base[0] - wide * 0.72, base[1]),
    ]
    room.canvas.drawPath(
        skia.Path.Polygon(points, True),
        paint(linear((base[0] - wide, 0), (base[0] + wide, 0), (shade(pot, 1.2), shade(pot, 0.7)))),
    )
