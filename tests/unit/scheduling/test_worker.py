"""The worker, over a ledger in memory."""

import asyncio

from easel.core.errors import ServerFull, TimedOut
from easel.core.job import Job
from easel.models import load_cards
from easel.scheduling.meter import Meter
from easel.scheduling.worker import Worker
from easel.testing import CALLER, MemoryCancellations, MemoryLedger

GIVE_UP_S = 10
CARD = load_cards().find("imagen-3")


async def _ledger(tasks: int) -> MemoryLedger:
    """A ledger in which so many tasks wait."""
    ledger = MemoryLedger()
    for _ in range(tasks):
        job = Job(model=CARD.id, dialect="openai", prompt="a cat")
        await ledger.open(job, CARD, CALLER, queued=True)
    return ledger


async def _until(condition) -> None:
    """Wait until it is so."""
    async with asyncio.timeout(GIVE_UP_S):
        while not condition():  # noqa: ASYNC110 (the worker tells nobody)
            await asyncio.sleep(0.001)


async def test_so_many_at_once():
    """No more than `at_once` are in work, and the others follow."""
    ledger, release, most = await _ledger(5), asyncio.Event(), []

    async def perform(_):
        most.append(worker.working)
        await release.wait()
        return "succeeded"

    worker = Worker(ledger, MemoryCancellations(ledger), perform, at_once=2, meter=Meter(), poll_s=0.01)
    running = asyncio.create_task(worker.run())
    await _until(lambda: len(most) == 2)
    claimed_at_first = 5 - len(ledger.waiting)
    release.set()
    await _until(lambda: len(most) == 5)
    await worker.close(grace_s=1)
    await running

    assert (2, 5, []) == (claimed_at_first, len(most), ledger.waiting)
    assert 2 >= max(most)


async def test_trouble_does_not_end_it(monkeypatch):
    """A database that is away, a task that was lost and a fault of ours leave the worker at work."""
    ledger = await _ledger(3)
    claim, troubles, ended = ledger.claim, [ServerFull(), RuntimeError("ours")], []

    async def claim_or_fail():
        if troubles:
            raise troubles.pop()
        return await claim()

    async def perform(_):
        ended.append(None)
        raise [TimedOut(), RuntimeError("ours"), TimedOut()][len(ended) - 1]

    monkeypatch.setattr(ledger, "claim", claim_or_fail)
    worker = Worker(ledger, MemoryCancellations(ledger), perform, at_once=1, meter=Meter(), poll_s=0.001)
    running = asyncio.create_task(worker.run())
    await _until(lambda: len(ended) == 3)
    await worker.close(grace_s=1)
    await running

    assert 3 == len(ended)


async def test_stopped():
    """A worker that was stopped claims nothing more."""
    ledger = await _ledger(1)
    worker = Worker(ledger, MemoryCancellations(ledger), None, at_once=1, meter=Meter(), poll_s=0.001)
    worker.stop()
    await worker.run()

    assert 1 == len(ledger.waiting)


async def test_tasks_wait_while_none_may_be_claimed():
    """Without room for their pictures tasks stay where they are, and go on when there is room."""
    ledger, room = await _ledger(1), []

    async def perform(_):
        return "succeeded"

    worker = Worker(
        ledger, MemoryCancellations(ledger), perform, at_once=1, meter=Meter(), poll_s=0.001,
        may_claim=lambda: bool(room),
    )  # fmt: skip
    running = asyncio.create_task(worker.run())
    await asyncio.sleep(0.05)
    waited = len(ledger.waiting)
    room.append(None)
    await _until(lambda: not ledger.waiting)
    await worker.close(grace_s=1)
    await running

    assert 1 == waited


async def test_cancelled_as_it_is_woken():
    """A cancellation counts even when it comes together with a new task: the server's end waits for it."""
    ledger = await _ledger(0)
    worker = Worker(ledger, MemoryCancellations(ledger), None, at_once=1, meter=Meter(), poll_s=GIVE_UP_S)
    running = asyncio.create_task(worker.run())
    for _ in range(5):
        await asyncio.sleep(0)
    worker.wake()
    running.cancel()
    ended, _ = await asyncio.wait({running}, timeout=GIVE_UP_S / 2)
    # Whatever became of the first one.
    running.cancel()

    assert {running} == ended


async def test_cancelled_work_is_stopped(monkeypatch):
    """What was cancelled is stopped once and frees its place; a stopped task is not counted as given back.

    The database may be away just then.
    """
    ledger, meter, stops, voided = await _ledger(2), Meter(), [], []
    cancellations = MemoryCancellations(ledger)

    async def perform(claim):
        try:
            await asyncio.sleep(GIVE_UP_S)
        except asyncio.CancelledError:
            stops.append(claim.job.id)
            # An engine takes its time to stop; it must not be disturbed.
            await asyncio.sleep(0.05)
            raise

    async def void(job, error):
        voided.append((job.id, error))
        raise ServerFull

    monkeypatch.setattr(ledger, "void", void)
    worker = Worker(ledger, cancellations, perform, at_once=1, meter=meter, poll_s=0.001)
    running = [asyncio.create_task(each()) for each in (worker.run, worker.watch)]
    await _until(lambda: worker.working)
    first = next(iter(ledger.records))
    await cancellations.cancel(first, CALLER)
    worker.look()
    await _until(lambda: stops and not ledger.waiting)
    await worker.close(grace_s=0.01)
    running[1].cancel()
    await asyncio.gather(*running, return_exceptions=True)

    assert (first, 2) == (stops[0], len(stops))
    assert [(first, "Cancelled")] == voided
    assert b'easel_tasks_total{outcome="given back"} 1.0' in meter.text()


async def test_watch_outlives_trouble(monkeypatch):
    """A database that is away, or a fault of ours, does not end the watch."""
    ledger, stopped = await _ledger(1), asyncio.Event()
    cancellations = MemoryCancellations(ledger)
    among, troubles = cancellations.among, [ServerFull(), RuntimeError("ours")]

    async def among_or_fail(task_ids):
        if troubles:
            raise troubles.pop()
        return await among(task_ids)

    async def perform(_):
        try:
            await asyncio.sleep(GIVE_UP_S)
        finally:
            stopped.set()

    monkeypatch.setattr(cancellations, "among", among_or_fail)
    worker = Worker(ledger, cancellations, perform, at_once=1, meter=Meter(), poll_s=0.001)
    running = [asyncio.create_task(each()) for each in (worker.run, worker.watch)]
    await _until(lambda: worker.working)
    await cancellations.cancel(next(iter(ledger.records)), CALLER)
    async with asyncio.timeout(GIVE_UP_S / 2):
        await stopped.wait()
    await worker.close(grace_s=1)
    running[1].cancel()
    await asyncio.gather(*running, return_exceptions=True)

    assert [] == troubles
