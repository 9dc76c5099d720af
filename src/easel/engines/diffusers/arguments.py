"""The table: what each pipeline class honours of a Job, and under which names. Needs neither torch nor diffusers.

A field that a class has no use for is named by `ignored`; nothing is passed on that would have no effect.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from easel.core.errors import EngineFailed
from easel.core.job import Job, Reference, Role

#: The roles of reference pictures in the order in which a pipeline with several references sees them.
REFERENCES = (Role.INPUT, Role.SUBJECT, Role.STYLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One pipeline class and how it is called.

    `guidance` is the argument that takes the guidance scale. `negative` says what becomes of a negative prompt: `none`
    (there is no use for it), `optional`, or `needed` (without one, even a blank one, guidance is off).
    `pictures` says what references are: `none`, `start` (one, to begin from), `list` (each on its own) or `row`
    (side by side in one picture, as the class takes only one).
    """

    pipeline: str
    guidance: str = "guidance_scale"
    #: What tells whether a checkpoint reads it: `guidance_embeds` of the transformer or `not is_distilled`; or all do.
    guided_if: str = ""
    negative: str = "none"
    #: Guidance, and with it the negative prompt, has an effect above this scale.
    unguided: float = 1.0
    pictures: str = "none"
    strength: bool = False
    mask: bool = False
    #: Both sides are multiples of this many latents of the VAE (a transformer reads patches of 2 x 2).
    patch: int = 2
    #: Arguments that are always the same, such as the longest prompt in tokens.
    fixed: Mapping[str, Any] = field(default_factory=dict)
    #: The class scales every size to one area, unless it is told the area.
    area: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """The classes that share one repository's weights: for a prompt alone, with pictures, and with a mask."""

    text: Call | None = None
    pictures: Call | None = None
    mask: Call | None = None

    def call(self, job: Job) -> Call:
        """The class for a job; raises EngineFailed when the model can do nothing without pictures."""
        roles = {reference.role for reference in job.references}
        if self.mask is not None and roles >= {Role.INPUT, Role.MASK}:
            return self.mask
        chosen = self.pictures if self.pictures is not None and roles & set(REFERENCES) else self.text
        if chosen is None:
            msg = "The model's weights can only edit: a reference image is needed."
            raise EngineFailed(msg)
        return chosen

    def can(self, job: Job) -> bool:
        """Is there a class for a job, and does it see the job's input picture if there is one?"""
        roles = {reference.role for reference in job.references}
        if self.text is None and not roles & set(REFERENCES):
            return False
        return self.pictures is not None or Role.INPUT not in roles


LONGEST = {"max_sequence_length": 512}
FLUX = {"guided_if": "guidance_embeds", "fixed": LONGEST}
KLEIN = {"guided_if": "not is_distilled", "fixed": LONGEST}
QWEN = {"guidance": "true_cfg_scale", "negative": "needed", "fixed": {"max_sequence_length": 1024}}
Z_IMAGE = {"negative": "optional", "unguided": 0.0, "fixed": LONGEST}
UNET = {"negative": "optional", "patch": 1}
START = {"pictures": "start", "strength": True}
REPAINT = {**START, "mask": True}

