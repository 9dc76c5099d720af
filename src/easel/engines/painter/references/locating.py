"""Where what an instruction names is in a foreign picture; what is not told there is not found."""

import re

import cv2
import numpy as np

from easel.engines.painter.plan import ScenePlan
from easel.engines.painter.references.areas import (
    BACKGROUND,
    CLOTHES,
    GROUND,
    HAIR,
    SKY,
    WATER,
    area_of,
    coloured_area,
)
from easel.engines.painter.references.cutting import main_parts, without_holes
from easel.engines.painter.references.shape import likeness
from easel.engines.painter.references.studio import Studio
from easel.engines.painter.references.subject import Unfound, head_in, remove, subject_of
from easel.engines.painter.styles.tone import hex_colour

RGB = tuple[float, float, float]
#: Words for areas; any other word means the subject.
PLACES_BY_NAME = SKY | GROUND | WATER | BACKGROUND
#: Where a recoloured part is looked for.
PARTS = {"garment_colour": "clothes", "hair_colour": "hair", "hair": "hair", "garment": "clothes"}
#: The least share of the picture that a named area has.
LEAST = 0.01
#: How much of the outline of the painter's drawing of its kind a subject must have, at least, to be taken for it.
LIKE = 0.4
#: The least product of how much it looks like it and how clearly it is told: two animals and a path may be told as one.
LIKE_AND_CLEAR = 0.36
#: The same for what is worn, and so hardly ever a picture's subject.
WORN, LIKE_WORN = frozenset({"hat", "crown", "umbrella", "mask"}), 0.6
_SIDE = re.compile(r"\b(?:left|right)\b(?= (?:side|one|person|man|woman|hand|of the)|\W*$)|[左右](?=[边侧])")
#: The least of hair: in squares of the face's height, and in shares of whoever is seen from afar.
HAIR_LEAST, HAIR_LEAST_AFAR = 0.2, 0.03
#: The largest share of the picture that is filled from the rest.
HOLE_MAX = 0.45
#: How far below what is told, in shares of its height, its feet and its shadow may be.
FOOT = 0.16
#: How much wider it is than what is told, in square roots of the area: stems and whiskers are there.
RIM = 0.13
#: Side in pixels at which outlines are compared.
COMPARED_SIDE = 128


def located(picture: np.ndarray, kind: str, studio: Studio) -> np.ndarray:
    """Where things of `kind` are, (H, W) in [0, 1]: the mask, a named area, or what stands out if it may be one.

    Raises Unfound where nothing stands out clearly, or what does looks like nothing of the kind.
    """
    if studio.masked is not None:
        return studio.masked
    if kind in PLACES_BY_NAME:
        area = area_of(picture, kind)
        if float(area.mean()) < LEAST:
            raise Unfound
        return area
    shape = studio.silhouette(kind)
    subject = subject_of(picture, None if _are_several(studio.plan, kind) else shape)
    like = 1.0 if shape is None else _likeness(subject.area, shape)
    # The less it looks like it, the clearer it must stand out.
    alike = like >= (LIKE_WORN if kind in WORN else LIKE) and like * min(1.0, subject.clear) >= LIKE_AND_CLEAR
    if not (subject.is_told and alike and _is_at(subject.area, studio.plan.prompt.lower())):
        raise Unfound
    return subject.area


def _is_at(area: np.ndarray, words: str) -> bool:
    """Whether an area is at the side of the picture that the words name, if they name one."""
    side = _SIDE.search(words)
    x = float((area.sum(0) * np.linspace(0, 1, area.shape[1])).sum() / max(float(area.sum()), 1e-6))
    return side is None or (x < 0.5) == (side[0] in ("left", "左"))


def _likeness(area: np.ndarray, shape: np.ndarray) -> float:
    """Of the whole area, or of its largest part: there may be several of the kind."""
    small = _small(area)
    return max(likeness(part, shape) for part in (small, main_parts(small, least=1.0)))


