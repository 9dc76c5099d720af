"""The real pipeline classes, small and with random weights: what comes out is what the bare class gives."""

import importlib

import numpy as np
import pytest
from PIL import Image as Pillow

from easel.core.image import Size
from easel.core.job import Role
from easel.engines.diffusers.pixels import pillow

pytestmark = pytest.mark.filterwarnings("ignore")

#: A batch computes its matrices in another order than a single picture does: so many levels of 255 are allowed.
TOLERANCE = 2
SIZE = {"width": 64, "height": 64, "num_inference_steps": 2}
TEXT = {
    "flux": {"guidance_scale": 2.5, **SIZE},
    "kontext": {"guidance_scale": 2.5, **SIZE, "max_area": 64 * 64},
    "qwen-image": {"true_cfg_scale": 2.5, "negative_prompt": " ", **SIZE},
    "sdxl": {"guidance_scale": 2.5, **SIZE},
    "sd-turbo": {"guidance_scale": 2.5, **SIZE},
    "klein": SIZE,
    "flux2": {"guidance_scale": 2.5, **SIZE},
    "z-image": {"guidance_scale": 2.5, **SIZE},
}


def apart(one: bytes, other: bytes) -> int:
    """The largest difference of any two bytes."""
    return int(np.abs(np.frombuffer(one, np.uint8).astype(int) - np.frombuffer(other, np.uint8)).max())


@pytest.mark.parametrize("name", TEXT)
def test_text_to_image_is_the_bare_pipeline(name, paint, bare, job):
    """The same prompt, seed and size give the same bytes as diffusers alone."""
    expected = bare(name, seed=3, prompt="a red fox", **TEXT[name])
    assert [expected] == paint(name, job()).pictures


@pytest.mark.parametrize("name", TEXT)
def test_a_batch_of_four_is_four_single_pictures(name, paint, job):
    """Prompts of several lengths and other seeds in one batch: each picture is what it is alone."""
    jobs = [job(prompt=f"a fox{' and a hen' * n}", seed=10 + n) for n in range(4)]
    together = paint(name, *jobs).pictures
    alone = [paint(name, each).pictures[0] for each in jobs]
    assert [0] * 4 == [max(0, apart(*pair) - TOLERANCE) for pair in zip(together, alone, strict=True)]
    assert 4 == len(set(together))


def test_strength_and_the_starting_picture_reach_flux(paint, bare, job, refer):
    """Image to image with a strength is the bare class; another strength is another picture."""
    start = refer(Role.INPUT, 5)
    expected = bare(
        "flux", "FluxImg2ImgPipeline", seed=3, prompt="a red fox", image=pillow(start.image), strength=0.5,
        guidance_scale=2.5, width=64, height=64, num_inference_steps=4,
    )  # fmt: skip
    half, whole = (paint("flux", job(references=(start,), strength=s, steps=4)).pictures[0] for s in (0.5, 1.0))
    assert expected == half
    assert whole != half


def test_the_mask_reaches_flux(paint, bare, job, refer, half_mask):
    """Inside the mask the picture is the bare class's; outside it is the input's own, bit by bit."""
    start = refer(Role.INPUT, 5)
    expected = bare(
        "flux", "FluxInpaintPipeline", seed=3, prompt="a red fox", image=pillow(start.image),
        mask_image=pillow(half_mask.image), strength=0.8, guidance_scale=2.5, width=64, height=64,
        num_inference_steps=4,
    )  # fmt: skip
    found = paint("flux", job(references=(start, half_mask), strength=0.8, steps=4)).pictures[0]
    painted, whole, original = (
        np.frombuffer(each, np.uint8).reshape(64, 64, 3) for each in (expected, found, start.image.pixels)
    )
    assert np.array_equal(painted[:, :32], whole[:, :32])
    assert np.array_equal(original[:, 32:], whole[:, 32:])


@pytest.mark.parametrize(
    ("name", "kind", "scale"),
    [
        ("sdxl", "StableDiffusionXLPipeline", "guidance_scale"),
        ("qwen-image", "QwenImagePipeline", "true_cfg_scale"),
        ("z-image", "ZImagePipeline", "guidance_scale"),
    ],
)
def test_a_negative_prompt_reaches_the_pipeline(name, kind, scale, paint, bare, job):
    """With guidance it changes the picture, to what the bare class makes of it."""
    expected = bare(name, kind, seed=3, prompt="a red fox", negative_prompt="blurry", **{scale: 4.0}, **SIZE)
    blurred, plain = (paint(name, job(negative_prompt=text, guidance_scale=4.0)).pictures[0] for text in ("blurry", ""))
    assert expected == blurred
    assert plain != blurred


