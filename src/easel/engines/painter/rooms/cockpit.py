"""Where one flies from: the cockpit of an airplane and the bridge of a spaceship, windows over a console."""

from collections.abc import Sequence

import numpy as np
import skia

from easel.engines.painter import strange
from easel.engines.painter.brush import (
    Colour,
    Point,
    circle,
    curve,
    linear,
    paint,
    polygon,
    rectangle,
    rgb,
    shade,
)
from easel.engines.painter.scene import Scene

HULL, DARK, GLOW, AMBER = rgb("59626c"), rgb("23282e"), rgb("59d0f0"), rgb("ffb84a")
#: Corners of the panes right of the middle in shares of the frame: the front one and the one beside it.
FRONT = ((0.022, 0.12), (0.27, 0.14), (0.335, 0.545), (0.022, 0.56))
ASIDE = ((0.305, 0.145), (0.56, 0.1), (0.56, 0.5), (0.37, 0.54))
#: Where the console begins, and its edge towards the viewer.
SHELF, EDGE = 0.6, 0.8


def cockpit(scene: Scene) -> None:
    """An airplane's: the sky ahead, dials and screens, two yokes and the throttles between them."""
    _hull(scene, HULL)
    _console(scene, HULL)
    _dials(scene)
    for side in (-1, 1):
        _yoke(scene, side)
    _throttles(scene)


def bridge(scene: Scene) -> None:
    """A spaceship's: stars ahead, glowing screens."""
    strange.space(scene)
    tone = rgb("3f4a5e")
    _hull(scene, tone)
    _console(scene, tone)
    _screens(scene)
    _throttles(scene)


def _px(scene: Scene, points: Sequence[Point], side: int) -> list[Point]:
    return [(scene.width * (0.5 + side * x), scene.height * y) for x, y in points]


def _hull(scene: Scene, tone: Colour) -> None:
    """All that is not window, with the frames of the panes and lamps overhead."""
    width, height, unit, canvas = scene.width, scene.height, scene.unit, scene.canvas
    panes = [_px(scene, pane, side) for pane in (FRONT, ASIDE) for side in (-1, 1)]
    hull = skia.Path.Rect(skia.Rect.MakeWH(width, height))
    for pane in panes:
        hull.addPoly([skia.Point(*point) for point in pane], True)
    hull.setFillType(skia.PathFillType.kEvenOdd)
    canvas.drawPath(hull, paint(linear((0, 0), (0, height), (shade(tone, 0.7), tone, shade(tone, 0.55)), (0, 0.5, 1))))
    for pane in panes:
        shape = skia.Path.Polygon([skia.Point(*point) for point in pane], True)
        canvas.drawPath(shape, paint(shade(tone, 0.45), width=0.016 * unit))
        canvas.drawPath(shape, paint(shade(tone, 1.25), width=0.004 * unit))
        canvas.save()
        canvas.clipPath(shape, True)
        x, y = pane[0]
        gleam = [
            (x - 0.1 * width, y - 0.1 * height),
            (x, y - 0.1 * height),
            (x - 0.1 * width, height),
            (x - 0.22 * width, height),
        ]
        polygon(canvas, gleam, (1.0, 1.0, 1.0), 0.1)
        canvas.restore()
    for row in range(2):
        for k in range(12):
            at = (width * 0.5 + (k - 5.5) * 0.04 * unit, (0.03 + 0.036 * row) * height)
            circle(canvas, at, 0.0075 * unit, (AMBER, GLOW, rgb("d8dde2"))[(k * 5 + row) % 3], 0.9)


