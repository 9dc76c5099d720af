"""What is found in the open: gravestones, a cloth laid for a picnic, a torch, a hammock."""

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Colour, ball, jitter, linear, mix, rgb, shade, side, top
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.flames import flame
from easel.engines.painter.sprites.sprite import Draw, Look, Sprite

_STONE, _MOSS, _WICKER = rgb("#8f938f"), rgb("#5f7f45"), rgb("#b98448")
#: Forms of gravestones: a round head, a pointed one, shoulders, a cross.
GRAVES = (
    "-.30,.0! -.30,-.66 -.22,-.90 .0,-.97 .22,-.90 .30,-.66 .30,.0!",
    "-.29,.0! -.29,-.72! .0,-.98! .29,-.72! .29,.0!",
    "-.30,.0! -.30,-.74! -.2,-.74 -.18,-.88 .0,-.96 .18,-.88 .2,-.74 .30,-.74! .30,.0!",
)
CROSS = (
    "-.09,.0! -.08,-.50! -.30,-.49! -.30,-.68! -.08,-.67! -.085,-.98! "
    ".085,-.98! .08,-.67! .30,-.68! .30,-.49! .08,-.50! .09,.0!"
)


def _gravestone(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """One of several forms, weathered and a little aslant, grass around its foot."""
    stone = jitter(look.colour or _STONE, rng, 0.04)
    form = int(rng.integers(len(GRAVES) + 1))
    shape = CROSS if form == len(GRAVES) else GRAVES[form]
    with b.placed(c, (0, 0), turn=float(rng.uniform(-4, 4))):
        with b.placed(c, (0.045, 0.0)):
            b.blob(c, shape, shade(stone, 0.5))
        face = b.outline(shape)
        b.fill(c, face, side(stone, 0.8))
        with b.clipped(c, face):
            for x, y in rng.uniform((-0.3, -0.95), (0.3, -0.05), (16, 2)).tolist():
                b.ellipse(c, (x, y), 0.03, 0.02, shade(stone, float(rng.uniform(0.8, 1.15))), 0.6)
            b.ellipse(c, (float(rng.uniform(-0.25, 0.25)), -0.06), 0.26, 0.13, _MOSS, 0.5)
        if form < len(GRAVES):
            _inscription(c, shade(stone, 0.52))
    if look.snow:
        b.blob(c, "-.2,-.90 .0,-1.0 .2,-.90 .0,-.93", WHITE)
    blades = [
        ((x, 0.01), (x + lean, -tall))
        for x, lean, tall in rng.uniform((-0.42, -0.05, 0.05), (0.42, 0.05, 0.15), (26, 3))
    ]
    strokes(c, blades, shade(_MOSS, 0.8), 0.016)


def _inscription(c: skia.Canvas, ink: Colour) -> None:
    strokes(c, [((0, -0.76), (0, -0.58)), ((-0.06, -0.7), (0.06, -0.7))], ink, 0.022)
    strokes(c, [((-x, y), (x, y)) for x, y in ((0.17, -0.46), (0.13, -0.37), (0.17, -0.28))], ink, 0.016)


def _picnic_blanket(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A checked cloth on the grass; on it a basket, a plate of sandwiches, fruit and a bottle."""
    cloth = look.colour or rgb("#d8413a")
    corners = b.outline("-1.12,-.02! -.78,-.60! .80,-.60! 1.15,-.02!", smooth=False)
    with b.placed(c, (0.0, 0.025)):
        b.fill(c, corners, (0.05, 0.08, 0.02), 0.45)
    b.fill(c, corners, rgb("#fbf6ec"))
    with b.clipped(c, corners):
        for k in range(-6, 7, 2):
            x = 0.19 * k
            stripe = [(0.69 * x, -0.61), (0.69 * x + 0.13, -0.61), (x + 0.19, 0), (x, 0)]
            b.polygon(c, stripe, cloth, 0.55)
        for low, high in ((-0.6, -0.53), (-0.45, -0.36), (-0.26, -0.15)):
            b.rectangle(c, (-1.2, low), 2.4, high - low, cloth, 0.55)
        b.rectangle(c, (-1.2, -0.62), 2.4, 0.62, linear((-1, 0), (1, 0), ((1, 1, 0.9, 0.14), (0, 0, 0.1, 0.16))))
    for x in (-0.46, 0.14, 0.56):
        b.ellipse(c, (x, -0.2), 0.22, 0.045, (0.1, 0.08, 0.1), 0.28, blur=0.02)
    _hamper(c)
    _sandwiches(c)
    for x, y, ink in ((0.5, -0.12, "#d8322c"), (0.62, -0.16, "#7fae3a"), (0.6, -0.07, "#e8892c")):
        b.circle(c, (x, y - 0.03), 0.062, ball(rgb(ink)))
        b.line(c, (x, y - 0.085), (x + 0.012, y - 0.115), rgb("#5a3d22"), 0.012)
    b.rectangle(c, (0.36, -0.5), 0.09, 0.3, side(rgb("#3f7a5a"), 1.2), round=0.03)
    b.rectangle(c, (0.385, -0.6), 0.04, 0.13, side(rgb("#3f7a5a"), 1.2), round=0.01)
    b.rectangle(c, (0.36, -0.41), 0.09, 0.1, rgb("#f6eed8"))


def _hamper(c: skia.Canvas) -> None:
    """A wicker basket with a lid that is open on one side, and a handle."""
    b.curve(c, "-.72,-.44 -.66,-.86 -.42,-.98 -.18,-.86 -.12,-.44", shade(_WICKER, 0.75), 0.04)
    b.polygon(c, "-.80,-.46 -.05,-.46 -.12,-.16 -.73,-.16", side(_WICKER, 0.9))
    weave = [((-0.78 + 0.01 * k, -0.43 + 0.045 * k), (-0.07 - 0.01 * k, -0.43 + 0.045 * k)) for k in range(6)]
    strokes(c, weave, shade(_WICKER, 0.66), 0.012)
    strokes(
        c,
        [((x, -0.45), (-0.43 + (x + 0.43) * 0.85, -0.17)) for x in np.linspace(-0.74, -0.12, 11)],
        shade(_WICKER, 0.8),
        0.01,
    )
    b.blob(c, "-.44,-.47! -.36,-.58 -.16,-.62 -.06,-.47!", side(rgb("#fbf6ec"), 0.6))
    b.limb(c, "-.3,-.50 -.16,-.64 -.04,-.74", (0.07, 0.075, 0.06), side(rgb("#d9a05a")))
    b.polygon(c, "-.83,-.49 -.42,-.49 -.42,-.43 -.82,-.43", top(shade(_WICKER, 1.15)))


def _sandwiches(c: skia.Canvas) -> None:
    b.ellipse(c, (0.13, -0.12), 0.24, 0.07, rgb("#dfe5ea"))
    b.ellipse(c, (0.13, -0.135), 0.23, 0.064, ball(WHITE, 0.4))
    for x in (0.05, 0.2):
        b.polygon(c, [(x - 0.11, -0.14), (x + 0.11, -0.14), (x, -0.29)], side(rgb("#e8c48a")))
        b.line(c, (x - 0.1, -0.165), (x + 0.1, -0.165), rgb("#6fae4a"), 0.02)
        b.line(c, (x - 0.09, -0.185), (x + 0.09, -0.185), rgb("#e2604a"), 0.014)


def _torch(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A stick with its head wrapped in cloth, burning."""
    b.glow(c, (0, -0.76), 0.42, rgb("#ffb45a"), 0.7)
    wood = look.colour or rgb("#6b4426")
    b.polygon(c, "-.035,.0 .035,.0 .06,-.58 -.06,-.58", side(wood, 1.1))
    b.polygon(c, "-.085,-.66 .085,-.66 .065,-.50 -.065,-.50", side(mix(wood, rgb("#c9b08a"), 0.4)))
    for y in (-0.62, -0.57, -0.53):
        b.line(c, (-0.075, y), (0.075, y - 0.02), shade(wood, 0.6), 0.012)
    for x, turn, size in ((-0.045, -14, 0.3), (0.05, 12, 0.28), (0.0, 0, 0.4)):
        with b.placed(c, (x, -0.6), turn=turn, scale=size):
            flame(c, rng)


def _sprite(name: str, draw: Draw, height: float, width: float, **points: tuple[float, float]) -> Sprite:
    return Sprite(name=name, draw=draw, height=height, width=width, attach={"top": (0.0, -0.9)} | points)


def _hammock(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """Slung between two posts, striped, with a fringe."""
    cloth, wood = look.colour or rgb("#d9603c"), rgb("#8a6038")
    for way in (-1, 1):
        b.limb(c, [(1.25 * way, -0.05), (1.32 * way, -0.95)], (0.09, 0.07), side(wood))
        for y in (-0.48, -0.4, -0.32):
            b.line(c, (1.3 * way, -0.86), (0.92 * way, y - 0.16), rgb("#e8dcc0"), 0.012)
    shape = b.outline("-.95,-.62! -.6,-.34 .0,-.2 .6,-.34 .95,-.62! .98,-.46 .6,-.16 .0,-.02 -.6,-.16 -.98,-.46")
    b.fill(c, shape, linear((0, -0.6), (0, 0), (shade(cloth, 1.2), cloth, shade(cloth, 0.65))))
    with b.clipped(c, shape):
        bands = [((x, -0.7), (x * 0.9, 0.0)) for x in np.linspace(-0.9, 0.9, 9)]
        strokes(c, bands, rgb("#f6ecd4"), 0.05)
    for t in np.linspace(-0.95, 0.95, 25):
        y = -0.06 - 0.42 * float(t) ** 2
        b.line(c, (float(t), y), (float(t), y + 0.05), rgb("#f6ecd4"), 0.014)


SPRITES = (
    _sprite("gravestone", _gravestone, 0.2, 0.78),
    _sprite("picnic_blanket", _picnic_blanket, 0.24, 2.35),
    _sprite("torch", _torch, 0.32, 0.4, hand=(0.0, -0.28)),
    Sprite(
        name="hammock", draw=_hammock, height=0.24, width=2.75, group="object",
        attach={"seat": (0.0, -0.42), "top": (0.0, -0.42), "hand": (0.8, -0.5)},
    ),
)  # fmt: skip
