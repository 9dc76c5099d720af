"""Red lanterns on strings across a street: what 挂着红灯笼 means where nobody says how many there are."""

from collections.abc import Callable

from easel.engines.painter.brush import BLACK, curve, rgb, shade
from easel.engines.painter.motifs import paper_lantern
from easel.engines.painter.palette import multiply
from easel.engines.painter.plan import Thing
from easel.engines.painter.scene import Scene

#: The trait of lanterns that hang in rows.
STRUNG = "strung:yes"
#: How far away the strings hang, how high their ends and how low their middles, in metres; lanterns on each.
STRINGS, ENDS, MIDDLES, LANTERNS = (15.0, 11.0, 8.0, 5.8), 5.2, 3.9, 7


def is_strung(thing: Thing) -> bool:
    """Whether the thing is lanterns in rows."""
    return thing.kind == "lantern" and STRUNG in thing.traits


def festoons(
    scene: Scene, at: Callable[[float, float, float], tuple[float, float]], *, half: float, focal: float
) -> None:
    """Strings of lanterns from side to side of a street, the far ones first, where the plan has any.

    `at` is where a point in metres is in pixels, `half` half the street's width, `focal` in pixels.
    """
    lanterns = next((thing for thing in scene.plan.things if is_strung(thing)), None)
    if lanterns is None:
        return
    lit = scene.palette.darkness > 0.3
    red = rgb(lanterns.colour or "#d8322c")
    for z in STRINGS:
        tone = red if lit else multiply(red, scene.palette.ambient)
        hung = [(2 * k / (LANTERNS + 1) - 1) for k in range(LANTERNS + 2)]
        points = [at(t * half, ENDS - (ENDS - MIDDLES) * (1 - t * t), z) for t in hung]
        curve(scene.canvas, points, shade(BLACK, 1.0), max(0.8, 0.02 * focal / z), 0.8)
        for x, y in points[1:-1]:
            radius = 0.3 * focal / z
            paper_lantern(scene.canvas, (x, y + 1.1 * radius), radius, tone, lit=lit)
