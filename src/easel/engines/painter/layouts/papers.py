"""Printed papers: cards, menus, tickets, postcards, stamps, calendars, certificates, magazine covers."""

import calendar as dates
from dataclasses import replace

import skia

from easel.engines.painter.brush import BLACK, WHITE, Colour, mix, paint, rgb, shade
from easel.engines.painter.layouts.frame import Frame
from easel.engines.painter.layouts.page import Page

CREAM, GOLD = rgb("#fbf6ea"), rgb("#b8913f")
#: Holes of a stamp's edge along its shorter side.
TEETH = 16


def _paper(page: Page) -> Colour:
    return page.card if page.dark else mix(CREAM, page.accent, 0.03)


def _sheet(page: Page, frame: Frame, tone: Colour, *, turn: float = 0.0) -> None:
    page.shadow(frame, strong=0.35, reach=0.04)
    page.panel(frame, tone)


def business_card(page: Page) -> None:
    """The front of a card before its coloured back, on a table."""
    page.backdrop()
    wide = page.frame.fitted(1.3, 0.86)
    back, front = wide.part(0.12, 0.0, 1.0, 0.68), wide.part(0, 0.34, 0.88, 1.0)
    for card, tone in ((back, shade(page.accent, 0.85)), (front, _paper(page))):
        card = card.fitted(1.72)
        page.shadow(card, strong=0.4, reach=0.06)
        page.panel(card, tone, round=0.03 * card.short)
        if card.top < front.top:
            page.panel(card.part(0, 0.9, 1, 0.97), mix(tone, WHITE, 0.25))
            continue
        page.panel(card.part(0, 0, 0.025, 1), page.accent)
        page.emblem(page.motif(0), card.part(0.07, 0.16, 0.33, 0.84))
        lines = card.part(0.4, 0.6, 0.9, 0.84)
        for number, line in enumerate(lines.rows(3)):
            page.note(number, line, mix(page.ink, page.card, 0.3), side="left")
    page.name(front.fitted(1.72).part(0.41, 0.2, 0.93, 0.5), page.ink, side="left")


def magazine(page: Page) -> None:
    """A cover: a scene to the edges, the title at its head, lines and a bar code at its foot."""
    page.picture(replace(page.bare(), camera=_nearer(page)), page.frame)
    frame = page.frame
    head = frame.part(0.04, 0.02, 0.96, 0.2)
    if page.title is not None:
        page.headline(head)
    else:
        page.panel(head.part(0.1, 0.3, 0.9, 0.8), page.accent, round=0.02 * head.tall)
    foot = frame.part(0.05, 0.7, 0.45, 0.94)
    for number, line in enumerate(foot.rows(3, 0.02 * frame.short)):
        if number < len(page.notes):
            page.panel(line, BLACK, alpha=0.35, blur=0.2 * line.tall)
            page.write(page.notes[number], line.inset(0.1 * line.tall), WHITE, side="left")
        else:
            page.bars(line, 2, (0.97, 0.97, 0.97))
    _bar_code(page, frame.part(0.76, 0.87, 0.94, 0.96))


def _nearer(page: Page) -> str:
    return "half_body" if page.plan.camera == "normal" and len(page.plan.things) == 1 else page.plan.camera


def _bar_code(page: Page, frame: Frame) -> None:
    page.panel(frame, WHITE)
    x = frame.left + 0.06 * frame.wide
    while x < frame.right - 0.08 * frame.wide:
        wide = float(page.rng.choice((0.008, 0.014, 0.024))) * frame.wide
        page.panel(Frame(x, frame.top + 0.1 * frame.tall, wide, 0.8 * frame.tall), BLACK)
        x += wide + float(page.rng.choice((0.01, 0.02))) * frame.wide


