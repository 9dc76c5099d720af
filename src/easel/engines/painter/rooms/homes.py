"""Rooms one lives in: living room, bedroom, kitchen, window sill, table top, and the plain ground of a studio shot."""

import numpy as np
import skia

from easel.engines.painter import noise
from easel.engines.painter.brush import Colour, jitter, linear, luminance, mix, paint, radial, rectangle, rgb, shade
from easel.engines.painter.rooms import furniture as f
from easel.engines.painter.rooms.hours import hour_light
from easel.engines.painter.rooms.room import DEPTH, Room
from easel.engines.painter.rooms.windows import LINEAR, back_window, outside
from easel.engines.painter.scene import Scene
from easel.engines.painter.sheets import UNDER_LINES

WALLS = tuple(map(rgb, ("e9dcc6", "d9e2dc", "e6d2c4", "dfe3ea", "d3dcc8", "f0e6d2")))
ACCENTS = tuple(map(rgb, ("c9694a", "4f7a86", "7a8a52", "b8863c", "8a5a7a", "5a6ea0")))


def _choice(options: tuple[Colour, ...], rng: np.random.Generator) -> Colour:
    return options[int(rng.integers(len(options)))]


def shows(scene: Scene, *kinds: str) -> bool:
    """Whether the plan itself asks for one of these, so that the room need not bring its own."""
    return any(thing.kind in kinds for thing in scene.plan.things) or not all(map(scene.allows, kinds))


def _tinted(scene: Scene, colour: Colour) -> Colour:
    return mix(colour, rgb(scene.plan.tint), 0.4) if scene.plan.tint else colour


def living_room(scene: Scene) -> None:
    """A sofa under a window, a rug, a lamp, pictures and plants."""
    room, rng = Room(scene), scene.rng("living room")
    room.shell(_tinted(scene, _choice(WALLS, rng)), rgb("a5754a"))
    accent = _choice(ACCENTS, rng)
    side = float(rng.choice([-1, 1]))
    tall = any(thing.trait("reach") == "floor" for thing in scene.plan.things)
    wide = min(room.half * 0.74, 2.4) if tall else min(room.half * 0.5, 1.15)
    middle = side * (0.1 if tall else 0.35)
    back_window(
        room, (middle - wide, middle + wide), (0.08, 2.8) if tall else (1.0, 2.5), panes=(3, 1 if tall else 2),
        curtains=mix(accent, (1, 1, 1), 0.55),
    )  # fmt: skip
    if not tall:
        f.shelf(room, (-side * room.half * 0.62 - 0.45, -side * room.half * 0.62 + 0.45), high=1.9)
    f.rug(room, 0, 3.2, min(1.5, room.half * 0.75), 0.75, accent)
    if not shows(scene, "sofa", "bed", "bench"):
        f.sofa(room, (side * 0.35 - 0.95, side * 0.35 + 0.95), 4.1, mix(accent, rgb("e4d8c6"), 0.35))
    if not shows(scene, "lamp") and not shows(scene, "floor_lamp"):
        f.lamp(room, side * min(room.half - 0.4, 1.55), 4.3, lit=room.night)
    f.plant(room, -side * (room.half - 0.35), 3.5)
    room.ambience()


def bedroom(scene: Scene) -> None:
    """A bed, bedside tables, a window with curtains."""
    room, rng = Room(scene), scene.rng("bedroom")
    room.shell(_tinted(scene, _choice(WALLS, rng)), rgb("b08660"))
    accent = _choice(ACCENTS, rng)
    side = float(rng.choice([-1, 1]))
    at = side * room.half * 0.36
    back_window(room, (-at - 0.62, -at + 0.62), (0.95, 2.45), curtains=mix(accent, (1, 1, 1), 0.6))
    f.picture(room, (at - 0.4, at + 0.4), (1.65, 2.25), accent)
    f.rug(room, -at * 0.6, 3.0, 1.1, 0.6, mix(accent, rgb("e8ddca"), 0.5))
    if not shows(scene, "bed", "sofa"):
        f.bed(room, (at - 0.72, at + 0.72), (3.35, DEPTH), accent)
    f.table(room, (at - side * 1.12 - 0.2, at - side * 1.12 + 0.2), (4.7, 5.1), high=0.5)
    f.lamp(room, at - side * 1.12, 4.85, high=0.98, foot=0.5, lit=room.night)
    f.plant(room, -side * (room.half - 0.3), 4.3, high=0.7)
    room.ambience(warm=0.6)


