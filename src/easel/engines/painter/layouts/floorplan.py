"""Floor plans: rooms inside thick walls, doors between them, windows, and the furniture from above."""

from collections.abc import Callable, Sequence

import skia

from easel.engines.painter.brush import WHITE, Colour, circle, mix, paint, rgb, shade
from easel.engines.painter.layouts.frame import Frame
from easel.engines.painter.layouts.page import Page

#: How much of the whole a room takes, beside the others.
SHARES = {"living_room": 1.7, "bedroom": 1.15, "kitchen": 0.9, "bathroom": 0.62, "study": 0.85, "dining_room": 0.95,
          "balcony": 0.45, "hall": 0.6, "office": 1.2, "garage": 1.2, "meeting_room": 1.1, "cafe": 1.8}  # fmt: skip
FLOORS = {"bathroom": "#dbe7ec", "kitchen": "#ece4d6", "balcony": "#d9e4cf", "hall": "#ece9e2", "garage": "#dcdcdc"}
WOOD, LINEN, LEAF = rgb("#e9d8bd"), rgb("#f4f1ea"), rgb("#7fa36a")
#: A wall's thickness, in shares of the plan's shorter side, and a door's width.
WALL, DOOR = 0.022, 0.1


def floor_plan(page: Page) -> None:
    """The plan in the middle of the sheet, its title above."""
    page.fill(page.ground if page.plan.tint or page.dark else rgb("#f7f6f2"))
    inner = page.frame.inset(0.06 * page.frame.short)
    inner = page.under_name(inner, 0.1, 0.02 * page.frame.short)
    aspect = min(max(inner.wide / inner.tall, 0.75), 1.5)
    whole = inner.fitted(aspect)
    rooms = list(page.layout.forms) or ["living_room", "bedroom", "kitchen", "bathroom"]
    order = sorted(range(len(rooms)), key=lambda k: rooms[k] == "living_room", reverse=True)
    wall = WALL * whole.short
    found, splits = _divided(whole.inset(wall / 2), order, rooms, page)
    page.shadow(whole, strong=0.2, reach=0.03)
    page.panel(whole, _wall_tone(page))
    for number, frame in found.items():
        floor = frame.inset(wall / 2)
        page.panel(floor, _floor(page, rooms[number]))
        FURNITURE.get(rooms[number], _living)(page, floor)
    for first, second in splits:
        _door(page, [found[k] for k in first], [found[k] for k in second], wall)
    for frame in found.values():
        _windows(page, frame, whole, wall)
    living = found[order[0]]
    _entrance(page, living, whole, wall)
    for number, frame in found.items():
        name = page.layout.labels[number] if number < len(page.layout.labels) else ""
        if name:
            tall = min(0.045 * page.frame.short, 0.16 * frame.short)
            wide = min(0.9 * frame.wide, (0.62 if name.isascii() else 1.0) * len(name) * 0.68 * tall + tall)
            tag = Frame(frame.centre[0] - wide / 2, frame.top + 0.68 * frame.tall, wide, tall)
            page.panel(tag, WHITE if not page.dark else page.card, alpha=0.86, round=tag.tall / 2)
            page.write(name, tag.inset(0.16 * tag.tall), page.ink)


def _wall_tone(page: Page) -> Colour:
    return (
        mix(rgb("#3a3d45"), page.accent, 0.25)
        if page.plan.tint
        else rgb("#3a3d45")
        if not page.dark
        else rgb("#cfd3dc")
    )


def _floor(page: Page, room: str) -> Colour:
    tone = rgb(FLOORS[room]) if room in FLOORS else WOOD
    if page.plan.tint:
        tone = mix(tone, page.accent, 0.22)
    return mix(tone, rgb("#20242c"), 0.78) if page.dark else tone


Splits = list[tuple[list[int], list[int]]]


