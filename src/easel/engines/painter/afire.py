"""What burns: tongues of fire behind a drawn thing and before it, rising from its outline."""

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import skia

from easel.engines.painter.brush import Surface, circle, paint, placed, radial, rgb
from easel.engines.painter.layer import image_of, surface_of
from easel.engines.painter.sprites.flames import flame

if TYPE_CHECKING:
    from easel.engines.painter.things import Placed

#: The trait of what burns.
BURNING = "state:burning"

#: How many tongues stand behind the thing and before it, and their heights in those of the thing.
BEHIND, BEFORE = 9, 8
TALL, SHORT = (0.26, 0.42), (0.14, 0.26)
#: How far below the outline those behind begin, in heights of the thing.
ROOTED = 0.16
#: A pixel of at least this cover is a part of the thing.
SOLID = 96


def set_afire(rgba: np.ndarray, tall: float, rng: np.random.Generator, *, within: bool) -> None:
    """Add fire to a premultiplied uint8 patch, in place; the thing in it is `tall` pixels high.

    `within`: it burns inside as well, as a house does. Of the living, fire would hide who they are.
    """
    solid = rgba[..., 3] >= SOLID
    columns = np.flatnonzero(solid.any(axis=0))
    if not len(columns):
        return
    tops = solid.argmax(axis=0)
    behind = Surface(rgba.shape[1], rgba.shape[0])
    middle = (float(columns.mean()), float(tops[columns].min() + 0.4 * tall))
    glow = radial(middle, 0.52 * tall, ((*rgb("#ff8a1e"), 0.55), (*rgb("#ff6a1e"), 0.2), (*rgb("#ff4a1e"), 0.0)))
    circle(behind.canvas, middle, 0.52 * tall, glow)
    for share in (np.arange(BEHIND) + rng.uniform(0.2, 0.8, BEHIND)) / BEHIND:
        x = int(columns[min(int(share * len(columns)), len(columns) - 1)])
        _tongue(behind.canvas, (x, float(tops[x]) + ROOTED * tall), float(rng.uniform(*TALL)) * tall, rng)
    surface = surface_of(rgba)
    canvas = surface.getCanvas()
    canvas.drawImage(image_of(behind.rgba), 0, 0, skia.SamplingOptions(), paint(blend=skia.BlendMode.kDstOver))
    rows, places = np.nonzero(solid & within)
    chosen = rng.integers(max(1, len(rows)), size=BEFORE if within else 0)
    for x, y in sorted(zip(places[chosen].tolist(), rows[chosen].tolist(), strict=True), key=lambda at: at[1]):
        _tongue(canvas, (x, y + 0.04 * tall), float(rng.uniform(*SHORT)) * tall, rng)
    surface.flushAndSubmit()


def _tongue(canvas: skia.Canvas, foot: tuple[float, float], size: float, rng: np.random.Generator) -> None:
    with placed(canvas, foot, scale=size, turn=float(rng.uniform(-9, 9))):
        flame(canvas, rng)


def put_out(item: "Placed") -> "Placed":
    """The copy as it is without its fire: what it lacks is light."""
    burns = BURNING in item.thing.traits
    return replace(item, thing=replace(item.thing, traits=item.thing.traits - {BURNING})) if burns else item
