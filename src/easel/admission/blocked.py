"""The gate that asks how much of what a key had painted was blocked: blocked pictures are free, and cost the server."""

from easel.core.caller import Caller
from easel.core.errors import RateLimited
from easel.core.job import Job
from easel.core.model_card import ModelCard
from easel.core.ports import BlockedRuns


class BlockedGate:
    """Passes a key until too many of its runs were blocked within an hour."""

    def __init__(self, runs: BlockedRuns):
        self._runs = runs

    async def admit(self, job: Job, card: ModelCard, caller: Caller) -> None:
        """Raise RateLimited while the key has to wait."""
        wait_s = await self._runs.wait_s(caller)
        if wait_s:
            msg = "Too many of this key's pictures were blocked by the content policy within the last hour."
            raise RateLimited(msg, retry_after_s=wait_s)
