"""What people do for a living: where they are found when nobody says, how they hold themselves, what is in their hands.

A tool is drawn in the figure's frame, seen from the front; `near` is the hand at the viewer's right, `far` the other.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import atan2, degrees

import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Point, ball, rgb, shade, side
from easel.engines.painter.sprites import legends

Tool = Callable[[skia.Canvas, Point, Point], None]
_WOOD = rgb("#8a5a34")
_STEEL = rgb("#b8c2cc")


@dataclass(frozen=True, slots=True)
class Calling:
    """`home` is a setting, `pose` one of the figure's, `dress` a garment and its colour, worn for everyday clothes.

    `deed` is what somebody is seen to do at home. All of them matter only where the words leave them open.
    """

    home: str | None = None
    pose: str | None = None
    tool: Tool | None = None
    dress: tuple[str, str] | None = None
    deed: str | None = None


def _between(c: skia.Canvas, start: Point, end: Point) -> tuple[float, float]:
    """The length of a line and how far it is turned from pointing up."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    return (dx * dx + dy * dy) ** 0.5, degrees(atan2(dx, -dy))


def violin(c: skia.Canvas, near: Point, far: Point) -> None:
    """Under the chin, its neck in the near hand, the bow in the far one."""
    chin = (near[0] - 0.2, near[1] - 0.055)
    _, turn = _between(c, chin, near)
    with b.placed(c, chin, turn=turn, scale=0.24):
        b.line(c, (0, -0.45), (0, -1.02), shade(_WOOD, 0.4), 0.06)
        b.circle(c, (0, -1.05), 0.05, shade(_WOOD, 0.5))
        b.blob(c, "0,.12 .17,.08 .2,-.06 .12,-.18 .15,-.34 .1,-.46 0,-.48", ball(rgb("#a4532a"), 1.1), mirrored=True)
        b.line(c, (0, 0.05), (0, -0.42), shade(_WOOD, 0.35), 0.045)
        for x in (-0.09, 0.09):
            b.curve(c, [(x, -0.08), (x * 1.2, -0.15), (x, -0.22)], rgb("#2a1710"), 0.018)
    tip = (near[0] - 0.03, near[1] - 0.13)
    b.line(c, far, tip, shade(_WOOD, 0.6), 0.008)
    b.line(c, (far[0], far[1] + 0.008), (tip[0], tip[1] + 0.008), WHITE, 0.003, 0.8)


def _guitar(c: skia.Canvas, near: Point, far: Point) -> None:
    """Across the belly, its neck in the near hand, the far one on the strings."""
    body = (far[0] - 0.035, far[1] + 0.03)
    _, turn = _between(c, body, near)
    with b.placed(c, body, turn=turn, scale=0.34):
        b.rectangle(c, (-0.04, -1.2), 0.08, 0.9, side(rgb("#4a2e1c")))
        b.blob(c, "0,.34 .26,.3 .34,.08 .22,-.12 .25,-.3 .14,-.44 0,-.45", ball(rgb("#c07a34"), 1.1), mirrored=True)
        b.circle(c, (0, -0.12), 0.105, rgb("#2a1a12"))
        b.rectangle(c, (-0.12, 0.12), 0.24, 0.035, rgb("#3a2416"))
        b.rectangle(c, (-0.06, -1.36), 0.12, 0.18, side(rgb("#3a2416")), round=0.03)
        for x in (-0.024, -0.008, 0.008, 0.024):
            b.line(c, (x, 0.12), (x, -1.2), rgb("#f2e8d0"), 0.006, 0.8)


def _microphone(c: skia.Canvas, near: Point, far: Point) -> None:
    with b.placed(c, near, turn=-24.0):
        b.limb(c, [(0, 0.05), (0, -0.02), (0, -0.055)], (0.016, 0.022, 0.028), side(rgb("#2b2d33")))
        b.circle(c, (0, -0.075), 0.026, ball(rgb("#9aa2ac"), 1.2))


def _pointer(c: skia.Canvas, near: Point, far: Point) -> None:
    b.line(c, (near[0] - 0.02, near[1] + 0.05), (near[0] + 0.1, near[1] - 0.2), _WOOD, 0.008)
    with b.placed(c, (far[0], far[1] - 0.02), turn=-6.0):
        b.rectangle(c, (-0.05, -0.07), 0.1, 0.14, side(rgb("#a8453c")), round=0.006)
        b.rectangle(c, (-0.044, -0.055), 0.01, 0.11, shade(rgb("#a8453c"), 0.6))


