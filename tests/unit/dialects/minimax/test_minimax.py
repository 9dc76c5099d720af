"""MiniMax beyond the golden files: types, ranges, counts and task records."""

import json
from typing import Any

import pytest

from easel.core.errors import InvalidBody, InvalidField, ModelCannot
from easel.core.image import Size
from easel.core.job import Job
from easel.core.ports import JobRecord
from easel.core.result import Picture, Result
from easel.core.task import Task
from easel.dialects.minimax import MiniMax
from easel.dialects.wire import WireRequest
from easel.models import load_cards

CARDS = load_cards()
MINIMAX = MiniMax()
CAT = "https://example.com/cat.png"


def generate(**body: Any) -> Job:
    """Decode a request for image-01, unless it names another model."""
    values = {"model": "image-01", "prompt": "a cat", **body}
    request = WireRequest(method="POST", path="/v1/image_generation", body=json.dumps(values).encode())
    return MINIMAX.decode(request, CARDS)


def test_defaults() -> None:
    """The defaults of the vendor's document."""
    job = generate()
    assert (1, "1024x1024", None, False, False, False, "jpeg") == (
        job.n, str(job.size), job.seed, job.rewrite_prompt, job.watermark, job.inline, job.output_format,
    )  # fmt: skip


def test_fields_that_are_not_known() -> None:
    """They are named as ignored wherever they stand."""
    subject = {"type": "character", "image_file": CAT, "weight": 2}
    job = generate(model="image-01-live", style={"style_type": "漫画", "tone": 1}, subject_reference=[subject], tags=[])
    assert {"tags", "style.tone", "subject_reference[0].weight"} <= set(job.ignored)


def test_prompt_limit() -> None:
    """1500 characters, whatever their bytes."""
    assert len(generate(prompt="🎨" * 1500).prompt) == 1500
    with pytest.raises(InvalidField, match="at most 1500 characters, got 1501"):
        generate(prompt="🎨" * 1501)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("model", None), ("prompt", None), ("prompt", "\t"), ("aspect_ratio", "2:1"), ("aspect_ratio", 1),
        ("width", 512), ("height", 512), ("width", "512"), ("seed", 2**63), ("seed", "1"), ("n", 0), ("n", 10),
        ("n", True), ("prompt_optimizer", 1), ("aigc_watermark", "true"), ("response_format", "png"),
        ("style", {}), ("style", 3), ("subject_reference", 3), ("subject_reference", [{}]),
        ("subject_reference", [{"image_file": 3}]), ("subject_reference", [{"type": "animal", "image_file": "x"}]),
    ],
)  # fmt: skip
def test_invalid_field(field: str, value: object) -> None:
    """A wrong type or value is an error; width and height blame the one that is missing."""
    with pytest.raises(InvalidField) as caught:
        generate(**{field: value})
    blamed = {"width": "height", "height": "width"}.get(field, field) if value == 512 else field
    assert caught.value.field.startswith(blamed)


@pytest.mark.parametrize(("width", "height"), [(504, 512), (2056, 512), (512, 513), (0, 0), (512, 2**31 - 1)])
def test_sides_out_of_range(width: int, height: int) -> None:
    """Sides outside [512, 2048] or no multiples of 8 are errors."""
    with pytest.raises(InvalidField):
        generate(width=width, height=height)


@pytest.mark.parametrize(("width", "height"), [(512, 2048), (2048, 512), (1000, 1416)])
def test_sides(width: int, height: int) -> None:
    """Sides in [512, 2048] that are multiples of 8."""
    assert Size(width, height) == generate(width=width, height=height).size


@pytest.mark.parametrize("weight", [0, -0.5, 1.01])
def test_style_weight_range(weight: float) -> None:
    """A style's weight is in (0, 1]."""
    with pytest.raises(InvalidField, match=r"style\.style_weight: must be in \(0, 1\]"):
        generate(model="image-01-live", style={"style_type": "元气", "style_weight": weight})


def test_style_weight_default() -> None:
    """A style without a weight has 0.8."""
    job = generate(model="image-01-live", style={"style_type": "元气"})
    assert ("元气", 0.8) == (job.style.name, job.style.weight)


@pytest.mark.parametrize(
    "subjects", [CAT, [CAT], {"image_file": CAT}, [{"image": CAT}], [{"type": "character", "image_url": CAT}]]
)
def test_subject_spellings(subjects: object) -> None:
    """Every spelling that clients send is understood."""
    assert [CAT] == [r.source for r in generate(subject_reference=subjects).references]


def test_several_subjects() -> None:
    """Several subjects keep their order and their places in the body."""
    job = generate(subject_reference=[{"image_file": CAT, "weight": 0.8}, CAT])
    assert ["subject_reference[0].image_file", "subject_reference[1].image_file"] == [r.field for r in job.references]


def test_subject_for_a_model_that_takes_none() -> None:
    """A subject cannot be left out silently."""
    with pytest.raises(ModelCannot):
        generate(model="dall-e-3", subject_reference=CAT)


def test_wide_sides_for_a_model_of_ratios() -> None:
    """Absurd sides are refused before a nearest ratio is looked for."""
    with pytest.raises(InvalidField):
        generate(width=10**400, height=1)


def test_blocked_pictures_are_counted() -> None:
    """Of three pictures one was blocked: counts are texts, and the status is still success."""
    pictures = [
        Picture(index=i, artifact="a", url=f"http://h/{i}", data=b"", media_type="image/jpeg", size=Size(1, 1), seed=0,
                prompt="")
        for i in range(2)
    ]  # fmt: skip
    body = json.loads(MINIMAX.encode(Result(job=generate(n=3), pictures=tuple(pictures), failed=1)).body)
    assert {"failed_count": "1", "success_count": "2"} == body["metadata"]
    assert ["http://h/0", "http://h/1"] == body["data"]["image_urls"]
    assert body["base_resp"] == {"status_code": 0, "status_msg": "success"}


def test_record_of_a_finished_task() -> None:
    """A task that has succeeded shows its pictures."""
    record = JobRecord("j1", "image-01", "succeeded", 0, urls=("http://h/0",), failed=1)
    body = json.loads(MINIMAX.encode_task(Task(record=record, status_url=""), "r").body)
    assert ("Success", ["http://h/0"]) == (body["status"], body["data"]["image_urls"])
    assert {"failed_count": "1", "success_count": "1"} == body["metadata"]


@pytest.mark.parametrize(("status", "word"), [("queued", "Queueing"), ("running", "Processing"), ("failed", "Fail")])
def test_record_without_pictures(status: str, word: str) -> None:
    """Any other task shows its state alone."""
    record = JobRecord("j1", "image-01", status, 0)
    body = json.loads(MINIMAX.encode_task(Task(record=record, status_url=""), "r").body)
    assert {"id": "j1", "task_id": "j1", "status": word} == {k: body[k] for k in ("id", "task_id", "status")}
    assert "data" not in body


def test_bodies_that_are_no_objects() -> None:
    """A body has to be a JSON object."""
    for body in (b"", b"[]", b"null", b"{", b'{"prompt": NaN}', b"\xff"):
        with pytest.raises(InvalidBody):
            MINIMAX.decode(WireRequest(method="POST", path="/v1/image_generation", body=body), CARDS)
