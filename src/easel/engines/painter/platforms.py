"""A station: a platform under a roof on steel pillars, a train along its edge."""

from easel.engines.painter import bullet, ground
from easel.engines.painter.brush import Colour, circle, curve, linear, mix, radial, rgb, shade
from easel.engines.painter.scene import Scene
from easel.engines.painter.streets import WARM, Street, finish
from easel.engines.painter.tracks import TRAINS

#: The platform's edge, left of the viewer, and its far side, in metres; how low the tracks lie; the roof's height.
EDGE, WALL, TRACK, ROOF = -1.7, 4.6, -1.1, 4.1
LIVERIES = tuple(map(rgb, ("e8ebee", "3f7f5a", "2f5f9a", "c8483a")))
FAR = 46.0


class Platform(Street):
    """One platform; the train stands at its left."""

    def __init__(self, scene: Scene):
        super().__init__(scene, half=WALL)
        self.rng, self.middle = scene.rng("station"), scene.width * 0.5
        self.wide = max(1.0, 0.8 * scene.aspect)
        self.edge, self.side = EDGE * self.wide, WALL * self.wide

    def tracks(self) -> None:
        """The bed beyond the edge: ballast, rails, and the edge's own face."""
        bed = self.seen(self.covered(rgb("77706a")), 2)
        left = -14.0 * self.wide
        self.panel([(left, TRACK, 1.4), (self.edge, TRACK, 1.4), (self.edge, TRACK, FAR), (left, TRACK, FAR)], bed)
        for x in (-1.0, -2.45, -5.1, -6.55):
            ends = [self.at(self.edge + x, TRACK + 0.1, z) for z in (1.6, FAR)]
            curve(self.canvas, ends, self.seen(rgb("a8a29c"), 3), 0.004 * self.scene.unit)

    def train(self, colour: Colour) -> None:
        """The side of a long train: windows, doors and a stripe; it runs out of the frame at the left."""
        x, top = self.edge - 0.18, 2.7
        low, high = self.at(x, -0.9, 3)[1], self.at(x, top, 3)[1]
        tone = self.seen(colour, 2)
        body = linear((0, high), (0, low), (shade(tone, 1.12), tone, shade(tone, 0.72)))
        self._plate((x, -0.9, top), (1.2, FAR), body)
        roof = self.seen(self.covered(shade(colour, 0.62)), 2)
        self.panel([(x, top, 1.2), (x - 0.5, top + 0.36, 1.2), (x - 0.5, top + 0.36, FAR), (x, top, FAR)], roof)
        stripe = self.seen(rgb("d8a23a") if sum(colour) < 2.2 else rgb("2f6fb4"), 2)
        self._plate((x, 0.42, 0.62), (1.2, FAR), stripe)
        glass = mix(WARM, rgb("ffffff"), 0.25) if self.lit else self.seen(rgb("4a6274"), 2)
        z = 1.4
        while z < FAR - 2:
            for k in range(4):
                a = z + 1.5 + 1.35 * k
                self._plate((x, 0.95, 2.05), (a, a + 1.05), mix(glass, self.scene.palette.haze, min(0.6, 0.015 * a)))
            self._plate((x, -0.1, 2.2), (z + 0.15, z + 1.15), self.seen(shade(colour, 0.86), z))
            for a in (z + 0.22, z + 0.7):
                self._plate((x, 0.9, 2.05), (a, a + 0.38), mix(glass, self.scene.palette.haze, min(0.6, 0.015 * a)))
            self._plate((x, -0.9, top), (z - 0.04, z + 0.03), self.seen(rgb("3a4046"), z))
            z += 7.2

    def _plate(self, place: tuple[float, float, float], z: tuple[float, float], ink: object) -> None:
        """A part of the train's side: at `place` = (x, low, high)."""
        x, y0, y1 = place
        self.panel([(x, y0, z[0]), (x, y1, z[0]), (x, y1, z[1]), (x, y0, z[1])], ink)

    def floor(self) -> None:
        """The yellow line that one stands behind, and the white edge."""
        for a, b, tone in ((0.0, 0.16, "f4f1e8"), (0.62, 0.92, "e8b83a")):
            corners = [(self.edge + a, 0.002, 1.2), (self.edge + b, 0.002, 1.2), (self.edge + b, 0.002, FAR),
                       (self.edge + a, 0.002, FAR)]  # fmt: skip
            self.panel(corners, self.seen(rgb(tone), 2))

    def roof(self) -> None:
        """The roof with its beams and lamps, farthest first, pillars and benches under it."""
        canvas, x0, x1 = self.canvas, self.edge - 0.9, self.side + 3
        tone = self.seen(rgb("8d979f"), 2)
        ink = linear((0, self.at(0, ROOF, 2)[1]), (0, self.level), (shade(tone, 0.72), shade(tone, 1.05)))
        self.panel([(x0, ROOF, 0.9), (x1, ROOF, 0.9), (x1, ROOF, FAR), (x0, ROOF, FAR)], ink)
        steel = rgb("4a5a66")
        for z in (34.0, 26.0, 19.0, 13.5, 9.4, 6.4, 4.2, 2.6):
            k, dark = self.focal / z, self.seen(steel, z)
            self.panel([(x0, ROOF - 0.3, z), (x1, ROOF - 0.3, z), (x1, ROOF, z), (x0, ROOF, z)], dark)
            x = self.side - 1.2
            if z > 4:
                self.panel([(x - 0.12, 0, z), (x + 0.12, 0, z), (x + 0.12, ROOF, z), (x - 0.12, ROOF, z)], dark)
                for lean in (-1, 1):
                    curve(canvas, [self.at(x, ROOF - 1.1, z), self.at(x + lean, ROOF - 0.2, z)], dark, 0.13 * k)
            for lamp in (0.3, 2.0):
                at = self.at(lamp * self.wide, ROOF - 0.45, z)
                if self.lit:
                    reach = 1.5 * k
                    circle(
                        canvas, at, reach, radial(at, reach, ((*WARM, 0.55), (*WARM, 0.14), (*WARM, 0.0)), (0, 0.3, 1))
                    )
                circle(canvas, at, 0.13 * k, rgb("fff4d8") if self.lit else self.seen(rgb("eef0f0"), z))
            if z in (26.0, 13.5, 6.4):
                self.bench(self.side - 2.1, z + 0.4)
        fascia = self.seen(rgb("5a6a76"), 2)
        self.panel(
            [(x0, ROOF - 0.25, 0.9), (x0, ROOF + 0.15, 0.9), (x0, ROOF + 0.15, FAR), (x0, ROOF - 0.25, FAR)], fascia
        )
        self.clock()

    def bench(self, x: float, z: float) -> None:
        """A wooden bench by a pillar."""
        wood, iron = self.seen(rgb("9a6a42"), z), self.seen(rgb("3a4046"), z)
        for y0, y1 in ((0.42, 0.5), (0.62, 0.72), (0.8, 0.9)):
            self.panel([(x - 0.8, y0, z), (x + 0.8, y0, z), (x + 0.8, y1, z), (x - 0.8, y1, z)], wood)
        for leg in (x - 0.7, x + 0.62):
            self.panel([(leg, 0, z), (leg + 0.08, 0, z), (leg + 0.08, 0.9, z), (leg, 0.9, z)], iron)

    def clock(self) -> None:
        """A clock that hangs from the roof."""
        z = 7.4
        at, r = self.at(0.9 * self.wide, ROOF - 1.0, z), 0.42 * self.focal / z
        dark, face = self.seen(rgb("2e363c"), 1), rgb("fbf8ee") if self.lit else self.seen(rgb("fbf8ee"), 1)
        curve(self.canvas, [self.at(0.9 * self.wide, ROOF, z), at], dark, 0.14 * r)
        circle(self.canvas, at, r, dark)
        circle(self.canvas, at, 0.86 * r, face)
        for dx, dy, wide in ((0.0, -0.62, 0.07), (0.42, 0.2, 0.1)):
            curve(self.canvas, [at, (at[0] + dx * r, at[1] + dy * r)], rgb("22282c"), wide * r)

    def sheltered(self) -> None:
        """Under the roof it is darker than outside by day."""
        if self.lit:
            return
        low = linear((0, self.level), (0, self.scene.height), ((0.05, 0.07, 0.1, 0.05), (0.05, 0.07, 0.1, 0.24)))
        left, right = self.edge, self.side + 4
        self.panel([(left, 0, 1.0), (right, 0, 1.0), (right, 0, FAR), (left, 0, FAR)], low)


def station(scene: Scene) -> None:
    """The platform with its train, unless the words forbid that."""
    made = Platform(scene)
    ground.stone(scene, colour=rgb("b9b4ac"), slab=0.3)
    made.tracks()
    asked = next((thing for thing in scene.plan.things if thing.kind in TRAINS), None)
    colour = rgb(asked.colour) if asked and asked.colour else None
    if asked and asked.kind == "bullet_train":
        stripe = shade(colour, 0.6) if colour else rgb("c8362f")
        bullet.arriving(made, made.edge - 0.18, colour or rgb("f2f4f6"), stripe)
    elif scene.allows("train"):
        made.train(colour or LIVERIES[int(made.rng.integers(len(LIVERIES)))])
    made.sheltered()
    made.floor()
    made.roof()
    if scene.plan.weather in ("rain", "storm") and scene.allows("puddle"):
        finish(scene, made)
