"""Where games are played: a football pitch between the stands of a stadium, a basketball court in a town."""

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import skia

from easel.engines.painter import city, ground, noise, woods
from easel.engines.painter.brush import (
    Colour,
    circle,
    curve,
    jitter,
    linear,
    mix,
    paint,
    polygon,
    radial,
    rgb,
    shade,
)
from easel.engines.painter.fields import SNOW, over, times, vary
from easel.engines.painter.noise import smoothstep
from easel.engines.painter.scene import Scene
from easel.engines.painter.streets import Street, finish, worn

Place3 = tuple[float, float, float]
#: The row of the stands so high over their foot (in units) at shares of the width.
Edge = Callable[[float, np.ndarray], np.ndarray]
LINE, STEEL = rgb("f6f6f0"), rgb("c9ced2")
SHIRTS = tuple(map(rgb, ("d8423a", "f4f0e6", "2f6fb4", "e8b83a", "3b3f48", "e8e8ea", "b84a6a", "4a9a6a")))
COURTS = ((rgb("2f7a66"), rgb("b8503c")), (rgb("3a6fa0"), rgb("c8743c")), (rgb("5a5f9a"), rgb("3f8a8a")))


class Pitch(Street):
    """A flat field in metres with lines on it."""

    def __init__(self, scene: Scene, *, half: float):
        super().__init__(scene, half=half)
        self.half, self.middle = half, 0.5 * scene.width
        self.white = self.seen(LINE, 0)

    def line(self, points: list[Place3], wide: float = 0.12) -> None:
        """A painted line on the ground through points, as wide in metres as it looks from its distance."""
        for (x0, _, z0), (x1, _, z1) in pairwise(points):
            if abs(z1 - z0) < 1e-6:
                corners = [(x0, 0, z0 - wide), (x1, 0, z0 - wide), (x1, 0, z0 + wide), (x0, 0, z0 + wide)]
            else:
                corners = [(x0 - wide, 0, z0), (x0 + wide, 0, z0), (x1 + wide, 0, z1), (x1 - wide, 0, z1)]
            self.panel(corners, self.white, 0.92)

    def arc(self, x: float, z: float, radius: float, turn: tuple[float, float], wide: float) -> None:
        """A part of a circle on the ground, from one angle to another in radians."""
        turns = np.linspace(*turn, 120).tolist()
        outer, inner = (
            [self.at(x + r * np.cos(a), 0, z + r * np.sin(a)) for a in turns] for r in (radius + wide, radius - wide)
        )
        polygon(self.canvas, [*outer, *reversed(inner)], self.white, 0.92)


def stadium(scene: Scene) -> None:
    """A mown pitch with its lines and a goal, stands full of people all round, floodlights over them."""
    made = Pitch(scene, half=34.0)
    _stands(scene, made)
    _turf(scene)
    far = 52.0
    for side in (-1, 1):
        made.line([(side * 34.0, 0, 2.0), (side * 34.0, 0, far)], 0.1)
    made.line([(-34.0, 0, far), (34.0, 0, far)], 0.35)
    for half, deep in ((20.0, 16.5), (9.2, 5.5)):
        made.line([(-half, 0, far - deep), (half, 0, far - deep)], 0.25)
        for side in (-1, 1):
            made.line([(side * half, 0, far - deep), (side * half, 0, far)], 0.1)
    made.arc(0, 11.0, 7.5, (0, 2 * np.pi), 0.14)
    made.line([(-34.0, 0, 11.0), (34.0, 0, 11.0)], 0.07)
    if scene.allows("goal"):
        _goal(made, far)
    if made.lit:
        for x in (-0.8, 0.8):
            _beam(scene, x)
    finish(scene, made)


