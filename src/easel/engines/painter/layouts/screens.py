"""Screens: apps in a telephone's frame, and pages of a site in a browser's."""

from collections.abc import Callable
from dataclasses import replace

from easel.engines.painter.brush import WHITE, Colour, circle, linear, mix, rgb, shade
from easel.engines.painter.layouts.charts import area, bars, ring
from easel.engines.painter.layouts.frame import Frame
from easel.engines.painter.layouts.page import Page

#: A telephone's aspect, and its case.
PHONE, CASE = 0.485, rgb("#14161b")
DOTS = tuple(map(rgb, ("#f2635a", "#f5bf4f", "#5fc454")))


def app(page: Page) -> None:
    """One screen of an app, or several side by side, each of another kind."""
    page.fill(linear(page.frame.at(0, 0), page.frame.at(1, 1), _air(page)))
    room = page.frame.inset(0.05 * page.frame.short)
    most = max(1, min(4, int(room.wide / (room.tall * PHONE) + 0.25)))
    count = min(page.layout.count or (most if most > 1 else 1), most) if most > 1 else 1
    cells = room.columns(count)
    order = [*SCREENS[page.scene.seed % 3 :], *SCREENS[: page.scene.seed % 3]]
    for number, cell in enumerate(cells):
        order[number % len(order)](page, _phone(page, cell.fitted(PHONE, 0.98)))


def login(page: Page) -> None:
    """The page on which one says who one is."""
    page.fill(linear(page.frame.at(0, 0), page.frame.at(1, 1), _air(page)))
    if page.frame.wide > 1.2 * page.frame.tall:
        screen = _browser(page)
        _form(page, screen.fitted(0.8, 0.94), framed=True)
    else:
        _form(page, _phone(page, page.frame.inset(0.05 * page.frame.short).fitted(PHONE, 0.98)), framed=False)


def _air(page: Page) -> tuple[Colour, Colour]:
    if page.dark:
        return mix(rgb("#1b1f29"), page.accent, 0.16), rgb("#0d0f14")
    return mix(WHITE, page.accent, 0.16), mix(WHITE, page.accent, 0.36)


def _phone(page: Page, body: Frame) -> Frame:
    """A telephone; the part of its screen that an app has to itself."""
    radius = 0.13 * body.wide
    page.shadow(body, round=radius, strong=0.45, reach=0.12)
    page.panel(body, CASE, round=radius)
    screen = body.inset(0.028 * body.wide)
    page.panel(screen, page.ground, round=0.105 * body.wide)
    page.panel(screen.part(0.34, 0.012, 0.66, 0.036), CASE, round=0.012 * screen.tall)
    page.panel(screen.part(0.36, 0.984, 0.64, 0.989), mix(page.ground, page.ink, 0.6), round=0.003 * screen.tall)
    return screen.part(0.055, 0.06, 0.945, 0.975)


def _home(page: Page, screen: Frame) -> None:
    """A greeting, one large card, small ones, a list, and the row of tabs."""
    head, hero, small, rows, tabs = screen.rows([0.08, 0.27, 0.15, 0.38, 0.085], 0.018 * screen.tall)
    _head(page, head)
    hue = page.accent
    radius = 0.09 * hero.tall
    page.panel(hero, linear(hero.at(0, 0), hero.at(1, 1), (shade(hue, 1.15), shade(hue, 0.78))), round=radius)
    page.emblem(page.motif(0), hero.part(0.52, 0.1, 0.97, 0.9))
    page.note(0, hero.part(0.07, 0.14, 0.48, 0.36), WHITE, side="left")
    page.bars(hero.part(0.07, 0.42, 0.46, 0.64), 2, mix(hue, WHITE, 0.5))
    page.panel(hero.part(0.07, 0.72, 0.36, 0.88), WHITE, round=0.08 * hero.tall)
    for number, card in enumerate(small.columns(4, 0.03 * small.wide)):
        page.panel(card, page.card, round=0.18 * card.short)
        page.emblem(page.motif(number + 1), card.fitted(1.0, 0.62))
    _list(page, rows, 3, first=1)
    _tabs(page, tabs, 0)


def _detail(page: Page, screen: Frame) -> None:
    """One thing large, a chart below it, and a button."""
    picture, chart, lines, button = screen.rows([0.38, 0.28, 0.2, 0.08], 0.022 * screen.tall)
    page.panel(picture, mix(page.card, page.accent, 0.28), round=0.06 * picture.wide)
    page.emblem(page.motif(0), picture.part(0.12, 0.14, 0.88, 0.88))
    page.panel(chart, page.card, round=0.05 * chart.wide)
    (bars if page.scene.seed % 2 else area)(page, chart.part(0.07, 0.16, 0.93, 0.9), 7)
    page.bars(lines, 3, page.faint)
    page.panel(button, page.accent, round=button.tall / 2)
    page.bars(button.part(0.3, 0.1, 0.7, 0.9), 1, mix(page.accent, WHITE, 0.75), side="centre")


