"""The job entry: words, styles, qualities, references and masks of whole jobs become pictures."""

import json

import cv2
import numpy as np
import pytest

from easel.core.image import Image, Size
from easel.core.job import Job, Reference, Role, Style
from easel.engines.painter.painter import Painter, Partials, mood_of, plan_of

SIZE = Size(128, 96)


def photo(width: int = 128, height: int = 96) -> np.ndarray:
    """A synthetic photograph: sky, meadow and a red ball. uint8 RGB."""
    picture = np.full((height, width, 3), (140, 190, 250), np.uint8)
    picture[height // 2 :] = (80, 150, 60)
    cv2.circle(picture, (width // 2, height * 11 // 20), height // 5, (215, 30, 25), -1, cv2.LINE_AA)
    return picture


def reference(role: Role, pixels: np.ndarray) -> Reference:
    """A decoded reference image."""
    channels = 1 if pixels.ndim == 2 else pixels.shape[2]
    return Reference(role, b"", "image", Image(pixels.shape[1], pixels.shape[0], channels, pixels.tobytes()))


def job(prompt: str = "a cat on the grass", **wishes) -> Job:
    """A small job with one fixed seed unless asked otherwise."""
    wishes = {"size": SIZE, "seeds": (5,), **wishes}
    return Job(model="m", dialect="d", prompt=prompt, **wishes)


def pixels_of(image: Image) -> np.ndarray:
    """The image's bytes as an array."""
    return np.frombuffer(image.pixels, np.uint8).reshape(image.height, image.width, image.channels)


def painted(a_job: Job, index: int = 0) -> np.ndarray:
    """The finished pixels of one picture."""
    return pixels_of(Painter().paint(a_job, index, lambda _: None).image)


@pytest.mark.parametrize(
    ("prompt", "end"), [("a gargoyle and a cat", "(not painted: gargoyle)"), ("一只猫，画皮画骨", "）"), ("a cat", ".")]
)
def test_what_is_not_painted_is_told(prompt: str, end: str):
    """Behind what was painted, in the language of the prompt; nothing where all of it was."""
    told = Painter().paint(job(prompt), 0, lambda _: None).prompt

    assert told.endswith(end), told


def test_text_to_image():
    """A prompt becomes an RGB picture of the job's size, with its own seed, and a recipe that is JSON."""
    result = Painter().paint(job(seeds=(5, 6)), 1, lambda _: None)

    assert (1, 6, SIZE, 3) == (result.index, result.seed, result.image.size, result.image.channels)
    assert result.prompt
    assert json.loads(json.dumps(result.details)) == result.details


def test_same_job_same_bytes():
    """A job is painted to the same bytes twice."""
    assert np.array_equal(painted(job()), painted(job()))


def test_pictures_of_one_job_differ():
    """Seed + 1 is another picture, not the same one with other noise."""
    a_job = job(seeds=(5, 6))

    assert np.abs(painted(a_job, 0).astype(int) - painted(a_job, 1)).mean() > 2


@pytest.mark.parametrize(
    ("name", "style"), [("漫画", "comic"), ("元气", "genki"), ("中世纪", "medieval"), ("水彩", "watercolor")]
)
def test_minimax_styles(name, style):
    """The four named styles of image-01-live set the plan's style and weight."""
    plan = plan_of(job(style=Style(name, 0.6)))

    assert (style, 0.6) == (plan.style, plan.style_weight)


def test_openai_styles_are_moods():
    """`vivid` is no style of painting."""
    a_job = job(style=Style("vivid"))

    assert ("vivid", "none") == (mood_of(a_job), plan_of(a_job).style)


@pytest.mark.parametrize(("wanted", "seen"), [(0, []), (1, [1]), (2, [0, 2]), (3, [0, 1, 2]), (5, [0, 1, 2])])
def test_partials_are_evenly_chosen(wanted, seen):
    """As many unfinished pictures as asked for, from those there are."""
    shown: list[Image] = []
    partials = Partials(wanted, shown.append)

    for stage in range(3):
        partials(np.full((2, 2, 3), stage, np.uint8))

    assert seen == [image.pixels[0] for image in shown]


def test_no_partials_unless_asked_for():
    """A job without partial pictures never calls back."""
    shown: list[Image] = []

    Painter().paint(job(), 0, shown.append)

    assert [] == shown


def test_transparent_background():
    """A transparent picture has four channels."""
    assert 4 == painted(job(background="transparent")).shape[2]


def test_transparent_edit_cuts_the_subject_out():
    """An input picture on transparent ground keeps its subject only."""
    a_job = job("", background="transparent", references=(reference(Role.INPUT, photo()),), strength=0.0)

    pixels = painted(a_job)

    assert pixels[52, 64, 3] > 200
    assert pixels[5, 5, 3] < 40


def test_strength_zero_is_the_input():
    """Image to image at strength 0 gives the input's bytes."""
    a_job = job("a lake", references=(reference(Role.INPUT, photo()),), strength=0.0)

    assert np.array_equal(photo(), painted(a_job))


def test_input_is_repainted_in_the_style():
    """An input with a style's name is that picture in that style: the ball stays where it was."""
    a_job = job("watercolor painting", references=(reference(Role.INPUT, photo()),), strength=0.6)

    pixels = painted(a_job).astype(int)

    assert np.abs(pixels - photo()).mean() > 3
    assert pixels[52, 64, 0] - pixels[52, 64, 1] > 60


def test_night_comes_over_an_input():
    """A time of day alone relights the input."""
    a_job = job("at night", references=(reference(Role.INPUT, photo()),))

    assert painted(a_job).mean() < 0.75 * photo().mean()


def test_only_the_mask_is_repainted():
    """Outside the mask every byte is the input's."""
    mask = np.zeros((96, 128), np.uint8)
    mask[20:80, 30:100] = 255
    a_job = job("a cat", references=(reference(Role.INPUT, photo()), reference(Role.MASK, mask)))

    pixels = painted(a_job)

    assert np.array_equal(photo()[mask == 0], pixels[mask == 0])
    assert not np.array_equal(photo(), pixels)


def test_subject_appears_in_the_new_scene():
    """A subject reference's own colours stand in the painted scene."""
    purple = photo()
    purple[(purple[..., 0] > 150) & (purple[..., 1] < 110)] = (170, 20, 200)
    a_job = job("a girl in the park", references=(reference(Role.SUBJECT, purple),))

    pixels = painted(a_job).astype(int)

    assert ((pixels[..., 2] - pixels[..., 1] > 70) & (pixels[..., 0] - pixels[..., 1] > 50)).sum() > 150


def test_further_inputs_are_brought_in():
    """The second input's subject stands in the first picture."""
    plain = np.full((96, 128, 3), (90, 130, 90), np.uint8)
    a_job = job("put it here", references=(reference(Role.INPUT, plain), reference(Role.INPUT, photo())))

    pixels = painted(a_job).astype(int)

    assert ((pixels[..., 0] - pixels[..., 1]) > 70).sum() > 80


def test_style_reference_lends_its_palette():
    """The picture's mean colour moves towards that of the style reference."""
    orange = np.full((32, 32, 3), (230, 120, 30), np.uint8)
    target = np.array([230, 120, 30])

    plain = painted(job()).mean((0, 1))
    toned = painted(job(references=(reference(Role.STYLE, orange),))).mean((0, 1))

    assert np.abs(toned - target).sum() < 0.6 * np.abs(plain - target).sum()


def test_an_instruction_is_its_own_prompt():
    """An edit changes the input, names what it changed, and is not told again as a scene."""
    a_job = job("make it night", references=(reference(Role.INPUT, photo()),))

    result = Painter().paint(a_job, 0, lambda _: None)

    assert ("make it night", ()) == (result.prompt, result.unpainted)
    assert ["ChangeTime"] == result.details["changes"]
    assert pixels_of(result.image).mean() < 0.75 * photo().mean()


@pytest.mark.parametrize("words", ["make it fluffier", "swap the cat and the dog"])
def test_what_is_not_understood_of_a_foreign_picture_is_told(words):
    """An instruction that changes no pixel is named, in the answer's prompt and in the recipe."""
    result = Painter().paint(job(words, references=(reference(Role.INPUT, photo()),)).with_seeds(), 0, lambda _: None)

    assert (words,) == result.unpainted
    assert result.prompt == f"{words} (not painted: {words})"


def test_second_picture_as_background():
    """`replace the background` with a second picture keeps the first one's subject before it."""
    other = np.full((96, 128, 3), (240, 230, 40), np.uint8)
    a_job = job(
        "replace the background with the second image",
        references=(reference(Role.INPUT, photo()), reference(Role.INPUT, other)),
    )

    pixels = painted(a_job)

    assert (240, 230, 40) == tuple(pixels[4, 4])
    assert ((pixels[..., 0].astype(int) - pixels[..., 1]) > 100).sum() > 300


def test_rewritten_prompt_fills_the_gaps():
    """A rewritten job is painted from a richer plan with the same things."""
    plain, rich = plan_of(job()), plan_of(job(rewrite_prompt=True))

    assert [thing.kind for thing in plain.things] == [thing.kind for thing in rich.things]
    assert rich.time is not None


@pytest.mark.parametrize("shape", [(1, 1, 3), (2, 300, 3), (90, 90, 4)])
@pytest.mark.parametrize("words", ["make it night", "remove the cat", "change the dress to blue", "a lake", ""])
def test_odd_inputs_are_painted(shape, words):
    """Tiny, extreme and wholly transparent inputs give pictures, not errors."""
    a_job = job(words, references=(reference(Role.INPUT, np.zeros(shape, np.uint8)),))

    assert (96, 128, 3) == painted(a_job).shape
