"""Streets, squares and markets: façades running to the vanishing point, shopfronts, lamps, wet reflections."""

from collections.abc import Sequence
from itertools import pairwise

import cv2
import numpy as np
import skia

from easel.engines.painter import city, ground, noise
from easel.engines.painter.brush import (
    Colour,
    Ink,
    ball,
    ellipse,
    jitter,
    linear,
    mix,
    paint,
    polygon,
    radial,
    rgb,
    shade,
)
from easel.engines.painter.culture import is_eastern
from easel.engines.painter.festoons import festoons
from easel.engines.painter.heavens import moon_name
from easel.engines.painter.lands import season_of
from easel.engines.painter.motifs import paper_lantern
from easel.engines.painter.palette import multiply
from easel.engines.painter.scene import Scene
from easel.engines.painter.stamps import Spot, Stamps
from easel.engines.painter.vegetation import broadleaf, leaf_colours

WALLS = tuple(map(rgb, ("d9c3a0", "c98f6e", "b7a48e", "d8d2c4", "a9756a", "c2b59a", "9aa6a8", "e2cfa8")))
SIGNS = tuple(map(rgb, ("e0483c", "2fa8c8", "f0b23a", "4fae6a", "c25aa8", "f07a3a")))
PLASTER = tuple(map(rgb, ("e6dcc8", "d8ccb4", "efe9dd", "cfc2aa")))
WARM = rgb("ffcf7a")


