"""Maps: islands and kingdoms on parchment, ways to a treasure, a town's streets, lines of an underground."""

from itertools import pairwise
from math import cos, hypot, pi, sin

import numpy as np
import skia

from easel.engines.painter import noise
from easel.engines.painter.brush import WHITE, Colour, circle, mix, outline, paint, rgb, shade
from easel.engines.painter.layouts.frame import Frame
from easel.engines.painter.layouts.page import Page
from easel.engines.painter.sprites import get

Spot = tuple[float, float]
PARCHMENT, SEPIA, RED = rgb("#e9d6a8"), rgb("#5a4327"), rgb("#b3311f")
#: Points of a coast.
COAST = 160


def parchment(page: Page) -> None:
    """A land with its coast, mountains, woods, rivers, towns and roads; a compass, a frame, the title."""
    _paper(page)
    frame = page.frame.inset(0.07 * page.frame.short)
    land = _land(page, frame)
    shape = _drawn_land(page, land)
    treasure = page.layout.kind == "treasure_map"
    spots = _spots(page, frame, land, 40)
    page.canvas.save()
    page.canvas.clipPath(shape, doAntiAlias=True)
    peaks, rest = _ridge(page, frame, spots)
    _rivers(page, peaks, land)
    page.canvas.restore()
    many = min(4 if treasure else 6, max(2, len(rest) // 3))
    towns, woods = rest[:many], rest[many:]
    size = 0.05 * page.frame.short
    marks = (
        [(spot, "peak") for spot in peaks] + [(spot, "wood") for spot in woods] + [(spot, "town") for spot in towns[1:]]
    )
    if not treasure:
        _roads(page, towns)
    for number, (spot, kind) in enumerate(sorted(marks, key=lambda mark: mark[0][1])):
        {"peak": _peak, "wood": _wood, "town": _town}[kind](page, spot, size * (1.3 if kind == "peak" else 1.0), number)
    _capital(page, towns[0], size, treasure=treasure, spots=spots)
    _named(page, frame, land, shape, rest[many:])
    _sea_marks(page, frame, shape, size)
    _compass(page, _corner(frame, land), 0.09 * page.frame.short)
    _frame(page, frame)
    _cartouche(page, frame)
    for number, spot in enumerate(towns[: len(page.notes)]):
        page.write(
            page.notes[number], Frame(spot[0] - 2.2 * size, spot[1] + 0.25 * size, 4.4 * size, 0.55 * size), _ink(page)
        )


def _ink(page: Page) -> Colour:
    return rgb("#e8d9b4") if page.dark else mix(SEPIA, page.accent, 0.5) if page.plan.tint else SEPIA


def _tone(page: Page) -> Colour:
    tone = mix(PARCHMENT, page.accent, 0.2) if page.plan.tint else PARCHMENT
    return mix(tone, rgb("#1d1a16"), 0.82) if page.dark else tone


def _paper(page: Page) -> None:
    """Old paper: clouded, darker and burnt towards the edges."""
    scene = page.scene
    rng = scene.rng("parchment")
    height, width = scene.texture_size(scene.height, texels=3e5)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    x, y = x / height, y / height
    cloud = noise.sample(x * 3, y * 3, rng, roughness=0.6) - np.float32(0.5)
    aspect = width / height
    edge = np.minimum(np.minimum(x, aspect - x), np.minimum(y, 1 - y)) * max(1.0, 1 / aspect)
    dark = np.clip(1 - (edge + 0.05 * cloud) / 0.12, 0, 1) ** 2
    light = 1 + 0.2 * cloud - 0.42 * dark
    scene.lay(np.clip(np.array(_tone(page), np.float32) * light[..., None], 0, 1), 0, scene.height)


def _land(page: Page, frame: Frame) -> np.ndarray:
    """The points of a coast, (n, 2) in pixels: a round with bays and capes."""
    rng = page.scene.rng("coast")
    turn = np.linspace(0, 2 * pi, COAST, endpoint=False)
    reach = np.full(COAST, 0.78)
    for waves in range(1, 14):
        reach += 0.3 / (waves + 1) ** 1.02 * rng.normal() * np.sin(waves * turn + rng.uniform(0, 2 * pi))
    reach = np.clip(reach / reach.max(), 0.5, 1.0)
    x, y = frame.centre
    across, down = 0.46 * frame.wide, 0.41 * frame.tall
    return np.stack([x + across * reach * np.cos(turn), y + 0.04 * frame.tall + down * reach * np.sin(turn)], 1)


def _drawn_land(page: Page, land: np.ndarray) -> skia.Path:
    """The land over the sea: its wash, lines along the coast, the coast itself; its outline."""
    shape = outline([(float(x), float(y)) for x, y in land])
    ink, short = _ink(page), page.frame.short
    for far, strong in ((0.055, 0.16), (0.036, 0.26), (0.019, 0.4)):
        page.canvas.drawPath(shape, paint(ink, strong, width=2 * far * short))
        page.canvas.drawPath(shape, paint(_tone(page), width=2 * far * short - 0.006 * short))
    sea = mix(_tone(page), rgb("#5c8a94"), 0.2)
    page.canvas.drawPath(shape, paint(sea, 0.35, width=0.03 * short, blur=0.02 * short))
    page.canvas.drawPath(shape, paint(mix(_tone(page), rgb("#c9b878") if not page.dark else rgb("#3a3424"), 0.5)))
    page.canvas.drawPath(shape, paint(ink, width=0.005 * short))
    return shape


def _spots(page: Page, frame: Frame, land: np.ndarray, many: int) -> list[Spot]:
    """Places on the land, well apart from each other and the coast."""
    rng, found = page.scene.rng("spots"), []
    path = outline([(float(x), float(y)) for x, y in land])
    apart = 0.078 * page.frame.short
    for _ in range(1600):
        x, y = frame.left + rng.random() * frame.wide, frame.top + rng.random() * frame.tall
        near = np.hypot(land[:, 0] - x, land[:, 1] - y).min()
        if (
            path.contains(float(x), float(y))
            and near > 0.6 * apart
            and all(hypot(x - a, y - b) > apart for a, b in found)
        ):
            found.append((float(x), float(y)))
        if len(found) == many:
            break
    return found or [frame.centre]


def _ridge(page: Page, frame: Frame, spots: list[Spot]) -> tuple[list[Spot], list[Spot]]:
    """The spots of a range of mountains, along a line across the land, and the others."""
    lean = float(page.rng.uniform(0, pi))
    x, y = frame.centre
    off = [abs((a - x) * sin(lean) - (b - y) * cos(lean)) for a, b in spots]
    order = sorted(range(len(spots)), key=lambda k: off[k])
    many = max(2, round(0.28 * len(spots)))
    rest = order[many:]
    rest = [rest[int(k)] for k in page.rng.permutation(len(rest))]
    return [spots[k] for k in order[:many]], [spots[k] for k in rest] or spots[:1]


def _rivers(page: Page, peaks: list[Spot], land: np.ndarray) -> None:
    """Two rivers from the mountains to the coast."""
    blue = mix(_ink(page), rgb("#3f7f97"), 0.7)
    for peak in peaks[:2]:
        end = land[int(page.rng.integers(len(land)))]
        bow = [np.array(peak) + (end - np.array(peak)) * t for t in np.linspace(0, 1.05, 9)]
        side = np.array([-(end - peak)[1], (end - peak)[0]])
        points = [tuple(p + side * 0.09 * sin(6.5 * k / 8) * (k > 0)) for k, p in enumerate(bow)]
        page.canvas.drawPath(outline(points, closed=False), paint(blue, width=0.007 * page.frame.short))


def _roads(page: Page, towns: list[Spot]) -> None:
    ink = paint(mix(_ink(page), RED, 0.35), width=0.004 * page.frame.short)
    ink.setPathEffect(skia.DashPathEffect.Make([0.012 * page.frame.short, 0.01 * page.frame.short], 0))
    for first, second in pairwise(towns):
        middle = ((first[0] + second[0]) / 2 + 0.03 * page.frame.short, (first[1] + second[1]) / 2)
        page.canvas.drawPath(outline([first, middle, second], closed=False), ink)


def _peak(page: Page, at: Spot, size: float, number: int) -> None:
    """Three mountains, hatched on the right."""
    ink = _ink(page)
    for dx, share in ((-0.7, 0.75), (0.65, 0.85), (0.0, 1.25)):
        x, y, tall = at[0] + dx * size, at[1] + 0.3 * size, share * size
        points = [
            (x - 0.62 * tall, y),
            (x - 0.18 * tall, y - 0.62 * tall),
            (x, y - tall),
            (x + 0.2 * tall, y - 0.55 * tall),
            (x + 0.62 * tall, y),
        ]
        path = skia.Path.Polygon(points, False)
        page.canvas.drawPath(path, paint(mix(_tone(page), rgb("#9b8a6a"), 0.35)))
        page.canvas.drawPath(
            skia.Path.Polygon([points[2], points[3], points[4], (x + 0.08 * tall, y)], True), paint(ink, 0.35)
        )
        page.canvas.drawPath(path, paint(ink, width=0.0035 * page.frame.short))


def _wood(page: Page, at: Spot, size: float, number: int) -> None:
    """A handful of trees: firs or round crowns."""
    green = mix(_tone(page), rgb("#6d7f3f"), 0.6)
    ink = paint(_ink(page), width=0.003 * page.frame.short)
    for dx, dy in ((-0.5, -0.2), (0.5, -0.25), (0.0, -0.32), (-0.25, 0.12), (0.35, 0.1), (-0.8, 0.1)):
        x, y = at[0] + dx * size, at[1] + dy * size
        page.canvas.drawLine(x, y, x, y + 0.2 * size, ink)
        if number % 3:
            crown = skia.Path()
            crown.addOval(skia.Rect.MakeLTRB(x - 0.22 * size, y - 0.36 * size, x + 0.22 * size, y + 0.06 * size))
        else:
            crown = skia.Path.Polygon(
                [(x - 0.22 * size, y + 0.06 * size), (x, y - 0.5 * size), (x + 0.22 * size, y + 0.06 * size)], True
            )
        page.canvas.drawPath(crown, paint(green))
        page.canvas.drawPath(crown, ink)


def _town(page: Page, at: Spot, size: float, number: int) -> None:
    """Three small houses."""
    ink = paint(_ink(page), width=0.003 * page.frame.short)
    for dx, tall in ((-0.42, 0.34), (0.4, 0.3), (0.0, 0.46)):
        x, y = at[0] + dx * size, at[1] + 0.1 * size
        wall = skia.Rect.MakeLTRB(x - 0.2 * size, y - tall * size, x + 0.2 * size, y)
        roof = skia.Path.Polygon(
            [(x - 0.27 * size, y - tall * size), (x, y - (tall + 0.3) * size), (x + 0.27 * size, y - tall * size)], True
        )
        page.canvas.drawRect(wall, paint(mix(_tone(page), WHITE, 0.5)))
        page.canvas.drawRect(wall, ink)
        page.canvas.drawPath(roof, paint(mix(RED, _tone(page), 0.25)))
        page.canvas.drawPath(roof, ink)


def _capital(page: Page, at: Spot, size: float, *, treasure: bool, spots: list[Spot]) -> None:
    """The first town: a castle; or the cross to which a dotted way leads."""
    if treasure:
        start = max(spots, key=lambda spot: hypot(spot[0] - at[0], spot[1] - at[1]))
        dash = paint(RED, width=0.009 * page.frame.short)
        dash.setPathEffect(skia.DashPathEffect.Make([0.022 * page.frame.short, 0.02 * page.frame.short], 0))
        lean = (at[1] - start[1], start[0] - at[0])
        bow = [
            (
                start[0] + (at[0] - start[0]) * t + 0.22 * sin(2 * pi * t) * lean[0],
                start[1] + (at[1] - start[1]) * t + 0.22 * sin(2 * pi * t) * lean[1],
            )
            for t in np.linspace(0, 0.94, 12)
        ]
        page.canvas.drawPath(outline(bow, closed=False), dash)
        for sign in (1, -1):
            page.canvas.drawLine(
                at[0] - 0.6 * size,
                at[1] - sign * 0.6 * size,
                at[0] + 0.6 * size,
                at[1] + sign * 0.6 * size,
                paint(RED, width=0.3 * size),
            )
        return
    ink = paint(_ink(page), width=0.0035 * page.frame.short)
    stone = mix(_tone(page), WHITE, 0.55)
    for dx, half, tall in ((0.0, 0.8, 0.7), (-0.8, 0.24, 1.25), (0.8, 0.24, 1.25), (0.0, 0.3, 1.6)):
        x = at[0] + dx * size
        wall = skia.Rect.MakeLTRB(x - half * size, at[1] - tall * size, x + half * size, at[1] + 0.2 * size)
        page.canvas.drawRect(wall, paint(stone))
        page.canvas.drawRect(wall, ink)
        if half < 0.5:
            roof = skia.Path.Polygon(
                [
                    (x - 1.2 * half * size, wall.top()),
                    (x, wall.top() - 0.6 * size),
                    (x + 1.2 * half * size, wall.top()),
                ],
                True,
            )
            page.canvas.drawPath(roof, paint(mix(RED, _tone(page), 0.15)))
            page.canvas.drawPath(roof, ink)
    gate = skia.Rect.MakeLTRB(at[0] - 0.2 * size, at[1] - 0.3 * size, at[0] + 0.2 * size, at[1] + 0.2 * size)
    page.canvas.drawOval(gate, paint(_ink(page)))


def _named(page: Page, frame: Frame, land: np.ndarray, shape: skia.Path, spots: list[Spot]) -> None:
    """What the words name, on the land where it lives or stands there, or out at sea."""
    rng, size, taken = page.scene.rng("named"), 0.13 * page.frame.short, []
    on_land = iter(spots)
    for thing in page.plan.things[:8]:
        for copy in range(min(thing.count, 3)):
            spot: Spot | None = None
            if get(thing.kind).place == "water":
                for _ in range(200):
                    x, y = frame.at(float(rng.uniform(0.08, 0.92)), float(rng.uniform(0.16, 0.92)))
                    clear = np.hypot(land[:, 0] - x, land[:, 1] - y).min() > 0.5 * size and not shape.contains(
                        float(x), float(y)
                    )
                    if clear and all(hypot(x - a, y - b) > size for a, b in taken):
                        spot = (x, y)
                        break
            else:
                spot = next(on_land, None)
            if spot is not None:
                taken.append(spot)
                page.emblem(thing, Frame(spot[0] - size / 2, spot[1] - 0.6 * size, size, size), copy=copy)


def _sea_marks(page: Page, frame: Frame, shape: skia.Path, size: float) -> None:
    """Waves, and what is named that lives or sails there."""
    rng, ink = page.scene.rng("sea"), paint(_ink(page), 0.55, width=0.003 * page.frame.short)
    for _ in range(60):
        x, y = frame.at(float(rng.uniform(0.05, 0.95)), float(rng.uniform(0.08, 0.95)))
        if any(
            shape.contains(float(x + dx), float(y + dy))
            for dx in (-2 * size, 0, 2 * size)
            for dy in (-1.6 * size, 0, 1.6 * size)
        ):
            continue
        points = [(x + k * 0.18 * size, y + (0.1 if k % 2 else -0.06) * size) for k in range(-2, 3)]
        page.canvas.drawPath(outline(points, closed=False), ink)


def _corner(frame: Frame, land: np.ndarray) -> Spot:
    """The lower corner that is farther from the land."""
    corners = [frame.at(x, 0.86) for x in (0.12, 0.88)]
    return max(corners, key=lambda spot: np.hypot(land[:, 0] - spot[0], land[:, 1] - spot[1]).min())


def _compass(page: Page, at: Spot, radius: float) -> None:
    """A rose of eight points."""
    ink = _ink(page)
    circle(page.canvas, at, 0.7 * radius, ink, width=0.025 * radius)
    circle(page.canvas, at, 0.62 * radius, ink, width=0.012 * radius)
    for turn in range(8):
        far = radius if turn % 2 == 0 else 0.6 * radius
        angle = turn * pi / 4
        tip = (at[0] + far * sin(angle), at[1] - far * cos(angle))
        for side, tone in ((1, ink), (-1, _tone(page))):
            base = (
                at[0] + 0.17 * radius * sin(angle + side * pi / 4),
                at[1] - 0.17 * radius * cos(angle + side * pi / 4),
            )
            path = skia.Path.Polygon([at, tip, base], True)
            page.canvas.drawPath(path, paint(RED if turn == 0 and side == 1 else tone))
            page.canvas.drawPath(path, paint(ink, width=0.012 * radius))


def _frame(page: Page, frame: Frame) -> None:
    ink = _ink(page)
    for by, width in ((-0.02, 0.005), (-0.032, 0.0025)):
        page.panel(frame.inset(by * page.frame.short), ink, width=width * page.frame.short)


def _cartouche(page: Page, frame: Frame) -> None:
    """The title on a ribbon at the head."""
    if page.title is None:
        return
    tall = 0.095 * page.frame.short
    ribbon = Frame(frame.centre[0] - 0.3 * frame.wide, frame.top + 0.012 * frame.tall, 0.6 * frame.wide, tall)
    tone, ink = (
        mix(_tone(page), WHITE, 0.3 if not page.dark else 0.05),
        paint(_ink(page), width=0.004 * page.frame.short),
    )
    for sign in (-1, 1):
        x = ribbon.left if sign < 0 else ribbon.right
        tail = [(x - sign * 0.5 * tall, ribbon.top + 0.25 * tall), (x + sign * 0.7 * tall, ribbon.top + 0.25 * tall),
                (x + sign * 0.4 * tall, ribbon.top + 0.7 * tall), (x + sign * 0.7 * tall, ribbon.top + 1.15 * tall),
                (x - sign * 0.5 * tall, ribbon.top + 1.15 * tall)]  # fmt: skip
        page.canvas.drawPath(skia.Path.Polygon(tail, True), paint(shade(tone, 0.86)))
        page.canvas.drawPath(skia.Path.Polygon(tail, True), ink)
    page.panel(ribbon, tone)
    page.canvas.drawRect(skia.Rect.MakeXYWH(*map(float, ribbon)), ink)
    page.name(ribbon.inset(0.4 * tall, 0.17 * tall), _ink(page))
