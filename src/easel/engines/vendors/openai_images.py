"""Services that speak OpenAI's images API: OpenAI itself, ModelMax, and any other at the address in the settings.

Only documented fields are sent: OpenAI refuses requests with unknown ones.
"""

from collections.abc import Sequence
from typing import Any

from easel.core.errors import PicturesBlocked, PromptBlocked
from easel.core.failures import Fault, NotStarted
from easel.core.image import Image, Size
from easel.core.job import Job, Role
from easel.engines.vendors.answer import Answer, garbled
from easel.engines.vendors.client import File, VendorClient
from easel.engines.vendors.vendor import SHAPE, Made, VendorEngine, media_type

GENERATIONS = "/images/generations"
EDITS = "/images/edits"
#: Always answer base64, and choose their own file format unless they are told.
GPT_MODELS = ("gpt-image", "chatgpt-image")
DALL_E_3 = "dall-e-3"
DALL_E_3_SIZES = (Size(1024, 1024), Size(1792, 1024), Size(1024, 1792))
#: GPT models before the second have three sizes, too.
GPT_1_MODELS = ("gpt-image-1", "chatgpt-image")
GPT_1_SIZES = (Size(1024, 1024), Size(1536, 1024), Size(1024, 1536))
BLOCKED = frozenset({"moderation_blocked", "content_policy_violation", "sensitive_check_error"})
#: A 429 that no waiting helps against.
OUT_OF_MONEY = frozenset({"insufficient_quota", "billing_hard_limit_reached", "insufficient_balance"})


class OpenAIImagesEngine(VendorEngine):
    """The engine. The client's base URL ends in the API's version, such as `https://api.openai.com/v1`."""

    roles = frozenset(Role)
    honours = frozenset({"quality", "style"})

    def __init__(self, client: VendorClient, *, name: str = "openai"):
        super().__init__(name, client)

    def most(self, model: str) -> int:
        """Ten, by OpenAI's document; DALL-E 3 makes one."""
        return 1 if model == DALL_E_3 else 10

    def unhonoured(self, job: Job, model: str) -> tuple[str, ...]:
        """Backgrounds are for the GPT models, and some models have three sizes only."""
        names = super().unhonoured(job, model)
        if model.startswith(GPT_MODELS):
            names = tuple(name for name in names if name != "background")
        return names if _size(job, model) == job.size else (*names, *SHAPE)

    async def call(self, job: Job, model: str) -> Sequence[Made]:
        """One generations request, or an edits request when there are references."""
        fields = self._fields(job, model)
        if job.references:
            answer = await self._client.post_form(EDITS, {n: str(v) for n, v in fields.items()}, _files(job))
        else:
            answer = await self._client.post(GENERATIONS, fields)
        _check(answer)
        items = [item if isinstance(item, dict) else {} for item in answer.get("data")]
        return [
            await self.made(answer, item.get("b64_json") or item.get("url"), item.get("revised_prompt"))
            for item in items
        ]

    def _fields(self, job: Job, model: str) -> dict[str, Any]:
        fields: dict[str, Any] = {"model": model, "prompt": job.prompt, "n": job.n, "size": str(_size(job, model))}
        if "quality" in job.asked:
            fields["quality"] = job.quality
        if job.style is not None:
            fields["style"] = job.style.name
        if not model.startswith(GPT_MODELS):
            return {**fields, "response_format": "b64_json"}
        for name in ("background", "output_format", "output_compression"):
            if name in job.asked:
                fields[name] = getattr(job, name)
        return fields


def _size(job: Job, model: str) -> Size:
    sizes = DALL_E_3_SIZES if model == DALL_E_3 else GPT_1_SIZES if model.startswith(GPT_1_MODELS) else ()
    ratio = job.size.width / job.size.height
    return min(sizes, key=lambda size: abs(size.width / size.height - ratio), default=job.size)


def _files(job: Job) -> list[File]:
    """The input images first, as a mask belongs to the first one."""
    pictures = sorted((r for r in job.references if r.role is not Role.MASK), key=lambda r: r.role is not Role.INPUT)
    files = []
    for number, reference in enumerate(pictures, 1):
        kind = media_type(reference)
        field = "image" if len(pictures) == 1 else "image[]"
        files.append(File(field, f"image-{number}.{kind.removeprefix('image/')}", reference.source, kind))
    files += [File("mask", "mask.png", _mask_file(mask), "image/png") for mask in job.images(Role.MASK)]
    return files


def _mask_file(mask: Image) -> bytes:
    """The mask as OpenAI wants it: transparent where there is something to repaint."""
    # Imported here: hardly any relayed request has a mask.
    import cv2
    import numpy as np

    keep = 255 - np.frombuffer(mask.pixels, np.uint8).reshape(mask.height, mask.width)
    pixels = np.zeros((mask.height, mask.width, 4), np.uint8)
    pixels[..., 3] = keep
    return cv2.imencode(".png", pixels)[1].tobytes()


def _check(answer: Answer) -> None:
    """Raise what the answer means, unless it is a success."""
    code = answer.get("error", "code")
    if code in BLOCKED:
        stage = answer.get("error", "moderation_details", "moderation_stage")
        raise PicturesBlocked if stage == "output" else PromptBlocked
    if code in OUT_OF_MONEY:
        raise NotStarted(Fault.BARRED)
    if fault := answer.fault():
        raise fault
    if not isinstance(answer.get("data"), list):
        raise garbled()
