"""Bouquets: cut flowers in paper, tied with a ribbon. Which flowers they are says the trait `flowers`."""

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import Colour, jitter, linear, mix, rgb, shade, side
from easel.engines.painter.sprites import flowers
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.flowers import STEM
from easel.engines.painter.sprites.sprite import Look, Sprite

#: Where the ribbon is: all stems meet there.
TIED = (0.0, -0.25)
#: Rows of flowers from the back: how far their heads are from the ribbon, their leanings and how large they are drawn.
ROWS = (
    (0.63, (-36, -18, 0, 19, 37), 0.55),
    (0.5, (-45, -27, -9, 9, 28, 46), 0.55),
    (0.37, (-40, -14, 13, 39), 0.57),
    (0.26, (-27, 2, 30), 0.53),
)
#: Where the middle of a flower's head is in its drawing, and how large it is towards the usual.
HEADS = {
    "lavender": (0.62, 1.15),
    "tulip": (0.8, 1.0),
    "rose": (0.8, 1.0),
    "wheat": (0.7, 1.0),
    "sunflower": (0.72, 0.86),
}
_DRAW = {sprite.name: sprite.draw for sprite in flowers.SPRITES}
#: What a bouquet is of where nobody says, and the colours of those flowers.
MIXED = ("rose", "flower", "peony", "flower", "tulip")
PASTELS = ("#ef8fae", "#f6d5dd", "#f2b25a", "#b28ad6", "#f7f2ea", "#e5606e", "#8fb1e6")
PAPER = rgb("#e9d9bd")


def bouquet(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """Stems below the ribbon, paper behind the flowers and before their stems."""
    kinds = look.traits["flowers"].split(",") if "flowers" in look.traits else list(MIXED)
    petals = look.traits["petals"].split(",") if "petals" in look.traits and look.colour is None else []
    paper = PAPER if look.colour is None else mix(PAPER, look.colour, 0.12)
    _stems(c, rng)
    b.blob(
        c, "-.05,-.24! -.30,-.52 -.46,-.72! -.22,-.74 .0,-.80 .24,-.74 .46,-.71! .30,-.52 .05,-.24!", shade(paper, 0.8)
    )
    _greens(c, rng)
    number = 0
    for far, turns, scale in ROWS:
        for turn in turns[:: 3 if kinds == ["lavender"] else 1]:
            kind = kinds[number % len(kinds)]
            place, told = (far, turn + rng.uniform(-4, 4), scale), petals[number % len(petals)] if petals else None
            number += 1
            _flower(c, rng, kind, place, jitter(rgb(told), rng, 0.035) if told else _petals(rng, look, kind))
    _front(c, paper)


def _petals(rng: np.random.Generator, look: Look, kind: str) -> Colour | None:
    """The colour of one flower; None is the flower's own."""
    if look.colour is not None:
        return jitter(look.colour, rng, 0.035)
    return None if "flowers" in look.traits and kind != "flower" else rgb(str(rng.choice(PASTELS)))


def _flower(
    c: skia.Canvas, rng: np.random.Generator, kind: str, place: tuple[float, float, float], petals: Colour | None
) -> None:
    far, turn, scale = place
    head, size = HEADS.get(kind, (0.74, 1.0))
    with b.placed(c, TIED, turn=turn), b.placed(c, (0.0, scale * size * head - far), scale=scale * size):
        _DRAW.get(kind, _DRAW["flower"])(c, rng, Look(colour=petals))


def _stems(c: skia.Canvas, rng: np.random.Generator) -> None:
    ends = [(x, -0.02 + abs(x) * 0.3 + rng.uniform(-0.02, 0.01)) for x in np.linspace(-0.12, 0.12, 9)]
    strokes(c, [((-0.2 * x, -0.32), (0.1 * x, -0.2), (x, y)) for x, y in ends], shade(STEM, 0.85), 0.022)
    strokes(c, [((-0.2 * x - 0.004, -0.32), (0.1 * x, -0.2), (x - 0.005, y)) for x, y in ends], shade(STEM, 1.3), 0.006)


def _greens(c: skia.Canvas, rng: np.random.Generator) -> None:
    """Leaves that look out between the flowers."""
    for turn in (-56, -47, -34, -18, 2, 20, 36, 48, 57):
        with b.placed(c, TIED, turn=turn + rng.uniform(-4, 4)):
            long, tone = rng.uniform(0.56, 0.66), rng.uniform(0.7, 1.05)
            b.blob(
                c, [(0, -0.1), (-0.06, -0.7 * long), (0, -long - 0.06), (0.06, -0.7 * long)], side(shade(STEM, tone))
            )


def _front(c: skia.Canvas, paper: Colour) -> None:
    """The paper before the stems, folded over, and the bow around it."""
    left, right = (
        "-.045,-.22! -.24,-.40 -.43,-.64! -.17,-.46 .07,-.35! .05,-.22!",
        ".05,-.22! .24,-.38 .43,-.62! .12,-.47 -.10,-.33! -.05,-.22!",
    )
    b.blob(c, right, linear((0.4, -0.6), (-0.05, -0.22), (shade(paper, 1.0), shade(paper, 0.78))))
    b.blob(c, left, linear((-0.37, -0.6), (0.06, -0.22), (shade(paper, 1.12), shade(paper, 0.9))))
    b.curve(c, "-.43,-.64 -.17,-.46 .07,-.35", shade(paper, 0.7), 0.006, 0.8)
    b.blob(c, "-.05,-.25! -.10,-.13 -.13,-.07! .13,-.07! .10,-.13 .05,-.25!", shade(paper, 0.84))
    ribbon = rgb("#b8405a")
    for way in (-1, 1):
        with b.placed(c, (0, -0.245), scale=(way, 1.0)):
            b.blob(c, "0,.0! .06,-.05 .145,-.045 .13,.025 .06,.02", side(ribbon))
            b.blob(c, ".0,.0! .02,.06 .035,.15! .075,.135! .05,.05", side(shade(ribbon, 0.85)))
    b.rectangle(c, (-0.055, -0.265), 0.11, 0.04, side(ribbon, 1.2), round=0.012)
    b.circle(c, (0, -0.245), 0.026, b.ball(shade(ribbon, 1.1)))


SPRITES = (
    Sprite(
        name="bouquet", draw=bouquet, height=0.3, width=0.98, place="surface", group="object",
        attach={"top": (0.0, -0.9), "hand": (0.0, -0.2)},
    ),
)  # fmt: skip