def _divided(frame: Frame, rooms: Sequence[int], kinds: Sequence[str], page: Page) -> tuple[dict[int, Frame], Splits]:
    """Each room's frame, and for every wall that divides the plan the rooms on both sides of it."""
    if len(rooms) == 1:
        return {rooms[0]: frame}, []
    weights = [SHARES.get(kinds[k], 1.0) for k in rooms]
    half, best, cut = sum(weights) / 2, float("inf"), 1
    for k in range(1, len(rooms)):
        if abs(sum(weights[:k]) - half) < best:
            best, cut = abs(sum(weights[:k]) - half), k
    first, second = list(rooms[:cut]), list(rooms[cut:])
    if page.rng.random() < 0.5 and len(rooms) > 2:
        first, second = second, first
        cut = len(first)
    shares = [sum(SHARES.get(kinds[k], 1.0) for k in part) for part in (first, second)]
    halves = (frame.columns if frame.wide > frame.tall else frame.rows)(shares)
    found, splits = {}, [(first, second)]
    for part, where in zip((first, second), halves, strict=True):
        inside, more = _divided(where, part, kinds, page)
        found |= inside
        splits += more
    return found, splits


def _door(page: Page, first: Sequence[Frame], second: Sequence[Frame], wall: float) -> None:
    """An opening with a leaf where a room of one side shares most wall with one of the other."""
    best, spot = 0.0, None
    for one in first:
        for other in second:
            down = min(one.bottom, other.bottom) - max(one.top, other.top)
            across = min(one.right, other.right) - max(one.left, other.left)
            if down > best and abs(one.right - other.left) * abs(other.right - one.left) < 1:
                x = one.right if abs(one.right - other.left) < 1 else one.left
                best, spot = down, (x, max(one.top, other.top) + 0.5 * down, True)
            if across > best and abs(one.bottom - other.top) * abs(other.bottom - one.top) < 1:
                y = one.bottom if abs(one.bottom - other.top) < 1 else one.top
                best, spot = across, (max(one.left, other.left) + 0.5 * across, y, False)
    if spot is not None:
        _leaf(page, spot[0], spot[1], min(0.6 * best, DOOR * 0.8 * page.frame.short), wall, upright=spot[2])


def _leaf(page: Page, x: float, y: float, wide: float, wall: float, *, upright: bool) -> None:
    """A door at a point of a wall: the gap, the leaf that stands open, the arc that it swings through."""
    tone, ink = _floor(page, "hall"), paint(_wall_tone(page), width=0.12 * wall)
    if upright:
        page.panel(Frame(x - 0.55 * wall, y - wide / 2, 1.1 * wall, wide), tone)
        page.canvas.drawLine(float(x), float(y - wide / 2), float(x + wide), float(y - wide / 2), ink)
        arc = skia.Rect.MakeLTRB(x - wide, y - 1.5 * wide, x + wide, y + 0.5 * wide)
        page.canvas.drawArc(arc, 0, 90, False, ink)
    else:
        page.panel(Frame(x - wide / 2, y - 0.55 * wall, wide, 1.1 * wall), tone)
        page.canvas.drawLine(float(x - wide / 2), float(y), float(x - wide / 2), float(y + wide), ink)
        arc = skia.Rect.MakeLTRB(x - 1.5 * wide, y - wide, x + 0.5 * wide, y + wide)
        page.canvas.drawArc(arc, 0, 90, False, ink)


def _entrance(page: Page, room: Frame, whole: Frame, wall: float) -> None:
    """The door to the outside."""
    wide = min(0.3 * room.short, DOOR * page.frame.short)
    half = wall / 2
    if abs(room.bottom - whole.bottom) < 2 * wall:
        _leaf(page, room.left + 0.3 * room.wide, whole.bottom - half, wide, wall, upright=False)
    elif abs(room.top - whole.top) < 2 * wall:
        _leaf(page, room.left + 0.3 * room.wide, whole.top + half, wide, wall, upright=False)
    else:
        x = whole.left + half if abs(room.left - whole.left) < 2 * wall else whole.right - half
        _leaf(page, x, room.top + 0.3 * room.tall, wide, wall, upright=True)


