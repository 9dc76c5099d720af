"""The drawing vocabulary that sprites, scenery and styles share: colours, inks, paths and a surface, on Skia.

Points are written as text, `"-.2,0 .1,-.5! 0,-1"`: compact to read, and parsed only once because the finished path is
cached. A `!` makes a corner in an otherwise smooth outline. Lengths are in the units of the canvas, angles in degrees.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from math import hypot

import numpy as np
import skia

from easel.engines.painter.layer import surface_of

Colour = tuple[float, float, float]
Point = tuple[float, float]
Points = str | Sequence[Point]

WHITE: Colour = (1.0, 1.0, 1.0)
BLACK: Colour = (0.0, 0.0, 0.0)


# ---------------------------------------------------------------------------------------------------------- colours
@lru_cache(maxsize=1024)
def rgb(text: str) -> Colour:
    """`#rrggbb` as sRGB in [0, 1]. Raises ValueError for anything else."""
    digits = text.removeprefix("#")
    if len(digits) != 6:
        msg = f"not a colour: {text!r}"
        raise ValueError(msg)
    red, green, blue = (int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return red, green, blue


def mix(a: Colour, b: Colour, share: float) -> Colour:
    """`share` of `b` in `a`; 0 is `a`, 1 is `b`."""
    (red, green, blue), (to_red, to_green, to_blue) = a, b
    return red + (to_red - red) * share, green + (to_green - green) * share, blue + (to_blue - blue) * share


def shade(colour: Colour, factor: float) -> Colour:
    """Darker (`factor` < 1, a little cooler) or lighter (> 1, a little towards white), as painters shade."""
    if factor <= 1:
        k = max(factor, 0.0)
        return colour[0] * k**1.08, colour[1] * k, colour[2] * k**0.92
    red, green, blue = (min(1.0, v * (1 + (factor - 1) * 0.75)) for v in colour)
    return mix((red, green, blue), WHITE, min(1.0, (factor - 1) * 0.35))


def jitter(colour: Colour, rng: np.random.Generator, amount: float = 0.05) -> Colour:
    """The colour with each channel moved by at most `amount`."""
    # Drawn at once: thousands of leaves and blades ask for a colour of their own.
    moves = (2 * amount * share - amount for share in rng.random(3).tolist())
    red, green, blue = (_within(channel + move) for channel, move in zip(colour, moves, strict=True))
    return red, green, blue


def _within(value: float) -> float:
    return 1.0 if value > 1.0 else value if value > 0.0 else 0.0


def luminance(colour: Colour) -> float:
    """How light the colour looks, in [0, 1]."""
    return 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2]


def argb(colour: Sequence[float], alpha: float = 1.0) -> int:
    """The packed colour that Skia takes; a fourth channel of `colour` is its own alpha."""
    own = colour[3] if len(colour) > 3 else 1.0
    return _byte(own * alpha) << 24 | _byte(colour[0]) << 16 | _byte(colour[1]) << 8 | _byte(colour[2])


def _byte(value: float) -> int:
    return int(_within(value) * 255 + 0.5)


# ------------------------------------------------------------------------------------------------------------- inks
def linear(
    start: Point, end: Point, colours: Sequence[Sequence[float]], stops: Sequence[float] | None = None
) -> skia.Shader:
    """A gradient along a line. Colours may carry an alpha as their fourth channel."""
    return skia.GradientShader.MakeLinear([start, end], [argb(c) for c in colours], stops)


def radial(
    centre: Point, radius: float, colours: Sequence[Sequence[float]], stops: Sequence[float] | None = None
) -> skia.Shader:
    """A gradient from a centre outwards. Colours may carry an alpha as their fourth channel."""
    return skia.GradientShader.MakeRadial(centre, radius, [argb(c) for c in colours], stops)


@dataclass(frozen=True, slots=True)
class Shading:
    """An ink that fits itself to the shape it fills, lit from the upper left. `ball`, `side` and `top` make one."""

    colour: Colour
    form: str
    contrast: float = 1.0

    def shader(self, bounds: skia.Rect) -> skia.Shader:
        """The gradient for a shape with these bounds."""
        x, y, width, height = bounds.x(), bounds.y(), max(bounds.width(), 1e-4), max(bounds.height(), 1e-4)
        tones = _tones(self.colour, self.contrast, self.form == "ball")
        if self.form == "ball":
            matrix = skia.Matrix.Translate(x + 0.34 * width, y + 0.28 * height)
            matrix.preScale(width, height)
            return skia.GradientShader.MakeRadial((0, 0), 0.86, tones, [0, 0.5, 1], localMatrix=matrix)
        end = (x + width, y) if self.form == "side" else (x, y + height)
        return skia.GradientShader.MakeLinear([(x, y), end], tones, [0, 0.4, 1])


@lru_cache(maxsize=4096)
def _tones(colour: Colour, contrast: float, shiny: bool) -> list[int]:
    """Light, middle and dark of a lit colour, packed; never changed by its users."""
    light, dark = shade(colour, 1 + 0.32 * contrast), shade(colour, max(0.0, 1 - 0.42 * contrast))
    return [argb(shade(light, 1.1) if shiny else light), argb(colour), argb(dark)]


def ball(colour: Colour, contrast: float = 1.0) -> Shading:
    """Round in both directions: a ball, a head, a fruit."""
    return Shading(colour, "ball", contrast)


def side(colour: Colour, contrast: float = 1.0) -> Shading:
    """Lit from the left: a column, a limb, a wall."""
    return Shading(colour, "side", contrast)


def top(colour: Colour, contrast: float = 1.0) -> Shading:
    """Lit from above: a roof, a cushion, a bonnet."""
    return Shading(colour, "top", contrast)


Ink = Colour | skia.Shader | Shading


def paint(
    ink: Ink = BLACK,
    alpha: float = 1.0,
    *,
    width: float = 0.0,
    blur: float = 0.0,
    blend: skia.BlendMode | None = None,
    bounds: skia.Rect | None = None,
) -> skia.Paint:
    """A Skia paint: filled, or stroked where `width` > 0. `bounds` is the shape's box, for a `Shading`."""
    made = skia.Paint(AntiAlias=True)
    if isinstance(ink, tuple):
        made.setColor(argb(ink, alpha))
    else:
        made.setShader(ink.shader(bounds or skia.Rect.MakeWH(1, 1)) if isinstance(ink, Shading) else ink)
        made.setAlphaf(alpha)
    if width:
        made.setStyle(skia.Paint.kStroke_Style)
        made.setStrokeWidth(width)
        made.setStrokeCap(skia.Paint.kRound_Cap)
        made.setStrokeJoin(skia.Paint.kRound_Join)
    if blur:
        made.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, blur))
    if blend is not None:
        made.setBlendMode(blend)
    return made


