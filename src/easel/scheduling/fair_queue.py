"""The fair queue: a bounded number of jobs runs, the rest wait, and the keys take turns."""

import asyncio
import contextlib
from collections import deque
from collections.abc import AsyncIterator

from easel.core.errors import ServerFull


class FairQueue:
    """At most `max_running` jobs at once, at most `max_waiting` more; keys take turns instead of coming first."""

    def __init__(self, *, max_running: int, max_waiting: int):
        self._free = max_running
        self._max_waiting = max_waiting
        self._waiting: dict[str, deque[asyncio.Future[None]]] = {}

    @property
    def waiting(self) -> int:
        """Jobs that wait now."""
        return sum(len(line) for line in self._waiting.values())

    @contextlib.asynccontextmanager
    async def slot(self, key_id: str) -> AsyncIterator[None]:
        """Wait for a turn and hold it; raises ServerFull when too many wait already."""
        await self._acquire(key_id)
        try:
            yield
        finally:
            self._release()

    async def _acquire(self, key_id: str) -> None:
        if self._free > 0:
            self._free -= 1
            return
        if self.waiting >= self._max_waiting:
            raise ServerFull
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(key_id, deque()).append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                # The turn came in the same moment as the cancellation: pass it on.
                self._release()
            else:
                self._leave(key_id, turn)
            raise

    def _leave(self, key_id: str, turn: asyncio.Future[None]) -> None:
        line = self._waiting.get(key_id)
        if line and turn in line:
            line.remove(turn)
            if not line:
                del self._waiting[key_id]

    def _release(self) -> None:
        if not self._waiting:
            self._free += 1
            return
        key_id, line = next(iter(self._waiting.items()))
        turn = line.popleft()
        # The key goes to the end of the round.
        del self._waiting[key_id]
        if line:
            self._waiting[key_id] = line
        turn.set_result(None)
