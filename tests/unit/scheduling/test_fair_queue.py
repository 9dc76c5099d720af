"""The fair queue."""

import asyncio

import pytest

from easel.core.errors import ServerFull
from easel.scheduling.fair_queue import FairQueue


async def _job(queue, key, order, release):
    async with queue.slot(key):
        order.append(key)
        await release.wait()


async def test_keys_take_turns():
    """A key with many jobs does not keep another waiting."""
    queue, order, release = FairQueue(max_running=1, max_waiting=10), [], asyncio.Event()
    jobs = [asyncio.create_task(_job(queue, key, order, release)) for key in "aaab"]
    await asyncio.sleep(0)
    release.set()
    await asyncio.gather(*jobs)

    assert ["a", "a", "b", "a"] == order


async def test_full():
    """One more than may wait is refused at once."""
    queue, release = FairQueue(max_running=1, max_waiting=1), asyncio.Event()
    jobs = [asyncio.create_task(_job(queue, "a", [], release)) for _ in range(2)]
    await asyncio.sleep(0)
    with pytest.raises(ServerFull):
        async with queue.slot("b"):
            pass
    release.set()
    await asyncio.gather(*jobs)

    assert 0 == queue.waiting


async def test_cancelled_while_waiting():
    """Who gives up leaves the line, and the slot still comes free for the next one."""
    queue, order, release = FairQueue(max_running=1, max_waiting=10), [], asyncio.Event()
    first, second, third = (asyncio.create_task(_job(queue, key, order, release)) for key in "abc")
    await asyncio.sleep(0)
    second.cancel()
    release.set()
    await asyncio.gather(first, third)

    assert ["a", "c"] == order
    assert 0 == queue.waiting


async def test_turn_and_cancellation_at_once():
    """A turn that comes together with a cancellation is passed on, not lost."""
    queue, order = FairQueue(max_running=1, max_waiting=10), []
    release, always = asyncio.Event(), asyncio.Event()
    always.set()
    first = asyncio.create_task(_job(queue, "a", order, release))
    await asyncio.sleep(0)
    second = asyncio.create_task(_job(queue, "b", order, always))
    await asyncio.sleep(0)
    release.set()
    await asyncio.sleep(0)
    second.cancel()
    await asyncio.gather(first, second, return_exceptions=True)
    async with asyncio.timeout(1), queue.slot("c"):
        order.append("c")

    assert "c" == order[-1]
