"""Gemini pictures over `POST /v1/chat/completions`, as resellers offer them.

Each picture is one choice whose `message.content` holds a markdown image. `message.images` (OpenRouter's
form, data URLs) comes with it only if `modalities` asks for "image": some user interfaces show both.
"""

import re
import time
from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import field_validator

from easel.core import errors
from easel.core.errors import EaselError, InvalidField
from easel.core.job import Job
from easel.core.model_card import Cards
from easel.core.result import Event, PartialPicture, Picture, Result, Started
from easel.core.usage import Usage, usage_of
from easel.dialects.conversation import Turn, announcement, markdown_images, put_conversation, refusal
from easel.dialects.google_body import AnySpelling, Places, resolution
from easel.dialects.task_object import TaskObject
from easel.dialects.wire import (
    Base64,
    Seed,
    WireRequest,
    WireResponse,
    WireRoute,
    ignore_unknown,
    ignored_header,
    json_response,
    read_body,
    retry_headers,
    server_sent,
)

#: Most special first: class, HTTP status, `type`, `code`.
ERRORS: tuple[tuple[type[EaselError], int, str, str | None], ...] = (
    (errors.KeyMissing, 401, "invalid_request_error", "invalid_api_key"),
    (errors.KeyWrong, 401, "invalid_request_error", "invalid_api_key"),
    (errors.Forbidden, 403, "permission_error", "forbidden"),
    (errors.BalanceTooLow, 402, "insufficient_balance", "insufficient_balance"),
    (errors.RateLimited, 429, "rate_limit_error", "rate_limit_exceeded"),
    (errors.PromptBlocked, 400, "prompt_blocked", "prompt_blocked"),
    (errors.ModelUnknown, 400, "invalid_request_error", "model_not_found"),
    (errors.ModelCannot, 400, "invalid_request_error", "model_not_found"),
    (errors.UrlExpired, 410, "invalid_request_error", "url_expired"),
    (errors.WrongMethod, 405, "invalid_request_error", "method_not_supported"),
    (errors.NotFound, 404, "invalid_request_error", "not_found"),
    (errors.Clash, 409, "invalid_request_error", "conflict"),
    (errors.Conflict, 409, "invalid_request_error", "idempotency_conflict"),
    (errors.Cancelled, 499, "invalid_request_error", "cancelled"),
    (errors.RequestError, 400, "invalid_request_error", None),
    (errors.ServerFull, 503, "server_error", "server_overloaded"),
    (errors.UpstreamFailed, 502, "server_error", "upstream_error"),
    (errors.TimedOut, 504, "server_error", "timeout"),
    (EaselError, 500, "server_error", "internal_error"),
)
SPEAKERS = {"user": "user", "assistant": "model", "model": "model", "system": "system", "developer": "system"}
OTHER_ROLES = ("tool", "function")
#: Settings that clients of one reseller write into a system message.
SPOKEN_RATIO = re.compile(r"\baspect_ratio\s*[=:]\s*[\"']?(\d+:\d+)[\"']?")
SPOKEN_SIZE = re.compile(r"\bimage_size\s*[=:]\s*[\"']?(\d+(?:\.\d+)?[kK]?)\b[\"']?")


class ImageUrl(AnySpelling):
    """Where a picture is: an http(s) URL or a data URL."""

    url: str
    detail: str | None = None


class Part(AnySpelling):
    """One part of a message: a text or a picture."""

    type: str | None = None
    text: str | None = None
    image_url: ImageUrl | None = None

    @field_validator("image_url", mode="before", json_schema_input_type=str | ImageUrl | None)
    @classmethod
    def _bare_url(cls, value: Any) -> Any:
        """Clients in the wild leave out the object around the URL."""
        return ImageUrl.model_construct(set(), url=value) if isinstance(value, str) else value


class MessageImage(Part):
    """A picture beside a message's content."""

    index: int | None = None


