"""The colours of leaves through the year, for trees that the words give no colour."""

import numpy as np

from easel.engines.painter.brush import Colour, mix, rgb
from easel.engines.painter.sprites.sprite import Look

AUTUMN = tuple(map(rgb, ("#d0622a", "#c2452c", "#dc9a34", "#c8802e")))


def leafage(look: Look, colour: str, rng: np.random.Generator, *, autumn: tuple[Colour, ...] = AUTUMN) -> Colour:
    """The leaves' colour: the asked one, or `colour` as it is in the look's season; `autumn` are those it turns to."""
    if look.colour:
        return look.colour
    green, season = rgb(colour), look.traits.get("season")
    if season == "autumn":
        return autumn[int(rng.integers(len(autumn)))]
    if season == "winter":
        return mix(green, rgb("#8a8068"), 0.7)
    return green
