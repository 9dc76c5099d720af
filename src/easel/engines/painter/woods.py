"""Plants put in their places: woods at the horizon, bamboo, grass at the feet, fields of flowers."""

import numpy as np
import skia

from easel.engines.painter.brush import Colour, mix, paint, rgb, shade
from easel.engines.painter.lands import GRASS, season_of
from easel.engines.painter.palette import multiply
from easel.engines.painter.plan import ScenePlan
from easel.engines.painter.scene import Scene
from easel.engines.painter.sprites import Look, get
from easel.engines.painter.stamps import Spot, Stamps
from easel.engines.painter.vegetation import (
    FLOWER_COLOURS,
    DrawPlant,
    bamboo,
    broadleaf,
    bush,
    conifer,
    cup,
    flower,
    grass,
    leaf_colours,
    palm,
    ripe_sunflower,
    spike,
    sunflower,
)  # fmt: skip

PINE = tuple(map(rgb, ("35604a", "2c5446", "44704e")))
#: Bushes that keep their leaves: under snow others would look like stones.
EVERGREEN = tuple(map(rgb, ("5f7a58", "6d7f5c")))


def _level(scene: Scene, depth: float) -> float:
    """The row in pixels of the ground at `depth`: 0 at the feet, 1 at the horizon."""
    return scene.height - (scene.height - scene.ground_px) * min(1.0, depth)


def tree_kind(scene: Scene) -> tuple[DrawPlant, tuple[Colour, ...]]:
    """Conifers in the cold and sometimes elsewhere, broad leaves otherwise."""
    season = season_of(scene)
    conifers = season == "winter" or (season != "autumn" and scene.rng("tree kind").random() < 0.4)
    return (conifer, PINE) if conifers else (broadleaf, leaf_colours(season))


def forest(scene: Scene, *, opening: float = 0.3) -> None:
    """A wood in depth, open in the middle by `opening` (a share of the width)."""
    if not scene.allows("tree"):
        return
    rng = scene.rng("forest")
    draw, colours = tree_kind(scene)
    spots = []
    for band in range(5):
        depth = 0.97 - 0.17 * band
        tall = scene.unit * (0.22 + 0.16 * band)
        number = scene.count(16 - 2.2 * band)
        gap = opening * (band / 4) ** 0.8
        for k in range(number):
            x = (k + rng.uniform(-0.4, 1.4)) / number
            if abs(x - 0.5) < gap * 0.5 + 0.02 * band:
                continue
            y = _level(scene, depth - rng.uniform(0, 0.08))
            spots.append(Spot(x * scene.width, y, tall * rng.uniform(0.8, 1.2), 0.95 - 0.21 * band))
    Stamps(scene, draw, colours, tall_px=scene.unit * 0.8, wide=0.42).stamp(spots, haze=0.8)


def bamboo_grove(scene: Scene, *, opening: float = 0.34) -> None:
    """Culms in depth, a path of light between them."""
    rng = scene.rng("bamboo")
    # What is to be seen in the sky is seen through a clearing.
    opening = max(opening, 0.8) if scene.plan.sky else opening
    spots = []
    for band in range(5):
        number = scene.count(30 - 4 * band)
        for k in range(number):
            x = (k + rng.uniform(-0.5, 1.5)) / number
            if abs(x - 0.5) < opening * 0.5 * ((1 + band) / 5 if scene.plan.sky else band / 4):
                continue
            y = _level(scene, 0.98 - 0.2 * band - rng.uniform(0, 0.1))
            tall = scene.unit * (0.6 + 0.22 * band) * rng.uniform(0.85, 1.15)
            spots.append(Spot(x * scene.width, y, tall, 0.95 - 0.22 * band))
    autumn = season_of(scene) == "autumn"
    colours = tuple(map(rgb, ("c0a84a", "a8a84e", "d0a83e") if autumn else ("6fa048", "86b052", "5a8a44")))
    Stamps(scene, bamboo, colours, tall_px=0.1 * scene.unit, wide=0.24, each=3).stamp(spots, haze=0.78)


def tree_line(scene: Scene, *, tall: float = 0.07, number: float = 34, depth: float = 1.0) -> None:
    """Small trees along the horizon; as outlines they would only be a scrawl."""
    if not scene.allows("tree") or scene.plan.style == "line_art":
        return
    rng = scene.rng("tree line")
    draw, colours = tree_kind(scene)
    count = scene.count(number)
    spots = []
    for _ in range(count):
        x = rng.uniform(-0.02, 1.02) * scene.width
        size = scene.unit * tall * rng.uniform(0.6, 1.2)
        spots.append(
            Spot(x, scene.ground_px + rng.uniform(0.006, 0.02) * scene.unit, size, depth * rng.uniform(0.55, 0.8))
        )
    Stamps(scene, draw, colours, tall_px=scene.unit * tall * 1.2, wide=0.42).stamp(spots)


