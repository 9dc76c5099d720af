"""Houses that one looks at twice: a modern villa of glass and concrete, a haunted house."""

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import Colour, linear, mix, rgb, shade, side, top
from easel.engines.painter.sprites.building_parts import SNOW
from easel.engines.painter.sprites.plants import leaves
from easel.engines.painter.sprites.sprite import Look, Sprite

_LAMP = rgb("#ffd68a")
_STEEL = rgb("#3a3d42")


def _glazing(c: skia.Canvas, place: tuple[float, float, float, float], panes: int, look: Look) -> None:
    """A wall of glass between thin frames: the sky in it by day, the lit room by night."""
    x, y, wide, high = place
    if look.lit:
        ink = linear((x, y), (x, y + high), (shade(_LAMP, 0.86), _LAMP, shade(_LAMP, 0.62)), (0, 0.35, 1))
    else:
        ink = linear((x, y), (x + 0.6 * wide, y + high), (rgb("#cfe4f0"), rgb("#8fb4cc"), rgb("#4f7288")), (0, 0.4, 1))
    b.rectangle(c, (x, y), wide, high, ink)
    with b.clipped(c, b.outline([(x, y), (x + wide, y), (x + wide, y + high), (x, y + high)], smooth=False)):
        if look.lit:
            b.rectangle(c, (x + 0.12 * wide, y + 0.62 * high), 0.4 * wide, 0.22 * high, shade(_LAMP, 0.45), 0.7)
            b.circle(c, (x + 0.74 * wide, y + 0.22 * high), 0.1 * high, rgb("#fff4d6"))
        else:
            slant = [(x + 0.2 * wide, y + high), (x + 0.5 * wide, y), (x + 0.64 * wide, y), (x + 0.34 * wide, y + high)]
            b.polygon(c, slant, rgb("#ffffff"), 0.22)
    for k in range(panes + 1):
        b.line(c, (x + k * wide / panes, y), (x + k * wide / panes, y + high), _STEEL, 0.008)
    b.polygon(c, [(x, y), (x + wide, y), (x + wide, y + high), (x, y + high)], _STEEL, width=0.012)
    if look.lit:
        b.glow(c, (x + wide / 2, y + high / 2), 0.5 * wide, _LAMP, 0.25)


def _slab(c: skia.Canvas, x: float, y: float, wide: float, high: float, ink: Colour) -> None:
    """A flat roof or floor, with the shadow that it throws down."""
    b.rectangle(c, (x + 0.03, y + high), wide - 0.06, 0.05, linear((0, y + high), (0, y + high + 0.05),
                                                                   ((0, 0, 0.05, 0.4), (0, 0, 0.05, 0.0))))  # fmt: skip
    b.rectangle(c, (x, y), wide, high, top(ink, 0.7))


