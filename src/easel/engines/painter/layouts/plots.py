"""Isometric buildings: houses, shops and towers on a plot of grass, and a few blocks of a city."""

from easel.engines.painter.brush import WHITE, Colour, mix, rgb, shade
from easel.engines.painter.layouts.frame import Frame
from easel.engines.painter.layouts.isometric import DARK, LEAF, PALE, WOOD, Iso, ground, inhabitants
from easel.engines.painter.layouts.page import Page

GRASS, EARTH, PAVING, ROAD = (rgb(tone) for tone in ("#8fc26a", "#a9794e", "#d8d3ca", "#6b7078"))
#: Where somebody may stand on a plot, x and y.
SPOTS = ((3.4, 5.5), (4.3, 5.2), (2.2, 5.6), (5.5, 3.2), (1.4, 5.5))
#: How high what stands on a plot is, and the side of a plot, in metres.
HEIGHTS = {"tower": 5.2, "city": 4.6, "shop": 3.6, "cafe": 3.6, "village": 2.4}
PLOT = 6.0


def plot(page: Page) -> None:
    """One building with trees, a path and a hedge round it; several for a town."""
    ground(page)
    kind = page.layout.forms[0] if page.layout.forms else "house"
    # From the highest roof to the foot of the plot's near corner, in metres below its far corner.
    top, foot = min(0.0, 1.8 - HEIGHTS.get(kind, 4.2)), PLOT + 0.7
    unit = min(page.frame.wide / (2 * PLOT * 0.866 + 0.8), page.frame.tall / (foot - top + 1.0))
    middle = page.frame.centre
    iso = Iso(page, (middle[0], middle[1] - 0.5 * (top + foot) * unit), unit)
    town = kind in ("city", "town", "village")
    _earth(iso, PAVING if kind in ("city", "tower", "shop", "cafe") else GRASS)
    BUILDINGS.get(kind, _house)(iso)
    if not town:
        for x, y in ((0.4, 4.9), (5.2, 0.5), (5.2, 4.7)):
            _tree(iso, x, y)
    inhabitants(iso, SPOTS)


def _earth(iso: Iso, top: Colour) -> None:
    if iso.page.dark:
        top = mix(top, rgb("#1a2030"), 0.5)
    iso.block(0, 0, -0.7, PLOT, PLOT, 0.55, EARTH)
    iso.block(0, 0, -0.16, PLOT, PLOT, 0.16, top)


def _tree(iso: Iso, x: float, y: float, tall: float = 1.6) -> None:
    iso.shade_on_floor(x, y, 0.4, 0.4)
    iso.block(x + 0.12, y + 0.12, 0, 0.16, 0.16, 0.5, shade(WOOD, 0.7))
    for step, half in ((0.45, 0.34), (0.8, 0.26), (1.15, 0.16)):
        if step < tall:
            iso.block(x + 0.2 - half, y + 0.2 - half, step, 2 * half, 2 * half, 0.34, shade(LEAF, 0.92 + 0.14 * step))


def _panes(iso: Iso, x: float, y: float, wide: float, deep: float, z: float, many: int) -> None:
    """Windows along the two sides that one sees of a block."""
    glass = rgb("#bfe4f5") if not iso.page.dark else rgb("#ffd98a")
    for k in range(many):
        a = x + wide * (k + 0.5) / many - 0.2
        iso.on_right(a - 0.05, z - 0.05, 0.5, 0.65, WHITE, y=y + deep + 0.005)
        iso.on_right(a, z, 0.4, 0.55, glass, y=y + deep + 0.01)
        b = y + deep * (k + 0.5) / many - 0.2
        iso.on_left(b - 0.05, z - 0.05, 0.5, 0.65, shade(WHITE, 0.9), x=x + wide + 0.005)
        iso.on_left(b, z, 0.4, 0.55, shade(glass, 0.88), x=x + wide + 0.01)


