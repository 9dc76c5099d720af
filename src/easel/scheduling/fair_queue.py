"""The fair queue: a bounded number of jobs runs, the rest wait, the keys take turns, and nobody waits in vain."""

import asyncio
import contextlib
import math
import random
import time
from collections import deque
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from itertools import islice

from easel.core.caller import Caller
from easel.core.counted import counted
from easel.core.errors import RateLimited, ServerFull, TooManyJobs
from easel.scheduling.forecast import Forecast

#: A wait that was predicted too short is given up after so many times the longest one.
PATIENCE = 2.0
#: Those who were refused together should not come back together.
SPREAD = 1.25


@dataclass(eq=False)
class Place:
    """One job in the queue. `cost` is as `cost_of` counts it; `began` is when it got its slot."""

    key_id: str
    model: str
    cost: float
    turn: asyncio.Future[None] = field(default_factory=lambda: asyncio.get_running_loop().create_future())
    began: float | None = None


class FairQueue:
    """At most `max_running` jobs at once; keys take turns instead of coming first.

    At most `max_waiting` jobs wait, `max_waiting_per_key` of them for one key, and none whose turn would come later
    than in `max_wait_s` seconds, as far as the jobs before it tell.
    """

    def __init__(
        self,
        *,
        max_running: int,
        max_waiting: int,
        max_waiting_per_key: int,
        max_wait_s: float,
        clock: Callable[[], float] = time.monotonic,
    ):
        self._max_running = max_running
        self._max_waiting = max_waiting
        self._max_waiting_per_key = max_waiting_per_key
        self._max_wait_s = max_wait_s
        self._clock = clock
        self._forecast = Forecast()
        self._running: set[Place] = set()
        self._waiting: dict[str, deque[Place]] = {}

    @property
    def waiting(self) -> int:
        """Jobs that wait now."""
        return sum(len(line) for line in self._waiting.values())

    def wait_s(self, key_id: str = "") -> float:
        """How long a new job of this key would wait for its turn, in seconds; by default that of a new key."""
        if len(self._running) < self._max_running:
            return 0.0
        # Round by round each key has one turn, so of a longer line only so much comes before this job.
        turns = len(self._waiting.get(key_id, ())) + 1
        ahead = sum(self._left_s(place) for place in self._running)
        for line in self._waiting.values():
            ahead += sum(self._left_s(place) for place in islice(line, turns))
        return ahead / self._max_running

    def check(self, caller: Caller, model: str | None = None) -> None:
        """Raise RateLimited or ServerFull when a new job of this key would not be taken, as far as is known.

        Only with its model is it known whether it would be one too many at once (TooManyJobs). The ledger counts those
        of all processes, and tasks too, but only once it is the job's turn: nobody should wait to be refused.
        """
        key_id = caller.key_id
        if model is not None and caller.limits.concurrent_jobs is not None:
            self._check_jobs_at_once(key_id, model, caller.limits.concurrent_jobs)
        if len(self._running) < self._max_running:
            return
        if len(self._waiting.get(key_id, ())) >= self._max_waiting_per_key:
            msg = f"This key may have {counted(self._max_waiting_per_key, 'request')} waiting for a turn."
            raise RateLimited(msg, retry_after_s=self._retry_after_s(key_id))
        if self.waiting >= self._max_waiting or self.wait_s(key_id) > self._max_wait_s:
            raise ServerFull(retry_after_s=self._retry_after_s(key_id))

    @contextlib.asynccontextmanager
    async def slot(self, caller: Caller, model: str, cost: float) -> AsyncIterator[None]:
        """Wait for a turn and hold it; raises RateLimited or ServerFull at once, ServerFull after a wait in vain."""
        self.check(caller, model)
        place = Place(caller.key_id, model, cost)
        await self._acquire(place)
        try:
            yield
            # Only what ended well tells how long a job takes.
            self._forecast.learn(model, cost=cost, seconds=self._clock() - place.began)
        finally:
            self._release(place)

    def _check_jobs_at_once(self, key_id: str, model: str, limit: int) -> None:
        running = [place for place in self._running if (place.key_id, place.model) == (key_id, model)]
        waiting = [place for place in self._waiting.get(key_id, ()) if place.model == model]
        if len(running) + len(waiting) >= limit:
            soonest = min((self._left_s(place) for place in running or waiting), default=0.0)
            raise TooManyJobs(model, limit, retry_after_s=max(1, math.ceil(soonest)))

    def _left_s(self, place: Place) -> float:
        """How long this job will still hold a slot. One that is late by some time is given as much again."""
        seconds = self._forecast.seconds(place.model, cost=place.cost)
        return seconds if place.began is None else abs(seconds - (self._clock() - place.began))

    def _retry_after_s(self, key_id: str) -> int:
        """When those who wait now will have had their turn."""
        return max(1, math.ceil(self.wait_s(key_id) * random.uniform(1, SPREAD)))

    async def _acquire(self, place: Place) -> None:
        if len(self._running) < self._max_running:
            self._begin(place)
            return
        self._waiting.setdefault(place.key_id, deque()).append(place)
        try:
            async with asyncio.timeout(PATIENCE * self._max_wait_s):
                await place.turn
        except (asyncio.CancelledError, TimeoutError) as error:
            if place.began is not None:
                # The turn came in the same moment: pass it on.
                self._release(place)
            else:
                self._leave(place)
            if isinstance(error, TimeoutError):
                raise ServerFull(retry_after_s=self._retry_after_s(place.key_id)) from None
            raise

    def _begin(self, place: Place) -> None:
        place.began = self._clock()
        self._running.add(place)

    def _leave(self, place: Place) -> None:
        line = self._waiting.get(place.key_id, ())
        if place in line:
            line.remove(place)
            if not line:
                del self._waiting[place.key_id]

    def _release(self, place: Place) -> None:
        self._running.discard(place)
        while self._waiting:
            key_id, line = next(iter(self._waiting.items()))
            following = line.popleft()
            # The key goes to the end of the round.
            del self._waiting[key_id]
            if line:
                self._waiting[key_id] = line
            # One that has just been cancelled has not had the time to leave.
            if not following.turn.cancelled():
                self._begin(following)
                following.turn.set_result(None)
                return