# ------------------------------------------------------------------------------------------------------------ paths
@lru_cache(maxsize=4096)
def _parse(text: str) -> tuple[tuple[float, float, bool], ...]:
    found = []
    for word in text.split():
        x, y = word.rstrip("!").split(",")
        found.append((float(x), float(y), word.endswith("!")))
    return tuple(found)


def points(text: str) -> list[Point]:
    """The points of a point text, without their corner marks."""
    return [(x, y) for x, y, _ in _parse(text)]


def _smooth(nodes: Sequence[tuple[float, float, bool]], closed: bool) -> skia.Path:
    """Catmull-Rom through the nodes as cubic Béziers; at a corner the handle is dropped."""
    path, count = skia.Path(), len(nodes)
    path.moveTo(nodes[0][0], nodes[0][1])
    for i in range(count if closed else count - 1):
        b, c = nodes[i], nodes[(i + 1) % count]
        a = nodes[i - 1] if closed or i > 0 else b
        d = nodes[(i + 2) % count] if closed or i < count - 2 else c
        p = (b[0], b[1]) if b[2] else (b[0] + (c[0] - a[0]) / 6, b[1] + (c[1] - a[1]) / 6)
        q = (c[0], c[1]) if c[2] else (c[0] - (d[0] - b[0]) / 6, c[1] - (d[1] - b[1]) / 6)
        path.cubicTo(p[0], p[1], q[0], q[1], c[0], c[1])
    if closed:
        path.close()
    return path


def _nodes(shape: Points, mirrored: bool) -> list[tuple[float, float, bool]]:
    if isinstance(shape, str):
        nodes = list(_parse(shape))
    else:
        nodes = [(float(x), float(y), False) for x, y in shape]
    if mirrored:
        nodes += [(-x, y, corner) for x, y, corner in reversed(nodes) if abs(x) > 1e-6]
    return nodes