def _small(area: np.ndarray) -> np.ndarray:
    factor = COMPARED_SIDE / max(area.shape)
    size = (max(8, round(area.shape[1] * factor)), max(8, round(area.shape[0] * factor)))
    return (cv2.resize(area, size, interpolation=cv2.INTER_AREA) > 0.5).astype(np.uint8)


def located_colour(picture: np.ndarray, kind: str, part: str, new: str, studio: Studio) -> np.ndarray:
    """Where things of `kind`, or their part, have the colour that is to become `new`. Raises Unfound."""
    if studio.masked is not None:
        return coloured_area(picture, studio.masked)
    if part in PARTS or kind in CLOTHES | HAIR:
        if not subject_of(picture).is_told:
            raise Unfound
        word = PARTS.get(part, kind)
        area = area_of(picture, word)
        if word in HAIR and not _may_be_hair(picture, area):
            raise Unfound
        return area
    now = _colour_now(studio.plan, kind, new)
    if now is not None:
        area = area_of(picture, kind, colour=now, shape=studio.silhouette(kind))
        if float(area.mean()) < LEAST / 5:
            raise Unfound
        return area
    area = located(picture, kind, studio)
    if kind in PLACES_BY_NAME:
        return area
    return coloured_area(picture, area, several=_are_several(studio.plan, kind))


def _may_be_hair(picture: np.ndarray, area: np.ndarray) -> bool:
    """Whether an area is large enough for hair: a few locks, or lashes of its colour, are not what is meant."""
    head, subject = head_in(picture), subject_of(picture).area
    if head is None:
        return float(area.sum()) > HAIR_LEAST_AFAR * float(subject.sum())
    return float(area.sum()) > HAIR_LEAST * (head.tall * picture.shape[0]) ** 2


def _colour_now(plan: ScenePlan, kind: str, new: str) -> RGB | None:
    """`the red car` in `turn the red car blue`: the instruction read as a scene has a red car in it."""
    colours = (thing.colour for thing in plan.things if thing.kind == kind)
    return next((rgb_of(colour) for colour in colours if colour and colour != new), None)


def _are_several(plan: ScenePlan, kind: str) -> bool:
    return any(thing.kind == kind and thing.count > 1 for thing in plan.things)


def rgb_of(colour: str) -> RGB:
    """A `#rrggbb` colour as three numbers in [0, 1]."""
    red, green, blue = (float(part) for part in hex_colour(colour))
    return red, green, blue


def emptied(picture: np.ndarray, area: np.ndarray) -> np.ndarray:
    """The picture without what is in `area`, all that it may have hidden and its shadow at the foot included.

    Raises Unfound where too little is left to fill it from.
    """
    hole = _with_foot(area)
    if float(hole.mean()) > HOLE_MAX:
        raise Unfound
    return remove(picture, hole)


def _with_foot(area: np.ndarray) -> np.ndarray:
    """An area, what it encloses and its rim, let down by a share of its height: wheels, paws and shadows are there."""
    found = (area > 0.5).astype(np.uint8)
    rows = np.flatnonzero(found.any(1))
    if not len(rows):
        return area
    rim = round(RIM * float(np.sqrt(found.sum()))) | 1
    found = without_holes(cv2.dilate(found, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (rim, rim))))
    # Wheel arches and the room between legs are below the middle.
    middle = int(rows.mean())
    lower = np.argwhere(found[middle:])[:, ::-1] + np.array([0, middle])
    cv2.fillConvexPoly(found, cv2.convexHull(lower.astype(np.int32)), 1)
    down = round(FOOT * int(rows[-1] - rows[0]))
    # A kernel whose anchor is its lower end reaches down only.
    found = cv2.dilate(found, np.ones((down + 1, 1), np.uint8), anchor=(0, down))
    return np.maximum(area, found.astype(np.float32))
