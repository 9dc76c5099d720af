"""The worker: takes waiting tasks out of the ledger and has them painted."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial

import structlog

from easel.core.errors import Cancelled, EaselError
from easel.core.task import Cancellations, Claim, TaskLedger
from easel.scheduling.meter import Meter
from easel.scheduling.sleep import sleep

log = structlog.get_logger(__name__)

#: What this process is asked wakes the worker at once; this is how soon it sees what others were asked.
POLL_S = 1.0


class Worker:
    """Works on at most `at_once` tasks. Their leases are renewed by the ledger's housekeeping.

    `perform` paints one task and writes down how it ended; `on_end` is told after each. Tasks wait while `may_claim`
    says no. What has been cancelled is not painted any further.
    """

    def __init__(
        self,
        ledger: TaskLedger,
        cancellations: Cancellations,
        perform: Callable[[Claim], Awaitable[str]],
        *,
        at_once: int,
        meter: Meter,
        on_end: Callable[[], None] = lambda: None,
        may_claim: Callable[[], bool] = lambda: True,
        poll_s: float = POLL_S,
    ):
        self._ledger = ledger
        self._cancellations = cancellations
        self._perform = perform
        self._meter = meter
        self._on_end = on_end
        self._may_claim = may_claim
        self._poll_s = poll_s
        self._slots = asyncio.Semaphore(at_once)
        self._awake, self._cancelled = asyncio.Event(), asyncio.Event()
        self._working: dict[str, asyncio.Task[None]] = {}
        self._unwanted: set[str] = set()
        self._stopping = False

    @property
    def working(self) -> int:
        """Tasks in work now."""
        return len(self._working)

    def wake(self) -> None:
        """There may be a new task."""
        self._awake.set()

    def look(self) -> None:
        """A task may have been cancelled."""
        self._cancelled.set()

    def stop(self) -> None:
        """Claim nothing more."""
        self._stopping = True
        self._awake.set()

    async def run(self) -> None:
        """Claim and work until stopped or cancelled."""
        while not self._stopping:
            await self._slots.acquire()
            claim = await self._claim() if self._may_claim() and not self._stopping else None
            if claim is None:
                self._slots.release()
                await sleep(self._awake, at_most_s=self._poll_s)
                continue
            working = asyncio.create_task(self._work(claim))
            self._working[claim.job.id] = working
            working.add_done_callback(partial(self._done, claim.job.id))

    async def watch(self) -> None:
        """Stop painting what has been cancelled, until cancelled."""
        while True:
            await sleep(self._cancelled, at_most_s=self._poll_s)
            for task_id in await self._find_unwanted():
                # It may have ended while the ledger was asked.
                if task_id in self._working:
                    log.info("task cancelled", job=task_id)
                    self._unwanted.add(task_id)
                    self._working[task_id].cancel()

    async def close(self, *, grace_s: float) -> None:
        """Let what is under way end within the grace; the rest is left to whoever takes over its lease."""
        self.stop()
        if self._working:
            await asyncio.wait(self._working.values(), timeout=grace_s)
        left = list(self._working.values())
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

    async def _find_unwanted(self) -> list[str]:
        """The tasks in work here that have been cancelled since the last time."""
        wanted = [task_id for task_id in self._working if task_id not in self._unwanted]
        if not wanted:
            return []
        try:
            return await self._cancellations.among(wanted)
        except EaselError as error:
            log.warning("cancelled tasks could not be asked for", error=type(error).__name__)
        except Exception:
            # The boundary: the watch must outlive whatever it finds.
            log.exception("cancelled tasks could not be asked for")
        return []

    async def _work(self, claim: Claim) -> None:
        outcome = "given back"
        try:
            outcome = await self._perform(claim)
        except asyncio.CancelledError:
            if claim.job.id not in self._unwanted:
                raise
            await self._let_go(claim)
            outcome = None
        except EaselError as error:
            # Its end could not be written down, or it was another's by then: the lease decides.
            log.warning("task lost", job=claim.job.id, error=type(error).__name__)
        except Exception:
            # The boundary: one task must not end the worker. Its lease runs out, and it is tried again.
            log.exception("task failed", job=claim.job.id)
        finally:
            # Who cancelled it has counted it.
            if outcome is not None:
                self._meter.task(outcome)
            self._on_end()

    async def _let_go(self, claim: Claim) -> None:
        """Tell the ledger that nobody works on a cancelled task any more; its hold was voided as it was cancelled."""
        try:
            await self._ledger.void(claim.job, Cancelled.__name__)
        except EaselError as error:
            # The ledger has forgotten it by now; only the database was away.
            log.warning("task lost", job=claim.job.id, error=type(error).__name__)

    def _done(self, task_id: str, _working: asyncio.Task[None]) -> None:
        del self._working[task_id]
        self._unwanted.discard(task_id)
        self._slots.release()