def _villa(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """Two storeys of white boxes set off against each other, walls of glass, a wing clad with wood, a terrace."""
    white = look.colour or rgb("#f1efea")
    wood = rgb("#8a5c38")
    b.rectangle(c, (-0.98, -0.05), 1.96, 0.05, top(rgb("#c9c4ba")))
    b.rectangle(c, (-0.9, -0.46), 1.72, 0.42, side(shade(white, 0.86), 0.6))
    b.rectangle(c, (-0.9, -0.46), 0.42, 0.42, linear((-0.9, 0), (-0.48, 0), (shade(wood, 1.1), shade(wood, 0.75))))
    for k in range(1, 14):
        b.line(c, (-0.9 + 0.03 * k, -0.46), (-0.9 + 0.03 * k, -0.04), shade(wood, 0.55), 0.005, 0.7)
    b.rectangle(c, (-0.74, -0.34), 0.15, 0.3, side(rgb("#2e2b2a")))
    b.rectangle(c, (-0.61, -0.22), 0.012, 0.1, rgb("#c9c4ba"))
    _glazing(c, (-0.44, -0.4, 1.18, 0.36), 6, look)
    _slab(c, -0.98, -0.52, 1.94, 0.07, white)
    b.rectangle(c, (-0.34, -0.92), 1.2, 0.42, side(white, 0.7))
    _glazing(c, (-0.24, -0.86, 0.72, 0.32), 4, look)
    b.rectangle(c, (0.56, -0.92), 0.3, 0.4, linear((0.56, 0), (0.86, 0), (shade(wood, 1.05), shade(wood, 0.7))))
    for k in range(1, 10):
        b.line(c, (0.56 + 0.03 * k, -0.92), (0.56 + 0.03 * k, -0.52), shade(wood, 0.55), 0.005, 0.7)
    _slab(c, -0.44, -0.98, 1.4, 0.06, white)
    b.rectangle(c, (-0.9, -0.66), 0.56, 0.14, (0.75, 0.88, 0.95), 0.45)
    for x in (-0.9, -0.71, -0.53):
        b.line(c, (x, -0.67), (x, -0.52), _STEEL, 0.01)
    b.line(c, (-0.91, -0.67), (-0.34, -0.67), _STEEL, 0.014)
    b.rectangle(c, (0.78, -0.46), 0.05, 0.42, side(white, 0.7))
    if look.snow:
        for x, y, wide in ((-0.44, -1.0, 1.4), (-0.98, -0.54, 0.54), (0.88, -0.54, 0.08)):
            b.rectangle(c, (x, y), wide, 0.035, SNOW, round=0.015)
    spots = ((-0.94, -0.05, 0.06), (-0.84, -0.05, 0.05), (0.86, -0.05, 0.06), (0.95, -0.04, 0.05))
    leaves(c, rng, spots, rgb("#4f8a3c"), size=0.022, count=26)


def _crooked(c: skia.Canvas, corners: str, wall: Colour) -> None:
    """A wall of weathered boards."""
    path = b.outline(corners, smooth=False)
    b.fill(c, path, side(wall, 1.1))
    with b.clipped(c, path):
        for k in range(26):
            b.line(c, (-0.7, -0.04 * k), (0.7, -0.04 * k + 0.012 * ((k % 3) - 1)), shade(wall, 0.6), 0.005, 0.55)


def _eye(c: skia.Canvas, x: float, y: float, wide: float, high: float, look: Look) -> None:
    """A tall window with a pointed arch, boarded up or lit in sickly yellow."""
    arch = [(x - wide / 2, y), (x - wide / 2, y - 0.62 * high), (x, y - high), (x + wide / 2, y - 0.62 * high)]
    pane = [*arch, (x + wide / 2, y)]
    glow = rgb("#f2c84a") if look.lit else rgb("#6a6450")
    b.polygon(c, pane, shade(glow, 0.9 if look.lit else 0.7))
    if look.lit:
        b.glow(c, (x, y - high / 2), 1.4 * wide, rgb("#f2b83a"), 0.5)
    b.line(c, (x, y), (x, y - high), rgb("#1e1a20"), 0.012)
    b.line(c, (x - wide / 2, y - 0.5 * high), (x + wide / 2, y - 0.5 * high), rgb("#1e1a20"), 0.012)
    b.polygon(c, pane, rgb("#1e1a20"), width=0.02)


def _peak(c: skia.Canvas, shape: str, look: Look) -> None:
    b.polygon(c, shape, linear((0, -1), (0, -0.4), (rgb("#4a4058"), rgb("#26202e"))))
    if look.snow:
        b.polygon(c, shape, SNOW, 0.7)


def _haunted_house(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A crooked wooden house with a leaning tower, pointed roofs, broken windows, a porch and bare branches."""
    wall = look.colour or rgb("#5a5260")
    bough = rgb("#241c22")
    b.limb(c, [(-0.52, 0.0), (-0.55, -0.3), (-0.48, -0.56)], (0.06, 0.045, 0.02), bough)
    for twig in ("-.54,-.32 -.66,-.46 -.68,-.6", "-.54,-.38 -.44,-.5 -.42,-.62", "-.5,-.5 -.58,-.62 -.56,-.72"):
        b.curve(c, twig, bough, 0.018)
    _crooked(c, "-.4,0 -.37,-.5 .32,-.52 .36,0", wall)
    _peak(c, "-.46,-.48 -.1,-.76 .02,-.72 .38,-.5 .3,-.52 -.36,-.5", look)
    _crooked(c, "-.16,-.5 -.14,-.66 .0,-.78 .12,-.66 .13,-.51", shade(wall, 0.92))
    _peak(c, "-.2,-.62 -.02,-.86 .18,-.62 .12,-.62 -.02,-.77 -.14,-.62", look)
    _crooked(c, "-.4,-.0 -.42,-.7 -.2,-.72 -.17,0", shade(wall, 1.06))
    _peak(c, "-.5,-.66 -.36,-1.0 -.14,-.7 -.3,-.71", look)
    b.line(c, (-0.36, -0.98), (-0.35, -1.06), bough, 0.012)
    _crooked(c, ".24,-.54 .23,-.72 .32,-.73 .34,-.55", rgb("#4a3a38"))
    _eye(c, -0.3, -0.46, 0.11, 0.18, look)
    _eye(c, -0.01, -0.56, 0.1, 0.15, look)
    _eye(c, -0.29, -0.13, 0.12, 0.2, look)
    _eye(c, 0.26, -0.14, 0.12, 0.2, look)
    _eye(c, 0.1, -0.36, 0.08, 0.12, Look())
    for turn in (18, -16):
        with b.placed(c, (0.26, -0.24), turn=turn):
            b.rectangle(c, (-0.09, -0.012), 0.18, 0.024, rgb("#7a6450"))
    b.polygon(c, "-.1,0 -.1,-.26 0,-.33 .1,-.26 .1,0", side(rgb("#2c2026")))
    b.line(c, (0, 0), (0, -0.31), rgb("#14101a"), 0.008)
    b.circle(c, (0.04, -0.14), 0.012, rgb("#c9a24a"))
    _peak(c, "-.18,-.32 -.15,-.38 .16,-.38 .19,-.32", look)
    for x in (-0.15, 0.16):
        b.rectangle(c, (x - 0.014, -0.33), 0.028, 0.33, side(shade(wall, 0.8)))
    b.rectangle(c, (-0.2, -0.03), 0.4, 0.03, top(shade(wall, 0.75)))
    for x in (0.42, 0.5, 0.58):
        b.polygon(c, [(x, 0), (x - 0.02, -0.16), (x + 0.015, -0.2), (x + 0.04, -0.15), (x + 0.035, 0)],
                  side(mix(wall, bough, 0.5)))  # fmt: skip
    b.line(c, (0.38, -0.1), (0.64, -0.08), mix(wall, bough, 0.5), 0.022)


SPRITES = (
    Sprite(
        name="villa", draw=_villa, height=0.42, width=1.98, place="ground", group="building",
        attach={"top": (0.1, -0.98), "door": (-0.66, -0.04), "seat": (0.1, -0.98)},
    ),
    Sprite(
        name="haunted_house", draw=_haunted_house, height=0.62, width=1.32, place="ground", group="building",
        attach={"top": (0.0, -0.8), "door": (0.0, 0.0), "seat": (-0.02, -0.84)},
    ),
)  # fmt: skip