#: By the class that model_index.json names.
FAMILIES: Mapping[str, Family] = {
    "FluxPipeline": Family(
        text=Call(pipeline="FluxPipeline", **FLUX),
        pictures=Call(pipeline="FluxImg2ImgPipeline", **FLUX, **START),
        mask=Call(pipeline="FluxInpaintPipeline", **FLUX, **REPAINT),
    ),
    "FluxKontextPipeline": Family(
        text=Call(pipeline="FluxKontextPipeline", area=True, **FLUX),
        pictures=Call(pipeline="FluxKontextPipeline", pictures="row", area=True, **FLUX),
        mask=Call(
            pipeline="FluxKontextInpaintPipeline",
            area=True,
            # It would repaint at a size of its own choice.
            **{**FLUX, "fixed": {**LONGEST, "_auto_resize": False}},
            **REPAINT,
        ),
    ),
    "Flux2KleinPipeline": Family(
        text=Call(pipeline="Flux2KleinPipeline", **KLEIN),
        pictures=Call(pipeline="Flux2KleinPipeline", pictures="list", **KLEIN),
    ),
    "Flux2Pipeline": Family(
        text=Call(pipeline="Flux2Pipeline", **FLUX),
        pictures=Call(pipeline="Flux2Pipeline", pictures="list", **FLUX),
    ),
    "QwenImagePipeline": Family(
        text=Call(pipeline="QwenImagePipeline", **QWEN),
        pictures=Call(pipeline="QwenImageImg2ImgPipeline", **QWEN, **START),
        mask=Call(pipeline="QwenImageInpaintPipeline", **QWEN, **REPAINT),
    ),
    "QwenImageEditPipeline": Family(
        pictures=Call(pipeline="QwenImageEditPipeline", pictures="row", **QWEN),
    ),
    "QwenImageEditPlusPipeline": Family(
        pictures=Call(pipeline="QwenImageEditPlusPipeline", pictures="list", **QWEN),
    ),
    "Step1XEditPipeline": Family(
        pictures=Call(pipeline="Step1XEditPipeline", pictures="start", guidance="true_cfg_scale", negative="optional"),
    ),
    "ZImagePipeline": Family(
        text=Call(pipeline="ZImagePipeline", **Z_IMAGE),
        pictures=Call(pipeline="ZImageImg2ImgPipeline", **Z_IMAGE, **START),
        mask=Call(pipeline="ZImageInpaintPipeline", **Z_IMAGE, **REPAINT),
    ),
    "StableDiffusionXLPipeline": Family(
        text=Call(pipeline="StableDiffusionXLPipeline", **UNET),
        pictures=Call(pipeline="StableDiffusionXLImg2ImgPipeline", **UNET, **START),
        mask=Call(pipeline="StableDiffusionXLInpaintPipeline", **UNET, **REPAINT),
    ),
    "StableDiffusionPipeline": Family(
        text=Call(pipeline="StableDiffusionPipeline", **UNET),
        pictures=Call(pipeline="StableDiffusionImg2ImgPipeline", **UNET, **START),
        mask=Call(pipeline="StableDiffusionInpaintPipeline", **UNET, **REPAINT),
    ),
}


def family(pipeline: str) -> Family:
    """The family of a repository's class; raises EngineFailed for a class that this table does not know."""
    if pipeline not in FAMILIES:
        msg = f"The class {pipeline[:80]} is not served."
        raise EngineFailed(msg)
    return FAMILIES[pipeline]


def arguments(call: Call, job: Job, *, guided: bool = True) -> dict[str, Any]:
    """What the class is called with for one picture of a job, but for pictures, sizes and noise.

    `guided`: does this checkpoint read a guidance scale at all?
    """
    values: dict[str, Any] = {"prompt": job.prompt, "num_inference_steps": job.steps, **call.fixed}
    if guided:
        values[call.guidance] = job.guidance_scale
    if call.negative == "needed":
        values["negative_prompt"] = job.negative_prompt or " "
    elif call.negative == "optional" and _reads_negative(call, job):
        values["negative_prompt"] = job.negative_prompt
    if call.strength:
        # A picture that is not to be changed at all still has to go through one step.
        values["strength"] = min(1.0, max(job.strength, (1 + 1e-6) / job.steps))
    return values


def ignored(call: Call, job: Job, *, guided: bool = True) -> tuple[str, ...]:
    """The names of what the class has no use for: fields of a Job, and the wire fields of reference images."""
    useless = {
        "negative_prompt": job.negative_prompt and (call.negative == "none" or not _reads_negative(call, job)),
        "guidance_scale": not guided,
        "strength": not call.strength,
        "style": job.style,
        "quality": job.quality != "standard",
        "background": job.background == "transparent",
        "rewrite_prompt": job.rewrite_prompt,
    }
    names = [name for name, is_so in useless.items() if is_so]
    used = references(call, job)
    return (*names, *(r.field for r in job.references if not any(r is each for each in used)))


def references(call: Call, job: Job) -> tuple[Reference, ...]:
    """The reference images that the class sees, in its order; the mask last."""
    ordered = [r for role in REFERENCES for r in job.references if r.role is role]
    masks = [r for r in job.references if r.role is Role.MASK][:1]
    if call.pictures == "none":
        return ()
    if call.pictures == "start":
        return (*ordered[:1], *(masks if call.mask else ()))
    return tuple(ordered)


def _reads_negative(call: Call, job: Job) -> bool:
    # Without guidance the negative prompt has no weight, and the pipelines leave it out.
    return bool(job.negative_prompt) and job.guidance_scale > call.unguided
