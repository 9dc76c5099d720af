"""Diagrams: infographics, steps, cycles, comparisons, charts, timelines, mind maps, flow charts, labelled parts."""

from collections.abc import Callable
from itertools import pairwise
from math import cos, pi, sin

from easel.engines.painter.brush import WHITE, Colour, circle, luminance, mix, paint, rgb, shade
from easel.engines.painter.layouts.charts import area, bars, slices
from easel.engines.painter.layouts.frame import Frame, grid_for
from easel.engines.painter.layouts.page import Page

#: How many parts a diagram has where nobody says.
USUAL = {"cycle": 4, "timeline": 5, "mind_map": 6, "flow_chart": 5, "comparison": 2, "pie_chart": 5, "bar_chart": 6,
         "line_chart": 8, "labelled": 5, "venn": 2, "steps": 4, "infographic": 5, "org_chart": 7}  # fmt: skip
#: Most parts of one.
MOST = 10


def count_of(page: Page) -> int:
    """How many parts there are."""
    named = page.layout.count or len(page.notes)
    if not named and page.layout.kind in ("infographic", "cycle", "steps", "mind_map"):
        named = len(page.plan.things) if len(page.plan.things) > 2 else 0
    return min(max(named or USUAL[page.layout.kind], 2), MOST)


def body_of(page: Page) -> Frame:
    """The ground and the title; what is left below it."""
    page.fill(page.ground)
    short = page.frame.short
    inner = page.frame.inset(0.05 * short)
    head, body = inner.rows([0.13, 0.87], 0.02 * short)
    if page.title is not None:
        page.name(head.part(0, 0.05, 1, 0.78), page.ink)
    else:
        page.panel(head.part(0.28, 0.3, 0.72, 0.55), mix(page.ground, page.ink, 0.7), round=0.1 * head.tall)
    page.panel(head.part(0.44, 0.9, 0.56, 0.95), page.accent, round=0.02 * head.tall)
    return body


def _node(page: Page, number: int, frame: Frame, tone: Colour, *, numbered: bool = False) -> None:
    """A round picture of a part with its words below."""
    disc, words = frame.rows([0.7, 0.3])
    disc = disc.fitted(1.0)
    page.shadow(disc, round=disc.short / 2, strong=0.18, reach=0.06)
    page.panel(disc, mix(page.card, tone, 0.3), round=disc.short / 2)
    page.panel(disc, tone, round=disc.short / 2, width=0.05 * disc.short)
    if page.plan.things:
        page.emblem(page.motif(number), disc.inset(0.2 * disc.short))
    elif not numbered:
        page.write(str(number + 1), disc.inset(0.28 * disc.short), page.ink)
    if numbered:
        _number(page, number, disc.at(0.14, 0.14), 0.16 * disc.short, tone)
    page.note(number, words.part(0.0, 0.12, 1.0, 0.85))


def _number(page: Page, number: int, at: tuple[float, float], radius: float, tone: Colour) -> None:
    circle(page.canvas, at, radius, tone)
    page.write(str(number + 1), Frame(at[0] - radius, at[1] - 0.62 * radius, 2 * radius, 1.24 * radius), ink_on(tone))


def ink_on(tone: Colour) -> Colour:
    """What is read on a colour."""
    return WHITE if luminance(tone) < 0.68 else rgb("#22262e")


def cycle(page: Page) -> None:
    """Parts round a circle, an arrow from each to the next."""
    body, count = body_of(page), count_of(page)
    hues = page.hues(count)
    x, y = body.centre
    size = min(0.36, 1.6 / count) * min(body.wide, body.tall)
    across, down = 0.5 * body.wide - 0.62 * size, 0.5 * body.tall - 0.56 * size
    across = min(across, 1.5 * down)
    angles = [-pi / 2 + 2 * pi * k / count for k in range(count)]
    for number, angle in enumerate(angles):
        step, gap = 2 * pi / count, 0.62 * size / max(across, down)
        bow = [angle + gap + (step - 2 * gap) * k / 12 for k in range(13)]
        points = [(x + across * cos(a), y + down * sin(a)) for a in bow]
        for first, second in pairwise(points[:-1]):
            page.canvas.drawLine(
                *map(float, (*first, *second)),
                paint(mix(hues[number], page.ground, 0.25), width=0.012 * page.frame.short),
            )
        page.arrow(points[-3], points[-1], mix(hues[number], page.ground, 0.25), 0.012 * page.frame.short)
    for number, angle in enumerate(angles):
        centre = (x + across * cos(angle), y + down * sin(angle))
        _node(
            page, number, Frame(centre[0] - 0.55 * size, centre[1] - 0.5 * size, 1.1 * size, 1.1 * size), hues[number]
        )


