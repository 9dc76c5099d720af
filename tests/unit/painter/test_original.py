"""Edits of the painter's own pictures are exact; whatever else comes with a recipe is treated as a foreign picture."""

import json
from dataclasses import replace

import numpy as np
import pytest

from easel.core.image import Image, Size
from easel.core.job import Job, Reference, Role
from easel.engines.painter.original import INSTRUCTIONS_MAX, read_original
from easel.engines.painter.painter import Painter
from easel.finishing.finisher import Finisher
from easel.finishing.recipe import recipe_text

BASE = Job(model="m", dialect="cli", prompt="a red house and two sheep on a meadow", size=Size(256, 192), seed=4)


def paint(job):
    """One picture of a job."""
    return Painter().paint(job.with_seeds(), 0, lambda _: None)


def edit_of(painted, job, instruction):
    """The job that edits a picture which came with its recipe."""
    recipe = recipe_text(Finisher().finish(painted, job.with_seeds()).data)
    reference = Reference(Role.INPUT, b"", "image", painted.image, recipe)
    return Job(model="m", dialect="cli", prompt=instruction, size=BASE.size, seed=9, references=(reference,))


def pixels(painted):
    """The picture as an array of ints."""
    image = painted.image
    return np.frombuffer(image.pixels, np.uint8).reshape(image.height, image.width, -1).astype(int)


@pytest.fixture(scope="module")
def base():
    """The picture to edit."""
    return paint(BASE)


def test_remove_is_exact(base):
    """Taking the sheep away gives the picture that the house alone would have been, with nothing smeared."""
    edited = paint(edit_of(base, BASE, "remove the sheep"))

    assert "original" in edited.details
    assert "sheep" not in edited.prompt
    assert ["house"] == edited.details["things"]


def test_words_that_only_speak_of_the_picture_edit_it(base):
    """What opens with no verb of change is an exact edit all the same where it fits what is to be seen."""
    edited = paint(edit_of(base, BASE, "darker. night."))

    assert "original" in edited.details
    assert ["house", "sheep"] == edited.details["things"]
    assert pixels(edited).mean() < pixels(base).mean()


def test_chain_of_edits(base):
    """An edit of an edit remembers both."""
    first_job = edit_of(base, BASE, "make it night")
    first = paint(first_job)
    second = paint(edit_of(first, first_job, "add a red balloon"))

    assert ["make it night", "add a red balloon"] == second.details["original"]["instructions"]
    assert pixels(first).mean() < pixels(base).mean()
    assert "balloon" in second.prompt


def test_same_edit_same_pixels(base):
    """An exact edit is as repeatable as any painting."""
    job = edit_of(base, BASE, "make it night")

    assert paint(job).image == paint(replace(job, seed=77)).image


def test_recipe_of_another_picture(base):
    """A recipe that does not belong to the picture is not followed."""
    job = edit_of(base, BASE, "make it night")
    stranger = Image(256, 192, 3, np.random.default_rng(1).integers(0, 255, (192, 256, 3), np.uint8).tobytes())
    edited = paint(replace(job, references=(replace(job.references[0], image=stranger),)))

    assert "original" not in edited.details


def test_retouched_picture(base):
    """A picture that somebody painted into is edited as it is."""
    job = edit_of(base, BASE, "make it night")
    touched = pixels(base).astype(np.uint8)
    touched[40:90, 40:90] = (255, 0, 255)
    image = Image(256, 192, 3, touched.tobytes())
    edited = paint(replace(job, references=(replace(job.references[0], image=image),)))

    assert "original" not in edited.details


def forged(**changes):
    """A recipe with forged fields."""
    told = {
        "engine": "painter", "prompt": "a cat", "seed": 1, "steps": 28, "guidance_scale": 2.5, "references": [],
        "details": {},
    }  # fmt: skip
    return json.dumps({**told, **changes})


@pytest.mark.parametrize(
    "recipe",
    [
        None, "", "{", "[]", "3", '"painter"', "{}", "[" * 100_000,
        forged(engine="diffusers"), forged(seed="1"), forged(seed=2**70), forged(steps=10**9), forged(steps=0),
        forged(prompt=3), forged(prompt="x" * 70_000), forged(details=None), forged(details=[]),
        forged(references=["x"]),
        forged(details={"original": {"prompt": "a cat"}}), forged(style_weight=9), forged(guidance_scale="NaN"),
        forged(details={"original": {**json.loads(forged()), "instructions": ["x"] * (INSTRUCTIONS_MAX + 1)}}),
    ],
)  # fmt: skip
def test_forged_recipes(recipe):
    """Whatever a recipe says, the worst that happens is that it is not followed."""
    assert read_original(recipe) is None


