"""Edit instructions carried out on a foreign picture: on its pixels, for it has no plan."""

from collections.abc import Iterable
from dataclasses import dataclass

import cv2
import numpy as np

from easel.engines.painter import styles
from easel.engines.painter.language.edits import (
    Add,
    Change,
    ChangeBackground,
    ChangeMood,
    ChangeSeason,
    ChangeSky,
    ChangeStyle,
    ChangeTime,
    ChangeWeather,
    Describe,
    Fewer,
    Keep,
    Letter,
    More,
    Move,
    Recolour,
    Remove,
    Replace,
    Some,
    Swap,
    Times,
    Want,
)
from easel.engines.painter.lettering import lettered
from easel.engines.painter.plan import WEATHERS, Lettering, ScenePlan, Thing
from easel.engines.painter.references import relight
from easel.engines.painter.references.areas import BACKGROUND, GROUND, SKY, WATER, area_of, sky_area
from easel.engines.painter.references.colour import recolour
from easel.engines.painter.references.frame import over, to_bytes, to_float
from easel.engines.painter.references.mood import in_mood, tinted
from easel.engines.painter.references.placing import Spot, in_light_of, place
from easel.engines.painter.references.studio import Studio
from easel.engines.painter.references.subject import cut_out, remove, subject_area
from easel.engines.painter.sprites import get
from easel.engines.painter.styles.tone import hex_colour, luminance, mix

#: Sky things that only a dark sky shows.
NIGHTLY = frozenset({"moon", "crescent", "stars", "milky_way", "aurora", "fireworks", "meteors", "planets", "earth"})
RGB = tuple[float, float, float]
#: How people call the sky.
SKY_WORDS = ("sky", "天空", "heaven")
#: Words for areas; any other word means the subject.
PLACES_BY_NAME = SKY | GROUND | WATER | BACKGROUND
#: Where a recoloured part is looked for.
PARTS = {"garment_colour": "clothes", "hair_colour": "hair", "hair": "hair", "garment": "clothes"}
#: Where a thing goes beside a subject, in its boxes: x from its middle, foot from its top, height.
PLACES = {
    "wearing": (0.0, 0.1, 0.2),
    "on": (0.0, 0.06, 0.4),
    "above": (0.0, -0.12, 0.4),
    "holding": (0.42, 0.66, 0.3),
    "in_front_of": (0.2, 1.08, 0.5),
    "behind": (0.6, 0.9, 0.7),
    "left_of": (-1.05, 1.0, 0.6),
    "right_of": (1.05, 1.0, 0.6),
    "beside": (1.05, 1.0, 0.6),
    "below": (0.0, 1.25, 0.35),
    "under": (0.0, 1.2, 0.35),
    "riding": (0.0, 1.25, 0.7),
}


#: What changes nothing in a picture whose things nobody has counted or told apart.
NEEDS_PLAN = (Fewer, Times, Move, Swap, Keep)


