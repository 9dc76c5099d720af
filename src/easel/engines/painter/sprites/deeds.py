"""Deeds: what people do that takes a pose of the figure and a tool, named by the trait `pose` as all poses are."""

from collections.abc import Callable
from dataclasses import dataclass

import skia

from easel.engines.painter.brush import Point, rgb
from easel.engines.painter.plan import Thing
from easel.engines.painter.sprites import callings, chores, crafts, handtools, outings, ridden, serving, worktops
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

    Who `works` does it to a thing beside them; to somebody who sits on what `seats` names, or who looks on where it is
    done `alone`. Several who do what is `shared` are at one table. `wide` is how much room it takes, in heights.
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
    works: bool = False
    seats: str | None = None
    alone: bool = False
    shared: bool = False
    wide: float = 0.5


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
    "cooking": Deed(pose="kneading", tool=worktops.wok, home="kitchen", shared=True, wide=0.8),
    "dumplings": Deed(pose="kneading", tool=worktops.dumplings, home="kitchen", shared=True, wide=0.8),
    "zither": Deed(pose="plucking", tool=worktops.zither),
    "painting": Deed(pose="painting", tool=worktops.easel),
    "tai_chi": Deed(pose="pushing_hands"),
    "yoga": Deed(pose="stretching"),
    "meditating": Deed(pose="cross_legged"),
    "climbing": Deed(pose="climbing", under=ridden.rock_face, home="mountain_top", aside=True, lift=0.1),
    "skiing": Deed(pose="skiing", tool=ridden.skis, under=ridden.snow_spray, home="snowfield", aside=True),
    "surfing": Deed(pose="balancing", tool=ridden.foam, under=ridden.surfboard, home="sea", aside=True, afloat=True),
    "skateboarding": Deed(pose="balancing", under=ridden.skateboard, aside=True, lift=0.03),
    "skating": Deed(pose="gliding", under=ridden.skates, home="frozen_lake", aside=True, wide=0.95),
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
    "sawing": Deed(pose="sawing", tool=crafts.sawing, home="workshop", wide=0.95),
    "nailing": Deed(pose="hammering", tool=crafts.nailing, home="workshop", wide=0.75),
    "forging": Deed(pose="hammering", tool=crafts.forging, home="smithy", wide=0.75),
    "pottery": Deed(pose="at_desk", tool=crafts.pottery, home="workshop", wide=0.7),
    "sewing": Deed(pose="at_desk", tool=crafts.sewing, home="workshop", wide=0.75),
    "cobbling": Deed(pose="at_desk", tool=crafts.cobbling, home="workshop", wide=0.75),
    "welding": Deed(pose="torching", tool=crafts.welding, home="garage", wide=0.9),
    "bricklaying": Deed(pose="striking", tool=crafts.bricklaying, shared=True, wide=1.0),
    "sculpting": Deed(pose="sculpting", tool=crafts.sculpting, home="workshop", wide=0.9),
    "net_mending": Deed(pose="reading", tool=crafts.net_mending, home="harbour", wide=0.9),
    "wall_painting": Deed(pose="lifting", tool=crafts.paint_roller, under=crafts.fresh_paint, reach=1.12, wide=1.05),
    "changing_bulb": Deed(
        pose="screwing", tool=crafts.bulb, under=crafts.ladder, home="living_room", lift=0.3, reach=1.65
    ),
    "plumbing": Deed(pose="wrenching", tool=crafts.pipework, home="bathroom", wide=0.9),
    "repairing": Deed(pose="kneeling", tool=crafts.spanner, home="garage", aside=True, works=True, wide=0.8),
    "baking": Deed(pose="kneading", tool=serving.baking, home="kitchen", shared=True, wide=0.72),
    "baking_bread": Deed(pose="kneading", tool=serving.baking_bread, home="kitchen", shared=True, wide=0.72),
    "baking_cake": Deed(pose="kneading", tool=serving.baking_cake, home="kitchen", shared=True, wide=0.72),
    "making_coffee": Deed(pose="kneading", tool=serving.espresso, home="cafe", shared=True, wide=0.9),
    "selling": Deed(pose="kneading", tool=serving.till, home="shop", shared=True, wide=0.9),
    "serving": Deed(pose="serving", tool=callings.tray, home="cafe"),
    "arranging_flowers": Deed(pose="striking", tool=serving.flower_arranging, wide=0.85),
    "experimenting": Deed(pose="testing", tool=serving.experiment, home="laboratory", wide=0.9),
    "microscopy": Deed(pose="kneading", tool=serving.microscope, home="laboratory", wide=0.9),
    "operating": Deed(pose="kneading", tool=serving.operating, home="operating_room", shared=True, wide=1.05),
    "hairdressing": Deed(pose="attending", tool=serving.scissors, home="barbershop", seats="barber_chair", wide=0.7),
    "dentistry": Deed(pose="attending", tool=serving.probe, home="operating_room", seats="dental_chair", wide=0.9),
    "examining": Deed(pose="handing", tool=serving.chest_piece, home="hospital", seats="examination_stool", wide=0.9),
    "conducting": Deed(pose="conducting", tool=serving.baton, home="stage", wide=0.8),
    "mixing_records": Deed(pose="kneading", tool=serving.turntables, home="nightclub", shared=True, wide=1.0),
    "judging": Deed(pose="striking", tool=serving.gavel, home="courtroom", wide=1.0),
    "steering": Deed(pose="steering", tool=serving.helm, home="deck", wide=0.6),
    "delivering": Deed(pose="carrying", tool=serving.parcel, home="street"),
    "posting": Deed(pose="handing", tool=serving.letters, home="street"),
    "teaching": Deed(pose="writing_high", tool=serving.chalk, under=serving.blackboard, home="classroom", wide=1.0),
    "directing_traffic": Deed(pose="halting", tool=serving.whistle, home="street"),
    "saluting": Deed(pose="saluting"),
    "mopping": Deed(pose="poling", tool=chores.mop, home="living_room", wide=0.8),
    "vacuuming": Deed(pose="poling", tool=chores.vacuum, home="living_room", wide=0.85),
    "washing_up": Deed(pose="kneading", tool=chores.washing_up, home="kitchen", shared=True, wide=0.85),
    "washing_clothes": Deed(pose="kneading", tool=chores.washtub, home="garden", shared=True, wide=0.75),
    "ironing": Deed(pose="striking", tool=chores.iron, home="living_room", wide=0.95),
    "hanging_laundry": Deed(pose="hanging", tool=chores.clothesline, home="garden", wide=1.1),
    "pruning": Deed(pose="shearing", tool=chores.shears, home="garden", wide=0.95),
    "feeding": Deed(pose="feeding", tool=chores.feed, wide=0.6),
    "mining": Deed(pose="lifting", tool=chores.pickaxe, home="cave", wide=0.9),
    "herding": Deed(pose="staff", tool=chores.crook),
    "watching": Deed(pose="photographing", tool=chores.binoculars),
    "gaming": Deed(pose="reading", tool=chores.gamepad, home="living_room"),
    "juggling": Deed(pose="tossing", tool=chores.juggling, reach=1.05),
    "awaiting_bus": Deed(pose="standing", tool=chores.bus_stop, home="street", wide=0.75),
    "trumpet": Deed(pose="trumpeting", tool=chores.trumpet, home="stage"),
    "coding": Deed(pose="at_desk", tool=chores.desk_computer, home="office", wide=0.9),
    "shelving": Deed(
        pose="lifting", tool=serving.shelving, under=serving.bookcase, home="library", reach=1.08, wide=0.95
    ),
    "hosing": Deed(pose="hosing", tool=outings.hose, aside=True, works=True),
    "boxing": Deed(pose="fighting", tool=outings.gloves, home="gym", aside=True, meets=0.62),
    "fencing": Deed(pose="fighting", tool=outings.foil, home="gym", aside=True, meets=0.95),
    "golf": Deed(pose="swinging", tool=outings.golf_club, home="park", aside=True),
    "baseball": Deed(pose="swinging", tool=outings.baseball_bat, home="park", aside=True),
    "tennis": Deed(pose="swinging", tool=ridden.racket, home="court", aside=True, meets=1.15),
    "interviewing": Deed(pose="shaking_hands", tool=outings.microphone, aside=True, meets=0.62, alone=True),
    "shaking_hands": Deed(pose="shaking_hands", aside=True, meets=0.5),
    "high_five": Deed(pose="high_five", aside=True, meets=0.5),
    "arguing": Deed(pose="arguing", aside=True, meets=0.8),
    "waltzing": Deed(pose="waltzing", aside=True, meets=0.32),
    "proposing": Deed(pose="kneeling", tool=outings.ring_box, aside=True, meets=0.5, alone=True),
    "shopping": Deed(pose="pushing", tool=outings.trolley, home="supermarket", aside=True, wide=1.2),
    "wheelbarrow": Deed(pose="pushing", tool=outings.wheelbarrow, home="garden", aside=True, wide=1.25),
    "spoon_feeding": Deed(pose="feeding", tool=chores.spoon),
    "sandcastle": Deed(pose="kneeling", tool=outings.sandcastle, home="beach", aside=True, wide=1.0),
    "snowboarding": Deed(pose="balancing", under=outings.snowboard, home="snowfield", aside=True, lift=0.02),
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
