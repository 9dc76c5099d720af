"""The lower half of a mermaid, and the shells that she wears."""

import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import Colour, Point, ball, mix, rgb, shade, side
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.figure import Body

#: From the hips to the root of the fin, in the figure's frame: upright, over the edge of a seat, along the ground.
_UPRIGHT = ((0.0, 0.0), (0.012, 0.14), (0.03, 0.27), (0.012, 0.36), (-0.015, 0.41))
_SEATED = ((0.0, 0.0), (0.1, 0.03), (0.19, 0.1), (0.2, 0.2), (0.16, 0.27))
_LYING = ((0.0, 0.0), (0.14, 0.012), (0.28, 0.02), (0.38, 0.0), (0.43, -0.05))
_WIDTHS = (2.15, 2.0, 1.45, 0.8, 0.4)


def tail(c: skia.Canvas, body: Body, colour: Colour, *, drop: float, on_ground: bool) -> None:
    """A fish's tail from the hips down; `drop` is how far these come down when she sits."""
    hip = body.hip_y + drop - 0.02
    way = _LYING if on_ground else _SEATED if drop else _UPRIGHT
    spine = [(x, hip + y) for x, y in way]
    x, y = spine[-1]
    turned = {_UPRIGHT: 20.0, _SEATED: 32.0, _LYING: -140.0}[way]
    with b.placed(c, (x, y), turn=turned):
        for sign in b.both_sides(c):
            b.blob(c, "0,-.02 .05,.03 .13,.05 .19,.12! .12,.115 .06,.1 0,.04", side(shade(colour, 1.25 - 0.1 * sign)))
            strokes(c, [((0.01, 0.0), (0.07, 0.05), (0.15, 0.1)), ((0.0, 0.01), (0.04, 0.06), (0.1, 0.1))],
                    shade(colour, 0.7), 0.005, 0.7)  # fmt: skip
    b.limb(c, spine, [body.hip * wide for wide in _WIDTHS], side(colour, 1.1))
    scales = []
    for k in range(1, 4):
        (ax, ay), wide = spine[k], 0.36 * body.hip * _WIDTHS[k]
        for row in (-1, 0, 1):
            for across in (-0.8, -0.25, 0.3, 0.85):
                scale = (ax + across * wide, ay + 0.03 * row)
                scales.append(((scale[0] - 0.014, scale[1]), (scale[0], scale[1] + 0.02), (scale[0] + 0.014, scale[1])))
    strokes(c, scales, shade(colour, 1.45), 0.004, 0.7)
    b.curve(c, [(-body.hip, hip - 0.005), (0.0, hip + 0.03), (body.hip, hip - 0.005)], shade(colour, 1.3), 0.016)


def shells(c: skia.Canvas, body: Body, colour: Colour) -> None:
    """Two shells over the chest."""
    shell = mix(colour, rgb("#c46ad0"), 0.7)
    for sign in (-1, 1):
        at: Point = (sign * 0.42 * body.shoulder, body.shoulder_y + 0.115)
        b.ellipse(c, at, 0.42 * body.shoulder, 0.036, ball(shell))
        ribs = [(at, (at[0] + 0.011 * k, at[1] + 0.032)) for k in (-2, -1, 0, 1, 2)]
        strokes(c, ribs, shade(shell, 0.7), 0.004, 0.8)
    b.line(c, (-0.05 * body.shoulder, at[1]), (0.05 * body.shoulder, at[1]), shell, 0.008)