def kitchen(scene: Scene) -> None:
    """Cupboards and a counter under a window, tiles, pots on the shelf."""
    room, rng = Room(scene), scene.rng("kitchen")
    room.shell(_tinted(scene, _choice(WALLS, rng)), rgb("c9b79c"), planks=False)
    doors = _choice(tuple(map(rgb, ("7f9a8e", "e8e0d0", "5f7d94", "b88a5e", "9aa886"))), rng)
    asked = next((t.colour for t in scene.plan.things if t.kind == "wardrobe" and t.colour), None)
    doors = rgb(asked) if asked else doors
    half = room.half
    for k in range(9):
        for row in range(4):
            if (k + row) % 2:
                a = -half + 2 * half * k / 9
                room.panel(
                    [
                        (a, 0.95 + row * 0.16, DEPTH),
                        (a + 2 * half / 9, 0.95 + row * 0.16, DEPTH),
                        (a + 2 * half / 9, 1.11 + row * 0.16, DEPTH),
                        (a, 1.11 + row * 0.16, DEPTH),
                    ],
                    (1, 1, 1),
                    0.28,
                )
    back_window(room, (-0.6, 0.6), (1.2, 2.35), panes=(2, 2))
    for side in (-1, 1):
        a, b = sorted((side * 0.85, side * half))
        room.box((a, b), (1.65, 2.45), (DEPTH - 0.35, DEPTH), doors)
        _doors(room, (a, b), (1.7, 2.4), DEPTH - 0.35, doors)
    room.shadow((-half, half), (4.5, DEPTH), 0.3)
    room.box((-half, half), (0.08, 0.88), (4.6, DEPTH), doors)
    _doors(room, (-half, half), (0.14, 0.84), 4.6, doors)
    room.box((-half, half), (0.88, 0.93), (4.55, DEPTH), rgb("ddd6ca"))
    _pots(room, rng, 4.7)
    for x in (-0.55, 0.55):
        f.pendant(room, x, 3.9, drop=0.75)
    room.ambience(warm=0.6)


def _doors(room: Room, x: tuple[float, float], y: tuple[float, float], z: float, tone: Colour) -> None:
    number = max(1, round((x[1] - x[0]) / 0.5))
    step = (x[1] - x[0]) / number
    for k in range(number):
        left, top = room.at(x[0] + k * step + 0.03, y[1], z)
        right, bottom = room.at(x[0] + (k + 1) * step - 0.03, y[0], z)
        edge = room.size(0.012, z)
        box = skia.Rect.MakeLTRB(left, top, right, bottom)
        room.canvas.drawRect(box, paint(shade(tone, 0.75), width=edge))
        rectangle(
            room.canvas,
            (left + 4 * edge, top + 4 * edge),
            right - left - 8 * edge,
            bottom - top - 8 * edge,
            shade(tone, 1.1),
            0.5,
        )
        knob = right - 3 * edge
        room.canvas.drawCircle(knob, (top + bottom) / 2, edge * 1.6, paint(rgb("b8924e")))


def _pots(room: Room, rng: np.random.Generator, z: float) -> None:
    x = -room.half + 0.3
    while x < room.half - 0.2:
        if abs(x) > 0.3:
            tall, wide = rng.uniform(0.12, 0.3), rng.uniform(0.08, 0.16)
            tone = jitter(_choice((rgb("c9694a"), rgb("e8e2d6"), rgb("5a7a86"), rgb("b8863c")), rng), rng)
            left, top = room.at(x - wide / 2, 0.93 + tall, z)
            right, bottom = room.at(x + wide / 2, 0.93, z)
            rectangle(
                room.canvas,
                (left, top),
                right - left,
                bottom - top,
                linear((left, 0), (right, 0), (shade(tone, 1.2), shade(tone, 0.65))),
                round=(right - left) * 0.2,
            )
        x += rng.uniform(0.28, 0.6)