def _roof(iso: Iso, x: float, y: float, wide: float, deep: float, z: float, tall: float, tone: Colour) -> None:
    """A gable along x."""
    over, ridge = 0.18, y + deep / 2
    a, b, c, d = x - over, x + wide + over, y - over, y + deep + over
    iso.face([(a, c, z), (b, c, z), (b, ridge, z + tall), (a, ridge, z + tall)], shade(tone, 1.1))
    iso.face([(x + wide, y, z), (x + wide, y + deep, z), (x + wide, ridge, z + tall)], shade(PALE, 0.74))
    iso.face([(a, d, z - 0.05), (b, d, z - 0.05), (b, ridge, z + tall), (a, ridge, z + tall)], shade(tone, 0.88))
    iso.face([(b, d, z - 0.05), (b, d, z + 0.06), (b, ridge, z + tall + 0.1), (b, ridge, z + tall)], shade(tone, 0.6))
    iso.face([(b, c, z - 0.05), (b, c, z + 0.06), (b, ridge, z + tall + 0.1), (b, ridge, z + tall)], shade(tone, 0.6))


def _house(iso: Iso) -> None:
    tone = iso.page.accent
    wall = mix(PALE, tone, 0.08)
    iso.face([(2.9, 4.2, 0.01), (3.6, 4.2, 0.01), (3.6, PLOT, 0.01), (2.9, PLOT, 0.01)], PAVING)
    iso.shade_on_floor(1.2, 1.2, 3.4, 3.0)
    iso.block(1.2, 1.2, 0, 3.4, 3.0, 2.3, wall)
    _panes(iso, 1.2, 1.2, 3.4, 3.0, 1.2, 3)
    iso.on_right(2.95, 0, 0.62, 1.1, shade(WOOD, 0.7), y=4.215)
    iso.on_right(2.95, 1.12, 0.62, 0.76, wall, y=4.214)
    iso.block(1.9, 1.6, 2.5, 0.4, 0.4, 1.6, rgb("#b0664c"))
    _roof(iso, 1.2, 1.2, 3.4, 3.0, 2.3, 1.5, tone)


def _front(iso: Iso, tall: float, tone: Colour) -> None:
    """A shop's block: its striped awning, its window of glass, its door."""
    wall = mix(PALE, tone, 0.12)
    iso.shade_on_floor(1.0, 1.0, 4.0, 3.2)
    iso.block(1.0, 1.0, 0, 4.0, 3.2, tall, wall)
    glass = rgb("#bfe4f5") if not iso.page.dark else rgb("#ffd98a")
    iso.on_right(1.25, 0.35, 2.1, 1.1, glass, y=4.21)
    iso.on_right(3.6, 0, 0.8, 1.5, shade(WOOD, 0.75), y=4.21)
    iso.on_right(3.7, 0.6, 0.6, 0.8, glass, y=4.22)
    iso.on_left(1.5, 0.4, 2.0, 1.0, shade(glass, 0.88), x=5.01)
    for k in range(10):
        stripe = tone if k % 2 else WHITE
        iso.face(
            [
                (1.0 + 0.4 * k, 4.2, 1.95),
                (1.4 + 0.4 * k, 4.2, 1.95),
                (1.4 + 0.4 * k, 4.9, 1.55),
                (1.0 + 0.4 * k, 4.9, 1.55),
            ],
            stripe,
        )
        iso.face(
            [
                (1.0 + 0.4 * k, 4.9, 1.4),
                (1.4 + 0.4 * k, 4.9, 1.4),
                (1.4 + 0.4 * k, 4.9, 1.55),
                (1.0 + 0.4 * k, 4.9, 1.55),
            ],
            shade(stripe, 0.85),
        )
    iso.block(1.0, 1.0, tall, 4.0, 3.2, 0.16, shade(tone, 0.9))
    page = iso.page
    if page.title is not None:
        # Upright words: a board that faces the viewer stands on the roof.
        left, top = iso.point(1.6, 4.2, tall + 1.0)
        right, bottom = iso.point(4.4, 4.2, tall + 0.2)
        board = Frame(left, min(top, bottom) - 0.2 * iso.unit, right - left, 0.8 * iso.unit)
        page.panel(board, DARK, round=0.08 * iso.unit)
        page.name(board.inset(0.12 * iso.unit), WHITE)


