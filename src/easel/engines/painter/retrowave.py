"""Synthwave: a striped sun at the end of a plain of glowing lines, between mountains that are drawn of light."""

import numpy as np
import skia

from easel.engines.painter.brush import WHITE, Colour, linear, mix, paint, radial, rgb
from easel.engines.painter.scene import Scene

PLUS = skia.BlendMode.kPlus
SKY = tuple(map(rgb, ("0d0730", "2c0f5e", "7a1d8c", "e8387f", "ff8f5a")))
SKY_STOPS = (0.0, 0.34, 0.64, 0.88, 1.0)
SUN = tuple(map(rgb, ("fff27a", "ffb347", "ff4f7a", "d82fa0")))
PINK, CYAN, NIGHT = rgb("ff3fc8"), rgb("35e0ff"), rgb("12062e")
#: What rises behind it instead of mountains.
CITIES = frozenset({"city", "future_city"})
#: The sun's radius and how far its middle is above the horizon, in units; the stripes that are cut out of it.
RADIUS, RISEN, STRIPES = 0.25, 0.13, 7
#: Lines of the plain: how many to either side of the middle, and how many across.
ALONG, ACROSS = 16, 17


def neon_grid(scene: Scene) -> None:
    """All of it, from the sky to the nearest line."""
    low = scene.ground_px
    _sky(scene, low)
    _sun(scene, low)
    if CITIES & set(scene.plan.backdrops):
        _towers(scene, low)
    else:
        for side in (-1, 1):
            _mountains(scene, low, side)
    _plain(scene, low)
    glow = linear(
        (0, low - 0.07 * scene.unit),
        (0, low + 0.1 * scene.unit),
        ((*PINK, 0.0), (*PINK, 0.6), (*PINK, 0.0)),
        (0, 0.42, 1),
    )
    band = skia.Rect.MakeLTRB(0, low - 0.07 * scene.unit, scene.width, low + 0.1 * scene.unit)
    scene.canvas.drawRect(band, paint(glow, blend=PLUS))


def _sky(scene: Scene, low: float) -> None:
    rows = np.linspace(0, 1, 256)
    colours = np.stack([np.interp(rows, SKY_STOPS, [ink[k] for ink in SKY]) for k in range(3)], axis=1)
    scene.lay(np.repeat(colours[:, None], 2, axis=1).astype(np.float32), 0, round(low) + 1)
    rng = scene.rng("stars of neon")
    for x, y, size in rng.random((scene.count(110), 3)).tolist():
        spark = paint(WHITE, 0.3 + 0.6 * size * (1 - y))
        scene.canvas.drawCircle(x * scene.width, 0.72 * y * low, scene.unit * (0.0008 + 0.0017 * size), spark)


def _sun(scene: Scene, low: float) -> None:
    """Yellow above and pink below, with dark stripes that grow towards its foot."""
    radius = RADIUS * scene.unit
    x, y = 0.5 * scene.width, low - RISEN * scene.unit
    halo = radial((x, y), 2.1 * radius, ((*SUN[2], 0.6), (*SUN[2], 0.16), (*SUN[2], 0.0)), (0.3, 0.6, 1))
    scene.canvas.drawCircle(x, y, 2.1 * radius, paint(halo, blend=PLUS))
    disc = skia.Path()
    disc.addCircle(x, y, radius)
    for k in range(STRIPES):
        share = k / STRIPES
        top = y - 0.16 * radius + 1.16 * radius * share
        cut = skia.Path()
        cut.addRect(skia.Rect.MakeXYWH(x - radius, top, 2 * radius, radius * (0.036 + 0.1 * share)))
        disc = skia.Op(disc, cut, skia.PathOp.kDifference_PathOp)
    ink = linear((x, y - radius), (x, y + radius), SUN, (0.0, 0.35, 0.72, 1.0))
    scene.canvas.drawPath(disc, paint(ink))


