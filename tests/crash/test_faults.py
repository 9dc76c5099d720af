"""A network to PostgreSQL that fails: clients who try again get one answer and one charge."""

import asyncio
import gc
import itertools
import random

import pytest

from crash.fault_proxy import FAULTS, FaultProxy
from easel.core.errors import Conflict, ServerFull, TimedOut
from easel.core.ports import Replay
from easel.ledger import housekeeping
from easel.ledger.accounts import Accounts
from easel.ledger.audit import audit
from easel.ledger.database import Database
from easel.ledger.housekeeping import keep_house
from easel.ledger.idempotency import Idempotency
from easel.ledger.jobs import Jobs
from easel.ledger.keys import Keys, Terms
from unit.ledger.making import PRICE, PRICED, job, result

ORDERS = 25
AT_ONCE = 6
BODY = "b" * 64


# A connection that is in use while its server goes is left to the garbage collector by SQLAlchemy's pool.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")
@pytest.mark.parametrize("where", ["postgresql"], indirect=True)
async def test_faults_on_the_way(where, monkeypatch):
    """Delays, resets and lost answers to commits: every order is answered once in the end, and charged once."""
    monkeypatch.setattr(housekeeping, "ROUND_S", 0.2)
    direct = Database(where)
    accounts, keys = Accounts(direct), Keys(direct)
    await accounts.create("payer")
    # More than the orders cost: a hold whose answer got lost waits for the reaper.
    await accounts.grant("payer", 100 * ORDERS * PRICE)
    caller = await keys.caller((await keys.create("payer", Terms())).secret)
    proxy = FaultProxy(where)
    with proxy.running() as url:
        database = Database(url)
        jobs = Jobs(database, lease_s=0.5)
        background = [asyncio.create_task(keep_house(database, jobs)), asyncio.create_task(_trouble(proxy))]
        gate = asyncio.Semaphore(AT_ONCE)
        await asyncio.gather(*(_order(gate, database, jobs, caller, f"order-{i}") for i in range(ORDERS)))
        for task in background:
            task.cancel()
        await asyncio.gather(*background, return_exceptions=True)
        proxy.fault = None
        database.close()
    await asyncio.sleep(0.6)
    await Jobs(direct).reap()
    account, broken = await accounts.show("payer"), audit(direct)
    direct.close()
    gc.collect()

    assert (0, 2 * ORDERS * PRICE) == (account.held, account.spent)
    assert [] == broken


async def _trouble(proxy: FaultProxy) -> None:
    chance = random.Random(7)
    for fault in itertools.cycle(FAULTS):
        proxy.fault = fault
        await asyncio.sleep(chance.uniform(0.05, 0.2))
        proxy.fault = None
        await asyncio.sleep(chance.uniform(0.1, 0.3))


async def _order(gate: asyncio.Semaphore, database: Database, jobs: Jobs, caller, key: str) -> None:
    """A client who repeats the request until it is answered."""
    seen = Idempotency(database)
    while True:
        try:
            async with gate:
                found = await seen.begin(caller, key, BODY)
                if isinstance(found, Replay):
                    return
                one = job(n=2)
                await jobs.open(one, PRICED, caller, fresh=found)
                await jobs.settle(result(one))
                return
        except (ServerFull, Conflict, TimedOut):
            await asyncio.sleep(0.05)