def _turf(scene: Scene) -> None:
    """Grass mown in bands of two greens."""

    def surfacing(across: np.ndarray, away: np.ndarray) -> np.ndarray:
        rng = scene.rng("pitch")
        band = smoothstep(0.46, 0.54, np.abs(np.mod(across * 0.5, 2) - 1))
        blades = noise.sample(across * 26, away * 15, rng, roughness=1.7) - 0.5
        worn = noise.sample(across * 0.7, away * 0.7, rng, roughness=0.9) - 0.5
        near = np.clip(1.6 / away, 0.1, 1)
        colours = vary(rgb("377c36"), rgb("66b44c"), band + worn * 0.5)
        colours = times(colours, 1 + blades * 0.45 * near)
        return over(colours, SNOW, smoothstep(0.3, 0.5, worn + 0.45) * 0.9) if scene.snowy else colours

    ground.plain(scene, surfacing, haze=0.4)


def _stands(scene: Scene, made: Pitch) -> None:
    """Two tiers of seats in a bowl, the people in them as dots, a roof and the floodlights' masts."""
    rng, unit, width = scene.rng("stands"), scene.unit, scene.width
    foot = scene.ground_px + 0.004 * unit

    def edge(rise: float, t: np.ndarray) -> np.ndarray:
        # The sides of the bowl are nearer, and so higher.
        return foot - rise * unit * (1 + 0.75 * np.abs(2 * t - 1) ** 2.2)

    t = np.linspace(0, 1, 60)
    xs = t * width
    for low, high, tone in ((0.0, 0.022, "2f5f9a"), (0.022, 0.085, "8d97a3"), (0.085, 0.1, "d8dce0"),
                            (0.1, 0.17, "7d8793"), (0.17, 0.2, "5a626c")):  # fmt: skip
        upper, lower = edge(high, t), edge(low, t)
        points = [*zip(xs, upper, strict=True), *zip(xs[::-1], lower[::-1], strict=True)]
        ink = made.seen(rgb(tone), 7)
        polygon(scene.canvas, points, linear((0, float(upper.min())), (0, foot), (shade(ink, 0.8), ink)))
    crowd = scene.count(2600)
    across, rise = rng.random(crowd), rng.random(crowd)
    tier = rng.random(crowd) < 0.52
    rows = np.where(tier, 0.026 + 0.056 * np.round(rise * 9) / 9, 0.104 + 0.062 * np.round(rise * 10) / 10)
    ys, size = edge(rows, across), 0.0034 * unit
    picks = rng.integers(len(SHIRTS), size=crowd)
    for pick, shirt in enumerate(SHIRTS):
        path = skia.Path()
        for x, y in zip((across[picks == pick] * width).tolist(), ys[picks == pick].tolist(), strict=True):
            path.addOval(skia.Rect.MakeXYWH(x, y, size, 1.3 * size))
        scene.canvas.drawPath(path, paint(made.seen(shirt, 6)))
    _boards(scene, made, edge, rng)
    _masts(scene, made, edge)


def _boards(scene: Scene, made: Pitch, edge: Edge, rng: np.random.Generator) -> None:
    """Advertisements along the pitch: plain colours with a stroke of writing."""
    number = 14
    for k in range(number):
        t = np.array([k / number, (k + 0.96) / number])
        low, high = edge(0.0, t).tolist(), edge(0.02, t).tolist()
        x0, x1 = (t * scene.width).tolist()
        tone = made.seen(jitter(SHIRTS[int(rng.integers(len(SHIRTS)))], rng, 0.05), 3)
        tone = mix(tone, SHIRTS[k % len(SHIRTS)], 0.5) if made.lit else tone
        polygon(scene.canvas, [(x0, high[0]), (x1, high[1]), (x1, low[1]), (x0, low[0])], tone)
        y = [0.5 * (a + b) for a, b in zip(low, high, strict=True)]
        ends = [(x0 + 0.25 * (x1 - x0), 0.75 * y[0] + 0.25 * y[1]), (x0 + 0.75 * (x1 - x0), 0.25 * y[0] + 0.75 * y[1])]
        curve(scene.canvas, ends, shade(tone, 1.9 if sum(tone) < 1.5 else 0.4), 0.005 * scene.unit)


