"""Diagrams of what leads to what: mind maps, flow charts, organisations."""

from itertools import pairwise
from math import hypot

from easel.engines.painter.brush import Colour, circle, mix
from easel.engines.painter.layouts.diagrams import body_of, count_of, ink_on
from easel.engines.painter.layouts.frame import Frame, grid_for
from easel.engines.painter.layouts.page import Page


def mind_map(page: Page) -> None:
    """The subject in the middle, its parts round it at the ends of branches."""
    page.fill(page.ground)
    body, count = page.frame.inset(0.05 * page.frame.short), count_of(page)
    hues = page.hues(count)
    x, y = body.centre
    hub = Frame(x - 0.17 * body.wide, y - 0.1 * body.tall, 0.34 * body.wide, 0.2 * body.tall)
    wide, tall = 0.26 * body.wide, min(0.17, 0.8 / count * 1.6) * body.tall
    for number in range(count):
        left, row = number % 2 == 1, number // 2
        many = (count + 1) // 2 if not left else count // 2
        cy = body.top + (row + 0.5) / many * body.tall
        frame = Frame(body.left if left else body.right - wide, cy - tall / 2, wide, tall)
        end = (frame.right if left else frame.left, cy)
        start = (hub.left if left else hub.right, y)
        page.branch(start, end, hues[number], 0.008 * page.frame.short)
        page.card_at(frame, share=0.3)
        page.panel(frame, hues[number], round=0.3 * frame.short, width=0.005 * page.frame.short)
        inner = frame.inset(0.12 * frame.short)
        if page.plan.things:
            page.emblem(page.motif(number + 1), inner.part(0, 0, 0.34, 1))
            inner = inner.part(0.4, 0.1, 1, 0.9)
        page.note(number, inner.part(0.04, 0.2, 0.96, 0.8))
    page.card_at(hub, page.accent, share=0.4)
    if page.title is not None:
        page.name(hub.part(0.08, 0.2, 0.92, 0.8), ink_on(page.accent))
    else:
        page.emblem(page.motif(0), hub.inset(0.1 * hub.short))


def flow_chart(page: Page) -> None:
    """Boxes from the first to the last with arrows between them; a question among them where there is room."""
    body, count = body_of(page), count_of(page)
    hues, upright = page.hues(count), body.tall > body.wide
    columns, rows = (1, count) if upright else grid_for(count, body.wide / body.tall, 1.3)
    if upright and count > 5:
        columns, rows = 2, -(-count // 2)
    gap = 0.07 * page.frame.short
    cells = body.grid(columns, rows, gap)
    # Every other row runs back, so that arrows are short.
    path = [
        cells[row * columns + (column if row % 2 == 0 else columns - 1 - column)]
        for row in range(rows)
        for column in range(columns)
    ][:count]
    for first, second in pairwise(path):
        _joined(page, first, second)
    for number, cell in enumerate(path):
        asks = number == count // 2 and number not in (0, count - 1)
        box = cell.part(0.06, 0.1, 0.94, 0.9) if not asks else cell
        _box(page, box, hues[number], ends=number in (0, count - 1), asks=asks)
        inner = box.part(0.22, 0.26, 0.78, 0.74) if asks else box.part(0.08, 0.12, 0.92, 0.88)
        if page.plan.things and not asks and inner.wide > 1.2 * inner.tall:
            page.emblem(page.motif(number), inner.part(0, 0, 0.3, 1))
            inner = inner.part(0.36, 0.1, 1, 0.9)
        page.note(number, inner)


def _box(page: Page, frame: Frame, tone: Colour, *, ends: bool, asks: bool) -> None:
    fill = mix(page.card, tone, 0.16)
    if asks:
        page.diamond(frame, fill, tone)
        return
    radius = frame.short * (0.5 if ends else 0.12)
    page.shadow(frame, round=radius, strong=0.14)
    page.panel(frame, fill, round=radius)
    page.panel(frame, tone, round=radius, width=0.006 * page.frame.short)


def _joined(page: Page, first: Frame, second: Frame) -> None:
    (x0, y0), (x1, y1) = first.centre, second.centre
    far = hypot(x1 - x0, y1 - y0)
    along = ((x1 - x0) / far, (y1 - y0) / far)
    half = first.wide * 0.44 if abs(along[0]) > 0.5 else first.tall * 0.4
    start = (x0 + along[0] * half, y0 + along[1] * half)
    page.arrow(
        start,
        (x1 - along[0] * half * 1.06, y1 - along[1] * half * 1.06),
        mix(page.ground, page.ink, 0.6),
        0.007 * page.frame.short,
    )


def org_chart(page: Page) -> None:
    """Boxes from the head of the house down to the lowest, each level under the one before."""
    body, count = body_of(page), max(count_of(page), 3)
    levels = [1, *([count - 1] if count < 6 else [2 + (count > 7), count - 3 - (count > 7)])]
    hues, number, above = page.hues(len(levels)), 0, []
    for level, (row, many) in enumerate(zip(body.rows(len(levels), 0.1 * body.tall), levels, strict=True)):
        boxes = [cell.fitted(1.7, 0.94) for cell in row.columns(many, 0.03 * body.wide)]
        for place, box in enumerate(boxes):
            if above:
                over = above[place * len(above) // many]
                page.elbow(over.at(0.5, 1), box.at(0.5, 0), mix(page.ground, page.ink, 0.5), 0.005 * page.frame.short)
            page.card_at(box, mix(page.card, hues[level], 0.2), share=0.14)
            page.panel(box.part(0, 0, 0.05, 1), hues[level])
            face = box.part(0.1, 0.2, 0.36, 0.8).fitted(1.0)
            circle(page.canvas, face.centre, 0.5 * face.short, hues[level])
            circle(page.canvas, face.at(0.5, 0.36), 0.18 * face.short, page.card)
            page.panel(face.part(0.24, 0.6, 0.76, 0.86), page.card, round=0.13 * face.short)
            page.note(number, box.part(0.42, 0.2, 0.95, 0.5), side="left")
            page.bars(box.part(0.42, 0.55, 0.9, 0.8), 1, page.faint)
            number += 1
        above = boxes
