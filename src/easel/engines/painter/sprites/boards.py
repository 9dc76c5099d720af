"""What is there to be read: a sign on its post, a chalkboard, a banner, letters of neon."""

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Colour, mix, rgb, shade, side, top
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.sprite import Box, Draw, Look, Sprite

_WOOD, _SLATE, _CREAM = rgb("#a9794a"), rgb("#2f3a36"), rgb("#f6efdf")
_NIGHT, _TUBE = rgb("#22202e"), rgb("#ff4fa0")
_OTHER_TUBES = (rgb("#3fd0ff"), rgb("#ffc23f"))
SIGN: Box = (-0.66, -0.97, 0.66, -0.45)
CHALKBOARD: Box = (-0.37, -0.95, 0.37, -0.25)
BANNER: Box = (-1.85, -0.9, 1.85, -0.1)
NEON: Box = (-0.86, -0.93, 0.86, -0.37)


def _grain(c: skia.Canvas, rng: np.random.Generator, box: Box, ink: Colour) -> None:
    """A few long lines along a board."""
    left, upper, right, lower = box
    rows = rng.uniform(upper + 0.03, lower - 0.03, 6)
    starts = rng.uniform(left, left + 0.4 * (right - left), 6)
    lengths = rng.uniform(0.2, 0.55, 6) * (right - left)
    lines = [((x, y), (x + length, y)) for x, y, length in zip(starts, rows, lengths, strict=True)]
    strokes(c, lines, shade(ink, 0.8), 0.007, 0.5)


def _plate(c: skia.Canvas, box: Box, ink: Colour, frame: Colour, edge: float) -> None:
    """A framed board: `edge` is how wide its frame is."""
    left, upper, right, lower = box
    b.rectangle(
        c, (left - edge, upper - edge), right - left + 2 * edge, lower - upper + 2 * edge, side(frame), round=edge
    )
    b.rectangle(c, (left, upper), right - left, lower - upper, top(ink, 0.4), round=0.4 * edge)


def _sign(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A board on a post; of wood where the words say so."""
    wooden = look.colour is None and look.traits.get("material") == "wood"
    board = look.colour or (shade(_WOOD, 1.25) if wooden else _CREAM)
    b.rectangle(c, (-0.05, -0.5), 0.1, 0.5, side(shade(_WOOD, 0.8)))
    _plate(c, SIGN, board, shade(_WOOD, 0.85 if wooden else 0.95), 0.03)
    if wooden:
        _grain(c, rng, SIGN, board)
    if "text" not in look.traits:
        rows = ((-0.84, 0.42), (-0.71, 0.5), (-0.58, 0.3))
        strokes(c, [((-half, y), (half, y)) for y, half in rows], shade(board, 0.45), 0.04, 0.8)


def _chalkboard(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A board on two legs, as it stands before a café."""
    for x, lean in ((-0.4, -0.05), (0.36, 0.05)):
        b.polygon(c, [(x, -0.6), (x + 0.045, -0.6), (x + 0.045 + lean, 0.0), (x + lean, 0.0)], side(shade(_WOOD, 0.7)))
    _plate(c, CHALKBOARD, look.colour or _SLATE, _WOOD, 0.045)
    if "text" not in look.traits:
        rows = ((-0.82, 0.2), (-0.68, 0.28), (-0.56, 0.26), (-0.44, 0.18))
        strokes(c, [((-half, y), (half, y)) for y, half in rows], WHITE, 0.022, 0.75)


def _banner(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A long cloth between two cords."""
    cloth = look.colour or rgb("#c8322c")
    left, upper, right, lower = BANNER
    for x, out in ((left, left - 0.14), (right, right + 0.14)):
        for y in (upper, lower):
            b.line(c, (x, y), (out, y - 0.12 if y == upper else y + 0.06), shade(_WOOD, 0.6), 0.025)
    b.polygon(c, [(left, upper), (right, upper), (right, lower), (left, lower)], top(cloth, 0.5))
    for y in (upper + 0.05, lower - 0.05):
        b.line(c, (left + 0.04, y), (right - 0.04, y), shade(cloth, 0.8), 0.012, 0.8)


def _neon(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A dark plate on a pole with a tube around it; its letters glow."""
    left, upper, right, lower = NEON
    tube = look.colour or _TUBE
    b.rectangle(c, (-0.03, -0.4), 0.06, 0.4, side(shade(_NIGHT, 0.8)))
    _plate(c, (left - 0.04, upper - 0.04, right + 0.04, lower + 0.04), _NIGHT, shade(_NIGHT, 0.6), 0.02)
    edge = b.box(left, upper, right - left, lower - upper)
    if look.lit:
        c.drawRoundRect(edge, 0.08, 0.08, b.paint(tube, 0.55, width=0.06, blur=0.03))
    c.drawRoundRect(edge, 0.08, 0.08, b.paint(mix(tube, WHITE, 0.45 if look.lit else 0.1), width=0.022))
    if "text" not in look.traits:
        # Strokes that look like writing, in tubes of three colours.
        for k, ink in enumerate((tube, *_OTHER_TUBES)):
            x, y = -0.5 + 0.5 * k, -0.65
            glyph = [((x - 0.14, y - 0.16), (x + 0.14, y - 0.16)), ((x, y - 0.2), (x, y + 0.18))]
            glyph += [
                ((x - 0.14, y + 0.02 + 0.1 * (k % 2)), (x + 0.14, y + 0.02)),
                ((x - 0.15, y + 0.18), (x - 0.04, y)),
            ]
            strokes(c, glyph, mix(ink, WHITE, 0.4 if look.lit else 0.0), 0.036)


def _sprite(name: str, draw: Draw, height: float, width: float, place: str, board: Box) -> Sprite:
    return Sprite(name=name, draw=draw, height=height, width=width, place=place, group="object", board=board,
                  attach={"hand": (0.0, -0.25), "top": (0.0, -1.0)})  # fmt: skip


SPRITES = (
    _sprite("sign", _sign, 0.3, 1.4, "ground", SIGN),
    _sprite("chalkboard", _chalkboard, 0.3, 0.92, "ground", CHALKBOARD),
    _sprite("banner", _banner, 0.13, 4.0, "sky", BANNER),
    _sprite("neon_sign", _neon, 0.34, 1.85, "ground", NEON),
)
