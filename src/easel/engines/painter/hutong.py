"""A hutong, a lane of old Beijing: grey brick walls under grey tiles, red gates with lanterns, trees of the yards."""

from itertools import pairwise

import numpy as np
import skia

from easel.engines.painter import ground
from easel.engines.painter.brush import Colour, circle, ellipse, linear, mix, paint, polygon, rgb, shade
from easel.engines.painter.lands import season_of
from easel.engines.painter.motifs import paper_lantern
from easel.engines.painter.scene import Scene
from easel.engines.painter.stamps import Spot, Stamps
from easel.engines.painter.streets import WARM, Street, finish
from easel.engines.painter.vegetation import broadleaf, leaf_colours

BRICK, PLINTH, TILES, RED, BEAM = rgb("8f9291"), rgb("747675"), rgb("566067"), rgb("a8322a"), rgb("2f6a62")
GOLD = rgb("e0b84a")
#: Metres: half the lane's width, how high its walls are to the eaves, a gate's eaves and width, the lane's end.
HALF, HIGH, GATE, OPENING, END = 3.5, 3.1, 3.9, 3.0, 44.0


class Lane(Street):
    """The lane; `gates` are the sides and places of the gates, nearest last."""

    def __init__(self, scene: Scene):
        super().__init__(scene, half=HALF)
        self.rng = scene.rng("hutong")

    def built(self) -> None:
        """Both sides from the far end on: a gate, a length of wall, and so on, never two gates face to face."""
        for side in (-1, 1):
            bounds, gate = [0.7 if side < 0 else 1.4], side > 0
            while bounds[-1] < END:
                bounds.append(bounds[-1] + (OPENING if gate else float(self.rng.uniform(4.2, 5.8))))
                gate = not gate
            first = side > 0
            lengths = [(pair, first == (k % 2 == 0)) for k, pair in enumerate(pairwise(bounds))]
            for z, is_gate in reversed(lengths):
                (self.gate if is_gate else self.house)(side, z)

    def tone(self, colour: Colour, side: int, z: float) -> Colour:
        """A colour of one side of the lane: the one that the sun does not reach is darker."""
        lit_side = (self.scene.light.x - 0.5) * side < 0
        return self.seen(shade(colour, 1.04 if lit_side else 0.8), 0.6 * z)

    def house(self, side: int, z: tuple[float, float]) -> None:
        """The back wall of a house: plinth, courses of brick, one high window, the roof."""
        wall = self.tone(BRICK, side, z[0])
        top, low = self.at(side * self.half, HIGH, z[0])[1], self.at(side * self.half, 0, z[0])[1]
        self.wall(side, z, (0, HIGH), linear((0, top), (0, low), (shade(wall, 1.06), wall, shade(wall, 0.82))))
        self._courses(side, z, 0.6, HIGH, wall)
        self.wall(side, z, (0, 0.6), self.tone(PLINTH, side, z[0]), out=0.04)
        middle = 0.5 * (z[0] + z[1]) + float(self.rng.uniform(-0.5, 0.5))
        if self.rng.random() < 0.75:
            self._window(side, middle)
        self.roof(side, z, HIGH, 0.55, (1.2, 1.75))

    def _courses(self, side: int, z: tuple[float, float], low: float, high: float, wall: Colour) -> None:
        """The joints between the bricks."""
        joints, x = skia.Path(), side * self.half
        for row, y in enumerate(np.arange(low, high, 0.16).tolist()):
            joints.addPoly([skia.Point(*self.at(x, y, a)) for a in z], False)
            if z[0] < 9:
                for a in np.arange(z[0] + 0.2 * (row % 2), z[1], 0.4).tolist():
                    joints.addPoly([skia.Point(*self.at(x, b, a)) for b in (y, min(high, y + 0.16))], False)
        wide = max(0.4, 0.0011 * self.scene.unit * min(1.5, 6 / z[0]))
        self.canvas.drawPath(joints, paint(shade(wall, 0.72), 0.5, width=wide))

    def _window(self, side: int, z: float) -> None:
        """A small window under the eaves, with a lattice."""
        frame = self.tone(rgb("5a2f28"), side, z)
        glass = mix(WARM, rgb("ffffff"), 0.1) if self.lit else self.tone(rgb("38424a"), side, z)
        self.wall(side, (z - 0.62, z + 0.62), (1.62, 2.64), self.tone(rgb("c9c8c2"), side, z))
        self.wall(side, (z - 0.55, z + 0.55), (1.69, 2.57), frame)
        self.wall(side, (z - 0.48, z + 0.48), (1.76, 2.5), glass)
        for k in range(1, 4):
            a = z - 0.48 + 0.24 * k
            self.wall(side, (a - 0.02, a + 0.02), (1.76, 2.5), frame)
            y = 1.76 + 0.185 * k
            self.wall(side, (z - 0.48, z + 0.48), (y - 0.015, y + 0.015), frame)

    def roof(self, side: int, z: tuple[float, float], eaves: float, out: float, ridge_at: tuple[float, float]) -> None:
        """Rows of round tiles from the ridge, `ridge_at` behind the wall and over the eaves, down; rafters below."""
        x, a, b = side * self.half, z[0] - 0.12, z[1] + 0.12
        foot, ridge = (x - side * out, eaves - 0.1), (x + side * ridge_at[0], eaves + ridge_at[1])
        # From below one sees the wall in the shade of the eaves up to where these hide it.
        hidden = self.eye + self.half * (foot[1] - self.eye) / (self.half - out)
        self.wall(side, z, (eaves - 0.2, hidden + 0.1), self.tone(rgb("3c2f2a"), side, z[0]))
        tile = self.tone(self.covered(TILES), side, z[0])
        self._gable(side, a, foot, ridge, tile)
        self.wall(side, (a, b), (eaves - 0.34, eaves - 0.14), self.tone(shade(BEAM, 0.75), side, z[0]), out=out - 0.12)
        top, low = self.at(*ridge, z[0])[1], self.at(*foot, z[0])[1]
        self.panel([(*ridge, a), (*ridge, b), (*foot, b), (*foot, a)],
                   linear((0, top), (0, low), (shade(tile, 1.22), shade(tile, 0.8))))  # fmt: skip
        step = 0.3 if z[0] < 16 else 0.6
        for k in np.arange(a, b, step).tolist():
            ends = [self.at(*ridge, k), self.at(*foot, k)]
            self.canvas.drawLine(*ends[0], *ends[1], paint(shade(tile, 0.62), 0.8, width=0.085 * self.focal / k))
            at = self.at(foot[0], foot[1] - 0.05, k)
            circle(self.canvas, at, 0.075 * self.focal / k, shade(tile, 0.9))
        for y0, y1, lit in ((-0.02, 0.2, 0.7), (0.2, 0.27, 1.25)):
            self.panel([(ridge[0], ridge[1] + y, k) for y, k in ((y0, a), (y1, a), (y1, b), (y0, b))], shade(tile, lit))

    def _gable(self, side: int, z: float, foot: tuple[float, float], ridge: tuple[float, float], tile: Colour) -> None:
        """The end of a building that faces the viewer, under the edges of its roof."""
        back = 2 * ridge[0] - foot[0]
        brick = self.tone(shade(BRICK, 0.86), side, z)
        self.panel([(foot[0], foot[1], z), (*ridge, z), (back, foot[1], z), (back, 0.0, z), (side * self.half, 0.0, z),
                    (side * self.half, foot[1], z)], brick)  # fmt: skip
        thick = 0.16
        for end in (foot, (back, foot[1])):
            self.panel([(*end, z), (*ridge, z), (ridge[0], ridge[1] + thick, z), (end[0], end[1] + thick, z)],
                       shade(tile, 0.85))  # fmt: skip

    def gate(self, side: int, z: tuple[float, float]) -> None:
        """A gatehouse: red leaves with golden knobs between red pillars, a painted beam, steps, and lanterns."""
        wall = self.tone(BRICK, side, z[0])
        self.wall(side, z, (0, GATE), wall)
        self._courses(side, z, 0.0, GATE, wall)
        near, far = z[0] + 0.42, z[1] - 0.42
        self.wall(side, (near, far), (0, GATE - 0.25), self.tone(rgb("4a1d18"), side, z[0]))
        self._leaves(side, (near + 0.28, far - 0.28))
        for a in (near, far):
            self.wall(side, (a - 0.12, a + 0.12), (0.14, GATE - 0.3), self.tone(RED, side, z[0]), out=0.08)
            self.wall(side, (a - 0.17, a + 0.17), (0.0, 0.2), self.tone(rgb("c0bdb4"), side, z[0]), out=0.12)
        self.wall(side, (near - 0.1, far + 0.1), (GATE - 0.72, GATE - 0.28), self.tone(BEAM, side, z[0]), out=0.06)
        for k in range(3):
            a = near + (far - near) * (k + 0.5) / 3
            self.wall(side, (a - 0.2, a + 0.2), (GATE - 0.6, GATE - 0.4), self.tone(GOLD, side, z[0]), out=0.07)
        self._steps(side, (near, far))
        self.roof(side, (z[0] - 0.1, z[1] + 0.1), GATE + 0.1, 0.7, (0.55, 1.75))
        if self.scene.allows("lantern"):
            for a in (far - 0.1, near + 0.1):
                self._lamp(side, a)

    def _leaves(self, side: int, z: tuple[float, float]) -> None:
        red, x = self.tone(rgb("b8352b"), side, z[0]), side * self.half
        top, low = self.at(x, 2.9, z[0])[1], self.at(x, 0.3, z[0])[1]
        self.wall(side, z, (0.3, 2.85), linear((0, top), (0, low), (shade(red, 1.1), shade(red, 0.78))))
        middle = 0.5 * (z[0] + z[1])
        self.wall(side, (middle - 0.025, middle + 0.025), (0.3, 2.85), shade(red, 0.4))
        gold, k = self.tone(GOLD, side, z[0]), self.focal / z[0]
        for row in range(4):
            for a in np.linspace(z[0] + 0.16, z[1] - 0.16, 6).tolist():
                circle(self.canvas, self.at(x, 0.75 + 0.55 * row, a), 0.035 * k, gold)
        for a in (middle - 0.14, middle + 0.14):
            circle(self.canvas, self.at(x, 1.45, a), 0.085 * k, gold)
            circle(self.canvas, self.at(x, 1.45, a), 0.05 * k, shade(red, 0.5))

    def _steps(self, side: int, z: tuple[float, float]) -> None:
        """Two steps of stone before the gate, and a drum of stone at each side of it."""
        for out, high in ((0.7, 0.13), (0.38, 0.26)):
            stone = self.tone(rgb("bdbab2"), side, z[0])
            x0, x1 = side * self.half, side * (self.half - out)
            self.panel([(x0, high, z[0]), (x1, high, z[0]), (x1, high, z[1]), (x0, high, z[1])], shade(stone, 1.1))
            self.panel([(x1, 0, z[0]), (x1, high, z[0]), (x1, high, z[1]), (x1, 0, z[1])], shade(stone, 0.8))
            self.panel([(x0, 0, z[0]), (x1, 0, z[0]), (x1, high, z[0]), (x0, high, z[0])], shade(stone, 0.62))
        for a in (z[1], z[0]):
            k, stone = self.focal / a, self.tone(rgb("a9a69e"), side, a)
            at = self.at(side * (self.half - 0.3), 0.52, a)
            ellipse(self.canvas, (at[0], at[1] + 0.3 * k), 0.19 * k, 0.13 * k, shade(stone, 0.66))
            circle(self.canvas, at, 0.22 * k, shade(stone, 0.75))
            circle(self.canvas, at, 0.16 * k, stone)

    def _lamp(self, side: int, z: float) -> None:
        at, r = self.at(side * (self.half - 0.62), GATE - 0.85, z), 0.25 * self.focal / z
        if self.lit:
            glow = skia.BlendMode.kScreen
            ellipse(self.canvas, at, 3.6 * r, 3.6 * r, rgb("ff8a4a"), 0.4, blur=1.3 * r, blend=glow)
        paper_lantern(
            self.canvas, at, r, rgb("ff6238") if self.lit else self.seen(rgb("d8302a"), 0.4 * z), lit=self.lit
        )

    def trees(self) -> None:
        """Crowns that look over the walls from the yards."""
        far = END + 4
        spots = [
            Spot(*self.at(x, 0, far), float(self.rng.uniform(8.0, 11.0)) * self.focal / far, 0.75)
            for x in np.arange(-6.0, 7.0, 2.4).tolist()
        ]
        for z in np.arange(7.0, 40.0, 4.5).tolist():
            for side in (-1, 1):
                if self.rng.random() < 0.7:
                    x, foot = self.at(side * (self.half + self.rng.uniform(2.2, 3.6)), 0, z)
                    spots.append(Spot(x, foot, self.rng.uniform(8.0, 10.5) * self.focal / z, min(0.8, 0.018 * z)))
        tall = 0.6 * self.scene.unit
        Stamps(self.scene, broadleaf, leaf_colours(season_of(self.scene)), tall_px=tall, wide=0.42).stamp(spots)

    def far_end(self) -> None:
        """Where the lane bends: one more gate in a wall across it."""
        half, z = self.half + 1, 0.45 * END
        wall, tile, red = self.seen(BRICK, z), self.seen(self.covered(TILES), z), self.seen(RED, z)
        for left, right, low, high, ink in (
            (-half, half, 0.0, HIGH, wall), (-half, half, HIGH - 0.2, HIGH + 1.1, tile),
            (-2.2, 2.2, 0.0, GATE, wall), (-1.5, 1.5, 0.0, GATE - 0.8, red), (-0.04, 0.04, 0.0, 2.9, shade(red, 0.4)),
            (-1.7, 1.7, GATE - 0.8, GATE - 0.2, self.seen(BEAM, z)),
        ):  # fmt: skip
            self.panel([(left, low, END), (left, high, END), (right, high, END), (right, low, END)], ink)
        roof = [(-3.2, GATE - 0.25), (-2.0, GATE + 1.5), (2.0, GATE + 1.5), (3.2, GATE - 0.25)]
        self.panel([(x, y, END) for x, y in roof], tile)
        ridge = [(-2.1, GATE + 1.4), (-2.1, GATE + 1.75), (2.1, GATE + 1.75), (2.1, GATE + 1.4)]
        self.panel([(x, y, END) for x, y in ridge], shade(tile, 0.7))


def hutong(scene: Scene) -> None:
    """The lane with what stands along it."""
    made = Lane(scene)
    ground.stone(scene, colour=rgb("96948e"), slab=0.24)
    if scene.allows("tree"):
        made.trees()
    made.far_end()
    made.built()
    _gutter(made)
    finish(scene, made)


def _gutter(made: Lane) -> None:
    """The shade at the feet of the walls."""
    for side in (-1, 1):
        x0, x1 = side * made.half, side * (made.half - 0.35)
        corners = [made.at(x, 0.0, z) for x, z in ((x0, 1.0), (x1, 1.0), (x1, END), (x0, END))]
        polygon(made.canvas, corners, (0.08, 0.09, 0.1), 0.22, blur=0.004 * made.scene.unit)
