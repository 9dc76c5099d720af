"""Water towns south of the Yangtze: white houses under black tiles along a canal, an arched bridge, a boat."""

import numpy as np
import skia

from easel.engines.painter import things, water, woods
from easel.engines.painter.brush import (
    Colour,
    blob,
    curve,
    jitter,
    linear,
    mix,
    paint,
    polygon,
    rectangle,
    rgb,
    shade,
)  # fmt: skip
from easel.engines.painter.motifs import paper_lantern
from easel.engines.painter.palette import multiply
from easel.engines.painter.plan import Thing
from easel.engines.painter.scene import Scene
from easel.engines.painter.sprites import get

PLASTER, TILES, TIMBER, STONE = rgb("efece2"), rgb("3b4148"), rgb("6b3f2a"), rgb("a39c90")
WARM = rgb("ffc766")
#: Half the width of the open water behind the bridge, and the bridge's own half, in units.
GAP, SPAN = 0.15, 0.25


class WaterTown:
    """The two banks of one scene; every wall stands on the row of the water's far edge, so that it mirrors whole."""

    def __init__(self, scene: Scene):
        self.scene, self.canvas, self.unit = scene, scene.canvas, scene.unit
        self.rng = scene.rng("water town")
        self.base = scene.ground_px + 0.004 * scene.unit
        self.middle = scene.width * (0.5 + self.rng.uniform(-0.06, 0.06))

    def seen(self, colour: Colour, depth: float) -> Colour:
        """A colour in the scene's light, veiled with the distance."""
        return mix(multiply(colour, self.scene.palette.ambient), self.scene.palette.haze, 0.7 * depth)

    def paint(self) -> None:
        """The far reach of the canal, the bridge over it, and the near houses on both banks."""
        for depth, low, high in ((0.75, 0.07, 0.1), (0.45, 0.12, 0.17)):
            x = self.rng.uniform(-0.08, -0.02) * self.scene.width
            while x < self.scene.width * 1.04:
                tall = self.unit * self.rng.uniform(low, high)
                wide = tall * self.rng.uniform(0.9, 1.4)
                if abs(x + wide / 2 - self.middle) > GAP * self.unit * (1.1 - depth):
                    self.house(x, wide, tall, depth)
                x += wide * self.rng.uniform(0.96, 1.1)
        if self.scene.allows("bridge"):
            self.bridge()
        for side in (-1, 1):
            self.bank(side)

    def bank(self, side: int) -> None:
        """Houses from the bridge outwards, each nearer and higher than the one before."""
        x, k = self.middle + side * (SPAN - 0.05) * self.unit, 0
        while 0 < x + 0.02 * side * self.unit < self.scene.width:
            tall = self.unit * (0.25 + 0.06 * k) * self.rng.uniform(0.92, 1.1)
            wide = tall * self.rng.uniform(0.85, 1.2)
            self.house(x if side > 0 else x - wide, wide, tall, max(0.03, 0.2 - 0.08 * k))
            x, k = x + side * wide * 0.98, k + 1

    def house(self, left: float, wide: float, tall: float, depth: float) -> None:
        """One house with its front to the water, or its stepped gable."""
        wall = self.seen(jitter(PLASTER, self.rng, 0.02), depth)
        foot, eaves = self.base, self.base - 0.72 * tall
        tones = (shade(wall, 1.02), shade(wall, 0.86))
        rectangle(self.canvas, (left, eaves), wide, foot - eaves, linear((left, 0), (left + wide, 0), tones))
        if self.rng.random() < 0.35:
            self.gable(left, wide, eaves, tall, depth)
        else:
            self.roof(left, wide, eaves, 0.28 * tall, depth)
        self.openings(left, wide, tall, depth)
        stone = self.seen(STONE, depth)
        rectangle(self.canvas, (left, foot - 0.07 * tall), wide, 0.075 * tall, stone)
        for level in (0.05, 0.025):
            row = foot - level * tall
            curve(self.canvas, [(left, row), (left + wide, row)], shade(stone, 0.7), 0.005 * tall)

    def roof(self, left: float, wide: float, eaves: float, rise: float, depth: float) -> None:
        """A slope of black tiles with upturned ends and a ridge."""
        tiles, over = self.seen(rgb("e6ebf2") if self.scene.snowy else TILES, depth), 0.06 * wide
        ridge, ends = eaves - rise, (left - over, left + wide + over)
        slope = skia.Path()
        slope.moveTo(ends[0], eaves - 0.12 * rise)
        slope.quadTo(left + 0.04 * wide, eaves - 0.25 * rise, left + 0.05 * wide, ridge)
        slope.lineTo(left + 0.95 * wide, ridge)
        slope.quadTo(left + 0.96 * wide, eaves - 0.25 * rise, ends[1], eaves - 0.12 * rise)
        slope.quadTo(left + wide / 2, eaves + 0.22 * rise, ends[0], eaves - 0.12 * rise)
        self.canvas.drawPath(slope, paint(linear((0, ridge), (0, eaves), (shade(tiles, 1.3), shade(tiles, 0.8)))))
        self.canvas.save()
        self.canvas.clipPath(slope, True)
        rows = max(6, int(wide / (0.014 * self.unit)))
        for k in range(rows):
            x = left + wide * (k + 0.5) / rows
            curve(self.canvas, [(x, ridge), (x, eaves + rise)], shade(tiles, 0.66), 0.2 * wide / rows)
        self.canvas.restore()
        line = [(left - 0.01 * wide, ridge - 0.16 * rise), (left + 0.1 * wide, ridge), (left + 0.9 * wide, ridge),
                (left + 1.01 * wide, ridge - 0.16 * rise)]  # fmt: skip
        curve(self.canvas, line, shade(tiles, 0.72), 0.12 * rise)

    def gable(self, left: float, wide: float, eaves: float, tall: float, depth: float) -> None:
        """A wall that rises over its roof in steps, each under a row of tiles: a horse-head wall."""
        wall, tiles = self.seen(PLASTER, depth), self.seen(rgb("e6ebf2") if self.scene.snowy else TILES, depth)
        for share, high in ((1.0, 0.06), (0.66, 0.16), (0.34, 0.26)):
            x, top = left + wide * (1 - share) / 2, eaves - high * tall
            rectangle(self.canvas, (x, top), wide * share, eaves - top + 1, shade(wall, 0.94))
            cap, over = 0.045 * tall, 0.03 * wide
            end = x + share * wide
            points = [(x - over, top - 1.5 * cap), (x + over, top - cap), (end - over, top - cap),
                      (end + over, top - 1.5 * cap), (end + over, top), (x - over, top)]  # fmt: skip
            polygon(self.canvas, points, shade(tiles, 0.9))

    def openings(self, left: float, wide: float, tall: float, depth: float) -> None:
        """Latticed windows above, a door to the water below, now and then a lantern."""
        wood, lit = self.seen(TIMBER, depth), self.scene.palette.lit
        glass = mix(WARM, self.scene.palette.haze, 0.3 * depth) if lit else shade(wood, 0.5)
        count = max(1, round(wide / (0.34 * tall)))
        for k in range(count):
            x = left + wide * (k + 0.5) / count
            self.window(x, self.base - 0.5 * tall, 0.15 * tall, glass, wood)
        door = left + wide * self.rng.uniform(0.3, 0.7)
        rectangle(self.canvas, (door - 0.075 * tall, self.base - 0.3 * tall), 0.15 * tall, 0.24 * tall, wood)
        rectangle(
            self.canvas, (door - 0.06 * tall, self.base - 0.285 * tall), 0.055 * tall, 0.225 * tall, shade(wood, 0.6)
        )
        rectangle(
            self.canvas, (door + 0.005 * tall, self.base - 0.285 * tall), 0.055 * tall, 0.225 * tall, shade(wood, 0.6)
        )
        for step in range(3):
            half = (0.09 + 0.03 * step) * tall
            rectangle(self.canvas, (door - half, self.base - (0.06 - 0.02 * step) * tall), 2 * half, 0.021 * tall,
                      shade(self.seen(STONE, depth), 1.12 - 0.12 * step))  # fmt: skip
        if self.rng.random() < 0.5 and depth < 0.4:
            red = self.seen(rgb("d8342c"), 0.5 * depth) if not lit else rgb("ff5a3a")
            for side in (-1, 1):
                at = (door + 0.14 * side * tall, self.base - 0.31 * tall)
                paper_lantern(self.canvas, at, 0.035 * tall, red, lit=lit)

    def window(self, x: float, y: float, size: float, glass: Colour, wood: Colour) -> None:
        """A wooden window under a small sill of tiles, its centre at (x, y)."""
        if self.scene.palette.lit:
            rectangle(self.canvas, (x - size, y - size), 2 * size, 2 * size, WARM, 0.2, blur=0.6 * size)
        rectangle(self.canvas, (x - 0.55 * size, y - 0.55 * size), 1.1 * size, 1.1 * size, wood)
        rectangle(self.canvas, (x - 0.46 * size, y - 0.46 * size), 0.92 * size, 0.92 * size, glass)
        for k in (-0.23, 0.0, 0.23):
            for ends in ([(x + k * size, y - 0.46 * size), (x + k * size, y + 0.46 * size)],
                         [(x - 0.46 * size, y + k * size), (x + 0.46 * size, y + k * size)]):  # fmt: skip
                curve(self.canvas, ends, wood, 0.06 * size)

    def bridge(self) -> None:
        """A stone bridge with a half-round arch, which the water makes a full circle."""
        unit, x, foot = self.unit, self.middle, self.base
        stone, rise, arch = self.seen(STONE, 0.16), 0.175 * unit, 0.105 * unit
        body = skia.Path()
        body.moveTo(x - SPAN * unit, foot)
        body.lineTo(x - SPAN * unit, foot - 0.05 * unit)
        body.cubicTo(x - 0.66 * SPAN * unit, foot - 0.08 * unit, x - 0.13 * unit, foot - rise, x, foot - rise)
        body.cubicTo(
            x + 0.13 * unit,
            foot - rise,
            x + 0.66 * SPAN * unit,
            foot - 0.08 * unit,
            x + SPAN * unit,
            foot - 0.05 * unit,
        )
        body.lineTo(x + SPAN * unit, foot)
        body.close()
        opening = skia.Path()
        opening.addCircle(x, foot, arch)
        body = skia.Op(body, opening, skia.PathOp.kDifference_PathOp)
        self.canvas.drawPath(body, paint(linear((0, foot - rise), (0, foot), (shade(stone, 1.12), shade(stone, 0.78)))))
        self.canvas.save()
        self.canvas.clipPath(body, True)
        self.courses(stone, foot, rise)
        for angle in np.linspace(0, np.pi, 22):
            c, s = float(np.cos(angle)), float(np.sin(angle))
            ends = [(x + arch * c, foot - arch * s), (x + 1.16 * arch * c, foot - 1.16 * arch * s)]
            curve(self.canvas, ends, shade(stone, 0.62), 0.003 * unit)
        self.canvas.restore()
        ring = [
            (x + 1.16 * arch * float(np.cos(a)), foot - 1.16 * arch * float(np.sin(a)))
            for a in np.linspace(0, np.pi, 24)
        ]
        curve(self.canvas, ring, shade(stone, 0.66), 0.003 * unit)
        self.parapet(stone, foot, rise)
        if not self.scene.snowy:
            self.vines(x, foot, rise)

    def courses(self, stone: Colour, foot: float, rise: float) -> None:
        """Rows of blocks in the bridge's wall."""
        unit, height = self.unit, 0.017 * self.unit
        for row in range(int(rise / height) + 2):
            y = foot - row * height
            curve(
                self.canvas,
                [(self.middle - SPAN * unit, y), (self.middle + SPAN * unit, y)],
                shade(stone, 0.74),
                0.002 * unit,
            )
            x = self.middle - SPAN * unit + (row % 2) * 0.02 * unit
            while x < self.middle + SPAN * unit:
                tone = shade(stone, self.rng.uniform(0.86, 1.1))
                rectangle(self.canvas, (x, y - height), 0.036 * unit, 0.9 * height, tone, 0.45)
                x += 0.04 * unit

    def parapet(self, stone: Colour, foot: float, rise: float) -> None:
        """Posts and a rail along the bridge's back."""
        unit, tops = self.unit, []
        for t in np.linspace(-1, 1, 17):
            along = float(t)
            back = foot - 0.05 * unit - (rise - 0.05 * unit) * (0.5 + 0.5 * float(np.cos(np.pi * along))) ** 0.85
            at = self.middle + 0.98 * SPAN * unit * along
            rectangle(
                self.canvas, (at - 0.004 * unit, back - 0.03 * unit), 0.008 * unit, 0.036 * unit, shade(stone, 0.92)
            )
            tops.append((at, back - 0.024 * unit))
        snowy = self.scene.snowy
        rail = self.seen(rgb("eef2f8"), 0.1) if snowy else shade(stone, 1.16)
        curve(self.canvas, tops, rail, (0.02 if snowy else 0.008) * unit)

    def vines(self, x: float, foot: float, rise: float) -> None:
        """Creepers that hang from the back of the bridge."""
        leaf = self.seen(rgb("5f7f42"), 0.1)
        for _ in range(self.scene.count(90)):
            t = float(self.rng.choice([-1, 1])) * self.rng.uniform(0.42, 0.95)
            back = foot - 0.045 * self.unit - (rise - 0.05 * self.unit) * (0.5 + 0.5 * np.cos(np.pi * t)) ** 0.85
            y = back + self.rng.uniform(0.0, 0.05) * self.unit
            size = self.unit * self.rng.uniform(0.004, 0.009)
            at = x + SPAN * self.unit * t
            points = [(at - size, y), (at, y - 0.7 * size), (at + size, y), (at, y + 0.8 * size)]
            blob(self.canvas, points, jitter(leaf, self.rng, 0.05), 0.9)


