"""UCloud Modelverse `POST /v1/images/generations` (api.modelverse.cn).

Its Kontext models have routes of their own as well, with the body of Black Forest Labs and the picture in the answer.

OpenAI's path with other fields and other errors: `error.param` is the request's id. Real clients send more than the
vendor's table names: `num_inference_steps` and wider guidance ranges (the official ComfyUI plugin, the latter in the
cards), `aspect_ratio` for `/multi`, `image` where `images` is meant and the other way round.
"""

from http import HTTPStatus
from typing import Any

from pydantic import field_validator

from easel.core import errors
from easel.core.asked import Asked
from easel.core.errors import EaselError, InvalidBody, InvalidField
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

#: Most special first: the first class that matches wins. HTTP status, `error.type`, `error.code`.
#: 404, 409, 410, 499 and 503 are not in the vendor's table.
STATUSES: tuple[tuple[type[EaselError], int, str, str], ...] = (
    (errors.KeyMissing, 401, "auth_error", "auth_error"),
    (errors.KeyWrong, 401, "auth_error", "auth_error"),
    (errors.Forbidden, 403, "permission_error", "forbidden"),
    (errors.BalanceTooLow, 403, "permission_error", "forbidden"),
    (errors.RateLimited, 429, "rate_limit_error", "rate_limit"),
    (errors.PromptBlocked, 400, "invalid_request_error", "sensitive_check_error"),
    (errors.PicturesBlocked, 400, "invalid_request_error", "sensitive_check_error"),
    (errors.ModelUnknown, 400, "invalid_request_error", "model_error"),
    (errors.ModelCannot, 400, "invalid_request_error", "model_error"),
    (errors.WrongMethod, 405, "invalid_request_error", "method_not_supported"),
    (errors.UrlExpired, 410, "invalid_request_error", "not_found"),
    (errors.NotFound, 404, "invalid_request_error", "not_found"),
    (errors.Conflict, 409, "invalid_request_error", "conflict"),
    (errors.Cancelled, 499, "invalid_request_error", "cancelled"),
    (errors.RequestError, 400, "invalid_request_error", "param_error"),
    (errors.ServerFull, 503, "internal_error", "server_busy"),
    (errors.TimedOut, 504, "timeout", "gateway_timeout_error"),
    (errors.UpstreamFailed, 500, "internal_error", "model_server_error"),
    (EaselError, 500, "internal_error", "internal_error"),
)
#: The vendor's way to ask for a random seed.
RANDOM_SEED = -1
SUBMIT = "/v1/tasks/submit"
FLUX = ("/v1/flux-kontext-pro", "/v1/flux-kontext-max")
INPUT_IMAGES = ("input_image", "input_image_2", "input_image_3", "input_image_4")
#: Which of a Kontext model's forms is meant, by the number of images: none, one, several.
FORMS = ("/text-to-image", "", "/multi")
FORMATS = {"png": "png", "jpeg": "jpeg", "jpg": "jpeg"}
#: The states of the vendor's tasks.
TASK_STATES = {"queued": "Pending", "running": "Running", "succeeded": "Success", "failed": "Failure"}


class ModelverseReq(Body):
    """The request body: the union of what the models take; the model's card says which fields count."""

    model: str
    prompt: str | None = None
    n: int | None = None
    image: list[str] | None = None
    images: list[str] | None = None
    response_format: str | None = None
    size: str | None = None
    strength: float | None = None
    aspect_ratio: str | None = None
    steps: int | None = None
    num_inference_steps: int | None = None
    seed: Seed = None
    guidance_scale: float | None = None
    negative_prompt: str | None = None

    @field_validator("image", "images", mode="before")
    @classmethod
    def _one_or_many(cls, value: Any) -> Any:
        return [value] if isinstance(value, str) else value


class FluxReq(Body):
    """The body of a Kontext model's own route, as Black Forest Labs has it; `safety_tolerance` has no effect."""

    prompt: str
    input_image: str | None = None
    input_image_2: str | None = None
    input_image_3: str | None = None
    input_image_4: str | None = None
    seed: Seed = None
    aspect_ratio: str | None = None
    output_format: str | None = None
    prompt_upsampling: bool | None = None


class ModelverseTask(Body):
    """The body of tasks/submit, as the vendor's asynchronous models take it: what to paint, and how."""

    model: str
    input: dict[str, Any]
    parameters: dict[str, Any] | None = None


