"""OpenAI's Images API and ModelMax, which speaks it: `images/generations`, `images/edits` and `models`.

The request is the union of what the vendors' models have taken over the years; the model's card says which fields
count. `seed`, `steps`, `guidance_scale`, `negative_prompt`, `strength`, `aspect_ratio` and `image_size` are extensions:
what OpenAI's SDKs send in `extra_body`.
"""

import re
import time
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from pydantic import AliasChoices, Field, field_validator, model_validator

from easel.core import errors
from easel.core.asked import Asked
from easel.core.errors import EaselError, InvalidBody, InvalidField, ModelCannot
from easel.core.job import Job, Role
from easel.core.model_card import Cards, ModelCard
from easel.core.result import Event, PartialPicture, Picture, Result
from easel.core.usage import Usage, picture_tokens
from easel.dialects.model_object import model_object
from easel.dialects.task_object import TaskObject
from easel.dialects.wire import (
    Base64,
    Body,
    FormPart,
    Seed,
    WireRequest,
    WireResponse,
    WireRoute,
    ignore_unknown,
    ignored_header,
    json_response,
    read_body,
    read_json,
    retry_headers,
    server_sent,
)

#: Most special first: the first class that matches wins. HTTP status, `error.type`, `error.code`.
STATUSES: tuple[tuple[type[EaselError], int, str, str], ...] = (
    (errors.KeyMissing, 401, "invalid_request_error", "invalid_api_key"),
    (errors.KeyWrong, 401, "invalid_request_error", "invalid_api_key"),
    (errors.Forbidden, 403, "permission_error", "forbidden"),
    (errors.BalanceTooLow, 402, "insufficient_balance", "insufficient_balance"),
    (errors.RateLimited, 429, "rate_limit_error", "rate_limit_exceeded"),
    (errors.PromptBlocked, 400, "image_generation_user_error", "moderation_blocked"),
    (errors.PicturesBlocked, 400, "image_generation_user_error", "moderation_blocked"),
    (errors.ModelUnknown, 400, "invalid_request_error", "model_not_found"),
    (errors.ModelCannot, 400, "invalid_request_error", "model_not_found"),
    (errors.UrlExpired, 410, "invalid_request_error", "url_expired"),
    (errors.WrongMethod, 405, "invalid_request_error", "method_not_supported"),
    (errors.NotFound, 404, "invalid_request_error", "not_found"),
    (errors.Clash, 409, "invalid_request_error", "conflict"),
    (errors.Conflict, 409, "idempotency_error", "idempotency_conflict"),
    (errors.Cancelled, 499, "invalid_request_error", "cancelled"),
    (errors.InvalidBody, 400, "invalid_request_error", "invalid_body"),
    (errors.RequestError, 400, "invalid_request_error", "invalid_value"),
    (errors.ServerFull, 503, "server_error", "server_full"),
    (errors.TimedOut, 504, "server_error", "timeout"),
    (errors.UpstreamFailed, 502, "upstream_error", "upstream_failed"),
    (EaselError, 500, "server_error", "internal_error"),
)
#: The SDKs leave `model` out when it is not set.
DEFAULT_MODEL = "imagen-3"
#: Asks for a random seed, as image servers have it.
RANDOM_SEED = -1
FORMATS = {"png": "png", "jpeg": "jpeg", "jpg": "jpeg", "webp": "webp"}
#: Form parts that are images; the SDK writes a list as `image[]`, older clients repeat `image`, PHP counts them.
IMAGE_PART = re.compile(r"images?(\[[0-9]*\])?")


class ImageSource(Body):
    """One image of a JSON body: its URL or data URL, bare or in an object."""

    image_url: str = Field(validation_alias=AliasChoices("image_url", "url"))

    @model_validator(mode="before")
    @classmethod
    def _bare_or_nested(cls, value: Any) -> Any:
        """A bare text is the URL; chat clients nest it once more."""
        if isinstance(value, str):
            return {"image_url": value}
        if isinstance(value, dict) and "file_id" in value:
            msg = "file_id is not supported, send image_url"
            raise ValueError(msg)
        if isinstance(value, dict) and isinstance(value.get("image_url"), dict):
            return value["image_url"]
        return value


