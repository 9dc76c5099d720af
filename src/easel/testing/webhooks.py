"""Fakes of the ports Outbox and Courier."""

from collections.abc import Collection
from dataclasses import replace

from easel.core.errors import InvalidField
from easel.core.task import Webhook
from easel.testing.fakes import MemoryLedger


class MemoryOutbox:
    """Keeps the webhooks of a MemoryLedger's tasks in a dictionary; what is postponed is due at once."""

    def __init__(self, ledger: MemoryLedger):
        self._ledger = ledger
        self.webhooks: dict[str, Webhook] = {}
        self._taken: set[str] = set()

    async def add(self, webhook: Webhook) -> None:
        """Keep it."""
        self.webhooks[webhook.task_id] = webhook

    async def take(self, *, but_of: Collection[str] = ()) -> Webhook | None:
        """One whose task has ended."""
        for task_id, webhook in self.webhooks.items():
            record = self._ledger.records.get(task_id)
            free = task_id not in self._taken and webhook.account_id not in but_of
            if record and record.status in ("succeeded", "failed") and free:
                self._taken.add(task_id)
                self.webhooks[task_id] = replace(webhook, attempts=webhook.attempts + 1)
                return self.webhooks[task_id]
        return None

    async def postpone(self, task_id: str, *, wait_s: float) -> None:
        """It is due again at once."""
        del wait_s
        self._taken.discard(task_id)

    async def drop(self, task_id: str) -> None:
        """Forget it."""
        self.webhooks.pop(task_id, None)


class FakeCourier:
    """Remembers what was posted; `statuses` are its answers, 200 when they are used up."""

    def __init__(self, *statuses: int):
        self.statuses = list(statuses)
        self.posts: list[tuple[str, bytes, dict[str, str]]] = []

    def check(self, url: str) -> None:
        """Only https."""
        if not url.startswith("https://"):
            raise InvalidField(field="webhook_url", problem="must be https")

    async def post(self, url: str, body: bytes, headers: dict[str, str]) -> int:
        """The next status."""
        self.posts.append((url, body, headers))
        return self.statuses.pop(0) if self.statuses else 200