def _windows(page: Page, room: Frame, whole: Frame, wall: float) -> None:
    """Windows in a room's outer walls."""
    glass = rgb("#bfe0f0")
    for y in (whole.top, whole.bottom - wall):
        if min(abs(room.top - y), abs(room.bottom - y - wall)) < wall:
            _pane(page, Frame(room.left + 0.34 * room.wide, y + 0.2 * wall, 0.32 * room.wide, 0.6 * wall), glass)
    for x in (whole.left, whole.right - wall):
        if min(abs(room.left - x), abs(room.right - x - wall)) < wall:
            _pane(page, Frame(x + 0.2 * wall, room.top + 0.34 * room.tall, 0.6 * wall, 0.32 * room.tall), glass)


def _pane(page: Page, frame: Frame, glass: Colour) -> None:
    page.panel(frame, WHITE)
    page.panel(frame.inset(0.2 * frame.short), glass)


# -------------------------------------------------------------------------------------------------------- furniture
def _piece(page: Page, frame: Frame, tone: Colour, *, share: float = 0.12) -> None:
    page.shadow(frame, round=share * frame.short, strong=0.22, reach=0.05)
    page.panel(frame, tone, round=share * frame.short)
    page.panel(frame, shade(tone, 0.62), round=share * frame.short, width=0.0022 * page.frame.short)


def _unit(room: Frame) -> float:
    """What furniture is measured by: a part of the room's shorter side."""
    return min(0.42 * room.short, 0.32 * max(room.wide, room.tall))


def _bed(page: Page, room: Frame) -> None:
    u = _unit(room)
    bed = Frame(room.centre[0] - 0.55 * u, room.top + 0.03 * u, 1.1 * u, 1.36 * u)
    _piece(page, bed, LINEN, share=0.06)
    page.panel(bed.part(0.0, 0.34, 1, 1), mix(page.accent, WHITE, 0.35), round=0.06 * u)
    for x in (0.08, 0.54):
        _piece(page, bed.part(x, 0.06, x + 0.38, 0.26), WHITE, share=0.3)
    for x in (bed.left - 0.42 * u, bed.right + 0.08 * u):
        table = Frame(x, bed.top, 0.34 * u, 0.34 * u)
        if table.left > room.left and table.right < room.right:
            _piece(page, table, shade(WOOD, 0.8))
            circle(page.canvas, table.centre, 0.1 * u, rgb("#f6e3a0"))
    _piece(page, Frame(room.left + 0.06 * u, room.bottom - 0.36 * u, 1.1 * u, 0.32 * u), shade(WOOD, 0.86), share=0.04)
    _plant(page, (room.right - 0.24 * u, room.bottom - 0.26 * u), 0.17 * u)


def _living(page: Page, room: Frame) -> None:
    u = _unit(room)
    x, y = room.centre
    rug = Frame(x - 0.9 * u, y - 0.55 * u, 1.8 * u, 1.1 * u)
    page.panel(rug, mix(page.accent, WHITE, 0.62), round=0.05 * u)
    page.panel(rug.inset(0.06 * u), mix(page.accent, WHITE, 0.4), round=0.04 * u, width=0.012 * u)
    sofa = Frame(x - 0.8 * u, y + 0.42 * u, 1.6 * u, 0.55 * u)
    _piece(page, sofa, shade(page.accent, 0.92))
    for k in range(3):
        _piece(page, sofa.part(0.08 + 0.28 * k, 0.06, 0.36 + 0.28 * k, 0.66), mix(page.accent, WHITE, 0.2), share=0.16)
    _piece(page, Frame(x - 0.42 * u, y - 0.22 * u, 0.84 * u, 0.42 * u), shade(WOOD, 0.78))
    _piece(page, Frame(x - 0.7 * u, y - 0.95 * u, 1.4 * u, 0.2 * u), shade(WOOD, 0.6), share=0.05)
    page.panel(Frame(x - 0.45 * u, y - 0.9 * u, 0.9 * u, 0.07 * u), rgb("#22252b"))
    _plant(page, (room.left + 0.28 * u, room.top + 0.28 * u), 0.2 * u)
    if room.wide > 3.4 * u:
        _table(page, Frame(room.right - 1.05 * u, y - 0.3 * u, 0.75 * u, 0.75 * u))


