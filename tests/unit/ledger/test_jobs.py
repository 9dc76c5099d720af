"""Jobs and their money, on both databases."""

import asyncio

import pytest
from sqlalchemy import update

from easel.core.caller import Caller, Limits
from easel.core.errors import BalanceTooLow, ModelCannot, NotFound, RateLimited, TimedOut
from easel.ledger import schema
from easel.ledger.accounts import Accounts
from easel.ledger.audit import audit
from easel.ledger.charges import Period
from easel.ledger.jobs import LEASE_S, Jobs, Reaped
from easel.ledger.keys import Keys
from unit.ledger.making import FREE, PRICE, PRICED, card, free_left, job, result


async def _money(database, name="payer"):
    account = await Accounts(database).show(name)
    return account.available, account.held, account.spent


async def test_price_times_pictures_delivered(database, caller_of):
    """The hold is for n pictures; what was not delivered comes back."""
    jobs, one = Jobs(database), job(n=3)
    caller = await caller_of(money=10 * PRICE)
    await jobs.open(one, PRICED, caller)
    held = await _money(database)
    running = await jobs.find(one.id, caller)
    await jobs.settle(result(one, delivered=2))
    record = await jobs.find(one.id, caller)

    assert (7 * PRICE, 3 * PRICE, 0) == held
    assert (8 * PRICE, 0, 2 * PRICE) == await _money(database)
    assert "running" == running.status
    assert ("succeeded", (f"http://x/{one.id}/0", f"http://x/{one.id}/1"), 1) == (
        record.status, record.urls, record.failed)  # fmt: skip


async def test_failed_jobs_cost_nothing(database, caller_of):
    """A void gives everything back, and the job tells its error; it cannot succeed afterwards."""
    jobs, one = Jobs(database), job(n=3)
    caller = await caller_of(money=3 * PRICE)
    await jobs.open(one, PRICED, caller)
    await jobs.void(one, "TimedOut")
    await jobs.void(one, "EngineFailed")
    with pytest.raises(TimedOut):
        await jobs.settle(result(one))
    record = await jobs.find(one.id, caller)

    assert ("failed", "TimedOut") == (record.status, record.error)
    assert (3 * PRICE, 0, 0) == await _money(database)


async def test_nobody_overdraws(database, caller_of):
    """The hold decides: what is held cannot be held again, and a refused job leaves no trace."""
    jobs, refused = Jobs(database), job(n=3)
    caller = await caller_of(money=5 * PRICE)
    await jobs.open(job(n=3), PRICED, caller)
    with pytest.raises(BalanceTooLow):
        await jobs.open(refused, PRICED, caller)
    with pytest.raises(NotFound):
        await jobs.find(refused.id, caller)

    assert (2 * PRICE, 3 * PRICE, 0) == await _money(database)


async def test_unlimited_credit(database):
    """The first account may spend what it does not have, and use models without a price."""
    keys, jobs, one, two = Keys(database), Jobs(database), job(n=2), job()
    caller = await keys.caller(keys.bootstrap(None))
    await jobs.open(one, PRICED, caller)
    await jobs.open(two, card(price_micros=None), caller)
    await jobs.settle(result(one))
    await jobs.settle(result(two))

    assert (-2 * PRICE, 0, 2 * PRICE) == await _money(database, "default")


async def test_unknown_price(database, caller_of):
    """Accounts with a balance and keys with a budget are refused a model without a price: it is never 0."""
    jobs, unpriced = Jobs(database), card(price_micros=None)
    limited = await caller_of("limited", money=10 * PRICE)
    budgeted = await caller_of("budgeted", unlimited=True, budget=10 * PRICE)
    for caller in (limited, budgeted):
        with pytest.raises(ModelCannot):
            await jobs.open(job(), unpriced, caller)


async def test_free_pictures_first(database, caller_of):
    """Free pictures are spent before money, and given back before money is."""
    jobs, one = Jobs(database), job(n=4)
    caller, free = await caller_of(money=10 * PRICE), card(free_pictures=3)
    await jobs.open(one, free, caller)
    held = (await Accounts(database).show("payer")).free_left
    await jobs.settle(result(one, delivered=2))
    account = await Accounts(database).show("payer")

    assert {"image-01": {"once": 0}} == held
    assert {"image-01": {"once": 1}} == account.free_left
    assert (10 * PRICE, 0, 0) == (account.available, account.held, account.spent)


