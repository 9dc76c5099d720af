"""Retouching of finished pixels: tone, sharpness, a blurred background, crops and turns. Pictures are float RGB."""

from collections.abc import Callable

import cv2
import numpy as np

from easel.core.image import Size
from easel.engines.painter.plan import Retouch
from easel.engines.painter.references.extending import extended
from easel.engines.painter.references.frame import to_bytes, to_float
from easel.engines.painter.references.mood import in_mood
from easel.engines.painter.references.placing import Box
from easel.engines.painter.references.subject import Unfound
from easel.engines.painter.styles.tone import blur, contrast, luminance, mix, saturate

#: Where things of a kind are, (H, W) in [0, 1]; `subject` is whatever the picture is of. Raises Unfound.
Find = Callable[[str], np.ndarray]
#: The room around what a picture is cropped to, and the smallest share of it that is left, both of its sides.
MARGIN, CROPPED_MIN = 0.08, 0.15
#: What else a row of something that is cut off may have, as a share.
CUT = 0.5

#: What moves things in the frame.
GEOMETRIC = frozenset({"crop", "crop_off", "mirror", "upside_down", "turn_right", "turn_left", "half_turn"})


def retouched(picture: np.ndarray, retouch: Retouch, find: Find) -> np.ndarray:
    """The picture after one retouch, of the same shape. Raises Unfound where what it is about is not told."""
    match retouch:
        case Retouch("blur_background"):
            return _background_blurred(picture, find("subject"))
        case Retouch("drained", kinds):
            return mix(_grey(picture), picture, np.maximum.reduce([find(kind) for kind in kinds]))
        case Retouch("crop", kinds):
            areas = [find(kind) for kind in kinds or ("subject",)]
            return _cropped(picture, Box.of(np.maximum.reduce(areas)))
        case Retouch("crop_off", kinds):
            return _cut_off(picture, np.maximum.reduce([find(kind) for kind in kinds]))
        case Retouch(name):
            return RETOUCHES[name](picture)


def _background_blurred(picture: np.ndarray, area: np.ndarray) -> np.ndarray:
    """As with a wide aperture; the subject's colours do not run into it."""
    reach, behind = 0.012 * min(picture.shape[:2]), 1 - area
    weight = np.maximum(blur(behind, reach), 1e-3)
    far = blur(picture * behind[..., None], reach) / weight[..., None]
    return mix(far, picture, area)


def _grey(picture: np.ndarray) -> np.ndarray:
    return cv2.cvtColor(luminance(picture), cv2.COLOR_GRAY2RGB)


def _cropped(picture: np.ndarray, box: Box) -> np.ndarray:
    """The box with room around it, widened to the picture's proportions, filling the frame."""
    share = max(box.right - box.left, box.bottom - box.top) + 2 * MARGIN
    share = min(1.0, max(CROPPED_MIN, share))
    left = min(max(0.0, box.x - share / 2), 1 - share)
    top = min(max(0.0, (box.top + box.bottom - share) / 2), 1 - share)
    return _part(picture, left, top, share)


def _cut_off(picture: np.ndarray, area: np.ndarray) -> np.ndarray:
    """What is left when the side of the frame that `area` lies at is cut off, filling the frame."""
    keeps = {}
    for axis, (before, behind) in ((1, ("top", "bottom")), (0, ("left", "right"))):
        held = np.flatnonzero(area.mean(axis) > CUT * float(area.mean(axis).max()))
        first, last = held[0] / area.shape[1 - axis], (held[-1] + 1) / area.shape[1 - axis]
        keeps[before], keeps[behind] = 1 - last, first
    side = max(keeps, key=keeps.__getitem__)
    share = keeps[side]
    if share < CROPPED_MIN or share > 0.99:
        raise Unfound
    start = 1 - share
    # Cut at one side, it is narrower, too: proportions stay.
    left = {"left": start, "right": 0.0}.get(side, start / 2)
    return _part(picture, left, {"top": start, "bottom": 0.0}.get(side, start / 2), share)


def _part(picture: np.ndarray, left: float, top: float, share: float) -> np.ndarray:
    height, width = picture.shape[:2]
    high, wide = max(1, round(height * share)), max(1, round(width * share))
    x, y = min(round(left * width), width - wide), min(round(top * height), height - high)
    part = np.ascontiguousarray(picture[y : y + high, x : x + wide])
    return cv2.resize(part, (width, height), interpolation=cv2.INTER_CUBIC)


def _turned(quarters: int) -> Callable[[np.ndarray], np.ndarray]:
    """A turn by quarters against the clock; the whole picture stays in the frame."""

    def turn(picture: np.ndarray) -> np.ndarray:
        height, width = picture.shape[:2]
        turned = np.ascontiguousarray(np.rot90(picture, quarters))
        return turned if turned.shape == picture.shape else to_float(extended(to_bytes(turned), Size(width, height)))

    return turn


def _sharper(picture: np.ndarray) -> np.ndarray:
    return picture + 0.7 * (picture - blur(picture, max(0.8, 0.0014 * max(picture.shape[:2]))))


def _clearer(picture: np.ndarray) -> np.ndarray:
    return contrast(_sharper(picture), 1.06)


def _power(exponent: float) -> Callable[[np.ndarray], np.ndarray]:
    return lambda picture: np.power(np.clip(picture, 0, 1), np.float32(exponent))


#: What is done by the names of those that are the same for every picture.
RETOUCHES: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "sharper": _sharper,
    "clearer": _clearer,
    "more_contrast": lambda picture: contrast(picture, 1.25),
    "less_contrast": lambda picture: contrast(picture, 0.8),
    "more_colour": lambda picture: saturate(picture, 1.35),
    "less_colour": lambda picture: saturate(picture, 0.6),
    "warmer": lambda picture: in_mood(picture, "warm"),
    "cooler": lambda picture: in_mood(picture, "cold"),
    "lighter": _power(0.75),
    "darker": _power(1.35),
    # Done when the picture is put into its frame, and when it is finished.
    "zoom_out": np.copy,
    "cut_out": np.copy,
    "mirror": lambda picture: np.ascontiguousarray(picture[:, ::-1]),
    "upside_down": lambda picture: np.ascontiguousarray(picture[::-1]),
    "turn_right": _turned(-1),
    "turn_left": _turned(1),
    "half_turn": _turned(2),
}
