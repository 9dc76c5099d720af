"""Pictures that are laid out: pages of frames, each filled by a scene, an emblem, words or a figure.

`plan.Layout` says which; `KINDS` tells who draws each kind. A page is drawn at its full size on one surface, the
plan's style goes over what is drawn (frames with scenes of their own have it already), and the words come last.
"""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from easel.core.image import Size
from easel.engines.painter import styles
from easel.engines.painter.begin import begin
from easel.engines.painter.layouts import (
    diagrams,
    floorplan,
    goods,
    isometric,
    maps,
    panels,
    papers,
    plots,
    screens,
    streets,
    studies,
    trees,
)
from easel.engines.painter.layouts.frame import Frame
from easel.engines.painter.layouts.page import Page, PaintFrame
from easel.engines.painter.plan import ScenePlan

#: Who draws the pages of each kind.
KINDS: dict[str, Callable[[Page], None]] = {
    "comic": panels.comic, "manga": panels.comic, "storyboard": panels.storyboard, "collage": panels.collage,
    "before_after": panels.before_after, "triptych": panels.triptych, "turnaround": studies.turnaround,
    "mood_board": studies.mood_board,
    "carton": goods.carton, "pouch": goods.pouch, "bottle": goods.bottle, "tin": goods.tin, "jar": goods.jar,
    "shirt": goods.shirt, "mug": goods.mug, "tote": goods.tote, "book": goods.book,
    "business_card": papers.business_card, "magazine": papers.magazine, "menu": papers.menu, "ticket": papers.ticket,
    "postcard": papers.postcard, "stamp": papers.stamp, "calendar": papers.calendar,
    "certificate": papers.certificate,
    "app": screens.app, "login": screens.login, "landing": screens.landing, "shop_page": screens.shop,
    "dashboard": screens.dashboard,
    "infographic": diagrams.infographic, "cycle": diagrams.cycle, "steps": diagrams.steps,
    "comparison": diagrams.comparison, "timeline": diagrams.timeline, "mind_map": trees.mind_map,
    "flow_chart": trees.flow_chart, "bar_chart": diagrams.bar_chart, "line_chart": diagrams.line_chart,
    "pie_chart": diagrams.pie_chart, "labelled": diagrams.labelled, "venn": diagrams.venn,
    "org_chart": trees.org_chart,
    "floor_plan": floorplan.floor_plan, "land_map": maps.parchment, "treasure_map": maps.parchment,
    "town_map": streets.town_map, "metro_map": streets.metro_map,
    "room": isometric.room, "plot": plots.plot,
}  # fmt: skip
#: Kinds whose frames are scenes, in the plan's style by themselves.
SCENES = frozenset({"comic", "manga", "storyboard", "collage", "before_after", "triptych", "mood_board", "magazine"})


def lay_out(
    plan: ScenePlan, size: Size, *, seed: int, finish: float, paint_frame: PaintFrame
) -> tuple[np.ndarray, list[tuple[int, int, Frame]]]:
    """The laid-out picture of a plan, uint8 (H, W, 3), and what it shows of the plan's things, where."""
    layout = plan.layout
    if layout is None:
        msg = "nothing is laid out in this plan"
        raise ValueError(msg)
    sheet = replace(
        plan, setting="sheet", camera="normal", season=None, time=None, weather=None, sky={}, backdrops=(), base=None
    )
    scene = begin(sheet, size, seed=seed, finish=finish, freedom=0.0)[0]
    # Everything of the plan may be drawn on it, in the light of the sheet.
    scene.plan = replace(plan, base=None)
    page = Page(scene, paint_frame)
    KINDS[layout.kind](page)
    shown = page.shown
    pixels = scene.finished()
    if plan.style != "none" and layout.kind not in SCENES:
        detail = float(np.clip(finish, 0.15, 1.5))
        pixels = styles.apply(pixels, plan.style, weight=plan.style_weight, seed=seed, detail=detail)
    return page.words_on(pixels), shown
