"""Rooms for many: library, café, classroom, office, shop, museum, stage."""

import numpy as np
import skia

from easel.engines.painter.brush import (
    BLACK,
    WHITE,
    Colour,
    curve,
    ellipse,
    jitter,
    linear,
    mix,
    paint,
    radial,
    rgb,
    shade,
)
from easel.engines.painter.lettering.typeset import typeset
from easel.engines.painter.rooms import furniture as f
from easel.engines.painter.rooms.room import DEPTH, Room
from easel.engines.painter.rooms.windows import back_window
from easel.engines.painter.scene import Scene

GOODS = tuple(map(rgb, ("d8583f", "e0a83a", "4f8a6a", "4a78a8", "e8e0d0", "8a5a8a", "c97a9a")))


def library(scene: Scene) -> None:
    """Bookcases to the ceiling on both sides, a tall arched window at the end."""
    room = Room(scene)
    room.shell(rgb("b98f62"), rgb("8a5a38"), ceiling=rgb("c8a67c"))
    wide = min(room.half * 0.5, 1.25)
    tall = max(3.1, 0.85 * room.high)
    rows = round(tall / 0.44)
    back_window(room, (-wide, wide), (0.62, 0.97 * tall), arched=True, panes=(4, 4), frame=rgb("6b4528"))
    for side in (-1, 1):
        inner = side * (wide + 0.3)
        a, b = sorted((inner, side * (room.half - 0.3)))
        if b - a > 0.3:
            f.shelf(room, (a, b), high=0.87 * tall, rows=rows)
        f.side_shelves(room, side, high=tall, rows=rows)
    room.ambience(warm=0.7, vignette=0.5)


def cafe(scene: Scene) -> None:
    """Small tables under hanging lamps, a counter, a large window."""
    room, rng = Room(scene), scene.rng("cafe")
    room.shell(rgb("b5a48c") if rng.random() < 0.5 else rgb("8aa096"), rgb("7a5238"), ceiling=rgb("5a4a40"))
    side = float(rng.choice([-1, 1]))
    a, b = sorted((side * 0.1, side * room.half * 0.9))
    back_window(room, (a, b), (0.8, 2.6), panes=(3, 1), frame=rgb("3e3028"))
    _menu(room, -side * room.half * 0.55)
    a, b = sorted((-side * 0.25, -side * room.half))
    room.shadow((a, b), (4.2, DEPTH))
    room.box((a, b), (0, 1.05), (4.3, 4.9), rgb("7a4f33"))
    room.box((a - 0.03, b + 0.03), (1.05, 1.11), (4.25, 4.95), rgb("d8cbb4"))
    for k in range(3):
        x = a + (b - a) * (0.2 + 0.3 * k)
        room.box((x - 0.08, x + 0.08), (1.11, 1.11 + 0.12 + 0.1 * (k % 2)), (4.45, 4.65), GOODS[k])
    for x, z in ((side * room.half * 0.68, 4.1), (-side * room.half * 0.78, 3.2), (side * room.half * 0.82, 2.7)):
        f.chair(room, x + 0.45, z + 0.1, colour=rgb("5b3a25"))
        f.table(room, (x - 0.3, x + 0.3), (z, z + 0.6), high=0.72, colour=rgb("9a6a42"))
        f.chair(room, x - 0.45, z, colour=rgb("5b3a25"))
    for k in range(4):
        f.pendant(room, room.half * (-0.66 + 0.44 * k), 4.0, drop=0.8)
    f.plant(room, side * (room.half - 0.25), 3.6, high=1.0)
    room.ambience(warm=0.8, vignette=0.42)


def _menu(room: Room, x: float) -> None:
    rng = room.scene.rng("menu")
    room.panel(
        [(x - 0.55, 1.6, DEPTH), (x + 0.55, 1.6, DEPTH), (x + 0.55, 2.5, DEPTH), (x - 0.55, 2.5, DEPTH)], rgb("26302c")
    )
    for k in range(6):
        y = 2.36 - 0.12 * k
        start, end = room.at(x - 0.45, y, DEPTH), room.at(x - 0.45 + rng.uniform(0.35, 0.9), y, DEPTH)
        curve(room.canvas, [start, end], rgb("e8e4d4"), room.size(0.022, DEPTH), 0.8)


