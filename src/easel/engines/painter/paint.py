"""From a scene plan to pixels: the one entry of the painter's scenery and composition."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

import cv2
import numpy as np

from easel.core.image import Size
from easel.engines.painter import (
    canalhouses,
    cloudland,
    courtyard,
    lagoon,
    landscapes,
    memory,
    neon,
    patio,
    platforms,
    rooms,
    sports,
    squares,
    strange,
    streets,
    styles,
    things,
    watertown,
)
from easel.engines.painter.backdrops import paint_backdrops
from easel.engines.painter.brush import luminance, mix
from easel.engines.painter.compose import LANDFORMS, compose
from easel.engines.painter.contact import feet_of
from easel.engines.painter.heavens import moon_name, paint_heavens
from easel.engines.painter.kites import strings
from easel.engines.painter.light import Light
from easel.engines.painter.palette import Palette, dim, multiply, palette_of, time_of
from easel.engines.painter.passers import passers
from easel.engines.painter.places import PLACES, Place, backdrops_for, provided, setting_of
from easel.engines.painter.plan import ScenePlan
from easel.engines.painter.recompose import recompose
from easel.engines.painter.relations import Bond, order_of
from easel.engines.painter.scene import Ground, Scene
from easel.engines.painter.seasons import paint_season
from easel.engines.painter.sky import paint_sky, puffs
from easel.engines.painter.sprites import get
from easel.engines.painter.sprites.deeds import is_afloat, is_aloft
from easel.engines.painter.styles.tone import LUMA
from easel.engines.painter.takes import take_of, taken
from easel.engines.painter.unfinished import unfinished
from easel.engines.painter.variety import FIGURE
from easel.engines.painter.weather import paint_weather, paint_weather_behind

# Each picture is painted by one of several processes: threads inside would only compete with the others.
cv2.setNumThreads(1)
memory.keep_freed()

Box = tuple[float, float, float, float]
#: Steps of a finished picture.
FULL_STEPS = 28
#: The guidance scale from which on nothing is added to the words.
STRICT = 10.0
#: Things that give light by night.
LIGHTS = frozenset({"lantern", "campfire", "candle", "street_lamp", "sky_lantern"})
#: Places that lamps and windows light up by night.
STREETS = (
    streets.street, streets.market, squares.square, courtyard.courtyard, platforms.station, neon.neon_street,
    patio.patio,
)  # fmt: skip
#: What a stadium is seen in by night.
FLOODLIGHT = (0.95, 1.0, 0.97)
#: Waters at whose near bank one stands.
BANKED = (
    landscapes.lake, landscapes.pond, landscapes.harbour, watertown.water_town, lagoon.venice, canalhouses.canal,
)  # fmt: skip
#: Those of them that are paved.
PAVED = (watertown.water_town, lagoon.venice, canalhouses.canal)
#: The horizon's shift for each framing, as a share of the height, and the row that it may not pass.
TILT = {"birds_eye": (-0.42, 0.09), "low_angle": (0.2, 0.86), "wide": (0.04, 0.8)}


@dataclass(frozen=True, slots=True)
class Region:
    """Where one copy of one thing of the plan is: `box` is left, top, right, bottom in [0, 1] of the frame."""

    thing: int
    copy: int
    kind: str
    box: Box


@dataclass(frozen=True, slots=True)
class Painting:
    """A painted picture: uint8 (height, width, 3), or 4 with straight alpha when it was asked to be transparent."""

    pixels: np.ndarray
    regions: tuple[Region, ...] = ()


def paint(
    plan: ScenePlan,
    size: Size,
    *,
    seed: int,
    steps: int = FULL_STEPS,
    guidance_scale: float = 2.5,
    quality: str = "standard",
    mood: str = "natural",
    transparent: bool = False,
    without: Collection[tuple[int, int]] = (),
    on_stage: Callable[[np.ndarray], None] | None = None,
) -> Painting:
    """Paint `plan`: the same plan, size, seed and settings always give the same bytes.

    `steps` is the level of finish (28 = full), `guidance_scale` in [1, 10] how closely to keep to the words, `quality`
    `standard` or `hd`, `mood` `natural` or `vivid`. `transparent` paints only the things, with their shadows.
    `without` are things by index and number of the copy that keep their places but are not drawn.
    `on_stage` gets the unfinished picture, uint8 (height, width, 3), after the backdrop, the ground and the things,
    and the finished one after the style.
    """
    finish = steps / FULL_STEPS * (1.25 if quality == "hd" else 1.0)
    freedom = float(np.clip((STRICT - guidance_scale) / 7.5, 0.0, 1.2))
    scene, place = begin(plan, size, seed=seed, finish=finish, freedom=freedom)
    plan = scene.plan
    stage = _stages(scene, on_stage)
    items = compose(scene) if plan.base is None else recompose(scene, _start_of(scene, plan.base))
    if not transparent:
        scene.aloft = tuple(item.box_px() for item in items if item.floats)
        if scene.ground.kind == "ground":
            scene.contact.feet = feet_of(item.box_px() for item in items if not (item.floats or item.wet))
        land = [item for item in items if item.thing.kind in LANDFORMS and (item.index, item.copy) not in without]
        _surroundings(scene, place, stage, land)
        for passer in passers(scene, setting_of(plan)):
            things.draw(scene, passer)
    strings(scene, items, without)
    for item in items:
        if item.index < 0 and transparent:
            continue
        shown = transparent or item.thing.kind not in LANDFORMS or not place.open_air
        scene.contact.catch_up(item.y)
        if shown and (item.index, item.copy) not in without:
            things.draw(scene, item)
    scene.contact.catch_up(np.inf)
    if not transparent and place.open_air and not place.roofed:
        paint_weather(scene)
    stage()
    regions = tuple(_region(scene, item) for item in sorted(items, key=lambda i: (i.index, i.copy)) if item.index >= 0)
    pixels = _styled(scene, mood=mood, transparent=transparent)
    if not transparent:
        pixels = unfinished(pixels, finish)
    if on_stage and not transparent:
        on_stage(pixels)
    return Painting(pixels, regions)


def _start_of(scene: Scene, base: ScenePlan) -> Scene:
    """The scene of the picture that was edited, nothing in it yet."""
    size = Size(scene.width, scene.height)
    return begin(base, size, seed=scene.seed, finish=scene.finish, freedom=scene.freedom)[0]


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
    if kind in ("water", "shore") and (_on_land(plan) or _on_land(settled)):
        kind = "shore"
        far = max(far, 0.86) if place.kind == "water" or place.paint in BANKED else far
    if kind == "shore" and place.far is None and plan.things and not _on_land(plan):
        # Nothing needs the bank: what swims and sails is out on the water.
        return Ground("water", 0.88, horizon + 0.1, place.scale)
    if kind == "room" and _all_small(settled):
        return Ground("table", 0.93, 0.86, 1.25)
    near = 0.95 if kind == "shore" else place.near
    return Ground(kind, max(near, horizon + 0.05) if near > 0.7 else near, far, place.scale)


def _is_before_building(plan: ScenePlan, bond: Bond) -> bool:
    return bond.kind == "in_front_of" and get(plan.things[bond.host].kind).group == "building"


def _on_land(plan: ScenePlan) -> bool:
    """Whether something needs dry ground: neither swims nor flies, and is not carried by what does."""
    order = order_of(plan)
    hosts = [order.host_of(i) for i in range(len(plan.things))]
    # Who is before a house in the water looks at it from the bank.
    apart = (host is None or _is_before_building(plan, host) for host in hosts)
    things = (thing for thing, alone in zip(plan.things, apart, strict=True) if alone)
    dry = (
        thing for thing in things if not is_afloat(thing) and not is_aloft(thing) and thing.trait("pose") != "flying"
    )
    return any(get(thing.kind).place not in ("water", "sky") for thing in dry)


def _all_small(plan: ScenePlan) -> bool:
    """Whether there is nothing but food and what else belongs on a table."""
    there = provided(plan)
    sprites = [get(thing.kind) for thing in plan.things if thing.kind not in there]
    return bool(sprites) and all(s.group == "food" or s.place == "surface" for s in sprites)


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
    if place.paint in (streets.street, streets.market, neon.neon_street, *between):
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


def _stages(scene: Scene, on_stage: Callable[[np.ndarray], None] | None) -> Callable[[], None]:
    def stage() -> None:
        if on_stage:
            on_stage(scene.pixels[..., :3].copy())

    return stage


def _backdrops(scene: Scene, place: Place) -> tuple[str, ...]:
    """The plan's backdrops, or what suits the place where the picture is free."""
    if place.paint is cloudland.cloud_sea:
        # It has peaks of its own, at several depths between the clouds.
        return tuple(name for name in scene.plan.backdrops if "mountains" not in name)
    if any(thing.kind == "great_wall" for thing in scene.plan.things):
        # Woods would stand before it.
        return tuple({"forest": "hills", "bamboo": "hills"}.get(name, name) for name in scene.plan.backdrops)
    if place.paint is landscapes.headland:
        # The sea reaches to the horizon.
        return tuple(name for name in scene.plan.backdrops if "mountains" not in name)
    if place.paint is landscapes.waterfall:
        # Trees on the banks belong to it; a wood would stand in the pool.
        return tuple(name for name in scene.plan.backdrops if name not in ("forest", "bamboo", "waterfall"))
    if place.paint in (landscapes.bamboo_grove, landscapes.forest_floor):
        # It stands in the grove or the wood: another behind it would hide the light between the trees.
        return tuple(name for name in scene.plan.backdrops if name not in ("forest", "bamboo"))
    if scene.plan.backdrops:
        return scene.plan.backdrops
    fitting = backdrops_for(place, scene.plan)
    if not fitting or not scene.free("backdrop", 1.05):
        return ()
    rng = scene.rng("backdrop")
    return (fitting[int(rng.integers(len(fitting)))],)