@pytest.mark.parametrize("name", ["sdxl", "z-image", "qwen-image"])
@pytest.mark.parametrize("masked", [False, True], ids=["image to image", "inpainting"])
def test_the_other_classes_of_a_family_paint_too(name, masked, paint, job, refer, half_mask):
    """Image to image and inpainting share the weights of text to image, and two pictures share a batch."""
    given = (refer(Role.INPUT, 5), *((half_mask,) if masked else ()))
    edit = job(references=given, strength=0.5, steps=4, n=1)
    painting = paint(name, edit, job(references=given, strength=0.5, steps=4, seed=4))
    assert 2 == len(set(painting.pictures))
    assert [(64, 64)] * 2 == [(image.width, image.height) for _, image in painting.of("painted")]


def test_several_references_reach_klein(paint, bare, job, refer):
    """FLUX.2 klein sees each reference on its own: two are not one, and are what the bare class makes of them."""
    first, second = refer(Role.INPUT, 5), refer(Role.SUBJECT, 9)
    expected = bare("klein", seed=3, prompt="a red fox", image=[pillow(r.image) for r in (first, second)], **SIZE)
    both, one = (paint("klein", job(references=given)).pictures[0] for given in ((first, second), (first,)))
    assert expected == both
    assert one != both


def test_several_references_reach_qwen_edit(paint, bare, job, refer, monkeypatch):
    """Qwen-Image-Edit-Plus sees each reference on its own, and the negative prompt that its guidance needs."""
    module = importlib.import_module("diffusers.pipelines.qwenimage.pipeline_qwenimage_edit_plus")
    # The class scales references to a megapixel, which takes a minute here.
    monkeypatch.setattr(module, "VAE_IMAGE_SIZE", 128 * 128)
    monkeypatch.setattr(module, "CONDITION_IMAGE_SIZE", 112 * 112)
    given = (refer(Role.INPUT, 5), refer(Role.INPUT, 9))
    expected = bare(
        "qwen-edit", seed=3, prompt="a red fox", image=[pillow(r.image) for r in given], negative_prompt=" ",
        true_cfg_scale=2.5, width=64, height=64, num_inference_steps=1,
    )  # fmt: skip
    assert [expected] == paint("qwen-edit", job(references=given, steps=1)).pictures


def test_references_reach_kontext_in_a_row(paint, bare, job, refer, monkeypatch):
    """FLUX.1 Kontext takes one picture: two references come side by side."""
    module = importlib.import_module("diffusers.pipelines.flux.pipeline_flux_kontext")
    # The sizes that the class scales references to, an eighth of each side.
    small = [(width // 8, height // 8) for width, height in module.PREFERRED_KONTEXT_RESOLUTIONS]
    monkeypatch.setattr(module, "PREFERRED_KONTEXT_RESOLUTIONS", small)
    given = (refer(Role.INPUT, 5), refer(Role.SUBJECT, 9))
    joined = Pillow.new("RGB", (128, 64))
    for place, each in enumerate(given):
        joined.paste(pillow(each.image), (64 * place, 0))
    expected = bare(
        "kontext", seed=3, prompt="a red fox", image=joined, guidance_scale=2.5, width=64, height=64,
        num_inference_steps=1, max_area=64 * 64,
    )  # fmt: skip
    assert [expected] == paint("kontext", job(references=given, steps=1)).pictures


def test_odd_sizes_come_out_as_they_were_asked_for(paint, job):
    """72 x 60 is no multiple of 16: the picture is painted larger and cut, not scaled."""
    image = paint("flux", job(size=Size(72, 60))).of("painted")[0][1]
    assert (72, 60) == (image.width, image.height)


def test_what_a_pipeline_ignores_is_reported_with_the_picture(paint, job):
    """The distilled klein reads no guidance; the recipe's notes name class and weights, but no path."""
    header, _ = paint("klein", job(guidance_scale=7.0)).of("painted")[0]
    assert ("guidance_scale", "strength") == header["ignored"]
    assert ("diffusers", "Flux2KleinPipeline", "klein") == tuple(
        header["details"][name] for name in ("engine", "pipeline", "weights")
    )