class Street:
    """A straight street in one-point perspective; lengths in metres, the viewer at x = 0, z = 0."""

    def __init__(self, scene: Scene, *, half: float):
        self.scene, self.canvas = scene, scene.canvas
        self.focal = 0.9 * scene.unit
        self.level = scene.ground_px
        self.eye = 1.55
        self.middle = scene.width * (0.5 + scene.rng("street").uniform(-0.08, 0.08))
        self.half = half * max(1.0, 0.62 * scene.aspect)
        self.lit = scene.palette.darkness > 0.3
        self.eastern = is_eastern(scene.plan)

    def at(self, x: float, y: float, z: float) -> tuple[float, float]:
        """A point of the street in pixels."""
        k = self.focal / max(z, 0.1)
        return self.middle + x * k, self.level - (y - self.eye) * k

    def panel(self, corners: Sequence[tuple[float, float, float]], ink: Ink, alpha: float = 1.0, **how: object) -> None:
        """A flat polygon in space."""
        polygon(self.canvas, [self.at(*c) for c in corners], ink, alpha, **how)

    def seen(self, colour: Colour, z: float) -> Colour:
        """A colour in the street's light at a distance."""
        p = self.scene.palette
        return mix(multiply(colour, p.ambient), p.haze, min(0.85, 0.03 * z))

    def covered(self, colour: Colour) -> Colour:
        """The upper side of something of a colour, which snow lies on in winter."""
        return mix(colour, rgb("f1f5fb"), 0.85) if self.scene.snowy else colour

    def wall(
        self,
        side: int,
        z: tuple[float, float],
        y: tuple[float, float],
        ink: Ink,
        *,
        out: float = 0.0,
        alpha: float = 1.0,
    ) -> None:
        """A piece of a façade: from z0 to z1 along the street, y0 to y1 high, standing `out` into it."""
        x = side * (self.half - out)
        self.panel([(x, y[0], z[0]), (x, y[1], z[0]), (x, y[1], z[1]), (x, y[0], z[1])], ink, alpha)

    # ---------------------------------------------------------------------------------------------------- buildings
    def facades(self, *, storeys: tuple[int, int], far: float = 46.0) -> None:
        """Both sides of the street, from the far end to the viewer."""
        rng = self.scene.rng("facades")
        for side in (-1, 1):
            bounds = [0.9]
            while bounds[-1] < far:
                bounds.append(bounds[-1] + rng.uniform(3.4, 6.2))
            for near, end in reversed(list(pairwise(bounds))):
                self._house(side, (near, end), int(rng.integers(storeys[0], storeys[1] + 1)), rng)

    def _house(self, side: int, z: tuple[float, float], storeys: int, rng: np.random.Generator) -> None:
        walls = PLASTER if self.eastern else WALLS
        colour = jitter(walls[int(rng.integers(len(walls)))], rng, 0.04)
        lit_side = (self.scene.light.x - 0.5) * side < 0
        tone = self.seen(shade(colour, 1.02 if lit_side else 0.8), z[0])
        high = 3.4 + 3.0 * (storeys - 1)
        top, low = self.at(side * self.half, high, z[0])[1], self.at(side * self.half, 0, z[0])[1]
        self.wall(side, z, (0, high), linear((0, top), (0, low), (tone, shade(tone, 0.82))))
        x = side * self.half
        # The end wall shows above a lower neighbour.
        self.panel(
            [(x, 0, z[1]), (x, high, z[1]), (x + side * 3, high, z[1]), (x + side * 3, 0, z[1])], shade(tone, 0.7)
        )
        if self.eastern:
            self._timber(side, z, high, rng)
        else:
            self.wall(
                side, (z[0], z[1]), (high - 0.35, high), self.seen(self.covered(shade(colour, 0.7)), z[0]), out=0.25
            )
            self._shopfront(side, z, rng)
        for storey in range(1, storeys):
            self._windows(side, z, 3.4 + 3.0 * (storey - 1), rng)

    def _timber(self, side: int, z: tuple[float, float], high: float, rng: np.random.Generator) -> None:
        """A house of the Chinese kind: posts, an open front with lattice, tiled eaves over each storey, lanterns."""
        wood, tiles = rgb("6a4630"), rgb("eef2f8") if self.scene.snowy else rgb("4f5a62")
        x = side * self.half
        inner = (z[0] + 0.2, z[1] - 0.2)
        inside = mix(WARM, rgb("ffb45a"), 0.4) if self.lit else self.seen(rgb("6e5138"), z[0])
        self.wall(side, inner, (0.1, 2.5), inside)
        number = max(3, round((z[1] - z[0]) / 0.9))
        for k in range(number + 1):
            a = inner[0] + (inner[1] - inner[0]) * k / number
            self.wall(side, (a - 0.07, a + 0.07), (0, high), self.seen(wood, a))
        for level in (0.75, 1.7):
            self.wall(side, inner, (level, level + 0.06), self.seen(wood, z[0]))
        self.wall(side, inner, (0.0, 0.75), self.seen(shade(wood, 0.9), z[0]))
        for eaves in (high, 3.3):
            low, ridge = (x - side * 1.05, eaves - 0.5), (x + side * 0.5, eaves + 0.75)
            corners = [(*ridge, z[0] - 0.1), (*ridge, z[1] + 0.1), (*low, z[1] + 0.1), (*low, z[0] - 0.1)]
            top, foot = self.at(x, eaves + 0.75, z[0])[1], self.at(x, eaves - 0.5, z[0])[1]
            tone = self.seen(tiles, z[0])
            self.panel(corners, linear((0, top), (0, foot), (shade(tone, 1.25), shade(tone, 0.75))))
            self.wall(
                side,
                (z[0] - 0.1, z[1] + 0.1),
                (eaves - 0.58, eaves - 0.46),
                self.seen(shade(tiles, 0.6), z[0]),
                out=1.05,
            )
        if self.scene.allows("lantern"):
            for a in (z[0] + 0.8, z[1] - 0.8):
                self._lantern(side, a)
        if z[0] > 1.5 and rng.random() < 0.5:
            self._hanging_sign(side, z[0] + 0.6, rng)

    def _lantern(self, side: int, z: float) -> None:
        at, r = self.at(side * (self.half - 1.0), 2.35, z), 0.2 * self.focal / z
        if self.lit:
            glow = skia.BlendMode.kScreen
            ellipse(self.canvas, at, 3.2 * r, 3.2 * r, rgb("ff8a4a"), 0.4, blur=1.2 * r, blend=glow)
        tone = rgb("ff6a3a") if self.lit else self.seen(rgb("d8382c"), 0.4 * z)
        paper_lantern(self.canvas, at, r, tone, lit=self.lit)

    def _windows(self, side: int, z: tuple[float, float], floor: float, rng: np.random.Generator) -> None:
        number = max(2, round((z[1] - z[0]) / 1.5))
        step = (z[1] - z[0]) / number
        for k in range(number):
            a, b = z[0] + step * (k + 0.24), z[0] + step * (k + 0.76)
            on = self.lit and rng.random() < 0.55
            glass = jitter(WARM, rng, 0.06) if on else self.seen(rgb("52677c"), a)
            self.wall(side, (a - 0.08, b + 0.08), (floor + 0.62, floor + 2.3), self.seen(rgb("efe7d8"), a))
            self.wall(
                side, (a, b), (floor + 0.7, floor + 2.22), mix(glass, self.scene.palette.haze, min(0.6, 0.015 * a))
            )
            middle = (a + b) / 2
            self.wall(side, (middle - 0.03, middle + 0.03), (floor + 0.7, floor + 2.22), self.seen(rgb("efe7d8"), a))

    def _shopfront(self, side: int, z: tuple[float, float], rng: np.random.Generator) -> None:
        accent = SIGNS[int(rng.integers(len(SIGNS)))]
        inner = (z[0] + 0.35, z[1] - 0.35)
        glass = mix(WARM, rgb("ffffff"), 0.2) if self.lit else self.seen(rgb("8fa9b8"), z[0])
        self.wall(side, inner, (0.25, 2.45), self.seen(shade(accent, 0.45), z[0]))
        x = side * self.half
        top, low = self.at(x, 2.4, z[0])[1], self.at(x, 0.4, z[0])[1]
        panes = 3
        for k in range(panes):
            a = inner[0] + (inner[1] - inner[0]) * (k + 0.05) / panes
            b = inner[0] + (inner[1] - inner[0]) * (k + 0.95) / panes
            self.wall(
                side, (a, b), (0.5 if k != 1 else 0.1, 2.3), linear((0, top), (0, low), (glass, shade(glass, 0.72)))
            )
            for item in range(4):
                left = a + (b - a) * (item + 0.15) / 4.2
                tone = jitter(SIGNS[int(rng.integers(len(SIGNS)))], rng, 0.08)
                tone = mix(tone, glass, 0.35) if self.lit else self.seen(shade(tone, 0.8), z[0])
                self.wall(side, (left, left + (b - a) / 5.5), (0.5, 0.75 + 0.5 * float(rng.random())), tone)
        # The awning leans out into the street, striped.
        stripes = 8
        for k in range(stripes):
            a = inner[0] + (inner[1] - inner[0]) * k / stripes
            b = inner[0] + (inner[1] - inner[0]) * (k + 1) / stripes
            tone = self.seen(self.covered(accent if k % 2 else rgb("f4ede0")), z[0])
            self.panel([(x, 2.95, a), (x, 2.95, b), (x - side * 0.95, 2.4, b), (x - side * 0.95, 2.4, a)], tone)
        if z[0] > 1.5 and rng.random() < 0.6:
            self._hanging_sign(side, z[0] + 0.6, rng)

    def _hanging_sign(self, side: int, z: float, rng: np.random.Generator) -> None:
        x = side * (self.half - 0.25)
        left, top = self.at(min(x, x - side * 0.62), 5.4, z)
        right, bottom = self.at(max(x, x - side * 0.62), 3.5, z)
        city.sign(self.scene, left, top, right - left, bottom - top, SIGNS[int(rng.integers(len(SIGNS)))], rng)

    # -------------------------------------------------------------------------------------------------------- ground
    def carriageway(self) -> None:
        """Asphalt, kerbs and pavements."""
        near, far = 0.8, 60.0
        p = self.scene.palette
        low, top = self.scene.height, self.level
        veil = 0.4 if self.scene.plan.weather == "fog" else 0.0
        asphalt, slabs = (
            [mix(multiply(rgb(far_), p.ambient), p.haze, 0.5), mix(multiply(rgb(near_), p.ambient), p.haze, veil)]
            for far_, near_ in (("77777e", "54545c"), ("c0b8ac", "a39b90"))
        )
        wide = self.half + 0.02
        self.panel(
            [(-wide, 0, near), (wide, 0, near), (wide, 0, far), (-wide, 0, far)], linear((0, top), (0, low), slabs)
        )
        road = self.half * 0.62
        self.panel(
            [(-road, 0, near), (road, 0, near), (road, 0, far), (-road, 0, far)], linear((0, top), (0, low), asphalt)
        )
        kerb = paint(multiply(rgb("d8d2c8"), p.ambient), 0.9, width=0.004 * self.scene.unit)
        for side in (-1, 1):
            self.canvas.drawLine(*self.at(side * road, 0, near), *self.at(side * road, 0, far), kerb)
        z = 1.4
        while z < 40:
            self.panel(
                [(-0.07, 0, z), (0.07, 0, z), (0.07, 0, z + 1.1), (-0.07, 0, z + 1.1)],
                multiply(rgb("f2ead4"), p.ambient),
                0.8,
            )
            z += 2.2

    def lamps(self) -> None:
        """Street lamps on both pavements."""
        tone = multiply(rgb("33363c"), self.scene.palette.ambient)
        for z in (26.0, 17.0, 11.0, 7.0, 4.6):
            for side in (-1, 1):
                x = side * self.half * 0.72
                k = self.focal / z
                self.panel(
                    [(x - 0.05, 0, z), (x + 0.05, 0, z), (x + 0.035, 4.2, z), (x - 0.035, 4.2, z)],
                    self.seen(tone, z * 0.5),
                )
                head = self.at(x, 4.3, z)
                if self.lit:
                    fade = radial(head, 1.9 * k, ((*WARM, 0.6), (*WARM, 0.18), (*WARM, 0.0)), (0, 0.3, 1))
                    self.canvas.drawCircle(*head, 1.9 * k, paint(fade, blend=skia.BlendMode.kScreen))
                    pool = self.at(x, 0, z)
                    ellipse(self.canvas, pool, 1.6 * k, 0.34 * k, WARM, 0.3, blur=0.2 * k, blend=skia.BlendMode.kScreen)
                ellipse(
                    self.canvas,
                    head,
                    0.17 * k,
                    0.2 * k,
                    mix(WARM, rgb("ffffff"), 0.5) if self.lit else self.seen(rgb("e6e2d8"), z),
                )


