"""MiniMax `POST /v1/image_generation` (platform.minimaxi.com, text-to-image and image-to-image).

Errors are HTTP 200 with `base_resp.status_code`; counts are texts, as in the vendor's own example.
"""

from http import HTTPStatus
from typing import Any, Literal

from pydantic import AliasChoices, Field, field_validator, model_validator

from easel.core import errors
from easel.core.errors import EaselError, InvalidField
from easel.core.job import Job, Role
from easel.core.model_card import Cards
from easel.core.result import Result
from easel.core.task import Task
from easel.dialects.wire import (
    Base64,
    Body,
    Seed,
    WireRequest,
    WireResponse,
    WireRoute,
    ignore_unknown,
    ignored_header,
    json_response,
    read_body,
    retry_headers,
)

INVALID_PARAMS = 2013
#: Most special first: the first class that matches wins. Codes of the vendor's error table; without a text, the
#: error's own message is sent.
STATUS_CODES: tuple[tuple[type[EaselError], int, str], ...] = (
    (errors.KeyMissing, 1004, "login fail: please carry the API secret key in the 'Authorization' field"),
    (errors.KeyWrong, 2049, "invalid api key"),
    (errors.Forbidden, 1004, ""),
    (errors.BalanceTooLow, 1008, "insufficient balance"),
    (errors.RateLimited, 1002, "rate limit exceeded"),
    (errors.PromptBlocked, 1026, "input new_sensitive"),
    (errors.PicturesBlocked, 1027, "output new_sensitive"),
    (errors.ServerFull, 1041, ""),
    (errors.TimedOut, 1001, ""),
    (errors.UpstreamFailed, 1033, ""),
    (errors.Cancelled, 1000, ""),
    (errors.Clash, INVALID_PARAMS, ""),
    # A client gives up at 2013; at 1002 it waits and asks again, which is all that is needed.
    (errors.Conflict, 1002, ""),
    (errors.RequestError, INVALID_PARAMS, ""),
    (EaselError, 1000, ""),
)
#: The states of the vendor's tasks.
TASK_STATES = {"queued": "Queueing", "running": "Processing", "succeeded": "Success", "failed": "Fail"}


class StyleObject(Body):
    """The `style` object of image-01-live."""

    style_type: str
    style_weight: float | None = None


class SubjectReference(Body):
    """One subject; mmx-cli puts URLs into `image_url`, a bare text is the image itself."""

    type: Literal["character"] | None = None
    image_file: str = Field(validation_alias=AliasChoices("image_file", "image_url", "image"))

    @model_validator(mode="before")
    @classmethod
    def _bare_text(cls, value: Any) -> Any:
        return {"image_file": value} if isinstance(value, str) else value


class ImageGenerationReq(Body):
    """The request body, with the odd forms that real clients send."""

    model: str
    prompt: str
    style: StyleObject | None = None
    aspect_ratio: str | None = None
    width: int | None = Field(None, ge=0, lt=2**31)
    height: int | None = Field(None, ge=0, lt=2**31)
    response_format: str | None = None
    seed: Seed = None
    n: int | None = None
    prompt_optimizer: bool | None = None
    aigc_watermark: bool | None = None
    subject_reference: list[SubjectReference] | None = None

    @field_validator("style", mode="before")
    @classmethod
    def _style_by_name(cls, value: Any) -> Any:
        """A client in the wild sends the style's name alone."""
        return {"style_type": value} if isinstance(value, str) else value

    @field_validator("subject_reference", mode="before")
    @classmethod
    def _one_or_many(cls, value: Any) -> Any:
        """minimax-mcp-js sends a bare text, others one object instead of a list."""
        return [value] if isinstance(value, str | dict) else value


