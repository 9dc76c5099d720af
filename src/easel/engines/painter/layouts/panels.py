"""Panels: comics, storyboards, collages, triptychs, before and after."""

from dataclasses import replace

import numpy as np
import skia

from easel.core.image import Size
from easel.engines.painter.brush import BLACK, WHITE, circle, mix, paint, rgb
from easel.engines.painter.layouts.frame import Frame, grid_for
from easel.engines.painter.layouts.page import Page
from easel.engines.painter.lettering.typeset import typeset
from easel.engines.painter.plan import ScenePlan, Thing
from easel.engines.painter.sprites import get

#: The lines around panels, and the paper between them.
LINE, GUTTER = rgb("#15161a"), rgb("#fbfaf6")
#: How many frames there are where nobody says.
USUAL = {"comic": 4, "manga": 5, "storyboard": 6, "collage": 5, "triptych": 3, "before_after": 2}
#: Whose frames have nothing to do with each other but their style.
APART = frozenset({"collage", "mood_board", "triptych"})
#: Most panels of a page.
MOST = 12
#: Rows of panels, by how many panels: a page's ways to divide itself.
ROWS: dict[int, tuple[tuple[int, ...], ...]] = {
    2: ((1, 1), (2,)), 3: ((1, 2), (2, 1), (1, 1, 1)), 4: ((2, 2),), 5: ((2, 1, 2), (1, 2, 2), (2, 2, 1)),
    6: ((2, 2, 2), (1, 2, 3), (3, 1, 2), (3, 3)), 7: ((2, 3, 2), (3, 1, 3)), 8: ((3, 2, 3), (2, 2, 2, 2)),
    9: ((3, 3, 3),), 10: ((3, 4, 3),), 11: ((4, 3, 4),), 12: ((3, 3, 3, 3),),
}  # fmt: skip
#: How the camera goes from panel to panel, and what those in them do: where nobody says.
SHOTS = ("wide", "normal", "half_body", "low_angle", "normal", "close_up")
#: How high those are who are seen from near and from far, in shares of a panel's height, and the nearest that is gone.
HIGH, NEAREST = (0.42, 0.85, 0.58, 1.25, 0.7, 1.0), 2.8
#: As near one goes at least, so that the scene's own edge is out of the panel.
LEAST = 1.08
#: The longer side of the sketch that tells how large they would be by themselves, in pixels.
SKETCH = 144
DEEDS = {
    "person": ("", "walking", "", "waving", "sitting", "running"),
    "animal": ("walking", "", "sitting", "", "running", "sleeping"),
}
MOODS = ("", "surprised", "", "sad", "", "smiling")
#: What is told in time, and the hours of a story.
STORIES = frozenset({"comic", "manga", "storyboard"})
HOURS = ("day", "day", "golden_hour", "sunset")


def panels_of(page: Page) -> int:
    """How many frames there are."""
    layout = page.layout
    said = layout.count or len(layout.parts) or USUAL[layout.kind]
    return min(max(said, len(layout.parts), 2), MOST)


