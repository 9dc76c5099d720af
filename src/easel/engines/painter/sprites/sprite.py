"""What a sprite is: a vector drawing of one kind of thing, in its own small frame."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np
import skia

Colour = tuple[float, float, float]
#: Left, top, right, bottom in the local frame.
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Look:
    """How one thing is to look. Colours are sRGB in [0, 1]; `traits` as in `plan.Thing`, split at the colon."""

    colour: Colour | None = None
    traits: Mapping[str, str] = field(default_factory=dict)
    #: Windows and lamps glow.
    lit: bool = False
    #: Snow lies on it.
    snow: bool = False
    #: 0 = a few strokes, 1 = as fine as the picture's pixels allow.
    detail: float = 1.0


Draw = Callable[[skia.Canvas, np.random.Generator, Look], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sprite:
    """One drawable kind.

    `draw` works in the local frame: origin at the middle of the base, x to the right, y upwards negative, the
    sprite 1 unit tall. `height` is its natural height as a share of the picture's height when it is the subject
    in the middle distance; `width` its width in units of its height. `place` is where it belongs: `ground`, `sky`,
    `water`, `wall`, or `surface` (small things that lie on tables). `group`: `person`, `animal`, `plant`, `building`,
    `vehicle`, `food`, `furniture`, `object`. `attach` gives points in the local frame: `hand`, `hand2`, `head` (where
    a hat sits), `seat` (where a rider sits), `top` (where something stands on it), `face` (centre of the head, for
    portraits); `head:sleeping` is where the head is in that pose, `hand:riding` the hand. A person's `hand` is where
    `pose:holding` has it; `seat` is where the hips are when `pose:sitting`, and `hips` where they are when standing or
    `pose:riding`: put that onto the seat of the mount. Things seen from the side look to the right.
    """

    name: str
    draw: Draw
    height: float
    width: float = 1.0
    place: str = "ground"
    group: str = "object"
    attach: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    #: How far hands, head and face come down with a pose.
    drops: Mapping[str, float] = field(default_factory=dict)
    #: Where text is written on it, if it has a place for that.
    board: Box | None = None


def on_table(
    name: str, draw: Draw, height: float, width: float = 1.0, *, group: str = "food", board: Box | None = None,
    **attach: tuple[float, float],
) -> Sprite:  # fmt: skip
    """The sprite of something small that lies or stands on tables; `attach` adds points to the usual two."""
    return Sprite(
        name=name, draw=draw, height=height, width=width, place="surface", group=group, board=board,
        attach={"top": (0.0, -0.9), "hand": (0.0, -0.4)} | attach,
    )  # fmt: skip