async def test_free_pictures_of_a_model_without_a_price(database, caller_of):
    """Modelverse's ten free pictures work without any money, the eleventh does not."""
    jobs, one, two = Jobs(database), job(n=4), job(n=4)
    caller = await caller_of()
    await jobs.open(one, FREE, caller)
    await jobs.settle(result(one))
    await jobs.open(two, FREE, caller)
    await jobs.settle(result(two))
    with pytest.raises(BalanceTooLow, match="down to 2"):
        await jobs.open(job(n=4), FREE, caller)
    await jobs.open(job(n=2), FREE, caller)
    with pytest.raises(BalanceTooLow, match="used up"):
        await jobs.open(job(n=1), FREE, caller)

    assert {FREE.id: {"once": 0}} == (await Accounts(database).show("payer")).free_left


async def test_free_pictures_go_back_to_their_own_day(database, caller_of, clock):
    """A void after midnight does not enlarge the new day's quota."""
    jobs, late, early = Jobs(database, period=Period.DAY, clock=clock), job(n=2), job(n=1)
    caller, free = await caller_of(), card(free_pictures=3, price_micros=None)
    await jobs.open(late, free, caller)
    clock.tick(86_400)
    await jobs.open(early, free, caller)
    await jobs.void(late, "TimedOut")

    assert {"2023-11-14": 3, "2023-11-15": 2} == free_left(database)


async def test_only_the_running_period_is_shown(database, caller_of, clock):
    """What was left of the free pictures of earlier days is no use to anybody: an account does not list it."""
    jobs, free = Jobs(database, period=Period.DAY, clock=clock), card(free_pictures=3, price_micros=None)
    accounts, caller = Accounts(database, period=Period.DAY, clock=clock), await caller_of()
    shown = []
    for n in (2, 1):
        await jobs.open(job(n=n), free, caller)
        shown.append((await accounts.show("payer")).free_left)
        clock.tick(86_400)

    assert [{"image-01": {"2023-11-14": 1}}, {"image-01": {"2023-11-15": 2}}] == shown
    assert {} == (await accounts.every())[0].free_left


@pytest.mark.parametrize(("period", "name"), [("once", "once"), ("month", "2023-11"), ("day", "2023-11-14")])
def test_periods(period, name):
    """Periods are named after the time in UTC."""
    assert name == Period(period).name_at(1_700_000_000)


async def test_budget_of_a_key(database, caller_of):
    """A key spends its own budget and the account's money together, and gets both back."""
    jobs, one, two = Jobs(database), job(n=2), job(n=1)
    caller = await caller_of(money=10 * PRICE, budget=3 * PRICE)
    await jobs.open(one, PRICED, caller)
    with pytest.raises(BalanceTooLow, match="budget of this key"):
        await jobs.open(job(n=2), PRICED, caller)
    await jobs.settle(result(one))
    await jobs.open(two, PRICED, caller)
    await jobs.void(two, "TimedOut")
    (key,) = await Keys(database).every("payer")

    assert PRICE == key.budget_left
    assert (8 * PRICE, 0, 2 * PRICE) == await _money(database)


@pytest.mark.parametrize(
    ("terms", "model", "n", "refused"),
    [
        ({"money": 2 * PRICE}, PRICED, 2, None),
        ({"money": 2 * PRICE}, PRICED, 3, "balance"),
        ({"money": 9 * PRICE, "budget": PRICE}, PRICED, 2, "budget of this key"),
        ({"unlimited": True}, PRICED, 9, None),
        ({"unlimited": True}, card(price_micros=None), 9, None),
        ({}, card(price_micros=None), 1, "has no price"),
        ({}, FREE, 10, None),
        ({}, FREE, 11, "down to 10"),
        ({"money": PRICE}, card(free_pictures=2), 3, None),
        ({"money": PRICE}, card(free_pictures=2), 4, "balance"),
    ],
)
async def test_a_look_at_the_money(terms, model, n, refused, database, caller_of):
    """What a job could not pay is known before it is opened, in the same words, and looking holds nothing."""
    jobs, caller = Jobs(database), await caller_of(**terms)
    before = await _money(database)
    words = []
    for ask in (jobs.afford, jobs.afford, jobs.open):
        try:
            await ask(job(n=n), model, caller)
        except (BalanceTooLow, ModelCannot) as error:
            words.append(error.message)
        if ask == jobs.afford:
            assert before == await _money(database)

    assert ([] if refused is None else 3 * [words[0]]) == words
    assert refused is None or refused in words[0]


