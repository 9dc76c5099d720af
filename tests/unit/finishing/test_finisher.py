"""The finisher: label, metadata and encoding in their order."""

import asyncio
import re
import time
from dataclasses import replace

import numpy as np
import pytest

from easel.core.job import Reference, Role
from easel.finishing import label
from easel.finishing.finisher import Finisher
from easel.finishing.metadata import read_metadata
from easel.finishing.recipe import digest, read_recipe
from unit.finishing.pictures import aigc_of, array, decoded, image, job, painted, photo

FORMATS = ["png", "jpeg", "webp"]
PICTURE = photo(128, 96)


@pytest.fixture
def finisher():
    """A finisher."""
    return Finisher()


@pytest.mark.parametrize("output_format", FORMATS)
def test_format(finisher, output_format):
    """The file is of the job's format."""
    assert f"image/{output_format}" == finisher.finish(painted(PICTURE), job(output_format=output_format)).media_type


@pytest.mark.parametrize("watermark", [False, True])
def test_visible_label(finisher, watermark):
    """The visible label is drawn if the job asks for it, and only then."""
    data = finisher.finish(painted(PICTURE), job(watermark=watermark)).data
    assert np.array_equal(array(label.draw(PICTURE) if watermark else PICTURE), decoded(data))


@pytest.mark.parametrize("watermark", [False, True])
@pytest.mark.parametrize("output_format", FORMATS)
def test_invisible_label(finisher, output_format, watermark):
    """The invisible label is in every file and names the producer and the picture."""
    settings = job(output_format=output_format, watermark=watermark)
    mark = aigc_of(finisher.finish(painted(PICTURE), settings).data)
    assert ("1", "Easel") == (mark["Label"], mark["ContentProducer"])
    assert re.fullmatch("[0-9a-f]{32}", mark["ProduceID"])


def test_integrity(finisher):
    """A PNG's pixels can be checked against its label."""
    data = finisher.finish(painted(PICTURE), job(watermark=True)).data
    assert digest(image(decoded(data))) == aigc_of(data)["ReservedCode1"]


@pytest.mark.parametrize("output_format", FORMATS)
def test_recipe(finisher, output_format):
    """The recipe in the file makes the job again."""
    settings = job(output_format=output_format, watermark=True, seed=39, n=3)
    recipe = read_recipe(finisher.finish(painted(PICTURE), settings).data)
    assert (settings.prompt, 41, output_format) == (recipe.prompt, recipe.seed, recipe.output_format)
    assert 41 == recipe.job().seed


def test_without_recipes():
    """An operator can keep prompts out of the files."""
    data = Finisher(recipes=False).finish(painted(PICTURE), job(prompt="a secret cat")).data
    assert None is read_recipe(data)
    assert b"cat" not in data
    assert None is not aigc_of(data)


@pytest.mark.parametrize(
    ("details", "role", "term"),
    [
        ({"engine": "painter"}, None, "algorithmicMedia"),
        ({"engine": "painter"}, Role.INPUT, "compositeSynthetic"),
        ({"engine": "diffusers"}, None, "trainedAlgorithmicMedia"),
        ({"engine": "diffusers"}, Role.INPUT, "compositeWithTrainedAlgorithmicMedia"),
        ({"engine": "diffusers"}, Role.SUBJECT, "trainedAlgorithmicMedia"),
        ({}, None, "trainedAlgorithmicMedia"),
    ],
)
def test_source_type(finisher, details, role, term):
    """The source type follows the engine and whether a picture was edited; an unknown engine counts as neural."""
    references = (Reference(role, b"", "image", PICTURE),) if role else ()
    data = finisher.finish(painted(PICTURE, details=details), job(references=references)).data
    assert term == read_metadata(data).source_type


@pytest.mark.parametrize("output_format", FORMATS)
def test_preview(finisher, output_format):
    """An unfinished picture is labelled, in the job's format, and has no recipe."""
    settings = job(output_format=output_format, watermark=True)
    encoded = finisher.preview(PICTURE, settings)
    assert f"image/{output_format}" == encoded.media_type
    assert settings.id == aigc_of(encoded.data)["ProduceID"]
    assert None is read_recipe(encoded.data)
    if output_format == "png":
        assert np.array_equal(array(label.draw(PICTURE)), decoded(encoded.data))


@pytest.mark.parametrize("producer", ["", "某公司", "a b"])
def test_bad_producer(producer):
    """A producer that the label cannot hold is refused at the start."""
    with pytest.raises(ValueError, match="ContentProducer"):
        Finisher(producer=producer)


def test_same_again(finisher):
    """The same picture and wishes give the same bytes, whichever job asked."""
    one, another = job(watermark=True), replace(job(watermark=True), id="another")
    assert finisher.finish(painted(PICTURE), one) == finisher.finish(painted(PICTURE), another)


async def test_event_loop_goes_on(finisher):
    """While a 2048 x 2048 PNG is finished on a thread, the event loop is not kept waiting.

    About 5 ms on a quiet machine (bench/encode.py); the bound leaves room for a busy one.
    """
    large = painted(photo(2048, 2048))
    finishing = asyncio.create_task(asyncio.to_thread(finisher.finish, large, job(watermark=True)))
    longest, last = 0.0, time.perf_counter()
    while not finishing.done():
        await asyncio.sleep(0.001)
        longest, last = max(longest, time.perf_counter() - last), time.perf_counter()
    await finishing
    assert longest < 0.25
