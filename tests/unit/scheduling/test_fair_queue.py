"""The fair queue."""

import asyncio

import pytest

from easel.core.caller import Caller, Limits
from easel.core.errors import RateLimited, ServerFull, TooManyJobs
from easel.scheduling.fair_queue import FairQueue
from easel.testing import FrozenClock


def _queue(running=1, *, waiting=10, per_key=10, wait_s=100.0, clock=None) -> FairQueue:
    return FairQueue(
        max_running=running, max_waiting=waiting, max_waiting_per_key=per_key, max_wait_s=wait_s,
        clock=clock or FrozenClock(),
    )  # fmt: skip


def _caller(key, jobs_at_once=None) -> Caller:
    return Caller("account", key, limits=Limits(concurrent_jobs=jobs_at_once))


async def _job(queue, key, order, release, cost=1.0):
    async with queue.slot(_caller(key), "model", cost):
        order.append(key)
        await release.wait()


async def _start(*jobs):
    """Start the jobs and let each come as far as it can."""
    started = [asyncio.create_task(job) for job in jobs]
    await asyncio.sleep(0)
    return started


async def _learn(queue, clock, seconds, cost=1.0):
    """Let one job of the model take so long."""
    async with queue.slot(_caller("teacher"), "model", cost):
        clock.tick(seconds)


async def test_keys_take_turns():
    """A key with many jobs does not keep another waiting."""
    queue, order, release = _queue(), [], asyncio.Event()
    jobs = await _start(*(_job(queue, key, order, release) for key in "aaab"))
    release.set()
    await asyncio.gather(*jobs)

    assert ["a", "a", "b", "a"] == order


async def test_full():
    """One more than may wait is refused at once."""
    queue, release = _queue(waiting=1), asyncio.Event()
    jobs = await _start(_job(queue, "a", [], release), _job(queue, "a", [], release))
    with pytest.raises(ServerFull):
        await _job(queue, "b", [], release)
    release.set()
    await asyncio.gather(*jobs)

    assert 0 == queue.waiting


async def test_one_key_cannot_fill_it():
    """A key that has its share of places waiting is told that it is its own limit; others are still taken."""
    queue, order, release = _queue(per_key=2), [], asyncio.Event()
    jobs = await _start(*(_job(queue, "a", order, release) for _ in range(3)))
    with pytest.raises(RateLimited):
        queue.check(_caller("a"))
    jobs += await _start(_job(queue, "b", order, release))
    release.set()
    await asyncio.gather(*jobs)

    assert ["a", "a", "b", "a"] == order


async def test_jobs_at_once():
    """A key with as many jobs of a model as it may have is refused at once; other models and keys are not concerned."""
    clock, release, caller = FrozenClock(), asyncio.Event(), _caller("a", jobs_at_once=2)
    queue = _queue(clock=clock)
    await _learn(queue, clock, 7)

    async def hold():
        async with queue.slot(caller, "model", 1.0):
            await release.wait()

    jobs = await _start(hold(), hold())
    with pytest.raises(TooManyJobs, match="2 jobs of the model `model`") as refused:
        queue.check(caller, "model")
    queue.check(caller, "another model")
    queue.check(_caller("b", jobs_at_once=2), "model")
    queue.check(caller)
    release.set()
    await asyncio.gather(*jobs)
    queue.check(caller, "model")

    assert 7 == refused.value.retry_after_s


async def test_wait_is_predicted():
    """The wait is what runs and waits, at the pace of the jobs before, shared among the slots."""
    clock, release = FrozenClock(), asyncio.Event()
    queue = _queue(2, clock=clock)
    await _learn(queue, clock, 6, cost=3.0)
    idle = queue.wait_s()
    jobs = await _start(*(_job(queue, "a", [], release, cost=cost) for cost in (5.0, 5.0, 10.0)))
    clock.tick(4)
    waits = queue.wait_s("b"), queue.wait_s("a")
    release.set()
    await asyncio.gather(*jobs)

    assert 0 == idle
    # Twice 10 - 4 seconds are left of those that run, and 20 of the one that waits.
    assert ((6 + 6 + 20) / 2, (6 + 6 + 20) / 2) == waits


