"""Venice: plastered palaces that stand in the water, a bridge between them, gondolas and their mooring posts."""

import numpy as np
import skia

from easel.engines.painter import water
from easel.engines.painter.brush import Colour, blob, curve, jitter, linear, mix, paint, polygon, rectangle, rgb, shade
from easel.engines.painter.scene import Scene
from easel.engines.painter.sprites import get
from easel.engines.painter.watertown import SPAN, WARM, WaterTown, stand

PLASTERS = tuple(map(rgb, ("e2b184", "d98f6c", "efd9b4", "c9694f", "e8c78e", "d9a08f", "f0e6d4")))
TERRACOTTA, TRIM = rgb("b0583a"), rgb("f4ecdd")
SHUTTERS = tuple(map(rgb, ("4a6a52", "5a4436", "3f5c6e")))


class Lagoon(WaterTown):
    """Both sides of a canal; the houses are tall and narrow, and each has another colour."""

    def bank(self, side: int) -> None:
        """Palaces from the bridge outwards, each nearer and higher than the one before."""
        x, k = self.middle + side * (SPAN - 0.05) * self.unit, 0
        while 0 < x + 0.02 * side * self.unit < self.scene.width:
            tall = self.unit * min(0.46, 0.27 + 0.06 * k) * self.rng.uniform(0.9, 1.08)
            wide = tall * self.rng.uniform(0.6, 0.85)
            self.house(x if side > 0 else x - wide, wide, tall, max(0.02, 0.2 - 0.08 * k))
            x, k = x + side * wide, k + 1

    def house(self, left: float, wide: float, tall: float, depth: float) -> None:
        """One palace: a low tiled roof, rows of arched windows, a door to the water, a stain where that stands."""
        wall = self.seen(jitter(PLASTERS[int(self.rng.integers(len(PLASTERS)))], self.rng, 0.03), depth)
        foot, eaves = self.base, self.base - 0.9 * tall
        tones = (shade(wall, 1.06), shade(wall, 0.86))
        rectangle(self.canvas, (left, eaves), wide, foot - eaves, linear((left, 0), (left + wide, 0), tones))
        if depth < 0.4:
            self.patches(left, wide, tall, wall)
        stain = linear((0, foot - 0.13 * tall), (0, foot), ((*shade(wall, 0.5), 0.0), (0.2, 0.25, 0.2, 0.75)))
        rectangle(self.canvas, (left, foot - 0.13 * tall), wide, 0.13 * tall, stain)
        self.roof(left, wide, eaves, 0.1 * tall, depth)
        trim = self.seen(TRIM, depth)
        rectangle(self.canvas, (left, eaves), wide, 0.018 * tall, trim)
        rows, columns = (3 if tall > 0.2 * self.unit else 2), max(2, round(wide / (0.2 * tall)))
        shutter = self.seen(SHUTTERS[int(self.rng.integers(len(SHUTTERS)))], depth)
        door = int(self.rng.integers(columns))
        for row in range(rows):
            y = eaves + (0.12 + 0.77 * row / rows) * tall
            for k in range(columns):
                x = left + wide * (k + 0.5) / columns
                if row == rows - 1 and k == door:
                    self.door(x, tall, depth)
                else:
                    self.arch(x, y, 0.062 * tall, trim, shutter, depth)
            if row == 0 and depth < 0.4:
                self.balcony(left + 0.18 * wide, left + 0.82 * wide, y + 0.19 * tall, 0.04 * tall, trim)

    def patches(self, left: float, wide: float, tall: float, wall: Colour) -> None:
        """Where the plaster has come off the bricks."""
        for _ in range(5):
            x, y = left + self.rng.uniform(0.05, 0.9) * wide, self.base - self.rng.uniform(0.04, 0.75) * tall
            size = tall * self.rng.uniform(0.012, 0.04)
            rim = [
                (x + size * self.rng.uniform(0.7, 1.4) * float(np.cos(a)), y + size * 0.6 * float(np.sin(a)))
                for a in np.linspace(0, 2 * np.pi, 7, endpoint=False)
            ]
            blob(self.canvas, rim, mix(shade(wall, 0.82), self.seen(rgb("a4563c"), 0.1), 0.35), 0.6)

    def roof(self, left: float, wide: float, eaves: float, rise: float, depth: float) -> None:
        """A low slope of round tiles that hangs over a little."""
        tiles, over = self.seen(rgb("e6ebf2") if self.scene.snowy else TERRACOTTA, depth), 0.04 * wide
        points = [(left - over, eaves), (left + 0.08 * wide, eaves - rise), (left + 0.92 * wide, eaves - rise),
                  (left + wide + over, eaves)]  # fmt: skip
        polygon(self.canvas, points, linear((0, eaves - rise), (0, eaves), (shade(tiles, 1.15), shade(tiles, 0.8))))
        rows = max(6, int(wide / (0.011 * self.unit)))
        path = skia.Path()
        for k in range(rows):
            t = (k + 0.5) / rows
            path.moveTo(left + wide * (0.08 + 0.84 * t), eaves - rise)
            path.lineTo(left - over + (wide + 2 * over) * t, eaves)
        self.canvas.drawPath(path, paint(shade(tiles, 0.7), 0.8, width=0.18 * wide / rows))
        curve(self.canvas, [points[0], points[-1]], shade(tiles, 0.6), 0.06 * rise)

    def arch(self, x: float, y: float, half: float, trim: Colour, shutter: Colour, depth: float) -> None:
        """A tall window under a pointed arch, between its shutters; `y` is its top."""
        lit = self.scene.palette.lit and self.rng.random() < 0.7
        glass = mix(WARM, self.scene.palette.haze, 0.3 * depth) if lit else self.seen(rgb("3d4a54"), depth)
        for grown, ink in ((1.3, trim), (1.0, glass)):
            h = half * grown
            low = y + 2.6 * half
            rise = [(x - h, y), (x - 0.7 * h, y - 0.7 * h), (x, y - 1.35 * h), (x + 0.7 * h, y - 0.7 * h), (x + h, y)]
            points = [(x - h, low), *rise, (x + h, low)]
            polygon(self.canvas, points, ink)
        curve(self.canvas, [(x, y - half), (x, y + 2.6 * half)], shade(trim, 0.7), 0.12 * half)
        for side in (-1, 1):
            rectangle(self.canvas, (x + side * 1.75 * half - 0.42 * half, y), 0.84 * half, 2.6 * half, shutter)
        rectangle(self.canvas, (x - 1.5 * half, y + 2.6 * half), 3 * half, 0.3 * half, trim)

    def balcony(self, left: float, right: float, y: float, high: float, trim: Colour) -> None:
        """A stone balustrade on brackets."""
        rectangle(self.canvas, (left, y + high), right - left, 0.3 * high, shade(trim, 0.8))
        for x in np.linspace(left, right, max(4, int((right - left) / (0.35 * high)))).tolist():
            curve(self.canvas, [(x, y), (x, y + high)], trim, 0.14 * high)
        curve(self.canvas, [(left, y), (right, y)], shade(trim, 1.05), 0.2 * high)

    def door(self, x: float, tall: float, depth: float) -> None:
        """A water gate with steps, and striped posts before it."""
        half, foot = 0.075 * tall, self.base
        for grown, ink in ((1.25, self.seen(TRIM, depth)), (1.0, self.seen(rgb("33281f"), depth))):
            h = half * grown
            polygon(self.canvas, [(x - h, foot), (x - h, foot - 2.1 * half), (x, foot - (2.1 * half + 1.1 * h)),
                                  (x + h, foot - 2.1 * half), (x + h, foot)], ink)  # fmt: skip
        rectangle(self.canvas, (x - 1.8 * half, foot - 0.3 * half), 3.6 * half, 0.3 * half, self.seen(TRIM, depth))

    def vines(self, x: float, foot: float, rise: float) -> None:
        """The bridges here are bare."""

    def posts(self) -> None:
        """Mooring posts with stripes, in twos and threes out in the water."""
        reach = self.scene.height - self.scene.ground_px
        for side in (-1, 1):
            for k in range(int(self.rng.integers(2, 4))):
                near = self.rng.uniform(0.05, 0.3)
                x = self.middle + side * (0.36 + 0.09 * k) * self.scene.width * self.rng.uniform(0.85, 1.1)
                y, tall = self.scene.ground_px + near * reach, self.unit * (0.08 + 0.16 * near)
                self.post(x, y, tall, rgb(("2f5f9e", "b83a34")[int(self.rng.integers(2))]))

    def post(self, x: float, y: float, tall: float, colour: Colour) -> None:
        """One post and its broken image in the water."""
        half = 0.05 * tall
        for k in range(9):
            tone = self.seen(colour if k % 2 else TRIM, 0.05)
            top = y - tall * (k + 1) / 9
            skew = 0.4 * half
            points = [(x - half, top + tall / 9 + skew), (x + half, top + tall / 9 - skew), (x + half, top - skew),
                      (x - half, top + skew)]  # fmt: skip
            polygon(self.canvas, points, linear((x - half, 0), (x + half, 0), (shade(tone, 1.1), shade(tone, 0.7))))
            low = y + (y - top) * 0.55
            rectangle(self.canvas, (x - half + 0.5 * skew * (-1) ** k, low - tall / 20), 2 * half, tall / 20, tone, 0.4)


def venice(scene: Scene) -> None:
    """A canal between palaces, a bridge over it, posts and a gondola on the water."""
    town = Lagoon(scene)
    town.paint()
    water.water(scene, top=(town.base - 1) / scene.height, rough=0.2, colour=rgb("2f7468"))
    town.posts()
    boats = any(get(thing.kind).place == "water" for thing in scene.plan.things)
    if not boats and scene.allows("gondola"):
        row = scene.ground_px + 0.3 * (scene.height - scene.ground_px)
        side = float(town.rng.choice([-1, 1]))
        stand(scene, "gondola", town.middle + 0.14 * side * scene.unit, row, 0.13, wet=True)
