"""Cancelled tasks and their money, on both databases."""

from dataclasses import replace

import pytest

from easel.core.errors import Clash, NotFound, TimedOut
from easel.core.ports import Fresh
from easel.ledger.accounts import Accounts
from easel.ledger.cancellations import Cancellations
from easel.ledger.idempotency import Idempotency
from easel.ledger.jobs import Jobs
from unit.ledger.making import PRICE, PRICED, card, job, result

BODY = "b" * 64


async def _money(database):
    account = await Accounts(database).show("payer")
    return account.available, account.held, account.spent


async def test_in_the_queue(database, caller_of):
    """A task that waits ends at once: its hold is given back, once, and nobody claims it."""
    jobs, cancellations, one = Jobs(database), Cancellations(database), job(n=3)
    caller = await caller_of(money=3 * PRICE)
    await jobs.open(one, PRICED, caller, queued=True)
    outcomes = [await cancellations.cancel(one.id, caller) for _ in range(2)]
    record = await jobs.find(one.id, caller)

    assert [True, False] == outcomes
    assert ("failed", "Cancelled") == (record.status, record.error)
    assert (3 * PRICE, 0, 0) == await _money(database)
    assert await jobs.claim() is None


async def test_in_work(database, caller_of):
    """A task in work ends as well; its worker is told and can write nothing any more."""
    jobs, cancellations, one, other = Jobs(database), Cancellations(database), job(n=3), job()
    caller = await caller_of(money=4 * PRICE)
    await jobs.open(one, PRICED, caller, queued=True)
    await jobs.open(other, PRICED, caller, queued=True)
    claims = [await jobs.claim() for _ in range(2)]
    await cancellations.cancel(one.id, caller)
    unwanted = await cancellations.among([claim.job.id for claim in claims])
    await jobs.renew()
    with pytest.raises(TimedOut):
        await jobs.settle(result(one))
    await jobs.void(one, "EngineFailed")
    await jobs.settle(result(other))

    assert [one.id] == unwanted
    assert "Cancelled" == (await jobs.find(one.id, caller)).error
    assert (3 * PRICE, 0, PRICE) == await _money(database)


async def test_cost_of_the_work(database, caller_of):
    """What a cancelled task had cost the operator by then stands in its row, although it has ended."""
    jobs, cancellations, one = Jobs(database), Cancellations(database), job(n=3)
    caller = await caller_of(money=3 * PRICE)
    await jobs.open(one, PRICED, caller, queued=True)
    await jobs.claim()
    await cancellations.cancel(one.id, caller)
    await jobs.spend(one, 70)
    await jobs.void(one, "Cancelled")
    await Jobs(database).spend(one, 1)
    line = (await Accounts(database).statement("payer"))[-1]

    assert ("void", 70) == (line.kind, line.cost)
    assert (3 * PRICE, 0, 0) == await _money(database)


@pytest.mark.parametrize("end", ["settle", "void"])
async def test_cost_of_work_that_ended_before_it_heard(end, database, caller_of):
    """Another process cancelled it just before its end was written down: nothing is charged, and its cost is told."""
    jobs, cancellations, one = Jobs(database), Cancellations(database), job(n=3)
    caller = await caller_of(money=3 * PRICE)
    await jobs.open(one, PRICED, caller, queued=True)
    await jobs.claim()
    await cancellations.cancel(one.id, caller)
    if end == "settle":
        with pytest.raises(TimedOut):
            await jobs.settle(replace(result(one), cost_micros=70))
    else:
        await jobs.void(one, "UpstreamFailed", cost_micros=70)
    line = (await Accounts(database).statement("payer"))[-1]

    assert ("void", 70) == (line.kind, line.cost)
    assert (3 * PRICE, 0, 0) == await _money(database)


async def test_cost_of_earlier_attempts(database, caller_of):
    """What a task had cost before its worker gave it back is part of what it costs in the end."""
    jobs, one = Jobs(database, retry_after_s=(0, 0)), job()
    caller = await caller_of(money=PRICE)
    await jobs.open(one, PRICED, caller, queued=True)
    await jobs.claim()
    await jobs.spend(one, 5)
    await jobs.retry(one)
    await jobs.claim()
    await jobs.void(one, "EngineFailed", cost_micros=7)

    assert 12 == (await Accounts(database).statement("payer"))[-1].cost


async def test_between_attempts(database, caller_of):
    """A task that waits for its next attempt can be cancelled, and one that is being tried is not queued again."""
    jobs, cancellations = Jobs(database, retry_after_s=(0, 0)), Cancellations(database)
    caller, waiting, tried = await caller_of(money=2 * PRICE), job(), job()
    await jobs.open(waiting, PRICED, caller, queued=True)
    await jobs.claim()
    await jobs.retry(waiting)
    await cancellations.cancel(waiting.id, caller)
    await jobs.open(tried, PRICED, caller, queued=True)
    await jobs.claim()
    await cancellations.cancel(tried.id, caller)
    await jobs.retry(tried)

    assert await jobs.claim() is None
    assert (2 * PRICE, 0, 0) == await _money(database)


async def test_free_pictures_come_back(database, caller_of):
    """Free pictures of a cancelled task can be had again."""
    jobs, cancellations, free = Jobs(database), Cancellations(database), card(price_micros=None, free_pictures=2)
    caller = await caller_of()
    for _ in range(3):
        one = job(n=2)
        await jobs.open(one, free, caller, queued=True)
        await cancellations.cancel(one.id, caller)

    assert (0, 0, 0) == await _money(database)


async def test_what_cannot_be_cancelled(database, caller_of):
    """What has ended, what is another account's and what is no task stay as they are."""
    jobs, cancellations, ended, failed, request = Jobs(database), Cancellations(database), job(), job(), job()
    caller, other = await caller_of(money=3 * PRICE), await caller_of("other")
    for task in (ended, failed):
        await jobs.open(task, PRICED, caller, queued=True)
        await jobs.claim()
    await jobs.open(request, PRICED, caller)
    for task_id, who in ((ended.id, other), (request.id, caller), ("nothing", caller), ("\0", caller)):
        with pytest.raises(NotFound):
            await cancellations.cancel(task_id, who)
    await jobs.settle(result(ended))
    await jobs.void(failed, "EngineFailed")
    for task in (ended, failed):
        with pytest.raises(Clash):
            await cancellations.cancel(task.id, caller)

    assert [] == await cancellations.among([ended.id, failed.id, request.id])
    assert (PRICE, PRICE, PRICE) == await _money(database)


async def test_its_idempotency_key_is_free(database, caller_of):
    """Who has cancelled a task may send the same request again, with the same key."""
    jobs, cancellations, seen, one = Jobs(database), Cancellations(database), Idempotency(database), job()
    caller, fresh = await caller_of(money=PRICE), Fresh(BODY, "the key")
    await jobs.open(one, PRICED, caller, fresh=fresh, queued=True)
    await cancellations.cancel(one.id, caller)
    again = await seen.begin(caller, "the key", BODY)
    await jobs.open(job(), PRICED, caller, fresh=again, queued=True)

    assert fresh == again
    assert (0, PRICE, 0) == await _money(database)