def _table(page: Page, frame: Frame) -> None:
    """A round table with four chairs."""
    for x, y in ((0.5, -0.16), (0.5, 1.16), (-0.16, 0.5), (1.16, 0.5)):
        at = frame.at(x, y)
        size = 0.3 * frame.short
        _piece(page, Frame(at[0] - size / 2, at[1] - size / 2, size, size), mix(page.accent, WHITE, 0.25), share=0.3)
    _piece(page, frame, shade(WOOD, 0.82), share=0.5)


def _kitchen(page: Page, room: Frame) -> None:
    u = _unit(room)
    worktop = shade(LINEN, 0.9)
    top = Frame(room.left, room.top, room.wide, 0.5 * u)
    _piece(page, top, worktop, share=0.02)
    _piece(page, Frame(room.left, room.top, 0.5 * u, 0.86 * room.tall), worktop, share=0.02)
    hob = Frame(room.left + 0.75 * u, room.top + 0.06 * u, 0.5 * u, 0.38 * u)
    _piece(page, hob, rgb("#33363d"))
    for x in (0.28, 0.72):
        for y in (0.3, 0.7):
            circle(page.canvas, hob.at(x, y), 0.14 * hob.short, rgb("#83878f"), width=0.03 * hob.short)
    sink = Frame(room.left + 0.09 * u, room.top + 0.75 * u, 0.32 * u, 0.44 * u)
    _piece(page, sink, rgb("#cfd8de"), share=0.25)
    _piece(page, Frame(room.right - 0.5 * u, room.top + 0.02 * u, 0.48 * u, 0.5 * u), rgb("#e8ecef"), share=0.06)
    _table(
        page, Frame(room.left + 0.62 * room.wide - 0.25 * u, room.top + 0.66 * room.tall - 0.25 * u, 0.5 * u, 0.5 * u)
    )


def _bathroom(page: Page, room: Frame) -> None:
    u = 0.42 * room.short
    line = paint(rgb("#ffffff"), 0.6, width=0.0018 * page.frame.short)
    for k in range(1, 8):
        page.canvas.drawLine(*map(float, (*room.at(k / 8, 0), *room.at(k / 8, 1))), line)
        page.canvas.drawLine(*map(float, (*room.at(0, k / 8), *room.at(1, k / 8))), line)
    bath = Frame(room.left + 0.06 * u, room.top + 0.06 * u, min(1.5 * u, 0.9 * room.wide), 0.72 * u)
    _piece(page, bath, WHITE, share=0.2)
    page.panel(bath.inset(0.1 * u), rgb("#cfe8f2"), round=0.2 * u)
    basin = Frame(room.left + 0.08 * u, room.bottom - 0.56 * u, 0.6 * u, 0.46 * u)
    _piece(page, basin, WHITE, share=0.4)
    circle(page.canvas, basin.centre, 0.13 * u, rgb("#cfe8f2"))
    seat = Frame(room.right - 0.52 * u, room.bottom - 0.74 * u, 0.4 * u, 0.54 * u)
    _piece(page, Frame(seat.left - 0.03 * u, seat.bottom - 0.02 * u, 0.46 * u, 0.2 * u), WHITE)
    _piece(page, seat, WHITE, share=0.5)