def _surroundings(scene: Scene, place: Place, stage: Callable[[], None], land: list[things.Placed]) -> None:
    """Sky, what rises at the horizon with those of the things that are `land`, the ground, what grows on it."""
    names = _backdrops(scene, place) if place.open_air else ()
    if place.open_air:
        paint_sky(scene)
        paint_heavens(scene)
        if scene.flat:
            puffs(scene)
        paint_backdrops(scene, names, on_ground=False)
        for item in land:
            things.draw(scene, item)
        if place.kind in ("water", "shore"):
            paint_backdrops(scene, names, on_ground=True)
        stage()
    place.paint(scene)
    if not place.open_air:
        stage()
    if place.open_air:
        if place.kind not in ("water", "shore"):
            paint_backdrops(scene, names, on_ground=True)
        _bank(scene, place)
        paint_season(scene)
        if not place.roofed:
            paint_weather_behind(scene)
    on_table = place.kind == "room" and scene.ground.kind == "table"
    _defocus(scene, on_table=on_table)
    if on_table:
        rooms.counter(scene, 0.76)
    stage()


def _bank(scene: Scene, place: Place) -> None:
    """The near bank of a water, where something stands on it."""
    if place.kind in ("water", "shore") and scene.ground.kind == "shore" and scene.ground.far >= 0.85:
        in_town = place.paint is landscapes.harbour and set(scene.plan.backdrops) & {"city", "future_city"}
        (watertown.quay if in_town or place.paint in PAVED else landscapes.bank)(scene, 0.83)
    if place.paint is landscapes.waterfall and scene.plan.things and _on_land(scene.plan):
        landscapes.bank(scene, 0.79)