def classroom(scene: Scene) -> None:
    """A blackboard, rows of desks, windows along the side."""
    room, rng = Room(scene), scene.rng("classroom")
    room.shell(rgb("dfe3cf"), rgb("b58a5c"))
    half = room.half
    room.box((-half * 0.66, half * 0.66), (1.05, 2.45), (DEPTH - 0.05, DEPTH), rgb("8a6238"))
    room.panel(
        [
            (-half * 0.63, 1.1, DEPTH - 0.06),
            (half * 0.63, 1.1, DEPTH - 0.06),
            (half * 0.63, 2.4, DEPTH - 0.06),
            (-half * 0.63, 2.4, DEPTH - 0.06),
        ],
        rgb("2c5244"),
    )
    told = next((thing.trait("text") for thing in scene.plan.things if thing.kind == "chalkboard"), None)
    if not (told and _chalked(room, told)):
        _scribbles(room, rng)
    _side_windows(room, -1)
    for z in (4.3, 3.5):
        for x in (-half * 0.72, -half * 0.25, half * 0.25, half * 0.72):
            f.table(room, (x - 0.3, x + 0.3), (z, z + 0.42), high=0.7, colour=rgb("c59a62"))
            f.chair(room, x, z - 0.3, colour=rgb("7f9a8e"), back=False)
    room.ambience(vignette=0.25)


def _chalked(room: Room, text: str) -> bool:
    """Write a text on the board; False where no letter of it can be drawn."""
    half, z = room.half, DEPTH - 0.07
    left, top = room.at(-half * 0.58, 2.34, z)
    # The right is left to whoever stands before it.
    right, foot = room.at(half * (0.2 if len(room.scene.plan.things) > 1 else 0.58), 1.24, z)
    made = typeset(text, "plain", right - left, foot - top)
    if made is None:
        return False
    at = ((left + right - made.wide) / 2, (top + foot - made.tall) / 2)
    made.draw(room.canvas, *at, paint(rgb("f2f4ea"), 0.94))
    return True


def _scribbles(room: Room, rng: np.random.Generator) -> None:
    """Lines of writing that nobody can read."""
    half = room.half
    for k in range(5):
        y = 2.2 - 0.2 * k
        x = -half * 0.55
        while x < half * rng.uniform(0.1, 0.5):
            step = rng.uniform(0.05, 0.22)
            curve(
                room.canvas,
                [room.at(x, y, DEPTH - 0.07), room.at(x + step * 0.7, y + rng.uniform(-0.03, 0.03), DEPTH - 0.07)],
                WHITE,
                room.size(0.014, DEPTH),
                0.75,
            )
            x += step


def _side_windows(room: Room, side: int) -> None:
    """Bright windows in a side wall."""
    wall = side * room.half
    p = room.scene.palette
    for k in range(3):
        z0, z1 = 1.7 + 1.15 * k, 2.6 + 1.15 * k
        corners = [(wall, 0.95, z0), (wall, 2.4, z0), (wall, 2.4, z1), (wall, 0.95, z1)]
        top, low = room.at(wall, 2.4, z0)[1], room.at(wall, 0.95, z0)[1]
        room.panel(corners, linear((0, top), (0, low), (p.mid, p.horizon, mix(p.horizon, rgb("7aa35a"), 0.5))))
        path = skia.Path.Polygon([room.at(*c) for c in corners], True)
        room.canvas.drawPath(path, paint(rgb("f4f0e6"), width=room.size(0.07, (z0 + z1) / 2)))
        middle = (z0 + z1) / 2
        room.canvas.drawLine(
            *room.at(wall, 0.95, middle),
            *room.at(wall, 2.4, middle),
            paint(rgb("f4f0e6"), width=room.size(0.05, middle)),
        )
        if not room.night and room.scene.light.strength > 0.3:
            shift = -side * 0.9
            patch = [
                (wall + shift, 0.003, z0),
                (wall + shift * 2.1, 0.003, z0 + 0.1),
                (wall + shift * 2.1, 0.003, z1 + 0.1),
                (wall + shift, 0.003, z1),
            ]
            room.panel(patch, mix(p.sun, WHITE, 0.3), 0.32, blur=room.size(0.03, z0), blend=skia.BlendMode.kScreen)