def _masts(scene: Scene, made: Pitch, edge: Edge) -> None:
    """Floodlights at both ends of the far stand."""
    unit = scene.unit
    for t in (0.1, 0.36, 0.64, 0.9):
        x, base = t * scene.width, float(edge(0.2, np.array([t]))[0])
        tall = (0.12 if 0.2 < t < 0.8 else 0.16) * unit
        steel = made.seen(rgb("8d959c"), 6)
        curve(scene.canvas, [(x, base), (x, base - tall)], steel, 0.006 * unit)
        for row in range(3):
            for k in range(4):
                at = (x + (k - 1.5) * 0.013 * unit, base - tall - row * 0.012 * unit)
                circle(scene.canvas, at, 0.005 * unit, rgb("fffdf0") if made.lit else made.seen(rgb("eef2f4"), 3))
        if made.lit:
            at, reach = (x, base - tall - 0.012 * unit), 0.14 * unit
            glow = radial(
                at, reach, ((1.0, 1.0, 0.94, 0.75), (0.9, 0.95, 1.0, 0.2), (0.9, 0.95, 1.0, 0.0)), (0, 0.3, 1)
            )
            circle(scene.canvas, at, reach, glow, blend=skia.BlendMode.kScreen)


def _beam(scene: Scene, side: float) -> None:
    """The pool of light that the masts of one side throw on the grass."""
    at = (scene.width * (0.5 + 0.2 * side), scene.ground_px + 0.3 * (scene.height - scene.ground_px))
    reach = 0.62 * scene.unit
    light = radial(at, reach, ((0.86, 1.0, 0.8, 0.22), (0.8, 1.0, 0.8, 0.12), (0.8, 1.0, 0.8, 0.0)), (0, 0.45, 1))
    rect = skia.Rect.MakeLTRB(0, scene.ground_px, scene.width, scene.height)
    scene.canvas.drawRect(rect, paint(light, blend=skia.BlendMode.kScreen))


def _goal(made: Pitch, z: float) -> None:
    """White posts and a net, twice as large as life so that it is seen from so far away."""
    half, high, deep = 7.3, 4.9, 3.0
    net = paint(made.seen(LINE, 4), 0.4, width=max(0.4, 0.0009 * made.scene.unit))
    for k in range(25):
        x = -half + 2 * half * k / 24
        made.canvas.drawLine(*made.at(x, high, z), *made.at(x, 0, z + deep), net)
    for k in range(1, 9):
        y = high * k / 9
        made.canvas.drawLine(*made.at(-half, y, z), *made.at(half, y, z), net)
    posts = [made.at(-half, 0, z), made.at(-half, high, z), made.at(half, high, z), made.at(half, 0, z)]
    path = skia.Path.Polygon(posts, False)
    made.canvas.drawPath(path, paint(made.white, width=max(1.0, 0.3 * made.focal / z)))