def tray(c: skia.Canvas, near: Point, far: Point) -> None:
    """A tray with a cup and a glass on the hand."""
    x, y = near[0], near[1] - 0.03
    b.ellipse(c, (x, y), 0.12, 0.018, side(_STEEL, 1.2))
    b.ellipse(c, (x, y - 0.004), 0.105, 0.012, shade(_STEEL, 1.25))
    b.blob(c, [(x - 0.045, y - 0.06), (x + 0.0, y - 0.06), (x - 0.004, y - 0.006), (x - 0.04, y - 0.006)], WHITE)
    b.ellipse(c, (x - 0.022, y - 0.058), 0.022, 0.007, rgb("#5a3320"))
    b.polygon(c, [(x + 0.03, y - 0.085), (x + 0.07, y - 0.085), (x + 0.063, y - 0.006), (x + 0.037, y - 0.006)],
              rgb("#e8a83c"), 0.9)  # fmt: skip


def _cup(c: skia.Canvas, near: Point, far: Point) -> None:
    x, y = near[0] - 0.01, near[1] - 0.005
    b.curve(c, [(x + 0.03, y - 0.035), (x + 0.055, y - 0.02), (x + 0.028, y)], shade(WHITE, 0.85), 0.009)
    b.blob(c, [(x - 0.035, y - 0.05), (x + 0.035, y - 0.05), (x + 0.025, y + 0.015), (x - 0.025, y + 0.015)],
           side(WHITE, 0.7))  # fmt: skip
    b.ellipse(c, (x, y - 0.05), 0.034, 0.009, rgb("#6a3c22"))
    b.curve(c, [(x, y - 0.07), (x + 0.012, y - 0.1), (x - 0.008, y - 0.13), (x + 0.006, y - 0.16)], WHITE, 0.008, 0.4)


def _palette(c: skia.Canvas, near: Point, far: Point) -> None:
    with b.placed(c, (far[0] + 0.01, far[1] - 0.01), turn=-14.0, scale=0.11):
        b.blob(c, "-1,.1 -.6,-.6 .2,-.75 .9,-.35 1,.25 .5,.5 .3,.25 -.1,.3 -.2,.65 -.7,.6", side(rgb("#c99a5e")))
        for x, y, ink in ((-0.6, -0.2, "#d8423c"), (-0.15, -0.45, "#f2c52e"), (0.35, -0.42, "#3f9a4a"),
                          (0.7, -0.05, "#2f6fd0"), (-0.62, 0.25, WHITE)):  # fmt: skip
            b.ellipse(c, (x, y), 0.17, 0.13, ball(rgb(ink) if isinstance(ink, str) else ink))
    tip = (near[0] + 0.05, near[1] - 0.14)
    b.line(c, (near[0] - 0.01, near[1] + 0.05), tip, _WOOD, 0.008)
    b.line(c, tip, (tip[0] + 0.008, tip[1] - 0.025), rgb("#2f6fd0"), 0.014)


def _camera(c: skia.Canvas, near: Point, far: Point) -> None:
    x, y = 0.5 * (near[0] + far[0]), min(near[1], far[1]) - 0.035
    b.rectangle(c, (x - 0.025, y - 0.055), 0.05, 0.02, rgb("#2b2d33"), round=0.005)
    b.rectangle(c, (x - 0.075, y - 0.04), 0.15, 0.085, side(rgb("#2b2d33"), 1.2), round=0.012)
    b.circle(c, (x, y + 0.003), 0.035, rgb("#15161a"))
    b.circle(c, (x, y + 0.003), 0.026, ball(rgb("#3f5a78"), 1.5))
    b.circle(c, (x - 0.008, y - 0.006), 0.006, WHITE, 0.8)


def _spanner(c: skia.Canvas, near: Point, far: Point) -> None:
    with b.placed(c, near, turn=14.0):
        b.line(c, (0, 0.05), (0, -0.13), _STEEL, 0.02)
        b.circle(c, (0, -0.15), 0.03, _STEEL, width=0.018)


def _notebook(c: skia.Canvas, near: Point, far: Point) -> None:
    """A microphone in the near hand, a pad in the far one."""
    with b.placed(c, near, turn=18.0):
        b.limb(c, [(0, 0.05), (0, -0.05)], (0.016, 0.024), side(rgb("#2b2d33")))
        b.rectangle(c, (-0.022, -0.07), 0.044, 0.03, rgb("#d0342e"), round=0.005)
        b.circle(c, (0, -0.09), 0.028, ball(rgb("#5a6068"), 1.2))
    with b.placed(c, (far[0], far[1] - 0.01), turn=-8.0):
        b.rectangle(c, (-0.045, -0.06), 0.09, 0.12, rgb("#faf6e4"), round=0.005)
        for k in range(4):
            b.line(c, (-0.03, -0.035 + 0.024 * k), (0.03, -0.035 + 0.024 * k), rgb("#7a8492"), 0.004)