def _grid(page: Page, screen: Frame) -> None:
    """A search field, chips, and cards in two columns."""
    head, search, chips, cards, tabs = screen.rows([0.07, 0.06, 0.05, 0.68, 0.085], 0.018 * screen.tall)
    _head(page, head)
    page.panel(search, page.card, round=search.tall / 2)
    circle(page.canvas, search.at(0.08, 0.47), 0.17 * search.tall, page.faint, width=0.06 * search.tall)
    page.bars(search.part(0.16, 0.1, 0.6, 0.9), 1, page.faint)
    for number, chip in enumerate(chips.columns([1, 1.2, 0.9], 0.03 * chips.wide)):
        page.panel(chip, page.accent if number == 0 else page.card, round=chip.tall / 2)
    for number, card in enumerate(cards.grid(2, 2, 0.04 * cards.wide)):
        page.panel(card, page.card, round=0.09 * card.wide)
        well = card.part(0.06, 0.045, 0.94, 0.66)
        page.panel(well, mix(page.card, page.hues(5)[number], 0.22), round=0.06 * card.wide)
        page.emblem(page.motif(number), well.fitted(1.0, 0.78))
        page.note(number, card.part(0.08, 0.69, 0.92, 0.83), page.ink, side="left")
        page.bars(card.part(0.08, 0.84, 0.5, 0.95), 1, page.accent)
    _tabs(page, tabs, 1)


def _form(page: Page, screen: Frame, *, framed: bool = False) -> None:
    """A mark, the name, two fields and a button."""
    if framed:
        page.card_at(screen)
    body = screen.part(0.1, 0.06, 0.9, 0.96)
    mark, name, _, first, second, button, foot = body.rows([0.26, 0.1, 0.05, 0.1, 0.1, 0.1, 0.08], 0.025 * body.tall)
    page.emblem(page.motif(0), mark.fitted(1.0, 0.9))
    if not page.name(name.part(0.05, 0.1, 0.95, 0.9)):
        page.bars(name, 1, page.faint, side="centre")
    for field, share in ((first, 0.5), (second, 0.36)):
        page.panel(field, page.card if not framed else page.ground, round=0.25 * field.tall)
        page.panel(field, page.faint, round=0.25 * field.tall, width=0.002 * page.frame.short)
        circle(page.canvas, field.at(0.08, 0.5), 0.15 * field.tall, page.accent)
        page.bars(field.part(0.16, 0.1, 0.16 + share, 0.9), 1, page.faint)
    page.panel(button, page.accent, round=0.25 * button.tall)
    page.bars(button.part(0.3, 0.1, 0.7, 0.9), 1, WHITE, side="centre")
    page.bars(foot, 1, page.faint, side="centre")


SCREENS: list[Callable[[Page, Frame], None]] = [_home, _grid, _detail]


def _head(page: Page, frame: Frame) -> None:
    """The name on the left, whose app it is on the right."""
    if not page.name(frame.part(0, 0.14, 0.72, 0.86), side="left"):
        page.bars(frame.part(0, 0, 0.6, 1), 2, mix(page.ground, page.ink, 0.3))
    circle(page.canvas, frame.at(0.93, 0.5), 0.36 * frame.tall, mix(page.accent, page.card, 0.3))
    circle(page.canvas, frame.at(0.93, 0.42), 0.13 * frame.tall, page.card)


def _list(page: Page, frame: Frame, many: int, *, first: int = 0) -> None:
    """Rows with a picture, a name and a value."""
    for number, row in enumerate(frame.rows(many, 0.03 * frame.tall)):
        page.panel(row, page.card, round=0.2 * row.tall)
        well = Frame(row.left + 0.14 * row.tall, row.top + 0.14 * row.tall, 0.72 * row.tall, 0.72 * row.tall)
        page.panel(well, mix(page.card, page.hues(6)[(number + 1) % 6], 0.24), round=0.2 * well.tall)
        page.emblem(page.motif(first + number), well.inset(0.14 * well.tall))
        words = Frame(well.right + 0.2 * row.tall, row.top + 0.16 * row.tall, 0.5 * row.wide, 0.36 * row.tall)
        page.note(first + number, words, page.ink, side="left")
        page.bars(Frame(words.left, row.top + 0.56 * row.tall, 0.36 * row.wide, 0.26 * row.tall), 1, page.faint)
        page.panel(row.part(0.86, 0.36, 0.95, 0.64), mix(page.card, page.accent, 0.7), round=0.14 * row.tall)


