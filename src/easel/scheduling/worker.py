"""The worker: takes waiting tasks out of the ledger and has them painted."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from easel.core.errors import EaselError
from easel.core.task import Claim, TaskLedger
from easel.scheduling.meter import Meter

log = structlog.get_logger(__name__)

#: Tasks of this process wake the worker at once; this is how soon it sees those of other processes.
POLL_S = 1.0


class Worker:
    """Works on at most `at_once` tasks. Their leases are renewed by the ledger's housekeeping.

    `perform` paints one task and writes down how it ended; `on_end` is told after each.
    """

    def __init__(
        self,
        ledger: TaskLedger,
        perform: Callable[[Claim], Awaitable[str]],
        *,
        at_once: int,
        meter: Meter,
        on_end: Callable[[], None] = lambda: None,
        poll_s: float = POLL_S,
    ):
        self._ledger = ledger
        self._perform = perform
        self._meter = meter
        self._on_end = on_end
        self._poll_s = poll_s
        self._slots = asyncio.Semaphore(at_once)
        self._awake = asyncio.Event()
        self._working: set[asyncio.Task[None]] = set()
        self._stopping = False

    @property
    def working(self) -> int:
        """Tasks in work now."""
        return len(self._working)

    def wake(self) -> None:
        """There may be a new task."""
        self._awake.set()

    def stop(self) -> None:
        """Claim nothing more."""
        self._stopping = True
        self._awake.set()

    async def run(self) -> None:
        """Claim and work until stopped or cancelled."""
        while not self._stopping:
            await self._slots.acquire()
            claim = None if self._stopping else await self._claim()
            if claim is None:
                self._slots.release()
                await self._sleep()
                continue
            working = asyncio.create_task(self._work(claim))
            self._working.add(working)
            working.add_done_callback(self._done)

    async def close(self, *, grace_s: float) -> None:
        """Let what is under way end within the grace; the rest is left to whoever takes over its lease."""
        self.stop()
        if self._working:
            await asyncio.wait(self._working, timeout=grace_s)
        left = list(self._working)
        for working in left:
            working.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    async def _claim(self) -> Claim | None:
        try:
            return await self._ledger.claim()
        except EaselError as error:
            # The database is away: the next round tries again.
            log.warning("no task could be claimed", error=type(error).__name__)
        except Exception:
            # The boundary: the worker must outlive whatever it finds.
            log.exception("no task could be claimed")
        return None

    async def _work(self, claim: Claim) -> None:
        outcome = "given back"
        try:
            outcome = await self._perform(claim)
        except EaselError as error:
            # Its end could not be written down, or it was another's by then: the lease decides.
            log.warning("task lost", job=claim.job.id, error=type(error).__name__)
        except Exception:
            # The boundary: one task must not end the worker. Its lease runs out, and it is tried again.
            log.exception("task failed", job=claim.job.id)
        finally:
            self._meter.task(outcome)
            self._on_end()

    def _done(self, working: asyncio.Task[None]) -> None:
        self._working.discard(working)
        self._slots.release()

    async def _sleep(self) -> None:
        try:
            # Not `wait_for`: until Python 3.12 that may swallow a cancellation, and this loop would never end.
            async with asyncio.timeout(self._poll_s):
                await self._awake.wait()
        except TimeoutError:
            return
        self._awake.clear()
