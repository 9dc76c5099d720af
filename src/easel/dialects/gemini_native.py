"""Google's own `models/{model}:generateContent` and `:streamGenerateContent`, and its model lists.

The answer holds the pictures' bytes, one candidate for each. Text comes with them only if `responseModalities`
asks for it in so many words: clients that ask for nothing tend to read the first part alone.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import field_validator

from easel.core import errors
from easel.core.asked import Asked
from easel.core.errors import EaselError, InvalidField
from easel.core.job import Job
from easel.core.model_card import Cards, ModelCard
from easel.core.result import Event, PartialPicture, Picture, Result
from easel.core.usage import Usage, usage_of
from easel.dialects.conversation import Turn, announcement, put_conversation, refusal
from easel.dialects.google_body import (
    PREFIXES,
    CamelBody,
    OutputOptions,
    Places,
    as_list,
    standard_base64,
)
from easel.dialects.google_errors import error_body, error_response
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
    server_sent,
)

STREAM = ":streamGenerateContent"
COUNT = ":countTokens"
#: Unfinished pictures of a stream that shows its thoughts.
THOUGHTS = 2


class Blob(CamelBody):
    """A picture's bytes in base64."""

    mime_type: str | None = None
    data: str


class FileData(CamelBody):
    """A picture's URL."""

    mime_type: str | None = None
    file_uri: str


class ContentPart(CamelBody):
    """A text or a picture. A `thought` is what a model painted on the way to its answer."""

    text: str | None = None
    thought: bool | None = None
    inline_data: Blob | None = None
    file_data: FileData | None = None


class Content(CamelBody):
    """One turn of the conversation; without a role it is the user's."""

    role: str | None = None
    parts: list[ContentPart] = []

    @field_validator("role")
    @classmethod
    def _known_role(cls, value: str | None) -> str | None:
        if value not in (None, "", "user", "model", "system"):
            msg = "must be one of user, model"
            raise ValueError(msg)
        return value

    @field_validator("parts", mode="before", json_schema_input_type=list[ContentPart] | ContentPart)
    @classmethod
    def _one_or_many(cls, value: Any) -> Any:
        return as_list(value)


class ImageConfig(CamelBody):
    """Shape and file format of the pictures."""

    aspect_ratio: str | None = None
    image_size: str | None = None
    image_output_options: OutputOptions | None = None


class ResponseFormat(CamelBody):
    """Google's newer place for the image config."""

    image: ImageConfig | None = None


class ThinkingConfig(CamelBody):
    """How much of the way to the answer is shown."""

    include_thoughts: bool | None = None


class GenerationConfig(CamelBody):
    """The settings that a picture can follow; those of texts are ignored and named."""

    candidate_count: int | None = None
    seed: Seed = None
    response_modalities: list[str] | None = None
    image_config: ImageConfig | None = None
    response_format: ResponseFormat | None = None
    thinking_config: ThinkingConfig | None = None


class GenerateContentRequest(CamelBody):
    """The request body."""

    contents: list[Content]
    system_instruction: Content | None = None
    generation_config: GenerationConfig | None = None

    @field_validator("contents", mode="before", json_schema_input_type=list[Content] | Content)
    @classmethod
    def _one_or_many(cls, value: Any) -> Any:
        return as_list(value)

    @field_validator("system_instruction", mode="before", json_schema_input_type=str | Content | None)
    @classmethod
    def _bare_text(cls, value: Any) -> Any:
        return {"parts": [{"text": value}]} if isinstance(value, str) else value