def _tabs(page: Page, frame: Frame, chosen: int) -> None:
    page.panel(frame, page.card, round=0.4 * frame.tall)
    for number, tab in enumerate(frame.columns(4)):
        tone = page.accent if number == chosen else page.faint
        page.panel(tab.fitted(1.0, 0.4), tone, round=0.12 * tab.tall if number % 2 else 0.2 * tab.tall)


# ---------------------------------------------------------------------------------------------------- in a browser
def _browser(page: Page) -> Frame:
    """A browser's window; the part of it that a site has to itself."""
    window = page.frame.inset(0.04 * page.frame.short)
    radius = 0.018 * page.frame.short
    page.shadow(window, round=radius, strong=0.35, reach=0.04)
    page.panel(window, page.card, round=radius)
    head = Frame(window.left, window.top, window.wide, 0.055 * page.frame.short)
    page.panel(head, mix(page.card, page.ink, 0.1), round=radius)
    for number, tone in enumerate(DOTS):
        circle(page.canvas, (head.left + (0.6 + 0.55 * number) * head.tall, head.centre[1]), 0.16 * head.tall, tone)
    page.panel(head.part(0.2, 0.22, 0.8, 0.78), page.card, round=0.28 * head.tall)
    screen = Frame(window.left, head.bottom, window.wide, window.bottom - head.bottom)
    page.panel(screen, page.ground)
    return screen


def _site_head(page: Page, frame: Frame) -> None:
    page.panel(frame, page.card)
    page.emblem(page.motif(0), frame.part(0.03, 0.14, 0.03 + 0.72 * frame.tall / frame.wide, 0.86))
    page.name(frame.part(0.05 + 0.6 * frame.tall / frame.wide, 0.26, 0.36, 0.74), side="left")
    for link in frame.part(0.5, 0.3, 0.82, 0.7).columns(4, 0.02 * frame.wide):
        page.bars(link, 1, mix(page.card, page.ink, 0.35))
    page.panel(frame.part(0.86, 0.24, 0.97, 0.76), page.accent, round=0.2 * frame.tall)


def landing(page: Page) -> None:
    """A site's first page: its name and a button beside a picture, and three cards below."""
    page.fill(linear(page.frame.at(0, 0), page.frame.at(1, 1), _air(page)))
    screen = _browser(page)
    head, hero, cards = screen.rows([0.1, 0.54, 0.36])
    _site_head(page, head)
    upright = hero.tall > 0.9 * hero.wide
    words, picture = (
        hero.inset(0.05 * hero.wide).rows([0.4, 0.6])
        if upright
        else hero.inset(0.04 * hero.wide).columns([0.46, 0.54], 0.04 * hero.wide)
    )
    if not page.name(words.part(0, 0.1, 1, 0.46), side="left"):
        page.bars(words.part(0, 0.1, 1, 0.44), 2, mix(page.ground, page.ink, 0.75))
    page.bars(words.part(0, 0.5, 0.9, 0.74), 3, mix(page.ground, page.ink, 0.25))
    page.panel(words.part(0, 0.8, 0.34, 0.95), page.accent, round=0.075 * words.tall)
    _hero(page, picture)
    for number, card in enumerate(cards.inset(0.04 * cards.wide, 0.1 * cards.tall).columns(3, 0.03 * cards.wide)):
        page.card_at(card, share=0.1)
        page.emblem(page.motif(number + 1), card.part(0.06, 0.14, 0.4, 0.86))
        page.note(number, card.part(0.46, 0.2, 0.94, 0.42), page.ink, side="left")
        page.bars(card.part(0.46, 0.48, 0.94, 0.84), 2, page.faint)


def _hero(page: Page, frame: Frame) -> None:
    """The site's picture: a scene where one is named, or its things on a coloured field."""
    plan = page.plan
    if plan.setting not in (None, "plain", "sheet", "app_icon") or plan.backdrops:
        page.picture(
            replace(page.bare(), things=(), mood="neutral" if page.dark else plan.mood), frame, round=0.05 * frame.short
        )
        return
    page.panel(
        frame,
        linear(frame.at(0, 0), frame.at(1, 1), (mix(page.accent, WHITE, 0.45), page.accent)),
        round=0.06 * frame.short,
    )
    if len(plan.things) < 2:
        page.emblem(page.motif(0), frame.fitted(1.0, 0.78))
        return
    for number, cell in enumerate(frame.inset(0.06 * frame.short).columns(min(3, len(plan.things)), 0.03 * frame.wide)):
        page.emblem(page.motif(number), cell.fitted(1.0, 0.94))


