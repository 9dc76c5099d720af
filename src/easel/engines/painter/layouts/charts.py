"""Charts: bars, areas, lines, rings and slices of made-up figures, quiet as the words that stand for none."""

from math import cos, pi, sin

import numpy as np
import skia

from easel.engines.painter.brush import circle, linear, paint
from easel.engines.painter.layouts.frame import Frame
from easel.engines.painter.layouts.page import Page


def _values(page: Page, many: int) -> np.ndarray:
    """So many figures in [0.15, 0.95] that rise and fall about a trend."""
    trend = np.linspace(0.3, 0.72, many) if page.scene.seed % 2 else np.linspace(0.62, 0.46, many)
    return np.clip(trend + page.rng.uniform(-0.2, 0.22, many), 0.15, 0.95)


def _lines(page: Page, frame: Frame) -> None:
    """The rules behind a chart."""
    for k in range(5):
        y = float(frame.top + k / 4 * frame.tall)
        page.canvas.drawLine(
            float(frame.left), y, float(frame.right), y, paint(page.faint, 0.7, width=0.0018 * page.frame.short)
        )


def bars(page: Page, frame: Frame, many: int) -> list[Frame]:
    """Upright bars; the frame of each."""
    _lines(page, frame)
    hues, found = page.hues(many), []
    for number, (value, cell) in enumerate(
        zip(_values(page, many), frame.columns(many, 0.35 * frame.wide / many), strict=True)
    ):
        bar = cell.part(0, 1 - float(value), 1, 1)
        tone = hues[number] if page.layout.kind in ("bar_chart", "infographic") else page.accent
        page.panel(bar, tone, round=0.14 * bar.wide)
        found.append(cell)
    return found


def _points(page: Page, frame: Frame, many: int) -> list[tuple[float, float]]:
    return [frame.at(k / (many - 1), 1 - float(v)) for k, v in enumerate(_values(page, many))]


def area(page: Page, frame: Frame, many: int) -> None:
    """A line with the area below it, and a fainter second line."""
    _lines(page, frame)
    for number, tone in enumerate(page.hues(2)[::-1]):
        points = _points(page, frame, many)
        path = skia.Path.Polygon(points, False)
        if number:
            below = skia.Path.Polygon([*points, frame.at(1, 1), frame.at(0, 1)], True)
            page.canvas.drawPath(below, paint(linear(frame.at(0, 0), frame.at(0, 1), [(*tone, 0.45), (*tone, 0.02)])))
        page.canvas.drawPath(path, paint(tone, 1.0 if number else 0.5, width=0.006 * page.frame.short))
        for point in points if number else ():
            circle(page.canvas, point, 0.008 * page.frame.short, tone)


def ring(page: Page, frame: Frame, many: int) -> None:
    """A ring of shares."""
    slices(page, frame, many, hole=0.58)


def slices(page: Page, frame: Frame, many: int, *, hole: float = 0.0) -> list[tuple[float, float]]:
    """A pie of shares with gaps between them; where the middle of each is."""
    shares = page.rng.uniform(0.6, 1.8, many)
    shares /= shares.sum()
    x, y = map(float, frame.centre)
    radius = 0.48 * frame.short
    oval, start, middles = skia.Rect.MakeLTRB(x - radius, y - radius, x + radius, y + radius), -90.0, []
    for share, tone in zip(shares, page.hues(many), strict=True):
        sweep = 360 * float(share)
        path = skia.Path()
        path.moveTo(x, y)
        path.arcTo(oval, start, sweep, False)
        path.close()
        page.canvas.drawPath(path, paint(tone))
        page.canvas.drawPath(path, paint(page.card, width=0.012 * radius))
        middle = (start + sweep / 2) * pi / 180
        middles.append((x + 0.64 * radius * cos(middle), y + 0.64 * radius * sin(middle)))
        start += sweep
    if hole:
        circle(page.canvas, (x, y), hole * radius, page.card)
    return middles
