"""UCloud Modelverse `POST /v1/images/generations`. Each model takes its own fields: the vendor's parameter table."""

from collections.abc import Sequence
from typing import Any

from easel.core.errors import PromptBlocked
from easel.core.failures import Fault, NotStarted
from easel.core.job import Job, Role
from easel.engines.vendors.answer import Answer, garbled
from easel.engines.vendors.client import VendorClient
from easel.engines.vendors.vendor import SHAPE, Made, VendorEngine, data_url, nearest_ratio

PATH = "/v1/images/generations"
MIN_SIDE, MAX_SIDE = 256, 1536
MAX_SEED = 9_999_999_999
RATIOS = ("21:9", "16:9", "4:3", "3:2", "1:1", "2:3", "3:4", "9:16", "9:21")
#: The wishes that every model honours, and what is said of models beyond: by the first words that their id holds.
EVERY = frozenset({"seed", "guidance_scale"})
HONOURS = (
    ("flux.1-dev", frozenset({"steps", "strength", "negative_prompt"})),
    ("step1x", frozenset({"steps", "negative_prompt"})),
    ("kontext", frozenset()),
)
#: The error's codes that say more than the HTTP status.
BLOCKED = "sensitive_check_error"
MODEL_ERROR = "model_error"


class ModelverseEngine(VendorEngine):
    """The engine."""

    roles = frozenset({Role.INPUT, Role.SUBJECT})
    honours = EVERY

    def __init__(self, client: VendorClient, *, name: str = "modelverse"):
        super().__init__(name, client)

    def most(self, model: str) -> int:
        """Four, by the vendor's document."""
        return 4

    def unhonoured(self, job: Job, model: str) -> tuple[str, ...]:
        """By model; and sizes where the vendor takes a ratio, or nothing at all."""
        honoured = _honoured(model)
        names = tuple(name for name in super().unhonoured(job, model) if name not in honoured)
        return names if "size" in _shape(job, model) or "aspect_ratio" in job.asked else (*names, *SHAPE)

    async def call(self, job: Job, model: str) -> Sequence[Made]:
        """One images/generations request."""
        body: dict[str, Any] = {
            "model": model, "prompt": job.prompt, "n": job.n, "seed": job.seeds[0] % (MAX_SEED + 1),
            "response_format": "b64_json", **_shape(job, model),
        }  # fmt: skip
        for name in ("guidance_scale", *_honoured(model)):
            if name in job.asked:
                body[name] = getattr(job, name)
        images = [data_url(reference) for reference in job.references]
        if images:
            several = len(images) > 1 or model.endswith("/multi")
            body["images" if several else "image"] = images if several else images[0]
        answer = await self._client.post(PATH, body)
        _check(answer)
        items = [item if isinstance(item, dict) else {} for item in answer.get("data")]
        return [await self.made(answer, item.get("b64_json") or item.get("url")) for item in items]


def _honoured(model: str) -> frozenset[str]:
    return next((names for words, names in HONOURS if words in model.lower()), frozenset())


def _shape(job: Job, model: str) -> dict[str, str]:
    """A size for the models that take one; a ratio for the others, unless the picture follows its input."""
    if "kontext" in model.lower() or "step1x" in model.lower():
        asked = any(name in job.asked for name in SHAPE)
        return {"aspect_ratio": nearest_ratio(job.size, RATIOS)} if asked or not job.references else {}
    width, height = (min(max(side, MIN_SIDE), MAX_SIDE) for side in (job.size.width, job.size.height))
    return {"size": f"{width}x{height}"}


def _check(answer: Answer) -> None:
    """Raise what the answer means, unless it is a success: the body's code counts, also in an HTTP 200."""
    code = answer.get("error", "code")
    if code == BLOCKED:
        raise PromptBlocked
    if code == MODEL_ERROR:
        raise NotStarted(Fault.REFUSED)
    if fault := answer.fault():
        raise fault
    if not isinstance(answer.get("data"), list) or answer.get("code") not in (None, 200):
        raise garbled()
