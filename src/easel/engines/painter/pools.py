"""A swimming pool in the open: tiled water in a deck of pale stone, loungers under parasols, palms behind a hedge."""

import cv2
import numpy as np
import skia

from easel.engines.painter import ground, noise, water
from easel.engines.painter.brush import Colour, curve, linear, paint, polygon, rgb, shade
from easel.engines.painter.lands import season_of
from easel.engines.painter.noise import smoothstep
from easel.engines.painter.scene import Scene
from easel.engines.painter.stamps import Spot, Stamps
from easel.engines.painter.streets import Street, finish
from easel.engines.painter.vegetation import bush, leaf_colours, palm

#: The basin in metres from the viewer: near and far edge, half its width; how far below the deck the water stands.
NEAR, FAR, HALF, LOW = 3.75, 9.6, 3.9, 0.13
TURQUOISE, TILE, DECK = rgb("2fb4c8"), rgb("bfe6ea"), rgb("ddd0ba")
#: How much of the water's colour is what it mirrors.
MIRRORED = 0.36
#: How far the wall behind the deck is, and how high, in metres.
WALL, HIGH = 15.0, 1.3
CLOTHS = tuple(map(rgb, ("f2f0e8", "e8603c", "2f8fa8", "f0b84a")))


class Basin(Street):
    """One pool and its deck."""

    def __init__(self, scene: Scene):
        super().__init__(scene, half=HALF)
        self.rng = scene.rng("pool")

    def corners(self, y: float, grown: float = 0.0) -> list[tuple[float, float, float]]:
        """The basin's rectangle at the height `y`, wider by `grown` metres on each side."""
        half = self.half + grown
        return [(x, y, z) for x, z in ((-half, NEAR - 0.35 * grown), (half, NEAR - 0.35 * grown),
                                       (half, FAR + grown), (-half, FAR + grown))]  # fmt: skip

    def fill(self) -> None:
        """The coping, the tiled wall at the far side, the water."""
        self.panel(self.corners(0, 0.32), self.seen(self.covered(rgb("f3eee2")), 3))
        self.panel(self.corners(0), self.seen(TILE, 4))
        hole = skia.Path.Polygon([self.at(*c) for c in self.corners(0)], True)
        # The deck's near edge hides where the water ends.
        surface = [self.at(*c) for c in (*self.corners(0)[:2], *self.corners(-LOW)[2:])]
        self._water(hole, surface)
        top, low = self.at(0, 0, FAR)[1], self.at(0, -LOW, FAR)[1]
        rows = paint(shade(self.seen(TILE, 6), 0.72), 0.7, width=max(0.5, 0.0011 * self.scene.unit))
        for k in range(41):
            x = self.at(-self.half + self.half * k / 20, 0, FAR)[0]
            self.canvas.drawLine(x, top, x, low, rows)

    def _water(self, hole: skia.Path, surface: list[tuple[float, float]]) -> None:
        scene = self.scene
        first, last = int(surface[2][1]), min(scene.height, int(surface[0][1]) + 2)
        deck = scene.pixels[first:last, :, :3].copy()
        water.water(scene, top=first / scene.height, bottom=last / scene.height, rough=0.16, colour=TURQUOISE)
        target = scene.pixels[first:last, :, :3]
        body = np.array(self.seen(TURQUOISE, 0), np.float32) * 255
        target[...] = (target * np.float32(MIRRORED) + body * np.float32(1 - MIRRORED)).astype(np.uint8)
        if self.lit:
            self._lamps(hole)
        self._net(first, last)
        wet = np.zeros((last - first, scene.width), np.uint8)
        points = np.array([[(x, y - first) for x, y in surface]]) * 16
        cv2.fillPoly(wet, points.round().astype(np.int32), 255, cv2.LINE_AA, 4)
        share = wet.astype(np.float32)[..., None] / 255
        target[...] = (deck + (target - deck.astype(np.float32)) * share).astype(np.uint8)

    def _net(self, first: int, last: int) -> None:
        """Light that the waves gather in a net on the bottom, and the bottom's tiles, bent by them."""
        scene = self.scene
        height, width = scene.texture_size(last - first)
        y = first + (np.arange(height, dtype=np.float32) + 0.5) * np.float32((last - first) / height)
        z = np.float32((self.eye + LOW) * self.focal) / np.maximum(y - np.float32(self.level), 1)
        x = (np.arange(width, dtype=np.float32) + 0.5) * np.float32(scene.width / width) - np.float32(self.middle)
        x = x[None] * z[:, None] / np.float32(self.focal)
        z = np.repeat(z[:, None], width, 1)
        bend = noise.sample(x * 0.9, z * 0.9, self.rng, roughness=0.5) - 0.5
        cells = noise.sample(x * 1.5 + bend, z * 1.5 + bend, self.rng, roughness=0.25)
        net = smoothstep(0.06, 0.0, np.abs(cells - 0.5)) * np.clip(5 / z, 0.2, 1)
        u, v = np.mod(x * 2 + bend, 1), np.mod(z * 2 + bend, 1)
        seams = np.maximum(smoothstep(0.06, 0.02, np.abs(u - 0.5)), smoothstep(0.06, 0.02, np.abs(v - 0.5)))
        strong = 0.3 if self.lit else 0.34 * (0.35 + scene.light.strength)
        tone = (1 + net * strong - seams * np.clip(4 / z - 0.25, 0, 1) * 0.13).astype(np.float32)
        tone = cv2.resize(tone, (scene.width, last - first), interpolation=cv2.INTER_LINEAR)
        target = scene.pixels[first:last, :, :3]
        target[...] = np.clip(target * tone[..., None], 0, 255)

    def _lamps(self, hole: skia.Path) -> None:
        """By night the water is lit from below."""
        self.canvas.save()
        self.canvas.clipPath(hole, True)
        glow = linear((0, self.at(0, 0, FAR)[1]), (0, self.at(0, 0, NEAR)[1]),
                      ((0.1, 0.5, 0.62, 0.85), (0.05, 0.42, 0.6, 0.55)))  # fmt: skip
        self.canvas.drawPaint(paint(glow, blend=skia.BlendMode.kScreen))
        for side in (-1, 1):
            for z in (4.8, 6.6, 8.6):
                at, k = self.at(side * self.half * 0.92, -LOW, z), self.focal / z
                self.canvas.drawOval(
                    skia.Rect.MakeLTRB(at[0] - 1.6 * k, at[1] - 0.3 * k, at[0] + 1.6 * k, at[1] + 0.3 * k),
                    paint(rgb("bff4ff"), 0.5, blur=0.3 * k, blend=skia.BlendMode.kScreen),
                )
        self.canvas.restore()

    def back(self) -> None:
        """A white wall, bushes looking over it, palms before it."""
        scene = self.scene
        wide = 0.6 * scene.width * WALL / self.focal
        green = leaf_colours(season_of(scene))
        if scene.free("tree", 1.3) and scene.allows("bush"):
            spots = []
            for k in range(scene.count(26)):
                x, y = self.at(wide * (2 * (k + self.rng.random()) / scene.count(26) - 1), HIGH * 0.6, WALL + 1)
                spots.append(Spot(x, y, self.rng.uniform(1.3, 2.6) * self.focal / WALL, 0.25))
            Stamps(scene, bush, green[:2], tall_px=0.16 * scene.unit).stamp(spots)
        tone = self.seen(rgb("f4f0e6"), 5)
        ink = linear((0, self.at(0, HIGH, WALL)[1]), (0, self.at(0, 0, WALL)[1]), (tone, shade(tone, 0.86)))
        self.panel([(-wide, 0, WALL), (wide, 0, WALL), (wide, HIGH, WALL), (-wide, HIGH, WALL)], ink)
        cap = self.seen(self.covered(rgb("cfc4b0")), 5)
        self.panel(
            [(-wide, HIGH, WALL), (wide, HIGH, WALL), (wide, HIGH + 0.14, WALL), (-wide, HIGH + 0.14, WALL)], cap
        )
        if scene.free("palm", 1.3) and scene.allows("palm") and scene.allows("tree") and not scene.snowy:
            spots = []
            for x in (-0.8, -0.52, 0.55, 0.86):
                at = self.at(x * wide * self.rng.uniform(0.8, 1.0), 0, WALL - 0.8)
                spots.append(Spot(*at, self.rng.uniform(4.6, 6.6) * self.focal / WALL, 0.15))
            Stamps(scene, palm, (rgb("4a8a4a"), rgb("5a9a44")), tall_px=0.42 * scene.unit).stamp(spots)

    def ladder(self) -> None:
        """Two steel rails over the basin's right edge."""
        steel = self.seen(rgb("e6ebf0"), 2)
        for z in (6.2, 6.75):
            rail = [(self.half - 0.3, -0.3, z), (self.half - 0.28, 0.55, z), (self.half, 0.78, z),
                    (self.half + 0.3, 0.55, z), (self.half + 0.36, 0.0, z)]  # fmt: skip
            points, wide = [self.at(*p) for p in rail], 0.06 * self.focal / z
            curve(self.canvas, points, shade(steel, 0.6), 1.3 * wide)
            curve(self.canvas, points, steel, 0.7 * wide)

    def lounger(self, x: float, z: float, cloth: Colour) -> None:
        """A bed to lie in the sun on, its head up and away from the water."""
        frame, tone = self.seen(rgb("f4f1ea"), 0.5 * z), self.seen(self.covered(cloth), 0.5 * z)
        for a in (x - 0.3, x + 0.24):
            for b in (z, z + 1.1):
                self.panel([(a, 0, b), (a + 0.06, 0, b), (a + 0.06, 0.3, b), (a, 0.3, b)], shade(frame, 0.7))
        self.panel([(x - 0.34, 0.3, z), (x + 0.34, 0.3, z), (x + 0.34, 0.3, z + 1.2), (x - 0.34, 0.3, z + 1.2)], tone)
        self.panel([(x - 0.34, 0.22, z), (x + 0.34, 0.22, z), (x + 0.34, 0.3, z), (x - 0.34, 0.3, z)], frame)
        ink = shade(tone, 0.9)
        self.panel([(x - 0.34, 0.3, z + 1.2), (x + 0.34, 0.3, z + 1.2), (x + 0.34, 0.85, z + 1.7),
                    (x - 0.34, 0.85, z + 1.7)], ink)  # fmt: skip

    def parasol(self, x: float, z: float, cloth: Colour) -> None:
        """A parasol in gores of its colour and white."""
        pole, k = self.seen(rgb("cdbb9c"), 0.5 * z), self.focal / z
        foot, tip = self.at(x, 0, z), self.at(x, 2.5, z)
        curve(self.canvas, [foot, tip], pole, 0.06 * k)
        for g in range(6):
            a, b = -1.25 + 2.5 * g / 6, -1.25 + 2.5 * (g + 1) / 6
            tone = self.seen(self.covered(cloth if g % 2 else rgb("f7f3ea")), 0.5 * z)
            points = [tip, (foot[0] + a * k, tip[1] + (0.42 + 0.12 * (1 - (a / 1.25) ** 2)) * k),
                      (foot[0] + b * k, tip[1] + (0.42 + 0.12 * (1 - (b / 1.25) ** 2)) * k)]  # fmt: skip
            polygon(self.canvas, points, shade(tone, 1.05 - 0.07 * g))


def pool(scene: Scene) -> None:
    """The deck, what stands behind the pool, the pool."""
    ground.stone(scene, colour=DECK, slab=0.24)
    made = Basin(scene)
    made.back()
    for k in range(5):
        x, z = made.half * (-0.88 + 0.44 * k), FAR + 1.5
        cloth = CLOTHS[int(made.rng.integers(len(CLOTHS)))]
        made.lounger(x - 0.25, z, rgb("f6f2e8"))
        if k % 2 == 0 and scene.allows("parasol"):
            made.parasol(x + 0.35, z + 0.4, cloth if cloth != CLOTHS[0] else CLOTHS[1])
    made.fill()
    made.ladder()
    finish(scene, made)
