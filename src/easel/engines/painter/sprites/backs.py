"""What people have on their backs, by the trait `back`: wings and cloaks, in the figure's frame."""

from collections.abc import Callable

import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Point, linear, rgb, shade, side
from easel.engines.painter.sprites.figure import Body

#: Draws what is on the back of a body, seen from the front or from behind.
Back = Callable[[skia.Canvas, Body], None]


def _feathers(c: skia.Canvas, body: Body) -> None:
    """A pair of white wings, raised: three rows of feathers under a strong arm."""
    y = body.shoulder_y + 0.06
    for sign in b.both_sides(c):
        light = 1.0 if sign < 0 else 0.93
        for row, (count, long, ink) in enumerate(((9, 0.36, "#dfe4ee"), (8, 0.28, "#eef1f7"), (7, 0.17, "#ffffff"))):
            for k in range(count):
                share = k / (count - 1)
                at = (0.06 + 0.2 * share, y - 0.02 - 0.17 * share + 0.04 * share * share)
                with b.placed(c, at, turn=172.0 - 52.0 * share - 4.0 * row):
                    reach = long * (0.75 + 0.35 * share)
                    shape = [(0.0, 0.02), (0.026, -0.25 * reach), (0.024, -0.8 * reach), (0.0, -reach),
                             (-0.024, -0.8 * reach), (-0.026, -0.25 * reach)]  # fmt: skip
                    b.blob(c, shape, side(shade(rgb(ink), light), 0.5))
                    b.line(c, (0, 0), (0, -0.85 * reach), rgb("#b4bccb"), 0.0035, 0.7)
        arm = [(0.03, y + 0.03), (0.14, y - 0.13), (0.27, y - 0.17)]
        b.limb(c, arm, (0.05, 0.055, 0.03), side(shade(WHITE, light), 0.5))


def _gauze(c: skia.Canvas, body: Body) -> None:
    """Two pairs of wings like a dragonfly's, that one sees through."""
    y = body.shoulder_y + 0.08
    for _ in b.both_sides(c):
        for turn, long, wide in ((118.0, 0.3, 0.1), (58.0, 0.42, 0.125)):
            with b.placed(c, (0.02, y), turn=turn):
                ink = linear((0, 0), (0, -long), ((0.86, 0.95, 1, 0.75), (0.78, 0.72, 1, 0.7), (1, 0.82, 0.93, 0.8)),
                             (0, 0.6, 1))  # fmt: skip
                shape = b.outline([(0, 0), (wide * 0.55, -long * 0.4), (wide, -long * 0.75), (wide * 0.4, -long),
                                   (-wide * 0.3, -long * 0.98), (-wide * 0.55, -long * 0.6)])  # fmt: skip
                b.fill(c, shape, ink)
                b.fill(c, shape, rgb("#9fb4e0"), 0.9, width=0.006)
                for x in (-0.35, 0.1, 0.55):
                    b.curve(c, [(0, 0), (x * wide * 0.8, -long * 0.5), (x * wide, -long * 0.88)], WHITE, 0.004, 0.9)


def _cloak(c: skia.Canvas, body: Body) -> None:
    """A black cloak lined with red, its collar standing up around the head."""
    y, wide, high = body.shoulder_y, body.shoulder, body.head_y + 0.1 * body.head
    hem: list[Point] = [(2.2 * wide, -0.05), (1.2 * wide, -0.02), (0.4 * wide, -0.06)]
    b.blob(c, [(0.0, y), (0.9 * wide, y - 0.02), (1.55 * wide, y + 0.25), *hem, (0.0, -0.04)],
           side(rgb("#17151b"), 1.5), mirrored=True)  # fmt: skip
    b.blob(c, [(0.0, y), (0.7 * wide, y), (1.25 * wide, y + 0.25), (1.85 * wide, -0.1), (1.2 * wide, -0.07),
               (0.0, -0.1)], side(rgb("#a3202c"), 1.1), mirrored=True)  # fmt: skip
    for _ in b.both_sides(c):
        for x in (0.7, 1.1, 1.45):
            b.curve(
                c, [(x * wide * 0.7, y + 0.2), (x * wide, -0.3), (x * wide * 1.15, -0.09)], rgb("#6a121c"), 0.012, 0.6
            )
    collar = [
        (0.0, y + 0.03),
        (0.75 * wide, y + 0.005),
        (1.3 * wide, high),
        (0.85 * wide, high + 0.055),
        (0.0, y - 0.03),
    ]
    b.blob(c, [(x * 1.06, v) for x, v in collar], side(rgb("#17151b"), 1.4), mirrored=True)
    b.blob(c, collar, side(rgb("#b8242f"), 1.0), mirrored=True)


def _delivery_box(c: skia.Canvas, body: Body) -> None:
    """The square bag of those who deliver food."""
    y, ink = body.shoulder_y, rgb("#e0a020")
    b.rectangle(c, (-0.34, y - 0.04), 0.5, 0.36, side(ink, 1.0), round=0.03)
    b.rectangle(c, (-0.34, y + 0.03), 0.5, 0.03, shade(ink, 0.7))
    b.rectangle(c, (-0.34, y + 0.2), 0.5, 0.022, rgb("#f6f2e6"))


BACKS: dict[str, Back] = {"feathers": _feathers, "gauze": _gauze, "cloak": _cloak, "delivery_box": _delivery_box}