def court(scene: Scene) -> None:
    """A painted court with its lines, a hoop on its post at the far end, a fence and trees or towers behind."""
    if not scene.plan.backdrops and scene.allows("city"):
        city.Skyline(scene, future=False, low=scene.ground_px + 0.01 * scene.unit, tall=0.62).paint()
    if scene.free("tree", 1.2):
        woods.tree_line(scene, tall=0.1, number=46, depth=0.45)
    ground.meadow(scene)
    made, rng = Pitch(scene, half=7.5), scene.rng("court")
    floor, key = COURTS[int(rng.integers(len(COURTS)))]
    far = 12.5
    _fence(made, far + 2.2)
    paved, inner = far + 2.2, far - 5.8
    for half, tone, near, end in ((40.0, rgb("8d8f90"), 1.2, paved), (7.5, floor, 1.2, far), (2.45, key, inner, far)):
        # Snow is swept off a court.
        ink = made.seen(mix(tone, SNOW, 0.25) if scene.snowy else tone, 1)
        fade = linear((0, made.at(0, 0, end)[1]), (0, made.at(0, 0, near)[1]), (ink, shade(ink, 0.88)))
        made.panel([(-half, 0, near), (half, 0, near), (half, 0, end), (-half, 0, end)], fade)
    for side in (-1, 1):
        made.line([(side * 7.5, 0, 1.2), (side * 7.5, 0, far)], 0.05)
        made.line([(side * 2.45, 0, far - 5.8), (side * 2.45, 0, far)], 0.05)
    made.line([(-7.5, 0, far), (7.5, 0, far)], 0.1)
    made.line([(-2.45, 0, far - 5.8), (2.45, 0, far - 5.8)], 0.07)
    made.arc(0, far - 5.8, 1.8, (0, 2 * np.pi), 0.07)
    made.arc(0, far - 1.2, 6.75, (np.pi * 1.02, np.pi * 1.98), 0.07)
    made.line([(-7.5, 0, 3.4), (7.5, 0, 3.4)], 0.03)
    made.arc(0, 3.4, 1.8, (0.1, np.pi - 0.1), 0.05)
    if scene.allows("hoop"):
        _hoop(made, far + 0.6)
    worn(scene, made)
    finish(scene, made)


def _fence(made: Pitch, z: float) -> None:
    """A fence of wire between steel posts."""
    wide, high, steel = 0.62 * made.scene.width * z / made.focal, 3.6, made.seen(STEEL, 6)
    wire = paint(shade(steel, 0.8), 0.7, width=max(0.4, 0.0008 * made.scene.unit))
    step = 0.34
    for k in range(int(2 * (wide + high) / step)):
        x = -wide - high + k * step
        for lean in (high, -high):
            made.canvas.drawLine(*made.at(x, 0, z), *made.at(x + lean, high, z), wire)
    posts = np.arange(-wide, wide, 3.2).tolist()
    for x in posts:
        curve(made.canvas, [made.at(x, 0, z), made.at(x, high, z)], steel, 0.08 * made.focal / z)
    for y in (high, 0.1):
        curve(made.canvas, [made.at(-wide, y, z), made.at(wide, y, z)], steel, 0.06 * made.focal / z)


def _hoop(made: Pitch, z: float) -> None:
    """A board on a bent post, its square, a red ring with a net."""
    k, steel = made.focal / z, made.seen(rgb("4a525a"), 2)
    board, ring = z - 1.2, z - 1.65
    curve(made.canvas, [made.at(0, 0, z), made.at(0, 2.6, z), made.at(0, 3.3, board)], steel, 0.22 * k)
    red: Colour = made.seen(rgb("e0502c"), 1)
    for half, y0, y1, tone in ((1.0, 2.9, 4.1, rgb("39434c")), (0.94, 2.96, 4.04, LINE)):
        made.panel([(-half, y0, board), (half, y0, board), (half, y1, board), (-half, y1, board)], made.seen(tone, 1))
    square = [made.at(x, y, board) for x, y in ((-0.32, 3.1), (-0.32, 3.58), (0.32, 3.58), (0.32, 3.1))]
    made.canvas.drawPath(skia.Path.Polygon(square, True), paint(red, width=0.07 * made.focal / board))
    centre, wide = made.at(0, 3.05, ring), 0.36 * made.focal / ring
    net = paint(made.white, 0.9, width=max(0.5, 0.02 * made.focal / ring))
    for a in np.linspace(-1, 1, 7).tolist():
        x = centre[0] + a * wide
        for lean in (0.5, -0.5):
            made.canvas.drawLine(x, centre[1], centre[0] + (a * 0.6 + 0.2 * lean) * wide, centre[1] + 1.2 * wide, net)
    rim = skia.Rect.MakeLTRB(centre[0] - wide, centre[1] - 0.22 * wide, centre[0] + wide, centre[1] + 0.22 * wide)
    made.canvas.drawOval(rim, paint(red, width=0.13 * wide))