async def test_wait_of_a_key_with_a_short_line():
    """Of another key's long line only as many jobs come first as this key has turns to wait for."""
    clock, release = FrozenClock(), asyncio.Event()
    queue = _queue(clock=clock)
    await _learn(queue, clock, 1)
    jobs = await _start(*(_job(queue, key, [], release) for key in "aaaab"))
    waits = [queue.wait_s(key) for key in "abc"]
    release.set()
    await asyncio.gather(*jobs)

    # One runs; before a's next come three of a and one of b, before b's two of a and one of b, before c's one of each.
    assert [5, 4, 3] == waits


async def test_refused_when_the_wait_would_be_too_long():
    """A job that would wait too long is refused at once, and told when the queue will have moved on."""
    clock, release = FrozenClock(), asyncio.Event()
    queue = _queue(wait_s=15, clock=clock)
    await _learn(queue, clock, 10)
    jobs = await _start(*(_job(queue, "a", [], release) for _ in range(2)))
    with pytest.raises(ServerFull) as refused:
        queue.check(_caller("a"))
    release.set()
    await asyncio.gather(*jobs)

    assert 20 <= refused.value.retry_after_s <= 25


async def test_late_jobs_close_the_door():
    """Jobs that hang are expected to hang on, however fast those before them were."""
    clock, release = FrozenClock(), asyncio.Event()
    queue = _queue(wait_s=60, clock=clock)
    await _learn(queue, clock, 1)
    jobs = await _start(_job(queue, "a", [], release))
    queue.check(_caller("b"))
    clock.tick(100)
    with pytest.raises(ServerFull):
        queue.check(_caller("b"))
    release.set()
    await asyncio.gather(*jobs)


async def test_failures_teach_nothing():
    """A job that failed at once does not make the next ones look fast."""
    clock, release = FrozenClock(), asyncio.Event()
    queue = _queue(clock=clock)
    await _learn(queue, clock, 10)
    with pytest.raises(ZeroDivisionError):
        async with queue.slot(_caller("a"), "model", 1.0):
            raise ZeroDivisionError
    jobs = await _start(_job(queue, "a", [], release))
    wait_s = queue.wait_s()
    release.set()
    await asyncio.gather(*jobs)

    assert 10 == wait_s


async def test_wait_in_vain():
    """A job whose turn does not come for much longer than was predicted is given up, and leaves no trace."""
    queue, order, release = _queue(wait_s=0.01), [], asyncio.Event()
    (first,) = await _start(_job(queue, "a", order, release))
    with pytest.raises(ServerFull):
        await _job(queue, "b", order, release)
    waiting = queue.waiting
    release.set()
    await first

    assert (0, ["a"]) == (waiting, order)


async def test_cancelled_while_waiting():
    """Who gives up leaves the line, and the slot still comes free for the next one."""
    queue, order, release = _queue(), [], asyncio.Event()
    first, second, third = await _start(*(_job(queue, key, order, release) for key in "abc"))
    second.cancel()
    release.set()
    await asyncio.gather(first, third)

    assert ["a", "c"] == order
    assert 0 == queue.waiting


async def test_cancelled_before_the_turn():
    """One that was cancelled a moment before its turn is passed over."""
    queue, order, release = _queue(), [], asyncio.Event()
    first, second, third = await _start(*(_job(queue, key, order, release) for key in "abc"))
    release.set()
    second.cancel()
    await asyncio.gather(first, third)

    assert ["a", "c"] == order
    assert (0, 0) == (queue.waiting, queue.wait_s())


async def test_turn_and_cancellation_at_once():
    """A turn that comes together with a cancellation is passed on, not lost."""
    queue, order = _queue(), []
    release, always = asyncio.Event(), asyncio.Event()
    always.set()
    (first,) = await _start(_job(queue, "a", order, release))
    (second,) = await _start(_job(queue, "b", order, always))
    release.set()
    await asyncio.sleep(0)
    second.cancel()
    await asyncio.gather(first, second, return_exceptions=True)
    async with asyncio.timeout(1), queue.slot(_caller("c"), "model", 1.0):
        order.append("c")

    assert "c" == order[-1]