def water_town(scene: Scene) -> None:
    """A canal between white houses with black roofs, a stone bridge over it, willows, a boat with an awning."""
    if scene.free("tree", 1.2):
        woods.tree_line(scene, tall=0.1, number=40, depth=0.6)
    town = WaterTown(scene)
    town.paint()
    if scene.free("tree", 1.2) and scene.allows("willow"):
        side = float(town.rng.choice([-1, 1]))
        stand(scene, "willow", town.middle + side * 0.3 * scene.unit, town.base, 0.25, depth=0.15)
    water.water(scene, top=(town.base - 1) / scene.height, rough=0.12, colour=rgb("3f6f66"))
    boats = any(get(thing.kind).place == "water" for thing in scene.plan.things)
    if not boats and scene.allows("sampan"):
        row = scene.ground_px + 0.28 * (scene.height - scene.ground_px)
        side = float(town.rng.choice([-1, 1]))
        stand(scene, "sampan", town.middle + 0.16 * side * scene.unit, row, 0.1, wet=True)


def stand(scene: Scene, kind: str, x: float, y: float, tall: float, *, depth: float = 0.0, wet: bool = False) -> None:
    """Draw what the place has of its own: `tall` in units, its foot at (x, y) in pixels."""
    things.draw(scene, things.Placed(
        index=-2, copy=int(x), thing=Thing(kind=kind, words=""), sprite=get(kind), x=x, y=y, tall=tall * scene.unit,
        depth=depth, floats=not wet, wet=wet,
    ))  # fmt: skip


def quay(scene: Scene, level: float) -> None:
    """Flagstones before the water, from the row `level` (a share of the height) downwards."""
    canvas, unit, top = scene.canvas, scene.unit, level * scene.height
    rng, stone = scene.rng("quay"), multiply(rgb("e2e7ef") if scene.snowy else STONE, scene.palette.ambient)
    canvas.drawRect(skia.Rect.MakeLTRB(0, top, scene.width, scene.height), paint(shade(stone, 0.6)))
    y, high, odd = top, 0.022 * unit, 0
    while y < scene.height:
        wide = 3.4 * high
        for k in range(int(scene.width / wide) + 3):
            x = (k - 0.5 * (odd % 2) - 0.5) * wide
            tone = jitter(shade(stone, rng.uniform(0.9, 1.12)), rng, 0.015)
            rectangle(canvas, (x, y), 0.975 * wide, 0.94 * high, tone, round=0.1 * high)
        y, high, odd = y + high, high * 1.3, odd + 1
    rectangle(canvas, (0, top - 0.012 * unit), scene.width, 0.016 * unit, shade(stone, 1.18))
