"""Sixteen processes at once: nobody overdraws, no limit is exceeded by even one."""

import asyncio

import pytest
from sqlalchemy import func, select

from crash.processes import run_all
from crash.scenario import FIRST_KEY, count, spend, spend_one_key, spend_one_key_at_once, start, work_and_cancel
from easel.core.caller import Limits
from easel.ledger.accounts import Accounts
from easel.ledger.audit import audit
from easel.ledger.database import Database
from easel.ledger.jobs import Jobs
from easel.ledger.schema import jobs, rates
from unit.ledger.making import PRICE, PRICED, job, payer

PROCESSES = 16
REQUESTS = 50
WORKERS = 4
TASKS = 200


@pytest.fixture
def database(where):
    """A fresh database; the invariants must hold afterwards."""
    opened = Database(where)
    opened.migrate()
    yield opened
    broken = audit(opened)
    opened.close()
    assert [] == broken


def _sum(database, what):
    return database.read_now(lambda connection: connection.execute(select(what)).scalar_one())


def test_a_balance_for_100_pictures(database, where):
    """800 requests on a balance for 100 pictures: exactly 100 are admitted."""
    caller = asyncio.run(payer(database, money=100 * PRICE))
    codes = run_all(spend, [(where, caller, REQUESTS)] * PROCESSES)
    account = asyncio.run(Accounts(database).show("payer"))

    assert [0] * PROCESSES == codes
    assert 100 == _sum(database, func.count(jobs.c.id))
    assert (0, 100 * PRICE) == (account.available, account.held)


def test_one_idempotency_key(database, where):
    """The same key in the same instant from all processes: one job."""
    caller = asyncio.run(payer(database, money=100 * PRICE))
    codes = run_all(spend_one_key, [(where, caller, REQUESTS)] * PROCESSES)

    assert [0] * PROCESSES == codes
    assert 1 == _sum(database, func.count(jobs.c.id))


def test_one_idempotency_key_a_thousand_times(database, where):
    """Two servers that are each sent the same key 500 times in the same instant: one job."""
    caller = asyncio.run(payer(database, money=100 * PRICE))
    codes = run_all(spend_one_key_at_once, [(where, caller, 500)] * 2)

    assert [0, 0] == codes
    assert 1 == _sum(database, func.count(jobs.c.id))


def test_a_limit_of_100_pictures(database, where):
    """800 requests within a limit of 100 pictures a minute: exactly 100 pass."""
    caller = asyncio.run(payer(database, limits=Limits(pictures_per_minute=100, requests_per_minute=10_000)))
    codes = run_all(count, [(where, caller, REQUESTS)] * PROCESSES)

    assert [0] * PROCESSES == codes
    assert 100 == _sum(database, func.sum(rates.c.pictures))


def test_cancelled_in_the_same_moment(database, where):
    """Four servers work while their tasks are cancelled as they are claimed or end: each is posted or voided, once."""

    async def submit():
        caller, ledger, tasks = await payer(database, money=TASKS * PRICE), Jobs(database), []
        for _ in range(TASKS):
            tasks.append(job())
            await ledger.open(tasks[-1], PRICED, caller, queued=True)
        return caller, [task.id for task in tasks]

    caller, tasks = asyncio.run(submit())
    codes = run_all(work_and_cancel, [(where, caller, tasks, seed) for seed in range(WORKERS)])
    paid = _sum(database, func.count().filter(jobs.c.status == "succeeded"))
    cancelled = _sum(database, func.count().filter(jobs.c.error == "Cancelled"))
    account = asyncio.run(Accounts(database).show("payer"))

    assert [0] * WORKERS == codes
    assert TASKS == paid + cancelled
    assert paid > 0
    assert cancelled > 0
    assert (cancelled * PRICE, 0, paid * PRICE) == (account.available, account.held, account.spent)


def test_first_starts_at_once(where):
    """Eight servers that start on nothing make the tables once, and one first key."""
    assert [0] * 7 + [FIRST_KEY] == sorted(run_all(start, [(where,)] * 8))
