"""The gate that asks whether a task's key has been revoked since it was queued: leaked keys leave full queues."""

from easel.core.caller import Caller
from easel.core.errors import KeyRevoked
from easel.core.job import Job
from easel.core.model_card import ModelCard
from easel.core.ports import KeyRing


class RevokedGate:
    """Passes tasks whose key was not revoked. One that has expired since is no reason: the task came in time."""

    def __init__(self, keys: KeyRing):
        self._keys = keys

    async def admit(self, job: Job, card: ModelCard, caller: Caller) -> None:
        """Raise KeyRevoked when it was."""
        if await self._keys.is_revoked(caller.key_id):
            raise KeyRevoked
