"""The empty picture before anything is painted in it: its light, its horizon and the ground that things stand on."""

from dataclasses import replace

import numpy as np

from easel.core.image import Size
from easel.engines.painter import (
    canalhouses,
    courtyard,
    hutong,
    lagoon,
    landscapes,
    neon,
    patio,
    platforms,
    sports,
    squares,
    strange,
    streets,
    watertown,
)
from easel.engines.painter.across import is_across, is_span
from easel.engines.painter.brush import luminance, mix
from easel.engines.painter.heavens import moon_name
from easel.engines.painter.light import Light
from easel.engines.painter.palette import Palette, dim, multiply, palette_of, time_of
from easel.engines.painter.places import PLACES, Place, setting_of
from easel.engines.painter.plan import ScenePlan
from easel.engines.painter.provided import provided
from easel.engines.painter.relations import Bond, order_of
from easel.engines.painter.rows import ON_PLAIN, ON_TABLE, SEEN_ABOVE
from easel.engines.painter.scene import Ground, Scene
from easel.engines.painter.sprites import get
from easel.engines.painter.sprites.deeds import is_afloat, is_aloft
from easel.engines.painter.tabletop import is_small
from easel.engines.painter.takes import take_of, taken
from easel.engines.painter.variety import FIGURE

#: Things that give light by night.
LIGHTS = frozenset({"lantern", "campfire", "candle", "street_lamp", "sky_lantern"})

#: Places that lamps and windows light up by night.
STREETS = (
    streets.street, streets.market, squares.square, courtyard.courtyard, platforms.station, neon.neon_street,
    patio.patio, hutong.hutong,
)  # fmt: skip

#: What a stadium is seen in by night.
FLOODLIGHT = (0.95, 1.0, 0.97)

#: Waters at whose near bank one stands.
BANKED = (
    landscapes.lake, landscapes.pond, landscapes.harbour, watertown.water_town, lagoon.venice, canalhouses.canal,
)  # fmt: skip

#: Where the horizon of a sea is at the lowest behind somebody who is seen from near.
EYE_LEVEL = 0.46
#: The horizon's shift for each framing, as a share of the height, and the row that it may not pass.
TILT = {"birds_eye": (-0.42, 0.09), "low_angle": (0.2, 0.86), "wide": (0.04, 0.8)}


def begin(plan: ScenePlan, size: Size, *, seed: int, finish: float = 1.0, freedom: float = 0.7) -> tuple[Scene, Place]:
    """The empty picture with its light and horizon, and the place that it shows."""
    rng = np.random.default_rng([seed & 0xFFFFFFFFFFFFFFFF, 1])
    plan = taken(plan, seed, freedom)
    setting = setting_of(plan)
    place = PLACES[setting]
    palette = palette_of(plan, rng)
    horizon = place.horizon
    if place.open_air:
        shift, limit = TILT.get(plan.camera, (0.0, 0.0))
        # A low or a high eye: half of what makes two pictures of one prompt differ.
        spread = 0.035
        if place.far is None and place.kind != "ledge":
            spread = 0.085 if plan.things else 0.12
        horizon += spread * float(np.clip(take_of(seed).horizon + rng.uniform(-0.25, 0.25), -1.0, 0.8)) + shift
        horizon = max(horizon, limit) if shift < 0 else min(horizon, limit or 1.0)
    if plan.camera in FIGURE and place.kind in ("water", "shore"):
        # The water is to be seen beside the shoulders.
        horizon = min(horizon, EYE_LEVEL)
    if place.paint is sports.stadium and palette.lit:
        palette = replace(palette, ambient=mix(palette.ambient, FLOODLIGHT, 0.36))
    ground = _ground(plan, place, horizon)
    light = _light(plan, palette, place, horizon, rng, left=take_of(seed).sun_left)
    if not place.open_air and place.kind in ("room", "table"):
        palette = replace(palette, ambient=light.ambient)
    if place.paint in STREETS and palette.darkness > 0.7:
        # Between lit windows the eye sees walls and paving darker than they are.
        palette = replace(palette, ambient=dim(palette.ambient, 0.74))
    if place.paint in (strange.space, strange.moon_surface):
        # No air dims the sun there, whatever the hour.
        palette = replace(palette, ambient=(0.96, 0.97, 1.0))
        light = replace(light, ambient=palette.ambient, strength=0.8, colour=(1.0, 0.98, 0.94))
    scene = Scene(
        plan, size.width, size.height, seed, palette, light, horizon, ground, finish, freedom, setting=setting
    )
    if place.open_air and time_of(plan) == "night" and moon_name(scene) is None:
        scene.light = replace(light, strength=0.15)
    return scene, place