class Message(AnySpelling):
    """One message. `images` is where OpenRouter's answers, and so later requests, have the pictures."""

    role: str
    content: list[Part] | None = None
    images: list[MessageImage] | None = None

    @field_validator("role")
    @classmethod
    def _known_role(cls, value: str) -> str:
        if value not in SPEAKERS and value not in OTHER_ROLES:
            msg = f"must be one of {', '.join((*SPEAKERS, *OTHER_ROLES))}"
            raise ValueError(msg)
        return value

    @field_validator("content", mode="before", json_schema_input_type=str | list[Part] | None)
    @classmethod
    def _bare_text(cls, value: Any) -> Any:
        if isinstance(value, str):
            return [Part.model_construct(set(), text=value)]
        if value is not None and not isinstance(value, list):
            msg = "must be a text or a list of parts"
            raise ValueError(msg)
        return value

    @field_validator("images", mode="before", json_schema_input_type=list[str | MessageImage] | None)
    @classmethod
    def _bare_pictures(cls, value: Any) -> Any:
        return [{"image_url": v} if isinstance(v, str) else v for v in value] if isinstance(value, list) else value


class ChatImageConfig(AnySpelling):
    """Aspect ratio such as `16:9`, and resolution such as `2K`."""

    aspect_ratio: str | None = None
    image_size: str | None = None


class ChatResponseFormat(AnySpelling):
    """Google's newer place for the image config."""

    image: ChatImageConfig | None = None


class GoogleOptions(AnySpelling):
    """The `google` object."""

    image_config: ChatImageConfig | None = None
    response_format: ChatResponseFormat | None = None
    response_modalities: list[str] | None = None


class EaselOptions(AnySpelling):
    """What only Easel offers: `markdown` = `data` puts the picture itself into the markdown, not its URL."""

    markdown: str | None = None

    @field_validator("markdown")
    @classmethod
    def _known(cls, value: str | None) -> str | None:
        if value not in (None, "url", "data"):
            msg = "must be one of url, data"
            raise ValueError(msg)
        return value


class ExtraBody(AnySpelling):
    """The literal key `extra_body`."""

    google: GoogleOptions | None = None
    image_config: ChatImageConfig | None = None
    easel: EaselOptions | None = None


class StreamOptions(AnySpelling):
    """Whether the stream ends with the usage, in a chunk with no choice: clients that did not ask trip over it."""

    include_usage: bool | None = None


class ChatCompletionRequest(ExtraBody):
    """The request body. What `extra_body` may hold may stand at the top level as well."""

    model: str
    messages: list[Message]
    n: int | None = None
    size: str | None = None
    seed: Seed = None
    stream: bool | None = None
    stream_options: StreamOptions | None = None
    modalities: list[str] | None = None
    extra_body: ExtraBody | None = None


