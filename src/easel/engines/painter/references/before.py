"""A foreign picture's subject before another background. Pictures are float RGB."""

import numpy as np

from easel.engines.painter.references.asked import Before
from easel.engines.painter.references.frame import over, to_bytes, to_float
from easel.engines.painter.references.locating import rgb_of
from easel.engines.painter.references.placing import Box, Spot, place
from easel.engines.painter.references.studio import Studio
from easel.engines.painter.references.subject import Unfound, cut_along, subject_of

#: The highest that feet may stand in a new scene, in shares of its height: above is no ground.
FOOT_MIN = 0.86
#: From this share of the height on a subject is cut off by the frame, and stays where it is.
CUT_OFF = 0.97


def before(picture: np.ndarray, asked: Before, studio: Studio) -> np.ndarray:
    """The picture's subject before what is asked for. Raises Unfound where no subject is told."""
    if studio.masked is not None:
        # Only the masked part is taken over.
        return _ground(picture, asked, studio)
    subject = subject_of(picture)
    if not subject.is_told:
        raise Unfound
    ground = _ground(picture, asked, studio)
    box = Box.of(subject.area)
    whole = np.dstack([to_bytes(picture), to_bytes(subject.area)])
    if asked.colour is not None:
        return over(ground, to_float(cut_along(whole)))
    foot = box.bottom if box.bottom > CUT_OFF else max(box.bottom, FOOT_MIN)
    return place(ground, cut_along(whole, cropped=True), Spot(box.x, foot, box.bottom - box.top))


def _ground(picture: np.ndarray, asked: Before, studio: Studio) -> np.ndarray:
    if asked.colour is not None:
        return np.full_like(picture, rgb_of(asked.colour))
    return to_float(studio.paint(asked.plan, studio.size).pixels)