class Modelverse:
    """The dialect."""

    name = "modelverse"
    accepted_status = HTTPStatus.ACCEPTED
    routes = (
        WireRoute(
            method="POST", path="/v1/images/generations", action="generate", body=ModelverseReq,
            summary="Modelverse: text to image, image to image and edits, by model id `owner/name`",
        ),
        WireRoute(
            method="POST", path=SUBMIT, action="submit", body=ModelverseTask,
            summary="Modelverse: submit a task, for any model of this dialect",
        ),
        *(
            WireRoute(
                method="POST", path=path, action="generate", body=FluxReq,
                summary="Modelverse: FLUX Kontext in the form of Black Forest Labs",
            )
            for path in FLUX
        ),
        WireRoute(
            method="GET", path="/v1/tasks/status", action="show_job",
            summary="Modelverse: the state and the pictures of a task, by task_id",
        ),
    )  # fmt: skip

    def decode(self, request: WireRequest, cards: Cards) -> Job:
        """Read one request."""
        values = request.json()
        if request.path in FLUX:
            return self._decode_flux(request, read_body(FluxReq, values), cards)
        if request.path == SUBMIT:
            task = read_body(ModelverseTask, values)
            values = {**values, **task.input, **(task.parameters or {}), "model": task.model}
            del values["input"]
            values.pop("parameters", None)
        body = read_body(ModelverseReq, values)
        asked = request.asked(cards.find(body.model), self.name)
        for name in ("prompt", "n", "size", "strength", "aspect_ratio", "guidance_scale", "negative_prompt"):
            asked.put(name, getattr(body, name))
        if body.seed != RANDOM_SEED:
            asked.put("seed", body.seed)
        if body.steps is None:
            asked.put("steps", body.num_inference_steps, "num_inference_steps")
        else:
            asked.put("steps", body.steps)
        _refer(asked, body)
        asked.put("inline", _inline(body.response_format), "response_format")
        ignore_unknown(asked, body)
        return asked.job()

    def _decode_flux(self, request: WireRequest, body: FluxReq, cards: Cards) -> Job:
        images = [name for name in INPUT_IMAGES if getattr(body, name)]
        model = f"black-forest-labs/{request.path.rpartition('/')[2]}{FORMS[min(len(images), 2)]}"
        asked = request.asked(cards.find(model), self.name)
        asked.put("prompt", body.prompt)
        asked.put("aspect_ratio", body.aspect_ratio)
        if body.seed != RANDOM_SEED:
            asked.put("seed", body.seed)
        asked.put("rewrite_prompt", body.prompt_upsampling, "prompt_upsampling")
        output_format = FORMATS.get(body.output_format or "png")
        if output_format is None:
            raise InvalidField(field="output_format", problem="must be one of jpeg, png")
        asked.put("output_format", output_format)
        for name in images:
            asked.refer(Role.INPUT, getattr(body, name), name)
        ignore_unknown(asked, body)
        asked.put("inline", True)
        return asked.job({"flux": True})

    def encode(self, result: Result) -> WireResponse:
        """The vendor's success body. Base64 comes without the `data:` prefix, so that OpenAI's SDKs can read it."""
        if result.job.inline:
            data = [{"b64_json": Base64(p.data)} for p in result.pictures]
        else:
            data = [{"url": p.url} for p in result.pictures]
        body: dict[str, Any] = {"created": result.created, "data": data}
        if result.job.reply.get("flux"):
            # The name that the vendor's documents give it on these routes.
            body["createed"] = result.created
        else:
            body["usage"] = {"input_tokens_details": {}}
        return json_response(body, headers=ignored_header(result.job))

    def encode_error(self, error: EaselError, request_id: str, job: Job | None = None) -> WireResponse:
        """The vendor's error object; `param` carries the request's id."""
        status, kind, code = next(row[1:] for row in STATUSES if isinstance(error, row[0]))
        if isinstance(error, InvalidBody) and error.too_large:
            status = 413
        elif isinstance(error, errors.Conflict) and error.other_body:
            status = 422
        body = {"error": {"message": error.message, "type": kind, "param": request_id, "code": code}}
        return json_response(body, status, retry_headers(error))

    def encode_task(self, task: Task, request_id: str) -> WireResponse:
        """A task's state, and its URLs once it has succeeded: the vendor's tasks have no base64."""
        record = task.record
        output: dict[str, Any] = {
            "task_id": record.id,
            "task_status": TASK_STATES[record.status],
            "submit_time": record.created,
        }
        body: dict[str, Any] = {"output": output}
        if record.status == "succeeded":
            output["urls"] = list(record.urls)
        if task.result is not None:
            output["finish_time"] = task.result.created
            body["usage"] = {"duration": max(task.result.created - record.created, 0)}
        if task.error is not None:
            output["error_message"] = task.error.message
        return json_response({**body, "request_id": request_id})


def _refer(asked: Asked, body: ModelverseReq) -> None:
    """Add the images. Where both fields are given, the one that the model is documented with wins."""
    rule = asked.card.references.get(Role.INPUT)
    documented, other = ("images", "image") if rule and rule.max > 1 else ("image", "images")
    given = [name for name in (documented, other) if getattr(body, name)]
    for name in given[1:]:
        asked.ignore(name)
    for name in given[:1]:
        sources = getattr(body, name)
        for index, source in enumerate(sources):
            asked.refer(Role.INPUT, source, name if len(sources) == 1 else f"{name}[{index}]")


def _inline(response_format: str | None) -> bool | None:
    if response_format is None:
        return None
    if response_format not in ("url", "b64_json"):
        raise InvalidField(field="response_format", problem="must be one of url, b64_json")
    return response_format == "b64_json"