def menu(page: Page) -> None:
    """A card of dishes in two columns, pictures of what is named between them."""
    page.backdrop()
    sheet = page.frame.fitted(0.74, 0.92)
    tone = _paper(page)
    _sheet(page, sheet, tone)
    page.panel(sheet.inset(0.025 * sheet.short), page.accent, width=0.006 * sheet.short)
    head = sheet.part(0.12, 0.05, 0.88, 0.17)
    if not page.name(head, page.ink):
        page.emblem(page.motif(0), head)
    page.panel(sheet.part(0.35, 0.185, 0.65, 0.189), page.accent)
    number = 0
    for column in sheet.part(0.09, 0.22, 0.91, 0.94).columns(2, 0.07 * sheet.wide):
        for group in column.rows(2, 0.03 * sheet.tall):
            page.emblem(page.motif(number // 3), group.part(0.25, 0.0, 0.75, 0.34))
            for line in group.part(0, 0.4, 1, 1).rows(3):
                page.note(number, line.part(0, 0.1, 0.72, 0.9), page.ink, side="left")
                page.bars(line.part(0.82, 0.1, 1, 0.9), 1, mix(tone, page.accent, 0.6), side="right")
                number += 1


def ticket(page: Page) -> None:
    """A ticket with a stub to tear off."""
    page.backdrop()
    card = page.frame.fitted(2.1, 0.9)
    page.shadow(card, strong=0.35, reach=0.05)
    tone = page.accent
    page.panel(card, tone, round=0.06 * card.tall)
    main, stub = card.columns([0.74, 0.26])
    page.panel(
        main.inset(0.05 * card.tall), mix(tone, WHITE, 0.9) if not page.dark else page.card, round=0.03 * card.tall
    )
    ground = _ground_tone(page)
    for y in (card.top, card.bottom):
        page.canvas.drawCircle(float(stub.left), float(y), float(0.07 * card.tall), paint(ground))
    for step in range(1, 14):
        page.canvas.drawCircle(
            float(stub.left), float(card.top + step / 14 * card.tall), float(0.008 * card.tall), paint(WHITE)
        )
    page.emblem(page.motif(0), main.part(0.06, 0.16, 0.4, 0.84))
    page.name(main.part(0.44, 0.14, 0.94, 0.5), page.ink, side="left")
    for number, line in enumerate(main.part(0.44, 0.56, 0.9, 0.86).rows(2)):
        page.note(number, line, page.ink, side="left")
    _bar_code(page, stub.part(0.2, 0.62, 0.8, 0.88))
    page.emblem(page.motif(1), stub.part(0.22, 0.12, 0.78, 0.54))


def _ground_tone(page: Page) -> Colour:
    x, y = int(page.frame.wide * 0.5), int(page.frame.tall * 0.04)
    return tuple(float(v) / 255 for v in page.scene.pixels[y, x, :3])  # type: ignore[return-value]


def postcard(page: Page) -> None:
    """A picture with a white edge, and the back of another card under it: a stamp, lines for an address."""
    page.backdrop()
    short = page.frame.short
    wide = page.frame.fitted(1.16, 0.9)
    behind = wide.part(0.16, 0.0, 1.0, 0.62)
    _sheet(page, behind, CREAM)
    stamp = behind.part(0.82, 0.08, 0.95, 0.36)
    page.panel(stamp, page.accent)
    page.panel(stamp.inset(0.08 * stamp.short), mix(page.accent, WHITE, 0.5))
    front = wide.part(0.0, 0.3, 0.86, 1.0)
    _sheet(page, front, WHITE)
    scene = front.inset(0.02 * short)
    page.picture(page.bare(), scene)
    page.headline(scene.part(0.06, 0.05, 0.94, 0.3))


def stamp(page: Page) -> None:
    """One stamp, large, with its perforated edge."""
    page.backdrop()
    aspect = 0.8 if page.scene.seed % 2 else 1.2
    card = page.frame.fitted(aspect, 0.82)
    page.shadow(card, strong=0.35, reach=0.04)
    page.panel(card, CREAM)
    ground, hole = _ground_tone(page), 0.3 * card.short / TEETH
    across, down = round(TEETH * max(1, aspect)), round(TEETH * max(1, 1 / aspect))
    for k in range(across + 1):
        for y in (card.top, card.bottom):
            page.canvas.drawCircle(float(card.left + k / across * card.wide), float(y), float(hole), paint(ground))
    for k in range(down + 1):
        for x in (card.left, card.right):
            page.canvas.drawCircle(float(x), float(card.top + k / down * card.tall), float(hole), paint(ground))
    scene = card.inset(0.07 * card.short)
    page.picture(page.bare(), scene)
    page.headline(scene.part(0.06, 0.8, 0.94, 0.96))


def calendar(page: Page) -> None:
    """A scene over the days of a month; which day of the week it begins with is the seed's choice."""
    page.fill(page.ground)
    sheet = page.frame.inset(0.04 * page.frame.short)
    _sheet(page, sheet, page.card)
    upright = sheet.tall >= 0.8 * sheet.wide
    scene, lower = (sheet.rows if upright else sheet.columns)([0.52, 0.48])
    page.picture(page.bare(), scene)
    head, days = lower.inset(0.05 * lower.short).rows([0.2, 0.8], 0.02 * lower.tall)
    page.name(head, page.accent, side="left")
    month = page.layout.count or 1
    blank, many = page.scene.seed % 7, dates.monthrange(2024 if month == 2 else 2023, month)[1]
    for place, cell in enumerate(days.grid(7, 6, 0.0)):
        day = place - blank + 1
        if 1 <= day <= many:
            weekend = place % 7 > 4
            page.write(str(day), cell.part(0.2, 0.22, 0.8, 0.78), page.accent if weekend else page.ink)
    _rings(page, sheet)


def _rings(page: Page, sheet: Frame) -> None:
    for k in range(12):
        x = sheet.left + (k + 0.5) / 12 * sheet.wide
        ring = Frame(x - 0.006 * sheet.wide, sheet.top - 0.02 * sheet.short, 0.012 * sheet.wide, 0.045 * sheet.short)
        page.panel(ring, rgb("#4a4f59"), round=ring.wide / 2)


def certificate(page: Page) -> None:
    """A framed sheet with a seal, its words in the middle and lines for names."""
    page.backdrop()
    sheet = page.frame.fitted(1.38, 0.94)
    tone = _paper(page)
    _sheet(page, sheet, tone)
    gold = GOLD if page.plan.tint is None else page.accent
    for by, width in ((0.04, 0.02), (0.07, 0.005)):
        page.panel(sheet.inset(by * sheet.short), gold, width=width * sheet.short)
    for x in (0.05, 0.95):
        for y in (0.07, 0.93):
            page.canvas.drawCircle(*map(float, sheet.at(x, y)), float(0.028 * sheet.short), paint(gold))
    if not page.name(sheet.part(0.15, 0.16, 0.85, 0.34), page.ink):
        page.bars(sheet.part(0.3, 0.2, 0.7, 0.32), 1, gold, side="centre")
    for number, line in enumerate(sheet.part(0.18, 0.4, 0.82, 0.68).rows(3)):
        page.note(number, line, page.ink, side="centre")
    for x in (0.14, 0.66):
        page.panel(sheet.part(x, 0.82, x + 0.2, 0.824), page.ink)
    _seal(page, sheet.part(0.43, 0.7, 0.57, 0.9), gold)


def _seal(page: Page, frame: Frame, gold: Colour) -> None:
    x, y = map(float, frame.centre)
    radius = float(0.5 * frame.short)
    for lean in (-0.45, 0.45):
        ribbon = [(x, y), (x + (lean - 0.3) * radius, y + 1.9 * radius), (x + (lean + 0.3) * radius, y + 1.9 * radius)]
        page.canvas.drawPath(skia.Path.Polygon(ribbon, True), paint(shade(page.accent, 0.8)))
    for turn in range(16):
        page.canvas.save()
        page.canvas.rotate(turn * 22.5, x, y)
        page.canvas.drawRect(skia.Rect.MakeLTRB(x - 0.2 * radius, y - 1.08 * radius, x + 0.2 * radius, y), paint(gold))
        page.canvas.restore()
    page.canvas.drawCircle(x, y, 0.94 * radius, paint(gold))
    page.canvas.drawCircle(x, y, 0.78 * radius, paint(shade(gold, 1.15), width=0.06 * radius))
    if page.plan.things:
        page.emblem(page.motif(0), Frame(x - 0.5 * radius, y - 0.5 * radius, radius, radius))
