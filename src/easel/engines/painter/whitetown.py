"""A white town on a cliff over the sea: cubes of plaster, blue domes and doors, a terrace before them."""

import numpy as np
import skia

from easel.engines.painter import water
from easel.engines.painter.brush import (
    WHITE,
    Colour,
    circle,
    curve,
    jitter,
    linear,
    mix,
    paint,
    polygon,
    rectangle,
    rgb,
    shade,
)
from easel.engines.painter.palette import multiply
from easel.engines.painter.scene import Scene
from easel.engines.painter.sprites import get
from easel.engines.painter.watertown import WARM, stand

PLASTER, BLUE, ROCK = rgb("f6f3ec"), rgb("2f6fc0"), rgb("8a6a52")
TINTS = tuple(map(rgb, ("f6f3ec", "f8f6f0", "f4e8d8", "f2ddd0", "e8eef4")))
BLOOMS = tuple(map(rgb, ("d8347a", "e85a98", "b8286a")))
#: Rows of houses from the top of the cliff to its foot, and the row of the terrace's edge as a share of the height.
ROWS, EDGE = 9, 0.85


class WhiteTown:
    """The slope of one scene; `side` is 1 where it is at the right."""

    def __init__(self, scene: Scene):
        self.scene, self.canvas, self.unit = scene, scene.canvas, scene.unit
        self.rng = scene.rng("white town")
        # The sun or the moon stands over the open sea.
        self.side = 1 if scene.light.x < 0.5 else -1
        self.lit = scene.palette.lit

    def seen(self, colour: Colour, depth: float) -> Colour:
        """A colour in the scene's light, veiled with the distance."""
        return mix(multiply(colour, self.scene.palette.ambient), self.scene.palette.haze, 0.5 * depth)

    def at(self, across: float, row: float) -> tuple[float, float]:
        """A place on the slope in pixels: `across` 0 at its seaward edge and 1 at the frame, `row` 0 top to 1 foot."""
        scene = self.scene
        seaward = 0.86 - 0.62 * row**0.8
        x = seaward + (1.06 - seaward) * across
        climb = (0.2 - 0.16 * row) * across + 0.03 * float(np.sin(9 * x + 5 * row))
        y = scene.horizon + 0.05 + (EDGE - scene.horizon) * row - climb
        return (x if self.side > 0 else 1 - x) * scene.width, y * scene.height

    def slope(self) -> None:
        """The rock under the houses."""
        line = [self.at(0.0, t) for t in np.linspace(0, 1.1, 14).tolist()]
        crest = [self.at(t, 0.0) for t in np.linspace(1, 0, 10).tolist()]
        end = self.scene.width * (1.1 if self.side > 0 else -0.1)
        rugged = [(x + self.rng.uniform(-0.012, 0.012) * self.unit, y) for x, y in line]
        points = [(end, self.scene.height), (end, crest[0][1]), *crest, *rugged]
        tone = self.seen(self.covered(ROCK, 0.4), 0.3)
        polygon(self.canvas, points, linear((0, crest[0][1]), (0, self.scene.height), (tone, shade(tone, 0.62))))

    def covered(self, colour: Colour, share: float = 0.85) -> Colour:
        """What lies under snow in winter."""
        return mix(colour, rgb("f1f5fb"), share) if self.scene.snowy else colour

    def paint(self) -> None:
        """The houses, the far ones first; here and there a church with its dome, a windmill on the crest."""
        self.slope()
        domes = {(1, 2), (3, 1), (5, 2), (6, 0)}
        for row in range(ROWS):
            t = row / (ROWS - 1)
            size = self.unit * (0.04 + 0.062 * t)
            number = max(3, round(0.42 * self.scene.width * (0.5 + 0.8 * t) / size))
            for k in reversed(range(number)):
                x, y = self.at((k + self.rng.uniform(0.1, 0.6)) / number, t)
                scale = self.rng.uniform(0.8, 1.2)
                self.house(x, y, size * scale, 1 - t)
                if (row, k) in domes or (k and self.rng.random() < 0.07):
                    self.dome(x, y - 0.86 * size * scale, 0.42 * size, 1 - t)

    def house(self, x: float, y: float, size: float, depth: float) -> None:
        """One cube with its lit and its shaded side, its foot at (x, y)."""
        rng = self.rng
        wall = self.seen(jitter(TINTS[int(rng.integers(len(TINTS)))], rng, 0.012), depth)
        wide, tall, flank = size * rng.uniform(0.8, 1.2), size * rng.uniform(0.66, 1.0), 0.26 * size
        sunward = 1 if self.scene.light.x > 0.5 else -1
        left, top, foot = x - 0.5 * wide, y - tall, y + 0.5 * size
        front = linear((0, top), (0, y), (wall, shade(wall, 0.9)))
        rectangle(self.canvas, (left, top), wide, foot - top, front)
        edge = left if sunward > 0 else left + wide
        away = edge - sunward * flank
        polygon(self.canvas, [(edge, top), (away, top + 0.18 * flank), (away, foot), (edge, foot)], shade(wall, 0.72))
        curve(self.canvas, [(left, top), (left + wide, top)], shade(self.covered(wall), 1.06), 0.05 * size)
        self.openings(left, top, wide, tall, depth)

    def openings(self, left: float, top: float, wide: float, tall: float, depth: float) -> None:
        """A door and a window or two, in blue frames; they glow by night."""
        blue = self.seen(BLUE, depth)
        glass = mix(WARM, self.scene.palette.haze, 0.3 * depth) if self.lit else self.seen(rgb("3c4c60"), depth)
        door = left + wide * self.rng.uniform(0.1, 0.55)
        arched = self.rng.random() < 0.5
        high, half = 0.52 * tall, 0.09 * wide + 0.03 * tall
        ink = glass if self.lit and self.rng.random() < 0.35 else blue
        rectangle(self.canvas, (door, top + tall - high), 2 * half, high, ink)
        if arched:
            circle(self.canvas, (door + half, top + tall - high), half, ink)
        for k in range(2):
            x = left + wide * (0.14 + 0.5 * k)
            if self.rng.random() < 0.75:
                size = 0.17 * tall
                lit = self.lit and self.rng.random() < 0.7
                rectangle(self.canvas, (x - 0.12 * size, top + 0.17 * tall), 1.24 * size, 1.3 * size, blue)
                pane = glass if lit or not self.lit else self.seen(rgb("2a3444"), depth)
                rectangle(self.canvas, (x, top + 0.18 * tall), size, 1.2 * size, pane)

    def dome(self, x: float, y: float, radius: float, depth: float) -> None:
        """A blue dome on a white drum, with a small white cross."""
        white, blue = self.seen(PLASTER, depth), self.seen(self.covered(BLUE, 0.6), depth)
        rectangle(self.canvas, (x - radius, y - 0.34 * radius), 2 * radius, 1.2 * radius, shade(white, 0.95))
        for k in range(4):
            at = x + (k - 1.5) * 0.48 * radius
            rectangle(
                self.canvas, (at - 0.07 * radius, y - 0.2 * radius), 0.14 * radius, 0.34 * radius, shade(blue, 0.7)
            )
        path = skia.Path()
        path.addArc(
            skia.Rect.MakeLTRB(x - 1.04 * radius, y - 1.36 * radius, x + 1.04 * radius, y + 0.7 * radius), 180, 180
        )
        path.close()
        tones = (shade(blue, 1.3), blue, shade(blue, 0.62))
        start, end = (x - radius, x + radius) if self.scene.light.x < 0.5 else (x + radius, x - radius)
        self.canvas.drawPath(path, paint(linear((start, 0), (end, 0), tones)))
        top = y - 1.36 * radius
        wide = max(0.7, 0.07 * radius)
        curve(self.canvas, [(x, top), (x, top - 0.5 * radius)], white, wide)
        curve(
            self.canvas,
            [(x - 0.16 * radius, top - 0.33 * radius), (x + 0.16 * radius, top - 0.33 * radius)],
            white,
            wide,
        )

    def terrace(self) -> None:
        """White paving, a low wall at its edge towards the sea, a heap of blossoms in the corner."""
        scene, w, h = self.scene, self.scene.width, self.scene.height
        top = EDGE * h
        white = self.seen(PLASTER, 0.02)
        floor = self.seen(self.covered(rgb("cfc8bd")), 0.02)
        rectangle(self.canvas, (0, top), w, h - top, linear((0, top), (0, h), (shade(floor, 1.02), shade(floor, 0.84))))
        joints, rng = skia.Path(), scene.rng("terrace")
        y, step = top, 0.016 * self.unit
        while y < h:
            for k in range(int(w / (3.2 * step)) + 2):
                x = (k + rng.uniform(-0.3, 0.3)) * 3.2 * step
                slant = (x - 0.5 * w) / w * 0.9
                joints.moveTo(x + slant * (y - top), y + rng.uniform(-0.2, 0.2) * step)
                joints.lineTo(x + slant * (y + 1.3 * step - top) + rng.uniform(-0.4, 0.4) * step, y + 1.3 * step)
            joints.moveTo(0, y)
            joints.lineTo(w, y + rng.uniform(-0.15, 0.15) * step)
            y, step = y + 1.3 * step, 1.3 * step
        self.canvas.drawPath(joints, paint(white, 0.85, width=0.0042 * self.unit))
        wall = 0.045 * self.unit
        rectangle(self.canvas, (0, top - wall), w, wall, linear((0, top - wall), (0, top), (white, shade(white, 0.8))))
        rectangle(self.canvas, (0, top - 1.2 * wall), w, 0.3 * wall, shade(self.covered(white), 1.04))
        if scene.allows("flower") and not scene.snowy and scene.free("flowers", 1.3):
            self.blossoms()

    def blossoms(self) -> None:
        """Bougainvillea over the wall on the town's side."""
        rng = self.scene.rng("bougainvillea")
        x0 = self.scene.width * (0.93 if self.side > 0 else 0.07)
        y0, reach = EDGE * self.scene.height - 0.05 * self.unit, 0.14 * self.unit
        for tone, number in ((rgb("3f6a3a"), 240), *((bloom, 330) for bloom in BLOOMS)):
            path = skia.Path()
            for _ in range(self.scene.count(number)):
                dx, dy = rng.normal(0, 0.36), rng.normal(0, 0.24)
                size = self.unit * rng.uniform(0.004, 0.009)
                path.addOval(skia.Rect.MakeXYWH(x0 + dx * reach, y0 + dy * reach, 1.5 * size, size))
            self.canvas.drawPath(path, paint(self.seen(tone, 0.03), 0.95))


def white_town(scene: Scene) -> None:
    """The sea, a boat on it, the town on its cliff, the terrace."""
    water.water(scene, rough=0.4, colour=rgb("1f5f9e"))
    made = WhiteTown(scene)
    boats = any(get(thing.kind).place == "water" for thing in scene.plan.things)
    if not boats and scene.allows("boat") and scene.free("boat", 1.2):
        x = scene.width * (0.2 if made.side > 0 else 0.8)
        stand(scene, "boat", x, scene.ground_px + 0.09 * scene.unit, 0.06, wet=True)
    made.paint()
    made.terrace()
    if made.lit:
        glow = linear((0, scene.ground_px), (0, EDGE * scene.height), ((*WARM, 0.0), (*mix(WARM, WHITE, 0.1), 0.08)))
        rect = skia.Rect.MakeLTRB(0, scene.ground_px, scene.width, EDGE * scene.height)
        scene.canvas.drawRect(rect, paint(glow, blend=skia.BlendMode.kScreen))
