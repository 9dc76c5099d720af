"""A playground: a tower with a slide, swings, a seesaw and a sandpit on bright soft ground in a park."""

from itertools import pairwise

import numpy as np

from easel.engines.painter import ground, woods
from easel.engines.painter.brush import Colour, circle, curve, linear, mix, polygon, rgb, shade
from easel.engines.painter.fields import SNOW
from easel.engines.painter.scene import Scene
from easel.engines.painter.streets import Street, finish, worn

BRIGHT = tuple(map(rgb, ("e0483c", "f0b23a", "2f7fc0", "3f9a5a", "8a5ac0", "f07a3a")))
SOFT = (rgb("c8694a"), rgb("4a8a9a"), rgb("5f9a5a"))
WOOD, ROPE = rgb("a8784a"), rgb("d8c49a")


class Playground(Street):
    """What stands on one playground, in metres."""

    def __init__(self, scene: Scene):
        super().__init__(scene, half=9.0)
        self.rng, self.middle = scene.rng("playground"), 0.5 * scene.width
        self.tones = [BRIGHT[int(k)] for k in self.rng.permutation(len(BRIGHT))]
        self.side = float(self.rng.choice([-1, 1]))

    def bar(
        self, start: tuple[float, float, float], end: tuple[float, float, float], colour: Colour, wide: float
    ) -> None:
        """A round bar between two places, `wide` metres thick."""
        z = 0.5 * (start[2] + end[2])
        tone, thick = self.seen(colour, 0.5 * z), wide * self.focal / z
        points = [self.at(*start), self.at(*end)]
        curve(self.canvas, points, shade(tone, 0.7), thick)
        curve(self.canvas, [(x - 0.18 * thick, y - 0.1 * thick) for x, y in points], shade(tone, 1.15), 0.5 * thick)

    def mat(self) -> None:
        """The soft ground, round islands of two other colours in it."""
        for k, (x, z, wide, deep) in enumerate(((0.0, 9.0, 8.6, 5.6), (-3.6, 8.2, 2.6, 2.0), (3.2, 6.6, 2.2, 1.5))):
            tone = mix(SOFT[k], SNOW, 0.55) if self.scene.snowy else SOFT[k]
            turns = np.linspace(0, 2 * np.pi, 60, endpoint=False).tolist()
            rim = [self.at(x + wide * np.cos(a), 0, z + deep * np.sin(a)) for a in turns]
            polygon(self.canvas, rim, self.seen(tone, 3))

    def tower(self) -> None:
        """A deck on four posts under a pointed roof; a slide comes down to one side, a net to the other."""
        x, z, half, deck, roof = self.side * -3.2, 10.6, 0.85, 1.7, 3.3
        tones = self.tones
        for dz in (0.9, 0.0):
            for sign in (-1, 1):
                self.bar((x + sign * half, 0, z + dz), (x + sign * half, roof, z + dz), tones[0], 0.17)
        floor = self.seen(WOOD, 5)
        self.panel(
            [(x - half, deck, z), (x + half, deck, z), (x + half, deck + 0.16, z), (x - half, deck + 0.16, z)], floor
        )
        for k in range(6):
            a = x - half + 2 * half * (k + 0.5) / 6
            self.bar((a, deck + 0.1, z + 0.9), (a, deck + 0.85, z + 0.9), tones[1], 0.07)
        peak, tone = self.at(x, roof + 1.25, z + 0.45), self.seen(self.covered(tones[2]), 5)
        left, right = self.at(x - half - 0.25, roof, z), self.at(x + half + 0.25, roof, z)
        polygon(self.canvas, [left, peak, right], linear(left, right, (shade(tone, 1.15), shade(tone, 0.75))))
        self._slide(x + self.side * half, deck, z)
        self._net(x - self.side * half, deck, z)

    def _slide(self, x: float, deck: float, z: float) -> None:
        """A chute with raised edges, flat at its foot."""
        run = [(0.0, deck + 0.12), (0.5, deck + 0.02), (2.4, 0.42), (3.1, 0.22), (3.5, 0.2)]
        tone = self.tones[3]
        for dz, dark in ((0.5, 0.75), (0.0, 1.0)):
            path = [(x + self.side * u, y, z + dz) for u, y in run]
            if dz == 0.0:
                top = [self.at(a, b + 0.02, c + 0.5) for a, b, c in path]
                low = [self.at(*p) for p in path]
                polygon(self.canvas, [*top, *reversed(low)], shade(self.seen(tone, 4), 1.2))
            for a, b in pairwise(path):
                self.bar((a[0], a[1] + 0.06, a[2]), (b[0], b[1] + 0.06, b[2]), shade(tone, dark), 0.16)

    def _net(self, x: float, deck: float, z: float) -> None:
        """A rope net to climb."""
        for k in range(5):
            dz = 0.2 * k
            self.bar((x, deck, z + dz), (x - self.side * 1.5, 0.0, z + dz), ROPE, 0.045)
        for t in (0.15, 0.4, 0.65, 0.9):
            y, a = deck * (1 - t), x - self.side * 1.5 * t
            self.bar((a, y, z), (a, y, z + 0.8), ROPE, 0.045)

    def swings(self) -> None:
        """Two seats on chains under a bar between two pairs of legs."""
        x, z, high, tone = self.side * 3.6, 12.4, 2.6, self.tones[4]
        for sign in (-1, 1):
            for lean in (-0.5, 0.5):
                self.bar((x + sign * 1.9, high, z), (x + sign * 2.1, 0, z + lean), tone, 0.13)
        self.bar((x - 1.9, high, z), (x + 1.9, high, z), tone, 0.14)
        for seat in (-0.85, 0.85):
            for chain in (-0.24, 0.24):
                self.bar((x + seat + chain, high, z), (x + seat + chain, 0.6, z), rgb("8d959c"), 0.035)
            self.bar((x + seat - 0.28, 0.58, z), (x + seat + 0.28, 0.58, z), self.tones[5], 0.1)

    def seesaw(self) -> None:
        """A board that is down at one end."""
        x, z, tilt = self.side * 2.9, 7.0, 0.32
        for lean in (-0.3, 0.3):
            self.bar((x, 0.55, z), (x + lean, 0.0, z), self.tones[2], 0.12)
        self.bar((x - 1.6, 0.55 - tilt, z), (x + 1.6, 0.55 + tilt, z), self.tones[1], 0.16)
        for sign in (-1, 1):
            y = 0.55 + sign * tilt
            self.bar((x + sign * 1.2, y, z), (x + sign * 1.2, y + 0.35, z), self.tones[0], 0.06)

    def sandpit(self) -> None:
        """Sand in a frame, a bucket and a heap in it."""
        x, z, wide, deep = -self.side * 3.2, 6.2, 1.5, 0.9
        sand, frame = self.seen(self.covered(rgb("e8cf96")), 3), self.seen(WOOD, 3)
        self.panel([(x - wide, 0.01, z - deep), (x + wide, 0.01, z - deep), (x + wide, 0.01, z + deep),
                    (x - wide, 0.01, z + deep)], sand)  # fmt: skip
        heap = [self.at(x + a, b, z) for a, b in ((-0.6, 0.0), (-0.2, 0.3), (0.1, 0.34), (0.6, 0.0))]
        polygon(self.canvas, heap, shade(sand, 0.92))
        corners = [(x - wide, z - deep), (x - wide, z + deep), (x + wide, z + deep), (x + wide, z - deep)]
        for (a, b), (c, d) in ((corners[1], corners[2]), (corners[0], corners[1]), (corners[2], corners[3]),
                               (corners[0], corners[3])):  # fmt: skip
            points = [self.at(a, 0.1, b), self.at(c, 0.1, d)]
            curve(self.canvas, points, shade(frame, 0.8), 0.2 * self.focal / z)
        at, k = self.at(x + 0.8, 0.02, z - 0.3), self.focal / z
        red = self.seen(BRIGHT[0], 2)
        polygon(self.canvas, [(at[0] - 0.2 * k, at[1] - 0.34 * k), (at[0] + 0.2 * k, at[1] - 0.34 * k),
                              (at[0] + 0.14 * k, at[1]), (at[0] - 0.14 * k, at[1])], red)  # fmt: skip
        circle(self.canvas, (at[0] - 0.5 * k, at[1] - 0.13 * k), 0.16 * k, self.seen(BRIGHT[2], 2))


def playground(scene: Scene) -> None:
    """The park's trees and grass, the soft ground, what one plays on from the far to the near."""
    woods.tree_line(scene, tall=0.17, number=30, depth=0.6)
    ground.meadow(scene)
    if scene.finish > 0.3:
        woods.turf(scene, number=120)
    made = Playground(scene)
    made.mat()
    worn(scene, made)
    for name, draw in (
        ("swing", made.swings),
        ("slide", made.tower),
        ("seesaw", made.seesaw),
        ("sandbox", made.sandpit),
    ):
        if scene.allows(name) and all(name not in thing.kind for thing in scene.plan.things):
            draw()
    finish(scene, made)
