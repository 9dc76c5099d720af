"""The pit of the clay army under its hall: ranks of warriors between walls of rammed earth, seen from the gallery."""

import numpy as np
import skia

from easel.engines.painter import noise
from easel.engines.painter.brush import WHITE, Colour, Surface, linear, mix, paint, placed, polygon, rgb, shade
from easel.engines.painter.layer import image_of
from easel.engines.painter.palette import multiply
from easel.engines.painter.scene import Scene
from easel.engines.painter.sprites import Look, get
from easel.engines.painter.streets import Street

EARTH, BRICK = rgb("b89f7c"), rgb("9c8a74")
#: Metres: the viewer's eye over the floor, the middle of one corridor to that of the next, a corridor's width, the
#: walls' height, the first rank and the last, how far a rank is behind another, the hall's end, its half width.
EYE, PITCH, WIDE, WALL, FIRST, LAST, STEP, END, HALF = 4.6, 3.9, 3.0, 1.25, 7.2, 42.0, 1.25, 52.0, 19.0
#: Where the warriors of a rank stand, from the middle of their corridor; how tall they are.
ABREAST, TALL = (-1.0, 0.0, 1.0), 1.9
#: How many different warriors there are, and their tallest drawing in pixels.
FACES, DRAWN_PX = 10, 700
LINEAR = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)


