"""How many pictures a second the ledger can hold the price of and charge.

    PYTHONPATH=src python bench/ledger.py

One pair is a job that is opened (its price held, T1) and settled (posted, T3): two transactions, each on the disk when
it is told. First with one caller in each of several processes, then with several callers in one process. SQLite, in a
folder that may be named as the argument (its disk is what is measured); then PostgreSQL, if `EASEL_TEST_POSTGRES` names
a server, in a database of its own.
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

from easel.core.caller import Caller
from easel.core.image import Size
from easel.core.job import Job
from easel.core.result import Picture, Result
from easel.ledger.accounts import Accounts
from easel.ledger.database import Database
from easel.ledger.jobs import Jobs
from easel.ledger.keys import Keys, Terms
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


async def payer(database: Database) -> Caller:
    """A new account with money enough, and the holder of its key."""
    account = secrets.token_hex(4)
    await Accounts(database).create(account)
    await Accounts(database).grant(account, 10**14)
    keys = Keys(database)
    return await keys.caller((await keys.create(account, Terms())).secret)


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
