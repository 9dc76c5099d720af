"""A Chinese courtyard: paving between one-storeyed houses under grey tiles, a brick wall with a moon gate behind."""

import skia

from easel.engines.painter import ground
from easel.engines.painter.brush import clipped, curve, linear, paint, rgb, shade
from easel.engines.painter.lands import GRASS, season_of
from easel.engines.painter.scene import Scene
from easel.engines.painter.stamps import Spot, Stamps
from easel.engines.painter.streets import Street, finish
from easel.engines.painter.vegetation import broadleaf, leaf_colours

BRICK, TILES, RIM = rgb("9a9d9c"), rgb("4f5a62"), rgb("c9cac4")
#: How far the wall with the gate is, how high, and the gate's radius, in metres.
FAR, HIGH, ROUND = 10.5, 3.2, 1.35


def courtyard(scene: Scene) -> None:
    """The courtyard with trees that look over its wall."""
    made = Street(scene, half=4.7)
    made.eastern = True
    ground.stone(scene, colour=rgb("9b9a94"))
    if scene.allows("tree"):
        _trees(scene, made)
    _wall(scene, made)
    _gate(scene, made)
    made.facades(storeys=(1, 1), far=FAR - 1.5)
    finish(scene, made)


def _trees(scene: Scene, made: Street) -> None:
    """Crowns over the wall, on both sides of the gate."""
    rng = scene.rng("courtyard trees")
    spots = []
    for side in (-1, 1):
        x, y = made.at(side * rng.uniform(2.6, 4.6), 0, FAR + 2)
        spots.append(Spot(x, y, rng.uniform(6.0, 7.6) * made.focal / (FAR + 2), 0.3))
    Stamps(scene, broadleaf, leaf_colours(season_of(scene)), tall_px=0.4 * scene.unit, wide=0.42).stamp(spots)


def _wall(scene: Scene, made: Street) -> None:
    """Courses of grey brick under a coping of tiles."""
    half, canvas = made.half + 2, scene.canvas
    tone = made.seen(BRICK, 0.6 * FAR)
    top, low = made.at(0, HIGH, FAR)[1], made.at(0, 0, FAR)[1]
    made.panel(_upright(-half, half, 0, HIGH), linear((0, top), (0, low), (shade(tone, 1.06), shade(tone, 0.84))))
    joints = skia.Path()
    for course in range(1, 16):
        left, y = made.at(-half, HIGH * course / 16, FAR)
        joints.moveTo(left, y)
        joints.lineTo(made.at(half, 0, FAR)[0], y)
    canvas.drawPath(joints, paint(shade(tone, 0.8), 0.55, width=max(0.5, 0.0012 * scene.unit)))
    roof = made.seen(made.covered(TILES), 0.5 * FAR)
    ink = linear((0, made.at(0, HIGH + 0.55, FAR)[1]), (0, top), (shade(roof, 1.2), shade(roof, 0.75)))
    made.panel(_upright(-half, half, HIGH - 0.1, HIGH + 0.5), ink)
    for k in range(int(2 * half / 0.32)):
        x, foot = made.at(-half + 0.32 * k, HIGH - 0.1, FAR)
        head = made.at(0, HIGH + 0.45, FAR)[1]
        curve(canvas, [(x, head), (x, foot)], shade(roof, 0.68), 0.07 * made.focal / FAR)


def _upright(left: float, right: float, low: float, high: float) -> list[tuple[float, float, float]]:
    """The corners of a panel in the far wall."""
    return [(left, low, FAR), (left, high, FAR), (right, high, FAR), (right, low, FAR)]


def _gate(scene: Scene, made: Street) -> None:
    """A round opening on the garden behind, in a rim of pale stone."""
    x, y = made.at(0, ROUND + 0.25, FAR)
    radius = ROUND * made.focal / FAR
    opening = skia.Path()
    opening.addCircle(x, y, radius)
    green, light = (made.seen(tone, 0.6 * FAR) for tone in GRASS[season_of(scene)])
    ink = linear((0, y - radius), (0, y + radius), (made.scene.palette.horizon, shade(green, 0.9), light), (0, 0.55, 1))
    with clipped(scene.canvas, opening):
        scene.canvas.drawPaint(paint(ink))
        spot = Spot(x + 0.5 * radius, y + 0.75 * radius, 1.5 * radius, 0.35)
        if scene.allows("tree"):
            Stamps(scene, broadleaf, leaf_colours(season_of(scene)), tall_px=2 * radius, wide=0.42).stamp([spot])
    scene.canvas.drawPath(opening, paint(made.seen(RIM, 0.4 * FAR), width=0.2 * made.focal / FAR))
