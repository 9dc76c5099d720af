"""Maps of towns: streets with blocks, parks and a river; lines of an underground with their stops."""

import numpy as np
import skia

from easel.engines.painter.brush import WHITE, circle, mix, outline, paint, rgb, shade
from easel.engines.painter.layouts.frame import Frame
from easel.engines.painter.layouts.page import Page

LINES = tuple(map(rgb, ("#d7352c", "#1f6fc0", "#2a9b52", "#f0a51e", "#8b4aa8", "#12a3a8")))


def town_map(page: Page) -> None:
    """Blocks between streets, a river, parks, and pins at what is named."""
    page.fill(rgb("#f2efe6") if not page.dark else rgb("#1e222b"))
    frame, short = page.frame, page.frame.short
    street = paint(WHITE if not page.dark else rgb("#3a4150"), width=0.016 * short)
    avenue = paint(rgb("#fbd98a") if not page.dark else rgb("#8a7440"), width=0.032 * short)
    block, park = (rgb("#e3dccd"), rgb("#bfdcae")) if not page.dark else (rgb("#2a303b"), rgb("#2c4a3a"))
    lean = float(page.rng.uniform(-12, 12))
    page.canvas.save()
    page.canvas.rotate(lean, *map(float, frame.centre))
    wide = frame.inset(-0.3 * short)
    cells = wide.grid(11, 11, 0.02 * short)
    greens = set(map(int, page.rng.choice(len(cells), 14, replace=False)))
    for number, cell in enumerate(cells):
        page.panel(cell, park if number in greens else block, round=0.06 * cell.short)
        if number in greens:
            for _ in range(5):
                circle(page.canvas, cell.at(*page.rng.uniform(0.15, 0.85, 2)), 0.1 * cell.short, shade(park, 0.85))
        else:
            for house in cell.inset(0.1 * cell.short).grid(3, 3, 0.08 * cell.short):
                if page.rng.random() < 0.75:
                    page.panel(house, shade(block, float(page.rng.uniform(0.88, 1.02))))
    for share in (0.28, 0.64):
        page.canvas.drawLine(*map(float, (*wide.at(share, 0), *wide.at(share + 0.04, 1))), avenue)
        page.canvas.drawLine(*map(float, (*wide.at(0, share), *wide.at(1, share + 0.06))), avenue)
    page.canvas.drawLine(*map(float, (*wide.at(0.1, 0), *wide.at(0.95, 1))), street)
    page.canvas.restore()
    _river(page)
    _pins(page)
    _name(page)


def _river(page: Page) -> None:
    frame, y = page.frame, float(page.rng.uniform(0.3, 0.7))
    points = [frame.at(x, y + 0.12 * float(np.sin(5 * x + page.scene.seed))) for x in np.linspace(-0.1, 1.1, 9)]
    path = outline(points, closed=False)
    blue = rgb("#9fd0ea") if not page.dark else rgb("#24506b")
    page.canvas.drawPath(path, paint(blue, width=0.085 * frame.short))
    for share in (0.3, 0.66):
        x, at = frame.left + share * frame.wide, y + 0.12 * float(np.sin(5 * share + page.scene.seed))
        bridge = Frame(
            x - 0.014 * frame.short,
            frame.top + at * frame.tall - 0.06 * frame.short,
            0.028 * frame.short,
            0.12 * frame.short,
        )
        page.panel(bridge, rgb("#fbd98a") if not page.dark else rgb("#8a7440"))


def _pins(page: Page) -> None:
    """Pins with what is named in them."""
    many = max(4, min(7, len(page.plan.things) or 5))
    for number, tone in enumerate(page.hues(many)):
        x, y = page.frame.at((number + 0.5) / many * 0.84 + 0.08, float(page.rng.uniform(0.26, 0.84)))
        size = 0.055 * page.frame.short
        page.canvas.drawPath(
            skia.Path.Polygon([(x - 0.66 * size, y - size), (x, y + 0.5 * size), (x + 0.66 * size, y - size)], True),
            paint(tone),
        )
        circle(page.canvas, (x, y - 1.3 * size), 0.9 * size, tone)
        circle(page.canvas, (x, y - 1.3 * size), 0.7 * size, WHITE)
        if page.plan.things:
            page.emblem(page.motif(number), Frame(x - 0.5 * size, y - 1.8 * size, size, size))
        if number < len(page.notes):
            page.write(page.notes[number], Frame(x - 2.4 * size, y + 0.5 * size, 4.8 * size, 0.6 * size), page.ink)


def _name(page: Page) -> None:
    if page.title is None:
        return
    flag = page.frame.part(0.2, 0.04, 0.8, 0.14)
    page.card_at(flag, share=0.3)
    page.name(flag.inset(0.2 * flag.tall))


def metro_map(page: Page) -> None:
    """Lines of one colour each that go level, upright or aslant, with stops, and larger ones where they cross."""
    page.fill(rgb("#fbfbf8") if not page.dark else rgb("#14171d"))
    short = page.frame.short
    inner = page.frame.inset(0.08 * short)
    if page.title is not None:
        head, inner = inner.rows([0.12, 0.88])
        page.name(head.part(0, 0, 1, 0.7))
    many = min(page.layout.count or 5, len(LINES))
    hues = page.hues(many) if page.plan.tint else LINES[:many]
    columns, rows = (14, 9) if inner.wide >= inner.tall else (9, 14)
    step = (inner.wide / columns, inner.tall / rows)
    used: dict[tuple[int, int], int] = {}
    ways = [_way(page, number, columns, rows) for number in range(many)]
    for way, tone in zip(ways, hues, strict=True):
        points = [(inner.left + x * step[0], inner.top + y * step[1]) for x, y in way]
        path = skia.Path.Polygon(points, False)
        ink = paint(tone, width=0.018 * short)
        ink.setPathEffect(skia.CornerPathEffect.Make(0.4 * min(step)))
        page.canvas.drawPath(path, ink)
        for spot in way:
            used[spot] = used.get(spot, 0) + 1
    named = 0
    for (x, y), lines in used.items():
        at = (inner.left + x * step[0], inner.top + y * step[1])
        big = lines > 1
        circle(
            page.canvas,
            at,
            (0.017 if big else 0.011) * short,
            rgb("#22262e") if big else mix(page.ink, page.ground, 0.2),
        )
        circle(page.canvas, at, (0.011 if big else 0.0065) * short, WHITE)
        if big or (x * 7 + y * 3) % 3 == 0:
            words = Frame(at[0] + 0.02 * short, at[1] - 0.04 * short, 0.1 * short, 0.026 * short)
            page.note(named, words, side="left") if named < len(page.notes) else page.bars(words, 1, page.faint)
            named += 1


def _way(page: Page, number: int, columns: int, rows: int) -> list[tuple[int, int]]:
    """The stops of a line, one square of the grid after the other."""
    rng = page.scene.rng(f"line {number}")
    upright = number % 2 == 1
    x, y = (int(rng.integers(2, columns - 1)), 0) if upright else (0, int(rng.integers(1, rows)))
    way, turn = [(x, y)], 0
    while (y < rows) if upright else (x < columns):
        if rng.random() < 0.3:
            turn = int(rng.integers(-1, 2))
        dx, dy = (turn, 1) if upright else (1, turn)
        if not (0 <= x + dx <= columns and 0 <= y + dy <= rows):
            turn = -turn
            continue
        x, y = x + dx, y + dy
        way.append((x, y))
    return way
