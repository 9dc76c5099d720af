"""Furry animals asleep: curled up, the head on the paws and the tail around it all."""

from dataclasses import dataclass

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import Colour, ball, shade, side
from easel.engines.painter.sprites import animal_parts as parts
from easel.engines.painter.sprites.sitters import SITTERS, draw_sitter_head
from easel.engines.painter.sprites.sprite import Look


@dataclass(frozen=True, slots=True, kw_only=True)
class Curl:
    """How one kind lies: `head_at` moves the head of the sitting animal down to the paws, `head_turn` in degrees.

    `tail` is its full width from root to tip.
    """

    head_at: tuple[float, float] = (0.335, 0.315)
    head_size: float = 0.78
    head_turn: float = 9.0
    tail: tuple[float, ...] = (0.11, 0.12, 0.115, 0.1, 0.07)
    tip: bool = False
    striped: bool = False


SLEEPERS = {
    "cat": Curl(striped=True, tip=True),
    "dog": Curl(head_turn=5.0, tail=(0.10, 0.1, 0.09, 0.075, 0.05)),
    "fox": Curl(tail=(0.12, 0.2, 0.225, 0.19, 0.07), tip=True),
    "wolf": Curl(tail=(0.12, 0.17, 0.19, 0.16, 0.07)),
}

#: The back from the rump at the left over the loins to the shoulders at the right, then along the ground.
_BACK = (
    "-.60,-.16 -.585,-.32 -.47,-.47 -.26,-.56 -.02,-.57 .22,-.52 .42,-.41 .54,-.26 .57,-.11 .5,-.01 .2,0 -.3,0"
    " -.52,-.02"
)
#: From its root at the rump along the ground to the chin; y is how far its middle is above its lower edge.
_TAIL = ((-0.50, -0.24), (-0.535, -0.09), (-0.37, 0.0), (-0.13, -0.005), (0.08, -0.02))
#: The middle of a sitter's head in its own frame.
_SKULL = (0.0, -0.68)


def _stripes(c: skia.Canvas, ink: Colour) -> None:
    """Bars across the back that follow its roundness."""
    for x, lean, length in (
        (-0.50, 0.10, 0.2), (-0.38, 0.085, 0.25), (-0.25, 0.06, 0.27), (-0.11, 0.035, 0.27), (0.03, 0.01, 0.25),
        (0.17, -0.02, 0.22),
    ):  # fmt: skip
        top_y = -0.60 + 0.75 * (x + 0.1) ** 2
        parts.stripe(c, (x, top_y), (x + lean, top_y + length), 0.052, ink, bow=1.2)


def _body(c: skia.Canvas, rng: np.random.Generator, coat: Colour, curl: Curl, look: Look) -> None:
    back = b.outline(_BACK)
    b.fill(c, back, ball(coat, 0.9))
    with b.clipped(c, back):
        if curl.striped:
            _stripes(c, parts.marking(coat))
        b.ellipse(c, (-0.30, -0.15), 0.29, 0.26, shade(coat, 0.6), 0.3)
        b.ellipse(c, (-0.32, -0.16), 0.27, 0.245, ball(coat, 0.7))
        if curl.striped:
            for x, y in ((-0.5, -0.3), (-0.53, -0.2), (-0.45, -0.38)):
                parts.stripe(c, (x, y), (x + 0.16, y + 0.05), 0.045, parts.marking(coat), bow=1.2)
    if look.detail > 0.5:
        parts.fur(c, rng, (-0.05, -0.34, 0.46, 0.2), shade(coat, 0.66), count=60, length=0.034)
        parts.fur(c, rng, (-0.32, -0.17, 0.2, 0.17), shade(coat, 0.66), count=30, length=0.03)


def points_asleep(name: str) -> dict[str, tuple[float, float]]:
    """Where head and face of one of SLEEPERS are."""
    curl = SLEEPERS[name]
    x, y = curl.head_at
    return {f"{part}:sleeping": (x, y + at * curl.head_size) for part, at in (("head", -0.9), ("face", -0.7))}


def draw_sleeper(c: skia.Canvas, rng: np.random.Generator, look: Look, name: str) -> None:
    """One of SLEEPERS from the side and a little above, its face towards the viewer."""
    curl, kind = SLEEPERS[name], SITTERS[name]
    coat = look.colour or kind.coat
    _body(c, rng, coat, curl, look)
    tail = [(x, y - wide / 2) for (x, y), wide in zip(_TAIL, curl.tail, strict=True)]
    b.limb(c, [(x, y - 0.012) for x, y in tail], curl.tail, shade(coat, 0.5), 0.4)
    b.limb(c, tail, curl.tail, side(shade(coat, 0.98), 0.7))
    if curl.tip:
        ink = parts.belly(coat) if kind.tail == "brush" else parts.marking(coat)
        start = ((tail[-2][0] + tail[-1][0]) / 2, (tail[-2][1] + tail[-1][1]) / 2)
        b.limb(c, [start, tail[-1]], ((curl.tail[-2] + curl.tail[-1]) / 2, curl.tail[-1]), ink)
    paw = kind.extremities or parts.belly(coat)
    for x, turn in ((0.17, -4), (0.46, 5)):
        with b.placed(c, (x, -0.045), turn=turn):
            b.ellipse(c, (0, 0), 0.105, 0.046, ball(paw, 0.6))
            for k in (-1, 1):
                b.line(c, (k * 0.03 - 0.02, 0.0), (k * 0.034 - 0.02, 0.032), shade(paw, 0.6), 0.007, 0.8)
    b.ellipse(c, (curl.head_at[0], -0.09), 0.23, 0.06, shade(coat, 0.3), 0.35)
    with b.placed(c, curl.head_at, scale=curl.head_size), b.placed(c, _SKULL, turn=curl.head_turn):
        with b.placed(c, (0.0, -_SKULL[1])):
            draw_sitter_head(c, rng, look, name)
