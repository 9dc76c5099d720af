"""The painter's job entry: one picture of one job, from the canonical request to raw pixels."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import cv2
import numpy as np

from easel.core.image import Image, Size
from easel.core.job import Job, Role
from easel.core.result import Painted
from easel.engines.painter import styles
from easel.engines.painter.afterwards import Afterwards, Copies
from easel.engines.painter.language import asks_to_change, telling
from easel.engines.painter.language.edits import ChangeStyle
from easel.engines.painter.original import Original, is_painting_of, read_original
from easel.engines.painter.paint import Painting, paint
from easel.engines.painter.plan import STYLES, ScenePlan
from easel.engines.painter.references.asked import (
    CUT_OUT,
    Asked,
    asked_of,
    asks_for_room,
    asks_for_transparency,
    is_bare,
)
from easel.engines.painter.references.colour import carry_palette
from easel.engines.painter.references.edit import Edited, edit
from easel.engines.painter.references.extending import extended
from easel.engines.painter.references.frame import array_of, fit, image_of, opaque, to_bytes, to_float
from easel.engines.painter.references.mask import paste
from easel.engines.painter.references.studio import Studio, is_scene
from easel.engines.painter.references.subject import cut_along, subject_of
from easel.engines.painter.wishes import MOODS, mood_of, plan_of, quality_of, steps_of

#: How many unfinished pictures `paint` shows on its way: the backdrop, the ground, the things.
STAGES = 3
#: How much of a style reference's palette a picture takes on.
STYLE_REFERENCE_WEIGHT = 0.8
#: So many words that were not painted are told behind what was; the recipe has all of them.
NAMED = 12
#: As long may an instruction be that is told whole where none of it could be done.
WORDS_MAX = 200


class Painter:
    """Paints jobs in one child process. It keeps nothing between them."""

    def paint(self, job: Job, index: int, on_partial: Callable[[Image], None]) -> Painted:
        """Picture number `index` of `job`, whose size and seeds are fixed; calls `on_partial` as the job asks."""
        if job.size is None:
            msg = "a job has a size before it is painted"
            raise ValueError(msg)
        partials = Partials(job.partial_images, on_partial)
        original = _edited_original(job, index)
        if original is not None:
            return _paint_original(original, job, index, partials)
        plan = plan_of(job)
        easel = _Easel(job, job.size, job.seeds[index], plan, partials)
        edited = easel.picture()
        told, unpainted = _told(job, plan, edited.undone)
        return Painted(index, image_of(edited.pixels), easel.seed, told, unpainted, _details(plan, job))


def _told(job: Job, plan: ScenePlan, undone: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """What was painted, in words, and the words that were not; `undone` are those of an instruction."""
    changes = asked_of(job.prompt) if job.images(Role.INPUT) else ()
    if changes or undone:
        # An instruction is carried out as it stands; it is no scene that could be told again.
        undone = undone if len(undone) < len(changes) else (" ".join(job.prompt.split())[:WORDS_MAX],)
        return job.prompt + telling(undone, job.prompt), undone
    lit = plan.time or plan.weather or plan.season or plan.sky or plan.tint
    seen = is_scene(plan) or lit or plan.style != "none" or plan.mood != "neutral"
    if job.images(Role.INPUT) and job.prompt and not seen:
        return job.prompt + telling((job.prompt,), job.prompt), (job.prompt,)
    return (plan.title or job.prompt) + telling(plan.unpainted[:NAMED], plan.prompt), plan.unpainted


def _edited_original(job: Job, index: int) -> Original | None:
    """Where the job edits one of the painter's own pictures: what that was painted from, with this edit.

    Only the first picture of a job is exact; the others differ, as n pictures should.
    """
    inputs = [reference for reference in job.references if reference.role is Role.INPUT]
    if index or len(job.references) != 1 or not inputs or job.style is not None:
        return None
    original = read_original(inputs[0].recipe)
    if original is None or not asks_to_change(job.prompt, original.plan(inputs[0].image.size)):
        return None
    picture = opaque(array_of(inputs[0].image))
    if not is_painting_of(original, picture, lambda size: _paint_plan(original, size)):
        return None
    return original.edited(job.prompt)


def _paint_plan(original: Original, size: Size) -> np.ndarray:
    easel = _Easel(original.job(size), size, original.seed, original.plan(size), Partials(0, _nobody))
    return opaque(easel.picture().pixels)


def _paint_original(original: Original, job: Job, index: int, partials: "Partials") -> Painted:
    plan, settings = original.plan(job.size), replace(original.job(job.size), background=job.background)
    edited = _Easel(settings, job.size, original.seed, plan, partials).picture()
    pixels, undone = edited.pixels, original.undone(job.size)
    if edited.undone and not undone:
        # A retouch of something that is not to be seen.
        undone = (" ".join(job.prompt.split())[:WORDS_MAX],)
    details = {**_details(plan, job), "original": original.to_json()}
    told = (plan.title or job.prompt) + telling(undone, plan.prompt)
    return Painted(index, image_of(pixels), job.seeds[index], told, undone, details)


def _nobody(_: Image) -> None:
    """Nobody waits for unfinished pictures."""


def _details(plan: ScenePlan, job: Job) -> dict[str, object]:
    """What the recipe tells about the picture; JSON values."""
    return {
        "engine": "painter",
        "style": plan.style,
        "style_weight": plan.style_weight if plan.style in STYLES and plan.style != "none" else None,
        "mood": mood_of(job),
        "setting": plan.setting,
        "things": [thing.kind for thing in plan.things],
        "changes": _changes(job),
        "strength": job.strength if job.images(Role.INPUT) else None,
    }


def _changes(job: Job) -> list[str]:
    """The names of the changes that are asked of a picture that the job brings."""
    asked = asked_of(job.prompt) if job.images(Role.INPUT) else ()
    return [type(change).__name__ for one in asked for change in one.changes]


def _asks_for_background(words: str) -> bool:
    """Whether a further picture is meant as the new background."""
    return _SECOND_BEHIND.search(words.lower()) is not None


#: What says that a further picture is the place, and the first brings the subject.
_SECOND_BEHIND = re.compile(
    r"background|backdrop|背景|\b(?:in|into|onto|on)\b.{0,24}\b(?:second|other|2nd)\b|\b(?:in|into|onto|on)\b.{0,24}"
    r"\b(?:image|picture|photo) ?(?:2|two)\b|[到在进].{0,3}(?:第二张|图2|图二|图片2|另一张)"
)


class Partials:
    """Passes on as many unfinished pictures as were asked for, evenly chosen from the STAGES that come by."""

    def __init__(self, wanted: int, on_partial: Callable[[Image], None]):
        wanted = min(wanted, STAGES)
        self._chosen = {(2 * number + 1) * STAGES // (2 * wanted) for number in range(wanted)}
        self._on_partial = on_partial
        self._stage = 0

    def __call__(self, pixels: np.ndarray) -> None:
        """Take in the next unfinished picture, uint8 RGB."""
        if self._stage in self._chosen:
            self._on_partial(image_of(pixels))
        self._stage += 1


@dataclass(frozen=True, slots=True)
class _Easel:
    """One picture in the making."""

    job: Job
    size: Size
    seed: int
    plan: ScenePlan
    partials: Partials

    def picture(self) -> Edited:
        """The finished pixels: uint8 (H, W, 3), or 4 when the background is to be transparent."""
        undone: tuple[str, ...] = ()
        inputs, subjects = ([array_of(image) for image in self.job.images(role)] for role in (Role.INPUT, Role.SUBJECT))
        if inputs:
            pixels, undone = self._from_input(inputs[0], inputs[1:] + subjects)
        elif subjects:
            pixels = self._studio(show=True).with_subjects(subjects)
        else:
            pixels, undone = self._own()
        pixels = self._in_reference_style(pixels)
        if self._transparent and pixels.shape[2] == 3:
            return self._cut_out(pixels, undone)
        return Edited(pixels, undone)

    def _own(self) -> tuple[np.ndarray, tuple[str, ...]]:
        """The plan's picture after all that edits do to its pixels, and the names of what could not be done."""
        pixels = self._painting(self.plan, self.size, transparent=self._transparent, show=True).pixels
        if not self.plan.retouched:
            return pixels, ()
        things = partial(self._painting, self.plan, self.size, transparent=True)
        return Afterwards(pixels, self.plan, lambda copies: things(without=copies)).retouched()

    def _cut_out(self, pixels: np.ndarray, undone: tuple[str, ...]) -> Edited:
        """The subject without background, where one is told; a caller who asks by parameter gets the best guess."""
        subject = subject_of(to_float(pixels))
        if not subject.is_told and self.job.background != "transparent":
            return Edited(pixels, (*undone, self.job.prompt))
        return Edited(cut_along(np.dstack([pixels, to_bytes(subject.area)])), undone)

    @property
    def _transparent(self) -> bool:
        wished = bool(self.job.images(Role.INPUT)) and asks_for_transparency(self.job.prompt)
        return wished or CUT_OUT in self.plan.retouched or self.job.background == "transparent"

    def _painting(
        self, plan: ScenePlan, size: Size, *, transparent: bool = False, show: bool = False, without: Copies = ()
    ) -> Painting:
        return paint(
            plan,
            size,
            seed=self.seed,
            steps=steps_of(self.job),
            guidance_scale=self.job.guidance_scale,
            quality=quality_of(self.job),
            mood=mood_of(self.job),
            transparent=transparent,
            without=without,
            on_stage=self.partials if show else None,
        )

    def _studio(self, *, show: bool = False) -> Studio:
        def full_size(plan: ScenePlan, size: Size, *, transparent: bool = False) -> Painting:
            # Sketches and layers are no preview of the picture.
            return self._painting(plan, size, transparent=transparent, show=show and size == self.size)

        return Studio(plan=self.plan, size=self.size, seed=self.seed, paint=full_size)

    def _from_input(self, source: np.ndarray, others: list[np.ndarray]) -> tuple[np.ndarray, tuple[str, ...]]:
        """A picture that comes from the caller's, and the words of an instruction that could not be followed."""
        studio, undone, asked = self._studio(), (), asked_of(self.job.prompt)
        picture = (extended if asks_for_room(asked) else fit)(opaque(source), self.size)
        self.partials(picture)
        masks = [array_of(image) for image in self.job.images(Role.MASK)]
        if others and _asks_for_background(self.job.prompt):
            result = studio.on_background(source, others[0])
        elif others:
            result = studio.joined(picture, others)
        elif self._only_cut_out(asked):
            result = picture
        elif asked:
            masked = (fit(masks[0], self.size) >= 128).astype(np.float32) if masks else None
            edited = edit(picture, asked, studio=replace(studio, masked=masked))
            result, undone = self._in_asked_style(edited.pixels, asked), edited.undone
        elif masks:
            result = studio.filled(picture, masks[0])
        else:
            result = studio.repainted(picture, strength=self.job.strength)
        result = paste(picture, result, masks[0]) if masks else result
        self.partials(cv2.addWeighted(picture, 0.5, result, 0.5, 0))
        self.partials(result)
        return result, undone

    def _only_cut_out(self, asked: tuple[Asked, ...]) -> bool:
        """Whether nothing is to become of the picture but that its background goes."""
        changes = [change for one in asked for change in one.changes]
        said = asks_for_transparency(self.job.prompt) or not is_scene(replace(self.plan, setting=None))
        return self._transparent and said and all(map(is_bare, changes))

    def _in_asked_style(self, pixels: np.ndarray, asked: tuple[Asked, ...]) -> np.ndarray:
        """An edited picture in the style that was asked for beside the instruction, if one was."""
        beside = self.job.style is not None and self.job.style.name not in MOODS
        if (
            not beside
            or self.plan.style == "none"
            or any(isinstance(change, ChangeStyle) for one in asked for change in one.changes)
        ):
            return pixels
        weight = self.plan.style_weight
        return styles.apply(pixels, self.plan.style, weight=weight, seed=self.seed)

    def _in_reference_style(self, pixels: np.ndarray) -> np.ndarray:
        examples = self.job.images(Role.STYLE)
        if not examples:
            return pixels
        example = to_float(opaque(array_of(examples[0])))
        carried = to_bytes(carry_palette(to_float(pixels[..., :3]), example, weight=STYLE_REFERENCE_WEIGHT))
        return np.dstack([carried, pixels[..., 3:]]) if pixels.shape[2] == 4 else carried
