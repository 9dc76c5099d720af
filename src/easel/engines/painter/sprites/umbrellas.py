"""Umbrellas against the rain, and those of China and Japan: oiled paper over bamboo, with painted blossoms."""

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import Colour, ball, mix, rgb, shade
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.sprite import Look

RIBS = 10


def _canopy(c: skia.Canvas, cloth: Colour) -> None:
    scallops = (
        "-.62,-.52! -.50,-.575 -.37,-.52! -.25,-.565 -.125,-.515! .0,-.56 .125,-.515! .25,-.565"
        " .37,-.52! .50,-.575 .62,-.52!"
    )
    shape = b.outline("-.60,-.68 -.36,-.90 .0,-.975 .36,-.90 .60,-.68 " + " ".join(reversed(scallops.split())))
    b.fill(c, shape, ball(cloth, 1.0))
    with b.clipped(c, shape):
        for text, tone in (
            ("0,-.98! -.30,-.80 -.37,-.52! -.125,-.515! -.12,-.78", 1.16),
            ("0,-.98! .30,-.80 .37,-.52! .125,-.515! .12,-.78", 0.8),
        ):
            b.blob(c, text, shade(cloth, tone), 0.6)
        ribs = [((0, -0.975), (x * 0.9, -0.86), (x, -0.51)) for x in (-0.37, -0.125, 0.125, 0.37)]
        strokes(c, ribs, shade(cloth, 0.62), 0.009, 0.8)


def draw_umbrella(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A rain umbrella with a crook; of oiled paper where the trait `cover` says so."""
    cloth = look.colour or rgb("#d8413a")
    if look.traits.get("cover") == "paper":
        _of_paper(c, cloth)
        return
    b.line(c, (0, -0.95), (0, -0.08), rgb("#8a6a4a"), 0.022)
    b.curve(c, ".0,-.1 .0,-.03 .045,-.005 .09,-.03 .09,-.08", rgb("#6b4326"), 0.036)
    with b.placed(c, (0, -0.295), scale=0.7):
        _canopy(c, cloth)
    b.line(c, (0, -0.97), (0, -1.0), rgb("#26262c"), 0.02)


def _of_paper(c: skia.Canvas, paper: Colour) -> None:
    """Open and upright, seen from the side and a little from below; one unit high, the handle straight."""
    b.line(c, (0, -0.95), (0, -0.01), shade(rgb("#8a5f38"), 0.9), 0.026)
    b.line(c, (-0.004, -0.95), (-0.004, -0.01), rgb("#b98a58"), 0.008)
    inside = "0,-.62 .28,-.64 .5,-.68! .3,-.7 0,-.72"
    b.blob(c, inside, shade(mix(paper, rgb("#e8c890"), 0.5), 0.6), mirrored=True)
    for k in range(1, RIBS):
        x = -0.5 + k / RIBS
        b.line(c, (0, -0.7), (x, -0.66), rgb("#6b4a2c"), 0.006)
    dome = b.outline("0,-.97! .2,-.93 .4,-.81 .52,-.67! .42,-.66 .3,-.635 .16,-.625 0,-.62", mirrored=True)
    b.fill(c, dome, ball(paper, 0.9))
    with b.clipped(c, dome):
        for k in range(RIBS + 1):
            x = (k / RIBS - 0.5) * 1.04
            b.curve(c, [(0, -0.97), (x * 0.72, -0.84), (x, -0.63)], shade(paper, 0.66), 0.006, 0.7)
        b.curve(c, "-.42,-.72 -.2,-.69 0,-.685 .2,-.69 .42,-.72", shade(paper, 1.5), 0.012, 0.7)
        for x, y, size in ((-0.2, -0.78, 0.034), (-0.12, -0.74, 0.026), (0.16, -0.8, 0.034), (0.27, -0.74, 0.028)):
            for turn in range(5):
                with b.placed(c, (x, y), turn=72.0 * turn, scale=size):
                    b.ellipse(c, (0, -0.8), 0.55, 0.7, mix(paper, rgb("#fff4ee"), 0.85))
            b.circle(c, (x, y), size * 0.4, rgb("#e8b84a"))
    b.ellipse(c, (0, -0.965), 0.045, 0.018, rgb("#3a2418"))
    b.line(c, (0, -0.96), (0, -0.995), rgb("#3a2418"), 0.022)