class GeminiChat(TaskObject):
    """The dialect."""

    name = "gemini_chat"
    routes = (
        WireRoute(
            method="POST", path="/v1/chat/completions", action="generate", body=ChatCompletionRequest,
            summary="Gemini over chat completions: text to image, and editing in a conversation",
        ),
    )  # fmt: skip

    def decode(self, request: WireRequest, cards: Cards) -> Job:
        """Read one chat completion request."""
        body = read_body(ChatCompletionRequest, request.json())
        asked = request.asked(cards.find(body.model), self.name)
        places = Places(asked)
        _put_image_configs(places, body)
        turns = [_turn(message, f"messages[{index}]", places) for index, message in enumerate(body.messages)]
        put_conversation(asked, turns, "messages")
        for name in ("n", "size", "seed", "stream"):
            asked.put(name, getattr(body, name))
        images = any(modality.lower() == "image" for modality in body.modalities or ())
        easel = (body.extra_body and body.extra_body.easel) or body.easel
        markdown = (easel and easel.markdown) or "url"
        # Pictures in the answer itself are many bytes, and the server has to know.
        asked.put("inline", images or markdown == "data")
        ignore_unknown(asked, body)
        usage = bool(body.stream_options and body.stream_options.include_usage)
        # One time for every chunk of a stream: the vendor's ids are the milliseconds.
        reply = {"created_ms": time.time_ns() // 1_000_000, "images": images, "markdown": markdown, "usage": usage}
        return asked.job(reply)

    def encode(self, result: Result) -> WireResponse:
        """A chat completion with one choice for each picture; blocked ones come last."""
        job = result.job
        choices = []
        for index, picture in enumerate(_slots(result)):
            message: dict[str, object] = {"role": "assistant", "content": _content(job, picture, index)}
            if picture is not None and job.reply["images"]:
                message["images"] = _images(picture)
            choices.append({"index": index, "message": message, "finish_reason": _finish_reason(picture)})
        body = {**_head(job, "chat.completion"), "choices": choices, "usage": _usage(result.usage)}
        return json_response(body, headers=ignored_header(job))

    def encode_error(self, error: EaselError, request_id: str, job: Job | None = None) -> WireResponse:
        """OpenAI's error object; pictures that were all blocked are no error here but a filtered choice."""
        if isinstance(error, errors.PicturesBlocked):
            return json_response(_blocked_completion(error, job))
        status, body = _error_body(error)
        return json_response(body, status, headers=retry_headers(error))

    def encode_event(self, event: Event | EaselError, job: Job) -> bytes:
        """Chunks: the role of each choice, then each whole picture, its end, the usage, `[DONE]`."""
        if isinstance(event, PartialPicture):
            return b""
        if isinstance(event, Started):
            roles = ({"role": "assistant", "content": ""} for _ in range(job.n))
            return b"".join(_chunk(job, index, role) for index, role in enumerate(roles))
        if isinstance(event, errors.PicturesBlocked):
            event = Result(job=job, pictures=(), failed=job.n)
        if isinstance(event, EaselError):
            return server_sent(_error_body(event)[1]) + b"data: [DONE]\n\n"
        return b"".join(_result_chunks(event))


def _put_image_configs(places: Places, body: ChatCompletionRequest) -> None:
    extra = body.extra_body
    options = [(f"{body.wire('extra_body')}.", extra)] if extra else []
    options.append(("", body))
    for prefix, option in options:
        if option.google is not None:
            google = f"{prefix}google"
            places.put_shape(option.google.image_config, f"{google}.{option.google.wire('image_config')}")
    for prefix, option in options:
        if option.google is not None and option.google.response_format is not None:
            image = option.google.response_format.image
            places.put_shape(image, f"{prefix}google.{option.google.wire('response_format')}.image")
    for prefix, option in options:
        places.put_shape(option.image_config, f"{prefix}{option.wire('image_config')}")


def _turn(message: Message, name: str, places: Places) -> Turn:
    parts = message.content or ()
    field = f"{name}.content"
    text = "\n".join(part.text for part in parts if part.text)
    pictures = _pictures(parts, field)
    speaker = SPEAKERS.get(message.role, message.role)
    if speaker == "user":
        _check_kinds(parts, field)
    if speaker == "model":
        # An answer of ours may hold the same picture in both places.
        pictures += _pictures(message.images, f"{name}.images") or [(url, field) for url in markdown_images(text)]
    if speaker == "system":
        text = _obey(text, field, places)
    return Turn(speaker=speaker, text=text, field=field, pictures=tuple(pictures))


def _check_kinds(parts: Sequence[Part], field: str) -> None:
    """A file or a sound is no field without effect: the picture would be another one than was asked for."""
    for index, part in enumerate(parts):
        if part.text is None and part.image_url is None and part.type not in (None, "text"):
            raise InvalidField(field=f"{field}[{index}]", problem="must hold a text or an image_url")


def _pictures(parts: Sequence[Part] | None, field: str) -> list[tuple[str, str]]:
    pictures = []
    for index, part in enumerate(parts or ()):
        if part.image_url is not None:
            name = f"{field}[{index}].{part.wire('image_url')}"
            in_object = "url" in part.image_url.model_fields_set
            pictures.append((part.image_url.url, f"{name}.url" if in_object else name))
    return pictures


def _obey(text: str, field: str, places: Places) -> str:
    """Take the settings out of a system message's words."""
    for name, pattern in (("aspect_ratio", SPOKEN_RATIO), ("image_size", SPOKEN_SIZE)):
        if found := pattern.search(text):
            value = found.group(1)
            places.put(name, resolution(value) if name == "image_size" else value, field)
            text = pattern.sub("", text)
    return text.strip(" \t\r\n,;.") if re.search(r"\w", text) else ""


def _slots(result: Result) -> list[Picture | None]:
    """A picture, or None for a blocked one, for each choice: clients that read only the first get a picture."""
    return [*result.pictures, *[None] * (result.job.n - len(result.pictures))]


def _content(job: Job, picture: Picture | None, index: int) -> str | Base64:
    if picture is None:
        return refusal(job.prompt)
    opening = f"{announcement(job.prompt, index + 1, picture.unpainted)}\n\n![image]("
    if job.reply["markdown"] == "data":
        return _data_url(picture, before=opening, after=")")
    return f"{opening}{picture.url})"


def _images(picture: Picture) -> list[dict[str, object]]:
    # Only data URLs: Cherry Studio takes an http URL in here for base64.
    return [{"type": "image_url", "image_url": {"url": _data_url(picture)}, "index": 0}]


def _data_url(picture: Picture, *, before: str = "", after: str = "") -> Base64:
    return Base64(picture.data, before=f"{before}data:{picture.media_type};base64,", after=after)


def _finish_reason(picture: Picture | None) -> str:
    return "content_filter" if picture is None else "stop"


def _head(job: Job, kind: str) -> dict[str, object]:
    created_ms = int(str(job.reply["created_ms"]))
    return {"id": f"gemini-{created_ms}", "object": kind, "created": created_ms // 1000, "model": job.model}


def _usage(usage: Usage) -> dict[str, int]:
    return {"prompt_tokens": usage.prompt, "completion_tokens": usage.pictures, "total_tokens": usage.total}


def _chunk(job: Job, index: int, delta: dict[str, object], finish_reason: str | None = None) -> bytes:
    choice = {"index": index, "delta": delta, "finish_reason": finish_reason}
    return server_sent({**_head(job, "chat.completion.chunk"), "choices": [choice]})


def _result_chunks(result: Result) -> Iterator[bytes]:
    job = result.job
    for index, picture in enumerate(_slots(result)):
        # Never split: LobeChat looks for the whole markdown image in each chunk.
        yield _chunk(job, index, {"content": _content(job, picture, index)})
        if picture is not None and job.reply["images"]:
            # On their own: LobeChat drops the content of a chunk that has images.
            yield _chunk(job, index, {"images": _images(picture)})
        yield _chunk(job, index, {}, _finish_reason(picture))
    if job.reply["usage"]:
        yield server_sent({**_head(job, "chat.completion.chunk"), "choices": [], "usage": _usage(result.usage)})
    yield b"data: [DONE]\n\n"


def _error_body(error: EaselError) -> tuple[int, dict[str, object]]:
    status, kind, code = next((s, k, c) for cls, s, k, c in ERRORS if isinstance(error, cls))
    if isinstance(error, errors.InvalidBody) and error.too_large:
        status = 413
    if isinstance(error, errors.Conflict) and error.other_body:
        status = 422
    return status, {"error": {"message": error.message, "type": kind, "param": error.field, "code": code}}


def _blocked_completion(error: EaselError, job: Job | None) -> dict[str, object]:
    created_ms = time.time_ns() // 1_000_000
    message = {"role": "assistant", "content": error.message}
    return {
        "id": f"gemini-{created_ms}",
        "object": "chat.completion",
        "created": created_ms // 1000,
        "model": job.model if job else "",
        "choices": [{"index": 0, "message": message, "finish_reason": "content_filter"}],
        "usage": _usage(usage_of(job) if job else Usage(0, 0)),
    }