def test_good_recipe():
    """The recipe that the forged ones are made from is a good one."""
    assert 1 == read_original(forged()).seed


def test_chain_has_an_end(base):
    """After so many edits a picture is edited as a foreign one."""
    original = read_original(forged())
    for _ in range(INSTRUCTIONS_MAX):
        original = original.edited("make it night")

    assert original.edited("make it day") is None


def test_what_was_not_done_is_told(base):
    """Words that change nothing stand behind what is painted, and among what is not."""
    edited = paint(edit_of(base, BASE, "remove the horse and make it night"))

    assert ("the horse",) == edited.unpainted
    assert edited.prompt.endswith("(not painted: the horse)")


def test_undone_edit_gives_the_first_pixels(base):
    """What is taken back leaves no trace."""
    edit = edit_of(base, BASE, "make it night")
    back = paint(edit_of(paint(edit), edit, "undo that"))

    assert (pixels(back) == pixels(base)).all()


def test_retouching_is_exact(base):
    """A turned picture is the same pixels turned, and remembers what it was painted from."""
    edit = edit_of(base, BASE, "flip it horizontally")
    flipped = paint(edit)
    back = paint(edit_of(flipped, edit, "undo that"))

    assert (pixels(flipped) == pixels(base)[:, ::-1]).all()
    assert (pixels(back) == pixels(base)).all()


def test_the_background_alone_is_blurred(base):
    """The painter knows where its things are: they stay to the pixel, and fine grass is gone."""
    edited = paint(edit_of(base, BASE, "blur the background"))

    same = (pixels(edited) == pixels(base)).all(-1)
    assert ("original" in edited.details, edited.unpainted) == (True, ())
    assert 0.05 < same.mean() < 0.6
    rough = [np.abs(np.diff(pixels(painted)[170:, :60], axis=1)).mean() for painted in (base, edited)]
    assert rough[1] < 0.6 * rough[0]


def test_all_but_one_thing_in_grey(base):
    """What is excepted keeps its colours, pixel for pixel."""
    edited = paint(edit_of(base, BASE, "make it black and white except the house"))

    coloured = np.ptp(pixels(edited), axis=-1) > 30
    assert ["house", "sheep"] == edited.details["things"]
    assert 0.01 < coloured.mean() < 0.4
    assert (pixels(edited)[coloured] == pixels(base)[coloured]).mean() > 0.9


def test_cut_out_exactly(base):
    """`Transparent` is said of the background, and not of what stands before it."""
    edited = paint(edit_of(base, BASE, "remove the background, make it transparent"))

    opaque = pixels(edited)[..., 3] == 255
    assert edited.unpainted == ()
    assert 0.02 < opaque.mean() < 0.6
    assert np.abs(pixels(edited)[opaque][:, :3] - pixels(base)[opaque]).mean() < 6


def test_crop_to_what_is_named(base):
    """The house fills more of the frame than before, and the next edit goes on from there."""
    edit = edit_of(base, BASE, "crop to the house")
    cropped = paint(edit)
    blurred = paint(edit_of(cropped, edit, "blur the background"))

    assert cropped.unpainted == ()
    assert ["crop to the house", "blur the background"] == blurred.details["original"]["instructions"]
    assert (pixels(blurred) == pixels(cropped)).all(-1).mean() > 0.1


def test_what_is_nowhere_cannot_be_retouched(base):
    """Of a thing that the picture does not have, it says so and stays as it was."""
    edited = paint(edit_of(base, BASE, "crop to the unicorn"))

    assert ("crop to the unicorn",) == edited.unpainted
    assert (pixels(edited) == pixels(base)).all()


@pytest.mark.parametrize("instruction", ["make it brighter", "warmer please"])
def test_a_tone_leaves_the_hour(instruction):
    """A picture at sunset that becomes brighter or warmer is still one at sunset."""
    job = replace(BASE, prompt="a cottage in a field", seed=1)
    before = paint(job)
    after = paint(edit_of(before, job, instruction))

    sky = [pixels(painted)[:40].reshape(-1, 3).mean(0) for painted in (before, after)]
    assert np.abs(sky[0] - sky[1]).max() < 30
