"""Bowls of soup and porridge, and toast."""

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import Colour, ball, mix, rgb, shade, side
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.meals import bowl, steam
from easel.engines.painter.sprites.sprite import Look, on_table


def _filled(c: skia.Canvas, look: Look, china: str, content: str) -> Colour:
    """A bowl with something in it up to the rim; the colour of that."""
    inside = rgb(look.traits.get("content", content))
    bowl(c, look.colour or rgb(china), -0.62, 0.72)
    b.ellipse(c, (0, -0.6), 0.66, 0.115, ball(inside, 0.55))
    return inside


def _soup(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    inside = _filled(c, look, "#e9e2d4", "#d9822e")
    b.curve(c, "-.46,-.6 -.2,-.66 .14,-.66", shade(inside, 1.4), 0.022, 0.7)
    if "topped" not in look.traits:
        for x, y in rng.uniform((-0.4, -0.64), (0.4, -0.55), (12, 2)).tolist():
            b.ellipse(c, (x, y), 0.026, 0.014, rgb("#4f9f3a"))
    steam(c, 0.0, -0.74, 0.26)


def _porridge(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    inside = _filled(c, look, "#7f97a8", "#efe2c4")
    for x, y in rng.uniform((-0.55, -0.67), (0.5, -0.54), (44, 2)).tolist():
        b.ellipse(c, (x, y), 0.03, 0.013, shade(inside, float(rng.choice([0.88, 0.94, 1.08]))))
    steam(c, 0.0, -0.74, 0.22)


def _bowl(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """An empty bowl, for what is put into it."""
    china = look.colour or rgb("#dfe6ea")
    bowl(c, china, -0.62, 0.72)
    b.ellipse(c, (0, -0.6), 0.66, 0.115, ball(shade(china, 0.72), 0.6))


def _tangyuan(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """Round dumplings of white rice in clear sweet broth; a few of them are sesame's and osmanthus' colours."""
    _filled(c, look, "#c8433f", "#f0dfb4")
    balls = ((-0.4, -0.63), (0.0, -0.66), (0.4, -0.63), (-0.2, -0.57), (0.22, -0.57), (0.0, -0.52))
    for k, (x, y) in enumerate(balls):
        dough = rgb("#f3b7bd") if k == 1 else rgb("#fbf7ee")
        b.circle(c, (x, y - 0.05), 0.16, ball(dough, 0.75))
        b.ellipse(c, (x - 0.05, y - 0.12), 0.035, 0.022, (1.0, 1.0, 1.0), 0.8)
    for x, y in rng.uniform((-0.45, -0.64), (0.45, -0.5), (14, 2)).tolist():
        b.ellipse(c, (x, y), 0.016, 0.01, rgb("#e8a83a"))
    bowl(c, look.colour or rgb("#c8433f"), -0.5, 0.655)
    steam(c, 0.0, -0.84, 0.2)


def _toast(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A slice lying on its crust, what is spread on it on top."""
    crust = rgb("#b9783a")
    b.blob(c, "-.92,-.36! -.74,-.78 -.3,-.9 .4,-.9 .82,-.76 .95,-.34! .9,-.12 .5,.0 -.5,.0 -.9,-.14", side(crust, 0.8))
    b.blob(c, "-.86,-.42! -.7,-.8 -.28,-.92 .4,-.92 .78,-.78 .88,-.42! .4,-.2 -.4,-.2", rgb("#ecc98e"))
    spread = look.colour or (rgb(look.traits["content"]) if "content" in look.traits else None)
    if spread is not None:
        b.blob(c, "-.72,-.46 -.58,-.76 -.2,-.86 .34,-.86 .66,-.72 .74,-.46 .3,-.28 -.34,-.28", ball(spread, 0.7))
        lumps = rng.uniform((-0.5, -0.78), (0.5, -0.36), (16, 2))
        strokes(c, [((x, y), (x + 0.06, y - 0.02), (x + 0.1, y + 0.01)) for x, y in lumps.tolist()],
                mix(spread, (1.0, 1.0, 0.8), 0.45), 0.03, 0.8)  # fmt: skip


SPRITES = (
    on_table("soup", _soup, 0.17, 1.6),
    on_table("porridge", _porridge, 0.17, 1.6),
    on_table("bowl", _bowl, 0.17, 1.6),
    on_table("tangyuan", _tangyuan, 0.17, 1.6),
    on_table("toast", _toast, 0.1, 2.0),
)