def _staff(c: skia.Canvas, near: Point, top: float) -> None:
    b.line(c, (near[0] + 0.012, -0.01), (near[0], top), _WOOD, 0.017)
    b.line(c, (near[0] + 0.008, -0.01), (near[0] - 0.004, top), shade(_WOOD, 1.4), 0.004, 0.6)


def _hoe(c: skia.Canvas, near: Point, far: Point) -> None:
    _staff(c, near, -1.0)
    b.polygon(
        c, [(near[0], -1.0), (near[0] + 0.12, -0.95), (near[0] + 0.11, -0.9), (near[0], -0.96)], side(_STEEL, 1.2)
    )


def _axe(c: skia.Canvas, near: Point, far: Point) -> None:
    _staff(c, near, -0.86)
    x = near[0]
    b.polygon(c, [(x - 0.045, -0.83), (x, -0.845), (x, -0.815)], side(_STEEL))
    b.blob(c, [(x - 0.01, -0.85), (x + 0.04, -0.865), (x + 0.07, -0.885), (x + 0.075, -0.775), (x + 0.04, -0.8),
               (x - 0.01, -0.81)], side(rgb("#c8322f"), 1.1))  # fmt: skip
    b.curve(c, [(x + 0.07, -0.88), (x + 0.082, -0.83), (x + 0.075, -0.78)], _STEEL, 0.009)


def rod(c: skia.Canvas, near: Point, far: Point) -> None:
    """A fishing rod that bends under its own weight, with the line from its tip."""
    x, y = near
    b.curve(c, [(x - 0.05, y + 0.1), (x + 0.1, y - 0.2), (x + 0.3, y - 0.46), (x + 0.46, y - 0.56)], _WOOD, 0.01)
    b.curve(c, [(x + 0.46, y - 0.56), (x + 0.475, y - 0.2), (x + 0.47, y + 0.25)], WHITE, 0.0025, 0.8)
    b.circle(c, (x + 0.47, y + 0.25), 0.012, ball(rgb("#d8423c")))


def _katana(c: skia.Canvas, near: Point, far: Point) -> None:
    _blade(c, near, 0.5, 0.05, "#2a2430")


def _sword(c: skia.Canvas, near: Point, far: Point) -> None:
    _blade(c, near, 0.5, 0.0, "#3f6a5a")


def _blade(c: skia.Canvas, near: Point, long: float, bend: float, grip: str) -> None:
    with b.placed(c, near, turn=24.0):
        edge = [
            (-0.011, -0.05),
            (-0.011 + bend, -long * 0.6),
            (bend, -long),
            (0.011 + bend, -long * 0.6),
            (0.011, -0.05),
        ]
        b.blob(c, edge, side(_STEEL, 1.3))
        b.line(c, (0, -0.06), (bend * 0.9, -long * 0.9), WHITE, 0.003, 0.7)
        b.ellipse(c, (0, -0.045), 0.035, 0.011, rgb("#d8b45a"))
        b.rectangle(c, (-0.012, -0.04), 0.024, 0.12, side(rgb(grip)), round=0.008)


def _bouquet(c: skia.Canvas, near: Point, far: Point) -> None:
    """Roses before the joined hands."""
    x, y = 0.5 * (near[0] + far[0]), min(near[1], far[1]) - 0.03
    b.polygon(c, [(x - 0.035, y - 0.01), (x + 0.035, y - 0.01), (x + 0.012, y + 0.09), (x - 0.012, y + 0.09)], WHITE)
    for k in range(9):
        b.ellipse(c, (x + (k - 4) * 0.021, y - 0.008 * (4 - abs(k - 4)) + 0.012), 0.026, 0.014, rgb("#5a8a4a"))
    for dx, dy, ink in ((-0.05, -0.02, "#f4c6cf"), (0.05, -0.022, "#f4c6cf"), (-0.022, -0.055, "#fbf4f2"),
                        (0.026, -0.057, "#f7dbe0"), (0.0, -0.022, "#ef9fb0"), (-0.072, 0.008, "#fbf4f2"),
                        (0.072, 0.006, "#fbf4f2")):  # fmt: skip
        b.circle(c, (x + dx, y + dy), 0.028, ball(rgb(ink), 0.8))
        b.curve(c, [(x + dx - 0.012, y + dy), (x + dx, y + dy - 0.012), (x + dx + 0.01, y + dy + 0.004)],
                shade(rgb(ink), 0.72), 0.005, 0.7)  # fmt: skip


def _stethoscope(c: skia.Canvas, near: Point, far: Point) -> None:
    b.curve(c, [(-0.045, -0.83), (-0.05, -0.74), (-0.015, -0.68)], rgb("#2f3a44"), 0.009)
    b.curve(c, [(0.045, -0.83), (0.055, -0.74), (0.05, -0.64)], rgb("#2f3a44"), 0.009)
    b.circle(c, (0.05, -0.625), 0.018, ball(_STEEL, 1.3))