def lone_trees(scene: Scene, *, number: float = 5) -> None:
    """A few trees at the sides, in the middle distance."""
    if not scene.allows("tree"):
        return
    rng = scene.rng("lone trees")
    draw, colours = tree_kind(scene)
    spots = []
    for _ in range(scene.count(number)):
        side = rng.choice([-1, 1])
        x = 0.5 + side * rng.uniform(0.26, 0.52)
        depth = rng.uniform(0.55, 0.93)
        tall = scene.unit * (0.09 + 0.30 * (1 - depth)) * rng.uniform(0.85, 1.2)
        spots.append(Spot(x * scene.width, _level(scene, depth), tall, depth * 0.5))
    Stamps(scene, draw, colours, tall_px=scene.unit * 0.3, wide=0.42).stamp(spots, shaded=True)


def frame_trees(scene: Scene, *, tall: float = 0.75) -> None:
    """Large trees that close the picture at one side or both."""
    if not scene.allows("tree"):
        return
    rng = scene.rng("frame trees")
    draw, colours = tree_kind(scene)
    sides = [(-1,), (1,), (-1, 1)][int(rng.integers(3))]
    spots = []
    for side in sides:
        for k in range(3):
            x = scene.width * (0.5 + side * (0.5 + 0.02 * k)) - side * scene.unit * 0.06 * k
            y = scene.height * (1.03 - 0.045 * k)
            spots.append(Spot(x, y, scene.unit * tall * (1 - 0.2 * k) * rng.uniform(0.85, 1.1), 0.05 * k))
    Stamps(scene, draw, colours, tall_px=scene.unit * tall, wide=0.42).stamp(spots)


def palms(scene: Scene) -> None:
    """Palms at the sides of a beach."""
    if not scene.allows("tree"):
        return
    rng = scene.rng("palms")
    spots = []
    for side in (-1, 1):
        for k in range(int(rng.integers(1, 4))):
            x = scene.width * (0.5 + side * rng.uniform(0.36, 0.5))
            depth = 0.55 - 0.12 * k
            spots.append(
                Spot(
                    x,
                    _level(scene, depth),
                    scene.unit * (0.42 + 0.2 * (1 - depth)) * rng.uniform(0.8, 1.15),
                    0.25 * depth,
                )
            )
    Stamps(scene, palm, (rgb("4a8a4a"), rgb("5a9a44")), tall_px=scene.unit * 0.6, wide=0.6).stamp(spots, haze=0.4)


def shrubs(scene: Scene, *, number: float = 9) -> None:
    """Bushes scattered to the sides."""
    if not scene.allows("bush"):
        return
    rng = scene.rng("shrubs")
    colours = EVERGREEN if season_of(scene) == "winter" else leaf_colours(season_of(scene))[:2]
    spots = []
    for _ in range(scene.count(number)):
        x = 0.5 + rng.choice([-1, 1]) * rng.uniform(0.2, 0.52)
        depth = rng.uniform(0.35, 0.9)
        spots.append(
            Spot(x * scene.width, _level(scene, depth), scene.unit * (0.02 + 0.075 * (1 - depth)), depth * 0.5)
        )
    spots = [spot for spot in spots if not scene.contact.hidden(spot.x, spot.y)]
    Stamps(scene, bush, colours, tall_px=scene.unit * 0.08, wide=1.0).stamp(spots, shaded=True)


def hedge(scene: Scene) -> None:
    """Bushes close together along the horizon."""
    if not scene.allows("bush"):
        return
    rng = scene.rng("hedge")
    spots = [
        Spot(x * scene.width, scene.ground_px + rng.uniform(0.0, 0.012) * scene.unit, tall * scene.unit, 0.25)
        for x, tall in zip(rng.uniform(-0.03, 1.03, scene.count(34)), rng.uniform(0.035, 0.085, 200), strict=False)
    ]
    colours = EVERGREEN if season_of(scene) == "winter" else leaf_colours(season_of(scene))
    Stamps(scene, bush, colours, tall_px=scene.unit * 0.085, wide=1.0).stamp(spots)


