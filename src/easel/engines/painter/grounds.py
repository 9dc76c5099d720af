"""A school's sports ground: a red running track with white lanes round a field, the school and its flag behind."""

import numpy as np

from easel.engines.painter import ground, woods
from easel.engines.painter.brush import Colour, curve, linear, mix, polygon, rgb, shade
from easel.engines.painter.fields import SNOW
from easel.engines.painter.scene import Scene
from easel.engines.painter.sports import Pitch
from easel.engines.painter.streets import finish, worn

TRACK, PLASTER, TRIM, GLASS = rgb("b8503c"), rgb("efe6d6"), rgb("b5593f"), rgb("7fa8c4")
#: Lanes and how wide one is in metres; where the first of them begins, left of the viewer; where the bend begins.
LANES, LANE, INNER, STRAIGHT = 6, 1.22, -3.2, 17.0
#: How far the middle of the bend is left of the first lane, and the bend's shape: it is seen very much aslant.
RADIUS = 14.0


def sports_ground(scene: Scene) -> None:
    """The straight runs from the feet away; it bends to the left round the field before the school."""
    made = Pitch(scene, half=20.0)
    if not scene.plan.backdrops and scene.allows("city"):
        _school(made)
    if scene.free("tree", 1.2):
        woods.tree_line(scene, tall=0.07, number=40, depth=0.5)
    ground.meadow(scene)
    red = made.seen(mix(TRACK, SNOW, 0.3) if scene.snowy else TRACK, 1)
    outer, inner = _lane(made, LANES * LANE), _lane(made, 0.0)
    near, far = made.at(0, 0, 1.0)[1], made.at(0, 0, STRAIGHT + RADIUS)[1]
    polygon(scene.canvas, [*outer, *reversed(inner)], linear((0, far), (0, near), (shade(red, 1.1), shade(red, 0.9))))
    for k in range(LANES + 1):
        _stripe(made, k * LANE)
    made.line([(INNER, 0, 4.2), (INNER + LANES * LANE, 0, 4.2)], 0.06)
    if scene.allows("flag"):
        _flagpole(made)
    worn(scene, made)
    finish(scene, made)


def _lane(made: Pitch, out: float) -> list[tuple[float, float]]:
    """The edge `out` metres from the inner one, from the feet along the straight and round the bend, in pixels."""
    reach = RADIUS + out
    straight = [made.at(INNER + out, 0, z) for z in np.geomspace(1.0, STRAIGHT, 24).tolist()]
    turns = np.linspace(0, 0.5 * np.pi, 40).tolist()
    bend = [made.at(INNER - RADIUS + reach * np.cos(a), 0, STRAIGHT + 0.8 * reach * np.sin(a)) for a in turns]
    back = [made.at(INNER - RADIUS - 60.0, 0, STRAIGHT + 0.8 * reach)]
    return [*straight, *bend, *back]


def _stripe(made: Pitch, out: float) -> None:
    """A white line between two lanes, as wide as it looks from its distance."""
    left, right = _lane(made, out - 0.03), _lane(made, out + 0.03)
    polygon(made.canvas, [*left, *reversed(right)], made.white, 0.95)


def _school(made: Pitch) -> None:
    """A long building of four storeys, its windows in rows, a stairwell of glass in the middle."""
    z, low, high, half = 46.0, 0.0, 13.0, 24.0
    wall, trim, glass = (made.seen(tone, 6) for tone in (PLASTER, TRIM, GLASS))
    lamps = rgb("ffdf9a") if made.lit else glass
    made.panel([(-half, low, z), (half, low, z), (half, high, z), (-half, high, z)],
               linear((0, made.at(0, high, z)[1]), (0, made.at(0, low, z)[1]), (wall, shade(wall, 0.9))))  # fmt: skip
    top = made.covered(trim)
    eaves = half + 0.6
    made.panel([(-eaves, high, z), (eaves, high, z), (eaves, high + 0.9, z), (-eaves, high + 0.9, z)], top)
    for floor in range(4):
        y = 1.0 + 3.1 * floor
        made.panel([(-half, y - 0.75, z), (half, y - 0.75, z), (half, y - 0.45, z), (-half, y - 0.45, z)], trim, 0.7)
        for k in range(16):
            x = -half + 1.0 + 3.0 * k
            if abs(x + 0.9) > 3.0:
                _pane(made, (x, x + 1.9), (y, y + 1.6), z, lamps)
    made.panel([(-3.0, low, z), (3.0, low, z), (3.0, high + 2.2, z), (-3.0, high + 2.2, z)], shade(wall, 1.04))
    for y in np.arange(3.6, high + 0.4, 1.5).tolist():
        _pane(made, (-2.2, 2.2), (y, y + 1.2), z, lamps)
    made.panel([(-1.6, low, z), (1.6, low, z), (1.6, 2.8, z), (-1.6, 2.8, z)], shade(glass, 0.6))


def _pane(made: Pitch, x: tuple[float, float], y: tuple[float, float], z: float, tone: Colour) -> None:
    (x0, x1), (y0, y1) = x, y
    ink = linear((0, made.at(0, y1, z)[1]), (0, made.at(0, y0, z)[1]), (shade(tone, 1.2), shade(tone, 0.8)))
    made.panel([(x0, y0, z), (x1, y0, z), (x1, y1, z), (x0, y1, z)], ink)


def _flagpole(made: Pitch) -> None:
    """A tall pole before the school with a red flag."""
    x, z, tall = -9.0, 34.0, 14.0
    curve(made.canvas, [made.at(x, 0, z), made.at(x, tall, z)], made.seen(rgb("d8dce0"), 5), 0.16 * made.focal / z)
    cloth = made.seen(rgb("d8322c"), 4)
    edge = [made.at(x + 3.0 * t, tall - 0.2 + 0.25 * np.sin(5 * t), z) for t in np.linspace(0, 1, 12)]
    low = [made.at(x + 3.0 * t, tall - 2.2 + 0.25 * np.sin(5 * t), z) for t in np.linspace(1, 0, 12)]
    polygon(made.canvas, [*edge, *low], linear(edge[0], edge[-1], (cloth, shade(cloth, 0.8), shade(cloth, 1.1))))
