"""Indoor settings, each painted by one function of the scene."""

from easel.engines.painter.rooms.homes import (
    bedroom,
    counter,
    kitchen,
    living_room,
    plain,
    studio,
    table_top,
    window_sill,
)
from easel.engines.painter.rooms.public import cafe, classroom, library, museum, office, shop, stage

__all__ = [
    "bedroom", "cafe", "classroom", "counter", "kitchen", "library", "living_room", "museum", "office", "plain",
    "shop", "stage", "studio", "table_top", "window_sill",
]  # fmt: skip