def steps(page: Page) -> None:
    """Numbered parts one after the other, with arrows between them."""
    body, count = body_of(page), count_of(page)
    hues = page.hues(count)
    columns, rows = grid_for(count, body.wide / body.tall, 0.92)
    cells = body.grid(columns, rows, 0.035 * page.frame.short)[:count]
    for number, cell in enumerate(cells):
        page.card_at(cell, share=0.08)
        page.panel(cell.part(0, 0, 1, 0.03), hues[number])
        _node(page, number, cell.part(0.08, 0.09, 0.92, 0.96), hues[number], numbered=True)
        if number + 1 < count and cells[number + 1].top == cell.top:
            gap = cells[number + 1].left - cell.right
            page.arrow(
                (cell.right - 0.4 * gap, cell.centre[1]),
                (cell.right + 1.3 * gap, cell.centre[1]),
                hues[number],
                0.18 * gap,
            )


def infographic(page: Page) -> None:
    """A picture of the subject, parts beside it with words, and a chart at the foot; which where by the seed."""
    body, count = body_of(page), count_of(page)
    hues, short = page.hues(max(count, 3)), page.frame.short
    gap = 0.025 * short
    if body.wide > 1.15 * body.tall:
        left, right = body.columns([0.44, 0.56], gap)
    else:
        left, right = body.rows([0.4, 0.6], gap)
    if page.scene.seed % 2 and body.wide > 1.15 * body.tall:
        left, right = (
            Frame(body.left, body.top, right.wide, body.tall),
            Frame(body.right - left.wide, body.top, left.wide, body.tall),
        )
        left, right = right, left
    _subject(page, left)
    for number, row in enumerate(right.rows(count, 0.6 * gap)):
        page.card_at(row, share=0.16)
        well = Frame(row.left, row.top, min(row.tall, 0.3 * row.wide), row.tall)
        page.panel(well, hues[number], round=0.16 * row.short)
        if page.plan.things:
            page.emblem(page.motif(number), well.inset(0.14 * well.short))
        else:
            page.write(str(number + 1), well.inset(0.28 * well.short), ink_on(hues[number]))
        words = Frame(
            well.right + 0.04 * row.wide,
            row.top + 0.14 * row.tall,
            row.right - well.right - 0.09 * row.wide,
            0.36 * row.tall,
        )
        page.note(number, words, shade(hues[number], 0.7) if not page.dark else hues[number], side="left")
        page.bars(Frame(words.left, row.top + 0.54 * row.tall, words.wide, 0.32 * row.tall), 2, page.faint)


def _subject(page: Page, frame: Frame) -> None:
    """The subject large, and below or beside it two small charts."""
    picture, low = (frame.rows if frame.tall > 0.9 * frame.wide else frame.columns)([0.62, 0.38], 0.03 * frame.short)
    page.card_at(picture, mix(page.card, page.accent, 0.14))
    page.emblem(page.motif(0), picture.fitted(1.0, 0.82))
    first, second = (low.columns if low.wide > low.tall else low.rows)(2, 0.06 * low.short)
    for card in (first, second):
        page.card_at(card, share=0.1)
    slices(page, first.fitted(1.0, 0.8), 3, hole=0.55)
    bars(page, second.inset(0.14 * second.short), 5)


