"""What any request may ask of the server itself, whatever its dialect: to be a task, and to be told when it has ended.

`Prefer: respond-async` (RFC 7240) or `"async": true` in the body; `webhook_url` and `webhook_secret`. A multipart form
has them as text fields.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from easel.core.errors import InvalidBody, InvalidField
from easel.dialects.wire import FormPart, WireRequest, read_json

FIELDS = ("async", "webhook_url", "webhook_secret")
SECRET_MAX_CHARS = 200
WORDS = {"true": True, "1": True, "false": False, "0": False}


@dataclass(frozen=True, slots=True)
class Wishes:
    """Whether to answer at once with a task, and whom to tell of its end."""

    task: bool = False
    webhook_url: str | None = None
    webhook_secret: str | None = None


def take_wishes(wire: WireRequest, *, task: bool, check_url: Callable[[str], None]) -> tuple[WireRequest, Wishes]:
    """The request without the fields that are no dialect's, and what they wish; `task` says that it is one anyway.

    Raises InvalidField; `check_url` does so for a webhook that may not be called.
    """
    wire, values = _from_form(wire) if wire.form is not None else _from_json(wire)
    flag = values.get("async", False)
    if not isinstance(flag, bool):
        raise InvalidField(field="async", problem="must be true or false")
    task = task or flag or prefers_async(wire.headers)
    url, secret = values.get("webhook_url"), values.get("webhook_secret")
    if url is not None:
        _check_webhook(url, task=task)
        check_url(url)
    if secret is not None and not (isinstance(secret, str) and 0 < len(secret) <= SECRET_MAX_CHARS and url):
        problem = f"must be a text of 1 to {SECRET_MAX_CHARS} characters, beside a webhook_url"
        raise InvalidField(field="webhook_secret", problem=problem)
    return wire, Wishes(task, url, secret)


def _check_webhook(url: object, *, task: bool) -> None:
    if not isinstance(url, str):
        raise InvalidField(field="webhook_url", problem="must be a text")
    if not task:
        raise InvalidField(field="webhook_url", problem='needs "async": true or the header `Prefer: respond-async`')


def prefers_async(headers: Mapping[str, str]) -> bool:
    """Does `Prefer` ask for a task?"""
    preferences = (preference.partition(";")[0].strip().lower() for preference in headers.get("prefer", "").split(","))
    return "respond-async" in preferences


def _from_json(wire: WireRequest) -> tuple[WireRequest, dict[str, Any]]:
    # Large bodies are not parsed a second time unless one of the names is really in there.
    if not any(f'"{name}"'.encode() in wire.body for name in FIELDS):
        return wire, {}
    try:
        values = read_json(wire.body)
    except InvalidBody:
        # The dialect says so in its own order of checks.
        return wire, {}
    wishes = {name: values.pop(name) for name in FIELDS if name in values}
    # The standard library's encoder: a caller's integers may be larger than orjson writes.
    return (replace(wire, body=json.dumps(values, ensure_ascii=False).encode()) if wishes else wire), wishes


def _from_form(wire: WireRequest) -> tuple[WireRequest, dict[str, Any]]:
    wishes: dict[str, Any] = {}
    rest: list[FormPart] = []
    for part in wire.form or ():
        if part.name in FIELDS:
            text = part.data.decode("utf-8", "replace")
            wishes[part.name] = WORDS.get(text.strip().lower(), text) if part.name == "async" else text
        else:
            rest.append(part)
    return replace(wire, form=tuple(rest)), wishes
