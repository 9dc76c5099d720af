"""A courtyard of the South: warm plaster round tiled paving, arches, a blue door, pots, a lemon tree, a fountain."""

import numpy as np
import skia

from easel.engines.painter import ground
from easel.engines.painter.brush import Colour, circle, curve, linear, mix, paint, polygon, radial, rgb, shade
from easel.engines.painter.lands import season_of
from easel.engines.painter.scene import Scene
from easel.engines.painter.squares import fountain
from easel.engines.painter.stamps import Spot, Stamps
from easel.engines.painter.streets import WARM, Street, finish
from easel.engines.painter.vegetation import broadleaf, bush, leaf_colours

PLASTERS = tuple(map(rgb, ("f2e2c4", "efd0a8", "f6efe2", "e8b88a", "f0d8c8")))
DOORS = tuple(map(rgb, ("2f6fa8", "3f7a6a", "7a4a2e")))
TILES, POT = rgb("b8623f"), rgb("b8603a")
#: Half the yard's width, how far the far wall is, and how high the walls are, in metres.
HALF, FAR, HIGH = 4.6, 10.0, 4.9


class Patio(Street):
    """The walls round one yard."""

    def __init__(self, scene: Scene):
        super().__init__(scene, half=HALF)
        self.rng = scene.rng("patio")
        self.middle = 0.5 * scene.width
        self.plaster = PLASTERS[int(self.rng.integers(len(PLASTERS)))]
        self.door = DOORS[int(self.rng.integers(len(DOORS)))]

    def upright(self, x: tuple[float, float], y: tuple[float, float], ink: object, *, z: float = FAR) -> None:
        """A panel in the far wall."""
        self.panel([(x[0], y[0], z), (x[0], y[1], z), (x[1], y[1], z), (x[1], y[0], z)], ink)

    def walls(self) -> None:
        """Three walls under tiled eaves; the side ones with small shuttered windows."""
        tone = self.seen(self.plaster, 3)
        top, low = self.at(0, HIGH, FAR)[1], self.at(0, 0, FAR)[1]
        self.upright((-self.half, self.half), (0, HIGH), linear((0, top), (0, low), (tone, shade(tone, 0.9))))
        for side in (-1, 1):
            lit_side = (self.scene.light.x - 0.5) * side < 0
            wall = shade(tone, 1.0 if lit_side else 0.76)
            self.wall(side, (0.9, FAR), (0, HIGH), linear((0, top), (0, self.scene.height), (wall, shade(wall, 0.86))))
            for z in (8.3, 6.2, 4.2):
                self._window(side, z, wall)
        self._eaves()

    def _eaves(self) -> None:
        tiles = self.seen(self.covered(TILES), 3)
        self.upright((-self.half, self.half), (HIGH - 0.1, HIGH + 0.55), tiles, z=FAR - 0.1)
        for x in np.arange(-self.half, self.half, 0.28).tolist():
            ends = [self.at(x, HIGH + 0.52, FAR - 0.12), self.at(x, HIGH - 0.1, FAR - 0.12)]
            curve(self.canvas, ends, shade(tiles, 0.74), 0.07 * self.focal / FAR)
        for side in (-1, 1):
            x0, x1 = side * (self.half - 0.45), side * (self.half + 0.3)
            self.panel([(x0, HIGH - 0.1, 0.9), (x0, HIGH - 0.1, FAR), (x1, HIGH + 0.5, FAR), (x1, HIGH + 0.5, 0.9)],
                       shade(tiles, 0.85))  # fmt: skip
            for z in np.arange(1.4, FAR, 0.34).tolist():
                ends = [self.at(x0, HIGH - 0.1, z), self.at(x1, HIGH + 0.5, z)]
                curve(self.canvas, ends, shade(tiles, 0.66), 0.05 * self.focal / z)

    def _window(self, side: int, z: float, wall: Colour) -> None:
        """A small window between shutters, a box of flowers under it."""
        glass = mix(WARM, wall, 0.15) if self.lit else self.seen(rgb("4a5a66"), 3)
        self.wall(side, (z - 0.42, z + 0.42), (2.5, 3.9), self.seen(rgb("f4ecdc"), 3))
        self.wall(side, (z - 0.34, z + 0.34), (2.58, 3.82), glass)
        for a, b in ((z - 0.86, z - 0.42), (z + 0.42, z + 0.86)):
            self.wall(side, (a, b), (2.5, 3.9), self.seen(self.door, 3))
        self.wall(side, (z - 0.5, z + 0.5), (2.24, 2.46), self.seen(POT, 3), out=0.22)
        if self.scene.allows("flower") and not self.scene.snowy:
            for k in range(16):
                at = self.at(side * (self.half - 0.25), 2.5 + 0.16 * self.rng.random(), z - 0.5 + k / 15)
                tone = ("d8344a", "e87a9a", "3f7a3a")[int(self.rng.integers(3))]
                circle(self.canvas, at, 0.06 * self.focal / z, self.seen(rgb(tone), 2))

    def arches(self) -> None:
        """Three arches of a gallery, a door in the middle one, lamps by its sides."""
        wall = self.seen(self.plaster, 3)
        deep = (shade(self.seen(rgb("8a6a4a"), 3), 0.6), shade(self.seen(rgb("a8845e"), 3), 0.9))
        if self.lit:
            deep = (rgb("7a4e28"), rgb("e8a85a"))
        step = 2 * self.half / 3
        for k in range(3):
            x, half = -self.half + step * (k + 0.5), 0.36 * step
            spring = 2.3
            turns = np.linspace(np.pi, 0, 21).tolist()
            rim = [
                (x - half, 0.0),
                *((x + half * np.cos(a), spring + half * np.sin(a)) for a in turns),
                (x + half, 0.0),
            ]
            points = [self.at(a, b, FAR) for a, b in rim]
            top, low = self.at(0, spring + half, FAR)[1], self.at(0, 0, FAR)[1]
            polygon(self.canvas, points, linear((0, top), (0, low), deep))
            path = skia.Path.Polygon(points, False)
            self.canvas.drawPath(path, paint(shade(wall, 1.12), width=0.2 * self.focal / FAR))
            if k == 1:
                self._entrance(x, 0.62 * half)
            self._upper(x)
        for x in (-0.5 * step, 0.5 * step):
            self._lantern(x, 2.6)

    def _upper(self, x: float) -> None:
        """A small window over an arch, its shutters open."""
        glass = mix(WARM, self.plaster, 0.2) if self.lit else self.seen(rgb("4a5a66"), 3)
        self.upright((x - 0.3, x + 0.3), (3.66, 4.5), self.seen(rgb("f4ecdc"), 3))
        self.upright((x - 0.25, x + 0.25), (3.7, 4.46), glass)
        for a in (x - 0.6, x + 0.3):
            self.upright((a, a + 0.3), (3.64, 4.52), self.seen(self.door, 3))

    def _entrance(self, x: float, half: float) -> None:
        tone = self.seen(self.door, 3)
        self.upright((x - half, x + half), (0, 2.3), tone)
        for a in (x - half, x, x + half):
            curve(self.canvas, [self.at(a, 0, FAR), self.at(a, 2.3, FAR)], shade(tone, 0.6), 0.05 * self.focal / FAR)
        for y in (0.5, 1.2, 1.9):
            ends = [self.at(x - half, y, FAR), self.at(x + half, y, FAR)]
            curve(self.canvas, ends, shade(tone, 0.7), 0.04 * self.focal / FAR)
        circle(self.canvas, self.at(x + 0.12, 1.1, FAR), 0.07 * self.focal / FAR, self.seen(rgb("d8b45a"), 2))

    def _lantern(self, x: float, y: float) -> None:
        at, k = self.at(x, y, FAR - 0.1), self.focal / FAR
        if self.lit:
            reach = 1.5 * k
            circle(self.canvas, at, reach, radial(at, reach, ((*WARM, 0.7), (*WARM, 0.2), (*WARM, 0.0)), (0, 0.3, 1)))
        circle(self.canvas, at, 0.13 * k, rgb("fff0c8") if self.lit else self.seen(rgb("3a3430"), 3))

    def pots(self) -> None:
        """Pots of leaves and blossoms along the side walls; a lemon tree in the corner."""
        spots = []
        places = [(side * (self.half - 0.5), z) for z in (9.4, 7.3, 5.2, 3.4) for side in (-1, 1)]
        for x, z in places:
            wide, tall, k = 0.24, 0.42, self.focal / z
            tone = self.seen(POT, z)
            rim = [self.at(x - wide, tall, z), self.at(x + wide, tall, z), self.at(x + 0.7 * wide, 0, z),
                   self.at(x - 0.7 * wide, 0, z)]  # fmt: skip
            polygon(self.canvas, rim, linear(rim[0], rim[1], (shade(tone, 1.2), shade(tone, 0.7))))
            spots.append(Spot(*self.at(x, 0.36, z), self.rng.uniform(0.6, 1.0) * k, 0.02 * z))
        if self.scene.allows("plant"):
            Stamps(self.scene, bush, leaf_colours(season_of(self.scene)), tall_px=0.25 * self.scene.unit).stamp(spots)
            self._blossoms(places)
        if self.scene.allows("tree") and self.scene.free("tree", 1.3):
            side = -1 if self.scene.light.x > 0.5 else 1
            at = self.at(side * (self.half - 1.1), 0, 8.4)
            tree = [Spot(*at, 4.3 * self.focal / 8.4, 0.1)]
            Stamps(self.scene, broadleaf, leaf_colours(season_of(self.scene)), tall_px=tree[0].tall, wide=0.42).stamp(
                tree
            )

    def _blossoms(self, places: list[tuple[float, float]]) -> None:
        if self.scene.snowy or not self.scene.allows("flower"):
            return
        for x, z in places:
            tone = rgb(("d8347a", "e85a3a", "f0c03a", "f4f0ea")[int(self.rng.integers(4))])
            for _ in range(16):
                at = self.at(x + self.rng.normal(0, 0.22), 0.75 + self.rng.normal(0, 0.18), z)
                circle(self.canvas, at, 0.05 * self.focal / z, self.seen(tone, z))


def patio(scene: Scene) -> None:
    """The yard with what is in it."""
    made = Patio(scene)
    ground.stone(scene, colour=rgb("c48a64"), slab=0.26)
    made.walls()
    made.arches()
    if scene.free("fountain", 1.2):
        fountain(scene, made, 1.7 if scene.light.x > 0.5 else -1.7, 7.6)
    made.pots()
    finish(scene, made)
