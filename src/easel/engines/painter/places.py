"""Every setting of a plan: its horizon, what one stands on there, and who paints it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from easel.engines.painter import (
    abstracts,
    aerial,
    canalhouses,
    claypit,
    cloudland,
    courtyard,
    decks,
    famous,
    frontage,
    grounds,
    hutong,
    ice,
    islet,
    lagoon,
    landscapes,
    neon,
    overcity,
    patio,
    platforms,
    playgrounds,
    pools,
    ravines,
    retrowave,
    rooms,
    savanna,
    sheets,
    sports,
    squares,
    strange,
    streets,
    walls,
    watertown,
    whitetown,
)
from easel.engines.painter.at_home import home_of, outdoors_of
from easel.engines.painter.culture import is_eastern, wears_history
from easel.engines.painter.plan import ScenePlan, Thing
from easel.engines.painter.scene import Scene
from easel.engines.painter.sights import sight_of
from easel.engines.painter.sprites import get
from easel.engines.painter.sprites.deeds import DEEDS, is_afloat
from easel.engines.painter.tabletop import is_arranged, is_laid, is_meal, is_topping
from easel.engines.painter.tracks import TRAINS
from easel.engines.painter.vantage import is_in_the_air, is_on_island, is_open_land


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """`horizon` is the usual one; `near` and `far` are where things stand (shares of the height; `far` None is just
    below the horizon). `open_air` places get a sky and backdrops before `paint` is called."""

    paint: Callable[[Scene], None]
    horizon: float = 0.6
    kind: str = "ground"
    near: float = 0.93
    far: float | None = None
    scale: float = 1.0
    open_air: bool = True
    #: A roof keeps off what falls.
    roofed: bool = False
    #: Backdrops that suit the place when the plan names none; the seed picks one of them or none.
    backdrops: tuple[str, ...] = ()


def _land(paint: Callable[[Scene], None], horizon: float = 0.6, **more: object) -> Place:
    return Place(paint=paint, horizon=horizon, **more)


def _room(paint: Callable[[Scene], None], **more: object) -> Place:
    options = {"horizon": 0.44, "kind": "room", "near": 0.955, "far": 0.74, "scale": 1.12} | more
    return Place(paint=paint, open_air=False, **options)


PLACES: dict[str, Place] = {
    "meadow": _land(landscapes.meadow, 0.6, backdrops=("hills", "hills", "mountains", "village", "snow_mountains")),
    "lake": _land(landscapes.lake, 0.54, kind="shore", backdrops=("mountains", "hills", "snow_mountains")),
    "river": _land(landscapes.river, 0.52, backdrops=("hills", "mountains")),
    "sea": _land(landscapes.sea, 0.55, kind="water", near=0.86, backdrops=("islands",)),
    "beach": _land(landscapes.beach, 0.5, kind="shore", near=0.95, far=0.72, backdrops=("islands",)),
    "savanna": _land(savanna.savanna, 0.56, backdrops=("hills",)),
    "desert": _land(landscapes.desert, 0.55),
    "snowfield": _land(landscapes.snowfield, 0.58, backdrops=("snow_mountains", "forest")),
    "flower_field": _land(landscapes.flower_field, 0.46, backdrops=("hills", "mountains")),
    "sunflower_field": _land(landscapes.sunflower_field, 0.42, backdrops=("hills", "hills")),
    "farmland": _land(landscapes.farmland, 0.5, backdrops=("hills", "mountains")),
    "road": _land(landscapes.road, 0.52, backdrops=("hills", "mountains")),
    "street": _land(streets.street, 0.47, near=0.95, far=0.66),
    "neon_street": _land(neon.neon_street, 0.5, near=0.95, far=0.7),
    # Not a setting that words name: a street or a market, seen from across, where a shop is what is shown.
    "frontage": _land(frontage.frontage, 0.5, near=0.955, far=0.8, scale=1.3),
    # Not a setting that words name, either: a city that something flies over.
    "over_city": _land(overcity.over_city, 0.42, near=0.95, far=0.7),
    "aerial": Place(paint=aerial.aerial, horizon=0.1, kind="air", open_air=False),
    # Nor this: where things stand on an island.
    "islet": _land(islet.islet, 0.5, near=0.84, far=0.76, scale=0.8),
    "square": _land(squares.square, 0.5, near=0.95, far=0.62),
    "courtyard": _land(courtyard.courtyard, 0.47, near=0.95, far=0.66),
    "hutong": _land(hutong.hutong, 0.47, near=0.95, far=0.7),
    "wall": _land(walls.wall, 0.76, near=0.88, far=0.8, scale=1.3),
    "brick_wall": _land(walls.brick_wall, 0.76, near=0.88, far=0.8, scale=1.3),
    "market": _land(streets.market, 0.46, near=0.95, far=0.68),
    "forest_floor": _land(landscapes.forest_floor, 0.56, near=0.94, far=0.66),
    "bamboo_grove": _land(landscapes.bamboo_grove, 0.58, near=0.94, far=0.66),
    "garden": _land(landscapes.garden, 0.55, backdrops=("hills", "mountains", "village", "hills")),
    "park": _land(landscapes.park, 0.56, backdrops=("hills", "city")),
    "mountain_top": _land(landscapes.mountain_top, 0.66, near=0.95, far=0.84, backdrops=("snow_mountains",)),
    "headland": _land(landscapes.headland, 0.46, near=0.662, far=0.65, scale=0.8, backdrops=("islands",)),
    "cloud_sea": _land(cloudland.cloud_sea, 0.5, near=0.93, far=0.8),
    "rainbow_bridge": _land(cloudland.rainbow_bridge, 0.96, kind="ledge", near=0.62, far=0.615, scale=1.22),
    "deck": _land(decks.deck, 0.5, near=0.95, far=0.84, scale=1.1),
    "harbour": _land(landscapes.harbour, 0.5, kind="shore", near=0.95, far=0.8, backdrops=("village", "hills")),
    "water_town": _land(watertown.water_town, 0.5, kind="shore", near=0.95, scale=0.85),
    "venice": _land(lagoon.venice, 0.5, kind="shore", near=0.95, scale=0.85),
    "pond": _land(landscapes.pond, 0.36, kind="shore"),
    "coast_road": _land(landscapes.coast_road, 0.5, backdrops=("islands",)),
    "terraces": _land(famous.terraces, 0.5, near=0.95, far=0.8, backdrops=("mountains", "hills")),
    "canyon": _land(ravines.canyon, 0.34, near=0.95, far=0.84),
    "pool": _land(pools.pool, 0.42, kind="shore", near=0.955, far=0.84, scale=1.1),
    "white_town": _land(whitetown.white_town, 0.4, near=0.955, far=0.87, scale=0.95, backdrops=("islands",)),
    "amsterdam": _land(canalhouses.canal, 0.52, kind="shore", near=0.95, scale=0.85),
    "patio": _land(patio.patio, 0.46, near=0.95, far=0.7),
    "playground": _land(playgrounds.playground, 0.46, near=0.95, far=0.72, backdrops=("city", "hills")),
    "station": _land(platforms.station, 0.47, near=0.95, far=0.78, roofed=True, backdrops=("city", "hills", "hills")),
    "stadium": _land(sports.stadium, 0.42, near=0.95, far=0.62),
    "sports_ground": _land(grounds.sports_ground, 0.44, near=0.95, far=0.66),
    "frozen_lake": _land(
        ice.frozen_lake, 0.52, near=0.95, far=0.66, backdrops=("snow_mountains", "snow_mountains", "forest")
    ),
    # The air is seen through its windows.
    "cockpit": _land(rooms.cockpit, 0.46, kind="room", near=1.05, far=0.96, roofed=True),
    "spaceship_bridge": _room(rooms.bridge, near=1.05, far=0.96),
    "court": _land(sports.court, 0.44, near=0.95, far=0.7),
    # Not a setting that words name, either: where the clay warriors are at home.
    "clay_pit": Place(
        paint=claypit.clay_pit, horizon=0.27, kind="room", near=0.965, far=0.86, scale=0.64, open_air=False
    ),
    "mars": Place(paint=famous.mars, horizon=0.55, open_air=False),
    "neon_grid": Place(paint=retrowave.neon_grid, horizon=0.56, open_air=False, near=0.94, far=0.72),
    "waterfall": _land(landscapes.waterfall, 0.52, near=0.95, far=0.8),
    "volcano": _land(landscapes.volcano, 0.64),
    "cave": Place(paint=strange.cave, horizon=0.62, open_air=False, near=0.94, far=0.72),
    "underwater": Place(paint=strange.underwater, horizon=0.8, kind="air", open_air=False, scale=1.25),
    "space": Place(paint=strange.space, horizon=0.98, kind="air", open_air=False, scale=1.15),
    "moon_surface": Place(paint=strange.moon_surface, horizon=0.55, open_air=False),
    "night_sky": _land(landscapes.night_sky, 0.86, near=0.96),
    "library": _room(rooms.library),
    "living_room": _room(rooms.living_room),
    "tatami": _room(rooms.tatami),
    "loft": _room(rooms.loft),
    "cellar": _room(rooms.cellar),
    "bedroom": _room(rooms.bedroom),
    "workshop": _room(rooms.workshop),
    "garage": _room(rooms.garage),
    "smithy": _room(rooms.smithy),
    "bakery": _room(rooms.bakery),
    "laboratory": _room(rooms.laboratory),
    "barbershop": _room(rooms.barbershop),
    "operating_room": _room(rooms.operating_room),
    "courtroom": _room(rooms.courtroom),
    "pharmacy": _room(rooms.pharmacy),
    "nightclub": _room(rooms.nightclub),
    "kitchen": _room(rooms.kitchen),
    "cafe": _room(rooms.cafe),
    "classroom": _room(rooms.classroom),
    "office": _room(rooms.office),
    "shop": _room(rooms.shop),
    "stage": _room(rooms.stage),
    "museum": _room(rooms.museum),
    "bathroom": _room(rooms.bathroom),
    "gym": _room(rooms.gym),
    "greenhouse": _room(rooms.greenhouse),
    "hospital": _room(rooms.hospital),
    "supermarket": _room(rooms.supermarket),
    "church_nave": _room(rooms.church),
    "airport": _room(rooms.airport),
    "studio": _room(rooms.studio),
    "window_sill": _room(rooms.window_sill, near=0.86, far=0.82, kind="table", scale=1.15),
    "table_top": _room(rooms.table_top, horizon=0.5, near=0.88, far=0.7, kind="table", scale=1.35),
    "abstract": _room(abstracts.abstract, horizon=0.62, near=0.86, far=0.74, kind="table", scale=1.25),
    "plain": _room(rooms.plain, horizon=0.62, near=0.86, far=0.74, kind="table", scale=1.25),
    "app_icon": _room(sheets.app_icon, horizon=0.62, near=0.86, far=0.74, kind="table", scale=1.25),
    "sheet": _room(sheets.sheet, horizon=0.62, near=0.86, far=0.74, kind="table", scale=1.25),
    "pattern": _room(sheets.sheet, horizon=0.62, near=0.86, far=0.74, kind="table", scale=1.25),
}

SWIMMERS = ("fish", "shark", "octopus", "jellyfish", "whale", "dolphin", "turtle", "crab", "squid", "seahorse")
SPACEFARERS = ("rocket", "astronaut", "alien", "ufo", "satellite", "planet", "spaceship", "flying_saucer", "spacecraft")


CITIES = frozenset({"city", "future_city"})
#: What a building has of its own: named beside one, it is no thing in the landscape.
PARTS = frozenset({"window", "door"})


#: Backdrops of gardens and meadows where the scene is in East Asia.
EASTERN_BACKDROPS = ("chinese_town", "mountains", "chinese_town", "hills")


def backdrops_for(place: Place, plan: ScenePlan) -> tuple[str, ...]:
    """What may rise behind the place when the plan names nothing."""
    if sight := sight_of(thing.kind for thing in plan.things).backdrops:
        return sight
    villages = "village" in place.backdrops and is_eastern(plan)
    return EASTERN_BACKDROPS if villages else place.backdrops


def setting_of(plan: ScenePlan) -> str:
    """The plan's setting, or where its things usually are."""
    if plan.camera == "birds_eye" and is_open_land(plan.base or plan):
        return "aerial"
    if plan.setting in (None, "sea") and is_on_island(plan.base or plan):
        return "islet"
    if plan.setting and plan.setting not in plan.excluded:
        return _seen(plan, plan.setting)
    # An edit of the things leaves them where they are.
    chosen = _usual(plan if plan.base is None else replace(plan, things=plan.base.things))
    return chosen if chosen not in plan.excluded else "plain"