class OpenAIImageReq(Body):
    """The body of images/generations."""

    prompt: str
    model: str | None = None
    n: int | None = None
    size: str | None = None
    quality: str | None = None
    background: str | None = None
    output_format: str | None = None
    output_compression: int | None = Field(None, ge=0, le=100)
    moderation: str | None = None
    response_format: str | None = None
    style: str | None = None
    stream: bool | None = None
    partial_images: int | None = Field(None, ge=0, le=3)
    user: str | None = None
    safety_identifier: str | None = None
    seed: Seed = None
    steps: int | None = None
    guidance_scale: float | None = None
    negative_prompt: str | None = None
    strength: float | None = None
    aspect_ratio: str | None = None
    image_size: str | None = None


class OpenAIEditReq(OpenAIImageReq):
    """The body of images/edits. In a multipart form, images and the mask are file parts."""

    image: list[ImageSource] | None = None
    images: list[ImageSource] | None = None
    mask: ImageSource | None = None
    input_fidelity: str | None = None

    @field_validator("image", "images", mode="before")
    @classmethod
    def _one_or_many(cls, value: Any) -> Any:
        return [value] if isinstance(value, str | dict) else value


class OpenAIImages(TaskObject):
    """The dialect."""

    name = "openai"
    routes = (
        WireRoute(
            method="POST", path="/v1/images/generations", action="generate", body=OpenAIImageReq,
            summary="OpenAI and ModelMax: text to image",
        ),
        WireRoute(
            method="POST", path="/v1/images/edits", action="generate", body=OpenAIEditReq, multipart=True,
            summary="OpenAI: edit images, within a mask if there is one (multipart form or JSON)",
        ),
        WireRoute(
            method="GET", path="/v1/tasks/{task_id}", action="show_job",
            summary="A task of any dialect, in the shape of the one that it was submitted in",
        ),
        WireRoute(
            method="DELETE", path="/v1/tasks/{task_id}", action="cancel",
            summary="Cancel a task of any dialect that waits or is painted; it costs nothing then",
        ),
        WireRoute(method="GET", path="/v1/models", action="list_models", summary="OpenAI: every model"),
        WireRoute(method="GET", path="/v1/models/{model:path}", action="show_model", summary="OpenAI: one model"),
    )  # fmt: skip

    def decode(self, request: WireRequest, cards: Cards) -> Job:
        """Read one images/generations or images/edits request."""
        edit = request.path.endswith("/images/edits")
        values, files = _read_form(request.form) if request.form is not None else (read_json(request.body), [])
        body = read_body(OpenAIEditReq if edit else OpenAIImageReq, values, from_text=request.form is not None)
        asked = request.asked(cards.find(body.model or DEFAULT_MODEL), self.name)
        _put_picture(asked, body)
        _put_delivery(asked, body)
        if isinstance(body, OpenAIEditReq):
            _refer(asked, files or _references(body))
            if body.input_fidelity is not None:
                asked.ignore("input_fidelity")
        else:
            for _, _, field in files:
                asked.ignore(field)
        ignore_unknown(asked, body)
        safety_identifier = body.safety_identifier or body.user
        reply: dict[str, object] = {"event": "image_edit" if edit else "image_generation"}
        return asked.job(reply | ({"safety_identifier": safety_identifier} if safety_identifier else {}))

    def encode(self, result: Result) -> WireResponse:
        """The success body, with the usage keys of both vendors."""
        job = result.job
        data = []
        for picture in result.pictures:
            delivered = {"b64_json": Base64(picture.data)} if job.inline else {"url": picture.url}
            data.append({**delivered, "revised_prompt": picture.prompt})
        body = {
            "created": result.created,
            "data": data,
            **({"size": str(result.pictures[0].size)} if result.pictures else {}),
            **_manner(job),
            "output_format": job.output_format,
            "usage": _usage(result.usage),
        }
        if "safety_identifier" in job.reply:
            body["safety_identifier"] = job.reply["safety_identifier"]
        return json_response(body, headers=ignored_header(job))

    def encode_error(self, error: EaselError, request_id: str, job: Job | None = None) -> WireResponse:
        """OpenAI's error object; `param` is the field at fault."""
        status, fault = _error(error)
        return json_response({"error": fault}, status, retry_headers(error))

    def encode_event(self, event: Event | EaselError, job: Job) -> bytes:
        """Partial pictures, then one `completed` event for each picture, or the error."""
        if isinstance(event, EaselError):
            return server_sent({"type": "error", "error": _error(event)[1]}, event="error")
        if isinstance(event, PartialPicture):
            return _partial(event, job)
        if isinstance(event, Result):
            return b"".join(_completed(event, picture) for picture in event.pictures)
        return b""

    def encode_models(self, cards: Iterable[ModelCard]) -> WireResponse:
        """Every model, in the order of the ids."""
        return json_response({"object": "list", "data": [model_object(card) for card in cards]})

    def encode_model(self, card: ModelCard) -> WireResponse:
        """One model."""
        return json_response(model_object(card))


