"""Every thing that the painter can draw by itself, by name, and the icon set behind it."""

from easel.engines.painter.sprites import (
    birds,
    cars,
    craft,
    flowers,
    fruit,
    furniture,
    gear,
    houses,
    landmarks,
    meals,
    mythical,
    objects,
    people,
    plants,
    quadrupeds,
    sea_animals,
    small_animals,
    temples,
)
from easel.engines.painter.sprites.icon import PREFIX, icon_sprite
from easel.engines.painter.sprites.sprite import Colour, Draw, Look, Sprite

_FAMILIES = (
    people,
    quadrupeds,
    birds,
    sea_animals,
    small_animals,
    mythical,
    plants,
    flowers,
    houses,
    landmarks,
    temples,
    cars,
    craft,
    fruit,
    meals,
    furniture,
    objects,
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
