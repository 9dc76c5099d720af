"""OpenAI's Images API beyond the golden files: limits, forms, streams and the list of models."""

import base64
import json
from dataclasses import replace
from typing import Any

import pytest

from easel.core import errors
from easel.core.errors import InvalidField, ModelCannot
from easel.core.image import Size
from easel.core.job import Job, Role
from easel.core.model_card import Route
from easel.core.result import PartialPicture, Picture, Result, Started
from easel.dialects.openai_images import OpenAIImages
from easel.dialects.wire import FormPart, WireRequest
from easel.models import load_cards

CARDS = load_cards()
OPENAI = OpenAIImages()
PNG = b"\x89PNG\r\n\x1a\n\xff"


def generate(**body: Any) -> Job:
    """Decode a generation request."""
    request = WireRequest(method="POST", path="/v1/images/generations", body=json.dumps(body).encode())
    return OPENAI.decode(request, CARDS)


def edit(*parts: FormPart) -> Job:
    """Decode an edit form with a prompt."""
    request = WireRequest(method="POST", path="/v1/images/edits", form=(FormPart("prompt", b"blue"), *parts))
    return OPENAI.decode(request, CARDS)


def result(job: Job, n: int) -> Result:
    """A finished job with n pictures."""
    pictures = [
        Picture(
            index=i, artifact=f"a{i}", url=f"http://h/files/a{i}.png", data=b"data%d" % i, media_type="image/png",
            size=Size(64, 32), seed=i, prompt=f"painted {i}",
        )
        for i in range(n)
    ]  # fmt: skip
    return Result(job=job, pictures=tuple(pictures), created=1_700_000_000)


def events(stream: bytes) -> list[tuple[str, dict[str, Any]]]:
    """The name and data of each server-sent event."""
    read = []
    for block in stream.decode().split("\n\n")[:-1]:
        head, _, data = block.partition("\n")
        read.append((head.removeprefix("event: "), json.loads(data.removeprefix("data: "))))
    return read


@pytest.mark.parametrize(("model", "limit"), [("imagen-3", 32_000), ("dall-e-3", 4000), ("gpt-image-1", 32_000)])
def test_prompt_limit(model: str, limit: int) -> None:
    """A prompt may be as long as the vendor says, in characters and not in bytes, and no longer."""
    assert len(generate(model=model, prompt="猫" * limit).prompt) == limit
    with pytest.raises(InvalidField) as caught:
        generate(model=model, prompt="猫" * (limit + 1))
    assert caught.value.field == "prompt"


def test_prompt_is_kept_as_it_is() -> None:
    """NUL, emoji and right-to-left text pass through unchanged."""
    prompt = "a\0cat 👩‍👩‍👧 קעץ  "
    assert prompt == generate(prompt=prompt).prompt


@pytest.mark.parametrize("seed", [-1, None])
def test_random_seed(seed: int | None) -> None:
    """-1 asks for a random seed, as no seed does."""
    assert generate(prompt="a cat", seed=seed).seed is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("n", 0), ("n", 11), ("n", True), ("n", 1.5), ("size", "100x100"), ("size", "4097x256"), ("quality", "best"),
        ("background", "blue"), ("output_format", "svg"), ("output_format", "bmp"), ("output_compression", 101),
        ("response_format", "base64"), ("style", "baroque"), ("stream", "yes"), ("partial_images", 4), ("model", 3),
        ("prompt", None), ("seed", 2**63), ("user", 5), ("steps", 0), ("guidance_scale", "high"),
    ],
)  # fmt: skip
def test_invalid_field(field: str, value: object) -> None:
    """A wrong type or value is an error that names the field."""
    with pytest.raises(InvalidField) as caught:
        generate(**{"prompt": "a cat", field: value})
    assert field == caught.value.field


def test_jpg_is_jpeg() -> None:
    """Clients that name the format by its file ending are understood."""
    assert generate(prompt="a cat", output_format="jpg").output_format == "jpeg"