def comparison(page: Page) -> None:
    """Two or more columns with a head of their own colour and rows that answer each other."""
    body = body_of(page)
    count = min(max(page.layout.count or len(page.notes) or 2, 2), 4)
    hues = page.hues(count + 1)[:count]
    for number, column in enumerate(body.columns(count, 0.03 * page.frame.short)):
        page.card_at(column, share=0.05)
        head, picture, lines = column.rows([0.13, 0.37, 0.5])
        page.panel(head, hues[number], round=0.05 * column.short)
        page.note(number, head.part(0.08, 0.2, 0.92, 0.8), ink_on(hues[number]))
        page.emblem(page.motif(number), picture.part(0.1, 0.08, 0.9, 0.96))
        for row in lines.part(0.08, 0.04, 0.92, 0.94).rows(4):
            circle(page.canvas, row.at(0.05, 0.5), 0.12 * row.tall, hues[number])
            page.bars(row.part(0.16, 0.1, 1, 0.9), 1, page.faint)
    if count == 2:
        radius = 0.05 * page.frame.short
        circle(page.canvas, (body.centre[0], body.top + 0.31 * body.tall), radius, page.ink)
        x, y = body.centre[0], body.top + 0.31 * body.tall
        for far in (-0.6, 0.6):
            page.arrow((x - 0.1 * far * radius, y), (x + far * radius, y), page.card, 0.1 * radius)


def timeline(page: Page) -> None:
    """Points along a line, their cards above and below, or to the left and the right of it."""
    body, count = body_of(page), count_of(page)
    hues, upright = page.hues(count), body.tall > 1.05 * body.wide
    line = body.part(0.495, 0, 0.505, 1) if upright else body.part(0, 0.49, 1, 0.51)
    page.panel(line, mix(page.ground, page.ink, 0.4), round=line.short / 2)
    for number, cell in enumerate((body.rows if upright else body.columns)(count, 0.01 * page.frame.short)):
        first = number % 2 == 0
        if upright:
            side = cell.part(0, 0.06, 0.44, 0.94) if first else cell.part(0.56, 0.06, 1, 0.94)
        else:
            side = cell.part(-0.12, 0, 1.12, 0.4) if first else cell.part(-0.12, 0.6, 1.12, 1)
            side = Frame(
                max(body.left, side.left), side.top, min(side.right, body.right) - max(body.left, side.left), side.tall
            )
        page.card_at(side, share=0.07)
        _part(page, number, side.inset(0.06 * side.short), hues[number])
        dot = cell.centre
        circle(page.canvas, dot, 0.022 * page.frame.short, hues[number])
        circle(page.canvas, dot, 0.011 * page.frame.short, page.ground)


def _part(page: Page, number: int, frame: Frame, tone: Colour) -> None:
    """A card's inside: a picture, a name and quiet lines."""
    if frame.wide > 1.5 * frame.tall:
        picture, words = frame.columns([0.34, 0.66], 0.05 * frame.wide)
    else:
        picture, words = frame.rows([0.52, 0.48], 0.03 * frame.tall)
    if page.plan.things:
        page.emblem(page.motif(number), picture.inset(0.06 * picture.short))
    else:
        _number(page, number, picture.centre, 0.36 * picture.short, tone)
    page.note(number, words.part(0, 0.04, 1, 0.42), shade(tone, 0.75) if not page.dark else tone)
    page.bars(words.part(0, 0.5, 1, 0.96), 2, page.faint, side="centre")


def _chart(draw: Callable[[Page, Frame], None]) -> Callable[[Page], None]:
    def whole(page: Page) -> None:
        body = body_of(page)
        page.card_at(body, share=0.03)
        draw(page, body.inset(0.06 * body.short))

    return whole


def _bar_chart(page: Page, frame: Frame) -> None:
    chart, foot = frame.rows([0.82, 0.18])
    cells = bars(page, chart, count_of(page))
    for number, cell in enumerate(cells):
        below = Frame(cell.left - 0.14 * cell.wide, foot.top + 0.1 * foot.tall, 1.28 * cell.wide, 0.8 * foot.tall)
        if page.plan.things:
            page.emblem(page.motif(number), below.part(0.1, 0, 0.9, 0.55))
            below = below.part(0, 0.58, 1, 1)
        page.note(number, below)