@dataclass(frozen=True, slots=True)
class Box:
    """A subject's place in shares of the frame."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def of(cls, area: np.ndarray) -> "Box":
        """The bounding box of an (H, W) map; the middle of the frame when it is empty."""
        rows, columns = np.flatnonzero(area.max(1) > 0.5), np.flatnonzero(area.max(0) > 0.5)
        if not len(rows):
            return cls(0.35, 0.35, 0.65, 0.85)
        height, width = area.shape
        return cls(
            float(columns[0]) / width,
            float(rows[0]) / height,
            float(columns[-1] + 1) / width,
            float(rows[-1] + 1) / height,
        )

    @property
    def x(self) -> float:
        """The middle."""
        return (self.left + self.right) / 2

    @property
    def spot(self) -> Spot:
        """Where something of the same height would stand."""
        return Spot(self.x, self.bottom, self.bottom - self.top)


def is_done(changes: Iterable[Change]) -> bool:
    """Whether any of the changes is carried out on pixels: where things are to go needs a plan."""
    return any(not isinstance(change, NEEDS_PLAN) for change in changes)


def edit(picture: np.ndarray, changes: Iterable[Change], *, studio: Studio) -> np.ndarray:
    """`picture` (uint8 RGB of the studio's frame) after all changes, in order; uint8 RGB."""
    edited = to_float(picture)
    for change in changes:
        edited = np.clip(_changed(edited, _on_one(change), studio), 0, 1)
    return to_bytes(edited)


def _on_one(change: Change) -> Change:
    """What a change is where whoever stands out is one, and nothing that is wished for is there."""
    match change:
        case More(kind, by):
            return Describe(kind, count=1 + by)
        case Some(_, inner):
            return _on_one(inner)
        case Want(things):
            return Add(things)
    return change


def _changed(picture: np.ndarray, change: Change, studio: Studio) -> np.ndarray:
    """The float RGB picture after one change."""
    match change:
        case Recolour(kind, colour, part, _):
            return _recoloured(picture, kind, colour, part, studio, now=_colour_now(studio.plan, kind, colour))
        case Add():
            return _with_things(picture, change, studio)
        case Remove(kinds):
            return _without(picture, kinds, studio)
        case Replace(kind, thing):
            area = _area(picture, kind, studio)
            return _stand(remove(picture, area), thing, Box.of(area).spot, studio)
        case Describe():
            return _described(picture, change, studio)
        case ChangeBackground(setting, backdrops):
            # What stood on the ground stands on it before other mountains, too.
            return _before(picture, ScenePlan(setting=setting or "meadow", backdrops=backdrops), studio)
        case Letter(text, colour=colour, at=at) if text is not None:
            box = Box.of(subject_area(picture))
            plan = ScenePlan(lettering=(Lettering(text, colour, at),))
            return to_float(lettered(to_bytes(picture), plan, [(box.left, box.top, box.right, box.bottom)]))
        case ChangeStyle(style):
            return to_float(styles.apply(to_bytes(picture), style, seed=studio.seed))
        case _:
            return _in_other_light(picture, change, studio)


def _in_other_light(picture: np.ndarray, change: Change, studio: Studio) -> np.ndarray:
    match change:
        case ChangeTime(time):
            return relight.at_time(picture, time, seed=studio.seed)
        case ChangeWeather(weather):
            return relight.in_weather(picture, weather, seed=studio.seed)
        case ChangeSeason(season):
            return relight.in_season(picture, season, seed=studio.seed)
        case ChangeSky(things):
            return _with_sky(picture, dict(things), studio)
        case ChangeMood(mood, camera, tint):
            picture = in_mood(picture, mood) if mood else picture
            picture = _toned(picture, tint, studio.plan.prompt.lower()) if tint else picture
            return _closer(picture) if camera in ("close_up", "portrait", "half_body") else picture
    return picture


def _toned(picture: np.ndarray, tint: str, words: str) -> np.ndarray:
    """A colour for everything, or for the sky alone where the words speak of it."""
    if any(word in words for word in SKY_WORDS):
        return recolour(picture, sky_area(picture), _rgb(tint))
    return tinted(picture, hex_colour(tint))


def _area(picture: np.ndarray, kind: str, studio: Studio) -> np.ndarray:
    """Where things of `kind` are: named areas by their name, everything else is what stands out and has its shape."""
    if kind in PLACES_BY_NAME:
        return area_of(picture, kind)
    return subject_area(picture, studio.silhouette(kind))


def _recoloured(
    picture: np.ndarray, kind: str, colour: str, part: str, studio: Studio, *, now: RGB | None = None
) -> np.ndarray:
    """Things of `kind`, or their part, in a colour; `now` is the colour that the words say they have."""
    shape = None if kind in PLACES_BY_NAME else studio.silhouette(kind)
    return recolour(picture, area_of(picture, PARTS.get(part, kind), colour=now, shape=shape), _rgb(colour))


def _rgb(colour: str) -> RGB:
    red, green, blue = (float(part) for part in hex_colour(colour))
    return red, green, blue


def _colour_now(plan: ScenePlan, kind: str, new: str) -> RGB | None:
    """`the red car` in `turn the red car blue`: the instruction read as a scene has a red car in it."""
    colours = (thing.colour for thing in plan.things if thing.kind == kind)
    return next((_rgb(colour) for colour in colours if colour and colour != new), None)


def _stand(picture: np.ndarray, thing: Thing, spot: Spot, studio: Studio) -> np.ndarray:
    # Things of the sky and hats on heads touch no ground, so they throw no shadow on it.
    cutout = studio.alone(ScenePlan(things=(thing,), time=studio.plan.time))
    return place(picture, cutout, spot, shadow=spot.foot > 0.55 and get(thing.kind).place != "sky")


def _with_things(picture: np.ndarray, change: Add, studio: Studio) -> np.ndarray:
    area = subject_area(picture)
    box = Box.of(area)
    for number, thing in enumerate(change.things):
        if number == 0 and change.anchors and change.relation in PLACES:
            spot = _beside(box, change.relation)
        else:
            spot = _free_spot(box, thing, number)
        picture = _stand(picture, thing, spot, studio)
    return picture


def _beside(box: Box, relation: str) -> Spot:
    """The place that a relation names beside the subject; on the other side where that one has no room."""
    x, foot, tall = PLACES[relation]
    width, height = box.right - box.left, box.bottom - box.top
    middle = box.x + x * width
    if not 0.08 < middle < 0.92:
        middle = min(max(2 * box.x - middle, 0.1), 0.9)
    return Spot(middle, min(0.99, box.top + foot * height), tall * height)


def _free_spot(box: Box, thing: Thing, number: int) -> Spot:
    """Where a new thing hides nothing: on the side with more room, in the sky if it belongs there."""
    if thing.at is not None:
        sprite_height = min(0.5, get(thing.kind).height * thing.size)
        return Spot(thing.at[0], min(0.99, thing.at[1] + sprite_height / 2), sprite_height)
    left_free, right_free = box.left, 1 - box.right
    to_right = (right_free >= left_free) == (number % 2 == 0)
    free = right_free if to_right else left_free
    x = 1 - max(free, 0.3) / 2 if to_right else max(free, 0.3) / 2
    sprite = get(thing.kind)
    tall = min(0.62, max(0.14, sprite.height * thing.size * 1.1))
    if sprite.place == "sky":
        return Spot(x, max(0.3, tall + 0.06), min(tall, 0.3))
    return Spot(x, 0.94, tall)


def _without(picture: np.ndarray, kinds: tuple[str, ...], studio: Studio) -> np.ndarray:
    for kind in kinds:
        if kind in WEATHERS:
            picture = relight.in_weather(picture, "clear", seed=studio.seed)
        elif kind == "background":
            picture = mix(np.ones_like(picture), picture, subject_area(picture))
        else:
            picture = remove(picture, _area(picture, kind, studio))
    return picture


def _described(picture: np.ndarray, change: Describe, studio: Studio) -> np.ndarray:
    """Another size or number of the subject, and colours among its traits; other traits are not in the pixels."""
    for trait in change.traits:
        key, _, value = trait.partition(":")
        if key in PARTS and value.startswith("#"):
            picture = _recoloured(picture, change.kind, value, key, studio)
    if change.size is None and change.count is None:
        return picture
    area = _area(picture, change.kind, studio)
    box = Box.of(area)
    cutout = cut_out(np.dstack([to_bytes(picture), to_bytes(area)]))
    ground = remove(picture, area)
    count = min(change.count or 1, 12)
    tall = min(0.95, (box.bottom - box.top) * (change.size or 1.0) * (1.0 if count < 3 else 0.8))
    for number in range(count):
        x = box.x if count == 1 else 0.5 + (number - (count - 1) / 2) * 0.84 / count
        ground = place(ground, cutout, Spot(x, min(0.99, box.bottom + 0.02 * (number % 2)), tall))
    return ground


def _before(picture: np.ndarray, plan: ScenePlan, studio: Studio) -> np.ndarray:
    """The picture's subject, where it is, before another place."""
    scene = to_float(studio.paint(plan, studio.size).pixels)
    return over(scene, in_light_of(np.dstack([picture, subject_area(picture)]), scene))


def _with_sky(picture: np.ndarray, things: dict[str, str | None], studio: Studio) -> np.ndarray:
    """New things in the sky; those of the night make it night."""
    sky = sky_area(picture)
    dark = float((luminance(picture) * sky).sum() / max(float(sky.sum()), 1.0)) < 0.32
    nightly = bool(NIGHTLY & things.keys())
    if nightly and not dark:
        picture = relight.at_time(picture, "night", seed=studio.seed)
    time = "night" if nightly or dark else "day"
    shown = ScenePlan(sky=things, setting="meadow", time=time)
    bare = ScenePlan(setting="meadow", time=time, excluded=frozenset(things))
    # The same sky painted with and without them: what differs is they alone, hills and clouds cancel out.
    with_them, without_them = (to_float(studio.paint(plan, studio.size).pixels) for plan in (shown, bare))
    return picture + (with_them - without_them) * sky[..., None]


def _closer(picture: np.ndarray) -> np.ndarray:
    """The upper part of the subject, filling the frame."""
    height, width = picture.shape[:2]
    box = Box.of(subject_area(picture))
    share = min(1.0, max(0.35, (box.bottom - box.top) * 0.75, (box.right - box.left) * 1.1))
    high, wide = round(height * share), round(width * share)
    top = min(height - high, max(0, round((box.top - 0.05 * share) * height)))
    left = min(width - wide, max(0, round(box.x * width - wide / 2)))
    part = np.ascontiguousarray(picture[top : top + high, left : left + wide])
    return cv2.resize(part, (width, height), interpolation=cv2.INTER_CUBIC)