def window_sill(scene: Scene) -> None:
    """A wide sill before a large window: light and the world behind, wood in front."""
    canvas, w, h, rng = scene.canvas, scene.width, scene.height, scene.rng("window sill")
    wall, wood = _tinted(scene, _choice(WALLS, rng)), rgb("c79c6a")
    canvas.drawPaint(paint(linear((0, 0), (0, h), (shade(wall, 0.95), shade(wall, 0.7)))))
    left, right, top, sill = 0.09 * w, 0.91 * w, 0.05 * h, 0.75 * h
    canvas.drawImageRect(outside(scene, right - left, sill - top), skia.Rect.MakeLTRB(left, top, right, sill), LINEAR)
    bar = 0.022 * scene.unit
    frame = rgb("f6f1e6")
    for x in (left, right, w / 2 + rng.uniform(-0.02, 0.02) * w):
        canvas.drawRect(
            skia.Rect.MakeLTRB(x - bar, top - bar, x + bar, sill),
            paint(linear((x - bar, 0), (x + bar, 0), (frame, shade(frame, 0.78)))),
        )
    for y in (top, top + 0.33 * (sill - top)):
        canvas.drawRect(
            skia.Rect.MakeLTRB(left - bar, y - bar * 0.8, right + bar, y + bar * 0.8),
            paint(linear((0, y - bar), (0, y + bar), (frame, shade(frame, 0.8)))),
        )
    accent = mix(_choice(ACCENTS, rng), (1.0, 0.98, 0.94), 0.6)
    for side in (-1, 1):
        for k in range(7):
            step = 0.021 * w
            edge = (0 if side < 0 else w) - side * -1 * k * step * -1
            a, b = sorted((edge, edge - side * step))
            ink = linear((a, 0), (b, 0), (shade(accent, 0.8), shade(accent, 1.1), shade(accent, 0.84)))
            canvas.drawRect(skia.Rect.MakeLTRB(a, 0, b + 0.6, 0.86 * h), paint(ink, 0.93))
    _boards(scene, sill, wood)
    if scene.light.strength > 0.3 and not scene.palette.lit:
        tone = mix(scene.palette.sun, (1.0, 0.9, 0.66), 0.5)
        slant = 0.22 * w * (1 if scene.light.x < 0.5 else -1)
        for a, b in ((0.14, 0.47), (0.54, 0.86)):
            points = [(a * w, sill), (b * w, sill), (b * w + slant, h), (a * w + slant, h)]
            canvas.drawPath(
                skia.Path.Polygon(points, True),
                paint(tone, 0.42, blur=0.012 * scene.unit, blend=skia.BlendMode.kScreen),
            )
            beam = [(a * w, top), (b * w, top), (b * w + slant, h), (a * w + slant, h)]
            canvas.drawPath(
                skia.Path.Polygon(beam, True), paint(tone, 0.10, blur=0.02 * scene.unit, blend=skia.BlendMode.kScreen)
            )
    if scene.palette.lit:
        hour_light(scene)


def _boards(scene: Scene, top: float, wood: Colour, *, cloth: Colour | None = None, grained: float = 1.0) -> None:
    """A wooden surface from the row `top` down to the frame, its grain in perspective; little `grained` under paint."""
    first = max(0, round(top))
    rows = scene.height - first
    if rows < 2:
        return
    height, width = scene.texture_size(rows)
    rng = scene.rng("boards")
    y = ((np.arange(height, dtype=np.float32) + 0.5) / height)[:, None]
    x = ((np.arange(width, dtype=np.float32) + 0.5) / width - 0.5)[None] * np.float32(scene.aspect)
    depth = 1.0 / (0.55 + 0.9 * y)
    u, v = x * depth, depth * 2.2 + np.zeros_like(x)
    bend = noise.sample(u * 1.2, v * 3, rng, roughness=0.5) - 0.5
    grain = noise.sample(u * 3.0, (v + bend * 0.12) * 26, rng, roughness=1.2)
    ring = noise.sample(u * 0.8, (v + bend * 0.2) * 9, rng, roughness=0.6)
    light = 0.86 + ((grain - 0.5) * 0.34 + (ring - 0.5) * 0.32) * grained
    sheen = np.exp(-(((x - np.float32((scene.light.x - 0.5) * scene.aspect)) / 0.5) ** 2)) * 0.16 * (1 - 0.6 * y)
    ambient = np.array(scene.light.ambient, np.float32)
    colours = np.array(wood, np.float32) * (light + sheen)[..., None] * (1.05 - 0.25 * y)[..., None] * ambient
    if cloth:
        colours = colours * 0.3 + np.array(cloth, np.float32) * ambient * (0.62 + 0.1 * (grain - 0.5))[..., None]
    scene.lay(np.clip(colours, 0, 1).astype(np.float32), first, scene.height)
    scene.canvas.drawRect(
        skia.Rect.MakeLTRB(0, first - 0.004 * scene.unit, scene.width, first + 0.004 * scene.unit),
        paint(shade(wood, 0.55), 0.6),
    )


