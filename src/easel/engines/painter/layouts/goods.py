"""Packaging and mock-ups: cartons, bags, bottles, tins, shirts, mugs, books, before a photographer's ground."""

import skia

from easel.engines.painter.brush import (
    BLACK,
    WHITE,
    Colour,
    fill,
    linear,
    luminance,
    mix,
    outline,
    paint,
    rgb,
    shade,
    side,
)
from easel.engines.painter.layouts.frame import Frame
from easel.engines.painter.layouts.page import Page

#: What is printed on pale goods and on deep ones.
DEEP, PALE = rgb("#23262d"), rgb("#f7f5f0")


def _ink_on(tone: Colour) -> Colour:
    return DEEP if luminance(tone) > 0.55 else PALE


def _coat(page: Page) -> Colour:
    """The colour of a pack: the accent, or paper with the accent on it by the seed; white where that is asked for."""
    if page.plan.tint or page.scene.seed % 3 != 1:
        return page.accent
    return mix(PALE, page.accent, 0.1)


def _label(page: Page, frame: Frame, tone: Colour, *, round_mark: bool = True) -> None:
    """A motif with the name below it, and bars or what else is quoted at the foot."""
    ink = _ink_on(tone)
    mark, name, foot = frame.rows([0.56, 0.24, 0.2], 0.02 * frame.tall)
    if page.title is None:
        mark = frame.part(0, 0.04, 1, 0.78)
        foot = frame.part(0, 0.84, 1, 1)
    disc = mark.fitted(1.0, 0.98)
    if round_mark:
        pale = mix(tone, WHITE, 0.82) if luminance(tone) < 0.8 else mix(tone, page.accent, 0.2)
        page.panel(disc, pale, round=disc.short / 2)
    page.group(disc.inset(0.17 * disc.short))
    page.name(name.part(0.02, 0.05, 0.98, 0.95), ink)
    if page.notes:
        page.write(page.notes[0], foot.part(0.08, 0.1, 0.92, 0.7), ink)
    else:
        page.bars(foot.part(0.22, 0.1, 0.78, 0.9), 2, mix(tone, ink, 0.3), side="centre")


def _on(page: Page, shape: skia.Path, tone: Colour, *, round_form: bool = False, contrast: float = 0.5) -> None:
    """A body with its shadow on the floor."""
    bounds = shape.getBounds()
    foot = Frame(bounds.left() - 0.02 * bounds.width(), bounds.bottom() - 0.03 * bounds.height(),
                 1.04 * bounds.width(), 0.06 * bounds.height())  # fmt: skip
    page.panel(foot, BLACK, round=foot.tall / 2, alpha=0.32, blur=0.025 * bounds.height())
    fill(page.canvas, shape, side(tone, contrast) if round_form else tone)


def _gloss(page: Page, shape: skia.Path) -> None:
    """Light down a round body's left, shade down its right."""
    bounds = shape.getBounds()
    left, right = bounds.left(), bounds.right()
    inks = [(0, 0, 0, 0.22), (1, 1, 1, 0.0), (1, 1, 1, 0.28), (1, 1, 1, 0.0), (0, 0, 0, 0.0), (0, 0, 0, 0.3)]
    fill(page.canvas, shape, linear((left, 0), (right, 0), inks, [0, 0.1, 0.2, 0.34, 0.6, 1]))


def carton(page: Page) -> None:
    """A carton seen from a corner: its front, one side and the lid."""
    page.backdrop()
    body = page.frame.fitted(0.86, 0.8)
    tone = _coat(page)
    lean = 0.16 if page.scene.seed % 2 else -0.16
    front = body.part(0.02, 0.14, 0.8, 1) if lean > 0 else body.part(0.2, 0.14, 0.98, 1)
    edge, far = (
        (front.right, front.right + lean * body.wide) if lean > 0 else (front.left, front.left + lean * body.wide)
    )
    rise = 0.09 * body.tall
    near_x = front.left if lean > 0 else front.right
    page.panel(Frame(body.left, body.bottom - 0.03 * body.tall, body.wide, 0.06 * body.tall), BLACK, alpha=0.3,
               round=0.03 * body.tall, blur=0.025 * body.tall)  # fmt: skip
    shape = skia.Path.Polygon(
        [(edge, front.top), (far, front.top - rise), (far, front.bottom - rise), (edge, front.bottom)], True
    )
    fill(page.canvas, shape, shade(tone, 0.68))
    lid = [(near_x, front.top), (edge, front.top), (far, front.top - rise), (near_x + far - edge, front.top - rise)]
    fill(page.canvas, skia.Path.Polygon(lid, True), shade(tone, 1.06) if luminance(tone) < 0.7 else shade(tone, 0.94))
    page.panel(front, linear(front.at(0, 0), front.at(1, 1), (shade(tone, 1.06), tone, shade(tone, 0.92))))
    page.panel(front.part(0, 0, 1, 0.06), shade(page.accent, 0.8) if tone != page.accent else mix(tone, WHITE, 0.25))
    _label(page, front.part(0.1, 0.12, 0.9, 0.95), tone)


