"""How many pictures a second the ledger can hold the price of and charge.

    PYTHONPATH=src python bench/ledger.py

One pair is a job that is opened (its price held, T1) and settled (posted, T3): two transactions, each on the disk when
it is told. First with one caller in each of several processes, then with several callers in one process. Then all that
a request asks of the ledger: its key, the key's limits a minute and at once, its blocked runs, and a pair that keeps
the request and its answer; with the processor time of it. SQLite, in a folder that may be named as the argument (its
disk is what is measured); then PostgreSQL, if `EASEL_TEST_POSTGRES` names a server, in a database of its own.
"""

import asyncio
import multiprocessing
import os
import secrets
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, make_url, text

from easel.core.caller import Caller, Limits
from easel.core.image import Size
from easel.core.job import Job
from easel.core.ports import Fresh
from easel.core.result import Picture, Result
from easel.ledger.accounts import Accounts
from easel.ledger.blocked import BlockedRuns
from easel.ledger.database import Database
from easel.ledger.jobs import Jobs
from easel.ledger.keys import Keys, Terms
from easel.ledger.limits import RateLimits
from easel.models import load_cards

SECONDS = 5.0
PROCESSES = (1, 2, 8)
CALLERS = (1, 16, 64)
CARD = load_cards().find("image-01")


def result_of(job: Job) -> Result:
    """One small picture: what is measured is the money."""
    picture = Picture(
        index=0, artifact=job.id, url=f"/files/{job.id}", data=b"picture", media_type="image/png", size=job.size,
        seed=1, prompt=job.prompt,
    )  # fmt: skip
    return Result(job=job, pictures=(picture,), failed=0, created=0)


async def paying_key(database: Database, limits: Limits) -> str:
    """A key with these limits, of a new account with money enough."""
    account = secrets.token_hex(4)
    await Accounts(database).create(account)
    await Accounts(database).grant(account, 10**14)
    return (await Keys(database).create(account, Terms(limits=limits))).secret


async def payer(database: Database) -> Caller:
    """The holder of a key without limits."""
    return await Keys(database).caller(await paying_key(database, Limits()))


async def pairs(database: Database, caller: Caller, callers: int) -> int:
    """Hold and post for `SECONDS`, so many at once; returns how many pairs it were."""
    jobs, end = Jobs(database), time.perf_counter() + SECONDS

    async def one_after_the_other() -> int:
        done = 0
        while time.perf_counter() < end:
            job = Job(model=CARD.id, dialect="minimax", prompt="a cat", size=Size(8, 8), n=1)
            await jobs.open(job, CARD, caller)
            await jobs.settle(result_of(job))
            done += 1
        return done

    return sum(await asyncio.gather(*(one_after_the_other() for _ in range(callers))))


async def requests(database: Database, secret: str, callers: int) -> tuple[float, float]:
    """Whole requests a second, so many at once, and the ms of processor time of each."""
    jobs, keys = Jobs(database), Keys(database)
    limiter, blocked = RateLimits(database), BlockedRuns(database, most=20)
    end = time.perf_counter() + SECONDS

    async def one_after_the_other() -> int:
        done = 0
        while time.perf_counter() < end:
            job = Job(model=CARD.id, dialect="minimax", prompt="a cat", size=Size(8, 8), n=1)
            caller = await keys.caller(secret)
            await limiter.take(caller, CARD.id, job.n)
            await blocked.wait_s(caller)
            await jobs.open(job, CARD, caller, fresh=Fresh(secrets.token_hex(32)))
            await jobs.settle(result_of(job))
            limiter.seen(caller, CARD.id)
            done += 1
        return done

    began = time.process_time()
    done = sum(await asyncio.gather(*(one_after_the_other() for _ in range(callers))))
    return done / SECONDS, 1000 * (time.process_time() - began) / done


def process(where: str, caller: Caller, begin: object, counts: object) -> None:
    """One of several processes with one caller each."""
    database = Database(where)
    begin.wait()
    counts.put(asyncio.run(pairs(database, caller, 1)))
    database.close()


def with_processes(where: str, caller: Caller, number: int) -> float:
    """Pairs a second of `number` processes together."""
    context = multiprocessing.get_context("spawn")
    begin, counts = context.Barrier(number), context.Queue()
    running = [context.Process(target=process, args=(where, caller, begin, counts)) for _ in range(number)]
    for each in running:
        each.start()
    total = sum(counts.get() for _ in running)
    for each in running:
        each.join()
    return total / SECONDS


def with_callers(where: str, caller: Caller, number: int) -> float:
    """Pairs a second of `number` callers in this process."""
    database = Database(where)
    done = asyncio.run(pairs(database, caller, number))
    database.close()
    return done / SECONDS


def table(name: str, where: str) -> None:
    """Print the figures of one database, which is empty."""
    database = Database(where)
    database.migrate()
    caller = asyncio.run(payer(database))
    database.close()
    for number in PROCESSES:
        print(f"{name}, {number} processes with 1 caller each: {with_processes(where, caller, number):.0f} pairs/s")
    for number in CALLERS:
        print(f"{name}, 1 process with {number} callers: {with_callers(where, caller, number):.0f} pairs/s")
    for number in CALLERS:
        database = Database(where)
        limits = Limits(requests_per_minute=10**6, pictures_per_minute=10**6, concurrent_jobs=1000)
        secret = asyncio.run(paying_key(database, limits))
        per_s, cpu_ms = asyncio.run(requests(database, secret, number))
        database.close()
        print(f"{name}, 1 process with {number} callers: {per_s:.0f} whole requests/s, {cpu_ms:.2f} ms of CPU each")


@contextmanager
def fresh_postgresql(server: str) -> Iterator[str]:
    """The URL of an empty database on the server, dropped afterwards."""
    admin = create_engine(make_url(server).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    name = f"easel_bench_{secrets.token_hex(4)}"
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    try:
        yield make_url(server).set(database=name).render_as_string(hide_password=False)
    finally:
        with admin.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
        admin.dispose()


def main() -> None:
    """Print both tables."""
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else None) as folder:
        table("SQLite", f"sqlite:///{Path(folder) / 'easel.sqlite'}")
    if "EASEL_TEST_POSTGRES" in os.environ:
        with fresh_postgresql(os.environ["EASEL_TEST_POSTGRES"]) as where:
            table("PostgreSQL", where)


if __name__ == "__main__":
    main()
