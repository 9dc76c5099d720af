"""Isometric pictures: a room cut open at the corner, or a small building on its plot, made of blocks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import skia

from easel.engines.painter.brush import WHITE, Colour, linear, mix, paint, rgb, shade
from easel.engines.painter.layouts.frame import Frame
from easel.engines.painter.layouts.page import Page
from easel.engines.painter.sprites import get

COS, SIN = 0.866, 0.5
WOOD, PALE, METAL, LEAF, DARK = (rgb(tone) for tone in ("#c99a66", "#f3efe8", "#b9c1cb", "#5f9a58", "#2b2f38"))
#: The sides of a room and the height of its walls, in metres.
SIDE, HIGH = 4.0, 2.5


@dataclass(slots=True)
class Iso:
    """A space seen from a corner: x goes right and down, y left and down, z up, in metres from the farthest corner."""

    page: Page
    at: tuple[float, float]
    unit: float

    def point(self, x: float, y: float, z: float = 0.0) -> tuple[float, float]:
        """Where a point of the space is in the picture."""
        return self.at[0] + (x - y) * COS * self.unit, self.at[1] + ((x + y) * SIN - z) * self.unit

    def face(self, corners: list[tuple[float, float, float]], ink: Colour | skia.Shader, alpha: float = 1.0) -> None:
        """A flat face through corners."""
        path = skia.Path.Polygon([self.point(*corner) for corner in corners], True)
        self.page.canvas.drawPath(path, paint(ink, alpha))

    def block(self, x: float, y: float, z: float, wide: float, deep: float, tall: float, tone: Colour) -> None:
        """A block with its top and the two sides that one sees."""
        a, b, c = x + wide, y + deep, z + tall
        self.face([(x, b, z), (a, b, z), (a, b, c), (x, b, c)], shade(tone, 0.86))
        self.face([(a, y, z), (a, b, z), (a, b, c), (a, y, c)], shade(tone, 0.7))
        self.face([(x, y, c), (a, y, c), (a, b, c), (x, b, c)], shade(tone, 1.08))

    def shade_on_floor(self, x: float, y: float, wide: float, deep: float) -> None:
        """The shadow that something leaves on the floor."""
        self.face(
            [(x, y, 0), (x + wide + 0.12, y, 0), (x + wide + 0.12, y + deep + 0.12, 0), (x, y + deep + 0.12, 0)],
            (0, 0, 0),
            0.13,
        )

    def on_left(self, y: float, z: float, deep: float, tall: float, tone: Colour, *, x: float = 0.0) -> None:
        """A panel on the wall that runs along y."""
        self.face([(x, y, z), (x, y + deep, z), (x, y + deep, z + tall), (x, y, z + tall)], tone)

    def on_right(self, x: float, z: float, wide: float, tall: float, tone: Colour, *, y: float = 0.0) -> None:
        """A panel on the wall that runs along x."""
        self.face([(x, y, z), (x + wide, y, z), (x + wide, y, z + tall), (x, y, z + tall)], tone)


# ------------------------------------------------------------------------------------------------------------ rooms
def room(page: Page) -> None:
    """A room without its two near walls, its furniture, and who is in it."""
    ground(page)
    unit = min(page.frame.wide / (2 * SIDE * COS + 1.0), page.frame.tall / (SIDE + HIGH + 1.0))
    middle = page.frame.centre
    iso = Iso(page, (middle[0], middle[1] - 0.5 * (SIDE - HIGH) * unit), unit)
    wall = mix(page.accent, WHITE, 0.62) if not page.dark else mix(page.accent, rgb("#252a36"), 0.7)
    floor = rgb("#d9b98c") if not page.dark else rgb("#6d5a45")
    kind = page.layout.forms[0] if page.layout.forms else "living_room"
    if kind in ("bathroom", "kitchen", "shop", "hospital"):
        floor = rgb("#dfe4e6") if not page.dark else rgb("#59616b")
    _shell(iso, wall, floor, planks=kind not in ("bathroom", "kitchen", "shop", "hospital"))
    ROOMS.get(kind, _living)(iso)
    inhabitants(iso, SPOTS)


def ground(page: Page) -> None:
    """The air that it floats in."""
    tone = mix(page.accent, WHITE, 0.8) if not page.dark else mix(rgb("#14171f"), page.accent, 0.12)
    page.fill(linear(page.frame.at(0, 0), page.frame.at(0, 1), (shade(tone, 1.05), shade(tone, 0.94))))


def _shell(iso: Iso, wall: Colour, floor: Colour, *, planks: bool) -> None:
    thick = 0.14
    iso.face([(-thick, SIDE, -0.25), (SIDE, SIDE, -0.25), (SIDE, SIDE, 0), (-thick, SIDE, 0)], shade(floor, 0.66))
    iso.face([(SIDE, -thick, -0.25), (SIDE, SIDE, -0.25), (SIDE, SIDE, 0), (SIDE, -thick, 0)], shade(floor, 0.54))
    iso.face([(0, 0, 0), (SIDE, 0, 0), (SIDE, SIDE, 0), (0, SIDE, 0)], floor)
    steps = 10 if planks else 8
    for k in range(1, steps):
        at = SIDE * k / steps
        line = paint(shade(floor, 0.86), 0.7, width=0.02 * iso.unit)
        iso.page.canvas.drawLine(*iso.point(0, at), *iso.point(SIDE, at), line)
        if not planks:
            iso.page.canvas.drawLine(*iso.point(at, 0), *iso.point(at, SIDE), line)
    iso.on_left(0, 0, SIDE, HIGH, shade(wall, 0.93))
    iso.on_right(0, 0, SIDE, HIGH, wall)
    iso.face(
        [
            (-thick, -thick, HIGH),
            (SIDE, -thick, HIGH),
            (SIDE, 0, HIGH),
            (0, 0, HIGH),
            (0, SIDE, HIGH),
            (-thick, SIDE, HIGH),
        ],
        shade(wall, 0.72),
    )
    iso.face([(-thick, SIDE, -0.25), (0, SIDE, -0.25), (0, SIDE, HIGH), (-thick, SIDE, HIGH)], shade(wall, 0.62))
    iso.face([(SIDE, -thick, -0.25), (SIDE, 0, -0.25), (SIDE, 0, HIGH), (SIDE, -thick, HIGH)], shade(wall, 0.52))
    iso.on_left(0, 0, SIDE, 0.12, WHITE, x=0.01)
    iso.on_right(0, 0, SIDE, 0.12, shade(WHITE, 0.95), y=0.01)


def _window(iso: Iso, x: float, *, wide: float = 1.3) -> None:
    """A window in the wall on the right."""
    sky = rgb("#a8d8f2") if not iso.page.dark else rgb("#26365e")
    iso.on_right(x - 0.07, 0.93, wide + 0.14, 1.24, WHITE)
    iso.on_right(x, 1.0, wide, 1.1, sky)
    iso.face([(x, 0, 1.0), (x + 0.6 * wide, 0, 1.0), (x + wide, 0, 2.1), (x + 0.5 * wide, 0, 2.1)], WHITE, 0.28)
    iso.on_right(x + 0.48 * wide, 1.0, 0.05, 1.1, WHITE)
    iso.block(x - 0.1, 0, 0.88, wide + 0.2, 0.14, 0.06, WHITE)


def _picture(iso: Iso, y: float, tone: Colour) -> None:
    iso.on_left(y, 1.2, 0.8, 0.8, shade(WOOD, 0.7))
    iso.on_left(y + 0.07, 1.27, 0.66, 0.66, PALE, x=0.01)
    iso.face([(0.01, y + 0.12, 1.33), (0.01, y + 0.68, 1.33), (0.01, y + 0.4, 1.75)], tone)


def _rug(iso: Iso, x: float, y: float, wide: float, deep: float) -> None:
    tone = mix(iso.page.accent, WHITE, 0.25)
    for by, ink in ((0.0, tone), (0.12, mix(tone, WHITE, 0.55)), (0.2, mix(tone, WHITE, 0.15))):
        iso.face(
            [
                (x + by, y + by, 0.01),
                (x + wide - by, y + by, 0.01),
                (x + wide - by, y + deep - by, 0.01),
                (x + by, y + deep - by, 0.01),
            ],
            ink,
        )


def _plant(iso: Iso, x: float, y: float, tall: float = 1.1) -> None:
    iso.shade_on_floor(x, y, 0.34, 0.34)
    iso.block(x, y, 0, 0.34, 0.34, 0.36, rgb("#d9805a"))
    foot = iso.point(x + 0.17, y + 0.17, 0.34)
    for lean, share in ((-0.42, 0.8), (0.42, 0.82), (-0.2, 1.0), (0.22, 0.98), (0.0, 1.1)):
        far = share * (tall - 0.34) * iso.unit
        tip = (foot[0] + lean * far, foot[1] - far)
        leaf = skia.Path()
        leaf.moveTo(*foot)
        leaf.quadTo(foot[0] + (lean - 0.28) * 0.7 * far, foot[1] - 0.6 * far, *tip)
        leaf.quadTo(foot[0] + (lean + 0.28) * 0.7 * far, foot[1] - 0.5 * far, *foot)
        iso.page.canvas.drawPath(leaf, paint(shade(LEAF, 0.85 + 0.25 * share * (lean <= 0))))


def _desk(iso: Iso, x: float, y: float, *, wide: float = 1.5) -> None:
    """A desk along the wall on the right, a screen on it, a chair before it."""
    iso.shade_on_floor(x, y, wide, 0.7)
    for a in (x, x + wide - 0.08):
        iso.block(a, y, 0, 0.08, 0.7, 0.72, shade(WOOD, 0.8))
    iso.block(x, y, 0.72, wide, 0.72, 0.06, WOOD)
    iso.block(x + 0.5 * wide - 0.12, y + 0.14, 0.78, 0.24, 0.1, 0.1, METAL)
    iso.block(x + 0.5 * wide - 0.36, y + 0.14, 0.86, 0.72, 0.06, 0.46, DARK)
    iso.on_right(x + 0.5 * wide - 0.32, 0.9, 0.64, 0.38, mix(iso.page.accent, rgb("#bfe6ff"), 0.55), y=y + 0.205)
    iso.block(x + 0.5 * wide - 0.24, y + 0.42, 0.78, 0.46, 0.16, 0.025, PALE)
    iso.block(x + 0.1, y + 0.2, 0.78, 0.14, 0.2, 0.2, iso.page.hues(3)[1])
    _chair(iso, x + 0.5 * wide - 0.22, y + 0.85)


def _chair(iso: Iso, x: float, y: float) -> None:
    tone = iso.page.accent
    iso.shade_on_floor(x, y, 0.44, 0.44)
    iso.block(x + 0.18, y + 0.18, 0, 0.08, 0.08, 0.42, DARK)
    iso.block(x, y, 0.42, 0.46, 0.46, 0.09, tone)
    iso.block(x, y + 0.4, 0.51, 0.46, 0.07, 0.5, shade(tone, 0.92))


def _shelves(iso: Iso, y: float, *, deep: float = 1.2, goods: bool = False) -> None:
    """Shelves on the wall on the left with books, or with goods."""
    iso.shade_on_floor(0, y, 0.34, deep)
    iso.block(0, y, 0, 0.34, deep, 2.0, shade(WOOD, 0.92))
    hues = iso.page.hues(5)
    for row in range(4):
        z = 0.1 + 0.47 * row
        iso.face(
            [
                (0.345, y + 0.06, z),
                (0.345, y + deep - 0.06, z),
                (0.345, y + deep - 0.06, z + 0.4),
                (0.345, y + 0.06, z + 0.4),
            ],
            shade(WOOD, 0.5),
        )
        at, number = y + 0.1, row
        while at < y + deep - 0.18:
            wide = 0.15 if goods else 0.07 + 0.03 * ((number * 7) % 3)
            top = z + 0.24 + 0.04 * (number % 3)
            cover = [(0.35, at, z), (0.35, at + wide, z), (0.35, at + wide, top), (0.35, at, top)]
            iso.face(cover, hues[number % 5])
            at, number = at + wide + (0.07 if goods else 0.012), number + 1


def _bed(iso: Iso, x: float, y: float) -> None:
    """A bed with its head at the wall on the right."""
    iso.shade_on_floor(x, y, 1.6, 2.1)
    iso.block(x - 0.05, y, 0, 1.7, 0.12, 1.05, shade(WOOD, 0.85))
    iso.block(x, y + 0.1, 0.08, 1.6, 2.0, 0.26, WOOD)
    iso.block(x + 0.03, y + 0.12, 0.34, 1.54, 1.94, 0.16, PALE)
    iso.block(x + 0.01, y + 0.85, 0.36, 1.58, 1.24, 0.2, iso.page.accent)
    iso.block(x + 0.01, y + 0.75, 0.48, 1.58, 0.24, 0.09, mix(iso.page.accent, WHITE, 0.6))
    for a in (0.14, 0.86):
        iso.block(x + a, y + 0.22, 0.5, 0.6, 0.34, 0.12, WHITE)


def _table(iso: Iso, x: float, y: float, wide: float, deep: float, tall: float = 0.74, tone: Colour = WOOD) -> None:
    iso.shade_on_floor(x, y, wide, deep)
    for a in (x, x + wide - 0.07):
        for b in (y, y + deep - 0.07):
            iso.block(a, b, 0, 0.07, 0.07, tall - 0.06, shade(tone, 0.78))
    iso.block(x, y, tall - 0.06, wide, deep, 0.06, tone)


def _lamp(iso: Iso, x: float, y: float) -> None:
    iso.shade_on_floor(x, y, 0.26, 0.26)
    iso.block(x, y, 0, 0.26, 0.26, 0.05, DARK)
    iso.block(x + 0.11, y + 0.11, 0.05, 0.04, 0.04, 1.35, DARK)
    iso.block(x - 0.05, y - 0.05, 1.4, 0.36, 0.36, 0.32, rgb("#fbe3a4"))


def _office(iso: Iso) -> None:
    _window(iso, 0.5)
    _window(iso, 2.2)
    _picture(iso, 2.7, iso.page.hues(3)[2])
    _shelves(iso, 0.25)
    _rug(iso, 1.1, 1.7, 2.2, 1.5)
    _desk(iso, 0.65, 0.15)
    _desk(iso, 2.35, 0.15)
    _table(iso, 1.3, 2.3, 1.5, 0.8, 0.7, PALE)
    iso.block(1.6, 2.5, 0.7, 0.4, 0.3, 0.02, METAL)
    _plant(iso, 0.15, 3.4)
    iso.block(3.4, 2.2, 0, 0.45, 0.5, 1.0, METAL)


def _bedroom(iso: Iso) -> None:
    _window(iso, 2.4)
    _picture(iso, 1.9, iso.page.hues(3)[1])
    _shelves(iso, 0.5, deep=0.9)
    _rug(iso, 0.9, 1.5, 2.6, 1.7)
    iso.block(0.62, 0.1, 0, 0.42, 0.42, 0.5, shade(WOOD, 0.9))
    iso.block(0.74, 0.22, 0.5, 0.16, 0.16, 0.3, rgb("#fbe3a4"))
    _bed(iso, 1.15, 0.05)
    iso.block(3.2, 0.1, 0, 0.6, 0.5, 0.9, shade(WOOD, 0.94))
    _plant(iso, 0.15, 3.3)


def _living(iso: Iso) -> None:
    tone = iso.page.accent
    _window(iso, 1.3)
    _picture(iso, 1.6, iso.page.hues(3)[1])
    _rug(iso, 0.9, 1.0, 2.4, 2.2)
    _lamp(iso, 0.2, 0.2)
    iso.shade_on_floor(0.12, 0.9, 0.85, 2.1)
    iso.block(0.1, 0.9, 0.08, 0.85, 2.1, 0.34, tone)
    iso.block(0.08, 0.9, 0.1, 0.22, 2.1, 0.78, shade(tone, 0.94))
    iso.block(0.1, 0.9, 0.1, 0.85, 0.2, 0.54, shade(tone, 0.96))
    iso.block(0.34, 1.2, 0.42, 0.16, 0.5, 0.4, iso.page.hues(3)[1])
    iso.block(0.1, 2.82, 0.1, 0.85, 0.2, 0.54, shade(tone, 0.96))
    iso.block(2.0, 0.1, 0, 1.5, 0.42, 0.5, WOOD)
    iso.block(2.15, 0.22, 0.52, 1.2, 0.06, 0.7, DARK)
    iso.on_right(2.2, 0.57, 1.1, 0.6, mix(rgb("#6fb6e0"), tone, 0.3), y=0.29)
    _table(iso, 1.6, 1.7, 0.7, 1.0, 0.42)
    iso.block(1.8, 2.0, 0.42, 0.14, 0.14, 0.14, WHITE)
    _plant(iso, 3.5, 0.2)
    _plant(iso, 0.2, 3.45, 0.9)


def _kitchen(iso: Iso) -> None:
    _window(iso, 1.6)
    tone = mix(iso.page.accent, WHITE, 0.2)
    iso.block(0, 0, 0, 0.75, 0.75, 2.0, METAL)
    iso.face([(0.76, 0.1, 0.9), (0.76, 0.65, 0.9), (0.76, 0.65, 0.93), (0.76, 0.1, 0.93)], DARK)
    iso.block(0, 0.8, 1.5, 0.36, 2.2, 0.6, tone)
    iso.block(0.78, 0, 0, 3.0, 0.64, 0.86, tone)
    iso.block(0.78, 0, 0.86, 3.0, 0.68, 0.06, PALE)
    for k in range(1, 5):
        iso.on_right(0.8 + 0.58 * k, 0.06, 0.02, 0.76, shade(tone, 0.6), y=0.645)
    iso.block(1.9, 0.16, 0.92, 0.7, 0.36, 0.01, METAL)
    iso.block(0, 0.8, 0, 0.64, 2.2, 0.86, tone)
    iso.block(0, 0.8, 0.86, 0.68, 2.2, 0.06, PALE)
    iso.block(0.1, 1.5, 0.92, 0.46, 0.6, 0.02, DARK)
    iso.block(0.2, 1.62, 0.94, 0.26, 0.26, 0.2, iso.page.hues(3)[1])
    _table(iso, 1.9, 1.8, 1.2, 1.2)
    for x, y in ((1.4, 2.2), (3.15, 2.2), (2.3, 3.1)):
        iso.shade_on_floor(x, y, 0.38, 0.38)
        iso.block(x, y, 0, 0.38, 0.38, 0.45, shade(WOOD, 0.9))
    iso.block(2.4, 2.3, 0.74, 0.26, 0.26, 0.12, rgb("#e8913a"))


def _bathroom(iso: Iso) -> None:
    _window(iso, 2.5, wide=0.9)
    iso.shade_on_floor(0.1, 0.1, 1.9, 0.9)
    iso.block(0.1, 0.1, 0, 1.9, 0.9, 0.58, WHITE)
    iso.face([(0.22, 0.22, 0.585), (1.88, 0.22, 0.585), (1.88, 0.88, 0.585), (0.22, 0.88, 0.585)], rgb("#9fd6ec"))
    _rug(iso, 1.1, 1.4, 1.4, 1.0)
    iso.block(0.0, 1.6, 0, 0.55, 1.2, 0.8, mix(iso.page.accent, WHITE, 0.2))
    iso.block(0.0, 1.6, 0.8, 0.58, 1.2, 0.06, WHITE)
    iso.on_left(1.75, 1.15, 0.9, 0.95, rgb("#cfe9f5"), x=0.02)
    iso.block(2.75, 0.05, 0.1, 0.5, 0.24, 0.75, WHITE)
    iso.block(2.78, 0.28, 0.0, 0.44, 0.52, 0.42, WHITE)
    _plant(iso, 3.5, 0.2)
    iso.block(0.15, 3.2, 0, 0.5, 0.5, 0.6, WOOD)


def _shop(iso: Iso) -> None:
    _window(iso, 2.3)
    _shelves(iso, 0.15, deep=1.7, goods=True)
    _shelves(iso, 2.0, deep=1.7, goods=True)
    iso.shade_on_floor(1.7, 1.9, 1.6, 0.7)
    iso.block(1.7, 1.9, 0, 1.6, 0.7, 0.9, iso.page.accent)
    iso.block(1.65, 1.85, 0.9, 1.7, 0.8, 0.07, WOOD)
    iso.block(2.7, 2.1, 0.97, 0.36, 0.3, 0.24, DARK)
    hues = iso.page.hues(4)
    for k in range(4):
        iso.block(0.9 + 0.34 * k, 0.2, 0, 0.28, 0.3, 0.3 + 0.14 * (k % 2), hues[k])
    _plant(iso, 3.5, 0.2)


def _cafe(iso: Iso) -> None:
    _window(iso, 2.2)
    _shelves(iso, 0.2, deep=1.2, goods=True)
    iso.block(0.75, 0.3, 0, 0.6, 1.7, 0.95, iso.page.accent)
    iso.block(0.7, 0.25, 0.95, 0.7, 1.8, 0.07, WOOD)
    iso.block(0.85, 0.6, 1.02, 0.4, 0.4, 0.4, METAL)
    for x, y in ((2.4, 0.7), (1.5, 2.6), (2.9, 2.3)):
        _table(iso, x, y, 0.62, 0.62)
        iso.block(x + 0.24, y + 0.24, 0.74, 0.12, 0.12, 0.1, WHITE)
        iso.shade_on_floor(x + 0.14, y + 0.76, 0.34, 0.34)
        iso.block(x + 0.14, y + 0.76, 0, 0.34, 0.34, 0.44, shade(iso.page.accent, 0.8))
    _plant(iso, 0.15, 3.4)


def _classroom(iso: Iso) -> None:
    iso.on_left(0.7, 0.9, 2.4, 1.25, shade(WOOD, 0.8))
    iso.on_left(0.78, 0.98, 2.24, 1.09, rgb("#2f5b48"), x=0.01)
    _window(iso, 1.4)
    _desk(iso, 0.5, 0.2, wide=1.1)
    for x in (1.7, 2.9):
        for y in (1.2, 2.4):
            _table(iso, x, y, 0.7, 0.6)
            iso.block(x + 0.2, y + 0.2, 0.74, 0.3, 0.22, 0.03, iso.page.hues(3)[1])
            iso.block(x + 0.8, y + 0.12, 0, 0.34, 0.36, 0.42, iso.page.accent)
    _plant(iso, 0.15, 3.4)


def _library(iso: Iso) -> None:
    _window(iso, 1.5)
    _shelves(iso, 0.1, deep=1.8)
    _shelves(iso, 2.0, deep=1.8)
    _rug(iso, 1.1, 1.1, 2.3, 2.2)
    _table(iso, 1.5, 1.6, 1.5, 0.9)
    iso.block(1.8, 1.85, 0.74, 0.36, 0.26, 0.06, iso.page.hues(3)[1])
    iso.block(2.4, 1.9, 0.74, 0.3, 0.24, 0.1, iso.page.hues(3)[2])
    for x in (1.7, 2.4):
        _chair(iso, x, 2.65)
    _lamp(iso, 3.4, 0.3)


ROOMS: dict[str, Callable[[Iso], None]] = {
    "office": _office, "bedroom": _bedroom, "living_room": _living, "kitchen": _kitchen, "bathroom": _bathroom,
    "shop": _shop, "supermarket": _shop, "cafe": _cafe, "classroom": _classroom, "library": _library,
}  # fmt: skip
#: Where who lives in a room may be, x and y.
SPOTS = ((2.6, 3.3), (3.4, 3.0), (1.2, 3.5), (3.5, 1.6), (2.0, 3.6), (3.6, 3.6))
#: How high things stand there, by group, in metres.
TALL = {"person": 1.55, "animal": 0.75, "vehicle": 1.0, "plant": 1.1}


def inhabitants(iso: Iso, spots: Sequence[tuple[float, float]]) -> None:
    """Who and what the words name beside furniture and houses, upright on the ground."""
    named = [thing for thing in iso.page.plan.things if get(thing.kind).group not in ("furniture", "building")]
    free = iter(spots)
    for thing in named:
        sprite = get(thing.kind)
        for copy in range(thing.count):
            spot = next(free, None)
            if spot is None:
                return
            x, y = iso.point(*spot)
            tall = TALL.get(sprite.group, 0.55) * iso.unit
            wide = tall * sprite.width
            foot = Frame(x - 0.4 * wide, y - 0.05 * tall, 0.8 * wide, 0.1 * tall)
            iso.page.panel(foot, (0, 0, 0), alpha=0.2, round=0.05 * tall)
            iso.page.emblem(thing, Frame(x - wide, y - tall, 2 * wide, tall), copy=copy)
