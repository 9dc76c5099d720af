"""The light of a scene: where it comes from, what colour it has, and how it falls on the things in it."""

from dataclasses import dataclass

from easel.engines.painter.brush import Colour


@dataclass(frozen=True, slots=True, kw_only=True)
class Light:
    """`x`, `y` is the sun's or moon's place in shares of the frame, `strength` in [0, 1] how hard its shadows are.

    `indoors` light comes from a window at the side or the back; nothing casts a long shadow then.
    """

    x: float
    y: float
    colour: Colour
    ambient: Colour
    strength: float
    indoors: bool = False
    #: Things are shown a little brighter than the ambient alone would make them, so that a night's subject is seen.
    gain: float = 1.2
