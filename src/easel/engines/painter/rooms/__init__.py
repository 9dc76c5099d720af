"""Indoor settings, each painted by one function of the scene."""

from easel.engines.painter.rooms.bathroom import bathroom
from easel.engines.painter.rooms.greenhouse import greenhouse
from easel.engines.painter.rooms.halls import airport, church
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
from easel.engines.painter.rooms.lofts import cellar, loft, tatami
from easel.engines.painter.rooms.public import cafe, classroom, library, museum, office, shop, stage
from easel.engines.painter.rooms.services import gym, hospital, supermarket

__all__ = [
    "airport", "bathroom", "bedroom", "cafe", "cellar", "church", "classroom", "counter", "greenhouse", "gym",
    "hospital", "kitchen", "library", "living_room", "loft", "museum", "office", "plain", "shop", "stage", "studio",
    "supermarket", "table_top", "tatami", "window_sill",
]  # fmt: skip
