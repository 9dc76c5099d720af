"""Amsterdam: narrow brick houses with gables along a canal, a low bridge of arches, elms, bicycles, barges."""

import numpy as np
import skia

from easel.engines.painter import water
from easel.engines.painter.brush import Colour, blob, curve, jitter, linear, mix, paint, polygon, rectangle, rgb, shade
from easel.engines.painter.lands import season_of
from easel.engines.painter.scene import Scene
from easel.engines.painter.sprites import get
from easel.engines.painter.stamps import Spot, Stamps
from easel.engines.painter.vegetation import broadleaf, leaf_colours
from easel.engines.painter.watertown import WARM, WaterTown, stand

BRICKS = tuple(map(rgb, ("7a3b2c", "94503a", "5a3a34", "a8674a", "4a4446", "8a4a44", "6a5248", "c9b89a", "3f4a50")))
DOORS = tuple(map(rgb, ("2f4a3a", "7a2a24", "26364a", "3a3230")))
TRIM, QUAY = rgb("f2ede2"), rgb("7d6a5e")
#: How high the quay stands over the water, in units.
RISE = 0.03


class Canal(WaterTown):
    """The far side of one canal."""

    def __init__(self, scene: Scene):
        super().__init__(scene)
        self.foot = self.base - RISE * scene.unit

    def paint(self) -> None:
        """Houses wall to wall, the quay before them, trees and bicycles on it, the bridge."""
        x = self.rng.uniform(-0.08, -0.02) * self.unit
        while x < self.scene.width * 1.02:
            wide = self.unit * self.rng.uniform(0.105, 0.15)
            self.house(x, wide, self.unit * self.rng.uniform(0.3, 0.4), 0.06)
            x += wide
        self.quay()
        if self.scene.allows("bridge"):
            self.bridge()

    def house(self, left: float, wide: float, tall: float, depth: float) -> None:
        """One house: rows of tall white-framed windows, the top ones smaller, a gable, a beam to hoist by."""
        wall = self.seen(jitter(BRICKS[int(self.rng.integers(len(BRICKS)))], self.rng, 0.025), depth)
        trim, eaves = self.seen(TRIM, depth), self.foot - 0.74 * tall
        tones = (shade(wall, 1.08), shade(wall, 0.86))
        rectangle(self.canvas, (left, eaves), wide + 1, self.foot - eaves, linear((left, 0), (left + wide, 0), tones))
        self.courses(left, wide, eaves, wall)
        self.crown(left, wide, eaves, 0.26 * tall, wall, trim)
        floors, columns = 4, 3 if wide > 0.12 * self.unit else 2
        for floor in range(floors):
            y = eaves + 0.74 * tall * (floor + 0.12) / floors
            high = 0.74 * tall / floors * (0.56 + 0.06 * floor)
            for k in range(columns):
                x = left + wide * (k + 0.5) / columns
                if floor == floors - 1 and k == 0:
                    self.entrance(x, tall, depth)
                else:
                    self.pane(x, y, 0.3 * wide / columns, high, trim, depth)
        rectangle(self.canvas, (left, self.foot - 0.03 * tall), wide + 1, 0.03 * tall, self.seen(rgb("5f5a56"), depth))
        curve(self.canvas, [(left, eaves), (left, self.foot)], shade(wall, 0.55), 0.0022 * self.unit)

    def courses(self, left: float, wide: float, eaves: float, wall: Colour) -> None:
        """The courses of bricks, as faint lines."""
        path, y, step = skia.Path(), eaves, 0.0052 * self.unit
        while y < self.foot:
            path.moveTo(left, y)
            path.lineTo(left + wide, y)
            y += step
        self.canvas.drawPath(path, paint(shade(wall, 0.7), 0.4, width=0.18 * step))

    def crown(self, left: float, wide: float, eaves: float, rise: float, wall: Colour, trim: Colour) -> None:
        """A stepped, a neck or a bell gable."""
        form, x = int(self.rng.integers(3)), left + 0.5 * wide
        if form == 0:
            half, rim = 0.5 * wide, [(left, eaves)]
            for k in range(4):
                rim += [(x - half * (1 - 0.25 * k), eaves - rise * (k + 0.6) / 4.2),
                        (x - half * (0.75 - 0.25 * k + 0.12 * (k == 3)), eaves - rise * (k + 0.6) / 4.2)]  # fmt: skip
        elif form == 1:
            rim = [(left, eaves), (left, eaves - 0.12 * rise), (left + 0.24 * wide, eaves - 0.16 * rise),
                   (left + 0.27 * wide, eaves - 0.78 * rise), (left + 0.36 * wide, eaves - 0.8 * rise),
                   (x, eaves - rise)]  # fmt: skip
        else:
            rim = [(left, eaves), (left + 0.02 * wide, eaves - 0.3 * rise), (left + 0.18 * wide, eaves - 0.42 * rise),
                   (left + 0.27 * wide, eaves - 0.74 * rise), (left + 0.4 * wide, eaves - 0.93 * rise),
                   (x, eaves - 0.97 * rise)]  # fmt: skip
        whole = [*rim, *((2 * x - a, b) for a, b in reversed(rim))]
        polygon(self.canvas, whole, linear((left, 0), (left + wide, 0), (shade(wall, 1.06), shade(wall, 0.84))))
        path = skia.Path.Polygon(whole, False)
        edge = self.seen(rgb("f1f5fb"), 0.05) if self.scene.snowy else trim
        self.canvas.drawPath(path, paint(edge, width=(0.011 if self.scene.snowy else 0.007) * self.unit))
        self.pane(x, eaves - 0.46 * rise, 0.085 * wide, 0.3 * rise, trim, 0.06)
        beam = eaves - 0.7 * rise
        curve(self.canvas, [(x, beam), (x, beam + 0.05 * rise)], self.seen(rgb("2a2420"), 0.05), 0.035 * wide)

    def pane(self, x: float, y: float, half: float, high: float, trim: Colour, depth: float) -> None:
        """A sash window; `y` is its top."""
        lit = self.scene.palette.lit and self.rng.random() < 0.66
        glass = mix(WARM, self.scene.palette.haze, 0.3 * depth) if lit else self.seen(rgb("33424e"), depth)
        rectangle(self.canvas, (x - 1.22 * half, y - 0.2 * half), 2.44 * half, high + 0.4 * half, trim)
        sky = mix(glass, self.scene.palette.mid, 0.0 if lit else 0.3)
        rectangle(self.canvas, (x - half, y), 2 * half, high, linear((0, y), (0, y + high), (sky, glass)))
        for ends in ([(x, y), (x, y + high)], [(x - half, y + 0.45 * high), (x + half, y + 0.45 * high)]):
            curve(self.canvas, ends, trim, 0.18 * half)

    def entrance(self, x: float, tall: float, depth: float) -> None:
        """A dark door with a fanlight, over a flight of steps."""
        half, tone = 0.036 * tall, self.seen(DOORS[int(self.rng.integers(len(DOORS)))], depth)
        top = self.foot - 0.17 * tall
        rectangle(self.canvas, (x - 1.25 * half, top - 0.5 * half), 2.5 * half, self.foot - top, self.seen(TRIM, depth))
        rectangle(self.canvas, (x - half, top), 2 * half, self.foot - top, tone)
        fan = WARM if self.scene.palette.lit else self.seen(rgb("5a6c78"), depth)
        rectangle(self.canvas, (x - half, top), 2 * half, 0.7 * half, fan)
        for k in range(3):
            wide = (1.5 + 0.4 * k) * half
            rectangle(self.canvas, (x - wide, self.foot - (0.9 - 0.3 * k) * half), 2 * wide, 0.3 * half,
                      shade(self.seen(rgb("a8a096"), depth), 1.1 - 0.12 * k))  # fmt: skip

    def quay(self) -> None:
        """The brick wall of the bank, what stands on it."""
        scene, unit = self.scene, self.unit
        wall, high = self.seen(QUAY, 0.05), self.base - self.foot
        rectangle(self.canvas, (0, self.foot), scene.width, high + 1, linear((0, self.foot), (0, self.base),
                  (wall, shade(wall, 0.6))))  # fmt: skip
        cap = self.seen(rgb("eef2f8") if scene.snowy else rgb("b8ada0"), 0.05)
        rectangle(self.canvas, (0, self.foot - 0.004 * unit), scene.width, 0.008 * unit, cap)
        spots = []
        for k in range(max(3, round(4 * scene.aspect))):
            x = scene.width * (k + self.rng.uniform(0.2, 0.8)) / max(3, round(4 * scene.aspect))
            if abs(x - self.middle) > 0.2 * unit:
                spots.append(Spot(x, self.foot + 0.002 * unit, unit * self.rng.uniform(0.16, 0.23), 0.12))
        if spots and scene.free("tree", 1.3) and scene.allows("tree"):
            Stamps(scene, broadleaf, leaf_colours(season_of(scene)), tall_px=0.23 * unit, wide=0.42).stamp(spots)
        if scene.allows("bicycle"):
            for _ in range(5):
                x = scene.width * self.rng.uniform(0.04, 0.96)
                stand(scene, "bicycle", x, self.foot + 0.002 * unit, 0.032, depth=0.1)

    def bridge(self) -> None:
        """A low brick bridge of three arches, lamps of its own at night in a garland under each."""
        unit, x, foot, half = self.unit, self.middle, self.base, 0.26
        brick, rise = self.seen(rgb("8a5a48"), 0.03), 0.115
        body = skia.Path()
        body.moveTo(x - half * unit, foot)
        body.lineTo(x - half * unit, foot - 0.075 * unit)
        body.quadTo(x, foot - 1.45 * rise * unit, x + half * unit, foot - 0.075 * unit)
        body.lineTo(x + half * unit, foot)
        body.close()
        for at, wide in ((-0.165, 0.058), (0.0, 0.068), (0.165, 0.058)):
            arch = skia.Path()
            arch.addOval(skia.Rect.MakeLTRB(x + (at - wide) * unit, foot - 1.15 * wide * unit, x + (at + wide) * unit,
                                            foot + 1.15 * wide * unit))  # fmt: skip
            body = skia.Op(body, arch, skia.PathOp.kDifference_PathOp)
            deep = self.seen(rgb("1c2428"), 0.02)
            through = linear((0, foot - wide * unit), (0, foot), (deep, mix(deep, self.scene.palette.haze, 0.35)))
            self.canvas.drawPath(arch, paint(through))
        top = linear((0, foot - 1.2 * rise * unit), (0, foot), (shade(brick, 1.12), shade(brick, 0.7)))
        self.canvas.drawPath(body, paint(top))
        for at, wide in ((-0.165, 0.058), (0.0, 0.068), (0.165, 0.058)):
            angles = np.linspace(np.pi, 2 * np.pi, 19).tolist()
            rim = [(x + (at + 1.06 * wide * np.cos(a)) * unit, foot + 1.22 * wide * np.sin(a) * unit) for a in angles]
            lit = self.scene.palette.lit
            curve(self.canvas, rim, self.seen(rgb("d8cbb8"), 0.03), 0.008 * unit)
            for a, b in rim if lit else ():
                blob(self.canvas, [(a - 0.004 * unit, b), (a, b - 0.004 * unit), (a + 0.004 * unit, b),
                                   (a, b + 0.004 * unit)], WARM)  # fmt: skip
        self.railing(x, half, rise)

    def railing(self, x: float, half: float, rise: float) -> None:
        """An iron railing along the back of the bridge."""
        iron, unit = self.seen(rgb("2a3430"), 0.03), self.unit
        tops = []
        for t in np.linspace(-1, 1, 33).tolist():
            back = self.base - (0.075 + (1.45 * rise - 0.075) * 0.5 * (1 - t * t)) * unit
            curve(self.canvas, [(x + t * half * unit, back), (x + t * half * unit, back - 0.026 * unit)], iron,
                  0.0022 * unit)  # fmt: skip
            tops.append((x + t * half * unit, back - 0.026 * unit))
        snowy = self.scene.snowy
        curve(self.canvas, tops, self.seen(rgb("eef2f8"), 0.05) if snowy else iron, (0.009 if snowy else 0.005) * unit)

    def barges(self) -> None:
        """Flat boats moored at both sides."""
        for side in (-1, 1):
            x = self.middle + side * 0.36 * self.scene.width
            self.barge(x, self.base + 0.045 * self.unit, 0.13 * self.unit)

    def barge(self, x: float, y: float, half: float) -> None:
        """One of them and its broken image."""
        tone = self.seen(jitter(DOORS[int(self.rng.integers(len(DOORS)))], self.rng, 0.04), 0.03)
        white = self.seen(rgb("eef2f8") if self.scene.snowy else TRIM, 0.03)
        image = [(x - half, y), (x + half, y), (x + 0.86 * half, y + 0.22 * half), (x - 0.86 * half, y + 0.22 * half)]
        polygon(self.canvas, image, shade(tone, 0.6), 0.4, blur=0.03 * half)
        hull = [(x - 1.05 * half, y - 0.24 * half), (x + 1.05 * half, y - 0.24 * half), (x + 0.9 * half, y),
                (x - 0.9 * half, y)]  # fmt: skip
        polygon(self.canvas, hull, linear((0, y - 0.24 * half), (0, y), (shade(tone, 1.25), shade(tone, 0.7))))
        curve(self.canvas, hull[:2], white, 0.035 * half)
        rectangle(self.canvas, (x - 0.6 * half, y - 0.46 * half), 1.1 * half, 0.22 * half, white)
        pane = WARM if self.scene.palette.lit else self.seen(rgb("3c4a56"), 0.03)
        for k in range(5):
            rectangle(self.canvas, (x + (-0.52 + 0.21 * k) * half, y - 0.41 * half), 0.14 * half, 0.12 * half, pane)


def canal(scene: Scene) -> None:
    """The canal and what is along it."""
    made = Canal(scene)
    made.paint()
    water.water(scene, top=(made.base - 1) / scene.height, rough=0.18, colour=rgb("2f5a58"))
    if scene.allows("boat") and all(get(thing.kind).place != "water" for thing in scene.plan.things):
        made.barges()
