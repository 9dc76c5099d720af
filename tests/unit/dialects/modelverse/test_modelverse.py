"""Modelverse beyond the golden files: types, ranges and what its models ignore."""

import json
from typing import Any

import pytest

from easel.core.errors import InvalidBody, InvalidField, ModelUnknown
from easel.core.job import Job
from easel.dialects.modelverse import Modelverse
from easel.dialects.wire import WireRequest
from easel.models import load_cards

CARDS = load_cards()
MODELVERSE = Modelverse()
DEV = "black-forest-labs/flux.1-dev"
STEP = "stepfun-ai/step1x-edit"
CAT = "https://example.com/cat.png"


def generate(**body: Any) -> Job:
    """Decode a request for flux.1-dev, unless it names another model."""
    values = {"model": DEV, "prompt": "a cat", **body}
    request = WireRequest(method="POST", path="/v1/images/generations", body=json.dumps(values).encode())
    return MODELVERSE.decode(request, CARDS)


def test_defaults() -> None:
    """The defaults of the vendor's table."""
    job = generate()
    assert (1, "1024x1024", 0.8, 28, None, 2.5, "", False) == (
        job.n, str(job.size), job.strength, job.steps, job.seed, job.guidance_scale, job.negative_prompt, job.inline,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("n", 0), ("n", 5), ("n", "1"), ("size", "255x256"), ("size", "1536x1537"), ("size", 1024), ("strength", 1.01),
        ("strength", -0.1), ("steps", 0), ("steps", 51), ("seed", -2), ("seed", 10_000_000_000), ("seed", 1.5),
        ("guidance_scale", 10.1), ("guidance_scale", -1), ("response_format", "base64"),
        ("prompt", ""), ("prompt", 1), ("image", 1), ("image", [1]), ("num_inference_steps", 51), ("model", None),
    ],
)  # fmt: skip
def test_invalid_field(field: str, value: object) -> None:
    """A wrong type or value is an error that names the field."""
    with pytest.raises(InvalidField) as caught:
        generate(**{field: value})
    assert caught.value.field.startswith(field)


@pytest.mark.parametrize("value", [0, 1, 50])
def test_edges_are_inside(value: int) -> None:
    """The ends of the ranges belong to them."""
    job = generate(steps=max(value, 1), strength=min(value, 1), seed=value, guidance_scale=value / 5)
    assert (max(value, 1), min(value, 1), value, value / 5) == (job.steps, job.strength, job.seed, job.guidance_scale)


@pytest.mark.parametrize("size", ["256x256", "1536x1536", "257x1535"])
def test_sizes(size: str) -> None:
    """Any size between 256x256 and 1536x1536."""
    assert size == str(generate(size=size).size)


def test_steps_wins_over_its_alias() -> None:
    """With both spellings the documented one counts, and the other is read only for its type."""
    assert generate(steps=10, num_inference_steps=20).steps == 10


def test_image_or_prompt() -> None:
    """An image may stand alone; neither prompt nor image is an error."""
    assert generate(prompt=None, image=CAT).prompt == ""
    with pytest.raises(InvalidField, match="prompt: must say in words what to make"):
        generate(prompt=None)


def test_step1x_edit_keeps_the_size_of_its_image() -> None:
    """An editing model has no size of its own and follows its image."""
    job = generate(model=STEP, image=CAT, size="512x512")
    assert (None, ("size",)) == (job.size, job.ignored)


def test_two_images_for_one() -> None:
    """More images than the model takes are an error that names the surplus one."""
    with pytest.raises(InvalidField) as caught:
        generate(model=STEP, images=[CAT, CAT])
    assert caught.value.field == "images[1]"


def test_lone_image_in_a_list() -> None:
    """`image` as a list and `images` as a bare text are read as they are meant."""
    multi = "black-forest-labs/flux-kontext-max/multi"
    assert [CAT] == [r.source for r in generate(image=[CAT]).references]
    assert [CAT] == [r.source for r in generate(model=multi, images=CAT).references]
    assert [CAT] == [r.source for r in generate(model=multi, image=CAT).references]


@pytest.mark.parametrize("model", [card.id for card in CARDS if card.dialect == "modelverse"])
def test_base64_for_every_model(model: str) -> None:
    """response_format is honoured for all models, not only the one of the table."""
    assert generate(model=model, image=CAT, response_format="b64_json").inline


def test_unknown_fields_and_models() -> None:
    """Unknown fields are named, an unknown model is an error."""
    assert generate(watermark=True, user="u").ignored == ("watermark", "user")
    with pytest.raises(ModelUnknown):
        generate(model="Qwen/Qwen-Image-99")


def test_forms_are_not_read() -> None:
    """A multipart form is no JSON body."""
    with pytest.raises(InvalidBody):
        MODELVERSE.decode(WireRequest(method="POST", path="/v1/images/generations", form=()), CARDS)


def test_no_streams() -> None:
    """`stream` is not the vendor's: it is ignored."""
    job = generate(stream=True)
    assert (False, ("stream",)) == (job.stream, job.ignored)
