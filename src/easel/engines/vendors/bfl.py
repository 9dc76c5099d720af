"""Black Forest Labs' asynchronous API: submit, ask until it is ready, fetch. Whatever happens, nothing is sent twice.

Once there is a task id, trouble on the way to it is only waited out: the vendor knows how the task ended.
"""

import asyncio
import random
import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote, urlencode

from easel.core.errors import EaselError, PicturesBlocked, PromptBlocked, TimedOut, UpstreamFailed
from easel.core.failures import NotStarted
from easel.core.job import Job
from easel.engines.vendors.answer import garbled
from easel.engines.vendors.client import VendorClient
from easel.engines.vendors.vendor import PICTURES, SHAPE, Made, VendorEngine, base64_text, nearest_ratio

POLL_S = 0.5
POLL_MAX_S = 2.0
MAX_REFERENCES = 4
#: One of the vendor's regions, such as https://api.us1.bfl.ai.
REGION = re.compile(r"https://[a-z0-9.-]+\.bfl\.ai(?=/)")
#: Kontext makes pictures between 21:9 and 9:21.
RATIOS = ("21:9", "16:9", "3:2", "4:3", "5:4", "1:1", "4:5", "3:4", "2:3", "9:16", "9:21")


class BflEngine(VendorEngine):
    """The engine. A task is asked for until `timeout_s` after it was taken, in seconds."""

    roles = PICTURES
    honours = frozenset({"seed", "rewrite_prompt", *SHAPE})

    def __init__(self, client: VendorClient, *, name: str = "bfl", timeout_s: float):
        super().__init__(name, client)
        self._timeout_s = timeout_s
        self._regions: dict[str, VendorClient] = {}

    async def close(self) -> None:
        """Close all connections, those to the regions, too."""
        await super().close()
        for client in self._regions.values():
            await client.close()

    def serves(self, job: Job, source: str) -> bool:
        """Not more than four images."""
        return super().serves(job, source) and len(job.references) <= MAX_REFERENCES

    def unhonoured(self, job: Job, model: str) -> tuple[str, ...]:
        """Kontext takes ratios, not sizes."""
        names = super().unhonoured(job, model)
        return names if "width" in _shape(job, model) or "aspect_ratio" in job.asked else (*names, *SHAPE)

    async def call(self, job: Job, model: str) -> Sequence[Made]:
        """One task: one picture."""
        body: dict[str, Any] = {
            "prompt": job.prompt, "seed": job.seeds[0] % 2**31, "prompt_upsampling": job.rewrite_prompt,
            "output_format": "jpeg" if job.output_format == "jpeg" else "png", **_shape(job, model),
        }  # fmt: skip
        for number, reference in enumerate(job.references, 1):
            body["input_image" if number == 1 else f"input_image_{number}"] = base64_text(reference)
        answer = await self._client.post(f"/v1/{quote(model)}", body)
        if fault := answer.fault():
            raise fault
        task_id, polling_url = answer.get("id"), answer.get("polling_url")
        if not isinstance(task_id, str) or not task_id:
            raise garbled()
        client = await self._asked_at(polling_url)
        where = polling_url if client else f"/v1/get_result?{urlencode({'id': task_id})}"
        return [await self.made(answer, await self._ready(client or self._client, where))]

    async def _asked_at(self, polling_url: Any) -> VendorClient | None:
        """The client for a task's polling address; None where the key must not go there, whatever the answer says.

        A task that was sent to api.bfl.ai is made in one of its regions, and only that one knows it.
        """
        if not isinstance(polling_url, str):
            return None
        if self._client.owns(polling_url):
            return self._client
        region = REGION.match(polling_url)
        if region is None or not REGION.match(f"{self._client.base_url}/"):
            return None
        client = self._regions.get(region[0])
        if client is None:
            client = self._regions[region[0]] = self._client.at(region[0])
            await client.start()
        return client

    async def _ready(self, client: VendorClient, where: str) -> str:
        """The picture's URL, once the task has ended."""
        wait_s = POLL_S
        try:
            async with asyncio.timeout(self._timeout_s):
                while True:
                    await asyncio.sleep(wait_s * random.uniform(0.8, 1.2))
                    url = await self._poll(client, where)
                    if url is not None:
                        return url
                    wait_s = min(wait_s * 1.3, POLL_MAX_S)
        except TimeoutError:
            raise TimedOut from None

    async def _poll(self, client: VendorClient, where: str) -> str | None:
        try:
            answer = await client.get(where)
        except (NotStarted, UpstreamFailed, TimedOut):
            return None
        return _outcome(answer.get("status"), answer.get("result", "sample")) if answer.fault() is None else None


def _outcome(status: Any, sample: Any) -> str | None:
    """What a task's status means: its picture's URL, an error, or nothing yet."""
    error: dict[Any, type[EaselError]] = {
        "Request Moderated": PromptBlocked, "Content Moderated": PicturesBlocked, "Error": UpstreamFailed,
        "Failed": UpstreamFailed, "Task not found": UpstreamFailed,
    }  # fmt: skip
    if status in error:
        raise error[status]
    if status != "Ready":
        return None
    if not isinstance(sample, str):
        raise garbled()
    return sample


def _shape(job: Job, model: str) -> dict[str, Any]:
    if "kontext" not in model:
        return {"width": job.size.width // 16 * 16, "height": job.size.height // 16 * 16}
    if job.references and not any(name in job.asked for name in SHAPE):
        return {}
    return {"aspect_ratio": nearest_ratio(job.size, RATIOS)}