def _line_chart(page: Page, frame: Frame) -> None:
    chart, foot = frame.rows([0.86, 0.14])
    area(page, chart, count_of(page))
    for number, cell in enumerate(foot.columns(count_of(page), 0.01 * foot.wide)):
        page.note(number, cell.part(0.08, 0.2, 0.92, 0.8))


def _pie_chart(page: Page, frame: Frame) -> None:
    count = count_of(page)
    pie, legend = (frame.columns if frame.wide > frame.tall else frame.rows)([0.62, 0.38], 0.05 * frame.short)
    middles = slices(page, pie, count, hole=0.5 if page.scene.seed % 2 else 0.0)
    for number, middle in enumerate(middles):
        if page.plan.things and not page.scene.seed % 2:
            size = 0.13 * pie.short
            page.emblem(page.motif(number), Frame(middle[0] - size / 2, middle[1] - size / 2, size, size))
    for number, (row, tone) in enumerate(zip(legend.part(0, 0.1, 1, 0.9).rows(count), page.hues(count), strict=True)):
        circle(page.canvas, (row.left + 0.2 * row.tall, row.centre[1]), 0.16 * row.tall, tone)
        page.note(
            number,
            Frame(row.left + 0.6 * row.tall, row.top + 0.2 * row.tall, row.wide - 0.6 * row.tall, 0.6 * row.tall),
            side="left",
        )


bar_chart, line_chart, pie_chart = _chart(_bar_chart), _chart(_line_chart), _chart(_pie_chart)


def labelled(page: Page) -> None:
    """The subject large, with lines from its parts to their names on both sides."""
    body, count = body_of(page), count_of(page)
    hues, short = page.hues(count), page.frame.short
    middle = body.part(0.28, 0.06, 0.72, 0.96)
    page.panel(middle.fitted(1.0, 1.06), mix(page.ground, page.accent, 0.14), round=0.55 * middle.short)
    page.emblem(page.motif(0), middle.fitted(1.0, 0.92))
    for number in range(count):
        left, row = number % 2 == 0, number // 2
        many = (count + 1) // 2 if left else count // 2
        y = body.top + (row + 0.5) / max(1, many) * body.tall
        frame = Frame(
            body.left if left else body.right - 0.23 * body.wide,
            y - 0.05 * body.tall,
            0.23 * body.wide,
            0.1 * body.tall,
        )
        tip = (body.centre[0] + (-0.1 if left else 0.1) * body.wide, body.centre[1] + 0.55 * (y - body.centre[1]))
        edge = (frame.right if left else frame.left, y)
        page.canvas.drawLine(*map(float, (*edge, *tip)), paint(hues[number], width=0.004 * short))
        circle(page.canvas, tip, 0.01 * short, hues[number])
        page.card_at(frame, share=0.24)
        page.note(number, frame.inset(0.16 * frame.short))


def venn(page: Page) -> None:
    """Two or three circles that overlap."""
    body = body_of(page)
    count = min(max(page.layout.count or len(page.notes), 2), 3)
    x, y = body.centre
    radius = 0.3 * min(body.wide, 1.2 * body.tall) if count == 2 else 0.27 * min(body.wide, body.tall)
    for number, tone in enumerate(page.hues(count)):
        angle = (pi * number if count == 2 else -pi / 2 + 2 * pi * number / 3) + (pi if count == 2 else 0)
        at = (x + 0.58 * radius * cos(angle), y + 0.58 * radius * sin(angle) + (0.1 * radius if count == 3 else 0))
        circle(page.canvas, at, radius, tone, 0.5)
        out = (at[0] + 0.42 * radius * cos(angle), at[1] + 0.42 * radius * sin(angle))
        if page.plan.things:
            page.emblem(
                page.motif(number), Frame(out[0] - 0.22 * radius, out[1] - 0.4 * radius, 0.44 * radius, 0.44 * radius)
            )
        page.note(number, Frame(out[0] - 0.34 * radius, out[1] + 0.08 * radius, 0.68 * radius, 0.2 * radius))
