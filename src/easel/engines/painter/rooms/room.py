"""A room in one-point perspective: walls, floor and ceiling, and the drawing of boxes and panels in its space.

Lengths are metres. The viewer stands at x = 0, z = 0, `eye` above the floor, and looks along z to the back wall.
"""

from collections.abc import Sequence

import numpy as np
import skia

from easel.engines.painter.brush import BLACK, Colour, Ink, jitter, linear, mix, paint, polygon, radial, rgb, shade
from easel.engines.painter.palette import time_of
from easel.engines.painter.rooms.hours import hour_light
from easel.engines.painter.scene import Scene

Place3 = tuple[float, float, float]
#: The back wall is this far away; its edges as shares of the frame: left, top, bottom.
DEPTH = 5.2
BACK_LEFT, BACK_TOP, BACK_BOTTOM = 0.17, 0.07, 0.70
NEAR = 1.25


class Room:
    """The space of one scene. `half` is half its width, `high` its ceiling, both fitted to the frame's shape."""

    def __init__(self, scene: Scene):
        self.scene = scene
        self.canvas = scene.canvas
        self.focal = 0.95 * scene.unit
        self.level = 0.44 * scene.height
        self.eye = (BACK_BOTTOM * scene.height - self.level) * DEPTH / self.focal
        self.high = self.eye + (self.level - BACK_TOP * scene.height) * DEPTH / self.focal
        self.half = (0.5 - BACK_LEFT) * scene.width * DEPTH / self.focal
        self.night = time_of(scene.plan) in ("night", "dusk")

    def at(self, x: float, y: float, z: float) -> tuple[float, float]:
        """A point of the room in pixels."""
        k = self.focal / max(z, 0.05)
        return self.scene.width / 2 + x * k, self.level - (y - self.eye) * k

    def size(self, length: float, z: float) -> float:
        """A length at a distance, in pixels."""
        return length * self.focal / max(z, 0.05)

    def panel(self, corners: Sequence[Place3], ink: Ink, alpha: float = 1.0, **how: object) -> None:
        """A flat polygon in space."""
        polygon(self.canvas, [self.at(*corner) for corner in corners], ink, alpha, **how)

    def box(self, x: tuple[float, float], y: tuple[float, float], z: tuple[float, float], colour: Colour) -> None:
        """A box with the faces that the viewer sees, lit from above and from the left."""
        (x0, x1), (y0, y1), (z0, z1) = x, y, z
        if y1 < self.eye:
            self.panel([(x0, y1, z0), (x1, y1, z0), (x1, y1, z1), (x0, y1, z1)], shade(colour, 1.16))
        elif y0 > self.eye:
            self.panel([(x0, y0, z0), (x1, y0, z0), (x1, y0, z1), (x0, y0, z1)], shade(colour, 0.5))
        if x0 > 0:
            self.panel([(x0, y0, z0), (x0, y1, z0), (x0, y1, z1), (x0, y0, z1)], shade(colour, 0.92))
        elif x1 < 0:
            self.panel([(x1, y0, z0), (x1, y1, z0), (x1, y1, z1), (x1, y0, z1)], shade(colour, 0.66))
        top, bottom = self.at(0, y1, z0)[1], self.at(0, y0, z0)[1]
        self.panel(
            [(x0, y0, z0), (x1, y0, z0), (x1, y1, z0), (x0, y1, z0)],
            linear((0, top), (0, bottom), (shade(colour, 0.98), shade(colour, 0.78))),
        )

    def shadow(self, x: tuple[float, float], z: tuple[float, float], alpha: float = 0.35) -> None:
        """The dark under a piece of furniture."""
        (x0, x1), (z0, z1) = x, z
        blur = self.size(0.06, z0)
        self.panel([(x0, 0, z0 - 0.05), (x1, 0, z0 - 0.05), (x1, 0, z1), (x0, 0, z1)], BLACK, alpha, blur=blur)

    # ------------------------------------------------------------------------------------------------------ surfaces
    def shell(self, wall: Colour, floor: Colour, *, ceiling: Colour | None = None, planks: bool = True) -> None:
        """Walls, ceiling and floor, darker into the corners."""
        half, high, back = self.half, self.high, DEPTH
        over = ceiling or mix(wall, (1.0, 1.0, 1.0), 0.45)
        self.canvas.drawPaint(paint(wall))
        left, top = self.at(-half, high, back)
        right, bottom = self.at(half, 0, back)
        self.panel(
            [(-half, high, NEAR * 0.4), (half, high, NEAR * 0.4), (half, high, back), (-half, high, back)],
            linear((0, 0), (0, top), (shade(over, 0.78), over)),
        )
        for side in (-1, 1):
            edge = self.at(side * half, 0, back)[0]
            frame_edge = 0 if side < 0 else self.scene.width
            ink = linear((frame_edge, 0), (edge, 0), (shade(wall, 0.70 if side > 0 else 0.84), shade(wall, 0.92)))
            self.panel(
                [
                    (side * half, 0, NEAR * 0.4),
                    (side * half, high, NEAR * 0.4),
                    (side * half, high, back),
                    (side * half, 0, back),
                ],
                ink,
            )
        self.panel(
            [(-half, 0, back), (half, 0, back), (half, high, back), (-half, high, back)],
            linear((0, top), (0, bottom), (wall, shade(wall, 0.93))),
        )
        self.floor(floor, planks=planks)
        skirting = shade(mix(wall, (1, 1, 1), 0.5), 0.95)
        self.panel([(-half, 0, back), (half, 0, back), (half, 0.1, back), (-half, 0.1, back)], skirting)
        for side in (-1, 1):
            self.panel(
                [
                    (side * half, 0, NEAR * 0.4),
                    (side * half, 0.1, NEAR * 0.4),
                    (side * half, 0.1, back),
                    (side * half, 0, back),
                ],
                shade(skirting, 0.85),
            )
            for k in (0.0, high):
                start, end = self.at(side * half, k, NEAR), self.at(side * half, k, back)
                self.canvas.drawLine(
                    *start, *end, paint(BLACK, 0.18, width=self.size(0.12, 4), blur=self.size(0.06, 4))
                )
            start, end = self.at(side * half, 0, back), self.at(side * half, high, back)
            self.canvas.drawLine(*start, *end, paint(BLACK, 0.14, width=self.size(0.14, 4), blur=self.size(0.07, 4)))
        self.canvas.drawRect(
            skia.Rect.MakeLTRB(left, bottom - self.size(0.04, 5), right, bottom + self.size(0.05, 5)),
            paint(BLACK, 0.16, blur=self.size(0.04, 5)),
        )

    def floor(self, colour: Colour, *, planks: bool) -> None:
        """Boards running away from the viewer, or square tiles."""
        rng = self.scene.rng("floor")
        half, back = self.half * 1.0, DEPTH
        top, low = self.at(0, 0, back)[1], self.scene.height
        tone = linear((0, top), (0, low), (shade(colour, 0.92), shade(colour, 1.06)))
        wide = half + 0.01
        self.panel([(-wide, 0, 0.3), (wide, 0, 0.3), (wide, 0, back), (-wide, 0, back)], tone)
        step = 0.22 if planks else 0.55
        columns = int(2 * half / step) + 1
        seam = paint(shade(colour, 0.55), 0.5, width=max(0.6, self.scene.unit * 0.0014))
        for k in range(columns + 1):
            x = min(half, -half + k * step)
            if planks and k < columns:
                z = 0.5 + rng.uniform(0, 1)
                while z < back:
                    reach = min(back, z + rng.uniform(1.0, 2.2))
                    x1 = min(half, x + step)
                    self.panel(
                        [(x, 0, z), (x1, 0, z), (x1, 0, reach), (x, 0, reach)],
                        shade(colour, rng.uniform(0.82, 1.16)),
                        0.35,
                    )
                    z = reach
            elif not planks:
                for row in range(int(back / step)):
                    if (row + k) % 2 == 0 and k < columns:
                        z0, z1, x1 = 0.45 + row * step, min(back, 0.45 + (row + 1) * step), min(half, x + step)
                        if z0 < back:
                            self.panel([(x, 0, z0), (x1, 0, z0), (x1, 0, z1), (x, 0, z1)], shade(colour, 1.22), 0.65)
            self.canvas.drawLine(*self.at(x, 0, 0.5), *self.at(x, 0, back), seam)

    # ---------------------------------------------------------------------------------------------------------- light
    def ambience(self, *, warm: float = 0.5, vignette: float = 0.35, dark: float = 1.0) -> None:
        """The light of the hour over everything drawn so far (`hour_light`), and darkness towards the frame."""
        width, height = self.scene.width, self.scene.height
        hour_light(self.scene, warm=warm, dark=dark)
        reach = 0.75 * max(width, height)
        dark = radial(
            (width / 2, height * 0.45),
            reach,
            ((0, 0, 0, 0.0), (0, 0, 0, 0.0), (0.03, 0.01, 0.02, vignette)),
            (0, 0.45, 1),
        )
        self.canvas.drawPaint(paint(dark))

    def lamp_light(self, at: Place3, reach: float, colour: Colour = (1.0, 0.82, 0.52), alpha: float = 0.5) -> None:
        """A pool of light around a lamp."""
        centre = self.at(*at)
        radius = self.size(reach, at[2])
        fade = radial(centre, radius, ((*colour, alpha), (*colour, alpha * 0.4), (*colour, 0.0)), (0, 0.35, 1))
        self.canvas.drawCircle(*centre, radius, paint(fade, blend=skia.BlendMode.kScreen))

    # -------------------------------------------------------------------------------------------------- small things
    def books(self, x: tuple[float, float], y: float, z: float, tall: float, rng: np.random.Generator) -> None:
        """A row of books standing on a shelf that faces the viewer."""
        at, end = x
        while at < end - 0.02:
            wide = rng.uniform(0.025, 0.06)
            high = tall * rng.uniform(0.66, 0.95)
            tone = jitter(BOOKS[int(rng.integers(len(BOOKS)))], rng, 0.04)
            stop = min(end, at + wide * 0.92)
            left, top = self.at(at, y + high, z)
            right, bottom = self.at(stop, y, z)
            self.canvas.drawRect(
                skia.Rect.MakeLTRB(left, top, right, bottom),
                paint(linear((left, 0), (right, 0), (shade(tone, 1.2), shade(tone, 0.7)))),
            )
            at += wide * (1.0 if rng.random() < 0.95 else 2.4)


BOOKS = tuple(
    map(rgb, ("8a3a32", "3a5a7c", "4a7454", "c0923c", "6a4a7a", "96663f", "d2c0a0", "31485a", "a8504a", "d8ccb0"))
)