def _far_end(scene: Scene, street: Street) -> None:
    if not scene.plan.backdrops and scene.allows("city"):
        skyline = city.Skyline(
            scene,
            future=scene.plan.style == "cyberpunk",
            low=street.level + 0.01 * scene.unit,
            tall=0.4 if moon_name(scene) or scene.plan.sky or scene.plan.weather == "storm" else 1.0,
        )
        skyline.paint()


def finish(scene: Scene, street: Street) -> None:
    """Let rain lie on the paving."""
    festoons(scene, street.at, half=street.half, focal=street.focal)
    rainy = scene.plan.weather in ("rain", "storm") or (scene.plan.style in ("cyberpunk", "cinematic") and street.lit)
    if rainy:
        ground.wet(scene, street.level + 0.02 * scene.unit)


def street(scene: Scene) -> None:
    """A street between houses with shops."""
    made = Street(scene, half=5.2)
    _far_end(scene, made)
    if made.eastern:
        ground.stone(scene, colour=rgb("8f8d88"))
        made.facades(storeys=(2, 2))
        finish(scene, made)
        return
    made.carriageway()
    ground.trodden(scene)
    worn(scene, made)
    made.facades(storeys=(2, 4))
    made.lamps()
    if scene.plan.style != "cyberpunk" and scene.free("street trees", 0.9):
        _avenue(scene, made)
    finish(scene, made)