def _ground(plan: ScenePlan, place: Place, horizon: float) -> Ground:
    far = place.far if place.far is not None else horizon + 0.18 * (place.near - horizon)
    if plan.camera in TILT and place.open_air and place.far is not None:
        far = max(far, horizon + 0.2 * (place.near - horizon))
    kind = place.kind
    settled = plan.base or plan
    if kind in ("water", "shore") and plan.camera in FIGURE and plan.camera != "half_body":
        return Ground("water", 0.95, horizon + 0.1, place.scale)
    if kind in ("water", "shore") and (on_land(plan) or on_land(settled)):
        kind = "shore"
        far = max(far, 0.86) if place.kind == "water" or place.paint in BANKED else far
    if kind == "shore" and place.far is None and plan.things and not on_land(plan):
        # Nothing needs the bank: what swims and sails is out on the water.
        return Ground("water", 0.88, horizon + 0.1, place.scale)
    if kind == "room" and _all_small(settled):
        return Ground("table", 0.93, 0.86, 1.25)
    if setting_of(plan) == "table_top" and plan.camera == "birds_eye":
        # There is nothing but the table: what is on it is in the middle, many things all over it.
        many = sum(thing.count for thing in plan.things if thing.kind != "table") > SEEN_ABOVE
        return Ground("table", *((0.9, 0.46) if many else (0.8, 0.62)), place.scale)
    if kind == "table" and setting_of(plan) == "table_top" and len(plan.things) > ON_TABLE:
        return Ground("table", 0.94, 0.68, place.scale)
    if setting_of(plan) == "plain" and sum(thing.count for thing in plan.things) > ON_PLAIN:
        return Ground("table", 0.9, 0.62, place.scale)
    near = 0.95 if kind == "shore" else place.near
    return Ground(kind, max(near, horizon + 0.05) if near > 0.7 else near, far, place.scale)


def _is_before_building(plan: ScenePlan, bond: Bond) -> bool:
    return bond.kind == "in_front_of" and get(plan.things[bond.host].kind).group == "building"


def on_land(plan: ScenePlan) -> bool:
    """Whether something needs dry ground: neither swims nor flies, and is not carried by what does."""
    order = order_of(plan)
    hosts = [order.host_of(i) for i in range(len(plan.things))]
    # Who is before a house in the water looks at it from the bank.
    apart = (host is None or _is_before_building(plan, host) for host in hosts)
    things = (
        thing
        for thing, alone in zip(plan.things, apart, strict=True)
        if alone and not (is_across(plan, thing) or is_span(plan, thing))
    )
    dry = (
        thing for thing in things if not is_afloat(thing) and not is_aloft(thing) and thing.trait("pose") != "flying"
    )
    return any(get(thing.kind).place not in ("water", "sky") for thing in dry)


def _all_small(plan: ScenePlan) -> bool:
    """Whether there is nothing but food and what else belongs on a table."""
    there = provided(plan)
    things = [thing for thing in plan.things if thing.kind not in there]
    return bool(things) and all(is_small(plan, thing) for thing in things)


def _light(
    plan: ScenePlan, palette: Palette, place: Place, horizon: float, rng: np.random.Generator, *, left: bool
) -> Light:
    time = time_of(plan)
    x = float(rng.uniform(0.14, 0.4) if left else rng.uniform(0.6, 0.86))
    veiled = {"overcast": 0.12, "rain": 0.12, "storm": 0.1, "fog": 0.12, "snow": 0.35, "cloudy": 0.5}
    strength = veiled.get(plan.weather or "", 0.8 if time in ("day", "night") else 0.9)
    if time == "night":
        strength *= 0.65
    if place.kind in ("room", "table") and not place.open_air:
        night = palette.darkness > 0.5
        pale = 0.6 if time == "day" else 0.2
        ambient = (
            (0.84, 0.73, 0.6) if night else multiply(mix(palette.ambient, (1.0, 1.0, 1.0), pale), (1.0, 0.98, 0.95))
        )
        colour = (1.0, 0.85, 0.6) if night else mix(palette.sun, (1.0, 0.95, 0.85), 0.4)
        return Light(x=x, y=0.2, colour=colour, ambient=ambient, strength=min(strength, 0.5), indoors=True)
    low = horizon - (0.21 if set(plan.backdrops) & {"mountains", "snow_mountains"} else 0.1)
    if plan.setting == "cloud_sea":
        low = 0.24
    between = (landscapes.bamboo_grove, landscapes.forest_floor) if plan.sky else ()
    if place.paint in (streets.street, streets.market, neon.neon_street, hutong.hutong, *between):
        # Between the houses, or the trees of a wood, only the middle of the sky is seen.
        x, low = 0.5 + float(rng.uniform(-0.05, 0.05)), min(low, 0.2)
    y = {"day": rng.uniform(0.09, 0.16), "night": rng.uniform(0.14, 0.24)}.get(
        time, max(0.1, low + rng.uniform(-0.03, 0.03))
    )
    # Street lamps, and the eye's getting used to the dark, show a night's subject clearer than its surroundings, and
    # in truer colours: faces would else take on the night's blue or green.
    gain = 1.2 + 0.35 * max(0.0, palette.darkness - 0.4) + (0.12 if plan.weather == "storm" else 0.0)
    grey = luminance(palette.ambient)
    ambient = mix(palette.ambient, (grey, grey, grey), 0.5 * palette.darkness)
    if palette.lit and (place.paint in STREETS or _has_lights(plan)):
        gain, ambient = gain + 0.1, mix(ambient, (1.0, 0.84, 0.66), 0.3)
    y = min(y, max(0.08, horizon * 0.9))
    return Light(x=x, y=y, colour=palette.sun, ambient=ambient, strength=strength, gain=gain)


def _has_lights(plan: ScenePlan) -> bool:
    """Whether something in the picture would light up what stands around it by night."""
    return "fireworks" in plan.sky or any(thing.kind in LIGHTS for thing in plan.things)