def turf(scene: Scene, *, number: float = 420, colours: tuple[Colour, ...] | None = None) -> None:
    """Tufts of grass over the ground, denser and taller towards the feet."""
    if not scene.allows("grass"):
        return
    season = season_of(scene)
    if season == "winter":
        return
    rng = scene.rng("turf")
    spots = []
    for _ in range(scene.count(number)):
        near = rng.random() ** 0.75
        y = scene.ground_px + (0.04 + 0.98 * near) * (scene.height - scene.ground_px)
        tall = scene.unit * (0.008 + 0.036 * near) * rng.uniform(0.6, 1.3)
        spots.append(Spot(rng.uniform(0, scene.width), y, tall, 0.55 * (1 - near)))
    low, high = GRASS[season]
    Stamps(scene, grass, colours or (low, high, low), tall_px=scene.unit * 0.055, wide=0.8).stamp(
        spots, haze=0.6, cover=True
    )


def flowers(scene: Scene, *, number: float = 60, colours: tuple[Colour, ...] = FLOWER_COLOURS) -> None:
    """Flowers strewn in the grass."""
    if not scene.allows("flower"):
        return
    rng = scene.rng("flowers")
    spots = []
    for _ in range(scene.count(number)):
        near = rng.random() ** 0.8
        y = scene.ground_px + (0.1 + 0.92 * near) * (scene.height - scene.ground_px)
        tall = scene.unit * (0.014 + 0.055 * near) * rng.uniform(0.7, 1.2)
        spots.append(Spot(rng.uniform(0, scene.width), y, tall, 0.5 * (1 - near)))
    Stamps(scene, flower, colours, tall_px=scene.unit * 0.08, wide=0.5, each=1).stamp(spots, haze=0.5, cover=True)


def flower_field(scene: Scene, draw: DrawPlant, colours: tuple[Colour, ...], *, tall: float, fill: Colour) -> None:
    """Rows upon rows of one flower: dots of colour at the horizon, whole plants at the feet."""
    rng = scene.rng("flower field")
    _far_dots(scene, rng, colours, fill)
    spots = []
    rows = 17
    for row in range(rows):
        t = ((row + 1) / rows) ** 1.75
        y = scene.ground_px + (0.03 + 1.2 * t) * (scene.height - scene.ground_px)
        size = scene.unit * (0.028 + tall * t)
        number = max(3, int(scene.width / (size * 0.42) * min(1.0, 0.4 + 0.6 * scene.finish)))
        for k in range(number):
            x = (k + rng.uniform(-0.1, 1.1) + 0.5 * (row % 2)) / number * 1.06 - 0.03
            jitter_y = rng.uniform(-0.12, 0.12) * size
            spots.append(Spot(x * scene.width, y + jitter_y, size * rng.uniform(0.85, 1.15), max(0.0, 0.5 - 0.9 * t)))
    Stamps(scene, draw, colours, tall_px=scene.unit * tall * 0.9, wide=0.42, each=3).stamp(spots, haze=0.6, cover=True)


def _far_dots(scene: Scene, rng: np.random.Generator, colours: tuple[Colour, ...], fill: Colour) -> None:
    reach = scene.height - scene.ground_px
    for colour in (*colours, fill):
        path = skia.Path()
        for _ in range(scene.count(260)):
            near = rng.random() ** 1.2 * 0.34
            y = scene.ground_px + (0.004 + near) * reach
            r = scene.unit * (0.0012 + 0.011 * near)
            x = float(rng.uniform(0, scene.width))
            path.addOval(skia.Rect.MakeLTRB(x - 1.5 * r, y - r, x + 1.5 * r, y + r))
        scene.canvas.drawPath(path, paint(multiply(colour, scene.palette.ambient), 0.85))


def sunflowers(scene: Scene) -> None:
    """A field of sunflowers."""
    draw = ripe_sunflower if season_of(scene) == "autumn" else sunflower
    flower_field(scene, draw, (rgb("f6b81c"), rgb("ffc82e")), tall=0.34, fill=rgb("6a8a2e"))


def as_plant(kind: str) -> DrawPlant:
    """The sprite of one kind, drawn in masses."""

    def draw(c: skia.Canvas, rng: np.random.Generator, colour: Colour, snow: bool) -> None:
        get(kind).draw(c, rng, Look(colour=colour, snow=snow))

    return draw


