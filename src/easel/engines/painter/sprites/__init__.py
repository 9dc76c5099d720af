"""Every thing that the painter can draw by itself, by name, and the icon set behind it.

One module holds one family of things; its `SPRITES` end up in the registry here. In those modules `b` is the brush and
`c` the canvas. A person `kind` has a head-and-shoulders portrait as `<kind>_portrait`. Traits that drawings know:
`pose` (standing, sitting, walking, running, riding, holding, reading, waving, dancing, lying, cross_legged), `facing`
(front, back, left, right), `hand_to` (x,y where somebody holds a hand), `hands:hold`, `garment`, `garment_colour`,
`hair`, `hair_colour`, `hat`, `beard`, `glasses`, `age`, `ethnicity`, `skin`, `eye_colour` and `mood` of people; `pose`,
`facing:back`, `hands` (hold, raise) and `mood` of animals; `state:closed` of a book, `state:cut` of bamboo,
`state:filled` of a basket; `string` of a balloon, how much longer it is in heights; `sells` of a shop.
`text` is written on the finished drawing, on its `board` where it has one.
"""

from easel.engines.painter.sprites import (
    birds,
    boards,
    bouquets,
    bowls,
    branches,
    by_hand,
    cakes,
    cars,
    centaurs,
    classical,
    clay,
    cooked,
    craft,
    crops,
    curios,
    eastern,
    emblems,
    estates,
    festive,
    flowers,
    fowl,
    fruit,
    furniture,
    furry,
    game_tables,
    gear,
    gingerbread,
    hanging,
    hotpot,
    houses,
    journeys,
    keepsakes,
    landmarks,
    meals,
    mechs,
    monuments,
    mythical,
    objects,
    outdoors,
    palaces,
    people,
    plants,
    plated,
    playground,
    quadrupeds,
    sea_animals,
    shops,
    small_animals,
    spooky,
    statues,
    stores,
    sweets,
    tales,
    temples,
    toppings,
    towers,
    wares,
    waterfronts,
)
from easel.engines.painter.sprites.icon import PREFIX, icon_sprite
from easel.engines.painter.sprites.sprite import Colour, Draw, Look, Sprite

_FAMILIES = (
    people,
    quadrupeds,
    birds,
    fowl,
    sea_animals,
    small_animals,
    furry,
    mythical,
    mechs,
    spooky,
    centaurs,
    plants,
    branches,
    flowers,
    bouquets,
    crops,
    houses,
    estates,
    gingerbread,
    shops,
    landmarks,
    temples,
    towers,
    journeys,
    palaces,
    monuments,
    classical,
    clay,
    statues,
    waterfronts,
    eastern,
    cars,
    craft,
    by_hand,
    curios,
    fruit,
    meals,
    cooked,
    plated,
    cakes,
    bowls,
    sweets,
    toppings,
    hotpot,
    festive,
    tales,
    wares,
    stores,
    furniture,
    hanging,
    playground,
    objects,
    outdoors,
    boards,
    emblems,
    keepsakes,
    game_tables,
    gear,
)

#: All sprites of the painter's own, by name.
SPRITES: dict[str, Sprite] = {sprite.name: sprite for family in _FAMILIES for sprite in family.SPRITES}


def get(kind: str) -> Sprite:
    """The sprite of one kind; `icon:<name>` makes one from the icon set. Raises KeyError for an unknown kind."""
    if kind.startswith(PREFIX):
        return icon_sprite(kind.removeprefix(PREFIX))
    return SPRITES[kind]


__all__ = ["SPRITES", "Colour", "Draw", "Look", "Sprite", "get"]
