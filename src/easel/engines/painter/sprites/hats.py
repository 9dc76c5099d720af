"""Hats by themselves, on a table or on an animal."""

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import ball, rgb, shade, side, top
from easel.engines.painter.sprites.headgear import (
    HEADGEAR,
    RISE,
    STRAW,
    beanie,
    cowboy_hat,
    santa_hat,
    straw_hat,
    top_hat,
)
from easel.engines.painter.sprites.sprite import Look

#: Where hats sit on the brow, in half heads above the middle of the head, and their colour where they are alone.
BROW = 0.56
HATS = {"top": rgb("#26252b"), "cap": rgb("#2f6fd0"), "beanie": rgb("#c8413a"), "party": rgb("#e0508a"),
        "wizard": rgb("#4b3f8f"), "cowboy": rgb("#8a5a36"), "top_hat": rgb("#26252b"), "winter": rgb("#c8413a"),
        "straw": STRAW, "sun": STRAW, "santa": rgb("#cc2f33")}  # fmt: skip


#: Hats that are one colour on people's heads, and any here.
OWN_COLOUR = {
    "top": top_hat, "top_hat": top_hat, "beanie": beanie, "winter": beanie, "straw": straw_hat, "sun": straw_hat,
    "cowboy": cowboy_hat, "santa": santa_hat,
}  # fmt: skip


def span_of(hat: str) -> float:
    """How high a hat reaches above the brow, in half heads."""
    return RISE.get(hat, 1.5) - BROW


def draw_hat(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A felt hat, or the one that the trait `hat` names, one unit tall from the brow."""
    felt, kind = look.colour or rgb("#8a5a36"), look.traits.get("hat", "")
    if kind in HEADGEAR:
        # As it is on a head of which the brow is at the base.
        scale = 1 / span_of(kind)
        with b.placed(c, (0, BROW * scale), scale=scale):
            (OWN_COLOUR.get(kind) or HEADGEAR[kind])(c, look.colour or HATS.get(kind, felt))
        return
    b.ellipse(c, (0, -0.16), 0.9, 0.16, top(felt, 1.0))
    b.blob(
        c,
        "-.46,-.18! -.44,-.60 -.34,-.92 -.12,-.98 .0,-.90 .12,-.98 .34,-.92 .44,-.60 .46,-.18! .0,-.10",
        ball(felt, 0.9),
    )
    b.blob(c, "-.46,-.20! -.45,-.38! .0,-.30 .45,-.38! .46,-.20! .0,-.12", side(shade(felt, 0.4)))
    b.curve(c, "-.86,-.13 .0,-.035 .86,-.13", shade(felt, 0.6), 0.03, 0.7)
