"""Runs whose pictures were all blocked: they cost the server, and nobody pays for them."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select

from easel.core.caller import Caller
from easel.ledger.database import Database
from easel.ledger.prepared import Prepared
from easel.ledger.schema import IS_BLOCKED, jobs

WINDOW_S = 3600
#: How long a count is believed: what other processes' runs add meanwhile is seen so much later.
BELIEVED_S = 1.0


@dataclass(slots=True)
class _Room:
    """How many more of a key's runs may be blocked before it has to wait; until when that is believed."""

    runs: int
    until: float


class BlockedRuns:
    """Implements the port BlockedRuns, on the jobs themselves."""

    def __init__(self, database: Database, *, most: int, clock: Callable[[], float] = time.time):
        """`most` of a key's runs may be blocked within an hour."""
        self._database = database
        self._most = most
        self._clock = clock
        self._rooms: dict[str, _Room] = {}

    async def wait_s(self, caller: Caller) -> int:
        """Seconds until the key may run again, 0 for now."""
        now = self._clock()
        room = self._rooms.get(caller.key_id)
        # A clock that was set back must not prolong a belief.
        if room is None or room.runs <= 0 or not now < room.until <= now + BELIEVED_S:
            ended = await self._database.run_together(self._look, caller.key_id)
            if len(ended) >= self._most:
                return max(1, ended[-1] + WINDOW_S - int(now))
            self._rooms = {key_id: known for key_id, known in self._rooms.items() if known.until > now}
            room = self._rooms[caller.key_id] = _Room(self._most - len(ended), now + BELIEVED_S)
        # Whatever runs from now on may be blocked: as many as there is room for need no other look.
        room.runs -= 1
        return 0

    def _look(self, connection: Connection, key_ids: Sequence[str]) -> list[list[int]]:
        """When the newest blocked runs of each key ended, newest first, `most` at most."""
        about = {"since": int(self._clock()) - WINDOW_S, "most": self._most}
        ended = {
            key_id: [row[0] for row in _NEWEST.run(connection, {"key_id": key_id, **about}).fetchall()]
            for key_id in set(key_ids)
        }
        return [ended[key_id] for key_id in key_ids]


_NEWEST = Prepared(
    select(jobs.c.ended)
    .where(jobs.c.error == IS_BLOCKED, jobs.c.key_id == bindparam("key_id"), jobs.c.ended > bindparam("since"))
    .order_by(jobs.c.ended.desc())
    .limit(bindparam("most"))
)
