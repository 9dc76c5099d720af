"""Gemini pictures over `POST /chat/completions`: xty.app's shape, and OpenRouter's.

They differ in where the shape is said, and all resellers in where the pictures are: each known place is looked at.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from easel.core.errors import PicturesBlocked, PromptBlocked
from easel.core.job import Job
from easel.engines.vendors.answer import Answer, garbled, no_picture
from easel.engines.vendors.client import VendorClient
from easel.engines.vendors.google import shape
from easel.engines.vendors.vendor import PICTURES, SHAPE, Made, VendorEngine, data_url

PATH = "/chat/completions"
#: The opening of a markdown image's URL; what follows is read up to the closing parenthesis.
MARKDOWN = re.compile(r"!\[[^\]]*\]\(\s*<?(?=https?://|data:image/)")
BLOCKED = frozenset({"prompt_blocked", "content_filter", "moderation_blocked"})


class GeminiChatEngine(VendorEngine):
    """The engine; `openrouter` says the shape at the top level and asks for pictures by `modalities`."""

    roles = PICTURES
    honours = frozenset({"seed", *SHAPE})

    def __init__(self, client: VendorClient, *, name: str = "xty", openrouter: bool = False):
        super().__init__(name, client)
        self._openrouter = openrouter

    async def call(self, job: Job, model: str) -> Sequence[Made]:
        """One completion: one picture, because not every reseller knows `n`."""
        body: dict[str, Any] = {"model": model, "messages": [{"role": "user", "content": _content(job)}]}
        if "seed" in job.asked:
            body["seed"] = job.seeds[0]
        config = shape(job, model)
        if self._openrouter:
            body |= {"modalities": ["image", "text"], "image_config": config}
        elif config:
            body["extra_body"] = {"google": {"image_config": config}}
        answer = await self._client.post(PATH, body)
        _check(answer)
        return await self._pictures(answer)

    async def _pictures(self, answer: Answer) -> list[Made]:
        choices = answer.get("choices")
        places = [place for choice in choices for place in _places(choice, answer)]
        if not places:
            filtered = any(isinstance(choice, dict) and choice.get("finish_reason") == "content_filter"
                           for choice in choices)  # fmt: skip
            raise PicturesBlocked if filtered else no_picture()
        # One and the same picture often stands in two places: the first one counts.
        return [await self.made(answer, places[0])]


def _content(job: Job) -> str | list[dict[str, Any]]:
    if not job.references:
        return job.prompt
    pictures = [{"type": "image_url", "image_url": {"url": data_url(reference)}} for reference in job.references]
    return [{"type": "text", "text": job.prompt}, *pictures]


def _places(choice: Any, answer: Answer) -> Iterator[str]:
    """The URLs, data URLs and base64 texts of a choice's pictures, in every form that resellers use."""
    message = choice.get("message") if isinstance(choice, dict) else None
    message = message if isinstance(message, dict) else {}
    for part in (*_list(message, "images"), *_list(message, "content"), *_list(message, "multi_mod_content")):
        if isinstance(part, dict):
            yield from _place(part)
    text = answer.text(message.get("content"))
    for opening in MARKDOWN.finditer(text):
        yield re.split(r"[>\s)]", text[opening.end() :], maxsplit=1)[0]


def _place(part: dict[str, Any]) -> Iterator[str]:
    url, data = part.get("image_url"), part.get("inline_data") or part.get("inlineData")
    url = url.get("url") if isinstance(url, dict) else url
    data = data.get("data") if isinstance(data, dict) else None
    yield from (place for place in (url, data) if isinstance(place, str))


def _list(message: dict[str, Any], name: str) -> list[Any]:
    value = message.get(name)
    return value if isinstance(value, list) else []


def _check(answer: Answer) -> None:
    """Raise what the answer means, unless it is a success."""
    if BLOCKED & {str(answer.get("error", "code")), str(answer.get("error", "type"))}:
        raise PromptBlocked
    if fault := answer.fault():
        raise fault
    if not isinstance(answer.get("choices"), list):
        raise garbled()