def test_compression_means_nothing_to_png() -> None:
    """A compression for PNG is ignored and named."""
    assert generate(prompt="a cat", output_compression=50).ignored == ("output_compression",)


def test_form_numbers_and_booleans() -> None:
    """A form's texts are read as the types of the fields."""
    job = edit(
        FormPart("image", PNG, "upload"), FormPart("n", b"3"), FormPart("stream", b"true"), FormPart("seed", b"-1"),
        FormPart("guidance_scale", b"1.5"), FormPart("output_format", b"webp"), FormPart("output_compression", b"0"),
    )  # fmt: skip
    assert (3, True, None, 1.5, "webp", 0) == (
        job.n, job.stream, job.seed, job.guidance_scale, job.output_format, job.output_compression,
    )  # fmt: skip


def test_strength_of_an_edit() -> None:
    """`strength`, an extension, counts for models that have it, and is ignored and named for others."""
    parts = (FormPart("image", PNG, "upload"), FormPart("strength", b"0.25"))
    flux = edit(*parts, FormPart("model", b"black-forest-labs/flux.1-dev"))
    assert (0.25, ()) == (flux.strength, flux.ignored)
    assert ("strength",) == edit(*parts).ignored


def test_form_images() -> None:
    """Every way to send images in a form; bytes stay bytes, and the type that a client claims plays no part."""
    job = edit(
        FormPart("image", PNG, "a.png"),
        FormPart("image[]", PNG),
        FormPart("image", b"data:image/PNG;base64,iVBO"),
        FormPart("mask", PNG, "m.png"),
    )
    assert [Role.INPUT, Role.INPUT, Role.INPUT, Role.MASK] == [r.role for r in job.references]
    assert [PNG, PNG, "data:image/PNG;base64,iVBO", PNG] == [r.source for r in job.references]


def test_empty_file_parts() -> None:
    """What a browser sends for an empty file input is no image."""
    assert len(edit(FormPart("image", PNG, "a.png"), FormPart("mask", b"", "")).references) == 1
    with pytest.raises(InvalidField, match="image: is required"):
        edit(FormPart("image", b"", ""))


def test_form_text_that_is_no_text() -> None:
    """A text field of other bytes is an error that names it."""
    with pytest.raises(InvalidField) as caught:
        edit(FormPart("image", PNG, "a.png"), FormPart("user", b"\xff"))
    assert caught.value.field == "user"


def test_form_parts_that_nobody_knows() -> None:
    """A part without a meaning here is ignored and named, whatever its bytes."""
    assert edit(FormPart("image", PNG, "a.png"), FormPart("markup", PNG, "m.png")).ignored == ("markup",)


def test_seventeen_images() -> None:
    """Sixteen images are taken, one more is an error."""
    sixteen = [FormPart("image[]", PNG, "a.png")] * 16
    assert len(edit(*sixteen).references) == 16
    with pytest.raises(InvalidField, match="takes at most 16"):
        edit(*sixteen, FormPart("image[]", PNG, "b.png"))


def test_edit_needs_a_model_that_edits() -> None:
    """A model without reference images cannot edit, and one without masks takes none."""
    with pytest.raises(ModelCannot, match="takes no reference images"):
        edit(FormPart("model", b"dall-e-3"), FormPart("image", PNG, "a.png"))
    with pytest.raises(ModelCannot, match="takes no mask"):
        edit(FormPart("model", b"image-01"), FormPart("image", PNG, "a.png"), FormPart("mask", PNG, "m.png"))


def test_generation_form_ignores_images() -> None:
    """images/generations reads a form as well, but takes no images."""
    form = (FormPart("prompt", b"a cat"), FormPart("image", PNG, "a.png"))
    job = OPENAI.decode(WireRequest(method="POST", path="/v1/images/generations", form=form), CARDS)
    assert ((), ("image",)) == (job.references, job.ignored)


def test_stream_opens_silently() -> None:
    """The start of a job is no event of OpenAI's."""
    job = generate(prompt="a cat", stream=True)
    assert OPENAI.encode_event(Started(job), job) == b""


