"""A street of lit signs: towers covered with screens, boards that hang out over the pavement, wet light below."""

from collections.abc import Callable

import numpy as np
import skia

from easel.engines.painter import city, ground
from easel.engines.painter.brush import (
    WHITE,
    Colour,
    circle,
    curve,
    jitter,
    linear,
    mix,
    polygon,
    radial,
    rgb,
    shade,
)
from easel.engines.painter.heavens import moon_name
from easel.engines.painter.scene import Scene
from easel.engines.painter.streets import Street, worn

NEON = tuple(map(rgb, ("ff3f7a", "2fd0ff", "ffc83a", "8a5aff", "3aff9a", "ff6a3a", "f4f4ff", "ff5ad8")))
FACADES = tuple(map(rgb, ("7a7f8c", "8f8578", "6a707a", "9a9088", "5f6470")))
#: What a screen shows: bands, a disc, a face of strokes, columns of writing.
SHOWN = ("bands", "disc", "writing", "columns", "figure")
FAR = 44.0
#: A place on a screen, (0, 0) its lower near corner and (1, 1) the upper far one, in pixels; and a patch between two.
Inside = Callable[[float, float], tuple[float, float]]
Patch = Callable[[float, float, float, float, Colour], None]


class NeonStreet(Street):
    """Both sides of one street."""

    def _house(self, side: int, z: tuple[float, float], storeys: int, rng: np.random.Generator) -> None:
        high = 3.4 * storeys
        wall = self.seen(jitter(FACADES[int(rng.integers(len(FACADES)))], rng, 0.03), z[0])
        wall = shade(wall, 0.42) if self.lit else wall
        x, top, low = side * self.half, self.at(0, high, z[0])[1], self.at(0, 0, z[0])[1]
        self.wall(side, z, (0, high), linear((0, max(top, 0.0)), (0, low), (wall, shade(wall, 0.85))))
        end = [(x, 0, z[1]), (x, high, z[1]), (x + side * 4, high, z[1]), (x + side * 4, 0, z[1])]
        self.panel(end, shade(wall, 0.7))
        self._panes(side, z, high, rng)
        y = 3.6
        while y < high - 2.5:
            tall = rng.uniform(2.2, 5.4)
            if rng.random() < 0.66:
                a = z[0] + rng.uniform(0.05, 0.3) * (z[1] - z[0])
                b = z[1] - rng.uniform(0.02, 0.2) * (z[1] - z[0])
                self.screen(side, (a, b), (y, min(y + tall, high)), rng)
            y += tall + rng.uniform(0.3, 1.6)
        self._shop(side, z, rng)
        if z[0] > 2.6:
            for _ in range(int(rng.integers(1, 3))):
                self._board(side, rng.uniform(*z), rng)

    def _panes(self, side: int, z: tuple[float, float], high: float, rng: np.random.Generator) -> None:
        """Rows of windows, some of them lit."""
        dark = self.seen(rgb("2c3644"), z[0])
        step = (z[1] - z[0]) / 4
        for floor in range(int(high / 1.7)):
            y = 3.7 + 1.7 * floor
            if y + 1.1 > high:
                break
            for k in range(4):
                a = z[0] + step * (k + 0.18)
                warm = rgb("ffd98a") if rng.random() < 0.7 else rgb("a8e4ff")
                on = self.lit and rng.random() < 0.3
                self.wall(side, (a, a + 0.64 * step), (y, y + 1.1), mix(warm, dark, 0.25) if on else dark)

    def _shop(self, side: int, z: tuple[float, float], rng: np.random.Generator) -> None:
        """A bright window at the street's level, a sign over it."""
        tone = NEON[int(rng.integers(len(NEON)))]
        glass = mix(rgb("fff0d0"), tone, 0.25)
        glass = shade(glass, 0.46) if self.lit else mix(self.seen(rgb("7f98a8"), z[0]), glass, 0.3)
        a, b = z[0] + 0.25, z[1] - 0.25
        self.wall(side, (a, b), (0.3, 2.7), glass)
        for k in range(1, 5):
            at = a + (b - a) * k / 5
            self.wall(side, (at - 0.04, at + 0.04), (0.3, 2.7), shade(glass, 0.45))
        for _ in range(7):
            at, tall = rng.uniform(a, b - 0.3), rng.uniform(0.5, 1.5)
            self.wall(side, (at, at + 0.28), (0.3, 0.3 + tall), shade(jitter(tone, rng, 0.2), 0.5))
        self.screen(side, (a, b), (2.8, 3.5), rng)

    def screen(self, side: int, z: tuple[float, float], y: tuple[float, float], rng: np.random.Generator) -> None:
        """A lit board on a front: a frame, a ground of two colours, something on it, its glow."""
        tone, other = (NEON[int(k)] for k in rng.choice(len(NEON), 2, replace=False))
        x = side * (self.half - 0.12)
        corners = [(x, y[0], z[0]), (x, y[1], z[0]), (x, y[1], z[1]), (x, y[0], z[1])]
        self.face([self.at(*corner) for corner in corners], tone, other, rng)

    def face(self, quad: list[tuple[float, float]], tone: Colour, other: Colour, rng: np.random.Generator) -> None:
        """What is on a screen whose corners are lower near, upper near, upper far, lower far, in pixels."""
        strong = 0.82 if self.lit else 0.8
        back, front = (mix(shade(c, 0.5 if self.lit else 0.62), self.scene.palette.haze, 0.0 if self.lit else 0.18)
                       for c in (tone, other))  # fmt: skip
        if self.lit:
            polygon(self.canvas, quad, tone, 0.36, blur=0.012 * self.scene.unit, blend=skia.BlendMode.kScreen)
        polygon(self.canvas, quad, shade(back, 0.35))

        def inside(u: float, v: float) -> tuple[float, float]:
            (ax, ay), (bx, by), (cx, cy), (dx, dy) = quad
            low, up = (ax + (dx - ax) * u, ay + (dy - ay) * u), (bx + (cx - bx) * u, by + (cy - by) * u)
            return low[0] + (up[0] - low[0]) * v, low[1] + (up[1] - low[1]) * v

        def patch(u0: float, v0: float, u1: float, v1: float, ink: Colour) -> None:
            polygon(self.canvas, [inside(u0, v0), inside(u0, v1), inside(u1, v1), inside(u1, v0)], ink, strong)

        start, end = inside(0.0, 1.0), inside(1.0, 0.0)
        shown = [inside(u, v) for u, v in ((0.03, 0.04), (0.03, 0.96), (0.97, 0.96), (0.97, 0.04))]
        polygon(self.canvas, shown, linear(start, end, (mix(back, tone, 0.45), mix(front, other, 0.25))), strong)
        pale = mix(WHITE, other, 0.15)
        kind = SHOWN[int(rng.integers(len(SHOWN)))]
        if kind == "bands":
            for k in range(4):
                patch(0.08, 0.12 + 0.21 * k, rng.uniform(0.4, 0.92), 0.23 + 0.21 * k, pale if k % 2 else other)
        elif kind == "columns":
            for k in range(5):
                u = 0.1 + 0.17 * k
                patch(u, 0.1, u + 0.1, rng.uniform(0.35, 0.9), (pale, other, tone)[k % 3])
        else:
            self._emblem(kind, inside, patch, (tone, other, pale), rng)

    def _emblem(
        self, kind: str, inside: Inside, patch: Patch, tones: tuple[Colour, ...], rng: np.random.Generator
    ) -> None:
        """A disc with a band, somebody's head and shoulders, or lines of writing."""
        tone, other, pale = tones
        round_ = np.linspace(0, 2 * np.pi, 20, endpoint=False).tolist()
        if kind == "writing":
            for row in range(3):
                for k in range(int(rng.integers(3, 6))):
                    u = 0.1 + 0.15 * k
                    patch(u, 0.72 - 0.27 * row, u + rng.uniform(0.07, 0.12), 0.88 - 0.27 * row, pale)
            return
        high, wide = (0.64, 0.2) if kind == "figure" else (0.55, 0.3)
        polygon(self.canvas, [inside(0.5 + wide * np.cos(a), high + wide * np.sin(a)) for a in round_], pale)
        if kind == "figure":
            body = [(0.16, 0.04), (0.24, 0.32), (0.4, 0.44), (0.6, 0.44), (0.76, 0.32), (0.84, 0.04)]
            polygon(self.canvas, [inside(u, v) for u, v in body], other)
        else:
            polygon(
                self.canvas, [inside(0.5 + 0.6 * wide * np.cos(a), high + 0.6 * wide * np.sin(a)) for a in round_], tone
            )
            patch(0.12, 0.08, 0.88, 0.2, other)

    def _board(self, side: int, z: float, rng: np.random.Generator) -> None:
        """An upright sign that hangs out over the pavement, with characters one under the other."""
        reach, tall, low = rng.uniform(0.7, 1.2), rng.uniform(2.2, 5.0), rng.uniform(3.2, 6.5)
        x0, x1 = sorted((side * (self.half - 0.1), side * (self.half - 0.1 - reach)))
        left, top = self.at(x0, low + tall, z)
        right, foot = self.at(x1, low, z)
        city.sign(self.scene, left, top, right - left, foot - top, NEON[int(rng.integers(len(NEON)))], rng)

    def tower(self) -> None:
        """A slim tower that closes the street, screen over screen up its front."""
        rng, z, half = self.scene.rng("neon tower"), FAR + 2, 3.6
        wall = self.seen(rgb("6a6f7a"), 9)
        self.panel([(-half, 0, z), (half, 0, z), (half, 25, z), (-half, 25, z)], shade(wall, 0.6 if self.lit else 1.0))
        y = 1.2
        while y < 22:
            tall = rng.uniform(2.6, 5.2)
            tone, other = (NEON[int(k)] for k in rng.choice(len(NEON), 2, replace=False))
            spots = ((-half + 0.4, y), (-half + 0.4, y + tall), (half - 0.4, y + tall), (half - 0.4, y))
            self.face([self.at(a, b, z - 0.1) for a, b in spots], tone, other, rng)
            y += tall + 0.5
        tip = self.at(0, 29, z)
        curve(self.canvas, [self.at(0, 25, z), tip], wall, 0.003 * self.scene.unit)
        if self.lit:
            circle(self.canvas, tip, 0.006 * self.scene.unit, WHITE)

    def glow(self) -> None:
        """The signs' light in the air over the street and on the paving."""
        if not self.lit:
            return
        rng = self.scene.rng("neon glow")
        for k in range(7):
            at = self.at(rng.uniform(-0.9, 0.9) * self.half, 0, rng.uniform(2.6, 16))
            reach, tone = rng.uniform(0.12, 0.24) * self.scene.unit, NEON[k]
            fade = radial(at, reach, ((*tone, 0.3), (*tone, 0.12), (*tone, 0.0)), (0, 0.45, 1))
            self.canvas.save()
            self.canvas.translate(0, at[1])
            self.canvas.scale(1, 0.3)
            self.canvas.translate(0, -at[1])
            circle(self.canvas, at, reach, fade, blend=skia.BlendMode.kScreen)
            self.canvas.restore()


def neon_street(scene: Scene) -> None:
    """The street, its towers and its signs; by night the paving mirrors them."""
    made = NeonStreet(scene, half=6.4)
    if not scene.plan.backdrops:
        low = made.level + 0.01 * scene.unit
        future = scene.plan.style == "cyberpunk"
        city.Skyline(scene, future=future, low=low, tall=0.5 if moon_name(scene) else 1.0).paint()
    made.carriageway()
    ground.trodden(scene)
    worn(scene, made)
    if scene.allows("skyscraper"):
        made.tower()
    made.facades(storeys=(6, 11), far=FAR)
    made.glow()
    if made.lit or scene.plan.weather in ("rain", "storm"):
        ground.wet(scene, made.level + 0.02 * scene.unit)
