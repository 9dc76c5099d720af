"""Kite strings: from whoever stands below up to a kite in the air."""

from collections.abc import Collection, Sequence
from dataclasses import replace

import numpy as np

from easel.engines.painter.brush import curve, mix, rgb
from easel.engines.painter.scene import Scene
from easel.engines.painter.things import Placed, set_pose

#: How far a string hangs through, in its lengths.
SAG = 0.08
#: The hand with the string is up, on the kite's side.
LIFTING = "lifting"


def fliers(items: Sequence[Placed]) -> list[tuple[Placed, Placed]]:
    """Each kite in the air with the person on the ground who holds its string: the nearest one without another."""
    kites = [item for item in items if item.thing.kind == "kite" and item.floats and not item.turn]
    free = [item for item in items if item.sprite.group == "person" and not item.floats]
    pairs = []
    for kite in kites:
        holder = min(free, key=lambda person: abs(person.x - kite.x), default=None)
        if holder is not None and kite.y < holder.y - 0.5 * holder.tall:
            free.remove(holder)
            set_pose(holder, LIFTING)
            holder.flip = kite.x < holder.x
            pairs.append((kite, holder))
    for onlooker in free if pairs else ():
        if onlooker.thing.trait("gaze") is None:
            onlooker.thing = replace(onlooker.thing, traits=onlooker.thing.traits | {"gaze:up"})
    return pairs


def strings(scene: Scene, items: Sequence[Placed], without: Collection[tuple[int, int]]) -> None:
    """Draw the strings of kites; none where the kite or its holder is left out."""
    ink = mix(rgb("f4f0e6"), scene.palette.haze, 0.2)
    for kite, holder in fliers(items):
        if {(kite.index, kite.copy), (holder.index, holder.copy)} & set(without):
            continue
        (x, y), (foot, low) = kite.attach("hand", (0.0, 0.0)), holder.attach("raised", (0.24, -0.45))
        long = float(np.hypot(foot - x, low - y))
        sagging = [(x + t * (foot - x), y + t * (low - y) + 4 * SAG * t * (1 - t) * long) for t in np.linspace(0, 1, 9)]
        curve(scene.canvas, sagging, ink, max(0.8, 0.0016 * scene.unit), 0.9)
