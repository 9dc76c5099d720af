"""Edit instructions carried out on a foreign picture: on its pixels, for it has no plan."""

import contextlib
from collections.abc import Iterable
from dataclasses import dataclass

import cv2
import numpy as np

from easel.engines.painter import styles
from easel.engines.painter.language.edits import (
    Add,
    Change,
    ChangeMood,
    ChangeSeason,
    ChangeSky,
    ChangeStyle,
    ChangeTime,
    ChangeWeather,
    Describe,
    Letter,
    More,
    Recolour,
    Remove,
    Replace,
    Some,
    Want,
)
from easel.engines.painter.lettering import lettered
from easel.engines.painter.plan import WEATHERS, Lettering, Retouch, ScenePlan, Thing
from easel.engines.painter.references import relight
from easel.engines.painter.references.areas import coloured_area, sky_area
from easel.engines.painter.references.asked import Asked, Before
from easel.engines.painter.references.before import before
from easel.engines.painter.references.colour import recolour
from easel.engines.painter.references.frame import to_bytes, to_float
from easel.engines.painter.references.locating import PARTS, PLACES_BY_NAME, emptied, located, located_colour, rgb_of
from easel.engines.painter.references.mood import in_mood, tinted
from easel.engines.painter.references.placing import Box, Spot, place
from easel.engines.painter.references.retouch import retouched
from easel.engines.painter.references.studio import Studio
from easel.engines.painter.references.subject import Unfound, cut_along, head_in, subject_of, whole
from easel.engines.painter.sprites import get
from easel.engines.painter.styles.tone import hex_colour, luminance

Wish = Change | Before
#: Sky things that only a dark sky shows.
NIGHTLY = frozenset({"moon", "crescent", "stars", "milky_way", "aurora", "fireworks", "meteors", "planets", "earth"})
#: How people call the sky.
SKY_WORDS = ("sky", "天空", "heaven")
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


#: What is worn on the head, whoever it is given to.
HEADGEAR = frozenset({"hat", "crown"})


@dataclass(frozen=True, slots=True)
class Edited:
    """The picture after an instruction, uint8 RGB, and the words of what could not be done."""

    pixels: np.ndarray
    undone: tuple[str, ...]


def edit(picture: np.ndarray, asked: Iterable[Asked], *, studio: Studio) -> Edited:
    """`picture` (uint8 RGB of the studio's frame) after all wishes, in order."""
    edited, undone = to_float(picture), []
    for one in asked:
        done = False
        for change in one.changes:
            with contextlib.suppress(Unfound):
                edited = np.clip(_changed(edited, _on_one(change), studio), 0, 1)
                done = True
        if not done:
            undone.append(one.words)
    return Edited(to_bytes(edited), tuple(dict.fromkeys(undone)))


def _on_one(change: Wish) -> Wish:
    """What a change is where whoever stands out is one, and nothing that is wished for is there."""
    match change:
        case More(kind, by):
            return Describe(kind, count=1 + by)
        case Some(_, inner):
            return _on_one(inner)
        case Want(things):
            return Add(things)
    return change


def _changed(picture: np.ndarray, change: Wish, studio: Studio) -> np.ndarray:
    """The float RGB picture after one change. Raises Unfound where what it is about is not told."""
    match change:
        case Retouch():
            return retouched(picture, change, lambda kind: _coloured(picture, kind, change, studio))
        case Before():
            return before(picture, change, studio)
        case ChangeStyle(style):
            return to_float(styles.apply(to_bytes(picture), style, seed=studio.seed))
        case ChangeTime() | ChangeWeather() | ChangeSeason() | ChangeSky() | ChangeMood():
            return _in_other_light(picture, change, studio)
        case _:
            return _with_other_things(picture, change, studio)


def _coloured(picture: np.ndarray, kind: str, retouch: Retouch, studio: Studio) -> np.ndarray:
    """Where things of a kind are; where a colour is to stay, what of them has it."""
    area = located(picture, kind, studio)
    return coloured_area(picture, area, several=True) if retouch.name == "drained" else area


def _with_other_things(picture: np.ndarray, change: Wish, studio: Studio) -> np.ndarray:
    match change:
        case Recolour(kind, colour, part, _):
            return recolour(picture, located_colour(picture, kind, part, colour, studio), rgb_of(colour))
        case Add():
            return _with_things(picture, change, studio)
        case Remove(kinds):
            return _without(picture, kinds, studio)
        case Replace(kind, thing):
            area = located(picture, kind, studio)
            return _stand(emptied(picture, area), thing, Box.of(area).spot, studio)
        case Describe():
            return _described(picture, change, studio)
        case Letter(text, old=None, colour=colour, at=at, instead=False) if text is not None:
            box = Box.of(subject_of(picture).area)
            plan = ScenePlan(lettering=(Lettering(text, colour, at),))
            return to_float(lettered(to_bytes(picture), plan, [(box.left, box.top, box.right, box.bottom)]))
    # Where things are to go needs a plan, and words that are there nobody has read.
    raise Unfound