def worn(scene: Scene, made: Street) -> None:
    """Patches, tyre marks and grit on the carriageway and the pavements."""
    first = max(0, int(made.level + 0.01 * scene.unit))
    rows = scene.height - first
    if rows < 4:
        return
    height, width = scene.texture_size(rows, texels=6e5)
    rng = scene.rng("worn street")
    y = first + (np.arange(height, dtype=np.float32) + 0.5) * np.float32(rows / height)
    away = np.float32(made.eye * made.focal) / np.maximum(y - np.float32(made.level), 1.0)
    x = (np.arange(width, dtype=np.float32) + 0.5) * np.float32(scene.width / width) - np.float32(made.middle)
    across = x[None] * away[:, None] / np.float32(made.focal)
    away = np.repeat(away[:, None], width, 1)
    grit = noise.sample(across * 9, away * 9, rng, roughness=1.8) - 0.5
    patch = noise.sample(across * 0.5, away * 0.16, rng, roughness=0.8) - 0.5
    marks = noise.sample(across * 2.2, away * 0.03, rng, roughness=0.9) - 0.5
    near = np.clip(9 / away, 0, 1)
    tone = 1 + 0.26 * patch + near * (0.3 * grit + 0.18 * marks)
    tone = cv2.resize(tone.astype(np.float32), (scene.width, rows), interpolation=cv2.INTER_LINEAR)
    target = scene.pixels[first:, :, :3]
    target[...] = np.clip(target * tone[..., None], 0, 255)


