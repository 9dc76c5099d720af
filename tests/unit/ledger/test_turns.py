"""Whose task is next, on both databases; and tasks that are tried again."""

import pytest

from easel.core.errors import RateLimited
from easel.ledger.jobs import LEASE_S, MAX_ATTEMPTS, RETRY_AFTER_S, Jobs
from easel.ledger.keys import Keys, Terms
from unit.ledger.making import PRICE, PRICED, job


async def _queue(jobs, clock, caller, tasks):
    """Queue so many tasks of a key, one after the other; returns their ids."""
    queued = []
    for _ in range(tasks):
        one = job()
        await jobs.open(one, PRICED, caller, queued=True)
        clock.tick(1)
        queued.append(one.id)
    return queued


async def _claim(jobs, times):
    return [(await jobs.claim()).job.id for _ in range(times)]


async def test_keys_take_turns(database, caller_of, clock):
    """A key with many tasks does not keep another waiting; each key's own tasks keep their order."""
    jobs = Jobs(database, clock=clock)
    many, few = await caller_of("many", unlimited=True), await caller_of("few", unlimited=True)
    a = await _queue(jobs, clock, many, 4)
    b = await _queue(jobs, clock, few, 2)

    assert [a[0], b[0], a[1], b[1], a[2], a[3]] == await _claim(jobs, 6)


async def test_who_comes_later(database, caller_of, clock):
    """A key that comes later is served in this round, not before it and not after all rounds."""
    jobs = Jobs(database, clock=clock)
    first, late = await caller_of("first", unlimited=True), await caller_of("late", unlimited=True)
    a = await _queue(jobs, clock, first, 5)
    before = await _claim(jobs, 2)
    b = await _queue(jobs, clock, late, 2)
    after = await _claim(jobs, 5)

    assert (a[:2], [a[2], b[0], a[3], b[1], a[4]]) == (before, after)


async def test_two_keys_of_one_account(database, caller_of, clock):
    """Turns are the keys', as in the queue of those who wait for an answer."""
    jobs, keys = Jobs(database, clock=clock), Keys(database)
    one = await caller_of("payer", unlimited=True)
    other = await keys.caller((await keys.create("payer", Terms())).secret)
    a, b = await _queue(jobs, clock, one, 2), await _queue(jobs, clock, other, 1)

    assert [a[0], b[0], a[1]] == await _claim(jobs, 3)


async def test_too_many_tasks_wait(database, caller_of, clock):
    """A key may have so many tasks waiting; a refused one leaves no trace, and one that was claimed makes room."""
    jobs = Jobs(database, most_queued=2, clock=clock)
    caller, refused = await caller_of(money=9 * PRICE), job()
    await _queue(jobs, clock, caller, 2)
    with pytest.raises(RateLimited, match="2 tasks"):
        await jobs.open(refused, PRICED, caller, queued=True)
    await jobs.open(job(), PRICED, caller)
    await jobs.claim()
    await jobs.open(refused, PRICED, caller, queued=True)

    assert "queued" == (await jobs.find(refused.id, caller)).status


async def test_tried_again(database, caller_of, clock):
    """A task is tried again after a while, and again after a longer one, and then no more."""
    jobs, caller = Jobs(database, clock=clock), await caller_of(money=PRICE)
    (task_id,) = await _queue(jobs, clock, caller, 1)
    seen = []
    for wait_s in (*RETRY_AFTER_S, None):
        claim = await jobs.claim()
        again = await jobs.retry(claim.job)
        status = (await jobs.find(task_id, caller)).status
        clock.tick((wait_s or 0) - 1)
        seen.append((claim.job.id, again, status, await jobs.claim()))
        clock.tick(1)
    await jobs.void(claim.job, "EngineFailed")

    assert MAX_ATTEMPTS == len(seen)
    assert [(task_id, True, "queued", None)] * 2 + [(task_id, False, "running", None)] == seen
    assert "failed" == (await jobs.find(task_id, caller)).status


async def test_a_clock_that_was_set_back(database, caller_of, clock):
    """A task does not wait for its next attempt for as long as the clock was set back."""
    jobs, caller = Jobs(database, clock=clock), await caller_of(money=PRICE)
    (task_id,) = await _queue(jobs, clock, caller, 1)
    for _ in RETRY_AFTER_S:
        await jobs.retry((await jobs.claim()).job)
        early = await jobs.claim()
        clock.tick(-3600)

        assert early is None

    assert task_id == (await jobs.claim()).job.id


async def test_deaths_and_failures_count_together(database, caller_of, clock):
    """A task whose worker died has one attempt less."""
    jobs, caller = Jobs(database, retry_after_s=(0, 0), clock=clock), await caller_of(unlimited=True)
    await _queue(jobs, clock, caller, 1)
    await jobs.claim()
    clock.tick(LEASE_S + 1)
    await jobs.reap()
    second = await jobs.retry((await jobs.claim()).job)
    third = await jobs.retry((await jobs.claim()).job)

    assert (True, False) == (second, third)


async def test_old_workers_try_nothing_again(database, caller_of, clock):
    """A worker whose task was taken over changes nothing."""
    old, new, caller = Jobs(database, clock=clock), Jobs(database, clock=clock), await caller_of(unlimited=True)
    (task_id,) = await _queue(old, clock, caller, 1)
    claim = await old.claim()
    clock.tick(LEASE_S + 1)
    await new.reap()
    await new.claim()
    await old.retry(claim.job)

    assert "running" == (await new.find(task_id, caller)).status


async def test_a_task_that_waits_holds_up_nobody(database, caller_of, clock):
    """What waits for another attempt has no turn meanwhile; when it is due it is served in the round of that time."""
    jobs = Jobs(database, clock=clock)
    flaky, steady = await caller_of("flaky", unlimited=True), await caller_of("steady", unlimited=True)
    (one,) = await _queue(jobs, clock, flaky, 1)
    rest = await _queue(jobs, clock, steady, 3)
    await jobs.retry((await jobs.claim()).job)
    before = await _claim(jobs, 2)
    late = await _queue(jobs, clock, steady, 1)
    clock.tick(RETRY_AFTER_S[0])
    after = await _claim(jobs, 3)

    assert (rest[:2], {one, rest[2], late[0]}, one) == (before, set(after), after[0])
