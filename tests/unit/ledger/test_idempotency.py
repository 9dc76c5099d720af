"""Idempotency keys, on both databases."""

import asyncio
from dataclasses import replace

import pytest

from easel.core.caller import Caller
from easel.core.errors import BalanceTooLow, Conflict, InvalidField, NotFound
from easel.core.ports import Fresh, Replay
from easel.ledger.accounts import Accounts
from easel.ledger.idempotency import KEEP_S, Idempotency
from easel.ledger.jobs import Jobs
from unit.ledger.making import PRICE, PRICED, job, result

BODY, OTHER = "a" * 64, "b" * 64


async def test_the_same_request_twice(database, caller_of):
    """While it runs it is a conflict; afterwards the same answer comes again, for one charge."""
    seen, jobs, one = Idempotency(database), Jobs(database), job(n=2, reply={"response_format": "url"})
    caller = await caller_of(money=5 * PRICE)
    fresh = await seen.begin(caller, "order-1", BODY)
    await jobs.open(one, PRICED, caller, fresh=fresh)
    with pytest.raises(Conflict) as running:
        await seen.begin(caller, "order-1", BODY)
    answer = result(one)
    await jobs.settle(answer)
    replay = await seen.begin(caller, "order-1", BODY)
    again = await seen.answer(replay, caller)

    assert Fresh(BODY, "order-1") == fresh
    assert not running.value.other_body
    assert Replay(one.id) == replay
    assert replace(answer, pictures=tuple(replace(p, data=b"") for p in answer.pictures)) == again
    assert 3 * PRICE == (await Accounts(database).show("payer")).available


async def test_another_body(database, caller_of):
    """The same key with another body is a conflict of its own kind, in every state."""
    seen, jobs, one = Idempotency(database), Jobs(database), job()
    caller = await caller_of(unlimited=True)
    await jobs.open(one, PRICED, caller, fresh=Fresh(BODY, "k"))
    for attempt in (seen.begin(caller, "k", OTHER), jobs.open(job(), PRICED, caller, fresh=Fresh(OTHER, "k"))):
        with pytest.raises(Conflict) as conflict:
            await attempt
        assert conflict.value.other_body


async def test_keys_belong_to_accounts(database, caller_of):
    """Two accounts may use the same idempotency key, and neither sees the other's answer."""
    seen, jobs, one = Idempotency(database), Jobs(database), job()
    first, second = await caller_of("first", unlimited=True), await caller_of("second", unlimited=True)
    await jobs.open(one, PRICED, first, fresh=Fresh(BODY, "k"))
    await jobs.settle(result(one))

    assert Fresh(BODY, "k") == await seen.begin(second, "k", BODY)
    with pytest.raises(NotFound):
        await seen.answer(Replay(one.id), second)
    await jobs.open(job(), PRICED, second, fresh=Fresh(BODY, "k"))


async def test_failures_free_the_key(database, caller_of):
    """What failed may be tried again with the same key: before the hold (no money) and after it (a void)."""
    seen, jobs, one, two = Idempotency(database), Jobs(database), job(), job()
    caller = await caller_of()
    fresh = await seen.begin(caller, "k", BODY)
    with pytest.raises(BalanceTooLow):
        await jobs.open(one, PRICED, caller, fresh=fresh)
    await Accounts(database).grant("payer", PRICE)
    fresh = await seen.begin(caller, "k", BODY)
    await jobs.open(one, PRICED, caller, fresh=fresh)
    await jobs.void(one, "EngineFailed")
    fresh = await seen.begin(caller, "k", BODY)
    await jobs.open(two, PRICED, caller, fresh=fresh)
    await jobs.settle(result(two))

    assert Replay(two.id) == await seen.begin(caller, "k", BODY)
    assert 0 == (await Accounts(database).show("payer")).available


async def test_tasks_are_replayed_at_once(database, caller_of):
    """A task's answer is its id, which is known from the start."""
    seen, jobs, one = Idempotency(database), Jobs(database), job()
    caller = await caller_of(unlimited=True)
    await jobs.open(one, PRICED, caller, fresh=Fresh(BODY, "k"), queued=True)

    assert Replay(one.id) == await seen.begin(caller, "k", BODY)


async def test_keys_are_forgotten(database, caller_of, clock):
    """After a day a key may be used for something else."""
    seen, jobs, one = Idempotency(database, clock=clock), Jobs(database, clock=clock), job()
    caller = await caller_of(unlimited=True)
    await jobs.open(one, PRICED, caller, fresh=Fresh(BODY, "k"))
    await jobs.settle(result(one))
    clock.tick(KEEP_S)

    assert Fresh(OTHER, "k") == await seen.begin(caller, "k", OTHER)
    await jobs.open(job(), PRICED, caller, fresh=Fresh(OTHER, "k"))


@pytest.mark.parametrize("key", ["", "x" * 256, "a\nb", "\0"])
async def test_impossible_keys(database, key):
    """A key is 1 to 255 printable characters."""
    with pytest.raises(InvalidField):
        await Idempotency(database).begin(Caller("a", "k"), key, BODY)


async def test_retries_without_a_key(database, caller_of, clock):
    """The same body from the same key within the window is a retry: answered again, or told that it still runs."""
    seen, jobs, one = Idempotency(database, clock=clock), Jobs(database, clock=clock), job()
    caller = await caller_of(unlimited=True)
    before = await seen.recent(caller, BODY, window_s=60)
    await jobs.open(one, PRICED, caller, fresh=Fresh(BODY))
    with pytest.raises(Conflict):
        await seen.recent(caller, BODY, window_s=60)
    await jobs.settle(result(one))
    clock.tick(60)
    after, other = await seen.recent(caller, BODY, window_s=60), await seen.recent(caller, OTHER, window_s=60)
    clock.tick(1)

    assert before is None
    assert Replay(one.id) == after
    assert other is None
    assert await seen.recent(caller, BODY, window_s=60) is None


async def test_one_job_for_one_key(database, caller_of):
    """Fifty requests with one key in the same instant open one job."""
    processes, caller = [Jobs(database) for _ in range(5)], await caller_of(unlimited=True)
    opening = [jobs.open(job(), PRICED, caller, fresh=Fresh(BODY, "k")) for jobs in processes * 10]
    outcomes = await asyncio.gather(*opening, return_exceptions=True)

    assert {None: 1, Conflict: 49} == {
        kind: sum(1 for o in outcomes if (type(o) if o else None) is kind) for kind in (None, Conflict)
    }