def test_stream_partial_names_its_own_format() -> None:
    """A preview says what it is encoded as, not what the finished picture will be."""
    job = generate(prompt="a cat", stream=True, partial_images=3)
    partial = PartialPicture(0, 2, b"x", "image/webp", Size(64, 32))
    [(name, data)] = events(OPENAI.encode_event(partial, job))
    assert name == data["type"] == "image_generation.partial_image"
    assert (2, "webp", "64x32", "eA==") == (
        data["partial_image_index"], data["output_format"], data["size"], data["b64_json"],
    )  # fmt: skip


def test_stream_usage_adds_up() -> None:
    """The usage of the events together is the job's usage."""
    job = generate(prompt="a cat", stream=True, n=3)
    read = events(OPENAI.encode_event(result(job, 3), job))
    assert ["image_generation.completed"] * 3 == [name for name, _ in read]
    assert [b"data0", b"data1", b"data2"] == [base64.b64decode(data["b64_json"]) for _, data in read]
    assert sum(data["usage"]["input_tokens"] for _, data in read) == 2
    assert sum(data["usage"]["output_tokens"] for _, data in read) == 3 * 747
    assert sum(data["usage"]["total_tokens"] for _, data in read) == 2 + 3 * 747


def test_stream_error() -> None:
    """An error in mid-stream is an event with the error object that the SDKs raise from."""
    job = generate(prompt="a cat", stream=True)
    [(name, data)] = events(OPENAI.encode_event(errors.PicturesBlocked(), job))
    assert ("error", "error") == (name, data["type"])
    assert data["error"]["code"] == "moderation_blocked"
    assert data["error"]["moderation_details"]["moderation_stage"] == "output"


def test_blocked_pictures_are_left_out() -> None:
    """Of two pictures one was blocked: the answer has the other."""
    job = generate(prompt="a cat", n=2)
    body = json.loads(OPENAI.encode(result(job, 1)).body)
    assert [{"url": "http://h/files/a0.png", "revised_prompt": "painted 0"}] == body["data"]


def test_models() -> None:
    """Every card is listed, in OpenAI's shape."""
    body = json.loads(OPENAI.encode_models(CARDS).body)
    assert body["object"] == "list"
    assert [card.id for card in CARDS] == [model["id"] for model in body["data"]]
    assert {"model"} == {model["object"] for model in body["data"]}


def test_model() -> None:
    """A model's object tells its controls, and who really makes its pictures."""
    card = CARDS.find("imagen-3")
    body = json.loads(OPENAI.encode_model(replace(card, routes=(Route("painter"),))).body)
    assert ("imagen-3", "model", "Google") == (body["id"], body["object"], body["owned_by"])
    assert body["engine"] == "painter"
    assert "without a neural network" in body["engine_note"]
    assert {"min": 1, "max": 10, "default": 1} == body["parameters"]["n"]
    assert ["generate", "edit", "mask"] == body["modes"]
    assert {"min": 0, "max": 16} == body["references"]["input"]
    assert (256, 4096) == (body["sizes"]["min_side"], body["sizes"]["max_side"])
    assert ("openai", "always", True) == (body["dialect"], body["prompt_required"], body["sizes"]["follow_input"])


def test_model_prices() -> None:
    """A model's object tells what a picture costs, how many are free and how long its URL lives; no price is null."""
    names = ("image-01", "black-forest-labs/flux.1-dev", "imagen-3")
    told = (json.loads(OPENAI.encode_model(CARDS.find(name)).body) for name in names)
    assert [(3500, 0, 86_400), (None, 10, 604_800), (None, 0, 3600)] == [
        (body["price_micros"], body["free_pictures"], body["url_lifetime_s"]) for body in told
    ]


def test_model_by_ratio() -> None:
    """A model without free sizes lists its ratios and no limits."""
    sizes = json.loads(OPENAI.encode_model(CARDS.find("image-01-live")).body)["sizes"]
    assert sizes["ratios"]["1K"]["16:9"] == "1280x720"
    assert "min_side" not in sizes