#: What is not in the hall that the word for a place means first: a thing, and where it is instead.
OUT_OF = {"airport": ("airplane", "meadow"), "station": ("bus", "road")}


def _seen(plan: ScenePlan, setting: str) -> str:
    """How the setting of the words is best shown: a city's river is broad, a road in a wood is a path."""
    if setting in ("street", "market") and any(_is_seen_across(thing, setting) for thing in plan.things):
        return "frontage"
    if setting == "street":
        return _lane(plan)
    behind = plan.backdrops or sight_of(thing.kind for thing in plan.things).backdrops
    if setting == "river" and set(behind) & {"city", "future_city"}:
        return "harbour"
    if setting == "river" and "karst" in plan.backdrops:
        return "lake"
    if setting in OUT_OF and any(thing.kind == OUT_OF[setting][0] for thing in plan.things):
        return OUT_OF[setting][1]
    if setting == "plain" and plan.backdrops and not plan.things:
        # A logo of a mountain is of the mountain.
        return _empty(plan)
    if setting == "mountain_top" and any(thing.kind == "lighthouse" for thing in plan.things):
        return "headland"
    if setting == "road" and "forest" in plan.backdrops:
        return "forest_floor"
    if setting == "table_top" and any(thing.kind == "window" for thing in plan.things):
        return "window_sill"
    return setting


