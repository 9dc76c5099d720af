"""The painter's own pictures, known again by their recipes: an edit of one is painted anew, exactly.

A recipe comes from whoever sends the picture. Nothing of it is trusted: words go through the same reading as any
prompt, numbers have the same ranges, and it counts only if painting it gives the picture that came with it.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import cv2
import numpy as np
import pydantic

from easel.core.image import Size
from easel.core.job import Job, Style
from easel.engines.painter import language
from easel.engines.painter.plan import ScenePlan
from easel.engines.painter.wishes import plan_of

#: The longest chain of edits that is followed; painting is the same work after any number of them.
INSTRUCTIONS_MAX = 64
#: Both pictures are compared at this width and height in pixels, so that JPEG's and WebP's losses average out.
COMPARED_PX = 64
#: Largest mean and single difference, of 255, at which they count as the same.
MEAN_MAX, SINGLE_MAX = 2.0, 32
#: The share of width and height in the lower right corner in which the visible label may lie.
LABEL_SHARE = (0.5, 0.2)


class _Fields(pydantic.BaseModel):
    """What a recipe must hold to be painted again."""

    model_config = pydantic.ConfigDict(strict=True, extra="ignore", allow_inf_nan=False)

    prompt: str = pydantic.Field(max_length=65_536)
    negative_prompt: str = pydantic.Field("", max_length=65_536)
    seed: int = pydantic.Field(ge=-(2**63), lt=2**64)
    steps: int = pydantic.Field(ge=1, le=1000)
    guidance_scale: float = pydantic.Field(ge=0, le=100)
    style: str | None = None
    style_weight: float | None = pydantic.Field(None, gt=0, le=1)
    quality: str = "standard"
    rewrite_prompt: bool = False
    instructions: list[str] = pydantic.Field(default_factory=list, max_length=INSTRUCTIONS_MAX)


@dataclass(frozen=True, slots=True)
class Original:
    """What a picture was painted from: a job without references, and the edits since."""

    fields: _Fields
    #: The visible label lies on the picture that came with the recipe.
    labelled: bool = field(default=False, compare=False)

    @property
    def seed(self) -> int:
        """The seed of the first painting; every edit keeps it."""
        return self.fields.seed

    def job(self, size: Size) -> Job:
        """The job that paints it at `size`."""
        known = self.fields
        style = None
        if known.style is not None:
            style = Style(known.style) if known.style_weight is None else Style(known.style, known.style_weight)
        return Job(
            model="", dialect="recipe", prompt=known.prompt, negative_prompt=known.negative_prompt, size=size,
            steps=known.steps, guidance_scale=known.guidance_scale, style=style, quality=known.quality,
            rewrite_prompt=known.rewrite_prompt, seed=known.seed, seeds=(known.seed,),
        )  # fmt: skip

    def plan(self, size: Size) -> ScenePlan:
        """The plan of the first words after all edits."""
        return language.carried_out(plan_of(self.job(size)), self.fields.instructions)

    def undone(self, size: Size) -> tuple[str, ...]:
        """The words of the last instruction that changed nothing."""
        *before, last = self.fields.instructions
        if language.speaks_of_before(last):
            return ()
        return language.undone(language.carried_out(plan_of(self.job(size)), before), last)

    def edited(self, instruction: str) -> "Original | None":
        """The same after one more edit; None where the chain would be too long."""
        if len(self.fields.instructions) >= INSTRUCTIONS_MAX:
            return None
        instructions = [*self.fields.instructions, instruction]
        return Original(self.fields.model_copy(update={"instructions": instructions}))

    def to_json(self) -> dict[str, Any]:
        """JSON values, for the recipe of the edited picture."""
        return self.fields.model_dump()


def read_original(recipe: str | None) -> Original | None:
    """What the recipe says its picture was painted from; None where it does not, or says it badly."""
    try:
        told = json.loads(recipe or "null")
        if told["engine"] != "painter":
            return None
        known = told["details"].get("original")
        if known is None and not told["references"]:
            known = told
        return Original(_Fields.model_validate(known), labelled=told.get("watermark") is True)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def is_painting_of(original: Original, picture: np.ndarray, paint: Callable[[Size], np.ndarray]) -> bool:
    """Does painting `original` give this picture (uint8 RGB)? False for a crop, a retouch, a forged recipe."""
    again = paint(Size(picture.shape[1], picture.shape[0]))
    one, other = (
        cv2.resize(pixels, (COMPARED_PX, COMPARED_PX), interpolation=cv2.INTER_AREA).astype(np.int16)
        for pixels in (picture, again)
    )
    difference = np.abs(one - other)
    if original.labelled:
        left, top = (round(COMPARED_PX * (1 - share)) for share in LABEL_SHARE)
        difference[top:, left:] = 0
    return bool(difference.mean() <= MEAN_MAX and difference.max() <= SINGLE_MAX)