def _avenue(scene: Scene, made: Street) -> None:
    """Trees along the pavements, between the lamps."""
    if not scene.allows("tree"):
        return
    rng, spots = scene.rng("avenue"), []
    for z in np.arange(12.0, 46.0, 6.5):
        for side in (-1, 1):
            x, foot = made.at(side * (made.half - 1.0), 0.1, float(z) + rng.uniform(-0.6, 0.6))
            tall = rng.uniform(4.2, 5.6) * made.focal / float(z)
            spots.append(Spot(x, foot, tall, min(0.8, 0.018 * float(z))))
    tallest = max(spot.tall for spot in spots)
    Stamps(scene, broadleaf, leaf_colours(season_of(scene)), tall_px=tallest, wide=0.42).stamp(spots)


def market(scene: Scene) -> None:
    """Stalls with awnings and heaped goods along a lane, lanterns above."""
    made = Street(scene, half=4.4)
    _far_end(scene, made)
    ground.stone(scene, colour=rgb("b3a48c"))
    made.facades(storeys=(2, 3))
    rng = scene.rng("stalls")
    for z in (15.0, 11.0, 8.0, 5.6, 3.7):
        for side in (-1, 1):
            _stall(made, side, z, rng)
    for k in range(scene.count(14)):
        z = 3.0 + 1.5 * k % 16
        at = made.at(rng.uniform(-0.8, 0.8) * made.half, 3.9 + 0.25 * np.sin(k), z)
        r = 0.16 * made.focal / z
        if made.lit:
            ellipse(scene.canvas, at, 3.4 * r, 3.4 * r, rgb("ff9a4a"), 0.35, blur=r * 1.2, blend=skia.BlendMode.kScreen)
        paper_lantern(
            scene.canvas, at, r, rgb("ff6a3a") if made.lit else made.seen(rgb("e2452f"), z * 0.4), lit=made.lit
        )
    finish(scene, made)


def _stall(made: Street, side: int, z: float, rng: np.random.Generator) -> None:
    inner, outer = side * made.half * 0.52, side * made.half * 0.97
    a, b = sorted((inner, outer))
    accent = SIGNS[int(rng.integers(len(SIGNS)))]
    wood = made.seen(rgb("8a6238"), z)
    made.panel([(a, 0, z), (b, 0, z), (b, 0.85, z), (a, 0.85, z)], wood)
    made.panel([(a, 0.85, z), (b, 0.85, z), (b, 0.95, z + 1.3), (a, 0.95, z + 1.3)], shade(wood, 1.2))
    for k in range(9):
        x = a + (b - a) * (k + 0.5) / 9
        tone = SIGNS[int(rng.integers(len(SIGNS)))]
        for row in range(3):
            at = made.at(x, 1.0 + 0.09 * row, z + 0.9 - 0.4 * row)
            r = 0.14 * made.focal / z
            fruit = made.seen(jitter(tone, rng, 0.06), z)
            if made.lit:
                fruit = mix(fruit, rgb("ffb04a"), 0.12)
            ellipse(made.canvas, at, r, r * 0.9, ball(fruit, 0.9))
            if z < 9:
                ellipse(made.canvas, (at[0] - 0.3 * r, at[1] - 0.35 * r), 0.22 * r, 0.14 * r, shade(fruit, 1.7), 0.5)
    for x in (a + 0.05, b - 0.05):
        made.panel([(x - 0.03, 0.8, z), (x + 0.03, 0.8, z), (x + 0.03, 2.7, z), (x - 0.03, 2.7, z)], shade(wood, 0.7))
    if made.lit:
        lamp, reach = made.at((a + b) / 2, 2.1, z + 0.4), 1.7 * made.focal / z
        fade = radial(lamp, reach, ((1.0, 0.7, 0.35, 0.4), (1.0, 0.7, 0.35, 0.16), (1.0, 0.7, 0.35, 0.0)), (0, 0.4, 1))
        ellipse(made.canvas, lamp, reach, 0.8 * reach, fade, blend=skia.BlendMode.kScreen)
    stripes = 7
    for k in range(stripes):
        u, v = a - 0.12 + (b - a + 0.24) * k / stripes, a - 0.12 + (b - a + 0.24) * (k + 1) / stripes
        tone = made.seen(accent if k % 2 else rgb("f6efe2"), z)
        cloth = made.seen(made.covered(accent if k % 2 else rgb("f6efe2")), z)
        made.panel([(u, 3.1, z + 1.4), (v, 3.1, z + 1.4), (v, 2.45, z - 0.25), (u, 2.45, z - 0.25)], cloth)
        made.panel(
            [(u, 2.45, z - 0.25), (v, 2.45, z - 0.25), (v, 2.25, z - 0.25), (u, 2.25, z - 0.25)], shade(tone, 0.85)
        )