async def test_jobs_at_once(database, caller_of):
    """A key may have so many jobs of each model at once; one that ends makes room."""
    jobs, one = Jobs(database), job()
    caller = await caller_of(unlimited=True, limits=Limits(concurrent_jobs=2))
    await jobs.open(one, PRICED, caller)
    await jobs.open(job(), PRICED, caller)
    with pytest.raises(RateLimited):
        await jobs.open(job(), PRICED, caller)
    await jobs.open(job(), FREE, caller)
    await jobs.settle(result(one))
    await jobs.open(job(), PRICED, caller)


async def test_only_ones_own(database, caller_of):
    """Another account's job is not there, nor is one with an impossible id."""
    jobs, one = Jobs(database), job()
    caller = await caller_of(unlimited=True)
    await jobs.open(one, PRICED, caller)
    for job_id, asking in ((one.id, Caller("another", "k")), ("\0", caller), ("\ud800", caller), ("' OR 1=1", caller)):
        with pytest.raises(NotFound):
            await jobs.find(job_id, asking)


async def test_expired_leases_are_voided(database, caller_of, clock):
    """What a killed process left is given up when its lease has run out, and only then; its worker comes too late."""
    dead, reaper, one = Jobs(database, clock=clock), Jobs(database, clock=clock), job(n=2)
    caller = await caller_of(money=2 * PRICE)
    await dead.open(one, PRICED, caller)
    clock.tick(LEASE_S - 1)
    before = await reaper.reap()
    clock.tick(2)
    overdue = audit(database, now=clock() + 61)
    after = [await reaper.reap(), await reaper.reap()]
    with pytest.raises(TimedOut):
        await dead.settle(result(one))

    assert Reaped(0, 0) == before
    assert [Reaped(1, 0), Reaped(0, 0)] == after
    assert len(overdue) == 1
    assert overdue[0].startswith("I7")
    assert ("failed", "EngineFailed") == ((record := await reaper.find(one.id, caller)).status, record.error)
    assert (2 * PRICE, 0, 0) == await _money(database)


async def test_tasks_that_may_be_paid_for(database, caller_of, clock):
    """A task that a vendor may have been paid for dies with its worker, unless it was tried again in between."""
    dead, reaper, one, two = Jobs(database, clock=clock), Jobs(database, clock=clock), job(), job()
    caller = await caller_of(money=2 * PRICE)
    for each in (one, two):
        await dead.open(each, PRICED, caller, queued=True)
        await dead.claim()
        await dead.once(each)
    await dead.retry(two)
    clock.tick(LEASE_S)
    await dead.claim()
    clock.tick(LEASE_S + 1)

    assert Reaped(1, 1) == await reaper.reap()
    assert ["failed", "queued"] == [(await reaper.find(each.id, caller)).status for each in (one, two)]
    with pytest.raises(TimedOut):
        await dead.once(one)


async def test_renewed_leases_live(database, caller_of, clock):
    """A process that works on a job keeps it for as long as it renews the lease."""
    jobs, reaper, one = Jobs(database, clock=clock), Jobs(database, clock=clock), job()
    await jobs.open(one, PRICED, await caller_of(unlimited=True))
    clock.tick(LEASE_S - 1)
    await jobs.renew()
    clock.tick(LEASE_S - 1)

    assert Reaped(0, 0) == await reaper.reap()
    await jobs.settle(result(one))
    await jobs.renew()


async def test_leases_of_the_dead_of_this_machine(database, caller_of):
    """A restarted server need not wait for the leases of the process that it replaces, nor take those of a live one."""
    dead, alive, mine, theirs = Jobs(database), Jobs(database), job(), job()
    caller = await caller_of(unlimited=True)
    machine, _, _ = dead._owner.rsplit("/", 2)
    dead._owner = f"{machine}/{2**22 + 1}/1"
    await dead.open(theirs, PRICED, caller)
    await alive.open(mine, PRICED, caller)
    Jobs(database).recover()

    assert Reaped(1, 0) == await Jobs(database).reap()
    assert "running" == (await alive.find(mine.id, caller)).status