Source = tuple[Role, str | bytes, str]


def _read_form(parts: Iterable[FormPart]) -> tuple[dict[str, str], list[Source]]:
    """The text fields and the images of a multipart form. Browsers send an empty part without a file name for none."""
    values: dict[str, str] = {}
    files: list[Source] = []
    for part in parts:
        if IMAGE_PART.fullmatch(part.name) or part.name == "mask":
            if part.filename and not part.data:
                raise InvalidField(part.name, "the file is empty")
            if part.data:
                role = Role.MASK if part.name == "mask" else Role.INPUT
                files.append((role, _file_or_url(part), part.name))
            continue
        if part.name not in OpenAIEditReq.model_fields:
            # Any bytes may be in there: only the name is of use.
            values[part.name] = ""
            continue
        try:
            values[part.name] = part.data.decode()
        except UnicodeDecodeError:
            msg = "must be UTF-8 text"
            raise InvalidField(part.name, msg) from None
    return values, files


def _file_or_url(part: FormPart) -> str | bytes:
    """A part without a file name holds a URL or base64, unless it is no text at all."""
    if part.filename is None:
        try:
            return part.data.decode()
        except UnicodeDecodeError:
            pass
    return part.data


def _references(body: OpenAIEditReq) -> list[Source]:
    """The images of a JSON body."""
    sources: list[Source] = []
    for name in ("image", "images"):
        given = getattr(body, name) or ()
        sources += [(Role.INPUT, source.image_url, f"{name}[{index}]") for index, source in enumerate(given)]
    if body.mask is not None:
        sources.append((Role.MASK, body.mask.image_url, "mask"))
    return sources


def _refer(asked: Asked, sources: list[Source]) -> None:
    """Add the images of an edit: at least one, and a mask only for a model that keeps to it."""
    if not any(role is Role.INPUT for role, _, _ in sources):
        raise InvalidField(field="image", problem="is required: send at least one image to edit")
    for role, source, field in sources:
        if role is Role.MASK and Role.MASK not in asked.card.references:
            raise ModelCannot(asked.card.id, "takes no mask")
        asked.refer(role, source, field, essential=True)


def _put_picture(asked: Asked, body: OpenAIImageReq) -> None:
    """What the picture should be like."""
    names = (
        "prompt", "n", "size", "style", "steps", "guidance_scale", "negative_prompt", "strength", "aspect_ratio",
        "image_size",
    )  # fmt: skip
    for name in names:
        asked.put(name, getattr(body, name))
    for name in ("quality", "background"):
        value = getattr(body, name)
        asked.put(name, None if value == "auto" else value)
    if body.seed != RANDOM_SEED:
        asked.put("seed", body.seed)
    if body.moderation is not None:
        asked.ignore("moderation")


