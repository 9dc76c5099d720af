"""The table of pipelines: what each class is given of a job, and what is reported as ignored."""

import pytest

from easel.core.errors import EngineFailed
from easel.core.job import Role, Style
from easel.engines.diffusers.arguments import FAMILIES, arguments, ignored, references


def called(pipeline, job, **options):
    """The class that a job leads to, and its arguments."""
    call = FAMILIES[pipeline].call(job)
    return call.pipeline, arguments(call, job, **options)


@pytest.mark.parametrize(
    ("pipeline", "text", "edit", "mask"),
    [
        ("FluxPipeline", "FluxPipeline", "FluxImg2ImgPipeline", "FluxInpaintPipeline"),
        ("FluxKontextPipeline", "FluxKontextPipeline", "FluxKontextPipeline", "FluxKontextInpaintPipeline"),
        ("Flux2KleinPipeline", "Flux2KleinPipeline", "Flux2KleinPipeline", "Flux2KleinPipeline"),
        ("QwenImagePipeline", "QwenImagePipeline", "QwenImageImg2ImgPipeline", "QwenImageInpaintPipeline"),
        ("ZImagePipeline", "ZImagePipeline", "ZImageImg2ImgPipeline", "ZImageInpaintPipeline"),
        (
            "StableDiffusionXLPipeline",
            "StableDiffusionXLPipeline",
            "StableDiffusionXLImg2ImgPipeline",
            "StableDiffusionXLInpaintPipeline",
        ),
        (
            "StableDiffusionPipeline",
            "StableDiffusionPipeline",
            "StableDiffusionImg2ImgPipeline",
            "StableDiffusionInpaintPipeline",
        ),
    ],
)
def test_the_references_choose_the_class(pipeline, text, edit, mask, job, refer, half_mask):
    """A prompt alone, a picture, and a picture with a mask lead to the classes for them."""
    picture = refer(Role.INPUT, 1)
    found = tuple(
        FAMILIES[pipeline].call(job(references=given)).pipeline for given in ((), (picture,), (picture, half_mask))
    )
    assert (text, edit, mask) == found


def test_weights_that_only_edit_need_a_picture(job):
    """A model for edits is not asked for a picture out of nothing."""
    family = FAMILIES["QwenImageEditPlusPipeline"]
    assert family.can(job()) is False
    with pytest.raises(EngineFailed, match="reference image is needed"):
        family.call(job())


def test_guidance_goes_under_each_class_own_name(job):
    """FLUX reads guidance_scale; Qwen-Image reads true_cfg_scale, and guides only if there is a negative prompt."""
    asked = job(guidance_scale=4.5)
    assert {"guidance_scale": 4.5} == {
        name: value for name, value in called("FluxPipeline", asked)[1].items() if "scale" in name
    }
    qwen = called("QwenImagePipeline", asked)[1]
    assert (4.5, " ") == (qwen["true_cfg_scale"], qwen["negative_prompt"])
    assert "guidance_scale" not in qwen


def test_a_negative_prompt_goes_where_it_has_weight(job):
    """It is passed on with guidance above 1, and named as ignored where the class, or the scale, leaves it out."""
    asked, unguided = job(negative_prompt="blur", guidance_scale=5.0), job(negative_prompt="blur", guidance_scale=0.0)
    sdxl, flux = FAMILIES["StableDiffusionXLPipeline"], FAMILIES["FluxPipeline"]
    assert "blur" == called("StableDiffusionXLPipeline", asked)[1]["negative_prompt"]
    assert "negative_prompt" not in called("StableDiffusionXLPipeline", unguided)[1]
    assert "negative_prompt" not in called("FluxPipeline", asked)[1]
    found = [
        "negative_prompt" in ignored(family.call(each), each)
        for family, each in ((sdxl, asked), (sdxl, unguided), (flux, asked))
    ]
    assert [False, True, True] == found


def test_strength_goes_with_a_starting_picture_only(job, refer):
    """Strength reaches image to image; text to image, and classes that edit by instruction, have no use for it."""
    start = job(strength=0.3, steps=10, references=(refer(Role.INPUT, 1),))
    assert 0.3 == called("FluxPipeline", start)[1]["strength"]
    for pipeline, each in (("FluxPipeline", job(strength=0.3)), ("FluxKontextPipeline", start)):
        assert "strength" not in called(pipeline, each)[1]
        assert "strength" in ignored(FAMILIES[pipeline].call(each), each)


def test_no_strength_is_one_step(job, refer):
    """Strength 0 still goes through one step of the schedule, for the classes refuse to take none."""
    strength = called("FluxPipeline", job(strength=0.0, steps=28, references=(refer(Role.INPUT, 1),)))[1]["strength"]
    assert 1 == int(strength * 28)


def test_several_references_keep_their_order(job, refer):
    """Input pictures come before subjects and styles, each kind in the caller's order."""
    given = tuple(
        refer(role, number, field=f"image[{number}]")
        for number, role in enumerate((Role.STYLE, Role.SUBJECT, Role.INPUT, Role.INPUT))
    )
    asked = job(references=given)
    call = FAMILIES["QwenImageEditPlusPipeline"].call(asked)
    assert ["image[2]", "image[3]", "image[1]", "image[0]"] == [each.field for each in references(call, asked)]
    assert () == tuple(name for name in ignored(call, asked) if name.startswith("image"))


def test_references_without_use_are_named(job, refer, half_mask):
    """A class that starts from one picture names the others, and a mask that it cannot use, by their wire fields."""
    first, second = refer(Role.INPUT, 1, field="image[0]"), refer(Role.INPUT, 2, field="image[1]")
    asked = job(references=(first, second))
    assert ("image[1]",) == tuple(
        name for name in ignored(FAMILIES["FluxPipeline"].call(asked), asked) if "image" in name
    )
    masked = job(references=(first, half_mask))
    assert "mask" in ignored(FAMILIES["Flux2KleinPipeline"].call(masked), masked)


def test_wishes_that_no_pipeline_knows_are_named(job):
    """Style, quality, a transparent background and rewriting of the prompt are reported, not faked."""
    asked = job(style=Style("watercolor"), quality="hd", background="transparent", rewrite_prompt=True)
    found = set(ignored(FAMILIES["ZImagePipeline"].call(asked), asked))
    assert {"style", "quality", "background", "rewrite_prompt", "strength"} == found


def test_distilled_weights_are_given_no_guidance(job):
    """A checkpoint that reads no scale is given none, and the wish for one is named."""
    asked = job()
    call = FAMILIES["Flux2KleinPipeline"].call(asked)
    assert "guidance_scale" not in arguments(call, asked, guided=False)
    assert "guidance_scale" in ignored(call, asked, guided=False)