def counter(scene: Scene, level: float) -> None:
    """A near wooden table before any room, from the row `level` (a share of the height) downwards."""
    wood = _choice(tuple(map(rgb, ("a8744a", "8a5a3a", "c59a6c"))), scene.rng("counter"))
    _surface(scene, level * scene.height, wood)


def _surface(scene: Scene, top: float, wood: Colour) -> None:
    """The top of the table that the plan asks for, in its colour and material; one of this `wood` without."""
    table = next((thing for thing in scene.plan.things if thing.kind == "table"), None)
    asked = table.colour if table is not None else None
    if table is not None and table.trait("material") == "marble":
        _slab(scene, top, rgb(asked) if asked else rgb("e9e7e4"))
    else:
        _boards(scene, top, rgb(asked) if asked else wood, grained=0.3 if asked else 1.0)


def table_top(scene: Scene) -> None:
    """A wooden table before a warm room out of focus."""
    canvas, w, h, rng = scene.canvas, scene.width, scene.height, scene.rng("table top")
    wall = _tinted(scene, _choice(tuple(map(rgb, ("caa987", "a8b4a4", "b79a92", "98a8b8", "d4bb92"))), rng))
    canvas.drawPaint(paint(linear((0, 0), (0, h * 0.62), (shade(wall, 0.66), wall))))
    glow = radial((scene.light.x * w, 0.2 * h), 0.8 * max(w, h), ((1.0, 0.93, 0.78, 0.55), (1.0, 0.9, 0.72, 0.0)))
    canvas.drawPaint(paint(glow))
    for _ in range(scene.count(12)):
        at = (rng.uniform(0, w), rng.uniform(0.03, 0.5) * h)
        radius = scene.unit * rng.uniform(0.02, 0.065)
        tone = jitter(mix((1.0, 0.9, 0.7), _choice(ACCENTS, rng), rng.uniform(0, 0.5)), rng)
        canvas.drawCircle(
            *at, radius, paint(tone, rng.uniform(0.12, 0.3), blur=radius * 0.12, blend=skia.BlendMode.kScreen)
        )
    wood = _choice(tuple(map(rgb, ("a8744a", "8a5a3a", "c59a6c", "6f4a34"))), rng)
    # From above there is nothing but the table.
    _surface(scene, 0.0 if scene.plan.camera == "birds_eye" else 0.6 * h, wood)
    hour_light(scene)


