"""What places show by themselves: a plan's thing that is there already is not painted a second time."""

from easel.engines.painter.festoons import STRUNG
from easel.engines.painter.places import CITIES, PARTS, PLACES, setting_of
from easel.engines.painter.plan import ScenePlan
from easel.engines.painter.sprites import get
from easel.engines.painter.tabletop import is_laid
from easel.engines.painter.woods import field_of

#: The kinds of things that a setting already shows.
PROVIDED: dict[str, frozenset[str]] = {
    "library": frozenset({"window", "bookshelf", "bookcase", "shelf"}),
    "living_room": frozenset({"window", "curtain"}),
    "tatami": frozenset({"window", "curtain", "door"}),
    "loft": frozenset({"window", "curtain", "icon:brick"}),
    "cellar": frozenset({"window", "icon:brick"}),
    "workshop": frozenset({"window", "table"}),
    "garage": frozenset({"door"}),
    "smithy": frozenset({"fireplace", "icon:brick"}),
    "bakery": frozenset({"icon:brick"}),
    "laboratory": frozenset({"window", "desk"}),
    "barbershop": frozenset({"mirror", "icon:barber-pole"}),
    "courtroom": frozenset({"desk", "flag", "icon:balance-scale"}),
    "nightclub": frozenset({"icon:mirror-ball"}),
    "bedroom": frozenset({"window", "curtain"}),
    "kitchen": frozenset({"window", "counter", "pendant_lamp", "wardrobe"}),
    "cafe": frozenset({"window"}),
    "classroom": frozenset({"window", "chalkboard", "desk"}),
    "office": frozenset({"window", "desk"}),
    "studio": frozenset({"window", "easel"}),
    "window_sill": frozenset({"window", "curtain"}),
    "greenhouse": frozenset({"window"}),
    "bathroom": frozenset({"window", "icon:bathtub", "mirror"}),
    "hospital": frozenset({"window", "curtain", "bed"}),
    "church_nave": frozenset({"window", "church", "altar"}),
    "cockpit": frozenset({"window", "airplane", "helicopter", "fighter_jet"}),
    "spaceship_bridge": frozenset({"window", "rocket"}),
    "airport": frozenset({"window"}),
    "table_top": frozenset({"table"}),
    "rainbow_bridge": frozenset({"rainbow", "bridge"}),
    "sunflower_field": frozenset({"sunflower"}),
    "street": frozenset({"shop", "road", "street", "door", "window"}),
    "neon_street": frozenset({"shop", "road", "street", "door", "window", "skyscraper"}),
    "over_city": frozenset({"skyscraper", "road", "street", "door", "window"}),
    "frontage": frozenset({"road", "street", "door", "window"}),
    "courtyard": frozenset({"courtyard_house", "door", "window"}),
    "hutong": frozenset({"courtyard_house", "gate", "road", "street", "door", "window"}),
    "market": frozenset({"shop", "stall", "market", "door", "window"}),
    "stage": frozenset({"curtain", "spotlight"}),
    "water_town": frozenset({"bridge", "house", "courtyard_house", "door", "window"}),
    "venice": frozenset({"bridge", "house", "door", "window"}),
    "white_town": frozenset({"house", "door", "window"}),
    "amsterdam": frozenset({"bridge", "house", "door", "window"}),
    "patio": frozenset({"house", "door", "window", "fountain"}),
    "station": frozenset({"train", "bullet_train", "bench", "door", "window"}),
    "waterfall": frozenset({"waterfall"}),
    "volcano": frozenset({"volcano"}),
}
#: Backdrops of many buildings.
TOWNS = frozenset({"village", "city", "future_city", "castle_town", "chinese_town", "rooftops"})
#: Settings that have in rows what nobody counted: lanterns, palms, what is sold.
ROWS = frozenset({"street", "market", "hutong", "beach"})
#: Words for just any building.
BUILDINGS = frozenset({"建筑", "建筑物", "楼房", "building", "buildings"})


def provided(plan: ScenePlan) -> frozenset[str]:
    """The kinds of things that the plan's setting, or a building in it, already shows."""
    setting = setting_of(plan)
    shown = PROVIDED.get(setting, frozenset())
    if "table" in shown and any(thing.kind in ("chair", "armchair") for thing in plan.things):
        # Tables and chairs that are asked for are no furniture of the room.
        shown = shown - {"table"}
    if PLACES[setting].kind in ("room", "table") and is_laid(plan):
        # The table that things stand on is right before the viewer.
        shown = shown | {"table"}
    if setting in ("flower_field", "farmland") and (kind := field_of(plan)):
        return shown | {kind}
    if setting in ROWS:
        shown = shown | {thing.kind for thing in plan.things if STRUNG in thing.traits}
    houses = {thing.words for thing in plan.things if thing.kind == "house"}
    if houses and houses <= BUILDINGS and CITIES & set(plan.backdrops):
        # A city's buildings are its own, not a cottage before it.
        shown = shown | {"house"}
    built = TOWNS & set(plan.backdrops) or any(get(thing.kind).group == "building" for thing in plan.things)
    return shown | PARTS if built and PLACES[setting].open_air else shown