class Pit(Street):
    """The pit, looked down into along its corridors."""

    def __init__(self, scene: Scene):
        super().__init__(scene, half=HALF)
        self.eye, self.middle = EYE, scene.width * 0.5
        self.rng = scene.rng("clay pit")

    def air(self, colour: Colour, z: float) -> Colour:
        """A colour in the hall's light behind `z` metres of its dusty air."""
        ambient = self.scene.palette.ambient
        return mix(multiply(colour, ambient), multiply(rgb("d9cdb8"), ambient), min(0.55, 0.011 * z))

    def hall(self) -> None:
        """The vault with its ribs and skylights, and the wall at its end."""
        canvas, scene = self.canvas, self.scene
        roof = tuple(self.air(rgb(tone), 30) for tone in ("8f8b84", "c9c2b4"))
        canvas.drawPaint(paint(linear((0, 0), (0, self.level), roof)))
        end = self.air(rgb("cfc4ae"), 40)
        arch = [self.at(x, y, END) for x, y in self._rib()]
        polygon(canvas, [self.at(-self.half, 0, END), *arch, self.at(self.half, 0, END)], end)
        self._end()
        glass = mix(WHITE, rgb("ffe9c0"), 0.6) if self.lit else mix(self.air(rgb("e8f0f4"), 10), WHITE, 0.3)
        for z in np.arange(48.0, 7.0, -4.0).tolist():
            for x in (-6.5, -2.2, 2.2, 6.5):
                corners = [(x - 1.2, z + 3.2), (x + 1.2, z + 3.2), (x + 1.2, z + 0.8), (x - 1.2, z + 0.8)]
                self.panel([(a, self._vault(a), b) for a, b in corners], glass, 0.85)
            ink = self.air(rgb("5f625f"), z)
            path = skia.Path.Polygon([self.at(x, y, z) for x, y in self._rib()], False)
            canvas.drawPath(path, paint(ink, width=0.3 * self.focal / z))
        for side in (-1, 1):
            tone = self.air(rgb("a89a84") if side > 0 else rgb("b5a78f"), 22)
            self.wall(side, (1.0, END), (0, 7.0), tone)
            self.wall(side, (1.0, END), (4.6, 4.9), self.air(rgb("6f675c"), 22))
            for z in np.arange(46.0, 6.0, -4.0).tolist():
                self.wall(side, (z, z + 2.4), (5.2, 6.6), glass)
        scene.canvas.drawRect(
            skia.Rect.MakeLTRB(0, 0, scene.width, self.level), paint(self.air(rgb("d9cdb8"), 50), 0.18)
        )

    def _end(self) -> None:
        """The far wall: a gallery, the doors below it, a row of windows over it."""
        for x0, x1, y0, y1, tone in (
            (-self.half, self.half, 3.4, 3.7, "8a7d68"), (-self.half, self.half, 4.5, 4.62, "8a7d68"),
            *((x, x + 2.0, 6.6, 8.4, "efe6d2") for x in np.arange(-11.0, 10.0, 4.0).tolist()),
        ):  # fmt: skip
            corners = [(x0, y0, END), (x0, y1, END), (x1, y1, END), (x1, y0, END)]
            self.panel(corners, self.air(rgb(tone), 34), 0.8)

    def _vault(self, x: float) -> float:
        """How high the vault is over a place across the hall."""
        return 7.0 + 7.0 * max(0.0, 1 - (x / self.half) ** 2) ** 0.5

    def _rib(self) -> list[tuple[float, float]]:
        return [(float(x), self._vault(float(x))) for x in self.half * np.sin(np.linspace(-np.pi / 2, np.pi / 2, 25))]

    def floor(self) -> None:
        """Bricks and dust, darker between the ranks."""
        scene = self.scene
        low = self.air(BRICK, 4)
        far = self.air(shade(BRICK, 0.62), 40)
        self.panel([(-self.half, 0, END), (self.half, 0, END), (self.half, 0, 2.0), (-self.half, 0, 2.0)],
                   linear((0, self.level), (0, scene.height), (far, shade(low, 0.8), low), (0, 0.4, 1)))  # fmt: skip
        joints = skia.Path()
        for row, z in enumerate(np.arange(3.4, FIRST + 6, 0.42).tolist()):
            shift = 0.45 * (row % 2)
            for x in np.arange(-self.half, self.half, 0.9).tolist():
                joints.addPoly([skia.Point(*self.at(x + shift, 0, z + d)) for d in (0.0, 0.42)], False)
            joints.addPoly([skia.Point(*self.at(x, 0, z)) for x in (-self.half, self.half)], False)
        scene.canvas.drawPath(joints, paint(shade(low, 0.7), 0.3, width=0.0018 * scene.unit))

    def earth(self, x: float, near: float, far: float, *, first: bool) -> None:
        """One length of the wall at `x`: its top, the side that one sees, and its end where it is the first."""
        half = 0.5 * (PITCH - WIDE)
        tone = self.air(EARTH, near)
        rough = 0.05 * (float(self.rng.random()) - 0.5)
        top = WALL + rough
        edge = x - half if x > 0 else x + half
        if abs(x) > half:
            self.panel([(edge, 0, near), (edge, top, near), (edge, top, far), (edge, 0, far)], shade(tone, 0.6))
        self.panel([(x - half, top, near), (x + half, top, near), (x + half, top, far), (x - half, top, far)],
                   shade(tone, 1.08 + rough))  # fmt: skip
        if first:
            corners = [(x - half, 0, near), (x - half, top, near), (x + half, top, near), (x + half, 0, near)]
            low, high = self.at(x, 0, near)[1], self.at(x, top, near)[1]
            self.panel(corners, linear((0, high), (0, low), (shade(tone, 0.9), shade(tone, 0.62))))

    def army(self) -> None:
        """Walls and warriors, the farthest rank first."""
        faces = self._faces()
        reach = int(self.half // PITCH)
        ranks = np.arange(LAST, FIRST - 0.01, -STEP).tolist()
        for z in ranks:
            front = z < ranks[-1] + 0.01
            near = z - (0.5 if front else 0.3 * STEP)
            for k in sorted(range(-reach - 1, reach + 1), key=lambda k: -abs(k + 0.5)):
                self.earth((k + 0.5) * PITCH, near, z + 0.75 * STEP, first=front)
            for corridor in sorted(range(-reach, reach + 1), key=lambda k: -abs(k)):
                for place in ABREAST:
                    self._warrior(faces, corridor * PITCH + place, z)

    def _warrior(self, faces: list[skia.Image], x: float, z: float) -> None:
        which, turned, dx, dz = self.rng.random(4)
        at = self.at(x + 0.12 * (dx - 0.5), 0, z + 0.16 * (dz - 0.5))
        tall = TALL * self.focal / z
        if not -tall < at[0] < self.scene.width + tall:
            return
        shadow = skia.Rect.MakeLTRB(at[0] - 0.2 * tall, at[1] - 0.03 * tall, at[0] + 0.26 * tall, at[1] + 0.03 * tall)
        self.canvas.drawOval(shadow, paint((0.1, 0.07, 0.05), 0.35, blur=max(0.5, 0.015 * tall)))
        half = 0.25 * tall
        frame = skia.Rect.MakeLTRB(at[0] - half, at[1] - 1.02 * tall, at[0] + half, at[1])
        veil = min(0.5, 0.011 * z)
        dust = multiply(rgb("d9cdb8"), self.scene.palette.ambient)
        ink = skia.Paint(ColorFilter=_dusty(multiply((1.0, 1.0, 1.0), self.scene.palette.ambient), dust, veil))
        with placed(self.canvas, (at[0], 0), scale=(-1.0 if turned < 0.35 else 1.0, 1.0)):
            frame.offset(-at[0], 0)
            self.canvas.drawImageRect(faces[int(which * len(faces))], frame, LINEAR, ink)

    def _faces(self) -> list[skia.Image]:
        """Drawings of the warriors, half as wide as they are high."""
        tall = int(min(DRAWN_PX, TALL * self.focal / FIRST)) + 1
        sprite, seen = get("clay_warrior"), []
        for k in range(FACES):
            surface = Surface(tall // 2, int(1.02 * tall))
            with placed(surface.canvas, (tall / 4, 1.02 * tall), scale=tall):
                sprite.draw(surface.canvas, self.scene.rng(f"clay warrior {k}"), Look())
            seen.append(image_of(surface.rgba.copy()).withDefaultMipmaps())
        return seen

    def gallery(self) -> None:
        """The dusty edge of the pit, before which one stands."""
        scene = self.scene
        top = int(0.84 * scene.height)
        rows = scene.height - top
        y = np.linspace(0, 1, max(2, rows // 2), dtype=np.float32)[:, None]
        x = np.linspace(0, 8 * scene.aspect, max(2, scene.width // 2), dtype=np.float32)[None]
        grain = noise.sample(x + 0 * y, 5 * y + 0 * x, self.rng, roughness=1.2)
        tone = np.array(self.air(shade(EARTH, 0.92), 3), np.float32)
        light = (0.78 + 0.3 * grain + 0.12 * y)[..., None]
        scene.lay(tone * light, top, scene.height)
        rim = self.air(shade(EARTH, 0.55), 3)
        scene.canvas.drawRect(skia.Rect.MakeLTRB(0, top, scene.width, top + 0.012 * scene.height), paint(rim, 0.8))


def _dusty(ambient: Colour, dust: Colour, veil: float) -> skia.ColorFilter:
    """Shows colours in the ambient light, behind `veil` of dusty air."""
    rows = []
    for k in range(3):
        rows += [0.0] * 5
        rows[-5 + k] = ambient[k] * (1 - veil)
        rows[-2] = dust[k] * veil
    return skia.ColorFilters.Matrix([*rows, 0.0, 0.0, 0.0, 1.0, 0.0])


def clay_pit(scene: Scene) -> None:
    """The hall, its pit and the army; before it the edge on which visitors stand."""
    made = Pit(scene)
    made.hall()
    made.floor()
    made.army()
    if any(thing.kind != "clay_warrior" for thing in scene.plan.things):
        made.gallery()
