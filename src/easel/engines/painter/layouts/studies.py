"""Studies of one subject: character sheets with the figure from all sides, mood boards."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from easel.engines.painter.brush import BLACK, circle, mix, paint, rgb, shade
from easel.engines.painter.layouts.frame import Frame
from easel.engines.painter.layouts.page import Page
from easel.engines.painter.layouts.panels import scene_of
from easel.engines.painter.plan import Thing
from easel.engines.painter.sprites import get


def turnaround(page: Page) -> None:
    """The same figure from the front, the side and the back, a face or two, and the colours it has."""
    page.fill(rgb("#f5f3ef") if not page.dark else rgb("#23262e"))
    short = page.frame.short
    inner = page.frame.inset(0.05 * short)
    inner = page.under_name(inner, 0.1, 0.01 * short)
    figure = page.plan.things[0] if page.plan.things else Thing(kind="girl", words="girl")
    if get(figure.kind).group != "person":
        _views(page, inner, figure)
        return
    wide = inner.wide >= 0.85 * inner.tall
    bodies, faces = inner.columns([0.76, 0.24], 0.02 * short) if wide else inner.rows([0.72, 0.28], 0.02 * short)
    views = ("facing:front", "facing:side", "facing:back")
    tallest = get(figure.kind)
    tall = min(0.92 * bodies.tall, 1.25 * bodies.wide / 3 / max(tallest.width, 0.1))
    level = bodies.centre[1] + 0.5 * tall
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        y = level - share * tall
        page.canvas.drawLine(
            bodies.left, y, bodies.right, y, paint(mix(page.ground, page.ink, 0.14), width=0.002 * short)
        )
    for number, (view, cell) in enumerate(zip(views, bodies.columns(3), strict=True)):
        seen = replace(figure, count=1, relations=(), traits=_facing(figure, view))
        x = cell.centre[0]
        half = 0.2 * tall * tallest.width
        foot = Frame(x - half, level - 0.012 * tall, 2 * half, 0.024 * tall)
        page.panel(foot, BLACK, alpha=0.14, round=0.012 * tall, blur=0.006 * tall)
        page.emblem(seen, Frame(x - 0.75 * cell.wide, level - tall, 1.5 * cell.wide, tall))
        if number < len(page.notes):
            page.write(page.notes[number], cell.part(0.1, 0.95, 0.9, 1.0), page.ink)
    _faces(page, faces, figure, upright=wide)


def _views(page: Page, frame: Frame, figure: Thing) -> None:
    """An animal or a thing large, from the side and from behind, and the colours it has."""
    upright = frame.tall > frame.wide
    large, rest = (frame.rows if upright else frame.columns)([0.54, 0.46], 0.04 * frame.short)
    first, second, low = (rest.columns if upright else rest.rows)([0.42, 0.42, 0.16], 0.03 * frame.short)
    for cell, view in ((large, ""), (first, "pose:walking"), (second, "facing:back")):
        page.panel(cell, mix(page.ground, page.ink, 0.05), round=0.05 * cell.short)
        page.emblem(replace(figure, count=1, relations=(), traits=_facing(figure, view)), cell.inset(0.09 * cell.short))
    tones = _tones(page, large.inset(0.2 * large.short))
    for tone, cell in zip(tones, (low.rows if upright else low.columns)(len(tones), 0.02 * frame.short), strict=True):
        circle(page.canvas, cell.centre, 0.46 * cell.short, tone)


def _facing(thing: Thing, view: str) -> frozenset[str]:
    kept = frozenset(t for t in thing.traits if t.split(":")[0] not in ("facing", "pose", "gaze"))
    return kept | ({view} if view else set())


def _faces(page: Page, frame: Frame, figure: Thing, *, upright: bool) -> None:
    """Faces in three moods, where the figure has any, and the colours of its picture."""
    cells = (frame.rows if upright else frame.columns)([1, 1, 1, 0.36], 0.03 * frame.short)
    plan = replace(page.plan, lettering=(), base=None, setting="plain", tint="#e9e4db", camera="portrait", style="none")
    for mood, cell in zip(("smiling", "surprised", "angry"), cells, strict=False):
        face = cell.fitted(1.0)
        kept = frozenset(t for t in figure.traits if not t.startswith(("mood:", "pose:", "facing:")))
        mine = replace(figure, count=1, relations=(), traits=kept | {f"mood:{mood}"})
        page.picture(replace(plan, things=(mine,)), face, round=face.short / 2)
    tones = _tones(page, cells[0])
    for tone, cell in zip(
        tones, (cells[3].columns if upright else cells[3].rows)(len(tones), 0.02 * frame.short), strict=True
    ):
        circle(page.canvas, cell.centre, 0.46 * cell.short, tone)


def _tones(page: Page, frame: Frame) -> list[tuple[float, float, float]]:
    """Four colours out of a drawn frame, apart from each other."""
    left, top, right, bottom = (int(edge) for edge in (frame.left, frame.top, frame.right, frame.bottom))
    pixels = page.scene.pixels[top:bottom:4, left:right:4, :3].reshape(-1, 3)
    return common_tones(pixels, 4)


def common_tones(pixels: np.ndarray, count: int) -> list[tuple[float, float, float]]:
    """So many colours of pixels, (n, 3) of 0 to 255: the commonest that are apart from each other."""
    coarse = (pixels // 32).astype(np.int32)
    _, first, many = np.unique(coarse @ (64, 8, 1), return_index=True, return_counts=True)
    found: list[np.ndarray] = []
    for place in first[np.argsort(-many)]:
        tone = pixels[place].astype(np.float32)
        if len(found) < count and all(np.abs(tone - other).sum() > 70 for other in found):
            found.append(tone)
    while len(found) < count:
        found.append(np.full(3, 60.0 * (1 + len(found)), np.float32) % 256)
    return [tuple(float(v) / 255 for v in tone) for tone in found]


def mood_board(page: Page) -> None:
    """Pictures of what is named, from near and from far, the colours in them, and a mark."""
    page.fill(rgb("#f3efe8") if not page.dark else rgb("#202228"))
    short = page.frame.short
    inner = page.frame.inset(0.04 * short)
    inner = page.under_name(inner, 0.09, 0.01 * short)
    gap = 0.018 * short
    first, second, third = inner.columns([1.2, 1.0, 0.9], gap) if inner.wide > 0.8 * inner.tall else inner.rows(3, gap)
    cells = [*_cut(first, (0.62, 0.38), gap), *_cut(second, (0.4, 0.6), gap), *_cut(third, (0.5, 0.5), gap)]
    swatches = cells.pop(4)
    for number, cell in enumerate(cells):
        page.picture(scene_of(page, number), cell, turn=number)
    box_ = tuple(int(edge) for edge in (cells[0].left, cells[0].top, cells[0].right, cells[0].bottom))
    tones = common_tones(page.scene.pixels[box_[1] : box_[3] : 4, box_[0] : box_[2] : 4, :3].reshape(-1, 3), 5)
    lively = sorted(tones, key=lambda tone: sum(tone))
    for tone, cell in zip(lively, swatches.rows(5, 0.4 * gap), strict=True):
        page.panel(cell, tone)
        page.panel(cell.part(0, 0.97, 1, 1), shade(tone, 0.8))


def _cut(frame: Frame, shares: Sequence[float], gap: float) -> list[Frame]:
    return (frame.rows if frame.tall > 0.8 * frame.wide else frame.columns)(shares, gap)