def _slab(scene: Scene, top: float, tone: Colour) -> None:
    """Polished marble from the row `top` down: grey veins that branch, and the room's light on it."""
    canvas, w, h, rng = scene.canvas, scene.width, scene.height, scene.rng("marble")
    ink = linear((0, top), (0, h), (shade(tone, 0.86), tone, shade(tone, 0.94)))
    canvas.drawRect(skia.Rect.MakeLTRB(0, top, w, h), paint(ink))
    canvas.save()
    canvas.clipRect(skia.Rect.MakeLTRB(0, top, w, h))
    for k in range(scene.count(26)):
        x, y = rng.uniform(-0.1, 1.0) * w, top + rng.uniform(0, 1) ** 1.5 * (h - top)
        wide = scene.unit * rng.uniform(0.001, 0.004)
        path = skia.Path()
        path.moveTo(x, y)
        for _ in range(7):
            x, y = x + rng.uniform(0.02, 0.09) * w, y + rng.uniform(-0.02, 0.045) * (h - top)
            path.lineTo(x, y)
        soft = wide * (6 if k % 3 == 0 else 1.2)
        canvas.drawPath(path, paint(shade(tone, 0.6), 0.12 if k % 3 == 0 else 0.3, width=soft, blur=0.4 * soft))
    canvas.restore()
    glow = radial((scene.light.x * w, top), 0.6 * w, ((1, 1, 1, 0.5), (1, 1, 1, 0.0)))
    canvas.drawRect(skia.Rect.MakeLTRB(0, top, w, h), paint(glow))
    canvas.drawRect(skia.Rect.MakeLTRB(0, top, w, top + 0.004 * scene.unit), paint(shade(tone, 1.1)))


#: Colours of a photographer's paper; the deep ones are for things that would vanish before a pale one.
PALE_BACKDROPS = tuple(map(rgb, ("e9e4da", "dbe5ee", "f2dccd", "d6e3d4", "e3d9ee", "f0e3c4", "cfe3e2", "f3d6d8")))
DEEP_BACKDROPS = tuple(map(rgb, ("8fa9c4", "c79a86", "86a38c", "a494c2", "c9a35f", "7d93a0")))


def plain(scene: Scene) -> None:
    """A seamless backdrop of one soft colour, as photographers use for single objects."""
    rng, h = scene.rng("plain"), scene.height
    pale = any(thing.colour and luminance(rgb(thing.colour)) > 0.78 for thing in scene.plan.things)
    tone = rgb(scene.plan.tint) if scene.plan.tint else _choice(DEEP_BACKDROPS if pale else PALE_BACKDROPS, rng)
    if scene.palette.lit or scene.plan.mood == "dark":
        tone = mix(tone, rgb("2a2c3a"), 0.8)
    if scene.plan.style == "line_art":
        tone = UNDER_LINES
    height, width = scene.texture_size(h, texels=3e5)
    y = ((np.arange(height, dtype=np.float32) + 0.5) / height)[:, None]
    x = ((np.arange(width, dtype=np.float32) + 0.5) / width)[None]
    sweep = 1.0 - 0.10 * noise.smoothstep(0.56, 0.74, y) + 0.08 * noise.smoothstep(0.74, 1.0, y)
    lamp = np.exp(-(((x - scene.light.x) / 0.55) ** 2) - ((y - 0.32) / 0.5) ** 2) * 0.14
    light = sweep + lamp - 0.2 * ((x - 0.5) ** 2 + (y - 0.45) ** 2)
    colours = np.array(tone, np.float32) * light.astype(np.float32)[..., None]
    scene.lay(np.clip(colours, 0, 1), 0, h)


def studio(scene: Scene) -> None:
    """An artist's room: north light, an easel, canvases, pots of brushes."""
    room, rng = Room(scene), scene.rng("studio")
    room.shell(rgb("e4ddd0"), rgb("9a7550"))
    back_window(room, (-room.half * 0.72, -room.half * 0.05), (0.9, 2.7), panes=(4, 4), frame=rgb("4a4440"))
    for k in range(3):
        x = room.half * (0.18 + 0.25 * k)
        f.picture(room, (x, x + 0.42), (0.9 + 0.35 * (k % 2), 1.6 + 0.35 * (k % 2)), _choice(ACCENTS, rng))
    side = room.half * 0.62
    for dx in (-0.32, 0.32):
        room.panel(
            [(side + dx, 0, 4.2), (side + dx + 0.04, 0, 4.2), (side + 0.02, 2.0, 4.35), (side - 0.02, 2.0, 4.35)],
            rgb("7a5432"),
        )
    room.box((side - 0.42, side + 0.42), (0.72, 0.77), (4.12, 4.2), rgb("7a5432"))
    f.picture(room, (side - 0.4, side + 0.4), (0.78, 1.75), _choice(ACCENTS, rng), z=4.15)
    f.table(room, (-room.half + 0.2, -room.half + 1.0), (3.9, 4.5))
    room.ambience()
