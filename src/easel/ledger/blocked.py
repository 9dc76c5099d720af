"""Runs whose pictures were all blocked: they cost the server, and nobody pays for them."""

import time
from collections.abc import Callable

from sqlalchemy import select

from easel.core.caller import Caller
from easel.ledger.database import Database
from easel.ledger.schema import IS_BLOCKED, jobs

WINDOW_S = 3600


class BlockedRuns:
    """Implements the port BlockedRuns, on the jobs themselves."""

    def __init__(self, database: Database, *, most: int, clock: Callable[[], float] = time.time):
        """`most` of a key's runs may be blocked within an hour."""
        self._database = database
        self._most = most
        self._clock = clock

    async def wait_s(self, caller: Caller) -> int:
        """Seconds until the key may run again, 0 for now."""
        now = int(self._clock())
        blocked = select(jobs.c.ended).where(jobs.c.error == IS_BLOCKED, jobs.c.key_id == caller.key_id)
        newest = blocked.where(jobs.c.ended > now - WINDOW_S).order_by(jobs.c.ended.desc())
        last = newest.limit(1).offset(self._most - 1)
        ended = await self._database.read(lambda connection: connection.execute(last).scalar())
        return 0 if ended is None else max(1, ended + WINDOW_S - now)