def office(scene: Scene) -> None:
    """Desks with screens before a wide window over the city."""
    room, rng = Room(scene), scene.rng("office")
    room.shell(rgb("dde2e6"), rgb("8a9098"), planks=False)
    back_window(room, (-room.half * 0.8, room.half * 0.8), (0.7, 2.6), panes=(5, 1), frame=rgb("59626c"))
    for x, z in ((-room.half * 0.6, 4.2), (room.half * 0.6, 4.2), (-room.half * 0.72, 3.0), (room.half * 0.72, 3.0)):
        f.table(room, (x - 0.55, x + 0.55), (z, z + 0.6), colour=rgb("d9cbb4"))
        room.box((x - 0.03, x + 0.03), (0.79, 0.95), (z + 0.3, z + 0.34), rgb("40464e"))
        room.box((x - 0.3, x + 0.3), (0.92, 1.28), (z + 0.28, z + 0.32), rgb("2a2f36"))
        left, top = room.at(x - 0.28, 1.26, z + 0.28)
        right, bottom = room.at(x + 0.28, 0.94, z + 0.28)
        room.canvas.drawRect(
            skia.Rect.MakeLTRB(left, top, right, bottom),
            paint(linear((left, top), (right, bottom), (rgb("9fd0f0"), rgb("3a6ea8")))),
        )
        f.chair(room, x, z - 0.35, colour=rgb("4a5a6a"), back=False)
    f.plant(room, float(rng.choice([-1, 1])) * (room.half - 0.25), 4.6, high=1.2, pot=rgb("e8e6e0"))
    room.ambience(warm=0.3, vignette=0.25)


def shop(scene: Scene) -> None:
    """Shelves of goods on all walls, a counter, hanging lamps."""
    room, rng = Room(scene), scene.rng("shop")
    room.shell(rgb("e4d6be"), rgb("b08a62"))
    _goods_wall(room, (-room.half * 0.95, room.half * 0.95), rng)
    for side in (-1, 1):
        _goods_side(room, side, rng)
    room.shadow((-0.9, 0.9), (4.0, 4.7))
    room.box((-0.9, 0.9), (0, 0.95), (4.1, 4.6), rgb("96683f"))
    room.box((-0.95, 0.95), (0.95, 1.0), (4.05, 4.65), rgb("e6dac4"))
    for x in (-0.7, 0.0, 0.7):
        f.pendant(room, x, 3.8, drop=0.7, tone=rgb("c94f3c"))
    room.ambience(warm=0.7)


def _goods_wall(room: Room, x: tuple[float, float], rng: np.random.Generator) -> None:
    for row in range(5):
        y = 0.35 + 0.5 * row
        room.box(x, (y - 0.05, y), (DEPTH - 0.3, DEPTH), rgb("8a6038"))
        at = x[0] + 0.05
        while at < x[1] - 0.12:
            wide, tall = rng.uniform(0.08, 0.2), rng.uniform(0.15, 0.36)
            tone = jitter(GOODS[int(rng.integers(len(GOODS)))], rng, 0.05)
            room.box((at, at + wide), (y, y + tall), (DEPTH - 0.25, DEPTH - 0.1), tone)
            at += wide + rng.uniform(0.01, 0.06)


def _goods_side(room: Room, side: int, rng: np.random.Generator) -> None:
    face = side * (room.half - 0.25)
    for row in range(4):
        y = 0.35 + 0.55 * row
        room.panel([(face, y - 0.05, 1.0), (face, y, 1.0), (face, y, DEPTH), (face, y - 0.05, DEPTH)], rgb("96683f"))
        z = 1.05
        while z < DEPTH - 0.3:
            wide, tall = rng.uniform(0.1, 0.24), rng.uniform(0.16, 0.4)
            tone = shade(jitter(GOODS[int(rng.integers(len(GOODS)))], rng, 0.05), 0.85)
            room.panel([(face, y, z), (face, y + tall, z), (face, y + tall, z + wide), (face, y, z + wide)], tone)
            z += wide + rng.uniform(0.02, 0.08)


