"""Cancelling a task: its owner ends it wherever it is, in the queue or in work, and its hold is given back.

A cancelled task is one that failed with `Cancelled`. It ends in the row that its worker would end too, so exactly one
of them does: whoever comes second finds the task ended and changes nothing.
"""

import time
from collections.abc import Callable, Collection

from sqlalchemy import Connection, select, update

from easel.core.caller import Caller
from easel.core.errors import Cancelled, Clash, NotFound
from easel.core.failpoint import failpoint
from easel.ledger import charges
from easel.ledger.database import Database
from easel.ledger.jobs import JOB_ID
from easel.ledger.schema import jobs

UNFINISHED = ("queued", "running")


class Cancellations:
    """Implements the port Cancellations."""

    def __init__(self, database: Database, *, clock: Callable[[], float] = time.time):
        self._database = database
        self._clock = clock

    async def cancel(self, task_id: str, caller: Caller) -> bool:
        """End one of the account's own tasks and void its hold; False when it was cancelled before.

        Raises NotFound, and Clash when it has ended otherwise.
        """
        changed = await self._database.run(lambda connection: self._cancel(connection, task_id, caller.account_id))
        failpoint("cancel-after")
        return changed

    async def among(self, task_ids: Collection[str]) -> list[str]:
        """Which of these tasks have been cancelled, by whichever process."""
        cancelled = select(jobs.c.id).where(jobs.c.id.in_(task_ids), jobs.c.error == Cancelled.__name__)
        return list(await self._database.read(lambda connection: connection.execute(cancelled).scalars().all()))

    def _cancel(self, connection: Connection, task_id: str, account_id: str) -> bool:
        own = select(jobs.c.status, jobs.c.error)
        own = own.where(jobs.c.id == task_id, jobs.c.account_id == account_id, jobs.c.durable)
        row = connection.execute(own.with_for_update(key_share=True)).first() if JOB_ID.fullmatch(task_id) else None
        if row is None:
            msg = "There is no such task."
            raise NotFound(msg)
        if row.error == Cancelled.__name__:
            return False
        if row.status not in UNFINISHED:
            raise Clash(field="task_id", message=f"The task has ended already: it has {row.status}.")
        now = int(self._clock())
        end = {"status": "failed", "error": Cancelled.__name__, "ended": now, "owner": None, "lease_until_ms": None}
        connection.execute(update(jobs).where(jobs.c.id == task_id).values(end))
        charges.void(connection, task_id, now=now)
        failpoint("cancel-inside")
        return True
