"""Deeds: what people do that takes a pose of the figure and a tool, named by the trait `pose` as all poses are."""

from collections.abc import Callable
from dataclasses import dataclass

import skia

from easel.engines.painter.brush import Point, rgb
from easel.engines.painter.plan import Thing
from easel.engines.painter.sprites import callings, handtools, ridden, worktops
from easel.engines.painter.sprites.person import KINDS

Tool = Callable[[skia.Canvas, Point, Point], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """`pose` is one of the figure's, seen from the side if `aside`; `home` a setting where the words name none.

    `tool` is drawn over the figure, `under` before it; both are told where the near and the far hand are. `lift` is
    how far the feet are above the ground, in heights of the figure. `meets` is how far two stand from each other who
    do it together, in their heights, 0 where each does it alone; `between` is what stands between them. `afloat`
    is done on the water, `aloft` in the air, `sunk` is the share of the figure that is under it.
    `reach` is how high the tools are raised, in heights of the figure, where that is above the head.
    """

    pose: str
    tool: Tool | None = None
    under: Tool | None = None
    home: str | None = None
    aside: bool = False
    lift: float = 0.0
    meets: float = 0.0
    afloat: bool = False
    aloft: bool = False
    reach: float = 1.0
    sunk: float = 0.0
    between: str | None = None


DEEDS = {
    "sweeping": Deed(pose="poling", tool=handtools.broom, home="garden"),
    "planting": Deed(pose="poling", tool=handtools.spade, home="garden"),
    "watering": Deed(pose="pouring", tool=handtools.watering_can, home="garden"),
    "harvesting": Deed(pose="gathering", tool=handtools.sickle, home="farmland"),
    "planting_rice": Deed(pose="gathering", tool=handtools.rice_seedlings, home="terraces"),
    "picking": Deed(pose="lifting", tool=handtools.basket_of(rgb("#d8332c")), home="garden"),
    "picking_tea": Deed(pose="lifting", tool=handtools.basket_of(rgb("#7ab04a")), home="terraces"),
    "fishing": Deed(pose="holding", tool=callings.rod, home="lake"),
    "phoning": Deed(pose="phoning", tool=handtools.phone),
    "texting": Deed(pose="reading", tool=handtools.texting),
    "selfie": Deed(pose="lifting", tool=handtools.selfie),
    "photographing": Deed(pose="photographing", tool=handtools.camera),
    "fluting": Deed(pose="fluting", tool=handtools.flute),
    "bubbles": Deed(pose="blowing", tool=handtools.bubbles),
    "snowballing": Deed(pose="lifting", tool=handtools.snowball, home="snowfield"),
    "knitting": Deed(pose="reading", tool=handtools.knitting, home="living_room"),
    "paper_cutting": Deed(pose="reading", tool=handtools.paper_cutting, home="living_room"),
    "weightlifting": Deed(pose="pressing", tool=handtools.barbell),
    "skipping": Deed(pose="serving", tool=handtools.skipping_rope, lift=0.07),
    "fanning": Deed(pose="serving", tool=handtools.fan),
    "brushing_teeth": Deed(pose="blowing", tool=handtools.brush_teeth),
    "combing": Deed(pose="grooming", tool=handtools.comb),
    "crying": Deed(pose="crying", tool=handtools.tears),
    "firecrackers": Deed(pose="serving", tool=handtools.firecrackers),
    "netting": Deed(pose="lifting", tool=handtools.butterfly_net),
    "chopping": Deed(pose="lifting", tool=handtools.raised_axe),
    "calligraphy": Deed(pose="kneading", tool=worktops.calligraphy, home="studio"),
    "writing": Deed(pose="at_desk", tool=worktops.writing, home="living_room"),
    "typing": Deed(pose="at_desk", tool=worktops.laptop, home="office"),
    "dining": Deed(pose="at_desk", tool=worktops.meal, home="kitchen"),
    "cooking": Deed(pose="kneading", tool=worktops.wok, home="kitchen"),
    "dumplings": Deed(pose="kneading", tool=worktops.dumplings, home="kitchen"),
    "zither": Deed(pose="plucking", tool=worktops.zither),
    "painting": Deed(pose="painting", tool=worktops.easel),
    "tai_chi": Deed(pose="pushing_hands"),
    "yoga": Deed(pose="stretching"),
    "meditating": Deed(pose="cross_legged"),
    "climbing": Deed(pose="climbing", under=ridden.rock_face, home="mountain_top", aside=True, lift=0.1),
    "skiing": Deed(pose="skiing", tool=ridden.skis, under=ridden.snow_spray, home="snowfield", aside=True),
    "surfing": Deed(pose="balancing", tool=ridden.foam, under=ridden.surfboard, home="sea", aside=True, afloat=True),
    "skateboarding": Deed(pose="balancing", under=ridden.skateboard, aside=True, lift=0.03),
    "skating": Deed(pose="gliding", under=ridden.skates, home="snowfield", aside=True),
    "stargazing": Deed(pose="peering", tool=ridden.telescope, aside=True),
    "pram": Deed(pose="pushing", tool=ridden.pram, home="park", aside=True),
    "dog_walking": Deed(pose="walking", tool=ridden.leash, home="park", aside=True),
    "badminton": Deed(pose="swinging", tool=ridden.racket, home="park", aside=True, meets=1.15),
    "table_tennis": Deed(pose="swinging", tool=ridden.bat, aside=True, meets=1.5, between="tennis_table"),
    "football": Deed(pose="kicking", tool=ridden.ball_ahead, home="park", aside=True),
    "basketball": Deed(
        pose="jumping_shot", tool=handtools.basketball, under=ridden.hoop, home="park", lift=0.1, reach=1.4
    ),
    "archery": Deed(pose="shooting", tool=ridden.bow_and_arrow, aside=True),
    "piano": Deed(pose="playing_keys", tool=ridden.keyboard, home="stage", aside=True),
    "drumming": Deed(pose="drumming", tool=worktops.drum),
    "violin": Deed(pose="fiddling", tool=callings.violin),
    "erhu": Deed(pose="bowing_strings", tool=handtools.erhu),
    "hugging": Deed(pose="embracing", aside=True, meets=0.17),
    "kissing": Deed(pose="embracing", aside=True, meets=0.205),
    "chatting": Deed(pose="chatting", aside=True, meets=0.42),
    "chess": Deed(pose="playing_keys", under=ridden.stool, aside=True, meets=0.72, between="chess_table"),
    "taking_tea": Deed(pose="playing_keys", under=ridden.stool, aside=True, meets=0.72, between="tea_table"),
    "cards": Deed(pose="playing_keys", under=ridden.stool, aside=True, meets=0.72, between="card_table"),
    "swimming": Deed(pose="paddling", under=ridden.ripples, home="lake", afloat=True, sunk=0.68),
    "broom_riding": Deed(pose="riding", under=ridden.broomstick, aside=True, aloft=True),
    "jumping": Deed(pose="jumping", lift=0.12),
}


def at_work(c: skia.Canvas, pose: str | None, near: Point, far: Point) -> None:
    """The tool of a deed before a body that is no person's, whose hands are at those points; nothing for any other."""
    deed = DEEDS.get(pose or "")
    if deed is not None and deed.tool is not None and not deed.aside:
        deed.tool(c, near, far)


def is_afloat(thing: Thing) -> bool:
    """Whether a person does something that is done on the water."""
    deed = DEEDS.get(thing.trait("pose") or "")
    return deed is not None and deed.afloat and thing.kind in KINDS


def is_aloft(thing: Thing) -> bool:
    """Whether a person does something that is done in the air."""
    deed = DEEDS.get(thing.trait("pose") or "")
    return deed is not None and deed.aloft and thing.kind in KINDS