def pouch(page: Page) -> None:
    """A bag that stands, sealed at the top."""
    page.backdrop()
    body = page.frame.fitted(0.7, 0.84)
    tone = _coat(page)
    points = [(0.08, 0.02), (0.92, 0.02), (0.94, 0.12), (0.98, 0.5), (0.95, 0.95), (0.85, 1.0), (0.15, 1.0),
              (0.05, 0.95), (0.02, 0.5), (0.06, 0.12)]  # fmt: skip
    shape = outline([body.at(x, y) for x, y in points])
    _on(page, shape, tone, round_form=True)
    page.canvas.save()
    page.canvas.clipPath(shape, doAntiAlias=True)
    seal = body.part(0, 0, 1, 0.09)
    page.panel(seal, shade(tone, 0.85))
    for row in range(5):
        y = seal.top + (row + 1) * seal.tall / 6
        page.canvas.drawLine(body.left, y, body.right, y, paint(shade(tone, 1.15), 0.6, width=0.003 * body.tall))
    page.canvas.restore()
    _gloss(page, shape)
    _label(page, body.part(0.14, 0.15, 0.86, 0.93), tone)


def bottle(page: Page) -> None:
    """A bottle with a paper label round it."""
    page.backdrop()
    body = page.frame.fitted(0.36, 0.86)
    glass = mix(page.accent, rgb("#1d3b2a"), 0.35) if page.plan.tint is None else page.accent
    half = [
        (0.0, 0.06),
        (0.12, 0.06),
        (0.13, 0.2),
        (0.16, 0.28),
        (0.42, 0.4),
        (0.48, 0.5),
        (0.48, 0.95),
        (0.42, 1.0),
        (0.0, 1.0),
    ]
    points = [body.at(0.5 + x, y) for x, y in half] + [body.at(0.5 - x, y) for x, y in reversed(half[1:-1])]
    shape = outline(points)
    _on(page, shape, glass, round_form=True)
    _gloss(page, shape)
    page.panel(body.part(0.355, 0.0, 0.645, 0.1), side(shade(page.accent, 0.6)), round=0.01 * body.tall)
    paper = body.part(0.03, 0.52, 0.97, 0.9)
    tone = mix(PALE, page.accent, 0.06)
    page.panel(paper, tone)
    _label(page, paper.part(0.1, 0.05, 0.9, 0.97), tone)
    page.panel(
        paper,
        linear(
            paper.at(0, 0),
            paper.at(1, 0),
            [(0, 0, 0, 0.25), (0, 0, 0, 0.0), (0, 0, 0, 0.0), (0, 0, 0, 0.35)],
            [0, 0.2, 0.6, 1],
        ),
    )


def tin(page: Page) -> None:
    """A drinks can."""
    page.backdrop()
    body = page.frame.fitted(0.54, 0.82)
    tone = _coat(page)
    half = [(0.0, 0.0), (0.4, 0.0), (0.5, 0.08), (0.5, 0.92), (0.4, 1.0), (0.0, 1.0)]
    points = [body.at(0.5 + x, y) for x, y in half] + [body.at(0.5 - x, y) for x, y in reversed(half[1:-1])]
    shape = skia.Path.Polygon(points, True)
    _on(page, shape, rgb("#c6cad0"), round_form=True)
    wall = body.part(0, 0.08, 1, 0.92)
    page.panel(wall, tone)
    _label(page, wall.part(0.1, 0.06, 0.9, 0.97), tone)
    _gloss(page, shape)


def jar(page: Page) -> None:
    """A low jar with a lid, its label round it."""
    page.backdrop()
    body = page.frame.fitted(1.05, 0.68)
    tone = _coat(page)
    page.panel(body.part(0.02, 0.0, 0.98, 0.24), side(shade(page.accent, 0.55)), round=0.03 * body.tall)
    wall = body.part(0, 0.22, 1, 1)
    shape = skia.Path()
    shape.addRoundRect(skia.Rect.MakeXYWH(*map(float, wall)), float(0.09 * body.tall), float(0.09 * body.tall))
    _on(page, shape, tone, round_form=True, contrast=0.3)
    _label(page, wall.part(0.26, 0.06, 0.74, 0.96), tone)
    _gloss(page, shape)


#: Half of a shirt's outline, from the collar down: its sleeve, its side, its hem.
SHIRT = "0,.11! .09,.09 .15,0! .33,.06 .38,.12 .5,.34! .39,.4! .31,.29! .31,.62 .32,.99! .1,1 0,1!"