class GeminiNative(TaskObject):
    """The dialect."""

    name = "gemini_native"
    routes = (
        *(
            WireRoute(
                method="POST", path=f"{prefix}/{{model:path}}{verb}", action="generate", body=GenerateContentRequest,
                summary="Gemini: text to image, and editing in a conversation",
            )
            for prefix in PREFIXES
            for verb in (":generateContent", STREAM)
        ),
        *(
            WireRoute(
                method="POST", path=f"{prefix}/{{model:path}}{COUNT}", action="count_tokens",
                body=GenerateContentRequest, summary="Gemini: how many tokens a request has; paints nothing",
            )
            for prefix in PREFIXES
        ),
        WireRoute(method="GET", path="/v1beta/models", action="list_models", summary="Gemini: the models"),
        WireRoute(method="GET", path="/v1beta/models/{model:path}", action="show_model", summary="Gemini: one model"),
        WireRoute(method="GET", path="/v1/models", action="list_models", summary="Gemini: the models"),
        WireRoute(method="GET", path="/v1/models/{model:path}", action="show_model", summary="Gemini: one model"),
    )  # fmt: skip

    def decode(self, request: WireRequest, cards: Cards) -> Job:
        """Read one request; the model stands in the path."""
        asked = request.asked(cards.find(request.path_params["model"]), self.name)
        values = request.json()
        if request.path.endswith(COUNT):
            values = values.get("generateContentRequest", values)
        body = read_body(GenerateContentRequest, values)
        turns = [_turn(content, f"contents[{index}]") for index, content in enumerate(body.contents)]
        if body.system_instruction is not None:
            turns.append(_turn(body.system_instruction, body.wire("system_instruction"), speaker="system"))
        put_conversation(asked, turns, "contents")
        config = body.generation_config or GenerationConfig()
        place = body.wire("generation_config")
        _put_config(asked, config, place)
        ignore_unknown(asked, body)
        asked.put("inline", True)
        streamed = request.path.endswith(STREAM)
        events = streamed and request.query.get("alt", "").lower() == "sse"
        asked.put("stream", events)
        _put_thoughts(asked, config, place, shown=events)
        # Without alt=sse a streamed answer is one JSON array.
        return asked.job({"text": _wants_text(config, place), "array": streamed and not events})

    def encode(self, result: Result) -> WireResponse:
        """One candidate for each picture; blocked ones come last."""
        body = _body(result, list(_candidates(result)))
        return json_response([body] if result.job.reply["array"] else body, headers=ignored_header(result.job))

    def encode_error(self, error: EaselError, request_id: str, job: Job | None = None) -> WireResponse:
        """Google's error object; what was blocked is no error here but an answer without pictures.

        Such an answer comes as the job's others would: a client that reads events fails at anything else.
        """
        blocked = _blocked(error)
        if blocked is None:
            return error_response(error)
        if job is None:
            return json_response({**blocked, "responseId": request_id})
        if job.stream:
            return WireResponse(self.encode_event(error, job), media_type="text/event-stream")
        body = {**blocked, **_head(job)}
        return json_response([body] if job.reply["array"] else body)

    def encode_event(self, event: Event | EaselError, job: Job) -> bytes:
        """One event for each finished picture, and as a thought each unfinished one, if thoughts are asked for."""
        if isinstance(event, EaselError):
            blocked = _blocked(event)
            return server_sent(error_body(event) if blocked is None else {**blocked, **_head(job)})
        if isinstance(event, Result):
            return b"".join(server_sent(_body(event, [candidate])) for candidate in _candidates(event))
        return server_sent(_thought(event, job)) if isinstance(event, PartialPicture) else b""

    def encode_count(self, job: Job) -> WireResponse:
        """How many tokens a request has: what its answer would report of it."""
        usage = usage_of(job)
        return json_response({"totalTokens": usage.prompt, "promptTokensDetails": _prompt_details(usage)})

    def encode_models(self, cards: Iterable[ModelCard]) -> WireResponse:
        """Every model in Google's shape, in one page."""
        return json_response({"models": [_model(card) for card in cards]})

    def encode_model(self, card: ModelCard) -> WireResponse:
        """One model in Google's shape."""
        return json_response(_model(card))


def _turn(content: Content, name: str, *, speaker: str | None = None) -> Turn:
    field = f"{name}.{content.wire('parts')}"
    parts = [(index, part) for index, part in enumerate(content.parts) if not part.thought]
    pictures = []
    for index, part in parts:
        name = f"{field}[{index}]"
        if part.inline_data is not None:
            blob = f"{name}.{part.wire('inline_data')}.data"
            pictures.append((standard_base64(part.inline_data.data), blob))
        if part.file_data is not None:
            uri = f"{name}.{part.wire('file_data')}.{part.file_data.wire('file_uri')}"
            pictures.append((part.file_data.file_uri, uri))
    text = "\n".join(part.text for _, part in parts if part.text)
    return Turn(speaker=speaker or content.role or "user", text=text, field=field, pictures=tuple(pictures))


