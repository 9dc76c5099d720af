"""The centaur: a horse with the upper half of a man where its neck would be."""

from dataclasses import replace

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import rgb
from easel.engines.painter.sprites.builds import BUILDS
from easel.engines.painter.sprites.figure import BODIES
from easel.engines.painter.sprites.people import draw_person
from easel.engines.painter.sprites.quadrupeds import draw_body
from easel.engines.painter.sprites.sprite import Look, Sprite

#: Where the hips are and how large the man is, in the frame of the horse, and what brings the whole to one unit.
_WAIST, _MAN, _FIT = (0.275, -0.66), 1.06, 0.82
#: How far the horse is moved back to make room for the bow.
_ASIDE = -0.06
_HORSE = replace(
    BUILDS["horse"],
    trunk="-.43,-.55 -.41,-.64 -.26,-.665 -.02,-.635 .09,-.645 .16,-.68 .19,-.745! .28,-.72 .362,-.745! .385,-.67"
    " .375,-.56 .28,-.43 .02,-.40 -.22,-.44 -.38,-.44",
    tuft=rgb("#3a2416"),
)
_BODY = BODIES["man"]
#: What of the man is seen, in his own frame, the hips at the origin: no legs, but the hands that hang beside them.
_UPPER = b.outline("-1.2,-1.2 1.2,-1.2 1.2,.4 .138,.4 .138,-.035 -.138,-.035 -.138,.4 -1.2,.4", smooth=False)
#: Poses of the legs: the man above them has his own.
_ON_THE_MOVE = frozenset({"walking", "running", "jumping", "playing"})
#: What he wears and does where the words leave it open.
_USUAL = {"garment": "tunic", "garment_colour": "#5d7f5a", "hair": "long", "beard": "short", "pose": "archery"}


def _centaur(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """The horse from the side; the man draws his bow unless he does something else."""
    pose = look.traits.get("pose")
    still = pose in (None, "standing") or pose in _ON_THE_MOVE
    above = _USUAL | dict(look.traits) | ({"pose": "archery"} if still else {})
    above.pop("season", None)

    def man() -> None:
        with b.placed(c, _WAIST, scale=_MAN):
            c.clipPath(_UPPER, True)
            with b.placed(c, (0.0, -_BODY.hip_y)):
                draw_person(c, rng, Look(traits=above, detail=look.detail), "man")

    with b.placed(c, (_ASIDE, 0.0), scale=_FIT):
        draw_body(c, rng, look, _HORSE, man)


def _at(x: float, y: float) -> tuple[float, float]:
    """A point of the man, given from his hips, in the frame of the sprite."""
    return _ASIDE + (_WAIST[0] + x * _MAN) * _FIT, (_WAIST[1] + y * _MAN) * _FIT


SPRITES = (
    Sprite(name="centaur", draw=_centaur, height=0.5, width=1.3, group="person",
           attach={"head": _at(0.0, -0.48), "top": (-0.1, -0.56), "face": _at(0.0, _BODY.head_y - _BODY.hip_y),
                   "hand": _at(0.1, -0.12), "hand2": _at(-0.14, 0.06), "seat": (-0.09, -0.56), "hips": (-0.09, -0.56)}),
)  # fmt: skip
