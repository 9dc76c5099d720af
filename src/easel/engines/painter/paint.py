"""From a scene plan to pixels: the one entry of the painter's scenery and composition."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial

import cv2
import numpy as np

from easel.core.image import Size
from easel.engines.painter import (
    canalhouses,
    cloudland,
    lagoon,
    landscapes,
    memory,
    rooms,
    styles,
    things,
    tracks,
    watertown,
)
from easel.engines.painter.across import is_land
from easel.engines.painter.backdrops import paint_backdrops
from easel.engines.painter.begin import begin, on_land
from easel.engines.painter.compose import compose
from easel.engines.painter.contact import feet_of
from easel.engines.painter.heavens import paint_heavens
from easel.engines.painter.kites import strings
from easel.engines.painter.layouts import lay_out
from easel.engines.painter.layouts.frame import Frame
from easel.engines.painter.lettering import lettered
from easel.engines.painter.passers import passers
from easel.engines.painter.places import Place, backdrops_for, setting_of
from easel.engines.painter.plan import ScenePlan
from easel.engines.painter.recompose import recompose
from easel.engines.painter.scene import Scene
from easel.engines.painter.seasons import paint_season
from easel.engines.painter.selective import Accents, accents
from easel.engines.painter.sky import paint_sky, puffs
from easel.engines.painter.styles.tone import LUMA
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
#: Waters whose near bank is paved.
PAVED = (watertown.water_town, lagoon.venice, canalhouses.canal)


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
    if plan.layout is not None:
        pixels = _laid_out(plan, size, seed=seed, finish=finish, guidance_scale=guidance_scale, mood=mood)
        _show(on_stage, pixels.pixels)
        return pixels
    freedom = float(np.clip((STRICT - guidance_scale) / 7.5, 0.0, 1.2))
    scene, place = begin(plan, size, seed=seed, finish=finish, freedom=freedom)
    plan = scene.plan
    stage = _stages(scene, on_stage)
    items = compose(scene) if plan.base is None else recompose(scene, _start_of(scene, plan.base))
    railed = [] if transparent else tracks.on_tracks(scene, items)
    if not transparent:
        _keep_clear(scene, items, railed)
        land = [item for item in items if is_land(plan, item.thing) and (item.index, item.copy) not in without]
        _surroundings(scene, place, stage, land)
        for passer in passers(scene, setting_of(plan)):
            things.draw(scene, passer)
    strings(scene, items, without)
    kept = _accents(scene)
    draw = kept.draw if kept is not None else partial(things.draw, scene)
    for item in railed:
        tracks.lay_track(scene, item)
    for item in items:
        if item.index < 0 and transparent:
            continue
        shown = transparent or not is_land(plan, item.thing) or not place.open_air
        scene.contact.catch_up(item.y)
        if shown and (item.index, item.copy) not in without:
            draw(item)
    scene.contact.catch_up(np.inf)
    if not transparent and place.open_air and not place.roofed:
        paint_weather(scene)
    stage()
    regions = tuple(_region(scene, item) for item in sorted(items, key=lambda i: (i.index, i.copy)) if item.index >= 0)
    pixels = _styled(scene, mood=mood, transparent=transparent, kept=kept)
    pixels = lettered(pixels, plan, [region.box for region in regions])
    if not transparent:
        pixels = unfinished(pixels, finish)
        _show(on_stage, pixels)
    return Painting(pixels, regions)


def _laid_out(plan: ScenePlan, size: Size, *, seed: int, finish: float, guidance_scale: float, mood: str) -> Painting:
    """The picture of a plan that is no single scene; its frames are painted as pictures of their own."""

    def frame(part: ScenePlan, part_size: Size, turn: int) -> tuple[np.ndarray, list[Box]]:
        steps = max(1, round(finish * FULL_STEPS))
        made = paint(part, part_size, seed=seed + turn, steps=steps, guidance_scale=guidance_scale, mood=mood)
        return made.pixels, [region.box for region in made.regions]

    pixels, shown = lay_out(plan, size, seed=seed, finish=finish, paint_frame=frame)
    regions = tuple(
        Region(index, copy, plan.things[index].kind, _shares(box, size)) for index, copy, box in shown if index >= 0
    )
    return Painting(pixels, regions)


def _shares(frame: Frame, size: Size) -> Box:
    """A frame in shares of the picture."""
    edges = (frame.left / size.width, frame.top / size.height, frame.right / size.width, frame.bottom / size.height)
    return tuple(float(np.clip(edge, 0, 1)) for edge in edges)  # type: ignore[return-value]


def _keep_clear(scene: Scene, items: list[things.Placed], railed: list[things.Placed]) -> None:
    """Tell the scene what flies in it and what stands on its ground, with the tracks of those that are `railed`."""
    scene.aloft = tuple(item.box_px() for item in items if item.floats)
    if scene.ground.kind == "ground":
        boxes = [item.box_px() for item in items if not (item.floats or item.wet)]
        scene.contact.feet = feet_of(boxes + [tracks.bed_of(scene, item) for item in railed])


def _start_of(scene: Scene, base: ScenePlan) -> Scene:
    """The scene of the picture that was edited, nothing in it yet."""
    size = Size(scene.width, scene.height)
    return begin(base, size, seed=scene.seed, finish=scene.finish, freedom=scene.freedom)[0]


def _stages(scene: Scene, on_stage: Callable[[np.ndarray], None] | None) -> Callable[[], None]:
    return lambda: _show(on_stage, scene.pixels[..., :3].copy()) if on_stage else None


def _show(on_stage: Callable[[np.ndarray], None] | None, pixels: np.ndarray) -> None:
    if on_stage:
        on_stage(pixels)


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
    if set(scene.plan.backdrops) - {"path"}:
        return scene.plan.backdrops
    fitting = backdrops_for(place, scene.plan)
    if not fitting or not scene.free("backdrop", 1.05):
        return scene.plan.backdrops
    rng = scene.rng("backdrop")
    return (fitting[int(rng.integers(len(fitting)))], *scene.plan.backdrops)


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
    if place.paint is landscapes.waterfall and scene.plan.things and on_land(scene.plan):
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


def _accents(scene: Scene) -> Accents | None:
    """What keeps the colours of a black and white picture, where its words ask for any."""
    asked = scene.plan.mood == "monochrome" and any(map(accents, scene.plan.things))
    return Accents(scene) if asked else None


def _styled(scene: Scene, *, mood: str, transparent: bool, kept: Accents | None) -> np.ndarray:
    """The picture in the plan's mood and style, as bytes."""
    plan = scene.plan
    picture = _straight(scene.pixels) if transparent else scene.finished()
    saturation = {"muted": 0.7, "vivid": 1.25, "monochrome": 0.0, "pastel": 0.85}.get(plan.mood, 1.0)
    if plan.style == "line_art":
        # It is black and white anyway, and shapes are told apart by their colours.
        saturation = 1.0
    contrast = 1.0
    if mood == "vivid":
        saturation, contrast = saturation * 1.3, 1.08
    if kept is not None:
        picture = kept.drained(picture)
    elif (saturation, contrast) != (1.0, 1.0):
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