async def test_release(database, caller_of):
    """At a shutdown what is still running is given up at once."""
    jobs, one = Jobs(database), job()
    caller = await caller_of(money=PRICE)
    await jobs.open(one, PRICED, caller)
    await jobs.release()

    assert "failed" == (await jobs.find(one.id, caller)).status
    assert (PRICE, 0, 0) == await _money(database)


async def test_a_task_that_cannot_be_read(database, caller_of):
    """A task of a version that wrote something else fails at once, with its hold; the next one is claimed."""
    jobs, strange, one = Jobs(database), job(), job()
    caller = await caller_of(money=2 * PRICE)
    await jobs.open(strange, PRICED, caller, queued=True)
    await jobs.open(one, PRICED, caller, queued=True)
    written = update(schema.jobs).where(schema.jobs.c.id == strange.id).values(request={"prompt": "a cat"})
    await database.run(lambda connection: connection.execute(written))
    claim = await jobs.claim()
    record = await jobs.find(strange.id, caller)

    assert (one, "failed", "EngineFailed") == (claim.job, record.status, record.error)
    assert (PRICE, PRICE, 0) == await _money(database)
    await jobs.void(one, "TimedOut")


async def test_tasks_are_claimed_in_order(database, caller_of, clock):
    """A task waits until a worker claims it, and comes back from the database as it was."""
    jobs, worker = Jobs(database, clock=clock), Jobs(database, clock=clock)
    caller = await caller_of(money=5 * PRICE)
    one, two = job(n=2, reply={"a": [1]}), job(prompt="a dog \0 \ud83d")
    await jobs.open(one, PRICED, caller, queued=True)
    clock.tick(1)
    await jobs.open(two, PRICED, caller, queued=True)
    waiting = await jobs.find(one.id, caller)
    claims = [await worker.claim(), await worker.claim()]

    assert await worker.claim() is None
    assert "queued" == waiting.status
    assert [one, two] == [claim.job for claim in claims]
    assert (caller.account_id, caller.key_id) == (claims[0].caller.account_id, claims[0].caller.key_id)
    await worker.settle(result(one))
    assert "succeeded" == (await jobs.find(one.id, caller)).status


async def test_takeover_with_a_fence(database, caller_of, clock):
    """The old worker of a task that was taken over changes nothing; the third death ends the task."""
    jobs, one = Jobs(database, clock=clock), job(n=2)
    caller = await caller_of(money=2 * PRICE)
    await jobs.open(one, PRICED, caller, queued=True)
    workers = [Jobs(database, clock=clock) for _ in range(3)]
    reaped = []
    for worker in workers:
        assert (await worker.claim()).job == one
        clock.tick(LEASE_S + 1)
        reaped.append(await jobs.reap())
    for worker in workers:
        with pytest.raises(TimedOut):
            await worker.settle(result(one))

    assert [Reaped(0, 1), Reaped(0, 1), Reaped(1, 0)] == reaped
    assert (2 * PRICE, 0, 0) == await _money(database)


async def test_second_worker_posts(database, caller_of, clock):
    """After a takeover the new worker's pictures are charged, once."""
    jobs, old, new = (Jobs(database, clock=clock) for _ in range(3))
    one, caller = job(n=2), await caller_of(money=2 * PRICE)
    await jobs.open(one, PRICED, caller, queued=True)
    await old.claim()
    clock.tick(LEASE_S + 1)
    await jobs.reap()
    await new.claim()
    with pytest.raises(TimedOut):
        await old.settle(result(one))
    await old.void(one, "CancelledError")
    await new.settle(result(one))

    assert (0, 0, 2 * PRICE) == await _money(database)


async def test_settled_twice_is_settled_once(database, caller_of):
    """A commit whose answer got lost is written again without effect."""
    jobs, one = Jobs(database), job()
    await jobs.open(one, PRICED, await caller_of(money=PRICE))
    await jobs.settle(result(one))
    jobs._fences[one.id] = 1
    await jobs.settle(result(one))

    assert (0, 0, PRICE) == await _money(database)


async def test_cancelled_while_it_opens(database, caller_of):
    """A caller who leaves during the first transaction holds nothing."""
    jobs, one = Jobs(database), job()
    caller = await caller_of(money=PRICE)
    opening = asyncio.create_task(jobs.open(one, PRICED, caller))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    opening.cancel()
    with pytest.raises(asyncio.CancelledError):
        await opening

    assert (PRICE, 0, 0) == await _money(database)