def _shop(iso: Iso) -> None:
    _front(iso, 2.6, iso.page.accent)


def _cafe(iso: Iso) -> None:
    _front(iso, 2.6, iso.page.accent)
    for x in (1.4, 2.6):
        iso.block(x + 0.2, 5.2, 0, 0.1, 0.1, 0.5, DARK)
        iso.block(x, 5.0, 0.5, 0.5, 0.5, 0.06, WOOD)


def _tower(iso: Iso) -> None:
    tone = mix(iso.page.accent, rgb("#c9d6e2"), 0.55)
    iso.shade_on_floor(1.6, 1.6, 2.8, 2.8)
    iso.block(1.2, 1.2, 0, 3.6, 3.6, 0.8, shade(tone, 0.85))
    iso.block(1.6, 1.6, 0.8, 2.8, 2.8, 4.0, tone)
    for row in range(5):
        _panes(iso, 1.6, 1.6, 2.8, 2.8, 1.0 + 0.74 * row, 4)
    iso.block(2.2, 2.2, 4.8, 0.9, 0.9, 0.4, shade(tone, 0.8))


def _city(iso: Iso) -> None:
    """Blocks of several heights with a road between them."""
    for a, b in (((0, 2.6), (PLOT, 3.4)), ((2.6, 0), (3.4, PLOT))):
        iso.face([(a[0], a[1], 0.01), (b[0], a[1], 0.01), (b[0], b[1], 0.01), (a[0], b[1], 0.01)], ROAD)
    hues = iso.page.hues(4)
    tall = (3.8, 2.6, 3.0, 1.7)
    for number, (x, y) in enumerate(((0.4, 0.4), (3.7, 0.4), (0.4, 3.7), (3.7, 3.7))):
        tone = mix(hues[number], PALE, 0.35)
        iso.shade_on_floor(x, y, 1.9, 1.9)
        iso.block(x, y, 0, 1.9, 1.9, tall[number], tone)
        for row in range(int((tall[number] - 0.5) / 0.75)):
            _panes(iso, x, y, 1.9, 1.9, 0.4 + 0.75 * row, 3)
        iso.block(x + 0.5, y + 0.5, tall[number], 0.6, 0.6, 0.3, shade(tone, 0.8))
    for x, y in ((2.1, 2.1), (5.5, 2.1), (2.1, 5.4)):
        _tree(iso, x, y, 1.2)
    iso.block(2.75, 4.3, 0.02, 0.5, 0.9, 0.34, iso.page.accent)
    iso.block(2.8, 4.5, 0.36, 0.4, 0.5, 0.24, rgb("#cfe6f2"))


def _village(iso: Iso) -> None:
    """Three cottages round a tree."""
    hues = iso.page.hues(3)
    for number, (x, y) in enumerate(((0.6, 0.6), (3.6, 0.8), (0.8, 3.6))):
        iso.shade_on_floor(x, y, 1.7, 1.6)
        iso.block(x, y, 0, 1.7, 1.6, 1.1, PALE)
        _panes(iso, x, y, 1.7, 1.6, 0.35, 2)
        _roof(iso, x, y, 1.7, 1.6, 1.1, 0.9, hues[number])
    for x, y in ((3.8, 3.7), (4.8, 4.6), (2.9, 2.4), (5.1, 3.0)):
        _tree(iso, x, y)


BUILDINGS = {
    "house": _house,
    "shop": _shop,
    "cafe": _cafe,
    "tower": _tower,
    "city": _city,
    "town": _city,
    "village": _village,
}