def _build(shape: Points, closed: bool, smooth: bool, mirrored: bool) -> skia.Path:
    nodes = _nodes(shape, mirrored)
    if smooth:
        return _smooth(nodes, closed)
    return skia.Path.Polygon([(x, y) for x, y, _ in nodes], closed)


_cached = lru_cache(maxsize=8192)(_build)


def outline(shape: Points, *, closed: bool = True, smooth: bool = True, mirrored: bool = False) -> skia.Path:
    """The path through the points. `mirrored` adds their mirror image about x = 0, for symmetrical outlines.

    A path made from text is shared: copy it before changing it.
    """
    build = _cached if isinstance(shape, str) else _build
    return build(shape, closed, smooth, mirrored)


def box(x: float, y: float, width: float, height: float) -> skia.Rect:
    """A rectangle by its upper left corner; sizes may be NumPy numbers."""
    return skia.Rect.MakeXYWH(float(x), float(y), float(width), float(height))


# --------------------------------------------------------------------------------------------------------- drawing
def fill(canvas: skia.Canvas, path: skia.Path, ink: Ink, alpha: float = 1.0, **how: object) -> None:
    """Draw a path; `how` are the keywords of `paint`."""
    canvas.drawPath(path, paint(ink, alpha, bounds=path.getBounds(), **how))  # type: ignore[arg-type]


def blob(
    canvas: skia.Canvas, shape: Points, ink: Ink, alpha: float = 1.0, *, mirrored: bool = False, **how: object
) -> None:
    """A smooth closed shape through the points."""
    fill(canvas, outline(shape, mirrored=mirrored), ink, alpha, **how)


def polygon(
    canvas: skia.Canvas, shape: Points, ink: Ink, alpha: float = 1.0, *, mirrored: bool = False, **how: object
) -> None:
    """A closed shape with straight edges."""
    fill(canvas, outline(shape, smooth=False, mirrored=mirrored), ink, alpha, **how)


def curve(canvas: skia.Canvas, shape: Points, ink: Ink, width: float, alpha: float = 1.0, **how: object) -> None:
    """A smooth open stroke through the points, with round ends."""
    fill(canvas, outline(shape, closed=False), ink, alpha, width=width, **how)


def line(canvas: skia.Canvas, start: Point, end: Point, ink: Ink, width: float, alpha: float = 1.0) -> None:
    """A straight stroke with round ends."""
    canvas.drawLine(float(start[0]), float(start[1]), float(end[0]), float(end[1]), paint(ink, alpha, width=width))


def ellipse(
    canvas: skia.Canvas, centre: Point, radius_x: float, radius_y: float, ink: Ink, alpha: float = 1.0, **how: object
) -> None:
    """An upright ellipse."""
    bounds = box(centre[0] - radius_x, centre[1] - radius_y, 2 * radius_x, 2 * radius_y)
    canvas.drawOval(bounds, paint(ink, alpha, bounds=bounds, **how))  # type: ignore[arg-type]


def circle(canvas: skia.Canvas, centre: Point, radius: float, ink: Ink, alpha: float = 1.0, **how: object) -> None:
    """A circle."""
    ellipse(canvas, centre, radius, radius, ink, alpha, **how)


def rectangle(
    canvas: skia.Canvas,
    corner: Point,
    width: float,
    height: float,
    ink: Ink,
    alpha: float = 1.0,
    *,
    round: float = 0.0,  # noqa: A002 - the plain word
    **how: object,
) -> None:
    """An upright rectangle from its upper left corner, filled, its corners rounded by the radius `round`."""
    bounds = box(corner[0], corner[1], width, height)
    made = paint(ink, alpha, bounds=bounds, **how)  # type: ignore[arg-type]
    if round:
        canvas.drawRoundRect(bounds, float(round), float(round), made)
    else:
        canvas.drawRect(bounds, made)