def scene_of(page: Page, number: int) -> ScenePlan:
    """The scene of panel number so and so: what is said of it, or another moment of the whole."""
    plan, parts = page.plan, page.layout.parts
    plan = replace(plan, lettering=(), layout=None, base=None)
    if number < len(parts):
        return _merged(parts[number], plan, together=page.layout.kind not in APART)
    moved = tuple(_moved(thing, number) for thing in plan.things)
    if page.layout.kind in STORIES and plan.time is None and not page.plan.lettering:
        plan = replace(plan, time=HOURS[number * len(HOURS) // panels_of(page)])
    shots = SHOTS[number % len(SHOTS)] if plan.camera == "normal" and _has_face(plan) else plan.camera
    return replace(plan, things=moved, camera=shots)


def _shot(page: Page, number: int, frame: Frame, *, spoken: bool = False) -> None:
    """The scene of panel number so and so, from where the camera is there; `spoken`: there is a balloon over it."""
    plan = scene_of(page, number)
    moves = plan.camera == "normal" and bool(plan.things)
    lettered = any(thing.trait("text") for thing in plan.things)
    near = _nearness(page, plan, frame, HIGH[(number + page.scene.seed) % len(HIGH)]) if moves else LEAST
    if spoken:
        near = max(1.3, 0.85 * near)
    page.picture(
        plan, frame, near=near, above=0.36 if spoken else 0.12, mirrored=moves and number % 2 == 1 and not lettered
    )


def _nearness(page: Page, plan: ScenePlan, frame: Frame, high: float) -> float:
    """How near one goes to those in a scene so that they are so high."""
    scale = SKETCH / max(frame.wide, frame.tall)
    size = Size(max(32, int(scale * frame.wide)), max(32, int(scale * frame.tall)))
    boxes = page.paint_frame(plan, size, 0)[1]
    tall = max((bottom - top for _, top, _, bottom in boxes), default=1.0)
    wide = max((b[2] for b in boxes), default=1.0) - min((b[0] for b in boxes), default=0.0)
    return min(max(LEAST, min(high / max(tall, 0.05), 1.15 / max(wide, 0.05))), NEAREST)


def _has_face(plan: ScenePlan) -> bool:
    return len(plan.things) == 1 and get(plan.things[0].kind).group == "person" and plan.things[0].count == 1


def _moved(thing: Thing, number: int) -> Thing:
    """The thing as it is in another panel: in another pose, in another mood, where its words leave that open."""
    group = get(thing.kind).group
    if group not in DEEDS:
        return thing
    if number % 4 == 0:
        # It begins before what is done.
        thing = replace(thing, traits=frozenset(trait for trait in thing.traits if not trait.startswith("pose:")))
    given = {trait.split(":")[0] for trait in thing.traits}
    deed, mood = DEEDS[group][number % 6], MOODS[number % 6]
    new = {f"pose:{deed}"} if deed and "pose" not in given and not thing.relations else set()
    new |= {f"mood:{mood}"} if mood and "mood" not in given else set()
    return replace(thing, traits=thing.traits | new)


def _merged(part: ScenePlan, whole: ScenePlan, *, together: bool) -> ScenePlan:
    """A panel's own scene, in the whole's style and light, and in it those that the whole names, as they look there.

    `together`: it tells of the whole's place and people where it names none of its own.
    """
    looks = {thing.kind: thing for thing in whole.things}
    things = tuple(
        replace(
            thing,
            colour=thing.colour or looks[thing.kind].colour,
            traits=thing.traits | {t for t in looks[thing.kind].traits if t.split(":")[0] != "pose"},
        )
        if thing.kind in looks
        else thing
        for thing in part.things
    )
    return replace(
        part, things=things or (tuple(looks.values()) if together else ()),
        setting=part.setting or (whole.setting if together and not part.backdrops else None),
        style=whole.style, style_weight=whole.style_weight, time=whole.time or part.time,
        weather=whole.weather or part.weather, season=whole.season or part.season,
        mood=whole.mood if whole.mood != "neutral" else part.mood, tint=whole.tint or part.tint, lettering=(),
    )  # fmt: skip


def comic(page: Page) -> None:
    """A page of panels with lines around them; what is quoted is said in them, one balloon a panel."""
    page.fill(GUTTER)
    short = page.frame.short
    inner = page.frame.inset(0.03 * short)
    if page.title is not None and page.layout.titled:
        head, inner = inner.rows([0.1, 0.9], 0.015 * short)
        page.name(head, LINE)
    said = [text.text for text in page.plan.lettering[page.layout.titled :]]
    for number, panel in enumerate(_divided(page, inner, panels_of(page), 0.018 * short)):
        words = said[number] if number < len(said) else None
        _shot(page, number, panel, spoken=words is not None)
        page.panel(panel, LINE, width=0.006 * short)
        if words:
            _balloon(page, panel, words, left=number % 2 == 0)


def _divided(page: Page, frame: Frame, count: int, gap: float) -> list[Frame]:
    """So many panels in reading order, in rows as the seed likes them."""
    aspect = frame.wide / frame.tall
    if count <= 4 and aspect >= 1.9:
        return frame.columns(_uneven(page, count), gap)
    if count <= 5 and aspect <= 0.6:
        return frame.rows(_uneven(page, count), gap)
    ways = ROWS[min(max(count, 2), MOST)]
    way = ways[page.scene.seed % len(ways)]
    if aspect > 1.3 and len(way) > 2:
        columns, rows = grid_for(count, aspect, 1.0)
        way = tuple(min(columns, count - row * columns) for row in range(rows))
    heights = _uneven(page, len(way))
    return [
        panel
        for row, many in zip(frame.rows(heights, gap), way, strict=True)
        for panel in row.columns(_uneven(page, many), gap)
    ]


def _uneven(page: Page, count: int) -> list[float]:
    """Shares of rows or columns; those of a comic strip are alike."""
    spread = 0.16 if page.layout.kind in ("manga", "collage") else 0.0 if page.layout.kind == "storyboard" else 0.06
    return [1.0 + float(page.rng.uniform(-spread, spread)) for _ in range(count)]


def _balloon(page: Page, panel: Frame, words: str, *, left: bool) -> None:
    """A speech balloon in an upper corner of a panel, its tail towards the middle."""
    made = typeset(words, "plain", 0.5 * panel.wide, 0.2 * panel.tall)
    if made is None:
        return
    em = min(made.em, 0.085 * panel.short + 0.02 * page.frame.short)
    share = em / made.em
    wide, tall = share * made.wide + 1.6 * em, share * made.tall + 1.1 * em
    x = panel.left + 0.04 * panel.wide if left else panel.right - 0.04 * panel.wide - wide
    balloon = Frame(x, panel.top + 0.04 * panel.tall, wide, tall)
    foot = balloon.at(0.62 if left else 0.38, 0.96)
    tip = (foot[0] + (0.9 if left else -0.9) * em, balloon.bottom + 1.1 * em)
    shape = skia.Path()
    shape.addRoundRect(skia.Rect.MakeXYWH(*map(float, balloon)), float(tall / 2), float(tall / 2))
    tail = skia.Path.Polygon([(foot[0] - 0.5 * em, foot[1]), tip, (foot[0] + 0.5 * em, foot[1])], True)
    shape = skia.Op(shape, tail, skia.PathOp.kUnion_PathOp)
    page.canvas.drawPath(shape, paint(WHITE))
    page.canvas.drawPath(shape, paint(LINE, width=0.004 * page.frame.short))
    page.write(words, balloon.inset(0.8 * em, 0.5 * em), BLACK)


def storyboard(page: Page) -> None:
    """Frames of a film with a number and room for notes below each."""
    page.fill(rgb("#f4f4f1") if not page.dark else rgb("#1c1f26"))
    count, short = panels_of(page), page.frame.short
    inner = page.frame.inset(0.035 * short)
    if page.layout.titled:
        head, inner = inner.rows([0.08, 0.92], 0.01 * short)
        page.name(head, side="left")
    columns, rows = grid_for(count, inner.wide / inner.tall, 1.25)
    said = [text.text for text in page.plan.lettering[page.layout.titled :]]
    for number, cell in enumerate(inner.grid(columns, rows, 0.03 * short)[:count]):
        shot, notes = cell.rows([0.76, 0.24], 0.01 * short)
        _shot(page, number, shot)
        page.panel(shot, LINE, width=0.004 * short)
        mark, lines = notes.columns([0.14, 0.86], 0.02 * cell.wide)
        page.write(str(number + 1), mark.part(0, 0.1, 1, 0.7), page.ink)
        if number < len(said):
            page.write(said[number], lines.part(0, 0.1, 1, 0.7), page.ink, side="left")
        else:
            page.bars(lines.part(0, 0.05, 1, 0.8), 2, mix(page.ground, page.ink, 0.25))


def collage(page: Page) -> None:
    """Prints of several scenes side by side, or strewn over each other."""
    page.fill(page.ground if page.plan.tint or page.dark else rgb("#efe9df"))
    count, short = panels_of(page), page.frame.short
    inner = page.frame.inset(0.025 * short)
    inner = page.under_name(inner, 0.12, 0.01 * short)
    cells = _divided(page, inner, count, 0.02 * short)
    strewn = page.scene.seed % 2 == 1
    for number, cell in enumerate(cells):
        if not strewn:
            page.picture(scene_of(page, number), cell, turn=number)
            continue
        page.canvas.save()
        page.canvas.rotate(float(page.rng.uniform(-5, 5)), *map(float, cell.centre))
        page.shadow(cell, strong=0.3, reach=0.03)
        page.panel(cell, WHITE)
        edge = 0.035 * cell.short
        page.picture(scene_of(page, number), cell.inset(edge).part(0, 0, 1, 0.92), turn=number)
        page.canvas.restore()


def before_after(page: Page) -> None:
    """Two states of one scene side by side, or one above the other; the words that ask for it stand over them."""
    page.fill(page.ground)
    short = page.frame.short
    frame = page.frame.inset(0.02 * short)
    halves = (frame.columns if frame.wide >= 0.9 * frame.tall else frame.rows)(2, 0.015 * short)
    names = page.notes if len(page.notes) > 1 else page.layout.labels
    for number, half in enumerate(halves):
        plan = scene_of(page, number)
        if not page.layout.parts:
            # Nobody says what changed: it was dull, and is bright now.
            plan = replace(plan, mood="bright" if number else "muted", weather=plan.weather if number else "overcast")
        page.picture(plan, half, round=0.02 * short)
        if number >= len(names):
            continue
        flag = Frame(half.left + 0.04 * short, half.top + 0.04 * short, 0.2 * short, 0.075 * short)
        page.panel(flag, page.accent if number else rgb("#3b3f49"), round=flag.tall / 2)
        page.write(names[number], flag.inset(0.3 * flag.tall, 0.2 * flag.tall), WHITE)
    x, y = page.frame.centre
    upright = halves[0].top == halves[1].top
    circle(page.canvas, (x, y), 0.045 * short, WHITE)
    reach = 0.022 * short
    ends = ((x - reach, y), (x + reach, y)) if upright else ((x, y - reach), (x, y + reach))
    page.arrow(*ends, page.accent, 0.009 * short)


def triptych(page: Page) -> None:
    """One scene, or one for each, on canvases side by side on a wall."""
    wall = mix(rgb("#e9e5de"), page.accent, 0.06) if not page.dark else rgb("#2a2c33")
    page.fill(wall)
    count, short = panels_of(page), page.frame.short
    frame = page.frame.inset(0.07 * short, 0.09 * short)
    upright = frame.wide < 0.75 * frame.tall
    gap = 0.035 * short
    cells = (frame.rows if upright else frame.columns)(count, gap)
    whole = None if page.layout.parts else _scene_pixels(page, frame)
    for number, cell in enumerate(cells):
        page.shadow(cell, strong=0.45, reach=0.05)
        if whole is None:
            page.picture(scene_of(page, number), cell)
            continue
        source = skia.Rect.MakeXYWH(*map(float, (cell.left - frame.left, cell.top - frame.top, cell.wide, cell.tall)))
        page.canvas.drawImageRect(whole, source, skia.Rect.MakeXYWH(*map(float, cell)), skia.SamplingOptions())


def _scene_pixels(page: Page, frame: Frame) -> skia.Image:
    """The whole's scene as large as a frame."""
    plan = replace(page.plan, layout=None, base=None)
    pixels, _ = page.paint_frame(plan, Size(int(frame.wide + 0.999), int(frame.tall + 0.999)), 0)
    return skia.Image.fromarray(
        np.ascontiguousarray(np.dstack([pixels, np.full(pixels.shape[:2], 255, np.uint8)])), skia.kRGBA_8888_ColorType
    )