def _console(scene: Scene, tone: Colour) -> None:
    """A hood over the panel, and the panel below it."""
    width, height, canvas = scene.width, scene.height, scene.canvas
    panel = [(0, (SHELF + 0.03) * height), (width, (SHELF + 0.03) * height), (width, height), (0, height)]
    ink = linear(
        (0, SHELF * height), (0, height), (shade(tone, 0.62), shade(tone, 0.85), shade(tone, 0.5)), (0, 0.4, 1)
    )
    polygon(canvas, panel, ink)
    hood = [(0, (SHELF + 0.05) * height), (0, (SHELF - 0.005) * height), (0.3 * width, (SHELF - 0.035) * height),
            (0.7 * width, (SHELF - 0.035) * height), (width, (SHELF - 0.005) * height),
            (width, (SHELF + 0.05) * height),
            (0.7 * width, (SHELF + 0.02) * height), (0.3 * width, (SHELF + 0.02) * height)]  # fmt: skip
    polygon(canvas, hood, linear((0, (SHELF - 0.04) * height), (0, (SHELF + 0.05) * height), (shade(DARK, 1.7), DARK)))


def _screen(scene: Scene, x: float, y: float, wide: float, tall: float) -> tuple[float, float, float, float]:
    """A dark screen in its frame around a middle in shares of the frame; its box in pixels."""
    unit, at = scene.unit, (x * scene.width, y * scene.height)
    left, top = at[0] - 0.5 * wide * unit, at[1] - 0.5 * tall * unit
    rectangle(
        scene.canvas, (left - 0.008 * unit, top - 0.008 * unit), (wide + 0.016) * unit, (tall + 0.016) * unit, DARK
    )
    rectangle(scene.canvas, (left, top), wide * unit, tall * unit, rgb("0d1a24"))
    return left, top, wide * unit, tall * unit


def _dials(scene: Scene) -> None:
    """Two screens of sky and earth, a map between them, round dials beside."""
    unit, canvas, rng = scene.unit, scene.canvas, scene.rng("dials")
    y = 0.5 * (SHELF + EDGE) - 0.005
    for side in (-1, 1):
        left, top, wide, tall = _screen(scene, 0.5 + side * 0.19 * min(1.0, unit / scene.width + 0.1), y, 0.15, 0.13)
        rectangle(canvas, (left, top), wide, 0.52 * tall, rgb("3f8fd0"))
        rectangle(canvas, (left, top + 0.52 * tall), wide, 0.48 * tall, rgb("8a5f38"))
        curve(
            canvas,
            [(left + 0.25 * wide, top + 0.52 * tall), (left + 0.75 * wide, top + 0.52 * tall)],
            AMBER,
            0.006 * unit,
        )
        for k in range(2):
            at = (scene.width * 0.5 + side * (0.335 + 0.1 * k) * unit, (y + 0.002) * scene.height)
            circle(canvas, at, 0.042 * unit, DARK)
            circle(canvas, at, 0.036 * unit, rgb("11161b"))
            for a in np.linspace(0.75 * np.pi, 2.25 * np.pi, 9).tolist():
                ends = [(at[0] + r * unit * np.cos(a), at[1] + r * unit * np.sin(a)) for r in (0.026, 0.033)]
                curve(canvas, ends, rgb("e8eef2"), 0.003 * unit)
            a = float(rng.uniform(0.8 * np.pi, 2.2 * np.pi))
            curve(
                canvas, [at, (at[0] + 0.027 * unit * np.cos(a), at[1] + 0.027 * unit * np.sin(a))], AMBER, 0.005 * unit
            )
    left, top, wide, tall = _screen(scene, 0.5, y, 0.17, 0.13)
    for k in range(1, 4):
        turns = np.linspace(1.1 * np.pi, 1.9 * np.pi, 16)
        arc = [
            (left + 0.5 * wide + 0.3 * k * tall * np.cos(a), top + 0.98 * tall + 0.3 * k * tall * np.sin(a))
            for a in turns
        ]
        curve(canvas, arc, rgb("5fe08a"), 0.003 * unit, 0.8)
    course = [
        (left + 0.5 * wide, top + 0.95 * tall),
        (left + 0.52 * wide, top + 0.5 * tall),
        (left + 0.7 * wide, top + 0.15 * tall),
    ]
    curve(canvas, course, rgb("f070d0"), 0.005 * unit)


