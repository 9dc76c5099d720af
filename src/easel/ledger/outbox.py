"""Webhooks that wait for their task to end, and then to be delivered."""

import time
from collections.abc import Callable, Collection

from sqlalchemy import Connection, Select, delete, insert, select, update

from easel.core.failpoint import failpoint
from easel.core.task import Webhook
from easel.ledger.database import Database
from easel.ledger.due import AHEAD_S, is_due
from easel.ledger.schema import jobs, webhooks

#: A process that took a webhook and died is waited for so long; a delivery takes less.
TAKEN_FOR_S = 60
#: None is put off for longer than two hours.
BELIEVED_S = 2 * 3600 + AHEAD_S
#: Longer than all attempts together; it is also how long one is kept whose task was never opened.
KEEP_S = 2 * 86_400


class Outbox:
    """Implements the port Outbox. Several processes may take from it at once: each webhook goes to one of them."""

    def __init__(self, database: Database, *, clock: Callable[[], float] = time.time):
        self._database = database
        self._clock = clock

    async def add(self, webhook: Webhook) -> None:
        """Keep a webhook; it is due as soon as its task has ended. The task may be opened after it."""
        row = {
            "job_id": webhook.task_id,
            "account_id": webhook.account_id,
            "url": webhook.url,
            "secret": webhook.secret,
            "base_url": webhook.base_url,
            "attempts": 0,
            "due": 0,
            "created": int(self._clock()),
        }
        await self._database.run(lambda connection: connection.execute(insert(webhooks), row))
        failpoint("webhook-written")

    async def take(self, *, but_of: Collection[str] = ()) -> Webhook | None:
        """One that is due, for this process alone for a minute; None when there is none, `but_of` these accounts."""
        if await self._database.read(lambda connection: connection.execute(self._due(but_of)).first()) is None:
            return None
        return await self._database.run(lambda connection: self._take(connection, but_of))

    async def postpone(self, task_id: str, *, wait_s: float) -> None:
        """Make it due again after `wait_s` seconds."""
        due = int(self._clock() + wait_s)
        later = update(webhooks).where(webhooks.c.job_id == task_id).values(due=due)
        await self._database.run(lambda connection: connection.execute(later))

    async def drop(self, task_id: str) -> None:
        """Forget it, and whatever has become old."""
        old = webhooks.c.created <= int(self._clock()) - KEEP_S
        gone = delete(webhooks).where((webhooks.c.job_id == task_id) | old)

        def work(connection: Connection) -> None:
            connection.execute(gone)
            failpoint("webhook-dropped")

        await self._database.run(work)

    def _due(self, but_of: Collection[str]) -> Select:
        ended = jobs.c.status.in_(("succeeded", "failed"))
        due = is_due(webhooks.c.due, int(self._clock()), believed=BELIEVED_S)
        found = select(webhooks).join(jobs, jobs.c.id == webhooks.c.job_id).where(ended, due)
        if but_of:
            found = found.where(webhooks.c.account_id.not_in(but_of))
        return found.order_by(webhooks.c.due).limit(1)

    def _take(self, connection: Connection, but_of: Collection[str]) -> Webhook | None:
        row = connection.execute(self._due(but_of).with_for_update(of=webhooks, skip_locked=True)).first()
        if row is None:
            return None
        attempts, due = row.attempts + 1, int(self._clock()) + TAKEN_FOR_S
        taken = update(webhooks).where(webhooks.c.job_id == row.job_id).values(attempts=attempts, due=due)
        connection.execute(taken)
        failpoint("webhook-taken")
        return Webhook(
            task_id=row.job_id, account_id=row.account_id, url=row.url, secret=row.secret, base_url=row.base_url,
            attempts=attempts,
        )  # fmt: skip
