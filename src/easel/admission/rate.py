"""The gate that counts: requests and pictures a minute, for each key and model."""

from easel.core.caller import Caller
from easel.core.errors import InvalidField
from easel.core.job import Job
from easel.core.model_card import ModelCard
from easel.core.ports import Limiter


class RateGate:
    """Passes a key until it has used up its limits."""

    def __init__(self, limiter: Limiter):
        self._limiter = limiter

    async def admit(self, job: Job, card: ModelCard, caller: Caller) -> None:
        """Count the request, or raise RateLimited with the seconds after which it would pass.

        Raises InvalidField for more pictures than a whole minute has: no wait would ever be long enough.
        """
        limit = caller.limits.pictures_per_minute
        if limit and job.n > limit:
            problem = f"must be at most {limit}: this key may make so many pictures a minute"
            raise InvalidField(job.asked.get("n", "n"), problem)
        await self._limiter.take(caller, card.id, job.n)