def _is_seen_across(thing: Thing, setting: str) -> bool:
    """Whether a thing is a shop that is told of by itself, rather than one of a street's many."""
    told = bool(thing.trait("sells") or thing.trait("text"))
    return thing.kind == "shop" and (told or (setting == "street" and thing.count == 1))


def _lane(plan: ScenePlan) -> str:
    """What kind of street: one of courtyard houses, of neon signs, or any."""
    if any(thing.kind == "courtyard_house" for thing in plan.things):
        return "hutong"
    return "neon_street" if plan.style == "cyberpunk" else "street"


#: Backdrops that are seen from one place only.
HOMES = {"bamboo": "bamboo_grove", "islands": "sea", "dunes": "desert", "karst": "lake"}


def _usual(plan: ScenePlan) -> str:
    for backdrop, home in HOMES.items():
        if backdrop in plan.backdrops:
            return home
    if not plan.things:
        return _empty(plan)
    kinds = [t.kind.removeprefix("icon:") for t in plan.things]
    # A paper cut on a window is its figure alone.
    special = "plain" if plan.style == "jianzhi" else _special(kinds, plan)
    if special is not None:
        return special
    built = any(get(t.kind).group == "building" for t in plan.things)
    sprites = [get(t.kind) for t in plan.things if not ((built and t.kind in PARTS) or is_topping(plan, t))]
    groups, places = {s.group for s in sprites}, {s.place for s in sprites}
    if (town := _in_city(plan, groups, places)) is not None:
        return town
    if "water" in places and places <= {"water", "sky"}:
        return "sea"
    if is_laid(plan) or is_meal(plan) or is_arranged(plan):
        return "table_top"
    if "furniture" in groups and not (built or "tent" in kinds) and _is_indoors(plan, kinds):
        return "living_room" if not groups & {"food"} else "kitchen"
    if "person" in groups or "animal" in groups or plan.backdrops or plan.season or plan.weather or plan.sky:
        # Who is in the snowy mountains has snow around, unless something grows or blooms there.
        snowy = "snow_mountains" in plan.backdrops and plan.season in (None, "winter") and "plant" not in groups
        return "snowfield" if snowy else "meadow"
    return _of_objects(set(kinds), groups, places)


