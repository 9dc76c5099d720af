"""The painter's job entry: one picture of one job, from the canonical request to raw pixels."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import cv2
import numpy as np

from easel.core.image import Image, Size
from easel.core.job import Job, Role
from easel.core.result import Painted
from easel.engines.painter import styles
from easel.engines.painter.language import Change, asks_to_change, telling
from easel.engines.painter.language.edits import ChangeStyle
from easel.engines.painter.original import Original, is_painting_of, read_original
from easel.engines.painter.paint import Painting, paint
from easel.engines.painter.plan import STYLES, ScenePlan
from easel.engines.painter.references.colour import carry_palette
from easel.engines.painter.references.edit import edit, is_done
from easel.engines.painter.references.frame import array_of, fit, image_of, opaque, to_bytes, to_float
from easel.engines.painter.references.mask import paste
from easel.engines.painter.references.studio import Studio, is_scene
from easel.engines.painter.references.subject import subject_area
from easel.engines.painter.wishes import MOODS, changes_of, mood_of, plan_of, quality_of, steps_of

#: How many unfinished pictures `paint` shows on its way: the backdrop, the ground, the things.
STAGES = 3
#: How much of a style reference's palette a picture takes on.
STYLE_REFERENCE_WEIGHT = 0.8
#: So many words that were not painted are told behind what was; the recipe has all of them.
NAMED = 12


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
        pixels = easel.picture()
        told, unpainted = _told(job, plan)
        return Painted(index, image_of(pixels), easel.seed, told, unpainted, _details(plan, job))


def _told(job: Job, plan: ScenePlan) -> tuple[str, tuple[str, ...]]:
    """What was painted, in words, and the words that were not."""
    changes = changes_of(job) if job.images(Role.INPUT) else ()
    if is_done(changes):
        # An instruction is carried out as it stands; it is no scene that could be told again.
        return job.prompt, ()
    lit = plan.time or plan.weather or plan.season or plan.sky or plan.tint
    seen = is_scene(plan) or lit or plan.style != "none" or plan.mood != "neutral"
    if job.images(Role.INPUT) and job.prompt and (changes or not seen):
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
    return _Easel(original.job(size), size, original.seed, original.plan(size), Partials(0, _nobody)).picture()


def _paint_original(original: Original, job: Job, index: int, partials: "Partials") -> Painted:
    plan, settings = original.plan(job.size), replace(original.job(job.size), background=job.background)
    pixels = _Easel(settings, job.size, original.seed, plan, partials).picture()
    details = {**_details(plan, job), "original": original.to_json()}
    undone = original.undone(job.size)
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
        "changes": [type(change).__name__ for change in changes_of(job)] if job.images(Role.INPUT) else [],
        "strength": job.strength if job.images(Role.INPUT) else None,
    }


def _asks_for_background(words: str) -> bool:
    """Whether a further picture is meant as the new background."""
    return any(word in words.lower() for word in ("background", "backdrop", "背景"))


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

    def picture(self) -> np.ndarray:
        """The finished pixels: uint8 (H, W, 3), or 4 when the background is to be transparent."""
        inputs, subjects = ([array_of(image) for image in self.job.images(role)] for role in (Role.INPUT, Role.SUBJECT))
        if inputs:
            pixels = self._from_input(inputs[0], inputs[1:] + subjects)
        elif subjects:
            pixels = self._studio(show=True).with_subjects(subjects)
        else:
            pixels = self._painting(self.plan, self.size, transparent=self._transparent, show=True).pixels
        pixels = self._in_reference_style(pixels)
        if self._transparent and pixels.shape[2] == 3:
            pixels = np.dstack([pixels, to_bytes(subject_area(to_float(pixels)))])
        return pixels

    @property
    def _transparent(self) -> bool:
        return self.job.background == "transparent"

    def _painting(self, plan: ScenePlan, size: Size, *, transparent: bool = False, show: bool = False) -> Painting:
        return paint(
            plan,
            size,
            seed=self.seed,
            steps=steps_of(self.job),
            guidance_scale=self.job.guidance_scale,
            quality=quality_of(self.job),
            mood=mood_of(self.job),
            transparent=transparent,
            on_stage=self.partials if show else None,
        )

    def _studio(self, *, show: bool = False) -> Studio:
        def full_size(plan: ScenePlan, size: Size, *, transparent: bool = False) -> Painting:
            # Sketches and layers are no preview of the picture.
            return self._painting(plan, size, transparent=transparent, show=show and size == self.size)

        return Studio(plan=self.plan, size=self.size, seed=self.seed, paint=full_size)

    def _from_input(self, source: np.ndarray, others: list[np.ndarray]) -> np.ndarray:
        studio = self._studio()
        picture = fit(opaque(source), self.size)
        self.partials(picture)
        masks = [array_of(image) for image in self.job.images(Role.MASK)]
        changes = changes_of(self.job)
        if others and _asks_for_background(self.job.prompt):
            result = studio.on_background(source, others[0])
        elif others:
            result = studio.joined(picture, others)
        elif changes:
            result = self._in_asked_style(edit(picture, changes, studio=studio), changes)
        elif masks:
            result = studio.filled(picture, masks[0])
        else:
            result = studio.repainted(picture, strength=self.job.strength)
        result = paste(picture, result, masks[0]) if masks else result
        self.partials(cv2.addWeighted(picture, 0.5, result, 0.5, 0))
        self.partials(result)
        return result

    def _in_asked_style(self, pixels: np.ndarray, changes: tuple[Change, ...]) -> np.ndarray:
        """An edited picture in the style that was asked for beside the instruction, if one was."""
        beside = self.job.style is not None and self.job.style.name not in MOODS
        if not beside or self.plan.style == "none" or any(isinstance(change, ChangeStyle) for change in changes):
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
