"""A bus of two decks, a fighter, and the post that electric cars are charged at."""

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, linear, mix, rgb, shade, side, top
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.cars import glass, wheel
from easel.engines.painter.sprites.sprite import Draw, Look, Sprite


def _double_decker(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """Two rows of windows, rounded corners, the door at the back."""
    paint = look.colour or rgb("#c8202c")
    b.blob(c, "-.78,-.09! -.79,-.5 -.78,-.92! -.7,-.99 .62,-.99 .74,-.9 .78,-.5! .79,-.09!",
           linear((0, -1), (0, 0), (shade(paint, 1.25), paint, shade(paint, 0.7)), (0, 0.4, 1)))  # fmt: skip
    b.rectangle(c, (-0.78, -0.56), 1.55, 0.035, mix(paint, WHITE, 0.75))
    for k in range(5):
        x = -0.7 + 0.27 * k
        glass(c, f"{x},-.9 {x + 0.23},-.9 {x + 0.23},-.64 {x},-.64", look, smooth=False)
        if k:
            glass(c, f"{x},-.48 {x + 0.23},-.48 {x + 0.23},-.24 {x},-.24", look, smooth=False)
    glass(c, ".65,-.88! .71,-.84 .74,-.64! .65,-.64!", look)
    glass(c, ".65,-.48! .75,-.48! .76,-.24! .65,-.24!", look)
    b.rectangle(c, (-0.72, -0.5), 0.2, 0.42, shade(paint, 0.45))
    b.rectangle(c, (-0.69, -0.47), 0.14, 0.37, shade(paint, 0.7))
    b.rectangle(c, (0.2, -0.605), 0.4, 0.06, rgb("#1c1c20"))
    strokes(c, [((x, -0.575), (x + 0.05, -0.575)) for x in np.arange(0.23, 0.55, 0.07)], rgb("#ffd24a"), 0.02)
    for x in (-0.42, 0.5):
        b.ellipse(c, (x, -0.12), 0.13, 0.12, rgb("#141417"))
        wheel(c, (x, -0.095), 0.095, spokes=8)
    b.circle(c, (0.75, -0.16), 0.03, rgb("#fff4c4"))


def _fighter_jet(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A dart that climbs: canopy, swept wing, two fins, fire behind it."""
    grey = look.colour or rgb("#8b96a3")
    with b.placed(c, (0, -0.68), turn=-12, scale=0.82):
        b.blob(c, "-1.5,.02 -1.9,-.05 -2.3,.0! -1.9,.07", linear((-2.3, 0), (-1.4, 0), (
            (1, 0.5, 0.1, 0.0), (1, 0.6, 0.2, 0.9), (1, 0.95, 0.7, 1.0))))  # fmt: skip
        b.polygon(c, "-.5,-.05 -1.05,-.42 -1.3,-.42 -1.15,-.05", shade(grey, 0.7))
        b.polygon(c, "-.95,-.08 -1.3,-.52 -1.52,-.52 -1.42,-.08", side(shade(grey, 0.85)))
        body = "-1.52,-.1! -1.0,-.14 .1,-.17 .7,-.12 1.5,.03! .8,.11 -.6,.14 -1.5,.1!"
        b.blob(c, body, top(grey, 1.1))
        b.blob(c, ".2,-.15 .42,-.29 .66,-.27 .95,-.07! .5,-.1", linear((0.2, -0.3), (0.9, 0), (
            rgb("#dff0f8"), rgb("#4f7f9f"), rgb("#2a4a60"))))  # fmt: skip
        b.polygon(
            c, ".25,.02 -.75,.5 -1.05,.5 -.75,.04", linear((0, 0), (0, 0.5), (shade(grey, 1.1), shade(grey, 0.6)))
        )
        b.polygon(c, "-1.05,.04 -1.4,.24 -1.58,.24 -1.48,.04", shade(grey, 0.75))
        b.polygon(c, ".1,.06 .35,.06 .25,.15 -.1,.15", shade(grey, 0.45))
        b.rectangle(c, (-1.58, -0.09), 0.12, 0.18, side(rgb("#3a3f47")))
        for x in (-0.9, -0.35, 0.15):
            b.line(c, (x, -0.13), (x - 0.03, 0.12), shade(grey, 0.75), 0.012)
        b.circle(c, (-0.62, 0.0), 0.06, rgb("#3f6fb5"))
        b.circle(c, (-0.62, 0.0), 0.035, WHITE)
        b.line(c, (1.45, 0.03), (1.66, 0.05), shade(grey, 0.6), 0.016)


def _charging_post(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A post with its screen, a bolt of lightning and the cable."""
    shell = look.colour or rgb("#e9edf0")
    b.rectangle(c, (-0.2, -0.03), 0.4, 0.03, rgb("#5a6068"))
    b.rectangle(c, (-0.17, -0.98), 0.34, 0.96, side(shell, 0.9), round=0.06)
    b.rectangle(c, (-0.12, -0.9), 0.24, 0.2, linear((0, -0.9), (0, -0.7), (rgb("#2fd07a"), rgb("#149a5a"))), round=0.02)
    b.polygon(c, ".02,-.88 -.06,-.79 .0,-.79 -.03,-.72 .06,-.82 .0,-.82", WHITE)
    b.rectangle(c, (-0.17, -0.62), 0.34, 0.04, rgb("#2fb56a"))
    b.curve(c, ".15,-.46 .4,-.36 .44,-.1 .28,-.12 .24,-.5", rgb("#23262b"), 0.035)
    b.rectangle(c, (0.15, -0.56), 0.13, 0.12, side(rgb("#3a3f47")), round=0.03)


def _sprite(name: str, draw: Draw, height: float, width: float, group: str, *, place: str = "ground") -> Sprite:
    attach = {"seat": (0.0, -0.6), "top": (0.0, -0.95), "head": (0.0, -0.95), "hand": (0.4 * width, -0.4)}
    return Sprite(name=name, draw=draw, height=height, width=width, group=group, place=place, attach=attach)


SPRITES = (
    _sprite("double_decker", _double_decker, 0.4, 1.6, "vehicle"),
    _sprite("fighter_jet", _fighter_jet, 0.15, 3.4, "vehicle", place="sky"),
    _sprite("charging_post", _charging_post, 0.24, 0.66, "object"),
)
