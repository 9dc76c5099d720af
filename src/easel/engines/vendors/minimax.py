"""MiniMax `POST /v1/image_generation`: text to image, and image to image by subject reference.

Errors come as HTTP 200 with `base_resp.status_code`: the codes are those of the vendor's error table.
"""

from collections.abc import Sequence
from typing import Any

from easel.core.errors import PicturesBlocked, PromptBlocked, UpstreamFailed
from easel.core.failures import Fault, NotStarted
from easel.core.job import Job, Role
from easel.engines.vendors.answer import Answer, garbled
from easel.engines.vendors.client import VendorClient
from easel.engines.vendors.vendor import SHAPE, Made, VendorEngine, data_url, nearest_ratio

PATH = "/v1/image_generation"
LIVE = "image-01-live"
RATIOS = {
    "1:1": "1024x1024", "16:9": "1280x720", "4:3": "1152x864", "3:2": "1248x832", "2:3": "832x1248", "3:4": "864x1152",
    "9:16": "720x1280", "21:9": "1344x576",
}  # fmt: skip
MIN_SIDE, MAX_SIDE, MULTIPLE = 512, 2048, 8
#: Too many requests, tokens or connections at once.
BUSY = frozenset({1002, 1039, 1041, 2045})
#: The key, its account's name, its money or its plan.
BARRED = frozenset({1004, 1008, 1028, 1030, 2038, 2049, 2056, 2061})
#: Parameters that the vendor does not take; invisible characters.
REFUSED = frozenset({1042, 2013})


class MiniMaxEngine(VendorEngine):
    """The engine."""

    roles = frozenset({Role.SUBJECT, Role.INPUT})
    honours = frozenset({"seed", "rewrite_prompt", *SHAPE})
    prompt_max_chars = 1500

    def __init__(self, client: VendorClient, *, name: str = "minimax"):
        super().__init__(name, client)

    def most(self, model: str) -> int:
        """Nine, by the vendor's document."""
        return 9

    def unhonoured(self, job: Job, model: str) -> tuple[str, ...]:
        """Styles are for the live model; sizes that it cannot make become the nearest ratio."""
        names = super().unhonoured(job, model)
        if model == LIVE:
            names = tuple(name for name in names if name not in ("style", "style_weight"))
        return names if _is_exact(_shape(job, model), job) else (*names, *SHAPE)

    async def call(self, job: Job, model: str) -> Sequence[Made]:
        """One image_generation request."""
        body: dict[str, Any] = {
            "model": model, "prompt": job.prompt, "n": job.n, "seed": job.seeds[0], "response_format": "base64",
            "prompt_optimizer": job.rewrite_prompt, **_shape(job, model),
        }  # fmt: skip
        if job.style is not None and model == LIVE:
            body["style"] = {"style_type": job.style.name, "style_weight": job.style.weight}
        if job.references:
            body["subject_reference"] = [{"type": "character", "image_file": data_url(r)} for r in job.references]
        answer = await self._client.post(PATH, body)
        _check(answer)
        places = answer.get("data", "image_base64") or answer.get("data", "image_urls")
        if not isinstance(places, list):
            raise garbled()
        return [await self.made(answer, place) for place in places]


def _shape(job: Job, model: str) -> dict[str, Any]:
    """The aspect ratio, or width and height where no ratio has this size."""
    ratios = {ratio: size for ratio, size in RATIOS.items() if model != LIVE or ratio != "21:9"}
    exact = next((ratio for ratio, size in ratios.items() if size == str(job.size)), None)
    sides = (job.size.width, job.size.height)
    fits = model != LIVE and all(MIN_SIDE <= side <= MAX_SIDE and side % MULTIPLE == 0 for side in sides)
    if exact is None and fits:
        return {"width": job.size.width, "height": job.size.height}
    return {"aspect_ratio": exact or nearest_ratio(job.size, ratios)}


def _is_exact(shape: dict[str, Any], job: Job) -> bool:
    return "width" in shape or RATIOS[shape["aspect_ratio"]] == str(job.size)


def _check(answer: Answer) -> None:
    """Raise what the answer means, unless it is a success."""
    code = answer.get("base_resp", "status_code")
    if not isinstance(code, int):
        raise answer.fault() or garbled()
    if code in BUSY:
        raise NotStarted(Fault.BUSY, again_s=answer.retry_after_s)
    if code in BARRED:
        raise NotStarted(Fault.BARRED)
    if code in REFUSED:
        raise NotStarted(Fault.REFUSED)
    if code == 1026:
        raise PromptBlocked
    if code == 1027:
        raise PicturesBlocked
    if code != 0:
        raise UpstreamFailed
