"""Indoor settings, each painted by one function of the scene."""

from easel.engines.painter.rooms.bathroom import bathroom
from easel.engines.painter.rooms.cockpit import bridge, cockpit
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
from easel.engines.painter.rooms.practices import (
    barbershop,
    courtroom,
    laboratory,
    nightclub,
    operating_room,
    pharmacy,
)
from easel.engines.painter.rooms.public import cafe, classroom, library, museum, office, shop, stage
from easel.engines.painter.rooms.services import gym, hospital, supermarket
from easel.engines.painter.rooms.workplaces import bakery, garage, smithy, workshop

__all__ = [
    "airport", "bakery", "barbershop", "bathroom", "bedroom", "bridge", "cafe", "cellar", "church", "classroom",
    "cockpit", "counter", "courtroom", "garage", "greenhouse", "gym", "hospital", "kitchen", "laboratory", "library",
    "living_room", "loft", "museum", "nightclub", "office", "operating_room", "pharmacy", "plain", "shop", "smithy",
    "stage", "studio", "supermarket", "table_top", "tatami", "window_sill", "workshop",
]  # fmt: skip