def _screens(scene: Scene) -> None:
    """Five glowing screens: lines, bars, a planet's course, and rows of keys below them."""
    unit, canvas, rng = scene.unit, scene.canvas, scene.rng("screens")
    y = 0.5 * (SHELF + EDGE) - 0.005
    for k in range(-2, 3):
        x = 0.5 + 0.19 * k * unit / scene.width
        left, top, wide, tall = _screen(scene, x, y, 0.155, 0.12)
        tone = (GLOW, rgb("7af0b0"), AMBER)[k % 3]
        rectangle(
            canvas, (left, top), wide, tall, linear((0, top), (0, top + tall), (shade(tone, 0.28), shade(tone, 0.14)))
        )
        if k % 2:
            for bar in range(7):
                high = float(rng.uniform(0.2, 0.8)) * tall
                rectangle(
                    canvas, (left + (0.08 + 0.125 * bar) * wide, top + 0.94 * tall - high), 0.08 * wide, high, tone
                )
        else:
            middle = (left + 0.5 * wide, top + 0.5 * tall)
            for reach in (0.16, 0.3, 0.44):
                box = skia.Rect.MakeXYWH(
                    middle[0] - 1.2 * reach * tall, middle[1] - reach * tall, 2.4 * reach * tall, 2 * reach * tall
                )
                canvas.drawOval(box, paint(tone, 0.8, width=0.003 * unit))
            circle(canvas, middle, 0.09 * tall, tone)
        glow = paint(tone, 0.16, blur=0.03 * unit, blend=skia.BlendMode.kScreen)
        canvas.drawRect(skia.Rect.MakeXYWH(left, top, wide, tall), glow)
    for row in range(2):
        for k in range(-11, 12):
            at = (scene.width * 0.5 + k * 0.042 * unit, (EDGE + 0.012 + 0.032 * row) * scene.height)
            rectangle(
                canvas,
                at,
                0.026 * unit,
                0.014 * unit,
                (GLOW, rgb("d8dde2"), AMBER, rgb("e0584a"))[(k * 7 + row * 3) % 4],
                0.85,
            )


def _yoke(scene: Scene, side: int) -> None:
    """A pilot's wheel on its column."""
    unit, x, y = scene.unit, scene.width * 0.5 + side * 0.26 * scene.unit, 0.9 * scene.height
    grip, canvas = rgb("1d2024"), scene.canvas
    curve(canvas, [(x, y + 0.01 * unit), (x, scene.height + 0.02 * unit)], shade(HULL, 0.5), 0.045 * unit)
    arms = [(x - 0.1 * unit, y - 0.075 * unit), (x - 0.085 * unit, y), (x, y + 0.02 * unit), (x + 0.085 * unit, y),
            (x + 0.1 * unit, y - 0.075 * unit)]  # fmt: skip
    curve(canvas, arms, shade(grip, 0.6), 0.034 * unit)
    curve(canvas, arms, grip, 0.026 * unit)
    curve(canvas, arms, rgb("5a626b"), 0.006 * unit, 0.6)
    circle(canvas, (x, y + 0.018 * unit), 0.028 * unit, rgb("353b42"))


def _throttles(scene: Scene) -> None:
    """Levers in the middle."""
    unit, canvas, x0, low = scene.unit, scene.canvas, scene.width * 0.5, 0.99 * scene.height
    base = [(x0 - 0.075 * unit, scene.height), (x0 - 0.055 * unit, (EDGE + 0.09) * scene.height),
            (x0 + 0.055 * unit, (EDGE + 0.09) * scene.height), (x0 + 0.075 * unit, scene.height)]  # fmt: skip
    polygon(canvas, base, DARK)
    for k in (-1, 0, 1):
        x = x0 + 0.034 * k * unit
        top = (x, (EDGE + 0.05 + 0.012 * abs(k)) * scene.height)
        curve(canvas, [(x, low), top], rgb("aeb6bd"), 0.009 * unit)
        circle(canvas, top, 0.016 * unit, (rgb("d8dde2"), AMBER, rgb("e0584a"))[k + 1])
