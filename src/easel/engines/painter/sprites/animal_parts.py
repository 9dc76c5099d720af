"""Parts that many animals share: eyes, noses, whiskers, coats."""

from collections.abc import Sequence

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Colour, Ink, Point, luminance, mix, rgb, shade

DARK: Colour = rgb("#1d1614")
PINK: Colour = rgb("#ec9a94")


def belly(coat: Colour) -> Colour:
    """The pale underside that goes with a coat; dark coats stay darkish so that a black cat stays black."""
    return mix(coat, rgb("#fff6e8"), 0.78 if luminance(coat) > 0.2 else 0.16)


def marking(coat: Colour) -> Colour:
    """The colour of stripes and shadows on a coat."""
    return shade(coat, 0.66) if luminance(coat) > 0.2 else mix(coat, WHITE, 0.1)


#: Where the pupils are for each gaze, in radii of the eye; `aside` is to the right.
GAZES = {"up": (0.0, -0.36), "down": (0.0, 0.36), "aside": (0.36, 0.0)}


def eye(
    c: skia.Canvas,
    at: Point,
    radius: float,
    iris: Colour,
    *,
    slit: bool = False,
    rim: Colour = DARK,
    gaze: tuple[float, float] = (0.0, 0.0),
) -> None:
    """A lively eye: rim, shaded iris, pupil, and two lights from the upper left."""
    x, y = at
    b.ellipse(c, at, radius * 1.1, radius * 1.16, rim)
    glassy = b.radial((x + 0.1 * radius, y + 0.5 * radius), radius * 1.3, (shade(iris, 1.5), iris, shade(iris, 0.5)))
    b.ellipse(c, at, radius * 0.94, radius, glassy)
    pupil = (x + gaze[0] * radius, y + gaze[1] * radius)
    b.ellipse(c, pupil, radius * (0.34 if slit else 0.58), radius * (0.86 if slit else 0.64), (0.04, 0.03, 0.04))
    b.ellipse(c, (x - 0.3 * radius, y - 0.38 * radius), radius * 0.3, radius * 0.32, WHITE, 0.95)
    b.circle(c, (x + 0.3 * radius, y + 0.42 * radius), radius * 0.14, WHITE, 0.6)


def closed_eye(c: skia.Canvas, at: Point, radius: float, coat: Colour) -> None:
    """The lid of an eye in sleep: an arc that hangs down, with lashes to the right; pale on a dark coat."""
    x, y = at
    ink = DARK if luminance(coat) > 0.2 else mix(coat, WHITE, 0.45)
    b.curve(c, [(x - radius, y), (x, y + radius * 0.55), (x + radius, y)], ink, radius * 0.24)
    strokes(c, [((x + radius * 0.66, y + radius * 0.34), (x + radius * 0.98, y + radius * 0.62)),
                ((x + radius, y), (x + radius * 1.36, y + radius * 0.18))], ink, radius * 0.14)  # fmt: skip


def bead_eye(c: skia.Canvas, at: Point, radius: float) -> None:
    """A small dark eye with one light, for side views."""
    b.circle(c, at, radius, (0.07, 0.05, 0.05))
    b.circle(c, (at[0] - 0.3 * radius, at[1] - 0.35 * radius), radius * 0.34, WHITE, 0.95)


def happy_mouth(c: skia.Canvas, at: Point, width: float, ink: Colour = DARK) -> None:
    """The two-armed smile under a muzzle."""
    x, y = at
    for sign in (-1, 1):
        corner = (x + sign * width, y - width * 0.1)
        b.curve(c, [(x, y - width * 0.25), (x + sign * width * 0.5, y + width * 0.3), corner], ink, width * 0.15)


def triangle_nose(c: skia.Canvas, at: Point, width: float, ink: Colour) -> None:
    """A rounded nose, wide above and narrow below, with a light on it."""
    x, y = at
    path = skia.Path()
    path.moveTo(x, y + width * 0.62)
    path.cubicTo(x - width * 0.3, y + width * 0.5, x - width * 1.05, y - width * 0.35, x - width * 0.4, y - width * 0.4)
    path.lineTo(x + width * 0.4, y - width * 0.4)
    path.cubicTo(x + width * 1.05, y - width * 0.35, x + width * 0.3, y + width * 0.5, x, y + width * 0.62)
    b.fill(c, path, ink)
    b.ellipse(c, (x - width * 0.18, y - width * 0.16), width * 0.2, width * 0.1, WHITE, 0.55)


def whiskers(c: skia.Canvas, at: Point, length: float, ink: Colour = WHITE) -> None:
    """Three fine whiskers to each side of the muzzle at `at`."""
    for sign in (-1, 1):
        for k in (-1, 0, 1):
            start = (at[0] + sign * length * 0.35, at[1] + k * length * 0.06)
            end = (at[0] + sign * length * 1.15, at[1] + k * length * 0.17 - length * 0.08)
            b.line(c, start, end, ink, length * 0.022, 0.8)


def strokes(c: skia.Canvas, lines: Sequence[Sequence[Point]], ink: Ink, width: float, alpha: float = 1.0) -> None:
    """Many tapering-free strokes as one path: stripes, fur, grass."""
    path = skia.Path()
    for nodes in lines:
        path.moveTo(*map(float, nodes[0]))
        if len(nodes) == 3:
            path.quadTo(*map(float, nodes[1]), *map(float, nodes[2]))
        else:
            path.lineTo(*map(float, nodes[-1]))
    b.fill(c, path, ink, alpha, width=width)


def fur(
    c: skia.Canvas,
    rng: np.random.Generator,
    area: tuple[float, float, float, float],
    ink: Colour,
    *,
    count: int,
    length: float,
    alpha: float = 0.25,
) -> None:
    """Short hairs, hanging, scattered in an ellipse (x, y, radius x, radius y)."""
    x, y, radius_x, radius_y = area
    angle, far = rng.uniform(0, 2 * np.pi, count), np.sqrt(rng.uniform(0, 1, count))
    xs, ys = x + np.cos(angle) * far * radius_x, y + np.sin(angle) * far * radius_y
    lean = rng.uniform(-0.3, 0.3, count) + 0.5 * np.cos(angle) * far
    hairs = [[(a, b), (a + length * k, b + length)] for a, b, k in zip(xs, ys, lean, strict=True)]
    strokes(c, hairs, ink, length * 0.18, alpha)


def stripe(c: skia.Canvas, start: Point, end: Point, width: float, ink: Colour, bow: float = 0.0) -> None:
    """A tapering stripe, widest at its start."""
    (x0, y0), (x1, y1) = start, end
    dx, dy = x1 - x0, y1 - y0
    span = float(np.hypot(dx, dy)) + 1e-9
    nx, ny = -dy / span * width / 2, dx / span * width / 2
    mx, my = x0 + dx * 0.5 + ny * bow, y0 + dy * 0.5 - nx * bow
    b.polygon(
        c,
        [
            (x0 + nx, y0 + ny),
            (mx + nx * 0.8, my + ny * 0.8),
            (x1, y1),
            (mx - nx * 0.8, my - ny * 0.8),
            (x0 - nx, y0 - ny),
        ],
        ink,
    )