#: What grows in rows with bare ground between, and its height, the distance of the rows and that within one, in units
#: of the ground: the eye is 0.3 over it.
ROWS = {
    "tea_bush": (0.14, 0.36, 0.085), "grapevine": (0.23, 0.5, 0.17), "corn_stalk": (0.3, 0.3, 0.14),
    "fruit_tree": (0.36, 0.8, 0.6),
}  # fmt: skip
#: What grows on farmland.
GRAINS = frozenset({"wheat", "rice_plant", *ROWS})
#: The plants that a field can be of: how each is drawn, in which colours, and how tall.
FIELDS: dict[str, tuple[DrawPlant, tuple[Colour, ...], float]] = {
    "lavender": (spike, tuple(map(rgb, ("7a5cc0", "8f70d0", "6a4cae"))), 0.2),
    "tulip": (cup, tuple(map(rgb, ("e23a3a", "f6c02e", "ee6a9c"))), 0.2),
    "rose": (flower, tuple(map(rgb, ("c81f3a", "e0405a"))), 0.17),
    "peony": (flower, tuple(map(rgb, ("e86a9c", "f6a8c4"))), 0.18),
    "rapeseed": (as_plant("rapeseed"), tuple(map(rgb, ("f2c81c", "f8d638", "e6ba14"))), 0.2),
    "cotton": (as_plant("cotton"), tuple(map(rgb, ("fbfaf5", "f1efe6"))), 0.17),
    "wheat": (as_plant("wheat"), tuple(map(rgb, ("d9a63c", "e6b84e", "cf9830"))), 0.22),
    "rice_plant": (as_plant("rice_plant"), tuple(map(rgb, ("7fae3e", "93c04a", "6f9c36"))), 0.19),
    "flower": (flower, FLOWER_COLOURS, 0.17),
}


def _named_colour(plan: ScenePlan, kind: str | None) -> str | None:
    """The colour, `#rrggbb`, that the words give the plants of this kind; None for their own."""
    return next((thing.colour for thing in plan.things if thing.kind == kind and thing.colour), None)


def crop_rows(scene: Scene, kind: str) -> None:
    """Rows of one crop that run to the horizon."""
    rng = scene.rng("crop rows")
    tall, apart, step = ROWS[kind]
    lean, shift, unit = float(rng.uniform(-0.25, 0.25)), float(rng.uniform(0, apart)), scene.unit
    spots = []
    for away in np.arange(9.0, 0.42, -step).tolist():
        scale = 0.3 / away * unit
        y = scene.ground_px + scale - 0.012 * unit
        number = int(0.6 * scene.width / (apart * scale)) + 1
        for k in range(-number, number + 1):
            x = 0.5 * scene.width + (k * apart + shift + lean * away + float(rng.normal(0, 0.02 * apart))) * scale
            if not scene.contact.hidden(x, y):
                spots.append(Spot(x, y, tall * scale * float(rng.uniform(0.9, 1.1)), min(0.6, away / 15)))
    named = _named_colour(scene.plan, kind)
    colours = (rgb(named),) if named else CROP_COLOURS[kind]
    Stamps(scene, as_plant(kind), colours, tall_px=0.5 * tall * unit, wide=0.9, each=3).stamp(spots, haze=0.7)


#: The colours of leaves or fruit that a crop's drawing takes.
CROP_COLOURS: dict[str, tuple[Colour, ...]] = {
    "tea_bush": tuple(map(rgb, ("4f8f3a", "478436", "5a9a40"))),
    "grapevine": tuple(map(rgb, ("5a2a6a", "8fae3a"))),
    "corn_stalk": tuple(map(rgb, ("6a9a3a", "76a544"))),
    "fruit_tree": tuple(map(rgb, ("d8322c", "e0452c"))),
}


def field_of(plan: ScenePlan) -> str | None:
    """The one kind of plant that the plan's field is of: named once, and neither counted nor held."""
    kinds = GRAINS if plan.setting == "farmland" else FIELDS.keys() - GRAINS
    held = {r.target for thing in plan.things for r in thing.relations if r.kind in ("holding", "wearing")}
    for number, thing in enumerate(plan.things):
        if thing.kind in kinds and thing.count == 1 and number not in held:
            return thing.kind
    return None


def blossoms(scene: Scene) -> None:
    """A field of the plan's flower or grain, or of flowers in two or three colours."""
    kind = field_of(scene.plan)
    draw, colours, tall = FIELDS[kind or "flower"]
    named = _named_colour(scene.plan, kind)
    if named:
        colours = tuple(shade(rgb(named), k) for k in (0.88, 1.0, 1.1))
    elif kind == "rice_plant" and season_of(scene) == "autumn":
        colours = FIELDS["wheat"][1]
    elif draw is flower:
        colours = tuple(colours[int(k)] for k in scene.rng("blossoms").permutation(len(colours))[:3])
    flower_field(scene, draw, colours, tall=tall, fill=mix(rgb("5a9a40"), colours[0], 0.9 if kind in GRAINS else 0.5))