def _defocus(scene: Scene, *, on_table: bool) -> None:
    """Behind a portrait, or behind what stands on a table, the world is out of focus."""
    if not on_table and (scene.plan.camera not in FIGURE or not scene.plan.things):
        return
    strong = 0.006 if on_table else 0.012 if scene.plan.camera == "half_body" else 0.02
    sigma, shrink = strong * scene.unit, max(1, int(strong * scene.unit / 3))
    picture = scene.pixels
    small = cv2.resize(
        picture, (max(1, scene.width // shrink), max(1, scene.height // shrink)), interpolation=cv2.INTER_AREA
    )
    small = cv2.GaussianBlur(small, (0, 0), max(0.4, sigma / shrink), borderType=cv2.BORDER_REPLICATE)
    picture[...] = cv2.resize(small, (scene.width, scene.height), interpolation=cv2.INTER_LINEAR)


def _region(scene: Scene, item: things.Placed) -> Region:
    left, top, right, bottom = item.box_px()
    box = (left / scene.width, top / scene.height, right / scene.width, bottom / scene.height)
    return Region(item.index, item.copy, item.thing.kind, tuple(float(np.clip(v, 0, 1)) for v in box))


def _styled(scene: Scene, *, mood: str, transparent: bool) -> np.ndarray:
    """The picture in the plan's mood and style, as bytes."""
    plan = scene.plan
    picture = _straight(scene.pixels) if transparent else scene.finished()
    saturation = {"muted": 0.7, "vivid": 1.25, "monochrome": 0.0, "pastel": 0.85}.get(plan.mood, 1.0)
    contrast = 1.0
    if mood == "vivid":
        saturation, contrast = saturation * 1.3, 1.08
    if (saturation, contrast) != (1.0, 1.0):
        picture = cv2.transform(picture, _toning(saturation, contrast))
    if plan.style != "none":
        detail = float(np.clip(scene.finish, 0.15, 1.5))
        picture = styles.apply(picture, plan.style, weight=plan.style_weight, seed=scene.seed, detail=detail)
    return np.dstack([picture, scene.pixels[..., 3]]) if transparent else picture


def _straight(rgba: np.ndarray) -> np.ndarray:
    """Premultiplied pixels as straight RGB for a style to work on; pale paper where there is nothing."""
    picture = cv2.cvtColor(rgba, cv2.COLOR_RGBA2RGB)
    alpha = rgba[..., 3]
    cv2.divide(picture, cv2.merge([alpha, alpha, alpha]), dst=picture, scale=255)
    picture[alpha == 0] = 240
    return picture


def _toning(saturation: float, contrast: float) -> np.ndarray:
    """The (3, 4) matrix that makes bytes' colours and contrasts so many times as strong."""
    matrix = np.eye(3) * saturation + (1 - saturation) * LUMA
    return np.hstack([matrix * contrast, np.full((3, 1), 127.5 * (1 - contrast))]).astype(np.float32)