def limb(
    canvas: skia.Canvas, joints: Points, widths: Sequence[float], ink: Ink, alpha: float = 1.0, *, butt: bool = False
) -> None:
    """A tapered limb through joints, a full width given at each, with rounded ends; `butt` cuts the first."""
    spine = points(joints) if isinstance(joints, str) else [(float(x), float(y)) for x, y in joints]
    left, right, tangents = [], [], []
    for k, (x, y) in enumerate(spine):
        (x0, y0), (x1, y1) = spine[max(0, k - 1)], spine[min(len(spine) - 1, k + 1)]
        reach = hypot(x1 - x0, y1 - y0) + 1e-9
        along = ((x1 - x0) / reach, (y1 - y0) / reach)
        across = (-along[1] * widths[k] / 2, along[0] * widths[k] / 2)
        left.append((x + across[0], y + across[1], False))
        right.append((x - across[0], y - across[1], False))
        tangents.append(along)
    first, last = widths[0] * -0.42, widths[-1] * 0.42
    tip = (spine[-1][0] + tangents[-1][0] * last, spine[-1][1] + tangents[-1][1] * last, False)
    if butt:
        rim = [(*left[0][:2], True), *left[1:], tip, *right[:0:-1], (*right[0][:2], True)]
    else:
        root = (spine[0][0] + tangents[0][0] * first, spine[0][1] + tangents[0][1] * first, False)
        rim = [root, *left, tip, *right[::-1]]
    fill(canvas, _smooth(rim, closed=True), ink, alpha)


def glow(canvas: skia.Canvas, centre: Point, radius: float, colour: Colour, alpha: float = 0.6) -> None:
    """Soft light around a lamp or a window, without the cost of a blur."""
    fade = radial(centre, radius, ((*colour, alpha), (*colour, alpha * 0.4), (*colour, 0.0)), (0, 0.4, 1))
    circle(canvas, centre, radius, fade)


def pixels_per_unit(canvas: skia.Canvas) -> float:
    """How many pixels long one unit of the canvas's present frame is: what is drawn large can be drawn finer."""
    matrix = canvas.getTotalMatrix()
    return hypot(matrix.getScaleX(), matrix.getSkewY())


@contextmanager
def placed(
    canvas: skia.Canvas, at: Point = (0.0, 0.0), *, scale: float | Point = 1.0, turn: float = 0.0
) -> Iterator[None]:
    """Draw inside a frame moved to `at`, turned clockwise by `turn` degrees and scaled; (-1, 1) mirrors."""
    canvas.save()
    canvas.translate(float(at[0]), float(at[1]))
    if turn:
        canvas.rotate(float(turn))
    across, down = scale if isinstance(scale, tuple) else (scale, scale)
    canvas.scale(float(across), float(down))
    try:
        yield
    finally:
        canvas.restore()


def both_sides(canvas: skia.Canvas) -> Iterator[int]:
    """Draw the body of the loop twice, the first time mirrored about x = 0; yields -1, then 1."""
    for sign in (-1, 1):
        with placed(canvas, scale=(float(sign), 1.0)):
            yield sign


@contextmanager
def clipped(canvas: skia.Canvas, path: skia.Path) -> Iterator[None]:
    """Draw only inside the path."""
    canvas.save()
    canvas.clipPath(path, True)
    try:
        yield
    finally:
        canvas.restore()


# --------------------------------------------------------------------------------------------------------- surface
class Surface:
    """A picture that Skia draws on and NumPy reads: one 8-bit buffer, shared by both without a copy."""

    def __init__(self, width: int, height: int) -> None:
        self._buffer = np.zeros((height, width, 4), np.uint8)
        self._surface = surface_of(self._buffer)
        self.canvas: skia.Canvas = self._surface.getCanvas()

    @classmethod
    def over(cls, pixels: np.ndarray) -> "Surface":
        """A surface that starts as this picture: float32 of shape (height, width, 3), sRGB in [0, 1]."""
        made = cls(pixels.shape[1], pixels.shape[0])
        np.clip(pixels * 255 + 0.5, 0, 255, out=made._buffer[..., :3], casting="unsafe")
        made._buffer[..., 3] = 255
        return made

    @property
    def rgba(self) -> np.ndarray:
        """The live buffer: uint8 of shape (height, width, 4), colours premultiplied by alpha."""
        self._surface.flushAndSubmit()
        return self._buffer

    def pixels(self) -> np.ndarray:
        """The picture as float32 of shape (height, width, 3), sRGB in [0, 1]."""
        return self.rgba[..., :3].astype(np.float32) / 255
