"""Webhooks that wait, on both databases."""

import asyncio

import pytest

from easel.core.task import Webhook
from easel.ledger.jobs import Jobs
from easel.ledger.outbox import KEEP_S, TAKEN_FOR_S, Outbox
from easel.ledger.totals import totals
from easel.scheduling.delivery import JITTER, WAITS_S
from unit.ledger.making import PRICE, PRICED, job, result

LONGEST_WAIT_S = max(WAITS_S) * (1 + JITTER)


@pytest.fixture
async def caller(caller_of):
    """Somebody with enough money."""
    return await caller_of(money=100 * PRICE)


def webhook_of(one, caller, **fields) -> Webhook:
    """A webhook of a job."""
    return Webhook(task_id=one.id, account_id=caller.account_id, url="https://example.com/", **fields)


async def test_due_when_the_task_has_ended(database, clock, caller):
    """A webhook is nobody's before its task has ended, and then goes to one of all who ask at once."""
    jobs, outbox, one = Jobs(database), Outbox(database, clock=clock), job()
    await outbox.add(webhook_of(one, caller, secret="s", base_url="http://x"))
    await jobs.open(one, PRICED, caller, queued=True)
    early = await outbox.take()
    claim = await jobs.claim()
    running = await outbox.take()
    await jobs.settle(result(claim.job))
    taken = [webhook for webhook in await asyncio.gather(*(outbox.take() for _ in range(5))) if webhook]

    assert (None, None) == (early, running)
    assert [webhook_of(one, caller, secret="s", base_url="http://x", attempts=1)] == taken


async def test_tried_again(database, clock, caller):
    """What was postponed is due at its time; what was taken by a process that died is due after a minute."""
    jobs, outbox, one = Jobs(database), Outbox(database, clock=clock), job()
    await outbox.add(webhook_of(one, caller))
    await jobs.open(one, PRICED, caller)
    await jobs.void(one, "EngineFailed")
    attempts = []
    for wait_s in (TAKEN_FOR_S, 5, 0):
        attempts.append((await outbox.take()).attempts)
        if wait_s != TAKEN_FOR_S:
            await outbox.postpone(one.id, wait_s=wait_s)
        clock.tick(wait_s - 1)
        early = await outbox.take() if wait_s else None
        clock.tick(1)

        assert early is None

    await outbox.drop(one.id)

    assert [1, 2, 3] == attempts
    assert await outbox.take() is None


async def test_a_clock_that_was_set_back(database, clock, caller):
    """A webhook does not wait for as long as the clock was set back; one that is put off for long does wait."""
    jobs, outbox, one = Jobs(database), Outbox(database, clock=clock), job()
    await outbox.add(webhook_of(one, caller))
    await jobs.open(one, PRICED, caller)
    await jobs.void(one, "EngineFailed")
    await outbox.take()
    await outbox.postpone(one.id, wait_s=LONGEST_WAIT_S)
    early = await outbox.take()
    clock.tick(-86_400)

    assert early is None
    assert 2 == (await outbox.take()).attempts


async def test_old_ones_are_forgotten(database, clock, caller):
    """A webhook whose task was never opened does not stay for ever."""
    outbox, lost, other = Outbox(database, clock=clock), job(), job()
    await outbox.add(webhook_of(lost, caller))
    clock.tick(KEEP_S)
    await outbox.drop(other.id)
    await Jobs(database).open(lost, PRICED, caller)
    await Jobs(database).reap()

    assert await outbox.take() is None


async def test_totals(database, caller):
    """Waiting tasks and the money in work and spent, over all accounts."""
    jobs, one, two = Jobs(database), job(n=2), job(n=1)
    await jobs.open(one, PRICED, caller, queued=True)
    await jobs.open(two, PRICED, caller)
    await jobs.settle(result(two))

    assert {"tasks_waiting": 1, "held": 2 * PRICE, "spent": PRICE} == await database.read(totals)
