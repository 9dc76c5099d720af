"""Google's `models/{model}:predict` as Imagen speaks it: Vertex clients and Open WebUI's default image engine."""

from collections.abc import Iterator
from typing import Any

from pydantic import Field, field_validator

from easel.core import errors
from easel.core.asked import Asked
from easel.core.errors import EaselError, InvalidField
from easel.core.job import Job, Role
from easel.core.model_card import Cards
from easel.core.result import Result
from easel.dialects.conversation import refusal
from easel.dialects.google_body import (
    PREFIXES,
    CamelBody,
    OutputOptions,
    Places,
    as_list,
    resolution,
    standard_base64,
)
from easel.dialects.google_errors import error_response
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
)

ROLES = {
    "REFERENCE_TYPE_RAW": Role.INPUT,
    "REFERENCE_TYPE_MASK": Role.MASK,
    "REFERENCE_TYPE_SUBJECT": Role.SUBJECT,
    "REFERENCE_TYPE_STYLE": Role.STYLE,
}


class ImageFile(CamelBody):
    """A picture's bytes in base64, or its URL."""

    bytes_base64_encoded: str | None = None
    gcs_uri: str | None = None
    mime_type: str | None = None


class ReferenceImage(CamelBody):
    """A picture to work from, and what it is for."""

    reference_type: str
    reference_id: int | None = None
    reference_image: ImageFile

    @field_validator("reference_type")
    @classmethod
    def _known_type(cls, value: str) -> str:
        if value not in ROLES:
            msg = f"must be one of {', '.join(ROLES)}"
            raise ValueError(msg)
        return value


class Instance(CamelBody):
    """What to paint. `image` is the picture to edit, in the API's older form."""

    prompt: str | None = None
    image: ImageFile | None = None
    reference_images: list[ReferenceImage] | None = None


class Parameters(CamelBody):
    """How to paint it."""

    sample_count: int | None = None
    aspect_ratio: str | None = None
    sample_image_size: str | None = None
    negative_prompt: str | None = None
    guidance_scale: float | None = None
    seed: Seed = None
    enhance_prompt: bool | None = None
    include_rai_reason: bool | None = None
    output_options: OutputOptions | None = None


class PredictRequest(CamelBody):
    """The request body; Open WebUI sends `instances` as an object."""

    instances: list[Instance] = Field(min_length=1)
    parameters: Parameters | None = None

    @field_validator("instances", mode="before", json_schema_input_type=list[Instance] | Instance)
    @classmethod
    def _one_or_many(cls, value: Any) -> Any:
        return as_list(value)


class Imagen(TaskObject):
    """The dialect."""

    name = "imagen"
    routes = tuple(
        WireRoute(
            method="POST", path=f"{prefix}/{{model:path}}:predict", action="generate", body=PredictRequest,
            summary="Imagen: text to image, and editing",
        )
        for prefix in PREFIXES
    )  # fmt: skip

    def decode(self, request: WireRequest, cards: Cards) -> Job:
        """Read one request; the model stands in the path."""
        asked = request.asked(cards.find(request.path_params["model"]), self.name)
        values = request.json()
        body = read_body(PredictRequest, values)
        if len(body.instances) > 1:
            field, problem = "instances", "must hold one: ask for more pictures by parameters.sampleCount"
            raise InvalidField(field, problem)
        place = "instances" if isinstance(values["instances"], dict) else "instances[0]"
        asked.put("prompt", body.instances[0].prompt or "", f"{place}.prompt")
        for role, file, field in _files(body.instances[0], place):
            _refer(asked, role, file, field)
        parameters = body.parameters or Parameters()
        _put_parameters(asked, parameters)
        ignore_unknown(asked, body)
        asked.put("inline", True)
        return asked.job({"reason": bool(parameters.include_rai_reason)})

    def encode(self, result: Result) -> WireResponse:
        """One prediction for each picture, and for each blocked one if the request asks for the reason."""
        predictions: list[dict[str, object]] = [
            {"mimeType": picture.media_type, "bytesBase64Encoded": Base64(picture.data)} for picture in result.pictures
        ]
        if result.job.reply["reason"]:
            predictions += [{"raiFilteredReason": refusal(result.job.prompt)}] * result.failed
        return json_response({"predictions": predictions}, headers=ignored_header(result.job))

    def encode_error(self, error: EaselError, request_id: str, job: Job | None = None) -> WireResponse:
        """Google's error object; pictures that were all blocked are no error here but a prediction without one."""
        if isinstance(error, errors.PicturesBlocked):
            return json_response({"predictions": [{"raiFilteredReason": error.message}]})
        return error_response(error)


def _files(instance: Instance, place: str) -> Iterator[tuple[Role, ImageFile, str]]:
    if instance.image is not None:
        yield Role.INPUT, instance.image, f"{place}.image"
    for index, reference in enumerate(instance.reference_images or ()):
        field = f"{place}.{instance.wire('reference_images')}[{index}].{reference.wire('reference_image')}"
        yield ROLES[reference.reference_type], reference.reference_image, field


def _refer(asked: Asked, role: Role, file: ImageFile, field: str) -> None:
    if file.bytes_base64_encoded is not None:
        source, name = standard_base64(file.bytes_base64_encoded), "bytes_base64_encoded"
    elif file.gcs_uri is not None:
        source, name = file.gcs_uri, "gcs_uri"
    else:
        raise InvalidField(field, "must hold bytesBase64Encoded")
    asked.refer(role, source, f"{field}.{file.wire(name)}", essential=True)


def _put_parameters(asked: Asked, parameters: Parameters) -> None:
    for name, field in (
        ("n", "sample_count"),
        ("aspect_ratio", "aspect_ratio"),
        ("negative_prompt", "negative_prompt"),
        ("guidance_scale", "guidance_scale"),
        ("seed", "seed"),
        ("rewrite_prompt", "enhance_prompt"),
    ):
        asked.put(name, getattr(parameters, field), f"parameters.{parameters.wire(field)}")
    image_size = f"parameters.{parameters.wire('sample_image_size')}"
    asked.put("image_size", resolution(parameters.sample_image_size), image_size)
    Places(asked).put_output(parameters.output_options, f"parameters.{parameters.wire('output_options')}")
