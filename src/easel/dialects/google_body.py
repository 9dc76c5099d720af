"""Request bodies as Google's clients write them: every field in snake_case or camelCase, at every level.

The Python SDK mixes both in one request (`inlineData` with `mime_type` inside), so no body picks one.
"""

from collections.abc import Collection
from typing import Any, Protocol

from pydantic import (
    AliasChoices,
    AliasGenerator,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    PrivateAttr,
    model_validator,
)
from pydantic.alias_generators import to_camel

from easel.core.asked import Asked
from easel.core.errors import InvalidField
from easel.dialects.wire import Body

#: Where models are: the SDKs' API versions, and the key mode of the same SDKs' Vertex client.
PREFIXES = ("/v1/models", "/v1beta/models", "/v1beta1/publishers/google/models")
OUTPUT_FORMATS = {"image/png": "png", "image/jpeg": "jpeg", "image/jpg": "jpeg", "image/webp": "webp"}
#: What clients write for the resolution that Google calls `512`.
RESOLUTIONS = {"0.5K": "512", "512PX": "512"}


class AnySpelling(Body):
    """A body whose fields may be spelled either way; snake_case is documented, and wins if both are sent."""

    model_config = ConfigDict(
        alias_generator=AliasGenerator(validation_alias=lambda name: AliasChoices(name, to_camel(name)))
    )
    _sent: Collection[str] = PrivateAttr(())

    @model_validator(mode="wrap")
    @classmethod
    def _note_spelling(cls, value: Any, handler: ModelWrapValidatorHandler["AnySpelling"]) -> "AnySpelling":
        body = handler(value)
        if isinstance(value, dict):
            body._sent = value.keys()  # noqa: SLF001 - a body of this very class
        return body

    def wire(self, field: str) -> str:
        """The name of a field as the caller spelled it, or as it is documented."""
        names = type(self).model_fields[field].validation_alias.choices
        return next((name for name in names if name in self._sent), names[0])


class CamelBody(AnySpelling):
    """A body whose fields may be spelled either way; camelCase is documented, and wins if both are sent."""

    model_config = ConfigDict(
        alias_generator=AliasGenerator(validation_alias=lambda name: AliasChoices(to_camel(name), name))
    )


class OutputOptions(CamelBody):
    """The pictures' file format and its compression, 0 to 100."""

    mime_type: str | None = None
    compression_quality: int | None = Field(None, ge=0, le=100)


class Shape(Protocol):
    """An image config, documented in either spelling."""

    aspect_ratio: str | None
    image_size: str | None

    def wire(self, field: str) -> str:
        """The name of a field as the caller spelled it."""


class Places:
    """Settings that may stand in several places: the first place wins, the others are ignored and named."""

    def __init__(self, asked: Asked):
        self._asked = asked
        self._taken: set[str] = set()

    def put(self, name: str, value: Any, field: str) -> None:
        """Ask for `name` = `value` unless an earlier place did; None means that this place does not say."""
        if value is None:
            return
        if name in self._taken:
            self._asked.ignore(field)
            return
        self._taken.add(name)
        self._asked.put(name, value, field)

    def put_shape(self, shape: Shape | None, place: str) -> None:
        """Ask for an image config's ratio and resolution; `place` is its own wire name."""
        if shape is not None:
            self.put("aspect_ratio", shape.aspect_ratio, f"{place}.{shape.wire('aspect_ratio')}")
            self.put("image_size", resolution(shape.image_size), f"{place}.{shape.wire('image_size')}")

    def put_output(self, options: OutputOptions | None, place: str) -> None:
        """Ask for the pictures' file format; raises InvalidField for one that nothing here writes."""
        if options is None:
            return
        if options.mime_type is not None:
            field = f"{place}.{options.wire('mime_type')}"
            known = OUTPUT_FORMATS.get(options.mime_type.strip().lower())
            if known is None:
                raise InvalidField(field, "must be one of image/png, image/jpeg, image/webp")
            self.put("output_format", known, field)
        self.put("output_compression", options.compression_quality, f"{place}.{options.wire('compression_quality')}")


def resolution(text: str | None) -> str | None:
    """`2k` and `0.5K` as the model cards write them."""
    upper = text.strip().upper() if text is not None else None
    return RESOLUTIONS.get(upper, upper)


def as_list(value: Any) -> Any:
    """Google's JSON parser takes one object where a list is due, and its own examples make use of that."""
    return [value] if isinstance(value, dict) else value


def standard_base64(data: str) -> str:
    """URL-safe base64, which the Python SDK sends, in the standard alphabet; a URL stays as it is."""
    return data if ":" in data[:8] else data.replace("-", "+").replace("_", "/")
