"""The fake of the port Cancellations."""

from collections.abc import Collection
from dataclasses import replace

from easel.core.caller import Caller
from easel.core.errors import Cancelled, Clash, NotFound
from easel.testing.fakes import MemoryLedger


class MemoryCancellations:
    """Ends tasks of a MemoryLedger."""

    def __init__(self, ledger: MemoryLedger):
        self._ledger = ledger

    async def cancel(self, task_id: str, caller: Caller) -> bool:
        """End a task of the caller's account, once."""
        _, owner = self._ledger.tasks.get(task_id, (None, None))
        if owner is None or owner.account_id != caller.account_id:
            raise NotFound
        record = self._ledger.records[task_id]
        if record.error == Cancelled.__name__:
            return False
        if record.status not in ("queued", "running"):
            raise Clash(field="task_id", message="The task has ended already.")
        if task_id in self._ledger.waiting:
            self._ledger.waiting.remove(task_id)
        self._ledger.records[task_id] = replace(record, status="failed", error=Cancelled.__name__)
        return True

    async def among(self, task_ids: Collection[str]) -> list[str]:
        """Which of them were cancelled."""
        return [task_id for task_id in task_ids if self._ledger.records[task_id].error == Cancelled.__name__]
