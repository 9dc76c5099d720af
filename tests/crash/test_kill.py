"""`kill -9` at every failpoint: after a restart nothing is lost, nothing is charged twice, nothing is stuck.

EASEL_CRASH_ROUNDS is how often each failpoint is visited; 2 by default on SQLite and 1 on PostgreSQL.
"""

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys

import pytest
from sqlalchemy import func, select

from crash.processes import run_one
from crash.scenario import ACCOUNT, CARD, GRANT, live
from easel.core.caller import Limits
from easel.core.failpoint import FAILPOINTS
from easel.ledger.accounts import Accounts
from easel.ledger.audit import audit
from easel.ledger.database import Database
from easel.ledger.keys import Keys, Terms
from easel.ledger.schema import jobs, purses, transfers

#: Two pictures of each of the two orders of a round are delivered; the account's two free pictures come first.
DELIVERED_EACH_ROUND = 4


@pytest.mark.timeout(3600)
def test_kill_everywhere(where):
    """Each round a server is killed at a failpoint, and its successor answers the same requests again."""
    database = Database(where)
    database.migrate()
    caller = asyncio.run(_caller(database))
    visits = int(os.environ.get("EASEL_CRASH_ROUNDS", 2 if database.is_sqlite else 1))
    points = [name for name in FAILPOINTS if name != "migrate-inside"]
    rounds = [f"{name}:{1 + visit % 2}" for visit in range(visits) for name in points]
    killed = set()
    for number, failpoint in enumerate(rounds):
        order = f"order-{number}"
        if run_one(live, where, caller, order, failpoint) == -signal.SIGKILL:
            killed.add(failpoint.partition(":")[0])
        assert [] == audit(database), f"after the kill at {failpoint}"
        assert 0 == run_one(live, where, caller, order, "")
        assert [] == audit(database), f"after the restart from {failpoint}"
        _nothing_is_open(database)
    account = asyncio.run(Accounts(database).show(ACCOUNT))
    database.close()

    assert set(points) == killed
    assert len(rounds) * GRANT == account.granted
    assert (DELIVERED_EACH_ROUND * len(rounds) - CARD.free_pictures) * CARD.price_micros == account.spent


def test_kill_in_the_migration(tmp_path):
    """A server that is killed while it makes its tables leaves none, and the next start makes them all."""
    path, environment = tmp_path / "easel.sqlite", {**os.environ, "FAILPOINT": "migrate-inside"}
    code = f"from easel.ledger.database import Database; Database({f'sqlite:///{path}'!r}).migrate()"
    ended = subprocess.run([sys.executable, "-c", code], env=environment, check=False)
    with sqlite3.connect(path) as connection:
        left = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    connection.close()
    database = Database(path)
    database.migrate()
    broken = audit(database)
    database.close()

    assert -signal.SIGKILL == ended.returncode
    assert (0,) == left
    assert [] == broken


async def _caller(database):
    await Accounts(database).create(ACCOUNT)
    keys = Keys(database)
    return await keys.caller((await keys.create(ACCOUNT, Terms(limits=Limits(requests_per_minute=100_000)))).secret)


def _nothing_is_open(database):
    """Every job has ended, nothing is held, and no idempotency key was posted twice."""

    def look(connection):
        open_jobs = select(func.count()).where(jobs.c.status.in_(("queued", "running")))
        held = select(func.sum(purses.c.held))
        posts = select(func.count()).where(transfers.c.kind == "post")
        succeeded = select(func.count()).where(jobs.c.status == "succeeded")
        return tuple(connection.execute(query).scalar_one() for query in (open_jobs, held, posts, succeeded))

    open_jobs, held, posts, succeeded = database.read_now(look)
    assert (0, 0) == (open_jobs, held)
    assert posts == succeeded