class MiniMax:
    """The dialect."""

    name = "minimax"
    accepted_status = HTTPStatus.OK
    routes = (
        WireRoute(
            method="POST", path="/v1/image_generation", action="generate", body=ImageGenerationReq,
            summary="MiniMax: text to image, and image to image by subject reference",
        ),
        WireRoute(
            method="GET", path="/v1/query/image_generation", action="show_job",
            summary="MiniMax: the state and the pictures of a task, by task_id",
        ),
        WireRoute(
            method="GET", path="/v1/token_plan/remains", action="show_plan",
            summary="MiniMax: the probe by which mmx-cli finds its region",
        ),
    )  # fmt: skip

    def decode(self, request: WireRequest, cards: Cards) -> Job:
        """Read one image_generation request."""
        body = read_body(ImageGenerationReq, request.json())
        asked = request.asked(cards.find(body.model), self.name)
        for name in ("prompt", "aspect_ratio", "width", "height", "seed", "n"):
            asked.put(name, getattr(body, name))
        asked.put("rewrite_prompt", body.prompt_optimizer, "prompt_optimizer")
        asked.put("watermark", body.aigc_watermark, "aigc_watermark")
        if body.style is not None:
            asked.put("style", body.style.style_type, "style.style_type")
            asked.put("style_weight", body.style.style_weight, "style.style_weight")
        for index, subject in enumerate(body.subject_reference or ()):
            field = f"subject_reference[{index}].image_file"
            asked.refer(Role.SUBJECT, subject.image_file, field, essential=True)
        asked.put("inline", _inline(body.response_format), "response_format")
        # The vendor answers JPEG; qwen-code's MiniMax path takes PNG only and says so in Accept.
        asked.put("output_format", "png" if request.headers.get("accept") == "image/png" else "jpeg")
        ignore_unknown(asked, body)
        return asked.job()

    def encode(self, result: Result) -> WireResponse:
        """The vendor's success body."""
        body = {
            "id": result.job.id,
            "data": _data(result),
            "metadata": {"failed_count": str(result.failed), "success_count": str(len(result.pictures))},
            "base_resp": {"status_code": 0, "status_msg": "success"},
        }
        return json_response(body, headers={"Trace-Id": result.job.id, **ignored_header(result.job)})

    def encode_error(self, error: EaselError, request_id: str, job: Job | None = None) -> WireResponse:
        """HTTP 200 with a status code that is not 0."""
        body = {"id": request_id, "base_resp": _base_resp(error)}
        return json_response(body, headers={"Trace-Id": request_id, **retry_headers(error)})

    def encode_task(self, task: Task, request_id: str) -> WireResponse:
        """A task's state; the pictures once it has succeeded, the error's code when it has failed."""
        record = task.record
        body: dict[str, Any] = {"id": record.id, "task_id": record.id, "status": TASK_STATES[record.status]}
        if record.status == "succeeded":
            body["data"] = _data(task.result) if task.result else {"image_urls": list(record.urls)}
            body["metadata"] = {"failed_count": str(record.failed), "success_count": str(len(record.urls))}
        body["base_resp"] = _base_resp(task.error) if task.error else {"status_code": 0, "status_msg": "success"}
        return json_response(body, headers={"Trace-Id": record.id})

    def encode_plan(self, request_id: str) -> WireResponse:
        """mmx-cli takes a status code of 0 as "this key belongs here"; it reads nothing else."""
        body = {"model_remains": [], "base_resp": {"status_code": 0, "status_msg": "success"}}
        return json_response(body, headers={"Trace-Id": request_id})


def _data(result: Result) -> dict[str, list[Base64] | list[str]]:
    if result.job.inline:
        return {"image_base64": [Base64(p.data) for p in result.pictures]}
    return {"image_urls": [p.url for p in result.pictures]}


def _base_resp(error: EaselError) -> dict[str, object]:
    code, text = next(row[1:] for row in STATUS_CODES if isinstance(error, row[0]))
    if isinstance(error, errors.Conflict) and error.other_body:
        code = INVALID_PARAMS
    if code == INVALID_PARAMS:
        text = f"invalid params, {error.message}"
    return {"status_code": code, "status_msg": text or error.message}


def _inline(response_format: str | None) -> bool:
    if response_format in (None, "url"):
        return False
    # `b64_json` is what clients written for OpenAI send.
    if response_format in ("base64", "b64_json"):
        return True
    raise InvalidField(field="response_format", problem="must be one of url, base64")
