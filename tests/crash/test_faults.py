"""Databases that fail: clients who try again get one answer and one charge, and nothing is half done."""

import asyncio
import gc
import itertools
import random
import sqlite3
from collections.abc import Callable
from contextlib import ExitStack, closing

import pytest

from crash.fault_proxy import FAULTS, FaultProxy
from easel.core.caller import Caller
from easel.core.errors import Conflict, ServerFull, TimedOut
from easel.core.ports import Fresh, Replay
from easel.ledger import database as database_module
from easel.ledger import housekeeping
from easel.ledger.accounts import Accounts
from easel.ledger.audit import audit
from easel.ledger.database import Database
from easel.ledger.housekeeping import keep_house
from easel.ledger.idempotency import Idempotency
from easel.ledger.jobs import Jobs
from unit.ledger.making import PRICE, PRICED, job, payer, result
from unit.ledger.servers import NoPostgres, Server, own_server

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
    # More than the orders cost: a hold whose answer got lost waits for the reaper.
    caller = await payer(direct, money=100 * ORDERS * PRICE)
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
    account, broken = await Accounts(direct).show("payer"), audit(direct)
    direct.close()
    gc.collect()

    assert (0, 2 * ORDERS * PRICE) == (account.held, account.spent)
    assert [] == broken


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")
async def test_restarts(monkeypatch):
    """PostgreSQL crashes and comes back again and again while clients order: each order has one answer, one charge."""
    monkeypatch.setattr(housekeeping, "ROUND_S", 0.2)
    with ExitStack() as stack:
        try:
            server = stack.enter_context(own_server())
        except NoPostgres as error:
            pytest.skip(str(error))
        database = Database(server.url)
        database.migrate()
        caller = await payer(database, money=100 * ORDERS * PRICE)
        jobs, over = Jobs(database, lease_s=0.5), asyncio.Event()
        keeping = asyncio.create_task(keep_house(database, jobs))
        clients = [asyncio.create_task(_orders(over, database, jobs, caller, client)) for client in range(AT_ONCE)]
        await _restart(server)
        over.set()
        orders = sum(await asyncio.gather(*clients))
        keeping.cancel()
        await asyncio.gather(keeping, return_exceptions=True)
        await asyncio.sleep(0.6)
        await jobs.reap()
        account, broken = await Accounts(database).show("payer"), audit(database)
        database.close()
    gc.collect()

    assert (0, 2 * orders * PRICE) == (account.held, account.spent)
    assert orders >= AT_ONCE
    assert [] == broken


async def test_locked_by_another(tmp_path, monkeypatch):
    """SQLite, held by a stranger for longer than anybody waits: 503 to all, and nothing is half done."""
    monkeypatch.setattr(database_module, "BUSY_TIMEOUT_MS", 200)
    database = Database(tmp_path / "easel.sqlite")
    database.migrate()
    caller, jobs, asked = await payer(database, money=100 * PRICE), Jobs(database), [job() for _ in range(20)]
    with closing(sqlite3.connect(tmp_path / "easel.sqlite", isolation_level=None)) as stranger:
        stranger.execute("BEGIN IMMEDIATE")
        refused = await _open_all(jobs, asked, caller)
        during = await Accounts(database).show("payer")
        stranger.execute("ROLLBACK")
    admitted = await _open_all(jobs, asked, caller)
    after, broken = await Accounts(database).show("payer"), audit(database)
    database.close()

    assert [5] * 20 == [error.retry_after_s for error in refused]
    assert (0, 100 * PRICE) == (during.held, during.available)
    assert [None] * 20 == admitted
    assert (20 * PRICE, 80 * PRICE) == (after.held, after.available)
    assert [] == broken


async def test_the_disk_is_full(tmp_path):
    """SQLite on a full disk: 503 to those whose job is not there, nothing half done, then work again."""
    database = Database(tmp_path / "easel.sqlite")
    database.migrate()
    caller, jobs = await payer(database, money=10_000 * PRICE), Jobs(database)
    # The one writer thread has one connection.
    (pages,) = await database.run(lambda connection: connection.exec_driver_sql("PRAGMA page_count").one())
    await database.run(_pragma(f"max_page_count={pages + 20}"))
    asked = [job(prompt="a long prompt " * 100) for _ in range(200)]
    outcomes = await _open_all(jobs, asked[:5], caller, fresh=True)
    outcomes += await _open_all(jobs, asked[5:], caller, fresh=True)
    full, broken = await Accounts(database).show("payer"), audit(database)
    await database.run(_pragma("max_page_count=1000000"))
    left = [one for one, outcome in zip(asked, outcomes, strict=True) if outcome]
    again = await _open_all(jobs, left, caller, fresh=True)
    after, mended = await Accounts(database).show("payer"), audit(database)
    database.close()

    assert {type(None), ServerFull} == {type(outcome) for outcome in outcomes}
    assert outcomes.count(None) * PRICE == full.held
    assert [None] * len(left) == again
    assert 200 * PRICE == after.held
    assert ([], []) == (broken, mended)


def _pragma(setting: str) -> Callable:
    return lambda connection: connection.exec_driver_sql(f"PRAGMA {setting}").one()


async def _open_all(jobs: Jobs, asked: list, caller: Caller, *, fresh: bool = False) -> list:
    """Open jobs at once; returns the error of each, or None."""
    keys = [Fresh(BODY, one.id) if fresh else None for one in asked]
    opening = (jobs.open(one, PRICED, caller, fresh=key) for one, key in zip(asked, keys, strict=True))
    return await asyncio.gather(*opening, return_exceptions=True)


async def _restart(server: Server) -> None:
    """Three crashes, each for up to half a second, with a second or so between them."""
    chance = random.Random(7)
    for _ in range(3):
        await asyncio.sleep(chance.uniform(0.5, 1.5))
        await asyncio.to_thread(server.stop)
        await asyncio.sleep(chance.uniform(0, 0.5))
        await asyncio.to_thread(server.start)
    await asyncio.sleep(0.5)


async def _orders(over: asyncio.Event, database: Database, jobs: Jobs, caller: Caller, client: int) -> int:
    """One order after the other until it is over; returns how many were answered."""
    gate, answered = asyncio.Semaphore(1), 0
    while not over.is_set():
        await _order(gate, database, jobs, caller, f"order-{client}-{answered}")
        answered += 1
    return answered


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