CALLINGS = {
    "teacher": Calling("classroom", "pointing", _pointer, deed="teaching"),
    "office": Calling("office"),
    "barista": Calling("cafe", "holding", _cup),
    "waiter": Calling("cafe", "serving", tray),
    "violinist": Calling("stage", "fiddling", violin),
    "guitarist": Calling("stage", "strumming", _guitar),
    "singer": Calling("stage", "singing", _microphone),
    "firefighter": Calling("street", "staff", _axe),
    "police": Calling("street"),
    "painter": Calling("studio", "painting", _palette),
    "photographer": Calling(None, "working", _camera),
    "farmer": Calling("farmland", "staff", _hoe),
    "fisherman": Calling("lake", "holding", rod),
    "samurai": Calling(None, "holding", _katana, ("kimono", "#2f3550")),
    "swordsman": Calling("mountain_top", "holding", _sword, ("hanfu", "#5f7f8f")),
    "bride": Calling("garden", "clasping", _bouquet),
    "knight": Calling(None, "holding", _sword),
    "chef": Calling("kitchen"),
    "dancer": Calling("stage"),
    "doctor": Calling("hospital", None, _stethoscope),
    "mechanic": Calling("garage", "holding", _spanner),
    "carpenter": Calling("workshop", deed="sawing"),
    "blacksmith": Calling("smithy", deed="forging", dress=("apron", "#5a3a26")),
    "potter": Calling("workshop", deed="pottery", dress=("apron", "#b8a07a")),
    "tailor": Calling("workshop", deed="sewing", dress=("vest", "#3a3f52")),
    "cobbler": Calling("workshop", deed="cobbling", dress=("apron", "#6a4428")),
    "welder": Calling("garage", deed="welding"),
    "bricklayer": Calling(None, deed="bricklaying"),
    "sculptor": Calling("workshop", deed="sculpting", dress=("apron", "#8a8478")),
    "plumber": Calling("bathroom", deed="plumbing"),
    "electrician": Calling(None, "holding", _spanner),
    "barber": Calling("barbershop", deed="hairdressing", dress=("vest", "#2f3a4a")),
    "surgeon": Calling("operating_room", deed="operating"),
    "dentist": Calling("operating_room", deed="dentistry"),
    "pharmacist": Calling("pharmacy", deed="selling", dress=("lab_coat", "#f5f6f6")),
    "scientist": Calling("laboratory", deed="experimenting"),
    "nurse": Calling("hospital"),
    "programmer": Calling("office", deed="coding"),
    "florist": Calling("greenhouse", deed="arranging_flowers", dress=("apron", "#6f9a5f")),
    "baker": Calling("bakery", deed="baking_bread"),
    "shopkeeper": Calling("shop", deed="selling"),
    "maestro": Calling("stage", deed="conducting"),
    "dj": Calling("nightclub", deed="mixing_records"),
    "judge": Calling("courtroom", deed="judging"),
    "sailor": Calling("deck", deed="steering"),
    "postman": Calling("street", deed="posting"),
    "courier": Calling("street", deed="delivering"),
    "miner": Calling("cave", deed="mining"),
    "shepherd": Calling(None, deed="herding"),
    "janitor": Calling("office", deed="mopping"),
    "librarian": Calling("library"),
    "journalist": Calling(None, "carrying", _notebook),
    "boxer": Calling("gym", deed="boxing"),
    "golfer": Calling("park", deed="golf"),
    "gardener": Calling("garden", deed="pruning"),
    "saxophonist": Calling("stage", "saxophone", legends.saxophone),
    "ninja": Calling(None, "holding", _katana),
    "viking": Calling("snowfield", "armed", legends.war_axe),
    "pirate": Calling("beach", "holding", legends.cutlass),
    "fairy": Calling("forest_floor", "serving", legends.wand),
    "zombie": Calling(None, "groping"),
    "guan_yu": Calling(None, "staff", legends.guan_dao),
    "ingot": Calling(None, "clasping", legends.ingot),
    "nezha": Calling(None, "staff", legends.fire_spear),
    "monkey_king": Calling("mountain_top", "staff", legends.golden_staff),
}
#: What some trades do where the words tell it broadly.
NARROWER = {
    ("examining", "dentist"): "dentistry",
    ("nailing", "blacksmith"): "forging",
    ("repairing", "cobbler"): "cobbling",
    ("fighting", "boxer"): "boxing",
    ("writing", "teacher"): "teaching",
    ("repairing", "plumber"): "plumbing",
    ("selling", "florist"): "arranging_flowers",
}
NONE = Calling()


def calling_of(kind: str, told: str | None) -> Calling:
    """What a person of a kind does: what the words tell (the trait `calling`), else what the kind is."""
    return CALLINGS.get(told or kind, NONE)