def _put_delivery(asked: Asked, body: OpenAIImageReq) -> None:
    """How the picture should arrive."""
    output_format = FORMATS.get(body.output_format or "png")
    if output_format is None:
        raise InvalidField(field="output_format", problem=_format_problem(body.output_format))
    if body.background == "transparent" and output_format == "jpeg":
        raise InvalidField(field="background", problem="transparent needs the output_format png or webp")
    if body.response_format not in (None, "url", "b64_json"):
        raise InvalidField(field="response_format", problem="must be one of url, b64_json")
    asked.put("output_format", output_format)
    if output_format != "png":
        asked.put("output_compression", body.output_compression)
    elif body.output_compression is not None:
        asked.ignore("output_compression")
    if body.stream:
        # Events have no place for a URL.
        asked.put("inline", True)
        asked.put("stream", True)
        asked.put("partial_images", body.partial_images)
        if body.response_format == "url":
            asked.ignore("response_format")
        return
    if body.partial_images is not None:
        asked.ignore("partial_images")
    if body.response_format is not None:
        asked.put("inline", body.response_format == "b64_json", "response_format")


def _format_problem(output_format: str | None) -> str:
    if output_format in ("gif", "svg"):
        return f"{output_format} is not supported: the server makes png, jpeg and webp"
    return "must be one of png, jpeg, webp"


def _manner(job: Job) -> dict[str, str]:
    """The fields in which every answer says how the picture was made."""
    return {"quality": job.quality, "background": "transparent" if job.background == "transparent" else "opaque"}


def _usage(usage: Usage) -> dict[str, object]:
    """Token figures under ModelMax's names and under OpenAI's."""
    return {
        "prompt_tokens": usage.prompt,
        "completion_tokens": usage.pictures,
        "input_tokens": usage.prompt,
        "output_tokens": usage.pictures,
        "total_tokens": usage.total,
        "input_tokens_details": {"text_tokens": usage.text, "image_tokens": usage.references},
        "output_tokens_details": {"image_tokens": usage.pictures, "text_tokens": 0},
    }


def _partial(event: PartialPicture, job: Job) -> bytes:
    kind = f"{job.reply['event']}.partial_image"
    data = {
        "type": kind,
        "b64_json": Base64(event.data),
        "partial_image_index": event.stage,
        "created_at": int(time.time()),
        "size": str(event.size),
        **_manner(job),
        "output_format": event.media_type.removeprefix("image/"),
    }
    return server_sent(data, event=kind)


def _completed(result: Result, picture: Picture) -> bytes:
    """One picture's event. The prompt counts once, with the first picture, so that the events add up."""
    job = result.job
    own = replace(result.usage, pictures=picture_tokens(picture.size))
    usage = own if picture is result.pictures[0] else replace(own, text=0, references=0)
    kind = f"{job.reply['event']}.completed"
    data = {
        "type": kind,
        "b64_json": Base64(picture.data),
        "created_at": result.created,
        "size": str(picture.size),
        **_manner(job),
        "output_format": job.output_format,
        "usage": _usage(usage),
    }
    return server_sent(data, event=kind)


def _error(error: EaselError) -> tuple[int, dict[str, Any]]:
    """HTTP status and error object."""
    status, kind, code = next(row[1:] for row in STATUSES if isinstance(error, row[0]))
    if isinstance(error, InvalidBody) and error.too_large:
        status, code = 413, "request_too_large"
    elif isinstance(error, errors.Conflict) and error.other_body:
        # 409 makes the SDKs try again, which helps only while the first request runs.
        status, code = 422, "idempotency_key_reused"
    fault: dict[str, Any] = {"message": error.message, "type": kind, "param": error.field, "code": code}
    if code == "moderation_blocked":
        stage = "input" if isinstance(error, errors.PromptBlocked) else "output"
        fault["moderation_details"] = {"moderation_stage": stage, "categories": []}
    return status, fault