def museum(scene: Scene) -> None:
    """A white hall with pictures in the light of spots."""
    room, rng = Room(scene), scene.rng("museum")
    room.shell(rgb("e8e6e0"), rgb("a98a66"))
    tones = [GOODS[int(k)] for k in rng.permutation(len(GOODS))]
    number = max(2, round(room.half * 1.1))
    for k in range(number):
        x = room.half * (-0.82 + 1.64 * (k + 0.5) / number)
        wide = rng.uniform(0.35, 0.55)
        f.picture(room, (x - wide, x + wide), (1.15, 2.1 + 0.2 * (k % 2)), tones[k % len(tones)])
        room.lamp_light((x, 2.1, DEPTH), 1.1, (1.0, 0.94, 0.8), 0.28)
    for side in (-1, 1):
        wall = side * (room.half - 0.01)
        for z in (2.2, 3.7):
            for grow, tone in ((0.08, rgb("8a6436")), (0.0, tones[(3 + int(z)) % len(tones)])):
                room.panel(
                    [
                        (wall, 1.1 - grow, z - grow),
                        (wall, 2.1 + grow, z - grow),
                        (wall, 2.1 + grow, z + 0.9 + grow),
                        (wall, 1.1 - grow, z + 0.9 + grow),
                    ],
                    tone,
                )
    room.shadow((-0.6, 0.6), (4.3, 4.7))
    room.box((-0.6, 0.6), (0, 0.42), (4.3, 4.7), rgb("5a4636"))
    room.ambience(vignette=0.3)


def stage(scene: Scene) -> None:
    """A theatre stage: red curtains, boards, crossing beams of light."""
    room, rng = Room(scene), scene.rng("stage")
    canvas, w, h = scene.canvas, scene.width, scene.height
    canvas.drawPaint(paint(linear((0, 0), (0, h), (rgb("1a0c18"), rgb("3a1626")))))
    room.floor(rgb("8a5a38"), planks=True)
    red = rgb(scene.plan.tint) if scene.plan.tint else rgb("a31f2a")
    _drapes(scene, 0.0, 0.23 * w, 0.78 * h, red, rng)
    _drapes(scene, 0.77 * w, w, 0.78 * h, red, rng)
    swags = max(5, round(5 * scene.aspect))
    for k in range(swags):
        a, b = w * k / swags, w * (k + 1) / swags
        path = skia.Path()
        path.moveTo(a, 0)
        path.lineTo(a, 0.10 * h)
        path.quadTo((a + b) / 2, 0.24 * h, b, 0.10 * h)
        path.lineTo(b, 0)
        path.close()
        canvas.drawPath(path, paint(linear((0, 0), (0, 0.2 * h), (shade(red, 0.5), shade(red, 1.15), shade(red, 0.8)))))
        canvas.drawPath(path, paint(rgb("d9a94a"), width=0.008 * scene.unit))
    for k, tone in enumerate(((1.0, 0.92, 0.7), (0.75, 0.85, 1.0), (1.0, 0.75, 0.85))):
        top, foot = w * (0.28 + 0.22 * k), w * (0.5 + 0.1 * (1 - k))
        beam = skia.Path.Polygon(
            [(top - 0.01 * w, 0), (top + 0.01 * w, 0), (foot + 0.16 * w, 0.93 * h), (foot - 0.16 * w, 0.93 * h)], True
        )
        fade = linear((0, 0), (0, 0.95 * h), ((*tone, 0.42), (*tone, 0.10)))
        canvas.drawPath(beam, paint(fade, blur=0.012 * scene.unit, blend=skia.BlendMode.kScreen))
    ellipse(
        canvas,
        (w * 0.5, 0.92 * h),
        0.34 * scene.unit,
        0.07 * scene.unit,
        (1.0, 0.93, 0.76),
        0.5,
        blur=0.03 * scene.unit,
        blend=skia.BlendMode.kScreen,
    )
    dark = radial((w / 2, h * 0.6), 0.8 * max(w, h), ((0, 0, 0, 0.0), (0, 0, 0, 0.0), (*BLACK, 0.6)), (0, 0.5, 1))
    canvas.drawPaint(paint(dark))


def _drapes(scene: Scene, left: float, right: float, bottom: float, tone: Colour, rng: np.random.Generator) -> None:
    folds = max(5, round((right - left) / (0.035 * scene.unit)))
    for k in range(folds):
        a, b = left + (right - left) * k / folds, left + (right - left) * (k + 1) / folds
        dark = shade(tone, rng.uniform(0.38, 0.55))
        ink = linear((a, 0), (b, 0), (dark, shade(tone, rng.uniform(0.95, 1.2)), dark), (0, 0.4, 1))
        scene.canvas.drawRect(
            skia.Rect.MakeLTRB(a, 0, b + 0.6, bottom + rng.uniform(-0.006, 0.006) * scene.height), paint(ink)
        )
