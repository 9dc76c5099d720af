"""Google's own `POST /v1beta/models/{model}:generateContent`."""

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from pydantic.alias_generators import to_camel

from easel.core.errors import PicturesBlocked, PromptBlocked
from easel.core.job import Job
from easel.engines.vendors.answer import Answer, garbled, no_picture
from easel.engines.vendors.client import VendorClient
from easel.engines.vendors.google import shape
from easel.engines.vendors.vendor import PICTURES, SHAPE, Made, VendorEngine, base64_text, media_type

#: Reasons for which a candidate has no picture that are the content policy's.
BLOCKED = frozenset({
    "SAFETY", "IMAGE_SAFETY", "PROHIBITED_CONTENT", "IMAGE_PROHIBITED_CONTENT", "BLOCKLIST", "RECITATION",
    "IMAGE_RECITATION", "SPII",
})  # fmt: skip


class GeminiNativeEngine(VendorEngine):
    """The engine."""

    roles = PICTURES
    honours = frozenset({"seed", *SHAPE})

    def __init__(self, client: VendorClient, *, name: str = "gemini"):
        super().__init__(name, client)

    async def call(self, job: Job, model: str) -> Sequence[Made]:
        """One generateContent request: one picture, because picture models make no further candidates."""
        config: dict[str, Any] = {"responseModalities": ["TEXT", "IMAGE"]}
        if "seed" in job.asked:
            config["seed"] = job.seeds[0]
        if wanted := shape(job, model):
            config["imageConfig"] = {to_camel(name): value for name, value in wanted.items()}
        parts: list[dict[str, Any]] = [{"text": job.prompt}] if job.prompt else []
        parts += [{"inlineData": {"mimeType": media_type(r), "data": base64_text(r)}} for r in job.references]
        body = {"contents": [{"role": "user", "parts": parts}], "generationConfig": config}
        answer = await self._client.post(f"/v1beta/models/{quote(model, safe='')}:generateContent", body)
        _check(answer)
        data = next(_pictures(answer.get("candidates")), None)
        if data is None:
            raise _without_picture(answer)
        return [await self.made(answer, data)]


def _pictures(candidates: list[Any]) -> Iterator[Any]:
    """The base64 texts of the pictures; not of those that the model only thought of on the way."""
    for candidate in candidates:
        content = candidate.get("content") if isinstance(candidate, dict) else None
        for part in (content.get("parts") if isinstance(content, dict) else None) or ():
            blob = (part.get("inlineData") or part.get("inline_data")) if isinstance(part, dict) else None
            if isinstance(blob, dict) and not part.get("thought"):
                yield blob.get("data")


def _without_picture(answer: Answer) -> Exception:
    reason = answer.get("candidates", 0, "finishReason") or answer.get("candidates", 0, "finish_reason")
    return PicturesBlocked() if reason in BLOCKED else no_picture()


def _check(answer: Answer) -> None:
    """Raise what the answer means, unless it is a success."""
    if answer.get("promptFeedback", "blockReason"):
        raise PromptBlocked
    if fault := answer.fault():
        raise fault
    if not isinstance(answer.get("candidates"), list):
        raise garbled()