def shirt(page: Page) -> None:
    """A shirt laid flat, the print on its chest."""
    page.backdrop()
    body = page.frame.fitted(1.0, 0.9)
    tone = (
        page.accent if page.plan.tint else rgb("#23262d") if page.dark or page.scene.seed % 2 == 0 else rgb("#f4f3ef")
    )
    path = skia.Path()
    for flip in (1, -1):
        half = skia.Path(outline(SHIRT, smooth=True))
        half.transform(skia.Matrix().setScale(flip * body.wide, body.tall))
        half.offset(body.left + body.wide / 2, body.top)
        path = half if flip == 1 else skia.Op(path, half, skia.PathOp.kUnion_PathOp)
    page.canvas.save()
    page.canvas.translate(0, 0.012 * body.tall)
    fill(page.canvas, path, BLACK, 0.35, blur=0.02 * body.tall)
    page.canvas.restore()
    fill(page.canvas, path, linear(body.at(0, 0), body.at(1, 1), (shade(tone, 1.06), tone, shade(tone, 0.88))))
    collar = body.part(0.34, -0.02, 0.66, 0.12)
    page.canvas.save()
    page.canvas.clipPath(path, doAntiAlias=True)
    page.canvas.drawOval(skia.Rect.MakeXYWH(*map(float, collar)), paint(shade(tone, 0.6), width=0.018 * body.tall))
    for x in (0.24, 0.76):
        page.canvas.drawLine(
            *body.at(x, 0.3),
            *body.at(x + (0.5 - x) * 0.16, 0.5),
            paint(shade(tone, 0.75), 0.5, width=0.006 * body.tall),
        )
    page.canvas.restore()
    _print(page, body.part(0.31, 0.2, 0.69, 0.68), tone)


def _print(page: Page, frame: Frame, tone: Colour) -> None:
    """The motif and the words that are printed on cloth or china."""
    words = frame.part(0, 0.76, 1, 1)
    if page.plan.things or page.title is None:
        page.group(frame.part(0.02, 0, 0.98, 0.72 if page.title else 0.95))
    else:
        words = frame.part(0, 0.2, 1, 0.8)
    page.name(words, _ink_on(tone))


def mug(page: Page) -> None:
    """A mug with its handle, the print on its wall."""
    page.backdrop()
    body = page.frame.fitted(1.15, 0.68)
    tone = page.accent if page.plan.tint else rgb("#33363f") if page.dark else rgb("#fbfaf7")
    right = page.scene.seed % 2 == 0
    wall = body.part(0.02, 0, 0.74, 1) if right else body.part(0.26, 0, 0.98, 1)
    x = wall.right if right else wall.left
    handle = skia.Rect.MakeLTRB(
        x - 0.14 * body.wide, body.top + 0.22 * body.tall, x + 0.2 * body.wide, body.top + 0.74 * body.tall
    )
    if not right:
        handle = skia.Rect.MakeLTRB(x - 0.2 * body.wide, handle.top(), x + 0.14 * body.wide, handle.bottom())
    page.canvas.drawOval(handle, paint(shade(tone, 0.86), width=0.075 * body.wide))
    shape = skia.Path()
    radius = float(0.08 * body.tall)
    shape.addRoundRect(skia.Rect.MakeXYWH(*map(float, wall)), radius, radius)
    _on(page, shape, tone, round_form=True, contrast=0.35)
    rim = skia.Rect.MakeXYWH(
        float(wall.left), float(wall.top - 0.05 * body.tall), float(wall.wide), float(0.13 * body.tall)
    )
    page.canvas.drawOval(rim, paint(shade(tone, 1.1)))
    page.canvas.drawOval(rim.makeInset(0.03 * body.wide, 0.018 * body.tall), paint(shade(tone, 0.62)))
    _print(page, wall.part(0.16, 0.2, 0.84, 0.9), tone)


def tote(page: Page) -> None:
    """A cloth bag or a shopping bag with two handles."""
    page.backdrop()
    body = page.frame.fitted(0.82, 0.86)
    tone = page.accent if page.plan.tint else rgb("#e9dfca")
    bag = body.part(0, 0.26, 1, 1)
    for x in (0.34, 0.36):
        loop = skia.Rect.MakeLTRB(
            body.left + (x - 0.06) * body.wide,
            body.top,
            body.right - (x - 0.06) * body.wide,
            body.top + 0.56 * body.tall,
        )
        page.canvas.drawOval(loop, paint(shade(tone, 0.72 if x == 0.34 else 0.86), width=0.03 * body.wide))
    shape = skia.Path.Polygon([bag.at(0.02, 0), bag.at(0.98, 0), bag.at(1, 1), bag.at(0, 1)], True)
    _on(page, shape, tone)
    page.panel(bag.part(0.02, 0, 0.98, 0.03), shade(tone, 0.88))
    _print(page, bag.part(0.2, 0.14, 0.8, 0.9), tone)


def book(page: Page) -> None:
    """A book that stands half turned, its cover a scene with the title over it."""
    page.backdrop()
    body = page.frame.fitted(0.74, 0.84)
    cover = body.part(0.08, 0, 1, 1)
    page.panel(Frame(body.left, body.bottom - 0.02 * body.tall, body.wide * 1.04, 0.05 * body.tall), BLACK, alpha=0.35,
               round=0.02 * body.tall, blur=0.02 * body.tall)  # fmt: skip
    spine = [body.at(0.08, 0), body.at(0, 0.035), body.at(0, 0.965), body.at(0.08, 1)]
    fill(page.canvas, skia.Path.Polygon(spine, True), shade(page.accent, 0.5))
    page.picture(page.bare(), cover)
    page.panel(cover.part(0, 0, 0.03, 1), BLACK, alpha=0.18)
    page.headline(cover.part(0.08, 0.05, 0.92, 0.26))