def _put_config(asked: Asked, config: GenerationConfig, place: str) -> None:
    asked.put("n", config.candidate_count, f"{place}.{config.wire('candidate_count')}")
    asked.put("seed", config.seed, f"{place}.seed")
    places = Places(asked)
    _put_image_config(places, config.image_config, f"{place}.{config.wire('image_config')}")
    if config.response_format is not None:
        _put_image_config(places, config.response_format.image, f"{place}.{config.wire('response_format')}.image")


def _put_thoughts(asked: Asked, config: GenerationConfig, place: str, *, shown: bool) -> None:
    """Unfinished pictures are the thoughts of a stream; an answer in one piece has none."""
    thinking = config.thinking_config
    if thinking is None or thinking.include_thoughts is None:
        return
    if shown:
        asked.put("partial_images", THOUGHTS if thinking.include_thoughts else 0)
    else:
        asked.ignore(f"{place}.{config.wire('thinking_config')}.{thinking.wire('include_thoughts')}")


def _put_image_config(places: Places, image: ImageConfig | None, place: str) -> None:
    if image is not None:
        places.put_shape(image, place)
        places.put_output(image.image_output_options, f"{place}.{image.wire('image_output_options')}")


def _wants_text(config: GenerationConfig, place: str) -> bool:
    if not config.response_modalities:
        return False
    wanted = {modality.upper() for modality in config.response_modalities}
    if "IMAGE" not in wanted:
        field = f"{place}.{config.wire('response_modalities')}"
        raise InvalidField(field, "must hold IMAGE: the answer is a picture")
    return "TEXT" in wanted


def _candidates(result: Result) -> Iterator[dict[str, object]]:
    for index, picture in enumerate(result.pictures):
        parts: list[dict[str, object]] = [_inline_data(picture)]
        if result.job.reply["text"]:
            parts.insert(0, {"text": announcement(result.job.prompt, index + 1, picture.unpainted)})
        yield {"content": {"parts": parts, "role": "model"}, "finishReason": "STOP", "index": index}
    for index in range(len(result.pictures), result.job.n):
        yield _blocked_candidate(refusal(result.job.prompt), index)


def _thought(event: PartialPicture, job: Job) -> dict[str, object]:
    content = {"parts": [{"thought": True, **_inline_data(event)}], "role": "model"}
    return {"candidates": [{"content": content, "index": event.index}], **_head(job)}


def _inline_data(picture: Picture | PartialPicture) -> dict[str, object]:
    data = Base64(picture.data)
    return {"inlineData": {"mimeType": picture.media_type, "data": data}}


def _blocked_candidate(message: str, index: int) -> dict[str, object]:
    return {"finishReason": "IMAGE_SAFETY", "finishMessage": message, "index": index}


def _body(result: Result, candidates: list[dict[str, object]]) -> dict[str, object]:
    usage = result.usage
    metadata = {
        "promptTokenCount": usage.prompt,
        "candidatesTokenCount": usage.pictures,
        "totalTokenCount": usage.total,
        "promptTokensDetails": _prompt_details(usage),
        "candidatesTokensDetails": [{"modality": "IMAGE", "tokenCount": usage.pictures}],
    }
    return {"candidates": candidates, "usageMetadata": metadata, **_head(result.job)}


def _prompt_details(usage: Usage) -> list[dict[str, object]]:
    details: list[dict[str, object]] = [{"modality": "TEXT", "tokenCount": usage.text}]
    if usage.references:
        details.append({"modality": "IMAGE", "tokenCount": usage.references})
    return details


def _head(job: Job) -> dict[str, str]:
    return {"modelVersion": job.model, "responseId": job.id}


def _blocked(error: EaselError) -> dict[str, object] | None:
    if isinstance(error, errors.PromptBlocked):
        return {"promptFeedback": {"blockReason": "SAFETY", "blockReasonMessage": error.message}}
    if isinstance(error, errors.PicturesBlocked):
        return {"candidates": [_blocked_candidate(error.message, 0)]}
    return None


def _model(card: ModelCard) -> dict[str, object]:
    return {
        "name": f"models/{card.id}",
        "version": card.id,
        "displayName": card.title,
        "description": card.description,
        "supportedGenerationMethods": ["generateContent", "streamGenerateContent", "countTokens", "predict"],
    }