def _in_other_light(picture: np.ndarray, change: Wish, studio: Studio) -> np.ndarray:
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
            picture = _toned(picture, tint, studio) if tint else picture
            return _closer(picture) if camera in ("close_up", "portrait", "half_body") else picture
    return picture


def _toned(picture: np.ndarray, tint: str, studio: Studio) -> np.ndarray:
    """A colour for everything, or for the sky alone where the words speak of it."""
    if any(word in studio.plan.prompt.lower() for word in SKY_WORDS):
        return recolour(picture, located(picture, SKY_WORDS[0], studio), rgb_of(tint))
    return tinted(picture, hex_colour(tint))


def _stand(picture: np.ndarray, thing: Thing, spot: Spot, studio: Studio) -> np.ndarray:
    # Things of the sky and hats on heads touch no ground, so they throw no shadow on it.
    cutout = studio.alone(ScenePlan(things=(thing,), time=studio.plan.time))
    return place(picture, cutout, spot, shadow=spot.foot > 0.55 and get(thing.kind).place != "sky")


def _with_things(picture: np.ndarray, change: Add, studio: Studio) -> np.ndarray:
    if studio.masked is not None:
        box = Box.of(studio.masked)
        return _stand(picture, change.things[0], box.spot, studio)
    subject = subject_of(picture)
    box = Box.of(subject.area)
    for number, thing in enumerate(change.things):
        if number == 0 and (thing.kind in HEADGEAR or (change.anchors and change.relation in PLACES)):
            relation = "wearing" if thing.kind in HEADGEAR else change.relation or "beside"
            spot = _on_head(picture, box) if relation == "wearing" and thing.kind in HEADGEAR else None
            if spot is None and not subject.is_told:
                raise Unfound
            spot = spot or _beside(box, relation)
        else:
            spot = _free_spot(box, thing, number)
        picture = _stand(picture, thing, spot, studio)
    return picture


def _on_head(picture: np.ndarray, box: Box) -> Spot | None:
    """Where a hat sits on whoever looks at the viewer from near."""
    head = head_in(picture)
    if head is None:
        return None
    return Spot(head.x, max(head.top, box.top) + 0.24 * head.tall, 0.5 * head.tall)


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
    if not kinds or studio.masked is not None:
        if studio.masked is None:
            raise Unfound
        return emptied(picture, studio.masked)
    for kind in kinds:
        if kind in WEATHERS:
            picture = relight.in_weather(picture, "clear", seed=studio.seed)
        else:
            area = located(picture, kind, studio)
            return emptied(picture, area if kind in PLACES_BY_NAME else whole(picture, area))
    return picture


def _described(picture: np.ndarray, change: Describe, studio: Studio) -> np.ndarray:
    """Another size or number of the subject, and colours among its traits; other traits are not in the pixels."""
    coloured = False
    for trait in change.traits:
        key, _, value = trait.partition(":")
        if key in PARTS and value.startswith("#"):
            area = located_colour(picture, change.kind, key, value, studio)
            picture, coloured = recolour(picture, area, rgb_of(value)), True
    if change.size is None and change.count is None:
        if not coloured:
            raise Unfound
        return picture
    area = located(picture, change.kind, studio)
    box = Box.of(area)
    cutout = cut_along(np.dstack([to_bytes(picture), to_bytes(area)]), cropped=True)
    ground = emptied(picture, area)
    count = min(change.count or 1, 12)
    tall = min(0.95, (box.bottom - box.top) * (change.size or 1.0) * (1.0 if count < 3 else 0.8))
    for number in range(count):
        x = box.x if count == 1 else 0.5 + (number - (count - 1) / 2) * 0.84 / count
        ground = place(ground, cutout, Spot(x, min(0.99, box.bottom + 0.02 * (number % 2)), tall))
    return ground


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
    subject = subject_of(picture)
    if not subject.is_told:
        raise Unfound
    box = Box.of(subject.area)
    share = min(1.0, max(0.35, (box.bottom - box.top) * 0.75, (box.right - box.left) * 1.1))
    high, wide = round(height * share), round(width * share)
    top = min(height - high, max(0, round((box.top - 0.05 * share) * height)))
    left = min(width - wide, max(0, round(box.x * width - wide / 2)))
    part = np.ascontiguousarray(picture[top : top + high, left : left + wide])
    return cv2.resize(part, (width, height), interpolation=cv2.INTER_CUBIC)