def _mountains(scene: Scene, low: float, side: int) -> None:
    """A ridge that falls to the middle: dark, its edges lines of light."""
    rng = scene.rng(f"ridge {side}")
    shares = np.linspace(0.0, 1.0, 9)
    heights = (1 - shares) ** 0.8 * rng.uniform(0.5, 1.0, 9) * 0.24 * scene.unit
    heights[1::2] *= 0.55
    xs = [0.5 * scene.width * (1 + side * (1.04 - 0.8 * float(share))) for share in shares]
    tops = [(x, low - float(high)) for x, high in zip(xs, heights, strict=True)]
    ridge = skia.Path()
    ridge.addPoly([skia.Point(xs[0], low), *(skia.Point(*top) for top in tops), skia.Point(xs[-1], low)], True)
    scene.canvas.drawPath(ridge, paint(linear((0, low - 0.24 * scene.unit), (0, low), (mix(NIGHT, PINK, 0.14), NIGHT))))
    lines = skia.Path()
    for (x, y), (left, right) in zip(tops, zip([xs[0], *xs[:-1]], [*xs[1:], xs[-1]], strict=True), strict=True):
        for foot in (left, 0.5 * (left + x), x, 0.5 * (x + right), right):
            lines.moveTo(x, y)
            lines.lineTo(foot, low)
    lines.addPoly([skia.Point(*top) for top in tops], False)
    _shining(scene, lines, CYAN, 0.55)


def _towers(scene: Scene, low: float) -> None:
    """A dark skyline with lit windows on both sides of the sun."""
    rng, x = scene.rng("neon towers"), 0.0
    while x < scene.width:
        away = abs(x / scene.width - 0.5) * 2
        wide, high = (
            float(rng.uniform(0.035, 0.07)) * scene.unit,
            float(rng.uniform(0.06, 0.14) + 0.16 * away) * scene.unit,
        )
        scene.canvas.drawRect(skia.Rect.MakeLTRB(x, low - high, x + wide, low), paint(mix(NIGHT, PINK, 0.06)))
        for _ in range(10):
            pane = (x + float(rng.uniform(0.1, 0.8)) * wide, low - float(rng.uniform(0.06, 0.95)) * high)
            ink = PINK if rng.random() < 0.5 else CYAN
            scene.canvas.drawRect(skia.Rect.MakeXYWH(*pane, 0.1 * wide, 0.12 * wide), paint(ink, 0.8))
        x += wide * float(rng.uniform(1.0, 1.2))


def _plain(scene: Scene, low: float) -> None:
    """The ground: lines that run to the sun, and lines across that draw together with the distance."""
    high = scene.height - low
    dark = linear((0, low), (0, scene.height), (mix(NIGHT, PINK, 0.28), NIGHT, rgb("08031c")), (0, 0.3, 1))
    scene.canvas.drawRect(skia.Rect.MakeLTRB(0, low, scene.width, scene.height), paint(dark))
    along, across = skia.Path(), skia.Path()
    step = 0.24 * scene.unit
    for k in range(-ALONG * 2, ALONG * 2 + 1):
        along.moveTo(0.5 * scene.width + 0.06 * k * step, low)
        along.lineTo(0.5 * scene.width + 1.6 * k * step, scene.height + 0.6 * high)
    for k in range(1, ACROSS + 1):
        y = low + high * (k / ACROSS) ** 2.3
        across.moveTo(0, y)
        across.lineTo(scene.width, y)
    _shining(scene, along, PINK, 0.8)
    _shining(scene, across, PINK, 0.9)


def _shining(scene: Scene, lines: skia.Path, ink: Colour, alpha: float) -> None:
    """Lines of light: a wide faint stroke under a narrow bright one."""
    unit = scene.unit
    scene.canvas.drawPath(lines, paint(ink, 0.22 * alpha, width=0.011 * unit, blend=PLUS))
    scene.canvas.drawPath(lines, paint(mix(ink, WHITE, 0.25), alpha, width=0.0026 * unit))