def _study(page: Page, room: Frame) -> None:
    u = _unit(room)
    desk = Frame(room.centre[0] - 0.65 * u, room.top + 0.08 * u, 1.3 * u, 0.5 * u)
    _piece(page, desk, shade(WOOD, 0.82), share=0.05)
    page.panel(desk.part(0.34, 0.1, 0.66, 0.24), rgb("#2a2d34"))
    _piece(
        page,
        Frame(room.centre[0] - 0.2 * u, desk.bottom + 0.08 * u, 0.4 * u, 0.4 * u),
        mix(page.accent, WHITE, 0.2),
        share=0.4,
    )
    shelf = Frame(room.left + 0.03 * u, room.bottom - 0.32 * u, 0.9 * room.wide, 0.28 * u)
    _piece(page, shelf, shade(WOOD, 0.7), share=0.04)
    hues = page.hues(5)
    for k in range(12):
        page.panel(shelf.part(0.03 + 0.078 * k, 0.16, 0.09 + 0.078 * k, 0.84), mix(hues[k % 5], WHITE, 0.25))
    _plant(page, (room.right - 0.24 * u, room.top + 0.26 * u), 0.17 * u)


def _dining(page: Page, room: Frame) -> None:
    u = _unit(room)
    table = Frame(room.centre[0] - 0.75 * u, room.centre[1] - 0.34 * u, 1.5 * u, 0.68 * u)
    for k in range(3):
        for y in (table.top - 0.3 * u, table.bottom + 0.02 * u):
            _piece(
                page,
                Frame(table.left + (0.12 + 0.5 * k) * u, y, 0.28 * u, 0.28 * u),
                mix(page.accent, WHITE, 0.25),
                share=0.3,
            )
    _piece(page, table, shade(WOOD, 0.8), share=0.1)


def _offices(page: Page, room: Frame) -> None:
    """Desks in rows."""
    columns, rows = (
        max(1, round(room.wide / (0.2 * page.frame.short))),
        max(1, round(room.tall / (0.2 * page.frame.short))),
    )
    for cell in room.inset(0.04 * room.short).grid(columns, rows):
        desk = cell.part(0.14, 0.16, 0.86, 0.5)
        _piece(page, desk, shade(WOOD, 0.86), share=0.05)
        page.panel(desk.part(0.32, 0.14, 0.68, 0.3), rgb("#2a2d34"))
        chair = cell.part(0.36, 0.56, 0.64, 0.84).fitted(1.0)
        _piece(page, chair, mix(page.accent, WHITE, 0.2), share=0.4)


def _balcony(page: Page, room: Frame) -> None:
    u = 0.4 * room.short
    for share in (0.12, 0.88):
        _plant(page, room.at(share, 0.5), 0.3 * u)
    _piece(
        page, Frame(room.centre[0] - 0.3 * u, room.centre[1] - 0.3 * u, 0.6 * u, 0.6 * u), shade(WOOD, 0.85), share=0.5
    )


def _garage(page: Page, room: Frame) -> None:
    car = room.fitted(0.5 if room.tall > room.wide else 2.0, 0.7)
    _piece(page, car, page.accent, share=0.3)
    page.panel(car.inset(0.16 * car.short), rgb("#2b3440"), round=0.2 * car.short)
    page.panel(car.inset(0.26 * car.short), shade(page.accent, 1.1), round=0.14 * car.short)


def _plant(page: Page, at: tuple[float, float], radius: float) -> None:
    circle(page.canvas, at, radius, shade(LEAF, 0.75))
    for turn in range(7):
        page.canvas.save()
        page.canvas.rotate(turn * 51.4, float(at[0]), float(at[1]))
        page.canvas.drawOval(
            skia.Rect.MakeLTRB(at[0] - 0.26 * radius, at[1] - 1.15 * radius, at[0] + 0.26 * radius, at[1]),
            paint(shade(LEAF, 1.0 + 0.06 * (turn % 3))),
        )
        page.canvas.restore()


def _hall(page: Page, room: Frame) -> None:
    _plant(page, room.at(0.85, 0.18), 0.09 * room.short)


FURNITURE: dict[str, Callable[[Page, Frame], None]] = {
    "bedroom": _bed, "living_room": _living, "kitchen": _kitchen, "bathroom": _bathroom, "study": _study,
    "dining_room": _dining, "office": _offices, "meeting_room": _dining, "balcony": _balcony, "garage": _garage,
    "hall": _hall, "cafe": _dining,
}  # fmt: skip