def _in_city(plan: ScenePlan, groups: set[str], places: set[str]) -> str | None:
    """A city is seen from its streets or across its river, not from a meadow; None where it is no city."""
    if CITIES & set(plan.backdrops) and all(is_in_the_air(plan, thing) for thing in plan.things):
        return "over_city"
    if "ground" not in places or not set(plan.backdrops) <= CITIES:
        return None
    if plan.style == "cyberpunk":
        # A building is seen better among houses than among signs.
        return "street" if "building" in groups else "neon_street"
    if not plan.backdrops or "building" in groups or "water" in places:
        return None
    return "street" if groups == {"vehicle"} else "harbour"


#: What nobody has in a room.
OUT_OF_DOORS = frozenset({"fence", "kite", "campfire"})


def _is_indoors(plan: ScenePlan, kinds: list[str]) -> bool:
    """Whether furniture stands in a room: no land, weather or sky is named, or it is seen through a window."""
    if OUT_OF_DOORS.intersection(kinds):
        return False
    return not plan.backdrops and ("window" in kinds or not (plan.season or plan.weather or plan.sky))


def _special(kinds: list[str], plan: ScenePlan) -> str | None:
    """Where things of a kind that is at home in one place only are; None for all others."""
    if "floating_island" in kinds and not plan.backdrops:
        return "cloud_sea"
    afloat = [DEEDS[thing.trait("pose") or ""].home for thing in plan.things if is_afloat(thing)]
    if set(kinds) & {"lotus", "swan"} or afloat:
        return afloat[0] if afloat else "lake"
    if (home := _built(kinds, plan) or home_of(plan, _is_open)) is not None:
        return home
    if wears_history(plan) and not plan.backdrops:
        return "garden"
    if all(any(word in kind.replace("fishing", "") for word in SWIMMERS) for kind in kinds):
        return "underwater"
    if any(any(word in kind for word in SPACEFARERS) for kind in kinds) and not plan.backdrops:
        return "space"
    return None


