"""Housekeeping, processes that die, and databases that go away."""

import asyncio
import gc
import os
import sqlite3
import subprocess
import sys
import time
import traceback

import pytest
from sqlalchemy import create_engine, event, func, select, text, update

from easel.core.caller import Limits
from easel.core.errors import ServerFull
from easel.core.ports import Fresh
from easel.ledger import database as database_module
from easel.ledger import housekeeping
from easel.ledger.database import Database
from easel.ledger.housekeeping import keep_house, prune
from easel.ledger.idempotency import KEEP_S
from easel.ledger.jobs import LEASE_S, Jobs, Reaped
from easel.ledger.limits import RateLimits
from easel.ledger.process import is_dead, own_name
from easel.ledger.schema import entries, idempotency, jobs, rates
from unit.ledger.making import PRICED, job, result


async def test_what_is_old_is_forgotten(database, caller_of):
    """After a day prompts, answers and idempotency keys go; jobs and money stay for ever."""
    ledger, old, new, running = Jobs(database), job(), job(), job()
    caller = await caller_of(unlimited=True, limits=Limits(requests_per_minute=9))
    for one, key in ((old, "old"), (new, "new"), (running, "running")):
        await ledger.open(one, PRICED, caller, fresh=Fresh("a" * 64, key))
    await ledger.settle(result(old))
    await ledger.settle(result(new))
    await RateLimits(database, clock=lambda: time.time() - 300).take(caller, "image-01", 1)
    await RateLimits(database).take(caller, "another", 1)
    yesterday = int(time.time()) - KEEP_S

    def age(connection):
        connection.execute(update(idempotency).where(idempotency.c.job_id.in_([old.id, running.id])).values(created=0))
        connection.execute(update(jobs).where(jobs.c.id == old.id).values(ended=yesterday))
        prune(connection)
        kept = connection.execute(select(jobs.c.id).where(jobs.c.request.is_not(None))).scalars().all()
        keys = connection.execute(select(idempotency.c.idempotency_key)).scalars().all()
        models = connection.execute(select(rates.c.model)).scalars().all()
        return set(kept), set(keys), models, connection.execute(select(func.count(entries.c.id))).scalar_one()

    assert ({new.id, running.id}, {"new", "running"}, ["another"], 10) == database.run_now(age)
    assert "succeeded" == (await ledger.find(old.id, caller)).status


def test_forgetting_does_not_read_every_job(tmp_path):
    """Nobody else can write meanwhile, so it must not take the longer, the more jobs there have been."""
    database, asked = Database(tmp_path / "easel.sqlite"), []
    database.migrate()

    def ask(_connection, _cursor, statement, values, *_):
        asked.append((statement, values))

    def plans(connection):
        event.listen(connection, "before_cursor_execute", ask)
        prune(connection)
        event.remove(connection, "before_cursor_execute", ask)
        return [connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {each}", values).all() for each, values in asked]

    steps = [step.detail for plan in database.run_now(plans) for step in plan]
    database.close()

    assert [] == [step for step in steps if step.startswith("SCAN jobs")]
    assert any("jobs_kept" in step for step in steps)


@pytest.mark.parametrize("trouble", [ServerFull(), sqlite3.DatabaseError("malformed"), RuntimeError("ours")])
async def test_rounds(trouble, database, caller_of, clock, monkeypatch):
    """The rounds renew the own leases and void those of the dead; whatever goes wrong in one, the next one comes."""
    monkeypatch.setattr(housekeeping, "ROUND_S", 0.01)
    ledger, mine, theirs = Jobs(database, clock=clock), job(), job()
    caller = await caller_of(unlimited=True)
    await ledger.open(mine, PRICED, caller)
    await Jobs(database, lease_s=-1, clock=clock).open(theirs, PRICED, caller)
    clock.tick(LEASE_S - 1)
    reap, fails = ledger.reap, iter([True])

    async def reap_later():
        if next(fails, False):
            raise trouble
        return await reap()

    monkeypatch.setattr(ledger, "reap", reap_later)
    keeping = asyncio.create_task(keep_house(database, ledger))
    while (await ledger.find(theirs.id, caller)).status == "running":
        assert not keeping.done()
        await asyncio.sleep(0.01)
    keeping.cancel()
    await asyncio.gather(keeping, return_exceptions=True)
    clock.tick(LEASE_S - 1)

    assert Reaped(0, 0) == await Jobs(database, clock=clock).reap()
    assert "running" == (await ledger.find(mine.id, caller)).status


def test_dead_processes():
    """A process of this machine is dead when it has ended or its number belongs to another; others may live."""
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    machine, pid, started = own_name().rsplit("/", 2)
    of_child = f"{machine}/{child.pid}"
    living = is_dead(own_name())
    reused = is_dead(f"{machine}/{pid}/{int(started) + 1}")
    child.communicate(b"\n")

    assert str(os.getpid()) == pid
    assert (False, True) == (living, reused)
    assert is_dead(f"{of_child}/1")
    assert not is_dead(f"another-machine/{child.pid}/1")
    assert not is_dead("no-name-of-ours")


async def test_a_locked_database(tmp_path, monkeypatch):
    """A database that somebody else holds is a 503 with a time to come back, and nothing is half done."""
    monkeypatch.setattr(database_module, "BUSY_TIMEOUT_MS", 20)
    held, waiting = Database(tmp_path / "easel.sqlite"), Database(tmp_path / "easel.sqlite")
    held.migrate()

    def write(connection):
        with pytest.raises(ServerFull) as refused:
            waiting.run_now(lambda other: other.execute(text("DELETE FROM rates")))
        assert 5 == refused.value.retry_after_s
        assert 0 == waiting.read_now(lambda other: other.execute(text("SELECT count(*) FROM jobs"))).scalar_one()

    held.run_now(write)
    held.close()
    waiting.close()


def test_a_database_that_is_not_there():
    """A server that cannot be reached is told as such, without the password of its URL."""
    database = Database("postgresql://easel:canary@127.0.0.1:1/easel")
    with pytest.raises(OSError, match="cannot be used") as refused:
        database.migrate()
    database.close()

    assert "canary" not in "".join(traceback.format_exception(refused.value))


# A connection that is in use while its server goes is left to the garbage collector by SQLAlchemy's pool.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")
async def test_postgresql_restarts(where, database, caller_of):
    """Connections that the server ended are replaced; the end of a job is written once the database is back."""
    if database.is_sqlite:
        pytest.skip("SQLite has no connections to lose")
    ledger, one, two = Jobs(database), job(), job()
    caller = await caller_of(unlimited=True)
    await ledger.open(one, PRICED, caller)
    admin = create_engine(where.replace("postgresql://", "postgresql+psycopg://"))
    others = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() "
                  "AND pid <> pg_backend_pid()")  # fmt: skip

    def end_them_all(connection):
        with admin.begin() as other:
            other.execute(others)
        return connection.execute(text("SELECT 1")).scalar_one()

    with pytest.raises(ServerFull):
        await database.run(end_them_all)
    outages = iter([end_them_all])
    persisted = await database.persist(lambda connection: next(outages, lambda _: "written")(connection))
    await ledger.settle(result(one))
    with admin.begin() as other:
        other.execute(others)
    await ledger.open(two, PRICED, caller)
    await ledger.settle(result(two))
    admin.dispose()
    gc.collect()

    assert "written" == persisted
    assert ["succeeded"] * 2 == [(await ledger.find(each.id, caller)).status for each in (one, two)]
