"""What a request asks for, and the card's verdict on it: the step from wire fields to a Job.

A dialect puts each value under Easel's own name together with the wire field it came from; `job()` checks
them all against the model card. A field the model has no use for is ignored and named, never guessed at.
"""

from collections.abc import Mapping
from typing import Any

from easel.core.errors import InvalidField, ModelCannot
from easel.core.image import Size
from easel.core.job import Job, Reference, Role, Style, new_id
from easel.core.model_card import ModelCard

#: Honoured for every model: how to answer is the server's affair, not the model's.
ALWAYS = frozenset({"inline", "stream", "watermark", "output_format", "output_compression", "partial_images"})
#: So many useless fields are named; a body of a million of them is somebody's joke.
IGNORED_MAX = 64
#: A reference of one role serves a model that takes only the other.
STANDS_IN = {Role.SUBJECT: Role.INPUT, Role.INPUT: Role.SUBJECT}


class Asked:
    """The wishes of one request for one model."""

    def __init__(self, card: ModelCard, *, dialect: str, job_id: str = "", base_url: str = ""):
        """A job without an id gets a new one."""
        self.card = card
        self.dialect = dialect
        self.job_id = job_id
        self.base_url = base_url
        self._values: dict[str, tuple[Any, str]] = {}
        self._references: list[Reference] = []
        self._ignored: dict[str, None] = {}

    def put(self, name: str, value: Any, field: str | None = None) -> None:
        """Ask for `name` = `value`; None means that the caller did not say."""
        if value is not None:
            self._values[name] = (value, field or name)

    def refer(self, role: Role, source: str | bytes, field: str, *, essential: bool = False) -> None:
        """Add a reference image. An essential one makes a model that cannot take it an error."""
        taken = self.card.references
        role = role if role in taken else STANDS_IN.get(role, role)
        if role in taken:
            self._references.append(Reference(role, source, field))
        elif essential:
            raise ModelCannot(self.card.id, "takes no reference images")
        else:
            self.ignore(field)

    def ignore(self, field: str) -> None:
        """Note a wire field that has no effect."""
        if len(self._ignored) < IGNORED_MAX:
            self._ignored[field] = None

    def job(self, reply: Mapping[str, object] | None = None) -> Job:
        """The validated Job; raises InvalidField or ModelCannot."""
        self._check_references()
        asked = {name: field for name, (_, field) in self._values.items()}
        prompt = self._prompt()
        size, follow_area = self._size()
        honoured = self._honoured()
        style, weight = honoured.pop("style", None), honoured.pop("style_weight", None)
        if style is not None:
            honoured["style"] = Style(style) if weight is None else Style(style, weight)
        return Job(
            id=self.job_id or new_id(), model=self.card.id, alias=self.card.alias, dialect=self.dialect,
            base_url=self.base_url, prompt=prompt,
            size=size, follow_area=follow_area, references=tuple(self._references), ignored=tuple(self._ignored),
            asked=asked, reply=reply or {}, **honoured,
        )  # fmt: skip

    def _take(self, name: str) -> tuple[Any, str]:
        return self._values.pop(name, (None, name))

    def _prompt(self) -> str:
        prompt, field = self._take("prompt")
        prompt = prompt or ""
        optional = self.card.prompt_required == "without_image" and self._references
        if not prompt.strip() and not optional:
            raise InvalidField(field, "must say in words what to make")
        if len(prompt) > self.card.prompt_max_chars:
            limit = self.card.prompt_max_chars
            raise InvalidField(field, f"must be at most {limit} characters, got {len(prompt)}")
        return prompt

    def _check_references(self) -> None:
        for role, rule in self.card.references.items():
            given = [r for r in self._references if r.role is role]
            if len(given) < rule.min:
                name = "images" if rule.max > 1 else "image"
                raise InvalidField(name, f"is required by the model {self.card.id}")
            if len(given) > rule.max:
                raise InvalidField(given[rule.max].field, f"the model {self.card.id} takes at most {rule.max}")

    def _size(self) -> tuple[Size | None, int | None]:
        sizes = self.card.sizes
        resolution = self._resolution()
        ratio, ratio_field = self._take("aspect_ratio")
        explicit = self._explicit_size(ignore=ratio is not None and bool(sizes.ratios))
        if ratio is not None:
            if not sizes.ratios:
                shaped = sizes.shaped(ratio) if explicit is None and sizes.explicit == "free" else None
                if shaped is not None:
                    return shaped, None
                self.ignore(ratio_field)
            elif ratio not in sizes.ratios[resolution]:
                raise InvalidField(ratio_field, f"must be one of {', '.join(sizes.ratios[resolution])}")
            else:
                return sizes.ratios[resolution][ratio], None
        if explicit is not None:
            return (explicit if sizes.explicit == "free" else sizes.nearest(explicit, resolution)), None
        table = sizes.ratios.get(resolution, {})
        chosen = table.get("1:1", sizes.default)
        if sizes.follow_input and any(r.role is Role.INPUT for r in self._references):
            return None, chosen.area if self._resolution_asked else None
        return (chosen if self._resolution_asked else sizes.default), None

    def _resolution(self) -> str:
        known = self.card.sizes.ratios
        resolution, field = self._take("image_size")
        self._resolution_asked = resolution is not None and len(known) > 1
        if resolution is None or self._resolution_asked is False:
            if resolution is not None:
                self.ignore(field)
            return "1K"
        if resolution not in known:
            raise InvalidField(field, f"must be one of {', '.join(known)}")
        return resolution

    def _explicit_size(self, *, ignore: bool) -> Size | None:
        sizes = self.card.sizes
        (width, width_field), (height, height_field) = self._take("width"), self._take("height")
        size, size_field = self._take("size")
        given = [f for v, f in ((width, width_field), (height, height_field), (size, size_field)) if v is not None]
        if ignore or sizes.explicit == "none":
            for field in given:
                self.ignore(field)
            return None
        if size is not None and size != "auto":
            try:
                wanted = Size.parse(size)
            except ValueError as error:
                raise InvalidField(size_field, str(error)) from None
            width, height, width_field, height_field = wanted.width, wanted.height, size_field, size_field
        if width is None and height is None:
            return None
        if width is None or height is None:
            missing = "width" if width is None else "height"
            raise InvalidField(missing, "width and height must be set together")
        wanted = Size(width, height)
        if min(width, height) < 1:
            raise InvalidField(width_field if width < 1 else height_field, "both sides must be at least 1 pixel")
        return sizes.check(wanted, width_field, height_field) if sizes.explicit == "free" else wanted

    def _honoured(self) -> dict[str, Any]:
        honoured = {name: p.default for name, p in self.card.parameters.items() if p.default is not None}
        for name, (value, field) in self._values.items():
            parameter = self.card.parameters.get(name)
            if parameter is not None:
                honoured[name] = parameter.check(field, value)
            elif name in ALWAYS:
                honoured[name] = value
            else:
                self.ignore(field)
        return honoured