#: Who and what may be around a street's lamp.
BY_THE_LAMP = frozenset({"furniture", "object", "person", "animal"})


def _built(kinds: list[str], plan: ScenePlan) -> str | None:
    """Where a shop, a street's lamp, a lighthouse or a thing of the open is; None without, or before a backdrop."""
    if plan.backdrops:
        return None
    sprites = [get(thing.kind) for thing in plan.things]
    if "shop" in kinds:
        return "frontage"
    if "street_lamp" in kinds and {sprite.group for sprite in sprites} <= BY_THE_LAMP:
        return "street"
    if (outdoors := outdoors_of(plan)) is not None:
        return outdoors
    if "lighthouse" in kinds and all(sprite.place != "water" for sprite in sprites):
        return "headland"
    return sight_of(kinds).setting


def _is_open(setting: str) -> bool:
    return PLACES[setting].open_air


def _empty(plan: ScenePlan) -> str:
    """Nothing but a place: cities stand on the water's edge, skies over a low horizon."""
    if set(plan.backdrops) & {"city", "future_city"}:
        return "harbour"
    if "waterfall" in plan.backdrops:
        return "waterfall"
    if plan.sky and not plan.backdrops:
        return (
            "night_sky"
            if set(plan.sky) & {"stars", "milky_way", "moon", "crescent", "meteors", "planets", "earth"}
            else "meadow"
        )
    return "meadow"


def _of_objects(kinds: set[str], groups: set[str], places: set[str]) -> str:
    if "vehicle" in groups and "ground" in places:
        return "meadow" if kinds <= set(TRAINS) else "road"
    if "food" in groups and groups <= {"food", "object"}:
        # A cake and balloons: a birthday.
        return "table_top"
    if "building" in groups or "plant" in groups or "sky" in places:
        return "meadow"
    return "table_top" if "food" in groups else "plain"