def shop(page: Page) -> None:
    """A shop's page: filters on the left, goods in a grid with prices and buttons."""
    page.fill(linear(page.frame.at(0, 0), page.frame.at(1, 1), _air(page)))
    screen = _browser(page)
    head, body = screen.rows([0.11, 0.89])
    _site_head(page, head)
    body = body.inset(0.03 * body.wide)
    if body.wide > body.tall:
        filters, body = body.columns([0.2, 0.8], 0.03 * body.wide)
        for row in filters.part(0, 0, 1, 0.7).rows(7):
            page.panel(row.part(0, 0.3, 0.1, 0.62), page.faint, round=0.03 * row.tall)
            page.bars(row.part(0.18, 0, 0.9, 1), 1, mix(page.ground, page.ink, 0.25))
    columns = 3 if body.wide > 0.9 * body.tall else 2
    hues = page.hues(6)
    for number, card in enumerate(body.grid(columns, 2, 0.03 * body.wide)):
        page.card_at(card, share=0.05)
        well = card.part(0.05, 0.04, 0.95, 0.64)
        page.panel(well, mix(page.card, hues[number % 6], 0.2), round=0.03 * card.short)
        page.emblem(page.motif(number), well.fitted(1.0, 0.8))
        page.note(number, card.part(0.06, 0.67, 0.94, 0.78), page.ink, side="left")
        page.bars(card.part(0.06, 0.82, 0.34, 0.94), 1, page.accent)
        page.panel(card.part(0.62, 0.83, 0.94, 0.94), page.accent, round=0.03 * card.tall)


def dashboard(page: Page) -> None:
    """Figures of a business: a side bar, four numbers' cards, a line, bars, a ring and a table."""
    page.fill(page.ground)
    upright = page.frame.tall > page.frame.wide
    bar, body = page.frame.columns([0.1, 0.9] if upright else [0.15, 0.85])
    page.panel(bar, shade(page.accent, 0.45) if not page.dark else rgb("#0b0d12"))
    page.emblem(page.motif(0), bar.part(0.2, 0.02, 0.8, 0.12))
    for number, row in enumerate(bar.part(0.12, 0.16, 0.88, 0.7).rows(7, 0.02 * bar.tall)):
        tone = page.accent if number == 0 else mix(shade(page.accent, 0.45), WHITE, 0.24)
        page.panel(row.part(0, 0.2, 1, 0.8), tone, round=0.2 * row.tall, alpha=1.0 if number == 0 else 0.5)
    body = body.inset(0.025 * page.frame.short)
    head, figures, charts, low = body.rows([0.09, 0.17, 0.4, 0.34], 0.02 * page.frame.short)
    _head(page, head)
    hues = page.hues(4)
    for number, card in enumerate(figures.columns(4, 0.02 * page.frame.short)):
        page.card_at(card, share=0.1)
        page.note(number, card.part(0.1, 0.12, 0.66, 0.36), mix(page.ink, page.card, 0.3), side="left")
        page.panel(card.part(0.1, 0.48, 0.56, 0.72), page.ink, round=0.04 * card.tall)
        page.panel(card.part(0.74, 0.16, 0.92, 0.44), mix(page.card, hues[number], 0.9), round=0.1 * card.tall)
    wide, narrow = charts.columns([0.64, 0.36], 0.02 * page.frame.short)
    for card, chart in ((wide, area), (narrow, ring)):
        page.card_at(card, share=0.05)
        chart(page, card.part(0.07, 0.16, 0.93, 0.88), 9 if chart is area else 4)
    left, right = low.columns([0.42, 0.58], 0.02 * page.frame.short)
    page.card_at(left, share=0.05)
    bars(page, left.part(0.08, 0.16, 0.92, 0.88), 8)
    page.card_at(right, share=0.05)
    for number, row in enumerate(right.part(0.05, 0.1, 0.95, 0.94).rows(4)):
        circle(page.canvas, row.at(0.04, 0.5), 0.26 * row.tall, hues[number])
        page.bars(row.part(0.12, 0.1, 0.5, 0.9), 1, page.faint)
        page.panel(row.part(0.6, 0.42, 1.0, 0.58), page.faint, round=0.08 * row.tall)
        page.panel(
            row.part(0.6, 0.42, 0.6 + float(page.rng.uniform(0.12, 0.38)), 0.58), hues[number], round=0.08 * row.tall
        )
