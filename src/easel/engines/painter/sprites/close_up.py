"""What a face shows from near: hairs of brows and lashes, fibres of an iris, pores, lines of lips, tapering wrinkles.

Each looks at how large it is drawn, and draws nothing that would be smaller than the pixels.
"""

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import Colour, mix, rgb, shade
from easel.engines.painter.sprites.animal_parts import strokes

#: Pixels per half head from which on skin, lips and lashes are more than even colours.
NEAR = 250.0


def wrinkle(c: skia.Canvas, text: str, ink: Colour, width: float, alpha: float) -> None:
    """A crease through the points, that begins and ends as nothing."""
    spine = b.points(text)
    widths = [0.15 * width, *(width for _ in spine[1:-1]), 0.15 * width]
    b.limb(c, spine, widths, ink, alpha)


def brow_hairs(c: skia.Canvas, ink: Colour, old: float) -> None:
    """The hairs of one brow, in its frame: upwards near the nose, outwards at its end; `old` ones are longer."""
    fine = float(np.clip(b.pixels_per_unit(c) / 110, 0.4, 6.0))
    count = round(16 * fine**0.7)
    rng = np.random.default_rng(count)
    x = np.linspace(-0.19, 0.19, count) + rng.uniform(-0.01, 0.01, count)
    arch = 0.03 - 0.055 * np.cos((x + 0.02) * 6.5) + rng.uniform(-0.012, 0.02, count)
    lean, long = 0.02 + 0.16 * (x + 0.2), (0.055 + rng.uniform(0.0, 0.03, count)) * (1.35 if old else 1.0)
    lines = [
        ((u, v + 0.03), (u + 0.3 * w, v), (u + w, v - h * 0.6 + 0.25 * w))
        for u, v, w, h in zip(x.tolist(), arch.tolist(), lean.tolist(), long.tolist(), strict=True)
    ]
    strokes(c, lines[::2], shade(ink, 0.75), 0.018 / fine**0.55, 0.75)
    strokes(c, lines[1::2], shade(ink, 1.2), 0.016 / fine**0.55, 0.7)


def fibres(c: skia.Canvas, at: tuple[float, float], size: float, iris: Colour) -> None:
    """The iris of an eye: a dark ring, and rays around the pupil where there is room for them."""
    b.circle(c, at, size * 0.95, shade(iris, 0.35), 0.6, width=size * 0.1)
    if b.pixels_per_unit(c) < 18:
        return
    fine = float(np.clip(b.pixels_per_unit(c) / 30, 1.0, 5.0))
    angles = np.linspace(0, 2 * np.pi, round(26 * fine**0.6), endpoint=False)
    for start, inner, outer, ink in ((0.0, 0.52, 0.86, shade(iris, 1.7)), (0.08, 0.5, 0.8, shade(iris, 0.55))):
        rays = [
            ((at[0] + size * inner * u, at[1] + size * inner * v), (at[0] + size * outer * u, at[1] + size * outer * v))
            for u, v in zip(np.cos(angles + start).tolist(), np.sin(angles + start).tolist(), strict=True)
        ]
        strokes(c, rays, ink, size * 0.05 / fine**0.4, 0.45)


def lashes(c: skia.Canvas, ink: Colour) -> None:
    """Single lashes along the upper lid, in the eye's frame."""
    if b.pixels_per_unit(c) < 24:
        return
    lines = []
    for k in range(13):
        t = k / 12
        x, y = -0.3 + 1.45 * t, -0.34 - 0.24 * float(np.sin(np.pi * (0.4 + 0.45 * t)))
        lines.append(((x, y), (x + 0.04 * t, y - 0.12), (x - 0.06 + 0.3 * t, y - 0.24)))
    strokes(c, lines, ink, 0.035, 0.85)


def pores(c: skia.Canvas, skin: Colour, *, old: bool) -> None:
    """The unevenness of skin, in the head's frame; spots on old skin."""
    if b.pixels_per_unit(c) < NEAR:
        return
    fine = float(np.clip(b.pixels_per_unit(c) / NEAR, 1.0, 6.0))
    rng, count = np.random.default_rng(11), round(420 * fine)
    for ink, alpha in ((shade(skin, 0.72), 0.11), (shade(skin, 1.35), 0.14)):
        path = skia.Path()
        for x, y, r in rng.uniform((-0.8, -0.9, 0.004), (0.8, 0.98, 0.009), (count, 3)).tolist():
            path.addCircle(x, y, r / fine**0.5)
        b.fill(c, path, ink, alpha)
    if old:
        for x, y, r in rng.uniform((-0.7, -0.9, 0.012), (0.7, 0.3, 0.034), (11, 3)).tolist():
            b.ellipse(c, (x, y), r, r * 0.8, mix(skin, rgb("#7a4a28"), 0.7), 0.22)


def freckles(c: skia.Canvas, skin: Colour) -> None:
    """Freckles over nose and cheeks, in the head's frame."""
    rng = np.random.default_rng(5)
    for sign in (-1, 1):
        for x, y, r in rng.normal((0.34, 0.3, 0.013), (0.17, 0.09, 0.004), (30, 3)).tolist():
            b.ellipse(c, (sign * x, y), abs(r), 0.85 * abs(r), mix(skin, rgb("#8a4a22"), 0.8), 0.5)
    for x, y in rng.uniform((-0.1, 0.1), (0.1, 0.3), (8, 2)).tolist():
        b.circle(c, (x, y), 0.011, mix(skin, rgb("#8a4a22"), 0.8), 0.5)


def lip_lines(c: skia.Canvas, lips: Colour, lift: float) -> None:
    """Fine upright lines on both lips, in the mouth's frame."""
    if b.pixels_per_unit(c) < NEAR:
        return
    lines = []
    for x in np.linspace(-0.17, 0.17, 15).tolist():
        low = 0.1 - 1.6 * x * x
        lines += [((x, 0.02), (x * 1.04, 0.055), (x * 1.08, low)), ((x, -0.005), (x * 1.03, -0.03), (x * 1.05, -0.05))]
    strokes(c, lines, shade(lips, 0.72), 0.005, 0.35)
